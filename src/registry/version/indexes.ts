import { withoutEndSlashes } from "../../text/index.ts";

type Environment = Readonly<Record<string, string | undefined>>;

/** Where packages are looked up: the addresses their own clients would ask, without a slash at the end. */
export interface PackageIndexes {
  readonly npm: string;
  readonly pypi: string;
  /** Module proxies in their order; empty when the environment allows none. */
  readonly go: readonly string[];
  readonly crates: string;
  readonly maven: string;
  /** What says which proxy leads there: HTTPS_PROXY, HTTP_PROXY, NO_PROXY, in both cases. */
  readonly proxies: Environment;
}

/** The indexes that the environment names for npm, pip or uv, go, cargo and Maven, else their public ones. */
export function packageIndexes(environment: Environment): PackageIndexes {
  const first = (...names: readonly string[]) =>
    names.map((name) => environment[name]).find((value) => value !== undefined && value !== "");
  const proxies = ["HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY"].flatMap((name) => [
    name,
    name.toLowerCase(),
  ]);
  return {
    npm: trimmed(
      first("npm_config_registry", "NPM_CONFIG_REGISTRY") ?? "https://registry.npmjs.org",
    ),
    pypi: trimmed(
      first("UV_DEFAULT_INDEX", "UV_INDEX_URL", "PIP_INDEX_URL") ?? "https://pypi.org/simple",
    ),
    go: (first("GOPROXY") ?? "https://proxy.golang.org")
      .split(/[,|]/)
      .filter((each) => /^https?:/.test(each))
      .map(trimmed),
    crates: trimmed(
      (first("CARGO_REGISTRIES_CRATES_IO_INDEX") ?? "https://index.crates.io").replace(
        /^sparse\+/,
        "",
      ),
    ),
    maven: trimmed(first("MAVEN_MIRROR") ?? "https://repo1.maven.org/maven2"),
    proxies: Object.fromEntries(proxies.map((name) => [name, environment[name]])),
  };
}

function trimmed(address: string): string {
  return withoutEndSlashes(address.trim());
}
