import { describe, expect, test } from "vitest";
import { endpointVariable } from "../../src/config/index.ts";
import { linesOf, load, withSteps } from "./loading.ts";

const network = (lines: string) => linesOf(withSteps("- ping:", `image: a\nnetwork: { ${lines} }`));

describe("egress", () => {
  test("is a list of hosts with their ports", () => {
    const text = withSteps(
      "- ping:",
      'image: a\nnetwork: { egress: { allow: ["API.Example.com:443", "*.example.org", "192.0.2.7:8080", "[2001:DB8:0::7]:1"] } }',
    );
    expect(load(text).runFile.servers["a"]?.network).toEqual({
      egress: {
        allow: [
          { host: "api.example.com", port: 443 },
          { host: "*.example.org", port: null },
          { host: "192.0.2.7", port: 8080 },
          { host: "2001:db8::7", port: 1 },
        ],
      },
      endpoints: [],
    });
  });

  test.each([
    ["https://api.example.com", "without https://"],
    ["api.example.com/v1", "without a path"],
    ["*", "is no host"],
    ["api.*.com", "is no host"],
    ["999.1.2.3", "is no host"],
    ["10.0.0.0/8", "without a path"],
    ["2001:db8::7", "is no host"],
    ["[api.example.com]:1", "is no host"],
    ["a b", "is no host"],
    ["api.example.com:0", "has a port that is not from 1 to 65535"],
    ["api.example.com:99999", "has a port that is not from 1 to 65535"],
    ["", "is no host"],
  ])("%s is refused with what is wrong", (place, message) => {
    expect(network(`egress: { allow: [${JSON.stringify(place)}] }`)).toEqual([
      expect.stringContaining(message),
    ]);
  });

  test.each(["some", "{ allow: [] }", "[a]"])("%s is refused", (egress) => {
    expect(network(`egress: ${egress}`)).toEqual([
      expect.stringMatching(/servers\.a\.network\.egress/),
    ]);
  });
});

describe("endpoints", () => {
  const file = (servers: string) => `version: 1
servers:
${servers}
scenarios:
  - name: s
    server: a
    steps: [{ ping: true }]
`;
  const b = "  b: { image: x, transport: http, http: { port: 3000 } }";
  const a = (lines: string) => `  a: { image: x, network: { ${lines} } }\n${b}`;

  test("are servers of the same group that speak HTTP", () => {
    const { servers } = load(file(a("endpoints: [b]"))).runFile;
    expect(servers["a"]?.network.endpoints).toEqual(["b"]);
  });

  test.each([
    ["an unknown name", a("endpoints: [c]"), 'there is no server "c"'],
    ["itself", a("endpoints: [a]"), 'the server "a" is an endpoint of itself'],
    ["one twice", a("endpoints: [b, b]"), 'the endpoint "b" is listed twice'],
    [
      "one of another group",
      a("endpoints: [b], group: front"),
      'the server "b" is in the group "default", which is not reached from "front"',
    ],
    [
      "one over stdio",
      `${a("endpoints: [d]")}\n  d: { image: x }`,
      'the server "d" is spoken to over stdio: it has no address in a group',
    ],
    [
      "one that runs elsewhere",
      `${a("endpoints: [d]")}\n  d: { url: "https://example.com/mcp" }`,
      'the server "d" runs elsewhere: it has no address in a group',
    ],
    [
      "two with one variable",
      `${a("endpoints: [c-d, c_d]")}\n${b.replace("b:", "c-d:")}\n${b.replace("b:", "c_d:")}`,
      'the endpoints "c-d" and "c_d" would both be MCP_C_D_URL',
    ],
    [
      "one whose variable is taken",
      `  a: { image: x, env: { MCP_B_URL: y }, network: { endpoints: [b] } }\n${b}`,
      'MCP_B_URL, the address of "b", is also in the server\'s own environment',
    ],
  ])("%s is refused", (_, servers, message) => {
    expect(linesOf(file(servers))).toEqual([expect.stringContaining(message)]);
  });

  test.each([
    ["localhost", "in every container that name is the container itself"],
    ["10", "in an address that name means 0.0.0.10"],
    ["0x7f", "in an address that name means 0.0.0.127"],
    ["99999999999", "no address can have that name in it"],
  ])("a server cannot be called %s where others are to find it", (name, why) => {
    const named = file(`${a("endpoints: []")}\n${b.replace("b:", `"${name}":`)}`);
    expect(linesOf(named)).toEqual([
      expect.stringContaining(
        `the server "${name}" cannot be reached by the others of its group: ${why}`,
      ),
    ]);
  });

  test("are named in variables", () => {
    expect(endpointVariable("my-search")).toBe("MCP_MY_SEARCH_URL");
  });
});

describe("a published port", () => {
  const file = (...servers: readonly string[]) => `version: 1
servers:
${servers.map((lines, nth) => `  s${nth}: { image: x, transport: http, ${lines} }`).join("\n")}
scenarios: [{ name: s, server: s0, steps: [{ ping: true }] }]
`;

  test("is a number, or true for a free one", () => {
    const published = (value: string) =>
      load(file(`http: { port: 1, publish: ${value} }`)).runFile.servers["s0"]?.http?.publish;
    expect(["8080", "true", "false"].map(published)).toEqual([8080, true, false]);
    expect(load(file("http: { port: 1 }")).runFile.servers["s0"]?.http?.publish).toBe(false);
  });

  test.each(["0", "65536", "1.5", '"8080"', '"0.0.0.0:80"'])("is not %s", (value) => {
    expect(linesOf(file(`http: { port: 1, publish: ${value} }`))).toEqual([
      expect.stringContaining("servers.s0.http.publish"),
    ]);
  });

  test("is one server's, and one container's", () => {
    const http = "http: { port: 1, publish: 8080 }";
    expect(linesOf(file(http, http))).toEqual([
      expect.stringContaining('the servers "s0" and "s1" are both published at port 8080'),
    ]);
    expect(linesOf(file(`${http}, protocols: [legacy, modern]`))).toEqual([
      expect.stringContaining('the server "s0" runs 2 times'),
    ]);
    const all = load(file(http, http.replace("8080", "8081"), http.replace("8080", "true")));
    expect(Object.keys(all.runFile.servers)).toHaveLength(3);
  });
});

test("a group is named like a server", () => {
  expect(network("group: Back")).toEqual([expect.stringContaining("network.group")]);
  expect(network(`group: ${"a".repeat(21)}`)).toEqual([expect.stringContaining("20 characters")]);
});
