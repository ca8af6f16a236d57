import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { inputsReference, inputTable, outputDescriptions } from "../../src/action/index.ts";

interface ActionFile {
  readonly inputs: Readonly<Record<string, { description: string; default: string }>>;
  readonly outputs: Readonly<Record<string, { description: string }>>;
  readonly runs: Readonly<Record<string, string>>;
}

const read = (path: string): string =>
  readFileSync(fileURLToPath(new URL(`../../${path}`, import.meta.url)), "utf8");
const actionFile = parse(read("action.yml")) as ActionFile;

test("action.yml has the inputs of the schema: names, defaults and descriptions", () => {
  const given = Object.entries(actionFile.inputs).map(([name, input]) => ({
    name,
    default: input.default,
    description: input.description,
  }));
  expect(given, "left: action.yml, right: src/action/inputs.ts").toEqual(inputTable());
});

test("action.yml has the outputs of src/action/outputs.ts", () => {
  const given = Object.entries(actionFile.outputs).map(([name, output]) => [
    name,
    output.description,
  ]);
  expect(Object.fromEntries(given)).toEqual(outputDescriptions);
});

test("action.yml runs main, and post in any case, on Node 24", () => {
  expect(actionFile.runs).toEqual({
    using: "node24",
    main: "dist/main/index.js",
    post: "dist/post/index.js",
    "post-if": "always()",
  });
});

test("the reference page names every input and output", () => {
  const page = inputsReference();
  for (const name of [...Object.keys(actionFile.inputs), ...Object.keys(actionFile.outputs)]) {
    expect(page).toContain(`| \`${name}\` |`);
  }
});
