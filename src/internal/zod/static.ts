import {
  array,
  discriminatedUnion,
  enum as enumOf,
  exactOptional,
  lazy,
  literal,
  maxLength,
  minLength,
  NEVER,
  partialRecord,
  pipe,
  record,
  regex,
  strictObject,
  string,
  transform,
} from "zod/mini";

/** The part of zod that is used, picked by name from its small form: the whole would triple what a browser loads of it. */
const zod = {
  array,
  discriminatedUnion,
  enum: enumOf,
  exactOptional,
  lazy,
  literal,
  maxLength,
  minLength,
  NEVER,
  partialRecord,
  pipe,
  record,
  regex,
  strictObject,
  string,
  transform,
};

/** What {@link loadZod} gives; a further function of zod is added to the list above. */
export type Zod = typeof zod;

/** zod for browsers and bundlers, where a static import is the only synchronous one. */
export const loadZod = (): Zod => zod;
