import type { ServerSpec } from "../../config/index.ts";
import { ProbeEndedServer, type Session } from "../../mcp/index.ts";
import type { ResolvedServer } from "../../registry/index.ts";
import { publishedAs, publishedUrl } from "../publishing.ts";
import type { World } from "../world.ts";
import { recordBill } from "./bill.ts";
import type { Chronicle } from "./chronicle.ts";
import type { Declaration } from "./declaration.ts";
import { eraKey } from "./era-key.ts";
import { type HealthPlan, healthPlan } from "./health-plan.ts";
import { launch } from "./launch.ts";
import type { Life } from "./life.ts";
import { originOf } from "./origin-of.ts";

/** What a server is brought up with. */
export interface BringUp {
  readonly declaration: Declaration;
  readonly chronicle: Chronicle;
  readonly world: World;
  readonly progress: (line: string) => void;
  readonly signal: AbortSignal;
  /** How its health is to be watched, once it is up. */
  readonly onHealth: (plan: HealthPlan | undefined) => void;
}

/** Builds, waits for what comes first, creates, starts and shakes hands; enters the states up to `starting`. What was made is removed on failure. */
export async function bringUp(wanted: BringUp): Promise<Life> {
  const { spec } = wanted.declaration;
  const resolved = await resolveServer(wanted);
  wanted.onHealth(await healthPlan(wanted.declaration, resolved, wanted.world.engine));
  await wanted.declaration.needs?.(wanted.signal);
  const { eras } = wanted.world;
  const key = resolved && eraKey(resolved, spec.transport);
  const era = key && eras.get(key);
  const protocol = spec.protocol === "auto" ? era || "auto" : spec.protocol;
  const life = await launchServer(wanted, resolved, protocol).catch((thrown: unknown) => {
    if (thrown instanceof ProbeEndedServer) {
      // Some servers end when asked anything before `initialize`; a fresh container gets the handshake that fits.
      return launchServer(wanted, resolved, thrown.retryWith);
    }
    throw thrown;
  });
  if (key !== null) {
    eras.set(key, life.session.era);
  }
  const url = publishedUrl(spec, life.container?.publishedPort);
  if (url !== null) {
    wanted.chronicle.facts.url = url;
    wanted.progress(`${wanted.declaration.name}: published at ${url}`);
  }
  return life;
}

/** What there is to say when it is ready. */
export function readyLine({ revision, serverInfo }: Session): string {
  const called = [serverInfo.name ?? "unnamed", serverInfo.version].filter(Boolean).join(" ");
  return `ready, MCP ${revision}, ${called}`;
}

/** null: it runs elsewhere. */
async function resolveServer({
  declaration,
  chronicle,
  world,
  progress,
  signal,
}: BringUp): Promise<ResolvedServer | null> {
  if (declaration.spec.url !== undefined) {
    return null;
  }
  chronicle.enter("building");
  const resolved = await declaration.image(
    (line) => progress(`${declaration.name}: ${line}`),
    signal,
  );
  chronicle.note(originOf(resolved));
  await recordBill(declaration, resolved, world, progress);
  return resolved;
}

function launchServer(
  { declaration, chronicle, world, signal }: BringUp,
  resolved: ResolvedServer | null,
  protocol: ServerSpec["protocol"],
): Promise<Life> {
  const { name, label, origin, answers, shared } = declaration;
  const spec = publishedAs(declaration, chronicle.facts.url);
  chronicle.enter("creating");
  return launch(
    {
      name,
      label,
      spec,
      origin,
      shared,
      protocol,
      resolved,
      signal,
      client: answers,
      onStarting: () => {
        chronicle.facts.startedAtMs = world.clock.nowMs();
        chronicle.enter("starting");
      },
      onSample: (sample) => {
        chronicle.facts.lastSample = sample;
      },
      find: (finding) => chronicle.find(finding),
      note: (patch) => chronicle.note(patch),
    },
    world,
  );
}
