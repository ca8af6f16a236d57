import validRange from "semver/ranges/valid.js";
import { z } from "zod";
import { parseDurationMs } from "../../config/index.ts";
import { entryProblems } from "./entry-problems.ts";
import { placeholdersIn } from "./fill.ts";

/** One parameter, in the words of JSON Schema 2020-12. */
const parameter = z
  .strictObject({
    type: z.enum(["string", "number", "integer", "boolean"]),
    description: z.string().min(1),
    default: z.union([z.string(), z.number(), z.boolean()]).optional(),
    enum: z
      .array(z.union([z.string(), z.number()]))
      .min(1)
      .optional(),
    /** Regular expression the whole text must match; only for strings. */
    pattern: z.string().optional(),
    minimum: z.number().optional(),
    maximum: z.number().optional(),
    minLength: z.int().min(0).optional(),
    maxLength: z.int().min(0).optional(),
    examples: z.array(z.union([z.string(), z.number(), z.boolean()])).optional(),
  })
  .refine(
    ({ type, default: fallback }) =>
      fallback === undefined || typeof fallback === (type === "integer" ? "number" : type),
    "has a default of another type",
  )
  .refine(
    ({ type, pattern }) => pattern === undefined || type === "string",
    "has a pattern but is no string",
  )
  .refine(
    ({ pattern }) => pattern === undefined || isPattern(pattern),
    "has a pattern that is no regular expression",
  );

const parameterName = z.string().regex(/^[a-z][a-z0-9_]*$/);

/** A JSON Schema for `with`. */
const parameters = z
  .strictObject({
    type: z.literal("object"),
    properties: z.record(parameterName, parameter),
    required: z.array(parameterName).default([]),
    /** Sets of required parameters of which exactly one must be met, e.g. a package or a path. */
    oneOf: z.array(z.strictObject({ required: z.array(parameterName).min(1) })).optional(),
  })
  .refine(
    ({ properties, required }) => required.every((name) => properties[name] !== undefined),
    "requires a parameter that is not among its properties",
  )
  .refine(
    ({ properties, required }) => required.every((name) => properties[name]?.default === undefined),
    "requires a parameter that has a default, which is then never used",
  )
  .refine(
    ({ properties, oneOf = [] }) =>
      oneOf.every(({ required }) =>
        required.every((name) => properties[name]?.default === undefined && properties[name]),
      ),
    "has in oneOf a parameter that is not among its properties, or has a default",
  );

const texts = z.record(z.string(), z.string());

const build = z.strictObject({
  /**
   * template: the template's own folder is sent; workspace: a folder of the repository with its own Dockerfile;
   * source: the template's folder, and `context` (a folder or file of the repository) in it as `source/`, which is
   * empty when `context` names a parameter without a value.
   */
  from: z.enum(["template", "workspace", "source"]),
  context: z.string().default("."),
  dockerfile: z.string().default("Dockerfile"),
  target: z.string().optional(),
  /** A map, or text of NAME=value lines. */
  args: z.union([texts, z.string()]).default({}),
  /** Time after which a build is stopped, such as 20m; default is 10m. */
  timeout: z
    .string()
    .refine((text) => parseDurationMs(text) !== undefined, "is no duration; write for example 20m")
    .optional(),
});

/** Where versions are listed, and which parameter chooses one. */
const version = z.strictObject({
  source: z.enum(["npm", "pypi", "go", "crates", "maven", "image"]),
  /** The name asked for, from parameters. */
  name: z.string().min(1),
  parameter: parameterName,
  /** Semantic version range the template is known to work with. */
  supported: z
    .string()
    .refine((range) => validRange(range) !== null, "is no semantic version range")
    .optional(),
});

/** What the container needs to be let do; what it does not name is forbidden. */
const hardening = z.strictObject({
  user: z.string().describe("User the image runs as."),
  read_only_rootfs: z.boolean().default(true),
  writable: z.array(z.string()).default(["/tmp"]),
});

export const templateFile = z
  .strictObject({
    name: z.string().regex(/^[a-z0-9][a-z0-9_-]{0,62}$/),
    description: z.string().min(1),
    /** Template whose keys hold where this one says nothing. */
    extends: z.string().optional(),
    /** Build argument → reference of the base image it names. */
    bases: texts.default({}),
    parameters: parameters.prefault({ type: "object", properties: {} }),
    version: version.optional(),
    image: z.string().optional(),
    build: build.optional(),
    entrypoint: z.array(z.string()).min(1).optional(),
    command: z.array(z.string()).min(1).optional(),
    env: texts.default({}),
    labels: texts.default({}),
    hardening: hardening.optional(),
    /** What holds for a server of this template where its entry in the run file says nothing: keys of that entry. */
    server: z.record(z.string(), z.unknown()).default({}),
  })
  .refine(
    ({ image, build: built, server }) =>
      Object.hasOwn(server, "url")
        ? image === undefined && built === undefined
        : (image === undefined) !== (built === undefined),
    "needs exactly one of image and build, or neither and server.url",
  )
  .superRefine(({ parameters: { properties }, ...rest }, context) => {
    for (const [key, value] of Object.entries(rest)) {
      const unknown = placeholdersIn(value).filter((name) => !Object.hasOwn(properties, name));
      for (const name of new Set(unknown)) {
        const message = `names {{ ${name} }}, which is no parameter`;
        context.addIssue({ code: "custom", path: [key], message });
      }
    }
  })
  .superRefine(({ server: said }, context) => {
    for (const { path, message } of entryProblems(said)) {
      context.addIssue({ code: "custom", path: ["server", ...path], message });
    }
  });

export type Parameter = z.output<typeof parameter>;
export type TemplateFile = z.output<typeof templateFile>;

function isPattern(source: string): boolean {
  try {
    new RegExp(source, "u");
    return true;
  } catch {
    return false;
  }
}
