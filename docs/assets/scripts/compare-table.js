// The rows of a table that puts practices side by side, with for each field whether they are alike.
(() => {
  // Takes what chosen-practices.js gives of a page; the page holds the parts and words of `_comparison.html.j2`.
  (window.elkKindTelt ??= {}).comparison = ({ data, has, text, part, element }) => {
    const rows = [
      { label: data.labels.summary, of: (practice) => [practice.summary] },
      ...data.fields.map(({ label }, place) => ({ label, of: (practice) => practice.values[place] })),
    ];

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

    /* The cells. */

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
      return made;
    };

    // Every row of the table, in order, for practices from the data.
    return (practices) => rows.map((one) => row(one, practices));
  };
})();
