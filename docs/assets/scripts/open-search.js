// Gives the search field a real button: the theme's own is a label that the keyboard cannot reach.
(() => {
  const toggle = document.getElementById("__search");
  const field = document.querySelector("[data-md-component=search-query]");
  if (!toggle || !field) return;
  for (const button of document.querySelectorAll("[data-ekt-opens-search]")) {
    button.hidden = false;
    button.addEventListener("click", () => {
      if (!toggle.checked) toggle.click();
      field.focus();
    });
  }
})();
