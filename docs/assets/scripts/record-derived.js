// What the page of a practice tells besides what somebody typed: what follows from it, as schema/catalogue.py and
// hooks/page_plan.py work it out. elkKindTelt.recordForPreview gives the data with these, their names starting with $.
(() => {
  const shared = window.elkKindTelt;
  const form = shared?.recordForm;
  if (!form || !shared.recordWords) return;
  const { sentence, number } = shared.recordWords;
  const { root, model, text, many, label } = form;
  const concludedMark = form.find("preview").dataset.concluded;
  const templates = (name) => [...root.querySelectorAll(`template[data-${name}]`)];
  const silences = templates("silence").map((one) => [one.dataset.silence, one.content.textContent]);
  const ofChapter = new Map(templates("chapter").map((one) => [one.dataset.chapter, one.content.textContent]));
  const ageGroups = templates("age-group").map(({ dataset, content }) => ({ ...dataset, label: content.textContent }));

  const defaultOf = (...keys) =>
    keys.reduce((field, key) => field.fields.find((one) => one.key === key), model).default;
  const get = (data, path) => path.split(".").reduce((value, key) => value?.[key], data);

  /* Ages. */

  const years = (age) => {
    const months = age * 12;
    if (age > 0 && age < 1 && Number.isInteger(months)) return many("months", months);
    return text("years", { count: number(age) });
  };
  const range = (from, to) => {
    if (to === undefined) return text("age-from", { start: years(from) });
    if (from === undefined) return text("age-to", { end: years(to) });
    if (from === to) return years(to);
    const sameUnit = from === 0 || from < 1 === to < 1;
    const start = years(from);
    return text("age-range", { start: sameUnit ? start.replace(/ \S+$/, "") : start, end: years(to) });
  };
  const age = ({ van, tot, zwangerschap }) => {
    const from = van === undefined ? undefined : Number(van);
    const to = tot === undefined ? undefined : Number(tot);
    if (from === undefined && to === undefined) return zwangerschap ? text("age-during") : "";
    if (zwangerschap && from) return text("age-during-and", { range: range(from, to) });
    if (!zwangerschap) return range(from, to);
    return to === undefined ? text("age-pregnancy") : text("age-pregnancy-to", { end: years(to) });
  };
  const touches = ({ van, tot }, group) => {
    if (group.start === undefined || (van === undefined && tot === undefined)) return false;
    const [from, start, end] = [Number(van ?? 0), Number(group.start), Number(group.end)];
    if (tot === undefined) return from < end;
    return from === Number(tot) ? start <= from && from < end : from < end && Number(tot) > start;
  };
  const groupsOf = (told) =>
    ageGroups.filter((group) =>
      "unknown" in group ? !told : told && ("pregnancy" in group ? told.zwangerschap : touches(told, group)),
    );

  /* Terms, each once; one ground that the source states is enough. */

  const distinct = (found) => {
    const all = new Map();
    for (const { id, zekerheid } of found)
      if (id && (!all.has(id) || all.get(id) === concludedMark)) all.set(id, zekerheid);
    return [...all].map(([id, zekerheid]) => ({ id, zekerheid }));
  };
  const merged = (ids) =>
    ids.flatMap((id) => {
      const term = model.vocabularies.gemeenten.find((one) => one.id === id);
      return term?.mergedInto
        ? [{ old: term.label, since: term.since, new: label("gemeenten", term.mergedInto) }]
        : [];
    });
  const grouped = (parts) => {
    const groups = new Map();
    for (const one of parts) groups.set(one.reeks ?? "", [...(groups.get(one.reeks ?? "") ?? []), one]);
    return [...groups].map(([reeks, found]) => ({ reeks, parts: found }));
  };
  const money = ({ bedrag = "", munt = defaultOf("financiering", "bedragen", "munt") }) => {
    const [whole, cents] = bedrag.split(".");
    const grouped = whole.replace(/^0+(?=\d)/, "").replace(/\B(?=(\d{3})+$)/g, ".");
    const sum = cents ? `${grouped},${cents}` : grouped;
    if (munt === defaultOf("financiering", "bedragen", "munt")) return text("euro", { number: sum });
    return `${sum} ${munt}`;
  };
  const newest = (one, other) => (other.datum ?? "").localeCompare(one.datum ?? "");

  shared.recordForPreview = (data) => {
    const { dimensies = [], trekkers = [], partners = [], waar = {}, financiering = {}, leeftijd, vervolg, bereik } = data;
    const named = (all, key) =>
      all.filter(({ naam }) => naam).map((one) => ({ rol: defaultOf(key, "rol"), ...one }));
    const leads = named(trekkers, "trekkers");
    const actors = [...leads, ...named(partners, "partners")];
    const own = [...ofChapter].find(([, chapter]) => chapter === data.hoofdstuk)?.[0];
    const dimensions = dimensies.map((id) => ({ id, zekerheid: id === own ? "" : concludedMark }));
    const asTerms = (ids = []) => ids.map((id) => ({ id }));
    return {
      ...data,
      $first: dimensies[0],
      $ageGroups: groupsOf(leeftijd),
      $spot: [waar.plaats, waar.regio].filter(Boolean).join(", "),
      $municipalities: asTerms(waar.gemeenten),
      $mergers: merged(waar.gemeenten ?? []),
      $leads: leads.map((one, at) => ({
        ...one,
        naam: at ? one.naam : sentence(one.naam),
        more: at < leads.length - 1,
      })),
      $actors: actors,
      $types: distinct(actors.map(({ type, zekerheid }) => ({ id: type, zekerheid }))),
      $methods: asTerms(data.methodes),
      $dimensions: dimensions,
      $routes: distinct((financiering.routes ?? []).map(({ route, zekerheid }) => ({ id: route, zekerheid }))),
      $parts: grouped(data.onderdelen ?? []),
      $sources: (data.bronnen ?? []).map((one) => ({ ...one, name: one.titel ?? one.uitgever })),
      $unknown: silences.filter(([path]) => !get(data, path)).map(([, words]) => words),
      $chosen: [
        text("chosen-methods"),
        ...(bereik?.zekerheid === concludedMark ? [text("chosen-reach")] : []),
        ...(dimensions.some(({ zekerheid }) => zekerheid === concludedMark) ? [text("chosen-dimensions")] : []),
      ],
      leeftijd: leeftijd && { ...leeftijd, $age: age(leeftijd) },
      financiering: {
        ...financiering,
        bedragen: financiering.bedragen?.map((one) => ({ ...one, $money: money(one) })),
      },
      vervolg: vervolg && { ...vervolg, $reports: [...(vervolg.berichten ?? [])].sort(newest) },
    };
  };
})();
