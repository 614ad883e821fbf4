// The page of the reader's own selection: order, notes, a link to share and files to keep; or one that was shared.
(() => {
  const root = document.querySelector("[data-ekt-selection-page]");
  const chosen = root && window.elkKindTelt?.chosen?.(root);
  const selection = window.elkKindTelt?.selection;
  if (!chosen || !selection) return;
  const { data, byId, text, many, address, withIds, idsInAddress, unknownWords, part, element, list } = chosen;
  const { find, announce } = chosen;
  const most = Number(root.dataset.most);
  const undoButton = find("undo");
  const own = find("own");
  const shared = find("shared");
  const items = find("items");
  const link = find("share-link");
  const hint = find("compare-hint");
  const madeItems = new Map();
  let undo = null;

  const plain = new URL(location.pathname, document.baseURI).href;
  const knownIds = () => selection.ids().filter((id) => byId.has(id));
  const titleOf = (id) => byId.get(id)?.title ?? id;
  const absolute = (id) => (byId.has(id) ? new URL(address(byId.get(id)), document.baseURI).href : "");
  const shareAddress = () => withIds(plain, knownIds());

  const offerUndo = (action) => {
    undo = action;
    undoButton.hidden = !action;
  };
  // Goes back to what was there before, and keeps what came later; `added` is what the undone step itself brought.
  const restoring = (before, added = []) => () => {
    const now = new Map(selection.entries().map((entry) => [entry.id, entry]));
    const old = new Set(before.map(({ id }) => id));
    const later = [...now.values()].filter(({ id }) => !old.has(id) && !added.includes(id));
    selection.put([...before.map((entry) => now.get(entry.id) ?? entry), ...later]);
  };

  /* A practice in a list. */

  const describe = (made, id) => {
    const practice = byId.get(id);
    const at = (name) => made.querySelector(`[data-${name}]`);
    for (const place of made.querySelectorAll("[data-title]")) place.textContent = titleOf(id);
    if (!practice) {
      at("heading").textContent = text("gone", { id });
      at("summary").textContent = text("gone-why");
      for (const name of ["kicker", "meta", "address", "compare-choice"]) at(name)?.remove();
      return;
    }
    made.classList.add(`ekt-dim--${practice.dimension}`);
    const title = element("a", practice.title);
    title.href = address(practice);
    at("heading").append(title);
    at("kicker").textContent = data.dimensions[practice.dimension];
    at("summary").textContent = practice.summary;
    at("meta").textContent = practice.meta.filter(Boolean).join(" · ");
    at("address").textContent = absolute(id);
  };

  const move = (id, by, button) => {
    const before = selection.ids().indexOf(id);
    selection.move(id, by);
    const count = selection.ids().length;
    const place = selection.ids().indexOf(id) + 1;
    const stays = before + 1 === place;
    announce(text(stays ? (by < 0 ? "already-first" : "already-last") : "moved", { title: titleOf(id), place, count }));
    button.focus();
  };
  const remove = (id) => {
    const before = selection.entries();
    const place = before.findIndex((entry) => entry.id === id);
    selection.remove(id);
    const left = selection.ids();
    announce(left.length ? many("removed", left.length, { title: titleOf(id) }) : text("cleared"));
    const restore = restoring(before);
    offerUndo(() => {
      restore();
      announce(text("back", { title: titleOf(id) }));
      madeItems.get(id)?.querySelector("[data-remove]").focus();
    });
    // On with the one that took its place.
    const next = madeItems.get(left[Math.min(place, left.length - 1)]);
    (next?.querySelector("[data-remove]") ?? undoButton).focus();
  };
  const makeOwn = (id) => {
    const made = part("item");
    describe(made, id);
    const note = made.querySelector("textarea");
    note.id = `notitie-${id}`;
    made.querySelector("[data-note-label]").htmlFor = note.id;
    note.addEventListener("input", () => selection.setNote(id, note.value));
    for (const button of made.querySelectorAll("[data-move]"))
      button.addEventListener("click", () => move(id, Number(button.dataset.move), button));
    made.querySelector("[data-remove]").addEventListener("click", () => remove(id));
    made.querySelector("[data-compare-choice] input")?.addEventListener("change", showCompare);
    return made;
  };
  const showNote = (made, id) => {
    const note = made.querySelector("textarea");
    const words = selection.note(id);
    // What is being typed here is newer than what another tab tells.
    const typing = document.hasFocus() && document.activeElement === note;
    if (note.value !== words && !typing) note.value = words;
    made.querySelector("[data-note-printed]").textContent = words;
    made.querySelector("[data-printed]").hidden = !words;
  };

  /* The reader's own selection. */

  const checked = () =>
    selection.ids().filter((id) => madeItems.get(id)?.querySelector("[data-compare-choice] input")?.checked);
  const comparable = () => (knownIds().length > most ? checked() : knownIds());
  function showCompare() {
    const known = knownIds();
    const choose = known.length > most;
    items.dataset.choose = choose;
    for (const choice of items.querySelectorAll("[data-compare-choice]")) choice.hidden = !choose;
    const button = find("compare");
    button.hidden = known.length < 2;
    button.textContent = choose ? text("compare-chosen", { count: checked().length }) : many("compare", known.length);
    hint.hidden = !choose;
  }
  const compare = () => {
    const ids = comparable();
    if (ids.length < 2 || ids.length > most) {
      announce(many("compare-how-many", ids.length, { most }));
      return;
    }
    location.href = withIds(new URL(root.dataset.compare, document.baseURI), ids);
  };

  const showOwn = () => {
    const ids = selection.ids();
    const focused = items.contains(document.activeElement) ? document.activeElement : null;
    for (const [id, made] of madeItems) {
      if (ids.includes(id)) continue;
      made.remove();
      madeItems.delete(id);
    }
    ids.forEach((id, place) => {
      if (!madeItems.has(id)) madeItems.set(id, makeOwn(id));
      const made = madeItems.get(id);
      if (items.children[place] !== made) items.insertBefore(made, items.children[place] ?? null);
      // Not disabled: that would take the focus away from who holds it.
      made.querySelector('[data-move="-1"]').setAttribute("aria-disabled", place === 0);
      made.querySelector('[data-move="1"]').setAttribute("aria-disabled", place === ids.length - 1);
      for (const button of made.querySelectorAll("[data-move]")) button.hidden = ids.length < 2;
      showNote(made, id);
    });
    // A moved element loses the focus.
    if (focused?.isConnected && document.activeElement !== focused) focused.focus();
    find("count").textContent = many("count", ids.length);
    find("filled").hidden = !ids.length;
    find("empty").hidden = Boolean(ids.length);
    link.value = shareAddress();
    find("share").hidden = !knownIds().length;
    const booklet = find("own-booklet");
    booklet.hidden = !knownIds().length;
    // What the browser does not keep, the address takes along.
    if (!selection.lasts) booklet.href = withIds(booklet.href, knownIds());
    showCompare();
    // What the browser does not keep, the address does.
    if (!selection.lasts) history.replaceState(null, "", ids.length ? withIds(plain, ids) : plain);
  };

  /* A selection that somebody shared. */

  const showShared = (ids) => {
    const have = selection.ids();
    find("shared-count").textContent = many("shared-count", ids.length);
    find("shared-items").replaceChildren(
      ...ids.map((id) => {
        const made = part("shared-item");
        describe(made, id);
        made.querySelector("[data-have]").hidden = !have.includes(id);
        return made;
      }),
    );
    find("add-all").hidden = ids.every((id) => have.includes(id));
    find("add-all").textContent = text(have.length ? "add-all" : "keep-all");
    find("replace").hidden = !have.length;
    find("to-own").hidden = !have.length;
    find("shared-have").textContent = many("shared-have", have.length);
    find("shared-have").hidden = !have.length;
    find("to-own").href = plain;
    find("shared-booklet").href = withIds(find("shared-booklet").href, ids);
  };
  const take = (make, words, values) => {
    const before = selection.entries();
    const old = before.map(({ id }) => id);
    selection.put(make(before));
    const restore = restoring(before, selection.ids().filter((id) => !old.includes(id)));
    history.pushState(null, "", plain);
    show();
    announce(many(words, selection.ids().length, values));
    offerUndo(() => {
      restore();
      announce(text("as-before"));
      find("heading-own").focus();
    });
    find("heading-own").focus();
  };

  /* Which of the two it is. */

  // Told once, not again with every letter of a note.
  let told = "";
  const notice = (words) => {
    if (told === words.join("\n")) return;
    told = words.join("\n");
    list(find("notices"), words);
  };

  function show() {
    const { known, unknown } = idsInAddress();
    const ids = selection.ids();
    const differs = known.length > 0 && known.join() !== knownIds().join();
    const isShared = differs && selection.lasts;
    own.hidden = isShared;
    shared.hidden = !isShared;
    notice([
      ...(unknown.length && !unknown.every((id) => ids.includes(id)) ? [unknownWords(unknown)] : []),
      ...(selection.lasts ? [] : [text("not-kept")]),
      ...(selection.broken ? [text("broken")] : []),
    ]);
    if (isShared) showShared(known);
    else showOwn();
  }

  /* Files to keep. */

  const today = () => {
    const now = new Date();
    const two = (number) => String(number).padStart(2, "0");
    return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
  };
  const site = () => new URL(root.dataset.home, document.baseURI).href;
  const rows = () =>
    selection.entries().map(({ id, note }) => ({ id, titel: titleOf(id), adres: absolute(id), notitie: note }));
  const download = (name, type, content) => {
    const made = element("a");
    made.href = URL.createObjectURL(new Blob([content], { type }));
    made.download = name;
    made.click();
    setTimeout(() => URL.revokeObjectURL(made.href), 10000);
    announce(text("downloaded", { name }));
  };
  // A spreadsheet runs a cell that starts like a formula; an apostrophe before it makes it text.
  const FORMULA = /^\s*[=+\-@|\t\r\uFF1D\uFF0B\uFF0D\uFF20]/;
  const quoted = (cell) => `"${(FORMULA.test(cell) ? `'${cell}` : cell).replaceAll('"', '""')}"`;
  const asTable = () => {
    const names = [data.labels.id, data.labels.title, text("address"), text("note"), text("date"), text("site")];
    const cells = rows().map((row) => [row.id, row.titel, row.adres, row.notitie, today(), site()]);
    // With the byte order mark that a spreadsheet needs to read accents.
    return `\uFEFF${[names, ...cells].map((row) => `${row.map(quoted).join(";")}\r\n`).join("")}`;
  };
  const asJson = () => `${JSON.stringify({ site: site(), datum: today(), praktijken: rows() }, null, 2)}\n`;

  /* Buttons. */

  const on = (name, act) => find(name).addEventListener("click", act);
  on("compare", compare);
  on("print", () => print());
  on("csv", () => download("mijn-selectie.csv", "text/csv;charset=utf-8", asTable()));
  on("json", () => download("mijn-selectie.json", "application/json", asJson()));
  on("clear", () => {
    const restore = restoring(selection.entries());
    selection.clear();
    announce(text("cleared"));
    offerUndo(() => {
      restore();
      announce(text("as-before"));
      find("heading-own").focus();
    });
    undoButton.focus();
  });
  on("undo", () => {
    const action = undo;
    offerUndo(null);
    action?.();
  });
  on("copy", async () => {
    link.focus();
    link.select();
    let copied = false;
    try {
      await navigator.clipboard.writeText(link.value);
      copied = true;
    } catch {
      // Not there or not allowed; the older way may be.
      copied = document.execCommand("copy");
    }
    announce(text(copied ? "copied" : "not-copied"));
    if (copied) find("copy").focus();
  });
  on("add-all", () =>
    take((before) => {
      const old = before.map(({ id }) => id);
      return [...before, ...idsInAddress().known.filter((id) => !old.includes(id)).map((id) => ({ id, note: "" }))];
    }, "taken"),
  );
  on("replace", () =>
    take((before) => {
      const notes = new Map(before.map(({ id, note }) => [id, note]));
      return idsInAddress().known.map((id) => ({ id, note: notes.get(id) ?? "" }));
    }, "taken"),
  );

  selection.onchange((elsewhere) => {
    // Another tab went on from there.
    if (elsewhere) offerUndo(null);
    show();
  });
  addEventListener("popstate", show);

  find("share-stick").hidden = location.protocol !== "file:";
  // A browser that keeps nothing starts from what the address holds.
  if (!selection.lasts && !selection.ids().length)
    selection.put(idsInAddress().known.map((id) => ({ id, note: "" })));
  show();
  find("without-scripts").hidden = true;
  find("with-scripts").hidden = false;
})();
