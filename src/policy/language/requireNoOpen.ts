import { TariffError } from "../../internal/TariffError.js";
import { type Policy, requirePolicy } from "./policy.js";

/** Refuses what is no checked policy, and a policy that still has open parameters. */
export function requireNoOpen(policy: Policy<string>, path: string): void {
  requirePolicy(policy, path);
  const [first] = policy.openParameters;
  if (first === undefined) return;
  throw new TariffError({
    code: "open-parameters",
    path,
    received: policy.openParameters.join(", "),
    advice: `Give the open parameters a value with bind, for example bind(scenario, { ${first}: ${
      policy.parameters[first]?.kind === "share" ? '"0.5"' : '"10%"'
    } }).`,
  });
}
