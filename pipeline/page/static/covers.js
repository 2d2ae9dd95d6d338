// Shows a deck by its first page, or by a title card where there is no picture of it.

import { catalogue, picture, sessionNumbers } from "./data.js";
import { el } from "./dom.js";

const HUES = 6;
/** Decks from which pictures wait until they come into sight. */
const MANY = 60;
const loading = catalogue.decks.length > MANY ? "lazy" : "eager";

/** @param {PageDeck} deck */
export function cover(deck) {
  if (deck.cover) {
    return el("span", { class: "cover" }, el("img", {
      src: picture(deck.cover), alt: "", loading, decoding: "async",
    }));
  }
  const hue = (sessionNumbers.get(deck.session ?? "") ?? 0) % HUES;
  return el("span", { class: `cover card hue-${hue}`, "aria-hidden": "true" },
    el("span", { class: "card-title", lang: deck.language, dir: "auto" }, title(deck)),
    el("span", { class: "card-line" }, speakers(deck)),
  );
}

/** The deck's title, or its file's name. @param {PageDeck} deck */
export const title = (deck) => deck.title || (deck.path.split("/").at(-1) ?? deck.path);

/** @param {PageDeck} deck */
function speakers(deck) {
  const session = catalogue.sessions[sessionNumbers.get(deck.session ?? "") ?? -1];
  return session?.speakers.map((speaker) => speaker.name).join(", ") ?? "";
}
