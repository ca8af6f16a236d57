import { getExecOutput } from "@actions/exec";
import { asFault } from "../fault/index.ts";

/** What the engine's own command line says of client and engine; for the debug log, so it never rejects. */
export async function engineDiagnostics(): Promise<string> {
  try {
    const { stdout, stderr } = await getExecOutput("docker", ["version"], {
      silent: true,
      ignoreReturnCode: true,
    });
    return `${stdout}${stderr}`.trim();
  } catch (thrown) {
    return `docker version: ${asFault(thrown).message}`;
  }
}
