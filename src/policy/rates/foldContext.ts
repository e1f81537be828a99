import type { PartnerCode } from "../../economies/partner.js";
import type { IsoDate } from "../../internal/isoDate.js";
import type { ProductCode } from "../../trade/baseline.js";
import type { StepStatus } from "../language/step.js";
import type { Slots } from "./compileSteps.js";
import type { Shipment } from "./shipment.js";

/** What a fold is asked for. */
export interface FoldContext {
  readonly importer: PartnerCode;
  readonly exporter: PartnerCode;
  readonly product: ProductCode;
  readonly on: IsoDate | "any-date";
  readonly statuses: "any-status" | readonly StepStatus[];
  /** The values of open parameters; a step whose slot is empty does not apply. */
  readonly slots?: Slots;
  /** Only steps that were known on this day count. */
  readonly knownOn?: IsoDate;
  readonly shipment: Shipment;
}

/** What a question about a pair of partners has in common, whatever the goods. */
export type PairContext = Omit<FoldContext, "product" | "shipment">;
