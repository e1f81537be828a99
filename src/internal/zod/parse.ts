import * as z from "zod/mini";
import type { ErrorCode } from "../errorCodes.js";
import { perhaps } from "../nearestSpelling.js";
import type { TariffErrorDetails } from "../TariffError.js";
import { throwAll } from "../throwAll.js";
import { allIssues } from "./allIssues.js";
import { knownAt } from "./knownAt.js";
import { type Refusal, readAll } from "./readAll.js";
import { refuseUnsafe } from "./refuseUnsafe.js";

/** More would be read by nobody. */
const mostIssues = 100;

/**
 * Checks a value against a schema; the first thing wrong becomes a {@link TariffError}, which lists the others, with what
 * else is found in a value that is refused.
 */
export function parse<T>(
  schema: z.ZodMiniType<T>,
  value: unknown,
  elseIn: (value: unknown) => readonly TariffErrorDetails[] = () => [],
): T {
  refuseUnsafe(value);
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const found = allIssues(result.error.issues.slice(0, mostIssues), value, schema);
  throwAll([...found.map((issue) => inStep(detailsOf(issue, value, schema), value)), ...elseIn(value)]);
  return z.NEVER;
}

/** A schema whose check is one of our own reading functions, so that both doors give the same errors. */
export function readWith<T>(read: (value: unknown, path: string) => T): z.ZodMiniType<T, T> {
  return z.transform((value: unknown, context) => {
    try {
      return read(value, "");
    } catch (thrown) {
      for (const error of readAll(read, value, thrown)) {
        context.issues.push({ code: "custom", input: value, params: { error } });
      }
      return z.NEVER;
    }
  }) as unknown as z.ZodMiniType<T, T>;
}

/** In a list of steps a place says little: the name of the step is said with it. */
function inStep(details: TariffErrorDetails, whole: unknown): TariffErrorDetails {
  const place = /^steps\[(\d+)\]/.exec(details.path);
  const id = place === null ? undefined : valueAt(whole, ["steps", Number(place[1]), "id"]);
  if (typeof id !== "string" || !/^[\w.-]{1,64}$/.test(id) || details.path.endsWith("].id")) return details;
  return { ...details, advice: `In step "${id}": ${details.advice}` };
}

function detailsOf(issue: z.core.$ZodIssue, whole: unknown, schema: z.ZodMiniType): TariffErrorDetails {
  const own = issue.code === "custom" ? (issue.params?.error as Refusal | undefined) : undefined;
  const path = issue.code === "unrecognized_keys" ? [...issue.path, issue.keys[0] ?? ""] : issue.path;
  const received = valueAt(whole, path);
  const at = writePath(path);
  if (own) {
    if (received === undefined) return missing(at);
    const inner =
      own.path.startsWith("[") || own.path.startsWith(".") || own.path === "" ? own.path : `.${own.path}`;
    const path = `${at}${inner}`.replace(/^\./, "");
    const found = valueAt(received, splitPath(own.path));
    return { code: own.code, path, received: found ?? received, advice: own.advice };
  }
  if (issue.code === "invalid_key") return badKey(issue, at);
  if (received === undefined && issue.code !== "unrecognized_keys") return missing(at);
  const [code, advice] = explainIssue(issue, received, knownAt(schema, whole, path), path.at(-1));
  return { code, path: at, received, advice };
}

const missing = (path: string): TariffErrorDetails => ({
  code: "missing-key",
  path,
  received: undefined,
  advice: "Add this key; it has no default.",
});

function explainIssue(
  issue: z.core.$ZodIssue,
  received: unknown,
  known: readonly string[],
  key: PropertyKey | undefined,
): [ErrorCode, string] {
  switch (issue.code) {
    case "unrecognized_keys":
      return [
        "unknown-key",
        `${perhaps(key, known)}Remove this key, or correct its spelling${known.length > 0 ? `; the known keys are ${known.join(", ")}` : ""}.`,
      ];
    case "invalid_value":
      return [
        typeof received === "string" ? "out-of-range" : "wrong-type",
        `${perhaps(received, issue.values.map(String))}Give one of ${issue.values.join(", ")}.`,
      ];
    case "invalid_union":
      return [
        typeof received === "string" ? "out-of-range" : "wrong-type",
        `${perhaps(received, known)}Give one of ${known.length > 0 ? known.join(", ") : "the known kinds"}.`,
      ];
    case "too_big":
      return ["too-long", `Give at most ${String(issue.maximum)}.`];
    case "too_small":
      return ["empty", `Give at least ${String(issue.minimum)}.`];
    case "invalid_type":
      if (typeof received === "number" && !Number.isFinite(received))
        return ["not-finite", "Give a finite number."];
      return ["wrong-type", `Give a value of type ${issue.expected}.`];
    case "invalid_format":
      return [
        "out-of-range",
        "Use letters, digits, dots, dashes and underscores only, starting with a letter or digit; in lines for people, anything but control characters.",
      ];
    default:
      return ["wrong-type", issue.message];
  }
}

/** A key of a record that is no name, or no economy: the key itself is what was received. */
function badKey({ path, issues }: z.core.$ZodIssueInvalidKey, at: string): TariffErrorDetails {
  const [inner] = issues;
  const own = inner?.code === "custom" ? (inner.params?.error as Refusal | undefined) : undefined;
  return {
    code: own?.code ?? "out-of-range",
    path: at,
    received: path.at(-1),
    advice:
      own?.advice ??
      "Use up to 64 letters, digits, dots, dashes and underscores as a key, starting with a letter or digit.",
  };
}

/** The keys in a path that one of our reading functions wrote, such as `allBut[1]`. */
const splitPath = (path: string): string[] => path.split(/[.[\]]+/).filter((key) => key !== "");

function valueAt(whole: unknown, path: readonly PropertyKey[]): unknown {
  let value = whole;
  for (const key of path) {
    if (typeof value !== "object" || value === null) return undefined;
    value = (value as Record<PropertyKey, unknown>)[key];
  }
  return value;
}

const writePath = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((text, key) => {
    const shown = String(key).slice(0, 40);
    return typeof key === "number" ? `${text}[${shown}]` : text === "" ? shown : `${text}.${shown}`;
  }, "");
