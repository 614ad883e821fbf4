// Opens the search of the whole site and shows what it finds, grouped by kind. What it says stands in
// hooks/theme/partials/search.html; the finding itself is search-engine.js, which loads its index when it is asked to.
(() => {
  const ours = (window.elkKindTelt ??= {});
  const dialog = document.querySelector("dialog[data-ekt-search]");
  if (!dialog?.showModal) return;

  const PAUSE = 120; // milliseconds without a letter before it searches
  const BEFORE = 60; // letters of a summary that may stand before the first word found

  const words = dialog.dataset;
  const part = (name) => dialog.querySelector(`[data-ekt-search-${name}]`);
  const form = part("form");
  const field = form.elements.q;
  const status = part("status");
  const hint = part("hint");
  const results = part("results");
  const none = part("none");
  const near = part("near");
  const failed = part("failed");
  const groups = [...dialog.querySelectorAll("[data-ekt-search-kind]")];
  const catalogue = form.action;

  /* Finding. */

  let ready = null; // not asked yet; then "loading", true or false

  const warm = () => {
    if (ready === true || ready === "loading") return;
    ready = "loading";
    const told = (succeeded) => {
      ready = Boolean(succeeded);
      if (dialog.open) show();
    };
    if (ours.loadSearch) ours.loadSearch(told);
    else told(false);
  };

  // What answers all words, or else what answers some of them.
  const find = (text) => {
    const kinds = groups.map((group) => group.dataset.ektSearchKind);
    const hits = ours.search(text).filter((hit) => kinds.includes(hit.kind));
    const complete = hits.filter((hit) => hit.complete);
    return { hits: complete.length ? complete : hits, partial: Boolean(hits.length) && !complete.length };
  };

  /* Showing. */

  const count = (number, { one, many }) => `${number} ${number === 1 ? one : many}`;
  const question = () => field.value.trim();

  // A long summary starts a little before the first word found, so that it shows; a title is not said twice.
  const snippet = ({ title, summary = "" }, found) => {
    const text = summary.startsWith(`${title} `) ? summary.slice(title.length + 1) : summary;
    const place = ours.firstWord?.(text, found) ?? -1;
    if (place <= BEFORE * 2) return text;
    const start = text.lastIndexOf(" ", place - BEFORE);
    return start > 0 ? `… ${text.slice(start + 1)}` : text;
  };

  const item = (hit) => {
    const found = hit.words ?? [];
    const row = document.createElement("li");
    row.className = "ekt-search__hit";
    const link = document.createElement("a");
    link.href = hit.href;
    link.textContent = hit.title;
    row.append(link);
    const line = document.createElement("span");
    line.className = "ekt-search__text";
    line.textContent = snippet(hit, found);
    row.append(line);
    if (!ours.markWords?.(row, found)) {
      const other = Object.values(hit.texts ?? {})
        .flat()
        .find((text) => ours.firstWord?.(text, found) >= 0);
      if (other) {
        const where = document.createElement("span");
        where.className = "ekt-search__where";
        where.textContent = other;
        row.append(where);
        ours.markWords(where, found);
      }
    }
    return row;
  };

  const fill = (group, hits) => {
    const most = Number(group.dataset.most); // results before one asks for all
    const list = group.querySelector("ul");
    const more = group.querySelector(".ekt-search__more");
    const rows = hits.map(item);
    for (const row of rows.slice(most)) row.hidden = true;
    list.replaceChildren(...rows);
    group.hidden = !hits.length;
    group.querySelector("[data-ekt-search-count]").textContent = hits.length;
    more.hidden = hits.length <= most;
    more.querySelector("[data-ekt-search-number]").textContent = hits.length;
    const rest = more.querySelector("button");
    if (!rest) return;
    rest.onclick = () => {
      for (const row of rows) row.hidden = false;
      more.hidden = true;
      rows[most].querySelector("a").focus();
    };
  };

  const suggest = (text) => {
    const terms = (ours.nearTerms?.(text) ?? []).filter((term) => find(term).hits.length);
    near.querySelector("ul").replaceChildren(
      ...terms.map((term) => {
        const row = document.createElement("li");
        const button = document.createElement("button");
        button.type = "button";
        button.className = "ekt-chip";
        button.textContent = term;
        button.addEventListener("click", () => ask(term));
        row.append(button);
        return row;
      }),
    );
    near.hidden = !terms.length;
  };

  const leadOn = (text) => {
    for (const link of dialog.querySelectorAll("[data-ekt-search-all]")) {
      link.href = text ? `${catalogue}?${new URLSearchParams({ q: text })}` : catalogue;
    }
  };

  let shown = null;

  const show = () => {
    clearTimeout(waiting);
    const text = question();
    const found = text && ready === true ? find(text) : null;
    leadOn(text);
    hint.hidden = Boolean(text) || ready === false;
    failed.hidden = ready !== false;
    results.hidden = !found?.hits.length;
    none.hidden = !found || Boolean(found.hits.length);
    dialog.setAttribute("aria-busy", String(Boolean(text) && ready === "loading"));
    if (ready === false) status.textContent = words.failed;
    else if (!text) status.textContent = "";
    else if (!found) status.textContent = words.loading;
    // The same question again leaves the results, and where one is among them, as they are.
    if (!found || shown === text) {
      if (!found) shown = null;
      return;
    }
    shown = text;
    const told = [];
    for (const group of groups) {
      const hits = found.hits.filter((hit) => hit.kind === group.dataset.ektSearchKind);
      fill(group, hits);
      if (hits.length) told.push(count(hits.length, group.dataset));
    }
    if (found.hits.length) {
      const total = `${count(found.hits.length, words)}: ${told.join(", ")}.`;
      status.textContent = found.partial ? `${words.partial} ${total}` : total;
    } else {
      status.textContent = `${words.nothing} “${text}”.`;
      suggest(text);
    }
    dialog.querySelector(".ekt-search__scroll").scrollTop = 0;
  };

  let waiting = 0;
  const ask = (text) => {
    field.value = text;
    field.focus();
    show();
  };

  /* Opening, closing and moving about. */

  const open = () => {
    warm();
    dialog.showModal();
    field.focus();
    field.select();
    show();
  };

  for (const button of document.querySelectorAll("[data-ekt-opens-search]")) {
    button.hidden = false;
    button.addEventListener("click", open);
    button.addEventListener("pointerenter", warm);
    button.addEventListener("focus", warm);
    // Not every browser gives the focus to a button that is clicked, and so back to it.
    button.addEventListener("click", () => dialog.addEventListener("close", () => button.focus(), { once: true }));
  }
  part("close").addEventListener("click", () => dialog.close());
  // A press that began inside, such as selecting text, closes nothing.
  let pressed = null;
  dialog.addEventListener("pointerdown", (event) => (pressed = event.target));
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog && pressed === dialog) return dialog.close();
    const link = event.target.closest("a[href]");
    // A place on this very page: nothing loads, so the dialog has to make way.
    if (link?.hash && link.href.split("#")[0] === location.href.split("#")[0] && !(event.ctrlKey || event.metaKey)) {
      dialog.close();
    }
  });

  const stops = () => [
    field,
    ...[...dialog.querySelectorAll(".ekt-search__scroll :is(a[href], button)")].filter((one) => one.getClientRects().length),
  ];
  dialog.addEventListener("keydown", (event) => {
    // The keys of the page behind, such as those of the theme, are not for here.
    event.stopPropagation();
    if (event.isComposing) return;
    if (event.key === "Escape") {
      // In a search field a browser would first empty it.
      event.preventDefault();
      return dialog.close();
    }
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const all = stops();
    const place = all.indexOf(document.activeElement);
    const next = all[place + (event.key === "ArrowDown" ? 1 : -1)];
    if (place < 0 || !next) return;
    event.preventDefault();
    next.focus();
  });

  field.addEventListener("input", () => {
    leadOn(question());
    clearTimeout(waiting);
    waiting = setTimeout(show, question() ? PAUSE : 0);
  });
  for (const example of dialog.querySelectorAll("[data-ekt-search-words]")) {
    example.addEventListener("click", () => ask(example.textContent));
  }
  // Enter leads to the catalogue with these words; where it has nothing, to the first result of another kind.
  form.addEventListener("submit", (event) => {
    if (!question()) return event.preventDefault();
    if (ready !== true) return;
    show();
    if (!groups[0].hidden && !results.hidden) return;
    event.preventDefault();
    results.querySelector("section:not([hidden]) a")?.click();
  });
})();
