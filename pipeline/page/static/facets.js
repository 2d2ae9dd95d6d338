// Decides what is listed: rows of sessions and decks, filtered by the chosen values of facets.

import { at, catalogue, sessionNumbers } from "./data.js";
import { GROUPS } from "./state.js";

/** @type {Row[]} one for each session, whatever it has, and one for each deck but copies */
const ROWS = [
  ...catalogue.sessions.map((_, number) => sessionRow(number)),
  ...catalogue.decks.flatMap((deck, number) =>
    deck.role === "duplicate" ? [] : [deckRow(deck, number)],
  ),
];

/** @param {number} number @returns {Row} */
function sessionRow(number) {
  const session = at(catalogue.sessions, number);
  return {
    session: number,
    deck: -1,
    day: session.day === null ? [] : [String(session.day)],
    language: [],
    theme: [],
    person: session.speakers.map((speaker) => speaker.id),
    organisation: session.organisations.map((item) => at(catalogue.organisations, item).id),
  };
}

/** @param {PageDeck} deck @param {number} number @returns {Row} */
function deckRow(deck, number) {
  const session = sessionNumbers.get(deck.session ?? "") ?? -1;
  const of = session < 0 ? { day: [], person: [], organisation: [] } : sessionRow(session);
  const people = deck.people.map((item) => at(catalogue.people, item).id);
  const organisations = deck.organisations.map((item) => at(catalogue.organisations, item).id);
  return {
    session,
    deck: number,
    day: of.day,
    language: [deck.language],
    theme: deck.themes.map((item) => at(catalogue.themes, item).key),
    person: [...new Set([...of.person, ...people])],
    organisation: [...new Set([...of.organisation, ...organisations])],
  };
}

/**
 * The rows that have a chosen value of each facet in which values are chosen. Older versions are
 * among them only where search found them.
 * @param {Record<Group, string[]>} filters
 * @param {Map<string, Hit> | null} hits what search found, null where nothing is searched for
 * @param {Group} [except] a facet that does not count
 */
export function matching(filters, hits, except) {
  const asked = GROUPS.filter((group) => group !== except && filters[group].length > 0);
  return ROWS.filter(
    (row) =>
      (hits ? hits.has(documentId(row)) : isCurrent(row)) &&
      asked.every((group) => filters[group].some((value) => row[group].includes(value))),
  );
}

/** @param {Row} row */
const isCurrent = (row) => row.deck < 0 || at(catalogue.decks, row.deck).role === "current";

/** @param {Row} row */
export const documentId = (row) =>
  row.deck < 0 ? `s:${at(catalogue.sessions, row.session).id}` : at(catalogue.decks, row.deck).id;

/**
 * The rows gathered by session, in the order in which sessions first occur. A session that is
 * there only by itself shows all its decks.
 * @param {Row[]} rows
 * @returns {Listed[]}
 */
export function bySession(rows) {
  /** @type {Map<number, number[]>} */
  const groups = new Map();
  for (const { session, deck } of rows) {
    const decks = groups.get(session) ?? [];
    groups.set(session, deck < 0 ? decks : [...decks, deck]);
  }
  return [...groups].map(([session, decks]) => ({ session, decks }));
}

/**
 * How many sessions have each value of a facet, given what is chosen in the others.
 * @param {Group} group
 * @param {Record<Group, string[]>} filters
 * @param {Map<string, Hit> | null} hits
 * @returns {Map<string, number>}
 */
export function tally(group, filters, hits) {
  /** @type {Map<string, Set<number>>} */
  const sessions = new Map(filters[group].map((value) => [value, new Set()]));
  for (const row of matching(filters, hits, group)) {
    for (const value of row[group]) {
      const known = sessions.get(value);
      if (known) known.add(row.session);
      else sessions.set(value, new Set([row.session]));
    }
  }
  return new Map([...sessions].map(([value, numbers]) => [value, numbers.size]));
}
