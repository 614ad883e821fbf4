// Puts the names of a part and of its piece at the head of each sheet of paper, while it is printed: a style sheet
// alone cannot take them from the text in every browser. Each piece gets a kind of page of its own.
(() => {
  const sheet = new CSSStyleSheet();
  const quoted = (words = "") => JSON.stringify(words.replace(/\s+/g, " ").trim());
  const rule = (name, part, piece) => `@page ${name} {
    @top-left { content: ${quoted(part === piece ? "" : part)}; width: 45%; }
    @top-right { content: ${quoted(piece)}; width: 55%; }
  }`;

  addEventListener("beforeprint", () => {
    const rules = [...document.querySelectorAll(".ekt-paper__piece")].map((piece, place) => {
      const name = `ekt-sheet-${place}`;
      piece.style.page = name;
      const [part, title] = [".ekt-paper__running", "h2"].map((found) => piece.querySelector(found)?.textContent.trim());
      return rule(name, part, title);
    });
    sheet.replaceSync(rules.join("\n"));
    if (!document.adoptedStyleSheets.includes(sheet)) document.adoptedStyleSheets.push(sheet);
  });
})();
