export const id = 491;
export const ids = [491];
export const modules = {

/***/ 17491:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runMain: () => (/* reexport */ runMain)
});

// UNUSED EXPORTS: inputTable, inputsReference, outputDescriptions, runPost

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 2 modules
var schemas = __webpack_require__(88343);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/core.js
var core = __webpack_require__(88532);
// EXTERNAL MODULE: ./build/config/index.js + 23 modules
var config = __webpack_require__(10826);
// EXTERNAL MODULE: ./build/fault/index.js + 2 modules
var build_fault = __webpack_require__(82519);
;// CONCATENATED MODULE: ./build/action/variables.js
const variableName = /^[A-Za-z_][A-Za-z0-9_]*$/;
/** `NAME=value` lines; blank lines are skipped, blanks around a value stay. Problems name the line, never the value. */
function parseVariables(text) {
    const values = new Map();
    const problems = [];
    for (const [index, line] of text.split(/\r?\n/).entries()) {
        const equals = line.indexOf("=");
        const name = line.slice(0, equals).trim();
        if (line.trim() === "") {
            continue;
        }
        if (equals < 0 || !variableName.test(name)) {
            problems.push(`line ${index + 1} must be NAME=value`);
        }
        else if (values.has(name)) {
            problems.push(`line ${index + 1} gives ${name} a second time`);
        }
        else {
            values.set(name, line.slice(equals + 1));
        }
    }
    return { values: Object.fromEntries(values), problems };
}

;// CONCATENATED MODULE: ./build/action/inputs.js




/** The words YAML 1.2 knows for booleans; what other readers take for one (`yes`, `on`) is an error. */
const yes = ["true", "True", "TRUE"];
const no = ["false", "False", "FALSE"];
const maxRetentionDays = 400;
const maxShownLength = 80;
const minTimeoutMs = 1_000;
const maxTimeoutMs = 86_400_000;
const lines = schemas/* string */.YjP()
    .transform((text) => text.split(/\r?\n/).map((line) => line.trim()))
    .transform((all) => all.filter((line) => line !== ""));
const switched = schemas/* string */.YjP()
    .trim()
    .refine((text) => yes.includes(text) || no.includes(text), "must be true or false")
    .transform((text) => yes.includes(text));
const duration = schemas/* string */.YjP()
    .trim()
    .transform((text, context) => {
    const ms = text === "" ? undefined : ((0,config/* parseDurationMs */.yi)(text) ?? 0);
    if (ms !== undefined && (ms < minTimeoutMs || ms > maxTimeoutMs)) {
        context.addIssue("must be a duration from 1s to 1d, such as 90s or 15m");
        return core/* NEVER */.tm;
    }
    return ms;
});
const days = schemas/* string */.YjP()
    .trim()
    .regex(/^\d{0,3}$/, `must be a number of days from 1 to ${maxRetentionDays}, or 0`)
    .transform(Number)
    .refine((count) => count <= maxRetentionDays, `must be at most ${maxRetentionDays}`);
const variables = schemas/* string */.YjP().transform((text, context) => {
    const { values, problems } = parseVariables(text);
    for (const problem of problems) {
        context.addIssue(problem);
    }
    return values;
});
/** Every input of the action. The text defaults here stand in action.yml too, and a test compares them. */
const inputSchemas = {
    config: schemas/* string */.YjP()
        .trim()
        .prefault("")
        .describe("Path of the run file, from the workspace. When empty: `mcp-manager.yml`, then `.github/mcp-manager.yml`."),
    vars: variables
        .prefault("")
        .describe("Values for `${NAME}` in the run file, as `NAME=value` lines. They go before the environment."),
    only: lines
        .prefault("")
        .describe("Names of the scenarios to run, one a line; `*` stands for any text. All when empty."),
    "keep-running": switched
        .prefault("false")
        .describe("Leaves the servers up for later steps of the job. They are removed at the end of the job all the same."),
    "fail-on": schemas/* literal */.euz(["failed", "never"])
        .prefault("failed")
        .describe("What fails the step: `failed` (anything that did not pass) or `never`. A run in which nothing could be tested always fails it."),
    timeout: duration
        .prefault("")
        .describe("Time for the whole run, for example `10m`. When empty: the run file's `timeout`."),
    upload: switched
        .prefault("true")
        .describe("Uploads the reports as artifacts of the workflow run."),
    "artifact-name": schemas/* string */.YjP()
        .trim()
        .prefault("")
        .describe("Name of the artifact. When empty: `docker-mcp-manager-` and the job's id. A name already taken gets a suffix."),
    "retention-days": days
        .prefault("0")
        .describe("Days to keep the artifacts; 0 takes the repository's setting."),
    summary: switched.prefault("true").describe("Writes the report to the job summary."),
    annotations: switched
        .prefault("true")
        .describe("Marks failed steps at their lines of the run file, as annotations."),
    "log-level": schemas/* literal */.euz(["warning", "info", "debug"])
        .prefault("info")
        .describe("What the job log shows: `warning` only what went wrong, `info` each step too, `debug` the engine's versions and the manager's own log as well."),
};
/** Name, text default and description of every input, in order. */
function inputs_inputTable() {
    return Object.entries(inputSchemas).map(([name, schema]) => ({
        name,
        default: String(schema.def.defaultValue),
        description: schema.description ?? "",
    }));
}
/** Reads INPUT_* variables. Throws USAGE that names every bad input at once. */
function readInputs(environment) {
    const problems = [];
    const values = Object.entries(inputSchemas).map(([name, schema]) => {
        const given = environment[`INPUT_${name.toUpperCase()}`];
        const result = schema.safeParse(given);
        if (!result.success) {
            const said = [...new Set(result.error.issues.map((issue) => wording(issue)))].join("; ");
            problems.push(`Input \`${name}\` ${said}.${shownValue(name, given)}`);
        }
        return [name, result.data];
    });
    if (problems.length > 0) {
        const hint = "The inputs are listed in docs/action.md.";
        throw new build_fault/* Fault */.vC("USAGE", problems.join("\n"), { hint });
    }
    // Every entry was made by the schema of its name just above.
    return Object.fromEntries(values);
}
/** Values of variables may be anything, also what nobody should read. */
function shownValue(name, given) {
    return name === "vars" ? "" : ` It is ${JSON.stringify((given ?? "").slice(0, maxShownLength))}.`;
}
function wording(issue) {
    return issue.code === "invalid_value"
        ? `must be one of ${issue.values.join(", ")}`
        : issue.message;
}

;// CONCATENATED MODULE: ./build/action/outputs.js
/** Every output of the action with its description, as in action.yml. */
const outputs_outputDescriptions = {
    outcome: "`passed`, `failed` (an expectation does not hold), `broken` (could not be judged) or `skipped`.",
    passed: "Number of steps that passed.",
    failed: "Number of steps that failed.",
    broken: "Number of steps that could not be judged.",
    skipped: "Number of steps that were skipped.",
    "exit-code": "What the run came to, as a number: the exit codes of the CLI.",
    "report-path": "Folder with the reports on the runner, until the end of the job.",
    "artifact-id": "Id of the uploaded artifact. Empty when nothing was uploaded in this step, as with `keep-running`.",
    "artifact-url": "Address of the uploaded artifact. Empty like `artifact-id`.",
    "manager-url": "Address of the manager's MCP endpoint while it runs. Set with `keep-running`.",
    "manager-token": "Bearer token for `manager-url`, masked in the log. Set with `keep-running`.",
};

;// CONCATENATED MODULE: ./build/action/reference.js


/** The reference page of the action's inputs and outputs, as Markdown. */
function inputsReference() {
    return [
        "<!-- Generated by `npm run generate`. Do not edit. -->",
        "# The action",
        "",
        "## Inputs",
        "",
        "| input | default | meaning |",
        "|---|---|---|",
        ...inputTable().map((input) => `| \`${input.name}\` | ${input.default === "" ? "" : `\`${input.default}\``} | ${input.description} |`),
        "",
        "Booleans are `true` or `false`. All wrong inputs are named at once, before anything is started.",
        "",
        "## Outputs",
        "",
        "| output | meaning |",
        "|---|---|",
        ...Object.entries(outputDescriptions).map(([name, description]) => `| \`${name}\` | ${description} |`),
        "",
    ].join("\n");
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/action/action-process.js

/** A variable that every runner sets. */
function runnerVariable(environment, name) {
    const value = environment[name];
    if (value === undefined || value === "") {
        throw new build_fault/* Fault */.vC("USAGE", `${name} is not set: this is the action of a GitHub runner.`, {
            hint: "Elsewhere, use the command line: `docker-mcp-manager run`.",
        });
    }
    return value;
}
/** Settles with `work`; once cancelled, no later than `graceMs` after that, and then with INTERRUPTED. */
async function untilCancelled(work, own, graceMs = 0) {
    const settled = new AbortController();
    const cancelled = async () => {
        await aborted(own.signal, settled.signal);
        await own.clock.sleep(graceMs, settled.signal);
        throw interruption();
    };
    // What loses the race is looked at by nobody.
    const guard = cancelled();
    guard.catch(() => undefined);
    work.catch(() => undefined);
    try {
        return await Promise.race([work, guard]);
    }
    finally {
        settled.abort();
    }
}
function interruption() {
    return new build_fault/* Fault */.vC("INTERRUPTED", "The job was cancelled.");
}
function aborted(signal, given) {
    return new Promise((resolve) => {
        if (signal.aborted) {
            resolve();
        }
        signal.addEventListener("abort", () => resolve(), { once: true, signal: given });
    });
}

;// CONCATENATED MODULE: ./build/text/ansi.js
// Each part stops at the next escape or line break, so the time is linear in the length of hostile input too.
const csi = String.raw `(?:\u001b\[|\u009b)[0-?]*[ -/]*[@-~]`;
const controlString = String.raw `(?:\u001b[\]PX^_]|[\u009d\u0090\u0098\u009e\u009f])[^\u0007\u001b\u0090\u0098\u009c-\u009f\r\n]*(?:\u0007|\u001b\\|\u009c)`;
const shortEscape = String.raw `\u001b[ -/]*[0-Z\\^-~]`;
const sequence = new RegExp(`${csi}|${controlString}|${shortEscape}`, "g");
const colour = new RegExp(String.raw `(?:\u001b\[|\u009b)[0-9:;]*m`, "g");
/** Without terminal sequences: colours, cursor, titles, links (OSC 8), clipboard (OSC 52). */
function stripAnsi(text) {
    return text.replace(sequence, "");
}
/** Without colours only: other sequences stay, for a sink that shows them. */
function stripColour(text) {
    return text.replace(colour, "");
}

;// CONCATENATED MODULE: ./build/text/lines.js
// LF, CR, CRLF, VT, FF, the separators FS GS RS (Python's readers split there), NEL, U+2028, U+2029.
const lineBreak = new RegExp(String.raw `\r\n|[\n\r\v\f\u001c-\u001e\u0085\u2028\u2029]`);
/** Splits at everything that some reader takes for the end of a line. */
function splitLines(text) {
    return text.split(lineBreak);
}

;// CONCATENATED MODULE: ./build/text/visible.js
// Control characters but the tab, what no font draws (zero-width, bidi, fillers, tags; not the emoji selector U+FE0F),
// interlinear annotation, non-characters, and halves of a surrogate pair.
const visible_hidden = /(?!\t|\uFE0F)[\p{Cc}\p{Default_Ignorable_Code_Point}\uFFF9-\uFFFB\p{Noncharacter_Code_Point}\p{Cs}]/gu;
/** One line with everything that hides, reorders or rings shown as an escape such as `\u{202e}`. */
function showHidden(line) {
    return line.replace(visible_hidden, (character) => {
        const code = character.codePointAt(0) ?? 0;
        const hex = code.toString(16);
        return code < 0x100 ? `\\x${hex.padStart(2, "0")}` : `\\u{${hex}}`;
    });
}

;// CONCATENATED MODULE: ./build/text/csv.js



// Spreadsheets take these for the start of a formula, the full-width forms too; a tab is skipped before one.
const formula = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^\t/;
/** Foreign text as one CSV field; a formula is disarmed with an apostrophe. */
function forCsv(text) {
    const field = splitLines(stripColour(text)).map(showHidden).join("\n");
    const safe = formula.test(field) ? `'${field}` : field;
    return /[",\n;\t']|^\s|\s$/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

;// CONCATENATED MODULE: ./build/text/file-name.js

const maxLength = 120;
const hashLength = 32;
// Names that Windows keeps for devices, with or without an extension.
const device = /^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/i;
/**
 * Foreign text as one path segment: ASCII, at most 120 bytes, never hidden, an option, a device or a parent.
 *
 * Percent escapes of UTF-8; different texts give different names (long ones by a 128-bit hash, after `%~`).
 */
function forFileName(text) {
    const escaped = Array.from(text, file_name_escape).join("");
    const first = escaped.charAt(0);
    const special = first === "" || first === "." || first === "-" || device.test(escaped);
    const headed = special ? `${hexEscape(first)}${escaped.slice(1)}` : escaped;
    const name = headed.endsWith(".") ? `${headed.slice(0, -1)}%2E` : headed;
    return name.length <= maxLength ? name : shortened(name);
}
function file_name_escape(character) {
    if (/^[A-Za-z0-9._-]$/.test(character)) {
        return character;
    }
    if (!character.isWellFormed()) {
        // Half a surrogate pair has no UTF-8; `%u` can come from nothing else.
        return `%u${character.charCodeAt(0).toString(16).toUpperCase()}`;
    }
    return hexEscape(character);
}
function hexEscape(text) {
    return text === ""
        ? "%"
        : [...Buffer.from(text)]
            .map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`)
            .join("");
}
function shortened(name) {
    const hash = (0,external_node_crypto_.createHash)("sha256").update(name).digest("hex").slice(0, hashLength);
    const kept = name.slice(0, maxLength - hashLength - 2).replace(/%[0-9A-Fu]?[0-9A-F]{0,4}$/, "");
    return `${kept}%~${hash}`;
}

;// CONCATENATED MODULE: ./build/text/html.js



const entities = {
    "&": "&amp;",
    "<": "&lt;",
    ">": "&gt;",
    '"': "&quot;",
    "'": "&#39;",
};
/** Foreign text for HTML, as content or within a quoted attribute; line breaks stay as `\n`. */
function forHtml(text) {
    return splitLines(stripColour(text))
        .map(showHidden)
        .join("\n")
        .replace(/[&<>"']/g, entity);
}
function entity(character) {
    return entities[character] ?? "";
}

;// CONCATENATED MODULE: ./build/text/job-log.js



/** No space, no width, and not white space to .NET's Trim. */
const wordJoiner = "\u2060";
/**
 * Foreign text for a GitHub job log: no line of it is a workflow command, whatever it says.
 *
 * The runner runs `::name::` at the start of a line after trimming and `##[name]` anywhere, on stdout and stderr.
 * Stripping can join the parts of a command, so breaking them is the last thing done. Pass whole lines: two safe
 * halves may make a command.
 */
function forJobLog(text) {
    return splitLines(stripAnsi(text)).map(safeLine).join("\n");
}
function safeLine(line) {
    return showHidden(line)
        .replace(/##(?=\[)/g, `#${wordJoiner}#`)
        .replace(/^(\s*):(?=:)/, `$1:${wordJoiner}`);
}

;// CONCATENATED MODULE: ./build/text/markdown.js



const markdown_wordJoiner = "\u2060";
/**
 * Foreign text for a line or table cell of GitHub Markdown: only ever text.
 *
 * No markup, HTML, image, link, mention or issue reference comes of it. Line breaks become spaces.
 */
function forMarkdown(text) {
    return visibleLines(text)
        .join(" ")
        .replace(/\s+/g, " ")
        .trim()
        .replace(/[\\`*_{}[\]|~$]/g, "\\$&")
        .replaceAll("&", "&amp;")
        .replaceAll("<", "&lt;")
        .replaceAll(">", "&gt;")
        .replace(/^(\d{1,9})([.)])/, "$1\\$2")
        .replace(/^[-+=#]/, "\\$&")
        .replaceAll("@", `${markdown_wordJoiner}@${markdown_wordJoiner}`)
        .replace(/#(?=\d)|(?<=\b(?:GH|gh))-(?=\d)/g, `$&${markdown_wordJoiner}`)
        .replace(/:(?=\/\/)|\bwww(?=\.)|\b(?:mailto|xmpp):/gi, `$&${markdown_wordJoiner}`);
}
/** Foreign text as a fenced block that its content cannot close; whole lines, no newline at the end. */
function fencedCode(text, language = "") {
    const lines = visibleLines(text);
    const longest = Math.max(2, ...lines.map(longestBacktickRun));
    const fence = "`".repeat(longest + 1);
    return [`${fence}${language}`, ...lines, fence].join("\n");
}
function visibleLines(text) {
    return splitLines(stripColour(text)).map(showHidden);
}
function longestBacktickRun(line) {
    return Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
}

;// CONCATENATED MODULE: ./build/text/quantity.js
const units = ["B", "KiB", "MiB", "GiB", "TiB"];
/** A duration in ms for people: `0.4 ms`, `340 ms`, `1.2 s`, `2 min 5 s`, `1 h 3 min`. */
function quantity_duration(ms) {
    if (ms < 9.95) {
        return `${oneDecimal(ms)} ms`;
    }
    if (ms < 999.5) {
        return `${Math.round(ms)} ms`;
    }
    if (ms < 59_950) {
        return `${oneDecimal(ms / 1000)} s`;
    }
    const seconds = Math.round(ms / 1000);
    if (seconds < 3600) {
        return twoUnits(Math.floor(seconds / 60), "min", seconds % 60, "s");
    }
    const minutes = Math.round(seconds / 60);
    return twoUnits(Math.floor(minutes / 60), "h", minutes % 60, "min");
}
/** A size in bytes for people: `512 B`, `81.4 MiB`. */
function bytes(size) {
    let value = size;
    let unit = 0;
    while (value >= 1023.95 && unit < units.length - 1) {
        value /= 1024;
        unit += 1;
    }
    return `${unit === 0 ? Math.round(value) : oneDecimal(value)} ${units[unit]}`;
}
/** A count with its noun: `1 step`, `1,200 steps`. */
function plural(count, one, many = `${one}s`) {
    return `${thousands(count)} ${count === 1 ? one : many}`;
}
/** At most one decimal, none when it would be 0. */
function oneDecimal(value) {
    return String(Math.round(value * 10) / 10);
}
function twoUnits(large, largeUnit, small, smallUnit) {
    return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
}
/** Not toLocaleString: its first call loads the locale data, 25 ms of a run of one second. */
function thousands(count) {
    return String(count).replace(/\B(?=(?:\d{3})+$)/g, ",");
}

;// CONCATENATED MODULE: ./build/text/sparkline.js
const bars = "▁▂▃▄▅▆▇█";
/** Values from 0 to their maximum as bars; more values than `width` are joined by their maxima. Empty for none. */
function sparkline(values, width = 12) {
    const columns = Math.min(width, values.length);
    const heights = Array.from({ length: columns }, (_, column) => {
        const start = Math.floor((column * values.length) / columns);
        const end = Math.floor(((column + 1) * values.length) / columns);
        return Math.max(...values.slice(start, end));
    });
    const top = Math.max(...heights, 0);
    return heights
        .map((height) => bars.charAt(top === 0 ? 0 : Math.round((height / top) * (bars.length - 1))))
        .join("");
}

;// CONCATENATED MODULE: ./build/text/table.js
const wide = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Emoji_Presentation}\u3000-\u303F\uFF01-\uFF60]/u;
const narrow = /[\p{Mn}\p{Me}\uFE0F]/u;
/** Aligned columns for a terminal, two spaces apart, one row per line. Cells must already be safe for the sink. */
function table(rows, options = {}) {
    const widths = [];
    for (const row of rows) {
        for (const [column, cell] of row.entries()) {
            widths[column] = Math.max(widths[column] ?? 0, displayWidth(cell));
        }
    }
    const right = new Set(options.right);
    return rows
        .map((row) => row
        .map((cell, column) => {
        const padding = " ".repeat((widths[column] ?? 0) - displayWidth(cell));
        return right.has(column) ? padding + cell : cell + padding;
    })
        .join("  ")
        .trimEnd())
        .join("\n");
}
/** Columns that a text takes in a terminal. */
function displayWidth(text) {
    let width = 0;
    for (const character of text) {
        width += narrow.test(character) ? 0 : wide.test(character) ? 2 : 1;
    }
    return width;
}

;// CONCATENATED MODULE: ./build/text/terminal.js



/** Foreign text for a terminal: it cannot move the cursor, colour, link, ring, or write over our lines. */
function forTerminal(text) {
    return splitLines(stripAnsi(text)).map(showHidden).join("\n");
}
/** The same on one line. */
function forTerminalLine(text) {
    return forTerminal(text).replaceAll("\n", " ");
}

;// CONCATENATED MODULE: ./build/text/xml.js

/**
 * Foreign text for XML 1.0, as content or within a quoted attribute.
 *
 * What XML cannot hold even as a reference (control characters, lone surrogates, non-characters) is shown as an
 * escape. Line breaks are references, because a parser turns a bare one in an attribute into a space.
 */
function forXml(text) {
    return forHtml(text).replaceAll("\n", "&#10;").replaceAll("\t", "&#9;");
}

;// CONCATENATED MODULE: ./build/text/index.js
// One exit per sink for text that others wrote, and numbers as people read them.
// Order: redact (before) → strip terminal sequences → split at every line break → neutralise.













;// CONCATENATED MODULE: ./build/action/annotations.js
/** The runner keeps ten per level and step, and says nothing of the others. */
const keptPerLevel = 10;
/** The problems of a run file or of the inputs, each at its place. */
function problemAnnotations(title, problems) {
    return problems.map((problem) => ({
        level: "error",
        title,
        message: problem.hint === undefined ? problem.message : `${problem.message}\n${problem.hint}`,
        file: problem.file,
        line: problem.line,
        column: problem.column,
    }));
}
/** At most ten per level; the last of a level that has more says how many more. */
function withinLimit(annotations) {
    return ["error", "warning", "notice"].flatMap((level) => {
        const all = annotations.filter((annotation) => annotation.level === level);
        if (all.length <= keptPerLevel) {
            return all;
        }
        const kept = all.slice(0, keptPerLevel - 1);
        const more = all.length - kept.length;
        return [
            ...kept,
            {
                level,
                title: `${more} more`,
                message: `${more} more of this kind stand in the job summary and the report.`,
                file: null,
                line: null,
                column: null,
            },
        ];
    });
}
/** A word of our own that is about no file. */
function annotations_warning(message) {
    return {
        level: "warning",
        title: "Docker MCP Manager",
        message,
        file: null,
        line: null,
        column: null,
    };
}

;// CONCATENATED MODULE: ./build/action/commands.js


/** Longer messages are cut by the runner without a sign. */
const maxMessageLength = 4_000;
const cutMark = " … (cut)";
/** Keeps values out of the log from here on, in the forms the runner knows and, for each, as a JSON string. */
async function maskSecrets(values) {
    const { setSecret } = await Promise.all(/* import() */[__webpack_require__.e(260), __webpack_require__.e(838)]).then(__webpack_require__.bind(__webpack_require__, 33838));
    for (const value of values) {
        const forms = [value, JSON.stringify(value).slice(1, -1)];
        for (const form of new Set(forms)) {
            // The runner refuses blank values, with a warning that would be noise.
            if (form.trim() !== "") {
                setSecret(form);
            }
        }
    }
}
async function saveRunId(runId) {
    const { saveState } = await Promise.all(/* import() */[__webpack_require__.e(260), __webpack_require__.e(838)]).then(__webpack_require__.bind(__webpack_require__, 33838));
    saveState("runId", runId);
}
async function setOutputs(outputs) {
    const { setOutput } = await Promise.all(/* import() */[__webpack_require__.e(260), __webpack_require__.e(838)]).then(__webpack_require__.bind(__webpack_require__, 33838));
    for (const [name, value] of Object.entries(outputs)) {
        setOutput(name, value);
    }
}
/** Marks places in the run file, at most ten per level as the runner keeps no more. */
async function commands_annotate(annotations) {
    const core = await Promise.all(/* import() */[__webpack_require__.e(260), __webpack_require__.e(838)]).then(__webpack_require__.bind(__webpack_require__, 33838));
    for (const annotation of withinLimit(annotations)) {
        const properties = {
            title: forJobLog(annotation.title),
            ...(annotation.file === null ? {} : { file: annotation.file }),
            ...(annotation.line === null ? {} : { startLine: annotation.line }),
            ...(annotation.column === null ? {} : { startColumn: annotation.column }),
        };
        core[annotation.level](cut(forJobLog(annotation.message)), properties);
    }
}
/** Folds what `work` and the libraries under it print; the group is closed whatever happens. */
async function inGroup(title, work) {
    const { group } = await Promise.all(/* import() */[__webpack_require__.e(260), __webpack_require__.e(838)]).then(__webpack_require__.bind(__webpack_require__, 33838));
    return group(title, work);
}
/** Adds Markdown to the job summary. A summary file that is missing or read-only is no reason to fail. */
async function addSummary(markdown) {
    const { summary } = await Promise.all(/* import() */[__webpack_require__.e(260), __webpack_require__.e(838)]).then(__webpack_require__.bind(__webpack_require__, 33838));
    try {
        await summary.addRaw(markdown, true).write();
        return undefined;
    }
    catch (error) {
        summary.emptyBuffer();
        return `The job summary could not be written: ${error instanceof Error ? error.message : String(error)}`;
    }
}
function cut(message) {
    return message.length <= maxMessageLength
        ? message
        : `${message.slice(0, maxMessageLength - cutMark.length)}${cutMark}`;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:sqlite"
var external_node_sqlite_ = __webpack_require__(80099);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(73136);
;// CONCATENATED MODULE: ./build/record/schema.js
/**
 * The record's schema, one entry per version. An entry that was released is never edited: what changes is appended.
 *
 * Tables are STRICT, so a reader gets the types it asks for. Names of columns are those of the rows.
 */
const migrations = [
    `
  CREATE TABLE run (
    id INTEGER PRIMARY KEY CHECK (id = 1),
    runId TEXT NOT NULL DEFAULT '',
    startedAtMs REAL NOT NULL,
    endedAtMs REAL,
    outcome TEXT,
    exitCode INTEGER,
    runFile TEXT,
    runFileText TEXT,
    productVersion TEXT NOT NULL DEFAULT '',
    engineName TEXT,
    engineVersion TEXT,
    engineApiVersion TEXT,
    fault TEXT,
    faultCode TEXT
  ) STRICT;
  CREATE TABLE server (
    name TEXT PRIMARY KEY,
    template TEXT NOT NULL DEFAULT '',
    image TEXT,
    imageId TEXT,
    containerId TEXT,
    transport TEXT NOT NULL DEFAULT '',
    revision TEXT,
    serverName TEXT,
    serverVersion TEXT,
    state TEXT NOT NULL DEFAULT 'declared',
    reason TEXT,
    buildMs REAL,
    createMs REAL,
    readyMs REAL,
    exitCode INTEGER,
    oomKilled INTEGER,
    isolation TEXT,
    stdoutBytes INTEGER NOT NULL DEFAULT 0,
    stderrBytes INTEGER NOT NULL DEFAULT 0,
    droppedLines INTEGER NOT NULL DEFAULT 0,
    line INTEGER,
    "column" INTEGER
  ) STRICT;
  CREATE TABLE transition (
    id INTEGER PRIMARY KEY,
    server TEXT NOT NULL,
    atMs REAL NOT NULL,
    state TEXT NOT NULL,
    reason TEXT
  ) STRICT;
  CREATE TABLE log (
    id INTEGER PRIMARY KEY,
    server TEXT NOT NULL,
    stream TEXT NOT NULL,
    atMs REAL NOT NULL,
    text TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    truncated INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX logByServer ON log (server);
  CREATE TABLE wire (
    id INTEGER PRIMARY KEY,
    server TEXT NOT NULL,
    direction TEXT NOT NULL,
    atMs REAL NOT NULL,
    text TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    truncated INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX wireByServer ON wire (server);
  CREATE TABLE sample (
    id INTEGER PRIMARY KEY,
    server TEXT NOT NULL,
    atMs REAL NOT NULL,
    cpuMs REAL NOT NULL,
    cpuPercent REAL,
    memoryBytes INTEGER NOT NULL,
    memoryLimitBytes INTEGER,
    rxBytes INTEGER NOT NULL,
    txBytes INTEGER NOT NULL,
    pids INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE scenario (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    servers TEXT NOT NULL,
    outcome TEXT,
    reason TEXT,
    startedAtMs REAL,
    durationMs REAL,
    line INTEGER,
    "column" INTEGER
  ) STRICT;
  CREATE TABLE step (
    id INTEGER PRIMARY KEY,
    scenarioId INTEGER NOT NULL,
    position INTEGER NOT NULL,
    server TEXT NOT NULL,
    verb TEXT NOT NULL,
    target TEXT NOT NULL,
    outcome TEXT NOT NULL,
    reason TEXT,
    faultCode TEXT,
    blame TEXT,
    startedAtMs REAL NOT NULL,
    durationMs REAL NOT NULL,
    argumentsJson TEXT,
    resultJson TEXT,
    resultBytes INTEGER NOT NULL,
    line INTEGER,
    "column" INTEGER
  ) STRICT;
  CREATE TABLE verdict (
    id INTEGER PRIMARY KEY,
    stepId INTEGER NOT NULL,
    place TEXT NOT NULL,
    predicate TEXT NOT NULL,
    ok INTEGER NOT NULL,
    expected TEXT NOT NULL,
    actual TEXT NOT NULL,
    line INTEGER,
    "column" INTEGER
  ) STRICT;
  CREATE TABLE finding (
    id INTEGER PRIMARY KEY,
    server TEXT NOT NULL,
    code TEXT NOT NULL,
    severity TEXT NOT NULL,
    message TEXT NOT NULL,
    atMs REAL NOT NULL,
    stepId INTEGER
  ) STRICT;
  CREATE TABLE event (
    id INTEGER PRIMARY KEY,
    atMs REAL NOT NULL,
    kind TEXT NOT NULL,
    server TEXT,
    data TEXT NOT NULL
  ) STRICT;
  `,
];
const schema_schemaVersion = migrations.length;
/** What brings a record from `version` (0 is an empty file) to the current schema. */
function schema_migrationsFrom(version) {
    return migrations.slice(version);
}

;// CONCATENATED MODULE: ./build/record/open.js





const busyMs = 2_000;
/** Creates or opens the file for writing (mode 0600), in WAL mode, with the current schema. */
function open_openForWriting(file, startedAtMs) {
    return guarded(file, "opened for writing", () => {
        // Made by us first: SQLite would create it with the umask's mode, and gives -wal and -shm the mode of this file.
        closeSync(openSync(file, constants.O_CREAT | constants.O_RDWR | constants.O_NOFOLLOW, 0o600));
        const database = new DatabaseSync(file, { timeout: busyMs, defensive: true });
        return closedOnThrow(database, () => {
            database.exec("PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;");
            migrate(database, file, startedAtMs);
        });
    });
}
/** Opens the file for reading; works beside an open writer and after a killed one. */
function openForReading(file) {
    return guarded(file, "read", () => {
        if (!(0,external_node_fs_.existsSync)(file)) {
            throw new Error("there is no such file");
        }
        try {
            return { database: openChecked(file, file), damage: null };
        }
        catch (error) {
            if (error instanceof build_fault/* Fault */.vC) {
                throw error;
            }
            if (isDamage(error)) {
                return { database: openChecked(file, file, { salvage: true }), damage: error.message };
            }
            // In a folder we may not write to, SQLite cannot make the -shm file; without a -wal it needs none.
            if ((0,external_node_fs_.existsSync)(`${file}-wal`)) {
                throw error;
            }
            return {
                database: openChecked(`${(0,external_node_url_.pathToFileURL)(file).href}?immutable=1`, file),
                damage: null,
            };
        }
    });
}
/** Folds the -wal file into the record, so that the one file can be copied or uploaded. */
function sealRecord(file) {
    guarded(file, "sealed", () => {
        const database = new external_node_sqlite_.DatabaseSync(file, { timeout: busyMs, defensive: true });
        try {
            database.exec("PRAGMA wal_checkpoint(TRUNCATE);");
        }
        finally {
            database.close();
        }
    });
}
function openChecked(address, file, { salvage = false } = {}) {
    const database = new external_node_sqlite_.DatabaseSync(address, {
        readOnly: true,
        timeout: busyMs,
        defensive: !salvage,
    });
    return closedOnThrow(database, () => {
        database.exec("PRAGMA trusted_schema = OFF;");
        if (salvage) {
            // The only switch that lets SQLite read on in a file shorter than its header says; the connection cannot write.
            database.exec("PRAGMA writable_schema = ON;");
        }
        const version = versionOf(database);
        refuseNewer(version, file);
        if (version === 0) {
            throw new Error("it holds no record");
        }
    });
}
function migrate(database, file, startedAtMs) {
    const version = versionOf(database);
    refuseNewer(version, file);
    if (version === schemaVersion) {
        return;
    }
    database.exec("BEGIN IMMEDIATE;");
    for (const migration of migrationsFrom(version)) {
        database.exec(migration);
    }
    if (version === 0) {
        database.exec("CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;");
        database.prepare("INSERT INTO run (id, startedAtMs) VALUES (1, ?)").run(startedAtMs);
    }
    database
        .prepare("INSERT OR REPLACE INTO meta (key, value) VALUES ('schema_version', ?)")
        .run(String(schemaVersion));
    database.exec("COMMIT;");
}
function versionOf(database) {
    const meta = database
        .prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table' AND name = 'meta'")
        .get();
    if (meta === undefined) {
        return 0;
    }
    const row = database.prepare("SELECT value FROM meta WHERE key = 'schema_version'").get();
    const version = Number(row?.["value"]);
    if (!Number.isInteger(version) || version < 1) {
        throw new Error("its schema version is not a number");
    }
    return version;
}
function refuseNewer(version, file) {
    if (version > schema_schemaVersion) {
        throw new build_fault/* Fault */.vC("RECORD_UNREADABLE", `${file} has schema version ${version}; this program knows versions up to ${schema_schemaVersion}`, { hint: "Read it with the version of docker-mcp-manager that wrote it, or a newer one." });
    }
}
function closedOnThrow(database, work) {
    try {
        work();
        return database;
    }
    catch (error) {
        database.close();
        throw error;
    }
}
function guarded(file, done, work) {
    try {
        return work();
    }
    catch (error) {
        throw error instanceof build_fault/* Fault */.vC ? error : open_unreadable(file, done, error);
    }
}
function open_unreadable(file, done, cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return new build_fault/* Fault */.vC("RECORD_UNREADABLE", `${file} could not be ${done}: ${reason}`, { cause });
}
// SQLite's result codes for a file that is damaged or cut: I/O error, corrupt, not a database.
const damageCodes = new Set([10, 11, 26]);
function isDamage(error) {
    return (error instanceof Error &&
        "errcode" in error &&
        typeof error.errcode === "number" &&
        damageCodes.has(error.errcode & 0xff));
}

;// CONCATENATED MODULE: ./build/record/statements.js
/** INSERT of the columns that `row` has. */
function statements_insertInto(table, row) {
    const columns = columnsIn(table, row).map(quoted);
    return `INSERT INTO ${table.name} (${columns.join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`;
}
/** INSERT that changes only the columns of `row` when a row with this `key` is there. */
function statements_upsertInto(table, row, key) {
    const changes = columnsIn(table, row)
        .filter((column) => column !== key)
        .map((column) => `${quoted(column)} = excluded.${quoted(column)}`);
    const action = changes.length === 0 ? "NOTHING" : `UPDATE SET ${changes.join(", ")}`;
    return `${statements_insertInto(table, row)} ON CONFLICT (${quoted(key)}) DO ${action}`;
}
/** UPDATE of the columns that `patch` has; the key's value is the last parameter. Null when there is nothing to set. */
function statements_updateOf(table, patch, key) {
    const changes = columnsIn(table, patch).map((column) => `${quoted(column)} = ?`);
    return changes.length === 0
        ? null
        : `UPDATE ${table.name} SET ${changes.join(", ")} WHERE ${quoted(key)} = ?`;
}
function selectFrom(table) {
    return `SELECT ${Object.keys(table.columns).map(quoted).join(", ")} FROM ${table.name}`;
}
/** Values of `row` in the order of the statements above. This is the one place where text is redacted. */
function statements_encode(table, row, redact) {
    return columnsIn(table, row).map((column) => {
        const value = row[column];
        if (typeof value === "string") {
            return table.columns[column] === "text" ? redact(value) : value;
        }
        if (typeof value === "number") {
            // A NaN would be stored as NULL and break the whole batch in a NOT NULL column.
            const finite = Number.isFinite(value) ? value : 0;
            return table.columns[column] === "integer" ? Math.round(finite) : finite;
        }
        return typeof value === "boolean" ? Number(value) : null;
    });
}
/** Makes rows of what SQLite returns: flags become booleans. */
function decoderOf(table) {
    const flags = Object.entries(table.columns)
        .filter(([, kind]) => kind === "flag")
        .map(([column]) => column);
    return (raw) => {
        const row = { ...raw };
        for (const flag of flags) {
            row[flag] = row[flag] === null ? null : row[flag] === 1;
        }
        // The tables are STRICT and the columns are those of Row, so SQLite has checked the types.
        return row;
    };
}
function columnsIn(table, row) {
    return Object.keys(table.columns).filter((column) => isColumn(table, column) && row[column] !== undefined);
}
function isColumn(table, name) {
    return name in table.columns;
}
function quoted(column) {
    return `"${column}"`;
}

;// CONCATENATED MODULE: ./build/record/tables.js
const tables_runTable = {
    name: "run",
    columns: {
        runId: "text",
        startedAtMs: "real",
        endedAtMs: "real",
        outcome: "word",
        exitCode: "integer",
        runFile: "text",
        runFileText: "text",
        productVersion: "text",
        engineName: "text",
        engineVersion: "text",
        engineApiVersion: "text",
        fault: "text",
        faultCode: "word",
    },
};
const tables_serverTable = {
    name: "server",
    columns: {
        name: "text",
        template: "text",
        image: "text",
        imageId: "text",
        containerId: "text",
        transport: "text",
        revision: "text",
        serverName: "text",
        serverVersion: "text",
        state: "word",
        reason: "text",
        buildMs: "real",
        createMs: "real",
        readyMs: "real",
        exitCode: "integer",
        oomKilled: "flag",
        isolation: "text",
        stdoutBytes: "integer",
        stderrBytes: "integer",
        droppedLines: "integer",
        line: "integer",
        column: "integer",
    },
};
const tables_transitionTable = {
    name: "transition",
    columns: { server: "text", atMs: "real", state: "word", reason: "text" },
};
const tables_logTable = {
    name: "log",
    columns: {
        server: "text",
        stream: "word",
        atMs: "real",
        text: "text",
        bytes: "integer",
        truncated: "flag",
    },
};
const tables_wireTable = {
    name: "wire",
    columns: {
        server: "text",
        direction: "word",
        atMs: "real",
        text: "text",
        bytes: "integer",
        truncated: "flag",
    },
};
const tables_sampleTable = {
    name: "sample",
    columns: {
        server: "text",
        atMs: "real",
        cpuMs: "real",
        cpuPercent: "real",
        memoryBytes: "integer",
        memoryLimitBytes: "integer",
        rxBytes: "integer",
        txBytes: "integer",
        pids: "integer",
    },
};
const tables_scenarioTable = {
    name: "scenario",
    columns: {
        id: "integer",
        name: "text",
        servers: "text",
        outcome: "word",
        reason: "text",
        startedAtMs: "real",
        durationMs: "real",
        line: "integer",
        column: "integer",
    },
};
const tables_stepTable = {
    name: "step",
    columns: {
        id: "integer",
        scenarioId: "integer",
        position: "integer",
        server: "text",
        verb: "text",
        target: "text",
        outcome: "word",
        reason: "text",
        faultCode: "word",
        blame: "word",
        startedAtMs: "real",
        durationMs: "real",
        argumentsJson: "text",
        resultJson: "text",
        resultBytes: "integer",
        line: "integer",
        column: "integer",
    },
};
const tables_verdictTable = {
    name: "verdict",
    columns: {
        stepId: "integer",
        place: "text",
        predicate: "text",
        ok: "flag",
        expected: "text",
        actual: "text",
        line: "integer",
        column: "integer",
    },
};
const tables_findingTable = {
    name: "finding",
    columns: {
        server: "text",
        code: "text",
        severity: "word",
        message: "text",
        atMs: "real",
        stepId: "integer",
    },
};
const tables_eventTable = {
    name: "event",
    columns: { atMs: "real", kind: "text", server: "text", data: "text" },
};

;// CONCATENATED MODULE: ./build/record/reader.js




/** Opens a record, also beside its writer or after the writer was killed. Throws RECORD_UNREADABLE. */
function readRecord(file) {
    return new RecordReader(file, openForReading(file));
}
/**
 * Reads a run's record.
 *
 * A damaged file (a copy torn in the middle) yields the rows that can be read; `damage` then says what was met.
 */
class RecordReader {
    #file;
    #database;
    #damage;
    constructor(file, { database, damage }) {
        this.#file = file;
        this.#database = database;
        this.#damage = damage;
    }
    get damage() {
        return this.#damage;
    }
    run() {
        for (const row of this.#rows(tables_runTable, "")) {
            return row;
        }
        throw new build_fault/* Fault */.vC("RECORD_UNREADABLE", `${this.#file} has no readable run: ${this.#damage ?? "empty"}`);
    }
    /** In the order they were declared. */
    servers() {
        return [...this.#rows(tables_serverTable, "ORDER BY rowid")];
    }
    transitions(server) {
        return [...this.#rows(tables_transitionTable, ...ofServer(server))];
    }
    scenarios() {
        return [...this.#rows(tables_scenarioTable, "ORDER BY id")];
    }
    steps() {
        return [...this.#rows(tables_stepTable, "ORDER BY id")];
    }
    verdicts() {
        return [...this.#rows(tables_verdictTable, "ORDER BY id")];
    }
    findings() {
        return [...this.#rows(tables_findingTable, "ORDER BY id")];
    }
    events(kind) {
        return kind === undefined
            ? this.#rows(tables_eventTable, "ORDER BY id")
            : this.#rows(tables_eventTable, "WHERE kind = ? ORDER BY id", [kind]);
    }
    samples(server) {
        return this.#rows(tables_sampleTable, ...ofServer(server));
    }
    /** Oldest first, one at a time. */
    logs(query = {}) {
        return this.#lines(storedLogTable, query);
    }
    /** Oldest first, one at a time. */
    wire(query = {}) {
        return this.#lines(storedWireTable, query);
    }
    count(table, server) {
        try {
            const row = this.#database
                .prepare(`SELECT count(*) AS rows FROM ${table} WHERE server = ?`)
                .get(server);
            return Number(row?.["rows"]);
        }
        catch (error) {
            this.#noteDamage(error);
            return 0;
        }
    }
    close() {
        if (this.#database.isOpen) {
            this.#database.close();
        }
    }
    [Symbol.dispose]() {
        this.close();
    }
    *#lines(table, query) {
        const { where, parameters } = conditions(query);
        if (query.tail === undefined) {
            for (const row of this.#rows(table, `${where} ORDER BY id`, parameters)) {
                if (matches(row.text, query.grep)) {
                    yield row;
                }
            }
            return;
        }
        const last = [];
        if (query.tail > 0) {
            for (const row of this.#rows(table, `${where} ORDER BY id DESC`, parameters)) {
                if (matches(row.text, query.grep) && last.push(row) >= query.tail) {
                    break;
                }
            }
        }
        yield* last.reverse();
    }
    *#rows(table, clause, parameters = []) {
        try {
            const statement = this.#database.prepare(`${selectFrom(table)} ${clause}`);
            const decode = decoderOf(table);
            for (const raw of statement.iterate(...parameters)) {
                yield decode(raw);
            }
        }
        catch (error) {
            this.#noteDamage(error);
        }
    }
    #noteDamage(error) {
        if (!isDamage(error)) {
            throw open_unreadable(this.#file, "read", error);
        }
        this.#damage ??= error.message;
    }
}
const storedLogTable = {
    name: tables_logTable.name,
    columns: { ...tables_logTable.columns, id: "integer" },
};
const storedWireTable = {
    name: tables_wireTable.name,
    columns: { ...tables_wireTable.columns, id: "integer" },
};
function ofServer(server) {
    return server === undefined ? ["ORDER BY id", []] : ["WHERE server = ? ORDER BY id", [server]];
}
function conditions(query) {
    const asked = [
        ["server = ?", query.server],
        ["stream = ?", query.stream],
        ["atMs >= ?", query.sinceMs],
        ["id > ?", query.afterId],
    ];
    const parameters = [];
    const parts = [];
    for (const [condition, value] of asked) {
        if (value !== undefined) {
            parts.push(condition);
            parameters.push(value);
        }
    }
    return { where: parts.length === 0 ? "" : `WHERE ${parts.join(" AND ")}`, parameters };
}
/** `search` ignores `lastIndex`, so a pattern with the flag `g` works too. */
function matches(text, pattern) {
    return pattern === undefined || text.search(pattern) >= 0;
}

;// CONCATENATED MODULE: ./build/record/writer.js



const batchMs = 50;
const batchRows = 500;
/** Long lines fill a batch before their number does. */
const batchCharacters = (/* unused pure expression or super */ null && (4 * 1024 * 1024));
/** Creates the record, or goes on with an existing one. Throws RECORD_UNREADABLE; the methods never throw. */
function openRecord(file, options) {
    return new RecordWriter(file, openForWriting(file, options.clock.nowMs()), options);
}
/** The one writer of a run's record. Logs, wire and samples reach the disk within 50 ms, all else at once. */
class RecordWriter {
    #file;
    #database;
    #options;
    #statements = new Map();
    #pending = [];
    #pendingCharacters = 0;
    #timer;
    #nextScenario;
    #nextStep;
    #fault = null;
    #lostRows = 0;
    #closed = false;
    #isHeld = false;
    constructor(file, database, options) {
        this.#file = file;
        this.#database = database;
        this.#options = options;
        this.#nextScenario = nextId(database, scenarioTable.name);
        this.#nextStep = nextId(database, stepTable.name);
    }
    /** What ended the writing, if something did. */
    get fault() {
        return this.#fault;
    }
    /** Rows that did not reach the record because of `fault`, or came after `close`. */
    get lostRows() {
        return this.#lostRows;
    }
    run(patch) {
        this.#now(updateOf(runTable, patch, "id"), [
            ...encode(runTable, patch, this.#options.redact),
            1,
        ]);
    }
    server(name, patch) {
        const row = { ...patch, name };
        this.#now(upsertInto(serverTable, row, "name"), encode(serverTable, row, this.#options.redact));
    }
    /** Also sets the server's own state and reason. */
    transition(row) {
        this.#insertLater(transitionTable, row);
        this.server(row.server, { state: row.state, reason: row.reason });
    }
    log(row) {
        this.#insertLater(logTable, row, row.text.length);
    }
    wire(row) {
        this.#insertLater(wireTable, row, row.text.length);
    }
    sample(row) {
        this.#insertLater(sampleTable, row);
    }
    /** The scenario's id. */
    beginScenario(row) {
        const id = this.#nextScenario++;
        this.#insertLater(scenarioTable, { ...row, id });
        this.flush();
        return id;
    }
    endScenario(id, patch) {
        const parameters = encode(scenarioTable, patch, this.#options.redact);
        this.#now(updateOf(scenarioTable, patch, "id"), [...parameters, id]);
    }
    /** The step with its verdicts, in one transaction; the step's id. */
    step(row, verdicts) {
        const id = this.#nextStep++;
        this.#insertLater(stepTable, { ...row, id });
        for (const verdict of verdicts) {
            this.#insertLater(verdictTable, { ...verdict, stepId: id });
        }
        this.flush();
        return id;
    }
    finding(row) {
        this.#insertLater(findingTable, row);
        this.flush();
    }
    event(row) {
        this.#insertLater(eventTable, row);
        this.flush();
    }
    /** Everything that `work` writes, in one transaction. */
    together(work) {
        this.#isHeld = true;
        try {
            work();
        }
        finally {
            this.#isHeld = false;
            this.flush();
        }
    }
    /** Commits what is buffered. */
    flush() {
        if (this.#isHeld) {
            return;
        }
        clearTimeout(this.#timer);
        this.#timer = undefined;
        const batch = this.#pending;
        if (batch.length === 0) {
            return;
        }
        this.#pending = [];
        this.#pendingCharacters = 0;
        try {
            this.#database.exec("BEGIN IMMEDIATE");
            for (const { sql, parameters } of batch) {
                this.#prepared(sql).run(...parameters);
            }
            this.#database.exec("COMMIT");
        }
        catch (error) {
            this.#fail(error, batch.length);
        }
    }
    /** Commits and closes; rows written afterwards only count as lost. Safe to call twice. */
    close() {
        if (this.#closed) {
            return;
        }
        this.flush();
        this.#closed = true;
        try {
            this.#database.close();
        }
        catch (error) {
            this.#fail(error, 0);
        }
    }
    #now(sql, parameters) {
        if (sql !== null) {
            this.#later(sql, parameters, 0);
            this.flush();
        }
    }
    #insertLater(table, row, characters = 0) {
        this.#later(insertInto(table, row), encode(table, row, this.#options.redact), characters);
    }
    #later(sql, parameters, characters) {
        if (this.#closed || this.#fault !== null) {
            this.#lostRows += 1;
            return;
        }
        this.#pending.push({ sql, parameters });
        this.#pendingCharacters += characters;
        if (this.#pending.length >= batchRows || this.#pendingCharacters >= batchCharacters) {
            this.flush();
        }
        else {
            this.#timer ??= setTimeout(() => this.flush(), batchMs);
        }
    }
    #prepared(sql) {
        const known = this.#statements.get(sql);
        if (known !== undefined) {
            return known;
        }
        const statement = this.#database.prepare(sql);
        this.#statements.set(sql, statement);
        return statement;
    }
    #fail(error, rows) {
        this.#lostRows += rows;
        if (!this.#closed && this.#database.isTransaction) {
            try {
                this.#database.exec("ROLLBACK");
            }
            catch {
                // SQLite has rolled back by itself (it does for a full disk); the first error says it all.
            }
        }
        if (this.#fault === null) {
            this.#fault = unreadable(this.#file, "written", error);
            this.#options.onFault?.(this.#fault);
        }
    }
}
function nextId(database, table) {
    const row = database.prepare(`SELECT coalesce(max(id), 0) + 1 AS next FROM ${table}`).get();
    return Number(row?.["next"]);
}

;// CONCATENATED MODULE: ./build/record/index.js
// The only truth about a run: one SQLite file, written by the manager alone, read by everyone else.





;// CONCATENATED MODULE: ./build/report/wording.js

const longestCause = 240;
/** The run in one line, the cause first. */
function verdictLine(report) {
    const { run, totals, scenarios } = report;
    const size = [plural(totals.servers, "server"), quantity_duration(run.durationMs)].join(" · ");
    const steps = Object.values(totals.steps).reduce((sum, count) => sum + count, 0);
    const counted = `${totals.steps.passed} of ${plural(steps, "step")} passed`;
    const scope = `${counted} in ${plural(scenarios.length, "scenario")} · ${size}`;
    const cause = causeOf(report);
    return cause === null ? scope : `${wording_cut(cause, longestCause)} · ${scope}`;
}
/** `call get-sum`. */
function stepName(step) {
    return step.target === "" ? step.verb : `${step.verb} ${step.target}`;
}
/** `mcp-manager.yml:41:7`; null when the thing was made over the API. */
function placeOf(run, at) {
    if (run.runFile === null || at.line === null) {
        return null;
    }
    return [run.runFile, at.line, ...(at.column === null ? [] : [at.column])].join(":");
}
/** How a server fared: that it was stopped and removed afterwards is the rule and says nothing. */
function conditionOf(server) {
    if (server.transitions.some(({ state }) => state === "failed")) {
        return "failed";
    }
    const over = ["stopping", "stopped", "removed"].includes(server.state);
    return over && server.readyMs !== null ? "ready" : server.state;
}
/** A status never rests on colour alone. */
function symbolOf(outcome) {
    return { passed: "✓", failed: "✗", broken: "⚠", skipped: "○" }[outcome];
}
/** At most `limit` UTF-16 units, ending with `…` when something was cut; never half a character. */
function wording_cut(text, limit) {
    if (text.length <= limit) {
        return text;
    }
    return `${text.slice(0, limit - 1).replace(/[\uD800-\uDBFF]$/, "")}…`;
}
function causeOf(report) {
    const { run, scenarios, findings } = report;
    if (run.fault !== null) {
        return `${run.fault.title}: ${run.fault.message}`;
    }
    const failed = scenarios.find((scenario) => scenario.outcome === "failed");
    const first = failed ?? scenarios.find((scenario) => scenario.outcome === "broken");
    if (first !== undefined) {
        return scenarioCause(first);
    }
    const error = findings.find((finding) => finding.severity === "error");
    return error?.message ?? null;
}
function scenarioCause(scenario) {
    const step = scenario.steps.find(({ outcome }) => outcome === "failed") ??
        scenario.steps.find(({ outcome }) => outcome === "broken");
    return step === undefined
        ? `${scenario.name}: ${scenario.reason ?? scenario.outcome}`
        : `${scenario.name} › ${stepName(step)}: ${step.reason ?? step.outcome}`;
}

;// CONCATENATED MODULE: ./build/report/failure.js


const inlineLines = 10;
const longestBlock = 16_000;
/** What did not pass, failed before broken, in the order of the run. */
function failuresOf(report) {
    const failures = report.scenarios.flatMap((scenario) => {
        const steps = scenario.steps.filter(({ outcome }) => outcome === "failed" || outcome === "broken");
        const itself = scenario.outcome === "failed" || scenario.outcome === "broken";
        return steps.length === 0 && itself
            ? [{ scenario, step: null }]
            : steps.map((step) => ({ scenario, step }));
    });
    const failed = failures.filter((failure) => outcomeOf(failure) === "failed");
    return [...failed, ...failures.filter((failure) => outcomeOf(failure) !== "failed")];
}
function outcomeOf({ scenario, step }) {
    return (step ?? scenario).outcome === "failed" ? "failed" : "broken";
}
/** The place to look at: the first expectation that does not hold, else the step, else the scenario. */
function locusOf({ scenario, step }) {
    return step?.verdicts.find((verdict) => !verdict.ok && verdict.line !== null) ?? step ?? scenario;
}
/** `scenario › call tool`. */
function nameOf({ scenario, step }) {
    return step === null ? scenario.name : `${scenario.name} › ${stepName(step)}`;
}
/** What was expected and what came, as plain text; empty when nothing was compared. */
function differenceOf(step) {
    return step.verdicts
        .filter((verdict) => !verdict.ok)
        .map((verdict) => `${expectation(verdict)}\n${labelled("actual:  ", verdict.actual)}`)
        .join("\n");
}
/** Markdown of at most `limit` failures; `details` folds those of more than ten lines instead of cutting them. */
function failureBlocks(report, limit, details) {
    const failures = failuresOf(report);
    const blocks = failures
        .slice(0, limit)
        .flatMap((failure) => failureBlock(report, failure, details));
    const left = failures.length - Math.min(limit, failures.length);
    return left === 0
        ? blocks
        : [
            ...blocks,
            `${limit === 0 ? "" : "and "}${plural(left, "failure")} ${limit === 0 ? "" : "more "}in the full report`,
        ];
}
function failureBlock(report, failure, details) {
    const { scenario, step } = failure;
    const place = placeOf(report.run, locusOf(failure));
    const where = place === null ? "" : ` — ${forMarkdown(place)}`;
    const reason = (step ?? scenario).reason ?? outcomeOf(failure);
    const title = `#### ${symbolOf(outcomeOf(failure))} ${forMarkdown(wording_cut(nameOf(failure), 200))}${where}`;
    const text = step === null ? "" : wording_cut(differenceOf(step), longestBlock);
    return [title, forMarkdown(wording_cut(reason, 1_000)), ...block(text, details)];
}
function block(text, details) {
    if (text === "") {
        return [];
    }
    const lines = splitLines(text);
    if (lines.length <= inlineLines) {
        return [fencedCode(text)];
    }
    const rest = `${lines.length} lines`;
    return details
        ? [`<details><summary>expected and actual, ${rest}</summary>`, fencedCode(text), "</details>"]
        : [fencedCode([...lines.slice(0, inlineLines - 1), `… ${rest} in all`].join("\n"))];
}
function expectation(verdict) {
    return labelled("expected:", `${verdict.place} ${verdict.predicate} ${verdict.expected}`);
}
function labelled(label, text) {
    return `${label} ${splitLines(text).join(`\n${" ".repeat(label.length + 1)}`)}`;
}

;// CONCATENATED MODULE: ./build/report/annotations.js



// The runner keeps ten of a level per step and cuts a message at 4096 characters.
const perLevel = 9;
const longestMessage = 4_096;
const longestTitle = 200;
/** What deserves a mark on the run file, gravest first: at most nine of a level and one line for all others. */
function annotations(report) {
    const errors = [
        ...faultAnnotation(report),
        ...failuresOf(report).map((failure) => failureAnnotation(report, failure)),
        ...findingAnnotations(report, "error"),
    ];
    return [...limited(report, errors), ...limited(report, findingAnnotations(report, "warning"))];
}
function limited(report, all) {
    const [first] = all;
    if (first === undefined || all.length <= perLevel) {
        return all;
    }
    const message = `and ${all.length - perLevel} more: the job summary and the report list them all`;
    return [
        ...all.slice(0, perLevel),
        annotation(report, first.level, "More of the same", message, null),
    ];
}
function faultAnnotation(report) {
    const { fault } = report.run;
    return fault === null
        ? []
        : [annotation(report, "error", fault.title, `${fault.message}\n${fault.hint}`, null)];
}
function failureAnnotation(report, failure) {
    const { scenario, step } = failure;
    const reason = (step ?? scenario).reason ?? (step ?? scenario).outcome;
    const difference = step === null ? "" : differenceOf(step);
    const message = difference === "" ? reason : `${reason}\n${difference}`;
    return annotation(report, "error", nameOf(failure), message, locusOf(failure));
}
function findingAnnotations(report, level) {
    return report.findings
        .filter((finding) => finding.severity === level)
        .map((finding) => {
        const steps = report.scenarios.flatMap((scenario) => scenario.steps);
        const step = steps.find(({ id }) => id === finding.stepId);
        const server = report.servers.find(({ name }) => name === finding.server);
        const title = `${finding.server}: ${finding.code}`;
        return annotation(report, level, title, finding.message, step ?? server ?? null);
    });
}
function annotation(report, level, title, message, at) {
    const placed = report.run.runFile !== null && at !== null && at.line !== null;
    return {
        level,
        file: placed ? report.run.runFile : null,
        line: placed ? at.line : null,
        column: placed ? at.column : null,
        title: wording_cut(forJobLog(title).replaceAll("\n", " "), longestTitle),
        message: wording_cut(forJobLog(message), longestMessage),
    };
}

;// CONCATENATED MODULE: ./build/report/judge.js

// Where a run has several reasons to fail, its exit code is that of the first: results of a broken engine mean little.
const gravity = [
    build_fault/* exitCodes */.hS.internal,
    build_fault/* exitCodes */.hS.interrupted,
    build_fault/* exitCodes */.hS.engine,
    build_fault/* exitCodes */.hS.notReady,
    build_fault/* exitCodes */.hS.timeout,
    build_fault/* exitCodes */.hS.usage,
    build_fault/* exitCodes */.hS.failed,
];
/**
 * The one place that says how a run ended, for the manager and for every report.
 *
 * `unended`: the record has no end and nobody is writing it any more, so the manager died. A run file of which no
 * step was judged is never passed. Findings of severity error fail the run, warnings do not.
 */
function judgeRun(facts, options = {}) {
    const run = facts.run();
    const units = unitsOf(facts);
    const findings = facts.findings();
    const totals = {
        passed: countOf(units, "passed"),
        failed: countOf(units, "failed"),
        broken: countOf(units, "broken"),
        skipped: countOf(units, "skipped"),
        findings: findings.length,
    };
    const judged = (outcome, exitCode, faultCode) => ({
        outcome,
        exitCode,
        faultCode,
        totals,
    });
    const recorded = codeOf(run.faultCode);
    const fault = recorded ?? (options.unended === true ? "MANAGER_DIED" : null);
    if (fault !== null && fault !== "LEFT_BEHIND") {
        return judged("broken", build_fault/* codes */.F4[fault].exit, fault);
    }
    if (totals.failed + totals.broken > 0) {
        const exits = units.filter((unit) => unit.outcome === "broken").map(exitOf);
        const neverReady = facts
            .servers()
            .some(({ readyMs, state }) => readyMs === null && ended.includes(state));
        exits.push(neverReady ? build_fault/* exitCodes */.hS.notReady : build_fault/* exitCodes */.hS.failed);
        const exitCode = gravity.find((code) => exits.includes(code)) ?? build_fault/* exitCodes */.hS.failed;
        return judged(totals.failed > 0 ? "failed" : "broken", exitCode, fault);
    }
    if (findings.some((finding) => finding.severity === "error")) {
        return judged("failed", build_fault/* exitCodes */.hS.failed, fault);
    }
    if (fault !== null) {
        return judged("failed", build_fault/* codes */.F4[fault].exit, fault);
    }
    if (totals.passed > 0) {
        return judged("passed", build_fault/* exitCodes */.hS.passed, null);
    }
    // A manager that only served its tools has nothing to judge; a run file that tested nothing promised more than it held.
    return run.runFile === null && units.length === 0
        ? judged("skipped", build_fault/* exitCodes */.hS.passed, null)
        : judged("broken", build_fault/* codes */.F4.NOTHING_TO_TEST.exit, "NOTHING_TO_TEST");
}
const ended = ["failed", "stopped", "removed"];
/** A recorded code as one of ours; a word this version does not know is INTERNAL. */
function codeOf(code) {
    if (code === null) {
        return null;
    }
    return isCode(code) ? code : "INTERNAL";
}
function unitsOf(facts) {
    const steps = facts.steps();
    const withSteps = new Set(steps.map((step) => step.scenarioId));
    const units = steps.map(({ outcome, faultCode }) => ({ outcome, faultCode }));
    for (const scenario of facts.scenarios()) {
        if (!withSteps.has(scenario.id)) {
            units.push({ outcome: endOf(scenario), faultCode: null });
        }
        else if (scenario.outcome === null) {
            units.push({ outcome: "broken", faultCode: null });
        }
    }
    return units;
}
/** A scenario that passed without a step has tested nothing. */
function endOf(scenario) {
    return scenario.outcome === "passed" ? "skipped" : (scenario.outcome ?? "broken");
}
function exitOf(unit) {
    const code = codeOf(unit.faultCode);
    return code === null ? build_fault/* exitCodes */.hS.failed : build_fault/* codes */.F4[code].exit;
}
function countOf(units, outcome) {
    return units.filter((unit) => unit.outcome === outcome).length;
}
function isCode(code) {
    return Object.hasOwn(build_fault/* codes */.F4, code);
}

;// CONCATENATED MODULE: ./build/report/model.js
/** Raised when a field of `Report` changes its meaning or goes. */
const reportSchemaVersion = 1;

;// CONCATENATED MODULE: ./build/report/server-summary.js
const maxPoints = 120;
/** What a server did and what it cost, from all its samples. */
function summariseServer(server, reader, steps, findings) {
    const { isolation, ...row } = server;
    const own = steps.filter((step) => step.server === server.name && step.outcome !== "skipped");
    return {
        ...row,
        isolation: parseObject(isolation),
        steps: own.length,
        p95Ms: percentile(own.filter((step) => step.outcome !== "broken").map((step) => step.durationMs), 0.95),
        ...summariseSamples(reader.samples(server.name)),
        logLines: reader.count("log", server.name),
        wireMessages: reader.count("wire", server.name),
        findings,
        transitions: reader
            .transitions(server.name)
            .map(({ atMs, state, reason }) => ({ atMs, state, reason })),
    };
}
/** Counters start anew with a restarted container, so totals are sums of what was added. */
function summariseSamples(samples) {
    const points = [];
    const total = { cpuMs: 0, rxBytes: 0, txBytes: 0, memoryBytes: 0, peakPids: 0 };
    let before = null;
    for (const sample of samples) {
        total.cpuMs += added(before?.cpuMs, sample.cpuMs);
        total.rxBytes += added(before?.rxBytes, sample.rxBytes);
        total.txBytes += added(before?.txBytes, sample.txBytes);
        total.memoryBytes += sample.memoryBytes;
        total.peakPids = Math.max(total.peakPids, sample.pids);
        points.push({
            atMs: sample.atMs,
            memoryBytes: sample.memoryBytes,
            cpuPercent: sample.cpuPercent ?? 0,
        });
        before = sample;
    }
    const none = points.length === 0;
    return {
        cpuMs: total.cpuMs,
        peakMemoryBytes: none ? null : points.reduce((most, at) => Math.max(most, at.memoryBytes), 0),
        meanMemoryBytes: none ? null : total.memoryBytes / points.length,
        memoryLimitBytes: before?.memoryLimitBytes ?? null,
        peakPids: none ? null : total.peakPids,
        rxBytes: total.rxBytes,
        txBytes: total.txBytes,
        samples: points.length,
        series: thinned(points),
    };
}
function added(before, now) {
    return before === undefined || now < before ? now : now - before;
}
function thinned(points) {
    const columns = Math.min(maxPoints, points.length);
    return Array.from({ length: columns }, (_, column) => {
        const start = Math.floor((column * points.length) / columns);
        const part = points.slice(start, Math.floor(((column + 1) * points.length) / columns));
        return {
            atMs: part[0]?.atMs ?? 0,
            memoryBytes: Math.max(...part.map((point) => point.memoryBytes)),
            cpuPercent: Math.max(...part.map((point) => point.cpuPercent)),
        };
    });
}
/** Nearest rank; null for no values. */
function percentile(values, share) {
    const sorted = values.toSorted((a, b) => a - b);
    return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null;
}
function parseObject(json) {
    if (json === null) {
        return null;
    }
    try {
        const value = JSON.parse(json);
        return typeof value === "object" && value !== null ? { ...value } : { value };
    }
    catch {
        return { text: json };
    }
}

;// CONCATENATED MODULE: ./build/report/build.js





/**
 * The run as a report, from its record alone.
 *
 * A record without an end is that of a manager that died: the run is broken, scenarios without an end are broken with
 * the reason, and every step recorded up to then is kept.
 */
function buildReport(reader) {
    const run = reader.run();
    const judgement = finalJudgement(reader, run);
    const findings = reader.findings();
    const steps = reader.steps();
    const servers = reader
        .servers()
        .map((server) => summariseServer(server, reader, steps, findings.filter((finding) => finding.server === server.name).length));
    const scenarios = withSteps(reader, run);
    const report = {
        schemaVersion: reportSchemaVersion,
        product: { name: "docker-mcp-manager", version: run.productVersion },
        run: {
            id: run.runId,
            startedAtMs: run.startedAtMs,
            endedAtMs: run.endedAtMs,
            durationMs: Math.max(0, (run.endedAtMs ?? lastSign(servers, scenarios)) - run.startedAtMs),
            outcome: judgement.outcome,
            exitCode: judgement.exitCode,
            runFile: run.runFile,
            runFileText: run.runFileText,
            engine: {
                name: run.engineName,
                version: run.engineVersion,
                apiVersion: run.engineApiVersion,
            },
            fault: faultOf(run, judgement),
        },
        totals: totalsOf(servers, scenarios, findings),
        servers,
        scenarios,
        findings,
        notes: notesOf(reader),
    };
    return { ...report, verdict: verdictLine(report) };
}
/** What the manager wrote down stands, unless it says "passed" where the facts do not. */
function finalJudgement(reader, run) {
    const judged = judgeRun(reader, { unended: run.endedAtMs === null });
    if (run.endedAtMs === null || run.outcome === null || run.exitCode === null) {
        return judged;
    }
    return run.outcome === "passed"
        ? judged
        : { ...judged, outcome: run.outcome, exitCode: run.exitCode };
}
function faultOf(run, judgement) {
    if (judgement.faultCode === null) {
        return null;
    }
    const { title, hint } = build_fault/* codes */.F4[judgement.faultCode];
    return { code: judgement.faultCode, title, hint, message: run.fault ?? messageOf(judgement) };
}
function messageOf({ faultCode, totals }) {
    if (faultCode === "MANAGER_DIED") {
        return "the record has no end; results up to its last entry are below";
    }
    return totals.skipped > 0
        ? "every step was skipped"
        : "the run file was read and no step was run";
}
function withSteps(reader, run) {
    const verdicts = Map.groupBy(reader.verdicts(), (verdict) => verdict.stepId);
    const steps = Map.groupBy(reader.steps(), (step) => step.scenarioId);
    return reader.scenarios().map((scenario) => ({
        ...scenario,
        ...build_endOf(scenario, run),
        servers: scenario.servers.split(",").filter((name) => name !== ""),
        steps: (steps.get(scenario.id) ?? [])
            .toSorted((a, b) => a.position - b.position)
            .map((step) => ({ ...step, verdicts: verdicts.get(step.id) ?? [] })),
    }));
}
function build_endOf(scenario, run) {
    if (scenario.outcome !== null) {
        return { outcome: scenario.outcome, reason: scenario.reason };
    }
    const end = run.endedAtMs === null ? "the manager died" : "the run ended";
    const when = scenario.startedAtMs === null ? "before it began" : "before it was finished";
    return { outcome: "broken", reason: scenario.reason ?? `${end} ${when}` };
}
function totalsOf(servers, scenarios, findings) {
    const steps = scenarios.flatMap((scenario) => scenario.steps);
    const verdicts = steps.flatMap((step) => step.verdicts);
    const held = verdicts.filter((verdict) => verdict.ok).length;
    const severity = (wanted) => findings.filter((finding) => finding.severity === wanted).length;
    return {
        servers: servers.length,
        scenarios: tally(scenarios),
        steps: tally(steps),
        expectations: { held, missed: verdicts.length - held },
        findings: { info: severity("info"), warning: severity("warning"), error: severity("error") },
    };
}
function tally(ended) {
    const count = (outcome) => ended.filter((one) => one.outcome === outcome).length;
    return {
        passed: count("passed"),
        failed: count("failed"),
        broken: count("broken"),
        skipped: count("skipped"),
    };
}
function lastSign(servers, scenarios) {
    const times = [
        0,
        ...servers.flatMap((server) => [
            server.transitions.at(-1)?.atMs ?? 0,
            server.series.at(-1)?.atMs ?? 0,
        ]),
        ...scenarios.flatMap((scenario) => scenario.steps.map((step) => step.startedAtMs + step.durationMs)),
    ];
    return times.reduce((last, time) => Math.max(last, time), 0);
}
function notesOf(reader) {
    return reader.damage === null
        ? []
        : [`The record is damaged (${reader.damage}); rows that could not be read are missing here.`];
}

;// CONCATENATED MODULE: ./build/report/html/budget.js
function createBudget(characters) {
    let left = characters;
    let exceeded = false;
    return {
        take(text) {
            if (text.length > left) {
                exceeded = true;
                return null;
            }
            left -= text.length;
            return text;
        },
        get exceeded() {
            return exceeded;
        },
    };
}

;// CONCATENATED MODULE: ./build/report/html/markup.js

const safe = Symbol("safe");
/** A template whose values are escaped, unless they are markup themselves. Attribute values must be quoted. */
function html(strings, ...parts) {
    const text = strings.map((string, index) => string + (index < parts.length ? inserted(parts[index] ?? null) : ""));
    return { [safe]: text.join("") };
}
/** For constants of ours alone: the style sheet and the script. */
function trusted(text) {
    return { [safe]: text };
}
function markupText(markup) {
    return markup[safe];
}
const nothing = trusted("");
function inserted(part) {
    if (part === null) {
        return "";
    }
    if (typeof part === "string" || typeof part === "number") {
        return forHtml(String(part));
    }
    return safe in part ? part[safe] : part.map(markupText).join("");
}

;// CONCATENATED MODULE: ./build/report/html/gantt.js



const width = 1000;
const maxRows = 60;
const phases = {
    building: "build",
    creating: "start",
    starting: "start",
    ready: "ready",
    unhealthy: "ready",
    stopping: "stop",
};
const phaseNames = { build: "building", start: "starting", ready: "ready", stop: "stopping" };
/** The run on one time axis: what each server was doing, and when each scenario's steps ran. */
function gantt(report) {
    const scale = scaleOf(report);
    const rows = [
        ...report.servers.map((server) => ({
            label: html `<a class="label" href="#server-${forFileName(server.name)}" title="${server.name}">${server.name}</a>`,
            bars: serverBars(server, scale),
        })),
        ...report.scenarios.map((scenario) => ({
            label: html `<a class="label sub" href="#scenario-${scenario.id}" title="${scenario.name}">${scenario.name}</a>`,
            bars: scenarioBars(scenario, scale),
        })),
    ];
    if (rows.length === 0) {
        return nothing;
    }
    const more = rows.length - maxRows;
    return html `<section><h2 id="timeline">Timeline</h2><div class="card"><div class="gantt">
<span></span><div class="axis">${axis(scale.spanMs)}</div>
${rows.slice(0, maxRows).map(({ label, bars }) => html `${label}<svg viewBox="0 0 ${width} 16" preserveAspectRatio="none">${bars}</svg>\n`)}</div>
${more > 0 ? html `<p class="dim">and ${more} more rows</p>` : nothing}${legend()}</div></section>`;
}
function scaleOf({ run }) {
    return { startMs: run.startedAtMs, spanMs: Math.max(1, run.durationMs) };
}
function serverBars(server, scale) {
    return server.transitions.flatMap(({ state, atMs }, index) => {
        const end = server.transitions[index + 1]?.atMs ?? scale.startMs + scale.spanMs;
        const phase = phases[state];
        return phase === undefined
            ? []
            : [bar(scale, atMs, end, phase, `${server.name} ${state}, ${quantity_duration(end - atMs)}`)];
    });
}
function scenarioBars(scenario, scale) {
    return scenario.steps
        .filter(({ outcome }) => outcome !== "skipped")
        .slice(0, 500)
        .map((step) => {
        const title = `${stepName(step)}: ${step.outcome}, ${quantity_duration(step.durationMs)}`;
        const end = step.startedAtMs + step.durationMs;
        return html `<a href="#step-${step.id}">${bar(scale, step.startedAtMs, end, step.outcome, title)}</a>`;
    });
}
function bar(scale, fromMs, toMs, kind, title) {
    const x = Math.min(width, Math.max(0, ((fromMs - scale.startMs) / scale.spanMs) * width));
    const end = Math.min(width, ((toMs - scale.startMs) / scale.spanMs) * width);
    // A step of a millisecond must still be seen.
    const long = Math.min(Math.max(2, end - x), Math.max(2, width - x));
    return html `<rect class="f-${kind}" x="${x.toFixed(1)}" y="2" width="${long.toFixed(1)}" height="12" rx="1"><title>${title}</title></rect>`;
}
function axis(spanMs) {
    return [0, 0.25, 0.5, 0.75, 1].map((share) => html `<span>${share === 0 ? "0" : quantity_duration(spanMs * share)}</span>`);
}
function legend() {
    const kinds = [
        ...Object.entries(phaseNames),
        ...["passed", "failed", "broken"].map((one) => [one, `step ${one}`]),
    ];
    return html `<div class="legend">${kinds.map(([kind, name]) => html `<span><svg viewBox="0 0 1 1"><rect class="f-${kind}" width="1" height="1"/></svg>${name}</span>`)}</div>`;
}

;// CONCATENATED MODULE: ./build/report/html/scenario-list.js



const longestValue = 20_000;
const maxSteps = 3_000;
/** Every scenario with its steps; those that did not pass are open. */
function scenarioList(report, budget) {
    if (report.scenarios.length === 0) {
        return nothing;
    }
    let room = maxSteps;
    const parts = report.scenarios.map((scenario) => {
        const steps = scenario.steps.slice(0, room);
        room -= steps.length;
        return scenarioPart(report, scenario, steps, budget);
    });
    return html `<section data-g><h2 id="scenarios">Scenarios<small>${report.scenarios.length}</small></h2>${parts}</section>`;
}
function scenarioPart(report, scenario, steps, budget) {
    const { outcome, id, name } = scenario;
    const left = scenario.steps.length - steps.length;
    const open = outcome === "passed" || outcome === "skipped" ? nothing : html ` open`;
    const took = scenario.durationMs === null ? "" : quantity_duration(scenario.durationMs);
    const own = scenario.steps.length === 0 ? html ` data-f` : nothing;
    return html `<details class="card scenario" id="scenario-${id}" data-g data-s="${outcome}" data-server="${scenario.servers.join(",")}"${own}${open}>
<summary>${symbol(outcome)}<span>${name}</span><span class="end">${plural(scenario.steps.length, "step")} · ${scenario.servers.join(", ")} · ${took}</span></summary>
${scenario.reason === null ? nothing : html `<p>${wording_cut(scenario.reason, 2_000)}</p>`}
${steps.map((step) => stepPart(report, step, budget))}
${left === 0 ? nothing : html `<p>${plural(left, "step")} more in report.json</p>`}</details>`;
}
function stepPart(report, step, budget) {
    const troubled = step.outcome === "failed" || step.outcome === "broken";
    const place = placeOf(report.run, step);
    return html `<details class="step" id="step-${step.id}" data-f data-s="${step.outcome}" data-server="${step.server}"${troubled ? html ` open` : nothing}>
<summary>${symbol(step.outcome)}<code>${wording_cut(stepName(step), 300)}</code><span class="end">${step.server} · ${quantity_duration(step.durationMs)}</span></summary>
<div class="body">${step.reason === null ? nothing : html `<div class="why">${wording_cut(step.reason, 4_000)}</div>`}
${scenario_list_verdictTable(step)}${value("Arguments", step.argumentsJson, budget)}${value(`Result, ${bytes(step.resultBytes)}`, step.resultJson, budget)}
<div class="dim">${[place, step.faultCode, step.blame === null ? null : `blame: ${step.blame}`].filter((part) => part !== null).join(" · ")}</div></div></details>`;
}
function scenario_list_verdictTable(step) {
    if (step.verdicts.length === 0) {
        return nothing;
    }
    const rows = step.verdicts.map((verdict) => html `<tr><td>${symbol(verdict.ok ? "passed" : "failed")}</td><td><code>${verdict.place} ${verdict.predicate}</code></td><td><pre>${wording_cut(verdict.expected, longestValue)}</pre></td><td><pre>${wording_cut(verdict.actual, longestValue)}</pre></td></tr>`);
    return html `<div class="wide"><table><thead><tr><th></th><th>expectation</th><th>expected</th><th>actual</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}
function value(title, json, budget) {
    if (json === null) {
        return nothing;
    }
    const text = budget.take(wording_cut(pretty(json), longestValue));
    return html `<div><h4>${title}</h4><pre>${text ?? "left out to keep this page small; it is in report.json"}</pre></div>`;
}
/** JSON on several lines; what is cut, too deep or not JSON stays as it is. */
function pretty(json) {
    try {
        return JSON.stringify(JSON.parse(json), null, 2);
    }
    catch {
        return json;
    }
}
function symbol(outcome) {
    return html `<span class="sym ${outcome}" role="img" aria-label="${outcome}">${symbolOf(outcome)}</span>`;
}

;// CONCATENATED MODULE: ./build/report/html/script.js
/**
 * What the page does beyond reading: the filter, links into folded parts, keys. It only hides, opens and scrolls.
 *
 * Filter: words must all occur; `s:failed` is an outcome, `server:NAME` a server. It rides in the hash as `#q=…`.
 */
const script = String.raw `
"use strict";
(() => {
  const input = document.querySelector(".find input");
  const count = document.querySelector(".find output");
  const items = [...document.querySelectorAll("[data-f]")];
  const groups = [...document.querySelectorAll("[data-g]")];
  const opened = new Map();
  const texts = new Map();
  const textOf = (item) => {
    if (!texts.has(item)) texts.set(item, item.textContent.toLowerCase());
    return texts.get(item);
  };
  const parse = (query) => {
    const wanted = { words: [], outcomes: [], servers: [] };
    for (const term of query.toLowerCase().split(/\s+/)) {
      if (term.startsWith("s:")) wanted.outcomes.push(term.slice(2));
      else if (term.startsWith("server:")) wanted.servers.push(term.slice(7));
      else if (term !== "") wanted.words.push(term);
    }
    return wanted;
  };
  const matches = (item, wanted) =>
    wanted.outcomes.every((outcome) => (item.dataset.s || "").startsWith(outcome)) &&
    wanted.servers.every((server) => (item.dataset.server || "").toLowerCase().split(",").some((name) => name.startsWith(server))) &&
    wanted.words.every((word) => textOf(item).includes(word));
  const apply = (query) => {
    const wanted = parse(query);
    const active = query.trim() !== "";
    const shown = new Set();
    for (const item of items) {
      const ok = !active || matches(item, wanted);
      item.classList.toggle("gone", !ok);
      if (ok) shown.add(item);
    }
    for (const group of groups) {
      const some = [...group.querySelectorAll("[data-f]")].some((item) => shown.has(item));
      group.classList.toggle("gone", active && !some);
      if (group.tagName !== "DETAILS") continue;
      if (active && !opened.has(group)) opened.set(group, group.open);
      if (active && some) group.open = true;
      else if (!active && opened.has(group)) group.open = opened.get(group);
    }
    if (!active) opened.clear();
    count.textContent = active ? String(shown.size) : "";
  };
  const follow = () => {
    const hash = location.hash.slice(1);
    if (hash.startsWith("q=")) {
      let query = "";
      try { query = decodeURIComponent(hash.slice(2)); } catch { return; }
      if (input.value !== query) { input.value = query; apply(query); }
      return;
    }
    const target = hash && document.getElementById(hash);
    if (!target) return;
    if (target.closest(".gone")) { input.value = ""; apply(""); }
    for (let at = target; at; at = at.parentElement) if (at.tagName === "DETAILS") at.open = true;
    target.scrollIntoView();
  };
  let timer = 0;
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      apply(input.value);
      history.replaceState(null, "", input.value ? "#q=" + encodeURIComponent(input.value) : "#");
    }, 120);
  });
  const troubled = () => items.filter((item) => item.classList.contains("step") && /^(failed|broken)$/.test(item.dataset.s) && !item.closest(".gone"));
  let current = -1;
  addEventListener("keydown", (event) => {
    const typing = event.target === input;
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === "/" && !typing) { event.preventDefault(); input.focus(); }
    else if (event.key === "Escape" && typing) { input.value = ""; apply(""); input.blur(); history.replaceState(null, "", "#"); }
    else if ((event.key === "n" || event.key === "p") && !typing) {
      const steps = troubled();
      if (steps.length === 0) return;
      current = (current + (event.key === "n" ? 1 : -1) + steps.length) % steps.length;
      location.hash = steps[current].id;
      steps[current].querySelector("summary").focus();
    }
  });
  document.querySelector(".find").hidden = false;
  addEventListener("hashchange", follow);
  follow();
})();
`;

;// CONCATENATED MODULE: ./build/report/html/chart.js


const chart_width = 240;
const height = 54;
const tableRows = 40;
/** Memory and CPU over the server's life, drawn and as a table. */
function charts(server) {
    const { series, memoryLimitBytes: limit } = server;
    if (series.length === 0) {
        return nothing;
    }
    const memory = series.map((point) => point.memoryBytes);
    const cpu = series.map((point) => point.cpuPercent);
    const peak = server.peakMemoryBytes ?? 0;
    // A limit far above the peak would press the curve flat; then the caption alone tells it.
    const limitInSight = limit !== null && limit <= peak * 2;
    const top = limitInSight ? Math.max(limit, peak) : peak;
    const limitText = limit === null ? "no limit" : `limit ${bytes(limit)}`;
    const highest = Math.max(...cpu);
    return html `<figure class="chart memory"><figcaption><span>Memory</span><span><b>${bytes(peak)}</b> peak, ${limitText}</span></figcaption>
${plot(series, memory, top, limitInSight ? limit : null, `Memory of ${server.name}: peak ${bytes(peak)}`)}</figure>
<figure class="chart cpu"><figcaption><span>CPU</span><span><b>${quantity_duration(server.cpuMs)}</b> used, at most ${oneDecimal(highest)} % of a core</span></figcaption>
${plot(series, cpu, Math.max(highest, 1), null, `CPU of ${server.name}: at most ${oneDecimal(highest)} %`)}</figure>
${asTable(series)}`;
}
function plot(series, values, top, limit, label) {
    const start = series[0]?.atMs ?? 0;
    const span = Math.max(1, (series.at(-1)?.atMs ?? 0) - start);
    const y = (value) => rounded(height - 3 - (value / Math.max(top, 1)) * (height - 8));
    const points = series.map((point, index) => {
        const x = rounded(((point.atMs - start) / span) * chart_width);
        return `${x},${y(values[index] ?? 0)}`;
    });
    const line = points.length === 1 ? `${points[0]} ${chart_width},${y(values[0] ?? 0)}` : points.join(" ");
    const dashes = limit === null
        ? nothing
        : html `<line class="limit" x1="0" x2="${chart_width}" y1="${y(limit)}" y2="${y(limit)}"/>`;
    return html `<svg viewBox="0 0 ${chart_width} ${height}" preserveAspectRatio="none" role="img" aria-label="${label}"><polygon class="area" points="0,${height} ${line} ${chart_width},${height}"/><polyline class="line" points="${line}"/>${dashes}</svg>`;
}
function asTable(series) {
    const start = series[0]?.atMs ?? 0;
    const every = Math.ceil(series.length / tableRows);
    const rows = series
        .filter((_, index) => index % every === 0)
        .map((point) => html `<tr><td class="num">${quantity_duration(point.atMs - start)}</td><td class="num">${bytes(point.memoryBytes)}</td><td class="num">${oneDecimal(point.cpuPercent)} %</td></tr>`);
    return html `<details><summary>As a table</summary><div class="scroll"><table><thead><tr><th class="num">after</th><th class="num">memory</th><th class="num">CPU</th></tr></thead><tbody>${rows}</tbody></table></div></details>`;
}
function rounded(value) {
    return String(Math.round(value * 10) / 10);
}

;// CONCATENATED MODULE: ./build/report/html/server-card.js




/** One card per server: what it is, what it cost, how it was isolated. */
function serverCards(report) {
    if (report.servers.length === 0) {
        return nothing;
    }
    return html `<section data-g><h2 id="servers">Servers<small>${report.servers.length}</small></h2><div class="servers">
${report.servers.map((server) => card(report, server))}</div></section>`;
}
function card(report, server) {
    const id = forFileName(server.name);
    const facts = [
        ["ready in", optional(server.readyMs, quantity_duration)],
        ["steps", String(server.steps)],
        ["p95", optional(server.p95Ms, quantity_duration)],
        ["peak memory", optional(server.peakMemoryBytes, bytes)],
        ["CPU time", server.samples === 0 ? null : quantity_duration(server.cpuMs)],
        ["network", network(server)],
    ];
    return html `<article class="card server" id="server-${id}" data-f data-server="${server.name}" data-s="${conditionOf(server)}">
<h3>${server.name}<span class="pill ${tone(server)}">${conditionOf(server)}</span></h3>
<div class="what">${whatItIs(report, server)}</div>
${server.reason === null || conditionOf(server) === "ready" ? nothing : html `<p class="why">${server.reason}</p>`}
<dl class="facts">${facts.map(([name, value]) => html `<div><dt>${name}</dt><dd>${value ?? "–"}</dd></div>`)}</dl>
${charts(server)}${isolation(server)}
<details><summary>Life</summary>${life(report, server)}</details>
<p class="dim"><a href="#log-${id}">${plural(server.logLines, "log line")}</a> · <a href="#wire-${id}">${plural(server.wireMessages, "message")}</a>${server.findings === 0 ? nothing : html ` · <a href="#findings">${plural(server.findings, "finding")}</a>`}</p></article>`;
}
function network({ rxBytes, txBytes }) {
    return rxBytes + txBytes === 0 ? "none" : `↓ ${bytes(rxBytes)} ↑ ${bytes(txBytes)}`;
}
function tone(server) {
    const condition = conditionOf(server);
    if (condition === "failed" || condition === "unhealthy") {
        return "failed";
    }
    return server.readyMs === null ? "broken" : "passed";
}
function whatItIs(report, server) {
    const itself = [server.serverName, server.serverVersion].filter((part) => part !== null);
    const facts = [
        itself.join(" "),
        [server.template, server.transport].filter((part) => part !== "").join(" over "),
        server.revision === null ? "" : `MCP ${server.revision}`,
        server.image ?? "",
        placeOf(report.run, server) ?? "",
    ];
    return facts.filter((fact) => fact !== "").join(" · ");
}
function isolation(server) {
    const entries = Object.entries(server.isolation ?? {});
    if (entries.length === 0) {
        return nothing;
    }
    const rows = entries.map(([key, value]) => html `<tr><td>${key}</td><td class="mono">${typeof value === "string" ? value : shown(value)}</td></tr>`);
    return html `<details><summary>Isolation, as the engine reports it</summary><table><tbody>${rows}</tbody></table></details>`;
}
function shown(value) {
    try {
        return JSON.stringify(value);
    }
    catch {
        return "nested too deep to show";
    }
}
function life(report, server) {
    const rows = server.transitions.map(({ atMs, state, reason }) => html `<tr><td class="num word">${quantity_duration(Math.max(0, atMs - report.run.startedAtMs))}</td><td class="word">${state}</td><td>${reason}</td></tr>`);
    const exit = server.exitCode === null ? "" : `exit code ${server.exitCode}`;
    const killed = server.oomKilled === true ? ", killed for memory" : "";
    return html `<table><tbody>${rows}</tbody></table><p class="dim">stdout ${bytes(server.stdoutBytes)}, stderr ${bytes(server.stderrBytes)}${server.droppedLines === 0 ? "" : `, ${plural(server.droppedLines, "line")} dropped`} · ${exit}${killed}</p>`;
}
function optional(value, format) {
    return value === null ? null : format(value);
}

;// CONCATENATED MODULE: ./build/report/html/style.js
const style = `
:root{color-scheme:light dark;--bg:#f6f7f9;--card:#fff;--ink:#1c2128;--dim:#5b6570;--line:#dde2e8;--soft:#eef1f5;
--passed:#187a3c;--failed:#c62130;--broken:#9a5b00;--skipped:#66707b;--accent:#2457c5;
--passed-bg:#e4f5ea;--failed-bg:#fdeaea;--broken-bg:#fdf1dc;--skipped-bg:#eceff2;--memory:#5b3fc4;--cpu:#0b7a8a;--mark:#fff3b0}
@media (prefers-color-scheme:dark){:root{--bg:#0e1218;--card:#161c25;--ink:#e3e8ee;--dim:#97a3b0;--line:#2a333f;--soft:#1d2530;
--passed:#4cc46f;--failed:#ff7070;--broken:#e5a94a;--skipped:#98a3af;--accent:#7fa9ff;
--passed-bg:#11281a;--failed-bg:#331a1d;--broken-bg:#2e2412;--skipped-bg:#20272f;--memory:#a78bff;--cpu:#45c3d3;--mark:#4a4213}}
*{box-sizing:border-box}
html{scroll-padding-top:4.5rem}
body{margin:0;background:var(--bg);color:var(--ink);font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans",sans-serif}
main,.bar>div{max-width:1180px;margin:0 auto;padding:0 20px}
main{padding-bottom:64px}
a{color:var(--accent);text-decoration:none}a:hover{text-decoration:underline}
:focus-visible{outline:2px solid var(--accent);outline-offset:2px;border-radius:4px}
h1,h2,h3{line-height:1.25;margin:0}
h2{font-size:17px;margin:36px 0 12px}
h2 small{font-weight:400;color:var(--dim);margin-left:6px}
code,pre,.lines,.mono{font-family:ui-monospace,"SF Mono",Menlo,Consolas,"DejaVu Sans Mono",monospace;font-size:12.5px}
pre{margin:0;padding:10px 12px;background:var(--soft);border-radius:6px;white-space:pre-wrap;overflow-wrap:anywhere;max-height:28rem;overflow:auto}
.bar{position:sticky;top:0;z-index:2;background:var(--card);border-bottom:1px solid var(--line)}
.bar>div{display:flex;align-items:center;gap:18px;height:52px}
.bar b{white-space:nowrap}.bar nav{display:flex;gap:14px;overflow:auto;flex:1;white-space:nowrap}
.bar nav a{color:var(--dim)}
.find{position:relative}
.find input{font:inherit;color:inherit;background:var(--soft);border:1px solid var(--line);border-radius:6px;padding:5px 10px;width:290px;max-width:40vw}
.find output{position:absolute;right:10px;top:6px;color:var(--dim);font-size:12px;pointer-events:none}
.card{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:16px 18px}
.verdict{margin-top:24px;border-left:6px solid;padding:20px 22px}
.verdict h1{font-size:22px;display:flex;gap:12px;overflow-wrap:anywhere}
.verdict p{margin:6px 0 0;color:var(--dim)}
.verdict.passed{border-left-color:var(--passed);background:var(--passed-bg)}
.verdict.failed{border-left-color:var(--failed);background:var(--failed-bg)}
.verdict.broken{border-left-color:var(--broken);background:var(--broken-bg)}
.verdict.skipped{border-left-color:var(--skipped);background:var(--skipped-bg)}
.passed>.sym,.sym.passed,h1 .passed{color:var(--passed)}.failed>.sym,.sym.failed,h1 .failed{color:var(--failed)}
.broken>.sym,.sym.broken,h1 .broken{color:var(--broken)}.skipped>.sym,.sym.skipped,h1 .skipped{color:var(--skipped)}
.sym{font-weight:700;display:inline-block;width:1.2em}
.tiles{display:grid;grid-template-columns:repeat(auto-fit,minmax(128px,1fr));gap:12px;margin-top:14px}
.tile{background:var(--card);border:1px solid var(--line);border-radius:10px;padding:10px 14px}
.tile b{display:block;font-size:21px;font-variant-numeric:tabular-nums;line-height:1.3}
.tile b small{font-size:14px;font-weight:400;color:var(--dim)}
.tile span,.dim{color:var(--dim)}.tile span{font-size:12.5px}
.note{margin-top:12px;border-left:4px solid var(--broken)}
.failure{margin-top:12px;border-left:4px solid var(--failed)}
.failure.broken{border-left-color:var(--broken)}
.failure h3{font-size:15px}
.failure p{margin:4px 0 10px;overflow-wrap:anywhere}
.failure p:last-child{margin-bottom:0}
.diff{display:grid;grid-template-columns:max-content 1fr;gap:4px 12px;align-items:start;margin-bottom:8px}
.diff>span{color:var(--dim);font-size:12.5px;padding-top:9px}
.diff pre{padding:8px 10px;border-left:3px solid var(--passed)}.diff pre.got{border-left-color:var(--failed)}
.gantt{display:grid;grid-template-columns:minmax(90px,220px) 1fr;gap:5px 14px;align-items:center}
.gantt .label{overflow:hidden;text-overflow:ellipsis;white-space:nowrap;font-size:13px}
.gantt .label.sub{padding-left:14px;color:var(--dim)}
.gantt svg{display:block;width:100%;height:16px;background:var(--soft);border-radius:4px}
.gantt .axis{display:flex;justify-content:space-between;color:var(--dim);font-size:11.5px;font-variant-numeric:tabular-nums}
.legend{display:flex;flex-wrap:wrap;gap:4px 16px;margin-top:12px;color:var(--dim);font-size:12px}
.legend svg{width:12px;height:12px;vertical-align:-1px;margin-right:5px;border-radius:2px}
.f-passed{fill:var(--passed)}.f-failed{fill:var(--failed)}.f-broken{fill:var(--broken)}.f-skipped{fill:var(--skipped)}
.f-build{fill:#9aa7b5}.f-start{fill:#e0a53a}.f-ready{fill:#6f9be8}.f-stop{fill:#b79bd6}
.servers{display:grid;grid-template-columns:repeat(auto-fill,minmax(340px,1fr));gap:14px}
.server h3{font-size:16px;display:flex;gap:8px;align-items:baseline;overflow-wrap:anywhere}
.server h3 .pill{margin-left:auto}
.pill{font-size:11.5px;font-weight:500;border-radius:99px;padding:1px 9px;background:var(--soft);color:var(--dim);white-space:nowrap}
.pill.passed{background:var(--passed-bg);color:var(--passed)}.pill.failed,.pill.error{background:var(--failed-bg);color:var(--failed)}
.pill.broken,.pill.warning{background:var(--broken-bg);color:var(--broken)}
.server .what{color:var(--dim);font-size:12.5px;margin:2px 0 12px;overflow-wrap:anywhere}
.facts{display:grid;grid-template-columns:repeat(3,1fr);gap:8px;margin:0 0 12px}
.facts div{min-width:0}.facts dt{color:var(--dim);font-size:11.5px}.facts dd{margin:0;font-weight:600;font-variant-numeric:tabular-nums}
.chart{margin:10px 0 0}
.chart figcaption{display:flex;justify-content:space-between;font-size:12px;color:var(--dim)}
.chart figcaption b{font-weight:600;color:var(--ink)}
.chart svg{display:block;width:100%;height:54px;background:var(--soft);border-radius:5px;margin-top:3px}
.memory .area{fill:var(--memory);opacity:.18}.memory .line{stroke:var(--memory)}
.cpu .area{fill:var(--cpu);opacity:.18}.cpu .line{stroke:var(--cpu)}
.line{fill:none;stroke-width:1.6;vector-effect:non-scaling-stroke;stroke-linejoin:round}
.limit{stroke:var(--failed);stroke-width:1;stroke-dasharray:4 3;vector-effect:non-scaling-stroke}
details>summary{cursor:pointer}
.server details{margin-top:10px;font-size:13px}.server details summary{color:var(--dim)}
table{border-collapse:collapse;width:100%;font-size:13px}
th{text-align:left;font-weight:500;color:var(--dim)}
th,td{padding:5px 10px 5px 0;border-bottom:1px solid var(--line);vertical-align:top;overflow-wrap:anywhere}
td.num,th.num{text-align:right;font-variant-numeric:tabular-nums}
td.word{white-space:nowrap;overflow-wrap:normal}
.wide{overflow-x:auto}
td pre{padding:4px 8px;max-height:14rem}
.scroll{overflow:auto;max-height:20rem}
.scenario{margin-bottom:10px;padding:0}
.scenario>summary{padding:12px 18px;display:flex;gap:8px;align-items:baseline;font-weight:600;list-style:none}
summary::-webkit-details-marker{display:none}
.scenario>summary .end,.step>summary .end{margin-left:auto;color:var(--dim);font-weight:400;font-size:12.5px;white-space:nowrap;font-variant-numeric:tabular-nums}
.scenario>p{margin:0 18px 10px 46px;color:var(--dim)}
.step{border-top:1px solid var(--line)}
.step>summary{padding:8px 18px 8px 32px;display:flex;gap:8px;align-items:baseline;list-style:none}
.step>summary:hover,.scenario>summary:hover{background:var(--soft)}
.step>summary code{overflow-wrap:anywhere}
.step .body{padding:4px 18px 16px 58px;display:grid;gap:10px}
.step .body h4{margin:0 0 3px;font-size:12px;font-weight:500;color:var(--dim)}
.why{overflow-wrap:anywhere}
.lines{list-style:none;margin:8px 0 0;padding:8px 0;background:var(--soft);border-radius:6px;max-height:30rem;overflow:auto}
.lines li{padding:1px 12px 1px 86px;position:relative;white-space:pre-wrap;overflow-wrap:anywhere}
.lines i{position:absolute;left:12px;font-style:normal;color:var(--dim);font-variant-numeric:tabular-nums}
.lines .o{box-shadow:inset 3px 0 var(--accent)}.lines .s::before{content:"→ ";color:var(--accent)}.lines .r::before{content:"← ";color:var(--passed)}
.view{margin-bottom:10px}.view>summary{font-weight:600}.view>summary small{font-weight:400;color:var(--dim);margin-left:8px}
:target{scroll-margin-top:4.5rem}.step:target>summary,.scenario:target>summary,.server:target,.finding:target{background:var(--mark)}
.gone{display:none!important}
footer{margin-top:40px;color:var(--dim);font-size:12.5px}
kbd{font:11px ui-monospace,monospace;border:1px solid var(--line);border-bottom-width:2px;border-radius:4px;padding:0 5px}
@media (max-width:700px){.bar nav{display:none}.verdict h1{font-size:18px}.wide table{min-width:560px}.servers{grid-template-columns:1fr}.find{flex:1}.find input{width:100%;max-width:none}.diff{grid-template-columns:1fr}.gantt{grid-template-columns:84px 1fr}.step .body{padding-left:18px}}
@media print{.bar{display:none}}
`;

;// CONCATENATED MODULE: ./build/report/html/viewer.js



const lastLines = 300;
const longestLine = 2_000;
/** The last log lines and messages of every server; all of them are in the files beside the report. */
function viewers(report, reader, budget) {
    if (report.servers.length === 0) {
        return nothing;
    }
    const parts = report.servers.map((server) => {
        const id = forFileName(server.name);
        const tail = { server: server.name, tail: lastLines };
        const logs = [...reader.logs(tail)].map((row) => logLine(report, server, row));
        const wire = [...reader.wire(tail)].map((row) => wireLine(report, server, row));
        return html `${view(`log-${id}`, `${server.name}: log`, fit(logs, budget), server.logLines, "line", `logs/${id}.ndjson`)}
${view(`wire-${id}`, `${server.name}: messages`, fit(wire, budget), server.wireMessages, "message", `wire/${id}.ndjson`)}`;
    });
    return html `<section data-g><h2 id="logs">Logs and messages</h2>${parts}</section>`;
}
function logLine(report, server, row) {
    const kind = row.stream === "stdout" ? "o" : "e";
    return line(report, server, kind, row.atMs, row.text, row.truncated);
}
function wireLine(report, server, row) {
    const kind = row.direction === "sent" ? "s" : "r";
    return line(report, server, kind, row.atMs, row.text, row.truncated);
}
function line(report, server, kind, atMs, text, truncated) {
    const seconds = Math.max(0, (atMs - report.run.startedAtMs) / 1000).toFixed(3);
    return {
        text: wording_cut(text, longestLine),
        markup: (shown) => html `<li class="${kind}" data-f data-server="${server.name}"><i>${seconds}</i>${shown}${truncated ? " [truncated]" : ""}</li>`,
    };
}
/** The last lines that the budget has room for, in their order. */
function fit(lines, budget) {
    const kept = [];
    for (const { text, markup } of lines.toReversed()) {
        const taken = budget.take(text);
        if (taken === null) {
            break;
        }
        kept.push(markup(taken));
    }
    return kept.reverse();
}
function view(id, title, lines, total, noun, file) {
    const all = lines.length === total;
    const size = all
        ? plural(total, noun)
        : `last ${lines.length} of ${plural(total, noun)}, all in ${file}`;
    return html `<details class="card view" id="${id}" data-g><summary>${title}<small>${size}</small></summary>${total === 0 ? html `<p class="dim">none</p>` : html `<ol class="lines">${lines}</ol>`}</details>`;
}

;// CONCATENATED MODULE: ./build/report/html/page.js












const stepCharacters = 3_000_000;
const lineCharacters = 3_000_000;
const maxFailures = 50;
/**
 * The run as one HTML file that needs no network and, for reading, no JavaScript.
 *
 * The content security policy allows nothing but our own style and script by hash, so even markup that slipped
 * through could not run or call home. Long runs are cut with a visible note; the files beside it hold everything.
 */
function reportHtml(report, reader) {
    const values = createBudget(stepCharacters);
    const lines = createBudget(lineCharacters);
    const { run } = report;
    const scenarios = scenarioList(report, values);
    const views = viewers(report, reader, lines);
    const page = html `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="referrer" content="no-referrer">
<title>${run.outcome}: ${run.runFile ?? "MCP servers"}</title><link rel="icon" href="${icon(run.outcome)}">
<style>${trusted(style)}</style></head><body>
${page_bar(report)}<main>${verdict(report)}${tiles(report)}
${report.notes.map((note) => html `<div class="card note">${note}</div>`)}
${values.exceeded || lines.exceeded ? html `<div class="card note">This page leaves out parts of a long run; report.json and the .ndjson files beside it hold everything.</div>` : nothing}
${failures(report)}${findings(report)}${gantt(report)}${serverCards(report)}${scenarios}${views}${appendix(report)}${footer(report)}
</main><script>${trusted(script)}</script></body></html>
`;
    return markupText(page);
}
const policy = [
    "default-src 'none'",
    `style-src '${hashOf(style)}'`,
    `script-src '${hashOf(script)}'`,
    "img-src data:",
    "base-uri 'none'",
    "form-action 'none'",
].join("; ");
function hashOf(content) {
    return `sha256-${(0,external_node_crypto_.createHash)("sha256").update(content).digest("base64")}`;
}
function icon(outcome) {
    const colour = { passed: "1f9d4d", failed: "d1242f", broken: "d08700", skipped: "7b8590" }[outcome];
    return `data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 8 8'%3E%3Ccircle cx='4' cy='4' r='4' fill='%23${colour}'/%3E%3C/svg%3E`;
}
function page_bar(report) {
    const links = [
        ["failures", failuresOf(report).length],
        ["findings", report.findings.length],
        ["timeline", report.servers.length],
        ["servers", report.servers.length],
        ["scenarios", report.scenarios.length],
        ["logs", report.servers.length],
    ];
    return html `<header class="bar"><div><b>Docker MCP Manager</b><nav>${links
        .filter(([, size]) => size > 0)
        .map(([name]) => html `<a href="#${name}">${name[0]?.toUpperCase() ?? ""}${name.slice(1)}</a>`)}</nav>
<div class="find" hidden><input type="search" placeholder="Filter: s:failed server:x words" aria-label="Filter steps, findings, log lines" spellcheck="false" autocomplete="off"><output></output></div></div></header>`;
}
function verdict(report) {
    const { run } = report;
    const engine = [run.engine.name, run.engine.version].filter((part) => part !== null).join(" ");
    const facts = [run.runFile, utc(run.startedAtMs), engine, `exit code ${run.exitCode}`];
    return html `<section class="card verdict ${run.outcome}"><h1>${symbol(run.outcome)}<span>${report.verdict}</span></h1>
<p>${facts.filter((fact) => fact !== null && fact !== "").join(" · ")}</p>
${run.fault === null ? nothing : html `<p>${run.fault.hint}</p>`}</section>`;
}
function utc(atMs) {
    return new Date(atMs)
        .toISOString()
        .replace("T", " ")
        .replace(/\.\d+Z$/, " UTC");
}
function tiles(report) {
    const { totals, run } = report;
    const steps = Object.values(totals.steps).reduce((sum, count) => sum + count, 0);
    const expectations = totals.expectations.held + totals.expectations.missed;
    const shown = [
        ["steps passed", totals.steps.passed, `of ${steps}`],
        ["expectations held", totals.expectations.held, `of ${expectations}`],
        ["scenarios passed", totals.scenarios.passed, `of ${report.scenarios.length}`],
        ["servers", totals.servers, ""],
        [
            "findings",
            report.findings.length,
            totals.findings.error === 0 ? "" : plural(totals.findings.error, "error"),
        ],
        ["duration", quantity_duration(run.durationMs), ""],
    ];
    return html `<div class="tiles">${shown.map(([name, value, rest]) => html `<div class="tile"><b>${value} <small>${rest}</small></b><span>${name}</span></div>`)}</div>`;
}
function failures(report) {
    const all = failuresOf(report);
    if (all.length === 0) {
        return nothing;
    }
    const cards = all.slice(0, maxFailures).map((failure) => {
        const { scenario, step } = failure;
        const at = step ?? scenario;
        const target = step === null ? `scenario-${scenario.id}` : `step-${step.id}`;
        const missed = step?.verdicts.filter(({ ok }) => !ok) ?? [];
        return html `<article class="card failure ${outcomeOf(failure)}" data-f data-s="${outcomeOf(failure)}" data-server="${step?.server ?? scenario.servers.join(",")}">
<h3>${symbol(outcomeOf(failure))}<a href="#${target}">${wording_cut(nameOf(failure), 300)}</a> <small class="dim">${placeOf(report.run, locusOf(failure))}</small></h3>
<p>${wording_cut(at.reason ?? at.outcome, 2_000)}</p>
${missed.slice(0, 5).map(({ place, predicate, expected, actual }) => html `<div class="diff"><span>expected</span><pre>${place} ${predicate} ${wording_cut(expected, 4_000)}</pre><span>actual</span><pre class="got">${wording_cut(actual, 4_000)}</pre></div>`)}</article>`;
    });
    const more = all.length - cards.length;
    return html `<section data-g><h2 id="failures">Failures<small>${all.length}</small></h2>${cards}${more > 0 ? html `<p class="dim">and ${more} more below</p>` : nothing}</section>`;
}
function findings(report) {
    if (report.findings.length === 0) {
        return nothing;
    }
    const rows = report.findings
        .slice(0, 500)
        .map(({ severity, server, code, message, stepId }) => html `<tr class="finding" data-f data-s="${severity}" data-server="${server}"><td><span class="pill ${severity}">${severity}</span></td><td>${server}</td><td>${wording_cut(message, 2_000)}</td><td><code>${code}</code></td><td>${stepId === null ? nothing : html `<a href="#step-${stepId}">step</a>`}</td></tr>`);
    return html `<section data-g><h2 id="findings">Findings<small>${report.findings.length}</small></h2><div class="card wide"><table><thead><tr><th></th><th>server</th><th>what</th><th>code</th><th></th></tr></thead><tbody>${rows}</tbody></table></div></section>`;
}
function appendix(report) {
    const { runFileText, runFile } = report.run;
    return runFileText === null
        ? nothing
        : html `<section><h2 id="run-file">Run file</h2><details class="card"><summary>${runFile ?? "as given"}, as resolved</summary><pre>${wording_cut(runFileText, 200_000)}</pre></details></section>`;
}
function footer(report) {
    return html `<footer>docker-mcp-manager ${report.product.version} · run ${report.run.id} · <kbd>/</kbd> filter · <kbd>n</kbd> <kbd>p</kbd> next and previous failure</footer>`;
}

;// CONCATENATED MODULE: ./build/report/junit.js



const longestText = 16_000;
/**
 * JUnit XML as CI systems read it: a suite per scenario, a case per step; the run's fault and the findings are suites.
 *
 * Written by hand: the format is five elements, and foreign text must leave through our one exit for XML anyway.
 */
function junitXml(report) {
    const suites = [
        ...faultSuite(report),
        ...report.scenarios.map((scenario) => suite(report, scenario.name, scenarioCases(scenario), scenario)),
        ...findingSuite(report),
    ];
    const seconds = inSeconds(report.run.durationMs);
    return [
        '<?xml version="1.0" encoding="UTF-8"?>',
        `<testsuites name="docker-mcp-manager" time="${seconds}">`,
        ...suites,
        "</testsuites>",
        "",
    ].join("\n");
}
function scenarioCases(scenario) {
    const cases = scenario.steps.map((step) => stepCase(scenario, step));
    const unexplained = (scenario.outcome === "broken" || scenario.outcome === "failed") &&
        cases.every(({ end }) => end === "passed" || end === "skipped");
    return unexplained || cases.length === 0 ? [...cases, scenarioCase(scenario)] : cases;
}
function stepCase(scenario, step) {
    return {
        name: `${step.position + 1}. ${stepName(step)}`,
        className: scenario.name,
        seconds: inSeconds(step.durationMs),
        line: step.line,
        end: junit_endOf(step.outcome),
        type: step.faultCode ?? step.blame ?? "expectation",
        message: step.reason ?? "",
        body: differenceOf(step),
    };
}
function scenarioCase(scenario) {
    return {
        name: "scenario",
        className: scenario.name,
        seconds: inSeconds(scenario.durationMs ?? 0),
        line: scenario.line,
        end: junit_endOf(scenario.outcome === "passed" ? "skipped" : scenario.outcome),
        type: "scenario",
        message: scenario.reason ?? "no step was run",
        body: "",
    };
}
function faultSuite(report) {
    const { fault } = report.run;
    if (fault === null) {
        return [];
    }
    const one = {
        name: fault.title,
        className: "run",
        seconds: 0,
        line: null,
        end: "error",
        type: fault.code,
        message: fault.message,
        body: fault.hint,
    };
    return [suite(report, "run", [one], null)];
}
function findingSuite(report) {
    const cases = report.findings.map((finding) => ({
        name: finding.code,
        className: finding.server,
        seconds: 0,
        line: null,
        end: finding.severity === "error" ? "failure" : "passed",
        type: finding.severity,
        message: finding.message,
        body: "",
    }));
    return cases.length === 0 ? [] : [suite(report, "findings", cases, null)];
}
function suite(report, name, cases, scenario) {
    const count = (end) => cases.filter((one) => one.end === end).length;
    const start = scenario?.startedAtMs ?? null;
    const attributes = [
        attribute("name", name),
        attribute("tests", cases.length),
        attribute("failures", count("failure")),
        attribute("errors", count("error")),
        attribute("skipped", count("skipped")),
        attribute("time", inSeconds(scenario?.durationMs ?? 0)),
        ...(start === null ? [] : [attribute("timestamp", new Date(start).toISOString())]),
    ];
    return [
        `  <testsuite${attributes.join("")}>`,
        ...cases.map((one) => testCase(report, one)),
        "  </testsuite>",
    ].join("\n");
}
function testCase(report, one) {
    const file = report.run.runFile;
    const attributes = [
        attribute("name", one.name),
        attribute("classname", one.className),
        attribute("time", one.seconds),
        ...(file === null || one.line === null
            ? []
            : [attribute("file", file), attribute("line", one.line)]),
    ].join("");
    const body = ending(one);
    return body === ""
        ? `    <testcase${attributes}/>`
        : `    <testcase${attributes}>${body}</testcase>`;
}
function ending({ end, type, message, body }) {
    const text = forXml(wording_cut(body, longestText));
    const cause = attribute("message", wording_cut(message, longestText));
    switch (end) {
        case "failure":
        case "error":
            return `<${end}${attribute("type", type)}${cause}>${text}</${end}>`;
        case "skipped":
            return `<skipped${message === "" ? "" : cause}/>`;
        case "passed":
            return message === ""
                ? ""
                : `<system-out>${forXml(`${type}: ${wording_cut(message, longestText)}`)}</system-out>`;
    }
}
function junit_endOf(outcome) {
    const ends = {
        passed: "passed",
        failed: "failure",
        broken: "error",
        skipped: "skipped",
    };
    return ends[outcome];
}
function attribute(name, value) {
    return ` ${name}="${forXml(wording_cut(String(value), longestText))}"`;
}
function inSeconds(ms) {
    return Math.round(ms) / 1000;
}

;// CONCATENATED MODULE: ./build/report/summary.js



const levels = [
    { failures: 50, details: true, findings: 50, passedServers: true },
    { failures: 50, details: false, findings: 50, passedServers: true },
    { failures: 20, details: false, findings: 20, passedServers: true },
    { failures: 20, details: false, findings: 20, passedServers: false },
    { failures: 5, details: false, findings: 0, passedServers: false },
    { failures: 0, details: false, findings: 0, passedServers: false },
];
/** The job summary in GitHub Markdown: the fullest level that fits, always ending with where the full report is. */
function summaryMarkdown(report, options = {}) {
    const limit = options.limitBytes ?? 900_000;
    const end = summary_endOf(options.fullReport);
    for (const level of levels) {
        const note = level === levels[0] ? [] : ["_Shortened to fit the size limit of a job summary._"];
        const text = summary_join([...sections(report, level), ...note, end]);
        if (Buffer.byteLength(text) <= limit) {
            return text;
        }
    }
    return summary_join([heading(report), end]);
}
function sections(report, level) {
    return [
        heading(report),
        ...faultSection(report),
        ...report.notes.map((note) => `> ${forMarkdown(note)}`),
        ...summary_serverTable(report, level),
        ...failureBlocks(report, level.failures, level.details),
        ...findingSection(report, level.findings),
        ...(level.details ? [...slowestSteps(report), ...versions(report)] : []),
    ];
}
function heading(report) {
    return `### ${symbolOf(report.run.outcome)} ${forMarkdown(report.verdict)}`;
}
function faultSection({ run }) {
    if (run.fault === null) {
        return [];
    }
    const { title, message, hint, code } = run.fault;
    return [
        `**${title}** (${forMarkdown(code)})`,
        fencedCode(wording_cut(message, 8_000)),
        forMarkdown(hint),
    ];
}
function summary_serverTable(report, level) {
    const shown = level.passedServers
        ? report.servers
        : report.servers.filter((server) => conditionOf(server) === "failed" || server.findings > 0);
    if (shown.length === 0) {
        return [];
    }
    return [
        [
            "| server | state | ready in | steps | p95 | peak memory | CPU time | findings |",
            "| :-- | :-- | --: | --: | --: | :-- | --: | --: |",
            ...shown.slice(0, 200).map(serverRow),
            ...(shown.length > 200 ? [`| and ${shown.length - 200} more | | | | | | | |`] : []),
        ].join("\n"),
    ];
}
function serverRow(server) {
    const memory = server.peakMemoryBytes;
    const condition = conditionOf(server);
    const reason = condition === "failed" ? reasonOf(server) : "";
    const cells = [
        `**${forMarkdown(wording_cut(server.name, 100))}**`,
        forMarkdown(`${condition}${wording_cut(reason, 200)}`),
        summary_optional(server.readyMs, quantity_duration),
        String(server.steps),
        summary_optional(server.p95Ms, quantity_duration),
        memory === null
            ? "–"
            : `${bytes(memory)} ${sparkline(server.series.map((at) => at.memoryBytes))}`,
        server.samples === 0 ? "–" : quantity_duration(server.cpuMs),
        String(server.findings),
    ];
    return `| ${cells.join(" | ")} |`;
}
function reasonOf(server) {
    const failed = server.transitions.findLast(({ state }) => state === "failed");
    const reason = failed?.reason ?? server.reason;
    return reason === null ? "" : `: ${reason}`;
}
const severitySymbol = { error: "✗", warning: "⚠", info: "ℹ" };
function findingSection(report, limit) {
    if (report.findings.length === 0 || limit === 0) {
        return [];
    }
    const order = ["error", "warning", "info"];
    const ranked = report.findings.toSorted((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
    const lines = ranked
        .slice(0, limit)
        .map(({ severity, server, code, message }) => `- ${severitySymbol[severity]} **${forMarkdown(server)}** ${forMarkdown(wording_cut(message, 500))} (${forMarkdown(code)})`);
    const more = ranked.length > limit ? [`- and ${ranked.length - limit} more`] : [];
    return [`#### ${plural(ranked.length, "finding")}`, [...lines, ...more].join("\n")];
}
function slowestSteps(report) {
    const steps = report.scenarios
        .flatMap((scenario) => scenario.steps.map((step) => ({ scenario, step })))
        .filter(({ step }) => step.outcome !== "skipped")
        .toSorted((a, b) => b.step.durationMs - a.step.durationMs)
        .slice(0, 5)
        .map(({ scenario, step }) => [
        "",
        quantity_duration(step.durationMs),
        forMarkdown(wording_cut(`${scenario.name} › ${stepName(step)}`, 200)),
        forMarkdown(wording_cut(step.server, 100)),
        forMarkdown(placeOf(report.run, step) ?? "–"),
        "",
    ]
        .join(" | ")
        .trim());
    return steps.length === 0
        ? []
        : details("Slowest steps", ["| took | step | server | place |\n| --: | :-- | :-- | :-- |", ...steps].join("\n"));
}
function versions(report) {
    const { engine } = report.run;
    const lines = [
        `- docker-mcp-manager ${forMarkdown(report.product.version)}`,
        ...(engine.version === null
            ? []
            : [
                `- ${forMarkdown(engine.name ?? "Docker Engine")} ${forMarkdown(engine.version)}, API ${forMarkdown(engine.apiVersion ?? "–")}`,
            ]),
        ...report.servers.slice(0, 50).map((server) => {
            const itself = [server.serverName, server.serverVersion].filter((part) => part !== null);
            const facts = [
                itself.join(" "),
                server.revision === null ? "" : `MCP ${server.revision} over ${server.transport}`,
                server.image ?? "",
                server.imageId ?? "",
            ];
            return `- **${forMarkdown(wording_cut(server.name, 100))}**: ${forMarkdown(facts
                .filter((fact) => fact !== "")
                .map((fact) => wording_cut(fact, 200))
                .join(", "))}`;
        }),
    ];
    return details("Versions", lines.join("\n"));
}
function details(title, body) {
    return [`<details><summary>${title}</summary>`, body, "</details>"];
}
function summary_endOf(fullReport) {
    if (fullReport === undefined) {
        return "Full report: `report.html` in the artifact of this run.";
    }
    return /^https?:\/\/[\w.~:/?#@!$&*+,;=%-]+$/.test(fullReport)
        ? `Full report: [report.html](${fullReport})`
        : `Full report: ${forMarkdown(fullReport)}`;
}
function summary_optional(value, format) {
    return value === null ? "–" : format(value);
}
function summary_join(parts) {
    return `${parts.join("\n\n")}\n`;
}

;// CONCATENATED MODULE: ./build/report/terminal.js


const terminal_longestValue = 400;
/** A run for the terminal: failures in full, findings, a table of servers, and the verdict as the last line. */
function terminal_terminalReport(report) {
    const blocks = [
        ...report.scenarios
            .filter((scenario) => scenario.outcome !== "passed")
            .map((scenario) => failure(report, scenario)),
        terminal_findings(report),
        servers(report),
        ...report.notes.map(terminal_safe),
        report.run.fault === null ? "" : `  hint: ${terminal_safe(report.run.fault.hint)}`,
        `${symbolOf(report.run.outcome)} ${terminal_safe(report.verdict)}`,
    ];
    return blocks.filter((block) => block !== "").join("\n\n");
}
function failure(report, scenario) {
    const lines = [`${symbolOf(scenario.outcome)} ${terminal_safe(scenario.name)}`];
    for (const step of scenario.steps.filter(({ outcome }) => outcome === "failed" || outcome === "broken")) {
        lines.push(...stepLines(report, step));
    }
    if (lines.length === 1) {
        lines.push(`    ${terminal_safe(scenario.reason ?? scenario.outcome)}`);
    }
    return lines.join("\n");
}
function stepLines(report, step) {
    const missed = step.verdicts.filter((verdict) => !verdict.ok);
    const place = placeOf(report.run, missed[0] ?? step);
    const reason = (step.reason ?? step.outcome).split("\n").map((line) => `    ${terminal_safe(line)}`);
    return [
        `  ${terminal_safe(stepName(step))}${place === null ? "" : `  ${terminal_safe(place)}`}`,
        ...reason,
        ...missed.flatMap((verdict) => [
            `      ${terminal_safe(verdict.place)} ${verdict.predicate}`,
            `        expected  ${terminal_safe(verdict.expected)}`,
            `        actual    ${terminal_safe(verdict.actual)}`,
        ]),
    ];
}
function terminal_findings(report) {
    const rows = report.findings.map((finding) => [
        `  ${finding.severity === "error" ? "✗" : "⚠"}`,
        terminal_safe(finding.server),
        terminal_safe(finding.code),
        terminal_safe(finding.message),
    ]);
    return rows.length === 0 ? "" : `${plural(rows.length, "finding")}\n${table(rows)}`;
}
function servers(report) {
    if (report.servers.length === 0) {
        return "";
    }
    const rows = report.servers.map((server) => [
        terminal_safe(server.name),
        server.state,
        server.readyMs === null ? "–" : quantity_duration(server.readyMs),
        String(server.steps),
        server.p95Ms === null ? "–" : quantity_duration(server.p95Ms),
        server.peakMemoryBytes === null ? "–" : bytes(server.peakMemoryBytes),
        `${Math.round(server.cpuMs)} ms`,
        terminal_safe(server.revision ?? "–"),
    ]);
    const head = ["SERVER", "STATE", "READY IN", "STEPS", "P95", "PEAK MEMORY", "CPU", "REVISION"];
    return table([head, ...rows], { right: [2, 3, 4, 5, 6] });
}
function terminal_safe(text) {
    return forTerminalLine(text.length > terminal_longestValue ? `${text.slice(0, terminal_longestValue)}…` : text);
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
;// CONCATENATED MODULE: ./build/report/write.js







const chunkCharacters = 256 * 1024;
/**
 * Writes the report's files into `directory`, each whole or not at all; resolves to their paths relative to it.
 *
 * Names of servers become safe file names; whatever stands at such a path, a link too, is replaced, not followed.
 */
async function writeReports(directory, reader, options = {}) {
    const report = buildReport(reader);
    const written = [];
    const write = async (name, chunks) => {
        await writeWhole((0,external_node_path_.join)(directory, name), chunks);
        written.push(name);
    };
    await write("report.json", [reportJson(report)]);
    await write("junit.xml", [junitXml(report)]);
    await write("summary.md", [summaryMarkdown(report, options)]);
    await write("report.html", [reportHtml(report, reader)]);
    for (const { name } of report.servers) {
        const base = forFileName(name);
        await write(`logs/${base}.ndjson`, ndjson(reader.logs({ server: name })));
        await write(`wire/${base}.ndjson`, ndjson(reader.wire({ server: name })));
        await write(`metrics/${base}.csv`, metricsCsv(reader, name));
    }
    await write("audit.ndjson", ndjson(reader.events("audit")));
    if (report.run.runFileText !== null) {
        await write("run-file.yml", [report.run.runFileText]);
    }
    return written;
}
/** The report as JSON, one line per level for people. */
function reportJson(report) {
    return `${JSON.stringify(report, null, 2)}\n`;
}
function* ndjson(rows) {
    for (const row of rows) {
        yield `${JSON.stringify(row)}\n`;
    }
}
function* metricsCsv(reader, server) {
    yield "server,at_ms,cpu_ms,cpu_percent,memory_bytes,memory_limit_bytes,rx_bytes,tx_bytes,pids\n";
    const name = forCsv(server);
    for (const at of reader.samples(server)) {
        const numbers = [
            at.atMs,
            at.cpuMs,
            at.cpuPercent,
            at.memoryBytes,
            at.memoryLimitBytes,
            at.rxBytes,
            at.txBytes,
            at.pids,
        ];
        yield `${[name, ...numbers.map((number) => number ?? "")].join(",")}\n`;
    }
}
async function writeWhole(path, chunks) {
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
    const temporary = `${path}.part`;
    await (0,promises_.rm)(temporary, { force: true });
    try {
        // "wx" follows no link: whoever may write here cannot lead us elsewhere.
        const file = await (0,promises_.open)(temporary, "wx", 0o644);
        try {
            await writeChunks(file, chunks);
        }
        finally {
            await file.close();
        }
        await (0,promises_.rename)(temporary, path);
    }
    catch (error) {
        await (0,promises_.rm)(temporary, { force: true });
        throw error;
    }
}
async function writeChunks(file, chunks) {
    let buffer = "";
    for (const chunk of chunks) {
        buffer += chunk;
        if (buffer.length >= chunkCharacters) {
            await (0,promises_.writeFile)(file, buffer);
            buffer = "";
        }
    }
    await (0,promises_.writeFile)(file, buffer);
}

;// CONCATENATED MODULE: ./build/report/index.js
// What people and tools get to see of a run: pure functions of its record.









;// CONCATENATED MODULE: ./build/action/run-state.js



const runIdPattern = /^[0-9a-f]{32}$/;
const maxStateBytes = (/* unused pure expression or super */ null && (64 * 1024));
/** What main leaves for post, in a file of mode 0600. Nothing in it is a user's secret. */
const runState = schemas/* object */.Ikc({
    runId: schemas/* string */.YjP().regex(runIdPattern),
    /** Identity of the manager process; null until it was started. */
    owner: schemas/* string */.YjP().nullable(),
    pid: schemas/* int */.Whr().positive().nullable(),
    url: schemas/* string */.YjP().nullable(),
    token: schemas/* string */.YjP(),
    /** Inputs that post needs; the step's `with` may evaluate to something else by then. */
    artifactName: schemas/* string */.YjP(),
    retentionDays: schemas/* number */.aig(),
    upload: schemas/* boolean */.zMY(),
    summary: schemas/* boolean */.zMY(),
    annotations: schemas/* boolean */.zMY(),
    /** The job was cancelled while main was at work. */
    cancelled: schemas/* boolean */.zMY(),
    /** Reports were written, and uploaded where asked for; post has only to remove. */
    published: schemas/* boolean */.zMY(),
});
/** The folder of a run: name and place follow from the run's id, so a forged one leads nowhere else. */
function stateDirOf(runnerTemp, runId) {
    return (0,external_node_path_.join)(runnerTemp, `docker-mcp-manager-${runId}`);
}
/** Makes the run's folder (0700) with its report folder and the first state. */
function createStateDir(runnerTemp, state) {
    const stateDir = stateDirOf(runnerTemp, state.runId);
    (0,external_node_fs_.mkdirSync)(stateDir, { mode: 0o700 });
    (0,external_node_fs_.chmodSync)(stateDir, 0o700);
    (0,external_node_fs_.mkdirSync)(reportDirOf(stateDir), { mode: 0o700 });
    writeState(stateDir, state);
    return stateDir;
}
function reportDirOf(stateDir) {
    return (0,external_node_path_.join)(stateDir, "report");
}
/** Replaces the state whole: a reader sees the old or the new one. Synchronous, so no signal comes in between. */
function writeState(stateDir, state) {
    const path = statePath(stateDir);
    const next = `${path}.tmp`;
    (0,external_node_fs_.rmSync)(next, { force: true });
    (0,external_node_fs_.writeFileSync)(next, JSON.stringify(state), { mode: 0o600, flag: "wx" });
    (0,external_node_fs_.renameSync)(next, path);
}
/**
 * Reads what main left, trusting nothing: anyone who can print to the step's log may try to forge saved state.
 *
 * The folder must be the one that belongs to the run's id, directly in RUNNER_TEMP, a real folder of this user that
 * no one else can enter; the file in it a regular one of this user, and about the same run.
 */
function run_state_findState(saved, runnerTemp, userId) {
    if (saved === undefined || saved === "") {
        return { kind: "none" };
    }
    if (!runIdPattern.test(saved) || runnerTemp === undefined) {
        return unusable("the saved run id is not one of ours");
    }
    const stateDir = stateDirOf(runnerTemp, saved);
    try {
        const folder = lstatSync(stateDir);
        if (!folder.isDirectory() || folder.uid !== userId || (folder.mode & 0o077) !== 0) {
            return unusable(`${stateDir} is not a folder of ours`);
        }
    }
    catch {
        return { ...unusable(`${stateDir} is gone`), runId: saved };
    }
    const own = { runId: saved, stateDir };
    try {
        const file = lstatSync(statePath(stateDir));
        if (!file.isFile() || file.uid !== userId || file.size > maxStateBytes) {
            return { ...unusable(`${statePath(stateDir)} is not a file of ours`), ...own };
        }
        const state = runState.parse(JSON.parse(readFileSync(statePath(stateDir), "utf8")));
        return state.runId === saved
            ? { kind: "found", state, stateDir }
            : { ...unusable(`${statePath(stateDir)} is about another run`), ...own };
    }
    catch {
        return { ...unusable(`${statePath(stateDir)} is missing or damaged`), ...own };
    }
}
function unusable(reason) {
    return { kind: "unusable", reason, runId: undefined, stateDir: undefined };
}
function statePath(stateDir) {
    return (0,external_node_path_.join)(stateDir, "state.json");
}

;// CONCATENATED MODULE: ./build/action/counts.js
var __addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var __disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});





/** The outputs that count a run's steps. */
function countsOf(result) {
    return {
        outcome: result.outcome,
        passed: String(result.passed),
        failed: String(result.failed),
        broken: String(result.broken),
        skipped: String(result.skipped),
        "exit-code": String(result.exit_code),
    };
}
/** The same of a run that was not finished: what its record holds so far. */
function countsSoFar(stateDir, exitCode) {
    const none = {
        outcome: "broken",
        passed: 0,
        failed: 0,
        broken: 0,
        skipped: 0,
        exit_code: exitCode,
    };
    const recordFile = (0,external_node_path_.join)(reportDirOf(stateDir ?? ""), "run.db");
    if (stateDir === undefined || !(0,external_node_fs_.existsSync)(recordFile)) {
        return countsOf(none);
    }
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const reader = __addDisposableResource(env_1, readRecord(recordFile), false);
            return countsOf({ ...none, ...judgeRun(reader, { unended: true }).totals });
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            __disposeResources(env_1);
        }
    }
    catch {
        // Post will say what is wrong with the record.
        return countsOf(none);
    }
}

;// CONCATENATED MODULE: ./build/action/fault-annotation.js



/** One error annotation for each place that is wrong, or one for the whole. */
async function annotateFault(fault) {
    const { title } = build_fault/* codes */.F4[fault.code];
    const message = `${fault.message}\n${fault.hint}`;
    const whole = {
        level: "error",
        title,
        message,
        file: null,
        line: null,
        column: null,
    };
    await commands_annotate(fault.problems.length > 0 ? problemAnnotations(title, fault.problems) : [whole]);
}
/** A fault as lines for the job log. */
function faultText(fault) {
    const places = fault.problems.map(({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`);
    return [`${build_fault/* codes */.F4[fault.code].title}: ${fault.message}`, ...places, fault.hint].join("\n");
}

;// CONCATENATED MODULE: ./build/action/fault-markdown.js


/** What the job summary says when there is no record to report from. */
function faultMarkdown(fault) {
    const places = fault.problems.map(({ file, line, column, message, hint }) => `- ${forMarkdown(`${file}:${line}:${column}`)}: ${forMarkdown(message)}${hint === undefined ? "" : ` ${forMarkdown(hint)}`}`);
    return [
        `### ❌ ${build_fault/* codes */.F4[fault.code].title}`,
        "",
        ...(places.length > 0 ? places : [fencedCode(fault.message)]),
        "",
        forMarkdown(fault.hint),
        "",
    ].join("\n");
}

// EXTERNAL MODULE: ./build/clock/index.js + 2 modules
var build_clock = __webpack_require__(24881);
;// CONCATENATED MODULE: ./build/action/collect.js



/** What the artifact service refuses in a path, and what no name should have. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are the point.
const unsafeName = /["<>:|*?\\\u0000-\u001f\u007f-\u009f]|^[-.]|[. ]$/;
/** SQLite's side files: the record is sealed before it is uploaded. */
const leftOut = /\.db-(?:wal|shm)$|\.tmp$/;
/**
 * The files below `root` that may be uploaded: regular ones with one name only.
 *
 * Links are refused and listed: the artifact client would follow them out of the folder. One odd file name would fail
 * the whole upload, so such a file is renamed.
 */
function collectFiles(root) {
    const files = [];
    const refused = [];
    const walk = (folder) => {
        for (const name of (0,external_node_fs_.readdirSync)(folder, { encoding: "buffer" }).toSorted((a, b) => a.compare(b))) {
            const path = safelyNamed(folder, name);
            const entry = (0,external_node_fs_.lstatSync)(path);
            if (entry.isDirectory()) {
                walk(path);
            }
            else if (!entry.isFile()) {
                refused.push(`${path.slice(root.length + 1)}: ${entry.isSymbolicLink() ? "a symbolic link" : "not a regular file"}`);
            }
            else if (entry.nlink > 1) {
                refused.push(`${path.slice(root.length + 1)}: a hard link`);
            }
            else if (!leftOut.test(path)) {
                files.push(path);
            }
        }
    };
    walk(root);
    return { files, refused };
}
function safelyNamed(folder, raw) {
    const name = raw.toString("utf8");
    const readable = Buffer.from(name).equals(raw);
    if (readable && !unsafeName.test(name) && raw.length <= 255) {
        return (0,external_node_path_.join)(folder, name);
    }
    const wanted = forFileName(readable ? name : raw.toString("latin1"));
    let path = (0,external_node_path_.join)(folder, wanted);
    for (let number = 2; (0,external_node_fs_.existsSync)(path); number++) {
        path = (0,external_node_path_.join)(folder, `${wanted}-${number}`);
    }
    (0,external_node_fs_.renameSync)(Buffer.concat([Buffer.from(`${folder}/`), raw]), path);
    return path;
}

;// CONCATENATED MODULE: ./build/action/artifacts.js





/** Time for one upload: a minute, and a second more for each 2 MiB. */
const baseMs = 60_000;
const bytesPerSecond = 2 * 2 ** 20;
/** Uploads the reports as one zip and the HTML report un-zipped. Never rejects: what fails becomes a warning. */
async function uploadReports(request) {
    const warnings = [];
    try {
        const { files, refused } = collectFiles(request.reportDir);
        warnings.push(...refused.map((entry) => `Not uploaded: ${entry}.`));
        const zip = await uploadOnce(request, request.name, async (name, client, options) => client.uploadArtifact(name, [...files], request.reportDir, options));
        const html = (0,external_node_path_.join)(request.reportDir, "report.html");
        if (!(0,external_node_fs_.existsSync)(html)) {
            return { zip, html: undefined, warnings };
        }
        const page = await uploadOnce(request, zip.name, async (name, client, options) => {
            (0,external_node_fs_.mkdirSync)(request.stagingDir, { recursive: true, mode: 0o700 });
            const copy = (0,external_node_path_.join)(request.stagingDir, `${name}.html`);
            (0,external_node_fs_.copyFileSync)(html, copy);
            return client.uploadArtifact(name, [copy], request.stagingDir, {
                ...options,
                skipArchive: true,
            });
        }).catch((error) => {
            warnings.push(artifacts_failure(error));
            return undefined;
        });
        return { zip, html: page, warnings };
    }
    catch (error) {
        return { zip: undefined, html: undefined, warnings: [...warnings, artifacts_failure(error)] };
    }
}
/** A name for the artifact service, which takes neither these characters nor an empty name. */
function artifactName(wanted, environment) {
    const attempt = environment["GITHUB_RUN_ATTEMPT"] ?? "1";
    const job = environment["GITHUB_JOB"] ?? "job";
    const name = wanted === ""
        ? `docker-mcp-manager-${job}${attempt === "1" ? "" : `-attempt-${attempt}`}`
        : wanted;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are the point.
    return name.replace(/["<>:|*?\\/\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, "-").slice(0, 200);
}
/** Where a browser finds an artifact of this workflow run. */
function artifactUrl(id, environment) {
    const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run, } = environment;
    return `${server}/${repository}/actions/runs/${run}/artifacts/${id}`;
}
async function uploadOnce(request, name, upload) {
    const { DefaultArtifactClient } = await Promise.all(/* import() */[__webpack_require__.e(260), __webpack_require__.e(838), __webpack_require__.e(839), __webpack_require__.e(495)]).then(__webpack_require__.bind(__webpack_require__, 65495));
    const client = new DefaultArtifactClient();
    const options = request.retentionDays === 0 ? {} : { retentionDays: request.retentionDays };
    const ms = baseMs + (sizeOf(request.reportDir) / bytesPerSecond) * 1_000;
    const attempt = async (as) => {
        const late = () => new build_fault/* Fault */.vC("USAGE", `the artifact service took longer than ${Math.round(ms / 1_000)} s`);
        const { id } = await (0,build_clock/* within */.u)(upload(as, client, options), ms, late);
        return { id: id ?? 0, name: as };
    };
    try {
        return await attempt(name);
    }
    catch (error) {
        if (!isConflict(error)) {
            throw error;
        }
        return attempt(`${name}-${request.suffix}`);
    }
}
/** The client gives no code, only the words of the answer. */
function isConflict(error) {
    return error instanceof Error && /\b409\b|Conflict|already exists/i.test(error.message);
}
function sizeOf(folder) {
    return collectFiles(folder).files.reduce((sum, file) => sum + (0,external_node_fs_.statSync)(file).size, 0);
}
function artifacts_failure(error) {
    return `The reports could not be uploaded: ${(0,build_fault/* asFault */.Ps)(error).message}`;
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
;// CONCATENATED MODULE: ./build/action/launch.js





/** What the manager may know of the runner's environment: the engine's address, the way out, and whose job it is. */
const passedOn = [
    /^(?:PATH|HOME|LANG|TMPDIR|XDG_RUNTIME_DIR|RUNNER_TRACKING_ID|SSL_CERT_FILE|NODE_EXTRA_CA_CERTS)$/,
    /^DOCKER_[A-Z_]+$/,
    /^(?:HTTP|HTTPS|NO|ALL)_PROXY$/i,
];
const readyMs = 20_000;
const tailLines = 20;
/**
 * Starts the manager so that it outlives this process: detached, its output in a file.
 *
 * An inherited stdout would hold the step for 5 s after its end. What is secret goes through a file of mode 0600.
 */
function launchManager(request) {
    const bootFile = (0,external_node_path_.join)(request.stateDir, "boot.json");
    const boot = {
        runId: request.runId,
        token: request.token,
        recordFile: (0,external_node_path_.join)(request.reportDir, "run.db"),
        workspace: request.workspace,
        announcements: null,
    };
    (0,external_node_fs_.writeFileSync)(bootFile, JSON.stringify(boot), { mode: 0o600, flag: "wx" });
    const logFile = managerLogOf(request.reportDir);
    const log = (0,external_node_fs_.openSync)(logFile, "a", 0o600);
    const child = (0,external_node_child_process_.spawn)(request.execPath, [request.managerEntry, bootFile], {
        cwd: "/",
        detached: true,
        env: managerEnvironment(request.environment),
        stdio: ["ignore", log, log, "pipe"],
    });
    (0,external_node_fs_.closeSync)(log);
    child.unref();
    const failed = new Promise((_, reject) => {
        child.once("error", (error) => reject(notStarted(error.message, logFile)));
        child.once("exit", (code, signal) => reject(notStarted(`it ended with ${signal ?? `exit code ${code}`}`, logFile)));
    });
    // The fourth entry of stdio is a pipe that we only read from.
    const ready = firstLine(child.stdio[3]).then((line) => urlIn(line, logFile));
    const url = (0,build_clock/* within */.u)(Promise.race([ready, failed]), readyMs, () => notStarted(`it did not listen within ${readyMs / 1_000} s`, logFile));
    // Judged by whoever awaits it; an early end of this process must not count as unhandled.
    url.catch(() => undefined);
    failed.catch(() => undefined);
    return { pid: child.pid, url };
}
function managerLogOf(reportDir) {
    return (0,external_node_path_.join)(reportDir, "manager.log");
}
/** The variables of the runner that the manager gets. */
function managerEnvironment(environment) {
    return Object.fromEntries(Object.entries(environment).flatMap(([name, value]) => value !== undefined && passedOn.some((pattern) => pattern.test(name)) ? [[name, value]] : []));
}
/** The last lines of a log file; empty when there is none. */
function tailOf(file) {
    try {
        return (0,external_node_fs_.readFileSync)(file, "utf8").trimEnd().split("\n").slice(-tailLines).join("\n");
    }
    catch {
        return "";
    }
}
function firstLine(stream) {
    return new Promise((resolve, reject) => {
        let text = "";
        stream.setEncoding("utf8");
        stream.on("data", (chunk) => {
            text += chunk;
            const end = text.indexOf("\n");
            if (end >= 0) {
                resolve(text.slice(0, end));
                // Left open, the pipe would keep this process alive.
                stream.destroy();
            }
        });
        stream.once("error", reject);
    });
}
function urlIn(line, logFile) {
    // Written by our own manager.
    const { url } = JSON.parse(line);
    if (typeof url !== "string") {
        throw notStarted("it gave no address", logFile);
    }
    return url;
}
function notStarted(reason, logFile) {
    const tail = tailOf(logFile);
    return new build_fault/* Fault */.vC("MANAGER_UNREACHABLE", `The manager could not be started: ${reason}.${tail === "" ? "" : `\n${tail}`}`);
}

// EXTERNAL MODULE: ./build/api/tools.js + 2 modules
var api_tools = __webpack_require__(75859);
;// CONCATENATED MODULE: ./build/api/local-client.js



/** The same tools without a wire, for a manager held in this process. */
function localClient(operations) {
    return {
        async call(name, input, context = {}) {
            const tool = tools.find((candidate) => candidate.name === name);
            if (tool === undefined) {
                throw new Fault("USAGE", `There is no tool "${name}".`);
            }
            const given = tool.input.safeParse(input);
            if (!given.success) {
                throw new Fault("USAGE", `${name}: ${z.prettifyError(given.error)}`);
            }
            return tool.call(operations, input, {
                progress: context.progress ?? (() => undefined),
                signal: context.signal ?? new AbortController().signal,
            });
        },
        close: () => Promise.resolve(),
    };
}

;// CONCATENATED MODULE: ./build/api/remote.js
/** Connects to a manager over Streamable HTTP. Rejects MANAGER_UNREACHABLE. */
async function connectManager(address, version) {
    const { connectOverHttp } = await Promise.all(/* import() */[__webpack_require__.e(164), __webpack_require__.e(379), __webpack_require__.e(914)]).then(__webpack_require__.bind(__webpack_require__, 7914));
    return connectOverHttp(address, version);
}
/** Serves the tools over Streamable HTTP on loopback, to bearers of the token only. */
async function serveHttp(options) {
    const { listenOnLoopback } = await Promise.all(/* import() */[__webpack_require__.e(164), __webpack_require__.e(797), __webpack_require__.e(169), __webpack_require__.e(851)]).then(__webpack_require__.bind(__webpack_require__, 13851));
    return listenOnLoopback(options);
}
/** Serves the tools over this process's stdin and stdout. */
async function serveStdio(operations, version) {
    const { serveOverStdio } = await Promise.all(/* import() */[__webpack_require__.e(164), __webpack_require__.e(797), __webpack_require__.e(950)]).then(__webpack_require__.bind(__webpack_require__, 71950));
    serveOverStdio(operations, version);
}

;// CONCATENATED MODULE: ./build/api/index.js



;// CONCATENATED MODULE: ./build/controller/command-fault.js

/** Exit codes of the init process when it could not run the command: not executable, not found. */
const initCodes = (/* unused pure expression or super */ null && ([126, 127]));
/**
 * SERVER_COMMAND_NOT_FOUND when the container ended because its command could not be run; else undefined.
 *
 * With an init process the engine starts every container happily; that there was no such program is then only said
 * by init, on stderr: `[FATAL tini (7)] exec nope failed: No such file or directory`.
 */
function commandFault(server, exit, stderr) {
    if (!initCodes.includes(exit.exitCode)) {
        return undefined;
    }
    for (const line of stderr) {
        const [, command, reason] = /^\[FATAL tini \(\d+\)\] exec (.+) failed: (.+)$/.exec(line.trimEnd()) ?? [];
        if (command !== undefined) {
            return new Fault("SERVER_COMMAND_NOT_FOUND", `Start server "${server}": the image has no program "${command}" that can be run (${reason})`);
        }
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/controller/owner.js

const pattern = /^([0-9a-f-]{36})\.(\d+)\.(\d+)\.(\d+)$/;
function ownerToken(parts) {
    return `${parts.bootId}.${parts.pidNamespace}.${parts.pid}.${parts.startTime}`;
}
function owner_isOwnerToken(text) {
    return pattern.test(text);
}
/** The token of a running process of ours, from /proc; throws when there is no such process. */
function readOwner(pid) {
    const startTime = startTimeOf(pid);
    if (startTime === undefined) {
        throw new Error(`/proc/${pid}/stat cannot be read`);
    }
    return ownerToken({ bootId: bootId(), pidNamespace: pidNamespace(pid), pid, startTime });
}
/** Whether the very process that the token was made of still runs; false also when that cannot be known. */
function isOwnerAlive(token) {
    return owner_ownerState(token) === "alive";
}
/** `unknown`: the owner is of another boot, machine or pid namespace, so nothing here tells whether it runs. */
function owner_ownerState(token) {
    const parts = parse(token);
    if (!parts || parts.bootId !== bootId() || parts.pidNamespace !== pidNamespace("self")) {
        return "unknown";
    }
    const startTime = startTimeOf(parts.pid);
    if (startTime === undefined) {
        // /proc may hide other users' processes (hidepid); a signal's answer does not.
        return exists(parts.pid) ? "alive" : "dead";
    }
    return startTime === parts.startTime ? "alive" : "dead";
}
function parse(token) {
    const [, boot, namespace, pid, startTime] = pattern.exec(token) ?? [];
    return boot === undefined
        ? undefined
        : {
            bootId: boot,
            pidNamespace: Number(namespace),
            pid: Number(pid),
            startTime: Number(startTime),
        };
}
function bootId() {
    return (0,external_node_fs_.readFileSync)("/proc/sys/kernel/random/boot_id", "utf8").trim();
}
function pidNamespace(pid) {
    return Number(/\[(\d+)\]/.exec((0,external_node_fs_.readlinkSync)(`/proc/${pid}/ns/pid`))?.[1]);
}
/** Field 22 of /proc/PID/stat; counted from behind the command's name, which may hold blanks and brackets. */
function startTimeOf(pid) {
    try {
        const stat = (0,external_node_fs_.readFileSync)(`/proc/${pid}/stat`, "utf8");
        const [state, ...fields] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
        // A zombie has ended; only its parent does not know yet.
        return state === "Z" || state === "X" ? -1 : Number(fields[18]);
    }
    catch {
        return undefined;
    }
}
function exists(pid) {
    try {
        return process.kill(pid, 0);
    }
    catch (error) {
        return error.code === "EPERM";
    }
}

;// CONCATENATED MODULE: ./build/controller/labels.js

/** Keys of the labels on everything we create, from the create call on (design §5.5). */
const labels_labelKeys = {
    run: "io.github.docker-mcp-manager.run",
    server: "io.github.docker-mcp-manager.server",
    template: "io.github.docker-mcp-manager.template",
    role: "io.github.docker-mcp-manager.role",
    owner: "io.github.docker-mcp-manager.owner",
    expires: "io.github.docker-mcp-manager.expires",
};
/** The labels of an object; `about` adds what it is for. */
function labels_objectLabels(ownership, role, about = {}) {
    return {
        [labels_labelKeys.run]: ownership.runId,
        [labels_labelKeys.role]: role,
        [labels_labelKeys.owner]: ownership.owner,
        [labels_labelKeys.expires]: new Date(ownership.expiresAtMs).toISOString(),
        ...(about.server === undefined ? {} : { [labels_labelKeys.server]: about.server }),
        ...(about.template === undefined ? {} : { [labels_labelKeys.template]: about.template }),
    };
}
/** Whose an object is; undefined unless every label is there and could have been written by us. */
function labels_ownershipOf(labels) {
    const runId = labels[labels_labelKeys.run] ?? "";
    const owner = labels[labels_labelKeys.owner] ?? "";
    const role = labels[labels_labelKeys.role] ?? "";
    const expires = labels[labels_labelKeys.expires] ?? "";
    const expiresAtMs = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(expires)
        ? Date.parse(expires)
        : Number.NaN;
    const valid = /^[0-9a-f]{32}$/.test(runId) &&
        isOwnerToken(owner) &&
        (role === "server" || role === "network") &&
        !Number.isNaN(expiresAtMs);
    return valid ? { runId, owner, expiresAtMs } : undefined;
}

// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
;// CONCATENATED MODULE: ./build/controller/launch-reaper.js


const handedOn = (/* unused pure expression or super */ null && ([
    "DOCKER_HOST",
    "DOCKER_TLS_VERIFY",
    "DOCKER_CERT_PATH",
    "DOCKER_CONTEXT",
    "HOME",
    "XDG_RUNTIME_DIR",
    "PATH",
    "TMPDIR",
]));
/**
 * Starts the reaper: a process of its own session that holds the other end of a pipe and sweeps the run when the pipe
 * closes without a word, that is, when this process has died.
 *
 * It does not keep this process alive, and does not carry RUNNER_TRACKING_ID, by which a CI runner finds and kills
 * what a job left. A reaper that cannot be started is no error: three other layers remove, too.
 */
function launchReaper(options) {
    const entry = typeof options.entry === "string" ? options.entry : options.entry.pathname;
    const child = spawn(options.execPath, [entry, "reaper", options.runId], {
        detached: true,
        stdio: ["pipe", "ignore", "ignore"],
        cwd: "/",
        env: Object.fromEntries(handedOn.map((name) => [name, options.environment[name]])),
    });
    const ended = Promise.race([once(child, "exit"), once(child, "error")]).catch(() => undefined);
    child.on("error", () => undefined);
    child.stdin.on("error", () => undefined);
    child.unref();
    // The type is that of any writable; a pipe to a child is a socket.
    child.stdin.unref();
    return {
        async release() {
            child.ref();
            child.stdin.end("done\n");
            await ended;
        },
    };
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./build/controller/hosts-file.js




const hosts_file_text = "127.0.0.1\tlocalhost\n::1\tlocalhost\n";
/** From this API (Engine 28) on, a start without a network is as fast by `none`, which brings its own hosts file. */
const fastByItself = 48;
/**
 * Runs `start` with a hosts file for containers without a network, where that makes the start faster.
 *
 * The file is needed only until the container runs: the mount keeps its content, so the name is removed at once and
 * nothing stays behind; if we are killed in between, the sweep of the run removes it. An engine that does not see our files (remote, or itself in a container) is used without.
 */
async function hosts_file_withHostsFile(engine, runId, spec, start) {
    if (spec.network !== null || !isSlowByItself(engine)) {
        return start(spec);
    }
    const folder = await mkdtemp(join(tmpdir(), folderPrefix(runId)));
    try {
        const hostsFile = join(folder, "hosts");
        await writeFile(hostsFile, hosts_file_text, { mode: 0o644 });
        return await start({ ...spec, hostsFile });
    }
    catch (error) {
        if (error instanceof Fault &&
            error.code === "MOUNT_SOURCE_MISSING" &&
            error.message.includes(folder)) {
            return await start(spec);
        }
        throw error;
    }
    finally {
        await rm(folder, { recursive: true, force: true });
    }
}
/** Removes what a killed manager of this run left in the temporary folder. */
async function hosts_file_removeHostsFiles(runId) {
    const names = await readdir(tmpdir()).catch(() => []);
    const ours = names.filter((name) => name.startsWith(folderPrefix(runId)));
    await Promise.allSettled(ours.map((name) => rm(join(tmpdir(), name), { recursive: true, force: true })));
}
function folderPrefix(runId) {
    return `docker-mcp-manager-${runId}-`;
}
function isSlowByItself({ info }) {
    const minor = Number(info.apiVersion.split(".")[1]);
    return info.kind === "docker" && info.endpoint.startsWith("unix:") && minor < fastByItself;
}

;// CONCATENATED MODULE: ./build/controller/sweep.js



/** Containers hold networks and volumes; within a kind, all at once. */
const order = (/* unused pure expression or super */ null && (["container", "network", "volume"]));
/**
 * Removes by label, with no memory of any run: containers, then networks, then volumes.
 *
 * Touches only what carries all of our labels with values that we could have written. What cannot be removed is
 * counted as left and hinders nothing else; rejects only when the engine does not list.
 */
async function sweep_sweep(store, options) {
    const find = () => findObjects(store, options);
    const objects = await find();
    if (options.runId !== undefined && !options.dryRun) {
        await removeHostsFiles(options.runId);
    }
    if (options.dryRun || objects.length === 0) {
        return { removed: 0, left: objects.length, objects };
    }
    for (const kind of order) {
        const ofKind = objects.filter((object) => object.kind === kind);
        await Promise.allSettled(ofKind.map((object) => store.removeObject(object)));
    }
    const still = new Set((await find()).map(({ kind, id }) => `${kind} ${id}`));
    const removed = objects.filter(({ kind, id }) => !still.has(`${kind} ${id}`)).length;
    return { removed, left: still.size, objects };
}
async function findObjects(store, { runId, stale }) {
    const listed = await store.listLabelled([
        runId === undefined ? labelKeys.run : `${labelKeys.run}=${runId}`,
    ]);
    return listed.filter(({ labels }) => {
        const ownership = ownershipOf(labels);
        if (ownership === undefined) {
            return false;
        }
        if (runId !== undefined) {
            return ownership.runId === runId;
        }
        const state = ownerState(ownership.owner);
        return (stale !== undefined &&
            state !== "alive" &&
            (state === "dead" || ownership.expiresAtMs <= stale.nowMs));
    });
}

;// CONCATENATED MODULE: ./build/controller/reap.js

const pauseMs = 300;
const wantedEmpty = 2;
/**
 * Removes everything of a run until two looks in a row, 300 ms apart, find nothing: what the engine was still
 * creating when the manager died turns up in between.
 */
async function reap(store, runId, clock, signal) {
    for (let empty = 0; empty < wantedEmpty && !signal.aborted;) {
        // An engine that does not answer now may answer again.
        const report = await sweep(store, { runId }).catch(() => undefined);
        const nothing = report?.objects.length === 0;
        empty = nothing ? empty + 1 : 0;
        const allGone = report !== undefined && report.left === 0 && !nothing;
        if (!allGone && empty < wantedEmpty) {
            await clock.sleep(pauseMs, signal).catch(() => undefined);
        }
    }
}

;// CONCATENATED MODULE: ./build/controller/run-network.js

/** Networks made or being made, by run. A run has one: the engine's address pools end after about 30. */
const networks = new WeakMap();
/**
 * The bridge of a run for servers with egress, created when the first one asks.
 *
 * Servers on it do not reach each other. The sweep of the run removes it.
 */
function run_network_runNetwork(engine, ownership) {
    const ofEngine = networks.get(engine) ?? new Map();
    networks.set(engine, ofEngine);
    const known = ofEngine.get(ownership.runId);
    if (known) {
        return known;
    }
    const name = `docker-mcp-manager-${ownership.runId.slice(0, 12)}`;
    const made = engine
        .createNetwork(name, objectLabels(ownership, "network"), { internal: false, isolated: true })
        .catch((error) => {
        ofEngine.delete(ownership.runId);
        throw error;
    });
    ofEngine.set(ownership.runId, made);
    return made;
}

;// CONCATENATED MODULE: ./build/controller/stop.js


/** SIGKILL takes 50 to 120 ms; a loaded engine may take long to notice. */
const sigkillMs = 15_000;
/** Exit code after SIGKILL: 128 and the signal's number. */
const killedCode = 137;
/** The stream ends within 30 ms of the exit, before or after it. */
const streamEndMs = 5_000;
/** The stop ladder of one container; the second caller gets the first one's report. */
function stop_createStop(engine, clock, id, limits, attachment, exited) {
    let report;
    return () => {
        report ??= climb(engine, clock, id, limits, attachment, exited);
        return report;
    };
}
async function climb(engine, clock, id, limits, attachment, exited) {
    const startMs = clock.monotonicMs();
    async function report(rung, exit) {
        const durationMs = clock.monotonicMs() - startMs;
        await within(attachment.ended, streamEndMs, () => new Error("the stream did not end")).catch(() => undefined);
        attachment.destroy();
        return { rung, durationMs, exit };
    }
    // One inspection: an exit that has happened may not have been reported yet.
    const state = await engine.inspect(id);
    if (state === undefined || !state.running) {
        return report("already-exited", await exited);
    }
    const steps = [
        { rung: "eof", waitMs: limits.eofMs, act: () => attachment.end() },
        // A paused container takes SIGTERM, too: the engine resumes it for that.
        { rung: "sigterm", waitMs: limits.sigtermMs, act: () => engine.kill(id, "SIGTERM") },
        { rung: "sigkill", waitMs: sigkillMs, act: () => engine.kill(id, "SIGKILL") },
    ];
    for (const { rung, waitMs, act } of steps.filter((step) => step.waitMs > 0)) {
        await act();
        const exit = await exitWithin(exited, clock, waitMs);
        if (exit) {
            // An exit that became known after the next step was taken is still the earlier step's doing.
            return report(rung === "sigkill" && exit.exitCode !== killedCode ? "sigterm" : rung, exit);
        }
    }
    throw new Fault("ENGINE_UNRESPONSIVE", `Stop container ${id.slice(0, 12)}: still running 15 s after SIGKILL`);
}
async function exitWithin(exited, clock, ms) {
    const given = new AbortController();
    const late = clock.sleep(ms, given.signal).catch(() => undefined);
    try {
        return (await Promise.race([exited, late])) ?? undefined;
    }
    finally {
        given.abort();
    }
}

;// CONCATENATED MODULE: ./build/controller/start-container.js





/** Nobody's user and group: for images that would run as root. */
const unprivileged = "65532:65532";
const tmpBytes = (/* unused pure expression or super */ null && (64 * 2 ** 20));
/**
 * Creates, attaches, starts.
 *
 * The server runs as its image's user if that is not root, else as 65532:65532; with a writable volume and a manager
 * that is not root, as the manager's user, so that the files made are the user's own. The root file system is
 * read-only; /tmp is 64 MiB of memory without execution, and HOME is /tmp unless the plan sets it, since the image's
 * home cannot be written. Rejects with the engine's fault after removing what was created.
 */
async function start_container_startContainer(engine, plan, ownership, deps) {
    const { clock } = deps;
    const image = await engine.inspectImage(plan.image);
    if (image === undefined) {
        throw new Fault("IMAGE_NOT_FOUND", `Start server "${plan.server}": the engine has no image ${plan.image}`);
    }
    const network = plan.egress === "full" ? await runNetwork(engine, ownership) : null;
    const spec = specOf(plan, ownership, image, network, deps);
    return withHostsFile(engine, ownership.runId, spec, async (finalSpec) => {
        const createAt = clock.monotonicMs();
        const id = await engine.createContainer(finalSpec);
        const createMs = clock.monotonicMs() - createAt;
        try {
            return await start(engine, plan, id, createMs, deps);
        }
        catch (error) {
            // The fault that matters is the start's; what cannot be removed now, a sweep finds.
            await engine.remove(id).catch(() => undefined);
            throw error;
        }
    });
}
async function start(engine, plan, id, createMs, deps) {
    const attachment = await engine.attach(id);
    attachment.onStdout(deps.onStdout);
    attachment.onStderr(deps.onStderr);
    const exited = engine.waitExit(id);
    // Whoever needs the exit awaits it; an engine that goes away must not be an unhandled rejection.
    exited.catch(() => undefined);
    try {
        const startAt = deps.clock.monotonicMs();
        // What was applied is known before the start, so asking costs no time of its own.
        const [isolation, startMs] = await Promise.all([
            engine.inspect(id).then((state) => state?.isolation ?? {}),
            engine.start(id).then(() => deps.clock.monotonicMs() - startAt),
        ]);
        const stop = createStop(engine, deps.clock, id, plan.stop, attachment, exited);
        return {
            id,
            attachment,
            createMs,
            startMs,
            isolation,
            exited,
            stop,
            remove: () => remove(engine, id, attachment),
        };
    }
    catch (error) {
        attachment.destroy();
        throw error;
    }
}
async function remove(engine, id, attachment) {
    await engine.remove(id);
    attachment.destroy();
}
function specOf(plan, ownership, image, network, deps) {
    const user = userOf(plan, image, deps.user);
    return {
        name: `docker-mcp-manager-${ownership.runId.slice(0, 12)}-${plan.server}-${crypto.randomUUID().slice(0, 8)}`,
        image: plan.image,
        ...(plan.entrypoint === undefined ? {} : { entrypoint: plan.entrypoint }),
        ...(plan.command === undefined ? {} : { command: plan.command }),
        env: { HOME: "/tmp", ...plan.env },
        // The image's own labels would be inherited; ours win, and a server's image cannot claim another run.
        labels: objectLabels(ownership, "server", { server: plan.server, template: plan.template }),
        ...(user === undefined ? {} : { user }),
        mounts: plan.volumes.map((volume) => ({
            kind: "bind",
            source: volume.hostPath,
            target: volume.containerPath,
            readOnly: volume.readOnly,
        })),
        tmpfs: { "/tmp": tmpBytes },
        network,
        ...plan.limits,
        readOnlyRootfs: true,
    };
}
/** undefined: the image's own. */
function userOf(plan, image, manager) {
    const { uid, gid } = manager ?? { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
    if (uid !== 0 && plan.volumes.some((volume) => !volume.readOnly)) {
        return `${uid}:${gid}`;
    }
    const name = image.user.split(":")[0] ?? "";
    // Every way to write root: nothing, the name, the number with any number of zeros.
    return name === "" || name === "root" || /^0+$/.test(name) ? unprivileged : undefined;
}

;// CONCATENATED MODULE: ./build/controller/index.js
// The controller: a server's container from create to remove, hardened and labelled, and the sweep and the reaper
// that remove by label what nobody else removed.








;// CONCATENATED MODULE: ./build/action/manager-process.js






const pollMs = 25;
const afterSigtermMs = 2_000;
const afterSigkillMs = 1_000;
/** Whether the manager of this run lives: same pid, same start time, and started with this run's folder. */
function isManagerAlive(state, stateDir) {
    return (state.pid !== null &&
        state.owner !== null &&
        isOwnerAlive(state.owner) &&
        ownerOf(state.pid) === state.owner &&
        commandOf(state.pid).includes(stateDir));
}
/** Asks the manager to shut down; after `askMs` SIGTERM, then SIGKILL. Nobody else's process is ever signalled. */
async function manager_process_endManager(state, stateDir, version, askMs, clock) {
    if (!isManagerAlive(state, stateDir)) {
        return "already-gone";
    }
    const gone = (ms) => untilGone(state, stateDir, ms, clock);
    const startedMs = clock.monotonicMs();
    const asked = await (0,build_clock/* within */.u)(askToShutDown(state, version), askMs, () => tooSlow(askMs)).catch(() => undefined);
    const leftMs = Math.max(0, askMs - (clock.monotonicMs() - startedMs));
    if (asked !== undefined && (await gone(leftMs))) {
        return "shut-down";
    }
    signal(state, stateDir, "SIGTERM");
    if (await gone(afterSigtermMs)) {
        return "terminated";
    }
    signal(state, stateDir, "SIGKILL");
    return (await gone(afterSigkillMs)) ? "killed" : "not to be ended";
}
/** Ends processes of this user that were started with a file of the run's folder; for when its state is lost. */
async function manager_process_endProcessesOf(stateDir, clock) {
    const bootFile = join(stateDir, "boot.json");
    const ids = () => readdirSync("/proc")
        .filter((name) => /^\d+$/.test(name))
        .map(Number)
        .filter((pid) => commandOf(pid).split("\0").includes(bootFile));
    for (const name of ["SIGTERM", "SIGKILL"]) {
        for (const pid of ids()) {
            send(pid, name);
        }
        const endMs = clock.monotonicMs() + afterSigtermMs;
        while (ids().length > 0 && clock.monotonicMs() < endMs) {
            await clock.sleep(pollMs);
        }
    }
}
async function askToShutDown(state, version) {
    const client = await connectManager({ url: state.url ?? "", token: state.token }, version);
    try {
        await client.call("docker_shutdown", {});
    }
    finally {
        await client.close();
    }
    return true;
}
function signal(state, stateDir, name) {
    if (state.pid !== null && isManagerAlive(state, stateDir)) {
        send(state.pid, name);
    }
}
function send(pid, name) {
    try {
        process.kill(pid, name);
    }
    catch {
        // It ended in this instant.
    }
}
async function untilGone(state, stateDir, ms, clock) {
    const endMs = clock.monotonicMs() + ms;
    while (isManagerAlive(state, stateDir)) {
        if (clock.monotonicMs() >= endMs) {
            return false;
        }
        await clock.sleep(pollMs);
    }
    return true;
}
/** Identity of a process as the labels have it; null when there is no such process. */
function ownerOf(pid) {
    try {
        return pid === undefined ? null : readOwner(pid);
    }
    catch {
        return null;
    }
}
function commandOf(pid) {
    try {
        return (0,external_node_fs_.readFileSync)(`/proc/${pid}/cmdline`, "utf8");
    }
    catch {
        return "";
    }
}
function tooSlow(ms) {
    return new build_fault/* Fault */.vC("MANAGER_UNREACHABLE", `The manager did not shut down within ${ms} ms.`);
}

;// CONCATENATED MODULE: ./build/action/publish.js
var publish_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
    if (value !== null && value !== void 0) {
        if (typeof value !== "object" && typeof value !== "function") throw new TypeError("Object expected.");
        var dispose, inner;
        if (async) {
            if (!Symbol.asyncDispose) throw new TypeError("Symbol.asyncDispose is not defined.");
            dispose = value[Symbol.asyncDispose];
        }
        if (dispose === void 0) {
            if (!Symbol.dispose) throw new TypeError("Symbol.dispose is not defined.");
            dispose = value[Symbol.dispose];
            if (async) inner = dispose;
        }
        if (typeof dispose !== "function") throw new TypeError("Object not disposable.");
        if (inner) dispose = function() { try { inner.call(this); } catch (e) { return Promise.reject(e); } };
        env.stack.push({ value: value, dispose: dispose, async: async });
    }
    else if (async) {
        env.stack.push({ async: true });
    }
    return value;
};
var publish_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
    return function (env) {
        function fail(e) {
            env.error = env.hasError ? new SuppressedError(e, env.error, "An error was suppressed during disposal.") : e;
            env.hasError = true;
        }
        var r, s = 0;
        function next() {
            while (r = env.stack.pop()) {
                try {
                    if (!r.async && s === 1) return s = 0, env.stack.push(r), Promise.resolve().then(next);
                    if (r.dispose) {
                        var result = r.dispose.call(r.value);
                        if (r.async) return s |= 2, Promise.resolve(result).then(next, function(e) { fail(e); return next(); });
                    }
                    else s |= 1;
                }
                catch (e) {
                    fail(e);
                }
            }
            if (s === 1) return env.hasError ? Promise.reject(env.error) : Promise.resolve();
            if (env.hasError) throw env.error;
        }
        return next();
    };
})(typeof SuppressedError === "function" ? SuppressedError : function (error, suppressed, message) {
    var e = new Error(message);
    return e.name = "SuppressedError", e.error = error, e.suppressed = suppressed, e;
});








/** Writes the reports from the record; then annotations, summary and artifacts as the inputs say. Never rejects. */
async function publish_publish(request) {
    const { state, stateDir, environment } = request;
    const reportDir = reportDirOf(stateDir);
    const warnings = [];
    const report = await writeAll(reportDir, warnings);
    if (state.cancelled && (report === undefined || isEmpty(report))) {
        return { report: undefined, upload: undefined, warnings };
    }
    // Cancelled is not failed: nobody needs marks at steps that were not reached.
    if (report !== undefined && state.annotations && !state.cancelled) {
        await commands_annotate(annotations(report));
    }
    let upload;
    if (state.upload && !environment["ACTIONS_RUNTIME_TOKEN"]) {
        warnings.push("Nothing was uploaded: this runner offers no artifact service.");
    }
    else if (state.upload) {
        upload = await inGroup("Upload of the reports", () => uploadReports({
            reportDir,
            stagingDir: (0,external_node_path_.join)(stateDir, "staging"),
            name: state.artifactName,
            suffix: state.runId.slice(0, 8),
            retentionDays: state.retentionDays,
        }));
        warnings.push(...upload.warnings);
    }
    if (state.summary && report !== undefined) {
        const html = upload?.html ?? upload?.zip;
        const fullReport = html === undefined ? {} : { fullReport: artifactUrl(html.id, environment) };
        const failure = await addSummary(summaryMarkdown(report, fullReport));
        warnings.push(...(failure === undefined ? [] : [failure]));
    }
    return { report, upload, warnings };
}
/** Cancelled before anything was begun: there is nothing to say. */
function isEmpty(report) {
    return report.servers.length === 0 && report.scenarios.length === 0;
}
async function writeAll(reportDir, warnings) {
    const recordFile = (0,external_node_path_.join)(reportDir, "run.db");
    if (!(0,external_node_fs_.existsSync)(recordFile)) {
        return undefined;
    }
    try {
        sealRecord(recordFile);
    }
    catch (error) {
        // What can still be read of a damaged record is reported all the same.
        warnings.push((0,build_fault/* asFault */.Ps)(error).message);
    }
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const reader = publish_addDisposableResource(env_1, readRecord(recordFile), false);
            await writeReports(reportDir, reader);
            return buildReport(reader);
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            publish_disposeResources(env_1);
        }
    }
    catch (error) {
        warnings.push(`The reports could not be written: ${(0,build_fault/* asFault */.Ps)(error).message}`);
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/action/run-scenarios.js






const watchMs = 250;
const summarySchema = schemas/* object */.Ikc({
    outcome: schemas/* enum */.k5n(["passed", "failed", "broken", "skipped"]),
    exit_code: schemas/* number */.aig(),
    passed: schemas/* number */.aig(),
    failed: schemas/* number */.aig(),
    broken: schemas/* number */.aig(),
    skipped: schemas/* number */.aig(),
    fault: schemas/* object */.Ikc({
        code: schemas/* string */.YjP(),
        message: schemas/* string */.YjP(),
        hint: schemas/* string */.YjP(),
        problems: schemas/* array */.YOg(schemas/* custom */.IeY()),
    })
        .nullable(),
});
/** Asks the manager for the run and shows its progress. Rejects MANAGER_DIED, MANAGER_UNREACHABLE, INTERRUPTED. */
async function runScenarios(session, inputs, own, log) {
    const { request } = session;
    const client = await connectManager({ url: session.url, token: session.state.token }, own.version);
    const watching = new AbortController();
    try {
        const call = client.call("docker_run_scenarios", {
            file: request.file,
            text: request.text,
            workspace: request.workspace,
            variables: request.variables,
            secrets: request.secrets,
            only: inputs.only,
            keep_running: inputs["keep-running"],
            ...(inputs.timeout === undefined ? {} : { timeout_ms: inputs.timeout }),
        }, {
            signal: own.signal,
            progress: (line) => inputs["log-level"] !== "warning" && log.foreign(line),
        });
        // A broken stream alone does not end a call: the client would go on trying to reach a manager that is gone.
        return summarySchema.parse(await Promise.race([call, managerGone(session, own, watching.signal)]));
    }
    catch (thrown) {
        throw isManagerAlive(session.state, session.stateDir) ? thrown : died(session, thrown);
    }
    finally {
        watching.abort();
        await closeQuietly(client);
    }
}
/** The fault of a result as it was thrown in the manager. */
function faultOfRun(result) {
    if (result.fault === null) {
        return undefined;
    }
    const { code, message, hint, problems } = result.fault;
    const known = Object.keys(build_fault/* codes */.F4).find((candidate) => candidate === code);
    return known === undefined
        ? new build_fault/* Fault */.vC("INTERNAL", message, { hint, problems })
        : new build_fault/* Fault */.vC(known, message, { hint, problems });
}
async function managerGone(session, own, ended) {
    while (isManagerAlive(session.state, session.stateDir)) {
        await own.clock.sleep(watchMs, ended);
    }
    throw died(session, undefined);
}
function died(session, cause) {
    if ((0,build_fault/* asFault */.Ps)(cause).code === "INTERRUPTED") {
        return (0,build_fault/* asFault */.Ps)(cause);
    }
    const tail = tailOf(managerLogOf(reportDirOf(session.stateDir)));
    const end = tail === "" ? "" : ` The end of its log:\n${tail}`;
    return new build_fault/* Fault */.vC("MANAGER_DIED", `The manager process is gone, in the middle of the run.${end}`, {
        cause,
    });
}
async function closeQuietly(client) {
    // The manager may be gone, and its answer to a good-bye is worth nothing.
    await client.close().catch(() => undefined);
}

;// CONCATENATED MODULE: ./build/action/finish.js











/** Time for a teardown in order: servers may ignore the end of stdin and SIGTERM. */
const shutdownMs = 65_000;
/** The runner sends SIGTERM 7.5 s after SIGINT; what takes longer is left to post. */
const cancelMs = 3_000;
/** What main does after a run: outputs, and unless servers are to stay up, teardown, reports and artifacts. */
async function finish(session, result, inputs, own, log) {
    const { stateDir, url } = session;
    const { environment } = own;
    const fault = faultOfRun(result);
    const atPlaces = inputs.annotations && fault !== undefined && fault.problems.length > 0;
    if (atPlaces) {
        await annotateFault(fault);
    }
    // What the places say is not said once more for the whole.
    const state = atPlaces ? { ...session.state, annotations: false } : session.state;
    writeState(stateDir, state);
    const reportDir = reportDirOf(stateDir);
    await setOutputs({ "report-path": reportDir });
    if (inputs["keep-running"]) {
        await setOutputs({ "manager-url": url, "manager-token": state.token });
        log.say(`${result.outcome}. The servers stay up until the end of the job; the report follows then.`);
        return;
    }
    const ending = await untilCancelled(manager_process_endManager(state, stateDir, own.version, shutdownMs, own.clock), own, cancelMs);
    if (ending !== "shut-down" && ending !== "already-gone") {
        log.say(`The manager did not end by itself; it was ${ending}.`);
    }
    const { report, upload, warnings } = await untilCancelled(publish_publish({ state, stateDir, environment }), own);
    writeState(stateDir, { ...state, published: true });
    if (upload?.zip !== undefined) {
        const { id } = upload.zip;
        await setOutputs({ "artifact-id": String(id), "artifact-url": artifactUrl(id, environment) });
    }
    await commands_annotate(warnings.map(annotations_warning));
    if (inputs["log-level"] === "debug") {
        const { engineDiagnostics } = await Promise.all(/* import() */[__webpack_require__.e(260), __webpack_require__.e(651)]).then(__webpack_require__.bind(__webpack_require__, 93651));
        log.foreign(await engineDiagnostics());
        log.foreign(tailOf(managerLogOf(reportDir)));
    }
    if (report !== undefined) {
        log.foreign(terminal_terminalReport(report));
    }
    const html = upload?.html === undefined
        ? `${reportDir}/report.html`
        : artifactUrl(upload.html.id, environment);
    log.say(`Report: ${html}`);
}

;// CONCATENATED MODULE: ./build/action/job-log.js

/** `newToken` yields 128 random bits per block: who wrote the text cannot know what ends the block. */
function job_log_createJobLog(write, newToken) {
    const say = (text) => write(`${forJobLog(text)}\n`);
    return {
        say,
        foreign(text) {
            const token = newToken();
            write(`::stop-commands::${token}\n`);
            try {
                say(text);
            }
            finally {
                write(`::${token}::\n`);
            }
        },
    };
}

;// CONCATENATED MODULE: ./build/action/run-session.js









/**
 * Reads the run file, masks its secrets, and starts the manager.
 *
 * State is on disk and saved before the manager exists: from then on post can find and remove everything.
 */
async function startSession(inputs, own, log) {
    const { environment } = own;
    const workspace = runnerVariable(environment, "GITHUB_WORKSPACE");
    const runnerTemp = runnerVariable(environment, "RUNNER_TEMP");
    const { path: file, text } = (0,config/* findRunFile */.hK)(workspace, inputs.config === "" ? undefined : inputs.config);
    const values = (0,config/* neededValues */.gK)(text, inputs.vars, environment);
    const token = (0,external_node_crypto_.randomBytes)(32).toString("base64url");
    await maskSecrets([...Object.values(values.secrets), token]);
    own.signal.throwIfAborted();
    const state = {
        runId: (0,external_node_crypto_.randomBytes)(16).toString("hex"),
        owner: null,
        pid: null,
        url: null,
        token,
        artifactName: artifactName(inputs["artifact-name"], environment),
        retentionDays: inputs["retention-days"],
        upload: inputs.upload,
        summary: inputs.summary,
        annotations: inputs.annotations,
        cancelled: false,
        published: false,
    };
    const stateDir = createStateDir(runnerTemp, state);
    await saveRunId(state.runId);
    const manager = launchManager({
        execPath: own.execPath,
        managerEntry: own.managerEntry,
        environment,
        stateDir,
        reportDir: reportDirOf(stateDir),
        runId: state.runId,
        token,
        workspace,
    });
    const started = { ...state, pid: manager.pid ?? null, owner: ownerOf(manager.pid) };
    writeState(stateDir, started);
    const url = await untilCancelled(manager.url, own).catch((error) => {
        writeState(stateDir, { ...started, cancelled: own.signal.aborted });
        throw error;
    });
    const listening = { ...started, url };
    writeState(stateDir, listening);
    const shown = shownPath(workspace, file);
    log.say(`Run ${state.runId} of ${shown}`);
    return {
        state: listening,
        stateDir,
        url,
        request: { file: shown, text, workspace, ...values },
    };
}
/** From the root of the repository, as annotations want it. */
function shownPath(workspace, file) {
    const path = (0,external_node_path_.relative)(workspace, (0,external_node_path_.resolve)(workspace, file));
    return path.startsWith("..") || (0,external_node_path_.isAbsolute)(path) ? file : path;
}

;// CONCATENATED MODULE: ./build/action/run-main.js













/** What servers under test may come to without failing the step, when `fail-on` says so. */
const aboutServers = [
    build_fault/* exitCodes */.hS.failed,
    build_fault/* exitCodes */.hS.notReady,
    build_fault/* exitCodes */.hS.breached,
    build_fault/* exitCodes */.hS.timeout,
];
/** The step itself: runs the run file and answers the exit code of the process. Never rejects. */
async function runMain(own) {
    const log = job_log_createJobLog(own.write, () => (0,external_node_crypto_.randomBytes)(16).toString("hex"));
    const progress = {};
    try {
        const inputs = readInputs(own.environment);
        progress.inputs = inputs;
        const session = await startSession(inputs, own, log);
        progress.session = session;
        const result = await runScenarios(session, inputs, own, log);
        progress.result = result;
        await setOutputs(countsOf(result));
        await finish(session, result, inputs, own, log);
        const forgiven = inputs["fail-on"] === "never" && aboutServers.includes(result.exit_code);
        return forgiven ? build_fault/* exitCodes */.hS.passed : result.exit_code;
    }
    catch (thrown) {
        const fault = own.signal.aborted ? interruption() : (0,build_fault/* asFault */.Ps)(thrown);
        await giveUp(fault, progress, log).catch((error) => 
        // A file of the runner that cannot be written; the exit code says the rest.
        log.say(`Outputs could not be set: ${(0,build_fault/* asFault */.Ps)(error).message}`));
        return fault.exitCode;
    }
}
/** Cancelled is not failed, and post is to know the difference. */
function noteCancelled(session) {
    if (session !== undefined) {
        writeState(session.stateDir, { ...session.state, cancelled: true });
    }
}
async function giveUp(fault, { inputs, session, result }, log) {
    log.foreign(faultText(fault));
    if (fault.code === "INTERRUPTED") {
        noteCancelled(session);
    }
    else {
        // An error is marked even where marks in the run file are not wanted: the step fails by it.
        const whole = new build_fault/* Fault */.vC(fault.code, fault.message, { hint: fault.hint });
        await annotateFault((inputs?.annotations ?? true) ? fault : whole);
    }
    if (result === undefined) {
        await setOutputs(countsSoFar(session?.stateDir, fault.exitCode));
    }
    // With a session there is a record, and post reports from it.
    if (session === undefined && (inputs?.summary ?? true) && fault.code !== "INTERRUPTED") {
        await addSummary(faultMarkdown(fault));
    }
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(44708);
;// CONCATENATED MODULE: ./build/engine/endpoint.js




const plainPort = 2375;
const tlsPort = 2376;
/**
 * Places to look for the engine, the most wanted first.
 *
 * DOCKER_HOST alone if set; else the docker CLI's context if it names one; else the rootless sockets that exist and
 * last the system's socket. Throws ENGINE_NOT_INSTALLED or USAGE when what is set cannot be used.
 */
function endpoint_endpointsOf(environment) {
    if (environment.DOCKER_HOST) {
        return [parseHost(environment.DOCKER_HOST, environment.DOCKER_CERT_PATH, environment)];
    }
    const context = contextOf(environment);
    if (context) {
        return [context];
    }
    const rootless = [
        environment.XDG_RUNTIME_DIR ? join(environment.XDG_RUNTIME_DIR, "docker.sock") : "",
        environment.HOME ? join(environment.HOME, ".docker/run/docker.sock") : "",
    ];
    return [
        ...rootless.filter((path) => path !== "" && existsSync(path)),
        "/var/run/docker.sock",
    ].map((path) => ({
        kind: "unix",
        path,
    }));
}
function endpoint_endpointText(endpoint) {
    return endpoint.kind === "unix"
        ? `unix://${endpoint.path}`
        : `tcp://${endpoint.host}:${endpoint.port}`;
}
/** The part of `http.request` options that leads to the engine. */
function endpoint_socketOptions(endpoint) {
    if (endpoint.kind === "unix") {
        return { socketPath: endpoint.path };
    }
    return { host: endpoint.host, port: endpoint.port, ...endpoint.tls };
}
function parseHost(host, certPath, environment) {
    const scheme = /^([a-z]+):\/\//.exec(host)?.[1] ?? "tcp";
    if (scheme === "unix") {
        return { kind: "unix", path: host.slice("unix://".length) || "/var/run/docker.sock" };
    }
    if (scheme === "ssh") {
        throw new Fault("USAGE", `DOCKER_HOST is ${host}: engines over ssh are not supported`, {
            hint: "Forward the socket (`ssh -L /tmp/docker.sock:/var/run/docker.sock HOST`) and set DOCKER_HOST=unix:///tmp/docker.sock.",
        });
    }
    const url = URL.parse(host.includes("://") ? host : `tcp://${host}`);
    if (!url || !url.hostname || !["tcp", "http", "https"].includes(scheme)) {
        throw new Fault("USAGE", `DOCKER_HOST is "${host}", which is not an address of an engine`, {
            hint: "Write for example unix:///var/run/docker.sock or tcp://127.0.0.1:2375.",
        });
    }
    const tls = Boolean(environment.DOCKER_TLS_VERIFY) || scheme === "https" || url.port === String(tlsPort);
    return {
        kind: "tcp",
        host: url.hostname.replace(/^\[(.*)\]$/, "$1"),
        port: Number(url.port) || (tls ? tlsPort : plainPort),
        tls: tls ? readTls(certPath ?? join(environment.HOME ?? "/", ".docker")) : null,
    };
}
function readTls(folder) {
    try {
        return {
            ca: readFileSync(join(folder, "ca.pem")),
            cert: readFileSync(join(folder, "cert.pem")),
            key: readFileSync(join(folder, "key.pem")),
        };
    }
    catch (error) {
        throw new Fault("USAGE", `The engine wants TLS, but ${folder} has no readable ca.pem, cert.pem and key.pem`, {
            hint: "Set DOCKER_CERT_PATH to the folder of the three files, or unset DOCKER_TLS_VERIFY.",
            cause: error,
        });
    }
}
/** The endpoint of DOCKER_CONTEXT or of the CLI's current context; undefined for the default context. */
function contextOf(environment) {
    if (!environment.HOME) {
        return undefined;
    }
    const folder = join(environment.HOME, ".docker");
    const config = readJson(join(folder, "config.json"));
    const name = environment.DOCKER_CONTEXT || (isObject(config) ? config["currentContext"] : undefined);
    if (typeof name !== "string" || name === "" || name === "default") {
        return undefined;
    }
    // The CLI keeps a context in a folder named by the SHA-256 of its name.
    const id = createHash("sha256").update(name).digest("hex");
    const meta = readJson(join(folder, "contexts/meta", id, "meta.json"));
    const endpoints = isObject(meta) ? meta["Endpoints"] : undefined;
    const docker = isObject(endpoints) ? endpoints["docker"] : undefined;
    const host = isObject(docker) ? docker["Host"] : undefined;
    if (typeof host !== "string") {
        throw new Fault("USAGE", `Docker context "${name}" does not exist in ${folder}`, {
            hint: "Unset DOCKER_CONTEXT, choose another with `docker context use`, or set DOCKER_HOST.",
        });
    }
    const tls = join(folder, "contexts/tls", id, "docker");
    return parseHost(host, existsSync(tls) ? tls : undefined, environment);
}
function readJson(path) {
    try {
        return JSON.parse(readFileSync(path, "utf8"));
    }
    catch {
        // An unreadable CLI configuration is the CLI's matter; without it there is no context.
        return undefined;
    }
}
function isObject(value) {
    return typeof value === "object" && value !== null;
}

;// CONCATENATED MODULE: ./build/engine/engine-fault.js

/** What the engine says, and what it means. The first that matches counts. Texts of 20.10 to 28.5. */
const rules = [
    {
        pattern: /no such image|manifest (for \S+ )?(not found|unknown)|repository does not exist/i,
        code: "IMAGE_NOT_FOUND",
    },
    { pattern: /pull access denied/i, code: "IMAGE_NOT_FOUND" },
    { pattern: /no space left on device|disk quota exceeded/i, code: "ENGINE_DISK_FULL" },
    { pattern: /bind source path does not exist/i, code: "MOUNT_SOURCE_MISSING" },
    {
        pattern: /exec: ".*": (executable file not found|stat .*: no such file|permission denied|is a directory)/i,
        code: "SERVER_COMMAND_NOT_FOUND",
    },
    {
        pattern: /port is already allocated|address already in use|failed programming external connectivity/i,
        code: "ENGINE_ERROR",
        hint: "Another process holds the port; choose another, or let the engine choose.",
    },
];
/**
 * What went wrong with a call, in our words first and the engine's own behind.
 *
 * `doing` says what was attempted on what; it begins the message. A Fault passes unchanged.
 */
function engine_fault_engineFault(error, doing, endpoint) {
    if (error instanceof Fault) {
        return error;
    }
    const errno = fieldOf(error, "code");
    if (errno === "EACCES" || errno === "EPERM") {
        return new Fault("ENGINE_PERMISSION_DENIED", `${doing}: this user may not use ${endpoint}`, {
            cause: error,
        });
    }
    if (errno === "ENOENT" || errno === "ECONNREFUSED") {
        return new Fault("ENGINE_NOT_RUNNING", `${doing}: nothing answers at ${endpoint}`, {
            cause: error,
        });
    }
    return engine_fault_wordsFault(engineWords(error), doing, error);
}
/** The same for the error lines that come inside a stream (pull, build, import). */
function engine_fault_wordsFault(words, doing, cause, otherwise = "ENGINE_ERROR") {
    const rule = rules.find((candidate) => candidate.pattern.test(words));
    return new Fault(rule?.code ?? otherwise, `${doing}: ${words}`, {
        ...(rule?.hint === undefined ? {} : { hint: rule.hint }),
        ...(cause === undefined ? {} : { cause }),
    });
}
/** HTTP status of an answer that the modem took for an error. */
function engine_fault_statusOf(error) {
    const status = fieldOf(error instanceof Fault ? error.cause : error, "statusCode");
    return typeof status === "number" ? status : undefined;
}
/** Lets the engine's "there is no such thing" and the like pass as done. */
async function engine_fault_tolerating(statuses, work) {
    try {
        await work;
        return true;
    }
    catch (error) {
        if (statuses.includes(engine_fault_statusOf(error) ?? 0)) {
            return false;
        }
        throw error;
    }
}
/** The modem wraps the engine's words: `(HTTP code 500) server error - words`. */
function engineWords(error) {
    const words = error instanceof Error ? error.message : String(error);
    return words.replace(/^\(HTTP code \d+\) [\w ]+ - /, "").trim();
}
function fieldOf(value, key) {
    return typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
}

;// CONCATENATED MODULE: ./build/engine/connection.js






/** Long enough for a frozen engine to come back: freezes of 6 s lose nothing, the calls are answered late. */
const defaultDeadlineMs = 30_000;
function connection_openConnection(Modem, endpoint, apiVersion) {
    const closing = new AbortController();
    const agent = endpoint.kind === "tcp" && endpoint.tls
        ? new HttpsAgent({ keepAlive: true })
        : new HttpAgent({ keepAlive: true });
    const options = socketOptions(endpoint);
    const settings = {
        // Every field is set, also to undefined: what is absent the modem takes from its own reading of the environment.
        socketPath: options.socketPath ?? undefined,
        host: options.host ?? undefined,
        port: options.port ?? undefined,
        ca: options.ca,
        cert: options.cert,
        key: options.key,
        protocol: endpoint.kind === "tcp" && endpoint.tls ? "https" : "http",
        version: apiVersion === undefined ? undefined : `v${apiVersion}`,
        timeout: undefined,
        agent,
    };
    const modem = new Modem(settings);
    async function dial(call, isStream) {
        const abort = new AbortController();
        const signals = [abort.signal, closing.signal, ...(call.signal ? [call.signal] : [])];
        const answer = new Promise((resolve, reject) => {
            modem.dial({
                path: `${call.path}?`,
                method: call.method,
                // Both always: without them the modem repeats the body, secrets included, in the URL.
                options: { _query: call.query ?? {}, _body: call.body ?? {} },
                ...(call.file ? { file: call.file } : {}),
                isStream,
                abortSignal: AbortSignal.any(signals),
                statusCodes: { 200: true, 201: true, 204: true },
            }, (error, result) => (error ? reject(error) : resolve(result)));
        });
        const deadlineMs = call.deadlineMs ?? defaultDeadlineMs;
        try {
            if (deadlineMs === Number.POSITIVE_INFINITY) {
                return await answer;
            }
            return await within(answer, deadlineMs, () => unresponsive(call, endpoint, deadlineMs));
        }
        catch (error) {
            abort.abort();
            call.signal?.throwIfAborted();
            throw engineFault(error, call.doing, endpointText(endpoint));
        }
    }
    return {
        endpoint,
        modem,
        prefix: apiVersion === undefined ? "" : `/v${apiVersion}`,
        closed: closing.signal,
        json: (call) => dial(call, false),
        // With isStream the modem hands over the response itself.
        stream: async (call) => (await dial(call, true)),
        close() {
            closing.abort();
            agent.destroy();
        },
    };
}
function unresponsive(call, endpoint, deadlineMs) {
    return new Fault("ENGINE_UNRESPONSIVE", `${call.doing}: the engine at ${endpointText(endpoint)} did not answer within ${deadlineMs / 1000} s`);
}

;// CONCATENATED MODULE: ./build/engine/demultiplex.js

const headerLength = 8;
/** First header byte; 0 is stdin's echo, which the engine's own client counts as stdout, 3 the engine's errors. */
const streams = (/* unused pure expression or super */ null && (["stdout", "stdout", "stderr", "stderr"]));
/**
 * Takes an attach stream apart: a header of 8 bytes (stream, 3 zeros, length as big-endian 32 bits), then the payload.
 *
 * Hands payload on as views of the chunks it was given, at once and in order; keeps at most a part of a header, so
 * memory is bounded whatever the container prints. Throws ENGINE_ERROR when the bytes are no such stream.
 * (Docker Engine API, ContainerAttach, "Stream format".)
 */
function demultiplex_createDemultiplexer(onPayload) {
    const header = new Uint8Array(headerLength);
    const view = new DataView(header.buffer);
    let headerFilled = 0;
    let stream = "stdout";
    let payloadLeft = 0;
    return (chunk) => {
        let at = 0;
        while (at < chunk.length) {
            if (payloadLeft > 0) {
                const end = Math.min(chunk.length, at + payloadLeft);
                onPayload(stream, chunk.subarray(at, end));
                payloadLeft -= end - at;
                at = end;
                continue;
            }
            const end = Math.min(chunk.length, at + headerLength - headerFilled);
            header.set(chunk.subarray(at, end), headerFilled);
            headerFilled += end - at;
            at = end;
            if (headerFilled === headerLength) {
                stream = streamOf(header);
                payloadLeft = view.getUint32(4);
                headerFilled = 0;
            }
        }
    };
}
function streamOf(header) {
    const stream = streams[header[0] ?? streams.length];
    if (stream === undefined || header[1] !== 0 || header[2] !== 0 || header[3] !== 0) {
        throw new Fault("ENGINE_ERROR", `The attached output is not in the engine's framed format (header ${Buffer.from(header).toString("hex")})`);
    }
    return stream;
}

;// CONCATENATED MODULE: ./build/engine/attach.js







const deadlineMs = 15_000;
/**
 * Attaches to stdin, stdout and stderr over a connection of its own.
 *
 * A request without a body: dockerode's attach sends its options as one, and engines pass that on into the
 * container's stdin when it arrives late (podman always does).
 */
async function attach_attachTo(connection, id) {
    const doing = `attach to container ${id.slice(0, 12)}`;
    const where = endpointText(connection.endpoint);
    const socket = await within(hijack(connection, `${connection.prefix}/containers/${id}/attach?stream=1&stdin=1&stdout=1&stderr=1`), deadlineMs, () => new Fault("ENGINE_UNRESPONSIVE", `${doing}: the engine at ${where} did not answer within 15 s`)).catch((error) => {
        throw engineFault(error, doing, where);
    });
    const hangUp = () => void socket.destroy();
    connection.closed.addEventListener("abort", hangUp);
    socket.once("close", () => connection.closed.removeEventListener("abort", hangUp));
    return createAttachment(socket, doing);
}
/**
 * An attachment over a hijacked socket.
 *
 * Reading begins with the first listener; register both in the same turn. Until then the socket keeps what arrives,
 * and a container blocks after about 1.5 MB of output that nobody reads. A stream without a listener is dropped.
 */
function createAttachment(socket, doing) {
    const listeners = {
        stdout: [],
        stderr: [],
    };
    let reading = false;
    const ended = new Promise((resolve) => {
        // `end` and not only `close`: the other side may have closed while our half is still open.
        socket
            .once("end", resolve)
            .once("close", resolve)
            .on("error", () => resolve());
        // The container has ended: a write that still waits would wait for ever, as the engine does not read it any more.
        socket.once("end", () => socket.destroy());
    });
    function listen(stream, listener) {
        listeners[stream].push(listener);
        if (reading) {
            return;
        }
        reading = true;
        const take = createDemultiplexer((from, payload) => {
            for (const each of listeners[from]) {
                each(payload);
            }
        });
        socket.on("data", (chunk) => {
            try {
                take(chunk);
            }
            catch (error) {
                socket.destroy(error instanceof Error ? error : undefined);
            }
        });
    }
    return {
        write: (bytes) => new Promise((resolve, reject) => {
            socket.write(bytes, (error) => {
                if (error) {
                    reject(new Fault("SESSION_CLOSED", `${doing}: stdin does not take more: ${error.message}`, {
                        cause: error,
                    }));
                }
                else {
                    resolve();
                }
            });
        }),
        end: () => void socket.end(),
        onStdout: (listener) => listen("stdout", listener),
        onStderr: (listener) => listen("stderr", listener),
        ended,
        destroy: () => void socket.destroy(),
    };
}
function hijack(connection, path) {
    return new Promise((resolve, reject) => {
        const { endpoint } = connection;
        const send = endpoint.kind === "tcp" && endpoint.tls ? secureRequest : request;
        const outgoing = send({
            ...socketOptions(endpoint),
            path,
            method: "POST",
            agent: false,
            signal: connection.closed,
            headers: { Connection: "Upgrade", Upgrade: "tcp" },
        });
        outgoing.once("upgrade", (_response, socket, head) => {
            if (head.length > 0) {
                socket.unshift(head);
            }
            resolve(socket);
        });
        outgoing.once("response", (response) => {
            let text = "";
            response.setEncoding("utf8");
            response.on("data", (part) => {
                text += part;
            });
            response.once("end", () => {
                const { statusCode } = response;
                reject(Object.assign(new Error(`HTTP ${statusCode}: ${text.trim()}`), { statusCode }));
            });
            response.once("error", reject);
        });
        outgoing.once("error", reject);
        outgoing.end();
    });
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
;// CONCATENATED MODULE: ./build/engine/image.js






async function image_inspectImage(connection, reference) {
    try {
        const answer = await connection.json({
            method: "GET",
            path: `/images/${encodeURI(reference)}/json`,
            doing: `inspect image ${reference}`,
        });
        // The shape of the engine's answer at the pinned version.
        return imageOf(answer);
    }
    catch (error) {
        if (statusOf(error) === 404) {
            return undefined;
        }
        throw error;
    }
}
/** Pulls one image; a reference without tag or digest means `latest`, where the engine would take every tag. */
async function image_pullImage(connection, reference, onProgress, signal) {
    const docker = await wholeDockerode(connection);
    const doing = `pull image ${reference}`;
    const abort = AbortSignal.any([connection.closed, ...(signal ? [signal] : [])]);
    const fromImage = /(:[\w.-]+|@sha256:[0-9a-f]+)$/.test(reference)
        ? reference
        : `${reference}:latest`;
    try {
        const request = { abortSignal: abort, _query: { fromImage } };
        const answer = await docker.createImage(request);
        // dockerode's type names the interface; what comes is node's response.
        await follow(addAbortSignal(abort, answer), doing, onProgress);
    }
    catch (error) {
        signal?.throwIfAborted();
        const fault = engineFault(error, doing, endpointText(connection.endpoint));
        throw fault.code === "ENGINE_ERROR"
            ? new Fault("IMAGE_PULL_FAILED", fault.message, { cause: error })
            : fault;
    }
}
async function image_importImage(connection, rootfs, tag, changes) {
    const docker = await wholeDockerode(connection);
    const doing = `import image ${tag}`;
    const colon = tag.lastIndexOf(":");
    const query = { fromSrc: "-", repo: tag.slice(0, colon), tag: tag.slice(colon + 1) };
    try {
        const request = { abortSignal: connection.closed, _query: { ...query, changes } };
        const answer = await docker.importImage(rootfs, request);
        // dockerode's type names the interface; what comes is node's response.
        const last = await follow(answer, doing, () => { });
        return last;
    }
    catch (error) {
        throw engineFault(error, doing, endpointText(connection.endpoint));
    }
}
async function image_removeImage(connection, reference) {
    const call = connection.json({
        method: "DELETE",
        path: `/images/${encodeURI(reference)}`,
        query: { force: "1" },
        doing: `remove image ${reference}`,
        deadlineMs: 60_000,
    });
    await tolerating([404], call);
}
/** The last status; an error inside the stream becomes a fault. */
async function follow(answer, doing, onProgress) {
    let last = "";
    for await (const value of jsonLines(answer)) {
        // The engine's progress messages: every field is optional and of the type named.
        const { id, status, error, progressDetail } = value;
        if (error !== undefined) {
            throw wordsFault(error, doing, undefined, "IMAGE_PULL_FAILED");
        }
        last = status ?? last;
        if (status !== undefined && progressDetail?.total === undefined) {
            onProgress(id === undefined ? status : `${id}: ${status}`);
        }
    }
    return last;
}
function imageOf(found) {
    const { Config } = found;
    const entrypoint = Config.Entrypoint ?? [];
    return {
        id: found.Id,
        digest: found.RepoDigests?.[0]?.split("@")[1] ?? null,
        user: Config.User ?? "",
        sizeBytes: found.Size,
        labels: Config.Labels ?? {},
        entrypoint: typeof entrypoint === "string" ? [entrypoint] : entrypoint,
        command: Config.Cmd ?? [],
    };
}

;// CONCATENATED MODULE: ./build/engine/build.js








/**
 * Builds with BuildKit, without buildx and without a session.
 *
 * `_query` besides being the only way past the URL-and-body doubling keeps dockerode from opening a session, whose
 * endpoints are deprecated since API 1.53.
 */
async function build_buildImage(connection, context, options, onProgress, signal) {
    const docker = await wholeDockerode(connection);
    const abort = AbortSignal.any([connection.closed, ...(signal ? [signal] : [])]);
    const request = {
        abortSignal: abort,
        _query: {
            version: "2",
            t: options.tag,
            dockerfile: options.dockerfile,
            ...(options.target === undefined ? {} : { target: options.target }),
            buildargs: JSON.stringify(options.args),
            labels: JSON.stringify(options.labels),
            ...(options.network === "host" ? { networkmode: "host" } : {}),
            rm: "1",
            forcerm: "1",
        },
    };
    const log = createBuildLog(onProgress);
    try {
        const answer = await docker.buildImage(context, request);
        for await (const message of jsonLines(addAbortSignal(abort, answer))) {
            log.take(message);
        }
    }
    catch (error) {
        context.destroy();
        signal?.throwIfAborted();
        const fault = engineFault(error, `build image ${options.tag}`, endpointText(connection.endpoint));
        throw fault.code === "ENGINE_ERROR"
            ? new Fault("IMAGE_BUILD_FAILED", fault.message, { cause: error })
            : fault;
    }
    if (log.error !== undefined) {
        throw buildFault(options.tag, log.error, log.failedStep, log.tail);
    }
    const id = log.imageId ?? (await inspectImage(connection, options.tag))?.id;
    if (id === undefined) {
        throw new Fault("IMAGE_BUILD_FAILED", `build image ${options.tag}: the engine's answer ended without an image`);
    }
    return id;
}
function buildFault(tag, error, step, tail) {
    const full = /no space left on device/i.test(error);
    const at = step === "" ? "" : ` at \`${step}\``;
    const code = /exit code: (\d+)|returned a non-zero code: (\d+)/.exec(error);
    const exit = code ? ` with exit code ${code[1] ?? code[2]}` : "";
    const quoted = tail.length === 0 ? "" : `\nLast ${tail.length} lines of the build:\n${tail.join("\n")}`;
    return new Fault(full ? "ENGINE_DISK_FULL" : "IMAGE_BUILD_FAILED", `build image ${tag} failed${at}${exit}: ${error}${quoted}`);
}

;// CONCATENATED MODULE: ./build/engine/create-body.js
/** The record is taken from the attached stream; the engine's own log only has to stay small. */
const engineLog = { Type: "json-file", Config: { "max-size": "1m", "max-file": "2" } };
/**
 * The body of the create call: everything a server may not do is decided here.
 *
 * Without a network there are two forms. With a hosts file: NetworkDisabled, which starts in 85 ms where an engine
 * before 28 takes 200 for `none`, but leaves /etc/hosts empty, so the file is mounted there. Without one: NetworkMode
 * `none`, where the engine writes the hosts file itself. In both, only the loopback interface exists.
 */
function create_body_createBody(spec) {
    const disabled = spec.network === null && spec.hostsFile !== undefined;
    const mounts = spec.mounts.map((mount) => ({
        Type: mount.kind,
        Source: mount.source,
        Target: mount.target,
        ReadOnly: mount.readOnly,
    }));
    if (disabled && spec.hostsFile !== undefined) {
        mounts.push({ Type: "bind", Source: spec.hostsFile, Target: "/etc/hosts", ReadOnly: true });
    }
    return {
        Image: spec.image,
        ...(spec.entrypoint === undefined ? {} : { Entrypoint: [...spec.entrypoint] }),
        ...(spec.command === undefined ? {} : { Cmd: [...spec.command] }),
        ...(spec.user === undefined ? {} : { User: spec.user }),
        ...(spec.workingDir === undefined ? {} : { WorkingDir: spec.workingDir }),
        Env: Object.entries(spec.env).map(([name, value]) => `${name}=${value}`),
        Labels: { ...spec.labels },
        Tty: false,
        OpenStdin: true,
        // Our end closing ends the server's stdin, also when it closes because we were killed.
        StdinOnce: true,
        AttachStdin: true,
        AttachStdout: true,
        AttachStderr: true,
        ...(disabled ? { NetworkDisabled: true } : {}),
        HostConfig: {
            Init: true,
            AutoRemove: false,
            RestartPolicy: { Name: "no" },
            NetworkMode: spec.network ?? "none",
            CapDrop: ["ALL"],
            SecurityOpt: ["no-new-privileges:true"],
            ReadonlyRootfs: spec.readOnlyRootfs,
            Tmpfs: Object.fromEntries(Object.entries(spec.tmpfs).map(([path, size]) => [
                path,
                `rw,nosuid,nodev,noexec,size=${size},mode=1777`,
            ])),
            Mounts: mounts,
            PidsLimit: spec.pids,
            Memory: spec.memoryBytes,
            // Equal to Memory: no swap.
            MemorySwap: spec.memoryBytes,
            NanoCpus: Math.round(spec.cpus * 1e9),
            LogConfig: engineLog,
        },
    };
}

;// CONCATENATED MODULE: ./build/engine/container.js


const startDeadlineMs = 60_000;
async function container_createContainer(connection, spec) {
    // The shape of the engine's answer at the pinned version.
    const { Id } = (await connection.json({
        method: "POST",
        path: "/containers/create",
        query: { name: spec.name },
        body: createBody(spec),
        doing: `create container ${spec.name} from ${spec.image}`,
        deadlineMs: startDeadlineMs,
    }));
    return Id;
}
async function container_startContainer(connection, id) {
    const call = connection.json({
        method: "POST",
        path: `/containers/${id}/start`,
        doing: `start container ${id.slice(0, 12)}`,
        deadlineMs: startDeadlineMs,
    });
    // 304: it runs already.
    await tolerating([304], call);
}
async function container_killContainer(connection, id, signal) {
    const call = connection.json({
        method: "POST",
        path: `/containers/${id}/kill`,
        query: { signal },
        doing: `send ${signal} to container ${id.slice(0, 12)}`,
    });
    // 404, 409: gone or not running, so nothing is left to signal.
    await tolerating([404, 409], call);
}
async function container_inspectContainer(connection, id) {
    try {
        const answer = await connection.json({
            method: "GET",
            path: `/containers/${id}/json`,
            doing: `inspect container ${id.slice(0, 12)}`,
        });
        // The shape of the engine's answer at the pinned version.
        return stateOf(answer);
    }
    catch (error) {
        if (statusOf(error) === 404) {
            return undefined;
        }
        throw error;
    }
}
async function container_processesOf(connection, id) {
    // The shape of the engine's answer at the pinned version.
    const { Titles, Processes } = (await connection.json({
        method: "GET",
        path: `/containers/${id}/top`,
        query: { ps_args: "-eo pid,ppid,stat,time,args" },
        doing: `list the processes of container ${id.slice(0, 12)}`,
        deadlineMs: 10_000,
    }));
    return [Titles, ...(Processes ?? [])].map((fields) => fields.join(" "));
}
function stateOf(found) {
    const { State, Config, HostConfig } = found;
    return {
        id: found.Id,
        name: found.Name.replace(/^\//, ""),
        image: found.Image,
        labels: Config.Labels ?? {},
        status: State.Status,
        running: State.Running,
        paused: State.Paused,
        exitCode: State.ExitCode,
        oomKilled: State.OOMKilled,
        error: State.Error,
        pid: State.Pid,
        isolation: {
            user: Config.User,
            capDrop: HostConfig.CapDrop ?? [],
            readOnlyRootfs: HostConfig.ReadonlyRootfs ?? false,
            memoryBytes: HostConfig.Memory ?? 0,
            cpus: (HostConfig.NanoCpus ?? 0) / 1e9,
            pids: HostConfig.PidsLimit ?? 0,
            network: HostConfig.NetworkMode ?? "default",
            init: HostConfig.Init ?? false,
            securityOpt: HostConfig.SecurityOpt ?? [],
        },
    };
}

;// CONCATENATED MODULE: ./build/engine/labelled.js

/** Removing a container kills it first; engines under load took 10 s for that. */
const removeDeadlineMs = 60_000;
async function labelled_listLabelled(caller, labels) {
    const query = { filters: JSON.stringify({ label: labels }) };
    const doing = "list what carries our label";
    // The shapes of the engine's three listings, at a pinned version.
    const [containers, networks, volumes] = (await Promise.all([
        caller.json({ method: "GET", path: "/containers/json", query: { ...query, all: "1" }, doing }),
        caller.json({ method: "GET", path: "/networks", query, doing }),
        caller.json({ method: "GET", path: "/volumes", query, doing }),
    ]));
    return [
        ...containers.map((listed) => removable("container", listed)),
        ...networks.map((listed) => removable("network", listed)),
        ...(volumes.Volumes ?? []).map((listed) => removable("volume", listed)),
    ];
}
/** Force-removes; what is absent or already being removed counts as done. */
async function labelled_removeObject(caller, object) {
    const doing = `remove ${object.kind} ${object.kind === "volume" ? object.id : object.id.slice(0, 12)}`;
    const call = { method: "DELETE", doing, deadlineMs: removeDeadlineMs };
    const id = encodeURIComponent(object.id);
    if (object.kind === "container") {
        // 409: another removal is in progress.
        await tolerating([404, 409], caller.json({ ...call, path: `/containers/${id}`, query: { force: "1", v: "1" } }));
    }
    else {
        await tolerating([404], caller.json({ ...call, path: `/${object.kind}s/${id}` }));
    }
}
function removable(kind, listed) {
    return {
        kind,
        id: (kind === "volume" ? listed.Name : listed.Id) ?? "",
        labels: listed.Labels ?? {},
    };
}

;// CONCATENATED MODULE: ./build/engine/stats.js



/** Limits beyond this mean "none": cgroup v1 reports the largest page-aligned number, v2 the host's memory. */
const noLimit = (/* unused pure expression or super */ null && (2 ** 60));
async function stats_followStats(connection, id, onSample, signal) {
    try {
        const answer = await connection.stream({
            method: "GET",
            path: `/containers/${id}/stats`,
            query: { stream: "1" },
            doing: `follow the statistics of container ${id.slice(0, 12)}`,
            signal,
        });
        for await (const value of jsonLines(addAbortSignal(signal, answer))) {
            // The shape of the engine's answer at the pinned version.
            const sample = sampleOf(value);
            if (sample) {
                onSample(sample);
            }
            else if (await hasEnded(connection, id)) {
                return;
            }
        }
    }
    catch (error) {
        if (!signal.aborted) {
            throw error;
        }
    }
}
/** After a container's end the engine goes on sending an empty frame a second until the container is removed. */
async function hasEnded(connection, id) {
    const state = await inspectContainer(connection, id);
    return state === undefined || (!state.running && state.status !== "created");
}
/** undefined for the empty frames that the engine sends before the start and after the end. */
function sampleOf(stats) {
    const atMs = Date.parse(stats.read);
    const memory = stats.memory_stats;
    if (!(atMs > 0) || memory?.usage === undefined) {
        return undefined;
    }
    const limit = memory.limit ?? noLimit;
    const networks = Object.values(stats.networks ?? {});
    // Working set, as the kernel's page cache is not the server's: total_inactive_file is v1's name, inactive_file v2's.
    const reclaimable = memory.stats?.total_inactive_file ?? memory.stats?.inactive_file ?? 0;
    return {
        atMs,
        cpuMs: stats.cpu_stats.cpu_usage.total_usage / 1e6,
        memoryBytes: Math.max(0, memory.usage - reclaimable),
        memoryLimitBytes: limit >= noLimit ? null : limit,
        rxBytes: networks.reduce((sum, network) => sum + network.rx_bytes, 0),
        txBytes: networks.reduce((sum, network) => sum + network.tx_bytes, 0),
        pids: stats.pids_stats?.current ?? 0,
    };
}

;// CONCATENATED MODULE: ./build/engine/wait-exit.js


const wait_exit_pollMs = 500;
/**
 * Resolves at the next exit of a container.
 *
 * The engine's own wait never answers when the engine dies, or when the container ended before the wait was
 * registered. So it only wakes an inspection; the end of the attached stream wakes another, and that one goes on
 * looking until the container has ended or the engine does not answer any more.
 */
async function wait_exit_waitForExit(connection, clock, id, attachmentEnded) {
    const settled = new AbortController();
    try {
        return await Promise.race([
            byWait(connection, clock, id, settled.signal),
            byInspection(connection, clock, id, attachmentEnded ?? clock.sleep(wait_exit_pollMs, settled.signal), settled.signal),
            whenClosed(connection, id, settled.signal),
        ]);
    }
    finally {
        settled.abort();
    }
}
async function byWait(connection, clock, id, settled) {
    const call = connection.json({
        method: "POST",
        path: `/containers/${id}/wait`,
        query: { condition: "next-exit" },
        doing: `wait for container ${id.slice(0, 12)}`,
        deadlineMs: Number.POSITIVE_INFINITY,
        signal: settled,
    });
    // A broken wait is no news about the container; the inspection has the last word while there is a container.
    const answer = await call.catch(() => undefined);
    // The shape of the engine's answer at the pinned version.
    const code = answer?.StatusCode;
    return lookUntilEnded(connection, clock, id, settled, code);
}
async function byInspection(connection, clock, id, begin, settled) {
    await begin;
    return lookUntilEnded(connection, clock, id, settled);
}
async function lookUntilEnded(connection, clock, id, settled, codeIfGone = -1) {
    for (;;) {
        const state = await inspectContainer(connection, id);
        if (state === undefined) {
            return {
                exitCode: codeIfGone,
                oomKilled: false,
                error: "the container was removed while it ran",
            };
        }
        // "created" is a container not started yet: its exit is still to come.
        if (!state.running && state.status !== "created") {
            return wait_exit_exitOf(state);
        }
        await clock.sleep(wait_exit_pollMs, settled);
    }
}
function whenClosed(connection, id, settled) {
    return new Promise((_resolve, reject) => {
        connection.closed.addEventListener("abort", () => reject(new Fault("ENGINE_ERROR", `wait for container ${id.slice(0, 12)}: our connection was closed`)), { once: true, signal: settled });
    });
}
function wait_exit_exitOf(state) {
    return {
        exitCode: state.exitCode,
        oomKilled: state.oomKilled,
        error: state.error === "" ? null : state.error,
    };
}

;// CONCATENATED MODULE: ./build/engine/engine.js








function engine_createEngine(connection, info, clock) {
    /** The end of a container's attached stream wakes its waitExit. */
    const attachments = new Map();
    return {
        info,
        inspectImage: (reference) => inspectImage(connection, reference),
        pullImage: (reference, onProgress, signal) => pullImage(connection, reference, onProgress, signal),
        buildImage: (context, options, onProgress, signal) => buildImage(connection, context, options, onProgress, signal),
        importImage: (rootfs, tag, changes) => importImage(connection, rootfs, tag, changes),
        removeImage: (reference) => removeImage(connection, reference),
        createContainer: (spec) => createContainer(connection, spec),
        async attach(id) {
            const attachment = await attachTo(connection, id);
            attachments.set(id, attachment.ended);
            return attachment;
        },
        start: (id) => startContainer(connection, id),
        waitExit: (id) => waitForExit(connection, clock, id, attachments.get(id)),
        kill: (id, signal) => killContainer(connection, id, signal),
        inspect: (id) => inspectContainer(connection, id),
        async remove(id) {
            await removeObject(connection, { kind: "container", id });
            attachments.delete(id);
        },
        processes: (id) => processesOf(connection, id),
        stats: (id, onSample, signal) => followStats(connection, id, onSample, signal),
        createNetwork: (name, labels, options) => createNetwork(connection, name, labels, options),
        listLabelled: (labels) => listLabelled(connection, labels),
        removeObject: (object) => removeObject(connection, object),
        close: () => connection.close(),
    };
}

;// CONCATENATED MODULE: ./build/engine/connect.js






/** API versions this release is tested with: Engine 20.10 to 28.5. */
const supported = { oldest: "1.41", newest: "1.51" };
/** A running engine answers this in milliseconds. */
const versionDeadlineMs = 1800;
/**
 * Finds the engine, asks once for its version and pins all calls to min(its newest, the newest tested).
 *
 * At most 2 s for each place looked at. Rejects ENGINE_NOT_INSTALLED, ENGINE_NOT_RUNNING, ENGINE_PERMISSION_DENIED,
 * ENGINE_UNSUPPORTED, ENGINE_UNRESPONSIVE, or USAGE when DOCKER_HOST and its companions cannot be used.
 */
async function connect_connectEngine(options) {
    const endpoints = endpointsOf(options.environment);
    // 31 ms; the whole of dockerode is 135 ms (gRPC for build sessions) and is loaded by the calls that need it.
    const { default: Modem } = await Promise.all(/* import() */[__webpack_require__.e(839), __webpack_require__.e(133), __webpack_require__.e(812)]).then(__webpack_require__.t.bind(__webpack_require__, 47133, 19));
    let unreachable;
    for (const endpoint of endpoints) {
        try {
            return await connectTo(Modem, endpoint, options.clock);
        }
        catch (error) {
            if (!(error instanceof Fault) ||
                !["ENGINE_NOT_RUNNING", "ENGINE_NOT_INSTALLED"].includes(error.code)) {
                throw error;
            }
            // Of several, the one that is at least installed says more.
            unreachable = unreachable?.code === "ENGINE_NOT_RUNNING" ? unreachable : error;
        }
    }
    throw unreachable ?? new Fault("ENGINE_NOT_INSTALLED", "No place to look for an engine is known");
}
async function connectTo(Modem, endpoint, clock) {
    const probe = openConnection(Modem, endpoint, undefined);
    try {
        const info = infoOf(await askVersion(probe), endpointText(endpoint));
        return createEngine(openConnection(Modem, endpoint, info.apiVersion), info, clock);
    }
    finally {
        probe.close();
    }
}
async function askVersion(probe) {
    const { endpoint } = probe;
    const where = endpointText(endpoint);
    if (endpoint.kind === "unix" && !existsSync(endpoint.path)) {
        throw new Fault("ENGINE_NOT_INSTALLED", `Connect to the Docker Engine: there is no socket at ${where}`, {
            hint: "Install Docker Engine, start it if it is installed, or set DOCKER_HOST to the address of one.",
        });
    }
    const answer = await probe.json({
        method: "GET",
        path: "/version",
        doing: "Connect to the Docker Engine",
        deadlineMs: versionDeadlineMs,
    });
    // Checked below: what answers may be no engine at all.
    const version = answer;
    if (typeof version?.ApiVersion !== "string" || !/^\d+\.\d+$/.test(version.ApiVersion)) {
        throw new Fault("ENGINE_UNSUPPORTED", `What answers at ${where} is not a Docker Engine: /version names no API version`);
    }
    return { Version: "?", Os: "linux", Arch: "?", ...version, ApiVersion: version.ApiVersion };
}
function infoOf(answer, endpoint) {
    const { ApiVersion: newest, MinAPIVersion: oldest = newest } = answer;
    if (compare(newest, supported.oldest) < 0 || compare(oldest, supported.newest) > 0) {
        throw new Fault("ENGINE_UNSUPPORTED", `The engine at ${endpoint} (version ${answer.Version}) speaks API ${oldest} to ${newest}; this release speaks ${supported.oldest} to ${supported.newest}`, compare(oldest, supported.newest) > 0
            ? { hint: "Use a newer release of Docker MCP Manager." }
            : {});
    }
    return {
        kind: answer.Components?.some(({ Name }) => /podman/i.test(Name)) ? "podman" : "docker",
        version: answer.Version,
        apiVersion: compare(newest, supported.newest) < 0 ? newest : supported.newest,
        os: answer.Os,
        arch: answer.Arch,
        endpoint,
    };
}
function compare(a, b) {
    const [majorA = 0, minorA = 0] = a.split(".").map(Number);
    const [majorB = 0, minorB = 0] = b.split(".").map(Number);
    return majorA - majorB || minorA - minorB;
}

;// CONCATENATED MODULE: ./build/engine/object-store.js







/**
 * The same listing and removal over plain `node:http`, at the engine's own API version.
 *
 * For a process that must be small and must not need any file once it runs (the reaper); does not connect yet.
 */
function openObjectStore(environment) {
    const endpoints = endpointsOf(environment);
    async function json(call) {
        let last;
        for (const endpoint of endpoints) {
            try {
                return await askAt(endpoint, call);
            }
            catch (error) {
                last = error;
                if (!(error instanceof Fault) ||
                    !["ENGINE_NOT_RUNNING", "ENGINE_PERMISSION_DENIED"].includes(error.code)) {
                    throw error;
                }
            }
        }
        throw last;
    }
    return {
        listLabelled: (labels) => listLabelled({ json }, labels),
        removeObject: (object) => removeObject({ json }, object),
    };
}
async function askAt(endpoint, call) {
    const where = endpointText(endpoint);
    const deadlineMs = call.deadlineMs ?? 30_000;
    const abort = new AbortController();
    try {
        return await within(exchange(endpoint, call, abort.signal), deadlineMs, () => new Fault("ENGINE_UNRESPONSIVE", `${call.doing}: ${where} did not answer within ${deadlineMs / 1000} s`));
    }
    catch (error) {
        abort.abort();
        throw engineFault(error, call.doing, where);
    }
}
function exchange(endpoint, call, signal) {
    return new Promise((resolve, reject) => {
        const send = endpoint.kind === "tcp" && endpoint.tls ? secureRequest : request;
        const query = new URLSearchParams(call.query);
        const outgoing = send({
            ...socketOptions(endpoint),
            method: call.method,
            path: `${call.path}?${query.toString()}`,
            agent: false,
            signal,
        }, (response) => {
            const chunks = [];
            response.on("data", (chunk) => chunks.push(chunk));
            response.once("error", reject);
            response.once("end", () => {
                const text = Buffer.concat(chunks).toString();
                const statusCode = response.statusCode ?? 0;
                if (statusCode >= 200 && statusCode < 300) {
                    resolve(text === "" ? undefined : JSON.parse(text));
                }
                else {
                    reject(Object.assign(new Error(`HTTP ${statusCode}: ${text.trim()}`), { statusCode }));
                }
            });
        });
        outgoing.once("error", reject);
        outgoing.end();
    });
}

;// CONCATENATED MODULE: ./build/engine/index.js
// The engine: everything that knows the Docker Engine API. Connects, negotiates a version and puts every call under a
// deadline; the only room that loads dockerode.




;// CONCATENATED MODULE: ./build/action/run-post.js













/** Time for the manager to finish by itself; what is left then is removed by label. */
const askMs = 5_000;
/** The end of the job: ends the manager, removes everything, and reports what main could not. Never rejects. */
async function runPost(own) {
    const log = createJobLog(own.write, () => randomBytes(16).toString("hex"));
    const problems = [];
    try {
        const found = findState(own.environment["STATE_runId"], own.environment["RUNNER_TEMP"], own.userId);
        if (found.kind === "found") {
            await endRun(found.state, found.stateDir, own, log, problems);
        }
        else if (found.kind === "unusable") {
            await endUnknownRun(found, own, log, problems);
        }
    }
    catch (error) {
        problems.push(asFault(error).message);
    }
    await annotate(problems.map(warning)).catch(() => undefined);
}
async function endRun(state, stateDir, own, log, problems) {
    const ending = await endManager(state, stateDir, own.version, askMs, own.clock);
    if (ending !== "already-gone" && ending !== "shut-down") {
        log.say(`The manager did not end by itself; it was ${ending}.`);
    }
    if (state.pid === null) {
        // Main was killed in the instant of the start: the manager may live all the same.
        await endProcessesOf(stateDir, own.clock);
    }
    await sweepEngine({ runId: state.runId }, own, log, problems);
    let uploaded = state.published && state.upload;
    if (!state.published) {
        const { report, upload, warnings } = await publish({
            state,
            stateDir,
            environment: own.environment,
        });
        problems.push(...warnings);
        uploaded = upload?.zip !== undefined;
        if (report !== undefined) {
            log.foreign(terminalReport(report));
        }
    }
    removeState(stateDir, uploaded, problems);
}
/** There is no state to go by: what still runs out of the run's folder is ended, and its containers removed. */
async function endUnknownRun(found, own, log, problems) {
    problems.push(`What the step left behind cannot be used: ${found.reason}.`);
    if (found.stateDir === undefined || found.runId === undefined) {
        // A saved id that nothing proves may be anyone's: only what no living manager owns is removed.
        await sweepEngine({ stale: { nowMs: own.clock.nowMs() } }, own, log, problems);
        return;
    }
    await endProcessesOf(found.stateDir, own.clock);
    await sweepEngine({ runId: found.runId }, own, log, problems);
    removeState(found.stateDir, false, problems);
}
async function sweepEngine(what, own, log, problems) {
    try {
        const engine = await connectEngine({ environment: own.environment, clock: own.clock });
        try {
            const { removed, left } = await sweep(engine, what);
            if (removed > 0) {
                log.say(`Removed ${removed} objects of the run from the engine.`);
            }
            if (left > 0) {
                problems.push(`${left} objects of the run could not be removed from the engine.`);
            }
        }
        finally {
            engine.close();
        }
    }
    catch (error) {
        // Without an engine there is nothing to remove; main has said that there is none.
        log.say(`The engine was not asked for leftovers: ${asFault(error).message}`);
    }
}
/** The token goes in any case. Reports that were not uploaded stay until the runner empties its folder. */
function removeState(stateDir, uploaded, problems) {
    const gone = uploaded
        ? [stateDir]
        : ["state.json", "boot.json", "staging"].map((name) => join(stateDir, name));
    try {
        for (const path of gone) {
            rmSync(path, { recursive: true, force: true });
        }
    }
    catch (error) {
        problems.push(asFault(error).message);
    }
}

;// CONCATENATED MODULE: ./build/action/index.js







/***/ }),

/***/ 75859:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y: () => (/* binding */ tools)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 2 modules
var schemas = __webpack_require__(88343);
// EXTERNAL MODULE: ./build/config/index.js + 23 modules
var config = __webpack_require__(10826);
// EXTERNAL MODULE: ./build/fault/index.js + 2 modules
var fault = __webpack_require__(82519);
;// CONCATENATED MODULE: ./build/api/tool.js
/** Ties a tool's schemas to its operation, so that both directions are typed. */
function defineTool(definition) {
    const { run, ...described } = definition;
    return {
        ...described,
        call: (operations, input, context) => run(operations, definition.input.parse(input), context),
    };
}

;// CONCATENATED MODULE: ./build/api/views.js

/** The shapes tools answer with: the operations' views in the snake_case of the tool arguments. */
const serverView = schemas/* object */.Ikc({
    server_name: schemas/* string */.YjP(),
    server_type: schemas/* string */.YjP(),
    status: schemas/* string */.YjP(),
    reason: schemas/* string */.YjP().nullable(),
    image: schemas/* string */.YjP().nullable(),
    container_id: schemas/* string */.YjP().nullable(),
    revision: schemas/* string */.YjP().nullable().describe("MCP revision negotiated."),
    ready_ms: schemas/* number */.aig().nullable().describe("From start to the first MCP answer."),
    started_at: schemas/* string */.YjP().nullable().describe("ISO 8601, UTC."),
    exit_code: schemas/* number */.aig().nullable(),
    cpu_percent: schemas/* number */.aig().nullable().describe("Share of one core at the last sample."),
    memory_bytes: schemas/* number */.aig().nullable().describe("Working set at the last sample."),
    tools: schemas/* array */.YOg(schemas/* string */.YjP()),
});
function viewServer(server) {
    return {
        server_name: server.name,
        server_type: server.serverType,
        status: server.state,
        reason: server.reason,
        image: server.image,
        container_id: server.containerId,
        revision: server.revision,
        ready_ms: server.readyMs,
        started_at: server.startedAtMs === null ? null : isoTime(server.startedAtMs),
        exit_code: server.exitCode,
        cpu_percent: server.cpuPercent,
        memory_bytes: server.memoryBytes,
        tools: [...server.tools],
    };
}
const logLine = schemas/* object */.Ikc({ at: schemas/* string */.YjP(), stream: schemas/* string */.YjP(), text: schemas/* string */.YjP() });
function viewLogLine(line) {
    return { at: isoTime(line.atMs), stream: line.stream, text: line.text };
}
const runSummary = schemas/* object */.Ikc({
    run_id: schemas/* string */.YjP(),
    outcome: schemas/* enum */.k5n(["passed", "failed", "broken", "skipped"]),
    exit_code: schemas/* number */.aig(),
    passed: schemas/* number */.aig(),
    failed: schemas/* number */.aig(),
    broken: schemas/* number */.aig(),
    skipped: schemas/* number */.aig(),
    findings: schemas/* number */.aig(),
    record_path: schemas/* string */.YjP(),
    fault: schemas/* object */.Ikc({
        code: schemas/* string */.YjP(),
        message: schemas/* string */.YjP(),
        hint: schemas/* string */.YjP(),
        problems: schemas/* array */.YOg(schemas/* object */.Ikc({
            file: schemas/* string */.YjP(),
            line: schemas/* number */.aig(),
            column: schemas/* number */.aig(),
            message: schemas/* string */.YjP(),
            hint: schemas/* string */.YjP().optional(),
        })),
    })
        .nullable()
        .describe("Set when the run as a whole could not be done."),
});
function viewRun(summary) {
    return {
        run_id: summary.runId,
        outcome: summary.outcome,
        exit_code: summary.exitCode,
        passed: summary.passed,
        failed: summary.failed,
        broken: summary.broken,
        skipped: summary.skipped,
        findings: summary.findings,
        record_path: summary.recordPath,
        fault: summary.fault === null ? null : { ...summary.fault, problems: [...summary.fault.problems] },
    };
}
function isoTime(atMs) {
    return new Date(atMs).toISOString();
}

;// CONCATENATED MODULE: ./build/api/tools.js





const serverName = schemas/* string */.YjP()
    .min(1)
    .max(63)
    .describe("Name of the server, unique in this manager.");
const createServer = defineTool({
    name: "docker_create_server",
    title: "Create a server",
    description: "Builds or fetches the image, starts the container and waits until the server answers over MCP.",
    input: schemas/* strictObject */.rej({
        server_type: schemas/* string */.YjP().min(1).describe("Template, for example npm, dockerfile or image."),
        server_name: serverName,
        env_vars: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).default({}).describe("Environment of the server."),
        volumes: schemas/* array */.YOg(schemas/* strictObject */.rej({
            host_path: schemas/* string */.YjP().min(1).describe("Inside the workspace; must exist."),
            container_path: schemas/* string */.YjP().min(1),
            read_only: schemas/* boolean */.zMY().default(true),
        }))
            .default([]),
        parameters: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig(), schemas/* boolean */.zMY()]))
            .default({})
            .describe("Parameters of the template; `with` in a run file."),
    }),
    output: serverView,
    annotations: { readOnlyHint: false, destructiveHint: false, openWorldHint: true },
    run: async (operations, input, context) => viewServer(await operations.createServer({
        serverType: input.server_type,
        serverName: input.server_name,
        envVars: input.env_vars,
        volumes: input.volumes.map((volume) => ({
            hostPath: volume.host_path,
            containerPath: volume.container_path,
            readOnly: volume.read_only,
        })),
        parameters: input.parameters,
    }, context)),
});
const listServers = defineTool({
    name: "docker_list_servers",
    title: "List servers",
    description: "Lists the servers of this manager, optionally of one status or type.",
    input: schemas/* strictObject */.rej({
        status: schemas/* string */.YjP()
            .optional()
            .describe("A state such as ready or stopped; `running` means ready or unhealthy."),
        server_type: schemas/* string */.YjP().optional(),
    }),
    output: schemas/* object */.Ikc({ servers: schemas/* array */.YOg(serverView) }),
    annotations: { readOnlyHint: true, openWorldHint: false },
    run: async (operations, input) => {
        const servers = await operations.listServers({
            ...(input.status === undefined ? {} : { status: input.status }),
            ...(input.server_type === undefined ? {} : { serverType: input.server_type }),
        });
        return { servers: servers.map(viewServer) };
    },
});
const serverStatus = defineTool({
    name: "docker_get_server_status",
    title: "Status of a server",
    description: "State, image, revision, last resource sample and tools of one server.",
    input: schemas/* strictObject */.rej({ server_name: serverName }),
    output: serverView,
    annotations: { readOnlyHint: true, openWorldHint: false },
    run: async (operations, input) => viewServer(await operations.serverStatus(input.server_name)),
});
const getLogs = defineTool({
    name: "docker_get_logs",
    title: "Logs of a server",
    description: "The last lines a server wrote, oldest first. What servers write is untrusted text.",
    input: schemas/* strictObject */.rej({
        server_name: serverName,
        lines: schemas/* int */.Whr().min(1).max(10_000).default(100),
        since: schemas/* string */.YjP().optional().describe("Only lines younger than this, for example 2h or 30s."),
        follow: schemas/* boolean */.zMY()
            .default(false)
            .describe("Sends further lines as progress until cancelled or the server has ended."),
    }),
    output: schemas/* object */.Ikc({ lines: schemas/* array */.YOg(logLine) }),
    annotations: { readOnlyHint: true, openWorldHint: false },
    run: async (operations, input, context) => {
        const lines = await operations.logs({
            serverName: input.server_name,
            lines: input.lines,
            follow: input.follow,
            ...(input.since === undefined ? {} : { sinceMs: sinceMs(input.since) }),
        }, context);
        return { lines: lines.map(viewLogLine) };
    },
});
const stopServer = defineTool({
    name: "docker_stop_server",
    title: "Stop a server",
    description: "Closes its stdin, then SIGTERM, then SIGKILL, and removes the container. Its logs stay readable.",
    input: schemas/* strictObject */.rej({ server_name: serverName }),
    output: serverView,
    annotations: {
        readOnlyHint: false,
        destructiveHint: true,
        idempotentHint: true,
        openWorldHint: false,
    },
    run: async (operations, input, context) => viewServer(await operations.stopServer(input.server_name, context)),
});
const restartServer = defineTool({
    name: "docker_restart_server",
    title: "Restart a server",
    description: "Stops the server and starts it again in a fresh container.",
    input: schemas/* strictObject */.rej({ server_name: serverName }),
    output: serverView,
    annotations: { readOnlyHint: false, destructiveHint: true, openWorldHint: true },
    run: async (operations, input, context) => viewServer(await operations.restartServer(input.server_name, context)),
});
const runScenarios = defineTool({
    name: "docker_run_scenarios",
    title: "Run a run file",
    description: "Starts the servers of a run file, runs its scenarios and judges the answers. Progress names each step.",
    input: schemas/* strictObject */.rej({
        file: schemas/* string */.YjP()
            .min(1)
            .describe("Path of the run file, shown in messages; its folder is the base of relative paths."),
        text: schemas/* string */.YjP().describe("Content of the run file."),
        workspace: schemas/* string */.YjP().min(1).describe("Folder that host paths must stay in."),
        variables: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).default({}).describe("Values for ${NAME}."),
        secrets: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP())
            .default({})
            .describe("Values of the names in `secrets:` lists."),
        only: schemas/* array */.YOg(schemas/* string */.YjP())
            .default([])
            .describe("Names of scenarios to run; all when empty. `*` matches any text."),
        timeout_ms: schemas/* number */.aig()
            .positive()
            .optional()
            .describe("Time for the whole run; default is the run file's."),
        keep_running: schemas/* boolean */.zMY().default(false).describe("Leaves the servers up afterwards."),
    }),
    output: runSummary,
    annotations: { readOnlyHint: false, destructiveHint: false, openWorldHint: true },
    run: async (operations, input, context) => viewRun(await operations.runScenarios({
        file: input.file,
        text: input.text,
        workspace: input.workspace,
        variables: input.variables,
        secrets: input.secrets,
        only: input.only,
        keepRunning: input.keep_running,
        ...(input.timeout_ms === undefined ? {} : { timeoutMs: input.timeout_ms }),
    }, context)),
});
const shutdown = defineTool({
    name: "docker_shutdown",
    title: "Shut down",
    description: "Stops and removes everything this manager made, closes the record and ends the manager.",
    input: schemas/* strictObject */.rej({}),
    output: schemas/* object */.Ikc({ removed: schemas/* number */.aig(), left: schemas/* number */.aig() }),
    annotations: {
        readOnlyHint: false,
        destructiveHint: true,
        idempotentHint: true,
        openWorldHint: false,
    },
    run: async (operations, _input, context) => operations.shutdown(context),
});
/** Every tool of the manager. */
const tools = [
    createServer,
    listServers,
    serverStatus,
    getLogs,
    stopServer,
    restartServer,
    runScenarios,
    shutdown,
];
function sinceMs(text) {
    const ms = (0,config/* parseDurationMs */.yi)(text);
    if (ms === undefined) {
        throw new fault/* Fault */.vC("USAGE", `since: "${text}" is not a duration; write for example 30s or 2h.`);
    }
    return ms;
}


/***/ }),

/***/ 10826:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  hK: () => (/* reexport */ findRunFile),
  gK: () => (/* reexport */ neededValues),
  yi: () => (/* reexport */ parseDurationMs)
});

// UNUSED EXPORTS: captureReference, capturesIn, checks, defaultRunFiles, describeStep, jsonSchema, loadRunFile, mentionedNames, parseSizeBytes, predicateNames, referencePage, resolveInside, runFile, server

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 2 modules
var schemas = __webpack_require__(88343);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/core.js
var core = __webpack_require__(88532);
;// CONCATENATED MODULE: ./build/config/captures.js
/** One `{{ name }}` in a step's text. Braces around anything but a name are left alone. */
const captureReference = /\{\{\s*([A-Za-z_]\w*)\s*\}\}/g;
/** Names of the captures that `text` asks for. */
function captures_capturesIn(text) {
    return Array.from(text.matchAll(captureReference), ([, name]) => name ?? "");
}

;// CONCATENATED MODULE: ./build/config/units.js

const durationUnitsMs = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 };
const sizeUnits = {
    B: 1,
    KB: 1e3,
    MB: 1e6,
    GB: 1e9,
    KiB: 2 ** 10,
    MiB: 2 ** 20,
    GiB: 2 ** 30,
};
const durationPattern = /^(\d+(?:\.\d+)?)\s*(ms|s|m|h|d)$/;
const sizePattern = /^(\d+(?:\.\d+)?)\s*(B|KB|MB|GB|KiB|MiB|GiB)$/;
/** Node fires timers longer than this at once, so no duration may exceed it. */
const longestTimerMs = 2 ** 31 - 1;
/** Milliseconds for text such as `500ms`, `30s`, `2m`, `1.5h`; undefined when it is none. */
function parseDurationMs(text) {
    const match = durationPattern.exec(text);
    const unit = match?.[2];
    // To the microsecond: 1.1 × 1000 is 1100.0000000000002.
    return match && unit
        ? Math.round(Number(match[1]) * durationUnitsMs[unit] * 1_000) / 1_000
        : undefined;
}
/** Bytes for text such as `512MiB`, `64 KB`; undefined when it is none. */
function parseSizeBytes(text) {
    const match = sizePattern.exec(text);
    const unit = match?.[2];
    return match && unit ? Math.round(Number(match[1]) * sizeUnits[unit]) : undefined;
}
/** A schema for durations within [min, max]; the parsed value is milliseconds. */
function duration(minMs = 1, maxMs = longestTimerMs) {
    const range = `${showDuration(minMs)} to ${showDuration(maxMs)}`;
    return schemas/* string */.YjP()
        .regex(durationPattern, `is not a duration from ${range}; write for example 500ms, 30s or 2m`)
        .transform((text, context) => {
        const ms = parseDurationMs(text) ?? Number.NaN;
        if (!(ms >= minMs && ms <= maxMs)) {
            context.addIssue(`is out of range; allowed are ${range}`);
            return core/* NEVER */.tm;
        }
        return ms;
    })
        .meta({ title: `duration from ${range}, such as 30s` });
}
/** A schema for sizes within [min, max]; the parsed value is bytes. */
function size(minBytes, maxBytes) {
    const range = `${showSize(minBytes)} to ${showSize(maxBytes)}`;
    return schemas/* string */.YjP()
        .regex(sizePattern, `is not a size from ${range}; write for example 512MiB`)
        .transform((text, context) => {
        const bytes = parseSizeBytes(text) ?? Number.NaN;
        if (!(bytes >= minBytes && bytes <= maxBytes)) {
            context.addIssue(`is out of range; allowed are ${range}`);
            return core/* NEVER */.tm;
        }
        return bytes;
    })
        .meta({ title: `size from ${range}, such as 512MiB` });
}
function showDuration(ms) {
    return show(ms, durationUnitsMs);
}
function showSize(bytes) {
    return show(bytes, { B: 1, KiB: 2 ** 10, MiB: 2 ** 20, GiB: 2 ** 30 });
}
function show(amount, units) {
    const whole = Object.entries(units).findLast(([, value]) => amount % value === 0);
    return whole ? `${amount / whole[1]}${whole[0]}` : String(amount);
}

;// CONCATENATED MODULE: ./build/config/scenario.js



const scenario_predicateNames = (/* unused pure expression or super */ null && (["equals", "contains", "matches", "above", "below"]));
const listKinds = ["tools", "resources", "resource_templates", "prompts"];
/** A number, a duration read as milliseconds, or a size read as bytes, for `above` and `below`. */
const bound = schemas/* union */.KCZ([
    schemas/* number */.aig(),
    schemas/* string */.YjP().transform((written, context) => {
        const amount = parseDurationMs(written) ?? parseSizeBytes(written);
        if (amount === undefined) {
            context.addIssue("is neither a number, nor a duration such as 500ms, nor a size such as 64KiB");
            return core/* NEVER */.tm;
        }
        return amount;
    }),
]);
const pattern = schemas/* string */.YjP().transform((source, context) => {
    try {
        // Captures are filled in later; any letter stands for them here.
        new RegExp(source.replace(captureReference, "x"), "u");
        return source;
    }
    catch {
        // The engine's own message repeats the pattern, which may have been filled in.
        context.addIssue("is not a regular expression of ECMAScript with the flag u");
        return core/* NEVER */.tm;
    }
});
const predicates = schemas/* strictObject */.rej({
    equals: schemas/* json */.Pq9().optional().describe("Deeply equal; numbers and strings are never mixed."),
    contains: schemas/* json */.Pq9().optional().describe("Substring of a string, or an element of an array."),
    matches: pattern
        .optional()
        .describe("Regular expression (ECMAScript, flag u) found anywhere in the text.")
        .meta({ examples: ["^Echo: \\w+$"] }),
    above: bound
        .optional()
        .describe("Strictly greater; 500ms is read as milliseconds, 64KiB as bytes.")
        .meta({ examples: [0] }),
    below: bound
        .optional()
        .describe("Strictly less; 500ms is read as milliseconds, 64KiB as bytes.")
        .meta({ examples: ["500ms"] }),
})
    .refine((value) => Object.keys(value).length > 0, "needs at least one predicate")
    .describe("Predicates; all of them must hold.");
/** A place's predicates, or a bare value meaning `equals`. */
const judged = schemas/* union */.KCZ([predicates, schemas/* string */.YjP(), schemas/* number */.aig(), schemas/* boolean */.zMY(), schemas/* null */.chJ()]);
const scenario_places = {
    text: "All text blocks of the result, joined by newlines.",
    is_error: "Whether the tool result carries isError.",
    error: "Whether the answer is a JSON-RPC error (true or false), or its code and message.",
    "error.code": "Code of the JSON-RPC error.",
    "error.message": "Message of the JSON-RPC error.",
    structured: "structuredContent of the result.",
    duration: "Time from sending the request to its answer, in milliseconds.",
    bytes: "Size of the answer on the wire, in bytes.",
};
const jsonPath = schemas/* string */.YjP()
    .regex(/^\$/, "is not a JSONPath; JSONPath begins with $, for example $.content[0].text");
const scenario_expect = schemas/* object */.Ikc(
// Object.fromEntries forgets the keys; they are those of the table.
Object.fromEntries(Object.entries(scenario_places).map(([key, about]) => [key, judged.optional().describe(about)])))
    .extend({
    error: schemas/* union */.KCZ([
        schemas/* boolean */.zMY(),
        schemas/* strictObject */.rej({
            code: judged.optional().describe(scenario_places["error.code"]),
            message: judged.optional().describe(scenario_places["error.message"]),
        })
            .refine((value) => Object.keys(value).length > 0, "needs code or message"),
    ])
        .optional()
        .describe(scenario_places.error),
})
    .catchall(judged)
    .describe("Where to look in the answer, and what must hold there. Keys beginning with $ are JSONPath (RFC 9535) into the result.")
    .meta({ examples: [{ text: { contains: "hello" }, duration: { below: "500ms" } }] });
/** Must be a declared one, so it needs no pattern of its own. */
const serverName = schemas/* string */.YjP();
const scenario_step = schemas/* strictObject */.rej({
    name: schemas/* string */.YjP()
        .min(1)
        .max(200)
        .optional()
        .describe("Shown in reports; default is verb and target."),
    server: serverName
        .optional()
        .describe("Server of this step; default is the scenario's, then the only server."),
    call: schemas/* string */.YjP().min(1).optional().describe("Calls the tool of this name."),
    list: schemas/* enum */.k5n(listKinds).optional().describe("Lists all pages of the kind."),
    ping: schemas/* union */.KCZ([schemas/* literal */.euz(true), schemas/* null */.chJ()])
        .optional()
        .describe("Sends a ping (legacy) or server/discover (modern)."),
    with: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* json */.Pq9())
        .optional()
        .describe("Arguments of the call; {{ name }} is filled in from captures.")
        .meta({ examples: [{ message: "hello" }] }),
    expect: scenario_expect.optional(),
    capture: schemas/* record */.g1P(schemas/* string */.YjP().regex(/^[A-Za-z_]\w*$/, "must be a name of letters, digits and _"), jsonPath)
        .default({})
        .describe("Keeps values of the result for later steps: name → JSONPath.")
        .meta({ examples: [{ sum: "$.content[0].text" }] }),
    timeout: duration(1, 3_600_000).prefault("30s").describe("Time for the answer."),
})
    .describe("One action against a server. Exactly one verb: call, list or ping.");
const scenario = schemas/* strictObject */.rej({
    name: schemas/* string */.YjP().min(1).max(200).describe("Shown in reports; unique."),
    server: serverName
        .optional()
        .describe("Server of the steps that name none; default is the only server."),
    steps: schemas/* array */.YOg(scenario_step)
        .min(1, "needs at least one step: nothing would be tested")
        .describe("Done in order; the first one that does not pass ends the scenario."),
})
    .describe("An ordered list of steps.");

;// CONCATENATED MODULE: ./build/config/expectations.js

/** A step's expectations one by one, in the order written; a bare value is `equals`. `locate` takes a path below `expect`. */
function expectations_expectationsOf(spec, locate) {
    const found = Object.entries(spec ?? {}).flatMap(([key, value]) => {
        if (key === "error" && typeof value === "object" && value !== null) {
            return Object.entries(value).flatMap(([part, judged]) => predicatesOf(`error.${part}`, judged, [key, part], locate));
        }
        // `error` with code and message was taken above; everything else is judged as it is.
        return predicatesOf(key, value, [key], locate);
    });
    // The schema gives known places first, whatever the order they were written in.
    return found.toSorted((a, b) => a.at.line - b.at.line || a.at.column - b.at.column);
}
function predicatesOf(place, judged, path, locate) {
    if (judged === undefined) {
        return [];
    }
    if (typeof judged !== "object" || judged === null) {
        return [{ place, predicate: "equals", expected: judged, at: locate(path) }];
    }
    return predicateNames.flatMap((predicate) => judged[predicate] === undefined
        ? []
        : [{ place, predicate, expected: judged[predicate], at: locate([...path, predicate]) }]);
}
/** A step's name in reports: its own, or verb and target. */
function expectations_describeStep(step) {
    if (step.name !== undefined) {
        return step.name;
    }
    if (step.call !== undefined) {
        return `call ${step.call}`;
    }
    return step.list === undefined ? "ping" : `list ${step.list}`;
}

;// CONCATENATED MODULE: ./build/config/names.js
/** Names the runner keeps for itself: never filled in from the environment, never a server's secret. */
const runnerPrefixes = ["ACTIONS_", "INPUT_"];
/** Whether `${NAME}` may be filled in from the environment; what may not must come as a variable. */
function names_mayComeFromEnvironment(name) {
    return name !== "GITHUB_TOKEN" && mayBeSecret(name);
}
/** Whether `secrets:` may name it. GITHUB_TOKEN may: naming it there is the explicit wish. */
function mayBeSecret(name) {
    return !runnerPrefixes.some((prefix) => name.toUpperCase().startsWith(prefix));
}

;// CONCATENATED MODULE: ./build/config/server.js



/** Names of servers and templates: safe in labels, file names and DNS. */
const server_name = schemas/* string */.YjP()
    .regex(/^[a-z0-9][a-z0-9_-]{0,62}$/, "must be 1 to 63 characters of a-z, 0-9, - and _, and begin with a letter or digit");
/** Whether a server or template could be called so. */
function server_isName(text) {
    return server_name.safeParse(text).success;
}
const environmentName = schemas/* string */.YjP()
    .regex(/^[A-Za-z_][A-Za-z0-9_]{0,254}$/, "must be a name of letters, digits and _, not starting with a digit");
/** A NUL would end the value inside the container. */
const noNul = schemas/* string */.YjP().regex(/^[^\0]*$/, "must not contain a NUL character");
const scalar = schemas/* union */.KCZ([noNul, schemas/* number */.aig(), schemas/* boolean */.zMY()]);
const server_text = scalar.transform(String);
const imageReference = schemas/* string */.YjP()
    .max(512)
    .regex(/^(?:[a-zA-Z0-9]+(?:[._-][a-zA-Z0-9]+)*(?::\d+)?\/)?[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*(?:\/[a-z0-9]+(?:(?:\.|_|__|-+)[a-z0-9]+)*)*(?::\w[\w.-]{0,127})?(?:@sha256:[0-9a-f]{64})?$/, "is not an image reference; write for example alpine:3.20 or name@sha256:<64 hex digits>");
const build = schemas/* strictObject */.rej({
    context: schemas/* string */.YjP()
        .min(1)
        .default(".")
        .describe("Folder sent to the engine, relative to the run file, inside the workspace."),
    dockerfile: schemas/* string */.YjP()
        .min(1)
        .default("Dockerfile")
        .describe("Dockerfile, relative to the context and inside it."),
    target: schemas/* string */.YjP().min(1).optional().describe("Stage to build; default is the last."),
    args: schemas/* record */.g1P(environmentName, server_text).default({}).describe("Build arguments."),
})
    .describe("Builds the image from a Dockerfile in the repository.");
const volume = schemas/* strictObject */.rej({
    host_path: noNul
        .min(1)
        .describe("Folder or file inside the workspace, relative to the run file. It must exist."),
    container_path: noNul
        .regex(/^\/(?!\/*$)(?!(?:.*\/)?\.\.?(?:\/|$))/, "must be an absolute path other than /, without . and .. in it")
        .describe("Where the server sees it; an absolute path other than /."),
    read_only: schemas/* boolean */.zMY().default(true).describe("Whether the server is kept from writing to it."),
})
    .describe("A host folder or file the server sees.");
const limits = schemas/* strictObject */.rej({
    cpus: schemas/* number */.aig().min(0.01).max(512).default(1).describe("Cores, fractions allowed."),
    memory: size(6 * 2 ** 20, 2 ** 40)
        .prefault("512MiB")
        .describe("Memory; swap is off. The engine's minimum is 6MiB."),
    pids: schemas/* int */.Whr().min(1).max(100_000).default(128).describe("Processes and threads."),
})
    .describe("Resource limits of the container.");
const checks = {
    stdout_purity: "stdout carries protocol messages only.",
    protocol: "Every message is a JSON-RPC 2.0 message with an id that was asked for, answered once.",
    exit_on_eof: "The server ends when its stdin is closed.",
    exit_on_sigterm: "The server ends on SIGTERM.",
    result_schema: "A tool result has the shape the specification demands.",
};
const server_server = schemas/* strictObject */.rej({
    template: server_name
        .optional()
        .describe("A template: how to build and start this kind of server.")
        .meta({ examples: ["npm"] }),
    with: schemas/* record */.g1P(schemas/* string */.YjP(), scalar)
        .default({})
        .describe("Parameters of the template; its README lists them.")
        .meta({ examples: [{ package: "@modelcontextprotocol/server-everything" }] }),
    image: imageReference
        .optional()
        .describe("An image that exists or can be pulled.")
        .meta({ examples: ["alpine:3.20"] }),
    build: schemas/* union */.KCZ([
        schemas/* string */.YjP()
            .min(1)
            .transform((context) => build.parse({ context })),
        build,
    ])
        .optional()
        .describe("Builds the image from a Dockerfile; a text is the context.")
        .meta({ examples: ["./server"] }),
    command: schemas/* array */.YOg(noNul)
        .min(1)
        .optional()
        .describe("Program and arguments; replaces what the template or image starts.")
        .meta({ examples: [["node", "server.js"]] }),
    args: schemas/* array */.YOg(server_text)
        .default([])
        .describe("Arguments added to the template's or image's own.")
        .meta({ examples: [["--verbose", 8]] }),
    transport: schemas/* literal */.euz("stdio").default("stdio").describe("How the server is spoken to."),
    protocol: schemas/* enum */.k5n(["auto", "legacy", "modern"])
        .default("auto")
        .describe("legacy: revisions up to 2025-11-25; modern: 2026-07-28; auto: found out."),
    env: schemas/* record */.g1P(environmentName, server_text)
        .default({})
        .describe("Environment of the server.")
        .meta({ examples: [{ LOG_LEVEL: "debug" }] }),
    secrets: schemas/* array */.YOg(environmentName.refine(mayBeSecret, "is never handed to a server: ACTIONS_* and INPUT_* belong to the runner"))
        .default([])
        .describe("Environment variables handed on by name; their values are masked everywhere.")
        .meta({ examples: [["API_KEY"]] }),
    volumes: schemas/* array */.YOg(volume)
        .default([])
        .describe("Host folders and files the server sees.")
        .meta({ examples: [[{ host_path: "./data", container_path: "/data" }]] }),
    network: schemas/* strictObject */.rej({
        egress: schemas/* enum */.k5n(["none", "full"])
            .default("none")
            .describe("none: no network at all; full: everything."),
    })
        .prefault({})
        .describe("What the server may reach."),
    limits: limits.prefault({}),
    ready: schemas/* strictObject */.rej({
        timeout: duration(100, 3_600_000)
            .prefault("30s")
            .describe("Time from start to the first MCP answer."),
    })
        .prefault({})
        .describe("When the server counts as ready."),
    stop: schemas/* strictObject */.rej({
        eof: duration(0, 600_000)
            .prefault("5s")
            .describe("Time to end by itself after stdin is closed; 0s skips this."),
        sigterm: duration(0, 600_000)
            .prefault("5s")
            .describe("Time to end after SIGTERM, before SIGKILL; 0s skips this."),
    })
        .prefault({})
        .describe("The stop ladder: close stdin, then SIGTERM, then SIGKILL."),
    max_message: size(1024, 2 ** 30)
        .prefault("64MiB")
        .describe("Longest message accepted from the server."),
    checks: schemas/* strictObject */.rej(
    // Object.fromEntries forgets the keys; they are those of the table.
    Object.fromEntries(Object.entries(checks).map(([key, about]) => [
        key,
        schemas/* boolean */.zMY().default(true).describe(about),
    ])))
        .prefault({})
        .describe("Checks made without being asked; each can be switched off."),
})
    .describe("An MCP server: exactly one of template, image or build says what runs.");

;// CONCATENATED MODULE: ./build/config/run-file.js




const maxServers = 100;
const run_file_runFile = schemas/* strictObject */.rej({
    version: schemas/* literal */.euz(1).describe("Version of this format."),
    name: schemas/* string */.YjP().min(1).max(200).optional().describe("Title of the run in reports."),
    timeout: duration(1_000, 86_400_000).prefault("15m").describe("Time for the whole run."),
    servers: schemas/* record */.g1P(server_name, server_server)
        .refine((servers) => Object.keys(servers).length > 0, "needs at least one server: nothing would be tested")
        .refine((servers) => Object.keys(servers).length <= maxServers, `has more than ${maxServers} servers`)
        .describe("The MCP servers, by name."),
    scenarios: schemas/* array */.YOg(scenario)
        .min(1, "needs at least one scenario: nothing would be tested")
        .max(10_000)
        .describe("What is done with them."),
})
    .describe("A run file of Docker MCP Manager.");

;// CONCATENATED MODULE: ./build/config/json-schema.js




const id = "https://docker-mcp-manager.github.io/mcp-manager.schema.json";
/** JSON Schema (draft 2020-12) of the run file as it is written, for editors. */
function json_schema_jsonSchema() {
    const schema = z.toJSONSchema(runFile, {
        io: "input",
        target: "draft-2020-12",
        override: ({ zodSchema, jsonSchema: node }) => {
            if (zodSchema === server) {
                node.oneOf = json_schema_serverKinds.map((key) => ({ required: [key] }));
            }
            else if (zodSchema === step) {
                node.oneOf = json_schema_verbs.map((key) => ({ required: [key] }));
            }
            else if (zodSchema === expect && node.additionalProperties !== false) {
                node.patternProperties = { "^\\$": node.additionalProperties ?? true };
                node.additionalProperties = false;
            }
        },
    });
    // The generator's type is wider than what our schemas make of it.
    const { $schema, ...rest } = schema;
    return { $schema, $id: id, title: "Docker MCP Manager run file", ...rest };
}
/** Exactly one of them says what a server is. */
const json_schema_serverKinds = (/* unused pure expression or super */ null && (["template", "image", "build"]));
/** Exactly one of them says what a step does. */
const json_schema_verbs = (/* unused pure expression or super */ null && (["call", "list", "ping"]));
/** What the schema says of the value at `path`; several nodes where it leaves a choice. */
function json_schema_schemaNodesAt(root, path) {
    let nodes = choices(root, root);
    for (const key of path) {
        nodes = nodes.flatMap((node) => {
            const next = typeof key === "number" ? node.items : propertyOf(node, String(key));
            return next === undefined ? [] : choices(root, next);
        });
    }
    return nodes;
}
function propertyOf(node, key) {
    if (node.properties && Object.hasOwn(node.properties, key)) {
        return node.properties[key];
    }
    const [pattern] = Object.entries(node.patternProperties ?? {});
    if (pattern && new RegExp(pattern[0], "u").test(key)) {
        return pattern[1];
    }
    return typeof node.additionalProperties === "object" ? node.additionalProperties : undefined;
}
/** The node itself, or what it refers to and chooses from; its own title and examples stay with a choice. */
function choices(root, node) {
    const target = node.$ref?.startsWith("#/$defs/")
        ? root.$defs?.[node.$ref.slice("#/$defs/".length)]
        : node;
    if (target === undefined) {
        return [];
    }
    return target.anyOf ? target.anyOf.flatMap((one) => choices(root, one)) : [target];
}

// EXTERNAL MODULE: ./build/fault/index.js + 2 modules
var fault = __webpack_require__(82519);
// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./build/config/aliases.js

/** Which node each alias means: the last one above it with that anchor, its own ancestors included. */
function aliasTargets(root) {
    const anchors = new Map();
    const targets = new Map();
    function visit(node) {
        if ((0,dist/* isAlias */.Vj)(node)) {
            const target = anchors.get(node.source);
            if (target) {
                targets.set(node, target);
            }
        }
        else if ((0,dist/* isScalar */.jn)(node) || (0,dist/* isMap */.jh)(node) || (0,dist/* isSeq */.oP)(node)) {
            if (node.anchor) {
                anchors.set(node.anchor, node);
            }
            if ((0,dist/* isMap */.jh)(node)) {
                for (const pair of node.items) {
                    visit(pair.key);
                    visit(pair.value);
                }
            }
            else if ((0,dist/* isSeq */.oP)(node)) {
                node.items.forEach(visit);
            }
        }
    }
    visit(root);
    return targets;
}

;// CONCATENATED MODULE: ./build/config/interpolate.js
const expression = /\$(?:\$|\{([^{}]*)\}|\{)/g;
const inner = /^([A-Za-z_][A-Za-z0-9_]*)(?:(:-|:\?)([^]*))?$/;
const interpolate_forms = "write ${NAME}, ${NAME:-default} or ${NAME:?message}, and $$ for a plain $";
/**
 * Fills in `${NAME}`, `${NAME:-default}`, `${NAME:?message}` and `$$`, in one pass: what was filled in is
 * not looked at again. Default and message count when the name is not set or empty.
 */
function fillIn(written, lookup) {
    const names = [];
    const problems = [];
    let nth = -1;
    let whole = false;
    const text = written.replace(expression, (match, content) => {
        nth += 1;
        if (match === "$$") {
            return "$";
        }
        const parts = content === undefined ? null : inner.exec(content);
        const name = parts?.[1];
        if (name === undefined) {
            problems.push({ nth, message: `this \${ is not understood; ${interpolate_forms}` });
            return match;
        }
        whole ||= match.length === written.length;
        names.push(name);
        const filled = valueFor(name, parts?.[2], parts?.[3] ?? "", lookup(name));
        if ("problem" in filled) {
            problems.push({ nth, message: filled.problem });
            return match;
        }
        return filled.value;
    });
    return { text, names, whole, problems };
}
/** Offsets of the expressions in `raw`, `$$` included. */
function expressionOffsets(raw) {
    return Array.from(raw.matchAll(expression), (match) => match.index);
}
/** Names in `${…}` anywhere in `raw`, whether or not the text is a valid run file. */
function namesIn(raw) {
    const names = [];
    for (const [, content] of raw.matchAll(expression)) {
        const name = content === undefined ? undefined : inner.exec(content)?.[1];
        if (name !== undefined) {
            names.push(name);
        }
    }
    return names;
}
function valueFor(name, operator, operand, found) {
    const empty = "problem" in found || found.value === "";
    if (operator === ":-" && empty) {
        return { value: operand };
    }
    if (operator === ":?" && empty) {
        return { problem: `\${${name}} is needed: ${operand.trim() || "it is not set or empty"}` };
    }
    return found;
}

;// CONCATENATED MODULE: ./build/config/scalars.js

/** The value of a scalar of the core schema, which has no other types than these. */
function plainValue(value) {
    const known = typeof value === "string" || typeof value === "number" || typeof value === "boolean";
    return known ? value : null;
}
/** What is wrong with a number that would silently become another. */
function numberProblem(value, text) {
    if (typeof value !== "number") {
        return undefined;
    }
    if (!Number.isFinite(value)) {
        return `${text} is not a number that JSON can carry; quote it to keep it as text`;
    }
    const lost = /^[-+]?\d+$|^0[xo]/.test(text) &&
        !Number.isSafeInteger(value) &&
        BigInt(text) !== BigInt(value);
    return lost
        ? `${text} cannot be held exactly as a number; quote it to keep it as text`
        : undefined;
}
/** The value that YAML's core schema gives plain text; empty text stays text. */
function typedValue(text, document) {
    const tag = document.schema.tags.find((candidate) => candidate.default === true && "test" in candidate && candidate.test?.test(text) === true);
    if (text === "" || tag === undefined || tag.collection !== undefined) {
        return text;
    }
    // Some tags give a node, some its value.
    const resolved = tag.resolve(text, () => undefined, {});
    return plainValue((0,dist/* isScalar */.jn)(resolved) ? resolved.value : resolved);
}

;// CONCATENATED MODULE: ./build/config/grow.js




/** Values after aliases are followed: a bomb of aliases ends here, whatever it would have grown to. */
const maxValues = 50_000;
/** Names that reach the prototype when an object is copied carelessly. */
const prototypeNames = new Set(["__proto__", "constructor", "prototype"]);
/**
 * Makes the tree of a document: aliases followed, `${…}` filled in. Filling in happens in the scalars of the document
 * and not in its text, so a value can never add keys, lines or comments, and every position stays exact.
 */
function grow_grow(document, source, lookup) {
    const findings = [];
    const names = new Set();
    const replacements = new Map();
    const targets = aliasTargets(document.contents);
    const open = new Set();
    let values = 0;
    function visit(node) {
        const offset = node?.range?.[0] ?? 0;
        values += 1;
        if (values > maxValues) {
            if (values === maxValues + 1) {
                findings.push({ offset, message: `aliases make it more than ${maxValues} values` });
            }
            return broken(offset);
        }
        if ((0,dist/* isAlias */.Vj)(node)) {
            return followed(node, offset);
        }
        if ((0,dist/* isMap */.jh)(node)) {
            open.add(node);
            const entries = entriesOfMap(node.items);
            open.delete(node);
            return { kind: "map", offset, entries };
        }
        if ((0,dist/* isSeq */.oP)(node)) {
            open.add(node);
            // The items of a parsed list are nodes; the type of the library allows anything.
            const items = node.items.map((item) => visit(item));
            open.delete(node);
            return { kind: "list", offset, items };
        }
        return (0,dist/* isScalar */.jn)(node) ? scalar(node, offset) : broken(offset);
    }
    function followed(alias, offset) {
        const target = targets.get(alias);
        if (target === undefined || open.has(target)) {
            const why = target === undefined ? "has no anchor above it" : "contains itself";
            findings.push({ offset, message: `the alias *${alias.source} ${why}` });
            return broken(offset);
        }
        return visit(target);
    }
    function entriesOfMap(pairs) {
        const entries = new Map();
        for (const pair of pairs) {
            // Keys and values of a parsed map are nodes; the type of the library allows anything.
            const key = pair.key;
            const keyOffset = key.range?.[0] ?? 0;
            const name = (0,dist/* isScalar */.jn)(key) ? String(key.value) : undefined;
            const value = visit(pair.value);
            const wrong = name === undefined ? "a key must be text" : keyProblem(name);
            const earlier = name === undefined ? undefined : entries.get(name);
            if (wrong !== undefined) {
                findings.push({ offset: keyOffset, message: wrong });
            }
            else if (earlier !== undefined) {
                findings.push({
                    offset: keyOffset,
                    message: `the key ${JSON.stringify(name)} is here twice; it was first written at`,
                    first: earlier.keyOffset,
                });
            }
            else if (name !== undefined) {
                // A value left out has no place of its own.
                const placed = pair.value === null ? { ...value, offset: keyOffset } : value;
                entries.set(name, { keyOffset, value: placed });
            }
        }
        return entries;
    }
    function scalar(node, offset) {
        if (node.source?.includes("$")) {
            const filled = fillIn(node.source, lookup);
            filled.names.forEach((name) => names.add(name));
            if (filled.text !== node.source || filled.names.length > 0) {
                return filledScalar(node, filled, offset, node.source);
            }
            findings.push(...placed(filled, offset, node));
        }
        const value = plainValue(node.value);
        const text = node.source ?? "";
        const wrong = numberProblem(value, text);
        if (wrong !== undefined) {
            findings.push({ offset, message: wrong });
        }
        return { kind: "scalar", offset, value, text, broken: wrong !== undefined };
    }
    function filledScalar(node, filled, offset, written) {
        const { text } = filled;
        const typed = filled.whole && node.type === dist/* Scalar */.X5.PLAIN ? typedValue(text, document) : text;
        const wrong = placed(filled, offset, node);
        const number = numberProblem(typed, text) === undefined
            ? []
            : [
                {
                    offset,
                    message: "the number filled in cannot be held exactly; quote it to keep it as text",
                },
            ];
        findings.push(...wrong, ...number);
        const [, end] = node.range ?? [0, 0, 0];
        const blockEnd = source.slice(offset, end).endsWith("\n") ? "\n" : "";
        replacements.set(offset, {
            end,
            text: (typeof typed === "string" ? JSON.stringify(text) : text) + blockEnd,
        });
        return {
            kind: "scalar",
            offset,
            value: typed,
            text,
            ...(filled.names.length > 0 ? { written } : {}),
            broken: wrong.length + number.length > 0,
        };
    }
    /** Problems at the very `${` when the text as written can be lined up with the value, else at the value. */
    function placed(filled, offset, node) {
        const starts = expressionOffsets(source.slice(offset, node.range?.[1] ?? offset));
        return filled.problems.map(({ nth, message }) => ({
            offset: offset + (starts[nth] ?? 0),
            message,
        }));
    }
    const tree = visit(document.contents);
    return { tree, findings, text: replaced(source, replacements), names };
}
function broken(offset) {
    return { kind: "scalar", offset, value: null, text: "", broken: true };
}
function keyProblem(name) {
    if (prototypeNames.has(name)) {
        return `the key ${name} is not allowed`;
    }
    return name === "<<"
        ? "merge keys (<<) are not a part of YAML 1.2; write the keys out, or use an alias for the whole value"
        : undefined;
}
function replaced(source, replacements) {
    let text = "";
    let done = 0;
    for (const [start, replacement] of [...replacements].toSorted(([a], [b]) => a - b)) {
        text += source.slice(done, start) + replacement.text;
        done = replacement.end;
    }
    return text + source.slice(done);
}

// EXTERNAL MODULE: ./node_modules/fastest-levenshtein/mod.js
var mod = __webpack_require__(21916);
;// CONCATENATED MODULE: ./build/config/wording.js

const longestQuote = 60;
/** Text in quotes, cut when long, without line breaks or control characters. */
function wording_quote(text) {
    const cut = text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text;
    return JSON.stringify(cut);
}
/** What stands there, for a message. What was filled in may be secret: only the text as written is shown. */
function wording_showValue(tree) {
    if (tree.kind !== "scalar") {
        return tree.kind === "map" ? "a map" : "a list";
    }
    if (tree.written !== undefined) {
        return `what was filled in for ${wording_quote(tree.written)}`;
    }
    if (typeof tree.value === "string") {
        return wording_quote(tree.value);
    }
    return tree.value === null ? "nothing" : `the ${typeof tree.value} ${tree.text}`;
}
/** `servers.files.limits.cpus`, `scenarios[0].steps[2]`. */
function wording_showPath(path) {
    return path
        .map((key, index) => typeof key === "number" ? `[${key}]` : `${index === 0 ? "" : "."}${shortKey(String(key))}`)
        .join("");
}
function shortKey(key) {
    return /^[\w$-]{1,60}$/.test(key) ? key : wording_quote(key);
}
/** The candidate a slip of the fingers away from `word`. */
function wording_nearest(word, all) {
    // Every problem may ask: what is compared stays small.
    const candidates = all.slice(0, 200);
    if (candidates.length === 0 || word.length > 200) {
        return undefined;
    }
    const best = closest(word.toLowerCase(), candidates);
    return distance(word.toLowerCase(), best) <= Math.max(2, Math.floor(best.length / 3))
        ? best
        : undefined;
}
/** `Did you mean "command"? Allowed here: …` */
function wording_suggestion(word, candidates) {
    const best = wording_nearest(word, candidates);
    const all = candidates.slice(0, 30).join(", ");
    const allowed = all === "" ? "" : `Allowed here: ${all}.`;
    return [best === undefined ? "" : `Did you mean ${wording_quote(best)}?`, allowed].join(" ").trim();
}
/** What the schema allows, in words. */
function wording_showExpected(nodes) {
    const words = [...new Set(nodes.map(expected))];
    return words.length === 0 ? "something else" : words.join(" or ");
}
function expected(node) {
    if ("const" in node) {
        return JSON.stringify(node.const);
    }
    if (node.enum) {
        return `one of ${node.enum.map(String).join(", ")}`;
    }
    if (node.title) {
        return `a ${node.title}`;
    }
    const word = typeWords[node.type ?? ""] ?? "any value";
    return node.type === "integer" || node.type === "number" ? word + showRange(node) : word;
}
const typeWords = {
    integer: "a whole number",
    number: "a number",
    string: "text",
    boolean: "true or false",
    object: "a map",
    array: "a list",
    null: "nothing",
};
function showRange({ minimum, maximum }) {
    const known = minimum !== undefined && maximum !== undefined;
    return known && Math.abs(minimum) < Number.MAX_SAFE_INTEGER
        ? ` from ${minimum} to ${maximum}`
        : "";
}

;// CONCATENATED MODULE: ./build/config/issues.js



/** What the schema found wrong, as findings at their places; what grows from a reported value is left out. */
function issues_findingsOf(issues, root, counter) {
    return withoutEchoes(issues).flatMap((issue) => findings(issue, issue.path, { root, counter }));
}
let cached;
/** Making it takes 10 ms, and only a refusal needs it. */
function schemaOnce() {
    cached ??= jsonSchema();
    return cached;
}
function findings(issue, path, context) {
    const { root, counter } = context;
    const { tree, depth } = nodeAt(root, path);
    if (tree.kind === "scalar" && tree.broken) {
        return [];
    }
    const offset = offsetAt(root, path, counter);
    const where = path.length === 0 ? "the run file" : showPath(path);
    const got = showValue(tree);
    if (issue.code === "unrecognized_keys") {
        return issue.keys.map((key) => unknownKey(key, path, context));
    }
    if (depth < path.length) {
        const expected = showExpected(schemaNodesAt(schemaOnce(), path));
        return [{ offset, message: `${where} is missing; expected ${expected}`, ...hintOf(path) }];
    }
    if (issue.code === "invalid_union") {
        const fitting = fittingBranch(issue.errors);
        if (fitting) {
            return withoutEchoes(fitting).flatMap((inner) => findings(inner, [...path, ...inner.path], context));
        }
    }
    if (issue.code === "invalid_key") {
        const why = issue.issues[0]?.message ?? "is not allowed as a name";
        return [{ offset: keyOffset(root, path), message: `${where}: the name ${why}` }];
    }
    if (issue.code === "custom" || issue.code === "invalid_format") {
        return [{ offset, message: `${where} ${issue.message}; got ${got}` }];
    }
    if (ownWords(issue)) {
        return [{ offset, message: `${where} ${issue.message}` }];
    }
    const limit = sizeLimit(issue);
    const expected = limit ?? showExpected(schemaNodesAt(schemaOnce(), path));
    return [
        { offset, message: `${where}: expected ${expected}, got ${got}`, ...typeHint(path, tree) },
    ];
}
/**
 * One mistake, one message: a list where text is wanted is also too short for it, and a map with only unknown keys
 * also looks empty.
 */
function withoutEchoes(issues) {
    const decisive = issues.filter(isDecisive);
    const settled = new Set(decisive.map(({ path }) => showPath(path)));
    return issues.filter((issue) => isDecisive(issue) || !settled.has(showPath(issue.path)));
}
function isDecisive({ code }) {
    return code === "unrecognized_keys" || code === "invalid_type" || code === "invalid_value";
}
const wholeValue = "To compare with a whole list or map, write equals: before it.";
function unknownKey(key, path, context) {
    const allowed = schemaNodesAt(schemaOnce(), path).flatMap((node) => Object.keys(node.properties ?? {}));
    const where = path.length === 0 ? "the run file" : showPath(path);
    return {
        offset: keyOffset(context.root, [...path, key]),
        message: `unknown key ${quote(key)} in ${where}`,
        hint: `${suggestion(key, allowed)}${allowed.includes("equals") ? ` ${wholeValue}` : ""}`,
    };
}
function keyOffset(root, path) {
    const { tree } = nodeAt(root, path.slice(0, -1));
    const entry = tree.kind === "map" ? tree.entries.get(String(path.at(-1))) : undefined;
    return entry?.keyOffset ?? child(tree, path.at(-1) ?? "")?.offset ?? tree.offset;
}
/** The one branch of a union whose kind of value this is: its issues lie inside the value, or are its own words. */
function fittingBranch(branches) {
    const fitting = branches.filter((issues) => issues.every((issue) => issue.path.length > 0 || (issue.code !== "invalid_type" && issue.code !== "invalid_value")));
    return fitting.length === 1 ? fitting[0] : undefined;
}
/** Whether the schema gave the message itself. */
function ownWords(issue) {
    return issue.message.startsWith("needs ");
}
function sizeLimit(issue) {
    if (issue.code === "too_small" && issue.origin !== "number" && issue.origin !== "int") {
        return issue.origin === "string" ? "text that is not empty" : `at least ${issue.minimum}`;
    }
    if (issue.code === "too_big" && issue.origin !== "number" && issue.origin !== "int") {
        return `at most ${issue.maximum} ${issue.origin === "string" ? "characters" : "items"}`;
    }
    return undefined;
}
function hintOf(path) {
    return path.length === 1 && (path[0] === "servers" || path[0] === "scenarios")
        ? { hint: "Without servers and scenarios nothing would be tested." }
        : {};
}
function typeHint(path, tree) {
    if (tree.kind === "scalar" &&
        typeof tree.value === "string" &&
        /^(?:yes|no|on|off)$/i.test(tree.text)) {
        return { hint: `In YAML 1.2 ${tree.text} is text; write true or false.` };
    }
    if (path.at(-2) === "expect" && tree.kind === "list") {
        return { hint: wholeValue };
    }
    return {};
}

;// CONCATENATED MODULE: ./build/config/meaning-scenarios.js





/** What a schema of single fields cannot say about scenarios and steps. */
function meaning_scenarios_scenarioFindings(root, counter) {
    const servers = entriesOf(child(root, "servers")).map(([name]) => name);
    const scenarios = itemsOf(child(root, "scenarios"));
    return [
        ...doubleNames(scenarios),
        ...scenarios.flatMap((scenario) => {
            const own = child(scenario, "server");
            const captured = new Set();
            return [
                ...serverFinding(own, servers),
                ...itemsOf(child(scenario, "steps")).flatMap((step) => {
                    const found = stepFindings(step, {
                        servers,
                        named: own !== undefined,
                        captured,
                        counter,
                    });
                    entriesOf(child(step, "capture")).forEach(([name]) => captured.add(name));
                    return found;
                }),
            ];
        }),
    ];
}
/** Reports and their files must tell scenarios apart, also where case does not count. */
function doubleNames(scenarios) {
    const seen = new Map();
    return scenarios.flatMap((scenario) => {
        const tree = child(scenario, "name");
        const name = textOf(tree)?.toLowerCase();
        if (!tree || name === undefined) {
            return [];
        }
        const first = seen.get(name);
        if (first === undefined) {
            seen.set(name, tree.offset);
            return [];
        }
        const message = `the scenario name ${showValue(tree)} is taken (case does not count) by the one at`;
        return [{ offset: tree.offset, message, first }];
    });
}
function stepFindings(step, context) {
    if (step.kind !== "map") {
        return [];
    }
    const own = child(step, "server");
    return [
        ...verbFindings(step, step.entries),
        ...serverFinding(own, context.servers),
        ...(own === undefined && !context.named && context.servers.length > 1
            ? [
                {
                    offset: step.offset,
                    message: "neither the step nor its scenario names a server, and there are several",
                    hint: suggestion("", context.servers).replace("Allowed here", "Declared"),
                },
            ]
            : []),
        ...placeFindings(child(step, "expect"), context.counter),
        ...[child(step, "with"), child(step, "expect")].flatMap((tree) => scalarsOf(tree).flatMap((scalar) => captureFindings(scalar, context.captured))),
    ];
}
function verbFindings(step, entries) {
    const [first, second] = [...entries].filter(([key]) => verbs.some((verb) => verb === key));
    if (first && second) {
        const message = `the step has two verbs, ${first[0]} and ${second[0]}; exactly one of ${verbs.join(", ")} says what it does`;
        return [{ offset: second[1].keyOffset, message }];
    }
    if (!first) {
        // A misspelt verb is reported as an unknown key with the right one beside it.
        const known = new Set(["name", "server", "with", "expect", "capture", "timeout"]);
        const misspelt = [...entries.keys()].some((key) => !known.has(key) && nearest(key, verbs));
        const message = `the step has no verb; exactly one of ${verbs.join(", ")} says what it does`;
        return misspelt ? [] : [{ offset: step.offset, message }];
    }
    const given = entries.get("with");
    return given && first[0] !== "call"
        ? [
            {
                offset: given.keyOffset,
                message: `with: holds the arguments of a call; ${first[0]} takes none`,
            },
        ]
        : [];
}
function serverFinding(tree, servers) {
    const name = textOf(tree);
    return tree && name !== undefined && !servers.includes(name)
        ? [
            {
                offset: tree.offset,
                message: `there is no server ${showValue(tree)}`,
                hint: suggestion(name, servers).replace("Allowed here", "Declared"),
            },
        ]
        : [];
}
const numberPlaces = new Set(["duration", "bytes"]);
function placeFindings(expect, counter) {
    return entriesOf(expect).flatMap(([place, entry]) => {
        if (!place.startsWith("$") && !Object.hasOwn(places, place)) {
            const hint = `${suggestion(place, Object.keys(places))} Or a JSONPath, which begins with $.`;
            return [
                { offset: entry.keyOffset, message: `unknown place ${quote(place)} in expect`, hint },
            ];
        }
        const words = entriesOf(entry.value).map(([key]) => key);
        const text = textOf(entry.value) ?? textOf(child(entry.value, "equals")) ?? words.find(readsText);
        return numberPlaces.has(place) && text !== undefined
            ? [
                {
                    offset: entryOffset(entry, counter),
                    message: `${place} is a number; judge it with above and below`,
                },
            ]
            : [];
    });
}
function readsText(predicate) {
    return predicate === "contains" || predicate === "matches";
}
function captureFindings(scalar, captured) {
    const text = textOf(scalar);
    return [...new Set(text === undefined ? [] : capturesIn(text))]
        .filter((name) => !captured.has(name))
        .map((name) => {
        const shown = scalar.written === undefined ? `{{ ${name} }}` : showValue(scalar);
        return {
            offset: scalar.offset,
            message: `${shown} names no capture of an earlier step of this scenario`,
            hint: nearest(name, [...captured])
                ? suggestion(name, [...captured])
                : "Capture it in an earlier step with capture:.",
        };
    });
}
function scalarsOf(tree) {
    switch (tree?.kind) {
        case "scalar":
            return [tree];
        case "list":
            return tree.items.flatMap(scalarsOf);
        case "map":
            return [...tree.entries.values()].flatMap(({ value }) => scalarsOf(value));
        case undefined:
            return [];
    }
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/config/paths.js



/** Folder that relative paths of a run file start from. */
function paths_folderOf(file, workspace) {
    return dirname(resolve(workspace, file));
}
/** Whether `path`, read from `base`, stays inside `workspace` by its words alone; links are not looked at. */
function paths_staysInside(workspace, base, path) {
    return contains(resolve(workspace), resolve(base, path));
}
/**
 * The real path of `path`, read from `base`, after all symbolic links; it exists and lies inside the real workspace.
 * Use what it returns, not what was asked for: a link may change afterwards. Throws PATH_NOT_ALLOWED.
 */
async function resolveInside(workspace, base, path) {
    const shown = JSON.stringify(path);
    if (path === "" || path.includes("\0")) {
        throw new Fault("PATH_NOT_ALLOWED", `The path ${shown} is empty or has a NUL character in it.`);
    }
    if (!paths_staysInside(workspace, base, path)) {
        throw new Fault("PATH_NOT_ALLOWED", `The path ${shown} lies outside the workspace.`);
    }
    const root = await realpath(workspace);
    let real;
    try {
        real = await realpath(resolve(base, path));
    }
    catch (cause) {
        const why = reasons[errorCode(cause)] ?? "could not be looked up";
        throw new Fault("PATH_NOT_ALLOWED", `The path ${shown} ${why}.`, { cause });
    }
    if (!contains(root, real)) {
        throw new Fault("PATH_NOT_ALLOWED", `The path ${shown} leads outside the workspace through a symbolic link.`);
    }
    return real;
}
const reasons = {
    ENOENT: "does not exist",
    ELOOP: "is a loop of symbolic links",
    EACCES: "may not be read",
    ENOTDIR: "goes through something that is not a folder",
};
/** The system's code of an error, such as ENOENT; empty when it has none. */
function errorCode(thrown) {
    return thrown instanceof Error && "code" in thrown ? String(thrown.code) : "";
}
function contains(folder, path) {
    const way = relative(folder, path);
    return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

;// CONCATENATED MODULE: ./build/config/meaning-servers.js





/** What a schema of single fields cannot say about the servers. */
function meaning_servers_serverFindings(root, surroundings) {
    return entriesOf(child(root, "servers")).flatMap(([name, entry]) => entry.value.kind === "map"
        ? [
            ...kindFindings(name, entry),
            ...templateFindings(entry.value, surroundings),
            ...secretFindings(entry.value, surroundings),
            ...pathFindings(entry.value, surroundings),
        ]
        : []);
}
function kindFindings(name, { keyOffset, value }) {
    const keys = entriesOf(value);
    const kinds = keys.filter(([key]) => serverKinds.some((kind) => kind === key));
    const [first, second] = kinds;
    if (first && second) {
        const message = `the server ${quote(name)} has both ${first[0]} and ${second[0]}; exactly one of ${serverKinds.join(", ")} says what runs`;
        return [{ offset: second[1].keyOffset, message }];
    }
    if (!first) {
        const message = `the server ${quote(name)} has none of ${serverKinds.join(", ")}; exactly one says what runs`;
        return [{ offset: keyOffset, message }];
    }
    const parameters = keys.find(([key]) => key === "with");
    return parameters && first[0] !== "template"
        ? [
            {
                offset: parameters[1].keyOffset,
                message: `with: has parameters of a template, but the server ${quote(name)} has ${first[0]}`,
            },
        ]
        : [];
}
function templateFindings(server, { templates }) {
    const tree = child(server, "template");
    const name = textOf(tree);
    return tree && name !== undefined && isName(name) && templates && !templates.includes(name)
        ? [
            {
                offset: tree.offset,
                message: `there is no template ${showValue(tree)}`,
                hint: suggestion(name, templates),
            },
        ]
        : [];
}
function secretFindings(server, { secrets }) {
    const env = child(server, "env");
    const seen = new Set();
    return itemsOf(child(server, "secrets")).flatMap((tree) => {
        const name = textOf(tree);
        if (name === undefined) {
            return [];
        }
        const { offset } = tree;
        const shown = showValue(tree);
        if (seen.has(name)) {
            return [{ offset, message: `the secret ${shown} is listed twice` }];
        }
        seen.add(name);
        if (child(env, name)) {
            return [{ offset, message: `${shown} is both in env and in secrets` }];
        }
        return secrets && !Object.hasOwn(secrets, name)
            ? [
                {
                    offset,
                    message: `the secret ${shown} is not set`,
                    hint: "Set it in the environment of the step (env:), or hand it over with `vars`.",
                },
            ]
            : [];
    });
}
function pathFindings(server, surroundings) {
    const { workspace, folder } = surroundings;
    const build = child(server, "build");
    const context = build?.kind === "map" ? child(build, "context") : build;
    const contextPath = textOf(context) ?? ".";
    const dockerfile = textOf(child(build, "dockerfile"));
    const findings = [context, ...volumePaths(server)].flatMap((tree) => {
        const path = textOf(tree);
        return tree && path !== undefined && !staysInside(workspace, folder, path)
            ? [{ offset: tree.offset, message: `the path ${showValue(tree)} lies outside the workspace` }]
            : [];
    });
    if (dockerfile !== undefined && !staysInside(contextPath, contextPath, dockerfile)) {
        const tree = child(build, "dockerfile") ?? server;
        const message = `the Dockerfile ${showValue(tree)} lies outside its context`;
        findings.push({ offset: tree.offset, message });
    }
    return [...findings, ...mountedTwice(server)];
}
function volumePaths(server) {
    return itemsOf(child(server, "volumes")).map((volume) => child(volume, "host_path"));
}
function mountedTwice(server) {
    const seen = new Set();
    return itemsOf(child(server, "volumes")).flatMap((volume) => {
        const tree = child(volume, "container_path");
        const path = textOf(tree)?.replaceAll(/\/+/g, "/").replace(/\/$/, "");
        if (!tree || path === undefined) {
            return [];
        }
        const twice = seen.has(path);
        seen.add(path);
        return twice
            ? [{ offset: tree.offset, message: `two volumes are mounted at ${showValue(tree)}` }]
            : [];
    });
}

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./build/config/read.js





/** Where a run file is looked for when none is named, in this order, from the workspace. */
const defaultRunFiles = ["mcp-manager.yml", ".github/mcp-manager.yml"];
/** Largest run file in bytes. */
const read_maxRunFileBytes = 256 * 1024;
/**
 * Reads the run file `named`, or else the first of the default places that exists, from `folder`. Throws RUN_FILE_NOT_FOUND
 * naming all that were tried, and RUN_FILE_INVALID for what is not a regular file, larger than 256 KiB, or not UTF-8.
 */
function findRunFile(folder, named) {
    const paths = named === undefined ? defaultRunFiles : [named];
    for (const path of paths) {
        const bytes = bytesOf(path, (0,external_node_path_.resolve)(folder, path));
        if (bytes !== undefined) {
            return { path, text: decode(path, bytes) };
        }
    }
    const tried = paths.map(quoted).join(" and no ");
    throw new fault/* Fault */.vC("RUN_FILE_NOT_FOUND", `There is no ${tried} in ${quoted(folder)}.`);
}
/** Undefined when there is no such file. */
function bytesOf(file, path) {
    let descriptor;
    try {
        // Looked at before it is opened: opening a device can have effects, opening a FIFO waits for a writer.
        refuseUnlessRegular(file, (0,external_node_fs_.lstatSync)(path));
        descriptor = (0,external_node_fs_.openSync)(path, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW | external_node_fs_.constants.O_NONBLOCK);
    }
    catch (cause) {
        if (cause instanceof fault/* Fault */.vC) {
            throw cause;
        }
        const code = errorCode(cause);
        if (code === "ENOENT" || code === "ENOTDIR") {
            return undefined;
        }
        const why = code === "EACCES" ? "may not be read" : `could not be read (${code})`;
        throw invalid(file, why, cause);
    }
    try {
        // And again when it is open: it may have been exchanged in between.
        refuseUnlessRegular(file, (0,external_node_fs_.fstatSync)(descriptor));
        const buffer = Buffer.alloc(read_maxRunFileBytes + 1);
        let length = 0;
        for (let read = -1; read !== 0 && length < buffer.length; length += read) {
            read = (0,external_node_fs_.readSync)(descriptor, buffer, length, buffer.length - length, length);
        }
        if (length > read_maxRunFileBytes) {
            throw invalid(file, `is larger than ${read_maxRunFileBytes} bytes (256 KiB)`);
        }
        return buffer.subarray(0, length);
    }
    finally {
        (0,external_node_fs_.closeSync)(descriptor);
    }
}
function refuseUnlessRegular(file, kind) {
    if (kind.isFile()) {
        return;
    }
    const what = kind.isDirectory()
        ? "a folder"
        : kind.isSymbolicLink()
            ? "a symbolic link"
            : kind.isFIFO()
                ? "a FIFO"
                : kind.isSocket()
                    ? "a socket"
                    : "a device";
    throw invalid(file, `is not a regular file but ${what}`);
}
function decode(file, bytes) {
    const [first, second] = bytes;
    if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
        throw invalid(file, "is UTF-16; save it as UTF-8");
    }
    const nul = bytes.indexOf(0);
    if (nul >= 0) {
        throw invalid(file, `has a NUL byte at offset ${nul}; if it is UTF-16, save it as UTF-8`);
    }
    if (!(0,external_node_buffer_.isUtf8)(bytes)) {
        throw invalid(file, `is not UTF-8: the first bad byte is at offset ${firstBadByte(bytes)}`);
    }
    // Unlike Buffer's, this decoder leaves out a byte order mark.
    return new TextDecoder().decode(bytes);
}
/** A replacement character in the decoded text that is not one in the bytes marks the place. */
function firstBadByte(bytes) {
    const text = bytes.toString("utf8");
    const replacement = Buffer.from("\ufffd");
    let offset = 0;
    let from = 0;
    for (;;) {
        const found = text.indexOf("\ufffd", from);
        offset += Buffer.byteLength(text.slice(from, found));
        if (found < 0 || !bytes.subarray(offset, offset + 3).equals(replacement)) {
            return offset;
        }
        offset += 3;
        from = found + 1;
    }
}
function invalid(file, what, cause) {
    const options = { problems: [{ file, line: 1, column: 1, message: what }], cause };
    return new fault/* Fault */.vC("RUN_FILE_INVALID", `The run file ${quoted(file)} ${what}.`, options);
}
function quoted(text) {
    return JSON.stringify(text);
}

;// CONCATENATED MODULE: ./build/config/source.js

/** Levels of maps and lists. The parser's own stack overflows at some thousands. */
const maxDepth = 64;
/** Map keys and list items. 20 000 keys parse in 0.3 s. */
const maxEntries = 20_000;
/** Broken tokens after which the rest of the text is not read. */
const maxErrors = 100;
/** Each begins, or may begin, a key, a value or a list item. */
const entryTypes = new Set([
    "map-value-ind",
    "explicit-key-ind",
    "seq-item-ind",
    "anchor",
    "alias",
]);
/**
 * Reads YAML 1.2 (JSON is a part of it) into nodes with offsets. Tags, directives, several documents, deep nesting
 * and great numbers of entries are refused while the text is still tokens, before anything is built of them.
 */
function source_readSource(text) {
    const counter = new dist/* LineCounter */.HN();
    counter.addNewLine(0);
    const { tokens, findings } = tokenize(text, counter);
    if (findings.length > 0) {
        return { counter, document: undefined, findings };
    }
    // `uniqueKeys` of the library is quadratic (100 000 keys take minutes); the tree checks keys itself.
    const composer = new dist/* Composer */.Dk({
        version: "1.2",
        schema: "core",
        uniqueKeys: false,
        stringKeys: true,
        prettyErrors: false,
        logLevel: "silent",
    });
    const documents = [...composer.compose(tokens, true, text.length)];
    // Warnings never leave as they are: they quote the text.
    const errors = documents.flatMap(({ errors: own, warnings }) => [...own, ...warnings]);
    const found = firstOfEachLine(errors, counter).map((error) => syntaxFinding(error, text));
    const second = documents[1];
    if (second) {
        found.push({
            offset: second.range[0],
            message: "a second YAML document begins here; a run file is one document",
        });
    }
    return {
        counter,
        document: found.length > 0 ? undefined : documents[0],
        findings: found,
    };
}
function tokenize(text, counter) {
    const parser = new dist/* Parser */.iX(counter.addNewLine);
    const tokens = [];
    const findings = [];
    let entries = 0;
    let commas = 0;
    let pairs = 0;
    let errors = 0;
    let atScalar = false;
    for (const lexeme of new dist/* Lexer */.JG().lex(text)) {
        const offset = parser.offset;
        const type = atScalar ? "scalar" : dist/* CST */.DB.tokenType(lexeme);
        atScalar = lexeme === dist/* CST */.DB.SCALAR && !atScalar;
        if (type === "tag") {
            findings.push({ offset, message: "YAML tags (words beginning with !) are not allowed" });
        }
        else if (type === "directive-line") {
            findings.push({
                offset,
                message: "YAML directives (lines beginning with %) are not allowed",
            });
        }
        else if (type !== null && entryTypes.has(type)) {
            entries += 1;
        }
        else if (type === "comma") {
            commas += 1;
        }
        // Between braces a key has both a colon and a comma.
        pairs += type === "map-value-ind" ? 1 : 0;
        for (const token of parser.next(lexeme)) {
            tokens.push(token);
            errors += token.type === "error" ? 1 : 0;
        }
        if (errors > maxErrors) {
            break;
        }
        if (parser.stack.length > maxDepth + 1) {
            return {
                tokens,
                findings: [{ offset, message: `nested more than ${maxDepth} levels deep` }],
            };
        }
        if (entries + Math.max(0, commas - pairs) > maxEntries) {
            return {
                tokens,
                findings: [{ offset, message: `more than ${maxEntries} keys and list items` }],
            };
        }
    }
    tokens.push(...parser.end());
    return { tokens, findings };
}
function syntaxFinding(error, text) {
    const offset = error.pos[0];
    const line = text.slice(text.lastIndexOf("\n", offset - 1) + 1).split("\n", 1)[0] ?? "";
    const message = wordings[error.code] ?? `not YAML: ${flat(error.message)}`;
    return line.includes("${") && !(error.code in wordings)
        ? {
            offset,
            message,
            hint: "Put quotes around a value with ${…} in it when it stands between [ ] or { } or contains `: ` or ` #`.",
        }
        : { offset, message };
}
const wordings = {
    TAB_AS_INDENT: "a tab is used as indentation; YAML allows only spaces",
    NON_STRING_KEY: "a key must be text",
};
function flat(message) {
    return message.replaceAll(/\s+/g, " ").slice(0, 200);
}
/** One mistake makes the parser stumble several times on its line; the first says it. */
function firstOfEachLine(errors, counter) {
    const seen = new Set();
    return errors
        .toSorted((a, b) => a.pos[0] - b.pos[0])
        .filter(({ pos }) => {
        const { line } = counter.linePos(pos[0]);
        return !seen.has(line) && seen.add(line);
    });
}

;// CONCATENATED MODULE: ./build/config/load.js














const maxShown = 20;
/** Reads, fills in and checks a run file. Throws RUN_FILE_INVALID with all problems, of which the first 20 are listed. */
function loadRunFile(request) {
    const text = request.text.replace(/^\ufeff/, "");
    const { file } = request;
    if (Buffer.byteLength(text) > maxRunFileBytes) {
        throw refusal(file, [
            { file, line: 1, column: 1, message: "the run file is larger than 256 KiB" },
        ]);
    }
    const source = readSource(text);
    const { counter, document } = source;
    if (document === undefined) {
        throw refusal(file, problemsOf(file, source.findings, counter));
    }
    const { tree, findings, text: filled, names } = grow(document, text, lookupIn(request));
    if (tree.kind !== "map") {
        throw refusal(file, problemsOf(file, [...findings, notAMap(tree)], counter));
    }
    const parsed = runFile.safeParse(plainOf(tree));
    const surroundings = {
        workspace: request.workspace,
        folder: folderOf(file, request.workspace),
        templates: request.templates,
        secrets: request.secrets,
    };
    const all = [
        ...findings,
        ...(parsed.success ? [] : findingsOf(parsed.error.issues, tree, counter)),
        ...serverFindings(tree, surroundings),
        ...scenarioFindings(tree, counter),
    ];
    if (!parsed.success || all.length > 0) {
        throw refusal(file, problemsOf(file, all, counter));
    }
    const locate = (path) => positionOf(offsetAt(tree, path, counter), counter);
    return {
        runFile: parsed.data,
        text: filled,
        scenarios: scenariosOf(parsed.data, locate),
        unusedVariables: Object.keys(request.variables).filter((name) => !names.has(name)),
        locate,
    };
}
function lookupIn({ variables, environment }) {
    return (name) => {
        const value = Object.hasOwn(variables, name) ? variables[name] : undefined;
        if (value !== undefined) {
            return { value };
        }
        if (!mayComeFromEnvironment(name)) {
            const problem = `\${${name}} is never filled in from the environment; hand it over by name with \`vars\`, or list it in the server's \`secrets\``;
            return { problem };
        }
        const found = Object.hasOwn(environment, name) ? environment[name] : undefined;
        if (found !== undefined) {
            return { value: found };
        }
        const close = nearestVariable(name, Object.keys(variables));
        return {
            problem: `\${${name}} is not set${close}; hand it over with \`vars\` (--var ${name}=…), set it in the environment, or write \${${name}:-default}`,
        };
    };
}
function nearestVariable(name, variables) {
    const close = variables.find((known) => nearest(name, [known.toLowerCase()]) !== undefined);
    return close === undefined ? "" : `, but ${close} is`;
}
function notAMap(tree) {
    const what = tree.kind === "list" ? "a list" : "a single value";
    const empty = tree.kind === "scalar" && tree.value === null;
    const message = empty
        ? "the run file is empty"
        : `the run file is ${what}; expected a map with version, servers and scenarios`;
    return { offset: tree.offset, message };
}
function scenariosOf(parsed, locate) {
    const [only] = Object.keys(parsed.servers);
    return parsed.scenarios.map((spec, index) => {
        const path = ["scenarios", index];
        const steps = spec.steps.map((step, nth) => loadedStep(step, spec, only ?? "", (below) => locate([...path, "steps", nth, ...below])));
        return { name: spec.name, at: locate([...path]), steps };
    });
}
function loadedStep(step, scenario, only, locate) {
    return {
        ...step,
        name: describeStep(step),
        server: step.server ?? scenario.server ?? only,
        at: locate([]),
        expectations: expectationsOf(step.expect, (path) => locate(["expect", ...path])),
    };
}
function problemsOf(file, findings, counter) {
    const place = (offset) => positionOf(offset, counter);
    const seen = new Set();
    return findings
        .toSorted((a, b) => a.offset - b.offset)
        .flatMap(({ offset, message, hint, first }) => {
        const at = first === undefined ? undefined : place(first);
        const whole = at === undefined ? message : `${message} ${at.line}:${at.column}`;
        const key = `${offset} ${whole}`;
        if (seen.has(key)) {
            return [];
        }
        seen.add(key);
        return [{ file, ...place(offset), message: whole, ...(hint ? { hint } : {}) }];
    });
}
function refusal(file, problems) {
    const count = problems.length === 1 ? "a problem" : `${problems.length} problems`;
    const shown = problems.length > maxShown ? `, the first ${maxShown} are listed` : "";
    const message = `The run file ${file} has ${count}${shown}.`;
    return new Fault("RUN_FILE_INVALID", message, { problems: problems.slice(0, maxShown) });
}

;// CONCATENATED MODULE: ./build/config/tree.js
function tree_child(tree, key) {
    if (tree?.kind === "map") {
        return tree.entries.get(String(key))?.value;
    }
    return tree?.kind === "list" && typeof key === "number" ? tree.items[key] : undefined;
}
function tree_entriesOf(tree) {
    return tree?.kind === "map" ? [...tree.entries] : [];
}
function tree_itemsOf(tree) {
    return tree?.kind === "list" ? tree.items : [];
}
/** The text of a scalar that is text and was not reported already. */
function tree_textOf(tree) {
    return tree?.kind === "scalar" && typeof tree.value === "string" && !tree.broken
        ? tree.value
        : undefined;
}
/** The node at `path`, or the nearest one above it, with how many steps of the path were taken. */
function tree_nodeAt(root, path) {
    let tree = root;
    for (const [depth, key] of path.entries()) {
        const next = tree_child(tree, key);
        if (next === undefined) {
            return { tree, depth };
        }
        tree = next;
    }
    return { tree, depth: path.length };
}
/** Offset of the value at `path` when it begins on its key's line, else of the key; of the nearest above when absent. */
function tree_offsetAt(root, path, counter) {
    const { tree, depth } = tree_nodeAt(root, path);
    if (depth === 0) {
        return tree.offset;
    }
    const above = tree_nodeAt(root, path.slice(0, depth - 1)).tree;
    const entry = above.kind === "map" ? above.entries.get(String(path[depth - 1])) : undefined;
    return entry === undefined ? tree.offset : tree_entryOffset(entry, counter);
}
function tree_entryOffset(entry, counter) {
    const sameLine = counter.linePos(entry.keyOffset).line === counter.linePos(entry.value.offset).line;
    return sameLine ? entry.value.offset : entry.keyOffset;
}
function tree_positionOf(offset, counter) {
    const { line, col } = counter.linePos(offset);
    return { line, column: col };
}

;// CONCATENATED MODULE: ./build/config/mentioned.js





/** The names a run file needs values for; of a file that cannot be read, every `${…}` in its text. */
function mentionedNames(text) {
    const source = source_readSource(text.replace(/^\ufeff/, ""));
    if (source.document === undefined) {
        return { variables: [...new Set(namesIn(text))], secrets: [] };
    }
    const { tree, names } = grow_grow(source.document, text, (name) => ({ problem: name }));
    return { variables: [...names], secrets: [...new Set(secretsOf(tree))] };
}
/**
 * Values for exactly the names that `text` mentions: given variables first, then the environment without the names
 * that belong to the runner. What has no value is left out.
 */
function neededValues(text, given, environment) {
    const names = mentionedNames(text);
    return {
        variables: pick(names.variables, given, environment, names_mayComeFromEnvironment),
        secrets: pick(names.secrets, given, environment, mayBeSecret),
    };
}
function pick(names, given, environment, allowed) {
    const picked = [];
    for (const name of names) {
        const own = Object.hasOwn(given, name) ? given[name] : undefined;
        const found = Object.hasOwn(environment, name) && allowed(name) ? environment[name] : undefined;
        const value = own ?? found;
        if (value !== undefined) {
            picked.push([name, value]);
        }
    }
    return Object.fromEntries(picked);
}
function secretsOf(root) {
    return tree_entriesOf(tree_child(root, "servers")).flatMap(([, { value }]) => tree_itemsOf(tree_child(value, "secrets")).flatMap((item) => tree_textOf(item) ?? []));
}

;// CONCATENATED MODULE: ./build/config/reference-page.js


const head = (/* unused pure expression or super */ null && (`# The run file

A run file says which MCP servers are started and what is done with them. It is YAML 1.2 or JSON, one document, UTF-8, at most
256 KiB, and is looked for at \`mcp-manager.yml\`, then \`.github/mcp-manager.yml\`. This page is generated from the schema that
also checks the file. For completion in an editor, begin the file with
\`# yaml-language-server: $schema=mcp-manager.schema.json\`.

\`\`\`yaml
version: 1
servers:
  everything:
    template: npm
    with: { package: "@modelcontextprotocol/server-everything", version: "\${VERSION:-latest}" }
scenarios:
  - name: echo and sum
    steps:
      - list: tools
        expect: { "$.tools[*].name": { contains: get-sum } }
      - call: echo
        with: { message: hello }
        expect: { text: "Echo: hello", duration: { below: 500ms } }
        capture: { said: "$.content[0].text" }
      - call: echo
        with: { message: "{{ said }}, again" }
        expect: { text: { matches: "again$" }, is_error: false }
\`\`\`

## Filling in values

| written | filled in with |
|---|---|
| \`\${NAME}\` | the variable, else the environment variable; it must be set |
| \`\${NAME:-default}\` | the same, or \`default\` when it is not set or empty |
| \`\${NAME:?message}\` | the same, or an error with \`message\` when it is not set or empty |
| \`$$\` | a plain \`$\` |
| \`{{ name }}\` | what an earlier step of the scenario captured; in \`with\` and \`expect\` of a step |

Values are filled in inside of values, never in keys, and in one pass: what was filled in is not looked at again and can
add no keys or lines. A value that is nothing but \`\${NAME}\`, without quotes, becomes a number, a boolean or null when its text
is one; in quotes it stays text. Between \`[ ]\` and \`{ }\` a value with \`\${…}\` needs quotes. A default or message has no braces in it.

\`GITHUB_TOKEN\`, \`ACTIONS_*\` and \`INPUT_*\` are never filled in from the environment: hand them over as variables, or list
\`GITHUB_TOKEN\` in a server's \`secrets\`.

## Limits of the YAML

Not allowed are tags (\`!…\`), directives (\`%…\`), merge keys (\`<<\`), keys that are written twice, the keys \`__proto__\`,
\`constructor\` and \`prototype\`, more than 64 levels, more than 20 000 keys and list items, and aliases that
contain themselves or grow the file to more than 50 000 values. In \`env\`, \`args\` and \`build.args\` a number stays as
it is written (\`1.10\`, \`012\`); elsewhere it is a number, so put quotes around what should stay text.
`));
/** Markdown reference of the run file: every key with type, default, example and meaning. */
function referencePage() {
    const root = jsonSchema();
    return `${head}\n${sections("The file", root, 2).join("\n")}`;
}
function sections(title, node, level) {
    const rows = Object.entries(node.properties ?? {}).map(([key, property]) => row(key, property, node.required?.includes(key) === true));
    const extra = Object.keys(node.patternProperties ?? {}).map(() => "| `$…` | predicates or a bare value | | | JSONPath into the result. |");
    const table = [
        "| key | type | default | example | meaning |",
        "|---|---|---|---|---|",
        ...rows,
        ...extra,
    ];
    const own = [`${"#".repeat(level)} ${title}`, "", node.description ?? "", "", ...table, ""];
    const below = Object.entries(node.properties ?? {}).flatMap(([key, property]) => sectionsBelow(title === "The file" ? key : `${title}.${key}`, property));
    return [own.join("\n"), ...below];
}
function sectionsBelow(title, node) {
    const named = typeof node.additionalProperties === "object" ? node.additionalProperties : undefined;
    const nested = [
        { title, node },
        ...(node.anyOf ?? []).map((choice) => ({ title, node: choice })),
        ...(node.items ? [{ title: `${title}[]`, node: node.items }] : []),
        ...(named ? [{ title: `${title}.NAME`, node: named }] : []),
    ].filter((candidate) => candidate.node.properties !== undefined);
    const isPlace = title.includes(".expect.") && !title.endsWith(".error");
    // Every place takes the same predicates; they are shown once.
    return isPlace && !title.endsWith(".expect.text")
        ? []
        : nested.flatMap((below) => sections(isPlace ? "Predicates" : below.title, below.node, 3));
}
function row(key, node, required) {
    const fallback = node.default === undefined ? "" : code(node.default);
    const example = node.examples?.[0] === undefined ? "" : code(node.examples[0]);
    const cells = [
        `\`${key}\``,
        typeOf(node),
        required ? "**required**" : fallback,
        example,
        node.description ?? "",
    ];
    return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}
function typeOf(node) {
    const choices = node.anyOf ?? [node];
    const isJudged = choices.some((choice) => choice.properties?.["equals"] !== undefined);
    return isJudged ? "predicates or a bare value" : showExpected(choices);
}
function code(value) {
    const empty = typeof value === "object" && value !== null && Object.keys(value).length === 0;
    return empty ? "" : `\`${typeof value === "string" ? value : JSON.stringify(value)}\``;
}

;// CONCATENATED MODULE: ./build/config/index.js
// The run file: one zod schema gives types, JSON Schema, reference page and error messages.
// Reading and checking happen here, with file:line:col for every problem; nothing is started and nothing is fetched.














/***/ })

};
