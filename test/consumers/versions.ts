/**
 * What the package is tried with. Majors are ranges on purpose, because a consumer gets whatever is newest in one; the
 * line of each consumer prints the version it got.
 */
export const nodes = ["20", "22", "24", "26"] as const;
export const compilers = ["5.9", "6", "7"] as const;
/** Vitest 4 is the last that runs on Node 20. */
export const vitest = "vitest@4";
export const jest = "jest@30";
export const next = ["next@16", "react@19", "react-dom@19"] as const;
