import { readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { templatesFolder } from "../registry/deps.ts";

const node = ["link-program.mjs", "list-packages.mjs", "hosts"];
const python = ["with_uv.py", "link_program.py", "list_packages.py", "hosts"];

// A template's folder is sent alone, so each has its own.
test.each([
  ["npm", "node-source", node],
  ["npm", "agent-mcp", node],
  ["pypi", "python-source", python],
])("the templates %s and %s have the same files in common: %j", (one, other, files) => {
  for (const file of files) {
    const [first, second] = [one, other].map((name) =>
      readFileSync(join(templatesFolder, name, file), "utf8"),
    );
    expect(first, file).toBe(second);
  }
});
