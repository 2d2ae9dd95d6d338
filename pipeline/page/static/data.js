// Reads the data blocks of the page; those of single decks only when they are asked for.

import { byId } from "./dom.js";

/** @param {string} id */
const read = (id) => JSON.parse(byId(id).textContent ?? "");

/** @type {Catalogue} */
export const catalogue = read("catalogue");
/** @type {Record<string, Record<string, Message>>} */
export const vocabulary = read("messages");
/** @type {Record<string, Record<string, string>>} */
export const sentences = read("sentences");

export const sessionNumbers = new Map(catalogue.sessions.map((item, number) => [item.id, number]));
export const deckNumbers = new Map(catalogue.decks.map((item, number) => [item.id, number]));

/** @type {Map<string, DeckDetail>} */
const details = new Map();

/**
 * The details of a deck, its page texts included.
 * @param {string} id
 */
export function detail(id) {
  const known = details.get(id) ?? /** @type {DeckDetail} */ (read(id));
  details.set(id, known);
  return known;
}

/**
 * The picture of a block, as a data URI.
 * @param {string} id
 * @returns {string}
 */
export const picture = (id) => read(id);

/** The search index, as text. */
export const searchIndex = () => byId("search-index").textContent ?? "";

/**
 * A deck, or session, by its number in the catalogue.
 * @template Item
 * @param {Item[]} items
 * @param {number} number
 * @returns {Item}
 */
export function at(items, number) {
  const item = items[number];
  if (item === undefined) throw new RangeError(`There is no item ${number}`);
  return item;
}
