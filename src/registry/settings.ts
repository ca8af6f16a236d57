import { homedir } from "node:os";
import { join } from "node:path";
import { hostArguments } from "./build/host-arguments.ts";
import { parseMirror } from "./pull/mirror.ts";

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
  /** A mirror of Docker Hub, `host[:port][/path]`. */
  readonly registryMirror?: string;
  /** Folder of Docker's config.json, whose logins are used. */
  readonly dockerConfig?: string;
  /** Network of RUN instructions; default is the engine's own. */
  readonly buildNetwork?: "default" | "host";
}

/** The settings that follow from the environment of a process, and a mirror of Docker Hub. Throws USAGE for a bad mirror. */
export function registrySettings(
  environment: Environment,
  templatesFolder: string,
  mirror?: string,
): RegistrySettings {
  const caches = environment["XDG_CACHE_HOME"] ?? join(homedir(), ".cache");
  return {
    templatesFolder,
    cacheFolder: join(caches, "docker-mcp-manager"),
    hostArguments: hostArguments(environment),
    dockerConfig: environment["DOCKER_CONFIG"] || join(environment["HOME"] || homedir(), ".docker"),
    ...(mirror && { registryMirror: parseMirror(mirror) }),
  };
}
