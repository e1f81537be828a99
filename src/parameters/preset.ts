import { deepFreeze } from "../internal/deepFreeze.js";

/**
 * Values from the literature under a name, to be passed on purpose: no function takes them by itself.
 *
 * @category Presets
 */
export interface Preset<Values> {
  /** The name of the preset, the same as that of the constant. */
  readonly id: string;
  /** The values, under the keys that the functions name them by; units and signs are those of these keys. */
  readonly values: Values;
  /** Who published the values, and where. */
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
