import type * as z from "zod/mini";

/** The parts of a schema's definition that say what may stand where. */
interface Definition {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodMiniType>>;
  readonly element?: z.ZodMiniType;
  readonly valueType?: z.ZodMiniType;
  readonly innerType?: z.ZodMiniType;
  readonly in?: z.ZodMiniType;
  readonly getter?: () => z.ZodMiniType;
  readonly options?: readonly z.ZodMiniType[];
  readonly discriminator?: string;
  readonly values?: readonly unknown[];
}

/** The schemas of a value that is one of several kinds, and the key that tells them apart. */
export interface Kinds {
  readonly discriminator: string;
  readonly options: readonly { readonly kind: string; readonly schema: z.ZodMiniType }[];
}

const definitionOf = (schema: z.ZodMiniType): Definition =>
  (schema as unknown as { readonly def: Definition }).def;

/** What a schema says of a place of a value, wrappings and chosen kinds looked through. */
function definitionAt(
  schema: z.ZodMiniType,
  value: unknown,
  path: readonly PropertyKey[],
): Definition | undefined {
  const def = definitionOf(schema);
  const inner = def.innerType ?? def.in ?? def.getter?.();
  if (inner !== undefined) return definitionAt(inner, value, path);
  const [key, ...rest] = path;
  if (key === undefined) return def;
  if (def.options !== undefined) {
    const kinds = kindsOf(def);
    const chosen = kinds?.options.find(({ kind }) => kind === partOf(value, kinds.discriminator));
    return chosen === undefined ? undefined : definitionAt(chosen.schema, value, path);
  }
  const next =
    def.shape !== undefined && Object.hasOwn(def.shape, key)
      ? def.shape[key as string]
      : (def.element ?? def.valueType);
  return next === undefined ? undefined : definitionAt(next, partOf(value, key), rest);
}

/** The kinds that may stand at a place of a value; nothing where only one may. */
export function kindsAt(
  schema: z.ZodMiniType,
  value: unknown,
  path: readonly PropertyKey[],
): Kinds | undefined {
  const def = definitionAt(schema, value, path);
  return def && kindsOf(def);
}

/** What a schema knows at a place of a value: the keys of an object, or the kinds of a union. */
export function knownAt(
  schema: z.ZodMiniType,
  value: unknown,
  path: readonly PropertyKey[],
): readonly string[] {
  const key = path.at(-1);
  if (key === undefined) return [];
  const def = definitionAt(schema, value, path.slice(0, -1));
  if (def?.shape !== undefined) return Object.keys(def.shape);
  const kinds = def && kindsOf(def);
  if (kinds === undefined) return [];
  if (key === kinds.discriminator) return kinds.options.map(({ kind }) => kind);
  const holder = path.slice(0, -1).reduce<unknown>(partOf, value);
  const kind = partOf(holder, kinds.discriminator);
  const shapes = kinds.options.map((one) => [one.kind, definitionOf(one.schema).shape ?? {}] as const);
  const [, chosen] = shapes.find(([name]) => name === kind) ?? [];
  if (chosen !== undefined) return Object.keys(chosen);
  // Of no kind: what every kind has.
  const [[, first] = ["", {}], ...others] = shapes;
  return Object.keys(first).filter((name) => others.every(([, shape]) => Object.hasOwn(shape, name)));
}

function kindsOf({ discriminator, options }: Definition): Kinds | undefined {
  if (discriminator === undefined || options === undefined) return undefined;
  const kindsIn = (schema: z.ZodMiniType): readonly string[] => {
    const kind = definitionOf(schema).shape?.[discriminator];
    return kind === undefined ? [] : ((definitionOf(kind).values ?? []) as readonly string[]);
  };
  return {
    discriminator,
    options: options.flatMap((schema) => kindsIn(schema).map((kind) => ({ kind, schema }))),
  };
}

const partOf = (value: unknown, key: PropertyKey): unknown =>
  typeof value === "object" && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined;
