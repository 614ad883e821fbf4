// What comes of the form: a file to keep, to copy, to mail, or to take along to where the files of the site are.
(() => {
  const form = window.elkKindTelt?.recordForm;
  const write = window.elkKindTelt?.writeRecord;
  if (!form || !write) return;
  const { root, text, find, announce } = form;
  const LONGEST_NAME = 80;
  const NAME = /^[a-z0-9]+(?:-[a-z0-9]+)*$/;
  // Mail programs cut off longer addresses; a git host refuses them. Whoever is not signed in there yet, has the
  // address encoded a second time.
  const LONGEST_MAIL = 1900;
  const LONGEST_ADDRESS = 8191;
  const SIGN_IN = 100;
  const file = find("file");
  const fault = find("file-error");
  const whole = find("whole");
  const taken = new Set([...root.querySelectorAll("template[data-known]")].map((one) => one.dataset.known));
  let ownName = false;

  /* The name of the file. */

  const slug = (words) =>
    words.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
  const cut = (words, most) => (words.length <= most ? words : words.slice(0, most + 1).replace(/-[^-]*$/, ""));
  const suggested = ({ titel = "", waar = {} }) => {
    const title = cut(slug(titel.split(":")[0]) || slug(titel), 50).slice(0, 50);
    const place = waar.gemeenten?.[0] ?? "";
    return `-${title}-`.includes(`-${place}-`) ? title : [title, place].filter(Boolean).join("-");
  };
  const wrong = () => {
    const name = file.value.trim();
    if (name.length > LONGEST_NAME || !NAME.test(name) || name === "index") return text("file-wrong");
    return name !== form.id && taken.has(name) ? text("file-taken") : "";
  };
  const tellName = () => {
    fault.textContent = wrong();
    fault.hidden = !fault.textContent;
    if (fault.textContent) file.setAttribute("aria-invalid", "true");
    else file.removeAttribute("aria-invalid");
    return !fault.textContent;
  };

  /* What every way out starts with. */

  const refresh = () => {
    const data = form.read();
    whole.value = write(data);
    // A practice that is there keeps its address.
    find("file-field").hidden = Boolean(form.id);
    if (form.id) file.value = form.id;
    else if (!ownName) file.value = suggested(data);
    if (!fault.hidden) tellName();
    aim();
  };
  const ready = () => {
    refresh();
    if (form.verify && !form.verify()) return false;
    if (tellName()) return true;
    file.focus();
    return false;
  };
  const on = (name, act) => find(name)?.addEventListener("click", () => ready() && act(`${file.value.trim()}.yml`));

  /* The ways out. */

  const download = (name) => {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([whole.value], { type: "text/yaml;charset=utf-8" }));
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
  };
  const select = () => {
    find("file-text").open = true;
    whole.focus();
    whole.select();
  };
  // At once, before another tab takes the focus.
  const copyNow = () => {
    const before = document.activeElement;
    select();
    const copied = document.execCommand("copy");
    if (copied) before.focus();
    return copied;
  };
  const tellCopied = (copied) => announce(text(copied ? "copied" : "not-copied"));

  on("download", (name) => {
    download(name);
    announce(text("downloaded", { name }));
  });
  // What is not finished can be kept as well; `python -m schema new --from` goes on with it.
  find("download-draft").addEventListener("click", () => {
    refresh();
    const name = `${NAME.test(file.value.trim()) ? file.value.trim() : "praktijk"}.yml`;
    download(name);
    announce(text("downloaded", { name }));
  });
  on("copy", async () => {
    try {
      await navigator.clipboard.writeText(whole.value);
      tellCopied(true);
    } catch {
      // Not there or not allowed; the older way may be.
      tellCopied(copyNow());
    }
  });

  /* Links: their addresses follow what is typed, and lead nowhere while something is wrong. */

  const mail = find("mail");
  const site = find("open");
  const mailed = () => {
    const name = `${file.value.trim()}.yml`;
    const subject = encodeURIComponent(text("mail-subject", { title: (form.read().titel ?? "").trim() }));
    const address = (body) =>
      `mailto:${root.dataset.contact}?subject=${subject}&body=${encodeURIComponent(body.replaceAll("\n", "\r\n"))}`;
    const complete = address(text("mail-body", { name, text: whole.value }));
    const fits = complete.length <= LONGEST_MAIL;
    return { fits, address: fits ? complete : address(text("mail-long", { name })) };
  };
  const opened = () => {
    const { newAddress, editAddress } = root.dataset;
    const plain = (form.id ? editAddress : newAddress).replace("{id}", file.value.trim());
    const filled = `${plain}&${new URLSearchParams({ value: whole.value })}`;
    const takesText = !form.id && "takesText" in root.dataset;
    const fits = takesText && encodeURIComponent(filled).length + SIGN_IN <= LONGEST_ADDRESS;
    return { fits, address: fits ? filled : plain };
  };
  function aim() {
    if (mail) mail.href = mailed().address;
    if (!site) return;
    const { address } = opened();
    site.hidden = !address;
    if (address) site.href = address;
  }
  const onLink = (link, act) =>
    link?.addEventListener("click", (event) => {
      if (ready()) act(`${file.value.trim()}.yml`);
      else event.preventDefault();
    });
  onLink(mail, (name) => {
    const { fits } = mailed();
    if (!fits) download(name);
    announce(text(fits ? "mailed" : "mail-attach", { name, contact: root.dataset.contact }));
  });
  onLink(site, () => {
    const { fits } = opened();
    const copied = fits || copyNow();
    announce(text(fits ? "opened" : copied ? "opened-copied" : "not-copied"));
  });

  file.addEventListener("input", () => {
    ownName = file.value.trim() !== "";
    if (!fault.hidden) tellName();
  });
  file.addEventListener("change", refresh);
  form.onchange(refresh, 200);
  find("hand-in").hidden = false;
})();
