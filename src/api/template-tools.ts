import { z } from "zod";
import { defineTool } from "./tool.ts";
import { imageView, templateView, viewImage, viewTemplate } from "./views-of-templates.ts";

export const parameters = z
  .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
  .default({})
  .describe("Parameters of the template; `with` in a run file.");

export const listTemplates = defineTool({
  name: "docker_list_templates",
  title: "List templates",
  description:
    "Lists the templates there are, built in or registered, each with the JSON Schema of its parameters.",
  input: z.strictObject({}),
  output: z.object({ templates: z.array(templateView) }),
  annotations: { readOnlyHint: true, openWorldHint: false },
  run: async (operations) => ({
    templates: (await operations.listTemplates()).map(viewTemplate),
  }),
});

export const registerTemplate = defineTool({
  name: "docker_register_template",
  title: "Register a template",
  description:
    "Adds a template to this manager for as long as it runs. One that is not sound is refused with file, line and rule.",
  input: z.strictObject({
    name: z.string().min(1).max(63).describe("Its name, the same as in its template.yml."),
    template: z.string().min(1).describe("Content of its template.yml."),
    files: z
      .record(z.string(), z.string())
      .default({})
      .describe("Further files of its folder by path, such as Dockerfile; 1 MiB in all."),
    override: z
      .boolean()
      .default(false)
      .describe("Whether it may take the place of a template of the same name."),
  }),
  output: templateView,
  annotations: { readOnlyHint: false, destructiveHint: false, openWorldHint: false },
  run: async (operations, input) => viewTemplate(await operations.registerTemplate(input)),
});

export const buildImage = defineTool({
  name: "docker_build_image",
  title: "Build an image",
  description:
    "Finds, pulls or builds the image a server of a template would be started from, and starts nothing. Progress names each step.",
  input: z.strictObject({
    server_type: z.string().min(1).describe("Template, for example npm, dockerfile or image."),
    parameters,
  }),
  output: imageView,
  annotations: {
    readOnlyHint: false,
    destructiveHint: false,
    idempotentHint: true,
    openWorldHint: true,
  },
  run: async (operations, input, context) =>
    viewImage(
      await operations.buildImage(
        { serverType: input.server_type, parameters: input.parameters },
        context,
      ),
    ),
});
