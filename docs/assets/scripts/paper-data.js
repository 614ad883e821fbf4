// Loads what a practice needs on paper: window.elkKindTelt.loadPaper(id) promises { piece, card }, both HTML, or null.
(() => {
  // A browser that reads the site from a folder loads scripts and nothing else, so each practice is one.
  const folder = new URL("../data/papier/", document.currentScript.src);
  const asked = new Map();
  const load = (id) =>
    new Promise((resolve) => {
      const script = document.createElement("script");
      const done = () => {
        const found = window.elkKindTelt.paper?.[id] ?? null;
        // So that it can be asked for again.
        if (found === null) asked.delete(id);
        script.remove();
        resolve(found);
      };
      script.addEventListener("load", done);
      script.addEventListener("error", done);
      script.src = new URL(`${id}.js`, folder);
      document.head.append(script);
    });

  (window.elkKindTelt ??= {}).loadPaper = (id) => {
    if (!asked.has(id)) asked.set(id, load(id));
    return asked.get(id);
  };
})();
