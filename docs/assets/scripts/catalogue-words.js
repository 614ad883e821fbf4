// Adds to the results of the catalogue what has to do with words: it marks those that were found, says where on the
// page of a practice they stand when the card does not show them, and when nothing is left leads on to terms and pages.
// catalogue-filters.js tells it what is shown.
(() => {
  const ours = (window.elkKindTelt ??= {});
  const form = document.querySelector("[data-ekt-filters]");
  const near = document.querySelector("[data-ekt-near]");
  const pages = document.querySelector("[data-ekt-pages]");
  if (!form || !ours.markWords) return;

  const MOST_FIELDS = 2;
  const fields = [...form.attributes]
    .filter(({ name }) => name.startsWith("data-field-"))
    .map(({ name, value }) => ({ name: name.slice("data-field-".length), label: value }));

  /* On the cards. */

  const places = (hit) => {
    const holds = (text) => ours.firstWord(text, hit.words) >= 0;
    const told = fields.flatMap(({ name, label }) => {
      const text = [hit.texts?.[name] ?? []].flat().find(holds);
      return text ? [`${label} (${text})`] : [];
    });
    const known = fields.filter(({ name }) => hit.fields?.includes(name)).map(({ label }) => label);
    if (told.length) return told;
    // The last is the text as a whole.
    return known.length ? known : fields.slice(-1).map(({ label }) => label);
  };

  const mark = (card, hit) => {
    card.querySelector(".ekt-card__found")?.remove();
    const found = hit?.words ?? [];
    let number = 0;
    for (const part of card.querySelectorAll(".ekt-card__title, .ekt-card__text, .ekt-card__meta")) {
      number += ours.markWords(part, found);
    }
    if (!hit || number) return;
    const where = places(hit).slice(0, MOST_FIELDS);
    if (!where.length) return;
    const line = document.createElement("p");
    line.className = "ekt-card__found";
    line.textContent = `${form.dataset.foundIn} ${where.join(", ")}`;
    card.append(line);
    ours.markWords(line, found);
  };

  /* When nothing is left. */

  const fill = (box, elements) => {
    box.hidden = !elements.length;
    box.querySelector("ul").replaceChildren(
      ...elements.map((element) => {
        const item = document.createElement("li");
        element.className = "ekt-chip";
        item.append(element);
        return item;
      }),
    );
  };

  const suggest = ({ q, ready, count, ask }) => {
    const terms = ready ? (ours.nearTerms?.(q) ?? []) : [];
    return terms
      .filter((term) => count(term))
      .map((term) => {
        const button = document.createElement("button");
        button.type = "button";
        button.textContent = term;
        button.addEventListener("click", () => ask(term));
        return button;
      });
  };

  const simple = (text) =>
    text
      .normalize("NFD")
      .replace(/\p{M}/gu, "")
      .toLowerCase()
      .match(/[\p{L}\p{N}]+/gu) ?? [];

  // The pages about what the words name: values one can filter by, terms and ways to pay.
  const namedPages = ({ q, ready }) => {
    const stems = ready && ours.searchWords ? ours.searchWords : simple;
    const asked = new Set(stems(q));
    // A word such as 'en' has no stem: it need not be typed.
    const isNamed = (label) => {
      const telling = label.split(/\s+/).map(stems).filter((found) => found.length);
      return telling.length > 0 && telling.every((found) => found.some((stem) => asked.has(stem)));
    };
    const found = new Map();
    for (const option of form.querySelectorAll("[data-page]")) {
      const group = option.closest("[data-parameter]").querySelector("legend").textContent;
      if (isNamed(option.textContent)) found.set(new URL(option.dataset.page, location).href, `${group}: ${option.textContent}`);
    }
    for (const hit of ready ? ours.search(q) : []) {
      const [label] = hit.title.split(":");
      if (["begrip", "route"].includes(hit.kind) && isNamed(label) && !found.has(hit.href)) found.set(hit.href, label);
    }
    return [...found].map(([address, label]) => {
      const link = document.createElement("a");
      link.href = address;
      link.textContent = label;
      return link;
    });
  };

  form.addEventListener("ekt-shown", ({ detail }) => {
    for (const card of detail.cards) mark(card, detail.hits.get(card));
    const lost = detail.q && detail.nothing;
    fill(near, lost ? suggest(detail) : []);
    fill(pages, lost ? namedPages(detail) : []);
  });
})();
