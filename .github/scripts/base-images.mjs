// Puts the templates' base image on the engine; the argument is a folder for downloads. Run by setup.mjs with Node.js 24.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pack } from "tar-fs";
import { systemClock } from "../../src/clock/index.ts";
import { connectEngine } from "../../src/engine/index.ts";
import { asFault } from "../../src/fault/index.ts";
import {
  ensureLocalBaseImage,
  hubBaseImage,
  localBaseImage,
  provideBase,
} from "../../src/registry/index.ts";

const cacheFolder = process.argv[2] ?? "";
try {
  const engine = await connectEngine({ environment: process.env, clock: systemClock });
  console.log(await provide(engine));
  engine.close();
} catch (thrown) {
  const fault = asFault(thrown);
  console.error(`${fault.message}\n${fault.hint}`);
  process.exit(fault.exitCode);
}

/** The hub's image where a registry answers, and the local one, which the tests use, everywhere; says what was done. */
async function provide(engine) {
  const done = [];
  const options = { engine, cacheFolder, onProgress: () => undefined };
  const there = await Promise.all(
    [hubBaseImage, localBaseImage].map((each) => engine.inspectImage(each)),
  );
  if (there.every((image) => image === undefined)) {
    const base = await provideBase(hubBaseImage, options);
    done.push(`${base.reference === localBaseImage ? "built" : "pulled"} ${base.reference}`);
  }
  try {
    const { built } = await ensureLocalBaseImage(options);
    done.push(...(built ? [`built ${localBaseImage}`] : []));
  } catch (thrown) {
    // A machine without Debian's packages, or of another kind than the engine's: the hub's image under our name.
    if ((await engine.inspectImage(hubBaseImage)) === undefined) {
      throw thrown;
    }
    if ((await engine.inspectImage(localBaseImage)) === undefined) {
      await renameHubImage(engine);
      done.push(`made ${localBaseImage} of ${hubBaseImage}`);
    }
  }
  return done.length > 0 ? done.join(", ") : `${localBaseImage} is current`;
}

async function renameHubImage(engine) {
  const folder = mkdtempSync(join(tmpdir(), "docker-mcp-manager-"));
  try {
    writeFileSync(join(folder, "Dockerfile"), `FROM ${hubBaseImage}\n`);
    const options = {
      tag: localBaseImage,
      dockerfile: "Dockerfile",
      args: {},
      labels: {},
      network: "default",
    };
    await engine.buildImage(pack(folder), options, () => undefined);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
