import { type Clock, within } from "../../clock/index.ts";
import type { Healthcheck } from "../../config/index.ts";
import type { RunningContainer } from "../../controller/index.ts";
import type { Engine, ImageHealthcheck } from "../../engine/index.ts";
import { asFault } from "../../fault/index.ts";
import { askOnce } from "../../mcp/index.ts";

/** How a service is found to be healthy. */
export interface HealthPlan {
  readonly check:
    | { readonly kind: "exec"; readonly command: readonly string[] }
    | { readonly kind: "port" }
    | { readonly kind: "http"; readonly path: string };
  readonly intervalMs: number;
  readonly timeoutMs: number;
  readonly retries: number;
}

/** The engine's own defaults, but an interval that is made for waiting. */
const defaults = { intervalMs: 500, timeoutMs: 30_000, retries: 60 };

/** What the run file says, else what its image says; undefined: nobody says anything. */
export function healthPlan(
  written: Healthcheck | undefined,
  image: ImageHealthcheck | undefined,
): HealthPlan | undefined {
  if (written !== undefined) {
    const { exec, http, interval, timeout, retries } = written;
    const limits = { intervalMs: interval, timeoutMs: timeout, retries };
    if (exec !== undefined) {
      return { check: { kind: "exec", command: exec }, ...limits };
    }
    const check =
      http === undefined ? ({ kind: "port" } as const) : ({ kind: "http", path: http } as const);
    return { check, ...limits };
  }
  if (image === undefined) {
    return undefined;
  }
  // Between two checks of an image lie 30 s: that is for watching over it, not for waiting until it is up.
  const { command, timeoutMs = defaults.timeoutMs } = image;
  return { check: { kind: "exec", command }, ...defaults, timeoutMs };
}

/** Resolves when a check passes; resolves with what the last one met when the retries are over. Rejects with the signal's reason. */
export async function untilHealthy(
  { check, intervalMs, timeoutMs, retries }: HealthPlan,
  container: RunningContainer,
  engine: Pick<Engine, "exec">,
  clock: Clock,
  signal: AbortSignal,
): Promise<string | undefined> {
  let failure = "";
  for (let nth = 0; nth < retries; nth += 1) {
    if (nth > 0) {
      await clock.sleep(intervalMs, signal);
    }
    const late = () => new Error(`took longer than ${timeoutMs} ms`);
    const work = checked(check, container, engine, clock, signal);
    const found = await within(work, timeoutMs, late).catch(
      (thrown: unknown) => asFault(thrown).message,
    );
    signal.throwIfAborted();
    if (found === undefined) {
      return undefined;
    }
    failure = found;
  }
  return failure;
}

/** What is wrong; undefined: nothing. */
async function checked(
  check: HealthPlan["check"],
  container: RunningContainer,
  engine: Pick<Engine, "exec">,
  clock: Clock,
  signal: AbortSignal,
): Promise<string | undefined> {
  if (check.kind === "exec") {
    const { exitCode, stderr } = await engine.exec(container.id, check.command, signal);
    const said = stderr.trim().split("\n").at(-1) ?? "";
    const shown = `${check.command[0] ?? ""} exits with code ${exitCode}`;
    return exitCode === 0 ? undefined : `${shown}${said === "" ? "" : `: ${said.slice(0, 300)}`}`;
  }
  const address = await container.address();
  if (address === undefined || container.dial === undefined) {
    return "it has no address";
  }
  if (check.kind === "port") {
    const failure = await reached(container.dial(address.host, address.port));
    return failure && `port ${address.port} takes no connection: ${failure}`;
  }
  const host = address.host.includes(":") ? `[${address.host}]` : address.host;
  const url = new URL(`http://${host}:${address.port}${check.path}`);
  const { status } = await askOnce(url, { method: "GET" }, clock, { dial: container.dial });
  return status >= 200 && status < 300
    ? undefined
    : `GET ${check.path} answers with status ${status}`;
}

/** Why no connection stands; undefined: one does. */
async function reached(
  dialled: ReturnType<NonNullable<RunningContainer["dial"]>>,
): Promise<string | undefined> {
  const stream = await dialled;
  return new Promise((resolve) => {
    stream.once("reached", () => resolve(undefined));
    stream.once("error", (error) => resolve(error.message));
    stream.once("close", () => resolve("it was closed"));
    // Whoever has seen the answer hangs up; an error after that is nobody's.
    stream.once("reached", () => stream.on("error", () => undefined).destroy());
  });
}
