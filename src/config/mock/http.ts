import { z } from "zod";
import { base64, headers, json, noNul, text } from "../fields.ts";
import { duration } from "../units.ts";

const method = z
  .string()
  .regex(/^[A-Z]{1,20}$/, "is no method of HTTP; write for example GET")
  .optional()
  .describe("Method; default is any.");

const path = z
  .string()
  .max(2_000)
  .regex(/^\/[^\s?#]*$/, "is no path: it must begin with / and hold no spaces, ? or #")
  .describe(
    "Path: {name} stands for one part of it, and * at its end for all that follows. What comes after a ? belongs in query.",
  );

/** What a request must be like; what is left out may be anything. */
interface WantedRequest {
  readonly method?: string | undefined;
  readonly path: string;
  readonly query?: Readonly<Record<string, string>> | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  readonly body?: unknown;
}

/** `GET /v1/users`, or a map with more of it. */
const request = z.union([
  z
    .string()
    .regex(
      /^(?:[A-Z]{1,20} )?\/[^\s?#]*$/,
      "is no request; write for example GET /v1/users/{id}, and the rest as a map",
    )
    .transform((written): WantedRequest => {
      const [first = "", second] = written.split(" ");
      return second === undefined ? { path: first } : { method: first, path: second };
    }),
  z.strictObject({
    method,
    path,
    query: z
      .record(z.string(), text)
      .optional()
      .describe("Parameters it must have; * stands for any characters.")
      .meta({ examples: [{ page: 2 }] }),
    headers: z
      .record(z.string(), text)
      .optional()
      .describe("Headers it must have; * stands for any characters.")
      .meta({ examples: [{ authorization: "Bearer *" }] }),
    body: json
      .optional()
      .describe("What its JSON body must contain, or the text that it must be equal to."),
  }),
]) satisfies z.ZodType<WantedRequest>;

const answer = z
  .strictObject({
    status: z.int().min(200).max(599).default(200).describe("Status."),
    headers: headers.default({}).describe("Headers."),
    json: json.optional().describe("The body, as JSON."),
    text: noNul.optional().describe("The body, as text."),
    base64: base64.optional().describe("The body, as base64."),
    delay: duration(0, 600_000).prefault("0s").describe("Time until it is given."),
  })
  .refine(
    (given) =>
      [given.json, given.text, given.base64].filter((body) => body !== undefined).length <= 1,
    "needs at most one of json, text and base64",
  );

export const mockRule = z.strictObject({
  request: request
    .describe("The request it answers: method and path, or a map.")
    .meta({ examples: ["GET /v1/users/{id}"] }),
  answer: answer.prefault({}).describe("What is answered; default is an empty 200."),
  times: z
    .int()
    .min(1)
    .max(100_000)
    .optional()
    .describe("Used at most so often, then the next one that fits; default is always."),
});

export type MockRule = Omit<z.output<typeof mockRule>, "request"> & {
  readonly request: WantedRequest;
};

const defaultPort = 8080;

export const mockHttp = z
  .strictObject({
    port: z.int().min(1).max(65_535).default(defaultPort).describe("Port it listens on."),
    answers: z
      .array(mockRule)
      .max(5_000)
      .default([])
      .describe("The first that fits a request answers it."),
    files: z
      .array(z.string().min(1))
      .max(100)
      .default([])
      .describe(
        "Files with more answers, in the workspace: YAML or JSON lists of them, or recordings of a browser (.har).",
      )
      .meta({ examples: [["./api.yml", "./upstream.har"]] }),
    upstream: z
      .string()
      .regex(
        /^https?:\/\/[^\s/?#@]+$/,
        "is no address of a host; write for example https://api.example.com",
      )
      .optional()
      .describe(
        "The API it stands in for: what nothing fits is asked there, and kept in `recorded`. Never in CI.",
      )
      .meta({ examples: ["https://api.example.com"] }),
    recorded: z
      .string()
      .regex(/\.ya?ml$/, "is no YAML file: its name must end in .yml")
      .optional()
      .describe(
        "File of the answers that were recorded, in the workspace; used like `files`, after them. Delete it to record anew.",
      )
      .meta({ examples: ["./api.recorded.yml"] }),
    unmatched: z
      .union([z.literal(404), z.literal(501)])
      .default(404)
      .describe("Status for what nothing fits; it is a finding, too."),
  })
  .refine(
    ({ upstream, recorded }) => upstream === undefined || recorded !== undefined,
    "needs recorded, the file that answers of upstream are kept in",
  )
  .describe("A stand-in of an HTTP API: answers what is declared, and shows what it was asked.");

export type MockSpec = z.output<typeof mockHttp>;
