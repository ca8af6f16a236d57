import { existsSync, readFileSync, statSync } from "node:fs";
import { basename, dirname, join, relative, resolve } from "node:path";
import { Fault } from "../fault/index.ts";
import { importedServer } from "./server-json/entry.ts";
import { readServerJson } from "./server-json/schema.ts";

export interface ServerEntry {
  readonly name: string;
  /** Keys of the server in a run file. */
  readonly keys: Readonly<Record<string, unknown>>;
  /** Runs somewhere else, so what it is asked to do is really done. */
  readonly external: boolean;
  /** What is to be said of it, as comments of the run file. */
  readonly remarks?: readonly string[];
}

export interface Surroundings {
  readonly cwd: string;
  /** Folder of the run file to be written. */
  readonly folder: string;
  readonly templates: readonly string[];
}

/** What a person writes for a server on the command line, as an entry of a run file. Throws USAGE. */
export function serverEntry(target: string, surroundings: Surroundings): ServerEntry {
  if (/^https?:\/\//i.test(target)) {
    return { name: nameOf(hostOf(target)), keys: { url: target }, external: true };
  }
  const document = resolve(surroundings.cwd, target);
  if (target.endsWith(".json") && existsSync(document)) {
    const text = readFileSync(document, "utf8");
    const read = readServerJson(text, target);
    const imported = importedServer(read, surroundings.templates, target);
    return { ...imported, name: nameOf(imported.name) };
  }
  const [, scheme, rest = ""] = /^(image|pypi|npm):(.*)$/s.exec(target) ?? [];
  if (scheme === "image") {
    return local(nameOf(rest.replace(/[@:][^/]*$/, "")), { image: rest });
  }
  if (scheme === "pypi") {
    return packaged("pypi", rest, /^([^=@\s]+)(?:==|@)?(.*)$/s, surroundings);
  }
  if (scheme === undefined && /^(?:\.{1,2}$|\.{0,2}\/)/.test(target)) {
    return built(target, surroundings);
  }
  return packaged("npm", rest || target, /^(@?[^@\s]+)@?(.*)$/s, surroundings);
}

function packaged(
  template: string,
  written: string,
  form: RegExp,
  { templates }: Surroundings,
): ServerEntry {
  if (!templates.includes(template)) {
    throw new Fault(
      "USAGE",
      `"${template}:${written}" needs the template ${template}, which there is not; there are: ${templates.join(", ")}.`,
    );
  }
  const [, name, version = ""] = form.exec(written) ?? [];
  if (name === undefined) {
    throw new Fault(
      "USAGE",
      `"${written}" is no server; write an npm package, image:REFERENCE, ./folder or a URL.`,
    );
  }
  const parameters = version === "" ? { package: name } : { package: name, version };
  return local(nameOf(name), { template, with: parameters });
}

function built(target: string, { cwd, folder }: Surroundings): ServerEntry {
  const path = resolve(cwd, target);
  if (!existsSync(path)) {
    throw new Fault("USAGE", `There is nothing at ${target}.`);
  }
  const isFolder = statSync(path).isDirectory();
  if (isFolder && !existsSync(join(path, "Dockerfile"))) {
    throw new Fault(
      "USAGE",
      `${target} has no Dockerfile; name the file, or write one: the server is built from it.`,
    );
  }
  const context = isFolder ? path : dirname(path);
  const shown = `./${relative(folder, context)}`.replace(/\/$/, "").replace(/^\.\/\.\./, "..");
  const build =
    isFolder || basename(path) === "Dockerfile"
      ? shown
      : { context: shown, dockerfile: basename(path) };
  return local(nameOf(basename(context)), { build });
}

function local(name: string, keys: Readonly<Record<string, unknown>>): ServerEntry {
  return { name, keys, external: false };
}

/** `@scope/server-everything` is `everything`: short, and allowed as a name. */
function nameOf(text: string): string {
  const last = text.split("/").findLast((part) => part !== "") ?? "";
  const plain = last
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-?(?:mcp-)?(?:server-)?|-$/g, "")
    .replace(/-mcp(?:-server)?$|-server$/, "")
    .slice(0, 63);
  return plain === "" ? "server" : plain;
}

function hostOf(target: string): string {
  const url = URL.parse(target);
  if (url === null) {
    throw new Fault("USAGE", `"${target}" is not a URL.`);
  }
  return url.hostname.split(".").slice(-2, -1)[0] ?? url.hostname;
}
