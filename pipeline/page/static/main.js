// Puts the page together and keeps it in step with its address.

import { showChecks } from "./checks.js";
import { onDeckLeft, showDeck } from "./deck-dialog.js";
import { byId, fillAll } from "./dom.js";
import { showMasthead } from "./masthead.js";
import { currentTongue, setTongue } from "./messages.js";
import { showMentions } from "./mentions.js";
import { showProgramme } from "./programme.js";
import { prepare } from "./search.js";
import { change, current, follow } from "./state.js";
import { showThemeMap } from "./theme-map.js";

const query = /** @type {HTMLInputElement} */ (byId("q"));
const views = {
  programme: () => {
    const choose = (/** @type {State["filters"]} */ filters) => go({ filters, session: "" });
    byId("status").textContent = showProgramme(current(), choose);
  },
  map: () => {
    showThemeMap();
    showMentions();
  },
  checks: showChecks,
};

/** What was shown last: language, view, and all that decides what is in it. */
let shown = { tongue: "", view: "", content: "" };

function show() {
  const { view, q, filters, session, tongue } = current();
  setTongue(tongue);
  const content = JSON.stringify([q, filters, session]);
  const now = { tongue: currentTongue(), view, content: view === "programme" ? content : "" };
  if (now.tongue !== shown.tongue) showMasthead();
  if (JSON.stringify(now) !== JSON.stringify(shown)) {
    for (const name of Object.keys(views)) byId(name).hidden = name !== view;
    for (const link of document.querySelectorAll("[data-view]")) {
      link.toggleAttribute("aria-current", false);
      if (link.getAttribute("data-view") === view) link.setAttribute("aria-current", "page");
    }
    views[view]();
    if (shown.view && shown.view !== view && !session) byId("main").focus();
  }
  shown = now;
  if (query.value !== q) query.value = q;
  showDeck(current());
}

/** @param {Partial<State>} changes @param {boolean} [replace] */
function go(changes, replace) {
  change(changes, replace);
  show();
}

const followAddress = () => {
  if (follow()) show();
};
addEventListener("popstate", followAddress);
addEventListener("hashchange", followAddress);

onDeckLeft(() => {
  if (current().deck) go({ deck: "", page: 0 });
});

query.addEventListener("focus", prepare, { once: true });
query.addEventListener("input", () => go({ q: query.value, view: "programme", session: "" }, true));
byId("search").addEventListener("submit", (event) => event.preventDefault());

for (const link of document.querySelectorAll("[data-view]")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    go({ view: /** @type {State["view"]} */ (link.getAttribute("data-view")), session: "" });
  });
}
for (const button of document.querySelectorAll("[data-tongue]")) {
  button.addEventListener("click", () => go({ tongue: button.getAttribute("data-tongue") ?? "" }));
}
document.querySelector(".skip")?.addEventListener("click", (event) => {
  event.preventDefault();
  byId("main").focus();
});
addEventListener("keydown", (event) => {
  if (event.key === "/" && !(event.target instanceof HTMLInputElement)) {
    event.preventDefault();
    query.focus();
  }
});
addEventListener("beforeprint", () => {
  for (const view of Object.values(views)) view();
  fillAll();
});

show();
