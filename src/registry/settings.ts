import { homedir } from "node:os";
import { join } from "node:path";
import { hostArguments } from "./build/host-arguments.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** What the registry takes from the process that holds the manager; the same for all servers. */
export interface RegistrySettings {
  /** Folder of the built-in templates, one folder each. */
  readonly templatesFolder: string;
  /** Downloads, and what is known of images, are kept here between runs. */
  readonly cacheFolder: string;
  /** How this host reaches registries (proxies, registries of package managers), by build argument; never a part of an image's key. */
  readonly hostArguments?: Readonly<Record<string, string>>;
  /** Builds at once; default is 2, for each is parallel in itself. */
  readonly parallelBuilds?: number;
  /** Network of RUN instructions; default is the engine's own. */
  readonly buildNetwork?: "default" | "host";
}

/** The settings that follow from the environment of a process. */
export function registrySettings(
  environment: Environment,
  templatesFolder: string,
): RegistrySettings {
  const caches = environment["XDG_CACHE_HOME"] ?? join(homedir(), ".cache");
  return {
    templatesFolder,
    cacheFolder: join(caches, "docker-mcp-manager"),
    hostArguments: hostArguments(environment),
  };
}
