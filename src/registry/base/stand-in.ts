import { createHash } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Engine } from "../../engine/index.ts";
import { Fault } from "../../fault/index.ts";

export interface LocalBaseOptions {
  readonly engine: Pick<
    Engine,
    "info" | "inspectImage" | "importImage" | "buildImage" | "removeUnusedImage"
  >;
  /** Downloads are kept here between builds. */
  readonly cacheFolder: string;
  /** Network of RUN instructions; default is the engine's own. */
  readonly buildNetwork?: "default" | "host";
  /** How this host reaches registries, by build argument. */
  readonly hostArguments?: Readonly<Record<string, string>>;
  /** Makes a folder that somebody removes when this process is killed: up to 200 MB go through it. */
  readonly temporaryFolder?: () => string;
  readonly onProgress: (line: string) => void;
  readonly signal?: AbortSignal;
}

/** A folder to make an image in; whoever asks removes it. */
export function workFolder({ temporaryFolder }: LocalBaseOptions): string {
  return temporaryFolder?.() ?? mkdtempSync(join(tmpdir(), "docker-mcp-manager-base-"));
}

/** An image made on this machine that takes the place of a public one where no registry answers. */
export interface StandIn {
  /** What it is called on the command line, e.g. `python`. */
  readonly name: string;
  /** The public image whose place it takes. */
  readonly wanted: string;
  /** Its own reference. */
  readonly reference: string;
  /** What it is made from, for the log. */
  readonly madeFrom: string;
  /** Hash of the recipe, the architecture and the host's certificate authorities; the image's key label. */
  readonly key: () => Promise<string>;
  /** Makes the image and labels it with the key. Rejects IMAGE_BUILD_FAILED. */
  readonly make: (key: string, options: LocalBaseOptions) => Promise<void>;
}

/** One key for all of `parts`. */
export function recipeKey(parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  parts.forEach((part, index) => hash.update(index === 0 ? "" : "\n").update(part));
  return hash.digest("hex");
}

/** The engine's and Node.js's words for the same architectures. */
const architectures: Readonly<Record<string, string>> = {
  amd64: "x64",
  x86_64: "x64",
  arm64: "arm64",
  aarch64: "arm64",
};

/** Throws IMAGE_BUILD_FAILED when programs of this machine do not run on the engine. */
export function refuseForeignEngine(engine: Engine["info"]): void {
  const same = (architectures[engine.arch] ?? engine.arch) === process.arch;
  if (process.platform !== "linux" || !same) {
    throw new Fault(
      "IMAGE_BUILD_FAILED",
      `Local base image: the engine runs ${engine.os}/${engine.arch}, but this machine is ${process.platform}/${process.arch}`,
      { hint: "Make a registry with the base images reachable from the engine." },
    );
  }
}

/** The last lines a failed program wrote, else the error itself. */
export function lastWords(error: unknown): string {
  const stderr = (error as { stderr?: string }).stderr?.trim();
  return stderr ? stderr.split("\n").slice(-5).join("\n") : String(error);
}
