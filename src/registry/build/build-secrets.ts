import type { BuildOptions } from "../../engine/index.ts";
import { Fault } from "../../fault/index.ts";
import { hostCaBundle } from "./ca-bundle.ts";
import type { BuildSource } from "./content.ts";

/** Shorter values stand in ordinary arguments, too. */
const shortestSecret = 8;

/**
 * What the steps of a build may mount: the secrets it names, and `ca-certificates`, the host's certificate authorities, when
 * `dockerfile`, the text of it, asks for them.
 *
 * Throws USAGE for a secret without a value.
 */
export async function buildSecrets(
  source: BuildSource,
  dockerfile: string,
  known: Readonly<Record<string, string>>,
): Promise<Required<Pick<BuildOptions, "secrets" | "offered">>> {
  const missing = source.secrets?.filter((name) => !Object.hasOwn(known, name)) ?? [];
  if (missing.length > 0) {
    throw new Fault("USAGE", `The build's secrets have no value: ${missing.join(", ")}`, {
      hint: "Set them in the environment of the step (env:), or hand them over with `vars`.",
    });
  }
  const named = source.secrets?.map((name) => [name, known[name] ?? ""] as const) ?? [];
  const authorities = wantsAuthorities(dockerfile) ? await hostCaBundle() : undefined;
  return {
    secrets: Object.fromEntries(named),
    offered: authorities ? { "ca-certificates": Buffer.from(authorities).toString("utf8") } : {},
  };
}

/** Throws USAGE for a build argument that holds the value of a secret: arguments can be read from the image. */
export function refuseSecretArguments(
  args: Readonly<Record<string, string>>,
  known: Readonly<Record<string, string>>,
): void {
  const secrets = Object.entries(known).filter(([, value]) => value.length >= shortestSecret);
  for (const [argument, text] of Object.entries(args)) {
    const held = secrets.find(([, value]) => text.includes(value));
    if (held !== undefined) {
      throw new Fault(
        "USAGE",
        `Build argument ${argument} holds the value of the secret ${held[0]}, which would stay readable in the image`,
        {
          hint: `List ${held[0]} in build.secrets, and read it in the Dockerfile by RUN --mount=type=secret,id=${held[0]}.`,
        },
      );
    }
  }
}

/** Whether a step mounts them: `--mount=type=secret,id=ca-certificates`, its words in any order. */
function wantsAuthorities(dockerfile: string): boolean {
  return dockerfile
    .split(/\s/)
    .some((word) => word.includes("type=secret") && /\bid=ca-certificates\b/.test(word));
}
