// Finds the pages of a deck on which words stand, and cuts out what is around them.

import { detail } from "./data.js";
import { fold, terms } from "./terms.js";

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const BEFORE = 60;
const LENGTH = 180;

/** @typedef {{ page: number, notes: boolean, text: string, terms: Set<string> }} Passage */

/** @type {Map<string, Passage[]>} the texts of a deck's pages, taken apart at the first search */
const known = new Map();

/** @param {string} id */
function passages(id) {
  const all = known.get(id) ?? detail(id).text.flatMap(({ number, text, notes }) => [
    { page: number, notes: false, text, terms: new Set(terms(text)) },
    { page: number, notes: true, text: notes, terms: new Set(terms(notes)) },
  ]);
  known.set(id, all);
  return all;
}

/**
 * The pages of a deck that have the terms, those with most of them first, then in page order.
 * @param {string} id
 * @param {Set<string>} wanted folded, as the index has them
 * @param {number} limit
 * @returns {{ excerpts: Excerpt[], pages: number }} with the number of all such pages
 */
export function excerpts(id, wanted, limit) {
  const found = passages(id)
    .map((passage) => ({ ...passage, weight: [...wanted].filter((term) => passage.terms.has(term)).length }))
    .filter(({ weight }) => weight > 0)
    .sort((one, other) => other.weight - one.weight || one.page - other.page);
  return {
    excerpts: found.slice(0, limit).map(({ page, notes, text }) => ({
      page,
      notes,
      parts: cut(text, occurrences(text, wanted)),
    })),
    pages: new Set(found.map(({ page }) => page)).size,
  };
}

/** @param {string} text @param {Set<string>} wanted */
function occurrences(text, wanted) {
  return [...text.matchAll(WORD)]
    .filter(([word]) => wanted.has(fold(word)))
    .map(({ 0: word, index = 0 }) => ({ start: index, end: index + word.length }));
}

/**
 * Cut the text around the first mark into parts, of which the odd ones are marked.
 * @param {string} text
 * @param {{ start: number, end: number }[]} marks
 * @returns {string[]}
 */
function cut(text, marks) {
  const first = marks[0]?.start ?? 0;
  const from = first <= BEFORE ? 0 : Math.min(text.indexOf(" ", first - BEFORE) + 1, first);
  const end = Math.min(text.length, from + LENGTH);
  const parts = [from > 0 ? "… " : ""];
  let place = from;
  for (const mark of marks.filter((item) => item.end <= end)) {
    parts[parts.length - 1] += text.slice(place, mark.start);
    parts.push(text.slice(mark.start, mark.end), "");
    place = mark.end;
  }
  parts[parts.length - 1] += text.slice(place, end) + (end < text.length ? " …" : "");
  return parts;
}
