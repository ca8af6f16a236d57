import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { Fault } from "../fault/index.ts";

export interface Product {
  readonly version: string;
  /** Folder of the built-in templates. */
  readonly templates: string;
  /** The manager's bundle, which is the reaper's too. */
  readonly managerEntry: string;
  /** The bundle of the process that speaks to the cache service, which is main's. */
  readonly cacheEntry: string;
}

/** Finds what lies beside the code that runs: the nearest folder above `moduleUrl` with an action.yml. */
export function productAround(moduleUrl: string): Product {
  let folder = dirname(fileURLToPath(moduleUrl));
  while (!existsSync(join(folder, "action.yml"))) {
    const above = dirname(folder);
    if (above === folder) {
      throw new Fault(
        "INTERNAL",
        `No action.yml above ${fileURLToPath(moduleUrl)}: the product is incomplete.`,
      );
    }
    folder = above;
  }
  // Our own file, under version control beside this code.
  const { version } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
    version: string;
  };
  return {
    version,
    templates: join(folder, "templates"),
    managerEntry: join(folder, "dist", "manager", "index.js"),
    cacheEntry: join(folder, "dist", "main", "index.js"),
  };
}
