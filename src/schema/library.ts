import type { Dialect } from "./dialect.ts";
import type { SchemaProblem } from "./problem.ts";
import { showValue } from "./words.ts";

/** Checks of keywords that need no validation of the schema first: its soundness has been tested. */
const options = {
  strict: false,
  allErrors: true,
  validateSchema: false,
  ownProperties: true,
  logger: false,
  unicodeRegExp: true,
} as const;

/**
 * The library's validator of a sound schema. Throws what the library throws; it never loads anything from anywhere.
 *
 * Compiling takes milliseconds, and with the library's own look at the schema against the schema of schemas 95 ms
 * more: `defectOf` does that.
 */
export async function compileWithLibrary(
  schema: object,
  dialect: Dialect,
  formats: boolean,
  within: <T>(work: () => T) => T,
): Promise<(value: unknown) => readonly SchemaProblem[]> {
  const [ajv07, ajv2020, addFormats] = await Promise.all([
    import("ajv"),
    import("ajv/dist/2020.js"),
    import("ajv-formats"),
  ]);
  // Not by its name: the bundle has no named exports of a CommonJS module, only Node.js finds them.
  const Library = (dialect === "2020-12" ? ajv2020 : ajv07).default.default;
  const ajv = new Library({ ...options, validateFormats: formats });
  if (formats) {
    addFormats.default.default(ajv);
  }
  // Its dialect is decided; the library would look for the schema of schemas of that name.
  const { $schema: _, ...rest }: Readonly<Record<string, unknown>> = { ...schema };
  const validate = within(() => ajv.compile(rest));
  return (value) =>
    validate(value)
      ? []
      : (validate.errors ?? []).map(({ instancePath, keyword, message, params }) => ({
          pointer: instancePath,
          keyword,
          message: `${message ?? "is wrong"}${detail(keyword, params)}`,
        }));
}

/** What the library's sentence leaves out. */
function detail(keyword: string, params: Readonly<Record<string, unknown>>): string {
  const said =
    params["additionalProperty"] ??
    params["unevaluatedProperty"] ??
    params["allowedValues"] ??
    params["allowedValue"];
  return said === undefined || keyword === "required" ? "" : `: ${showValue(said)}`;
}
