// Municipalities: type the start of a name, choose with the arrows or the mouse; an old name leads to the new one.
(() => {
  const form = window.elkKindTelt?.recordForm;
  const all = form?.model.vocabularies.gemeenten;
  if (!all) return;
  const { fields, part, text, many, announce, terms, setTerms } = form;
  const MOST = 8;
  const byId = new Map(all.map((term) => [term.id, term]));
  const plain = (words) =>
    words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, " ").trim();

  // Both the municipality that an old name belongs to now, first, and the old one itself: a source may be from before.
  const suggest = (typed, taken) => {
    const wanted = plain(typed);
    if (!wanted) return [];
    const found = new Map();
    const add = (term, note) => taken.includes(term.id) || found.has(term.id) || found.set(term.id, { term, note });
    const starts = all.filter(({ label }) => plain(label).startsWith(wanted));
    const inside = all.filter(({ label }) => ` ${plain(label)}`.includes(` ${wanted}`));
    for (const term of new Set([...starts, ...inside])) {
      const into = byId.get(term.mergedInto);
      if (into) add(into, text("once", { name: term.label }));
      add(term, into ? text("now", { since: term.since, name: into.label }) : "");
    }
    return [...found.values()].slice(0, MOST);
  };

  for (const field of fields.querySelectorAll("[data-municipalities]")) {
    const input = field.querySelector("[data-combo]");
    const list = field.querySelector("[data-suggestions]");
    const kept = field.querySelector("[data-chosen]");
    let active = -1;

    const close = () => {
      list.hidden = true;
      list.replaceChildren();
      active = -1;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
    };
    const point = (place) => {
      const options = [...list.children];
      active = (place + options.length) % options.length;
      options.forEach((option, at) => option.setAttribute("aria-selected", at === active));
      input.setAttribute("aria-activedescendant", options[active].id);
      options[active].scrollIntoView({ block: "nearest" });
    };
    const choose = (id) => {
      setTerms(field, [...terms(field), id]);
      input.value = "";
      close();
      form.changed();
      input.focus();
      announce(text("chosen", { name: byId.get(id).label }));
    };
    const open = () => {
      const found = suggest(input.value, terms(field));
      close();
      if (!input.value.trim()) return;
      announce(found.length ? many("suggestions", found.length) : text("suggestions-none"));
      if (!found.length) return;
      list.replaceChildren(
        ...found.map(({ term, note }, place) => {
          const option = part("suggestion");
          option.id = `${list.id}-${place}`;
          option.dataset.id = term.id;
          option.querySelector("[data-name]").textContent = term.label;
          option.querySelector("[data-note]").textContent = note;
          return option;
        }),
      );
      list.hidden = false;
      input.setAttribute("aria-expanded", "true");
    };

    input.addEventListener("input", open);
    input.addEventListener("keydown", (event) => {
      if (event.key === "Enter") event.preventDefault();
      if (event.isComposing) return;
      if (event.key === "ArrowDown" && list.hidden) open();
      if (list.hidden) return;
      if (event.key === "ArrowDown") point(active + 1);
      else if (event.key === "ArrowUp") point(active < 0 ? -1 : active - 1);
      else if (event.key === "Enter") choose(list.children[Math.max(active, 0)].dataset.id);
      else if (event.key === "Escape") close();
      else return;
      event.preventDefault();
    });
    // Whoever types a whole name and goes on, chose it.
    input.addEventListener("blur", () => {
      const whole = all.find(({ label }) => plain(label) === plain(input.value));
      close();
      if (!whole || terms(field).includes(whole.id)) return;
      setTerms(field, [...terms(field), whole.id]);
      input.value = "";
      form.changed();
    });
    // Before the field loses the focus.
    list.addEventListener("pointerdown", (event) => event.preventDefault());
    list.addEventListener("click", ({ target }) => choose(target.closest("[role=option]").dataset.id));

    field.addEventListener("ekt-terms", () => {
      kept.hidden = !terms(field).length;
      kept.replaceChildren(
        ...terms(field).map((id) => {
          const made = part("chosen");
          for (const name of made.querySelectorAll("[data-name]")) name.textContent = byId.get(id)?.label ?? id;
          made.querySelector("[data-remove]").addEventListener("click", () => {
            setTerms(field, terms(field).filter((other) => other !== id));
            form.changed();
            announce(text("unchosen", { name: byId.get(id)?.label ?? id }));
            input.focus();
          });
          return made;
        }),
      );
    });
  }
})();
