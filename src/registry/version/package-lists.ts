import type { Question } from "./ask.ts";
import type { IndexKind } from "./clients.ts";
import { newestNatural, newestPython, newestSemantic } from "./order.ts";

/** How a kind of package is looked up: what to ask, and what of the answer is its versions. */
export interface PackageList {
  /** What to ask an index, one after the other while it says that there is no such package. */
  readonly questions: (name: string, index: string) => readonly Question[];
  /** Versions, newest first. Throws when the answer is not what the index promises. */
  readonly read: (text: string, name: string) => readonly string[] | Promise<readonly string[]>;
  /** Words that stand for a version. */
  readonly tags?: (text: string) => Readonly<Record<string, string>>;
}

const json = "application/json";

const npm: PackageList = {
  questions: (name, index) => [
    // The short form of the document: the full one of a popular package is ten times as long.
    {
      url: `${index}/${name.replace("/", "%2f")}`,
      accept: `application/vnd.npm.install-v1+json; q=1.0, ${json}; q=0.8`,
    },
  ],
  read: (text) => newestSemantic(Object.keys(mapOf(mapOf(JSON.parse(text))["versions"]))),
  tags(text) {
    const tags = Object.entries(mapOf(mapOf(JSON.parse(text))["dist-tags"] ?? {}));
    return Object.fromEntries(tags.map(([tag, version]) => [tag, String(version)]));
  },
};

const pypi: PackageList = {
  questions: (name, index) => [
    {
      url: `${index}/${pythonName(name)}/`,
      accept: "application/vnd.pypi.simple.v1+json, text/html; q=0.5",
    },
  ],
  read(text, name) {
    const files = text.trimStart().startsWith("{") ? filesOf(text) : linksOf(text);
    return newestPython([...new Set(files.flatMap((file) => fileVersion(file, name) ?? []))]);
  },
};

const go: PackageList = {
  // A package may lie in a folder of its module: the longest path that is a module holds it, as for the go command.
  questions: (name, index) =>
    prefixes(name).map((path) => ({
      url: `${index}/${path.replace(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`)}/@v/list`,
      accept: "text/plain",
    })),
  read: (text) => newestSemantic(text.split("\n").filter((line) => line.trim() !== "")),
};

const crates: PackageList = {
  questions: (name, index) => [
    { url: `${index}/${cratePath(name.toLowerCase())}`, accept: "text/plain" },
  ],
  read(text) {
    const releases = text
      .split("\n")
      .filter((line) => line.trim() !== "")
      .map((line) => mapOf(JSON.parse(line)));
    return newestSemantic(
      releases.filter((each) => each["yanked"] !== true).map((each) => String(each["vers"])),
    );
  },
};

const maven: PackageList = {
  questions(name, index) {
    const [group = "", artifact = ""] = name.split(":");
    return [
      {
        url: `${index}/${group.replaceAll(".", "/")}/${artifact}/maven-metadata.xml`,
        accept: "application/xml, text/xml",
      },
    ];
  },
  read(text) {
    if (!text.includes("<metadata")) {
      throw new Error("this is no maven-metadata.xml");
    }
    return newestNatural(
      [...text.matchAll(/<version>([^<]+)<\/version>/g)].map((match) => (match[1] ?? "").trim()),
    ).filter((version, index, all) => all.indexOf(version) === index);
  },
};

/** Every kind of package whose versions are listed by one document. */
export const packageLists: Readonly<Record<IndexKind, PackageList>> = {
  npm,
  pypi,
  go,
  crates,
  maven,
};

function mapOf(value: unknown): Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    throw new Error("a map was to be here");
  }
  return { ...value };
}

/** PEP 503: runs of - _ . are one -, in lower case. */
function pythonName(name: string): string {
  return name.toLowerCase().replace(/[-_.]+/g, "-");
}

/** Names of the files that were not taken back. */
function filesOf(text: string): string[] {
  const { files } = mapOf(JSON.parse(text));
  if (!Array.isArray(files)) {
    throw new Error("it has no list of files");
  }
  const all: readonly unknown[] = files;
  return all
    .map(mapOf)
    .filter(({ yanked }) => yanked === undefined || yanked === false)
    .map(({ filename }) => String(filename));
}

/** The same from the older form, an HTML page of links. */
function linksOf(text: string): string[] {
  return [...text.matchAll(/<a\b([^<>]*)>([^<]+)<\/a>/gi)]
    .filter(([, attributes = ""]) => !/\bdata-yanked\b/.test(attributes))
    .map(([, , file = ""]) => file.trim());
}

/** `a_b-1.2-py3-none-any.whl` and `a-b-1.2.tar.gz` are 1.2 of a-b. */
function fileVersion(file: string, name: string): string | undefined {
  const wheel = /^(.+?)-([^-]+)(?:-\d[^-]*)?-[^-]+-[^-]+-[^-]+\.whl$/.exec(file);
  if (wheel !== null) {
    return wheel[2];
  }
  const bare = /^(.*)\.(?:tar\.(?:gz|bz2|xz)|zip)$/.exec(file)?.[1];
  const plain = pythonName(name);
  for (let at = bare?.lastIndexOf("-") ?? -1; at > 0; at = bare?.lastIndexOf("-", at - 1) ?? -1) {
    if (pythonName(bare?.slice(0, at) ?? "") === plain) {
      return bare?.slice(at + 1);
    }
  }
  return undefined;
}

/** `a/b/c` → a/b/c, a/b, a. */
function prefixes(path: string): string[] {
  const parts = path.split("/");
  return parts.map((_, index) => parts.slice(0, parts.length - index).join("/"));
}

function cratePath(name: string): string {
  return name.length <= 2
    ? `${name.length}/${name}`
    : name.length === 3
      ? `3/${name[0]}/${name}`
      : `${name.slice(0, 2)}/${name.slice(2, 4)}/${name}`;
}
