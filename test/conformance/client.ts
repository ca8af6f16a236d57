// A client made of our own session, for the official conformance suite: it does at the given address what every scenario
// needs. Usage: client.ts URL, with the suite's variables in the environment.
import { systemClock } from "../../src/clock/index.ts";
import { asFault } from "../../src/fault/index.ts";
import {
  type AuthProvider,
  type ClientSide,
  clientCredentialsAuth,
  connect,
  httpWire,
  type Protocol,
  revisions,
  type Session,
} from "../../src/mcp/index.ts";

const url = process.argv[2] ?? "";
const asked = process.env["MCP_CONFORMANCE_PROTOCOL_VERSION"];
const protocol: Protocol = revisions.find((revision) => revision === asked) ?? "2025-11-25";
// The suite's own word to us, one JSON object.
const context = JSON.parse(process.env["MCP_CONFORMANCE_CONTEXT"] ?? "{}") as {
  readonly client_id?: string;
  readonly client_secret?: string;
  readonly toolCalls?: readonly { readonly name: string; readonly arguments: object }[];
};
// The suite starts all its clients at once.
const timeoutMs = 30_000;

interface Schema {
  readonly type?: string;
  readonly default?: unknown;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
}

/** A value of a schema, its defaults first. */
function valueOf(schema: Schema): unknown {
  if (schema.default !== undefined) {
    return schema.default;
  }
  switch (schema.type ?? "string") {
    case "object":
      return Object.fromEntries(
        Object.entries(schema.properties ?? {}).map(([key, inner]) => [key, valueOf(inner)]),
      );
    case "number":
    case "integer":
      return 2;
    case "boolean":
      return true;
    case "array":
      return [];
    default:
      return "text";
  }
}

/** A user who accepts what is proposed. */
const client: ClientSide = {
  capabilities: { roots: {}, sampling: {}, elicitation: { form: {} } },
  answer: async (method, params) => {
    if (method === "elicitation/create") {
      // What the suite asks for is a schema of primitives.
      const { requestedSchema } = params as { requestedSchema: Schema };
      const content = valueOf({ ...requestedSchema, type: "object" }) as Record<string, unknown>;
      return { kind: "result", result: { action: "accept", content } };
    }
    return method === "roots/list" ? { kind: "result", result: { roots: [] } } : undefined;
  },
};

/** With a client id and a secret, as the author of a run file would declare them: together with who issues tokens. */
async function authOf(): Promise<AuthProvider | undefined> {
  const { client_id: clientId, client_secret: clientSecret } = context;
  if (clientId === undefined || clientSecret === undefined) {
    return undefined;
  }
  const metadata = await fetch(new URL("/.well-known/oauth-protected-resource/mcp", url));
  // RFC 9728, of the suite's own server.
  const { authorization_servers: issuers = [] } = (await metadata.json()) as {
    authorization_servers?: readonly string[];
  };
  const [issuer] = issuers;
  const credentials = { clientId, clientSecret, ...(issuer === undefined ? {} : { issuer }) };
  return clientCredentialsAuth(url, credentials, systemClock);
}

try {
  const auth = await authOf();
  const session = await connect(
    httpWire({ url, headers: {}, ...(auth === undefined ? {} : { auth }) }),
    {
      server: "conformance",
      protocol,
      readyTimeoutMs: timeoutMs,
      maxMessageBytes: 16 * 2 ** 20,
      clientInfo: { name: "docker-mcp-manager", version: "0" },
      client,
      explainEnd: () => Promise.resolve("ended"),
      tap: {
        message: (direction, text) => process.stderr.write(`${direction} ${text}\n`),
        stray: () => undefined,
        finding: ({ code, message }) => process.stderr.write(`finding ${code}: ${message}\n`),
      },
    },
    systemClock,
  );
  try {
    await play(session);
  } finally {
    await session.close();
  }
} catch (thrown) {
  process.stderr.write(`${asFault(thrown).code}: ${asFault(thrown).message}\n`);
  process.exitCode = 1;
}

async function play(session: Session): Promise<void> {
  await listAndCall(session);
  for (const [kind, key, method, member] of [
    ["resources", "resources", "resources/read", "uri"],
    ["prompts", "prompts", "prompts/get", "name"],
  ] as const) {
    if (kind in session.capabilities) {
      const listed = await session.list(kind, { timeoutMs });
      for (const item of itemsOf(listed, key)) {
        await session.request(method, { [member]: item[member] }, { timeoutMs });
      }
    }
  }
}

async function listAndCall(session: Session): Promise<void> {
  const tools = itemsOf(await session.list("tools", { timeoutMs }), "tools");
  const rich = tools[0]?.["inputSchema"];
  const made = tools.map(({ name, inputSchema }) => ({
    name: String(name),
    // The tool of one scenario takes back what was listed of another tool.
    arguments: {
      // A tool's input schema, as the specification has it.
      ...(valueOf({ ...(inputSchema as Schema), type: "object" }) as object),
      ...(name === "json_schema_echo" ? { schema: rich } : {}),
    },
  }));
  for (const call of context.toolCalls ?? made) {
    try {
      await session.request("tools/call", { ...call }, { timeoutMs });
    } catch (thrown) {
      // A tool that must not be called is refused before it is sent; the others are called all the same.
      process.stderr.write(`${call.name}: ${asFault(thrown).message}\n`);
    }
  }
}

/** What a list holds. The suite's servers list objects. */
function itemsOf(reply: object, key: string): readonly Readonly<Record<string, unknown>>[] {
  const { result } = reply as {
    result?: Record<string, readonly Readonly<Record<string, unknown>>[]>;
  };
  return result?.[key] ?? [];
}
