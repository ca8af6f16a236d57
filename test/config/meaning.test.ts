import { describe, expect, test } from "vitest";
import { bookOf, faultOf, linesOf, load, minimal, problemsOf } from "./loading.ts";

const two = minimal().replace("scenarios:", "  b:\n    image: busybox\nscenarios:");

describe("I23 nothing tested is never green", () => {
  test.each([
    ["version: 1\nscenarios: [{ name: x, steps: [{ ping: }] }]\n", "servers is missing"],
    [
      "version: 1\nservers: {}\nscenarios: [{ name: x, steps: [{ ping: }] }]\n",
      "servers needs at least one server",
    ],
    ["version: 1\nservers: { a: { image: b } }\n", "scenarios is missing"],
    [
      "version: 1\nservers: { a: { image: b } }\nscenarios: []\n",
      "scenarios needs at least one scenario",
    ],
    [
      "version: 1\nservers: { a: { image: b } }\nscenarios: [{ name: x, steps: [] }]\n",
      "scenarios[0].steps needs at least one step",
    ],
    [
      "version: 1\nservers: { a: { image: b } }\nscenarios: [{ name: x }]\n",
      "scenarios[0].steps is missing",
    ],
    [
      "version: 1\nservers: { a: { image: b } }\nscenarios:\n",
      "scenarios: expected a list, got nothing",
    ],
  ])("I23 %j is refused", (text, message) => {
    expect(linesOf(text)).toEqual([expect.stringContaining(message)]);
  });

  test("I23 a step or scenario with a missing server names it, the nearest and all", () => {
    const [scenario, step] = problemsOf(
      two
        .replace("- name: one", "- name: one\n    server: ab")
        .replace("call: echo", "call: echo\n        server: zzz"),
    );
    expect(scenario).toMatchObject({
      line: 9,
      message: 'there is no server "ab"',
      hint: 'Did you mean "a"? Declared: a, b.',
    });
    expect(step).toMatchObject({
      line: 12,
      message: 'there is no server "zzz"',
      hint: "Declared: a, b.",
    });
  });
});

describe("which server", () => {
  test("the only one need not be named", () => {
    expect(load(minimal()).scenarios[0]?.steps[0]?.server).toBe("a");
  });

  test("of several must be named by step or scenario", () => {
    expect(linesOf(two)).toEqual([
      "10:9 neither the step nor its scenario names a server, and there are several",
    ]);
    expect(
      load(two.replace("- name: one", "- name: one\n    server: b")).scenarios[0]?.steps[0]?.server,
    ).toBe("b");
    const both = two
      .replace("- name: one", "- name: one\n    server: b")
      .replace("call: echo", "call: echo\n        server: a");
    expect(load(both).scenarios[0]?.steps[0]?.server).toBe("a");
  });
});

describe("what a server is", () => {
  test("none of template, image, build is refused at the server", () => {
    expect(linesOf(minimal().replace("image: alpine:3.20", "env: {}"))).toEqual([
      '3:3 the server "a" has none of template, image, build, url; exactly one says what runs',
    ]);
  });

  test("two of them are refused, both named", () => {
    expect(linesOf(minimal({ server: "template: npm" }))).toEqual([
      '5:5 the server "a" has both image and template; exactly one of template, image, build, url says what runs',
    ]);
  });

  test("with belongs to a template", () => {
    expect(linesOf(minimal({ server: "with: { a: 1 }" }))[0]).toBe(
      '5:5 with: has parameters of a template, but the server "a" has image',
    );
  });

  test("I34 a missing template is refused with the nearest when the templates are known", () => {
    const text = minimal().replace("image: alpine:3.20", "template: nmp");
    const [problem] = problemsOf(text, { templates: bookOf("npm", "dockerfile") });
    expect(problem).toMatchObject({
      line: 4,
      message: 'there is no template "nmp"',
      hint: 'Did you mean "npm"? Allowed here: npm, dockerfile.',
    });
    expect(load(text.replace("nmp", "npm"), { templates: bookOf("npm") }).scenarios).toHaveLength(
      1,
    );
    expect(load(text).scenarios).toHaveLength(1);
  });

  test("I34 a server is not built on another: there is no key for it, so there are no cycles", () => {
    expect(linesOf(minimal({ server: "extends: a" }))).toEqual([
      '5:5 unknown key "extends" in servers.a',
    ]);
  });

  test("build may be a text or a map", () => {
    const built = (build: string) =>
      load(minimal().replace("image: alpine:3.20", `build: ${build}`)).runFile.servers["a"]?.build;
    const rest = { secrets: [], timeout: 600_000, max_context: 200 * 2 ** 20 };
    expect(built("./x")).toEqual({ context: "./x", dockerfile: "Dockerfile", args: {}, ...rest });
    expect(built("{ context: y, args: { V: 1.0 }, timeout: 1m, max_context: 1GiB }")).toEqual({
      context: "y",
      dockerfile: "Dockerfile",
      args: { V: "1.0" },
      secrets: [],
      timeout: 60_000,
      max_context: 2 ** 30,
    });
  });
});

describe("paths", () => {
  const volume = (path: string) =>
    minimal({ server: `volumes: [{ host_path: ${JSON.stringify(path)}, container_path: /data }]` });

  test.each(["..", "../x", "a/../../x", "/", "/etc", "/srv/checkout2", "/srv", "./a/../.."])(
    "I33 the volume %j outside of the workspace is refused without leave",
    (path) => {
      const [line, ...more] = linesOf(volume(path), { allow: [] });
      expect(line).toMatch(/^5:28 the .*(?:lies|a path) outside the workspace/);
      expect([more, line?.includes(JSON.stringify(path))]).toEqual([[], true]);
    },
  );

  test.each([".", "data", "./a/../b", "..data", "/srv/checkout/x", "a/..b"])(
    "I33 %j is inside",
    (path) => {
      expect(load(volume(path)).runFile.servers["a"]?.volumes[0]?.host_path).toBe(path);
    },
  );

  test("I33 paths start from the folder of the run file", () => {
    expect(load(volume("../data"), { file: "deep/mcp-manager.yml" }).scenarios).toHaveLength(1);
    const deep = { file: "deep/mcp-manager.yml", allow: [] };
    expect(linesOf(volume("../../data"), deep)).toHaveLength(1);
    expect(load(volume("../data"), { file: "/srv/checkout/deep/x.yml" }).scenarios).toHaveLength(1);
  });

  test("I33 the context must be inside the workspace and the Dockerfile inside the context", () => {
    const build = (written: string) =>
      linesOf(minimal().replace("image: alpine:3.20", `build: ${written}`));
    expect(build("../..")).toEqual(['4:12 the path "../.." lies outside the workspace']);
    expect(build("{ context: / }")).toEqual(['4:23 the path "/" lies outside the workspace']);
    expect(build("{ context: x, dockerfile: ../Dockerfile }")).toEqual([
      '4:38 the Dockerfile "../Dockerfile" lies outside its context',
    ]);
    expect(build("{ dockerfile: /etc/passwd }")).toEqual([
      '4:26 the Dockerfile "/etc/passwd" lies outside its context',
    ]);
  });

  test.each(["data", "/", "//", "/a/../b", "/..", "/a/.", ""])(
    "the container path %j is refused",
    (path) => {
      expect(
        linesOf(
          minimal({
            server: `volumes: [{ host_path: x, container_path: ${JSON.stringify(path)} }]`,
          }),
        ),
      ).toHaveLength(1);
    },
  );

  test("two volumes at one place are refused, two places are not", () => {
    const volumes = (second: string) =>
      minimal({
        server: `volumes:\n  - { host_path: a, container_path: /data }\n  - { host_path: b, container_path: ${second} }`,
      });
    expect(linesOf(volumes("//data/"))).toEqual(['7:41 two volumes are mounted at "//data/"']);
    expect(load(volumes("/data/..x")).scenarios).toHaveLength(1);
  });
});

describe("secrets", () => {
  test("that are not set are all named when the values are known", () => {
    const text = minimal({ server: "secrets: [A, B, C]" });
    expect(linesOf(text, { secrets: { B: "x" } })).toEqual([
      '5:15 the secret "A" is not set',
      '5:21 the secret "C" is not set',
    ]);
    expect(load(text, { secrets: { A: "", B: "x", C: "y" } }).scenarios).toHaveLength(1);
    expect(load(text).scenarios).toHaveLength(1);
  });

  test("are neither listed twice nor in env too", () => {
    expect(linesOf(minimal({ server: "secrets: [A, A, B]\nenv: { B: x }" }))).toEqual([
      '5:18 the secret "A" is listed twice',
      '5:21 "B" is both in env and in secrets',
    ]);
  });
});

describe("steps", () => {
  test("two verbs are refused, both named", () => {
    expect(linesOf(minimal({ step: "list: tools" }))).toEqual([
      "9:9 the step has two verbs, call and list; exactly one says what it does",
    ]);
  });

  test("no verb is refused at the step", () => {
    expect(linesOf(minimal().replace("call: echo", "name: x"))).toEqual([
      "8:9 the step has no verb; exactly one says what it does",
    ]);
  });

  test.each(["ping:", "list: tools"])("with: is refused on %s", (verb) => {
    const verbName = verb.split(":")[0];
    expect(linesOf(minimal({ step: "with: { a: 1 }" }).replace("call: echo", verb))).toEqual([
      `9:9 with: does not go with ${verbName}; it goes with call, prompt, request, notify`,
    ]);
  });

  test("a capture can be used by later steps of its scenario only", () => {
    const text = minimal({
      step: 'capture: { sum: "$.a" }\nwith: { early: "{{ sum }}" }',
    }).concat(
      '      - call: echo\n        with: { deep: [{ x: "a {{sum}} b" }] }\n        expect: { text: "{{ sum }} and {{ sun }}" }\n',
      '  - name: two\n    steps:\n      - call: echo\n        with: { x: "{{ sum }}" }\n',
    );
    const problems = problemsOf(text);
    expect(problems.map(({ line, message }) => `${line} ${message}`)).toEqual([
      "10 {{ sum }} names no capture of an earlier step of this scenario",
      "13 {{ sun }} names no capture of an earlier step of this scenario",
      "17 {{ sum }} names no capture of an earlier step of this scenario",
    ]);
    expect(problems[1]?.hint).toContain('Did you mean "sum"?');
  });

  test("a capture may be a part of a regular expression", () => {
    const later =
      '      - call: echo\n        expect: { text: { matches: "^{{ said }}, [a-z]+$" } }\n';
    const text = minimal({ step: 'capture: { said: "$.a" }' }) + later;
    expect(load(text).scenarios[0]?.steps[1]?.expectations[0]?.predicate).toEqual({
      name: "matches",
      value: "^{{ said }}, [a-z]+$",
    });
    expect(linesOf(text.replace("[a-z]", "[z-a]"))).toHaveLength(1);
  });

  test("braces around anything but a name are left alone", () => {
    expect(
      load(minimal({ step: 'with: { x: "{{ a.b }} {{#if}} {{ }} { {x} }" }' })).scenarios,
    ).toHaveLength(1);
  });

  test("a place in expect is known or a JSONPath", () => {
    const [problem] = problemsOf(minimal({ step: "expect: { txet: x }" }));
    expect(problem).toMatchObject({
      line: 9,
      column: 19,
      message: 'unknown place "txet" in expect',
    });
    expect(problem?.hint).toMatch(/^Did you mean "text"\?.*begins with \$/);
    expect(load(minimal({ step: 'expect: { "$.x": x }' })).scenarios).toHaveLength(1);
  });

  test.each([
    "duration: 5s",
    "duration: { equals: 5s }",
    "bytes: { contains: 5 }",
    'duration: { matches: "5" }',
  ])("%s is never true and refused", (written) => {
    expect(linesOf(minimal({ step: `expect: { ${written} }` }))[0]).toContain(
      "judge it with above, below, between or a number",
    );
  });
});

test("all problems of all kinds come at once, in the order of the file, twenty of them listed", () => {
  const steps = Array.from({ length: 30 }, (_, nth) => `      - { call: x, bad${nth}: 1 }\n`).join(
    "",
  );
  const text = minimal({ server: "env: { A: '${NO}' }" }) + steps;
  const fault = faultOf(text);
  expect(fault.exitCode).toBe(2);
  expect(fault.message).toBe(
    "The run file mcp-manager.yml has 31 problems, the first 20 are listed.",
  );
  expect(fault.problems.map(({ line }) => line)).toEqual([
    5,
    ...Array.from({ length: 19 }, (_, nth) => 10 + nth),
  ]);
  expect(fault.problems.every(({ file }) => file === "mcp-manager.yml")).toBe(true);
});
