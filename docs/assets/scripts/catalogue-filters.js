// Filters the catalogue: the choices live in the address, so that every view can be linked, kept and gone back to.
// It works on the cards that are on the page; without it the page is the full list.
(() => {
  const form = document.querySelector("[data-ekt-filters]");
  const cards = [...document.querySelectorAll(".ekt-results .ekt-card[data-practice]")];
  if (!form || !cards.length) return;

  const LOOKS_LIKE_OURS = /^[a-z]{1,20}(=[a-z0-9-]{1,60})?$/;
  const MOST_NAMED = 5;
  const words = form.dataset;
  const head = document.querySelector("[data-ekt-head]");
  const told = document.querySelector("[data-ekt-told]");
  const sentence = document.querySelector("[data-ekt-sentence]");
  const chosen = document.querySelector("[data-ekt-chosen]");
  const unknown = document.querySelector("[data-ekt-unknown]");
  const empty = document.querySelector("[data-ekt-empty]");
  const without = document.querySelector("[data-ekt-without]");
  const plain = document.querySelector("[data-ekt-plain]");
  const relevance = document.querySelector("[data-ekt-relevance]");
  const byHandbook = form.elements.sorteer.options[0];
  const sorted = document.querySelector("[data-ekt-sorted]");
  const sections = [...document.querySelectorAll(".ekt-results__group")];
  const homes = new Map(cards.map((card) => [card, card.parentElement]));

  const groups = [...form.querySelectorAll("[data-parameter]")].map((element) => ({
    element,
    name: element.dataset.parameter,
    phrase: element.dataset.phrase,
    boxes: [...element.querySelectorAll("input[type=checkbox]")],
  }));
  const label = (box) => box.closest("label").querySelector("[data-label]").textContent;
  const inSentence = (box) => box.closest("label").querySelector("[data-label]").dataset.words;
  // What an editor concluded has a ~ behind it.
  const values = new Map(
    cards.map((card) => [
      card,
      Object.fromEntries(
        groups.map(({ name }) => {
          const ids = (card.getAttribute(`data-${name}`) || "").split(" ").filter(Boolean);
          return [name, new Map(ids.map((id) => [id.replace("~", ""), id.endsWith("~")]))];
        }),
      ),
    ]),
  );

  const folded = (text) =>
    text
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .toLowerCase();
  const texts = new Map(cards.map((card) => [card, card.textContent]));

  /* The state, and its way to and from the address. */

  const read = () => {
    const parameters = new URLSearchParams(location.search);
    const q = (parameters.get("q") || "").slice(0, form.elements.q.maxLength).trim();
    const state = { chosen: {}, q, sort: "", concluded: true, unknown: [] };
    for (const { name, boxes } of groups) {
      const known = boxes.map((box) => box.value);
      const asked = [...new Set(parameters.getAll(name))];
      state.chosen[name] = known.filter((id) => asked.includes(id));
      state.unknown.push(...asked.filter((id) => !known.includes(id)).map((id) => `${name}=${id}`));
    }
    const sort = parameters.get("sorteer") || "";
    if ([...form.elements.sorteer.options].some((option) => option.value === sort)) state.sort = sort;
    else state.unknown.push(`sorteer=${sort}`);
    state.concluded = parameters.get("afgeleid") !== "nee";
    if (![null, "nee"].includes(parameters.get("afgeleid"))) state.unknown.push(`afgeleid=${parameters.get("afgeleid")}`);
    for (const name of ["q", "sorteer", "afgeleid"])
      for (const value of parameters.getAll(name).slice(1)) state.unknown.push(`${name}=${value}`);
    for (const name of new Set(parameters.keys()))
      if (!groups.some((group) => group.name === name) && !["q", "sorteer", "afgeleid"].includes(name))
        state.unknown.push(name);
    return state;
  };

  // Anyone can write an address: what does not look like one of ours is counted, not repeated.
  const unknownWords = (unknown) => {
    const named = unknown.filter((found) => LOOKS_LIKE_OURS.test(found)).slice(0, MOST_NAMED);
    const others = unknown.length - named.length;
    return `${words.unknown} ${[...named, ...(others ? [words.others.replace("{}", others)] : [])].join(", ")}.`;
  };

  const address = (state) => {
    const parameters = new URLSearchParams();
    if (state.q) parameters.set("q", state.q);
    for (const { name } of groups) for (const id of state.chosen[name]) parameters.append(name, id);
    if (!state.concluded) parameters.set("afgeleid", "nee");
    if (state.sort) parameters.set("sorteer", state.sort);
    return parameters.toString();
  };

  const fromForm = () => ({
    chosen: Object.fromEntries(
      groups.map(({ name, boxes }) => [name, boxes.filter((box) => box.checked).map((box) => box.value)]),
    ),
    q: form.elements.q.value.trim(),
    sort: form.elements.sorteer.value,
    concluded: form.elements.afgeleid.checked,
    unknown: [],
  });

  const toForm = (state) => {
    for (const { element, name, boxes } of groups) {
      for (const box of boxes) box.checked = state.chosen[name].includes(box.value);
      if (element.localName === "details" && state.chosen[name].length) element.open = true;
    }
    if (form.elements.q.value.trim() !== state.q) form.elements.q.value = state.q;
    form.elements.sorteer.value = state.sort;
    form.elements.afgeleid.checked = state.concluded;
  };

  /* What fits: one value of a group is enough, between groups all must fit. */

  const has = (card, name, id, concluded) => {
    const found = values.get(card)[name];
    return found.has(id) && (concluded || !found.get(id));
  };
  const fits = (card, state, but) =>
    groups.every(
      ({ name }) =>
        name === but ||
        !state.chosen[name].length ||
        state.chosen[name].some((id) => has(card, name, id, state.concluded)),
    );

  /* Words: the search engine finds them; until it is there, or when it does not come, the text of the cards does. */

  let engine = "absent"; // then "loading", "ready" or "failed"
  let current = null;
  let answers = new Map();

  const load = () => {
    if (engine === "loading" || engine === "ready") return;
    engine = "loading";
    const loaded = (succeeded) => {
      engine = succeeded ? "ready" : "failed";
      answers = new Map();
      if (current?.q) show(current);
    };
    const loadSearch = window.elkKindTelt?.loadSearch;
    if (loadSearch) loadSearch(loaded);
    else loaded(false);
  };

  const byEngine = (q) => {
    const found = window.elkKindTelt.search(q).filter((hit) => hit.kind === "praktijk");
    const complete = found.filter((hit) => hit.complete);
    const byId = new Map((complete.length ? complete : found).map((hit) => [hit.id, hit]));
    const here = cards.filter((card) => byId.has(card.dataset.practice));
    const hits = new Map(here.map((card) => [card, byId.get(card.dataset.practice)]));
    return { hits, partial: hits.size > 0 && !complete.length };
  };
  const byText = (q) => {
    const wanted = folded(q).split(/\s+/);
    const here = cards.filter((card) => wanted.every((word) => folded(texts.get(card)).includes(word)));
    const holding = (card) =>
      texts
        .get(card)
        .match(/[\p{L}\p{N}]+/gu)
        .filter((word) => wanted.some((part) => folded(word).includes(part)));
    return { hits: new Map(here.map((card) => [card, { score: 0, words: holding(card) }])), partial: false };
  };
  // Which cards answer the words, each with its score and the words to mark; without words all of them.
  const find = (q) => {
    if (!q) return { hits: new Map(cards.map((card) => [card, { score: 0, words: [] }])), partial: false };
    if (!answers.has(q)) answers.set(q, engine === "ready" ? byEngine(q) : byText(q));
    return answers.get(q);
  };
  const fitting = (state) => {
    const { hits } = find(state.q);
    return cards.filter((card) => hits.has(card) && fits(card, state));
  };

  /* Showing it. */

  const chip = (text, spoken, act) => {
    const item = document.createElement("li");
    const button = document.createElement("button");
    button.type = "button";
    button.className = "ekt-chip";
    button.textContent = text;
    if (spoken) button.setAttribute("aria-label", spoken);
    button.addEventListener("click", () => {
      const place = [...item.parentElement.children].indexOf(item);
      const list = item.parentElement;
      act();
      // The button is gone: go on with the one that took its place, or with what was found.
      const next = list === chosen && (list.children[place] ?? list.lastElementChild);
      (next ? next.querySelector("button") : sentence).focus();
    });
    item.append(button);
    return item;
  };
  const count = (number) => `${number} ${number === 1 ? words.one : words.many}`;
  const join = (names) => (names.length > 1 ? names.slice(0, -1).join(", ") + words.or + names.at(-1) : names[0]);
  const withoutValue = (state, name, id) => ({
    ...state,
    chosen: { ...state.chosen, [name]: state.chosen[name].filter((other) => other !== id) },
  });
  const picks = (state) =>
    groups.flatMap(({ name, boxes }) =>
      boxes.filter((box) => state.chosen[name].includes(box.value)).map((box) => ({ name, id: box.value, text: label(box) })),
    );

  const inOrder = (found, state, score) => {
    const title = (card) => card.querySelector(".ekt-card__title").textContent;
    const by = {
      titel: (a, b) => title(a).localeCompare(title(b), "nl"),
      gemeente: (a, b) => a.dataset.place.localeCompare(b.dataset.place, "nl") || title(a).localeCompare(title(b), "nl"),
      nieuwste: (a, b) => b.dataset.moment.localeCompare(a.dataset.moment) || title(a).localeCompare(title(b), "nl"),
    }[state.sort];
    if (by) return [...found].sort(by);
    return [...found].sort((a, b) => score(b) - score(a) || cards.indexOf(a) - cards.indexOf(b));
  };

  const show = (state) => {
    current = state;
    if (state.q && engine === "absent") load();
    const { hits, partial } = find(state.q);
    const score = (card) => hits.get(card)?.score ?? -1;
    const matching = cards.filter((card) => hits.has(card));
    const found = fitting(state);
    const waiting = Boolean(state.q) && engine === "loading" && !found.length;
    const flat = Boolean(state.q || state.sort);

    for (const { name, boxes } of groups) {
      const others = matching.filter((card) => fits(card, state, name));
      for (const box of boxes) {
        const number = others.filter((card) => has(card, name, box.value, state.concluded)).length;
        box.closest("label").querySelector(".ekt-count").firstChild.textContent = number;
        // Not under the hand of who just unticked it.
        box.disabled = !number && !box.checked && box !== document.activeElement;
      }
    }

    const visible = new Set(found);
    for (const card of flat ? inOrder(cards, state, score) : cards) {
      card.hidden = !visible.has(card);
      (flat ? sorted : homes.get(card)).append(card);
    }
    sorted.hidden = !flat;
    for (const section of sections) section.hidden = flat || !section.querySelector(".ekt-card:not([hidden])");

    const phrases = groups
      .filter(({ name }) => state.chosen[name].length)
      .map(({ name, phrase, boxes }) =>
        phrase.replace("{}", join(boxes.filter((box) => state.chosen[name].includes(box.value)).map(inSentence))),
      );
    const asked = state.q ? [partial ? words.partial : words.about, `“${state.q}”`] : [];
    sentence.textContent = waiting ? words.loading : [count(found.length), ...asked, ...phrases].join(" ");
    plain.hidden = !state.q || engine !== "failed";
    byHandbook.textContent = state.q ? byHandbook.dataset.withWords : byHandbook.dataset.withoutWords;
    relevance.hidden = !state.q || Boolean(state.sort);
    chosen.replaceChildren(
      ...(state.q ? [chip(`“${state.q}” ×`, `${words.remove} ${state.q}`, () => go({ ...state, q: "" }))] : []),
      ...picks(state).map(({ name, id, text }) =>
        chip(`${text} ×`, `${words.remove} ${text}`, () => go(withoutValue(state, name, id))),
      ),
    );
    chosen.hidden = !chosen.children.length;
    unknown.hidden = !state.unknown.length;
    unknown.textContent = state.unknown.length ? unknownWords(state.unknown) : "";

    empty.hidden = Boolean(found.length) || waiting;
    without.replaceChildren();
    if (!found.length) {
      const fewer = [
        ...(state.q ? [{ text: `“${state.q}”`, next: { ...state, q: "" } }] : []),
        ...picks(state).map(({ name, id, text }) => ({ text, next: withoutValue(state, name, id) })),
      ];
      for (const { text, next } of fewer) {
        const number = fitting(next).length;
        if (number) without.append(chip(`${words.without} ${text}: ${count(number)}`, "", () => go(next)));
      }
    }
    without.parentElement.hidden = !without.children.length;
    keep(state, flat ? inOrder(found, state, score) : found);
    // For scripts that add to what is shown, such as catalogue-words.js.
    form.dispatchEvent(
      new CustomEvent("ekt-shown", {
        detail: {
          q: state.q,
          cards,
          hits: state.q ? new Map(found.map((card) => [card, hits.get(card)])) : new Map(),
          nothing: !found.length && !waiting,
          ready: engine === "ready",
          count: (q) => fitting({ ...state, q }).length,
          ask: (q) => {
            go({ ...state, q });
            sentence.focus();
          },
        },
      }),
    );
  };

  // What a practice page needs to lead back and on.
  const keep = (state, found) => {
    try {
      const query = address(state);
      const results = found.map((card) => {
        const link = card.querySelector(".ekt-card__title a");
        return { id: card.dataset.practice, title: link.textContent, address: link.getAttribute("href") };
      });
      sessionStorage.setItem("ekt-resultaat", JSON.stringify(query ? { query, results } : null));
    } catch {
      // A browser that keeps nothing still filters.
    }
  };

  /* Moving through views. */

  const go = (state, replace = false) => {
    const query = address(state);
    const target = location.pathname + (query ? `?${query}` : "");
    history[replace ? "replaceState" : "pushState"](null, "", target);
    toForm(state);
    show(state);
  };

  form.addEventListener("change", () => go(fromForm()));
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    go({ chosen: Object.fromEntries(groups.map(({ name }) => [name, []])), q: "", sort: "", concluded: true, unknown: [] });
    form.elements.q.focus();
  });
  // Typing changes one view rather than making a new one for each letter.
  form.elements.q.addEventListener("input", () => go(fromForm(), true));
  form.elements.q.addEventListener("focus", load);
  form.elements.q.addEventListener("change", (event) => event.stopPropagation());
  addEventListener("popstate", () => {
    const state = read();
    toForm(state);
    show(state);
  });

  form.hidden = false;
  told.hidden = false;
  head.hidden = false;
  document.querySelector("[data-ekt-ways]")?.setAttribute("hidden", "");
  form.querySelector(".ekt-filters__all").open = matchMedia("(min-width: 60em)").matches;
  const first = read();
  toForm(first);
  show(first);
})();
