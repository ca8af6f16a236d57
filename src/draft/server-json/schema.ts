import { z } from "zod";
import { Fault } from "../../fault/index.ts";

/** A value that whoever installs the server gives, or that is given for them. */
const input = z.looseObject({
  description: z.string().optional(),
  value: z.string().optional(),
  default: z.string().optional(),
  isRequired: z.boolean().default(false),
  isSecret: z.boolean().default(false),
  choices: z.array(z.string()).nullish(),
});

/** `{name}` in its value is filled in from `variables`. */
const filledInput = input.extend({ variables: z.record(z.string(), input).default({}) });

const namedInput = filledInput.extend({ name: z.string().min(1) });

const argument = z.discriminatedUnion("type", [
  filledInput.extend({ type: z.literal("positional"), valueHint: z.string().optional() }),
  namedInput.extend({ type: z.literal("named") }),
]);

const transport = z.discriminatedUnion("type", [
  z.looseObject({ type: z.literal("stdio") }),
  z.looseObject({
    type: z.literal(["streamable-http", "sse"]),
    url: z.string().min(1),
    headers: z.array(namedInput).default([]),
    variables: z.record(z.string(), input).default({}),
  }),
]);

const packaged = z.looseObject({
  registryType: z.string().min(1),
  registryBaseUrl: z.string().optional(),
  identifier: z.string().min(1),
  version: z.string().optional(),
  transport: transport.default({ type: "stdio" }),
  runtimeArguments: z.array(argument).default([]),
  packageArguments: z.array(argument).default([]),
  environmentVariables: z.array(namedInput).default([]),
});

/** The `server.json` of the official registry, as far as a server is started from it; what else stands in it is left alone. */
const serverJson = z.looseObject({
  name: z.string().min(1),
  description: z.string().default(""),
  version: z.string().default(""),
  packages: z.array(packaged).default([]),
  remotes: z.array(transport).default([]),
});

export type Input = z.output<typeof input>;
export type FilledInput = z.output<typeof filledInput>;
export type NamedInput = z.output<typeof namedInput>;
export type Argument = z.output<typeof argument>;
export type Packaged = z.output<typeof packaged>;
export type HttpTransport = Extract<z.output<typeof transport>, { readonly url: string }>;
export type ServerJson = z.output<typeof serverJson>;

/** Reads a `server.json`. Throws USAGE with every problem. */
export function readServerJson(text: string, file: string): ServerJson {
  const parsed = serverJson.safeParse(parse(text, file));
  if (parsed.success) {
    return parsed.data;
  }
  const isOld = /"(?:registry_type|registry_name|environment_variables|version_detail)"/.test(text);
  const problems = parsed.error.issues.map(
    ({ path, message }) => `  ${path.join(".") || "server.json"}: ${message}`,
  );
  throw new Fault("USAGE", [`${file} is no server.json of the registry:`, ...problems].join("\n"), {
    hint: isOld
      ? "It follows an older schema, with names such as registry_type; write it anew by that of 2025-12-11."
      : "Its schema is at https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json.",
  });
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ""));
  } catch (thrown) {
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    throw new Fault("USAGE", `${file} is no JSON: ${why}`, { cause: thrown });
  }
}
