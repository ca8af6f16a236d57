import { randomBytes } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { expect, test } from "vitest";
import { server as serverSchema } from "../../src/config/server.ts";
import { failingLine } from "../../src/registry/build/failing-line.ts";
import { localBaseImage, resolveImage } from "../../src/registry/index.ts";
import { faultOf, registryDeps, scratch } from "./deps.ts";

/** The fault of building this Dockerfile. */
async function failed(dockerfile: string, build: { readonly dockerfile?: string } = {}) {
  const workspace = await scratch();
  const path = build.dockerfile ?? "Dockerfile";
  await mkdir(dirname(join(workspace, path)), { recursive: true });
  await writeFile(join(workspace, path), dockerfile);
  const deps = await registryDeps(workspace);
  return faultOf(resolveImage(serverSchema.parse({ build }), deps));
}

const base = `FROM ${localBaseImage}`;

test("F17 the failing step is named with its line in the Dockerfile and only its own last lines", async () => {
  const nonce = randomBytes(4).toString("hex");
  const dockerfile = `# ${nonce}
ARG BASE=nowhere
${base} AS One
WORKDIR /a
ENV X=1
RUN echo other ${nonce}

# A comment, and a step over several lines.
RUN seq 1 80 && \\
    # said $X
    echo ${nonce} && \\
    exit 3

${base}
COPY --from=one /a /b
`;
  const fault = await failed(dockerfile, { dockerfile: "sub/Dockerfile" });
  expect(fault.code).toBe("IMAGE_BUILD_FAILED");
  expect(fault.message).toMatch(
    /^sub\/Dockerfile:9: build image .* failed at `RUN seq 1 80 .*` with exit code 3/,
  );
  expect(fault.problems).toMatchObject([{ file: "sub/Dockerfile", line: 9, column: 1 }]);
  expect(fault.problems[0]?.message).not.toContain("\n");
  const [, head, ...lines] = fault.message.split("\n");
  expect(head).toBe("Last 50 of 81 lines of the step:");
  expect([lines.length, lines[0], lines.at(-1)]).toEqual([50, "32", nonce]);
});

const places: readonly [string, string, number, RegExp][] = [
  ["an instruction that does not exist", `${base}\n\nRUNN x\n`, 3, /unknown instruction: RUNN/],
  [
    "an instruction without its arguments",
    `${base}\nRUN true\nCOPY a\n`,
    3,
    /COPY requires at least two arguments/,
  ],
  [
    "a file that the context does not have",
    `${base} AS x\nENV A=1\n${base}\nCOPY --from=x / /y\nCOPY absent /\n`,
    5,
    /"\/absent" not found/,
  ],
  [
    "a base that no registry has",
    `ARG TAG=1\nARG HOST=127.0.0.1:9\n\nFROM \${HOST}/nope/x:$TAG\n`,
    4,
    /connection refused/,
  ],
  [
    "a stage that is taken for an image",
    `${base}\nCOPY --from=127.0.0.1:9/stage /a /b\n`,
    2,
    /connection refused/,
  ],
  [
    "an address that does not answer",
    `${base}\nADD http://127.0.0.1:9/x /x\n`,
    2,
    /connection refused/,
  ],
  ["A49 the host's network asked for by a step", `${base}\nRUN --network=host id\n`, 2, /network/],
];

test.each(places)("%s is found at its line", async (_, dockerfile, line, words) => {
  const fault = await failed(dockerfile);
  expect(fault.problems.map((problem) => problem.line)).toEqual([line]);
  expect(fault.message).toMatch(new RegExp(`^Dockerfile:${line}: `));
  expect(fault.message).toMatch(words);
});

test("a template's own Dockerfile is named as the template's, and no place of the repository is blamed", async () => {
  const [templates, workspace] = [await scratch(), await scratch()];
  await mkdir(join(templates, "own"));
  await writeFile(
    join(templates, "own/template.yml"),
    "name: own\ndescription: Fails.\nbuild: { from: template }\n",
  );
  await writeFile(join(templates, "own/Dockerfile"), `${base}\nRUN exit 4\n`);
  const deps = { ...(await registryDeps(workspace)), templatesFolder: templates };
  const fault = await faultOf(resolveImage(serverSchema.parse({ template: "own" }), deps));
  expect(fault.message).toMatch(/^template own, Dockerfile:2: .*exit code 4/);
  expect(fault.problems).toEqual([]);
});

const failure = { error: "x", tail: [], lines: 0 };

test("steps of the classic builder and of an engine that names the platform are found too", async () => {
  const dockerfile = "ARG A\nFROM a AS b\nENV C=1\nRUN d\nFROM e\nRUN f\n";
  const line = (step: string) => failingLine(dockerfile, { ...failure, step }, {});
  expect(await line("Step 4/6 : RUN d")).toBe(4);
  expect(await line("[linux/arm64 b 2/2] RUN d")).toBe(4);
  expect(await line("[stage-1 2/2] RUN f")).toBe(6);
  expect(await line("[b 2/3] COPY x y")).toBeUndefined();
  expect(await line("[internal] load metadata for docker.io/library/e:latest")).toBe(5);
  expect(await line("exporting to image")).toBeUndefined();
});
