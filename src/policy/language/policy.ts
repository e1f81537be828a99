import type { Rate } from "../../exact/rate.js";
import { brand, requireBrand } from "../../internal/brand.js";
import { deepFreeze } from "../../internal/deepFreeze.js";
import type { DateSpell, ParameterDeclaration, ShareText, Step } from "./step.js";

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
  /** The days for which it answers: questions about other days are refused. Without it all days are. */
  readonly covers?: DateSpell;
  /** The steps, in the order in which they apply; at most 5,000, those inside splits among them. */
  readonly steps: readonly Step[];
}

/**
 * A checked list of steps. `Open` names the parameters that still have no value, and `Shares` those of them that are
 * shares and not rates: a bare `Policy` is closed.
 *
 * @category Policy
 */
export interface Policy<Open extends string = never, Shares extends string = never> {
  /** Holds nothing: its type is the sentence that a compiler shows where an open policy stands for a closed one. */
  readonly "~open"?: `give ${Open} a value first: bind(scenario, { ${Open}: ... })` | undefined;
  /** A short identifier. */
  readonly id: string;
  /** One line for people. */
  readonly title: string;
  /** The parameters of the steps, open or bound. */
  readonly parameters: Readonly<Record<string, ParameterDeclaration>> & {
    readonly [Name in Shares]: ParameterDeclaration & { readonly kind: "share" };
  };
  /** The values that {@link bind} gave to parameters. */
  readonly bound: Readonly<Record<string, Rate | ShareText>>;
  /** The parameters that have no value yet. */
  readonly openParameters: readonly Open[];
  /** The days for which it answers, where it says so. */
  readonly covers?: DateSpell;
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

/**
 * The names of the parameters that an input declares as shares.
 *
 * @category Policy
 */
export type SharesOf<Input> = Input extends { readonly parameters: infer Parameters }
  ? {
      [Name in keyof Parameters]: Parameters[Name] extends { readonly kind: "share" } ? Name : never;
    }[keyof Parameters] &
      string
  : never;

/** Freezes a checked policy and marks it. */
export const sealPolicy = <P extends Policy<string>>(policy: P): P => deepFreeze(brand("policy", policy));

/** Refuses anything but a policy or scenario that came through its door. */
export const requirePolicy = (value: unknown, path: string): void =>
  requireBrand("policy", value, path, "definePolicy or defineScenario");
