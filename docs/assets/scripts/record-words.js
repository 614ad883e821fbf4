// Dates, numbers and lists in Dutch, as hooks/dutch_text.py writes them: elkKindTelt.recordWords.
(() => {
  const shared = window.elkKindTelt;
  if (!shared?.recordForm) return;
  const { text } = shared.recordForm;
  const month = new Intl.DateTimeFormat("nl-BE", { month: "long", timeZone: "UTC" });
  const isDate = (value) => /^\d{4}(-(0[1-9]|1[0-2])(-\d{2})?)?$/.test(value);

  const date = (value) => {
    // Still being typed.
    if (!isDate(value)) return value;
    const [year, ofYear, day] = value.split("-");
    const name = ofYear && month.format(new Date(Date.UTC(Number(year), Number(ofYear) - 1, 1)));
    return [day && Number(day), name, year].filter(Boolean).join(" ");
  };
  const sentence = (words) => {
    const first = words.startsWith("ij") ? 2 : 1;
    return words.slice(0, first).toUpperCase() + words.slice(first);
  };
  const lower = (words) => {
    const start = words.slice(0, 2);
    const isAbbreviation = start === start.toUpperCase() && start !== start.toLowerCase();
    return isAbbreviation ? words : words.slice(0, 1).toLowerCase() + words.slice(1);
  };

  shared.recordWords = {
    date,
    sentence,
    lower,
    moment: (value) => text(value.split("-").length === 3 ? "on-day" : "in-month", { date: date(value) }),
    join: (words) =>
      words.length > 1 ? `${words.slice(0, -1).join(", ")} ${text("and")} ${words.at(-1)}` : words.join(""),
    number: (value) => String(Number(value)).replace(".", ","),
  };
})();
