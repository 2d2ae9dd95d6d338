// Lists the sessions: by day, or by how well they fit what is searched for.

import { at, catalogue, sessionNumbers } from "./data.js";
import { byId, el, fill } from "./dom.js";
import { chosenFacets, facetPanel } from "./facet-panel.js";
import { bySession, documentId, matching } from "./facets.js";
import { dated, t } from "./messages.js";
import { find } from "./search.js";
import { sessionCard, strangers } from "./session-card.js";

/** Sessions from which a list is long. */
const LONG = 40;

/**
 * @param {State} state
 * @param {(filters: Record<Group, string[]>) => void} choose
 * @returns {string} what there is, in words
 */
export function showProgramme(state, choose) {
  const hits = find(state.q);
  const rows = matching(state.filters, hits);
  const items = bySession(hits ? ranked(rows, hits) : rows);
  const again = () => {
    const focus = document.activeElement?.id;
    byId("facets").replaceChildren(facetPanel(state, hits, choose, again));
    if (focus) document.getElementById(focus)?.focus();
  };
  again();
  list(state, items, hits);
  return summary(items, state);
}

/** @param {Row[]} rows @param {Map<string, Hit>} hits */
function ranked(rows, hits) {
  const score = (/** @type {Row} */ row) => hits.get(documentId(row))?.score ?? 0;
  return [...rows].sort((one, other) => score(other) - score(one));
}

/** @param {State} state @param {Listed[]} items @param {Map<string, Hit> | null} hits */
function list(state, items, hits) {
  const body = el("div", { class: items.length > LONG && "long" });
  const chosen = chosenFacets(state);
  const said = el("p", { class: "summary" }, summary(items, state));
  const narrowed = hits !== null || chosen;
  byId("list").replaceChildren(...[narrowed && said, chosen, body].filter((part) => part instanceof Node));
  const blocks = hits ? items : byDay(items);
  const wanted = blocks.findIndex((block) =>
    typeof block === "object" && block.session === sessionNumbers.get(state.session));
  const make = (/** @type {Listed | number} */ block) =>
    typeof block === "number" ? dayHeading(block) : card(block, hits);
  fill(body, blocks, make, wanted + 1);
  if (items.length === 0) body.append(el("p", { class: "nothing" }, t("list.nothing")));
  if (wanted >= 0) reveal(`s-${state.session}`);
}

/** @param {Listed} item @param {Map<string, Hit> | null} hits */
const card = (item, hits) =>
  item.session < 0 ? strangers(item.decks, hits) : sessionCard(item, hits);

/** Sessions in the order of the programme, with a number where a day begins. @param {Listed[]} items */
function byDay(items) {
  /** @type {(Listed | number)[]} */
  const blocks = [];
  let day = /** @type {number | null} */ (null);
  for (const item of [...items].sort((one, other) => order(one) - order(other))) {
    const next = item.session < 0 ? null : at(catalogue.sessions, item.session).day;
    if (next !== null && next !== day) blocks.push(next);
    day = next ?? day;
    blocks.push(item);
  }
  return blocks;
}

/** @param {Listed} item */
const order = (item) => (item.session < 0 ? Infinity : item.session);

/** @param {number} day */
function dayHeading(day) {
  const date = catalogue.sessions.find((session) => session.day === day && session.date)?.date;
  return el("h2", { class: "day" }, t("day", { n: day }),
    date && el("span", {}, dated(date, { weekday: "long", day: "numeric", month: "long" })));
}

/** @param {string} id */
function reveal(id) {
  const element = byId(id);
  element.scrollIntoView();
  element.focus({ preventScroll: true });
}

/** @param {Listed[]} items @param {State} state */
function summary(items, state) {
  const sessions = items.filter((item) => item.session >= 0).length;
  const decks = items.flatMap((item) => item.decks).length;
  const counts = `${t("count.sessions", { n: sessions })}, ${t("count.decks", { n: decks })}`;
  return state.q ? t("list.found", { counts, q: state.q }) : counts;
}
