// Searches in Dutch, for every script that wants to: `elkKindTelt.loadSearch(ready)` fetches the index once and then
// calls `ready`; from then on `elkKindTelt.search(text)` gives what was found, best first. It shows nothing itself.
//
// Of each word in the question it tries, from strong to weak: the word in any inflection, words that begin with it,
// compounds that hold it, its own parts, and words that differ by a letter or two. The more words of a question
// something answers, and the rarer they are, the more it weighs. `elkKindTelt.nearTerms(text)` gives up to three words
// of the site that look like what was typed.
(() => {
  const ours = (window.elkKindTelt ??= {});
  const root = new URL("../../", document.currentScript.src);
  const NEEDED = [
    "assets/scripts/vendor/lunr.min.js",
    "assets/scripts/vendor/lunr.stemmer.support.min.js",
    "assets/scripts/vendor/lunr.nl.min.js",
    "assets/data/search-index.js",
  ];
  // How much a way to match weighs in the score, and how well it answers a word.
  const EXACT = { boost: 10, answers: 1 };
  // A name of more than one word; told from EXACT by being another object.
  const WHOLE = { ...EXACT };
  const PREFIX = { boost: 3, answers: 0.8 };
  const INSIDE = { boost: 2, answers: 0.7 };
  const PART = { boost: 1.5, answers: 0.6 };
  const TYPO = { boost: 1, answers: 0.6 };
  // What the words of a name still weigh once the whole name is known.
  const LOOSE = { boost: 0.3, answers: 0.5 };
  // How much more a practice weighs that runs in the municipality asked for.
  const IN_PLACE = 3;
  // What is longer than this is no question, and takes ever longer to answer.
  const MOST_LETTERS = 200;
  const LONGEST_WORD = 40;
  const MOST_WORDS = 20;
  const MOST_NEAR = 3;
  const MOST_REMEMBERED = 100;
  const SHORTEST_PART = 4;
  const LINKS = ["", "s", "e", "n", "en", "er"];

  // Below: the same as hooks/search_words.py.
  const fold = (text) => text.toLowerCase().normalize("NFD").replace(/[\u0300-\u036f\u00ad]/g, "");
  const WORD = /[a-z0-9]+(?:[-\u2010\u2011'\u2019&][a-z0-9]+)*/g;
  const WRITTEN = /[\p{L}\p{N}]+(?:[-\u2010\u2011'\u2019&][\p{L}\p{N}]+)*/gu;
  const formsOf = (word) => {
    const parts = word.split(/[^a-z0-9]/);
    const forms = parts.length > 1 ? [parts.join(""), ...parts] : parts;
    return forms.filter((form) => form.length > 1 || /^\d$/.test(form));
  };

  // A name of a few words that the index also keeps as one: 'Kind en Gezin' as 'kindengezin'.
  const LONGEST_NAME = 6;
  const asOneWord = (text) => [...fold(text).matchAll(WORD)].map(([word]) => word.replace(/[^a-z0-9]/g, "")).join("");

  let engine = null;

  // Which word stands where, told from the vectors, in the form that lunr expects.
  const inverted = ({ terms, fields, fieldVectors }) => {
    const postings = terms.map((_, place) => {
      const found = Object.fromEntries(fields.map((field) => [field, {}]));
      return Object.assign(found, { _index: place });
    });
    const spread = terms.map(() => new Set());
    for (const [name, vector] of fieldVectors) {
      const [field, ref] = name.split("/");
      for (let place = 0; place < vector.length; place += 2) {
        postings[vector[place]][field][ref] = {};
        spread[vector[place]].add(ref);
      }
    }
    const index = terms.map((term, place) => [term, postings[place]]).sort(([one], [other]) => (one < other ? -1 : 1));
    return { index, spread: new Map(terms.map((term, place) => [term, spread[place].size])) };
  };

  const start = ({ documents, stopWords, index: { terms, ...written } }) => {
    const { index, spread } = inverted({ terms, ...written });
    const stems = new Map();
    const stem = (word) => {
      if (!stems.has(word)) stems.set(word, lunr.nl.stemmer(new lunr.Token(word, {})).toString());
      return stems.get(word);
    };
    return {
      documents,
      index: lunr.Index.load({ ...written, invertedIndex: index }),
      terms,
      known: new Set(terms),
      // How many documents hold a term: what stands in few of them tells more.
      spread,
      stem,
      stopWords: new Set(stopWords),
      // What was found out about words before.
      written: [],
      parts: new Map(),
      answers: new Map(),
      // In which municipality a practice runs.
      places: documents.map(({ texts }) => new Set((texts?.gemeenten ?? []).map((name) => stem(asOneWord(name))))),
    };
  };

  // Gives the telling words of a question, and the names that more than one of them make up.
  const questionOf = (text) => {
    const typed = [...fold(text.slice(0, MOST_LETTERS)).matchAll(WORD)]
      .slice(0, MOST_WORDS)
      .map(([word]) => word.slice(0, LONGEST_WORD));
    const forms = typed.map(formsOf);
    const telling = forms.map((found) => found.length > 0 && !engine.stopWords.has(found[0]));
    const counts = telling.includes(true) ? telling : forms.map((found) => found.length > 0);
    const words = [];
    const numbers = forms.map((found, place) => (counts[place] ? words.push(found) - 1 : null));
    const names = [];
    for (let from = 0; from < typed.length; from += 1) {
      for (let to = Math.min(typed.length, from + LONGEST_NAME); to > from + 1; to -= 1) {
        const name = engine.stem(asOneWord(typed.slice(from, to).join(" ")));
        const covered = numbers.slice(from, to).filter((number) => number !== null);
        if (covered.length && engine.known.has(name)) names.push({ name, covered });
      }
    }
    return { words, names };
  };

  // The number of letters to add, drop, change or swap; more than `most` counts as too many.
  const distance = (one, other, most) => {
    if (Math.abs(one.length - other.length) > most) return most + 1;
    let before = [];
    let row = Array.from({ length: other.length + 1 }, (_, place) => place);
    for (let i = 1; i <= one.length; i += 1) {
      const next = [i];
      let least = i;
      for (let j = 1; j <= other.length; j += 1) {
        const same = one[i - 1] === other[j - 1];
        next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (same ? 0 : 1));
        if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
          next[j] = Math.min(next[j], before[j - 2] + 1);
        }
        least = Math.min(least, next[j]);
      }
      if (least > most) return most + 1;
      before = row;
      row = next;
    }
    return row[other.length];
  };

  const partsOf = (word) => {
    if (!engine.parts.has(word)) engine.parts.set(word, splitUp(word));
    return engine.parts.get(word);
  };

  const splitUp = (word) => {
    const cuts = [];
    for (let place = SHORTEST_PART; place <= word.length - SHORTEST_PART; place += 1) {
      const [head, rest] = [word.slice(0, place), word.slice(place)];
      const bare = LINKS.filter((link) => head.endsWith(link))
        .map((link) => engine.stem(head.slice(0, head.length - link.length)))
        .find((found) => found.length >= SHORTEST_PART && engine.known.has(found));
      if (bare) cuts.push([bare, rest]);
    }
    const [first, rest] = cuts.find((cut) => engine.known.has(engine.stem(cut[1]))) ?? [];
    if (first) return [first, engine.stem(rest)];
    for (const [bare, more] of cuts) {
      const inner = partsOf(more);
      if (inner.length) return [bare, ...inner];
    }
    return [];
  };

  const typosIn = (word) => (word.length < 4 ? 0 : word.length < 8 ? 1 : 2);

  // Gives the terms of the index that answer one word, each with how well. Remembered, because at every key that a
  // visitor presses the words before the last one are the same.
  const answersTo = (forms) => {
    const word = forms.join(" ");
    if (engine.answers.size > MOST_REMEMBERED) engine.answers.clear();
    if (!engine.answers.has(word)) engine.answers.set(word, findAnswers(forms));
    return new Map(engine.answers.get(word));
  };

  const findAnswers = (forms) => {
    const found = new Map();
    const add = (term, way, share = 1) => {
      const boost = way.boost * share;
      if (!(found.get(term)?.boost >= boost)) found.set(term, { ...way, boost });
    };
    forms.forEach((form, place) => {
      const share = place ? 0.5 : 1;
      const root = engine.stem(form);
      for (const term of engine.terms) {
        if (term === root || term === form) add(term, EXACT, share);
        else if (form.length < 2) continue;
        else if (term.startsWith(form) || (root.length > 2 && term.startsWith(root))) {
          add(term, PREFIX, (share * root.length) / term.length);
        } else if (root.length >= SHORTEST_PART && term.includes(root)) {
          add(term, INSIDE, (share * root.length) / term.length);
        }
      }
      // Of a compound that the site uses itself, the parts alone are something else: 'huiswerk' is no house and no work.
      const parts = engine.known.has(root) || engine.known.has(form) ? [] : partsOf(form);
      for (const part of parts) add(part, { ...PART, parts }, share);
    });
    const [whole] = forms;
    const root = engine.stem(whole);
    const most = typosIn(whole);
    if (most && !engine.known.has(root) && !engine.known.has(whole)) {
      for (const term of engine.terms) {
        if (term.length < 3) continue;
        const away = Math.min(distance(whole, term, most), distance(root, term, most));
        if (away <= most) add(term, TYPO, 1 / away);
      }
    }
    return found;
  };

  const plan = ({ words, names }) => {
    const answers = words.map(answersTo);
    // 'kinder opvang' is also asked for as one word, 'kind en gezin' as one name.
    for (const { name, covered } of names) {
      for (const number of covered) {
        for (const [term, way] of answers[number]) {
          if (way !== WHOLE) {
            answers[number].set(term, { ...way, boost: way.boost * LOOSE.boost, answers: way.answers * LOOSE.answers });
          }
        }
        answers[number].set(name, WHOLE);
      }
    }
    const weights = answers.map((found) => {
      const strongest = Math.max(0, ...[...found.values()].map((way) => way.boost));
      const best = [...found].filter(([, way]) => way.boost === strongest).map(([term]) => engine.spread.get(term));
      return Math.log(1 + engine.documents.length / Math.max(1, ...best));
    });
    const asked = [...words.map(([whole]) => engine.stem(whole)), ...names.map(({ name }) => name)];
    return { answers, weights, asked };
  };

  const ask = ({ answers }) => {
    const boosts = new Map();
    for (const found of answers) {
      for (const [term, { boost }] of found) boosts.set(term, (boosts.get(term) ?? 0) + boost);
    }
    if (!boosts.size) return [];
    return engine.index.query((query) => {
      for (const [term, boost] of boosts) query.term(term, { boost, usePipeline: false });
    });
  };

  // The words of a document as it shows them, each with the terms by which it is found.
  const writtenIn = (number) => {
    engine.written[number] ??= (() => {
      const { title, summary, texts } = engine.documents[number];
      const shown = [title, summary, ...Object.values(texts ?? {}).flat()].join(" ");
      const written = new Set([...shown.matchAll(WRITTEN)].map(([word]) => word));
      return [...written].map((word) => {
        const telling = formsOf(fold(word)).filter((form) => !engine.stopWords.has(form));
        return { word, terms: telling.flatMap((form) => [engine.stem(form), ...partsOf(form)]) };
      });
    })();
    return engine.written[number];
  };

  const search = (text) => {
    if (!engine) return [];
    const question = questionOf(text);
    if (!question.words.length) return [];
    const planned = plan(question);
    const wanted = planned.weights.reduce((sum, weight) => sum + weight, 0);
    const results = ask(planned).map((result) => {
      const matched = new Map(Object.entries(result.matchData.metadata));
      let answered = 0;
      let complete = true;
      planned.answers.forEach((found, place) => {
        const ways = [...found].flatMap(([term, way]) => (matched.has(term) ? [way] : []));
        answered += planned.weights[place] * Math.max(0, ...ways.map((way) => way.answers));
        // One part of a compound is not yet the compound.
        if (!ways.some(({ parts = [] }) => parts.every((part) => matched.has(part)))) complete = false;
      });
      const document_ = engine.documents[Number(result.ref)];
      const inPlace = planned.asked.some((word) => engine.places[Number(result.ref)].has(word));
      const fields = new Set([...matched.values()].flatMap((found) => Object.keys(found)));
      return {
        ...document_,
        href: new URL(document_.href, root).href,
        score: result.score * (answered / wanted) ** 2 * (inPlace ? IN_PLACE : 1),
        complete,
        fields: [...fields],
        matched,
        ref: Number(result.ref),
      };
    });
    results.sort((one, other) => other.score - one.score || one.ref - other.ref);
    return results.map(({ matched, ref, ...result }) => ({
      ...result,
      // Worked out when asked for: most results are never shown.
      get words() {
        return writtenIn(ref).flatMap(({ word, terms }) => (terms.some((term) => matched.has(term)) ? [word] : []));
      },
    }));
  };

  // Gives up to three words of the site that look like those typed, the nearest first; none for words that it has.
  const nearTerms = (text) => {
    if (!engine) return [];
    const unknown = questionOf(text)
      .words.map(([whole]) => whole)
      .filter((word) => word.length >= SHORTEST_PART && !engine.known.has(engine.stem(word)));
    const near = new Map();
    for (const [folded, written] of unknown.length ? wordsOfTheSite() : []) {
      for (const word of unknown) {
        const most = Math.max(1, Math.floor(word.length / 3));
        const away = distance(word, folded, most) / word.length;
        if (away * word.length <= most && !(near.get(written) <= away)) near.set(written, away);
      }
    }
    const byNearness = ([one, away], [other, further]) => away - further || (one < other ? -1 : 1);
    return [...near].sort(byNearness).slice(0, MOST_NEAR).map(([written]) => written);
  };

  // The words that titles and summaries show, by how they are compared; with a capital only if they always have one.
  const wordsOfTheSite = () => {
    engine.shown ??= (() => {
      const found = new Map();
      engine.documents.forEach((_, number) => {
        for (const { word } of writtenIn(number)) {
          const [folded] = formsOf(fold(word));
          if (!(folded?.length >= SHORTEST_PART) || engine.stopWords.has(folded)) continue;
          const before = found.get(folded);
          if (!before || word === word.toLowerCase()) found.set(folded, word);
        }
      });
      return found;
    })();
    return engine.shown;
  };

  const load = (address, done) => {
    const script = document.createElement("script");
    script.src = new URL(address, root).href;
    script.addEventListener("load", () => done(true));
    script.addEventListener("error", () => done(false));
    document.head.append(script);
  };

  let waiting = null;
  const loadNext = ([address, ...rest]) => {
    load(address, (succeeded) => {
      if (succeeded && rest.length) return loadNext(rest);
      try {
        if (succeeded) engine = start(ours.searchIndex);
      } finally {
        const told = waiting;
        // After a failure a next call tries again.
        waiting = null;
        for (const ready of told) ready(Boolean(engine));
      }
    });
  };

  // Calls `ready` with whether the search can be used: at once, or when its index has come.
  ours.loadSearch = (ready = () => {}) => {
    if (engine) return ready(true);
    if (waiting) return waiting.push(ready);
    waiting = [ready];
    loadNext(NEEDED);
  };
  ours.search = search;
  ours.nearTerms = nearTerms;
  // The words of a text as the index knows them.
  ours.searchWords = (text) =>
    [...fold(text).matchAll(WORD)]
      .flatMap(([word]) => formsOf(word))
      .filter((form) => !engine.stopWords.has(form))
      .map(engine.stem);
})();
