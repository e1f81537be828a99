import type * as z from "zod";
import { loadZod } from "#zod";

/** A short name for programs: letters, digits, dots, dashes, underscores; up to 64 characters. */
export const identifier = (): z.ZodString =>
  loadZod()
    .string()
    .max(64)
    .regex(/^[A-Za-z0-9][A-Za-z0-9._-]*$/);

/** A line for people, up to 400 characters. */
export const line = (): z.ZodString => loadZod().string().min(1).max(400);

/** A remark for people, up to 4,000 characters. */
export const remark = (): z.ZodString => loadZod().string().max(4000);
