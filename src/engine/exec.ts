import type { Readable } from "node:stream";
import { addAbortSignal } from "node:stream";
import { Fault } from "../fault/index.ts";
import type { Connection } from "./connection.ts";
import { createDemultiplexer, type OutputStream } from "./demultiplex.ts";
import type { ExecResult } from "./types.ts";

/** Of each stream; what comes beyond it is read and forgotten. */
const longestOutput = 2 ** 20;
/** Exit codes with which an engine says that it could not run the command. */
const notRunCodes = [126, 127];
/** That there is no such program, in the kernel's words; else the container has just ended or was frozen. */
const noProgram =
  /not found|no such file|permission denied|is a directory|not a directory|exec format error/i;

/**
 * Runs a command in a running container to its end.
 *
 * When the signal aborts only our waiting ends: an engine has no way to end a command, it ends with its container.
 */
export async function execIn(
  connection: Connection,
  id: string,
  command: readonly string[],
  signal: AbortSignal,
): Promise<ExecResult> {
  const doing = `run ${command[0] ?? "nothing"} in container ${id.slice(0, 12)}`;
  // The shapes of the engine's answers at the pinned version.
  const { Id } = (await connection.json({
    method: "POST",
    path: `/containers/${id}/exec`,
    body: { AttachStdout: true, AttachStderr: true, Tty: false, Cmd: [...command] },
    doing,
    signal,
  })) as { readonly Id: string };
  const answer = await connection.stream({
    method: "POST",
    path: `/exec/${Id}/start`,
    body: { Detach: false, Tty: false },
    doing,
    signal,
  });
  const output = await read(answer, signal);
  const { ExitCode } = (await connection.json({
    method: "GET",
    path: `/exec/${Id}/json`,
    doing,
    signal,
  })) as { readonly ExitCode: number | null };
  const exitCode = ExitCode ?? -1;
  const reason = notRunCodes.includes(exitCode) ? whyNotRun(output) : undefined;
  if (reason !== undefined) {
    const message = `${doing}: ${reason}`;
    throw new Fault(noProgram.test(message) ? "SERVER_COMMAND_NOT_FOUND" : "ENGINE_ERROR", message);
  }
  return { exitCode, ...output };
}

/** An engine prints its own failure as if the command had said it: Docker to stdout, Podman to stderr. */
function whyNotRun({ stdout, stderr }: Pick<ExecResult, "stdout" | "stderr">): string | undefined {
  return stdout.startsWith("OCI runtime exec failed")
    ? stdout.trim()
    : /^Error: .*\bOCI (?:runtime attempted to invoke|permission denied).*/.exec(stderr)?.[0];
}

async function read(
  answer: Readable,
  signal: AbortSignal,
): Promise<Pick<ExecResult, "stdout" | "stderr" | "truncated">> {
  const chunks: Record<OutputStream, Uint8Array[]> = { stdout: [], stderr: [] };
  const kept: Record<OutputStream, number> = { stdout: 0, stderr: 0 };
  let truncated = false;
  const take = createDemultiplexer((stream, payload) => {
    const rest = longestOutput - kept[stream];
    truncated ||= payload.length > rest;
    const part = payload.subarray(0, rest);
    kept[stream] += part.length;
    if (part.length > 0) {
      // A copy: the demultiplexer hands out views of chunks that are reused.
      chunks[stream].push(Uint8Array.from(part));
    }
  });
  try {
    for await (const chunk of addAbortSignal(signal, answer)) {
      // A stream without encoding yields bytes.
      take(chunk as Uint8Array);
    }
  } catch (error) {
    signal.throwIfAborted();
    throw error;
  }
  return {
    stdout: Buffer.concat(chunks.stdout).toString(),
    stderr: Buffer.concat(chunks.stderr).toString(),
    truncated,
  };
}
