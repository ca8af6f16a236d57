import { join } from "node:path";
import type { ManagerClient } from "../api/index.ts";
import { neededValues } from "../config/index.ts";
import { runFileText } from "../draft/index.ts";
import { type Code, codes, Fault, type Problem } from "../fault/index.ts";
import { readRecord } from "../record/index.ts";
import type { CommandIo } from "./io.ts";
import { shelfFor } from "./shelf-for.ts";

export interface DraftStart {
  /** Of the run file to be; paths in it are relative to its folder. */
  readonly path: string;
  /** Keys that stand above the servers. */
  readonly head?: string;
  /** The one to start where there are several. */
  readonly server?: string;
  /** Where the manager has its record. */
  readonly folder: string;
  readonly io: CommandIo;
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

/** Starts the servers by a run file with the very entry that is going to be written. Rejects with why one did not. */
export async function startForDraft(
  client: ManagerClient,
  servers: string,
  { path, head = "", server, folder, io, signal, say }: DraftStart,
): Promise<void> {
  const ping = { comments: [], keys: { ping: null } };
  const text = runFileText({
    comments: [],
    head,
    servers,
    scenarios: [
      { name: "ready", ...(server === undefined ? {} : { server }), comments: [], steps: [ping] },
    ],
  });
  const { secrets, variables } = await neededValues(
    text,
    {},
    io.environment,
    await shelfFor({ path, text }, {}, io),
  );
  const summary = await client.call(
    "docker_run_scenarios",
    {
      file: path,
      text,
      workspace: io.cwd,
      variables,
      secrets,
      only: ["ready"],
      keep_running: true,
    },
    { progress: say, signal },
  );
  // The tool's output schema says so.
  const fault = summary["fault"] as
    | (Record<"code" | "message" | "hint", string> & { problems: Problem[] })
    | null;
  if (fault !== null) {
    const problems = fault.problems.map((problem) => problem.message).join("; ");
    throw new Fault(codeOf(fault.code), [fault.message, problems].join(" ").trim(), {
      hint: fault.hint,
    });
  }
  using record = readRecord(join(folder, "run.db"));
  const broken = record.steps().find((step) => step.faultCode !== null);
  if (broken !== undefined) {
    throw new Fault(codeOf(broken.faultCode ?? ""), broken.reason ?? "The server did not start.");
  }
}

function codeOf(text: string): Code {
  const known = Object.keys(codes).find((code): code is Code => code === text);
  return known ?? "INTERNAL";
}
