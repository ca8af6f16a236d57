import { Fault } from "../../fault/index.ts";
import { httpKeys, remoteKeys } from "./http.ts";
import { argumentKeys, environmentKeys } from "./inputs.ts";
import type { Part } from "./part.ts";
import type { Packaged, ServerJson } from "./schema.ts";

type Keys = Readonly<Record<string, unknown>>;

/** A server of a `server.json` as an entry of a run file. */
export interface ImportedServer {
  /** The last part of its name. */
  readonly name: string;
  readonly keys: Keys;
  readonly external: boolean;
  /** What was not taken and why, and what is left to do. */
  readonly remarks: readonly string[];
}

/**
 * The first package that there is a template for, else the first remote. Options of a container runtime are never taken:
 * whoever wrote the file may not widen what the server can reach.
 *
 * Throws USAGE when neither is there.
 */
export function importedServer(
  document: ServerJson,
  templates: readonly string[],
  file: string,
): ImportedServer {
  const { name, packages, remotes, description, version } = document;
  const elsewhere = remotes.filter((each) => each.type !== "stdio");
  const chosen = packages.find((each) => sourceKeys(each, templates) !== undefined);
  const [remote] = elsewhere;
  const head = `From ${file}: ${[name, version].join(" ").trim()}${description === "" ? "" : `, ${description}`}`;
  const short = name.split("/").at(-1) ?? name;
  if (chosen !== undefined) {
    const part = packageKeys(chosen, templates);
    const left = [
      ...packages.filter((each) => each !== chosen).map(wordsOf),
      ...elsewhere.map(({ type, url }) => `${type} ${url}`),
    ];
    const others =
      left.length === 0 ? [] : [`Other ways to have it, not taken: ${left.join("; ")}.`];
    return {
      name: short,
      keys: part.keys,
      external: false,
      remarks: [head, ...part.remarks, ...others],
    };
  }
  if (remote !== undefined) {
    const part = remoteKeys(remote);
    return { name: short, keys: part.keys, external: true, remarks: [head, ...part.remarks] };
  }
  const there = packages.map(wordsOf).join("; ") || "no package and no remote";
  throw new Fault("USAGE", `${file} offers nothing that can be started here: ${there}.`, {
    hint: `Packages of npm, PyPI, NuGet and container registries can, and remotes; templates there are: ${templates.join(", ")}.`,
  });
}

function packageKeys(packaged: Packaged, templates: readonly string[]): Part {
  const { environmentVariables, packageArguments, runtimeArguments } = packaged;
  const { registryType, registryBaseUrl } = packaged;
  const args = argumentKeys(packageArguments);
  const env = environmentKeys(environmentVariables);
  const http = httpKeys(packaged);
  const options = runtimeArguments.map((each) =>
    each.type === "named"
      ? `${each.name} ${each.value ?? ""}`.trim()
      : (each.value ?? each.valueHint ?? ""),
  );
  return {
    keys: { ...sourceKeys(packaged, templates), ...http.keys, ...args.keys, ...env.keys },
    remarks: [
      ...(options.length === 0
        ? []
        : [
            `Not taken: runtimeArguments, options of ${registryType === "oci" ? "docker" : "its runner"}: ${options.join(" ")}`,
          ]),
      ...(registryBaseUrl === undefined || registryType === "oci"
        ? []
        : [
            `Its registry is ${registryBaseUrl}; where the package manager asks another one here, set that in the environment.`,
          ]),
      ...http.remarks,
      ...args.remarks,
      ...env.remarks,
    ],
  };
}

/** undefined: there is no template for such a package. */
function sourceKeys(
  { registryType, registryBaseUrl, identifier, version }: Packaged,
  templates: readonly string[],
): Keys | undefined {
  if (registryType === "oci") {
    const name = `${hostBefore(identifier, registryBaseUrl)}${identifier}`;
    const isTagged = /:[^/]+$|@sha256:/.test(identifier);
    return { image: isTagged || version === undefined ? name : `${name}:${version}` };
  }
  const template = { npm: "npm", pypi: "pypi", nuget: "dotnet" }[registryType];
  return template === undefined || !templates.includes(template)
    ? undefined
    : { template, with: { package: identifier, ...(version === undefined ? {} : { version }) } };
}

/** The registry of an image whose name does not begin with one, as far as that is said elsewhere. */
function hostBefore(identifier: string, base: string | undefined): string {
  const [first = "", ...rest] = identifier.split("/");
  const namesOne = rest.length > 0 && (first === "localhost" || /[.:]/.test(first));
  const host = URL.parse(base ?? "")?.host ?? "";
  return namesOne || host === "" ? "" : `${host}/`;
}

function wordsOf({ registryType, identifier, version }: Packaged): string {
  return [registryType, identifier, version ?? ""].join(" ").trim();
}
