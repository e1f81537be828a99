/** What the reader has chosen. It stands in the address, so that a link shows the same to whoever opens it. */
export interface PlaygroundState {
  /** US tariff by partner, in percent. */
  readonly rates: Readonly<Record<Partner, number>>;
  /** Whether Canadian energy (HS 27) pays 10 % rather than Canada's rate. */
  readonly energy: boolean;
  /** Whether every partner that is hit answers in kind. */
  readonly answered: boolean;
  /** Elasticity of substitution between origins. */
  readonly substitution: number;
  /** Elasticity of import demand, below 0. */
  readonly demand: number;
  /** The tab that is open. */
  readonly tab: Tab;
  /** The chapter whose market is drawn. */
  readonly chapter: string;
  /** The partner whose market is drawn. */
  readonly origin: Partner;
  /** The good whose rate is followed through time, an HS code of 4 to 10 digits. */
  readonly good: string;
  /** The economy whose industries are shown. */
  readonly economy: string;
  /** The rates of the two players of the game, in percent: the United States, and all others together. */
  readonly game: readonly [number, number];
  /** A scenario of the reader's own as JSON; empty for the sliders. */
  readonly own: string;
}

/** The partners with a slider of their own; `others` is everyone else. */
export const partners = ["CHN", "MEX", "CAN", "EU27", "RUS", "others"] as const;
/** One of them. */
export type Partner = (typeof partners)[number];

/** Those whose market is drawn: everyone else is many markets. */
export const origins = partners.filter((partner) => partner !== "others");

/** The tabs of the answer, in order. */
export const tabs = [
  "duties",
  "trade",
  "till",
  "world",
  "industries",
  "curve",
  "market",
  "time",
  "game",
] as const;
/** One of them. */
export type Tab = (typeof tabs)[number];

/** What the article states; the rate of the European Union, which nobody stated, stands at zero until it is moved. */
export const defaultState: PlaygroundState = {
  rates: { CHN: 10, MEX: 25, CAN: 25, EU27: 0, RUS: 0, others: 0 },
  energy: false,
  answered: false,
  substitution: 4,
  demand: -1,
  tab: "duties",
  chapter: "87",
  origin: "MEX",
  good: "8507600020",
  economy: "USA",
  game: [10, 10],
  own: "",
};

/** Bounds of the numbers: those of the sliders, and so those that an address may hold. */
export const bounds = {
  rate: [0, 200],
  substitution: [1.1, 10],
  demand: [-4, -0.1],
  game: [0, 60],
  own: 6000,
} as const;

/** The economies of the industries, which come with their tab and are not loaded to read an address. */
export const economyCodes = [
  "USA",
  "CHN",
  "MEX",
  "CAN",
  "EU26",
  "GBR",
  "JPN",
  "KOR",
  "TWN",
  "IND",
  "BRA",
  "RUS",
  "AUS",
  "IDN",
  "TUR",
  "ROW",
] as const;

/** An address says something of a state where it gives a value; what follows the `#` otherwise is a place on the page. */
export const holdsState = (hash: string): boolean => hash.includes("=");

const keys: Readonly<Record<Partner, string>> = {
  CHN: "cn",
  MEX: "mx",
  CAN: "ca",
  EU27: "eu",
  RUS: "ru",
  others: "ow",
};

/** The state as the part of an address after the `#`: only what differs from the default. */
export function writeState(state: PlaygroundState): string {
  const words = new URLSearchParams();
  const put = (key: string, value: string | number, usual: string | number) => {
    if (value !== usual) words.set(key, String(value));
  };
  for (const partner of partners) put(keys[partner], state.rates[partner], defaultState.rates[partner]);
  put("en", Number(state.energy), 0);
  put("an", Number(state.answered), 0);
  put("es", state.substitution, defaultState.substitution);
  put("ed", state.demand, defaultState.demand);
  put("t", state.tab, defaultState.tab);
  put("c", state.chapter, defaultState.chapter);
  put("o", state.origin, defaultState.origin);
  put("h", state.good, defaultState.good);
  put("ec", state.economy, defaultState.economy);
  put("g", state.game.join("-"), defaultState.game.join("-"));
  put("j", state.own, "");
  return words.toString();
}

/**
 * Reads an address. Whatever is out of bounds or unknown gives the default state and a sentence that says so: half of a
 * tampered state would be a scenario that nobody chose.
 */
export function readState(hash: string): { readonly state: PlaygroundState; readonly problem: string } {
  if (!holdsState(hash)) return { state: defaultState, problem: "" };
  const words = new URLSearchParams(hash.replace(/^#/, ""));
  const read = new Set<string>();
  const wrong: string[] = [];
  const text = (key: string, usual: string, allowed: (value: string) => boolean): string => {
    read.add(key);
    const [value, ...others] = words.getAll(key);
    if (value === undefined) return usual;
    // Of two values nobody knows which is meant.
    if (others.length === 0 && allowed(value)) return value;
    wrong.push(key);
    return usual;
  };
  const number = (key: string, usual: number, [least, most]: readonly [number, number]): number =>
    Number(
      text(key, String(usual), (value) => {
        const given = Number(value);
        return /^-?\d{1,3}(\.\d{1,2})?$/.test(value) && given >= least && given <= most;
      }),
    );
  const flag = (key: string) => text(key, "0", (value) => value === "0" || value === "1") === "1";
  const isOneOf = (known: readonly string[]) => (value: string) => known.includes(value);
  const rates = Object.fromEntries(
    partners.map((partner) => [partner, number(keys[partner], defaultState.rates[partner], bounds.rate)]),
  ) as Record<Partner, number>;
  const game = text(
    "g",
    defaultState.game.join("-"),
    (value) =>
      /^\d{1,3}-\d{1,3}$/.test(value) && value.split("-").every((rate) => Number(rate) <= bounds.game[1]),
  ).split("-");
  const state: PlaygroundState = {
    rates,
    energy: flag("en"),
    answered: flag("an"),
    substitution: number("es", defaultState.substitution, bounds.substitution),
    demand: number("ed", defaultState.demand, bounds.demand),
    tab: text("t", defaultState.tab, isOneOf(tabs)) as Tab,
    chapter: text("c", defaultState.chapter, (value) => /^(?!00|77)\d\d$/.test(value)),
    origin: text("o", defaultState.origin, isOneOf(origins)) as Partner,
    good: text("h", defaultState.good, (value) => /^\d{4,10}$/.test(value)),
    economy: text("ec", defaultState.economy, isOneOf(economyCodes)),
    game: [Number(game[0]), Number(game[1])],
    own: text("j", "", (value) => value.length <= bounds.own),
  };
  for (const key of words.keys()) if (!read.has(key)) wrong.push(key);
  if (wrong.length === 0) return { state, problem: "" };
  const problem = `The address holds something this page does not know (${[...new Set(wrong)]
    .slice(0, 5)
    .map((key) => key.slice(0, 12))
    .join(", ")}): what you see is the article's scenario.`;
  return { state: defaultState, problem };
}
