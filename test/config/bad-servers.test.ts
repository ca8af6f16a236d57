import { describe, expect, test } from "vitest";
import { mentionedNames } from "../../src/config/index.ts";
import { linesOf, load, withSteps } from "./loading.ts";

const lines = (server: string) => linesOf(withSteps("- ping:", server));

describe("a server with a url", () => {
  test.each([
    "command: [a]",
    "args: [a]",
    "env: { A: b }",
    "secrets: [A]",
    "volumes: []",
    "network: {}",
    "limits: {}",
    "stop: {}",
    "idle: {}",
    "http: { port: 1 }",
    "with: { a: b }",
  ])("has no %s", (key) => {
    const name = key.split(":")[0];
    expect(lines(`url: https://example.com/mcp\n${key}`)).toContain(
      `5:5 ${name}: belongs to a container, but the server "a" is a url and runs elsewhere`,
    );
  });

  test.each(["template: npm", "image: a", "build: ."])("is not also %s", (kind) => {
    expect(lines(`url: https://example.com/mcp\n${kind}`)).toEqual([
      expect.stringContaining("exactly one of template, image, build, url says what runs"),
    ]);
  });

  test.each([
    ["example.com/mcp", "is not a URL that begins with http:// or https://"],
    ["ftp://example.com", "is not a URL that begins with"],
    ["https://me:secret@example.com", "has a user name or password in it"],
    ["https://example.com/#a", "has a fragment"],
  ])("must have an address: %s", (url, message) => {
    const [line] = lines(`url: ${url}`);
    expect(line).toContain(message);
  });

  test("is not spoken to over stdio", () => {
    expect(lines("url: https://example.com/mcp\ntransport: stdio")).toEqual([
      '5:16 the server "a" has a url, which is spoken to over http or sse',
    ]);
  });
});

describe("HTTP", () => {
  test.each(["headers: { A: b }", "bearer: A", "auth: { protected: true }", "http: { port: 1 }"])(
    "%s does not go with stdio",
    (key) => {
      expect(lines(`image: a\n${key}`)).toEqual([
        expect.stringContaining("goes with the transports http and sse"),
      ]);
    },
  );

  test("needs to know where a container listens", () => {
    expect(lines("image: a\ntransport: sse")).toEqual([
      '5:16 the server "a" is spoken to over sse; where it listens is missing',
    ]);
  });

  test.each(["Host", "content-length", "a b", "", "é"])("the header %j is refused", (header) => {
    expect(lines(`url: https://a.example\nheaders: { ${JSON.stringify(header)}: x }`)).toHaveLength(
      1,
    );
  });

  test.each(["a\\nb", "a\\0b", "🙂"])("the header's value %j is refused", (value) => {
    expect(lines(`url: https://a.example\nheaders: { A: "${value}" }`)).toEqual([
      expect.stringContaining("has a character that no HTTP header may hold"),
    ]);
  });

  test("a token comes from one place", () => {
    const credentials = "auth: { client_credentials: { client_id: a, client_secret: B } }";
    expect(lines(`url: https://a.example\nbearer: A\n${credentials}`)).toEqual([
      expect.stringContaining("both give the token"),
    ]);
  });

  test("secrets by name are known and must be set", async () => {
    const server = `url: https://a.example\nbearer: A`;
    const credentials =
      "url: https://a.example\nauth: { client_credentials: { client_id: a, client_secret: B } }";
    expect((await mentionedNames(withSteps("- ping:", server))).secrets).toEqual(["A"]);
    expect((await mentionedNames(withSteps("- ping:", credentials))).secrets).toEqual(["B"]);
    expect(linesOf(withSteps("- ping:", server), { secrets: {} })).toEqual([
      '5:13 the secret "A" is not set',
    ]);
    expect(load(withSteps("- ping:", server), { secrets: { A: "x" } }).scenarios).toHaveLength(1);
  });
});

describe("revisions", () => {
  test("are one or several", () => {
    expect(lines("image: a\nprotocol: auto\nprotocols: [legacy]")).toEqual([
      "6:5 protocol and protocols both say which revision is spoken; write one of them",
    ]);
    expect(lines("image: a\nprotocols: [legacy, legacy]")).toEqual([
      expect.stringContaining("needs each revision only once"),
    ]);
    expect(lines("image: a\nprotocols: []")).toHaveLength(1);
  });
});

test("paths and predicates of scripted answers are checked", () => {
  const found = lines(
    'image: a\nclient: { sampling: { when: { "$.a[": 1, "$.b": { sequence: [x] } }, text: x } }',
  );
  expect(found).toEqual([
    expect.stringContaining('"$.a[" is no JSONPath'),
    expect.stringContaining("a JSONPath has no order"),
  ]);
});
