import { readdirSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { DockerfileParser } from "dockerfile-ast";
import { expect, test } from "vitest";
import { loadTemplate } from "../../src/registry/index.ts";
import { templatesFolder } from "../registry/deps.ts";

const names = readdirSync(templatesFolder).sort();

/** A template and its Dockerfile's parts; undefined when the template builds nothing of its own. */
async function dockerfileOf(name: string) {
  const template = await loadTemplate(templatesFolder, name);
  if (template.build === undefined || template.build.from === "workspace") {
    return undefined;
  }
  const text = await readFile(join(template.folder, "Dockerfile"), "utf8");
  const dockerfile = DockerfileParser.parse(text);
  const all = dockerfile.getInstructions().map((each) => ({
    keyword: each.getKeyword(),
    text: each.getRawArgumentsContent() ?? "",
  }));
  const release = all.slice(all.findLastIndex(({ keyword }) => keyword === "FROM"));
  const last = (keyword: string) => release.findLast((each) => each.keyword === keyword)?.text;
  const declared = new Map(
    dockerfile
      .getARGs()
      .map((arg) => [arg.getProperty()?.getName() ?? "", arg.getProperty()?.getValue() ?? null]),
  );
  return { template, build: template.build, all, release, last, declared };
}

test.for(names)(
  "template %s: the Dockerfile takes every argument and base that is given",
  async (name) => {
    const read = await dockerfileOf(name);
    if (read === undefined) {
      return;
    }
    const { template, build, declared } = read;
    const given = typeof build.args === "string" ? [] : Object.keys(build.args);
    expect([...declared.keys()]).toEqual(expect.arrayContaining(given));
    for (const [argument, reference] of Object.entries(template.bases)) {
      expect([argument, declared.get(argument)]).toEqual([argument, reference]);
    }
  },
);

test.for(names)(
  "template %s: the image's program starts directly, not as root, and finds localhost and the host's authorities",
  async (name) => {
    const read = await dockerfileOf(name);
    if (read === undefined) {
      return;
    }
    const { template, build, release, last } = read;
    expect(release[0]?.text).toMatch(new RegExp(`AS ${build.target}$`, "i"));
    expect(last("USER")).toBe(template.hardening?.user);
    expect(last("USER")).not.toMatch(/^(?:root|0)(?::|$)/);
    expect(last("ENTRYPOINT")).toMatch(/^\["[^"]*(?<!sh)"/);
    const copied = release.filter(({ keyword }) => keyword === "COPY").map(({ text }) => text);
    for (const target of ["/etc/hosts", "/etc/ssl/certs/ca-certificates.crt", "/opt/server"]) {
      expect(copied.filter((text) => text.endsWith(` ${target}`))).toHaveLength(1);
    }
  },
);
