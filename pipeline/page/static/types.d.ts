/** The data blocks of the page, as `pipeline/page/payload.py` writes them. */

/** A text, or one per language. */
type Wording = string | Record<string, string>;
type Group = "day" | "language" | "theme" | "person" | "organisation";

interface Speaker { id: string; name: string; affiliation: string | null }
interface SessionLanguages { expected: string[]; available: string[]; missing: string[] }
interface Evidence { signal: string; detail: string; weight: number; page: number | null }
interface Candidate { session_id: string; confidence: number }
interface ThemeEvidence { page: number; phrase: string }
interface Entity { text: string; label: string; pages: number[]; count: number; ref: string | null }
interface Rejected { path: string; code: string; message: string }
interface StaleDecision { path: string; reason: string }
interface Ignored { path: string; reason: string }

interface PageTheme { key: string; label: Record<string, string> }
interface PageName { id: string; name: string; sessions: string[] }

interface PageSession {
  id: string;
  title: Wording;
  abstract: Wording | null;
  day: number | null;
  date: string | null;
  speakers: Speaker[];
  languages: SessionLanguages;
  decks: number[];
  organisations: number[];
}

interface PageDeck {
  id: string;
  path: string;
  link: string;
  kind: string;
  size: number;
  pages: number;
  title: string;
  language: string;
  status: "matched" | "review" | "unmatched";
  session: string | null;
  confidence: number;
  role: "current" | "duplicate" | "superseded";
  stands_for: string;
  themes: number[];
  scores: number[];
  people: number[];
  organisations: number[];
  places: string[];
  phrases: string[];
  cover: string;
}

interface PageElective {
  event: Wording | null;
  number: number | string | null;
  title: Wording | null;
  start: string | null;
  end: string | null;
  languages: string[];
  coordinators: Speaker[];
}

interface Catalogue {
  generator: string;
  elective: PageElective;
  themes: PageTheme[];
  people: PageName[];
  organisations: PageName[];
  sessions: PageSession[];
  decks: PageDeck[];
  rejected: Rejected[];
  ignored: Ignored[];
  stale_decisions: StaleDecision[];
}

interface DetailTheme { theme: number; score: number; evidence: ThemeEvidence[] }
interface DetailPage { number: number; title: string; text: string; notes: string }

interface DeckDetail {
  command: string;
  evidence: Evidence[];
  candidates: Candidate[];
  themes: DetailTheme[];
  entities: Entity[];
  warnings: string[];
  text: DetailPage[];
}

/** A message, or one for each plural category of the language. */
type Message = string | Record<string, string>;

/** What the page's address says. */
interface State {
  view: "programme" | "map" | "checks";
  q: string;
  session: string;
  deck: string;
  page: number;
  tongue: string;
  filters: Record<Group, string[]>;
}

/** A session, or a deck in it, as facets see it; -1 for none. */
interface Row extends Record<Group, string[]> { session: number; deck: number }

/** A session in a list with the decks to show; session -1 holds decks that have none. */
interface Listed { session: number; decks: number[] }

interface FacetValue { value: string; label: string; lang?: string; sessions: number; chosen: boolean }

/** How a document was found: by which of its terms, in which fields. */
interface Hit { score: number; terms: Set<string>; fields: Set<string> }

/** A passage of a page; the odd parts are what was searched for. */
interface Excerpt { page: number; notes: boolean; parts: string[] }

interface MiniSearchResult { id: string; score: number; match: Record<string, string[]> }
interface MiniSearchOptions {
  fields: string[];
  tokenize: (text: string) => string[];
  processTerm: (term: string) => string;
}
interface MiniSearchQuery {
  combineWith: "AND";
  prefix: (term: string) => boolean;
  fuzzy?: (term: string) => number | false;
  boost: Record<string, number>;
}
declare class MiniSearch {
  static loadJSON(json: string, options: MiniSearchOptions): MiniSearch;
  search(query: string, options: MiniSearchQuery): MiniSearchResult[];
}
