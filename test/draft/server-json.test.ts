import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { loadRunFile } from "../../src/config/index.ts";
import { runFileText, serverEntry, serverText } from "../../src/draft/index.ts";

const templates = ["dockerfile", "dotnet", "image", "npm", "pypi"];

function imported(document: unknown) {
  const cwd = mkdtempSync(join(tmpdir(), "server-json-"));
  onTestFinished(() => rmSync(cwd, { recursive: true }));
  const text = typeof document === "string" ? document : JSON.stringify(document);
  writeFileSync(join(cwd, "server.json"), text);
  return serverEntry("./server.json", { cwd, folder: cwd, templates });
}

/** The run file of an imported server, as text. */
function textOf(document: unknown): string {
  const { name, keys, remarks = [] } = imported(document);
  const scenarios = [{ name: "s", comments: [], steps: [{ comments: [], keys: { ping: null } }] }];
  return runFileText({ comments: remarks, servers: serverText(name, keys), scenarios });
}

/** The same, read with the variables. */
async function specOf(document: unknown, variables: Readonly<Record<string, string>> = {}) {
  const loaded = await loadRunFile({
    file: "mcp-manager.yml",
    text: textOf(document),
    variables,
    environment: {},
    workspace: tmpdir(),
  });
  return Object.values(loaded.runFile.servers)[0];
}

function withPackage(packaged: object, more: object = {}) {
  return {
    name: "io.github.owner/files-mcp-server",
    description: "Files",
    version: "1.2.3",
    packages: [{ transport: { type: "stdio" }, ...packaged }],
    ...more,
  };
}

const npm = { registryType: "npm", identifier: "@owner/files", version: "1.2.3" };

test.each([
  [npm, { template: "npm", with: { package: "@owner/files", version: "1.2.3" } }],
  [
    { registryType: "pypi", identifier: "files", version: "1.2.3" },
    { template: "pypi", with: { package: "files", version: "1.2.3" } },
  ],
  [
    { registryType: "nuget", identifier: "Files", version: "1.2.3" },
    { template: "dotnet", with: { package: "Files", version: "1.2.3" } },
  ],
  [{ registryType: "oci", identifier: "ghcr.io/o/files:1.2" }, { image: "ghcr.io/o/files:1.2" }],
  [
    { registryType: "oci", identifier: "localhost:5000/files", version: "1.2" },
    { image: "localhost:5000/files:1.2" },
  ],
])("a package %o is the server %o", (packaged, keys) => {
  expect(imported(withPackage(packaged))).toMatchObject({ name: "files", keys, external: false });
});

test("the first package that can be started is taken, and the others are named", () => {
  const mcpb = { registryType: "mcpb", identifier: "https://example.com/files.mcpb" };
  const document = {
    ...withPackage(mcpb),
    packages: [mcpb, npm],
    remotes: [{ type: "sse", url: "https://example.com/sse" }],
  };
  const { keys, remarks } = imported(document);
  expect(keys).toMatchObject({ template: "npm" });
  expect(remarks?.join("\n")).toContain(
    "not taken: mcpb https://example.com/files.mcpb; sse https://example.com/sse.",
  );
});

test("environment variables: a default stands, what is required is asked for, a secret goes by name", async () => {
  const environmentVariables = [
    { name: "LEVEL", default: "in$fo ${X}" },
    { name: "ROOT", isRequired: true, description: "Folder }{ to serve" },
    { name: "KEY", isRequired: true, isSecret: true },
    { name: "OTHER_KEY", isSecret: true, description: "another" },
    {
      name: "URL",
      value: "https://{host}/{user}",
      variables: { host: { default: "h" }, user: {} },
    },
  ];
  const document = withPackage({ ...npm, environmentVariables });
  expect(await specOf(document, { ROOT: "/data", USER: "me" })).toMatchObject({
    env: { LEVEL: "in$fo ${X}", ROOT: "/data", URL: "https://h/me" },
    secrets: ["KEY"],
  });
  expect(textOf(document)).toContain("# Optional, not set: OTHER_KEY (secret), another");
  await expect(specOf(document, { USER: "me" })).rejects.toMatchObject({
    problems: [{ message: expect.stringContaining("${ROOT} is needed: Folder to serve") }],
  });
});

test("arguments keep their order, each option and its value apart", async () => {
  const packageArguments = [
    { type: "named", name: "--root", value: "{root}", variables: { root: { isRequired: true } } },
    { type: "positional", valueHint: "mode", default: "fast" },
    { type: "named", name: "--token", isRequired: true, isSecret: true },
    { type: "named", name: "--more" },
  ];
  const document = withPackage({ ...npm, packageArguments });
  expect(await specOf(document, { ROOT: "/r" })).toMatchObject({ args: ["--root", "/r", "fast"] });
  const text = textOf(document);
  expect(text).toContain("# TODO --token is a secret, and everyone can read a command line");
  expect(text).toContain("# Optional, not set: --more");
});

test("A12 options of a container runtime are never taken, only named in a comment", async () => {
  const runtimeArguments = [
    { type: "named", name: "--privileged" },
    { type: "named", name: "-v", value: "/:/host\n  privileged: true" },
  ];
  const document = withPackage({ registryType: "oci", identifier: "o/files:1", runtimeArguments });
  const plain = withPackage({ registryType: "oci", identifier: "o/files:1" });
  expect(await specOf(document)).toEqual(await specOf(plain));
  expect(textOf(document)).toMatch(
    /^# Not taken: runtimeArguments, options of docker: --privileged -v \/:\/host +privileged: true$/m,
  );
});

test("the registry of a package is told, and that of an image is the beginning of its name", () => {
  const base = "https://own.example/v3/";
  const text = textOf(withPackage({ ...npm, registryBaseUrl: base }));
  expect(text).toContain(`# Its registry is ${base}; where the package manager asks another one`);
  const image = (identifier: string, registryBaseUrl?: string) =>
    imported(withPackage({ registryType: "oci", identifier, registryBaseUrl })).keys;
  expect(image("o/files:1", "https://own.example")).toEqual({ image: "own.example/o/files:1" });
  expect(image("other.example/o/files:1", base)).toEqual({ image: "other.example/o/files:1" });
  expect(image("o/files:1")).toEqual({ image: "o/files:1" });
});

test("A12 what a server.json says stays text: it adds no key and no line", async () => {
  const evil = 'x\n  evil: { image: "a" }\n# ${HOME} {{ a }}';
  const environmentVariables = [{ name: "A", default: evil }];
  const document = withPackage(
    { ...npm, environmentVariables, registryBaseUrl: evil },
    { description: evil },
  );
  const spec = await specOf(document);
  expect(spec).toMatchObject({ env: { A: evil } });
});

test("A12 a server.json cannot name variables of the environment by itself, not even in parts", async () => {
  const secret = { GITHUB_TOKEN: "never", host: "never", HOST: "h" };
  const values = ["${GITHUB_TOKEN}", "$${GITHUB_TOKEN}", "${host}", "$${host}$", "${{host}}"];
  const environmentVariables = values.map((value, index) => ({
    name: `A${index}`,
    value,
    variables: index < 3 ? {} : { host: { isRequired: true } },
  }));
  const spec = await specOf(withPackage({ ...npm, environmentVariables }), secret);
  expect(Object.values(spec?.env ?? {})).toEqual([
    "${GITHUB_TOKEN}",
    "$${GITHUB_TOKEN}",
    "${host}",
    "$$h$",
    "${h}",
  ]);
});

test.each([
  ["http://localhost:3001/mcp", { transport: "http", http: { port: 3001, path: "/mcp" } }],
  ["http://localhost:{port}/", { transport: "http", http: { port: 8080 } }],
  ["http://localhost:{PORT}/x", { transport: "http", http: { port: 9090, path: "/x" } }],
])("a package that listens at %s is the server %o", (url, keys) => {
  const document = withPackage({
    ...npm,
    transport: { type: "streamable-http", url },
    packageArguments: [{ type: "named", name: "--port", default: "8080" }],
    environmentVariables: [{ name: "PORT", default: "9090" }],
  });
  expect(imported(document).keys).toMatchObject(keys);
});

test("a port that cannot be told is left to do", () => {
  const transport = { type: "sse", url: "http://localhost:{where}/sse" };
  const { keys, remarks } = imported(withPackage({ ...npm, transport }));
  expect(keys).toMatchObject({ transport: "sse" });
  expect(keys).not.toHaveProperty("http");
  expect(remarks?.join("\n")).toContain("give --port");
});

test("a remote is a server that runs elsewhere, its bearer token a secret by name", async () => {
  const remotes = [
    {
      type: "streamable-http",
      url: "https://{tenant}.example.com/mcp",
      variables: { tenant: { isRequired: true } },
      headers: [
        {
          name: "Authorization",
          value: "Bearer {api_token}",
          variables: { api_token: { isSecret: true } },
        },
        { name: "X-Mode", value: "test" },
        { name: "X-Key", isRequired: true, isSecret: true },
      ],
    },
  ];
  const document = { name: "com.example/api", description: "", version: "1", remotes };
  expect(imported(document)).toMatchObject({ name: "api", external: true });
  expect(await specOf(document, { TENANT: "acme" })).toMatchObject({
    url: "https://acme.example.com/mcp",
    bearer: "API_TOKEN",
    headers: { "X-Mode": "test" },
  });
  expect(textOf(document)).toContain("# TODO the header X-Key is a secret");
});

test.each([
  ["{", /no JSON/],
  ["[]", /server\.json: /],
  [{ name: "a/b", packages: [{ registryType: "npm" }] }, /packages\.0\.identifier: /],
  [{ name: "a/b" }, /nothing that can be started here: no package and no remote/],
  [
    withPackage({ registryType: "mcpb", identifier: "https://example.com/a.mcpb" }),
    /nothing that can be started here: mcpb https:\/\/example\.com\/a\.mcpb/,
  ],
])("%o is refused", (document, reason) => {
  expect(() => imported(document)).toThrow(reason);
});

test("a server.json of an older schema is named as such", () => {
  const old = { name: "a/b", packages: [{ registry_type: "npm", identifier: "x" }] };
  expect(() => imported(old)).toThrow(
    expect.objectContaining({ hint: expect.stringContaining("an older schema") }),
  );
});
