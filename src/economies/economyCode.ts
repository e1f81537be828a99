import type { isoCodes } from "./isoCodes.js";

/**
 * An economy by its ISO 3166-1 alpha-3 code.
 *
 * @category Economies
 */
export type EconomyCode = (typeof isoCodes)[number];
