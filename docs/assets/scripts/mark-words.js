// Marks words in what is on the page, for every script that shows results: `elkKindTelt.markWords(element, words)`
// marks them in place of those it marked before, and gives how many there are now; without words it only clears.
// It works with texts and elements, never with markup, so that what somebody typed stays text.
(() => {
  const ours = (window.elkKindTelt ??= {});

  const clear = (element) => {
    for (const mark of element.querySelectorAll("mark.ekt-found")) {
      const parent = mark.parentNode;
      mark.replaceWith(...mark.childNodes);
      parent.normalize();
    }
  };

  // Whole words only, whatever their capitals; of two that start alike the longest.
  const pattern = (words) => {
    const written = words.filter(Boolean).sort((one, other) => other.length - one.length);
    if (!written.length) return null;
    const escaped = written.map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"));
    return new RegExp(`(?<![\\p{L}\\p{N}])(?:${escaped.join("|")})(?![\\p{L}\\p{N}])`, "giu");
  };

  ours.markWords = (element, words = []) => {
    clear(element);
    const wanted = pattern([...words]);
    if (!wanted) return 0;
    const walker = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) texts.push(walker.currentNode);
    let number = 0;
    for (const text of texts) {
      const written = text.data;
      const pieces = [];
      let done = 0;
      for (const found of written.matchAll(wanted)) {
        const mark = document.createElement("mark");
        mark.className = "ekt-found";
        mark.textContent = found[0];
        pieces.push(written.slice(done, found.index), mark);
        done = found.index + found[0].length;
        number += 1;
      }
      if (pieces.length) text.replaceWith(...pieces, written.slice(done));
    }
    return number;
  };

  // Where a text holds the first of the words; -1 when it holds none.
  ours.firstWord = (text, words) => {
    const wanted = pattern([...words]);
    return wanted ? text.search(wanted) : -1;
  };
})();
