// Lists in the form: add a point, take one away, move it. The focus stays with who works there, and each is told.
(() => {
  const form = window.elkKindTelt?.recordForm;
  if (!form) return;
  const { fields, items, control, renumber, addItem, announce, text, many } = form;
  const MOST = 100;

  const add = (field) => {
    const count = items(field).length;
    const most = Number(field.dataset.most ?? MOST);
    if (count >= most) {
      announce(text("full", { count: most }));
      return;
    }
    const item = addItem(field);
    form.changed();
    control(item).focus();
    announce(text("added", { label: field.dataset.label, place: count + 1 }));
  };
  const remove = (field, item) => {
    const place = items(field).indexOf(item);
    item.remove();
    renumber(field);
    form.changed();
    const left = items(field);
    announce(many("removed", left.length, { label: field.dataset.label, place: place + 1 }));
    // On with the one that took its place.
    const next = left[Math.min(place, left.length - 1)]?.querySelector("[data-remove]:not([hidden])");
    (next ?? field.querySelector("[data-add]")).focus();
  };
  const move = (field, item, button) => {
    const all = items(field);
    const from = all.indexOf(item);
    const to = from + Number(button.dataset.move);
    if (to < 0 || to >= all.length) {
      announce(text(to < 0 ? "first" : "last"));
      return;
    }
    if (to < from) all[to].before(item);
    else all[to].after(item);
    renumber(field);
    form.changed();
    // A moved element loses the focus.
    button.focus();
    announce(text("moved", { label: field.dataset.label, from: from + 1, place: to + 1 }));
  };

  fields.addEventListener("click", ({ target }) => {
    const button = target.closest("button");
    const field = button?.closest("[data-items]");
    if (!field) return;
    const item = button.closest("[data-item]");
    if ("add" in button.dataset) add(field);
    else if (item && "remove" in button.dataset) remove(field, item);
    else if (item && "move" in button.dataset) move(field, item, button);
  });
})();
