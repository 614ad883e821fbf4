// Puts a button to keep it with every practice on the page, and the number of kept ones in the header.
(() => {
  const selection = window.elkKindTelt?.selection;
  const link = document.querySelector("[data-ekt-selection]");
  const button = document.querySelector("template[data-ekt-keep]");
  const notKept = document.querySelector("template[data-ekt-not-kept]");
  if (!selection || !link || !button || !notKept) return;
  const address = link.getAttribute("href");
  const buttons = [];

  const show = () => {
    const ids = selection.ids();
    const count = link.querySelector("[data-count]");
    count.textContent = ids.length;
    count.classList.toggle("ekt-hidden", !ids.length);
    // What the browser does not keep, the address takes along.
    const taken = new URLSearchParams(ids.map((id) => ["id", id]));
    link.href = selection.lasts || !ids.length ? address : `${address}?${taken}`;
    link.hidden = false;
    for (const { element, id } of buttons) {
      const kept = ids.includes(id);
      element.setAttribute("aria-pressed", kept);
      element.querySelector("[data-word]").textContent = kept ? element.dataset.kept : element.dataset.keep;
    }
  };
  const toggle = (id, place) => {
    if (selection.has(id)) selection.remove(id);
    else selection.add(id);
    if (selection.lasts || document.querySelector(".ekt-keep__note")) return;
    // An empty region first: what is put in a region later is read aloud.
    const note = notKept.content.firstElementChild.cloneNode(true);
    const words = note.textContent;
    note.textContent = "";
    place.append(note);
    setTimeout(() => (note.textContent = words));
  };
  const add = (place) => {
    const id = place.dataset.practice;
    const element = button.content.firstElementChild.cloneNode(true);
    element.querySelector("[data-title]").textContent = place.querySelector("h1, h2, h3").textContent.trim();
    element.addEventListener("click", () => toggle(id, place));
    place.append(element);
    buttons.push({ element, id });
  };

  // After the scripts that read the cards as they were made.
  addEventListener("DOMContentLoaded", () => {
    document.querySelectorAll("[data-practice]").forEach(add);
    for (const compares of document.querySelectorAll("[data-ekt-compares]")) compares.hidden = false;
    show();
  });
  selection.onchange(show);
})();
