import { expect, it } from "vitest";
import { errorsPage } from "../tools/errorsPage.js";
import { readSource } from "./sources.js";

it("docs/errors.md lists every code: run test/tools/errorsPage.ts", () => {
  expect(readSource("docs/errors.md").text).toBe(errorsPage());
});
