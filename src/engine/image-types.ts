import type { Readable } from "node:stream";

export interface ImageInfo {
  readonly id: string;
  readonly digest: string | null;
  readonly user: string;
  readonly sizeBytes: number;
  /** What it runs on, e.g. linux/arm64. */
  readonly platform: string;
  readonly labels: Readonly<Record<string, string>>;
  readonly entrypoint: readonly string[];
  readonly command: readonly string[];
  readonly workingDir: string;
  /** Its HEALTHCHECK; absent when it has none. */
  readonly healthcheck?: ImageHealthcheck;
}

export interface ImageHealthcheck {
  /** What is run in the container. */
  readonly command: readonly string[];
  /** Time between two; absent where the image does not say. */
  readonly intervalMs?: number;
  readonly timeoutMs?: number;
  readonly retries?: number;
}

/** Who pulls; goes only into a header to the engine. */
export type RegistryLogin =
  | { readonly username: string; readonly password: string; readonly serveraddress: string }
  | { readonly identitytoken: string; readonly serveraddress: string };

export interface PullOptions {
  readonly login?: RegistryLogin;
  /** e.g. linux/arm64; default is the engine's own. */
  readonly platform?: string;
  /** Without a sign of life for so long the pull is given up; default 120,000. */
  readonly silenceMs?: number;
}

/** What is sent to be built, or what makes it. */
export type BuildArchive = Readable | (() => Promise<Readable>);

export interface BuildOptions {
  readonly tag: string;
  readonly dockerfile: string;
  readonly target?: string;
  readonly args: Readonly<Record<string, string>>;
  readonly labels: Readonly<Record<string, string>>;
  /** Network of RUN instructions; host reaches the registries wherever the host does. */
  readonly network: "default" | "host";
  /** Platform to build for, e.g. linux/arm64; default is the engine's own. */
  readonly platform?: string;
  /** The build is stopped after this time; default is 10 minutes. */
  readonly timeoutMs?: number;
  /** Id → value, for `RUN --mount=type=secret,id=…`; never in a layer, and hidden in what the build prints. */
  readonly secrets?: Readonly<Record<string, string>>;
  /** Files offered in the same way that are no secrets. */
  readonly offered?: Readonly<Record<string, string>>;
  /** Other texts that are hidden in what the build prints. */
  readonly hidden?: readonly string[];
}

export interface LabelledImage {
  readonly id: string;
  /** Empty once a newer image has taken its name. */
  readonly tags: readonly string[];
  readonly createdAtMs: number;
  readonly sizeBytes: number;
}
