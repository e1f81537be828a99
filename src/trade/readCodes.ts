import { TariffError } from "../internal/TariffError.js";

/** Reads a list of codes, each of which stands once. */
export function readCodes<Code>(
  list: unknown,
  path: string,
  read: (value: unknown, path: string) => Code,
): Code[] {
  if (!Array.isArray(list)) {
    throw new TariffError({ code: "wrong-type", path, received: list, advice: "Pass a list of codes." });
  }
  if (list.length === 0) {
    throw new TariffError({ code: "empty", path, received: list, advice: "Give at least 1." });
  }
  if (list.length > 1_000_000) {
    throw new TariffError({
      code: "too-long",
      path,
      received: list,
      advice: "Pass at most 1,000,000 codes.",
    });
  }
  const seen = new Set<Code>();
  return Array.from(list as readonly unknown[], (value, at) => {
    const code = read(value, `${path}[${at}]`);
    if (!seen.has(code)) {
      seen.add(code);
      return code;
    }
    throw new TariffError({
      code: "duplicate-id",
      path: `${path}[${at}]`,
      received: value,
      advice: "List each code once, and point at it by its position.",
    });
  });
}
