/** The kinds of packages that have an index of their own. */
export type IndexKind = "npm" | "pypi" | "go" | "crates" | "maven";

/** The program that packages of one kind are installed with, and how it tells where it takes them from. */
export interface Client {
  /** What it takes them from, at the beginning of a sentence. */
  readonly index: string;
  /** Environment variables that name another one; the first that is set counts. */
  readonly variables: readonly [string, ...string[]];
  /** What makes it say which one it uses, by its own settings; run in an empty folder. */
  readonly command: readonly [string, ...string[]];
  readonly environment?: Readonly<Record<string, string>>;
  /** Files that must be in the folder. */
  readonly files?: Readonly<Record<string, string>>;
  /** Finds the address, its first group, in what is printed. */
  readonly address: RegExp;
}

export const clients: Readonly<Record<IndexKind, Client>> = {
  npm: {
    index: "The npm registry",
    variables: ["npm_config_registry", "NPM_CONFIG_REGISTRY"],
    command: ["npm", "config", "get", "registry"],
    address: /^(https?:\S+)/m,
  },
  pypi: {
    index: "The Python package index",
    variables: ["UV_DEFAULT_INDEX", "UV_INDEX_URL", "PIP_INDEX_URL"],
    // `pip config` knows only what was set; its help also tells what it falls back to.
    command: ["python3", "-m", "pip", "install", "--help"],
    environment: { COLUMNS: "1000" },
    address: /--index-url\b[^(]{0,120}\(default (https?:[^\s)]+)\)/,
  },
  go: {
    index: "The Go module proxy",
    variables: ["GOPROXY"],
    command: ["go", "env", "GOPROXY"],
    environment: { GOTOOLCHAIN: "local" },
    address: /^(\S+)/m,
  },
  crates: {
    index: "The crates index",
    variables: ["CARGO_REGISTRIES_CRATES_IO_INDEX"],
    // Cargo has no word for it, but tells what it fetches; its settings may have replaced the source.
    command: ["cargo", "info", "serde"],
    environment: { CARGO_LOG: "network=debug", CARGO_NET_RETRY: "0" },
    address: /\bfetch (https?:\S+)\/config\.json\b/,
  },
  maven: {
    index: "The Maven repository",
    variables: ["MAVEN_MIRROR"],
    command: ["mvn", "--batch-mode", "--offline", "--debug", "validate"],
    files: {
      "pom.xml":
        "<project><modelVersion>4.0.0</modelVersion><groupId>a</groupId><artifactId>a</artifactId><version>1</version><packaging>pom</packaging></project>",
    },
    address: /Repositories \(dependencies\): \[\S+ \((https?:[^,\s]+),/,
  },
};
