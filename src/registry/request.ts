import { type GivenParameters, parseDurationMs, type ServerSpec } from "../config/index.ts";
import { Fault } from "../fault/index.ts";
import { fillParameters, fillTexts } from "./template/fill.ts";
import { checkParameters } from "./template/parameters.ts";
import type { TemplateShelf } from "./template/shelf.ts";
import type { Template } from "./template/template.ts";

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
      /** Names of the secrets its steps may mount; default is none. */
      readonly secrets?: readonly string[];
      /** Default is the engine's own. */
      readonly platform?: string;
      /** Default is the engine room's. */
      readonly timeoutMs?: number;
      /** Default is 200 MiB. */
      readonly maxContextBytes?: number;
    };

/** What is asked of the registry: the template and its source. */
export interface ImageRequest {
  readonly template: Template;
  readonly source: ImageSource;
  /** The template's own environment, entrypoint and command, with parameters filled in. */
  readonly start: Pick<Template, "env" | "entrypoint" | "command">;
  /** The version asked for, when it is exact. */
  readonly version?: string;
}

/** The request a server's part of the run file makes; `image:` and `build:` are other words for templates. */
export async function requestOf(spec: ServerSpec, templates: TemplateShelf): Promise<ImageRequest> {
  if (spec.build !== undefined) {
    const template = await templates.load("dockerfile");
    const { context, dockerfile, target, args, secrets, platform, timeout, max_context } =
      spec.build;
    return {
      template,
      start: startOf(template, {}),
      source: {
        kind: "build",
        from: "workspace",
        context,
        dockerfile,
        args,
        secrets,
        timeoutMs: timeout,
        maxContextBytes: max_context,
        ...(target !== undefined && { target }),
        ...(platform !== undefined && { platform }),
      },
    };
  }
  if (spec.image !== undefined) {
    const template = await templates.load("image");
    return {
      template,
      start: startOf(template, {}),
      source: { kind: "image", reference: spec.image },
    };
  }
  const template = await templates.load(spec.template ?? "");
  const values = await checkParameters(template, spec.with);
  const version = String(values[template.version?.parameter ?? "version"] ?? "");
  return {
    template,
    start: startOf(template, values),
    source: sourceOf(template, values),
    ...(isExact(version) && { version }),
  };
}

function startOf(
  { env, entrypoint, command }: Template,
  values: GivenParameters,
): ImageRequest["start"] {
  const filled = (words: readonly string[] | undefined) =>
    words?.flatMap((word) => fillParameters(word, values) ?? []);
  return {
    env: fillTexts(env, values),
    ...(entrypoint && { entrypoint: filled(entrypoint) }),
    ...(command && { command: filled(command) }),
  };
}

function sourceOf(template: Template, values: GivenParameters): ImageSource {
  const { image, build } = template;
  if (build === undefined) {
    return { kind: "image", reference: fillParameters(image ?? "", values) ?? "" };
  }
  const target = build.target === undefined ? undefined : fillParameters(build.target, values);
  const context = fillParameters(build.context, values);
  const timeoutMs = parseDurationMs(build.timeout ?? "");
  return {
    kind: "build",
    from: build.from,
    ...(context !== undefined && { context }),
    dockerfile: fillParameters(build.dockerfile, values) ?? "Dockerfile",
    args: argsOf(build.args, values),
    ...(timeoutMs !== undefined && { timeoutMs }),
    ...(target !== undefined && { target }),
  };
}

/** Arguments whose parameter has no value are left out, so that the Dockerfile's own default holds. */
function argsOf(
  args: string | Readonly<Record<string, string>>,
  values: GivenParameters,
): Readonly<Record<string, string>> {
  if (typeof args === "string") {
    return parseLines(fillParameters(args, values) ?? "");
  }
  return fillTexts(args, values);
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
