import { Checker } from "./checker.ts";
import { corrected } from "./errata.ts";
import type { SchemaProblem } from "./problem.ts";
import type { Check, Run } from "./run.ts";

export const specRevisions = [
  "2024-11-05",
  "2025-03-26",
  "2025-06-18",
  "2025-11-25",
  "2026-07-28",
] as const;

export type SpecRevision = (typeof specRevisions)[number];
export type Sender = "server" | "client";
export type MessageKind = "request" | "notification";

/** What the specification's own schema of one revision says about messages. */
export interface Spec {
  readonly revision: SpecRevision;
  /** Whether this revision defines such a message of this side. */
  knows(sender: Sender, kind: MessageKind, method: string): boolean;
  /** The first problem of a request or notification; undefined too when its method is not defined. */
  message(sender: Sender, message: Readonly<Record<string, unknown>>): SchemaProblem | undefined;
  /** The first problem of what answers a request of this method; any object answers an unknown one. */
  result(method: string, result: unknown): SchemaProblem | undefined;
  /** The first problem of a value against a definition by its name, such as `Tool`; undefined when there is none. */
  definition(name: string, value: unknown): SchemaProblem | undefined;
}

const loaders: Readonly<Record<SpecRevision, () => Promise<{ readonly definitions: string }>>> = {
  "2024-11-05": () => import("./spec/2024-11-05.ts"),
  "2025-03-26": () => import("./spec/2025-03-26.ts"),
  "2025-06-18": () => import("./spec/2025-06-18.ts"),
  "2025-11-25": () => import("./spec/2025-11-25.ts"),
  "2026-07-28": () => import("./spec/2026-07-28.ts"),
};

/** Results whose definition is not called after their request. */
const plainResults = new Set([
  "PingRequest",
  "SetLevelRequest",
  "SubscribeRequest",
  "UnsubscribeRequest",
]);

const loaded = new Map<SpecRevision, Promise<Spec>>();

/** Loads one revision, once in a process; nothing of it is compiled before the first message that needs it. */
export function loadSpec(revision: SpecRevision): Promise<Spec> {
  const known = loaded.get(revision) ?? load(revision);
  loaded.set(revision, known);
  return known;
}

async function load(revision: SpecRevision): Promise<Spec> {
  const { definitions } = await loaders[revision]();
  const all = corrected<Readonly<Record<string, Definition>>>(definitions);
  const checker = new Checker({ $defs: all }, "2020-12");
  const methods = {
    server: {
      request: methodsOf("ServerRequest", all),
      notification: methodsOf("ServerNotification", all),
    },
    client: {
      request: methodsOf("ClientRequest", all),
      notification: methodsOf("ClientNotification", all),
    },
  };
  const checks = new Map<string, Check | undefined>();

  function definition(name: string, value: unknown): SchemaProblem | undefined {
    if (!checks.has(name)) {
      checks.set(name, Object.hasOwn(all, name) ? checker.compile(all[name]) : undefined);
    }
    const run: Run = { path: [], problems: [], limit: 1, steps: Number.MAX_SAFE_INTEGER };
    checks.get(name)?.(value, run);
    return run.problems[0];
  }

  return {
    revision,
    definition,
    knows: (sender, kind, method) => methods[sender][kind].has(method),
    message(sender, message) {
      const kind = Object.hasOwn(message, "id") ? "request" : "notification";
      const name = methods[sender][kind].get(String(message["method"]));
      return name === undefined ? undefined : definition(name, message);
    },
    result(method, result) {
      const request =
        methods.client.request.get(method) ?? methods.server.request.get(method) ?? "Request";
      const name = plainResults.has(request)
        ? "EmptyResult"
        : request.replace(/Request$/u, "Result");
      return definition(Object.hasOwn(all, name) ? name : "Result", result);
    },
  };
}

interface Definition {
  readonly anyOf?: readonly { readonly $ref: string }[];
  readonly properties?: { readonly method?: { readonly const?: string } };
}

/** Method → definition of the messages that a union names. */
function methodsOf(
  union: string,
  all: Readonly<Record<string, Definition>>,
): ReadonlyMap<string, string> {
  const methods = new Map<string, string>();
  for (const { $ref } of (Object.hasOwn(all, union) ? all[union]?.anyOf : undefined) ?? []) {
    const name = $ref.slice("#/$defs/".length);
    const method = all[name]?.properties?.method?.const;
    if (method !== undefined) {
      methods.set(method, name);
    }
  }
  return methods;
}

/** The revision as one whose schema is known; undefined for every other text. */
export function specRevisionOf(revision: string): SpecRevision | undefined {
  return specRevisions.find((known) => known === revision);
}
