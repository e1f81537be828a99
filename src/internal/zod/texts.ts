import * as z from "zod/mini";
import { identifierForm } from "../identifier.js";
import { plainLine } from "../plainLine.js";

/** A short name for programs: letters, digits, dots, dashes, underscores; up to 64 characters. */
export function identifier(): z.ZodMiniString<string> {
  return z.string().check(z.maxLength(64), z.regex(identifierForm));
}

/** A line for people, up to 400 characters. */
export function line(): z.ZodMiniString<string> {
  return z.string().check(z.minLength(1), z.maxLength(400), z.regex(plainLine));
}

/** A remark for people, up to 4,000 characters. */
export function remark(): z.ZodMiniString<string> {
  return z.string().check(z.maxLength(4000));
}

/** Where the JSON Schema of a file stands: editors write and read it, we only let it stand. */
export function schemaAddress() {
  return z.exactOptional(z.string().check(z.maxLength(2000)));
}
