import type { AppliedTemplate, GivenParameters, TemplateBook } from "../../config/index.ts";
import { Fault } from "../../fault/index.ts";
import { fillMap } from "./fill.ts";
import {
  builtInLayer,
  type FolderProblem,
  type Layer,
  type OwnFolders,
  ownLayer,
} from "./folders.ts";
import { nearest } from "./nearest.ts";
import { judgeParameters } from "./parameters.ts";
import type { TemplateSource } from "./source.ts";
import { readTemplates, type Template } from "./template.ts";

/** The templates there are for one run; each is read once, when it is first asked for. */
export interface TemplateShelf extends TemplateBook {
  readonly folderProblems: readonly FolderProblem[];
  /** Rejects TEMPLATE_NOT_FOUND with the nearest name, TEMPLATE_INVALID with every problem at its line. */
  load(name: string): Promise<Template>;
  /** Whether it came with us, is of the run file, or was registered over the API; undefined when there is none. */
  origin(name: string): "built-in" | "run file" | "registered" | undefined;
}

export interface ShelfOptions {
  /** Folder of the built-in templates, one folder each. */
  readonly templatesFolder: string;
  /** Registered over the API. */
  readonly registered?: Layer;
  /** Of the run file. */
  readonly own?: OwnFolders;
}

const origins = ["run file", "registered", "built-in"] as const;

export async function templateShelf(options: ShelfOptions): Promise<TemplateShelf> {
  const below = [options.registered ?? new Map(), await builtInLayer(options.templatesFolder)];
  const own = options.own && (await ownLayer(options.own, below));
  const layers: readonly Layer[] = [own?.layer ?? new Map(), ...below];
  const names = [...new Set(layers.flatMap((layer) => [...layer.keys()]))].sort();
  const loaded = new Map<string, Promise<Template>>();
  const others = {
    names,
    find: (name: string, from: TemplateSource) => findFrom(layers, name, from),
  };

  function load(name: string): Promise<Template> {
    const source = layers.find((layer) => layer.has(name))?.get(name);
    if (source === undefined) {
      return Promise.reject(notFound(name, names));
    }
    const known = loaded.get(name) ?? readTemplates(source, others);
    loaded.set(name, known);
    return known;
  }

  return {
    names,
    folderProblems: own?.problems ?? [],
    load,
    apply: async (name, given) => applied(await load(name), given),
    origin: (name) => origins[layers.findIndex((layer) => layer.has(name))],
  };
}

/** One of the built-in templates. Rejects as a shelf does. */
export async function loadTemplate(templatesFolder: string, name: string): Promise<Template> {
  return (await templateShelf({ templatesFolder })).load(name);
}

/** The names of the built-in templates, sorted. */
export async function templateNames(templatesFolder: string): Promise<readonly string[]> {
  return [...(await builtInLayer(templatesFolder)).keys()];
}

/** A template that extends its own name means the one whose place it takes. */
function findFrom(
  layers: readonly Layer[],
  name: string,
  from: TemplateSource,
): TemplateSource | undefined {
  const own = layers.findIndex((layer) => layer.get(from.name)?.folder === from.folder);
  const seen = name === from.name ? layers.slice(own + 1) : layers;
  return (
    seen.find((layer) => layer.has(name))?.get(name) ?? (name === from.name ? from : undefined)
  );
}

function notFound(name: string, names: readonly string[]): Fault {
  return new Fault("TEMPLATE_NOT_FOUND", `There is no template "${name}"${nearest(name, names)}`, {
    hint: `The templates are: ${names.join(", ")}.`,
  });
}

async function applied(template: Template, given: GivenParameters): Promise<AppliedTemplate> {
  const { values, problems } = await judgeParameters(template, given);
  return { server: fillMap(template.server, values), problems };
}
