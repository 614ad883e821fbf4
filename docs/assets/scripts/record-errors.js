// What does not fit yet: told at the field and, when somebody asks, all together at the top with links to the fields.
// What is wrong is decided by elkKindTelt.checkRecord, in the words of the model; here is only where it is shown.
(() => {
  const form = window.elkKindTelt?.recordForm;
  const check = window.elkKindTelt?.checkRecord;
  if (!form || !check) return;
  const { root, fields, model, today, text, many, part, find, announce, within, control, nodeAt, labelOf } = form;
  const ids = [...root.querySelectorAll("template[data-known]")].map((one) => one.dataset.known);
  const summary = find("problems");
  const verdict = find("verdict");
  // The nodes whose problem is shown. One that turns up elsewhere waits until somebody asks.
  let shown = new Map();
  let told = null;
  const BEFORE = Node.DOCUMENT_POSITION_FOLLOWING;

  const isEmpty = (value) =>
    typeof value === "object" ? Object.values(value ?? {}).every(isEmpty) : !String(value ?? "").trim();
  // Of a group that is wholly empty the model says only that; an editor wants to know what belongs in it.
  const inner = ({ path, message }, data) => {
    const [key] = path;
    const field = path.length === 1 && model.fields.find((one) => one.key === key);
    const needed = field && field.kind === "group" && !field.list && isEmpty(data[key]) && message === model.words.missing
      ? field.fields.filter((one) => one.required)
      : [];
    return needed.length ? needed.map((one) => ({ path: [key, one.key], message })) : [{ path, message }];
  };
  // What is told at a group, but is missing in one of its fields, belongs at that field.
  const atField = ({ path, message }) => {
    const group = path.reduce(
      (field, step) => (typeof step === "number" ? field : field?.fields.find((one) => one.key === step)),
      model,
    );
    const rule = group?.groupRules?.find(
      (one) => one.rule === "explained" && message.startsWith(one.message.split("{")[0]),
    );
    return { path: rule ? [...path, rule.by] : path, message };
  };
  // The nearest place that the form has.
  const nearest = (path) => {
    for (let length = path.length; length > 0; length -= 1) {
      const node = nodeAt(path.slice(0, length));
      if (node) return node;
    }
    return fields;
  };
  // A message of the model names fields by their key; here they have a label.
  const withLabels = (node, message) => {
    const isGroup = node.dataset.kind === "group" || "item" in node.dataset;
    const group = isGroup ? node : node.parentElement?.closest("[data-field], [data-item]");
    const labels = new Map(within(group ?? fields).map((field) => [field.dataset.field, labelOf(field)]));
    return message.replace(/'([a-z_]+)'/g, (whole, key) => (labels.has(key) ? `'${labels.get(key)}'` : whole));
  };
  const problems = () => {
    const data = form.read();
    const others = ids.filter((id) => id !== form.id);
    const found = new Map();
    const all = check(data, { today, ids: others, id: form.id }).flatMap((problem) => inner(problem, data));
    for (const one of all.map(atField)) {
      const node = nearest(one.path);
      if (!found.has(node)) found.set(node, withLabels(node, one.message));
    }
    // What follows from another field waits for that one.
    for (const node of fields.querySelectorAll("[data-follows]"))
      if (found.has(nodeAt([node.dataset.follows]))) found.delete(node);
    return new Map([...found].sort(([one], [other]) => (one.compareDocumentPosition(other) & BEFORE ? -1 : 1)));
  };

  /* At the fields. */

  const inputsOf = (node) => {
    if ("items" in node.dataset || node.dataset.kind === "group" || node.querySelector("fieldset")) return [];
    return [...node.querySelectorAll("[data-value], [data-combo]")];
  };
  const mark = (node, message) => {
    const place = node.querySelector("[data-error]");
    place.textContent = message ?? "";
    place.hidden = !message;
    node.classList.toggle("ekt-wrong", Boolean(message));
    for (const input of inputsOf(node))
      if (message) input.setAttribute("aria-invalid", "true");
      else input.removeAttribute("aria-invalid");
  };
  const name = (node) => {
    const item = node.parentElement.closest("[data-item]");
    return item ? `${labelOf(item)}, ${labelOf(node)}` : labelOf(node);
  };
  const target = (node) => control(node) ?? node.querySelector("[data-add]");
  const lead = (node) => {
    for (let fold = node.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    const input = target(node);
    for (let fold = input.closest("details"); fold; fold = fold.parentElement.closest("details")) fold.open = true;
    input.focus();
    node.scrollIntoView({ block: "start" });
  };

  /* All together. */

  const list = () => {
    const words = [...shown].map(([node, message]) => text("problem", { label: name(node), message }));
    const now = words.join("\n");
    if (now === told) return;
    told = now;
    summary.hidden = !words.length;
    if (words.length) find("problems-title").textContent = many("problems", words.length);
    find("problems-list").replaceChildren(
      ...[...shown.keys()].map((node, at) => {
        const made = part("problem");
        const link = made.querySelector("a");
        link.textContent = words[at];
        link.href = `#${target(node).id}`;
        link.addEventListener("click", (event) => {
          event.preventDefault();
          lead(node);
        });
        return made;
      }),
    );
  };
  const show = (found, { asked }) => {
    for (const node of shown.keys()) if (!found.has(node)) mark(node);
    for (const [node, message] of found) mark(node, message);
    shown = found;
    if (asked || !summary.hidden) list();
  };
  const refresh = () => {
    if (!shown.size) return;
    const found = problems();
    const before = shown.size;
    show(new Map([...found].filter(([node]) => shown.has(node))), { asked: false });
    if (shown.size < before && told) announce(shown.size ? many("problems", shown.size) : text("mended"));
  };

  // Whoever leaves a field with something in it, hears at once whether it fits.
  fields.addEventListener("change", ({ target: input }) => {
    const node = input.closest("[data-field], [data-item]");
    if (!("value" in input.dataset) || input.closest("[data-checks]") || !input.value.trim()) return;
    const found = problems();
    if (found.has(node)) show(new Map([...shown, [node, found.get(node)]]), { asked: false });
  });
  form.onchange(() => (verdict.textContent = ""));
  form.onchange(refresh, 300);

  // Gives whether everything fits; if not, says what does not and goes there.
  form.verify = () => {
    told = null;
    show(problems(), { asked: true });
    if (!shown.size) return true;
    summary.focus();
    summary.scrollIntoView({ block: "start" });
    return false;
  };
  form.onfill = () => {
    for (const node of shown.keys()) if (node.isConnected) mark(node);
    shown = new Map();
    told = null;
    list();
  };
  find("check").addEventListener("click", () => {
    if (!form.verify()) return;
    verdict.textContent = text("good");
    verdict.focus();
  });
})();
