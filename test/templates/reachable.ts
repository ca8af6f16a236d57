import { Agent, get } from "node:https";
import { unanswered } from "../reporter/tally.ts";

/** A registry, and something small in it that is always there. */
interface Registry {
  readonly name: string;
  /** `environment` names another registry than the public one, as it does for a build. */
  readonly url: (environment: NodeJS.ProcessEnv) => string;
}

const npm: Registry = {
  name: "npm's registry",
  url: ({ npm_config_registry: own }) => under(own ?? "https://registry.npmjs.org", "is-odd"),
};
const pypi: Registry = {
  name: "PyPI",
  url: ({ UV_DEFAULT_INDEX: uv, PIP_INDEX_URL: pip }) =>
    under(uv ?? pip ?? "https://pypi.org/simple", "iniconfig/"),
};
const go: Registry = {
  name: "the Go module proxy",
  url: ({ GOPROXY: own }) =>
    under(own?.split(/[,|]/)[0] ?? "https://proxy.golang.org", "golang.org/x/mod/@v/list"),
};
const crates: Registry = {
  name: "crates.io",
  url: () => "https://index.crates.io/config.json",
};
/** The base's stand-in is made from them: another Rust than Debian's, which is too old for much of crates.io. */
const rust: Registry = {
  name: "Rust's own releases",
  url: ({ RUSTUP_DIST_SERVER: own }) =>
    under(own ?? "https://static.rust-lang.org", "rustup/release-stable.toml"),
};
const maven: Registry = {
  name: "Maven Central",
  url: () => "https://repo1.maven.org/maven2/junit/junit/maven-metadata.xml",
};
const nuget: Registry = {
  name: "NuGet",
  url: () => "https://api.nuget.org/v3/index.json",
};
export const debian: Registry = {
  name: "Debian's archive",
  url: () => "https://deb.debian.org/debian/dists/trixie/InRelease",
};
/** Its base images have no stand-in that could be made here. */
const microsoft: Registry = {
  name: "Microsoft's image registry",
  url: () => "https://mcr.microsoft.com/v2/",
};

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
      const said = await unreachable(registry.url(environment), environment);
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
