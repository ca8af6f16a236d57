import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { fieldSections, type SchemaNode } from "../../config/index.ts";
import { templateFile } from "./schema.ts";
import { templateShelf } from "./shelf.ts";
import type { Template } from "./template.ts";

/** Markdown reference of the built-in templates, and of what a template.yml holds. */
export async function templatesPage(templatesFolder: string): Promise<string> {
  const shelf = await templateShelf({ templatesFolder });
  const templates = await Promise.all(shelf.names.map((name) => shelf.load(name)));
  return [
    head,
    "| template | what it is for |\n|---|---|",
    ...templates.map(
      ({ name, description }) => `| [\`${name}\`](#${name}) | ${cell(description)} |`,
    ),
    "",
    ...templates.map((template) => section(template, templatesFolder)),
    ownTemplates,
    ...keysOfTemplates(),
  ].join("\n");
}

const head = `# Templates

<!-- Generated from the folders of templates/. Do not edit; run \`npm run generate\`. -->

A template says how a kind of server is built and started. A server of the run file names one, and gives it parameters:

\`\`\`yaml
servers:
  everything:
    template: npm
    with: { package: "@modelcontextprotocol/server-everything" }
\`\`\`

\`docker-mcp-manager templates\` lists them, \`templates NAME\` tells the parameters, \`templates --versions NAME --with …\` what
can be installed, and \`validate\` judges parameters without building anything. Every template has an example that is run with
a real server by the tests of this project.
`;

const ownTemplates = `## Templates of your own

A folder with a \`template.yml\`, and a \`Dockerfile\` when it builds. The run file names the folder, or the folder it lies in:

\`\`\`yaml
version: 1
templates: ./templates
servers:
  search: { template: our-search, with: { index: small } }
\`\`\`

\`\`\`yaml
# templates/our-search/template.yml
name: our-search
description: The search server, with an index of test data.
parameters:
  type: object
  properties:
    index: { type: string, enum: [small, large], default: small, description: Index to search in. }
build:
  from: source
  context: ./services/search
  args: { INDEX: "{{ index }}" }
server:
  transport: http
  http: { port: 8080 }
  secrets: [SEARCH_KEY]
  ready: { timeout: 2m }
\`\`\`

* \`{{ name }}\` in a text becomes the value of the parameter; a text that is nothing else gets the parameter as it is, a number too.
  What names a parameter without a value is left out.
* **\`server\`** holds where the server's entry in the run file says nothing. Maps are merged; of \`secrets\` both hold, except what the
  entry gives openly in \`env\`; a volume takes the place of the template's at the same path; any other list is the entry's own.
* **\`extends\`** builds on another template: only what differs is said.
* A template of the name of a built-in one is refused, except from a folder with \`override: true\`:
  \`templates: [{ folder: ./templates, override: true }]\`. It may extend the one whose place it takes.
* The folder lies inside the workspace. \`template.yml\`, \`README.md\` and \`example/\` are never sent to the engine.
* Over the manager's API, \`docker_register_template\` takes the same as text.
`;

function section(template: Template, templatesFolder: string): string {
  const { name, description, parameters, bases, version, hardening, server } = template;
  const rows = Object.entries(parameters.properties).map(
    ([key, { type, enum: one, default: fallback, description: meaning }]) =>
      `| \`${key}\` | ${one === undefined ? type : one.map((value) => `\`${value}\``).join(", ")} | ${
        parameters.required.includes(key)
          ? "**required**"
          : fallback === undefined
            ? ""
            : `\`${String(fallback)}\``
      } | ${cell(meaning)} |`,
  );
  const choices = parameters.oneOf?.map(({ required }) =>
    required.map((each) => `\`${each}\``).join(" with "),
  );
  const notes = [
    ...(choices ? [`Exactly one of ${choices.join(" and ")} is given.`] : []),
    ...listed("Built on", Object.values(bases)),
    ...(version?.supported ? [`Versions: \`${version.supported}\`.`] : []),
    ...(hardening?.user ? [`Runs as \`${hardening.user}\`.`] : []),
    ...listed("Writes to", hardening?.writable ?? []),
    ...listed("Says of its servers:", Object.keys(server)),
    `More in its [README](../templates/${name}/README.md).`,
  ];
  return [
    `## ${name}`,
    "",
    description,
    "",
    "| parameter | type | default | meaning |\n|---|---|---|---|",
    ...rows,
    "",
    notes.join(" "),
    "",
    ...example(join(templatesFolder, name, "example", "mcp-manager.yml")),
  ].join("\n");
}

function listed(words: string, all: readonly string[]): readonly string[] {
  return all.length === 0 ? [] : [`${words} ${all.map((each) => `\`${each}\``).join(", ")}.`];
}

/** The servers of the example; its scenarios are no matter here. */
function example(file: string): readonly string[] {
  if (!existsSync(file)) {
    return [];
  }
  const [, servers] = /^(servers:\n(?:(?: .*|#.*)?\n)*)/m.exec(readFileSync(file, "utf8")) ?? [];
  return servers === undefined ? [] : [`\`\`\`yaml\n${servers.trimEnd()}\n\`\`\``, ""];
}

function cell(text: string): string {
  return text.replaceAll("|", "\\|").replaceAll("<", "&lt;").replaceAll(/\s+/g, " ").trim();
}

/** What a template.yml holds; keys with a default may be left out. */
function keysOfTemplates(): readonly string[] {
  // The generator's type is wider than what our schemas make of it.
  const root = z.toJSONSchema(templateFile, { io: "input", target: "draft-2020-12" }) as SchemaNode;
  const parameter = root.properties?.["parameters"]?.properties?.["properties"];
  const each = parameter?.additionalProperties;
  return [
    ...fieldSections(root, "template.yml"),
    "### template.yml.parameters.properties.NAME",
    "",
    ...(typeof each === "object" ? fieldSections(each, "NAME") : []),
  ];
}
