// Says what the elective is, at the head of the page, and names the parts of the page.

import { openChecks } from "./checks.js";
import { catalogue } from "./data.js";
import { byId, el } from "./dom.js";
import { currentTongue, dated, dateRange, listed, said, t } from "./messages.js";
import { address } from "./state.js";

/** Say everything that stands still in the language of the interface. */
export function showMasthead() {
  document.documentElement.lang = currentTongue();
  for (const element of document.querySelectorAll("[data-t]")) {
    element.textContent = t(element.getAttribute("data-t") ?? "");
  }
  for (const [data, attribute] of [["data-t-label", "aria-label"], ["data-t-placeholder", "placeholder"]]) {
    for (const element of document.querySelectorAll(`[${data}]`)) {
      element.setAttribute(attribute ?? "", t(element.getAttribute(data ?? "") ?? ""));
    }
  }
  for (const button of document.querySelectorAll("[data-tongue]")) {
    const own = button.getAttribute("data-tongue") === currentTongue();
    button.setAttribute("aria-pressed", String(own));
  }
  heading();
}

function heading() {
  const { elective } = catalogue;
  const event = said(elective.event);
  const title = said(elective.title);
  byId("event").replaceChildren(
    el("span", { lang: event.lang, dir: "auto" }, event.text),
    ...(elective.number === null ? [] : [el("span", {}, t("elective", { number: String(elective.number) }))]),
  );
  byId("title").textContent = title.text || t("elective.untitled");
  if (title.lang) byId("title").lang = title.lang;
  byId("facts").replaceChildren(...facts().map((fact) => el("span", {}, fact)));
  const open = openChecks();
  byId("open-checks").textContent = open > 0 ? String(open) : "";
}

/** @returns {(string | Node)[]} */
function facts() {
  const { start, end, coordinators } = catalogue.elective;
  const people = coordinators.map(({ name, affiliation }) => affiliation ? `${name} (${affiliation})` : name);
  const current = catalogue.decks.filter((deck) => deck.role === "current").length;
  return [
    start && end ? dateRange(start, end) : start ? dated(start, { dateStyle: "long" }) : "",
    people.length > 0 ? t("coordinated", { names: listed(people) }) : "",
    `${t("count.sessions", { n: catalogue.sessions.length })}, ${t("count.decks", { n: current })}`,
    openChecks() > 0 ? el("a", { href: address({ view: "checks" }) }, t("count.open", { n: openChecks() })) : "",
  ].filter((fact) => fact !== "");
}
