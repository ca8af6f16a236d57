import type { BuildFailure } from "../../engine/index.ts";

interface Instruction {
  /** Counts from 1. */
  readonly line: number;
  readonly keyword: string;
  /** As written, continued lines joined by a space. */
  readonly text: string;
}

interface Stage {
  readonly name: string;
  readonly instructions: readonly Instruction[];
}

/** The instructions that are steps of their own; the others only change what the image says. */
const steps: ReadonlySet<string> = new Set(["FROM", "ADD", "COPY", "RUN", "WORKDIR"]);

/**
 * The line of the Dockerfile a build failed at, counting from 1; undefined when the engine tells too little.
 *
 * `args` are the build arguments, which a base image may be named by.
 */
export async function failingLine(
  dockerfile: string,
  failure: BuildFailure,
  args: Readonly<Record<string, string>>,
): Promise<number | undefined> {
  const told = /dockerfile parse error (?:on )?line (\d+)/i.exec(failure.error)?.[1];
  if (told !== undefined) {
    return Number(told);
  }
  const all = await instructionsOf(dockerfile);
  const { step } = failure;
  const classic = /^Step (\d+)\/\d+ : /.exec(step)?.[1];
  if (classic !== undefined) {
    return all[Number(classic) - 1]?.line;
  }
  const numbered = /^\[(?:\S+\/\S+ )?(?:(\S+) )?(\d+)\/\d+\] (\w+)/.exec(step);
  if (numbered !== null) {
    const [, stage = "stage-0", number, keyword] = numbered;
    return numberedStep(stagesOf(all), stage, Number(number), keyword ?? "")?.line;
  }
  const image = /^(?:\[internal\] load metadata for|FROM) (\S+)$/.exec(step)?.[1];
  if (image !== undefined) {
    return imageUse(all, image, args)?.line;
  }
  if (step.startsWith("resolve image config for")) {
    return 1 + dockerfile.split("\n").findIndex((line) => /^#\s*syntax\s*=/i.test(line));
  }
  return /^https?:\/\/\S+$/.test(step)
    ? all.find(({ keyword, text }) => keyword === "ADD" && text.includes(step))?.line
    : undefined;
}

async function instructionsOf(dockerfile: string): Promise<readonly Instruction[]> {
  const { DockerfileParser } = await import("dockerfile-ast");
  const parsed = DockerfileParser.parse(dockerfile);
  const lines = dockerfile.split(/\r?\n/);
  return parsed.getInstructions().map((instruction) => {
    const { start, end } = instruction.getRange();
    // The parser's own text of the arguments leaves out flags.
    const text = lines
      .slice(start.line, end.line + 1)
      .join(" ")
      .trim();
    return { line: start.line + 1, keyword: instruction.getKeyword(), text };
  });
}

function stagesOf(all: readonly Instruction[]): readonly Stage[] {
  const starts = all.flatMap(({ keyword }, index) => (keyword === "FROM" ? [index] : []));
  return starts.map((start, index) => {
    const name = /\sAS\s+(\S+)\s*$/i.exec(all[start]?.text ?? "")?.[1] ?? `stage-${index}`;
    return { name: name.toLowerCase(), instructions: all.slice(start, starts[index + 1]) };
  });
}

/** BuildKit names a step by its stage and its number in it; a single stage without a name is not named. */
function numberedStep(
  stages: readonly Stage[],
  name: string,
  number: number,
  keyword: string,
): Instruction | undefined {
  const stage = stages.find((each) => each.name === name.toLowerCase()) ?? stages.at(0);
  const counted = stage?.instructions.filter((each) => steps.has(each.keyword));
  const found = counted?.[number - 1];
  // An image's ONBUILD instructions are counted too, and stand in no line of this file.
  return found?.keyword === keyword.toUpperCase() ? found : undefined;
}

/** The FROM or COPY --from that names an image, `docker.io/library/name:latest` in the engine's words. */
function imageUse(
  all: readonly Instruction[],
  image: string,
  args: Readonly<Record<string, string>>,
): Instruction | undefined {
  const given = { ...defaultsOf(all), ...args };
  const wanted = fullName(image);
  return all.find(({ text }) => {
    const named = /^FROM\s+(?:--\S+\s+)*(\S+)|^COPY\s.*?--from=(\S+)/i.exec(text);
    const written = named?.[1] ?? named?.[2] ?? "";
    return fullName(filled(written, given)) === wanted;
  });
}

/** Defaults of the arguments before the first FROM, which are those a base image may be named by. */
function defaultsOf(all: readonly Instruction[]): Readonly<Record<string, string>> {
  const first = all.findIndex(({ keyword }) => keyword === "FROM");
  const pairs = all.slice(0, Math.max(0, first)).flatMap(({ text }) => {
    const match = /^ARG\s+(\w+)=["']?([^"'\s]*)/i.exec(text);
    return match ? [[match[1] ?? "", match[2] ?? ""] as const] : [];
  });
  return Object.fromEntries(pairs);
}

function filled(text: string, values: Readonly<Record<string, string>>): string {
  return text.replace(/\$(?:\{(\w+)(?::?-([^}]*))?\}|(\w+))/g, (_, braced, fallback, plain) => {
    const name = String(braced ?? plain);
    return values[name] ?? String(fallback ?? "");
  });
}

function fullName(reference: string): string {
  const short = reference.replace(/^docker\.io\//, "").replace(/^library\//, "");
  return /[:@][^/]*$/.test(short) ? short : `${short}:latest`;
}
