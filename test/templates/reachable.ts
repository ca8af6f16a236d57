import { readFile } from "node:fs/promises";
import * as http from "node:http";
import * as https from "node:https";
import { debianMirrors } from "../../src/registry/base/debian-mirrors.ts";
import { type IndexKind, type PackageIndexes, packageIndexes } from "../../src/registry/index.ts";
import { unanswered } from "../reporter/tally.ts";

/** A registry, and something small in it that is always there. */
interface Registry {
  readonly name: string;
  /** Where builds on this host find it; undefined: only the build itself knows. */
  readonly url: (environment: NodeJS.ProcessEnv) => Promise<string | undefined>;
}

const npm: Registry = { name: "npm's registry", url: inIndex("npm", "is-odd") };
const pypi: Registry = { name: "PyPI", url: inIndex("pypi", "iniconfig/") };
const go: Registry = {
  name: "the Go module proxy",
  url: inIndex("go", "golang.org/x/mod/@v/list"),
};
const crates: Registry = { name: "crates.io", url: inIndex("crates", "config.json") };
/** The base's stand-in is made from them: another Rust than Debian's, which is too old for much of crates.io. */
const rust: Registry = {
  name: "Rust's own releases",
  url: async ({ RUSTUP_DIST_SERVER: own }) =>
    under(own ?? "https://static.rust-lang.org", "rustup/release-stable.toml"),
};
const maven: Registry = {
  name: "Maven Central",
  url: inIndex("maven", "junit/junit/maven-metadata.xml"),
};
const nuget: Registry = { name: "NuGet", url: async ({ NUGET_SOURCE: own }) => own };
export const debian: Registry = {
  name: "Debian's archive",
  async url() {
    const mirrors = await debianMirrors();
    return mirrors && under(mirrors.archive, "dists/trixie/InRelease");
  },
};
/** Its base images have no stand-in that could be made here. */
const microsoft: Registry = {
  name: "Microsoft's image registry",
  async url() {
    const template = new URL("../../templates/dotnet/template.yml", import.meta.url);
    const [, host] = /^ +BASE: ([^/\s]+)\//m.exec(await readFile(template, "utf8")) ?? [];
    return host && `https://${host}/v2/`;
  },
};

const known = new Map<NodeJS.ProcessEnv, PackageIndexes>();

/** Asked once: some clients take seconds to say where they look. */
export function indexesOf(environment: NodeJS.ProcessEnv): PackageIndexes {
  const indexes = known.get(environment) ?? packageIndexes(environment);
  known.set(environment, indexes);
  return indexes;
}

/** What is at a path of an index, where anything on this host tells which index that is. */
function inIndex(kind: IndexKind, path: string): Registry["url"] {
  return async (environment) => {
    const [index] = await indexesOf(environment)
      .of(kind)
      .catch(() => []);
    return index && under(index, path);
  };
}

/** Template → the registries its example takes from; bases that a local stand-in is made for do not count. */
export const needs: Readonly<Record<string, readonly Registry[]>> = {
  "agent-mcp": [npm],
  binary: [go],
  dockerfile: [npm],
  dotnet: [nuget, microsoft],
  go: [go],
  image: [npm],
  java: [maven],
  "node-source": [npm],
  npm: [npm],
  pypi: [pypi],
  "python-source": [pypi],
  rust: [crates, rust],
  url: [],
};

/** Why the example of a template (or what needs `more`) cannot be run on this machine, in words the tally accepts; undefined when it can be. */
export async function whyUnreachable(
  template: string,
  environment: NodeJS.ProcessEnv,
  more: readonly Registry[] = [],
): Promise<string | undefined> {
  const answers = await Promise.all(
    [...(needs[template] ?? []), ...more].map(async (registry) => {
      const url = await registry.url(environment);
      const said = url === undefined ? undefined : await unreachable(url, environment);
      return said === undefined ? [] : [`${registry.name} ${unanswered}: ${said}`];
    }),
  );
  return answers.flat().join("; ") || undefined;
}

const answers = new Map<string, Promise<string | undefined>>();

/** What stood instead of an answer; each address is asked once. */
export function unreachable(
  url: string,
  environment: NodeJS.ProcessEnv,
): Promise<string | undefined> {
  const known = answers.get(url) ?? ask(url, environment);
  answers.set(url, known);
  return known;
}

function ask(url: string, environment: NodeJS.ProcessEnv): Promise<string | undefined> {
  return new Promise((resolve) => {
    const { Agent, get } = url.startsWith("http:") ? http : https;
    const agent = new Agent({ proxyEnv: environment });
    const signal = AbortSignal.timeout(10_000);
    const request = get(url, { agent, signal }, (answer) => {
      const { statusCode = 0 } = answer;
      answer.destroy();
      resolve(statusCode < 400 ? undefined : `status ${statusCode} from ${url}`);
    });
    request.on("error", (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
  });
}

function under(registry: string, path: string): string {
  return `${registry.replace(/\/$/, "")}/${path}`;
}

/** Ends a test of a template as skipped where what the template needs cannot be reached. */
export async function skipUnreachable(
  template: string,
  skip: (condition: boolean, note?: string) => void,
): Promise<void> {
  const why = await whyUnreachable(template, process.env);
  skip(why !== undefined, why);
}
