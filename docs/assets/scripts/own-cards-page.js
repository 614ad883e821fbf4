// The page with cards of the practices that the address names, else of the reader's own selection.
(() => {
  const root = document.querySelector("[data-ekt-own-cards]");
  const chosen = root && window.elkKindTelt?.chosen?.(root);
  const { selection, loadPaper, dealCards } = window.elkKindTelt ?? {};
  if (!chosen || !loadPaper || !dealCards) return;
  const { byId, text, many, idsInAddress, unknownWords, list, find } = chosen;

  const wanted = () => {
    const { known, unknown } = idsInAddress();
    const named = known.length + unknown.length > 0;
    const kept = selection?.ids() ?? [];
    return named
      ? { known, unknown, named }
      : { known: kept.filter((id) => byId.has(id)), unknown: kept.filter((id) => !byId.has(id)), named };
  };
  let turn = 0;
  const show = async () => {
    const mine = ++turn;
    const { known, unknown, named } = wanted();
    const loaded = await Promise.all(known.map(loadPaper));
    if (mine !== turn) return;
    const found = loaded.filter(Boolean);
    const missing = known.length - found.length;
    find("source").innerHTML = found.map(({ card }) => card).join("");
    list(find("notices"), [
      ...(named && found.length ? [text("shared")] : []),
      ...(unknown.length ? [unknownWords(unknown)] : []),
      ...(missing ? [many("missing", missing)] : []),
    ]);
    find("none").hidden = known.length > 0;
    find("without-scripts").hidden = true;
    await dealCards(root);
  };
  selection?.onchange(() => {
    if (!wanted().named) show();
  });
  show();
})();
