// A manager that will be killed: launches a reaper, then creates and starts containers until it dies; `ending` says
// how: by its killer, by itself at one call to the engine (`during createNetwork`), or not at all (`release`).
import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";
import { systemClock } from "../../src/clock/index.ts";
import { launchReaper, readOwner, startContainer, sweep } from "../../src/controller/index.ts";
import { connectEngine, type Engine } from "../../src/engine/index.ts";
import { stubborn } from "./real-run.ts";

const [runId = "", ending = ""] = process.argv.slice(2);
const [moment = "", deadly = ""] = ending.split(" ");
const die = () => process.kill(process.pid, "SIGKILL");

/** The engine, but one of its calls is the last thing this process does. */
function deadlyAt(engine: Engine): Engine {
  return new Proxy(engine, {
    get(target, name) {
      const value: unknown = Reflect.get(target, name);
      if (name !== deadly) {
        return value;
      }
      // All that are named are functions that answer later.
      const call = value as (...given: readonly unknown[]) => Promise<unknown>;
      return async (...given: readonly unknown[]) => {
        const answer = call(...given);
        if (moment === "during") {
          // The request has left by then; the engine has not answered.
          await systemClock.sleep(3);
          die();
        }
        await answer;
        die();
      };
    },
  });
}

const reaper = launchReaper({
  execPath: process.execPath,
  entry: fileURLToPath(new URL("../../src/reaper.ts", import.meta.url)),
  runId,
  environment: process.env,
});
const engine = deadlyAt(await connectEngine({ environment: process.env, clock: systemClock }));
const ownership = {
  runId,
  owner: readOwner(process.pid),
  expiresAtMs: systemClock.nowMs() + 60_000,
};
const deps = { clock: systemClock, onStdout: () => {}, onStderr: () => {} };
const stop = { ...stubborn.stop, leftovers: true };
const volume = { kind: "run", name: "data", containerPath: "/data", readOnly: false } as const;
const volumes = deadly === "createVolume" ? [volume] : [];
const wanted = { ...stubborn, stop, egress: "full", volumes } as const;
const first = await startContainer(engine, wanted, ownership, deps);
if (ending === "child") {
  // Holds everything that a child of ours gets.
  console.log(
    spawn("sleep", ["60"], { stdio: ["ignore", "inherit", "inherit"], detached: true }).pid,
  );
}
console.log("ready");
if (ending === "release") {
  await reaper.release();
  console.log("released");
  engine.close();
} else if (["top", "removeObject"].includes(deadly)) {
  await first.stop();
  await sweep(engine, { runId });
} else {
  // Its killer is never so late.
  for (let made = 0; made < 30; made += 1) {
    await startContainer(engine, stubborn, ownership, deps);
  }
}
