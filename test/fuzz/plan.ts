import * as fc from "fast-check";
import { type Hostile, halfValid, hostileValues } from "./hostileValues.js";

/** All that may happen to a place; the simplest first. */
export const changes: readonly Hostile[] = [...hostileValues, ...halfValid];

/** One place of the arguments, by the way to it, and what is put there. */
export interface Edit {
  /** At each level the number of the key, modulo the number of keys; the first is the number of the argument. */
  readonly way: readonly number[];
  readonly change: number;
}
export type Plan = readonly Edit[];

const small = changes.flatMap(({ large }, at) => (large ? [] : [at]));
const large = changes.flatMap((change, at) => (change.large ? [at] : []));

/** One to three places and what is put there; large values are rare, because each takes milliseconds to make. */
export const anyPlan: fc.Arbitrary<Plan> = fc.array(
  fc.record({
    way: fc.array(fc.nat(39), { minLength: 1, maxLength: 8, size: "max" }),
    change: fc.oneof(
      { weight: 300, arbitrary: fc.constantFrom(...small) },
      { weight: 1, arbitrary: fc.constantFrom(...large) },
    ),
  }),
  { minLength: 1, maxLength: 3, size: "max" },
);

/** Whether a plan puts something large anywhere. */
export const isLarge = (plan: Plan): boolean => plan.some(({ change }) => changes[change]?.large === true);

/** The arguments after the edits, and how a person would write them; what is not on the way to an edit is left as it was. */
export function carryOut(plan: Plan, valid: readonly unknown[]): { args: unknown[]; told: string } {
  let args: unknown = [...valid];
  const told: string[] = [];
  for (const { way, change } of plan) {
    const { name, make } = changes[change] as Hostile;
    const steps: string[] = [];
    const edit = (value: unknown, at: number): unknown => {
      // What an earlier edit made so long cannot be copied.
      if (Array.isArray(value) && value.length > 200_000) return value;
      const number = way[at];
      if (number === undefined) return make(value);
      if (typeof value === "function" && at > 0)
        return spoiling(value as () => unknown, () => edit({}, way.length));
      if (ArrayBuffer.isView(value) && at > 0) {
        const copy = (value as Float64Array).slice();
        const place = number % Math.max(1, copy.length);
        const put = make(copy[place]);
        if (typeof put !== "number") return put;
        copy[place] = put;
        steps.push(`[${place}]`);
        return copy;
      }
      const descriptors = typeof value === "object" && value !== null ? keysOf(value) : [];
      const key = descriptors[number % Math.max(1, descriptors.length)];
      // The arguments themselves stay a list, though it may be empty.
      if (key === undefined) return at === 0 ? value : make(value);
      steps.push(Array.isArray(value) ? `[${key}]` : `.${key}`);
      const inner = edit((value as Record<string, unknown>)[key], at + 1);
      if (Array.isArray(value)) {
        const copy = [...value];
        copy[Number(key)] = inner;
        return copy;
      }
      return { ...(value as object), [key]: inner };
    };
    try {
      args = edit(args, 0);
    } catch {
      // An earlier edit put something on the way that cannot be copied.
      continue;
    }
    told.push(`args${steps.join("")} = ${name}`);
  }
  return { args: args as unknown[], told: told.join("; ") };
}

/** Keys that can be gone into: none of a proxy or a getter, none of what is no plain data. */
function keysOf(value: object): readonly string[] {
  try {
    if (!Array.isArray(value) && !isPlain(value)) return [];
    const keys = Object.keys(value);
    return keys.filter((key) => "value" in (Object.getOwnPropertyDescriptor(value, key) ?? {}));
  } catch {
    return [];
  }
}
const isPlain = (value: object) => [Object.prototype, null].includes(Object.getPrototypeOf(value));

/** A function of the caller's whose answer is spoilt in one place. */
function spoiling(run: (...args: never[]) => unknown, put: () => unknown): unknown {
  return (...args: never[]) => {
    const answer = run(...args);
    if (typeof answer !== "object" || answer === null) return put();
    const key = Object.keys(answer)[0];
    return key === undefined ? put() : { ...answer, [key]: put() };
  };
}
