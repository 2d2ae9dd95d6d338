// Shows all of one deck: why it stands where it stands, what it names, what its pages say.

import { at, catalogue, deckNumbers, detail, sessionNumbers } from "./data.js";
import { cover, title } from "./covers.js";
import { byId, el } from "./dom.js";
import { outcome, reasons } from "./evidence.js";
import { telling } from "./sentences.js";
import { themeLabel } from "./facet-panel.js";
import { languageName, listed, said, t } from "./messages.js";
import { pageTexts } from "./page-texts.js";
import { address, only } from "./state.js";
import { fileLink } from "./tiles.js";

const dialog = /** @type {HTMLDialogElement} */ (byId("deck"));
const LABELS = ["PERSON", "ORG", "LOC", "EVENT", "WORK"];

/**
 * Show the deck that the state names, or none.
 * @param {State} state
 */
export function showDeck(state) {
  const number = deckNumbers.get(state.deck);
  if (number === undefined) {
    dialog.close();
    return;
  }
  const deck = at(catalogue.decks, number);
  dialog.replaceChildren(head(deck), el("div", { class: "deck-body" },
    el("div", { class: "deck-side" }, cover(deck), facts(deck)),
    el("div", { class: "deck-main" },
      why(deck), relatives(deck), themes(deck), entities(deck), phrases(deck),
      pageTexts(deck, detail(deck.id).text, state.page))));
  if (!dialog.open) dialog.showModal();
  const page = document.getElementById("wanted-page");
  if (page) page.scrollIntoView();
  else dialog.scrollTop = 0;
}

/** @param {() => void} left what to do when the dialog was closed */
export function onDeckLeft(left) {
  dialog.addEventListener("close", left);
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog) dialog.close();
  });
}

/** @param {PageDeck} deck */
function head(deck) {
  const session = catalogue.sessions[sessionNumbers.get(deck.session ?? "") ?? -1];
  const { text, lang } = said(session?.title ?? null);
  return el("header", { class: "deck-head" },
    el("p", { class: "when" }, session
      ? el("a", { lang, href: address({ view: "programme", q: "", session: session.id }) }, text || session.id)
      : t("session.none")),
    el("h2", { id: "deck-title", lang: deck.language, dir: "auto", tabindex: -1, autofocus: true }, title(deck)),
    el("button", { type: "button", class: "close", "aria-label": t("close"), onclick: () => dialog.close() }, "×"),
  );
}

/** @param {PageDeck} deck */
function facts(deck) {
  return el("dl", { class: "facts-list" },
    fact("fact.language", languageName(deck.language)),
    fact("fact.length", t("pages", { n: deck.pages })),
    fact("fact.file", fileLink(deck)),
    fact("fact.path", el("span", { class: "path", dir: "auto" }, deck.path)),
  );
}

/** @param {string} key @param {Node | string} value */
const fact = (key, value) => el("div", {}, el("dt", {}, t(key)), el("dd", {}, value));

/** @param {string} key @param {...import("./dom.js").Child} parts */
const part = (key, ...parts) => el("section", {}, el("h3", {}, t(key)), ...parts);

/** @param {PageDeck} deck */
function why(deck) {
  const { evidence, warnings } = detail(deck.id);
  return part("deck.why",
    el("p", {}, outcome(deck)),
    evidence.length > 0 && reasons(evidence),
    warnings.length > 0 && el("ul", { class: "warnings" },
      warnings.map((warning) => telling("li", warning))));
}

/** The same session's other decks, and what this one is a copy of. @param {PageDeck} deck */
function relatives(deck) {
  const session = catalogue.sessions[sessionNumbers.get(deck.session ?? "") ?? -1];
  const original = catalogue.decks[deckNumbers.get(deck.stands_for) ?? -1];
  const decks = (session?.decks ?? [])
    .map((number) => at(catalogue.decks, number))
    .filter((other) => other.id !== deck.id && other.role === "current");
  if (decks.length === 0 && !original) return null;
  return part("deck.others",
    original && el("p", {}, `${t(`deck.${deck.role}`)} `, deckLink(original)),
    el("ul", {}, decks.map((other) => el("li", {}, `${languageName(other.language)}: `, deckLink(other)))));
}

/** @param {PageDeck} deck */
const deckLink = (deck) =>
  el("a", { href: address({ deck: deck.id }), lang: deck.language, dir: "auto" }, title(deck));

/** @param {PageDeck} deck */
function themes(deck) {
  const items = detail(deck.id).themes;
  return items.length > 0 && part("facet.theme", el("ul", { class: "found" }, items.map((item) => {
    const theme = at(catalogue.themes, item.theme);
    const { text, lang } = themeLabel(theme.label, theme.key);
    const [first] = item.evidence;
    return el("li", {}, el("a", { class: "theme", lang, href: only({ theme: [theme.key] }) }, text),
      first && el("span", { class: "where" }, `${t("page", { n: first.page })}: `,
        el("q", { lang: deck.language, dir: "auto" }, first.phrase)));
  })));
}

/** @param {PageDeck} deck */
function entities(deck) {
  const all = detail(deck.id).entities;
  const kinds = LABELS.filter((label) => all.some((item) => item.label === label));
  return all.length > 0 && part("deck.named", el("dl", { class: "subjects" }, kinds.map((label) =>
    fact(`entity.${label}`, el("ul", { class: "inline" },
      all.filter((item) => item.label === label).map(entity))))));
}

/** @param {Entity} item */
function entity({ text, pages }) {
  const where = t("pages.on", { n: pages.length, pages: listed(pages.map(String)) });
  return el("li", {}, el("bdi", {}, text), el("span", { class: "where" }, where));
}

/** @param {PageDeck} deck */
function phrases(deck) {
  return deck.phrases.length > 0 && part("phrases", el("ul", { class: "inline" },
    deck.phrases.map((phrase) => el("li", {}, el("bdi", { lang: deck.language }, phrase)))));
}
