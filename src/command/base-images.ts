import { makeTempFolder } from "../controller/index.ts";
import { connectEngine } from "../engine/index.ts";
import { asFault, codes, exitCodes, Fault } from "../fault/index.ts";
import {
  ensureStandIn,
  imageLabels,
  registrySettings,
  type StandIn,
  standIns,
} from "../registry/index.ts";
import { bytes, duration, forTerminal, table } from "../text/index.ts";
import type { CommandIo } from "./io.ts";
import { ownRun } from "./own-run.ts";
import type { ParsedCommand } from "./parse.ts";

interface Row {
  readonly name: string;
  /** The public image whose place it takes. */
  readonly for: string;
  readonly image: string;
  readonly state: "current" | "older recipe" | "absent" | "made" | "failed";
  readonly bytes: number | null;
  /** Time the making took; null when nothing was made. */
  readonly ms: number | null;
  readonly error: string | null;
}

type Engine = Awaited<ReturnType<typeof connectEngine>>;

/** `base-images [NAME…]`: makes the local base images, all or those named; with `--list` only says which are here. */
export async function baseImages(command: ParsedCommand, io: CommandIo): Promise<number> {
  const wanted = chosen(command.positionals);
  const engine = await connectEngine({ environment: io.environment, clock: io.clock });
  try {
    const rows: Row[] = [];
    // One after the other: most of them are built on the first.
    for (const standIn of wanted) {
      rows.push(
        command.flag("list") ? await stateOf(standIn, engine) : await make(standIn, engine, io),
      );
    }
    io.out(
      command.flag("json") ? `${JSON.stringify(rows, null, 2)}\n` : `${forTerminal(page(rows))}\n`,
    );
    const failed = rows.find((row) => row.state === "failed");
    return failed === undefined ? exitCodes.passed : codes.IMAGE_BUILD_FAILED.exit;
  } finally {
    engine.close();
  }
}

function chosen(names: readonly string[]): readonly StandIn[] {
  const unknown = names.filter((name) => standIns.every((standIn) => standIn.name !== name));
  if (unknown.length > 0) {
    throw new Fault(
      "USAGE",
      `base-images: there is no ${unknown.map((name) => `"${name}"`).join(", ")}; there are ${standIns.map(({ name }) => name).join(", ")}.`,
    );
  }
  return names.length === 0 ? standIns : standIns.filter(({ name }) => names.includes(name));
}

async function stateOf(standIn: StandIn, engine: Engine): Promise<Row> {
  const image = await engine.inspectImage(standIn.reference);
  const current = image?.labels[imageLabels.key] === (await standIn.key());
  return rowOf(standIn, {
    state: image === undefined ? "absent" : current ? "current" : "older recipe",
    bytes: image?.sizeBytes ?? null,
  });
}

/** One that cannot be made keeps none of the others back. */
async function make(standIn: StandIn, engine: Engine, io: CommandIo): Promise<Row> {
  const started = io.clock.monotonicMs();
  const ownership = ownRun(io);
  try {
    const { built } = await ensureStandIn(standIn, {
      engine,
      ...registrySettings(io.environment, io.templates),
      onProgress: (line) => io.err(`${forTerminal(`${standIn.name}: ${line}`)}\n`),
      signal: io.signal,
      temporaryFolder: () => makeTempFolder(ownership),
    });
    const image = await engine.inspectImage(standIn.reference);
    return rowOf(standIn, {
      state: built ? "made" : "current",
      bytes: image?.sizeBytes ?? null,
      ms: built ? io.clock.monotonicMs() - started : null,
    });
  } catch (thrown) {
    io.signal.throwIfAborted();
    const fault = asFault(thrown);
    const error = `${fault.message}\n${fault.hint}`;
    io.err(`${forTerminal(`${standIn.name}: ${error}`)}\n`);
    return rowOf(standIn, { state: "failed", error });
  }
}

function rowOf(standIn: StandIn, found: Pick<Row, "state"> & Partial<Row>): Row {
  const { name, wanted, reference } = standIn;
  return { name, for: wanted, image: reference, bytes: null, ms: null, error: null, ...found };
}

function page(rows: readonly Row[]): string {
  const cells = rows.map((row) => [
    row.name,
    row.for,
    row.image,
    row.state,
    row.bytes === null ? "–" : bytes(row.bytes),
    row.ms === null ? "–" : duration(row.ms),
  ]);
  return table([["NAME", "STANDS FOR", "IMAGE", "STATE", "SIZE", "TIME"], ...cells], {
    right: [4, 5],
  });
}
