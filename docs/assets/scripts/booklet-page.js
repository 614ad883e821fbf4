// The reader's booklet: the chosen practices as one page to print, with a cover, notes, a table and a worksheet.
(() => {
  const root = document.querySelector("[data-ekt-booklet]");
  const chosen = root && window.elkKindTelt?.chosen?.(root);
  const { selection, loadPaper } = window.elkKindTelt ?? {};
  const makeRows = chosen && window.elkKindTelt.comparison?.(chosen);
  if (!makeRows || !selection || !loadPaper) return;
  const { data, byId, text, many, address, withIds, idsInAddress, unknownWords, part, list, join, find } = chosen;
  const section = (name) => root.querySelector(`[data-section="${name}"]`);
  const most = Number(root.dataset.most);
  const siteTitle = document.title;
  const input = find("title-input");
  const choices = [...root.querySelectorAll("[data-choice] input")];
  const status = find("status");
  const anchor = (id) => root.dataset.anchorOf.replace("{id}", id);
  const numbered = (practice, place) => text("numbered", { number: place + 1, title: practice.title });

  /* What the reader set, kept in this browser. */

  const KEY = "ekt-boekje";
  const VERSION = 1;
  let kept = true;
  const readSettings = () => {
    try {
      const found = JSON.parse(localStorage.getItem(KEY));
      if (found?.version !== VERSION) return;
      if (typeof found.title === "string") input.value = found.title;
      const without = Array.isArray(found.without) ? found.without : [];
      for (const choice of choices) choice.checked = !without.includes(choice.name);
    } catch {
      // Not there to be read, or not ours: the page starts as it is.
    }
  };
  const keepSettings = () => {
    const without = choices.filter((choice) => !choice.checked).map((choice) => choice.name);
    try {
      localStorage.setItem(KEY, JSON.stringify({ version: VERSION, title: input.value, without }));
    } catch {
      kept = false;
    }
  };

  /* Which practices: those in the address, else those of the reader. */

  const which = () => {
    const asked = idsInAddress();
    const own = selection.ids();
    const ids = asked.known.length ? asked.known : own.filter((id) => byId.has(id));
    const gone = asked.known.length ? [] : own.filter((id) => !byId.has(id));
    return {
      practices: ids.map((id) => byId.get(id)),
      unknown: [...new Set([...asked.unknown, ...gone])],
      shared: asked.known.length > 0 && asked.known.join() !== own.filter((id) => byId.has(id)).join(),
    };
  };

  /* The practices. */

  // Links from one chosen practice to another stay within the booklet.
  const pointInside = (place, practices) => {
    const inside = new Map(practices.map((found) => [new URL(address(found), document.baseURI).href, anchor(found.id)]));
    for (const link of place.querySelectorAll("a[href]")) {
      const [page, rest] = new URL(link.getAttribute("href"), document.baseURI).href.split("#");
      if (inside.has(page)) link.href = `#${inside.get(page)}${rest ? `--${rest}` : ""}`;
    }
  };
  const missing = (practice) => {
    const made = part("missing");
    made.querySelector("[data-title]").textContent = practice.title;
    made.querySelector("[data-summary]").textContent = practice.summary;
    const link = made.querySelector("[data-link]");
    link.href = address(practice);
    link.textContent = link.href;
    return [made];
  };
  // HTML that our own templates made at the build, where every text of a record was escaped.
  const parsed = (html) => [...new DOMParser().parseFromString(html, "text/html").body.children];
  const piece = (practice, place, loaded, practices) => {
    const made = part("piece");
    made.id = anchor(practice.id);
    made.append(...(loaded ? parsed(loaded.piece) : missing(practice)));
    made.querySelector("h2").textContent = numbered(practice, place);
    pointInside(made, practices);
    const words = selection.note(practice.id);
    if (words) {
      const note = part("note");
      note.querySelector("[data-words]").textContent = words;
      made.querySelector("h2").parentElement.after(note);
    }
    return made;
  };

  /* Side by side, in tables as wide as a sheet can hold. */

  const groups = (practices) => {
    const count = Math.ceil(practices.length / most);
    // As even as can be, so that none is left alone.
    const cut = (place) => Math.round((place * practices.length) / count);
    return Array.from({ length: count }, (_, place) => practices.slice(cut(place), cut(place + 1)));
  };
  const head = (practice, place) => {
    const made = part("column");
    made.classList.add(`ekt-dim--${practice.dimension}`);
    made.querySelector("[data-kicker]").textContent = data.dimensions[practice.dimension];
    made.querySelector("[data-link]").textContent = numbered(practice, place);
    made.querySelector("[data-link]").href = `#${anchor(practice.id)}`;
    return made;
  };
  const table = (group, first) => {
    const made = part("table");
    made.querySelector("caption").textContent = text("table", { first: first + 1, last: first + group.length });
    made.querySelector("tr").append(part("corner"), ...group.map((practice, place) => head(practice, first + place)));
    made.querySelector("tbody").append(...makeRows(group));
    return made;
  };
  const tables = (practices) => {
    let first = 0;
    return groups(practices).map((group) => {
      const made = table(group, first);
      first += group.length;
      return made;
    });
  };

  /* The cover, the contents, and what is left out. */

  const showTitle = () => {
    const title = input.value.trim() || text("title");
    find("title").textContent = title;
    for (const running of root.querySelectorAll("[data-running]")) running.textContent = title;
    // What a browser calls the file when it keeps the page as a PDF.
    document.title = input.value.trim() || siteTitle;
  };
  const showContents = (practices) => {
    const items = practices.map((practice) => {
      const made = part("listed");
      made.querySelector("[data-link]").textContent = practice.title;
      made.querySelector("[data-link]").href = `#${anchor(practice.id)}`;
      return made;
    });
    find("contents").replaceChildren(...items);
  };
  const showParts = (count) => {
    const on = Object.fromEntries(choices.map((choice) => [choice.name, choice.checked]));
    on.comparison &&= count > 1;
    root.querySelector('[data-choice="comparison"]').hidden = count < 2;
    for (const place of root.querySelectorAll("[data-section]")) place.hidden = !on[place.dataset.section];
    for (const place of root.querySelectorAll("[data-listed]")) place.hidden = !on[place.dataset.listed];
    for (const place of root.querySelectorAll("[data-note]")) place.hidden = !on.notes;
    find("contents").hidden = !on.practices;
    const some = [...root.querySelectorAll("[data-section]")].some((place) => !place.hidden);
    find("print").hidden = !some;
    return some;
  };

  /* All of it. */

  let latest = 0;
  let told = "";
  const notice = (words) => {
    // Told once, not again with every letter of a note in another tab.
    if (told === words.join("\n")) return;
    told = words.join("\n");
    list(find("notices"), words);
  };
  const notices = ({ unknown, shared }, failed) => [
    ...(unknown.length ? [unknownWords(unknown)] : []),
    ...(shared && selection.ids().length ? [text("shared")] : []),
    ...(failed.length ? [many("not-loaded", failed.length, { titles: join(failed) })] : []),
    ...(selection.lasts && kept ? [] : [text("not-kept")]),
    ...(selection.broken ? [text("broken")] : []),
  ];
  const showFrame = (found) => {
    const { practices, shared } = found;
    const some = practices.length > 0;
    find("empty").hidden = some;
    find("tools").hidden = !some;
    find("paper").hidden = !some;
    find("about").textContent = many("about", practices.length);
    find("day").textContent = new Intl.DateTimeFormat("nl-BE", { dateStyle: "long" }).format(new Date());
    const ids = practices.map(({ id }) => id);
    find("here").textContent = withIds(location.href, ids);
    // A path on somebody's computer helps nobody who holds the paper.
    find("here-row").hidden = !location.protocol.startsWith("http");
    find("to-selection").href = shared ? withIds(root.dataset.selection, ids) : root.dataset.selection;
    showContents(practices);
    showTitle();
    showParts(practices.length);
    notice(notices(found, []));
  };
  const show = async () => {
    const turn = ++latest;
    const found = which();
    const { practices } = found;
    showFrame(found);
    if (!practices.length) {
      status.textContent = "";
      section("practices").replaceChildren();
      return;
    }
    status.textContent = text("making");
    find("print").hidden = true;
    const loaded = await Promise.all(practices.map(({ id }) => loadPaper(id)));
    // The reader chose again while these came.
    if (turn !== latest) return;
    section("practices").replaceChildren(
      ...practices.map((practice, place) => piece(practice, place, loaded[place], practices)),
    );
    find("tables").replaceChildren(...(practices.length > 1 ? tables(practices) : []));
    showTitle();
    tellParts();
    notice(notices(found, practices.filter((_, place) => loaded[place] === null).map(({ title }) => title)));
    // An address with a place in it was asked for before that place was there.
    if (location.hash) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  };
  function tellParts() {
    const { length } = which().practices;
    status.textContent = showParts(length) ? many("made", length) : text("nothing-in-it");
  }

  input.addEventListener("input", () => {
    keepSettings();
    showTitle();
  });
  for (const choice of choices)
    choice.addEventListener("change", () => {
      keepSettings();
      tellParts();
    });
  find("print").addEventListener("click", () => print());
  selection.onchange(show);

  readSettings();
  find("without-scripts").hidden = true;
  find("with-scripts").hidden = false;
  show();
})();
