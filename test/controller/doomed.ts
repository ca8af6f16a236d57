// A manager that will be killed: launches a reaper, then creates and starts containers until it dies.
import { fileURLToPath } from "node:url";
import { systemClock } from "../../src/clock/index.ts";
import { launchReaper, readOwner, startContainer } from "../../src/controller/index.ts";
import { connectEngine } from "../../src/engine/index.ts";
import { stubborn } from "./real-run.ts";

const [runId = "", ending = ""] = process.argv.slice(2);
const reaper = launchReaper({
  execPath: process.execPath,
  entry: fileURLToPath(new URL("../../src/reaper.ts", import.meta.url)),
  runId,
  environment: process.env,
});
const engine = await connectEngine({ environment: process.env, clock: systemClock });
const ownership = {
  runId,
  owner: readOwner(process.pid),
  expiresAtMs: systemClock.nowMs() + 60_000,
};
const deps = { clock: systemClock, onStdout: () => {}, onStderr: () => {} };
await startContainer(engine, { ...stubborn, egress: "full" }, ownership, deps);
console.log("ready");
if (ending === "release") {
  await reaper.release();
  console.log("released");
  engine.close();
} else {
  // Its killer is never so late.
  for (let made = 0; made < 30; made += 1) {
    await startContainer(engine, stubborn, ownership, deps);
  }
}
