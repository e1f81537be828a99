import type { DecimalText } from "../../exact/decimal.js";
import type { Rate } from "../../exact/rate.js";
import { brand, requireBrand } from "../../internal/brand.js";
import { deepFreeze } from "../../internal/deepFreeze.js";
import type { ParameterDeclaration, Step } from "./step.js";

/**
 * What {@link definePolicy} takes: plain JSON.
 *
 * @category Policy
 */
export interface PolicyInput {
  /** Where the JSON Schema of the file stands, for an editor; it is read by nothing and left out of the result. */
  readonly $schema?: string;
  /** A short identifier. */
  readonly id: string;
  /** One line for people. */
  readonly title: string;
  /** The parameters that the steps leave open, by name. */
  readonly parameters?: Readonly<Record<string, ParameterDeclaration>>;
  /** The steps, in the order in which they apply; at most 5,000, those inside splits among them. */
  readonly steps: readonly Step[];
}

/**
 * A checked list of steps. `Open` names the parameters that still have no value: `Policy<never>` is closed.
 *
 * @category Policy
 */
export interface Policy<out Open extends string = string> {
  /** A short identifier. */
  readonly id: string;
  /** One line for people. */
  readonly title: string;
  /** The parameters of the steps, open or bound. */
  readonly parameters: Readonly<Record<string, ParameterDeclaration>>;
  /** The values that {@link bind} gave to parameters. */
  readonly bound: Readonly<Record<string, Rate | DecimalText>>;
  /** The parameters that have no value yet. */
  readonly openParameters: readonly Open[];
  /** The steps, in order. */
  readonly steps: readonly Step[];
}

/**
 * The names of the parameters that an input declares.
 *
 * @category Policy
 */
export type ParametersOf<Input> = Input extends { readonly parameters: infer Parameters }
  ? keyof Parameters & string
  : never;

/** Freezes a checked policy and marks it. */
export const sealPolicy = <P extends Policy>(policy: P): P => deepFreeze(brand("policy", policy));

/** Refuses anything but a policy or scenario that came through its door. */
export const requirePolicy = (value: unknown, path: string): void =>
  requireBrand("policy", value, path, "definePolicy or defineScenario");
