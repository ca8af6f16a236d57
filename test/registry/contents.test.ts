import { randomBytes } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { server } from "../../src/config/server.ts";
import { packFolder } from "../../src/engine/index.ts";
import { resolveImage } from "../../src/registry/index.ts";
import { registryDeps, scratch } from "./deps.ts";

const status = (name: string) => `Package: ${name}\nVersion: 1\n`;

test("packages of an image that no template of ours made: what its own package managers left in it", async () => {
  const workspace = await scratch();
  const deps = await registryDeps(workspace);
  const files = {
    "var/lib/dpkg/status.d/base": status("base-files"),
    "var/lib/dpkg/status.d/tzdata": status("tzdata"),
    "lib/apk/db/installed": "P:musl\nV:1.2.5\n",
    "app/node_modules/.package-lock.json": JSON.stringify({
      packages: { "node_modules/x": { version: "1.0.0", license: "MIT" } },
    }),
  };
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(workspace, path)), { recursive: true });
    await writeFile(join(workspace, path), text);
  }
  const image = `test-${randomBytes(8).toString("hex")}:1`;
  await deps.engine.importImage(await packFolder(workspace), image, ["WORKDIR /app"]);
  onTestFinished(() => deps.engine.removeImage(image));
  const cacheFolder = await scratch();
  const found = await resolveImage(server.parse({ image }), { ...deps, cacheFolder });
  expect(found.provenance).toMatchObject({
    packages: [{ type: "npm", name: "x", version: "1.0.0", licence: "MIT" }],
    system: [
      { type: "deb", name: "base-files", version: "1" },
      { type: "deb", name: "tzdata", version: "1" },
      { type: "apk", name: "musl", version: "1.2.5" },
    ],
    // Whether one of them is the server, nobody says.
    version: null,
  });
});
