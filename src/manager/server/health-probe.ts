import { within } from "../../clock/index.ts";
import type { RunningContainer } from "../../controller/index.ts";
import type { Engine } from "../../engine/index.ts";
import type { Session } from "../../mcp/index.ts";
import type { Probe } from "./check-health.ts";

/** Any answer counts, an error too: that it does not know the question is no sign of illness. */
export function sessionProbe(session: Session): Probe {
  return { of: session, ask: (timeoutMs, signal) => session.ping({ timeoutMs, signal }) };
}

/** Exit code 0 is well. A command that hangs is not joined by others: it can only end with its container. */
export function commandProbe(
  command: readonly string[],
  { id }: Pick<RunningContainer, "id">,
  engine: () => Promise<Pick<Engine, "exec">>,
): Probe {
  const shown = `its image's HEALTHCHECK (${command.join(" ")})`;
  let isHanging = false;
  return {
    of: id,
    async ask(timeoutMs, signal) {
      if (isHanging) {
        throw new Error(`${shown} has not ended since an earlier check`);
      }
      isHanging = true;
      // Not given up by the timeout: only so is it known when it has ended.
      const running = engine()
        .then((own) => own.exec(id, command, signal))
        .finally(() => {
          isHanging = false;
        });
      const late = () => new Error(`${shown} did not end within ${timeoutMs} ms`);
      const { exitCode, stdout, stderr } = await within(running, timeoutMs, late);
      if (exitCode !== 0) {
        const [said = ""] = `${stdout}\n${stderr}`.trim().split("\n");
        throw new Error(`${shown} exits with code ${exitCode}${said && `: ${said.slice(0, 300)}`}`);
      }
    },
  };
}
