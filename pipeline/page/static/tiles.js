// Shows decks as tiles: first page, language, length, file.

import { at, catalogue } from "./data.js";
import { cover, title } from "./covers.js";
import { el } from "./dom.js";
import { fileSize, languageName, t } from "./messages.js";
import { address } from "./state.js";

/**
 * A tile for each deck and each missing language, in the order of the languages.
 * @param {PageSession} session @param {number[]} numbers @param {boolean} whole
 */
export function tiles({ languages }, numbers, whole) {
  const decks = numbers.map((deck) => at(catalogue.decks, deck));
  const there = new Set(decks.map((deck) => deck.language));
  const order = [...new Set([...languages.expected, ...there])];
  const items = order.flatMap((tag) => {
    const here = decks.filter((deck) => deck.language === tag);
    return here.length > 0 ? here.map(tile) : whole ? [gap(tag)] : [];
  });
  if (items.length === 0) return el("p", { class: "nothing" }, t("session.nothing-expected"));
  return el("ul", { class: "tiles" }, items);
}

/** @param {PageDeck} deck */
export function tile(deck) {
  const state = deck.role === "superseded" ? "superseded" : deck.status;
  return el("li", { class: `tile ${state}` },
    el("a", { class: "tile-link", href: address({ deck: deck.id }) },
      cover(deck),
      el("span", { class: "tile-language" },
        el("span", { class: "tag", "aria-hidden": "true" }, deck.language),
        languageName(deck.language)),
      el("span", { class: "tile-title", lang: deck.language, dir: "auto" }, title(deck)),
    ),
    el("p", { class: "tile-facts" },
      state !== "matched" && el("span", { class: `badge ${state}` }, t(`state.${state}`)),
      el("span", {}, t("pages", { n: deck.pages })),
      fileLink(deck),
    ),
  );
}

/** @param {PageDeck} deck */
export function fileLink(deck) {
  const label = `${deck.kind}, ${fileSize(deck.size)}`;
  return deck.link
    ? el("a", { href: deck.link }, label, el("span", { class: "unseen" }, " – ",
      el("span", { lang: deck.language }, title(deck))))
    : el("span", {}, label);
}

/** @param {string} tag */
function gap(tag) {
  return el("li", { class: "tile gap" },
    el("span", { class: "cover" }, el("span", { class: "badge missing" }, t("state.missing"))),
    el("span", { class: "tile-language" },
      el("span", { class: "tag", "aria-hidden": "true" }, tag), languageName(tag)),
  );
}
