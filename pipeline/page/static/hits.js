// Shows where a search found decks: pages, with the words around.

import { at, catalogue } from "./data.js";
import { el } from "./dom.js";
import { excerpts } from "./excerpts.js";
import { t } from "./messages.js";
import { address } from "./state.js";

const PAGES = 3;

/** Where decks were found. @param {number[]} decks @param {Map<string, Hit>} hits */
export function hitList(decks, hits) {
  const items = decks.flatMap((number) => {
    const deck = at(catalogue.decks, number);
    const hit = hits.get(deck.id);
    return hit?.fields.has("text") ? passages(deck, hit) : [];
  });
  return items.length > 0 && el("ul", { class: "hits" }, items);
}

/** @param {PageDeck} deck @param {Hit} hit */
function passages(deck, hit) {
  const found = excerpts(deck.id, hit.terms, PAGES);
  const items = found.excerpts.map(({ page, notes, parts }) => el("li", {},
    el("a", { href: address({ deck: deck.id, page }) },
      el("span", { class: "tag" }, deck.language),
      ` ${t(notes ? "page.notes" : "page", { n: page })}`),
    el("q", { lang: deck.language, dir: "auto" }, parts.map((part, number) =>
      number % 2 === 0 ? part : el("mark", {}, part))),
  ));
  const more = found.pages - new Set(found.excerpts.map(({ page }) => page)).size;
  if (more > 0) items.push(el("li", { class: "more" }, t("page.more", { n: more })));
  return items;
}
