import { type Context, createContext, Script } from "node:vm";
import { Fault } from "../fault/index.ts";

const defaultBudgetMs = 100;
/** On a loaded machine the time may pass while we hardly run at all; then they are granted anew. */
const attempts = 5;

let script: Script | undefined;
let context: Context | undefined;

/**
 * Does synchronous work that may take for ever, such as a regular expression on foreign text, for at most
 * `budgetMs` (100) of processor time.
 *
 * V8 ends code of a `vm` script at its timeout, also inside a regular expression; entering costs about 0.2 ms.
 * Throws NOT_JUDGEABLE, its message beginning with `what`, when the time is over.
 */
export function withBudget<T>(what: string, work: () => T, budgetMs = defaultBudgetMs): T {
  for (let attempt = 1; ; attempt += 1) {
    const before = process.threadCpuUsage();
    try {
      return runWithTimeout(work, budgetMs);
    } catch (error) {
      if (!isTimeout(error)) {
        throw error;
      }
      const used = process.threadCpuUsage(before);
      if (attempt === attempts || used.user + used.system >= (budgetMs * 1000) / 2) {
        throw new Fault("NOT_JUDGEABLE", `${what} too slow: given up after ${budgetMs} ms`);
      }
    }
  }
}

function runWithTimeout<T>(work: () => T, budgetMs: number): T {
  script ??= new Script("work()");
  context ??= createContext(Object.create(null) as Context);
  const results: T[] = [];
  context["work"] = () => {
    results.push(work());
  };
  try {
    script.runInContext(context, { timeout: budgetMs });
  } finally {
    context["work"] = undefined;
  }
  // The script has run to its end, so exactly one result is there.
  return results[0] as T;
}

function isTimeout(error: unknown): boolean {
  // An error made by the vm module, perhaps in the script's realm: only its code is reliable.
  return (error as { readonly code?: unknown } | null)?.code === "ERR_SCRIPT_EXECUTION_TIMEOUT";
}
