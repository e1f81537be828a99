import { deepFreeze } from "../../internal/deepFreeze.js";

/**
 * Values from the literature under a name, to be passed on purpose. `values` has keys as the functions name them.
 *
 * @category Presets
 */
export interface Preset<Values> {
  readonly id: string;
  readonly values: Values;
  readonly source: string;
  /** How the value was checked. */
  readonly confidence: string;
  /** What the value means, and what it must not be taken for. */
  readonly note: string;
}

/** Freezes a preset. */
export function preset<const Values>(value: Preset<Values>): Preset<Values> {
  return deepFreeze(value);
}
