// Says what decks are about: themes, people, organisations, places, keyphrases.

import { at, catalogue } from "./data.js";
import { el } from "./dom.js";
import { themeLabel } from "./facet-panel.js";
import { currentTongue, t } from "./messages.js";
import { only } from "./state.js";

const SHOWN = 6;

/**
 * Themes, names and keyphrases of several decks together; its own speakers are known.
 * @param {PageSession} session
 * @param {PageDeck[]} decks
 */
export function subjects(session, decks) {
  const own = decks.find((deck) => deck.language === currentTongue()) ?? decks[0];
  const themes = common(decks.map((deck) => deck.themes));
  /** @param {string} key @param {(Node | string)[]} values */
  const line = (key, values) => values.length > 0 &&
    el("div", {}, el("dt", {}, t(key)), el("dd", {}, el("ul", { class: "inline" },
      values.slice(0, SHOWN).map((value) => el("li", {}, value)))));
  return el("dl", { class: "subjects" },
    line("facet.theme", themes.map((number) => {
      const theme = at(catalogue.themes, number);
      const { text, lang } = themeLabel(theme.label, theme.key);
      return el("a", { class: "theme", lang, href: only({ theme: [theme.key] }) }, text);
    })),
    line("facet.person", common(decks.map((deck) => deck.people))
      .map((number) => at(catalogue.people, number))
      .filter((person) => !session.speakers.some((speaker) => speaker.id === person.id))
      .map((person) => nameLink("person", person))),
    line("facet.organisation", common(decks.map((deck) => deck.organisations)).map((number) =>
      nameLink("organisation", at(catalogue.organisations, number)))),
    line("places", common(decks.map((deck) => deck.places)).map((place) => el("bdi", {}, place))),
    line("phrases", (own?.phrases ?? []).map((phrase) =>
      el("bdi", { lang: own?.language }, phrase))),
  );
}

/** @param {"person" | "organisation"} group @param {PageName} item */
const nameLink = (group, item) =>
  el("a", { href: only({ [group]: [item.id] }), dir: "auto" }, item.name);

/**
 * The items of several lists, those in most lists first, then those that stand foremost.
 * @template Item @param {Item[][]} lists @returns {Item[]}
 */
function common(lists) {
  /** @type {Map<Item, { lists: number, rank: number }>} */
  const known = new Map();
  for (const list of lists) {
    for (const [rank, item] of list.entries()) {
      const { lists: before, rank: best } = known.get(item) ?? { lists: 0, rank };
      known.set(item, { lists: before + 1, rank: Math.min(best, rank) });
    }
  }
  return [...known]
    .sort(([, one], [, other]) => other.lists - one.lists || one.rank - other.rank)
    .map(([item]) => item);
}
