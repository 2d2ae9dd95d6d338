// Draws which sessions speak of which people and organisations.

import { at, catalogue } from "./data.js";
import { byId, el } from "./dom.js";
import { listed, t } from "./messages.js";
import { address, only } from "./state.js";

const MOST = 16;
const SVG = "http://www.w3.org/2000/svg";

/** @typedef {{ group: "person" | "organisation", id: string, name: string, speaks: boolean, by: number[] }} Named */

export function showMentions() {
  const named = mostNamed();
  const sessions = [...new Set(named.flatMap((item) => item.by))].sort((one, other) => one - other);
  byId("mentions").replaceChildren(
    el("h3", {}, t("map.mentions")),
    el("p", { class: "explanation" }, t("map.mentions.why")),
    named.length === 0 ? el("p", { class: "nothing" }, t("map.nothing")) : diagram(sessions, named),
  );
}

/** Speakers that others name first, then who and what is named in most sessions. @returns {Named[]} */
function mostNamed() {
  const all = [...namedItems("person"), ...namedItems("organisation")];
  return all
    .filter((item) => item.by.length > (item.speaks ? 0 : 1))
    .sort((one, other) =>
      Number(other.speaks) - Number(one.speaks) || other.by.length - one.by.length ||
      one.name.localeCompare(other.name))
    .slice(0, MOST);
}

/** What sessions other than its own name. @param {"person" | "organisation"} group @returns {Named[]} */
function namedItems(group) {
  const key = group === "person" ? "people" : "organisations";
  const items = catalogue[key];
  /** @type {Map<number, Set<number>>} */
  const sessions = new Map();
  for (const [place, session] of catalogue.sessions.entries()) {
    for (const number of session.decks.flatMap((deck) => at(catalogue.decks, deck)[key])) {
      if (!at(items, number).sessions.includes(session.id)) {
        sessions.set(number, (sessions.get(number) ?? new Set()).add(place));
      }
    }
  }
  return [...sessions].map(([number, by]) => {
    const { id, name, sessions: own } = at(items, number);
    return { group, id, name, speaks: own.length > 0, by: [...by] };
  });
}

/** Sessions on the left, names on the right, lines between. @param {number[]} sessions @param {Named[]} named */
function diagram(sessions, named) {
  const left = el("ul", { class: "ends from", "aria-hidden": "true" }, sessions.map((number) => {
    const session = at(catalogue.sessions, number);
    return el("li", { "data-session": number }, speakers(session));
  }));
  const right = el("ul", { class: "ends to" }, named.map((item) => el("li", { "data-by": item.by.join(" ") },
    el("a", { href: only({ [item.group]: [item.id] }), dir: "auto" }, item.name),
    item.speaks && el("span", { class: "badge" }, t("map.speaker")),
    el("span", { class: "unseen" }, t("map.named-by", {
      names: listed(item.by.map((number) => speakers(at(catalogue.sessions, number)))),
    })))));
  const figure = el("div", { class: "diagram" }, left, lines(sessions, named), right);
  figure.style.setProperty("--rows", String(Math.max(sessions.length, named.length)));
  return figure;
}

/** @param {PageSession} session */
const speakers = (session) =>
  session.speakers.map((speaker) => speaker.name).join(", ") || session.id;

/** @param {number[]} sessions @param {Named[]} named */
function lines(sessions, named) {
  const svg = document.createElementNS(SVG, "svg");
  svg.setAttribute("viewBox", "0 0 100 100");
  svg.setAttribute("preserveAspectRatio", "none");
  svg.setAttribute("aria-hidden", "true");
  const height = (/** @type {number} */ place, /** @type {number} */ of) => (100 * (place + 0.5)) / of;
  for (const [place, item] of named.entries()) {
    for (const session of item.by) {
      const path = document.createElementNS(SVG, "path");
      const from = height(sessions.indexOf(session), sessions.length);
      const to = height(place, named.length);
      path.setAttribute("d", `M0 ${from} C 50 ${from} 50 ${to} 100 ${to}`);
      path.setAttribute("class", item.speaks ? "line speaker" : "line");
      svg.append(path);
    }
  }
  return svg;
}
