import type * as z from "zod/mini";
import { kindsAt, knownAt } from "./knownAt.js";
import type { Refusal } from "./readAll.js";

type Issue = z.core.$ZodIssue;

/**
 * The issues that a schema found, each with one thing wrong: of several unknown keys each is its own, and an object whose
 * kind is not known is looked at for what is wrong whatever kind is meant.
 */
export function allIssues(issues: readonly Issue[], whole: unknown, schema: z.ZodMiniType): readonly Issue[] {
  return issues.flatMap((issue) => {
    if (issue.code === "unrecognized_keys") return issue.keys.map((key) => ({ ...issue, keys: [key] }));
    return issue.code === "invalid_union" ? [issue, ...whateverKind(issue, whole, schema)] : [issue];
  });
}

function whateverKind({ path }: Issue, whole: unknown, schema: z.ZodMiniType): readonly Issue[] {
  const holder = path.slice(0, -1);
  const kinds = kindsAt(schema, whole, holder);
  const value = holder.reduce<unknown>((part, key) => (part as Record<PropertyKey, unknown>)[key], whole);
  if (kinds === undefined || typeof value !== "object" || value === null) return [];
  const found = kinds.options.map(({ kind, schema: one }) => {
    const { error } = one.safeParse({ ...value, [kinds.discriminator]: kind });
    const issues = allIssues(error?.issues ?? [], value, one).map((issue) => [said(issue), issue] as const);
    return { issues: new Map(issues), known: new Set(knownAt(one, value, [""])) };
  });
  // A kind that does not know a key has nothing to say of what stands there.
  const holds = ([name, { path: at }]: readonly [string, Issue]) =>
    found.every(
      ({ issues, known }) =>
        issues.has(name) || (at[0] !== undefined && Object.hasOwn(value, at[0]) && !known.has(String(at[0]))),
    );
  return [...new Map(found.flatMap(({ issues }) => [...issues]))]
    .filter(holds)
    .map(([, issue]) => ({ ...issue, path: [...holder, ...issue.path] }));
}

/** What makes two issues the same. */
const said = (issue: Issue): string => {
  const own = issue.code === "custom" ? (issue.params?.error as Refusal | undefined) : undefined;
  const key = issue.code === "unrecognized_keys" ? issue.keys[0] : undefined;
  return JSON.stringify([issue.code, issue.path, key, own?.code, own?.path]);
};
