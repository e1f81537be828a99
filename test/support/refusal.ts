import { type ErrorCode, errorCodes, type TariffError } from "tariff-whatif";
import { expect } from "vitest";

/** Runs what must fail; checks that the error is ours, quick, short and helpful, and returns it. */
export function refusal(run: () => unknown): TariffError {
  const start = begin();
  let result: unknown;
  try {
    result = run();
  } catch (thrown) {
    expectQuick(start);
    return checked(thrown);
  }
  throw nothingRefused(result);
}

/** The same for what may answer with a promise. */
export async function refusalOf(run: () => unknown): Promise<TariffError> {
  const start = begin();
  let result: unknown;
  try {
    result = await run();
  } catch (thrown) {
    expectQuick(start);
    return checked(thrown);
  }
  throw nothingRefused(result);
}

/** Milliseconds until a refusal. */
const slow = 1000;

const begin = () => ({ clock: performance.now(), used: process.cpuUsage() });

/** Of the processor, not of the clock: a machine with other work is no fault of ours. Less of the clock is less of both. */
function expectQuick({ clock, used }: ReturnType<typeof begin>) {
  if (performance.now() - clock < slow) return;
  const { user, system } = process.cpuUsage(used);
  expect((user + system) / 1000, "milliseconds until the refusal").toBeLessThan(slow);
}

/** In plain comparisons, for a hundred thousand refusals; what does not hold is told by an expectation. */
function checked(thrown: unknown): TariffError {
  const error = thrown as TariffError;
  const holds =
    error.name === "TariffError" &&
    Object.hasOwn(errorCodes, error.code) &&
    typeof error.path === "string" &&
    error.path.length <= 200 &&
    error.received.length <= 80 &&
    /^[A-Z][\s\S]{8,}\.$/.test(error.advice) &&
    error.message.length < 1500;
  if (!holds) expectOurs(error);
  return error;
}

function expectOurs(error: TariffError) {
  expect(error.name, String(error.stack)).toBe("TariffError");
  expect(Object.keys(errorCodes)).toContain(error.code);
  expect(typeof error.path).toBe("string");
  expect(error.path.length, "length of the path").toBeLessThanOrEqual(200);
  expect(error.received.length, "length of what is shown").toBeLessThanOrEqual(80);
  expect(error.advice).toMatch(/^[A-Z][\s\S]{8,}\.$/);
  expect(error.message.length, "length of the message").toBeLessThan(1500);
  throw error;
}

const nothingRefused = (result: unknown): Error =>
  new Error(`Nothing was refused; the result was ${String(JSON.stringify(result)).slice(0, 200)}`);

/** Expects a refusal with a code at a path. */
export function expectRefusal(run: () => unknown, code: ErrorCode, path?: string): TariffError {
  const error = refusal(run);
  expect({ code: error.code, path: error.path }).toEqual({ code, path: path ?? error.path });
  return error;
}
