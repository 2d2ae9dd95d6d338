// Shows the text of a deck's pages, once someone wants to read it.

import { el } from "./dom.js";
import { t } from "./messages.js";

/**
 * @param {PageDeck} deck
 * @param {DetailPage[]} pages
 * @param {number} wanted the page to open at, 0 for none
 */
export function pageTexts(deck, pages, wanted) {
  if (pages.length === 0) return el("p", { class: "nothing" }, t("deck.no-text"));
  const body = el("div", { class: "page-texts" });
  const show = () => {
    if (body.childElementCount === 0) body.append(...pages.map((page) => pageText(deck, page, wanted)));
  };
  if (wanted > 0) show();
  return el("details", { class: "text", open: wanted > 0, ontoggle: show },
    el("summary", {}, t("deck.text")), body);
}

/** @param {PageDeck} deck @param {DetailPage} page @param {number} wanted */
function pageText(deck, { number, title, text, notes }, wanted) {
  const link = deck.kind === "PDF" && deck.link ? `${deck.link}#page=${number}` : "";
  const body = title && text.startsWith(title) ? text.slice(title.length).trim() : text;
  const label = t("page", { n: number });
  return el("section", { id: number === wanted ? "wanted-page" : undefined },
    el("p", { class: "page-number" }, link ? el("a", { href: link }, label) : label),
    title && el("h4", { lang: deck.language, dir: "auto" }, title),
    body && el("p", { class: "words", lang: deck.language, dir: "auto" }, body),
    notes && el("div", { class: "notes" }, el("p", { class: "page-number" }, t("notes")),
      el("p", { class: "words", lang: deck.language, dir: "auto" }, notes)),
  );
}
