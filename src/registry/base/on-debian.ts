import { rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { packFolder } from "../../engine/index.ts";
import { hostCaBundle } from "../build/ca-bundle.ts";
import { argumentsFor } from "../build/host-arguments.ts";
import { imageLabels } from "../labels.ts";
import { ensureStandIn } from "./ensure.ts";
import { localDebian } from "./local-debian.ts";
import {
  type LocalBaseOptions,
  recipeKey,
  refuseForeignEngine,
  type StandIn,
  workFolder,
} from "./stand-in.ts";

/** What tells one stand-in on Debian from another. */
export interface DebianRecipe {
  readonly name: string;
  readonly wanted: string;
  readonly reference: string;
  readonly madeFrom: string;
  /** A Dockerfile whose first line is `ARG BASE`; `ca-certificates.crt` lies beside it. */
  readonly dockerfile: string;
}

/** A stand-in that the engine builds on the Debian one, from a Dockerfile of ours. */
export function onDebian(recipe: DebianRecipe): StandIn {
  const { dockerfile, ...names } = recipe;
  return {
    ...names,
    key: async () => recipeKey([dockerfile, await localDebian.key()]),
    make: (key, options) => make(recipe, key, options),
  };
}

async function make(recipe: DebianRecipe, key: string, options: LocalBaseOptions): Promise<void> {
  refuseForeignEngine(options.engine.info);
  await ensureStandIn(localDebian, options);
  const folder = workFolder(options);
  try {
    const dockerfile = join(folder, "Dockerfile");
    await writeFile(dockerfile, recipe.dockerfile);
    const { hostArguments = {}, onProgress } = options;
    await writeFile(join(folder, "ca-certificates.crt"), await hostCaBundle());
    const archive = await packFolder(folder, {
      map: (header) => ({ ...header, uid: 0, gid: 0, mtime: new Date(0) }),
    });
    const build = {
      tag: recipe.reference,
      dockerfile: "Dockerfile",
      args: {
        ...(await argumentsFor(dockerfile, hostArguments, onProgress, options.buildNetwork)),
        BASE: localDebian.reference,
      },
      labels: { [imageLabels.key]: key },
      network: options.buildNetwork ?? "default",
    };
    await options.engine.buildImage(archive, build, onProgress, options.signal);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
