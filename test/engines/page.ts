import type { EngineInfo } from "../../src/engine/index.ts";
import { forMarkdown } from "../../src/text/index.ts";

/** How the tests of one engine went. */
export interface Verdict {
  readonly info: EngineInfo;
  readonly passed: number;
  /** Names with the first line of what went wrong. */
  readonly failed: readonly { readonly test: string; readonly why: string }[];
  readonly skipped: number;
}

const begin = "<!-- written by npm run test:engines -- --write -->\n";
const end = "<!-- end -->\n";

/** The page with what these runs showed; what stands outside the marks is kept. */
export function pageWith(page: string, verdicts: ReadonlyMap<string, Verdict>): string {
  const [before, rest] = cut(page, begin);
  const [, after] = cut(rest, end);
  const rows = [...verdicts].map(
    ([name, { info, passed, failed }]) =>
      `| ${name} | ${forMarkdown(info.version)} | ${info.apiVersion} | ${passed} | ${failed.length} |\n`,
  );
  const failures = [...verdicts].flatMap(([name, { failed }]) =>
    failed.map(({ test, why }) => `* ${name}: ${forMarkdown(test)} (${forMarkdown(why)})\n`),
  );
  return [
    before,
    begin,
    "\n| Engine | Version | API used | Tests passed | Failed |\n|---|---|---|---|---|\n",
    ...rows,
    ...(failures.length === 0 ? [] : ["\nWhat failed:\n\n", ...failures]),
    "\n",
    end,
    after,
  ].join("");
}

function cut(text: string, mark: string): readonly [string, string] {
  const at = text.indexOf(mark);
  if (at < 0) {
    throw new Error(`docs/engines.md has lost its mark ${mark.trim()}`);
  }
  return [text.slice(0, at), text.slice(at + mark.length)];
}
