import { dirname, resolve } from "node:path";
import { type LoadedRunFile, loadRunFile, type ServerSpec } from "../config/index.ts";
import { connectEngine, type Engine } from "../engine/index.ts";
import {
  noPins,
  type Pins,
  type PlannedImage,
  pinsIn,
  planImage,
  type RegistryDeps,
  readLock,
  registrySettings,
  runFileShelf,
} from "../registry/index.ts";
import type { CacheUser } from "./cache-process.ts";
import { managerEnvironment } from "./launch.ts";
import type { RunSession } from "./run-session.ts";

/** An image that the run is going to build. */
export interface WantedImage {
  /** Of the first server that asks for it. */
  readonly server: string;
  readonly spec: ServerSpec;
  readonly pins: Pins;
  readonly image: PlannedImage;
}

/** What the manager will build, and what it will build it with. */
export interface ImagePlan {
  readonly engine: Engine;
  readonly deps: Omit<RegistryDeps, "onProgress" | "pins">;
  /** Each image once. */
  readonly wanted: readonly WantedImage[];
}

/** undefined: the run file has no server that is built. The caller closes the engine. Rejects as the run would. */
export async function planImages(
  { request }: Pick<RunSession, "request">,
  own: Pick<CacheUser, "environment" | "clock" | "signal" | "templates">,
): Promise<ImagePlan | undefined> {
  // What the manager sees of the environment decides what it builds.
  const settings = registrySettings(managerEnvironment(own.environment), own.templates);
  const templates = await runFileShelf(settings, { ...request, environment: {} });
  const loaded = await loadRunFile({ ...request, environment: {}, templates });
  const specs = builtServers(loaded);
  if (specs.length === 0) {
    return undefined;
  }
  const { lock } = request;
  const pinned = lock && pinsIn(await readLock(lock.file, lock.text));
  const engine = await connectEngine({ environment: own.environment, clock: own.clock });
  const deps = {
    ...settings,
    templates,
    engine,
    clock: own.clock,
    signal: own.signal,
    workspaceRoot: request.workspace,
    runFileFolder: dirname(resolve(request.workspace, request.file)),
    secrets: request.secrets,
    imagePolicy: loaded.runFile.image_policy,
  };
  try {
    const planned = await Promise.all(
      specs.map(async ([name, spec]) => {
        const pins = pinned?.get(name) ?? noPins;
        return { server: name, spec, pins, image: await planImage(spec, { ...deps, pins }) };
      }),
    );
    const missing = new Map<string, WantedImage>();
    for (const { image, ...asked } of planned) {
      if (image !== undefined && !image.present && !missing.has(image.reference)) {
        missing.set(image.reference, { ...asked, image });
      }
    }
    return { engine, deps, wanted: [...missing.values()] };
  } catch (error) {
    engine.close();
    throw error;
  }
}

/** The servers of the run file that something asks for, and whose image may be built. */
function builtServers({
  runFile,
  scenarios,
}: LoadedRunFile): readonly (readonly [string, ServerSpec])[] {
  const steps = scenarios.flatMap((each) => [...each.setup, ...each.steps, ...each.teardown]);
  const asked = new Set(steps.map(({ server }) => server));
  return Object.entries(runFile.servers).filter(
    ([name, spec]) => asked.has(name) && (spec.build !== undefined || spec.template !== undefined),
  );
}
