// Draws which session speaks of which theme, with a mark for each language it does so in.

import { at, catalogue } from "./data.js";
import { byId, el } from "./dom.js";
import { themeLabel } from "./facet-panel.js";
import { languageName, said, saying, t } from "./messages.js";
import { address, only } from "./state.js";

const COLUMNS = 14;
/** Scores from which a mark is darker. */
const DARKER = [0.25, 0.5];

export function showThemeMap() {
  const rows = catalogue.sessions.map((session) => ({ session, marks: marks(session) }));
  const themes = columns(rows.map((row) => row.marks));
  const languages = catalogue.elective.languages;
  byId("theme-map").replaceChildren(
    el("h3", {}, t("map.themes")),
    el("p", { class: "explanation" }, t("map.themes.why")),
    themes.length === 0
      ? el("p", { class: "nothing" }, t("map.nothing"))
      : el("div", { class: "scroll", tabindex: 0, role: "region", "aria-label": t("map.themes") },
        el("table", { class: "matrix" }, heading(themes),
          el("tbody", {}, rows.map((row) => line(row.session, row.marks, themes, languages))))),
  );
}

/**
 * How strongly each language's decks of a session speak of each theme.
 * @param {PageSession} session @returns {Map<number, Map<string, number>>}
 */
function marks(session) {
  /** @type {Map<number, Map<string, number>>} */
  const found = new Map();
  for (const number of session.decks) {
    const deck = at(catalogue.decks, number);
    if (deck.role !== "current") continue;
    for (const [place, theme] of deck.themes.entries()) {
      const score = deck.scores[place] ?? 0;
      const languages = found.get(theme) ?? new Map();
      languages.set(deck.language, Math.max(score, languages.get(deck.language) ?? 0));
      found.set(theme, languages);
    }
  }
  return found;
}

/** The strongest themes of the elective of which a session speaks. @param {Map<number, unknown>[]} rows */
function columns(rows) {
  return [...catalogue.themes.keys()]
    .filter((theme) => rows.some((row) => row.has(theme)))
    .slice(0, COLUMNS);
}

/** @param {number[]} themes */
function heading(themes) {
  return el("thead", {}, el("tr", {},
    el("th", { scope: "col" }, el("span", { class: "unseen" }, t("session"))),
    themes.map((number) => {
      const theme = at(catalogue.themes, number);
      const { text, lang } = themeLabel(theme.label, theme.key);
      return el("th", { scope: "col", class: "theme-head" },
        el("a", { lang, href: only({ theme: [theme.key] }) }, text));
    })));
}

/**
 * @param {PageSession} session @param {Map<number, Map<string, number>>} found
 * @param {number[]} themes @param {string[]} languages
 */
function line(session, found, themes, languages) {
  return el("tr", {},
    el("th", { scope: "row" },
      el("a", { href: address({ view: "programme", q: "", session: session.id }) },
        saying("span", {}, said(session.title).text ? session.title : session.id)),
      el("span", { class: "where" }, session.speakers.map((speaker) => speaker.name).join(", "))),
    themes.map((theme) => cell(found.get(theme) ?? new Map(), languages)));
}

/** @param {Map<string, number>} scores @param {string[]} languages */
function cell(scores, languages) {
  const slots = [...new Set([...languages, ...scores.keys()])];
  return el("td", {}, scores.size > 0 && el("span", { class: "slots" }, slots.map((tag) => {
    const score = scores.get(tag);
    if (score === undefined) return el("span", { class: "slot" });
    const level = 1 + DARKER.filter((limit) => score >= limit).length;
    return el("abbr", { class: `slot level-${level}`, title: languageName(tag) }, tag);
  })));
}
