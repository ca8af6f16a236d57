import { sweep as sweepEngine } from "../controller/index.ts";
import { connectEngine } from "../engine/index.ts";
import { exitCodes } from "../fault/index.ts";
import type { CommandIo } from "./io.ts";
import { type ParsedCommand, parseTime } from "./parse.ts";
import { sweepImages } from "./sweep-images.ts";
import { sweepJson, sweepPage } from "./sweep-page.ts";

/** `sweep`: removes what managers that are dead, or whose lease has run out, left on the engine. */
export async function sweep(command: ParsedCommand, io: CommandIo): Promise<number> {
  const olderThanMs = parseTime("images", command.text("images"));
  const dryRun = command.flag("dry-run");
  const engine = await connectEngine({ environment: io.environment, clock: io.clock });
  try {
    const nowMs = io.clock.nowMs();
    const report = await sweepEngine(engine, { stale: { nowMs }, dryRun });
    const images = await sweepImages(engine, { nowMs, olderThanMs, dryRun });
    const tell = command.flag("json") ? sweepJson : sweepPage;
    io.out(tell({ ...report, images, dryRun }));
    return report.left === 0 || dryRun ? exitCodes.passed : exitCodes.leftBehind;
  } finally {
    engine.close();
  }
}
