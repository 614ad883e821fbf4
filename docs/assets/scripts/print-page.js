// Makes a page ready for paper just before it is printed, and puts everything back after. Without this script the
// style sheet for paper does what it can: no address of the page, no day, and every address as often as its link.
(() => {
  const head = document.querySelector("[data-ekt-printed]");
  let undo = [];

  const openAll = () => {
    for (const details of document.querySelectorAll("details:not([open])")) {
      details.open = true;
      undo.push(() => (details.open = false));
    }
  };
  // The address behind a link stands on paper once: for each practice where there are several.
  const markRepeated = () => {
    const seen = new Set();
    for (const link of document.querySelectorAll('a[rel~="external"]')) {
      const key = `${link.closest(".ekt-paper__piece")?.id} ${link.href}`;
      if (seen.has(key)) {
        link.classList.add("ekt-address-stands");
        undo.push(() => link.classList.remove("ekt-address-stands"));
      }
      seen.add(key);
    }
  };
  const tell = () => {
    const address = head.querySelector("[data-address]");
    // A path on somebody's computer helps nobody who holds the paper.
    if (!address.textContent && location.protocol.startsWith("http"))
      address.textContent = decodeURI(location.origin + location.pathname + location.search);
    const day = head.querySelector("[data-day]");
    const words = new Intl.DateTimeFormat("nl-BE", { dateStyle: "long" }).format(new Date());
    day.textContent = day.dataset.words.replace("{day}", words);
  };

  addEventListener("beforeprint", () => {
    openAll();
    markRepeated();
    if (head) tell();
  });
  addEventListener("afterprint", () => {
    for (const action of undo) action();
    undo = [];
  });
})();
