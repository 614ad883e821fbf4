// Deals practice cards over sheets of paper: each side as large as fits its panel; what does not fit at the least size
// goes on to a card that says so. Nothing is cut. Other pages use window.elkKindTelt.dealCards(root).
(() => {
  const FORMATS = {
    a5: { most: 12.5, least: 8, perSheet: 2 },
    a6: { most: 10, least: 7, perSheet: 4 },
  };
  const STEP = 0.25;
  // Room to spare, in pixels: a printer's text may run a hair wider than the screen's.
  const SPARE = 5;
  const PARAMETERS = { format: "formaat", sides: "kanten" };
  const COLUMNS = 2;
  const NARROW = 640;
  const ITEMS_INSIDE = "section, ol, ul:not(.ekt-panel__list), dl";
  const LABELS = "h3, dt";

  const fill = (words, values) =>
    words.replace(/\{(\w+)\}/g, (whole, key) => (key in values ? String(values[key]) : whole));
  const bodyOf = (panel) => panel.querySelector(".ekt-panel__body");
  const setSize = (panel, size) => (panel.style.fontSize = `${size}pt`);
  const fits = (panel) => {
    const body = bodyOf(panel);
    const last = body.lastElementChild;
    return !last || last.getBoundingClientRect().bottom + SPARE <= body.getBoundingClientRect().bottom;
  };
  // Whether there is more in it than labels of what follows.
  const says = (element) => {
    const length = (found) => found.textContent.replace(/\s/g, "").length;
    const labels = [...element.querySelectorAll(LABELS)].reduce((sum, label) => sum + length(label), 0);
    return length(element) > labels;
  };
  // The largest of `count` steps for which `good` holds, if those before it do as well; 0 if the first does not.
  const search = (count, good) => {
    let low = 0;
    let high = count;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if (good(middle)) low = middle;
      else high = middle - 1;
    }
    return low;
  };

  const dealer = (root, format, stage) => {
    const { most, least } = FORMATS[format];
    const steps = Math.round((most - least) / STEP);
    const text = (name, values) => fill(root.querySelector(`template[data-text="${name}"]`).content.textContent, values);
    const piece = (name) =>
      root.querySelector(`template[data-piece="${name}"]`).content.firstElementChild.cloneNode(true);
    const onStage = (panel) => {
      stage.replaceChildren(panel);
      return panel;
    };
    const sizeOf = (step) => least + step * STEP;

    // Puts what fits of a text at the end of `target`: whole words, or signs where not one word fits a whole panel.
    const splitText = (node, target, panel) => {
      const whole = node.data;
      const tried = document.createTextNode("");
      const empty = !says(bodyOf(panel));
      target.append(tried);
      const most = (ends) =>
        ends[search(ends.length, (count) => {
          tried.data = whole.slice(0, ends[count - 1]);
          return fits(panel);
        }) - 1] ?? 0;
      let end = most([...whole.matchAll(/\S+\s*/g)].map((word) => word.index + word[0].length));
      if (!end && empty) {
        let place = 0;
        end = most(Array.from(whole, (sign) => (place += sign.length)));
      }
      tried.data = whole.slice(0, end);
      node.data = whole.slice(end);
      if (!end) tried.remove();
    };

    // Says at the start of the rest what it is the rest of.
    const goOn = (rest, part) => {
      const label = part.firstElementChild?.matches(LABELS) ? part.firstElementChild : null;
      if (label) {
        const again = label.cloneNode(false);
        again.dataset.again = label.dataset.again ?? label.textContent;
        again.textContent = text("again", { label: again.dataset.again });
        rest.prepend(again);
      }
      if (rest.matches("li")) rest.classList.add("ekt-continued");
      if (rest.matches("ol")) {
        const goesOn = rest.firstElementChild?.matches(".ekt-continued") ? 1 : 0;
        rest.start = part.start + part.children.length - goesOn;
      }
    };

    // Moves as much of `source` into `target` as fits: whole items, or with `deep` parts of the item that is in turn.
    const pour = (source, target, panel, deep) => {
      while (source.firstChild) {
        const node = source.firstChild;
        target.append(node);
        if (fits(panel)) continue;
        source.prepend(node);
        if (node.nodeType === Node.TEXT_NODE) {
          if (deep) splitText(node, target, panel);
        } else if (deep || node.matches(ITEMS_INSIDE)) {
          const part = node.cloneNode(false);
          target.append(part);
          pour(node, part, panel, deep);
          if (says(part)) goOn(node, part);
          else {
            node.prepend(...part.childNodes);
            part.remove();
          }
        }
        return;
      }
    };
    const pourInto = (panel, rest) => {
      const body = bodyOf(panel);
      pour(rest, body, panel, false);
      if (rest.textContent.trim() && !says(body)) pour(rest, body, panel, true);
      // Rather too much on a panel than anything lost.
      if (!says(body)) body.append(...rest.childNodes);
    };

    // One by one: a line that breaks elsewhere can make a larger size fit where a smaller one did not.
    const asLargeAsFits = (panel) => {
      onStage(panel);
      for (let step = steps; step >= 0; step -= 1) {
        setSize(panel, sizeOf(step));
        if (fits(panel)) return true;
      }
      return false;
    };
    const tellPart = (panel, name, values) => (panel.querySelector("[data-part]").textContent = text(name, values));
    const longest = { part: 88, parts: 88 };

    const more = (card, size) => {
      const panel = piece("panel");
      const back = card.querySelector('[data-side="back"]');
      panel.querySelector("[data-name]").textContent = back.querySelector(".ekt-panel__name").textContent;
      panel.querySelector("[data-moment]").textContent = back.querySelector(".ekt-panel__moment").textContent;
      tellPart(panel, "more", longest);
      setSize(onStage(panel), size);
      return panel;
    };
    const dealAt = (card, size) => {
      const left = document.createElement("div");
      const panels = [...card.querySelectorAll(".ekt-panel")].map((side) => {
        const panel = side.cloneNode(true);
        tellPart(panel, "part", longest);
        if (asLargeAsFits(panel)) return panel;
        const rest = document.createElement("div");
        rest.append(...bodyOf(panel).childNodes);
        setSize(panel, size);
        pourInto(panel, rest);
        left.append(...rest.childNodes);
        return panel;
      });
      while (left.textContent.trim()) {
        const panel = more(card, size);
        pourInto(panel, left);
        panels.push(panel);
      }
      return panels;
    };
    const dealLong = (card) => {
      // As large as the least number of cards allows.
      const count = Math.ceil(dealAt(card, least).length / 2);
      const step = search(steps, (tried) => Math.ceil(dealAt(card, sizeOf(tried)).length / 2) === count);
      const panels = dealAt(card, sizeOf(step));
      if (panels.length % 2) {
        const panel = more(card, least);
        bodyOf(panel).append(piece("notes"));
        panels.push(panel);
      }
      panels.forEach((panel, place) => {
        const part = Math.floor(place / 2) + 1;
        tellPart(panel, part === 1 ? "part" : "more", { part, parts: count });
      });
      return panels;
    };

    // Gives the panels of a card: a front and a back, and as many pairs more as its text needs.
    return (card) => {
      const panels = [...card.querySelectorAll(".ekt-panel")].map((side) => side.cloneNode(true));
      const dealt = panels.map(asLargeAsFits).every(Boolean) ? panels : dealLong(card);
      for (const panel of dealt) {
        panel.className += ` ${[...card.classList].filter((name) => name.startsWith("ekt-dim")).join(" ")}`;
        panel.dataset.of = card.dataset.card;
      }
      return dealt;
    };
  };

  const set = (root) => {
    const find = (name) => root.querySelector(`[data-${name}]`);
    const source = find("source");
    const sheets = find("sheets");
    const choicesOf = (parameter) => [...root.querySelectorAll(`[name="${parameter}"]`)];
    const choices = Object.values(PARAMETERS).flatMap(choicesOf);
    for (const choice of choices)
      if (choice.value === new URLSearchParams(location.search).get(choice.name)) choice.checked = true;
    const chosen = (parameter) => choicesOf(parameter).find((choice) => choice.checked).value;
    const many = (name, count) =>
      fill(root.querySelector(`template[data-text="${count === 1 ? `${name}-one` : name}"]`).content.textContent, {
        count,
      });

    const nothing = () => {
      const panel = document.createElement("div");
      panel.className = "ekt-panel ekt-panel--none";
      return panel;
    };
    // Which panels lie on which side of which sheet. Fronts and backs alternate in `panels`.
    const foldedLeaves = (panels, perSheet) => {
      const leaves = [];
      for (let first = 0; first < panels.length; first += perSheet) leaves.push(panels.slice(first, first + perSheet));
      return leaves;
    };
    // Behind each front its back: a sheet that is turned over has its columns the other way around.
    const turnedLeaves = (panels, perSheet) =>
      foldedLeaves(panels, 2 * perSheet).flatMap((onSheet) => {
        const places = Array.from({ length: perSheet }, (_, place) => place);
        const mirrored = (place) => place - (place % COLUMNS) + (COLUMNS - 1 - (place % COLUMNS));
        return [
          places.map((place) => onSheet[2 * place] ?? nothing()),
          places.map((place) => onSheet[2 * mirrored(place) + 1] ?? nothing()),
        ];
      });
    const makeLeaf = (format, panels) => {
      const box = document.createElement("div");
      const leaf = document.createElement("div");
      box.className = "ekt-leafbox";
      leaf.className = `ekt-leaf ekt-leaf--${format}`;
      leaf.append(...panels);
      box.append(leaf);
      return box;
    };
    // The preview is as wide as the page has room for; paper has its own size.
    const scale = () => {
      const room = sheets.clientWidth;
      if (!room) return;
      sheets.classList.toggle("ekt-cardset__sheets--narrow", room < NARROW);
      for (const box of sheets.children) {
        const leaf = box.firstElementChild;
        const factor = Math.min(1, room / leaf.offsetWidth);
        leaf.style.transform = `scale(${factor})`;
        box.style.height = `${leaf.offsetHeight * factor}px`;
        box.style.width = `${leaf.offsetWidth * factor}px`;
      }
    };

    const deal = () => {
      const format = chosen(PARAMETERS.format);
      const sides = chosen(PARAMETERS.sides);
      const cards = [...source.querySelectorAll("[data-card]")];
      // Reads where it stands: that is where the site's own address is known, if nowhere else.
      for (const link of source.querySelectorAll("[data-address]:not([data-full])"))
        if (location.protocol.startsWith("http")) link.textContent = link.href;
      const stage = document.createElement("div");
      stage.className = `ekt-leaf ekt-leaf--${format} ekt-cardset__stage`;
      stage.setAttribute("aria-hidden", "true");
      root.append(stage);
      const dealt = cards.map(dealer(root, format, stage));
      stage.remove();
      const leavesOf = sides === "2" ? turnedLeaves : foldedLeaves;
      const leaves = leavesOf(dealt.flat(), FORMATS[format].perSheet);
      sheets.replaceChildren(...leaves.map((panels) => makeLeaf(format, panels)));
      sheets.classList.toggle("ekt-cardset__sheets--turned", sides === "2");
      root.dataset.dealt = `${format}-${sides}`;
      source.hidden = true;
      sheets.hidden = false;
      for (const note of root.querySelectorAll("[data-for]")) note.hidden = note.dataset.for !== root.dataset.dealt;
      find("tools").hidden = !cards.length;
      scale();
      const longer = dealt.filter((found) => found.length > 2).length;
      find("status").textContent =
        `${many("cards", cards.length)}, ${many("sheets", leaves.length / Number(sides))}.` + (longer ? ` ${many("longer", longer)}` : "");
    };

    for (const choice of choices)
      choice.addEventListener("change", () => {
        const address = new URL(location.href);
        address.searchParams.set(choice.name, choice.value);
        history.replaceState(null, "", address);
        deal();
      });
    find("print").addEventListener("click", () => print());
    new ResizeObserver(scale).observe(root);
    return deal;
  };

  const made = new WeakMap();
  // Resolves when the cards in the page's source lie on sheets; the letters must be there to be measured.
  (window.elkKindTelt ??= {}).dealCards = async (root) => {
    if (!made.has(root)) made.set(root, set(root));
    await Promise.all(
      ["400 10pt", "700 10pt", "italic 400 10pt"].map((kind) =>
        document.fonts.load(`${kind} "Atkinson Hyperlegible Next"`).catch(() => {}),
      ),
    );
    await document.fonts.load('600 10pt "Fraunces"').catch(() => {});
    made.get(root)();
  };

  for (const root of document.querySelectorAll("[data-ekt-cards]")) window.elkKindTelt.dealCards(root);
})();
