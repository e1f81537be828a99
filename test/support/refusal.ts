import { type ErrorCode, errorCodes, type TariffError } from "tariff-whatif";
import { expect } from "vitest";

/** Runs what must fail; checks that the error is ours, quick, short and helpful, and returns it. */
export function refusal(run: () => unknown): TariffError {
  const start = process.cpuUsage();
  let result: unknown;
  try {
    result = run();
  } catch (thrown) {
    return checked(thrown, start);
  }
  throw nothingRefused(result);
}

/** The same for what may answer with a promise. */
export async function refusalOf(run: () => unknown): Promise<TariffError> {
  const start = process.cpuUsage();
  let result: unknown;
  try {
    result = await run();
  } catch (thrown) {
    return checked(thrown, start);
  }
  throw nothingRefused(result);
}

function checked(thrown: unknown, start: NodeJS.CpuUsage): TariffError {
  const error = thrown as TariffError;
  expect(error.name, String(error.stack)).toBe("TariffError");
  expect(Object.keys(errorCodes)).toContain(error.code);
  expect(typeof error.path).toBe("string");
  expect(error.path.length, "length of the path").toBeLessThanOrEqual(200);
  expect(error.received.length, "length of what is shown").toBeLessThanOrEqual(80);
  expect(error.advice).toMatch(/^[A-Z][\s\S]{8,}\.$/);
  expect(error.message.length, "length of the message").toBeLessThan(1500);
  // Time of the processor, not of the clock: a machine with other work is no fault of ours.
  const { user, system } = process.cpuUsage(start);
  expect((user + system) / 1000, "milliseconds until the refusal").toBeLessThan(1000);
  return error;
}

const nothingRefused = (result: unknown): Error =>
  new Error(`Nothing was refused; the result was ${String(JSON.stringify(result)).slice(0, 200)}`);

/** Expects a refusal with a code at a path. */
export function expectRefusal(run: () => unknown, code: ErrorCode, path?: string): TariffError {
  const error = refusal(run);
  expect({ code: error.code, path: error.path }).toEqual({ code, path: path ?? error.path });
  return error;
}
