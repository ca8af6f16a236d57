import type { Readable } from "node:stream";
import type { ContainerSpec } from "./container-spec.ts";
import type {
  BuildArchive,
  BuildOptions,
  ImageInfo,
  LabelledImage,
  PullOptions,
} from "./image-types.ts";

export interface EngineInfo {
  readonly kind: "docker" | "podman";
  readonly version: string;
  /** Version spoken: min(the engine's newest, the newest tested here). */
  readonly apiVersion: string;
  readonly os: string;
  readonly arch: string;
  /** Where it was reached, e.g. unix:///var/run/docker.sock. */
  readonly endpoint: string;
  /** What is known against its versions, a sentence each. */
  readonly flaws: readonly string[];
}

export type { ContainerSpec, Mount } from "./container-spec.ts";
export type {
  BuildArchive,
  BuildOptions,
  ImageHealthcheck,
  ImageInfo,
  LabelledImage,
  PullOptions,
  RegistryLogin,
} from "./image-types.ts";

/** What an engine runs on. */
export interface EngineHost {
  /** 0 where the engine does not say. */
  readonly cpus: number;
  /** 0 where the engine does not say. */
  readonly memoryBytes: number;
  /** Device of the disk that containers write to; only known of an engine on this machine. */
  readonly disk?: string;
}

export interface ExitInfo {
  readonly exitCode: number;
  readonly oomKilled: boolean;
  readonly error: string | null;
}

export interface ContainerState {
  readonly id: string;
  readonly name: string;
  readonly image: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly status: string;
  readonly running: boolean;
  readonly paused: boolean;
  readonly exitCode: number;
  readonly oomKilled: boolean;
  readonly error: string;
  /** Host pid of the first process; 0 when not running. */
  readonly pid: number;
  /** IP addresses by network name; none while it does not run. */
  readonly addresses: Readonly<Record<string, string>>;
  /** Ports of the engine's host by container port, e.g. `3001/tcp`: none, whatever an image wants. */
  readonly published: Readonly<Record<string, number>>;
  /** What the engine really applied; `isolationOf` says how each is called. */
  readonly isolation: Readonly<Record<string, unknown>>;
}

/** What the engine tells of a container, in its own words: die with exitCode, kill with signal, oom, pause, … */
export interface ContainerEvent {
  readonly id: string;
  readonly action: string;
  readonly attributes: Readonly<Record<string, string>>;
}

export interface EventListeners {
  readonly onEvent: (event: ContainerEvent) => void;
  /** The stream was open again after an end; what happened in between may be lost. */
  readonly onGap: () => Promise<void>;
}

/** A hijacked attach, demultiplexed. Listeners are set before the container starts. */
export interface Attachment {
  write(bytes: Uint8Array): Promise<void>;
  /** Half-close of stdin. */
  end(): void;
  onStdout(listener: (chunk: Uint8Array) => void): void;
  onStderr(listener: (chunk: Uint8Array) => void): void;
  /** Resolves when the engine closed the stream, also on error. */
  readonly ended: Promise<void>;
  destroy(): void;
}

export interface StatsSample {
  readonly atMs: number;
  readonly cpuMs: number;
  readonly memoryBytes: number;
  readonly memoryLimitBytes: number | null;
  readonly rxBytes: number;
  readonly txBytes: number;
  readonly pids: number;
}

export type Removable = {
  readonly kind: "container" | "network" | "volume";
  readonly id: string;
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
};

/** A process of a container, with the pids of the engine's host. */
export interface Process {
  readonly pid: number;
  readonly parent: number;
  /** As `ps` has it: Z is a zombie, T is stopped. */
  readonly state: string;
  readonly command: string;
}

/** What became of reading a file; `why` continues "the file … ". */
export type FileRead =
  | { readonly kind: "file"; readonly bytes: Uint8Array }
  | { readonly kind: "absent" }
  | { readonly kind: "refused"; readonly why: string };

/** What a command printed, each stream up to a cap, and how it ended. */
export interface ExecResult {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
  /** Whether a stream was longer than the cap. */
  readonly truncated: boolean;
}

export interface NetworkOptions {
  /** Has no way out. */
  readonly internal: boolean;
  /** Keeps its containers from reaching each other. */
  readonly isolated?: boolean;
  /** Without an address of the engine's host on it: its members reach each other and nothing else. */
  readonly closed?: boolean;
}

/** A volume to be made, with files at first. */
export interface NewVolume {
  readonly name: string;
  readonly labels: Readonly<Record<string, string>>;
  /** Any that is there; nothing of it runs. */
  readonly image: string;
  /** An uncompressed tar; all of it stands below `volume/`. */
  readonly archive: Readable;
}

/** The Docker Engine, as far as the product needs it. Every call has its own deadline. */
export interface Engine {
  readonly info: EngineInfo;
  /** Asked once. */
  host(): Promise<EngineHost>;
  inspectImage(reference: string): Promise<ImageInfo | undefined>;
  /** Once, without trying again. Rejects IMAGE_NOT_FOUND, IMAGE_PULL_LIMITED, _DENIED, _BROKEN or _FAILED. */
  pullImage(
    reference: string,
    onProgress: (line: string) => void,
    signal?: AbortSignal,
    options?: PullOptions,
  ): Promise<void>;
  /**
   * `context` is an uncompressed tar; a function lets an engine without BuildKit be given it once more. Resolves with the image id; rejects IMAGE_BUILD_FAILED or ENGINE_DISK_FULL with the
   * failing step and its last 50 lines, of which `buildFailureOf` tells the parts.
   */
  buildImage(
    context: BuildArchive,
    options: BuildOptions,
    onProgress: (line: string) => void,
    signal?: AbortSignal,
  ): Promise<string>;
  /** Content of a regular file of an image, up to 32 MiB; undefined: there is none. Nothing of the image runs. */
  readImageFile(
    image: string,
    path: string,
    labels?: Readonly<Record<string, string>>,
  ): Promise<Uint8Array | undefined>;
  /** The same for several paths; one that ends with `/` stands for the regular files right in that folder. */
  readImageFiles(
    image: string,
    paths: readonly string[],
    labels?: Readonly<Record<string, string>>,
  ): Promise<ReadonlyMap<string, Uint8Array>>;
  importImage(rootfs: Readable, tag: string, changes: readonly string[]): Promise<string>;
  removeImage(reference: string): Promise<void>;
  /** Images that carry a label (`key` or `key=value`). */
  labelledImages(label: string): Promise<readonly LabelledImage[]>;
  /** Removes a tag, or by its id an image without any; what something needs stays. Resolves with whether it is gone. */
  removeUnusedImage(reference: string): Promise<boolean>;
  /** One tar of the images, layers they share once. An image asked for by id comes without a name. */
  saveImages(references: readonly string[]): Promise<Readable>;
  /** Loads such a tar. Resolves with what came in: ids, or names where the tar has them. */
  loadImages(archive: Readable, signal?: AbortSignal): Promise<readonly string[]>;
  tagImage(id: string, reference: string): Promise<void>;
  createContainer(spec: ContainerSpec): Promise<string>;
  attach(id: string): Promise<Attachment>;
  start(id: string): Promise<void>;
  /**
   * Resolves at the next exit, also when the engine's own wait hangs (raced with inspection). Attach, ask, then start.
   * Rejects ENGINE_LOST when the engine went away before.
   */
  waitExit(id: string): Promise<ExitInfo>;
  kill(id: string, signal: string): Promise<void>;
  inspect(id: string): Promise<ContainerState | undefined>;
  /** Force-removes with anonymous volumes; absent or already being removed counts as done. */
  remove(id: string): Promise<void>;
  /** Stops and resumes every process of a container. */
  pause(id: string): Promise<void>;
  unpause(id: string): Promise<void>;
  /** Process list of a running container, one line each. */
  processes(id: string): Promise<readonly string[]>;
  /** The same, taken apart; zombies may be missing. */
  top(id: string): Promise<readonly Process[]>;
  /** Runs a command in a running container. Rejects SERVER_COMMAND_NOT_FOUND, and with the signal's reason. */
  exec(id: string, command: readonly string[], signal: AbortSignal): Promise<ExecResult>;
  /** One plain file of a container, by its absolute path there; never more than `maxBytes`. */
  readFile(id: string, path: string, maxBytes: number): Promise<FileRead>;
  /** A sample about once a second until the container ends or the signal aborts. */
  stats(id: string, onSample: (sample: StatsSample) => void, signal: AbortSignal): Promise<void>;
  /** Tells what happens to the containers that carry a label, over every end of the stream, until the signal aborts. */
  followEvents(label: string, listeners: EventListeners, signal: AbortSignal): Promise<void>;
  /** The same for all containers that are put on a network or taken off one: connect and disconnect, with its name. */
  followNetworks(listeners: EventListeners, signal: AbortSignal): Promise<void>;
  /** Tells, afterwards, that the engine said nothing for longer than it may, and for how long; until the signal aborts. */
  watchSilence(onSilence: (ms: number) => void, signal: AbortSignal): Promise<void>;
  /** A bridge; its id. */
  createNetwork(
    name: string,
    labels: Readonly<Record<string, string>>,
    options: NetworkOptions,
  ): Promise<string>;
  createVolume(volume: NewVolume): Promise<void>;
  connectNetwork(network: string, containerId: string, aliases?: readonly string[]): Promise<void>;
  disconnectNetwork(network: string, containerId: string): Promise<void>;
  /** Addresses of the containers that are on it now: container id → address. */
  networkMembers(network: string): Promise<ReadonlyMap<string, string>>;
  /** Containers, networks and volumes that carry every given label (`key` or `key=value`). */
  listLabelled(labels: readonly string[]): Promise<readonly Removable[]>;
  removeObject(object: Pick<Removable, "kind" | "id">): Promise<void>;
  close(): void;
}
