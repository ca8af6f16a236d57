import { readFile } from "node:fs/promises";
import { join } from "node:path";

export interface IgnoreRules {
  readonly ignores: (path: string) => boolean;
  /** Whether a rule such as !keep.txt may bring back what lies in an ignored folder. */
  readonly bringsBack: boolean;
}

/** Files of secrets that by convention are never committed, so that they are sent only where `.dockerignore` says `!.env`. */
const secretFiles = "**/.env\n**/.env.local\n**/.env.*.local\n";

/** The CLI writes its report while servers are built: sent, it would make every build another one. */
const ownReport = "**/docker-mcp-manager-report\n";

/** The rules of `<dockerfile>.dockerignore`, else of `.dockerignore`, after our own and the template's. */
export async function ignoreRules(
  folder: string,
  dockerfile: string,
  ignored: readonly string[],
): Promise<IgnoreRules> {
  const own = await readFile(join(folder, `${dockerfile}.dockerignore`), "utf8").catch(
    () => undefined,
  );
  const text =
    own ?? (await readFile(join(folder, ".dockerignore"), "utf8").catch(() => undefined)) ?? "";
  const { default: library } = await import("@balena/dockerignore");
  const ours = [secretFiles, ownReport, ...ignored].join("\n");
  const rules = library.default({ ignorecase: false }).add(ours).add(text);
  return {
    ignores: (path) => rules.ignores(path),
    bringsBack: /^[^\S\n\r\u2028\u2029]*!/m.test(text),
  };
}

/** Whether a path is one of the files that are left out though no rule of the repository says so. */
export function isSecretFile(path: string): boolean {
  return /(?:^|\/)\.env(?:(?:\.[^/]*)?\.local)?$/.test(path);
}
