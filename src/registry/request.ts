import type { ServerSpec } from "../config/index.ts";
import { Fault } from "../fault/index.ts";
import { checkParameters, fillParameters } from "./template/parameters.ts";
import { loadTemplate, type Template } from "./template/template.ts";

/** Where a server's image comes from, with every parameter filled in. */
export type ImageSource =
  | { readonly kind: "image"; readonly reference: string }
  | {
      readonly kind: "build";
      /** template: the template's folder; workspace: `context` as written in the run file; source: both. */
      readonly from: "template" | "workspace" | "source";
      /** Absent with `source` when it names a parameter without a value. */
      readonly context?: string;
      readonly dockerfile: string;
      readonly target?: string;
      readonly args: Readonly<Record<string, string>>;
    };

/** What is asked of the registry: the template and its source. */
export interface ImageRequest {
  readonly template: Template;
  readonly source: ImageSource;
  /** The version asked for, when it is exact. */
  readonly version?: string;
}

/** The request a server's part of the run file makes; `image:` and `build:` are other words for templates. */
export async function requestOf(spec: ServerSpec, templatesFolder: string): Promise<ImageRequest> {
  if (spec.build !== undefined) {
    const template = await loadTemplate(templatesFolder, "dockerfile");
    const { context, dockerfile, target, args } = spec.build;
    return {
      template,
      source: {
        kind: "build",
        from: "workspace",
        context,
        dockerfile,
        args,
        ...(target !== undefined && { target }),
      },
    };
  }
  if (spec.image !== undefined) {
    const template = await loadTemplate(templatesFolder, "image");
    return { template, source: { kind: "image", reference: spec.image } };
  }
  const template = await loadTemplate(templatesFolder, spec.template ?? "");
  const values = checkParameters(template, spec.with);
  const version = values["version"];
  return {
    template,
    source: sourceOf(template, values),
    ...(version !== undefined && isExact(version) && { version }),
  };
}

function sourceOf(template: Template, values: Readonly<Record<string, string>>): ImageSource {
  const { image, build } = template;
  if (build === undefined) {
    return { kind: "image", reference: fillParameters(image ?? "", values) ?? "" };
  }
  const target = build.target === undefined ? undefined : fillParameters(build.target, values);
  const context = fillParameters(build.context, values);
  return {
    kind: "build",
    from: build.from,
    ...(context !== undefined && { context }),
    dockerfile: fillParameters(build.dockerfile, values) ?? "Dockerfile",
    args: argsOf(build.args, values),
    ...(target !== undefined && { target }),
  };
}

/** Arguments whose parameter has no value are left out, so that the Dockerfile's own default holds. */
function argsOf(
  args: string | Readonly<Record<string, string>>,
  values: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  if (typeof args === "string") {
    return parseLines(fillParameters(args, values) ?? "");
  }
  const filled = Object.entries(args).map(
    ([name, text]) => [name, fillParameters(text, values)] as const,
  );
  return Object.fromEntries(
    filled.filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
}

function parseLines(text: string): Readonly<Record<string, string>> {
  const lines = text.split("\n").filter((line) => line.trim() !== "");
  return Object.fromEntries(
    lines.map((line) => {
      const match = /^\s*([A-Za-z_][A-Za-z0-9_]*)=(.*)$/.exec(line);
      if (match === null) {
        throw new Fault("TEMPLATE_INVALID", `with.args: ${JSON.stringify(line)} is not NAME=value`);
      }
      return [match[1] ?? "", match[2] ?? ""];
    }),
  );
}

function isExact(version: string): boolean {
  return /^\d+\.\d+\.\d+/.test(version);
}
