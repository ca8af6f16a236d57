import { Fault } from "../../fault/index.ts";
import { fillParameters } from "../template/fill.ts";
import type { Template } from "../template/template.ts";
import { ask, type Question, unreachable } from "./ask.ts";
import { clients, type IndexKind } from "./clients.ts";
import { imageTags, type TagOptions } from "./image-tags.ts";
import type { PackageIndexes } from "./indexes.ts";
import { packageLists } from "./package-lists.ts";

/** What of a template says where its versions are listed: `version`, or `image`, whose tags they are. */
export type Listed = Pick<Template, "name" | "version" | "image">;

export interface VersionDeps extends TagOptions {
  readonly indexes: PackageIndexes;
}

/** What is listed: the kind of index, and the name in it. */
export interface VersionSubject {
  readonly source: NonNullable<Template["version"]>["source"];
  readonly name: string;
}

/**
 * What the template's versions are versions of, with these parameters.
 *
 * Throws USAGE when the template has no list of versions, or a parameter that names the package has no value.
 */
export function versionSubject(
  template: Listed,
  values: Readonly<Record<string, string>>,
): VersionSubject {
  const source = template.version?.source ?? "image";
  const named = template.version?.name ?? template.image;
  if (named === undefined) {
    throw new Fault("USAGE", `Template "${template.name}" takes no version that could be listed.`);
  }
  const name = fillParameters(named, values);
  if (name === undefined) {
    throw new Fault(
      "USAGE",
      `Versions of template "${template.name}" are those of ${named}, and this has no value.`,
      { hint: "Name it, for example --with package=NAME." },
    );
  }
  return { source, name };
}

/**
 * Every version of a template's package, image or module that can be had, newest first.
 *
 * Rejects USAGE as `versionSubject`, PACKAGE_NOT_FOUND, PACKAGE_INDEX_UNREACHABLE.
 */
export async function listVersions(
  template: Listed,
  values: Readonly<Record<string, string>>,
  deps: VersionDeps,
): Promise<readonly string[]> {
  return (await lookUp(template, values, deps)).versions;
}

/** What an index knows of a package. */
interface Known {
  /** Newest first. */
  readonly versions: readonly string[];
  readonly tags: Readonly<Record<string, string>>;
}

/** As `listVersions`, with the words that stand for a version. */
export async function lookUp(
  template: Listed,
  values: Readonly<Record<string, string>>,
  deps: VersionDeps,
): Promise<Known> {
  const { source, name } = versionSubject(template, values);
  const found = source === "image" ? await tagged(name, deps) : await listed(source, name, deps);
  if (found === undefined) {
    throw new Fault(
      "PACKAGE_NOT_FOUND",
      `${source === "image" ? "The image's registry" : clients[source].index} knows no "${name}"`,
    );
  }
  return found;
}

async function tagged(name: string, deps: VersionDeps): Promise<Known | undefined> {
  const versions = await imageTags(name, deps);
  return versions && { versions, tags: {} };
}

async function listed(
  source: IndexKind,
  name: string,
  deps: VersionDeps,
): Promise<Known | undefined> {
  const { questions, read, tags } = packageLists[source];
  const addresses = await deps.indexes.of(source);
  for (const question of addresses.flatMap((index) => questions(name, index))) {
    const reply = await ask(question, deps);
    if (reply.status === 404 || reply.status === 410) {
      continue;
    }
    if (reply.status !== 200) {
      throw unreachable(question.url, `it answered with status ${reply.status}`);
    }
    try {
      const versions = await read(reply.text, name);
      const known =
        versions.length === 0 && source === "go" ? await untagged(question, deps) : versions;
      return { versions: known, tags: tags?.(reply.text) ?? {} };
    } catch (thrown) {
      const why = thrown instanceof Error ? thrown.message : String(thrown);
      throw unreachable(question.url, `what it answered is no list of versions (${why})`, thrown);
    }
  }
  return undefined;
}

/** A module without any tag has one version, made up from its last commit. */
async function untagged(list: Question, deps: VersionDeps): Promise<readonly string[]> {
  const url = list.url.replace(/\/@v\/list$/, "/@latest");
  const reply = await ask({ url, accept: "application/json" }, deps);
  const parsed: unknown = reply.status === 200 ? JSON.parse(reply.text) : {};
  const version = new Map<string, unknown>(Object.entries(parsed ?? {})).get("Version");
  return typeof version === "string" ? [version] : [];
}
