import type { IsoDate } from "../internal/isoDate.js";
import type { EconomyCode } from "./economy.js";

/**
 * A group of economies: `"EU"`, the European Union as it was on a date, or `"EU27"`, the Union since the United
 * Kingdom left it.
 *
 * @category Economies
 */
export type GroupCode = "EU" | "EU27";

/** One spell of membership; both days are included. */
export interface Membership {
  readonly economy: EconomyCode;
  readonly from: IsoDate;
  /** Last day of membership; null while it lasts. */
  readonly until: IsoDate | null;
}

/** A group: its name, its first day, its memberships. */
export interface Group {
  readonly name: string;
  readonly from: IsoDate;
  readonly members: readonly Membership[];
}

const joined = (from: IsoDate, economies: readonly EconomyCode[]): Membership[] =>
  economies.map((economy) => ({ economy, from, until: null }));

/** Accessions to the Communities and the Union, by date of entry into force. */
const currentMembers: readonly Membership[] = [
  ...joined("1958-01-01", ["BEL", "DEU", "FRA", "ITA", "LUX", "NLD"]),
  ...joined("1973-01-01", ["DNK", "IRL"]),
  ...joined("1981-01-01", ["GRC"]),
  ...joined("1986-01-01", ["ESP", "PRT"]),
  ...joined("1995-01-01", ["AUT", "FIN", "SWE"]),
  ...joined("2004-05-01", ["CYP", "CZE", "EST", "HUN", "LTU", "LVA", "MLT", "POL", "SVK", "SVN"]),
  ...joined("2007-01-01", ["BGR", "ROU"]),
  ...joined("2013-07-01", ["HRV"]),
];

/** The known groups. */
export const groups: Readonly<Record<GroupCode, Group>> = {
  EU: {
    name: "European Union",
    from: "1958-01-01",
    members: [...currentMembers, { economy: "GBR", from: "1973-01-01", until: "2020-01-31" }],
  },
  EU27: { name: "European Union (27)", from: "2020-02-01", members: currentMembers },
};

/** Whether a value is the code of a group. */
export const isGroupCode = (value: unknown): value is GroupCode =>
  typeof value === "string" && Object.hasOwn(groups, value);
