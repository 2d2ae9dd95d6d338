// Finds sessions and decks by their words, with MiniSearch and an index made beforehand.

import { searchIndex } from "./data.js";
import { terms } from "./terms.js";

// In the order of FIELDS in pipeline/page/search_index.py. A word in a title or a speaker's name
// says more of a deck than one on its pages.
const BOOST = { title: 4, speakers: 4, themes: 2, names: 2, phrases: 2, file: 1, text: 1 };
const OPTIONS = {
  fields: Object.keys(BOOST),
  tokenize: terms,
  processTerm: (/** @type {string} */ term) => term,
};
// Shorter beginnings of words would find nearly everything, and slowly.
const PREFIX = 3;
const MISSPELT = 5;

/** @type {MiniSearch | undefined} */
let engine;

/** Load the index, which takes a moment, before the first word is typed. */
export function prepare() {
  engine ??= MiniSearch.loadJSON(searchIndex(), OPTIONS);
  return engine;
}

/**
 * What has all the words, or words that begin with them, best first; failing that, what has words
 * spelt nearly like them. Null where no words are searched for.
 * @param {string} query
 * @returns {Map<string, Hit> | null}
 */
export function find(query) {
  if (terms(query).length === 0) return null;
  const exact = {
    combineWith: /** @type {const} */ ("AND"),
    prefix: (/** @type {string} */ term) => term.length >= PREFIX,
    boost: BOOST,
  };
  const lenient = {
    ...exact,
    fuzzy: (/** @type {string} */ term) => (term.length >= MISSPELT ? 0.2 : false),
  };
  const found = prepare().search(query, exact);
  const results = found.length > 0 ? found : prepare().search(query, lenient);
  return new Map(
    results.map(({ id, score, match }) => [
      id,
      {
        score,
        terms: new Set(Object.keys(match)),
        fields: new Set(Object.values(match).flat()),
      },
    ]),
  );
}
