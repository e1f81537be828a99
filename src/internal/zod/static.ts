import {
  array,
  discriminatedUnion,
  enum as enumOf,
  lazy,
  literal,
  NEVER,
  partialRecord,
  record,
  strictObject,
  string,
  unknown,
} from "zod";

/** The part of zod that is used, picked by name: the whole would bring its messages in fifty languages along. */
const zod = {
  array,
  discriminatedUnion,
  enum: enumOf,
  lazy,
  literal,
  NEVER,
  partialRecord,
  record,
  strictObject,
  string,
  unknown,
};

/** What {@link loadZod} gives; a further function of zod is added to the list above. */
export type Zod = typeof zod;

/** zod for browsers and bundlers, where a static import is the only synchronous one. */
export const loadZod = (): Zod => zod;
