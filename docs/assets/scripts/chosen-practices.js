// What the pages to compare and to keep share: the practices, the ids in an address, and the texts of the page.
(() => {
  const data = window.elkKindTelt?.practices;
  if (!data) return;
  const LOOKS_LIKE_ID = /^[a-z0-9-]{1,120}$/;
  const MOST_NAMED = 5;
  const byId = new Map(data.practices.map((practice) => [practice.id, practice]));

  // Gives what scripts need of a page whose element `root` holds the texts and the form of an address.
  window.elkKindTelt.chosen = (root) => {
    const texts = new Map();
    for (const template of root.querySelectorAll("template[data-text]"))
      texts.set(template.dataset.text, template.content.textContent.trim());
    const has = (name) => texts.has(name);
    // In one go, so that a title that looks like a place to fill in stays a title.
    const text = (name, values = {}) =>
      texts.get(name).replace(/\{(\w+)\}/g, (whole, key) => (key in values ? String(values[key]) : whole));
    const many = (name, count, values = {}) => text(count === 1 ? `${name}-one` : name, { count, ...values });
    const address = (practice) => root.dataset.addressOf.replace("{id}", practice.id);
    const join = (words) =>
      words.length > 1 ? `${words.slice(0, -1).join(", ")} ${text("and")} ${words.at(-1)}` : words.join("");
    const withIds = (base, ids) => {
      const made = new URL(base, document.baseURI);
      made.search = new URLSearchParams(ids.map((id) => ["id", id]));
      made.hash = "";
      return made.href;
    };
    const idsInAddress = () => {
      const asked = [...new Set(new URLSearchParams(location.search).getAll("id"))].filter(Boolean);
      return { known: asked.filter((id) => byId.has(id)), unknown: asked.filter((id) => !byId.has(id)) };
    };
    // Anyone can write an address: what does not look like an id is counted, not repeated.
    const unknownWords = (unknown) => {
      const named = unknown.filter((id) => LOOKS_LIKE_ID.test(id));
      const ids = [...named.slice(0, MOST_NAMED), ...(named.length > MOST_NAMED ? ["…"] : [])].join(", ");
      return many("unknown", unknown.length) + (ids ? ` ${text("unknown-ids", { ids })}` : "");
    };
    const part = (name) => root.querySelector(`template[data-part="${name}"]`).content.firstElementChild.cloneNode(true);
    const element = (name, words) => {
      const made = document.createElement(name);
      if (words !== undefined) made.textContent = words;
      return made;
    };
    const list = (place, words) => {
      place.replaceChildren(...words.map((found) => element("li", found)));
      place.hidden = !words.length;
    };
    const find = (name) => root.querySelector(`[data-${name}]`);
    // An empty region first: the same words twice are two messages.
    const status = find("status");
    const announce = (words) => {
      status.textContent = "";
      setTimeout(() => (status.textContent = words));
    };
    const page = { has, text, many, address, join, part, element, list, find, announce };
    return { data, byId, withIds, idsInAddress, unknownWords, ...page };
  };
})();
