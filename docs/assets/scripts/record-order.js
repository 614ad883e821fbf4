// Dimensions: which is the most important, and the chapter that follows from it until somebody chooses another.
(() => {
  const form = window.elkKindTelt?.recordForm;
  const list = form?.fields.querySelector("[data-order]");
  if (!list) return;
  const { root, part, label, terms, setTerms, nodeAt, control, announce, text } = form;
  const field = list.closest("[data-field]");
  const names = field.dataset.field;
  const chapter = control(form.fields.querySelector("[data-follows]"));
  const origin = control(nodeAt(["herkomst"]));
  const chapters = new Map(
    [...root.querySelectorAll("template[data-chapter]")].map((one) => [one.dataset.chapter, one.content.textContent]),
  );
  let followed = "";

  const raise = (id) => {
    const ids = [...terms(field)];
    const place = ids.indexOf(id);
    ids.splice(place - 1, 0, ...ids.splice(place, 1));
    setTerms(field, ids);
    form.changed();
    announce(text("moved", { label: label(names, id), from: place + 1, place }));
    const made = list.querySelectorAll("li")[place - 1];
    (made.querySelector("button:not([hidden])") ?? list.querySelector("button:not([hidden])")).focus();
  };
  field.addEventListener("ekt-terms", () => {
    const ids = terms(field);
    list.hidden = ids.length < 2;
    list.querySelector("[data-order-list]").replaceChildren(
      ...ids.map((id, place) => {
        const made = part("order");
        for (const name of made.querySelectorAll("[data-name]")) name.textContent = label(names, id);
        const button = made.querySelector("button");
        button.hidden = place === 0;
        button.addEventListener("click", () => raise(id));
        return made;
      }),
    );
    // Only of a new practice, and where nobody chose a chapter by hand.
    if (!origin.selectedOptions[0]?.defaultSelected || (chapter.value && chapter.value !== followed)) return;
    followed = chapters.get(ids[0]) ?? "";
    chapter.value = followed;
  });
})();
