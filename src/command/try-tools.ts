import type { ManagerClient } from "../api/index.ts";
import { type DraftedTool, type Trial, trialOf } from "../draft/index.ts";
import { asFault } from "../fault/index.ts";
import { duration } from "../text/index.ts";

const timeoutMs = 15_000;
/** Tools that only wait use up the patience of whoever waits for the draft. */
const allMs = 90_000;

export interface TryOptions {
  readonly signal: AbortSignal;
  readonly say: (line: string) => void;
}

/** Calls each drafted tool that may be called once, in their order, so that the draft expects what really comes. */
export async function tryTools(
  client: ManagerClient,
  server: string,
  drafted: readonly DraftedTool[],
  { signal, say }: TryOptions,
): Promise<(Trial | undefined)[]> {
  const trials: (Trial | undefined)[] = [];
  let spentMs = 0;
  for (const one of drafted) {
    if (one.out !== undefined || one.tool.asTask || spentMs > allMs) {
      trials.push(undefined);
      continue;
    }
    say(`${server}: calling ${one.tool.name}`);
    const trial = await tryTool(client, server, one, signal);
    signal.throwIfAborted();
    spentMs += trial.durationMs;
    trials.push(trial.trial);
    if (trial.gone) {
      await client.call("docker_restart_server", { server_name: server }, { signal });
    }
  }
  return trials;
}

async function tryTool(
  client: ManagerClient,
  server: string,
  { tool, arguments: values }: DraftedTool,
  signal: AbortSignal,
): Promise<{ readonly trial: Trial; readonly durationMs: number; readonly gone: boolean }> {
  const call = { server_name: server, tool: tool.name, arguments: values, timeout_ms: timeoutMs };
  try {
    const answer = await client.call("docker_call_tool", call, { signal });
    return { trial: trialOf(answer), durationMs: Number(answer["duration_ms"]), gone: false };
  } catch (thrown) {
    const { code, message } = asFault(thrown);
    const late = code === "CALL_TIMED_OUT";
    const why = late ? `it did not answer within ${duration(timeoutMs)}` : message;
    return {
      trial: { kind: "unanswered", text: `called with these values ${why}` },
      durationMs: late ? timeoutMs : 0,
      gone: !late,
    };
  }
}
