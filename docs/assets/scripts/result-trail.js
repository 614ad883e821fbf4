// Leads from a practice back to the results one came from, and on to the previous and the next of them.
(() => {
  const trail = document.querySelector("[data-ekt-trail]");
  if (!trail) return;
  let kept = null;
  try {
    kept = JSON.parse(sessionStorage.getItem("ekt-resultaat"));
  } catch {
    return; // nothing kept, or nothing that can be read
  }
  if (!Array.isArray(kept?.results)) return;
  const place = kept.results.findIndex((result) => result?.id === trail.dataset.ektTrail);
  if (place < 0) return;
  const back = trail.querySelector("[data-ekt-back]");
  const catalogue = back.href;
  back.href = `${catalogue}?${kept.query}`;
  for (const [name, result] of [
    ["before", kept.results[place - 1]],
    ["after", kept.results[place + 1]],
  ]) {
    const link = trail.querySelector(`[data-ekt-${name}]`);
    if (!result) continue;
    link.href = new URL(result.address, catalogue).href;
    link.querySelector("span").textContent = result.title;
    link.hidden = false;
  }
  trail.querySelector("[data-ekt-place]").textContent = `${place + 1} / ${kept.results.length}`;
  trail.hidden = false;
})();
