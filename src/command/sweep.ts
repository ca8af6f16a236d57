import { sweep as sweepEngine } from "../controller/index.ts";
import { connectEngine } from "../engine/index.ts";
import { exitCodes } from "../fault/index.ts";
import { plural } from "../text/index.ts";
import type { CommandIo } from "./io.ts";
import type { ParsedCommand } from "./parse.ts";

/** `sweep`: removes what managers that are dead, or whose lease has run out, left on the engine. */
export async function sweep(command: ParsedCommand, io: CommandIo): Promise<number> {
  const engine = await connectEngine({ environment: io.environment, clock: io.clock });
  try {
    const dryRun = command.flag("dry-run");
    const { removed, left, objects } = await sweepEngine(engine, {
      stale: { nowMs: io.clock.nowMs() },
      dryRun,
    });
    if (command.flag("json")) {
      io.out(`${JSON.stringify({ removed, left, dry_run: dryRun, objects }, null, 2)}\n`);
    } else {
      for (const object of objects) {
        io.out(`${dryRun ? "would remove" : "removed"} ${object.kind} ${object.id.slice(0, 12)}\n`);
      }
      io.out(
        `${plural(dryRun ? objects.length : removed, "object")} ${dryRun ? "to remove" : "removed"}, ${left} left.\n`,
      );
    }
    return left === 0 || dryRun ? exitCodes.passed : exitCodes.leftBehind;
  } finally {
    engine.close();
  }
}
