import { type ReadError, readTrade, type TradeReadOptions } from "tariff-whatif/readers";
import { refusalOf } from "./refusal.js";

/** The error that a read ends with. */
export const readRefusal = (options: TradeReadOptions): Promise<ReadError> =>
  refusalOf(() => readTrade(options)) as Promise<ReadError>;
