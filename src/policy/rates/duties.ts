import type { Decimal } from "../../exact/decimal.js";

/** Duty by authority on a value. Working in amounts rather than rates keeps every operator exact: none divides. */
export type Duties = Map<string, Decimal>;
