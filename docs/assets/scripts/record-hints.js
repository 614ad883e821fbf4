// Small help beside the fields: how many characters are left, what the chosen term means, which folds hold something.
(() => {
  const form = window.elkKindTelt?.recordForm;
  if (!form) return;
  const { fields, many, announce, touched } = form;
  // Told from here on: whoever writes three words has no use for a number.
  const NEAR = 0.7;
  let waiting = 0;

  // In characters as a reader counts them, without the spaces around: as the model does.
  const count = (input) => {
    const left = Number(input.dataset.most) - [...input.value.trim().normalize("NFC")].length;
    const place = input.parentElement.querySelector("[data-count]");
    place.hidden = left > Number(input.dataset.most) * (1 - NEAR);
    place.textContent = many(left < 0 ? "over" : "left", Math.abs(left));
    place.classList.toggle("ekt-field__count--over", left < 0);
    return place.hidden ? "" : place.textContent;
  };
  const define = (select) => {
    const place = select.parentElement.querySelector("p[data-definition]");
    if (!place) return;
    place.textContent = select.selectedOptions[0]?.dataset.definition ?? "";
    place.hidden = !place.textContent;
  };
  const fold = () => {
    for (const one of fields.querySelectorAll("[data-fold]"))
      one.querySelector("[data-filled]").hidden = !touched(one);
  };

  fields.addEventListener("input", ({ target }) => {
    if (!target.dataset.most) return;
    const words = count(target);
    clearTimeout(waiting);
    // Once the typing pauses, and not with every letter.
    if (words) waiting = setTimeout(() => announce(words), 1200);
  });
  form.onchange(() => {
    for (const input of fields.querySelectorAll("[data-value][data-most]")) count(input);
    for (const select of fields.querySelectorAll("select")) define(select);
    fold();
  }, 100);
})();
