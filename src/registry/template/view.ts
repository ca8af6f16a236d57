import { asFault } from "../../fault/index.ts";
import { parametersSchema } from "./parameter-schema.ts";
import type { TemplateShelf } from "./shelf.ts";

/** A template for whom chooses one. */
export interface TemplateView {
  readonly name: string;
  readonly origin: NonNullable<ReturnType<TemplateShelf["origin"]>>;
  readonly description: string;
  /** JSON Schema of what a server gives as `with`. */
  readonly parameters: Readonly<Record<string, unknown>>;
  /** Where its versions are listed; null when it has none. */
  readonly versions: string | null;
  readonly bases: readonly string[];
  /** What holds for its servers where their entry says nothing, parameters not filled in. */
  readonly server: Readonly<Record<string, unknown>>;
  /** Why it cannot be used; null when it can. */
  readonly problem: string | null;
}

/** The templates of a shelf by name; one that is not sound is among them, with what is wrong. */
export async function viewTemplates(
  shelf: TemplateShelf,
  names: readonly string[] = shelf.names,
): Promise<readonly TemplateView[]> {
  return Promise.all(names.map((name) => viewTemplate(shelf, name)));
}

async function viewTemplate(shelf: TemplateShelf, name: string): Promise<TemplateView> {
  const origin = shelf.origin(name) ?? "built-in";
  try {
    const template = await shelf.load(name);
    return {
      name,
      origin,
      description: template.description,
      parameters: parametersSchema(template.parameters),
      versions: template.version?.source ?? (template.image === undefined ? null : "image"),
      bases: Object.values(template.bases),
      server: template.server,
      problem: null,
    };
  } catch (thrown) {
    const { message } = asFault(thrown);
    const nothing = { description: "", parameters: {}, versions: null, bases: [], server: {} };
    return { name, origin, ...nothing, problem: message };
  }
}
