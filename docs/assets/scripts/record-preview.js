// The page as it will be, beside the form. What it looks like stands in the page itself, as a template that says where
// each value goes (data-put and so on, explained there); here is how values are found and put into words.
(() => {
  const shared = window.elkKindTelt;
  const form = shared?.recordForm;
  const page = form?.root.querySelector("template[data-preview-page]");
  if (!page || !shared.cleanRecord || !shared.recordForPreview) return;
  const { root, find, label } = form;
  const place = find("preview");

  const FILTERS = {
    ...shared.recordWords,
    label: (id, list) => label(list, id),
    labels: (ids, list) => ids.map((id) => label(list, id)).join(", "),
    stop: (words) => (words.endsWith(".") ? words : `${words}.`),
    practice: (id) => titles.get(id) ?? id,
  };
  const titles = new Map(
    [...root.querySelectorAll("template[data-known]")].map((one) => [one.dataset.known, one.content.textContent]),
  );

  /* Finding and putting. */

  const isEmpty = (value) => {
    if (typeof value === "object" && value !== null) return Object.values(value).every(isEmpty);
    return value === undefined || value === null || value === "" || value === false;
  };
  const get = (scope, path) => path.split(".").reduce((value, key) => value?.[key], scope);
  const put = (scope, expression) => {
    const [path, ...filters] = expression.split("|");
    return filters.reduce((value, filter) => {
      const [name, argument] = filter.split(":");
      return isEmpty(value) ? "" : FILTERS[name](value, argument);
    }, get(scope, path) ?? "");
  };
  const stays = (node, scope) => {
    const { show, none, when } = node.dataset;
    const some = (paths) => paths.split(" ").some((path) => !isEmpty(get(scope, path)));
    if (show !== undefined && !some(show)) return false;
    if (none !== undefined && some(none)) return false;
    if (when === undefined) return true;
    const [path, value] = when.split(/!?=/);
    return (get(scope, path) === value) !== when.includes("!=");
  };
  const paragraphs = (words) =>
    words.split(/\n\s*\n/).filter(Boolean).map((one) => {
      const made = document.createElement("p");
      made.textContent = one;
      return made;
    });
  const isWebAddress = (value) => /^https?:\/\//i.test(value) && URL.canParse(value);
  const fill = (node, outer) => {
    const { each, with: inside, paragraphs: running, put: value, else: otherwise, link } = node.dataset;
    if (each !== undefined) {
      delete node.dataset.each;
      for (const item of get(outer, each) ?? []) {
        const made = node.cloneNode(true);
        node.before(made);
        fill(made, typeof item === "string" ? { text: item } : item);
      }
      node.remove();
      return;
    }
    if (!stays(node, outer)) {
      node.remove();
      return;
    }
    const scope = inside === undefined ? outer : (get(outer, inside) ?? {});
    if (running !== undefined) node.replaceChildren(...paragraphs(get(scope, running) ?? ""));
    if (value !== undefined) {
      const words = put(scope, value);
      node.textContent = words || (otherwise ?? "");
      if (!words && otherwise) node.classList.add("ekt-preview__absent");
    }
    if (link !== undefined && isWebAddress(get(scope, link) ?? "")) node.href = get(scope, link);
    if (running === undefined && value === undefined) for (const child of [...node.children]) fill(child, scope);
  };

  form.onchange(() => {
    const made = page.content.cloneNode(true);
    const data = shared.recordForPreview(shared.cleanRecord(form.read()));
    for (const node of [...made.children]) fill(node, data);
    if (data.$first) made.querySelector("[data-dimension]").classList.add(`ekt-dim--${data.$first}`);
    place.replaceChildren(made);
  }, 150);
})();
