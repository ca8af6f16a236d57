import { readFile } from "node:fs/promises";

type Environment = Readonly<Record<string, string | undefined>>;

/** Build arguments every Dockerfile has without declaring them; they stay out of the image's history and of the cache's keys. */
const proxies = ["HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY"] as const;

/** Settings by which package managers find another registry than their own. */
const registries =
  /^(?:NPM_CONFIG_REGISTRY|(?:PIP|UV)_(?:EXTRA_)?INDEX_URL|UV_(?:DEFAULT_)?INDEX|GOPROXY|GOPRIVATE|GONOPROXY|GONOSUMDB|GOSUMDB|GOINSECURE|GOFLAGS|CARGO_REGISTRY_DEFAULT|CARGO_REGISTRIES_[A-Z0-9_]+_(?:INDEX|PROTOCOL)|CARGO_NET_[A-Z_]+|CARGO_HTTP_[A-Z_]+|RUSTUP_DIST_SERVER|RUSTUP_UPDATE_ROOT|MAVEN_MIRROR|NUGET_SOURCE)$/;

/** How this host reaches registries, by build argument: proxies in both letter cases, and the registries of package managers. */
export function hostArguments(environment: Environment): Readonly<Record<string, string>> {
  const found: Record<string, string> = {};
  for (const [name, value] of Object.entries(environment)) {
    if (value && registries.test(name)) {
      found[name] = value;
    }
  }
  // npm's own spelling of its settings, and the one that wins in npm.
  const npmRegistry = environment["npm_config_registry"];
  if (npmRegistry) {
    found["NPM_CONFIG_REGISTRY"] = npmRegistry;
  }
  for (const upper of proxies) {
    const lower = upper.toLowerCase();
    const value = environment[lower] || environment[upper];
    if (value) {
      found[upper] = environment[upper] || value;
      found[lower] = value;
    }
  }
  return found;
}

/**
 * What of `settings` this Dockerfile is given: proxies, and the settings it declares with ARG.
 *
 * A declared argument can be read from the image's history, so none with a password is; a proxy on this host's loopback is
 * none to a build on the engine's own network. `onProgress` says which are left out.
 */
export async function argumentsFor(
  dockerfile: string,
  settings: Readonly<Record<string, string>>,
  onProgress: (line: string) => void,
  network: "default" | "host" = "default",
): Promise<Readonly<Record<string, string>>> {
  const names = Object.keys(settings);
  if (names.length === 0) {
    return {};
  }
  const declared = await declaredArguments(dockerfile);
  const given = names.filter((name) => declared.has(name) || isProxy(name));
  const fit = given.filter((name) => {
    const reason = unfit(name, settings[name] ?? "", declared.has(name), network);
    if (reason !== undefined) {
      onProgress(`${name} of this host ${reason}; the build does without it`);
    }
    return reason === undefined;
  });
  return Object.fromEntries(fit.map((name) => [name, settings[name] ?? ""]));
}

/** Why a setting is kept from a build; undefined: it is not. */
function unfit(
  name: string,
  value: string,
  isDeclared: boolean,
  network: "default" | "host",
): string | undefined {
  if (isDeclared && holdsPassword(value)) {
    return "holds a password and would be kept in the image";
  }
  return /^https?_proxy$/i.test(name) && network === "default" && isLoopback(value)
    ? "is on this host's loopback, which a build does not reach"
    : undefined;
}

/** Users and passwords in the addresses, which a build may print. */
export function passwordsIn(settings: Readonly<Record<string, string>>): readonly string[] {
  const users = Object.values(settings).flatMap(usersIn);
  return users.flatMap((user) => [user, user.slice(user.indexOf(":") + 1)]);
}

async function declaredArguments(dockerfile: string): Promise<ReadonlySet<string>> {
  const { DockerfileParser } = await import("dockerfile-ast");
  // A file that is not there is the engine's to name.
  const text = await readFile(dockerfile, "utf8").catch(() => "");
  const parsed = DockerfileParser.parse(text);
  const names = parsed
    .getARGs()
    .flatMap((arg) => arg.getProperties().map((each) => each.getName()));
  return new Set(names);
}

function isProxy(name: string): boolean {
  return (proxies as readonly string[]).includes(name.toUpperCase());
}

function isLoopback(address: string): boolean {
  const host = URL.parse(address.includes("://") ? address : `http://${address}`)?.hostname ?? "";
  return /^(?:localhost|127\.[\d.]+|\[::1\])$/.test(host);
}

/** Whether one of the addresses in a value names a user. */
function holdsPassword(value: string): boolean {
  return usersIn(value).length > 0;
}

/** What stands before the @ of each address in a value: `https://user:password@host`, in lists and behind a name, too. */
function usersIn(value: string): readonly string[] {
  return value.split(/[\s,|]/).flatMap((piece) => {
    const [first = "", ...afterSchemes] = piece.split("://");
    const places = afterSchemes.length > 0 ? afterSchemes : [first.slice(first.indexOf("=") + 1)];
    return places.flatMap((place) => {
      const authority = place.split("/", 1)[0] ?? "";
      const at = authority.lastIndexOf("@");
      return at < 0 ? [] : [authority.slice(0, at)];
    });
  });
}
