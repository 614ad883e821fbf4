// Puts the practices that the address names side by side, and says of each field whether they are alike.
(() => {
  const root = document.querySelector("[data-ekt-compare]");
  const chosen = root && window.elkKindTelt?.chosen?.(root);
  if (!chosen) return;
  const makeRows = window.elkKindTelt.comparison?.(chosen);
  if (!makeRows) return;
  const { data, byId, text, many, address, withIds, idsInAddress, unknownWords, part, element, list, join } = chosen;
  const { find, announce } = chosen;
  const most = Number(root.dataset.most);
  const ONLY = { name: "alleen", value: "verschillen" };
  const notices = find("notices");
  const table = find("table");
  const few = find("few");
  const chooser = find("chooser");
  const select = chooser.querySelector("select");
  const only = find("only").querySelector("input");

  /* What is shown, and its way to and from the address. */

  let shown = [];
  const target = () => {
    const made = new URL(withIds(location.href, shown));
    if (only.checked) made.searchParams.append(ONLY.name, ONLY.value);
    return made.href;
  };
  const readAddress = () => {
    const { known, unknown } = idsInAddress();
    shown = known.slice(0, most);
    only.checked = new URLSearchParams(location.search).get(ONLY.name) === ONLY.value;
    const left = known.slice(most).map((id) => byId.get(id).title);
    list(notices, [
      ...(unknown.length ? [unknownWords(unknown)] : []),
      ...(left.length ? [text("too-many", { most, titles: join(left) })] : []),
    ]);
    if (target() !== location.href) history.replaceState(null, "", target());
  };
  const go = (ids) => {
    shown = ids;
    list(notices, []);
    history.pushState(null, "", target());
    show();
  };

  /* The table. */

  const remove = (id) => {
    const place = shown.indexOf(id);
    go(shown.filter((other) => other !== id));
    announce(many("removed", shown.length, { title: byId.get(id).title }));
    // On with the one that took its place, or with what can be chosen now.
    const buttons = [...root.querySelectorAll("[data-remove]")].filter((button) => !button.closest("[hidden]"));
    (buttons[Math.min(place, buttons.length - 1)] ?? select).focus();
  };
  const named = (name, practice) => {
    const made = part(name);
    const link = made.querySelector("[data-link]");
    link.textContent = practice.title;
    link.href = address(practice);
    made.querySelector("[data-title]").textContent = practice.title;
    made.querySelector("[data-remove]").addEventListener("click", () => remove(practice.id));
    return made;
  };
  const head = (practice) => {
    const made = named("column", practice);
    made.classList.add(`ekt-dim--${practice.dimension}`);
    made.querySelector("[data-kicker]").textContent = data.dimensions[practice.dimension];
    return made;
  };

  const offer = () => {
    const kept = (window.elkKindTelt.selection?.ids() ?? []).filter((id) => byId.has(id));
    const option = ({ id, title, meta }) => {
      const made = element("option", `${title} (${meta[0]})`);
      made.value = id;
      return made;
    };
    const group = (name, practices) => {
      const made = element("optgroup");
      made.label = text(name);
      made.append(...practices.map(option));
      return practices.length ? [made] : [];
    };
    const free = (practice) => !shown.includes(practice.id);
    const all = [...data.practices].sort((a, b) => a.title.localeCompare(b.title, "nl"));
    const nothing = element("option", text("choose"));
    nothing.value = "";
    select.replaceChildren(
      nothing,
      ...group("kept", kept.map((id) => byId.get(id)).filter(free)),
      ...group("all", all.filter(free)),
    );
  };

  function show() {
    const practices = shown.map((id) => byId.get(id));
    const enough = practices.length > 1;
    const whole = makeRows(practices);
    const differs = (row) => !["same", "silent"].includes(row.dataset.state);
    for (const row of whole) row.hidden = only.checked && !differs(row);
    table.dataset.count = practices.length;
    table.querySelector("caption").textContent = text(only.checked ? "caption-only" : "caption", {
      count: practices.length,
      different: whole.filter(differs).length,
      fields: whole.length,
    });
    table.querySelector("thead tr").replaceChildren(part("corner"), ...practices.map(head));
    table.querySelector("tbody").replaceChildren(...whole);
    find("side-by-side").hidden = !enough;
    few.hidden = enough;
    few.querySelector("p").textContent = text(practices.length ? "one" : "none");
    few.querySelector("ul").replaceChildren(...(enough ? [] : practices.map((practice) => named("chosen", practice))));
    chooser.hidden = practices.length >= most;
    find("full").hidden = practices.length < most;
    offer();
  }

  chooser.addEventListener("submit", (event) => {
    event.preventDefault();
    const practice = byId.get(select.value);
    if (!practice) {
      announce(text("choose-first"));
      select.focus();
      return;
    }
    go([...shown, practice.id]);
    announce(many("added", shown.length, { title: practice.title }));
    if (chooser.hidden) table.querySelector("thead th:last-child [data-remove]").focus();
    else select.focus();
  });
  only.addEventListener("change", () => {
    go(shown);
    announce(table.querySelector("caption").textContent);
  });
  find("print").addEventListener("click", () => print());
  addEventListener("popstate", () => {
    readAddress();
    show();
  });
  window.elkKindTelt.selection?.onchange(offer);

  readAddress();
  show();
  find("without-scripts").hidden = true;
  find("with-scripts").hidden = false;
})();
