import fc from "fast-check";
import { expect, test } from "vitest";
import { systemClock } from "../../src/clock/index.ts";
import { mayFollow } from "../../src/controller/index.ts";
import type { Engine } from "../../src/engine/index.ts";
import type { Manager } from "../../src/manager/index.ts";
import { leftBehind } from "../e2e/left-behind.ts";
import { context, type Kept, keepServers } from "./lifecycle.ts";
import { tiny } from "./play.ts";

const verbs = ["start", "stop", "restart", "pause", "call", "leave", "kill", "freeze"] as const;

/** What one client does to one server: each after a pause. */
const program = fc.array(
  fc.record({ verb: fc.constantFrom(...verbs), pauseMs: fc.integer({ min: 0, max: 120 }) }),
  { minLength: 4, maxLength: 6 },
);
/** Three clients at once; and how it is restarted when it ends by itself. */
const story = fc.record({
  clients: fc.array(program, { minLength: 3, maxLength: 3 }),
  restart: fc.constantFrom("no", "{ when: always, most: 2, delay: 10ms }"),
});

type Story = typeof story extends fc.Arbitrary<infer T> ? T : never;

/** What may be said to a client whose wish others have crossed; anything else would be our bug. */
const crossed = ["INTERRUPTED", "SERVER_NOT_RUNNING", "SESSION_CLOSED", "SERVER_EXITED_EARLY"];

async function act(verb: (typeof verbs)[number], name: string, { manager, engine }: Kept) {
  const { containerId } = await manager.serverStatus(name);
  switch (verb) {
    case "start":
      return manager.startServer(name, context);
    case "stop":
      return manager.stopServer(name, context);
    case "restart":
      return manager.restartServer(name, context);
    case "pause":
      return manager.pauseServer(name, context);
    case "call":
      return ping(manager, name);
    case "leave": {
      const leaving = AbortSignal.timeout(30);
      return manager.startServer(name, { ...context, signal: leaving });
    }
    // Somebody else's doing.
    case "kill":
      return containerId === null ? undefined : engine.kill(containerId, "SIGKILL");
    case "freeze":
      return freeze(engine, containerId);
  }
}

async function ping(manager: Manager, serverName: string): Promise<void> {
  await manager.sendRequest({ serverName, method: "ping", params: {}, timeoutMs: 300 }, context);
}

/** For a while; what is not there or does not run cannot be frozen, which is none of our concern. */
async function freeze(engine: Engine, id: string | null): Promise<void> {
  if (id !== null) {
    await engine.pause(id).catch(() => undefined);
    await systemClock.sleep(30);
    await engine.unpause(id).catch(() => undefined);
  }
}

/** Follows the containers of a run: how many each server has just now, and how many it ever had at once. */
async function countContainers({ manager, engine }: Kept, over: AbortSignal) {
  const now = new Map<string, Set<string>>();
  const most = new Map<string, number>();
  const label = `io.github.docker-mcp-manager.run=${manager.ownership.runId}`;
  const onEvent: Parameters<Engine["followEvents"]>[1]["onEvent"] = ({
    id,
    action,
    attributes,
  }) => {
    const server = attributes["io.github.docker-mcp-manager.server"] ?? "";
    const own = now.get(server) ?? new Set();
    now.set(server, own);
    if (action === "create") {
      own.add(id);
      most.set(server, Math.max(most.get(server) ?? 0, own.size));
    } else if (action === "destroy") {
      own.delete(id);
    }
  };
  void engine.followEvents(label, { onEvent, onGap: () => Promise.resolve() }, over);
  return most;
}

interface Told {
  readonly verb: string;
  readonly thrown: unknown;
}

async function live(name: string, { clients }: Story, kept: Kept): Promise<readonly Told[]> {
  const said = clients.map(async (wishes) => {
    const told: Told[] = [];
    for (const { verb, pauseMs } of wishes) {
      await systemClock.sleep(pauseMs);
      await act(verb, name, kept).catch((thrown: unknown) => told.push({ verb, thrown }));
    }
    return told;
  });
  return (await Promise.all(said)).flat();
}

// The same stories each time, all at once; how they cross on a real engine is chance.
const stories = fc.sample(story, { seed: 20261126, numRuns: 5 });

test("whatever several clients and others do to a server, it keeps to its table, has one container at most, and can be started, used and removed", async () => {
  const named = new Map(stories.map((each, at) => [`s${at}`, each]));
  const entries: Record<string, string> = {};
  for (const [name, { restart }] of named) {
    entries[name] = tiny(name, `restart: ${restart}`);
  }
  const kept = await keepServers(entries);
  const { manager, transitions } = kept;
  const over = new AbortController();
  const most = await countContainers(kept, over.signal);

  await Promise.all(
    [...named].map(async ([name, each]) => {
      const told = await live(name, each, kept);
      const odd = told.filter(({ verb, thrown }) => !isUnderstood(verb, thrown));
      expect(odd, name).toEqual([]);
      await manager.stopServer(name, context);
      expect((await manager.serverStatus(name)).state, name).toMatch(/^(stopped|failed)$/);
      expect((await manager.startServer(name, context)).state).toBe("ready");
      await ping(manager, name);
      expect((await manager.removeServer(name, context)).state).toBe("removed");
      const states = ["declared", ...(await transitions(name)).map(({ state }) => state)] as const;
      states.slice(1).forEach((state, at) => {
        const from = states[at] ?? "declared";
        expect(mayFollow(from, state), `${name}: ${from} to ${state}`).toBe(true);
      });
    }),
  );
  expect(await leftBehind(manager.ownership.runId)).toEqual([]);
  over.abort();
  expect([...most.values()].filter((count) => count > 1)).toEqual([]);
  expect(most.size).toBe(stories.length);
});

function isUnderstood(verb: string, thrown: unknown): boolean {
  const { code, name } = thrown as { readonly code?: unknown; readonly name?: unknown };
  return verb === "leave"
    ? name === "TimeoutError" || crossed.includes(String(code))
    : crossed.includes(String(code));
}
