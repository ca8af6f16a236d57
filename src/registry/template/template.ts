import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Problem } from "../../fault/index.ts";
import { extended } from "./extend.ts";
import { nearest } from "./nearest.ts";
import { type TemplateFile, templateFile } from "./schema.ts";
import { invalid, readTemplate, type TemplateSource, type WrittenTemplate } from "./source.ts";

/** A template as its `template.yml` says, with the folder that its Dockerfile is in. */
export type Template = TemplateFile & { readonly folder: string };

/** What a template may extend, as seen from one that is called `from`. */
export interface Extendable {
  /** undefined: there is none. */
  find(name: string, from: TemplateSource): TemplateSource | undefined;
  readonly names: readonly string[];
}

/** Reads a template with those it extends. Rejects TEMPLATE_INVALID with every problem at its line. */
export async function readTemplates(source: TemplateSource, others: Extendable): Promise<Template> {
  const chain = await chainOf(source, others);
  const [own] = chain;
  const merged = chain
    .map(({ value }) => value)
    .reduceRight((parent, value) => extended(value, parent));
  const parsed = templateFile.safeParse(merged);
  const problems: Problem[] = (parsed.error?.issues ?? []).map(({ path, message }) =>
    sayer(chain, path).problemAt(path, `${path.join(".") || "template"}: ${message}`),
  );
  if (own.value["name"] !== undefined && own.value["name"] !== source.name) {
    const message = `name: is ${JSON.stringify(own.value["name"])}, but the folder is "${source.name}"`;
    problems.push(own.problemAt(["name"], message));
  }
  const folder = parsed.success ? folderOf(parsed.data, chain) : undefined;
  if (parsed.success && folder === undefined) {
    const path = ["build", "dockerfile"];
    const message = `build.dockerfile: there is no "${parsed.data.build?.dockerfile}" in the template's folder`;
    problems.push(sayer(chain, path).problemAt(path, message));
  }
  if (!parsed.success || folder === undefined || problems.length > 0) {
    throw invalid(problems);
  }
  return { ...parsed.data, folder };
}

type Chain = readonly [WrittenTemplate, ...WrittenTemplate[]];

/** The template and those it is built on, nearest first. */
async function chainOf(source: TemplateSource, others: Extendable): Promise<Chain> {
  const own = await readTemplate(source);
  const chain: [WrittenTemplate, ...WrittenTemplate[]] = [own];
  for (let last = own; last.value["extends"] !== undefined; ) {
    const written = last.value["extends"];
    const name = typeof written === "string" ? written : (JSON.stringify(written) ?? "");
    const found = typeof written === "string" ? others.find(name, last.source) : undefined;
    const names = [...chain.map((each) => each.source.name), name].join(" → ");
    if (found === undefined) {
      const message = `extends: there is no template "${name}"${nearest(name, others.names)}`;
      const way = chain.length > 1 ? ` (${names})` : "";
      throw invalid([last.problemAt(["extends"], message + way)]);
    }
    if (chain.some((each) => each.source.folder === found.folder)) {
      throw invalid([own.problemAt(["extends"], `extends: goes in a circle: ${names}`)]);
    }
    last = await readTemplate(found);
    chain.push(last);
  }
  return chain;
}

/** The file of the chain that says what stands at `path`; the nearest when none does. */
function sayer(chain: Chain, path: readonly PropertyKey[]): WrittenTemplate {
  for (let length = path.length; length > 0; length -= 1) {
    const found = chain.find((each) => each.has(path.slice(0, length)));
    if (found !== undefined) {
      return found;
    }
  }
  return chain[0];
}

/** The nearest folder that holds the Dockerfile; undefined when none does. */
function folderOf({ build }: TemplateFile, chain: Chain): string | undefined {
  const folders = chain.map(({ source }) => source.folder);
  const sent = build !== undefined && build.from !== "workspace";
  // Which file it is may hang on a parameter.
  return sent && !build.dockerfile.includes("{{")
    ? folders.find((folder) => existsSync(join(folder, build.dockerfile)))
    : folders[0];
}
