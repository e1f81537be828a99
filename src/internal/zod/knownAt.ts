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

const definitionOf = (schema: z.ZodMiniType): Definition =>
  (schema as unknown as { readonly def: Definition }).def;

/** What a schema knows at a place of a value: the keys of an object, or the kinds of a union. */
export function knownAt(
  schema: z.ZodMiniType,
  value: unknown,
  path: readonly PropertyKey[],
): readonly string[] {
  const def = definitionOf(schema);
  const [key, ...rest] = path;
  const within = (next: z.ZodMiniType | undefined): readonly string[] =>
    next === undefined ? [] : knownAt(next, value, path);
  if (def.options !== undefined) {
    const { discriminator, options } = def;
    if (discriminator === undefined) return [];
    if (path.length === 1 && key === discriminator)
      return options.flatMap((one) => kindsOf(one, discriminator));
    const kind = partOf(value, discriminator);
    return within(options.find((one) => kindsOf(one, discriminator).includes(kind as string)));
  }
  if (def.innerType !== undefined || def.in !== undefined || def.getter !== undefined)
    return within(def.innerType ?? def.in ?? def.getter?.());
  if (path.length === 1 && def.shape !== undefined) return Object.keys(def.shape);
  const next =
    def.shape !== undefined && Object.hasOwn(def.shape, key as string)
      ? def.shape[key as string]
      : (def.element ?? def.valueType);
  return next === undefined ? [] : knownAt(next, partOf(value, key as PropertyKey), rest);
}

const kindsOf = (schema: z.ZodMiniType, discriminator: string): readonly string[] => {
  const kind = definitionOf(schema).shape?.[discriminator];
  return kind === undefined ? [] : ((definitionOf(kind).values ?? []) as readonly string[]);
};

const partOf = (value: unknown, key: PropertyKey): unknown =>
  typeof value === "object" && value !== null ? (value as Record<PropertyKey, unknown>)[key] : undefined;
