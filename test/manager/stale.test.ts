import { randomBytes } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { systemClock } from "../../src/clock/index.ts";
import { objectLabels, readOwner } from "../../src/controller/index.ts";
import { connectEngine, type Engine } from "../../src/engine/index.ts";
import { Manager } from "../../src/manager/index.ts";

const hour = 3_600_000;

function managerIn(folder: string): Manager {
  const now = systemClock.nowMs();
  return new Manager({
    ownership: {
      runId: randomBytes(16).toString("hex"),
      owner: readOwner(process.pid),
      expiresAtMs: now + hour,
    },
    recordFile: join(folder, "run.db"),
    workspace: folder,
    engineEnvironment: process.env,
    version: "0",
    clock: systemClock,
    user: { uid: 0, gid: 0 },
    registry: { templatesFolder: folder, cacheFolder: folder },
    launchReaper: () => ({ release: () => Promise.resolve() }),
  });
}

/** A network that carries the labels of a run of that owner. */
async function networkOf(engine: Engine, owner: string): Promise<string> {
  const runId = randomBytes(16).toString("hex");
  const labels = objectLabels({ runId, owner, expiresAtMs: systemClock.nowMs() + hour }, "network");
  return engine.createNetwork(`stale-test-${runId.slice(0, 12)}`, labels, { internal: true });
}

test("a manager removes what dead managers left, and nothing of a living one", async () => {
  const folder = mkdtempSync(join(tmpdir(), "stale-"));
  const engine = await connectEngine({ environment: process.env, clock: systemClock });
  const living = readOwner(process.pid);
  const dead = living.replace(/\d+$/, (start) => String(Number(start) + 1));
  const deadNetwork = await networkOf(engine, dead);
  const livingNetwork = await networkOf(engine, living);
  const manager = managerIn(folder);
  try {
    const context = { progress: () => undefined, signal: new AbortController().signal };
    // Any call that needs the engine; the template has no such parameter.
    mkdirSync(join(folder, "one"));
    writeFileSync(join(folder, "one/template.yml"), "name: one\ndescription: d\nimage: a\n");
    await manager
      .createServer(
        { serverType: "one", serverName: "one", envVars: {}, volumes: [], parameters: { x: 1 } },
        context,
      )
      .catch(() => undefined);
    await manager.shutdown();
    const left = (await engine.listLabelled(["io.github.docker-mcp-manager.run"])).map(
      ({ id }) => id,
    );
    expect(left).toContain(livingNetwork);
    expect(left).not.toContain(deadNetwork);
  } finally {
    for (const id of [deadNetwork, livingNetwork]) {
      await engine.removeObject({ kind: "network", id }).catch(() => undefined);
    }
    engine.close();
    rmSync(folder, { recursive: true, force: true });
  }
});
