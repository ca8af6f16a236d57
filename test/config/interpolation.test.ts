import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import { anyText, argumentsOf, linesOf, load, minimal, problemsOf } from "./loading.ts";

type Values = Readonly<Record<string, string>>;

/** The environment of server `a` when `env` is written as its YAML. */
function envOf(env: string, variables: Values = {}, environment: Values = {}) {
  return load(minimal({ server: `env:\n  T: ${env}` }), { variables, environment }).runFile.servers[
    "a"
  ]?.env["T"];
}

/** The argument `v` of the step when it is written as `written`. */
function argumentOf(written: string, variables: Values = {}) {
  return argumentsOf(minimal({ step: `with:\n  v: ${written}` }), { variables })["v"];
}

describe("forms", () => {
  test.each<[string, Values, string]>([
    ["${A}", { A: "x" }, "x"],
    ["a-${A}-${B}", { A: "x", B: "y" }, "a-x-y"],
    ["${A:-d}", {}, "d"],
    ["${A:-d}", { A: "" }, "d"],
    ["${A:-d}", { A: "x" }, "x"],
    ["${A:-}", {}, ""],
    ["${A:-a b, c}", {}, "a b, c"],
    ["${A:?say}", { A: "x" }, "x"],
    ["$$", {}, "$"],
    ["$${A}", {}, "${A}"],
    ["$$$${A}", { A: "x" }, "$${A}"],
    ["$$${A}", { A: "x" }, "$x"],
    ["$A $ $.x 5$", { A: "x" }, "$A $ $.x 5$"],
  ])("I27 %j with %j is %j", (written, variables, filled) => {
    expect(envOf(JSON.stringify(written), variables)).toBe(filled);
    expect(envOf(`'${written}'`, variables)).toBe(filled);
    expect(envOf(`|-\n    ${written}`, variables)).toBe(filled);
  });

  test("I27 all missing names are reported at once, each at its place", () => {
    const text = minimal({
      server:
        'env:\n  A: ${ONE}\n  B: "x${TWO}y${THREE}"\n  C: ${FOUR:-ok}\n  D: ${FIVE:?give me five}\n  E: ${SET}',
    });
    expect(linesOf(text, { environment: { SET: "1" } })).toEqual([
      expect.stringMatching(/^6:10 \$\{ONE\} is not set; .*--var ONE=…/),
      expect.stringMatching(/^7:12 \$\{TWO\} is not set/),
      expect.stringMatching(/^7:19 \$\{THREE\} is not set/),
      "9:10 ${FIVE} is needed: give me five",
    ]);
  });

  test("I27 a misspelt variable is named", () => {
    expect(
      linesOf(minimal({ server: "env: { A: '${TOKEN}' }" }), { variables: { TOKNE: "x" } })[0],
    ).toContain("${TOKEN} is not set, but TOKNE is");
  });

  test.each(["${", "${}", "${1A}", "${a.b}", "${A-b}", "${A:+b}", "${ A }", "${A"])(
    "I27 %j is not understood, and its place and the forms are named",
    (written) => {
      expect(
        linesOf(minimal({ server: `env: { A: "xx${written}" }` }), { variables: { A: "1" } }),
      ).toEqual([expect.stringMatching(/^5:18 this \$\{ is not understood; write \$\{NAME\}/)]);
    },
  );

  test("I27 a default inside of a default is refused", () => {
    expect(
      linesOf(minimal({ server: 'env: { A: "${A:-${B}}" }' }), { variables: { B: "1" } })[0],
    ).toContain("is not understood");
  });

  test("I27 without quotes between braces the parser's error comes with what to do", () => {
    const [problem] = problemsOf(minimal({ server: "env: { A: ${A} }" }), {
      variables: { A: "1" },
    });
    expect(problem?.line).toBe(5);
    expect(problem?.hint).toContain("Put quotes around");
  });

  test("keys are not filled in", () => {
    expect(
      linesOf(minimal({ server: 'env: { "${A}": 1 }' }), { variables: { A: "B" } })[0],
    ).toContain("must be a name");
  });
});

describe("where values come from", () => {
  test("variables come before the environment, also when empty", () => {
    expect(envOf("${A}", { A: "var" }, { A: "env" })).toBe("var");
    expect(envOf("x${A}", { A: "" }, { A: "env" })).toBe("x");
    expect(envOf("${A}", {}, { A: "env" })).toBe("env");
  });

  test.each([
    "GITHUB_TOKEN",
    "ACTIONS_RUNTIME_TOKEN",
    "ACTIONS_ID_TOKEN_REQUEST_URL",
    "INPUT_PASSWORD",
  ])("%s is never filled in from the environment, but from a variable", (name) => {
    const lines = linesOf(minimal({ server: `env: { A: "\${${name}}" }` }), {
      environment: { [name]: "hush-hush" },
    });
    expect(lines).toEqual([
      expect.stringContaining(`\${${name}} is never filled in from the environment; hand it over`),
    ]);
    expect(lines.join()).not.toContain("hush-hush");
    expect(envOf(`\${${name}}`, { [name]: "given" })).toBe("given");
    expect(envOf(`\${${name}:-fallback}`, {}, { [name]: "hush-hush" })).toBe("fallback");
  });

  test("secrets may name GITHUB_TOKEN, never what belongs to the runner", () => {
    expect(
      load(minimal({ server: "secrets: [GITHUB_TOKEN, API_KEY]" })).runFile.servers["a"]?.secrets,
    ).toHaveLength(2);
    expect(linesOf(minimal({ server: "secrets: [ACTIONS_RUNTIME_TOKEN, INPUT_X]" }))).toEqual([
      expect.stringContaining("is never handed to a server"),
      expect.stringContaining("is never handed to a server"),
    ]);
  });

  test("names of methods of objects are not set", () => {
    expect(linesOf(minimal({ server: 'env: { A: "${toString}${constructor}" }' }))).toHaveLength(2);
  });

  test("variables that nothing mentions are told", () => {
    const { unusedVariables } = load(minimal({ server: "env: { A: '${A}' }" }), {
      variables: { A: "1", B: "2" },
    });
    expect(unusedVariables).toEqual(["B"]);
  });
});

describe("what becomes of a value", () => {
  test.each<[string, string, unknown]>([
    ["${V}", "5", 5],
    ["${V}", "-1.5e3", -1500],
    ["${V}", "true", true],
    ["${V}", "null", null],
    ["${V}", "no", "no"],
    ["${V}", "[1]", "[1]"],
    ["${V}", "a: b", "a: b"],
    ["${V}", "", ""],
    ['"${V}"', "5", "5"],
    ["'${V}'", "true", "true"],
    ["x${V}", "5", "x5"],
    ["${V}${V}", "5", "55"],
    ["${W:-7}", "", 7],
  ])("%s filled in with %j is %j", (written, value, filled) => {
    expect(argumentOf(written, { V: value })).toStrictEqual(filled);
  });

  test("I19 a number filled in that cannot be held is refused without being shown", () => {
    const [problem, ...others] = problemsOf(minimal({ step: "with:\n  v: ${V}" }), {
      variables: { V: "90071992547409931234" },
    });
    expect(others).toEqual([]);
    expect(problem?.message).not.toContain("9007");
  });

  test("filled-in numbers are numbers for the schema, and text where text is wanted", () => {
    const { servers } = load(minimal({ server: "limits:\n  pids: ${P}\nenv:\n  V: ${V}" }), {
      variables: { P: "64", V: "1.10" },
    }).runFile;
    expect(servers["a"]?.limits.pids).toBe(64);
    expect(servers["a"]?.env["V"]).toBe("1.10");
  });

  test("a wrong value that was filled in is not shown, only what was written", () => {
    const secret = "s3cr3t-value";
    for (const server of [
      "limits:\n  cpus: ${S}",
      "limits:\n  memory: ${S}",
      "template: ${S}!",
      "volumes:\n  - host_path: ../../${S}\n    container_path: ${S}",
      "secrets:\n  - ${S}",
      "transport: ${S}",
    ]) {
      const { problems } = {
        problems: problemsOf(minimal({ server }), { variables: { S: secret } }),
      };
      expect(JSON.stringify(problems)).not.toContain(secret);
      expect(JSON.stringify(problems)).toContain("${S}");
    }
    for (const step of [
      "server: ${S}",
      "list: ${S}",
      "expect:\n  text:\n    matches: (${S}",
      "capture: { x: '${S}' }",
      "with: { m: '{{ ${S} }}' }",
      "timeout: ${S}",
    ]) {
      expect(
        JSON.stringify(
          problemsOf(minimal({ step }), { variables: { S: secret.replaceAll("-", "_") } }),
        ),
      ).not.toContain("s3cr3t");
    }
  });
});

describe("I28 one pass", () => {
  const value = anyText({ maxLength: 40 });
  const hostile = fc.constantFrom(
    "${B}",
    "$$",
    "${A}",
    "x\n  evil: 1",
    "# no",
    "*x",
    "&a",
    "!!str x",
    "- 1",
    "'",
    '"',
    "}",
    "\n---\n",
    "{{ a }}",
    "\u2028",
    "\ud83d\ude00",
  );
  const styles = fc.constantFrom(
    (name: string) => `"x\${${name}}"`,
    (name: string) => `'x\${${name}}'`,
    (name: string) => `x\${${name}}`,
    (name: string) => `|-\n    x\${${name}}`,
    (name: string) => `>-\n    x\${${name}}`,
  );

  test("I28 what was filled in is never looked at again, adds nothing, and the text after it says the same", () => {
    fc.assert(
      fc.property(fc.oneof(value, hostile), styles, (filled, style) => {
        const text = minimal({ server: `env:\n  T: ${style("A")}\n  U: "1"` });
        const loaded = load(text, { variables: { A: filled, B: "never" } });
        const expected = { T: `x${filled}`, U: "1" };
        expect(loaded.runFile.servers["a"]?.env).toEqual(expected);
        expect(parse(loaded.text)).toMatchObject({
          servers: { a: { image: "alpine:3.20", env: expected } },
        });
      }),
      { numRuns: 500 },
    );
  });

  test("the text after filling in is the text as written when nothing was filled in", () => {
    const text = `${minimal()}# a comment with $\{NOTHING}\n`;
    expect(load(text).text).toBe(text);
  });

  test("I29 a value may have line breaks, a name may not be anything", () => {
    expect(envOf('"${A}"', { A: "a\nb" })).toBe("a\nb");
    for (const name of ["A=B", "1A", "A B", "é", "A-B", '"A\\nB"', '"A\\0"', '""']) {
      expect(linesOf(minimal({ server: `env: { ${name}: x }` }))[0]).toMatch(
        /must be a name of letters, digits and _/,
      );
    }
    expect(load(minimal({ server: "env: { lower_case: x }" })).runFile.servers["a"]?.env).toEqual({
      lower_case: "x",
    });
    expect(linesOf(minimal({ server: 'env: { A: "a\\0b" }' }))[0]).toContain(
      "must not contain a NUL character",
    );
  });
});
