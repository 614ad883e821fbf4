// What somebody types is kept in this browser until it is thrown away: recordForm.begin starts from a record or from
// nothing, and goes on where an earlier visit stopped.
(() => {
  const form = window.elkKindTelt?.recordForm;
  if (!form) return;
  const { root, text, find, announce } = form;
  const VERSION = 1;
  const part = find("draft");
  const words = find("draft-words");
  const sure = find("sure");
  const discard = find("discard");
  let key = "";
  let base = {};
  let pristine = "";
  let lasts = true;

  const stored = () => {
    try {
      const found = JSON.parse(localStorage.getItem(key));
      return found?.version === VERSION && found.data instanceof Object ? found : null;
    } catch {
      return null;
    }
  };
  const store = (data) => {
    try {
      if (data) {
        const kept = { version: VERSION, saved: new Date().toISOString(), base: JSON.stringify(base), data };
        localStorage.setItem(key, JSON.stringify(kept));
      } else {
        localStorage.removeItem(key);
      }
      lasts = true;
    } catch {
      lasts = false;
    }
    form.notice("kept", lasts ? "" : text("not-kept"));
  };
  const show = (message) => {
    part.hidden = !message;
    words.textContent = message;
    ask(false);
  };
  const ask = (open) => {
    sure.hidden = !open;
    discard.setAttribute("aria-expanded", open);
  };
  const save = () => {
    if (!key) return;
    const data = form.read();
    const isNew = JSON.stringify(data) !== pristine;
    store(isNew && data);
    if (isNew && part.hidden && lasts) show(text("draft-kept"));
    if (!isNew || !lasts) show("");
  };
  const when = (saved) =>
    new Intl.DateTimeFormat("nl-BE", { dateStyle: "long", timeStyle: "short" }).format(new Date(saved));

  // What was kept may be of another time, when the fields were others.
  const filled = (data) => {
    try {
      form.fill(data);
      return true;
    } catch {
      form.fill(base);
      return false;
    }
  };

  form.begin = (from) => {
    base = from;
    key = `ekt-fiche${form.id ? `-${form.id}` : ""}`;
    form.fill(base);
    pristine = JSON.stringify(form.read());
    const draft = stored();
    if (draft && filled(draft.data)) {
      const changed = draft.base !== JSON.stringify(base) && form.id;
      show(`${text("draft-restored", { when: when(draft.saved) })} ${changed ? text("draft-older") : ""}`.trim());
    }
    // Asked now, so that nobody types for an hour first.
    try {
      localStorage.setItem(`${key}-proef`, "1");
      localStorage.removeItem(`${key}-proef`);
    } catch {
      lasts = false;
      form.notice("kept", text("not-kept"));
    }
  };

  discard.addEventListener("click", () => {
    ask(sure.hidden);
    if (!sure.hidden) find("discard-no").focus();
  });
  find("discard-no").addEventListener("click", () => {
    ask(false);
    discard.focus();
  });
  find("discard-yes").addEventListener("click", () => {
    store(null);
    form.fill(base);
    show("");
    announce(text("draft-gone"));
    root.querySelector("[data-value]").focus();
  });
  sure.addEventListener("keydown", ({ key: pressed }) => {
    if (pressed === "Escape") find("discard-no").click();
  });

  form.onchange(save, 400);
  addEventListener("pagehide", save);
  addEventListener("storage", (event) => {
    if (event.key === key && event.newValue) form.notice("elsewhere", text("elsewhere"));
  });
})();
