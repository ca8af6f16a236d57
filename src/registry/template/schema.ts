import validRange from "semver/ranges/valid.js";
import { z } from "zod";
import { parseDurationMs } from "../../config/index.ts";
import { entryProblems } from "./entry-problems.ts";
import { placeholdersIn } from "./fill.ts";

const scalar = z.union([z.string(), z.number(), z.boolean()]);

/** One parameter, in the words of JSON Schema 2020-12. */
const parameter = z
  .strictObject({
    type: z.enum(["string", "number", "integer", "boolean"]).describe("What it is."),
    description: z.string().min(1).describe("What it is for; shown wherever it is missing."),
    default: scalar
      .optional()
      .describe("Holds when the run file does not give it; without one it has no value then."),
    enum: z
      .array(z.union([z.string(), z.number()]))
      .min(1)
      .optional()
      .describe("The only values it may have."),
    pattern: z
      .string()
      .optional()
      .describe("Regular expression that the whole text must match; only for strings."),
    minimum: z.number().optional().describe("Least number."),
    maximum: z.number().optional().describe("Greatest number."),
    minLength: z.int().min(0).optional().describe("Least number of characters."),
    maxLength: z.int().min(0).optional().describe("Greatest number of characters."),
    examples: z.array(scalar).optional().describe("For people and editors."),
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
    type: z.literal("object").describe("As JSON Schema wants it."),
    properties: z.record(parameterName, parameter).describe("The parameters by name."),
    required: z.array(parameterName).default([]).describe("Those that must be given."),
    oneOf: z
      .array(
        z.strictObject({
          required: z.array(parameterName).min(1).describe("Parameters given together."),
        }),
      )
      .min(1)
      .optional()
      .describe("Sets of parameters of which exactly one is given, such as a package or a folder."),
  })
  .describe("JSON Schema of what a server of the template gives as `with`.")
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

const writablePath = z
  .string()
  .regex(/^\/(?:[A-Za-z0-9_.-]+\/?)+$/, "must be an absolute path other than /")
  .refine((path) => !path.split("/").includes(".."), "must not have .. in it");

const build = z.strictObject({
  from: z
    .enum(["template", "workspace", "source"])
    .describe(
      "What is sent. template: the template's folder; workspace: a folder of the repository with its own Dockerfile; source: the template's folder, and `context` in it as `source/`, which is empty when `context` names a parameter without a value.",
    ),
  context: z
    .string()
    .default(".")
    .describe("Folder or file of the repository, relative to the run file."),
  dockerfile: z.string().default("Dockerfile").describe("Dockerfile in the folder that is sent."),
  target: z.string().optional().describe("Stage to build; default is the last."),
  args: z
    .union([texts, z.string()])
    .default({})
    .describe("Build arguments: a map, or text of NAME=value lines."),
  ignore: z
    .array(z.string().min(1))
    .default([])
    .describe(
      "With source: rules of a .dockerignore that hold in the repository's folder before its own.",
    )
    .meta({ examples: [["**/node_modules"]] }),
  timeout: z
    .string()
    .refine((text) => parseDurationMs(text) !== undefined, "is no duration; write for example 20m")
    .optional()
    .describe("Time after which a build is stopped; default is 10m."),
});

const version = z.strictObject({
  source: z
    .enum(["npm", "pypi", "go", "crates", "maven", "image"])
    .describe("Kind of index that lists the versions."),
  name: z.string().min(1).describe("Name that is looked up there."),
  parameter: parameterName.describe("Parameter that chooses the version."),
  supported: z
    .string()
    .refine((range) => validRange(range) !== null, "is no semantic version range")
    .optional()
    .describe("Range of semantic versions the template works with; another is refused."),
});

const hardening = z.strictObject({
  user: z.string().min(1).optional().describe("User that the image runs as; never root."),
  writable: z
    .array(writablePath)
    .max(8)
    .default([])
    .describe(
      "Folders the server must be able to write to besides /tmp; empty at its start, in memory, and gone after it.",
    ),
});

const words = z.array(z.string()).min(1).optional();

export const templateFile = z
  .strictObject({
    name: z
      .string()
      .regex(/^[a-z0-9][a-z0-9_-]{0,62}$/)
      .describe("The name of its folder."),
    description: z.string().min(1).describe("What it is for, in a sentence."),
    extends: z
      .string()
      .optional()
      .describe(
        "Template whose keys hold where this one says nothing; maps are merged. Without a Dockerfile of its own it is built from the other's folder.",
      ),
    bases: texts
      .default({})
      .describe("Build argument, and the reference of the base image that it names."),
    parameters: parameters.prefault({ type: "object", properties: {} }),
    version: version.optional().describe("Where its versions are listed."),
    image: z.string().optional().describe("Image to take as it is, in place of `build`."),
    build: build.optional().describe("How the image is built, in place of `image`."),
    entrypoint: words.describe("Replaces the entrypoint of the image."),
    command: words.describe("Replaces the command of the image."),
    env: texts.default({}).describe("Environment of the server."),
    labels: texts.default({}).describe("Labels of the image."),
    hardening: hardening
      .optional()
      .describe("What the container must let the server do; all else is forbidden."),
    server: z
      .record(z.string(), z.unknown())
      .default({})
      .describe(
        "Keys of a server's entry in the run file that hold where the entry says nothing: `transport`, `http`, `ready`, `secrets`, `volumes`, `env`, `network`, `url` and others.",
      ),
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
