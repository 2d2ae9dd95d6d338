// Says things in the language of the interface.

import { catalogue, vocabulary } from "./data.js";
import { el } from "./dom.js";

const TONGUES = Object.keys(vocabulary);
let tongue = "en";
/** How dates and numbers are written: as the browser does where it speaks the same language. */
let region = "en-GB";

/**
 * Use the wanted language, else the first of the browser's that there is, else English.
 * @param {string} wanted
 */
export function setTongue(wanted) {
  const browser = navigator.languages.map((tag) => tag.split("-")[0] ?? "");
  tongue = [wanted, ...browser].find((tag) => TONGUES.includes(tag)) ?? "en";
  region = navigator.languages.find((tag) => tag.startsWith(`${tongue}-`)) ??
    (tongue === "en" ? "en-GB" : tongue);
}

export const currentTongue = () => tongue;

/** @type {Map<string, unknown>} */
const formatters = new Map();

/**
 * A formatter of `Intl` for the current language; each is made once, for that takes long.
 * @template Formatter
 * @param {new (locale: string, options: any) => Formatter} Kind
 * @param {object} [options]
 */
function formatter(Kind, options = {}) {
  const key = `${Kind.name} ${region} ${JSON.stringify(options)}`;
  const known = /** @type {Formatter} */ (formatters.get(key) ?? new Kind(region, options));
  formatters.set(key, known);
  return known;
}

/**
 * The message of a key, with its {places} filled; `n` decides between singular and plural.
 * @param {string} key
 * @param {Record<string, string | number>} [values]
 */
export function t(key, values = {}) {
  const message = vocabulary[tongue]?.[key] ?? key;
  const form =
    typeof message === "string"
      ? message
      : message[formatter(Intl.PluralRules).select(Number(values.n))] ?? message.other ?? key;
  return form.replace(/\{(\w+)\}/g, (_, name) => {
    const value = values[name] ?? "";
    return typeof value === "number" ? formatter(Intl.NumberFormat).format(value) : value;
  });
}

/**
 * A text in the interface's language where it is given, else in the elective's, with its tag. A
 * text that is given once counts as written in the elective's first language.
 * @param {Wording | null} text
 * @returns {{ text: string, lang: string | undefined }}
 */
export function said(text) {
  const { languages } = catalogue.elective;
  if (text === null || typeof text === "string") return { text: text ?? "", lang: languages[0] };
  const lang = [tongue, ...languages, ...Object.keys(text)].find((tag) => tag in text);
  return { text: (lang && text[lang]) || "", lang };
}

/**
 * An element that holds a text and says in which language it is.
 * @param {keyof HTMLElementTagNameMap} tag
 * @param {Record<string, unknown>} properties
 * @param {Wording | null} text
 */
export function saying(tag, properties, text) {
  const { text: words, lang } = said(text);
  return el(tag, { ...properties, lang, dir: "auto" }, words);
}

/** @param {string} tag */
export function languageName(tag) {
  if (tag === "und") return t("language.unknown");
  try {
    const name = formatter(Intl.DisplayNames, { type: "language" }).of(tag) ?? tag;
    return name.charAt(0).toLocaleUpperCase(tongue) + name.slice(1);
  } catch {
    return tag;
  }
}

/** @param {string} date ISO 8601 @param {Intl.DateTimeFormatOptions} options */
export function dated(date, options) {
  return formatter(Intl.DateTimeFormat, { timeZone: "UTC", ...options }).format(new Date(date));
}

/** @param {string} start @param {string} end both ISO 8601 */
export function dateRange(start, end) {
  return formatter(Intl.DateTimeFormat, { dateStyle: "long", timeZone: "UTC" })
    .formatRange(new Date(start), new Date(end));
}

/** @param {number} share from 0 to 1; never rounded up, so that nothing looks surer than it is */
export function percent(share) {
  const steps = share < 0.99 ? 100 : 1000;
  return formatter(Intl.NumberFormat, { style: "percent", maximumFractionDigits: 1 })
    .format(Math.floor(share * steps) / steps);
}

/** @param {number} bytes */
export function fileSize(bytes) {
  const [value, unit] = bytes < 1e6 ? [bytes / 1e3, "kilobyte"] : [bytes / 1e6, "megabyte"];
  return formatter(Intl.NumberFormat, {
    style: "unit", unit, maximumFractionDigits: value < 10 ? 1 : 0,
  }).format(value);
}

/** @param {string[]} parts */
export const listed = (parts) => formatter(Intl.ListFormat).format(parts);
