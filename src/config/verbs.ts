import { z } from "zod";
import { listKinds, plainServerVerbs } from "./action.ts";
import { base64, json } from "./fields.ts";
import { conditions } from "./judged.ts";

const method = z.string().min(1).max(200);
const uri = z.string().min(1);
/** `ping:` and `ping: true` are the same. */
const bare = z.union([z.literal(true), z.null()]);

const logLevels = [
  "debug",
  "info",
  "notice",
  "warning",
  "error",
  "critical",
  "alert",
  "emergency",
] as const;

const complete = z
  .strictObject({
    prompt: z.string().min(1).optional().describe("Name of the prompt."),
    resource: uri.optional().describe("URI template of the resource; instead of prompt."),
    argument: z.string().min(1).describe("The argument to complete."),
    value: z.string().describe("What is typed so far."),
    context: z
      .record(z.string(), z.string())
      .optional()
      .describe("Arguments that are settled already."),
  })
  .refine(
    ({ prompt, resource }) => (prompt === undefined) !== (resource === undefined),
    "needs exactly one of prompt and resource",
  )
  .describe("What is completed.");

const list = z.union([
  z.enum(listKinds),
  z.strictObject({
    kind: z.enum(listKinds).describe("What is listed."),
    pages: z.enum(["all", "one"]).default("all").describe("All pages as one list, or one page."),
    cursor: z.string().optional().describe("Where to begin: nextCursor of an earlier page."),
  }),
]);

const raw = z.union([
  z.string(),
  z
    .strictObject({
      text: z.string().optional().describe("The text to send."),
      base64: base64.optional().describe("The bytes to send, in base64; instead of text."),
      newline: z.boolean().default(true).describe("Whether a line break is added."),
      answer: z
        .union([z.int(), z.string(), z.null()])
        .optional()
        .describe(
          "Id of the answer to wait for, null for an error without id; default is not to wait.",
        ),
    })
    .refine(
      ({ text, base64 }) => (text === undefined) !== (base64 === undefined),
      "needs exactly one of text and base64",
    ),
]);

const waitFor = z.union([
  method,
  z.strictObject({
    method: method.describe("Method of the notification or of the server's request."),
    where: conditions.default({}).describe("JSONPath into its params → what must hold."),
  }),
]);

const mcpVerbs = {
  call: z.string().min(1).describe("Calls the tool of this name, with the arguments in with."),
  read: uri.describe("Reads the resource of this URI."),
  prompt: z.string().min(1).describe("Gets the prompt of this name, with the arguments in with."),
  complete: complete.describe("Asks for completions of an argument."),
  list: list.describe("Lists all pages of a kind, or one page."),
  ping: bare.describe("Sends a ping (legacy) or server/discover (modern)."),
  subscribe: uri.describe("Subscribes to changes of this resource."),
  unsubscribe: uri.describe("Ends the subscription to this resource."),
  listen: z
    .record(z.string(), json)
    .describe("Opens subscriptions/listen (modern) with this filter; ends with unlisten.")
    .meta({ examples: [{ toolsListChanged: true }] }),
  unlisten: bare.describe("Ends subscriptions/listen."),
  set_log_level: z.enum(logLevels).describe("Sets the least level of log messages."),
  request: method.describe("Sends a request of any method, with the params in with."),
  notify: method.describe("Sends a notification of any method, with the params in with."),
  send_raw: raw.describe("Sends text or bytes as they are, for negative tests."),
  wait_for: waitFor.describe(
    "Waits for a notification or a request of the server; one that came since the step before counts.",
  ),
} as const;

const serverAbouts: Readonly<Record<(typeof plainServerVerbs)[number], string>> = {
  stop: "Stops the server by its stop ladder.",
  start: "Starts the server that was stopped.",
  restart: "Stops and starts the server.",
  pause: "Freezes all processes of the container.",
  unpause: "Lets a paused container go on.",
  disconnect: "Takes the container off its network.",
  connect: "Puts the container back on its network.",
};

const serverVerbs = {
  // Object.fromEntries forgets the keys; they are those of the list.
  ...(Object.fromEntries(
    plainServerVerbs.map((verb) => [verb, bare.describe(serverAbouts[verb])]),
  ) as Record<(typeof plainServerVerbs)[number], typeof bare>),
  kill: z
    .union([
      z.string().regex(/^SIG[A-Z0-9+-]{2,12}$/, "is no signal; write for example SIGTERM"),
      bare,
    ])
    .describe("Sends the signal to the server's process; default is SIGKILL.")
    .meta({ examples: ["SIGTERM"] }),
  exec: z
    .union([
      z.string().min(1),
      z.array(z.string().regex(/^[^\0]*$/, "must not contain a NUL character")).min(1),
    ])
    .describe("Runs a command in the container; a text is given to /bin/sh -c.")
    .meta({ examples: [["ls", "/data"]] }),
  read_file: z
    .string()
    .regex(/^\/[^\0]*[^/\0]$/, "must be an absolute path of a file in the container")
    .describe(
      "Reads a plain file of the container, up to 8 MiB; its content is judged as that of a resource. Not from memory such as /tmp: use a volume.",
    )
    .meta({ examples: ["/data/result.json"] }),
} as const;

const verbShape = { ...mcpVerbs, ...serverVerbs };

/** The verbs as keys of a step, each optional. */
export const verbFields = z.object(verbShape).partial().shape;

export type VerbName = keyof typeof verbShape;

// Object.keys forgets the keys; they are those of the shape.
export const verbs = Object.keys(verbShape) as readonly VerbName[];
export const mcpVerbNames = Object.keys(mcpVerbs) as readonly VerbName[];
export const serverVerbNames = Object.keys(serverVerbs) as readonly VerbName[];
