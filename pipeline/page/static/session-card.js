// Shows a session: who speaks, its decks in each language, what they are about.

import { at, catalogue } from "./data.js";
import { el } from "./dom.js";
import { hitList } from "./hits.js";
import { dated, said, saying, t } from "./messages.js";
import { address, only } from "./state.js";
import { subjects } from "./subjects.js";
import { tile, tiles } from "./tiles.js";

/**
 * @param {Listed} item
 * @param {Map<string, Hit> | null} hits
 */
export function sessionCard({ session: number, decks: found }, hits) {
  const session = at(catalogue.sessions, number);
  const own = session.decks.filter((deck) => at(catalogue.decks, deck).role === "current");
  const decks = found.length > 0 ? found : own;
  const id = `s-${session.id}`;
  return el("article", { class: "session", id, tabindex: -1, "aria-labelledby": `${id}-title` },
    hits && el("p", { class: "when" }, when(session)),
    saying("h3", { id: `${id}-title` }, said(session.title).text ? session.title : session.id),
    el("ul", { class: "speakers" }, session.speakers.map((speaker) => el("li", {},
      el("a", { href: only({ person: [speaker.id] }) }, speaker.name),
      speaker.affiliation && el("span", { class: "affiliation", dir: "auto" }, speaker.affiliation),
    ))),
    !hits && session.abstract && saying("p", { class: "abstract" }, session.abstract),
    tiles(session, decks, found.length === 0 || found.length === own.length),
    hits && hitList(decks, hits),
    !hits && subjects(session, decks.map((deck) => at(catalogue.decks, deck))),
    !hits && others(session),
  );
}

/** Decks that belong to no session. @param {number[]} decks @param {Map<string, Hit> | null} hits */
export function strangers(decks, hits) {
  return el("article", { class: "session", "aria-labelledby": "strangers-title" },
    el("h3", { id: "strangers-title" }, t("session.none")),
    el("ul", { class: "tiles" }, decks.map((deck) => tile(at(catalogue.decks, deck)))),
    hits && hitList(decks, hits),
  );
}

/** @param {PageSession} session */
function when(session) {
  const parts = [
    session.day !== null && t("day", { n: session.day }),
    session.date && dated(session.date, { weekday: "long", day: "numeric", month: "long" }),
  ];
  return parts.filter(Boolean).join(" · ");
}

/** Copies and older versions. @param {PageSession} session */
function others(session) {
  const items = session.decks
    .map((number) => at(catalogue.decks, number))
    .filter((deck) => deck.role !== "current");
  return items.length > 0 && el("p", { class: "others" }, `${t("session.others")} `,
    el("span", {}, items.flatMap((deck, number) => [
      number > 0 ? ", " : "",
      el("a", { href: address({ deck: deck.id }), dir: "auto" }, deck.path),
      ` (${t(`state.${deck.role}`)})`,
    ])),
  );
}
