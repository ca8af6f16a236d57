import type { Engine } from "../../engine/index.ts";
import { Fault } from "../../fault/index.ts";
import type { ResolvedServer } from "../../registry/index.ts";
import type { Declaration } from "./declaration.ts";

export interface HealthRules {
  readonly interval: number;
  readonly timeout: number;
  /** So many checks in a row make it unhealthy, and healthy again. */
  readonly failures: number;
  readonly successes: number;
}

/** How the health of a server is watched. */
export interface HealthPlan {
  readonly rules: HealthRules;
  /** What is run in its container; null: the server itself is asked, over MCP. */
  readonly command: readonly string[] | null;
}

/** Where an image does not say it, as engines have it. */
const engineDefaults = { interval: 30_000, timeout: 30_000, failures: 3, successes: 1 };

/** undefined: nobody wants it watched. Rejects RUN_FILE_INVALID when its image is to say how, and does not. */
export async function healthPlan(
  { name, spec }: Pick<Declaration, "name" | "spec">,
  resolved: ResolvedServer | null,
  engine: () => Promise<Pick<Engine, "inspectImage">>,
): Promise<HealthPlan | undefined> {
  if (spec.health !== "image" || resolved === null) {
    return typeof spec.health === "object" ? { rules: spec.health, command: null } : undefined;
  }
  const image = await (await engine()).inspectImage(resolved.imageId);
  if (image?.healthcheck === undefined) {
    throw new Fault(
      "RUN_FILE_INVALID",
      `Server "${name}" has health: image, but its image has no HEALTHCHECK.`,
      {
        hint: "Write a HEALTHCHECK into its Dockerfile, or `health: {}` to have the server itself asked.",
      },
    );
  }
  const { command, intervalMs, timeoutMs, retries } = image.healthcheck;
  return {
    command,
    rules: {
      ...engineDefaults,
      ...(intervalMs === undefined ? {} : { interval: intervalMs }),
      ...(timeoutMs === undefined ? {} : { timeout: timeoutMs }),
      ...(retries === undefined ? {} : { failures: retries }),
    },
  };
}
