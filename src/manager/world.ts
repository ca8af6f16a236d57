import type { Clock } from "../clock/index.ts";
import type { ImagePolicy, RunFile } from "../config/index.ts";
import type { ContainerNews, NetworkDeps, Ownership } from "../controller/index.ts";
import type { Engine } from "../engine/index.ts";
import type { Redactor } from "../log/index.ts";
import type { RecordWriter } from "../record/index.ts";
import type { Pins, RegistrySettings, TemplateShelf, TemplateSource } from "../registry/index.ts";
import type { HostFolders } from "./host-folders.ts";

/** What every server of a manager shares. */
export interface World {
  readonly clock: Clock;
  readonly record: RecordWriter;
  readonly ownership: Ownership;
  /** Where the record is and the reports will be. */
  readonly recordFolder: string;
  readonly version: string;
  /** Knows every secret handed over so far. */
  readonly redactor: () => Redactor;
  /** Who the manager is on the host: with a writable volume, files become this user's own. */
  readonly user: { readonly uid: number; readonly gid: number };
  readonly registry: RegistrySettings;
  /** What servers may relax of their isolation, by name: said by whoever started the manager. */
  readonly allow: readonly string[];
  readonly hostFolders: HostFolders;
  /** Templates registered over the API, by name. */
  readonly registered: Map<string, TemplateSource>;
  /** Connects on first use, once. */
  readonly engine: () => Promise<Engine>;
  /** What the engine tells of a container. */
  readonly news: (containerId: string) => ContainerNews;
  readonly networks: NetworkDeps;
  /** At most so many container starts at once: more only raises single latency (facts: 4 to 8 on 2 cores). */
  readonly startSlot: <T>(task: () => Promise<T>) => Promise<T>;
  /** Revision families found out earlier in this manager, by image and what is started in it. */
  readonly eras: Map<string, "legacy" | "modern">;
}

/** Where the relative paths of a server are meant from, what its secrets are, and which templates there are. */
export interface Origin {
  readonly workspace: string;
  readonly folder: string;
  readonly secrets: Readonly<Record<string, string>>;
  readonly templates: TemplateShelf;
  /** What a lock file says instead of the run file, by the server's name in it. */
  readonly pins?: ReadonlyMap<string, Pins>;
  /** All servers of its run file, by name. */
  readonly servers?: RunFile["servers"];
  /** All services of it. */
  readonly services?: RunFile["services"];
  /** Whether mocks may ask what they stand in for, and write that down. */
  readonly mayRecord?: boolean;
  /** Which images its run file lets be used. */
  readonly imagePolicy?: ImagePolicy | undefined;
}
