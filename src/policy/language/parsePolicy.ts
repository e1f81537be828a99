import { definePolicy } from "./definePolicy.js";
import type { Policy, PolicyInput } from "./policy.js";

/**
 * Checks a policy that comes from JSON, whose parameters the compiler cannot see.
 *
 * **Result**: as {@link definePolicy}, but the type does not say which parameters are open; {@link requireClosed} does.
 *
 * @throws What {@link definePolicy} throws, for example `missing-key`.
 * @example A policy from a file
 * ```ts
 * import { parsePolicy } from "tariff-whatif";
 *
 * const text = '{ "id": "none", "title": "No change", "steps": [] }';
 * parsePolicy(JSON.parse(text)).openParameters; // => []
 * ```
 * @category Policy
 */
export function parsePolicy(json: unknown): Policy<string> {
  return definePolicy(json as PolicyInput) as Policy<string>;
}
