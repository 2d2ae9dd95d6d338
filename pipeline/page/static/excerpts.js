// Finds the pages of a deck on which words stand, and cuts out what is around them.

import { detail } from "./data.js";
import { fold } from "./terms.js";

const WORD = /[\p{L}\p{N}\p{M}]+/gu;
const BEFORE = 60;
const LENGTH = 180;

/**
 * The pages of a deck that have the terms, those with most of them first, then in page order.
 * @param {string} id
 * @param {Set<string>} terms folded, as the index has them
 * @param {number} limit
 * @returns {{ excerpts: Excerpt[], pages: number }} with the number of all such pages
 */
export function excerpts(id, terms, limit) {
  const found = detail(id).text.flatMap(({ number, text, notes }) => [
    ...passage(number, false, text, terms),
    ...passage(number, true, notes, terms),
  ]);
  found.sort((one, other) => other.weight - one.weight || one.page - other.page);
  return {
    excerpts: found.slice(0, limit).map(({ page, notes, text, marks }) => ({
      page,
      notes,
      parts: cut(text, marks),
    })),
    pages: new Set(found.map(({ page }) => page)).size,
  };
}

/**
 * @param {number} page
 * @param {boolean} notes
 * @param {string} text
 * @param {Set<string>} terms
 */
function passage(page, notes, text, terms) {
  const folded = fold(text);
  const here = [...terms].filter((term) => folded.includes(term));
  if (here.length === 0) return [];
  const marks = occurrences(text, new Set(here));
  const distinct = new Set(marks.map(({ term }) => term)).size;
  return distinct > 0 ? [{ page, notes, text, marks, weight: distinct }] : [];
}

/** @param {string} text @param {Set<string>} terms */
function occurrences(text, terms) {
  return [...text.matchAll(WORD)].flatMap((match) => {
    const term = fold(match[0]);
    return terms.has(term) ? [{ term, start: match.index ?? 0, end: (match.index ?? 0) + match[0].length }] : [];
  });
}

/**
 * Cut the text around the first mark into parts, of which the odd ones are marked.
 * @param {string} text
 * @param {{ start: number, end: number }[]} marks
 * @returns {string[]}
 */
function cut(text, marks) {
  const first = marks[0]?.start ?? 0;
  const start = first <= BEFORE ? 0 : text.indexOf(" ", first - BEFORE) + 1 || first;
  const from = Math.min(start, first);
  const end = Math.min(text.length, from + LENGTH);
  const parts = [from > 0 ? "… " : ""];
  let place = from;
  for (const mark of marks) {
    if (mark.end > end) break;
    parts[parts.length - 1] += text.slice(place, mark.start);
    parts.push(text.slice(mark.start, mark.end), "");
    place = mark.end;
  }
  parts[parts.length - 1] += text.slice(place, end) + (end < text.length ? " …" : "");
  return parts;
}
