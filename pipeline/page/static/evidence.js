// Says why a deck stands where it stands.

import { el } from "./dom.js";
import { percent, t } from "./messages.js";
import { telling } from "./sentences.js";

/** The outcome in a sentence. @param {PageDeck} deck */
export function outcome(deck) {
  return t(`outcome.${deck.status}`, { sure: percent(deck.confidence) });
}

/**
 * The reasons, each with a bar as long as it weighs.
 * @param {Evidence[]} evidence
 */
export function reasons(evidence) {
  const heaviest = Math.max(...evidence.map(({ weight }) => Math.abs(weight)), 1);
  return el("ul", { class: "reasons" }, evidence.map(({ detail, weight }) => {
    const side = weight < 0 ? "against" : "for";
    const bar = el("span", { class: `weight ${side}`, "aria-hidden": "true" });
    bar.style.setProperty("--share", String(Math.abs(weight) / heaviest));
    return el("li", {}, bar,
      el("span", {}, weight < 0 && el("strong", {}, t("evidence.against")),
        telling("span", detail)));
  }));
}

/**
 * A command to be typed, with a button that copies it.
 * @param {string} command
 */
export function commandLine(command) {
  const code = el("code", { dir: "ltr", translate: "no" }, command);
  const button = el("button", {
    type: "button", class: "copy",
    onclick: async () => {
      getSelection()?.selectAllChildren(code);
      try {
        await navigator.clipboard.writeText(command);
        button.textContent = t("command.copied");
      } catch {
        button.textContent = t("command.selected");
      }
    },
  }, t("command.copy"));
  return el("div", { class: "command" }, code, button);
}
