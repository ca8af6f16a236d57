import { mkdtempSync, rmSync } from "node:fs";
import { connect, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { systemClock } from "../../src/clock/index.ts";
import { type ContainerEvent, connectEngine } from "../../src/engine/index.ts";
import { spec, useEngine } from "./real-engine.ts";

const direct = useEngine();

/** The engine behind a socket of ours, which can be cut. */
async function cuttable() {
  const folder = mkdtempSync(join(tmpdir(), "events-"));
  const open = new Set<Socket>();
  let isCut = false;
  const server = createServer({ allowHalfOpen: true }, (near) => {
    if (isCut) {
      near.destroy();
      return;
    }
    const far = connect({ path: "/var/run/docker.sock", allowHalfOpen: true });
    for (const socket of [near, far]) {
      open.add(socket);
      socket
        .on("error", () => undefined)
        .on("close", () => [near, far].forEach((one) => one.destroy()));
    }
    near.pipe(far).pipe(near);
  });
  const path = join(folder, "engine.sock");
  await new Promise<void>((resolve) => server.listen(path, resolve));
  const engine = await connectEngine({
    environment: { DOCKER_HOST: `unix://${path}` },
    clock: systemClock,
  });
  onTestFinished(() => {
    engine.close();
    server.close();
    rmSync(folder, { recursive: true });
  });
  return {
    engine,
    cut: () => {
      isCut = true;
      open.forEach((socket) => socket.destroy());
      open.clear();
    },
    mend: () => {
      isCut = false;
    },
  };
}

test("F30 a stream of events that is cut is opened again, and nothing is lost or told twice", async () => {
  const { engine, cut, mend } = await cuttable();
  const wanted = spec(["sleep", "100"]);
  const events: ContainerEvent[] = [];
  const gap = Promise.withResolvers<void>();
  const over = new AbortController();
  const [label] = Object.entries(wanted.labels).map((pair) => pair.join("="));
  let wake = Promise.withResolvers<void>();
  const following = engine.followEvents(
    label ?? "",
    {
      onEvent(event) {
        events.push(event);
        wake.resolve();
      },
      async onGap() {
        gap.resolve();
      },
    },
    over.signal,
  );
  async function told(id: string, action: string): Promise<void> {
    while (!events.some((event) => event.id === id && event.action === action)) {
      await wake.promise;
      wake = Promise.withResolvers<void>();
    }
  }
  // The engine does not say when it has begun to listen.
  while (events.length === 0) {
    await direct().createContainer(spec(["true"]));
  }
  const id = await direct().createContainer(wanted);
  await direct().start(id);
  await told(id, "start");
  cut();
  await direct().pause(id);
  await direct().unpause(id);
  await direct().kill(id, "SIGKILL");
  await direct().waitExit(id);
  mend();
  await told(id, "die");
  const own = events.filter((event) => event.id === id);
  expect(own.map(({ action }) => action)).toEqual([
    "create",
    "start",
    "pause",
    "unpause",
    "kill",
    "die",
  ]);
  expect(own.at(-1)?.attributes["exitCode"]).toBe("137");
  await gap.promise;
  over.abort();
  await following;
});
