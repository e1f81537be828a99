import * as z from "zod/mini";

/** A short name for programs: letters, digits, dots, dashes, underscores; up to 64 characters. */
export function identifier(): z.ZodMiniString<string> {
  return z.string().check(z.maxLength(64), z.regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/));
}

/** A line for people, up to 400 characters; an end of line in it could forge a line of an explanation. */
export function line(): z.ZodMiniString<string> {
  return z.string().check(z.minLength(1), z.maxLength(400), z.regex(/^[^\p{Cc}\u2028\u2029]*$/u));
}

/** A remark for people, up to 4,000 characters. */
export function remark(): z.ZodMiniString<string> {
  return z.string().check(z.maxLength(4000));
}
