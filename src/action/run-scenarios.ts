import { z } from "zod";
import { connectManager, type ManagerClient } from "../api/index.ts";
import { asFault, codes, Fault, type Problem } from "../fault/index.ts";
import type { ActionProcess } from "./action-process.ts";
import type { ActionInputs } from "./inputs.ts";
import type { JobLog } from "./job-log.ts";
import { managerLogOf, tailOf } from "./launch.ts";
import { isManagerAlive } from "./manager-process.ts";
import type { RunSession } from "./run-session.ts";
import { reportDirOf } from "./run-state.ts";

const watchMs = 250;

const summarySchema = z.object({
  outcome: z.enum(["passed", "failed", "broken", "skipped"]),
  exit_code: z.number(),
  passed: z.number(),
  failed: z.number(),
  broken: z.number(),
  skipped: z.number(),
  fault: z
    .object({
      code: z.string(),
      message: z.string(),
      hint: z.string(),
      problems: z.array(z.custom<Problem>()),
    })
    .nullable(),
});

export type RunResult = z.output<typeof summarySchema>;

/** Asks the manager for the run and shows its progress. Rejects MANAGER_DIED, MANAGER_UNREACHABLE, INTERRUPTED. */
export async function runScenarios(
  session: RunSession,
  inputs: ActionInputs,
  own: ActionProcess,
  log: JobLog,
): Promise<RunResult> {
  const { request } = session;
  const client = await connectManager(
    { url: session.url, token: session.state.token },
    own.version,
  );
  const watching = new AbortController();
  try {
    const call = client.call(
      "docker_run_scenarios",
      {
        file: request.file,
        text: request.text,
        workspace: request.workspace,
        variables: request.variables,
        secrets: request.secrets,
        only: inputs.only,
        keep_running: inputs["keep-running"],
        ...(request.lock === undefined ? {} : { lock: request.lock }),
        ...(inputs.timeout === undefined ? {} : { timeout_ms: inputs.timeout }),
      },
      {
        signal: own.signal,
        progress: (line) => inputs["log-level"] !== "warning" && log.foreign(line),
      },
    );
    // A broken stream alone does not end a call: the client would go on trying to reach a manager that is gone.
    return summarySchema.parse(
      await Promise.race([call, managerGone(session, own, watching.signal)]),
    );
  } catch (thrown) {
    throw isManagerAlive(session.state, session.stateDir) ? thrown : died(session, thrown);
  } finally {
    watching.abort();
    await closeQuietly(client);
  }
}

/** The fault of a result as it was thrown in the manager. */
export function faultOfRun(result: RunResult): Fault | undefined {
  if (result.fault === null) {
    return undefined;
  }
  const { code, message, hint, problems } = result.fault;
  const known = Object.keys(codes).find((candidate) => candidate === code);
  return known === undefined
    ? new Fault("INTERNAL", message, { hint, problems })
    : new Fault(known as keyof typeof codes, message, { hint, problems });
}

async function managerGone(
  session: RunSession,
  own: ActionProcess,
  ended: AbortSignal,
): Promise<never> {
  while (isManagerAlive(session.state, session.stateDir)) {
    await own.clock.sleep(watchMs, ended);
  }
  throw died(session, undefined);
}

function died(session: RunSession, cause: unknown): Fault {
  if (asFault(cause).code === "INTERRUPTED") {
    return asFault(cause);
  }
  const tail = tailOf(managerLogOf(reportDirOf(session.stateDir)));
  const end = tail === "" ? "" : ` The end of its log:\n${tail}`;
  return new Fault("MANAGER_DIED", `The manager process is gone, in the middle of the run.${end}`, {
    cause,
  });
}

async function closeQuietly(client: ManagerClient): Promise<void> {
  // The manager may be gone, and its answer to a good-bye is worth nothing.
  await client.close().catch(() => undefined);
}
