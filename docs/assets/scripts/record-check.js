// Checks a record that somebody typed, as the model does and in its words: elkKindTelt.checkRecord.
// What is checked, and what is said, stands in elkKindTelt.recordModel, which the model makes; here stands only how.
// It needs record-writer.js for the cleaning: what is checked is what would be written.
(() => {
  const shared = (window.elkKindTelt ??= {});
  const LONGEST_QUOTE = 60;
  const NUMBERS = new Set(["number", "year", "age", "amount", "percentage"]);
  const UNKNOWN = { kind: "text", fields: [] };

  const fill = (template, values) => template.replace(/\{(\w+)\}/g, (_, name) => values[name] ?? "");

  const quoted = (value) => {
    const characters = [...value.split(/\s+/).filter(Boolean).join(" ")];
    const isLong = characters.length > LONGEST_QUOTE;
    return `'${isLong ? `${characters.slice(0, LONGEST_QUOTE).join("")}…` : characters.join("")}'`;
  };

  const isGroup = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
  const patterns = new Map();
  const matches = (pattern, text) => {
    if (!patterns.has(pattern)) patterns.set(pattern, new RegExp(`^(?:${pattern})$`, "u"));
    return patterns.get(pattern).test(text);
  };

  const existsOnTheCalendar = (text) => {
    const [year, month = 1, day = 1] = text.split("-").map(Number);
    // Day zero of the next month is the last of this one.
    return month >= 1 && month <= 12 && day >= 1 && day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
  };

  // A number without leading zeros, as the model shows it; any other value as it is.
  const asTold = (text, field) => (NUMBERS.has(field.kind) ? text.replace(/^0+(?=[0-9])/, "") : text);
  const isBefore = (one, other, field) => (NUMBERS.has(field.kind) ? Number(one) < Number(other) : one < other);
  const isSame = (one, other, field) => (NUMBERS.has(field.kind) ? Number(one) === Number(other) : one === other);

  // The rules that are told at one field; each gives a message when the value breaks it. `values` are the good values of
  // the fields that stand earlier in the group.
  const FIELD_RULES = {
    never: (rule, value, field) => isSame(value, rule.value, field) && rule.message,
    notInTheFuture: (rule, value, field, { options }) =>
      value > options.today.slice(0, value.length) &&
      fill(rule.message, { found: quoted(value), today: options.today }),
    notBefore: (rule, value, field, { values }) => {
      const other = values.get(rule.other);
      if (other === undefined || !isBefore(value, other, field)) return null;
      return fill(rule.message, { found: quoted(asTold(value, field)), other: asTold(other, field) });
    },
    belongsTo: (rule, value, field, { values, model }) => {
      const other = values.get(rule.other);
      const belongs = model.vocabularies[rule.vocabulary].find((term) => term.id === value)[rule.attribute];
      if (other === undefined || belongs === other) return null;
      return fill(rule.message, { found: quoted(value), belongs, other });
    },
  };

  // The rules of a group, each with whether the group keeps it. Absent fields are not in `values`.
  const GROUP_RULES = {
    needsOneOf: (rule, values) => rule.fields.some((key) => values.has(key)),
    exactlyOneOf: (rule, values) => rule.fields.filter((key) => values.has(key)).length === 1,
    explained: (rule, values) => {
      const value = values.get(rule.field);
      const isNeeded = rule.when.length > 0 ? rule.when.includes(value) : !rule.unless.includes(value);
      return !isNeeded || values.has(rule.by);
    },
    inOrder: (rule, values) => {
      const [first, last] = [values.get(rule.first), values.get(rule.last)];
      if (first === undefined || last === undefined) return true;
      // Only what both tell can be compared: 2014 and 2014-09 are in order either way.
      return first.slice(0, last.length) <= last.slice(0, first.length);
    },
  };

  class Check {
    constructor(model, options) {
      this.model = model;
      this.options = options;
      this.problems = [];
    }

    tell(path, message) {
      this.problems.push({ path, message });
    }

    wrongShape(path, kind, found) {
      const { words, kinds } = this.model;
      const what = Array.isArray(found) ? words.foundList : isGroup(found) ? words.foundGroup : quoted(String(found));
      this.tell(path, fill(words.foundInstead, { expected: kinds[kind].shape, found: what }));
    }

    // Gives the good values of a group by key.
    group(data, fields, rules, path) {
      const before = this.problems.length;
      const values = new Map();
      for (const field of fields) {
        const place = [...path, field.key];
        const raw = Object.hasOwn(data, field.key) ? data[field.key] : null;
        const cleaned = shared.cleanValue(raw, field);
        if (cleaned === null || cleaned === field.default) {
          if (field.default !== undefined) values.set(field.key, field.default);
          if (field.required) this.tell(place, this.model.words.missing);
          continue;
        }
        if (field.kind === "truth" && cleaned === "false") continue;
        const already = this.problems.length;
        this.field(raw, cleaned, field, place, values);
        if (this.problems.length === already) values.set(field.key, cleaned);
      }
      this.unknownFields(data, fields, path);
      if (this.problems.length > before) return values;
      const broken = rules.find((rule) => !GROUP_RULES[rule.rule](rule, values));
      if (broken) this.tell(path, fill(broken.message, Object.fromEntries(values)));
      return values;
    }

    unknownFields(data, fields, path) {
      const known = new Set(fields.map((field) => field.key));
      for (const key of Object.keys(data)) {
        if (known.has(key) || shared.cleanValue(data[key], UNKNOWN) === null) continue;
        this.tell([...path, key], this.model.words.unknownField);
      }
    }

    field(raw, cleaned, field, path, values) {
      if (!field.list) this.single(raw, cleaned, field, path, values);
      else if (Array.isArray(raw)) this.list(raw, field, path);
      else this.wrongShape(path, "list", cleaned);
    }

    list(raw, field, path) {
      const { words } = this.model;
      const before = this.problems.length;
      const items = [];
      let good = 0;
      for (const [index, item] of raw.entries()) {
        const cleaned = shared.cleanValue(item, field);
        if (cleaned === null) continue;
        items.push(cleaned);
        const already = this.problems.length;
        this.single(item, cleaned, field, [...path, index], new Map());
        if (this.problems.length === already) good += 1;
      }
      if (field.max !== undefined && good > field.max) {
        this.problems.length = before;
        this.tell(path, fill(words.tooMany, { actual_length: items.length, max_length: field.max }));
      } else if (this.problems.length === before && field.unique) {
        this.repeated(items, field, path);
      }
    }

    repeated(items, field, path) {
      const values = items.map((item) => (field.unique === true ? item : item[field.unique]));
      const twice = values.find((value, index) => values.indexOf(value) < index);
      if (twice !== undefined) this.tell(path, fill(this.model.words.twice, { found: quoted(twice) }));
    }

    single(raw, cleaned, field, path, values) {
      if (field.kind === "group") {
        if (isGroup(cleaned)) this.group(raw, field.fields, field.groupRules ?? [], path);
        else this.wrongShape(path, "group", cleaned);
      } else if (typeof cleaned === "string") {
        const message = this.textMessage(cleaned, field) ?? this.ruleMessage(cleaned, field, values);
        if (message) this.tell(path, message);
      } else {
        this.wrongShape(path, field.kind, cleaned);
      }
    }

    // Says what is wrong with a text by itself; null when nothing is.
    textMessage(text, field) {
      const { kinds, vocabularies, words } = this.model;
      const kind = kinds[field.kind];
      const found = quoted(text);
      const length = [...text].length;
      if (field.maxLength && length > field.maxLength) {
        return fill(words.tooLong, { length, max_length: field.maxLength });
      }
      const failed = kind.checks.find((check) => !matches(check.pattern, text));
      if (failed) return fill(failed.message, { found }) + (kind.digits ? this.thousandsHint(text) : "");
      if (kind.calendar && !existsOnTheCalendar(text)) return fill(kind.calendar, { found });
      if (NUMBERS.has(field.kind)) return this.limitMessage(text, field);
      const isTerm = field.vocabularies.length > 0;
      const isKnown = field.vocabularies.some((name) => vocabularies[name].some((term) => term.id === text));
      return isTerm && !isKnown ? fill(words.notInTheList, { found }) : null;
    }

    limitMessage(text, field) {
      const { words } = this.model;
      const found = quoted(asTold(text, field));
      if (field.max !== undefined && Number(text) > field.max) return fill(words.tooHigh, { found, le: field.max });
      if (field.below !== undefined && Number(text) >= field.below) {
        return fill(words.notBelow, { found, lt: field.below });
      }
      return null;
    }

    thousandsHint(text) {
      const { pattern, message } = this.model.words.thousands;
      return matches(pattern, text) ? fill(message, { digits: text.replace(/[. ]/g, "") }) : "";
    }

    ruleMessage(text, field, values) {
      for (const rule of field.rules) {
        const message = FIELD_RULES[rule.rule](rule, text, field, { ...this, values });
        if (message) return message;
      }
      return null;
    }

    // A related practice exists, is another one, and stands there once.
    relations(data, field, key) {
      const { words } = this.model;
      const { ids, id } = this.options;
      const earlier = new Set();
      for (const [index, item] of (Array.isArray(data[field.key]) ? data[field.key] : []).entries()) {
        const found = isGroup(item) ? shared.cleanValue(item[key], { kind: "relation" }) : null;
        if (typeof found !== "string") continue;
        const path = [field.key, index, key];
        if (found === id) this.tell(path, words.relatedToItself);
        else if (earlier.has(found)) this.tell(path, fill(words.twice, { found: quoted(found) }));
        else if (ids && !ids.includes(found)) this.tell(path, fill(words.noPractice, { found: quoted(found) }));
        earlier.add(found);
      }
    }
  }

  // `options`: today as jjjj-mm-dd, the ids of the other practices, and the id of this one. Each may be left out.
  shared.checkRecord = (data, options = {}) => {
    const model = shared.recordModel;
    const now = new Date();
    const parts = [now.getFullYear(), now.getMonth() + 1, now.getDate()];
    const today = options.today ?? parts.map((part) => String(part).padStart(2, "0")).join("-");
    const check = new Check(model, { ...options, today });
    check.group(data, model.fields, model.rules, []);
    for (const field of model.fields) {
      const relation = field.list && field.fields.find((inner) => inner.kind === "relation");
      if (relation) check.relations(data, field, relation.key);
    }
    const bytes = new TextEncoder().encode(shared.writeRecord(data)).length;
    if (bytes > model.maxBytes) check.tell([], model.words.tooBig);
    return check.problems;
  };
})();
