/** A version as numbers and words that are compared one by one. */
type Key = readonly (number | string)[];

/** Newest first by Semantic Versioning; what is no such version comes last, by its words. */
export async function newestSemantic(versions: readonly string[]): Promise<readonly string[]> {
  const { default: semver } = await import("semver");
  return versions.toSorted((a, b) => {
    const [known, other] = [semver.valid(a) !== null, semver.valid(b) !== null];
    return known && other
      ? semver.rcompare(a, b)
      : Number(other) - Number(known) || compareKeys(wordsOf(b), wordsOf(a));
  });
}

/** Newest first by the rules of Python's packages (PEP 440): dev < a < b < rc < release < post. */
export function newestPython(versions: readonly string[]): readonly string[] {
  return versions.toSorted((a, b) => compareKeys(pythonKey(b), pythonKey(a)));
}

/** Newest first by the numbers in it; 1.0-rc1 is before 1.0, and what has no number at all comes last. */
export function newestNatural(versions: readonly string[]): readonly string[] {
  const numbered = (version: string) => Number(/\d/.test(version));
  return versions.toSorted(
    (a, b) => numbered(b) - numbered(a) || compareKeys(wordsOf(b), wordsOf(a)),
  );
}

const pythonForm =
  /^v?(?:(\d+)!)?(\d+(?:\.\d+)*)(?:[-_.]?(a|b|c|rc|alpha|beta|pre|preview)[-_.]?(\d*))?(?:-(\d+)|[-_.]?(post|rev|r)[-_.]?(\d*))?(?:[-_.]?(dev)[-_.]?(\d*))?(?:\+.*)?$/i;

const preStages: Readonly<Record<string, number>> = { a: 1, alpha: 1, b: 2, beta: 2 };

function pythonKey(version: string): Key {
  const match = pythonForm.exec(version);
  if (match === null) {
    return [-1, ...wordsOf(version)];
  }
  const [, epoch = "0", release = "", pre, preNumber, dash, post, postNumber, dev, devNumber] =
    match;
  const isPost = dash !== undefined || post !== undefined;
  // A development release of nothing else comes before every pre-release.
  const stage =
    pre === undefined
      ? dev !== undefined && !isPost
        ? 0
        : 4
      : (preStages[pre.toLowerCase()] ?? 3);
  const numbers = release.split(".").map(Number);
  while (numbers.length < 8) {
    numbers.push(0);
  }
  return [
    Number(epoch),
    ...numbers.slice(0, 8),
    stage,
    Number(preNumber ?? 0),
    isPost ? 1 + Number(dash ?? postNumber ?? 0) : 0,
    dev === undefined ? Number.MAX_SAFE_INTEGER : Number(devNumber ?? 0),
  ];
}

/** Words that say that a version is not yet the one they stand behind, in their order. */
const before = ["snapshot", "dev", "alpha", "a", "beta", "b", "milestone", "m", "rc", "cr", "pre"];

function wordsOf(version: string): Key {
  const parts = version.toLowerCase().match(/\d+|[a-z]+/g) ?? [];
  return parts.map((part) => {
    const rank = before.indexOf(part);
    return /^\d/.test(part) ? Number(part) : rank === -1 ? part : rank - before.length;
  });
}

/** A shorter one stands before a longer one, unless what the longer one goes on with is a word such as rc. */
function compareKeys(a: Key, b: Key): number {
  for (let index = 0; index < Math.max(a.length, b.length); index += 1) {
    const [one, other] = [a[index] ?? -0.5, b[index] ?? -0.5];
    if (one === other) {
      continue;
    }
    if (typeof one === "number" && typeof other === "number") {
      return one - other;
    }
    if (typeof one === "string" && typeof other === "string") {
      return one < other ? -1 : 1;
    }
    // 1.2.alpine < 1.2.3, and 1.2 < 1.2.alpine.
    return typeof one === "string" ? (Number(other) < 0 ? 1 : -1) : one < 0 ? -1 : 1;
  }
  return 0;
}
