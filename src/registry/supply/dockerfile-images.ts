import { instructionsOf } from "./instructions.ts";

/** An image that a Dockerfile names. */
export interface NamedImage {
  /** From 1. */
  readonly line: number;
  /** With its variables filled in, as far as their values are known. */
  readonly reference: string;
}

type Values = Readonly<Record<string, string>>;

/**
 * Every image that a Dockerfile may make the engine pull: FROM, COPY --from, RUN --mount, and the syntax it is read by.
 *
 * `args` are the build's arguments. A variable without a known value stays in the reference as it is written.
 */
export function imagesNamedIn(dockerfile: string, args: Values): readonly NamedImage[] {
  const stages = new Set(["scratch"]);
  const found: NamedImage[] = [...syntaxesOf(dockerfile, args)];
  let values: Values = {};
  let begun = false;
  for (const { line, text, quoted } of instructionsOf(dockerfile)) {
    const [, word = "", rest = ""] = /^(?:ONBUILD\s+)?(\w+)\s+(.*)$/is.exec(text) ?? [];
    const keyword = word.toUpperCase();
    const [image = "", as = "", name = ""] = rest
      .split(/\s+/)
      .filter((each) => !/^--|^$/.test(each));
    const images = keyword === "FROM" ? [expand(image, values)] : imagesOfFlags(keyword, rest);
    for (const reference of images) {
      // A number is a stage, too.
      if (!stages.has(reference.toLowerCase()) && !/^\d+$/.test(reference)) {
        found.push({ line, reference });
      }
    }
    if (keyword === "FROM") {
      begun = true;
      if (as.toUpperCase() === "AS" && !quoted) {
        stages.add(name.toLowerCase());
      }
    } else if (keyword === "ARG" && !begun) {
      // Only arguments before the first FROM are known to a FROM.
      values = { ...values, ...declaredIn(rest, args, values) };
    }
  }
  return found;
}

/** Reads a Dockerfile by another program: an image of its own, named in a comment or by an argument. */
function syntaxesOf(dockerfile: string, args: Values): readonly NamedImage[] {
  const named = dockerfile.split(/\r?\n/).flatMap((text, index) => {
    const [, reference] = /^\s*(?:#|\/\/)\s*syntax\s*=\s*(\S+)/i.exec(text) ?? [];
    return reference === undefined ? [] : [{ line: index + 1, reference }];
  });
  const byArgument = args["BUILDKIT_SYNTAX"];
  // It can be named in JSON as well. That stands here as it is: no reference, so it is refused.
  const inJson = /^\s*(\{.*)/.exec(dockerfile)?.[1];
  const others = [byArgument, inJson].flatMap((reference) => reference ?? []);
  return [...named, ...others.map((reference) => ({ line: 1, reference }))];
}

function imagesOfFlags(keyword: string, rest: string): readonly string[] {
  const flags = /^(?:--\S*\s+)*/.exec(`${rest} `)?.[0].split(/\s+/) ?? [];
  if (keyword === "COPY" || keyword === "ADD") {
    return flags.flatMap((flag) => /^--from=(.*)$/i.exec(flag)?.[1] ?? []);
  }
  return flags
    .flatMap((flag) => /^--mount=(.*)$/i.exec(flag)?.[1] ?? [])
    .flatMap((mount) =>
      // Fields may be quoted as in CSV; nobody does that, so the whole stands here and is refused.
      /["\\]/.test(mount)
        ? [mount]
        : mount.split(",").flatMap((field) => /^\s*from=(.*)$/i.exec(field)?.[1] ?? []),
    );
}

/** Arguments with a value: as given to the build, else their default. */
function declaredIn(rest: string, args: Values, values: Values): Values {
  const words = rest.match(/(?:"[^"]*"|'[^']*'|\\.|[^\s"'\\])+/g) ?? [];
  const pairs = words.flatMap((each) => {
    const [, name = "", text] = /^(\w+)(?:=(.*))?$/s.exec(each) ?? [];
    const plain = text?.replace(/^(["'])(.*)\1$/s, "$2");
    const value = args[name] ?? (plain === undefined ? undefined : expand(plain, values));
    return name === "" || value === undefined || isAutomatic(name) ? [] : [[name, value] as const];
  });
  return Object.fromEntries(pairs);
}

/** The builder itself gives them values, whatever the Dockerfile says. */
function isAutomatic(name: string): boolean {
  return /^(?:BUILD|TARGET)(?:PLATFORM|OS|OSVERSION|ARCH|VARIANT|STAGE)$/.test(name);
}

function expand(text: string, values: Values): string {
  return text.replaceAll(
    /\$\{(\w+)(?::([-+])([^}]*))?\}|\$(\w+)/g,
    (written: string, braced?: string, sign?: string, word?: string, plain?: string) => {
      const name = braced ?? plain ?? "";
      const value = values[name];
      if (isAutomatic(name)) {
        return written;
      }
      if (sign === "+") {
        return value ? (word ?? "") : "";
      }
      return (value || (sign === "-" ? (word ?? "") : value)) ?? written;
    },
  );
}
