// Folds text into search terms, the same as pipeline/page/terms.py.

const MARKS =
  /[\u0300-\u036f\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+/g;
/** @type {Record<string, string>} */
const LETTERS = { œ: "oe", æ: "ae", ß: "ss", ø: "o", ł: "l" };

/**
 * The text in small letters without accents, ligatures and compatibility forms.
 * @param {string} text
 */
export function fold(text) {
  return text
    .normalize("NFKD")
    .replace(MARKS, "")
    .toLowerCase()
    .replace(/[œæßøł]/g, (letter) => LETTERS[letter] ?? letter);
}

/**
 * The runs of letters and digits of the folded text, in order.
 * @param {string} text
 * @returns {string[]}
 */
export function terms(text) {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}
