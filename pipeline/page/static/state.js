// Keeps what is looked at in the page's address, so that a link can be sent.

/** @type {Group[]} */
export const GROUPS = ["day", "language", "theme", "person", "organisation"];
const VIEWS = /** @type {const} */ (["programme", "map", "checks"]);

/**
 * @param {Partial<Record<Group, string[]>>} [chosen]
 * @returns {Record<Group, string[]>}
 */
export const filters = (chosen = {}) => ({
  day: [], language: [], theme: [], person: [], organisation: [], ...chosen,
});

/**
 * Read an address; what makes no sense in it is passed over.
 * @param {string} hash
 * @returns {State}
 */
export function parse(hash) {
  const said = new URLSearchParams(hash.replace(/^#/, ""));
  return {
    view: VIEWS.find((view) => view === said.get("view")) ?? "programme",
    q: said.get("q") ?? "",
    session: said.get("session") ?? "",
    deck: said.get("deck") ?? "",
    page: Number(said.get("page")) || 0,
    tongue: said.get("ui") ?? "",
    filters: filters(Object.fromEntries(GROUPS.map((group) => [group, said.getAll(group)]))),
  };
}

/**
 * Write a state as an address, leaving out what goes without saying.
 * @param {State} state
 */
export function format(state) {
  const said = new URLSearchParams();
  if (state.view !== "programme") said.set("view", state.view);
  if (state.q) said.set("q", state.q);
  for (const group of GROUPS) {
    for (const value of state.filters[group]) said.append(group, value);
  }
  if (state.session) said.set("session", state.session);
  if (state.deck) said.set("deck", state.deck);
  if (state.deck && state.page) said.set("page", String(state.page));
  if (state.tongue) said.set("ui", state.tongue);
  return `#${said}`;
}

let state = parse(location.hash);

export const current = () => state;

/**
 * The address of the current state with some changes.
 * @param {Partial<State>} changes
 */
export const address = (changes) => format({ ...state, session: "", deck: "", page: 0, ...changes });

/**
 * The address of all decks with one theme, person, organisation …
 * @param {Partial<Record<Group, string[]>>} chosen
 */
export const only = (chosen) => address({ view: "programme", q: "", filters: filters(chosen) });

/** Take the state from the address; tell whether it is another one. */
export function follow() {
  const before = format(state);
  state = parse(location.hash);
  return format(state) !== before;
}

/**
 * Change the state and the address. Typing replaces the last entry of the history.
 * @param {Partial<State>} changes
 * @param {boolean} [replace]
 */
export function change(changes, replace = false) {
  state = { ...state, ...changes };
  history[replace ? "replaceState" : "pushState"](null, "", format(state));
}
