// The theme turns the page at a single letter. Who speaks to a computer, or has a hand that trembles, does that without
// meaning to (WCAG 2.2, 2.1.4), so a letter without Ctrl, Alt or Command does not reach it.
document.addEventListener("keydown", (event) => {
  if (event.key?.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey) event.stopPropagation();
});
