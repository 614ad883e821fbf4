// The form of a practice: its fields as the data of a record, and back. window.elkKindTelt.recordForm is what the other
// scripts of the form build on. Data are plain: Dutch keys, every value a text as typed, "" or nothing where it is absent.
(() => {
  const root = document.querySelector("[data-ekt-form]");
  const fields = root?.querySelector("[data-fields]");
  const model = window.elkKindTelt?.recordModel;
  if (!fields || !model) return;
  const listeners = new Set();
  const chosen = new WeakMap();
  const places = new WeakMap();
  let made = 0;

  /* The words and the parts of the page. */

  const texts = new Map();
  for (const template of root.querySelectorAll("template[data-text]"))
    texts.set(template.dataset.text, template.content.textContent.trim());
  // In one go, so that a title that looks like a place to fill in stays a title.
  const text = (name, values = {}) =>
    texts.get(name).replace(/\{(\w+)\}/g, (whole, key) => (key in values ? String(values[key]) : whole));
  const many = (name, count, values = {}) =>
    text(count === 1 && texts.has(`${name}-one`) ? `${name}-one` : name, { count, ...values });
  const part = (name) => root.querySelector(`template[data-part="${name}"]`).content.firstElementChild.cloneNode(true);
  const find = (name) => root.querySelector(`[data-${name}]`);
  const status = find("status");
  // An empty region first: the same words twice are two messages.
  const announce = (words) => {
    status.textContent = "";
    setTimeout(() => (status.textContent = words), 50);
  };
  const label = (list, id) =>
    list
      .split(",")
      .flatMap((name) => model.vocabularies[name] ?? [])
      .find((term) => term.id === id)?.label ?? id;
  const pad = (number) => String(number).padStart(2, "0");
  const now = new Date();
  const today = `${now.getFullYear()}-${pad(now.getMonth() + 1)}-${pad(now.getDate())}`;

  /* What stands in what. A node is a field or an item of a list. */

  const own = (node) => (container) => container.parentElement.closest("[data-field], [data-item]") === node;
  const within = (node) => [...node.querySelectorAll("[data-field]")].filter(own(node === fields ? null : node));
  const listOf = (field) => field.querySelector("[data-item-list]");
  const items = (field) => [...listOf(field).children];
  const is = (node, mark) => mark in node.dataset;
  const control = (node) => node.querySelector("[data-value], [data-combo]");

  /* One value. */

  const initial = (input) => {
    if (input.type === "checkbox") return "";
    if (input.tagName !== "SELECT") return input.defaultValue;
    return ([...input.options].find((option) => option.defaultSelected) ?? input.options[0]).value;
  };
  const valueOf = (input) => {
    if (input.type === "checkbox") return input.checked ? input.value : "";
    // As people here write it: 2,5 is 2.5.
    return is(input, "decimal") ? input.value.trim().replace(/^(\d+),(\d+)$/, "$1.$2") : input.value;
  };
  const put = (input, value) => {
    if (input.type === "checkbox") input.checked = value === "true";
    else input.value = value;
  };

  /* Terms chosen from a list, in the order of choosing: the first may be the most important. */

  const terms = (field) => chosen.get(field) ?? [];
  const setTerms = (field, ids) => {
    chosen.set(field, ids);
    for (const box of field.querySelectorAll("input[type=checkbox]")) box.checked = ids.includes(box.value);
    field.dispatchEvent(new CustomEvent("ekt-terms"));
  };

  /* Whether somebody filled in anything: what was there beforehand does not count. */

  const touched = (node) =>
    [...node.querySelectorAll("[data-value]")].some((input) =>
      input.closest("[data-checks]") ? input.checked : valueOf(input).trim() !== initial(input),
    ) || [...node.querySelectorAll("[data-municipalities]")].some((field) => terms(field).length > 0);

  /* From the fields. */

  const readItems = (field) => {
    const all = items(field);
    const kept = all.filter((item) => touched(item) || (is(field, "required") && all.length === 1));
    for (const item of all) places.set(item, kept.indexOf(item));
    return kept.map((item) => (field.dataset.kind === "group" ? readWithin(item) : valueOf(control(item))));
  };
  const readField = (field) => {
    if (is(field, "items")) return readItems(field);
    if (is(field, "many")) return [...terms(field)];
    if (field.dataset.kind === "group") return touched(field) ? readWithin(field) : {};
    return valueOf(control(field));
  };
  const readWithin = (node) =>
    Object.fromEntries(within(node).map((field) => [field.dataset.field, readField(field)]));

  /* To the fields. */

  const renumber = (field) => {
    items(field).forEach((item, place, { length }) => {
      for (const number of item.querySelectorAll("[data-place]")) number.textContent = place + 1;
      for (const button of item.querySelectorAll("[data-move]")) {
        button.hidden = length < 2;
        // Not disabled: that would take the focus away from who holds it.
        button.setAttribute("aria-disabled", place === (button.dataset.move < 0 ? 0 : length - 1));
      }
      item.querySelector("[data-remove]").hidden = length < 2 && is(field, "required");
    });
  };
  // Every item gets ids of its own, which stay with it wherever it goes.
  const makeItem = (field) => {
    const item = field.querySelector("template[data-item-template]").content.firstElementChild.cloneNode(true);
    made += 1;
    for (const tag of [item, ...item.querySelectorAll("*")])
      for (const name of ["id", "for", "aria-describedby", "aria-labelledby", "aria-controls"])
        if (tag.hasAttribute(name)) tag.setAttribute(name, tag.getAttribute(name).replaceAll("{n}", made));
    return item;
  };
  const addItem = (field, value) => {
    const item = makeItem(field);
    listOf(field).append(item);
    fillItem(field, item, value);
    renumber(field);
    return item;
  };
  const fillItem = (field, item, value) => {
    if (field.dataset.kind === "group") fillWithin(item, value ?? {});
    else put(control(item), value ?? "");
  };
  const fillItems = (field, values) => {
    listOf(field).replaceChildren();
    for (const value of values.length || !is(field, "required") ? values : [undefined]) addItem(field, value);
  };
  const fillField = (field, value) => {
    if (is(field, "items")) fillItems(field, value ?? []);
    else if (is(field, "many")) setTerms(field, value ?? []);
    else if (field.dataset.kind === "group") fillWithin(field, value ?? {});
    else put(control(field), value || initial(control(field)));
  };
  const fillWithin = (node, data) => {
    for (const field of within(node)) fillField(field, data[field.dataset.field]);
  };

  /* Where a path of the data leads. */

  const nodeAt = (path) =>
    path.reduce(
      (node, step) =>
        node &&
        (typeof step === "number"
          ? is(node, "items") && items(node).find((item) => places.get(item) === step)
          : within(node).find((field) => field.dataset.field === step)) || null,
      fields,
    );
  const labelOf = (node) => {
    const words = node.querySelector("legend, .ekt-field__label, label").cloneNode(true);
    for (const tag of words.querySelectorAll(".ekt-tag, .ekt-hidden")) tag.remove();
    return words.textContent.trim();
  };

  const changed = () => {
    for (const listener of listeners) listener();
  };
  fields.addEventListener("input", ({ target }) => {
    const field = target.closest("[data-checks]");
    if (field) {
      const others = terms(field).filter((id) => id !== target.value);
      setTerms(field, target.checked ? [...others, target.value] : others);
    }
    if (!is(target, "combo")) changed();
  });
  fields.addEventListener("submit", (event) => event.preventDefault());

  window.elkKindTelt.recordForm = {
    root, fields, model, today, text, many, part, find, announce, label,
    within, items, listOf, control, terms, setTerms, touched, addItem, renumber, nodeAt, labelOf, changed,
    read: () => readWithin(fields),
    // What was said of the fields before, goes with what stood in them.
    fill: (data) => {
      fillWithin(fields, data);
      window.elkKindTelt.recordForm.onfill?.();
      changed();
    },
    // Calls back after each change, whoever made it; `after` waits until it has been quiet for so many milliseconds.
    onchange: (listener, after = 0) => {
      let waiting = 0;
      listeners.add(() => {
        clearTimeout(waiting);
        if (after) waiting = setTimeout(listener, after);
        else listener();
      });
    },
  };

  for (const input of fields.querySelectorAll("input[data-today]")) input.defaultValue = today;
  for (const field of fields.querySelectorAll("[data-items]")) fillItems(field, []);
  // A browser that comes back to the page may fill fields in by itself: what counts is told by the draft.
  fillWithin(fields, {});
  find("without-scripts").hidden = true;
  find("with-scripts").hidden = false;
})();
