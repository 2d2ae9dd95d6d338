// Says in the language of the interface what the index says in English.

import { sentences } from "./data.js";
import { el } from "./dom.js";
import { currentTongue } from "./messages.js";

const PLACE = /\{\w+(?::[^{}]*)?\}/;
const PLACES = new RegExp(PLACE, "g");

/** @typedef {{ template: string, pattern: RegExp, names: string[] }} Template */

/** @type {Map<string, Template[]>} */
const templates = new Map();

/**
 * What sentences are made from, those that say most first; each is made once for a language.
 * @param {string} tongue
 */
function templatesOf(tongue) {
  const bare = (/** @type {string} */ text) => text.replace(PLACES, "");
  const known = templates.get(tongue) ?? Object.keys(sentences[tongue] ?? {})
    .filter((text) => PLACE.test(text) && bare(text).length > 4)
    .sort((one, other) => bare(other).length - bare(one).length)
    .map((template) => ({
      template,
      pattern: new RegExp(`^${template.split(PLACES).map(escaped).join("(.+?)")}$`, "s"),
      names: [...template.matchAll(PLACES)].map(([place]) => place),
    }));
  templates.set(tongue, known);
  return known;
}

/** @param {string} text */
const escaped = (text) => text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");

/**
 * A sentence in a language, as `Wording.sentence` says it; what has no translation stays English.
 * @param {string} english @param {string} tongue
 * @returns {string}
 */
function translated(english, tongue) {
  const whole = sentences[tongue]?.[english];
  if (whole) return whole;
  for (const { template, pattern, names } of templatesOf(tongue)) {
    const found = pattern.exec(english);
    if (!found) continue;
    const parts = new Map(names.map((name, at) => [name, translated(found[at + 1] ?? "", tongue)]));
    return (sentences[tongue]?.[template] ?? "").replace(PLACES, (place) => parts.get(place) ?? place);
  }
  return english;
}

/**
 * An element that holds a sentence of the index and says in which language it is.
 * @param {keyof HTMLElementTagNameMap} tag
 * @param {string} english
 */
export function telling(tag, english) {
  const text = translated(english, currentTongue());
  return el(tag, { lang: text === english ? "en" : undefined, dir: "auto" }, text);
}
