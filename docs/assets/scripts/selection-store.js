// The reader's own selection of practices, kept in this browser: window.elkKindTelt.selection.
// Where the browser keeps nothing, or nothing more, it lives as long as the page does, and `lasts` is false.
(() => {
  const KEY = "ekt-selectie";
  const VERSION = 1;
  const ID = /^[a-z0-9-]{1,120}$/;
  const listeners = new Set();
  let entries = [];
  // Notes of what was taken out, so that a practice put back has its note again; the last few.
  const MOST_REMOVED = 20;
  let removed = [];
  let lasts = true;
  let broken = false;

  const isEntry = (entry) => typeof entry?.id === "string" && ID.test(entry.id);
  const clean = (kept) => {
    const byId = new Map();
    for (const { id, note } of kept.filter(isEntry))
      if (!byId.has(id)) byId.set(id, { id, note: typeof note === "string" ? note : "" });
    return [...byId.values()];
  };
  const parse = (text) => {
    let found = null;
    try {
      found = JSON.parse(text);
    } catch {
      // Told below, as anything else that is not a selection.
    }
    const kept = found?.version === VERSION && Array.isArray(found.practices) ? found.practices : [null];
    broken = !kept.every(isEntry);
    removed = clean(Array.isArray(found?.removed) ? found.removed : []);
    return clean(kept);
  };
  const read = () => {
    // What could not be kept is newer than what was.
    if (!lasts) return;
    try {
      const text = localStorage.getItem(KEY);
      broken = false;
      removed = [];
      entries = text === null ? [] : parse(text);
    } catch {
      lasts = false;
    }
  };
  const write = () => {
    // Also after a failure: a reader who takes something away may make room.
    try {
      localStorage.setItem(KEY, JSON.stringify({ version: VERSION, practices: entries, removed }));
      broken = false;
      lasts = true;
    } catch {
      lasts = false;
    }
  };
  const tell = (elsewhere) => {
    for (const listener of listeners) listener(elsewhere);
  };
  // Read first: another tab may have changed it, and a page that comes back from the history hears nothing of that.
  const change = (make) => {
    read();
    entries = make(entries);
    write();
    tell(false);
  };
  const has = (id) => entries.some((entry) => entry.id === id);

  (window.elkKindTelt ??= {}).selection = {
    ids: () => entries.map(({ id }) => id),
    has,
    note: (id) => entries.find((entry) => entry.id === id)?.note ?? "",
    setNote: (id, note) => change((all) => all.map((entry) => (entry.id === id ? { id, note } : entry))),
    add: (id) =>
      change((all) => {
        if (has(id) || !ID.test(id)) return all;
        const before = removed.find((entry) => entry.id === id);
        removed = removed.filter((entry) => entry !== before);
        return [...all, before ?? { id, note: "" }];
      }),
    remove: (id) =>
      change((all) => {
        const noted = all.filter((entry) => entry.id === id && entry.note);
        removed = [...noted, ...removed.filter((entry) => entry.id !== id)].slice(0, MOST_REMOVED);
        return all.filter((entry) => entry.id !== id);
      }),
    move: (id, by) =>
      change((all) => {
        const from = all.findIndex((entry) => entry.id === id);
        const to = from + by;
        if (from < 0 || to < 0 || to >= all.length) return all;
        const moved = [...all];
        moved.splice(to, 0, ...moved.splice(from, 1));
        return moved;
      }),
    clear: () =>
      change(() => {
        removed = [];
        return [];
      }),
    // Everything at once, to go back to: `put(entries())` changes nothing.
    entries: () => entries.map((entry) => ({ ...entry })),
    put: (all) => change(() => all.filter(isEntry).map(({ id, note = "" }) => ({ id, note }))),
    // Calls back after each change, with true when it happened in another tab.
    onchange: (listener) => listeners.add(listener),
    get lasts() {
      return lasts;
    },
    get broken() {
      return broken;
    },
  };

  read();
  // Asks the browser now whether it keeps anything, so that a page can say so before the reader starts.
  try {
    localStorage.setItem(`${KEY}-proef`, "1");
    localStorage.removeItem(`${KEY}-proef`);
  } catch {
    lasts = false;
  }
  addEventListener("storage", (event) => {
    if (event.key !== KEY && event.key !== null) return;
    read();
    tell(true);
  });
  addEventListener("pageshow", (event) => {
    if (!event.persisted) return;
    read();
    tell(true);
  });
})();
