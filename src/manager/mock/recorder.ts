import { constants } from "node:fs";
import { open } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { type MockRule, type MockSpec, resolveInside } from "../../config/index.ts";
import { askOutside } from "../../controller/index.ts";
import { Fault } from "../../fault/index.ts";
import type { Origin, World } from "../world.ts";
import type { MockRequest } from "./program.ts";

/** Asks the API that a mock stands in for, keeps what it answers in the file of the mock, and gives it back as a rule. */
export type MockRecorder = (request: MockRequest) => Promise<MockRule>;

interface RecorderWorld {
  readonly redactor: World["redactor"];
  readonly networks: Pick<World["networks"], "hostProxies">;
}

type Place = Pick<Origin, "workspace" | "folder" | "mayRecord">;

/** Of this connection alone, or of no use to what is kept. */
const notPassedOn = [
  "host",
  "connection",
  "content-length",
  "accept-encoding",
  "transfer-encoding",
];

/** undefined: it has nobody to ask, or nothing is ever written, as in CI. */
export function mockRecorder(
  { upstream, recorded }: Pick<MockSpec, "upstream" | "recorded">,
  origin: Place,
  world: RecorderWorld,
  onAttempt: (target: string, outcome: "allowed" | "failed", reason: string | null) => void,
): MockRecorder | undefined {
  if (upstream === undefined || recorded === undefined || origin.mayRecord !== true) {
    return undefined;
  }
  let written = Promise.resolve();
  return async (request) => {
    const url = new URL(request.url, upstream);
    if (url.origin !== new URL(upstream).origin) {
      throw new Fault("USAGE", `${request.url} is no path of ${upstream}`);
    }
    const headers = Object.fromEntries(
      Object.entries(request.headers).filter(([name]) => !notPassedOn.includes(name)),
    );
    const body = Buffer.from(request.body, "base64");
    const { hostProxies } = world.networks;
    try {
      const asked = { method: request.method, headers, body };
      const answer = await askOutside(url, asked, hostProxies);
      onAttempt(url.host, "allowed", null);
      const rule = ruleOf(request.method, url, body, answer);
      const work = written.then(() => keep(rule, recorded, origin, world));
      written = work.catch(() => undefined);
      await work;
      return rule;
    } catch (error) {
      onAttempt(url.host, "failed", error instanceof Error ? error.message : String(error));
      throw error;
    }
  };
}

function ruleOf(
  method: string,
  url: URL,
  body: Buffer,
  answer: Awaited<ReturnType<typeof askOutside>>,
): MockRule {
  const query = Object.fromEntries(url.searchParams);
  return {
    request: {
      method,
      path: url.pathname,
      ...(url.search === "" ? {} : { query }),
      ...(body.length === 0 ? {} : { body: jsonOr(body.toString()) }),
    },
    answer: {
      status: answer.status,
      headers: answer.type === undefined ? {} : { "content-type": answer.type },
      ...contentOf(answer),
      delay: 0,
    },
  };
}

function contentOf({ type, body }: Awaited<ReturnType<typeof askOutside>>) {
  const text = body.toString();
  if (!Buffer.from(text).equals(body) || text.includes("\0")) {
    return { base64: body.toString("base64") };
  }
  const value = type?.includes("json") ? jsonOr(text) : text;
  return typeof value === "string" ? { text } : { json: value as MockRule["answer"]["json"] };
}

function jsonOr(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Without secrets, value by value: what hides them in a text may not be YAML any more. */
function redacted(value: unknown, redact: (text: string) => string): unknown {
  if (Array.isArray(value)) {
    return value.map((each) => redacted(each, redact));
  }
  if (typeof value === "object" && value !== null) {
    const entries = Object.entries(value);
    return Object.fromEntries(entries.map(([key, each]) => [redact(key), redacted(each, redact)]));
  }
  const text = String(value);
  return redact(text) === text ? value : redact(text);
}

/** Adds a rule to the file, which lies inside the workspace and is no link. */
async function keep(
  { request, answer: { delay: _none, ...answer } }: MockRule,
  file: string,
  { workspace, folder }: Place,
  { redactor }: RecorderWorld,
): Promise<void> {
  const { stringify } = await import("yaml");
  const hidden = redacted({ request, answer }, (each) => redactor().redact(each));
  const text = stringify([hidden], { aliasDuplicateObjects: false, lineWidth: 0 });
  const inside = await resolveInside(workspace, folder, dirname(file));
  const { O_APPEND, O_CREAT, O_NOFOLLOW, O_WRONLY } = constants;
  const flags = O_APPEND | O_CREAT | O_NOFOLLOW | O_WRONLY;
  const handle = await open(join(inside, basename(file)), flags, 0o644);
  try {
    await handle.writeFile(text);
  } finally {
    await handle.close();
  }
}
