// Builds elements. Text only ever becomes text: nothing here parses markup.

/** @typedef {Node | string | number | null | undefined | false} Child */

/**
 * Make an element. Properties are attributes, but `on…` for listeners; empty ones are left out.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, unknown>} [properties]
 * @param {...(Child | Child[])} children
 * @returns {HTMLElementTagNameMap[Tag]}
 */
export function el(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (typeof value === "function") {
      element.addEventListener(name.slice(2), /** @type {EventListener} */ (value));
    } else if (value !== undefined && value !== null && value !== false) {
      element.setAttribute(name, value === true ? "" : String(value));
    }
  }
  element.append(...present(children));
  return element;
}

/**
 * @param {(Child | Child[])[]} children
 * @returns {(Node | string)[]}
 */
export function present(children) {
  return children
    .flat()
    .filter((child) => child !== null && child !== undefined && child !== false && child !== "")
    .map((child) => (child instanceof Node ? child : String(child)));
}

/**
 * Find an element that the page is known to have.
 * @param {string} id
 */
export function byId(id) {
  const element = document.getElementById(id);
  if (!element) throw new Error(`The page has no #${id}`);
  return element;
}

const AT_ONCE = 4;
/** @type {Map<HTMLElement, (count: number) => void>} places that are not full yet */
const unfilled = new Map();

/**
 * Put items into a place a few at a time, so that the first are there at once and the page stays
 * quick. A later call for the same place ends an earlier one.
 * @template Item
 * @param {HTMLElement} place
 * @param {Item[]} items
 * @param {(item: Item) => Node} make
 * @param {number} [needed] how many must be there at once
 */
export function fill(place, items, make, needed = 0) {
  place.replaceChildren();
  let done = 0;
  const next = (/** @type {number} */ count) => {
    if (unfilled.get(place) !== next) return;
    place.append(...items.slice(done, done + count).map(make));
    done += count;
    if (done < items.length) setTimeout(next, 0, AT_ONCE);
    else unfilled.delete(place);
  };
  unfilled.set(place, next);
  next(Math.max(AT_ONCE, needed));
}

/** Fill all places at once, as printing needs it. */
export function fillAll() {
  for (const next of unfilled.values()) next(Infinity);
}
