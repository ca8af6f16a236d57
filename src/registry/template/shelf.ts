import type { AppliedTemplate, GivenParameters, TemplateBook } from "../../config/index.ts";
import { fillMap } from "./fill.ts";
import { judgeParameters } from "./parameters.ts";
import { loadTemplate, type Template, templateNames } from "./template.ts";

/** The templates there are for one run; each is read once, when it is first asked for. */
export interface TemplateShelf extends TemplateBook {
  /** Rejects TEMPLATE_NOT_FOUND with the nearest name, TEMPLATE_INVALID with every problem at its line. */
  load(name: string): Promise<Template>;
}

export interface ShelfOptions {
  /** Folder of the built-in templates, one folder each. */
  readonly templatesFolder: string;
}

export async function templateShelf({ templatesFolder }: ShelfOptions): Promise<TemplateShelf> {
  const names = await templateNames(templatesFolder);
  const loaded = new Map<string, Promise<Template>>();
  const load = (name: string): Promise<Template> => {
    const known = loaded.get(name) ?? loadTemplate(templatesFolder, name);
    loaded.set(name, known);
    return known;
  };
  return { names, load, apply: async (name, given) => applied(await load(name), given) };
}

async function applied(template: Template, given: GivenParameters): Promise<AppliedTemplate> {
  const { values, problems } = await judgeParameters(template, given);
  return { server: fillMap(template.server, values), problems };
}
