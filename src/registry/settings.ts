import { homedir } from "node:os";
import { join } from "node:path";

type Environment = Readonly<Record<string, string | undefined>>;

/** What the registry takes from the process that holds the manager; the same for all servers. */
export interface RegistrySettings {
  /** Folder of the built-in templates, one folder each. */
  readonly templatesFolder: string;
  /** Downloads, and what is known of images, are kept here between runs. */
  readonly cacheFolder: string;
  /** npm registry for builds, as the host's environment names it; never kept in an image. */
  readonly npmRegistry?: string;
  /** Network of RUN instructions; default is the engine's own. */
  readonly buildNetwork?: "default" | "host";
}

/** The settings that follow from the environment of a process. */
export function registrySettings(
  environment: Environment,
  templatesFolder: string,
): RegistrySettings {
  const npmRegistry = environment["npm_config_registry"] ?? environment["NPM_CONFIG_REGISTRY"];
  const caches = environment["XDG_CACHE_HOME"] ?? join(homedir(), ".cache");
  return {
    templatesFolder,
    cacheFolder: join(caches, "docker-mcp-manager"),
    ...(npmRegistry ? { npmRegistry } : {}),
  };
}
