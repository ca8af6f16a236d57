import type { Findings } from "./findings.ts";
import { quote } from "./quote.ts";
import type { JsonObject } from "./reading.ts";

const ofAnswers: ReadonlySet<string> = new Set(["jsonrpc", "id", "result", "error"]);
const ofAsking: ReadonlySet<string> = new Set(["jsonrpc", "id", "method", "params"]);

/** Tells members a message must not have; a name almost right ("Result", "paramſ") is such a one, and is not read. */
export function tellUnknownMembers(
  message: JsonObject,
  kind: "answer" | "asking",
  label: () => string,
  findings: Findings,
): void {
  const known = kind === "answer" ? ofAnswers : ofAsking;
  for (const key of Object.keys(message)) {
    if (!known.has(key)) {
      findings.report("unknown-member", () => `${label()} has the unknown member ${quote(key)}`);
    }
  }
}
