// Puts the templates' base image on the engine; the argument is a folder for downloads. Run by setup.mjs with Node.js 24.
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

/** The hub's image when it is there or can be pulled, else the local one of the present recipe; says which. */
async function provide(engine) {
  const quiet = () => undefined;
  const options = { engine, cacheFolder, onProgress: quiet };
  if ((await engine.inspectImage(localBaseImage)) && !(await engine.inspectImage(hubBaseImage))) {
    const { built } = await ensureLocalBaseImage(options);
    return built ? `built ${localBaseImage} anew` : `${localBaseImage} is current`;
  }
  const wasThere = (await engine.inspectImage(hubBaseImage)) !== undefined;
  const base = await provideBase(hubBaseImage, options);
  const did = base.reference === localBaseImage ? "built" : "pulled";
  return wasThere ? `${base.reference} is there` : `${did} ${base.reference}`;
}
