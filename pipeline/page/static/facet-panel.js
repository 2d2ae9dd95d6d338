// Shows the facets: which values there are, how many sessions have each, which are chosen.

import { catalogue } from "./data.js";
import { el } from "./dom.js";
import { tally } from "./facets.js";
import { currentTongue, dated, languageName, said, t } from "./messages.js";
import { address, filters, GROUPS } from "./state.js";

const FEW = 6;
const MANY = 60;
/** @type {Set<Group>} */
const unfolded = new Set();
const wide = matchMedia("(min-width: 60rem)");
let open = wide.matches;
wide.addEventListener("change", () => {
  open = wide.matches;
});

const names = {
  theme: new Map(catalogue.themes.map((theme) => [theme.key, theme.label])),
  person: new Map(catalogue.people.map((person) => [person.id, person.name])),
  organisation: new Map(catalogue.organisations.map((item) => [item.id, item.name])),
};

/**
 * @param {State} state
 * @param {Map<string, Hit> | null} hits
 * @param {(filters: Record<Group, string[]>) => void} choose
 * @param {() => void} again show the panel once more
 */
export function facetPanel(state, hits, choose, again) {
  const chosen = GROUPS.flatMap((group) => state.filters[group]).length;
  return el("details", {
    open,
    ontoggle: (/** @type {Event} */ event) => {
      open = /** @type {HTMLDetailsElement} */ (event.currentTarget).open;
    },
  },
    el("summary", {}, t("facets"), chosen > 0 && el("span", { class: "count" }, chosen)),
    GROUPS.map((group) => facet(group, state, hits, choose, again)),
  );
}

/** @param {Group} group @param {string} value @returns {{ text: string, lang?: string | undefined }} */
export function facetLabel(group, value) {
  switch (group) {
    case "day":
      return { text: dayLabel(value) };
    case "language":
      return { text: languageName(value) };
    case "theme":
      return themeLabel(names.theme.get(value), value);
    default:
      return { text: names[group].get(value) ?? value };
  }
}

/** @param {Record<string, string> | undefined} label @param {string} key */
export function themeLabel(label, key) {
  if (!label) return { text: key };
  const { text, lang } = said(label);
  return { text: text || key, lang };
}

/** @param {string} day */
function dayLabel(day) {
  const date = catalogue.sessions.find((session) => String(session.day) === day)?.date;
  const label = t("day", { n: day });
  return date ? `${label}, ${dated(date, { weekday: "short", day: "numeric", month: "short" })}` : label;
}

/**
 * @param {Group} group @param {State} state @param {Map<string, Hit> | null} hits
 * @param {(filters: Record<Group, string[]>) => void} choose @param {() => void} again
 */
function facet(group, state, hits, choose, again) {
  const all = values(group, state, hits);
  if (all.length === 0) return null;
  const few = all.filter((item, number) => item.chosen || number < FEW);
  const some = unfolded.has(group) ? all.slice(0, MANY) : few;
  return el("fieldset", {},
    el("legend", {}, t(`facet.${group}`)),
    some.map((item) => choice(group, item, state, choose)),
    all.length > few.length && el("button", {
      type: "button", class: "quiet", id: `more-${group}`, "aria-expanded": unfolded.has(group),
      onclick: () => {
        if (!unfolded.delete(group)) unfolded.add(group);
        again();
      },
    }, t(unfolded.has(group) ? "facets.fewer" : "facets.all", { n: Math.min(all.length, MANY) })),
  );
}

/** @param {Group} group @param {State} state @param {Map<string, Hit> | null} hits @returns {FacetValue[]} */
function values(group, state, hits) {
  const items = [...tally(group, state.filters, hits)].map(([value, sessions]) => {
    const { text, lang } = facetLabel(group, value);
    const chosen = state.filters[group].includes(value);
    return { value, label: text, ...(lang ? { lang } : {}), sessions, chosen };
  });
  const { compare } = new Intl.Collator(currentTongue(), { numeric: true });
  return items.sort((one, other) =>
    (group === "day" ? 0 : other.sessions - one.sessions) || compare(one.label, other.label),
  );
}

/**
 * @param {Group} group @param {FacetValue} item @param {State} state
 * @param {(filters: Record<Group, string[]>) => void} choose
 */
function choice(group, item, state, choose) {
  const id = `f-${group}-${item.value}`;
  const others = state.filters[group].filter((value) => value !== item.value);
  return el("label", { class: "choice", for: id },
    el("input", {
      type: "checkbox", id, checked: item.chosen,
      onchange: () => choose({
        ...state.filters, [group]: item.chosen ? others : [...others, item.value],
      }),
    }),
    el("span", { lang: item.lang, dir: "auto" }, item.label),
    el("span", { class: "tally" },
      item.sessions, el("span", { class: "unseen" }, ` ${t("sessions", { n: item.sessions })}`)),
  );
}

/** What is chosen, each with a link that takes it away. @param {State} state */
export function chosenFacets(state) {
  const links = GROUPS.flatMap((group) => state.filters[group].map((value) => {
    const { text, lang } = facetLabel(group, value);
    const rest = state.filters[group].filter((other) => other !== value);
    return el("li", {}, el("a", {
      class: "chosen", href: address({ filters: { ...state.filters, [group]: rest } }),
    }, el("span", { class: "unseen" }, t("facets.remove")), el("bdi", { lang }, text)));
  }));
  return links.length > 0 && el("ul", { class: "chosen-list", "aria-label": t("facets.chosen") },
    links,
    el("li", {}, el("a", { class: "quiet", href: address({ filters: filters() }) }, t("facets.clear"))));
}
