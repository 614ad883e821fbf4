// Starts the form: empty, or with the practice that the address names (?id=boempatat-boom), to improve it.
(() => {
  const form = window.elkKindTelt?.recordForm;
  if (!form) return;
  const { root, today, text, find } = form;
  const id = new URLSearchParams(location.search).get("id") ?? "";
  const title = [...root.querySelectorAll("template[data-known]")].find((one) => one.dataset.known === id);

  const notices = new Map();
  form.notice = (name, words) => {
    notices.set(name, words);
    const told = [...notices.values()].filter(Boolean);
    const list = find("notices");
    if ([...list.children].map((one) => one.textContent).join("\n") === told.join("\n")) return;
    list.replaceChildren(
      ...told.map((one) => {
        const made = document.createElement("li");
        made.textContent = one;
        return made;
      }),
    );
    list.hidden = !told.length;
  };
  const begin = (data) => (form.begin ?? form.fill)(data);
  const improve = () => {
    form.id = id;
    const link = find("improve-link");
    link.textContent = title.content.textContent;
    link.href = root.dataset.addressOf.replace("{id}", id);
    find("intro").hidden = true;
    find("improve").hidden = false;
    find("improve-note").hidden = false;
    document.querySelector("h1").textContent = text("improve-heading");
    begin({ ...window.elkKindTelt.records[id], nagekeken: today });
  };
  const fresh = () => {
    form.id = "";
    if (id) form.notice("unknown", text("unknown-practice"));
    begin({});
  };

  if (!title) {
    fresh();
    return;
  }
  const script = document.createElement("script");
  script.src = root.dataset.dataOf.replace("{id}", id);
  script.addEventListener("load", () => (window.elkKindTelt.records?.[id] ? improve() : fresh()));
  script.addEventListener("error", fresh);
  document.head.append(script);
})();
