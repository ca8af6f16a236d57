export const id = 104;
export const ids = [104];
export const modules = {

/***/ 43104:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  runPost: () => (/* reexport */ runPost)
});

// UNUSED EXPORTS: inputTable, inputsReference, outputDescriptions, runMain

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 2 modules
var schemas = __webpack_require__(88343);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/core.js
var core = __webpack_require__(88532);
// EXTERNAL MODULE: ./build/config/index.js + 69 modules
var config = __webpack_require__(77839);
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
        .describe("Names of the scenarios to run, or `tag:NAME`, one a line; `*` stands for any text. All when empty."),
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
function inputs_readInputs(environment) {
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
        throw new Fault("USAGE", problems.join("\n"), { hint });
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
function action_process_runnerVariable(environment, name) {
    const value = environment[name];
    if (value === undefined || value === "") {
        throw new Fault("USAGE", `${name} is not set: this is the action of a GitHub runner.`, {
            hint: "Elsewhere, use the command line: `docker-mcp-manager run`.",
        });
    }
    return value;
}
/** Settles with `work`; once cancelled, no later than `graceMs` after that, and then with INTERRUPTED. */
async function action_process_untilCancelled(work, own, graceMs = 0) {
    const settled = new AbortController();
    const cancelled = async () => {
        await aborted(own.signal, settled.signal);
        await own.clock.sleep(graceMs, settled.signal);
        throw action_process_interruption();
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
function action_process_interruption() {
    return new Fault("INTERRUPTED", "The job was cancelled.");
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
function markdown_forMarkdown(text) {
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
function markdown_fencedCode(text, language = "") {
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
function annotations_problemAnnotations(title, problems) {
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
async function commands_maskSecrets(values) {
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
async function commands_saveRunId(runId) {
    const { saveState } = await Promise.all(/* import() */[__webpack_require__.e(260), __webpack_require__.e(838)]).then(__webpack_require__.bind(__webpack_require__, 33838));
    saveState("runId", runId);
}
async function commands_setOutputs(outputs) {
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
async function commands_addSummary(markdown) {
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
    `
  ALTER TABLE server ADD COLUMN endpoint TEXT;
  ALTER TABLE scenario ADD COLUMN tags TEXT NOT NULL DEFAULT '';
  ALTER TABLE scenario ADD COLUMN trials INTEGER NOT NULL DEFAULT 1;
  ALTER TABLE scenario ADD COLUMN trialsPassed INTEGER;
  ALTER TABLE scenario ADD COLUMN revision TEXT;
  ALTER TABLE step ADD COLUMN phase TEXT NOT NULL DEFAULT 'step';
  ALTER TABLE step ADD COLUMN rowLabel TEXT;
  ALTER TABLE step ADD COLUMN attempts INTEGER NOT NULL DEFAULT 1;
  ALTER TABLE step ADD COLUMN attemptsPassed INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE step ADD COLUMN note TEXT;
  UPDATE step SET attemptsPassed = 1 WHERE outcome = 'passed';
  ALTER TABLE finding ADD COLUMN reference TEXT;
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
/** SELECT of all columns of a table that has only those in `present`, as records of earlier versions do. */
function selectFrom(table, present) {
    const columns = Object.keys(table.columns).map((column) => present.has(column) || !isColumn(table, column)
        ? quoted(column)
        : `${table.before?.[column] ?? "NULL"} AS ${quoted(column)}`);
    return `SELECT ${columns.join(", ")} FROM ${table.name}`;
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
        endpoint: "text",
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
    before: { tags: "''", trials: "1" },
    columns: {
        id: "integer",
        name: "text",
        servers: "text",
        tags: "text",
        revision: "text",
        trials: "integer",
        trialsPassed: "integer",
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
    before: { phase: "'step'", attempts: "1", attemptsPassed: "outcome = 'passed'" },
    columns: {
        id: "integer",
        scenarioId: "integer",
        position: "integer",
        phase: "word",
        rowLabel: "text",
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
        attempts: "integer",
        attemptsPassed: "integer",
        note: "text",
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
        reference: "text",
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
function reader_readRecord(file) {
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
            const select = selectFrom(table, this.#columnsOf(table.name));
            const statement = this.#database.prepare(`${select} ${clause}`);
            const decode = decoderOf(table);
            for (const raw of statement.iterate(...parameters)) {
                yield decode(raw);
            }
        }
        catch (error) {
            this.#noteDamage(error);
        }
    }
    #columnsOf(table) {
        const rows = this.#database.prepare("SELECT name FROM pragma_table_info(?)").all(table);
        return new Set(rows.map((row) => String(row["name"])));
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
        const attemptsPassed = row.attemptsPassed ?? Number(row.outcome === "passed");
        this.#insertLater(stepTable, { ...row, attemptsPassed, id });
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





;// CONCATENATED MODULE: ./build/report/json-diff.js
const mostLines = 300;
const mostShown = 40;
/** Unchanged lines that are kept around a change. */
const around = 2;
/**
 * Two JSON texts line by line, `-` expected and `+` actual, with a little of what is the same around; undefined when one
 * of them is not a map or list, or they are too long for this.
 *
 * Behind the actual value a remark in brackets may stand, as verdicts have it.
 */
function jsonDiff(expected, actual) {
    const [one, two] = [printed(expected), printed(withoutRemark(actual))];
    if (one === undefined || two === undefined || one.length > mostLines || two.length > mostLines) {
        return undefined;
    }
    const lines = compared(one, two);
    const kept = lines.filter((_, index) => lines.slice(Math.max(0, index - around), index + around + 1).some(({ sign }) => sign !== " "));
    const shown = kept.slice(0, mostShown).map(({ sign, text }) => `${sign} ${text}`);
    const more = kept.length > mostShown ? [`… ${kept.length - mostShown} lines more`] : [];
    return kept.length === 0 ? undefined : [...shown, ...more].join("\n");
}
function printed(json) {
    try {
        const value = JSON.parse(json);
        return typeof value === "object" && value !== null
            ? JSON.stringify(value, null, 2).split("\n")
            : undefined;
    }
    catch {
        return undefined;
    }
}
function withoutRemark(text) {
    const at = text.indexOf(" (/");
    return at === -1 ? text : text.slice(0, at);
}
/** The longest common lines stay, everything else went or came. */
function compared(one, two) {
    const width = two.length + 1;
    const common = new Uint16Array((one.length + 1) * width);
    const at = (i, j) => common[i * width + j] ?? 0;
    for (let i = one.length - 1; i >= 0; i -= 1) {
        for (let j = two.length - 1; j >= 0; j -= 1) {
            common[i * width + j] =
                one[i] === two[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
        }
    }
    const lines = [];
    for (let i = 0, j = 0; i < one.length || j < two.length;) {
        if (i < one.length && j < two.length && one[i] === two[j]) {
            lines.push({ sign: " ", text: one[i] ?? "" });
            i += 1;
            j += 1;
        }
        else if (i < one.length && (j >= two.length || at(i + 1, j) >= at(i, j + 1))) {
            lines.push({ sign: "-", text: one[i] ?? "" });
            i += 1;
        }
        else {
            lines.push({ sign: "+", text: two[j] ?? "" });
            j += 1;
        }
    }
    return lines;
}

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
/** `call get-sum`, with the row it was made for and the part of the scenario where that is not the steps. */
function stepName(step) {
    const name = step.target === "" ? step.verb : `${step.verb} ${step.target}`;
    const row = step.rowLabel === null ? "" : ` [${step.rowLabel}]`;
    return `${step.phase === "step" ? "" : `${step.phase}: `}${name}${row}`;
}
/** Its name, with the protocol where it was played once for each. */
function scenarioName(scenario) {
    const { name, revision } = scenario;
    return revision === null || name.endsWith(`[${revision}]`) ? name : `${name} [${revision}]`;
}
/** How its trials went; empty when it was played once. */
function trialsOf({ trials, trialsPassed }) {
    return trials === 1 ? "" : `${trialsPassed ?? 0} of ${trials} trials passed`;
}
/** What to tell of a step that passed, but not at once and every time. */
function unsteadySteps(report) {
    return report.scenarios.flatMap((scenario) => scenario.steps
        .filter(({ outcome, attempts, attemptsPassed }) => outcome === "passed" && attemptsPassed < attempts)
        .map((step) => ({ scenario, step })));
}
/** The address of a place in the specification; null for anything else, which stays text. */
function specificationLink(reference) {
    return /^https:\/\/modelcontextprotocol\.io\/[\w./#-]*$/.test(reference ?? "") ? reference : null;
}
/** Images, sounds and files that servers send are named by their size, never shown: a text for people stays one. */
function withoutBinary(text) {
    return text.replace(/("(?:data|blob)"\s*:\s*")[A-Za-z0-9+/_=-]{256,}/g, (match, key) => `${key}(${match.length - key.length} characters of base64 left out)`);
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
    const name = scenarioName(scenario);
    const step = scenario.steps.find(({ outcome }) => outcome === "failed") ??
        scenario.steps.find(({ outcome }) => outcome === "broken");
    return step === undefined
        ? `${name}: ${scenario.reason ?? scenario.outcome}`
        : `${name} › ${stepName(step)}: ${step.reason ?? step.outcome}`;
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
    const name = scenarioName(scenario);
    return step === null ? name : `${name} › ${stepName(step)}`;
}
/** What was expected and what came, as plain text; empty when nothing was compared. */
function differenceOf(step) {
    return step.verdicts
        .filter((verdict) => !verdict.ok)
        .map((verdict) => {
        const diff = jsonDiff(verdict.expected, verdict.actual);
        return diff === undefined
            ? `${expectation(verdict)}\n${labelled("actual:  ", withoutBinary(verdict.actual))}`
            : `${verdict.place} ${verdict.predicate}, - expected, + actual:\n${withoutBinary(diff)}`;
    })
        .join("\n");
}
/** What the server wrote and told meanwhile, as plain text; empty for nothing. */
function evidenceText({ evidence }) {
    const part = (title, lines) => lines.length === 0 ? [] : [`${title} meanwhile:`, ...lines.map((line) => `  ${line}`)];
    return evidence === null
        ? ""
        : [...part("stderr", evidence.stderr), ...part("notifications", evidence.notifications)].join("\n");
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
    const where = place === null ? "" : ` — ${markdown_forMarkdown(place)}`;
    const reason = (step ?? scenario).reason ?? outcomeOf(failure);
    const title = `#### ${symbolOf(outcomeOf(failure))} ${markdown_forMarkdown(wording_cut(nameOf(failure), 200))}${where}`;
    const text = step === null ? "" : wording_cut(differenceOf(step), longestBlock);
    const evidence = step === null ? "" : wording_cut(evidenceText(step), longestBlock);
    const note = step?.note ?? trialsOf(scenario);
    return [
        title,
        markdown_forMarkdown(wording_cut(reason, 1_000)),
        ...(note === "" ? [] : [markdown_forMarkdown(wording_cut(note, 500))]),
        ...block("expected and actual", text, details),
        ...block("what the server said meanwhile", evidence, details),
    ];
}
function block(title, text, details) {
    if (text === "") {
        return [];
    }
    const lines = splitLines(text);
    if (lines.length <= inlineLines) {
        return [markdown_fencedCode(text)];
    }
    const rest = `${lines.length} lines`;
    return details
        ? [`<details><summary>${title}, ${rest}</summary>`, markdown_fencedCode(text), "</details>"]
        : [markdown_fencedCode([...lines.slice(0, inlineLines - 1), `… ${rest} in all`].join("\n"))];
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

;// CONCATENATED MODULE: ./build/report/evidence.js
const evidence_mostLines = 20;
const mostSteps = 200;
const longestLine = 500;
/** Output of a server is often read a moment after the answer it belongs to. */
const afterMs = 200;
/** What a server wrote and told while a step was done, for the first steps that did not pass. */
function evidenceOf(reader, steps) {
    const troubled = steps.filter(({ outcome, durationMs }) => (outcome === "failed" || outcome === "broken") && durationMs > 0);
    return new Map(troubled.slice(0, mostSteps).map((step) => [
        step.id,
        {
            stderr: during(step, reader.logs({ ...since(step), stream: "stderr" }), ({ text }) => text),
            notifications: during(step, reader.wire(since(step)), ({ direction, text }) => direction === "received" ? notification(text) : undefined),
        },
    ]));
}
function since(step) {
    return { server: step.server, sinceMs: step.startedAtMs };
}
/** The rows until the step's end that `show` makes a line of, as many as are of use. */
function during(step, rows, show) {
    const lines = [];
    for (const row of rows) {
        if (row.atMs > step.startedAtMs + step.durationMs + afterMs || lines.length === evidence_mostLines) {
            break;
        }
        const line = show(row);
        if (line !== undefined) {
            lines.push(line.length > longestLine ? `${line.slice(0, longestLine)}…` : line);
        }
    }
    return lines;
}
/** `notifications/message {…}`; undefined for anything with an id. */
function notification(text) {
    const [, method] = /^\s*\{.*"method"\s*:\s*"(notifications\/[\w/-]{1,100})"/s.exec(text) ?? [];
    return method === undefined ? undefined : text;
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
function judge_judgeRun(facts, options = {}) {
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

;// CONCATENATED MODULE: ./build/report/record-events.js
/** What each server's tools cost whoever has them in context: the last that was measured. */
function contextCosts(reader) {
    const costs = new Map();
    for (const { server, data } of reader.events("context-cost")) {
        const cost = costOf(parsed(data));
        if (server !== null && cost !== undefined) {
            costs.set(server, cost);
        }
    }
    return costs;
}
/** How the variants of each scenario compare. */
function parities(reader) {
    return [...reader.events("parity")].flatMap(({ data }) => {
        const event = parsed(data);
        const protocols = listOf(member(event, "protocols")).map(String);
        const scenario = member(event, "scenario");
        if (typeof scenario !== "string" || protocols.length !== 2) {
            return [];
        }
        const differences = listOf(member(event, "differences")).map((one) => ({
            position: number(member(one, "position")),
            what: record_events_text(member(one, "what")),
            first: record_events_text(member(one, "first")),
            second: record_events_text(member(one, "second")),
        }));
        return [{ scenario, protocols, differences }];
    });
}
function costOf(data) {
    const tools = listOf(member(data, "tools")).map((tool) => ({
        name: record_events_text(member(tool, "name")),
        bytes: number(member(tool, "bytes")),
        tokens: number(member(tool, "tokens")),
    }));
    return member(data, "bytes") === undefined
        ? undefined
        : {
            bytes: number(member(data, "bytes")),
            tokens: number(member(data, "tokens")),
            tools: tools.toSorted((a, b) => b.tokens - a.tokens),
        };
}
function parsed(json) {
    try {
        return JSON.parse(json);
    }
    catch {
        return undefined;
    }
}
function member(value, key) {
    return typeof value === "object" && value !== null && Object.hasOwn(value, key)
        ? new Map(Object.entries(value)).get(key)
        : undefined;
}
function listOf(value) {
    return Array.isArray(value) ? value : [];
}
function number(value) {
    return typeof value === "number" ? value : 0;
}
function record_events_text(value) {
    return typeof value === "string" ? value : "";
}

;// CONCATENATED MODULE: ./build/report/server-summary.js
const maxPoints = 120;
/** What a server did and what it cost, from all its samples. */
function summariseServer(server, reader, steps, findings, contextCost) {
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
        contextCost,
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
    const costs = contextCosts(reader);
    const servers = reader
        .servers()
        .map((server) => summariseServer(server, reader, steps, findings.filter((finding) => finding.server === server.name).length, costs.get(server.name) ?? null));
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
        parity: parities(reader),
        notes: notesOf(reader),
    };
    return { ...report, verdict: verdictLine(report) };
}
/** What the manager wrote down stands, unless it says "passed" where the facts do not. */
function finalJudgement(reader, run) {
    const judged = judge_judgeRun(reader, { unended: run.endedAtMs === null });
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
    const all = reader.steps();
    const evidence = evidenceOf(reader, all);
    const steps = Map.groupBy(all, (step) => step.scenarioId);
    return reader.scenarios().map((scenario) => ({
        ...scenario,
        ...build_endOf(scenario, run),
        servers: scenario.servers.split(",").filter((name) => name !== ""),
        steps: (steps.get(scenario.id) ?? [])
            .toSorted((a, b) => a.position - b.position)
            .map((step) => ({
            ...step,
            verdicts: verdicts.get(step.id) ?? [],
            evidence: evidence.get(step.id) ?? null,
        })),
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

;// CONCATENATED MODULE: ./build/report/html/context-cost.js


const mostTools = 15;
const width = 200;
/** What the tools of each server take of a model's context, the dearest with a bar each. */
function contextSection(report) {
    const cards = report.servers.flatMap(({ name, contextCost }) => contextCost === null ? [] : [card(name, contextCost)]);
    return cards.length === 0
        ? nothing
        : html `<section data-g><h2 id="context">Context cost</h2>${cards}</section>`;
}
function card(server, { tools, tokens, bytes: size }) {
    const most = Math.max(1, ...tools.map((tool) => tool.tokens));
    const rows = tools
        .slice(0, mostTools)
        .map((tool) => html `<tr><td>${tool.name}</td><td class="num word">${tool.tokens}</td><td class="num word">${bytes(tool.bytes)}</td><td><svg class="cost" viewBox="0 0 ${width} 8" preserveAspectRatio="none" aria-hidden="true"><rect width="${Math.round((tool.tokens / most) * width)}" height="8"/></svg></td></tr>`);
    const left = tools.length - rows.length;
    const more = left > 0 ? html `<p class="dim">and ${plural(left, "cheaper tool")}</p>` : nothing;
    return html `<div class="card view" data-f data-server="${server}"><b>${server}</b> <span class="dim">${plural(tools.length, "tool")}, about ${plural(tokens, "token")}, ${bytes(size)}</span>
<div class="wide"><table><thead><tr><th>tool</th><th class="num">tokens</th><th class="num">bytes</th><th></th></tr></thead><tbody>${rows}</tbody></table></div>${more}</div>`;
}

;// CONCATENATED MODULE: ./build/report/html/findings.js



const mostFindings = 500;
const longest = 4_000;
/** What nobody asked about and is wrong all the same, with its place in the specification. */
function findings(report) {
    if (report.findings.length === 0) {
        return nothing;
    }
    const rows = report.findings.slice(0, mostFindings).map(row);
    return html `<section data-g><h2 id="findings">Findings<small>${report.findings.length}</small></h2><div class="card wide"><table><thead><tr><th></th><th>server</th><th>what</th><th>code</th><th></th><th></th></tr></thead><tbody>${rows}</tbody></table></div></section>`;
}
function row({ severity, server, code, message, reference, stepId }) {
    const step = stepId === null ? nothing : html `<a href="#step-${stepId}">step</a>`;
    return html `<tr class="finding" data-f data-s="${severity}" data-server="${server}"><td><span class="pill ${severity}">${severity}</span></td><td>${server}</td><td>${wording_cut(message, 2_000)}</td><td><code>${code}</code></td><td>${place(reference)}</td><td>${step}</td></tr>`;
}
/** Only an address of the specification, which our own table gives, becomes a link. */
function place(reference) {
    const link = specificationLink(reference);
    return link === null
        ? html `${wording_cut(reference ?? "", 300)}`
        : html `<a href="${link}" rel="noopener noreferrer">specification</a>`;
}
/** One expectation that does not hold: two values side by side, or line by line where both are structures. */
function difference({ place: where, predicate, expected, actual }) {
    const diff = jsonDiff(expected, actual);
    return diff === undefined
        ? html `<div class="diff"><span>expected</span><pre>${where} ${predicate} ${wording_cut(withoutBinary(expected), longest)}</pre><span>actual</span><pre class="got">${wording_cut(withoutBinary(actual), longest)}</pre></div>`
        : html `<div class="diff"><span>${where} ${predicate}</span><pre class="lines-diff">${diff.split("\n").map(diffLine)}</pre></div>`;
}
function diffLine(line) {
    const text = withoutBinary(line);
    if (line.startsWith("-")) {
        return html `<del>${text}</del>\n`;
    }
    return line.startsWith("+") ? html `<ins>${text}</ins>\n` : html `${text}\n`;
}

;// CONCATENATED MODULE: ./build/report/html/gantt.js



const gantt_width = 1000;
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
            label: html `<a class="label sub" href="#scenario-${scenario.id}" title="${scenarioName(scenario)}">${scenarioName(scenario)}</a>`,
            bars: scenarioBars(scenario, scale),
        })),
    ];
    if (rows.length === 0) {
        return nothing;
    }
    const more = rows.length - maxRows;
    return html `<section><h2 id="timeline">Timeline</h2><div class="card"><div class="gantt">
<span></span><div class="axis">${axis(scale.spanMs)}</div>
${rows.slice(0, maxRows).map(({ label, bars }) => html `${label}<svg viewBox="0 0 ${gantt_width} 16" preserveAspectRatio="none">${bars}</svg>\n`)}</div>
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
    const x = Math.min(gantt_width, Math.max(0, ((fromMs - scale.startMs) / scale.spanMs) * gantt_width));
    const end = Math.min(gantt_width, ((toMs - scale.startMs) / scale.spanMs) * gantt_width);
    // A step of a millisecond must still be seen.
    const long = Math.min(Math.max(2, end - x), Math.max(2, gantt_width - x));
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

;// CONCATENATED MODULE: ./build/report/html/parity.js


const mostRows = 300;
/** Where scenarios go differently over two protocols. */
function paritySection(report) {
    if (report.parity.length === 0) {
        return nothing;
    }
    const rows = report.parity.flatMap(({ scenario, protocols, differences }) => differences.map(({ position, what, first, second }) => html `<tr data-f><td>${scenario}</td><td class="num">${position + 1}</td><td>${what}</td><td>${protocols[0] ?? ""}<pre>${wording_cut(first, 2_000)}</pre></td><td>${protocols[1] ?? ""}<pre>${wording_cut(second, 2_000)}</pre></td></tr>`));
    const compared = [...new Set(report.parity.map(({ protocols }) => protocols.join(" and ")))];
    const body = rows.length === 0
        ? html `<p class="dim">${compared.join(", ")}: no step differs.</p>`
        : html `<div class="wide"><table><thead><tr><th>scenario</th><th class="num">step</th><th>differs in</th><th>one</th><th>other</th></tr></thead><tbody>${rows.slice(0, mostRows)}</tbody></table></div>`;
    return html `<section data-g><h2 id="parity">Parity<small>${rows.length}</small></h2><div class="card">${body}</div></section>`;
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
    const { outcome, id } = scenario;
    const left = scenario.steps.length - steps.length;
    const open = outcome === "passed" || outcome === "skipped" ? nothing : html ` open`;
    const took = scenario.durationMs === null ? "" : quantity_duration(scenario.durationMs);
    const own = scenario.steps.length === 0 ? html ` data-f` : nothing;
    return html `<details class="card scenario" id="scenario-${id}" data-g data-s="${outcome}" data-server="${scenario.servers.join(",")}"${own}${open}>
<summary>${symbol(outcome)}<span>${scenarioName(scenario)}</span>${tags(scenario)}<span class="end">${plural(scenario.steps.length, "step")} · ${scenario.servers.join(", ")} · ${took}</span></summary>
${scenario.reason === null ? nothing : html `<p>${wording_cut(scenario.reason, 2_000)}</p>`}
${steps.map((step) => stepPart(report, step, budget))}
${left === 0 ? nothing : html `<p>${plural(left, "step")} more in report.json</p>`}</details>`;
}
function tags(scenario) {
    const all = [...scenario.tags.split(",").filter((tag) => tag !== ""), trialsOf(scenario)];
    const shown = all.filter((tag) => tag !== "").slice(0, 10);
    return html `${shown.map((tag) => html `<span class="pill">${wording_cut(tag, 60)}</span>`)}`;
}
function stepPart(report, step, budget) {
    const troubled = step.outcome === "failed" || step.outcome === "broken";
    const place = placeOf(report.run, step);
    return html `<details class="step" id="step-${step.id}" data-f data-s="${step.outcome}" data-server="${step.server}"${troubled ? html ` open` : nothing}>
<summary>${symbol(step.outcome)}<code>${wording_cut(stepName(step), 300)}</code>${step.note === null ? nothing : html `<span class="pill broken">${wording_cut(step.note, 200)}</span>`}<span class="end">${step.server} · ${quantity_duration(step.durationMs)}</span></summary>
<div class="body">${step.reason === null ? nothing : html `<div class="why">${wording_cut(step.reason, 4_000)}</div>`}
${scenario_list_verdictTable(step)}${evidence(step)}${value("Arguments", step.argumentsJson, budget)}${value(`Result, ${bytes(step.resultBytes)}`, step.resultJson, budget)}
<div class="dim">${[place, step.faultCode, step.blame === null ? null : `blame: ${step.blame}`].filter((part) => part !== null).join(" · ")}</div></div></details>`;
}
function scenario_list_verdictTable(step) {
    if (step.verdicts.length === 0) {
        return nothing;
    }
    const rows = step.verdicts.map((verdict) => html `<tr><td>${symbol(verdict.ok ? "passed" : "failed")}</td><td><code>${verdict.place} ${verdict.predicate}</code></td><td><pre>${wording_cut(withoutBinary(verdict.expected), longestValue)}</pre></td><td><pre>${wording_cut(withoutBinary(verdict.actual), longestValue)}</pre></td></tr>`);
    return html `<div class="wide"><table><thead><tr><th></th><th>expectation</th><th>expected</th><th>actual</th></tr></thead><tbody>${rows}</tbody></table></div>`;
}
function evidence({ evidence: given }) {
    if (given === null) {
        return nothing;
    }
    const part = (title, lines) => lines.length === 0
        ? nothing
        : html `<div><h4>${title}</h4><pre>${withoutBinary(lines.join("\n"))}</pre></div>`;
    return html `${[part("stderr meanwhile", given.stderr), part("Notifications meanwhile", given.notifications)]}`;
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
        return withoutBinary(JSON.stringify(JSON.parse(json), null, 2));
    }
    catch {
        return withoutBinary(json);
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
${report.servers.map((server) => server_card_card(report, server))}</div></section>`;
}
function server_card_card(report, server) {
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
.lines-diff del{color:var(--failed);text-decoration:none}.lines-diff ins{color:var(--passed);text-decoration:none}
svg.cost{display:block;width:100%;min-width:80px;height:8px}svg.cost rect{fill:var(--accent);opacity:.7}
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
const viewer_longestLine = 2_000;
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
        text: wording_cut(text, viewer_longestLine),
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
${failures(report)}${findings(report)}${paritySection(report)}${gantt(report)}${serverCards(report)}${contextSection(report)}${scenarios}${views}${appendix(report)}${footer(report)}
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
${missed.slice(0, 5).map(difference)}</article>`;
    });
    const more = all.length - cards.length;
    return html `<section data-g><h2 id="failures">Failures<small>${all.length}</small></h2>${cards}${more > 0 ? html `<p class="dim">and ${more} more below</p>` : nothing}</section>`;
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
        ...report.scenarios.map((scenario) => suite(report, scenarioName(scenario), scenarioCases(scenario), scenario)),
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
        className: scenarioName(scenario),
        seconds: inSeconds(step.durationMs),
        line: step.line,
        end: junit_endOf(step.outcome),
        type: step.outcome === "passed" ? "attempts" : (step.faultCode ?? step.blame ?? "expectation"),
        message: step.reason ?? (step.outcome === "passed" ? (step.note ?? "") : ""),
        body: [
            differenceOf(step),
            step.outcome === "passed" ? "" : (step.note ?? ""),
            evidenceText(step),
        ]
            .filter((part) => part !== "")
            .join("\n"),
    };
}
function scenarioCase(scenario) {
    return {
        name: "scenario",
        className: scenarioName(scenario),
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
        body: finding.reference ?? "",
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

;// CONCATENATED MODULE: ./build/report/summary-tables.js


const summary_tables_mostRows = 50;
/** Steps that passed, but not at once or not every time. */
function unsteadyTable(report) {
    const rows = unsteadySteps(report).map(({ scenario, step }) => [
        wording_cut(`${scenarioName(scenario)} › ${stepName(step)}`, 200),
        step.server,
        step.note ?? "",
    ]);
    return section(plural(rows.length, "unsteady step"), ["step", "server", "attempts"], rows);
}
/** Where a scenario goes differently over two protocols. */
function parityTable(report) {
    const rows = report.parity.flatMap(({ scenario, protocols, differences }) => differences.map(({ position, what, first, second }) => [
        `${wording_cut(scenario, 100)} · ${position + 1}`,
        what,
        `${protocols[0] ?? ""}: ${wording_cut(first, 300)}`,
        `${protocols[1] ?? ""}: ${wording_cut(second, 300)}`,
    ]));
    return section(plural(rows.length, "difference between protocols", "differences between protocols"), ["step", "differs in", "one", "other"], rows);
}
/** What the tools of each server take of a model's context. */
function contextTable(report) {
    const rows = report.servers.flatMap(({ name, contextCost }) => {
        if (contextCost === null) {
            return [];
        }
        const { tools, tokens } = contextCost;
        const top = tools.slice(0, 5).map((tool) => `${wording_cut(tool.name, 60)} ${tool.tokens}`);
        return [[name, String(tools.length), `≈ ${tokens}`, bytes(contextCost.bytes), top.join(", ")]];
    });
    return section("What tools take of a context", ["server", "tools", "tokens", "bytes", "dearest"], rows);
}
function section(title, head, rows) {
    if (rows.length === 0) {
        return [];
    }
    const line = (cells) => `| ${cells.map(markdown_forMarkdown).join(" | ")} |`;
    const more = rows.length > summary_tables_mostRows ? [line([`and ${rows.length - summary_tables_mostRows} more`])] : [];
    return [
        `#### ${title}`,
        [
            line(head),
            line(head.map(() => ""))
                .replaceAll("|  ", "| :-- ")
                .trimEnd(),
            ...rows.slice(0, summary_tables_mostRows).map(line),
            ...more,
        ].join("\n"),
    ];
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
        ...report.notes.map((note) => `> ${markdown_forMarkdown(note)}`),
        ...summary_serverTable(report, level),
        ...failureBlocks(report, level.failures, level.details),
        ...(level.failures > 5 ? unsteadyTable(report) : []),
        ...findingSection(report, level.findings),
        ...(level.failures > 5 ? parityTable(report) : []),
        ...(level.details ? contextTable(report) : []),
        ...(level.details ? [...slowestSteps(report), ...versions(report)] : []),
    ];
}
function heading(report) {
    return `### ${symbolOf(report.run.outcome)} ${markdown_forMarkdown(report.verdict)}`;
}
function faultSection({ run }) {
    if (run.fault === null) {
        return [];
    }
    const { title, message, hint, code } = run.fault;
    return [
        `**${title}** (${markdown_forMarkdown(code)})`,
        markdown_fencedCode(wording_cut(message, 8_000)),
        markdown_forMarkdown(hint),
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
        `**${markdown_forMarkdown(wording_cut(server.name, 100))}**`,
        markdown_forMarkdown(`${condition}${wording_cut(reason, 200)}`),
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
        .map(({ severity, server, code, message, reference }) => `- ${severitySymbol[severity]} **${markdown_forMarkdown(server)}** ${markdown_forMarkdown(wording_cut(message, 500))} (${markdown_forMarkdown(code)}${referenceText(reference)})`);
    const more = ranked.length > limit ? [`- and ${ranked.length - limit} more`] : [];
    return [`#### ${plural(ranked.length, "finding")}`, [...lines, ...more].join("\n")];
}
/** Only addresses of the specification become links; they come from our own table. */
function referenceText(reference) {
    const link = specificationLink(reference);
    if (link !== null) {
        return `, [specification](${link})`;
    }
    return reference === null ? "" : `, ${markdown_forMarkdown(wording_cut(reference, 200))}`;
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
        markdown_forMarkdown(wording_cut(`${scenarioName(scenario)} › ${stepName(step)}`, 200)),
        markdown_forMarkdown(wording_cut(step.server, 100)),
        markdown_forMarkdown(placeOf(report.run, step) ?? "–"),
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
        `- docker-mcp-manager ${markdown_forMarkdown(report.product.version)}`,
        ...(engine.version === null
            ? []
            : [
                `- ${markdown_forMarkdown(engine.name ?? "Docker Engine")} ${markdown_forMarkdown(engine.version)}, API ${markdown_forMarkdown(engine.apiVersion ?? "–")}`,
            ]),
        ...report.servers.slice(0, 50).map((server) => {
            const itself = [server.serverName, server.serverVersion].filter((part) => part !== null);
            const facts = [
                itself.join(" "),
                server.revision === null ? "" : `MCP ${server.revision} over ${server.transport}`,
                server.image ?? "",
                server.imageId ?? "",
            ];
            return `- **${markdown_forMarkdown(wording_cut(server.name, 100))}**: ${markdown_forMarkdown(facts
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
        : `Full report: ${markdown_forMarkdown(fullReport)}`;
}
function summary_optional(value, format) {
    return value === null ? "–" : format(value);
}
function summary_join(parts) {
    return `${parts.join("\n\n")}\n`;
}

;// CONCATENATED MODULE: ./build/report/terminal.js




const terminal_longestValue = 400;
const mostEvidence = 12;
/** A run for the terminal: failures in full, findings, a table of servers, and the verdict as the last line. */
function terminal_terminalReport(report) {
    const blocks = [
        ...report.scenarios
            .filter((scenario) => scenario.outcome !== "passed")
            .map((scenario) => failure(report, scenario)),
        unsteady(report),
        terminal_findings(report),
        parity(report),
        servers(report),
        terminal_contextCosts(report),
        ...report.notes.map(terminal_safe),
        report.run.fault === null ? "" : `  hint: ${terminal_safe(report.run.fault.hint)}`,
        `${symbolOf(report.run.outcome)} ${terminal_safe(report.verdict)}`,
    ];
    return blocks.filter((block) => block !== "").join("\n\n");
}
function failure(report, scenario) {
    const trials = trialsOf(scenario);
    const lines = [
        `${symbolOf(scenario.outcome)} ${terminal_safe(scenarioName(scenario))}${trials === "" ? "" : `  ${trials}`}`,
    ];
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
        ...(step.note === null ? [] : [`    ${terminal_safe(step.note)}`]),
        ...missed.flatMap(verdictLines),
        ...evidenceText(step)
            .split("\n")
            .slice(0, mostEvidence)
            .filter((line) => line !== "")
            .map((line) => `      ${terminal_safe(line)}`),
    ];
}
function verdictLines({ place, predicate, expected, actual }) {
    const what = `      ${terminal_safe(place)} ${predicate}`;
    const diff = jsonDiff(expected, actual);
    return diff === undefined
        ? [
            what,
            `        expected  ${terminal_safe(expected)}`,
            `        actual    ${terminal_safe(withoutBinary(actual))}`,
        ]
        : [what, ...diff.split("\n").map((line) => `        ${terminal_safe(line)}`)];
}
/** Passed, but not at once or not every time: never silent. */
function unsteady(report) {
    const rows = unsteadySteps(report).map(({ scenario, step }) => [
        "  ~",
        terminal_safe(`${scenarioName(scenario)} › ${stepName(step)}`),
        terminal_safe(step.note ?? ""),
    ]);
    return rows.length === 0 ? "" : `${plural(rows.length, "unsteady step")}\n${table(rows)}`;
}
function parity(report) {
    const rows = report.parity.flatMap(({ scenario, protocols, differences }) => differences.map(({ position, what, first, second }) => [
        `  ${terminal_safe(scenario)}`,
        `step ${position + 1}`,
        terminal_safe(what),
        `${terminal_safe(protocols[0] ?? "")}: ${terminal_safe(first)}`,
        `${terminal_safe(protocols[1] ?? "")}: ${terminal_safe(second)}`,
    ]));
    return rows.length === 0 ? "" : `${plural(rows.length, "difference")} in parity\n${table(rows)}`;
}
function terminal_contextCosts(report) {
    const rows = report.servers.flatMap(({ name, contextCost }) => {
        if (contextCost === null) {
            return [];
        }
        const { tools, tokens } = contextCost;
        const top = tools.slice(0, 3).map((tool) => `${tool.name} ${tool.tokens}`);
        return [
            [
                `  ${terminal_safe(name)}`,
                plural(tools.length, "tool"),
                `≈ ${plural(tokens, "token")}`,
                bytes(contextCost.bytes),
                terminal_safe(top.join(", ")),
            ],
        ];
    });
    return rows.length === 0
        ? ""
        : `What tools take of a context\n${table(rows, { right: [1, 2, 3] })}`;
}
function terminal_findings(report) {
    const rows = report.findings.map((finding) => [
        `  ${{ error: "✗", warning: "⚠", info: "i" }[finding.severity]}`,
        terminal_safe(finding.server),
        terminal_safe(finding.code),
        terminal_safe(finding.message),
        terminal_safe(finding.reference ?? ""),
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
const maxStateBytes = 64 * 1024;
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
function run_state_createStateDir(runnerTemp, state) {
    const stateDir = stateDirOf(runnerTemp, state.runId);
    mkdirSync(stateDir, { mode: 0o700 });
    chmodSync(stateDir, 0o700);
    mkdirSync(run_state_reportDirOf(stateDir), { mode: 0o700 });
    run_state_writeState(stateDir, state);
    return stateDir;
}
function run_state_reportDirOf(stateDir) {
    return (0,external_node_path_.join)(stateDir, "report");
}
/** Replaces the state whole: a reader sees the old or the new one. Synchronous, so no signal comes in between. */
function run_state_writeState(stateDir, state) {
    const path = statePath(stateDir);
    const next = `${path}.tmp`;
    rmSync(next, { force: true });
    writeFileSync(next, JSON.stringify(state), { mode: 0o600, flag: "wx" });
    renameSync(next, path);
}
/**
 * Reads what main left, trusting nothing: anyone who can print to the step's log may try to forge saved state.
 *
 * The folder must be the one that belongs to the run's id, directly in RUNNER_TEMP, a real folder of this user that
 * no one else can enter; the file in it a regular one of this user, and about the same run.
 */
function findState(saved, runnerTemp, userId) {
    if (saved === undefined || saved === "") {
        return { kind: "none" };
    }
    if (!runIdPattern.test(saved) || runnerTemp === undefined) {
        return unusable("the saved run id is not one of ours");
    }
    const stateDir = stateDirOf(runnerTemp, saved);
    try {
        const folder = (0,external_node_fs_.lstatSync)(stateDir);
        if (!folder.isDirectory() || folder.uid !== userId || (folder.mode & 0o077) !== 0) {
            return unusable(`${stateDir} is not a folder of ours`);
        }
    }
    catch {
        return { ...unusable(`${stateDir} is gone`), runId: saved };
    }
    const own = { runId: saved, stateDir };
    try {
        const file = (0,external_node_fs_.lstatSync)(statePath(stateDir));
        if (!file.isFile() || file.uid !== userId || file.size > maxStateBytes) {
            return { ...unusable(`${statePath(stateDir)} is not a file of ours`), ...own };
        }
        const state = runState.parse(JSON.parse((0,external_node_fs_.readFileSync)(statePath(stateDir), "utf8")));
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
function counts_countsOf(result) {
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
function counts_countsSoFar(stateDir, exitCode) {
    const none = {
        outcome: "broken",
        passed: 0,
        failed: 0,
        broken: 0,
        skipped: 0,
        exit_code: exitCode,
    };
    const recordFile = join(reportDirOf(stateDir ?? ""), "run.db");
    if (stateDir === undefined || !existsSync(recordFile)) {
        return counts_countsOf(none);
    }
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const reader = __addDisposableResource(env_1, readRecord(recordFile), false);
            return counts_countsOf({ ...none, ...judgeRun(reader, { unended: true }).totals });
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
        return counts_countsOf(none);
    }
}

;// CONCATENATED MODULE: ./build/action/fault-annotation.js



/** One error annotation for each place that is wrong, or one for the whole. */
async function fault_annotation_annotateFault(fault) {
    const { title } = codes[fault.code];
    const message = `${fault.message}\n${fault.hint}`;
    const whole = {
        level: "error",
        title,
        message,
        file: null,
        line: null,
        column: null,
    };
    await annotate(fault.problems.length > 0 ? problemAnnotations(title, fault.problems) : [whole]);
}
/** A fault as lines for the job log. */
function fault_annotation_faultText(fault) {
    const places = fault.problems.map(({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`);
    return [`${codes[fault.code].title}: ${fault.message}`, ...places, fault.hint].join("\n");
}

;// CONCATENATED MODULE: ./build/action/fault-markdown.js


/** What the job summary says when there is no record to report from. */
function fault_markdown_faultMarkdown(fault) {
    const places = fault.problems.map(({ file, line, column, message, hint }) => `- ${forMarkdown(`${file}:${line}:${column}`)}: ${forMarkdown(message)}${hint === undefined ? "" : ` ${forMarkdown(hint)}`}`);
    return [
        `### ❌ ${codes[fault.code].title}`,
        "",
        ...(places.length > 0 ? places : [fencedCode(fault.message)]),
        "",
        forMarkdown(fault.hint),
        "",
    ].join("\n");
}

// EXTERNAL MODULE: ./build/clock/index.js + 4 modules
var build_clock = __webpack_require__(56931);
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
function artifacts_artifactName(wanted, environment) {
    const attempt = environment["GITHUB_RUN_ATTEMPT"] ?? "1";
    const job = environment["GITHUB_JOB"] ?? "job";
    const name = wanted === ""
        ? `docker-mcp-manager-${job}${attempt === "1" ? "" : `-attempt-${attempt}`}`
        : wanted;
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are the point.
    return name.replace(/["<>:|*?\\/\u0000-\u001f\u007f-\u009f\u2028\u2029]/g, "-").slice(0, 200);
}
/** Where a browser finds an artifact of this workflow run. */
function artifacts_artifactUrl(id, environment) {
    const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository, GITHUB_RUN_ID: run, } = environment;
    return `${server}/${repository}/actions/runs/${run}/artifacts/${id}`;
}
async function uploadOnce(request, name, upload) {
    const { DefaultArtifactClient } = await Promise.all(/* import() */[__webpack_require__.e(260), __webpack_require__.e(839), __webpack_require__.e(838), __webpack_require__.e(495)]).then(__webpack_require__.bind(__webpack_require__, 65495));
    const client = new DefaultArtifactClient();
    const options = request.retentionDays === 0 ? {} : { retentionDays: request.retentionDays };
    const ms = baseMs + (sizeOf(request.reportDir) / bytesPerSecond) * 1_000;
    const attempt = async (as) => {
        const late = () => new build_fault/* Fault */.vC("USAGE", `the artifact service took longer than ${Math.round(ms / 1_000)} s`);
        const { id } = await (0,build_clock/* within */.ux)(upload(as, client, options), ms, late);
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
const passedOn = (/* unused pure expression or super */ null && ([
    /^(?:PATH|HOME|LANG|TMPDIR|XDG_RUNTIME_DIR|RUNNER_TRACKING_ID|SSL_CERT_FILE|NODE_EXTRA_CA_CERTS)$/,
    /^DOCKER_[A-Z_]+$/,
    /^(?:HTTP|HTTPS|NO|ALL)_PROXY$/i,
]));
const readyMs = 20_000;
const tailLines = 20;
/**
 * Starts the manager so that it outlives this process: detached, its output in a file.
 *
 * An inherited stdout would hold the step for 5 s after its end. What is secret goes through a file of mode 0600.
 */
function launch_launchManager(request) {
    const bootFile = join(request.stateDir, "boot.json");
    const boot = {
        runId: request.runId,
        token: request.token,
        recordFile: join(request.reportDir, "run.db"),
        workspace: request.workspace,
        announcements: null,
    };
    writeFileSync(bootFile, JSON.stringify(boot), { mode: 0o600, flag: "wx" });
    const logFile = launch_managerLogOf(request.reportDir);
    const log = openSync(logFile, "a", 0o600);
    const child = spawn(request.execPath, [request.managerEntry, bootFile], {
        cwd: "/",
        detached: true,
        env: managerEnvironment(request.environment),
        stdio: ["ignore", log, log, "pipe"],
    });
    closeSync(log);
    child.unref();
    const failed = new Promise((_, reject) => {
        child.once("error", (error) => reject(notStarted(error.message, logFile)));
        child.once("exit", (code, signal) => reject(notStarted(`it ended with ${signal ?? `exit code ${code}`}`, logFile)));
    });
    // The fourth entry of stdio is a pipe that we only read from.
    const ready = firstLine(child.stdio[3]).then((line) => urlIn(line, logFile));
    const url = within(Promise.race([ready, failed]), readyMs, () => notStarted(`it did not listen within ${readyMs / 1_000} s`, logFile));
    // Judged by whoever awaits it; an early end of this process must not count as unhandled.
    url.catch(() => undefined);
    failed.catch(() => undefined);
    return { pid: child.pid, url };
}
function launch_managerLogOf(reportDir) {
    return join(reportDir, "manager.log");
}
/** The variables of the runner that the manager gets. */
function managerEnvironment(environment) {
    return Object.fromEntries(Object.entries(environment).flatMap(([name, value]) => value !== undefined && passedOn.some((pattern) => pattern.test(name)) ? [[name, value]] : []));
}
/** The last lines of a log file; empty when there is none. */
function launch_tailOf(file) {
    try {
        return readFileSync(file, "utf8").trimEnd().split("\n").slice(-tailLines).join("\n");
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
    const tail = launch_tailOf(logFile);
    return new Fault("MANAGER_UNREACHABLE", `The manager could not be started: ${reason}.${tail === "" ? "" : `\n${tail}`}`);
}

// EXTERNAL MODULE: ./build/api/tools.js + 3 modules
var api_tools = __webpack_require__(79229);
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
async function remote_connectManager(address, version) {
    const { connectOverHttp } = await Promise.all(/* import() */[__webpack_require__.e(164), __webpack_require__.e(477), __webpack_require__.e(914)]).then(__webpack_require__.bind(__webpack_require__, 7914));
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
function isOwnerToken(text) {
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
    return ownerState(token) === "alive";
}
/** `unknown`: the owner is of another boot, machine or pid namespace, so nothing here tells whether it runs. */
function ownerState(token) {
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
const labelKeys = {
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
        [labelKeys.run]: ownership.runId,
        [labelKeys.role]: role,
        [labelKeys.owner]: ownership.owner,
        [labelKeys.expires]: new Date(ownership.expiresAtMs).toISOString(),
        ...(about.server === undefined ? {} : { [labelKeys.server]: about.server }),
        ...(about.template === undefined ? {} : { [labelKeys.template]: about.template }),
    };
}
/** Whose an object is; undefined unless every label is there and could have been written by us. */
function ownershipOf(labels) {
    const runId = labels[labelKeys.run] ?? "";
    const owner = labels[labelKeys.owner] ?? "";
    const role = labels[labelKeys.role] ?? "";
    const expires = labels[labelKeys.expires] ?? "";
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
async function removeHostsFiles(runId) {
    const names = await (0,promises_.readdir)((0,external_node_os_.tmpdir)()).catch(() => []);
    const ours = names.filter((name) => name.startsWith(folderPrefix(runId)));
    await Promise.allSettled(ours.map((name) => (0,promises_.rm)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), name), { recursive: true, force: true })));
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
const order = ["container", "network", "volume"];
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



/**
 * The kinds of network of a run. Servers on one do not reach each other.
 *
 * closed: no way out at all. An internal bridge still leaves the gateway, so what listens on every address of the
 * engine's host can be reached; shutting that (`inhibit_ipv4`) would shut us out, too.
 * oneWay: for an engine whose bridges are not on this machine's network. Nothing can be published on an internal
 * bridge, so this one is open, but without masquerade: what leaves it has a private address that no answer finds.
 */
const kinds = {
    open: { suffix: "", options: { internal: false, isolated: true } },
    closed: { suffix: "-closed", options: { internal: true, isolated: true } },
    oneWay: { suffix: "-one-way", options: { internal: false, isolated: true, masquerade: false } },
};
/** Networks made or being made, by run and kind: the engine's address pools end after about 30. */
const networks = new WeakMap();
/** The network a server needs, created when the first one needs it. The sweep of the run removes it. */
async function run_network_reachFor(engine, ownership, { server, egress, http }, seesBridge = isBridgeHere) {
    const network = (kind) => runNetwork(engine, ownership, kind);
    if (http === undefined) {
        return { network: egress === "full" ? await network("open") : null, by: null };
    }
    const wanted = await network(egress === "full" ? "open" : "closed");
    if (seesBridge(wanted)) {
        return { network: wanted, by: "address" };
    }
    if (!engine.info.endpoint.startsWith("unix:")) {
        throw new Fault("ENGINE_UNSUPPORTED", `Start server "${server}": it speaks HTTP, and the engine at ${engine.info.endpoint} is not on this machine, so its port cannot be reached`, { hint: "Run it where the engine is, or give the server's address as `url`." });
    }
    return { network: egress === "full" ? wanted : await network("oneWay"), by: "published" };
}
/**
 * Whether an engine's bridge is an interface of our own network namespace: then its containers' addresses are
 * reached from here. Not so with Docker Desktop (its own machine), a rootless engine (its own namespace), podman.
 */
function isBridgeHere(networkId) {
    return existsSync(`/sys/class/net/br-${networkId.slice(0, 12)}`);
}
function runNetwork(engine, ownership, kind) {
    const ofEngine = networks.get(engine) ?? new Map();
    networks.set(engine, ofEngine);
    const { suffix, options } = kinds[kind];
    const key = `${ownership.runId}${suffix}`;
    const known = ofEngine.get(key);
    if (known) {
        return known;
    }
    const name = `docker-mcp-manager-${ownership.runId.slice(0, 12)}${suffix}`;
    const made = engine
        .createNetwork(name, objectLabels(ownership, "network"), options)
        .catch((error) => {
        ofEngine.delete(key);
        throw error;
    });
    ofEngine.set(key, made);
    return made;
}

;// CONCATENATED MODULE: ./build/controller/stop.js



/** SIGKILL takes 50 to 120 ms; a loaded engine may take long to notice. */
const sigkillMs = 15_000;
/** Exit code after SIGKILL: 128 and the signal's number. */
const killedCode = 137;
/** Until init, which was held up to look at what is left, has followed its server. */
const initEndMs = 5_000;
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
    /** When stdin was closed: the calls before it take seconds on a loaded engine, and the server's time is its own. */
    let closedMs = startMs;
    let ended = false;
    let leftovers = [];
    async function report(rung, exit) {
        const durationMs = clock.monotonicMs() - startMs;
        await within(attachment.ended, streamEndMs, () => new Error("the stream did not end")).catch(() => undefined);
        attachment.destroy();
        return { rung, durationMs, exit, leftovers };
    }
    // One inspection: an exit that has happened may not have been reported yet.
    const state = await engine.inspect(id);
    if (state === undefined || !state.running) {
        return report("already-exited", await exited);
    }
    const { pid } = state;
    if (state.paused) {
        // A frozen server does not see its stdin end.
        await engine.unpause(id);
    }
    async function closeStdin() {
        const end = stop_once(() => {
            closedMs = clock.monotonicMs();
            attachment.end();
        });
        if (limits.leftovers === true) {
            const options = { waitMs: limits.eofMs, exited };
            ({ ended, leftovers } = await watchEnd(engine, clock, id, pid, end, options));
        }
        else {
            end();
        }
    }
    const steps = [
        { rung: "eof", waitMs: limits.eofMs, act: closeStdin },
        { rung: "sigterm", waitMs: limits.sigtermMs, act: () => engine.kill(id, "SIGTERM") },
        { rung: "sigkill", waitMs: sigkillMs, act: () => engine.kill(id, "SIGKILL") },
    ];
    for (const { rung, waitMs, act } of steps.filter((step) => step.waitMs > 0)) {
        const actMs = clock.monotonicMs();
        await act();
        const leftMs = waitMs - (clock.monotonicMs() - (rung === "eof" ? closedMs : actMs));
        const exit = await exitWithin(exited, clock, Math.max(leftMs, ended ? initEndMs : 0));
        if (exit) {
            // An exit that became known after the next step was taken is still the earlier step's doing.
            const earlier = rung === "sigkill" && exit.exitCode !== killedCode ? "sigterm" : rung;
            return report(ended ? "eof" : earlier, exit);
        }
    }
    throw new Fault("ENGINE_UNRESPONSIVE", `Stop container ${id.slice(0, 12)}: still running 15 s after SIGKILL`);
}
function stop_once(work) {
    let done = false;
    return () => {
        if (!done) {
            done = true;
            work();
        }
    };
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
async function startContainer(engine, plan, ownership, deps) {
    const { clock } = deps;
    const image = await engine.inspectImage(plan.image);
    if (image === undefined) {
        throw new Fault("IMAGE_NOT_FOUND", `Start server "${plan.server}": the engine has no image ${plan.image}`);
    }
    const reach = await reachFor(engine, ownership, plan, deps.seesBridge);
    const spec = specOf(plan, ownership, image, reach, deps);
    return withHostsFile(engine, ownership.runId, spec, async (finalSpec) => {
        const createAt = clock.monotonicMs();
        const id = await engine.createContainer(finalSpec);
        const createMs = clock.monotonicMs() - createAt;
        try {
            return await start(engine, plan, reach, id, createMs, deps);
        }
        catch (error) {
            // The fault that matters is the start's; what cannot be removed now, a sweep finds.
            await engine.remove(id).catch(() => undefined);
            throw error;
        }
    });
}
async function start(engine, plan, reach, id, createMs, deps) {
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
            isolation: reach.by === null ? isolation : { ...isolation, reachedBy: reach.by },
            exited,
            ...networkOf(engine, plan, reach, id),
            stop,
            remove: () => remove(engine, id, attachment),
        };
    }
    catch (error) {
        attachment.destroy();
        throw error;
    }
}
function networkOf(engine, { server, http }, { network, by }, id) {
    function attached(verb) {
        if (network === null) {
            throw new Fault("USAGE", `${verb} server "${server}": it has no network (egress: none), so there is nothing to cut`, { hint: "Use `stop` or `kill` to take a stdio server away, and `start` to bring it back." });
        }
        return network;
    }
    return {
        hasNetwork: network !== null,
        async address() {
            const state = http === undefined ? undefined : await engine.inspect(id);
            if (http === undefined || state === undefined) {
                return undefined;
            }
            if (by === "published") {
                const port = state.published[`${http.port}/tcp`];
                return port === undefined ? undefined : { host: "127.0.0.1", port };
            }
            const [host] = Object.values(state.addresses);
            return host === undefined ? undefined : { host, port: http.port };
        },
        connect: async () => engine.connectNetwork(attached("Connect"), id),
        disconnect: async () => engine.disconnectNetwork(attached("Disconnect"), id),
    };
}
async function remove(engine, id, attachment) {
    await engine.remove(id);
    attachment.destroy();
}
function specOf(plan, ownership, image, reach, deps) {
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
        network: reach.network,
        ...(plan.http && reach.by === "published" ? { publish: plan.http.port } : {}),
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
function manager_process_isManagerAlive(state, stateDir) {
    return (state.pid !== null &&
        state.owner !== null &&
        isOwnerAlive(state.owner) &&
        manager_process_ownerOf(state.pid) === state.owner &&
        commandOf(state.pid).includes(stateDir));
}
/** Asks the manager to shut down; after `askMs` SIGTERM, then SIGKILL. Nobody else's process is ever signalled. */
async function manager_process_endManager(state, stateDir, version, askMs, clock) {
    if (!manager_process_isManagerAlive(state, stateDir)) {
        return "already-gone";
    }
    const gone = (ms) => untilGone(state, stateDir, ms, clock);
    const startedMs = clock.monotonicMs();
    const asked = await (0,build_clock/* within */.ux)(askToShutDown(state, version), askMs, () => tooSlow(askMs)).catch(() => undefined);
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
async function endProcessesOf(stateDir, clock) {
    const bootFile = (0,external_node_path_.join)(stateDir, "boot.json");
    const ids = () => (0,external_node_fs_.readdirSync)("/proc")
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
    const client = await remote_connectManager({ url: state.url ?? "", token: state.token }, version);
    try {
        await client.call("docker_shutdown", {});
    }
    finally {
        await client.close();
    }
    return true;
}
function signal(state, stateDir, name) {
    if (state.pid !== null && manager_process_isManagerAlive(state, stateDir)) {
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
    while (manager_process_isManagerAlive(state, stateDir)) {
        if (clock.monotonicMs() >= endMs) {
            return false;
        }
        await clock.sleep(pollMs);
    }
    return true;
}
/** Identity of a process as the labels have it; null when there is no such process. */
function manager_process_ownerOf(pid) {
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
    const reportDir = run_state_reportDirOf(stateDir);
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
        const fullReport = html === undefined ? {} : { fullReport: artifacts_artifactUrl(html.id, environment) };
        const failure = await commands_addSummary(summaryMarkdown(report, fullReport));
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
            const reader = publish_addDisposableResource(env_1, reader_readRecord(recordFile), false);
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
async function run_scenarios_runScenarios(session, inputs, own, log) {
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
function run_scenarios_faultOfRun(result) {
    if (result.fault === null) {
        return undefined;
    }
    const { code, message, hint, problems } = result.fault;
    const known = Object.keys(codes).find((candidate) => candidate === code);
    return known === undefined
        ? new Fault("INTERNAL", message, { hint, problems })
        : new Fault(known, message, { hint, problems });
}
async function managerGone(session, own, ended) {
    while (isManagerAlive(session.state, session.stateDir)) {
        await own.clock.sleep(watchMs, ended);
    }
    throw died(session, undefined);
}
function died(session, cause) {
    if (asFault(cause).code === "INTERRUPTED") {
        return asFault(cause);
    }
    const tail = tailOf(managerLogOf(reportDirOf(session.stateDir)));
    const end = tail === "" ? "" : ` The end of its log:\n${tail}`;
    return new Fault("MANAGER_DIED", `The manager process is gone, in the middle of the run.${end}`, {
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
async function finish_finish(session, result, inputs, own, log) {
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
    const ending = await untilCancelled(endManager(state, stateDir, own.version, shutdownMs, own.clock), own, cancelMs);
    if (ending !== "shut-down" && ending !== "already-gone") {
        log.say(`The manager did not end by itself; it was ${ending}.`);
    }
    const { report, upload, warnings } = await untilCancelled(publish({ state, stateDir, environment }), own);
    writeState(stateDir, { ...state, published: true });
    if (upload?.zip !== undefined) {
        const { id } = upload.zip;
        await setOutputs({ "artifact-id": String(id), "artifact-url": artifactUrl(id, environment) });
    }
    await annotate(warnings.map(warning));
    if (inputs["log-level"] === "debug") {
        const { engineDiagnostics } = await Promise.all(/* import() */[__webpack_require__.e(260), __webpack_require__.e(651)]).then(__webpack_require__.bind(__webpack_require__, 93651));
        log.foreign(await engineDiagnostics());
        log.foreign(tailOf(managerLogOf(reportDir)));
    }
    if (report !== undefined) {
        log.foreign(terminalReport(report));
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
async function run_session_startSession(inputs, own, log) {
    const { environment } = own;
    const workspace = runnerVariable(environment, "GITHUB_WORKSPACE");
    const runnerTemp = runnerVariable(environment, "RUNNER_TEMP");
    const { path: file, text } = findRunFile(workspace, inputs.config === "" ? undefined : inputs.config);
    const values = neededValues(text, inputs.vars, environment);
    const token = randomBytes(32).toString("base64url");
    await maskSecrets([...Object.values(values.secrets), token]);
    own.signal.throwIfAborted();
    const state = {
        runId: randomBytes(16).toString("hex"),
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
    const path = relative(workspace, resolve(workspace, file));
    return path.startsWith("..") || isAbsolute(path) ? file : path;
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
    const log = createJobLog(own.write, () => randomBytes(16).toString("hex"));
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
        return forgiven ? exitCodes.passed : result.exit_code;
    }
    catch (thrown) {
        const fault = own.signal.aborted ? interruption() : asFault(thrown);
        await giveUp(fault, progress, log).catch((error) => 
        // A file of the runner that cannot be written; the exit code says the rest.
        log.say(`Outputs could not be set: ${asFault(error).message}`));
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
        const whole = new Fault(fault.code, fault.message, { hint: fault.hint });
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
        environment.XDG_RUNTIME_DIR ? (0,external_node_path_.join)(environment.XDG_RUNTIME_DIR, "docker.sock") : "",
        environment.HOME ? (0,external_node_path_.join)(environment.HOME, ".docker/run/docker.sock") : "",
    ];
    return [
        ...rootless.filter((path) => path !== "" && (0,external_node_fs_.existsSync)(path)),
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
        throw new build_fault/* Fault */.vC("USAGE", `DOCKER_HOST is ${host}: engines over ssh are not supported`, {
            hint: "Forward the socket (`ssh -L /tmp/docker.sock:/var/run/docker.sock HOST`) and set DOCKER_HOST=unix:///tmp/docker.sock.",
        });
    }
    const url = URL.parse(host.includes("://") ? host : `tcp://${host}`);
    if (!url || !url.hostname || !["tcp", "http", "https"].includes(scheme)) {
        throw new build_fault/* Fault */.vC("USAGE", `DOCKER_HOST is "${host}", which is not an address of an engine`, {
            hint: "Write for example unix:///var/run/docker.sock or tcp://127.0.0.1:2375.",
        });
    }
    const tls = Boolean(environment.DOCKER_TLS_VERIFY) || scheme === "https" || url.port === String(tlsPort);
    return {
        kind: "tcp",
        host: url.hostname.replace(/^\[(.*)\]$/, "$1"),
        port: Number(url.port) || (tls ? tlsPort : plainPort),
        tls: tls ? readTls(certPath ?? (0,external_node_path_.join)(environment.HOME ?? "/", ".docker")) : null,
    };
}
function readTls(folder) {
    try {
        return {
            ca: (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(folder, "ca.pem")),
            cert: (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(folder, "cert.pem")),
            key: (0,external_node_fs_.readFileSync)((0,external_node_path_.join)(folder, "key.pem")),
        };
    }
    catch (error) {
        throw new build_fault/* Fault */.vC("USAGE", `The engine wants TLS, but ${folder} has no readable ca.pem, cert.pem and key.pem`, {
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
    const folder = (0,external_node_path_.join)(environment.HOME, ".docker");
    const config = readJson((0,external_node_path_.join)(folder, "config.json"));
    const name = environment.DOCKER_CONTEXT || (isObject(config) ? config["currentContext"] : undefined);
    if (typeof name !== "string" || name === "" || name === "default") {
        return undefined;
    }
    // The CLI keeps a context in a folder named by the SHA-256 of its name.
    const id = (0,external_node_crypto_.createHash)("sha256").update(name).digest("hex");
    const meta = readJson((0,external_node_path_.join)(folder, "contexts/meta", id, "meta.json"));
    const endpoints = isObject(meta) ? meta["Endpoints"] : undefined;
    const docker = isObject(endpoints) ? endpoints["docker"] : undefined;
    const host = isObject(docker) ? docker["Host"] : undefined;
    if (typeof host !== "string") {
        throw new build_fault/* Fault */.vC("USAGE", `Docker context "${name}" does not exist in ${folder}`, {
            hint: "Unset DOCKER_CONTEXT, choose another with `docker context use`, or set DOCKER_HOST.",
        });
    }
    const tls = (0,external_node_path_.join)(folder, "contexts/tls", id, "docker");
    return parseHost(host, (0,external_node_fs_.existsSync)(tls) ? tls : undefined, environment);
}
function readJson(path) {
    try {
        return JSON.parse((0,external_node_fs_.readFileSync)(path, "utf8"));
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
/** Nothing of ours is said later; the patterns would take long on a megabyte. */
const longestRead = 4_000;
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
    if (error instanceof build_fault/* Fault */.vC) {
        return error;
    }
    const errno = fieldOf(error, "code");
    if (errno === "EACCES" || errno === "EPERM") {
        return new build_fault/* Fault */.vC("ENGINE_PERMISSION_DENIED", `${doing}: this user may not use ${endpoint}`, {
            cause: error,
        });
    }
    if (errno === "ENOENT" || errno === "ECONNREFUSED") {
        return new build_fault/* Fault */.vC("ENGINE_NOT_RUNNING", `${doing}: nothing answers at ${endpoint}`, {
            cause: error,
        });
    }
    return wordsFault(engineWords(error), doing, error);
}
/** The same for the error lines that come inside a stream (pull, build, import). */
function wordsFault(words, doing, cause, otherwise = "ENGINE_ERROR") {
    const start = words.slice(0, longestRead);
    const rule = rules.find((candidate) => candidate.pattern.test(start));
    return new build_fault/* Fault */.vC(rule?.code ?? otherwise, `${doing}: ${words}`, {
        ...(rule?.hint === undefined ? {} : { hint: rule.hint }),
        ...(cause === undefined ? {} : { cause }),
    });
}
/** HTTP status of an answer that the modem took for an error. */
function statusOf(error) {
    const status = fieldOf(error instanceof build_fault/* Fault */.vC ? error.cause : error, "statusCode");
    return typeof status === "number" ? status : undefined;
}
/** Lets the engine's "there is no such thing" and the like pass as done. */
async function tolerating(statuses, work) {
    try {
        await work;
        return true;
    }
    catch (error) {
        if (statuses.includes(statusOf(error) ?? 0)) {
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
function openConnection(Modem, endpoint, apiVersion) {
    const closing = new AbortController();
    const agent = endpoint.kind === "tcp" && endpoint.tls
        ? new external_node_https_.Agent({ keepAlive: true })
        : new external_node_http_.Agent({ keepAlive: true });
    const options = endpoint_socketOptions(endpoint);
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
            return await (0,build_clock/* within */.ux)(answer, deadlineMs, () => unresponsive(call, endpoint, deadlineMs));
        }
        catch (error) {
            abort.abort();
            call.signal?.throwIfAborted();
            throw engine_fault_engineFault(error, call.doing, endpoint_endpointText(endpoint));
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
    return new build_fault/* Fault */.vC("ENGINE_UNRESPONSIVE", `${call.doing}: the engine at ${endpoint_endpointText(endpoint)} did not answer within ${deadlineMs / 1000} s`);
}

;// CONCATENATED MODULE: ./build/engine/demultiplex.js

const headerLength = 8;
/** First header byte; 0 is stdin's echo, which the engine's own client counts as stdout, 3 the engine's errors. */
const streams = ["stdout", "stdout", "stderr", "stderr"];
/**
 * Takes an attach stream apart: a header of 8 bytes (stream, 3 zeros, length as big-endian 32 bits), then the payload.
 *
 * Hands payload on as views of the chunks it was given, at once and in order; keeps at most a part of a header, so
 * memory is bounded whatever the container prints. Throws ENGINE_ERROR when the bytes are no such stream.
 * (Docker Engine API, ContainerAttach, "Stream format".)
 */
function createDemultiplexer(onPayload) {
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
        throw new build_fault/* Fault */.vC("ENGINE_ERROR", `The attached output is not in the engine's framed format (header ${Buffer.from(header).toString("hex")})`);
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
async function attachTo(connection, id) {
    const doing = `attach to container ${id.slice(0, 12)}`;
    const where = endpoint_endpointText(connection.endpoint);
    const socket = await (0,build_clock/* within */.ux)(hijack(connection, `${connection.prefix}/containers/${id}/attach?stream=1&stdin=1&stdout=1&stderr=1`), deadlineMs, () => new build_fault/* Fault */.vC("ENGINE_UNRESPONSIVE", `${doing}: the engine at ${where} did not answer within 15 s`)).catch((error) => {
        throw engine_fault_engineFault(error, doing, where);
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
                    reject(new build_fault/* Fault */.vC("SESSION_CLOSED", `${doing}: stdin does not take more: ${error.message}`, {
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
        const send = endpoint.kind === "tcp" && endpoint.tls ? external_node_https_.request : external_node_http_.request;
        const outgoing = send({
            ...endpoint_socketOptions(endpoint),
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
;// CONCATENATED MODULE: ./build/engine/buildkit-trace.js
/**
 * Decodes one `moby.buildkit.trace` message: protobuf `StatusResponse` of BuildKit's control API, of which steps
 * (field 1) and logs (field 3) are read.
 *
 * Written out because dockerode's own decoder reads its schema from a file beside it at run time, which a bundle
 * does not have; two message types of the wire format are less than that costs.
 */
function decodeTrace(base64) {
    const steps = [];
    const logs = [];
    for (const { number, bytes } of fieldsOf(Buffer.from(base64, "base64"))) {
        if (number === 1 && bytes) {
            steps.push(stepOf(bytes));
        }
        else if (number === 3 && bytes) {
            logs.push(logOf(bytes));
        }
    }
    return { steps, logs };
}
function stepOf(message) {
    const fields = new Map([...fieldsOf(message)].map((field) => [field.number, field]));
    return {
        digest: textOf(fields.get(1)?.bytes),
        name: textOf(fields.get(3)?.bytes),
        cached: fields.get(4)?.value === 1,
        started: fields.has(5),
        completed: fields.has(6),
        error: textOf(fields.get(7)?.bytes),
    };
}
function logOf(message) {
    const fields = new Map([...fieldsOf(message)].map((field) => [field.number, field]));
    return { step: textOf(fields.get(1)?.bytes), text: textOf(fields.get(4)?.bytes) };
}
function textOf(bytes) {
    return bytes ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("utf8") : "";
}
/** The fields of a protobuf message; stops silently at what is not one, since progress is never worth a failure. */
function* fieldsOf(message) {
    let at = 0;
    function varint() {
        let value = 0;
        for (let scale = 1; at < message.length; scale *= 128) {
            const byte = message[at++] ?? 0;
            value += (byte & 0x7f) * scale;
            if (byte < 0x80) {
                return value;
            }
        }
        return value;
    }
    while (at < message.length) {
        const tag = varint();
        const number = Math.floor(tag / 8);
        const wireType = tag % 8;
        if (wireType === 0) {
            yield { number, bytes: undefined, value: varint() };
        }
        else if (wireType === 2) {
            const length = varint();
            yield { number, bytes: message.subarray(at, at + length), value: 0 };
            at += length;
        }
        else if (wireType === 1 || wireType === 5) {
            at += wireType === 1 ? 8 : 4;
        }
        else {
            return;
        }
    }
}

;// CONCATENATED MODULE: ./build/engine/build-log.js

/** How many of the last lines an error quotes. */
const build_log_tailLines = 50;
/** Reads both builders' answers: BuildKit's traces and the classic builder's text. */
function createBuildLog(onProgress) {
    const tail = [];
    const unfinished = new Map();
    const announced = new Set();
    let imageId;
    let error;
    let failedStep = "";
    function say(line) {
        tail.push(line);
        if (tail.length > build_log_tailLines) {
            tail.shift();
        }
        onProgress(line);
    }
    /** Output comes in pieces that end anywhere; lines of parallel steps do not mix. */
    function output(step, text) {
        const lines = ((unfinished.get(step) ?? "") + text).split("\n");
        unfinished.set(step, lines.pop() ?? "");
        for (const line of lines) {
            say(line.replace(/\r$/, ""));
        }
    }
    function progress(step) {
        if (step.started && !announced.has(step.digest)) {
            announced.add(step.digest);
            say(step.name);
        }
        if (step.completed) {
            const rest = unfinished.get(step.digest);
            unfinished.delete(step.digest);
            if (rest) {
                say(rest);
            }
        }
        if (step.error !== "") {
            failedStep = step.name.replace(/^\[[^\]]*\]\s*/, "");
        }
    }
    return {
        take(value) {
            // The engine's build answer: every field is optional and of the type named.
            const message = value;
            if (message.id === "moby.buildkit.trace" && typeof message.aux === "string") {
                const trace = decodeTrace(message.aux);
                for (const { step, text } of trace.logs) {
                    output(step, text);
                }
                trace.steps.forEach(progress);
            }
            else if (typeof message.aux === "object" && message.aux.ID) {
                imageId = message.aux.ID;
            }
            else if (message.stream !== undefined) {
                const step = /^Step \d+\/\d+ : (.*)/.exec(message.stream)?.[1];
                failedStep = step ?? failedStep;
                output("", message.stream);
            }
            else if (message.error !== undefined) {
                error = message.error;
            }
        },
        get imageId() {
            return imageId;
        },
        get error() {
            return error;
        },
        get failedStep() {
            return failedStep;
        },
        tail,
    };
}

;// CONCATENATED MODULE: ./build/engine/json-lines.js
/** The values of a stream of JSON texts, one a line, as the engine sends progress and statistics. */
async function* jsonLines(stream) {
    const decoder = new TextDecoder();
    let rest = "";
    for await (const chunk of stream) {
        const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
        rest = lines.pop() ?? "";
        for (const line of lines) {
            if (line.trim() !== "") {
                yield JSON.parse(line);
            }
        }
    }
    if (rest.trim() !== "") {
        yield JSON.parse(rest);
    }
}

;// CONCATENATED MODULE: ./build/engine/whole-dockerode.js
/** All of dockerode over our connection; loading it takes 100 ms more than its modem alone, so only calls that take seconds do. */
async function wholeDockerode(connection) {
    const { default: Dockerode } = await Promise.all(/* import() */[__webpack_require__.e(839), __webpack_require__.e(133), __webpack_require__.e(40), __webpack_require__.e(431)]).then(__webpack_require__.t.bind(__webpack_require__, 39040, 19));
    // `modem` is an option that the published types do not know.
    const options = {
        modem: connection.modem,
        protocol: "http",
    };
    return new Dockerode(options);
}

;// CONCATENATED MODULE: ./build/engine/image.js






async function inspectImage(connection, reference) {
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
async function pullImage(connection, reference, onProgress, signal) {
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
        await follow((0,external_node_stream_.addAbortSignal)(abort, answer), doing, onProgress);
    }
    catch (error) {
        signal?.throwIfAborted();
        const fault = engine_fault_engineFault(error, doing, endpoint_endpointText(connection.endpoint));
        throw fault.code === "ENGINE_ERROR"
            ? new build_fault/* Fault */.vC("IMAGE_PULL_FAILED", fault.message, { cause: error })
            : fault;
    }
}
async function importImage(connection, rootfs, tag, changes) {
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
        throw engine_fault_engineFault(error, doing, endpoint_endpointText(connection.endpoint));
    }
}
async function removeImage(connection, reference) {
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
async function buildImage(connection, context, options, onProgress, signal) {
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
        for await (const message of jsonLines((0,external_node_stream_.addAbortSignal)(abort, answer))) {
            log.take(message);
        }
    }
    catch (error) {
        context.destroy();
        signal?.throwIfAborted();
        const fault = engine_fault_engineFault(error, `build image ${options.tag}`, endpoint_endpointText(connection.endpoint));
        throw fault.code === "ENGINE_ERROR"
            ? new build_fault/* Fault */.vC("IMAGE_BUILD_FAILED", fault.message, { cause: error })
            : fault;
    }
    if (log.error !== undefined) {
        throw buildFault(options.tag, log.error, log.failedStep, log.tail);
    }
    const id = log.imageId ?? (await inspectImage(connection, options.tag))?.id;
    if (id === undefined) {
        throw new build_fault/* Fault */.vC("IMAGE_BUILD_FAILED", `build image ${options.tag}: the engine's answer ended without an image`);
    }
    return id;
}
function buildFault(tag, error, step, tail) {
    const full = /no space left on device/i.test(error);
    const at = step === "" ? "" : ` at \`${step}\``;
    const code = /exit code: (\d+)|returned a non-zero code: (\d+)/.exec(error);
    const exit = code ? ` with exit code ${code[1] ?? code[2]}` : "";
    const quoted = tail.length === 0 ? "" : `\nLast ${tail.length} lines of the build:\n${tail.join("\n")}`;
    return new build_fault/* Fault */.vC(full ? "ENGINE_DISK_FULL" : "IMAGE_BUILD_FAILED", `build image ${tag} failed${at}${exit}: ${error}${quoted}`);
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
function createBody(spec) {
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
        ...(spec.publish === undefined ? {} : { ExposedPorts: { [`${spec.publish}/tcp`]: {} } }),
        HostConfig: {
            Init: true,
            AutoRemove: false,
            RestartPolicy: { Name: "no" },
            NetworkMode: spec.network ?? "none",
            ...(spec.publish === undefined
                ? {}
                : // No host port: the engine chooses a free one.
                    { PortBindings: { [`${spec.publish}/tcp`]: [{ HostIp: "127.0.0.1", HostPort: "" }] } }),
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
async function createContainer(connection, spec) {
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
async function killContainer(connection, id, signal) {
    const call = connection.json({
        method: "POST",
        path: `/containers/${id}/kill`,
        query: { signal },
        doing: `send ${signal} to container ${id.slice(0, 12)}`,
    });
    // 404, 409: gone or not running, so nothing is left to signal.
    await tolerating([404, 409], call);
}
async function inspectContainer(connection, id) {
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
async function freezeContainer(connection, id, verb) {
    await connection.json({
        method: "POST",
        path: `/containers/${id}/${verb}`,
        doing: `${verb} container ${id.slice(0, 12)}`,
    });
}
async function processesOf(connection, id) {
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
    const { State, Config, HostConfig, NetworkSettings } = found;
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
        addresses: Object.fromEntries(Object.entries(NetworkSettings.Networks ?? {})
            .filter(([, network]) => network.IPAddress !== "")
            .map(([name, network]) => [name, network.IPAddress])),
        published: Object.fromEntries(Object.entries(NetworkSettings.Ports ?? {}).flatMap(([port, bindings]) => {
            // The engine says null for a port that is exposed and not published.
            const hostPort = bindings?.[0]?.HostPort;
            return hostPort === undefined ? [] : [[port, Number(hostPort)]];
        })),
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

;// CONCATENATED MODULE: ./build/engine/exec.js



/** Of each stream; what comes beyond it is read and forgotten. */
const longestOutput = 2 ** 20;
/** Exit codes with which an engine says that it could not run the command. */
const notRunCodes = [126, 127];
/**
 * Runs a command in a running container to its end.
 *
 * When the signal aborts only our waiting ends: an engine has no way to end a command, it ends with its container.
 */
async function execIn(connection, id, command, signal) {
    const doing = `run ${command[0] ?? "nothing"} in container ${id.slice(0, 12)}`;
    // The shapes of the engine's answers at the pinned version.
    const { Id } = (await connection.json({
        method: "POST",
        path: `/containers/${id}/exec`,
        body: { AttachStdout: true, AttachStderr: true, Tty: false, Cmd: [...command] },
        doing,
        signal,
    }));
    const answer = await connection.stream({
        method: "POST",
        path: `/exec/${Id}/start`,
        body: { Detach: false, Tty: false },
        doing,
        signal,
    });
    const output = await read(answer, signal);
    const { ExitCode } = (await connection.json({
        method: "GET",
        path: `/exec/${Id}/json`,
        doing,
        signal,
    }));
    const exitCode = ExitCode ?? -1;
    // The engine prints its own failure to stdout, as if the command had said it.
    if (notRunCodes.includes(exitCode) && output.stdout.startsWith("OCI runtime exec failed")) {
        throw new build_fault/* Fault */.vC("SERVER_COMMAND_NOT_FOUND", `${doing}: ${output.stdout.trim()}`);
    }
    return { exitCode, ...output };
}
async function read(answer, signal) {
    const chunks = { stdout: [], stderr: [] };
    const kept = { stdout: 0, stderr: 0 };
    let truncated = false;
    const take = createDemultiplexer((stream, payload) => {
        const rest = longestOutput - kept[stream];
        truncated ||= payload.length > rest;
        const part = payload.subarray(0, rest);
        kept[stream] += part.length;
        if (part.length > 0) {
            // A copy: the demultiplexer hands out views of chunks that are reused.
            chunks[stream].push(Uint8Array.from(part));
        }
    });
    try {
        for await (const chunk of (0,external_node_stream_.addAbortSignal)(signal, answer)) {
            // A stream without encoding yields bytes.
            take(chunk);
        }
    }
    catch (error) {
        signal.throwIfAborted();
        throw error;
    }
    return {
        stdout: Buffer.concat(chunks.stdout).toString(),
        stderr: Buffer.concat(chunks.stderr).toString(),
        truncated,
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

;// CONCATENATED MODULE: ./build/engine/network.js
async function createNetwork(connection, name, labels, options) {
    // The shape of the engine's answer at the pinned version.
    const { Id } = (await connection.json({
        method: "POST",
        path: "/networks/create",
        body: {
            Name: name,
            // Before API 1.44 two networks of one name were possible.
            CheckDuplicate: true,
            Driver: "bridge",
            Internal: options.internal,
            Labels: labels,
            Options: {
                ...(options.isolated ? { "com.docker.network.bridge.enable_icc": "false" } : {}),
                ...(options.masquerade === false
                    ? { "com.docker.network.bridge.enable_ip_masquerade": "false" }
                    : {}),
            },
        },
        doing: `create network ${name}`,
    }));
    return Id;
}
async function connectNetwork(connection, network, containerId) {
    await connection.json({
        method: "POST",
        path: `/networks/${network}/connect`,
        body: { Container: containerId },
        doing: `connect container ${containerId.slice(0, 12)} to its network`,
    });
}
/** By force: the container's open connections are cut, not closed. */
async function disconnectNetwork(connection, network, containerId) {
    await connection.json({
        method: "POST",
        path: `/networks/${network}/disconnect`,
        body: { Container: containerId, Force: true },
        doing: `disconnect container ${containerId.slice(0, 12)} from its network`,
    });
}

;// CONCATENATED MODULE: ./build/engine/stats.js



/** Limits beyond this mean "none": cgroup v1 reports the largest page-aligned number, v2 the host's memory. */
const noLimit = 2 ** 60;
async function followStats(connection, id, onSample, signal) {
    try {
        const answer = await connection.stream({
            method: "GET",
            path: `/containers/${id}/stats`,
            query: { stream: "1" },
            doing: `follow the statistics of container ${id.slice(0, 12)}`,
            signal,
        });
        for await (const value of jsonLines((0,external_node_stream_.addAbortSignal)(signal, answer))) {
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

;// CONCATENATED MODULE: ./build/engine/top.js
/** Process list of a running container; `ps` runs on the engine's host, so the container needs none. About 40 ms. */
async function topOf(connection, id) {
    // The shape of the engine's answer at the pinned version.
    const { Processes } = (await connection.json({
        method: "GET",
        path: `/containers/${id}/top`,
        query: { ps_args: "-eo pid,ppid,stat,args" },
        doing: `list the processes of container ${id.slice(0, 12)}`,
        deadlineMs: 10_000,
    }));
    return (Processes ?? []).map(([pid = "", parent = "", state = "", ...command]) => ({
        pid: Number(pid),
        parent: Number(parent),
        state,
        command: command.join(" "),
    }));
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
async function waitForExit(connection, clock, id, attachmentEnded) {
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
        connection.closed.addEventListener("abort", () => reject(new build_fault/* Fault */.vC("ENGINE_ERROR", `wait for container ${id.slice(0, 12)}: our connection was closed`)), { once: true, signal: settled });
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










function createEngine(connection, info, clock) {
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
        start: (id) => container_startContainer(connection, id),
        waitExit: (id) => waitForExit(connection, clock, id, attachments.get(id)),
        kill: (id, signal) => killContainer(connection, id, signal),
        inspect: (id) => inspectContainer(connection, id),
        async remove(id) {
            await labelled_removeObject(connection, { kind: "container", id });
            attachments.delete(id);
        },
        pause: (id) => freezeContainer(connection, id, "pause"),
        unpause: (id) => freezeContainer(connection, id, "unpause"),
        top: (id) => topOf(connection, id),
        exec: (id, command, signal) => execIn(connection, id, command, signal),
        processes: (id) => processesOf(connection, id),
        stats: (id, onSample, signal) => followStats(connection, id, onSample, signal),
        createNetwork: (name, labels, options) => createNetwork(connection, name, labels, options),
        connectNetwork: (network, id) => connectNetwork(connection, network, id),
        disconnectNetwork: (network, id) => disconnectNetwork(connection, network, id),
        listLabelled: (labels) => labelled_listLabelled(connection, labels),
        removeObject: (object) => labelled_removeObject(connection, object),
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
async function connectEngine(options) {
    const endpoints = endpoint_endpointsOf(options.environment);
    // 31 ms; the whole of dockerode is 135 ms (gRPC for build sessions) and is loaded by the calls that need it.
    const { default: Modem } = await Promise.all(/* import() */[__webpack_require__.e(839), __webpack_require__.e(133), __webpack_require__.e(812)]).then(__webpack_require__.t.bind(__webpack_require__, 47133, 19));
    let unreachable;
    for (const endpoint of endpoints) {
        try {
            return await connectTo(Modem, endpoint, options.clock);
        }
        catch (error) {
            if (!(error instanceof build_fault/* Fault */.vC) ||
                !["ENGINE_NOT_RUNNING", "ENGINE_NOT_INSTALLED"].includes(error.code)) {
                throw error;
            }
            // Of several, the one that is at least installed says more.
            unreachable = unreachable?.code === "ENGINE_NOT_RUNNING" ? unreachable : error;
        }
    }
    throw unreachable ?? new build_fault/* Fault */.vC("ENGINE_NOT_INSTALLED", "No place to look for an engine is known");
}
async function connectTo(Modem, endpoint, clock) {
    const probe = openConnection(Modem, endpoint, undefined);
    try {
        const info = infoOf(await askVersion(probe), endpoint_endpointText(endpoint));
        return createEngine(openConnection(Modem, endpoint, info.apiVersion), info, clock);
    }
    finally {
        probe.close();
    }
}
async function askVersion(probe) {
    const { endpoint } = probe;
    const where = endpoint_endpointText(endpoint);
    if (endpoint.kind === "unix" && !(0,external_node_fs_.existsSync)(endpoint.path)) {
        throw new build_fault/* Fault */.vC("ENGINE_NOT_INSTALLED", `Connect to the Docker Engine: there is no socket at ${where}`, {
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
        throw new build_fault/* Fault */.vC("ENGINE_UNSUPPORTED", `What answers at ${where} is not a Docker Engine: /version names no API version`);
    }
    return { Version: "?", Os: "linux", Arch: "?", ...version, ApiVersion: version.ApiVersion };
}
function infoOf(answer, endpoint) {
    const { ApiVersion: newest, MinAPIVersion: oldest = newest } = answer;
    if (compare(newest, supported.oldest) < 0 || compare(oldest, supported.newest) > 0) {
        throw new build_fault/* Fault */.vC("ENGINE_UNSUPPORTED", `The engine at ${endpoint} (version ${answer.Version}) speaks API ${oldest} to ${newest}; this release speaks ${supported.oldest} to ${supported.newest}`, compare(oldest, supported.newest) > 0
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
    const log = job_log_createJobLog(own.write, () => (0,external_node_crypto_.randomBytes)(16).toString("hex"));
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
        problems.push((0,build_fault/* asFault */.Ps)(error).message);
    }
    await commands_annotate(problems.map(annotations_warning)).catch(() => undefined);
}
async function endRun(state, stateDir, own, log, problems) {
    const ending = await manager_process_endManager(state, stateDir, own.version, askMs, own.clock);
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
        const { report, upload, warnings } = await publish_publish({
            state,
            stateDir,
            environment: own.environment,
        });
        problems.push(...warnings);
        uploaded = upload?.zip !== undefined;
        if (report !== undefined) {
            log.foreign(terminal_terminalReport(report));
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
            const { removed, left } = await sweep_sweep(engine, what);
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
        log.say(`The engine was not asked for leftovers: ${(0,build_fault/* asFault */.Ps)(error).message}`);
    }
}
/** The token goes in any case. Reports that were not uploaded stay until the runner empties its folder. */
function removeState(stateDir, uploaded, problems) {
    const gone = uploaded
        ? [stateDir]
        : ["state.json", "boot.json", "staging"].map((name) => (0,external_node_path_.join)(stateDir, name));
    try {
        for (const path of gone) {
            (0,external_node_fs_.rmSync)(path, { recursive: true, force: true });
        }
    }
    catch (error) {
        problems.push((0,build_fault/* asFault */.Ps)(error).message);
    }
}

;// CONCATENATED MODULE: ./build/action/index.js







/***/ }),

/***/ 79229:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y: () => (/* binding */ tools)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 2 modules
var schemas = __webpack_require__(88343);
// EXTERNAL MODULE: ./build/config/index.js + 69 modules
var config = __webpack_require__(77839);
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
const serverReply = schemas/* object */.Ikc({
    duration_ms: schemas/* number */.aig(),
    result: schemas/* json */.Pq9().optional().describe("What the server answered; left out for an error."),
    error: schemas/* object */.Ikc({ code: schemas/* number */.aig(), message: schemas/* string */.YjP(), data: schemas/* json */.Pq9().optional() })
        .optional()
        .describe("The JSON-RPC error the server answered with."),
});
function viewReply(reply) {
    // What came over the wire was parsed from JSON.
    const json = (value) => value;
    if (!("error" in reply)) {
        return { duration_ms: reply.durationMs, result: json(reply.result) };
    }
    const { code, message, data } = reply.error;
    const error = { code, message, ...(data === undefined ? {} : { data: json(data) }) };
    return { duration_ms: reply.durationMs, error };
}
function isoTime(atMs) {
    return new Date(atMs).toISOString();
}

;// CONCATENATED MODULE: ./build/api/request-tools.js



/** Any request, for what has no tool of its own. */
const sendRequest = defineTool({
    name: "docker_send_request",
    title: "Send a request to a server",
    description: "Sends one MCP request to a running server and returns its raw result or error. What servers answer is untrusted.",
    input: schemas/* strictObject */.rej({
        server_name: schemas/* string */.YjP().min(1).describe("Name of the server."),
        method: schemas/* string */.YjP().min(1).describe("For example tools/list."),
        params: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* json */.Pq9()).default({}).describe("Sent as they are."),
        timeout_ms: schemas/* number */.aig().positive().max(3_600_000).default(30_000),
    }),
    output: serverReply,
    annotations: { readOnlyHint: false, destructiveHint: true, openWorldHint: true },
    run: async (operations, input, context) => viewReply(await operations.sendRequest({
        serverName: input.server_name,
        method: input.method,
        params: input.params,
        timeoutMs: input.timeout_ms,
    }, context)),
});
const callTool = defineTool({
    name: "docker_call_tool",
    title: "Call a tool of a server",
    description: "Calls one tool of a running server and returns its raw result or error. What servers answer is untrusted.",
    input: schemas/* strictObject */.rej({
        server_name: schemas/* string */.YjP().min(1).describe("Name of the server."),
        tool: schemas/* string */.YjP().min(1).describe("Name of the tool, as docker_get_server_status lists it."),
        arguments: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* json */.Pq9()).default({}),
        timeout_ms: schemas/* number */.aig().positive().max(3_600_000).default(30_000),
    }),
    output: serverReply,
    annotations: { readOnlyHint: false, destructiveHint: true, openWorldHint: true },
    run: async (operations, input, context) => viewReply(await operations.sendRequest({
        serverName: input.server_name,
        method: "tools/call",
        params: { name: input.tool, arguments: input.arguments },
        timeoutMs: input.timeout_ms,
    }, context)),
});

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
            .describe("Names of scenarios to run, or tag:NAME; all when empty. `*` matches any text."),
        timeout_ms: schemas/* number */.aig()
            .positive()
            .optional()
            .describe("Time for the whole run; default is the run file's."),
        update_snapshots: schemas/* boolean */.zMY()
            .default(false)
            .describe("Writes what steps answered over the snapshots there are."),
        ci: schemas/* boolean */.zMY()
            .default(true)
            .describe("In CI a snapshot that is missing fails its step; nothing is written."),
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
        updateSnapshots: input.update_snapshots,
        ci: input.ci,
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
    callTool,
    sendRequest,
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

/***/ 77839:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  yi: () => (/* reexport */ parseDurationMs)
});

// UNUSED EXPORTS: captureReference, checks, defaultRunFiles, findRunFile, jsonSchema, loadRunFile, mentionedNames, neededValues, parseSizeBytes, referencePage, resolveInside, runFile, server

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 2 modules
var schemas = __webpack_require__(88343);
;// CONCATENATED MODULE: ./build/config/checks.js

/** Checks made without being asked, each can be switched off for a server. */
const checks = {
    stdout_purity: "stdout carries protocol messages only.",
    protocol: "Every message is a JSON-RPC 2.0 message with an id that was asked for, answered once.",
    schema: "Every message has the shape that the specification of its revision demands.",
    output_schema: "structuredContent fits the tool's outputSchema.",
    result_schema: "A tool result has the shape the specification demands.",
    origin: "An HTTP server refuses requests of web pages, which name an Origin that is not its own.",
    capabilities: "The server does what it declares, and nothing that it does not declare.",
    exit_on_eof: "The server ends when its stdin is closed.",
    exit_on_sigterm: "The server ends on SIGTERM.",
    leftover_processes: "No process is left in the container when the server has ended.",
    idle_cpu: "The server is quiet when nothing is asked of it; idle says how quiet.",
    list_determinism: "The same list is the same when it is asked for again.",
    pagination: "Pages of a list come to an end and repeat nothing.",
    cancellation: "A cancelled request is neither answered nor worked on.",
    error_codes: "JSON-RPC error codes are those the specification allows.",
    definitions: "Names, schemas and annotations of tools, prompts and resources are as the specification demands.",
};
const checkSwitches = schemas/* strictObject */.rej(
// Object.fromEntries forgets the keys; they are those of the table.
Object.fromEntries(Object.entries(checks).map(([key, about]) => [
    key,
    schemas/* boolean */.zMY().default(true).describe(about),
])))
    .describe("Checks made without being asked; each can be switched off.");

;// CONCATENATED MODULE: ./build/config/names.js
/** Names the runner keeps for itself: never filled in from the environment, never a server's secret. */
const runnerPrefixes = ["ACTIONS_", "INPUT_"];
/** Whether `${NAME}` may be filled in from the environment; what may not must come as a variable. */
function names_mayComeFromEnvironment(name) {
    return name !== "GITHUB_TOKEN" && names_mayBeSecret(name);
}
/** Whether `secrets:` may name it. GITHUB_TOKEN may: naming it there is the explicit wish. */
function names_mayBeSecret(name) {
    return !runnerPrefixes.some((prefix) => name.toUpperCase().startsWith(prefix));
}

;// CONCATENATED MODULE: ./build/config/fields.js


/** Names of servers and templates: safe in labels, file names and DNS. */
const fields_name = schemas/* string */.YjP()
    .regex(/^[a-z0-9][a-z0-9_-]{0,62}$/, "must be 1 to 63 characters of a-z, 0-9, - and _, and begin with a letter or digit");
/** Whether a server or template could be called so. */
function fields_isName(text) {
    return fields_name.safeParse(text).success;
}
const environmentName = schemas/* string */.YjP()
    .regex(/^[A-Za-z_][A-Za-z0-9_]{0,254}$/, "must be a name of letters, digits and _, not starting with a digit");
/** Name of a value from the environment that is masked everywhere. */
const secretName = environmentName.refine(names_mayBeSecret, "is never handed to a server: ACTIONS_* and INPUT_* belong to the runner");
/** Any JSON value; one schema, so that the published one says it once. */
const json = schemas/* json */.Pq9().meta({ id: "json" });
/** A NUL would end the value inside the container. */
const noNul = schemas/* string */.YjP().regex(/^[^\0]*$/, "must not contain a NUL character");
const scalar = schemas/* union */.KCZ([noNul, schemas/* number */.aig(), schemas/* boolean */.zMY()]);
const fields_text = scalar.transform(String);
/** Headers that frame the message: a wrong one would break the request and not test the server. */
const framing = new Set([
    "host",
    "content-length",
    "connection",
    "transfer-encoding",
]);
const headers = schemas/* record */.g1P(schemas/* string */.YjP()
    .regex(/^[!#$%&'*+.^_`|~0-9A-Za-z-]{1,256}$/, "is no name of an HTTP header")
    .refine((header) => !framing.has(header.toLowerCase()), "is set by the sender and cannot be given"), schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig(), schemas/* boolean */.zMY()])
    .transform(String)
    .refine((value) => /^[\t\x20-\x7e\x80-\xff]*$/.test(value), "has a character that no HTTP header may hold"));
/** A share, written `80%` or as a number from 0 to 1. */
const share = schemas/* union */.KCZ([
    schemas/* number */.aig().min(0).max(1),
    schemas/* string */.YjP()
        .regex(/^(?:100(?:\.0+)?|\d{1,2}(?:\.\d+)?)%$/, "is not a share; write for example 80% or 0.8")
        .transform((written) => Number(written.slice(0, -1)) / 100),
])
    .meta({ title: "share, such as 80% or 0.8" });

// EXTERNAL MODULE: ./node_modules/zod/v4/core/core.js
var core = __webpack_require__(88532);
;// CONCATENATED MODULE: ./build/config/captures.js
/**
 * One `{{ name }}` in a step's text: a capture, or a column of the row, which may also be written `{{ row.name }}`. Braces
 * around anything else are left alone.
 */
const captureReference = /\{\{\s*(row\.[^\s{}]+(?: [^\s{}]+)*|[A-Za-z_]\w*)\s*\}\}/g;
/** Names that `text` asks for, as they are written. */
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

;// CONCATENATED MODULE: ./build/config/patterns.js



/** A number, a duration read as milliseconds, or a size read as bytes. */
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
const noPattern = "is not a regular expression of ECMAScript with the flag u";
/** Captures are filled in later; any letter stands for them here. */
const pattern = schemas/* string */.YjP().transform((source, context) => {
    if (isPattern(source.replace(captureReference, "x"))) {
        return source;
    }
    context.addIssue(noPattern);
    return core/* NEVER */.tm;
});
/** `$…` is a JSONPath, `/…/` a regular expression. */
const mask = schemas/* string */.YjP().transform((written, context) => {
    if (written.startsWith("$")) {
        return { path: written };
    }
    const source = /^\/(.+)\/$/s.exec(written)?.[1];
    if (source !== undefined && isPattern(source)) {
        return { pattern: source };
    }
    context.addIssue(source === undefined
        ? "is neither a JSONPath, which begins with $, nor a regular expression between slashes without flags"
        : noPattern);
    return core/* NEVER */.tm;
});
/** The engine's own message is not shown: it repeats the pattern, which may have been filled in. */
function isPattern(source) {
    try {
        return new RegExp(source, "u").source !== "";
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./build/config/predicate.js
const valueTypes = [
    "string",
    "number",
    "integer",
    "boolean",
    "null",
    "array",
    "object",
];

;// CONCATENATED MODULE: ./build/config/judged.js




const snapshotName = schemas/* string */.YjP().min(1).max(300);
/** For the predicates that hold predicates. */
const inner = schemas/* lazy */.RZV(() => judged);
const sequenceItem = schemas/* union */.KCZ([
    schemas/* string */.YjP().min(1),
    schemas/* strictObject */.rej({
        method: inner.optional().describe("What must hold of the method; default is any."),
        params: schemas/* record */.g1P(schemas/* string */.YjP().regex(/^\$/, "is not a JSONPath, which begins with $"), inner)
            .optional()
            .describe("JSONPath into the params → what must hold there."),
    })
        .refine((value) => Object.keys(value).length > 0, "needs method or params"),
]);
/** In this order among what came; others may stand between. */
const sequence = schemas/* array */.YOg(sequenceItem).min(1, "needs at least one method");
const predicates = schemas/* strictObject */.rej({
    equals: json.optional().describe("Deeply equal; numbers and strings are never mixed."),
    contains: json.optional().describe("Substring of a text, or an element of a list."),
    includes: json
        .optional()
        .describe("A map with at least these keys, or a list with at least these elements, at any depth.")
        .meta({ examples: [{ user: { name: "Ada" } }] }),
    starts_with: schemas/* string */.YjP().optional().describe("The text begins so."),
    ends_with: schemas/* string */.YjP().optional().describe("The text ends so."),
    matches: pattern
        .optional()
        .describe("Regular expression (ECMAScript, flag u) found anywhere in the text; ^ and $ are its ends and not those of a line.")
        .meta({ examples: ["^Echo: \\w+$"] }),
    above: bound
        .optional()
        .describe("Strictly greater; 500ms is read as milliseconds, 64KiB as bytes.")
        .meta({ examples: [0] }),
    below: bound
        .optional()
        .describe("Strictly less; 500ms is read as milliseconds, 64KiB as bytes.")
        .meta({ examples: ["500ms"] }),
    at_least: bound.optional().describe("Greater or equal."),
    at_most: bound.optional().describe("Less or equal."),
    between: schemas/* tuple */.PVZ([bound, bound])
        .refine(([low, high]) => !(low > high), "needs the smaller number first")
        .optional()
        .describe("From the first to the second, both included.")
        .meta({ examples: [["1ms", "2s"]] }),
    one_of: schemas/* array */.YOg(json)
        .min(1, "needs at least one value")
        .optional()
        .describe("Equal to one of these."),
    exists: schemas/* boolean */.zMY().optional().describe("Whether anything is there; null is something."),
    type: schemas/* enum */.k5n(valueTypes).optional().describe("Type of the value in JSON."),
    length: inner
        .optional()
        .describe("Length of the text in characters, of the list, or number of keys.")
        .meta({ examples: [3] }),
    schema: schemas/* union */.KCZ([schemas/* record */.g1P(schemas/* string */.YjP(), json), schemas/* boolean */.zMY(), schemas/* string */.YjP().min(1)])
        .optional()
        .describe("Fits this JSON Schema 2020-12; a text is a JSON file beside the run file.")
        .meta({ examples: [{ type: "array", minItems: 1 }] }),
    snapshot: schemas/* union */.KCZ([
        schemas/* literal */.euz(true),
        snapshotName,
        schemas/* strictObject */.rej({
            name: snapshotName.optional().describe("Default is made of scenario, step and place."),
            mask: schemas/* array */.YOg(mask)
                .default([])
                .describe("What is not compared: JSONPaths, and regular expressions between slashes; in quotes where one has [ ] { } or a comma.")
                .meta({ examples: [["$.timestamp", "/[0-9a-f]{8}/"]] }),
        }),
    ])
        .optional()
        .describe("The same as when the snapshot was taken; stored beside the run file."),
    not: inner.optional().describe("This does not hold."),
    each: inner.optional().describe("This holds of every element of the list."),
    all_of: schemas/* array */.YOg(inner).min(1, "needs at least one").optional().describe("All of these hold."),
    any_of: schemas/* array */.YOg(inner).min(1, "needs at least one").optional().describe("One of these holds."),
    sequence: sequence.optional().describe("These came in this order; others may stand between."),
})
    .refine((value) => Object.keys(value).length > 0, "needs at least one predicate")
    .describe("Predicates; all of them must hold.")
    .meta({ id: "predicates" });
/** What a place may be judged by: predicates, or a bare value. */
const judgedChoices = [predicates, schemas/* string */.YjP(), schemas/* number */.aig(), schemas/* boolean */.zMY(), schemas/* null */.chJ()];
const judged = schemas/* union */.KCZ(judgedChoices).meta({ id: "judged" });
/** JSONPath → what must hold there. */
const conditions = schemas/* record */.g1P(schemas/* string */.YjP().regex(/^\$/, "is not a JSONPath; JSONPath begins with $, for example $.uri"), judged)
    .meta({ examples: [{ "$.uri": { ends_with: ".txt" } }] });
const judged_predicateNames = (/* unused pure expression or super */ null && ([
    "equals",
    "contains",
    "includes",
    "starts_with",
    "ends_with",
    "matches",
    "above",
    "below",
    "at_least",
    "at_most",
    "between",
    "one_of",
    "exists",
    "type",
    "length",
    "schema",
    "snapshot",
    "not",
    "each",
    "all_of",
    "any_of",
    "sequence",
]));

;// CONCATENATED MODULE: ./build/config/places.js
const places_places = {
    text: place("text", "content", "All text of the result, joined by line breaks."),
    is_error: place("boolean", "tool", "Whether the tool result carries isError."),
    error: place("boolean", "answer", "Whether the answer is a JSON-RPC error (true or false), or its code and message."),
    "error.code": place("number", "answer", "Code of the JSON-RPC error."),
    "error.message": place("text", "answer", "Message of the JSON-RPC error."),
    structured: place("any", "tool", "structuredContent of the result."),
    content: place("list", "content", "Content blocks of the result: a list with what must hold of each block, or predicates on the whole list."),
    "content.length": place("number", "content", "How many content blocks there are."),
    duration: place("number", "always", "Time the step took, in milliseconds."),
    bytes: place("number", "answer", "Size of the answer on the wire, in bytes."),
    tokens: place("number", "answer", "Estimate of what the result costs in a model's context."),
    status: place("number", "answer", "HTTP status of the answer.", "http"),
    rounds: place("number", "answer", "How often the server asked for input before it answered."),
    notifications: place("list", "always", "Notifications during the step, in order."),
    progress: place("list", "answer", "Progress of this request, in order."),
    requests: place("list", "always", "What the server asked of its client during the step, in order."),
    logs: place("text", "always", "Log messages over MCP during the step, as lines."),
    stderr: place("text", "always", "What the server or the command wrote to stderr during the step.", "container"),
    memory: place("number", "always", "Memory of the container after the step, in bytes.", "container"),
    exit_code: place("number", "exec", "Exit code of the command."),
    stdout: place("text", "exec", "What the command wrote to stdout."),
};
/** What can be judged of one content block. */
const places_blockPlaces = {
    type: place("text", "content", "text, image, audio, resource or resource_link."),
    mime_type: place("text", "content", "MIME type."),
    bytes: place("number", "content", "Size of the decoded data, or of the text as UTF-8."),
    sha256: place("text", "content", "SHA-256 of the decoded data as hexadecimal digits."),
    text: place("text", "content", "Text of the block or of its resource."),
    uri: place("text", "content", "URI of the resource."),
    name: place("text", "content", "Name of the linked resource."),
};
const blockPlace = /^content\[\d{1,6}\](?:\.(\w+))?$/;
/** The place called so: one of the table, a part of a content block, or a JSONPath; undefined when there is none. */
function places_placeOf(name) {
    if (name.startsWith("$")) {
        return place("any", "result", "");
    }
    if (Object.hasOwn(places_places, name)) {
        return places_places[name];
    }
    const match = blockPlace.exec(name);
    const part = match?.[1];
    if (match && part === undefined) {
        return place("any", "content", "");
    }
    return part !== undefined && Object.hasOwn(places_blockPlaces, part)
        ? places_blockPlaces[part]
        : undefined;
}
function place(kind, scope, about, needs) {
    return { kind, scope, about, ...(needs === undefined ? {} : { needs }) };
}

;// CONCATENATED MODULE: ./build/config/expect.js



const block = schemas/* strictObject */.rej(
// Object.fromEntries forgets the keys; they are those of the table.
Object.fromEntries(Object.entries(places_blockPlaces).map(([key, { about }]) => [
    key,
    judged.optional().describe(about),
])))
    .describe("What must hold of one content block.");
const ordered = schemas/* union */.KCZ([...judgedChoices, sequence]);
/** `expect:` of a step, each place with what must hold there. */
const expect_expect = schemas/* object */.Ikc(
// Object.fromEntries forgets the keys; they are those of the table.
Object.fromEntries(Object.entries(places_places).map(([key, { about }]) => [key, judged.optional().describe(about)])))
    .extend({
    error: schemas/* union */.KCZ([
        schemas/* boolean */.zMY(),
        schemas/* strictObject */.rej({
            code: judged.optional().describe(places_places["error.code"].about),
            message: judged.optional().describe(places_places["error.message"].about),
        })
            .refine((value) => Object.keys(value).length > 0, "needs code or message"),
    ])
        .optional()
        .describe(places_places.error.about),
    content: schemas/* union */.KCZ([...judgedChoices, schemas/* array */.YOg(block)])
        .optional()
        .describe(places_places.content.about),
    notifications: ordered.optional().describe(places_places.notifications.about),
    progress: ordered.optional().describe(places_places.progress.about),
    requests: ordered.optional().describe(places_places.requests.about),
})
    .catchall(judged)
    .describe("Where to look, and what must hold there. Keys beginning with $ are JSONPath (RFC 9535) into the result, content[0].mime_type and the like look into one content block.")
    .meta({
    id: "expect",
    examples: [{ text: { contains: "hello" }, duration: { below: "500ms" } }],
});

;// CONCATENATED MODULE: ./build/config/for-each.js


/** What a `for_each` does, to a step or a scenario. */
const perRow = "Done once for each row; {{ name }} or {{ row.name }} is the value of a column.";
/** Rows: what is written here, or the rows of a file. */
const forEach = schemas/* union */.KCZ([
    schemas/* array */.YOg(schemas/* record */.g1P(schemas/* string */.YjP(), json)).min(1, "needs at least one row: nothing would be tested"),
    schemas/* strictObject */.rej({
        csv: schemas/* string */.YjP().min(1).describe("CSV file; its first line names the columns."),
    }),
    schemas/* strictObject */.rej({
        json: schemas/* string */.YjP().min(1).describe("JSON file with a list of maps."),
    }),
])
    .describe("Rows: a list of maps with the same keys, or a file inside the workspace.")
    .meta({ id: "rows", examples: [[{ a: 1, b: 2 }], { csv: "rows.csv" }] });

;// CONCATENATED MODULE: ./build/config/client.js



const map = schemas/* record */.g1P(schemas/* string */.YjP(), json);
const common = {
    when: conditions
        .default({})
        .describe("JSONPath into the params of what the server asks → what must hold; default is always."),
    times: schemas/* int */.Whr()
        .min(1)
        .max(1_000_000)
        .optional()
        .describe("Used at most so often; default is always."),
    result: map.optional().describe("The whole result as it is sent."),
    error: schemas/* strictObject */.rej({
        code: schemas/* int */.Whr().describe("JSON-RPC error code."),
        message: schemas/* string */.YjP().describe("Message of the error."),
    })
        .optional()
        .describe("A JSON-RPC error."),
    refuse: schemas/* literal */.euz(true).optional().describe("Refused, as a person would who says no."),
    silence: schemas/* literal */.euz(true).optional().describe("Never answered."),
};
const outcomes = [
    "text",
    "accept",
    "decline",
    "cancel",
    "result",
    "error",
    "refuse",
    "silence",
];
const oneOutcome = "needs exactly one answer: text, accept, decline, cancel, result, error, refuse or silence";
function hasOneOutcome(rule) {
    return outcomes.filter((outcome) => rule[outcome] !== undefined).length === 1;
}
const samplingRule = schemas/* strictObject */.rej({
    ...common,
    text: schemas/* string */.YjP()
        .optional()
        .describe("What the model says.")
        .meta({ examples: ["It is sunny."] }),
    model: schemas/* string */.YjP().min(1).default("scripted").describe("Name of the model beside text."),
})
    .refine(hasOneOutcome, oneOutcome)
    .describe("One scripted answer to sampling/createMessage.");
const elicitationRule = schemas/* strictObject */.rej({
    ...common,
    accept: schemas/* union */.KCZ([schemas/* literal */.euz(true), map])
        .optional()
        .describe("Accepted with these values; true for a URL that was opened.")
        .meta({ examples: [{ name: "Ada" }] }),
    decline: schemas/* literal */.euz(true).optional().describe("Declined."),
    cancel: schemas/* literal */.euz(true).optional().describe("Cancelled: closed without a choice."),
})
    .refine(hasOneOutcome, oneOutcome)
    .describe("One scripted answer to elicitation/create.");
const rootsRule = schemas/* strictObject */.rej(common)
    .refine(hasOneOutcome, oneOutcome)
    .describe("One scripted answer to roots/list.");
const root = schemas/* strictObject */.rej({
    uri: schemas/* string */.YjP()
        .regex(/^file:\/\//, "must begin with file://")
        .describe("Its URI; file:// only."),
    name: schemas/* string */.YjP().min(1).optional().describe("Its name."),
})
    .describe("A folder or file the client offers.");
/** What the server may ask for, with the scripted answers; the first that fits is given. */
const answers = schemas/* strictObject */.rej({
    sampling: schemas/* union */.KCZ([samplingRule, schemas/* array */.YOg(samplingRule)])
        .optional()
        .describe("Answers to sampling/createMessage, or one."),
    elicitation: schemas/* union */.KCZ([elicitationRule, schemas/* array */.YOg(elicitationRule)])
        .optional()
        .describe("Answers to elicitation/create, or one."),
    roots: schemas/* union */.KCZ([rootsRule, schemas/* array */.YOg(rootsRule)])
        .optional()
        .describe("Answers to roots/list, or one."),
})
    .describe("Scripted answers to what the server asks of its client.")
    .meta({ id: "answers" });
const client = answers
    .extend({
    roots: schemas/* array */.YOg(schemas/* union */.KCZ([
        schemas/* string */.YjP()
            .regex(/^file:\/\//, "must begin with file://")
            .transform((uri) => ({ uri })),
        root,
    ]))
        .optional()
        .describe("Roots that are declared and listed.")
        .meta({ examples: [["file:///data"]] }),
    capabilities: map
        .default({})
        .describe("Client capabilities declared besides those that follow from the answers."),
})
    .describe("What the client declares to this server and answers it.");

;// CONCATENATED MODULE: ./build/config/action.js
const listKinds = ["tools", "resources", "resource_templates", "prompts", "tasks"];
/** Verbs that act on the server's container and not over MCP, and take no argument. */
const action_plainServerVerbs = [
    "stop",
    "start",
    "restart",
    "pause",
    "unpause",
    "disconnect",
    "connect",
];

;// CONCATENATED MODULE: ./build/config/verbs.js




const method = schemas/* string */.YjP().min(1).max(200);
const uri = schemas/* string */.YjP().min(1);
/** `ping:` and `ping: true` are the same. */
const bare = schemas/* union */.KCZ([schemas/* literal */.euz(true), schemas/* null */.chJ()]);
const logLevels = [
    "debug",
    "info",
    "notice",
    "warning",
    "error",
    "critical",
    "alert",
    "emergency",
];
const complete = schemas/* strictObject */.rej({
    prompt: schemas/* string */.YjP().min(1).optional().describe("Name of the prompt."),
    resource: uri.optional().describe("URI template of the resource; instead of prompt."),
    argument: schemas/* string */.YjP().min(1).describe("The argument to complete."),
    value: schemas/* string */.YjP().describe("What is typed so far."),
    context: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP())
        .optional()
        .describe("Arguments that are settled already."),
})
    .refine(({ prompt, resource }) => (prompt === undefined) !== (resource === undefined), "needs exactly one of prompt and resource")
    .describe("What is completed.");
const list = schemas/* union */.KCZ([
    schemas/* enum */.k5n(listKinds),
    schemas/* strictObject */.rej({
        kind: schemas/* enum */.k5n(listKinds).describe("What is listed."),
        pages: schemas/* enum */.k5n(["all", "one"]).default("all").describe("All pages as one list, or one page."),
        cursor: schemas/* string */.YjP().optional().describe("Where to begin: nextCursor of an earlier page."),
    }),
]);
const base64 = schemas/* string */.YjP()
    .regex(/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/, "is not base64");
const raw = schemas/* union */.KCZ([
    schemas/* string */.YjP(),
    schemas/* strictObject */.rej({
        text: schemas/* string */.YjP().optional().describe("The text to send."),
        base64: base64.optional().describe("The bytes to send, in base64; instead of text."),
        newline: schemas/* boolean */.zMY().default(true).describe("Whether a line break is added."),
        answer: schemas/* union */.KCZ([schemas/* int */.Whr(), schemas/* string */.YjP(), schemas/* null */.chJ()])
            .optional()
            .describe("Id of the answer to wait for, null for an error without id; default is not to wait."),
    })
        .refine(({ text, base64 }) => (text === undefined) !== (base64 === undefined), "needs exactly one of text and base64"),
]);
const waitFor = schemas/* union */.KCZ([
    method,
    schemas/* strictObject */.rej({
        method: method.describe("Method of the notification or of the server's request."),
        where: conditions.default({}).describe("JSONPath into its params → what must hold."),
    }),
]);
const mcpVerbs = {
    call: schemas/* string */.YjP().min(1).describe("Calls the tool of this name, with the arguments in with."),
    read: uri.describe("Reads the resource of this URI."),
    prompt: schemas/* string */.YjP().min(1).describe("Gets the prompt of this name, with the arguments in with."),
    complete: complete.describe("Asks for completions of an argument."),
    list: list.describe("Lists all pages of a kind, or one page."),
    ping: bare.describe("Sends a ping (legacy) or server/discover (modern)."),
    subscribe: uri.describe("Subscribes to changes of this resource."),
    unsubscribe: uri.describe("Ends the subscription to this resource."),
    listen: schemas/* record */.g1P(schemas/* string */.YjP(), json)
        .describe("Opens subscriptions/listen (modern) with this filter; ends with unlisten.")
        .meta({ examples: [{ toolsListChanged: true }] }),
    unlisten: bare.describe("Ends subscriptions/listen."),
    set_log_level: schemas/* enum */.k5n(logLevels).describe("Sets the least level of log messages."),
    request: method.describe("Sends a request of any method, with the params in with."),
    notify: method.describe("Sends a notification of any method, with the params in with."),
    send_raw: raw.describe("Sends text or bytes as they are, for negative tests."),
    wait_for: waitFor.describe("Waits for a notification or a request of the server; one that came since the step before counts."),
};
const serverAbouts = {
    stop: "Stops the server by its stop ladder.",
    start: "Starts the server that was stopped.",
    restart: "Stops and starts the server.",
    pause: "Freezes all processes of the container.",
    unpause: "Lets a paused container go on.",
    disconnect: "Takes the container off its network.",
    connect: "Puts the container back on its network.",
};
const serverVerbs = {
    // Object.fromEntries forgets the keys; they are those of the list.
    ...Object.fromEntries(action_plainServerVerbs.map((verb) => [verb, bare.describe(serverAbouts[verb])])),
    kill: schemas/* union */.KCZ([
        schemas/* string */.YjP().regex(/^SIG[A-Z0-9+-]{2,12}$/, "is no signal; write for example SIGTERM"),
        bare,
    ])
        .describe("Sends the signal to the server's process; default is SIGKILL.")
        .meta({ examples: ["SIGTERM"] }),
    exec: schemas/* union */.KCZ([
        schemas/* string */.YjP().min(1),
        schemas/* array */.YOg(schemas/* string */.YjP().regex(/^[^\0]*$/, "must not contain a NUL character")).min(1),
    ])
        .describe("Runs a command in the container; a text is given to /bin/sh -c.")
        .meta({ examples: [["ls", "/data"]] }),
};
const verbShape = { ...mcpVerbs, ...serverVerbs };
/** The verbs as keys of a step, each optional. */
const verbFields = schemas/* object */.Ikc(verbShape).partial().shape;
// Object.keys forgets the keys; they are those of the shape.
const verbs_verbs = Object.keys(verbShape);
const mcpVerbNames = Object.keys(mcpVerbs);
const verbs_serverVerbNames = Object.keys(serverVerbs);

;// CONCATENATED MODULE: ./build/config/step.js







const most = 10_000;
const times = schemas/* int */.Whr().min(1).max(most);
const jsonPath = schemas/* string */.YjP()
    .regex(/^\$/, "is not a JSONPath; JSONPath begins with $, for example $.content[0].text");
const retry = schemas/* union */.KCZ([
    times,
    schemas/* strictObject */.rej({
        times: times.describe("Most attempts in all."),
        delay: duration(0, 3_600_000).prefault("1s").describe("Time between two attempts."),
        until: expect_expect
            .optional()
            .describe("What must hold for the attempts to end; `expect` then judges that one answer. Default is that all of `expect` holds."),
    }),
])
    .transform((spec) => typeof spec === "number" ? { times: spec, delay: 1_000, until: undefined } : spec);
const trials = schemas/* union */.KCZ([
    times,
    schemas/* strictObject */.rej({
        times: times.describe("How many attempts."),
        pass_rate: share.prefault("100%").describe("Least share of them that must pass."),
    }),
])
    .transform((spec) => (typeof spec === "number" ? { times: spec, pass_rate: 1 } : spec));
/** Must be a declared one, so it needs no pattern of its own. */
const serverName = schemas/* string */.YjP();
const step_step = schemas/* strictObject */.rej({
    name: schemas/* string */.YjP()
        .min(1)
        .max(200)
        .optional()
        .describe("Shown in reports; default is verb and target."),
    server: serverName
        .optional()
        .describe("Server of this step; default is the scenario's, then the only server."),
    ...verbFields,
    with: json
        .optional()
        .describe("Arguments of call and prompt, params of request and notify; {{ name }} is filled in from captures and rows.")
        .meta({ examples: [{ message: "hello" }] }),
    expect: expect_expect.optional().describe("What must hold; see the places and predicates below."),
    capture: schemas/* record */.g1P(schemas/* string */.YjP().regex(/^[A-Za-z_]\w*$/, "must be a name of letters, digits and _"), jsonPath)
        .default({})
        .describe("Keeps values of the result for later steps: name → JSONPath.")
        .meta({ examples: [{ sum: "$.content[0].text" }] }),
    timeout: duration(1, 3_600_000).prefault("30s").describe("Time for the answer."),
    task: schemas/* union */.KCZ([
        schemas/* literal */.euz(true),
        schemas/* strictObject */.rej({
            ttl: duration(1, 86_400_000).optional().describe("How long the server keeps the task."),
            wait: schemas/* boolean */.zMY()
                .default(true)
                .describe("Whether the step's result is that of the task; else it is the task itself."),
        }),
    ])
        .optional()
        .describe("Calls the tool as a task."),
    meta: schemas/* record */.g1P(schemas/* string */.YjP(), json).optional().describe("Added to _meta of the params."),
    headers: headers.optional().describe("HTTP headers of this request."),
    cancel_after: duration(0, 3_600_000)
        .optional()
        .describe("Cancels the request after so long; the server must stop working and not answer."),
    progress: schemas/* boolean */.zMY()
        .optional()
        .describe("Asks for progress; default is whether expect looks at it."),
    input: schemas/* enum */.k5n(["auto", "manual"])
        .default("auto")
        .describe("auto: when the server asks for input, it is answered from the scripted answers; manual: what it asks for is the result."),
    answers: answers
        .optional()
        .describe("Scripted answers during this step, before those of the server."),
    fault: schemas/* union */.KCZ([
        schemas/* enum */.k5n(["drop_response", "duplicate"]),
        schemas/* strictObject */.rej({
            delay: duration(1, 3_600_000).describe("The request is sent so much later."),
        }),
    ])
        .optional()
        .describe("What is done on the wire. drop_response: the answer is thrown away and the request times out; duplicate: the request is sent twice.")
        .meta({ examples: ["duplicate", { delay: "500ms" }] }),
    repeat: times.optional().describe("Done so often; every time must pass."),
    parallel: schemas/* int */.Whr()
        .min(1)
        .max(1_000)
        .optional()
        .describe("How many are done at the same time; without repeat or trials, once each."),
    retry: retry
        .optional()
        .describe("Tried again until it passes, at most so often; that it was is reported.")
        .meta({ examples: [3, { times: 5, delay: "200ms" }] }),
    trials: trials
        .optional()
        .describe("Done so often; the share that passes decides.")
        .meta({ examples: [{ times: 10, pass_rate: "80%" }] }),
    for_each: forEach.optional().describe(perRow),
})
    .describe("One action against a server. Exactly one verb says what it does.")
    .meta({ id: "step" });

;// CONCATENATED MODULE: ./build/config/scenario.js




const scenario = schemas/* strictObject */.rej({
    name: schemas/* string */.YjP().min(1).max(200).describe("Shown in reports; unique."),
    server: serverName
        .optional()
        .describe("Server of the steps that name none; default is the only server."),
    tags: schemas/* array */.YOg(schemas/* string */.YjP().regex(/^[\w.-]{1,63}$/, "must be 1 to 63 letters, digits, points, - and _"))
        .default([])
        .describe("Words to choose scenarios by.")
        .meta({ examples: [["smoke"]] }),
    only: schemas/* boolean */.zMY()
        .default(false)
        .describe("While one scenario says true, those that do not are skipped."),
    isolation: schemas/* enum */.k5n(["shared", "fresh"])
        .default("shared")
        .describe("shared: the session of the run; fresh: its servers are started for it alone."),
    timeout: duration(1, 86_400_000)
        .optional()
        .describe("Time for setup and steps; teardown is done all the same."),
    trials: trials
        .optional()
        .describe("The whole scenario is done so often; the share that passes decides."),
    for_each: forEach.optional().describe(perRow),
    setup: schemas/* array */.YOg(step_step)
        .default([])
        .describe("Done first; when one does not pass, the scenario is broken."),
    steps: schemas/* array */.YOg(step_step)
        .min(1, "needs at least one step: nothing would be tested")
        .describe("Done in order; the first one that does not pass ends the scenario."),
    teardown: schemas/* array */.YOg(step_step)
        .default([])
        .describe("Done last, whatever came before; each of them, also after one that does not pass."),
})
    .describe("An ordered list of steps.");

;// CONCATENATED MODULE: ./build/config/endpoint.js


const transports = ["stdio", "http", "sse"];
/** The address of a server that runs elsewhere. */
const url = schemas/* string */.YjP().transform((written, context) => {
    const problem = urlProblem(written);
    if (problem !== undefined) {
        context.addIssue(problem);
        return core/* NEVER */.tm;
    }
    return written;
});
function urlProblem(written) {
    const parsed = URL.canParse(written) ? new URL(written) : undefined;
    if (parsed === undefined || !/^https?:$/.test(parsed.protocol)) {
        return "is not a URL that begins with http:// or https://";
    }
    if (parsed.username !== "" || parsed.password !== "") {
        return "has a user name or password in it; hand them over with headers, bearer or auth";
    }
    return parsed.hash === "" ? undefined : "has a fragment (#…), which is never sent";
}
const http = schemas/* strictObject */.rej({
    port: schemas/* int */.Whr().min(1).max(65_535).describe("Port that the server listens on in its container."),
    path: schemas/* string */.YjP()
        .regex(/^\/[!-~]*$/, "must begin with / and hold no spaces")
        .optional()
        .describe("Path of the endpoint; default is /mcp for http and /sse for sse."),
})
    .describe("Where the server listens in its container.");
const auth = schemas/* strictObject */.rej({
    protected: schemas/* boolean */.zMY()
        .default(false)
        .describe("The server must refuse requests without a token as the specification says: 401, WWW-Authenticate and the metadata of RFC 9728."),
    client_credentials: schemas/* strictObject */.rej({
        client_id: schemas/* string */.YjP().min(1).describe("Name of the client at the authorization server."),
        client_secret: secretName.describe("Name of the secret; its value is in the environment."),
        scopes: schemas/* array */.YOg(schemas/* string */.YjP().min(1)).default([]).describe("Scopes to ask for."),
        issuer: url
            .optional()
            .describe("The authorization server that the secret is for; default is the origin of the server. No other gets it.")
            .meta({ examples: ["https://login.example.com"] }),
    })
        .optional()
        .describe("Gets a token by the OAuth flow for machines."),
})
    .describe("Authorization of an HTTP server.");
/** What a server spoken to over HTTP has. */
const endpointFields = {
    url: url
        .optional()
        .describe("Address of a server that runs elsewhere; nothing is started.")
        .meta({ examples: ["https://example.com/mcp"] }),
    transport: schemas/* enum */.k5n(transports)
        .optional()
        .describe("How the server is spoken to; sse is the HTTP+SSE of revision 2024-11-05. Default is stdio, or http for a url."),
    http: http.optional(),
    headers: headers
        .default({})
        .describe("Headers of every HTTP request.")
        .meta({ examples: [{ "X-Tenant": "acme" }] }),
    bearer: secretName
        .optional()
        .describe("Name of the secret that is sent as bearer token; its value is in the environment.")
        .meta({ examples: ["API_TOKEN"] }),
    auth: auth.optional(),
};

;// CONCATENATED MODULE: ./build/config/image.js



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
    args: schemas/* record */.g1P(environmentName, fields_text).default({}).describe("Build arguments."),
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

;// CONCATENATED MODULE: ./build/config/server.js







/** Every revision of the protocol. */
const revisions = ["2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25", "2026-07-28"];
const protocol = schemas/* enum */.k5n(["auto", "legacy", "modern", ...revisions]);
/** A server as it is written. */
const server_serverFields = schemas/* strictObject */.rej({
    template: fields_name
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
    args: schemas/* array */.YOg(fields_text)
        .default([])
        .describe("Arguments added to the template's or image's own.")
        .meta({ examples: [["--verbose", 8]] }),
    ...endpointFields,
    protocol: protocol
        .default("auto")
        .describe("legacy: revisions up to 2025-11-25; modern: 2026-07-28; auto: found out; or one revision."),
    protocols: schemas/* array */.YOg(protocol)
        .min(1)
        .max(7)
        .refine((all) => new Set(all).size === all.length, "needs each revision only once")
        .optional()
        .describe("Plays the scenarios once for each of them and compares.")
        .meta({ examples: [["legacy", "modern"]] }),
    client: client.prefault({}),
    env: schemas/* record */.g1P(environmentName, fields_text)
        .default({})
        .describe("Environment of the server.")
        .meta({ examples: [{ LOG_LEVEL: "debug" }] }),
    secrets: schemas/* array */.YOg(secretName)
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
    idle: schemas/* strictObject */.rej({
        window: duration(100, 600_000).prefault("2s").describe("How long it is watched."),
        cpu: share.prefault("10%").describe("Most processor time, as a share of one core."),
    })
        .prefault({})
        .describe("When the server counts as idle for the check idle_cpu."),
    checks: checkSwitches.prefault({}),
})
    .describe("An MCP server: exactly one of template, image, build or url says what runs.");
/** A server with what follows from what is written. */
const server = server_serverFields.transform((spec) => {
    const transport = spec.transport ?? (spec.url === undefined ? "stdio" : "http");
    const path = spec.http?.path ?? (transport === "sse" ? "/sse" : "/mcp");
    return { ...spec, transport, http: spec.http && { ...spec.http, path } };
});

;// CONCATENATED MODULE: ./build/config/run-file.js





const maxServers = 100;
const run_file_runFile = schemas/* strictObject */.rej({
    version: schemas/* literal */.euz(1).describe("Version of this format."),
    name: schemas/* string */.YjP().min(1).max(200).optional().describe("Title of the run in reports."),
    timeout: duration(1_000, 86_400_000).prefault("15m").describe("Time for the whole run."),
    servers: schemas/* record */.g1P(fields_name, server)
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
            if (zodSchema === serverFields) {
                node.oneOf = json_schema_serverKinds.map((key) => ({ required: [key] }));
            }
            else if (zodSchema === step) {
                node.oneOf = verbs.map((key) => ({ required: [key] }));
            }
            else if (zodSchema === expect && node.additionalProperties !== false) {
                const judged = node.additionalProperties ?? true;
                node.patternProperties = { "^\\$": judged, "^content\\[\\d+\\]": judged };
                node.additionalProperties = false;
            }
        },
    });
    // The generator's type is wider than what our schemas make of it.
    const { $schema, ...rest } = schema;
    return { $schema, $id: id, title: "Docker MCP Manager run file", ...rest };
}
/** Exactly one of them says what a server is. */
const json_schema_serverKinds = (/* unused pure expression or super */ null && (["template", "image", "build", "url"]));
/** What the schema says of the value at `path`; several nodes where it leaves a choice. */
function json_schema_schemaNodesAt(root, path) {
    let nodes = choices(root, root);
    for (const key of path) {
        nodes = nodes.flatMap((node) => {
            const next = typeof key === "number"
                ? (node.prefixItems?.[key] ?? node.items)
                : propertyOf(node, String(key));
            return next === undefined ? [] : choices(root, next);
        });
    }
    return nodes;
}
function propertyOf(node, key) {
    if (node.properties && Object.hasOwn(node.properties, key)) {
        return node.properties[key];
    }
    const pattern = Object.entries(node.patternProperties ?? {}).find(([source]) => new RegExp(source, "u").test(key));
    if (pattern) {
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

;// CONCATENATED MODULE: ./build/config/predicates-of.js

/** The predicates of a judged value; a bare value is `equals`, a bare list a sequence. */
function predicatesOf(spec, place, path, making) {
    if (Array.isArray(spec)) {
        return [sequenceOf(spec, place, path, making)];
    }
    if (typeof spec !== "object" || spec === null) {
        return [{ name: "equals", value: spec }];
    }
    const written = spec;
    return predicateNames.flatMap((name) => written[name] === undefined ? [] : [predicateOf(name, written, place, [...path, name], making)]);
}
/** Conditions by JSONPath, in the order written. */
function predicates_of_conditionsOf(spec, path, making) {
    return Object.entries(spec).flatMap(([place, judged]) => predicates_of_expectationsAt(judged, place, [...path, place], making));
}
/** One expectation for each predicate, with its position. */
function predicates_of_expectationsAt(spec, place, path, making) {
    return predicatesOf(spec, place, path, making).map((predicate) => ({
        place,
        predicate,
        at: making.locate([...path, predicate.name]),
    }));
}
function predicateOf(name, spec, place, path, making) {
    const inner = (judged, below) => judged === undefined ? [] : predicatesOf(judged, place, below, making);
    if (name === "length" || name === "not" || name === "each") {
        return { name, of: inner(spec[name], path) };
    }
    if (name === "all_of" || name === "any_of") {
        return { name, of: (spec[name] ?? []).map((item, nth) => inner(item, [...path, nth])) };
    }
    if (name === "schema") {
        const tree = making.treeAt(path);
        return { name, value: tree === undefined ? true : making.schemas.get(tree) };
    }
    if (name === "snapshot") {
        const given = typeof spec.snapshot === "object" ? spec.snapshot : undefined;
        const own = typeof spec.snapshot === "string" ? spec.snapshot : given?.name;
        return { name, key: making.snapshotKey(place, own), mask: given?.mask ?? [] };
    }
    if (name === "sequence") {
        return sequenceOf(spec.sequence ?? [], place, path, making);
    }
    // The schema has checked that the value is of the predicate's kind.
    return { name, value: spec[name] };
}
function sequenceOf(items, place, path, making) {
    return {
        name: "sequence",
        items: items.map((item, nth) => {
            if (typeof item === "string") {
                return { method: [{ name: "equals", value: item }], params: [] };
            }
            const below = [...path, nth];
            const method = item.method;
            return {
                method: method === undefined ? [] : predicatesOf(method, place, [...below, "method"], making),
                params: predicates_of_conditionsOf(item.params ?? {}, [...below, "params"], making),
            };
        }),
    };
}

;// CONCATENATED MODULE: ./build/config/answers-of.js

const methods = {
    sampling: "sampling/createMessage",
    elicitation: "elicitation/create",
    roots: "roots/list",
};
const sides = (/* unused pure expression or super */ null && (["sampling", "elicitation", "roots"]));
/** What is declared to each server so that it asks only for what is scripted. */
const declarations = {
    "sampling/createMessage": { sampling: {} },
    "elicitation/create": { elicitation: { form: {}, url: {} } },
    "roots/list": { roots: {} },
};
/** The rules of a step's `answers`, one by one; `path` is that of `answers`. */
function answers_of_answersOf(spec, path, making) {
    return sides.flatMap((side) => {
        const given = spec?.[side];
        if (given === undefined) {
            return [];
        }
        return Array.isArray(given)
            ? given.map((rule, nth) => ruleOf(side, rule, [...path, side, nth], making))
            : [ruleOf(side, given, [...path, side], making)];
    });
}
/** What the client declares to a server and answers it; what steps on it answer is declared too. */
function answers_of_clientOf(name, spec, scenarios, making) {
    const path = ["servers", name, "client"];
    const { roots, capabilities, ...scripted } = spec;
    const own = answers_of_answersOf(scripted, path, making);
    const listed = roots === undefined
        ? []
        : [
            {
                method: "roots/list",
                when: [],
                reply: { result: { roots } },
                at: making.locate([...path, "roots"]),
            },
        ];
    const answers = [...own, ...listed];
    const inSteps = scenarios
        .flatMap(({ setup, steps, teardown }) => [...setup, ...steps, ...teardown])
        .flatMap((step) => (step.server === name ? step.answers : []));
    const declared = [...answers, ...inSteps].map(({ method }) => declarations[method]);
    return { capabilities: Object.assign({}, ...declared, capabilities), answers };
}
function ruleOf(side, rule, path, making) {
    return {
        method: methods[side],
        when: conditionsOf(rule.when ?? {}, [...path, "when"], making),
        reply: replyOf(rule),
        ...(rule.times === undefined ? {} : { times: rule.times }),
        at: making.locate(path),
    };
}
function replyOf(rule) {
    if (rule.error !== undefined) {
        return { error: rule.error };
    }
    if (rule.refuse !== undefined) {
        return "refuse";
    }
    if (rule.silence !== undefined) {
        return "silence";
    }
    return { result: rule.result ?? resultOf(rule) };
}
function resultOf({ text, model, accept, decline }) {
    if (text !== undefined) {
        const content = { type: "text", text };
        return { role: "assistant", content, model: model ?? "scripted", stopReason: "endTurn" };
    }
    if (accept !== undefined) {
        return accept === true ? { action: "accept" } : { action: "accept", content: accept };
    }
    return { action: decline === undefined ? "cancel" : "decline" };
}

// EXTERNAL MODULE: ./node_modules/yaml/dist/index.js
var dist = __webpack_require__(38815);
;// CONCATENATED MODULE: ./build/config/aliases.js

/** Which node each alias means: the last one above it with that anchor, its own ancestors included. */
function aliases_aliasTargets(root) {
    const anchors = new Map();
    const targets = new Map();
    function visit(node) {
        if (isAlias(node)) {
            const target = anchors.get(node.source);
            if (target) {
                targets.set(node, target);
            }
        }
        else if (isScalar(node) || isMap(node) || isSeq(node)) {
            if (node.anchor) {
                anchors.set(node.anchor, node);
            }
            if (isMap(node)) {
                for (const pair of node.items) {
                    visit(pair.key);
                    visit(pair.value);
                }
            }
            else if (isSeq(node)) {
                node.items.forEach(visit);
            }
        }
    }
    visit(root);
    return targets;
}

;// CONCATENATED MODULE: ./build/config/scalars.js

/** The value of a scalar of the core schema, which has no other types than these. */
function scalars_plainValue(value) {
    const known = typeof value === "string" || typeof value === "number" || typeof value === "boolean";
    return known ? value : null;
}
/** What is wrong with a number that would silently become another. */
function scalars_numberProblem(value, text) {
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
function scalars_typedValue(text, document) {
    const tag = document.schema.tags.find((candidate) => candidate.default === true && "test" in candidate && candidate.test?.test(text) === true);
    if (text === "" || tag === undefined || tag.collection !== undefined) {
        return text;
    }
    // Some tags give a node, some its value.
    const resolved = tag.resolve(text, () => undefined, {});
    return scalars_plainValue(isScalar(resolved) ? resolved.value : resolved);
}

;// CONCATENATED MODULE: ./build/config/grow.js




/** Values after aliases are followed: a bomb of aliases ends here, whatever it would have grown to. */
const maxValues = 50_000;
/** Names that reach the prototype when an object is copied carelessly. */
const grow_prototypeNames = new Set([
    "__proto__",
    "constructor",
    "prototype",
]);
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
        if (isAlias(node)) {
            return followed(node, offset);
        }
        if (isMap(node)) {
            open.add(node);
            const entries = entriesOfMap(node.items);
            open.delete(node);
            return { kind: "map", offset, entries };
        }
        if (isSeq(node)) {
            open.add(node);
            // The items of a parsed list are nodes; the type of the library allows anything.
            const items = node.items.map((item) => visit(item));
            open.delete(node);
            return { kind: "list", offset, items };
        }
        return isScalar(node) ? scalar(node, offset) : broken(offset);
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
            const name = isScalar(key) ? String(key.value) : undefined;
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
        const typed = filled.whole && node.type === Scalar.PLAIN ? typedValue(text, document) : text;
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
    if (grow_prototypeNames.has(name)) {
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
    // Of several kinds of map it is the one that knows all keys.
    const known = fitting.filter((issues) => !issues.some(isAboutOwnKeys));
    const best = fitting.length > 1 ? known : fitting;
    return best.length === 1 ? best[0] : undefined;
}
function isAboutOwnKeys({ code, path }) {
    return code === "unrecognized_keys" && path.length === 0;
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

;// CONCATENATED MODULE: ./build/config/action-of.js


/** What the step does; `path` is the step's. */
function action_of_actionOf(step, path, making) {
    return mcpAction(step, path, making) ?? serverAction(step);
}
/** A step's name in reports when it has none of its own: verb and target. */
function action_of_describeAction({ verb, target }) {
    return target === "" ? verb : `${verb} ${target}`;
}
function mcpAction(step, path, making) {
    if (step.call !== undefined) {
        return callOf(step, step.call);
    }
    for (const verb of ["read", "subscribe", "unsubscribe"]) {
        const target = step[verb];
        if (target !== undefined) {
            return { verb, target };
        }
    }
    for (const verb of ["request", "notify"]) {
        const target = step[verb];
        if (target !== undefined) {
            return { verb, target, ...(step.with === undefined ? {} : { params: step.with }) };
        }
    }
    for (const verb of ["ping", "unlisten"]) {
        if (step[verb] !== undefined) {
            return { verb, target: "" };
        }
    }
    if (step.prompt !== undefined) {
        return { verb: "prompt", target: step.prompt, arguments: textsOf(step.with) };
    }
    if (step.complete !== undefined) {
        return completeOf(step.complete);
    }
    if (step.list !== undefined) {
        const { kind, pages, cursor } = typeof step.list === "string"
            ? { kind: step.list, pages: "all", cursor: undefined }
            : step.list;
        return { verb: "list", target: kind, pages, ...(cursor === undefined ? {} : { cursor }) };
    }
    if (step.set_log_level !== undefined) {
        return { verb: "set_log_level", target: step.set_log_level };
    }
    if (step.listen !== undefined) {
        return { verb: "listen", target: "", filter: step.listen };
    }
    if (step.send_raw !== undefined) {
        return rawOf(step.send_raw);
    }
    if (step.wait_for !== undefined) {
        const { method, where } = typeof step.wait_for === "string" ? { method: step.wait_for, where: {} } : step.wait_for;
        return {
            verb: "wait_for",
            target: method,
            where: conditionsOf(where, [...path, "wait_for", "where"], making),
        };
    }
    return undefined;
}
function serverAction(step) {
    if (step.kill !== undefined) {
        return { verb: "kill", target: typeof step.kill === "string" ? step.kill : "SIGKILL" };
    }
    if (step.exec !== undefined) {
        const command = typeof step.exec === "string" ? ["/bin/sh", "-c", step.exec] : step.exec;
        const target = typeof step.exec === "string" ? step.exec : step.exec.join(" ");
        return { verb: "exec", target, command };
    }
    // It has exactly one verb, which was looked for in front of all others.
    return { verb: plainServerVerbs.find((verb) => step[verb] !== undefined) ?? "stop", target: "" };
}
function callOf(step, target) {
    const args = action_of_isMap(step.with) ? step.with : {};
    if (step.task === undefined) {
        return { verb: "call", target, arguments: args };
    }
    const { ttl, wait } = step.task === true ? { ttl: undefined, wait: true } : step.task;
    return {
        verb: "call",
        target,
        arguments: args,
        task: { wait, ...(ttl === undefined ? {} : { ttlMs: ttl }) },
    };
}
function completeOf(spec) {
    return {
        verb: "complete",
        target: spec.argument,
        ref: spec.prompt === undefined
            ? { type: "ref/resource", uri: spec.resource ?? "" }
            : { type: "ref/prompt", name: spec.prompt },
        value: spec.value,
        ...(spec.context === undefined ? {} : { context: spec.context }),
    };
}
function rawOf(spec) {
    if (typeof spec === "string") {
        return { verb: "send_raw", target: "", text: spec, newline: true };
    }
    const { text, base64, newline, answer } = spec;
    return {
        verb: "send_raw",
        target: "",
        newline,
        ...(text === undefined ? {} : { text }),
        ...(base64 === undefined ? {} : { base64 }),
        ...(answer === undefined ? {} : { answer }),
    };
}
function textsOf(given) {
    return action_of_isMap(given)
        ? Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)]))
        : {};
}
function action_of_isMap(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./build/config/expectations.js

/** A step's expectations one by one, in the order written; a bare value is `equals`. `path` is that of `expect`. */
function expectations_expectationsOf(spec, path, making) {
    const found = Object.entries(spec ?? {}).flatMap(([key, value]) => {
        const own = [...path, key];
        if (key === "error" && typeof value === "object" && value !== null) {
            return Object.entries(value).flatMap(([part, judged]) => judged === undefined ? [] : expectationsAt(judged, `error.${part}`, [...own, part], making));
        }
        if (key === "content" && Array.isArray(value)) {
            // A list under `content` is one of blocks; the schema has checked it.
            return blocksOf(value, own, making);
        }
        // What has a form of its own was taken above; everything else is judged as it is.
        const judged = value;
        return judged === undefined ? [] : expectationsAt(judged, key, own, making);
    });
    // The schema gives known places first, whatever the order they were written in.
    return found.toSorted((a, b) => a.at.line - b.at.line || a.at.column - b.at.column);
}
/** As many blocks as the list has, and what holds of each. */
function blocksOf(blocks, path, making) {
    const count = {
        place: "content.length",
        predicate: { name: "equals", value: blocks.length },
        at: making.locate(path),
    };
    const each = blocks.flatMap((block, nth) => Object.entries(block).flatMap(([part, judged]) => expectationsAt(judged, `content[${nth}].${part}`, [...path, nth, part], making)));
    return [count, ...each];
}

;// CONCATENATED MODULE: ./build/config/rows.js


/** Steps that one run file may come to, rows counted. */
const rows_maxSteps = 10_000;
/**
 * Rows of a CSV file (RFC 4180), the first line being the names of the columns. A cell without quotes that is a JSON
 * number, true or false becomes one; `007`, and all in quotes, stays text.
 */
async function rows_csvRows(text) {
    // Loading takes some milliseconds, which only a run file with a CSV file pays.
    const { CsvError, parse } = await __webpack_require__.e(/* import() */ 175).then(__webpack_require__.bind(__webpack_require__, 25175));
    let records;
    try {
        // The library's type leaves out what `info` adds.
        records = parse(text, {
            bom: true,
            info: true,
            relax_column_count: true,
            skip_empty_lines: true,
            // One more than can be used, so that a file of a million rows is not read to its end.
            to: rows_maxSteps + 2,
            cast: (value, { quoting }) => (quoting ? value : typedCell(value)),
        });
    }
    catch (error) {
        if (error instanceof CsvError) {
            const { lines } = error;
            return problem(typeof lines === "number" ? lines : 1, "is not CSV: a quote is not where one may be");
        }
        throw error;
    }
    const [head, ...body] = records;
    const columns = (head?.record ?? []).map(String);
    const wrong = columnProblem(columns);
    if (wrong !== undefined) {
        return problem(1, wrong);
    }
    if (body.length === 0) {
        return problem(1, "has no rows below its names of columns: nothing would be tested");
    }
    const ragged = body.filter(({ record }) => record.length !== columns.length);
    if (ragged.length > 0) {
        const problems = ragged.map(({ record, info }) => ({
            line: info.lines,
            message: `the row has ${record.length} cells, but there are ${columns.length} columns`,
        }));
        return { kind: "problems", problems };
    }
    const rows = body.map(({ record }) => Object.fromEntries(columns.map((column, nth) => [column, record[nth]])));
    return { kind: "rows", rows: { columns, rows } };
}
/** Rows of a JSON file: a list of maps with the same keys. */
function rows_jsonRows(text) {
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        return problem(1, "is not JSON");
    }
    if (!Array.isArray(value) || value.length === 0) {
        return problem(1, "is not a list of maps with at least one in it");
    }
    const rows = [];
    for (const [nth, row] of value.entries()) {
        if (!rows_isMap(row)) {
            return problem(1, `its element ${nth} is not a map`);
        }
        rows.push(row);
    }
    return rows_rowsOf(rows, (nth) => `its element ${nth}`);
}
/** Rows as they are when all have the same columns; `name` says which row is meant. */
function rows_rowsOf(rows, name) {
    const columns = Object.keys(rows[0] ?? {});
    const wrong = columnProblem(columns);
    if (wrong !== undefined) {
        return problem(1, wrong);
    }
    for (const [nth, row] of rows.entries()) {
        const missing = columns.find((column) => !Object.hasOwn(row, column));
        const surplus = Object.keys(row).find((column) => !columns.includes(column));
        if (missing !== undefined || surplus !== undefined) {
            const what = missing === undefined ? `has ${quote(surplus ?? "")}` : `lacks ${quote(missing)}`;
            return problem(1, `${name(nth)} ${what}, unlike the first; all rows have the same keys`);
        }
    }
    return { kind: "rows", rows: { columns, rows } };
}
const longestLabel = 60;
/** What tells each row from the others: its column `name` or `label`, else its first value; numbered where that is taken. */
function rows_labelsOf({ columns, rows }) {
    const column = columns.find((name) => name === "name" || name === "label") ?? columns[0] ?? "";
    const seen = new Map();
    return rows.map((row, nth) => {
        const value = row[column];
        const shown = typeof value === "string" ? value : (JSON.stringify(value) ?? "");
        const text = shown.replaceAll(/\s+/g, " ").trim();
        const label = Array.from(text).slice(0, longestLabel).join("") || String(nth + 1);
        const times = (seen.get(label) ?? 0) + 1;
        seen.set(label, times);
        return times === 1 ? label : `${label} #${times}`;
    });
}
function columnProblem(columns) {
    if (columns.length === 0) {
        return "has no columns";
    }
    const hostile = columns.find((column) => prototypeNames.has(column));
    if (hostile !== undefined) {
        return `the name ${hostile} is not allowed for a column`;
    }
    if (columns.some((column) => column.trim() === "")) {
        return "has a column without a name";
    }
    const twice = columns.find((column, nth) => columns.indexOf(column) !== nth);
    return twice === undefined ? undefined : `has two columns called ${quote(twice)}`;
}
function typedCell(value) {
    if (value === "true" || value === "false") {
        return value === "true";
    }
    const number = Number(value);
    return /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/.test(value) && String(number) === value ? number : value;
}
function problem(line, message) {
    return { kind: "problems", problems: [{ line, message }] };
}
function rows_isMap(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./build/config/load-scenarios.js




/** The scenarios of a run file that was found sound; one for each row of a `for_each`. */
function load_scenarios_scenariosOf(parsed, loading) {
    const [only = ""] = Object.keys(parsed.servers);
    return parsed.scenarios.flatMap((spec, index) => {
        const path = ["scenarios", index];
        return eachRow(path, loading).map(({ row, label }) => scenarioOf(spec, path, only, row, label, loading));
    });
}
function scenarioOf(spec, path, only, row, label, loading) {
    const name = withLabel(spec.name, label);
    const used = new Map();
    const steps = (phase) => spec[phase].flatMap((step, nth) => load_scenarios_stepsOf(step, [...path, phase, nth], { name, row, used, server: spec.server ?? only }, loading));
    return {
        name,
        at: loading.locate(path),
        tags: spec.tags,
        only: spec.only,
        isolation: spec.isolation,
        ...(spec.timeout === undefined ? {} : { timeoutMs: spec.timeout }),
        ...(spec.trials === undefined
            ? {}
            : { trials: { times: spec.trials.times, passRate: spec.trials.pass_rate } }),
        setup: steps("setup"),
        steps: steps("steps"),
        teardown: steps("teardown"),
        ...(row === undefined ? {} : { row }),
    };
}
function load_scenarios_stepsOf(spec, path, around, loading) {
    return eachRow(path, loading).map(({ row, label }) => {
        const merged = row === undefined ? around.row : { ...around.row, ...row };
        return stepOf(spec, path, { ...around, row: merged }, label, loading);
    });
}
function stepOf(spec, path, { name: scenario, row, server, used }, label, loading) {
    const unkeyed = { ...loading, snapshotKey: () => "" };
    const action = actionOf(spec, path, unkeyed);
    const name = withLabel(spec.name ?? describeAction(action), label);
    const making = {
        ...loading,
        snapshotKey: (place, own) => {
            const key = own === undefined ? `${scenario} › ${name} › ${place}` : withLabel(own, label);
            const times = (used.get(key) ?? 0) + 1;
            used.set(key, times);
            return times === 1 ? key : `${key} #${times}`;
        },
    };
    const expectations = expectationsOf(spec.expect, [...path, "expect"], making);
    const until = spec.retry?.until && expectationsOf(spec.retry.until, [...path, "retry", "until"], making);
    const retry = spec.retry && {
        times: spec.retry.times,
        delayMs: spec.retry.delay,
        ...present("until", until),
    };
    return {
        name,
        server: spec.server ?? server,
        at: loading.locate(path),
        action,
        expectations,
        capture: spec.capture,
        timeoutMs: spec.timeout,
        ...present("meta", spec.meta),
        ...present("headers", spec.headers),
        ...present("cancelAfterMs", spec.cancel_after),
        progress: spec.progress ??
            [...expectations, ...(until ?? [])].some(({ place }) => place === "progress"),
        input: spec.input,
        ...present("fault", faultOf(spec.fault)),
        ...timesOf(spec),
        ...present("retry", retry),
        ...present("trials", spec.trials && { times: spec.trials.times, passRate: spec.trials.pass_rate }),
        answers: answersOf(spec.answers, [...path, "answers"], making),
        ...present("row", row),
        ...present("rowLabel", label),
    };
}
/** `parallel` alone does each of them once. */
function timesOf({ repeat, parallel = 1, trials, }) {
    return { repeat: repeat ?? (trials === undefined ? parallel : 1), parallel };
}
function faultOf(spec) {
    return typeof spec === "object" ? { kind: "delay", ms: spec.delay } : spec && { kind: spec };
}
/** An object with the value, or without the key when there is none. */
function present(key, value) {
    // One key, given by its own type.
    return (value === undefined ? {} : { [key]: value });
}
function eachRow(path, { treeAt, rows }) {
    const tree = treeAt([...path, "for_each"]);
    const found = tree === undefined ? undefined : rows.get(tree);
    if (found === undefined) {
        return [{}];
    }
    const labels = labelsOf(found);
    return found.rows.map((row, nth) => ({ row, label: labels[nth] ?? String(nth + 1) }));
}
function withLabel(name, label) {
    return label === undefined ? name : `${name} [${label}]`;
}

;// CONCATENATED MODULE: ./build/config/lookup.js


/** How `${NAME}` is filled in, or why it is not. */
function lookup_lookupIn({ variables, environment }) {
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

;// CONCATENATED MODULE: ./build/config/meaning-captures.js




/** Keys of a step in which no `{{ name }}` is filled in. */
const neverFilled = new Set(["server", "capture", "for_each", "timeout"]);
/** Names that are asked for before they exist, in the order setup, steps, teardown; `rows` by the value of a `for_each`. */
function meaning_captures_captureFindings(scenario, rows) {
    const outer = columnsOf(scenario, rows);
    const captured = new Set();
    return stepsOf(scenario).flatMap((step) => {
        const columns = new Set([...outer, ...columnsOf(step, rows)]);
        const found = entriesOf(step)
            .filter(([key]) => !neverFilled.has(key))
            .flatMap(([key, { value }]) => scalarsOf(value).flatMap((scalar) => nameFindings(scalar, columns, key === "name" ? new Set() : captured)));
        const taken = entriesOf(child(step, "capture")).filter(([name]) => columns.has(name));
        entriesOf(child(step, "capture")).forEach(([name]) => captured.add(name));
        return [
            ...found,
            ...taken.map(([name, { keyOffset }]) => ({
                offset: keyOffset,
                message: `the capture ${quote(name)} has the name of a column of for_each`,
            })),
        ];
    });
}
function columnsOf(tree, rows) {
    const forEach = child(tree, "for_each");
    return forEach === undefined ? [] : (rows.get(forEach)?.columns ?? []);
}
function nameFindings(scalar, columns, captured) {
    const text = textOf(scalar);
    return [...new Set(text === undefined ? [] : capturesIn(text))].flatMap((name) => {
        const column = name.startsWith("row.") ? name.slice("row.".length) : undefined;
        if (column === undefined ? captured.has(name) || columns.has(name) : columns.has(column)) {
            return [];
        }
        const shown = scalar.written === undefined ? `{{ ${name} }}` : showValue(scalar);
        const { offset } = scalar;
        if (column !== undefined) {
            const hint = suggestion(column, [...columns]).replace("Allowed here", "Columns");
            const message = `${shown} names no column of a for_each`;
            return [{ offset, message, ...(columns.size === 0 ? {} : { hint }) }];
        }
        const known = [...captured, ...columns];
        return [
            {
                offset,
                message: `${shown} names no capture of an earlier step of this scenario`,
                hint: nearest(name, known)
                    ? suggestion(name, known)
                    : "Capture it in an earlier step with capture:.",
            },
        ];
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

;// CONCATENATED MODULE: ./build/config/judged-tree.js


/** The places below `expect:`; `error: {code: …}` is error.code, a block of the list `content` is content[0].type and so on. */
function judged_tree_writtenPlaces(expect) {
    return entriesOf(expect).flatMap(([place, entry]) => {
        if (place === "error" && entry.value.kind === "map") {
            return entriesOf(entry.value).map(([part, below]) => ({
                place: `error.${part}`,
                entry: below,
            }));
        }
        if (place === "content" && entry.value.kind === "list") {
            return itemsOf(entry.value).flatMap((block, nth) => entriesOf(block)
                .filter(([part]) => Object.hasOwn(blockPlaces, part))
                .map(([part, below]) => ({ place: `content[${nth}].${part}`, entry: below })));
        }
        return [{ place, entry }];
    });
}
/** The maps of a step that look at places: its `expect` and its `retry.until`. */
function judged_tree_expectTrees(step) {
    return [child(step, "expect"), child(child(step, "retry"), "until")];
}
/** Everything of a step that is judged: those, `wait_for.where` and the `when` of its answers. */
function judged_tree_judgedTrees(step) {
    const expected = judged_tree_expectTrees(step).flatMap((tree) => judged_tree_writtenPlaces(tree).map(({ entry }) => entry.value));
    const where = entriesOf(child(child(step, "wait_for"), "where")).map(([, { value }]) => value);
    const when = judged_tree_rulesOf(child(step, "answers")).flatMap((rule) => entriesOf(child(rule, "when")).map(([, { value }]) => value));
    return [...expected, ...where, ...when];
}
/** The rules of `answers:` or `client:`; one rule may stand without a list. */
function judged_tree_rulesOf(answers) {
    return ["sampling", "elicitation", "roots"].flatMap((key) => {
        const tree = child(answers, key);
        return tree?.kind === "map" ? [tree] : itemsOf(tree).filter(({ kind }) => kind === "map");
    });
}
/** The values of every predicate `name`, at any depth of what is judged; values to compare with are not looked into. */
function judged_tree_predicateTrees(judged, name) {
    if (judged.kind === "list") {
        return sequenceParts(judged).flatMap((part) => judged_tree_predicateTrees(part, name));
    }
    return entriesOf(judged).flatMap(([key, { value }]) => {
        const own = key === name ? [value] : [];
        switch (key) {
            case "not":
            case "each":
            case "length":
                return [...own, ...judged_tree_predicateTrees(value, name)];
            case "all_of":
            case "any_of":
                return [...own, ...itemsOf(value).flatMap((item) => judged_tree_predicateTrees(item, name))];
            case "sequence":
                return [...own, ...sequenceParts(value).flatMap((part) => judged_tree_predicateTrees(part, name))];
            default:
                return own;
        }
    });
}
/** What is judged in a sequence: methods and params. */
function sequenceParts(sequence) {
    return itemsOf(sequence).flatMap((item) => {
        const method = child(item, "method");
        const params = entriesOf(child(item, "params")).map(([, { value }]) => value);
        return method === undefined ? params : [method, ...params];
    });
}
/** JSONPath keys of the maps that hold conditions on params, at any depth of what is judged. */
function judged_tree_sequencePaths(judged) {
    const sequences = [
        ...judged_tree_predicateTrees(judged, "sequence"),
        ...(judged.kind === "list" ? [judged] : []),
    ];
    return sequences.flatMap((sequence) => itemsOf(sequence).flatMap((item) => entriesOf(child(item, "params"))));
}

;// CONCATENATED MODULE: ./build/config/meaning-judged.js




/** The kinds of value that a predicate can look into; those not listed go with every kind. */
const applies = {
    contains: ["text", "list"],
    includes: ["list"],
    starts_with: ["text"],
    ends_with: ["text"],
    matches: ["text"],
    above: ["number"],
    below: ["number"],
    at_least: ["number"],
    at_most: ["number"],
    between: ["number"],
    length: ["text", "list"],
    each: ["list"],
    schema: ["list"],
    // A number that is measured is never the same twice.
    snapshot: ["text", "boolean", "list"],
};
const kindWords = {
    text: "text",
    number: "a number",
    boolean: "true or false",
    list: "a list",
};
/** Predicates that can never hold at a place of this kind. */
function meaning_judged_judgedFindings(tree, context) {
    const { place, kind, ordered } = context;
    if (tree.kind === "scalar") {
        return comparedFindings(tree, context);
    }
    if (tree.kind === "list") {
        return [];
    }
    return entriesOf(tree).flatMap(([name, { keyOffset, value }]) => {
        if (!predicateNames.some((known) => known === name)) {
            return [];
        }
        if (name === "sequence") {
            return ordered
                ? []
                : [
                    wrong(keyOffset, place, "has no order; sequence judges notifications, progress and requests"),
                ];
        }
        const kinds = applies[name];
        if (kinds !== undefined && kind !== "any" && !kinds.includes(kind)) {
            return [wrong(keyOffset, place, `is ${kindWords[kind]}; ${suited(name, kind)}`)];
        }
        switch (name) {
            case "equals":
                return comparedFindings(value, context);
            case "one_of":
                return itemsOf(value).flatMap((item) => comparedFindings(item, context));
            case "not":
                return meaning_judged_judgedFindings(value, context);
            case "all_of":
            case "any_of":
                return itemsOf(value).flatMap((item) => meaning_judged_judgedFindings(item, context));
            case "length":
                return meaning_judged_judgedFindings(value, {
                    place: `the length of ${place}`,
                    kind: "number",
                    ordered: false,
                });
            case "each":
                return meaning_judged_judgedFindings(value, { place: `each of ${place}`, kind: "any", ordered: false });
            default:
                return [];
        }
    });
}
function wrong(offset, place, why) {
    return { offset, message: `${place} ${why}` };
}
function suited(name, kind) {
    const others = Object.entries(applies).flatMap(([other, kinds]) => kinds.includes(kind) ? [other] : []);
    return kind === "number"
        ? `judge it with above, below, between or a number`
        : `${name} does not apply; ${["equals", ...others].slice(0, 6).join(", ")} do`;
}
/** A value of another kind than the place has. What is filled in later may become any kind. */
function comparedFindings(tree, { place, kind }) {
    if (kind === "any" || (tree.kind === "scalar" && tree.broken)) {
        return [];
    }
    const text = textOf(tree);
    if (text !== undefined && capturesIn(text).length > 0) {
        return [];
    }
    const given = tree.kind === "list"
        ? "list"
        : tree.kind === "map" || tree.value === null
            ? "other"
            : typeof tree.value === "string"
                ? "text"
                : typeof tree.value === "number"
                    ? "number"
                    : "boolean";
    if (given === kind) {
        return [];
    }
    const how = kind === "number" ? "; judge it with above, below, between or a number" : "";
    return [
        {
            offset: tree.offset,
            message: `${place} is ${kindWords[kind]} and never ${showValue(tree)}${how}`,
        },
    ];
}

;// CONCATENATED MODULE: ./build/config/modifiers.js

const requests = [
    "call",
    "read",
    "prompt",
    "complete",
    "list",
    "ping",
    "subscribe",
    "unsubscribe",
    "listen",
    "set_log_level",
    "request",
];
const longRequests = ["call", "read", "prompt", "complete", "list", "request"];
const repeatable = [...mcpVerbNames, "exec"];
/** Keys of a step that go only with some verbs. */
const modifiers_modifiers = {
    with: ["call", "prompt", "request", "notify"],
    task: ["call"],
    meta: ["call", "read", "prompt", "complete", "request", "notify"],
    headers: [...requests, "notify"],
    cancel_after: longRequests,
    progress: longRequests,
    input: ["call", "read", "prompt", "request"],
    fault: [...longRequests, "ping"],
    answers: mcpVerbNames,
    parallel: [...longRequests, "ping", "exec"],
    repeat: repeatable,
    retry: repeatable,
    trials: repeatable,
    capture: [...requests, "send_raw", "wait_for", "exec"],
};
/** Of each pair a step may have one. */
const modifiers_exclusive = (/* unused pure expression or super */ null && ([
    ["retry", "trials", "tries until it passes; the other counts how often it passes"],
    ["retry", "repeat", "tries until it passes; the other must pass every time"],
    ["trials", "repeat", "counts how often it passes; the other must pass every time"],
    ["retry", "parallel", "tries one after the other"],
    ["cancel_after", "fault", "cancels the request; the other changes it on the wire"],
]));
/** Which verbs have the places of a scope. */
const modifiers_scopes = {
    answer: [...requests, "send_raw"],
    result: [...requests, "send_raw", "wait_for", "exec"],
    content: ["call", "read", "prompt", "request", "send_raw"],
    tool: ["call", "request", "send_raw"],
    exec: ["exec"],
};

;// CONCATENATED MODULE: ./build/config/meaning-places.js






/** Places that a step does not have, and predicates that can never hold there. */
function meaning_places_placeFindings(step, verb, server) {
    return expectTrees(step)
        .flatMap(writtenPlaces)
        .flatMap(({ place: name, entry }) => {
        const place = placeOf(name);
        if (place === undefined) {
            // The parts of error are keys of the schema.
            const hint = `${suggestion(name, Object.keys(places))} Or a JSONPath, which begins with $.`;
            return name.startsWith("error.")
                ? []
                : [{ offset: entry.keyOffset, message: `unknown place ${quote(name)} in expect`, hint }];
        }
        if (name === "error" && entry.value.kind === "scalar") {
            // The schema takes true and false only.
            return [];
        }
        const shown = name.startsWith("$") ? "a JSONPath" : name;
        if (verb !== undefined && place.scope !== "always" && !scopes[place.scope].includes(verb)) {
            const suited = scopes[place.scope].join(", ");
            return [
                {
                    offset: entry.keyOffset,
                    message: `${shown} is no place of ${verb}; ${suited} have it`,
                },
            ];
        }
        const missing = server === undefined ? undefined : missingOf(server, place.needs);
        if (missing !== undefined) {
            return [
                { offset: entry.keyOffset, message: `${name} is not known of the server ${missing}` },
            ];
        }
        return judgedFindings(entry.value, {
            place: shown,
            kind: place.kind,
            ordered: ["notifications", "progress", "requests"].includes(name),
        });
    });
}
function missingOf(server, needs) {
    if (needs === "http" && server.transport === "stdio") {
        return `${quote(server.name)}, which is spoken to over stdio`;
    }
    return needs === "container" && server.kind === "url"
        ? `${quote(server.name)}, which is a url and runs elsewhere`
        : undefined;
}
/** Every JSONPath of the step that is none. */
function meaning_places_pathFindings(step, problem) {
    const judged = judgedTrees(step);
    const keys = [
        ...expectTrees(step).flatMap(entriesOf),
        ...entriesOf(child(child(step, "wait_for"), "where")),
        ...rulesOf(child(step, "answers")).flatMap((rule) => entriesOf(child(rule, "when"))),
        ...judged.flatMap(sequencePaths),
    ].map(([key, { keyOffset }]) => ({ path: key, offset: keyOffset }));
    const values = [
        ...entriesOf(child(step, "capture")).map(([, { value }]) => value),
        ...judged
            .flatMap((tree) => predicateTrees(tree, "snapshot"))
            .flatMap((snapshot) => itemsOf(child(snapshot, "mask"))),
    ].map((tree) => ({ path: textOf(tree) ?? "", offset: tree.offset }));
    return [...keys, ...values].flatMap(({ path, offset }) => meaning_places_pathFinding(path, offset, problem));
}
/** A finding when `path` begins as a JSONPath and is none. */
function meaning_places_pathFinding(path, offset, problem) {
    const why = path.startsWith("$") ? problem(path) : undefined;
    return why === undefined ? [] : [{ offset, message: `${quote(path)} is no JSONPath: ${why}` }];
}

;// CONCATENATED MODULE: ./build/config/meaning-steps.js





/** What a schema of single fields cannot say about one step. */
function meaning_steps_stepFindings(step, context) {
    if (step.kind !== "map") {
        return [];
    }
    const { entries } = step;
    const written = verbs.filter((verb) => entries.has(verb));
    const verb = written.length === 1 ? written[0] : undefined;
    return [
        ...verbFindings(step, entries, written),
        ...(verb === undefined ? [] : modifierFindings(entries, verb)),
        ...(verb === undefined ? [] : withFindings(entries, verb)),
        ...(verb === undefined ? [] : meaning_steps_serverFindings(entries, verb, context.server)),
        ...exclusiveFindings(entries),
        ...placeFindings(step, verb, context.server),
        ...pathFindings(step, context.jsonPathProblem),
    ];
}
/** Of the server verbs, those that a session alone can do. */
const sessionVerbs = new Set(["connect", "disconnect"]);
function verbFindings(step, entries, written) {
    if (written.length > 1) {
        const inOrder = [...entries].filter(([key]) => written.some((verb) => verb === key));
        const [first, second] = inOrder;
        const message = `the step has two verbs, ${first?.[0]} and ${second?.[0]}; exactly one says what it does`;
        return [{ offset: second?.[1].keyOffset ?? step.offset, message }];
    }
    if (written.length === 1) {
        return [];
    }
    // A misspelt verb is reported as an unknown key with the right one beside it.
    const misspelt = [...entries.keys()].some((key) => !stepKeys.has(key) && nearest(key, verbs) !== undefined);
    const message = "the step has no verb; exactly one says what it does";
    return misspelt ? [] : [{ offset: step.offset, message, hint: `Verbs are ${verbs.join(", ")}.` }];
}
const stepKeys = new Set([
    "name",
    "server",
    "expect",
    "timeout",
    "for_each",
    ...Object.keys(modifiers_modifiers),
]);
function modifierFindings(entries, verb) {
    return Object.entries(modifiers).flatMap(([key, suited]) => {
        const entry = entries.get(key);
        return entry === undefined || suited.includes(verb)
            ? []
            : [
                {
                    offset: entry.keyOffset,
                    message: `${key}: does not go with ${verb}; it goes with ${suited.join(", ")}`,
                },
            ];
    });
}
function exclusiveFindings(entries) {
    return exclusive.flatMap(([one, other, why]) => {
        const first = entries.get(one);
        const second = entries.get(other);
        if (first === undefined || second === undefined) {
            return [];
        }
        const { keyOffset } = first.keyOffset > second.keyOffset ? first : second;
        return [
            { offset: keyOffset, message: `${one} and ${other} exclude each other: ${one} ${why}` },
        ];
    });
}
/** call takes a map, prompt a map of texts; request and notify take any params, for negative tests. */
function withFindings(entries, verb) {
    const given = entries.get("with");
    if (given === undefined || (verb !== "call" && verb !== "prompt")) {
        return [];
    }
    if (given.value.kind !== "map") {
        return [
            {
                offset: given.keyOffset,
                message: `with: holds the arguments of a ${verb} by name; expected a map`,
            },
        ];
    }
    return verb === "call"
        ? []
        : entriesOf(given.value)
            .filter(([, { value }]) => textOf(value) === undefined && !isBroken(value))
            .map(([name, { value }]) => ({
            offset: value.offset,
            message: `the argument ${quote(name)} of a prompt must be text; put quotes around it`,
        }));
}
function isBroken(tree) {
    return tree.kind === "scalar" && tree.broken;
}
function meaning_steps_serverFindings(entries, verb, server) {
    if (server === undefined) {
        return [];
    }
    const act = entries.get(verb);
    const headers = entries.get("headers");
    return [
        ...(act && server.kind === "url" && serverVerbNames.includes(verb) && !sessionVerbs.has(verb)
            ? [
                {
                    offset: act.keyOffset,
                    message: `${verb} acts on a container, but the server ${quote(server.name)} is a url`,
                },
            ]
            : []),
        ...(headers && server.transport === "stdio"
            ? [
                {
                    offset: headers.keyOffset,
                    message: `headers: go with HTTP, but the server ${quote(server.name)} is spoken to over stdio`,
                },
            ]
            : []),
    ];
}

;// CONCATENATED MODULE: ./build/config/meaning-scenarios.js






/** What a schema of single fields cannot say about scenarios and steps. */
function meaning_scenarios_scenarioFindings(root, outside) {
    const servers = serversOf(root);
    const scenarios = itemsOf(child(root, "scenarios"));
    return [
        ...doubleNames(scenarios),
        ...tooManySteps(root, outside),
        ...scenarios.flatMap((scenario) => {
            const own = child(scenario, "server");
            return [
                ...serverFinding(own, servers),
                ...stepsOf(scenario).flatMap((step) => findingsOfStep(step, textOf(own), own !== undefined, servers, outside)),
                ...captureFindings(scenario, outside.rows),
            ];
        }),
    ];
}
function serversOf(root) {
    return entriesOf(child(root, "servers")).map(([name, { value }]) => {
        const isUrl = child(value, "url") !== undefined;
        const transport = textOf(child(value, "transport")) ?? (isUrl ? "http" : "stdio");
        return { name, kind: isUrl ? "url" : "container", transport };
    });
}
function findingsOfStep(step, ofScenario, named, servers, { jsonPathProblem }) {
    const own = child(step, "server");
    const name = textOf(own) ?? ofScenario;
    const only = servers.length === 1 ? servers[0] : undefined;
    const server = name === undefined ? only : servers.find((known) => known.name === name);
    const unnamed = step.kind === "map" && own === undefined && !named && servers.length > 1
        ? [
            {
                offset: step.offset,
                message: "neither the step nor its scenario names a server, and there are several",
                hint: declared("", servers),
            },
        ]
        : [];
    return [
        ...stepFindings(step, { server, jsonPathProblem }),
        ...serverFinding(own, servers),
        ...unnamed,
    ];
}
function serverFinding(tree, servers) {
    const name = textOf(tree);
    return tree && name !== undefined && !servers.some((server) => server.name === name)
        ? [
            {
                offset: tree.offset,
                message: `there is no server ${showValue(tree)}`,
                hint: declared(name, servers),
            },
        ]
        : [];
}
function declared(name, servers) {
    const names = servers.map((server) => server.name);
    return suggestion(name, names).replace("Allowed here", "Declared");
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
/** Counted before anything is made of the rows. */
function tooManySteps(root, { rows }) {
    const times = (tree) => {
        const forEach = child(tree, "for_each");
        return forEach === undefined ? 1 : (rows.get(forEach)?.rows.length ?? 1);
    };
    let steps = 0;
    for (const scenario of itemsOf(child(root, "scenarios"))) {
        steps += times(scenario) * stepsOf(scenario).reduce((sum, step) => sum + times(step), 0);
        if (steps > maxSteps) {
            const message = `up to here the run file comes to more than ${maxSteps} steps with the rows of for_each`;
            const hint = `A run file may come to ${maxSteps} steps. Take fewer rows, or several run files.`;
            return [{ offset: scenario.offset, message, hint }];
        }
    }
    return [];
}

;// CONCATENATED MODULE: ./build/config/meaning-endpoints.js





/** Keys that say how a container is made and run. */
const ofContainers = new Set([
    "with",
    "command",
    "args",
    "env",
    "secrets",
    "volumes",
    "network",
    "limits",
    "stop",
    "idle",
    "http",
]);
/** Keys that only a server spoken to over HTTP has. */
const ofHttp = new Set(["http", "headers", "bearer", "auth"]);
/** What does not go together where a server is reached. */
function meaning_endpoints_endpointFindings(name, server) {
    const transport = child(server, "transport");
    const isUrl = child(server, "url") !== undefined;
    const spoken = textOf(transport) ?? (isUrl ? "http" : "stdio");
    const keys = entriesOf(server);
    const who = `the server ${quote(name)}`;
    if (isUrl && spoken === "stdio") {
        const { offset } = transport ?? server;
        return [{ offset, message: `${who} has a url, which is spoken to over http or sse` }];
    }
    const misplaced = keys.flatMap(([key, { keyOffset }]) => {
        if (isUrl && ofContainers.has(key)) {
            const message = `${key}: belongs to a container, but ${who} is a url and runs elsewhere`;
            return [{ offset: keyOffset, message }];
        }
        return spoken === "stdio" && ofHttp.has(key)
            ? [
                {
                    offset: keyOffset,
                    message: `${key}: goes with the transports http and sse, but ${who} is spoken to over stdio`,
                },
            ]
            : [];
    });
    const portless = !isUrl &&
        transport !== undefined &&
        ["http", "sse"].includes(spoken) &&
        child(server, "http") === undefined
        ? [
            {
                offset: transport.offset,
                message: `${who} is spoken to over ${spoken}; where it listens is missing`,
                hint: "Add http: { port: 3000 }.",
            },
        ]
        : [];
    return [
        ...misplaced,
        ...portless,
        ...both(server, "protocol", "protocols", "say which revision is spoken"),
        ...bothTokens(server),
    ];
}
/** JSONPaths and predicates of the scripted answers. */
function meaning_endpoints_clientFindings(client, jsonPathProblem) {
    return rulesOf(client).flatMap((rule) => entriesOf(child(rule, "when")).flatMap(([path, { keyOffset, value }]) => [
        ...pathFinding(path, keyOffset, jsonPathProblem),
        ...judgedFindings(value, { place: "a JSONPath", kind: "any", ordered: false }),
    ]));
}
function both(server, one, other, why) {
    const second = entriesOf(server).filter(([key]) => key === one || key === other)[1];
    return second === undefined
        ? []
        : [
            {
                offset: second[1].keyOffset,
                message: `${one} and ${other} both ${why}; write one of them`,
            },
        ];
}
function bothTokens(server) {
    const credentials = child(child(server, "auth"), "client_credentials");
    return credentials !== undefined && child(server, "bearer") !== undefined
        ? [
            {
                offset: credentials.offset,
                message: "bearer and auth.client_credentials both give the token; write one of them",
            },
        ]
        : [];
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
    const counter = new LineCounter();
    counter.addNewLine(0);
    const { tokens, findings } = tokenize(text, counter);
    if (findings.length > 0) {
        return { counter, document: undefined, findings };
    }
    // `uniqueKeys` of the library is quadratic (100 000 keys take minutes); the tree checks keys itself.
    const composer = new Composer({
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
    const parser = new Parser(counter.addNewLine);
    const tokens = [];
    const findings = [];
    let entries = 0;
    let commas = 0;
    let pairs = 0;
    let errors = 0;
    let atScalar = false;
    for (const lexeme of new Lexer().lex(text)) {
        const offset = parser.offset;
        const type = atScalar ? "scalar" : CST.tokenType(lexeme);
        atScalar = lexeme === CST.SCALAR && !atScalar;
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

;// CONCATENATED MODULE: ./build/config/mentioned.js





/** The names a run file needs values for; of a file that cannot be read, every `${…}` in its text. */
function mentionedNames(text) {
    const source = readSource(text.replace(/^\ufeff/, ""));
    if (source.document === undefined) {
        return { variables: [...new Set(namesIn(text))], secrets: [] };
    }
    const { tree, names } = grow(source.document, text, (name) => ({ problem: name }));
    return { variables: [...names], secrets: [...new Set(secretsOf(tree))] };
}
/**
 * Values for exactly the names that `text` mentions: given variables first, then the environment without the names
 * that belong to the runner. What has no value is left out.
 */
function neededValues(text, given, environment) {
    const names = mentionedNames(text);
    return {
        variables: pick(names.variables, given, environment, mayComeFromEnvironment),
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
/** Where the name of a server's client secret stands. */
function mentioned_clientSecretOf(server) {
    return child(child(child(server, "auth"), "client_credentials"), "client_secret");
}
function secretsOf(root) {
    return entriesOf(child(root, "servers")).flatMap(([, { value }]) => [...itemsOf(child(value, "secrets")), child(value, "bearer"), mentioned_clientSecretOf(value)].flatMap((tree) => textOf(tree) ?? []));
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/fault/index.js + 2 modules
var fault = __webpack_require__(82519);
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
async function paths_resolveInside(workspace, base, path) {
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
        const why = reasons[paths_errorCode(cause)] ?? "could not be looked up";
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
function paths_errorCode(thrown) {
    return thrown instanceof Error && "code" in thrown ? String(thrown.code) : "";
}
function contains(folder, path) {
    const way = relative(folder, path);
    return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

;// CONCATENATED MODULE: ./build/config/meaning-servers.js







/** What a schema of single fields cannot say about the servers. */
function meaning_servers_serverFindings(root, surroundings, { jsonPathProblem }) {
    return entriesOf(child(root, "servers")).flatMap(([name, entry]) => entry.value.kind === "map"
        ? [
            ...kindFindings(name, entry),
            ...templateFindings(entry.value, surroundings),
            ...secretFindings(entry.value, surroundings),
            ...meaning_servers_pathFindings(entry.value, surroundings),
            ...endpointFindings(name, entry.value),
            ...clientFindings(child(entry.value, "client"), jsonPathProblem),
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
    const named = [child(server, "bearer"), clientSecretOf(server)].flatMap((tree) => tree === undefined ? [] : unsetFindings(tree, secrets));
    const listed = itemsOf(child(server, "secrets")).flatMap((tree) => {
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
        return unsetFindings(tree, secrets);
    });
    return [...listed, ...named];
}
function unsetFindings(tree, secrets) {
    const name = textOf(tree);
    return name !== undefined && secrets && !Object.hasOwn(secrets, name)
        ? [
            {
                offset: tree.offset,
                message: `the secret ${showValue(tree)} is not set`,
                hint: "Set it in the environment of the step (env:), or hand it over with `vars`.",
            },
        ]
        : [];
}
function meaning_servers_pathFindings(server, surroundings) {
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

// EXTERNAL MODULE: ./build/clock/index.js + 4 modules
var clock = __webpack_require__(56931);
;// CONCATENATED MODULE: ./build/schema/equal.js
/** Whether two JSON values are the same; the order of an object's members does not matter. */
function equal(one, other) {
    if (one === other) {
        return true;
    }
    if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) {
        return false;
    }
    if (Array.isArray(one) || Array.isArray(other)) {
        return (Array.isArray(one) &&
            Array.isArray(other) &&
            one.length === other.length &&
            one.every((entry, index) => equal(entry, other[index])));
    }
    const keys = Object.keys(one);
    return (keys.length === Object.keys(other).length &&
        keys.every((key) => Object.hasOwn(other, key) &&
            // Both are objects that have this member.
            equal(one[key], other[key])));
}

;// CONCATENATED MODULE: ./build/schema/problem.js
/** The parts of a JSON pointer as one. */
function problem_pointerOf(parts) {
    return parts
        .map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`)
        .join("");
}

;// CONCATENATED MODULE: ./build/schema/run.js

/** Thrown when a value takes more than `steps` to judge. */
class run_OutOfSteps extends (/* unused pure expression or super */ null && (Error)) {
}
function run_fail(run, keyword, message) {
    if (run.problems.length < run.limit) {
        run.problems.push({ pointer: problem_pointerOf(run.path), message, keyword });
    }
    return false;
}
/** Checks a member or element under its key. */
function run_under(run, key, value, check) {
    run.path.push(key);
    const good = check(value, run);
    run.path.pop();
    return good;
}
/** Checks without keeping what is found; `found`, where given, receives it. */
function run_attempt(run, value, check, found) {
    const { problems, limit } = run;
    run.problems = found ?? [];
    run.limit = found === undefined ? 0 : 1;
    try {
        return check(value, run);
    }
    finally {
        run.problems = problems;
        run.limit = limit;
    }
}

;// CONCATENATED MODULE: ./build/schema/words.js
const maxBytes = 200;
/** What a value is, with its article. */
function words_kindOf(value) {
    if (value === null) {
        return "null";
    }
    if (Array.isArray(value)) {
        return "an array";
    }
    return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
const kinds = {
    null: "null",
    array: "an array",
    object: "an object",
    integer: "an integer",
};
/** The types of a schema's `type` in words: `a string or null`. */
function kindsOf(types) {
    return types.map((type) => (Object.hasOwn(kinds, type) ? kinds[type] : `a ${type}`)).join(" or ");
}
/** A foreign value as JSON, of which at most 200 bytes are shown. */
function words_showValue(value) {
    // Cut before it is turned into JSON, for it may be of many megabytes; an object is named, not shown.
    if (typeof value === "object" && value !== null && !isSmall(value)) {
        return words_kindOf(value);
    }
    const json = JSON.stringify(typeof value === "string" ? value.slice(0, maxBytes) : value) ?? "";
    return Buffer.byteLength(json) <= maxBytes ? json : `${cut(json)}…`;
}
function isSmall(value) {
    const entries = Object.values(value);
    return (entries.length <= 8 && entries.every((entry) => typeof entry !== "object" || entry === null));
}
function cut(json) {
    let head = json.slice(0, maxBytes);
    while (Buffer.byteLength(head) > maxBytes) {
        head = head.slice(0, -1);
    }
    return head;
}

;// CONCATENATED MODULE: ./build/schema/checks.js



/** Checks of keywords that look at one value and nothing inside it. Each is given its keyword's value, known to be sound. */
const checks_valueChecks = {
    type: (wanted) => {
        const types = typeof wanted === "string" ? [wanted] : wanted;
        return (value, run) => types.some((type) => isOf(type, value)) ||
            run_fail(run, "type", `is ${showKind(value)}, not ${kindsOf(types)}`);
    },
    const: (wanted) => (value, run) => equal(value, wanted) || run_fail(run, "const", `is ${words_showValue(value)}, not ${words_showValue(wanted)}`),
    enum: (wanted) => (value, run) => wanted.some((one) => equal(value, one)) ||
        run_fail(run, "enum", `is ${words_showValue(value)}, not one of ${wanted.slice(0, 12).map(words_showValue).join(", ")}`),
    minimum: (wanted) => number("minimum", (value) => value >= wanted, `less than ${wanted}`),
    maximum: (wanted) => number("maximum", (value) => value <= wanted, `more than ${wanted}`),
    exclusiveMinimum: (wanted) => number("exclusiveMinimum", (value) => value > wanted, `not more than ${wanted}`),
    exclusiveMaximum: (wanted) => number("exclusiveMaximum", (value) => value < wanted, `not less than ${wanted}`),
    multipleOf: (wanted) => number("multipleOf", (value) => Number.isInteger(value / wanted), `not a multiple of ${wanted}`),
    minLength: (wanted) => checks_text("minLength", (length) => length >= wanted, `shorter than ${wanted}`),
    maxLength: (wanted) => checks_text("maxLength", (length) => length <= wanted, `longer than ${wanted}`),
    minItems: (wanted) => (value, run) => !Array.isArray(value) ||
        value.length >= wanted ||
        run_fail(run, "minItems", `has ${value.length} elements, fewer than ${wanted}`),
    maxItems: (wanted) => (value, run) => !Array.isArray(value) ||
        value.length <= wanted ||
        run_fail(run, "maxItems", `has ${value.length} elements, more than ${wanted}`),
    minProperties: (wanted) => (value, run) => !checks_isObject(value) ||
        Object.keys(value).length >= wanted ||
        run_fail(run, "minProperties", `has fewer than ${wanted} members`),
    maxProperties: (wanted) => (value, run) => !checks_isObject(value) ||
        Object.keys(value).length <= wanted ||
        run_fail(run, "maxProperties", `has more than ${wanted} members`),
    required: (wanted) => (value, run) => {
        if (!checks_isObject(value)) {
            return true;
        }
        const missing = wanted.find((key) => !Object.hasOwn(value, key));
        return missing === undefined || run_fail(run, "required", `has no ${words_showValue(missing)}`);
    },
};
function checks_isObject(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
function isOf(type, value) {
    switch (type) {
        case "object":
            return checks_isObject(value);
        case "array":
            return Array.isArray(value);
        case "null":
            return value === null;
        case "integer":
            return Number.isInteger(value);
        default:
            return typeof value === type;
    }
}
/** An integer was wanted perhaps: a number is shown, all else is named. */
function showKind(value) {
    return typeof value === "number" ? String(value) : words_kindOf(value);
}
function number(keyword, good, otherwise) {
    return (value, run) => typeof value !== "number" || good(value) || run_fail(run, keyword, `is ${value}, ${otherwise}`);
}
function checks_text(keyword, good, otherwise) {
    return (value, run) => {
        if (typeof value !== "string") {
            return true;
        }
        const length = lengthOf(value);
        return good(length) || run_fail(run, keyword, `has ${length} characters, is ${otherwise}`);
    };
}
/** Code points, not code units, and without an array of them. */
function lengthOf(value) {
    let length = 0;
    for (const _ of value) {
        length += 1;
    }
    return length;
}

;// CONCATENATED MODULE: ./build/schema/inner-checks.js



/** Members by name, and all others by one check, where there is one. */
function inner_checks_object(members, others, closed) {
    return (value, run) => {
        if (!isObject(value)) {
            return true;
        }
        let good = true;
        for (const key of Object.keys(value)) {
            const check = members.get(key) ?? others;
            if (check === undefined) {
                continue;
            }
            if (closed && check === others) {
                good = fail(run, "additionalProperties", `has the member ${showValue(key)}, which is not allowed`);
            }
            else if (!under(run, key, value[key], check)) {
                good = false;
            }
            if (!good && run.problems.length >= run.limit) {
                return false;
            }
        }
        return good;
    };
}
/** The first elements one by one, and all others by one check. */
function inner_checks_items(first, rest) {
    return (value, run) => {
        if (!Array.isArray(value)) {
            return true;
        }
        let good = true;
        for (let index = 0; index < value.length; index += 1) {
            if (!under(run, index, value[index], first[index] ?? rest)) {
                good = false;
                if (run.problems.length >= run.limit) {
                    return false;
                }
            }
        }
        return good;
    };
}
function inner_checks_anyOf(checks) {
    return (value, run) => {
        if (checks.some((check) => attempt(run, value, check))) {
            return true;
        }
        if (run.problems.length >= run.limit) {
            return false;
        }
        const closest = closestOf(checks.map((check) => firstProblem(run, value, check)));
        if (closest === undefined) {
            return fail(run, "anyOf", `is ${kindOf(value)} that fits none of ${checks.length} alternatives`);
        }
        run.problems.push(closest);
        return false;
    };
    function firstProblem(run, value, check) {
        const found = [];
        attempt(run, value, check, found);
        return found[0];
    }
}
function inner_checks_oneOf(checks) {
    const any = inner_checks_anyOf(checks);
    return (value, run) => {
        const fitting = checks.filter((check) => attempt(run, value, check)).length;
        return fitting > 1
            ? fail(run, "oneOf", `fits ${fitting} schemas of which it may fit one`)
            : fitting === 1 || any(value, run);
    };
}
/**
 * The alternative that was meant: the one whose problem lies deepest, other than a wrong constant, for by constants
 * such as `type` the alternatives are told apart.
 */
function closestOf(problems) {
    const told = problems.filter((problem) => problem !== undefined);
    const ranks = told.map(({ pointer, keyword }) => pointer.split("/").length * 2 - (keyword === "const" ? 3 : 0));
    const best = Math.max(...ranks);
    const closest = told.filter((_, index) => ranks[index] === best);
    return closest.every(({ message }) => message === closest[0]?.message) ? closest[0] : undefined;
}

;// CONCATENATED MODULE: ./build/schema/checker.js




/** Keywords that check nothing. */
const notes = new Set(("$schema $id $defs $comment definitions title description default examples deprecated readOnly writeOnly " +
    "contentEncoding contentMediaType").split(" "));
/** Keywords of the dialects that are left to the library. */
const libraryWords = new Set(("pattern patternProperties uniqueItems contains minContains maxContains dependentRequired dependentSchemas " +
    "dependencies additionalItems unevaluatedItems unevaluatedProperties contentSchema $anchor $dynamicRef " +
    "$dynamicAnchor $recursiveRef $recursiveAnchor $vocabulary").split(" "));
/**
 * Turns schemas of one document into checks, those that use only the words that most schemas use.
 *
 * The library takes 45 ms to load and 12 to 20 ms for each definition of MCP's own schema, on every cold run; this
 * takes less than one. Both judge alike: a property test compares them.
 */
class checker_Checker {
    #root;
    #dialect;
    #formats;
    #known = new Map();
    constructor(root, dialect, formats = false) {
        this.#root = root;
        this.#dialect = dialect;
        this.#formats = formats;
    }
    /**
     * The check of a schema of this document; undefined when it, or what its `$ref`s lead to, needs the library.
     *
     * After that no other check of the document may be used: one in a circle with it has a gap.
     */
    compile(schema) {
        if (schema === true) {
            return () => true;
        }
        if (schema === false) {
            return (_, run) => fail(run, "", "must not be there");
        }
        const known = this.#known.get(schema);
        if (known !== undefined) {
            return known;
        }
        if (!isObject(schema)) {
            return undefined;
        }
        // Entered before its parts are made, so that a schema which holds itself finds itself.
        this.#known.set(schema, (value, run) => whole?.(value, run) ?? true);
        const whole = this.#all(schema);
        if (whole === undefined) {
            this.#known.delete(schema);
        }
        else {
            this.#known.set(schema, whole);
        }
        return whole;
    }
    #all(schema) {
        if (schema !== this.#root && Object.hasOwn(schema, "$id")) {
            return undefined;
        }
        const checks = [];
        const words = this.#dialect === "draft-07" && Object.hasOwn(schema, "$ref") ? ["$ref"] : wordsOf(schema);
        for (const word of words) {
            const made = this.#word(word, schema);
            if (made === undefined) {
                return undefined;
            }
            if (made !== "note") {
                checks.push(made);
            }
        }
        return (value, run) => {
            run.steps -= 1;
            if (run.steps < 0) {
                throw new OutOfSteps();
            }
            let good = true;
            for (const check of checks) {
                if (!check(value, run)) {
                    good = false;
                    if (run.problems.length >= run.limit) {
                        return false;
                    }
                }
            }
            return good;
        };
    }
    #word(word, schema) {
        const wanted = schema[word];
        const simple = Object.hasOwn(valueChecks, word) ? valueChecks[word] : undefined;
        if (simple !== undefined) {
            // The soundness of each keyword's value is tested before anything is compiled.
            return simple(wanted);
        }
        switch (word) {
            case "$ref":
                return this.#reference(wanted);
            case "allOf":
                return this.#each(wanted, (checks) => (value, run) => checks.every((check) => check(value, run)));
            case "anyOf":
                return this.#each(wanted, anyOf);
            case "oneOf":
                return this.#each(wanted, oneOf);
            case "not":
                return this.#one(wanted, (check) => (value, run) => !attempt(run, value, check) || fail(run, "not", "is what its schema excludes"));
            case "if":
                return this.#condition(schema);
            case "properties":
                return this.#object(schema);
            case "additionalProperties":
                return Object.hasOwn(schema, "properties") ? "note" : this.#object(schema);
            case "propertyNames":
                return this.#one(wanted, (check) => (value, run) => !isObject(value) || Object.keys(value).every((key) => check(key, run)));
            case "items":
            case "prefixItems":
                return this.#items(word, schema);
            default:
                return libraryWords.has(word) || (word === "format" && this.#formats) ? undefined : "note";
        }
    }
    #reference(reference) {
        const found = typeof reference === "string" ? dereference(this.#root, reference) : undefined;
        return found?.kind === "found" ? this.compile(found.schema) : undefined;
    }
    #one(schema, make) {
        const check = this.compile(schema);
        return check === undefined ? undefined : make(check);
    }
    #each(schemas, make) {
        const checks = Array.isArray(schemas)
            ? schemas.map((schema) => this.compile(schema))
            : [undefined];
        return checks.every((check) => check !== undefined) ? make(checks) : undefined;
    }
    #condition(schema) {
        const [test, yes, no] = ["if", "then", "else"].map((word) => this.compile(Object.hasOwn(schema, word) ? schema[word] : true));
        return test === undefined || yes === undefined || no === undefined
            ? undefined
            : (value, run) => (attempt(run, value, test) ? yes : no)(value, run);
    }
    #object(schema) {
        const { properties = {}, additionalProperties: rest = true } = schema;
        const others = this.compile(rest);
        const members = new Map();
        for (const [key, member] of Object.entries(isObject(properties) ? properties : {})) {
            const check = this.compile(member);
            if (check === undefined) {
                return undefined;
            }
            members.set(key, check);
        }
        return others === undefined || Object.hasOwn(schema, "patternProperties")
            ? undefined
            : object(members, rest === true ? undefined : others, rest === false);
    }
    #items(word, schema) {
        if (word === "prefixItems" &&
            (this.#dialect === "draft-07" || Object.hasOwn(schema, "items"))) {
            return "note";
        }
        // An array of schemas as `items` is a tuple of draft-07, left to the library.
        const rest = this.compile(Object.hasOwn(schema, "items") ? schema["items"] : true);
        const prefix = this.#dialect === "2020-12" ? (schema["prefixItems"] ?? []) : [];
        return rest === undefined ? undefined : this.#each(prefix, (checks) => items(checks, rest));
    }
}
/** The type first: of a value of the wrong kind nothing else is worth telling. */
function wordsOf(schema) {
    const words = Object.keys(schema).filter((word) => !notes.has(word) && word !== "type");
    return Object.hasOwn(schema, "type") ? ["type", ...words] : words;
}

;// CONCATENATED MODULE: ./build/schema/dialect.js
const named = {
    "https://json-schema.org/draft/2020-12/schema": "2020-12",
    "http://json-schema.org/draft-07/schema": "draft-07",
    "http://json-schema.org/draft-06/schema": "draft-07",
};
/** The dialect a schema names, 2020-12 when it names none (MCP 2025-11-25, basic); undefined for all others. */
function dialect_dialectOf(schema) {
    const name = typeof schema === "object" && schema !== null && "$schema" in schema
        ? schema.$schema
        : undefined;
    if (name === undefined) {
        return "2020-12";
    }
    if (typeof name !== "string") {
        return undefined;
    }
    const plain = name
        .replace(/#$/u, "")
        .replace(/^https?:\/\/json-schema\.org\/draft-/u, "http://json-schema.org/draft-");
    return Object.hasOwn(named, plain) ? named[plain] : undefined;
}

;// CONCATENATED MODULE: ./build/schema/library.js

/** Checks of keywords that need no validation of the schema first: its soundness has been tested. */
const options = {
    strict: false,
    allErrors: true,
    validateSchema: false,
    ownProperties: true,
    logger: false,
    unicodeRegExp: true,
};
/**
 * The library's validator of a sound schema. Throws what the library throws; it never loads anything from anywhere.
 *
 * Compiling takes milliseconds, and with the library's own look at the schema against the schema of schemas 95 ms
 * more: `defectOf` does that.
 */
async function library_compileWithLibrary(schema, dialect, formats, within) {
    const [ajv07, ajv2020, addFormats] = await Promise.all([
        Promise.all(/* import() */[__webpack_require__.e(457), __webpack_require__.e(463)]).then(__webpack_require__.t.bind(__webpack_require__, 42463, 19)),
        Promise.all(/* import() */[__webpack_require__.e(457), __webpack_require__.e(210)]).then(__webpack_require__.t.bind(__webpack_require__, 52210, 19)),
        Promise.all(/* import() */[__webpack_require__.e(457), __webpack_require__.e(815)]).then(__webpack_require__.t.bind(__webpack_require__, 82815, 19)),
    ]);
    // Not by its name: the bundle has no named exports of a CommonJS module, only Node.js finds them.
    const Library = (dialect === "2020-12" ? ajv2020 : ajv07).default.default;
    const ajv = new Library({ ...options, validateFormats: formats });
    if (formats) {
        addFormats.default.default(ajv);
    }
    // Its dialect is decided; the library would look for the schema of schemas of that name.
    const { $schema: _, ...rest } = { ...schema };
    const validate = within(() => ajv.compile(rest));
    return (value) => validate(value)
        ? []
        : (validate.errors ?? []).map(({ instancePath, keyword, message, params }) => ({
            pointer: instancePath,
            keyword,
            message: `${message ?? "is wrong"}${detail(keyword, params)}`,
        }));
}
/** What the library's sentence leaves out. */
function detail(keyword, params) {
    const said = params["additionalProperty"] ??
        params["unevaluatedProperty"] ??
        params["allowedValues"] ??
        params["allowedValue"];
    return said === undefined || keyword === "required" ? "" : `: ${showValue(said)}`;
}

;// CONCATENATED MODULE: ./build/schema/soundness.js




/** Schemas nested deeper are refused: whoever handles them would exhaust the stack. */
const soundness_maxDepth = 200;
const typeNames = ["array", "boolean", "integer", "null", "number", "object", "string"];
const soundness_text = (value) => typeof value === "string" ? undefined : `is ${words_kindOf(value)}, not a string`;
const flag = (value) => typeof value === "boolean" ? undefined : `is ${words_kindOf(value)}, not a boolean`;
const soundness_list = (value) => Array.isArray(value) ? undefined : `is ${words_kindOf(value)}, not an array`;
const soundness_number = (value) => typeof value === "number" ? undefined : `is ${words_kindOf(value)}, not a number`;
const soundness_size = (value) => Number.isInteger(value) && Number(value) >= 0
    ? undefined
    : `is ${words_showValue(value)}, not an integer of 0 or more`;
const positive = (value) => typeof value === "number" && value > 0
    ? undefined
    : `is ${words_showValue(value)}, not a number above 0`;
const names = (value) => Array.isArray(value) &&
    value.every((name) => typeof name === "string") &&
    new Set(value).size === value.length
    ? undefined
    : `is ${words_showValue(value)}, not an array of different strings`;
const types = (value) => {
    const all = Array.isArray(value) ? value : [value];
    const unknown = all.find((type) => !typeNames.some((name) => name === type));
    return all.length > 0 && unknown === undefined && new Set(all).size === all.length
        ? undefined
        : `is ${words_showValue(value)}, not one or more of ${typeNames.join(", ")}`;
};
/** What the value of each keyword must be; the keywords that hold schemas are below. */
const values = {
    type: types,
    required: names,
    enum: soundness_list,
    examples: soundness_list,
    multipleOf: positive,
    ...each("minimum maximum exclusiveMinimum exclusiveMaximum", soundness_number),
    ...each("minLength maxLength minItems maxItems minProperties maxProperties minContains maxContains", soundness_size),
    ...each("uniqueItems readOnly writeOnly deprecated", flag),
    ...each("title description $comment $ref $schema $id pattern format contentEncoding contentMediaType", soundness_text),
};
const holdSchema = new Set("not if then else contains propertyNames additionalProperties unevaluatedItems unevaluatedProperties items additionalItems".split(" "));
const holdList = new Set(["allOf", "anyOf", "oneOf", "prefixItems"]);
const holdMap = new Set([
    "properties",
    "patternProperties",
    "$defs",
    "definitions",
    "dependentSchemas",
]);
/** The first thing that makes a JSON Schema none; undefined when it is sound. Nothing outside of it is looked at. */
function soundness_defectOf(schema, dialect) {
    const path = [];
    return inspect(schema);
    function inspect(part) {
        if (typeof part === "boolean") {
            return undefined;
        }
        if (!isObject(part)) {
            return found("", `is ${kindOf(part)}, not a schema (an object or a boolean)`);
        }
        if (path.length > soundness_maxDepth) {
            return found("", `nests deeper than ${soundness_maxDepth} levels`);
        }
        for (const [word, value] of Object.entries(part)) {
            path.push(word);
            const problem = inspectWord(word, value);
            path.pop();
            if (problem !== undefined) {
                return problem;
            }
        }
        return undefined;
    }
    function inspectWord(word, value) {
        const wrong = Object.hasOwn(values, word) ? values[word]?.(value) : undefined;
        if (wrong !== undefined) {
            return found(word, wrong);
        }
        if (word === "$ref" &&
            typeof value === "string" &&
            dereference(schema, value).kind === "missing") {
            return found(word, `points to ${showValue(value)}, which is not there`);
        }
        const isTuple = word === "items" && dialect === "draft-07" && Array.isArray(value);
        if (holdList.has(word) || isTuple) {
            return Array.isArray(value) && value.length > 0
                ? inspectEach([...value.entries()])
                : found(word, `is ${showValue(value)}, not a list of schemas`);
        }
        if (holdMap.has(word)) {
            return isObject(value)
                ? inspectEach(Object.entries(value))
                : found(word, `is ${kindOf(value)}, not an object`);
        }
        return holdSchema.has(word) ? inspect(value) : undefined;
    }
    function inspectEach(entries) {
        for (const [key, part] of entries) {
            path.push(key);
            const problem = inspect(part);
            path.pop();
            if (problem !== undefined) {
                return problem;
            }
        }
        return undefined;
    }
    function found(keyword, message) {
        return { pointer: pointerOf(path), message, keyword };
    }
}
function each(words, soundness) {
    return Object.fromEntries(words.split(" ").map((word) => [word, soundness]));
}

;// CONCATENATED MODULE: ./build/schema/compile.js









const compile_maxBytes = (/* unused pure expression or super */ null && (1024 * 1024));
const maxProblems = 5;
/** Some seconds of work on one value; an honest schema takes a few steps for each part of the value. */
const compile_maxSteps = 20_000_000;
const compileBudgetMs = 2_000;
/**
 * Makes a JSON Schema (2020-12, or the draft-07 or draft-06 that it names) ready to judge values.
 *
 * Nothing is ever fetched: a `$ref` to another document makes it unsupported. It may refer to itself. `formats` says
 * whether `format` must hold too (yes); the specification leaves that to those who ask for it.
 */
async function compile_compileSchema(schema, formats = true) {
    const dialect = dialectOf(schema);
    if (dialect === undefined) {
        const name = isObject(schema) ? showValue(schema["$schema"]) : "";
        return {
            kind: "unsupported",
            reason: `names the dialect ${name}; 2020-12 and draft-07 are known`,
        };
    }
    const bytes = sizeOf(schema);
    if (bytes === undefined || bytes > compile_maxBytes) {
        return { kind: "unsupported", reason: "is larger than the 1 MiB allowed" };
    }
    const problem = defectOf(schema, dialect);
    if (problem !== undefined) {
        return { kind: "invalid", problem };
    }
    const check = new Checker(schema, dialect, formats).compile(schema);
    if (check !== undefined || !isObject(schema)) {
        return { kind: "compiled", validate: check === undefined ? () => [] : validateWith(check) };
    }
    try {
        const validate = await compileWithLibrary(schema, dialect, formats, (work) => withBudget("JSON Schema", work, compileBudgetMs));
        return {
            kind: "compiled",
            validate: (value) => withBudget("JSON Schema", () => notEndless(() => validate(value))).slice(0, maxProblems),
        };
    }
    catch (error) {
        return { kind: "unsupported", reason: reasonOf(error) };
    }
}
function validateWith(check) {
    return (value) => {
        const run = { path: [], problems: [], limit: maxProblems, steps: compile_maxSteps };
        return notEndless(() => {
            check(value, run);
            return run.problems;
        });
    };
}
/** A schema may be its own part without looking deeper into the value; that never ends. */
function notEndless(work) {
    try {
        return work();
    }
    catch (error) {
        if (error instanceof RangeError || error instanceof OutOfSteps) {
            throw new Fault("NOT_JUDGEABLE", "JSON Schema too slow: it refers to itself without end, or doubles at each level");
        }
        throw error;
    }
}
function sizeOf(schema) {
    try {
        return Buffer.byteLength(JSON.stringify(schema) ?? "");
    }
    catch {
        // A text longer than the engine can hold, or an object that holds itself.
        return undefined;
    }
}
function reasonOf(error) {
    const { missingRef, message } = error;
    return typeof missingRef === "string"
        ? `refers to ${showValue(missingRef)}, which is not part of it; nothing is fetched`
        : `cannot be used: ${showValue(typeof message === "string" ? message : String(error))}`;
}

;// CONCATENATED MODULE: ./build/schema/defect.js


/** Words that older dialects give other values: limits as flags, members required one by one, tuples. */
const differs = /\/(?:exclusiveMinimum|exclusiveMaximum|required|items)$/u;
/**
 * What makes a JSON Schema none, without compiling it; undefined when nothing does, or its dialect is not known.
 *
 * `certain` says whether a schema that names no dialect is one of 2020-12. Otherwise what some dialects allow passes.
 */
function schemaDefect(schema, certain) {
    const dialect = dialectOf(schema);
    const problem = dialect === undefined ? undefined : defectOf(schema, dialect);
    const named = typeof schema === "object" && schema !== null && "$schema" in schema;
    return problem !== undefined && !certain && !named && differs.test(problem.pointer)
        ? undefined
        : problem;
}

;// CONCATENATED MODULE: ./build/schema/errata.js
/** Definitions in which an integer is meant: JSON-RPC and the specification's text say so. */
const integers = new Set([
    "RequestId",
    "ProgressToken",
    "JSONRPCError",
    "Error",
]);
/**
 * The published definitions without what is known to be wrong in them.
 *
 * They are made from TypeScript, which counts; there `number` became `integer` nearly everywhere (the `minimum: 0.5`
 * of an elicitation is refused), and of JSON's values null and fractions are missing.
 */
function errata_corrected(definitions) {
    const all = JSON.parse(definitions);
    for (const name of Object.keys(all)) {
        if (!integers.has(name) && !name.endsWith("Error")) {
            all[name] = withNumbers(all[name]);
        }
    }
    if (Object.hasOwn(all, "JSONValue")) {
        all["JSONValue"] = true;
    }
    // Our own data: the caller names the shape it has.
    return all;
}
function withNumbers(part) {
    if (Array.isArray(part)) {
        return part.map(withNumbers);
    }
    if (typeof part !== "object" || part === null) {
        return part === "integer" ? "number" : part;
    }
    return Object.fromEntries(
    // Where a schema of a user may be named `integer`, as in the type of a number asked for, it is a constant.
    Object.entries(part).map(([key, value]) => [
        key,
        key === "enum" || key === "const" ? value : withNumbers(value),
    ]));
}

;// CONCATENATED MODULE: ./build/schema/spec.js


const specRevisions = (/* unused pure expression or super */ null && ([
    "2024-11-05",
    "2025-03-26",
    "2025-06-18",
    "2025-11-25",
    "2026-07-28",
]));
const loaders = {
    "2024-11-05": () => __webpack_require__.e(/* import() */ 213).then(__webpack_require__.bind(__webpack_require__, 26213)),
    "2025-03-26": () => __webpack_require__.e(/* import() */ 740).then(__webpack_require__.bind(__webpack_require__, 72740)),
    "2025-06-18": () => __webpack_require__.e(/* import() */ 712).then(__webpack_require__.bind(__webpack_require__, 22712)),
    "2025-11-25": () => __webpack_require__.e(/* import() */ 976).then(__webpack_require__.bind(__webpack_require__, 11976)),
    "2026-07-28": () => __webpack_require__.e(/* import() */ 987).then(__webpack_require__.bind(__webpack_require__, 22987)),
};
/** Results whose definition is not called after their request. */
const plainResults = new Set([
    "PingRequest",
    "SetLevelRequest",
    "SubscribeRequest",
    "UnsubscribeRequest",
]);
const loaded = new Map();
/** Loads one revision, once in a process; nothing of it is compiled before the first message that needs it. */
function loadSpec(revision) {
    const known = loaded.get(revision) ?? load(revision);
    loaded.set(revision, known);
    return known;
}
async function load(revision) {
    const { definitions } = await loaders[revision]();
    const all = corrected(definitions);
    const checker = new Checker({ $defs: all }, "2020-12");
    const methods = {
        server: {
            request: methodsOf("ServerRequest", all),
            notification: methodsOf("ServerNotification", all),
        },
        client: {
            request: methodsOf("ClientRequest", all),
            notification: methodsOf("ClientNotification", all),
        },
    };
    const checks = new Map();
    function definition(name, value) {
        if (!checks.has(name)) {
            checks.set(name, Object.hasOwn(all, name) ? checker.compile(all[name]) : undefined);
        }
        const run = { path: [], problems: [], limit: 1, steps: Number.MAX_SAFE_INTEGER };
        checks.get(name)?.(value, run);
        return run.problems[0];
    }
    return {
        revision,
        definition,
        knows: (sender, kind, method) => methods[sender][kind].has(method),
        message(sender, message) {
            const kind = Object.hasOwn(message, "id") ? "request" : "notification";
            const name = methods[sender][kind].get(String(message["method"]));
            return name === undefined ? undefined : definition(name, message);
        },
        result(method, result) {
            const request = methods.client.request.get(method) ?? methods.server.request.get(method) ?? "Request";
            const name = plainResults.has(request)
                ? "EmptyResult"
                : request.replace(/Request$/u, "Result");
            return definition(Object.hasOwn(all, name) ? name : "Result", result);
        },
    };
}
/** Method → definition of the messages that a union names. */
function methodsOf(union, all) {
    const methods = new Map();
    for (const { $ref } of (Object.hasOwn(all, union) ? all[union]?.anyOf : undefined) ?? []) {
        const name = $ref.slice("#/$defs/".length);
        const method = all[name]?.properties?.method?.const;
        if (method !== undefined) {
            methods.set(method, name);
        }
    }
    return methods;
}
/** The revision as one whose schema is known; undefined for every other text. */
function specRevisionOf(revision) {
    return specRevisions.find((known) => known === revision);
}

;// CONCATENATED MODULE: ./build/schema/index.js
// Judges JSON values by JSON Schemas: those that users and servers write, and those of the MCP specification.





// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
;// CONCATENATED MODULE: ./build/config/text-file.js



/** Reads a regular file of UTF-8, without following a link, waiting for a writer or reading more than `maxBytes`. */
function text_file_readTextFile(path, maxBytes) {
    let descriptor;
    try {
        // Looked at before it is opened: opening a device can have effects, opening a FIFO waits for a writer.
        const why = irregularity(lstatSync(path));
        if (why !== undefined) {
            return { kind: "unusable", why };
        }
        descriptor = openSync(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
    }
    catch (cause) {
        const code = errorCode(cause);
        if (code === "ENOENT" || code === "ENOTDIR") {
            return { kind: "absent" };
        }
        const why = code === "EACCES" ? "may not be read" : `could not be read (${code})`;
        return { kind: "unusable", why, cause };
    }
    try {
        // And again when it is open: it may have been exchanged in between.
        const why = irregularity(fstatSync(descriptor));
        return why === undefined
            ? decoded(bytesOf(descriptor, maxBytes), maxBytes)
            : { kind: "unusable", why };
    }
    finally {
        closeSync(descriptor);
    }
}
/** At most one byte more than `maxBytes`. */
function bytesOf(descriptor, maxBytes) {
    const chunks = [];
    let length = 0;
    for (let read = -1; read !== 0 && length <= maxBytes; length += read) {
        const chunk = Buffer.alloc(Math.min(256 * 1024, maxBytes + 1 - length));
        read = readSync(descriptor, chunk, 0, chunk.length, length);
        chunks.push(chunk.subarray(0, read));
    }
    return Buffer.concat(chunks);
}
function irregularity(kind) {
    if (kind.isFile()) {
        return undefined;
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
    return `is not a regular file but ${what}`;
}
function decoded(bytes, maxBytes) {
    const why = bytes.length > maxBytes
        ? `is larger than ${maxBytes} bytes (${inWords(maxBytes)})`
        : undecodable(bytes);
    // Unlike Buffer's, this decoder leaves out a byte order mark.
    return why === undefined
        ? { kind: "text", text: new TextDecoder().decode(bytes) }
        : { kind: "unusable", why };
}
function inWords(bytes) {
    return bytes >= 2 ** 20 ? `${bytes / 2 ** 20} MiB` : `${bytes / 1024} KiB`;
}
function undecodable(bytes) {
    const [first, second] = bytes;
    if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
        return "is UTF-16; save it as UTF-8";
    }
    const nul = bytes.indexOf(0);
    if (nul >= 0) {
        return `has a NUL byte at offset ${nul}; if it is UTF-16, save it as UTF-8`;
    }
    return isUtf8(bytes)
        ? undefined
        : `is not UTF-8: the first bad byte is at offset ${firstBadByte(bytes)}`;
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

;// CONCATENATED MODULE: ./build/config/values.js
/**
 * Maps inherit nothing but this. The schema library compares the `length` of whatever has one, so also that of a map with
 * such a key; a map that cannot become a number would end us there.
 */
const values_prototype = Object.freeze(Object.assign(Object.create(null), { [Symbol.toPrimitive]: () => Number.NaN }));
/** The tree as plain values for the schema. */
function values_plainOf(tree, path = []) {
    switch (tree.kind) {
        case "list":
            return tree.items.map((item, index) => values_plainOf(item, [...path, index]));
        case "map": {
            const map = Object.create(values_prototype);
            for (const [key, entry] of tree.entries) {
                map[key] = values_plainOf(entry.value, [...path, key]);
            }
            return map;
        }
        case "scalar":
            return scalarOf(tree, path);
    }
}
/**
 * Environment, arguments and build arguments are text in the end: there `1.10` and `012` stay as written. Parameters of a
 * template may be numbers, but not other numbers than were written.
 */
function scalarOf({ value, text }, path) {
    if (path[0] !== "servers" || (typeof value !== "number" && typeof value !== "boolean")) {
        return value;
    }
    const [, , section, below] = path;
    const isText = (path.length === 4 && (section === "env" || section === "args")) ||
        (path.length === 5 && section === "build" && below === "args");
    const changed = path.length === 4 && section === "with" && String(value) !== text;
    return isText || changed ? text : value;
}

;// CONCATENATED MODULE: ./build/config/outside.js











const maxRowsBytes = (/* unused pure expression or super */ null && (16 * 2 ** 20));
const maxSchemaBytes = (/* unused pure expression or super */ null && (2 ** 20));
/** Reads the files that the tree names, all inside the workspace, and compiles its schemas. */
async function outside_readOutside(root, place) {
    const rows = new Map();
    const schemas = new Map();
    const findings = [];
    for (const scenario of itemsOf(child(root, "scenarios"))) {
        const steps = stepsOf(scenario);
        for (const tree of [scenario, ...steps]) {
            const forEach = child(tree, "for_each");
            if (forEach !== undefined) {
                findings.push(...(await readRows(forEach, place, rows)));
            }
        }
        for (const schema of steps.flatMap(schemasIn)) {
            findings.push(...(await readSchema(schema, place, schemas)));
        }
    }
    const clients = entriesOf(child(root, "servers")).map(([, { value }]) => child(value, "client"));
    for (const rule of clients.flatMap(rulesOf)) {
        const judged = entriesOf(child(rule, "when")).map(([, { value }]) => value);
        for (const schema of judged.flatMap((tree) => predicateTrees(tree, "schema"))) {
            findings.push(...(await readSchema(schema, place, schemas)));
        }
    }
    // Loading takes 7 ms, so only a run file with a path pays for it.
    const jsonPath = await __webpack_require__.e(/* import() */ 393).then(__webpack_require__.t.bind(__webpack_require__, 50393, 19));
    const jsonPathProblem = (path) => {
        try {
            jsonPath.compile(path);
            return undefined;
        }
        catch (error) {
            if (error instanceof jsonPath.JSONPathError) {
                return error.message;
            }
            throw error;
        }
    };
    return { rows, schemas, findings, jsonPathProblem };
}
async function readRows(tree, place, rows) {
    if (tree.kind === "list") {
        const plain = itemsOf(tree).map((item) => (item.kind === "map" ? plainOf(item) : undefined));
        const maps = plain.filter((row) => row !== undefined);
        if (maps.length === 0 || maps.length < plain.length) {
            // The schema says so too.
            return [];
        }
        const read = rowsOf(maps, (nth) => `row ${nth + 1}`);
        if (read.kind === "rows") {
            rows.set(tree, read.rows);
            return [];
        }
        return read.problems.map(({ message }) => ({
            offset: tree.offset,
            message: `for_each: ${message}`,
        }));
    }
    const [format, entry] = entriesOf(tree)[0] ?? [];
    const path = textOf(entry?.value);
    if (entry === undefined || path === undefined || (format !== "csv" && format !== "json")) {
        return [];
    }
    const found = await readInside(entry.value, path, maxRowsBytes, place);
    if ("finding" in found) {
        return [found.finding];
    }
    const read = format === "csv" ? await csvRows(found.text) : jsonRows(found.text);
    if (read.kind === "rows") {
        rows.set(tree, read.rows);
        return [];
    }
    return read.problems.map(({ line, message }) => ({
        offset: entry.value.offset,
        message,
        elsewhere: { file: relative(place.workspace, resolve(place.folder, path)), line, column: 1 },
    }));
}
async function readSchema(tree, place, schemas) {
    const { offset } = tree;
    const path = textOf(tree);
    let schema = path === undefined ? plainOf(tree) : undefined;
    if (path !== undefined) {
        const found = await readInside(tree, path, maxSchemaBytes, place);
        if ("finding" in found) {
            return [found.finding];
        }
        try {
            schema = JSON.parse(found.text);
        }
        catch {
            return [{ offset, message: `the schema ${showValue(tree)} is not JSON` }];
        }
    }
    if (path === undefined && tree.kind === "scalar" && typeof tree.value !== "boolean") {
        // The schema of the run file says so too.
        return [];
    }
    schemas.set(tree, schema);
    const compiled = await compileSchema(schema);
    const which = path === undefined ? "the schema" : `the schema ${showValue(tree)}`;
    switch (compiled.kind) {
        case "compiled":
            return [];
        case "invalid": {
            const { pointer, message } = compiled.problem;
            const part = pointer === "" ? "" : ` at ${quote(pointer)}`;
            return [{ offset, message: `${which} is no JSON Schema:${part} ${message}` }];
        }
        case "unsupported":
            return [{ offset, message: `${which} ${compiled.reason}` }];
    }
}
async function readInside(tree, path, maxBytes, { workspace, folder }) {
    const { offset } = tree;
    const shown = showValue(tree);
    try {
        const read = readTextFile(await resolveInside(workspace, folder, path), maxBytes);
        if (read.kind === "text") {
            return read;
        }
        const why = read.kind === "absent" ? "does not exist" : read.why;
        return { finding: { offset, message: `the file ${shown} ${why}` } };
    }
    catch (thrown) {
        const why = asFault(thrown)
            .message.replace(/^.*?" /s, "")
            .replace(/\.$/, "");
        return { finding: { offset, message: `the file ${shown} ${why}` } };
    }
}
function schemasIn(step) {
    return judgedTrees(step).flatMap((tree) => predicateTrees(tree, "schema"));
}

;// CONCATENATED MODULE: ./build/config/problems.js


const maxShown = 20;
/** Findings as problems in the order of the file, each once. */
function problems_problemsOf(file, findings, counter) {
    const place = (offset) => positionOf(offset, counter);
    const seen = new Set();
    return findings
        .toSorted((a, b) => a.offset - b.offset)
        .flatMap(({ offset, message, hint, first, elsewhere }) => {
        const at = first === undefined ? undefined : place(first);
        const whole = at === undefined ? message : `${message} ${at.line}:${at.column}`;
        const position = elsewhere ?? { file, ...place(offset) };
        const key = `${position.file} ${position.line}:${position.column} ${whole}`;
        if (seen.has(key)) {
            return [];
        }
        seen.add(key);
        return [{ ...position, message: whole, ...(hint ? { hint } : {}) }];
    });
}
/** RUN_FILE_INVALID with the first 20 of the problems. */
function problems_refusal(file, problems) {
    const count = problems.length === 1 ? "a problem" : `${problems.length} problems`;
    const shown = problems.length > maxShown ? `, the first ${maxShown} are listed` : "";
    const message = `The run file ${file} has ${count}${shown}.`;
    return new Fault("RUN_FILE_INVALID", message, { problems: problems.slice(0, maxShown) });
}

;// CONCATENATED MODULE: ./build/config/read.js



/** Where a run file is looked for when none is named, in this order, from the workspace. */
const defaultRunFiles = (/* unused pure expression or super */ null && (["mcp-manager.yml", ".github/mcp-manager.yml"]));
/** Largest run file in bytes. */
const read_maxRunFileBytes = (/* unused pure expression or super */ null && (256 * 1024));
/**
 * Reads the run file `named`, or else the first of the default places that exists, from `folder`. Throws RUN_FILE_NOT_FOUND
 * naming all that were tried, and RUN_FILE_INVALID for what is not a regular file, larger than 256 KiB, or not UTF-8.
 */
function findRunFile(folder, named) {
    const paths = named === undefined ? defaultRunFiles : [named];
    for (const path of paths) {
        const read = readTextFile(resolve(folder, path), read_maxRunFileBytes);
        if (read.kind === "text") {
            return { path, text: read.text };
        }
        if (read.kind === "unusable") {
            throw invalid(path, read.why, read.cause);
        }
    }
    const tried = paths.map(quoted).join(" and no ");
    throw new Fault("RUN_FILE_NOT_FOUND", `There is no ${tried} in ${quoted(folder)}.`);
}
function invalid(file, what, cause) {
    const options = { problems: [{ file, line: 1, column: 1, message: what }], cause };
    return new Fault("RUN_FILE_INVALID", `The run file ${quoted(file)} ${what}.`, options);
}
function quoted(text) {
    return JSON.stringify(text);
}

;// CONCATENATED MODULE: ./build/config/load.js















/**
 * Reads, fills in and checks a run file, with the files it refers to; also what a program wrote. Throws RUN_FILE_INVALID with
 * all problems, of which the first 20 are listed.
 */
async function loadRunFile(request) {
    const read = readTree(request);
    return checked(read, await readOutside(read.tree, surroundingsOf(request)), request);
}
/** The first half of loading: all that needs nothing but the text. */
function readTree(request) {
    const text = request.text.replace(/^\ufeff/, "");
    const { file } = request;
    if (Buffer.byteLength(text) > maxRunFileBytes) {
        throw refusal(file, [
            { file, line: 1, column: 1, message: "the run file is larger than 256 KiB" },
        ]);
    }
    const { counter, document, findings } = readSource(text);
    if (document === undefined) {
        throw refusal(file, problemsOf(file, findings, counter));
    }
    const grown = grow(document, text, lookupIn(request));
    if (grown.tree.kind !== "map") {
        throw refusal(file, problemsOf(file, [...grown.findings, notAMap(grown.tree)], counter));
    }
    return { ...grown, counter };
}
/** The second half: everything is checked and, if it is sound, made into what is done. */
function checked(read, outside, request) {
    const { tree, counter } = read;
    const parsed = runFile.safeParse(plainOf(tree));
    const all = [
        ...read.findings,
        ...(parsed.success ? [] : findingsOf(parsed.error.issues, tree, counter)),
        ...outside.findings,
        ...serverFindings(tree, surroundingsOf(request), outside),
        ...scenarioFindings(tree, outside),
    ];
    if (!parsed.success || all.length > 0) {
        throw refusal(request.file, problemsOf(request.file, all, counter));
    }
    const locate = (path) => positionOf(offsetAt(tree, path, counter), counter);
    const treeAt = (path) => {
        const found = nodeAt(tree, path);
        return found.depth === path.length ? found.tree : undefined;
    };
    const loading = { locate, treeAt, schemas: outside.schemas, rows: outside.rows };
    const scenarios = scenariosOf(parsed.data, loading);
    return {
        runFile: parsed.data,
        text: read.text,
        scenarios,
        clients: Object.fromEntries(Object.entries(parsed.data.servers).map(([name, spec]) => [
            name,
            clientOf(name, spec.client, scenarios, { ...loading, snapshotKey: (place) => place }),
        ])),
        unusedVariables: Object.keys(request.variables).filter((name) => !read.names.has(name)),
        locate,
    };
}
function surroundingsOf({ workspace, file, templates, secrets }) {
    return { workspace, folder: folderOf(file, workspace), templates, secrets };
}
function notAMap(tree) {
    const what = tree.kind === "list" ? "a list" : "a single value";
    const empty = tree.kind === "scalar" && tree.value === null;
    const message = empty
        ? "the run file is empty"
        : `the run file is ${what}; expected a map with version, servers and scenarios`;
    return { offset: tree.offset, message };
}

;// CONCATENATED MODULE: ./build/config/reference-examples.js
/** One example for each section of the reference; a test loads each of them. */
const reference_examples_examples = {
    servers: `
servers:
  everything:
    template: npm
    with: { package: "@modelcontextprotocol/server-everything" }
    protocols: [legacy, modern]
    client:
      roots: ["file:///data"]
      elicitation: { accept: { name: Ada } }
  over-http:
    build: ./server
    transport: http
    http: { port: 3000 }
    checks: { idle_cpu: false }
  elsewhere:
    url: https://example.com/mcp
    bearer: API_TOKEN
`,
    scenarios: `
scenarios:
  - name: a file that comes and goes
    tags: [files]
    isolation: fresh
    timeout: 1m
    setup:
      - exec: echo hello > /tmp/note.txt
    steps:
      - call: read_file
        with: { path: /tmp/note.txt }
        expect: { text: { contains: hello } }
    teardown:
      - exec: [rm, /tmp/note.txt]
`,
    forEach: `
scenarios:
  - name: sums
    for_each:
      - { name: small, a: 1, b: 2, sum: 3 }
      - { name: large, a: 1000, b: 1, sum: 1001 }
    steps:
      - call: get-sum
        with: { a: "{{ row.a }}", b: "{{ row.b }}" }
        expect: { text: { contains: "{{ row.sum }}" } }
`,
    verbs: `
steps:
  - call: echo
    with: { message: hello }
  - read: "demo://resource/1"
  - prompt: greeting
    with: { name: Ada }
  - complete: { prompt: greeting, argument: name, value: A }
  - list: { kind: tools, pages: one }
  - request: tools/list
  - wait_for: { method: notifications/resources/updated, where: { "$.uri": "demo://resource/1" } }
    timeout: 5s
  - send_raw: { text: "{ not json", answer: null }
    expect: { error.code: -32700 }
  - kill: SIGTERM
  - start:
`,
    modifiers: `
steps:
  - call: slow
    with: { seconds: 60 }
    cancel_after: 200ms
  - call: fetch
    retry: { times: 5, delay: 200ms }
    expect: { text: ready }
  - call: dice
    trials: { times: 20, pass_rate: 80% }
    expect: { structured: { length: 1 } }
  - call: add
    fault: duplicate
    expect: { $.structuredContent.total: 1 }
  - call: echo
    with: { message: hello }
    repeat: 100
    parallel: 10
    expect: { duration: { below: 1s } }
`,
    answers: `
steps:
  - call: ask-model
    answers:
      sampling:
        - when: { "$.messages[0].content.text": { contains: weather } }
          text: It is sunny.
        - error: { code: -1, message: no more tokens }
      elicitation: { decline: true }
`,
    places: `
steps:
  - call: chart
    progress: true
    expect:
      content:
        - { type: text, text: { starts_with: A chart } }
        - { type: image, mime_type: image/png, bytes: { below: 100KB } }
      structured: { includes: { points: [{ x: 1 }] } }
      $.structuredContent.points[*].x: { each: { between: [0, 10] } }
      notifications: [notifications/message, { params: { "$.progress": 1 } }]
      stderr: { not: { contains: Traceback } }
      memory: { below: 200MiB }
  - call: chart
    with: { kind: none }
    expect: { error: { code: -32602 } }
`,
    predicates: `
steps:
  - call: list-users
    expect:
      text: { matches: "^\\\\d+ users", length: { at_most: 1000 } }
      structured:
        schema: { type: object, required: [users] }
        snapshot: { mask: ["$.users[*].seen", "/[0-9a-f-]{36}/"] }
      $.structuredContent.users: { length: 3, each: { type: object } }
      $.structuredContent.users[0].role: { one_of: [admin, reader] }
      $.structuredContent.next: { any_of: [{ exists: false }, { equals: null }] }
`,
};

;// CONCATENATED MODULE: ./build/config/reference-table.js

/** Parts of the schema that have a section of their own. */
const ownSections = new Set([
    "json",
    "judged",
    "predicates",
    "step",
    "expect",
    "answers",
    "rows",
]);
/** A table of the keys of a map. */
function reference_table_fieldTable(root, node) {
    const rows = Object.entries(node.properties ?? {}).map(([key, property]) => reference_table_row(root, key, property, node.required?.includes(key) === true, property.description ?? ""));
    return `| key | type | default | example | meaning |\n|---|---|---|---|---|\n${rows.join("\n")}\n`;
}
/** The maps below the keys of a map, each as a section with its table. */
function reference_table_nestedSections(root, node, title) {
    return Object.entries(node.properties ?? {}).flatMap(([key, property]) => mapsIn(root, property).flatMap(({ map, suffix }) => {
        const name = `${title}.${key}${suffix}`;
        const about = map.description === undefined ? "" : `${map.description}\n\n`;
        return [
            `### ${name}\n\n${about}${reference_table_fieldTable(root, map)}`,
            ...reference_table_nestedSections(root, map, name),
        ];
    }));
}
/** One row of a table of keys. */
function reference_table_row(root, key, node, required, meaning) {
    const fallback = node.default === undefined ? "" : code(node.default);
    const example = node.examples?.[0] === undefined ? "" : code(node.examples[0]);
    const cells = [
        `\`${key}\``,
        typeOf(root, node),
        required ? "**required**" : fallback,
        example,
        meaning,
    ];
    return `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`;
}
/** The node that a reference means. */
function reference_table_resolved(root, node) {
    const name = definitionOf(node);
    return name === undefined ? node : (root.$defs?.[name] ?? node);
}
function definitionOf({ $ref }) {
    return $ref?.startsWith("#/$defs/") ? $ref.slice("#/$defs/".length) : undefined;
}
function mapsIn(root, node, suffix = "") {
    const name = definitionOf(node);
    if (name !== undefined && ownSections.has(name)) {
        return [];
    }
    const inner = reference_table_resolved(root, node);
    const own = inner.properties === undefined ? [] : [{ map: inner, suffix }];
    const choices = (inner.anyOf ?? []).flatMap((choice) => mapsIn(root, choice, suffix));
    const items = inner.items === undefined ? [] : mapsIn(root, inner.items, `${suffix}[]`);
    const all = [...own, ...choices, ...items];
    // One answer may stand without a list, so its map is there twice.
    return all.filter(({ map }, nth) => all.findIndex((other) => other.map.description === map.description) === nth);
}
function typeOf(root, node) {
    const words = reference_table_typeWords.get(definitionOf(node) ?? "");
    const inner = reference_table_resolved(root, node);
    return words ?? showExpected((inner.anyOf ?? [inner]).map((choice) => reference_table_resolved(root, choice)));
}
const reference_table_typeWords = new Map([
    ["judged", "predicates or a bare value"],
    ["json", "any value"],
    ["answers", "a map"],
    ["expect", "a map"],
    ["rows", "a list or a map"],
]);
function code(value) {
    const empty = typeof value === "object" && value !== null && Object.keys(value).length === 0;
    return empty ? "" : `\`${typeof value === "string" ? value : JSON.stringify(value)}\``;
}

;// CONCATENATED MODULE: ./build/config/reference-page.js







/** Markdown reference of the run file: every key with type, default, example and meaning. */
function referencePage() {
    const root = jsonSchema();
    const server = below(root, root, "servers", "*");
    const scenario = below(root, root, "scenarios", "[]");
    const step = resolved(root, root.$defs?.["step"] ?? {});
    const answers = resolved(root, root.$defs?.["answers"] ?? {});
    const rows = root.$defs?.["rows"] ?? {};
    return [
        referenceHead,
        section("## The file", root.description, "", fieldTable(root, root)),
        section("## Servers", server.description, examples.servers, fieldTable(root, server)),
        ...nestedSections(root, server, "servers.NAME"),
        section("## Scenarios", scenario.description, examples.scenarios, fieldTable(root, scenario)),
        section("### for_each", rows.description, examples.forEach, rowsText),
        section("## Steps", step.description, "", ""),
        section("### Verbs", verbsText, examples.verbs, fieldTable(root, reference_page_pick(step, isVerb))),
        ...nestedSections(root, reference_page_pick(step, isVerb), "step"),
        section("### What goes with a verb", "", examples.modifiers, modifierTable(root, step)),
        ...nestedSections(root, reference_page_pick(step, (key) => !isVerb(key)), "step"),
        section("### Answers", answers.description, examples.answers, fieldTable(root, answers)),
        ...nestedSections(root, answers, "answers"),
        section("## Expectations", expectText, examples.places, placeTable()),
        section("### Predicates", predicatesText, examples.predicates, predicateTable(root)),
        ...nestedSections(root, root.$defs?.["predicates"] ?? {}, "predicates"),
    ].join("\n");
}
const verbsText = "Those from `stop` on act on the server's container; they go with servers that are not a `url`.";
const rowsText = (/* unused pure expression or super */ null && (`All rows have the same keys. In a CSV file the first line names the columns; a cell without quotes that is a JSON number,
\`true\` or \`false\` becomes one, so \`"2"\` in quotes stays text. The files lie inside the workspace and have at most 16 MiB; a
run file comes to at most 10 000 steps. The value of the column \`name\` or \`label\`, else of the first, stands in brackets
behind the name of the scenario or step.
`));
const expectText = "Each key of `expect` is a place, its value what must hold there: a bare value to be equal to, or a map of predicates. A step that says nothing of errors fails when the answer is one.";
const predicatesText = "All predicates of a map must hold. They may stand below one another: `not`, `each`, `length`, `all_of` and `any_of` hold predicates or bare values.";
function isVerb(key) {
    return verbs.some((verb) => verb === key);
}
function section(title, about, example, table) {
    const shown = example === "" ? "" : `\`\`\`yaml\n${example.trim()}\n\`\`\`\n`;
    return [title, about ?? "", shown, table]
        .filter((part) => part !== "")
        .map((part) => `${part.trimEnd()}\n`)
        .join("\n");
}
function below(root, node, key, how) {
    const property = node.properties?.[key];
    const inner = how === "[]" ? property?.items : property?.additionalProperties;
    return typeof inner === "object" ? resolved(root, inner) : {};
}
function reference_page_pick(node, wanted) {
    const properties = Object.entries(node.properties ?? {}).filter(([key]) => wanted(key));
    return { properties: Object.fromEntries(properties) };
}
function modifierTable(root, step) {
    const rows = Object.entries(step.properties ?? {})
        .filter(([key]) => !isVerb(key))
        .map(([key, node]) => {
        const suited = Object.hasOwn(modifiers, key) ? modifiers[key]?.join(", ") : "every verb";
        return row(root, key, node, false, `${node.description ?? ""} Goes with ${suited}.`);
    });
    return table(["key", "type", "default", "example", "meaning"], rows);
}
function placeTable() {
    const named = Object.entries(places).map(([name, place]) => placeRow(name, place));
    const block = ["type", "mime_type", "bytes", "sha256", "text", "uri", "name"].flatMap((part) => {
        const place = placeOf(`content[0].${part}`);
        return place === undefined ? [] : [placeRow(`content[N].${part}`, place)];
    });
    const path = `| \`$…\` | any | ${scopes.result.join(", ")} | JSONPath (RFC 9535) into the result; of \`exec\` that is exit_code, stdout and stderr, of \`wait_for\` the params. |`;
    return table(["place", "kind", "steps", "meaning"], [...named, ...block, path]);
}
function placeRow(name, { kind, scope, about, needs }) {
    const suited = scope === "always" ? "every verb" : scopes[scope].join(", ");
    const where = { http: " Over HTTP only.", container: " Not of a url.", any: "" }[needs ?? "any"];
    return `| \`${name}\` | ${kind} | ${suited} | ${about}${where} |`;
}
function predicateTable(root) {
    return fieldTable(root, root.$defs?.["predicates"] ?? {});
}
function table(heads, rows) {
    return `| ${heads.join(" | ")} |\n${"|---".repeat(heads.length)}|\n${rows.join("\n")}\n`;
}

;// CONCATENATED MODULE: ./build/config/index.js













/***/ })

};
