import type * as z from "zod/mini";
import { loadZod } from "#zod";

/** A short name for programs: letters, digits, dots, dashes, underscores; up to 64 characters. */
export function identifier(): z.ZodMiniString<string> {
  const zod = loadZod();
  return zod.string().check(zod.maxLength(64), zod.regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/));
}

/** A line for people, up to 400 characters; an end of line in it could forge a line of an explanation. */
export function line(): z.ZodMiniString<string> {
  const zod = loadZod();
  return zod.string().check(zod.minLength(1), zod.maxLength(400), zod.regex(/^[^\p{Cc}\u2028\u2029]*$/u));
}

/** A remark for people, up to 4,000 characters. */
export function remark(): z.ZodMiniString<string> {
  const zod = loadZod();
  return zod.string().check(zod.maxLength(4000));
}
