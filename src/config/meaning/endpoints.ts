import { rulesOf } from "../judged-tree.ts";
import type { Finding } from "../source.ts";
import { child, entriesOf, type Tree, textOf } from "../tree.ts";
import { quote } from "../wording.ts";
import { judgedFindings } from "./judged.ts";
import { type JsonPathProblem, pathFinding } from "./places.ts";

/** Keys that say how a container is made and run. */
const ofContainers: ReadonlySet<string> = new Set([
  "with",
  "command",
  "args",
  "env",
  "secrets",
  "volumes",
  "network",
  "limits",
  "stop",
  "idle",
  "pull",
  "platform",
  "http",
  "restart",
]);

/** Keys that only a server spoken to over HTTP has. */
const ofHttp: ReadonlySet<string> = new Set(["http", "headers", "bearer", "auth"]);

/** What does not go together where a server is reached. */
export function endpointFindings(name: string, server: Tree): readonly Finding[] {
  const transport = child(server, "transport");
  const isUrl = child(server, "url") !== undefined;
  const spoken = textOf(transport) ?? (isUrl ? "http" : "stdio");
  // A template may be for servers that run elsewhere.
  const hasTemplate = child(server, "template") !== undefined;
  const keys = entriesOf(server);
  const who = `the server ${quote(name)}`;
  if (isUrl && spoken === "stdio") {
    const { offset } = transport ?? server;
    return [{ offset, message: `${who} has a url, which is spoken to over http or sse` }];
  }
  const misplaced = keys.flatMap(([key, { keyOffset, value }]): readonly Finding[] => {
    const isOfContainer = ofContainers.has(key) || (key === "health" && textOf(value) === "image");
    if (isUrl && isOfContainer && !(key === "with" && hasTemplate)) {
      const message = `${key}: belongs to a container, but ${who} is a url and runs elsewhere`;
      return [{ offset: keyOffset, message }];
    }
    return spoken === "stdio" && ofHttp.has(key)
      ? [
          {
            offset: keyOffset,
            message: `${key}: goes with the transports http and sse, but ${who} is spoken to over stdio`,
          },
        ]
      : [];
  });
  const portless =
    !isUrl &&
    transport !== undefined &&
    ["http", "sse"].includes(spoken) &&
    child(server, "http") === undefined
      ? [
          {
            offset: transport.offset,
            message: `${who} is spoken to over ${spoken}; where it listens is missing`,
            hint: "Add http: { port: 3000 }.",
          },
        ]
      : [];
  return [
    ...misplaced,
    ...portless,
    ...readyFindings(who, child(server, "ready"), isUrl, spoken),
    ...both(server, "protocol", "protocols", "say which revision is spoken"),
    ...bothTokens(server),
  ];
}

/** What is waited for besides the first answer, and can never come. */
function readyFindings(
  who: string,
  ready: Tree | undefined,
  isUrl: boolean,
  spoken: string,
): readonly Finding[] {
  return entriesOf(ready).flatMap(([key, { keyOffset }]): readonly Finding[] => {
    if (isUrl && key !== "timeout") {
      const message = `ready.${key}: is looked for in a container, but ${who} is a url and runs elsewhere`;
      return [{ offset: keyOffset, message }];
    }
    const message = `ready.http: goes with the transports http and sse, but ${who} is spoken to over stdio`;
    return key === "http" && spoken === "stdio" ? [{ offset: keyOffset, message }] : [];
  });
}

/** JSONPaths and predicates of the scripted answers. */
export function clientFindings(
  client: Tree | undefined,
  jsonPathProblem: JsonPathProblem,
): readonly Finding[] {
  return rulesOf(client).flatMap((rule) =>
    entriesOf(child(rule, "when")).flatMap(([path, { keyOffset, value }]) => [
      ...pathFinding(path, keyOffset, jsonPathProblem),
      ...judgedFindings(value, { place: "a JSONPath", kind: "any", ordered: false }),
    ]),
  );
}

function both(server: Tree, one: string, other: string, why: string): readonly Finding[] {
  const second = entriesOf(server).filter(([key]) => key === one || key === other)[1];
  return second === undefined
    ? []
    : [
        {
          offset: second[1].keyOffset,
          message: `${one} and ${other} both ${why}; write one of them`,
        },
      ];
}

function bothTokens(server: Tree): readonly Finding[] {
  const credentials = child(child(server, "auth"), "client_credentials");
  return credentials !== undefined && child(server, "bearer") !== undefined
    ? [
        {
          offset: credentials.offset,
          message: "bearer and auth.client_credentials both give the token; write one of them",
        },
      ]
    : [];
}
