// Shows the buttons that print the page, and lets them do it.
for (const button of document.querySelectorAll("[data-ekt-print]")) {
  button.addEventListener("click", () => print());
  button.hidden = false;
}
