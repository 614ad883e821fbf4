// Shows the meaning of a term beside it, for mouse and keyboard. Without this script the link has a title and leads
// to the glossary.
(() => {
  const links = document.querySelectorAll("a.ekt-term");
  if (!links.length) return;
  const tip = document.createElement("div");
  tip.className = "ekt-tip";
  tip.id = "ekt-tip";
  tip.setAttribute("role", "tooltip");
  tip.hidden = true;
  document.body.append(tip);
  const header = document.querySelector(".ekt-header");
  let shown = null;
  let leaving = 0;

  const hide = () => {
    clearTimeout(leaving);
    tip.hidden = true;
    shown?.removeAttribute("aria-describedby");
    shown = null;
  };
  const show = (link) => {
    clearTimeout(leaving);
    if (shown === link) return;
    hide();
    shown = link;
    tip.textContent = link.dataset.meaning;
    tip.hidden = false;
    link.setAttribute("aria-describedby", tip.id);
    const place = link.getBoundingClientRect();
    const widest = document.documentElement.clientWidth - tip.offsetWidth - 8;
    tip.style.left = `${Math.max(8, Math.min(place.left, widest)) + scrollX}px`;
    // Below the term, where a page can always scroll; above it when only there it fits under the header.
    const top = place.top - tip.offsetHeight - 4;
    const above = place.bottom + tip.offsetHeight + 8 > innerHeight && top > (header?.getBoundingClientRect().bottom ?? 0);
    tip.style.top = `${(above ? top : place.bottom + 4) + scrollY}px`;
  };
  // The meaning stays while its term has the focus or the pointer is on either, so that one can read and select it.
  const hideUnlessWanted = () => {
    if (shown && shown !== document.activeElement && !shown.matches(":hover") && !tip.matches(":hover")) hide();
  };
  const hideSoon = () => {
    clearTimeout(leaving);
    leaving = setTimeout(hideUnlessWanted, 200);
  };

  for (const link of links) {
    link.dataset.meaning = link.title;
    link.removeAttribute("title");
    link.addEventListener("pointerenter", (event) => event.pointerType === "mouse" && show(link));
    link.addEventListener("pointerleave", hideSoon);
    link.addEventListener("focus", () => show(link));
    link.addEventListener("blur", hideSoon);
  }
  tip.addEventListener("pointerenter", () => clearTimeout(leaving));
  tip.addEventListener("pointerleave", hideSoon);
  document.addEventListener("keydown", (event) => event.key === "Escape" && hide());
})();
