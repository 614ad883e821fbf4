// Puts the practices that the address names side by side, and says of each field whether they are alike.
(() => {
  const root = document.querySelector("[data-ekt-compare]");
  const chosen = root && window.elkKindTelt?.chosen?.(root);
  if (!chosen) return;
  const { data, byId, has, text, many, address, withIds, idsInAddress, unknownWords, part, element, list, join } = chosen;
  const { find, announce } = chosen;
  const most = Number(root.dataset.most);
  const ONLY = { name: "alleen", value: "verschillen" };
  const notices = find("notices");
  const table = find("table");
  const few = find("few");
  const chooser = find("chooser");
  const select = chooser.querySelector("select");
  const only = find("only").querySelector("input");
  const rows = [
    { label: data.labels.summary, of: (practice) => [practice.summary] },
    ...data.fields.map(({ label }, place) => ({ label, of: (practice) => practice.values[place] })),
  ];

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

  /* How the texts of one field relate; how certain a text is makes no difference to what it says. */

  const wordsOf = (told) => (typeof told === "string" ? told : told[0]);
  const keyOf = (told) => wordsOf(told).toLocaleLowerCase("nl");
  const relate = (columns) => {
    const holders = new Map();
    for (const column of columns)
      for (const key of new Set(column.map(keyOf))) holders.set(key, (holders.get(key) ?? 0) + 1);
    const counts = [...holders.values()];
    const shared = counts.some((count) => count > 1);
    const silent = columns.filter((column) => !column.length).length;
    const state = () => {
      if (silent === columns.length) return "silent";
      if (silent) return "untold";
      if (counts.every((count) => count === columns.length)) return "same";
      return shared ? "partly" : "different";
    };
    // Where nothing is shared, the word for the whole row says so once.
    return { state: state(), alone: (told) => shared && holders.get(keyOf(told)) === 1 };
  };

  /* The table. */

  const say = (place, told) => {
    place.append(element("span", wordsOf(told)));
    if (typeof told !== "string") {
      const name = `certainty-${told[1]}`;
      const mark = element("span", ` (${has(name) ? text(name) : data.certainties[told[1]]})`);
      mark.className = "ekt-compare__certainty";
      place.append(mark);
    }
    return place;
  };
  const several = (column) => {
    if (column.length === 1) return say(element("p"), column[0]);
    const items = element("ul");
    // Many short ones, such as municipalities, go beside each other.
    if (column.length > 8 && column.filter((told) => wordsOf(told).length < 25).length > 8) items.dataset.long = "";
    items.append(...column.map((told) => say(element("li"), told)));
    return items;
  };
  const cell = (practice, column, alone) => {
    const made = part("cell");
    made.querySelector("[data-name]").textContent = practice.title;
    const here = column.filter(alone);
    const others = column.filter((told) => !alone(told));
    if (!column.length) {
      const silence = element("p", text("silence"));
      silence.className = "ekt-compare__silence";
      made.append(silence);
    }
    if (others.length) made.append(several(others));
    if (here.length) {
      const group = part("alone");
      group.append(several(here));
      made.append(group);
    }
    return made;
  };
  const row = ({ label, of }, practices) => {
    const columns = practices.map(of);
    const { state, alone } = relate(columns);
    const made = part("row");
    made.dataset.state = state;
    made.querySelector("[data-label]").textContent = label;
    made.querySelector("[data-word]").textContent = text(state);
    made.append(...practices.map((practice, place) => cell(practice, columns[place], alone)));
    made.hidden = only.checked && ["same", "silent"].includes(state);
    return made;
  };
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
    const whole = rows.map((one) => row(one, practices));
    const different = whole.filter((one) => !["same", "silent"].includes(one.dataset.state)).length;
    table.dataset.count = practices.length;
    table.querySelector("caption").textContent = text(only.checked ? "caption-only" : "caption", {
      count: practices.length,
      different,
      fields: rows.length,
    });
    table.querySelector("thead tr").replaceChildren(part("corner"), ...practices.map(head));
    table.querySelector("tbody").replaceChildren(...whole);
    find("side-by-side").hidden = !enough;
    few.hidden = enough;
    few.querySelector("p").textContent = text(practices.length ? "one" : "none");
    few.querySelector("ul").replaceChildren(...(enough ? [] : practices.map((practice) => named("chosen", practice))));
    chooser.hidden = practices.length >= most;
    find("full").hidden = practices.length < most;
    find("here").textContent = location.href;
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
