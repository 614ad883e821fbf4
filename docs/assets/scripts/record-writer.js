// Cleans a record that somebody typed, and writes it as a file: elkKindTelt.cleanRecord and elkKindTelt.writeRecord.
// The steps and the bytes are those of schema/clean_text.py and schema/record_writer.py.
(() => {
  const shared = (window.elkKindTelt ??= {});

  // In this order: line breaks of any kind, spaces of any kind, what nobody can see, NFC, and then white space to spare.
  // NFC comes after the removals, because those can bring a letter and its accent together.
  const LINE_BREAK = /\r\n|[\r\u0085\u2028\u2029]/g;
  const SPACE = /[\t\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g;
  const REMOVED = new RegExp(
    "[\\u0000-\\u0008\\u000b\\u000c\\u000e-\\u001f\\u007f-\\u0084\\u0086-\\u009f" +
      "\\u00ad\\u061c\\u200b-\\u200f\\u202a-\\u202e\\u2060-\\u2069\\ufeff\\ufffe\\uffff\\ud800-\\udfff]",
    "gu",
  );
  // From the first space only, else a long run of spaces is tried again from each of them.
  const TRAILING_SPACES = /(?<! ) +(?=\n|$)/g;
  const EMPTY_LINES = /\n{3,}/g;
  const AROUND = /^[ \n]+|(?<![ \n])[ \n]+$/g;

  const BARE_TERM = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/;
  const BARE_KEY = /^[A-Za-z_][A-Za-z0-9_-]*$/;
  const NUMBER = /^0*([0-9]+(?:\.[0-9]+)?)$/;
  // Words that some reader takes for a truth or for nothing.
  const NOT_BARE = new Set(["y", "n", "yes", "no", "on", "off", "true", "false", "null"]);
  const NUMBERS = new Set(["number", "year", "age", "amount", "percentage"]);
  // A running text that is longer, in characters, stands in a block.
  const LONGEST_QUOTED = 100;
  const STEP = 2;
  const UNKNOWN = { kind: "text", fields: [] };

  const cleanText = (text) =>
    text
      .replace(LINE_BREAK, "\n")
      .replace(SPACE, " ")
      .replace(REMOVED, "")
      .normalize("NFC")
      .replace(TRAILING_SPACES, "")
      .replace(EMPTY_LINES, "\n\n")
      .replace(AROUND, "");

  const isGroup = (value) => typeof value === "object" && value !== null && !Array.isArray(value);

  const orNothing = (cleaned, isEmpty) => (isEmpty ? null : cleaned);

  // Gives the value of a field as it is written; null when that is nothing.
  const cleanValue = (value, field) => {
    if (value === null || value === undefined) return null;
    if (Array.isArray(value)) {
      const items = value.map((item) => cleanValue(item, field)).filter((item) => item !== null);
      return orNothing(items, items.length === 0);
    }
    if (isGroup(value)) {
      const group = cleanGroup(value, field.fields ?? []);
      return orNothing(group, group.size === 0);
    }
    const text = cleanText(String(value));
    return orNothing(field.kind === "text" ? text : text.replace(/\n/g, " "), text === "");
  };

  // A group is kept as a Map: it has the order of the model, whatever its keys are.
  const cleanGroup = (group, fields) => {
    const known = new Set(fields.map((field) => field.key));
    const others = Object.keys(group).filter((key) => !known.has(key));
    const all = [...fields, ...others.map((key) => ({ ...UNKNOWN, key }))];
    const cleaned = new Map();
    for (const field of all) {
      const value = Object.hasOwn(group, field.key) ? cleanValue(group[field.key], field) : null;
      if (value !== null && !isDefault(value, field)) cleaned.set(field.key, { field, value });
    }
    return cleaned;
  };

  const isDefault = (value, field) => value === (field.kind === "truth" ? (field.default ?? "false") : field.default);

  const asData = (value) => {
    if (Array.isArray(value)) return value.map(asData);
    if (!(value instanceof Map)) return value;
    return Object.fromEntries([...value].map(([key, entry]) => [key, asData(entry.value)]));
  };

  const isBare = (text, pattern) => pattern.test(text) && !NOT_BARE.has(text.toLowerCase());

  const quoted = (text) => `"${text.replace(/[\\"]/g, "\\$&")}"`;

  const scalarLines = (text, kind, indent) => {
    if (kind === "term" && isBare(text, BARE_TERM)) return [text];
    if (kind === "truth" && (text === "true" || text === "false")) return [text];
    if (NUMBERS.has(kind) && NUMBER.test(text)) return [NUMBER.exec(text)[1]];
    if (kind === "text" && (text.includes("\n") || [...text].length > LONGEST_QUOTED)) {
      return ["|-", ...text.split("\n").map((line) => (line ? " ".repeat(indent) + line : ""))];
    }
    return [quoted(text)];
  };

  const innerLines = (value, field, indent) =>
    value instanceof Map ? groupLines(value, indent) : listLines(value, field, indent);

  const groupLines = (group, indent) =>
    [...group].flatMap(([key, { field, value }]) => {
      const start = `${" ".repeat(indent)}${isBare(key, BARE_KEY) ? key : quoted(key)}:`;
      if (typeof value !== "string") return [start, ...innerLines(value, field, indent + STEP)];
      const [first, ...rest] = scalarLines(value, field.kind, indent + STEP);
      return [`${start} ${first}`, ...rest];
    });

  const listLines = (items, field, indent) =>
    items.flatMap((item) => {
      const isText = typeof item === "string";
      const deeper = indent + STEP;
      const [first, ...rest] = isText ? scalarLines(item, field.kind, deeper) : innerLines(item, field, deeper);
      // The first line of what is inside stands on the line of the dash.
      return [`${" ".repeat(indent)}- ${isText ? first : first.slice(deeper)}`, ...rest];
    });

  const cleaned = (data) => cleanGroup(data, shared.recordModel.fields);

  shared.cleanValue = (value, field) => asData(cleanValue(value, field));
  shared.cleanRecord = (data) => asData(cleaned(data));
  shared.writeRecord = (data) => `${groupLines(cleaned(data), 0).join("\n")}\n`;
})();
