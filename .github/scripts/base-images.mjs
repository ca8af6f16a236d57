// Puts the base images of the templates that the tests use on the engine; the argument is a folder for downloads.
// Run by setup.mjs with Node.js 24.
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pack } from "tar-fs";
import { systemClock } from "../../src/clock/index.ts";
import { connectEngine } from "../../src/engine/index.ts";
import { asFault } from "../../src/fault/index.ts";
import {
  ensureStandIn,
  hubBaseImage,
  localBaseImage,
  provideBase,
  standInFor,
} from "../../src/registry/index.ts";

/** The others are made on first use. */
const wantedFirst = [hubBaseImage, "debian:trixie-slim", "python:3.13-slim-trixie"];

const cacheFolder = process.argv[2] ?? "";
try {
  const engine = await connectEngine({ environment: process.env, clock: systemClock });
  const done = await provide(engine);
  console.log(done.length > 0 ? done.join(", ") : "all are current");
  engine.close();
} catch (thrown) {
  const fault = asFault(thrown);
  console.error(`${fault.message}\n${fault.hint}`);
  process.exit(fault.exitCode);
}

/**
 * The hub's images where a registry answers, else stand-ins; and everywhere the local node image, which the tests use.
 *
 * Without another one than Node's, the tests that need it are skipped; why it is not there is said.
 */
async function provide(engine) {
  const done = [];
  // Once a registry did not answer, it is not asked again.
  let registryAnswers = true;
  for (const wanted of wantedFirst) {
    const before = await idsOf(engine, wanted);
    const pull = registryAnswers ? "missing" : "never";
    const options = { engine, cacheFolder, clock: systemClock, pull, onProgress: () => undefined };
    try {
      const { reference, id } = await provideBase(wanted, options);
      if (!before.includes(id)) {
        done.push(`${reference === wanted ? "pulled" : "built"} ${reference}`);
      }
      registryAnswers &&= reference === wanted || before.includes(id);
    } catch (thrown) {
      if (wanted === hubBaseImage) {
        throw thrown;
      }
      const fault = asFault(thrown);
      done.push(`no ${wanted} (${fault.message} ${fault.hint})`);
    }
  }
  return [...done, ...(await provideLocalNode(engine))];
}

async function idsOf(engine, wanted) {
  const references = [wanted, standInFor(wanted).reference];
  const images = await Promise.all(references.map((each) => engine.inspectImage(each)));
  return images.map((image) => image?.id);
}

async function provideLocalNode(engine) {
  const options = { engine, cacheFolder, onProgress: () => undefined };
  try {
    const { built } = await ensureStandIn(standInFor(hubBaseImage), options);
    return built ? [`built ${localBaseImage}`] : [];
  } catch (thrown) {
    // A machine without Debian's packages, or of another kind than the engine's: the hub's image under our name.
    if ((await engine.inspectImage(hubBaseImage)) === undefined) {
      throw thrown;
    }
    if ((await engine.inspectImage(localBaseImage)) === undefined) {
      await renameHubImage(engine);
      return [`made ${localBaseImage} of ${hubBaseImage}`];
    }
    return [];
  }
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
