import { homedir } from "node:os";
import { join } from "node:path";
import type { World } from "./world.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** What image builds take over from the environment of the process that holds the manager. */
export function buildSettings(
  environment: Environment,
): Pick<World, "cacheFolder" | "buildEnvironment"> {
  const npmRegistry = environment["npm_config_registry"] ?? environment["NPM_CONFIG_REGISTRY"];
  const caches = environment["XDG_CACHE_HOME"] ?? join(homedir(), ".cache");
  return {
    cacheFolder: join(caches, "docker-mcp-manager"),
    buildEnvironment: npmRegistry ? { npmRegistry } : {},
  };
}
