// Lists what needs a person, what was refused or set aside, and how sure the rest is.

import { at, catalogue, detail, sessionNumbers } from "./data.js";
import { title } from "./covers.js";
import { byId, el } from "./dom.js";
import { commandLine, outcome, reasons } from "./evidence.js";
import { telling } from "./sentences.js";
import { languageName, listed, percent, said, saying, t } from "./messages.js";
import { address } from "./state.js";
import { fileLink } from "./tiles.js";

/** @param {PageDeck["status"]} status */
const withStatus = (status) => catalogue.decks.filter((deck) => deck.status === status);
const incomplete = () => catalogue.sessions.filter((session) => session.languages.missing.length > 0);

/** How many things need a person. */
export const openChecks = () =>
  withStatus("review").length + incomplete().length + catalogue.rejected.length +
  catalogue.stale_decisions.length;

export function showChecks() {
  const surest = withStatus("matched").sort((one, other) => one.confidence - other.confidence);
  byId("check-lists").replaceChildren(
    group("review", withStatus("review"), decision, "choices"),
    group("missing", incomplete(), lack),
    group("rejected", catalogue.rejected, refusal),
    group("unmatched", withStatus("unmatched"), decision, "choices"),
    group("matched", surest, placed),
    ...(catalogue.stale_decisions.length > 0 ? [group("stale", catalogue.stale_decisions, setAside)] : []),
    group("ignored", catalogue.ignored, setAside),
  );
}

/**
 * @template Item
 * @param {string} name @param {Item[]} items @param {(item: Item) => Node} make @param {string} [kind]
 */
function group(name, items, make, kind = "lines") {
  return el("section", { class: "check", id: `check-${name}` },
    el("h3", {}, t(`check.${name}`), el("span", { class: "count" }, items.length)),
    el("p", { class: "explanation" }, t(items.length > 0 ? `check.${name}.why` : `check.${name}.none`)),
    items.length > 0 && el("ul", { class: kind }, items.map(make)));
}

/** A deck that a person places. @param {PageDeck} deck */
function decision(deck) {
  const { command, candidates, evidence } = detail(deck.id);
  const likely = candidates.filter(({ session_id }) => sessionNumbers.has(session_id));
  return el("li", { class: "decision" }, deckHead(deck),
    el("p", {}, outcome(deck)), evidence.length > 0 && reasons(evidence),
    el("details", { open: deck.status === "review" }, el("summary", {}, t("check.decide")),
      el("ul", { class: "candidates" },
        likely.map(({ session_id, confidence }) => el("li", {},
        el("p", {}, sessionTitle(session_id), el("span", { class: "where" }, percent(confidence))),
        commandLine(`${command} ${session_id}`))),
        el("li", {}, el("p", {}, t("session.none")), commandLine(`${command} none`)))));
}

/** @param {PageDeck} deck */
function deckHead(deck) {
  return el("p", { class: "deck-line" },
    el("a", { href: address({ deck: deck.id }), lang: deck.language, dir: "auto" }, title(deck)),
    el("span", { class: "path", dir: "auto" }, deck.path), fileLink(deck));
}

/** @param {string} id */
function sessionTitle(id) {
  const session = at(catalogue.sessions, sessionNumbers.get(id) ?? -1);
  return saying("span", {}, said(session.title).text ? session.title : session.id);
}

/** @param {PageSession} session */
function lack(session) {
  return el("li", {},
    el("p", {}, el("a", { href: address({ view: "programme", q: "", session: session.id }) }, sessionTitle(session.id))),
    el("p", { class: "where" }, listed(session.speakers.map((speaker) => speaker.name))),
    el("p", {}, session.languages.missing.map((tag) =>
      el("span", { class: "badge missing" }, languageName(tag)))));
}

/** @param {Rejected} file */
const refusal = ({ path, message }) => el("li", {},
  el("p", { class: "path", dir: "auto" }, path), telling("p", message));

/** @param {{ path: string, reason: string }} file */
const setAside = ({ path, reason }) => el("li", {},
  el("p", { class: "path", dir: "auto" }, path), telling("p", reason));

/** @param {PageDeck} deck */
function placed(deck) {
  const body = el("div");
  return el("li", {}, el("details", {
    ontoggle: () => {
      if (body.childElementCount === 0) body.append(deckHead(deck), reasons(detail(deck.id).evidence));
    },
  }, el("summary", {}, el("span", { class: "path", dir: "auto" }, deck.path),
    deck.session && sessionTitle(deck.session),
    el("span", { class: "where" }, percent(deck.confidence))), body));
}
