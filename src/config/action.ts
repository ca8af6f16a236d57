import type { Expectation } from "./predicate.ts";

/** A JSON object; `{{ … }}` in it is filled in when the step is done. */
export type JsonRecord = Readonly<Record<string, unknown>>;

export const listKinds = ["tools", "resources", "resource_templates", "prompts", "tasks"] as const;
export type ListKind = (typeof listKinds)[number];

/** Verbs that act on the server's container and not over MCP, and take no argument. */
export const plainServerVerbs = [
  "stop",
  "start",
  "restart",
  "pause",
  "unpause",
  "disconnect",
  "connect",
] as const;

/** What one step does. `target` is what reports show beside the verb. */
export type Action =
  | {
      readonly verb: "call";
      readonly target: string;
      readonly arguments: JsonRecord;
      /** Asks for a task; with `wait` its final result is the step's result, else the task just made. */
      readonly task?: { readonly ttlMs?: number; readonly wait: boolean };
    }
  /** `target` is a URI. */
  | { readonly verb: "read" | "subscribe" | "unsubscribe"; readonly target: string }
  | {
      readonly verb: "prompt";
      readonly target: string;
      readonly arguments: Readonly<Record<string, string>>;
    }
  | {
      readonly verb: "complete";
      /** Name of the argument. */
      readonly target: string;
      readonly ref:
        | { readonly type: "ref/prompt"; readonly name: string }
        | { readonly type: "ref/resource"; readonly uri: string };
      readonly value: string;
      readonly context?: Readonly<Record<string, string>>;
    }
  | {
      readonly verb: "list";
      readonly target: ListKind;
      readonly pages: "all" | "one";
      readonly cursor?: string;
    }
  | { readonly verb: "ping" | "unlisten"; readonly target: "" }
  /** `target` is the level. */
  | { readonly verb: "set_log_level"; readonly target: string }
  | { readonly verb: "listen"; readonly target: ""; readonly filter: JsonRecord }
  /** `target` is the method. */
  | { readonly verb: "request" | "notify"; readonly target: string; readonly params?: unknown }
  | {
      readonly verb: "send_raw";
      readonly target: "";
      /** Exactly one of the two. */
      readonly text?: string;
      readonly base64?: string;
      /** Adds a line break. */
      readonly newline: boolean;
      /** The id of the answer to wait for; null is an error without id. Left out: nothing is waited for. */
      readonly answer?: number | string | null;
    }
  | {
      readonly verb: "wait_for";
      /** Method of a notification or of a server's request. */
      readonly target: string;
      /** Places are JSONPath into its params. */
      readonly where: readonly Expectation[];
    }
  | { readonly verb: (typeof plainServerVerbs)[number]; readonly target: "" }
  /** `target` is the path. */
  | { readonly verb: "read_file"; readonly target: string }
  /** `target` is the signal. */
  | { readonly verb: "kill"; readonly target: string }
  | {
      readonly verb: "exec";
      /** The command joined by spaces. */
      readonly target: string;
      readonly command: readonly string[];
    };
