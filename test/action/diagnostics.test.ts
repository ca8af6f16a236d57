import { expect, test } from "vitest";
import { engineDiagnostics } from "../../src/action/diagnostics.ts";

test("the debug log names the versions of client and engine", async () => {
  expect(await engineDiagnostics()).toMatch(/Version:/);
});
