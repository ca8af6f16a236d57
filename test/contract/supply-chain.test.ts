import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("../../", import.meta.url));
const read = (path: string) => readFileSync(`${root}${path}`, "utf8");

interface Locked {
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly link?: boolean;
}

type Lock = Readonly<Record<string, Locked>>;
type Names = Readonly<Record<string, string>>;

/** The stand-in for a package that we do not want; our own folder. */
const ownFolder = /(?:^|\/)src\/engine\/ssh2$/;

/** Packages that may be something else at the next install, or come from elsewhere than the most. */
function looseIn(lock: Lock): readonly string[] {
  const origins = Object.values(lock).flatMap(({ resolved }) => originOf(resolved) ?? []);
  const byCount = Map.groupBy(origins, (origin) => origin);
  const [usual] = [...byCount].toSorted(([, a], [, b]) => b.length - a.length)[0] ?? [];
  return Object.entries(lock).flatMap(([path, { version, resolved, integrity, link }]) => {
    const isOurs = path === "" || link === true || ownFolder.test(path);
    const isFixed =
      version !== undefined &&
      integrity?.startsWith("sha512-") === true &&
      (resolved === undefined || (originOf(resolved) ?? "none") === usual);
    return isOurs || isFixed ? [] : [path];
  });
}

/** Of an archive behind TLS. */
function originOf(resolved: string | undefined): string | undefined {
  const url = URL.parse(resolved ?? "");
  return url?.protocol === "https:" ? url.origin : undefined;
}

function movingIn(names: Names): readonly string[] {
  return Object.entries(names).flatMap(([name, version]) =>
    /^\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(version) || version === "file:./src/engine/ssh2"
      ? []
      : [`${name}@${version}`],
  );
}

// Our own files, whose shape npm keeps.
const lock = JSON.parse(read("package-lock.json")) as { readonly packages: Lock };
const manifest = JSON.parse(read("package.json")) as Readonly<Record<string, Names>>;

test("A54 every package that is installed is fixed by its hash, and all come from one registry", () => {
  expect(looseIn(lock.packages)).toEqual([]);
});

test("A54 every package is asked for by an exact version, and none runs a program when it is installed", () => {
  const lists = ["dependencies", "optionalDependencies", "devDependencies", "overrides"];
  expect(lists.flatMap((list) => movingIn(manifest[list] ?? {}))).toEqual([]);
  expect(read(".npmrc")).toMatch(/^ignore-scripts=true$/m);
  expect(
    Object.keys(manifest["scripts"] ?? {}).filter((name) => /install|prepare/.test(name)),
  ).toEqual([]);
});

describe("A54 these are seen:", () => {
  test("a package without a hash, with a weak one, or from elsewhere", () => {
    const integrity = "sha512-x";
    expect(
      looseIn({
        "": {},
        "node_modules/good": { version: "1.0.0", integrity },
        "node_modules/also": { version: "1.0.0", integrity, resolved: "https://one.example/a.tgz" },
        "node_modules/more": { version: "1.0.0", integrity, resolved: "https://one.example/b.tgz" },
        "node_modules/none": { version: "1.0.0" },
        "node_modules/weak": { version: "1.0.0", integrity: "sha1-x" },
        "node_modules/git": { version: "1.0.0", integrity, resolved: "git+ssh://git@x/y.git#1" },
        "node_modules/elsewhere": {
          version: "1.0.0",
          integrity,
          resolved: "https://evil.example/x.tgz",
        },
      }),
    ).toEqual(["none", "weak", "git", "elsewhere"].map((name) => `node_modules/${name}`));
  });

  test("ranges, tags and addresses", () => {
    expect(
      movingIn({ a: "1.2.3", b: "^1.2.3", c: "latest", d: "github:x/y", e: "1.0.0-rc.1" }),
    ).toEqual(["b@^1.2.3", "c@latest", "d@github:x/y"]);
  });
});
