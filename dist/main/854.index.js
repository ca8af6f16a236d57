export const id = 854;
export const ids = [854];
export const modules = {

/***/ 53733:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   DK: () => (/* binding */ runnerVariable),
/* harmony export */   YW: () => (/* binding */ interruption),
/* harmony export */   c8: () => (/* binding */ untilCancelled)
/* harmony export */ });
/* harmony import */ var _fault_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(440);

/** A variable that every runner sets. */
function runnerVariable(environment, name) {
    const value = environment[name];
    if (value === undefined || value === "") {
        throw new _fault_index_js__WEBPACK_IMPORTED_MODULE_0__/* .Fault */ .vC("USAGE", `${name} is not set: this is the action of a GitHub runner.`, {
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
    return new _fault_index_js__WEBPACK_IMPORTED_MODULE_0__/* .Fault */ .vC("INTERRUPTED", "The job was cancelled.");
}
function aborted(signal, given) {
    return new Promise((resolve) => {
        if (signal.aborted) {
            resolve();
        }
        signal.addEventListener("abort", () => resolve(), { once: true, signal: given });
    });
}


/***/ }),

/***/ 70241:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   FP: () => (/* binding */ entryFolder),
/* harmony export */   Vm: () => (/* binding */ cacheWord),
/* harmony export */   Zt: () => (/* binding */ runCacheClient)
/* harmony export */ });
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(88343);

/**
 * The one path of an entry, below GITHUB_WORKSPACE of the cache process.
 *
 * The client hashes it into the entry's version, so saving and restoring must name the same.
 */
const entryFolder = "image";
/** What the cache process says on its third descriptor, one JSON text a line. */
const cacheWord = zod__WEBPACK_IMPORTED_MODULE_0__/* ["enum"] */ .k5n([
    /** Restoring: there is no such entry. */
    "miss",
    /** Restoring: there is one, and its download begins. */
    "hit",
    "restored",
    "saved",
    /** Saving: nothing was saved; the client's own output says why. */
    "refused",
]);
/** Restores or saves the one entry of `key`. Rejects as the client does for a key it does not take. */
async function runCacheClient(action, key, tell) {
    const { restoreCache, saveCache } = await Promise.all(/* import() */[__webpack_require__.e(955), __webpack_require__.e(830), __webpack_require__.e(838), __webpack_require__.e(271), __webpack_require__.e(88), __webpack_require__.e(142)]).then(__webpack_require__.bind(__webpack_require__, 60142));
    if (action === "save") {
        tell((await saveCache([entryFolder], key)) < 0 ? "refused" : "saved");
        return;
    }
    // Asked first without the download: a service that does not answer is given up on much sooner than a large entry.
    const found = await restoreCache([entryFolder], key, [], { lookupOnly: true });
    // The service also finds keys that only begin alike.
    if (found !== key) {
        tell("miss");
        return;
    }
    tell("hit");
    const options = { segmentTimeoutInMs: 60_000 };
    tell((await restoreCache([entryFolder], key, [], options)) === key ? "restored" : "miss");
}


/***/ }),

/***/ 92573:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   B5: () => (/* binding */ clientEnvironment),
/* harmony export */   Gm: () => (/* binding */ offersCache),
/* harmony export */   rL: () => (/* binding */ cacheTimes),
/* harmony export */   yC: () => (/* binding */ askCache)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var node_readline__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(80481);
/* harmony import */ var _cache_client_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(70241);





const keptOutput = 20_000;
/** What the client reads of the environment; GITHUB_WORKSPACE and RUNNER_TEMP are the process's own folder. */
const passedOn = /^(?:PATH|HOME|LANG|SSL_CERT_FILE|NODE_EXTRA_CA_CERTS|GITHUB_SERVER_URL|(?:ACTIONS|CACHE)_[A-Z0-9_]+|(?:HTTP|HTTPS|NO|ALL)_PROXY)$/i;
/** A service that answers does so in a second, where its client would try for 24 s; a transfer of minutes pays for nobody. */
const cacheTimes = { lookupMs: 10_000, transferMs: 300_000 };
/** Whether the runner offers a cache service at all. */
function offersCache(environment) {
    const { ACTIONS_RESULTS_URL, ACTIONS_CACHE_URL, ACTIONS_RUNTIME_TOKEN } = environment;
    return Boolean(ACTIONS_RUNTIME_TOKEN && (ACTIONS_RESULTS_URL || ACTIONS_CACHE_URL));
}
/**
 * Runs the cache client on one entry, whose files are below `folder`. Never rejects.
 *
 * The token goes by the environment of that process alone, and nothing it prints is carried out by the runner.
 */
async function askCache(action, key, folder, own, times = cacheTimes) {
    const temp = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, "temp");
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(temp, { recursive: true });
    const late = new AbortController();
    const limited = (ms) => setTimeout(() => late.abort(), ms);
    let timer = limited(action === "save" ? times.transferMs : times.lookupMs);
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(own.execPath, [own.cacheEntry, "cache", action, key], {
        cwd: folder,
        env: { ...clientEnvironment(own.environment), GITHUB_WORKSPACE: folder, RUNNER_TEMP: temp },
        stdio: ["ignore", "pipe", "pipe", "pipe"],
        signal: AbortSignal.any([own.signal, late.signal]),
        killSignal: "SIGKILL",
    });
    let output = "";
    let last;
    for (const stream of [child.stdout, child.stderr]) {
        stream?.on("data", (chunk) => {
            output = (output + chunk.toString("utf8")).slice(-keptOutput);
        });
    }
    // The fourth entry of stdio is a pipe that we only read from.
    (0,node_readline__WEBPACK_IMPORTED_MODULE_3__.createInterface)({ input: child.stdio[3] }).on("line", (line) => {
        last = _cache_client_js__WEBPACK_IMPORTED_MODULE_4__/* .cacheWord */ .Vm.safeParse(line).data ?? last;
        if (last === "hit") {
            clearTimeout(timer);
            timer = limited(times.transferMs);
        }
    });
    await new Promise((resolve) => {
        child.once("close", resolve);
        child.on("error", (error) => {
            output += `\nFailed to run the cache client: ${error.message}`;
        });
    });
    clearTimeout(timer);
    if (last === undefined || last === "hit") {
        return { word: late.signal.aborted ? "late" : "failed", reason: reasonIn(output) };
    }
    return { word: last, reason: reasonIn(output) };
}
/** What the client of the cache service may know of the environment, its token among it. */
function clientEnvironment(environment) {
    return Object.fromEntries(Object.entries(environment).flatMap(([name, value]) => value !== undefined && passedOn.test(name) ? [[name, value]] : []));
}
/** The client says why in commands meant for the runner (`::warning::…`), or in a line that begins with "Failed". */
function reasonIn(output) {
    const lines = output.split("\n").map((line) => line.trim());
    const said = lines.flatMap((line) => /^::(?:warning|error)[^:]*::(.*)/.exec(line)?.[1] ?? /^(Failed to .*)/.exec(line)?.[1] ?? []);
    const unescaped = said
        .at(-1)
        ?.replaceAll("%0D", " ")
        .replaceAll("%0A", " ")
        .replaceAll("%25", "%");
    // What signs an address is as good as a password.
    return unescaped?.replaceAll(/\bsig=[^&\s"]+/g, "sig=…") ?? "";
}


/***/ }),

/***/ 95854:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Zt: () => (/* reexport */ cache_client/* runCacheClient */.Zt),
  runMain: () => (/* reexport */ runMain)
});

// UNUSED EXPORTS: inputTable, inputsReference, outputDescriptions, runPost

// EXTERNAL MODULE: ./build/action/cache-client.js
var cache_client = __webpack_require__(70241);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 2 modules
var schemas = __webpack_require__(88343);
// EXTERNAL MODULE: ./node_modules/zod/v4/core/core.js
var core = __webpack_require__(88532);
// EXTERNAL MODULE: ./build/config/index.js + 80 modules
var config = __webpack_require__(62859);
// EXTERNAL MODULE: ./build/fault/index.js + 5 modules
var build_fault = __webpack_require__(440);
// EXTERNAL MODULE: ./build/registry/index.js + 75 modules
var registry = __webpack_require__(38802);
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
const mirror = schemas/* string */.YjP()
    .trim()
    .transform((text, context) => {
    try {
        return text === "" ? undefined : (0,registry/* parseMirror */.v0)(text);
    }
    catch (thrown) {
        context.addIssue(`is no mirror: ${(0,build_fault/* asFault */.Ps)(thrown).message}`);
        return core/* NEVER */.tm;
    }
});
const allowed = lines.superRefine((names, context) => {
    for (const name of names) {
        const problem = (0,config/* allowProblem */.DX)(name);
        if (problem !== undefined) {
            context.addIssue(`names "${name.slice(0, maxShownLength)}", which ${problem}`);
        }
    }
});
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
    allow: allowed
        .prefault("")
        .describe("What servers of the run file may relax of their isolation, one a line: `root`, `writable-rootfs`, `new-privileges`, `unconfined-seccomp`, `capability:NAME`, `device:/dev/NAME`, `host-path:/PATH`. Nothing when empty."),
    locked: switched
        .prefault("false")
        .describe("Installs exactly what the lock file beside the run file says (`mcp-manager.lock.yml`, written by `docker-mcp-manager lock`), and fails where that has become something else."),
    timeout: duration
        .prefault("")
        .describe("Time for the whole run, for example `10m`. When empty: the run file's `timeout`."),
    cache: schemas/* literal */.euz(["true", "false", "gha"])
        .prefault("true")
        .describe("Keeps images that the run builds in the workflow's cache, where that saves time: `true`, `false`, or `gha` to build by `docker buildx` and keep the steps of the build instead, which needs a builder such as docker/setup-buildx-action makes. Jobs of pull requests only read the cache."),
    "registry-mirror": mirror
        .prefault("")
        .describe("A mirror of Docker Hub, as `host[:port][/path]`; the Hub itself is asked when it fails. Logins are those of `docker login`."),
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
/** Values of variables may be anything, also what nobody should read; a bad mirror is shown in its message, a password never. */
function shownValue(name, given) {
    return name === "vars" || name === "registry-mirror"
        ? ""
        : ` It is ${JSON.stringify((given ?? "").slice(0, maxShownLength))}.`;
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
// EXTERNAL MODULE: ./build/action/action-process.js
var action_process = __webpack_require__(53733);
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
/** Words of our own that are about no file. */
function annotations_warning(message) {
    return aboutNoFile("warning", message);
}
function annotations_notice(message) {
    return aboutNoFile("notice", message);
}
function aboutNoFile(level, message) {
    return {
        level,
        title: "Docker MCP Manager",
        message,
        file: null,
        line: null,
        column: null,
    };
}

// EXTERNAL MODULE: ./build/action/cache-process.js
var cache_process = __webpack_require__(92573);
// EXTERNAL MODULE: ./build/text/index.js + 14 modules
var build_text = __webpack_require__(33699);
;// CONCATENATED MODULE: ./build/action/commands.js


/** Longer messages are cut by the runner without a sign. */
const maxMessageLength = 4_000;
const cutMark = " … (cut)";
/** Keeps values out of the log from here on, in the forms the runner knows and, for each, as a JSON string. */
async function maskSecrets(values) {
    const { setSecret } = await Promise.all(/* import() */[__webpack_require__.e(955), __webpack_require__.e(838)]).then(__webpack_require__.bind(__webpack_require__, 33838));
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
    const { saveState } = await Promise.all(/* import() */[__webpack_require__.e(955), __webpack_require__.e(838)]).then(__webpack_require__.bind(__webpack_require__, 33838));
    saveState("runId", runId);
}
async function setOutputs(outputs) {
    const { setOutput } = await Promise.all(/* import() */[__webpack_require__.e(955), __webpack_require__.e(838)]).then(__webpack_require__.bind(__webpack_require__, 33838));
    for (const [name, value] of Object.entries(outputs)) {
        setOutput(name, value);
    }
}
/** Marks places in the run file, at most ten per level as the runner keeps no more. */
async function commands_annotate(annotations) {
    const core = await Promise.all(/* import() */[__webpack_require__.e(955), __webpack_require__.e(838)]).then(__webpack_require__.bind(__webpack_require__, 33838));
    for (const annotation of withinLimit(annotations)) {
        const properties = {
            title: (0,build_text/* forJobLog */.fw)(annotation.title),
            ...(annotation.file === null ? {} : { file: annotation.file }),
            ...(annotation.line === null ? {} : { startLine: annotation.line }),
            ...(annotation.column === null ? {} : { startColumn: annotation.column }),
        };
        core[annotation.level](cut((0,build_text/* forJobLog */.fw)(annotation.message)), properties);
    }
}
/** Folds what `work` and the libraries under it print; the group is closed whatever happens. */
async function inGroup(title, work) {
    const { group } = await Promise.all(/* import() */[__webpack_require__.e(955), __webpack_require__.e(838)]).then(__webpack_require__.bind(__webpack_require__, 33838));
    return group(title, work);
}
/** Adds Markdown to the job summary. A summary file that is missing or read-only is no reason to fail. */
async function addSummary(markdown) {
    const { summary } = await Promise.all(/* import() */[__webpack_require__.e(955), __webpack_require__.e(838)]).then(__webpack_require__.bind(__webpack_require__, 33838));
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
// EXTERNAL MODULE: ./build/record/index.js + 7 modules
var record = __webpack_require__(789);
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
    const size = [(0,build_text/* plural */.LS)(totals.servers, "server"), (0,build_text/* duration */.p0)(run.durationMs)].join(" · ");
    const steps = Object.values(totals.steps).reduce((sum, count) => sum + count, 0);
    const counted = `${totals.steps.passed} of ${(0,build_text/* plural */.LS)(steps, "step")} passed`;
    const scope = `${counted} in ${(0,build_text/* plural */.LS)(scenarios.length, "scenario")} · ${size}`;
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
            `${limit === 0 ? "" : "and "}${(0,build_text/* plural */.LS)(left, "failure")} ${limit === 0 ? "" : "more "}in the full report`,
        ];
}
function failureBlock(report, failure, details) {
    const { scenario, step } = failure;
    const place = placeOf(report.run, locusOf(failure));
    const where = place === null ? "" : ` — ${(0,build_text/* forMarkdown */.Bm)(place)}`;
    const reason = (step ?? scenario).reason ?? outcomeOf(failure);
    const title = `#### ${symbolOf(outcomeOf(failure))} ${(0,build_text/* forMarkdown */.Bm)(wording_cut(nameOf(failure), 200))}${where}`;
    const text = step === null ? "" : wording_cut(differenceOf(step), longestBlock);
    const evidence = step === null ? "" : wording_cut(evidenceText(step), longestBlock);
    const note = step?.note ?? trialsOf(scenario);
    return [
        title,
        (0,build_text/* forMarkdown */.Bm)(wording_cut(reason, 1_000)),
        ...(note === "" ? [] : [(0,build_text/* forMarkdown */.Bm)(wording_cut(note, 500))]),
        ...block("expected and actual", text, details),
        ...block("what the server said meanwhile", evidence, details),
    ];
}
function block(title, text, details) {
    if (text === "") {
        return [];
    }
    const lines = (0,build_text/* splitLines */.uz)(text);
    if (lines.length <= inlineLines) {
        return [(0,build_text/* fencedCode */.Vl)(text)];
    }
    const rest = `${lines.length} lines`;
    return details
        ? [`<details><summary>${title}, ${rest}</summary>`, (0,build_text/* fencedCode */.Vl)(text), "</details>"]
        : [(0,build_text/* fencedCode */.Vl)([...lines.slice(0, inlineLines - 1), `… ${rest} in all`].join("\n"))];
}
function expectation(verdict) {
    return labelled("expected:", `${verdict.place} ${verdict.predicate} ${verdict.expected}`);
}
function labelled(label, text) {
    return `${label} ${(0,build_text/* splitLines */.uz)(text).join(`\n${" ".repeat(label.length + 1)}`)}`;
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
        ...failuresOf(report)
            .filter((failure) => !isSaidByFault(report, failure))
            .map((failure) => failureAnnotation(report, failure)),
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
/** A scenario that was only cut short has no more to say than what cut it short. */
function isSaidByFault(report, { scenario, step }) {
    return report.run.fault !== null && step === null && scenario.durationMs === null;
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
        title: wording_cut((0,build_text/* forJobLog */.fw)(title).replaceAll("\n", " "), longestTitle),
        message: wording_cut((0,build_text/* forJobLog */.fw)(message), longestMessage),
    };
}

;// CONCATENATED MODULE: ./build/report/beside.js


/** Servers and services: all that has a container of the run. */
function containersOf({ servers, services, }) {
    return [...servers, ...services];
}
/** What mocks were asked, equal requests together, in the order of the first of them. */
function mockRequests(reader) {
    const all = new Map();
    for (const { server, data } of reader.events("mock-request")) {
        const event = parsed(data);
        const request = {
            service: server ?? "",
            method: String(event["method"]),
            path: String(event["url"]).split("?", 1)[0] ?? "",
            status: Number(event["status"]),
            matched: event["matched"] === true,
        };
        const key = JSON.stringify(request);
        all.set(key, { ...request, requests: (all.get(key)?.requests ?? 0) + 1 });
    }
    return [...all.values()];
}
/** A table of services, for text of any kind: its head and its rows. */
function serviceRows({ services, }) {
    return services.map((service) => {
        const { name, template, readyMs, peakMemoryBytes, samples, cpuMs } = service;
        return [
            wording_cut(name, 100),
            template,
            stateOf(service),
            readyMs === null ? "–" : (0,build_text/* duration */.p0)(readyMs),
            peakMemoryBytes === null ? "–" : (0,build_text/* bytes */.ee)(peakMemoryBytes),
            samples === 0 ? "–" : (0,build_text/* duration */.p0)(cpuMs),
        ];
    });
}
const serviceHead = ["service", "made of", "state", "healthy in", "peak memory", "CPU time"];
/** A table of what mocks were asked. */
function mockRows({ mocks }) {
    return mocks.map(({ service, method, path, status, matched, requests }) => [
        wording_cut(service, 100),
        wording_cut(`${method} ${path}`, 200),
        `${status}${matched ? "" : ", no answer declared"}`,
        (0,build_text/* plural */.LS)(requests, "request"),
    ]);
}
const mockHead = ["service", "request", "answer", "times"];
function stateOf(service) {
    const condition = conditionOf(service);
    const reason = condition === "failed" || condition === "stopped" ? service.reason : null;
    return reason === null ? condition : `${condition}: ${wording_cut(reason, 200)}`;
}
/** Our own writer made it; a record that was touched has nothing in it. */
function parsed(json) {
    try {
        const value = JSON.parse(json);
        return typeof value === "object" && value !== null ? { ...value } : {};
    }
    catch {
        return {};
    }
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
            .some(({ role, readyMs, state }) => role === "server" && readyMs === null && ended.includes(state));
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
        const cost = costOf(record_events_parsed(data));
        if (server !== null && cost !== undefined) {
            costs.set(server, cost);
        }
    }
    return costs;
}
/** How long each server's processes had to wait at their limit of cores, over all its containers. */
function throttledMs(reader) {
    const sums = new Map();
    for (const { server, data } of reader.events("limits-met")) {
        if (server !== null) {
            const added = number(member(record_events_parsed(data), "throttledMs"));
            sums.set(server, (sums.get(server) ?? 0) + added);
        }
    }
    return sums;
}
/** How the variants of each scenario compare. */
function parities(reader) {
    return [...reader.events("parity")].flatMap(({ data }) => {
        const event = record_events_parsed(data);
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
/** What each server tried to reach, equal attempts together, in the order of the first of them. */
function egressAttempts(reader) {
    const servers = new Map();
    for (const { server, data } of reader.events("egress")) {
        const event = record_events_parsed(data);
        const target = record_events_text(member(event, "target"));
        const outcome = record_events_text(member(event, "outcome"));
        const reason = record_events_text(member(event, "reason")) || null;
        const own = servers.get(server ?? "") ?? new Map();
        servers.set(server ?? "", own);
        const key = `${target} ${outcome}`;
        const attempts = (own.get(key)?.attempts ?? 0) + 1;
        own.set(key, { target, outcome, reason, attempts });
    }
    return new Map([...servers].map(([server, own]) => [server, [...own.values()]]));
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
function record_events_parsed(json) {
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

;// CONCATENATED MODULE: ./build/report/hardening.js

/**
 * The isolation of a server in words, from what was read back from the engine; empty when nothing was.
 *
 * What the engine did not say is left out, never taken for good.
 */
function hardeningOf(isolation) {
    return isolation === null ? [] : readers.flatMap((read) => read(isolation) ?? []);
}
const readers = [
    ({ user }) => {
        const isRoot = user === "" || /^(?:root|0+)(?::|$)/.test(String(user));
        return typeof user === "string" ? fact("user", isRoot ? "root" : user, isRoot) : undefined;
    },
    ({ capDrop, capAdd, privileged }) => {
        const kept = (textsIn(capAdd) ?? []).map((name) => name.replace(/^CAP_/, ""));
        const dropped = textsIn(capDrop);
        if (privileged === true) {
            return fact("capabilities", "all, privileged", true);
        }
        if (dropped !== undefined && !dropped.includes("ALL")) {
            return fact("capabilities", "those of the engine", true);
        }
        return dropped && fact("capabilities", listed(kept), kept.length > 0);
    },
    ({ securityOpt }) => {
        const options = textsIn(securityOpt);
        const kept = options?.some((option) => /^no-new-privileges(?:[:=]true)?$/.test(option));
        return options && fact("new privileges", kept ? "never" : "by set-user-id programs", !kept);
    },
    ({ securityOpt }) => {
        const all = textsIn(securityOpt)?.some((option) => /^seccomp[:=]unconfined$/.test(option));
        return all === undefined
            ? undefined
            : fact("system calls", all ? "all" : "the engine's list", all);
    },
    ({ readOnlyRootfs }) => typeof readOnlyRootfs === "boolean"
        ? fact("root file system", readOnlyRootfs ? "read-only" : "writable", !readOnlyRootfs)
        : undefined,
    ({ hostNamespaces }) => {
        const shared = textsIn(hostNamespaces);
        return shared && fact("host namespaces", listed(shared), shared.length > 0);
    },
    ({ devices }) => {
        const seen = textsIn(devices);
        return seen && fact("devices", listed(seen), seen.length > 0);
    },
    ({ mounts }) => {
        const host = bindsIn(mounts)?.filter(({ target }) => !isOurs(target));
        const shown = host?.map(({ target, readOnly }) => `${target} ${readOnly ? "read-only" : "writable"}`);
        return shown && fact("files of the host", listed(shown), false);
    },
    ({ mounts }) => {
        const files = bindsIn(mounts)?.filter(({ target }) => target.startsWith(secretsFolder)) ?? [];
        return files.length === 0
            ? undefined
            : fact("secrets as files", listed(files.map(({ target }) => target)), false);
    },
    ({ network }) => (network === "none" ? fact("network", "none", false) : undefined),
    ({ memoryBytes, swapBytes }) => memoryFact(numberIn(memoryBytes), numberIn(swapBytes)),
    ({ cpus }) => limit("cores", numberIn(cpus)),
    ({ pids }) => limit("processes", numberIn(pids)),
    ({ ioWeight, ioRead, ioWrite }) => {
        const shown = [
            ...rate("reads", numberIn(ioRead)),
            ...rate("writes", numberIn(ioWrite)),
            ...(numberIn(ioWeight) ? [`share ${numberIn(ioWeight)}`] : []),
        ];
        return shown.length === 0 ? undefined : fact("disk", shown.join(", "), false);
    },
    ({ notApplied }) => {
        const missing = textsIn(notApplied) ?? [];
        return missing.length === 0
            ? undefined
            : fact("limits that the engine did not apply", missing.map(limitName).join(", "), true);
    },
];
function fact(what, value, relaxed) {
    return { what, value, relaxed };
}
function limit(what, value) {
    return value === undefined
        ? undefined
        : fact(what, value > 0 ? String(value) : "no limit", value <= 0);
}
function rate(what, perSecond = 0) {
    return perSecond > 0 ? [`${what} ${(0,build_text/* bytes */.ee)(perSecond)}/s`] : [];
}
function memoryFact(memory = -1, swap = 0) {
    if (memory < 0) {
        return undefined;
    }
    const beside = swap < 0 ? "swap without limit" : `swap ${(0,build_text/* bytes */.ee)(swap)}`;
    const value = `${memory === 0 ? "no limit" : (0,build_text/* bytes */.ee)(memory)}, ${swap === 0 ? "no swap" : beside}`;
    return fact("memory", value, memory === 0 || swap !== 0);
}
const limitNames = {
    cpus: "cores",
    memoryBytes: "memory",
    swapBytes: "swap",
    pids: "processes",
    ioWeight: "share of the disks",
    ioRead: "reads from the disk",
    ioWrite: "writes to the disk",
};
function limitName(name) {
    return limitNames[name] ?? name;
}
function listed(names) {
    return names.length === 0 ? "none" : names.join(", ");
}
function textsIn(value) {
    return Array.isArray(value) && value.every((item) => typeof item === "string")
        ? value
        : undefined;
}
function numberIn(value) {
    return typeof value === "number" ? value : undefined;
}
const secretsFolder = "/run/secrets/";
/** Made by us for this server: its hosts file and its secrets. */
function isOurs(target) {
    return target === "/etc/hosts" || target.startsWith(secretsFolder);
}
function bindsIn(mounts) {
    return Array.isArray(mounts)
        ? mounts.filter(isMount).filter(({ kind }) => kind === "bind")
        : undefined;
}
function isMount(value) {
    return (typeof value === "object" &&
        value !== null &&
        "kind" in value &&
        "target" in value &&
        typeof value.target === "string");
}

;// CONCATENATED MODULE: ./build/report/server-summary.js

const maxPoints = 120;
/** What a server did and what it cost, from all its samples. */
function summariseServer(server, reader, steps, findings, { contextCost, egress, throttledMs, }) {
    const { isolation, bases, ...row } = server;
    const applied = parseObject(isolation);
    const own = steps.filter((step) => step.server === server.name && step.outcome !== "skipped");
    return {
        ...row,
        isolation: applied,
        hardening: hardeningOf(applied),
        bases: basesIn(bases),
        steps: own.length,
        p95Ms: percentile(own.filter((step) => step.outcome !== "broken").map((step) => step.durationMs), 0.95),
        ...summariseSamples(reader.samples(server.name)),
        logLines: reader.count("log", server.name),
        wireMessages: reader.count("wire", server.name),
        findings,
        contextCost,
        egress,
        throttledMs,
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
/** Our own writer made it; a record that was touched has no bases. */
function basesIn(json) {
    const { value } = parseObject(json === null ? null : `{"value":${json}}`) ?? {};
    return Array.isArray(value)
        ? value.filter(isMap).map(({ reference, id, digest }) => ({
            reference: String(reference),
            id: String(id),
            digest: typeof digest === "string" ? digest : null,
        }))
        : [];
}
function isMap(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
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
    const egress = egressAttempts(reader);
    const throttled = throttledMs(reader);
    const containers = reader.servers().map((server) => summariseServer(server, reader, steps, findings.filter((finding) => finding.server === server.name).length, {
        contextCost: costs.get(server.name) ?? null,
        egress: egress.get(server.name) ?? [],
        throttledMs: throttled.get(server.name) ?? null,
    }));
    const servers = containers.filter(({ role }) => role === "server");
    const services = containers.filter(({ role }) => role === "service");
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
        services,
        mocks: mockRequests(reader),
        scenarios,
        findings,
        parity: parities(reader),
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
        return (0,build_text/* forHtml */.B2)(String(part));
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
        .map((tool) => html `<tr><td>${tool.name}</td><td class="num word">${tool.tokens}</td><td class="num word">${(0,build_text/* bytes */.ee)(tool.bytes)}</td><td><svg class="cost" viewBox="0 0 ${width} 8" preserveAspectRatio="none" aria-hidden="true"><rect width="${Math.round((tool.tokens / most) * width)}" height="8"/></svg></td></tr>`);
    const left = tools.length - rows.length;
    const more = left > 0 ? html `<p class="dim">and ${(0,build_text/* plural */.LS)(left, "cheaper tool")}</p>` : nothing;
    return html `<div class="card view" data-f data-server="${server}"><b>${server}</b> <span class="dim">${(0,build_text/* plural */.LS)(tools.length, "tool")}, about ${(0,build_text/* plural */.LS)(tokens, "token")}, ${(0,build_text/* bytes */.ee)(size)}</span>
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
    paused: "ready",
    stopping: "stop",
};
const phaseNames = { build: "building", start: "starting", ready: "ready", stop: "stopping" };
/** The run on one time axis: what each server was doing, and when each scenario's steps ran. */
function gantt(report) {
    const scale = scaleOf(report);
    const rows = [
        ...report.servers.map((server) => ({
            label: html `<a class="label" href="#server-${(0,build_text/* forFileName */.zr)(server.name)}" title="${server.name}">${server.name}</a>`,
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
        const next = server.transitions[index + 1]?.atMs ?? scale.startMs + scale.spanMs;
        const end = Math.max(atMs, next);
        const phase = phases[state];
        return phase === undefined
            ? []
            : [bar(scale, atMs, end, phase, `${server.name} ${state}, ${(0,build_text/* duration */.p0)(end - atMs)}`)];
    });
}
function scenarioBars(scenario, scale) {
    return scenario.steps
        .filter(({ outcome }) => outcome !== "skipped")
        .slice(0, 500)
        .map((step) => {
        const title = `${stepName(step)}: ${step.outcome}, ${(0,build_text/* duration */.p0)(step.durationMs)}`;
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
    return [0, 0.25, 0.5, 0.75, 1].map((share) => html `<span>${share === 0 ? "0" : (0,build_text/* duration */.p0)(spanMs * share)}</span>`);
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
    const took = scenario.durationMs === null ? "" : (0,build_text/* duration */.p0)(scenario.durationMs);
    const own = scenario.steps.length === 0 ? html ` data-f` : nothing;
    return html `<details class="card scenario" id="scenario-${id}" data-g data-s="${outcome}" data-server="${scenario.servers.join(",")}"${own}${open}>
<summary>${symbol(outcome)}<span>${scenarioName(scenario)}</span>${tags(scenario)}<span class="end">${(0,build_text/* plural */.LS)(scenario.steps.length, "step")} · ${scenario.servers.join(", ")} · ${took}</span></summary>
${scenario.reason === null ? nothing : html `<p>${wording_cut(scenario.reason, 2_000)}</p>`}
${steps.map((step) => stepPart(report, step, budget))}
${left === 0 ? nothing : html `<p>${(0,build_text/* plural */.LS)(left, "step")} more in report.json</p>`}</details>`;
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
<summary>${symbol(step.outcome)}<code>${wording_cut(stepName(step), 300)}</code>${step.note === null ? nothing : html `<span class="pill broken">${wording_cut(step.note, 200)}</span>`}<span class="end">${step.server} · ${(0,build_text/* duration */.p0)(step.durationMs)}</span></summary>
<div class="body">${step.reason === null ? nothing : html `<div class="why">${wording_cut(step.reason, 4_000)}</div>`}
${verdictTable(step)}${evidence(step)}${value("Arguments", step.argumentsJson, budget)}${value(`Result, ${(0,build_text/* bytes */.ee)(step.resultBytes)}`, step.resultJson, budget)}
<div class="dim">${[place, step.faultCode, step.blame === null ? null : `blame: ${step.blame}`].filter((part) => part !== null).join(" · ")}</div></div></details>`;
}
function verdictTable(step) {
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

;// CONCATENATED MODULE: ./build/report/origin.js
/** What a server was really started from, each fact a name and a value; only what is known. */
function originOf(server) {
    const { packageVersion, packages, image, imageId, bases } = server;
    const facts = [
        ["version installed", packageVersion],
        ["packages", packages === null ? null : String(packages)],
        ["image", image],
        ["image id", imageId],
        ...bases.map(({ reference, id, digest }) => [`base ${reference}`, digest === null ? id : `${digest} (id ${id})`]),
    ];
    return facts.filter((fact) => fact[1] !== null);
}

;// CONCATENATED MODULE: ./build/report/phases.js
/** What the last start that came to be ready was made of, in order; empty when none did. */
function startPhases({ transitions, createMs, }) {
    // A server is also ready again after a pause or when it has become healthy.
    const readyAt = transitions.findLastIndex(({ state }, at) => state === "ready" && transitions[at - 1]?.state === "starting");
    const before = transitions.slice(0, readyAt + 1);
    const atMs = (name) => before.findLast(({ state }) => state === name)?.atMs;
    const span = (from, to) => (atMs(to) ?? Number.NaN) - (atMs(from) ?? Number.NaN);
    const container = span("creating", "starting");
    const create = createMs ?? Number.NaN;
    return [
        { name: "image", ms: span("building", "creating") },
        // Before the call to create comes the wait for a free place among the starts.
        { name: "create", ms: create <= container ? create : Number.NaN },
        { name: "attach and start", ms: create <= container ? container - create : container },
        { name: "first answer", ms: span("starting", "ready") },
    ].filter(({ ms }) => ms >= 0);
}

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
    const limitText = limit === null ? "no limit" : `limit ${(0,build_text/* bytes */.ee)(limit)}`;
    const highest = Math.max(...cpu);
    return html `<figure class="chart memory"><figcaption><span>Memory</span><span><b>${(0,build_text/* bytes */.ee)(peak)}</b> peak, ${limitText}</span></figcaption>
${plot(series, memory, top, limitInSight ? limit : null, `Memory of ${server.name}: peak ${(0,build_text/* bytes */.ee)(peak)}`)}</figure>
<figure class="chart cpu"><figcaption><span>CPU</span><span><b>${(0,build_text/* duration */.p0)(server.cpuMs)}</b> used, at most ${(0,build_text/* oneDecimal */.EQ)(highest)} % of a core</span></figcaption>
${plot(series, cpu, Math.max(highest, 1), null, `CPU of ${server.name}: at most ${(0,build_text/* oneDecimal */.EQ)(highest)} %`)}</figure>
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
        .map((point) => html `<tr><td class="num">${(0,build_text/* duration */.p0)(point.atMs - start)}</td><td class="num">${(0,build_text/* bytes */.ee)(point.memoryBytes)}</td><td class="num">${(0,build_text/* oneDecimal */.EQ)(point.cpuPercent)} %</td></tr>`);
    return html `<details><summary>As a table</summary><div class="scroll"><table><thead><tr><th class="num">after</th><th class="num">memory</th><th class="num">CPU</th></tr></thead><tbody>${rows}</tbody></table></div></details>`;
}
function rounded(value) {
    return String(Math.round(value * 10) / 10);
}

;// CONCATENATED MODULE: ./build/report/html/server-card.js







/** One card per server and service: what it is, what it cost, how it was isolated. */
function serverCards(report) {
    return html `${cards(report, "Servers", report.servers)}${cards(report, "Services", report.services)}${mocks(report)}`;
}
function cards(report, title, all) {
    return all.length === 0
        ? nothing
        : html `<section data-g><h2 id="${title.toLowerCase()}">${title}<small>${all.length}</small></h2><div class="servers">
${all.map((server) => server_card_card(report, server))}</div></section>`;
}
function mocks(report) {
    const row = (cells) => html `<tr>${cells.map((cell) => html `<td>${cell}</td>`)}</tr>`;
    const rows = mockRows(report).map(row);
    return rows.length === 0
        ? nothing
        : html `<section data-g><h2 id="mocks">What mocks were asked<small>${rows.length}</small></h2><div class="card wide"><table><thead><tr>${mockHead.map((name) => html `<th>${name}</th>`)}</tr></thead><tbody>${rows}</tbody></table></div></section>`;
}
function server_card_card(report, server) {
    const id = (0,build_text/* forFileName */.zr)(server.name);
    const facts = [
        ["ready in", optional(server.readyMs, build_text/* duration */.p0)],
        ["steps", String(server.steps)],
        ["p95", optional(server.p95Ms, build_text/* duration */.p0)],
        ["peak memory", optional(server.peakMemoryBytes, build_text/* bytes */.ee)],
        ["CPU time", server.samples === 0 ? null : (0,build_text/* duration */.p0)(server.cpuMs)],
        ["throttled", optional(server.throttledMs, build_text/* duration */.p0)],
        ["network", network(server)],
    ];
    return html `<article class="card server" id="server-${id}" data-f data-server="${server.name}" data-s="${conditionOf(server)}">
<h3>${server.name}<span class="pill ${tone(server)}">${conditionOf(server)}</span></h3>
<div class="what">${whatItIs(report, server)}</div>
${server.reason === null || conditionOf(server) === "ready" ? nothing : html `<p class="why">${server.reason}</p>`}
<dl class="facts">${facts.map(([name, value]) => html `<div><dt>${name}</dt><dd>${value ?? "–"}</dd></div>`)}</dl>
${charts(server)}${egress(server)}${origin(server)}${hardening(server)}${isolation(server)}
<details><summary>Life</summary>${life(report, server)}</details>
<p class="dim"><a href="#log-${id}">${(0,build_text/* plural */.LS)(server.logLines, "log line")}</a>${server.role === "service" ? nothing : html ` · <a href="#wire-${id}">${(0,build_text/* plural */.LS)(server.wireMessages, "message")}</a>`}${server.findings === 0 ? nothing : html ` · <a href="#findings">${(0,build_text/* plural */.LS)(server.findings, "finding")}</a>`}</p></article>`;
}
function network({ rxBytes, txBytes }) {
    return rxBytes + txBytes === 0 ? "none" : `↓ ${(0,build_text/* bytes */.ee)(rxBytes)} ↑ ${(0,build_text/* bytes */.ee)(txBytes)}`;
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
        server.packageVersion === null ? "" : `version ${server.packageVersion} installed`,
        placeOf(report.run, server) ?? "",
    ];
    return facts.filter((fact) => fact !== "").join(" · ");
}
function origin(server) {
    const facts = originOf(server);
    const rows = facts.map(([name, value]) => html `<tr><td>${name}</td><td class="mono">${value}</td></tr>`);
    return facts.length === 0
        ? nothing
        : html `<details><summary>What it was started from</summary><table><tbody>${rows}</tbody></table></details>`;
}
function egress(server) {
    const rows = server.egress.map(({ target, outcome, reason, attempts }) => html `<tr><td class="mono">${target}</td><td>${outcome}</td><td>${reason ?? ""}</td><td class="num word">${attempts}</td></tr>`);
    return rows.length === 0
        ? nothing
        : html `<details><summary>What it tried to reach</summary><table><thead><tr><th>place</th><th>outcome</th><th></th><th class="num">attempts</th></tr></thead><tbody>${rows}</tbody></table></details>`;
}
function hardening({ hardening: facts }) {
    const relaxed = facts.filter((fact) => fact.relaxed).length;
    const rows = facts.map(({ what, value, relaxed: weaker }) => html `<tr><td>${what}</td><td>${value}</td><td>${weaker ? "relaxed" : ""}</td></tr>`);
    return facts.length === 0
        ? nothing
        : html `<details><summary>Isolation${relaxed === 0 ? "" : `, ${relaxed} relaxed`}</summary><table><tbody>${rows}</tbody></table></details>`;
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
    const rows = server.transitions.map(({ atMs, state, reason }) => html `<tr><td class="num word">${(0,build_text/* duration */.p0)(Math.max(0, atMs - report.run.startedAtMs))}</td><td class="word">${state}</td><td>${reason}</td></tr>`);
    const exit = server.exitCode === null ? "" : `exit code ${server.exitCode}`;
    const killed = server.oomKilled === true ? ", killed for memory" : "";
    return html `<table><tbody>${rows}</tbody></table>${start(server)}<p class="dim">stdout ${(0,build_text/* bytes */.ee)(server.stdoutBytes)}, stderr ${(0,build_text/* bytes */.ee)(server.stderrBytes)}${server.droppedLines === 0 ? "" : `, ${(0,build_text/* plural */.LS)(server.droppedLines, "line")} dropped`} · ${exit}${killed}</p>`;
}
function start(server) {
    const phases = startPhases(server).map(({ name, ms }) => `${name} ${(0,build_text/* duration */.p0)(ms)}`);
    return phases.length === 0 ? nothing : html `<p class="dim">Its start: ${phases.join(" · ")}</p>`;
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
    const all = containersOf(report);
    if (all.length === 0) {
        return nothing;
    }
    const parts = all.map((server) => {
        const id = (0,build_text/* forFileName */.zr)(server.name);
        const tail = { server: server.name, tail: lastLines };
        const logs = [...reader.logs(tail)].map((row) => logLine(report, server, row));
        const wire = [...reader.wire(tail)].map((row) => wireLine(report, server, row));
        const log = view(`log-${id}`, `${server.name}: log`, fit(logs, budget), server.logLines, "line", `logs/${id}.ndjson`);
        return server.role === "service"
            ? log
            : html `${log}
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
        ? (0,build_text/* plural */.LS)(total, noun)
        : `last ${lines.length} of ${(0,build_text/* plural */.LS)(total, noun)}, all in ${file}`;
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
            totals.findings.error === 0 ? "" : (0,build_text/* plural */.LS)(totals.findings.error, "error"),
        ],
        ["duration", (0,build_text/* duration */.p0)(run.durationMs), ""],
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
    const text = (0,build_text/* forXml */.Z0)(wording_cut(body, longestText));
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
                : `<system-out>${(0,build_text/* forXml */.Z0)(`${type}: ${wording_cut(message, longestText)}`)}</system-out>`;
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
    return ` ${name}="${(0,build_text/* forXml */.Z0)(wording_cut(String(value), longestText))}"`;
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
    return section((0,build_text/* plural */.LS)(rows.length, "unsteady step"), ["step", "server", "attempts"], rows);
}
/** Where a scenario goes differently over two protocols. */
function parityTable(report) {
    const rows = report.parity.flatMap(({ scenario, protocols, differences }) => differences.map(({ position, what, first, second }) => [
        `${wording_cut(scenario, 100)} · ${position + 1}`,
        what,
        `${protocols[0] ?? ""}: ${wording_cut(first, 300)}`,
        `${protocols[1] ?? ""}: ${wording_cut(second, 300)}`,
    ]));
    return section((0,build_text/* plural */.LS)(rows.length, "difference between protocols", "differences between protocols"), ["step", "differs in", "one", "other"], rows);
}
/** What the tools of each server take of a model's context. */
function contextTable(report) {
    const rows = report.servers.flatMap(({ name, contextCost }) => {
        if (contextCost === null) {
            return [];
        }
        const { tools, tokens } = contextCost;
        const top = tools.slice(0, 5).map((tool) => `${wording_cut(tool.name, 60)} ${tool.tokens}`);
        return [[name, String(tools.length), `≈ ${tokens}`, (0,build_text/* bytes */.ee)(contextCost.bytes), top.join(", ")]];
    });
    return section("What tools take of a context", ["server", "tools", "tokens", "bytes", "dearest"], rows);
}
/** What servers tried to reach outside, and what became of it. */
function egressTable(report) {
    const rows = containersOf(report).flatMap(({ name, egress }) => egress.map(({ target, outcome, reason, attempts }) => [
        name,
        wording_cut(target, 200),
        reason === null ? outcome : `${outcome}: ${wording_cut(reason, 200)}`,
        String(attempts),
    ]));
    return section("What servers tried to reach", ["server", "place", "outcome", "attempts"], rows);
}
/** The containers beside the servers. */
function serviceTable(report) {
    return section("Services", serviceHead, serviceRows(report));
}
/** What mocks were asked, and what they answered. */
function mockTable(report) {
    return section("What mocks were asked", mockHead, mockRows(report));
}
/** What is weaker of a server's isolation than it need be. */
function relaxedTable(report) {
    const rows = containersOf(report).flatMap(({ name, hardening }) => hardening
        .filter(({ relaxed }) => relaxed)
        .map(({ what, value }) => [wording_cut(name, 100), what, wording_cut(value, 200)]));
    return section("Isolation that was relaxed", ["server", "what", "now"], rows);
}
/** How each server was isolated, a column for each thing. */
function hardeningTable(report) {
    const servers = containersOf(report).filter(({ hardening }) => hardening.length > 0);
    const whats = [...new Set(servers.flatMap(({ hardening }) => hardening.map(({ what }) => what)))];
    const rows = servers.map(({ name, hardening }) => [
        wording_cut(name, 100),
        ...whats.map((what) => {
            const found = hardening.find((fact) => fact.what === what);
            return found === undefined ? "–" : wording_cut(found.value, 200);
        }),
    ]);
    return table(["server", ...whats], rows);
}
function section(title, head, rows) {
    return rows.length === 0 ? [] : [`#### ${title}`, ...table(head, rows)];
}
function table(head, rows) {
    if (rows.length === 0) {
        return [];
    }
    const line = (cells) => `| ${cells.map(build_text/* forMarkdown */.Bm).join(" | ")} |`;
    const more = rows.length > summary_tables_mostRows ? [line([`and ${rows.length - summary_tables_mostRows} more`])] : [];
    return [
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
        ...report.notes.map((note) => `> ${(0,build_text/* forMarkdown */.Bm)(note)}`),
        ...serverTable(report, level),
        ...(level.failures > 5 ? serviceTable(report) : []),
        ...failureBlocks(report, level.failures, level.details),
        ...(level.failures > 5 ? unsteadyTable(report) : []),
        ...findingSection(report, level.findings),
        ...(level.failures > 5 ? parityTable(report) : []),
        ...relaxedTable(report),
        ...(level.details
            ? [...egressTable(report), ...mockTable(report), ...contextTable(report)]
            : []),
        ...(level.details ? [...slowestSteps(report), ...summary_isolation(report), ...versions(report)] : []),
    ];
}
function heading(report) {
    return `### ${symbolOf(report.run.outcome)} ${(0,build_text/* forMarkdown */.Bm)(report.verdict)}`;
}
function faultSection({ run }) {
    if (run.fault === null) {
        return [];
    }
    const { title, message, hint, code } = run.fault;
    return [
        `**${title}** (${(0,build_text/* forMarkdown */.Bm)(code)})`,
        (0,build_text/* fencedCode */.Vl)(wording_cut(message, 8_000)),
        (0,build_text/* forMarkdown */.Bm)(hint),
    ];
}
function serverTable(report, level) {
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
        `**${(0,build_text/* forMarkdown */.Bm)(wording_cut(server.name, 100))}**`,
        (0,build_text/* forMarkdown */.Bm)(`${condition}${wording_cut(reason, 200)}`),
        summary_optional(server.readyMs, build_text/* duration */.p0),
        String(server.steps),
        summary_optional(server.p95Ms, build_text/* duration */.p0),
        memory === null
            ? "–"
            : `${(0,build_text/* bytes */.ee)(memory)} ${(0,build_text/* sparkline */.KM)(server.series.map((at) => at.memoryBytes))}`,
        server.samples === 0 ? "–" : (0,build_text/* duration */.p0)(server.cpuMs),
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
        .map(({ severity, server, code, message, reference }) => `- ${severitySymbol[severity]} **${(0,build_text/* forMarkdown */.Bm)(server)}** ${(0,build_text/* forMarkdown */.Bm)(wording_cut(message, 500))} (${(0,build_text/* forMarkdown */.Bm)(code)}${referenceText(reference)})`);
    const more = ranked.length > limit ? [`- and ${ranked.length - limit} more`] : [];
    return [`#### ${(0,build_text/* plural */.LS)(ranked.length, "finding")}`, [...lines, ...more].join("\n")];
}
/** Only addresses of the specification become links; they come from our own table. */
function referenceText(reference) {
    const link = specificationLink(reference);
    if (link !== null) {
        return `, [specification](${link})`;
    }
    return reference === null ? "" : `, ${(0,build_text/* forMarkdown */.Bm)(wording_cut(reference, 200))}`;
}
function slowestSteps(report) {
    const steps = report.scenarios
        .flatMap((scenario) => scenario.steps.map((step) => ({ scenario, step })))
        .filter(({ step }) => step.outcome !== "skipped")
        .toSorted((a, b) => b.step.durationMs - a.step.durationMs)
        .slice(0, 5)
        .map(({ scenario, step }) => [
        "",
        (0,build_text/* duration */.p0)(step.durationMs),
        (0,build_text/* forMarkdown */.Bm)(wording_cut(`${scenarioName(scenario)} › ${stepName(step)}`, 200)),
        (0,build_text/* forMarkdown */.Bm)(wording_cut(step.server, 100)),
        (0,build_text/* forMarkdown */.Bm)(placeOf(report.run, step) ?? "–"),
        "",
    ]
        .join(" | ")
        .trim());
    return steps.length === 0
        ? []
        : details("Slowest steps", ["| took | step | server | place |\n| --: | :-- | :-- | :-- |", ...steps].join("\n"));
}
function summary_isolation(report) {
    const table = hardeningTable(report);
    return table.length === 0 ? [] : details("Isolation", table.join("\n"));
}
function versions(report) {
    const { engine } = report.run;
    const lines = [
        `- docker-mcp-manager ${(0,build_text/* forMarkdown */.Bm)(report.product.version)}`,
        ...(engine.version === null
            ? []
            : [
                `- ${(0,build_text/* forMarkdown */.Bm)(engine.name ?? "Docker Engine")} ${(0,build_text/* forMarkdown */.Bm)(engine.version)}, API ${(0,build_text/* forMarkdown */.Bm)(engine.apiVersion ?? "–")}`,
            ]),
        ...report.servers.slice(0, 50).map((server) => {
            const itself = [server.serverName, server.serverVersion].filter((part) => part !== null);
            const facts = [
                itself.join(" "),
                server.revision === null ? "" : `MCP ${server.revision} over ${server.transport}`,
                ...originOf(server).map(([name, value]) => (name === "image" ? value : `${name} ${value}`)),
            ];
            return `- **${(0,build_text/* forMarkdown */.Bm)(wording_cut(server.name, 100))}**: ${(0,build_text/* forMarkdown */.Bm)(facts
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
        : `Full report: ${(0,build_text/* forMarkdown */.Bm)(fullReport)}`;
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
        beside("Services", serviceHead, serviceRows(report)),
        relaxed(report),
        terminal_egress(report),
        beside("What mocks were asked", mockHead, mockRows(report)),
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
    return rows.length === 0 ? "" : `${(0,build_text/* plural */.LS)(rows.length, "unsteady step")}\n${(0,build_text/* table */.tp)(rows)}`;
}
function parity(report) {
    const rows = report.parity.flatMap(({ scenario, protocols, differences }) => differences.map(({ position, what, first, second }) => [
        `  ${terminal_safe(scenario)}`,
        `step ${position + 1}`,
        terminal_safe(what),
        `${terminal_safe(protocols[0] ?? "")}: ${terminal_safe(first)}`,
        `${terminal_safe(protocols[1] ?? "")}: ${terminal_safe(second)}`,
    ]));
    return rows.length === 0 ? "" : `${(0,build_text/* plural */.LS)(rows.length, "difference")} in parity\n${(0,build_text/* table */.tp)(rows)}`;
}
function terminal_egress(report) {
    const rows = containersOf(report).flatMap(({ name, egress: places }) => places.map(({ target, outcome, attempts }) => [
        `  ${terminal_safe(name)}`,
        terminal_safe(target),
        terminal_safe(outcome),
        (0,build_text/* plural */.LS)(attempts, "attempt"),
    ]));
    return rows.length === 0 ? "" : `What servers tried to reach\n${(0,build_text/* table */.tp)(rows, { right: [3] })}`;
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
                (0,build_text/* plural */.LS)(tools.length, "tool"),
                `≈ ${(0,build_text/* plural */.LS)(tokens, "token")}`,
                (0,build_text/* bytes */.ee)(contextCost.bytes),
                terminal_safe(top.join(", ")),
            ],
        ];
    });
    return rows.length === 0
        ? ""
        : `What tools take of a context\n${(0,build_text/* table */.tp)(rows, { right: [1, 2, 3] })}`;
}
/** A relaxed isolation is never silent. */
function relaxed(report) {
    const rows = containersOf(report).flatMap(({ name, hardening }) => hardening
        .filter((fact) => fact.relaxed)
        .map(({ what, value }) => [`  ${terminal_safe(name)}`, terminal_safe(what), terminal_safe(value)]));
    return rows.length === 0 ? "" : `Isolation that was relaxed\n${(0,build_text/* table */.tp)(rows)}`;
}
function beside(title, head, rows) {
    const shown = rows.map(([first = "", ...rest]) => [`  ${terminal_safe(first)}`, ...rest.map(terminal_safe)]);
    const heads = head.map((name, nth) => `${nth === 0 ? "  " : ""}${name.toUpperCase()}`);
    return rows.length === 0 ? "" : `${title}\n${(0,build_text/* table */.tp)([heads, ...shown])}`;
}
function terminal_findings(report) {
    const rows = report.findings.map((finding) => [
        `  ${{ error: "✗", warning: "⚠", info: "i" }[finding.severity]}`,
        terminal_safe(finding.server),
        terminal_safe(finding.code),
        terminal_safe(finding.message),
        terminal_safe(finding.reference ?? ""),
    ]);
    return rows.length === 0 ? "" : `${(0,build_text/* plural */.LS)(rows.length, "finding")}\n${(0,build_text/* table */.tp)(rows)}`;
}
function servers(report) {
    if (report.servers.length === 0) {
        return "";
    }
    // Where nobody knows of any version, there is no column for it.
    const known = report.servers.some(({ packageVersion }) => packageVersion !== null);
    const rows = report.servers.map((server) => [
        terminal_safe(server.name),
        ...(known ? [terminal_safe(server.packageVersion ?? "–")] : []),
        server.state,
        server.readyMs === null ? "–" : (0,build_text/* duration */.p0)(server.readyMs),
        String(server.steps),
        server.p95Ms === null ? "–" : (0,build_text/* duration */.p0)(server.p95Ms),
        server.peakMemoryBytes === null ? "–" : (0,build_text/* bytes */.ee)(server.peakMemoryBytes),
        `${Math.round(server.cpuMs)} ms`,
        terminal_safe(server.revision ?? "–"),
    ]);
    const numbers = ["READY IN", "STEPS", "P95", "PEAK MEMORY", "CPU"];
    const head = ["SERVER", ...(known ? ["VERSION"] : []), "STATE", ...numbers, "REVISION"];
    return (0,build_text/* table */.tp)([head, ...rows], { right: numbers.map((name) => head.indexOf(name)) });
}
function terminal_safe(text) {
    return (0,build_text/* forTerminalLine */.SV)(text.length > terminal_longestValue ? `${text.slice(0, terminal_longestValue)}…` : text);
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
;// CONCATENATED MODULE: ./build/report/write.js









const chunkCharacters = 256 * 1024;
/**
 * Writes the report's files into `directory`, each whole or not at all; resolves to their paths relative to it. Rejects
 * RECORD_UNWRITABLE.
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
    for (const { name, role } of containersOf(report)) {
        const base = (0,build_text/* forFileName */.zr)(name);
        await write(`logs/${base}.ndjson`, ndjson(reader.logs({ server: name })));
        if (role === "server") {
            await write(`wire/${base}.ndjson`, ndjson(reader.wire({ server: name })));
        }
        await write(`metrics/${base}.csv`, metricsCsv(reader, name));
    }
    for (const { server, data } of reader.events("sbom")) {
        await write(`sbom/${(0,build_text/* forFileName */.zr)(server ?? "")}.cdx.json`, [data]);
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
    const name = (0,build_text/* forCsv */.mk)(server);
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
    const temporary = `${path}.part`;
    try {
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
        await (0,promises_.rm)(temporary, { force: true });
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
        throw unwritable(path, error);
    }
}
/** What the disk or its permissions refuse is no fault of ours; all else is. */
function unwritable(path, error) {
    return error instanceof Error && "errno" in error
        ? new build_fault/* Fault */.vC("RECORD_UNWRITABLE", `${path} could not be written: ${error.message}`, {
            cause: error,
        })
        : error;
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









// EXTERNAL MODULE: ./build/action/run-state.js
var run_state = __webpack_require__(17742);
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
    const recordFile = (0,external_node_path_.join)((0,run_state/* reportDirOf */.z0)(stateDir ?? ""), "run.db");
    if (stateDir === undefined || !(0,external_node_fs_.existsSync)(recordFile)) {
        return countsOf(none);
    }
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const reader = __addDisposableResource(env_1, (0,record/* readRecord */.aE)(recordFile), false);
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
    const places = fault.problems.map(({ file, line, column, message, hint }) => `- ${(0,build_text/* forMarkdown */.Bm)(`${file}:${line}:${column}`)}: ${(0,build_text/* forMarkdown */.Bm)(message)}${hint === undefined ? "" : ` ${(0,build_text/* forMarkdown */.Bm)(hint)}`}`);
    return [
        `### ❌ ${build_fault/* codes */.F4[fault.code].title}`,
        "",
        ...(places.length > 0 ? places : [(0,build_text/* fencedCode */.Vl)(fault.message)]),
        "",
        (0,build_text/* forMarkdown */.Bm)(fault.hint),
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
    const wanted = (0,build_text/* forFileName */.zr)(readable ? name : raw.toString("latin1"));
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
    const { DefaultArtifactClient } = await Promise.all(/* import() */[__webpack_require__.e(955), __webpack_require__.e(830), __webpack_require__.e(838), __webpack_require__.e(271), __webpack_require__.e(118), __webpack_require__.e(888)]).then(__webpack_require__.bind(__webpack_require__, 37888));
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

// EXTERNAL MODULE: ./build/action/launch.js
var launch = __webpack_require__(83496);
// EXTERNAL MODULE: ./build/api/tools.js + 6 modules
var api_tools = __webpack_require__(23471);
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

/** What an init process says, and ends with, when it could not run the command. */
const inits = [
    // Docker's; not executable, not found.
    { codes: [126, 127], says: /^\[FATAL tini \(\d+\)\] exec (?<command>.+) failed: (?<reason>.+)$/ },
    // Podman's does not say which.
    { codes: [1], says: /^ERROR \(catatonit:\d+\): failed to exec pid1: (?<reason>.+)$/ },
];
/**
 * SERVER_COMMAND_NOT_FOUND when the container ended because its command could not be run; else undefined.
 *
 * `foreignPlatform` is what the image runs on, when that is not the engine's own platform.
 *
 * With an init process the engine starts every container happily; that there was no such program is then only said
 * by init, on stderr: `[FATAL tini (7)] exec nope failed: No such file or directory`.
 */
function commandFault(server, exit, stderr, foreignPlatform) {
    const { command, reason } = lastWords(exit, stderr) ?? {};
    if (reason === undefined) {
        return undefined;
    }
    const program = command === undefined ? "its command" : `"${command}"`;
    if (foreignPlatform !== undefined) {
        // The kernel's "exec format error" may come out as another: init then tries the program as a shell script.
        return new Fault("SERVER_COMMAND_NOT_FOUND", `Start server "${server}": the image is for ${foreignPlatform}, which the engine's host neither is nor emulates, so ${program} cannot be run (${reason})`, {
            hint: "Use an image for the engine's own platform, or set up emulation (binfmt) on its host.",
        });
    }
    return new Fault("SERVER_COMMAND_NOT_FOUND", command === undefined
        ? `Start server "${server}": the image has no program for its command that can be run (${reason})`
        : `Start server "${server}": the image has no program "${command}" that can be run (${reason})`);
}
function lastWords({ exitCode }, stderr) {
    const says = inits.find(({ codes }) => codes.includes(exitCode))?.says;
    return stderr
        .map((line) => says?.exec(line.trimEnd())?.groups)
        .find((groups) => groups !== undefined);
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
/** What an object is for; `image` reads an image and never runs. */
const roles = (/* unused pure expression or super */ null && (["server", "network", "relay", "service", "volume", "image"]));
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
        roles.some((each) => each === role) &&
        !Number.isNaN(expiresAtMs);
    return valid ? { runId, owner, expiresAtMs } : undefined;
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
;// CONCATENATED MODULE: ./build/controller/launch-reaper.js


const handedOn = (/* unused pure expression or super */ null && ([
    "DOCKER_HOST",
    "DOCKER_TLS_VERIFY",
    "DOCKER_CERT_PATH",
    "DOCKER_CONTEXT",
    "DOCKER_CONFIG",
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

// EXTERNAL MODULE: external "node:dns/promises"
var external_node_dns_promises_ = __webpack_require__(71553);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:tls"
var external_node_tls_ = __webpack_require__(41692);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./build/controller/network/address-rule.js

/** Never reached, whatever is written: what lies there answers everybody on the machine, credentials of clouds too. */
const never = new external_node_net_.BlockList();
never.addSubnet("169.254.0.0", 16);
never.addSubnet("fe80::", 10, "ipv6");
never.addAddress("fd00:ec2::254", "ipv6");
never.addAddress("100.100.100.200");
never.addSubnet("0.0.0.0", 8);
never.addAddress("::", "ipv6");
never.addSubnet("224.0.0.0", 3);
never.addSubnet("ff00::", 8, "ipv6");
/** Reached only where the address itself is written: whoever owns a name decides what address it has. */
const inner = new external_node_net_.BlockList();
inner.addSubnet("127.0.0.0", 8);
inner.addAddress("::1", "ipv6");
inner.addSubnet("10.0.0.0", 8);
inner.addSubnet("172.16.0.0", 12);
inner.addSubnet("192.168.0.0", 16);
inner.addSubnet("100.64.0.0", 10);
inner.addSubnet("192.0.0.0", 24);
inner.addSubnet("198.18.0.0", 15);
inner.addSubnet("fc00::", 7, "ipv6");
inner.addSubnet("fec0::", 10, "ipv6");
// Forms of IPv6 that carry an IPv4 address in them.
inner.addSubnet("::", 96, "ipv6");
inner.addSubnet("64:ff9b::", 96, "ipv6");
inner.addSubnet("64:ff9b:1::", 48, "ipv6");
inner.addSubnet("2002::", 16, "ipv6");
inner.addSubnet("2001::", 32, "ipv6");
/** Why an address must not be reached, in words that follow it; undefined when it may. `written`: the rule names it. */
function address_rule_refusedAddress(address, written) {
    const kind = isIP(address) === 6 ? "ipv6" : "ipv4";
    if (never.check(address, kind)) {
        return "is link-local (the place of the metadata services of clouds), multicast or unspecified, and never reached";
    }
    return !written && inner.check(address, kind)
        ? "is loopback or private, and reached only when the address itself is written"
        : undefined;
}

;// CONCATENATED MODULE: ./build/controller/network/egress.js

/** `host:port`, as it is written in a run file. */
function egress_targetText({ host, port }) {
    return `${isIP(host) === 6 ? `[${host}]` : host}:${port}`;
}
/** For reports; rules as they are written. */
function egress_egressText(egress) {
    if (egress === "full") {
        return "full: an open network, of which nothing is seen here";
    }
    if (egress === "none") {
        return egress;
    }
    return egress.map(ruleText).join(", ");
}
function ruleText({ host, port }) {
    return port === null ? host : egress_targetText({ host, port });
}
const webPorts = (/* unused pure expression or super */ null && ([80, 443]));
/** The rule that lets a target be reached; undefined: none does. */
function egress_ruleFor(rules, host, port) {
    return rules.find((rule) => (rule.port === null ? webPorts.includes(port) : rule.port === port) && fits(rule.host, host));
}
function fits(rule, host) {
    // A star stands for at least one label: *.example.com is not example.com itself.
    return rule.startsWith("*.")
        ? host.length > rule.length - 1 && host.endsWith(rule.slice(1))
        : host === rule;
}

;// CONCATENATED MODULE: ./build/controller/network/decide.js



/** An IPv6 address can be written in many ways. */
function oneSpelling(host) {
    return host !== undefined && isIP(host) === 6
        ? URL.parse(`http://[${host}]`)?.hostname.slice(1, -1)
        : host;
}
/** Of a name in the DNS. */
const longestName = 253;
/** `host:port` as requests have it; undefined when it is none. */
function decide_targetOf(written, defaultPort) {
    const [, bracketed, bare, digits] = /^(?:\[([0-9a-fA-F:.]+)\]|([^:[\]/\s@]+))(?::(\d{1,5}))?$/.exec(written) ?? [];
    const host = oneSpelling((bracketed ?? bare)?.toLowerCase().replace(/\.$/, ""));
    const port = digits === undefined ? defaultPort : Number(digits);
    return host === undefined ||
        host === "" ||
        host.length > longestName ||
        port === undefined ||
        port < 1 ||
        port > 65_535
        ? undefined
        : { host, port };
}
/**
 * Whether a server may reach a target, and at which addresses; names are resolved here, so that what was checked is what
 * is connected to. `isProxied`: a proxy of this host leads there, and resolves what is no name on this host.
 */
async function decide_decide(egress, target, resolve, isProxied = false) {
    const { host, port } = target;
    const rules = typeof egress === "string" ? [] : egress;
    const rule = ruleFor(rules, host, port);
    if (rule === undefined) {
        const reason = rules.length === 0 ? "its egress is none" : "it is not on the list of its egress";
        return { allowed: false, kind: "denied", reason };
    }
    const found = isIP(host) === 0 ? await resolved(host, resolve) : [{ address: host, family: 0 }];
    if (typeof found === "string") {
        if (isProxied) {
            return { allowed: true, addresses: [] };
        }
        return { allowed: false, kind: "unreachable", reason: found };
    }
    const written = isIP(rule.host) !== 0;
    const judged = found.map((one) => ({ one, why: refusedAddress(one.address, written) }));
    const addresses = judged.filter(({ why }) => why === undefined).map(({ one }) => one);
    const [first] = judged;
    if (addresses.length > 0 || first === undefined) {
        return { allowed: true, addresses };
    }
    const of = first.one.address === host ? "" : `${host} is the address ${first.one.address}, which `;
    return { allowed: false, kind: "denied", reason: `${of}${first.why}` };
}
async function resolved(host, resolve) {
    try {
        const found = await resolve(host);
        return found.length === 0 ? `the name ${host} has no address` : found;
    }
    catch (error) {
        const code = error instanceof Error && "code" in error ? ` (${String(error.code)})` : "";
        return `the name ${host} does not resolve${code}`;
    }
}

// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(44708);
;// CONCATENATED MODULE: ./build/controller/network/proxy-answers.js


/** Meant for the proxy alone, or for this one connection. */
const hopByHop = new Set([
    "connection",
    "keep-alive",
    "proxy-authorization",
    "proxy-connection",
    "te",
    "trailer",
    "transfer-encoding",
    "upgrade",
]);
/** Only what was checked is connected to. */
function proxy_answers_lookupOf({ addresses }) {
    const all = addresses.map(({ address }) => ({ address, family: isIP(address) }));
    return (_host, options, callback) => {
        const [first] = all;
        if (options.all === true || first === undefined) {
            callback(null, all);
        }
        else {
            callback(null, first.address, first.family);
        }
    };
}
/** Headers for the other side: without those that are for this connection alone. */
function proxy_answers_passedOn(message) {
    const named = new Set((message.headers.connection ?? "").split(",").map((name) => name.trim().toLowerCase()));
    const kept = Object.entries(message.headers).filter(([name, value]) => value !== undefined && !hopByHop.has(name) && !named.has(name));
    return Object.fromEntries(kept);
}
function proxy_answers_refusalText(target, { reason }) {
    return `docker-mcp-manager: ${targetText(target)} was not reached: ${reason}`;
}
function proxy_answers_plain(response, status, text) {
    response.writeHead(status, { "content-type": "text/plain", connection: "close" });
    response.end(`${text}\n`);
}
/** A whole answer for a connection that is no HTTP message any more. */
function proxy_answers_refusal(status, text) {
    const words = { 400: "Bad Request", 403: "Forbidden" }[status] ?? "Bad Gateway";
    const body = `${text}\n`;
    return [
        `HTTP/1.1 ${status} ${words}`,
        "Content-Type: text/plain",
        `Content-Length: ${Buffer.byteLength(body)}`,
        "Connection: close",
        "",
        body,
    ].join("\r\n");
}

;// CONCATENATED MODULE: ./build/controller/network/outside/host-proxy.js

/** The proxy of this host by which a target is reached; undefined: without one. Throws when a variable names none that could be. */
function host_proxy_hostProxyFor(settings, target, kind) {
    // The lower case wins, as it does for curl.
    const name = `${kind}_proxy`;
    const written = settings[name] || settings[name.toUpperCase()];
    if (!written || isExempt(settings["no_proxy"] || settings["NO_PROXY"] || "", target)) {
        return undefined;
    }
    const url = URL.parse(written.includes("://") ? written : `http://${written}`);
    if (url === null || !/^https?:$/.test(url.protocol)) {
        // Not the value itself: it may hold a password.
        throw new Error(`${name.toUpperCase()} of this host names no http:// or https:// proxy, and no other kind is spoken`);
    }
    return url;
}
/** What a proxy asks of who uses it. */
function host_proxy_proxyAuthorization({ username, password }) {
    if (username === "" && password === "") {
        return {};
    }
    const user = `${decodeURIComponent(username)}:${decodeURIComponent(password)}`;
    return { "proxy-authorization": `Basic ${Buffer.from(user).toString("base64")}` };
}
/** Whether a list as NO_PROXY holds it names the target: `*`, names with all below them, addresses, ranges, each with a port if wanted. */
function isExempt(list, { host, port }) {
    return list
        .toLowerCase()
        .split(/[\s,]+/)
        .filter((entry) => entry !== "")
        .some((entry) => {
        if (entry === "*" || isInRange(entry, host)) {
            return true;
        }
        const [, bracketed, bare, digits] = /^(?:\[([^\]]+)\]|([^:]+|.*:.*:.*?))(?::(\d+))?$/.exec(entry) ?? [];
        const name = (bracketed ?? bare ?? "").replace(/^\*?\./, "");
        const isSame = host === name || (isIP(host) === 0 && host.endsWith(`.${name}`));
        return name !== "" && isSame && (digits === undefined || Number(digits) === port);
    });
}
function isInRange(entry, host) {
    const [, network = "", length] = /^(.+)\/(\d{1,3})$/.exec(entry) ?? [];
    const kind = isIP(network);
    if (kind === 0 || isIP(host) !== kind || Number(length) > (kind === 6 ? 128 : 32)) {
        return false;
    }
    const family = kind === 6 ? "ipv6" : "ipv4";
    const range = new BlockList();
    range.addSubnet(network, Number(length), family);
    return range.check(host, family);
}

;// CONCATENATED MODULE: ./build/controller/network/outside/dial.js






/** How long a connection to outside may take to stand; one that stands may be silent for as long as it likes. */
const dial_defaultConnectMs = 15_000;
/**
 * A connection to an allowed target, at one of the addresses that were checked, or through a proxy of this host, which is
 * told the name. Rejects within `connectMs`.
 */
function dial_dialOutside(target, allowed, proxy, signal, connectMs = dial_defaultConnectMs) {
    const limits = { connectMs, signal };
    return proxy === undefined ? direct(target, allowed, limits) : through(proxy, target, limits);
}
function direct(target, allowed, limits) {
    return new Promise((resolve, reject) => {
        const lookup = lookupOf(allowed);
        const { connectMs, signal } = limits;
        const socket = connect({ ...target, lookup, timeout: connectMs, signal });
        socket.once("timeout", () => socket.destroy(dial_tooLate(connectMs)));
        socket.once("error", reject);
        socket.once("connect", () => {
            socket.removeAllListeners("timeout").setTimeout(0);
            socket.off("error", reject);
            resolve(socket);
        });
    });
}
function through(proxy, target, limits) {
    const text = targetText(target);
    const { connectMs, signal } = limits;
    return new Promise((resolve, reject) => {
        const asking = dial_requestTo(proxy, {
            method: "CONNECT",
            path: text,
            headers: { host: text, ...proxyAuthorization(proxy) },
            timeout: connectMs,
            signal,
        });
        asking.once("timeout", () => asking.destroy(dial_tooLate(connectMs)));
        asking.once("error", reject);
        asking.once("response", (answer) => {
            answer.destroy();
            reject(new Error(`it answered ${answer.statusCode}`));
        });
        asking.once("connect", (answer, socket, head) => {
            socket.setTimeout(0);
            if (answer.statusCode !== 200) {
                socket.destroy();
                reject(new Error(`it answered ${answer.statusCode}`));
                return;
            }
            if (head.length > 0) {
                socket.unshift(head);
            }
            resolve(socket);
        });
        asking.end();
    });
}
/** A request to a proxy itself, over a connection of its own. */
function dial_requestTo(proxy, options) {
    const { request } = proxy.protocol === "https:" ? https : http;
    const { hostname, port, protocol } = proxy;
    const host = hostname.replace(/^\[|\]$/g, "");
    return request({
        ...options,
        host,
        port: port || (protocol === "https:" ? 443 : 80),
        agent: false,
    });
}
/** Says that it was the proxy, without its password. */
function dial_ofProxy(proxy, error) {
    return new Error(`through this host's proxy ${proxy.host}: ${error.message}`, { cause: error });
}
function dial_tooLate(connectMs) {
    return new Error(`no answer within ${connectMs / 1000} s`);
}

;// CONCATENATED MODULE: ./build/controller/network/outside/way.js





/** Whether and how a server with such an egress reaches a target. */
async function way_wayTo(egress, target, kind, { hostProxies, resolve }) {
    let proxy;
    let unusable;
    try {
        proxy = hostProxyFor(hostProxies, target, kind);
    }
    catch (error) {
        unusable = error instanceof Error ? error.message : String(error);
    }
    const isProxied = proxy !== undefined || unusable !== undefined;
    const decision = await decide(egress, target, resolve, isProxied);
    if (!decision.allowed) {
        return decision;
    }
    return unusable === undefined
        ? { allowed: decision, proxy }
        : { allowed: false, kind: "unreachable", reason: unusable };
}
/** A plain HTTP request, passed on to its target; it emits `connect` of its socket within `connectMs`, or an error. */
function way_passOn(incoming, url, { host, port }, { proxy, allowed }, connectMs) {
    const { method } = incoming;
    const headers = { ...passedOn(incoming), host: url.host };
    const path = `${url.pathname}${url.search}`;
    const timeout = connectMs;
    const outgoing = proxy === undefined
        ? request({
            host,
            port,
            lookup: lookupOf(allowed),
            method,
            path,
            headers,
            timeout,
            agent: false,
        })
        : requestTo(proxy, {
            method,
            path: `http://${url.host}${path}`,
            headers: { ...headers, ...proxyAuthorization(proxy) },
            timeout,
        });
    outgoing.once("timeout", () => outgoing.destroy(tooLate(connectMs)));
    outgoing.once("socket", (socket) => socket.once("connect", () => outgoing.setTimeout(0)));
    return outgoing;
}
/** What went wrong on a way, in words. */
function way_failureOf({ proxy }, error) {
    return (proxy === undefined ? error : ofProxy(proxy, error)).message;
}

;// CONCATENATED MODULE: ./build/controller/network/outside/ask.js







const answerMs = 30_000;
const mostBytes = (/* unused pure expression or super */ null && (4 * 2 ** 20));
/**
 * One request of ours to the outside, over a connection of its own and by the rules that hold for servers: only to
 * `url`'s own host, and to a loopback or private address only where it is written. Rejects within 45 s.
 */
async function askOutside(url, { method, headers, body }, hostProxies) {
    const isSecure = url.protocol === "https:";
    const target = targetOf(url.host, isSecure ? 443 : 80);
    if (target === undefined) {
        throw new Error(`${url.host} is no host`);
    }
    const resolve = (host) => lookup(host, { all: true });
    const deps = { resolve, hostProxies };
    // Asked as for a tunnel: a proxy of this host then knows nothing of what is in it.
    const way = await wayTo([target], target, "https", deps);
    if ("kind" in way) {
        throw new Error(`${targetText(target)}: ${way.reason}`);
    }
    const signal = AbortSignal.timeout(answerMs);
    const socket = await dialOutside(target, way.allowed, way.proxy, signal);
    const line = isSecure ? connectTls({ socket, servername: target.host }) : socket;
    try {
        return await exchanged(line, url, { method, headers, body }, signal);
    }
    finally {
        line.destroy();
        socket.destroy();
    }
}
function exchanged(line, url, { method, headers, body }, signal) {
    return new Promise((resolve, reject) => {
        const asking = httpRequest({
            method,
            path: `${url.pathname}${url.search}`,
            headers: { ...headers, host: url.host, "content-length": String(body.length) },
            createConnection: () => line,
            signal,
        });
        asking.once("error", reject);
        line.once("error", reject);
        asking.once("response", (answer) => {
            const chunks = [];
            let bytes = 0;
            answer.on("data", (chunk) => {
                bytes += chunk.length;
                chunks.push(chunk);
                if (bytes > mostBytes) {
                    answer.destroy(new Error(`its answer is larger than ${mostBytes} bytes`));
                }
            });
            answer.once("error", reject);
            answer.once("end", () => resolve({
                status: answer.statusCode ?? 502,
                type: answer.headers["content-type"],
                body: Buffer.concat(chunks),
            }));
        });
        asking.end(body);
    });
}

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
;// CONCATENATED MODULE: ./build/controller/network/forward-proxy.js







/**
 * An HTTP proxy for connections that come from a closed network: CONNECT for any protocol, and plain HTTP requests.
 *
 * Each target is decided by what the server may reach, connected to from here, and told to its `onAttempt`; what is
 * refused gets 403, what cannot be reached 502, both with the reason.
 */
function forward_proxy_createForwardProxy(deps) {
    const members = new WeakMap();
    const server = createServer();
    const { connectMs = defaultConnectMs } = deps;
    /** Gives undefined when it is not allowed, which is told and answered then. */
    async function judged(stream, target, kind, answer) {
        const member = await members.get(stream);
        const tell = (outcome, reason) => member?.onAttempt({ target: targetText(target), outcome, reason });
        function refuse(decision) {
            tell(decision.kind === "denied" ? "denied" : "failed", decision.reason);
            answer(decision.kind === "denied" ? 403 : 502, refusalText(target, decision));
        }
        if (member === undefined) {
            const reason = "the sender is no server of this run";
            return refuse({ allowed: false, kind: "denied", reason });
        }
        const way = await wayTo(member.egress, target, kind, deps);
        return "kind" in way ? refuse(way) : { ...way, tell };
    }
    server.on("connect", (incoming, stream, head) => {
        void tunnel(incoming.url ?? "", stream, head);
    });
    server.on("request", (incoming, response) => {
        void forward(incoming, response);
    });
    server.on("clientError", (_error, stream) => {
        if (stream.writable) {
            stream.end("HTTP/1.1 400 Bad Request\r\nConnection: close\r\n\r\n");
        }
    });
    async function tunnel(written, stream, head) {
        const target = targetOf(written);
        if (target === undefined) {
            stream.end(refusal(400, `CONNECT needs host:port, not ${JSON.stringify(written)}`));
            return;
        }
        const way = await judged(stream, target, "https", (status, text) => stream.end(refusal(status, text)));
        if (way === undefined) {
            return;
        }
        const left = new AbortController();
        const leave = () => left.abort();
        stream.once("close", leave);
        const outer = await dialOutside(target, way.allowed, way.proxy, left.signal, connectMs).catch((error) => failureOf(way, error));
        if (typeof outer === "string") {
            way.tell("failed", outer);
            stream.end(refusal(502, `${targetText(target)}: ${outer}`));
            return;
        }
        stream.off("close", leave);
        way.tell("allowed", null);
        stream.write("HTTP/1.1 200 Connection established\r\n\r\n");
        if (head.length > 0) {
            outer.write(head);
        }
        pipeline(stream, outer, stream, () => {
            stream.destroy();
            outer.destroy();
        });
    }
    async function forward(incoming, response) {
        const url = URL.parse(incoming.url ?? "");
        const target = url?.protocol === "http:" ? targetOf(url.host, 80) : undefined;
        if (url === null || target === undefined) {
            plain(response, 400, "this is a proxy: it takes CONNECT, and requests for http:// addresses");
            return;
        }
        const way = await judged(incoming.socket, target, "http", (status, text) => plain(response, status, text));
        if (way === undefined) {
            return;
        }
        const outgoing = passOn(incoming, url, target, way, connectMs);
        outgoing.once("socket", (socket) => socket.once("connect", () => way.tell("allowed", null)));
        outgoing.once("response", (answer) => {
            const headers = passedOn(answer);
            response.writeHead(answer.statusCode ?? 502, headers);
            pipeline(answer, response, () => undefined);
        });
        outgoing.once("error", (error) => {
            if (response.headersSent) {
                response.destroy();
            }
            else {
                const reason = failureOf(way, error);
                way.tell("failed", reason);
                plain(response, 502, `${targetText(target)}: ${reason}`);
            }
        });
        response.once("close", () => outgoing.destroy());
        pipeline(incoming, outgoing, () => undefined);
    }
    return (stream, from) => {
        members.set(stream, deps.identify(from.replace(/^::ffff:/i, "")).catch(() => undefined));
        // Also after it was handed over for a tunnel: an error that nobody hears ends the process.
        stream.on("error", () => undefined);
        server.emit("connection", stream);
    };
}

;// CONCATENATED MODULE: ./build/controller/network/relay/frames.js
/** What a frame says of its stream. `cut` may carry why: a code of the system such as ECONNREFUSED. */
const frames_kinds = { open: 0, data: 1, end: 2, cut: 3, hold: 4, go: 5 };
const headBytes = 9;
/** A relay of ours never sends more at once: sockets are read in pieces of 64 KiB. */
const frames_mostBytes = (/* unused pure expression or super */ null && (2 ** 20));
/** One frame: stream id (4 bytes), kind (1), length (4), payload; big-endian. */
function frames_frame(id, kind, payload = new Uint8Array()) {
    const head = Buffer.alloc(headBytes);
    head.writeUInt32BE(id, 0);
    head.writeUInt8(kind, 4);
    head.writeUInt32BE(payload.length, 5);
    return Buffer.concat([head, payload]);
}
/** Cuts what arrives, in pieces of any size, into frames. The function throws on what cannot be one. */
function frames_createFrameReader(onFrame) {
    let pieces = [];
    let bytes = 0;
    let wanted = headBytes;
    return (chunk) => {
        pieces.push(Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length));
        bytes += chunk.length;
        while (bytes >= wanted) {
            const [only] = pieces;
            const all = pieces.length === 1 && only ? only : Buffer.concat(pieces);
            pieces = [all];
            const length = all.readUInt32BE(5);
            if (length > frames_mostBytes) {
                throw new Error(`a frame of ${length} bytes came from the relay`);
            }
            wanted = headBytes + length;
            if (bytes < wanted) {
                return;
            }
            onFrame({
                id: all.readUInt32BE(0),
                kind: all.readUInt8(4),
                payload: all.subarray(headBytes, wanted),
            });
            pieces = [all.subarray(wanted)];
            bytes -= wanted;
            wanted = headBytes;
        }
    };
}

;// CONCATENATED MODULE: ./build/controller/network/relay/relay-stream.js


/**
 * One connection through the relay, with what node:http asks of a socket.
 *
 * `hold` from the other side keeps its writes waiting until `go`; it sends the same while nobody reads it. A first `go`
 * says that the connection stands: the event `reached`.
 */
class relay_stream_RelayStream extends external_node_stream_.Duplex {
    #ends;
    #isCut = false;
    #isHeld = false;
    #holds = false;
    #waiting;
    #idleMs = 0;
    #idle;
    constructor(ends) {
        super({ allowHalfOpen: true });
        this.#ends = ends;
    }
    /** A frame for it. */
    receive(kind, payload) {
        this.#touch();
        if (kind === frames_kinds.data) {
            if (!this.push(payload) && !this.#holds) {
                this.#holds = true;
                void this.#tell(frames_kinds.hold);
            }
        }
        else if (kind === frames_kinds.end) {
            this.push(null);
        }
        else if (kind === frames_kinds.cut) {
            this.#cut(Buffer.from(payload).toString());
        }
        else if (kind === frames_kinds.hold) {
            this.#isHeld = true;
        }
        else if (kind === frames_kinds.go) {
            this.#isHeld = false;
            this.#goOn();
            this.emit("reached");
        }
    }
    /** The way to the other end is gone. */
    lost(error) {
        this.#isCut = true;
        this.#goOn();
        this.destroy(error);
    }
    /** Emits `timeout` when nothing has come or gone for so long; 0 switches that off. */
    setTimeout(ms, listener) {
        this.#idleMs = ms;
        if (listener !== undefined) {
            this.once("timeout", listener);
        }
        this.#touch();
        return this;
    }
    // What a socket has besides: nothing of it can be set from here, and the streams hold no process up.
    setNoDelay() {
        return this;
    }
    setKeepAlive() {
        return this;
    }
    ref() {
        return this;
    }
    unref() {
        return this;
    }
    _read() {
        if (this.#holds) {
            this.#holds = false;
            void this.#tell(frames_kinds.go);
        }
    }
    _write(chunk, _encoding, done) {
        this.#touch();
        const write = () => {
            if (this.#isCut) {
                done(Object.assign(new Error("write EPIPE"), { code: "EPIPE" }));
            }
            else {
                void finish(this.#ends.send(frames_kinds.data, chunk), done);
            }
        };
        if (this.#isHeld && !this.#isCut) {
            this.#waiting = write;
        }
        else {
            write();
        }
    }
    _final(done) {
        void finish(this.#tell(frames_kinds.end), done);
    }
    _destroy(error, done) {
        clearTimeout(this.#idle);
        this.#ends.gone();
        void this.#tell(frames_kinds.cut);
        this.#isCut = true;
        done(error);
    }
    #cut(code) {
        this.#isCut = true;
        this.#ends.gone();
        this.#goOn();
        if (code !== "") {
            this.destroy(Object.assign(new Error(`the relay says ${code}`), { code }));
        }
        else if (this.readableEnded) {
            this.destroy();
        }
        else {
            // What has come is still read.
            this.once("end", () => this.destroy());
            this.push(null);
        }
    }
    #goOn() {
        const waiting = this.#waiting;
        this.#waiting = undefined;
        waiting?.();
    }
    #touch() {
        clearTimeout(this.#idle);
        if (this.#idleMs > 0 && !this.destroyed) {
            this.#idle = setTimeout(() => this.emit("timeout"), this.#idleMs);
            this.#idle.unref();
        }
    }
    #tell(kind) {
        return this.#isCut ? Promise.resolve() : this.#ends.send(kind).catch(() => undefined);
    }
}
async function finish(work, done) {
    let failure = null;
    try {
        await work;
    }
    catch (error) {
        failure = error;
    }
    done(failure);
}

;// CONCATENATED MODULE: ./build/controller/network/relay/streams.js


/**
 * Takes over the attachment: its stdout is frames from here on. `onConnection` gets what members open at the relay's
 * proxy port, with their address; `whyEnded` is asked what connections fail of that were open when it ended.
 */
function streams_createRelayStreams(attachment, onConnection, whyEnded = async () => streams_relayEnded()) {
    const streams = new Map();
    const ready = Promise.withResolvers();
    ready.promise.catch(() => undefined);
    let ended = false;
    /** Ours are even, those of the relay odd. */
    let nextId = 2;
    const send = (id, kind, payload) => attachment.write(frame(id, kind, payload));
    function adopt(id) {
        const stream = new RelayStream({
            send: (kind, payload) => send(id, kind, payload),
            gone: () => streams.delete(id),
        });
        streams.set(id, stream);
        return stream;
    }
    const read = createFrameReader(({ id, kind, payload }) => {
        if (id === 0) {
            ready.resolve();
        }
        else if (kind === kinds.open) {
            onConnection(adopt(id), Buffer.from(payload).toString());
        }
        else {
            streams.get(id)?.receive(kind, payload);
        }
    });
    attachment.onStdout((chunk) => {
        try {
            read(chunk);
        }
        catch {
            // Not frames: whatever it is, it is no relay any more.
            attachment.destroy();
        }
    });
    async function lose() {
        ended = true;
        ready.reject(streams_relayEnded());
        if (streams.size > 0) {
            const lost = await whyEnded();
            for (const stream of streams.values()) {
                stream.lost(lost);
            }
        }
    }
    void attachment.ended.then(lose);
    return {
        ready: ready.promise,
        connect(host, port) {
            const id = nextId;
            nextId += 2;
            const stream = adopt(id);
            if (ended) {
                process.nextTick(() => stream.lost(streams_relayEnded()));
                return stream;
            }
            send(id, kinds.open, Buffer.from(`${host}:${port}`)).catch((error) => stream.lost(error));
            return stream;
        },
    };
}
/** As a socket says it whose other end is gone. */
function streams_relayEnded() {
    return Object.assign(new Error("the relay of the network has ended"), { code: "ECONNRESET" });
}

;// CONCATENATED MODULE: ./build/controller/network/relay/start-relay.js




/** Where members find the proxy. No server can be called so: a server's name has no dot. */
const start_relay_relayAlias = "relay.internal";
const start_relay_proxyPort = 3128;
const readyMs = 20_000;
const shownStderr = 2_000;
/** Starts the relay of a network, hardened as servers are. What was made is removed when it does not come up. */
async function start_relay_startRelay(engine, options) {
    const id = await engine.createContainer({
        name: options.name,
        image: options.image,
        entrypoint: ["node", "-e", relayProgram(start_relay_proxyPort)],
        command: [],
        env: { HOME: "/tmp" },
        labels: options.labels,
        user: "65532:65532",
        mounts: [],
        tmpfs: {},
        network: options.network,
        aliases: [start_relay_relayAlias],
        innerNamesOnly: true,
        cpus: 1,
        memoryBytes: 128 * 2 ** 20,
        pids: 32,
        readOnlyRootfs: true,
    });
    let why;
    try {
        const attachment = await engine.attach(id);
        let stderr = "";
        const whyEnded = () => {
            why ??= start_relay_causeOf(engine, id, options.network);
            return why;
        };
        const streams = createRelayStreams(attachment, options.onConnection, whyEnded);
        attachment.onStderr((chunk) => {
            stderr = `${stderr}${Buffer.from(chunk).toString()}`.slice(-shownStderr);
        });
        await engine.start(id);
        await within(streams.ready, readyMs, () => new Error(`did not listen within ${readyMs} ms`)).catch((error) => {
            throw new Fault("ENGINE_ERROR", `Start the relay of network ${options.network}: it ${error.message}${stderr === "" ? "" : `; its stderr: ${stderr.trim()}`}`);
        });
        return { ...streams, ended: attachment.ended, whyEnded };
    }
    catch (error) {
        await engine.remove(id).catch(() => undefined);
        throw error;
    }
}
async function start_relay_causeOf(engine, id, network) {
    try {
        const state = await engine.inspect(id);
        const how = state === undefined
            ? "was removed from outside"
            : state.running
                ? "lost its connection to the manager"
                : state.oomKilled
                    ? "was killed for memory"
                    : `ended with exit code ${state.exitCode}`;
        return new Fault("RELAY_LOST", `The relay of network ${network} ${how}.`);
    }
    catch {
        // The engine itself is gone, which is told by what it ran.
        return relayEnded();
    }
}

;// CONCATENATED MODULE: ./build/controller/network/group.js





/** Relays that are started though nobody asks for them: one that always ends is not to be started for ever. */
const mostReplaced = 5;
/**
 * A closed network of a run, with its relay and the proxy that is behind it.
 *
 * The network and the relay are made when they are first needed, and the relay anew when it has ended.
 */
class group_NetworkGroup {
    /** What the network is called on the engine. */
    name;
    #engine;
    #ownership;
    #deps;
    #members = new Map();
    /** Container ids by address, as the engine last told. */
    #addresses = new Map();
    #network;
    #relay;
    #replaced = 0;
    #isOver = false;
    #take;
    constructor(group, engine, ownership, deps) {
        this.name = `docker-mcp-manager-${ownership.runId.slice(0, 12)}-group-${group}`;
        this.#engine = engine;
        this.#ownership = ownership;
        this.#deps = deps;
        this.#take = createForwardProxy({
            identify: (address) => this.#identify(address),
            resolve: (host) => lookup(host, { all: true }),
            hostProxies: deps.hostProxies,
        });
    }
    /** Resolves when members can be attached, reached and heard. Rejects as the engine does; the next call tries again. */
    async ready() {
        await this.#standing();
    }
    /** A connection to a member, over a new relay when the last one has ended. Rejects when there is no member any more. */
    async dial(host, port) {
        if (this.#members.size === 0) {
            throw Object.assign(new Error("nobody is left in the network"), { code: "EHOSTUNREACH" });
        }
        return (await this.#standing()).connect(host, port);
    }
    /** No relay is started any more; resolves when nothing is being made. */
    async end() {
        this.#isOver = true;
        await Promise.allSettled([this.#network, this.#relay]);
    }
    /** A container that will be on the network: its connections to outside are its server's. */
    join(containerId, member) {
        this.#members.set(containerId, member);
    }
    leave(containerId) {
        this.#members.delete(containerId);
        this.forgetAddresses();
    }
    /** Addresses were given anew. */
    forgetAddresses() {
        this.#addresses = new Map();
    }
    #standing() {
        if (this.#relay === undefined) {
            const relay = this.#start();
            this.#relay = relay;
            const gone = () => {
                if (this.#relay === relay) {
                    this.#relay = undefined;
                }
            };
            relay.then(async (up) => {
                await up.ended;
                gone();
                await this.#replace(up);
            }, gone);
        }
        return this.#relay;
    }
    /** Whoever only reaches out through it would never ask for a new one. */
    async #replace(ended) {
        if (this.#isOver || this.#members.size === 0) {
            return;
        }
        const why = await ended.whyEnded();
        const left = await this.#engine.networkMembers(this.name).catch(() => new Map());
        // Where its members went with it, everything is being removed, and nothing may be made any more.
        if (why instanceof Fault && [...this.#members.keys()].some((id) => left.has(id))) {
            const then = await this.#again();
            const what = `${why.message.replace(/\.$/, "")}; connections through it were cut, and ${then}`;
            for (const member of this.#members.values()) {
                member.onRelayEnd(what);
            }
        }
    }
    async #again() {
        this.#replaced += 1;
        if (this.#replaced > mostReplaced) {
            return `after ${mostReplaced} new ones it is only started again when a server is called`;
        }
        try {
            await this.#standing();
            return "a new one has taken its place";
        }
        catch (error) {
            return `a new one does not start: ${error instanceof Error ? error.message : String(error)}`;
        }
    }
    async #start() {
        if (this.#isOver) {
            throw new Fault("RELAY_LOST", `The network ${this.name} is being removed.`);
        }
        const [image] = await Promise.all([this.#deps.relayImage(), this.#made()]);
        return startRelay(this.#engine, {
            name: `${this.name}-relay-${crypto.randomUUID().slice(0, 8)}`,
            network: this.name,
            image,
            labels: objectLabels(this.#ownership, "relay"),
            onConnection: this.#take,
        });
    }
    #made() {
        this.#network ??= this.#engine
            .createNetwork(this.name, objectLabels(this.#ownership, "network"), {
            internal: true,
            closed: true,
        })
            .catch((error) => {
            this.#network = undefined;
            throw error;
        });
        return this.#network;
    }
    async #identify(address) {
        const known = this.#members.get(this.#addresses.get(address) ?? "");
        if (known !== undefined) {
            return known;
        }
        const members = await this.#engine.networkMembers(this.name);
        this.#addresses = new Map([...members].map(([id, at]) => [at, id]));
        return this.#members.get(this.#addresses.get(address) ?? "");
    }
}

;// CONCATENATED MODULE: ./build/controller/network/reach.js



/** Networks made or being made, by run: the engine's address pools end after about 30. */
const networks = new WeakMap();
/** The group of servers that speak HTTP or reach something and name none. */
const defaultGroup = "default";
/** The name of the group that a server is in; undefined: it needs none. */
function reach_groupOf({ group, egress, http, }) {
    const needed = http !== undefined || typeof egress !== "string";
    return group ?? (needed ? defaultGroup : undefined);
}
/** The networks a server needs, with the relay of its group, made when the first one needs them. The sweep of the run removes them. */
async function reach_reachFor(engine, ownership, plan, deps) {
    const ofRun = networksOf(engine, ownership);
    const name = reach_groupOf(plan);
    const group = name === undefined ? undefined : groupNamed(name, ofRun, engine, ownership, deps);
    const [open] = await Promise.all([
        plan.egress === "full" ? openNetwork(ofRun, engine, ownership) : undefined,
        group?.ready(),
    ]);
    return { group, open };
}
/** Makes the networks that servers will need, while their images are still being made; what fails is told when a server needs it. */
async function prepareNetworks(engine, ownership, plans, deps) {
    await Promise.allSettled(plans.map((plan) => reach_reachFor(engine, ownership, plan, deps)));
}
/** Ends the networks of a run; resolves when none is being made any more: what comes after a sweep would stay. */
async function settleNetworks(engine, runId) {
    const ofRun = networks.get(engine)?.get(runId);
    if (ofRun !== undefined) {
        const groups = [...ofRun.groups.values()].map((group) => group.end());
        await Promise.allSettled([ofRun.open, ...groups]);
    }
}
function networksOf(engine, { runId }) {
    const ofEngine = networks.get(engine) ?? new Map();
    networks.set(engine, ofEngine);
    const ofRun = ofEngine.get(runId) ?? { groups: new Map(), open: undefined };
    ofEngine.set(runId, ofRun);
    return ofRun;
}
function groupNamed(name, { groups }, engine, ownership, deps) {
    if (deps === undefined) {
        throw new Fault("INTERNAL", "A server needs a network, and nothing is there to make one.");
    }
    const group = groups.get(name) ?? new NetworkGroup(name, engine, ownership, deps);
    groups.set(name, group);
    return group;
}
/** Servers on it do not reach each other. */
function openNetwork(ofRun, engine, ownership) {
    const name = `docker-mcp-manager-${ownership.runId.slice(0, 12)}`;
    ofRun.open ??= engine
        .createNetwork(name, objectLabels(ownership, "network"), { internal: false, isolated: true })
        .then(() => name, (error) => {
        ofRun.open = undefined;
        throw error;
    });
    return ofRun.open;
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./build/controller/temp-folder.js




const temp_folder_pattern = /^docker-mcp-manager-([0-9a-f]{32})-([0-9a-f-]{36}(?:\.\d+){3})-\w{6}$/;
/**
 * Makes a folder of a run in the temporary folder, for this user only (0700).
 *
 * Its name says whose it is, so that whoever removes what a killed manager left on the engine removes this, too.
 */
function temp_folder_makeTempFolder({ runId, owner }, root = tmpdir()) {
    return mkdtempSync(join(root, `docker-mcp-manager-${runId}-${owner}-`));
}
const sharedMemory = "/dev/shm";
const tmpfsType = 0x01_02_19_94;
/** A folder that is in memory alone; where there is none, the temporary folder. */
function temp_folder_memoryRoot() {
    try {
        return statfsSync(sharedMemory).type === tmpfsType ? sharedMemory : tmpdir();
    }
    catch {
        return tmpdir();
    }
}
/** Removes those of our folders that `isMeant` says; what cannot be removed (another user's) stays. */
async function temp_folder_removeTempFolders(isMeant) {
    const roots = new Set([tmpdir(), temp_folder_memoryRoot()]);
    await Promise.all([...roots].map((root) => removeIn(root, isMeant)));
}
async function removeIn(root, isMeant) {
    const names = await readdir(root).catch(() => []);
    await Promise.allSettled(names.map(async (name) => {
        const [, runId, owner] = temp_folder_pattern.exec(name) ?? [];
        if (runId === undefined || owner === undefined) {
            return;
        }
        const path = join(root, name);
        // Not followed: in a folder that all may write, a link of our name may lead anywhere.
        const found = await lstat(path);
        if (found.isDirectory() && isMeant({ runId, owner, modifiedMs: found.mtimeMs })) {
            await rm(path, { recursive: true, force: true });
        }
    }));
}

;// CONCATENATED MODULE: ./build/controller/sweep.js




/** Containers hold networks and volumes; within a kind, all at once. */
const order = (/* unused pure expression or super */ null && (["container", "network", "volume"]));
/** What another boot's or machine's manager left in the temporary folder is kept so long: jobs end within it. */
const tempFolderLeaseMs = (/* unused pure expression or super */ null && (6 * 3_600_000));
const removing = (/* unused pure expression or super */ null && ([
    "of the run",
    "its manager is dead",
    "its lease has run out",
]));
/**
 * Removes by label, with no memory of any run: containers, then networks, then volumes, and our temporary folders.
 *
 * Touches only what carries all of our labels with values that we could have written. What cannot be removed is
 * counted as left and hinders nothing else; rejects only when the engine does not list.
 */
async function sweep_sweep(store, options) {
    const { objects, kept } = await findObjects(store, options);
    if (!options.dryRun) {
        await removeTempFolders((folder) => isMeant(folder, options));
    }
    if (options.dryRun || objects.length === 0) {
        return { removed: 0, left: objects.length, stuck: [], objects, kept };
    }
    const errors = new Map();
    for (const kind of order) {
        const ofKind = objects.filter((object) => object.kind === kind);
        await Promise.all(ofKind.map((object) => store
            .removeObject(object)
            .catch((error) => errors.set(keyOf(object), asFault(error).message))));
    }
    const stuck = (await findObjects(store, options)).objects.map((object) => ({
        ...object,
        error: errors.get(keyOf(object)) ?? "it is there again, or its removal is under way",
    }));
    const still = new Set(stuck.map(keyOf));
    const removed = objects.filter((object) => !still.has(keyOf(object))).length;
    return { removed, left: stuck.length, stuck, objects, kept };
}
function keyOf({ kind, id }) {
    return `${kind} ${id}`;
}
async function findObjects(store, options) {
    const { runId } = options;
    const listed = await store.listLabelled([
        runId === undefined ? labelKeys.run : `${labelKeys.run}=${runId}`,
    ]);
    const ours = listed.flatMap((object) => {
        const ownership = ownershipOf(object.labels);
        return ownership === undefined ? [] : [{ ...object, reason: sweep_reasonOf(ownership, options) }];
    });
    const isToGo = ({ reason }) => removing.includes(reason);
    return { objects: ours.filter(isToGo), kept: ours.filter((object) => !isToGo(object)) };
}
function sweep_reasonOf(ownership, { runId, stale }) {
    if (runId !== undefined && ownership.runId === runId) {
        return "of the run";
    }
    const state = ownerState(ownership.owner);
    if (state === "alive") {
        return "its manager runs";
    }
    if (runId !== undefined || stale === undefined) {
        return "its lease holds";
    }
    if (state === "dead") {
        return "its manager is dead";
    }
    return ownership.expiresAtMs <= stale.nowMs ? "its lease has run out" : "its lease holds";
}
function isMeant(folder, options) {
    const expiresAtMs = folder.modifiedMs + tempFolderLeaseMs;
    return removing.includes(sweep_reasonOf({ ...folder, expiresAtMs }, options));
}

;// CONCATENATED MODULE: ./build/controller/reap.js

const pauseMs = 300;
const wantedEmpty = 2;
/**
 * Removes everything of a run until two looks in a row, 300 ms apart, find nothing: what the engine was still
 * creating when the manager died turns up in between. Never rejects; `left` is what the last look found.
 */
async function reap_reap(store, runId, clock, signal) {
    let removed = 0;
    let left = 0;
    for (let empty = 0; empty < wantedEmpty && !signal.aborted;) {
        // An engine that does not answer now may answer again.
        const report = await sweep(store, { runId }).catch(() => undefined);
        removed += report?.removed ?? 0;
        left = report?.left ?? left;
        const nothing = report?.objects.length === 0;
        empty = nothing ? empty + 1 : 0;
        const allGone = report !== undefined && report.left === 0 && !nothing;
        if (!allGone && empty < wantedEmpty) {
            await clock.sleep(pauseMs, signal).catch(() => undefined);
        }
    }
    return { removed, left };
}

;// CONCATENATED MODULE: ./build/controller/secret-files.js




/** Where a server finds its secrets that come as files. */
const secret_files_secretsFolder = "/run/secrets";
/**
 * Runs `start` with the secrets as files that only this server sees: in the host's memory, never on its disk.
 *
 * The names are there until the container runs; then the mounts alone hold the content, which goes with the container.
 * Neither the engine's memory of the container nor its environment has a value. If we are killed in between, the sweep
 * of the run removes the files. Rejects ENGINE_UNSUPPORTED for an engine that does not see our files.
 */
async function secret_files_withSecretFiles(engine, ownership, { spec, server }, files = {}, start) {
    const entries = Object.entries(files);
    if (entries.length === 0) {
        return start(spec);
    }
    // Nobody but us may enter the folder; in the container the file alone is there, for whoever the server runs as.
    const folder = makeTempFolder(ownership, memoryRoot());
    try {
        const mounts = await Promise.all(entries.map(async ([name, value]) => {
            const source = join(folder, name);
            await writeFile(source, value, { flag: "wx", mode: 0o400 });
            await chmod(source, 0o444);
            return {
                kind: "bind",
                source,
                target: `${secret_files_secretsFolder}/${name}`,
                readOnly: true,
            };
        }));
        return await start({ ...spec, mounts: [...spec.mounts, ...mounts] });
    }
    catch (error) {
        if (error instanceof Fault &&
            error.code === "MOUNT_SOURCE_MISSING" &&
            error.message.includes(folder)) {
            throw new Fault("ENGINE_UNSUPPORTED", `Start server "${server}": its secrets are to be files, and the engine at ${engine.info.endpoint} does not see files of this machine`, { hint: "Hand them over as variables: `as: env`.", cause: error });
        }
        throw error;
    }
    finally {
        await rm(folder, { recursive: true, force: true });
    }
}

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
async function hosts_file_withHostsFile(engine, ownership, spec, start) {
    if (spec.network !== null || !isSlowByItself(engine)) {
        return start(spec);
    }
    const folder = makeTempFolder(ownership);
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
function isSlowByItself({ info }) {
    const minor = Number(info.apiVersion.split(".")[1]);
    return info.kind === "docker" && info.endpoint.startsWith("unix:") && minor < fastByItself;
}

;// CONCATENATED MODULE: ./build/controller/limits.js

const mib = (/* unused pure expression or super */ null && (2 ** 20));
/** A limit above what there is limits nothing, which engines say of cores and not of memory. Throws LIMIT_NOT_POSSIBLE. */
function limits_refuseBeyondHost({ server, limits }, { cpus, memoryBytes }) {
    if (cpus > 0 && limits.cpus > cpus) {
        const message = `Start server "${server}": its limit of ${limits.cpus} cores is more than the engine's host has, ${cpus}`;
        throw new Fault("LIMIT_NOT_POSSIBLE", message);
    }
    if (memoryBytes > 0 && limits.memoryBytes > memoryBytes) {
        const [wanted, there] = [limits.memoryBytes, memoryBytes].map((size) => Math.floor(size / mib));
        const message = `Start server "${server}": its limit of memory, ${wanted} MiB, is more than the engine's host has, ${there} MiB`;
        throw new Fault("LIMIT_NOT_POSSIBLE", message);
    }
}
/** An engine drops a limit that its kernel does not have, with a warning that nobody reads: said with the rest. */
function limits_withoutLimits({ limits }, isolation) {
    const wanted = {
        cpus: Math.round(limits.cpus * 1e9) / 1e9,
        memoryBytes: limits.memoryBytes,
        swapBytes: 0,
        pids: limits.pids,
        ioWeight: limits.ioWeight,
        ioRead: limits.ioRead,
        ioWrite: limits.ioWrite,
    };
    const missing = Object.entries(wanted)
        .filter(([name, value]) => value !== undefined && isolation[name] !== undefined && isolation[name] !== value)
        .map(([name]) => name);
    return { ...isolation, notApplied: missing };
}

;// CONCATENATED MODULE: ./build/controller/network/attached.js

/** What a container has of the networks that it is on. */
function attached_networkOf(engine, { server, http }, { group, open }, id) {
    const networks = [
        ...(group === undefined ? [] : [{ name: group.name, aliases: [server] }]),
        ...(open === undefined ? [] : [{ name: open, aliases: [] }]),
    ];
    function need(verb) {
        if (networks.length === 0) {
            throw new Fault("USAGE", `${verb} server "${server}": it has no network (egress: none), so there is nothing to cut`, { hint: "Use `stop` or `kill` to take a stdio server away, and `start` to bring it back." });
        }
    }
    return {
        hasNetwork: networks.length > 0,
        async address() {
            const state = http === undefined ? undefined : await engine.inspect(id);
            const host = group && state?.addresses[group.name];
            return host === undefined || http === undefined ? undefined : { host, port: http.port };
        },
        ...(group && { dial: (host, port) => group.dial(host, port) }),
        async connect() {
            need("Connect");
            for (const { name, aliases } of networks) {
                await engine.connectNetwork(name, id, aliases);
            }
            group?.forgetAddresses();
        },
        async disconnect() {
            need("Disconnect");
            await Promise.all(networks.map(({ name }) => engine.disconnectNetwork(name, id)));
            group?.forgetAddresses();
        },
    };
}
/** A connection to the port where the server speaks HTTP. */
async function attached_dialServer({ address, dial }) {
    const at = await address();
    if (at === undefined || dial === undefined) {
        throw new Error("it has no address");
    }
    return dial(at.host, at.port);
}

;// CONCATENATED MODULE: ./build/controller/network/published-port.js



const loopback = "127.0.0.1";
/**
 * Listens for a server that is still to be created. `wanted` 0 is a free port. Rejects with HOST_PORT_UNAVAILABLE.
 *
 * The engine publishes nothing: it could not for an internal network, and its machine may be another one.
 */
async function published_port_publishPort(name, wanted) {
    let dial;
    const open = new Set();
    const server = createServer({ allowHalfOpen: true }, (socket) => {
        open.add(socket);
        socket.on("error", () => undefined);
        socket.once("close", () => open.delete(socket));
        void published_port_join(socket, dial);
    });
    await new Promise((resolve, reject) => {
        server.once("error", (error) => reject(unavailable(name, wanted, error)));
        server.listen({ host: loopback, port: wanted, exclusive: true }, resolve);
    });
    const address = server.address();
    return {
        port: typeof address === "object" && address !== null ? address.port : wanted,
        lead(to) {
            dial = to;
        },
        close() {
            server.close();
            for (const socket of open) {
                socket.destroy();
            }
        },
    };
}
async function published_port_join(socket, dial) {
    try {
        const inner = await dial?.();
        if (inner === undefined) {
            socket.destroy();
            return;
        }
        pipeline(socket, inner, socket, () => {
            socket.destroy();
            inner.destroy();
        });
    }
    catch {
        socket.destroy();
    }
}
function unavailable(server, port, error) {
    const why = error.code === "EADDRINUSE"
        ? "is in use by another process"
        : error.code === "EACCES"
            ? "is only for processes with more rights"
            : `cannot be listened on (${error.message})`;
    return new Fault("HOST_PORT_UNAVAILABLE", `Publish server "${server}": port ${port} of ${loopback} ${why}.`, {
        cause: error,
    });
}

;// CONCATENATED MODULE: ./build/controller/run-as.js


/** Nobody's user and group: for images that would run as root. */
const unprivileged = "65532:65532";
const passwd = "/etc/passwd";
/** The lists of users of images, read once: reading takes a container that is never started. */
const lists = new WeakMap();
/**
 * Who a server runs as: as its plan says; with a writable folder of the host, as the manager's user unless that is root,
 * so that the files made are the user's own; else as its image's user, or as 65532:65532 where that is root.
 *
 * A name in the image is looked up in the image's own list, since it may stand for root there, and handed over as a
 * number. Rejects IMAGE_USER_UNKNOWN for a name that is not in it.
 */
function run_as_runAs(engine, ownership, { plan, image, manager }) {
    if (plan.relaxed?.user !== undefined) {
        return Promise.resolve(plan.relaxed.user);
    }
    const { uid, gid } = manager ?? { uid: process.getuid?.() ?? 0, gid: process.getgid?.() ?? 0 };
    if (uid !== 0 && plan.volumes.some((volume) => volume.kind === "host" && !volume.readOnly)) {
        return Promise.resolve(`${uid}:${gid}`);
    }
    return imageUser(engine, ownership, image, plan.server);
}
async function imageUser(engine, ownership, { id, user }, server) {
    const [name = "", group] = user.split(":");
    // A number is one, whatever the image's list says.
    if (/^\d+$/.test(name)) {
        return /^0+$/.test(name) ? unprivileged : user;
    }
    if (name === "" || name === "root") {
        return unprivileged;
    }
    const list = await usersOf(engine, ownership, id);
    if (list === undefined) {
        return unprivileged;
    }
    const ids = idsIn(list, name);
    if (ids === undefined) {
        const message = `Start server "${server}": its image says USER ${JSON.stringify(name)}, which the image's ${passwd} does not have`;
        throw new Fault("IMAGE_USER_UNKNOWN", message);
    }
    return /^0*[1-9]\d{0,9}$/.test(ids.uid) ? `${ids.uid}:${group ?? ids.gid}` : unprivileged;
}
/** undefined where the image has no such plain file. */
function usersOf(engine, ownership, image) {
    const ofEngine = lists.get(engine) ?? new Map();
    lists.set(engine, ofEngine);
    const known = ofEngine.get(image);
    if (known !== undefined) {
        return known;
    }
    const list = engine
        .readImageFile(image, passwd, objectLabels(ownership, "image"))
        .then((bytes) => bytes && Buffer.from(bytes).toString())
        .catch((error) => {
        ofEngine.delete(image);
        throw error;
    });
    ofEngine.set(image, list);
    return list;
}
/** The first entry of the name counts; what is no number counts as 0, for the engine too. */
function idsIn(list, wanted) {
    for (const line of list.split("\n")) {
        const [name, , uid = "", gid = ""] = line.trim().split(":");
        if (name === wanted) {
            return { uid, gid: /^\d{1,10}$/.test(gid) ? gid : "0" };
        }
    }
    return undefined;
}

// EXTERNAL MODULE: ./build/engine/index.js + 46 modules
var engine = __webpack_require__(98793);
;// CONCATENATED MODULE: ./build/controller/run-volumes.js





/** Volumes made or being made, by run and name. */
const volumes = new WeakMap();
/** What a container mounts of its plan; volumes of the run are made when the first server needs them, and go with the run. */
function run_volumes_mountsOf(engine, ownership, plan) {
    const mounts = plan.volumes.map(async (volume) => {
        if (volume.kind === "memory") {
            return [];
        }
        const { containerPath: target, readOnly } = volume;
        if (volume.kind === "host") {
            return [{ kind: "bind", source: volume.hostPath, target, readOnly }];
        }
        const source = await runVolume(engine, ownership, plan.image, volume);
        return [{ kind: "volume", source, target, readOnly }];
    });
    return Promise.all(mounts).then((all) => all.flat());
}
function runVolume(engine, ownership, image, { name, seed }) {
    const ofEngine = volumes.get(engine) ?? new Map();
    volumes.set(engine, ofEngine);
    const full = `docker-mcp-manager-${ownership.runId.slice(0, 12)}-${name}`;
    const key = `${ownership.runId} ${name}`;
    const known = ofEngine.get(key);
    if (known !== undefined) {
        return known;
    }
    const made = make(engine, ownership, image, full, seed).catch((error) => {
        ofEngine.delete(key);
        throw error;
    });
    ofEngine.set(key, made);
    return made;
}
async function make(engine, ownership, image, name, seed) {
    const empty = seed === undefined ? makeTempFolder(ownership) : undefined;
    try {
        const archive = await packed(seed ?? empty ?? "");
        await engine.createVolume({ name, labels: objectLabels(ownership, "volume"), image, archive });
        return name;
    }
    finally {
        if (empty !== undefined) {
            await rm(empty, { recursive: true, force: true });
        }
    }
}
/** The folder and its files below `volume/`: whoever a server runs as may read and write them. */
function packed(folder) {
    return packFolder(folder, {
        // Sockets and devices are no content.
        ignore: (path) => !isContent(path),
        map: (header) => ({
            ...header,
            name: header.name === "." ? "volume" : `volume/${header.name}`,
            mode: (header.mode ?? 0) | (header.type === "directory" ? 0o777 : 0o666),
            uid: 0,
            gid: 0,
            mtime: new Date(0),
        }),
    });
}
function isContent(path) {
    const found = lstatSync(path, { throwIfNoEntry: false });
    return found !== undefined && (found.isFile() || found.isDirectory() || found.isSymbolicLink());
}

;// CONCATENATED MODULE: ./build/controller/network/proxy-environment.js

const proxy_environment_direct = (/* unused pure expression or super */ null && (["localhost", "127.0.0.1", "::1"]));
/** What leads a runtime's requests through the proxy of its group; names of the group and its own address are left out. */
function proxy_environment_proxyEnvironment(peers) {
    const proxy = `http://${relayAlias}:${proxyPort}`;
    const except = [...proxy_environment_direct, ...peers].join(",");
    return {
        HTTP_PROXY: proxy,
        http_proxy: proxy,
        HTTPS_PROXY: proxy,
        https_proxy: proxy,
        NO_PROXY: except,
        no_proxy: except,
        // Node.js looks at the others only when it is told to.
        NODE_USE_ENV_PROXY: "1",
    };
}

;// CONCATENATED MODULE: ./build/controller/spec-of.js


const tmpBytes = (/* unused pure expression or super */ null && (64 * 2 ** 20));
/** What the plan of a server is as a container; everything that it does not relax is closed. */
function spec_of_specOf(plan, ownership, { user, reach, mounts, disk }) {
    const { ioRead, ioWrite, ...limits } = plan.limits;
    return {
        name: `docker-mcp-manager-${ownership.runId.slice(0, 12)}-${plan.server}-${crypto.randomUUID().slice(0, 8)}`,
        image: plan.image,
        ...(plan.entrypoint === undefined ? {} : { entrypoint: plan.entrypoint }),
        ...(plan.command === undefined ? {} : { command: plan.command }),
        env: { HOME: "/tmp", ...proxied(plan, reach), ...plan.env },
        // The image's own labels would be inherited; ours win, and a server's image cannot claim another run.
        labels: objectLabels(ownership, plan.role ?? "server", {
            server: plan.server,
            template: plan.template,
        }),
        user,
        mounts,
        tmpfs: {
            ...Object.fromEntries(["/tmp", ...(plan.writable ?? [])].map((path) => [path, tmpBytes])),
            ...memoryOf(plan),
        },
        network: reach.group?.name ?? reach.open ?? null,
        ...(reach.group && { aliases: [plan.server], innerNamesOnly: reach.open === undefined }),
        ...limits,
        ...(disk !== undefined &&
            (ioRead !== undefined || ioWrite !== undefined) && {
            disk: {
                device: disk,
                ...(ioRead !== undefined && { read: ioRead }),
                ...(ioWrite !== undefined && { write: ioWrite }),
            },
        }),
        readOnlyRootfs: plan.relaxed?.writableRootfs !== true,
        capabilities: plan.relaxed?.capabilities ?? [],
        devices: plan.relaxed?.devices ?? [],
        newPrivileges: plan.relaxed?.newPrivileges ?? false,
        unconfined: plan.relaxed?.unconfined ?? false,
    };
}
/** With the open network, nothing has to go through the proxy. */
function proxied({ peers = [] }, { group, open }) {
    return group === undefined || open !== undefined ? {} : proxyEnvironment(peers);
}
function memoryOf({ volumes }) {
    return Object.fromEntries(volumes.flatMap((volume) => volume.kind === "memory" ? [[volume.containerPath, volume.bytes]] : []));
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
/**
 * The stop ladder of one container; the second caller gets the first one's report.
 *
 * `countProcesses` spares a server without children the look at what it leaves.
 */
function stop_createStop(engine, clock, id, limits, attachment, exited, countProcesses = () => undefined) {
    let report;
    return () => {
        report ??= climb(engine, clock, id, limits, attachment, exited, countProcesses).catch((thrown) => {
            // What does not end now may end when it is tried again.
            report = undefined;
            throw thrown;
        });
        return report;
    };
}
async function climb(engine, clock, id, limits, attachment, heard, countProcesses) {
    const exited = exitAfterAll(engine, id, heard);
    const startMs = clock.monotonicMs();
    /** When stdin was closed: the calls before it take seconds on a loaded engine, and the server's time is its own. */
    let closedMs;
    const sinceClosed = () => (closedMs === undefined ? 0 : clock.monotonicMs() - closedMs);
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
        const left = () => ({ exited, waitMs: limits.eofMs - sinceClosed() });
        if (limits.leftovers === true &&
            !(await endsAlone({ ...left(), countProcesses, end }, clock))) {
            ({ ended, leftovers } = await watchEnd(engine, clock, id, pid, end, left()));
        }
        end();
    }
    const steps = [
        { rung: "eof", waitMs: limits.eofMs, act: closeStdin },
        { rung: "sigterm", waitMs: limits.sigtermMs, act: () => engine.kill(id, "SIGTERM") },
        { rung: "sigkill", waitMs: sigkillMs, act: () => engine.kill(id, "SIGKILL") },
    ];
    for (const { rung, waitMs, act } of steps.filter((step) => step.waitMs > 0)) {
        const actMs = clock.monotonicMs();
        await act();
        const leftMs = waitMs - (rung === "eof" ? sinceClosed() : clock.monotonicMs() - actMs);
        const exit = await exitWithin(exited, clock, Math.max(leftMs, ended ? initEndMs : 0));
        if (exit) {
            // An exit that became known after the next step was taken is still the earlier step's doing.
            const earlier = rung === "sigkill" && exit.exitCode !== killedCode ? "sigterm" : rung;
            return report(ended ? "eof" : earlier, exit);
        }
    }
    throw new Fault("ENGINE_UNRESPONSIVE", `Stop container ${id.slice(0, 12)}: still running 15 s after SIGKILL`);
}
/** An engine that went away meanwhile may be back, and then knows what became of the container. */
function exitAfterAll(engine, id, heard) {
    const exited = heard.catch((thrown) => {
        if (isEngineGone(thrown)) {
            return engine.waitExit(id);
        }
        throw thrown;
    });
    // Only what awaits it needs to know.
    exited.catch(() => undefined);
    return exited;
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












/**
 * Creates, attaches, starts.
 *
 * The server runs as the plan says, else as its image's user if that is not root, else as 65532:65532; with a writable volume and a manager
 * that is not root, as the manager's user, so that the files made are the user's own. The root file system is
 * read-only; /tmp is 64 MiB of memory without execution, and HOME is /tmp unless the plan sets it, since the image's
 * home cannot be written. Rejects with the engine's fault after removing what was created.
 */
async function startContainer(engine, plan, ownership, deps) {
    const [image, host] = await Promise.all([engine.inspectImage(plan.image), engine.host()]);
    if (image === undefined) {
        throw new Fault("IMAGE_NOT_FOUND", `Start server "${plan.server}": the engine has no image ${plan.image}`);
    }
    refuseBeyondHost(plan, host);
    const reach = await reachFor(engine, ownership, plan, deps.networks);
    // Before anything is created: a port that cannot be had leaves nothing.
    const published = plan.http?.publish === undefined
        ? undefined
        : await publishPort(plan.server, plan.http.publish);
    try {
        return await createAndStart(engine, plan, ownership, { ...reach, published }, { image, host }, deps);
    }
    catch (error) {
        published?.close();
        throw error;
    }
}
async function createAndStart(engine, plan, ownership, reach, { image, host }, deps) {
    const { clock } = deps;
    const mounts = await mountsOf(engine, ownership, plan);
    const user = await runAs(engine, ownership, { plan, image, manager: deps.user });
    const spec = specOf(plan, ownership, { user, reach, mounts, disk: host.disk });
    const create = async (finalSpec) => {
        const createAt = clock.monotonicMs();
        const id = await engine.createContainer(finalSpec);
        const createMs = clock.monotonicMs() - createAt;
        try {
            reach.group?.join(id, {
                egress: plan.egress,
                onAttempt: (attempt) => deps.onAttempt?.(attempt),
                onRelayEnd: (what) => deps.onRelayEnd?.(what),
            });
            if (reach.group !== undefined && reach.open !== undefined) {
                // Engines before 25 take only one network when a container is created.
                await engine.connectNetwork(reach.open, id);
            }
            return await start_container_start(engine, plan, reach, id, createMs, deps);
        }
        catch (error) {
            reach.group?.leave(id);
            // The fault that matters is the start's; what cannot be removed now, a sweep finds.
            await engine.remove(id).catch(() => undefined);
            throw error;
        }
    };
    return withSecretFiles(engine, ownership, { spec, server: plan.server }, plan.secretFiles, (given) => withHostsFile(engine, ownership, given, create));
}
async function start_container_start(engine, plan, reach, id, createMs, deps) {
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
            engine.inspect(id).then((state) => withoutLimits(plan, state?.isolation ?? {})),
            engine.start(id).then(() => deps.clock.monotonicMs() - startAt),
        ]);
        const stop = createStop(engine, deps.clock, id, plan.stop, attachment, exited, () => deps.countProcesses?.(id));
        const news = deps.news?.(id);
        const network = networkOf(engine, plan, reach, id);
        reach.published?.lead(() => dialServer(network));
        return {
            id,
            attachment,
            createMs,
            startMs,
            isolation: {
                ...isolation,
                egress: egressText(plan.egress),
                ...(reach.group && { networkGroup: groupOf(plan) }),
            },
            exited,
            ...(news && { news }),
            ...network,
            ...(reach.published && { publishedPort: reach.published.port }),
            stop() {
                news?.expectEnd();
                return stop();
            },
            async remove() {
                news?.expectEnd();
                reach.published?.close();
                await remove(engine, id, attachment);
                reach.group?.leave(id);
            },
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

;// CONCATENATED MODULE: ./build/controller/state-table.js
const stoppedOnTheWay = "stopped while it started";
const state_table_ended = "it was ended on purpose";
const diedByItself = "it ended by itself";
/** The states of a server and every step between them; nothing else happens, and docs/controller.md is made of it. */
const rows = {
    declared: {
        standing: "rest",
        meaning: "Known by name; nothing was done yet.",
        to: {
            building: "start",
            creating: "start of a server that runs elsewhere",
            stopped: "each of its scenarios had a container of its own",
            removed: "remove",
        },
    },
    building: {
        standing: "way",
        meaning: "Its image is pulled or built.",
        to: {
            creating: "the image is there",
            stopped: stoppedOnTheWay,
            failed: "there is no image",
        },
    },
    creating: {
        standing: "way",
        meaning: "Its container is made, attached to and started.",
        to: {
            starting: "the container runs",
            stopped: stoppedOnTheWay,
            failed: "the engine refuses",
        },
    },
    starting: {
        standing: "way",
        meaning: "Its container runs; its first MCP answer is waited for.",
        to: {
            ready: "it answered",
            creating: "it ends when asked for its revision, and gets a fresh container",
            stopped: stoppedOnTheWay,
            failed: "it ended, or did not answer in time",
        },
    },
    ready: {
        standing: "up",
        meaning: "It answers.",
        to: {
            unhealthy: "health checks fail, or somebody else took it off its network",
            paused: "pause, by us or by anybody else",
            stopping: "stop, restart or remove",
            stopped: state_table_ended,
            failed: diedByItself,
        },
    },
    unhealthy: {
        standing: "up",
        meaning: "It runs, and its health checks fail, or it is cut off its network.",
        to: {
            ready: "health checks pass again, or it is back on its network",
            paused: "pause, by us or by anybody else",
            stopping: "stop, restart or remove",
            stopped: state_table_ended,
            failed: diedByItself,
        },
    },
    paused: {
        standing: "up",
        meaning: "Its processes are frozen; it answers when it is resumed.",
        to: {
            ready: "unpause or start, by us or by anybody else",
            stopping: "stop, restart or remove",
            stopped: state_table_ended,
            failed: diedByItself,
        },
    },
    restarting: {
        standing: "way",
        meaning: "Its restart policy starts it again after a pause.",
        to: {
            building: "the pause is over",
            creating: "the pause is over, and it runs elsewhere",
            stopped: "stopped while it waited",
            failed: "its restart policy gives up",
        },
    },
    stopping: {
        standing: "way",
        meaning: "It is taken down the stop ladder.",
        to: { stopped: "it ended", failed: "nothing ended it" },
    },
    stopped: {
        standing: "rest",
        meaning: "It was ended on purpose; its logs stay.",
        to: {
            building: "start",
            creating: "start of a server that runs elsewhere",
            removed: "remove",
        },
    },
    failed: {
        standing: "rest",
        meaning: "It could not be started, ended by itself or could not be stopped; the reason says which.",
        to: {
            building: "start",
            creating: "start of a server that runs elsewhere",
            restarting: "its restart policy goes on",
            removed: "remove",
        },
    },
    removed: {
        standing: "gone",
        meaning: "It is not one of the manager's servers any more; its logs stay, its name is free.",
        to: {},
    },
};
const state_table_stateTable = new Map(
// Object.entries forgets that the keys are those of the type.
Object.entries(rows));
/** Whether the one state may follow the other. */
function mayFollow(from, to) {
    return rows[from].to[to] !== undefined;
}
/** Whether its container runs and a session to it is open. */
function isUp(state) {
    return rows[state].standing === "up";
}
/** Whether nothing happens with it and its name may be taken over. */
function isAtRest(state) {
    return rows[state].standing === "rest" || rows[state].standing === "gone";
}

;// CONCATENATED MODULE: ./build/controller/state-page.js

/** docs/controller.md: the states of a server, drawn and told from their table. */
function statePage() {
    const arrows = [...stateTable].flatMap(([from, { to }]) => Object.entries(to).map(([state, why]) => ({ from, state, why })));
    return [
        "# The life of a server",
        "",
        "<!-- Generated from src/controller/state-table.ts. -->",
        "",
        "Every server of the manager is in one of these states. Each change is in the record with its time and, where",
        "there is something to say, its reason; `docker_get_server_status` and the reports show both.",
        "",
        "```mermaid",
        "stateDiagram-v2",
        "  [*] --> declared",
        ...arrows.map(({ from, state }) => `  ${from} --> ${state}`),
        "  removed --> [*]",
        "```",
        "",
        "| state | what it means |",
        "| --- | --- |",
        ...[...stateTable].map(([state, { meaning }]) => `| \`${state}\` | ${meaning} |`),
        "",
        "| from | to | when |",
        "| --- | --- | --- |",
        ...arrows.map(({ from, state, why }) => `| \`${from}\` | \`${state}\` | ${why} |`),
        "",
        ...operations,
    ].join("\n");
}
const operations = (/* unused pure expression or super */ null && ([
    "## What several clients may ask for at once",
    "",
    "Start, stop, restart, pause and remove may be asked for at any moment, by any number of clients, and any number of",
    "times; what is true already is done at once.",
    "",
    "| asked for | while it starts | while it is up | while it stops | at rest |",
    "| --- | --- | --- | --- | --- |",
    "| start | joins the start | nothing to do; one that is paused is resumed | starts it afterwards | starts it |",
    "| stop | gives the start up | takes it down | joins the stop | nothing to do |",
    "| restart | stops and starts it; joins a restart under way | stops and starts it | starts it afterwards | starts it |",
    "| pause | pauses it as soon as it is ready | freezes it; nothing to do when it is frozen | error: it does not run | error: it does not run |",
    "| remove | gives the start up, then removes it | takes it down and removes it | removes it afterwards | removes it |",
    "",
    "A start that several clients wait for goes on until the last of them has called it off. A stop ends a start or",
    "restart under way: who waits for that is told so.",
    "",
    "## Who drives it",
    "",
    "The engine's own events: a container that ends, runs out of memory, is killed, paused, resumed, removed or taken off its",
    "network by anybody is known at once, and what was not our doing is said to come from outside. A stream of events that",
    "breaks is opened again from where it ended; what the engine has forgotten meanwhile is read from the containers.",
    "",
    "`health` in the run file asks a server on an interval whether it answers, or with `health: image` does the HEALTHCHECK",
    "of its image: as often, as long and as patiently as the image says. So many failures in a row make it `unhealthy`, so",
    "many answers in a row `ready` again. One that is paused is asked nothing.",
    "",
    "`restart` says what becomes of a server that ends by itself or is unhealthy. A restart never hides: it is in the record,",
    "and a finding. What was asked of the server that ended fails with the cause of its end; what is asked while it comes",
    "back waits. A start that somebody asked for and that fails is told at once and not repeated.",
]));

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
/**
 * Ends processes of this user that were started with a file of the run's folder; for when its state is lost.
 *
 * Resolves with how many there were.
 */
async function manager_process_endProcessesOf(stateDir, clock) {
    const bootFile = join(stateDir, "boot.json");
    const ids = () => readdirSync("/proc")
        .filter((name) => /^\d+$/.test(name))
        .map(Number)
        .filter((pid) => commandOf(pid).split("\0").includes(bootFile));
    const { length: found } = ids();
    for (const name of ["SIGTERM", "SIGKILL"]) {
        for (const pid of ids()) {
            send(pid, name);
        }
        const endMs = clock.monotonicMs() + afterSigtermMs;
        while (ids().length > 0 && clock.monotonicMs() < endMs) {
            await clock.sleep(pollMs);
        }
    }
    return found;
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
/** Command line as the kernel has it, parts separated by NUL; empty when there is no such process. */
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

;// CONCATENATED MODULE: ./build/action/image-cache-line.js

/** One line for the job summary; undefined when nothing was restored. */
function cacheLine(images) {
    if (images === undefined || images.restored === 0) {
        return undefined;
    }
    const saved = images.savedMs > 0 ? `; that saved ${(0,build_text/* duration */.p0)(images.savedMs)}` : "";
    return `Image cache: ${(0,build_text/* plural */.LS)(images.restored, "image")} restored instead of built${saved}.`;
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
    const reportDir = (0,run_state/* reportDirOf */.z0)(stateDir);
    const warnings = [];
    const { report, unwritten } = await writeAll(reportDir, warnings);
    // A full disk that has ended the run is told as its fault, and not once more for each file.
    const isTold = report?.run.fault?.code === "RECORD_UNWRITABLE";
    if (isTold) {
        warnings.length = 0;
    }
    else if (unwritten !== undefined) {
        warnings.push(`The reports could not be written: ${unwritten.message}`);
    }
    if (state.cancelled && (report === undefined || isEmpty(report))) {
        return { report: undefined, unwritten, upload: undefined, warnings };
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
        const images = cacheLine(state.images);
        const failure = await addSummary(`${summaryMarkdown(report, fullReport)}${images === undefined ? "" : `\n${images}\n`}`);
        warnings.push(...(failure === undefined ? [] : [failure]));
    }
    return { report, unwritten, upload, warnings };
}
/** Cancelled before anything was begun: there is nothing to say. */
function isEmpty(report) {
    return report.servers.length === 0 && report.scenarios.length === 0;
}
/** What was written, and what could not be: the report of a record is there also when its files are not. */
async function writeAll(reportDir, warnings) {
    const recordFile = (0,external_node_path_.join)(reportDir, "run.db");
    if (!(0,external_node_fs_.existsSync)(recordFile)) {
        return { report: undefined, unwritten: undefined };
    }
    try {
        (0,record/* sealRecord */.xe)(recordFile);
    }
    catch (error) {
        // What can still be read of a damaged record is reported all the same.
        warnings.push((0,build_fault/* asFault */.Ps)(error).message);
    }
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const reader = publish_addDisposableResource(env_1, (0,record/* readRecord */.aE)(recordFile), false);
            const report = buildReport(reader);
            const unwritten = await writeReports(reportDir, reader).then(() => undefined, build_fault/* asFault */.Ps);
            return { report, unwritten };
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
        warnings.push(`The record could not be read: ${(0,build_fault/* asFault */.Ps)(error).message}`);
        return { report: undefined, unwritten: undefined };
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
            ...(request.lock === undefined ? {} : { lock: request.lock }),
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
    const tail = (0,launch/* tailOf */.Cj)((0,launch/* managerLogOf */.$u)((0,run_state/* reportDirOf */.z0)(session.stateDir)));
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
/**
 * What main does after a run: outputs, and unless servers are to stay up, teardown, reports and artifacts.
 *
 * Resolves to why the files of the reports are not all there, if they are not.
 */
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
    (0,run_state/* writeState */.Jq)(stateDir, state);
    const reportDir = (0,run_state/* reportDirOf */.z0)(stateDir);
    await setOutputs({ "report-path": reportDir });
    if (inputs["keep-running"]) {
        await setOutputs({ "manager-url": url, "manager-token": state.token });
        log.say(`${result.outcome}. The servers stay up until the end of the job; the report follows then.`);
        return undefined;
    }
    const ending = await (0,action_process/* untilCancelled */.c8)(manager_process_endManager(state, stateDir, own.version, shutdownMs, own.clock), own, cancelMs);
    if (ending !== "shut-down" && ending !== "already-gone") {
        log.say(`The manager did not end by itself; it was ${ending}.`);
    }
    const { report, unwritten, upload, warnings } = await (0,action_process/* untilCancelled */.c8)(publish_publish({ state, stateDir, environment }), own);
    (0,run_state/* writeState */.Jq)(stateDir, { ...state, published: true });
    if (upload?.zip !== undefined) {
        const { id } = upload.zip;
        await setOutputs({ "artifact-id": String(id), "artifact-url": artifactUrl(id, environment) });
    }
    await commands_annotate(warnings.map(annotations_warning));
    if (inputs["log-level"] === "debug") {
        const { engineDiagnostics } = await Promise.all(/* import() */[__webpack_require__.e(955), __webpack_require__.e(651)]).then(__webpack_require__.bind(__webpack_require__, 93651));
        log.foreign(await engineDiagnostics());
        log.foreign((0,launch/* tailOf */.Cj)((0,launch/* managerLogOf */.$u)(reportDir)));
    }
    if (report !== undefined) {
        log.foreign(terminal_terminalReport(report));
    }
    const html = upload?.html === undefined
        ? `${reportDir}/report.html`
        : artifactUrl(upload.html.id, environment);
    log.say(`Report: ${html}`);
    return unwritten;
}

;// CONCATENATED MODULE: ./build/action/job-log.js

/** `newToken` yields 128 random bits per block: who wrote the text cannot know what ends the block. */
function job_log_createJobLog(write, newToken) {
    const say = (text) => write(`${(0,build_text/* forJobLog */.fw)(text)}\n`);
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

;// CONCATENATED MODULE: ./build/action/job-process.js


/**
 * Owner token of the runner's process that has the whole job, main, post and all between; null when it is not `pid`.
 *
 * Other runners start each step through a shell or inside a container, whose end means nothing.
 */
function jobProcessOf(pid) {
    const program = commandOf(pid).split("\0").slice(0, 2);
    return program.some((part) => /^Runner\.Worker(\.dll)?$/.test((0,external_node_path_.basename)(part)))
        ? ownerOf(pid)
        : null;
}

;// CONCATENATED MODULE: ./build/action/run-session.js











/**
 * Reads the run file, masks its secrets, and starts the manager.
 *
 * State is on disk and saved before the manager exists: from then on post can find and remove everything.
 */
async function startSession(inputs, own, log) {
    const { environment } = own;
    const workspace = (0,action_process/* runnerVariable */.DK)(environment, "GITHUB_WORKSPACE");
    const runnerTemp = (0,action_process/* runnerVariable */.DK)(environment, "RUNNER_TEMP");
    const { path: file, text } = (0,config/* findRunFile */.hK)(workspace, inputs.config === "" ? undefined : inputs.config);
    const values = await (0,config/* neededValues */.gK)(text, inputs.vars, environment, await (0,registry/* runFileShelf */.oJ)({ templatesFolder: own.templates }, { file, text, workspace, variables: inputs.vars, environment }));
    const shown = shownPath(workspace, file);
    const lock = inputs.locked ? (0,registry/* neededLock */.HO)(workspace, shown) : undefined;
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
    const stateDir = (0,run_state/* createStateDir */.xC)(runnerTemp, state);
    await saveRunId(state.runId);
    const manager = (0,launch/* launchManager */.Pj)({
        execPath: own.execPath,
        managerEntry: own.managerEntry,
        environment,
        stateDir,
        reportDir: (0,run_state/* reportDirOf */.z0)(stateDir),
        runId: state.runId,
        token,
        workspace,
        job: jobProcessOf(own.parentPid),
        allow: inputs.allow,
        ...(inputs["registry-mirror"] !== undefined && { registryMirror: inputs["registry-mirror"] }),
    });
    const started = { ...state, pid: manager.pid ?? null, owner: ownerOf(manager.pid) };
    (0,run_state/* writeState */.Jq)(stateDir, started);
    const url = await (0,action_process/* untilCancelled */.c8)(manager.url, own).catch((error) => {
        (0,run_state/* writeState */.Jq)(stateDir, { ...started, cancelled: own.signal.aborted });
        throw error;
    });
    const listening = { ...started, url };
    (0,run_state/* writeState */.Jq)(stateDir, listening);
    log.say(`Run ${state.runId} of ${shown}`);
    return {
        state: listening,
        stateDir,
        url,
        request: { file: shown, text, workspace, ...values, ...(lock && { lock }) },
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
        const started = await startSession(inputs, own, log);
        progress.session = started;
        const session = await withImages(started, inputs, own, log);
        progress.session = session;
        const result = await runScenarios(session, inputs, own, log);
        progress.result = result;
        await setOutputs(countsOf(result));
        const unwritten = await finish_finish(session, result, inputs, own, log);
        const forgiven = inputs["fail-on"] === "never" && aboutServers.includes(result.exit_code);
        const exitCode = forgiven ? build_fault/* exitCodes */.hS.passed : result.exit_code;
        return exitCode === build_fault/* exitCodes */.hS.passed ? (unwritten?.exitCode ?? exitCode) : exitCode;
    }
    catch (thrown) {
        const fault = own.signal.aborted ? (0,action_process/* interruption */.YW)() : (0,build_fault/* asFault */.Ps)(thrown);
        await giveUp(fault, progress, log).catch((error) => 
        // A file of the runner that cannot be written; the exit code says the rest.
        log.say(`Outputs could not be set: ${(0,build_fault/* asFault */.Ps)(error).message}`));
        return fault.exitCode;
    }
}
/** Images from the cache, where the runner has one and it is wanted. */
async function withImages(session, inputs, own, log) {
    if (inputs.cache === "false" || !(0,cache_process/* offersCache */.Gm)(own.environment)) {
        return session;
    }
    if (inputs.cache === "gha") {
        const { buildByBuildx } = await Promise.all(/* import() */[__webpack_require__.e(955), __webpack_require__.e(314)]).then(__webpack_require__.bind(__webpack_require__, 98314));
        await commands_annotate((await (0,action_process/* untilCancelled */.c8)(buildByBuildx(session, own, log), own)).map(annotations_notice));
        return session;
    }
    const { restoreImages } = await __webpack_require__.e(/* import() */ 749).then(__webpack_require__.bind(__webpack_require__, 29749));
    const { images, notices } = await restoreImages(session, own, log);
    await commands_annotate(notices.map(annotations_notice));
    const state = { ...session.state, images };
    (0,run_state/* writeState */.Jq)(session.stateDir, state);
    return { ...session, state };
}
/** Cancelled is not failed, and post is to know the difference. */
function noteCancelled(session) {
    if (session !== undefined) {
        (0,run_state/* writeState */.Jq)(session.stateDir, { ...session.state, cancelled: true });
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

;// CONCATENATED MODULE: ./build/action/run-post.js













/** Time for the manager to finish by itself; what is left then is removed by label. */
const askMs = 5_000;
/** For an engine that does not remove what it is asked to. */
const reapMs = 30_000;
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
    await clearEngine(state.runId, own, log, problems, ending === "shut-down" || state.published);
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
    if (state.images !== undefined) {
        const { saveImages } = await __webpack_require__.e(/* import() */ 262).then(__webpack_require__.bind(__webpack_require__, 92262));
        const notices = await saveImages(state, stateDir, own, log);
        await annotate(notices.map(notice)).catch(() => undefined);
    }
    removeState(stateDir, uploaded, problems);
}
/** There is no state to go by: what still runs out of the run's folder is ended, and its containers removed. */
async function endUnknownRun(found, own, log, problems) {
    problems.push(`What the step left behind cannot be used: ${found.reason}.`);
    const { runId, stateDir } = found;
    // A folder that was removed under its manager still stands in the manager's command line.
    const ended = stateDir !== undefined && (await endProcessesOf(stateDir, own.clock)) > 0;
    if (runId === undefined || stateDir === undefined || !(ended || found.exists)) {
        // A saved id that nothing proves may be anyone's: only what no living manager owns is removed.
        const stale = { nowMs: own.clock.nowMs() };
        await onEngine((engine) => sweep(engine, { stale }), own, log, problems);
        return;
    }
    await clearEngine(runId, own, log, problems, false);
    removeState(stateDir, false, problems);
}
/** After an end in order one look is enough; else the engine may still be creating what a manager had asked for. */
function clearEngine(runId, own, log, problems, inOrder) {
    return onEngine((engine) => inOrder
        ? sweep(engine, { runId })
        : reap(engine, runId, own.clock, AbortSignal.timeout(reapMs)), own, log, problems);
}
async function onEngine(remove, own, log, problems) {
    try {
        const engine = await connectEngine({ environment: own.environment, clock: own.clock });
        try {
            const { removed, left } = await remove(engine);
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
// The action: what main and post of a step do, its inputs and outputs, and the one way to the job log.








/***/ }),

/***/ 83496:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   $u: () => (/* binding */ managerLogOf),
/* harmony export */   Cj: () => (/* binding */ tailOf),
/* harmony export */   Pj: () => (/* binding */ launchManager),
/* harmony export */   rr: () => (/* binding */ managerEnvironment)
/* harmony export */ });
/* harmony import */ var node_child_process__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(31421);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _clock_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(56931);
/* harmony import */ var _fault_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(440);





/** What the manager may know of the runner's environment: the engine's address, the way out, and whose job it is. */
const passedOn = [
    /^(?:PATH|HOME|LANG|TMPDIR|XDG_RUNTIME_DIR|RUNNER_TRACKING_ID|SSL_CERT_FILE|NODE_EXTRA_CA_CERTS)$/,
    /^DOCKER_[A-Z_]+$/,
    /^(?:HTTP|HTTPS|NO|ALL)_PROXY$/i,
];
const readyMs = 20_000;
/** In MiB. V8's own choice grew by 50 MiB in 200 starts and stops, all of it room for what is thrown away at once. */
const youngHeap = "--max-semi-space-size=2";
const tailLines = 20;
/**
 * Starts the manager so that it outlives this process: detached, its output in a file.
 *
 * An inherited stdout would hold the step for 5 s after its end. What is secret goes through a file of mode 0600.
 */
function launchManager(request) {
    const bootFile = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(request.stateDir, "boot.json");
    const boot = {
        runId: request.runId,
        token: request.token,
        recordFile: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(request.reportDir, "run.db"),
        workspace: request.workspace,
        announcements: null,
        registryMirror: request.registryMirror ?? null,
        job: request.job,
        allow: request.allow ?? [],
    };
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.writeFileSync)(bootFile, JSON.stringify(boot), { mode: 0o600, flag: "wx" });
    const logFile = managerLogOf(request.reportDir);
    const log = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.openSync)(logFile, "a", 0o600);
    const child = (0,node_child_process__WEBPACK_IMPORTED_MODULE_0__.spawn)(request.execPath, [youngHeap, request.managerEntry, bootFile], {
        cwd: "/",
        detached: true,
        env: managerEnvironment(request.environment),
        stdio: ["ignore", log, log, "pipe"],
    });
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.closeSync)(log);
    child.unref();
    const failed = new Promise((_, reject) => {
        child.once("error", (error) => reject(notStarted(error.message, logFile)));
        child.once("exit", (code, signal) => reject(notStarted(`it ended with ${signal ?? `exit code ${code}`}`, logFile)));
    });
    // The fourth entry of stdio is a pipe that we only read from.
    const ready = firstLine(child.stdio[3]).then((line) => urlIn(line, logFile));
    const url = (0,_clock_index_js__WEBPACK_IMPORTED_MODULE_3__/* .within */ .ux)(Promise.race([ready, failed]), readyMs, () => notStarted(`it did not listen within ${readyMs / 1_000} s`, logFile));
    // Judged by whoever awaits it; an early end of this process must not count as unhandled.
    url.catch(() => undefined);
    failed.catch(() => undefined);
    return { pid: child.pid, url };
}
function managerLogOf(reportDir) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(reportDir, "manager.log");
}
/** The variables of the runner that the manager gets. */
function managerEnvironment(environment) {
    return Object.fromEntries(Object.entries(environment).flatMap(([name, value]) => value !== undefined && passedOn.some((pattern) => pattern.test(name)) ? [[name, value]] : []));
}
/** The last lines of a log file, and before them what Node.js itself died of; empty when there is none. */
function tailOf(file) {
    try {
        const lines = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.readFileSync)(file, "utf8").trimEnd().split("\n");
        const tail = lines.slice(-tailLines);
        // Behind it comes a stack of the engine's own, longer than any tail.
        const fatal = lines.findLast((line) => line.startsWith("FATAL ERROR: "));
        return [...(fatal === undefined || tail.includes(fatal) ? [] : [fatal]), ...tail].join("\n");
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
    return new _fault_index_js__WEBPACK_IMPORTED_MODULE_4__/* .Fault */ .vC("MANAGER_UNREACHABLE", `The manager could not be started: ${reason}.${tail === "" ? "" : `\n${tail}`}`);
}


/***/ }),

/***/ 17742:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Jq: () => (/* binding */ writeState),
/* harmony export */   xC: () => (/* binding */ createStateDir),
/* harmony export */   z0: () => (/* binding */ reportDirOf)
/* harmony export */ });
/* unused harmony export findState */
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(88343);



const runIdPattern = /^[0-9a-f]{32}$/;
const maxStateBytes = (/* unused pure expression or super */ null && (64 * 1024));
/** What main leaves for post, in a file of mode 0600. Nothing in it is a user's secret. */
const runState = zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
    runId: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().regex(runIdPattern),
    /** Identity of the manager process; null until it was started. */
    owner: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    pid: zod__WEBPACK_IMPORTED_MODULE_2__/* .int */ .Whr().positive().nullable(),
    url: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP().nullable(),
    token: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    /** Inputs that post needs; the step's `with` may evaluate to something else by then. */
    artifactName: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(),
    retentionDays: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(),
    upload: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY(),
    summary: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY(),
    annotations: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY(),
    /** The job was cancelled while main was at work. */
    cancelled: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY(),
    /** Reports were written, and uploaded where asked for; post has only to remove. */
    published: zod__WEBPACK_IMPORTED_MODULE_2__/* .boolean */ .zMY(),
    /** What the cache had to do with the run's images; absent where it was not asked. */
    images: zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({
        /** Images that the cache does not have, with the keys of their entries. */
        missing: zod__WEBPACK_IMPORTED_MODULE_2__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_2__/* .object */ .Ikc({ reference: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP(), key: zod__WEBPACK_IMPORTED_MODULE_2__/* .string */ .YjP() })),
        restored: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(),
        /** Time that building would have taken, less what restoring took. */
        savedMs: zod__WEBPACK_IMPORTED_MODULE_2__/* .number */ .aig(),
    })
        .optional(),
});
/** The folder of a run: name and place follow from the run's id, so a forged one leads nowhere else. */
function stateDirOf(runnerTemp, runId) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(runnerTemp, `docker-mcp-manager-${runId}`);
}
/** Makes the run's folder (0700) with its report folder and the first state. */
function createStateDir(runnerTemp, state) {
    const stateDir = stateDirOf(runnerTemp, state.runId);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(stateDir, { mode: 0o700 });
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.chmodSync)(stateDir, 0o700);
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(reportDirOf(stateDir), { mode: 0o700 });
    writeState(stateDir, state);
    return stateDir;
}
function reportDirOf(stateDir) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(stateDir, "report");
}
/** Replaces the state whole: a reader sees the old or the new one. Synchronous, so no signal comes in between. */
function writeState(stateDir, state) {
    const path = statePath(stateDir);
    const next = `${path}.tmp`;
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(next, { force: true });
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)(next, JSON.stringify(state), { mode: 0o600, flag: "wx" });
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.renameSync)(next, path);
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
        const folder = lstatSync(stateDir);
        if (!folder.isDirectory() || folder.uid !== userId || (folder.mode & 0o077) !== 0) {
            return unusable(`${stateDir} is not a folder of ours`);
        }
    }
    catch {
        return { ...unusable(`${stateDir} is gone`), runId: saved, stateDir };
    }
    const own = { runId: saved, stateDir, exists: true };
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
    return {
        kind: "unusable",
        reason,
        runId: undefined,
        stateDir: undefined,
        exists: false,
    };
}
function statePath(stateDir) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(stateDir, "state.json");
}


/***/ }),

/***/ 23471:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y: () => (/* binding */ tools)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 2 modules
var schemas = __webpack_require__(88343);
// EXTERNAL MODULE: ./build/config/index.js + 80 modules
var config = __webpack_require__(62859);
// EXTERNAL MODULE: ./build/fault/index.js + 5 modules
var fault = __webpack_require__(440);
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
    role: schemas/* enum */.k5n(["server", "service"]).describe("A service is a container beside the servers."),
    server_type: schemas/* string */.YjP(),
    status: schemas/* string */.YjP(),
    reason: schemas/* string */.YjP().nullable(),
    image: schemas/* string */.YjP().nullable(),
    container_id: schemas/* string */.YjP().nullable(),
    revision: schemas/* string */.YjP().nullable().describe("MCP revision negotiated."),
    url: schemas/* string */.YjP()
        .nullable()
        .describe("Address on this machine that leads to it, where the run file has http.publish."),
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
        role: server.role,
        server_type: server.serverType,
        status: server.state,
        reason: server.reason,
        image: server.image,
        container_id: server.containerId,
        revision: server.revision,
        url: server.url,
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

;// CONCATENATED MODULE: ./build/api/life-tools.js



const serverName = schemas/* string */.YjP()
    .min(1)
    .max(63)
    .describe("Name of the server, unique in this manager.");
const input = schemas/* strictObject */.rej({ server_name: serverName });
/** Asked for twice, or by two clients at once, each of these comes to the same. */
const idempotent = { readOnlyHint: false, idempotentHint: true };
const startServer = defineTool({
    name: "docker_start_server",
    title: "Start a server",
    description: "Starts a server that is at rest and waits until it answers over MCP; resumes one that is paused.",
    input,
    output: serverView,
    annotations: { ...idempotent, destructiveHint: false, openWorldHint: true },
    run: async (operations, { server_name }, context) => viewServer(await operations.startServer(server_name, context)),
});
const stopServer = defineTool({
    name: "docker_stop_server",
    title: "Stop a server",
    description: "Closes its stdin, then SIGTERM, then SIGKILL, and removes the container. Its logs stay readable.",
    input,
    output: serverView,
    annotations: { ...idempotent, destructiveHint: true, openWorldHint: false },
    run: async (operations, { server_name }, context) => viewServer(await operations.stopServer(server_name, context)),
});
const restartServer = defineTool({
    name: "docker_restart_server",
    title: "Restart a server",
    description: "Stops the server and starts it again in a fresh container.",
    input,
    output: serverView,
    annotations: { readOnlyHint: false, destructiveHint: true, openWorldHint: true },
    run: async (operations, { server_name }, context) => viewServer(await operations.restartServer(server_name, context)),
});
const pauseServer = defineTool({
    name: "docker_pause_server",
    title: "Pause a server",
    description: "Freezes every process of the server; docker_start_server resumes it. It answers nothing meanwhile.",
    input,
    output: serverView,
    annotations: { ...idempotent, destructiveHint: false, openWorldHint: false },
    run: async (operations, { server_name }, context) => viewServer(await operations.pauseServer(server_name, context)),
});
const removeServer = defineTool({
    name: "docker_remove_server",
    title: "Remove a server",
    description: "Stops the server, removes its container and takes it off the list; its name is free then, its logs stay readable.",
    input,
    output: serverView,
    annotations: { ...idempotent, destructiveHint: true, openWorldHint: false },
    run: async (operations, { server_name }, context) => viewServer(await operations.removeServer(server_name, context)),
});

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

;// CONCATENATED MODULE: ./build/api/views-of-templates.js

const templateView = schemas/* object */.Ikc({
    name: schemas/* string */.YjP(),
    origin: schemas/* enum */.k5n(["built-in", "run file", "registered"]),
    description: schemas/* string */.YjP(),
    parameters: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* json */.Pq9()).describe("JSON Schema of the parameters."),
    versions: schemas/* string */.YjP().nullable().describe("Kind of index that lists its versions."),
    bases: schemas/* array */.YOg(schemas/* string */.YjP()).describe("Base images it is built on."),
    server: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* json */.Pq9())
        .describe("What holds for its servers where nothing else is said."),
    problem: schemas/* string */.YjP().nullable().describe("Why it cannot be used."),
});
function viewTemplate(template) {
    // Both were read from YAML without tags, which is JSON.
    const json = (value) => value;
    return {
        ...template,
        parameters: json(template.parameters),
        server: json(template.server),
        bases: [...template.bases],
    };
}
const imageView = schemas/* object */.Ikc({
    server_type: schemas/* string */.YjP(),
    image: schemas/* string */.YjP(),
    image_id: schemas/* string */.YjP(),
    version: schemas/* string */.YjP().nullable().describe("The exact one that is installed, where it is known."),
    image_bytes: schemas/* number */.aig(),
    packages: schemas/* number */.aig().describe("How many are installed, where the image lists them."),
    built: schemas/* boolean */.zMY().describe("Whether this call built it; false when it was there."),
    build_ms: schemas/* number */.aig(),
});
function viewImage(image) {
    return {
        server_type: image.serverType,
        image: image.image,
        image_id: image.imageId,
        version: image.version,
        image_bytes: image.imageBytes,
        packages: image.packages,
        built: image.built,
        build_ms: image.buildMs,
    };
}

;// CONCATENATED MODULE: ./build/api/template-tools.js



const parameters = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig(), schemas/* boolean */.zMY()]))
    .default({})
    .describe("Parameters of the template; `with` in a run file.");
const listTemplates = defineTool({
    name: "docker_list_templates",
    title: "List templates",
    description: "Lists the templates there are, built in or registered, each with the JSON Schema of its parameters.",
    input: schemas/* strictObject */.rej({}),
    output: schemas/* object */.Ikc({ templates: schemas/* array */.YOg(templateView) }),
    annotations: { readOnlyHint: true, openWorldHint: false },
    run: async (operations) => ({
        templates: (await operations.listTemplates()).map(viewTemplate),
    }),
});
const registerTemplate = defineTool({
    name: "docker_register_template",
    title: "Register a template",
    description: "Adds a template to this manager for as long as it runs. One that is not sound is refused with file, line and rule.",
    input: schemas/* strictObject */.rej({
        name: schemas/* string */.YjP().min(1).max(63).describe("Its name, the same as in its template.yml."),
        template: schemas/* string */.YjP().min(1).describe("Content of its template.yml."),
        files: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP())
            .default({})
            .describe("Further files of its folder by path, such as Dockerfile; 1 MiB in all."),
        override: schemas/* boolean */.zMY()
            .default(false)
            .describe("Whether it may take the place of a template of the same name."),
    }),
    output: templateView,
    annotations: { readOnlyHint: false, destructiveHint: false, openWorldHint: false },
    run: async (operations, input) => viewTemplate(await operations.registerTemplate(input)),
});
const buildImage = defineTool({
    name: "docker_build_image",
    title: "Build an image",
    description: "Finds, pulls or builds the image a server of a template would be started from, and starts nothing. Progress names each step.",
    input: schemas/* strictObject */.rej({
        server_type: schemas/* string */.YjP().min(1).describe("Template, for example npm, dockerfile or image."),
        parameters,
    }),
    output: imageView,
    annotations: {
        readOnlyHint: false,
        destructiveHint: false,
        idempotentHint: true,
        openWorldHint: true,
    },
    run: async (operations, input, context) => viewImage(await operations.buildImage({ serverType: input.server_type, parameters: input.parameters }, context)),
});

;// CONCATENATED MODULE: ./build/api/tools.js








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
        parameters: parameters,
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
        lock: schemas/* strictObject */.rej({ file: schemas/* string */.YjP().min(1), text: schemas/* string */.YjP() })
            .optional()
            .describe("The lock file that the run must keep to, and its path as shown in messages."),
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
        ...(input.lock === undefined ? {} : { lock: input.lock }),
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
    startServer,
    stopServer,
    restartServer,
    pauseServer,
    removeServer,
    callTool,
    sendRequest,
    listTemplates,
    registerTemplate,
    buildImage,
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

/***/ 62859:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  DX: () => (/* reexport */ allowProblem),
  hK: () => (/* reexport */ findRunFile),
  rA: () => (/* reexport */ imageReference),
  _I: () => (/* reexport */ loadRunFile),
  gK: () => (/* reexport */ neededValues),
  yi: () => (/* reexport */ parseDurationMs),
  o_: () => (/* reexport */ policyBreach),
  o$: () => (/* reexport */ readSource),
  Gu: () => (/* reexport */ readTextFile),
  LI: () => (/* reexport */ resolveInside),
  E8: () => (/* reexport */ server),
  xx: () => (/* reexport */ writtenTemplates)
});

// UNUSED EXPORTS: allowedFolders, captureReference, checks, defaultRunFiles, endpointVariable, fieldSections, hostPathProblem, jsonSchema, mentionedNames, networkGroupOf, parseSizeBytes, referencePage, refuseRelaxations, runFile, underPlain, unsafeBeside

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
function mayComeFromEnvironment(name) {
    return name !== "GITHUB_TOKEN" && mayBeSecret(name);
}
/** Whether `secrets:` may name it. GITHUB_TOKEN may: naming it there is the explicit wish. */
function mayBeSecret(name) {
    return !runnerPrefixes.some((prefix) => name.toUpperCase().startsWith(prefix));
}

;// CONCATENATED MODULE: ./build/config/fields.js


/** Names of servers and templates: safe in labels, file names and DNS. */
const fields_name = schemas/* string */.YjP()
    .regex(/^[a-z0-9][a-z0-9_-]{0,62}$/, "must be 1 to 63 characters of a-z, 0-9, - and _, and begin with a letter or digit");
/** Whether a server or template could be called so. */
function isName(text) {
    return fields_name.safeParse(text).success;
}
const environmentName = schemas/* string */.YjP()
    .regex(/^[A-Za-z_][A-Za-z0-9_]{0,254}$/, "must be a name of letters, digits and _, not starting with a digit");
/** Name of a value from the environment that is masked everywhere. */
const secretName = environmentName.refine(mayBeSecret, "is never handed to a server: ACTIONS_* and INPUT_* belong to the runner");
/** A secret by name alone, or with how the server gets it. */
const serverSecret = schemas/* union */.KCZ([
    secretName,
    schemas/* strictObject */.rej({
        name: secretName.describe("The environment variable that has it."),
        as: schemas/* enum */.k5n(["env", "file"])
            .default("env")
            .describe("env: as an environment variable of the same name; file: as /run/secrets/NAME, in memory, read-only, with the path in NAME_FILE."),
    }),
]);
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
/** Bytes. zod's own base64 names a format that JSON Schema does not have. */
const base64 = schemas/* string */.YjP()
    .regex(/^(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/, "is not base64");

;// CONCATENATED MODULE: ./build/config/hardening.js


/** Capabilities that reach no further than the container; the others give the host away and cannot be had. */
const capabilities = [
    "AUDIT_WRITE",
    "CHOWN",
    "DAC_OVERRIDE",
    "FOWNER",
    "FSETID",
    "IPC_LOCK",
    "KILL",
    "NET_ADMIN",
    "NET_BIND_SERVICE",
    "NET_RAW",
    "SETFCAP",
    "SETGID",
    "SETPCAP",
    "SETUID",
    "SYS_CHROOT",
    "SYS_NICE",
    "SYS_PTRACE",
];
/** Devices behind which lies the memory or a disk of the host. */
const hostDevice = /^\/dev\/(?:k?mem|port|kmsg|sd|hd|vd|xvd|nvme|dm-|loop|mapper|disk|block|sg\d)/;
const capability = schemas/* enum */.k5n(capabilities);
const device = noNul
    .regex(/^\/dev\/[A-Za-z0-9][A-Za-z0-9._-]*(?:\/[A-Za-z0-9][A-Za-z0-9._-]*)*$/, "is no device; write for example /dev/kvm")
    .refine((path) => !hostDevice.test(path), "gives the host away and cannot be had");
/** Whether a server could have the capability, or the device, at all. */
const canBeHad = {
    capability: (name) => capability.safeParse(name).success,
    device: (path) => device.safeParse(path).success,
};
const hardening = schemas/* strictObject */.rej({
    user: schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* int */.Whr().min(0).max(4_294_967_294).transform(String)])
        .refine((user) => /^(?:root|\d{1,10}(?::\d{1,10})?)$/.test(user), "is no user: write a number, number:number, or root")
        .optional()
        .describe("Who the server runs as, by number; root needs leave. Default is the image's user, or 65532:65532 where that is root.")
        .meta({ examples: ["1000:1000"] }),
    read_only_rootfs: schemas/* boolean */.zMY()
        .default(true)
        .describe("Whether the server is kept from writing to its image's files; false needs leave."),
    new_privileges: schemas/* boolean */.zMY()
        .default(false)
        .describe("Whether a set-user-id program may gain rights; true needs leave."),
    seccomp: schemas/* enum */.k5n(["default", "unconfined"])
        .default("default")
        .describe("System calls: the engine's default list, or all, which needs leave."),
    capabilities: schemas/* array */.YOg(capability)
        .max(capabilities.length)
        .default([])
        .describe("Rights of root that it keeps; each needs leave. Only root has them.")
        .meta({ examples: [["NET_RAW"]] }),
    devices: schemas/* array */.YOg(device)
        .max(16)
        .default([])
        .describe("Devices of the host that it sees; each needs leave.")
        .meta({ examples: [["/dev/kvm"]] }),
})
    .describe("What is relaxed of the server's isolation, as far as the step's `allow` (CLI `--allow`) lets it. Privileged containers, the engine's socket and namespaces of the host cannot be had.");

// EXTERNAL MODULE: ./node_modules/zod/v4/core/core.js
var core = __webpack_require__(88532);
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
    secrets: schemas/* array */.YOg(secretName)
        .default([])
        .describe("Environment variables handed to `RUN --mount=type=secret,id=NAME`, in no layer and no history; also offered: `ca-certificates`, the host's certificate authorities.")
        .meta({ examples: [["NPM_TOKEN"]] }),
    platform: schemas/* string */.YjP()
        .regex(/^[a-z0-9]+\/[a-z0-9]+(?:\/[a-z0-9]+)?$/, "is no platform; write for example linux/arm64")
        .optional()
        .describe("Platform to build for; default is the engine's own."),
    timeout: duration(1_000, 24 * 3_600_000)
        .prefault("10m")
        .describe("Time after which the build is stopped."),
    max_context: size(1, 2 ** 40)
        .prefault("200MiB")
        .describe("Largest context that is sent; more is nearly always a forgotten .dockerignore, so a larger one is warned of."),
})
    .describe("Builds the image from a Dockerfile in the repository.");
/** Slower than this, a container does not even start in time. */
function rate(what) {
    return size(2 ** 16, 2 ** 40)
        .optional()
        .describe(`Most that it ${what} in a second, where kernel and engine can; needs an engine on this machine.`);
}
const limits = schemas/* strictObject */.rej({
    cpus: schemas/* number */.aig().min(0.01).max(512).default(1).describe("Cores, fractions allowed."),
    memory: size(6 * 2 ** 20, 2 ** 40)
        .prefault("512MiB")
        .describe("Memory; swap is off. The engine's minimum is 6MiB."),
    pids: schemas/* int */.Whr().min(1).max(100_000).default(128).describe("Processes and threads."),
    shm: size(2 ** 16, 2 ** 40)
        .prefault("64MiB")
        .describe("Shared memory, /dev/shm; what is used of it counts as memory."),
    open_files: schemas/* int */.Whr()
        .min(16)
        .max(2 ** 20)
        .optional()
        .describe("Files and sockets that a process may have open; default is the engine's."),
    file_size: size(1, 2 ** 50)
        .optional()
        .describe("Largest file that a process may write; default is no limit."),
    core: size(0, 2 ** 40)
        .prefault("0B")
        .describe("Largest image of its memory that a crashing process may leave."),
    io_weight: schemas/* int */.Whr()
        .min(10)
        .max(1000)
        .optional()
        .describe("Share of the disks against other containers, where kernel and engine can."),
    io_read: rate("reads from the disk"),
    io_write: rate("writes to the disk"),
})
    .describe("Resource limits of the container.");

;// CONCATENATED MODULE: ./build/config/image-name.js
/** Takes apart a reference, or a pattern of references: there `*` is a character like others. */
function imageNameOf(reference) {
    const at = reference.indexOf("@");
    const digest = at < 0 ? undefined : reference.slice(at + 1);
    const tagged = at < 0 ? reference : reference.slice(0, at);
    const colon = tagged.lastIndexOf(":");
    const hasTag = colon > tagged.lastIndexOf("/");
    const written = hasTag ? tagged.slice(0, colon) : tagged;
    return { name: fullName(written), tag: hasTag ? tagged.slice(colon + 1) : undefined, digest };
}
/** The first part is a host when it has a dot or a port, or is localhost; Docker Hub is what is left out. */
function fullName(written) {
    const [first = "", ...rest] = written.split("/");
    if (rest.length === 0) {
        return `docker.io/library/${written}`;
    }
    if (/[.:A-Z]/.test(first) || first === "localhost" || first === "**") {
        return [first === "index.docker.io" ? "docker.io" : first, ...rest].join("/");
    }
    return `docker.io/${written}`;
}

;// CONCATENATED MODULE: ./build/config/image-policy.js


const pattern = schemas/* string */.YjP()
    .max(512)
    .regex(/^[\w.:/@*-]+$/, "is not a pattern of image references; write for example ghcr.io/acme/* or node:24*");
const imagePolicy = schemas/* strictObject */.rej({
    require_digest: schemas/* boolean */.zMY()
        .default(false)
        .describe("Whether every image must be named with its digest, name@sha256:…."),
    allow: schemas/* array */.YOg(pattern)
        .min(1)
        .optional()
        .describe("Images that may be used, written as images are; * stands for any characters but /, ** for any. Without a tag or digest, every one of them. Default: all images.")
        .meta({ examples: [["node:24*", "ghcr.io/acme/*"]] }),
})
    .describe("Which images may be used: those of servers, bases of templates, and what Dockerfiles begin from. Others are refused before anything is pulled or built.");
/** Why the policy refuses an image, in words that follow its name; undefined: it does not. */
function policyBreach(policy, reference) {
    const image = imageNameOf(reference);
    const { allow } = policy;
    if (allow !== undefined && !allow.some((each) => isAllowed(each, image))) {
        return `is none of those that image_policy allows: ${allow.join(", ")}`;
    }
    return policy.require_digest && image.digest === undefined
        ? "has no digest, which image_policy requires; write name@sha256:…"
        : undefined;
}
function isAllowed(allowed, image) {
    if (allowed === "**") {
        return true;
    }
    const { name, tag, digest } = imageNameOf(allowed);
    return (matches(name, image.name) &&
        (tag === undefined ||
            matches(tag, image.tag ?? (image.digest === undefined ? "latest" : ""))) &&
        (digest === undefined || matches(digest, image.digest ?? "")));
}
/** All places of the pattern at once, character by character: no pattern takes longer than its length times the text's. */
function matches(glob, text) {
    const tokens = glob.match(/\*\*|\*|[^*]/g) ?? [];
    const isStar = (place) => tokens[place]?.startsWith("*") === true;
    const reached = (places) => {
        const all = new Set(places);
        for (const place of all) {
            if (isStar(place)) {
                all.add(place + 1);
            }
        }
        return all;
    };
    let places = reached(new Set([0]));
    for (const character of text) {
        const next = new Set();
        for (const place of places) {
            const token = tokens[place];
            if (token === "**" || (token === "*" && character !== "/")) {
                next.add(place);
            }
            else if (token === character) {
                next.add(place + 1);
            }
        }
        places = reached(next);
    }
    return places.has(tokens.length);
}

// EXTERNAL MODULE: ./node_modules/zod/v4/core/json-schema-processors.js
var json_schema_processors = __webpack_require__(98439);
;// CONCATENATED MODULE: ./build/config/captures.js
/**
 * One `{{ name }}` in a step's text: a capture, or a column of the row, which may also be written `{{ row.name }}`. Braces
 * around anything else are left alone.
 */
const captureReference = /\{\{\s*(row\.[^\s{}]+(?: [^\s{}]+)*|[A-Za-z_]\w*)\s*\}\}/g;
/** Names that `text` asks for, as they are written. */
function capturesIn(text) {
    return Array.from(text.matchAll(captureReference), ([, name]) => name ?? "");
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
const patterns_pattern = schemas/* string */.YjP().transform((source, context) => {
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
    matches: patterns_pattern
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
const predicateNames = [
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
];

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
const blockPlaces = {
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
    return part !== undefined && Object.hasOwn(blockPlaces, part)
        ? blockPlaces[part]
        : undefined;
}
function place(kind, scope, about, needs) {
    return { kind, scope, about, ...(needs === undefined ? {} : { needs }) };
}

;// CONCATENATED MODULE: ./build/config/expect.js



const block = schemas/* strictObject */.rej(
// Object.fromEntries forgets the keys; they are those of the table.
Object.fromEntries(Object.entries(blockPlaces).map(([key, { about }]) => [
    key,
    judged.optional().describe(about),
])))
    .describe("What must hold of one content block.");
const ordered = schemas/* union */.KCZ([...judgedChoices, sequence]);
/** `expect:` of a step, each place with what must hold there. */
const expect = schemas/* object */.Ikc(
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
const plainServerVerbs = [
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
    ...Object.fromEntries(plainServerVerbs.map((verb) => [verb, bare.describe(serverAbouts[verb])])),
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
    read_file: schemas/* string */.YjP()
        .regex(/^\/[^\0]*[^/\0]$/, "must be an absolute path of a file in the container")
        .describe("Reads a plain file of the container, up to 8 MiB; its content is judged as that of a resource. Not from memory such as /tmp: use a volume.")
        .meta({ examples: ["/data/result.json"] }),
};
const verbShape = { ...mcpVerbs, ...serverVerbs };
/** The verbs as keys of a step, each optional. */
const verbFields = schemas/* object */.Ikc(verbShape).partial().shape;
// Object.keys forgets the keys; they are those of the shape.
const verbs_verbs = Object.keys(verbShape);
const mcpVerbNames = Object.keys(mcpVerbs);
const serverVerbNames = Object.keys(serverVerbs);

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
        until: expect
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
const step = schemas/* strictObject */.rej({
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
    expect: expect.optional().describe("What must hold; see the places and predicates below."),
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
    setup: schemas/* array */.YOg(step)
        .default([])
        .describe("Done first; when one does not pass, the scenario is broken."),
    steps: schemas/* array */.YOg(step)
        .min(1, "needs at least one step: nothing would be tested")
        .describe("Done in order; the first one that does not pass ends the scenario."),
    teardown: schemas/* array */.YOg(step)
        .default([])
        .describe("Done last, whatever came before; each of them, also after one that does not pass."),
})
    .describe("An ordered list of steps.");

;// CONCATENATED MODULE: ./build/config/depends-on.js


/** What may be waited for. */
const depends_on_conditions = schemas/* enum */.k5n(["started", "healthy", "completed"]);
/** Names of servers and services that must be there first, each with what is waited for. */
const dependsOn = schemas/* union */.KCZ([
    schemas/* record */.g1P(fields_name, depends_on_conditions),
    schemas/* array */.YOg(fields_name)
        .transform((names) => Object.fromEntries(names.map((each) => [each, "up"]))),
])
    .transform((waits) => waits)
    .prefault({})
    .describe("Servers and services that come first. started: its container runs; healthy: its health check passes, for a server that it is ready; completed: it exited with code 0. A list waits until each is healthy, or has started where nothing checks it.")
    .meta({ examples: [{ db: "healthy" }] });

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
    publish: schemas/* union */.KCZ([schemas/* boolean */.zMY(), schemas/* int */.Whr().min(1).max(65_535)])
        .default(false)
        .describe("Port of 127.0.0.1 by which later steps of the job reach it, too, while it runs; true is a free one, which the log and docker_get_server_status tell.")
        .meta({ examples: [true, 3000] }),
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

// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./build/config/network.js



/** A place outside that a server may reach. */
const target = schemas/* string */.YjP().transform((written, context) => {
    const rule = egressRule(written);
    if (typeof rule === "string") {
        context.addIssue(rule);
        return core/* NEVER */.tm;
    }
    return rule;
});
/** The rule a text stands for, or what is wrong with it. */
function egressRule(written) {
    if (written.includes("://") || written.includes("/")) {
        return "is no host; write it without https:// and without a path, such as api.example.com:443";
    }
    const [, bracketed, bare = "", digits] = /^(?:\[([^\]]*)\]|([^:[\]]*))(?::(\d+))?$/.exec(written) ?? [];
    const host = (bracketed ?? bare).toLowerCase().replace(/\.$/, "");
    const isAddress = bracketed === undefined ? (0,external_node_net_.isIP)(host) === 4 : (0,external_node_net_.isIP)(host) === 6;
    const isHost = /^(?:\*\.)?(?:[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?\.)*[a-z0-9_](?:[a-z0-9_-]{0,61}[a-z0-9_])?$/;
    // Digits and dots alone are an address, and were not a whole one.
    if (!isAddress && (bracketed !== undefined || !isHost.test(host) || /^[\d.]+$/.test(host))) {
        return "is no host; write for example api.example.com:443, *.example.com, 192.0.2.7:8080 or [2001:db8::7]:443";
    }
    const port = digits === undefined ? null : Number(digits);
    // In the one way of many that a request's address is brought into, too.
    const plain = bracketed === undefined ? host : (URL.parse(`http://[${host}]`)?.hostname.slice(1, -1) ?? host);
    return port !== null && (port < 1 || port > 65_535)
        ? "has a port that is not from 1 to 65535"
        : { host: plain, port };
}
const allow = schemas/* strictObject */.rej({
    allow: schemas/* array */.YOg(target)
        .min(1)
        .max(200)
        .describe("Places it may reach, host:port; *.example.com is everything below that name, and without a port 80 and 443 are meant.")
        .meta({ examples: [["api.example.com:443", "*.example.org"]] }),
})
    .describe("Through a proxy that HTTP_PROXY and HTTPS_PROXY name; every attempt is in the report. Loopback and private addresses only where the address itself is written.");
const network = schemas/* strictObject */.rej({
    egress: schemas/* union */.KCZ([schemas/* enum */.k5n(["none", "full"]), allow])
        .default("none")
        .describe("What it may reach outside. none: nothing; full: everything, unseen."),
    group: fields_name
        .max(20, "needs to have at most 20 characters")
        .optional()
        .describe("Servers of a group reach each other by name, and no others. A server that speaks HTTP or reaches something is in the group default unless it says another; one that does not has no network at all.")
        .meta({ examples: ["backend"] }),
    endpoints: schemas/* array */.YOg(fields_name)
        .default([])
        .describe("HTTP servers of its group whose addresses it gets, as MCP_NAME_URL in its environment.")
        .meta({ examples: [["search"]] }),
})
    .describe("What the server may reach.");
const defaultGroup = "default";
/** The environment variable that holds the address of a server. */
function endpointVariable(server) {
    return `MCP_${server.toUpperCase().replaceAll("-", "_")}_URL`;
}
/** A server that waits for a service reaches it, too. */
function inGroups(servers, services) {
    return Object.fromEntries(Object.entries(servers).map(([name, server]) => {
        const needed = Object.keys(server.depends_on).some((each) => Object.hasOwn(services, each));
        const group = server.network.group ?? (needed ? defaultGroup : undefined);
        return [name, { ...server, network: { ...server.network, group } }];
    }));
}
/** The group a server is in; undefined: none. */
function networkGroupOf(spec) {
    const { group, egress, endpoints } = spec.network;
    if (spec.url !== undefined) {
        return undefined;
    }
    const needed = spec.transport !== "stdio" || typeof egress !== "string" || endpoints.length > 0;
    return group ?? (needed ? defaultGroup : undefined);
}

;// CONCATENATED MODULE: ./build/config/staying-up.js



/** When a server counts as ready, how its health is watched and what becomes of it when it ends. */
const staying_up_checks = schemas/* strictObject */.rej({
    interval: duration(100, 3_600_000).prefault("10s").describe("Time between two checks."),
    timeout: duration(10, 600_000).prefault("5s").describe("Time for the answer."),
    failures: schemas/* int */.Whr()
        .min(1)
        .max(100)
        .default(3)
        .describe("Checks in a row that must fail until it is unhealthy."),
    successes: schemas/* int */.Whr()
        .min(1)
        .max(100)
        .default(1)
        .describe("Checks in a row that must pass until it is healthy again."),
});
const policies = schemas/* enum */.k5n(["no", "on-failure", "always"]);
const policy = schemas/* strictObject */.rej({
    when: policies
        .default("on-failure")
        .describe("on-failure: not when it exits with code 0; always: whenever it ends by itself."),
    most: schemas/* int */.Whr()
        .min(1)
        .max(100)
        .default(5)
        .describe("Restarts in a row; beyond that the server is in a crash loop and stays down."),
    delay: duration(10, 600_000)
        .prefault("200ms")
        .describe("Pause before the first restart; each further one in a row is twice as long."),
    longest_delay: duration(10, 600_000).prefault("10s").describe("Longest pause."),
    steady: duration(100, 3_600_000)
        .prefault("10s")
        .describe("Time up after which restarts are counted anew."),
});
const stayingUpFields = {
    ready: schemas/* strictObject */.rej({
        timeout: duration(100, 3_600_000)
            .prefault("30s")
            .describe("Time from start until it answers and everything below holds."),
        log: noNul
            .min(1)
            .max(1_000)
            .optional()
            .describe("A text that a line of its output contains.")
            .meta({ examples: ["listening on"] }),
        port: schemas/* int */.Whr()
            .min(1)
            .max(65_535)
            .optional()
            .describe("A TCP port that something in its container listens on; needs `cat` in it.")
            .meta({ examples: [3000] }),
        http: schemas/* string */.YjP()
            .regex(/^\/[!-~]*$/, "must begin with / and hold no spaces")
            .optional()
            .describe("A path on its HTTP port that answers with a status from 200 to 299.")
            .meta({ examples: ["/healthz"] }),
        exec: schemas/* array */.YOg(noNul)
            .min(1)
            .optional()
            .describe("A command in its container that exits with code 0.")
            .meta({ examples: [["test", "-e", "/tmp/ready"]] }),
    })
        .prefault({})
        .describe("When the server counts as ready, besides its first MCP answer."),
    health: schemas/* union */.KCZ([schemas/* literal */.euz("image"), staying_up_checks])
        .optional()
        .describe("Asks the server on an interval whether it answers; image: does the HEALTHCHECK of its image instead. Without it nobody asks.")
        .meta({ examples: ["image"] }),
    restart: schemas/* union */.KCZ([policies.transform((when) => policy.parse({ when })), policy])
        .prefault("no")
        .describe("What becomes of a server that ends by itself, or is unhealthy; steps in flight fail, later ones go to the new one.")
        .meta({ examples: ["on-failure"] }),
};

;// CONCATENATED MODULE: ./build/config/volume.js



/** What a volume is made of; exactly one is said. */
const volumeKinds = ["host_path", "volume", "tmpfs"];
const volume = schemas/* strictObject */.rej({
    host_path: noNul
        .min(1)
        .optional()
        .describe("Folder or file inside the workspace, relative to the run file; it must exist. Outside of the workspace it needs leave."),
    volume: fields_name
        .optional()
        .describe("A volume of the run: empty at first, shared by the servers that name it, gone with the run.")
        .meta({ examples: ["cache"] }),
    seed: noNul
        .min(1)
        .optional()
        .describe("Folder inside the workspace whose files a volume of the run has at first.")
        .meta({ examples: ["./fixtures"] }),
    tmpfs: size(4096, 2 ** 40)
        .optional()
        .describe("Memory of this size: empty at each start; what is in it counts as memory."),
    container_path: noNul
        .regex(/^\/(?!\/*$)(?!(?:.*\/)?\.\.?(?:\/|$))/, "must be an absolute path other than /, without . and .. in it")
        .describe("Where the server sees it; an absolute path other than /."),
    read_only: schemas/* boolean */.zMY()
        .optional()
        .describe("Whether the server is kept from writing to it; default is true for the host's files and false for the rest."),
})
    .describe("Files the server sees: exactly one of host_path, volume and tmpfs says whose.")
    .transform((spec) => ({
    ...spec,
    read_only: spec.read_only ?? (spec.volume === undefined && spec.tmpfs === undefined),
}));

;// CONCATENATED MODULE: ./build/config/server.js












/** Every revision of the protocol. */
const revisions = ["2024-11-05", "2025-03-26", "2025-06-18", "2025-11-25", "2026-07-28"];
const protocol = schemas/* enum */.k5n(["auto", "legacy", "modern", ...revisions]);
/** A server as it is written. */
const serverFields = schemas/* strictObject */.rej({
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
    pull: schemas/* enum */.k5n(["always", "missing", "never"])
        .default("missing")
        .describe("When registries are asked for the image, or for the base images when it is built."),
    platform: schemas/* string */.YjP()
        .regex(/^linux\/[a-z0-9]+(?:\/v\d+)?$/, "is no platform; write for example linux/arm64")
        .optional()
        .describe("Platform to pull the image for; default is the engine's own. Another one needs emulation.")
        .meta({ examples: ["linux/arm64"] }),
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
    secrets: schemas/* array */.YOg(serverSecret)
        .default([])
        .describe("Environment variables handed on by name; their values are masked everywhere.")
        .meta({ examples: [["API_KEY", { name: "SIGNING_KEY", as: "file" }]] }),
    volumes: schemas/* array */.YOg(volume)
        .default([])
        .describe("Folders and files the server sees beside its image's.")
        .meta({ examples: [[{ host_path: "./data", container_path: "/data" }]] }),
    network: network.prefault({}),
    depends_on: dependsOn,
    limits: limits.prefault({}),
    hardening: hardening.prefault({}),
    ...stayingUpFields,
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
const server = serverFields.transform((spec) => {
    const transport = spec.transport ?? (spec.url === undefined ? "stdio" : "http");
    const path = spec.http?.path ?? (transport === "sse" ? "/sse" : "/mcp");
    return { ...spec, transport, http: spec.http && { ...spec.http, path } };
});

;// CONCATENATED MODULE: ./build/config/mock/http.js



const http_method = schemas/* string */.YjP()
    .regex(/^[A-Z]{1,20}$/, "is no method of HTTP; write for example GET")
    .optional()
    .describe("Method; default is any.");
const path = schemas/* string */.YjP()
    .max(2_000)
    .regex(/^\/[^\s?#]*$/, "is no path: it must begin with / and hold no spaces, ? or #")
    .describe("Path: {name} stands for one part of it, and * at its end for all that follows. What comes after a ? belongs in query.");
/** `GET /v1/users`, or a map with more of it. */
const request = schemas/* union */.KCZ([
    schemas/* string */.YjP()
        .regex(/^(?:[A-Z]{1,20} )?\/[^\s?#]*$/, "is no request; write for example GET /v1/users/{id}, and the rest as a map")
        .transform((written) => {
        const [first = "", second] = written.split(" ");
        return second === undefined ? { path: first } : { method: first, path: second };
    }),
    schemas/* strictObject */.rej({
        method: http_method,
        path,
        query: schemas/* record */.g1P(schemas/* string */.YjP(), fields_text)
            .optional()
            .describe("Parameters it must have; * stands for any characters.")
            .meta({ examples: [{ page: 2 }] }),
        headers: schemas/* record */.g1P(schemas/* string */.YjP(), fields_text)
            .optional()
            .describe("Headers it must have; * stands for any characters.")
            .meta({ examples: [{ authorization: "Bearer *" }] }),
        body: json
            .optional()
            .describe("What its JSON body must contain, or the text that it must be equal to."),
    }),
]);
const answer = schemas/* strictObject */.rej({
    status: schemas/* int */.Whr().min(200).max(599).default(200).describe("Status."),
    headers: headers.default({}).describe("Headers."),
    json: json.optional().describe("The body, as JSON."),
    text: noNul.optional().describe("The body, as text."),
    base64: base64.optional().describe("The body, as base64."),
    delay: duration(0, 600_000).prefault("0s").describe("Time until it is given."),
})
    .refine((given) => [given.json, given.text, given.base64].filter((body) => body !== undefined).length <= 1, "needs at most one of json, text and base64");
const mockRule = schemas/* strictObject */.rej({
    request: request
        .describe("The request it answers: method and path, or a map.")
        .meta({ examples: ["GET /v1/users/{id}"] }),
    answer: answer.prefault({}).describe("What is answered; default is an empty 200."),
    times: schemas/* int */.Whr()
        .min(1)
        .max(100_000)
        .optional()
        .describe("Used at most so often, then the next one that fits; default is always."),
});
const defaultPort = 8080;
const mockHttp = schemas/* strictObject */.rej({
    port: schemas/* int */.Whr().min(1).max(65_535).default(defaultPort).describe("Port it listens on."),
    answers: schemas/* array */.YOg(mockRule)
        .max(5_000)
        .default([])
        .describe("The first that fits a request answers it."),
    files: schemas/* array */.YOg(schemas/* string */.YjP().min(1))
        .max(100)
        .default([])
        .describe("Files with more answers, in the workspace: YAML or JSON lists of them, or recordings of a browser (.har).")
        .meta({ examples: [["./api.yml", "./upstream.har"]] }),
    upstream: schemas/* string */.YjP()
        .regex(/^https?:\/\/[^\s/?#@]+$/, "is no address of a host; write for example https://api.example.com")
        .optional()
        .describe("The API it stands in for: what nothing fits is asked there, and kept in `recorded`. Never in CI.")
        .meta({ examples: ["https://api.example.com"] }),
    recorded: schemas/* string */.YjP()
        .regex(/\.ya?ml$/, "is no YAML file: its name must end in .yml")
        .optional()
        .describe("File of the answers that were recorded, in the workspace; used like `files`, after them. Delete it to record anew.")
        .meta({ examples: ["./api.recorded.yml"] }),
    unmatched: schemas/* union */.KCZ([schemas/* literal */.euz(404), schemas/* literal */.euz(501)])
        .default(404)
        .describe("Status for what nothing fits; it is a finding, too."),
})
    .refine(({ upstream, recorded }) => upstream === undefined || recorded !== undefined, "needs recorded, the file that answers of upstream are kept in")
    .describe("A stand-in of an HTTP API: answers what is declared, and shows what it was asked.");

;// CONCATENATED MODULE: ./build/config/service.js







const healthcheck = schemas/* strictObject */.rej({
    exec: schemas/* array */.YOg(noNul)
        .min(1)
        .optional()
        .describe("A command in its container that exits with code 0.")
        .meta({ examples: [["pg_isready", "-U", "postgres"]] }),
    port: schemas/* int */.Whr()
        .min(1)
        .max(65_535)
        .optional()
        .describe("A TCP port of it that takes connections.")
        .meta({ examples: [6379] }),
    http: schemas/* string */.YjP()
        .regex(/^\/[!-~]*$/, "must begin with / and hold no spaces")
        .optional()
        .describe("A path on that port that answers with a status from 200 to 299.")
        .meta({ examples: ["/healthz"] }),
    interval: duration(50, 3_600_000).prefault("500ms").describe("Time between two checks."),
    timeout: duration(10, 600_000).prefault("5s").describe("Time for one check."),
    retries: schemas/* int */.Whr()
        .min(1)
        .max(10_000)
        .default(60)
        .describe("Checks in a row that must fail until it is unhealthy, also at its start."),
})
    .refine(({ exec, port }) => (exec === undefined) !== (port === undefined), "needs exactly one of exec and port")
    .refine(({ http, port }) => http === undefined || port !== undefined, "http: needs a port")
    .describe("When it counts as healthy; default is the HEALTHCHECK of its image.");
/** What a service has in common with a server. */
const { image: service_image, pull, platform, build: service_build, command, args, env, secrets, volumes, limits: service_limits, hardening: service_hardening } = serverFields.shape;
/** Exactly one of them says what a service is. */
const serviceKinds = ["image", "build", "mock_http"];
/** A service as it is written. */
const serviceFields = schemas/* strictObject */.rej({
    image: service_image,
    pull,
    platform,
    build: service_build,
    mock_http: mockHttp.optional(),
    command: command.describe("Program and arguments; replaces what the image starts."),
    args: args.describe("Arguments added to the image's own."),
    env: env.describe("Environment of the service."),
    secrets,
    volumes: volumes.describe("Folders and files it sees beside its image's."),
    network: network
        .omit({ endpoints: true })
        .extend({
        group: network.shape.group
            .unwrap()
            .default(defaultGroup)
            .describe("The servers and services of its group reach it by its name, and no others."),
    })
        .prefault({})
        .describe("What it may reach, and who reaches it."),
    limits: service_limits,
    hardening: service_hardening,
    healthcheck: healthcheck.optional(),
    depends_on: dependsOn,
    stop: schemas/* strictObject */.rej({
        sigterm: duration(0, 600_000)
            .prefault("5s")
            .describe("Time to end after SIGTERM, before SIGKILL; 0s skips this."),
    })
        .prefault({})
        .describe("How it is ended: SIGTERM, then SIGKILL."),
})
    .describe("A side container, such as a database: exactly one of image, build and mock_http says what runs. It is isolated as servers are.");
/** A service with what follows from what is written. */
const service = serviceFields.transform((spec) => spec.mock_http === undefined
    ? spec
    : { ...spec, healthcheck: healthcheck.parse({ port: spec.mock_http.port, interval: "100ms" }) });

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
        else if ((0,dist.isScalar)(node) || (0,dist/* isMap */.jh)(node) || (0,dist/* isSeq */.oP)(node)) {
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
const interpolate_inner = /^([A-Za-z_][A-Za-z0-9_]*)(?:(:-|:\?)([^]*))?$/;
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
        const parts = content === undefined ? null : interpolate_inner.exec(content);
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
        const name = content === undefined ? undefined : interpolate_inner.exec(content)?.[1];
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
    return plainValue((0,dist.isScalar)(resolved) ? resolved.value : resolved);
}

;// CONCATENATED MODULE: ./build/config/grow.js




/** Values after aliases are followed: a bomb of aliases ends here, whatever it would have grown to. */
const maxValues = 50_000;
/** Names that reach the prototype when an object is copied carelessly. */
const prototypeNames = new Set([
    "__proto__",
    "constructor",
    "prototype",
]);
/**
 * Makes the tree of a document: aliases followed, `${…}` filled in. Filling in happens in the scalars of the document
 * and not in its text, so a value can never add keys, lines or comments, and every position stays exact.
 */
function grow(document, source, lookup) {
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
        return (0,dist.isScalar)(node) ? scalar(node, offset) : broken(offset);
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
            const name = (0,dist.isScalar)(key) ? String(key.value) : undefined;
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
function quote(text) {
    const cut = text.length > longestQuote ? `${text.slice(0, longestQuote)}…` : text;
    return JSON.stringify(cut);
}
/** What stands there, for a message. What was filled in may be secret: only the text as written is shown. */
function showValue(tree) {
    if (tree.kind !== "scalar") {
        return tree.kind === "map" ? "a map" : "a list";
    }
    if (tree.written !== undefined) {
        return `what was filled in for ${quote(tree.written)}`;
    }
    if (typeof tree.value === "string") {
        return quote(tree.value);
    }
    return tree.value === null ? "nothing" : `the ${typeof tree.value} ${tree.text}`;
}
/** `servers.files.limits.cpus`, `scenarios[0].steps[2]`. */
function showPath(path) {
    return path
        .map((key, index) => typeof key === "number" ? `[${key}]` : `${index === 0 ? "" : "."}${shortKey(String(key))}`)
        .join("");
}
function shortKey(key) {
    return /^[\w$-]{1,60}$/.test(key) ? key : quote(key);
}
/** The candidate a slip of the fingers away from `word`. */
function nearest(word, all) {
    // Every problem may ask: what is compared stays small.
    const candidates = all.slice(0, 200);
    if (candidates.length === 0 || word.length > 200) {
        return undefined;
    }
    const best = (0,mod/* closest */.kp)(word.toLowerCase(), candidates);
    return (0,mod/* distance */.Io)(word.toLowerCase(), best) <= Math.max(2, Math.floor(best.length / 3))
        ? best
        : undefined;
}
/** `Did you mean "command"? Allowed here: …` */
function suggestion(word, candidates) {
    const best = nearest(word, candidates);
    const all = candidates.slice(0, 30).join(", ");
    const allowed = all === "" ? "" : `Allowed here: ${all}.`;
    return [best === undefined ? "" : `Did you mean ${quote(best)}?`, allowed].join(" ").trim();
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

;// CONCATENATED MODULE: ./build/config/lookup.js


/** How `${NAME}` is filled in, or why it is not. */
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
function readSource(text) {
    const counter = new dist.LineCounter();
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

;// CONCATENATED MODULE: ./build/config/tree.js
function child(tree, key) {
    if (tree?.kind === "map") {
        return tree.entries.get(String(key))?.value;
    }
    return tree?.kind === "list" && typeof key === "number" ? tree.items[key] : undefined;
}
function entriesOf(tree) {
    return tree?.kind === "map" ? [...tree.entries] : [];
}
function itemsOf(tree) {
    return tree?.kind === "list" ? tree.items : [];
}
/** The text of a scalar that is text and was not reported already. */
function textOf(tree) {
    return tree?.kind === "scalar" && typeof tree.value === "string" && !tree.broken
        ? tree.value
        : undefined;
}
/** The node at `path`, or the nearest one above it, with how many steps of the path were taken. */
function nodeAt(root, path) {
    let tree = root;
    for (const [depth, key] of path.entries()) {
        const next = child(tree, key);
        if (next === undefined) {
            return { tree, depth };
        }
        tree = next;
    }
    return { tree, depth: path.length };
}
/** Offset of the value at `path` when it begins on its key's line, else of the key; of the nearest above when absent. */
function offsetAt(root, path, counter) {
    const { tree, depth } = nodeAt(root, path);
    if (depth === 0) {
        return tree.offset;
    }
    const above = nodeAt(root, path.slice(0, depth - 1)).tree;
    const entry = above.kind === "map" ? above.entries.get(String(path[depth - 1])) : undefined;
    return entry === undefined ? tree.offset : entryOffset(entry, counter);
}
function entryOffset(entry, counter) {
    const sameLine = counter.linePos(entry.keyOffset).line === counter.linePos(entry.value.offset).line;
    return sameLine ? entry.value.offset : entry.keyOffset;
}
function positionOf(offset, counter) {
    const { line, col } = counter.linePos(offset);
    return { line, column: col };
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
    if ((path[0] !== "servers" && path[0] !== "services") ||
        (typeof value !== "number" && typeof value !== "boolean")) {
        return value;
    }
    const [, , section, below] = path;
    const isText = (path.length === 4 && (section === "env" || section === "args")) ||
        (path.length === 5 && section === "build" && below === "args");
    const changed = path.length === 4 && section === "with" && String(value) !== text;
    return isText || changed ? text : value;
}

;// CONCATENATED MODULE: ./build/config/templates.js







const folder = noNul
    .min(1)
    .describe("Folder with a template.yml, or with such folders in it; relative to the run file, inside the workspace.");
const templateFolder = schemas/* union */.KCZ([
    folder.transform((path) => ({ folder: path, override: false })),
    schemas/* strictObject */.rej({
        folder,
        override: schemas/* boolean */.zMY()
            .default(false)
            .describe("Whether its templates may take the place of others of the same name."),
    }),
]);
/** Where a run file's own templates are: a folder, or a list of them. */
const templateFolders = schemas/* union */.KCZ([
    folder.transform((path) => [{ folder: path, override: false }]),
    schemas/* array */.YOg(templateFolder).min(1).max(50),
])
    .describe("Templates of your own, each a folder; the templates that are built in need no word.")
    .meta({ examples: ["./templates", [{ folder: "./templates/npm", override: true }]] });
/** The template folders that the text of a run file names; none when they are not written as they should be. */
function writtenTemplates(text, fillings) {
    // Most run files name none, and reading one takes some milliseconds.
    const source = text.includes("templates") ? readSource(text.replace(/^\ufeff/, "")) : undefined;
    if (source?.document === undefined) {
        return [];
    }
    const { tree } = grow(source.document, text, lookupIn(fillings));
    const written = child(tree, "templates");
    // What could not be filled in is told where the values are.
    const isOpen = folderTrees(tree).some((folderTree) => folderTree.kind === "scalar" && folderTree.broken);
    const parsed = written && !isOpen && templateFolders.safeParse(values_plainOf(written));
    return parsed && parsed.success ? parsed.data : [];
}
/** Every template folder as it is written, in the order of `writtenTemplates`. */
function folderTrees(root) {
    const written = child(root, "templates");
    const all = written?.kind === "list" ? written.items : written === undefined ? [] : [written];
    return all.map((tree) => child(tree, "folder") ?? tree);
}

;// CONCATENATED MODULE: ./build/config/run-file.js








const maxServers = 100;
const maxServices = 100;
const runFile = schemas/* strictObject */.rej({
    version: schemas/* literal */.euz(1).describe("Version of this format."),
    name: schemas/* string */.YjP().min(1).max(200).optional().describe("Title of the run in reports."),
    timeout: duration(1_000, 86_400_000).prefault("15m").describe("Time for the whole run."),
    templates: templateFolders.optional(),
    image_policy: imagePolicy.optional(),
    servers: schemas/* record */.g1P(fields_name, server)
        .refine((servers) => Object.keys(servers).length > 0, "needs at least one server: nothing would be tested")
        .refine((servers) => Object.keys(servers).length <= maxServers, `has more than ${maxServers} servers`)
        .describe("The MCP servers, by name."),
    services: schemas/* record */.g1P(fields_name, service)
        .refine((services) => Object.keys(services).length <= maxServices, `has more than ${maxServices} services`)
        .default({})
        .describe("Side containers that servers need, by name."),
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
    const schema = json_schema_processors/* toJSONSchema */.bl(runFile, {
        io: "input",
        target: "draft-2020-12",
        override: ({ zodSchema, jsonSchema: node }) => {
            if (zodSchema === serverFields) {
                node.oneOf = serverKinds.map((key) => ({ required: [key] }));
            }
            else if (zodSchema === serviceFields) {
                node.oneOf = serviceKinds.map((key) => ({ required: [key] }));
            }
            else if (zodSchema === step) {
                node.oneOf = verbs_verbs.map((key) => ({ required: [key] }));
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
const serverKinds = ["template", "image", "build", "url"];
/** What the schema says of the value at `path`; several nodes where it leaves a choice. */
function schemaNodesAt(root, path) {
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
function conditionsOf(spec, path, making) {
    return Object.entries(spec).flatMap(([place, judged]) => expectationsAt(judged, place, [...path, place], making));
}
/** One expectation for each predicate, with its position. */
function expectationsAt(spec, place, path, making) {
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
                params: conditionsOf(item.params ?? {}, [...below, "params"], making),
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
const sides = ["sampling", "elicitation", "roots"];
/** What is declared to each server so that it asks only for what is scripted. */
const declarations = {
    "sampling/createMessage": { sampling: {} },
    "elicitation/create": { elicitation: { form: {}, url: {} } },
    "roots/list": { roots: {} },
};
/** The rules of a step's `answers`, one by one; `path` is that of `answers`. */
function answersOf(spec, path, making) {
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
function clientOf(name, spec, scenarios, making) {
    const path = ["servers", name, "client"];
    const { roots, capabilities, ...scripted } = spec;
    const own = answersOf(scripted, path, making);
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

;// CONCATENATED MODULE: ./build/config/issues.js



/** What the schema found wrong, as findings at their places; what grows from a reported value is left out. */
function findingsOf(issues, root, counter) {
    return withoutEchoes(issues).flatMap((issue) => findings(issue, issue.path, { root, counter }));
}
let cached;
/** Making it takes 10 ms, and only a refusal needs it. */
function schemaOnce() {
    cached ??= json_schema_jsonSchema();
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
        const expected = wording_showExpected(schemaNodesAt(schemaOnce(), path));
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
    const expected = limit ?? wording_showExpected(schemaNodesAt(schemaOnce(), path));
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
function actionOf(step, path, making) {
    return mcpAction(step, path, making) ?? serverAction(step);
}
/** A step's name in reports when it has none of its own: verb and target. */
function describeAction({ verb, target }) {
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
    if (step.read_file !== undefined) {
        return { verb: "read_file", target: step.read_file };
    }
    // It has exactly one verb, which was looked for in front of all others.
    return { verb: plainServerVerbs.find((verb) => step[verb] !== undefined) ?? "stop", target: "" };
}
function callOf(step, target) {
    const args = isMap(step.with) ? step.with : {};
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
    return isMap(given)
        ? Object.fromEntries(Object.entries(given).map(([name, value]) => [name, String(value)]))
        : {};
}
function isMap(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./build/config/expectations.js

/** A step's expectations one by one, in the order written; a bare value is `equals`. `path` is that of `expect`. */
function expectationsOf(spec, path, making) {
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
const maxSteps = 10_000;
/**
 * Rows of a CSV file (RFC 4180), the first line being the names of the columns. A cell without quotes that is a JSON
 * number, true or false becomes one; `007`, and all in quotes, stays text.
 */
async function csvRows(text) {
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
            to: maxSteps + 2,
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
function jsonRows(text) {
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
    return rowsOf(rows, (nth) => `its element ${nth}`);
}
/** Rows as they are when all have the same columns; `name` says which row is meant. */
function rowsOf(rows, name) {
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
function labelsOf({ columns, rows }) {
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
function scenariosOf(parsed, loading) {
    const [only = ""] = Object.keys(parsed.servers);
    return parsed.scenarios.flatMap((spec, index) => {
        const path = ["scenarios", index];
        return eachRow(path, loading).map(({ row, label }) => scenarioOf(spec, path, only, row, label, loading));
    });
}
function scenarioOf(spec, path, only, row, label, loading) {
    const name = withLabel(spec.name, label);
    const used = new Map();
    const steps = (phase) => spec[phase].flatMap((step, nth) => stepsOf(step, [...path, phase, nth], { name, row, used, server: spec.server ?? only }, loading));
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
function stepsOf(spec, path, around, loading) {
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

// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: ./build/fault/index.js + 5 modules
var fault = __webpack_require__(440);
;// CONCATENATED MODULE: ./build/config/paths.js



/** Folder that relative paths of a run file start from. */
function folderOf(file, workspace) {
    return (0,external_node_path_.dirname)((0,external_node_path_.resolve)(workspace, file));
}
/** Whether `path`, read from `base`, stays inside `workspace` by its words alone; links are not looked at. */
function paths_staysInside(workspace, base, path) {
    return contains((0,external_node_path_.resolve)(workspace), (0,external_node_path_.resolve)(base, path));
}
/**
 * The real path of `path`, read from `base`, after all symbolic links; it exists and lies inside the real workspace,
 * or inside one of the folders that are `allowed`.
 * Use what it returns, not what was asked for: a link may change afterwards. Throws PATH_NOT_ALLOWED.
 */
async function resolveInside(workspace, base, path, allowed = []) {
    const shown = JSON.stringify(path);
    if (path === "" || path.includes("\0")) {
        throw new fault/* Fault */.vC("PATH_NOT_ALLOWED", `The path ${shown} is empty or has a NUL character in it.`);
    }
    const asked = (0,external_node_path_.resolve)(base, path);
    const folders = [workspace, ...allowed].filter((folder) => contains((0,external_node_path_.resolve)(folder), asked));
    if (folders.length === 0) {
        throw new fault/* Fault */.vC("PATH_NOT_ALLOWED", `The path ${shown} lies outside the workspace.`);
    }
    const roots = await Promise.all([(0,promises_.realpath)(workspace), ...allowed.map(realOf)]);
    let real;
    try {
        real = await (0,promises_.realpath)(asked);
    }
    catch (cause) {
        const why = reasons[errorCode(cause)] ?? "could not be looked up";
        throw new fault/* Fault */.vC("PATH_NOT_ALLOWED", `The path ${shown} ${why}.`, { cause });
    }
    if (!roots.some((root) => contains(root, real))) {
        throw new fault/* Fault */.vC("PATH_NOT_ALLOWED", `The path ${shown} leads outside the workspace through a symbolic link.`);
    }
    const found = await (0,promises_.stat)(real);
    if (!found.isFile() && !found.isDirectory()) {
        throw new fault/* Fault */.vC("PATH_NOT_ALLOWED", `The path ${shown} is neither a file nor a folder.`);
    }
    return real;
}
/** A folder that is not there holds nothing. */
function realOf(folder) {
    return (0,promises_.realpath)(folder).catch(() => (0,external_node_path_.resolve)(folder));
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
/** Whether `path` is `folder` or lies in it, by their words alone. */
function contains(folder, path) {
    const way = (0,external_node_path_.relative)(folder, path);
    return way !== ".." && !way.startsWith(`..${external_node_path_.sep}`) && !(0,external_node_path_.isAbsolute)(way);
}

;// CONCATENATED MODULE: ./build/config/relaxations.js




/** Names without a part of their own. */
const plainNames = ["root", "writable-rootfs", "new-privileges", "unconfined-seccomp"];
const kinds = ["capability", "device", "host-path"];
const hostPathPrefix = "host-path:";
/** Whoever writes here, or reads there, is the host: no leave makes these possible. */
const never = [
    "/proc",
    "/sys",
    "/dev",
    "/boot",
    "/run",
    "/var/run",
    "/var/lib/docker",
    "/var/lib/containerd",
    "/var/lib/containers",
    "/etc",
    "/root/.ssh",
];
/** What is wrong with a name in `allow`; undefined when nothing is. */
function allowProblem(name) {
    if (plainNames.some((plain) => plain === name)) {
        return undefined;
    }
    const [kind, ...rest] = name.split(":");
    const value = rest.join(":");
    if (!kinds.some((known) => known === kind) || value === "") {
        const known = [...plainNames, "capability:NAME", "device:/dev/NAME", "host-path:/PATH"];
        return `is nothing that can be allowed; there are: ${known.join(", ")}`;
    }
    if (kind === "host-path") {
        return (0,external_node_path_.resolve)("/", value) === value ? hostPathProblem(value) : "needs an absolute, plain path";
    }
    const possible = kind === "device" ? canBeHad.device(value) : canBeHad.capability(value);
    return possible ? undefined : "cannot be had at all";
}
/** Why a folder of the host cannot be had at all; undefined when it can. */
function hostPathProblem(path) {
    const gives = never.find((folder) => contains(folder, path) || contains(path, folder));
    if (gives === undefined) {
        return undefined;
    }
    const where = gives === path ? "" : ` ${contains(path, gives) ? "holds" : "lies in"} ${gives}, which`;
    return `cannot be had: ${JSON.stringify(path)}${where} gives the host away`;
}
/** What a server asks for beyond the default, in the order of its entry. */
function relaxationsOf({ hardening, volumes }, { workspace, folder }) {
    const at = (...path) => ["hardening", ...path];
    const asked = [
        isRoot(hardening.user) && { name: "root", path: at("user"), what: "asks to run as root" },
        !hardening.read_only_rootfs && {
            name: "writable-rootfs",
            path: at("read_only_rootfs"),
            what: "asks for a writable root file system",
        },
        hardening.new_privileges && {
            name: "new-privileges",
            path: at("new_privileges"),
            what: "asks to be let gain rights",
        },
        hardening.seccomp === "unconfined" && {
            name: "unconfined-seccomp",
            path: at("seccomp"),
            what: "asks for all system calls",
        },
    ];
    return [
        ...asked.filter((relaxation) => relaxation !== false),
        ...hardening.capabilities.map((name, nth) => ({
            name: `capability:${name}`,
            path: at("capabilities", nth),
            what: `asks for the capability ${name}`,
        })),
        ...hardening.devices.map((device, nth) => ({
            name: `device:${device}`,
            path: at("devices", nth),
            what: `asks for the device ${device}`,
        })),
        ...volumes.flatMap(({ host_path: path }, nth) => path === undefined || paths_staysInside(workspace, folder, path)
            ? []
            : [
                {
                    name: `${hostPathPrefix}${(0,external_node_path_.resolve)(folder, path)}`,
                    path: ["volumes", nth, "host_path"],
                    what: `asks for a path outside the workspace, ${JSON.stringify(path)}`,
                },
            ]),
    ];
}
/** Whether `allow` has the relaxation; a folder of the host lets all in it be used. */
function relaxations_isAllowed({ name }, allow) {
    return (allow.includes(name) ||
        (name.startsWith(hostPathPrefix) &&
            allowedFolders(allow).some((folder) => contains(folder, name.slice(hostPathPrefix.length)))));
}
/** The folders of the host that `allow` names. */
function allowedFolders(allow) {
    return allow
        .filter((name) => name.startsWith(hostPathPrefix))
        .map((name) => name.slice(hostPathPrefix.length))
        .filter((folder) => hostPathProblem(folder) === undefined);
}
/** What to write where, for a relaxation to be let. */
function allowHint(name) {
    return `Whoever starts the run may let it: add the line ${name} to \`allow:\` of the workflow's step, or --allow ${name} to the command.`;
}
/**
 * Throws RELAXATION_NOT_ALLOWED for the first thing the server asks for without leave, PATH_NOT_ALLOWED for a folder of
 * the host that no leave gives.
 */
function refuseRelaxations(server, spec, place, allow) {
    const asked = relaxationsOf(spec, place).find((relaxation) => !relaxations_isAllowed(relaxation, allow));
    const impossible = spec.volumes.flatMap(({ host_path: path = "." }) => staysInside(place.workspace, place.folder, path)
        ? []
        : (hostPathProblem(resolve(place.folder, path)) ?? []))[0];
    if (impossible !== undefined) {
        const message = `A volume of the server ${JSON.stringify(server)} ${impossible}.`;
        throw new Fault("PATH_NOT_ALLOWED", message);
    }
    if (asked !== undefined) {
        const message = `The server ${JSON.stringify(server)} ${asked.what}, which nobody allowed.`;
        throw new Fault("RELAXATION_NOT_ALLOWED", message, { hint: allowHint(asked.name) });
    }
}
/** Every way to write root: its name, or the number with any number of zeros. */
function isRoot(user) {
    return user !== undefined && /^(?:root|0+)(?::|$)/.test(user);
}

;// CONCATENATED MODULE: ./build/config/meaning/hardening.js





/** What servers, or services, ask for that `allow` does not name; nothing where nobody says what is allowed. */
function relaxationFindings(part, specs, root, counter, { workspace, file, allow }) {
    if (allow === undefined) {
        return [];
    }
    const place = { workspace, folder: folderOf(file, workspace) };
    return Object.entries(specs).flatMap(([name, spec]) => relaxationsOf(spec, place)
        .filter((relaxation) => !relaxations_isAllowed(relaxation, allow))
        .map(({ name: wanted, path, what }) => ({
        offset: offsetAt(root, [part, name, ...path], counter),
        message: `the ${part === "servers" ? "server" : "service"} ${quote(name)} ${what}, which nobody allowed`,
        hint: allowHint(wanted),
    })));
}
/** Host paths that no leave makes possible. */
function hostPathFindings(server, { workspace, folder }) {
    return itemsOf(child(server, "volumes")).flatMap((volume) => {
        const tree = child(volume, "host_path");
        const path = textOf(tree);
        if (!tree || path === undefined || paths_staysInside(workspace, folder, path)) {
            return [];
        }
        const problem = hostPathProblem((0,external_node_path_.resolve)(folder, path));
        return problem === undefined
            ? []
            : [outsideFinding(tree, `lies outside the workspace and ${problem}`)];
    });
}
function outsideFinding(tree, why) {
    return { offset: tree.offset, message: `the path ${showValue(tree)} ${why}` };
}
/** Rights that nobody in the container could use. */
function powerlessFindings(server) {
    const hardening = child(server, "hardening");
    const tree = child(hardening, "capabilities");
    const user = child(hardening, "user");
    const gains = child(hardening, "new_privileges");
    const gainsRights = gains?.kind === "scalar" && gains.value === true;
    const root = user?.kind === "scalar" && /^(?:root|0+)(?::|$)/.test(user.text);
    return tree && itemsOf(tree).length > 0 && !root && !gainsRights
        ? [
            {
                offset: tree.offset,
                message: "capabilities: the server does not run as root, so it could use none of them",
                hint: "Add `user: root`, or `new_privileges: true` for a program that carries them itself.",
            },
        ]
        : [];
}

;// CONCATENATED MODULE: ./build/config/meaning/images.js




/** Servers and services whose image the run file's own policy refuses; what templates and Dockerfiles use is judged when they are read. */
function imageFindings(root) {
    const written = child(root, "image_policy");
    const policy = written && imagePolicy.safeParse(values_plainOf(written));
    if (!policy?.success) {
        return [];
    }
    const all = ["servers", "services"].flatMap((part) => entriesOf(child(root, part)));
    return all.flatMap(([, { value }]) => {
        const tree = value.kind === "map" ? child(value, "image") : undefined;
        const reference = textOf(tree);
        const breach = reference && policyBreach(policy.data, reference);
        return tree && breach
            ? [{ offset: tree.offset, message: `the image ${showValue(tree)} ${breach}` }]
            : [];
    });
}

;// CONCATENATED MODULE: ./build/config/written-steps.js

/** The lists of steps of a scenario, in the order they are done. */
const phases = ["setup", "steps", "teardown"];
/** The steps of setup, steps and teardown. */
function written_steps_stepsOf(scenario) {
    return phases.flatMap((phase) => [...itemsOf(child(scenario, phase))]);
}

;// CONCATENATED MODULE: ./build/config/meaning/captures.js




/** Keys of a step in which no `{{ name }}` is filled in. */
const neverFilled = new Set(["server", "capture", "for_each", "timeout"]);
/** Names that are asked for before they exist, in the order setup, steps, teardown; `rows` by the value of a `for_each`. */
function captureFindings(scenario, rows) {
    const outer = columnsOf(scenario, rows);
    const captured = new Set();
    return written_steps_stepsOf(scenario).flatMap((step) => {
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
const repeatable = [...mcpVerbNames, "exec", "read_file"];
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
    capture: [...requests, "send_raw", "wait_for", "exec", "read_file"],
};
/** Of each pair a step may have one. */
const exclusive = [
    ["retry", "trials", "tries until it passes; the other counts how often it passes"],
    ["retry", "repeat", "tries until it passes; the other must pass every time"],
    ["trials", "repeat", "counts how often it passes; the other must pass every time"],
    ["retry", "parallel", "tries one after the other"],
    ["cancel_after", "fault", "cancels the request; the other changes it on the wire"],
];
/** Which verbs have the places of a scope. */
const modifiers_scopes = {
    answer: [...requests, "send_raw"],
    result: [...requests, "send_raw", "wait_for", "exec", "read_file"],
    content: ["call", "read", "prompt", "request", "send_raw", "read_file"],
    tool: ["call", "request", "send_raw"],
    exec: ["exec"],
};

;// CONCATENATED MODULE: ./build/config/judged-tree.js


/** The places below `expect:`; `error: {code: …}` is error.code, a block of the list `content` is content[0].type and so on. */
function writtenPlaces(expect) {
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
function expectTrees(step) {
    return [child(step, "expect"), child(child(step, "retry"), "until")];
}
/** Everything of a step that is judged: those, `wait_for.where` and the `when` of its answers. */
function judgedTrees(step) {
    const expected = expectTrees(step).flatMap((tree) => writtenPlaces(tree).map(({ entry }) => entry.value));
    const where = entriesOf(child(child(step, "wait_for"), "where")).map(([, { value }]) => value);
    const when = rulesOf(child(step, "answers")).flatMap((rule) => entriesOf(child(rule, "when")).map(([, { value }]) => value));
    return [...expected, ...where, ...when];
}
/** The rules of `answers:` or `client:`; one rule may stand without a list. */
function rulesOf(answers) {
    return ["sampling", "elicitation", "roots"].flatMap((key) => {
        const tree = child(answers, key);
        return tree?.kind === "map" ? [tree] : itemsOf(tree).filter(({ kind }) => kind === "map");
    });
}
/** The values of every predicate `name`, at any depth of what is judged; values to compare with are not looked into. */
function predicateTrees(judged, name) {
    if (judged.kind === "list") {
        return sequenceParts(judged).flatMap((part) => predicateTrees(part, name));
    }
    return entriesOf(judged).flatMap(([key, { value }]) => {
        const own = key === name ? [value] : [];
        switch (key) {
            case "not":
            case "each":
            case "length":
                return [...own, ...predicateTrees(value, name)];
            case "all_of":
            case "any_of":
                return [...own, ...itemsOf(value).flatMap((item) => predicateTrees(item, name))];
            case "sequence":
                return [...own, ...sequenceParts(value).flatMap((part) => predicateTrees(part, name))];
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
function sequencePaths(judged) {
    const sequences = [
        ...predicateTrees(judged, "sequence"),
        ...(judged.kind === "list" ? [judged] : []),
    ];
    return sequences.flatMap((sequence) => itemsOf(sequence).flatMap((item) => entriesOf(child(item, "params"))));
}

;// CONCATENATED MODULE: ./build/config/meaning/judged.js




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
function judgedFindings(tree, context) {
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
                return judgedFindings(value, context);
            case "all_of":
            case "any_of":
                return itemsOf(value).flatMap((item) => judgedFindings(item, context));
            case "length":
                return judgedFindings(value, {
                    place: `the length of ${place}`,
                    kind: "number",
                    ordered: false,
                });
            case "each":
                return judgedFindings(value, { place: `each of ${place}`, kind: "any", ordered: false });
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

;// CONCATENATED MODULE: ./build/config/meaning/places.js






/** Places that a step does not have, and predicates that can never hold there. */
function placeFindings(step, verb, server) {
    return expectTrees(step)
        .flatMap(writtenPlaces)
        .flatMap(({ place: name, entry }) => {
        const place = places_placeOf(name);
        if (place === undefined) {
            // The parts of error are keys of the schema.
            const hint = `${suggestion(name, Object.keys(places_places))} Or a JSONPath, which begins with $.`;
            return name.startsWith("error.")
                ? []
                : [{ offset: entry.keyOffset, message: `unknown place ${quote(name)} in expect`, hint }];
        }
        if (name === "error" && entry.value.kind === "scalar") {
            // The schema takes true and false only.
            return [];
        }
        const shown = name.startsWith("$") ? "a JSONPath" : name;
        if (verb !== undefined && place.scope !== "always" && !modifiers_scopes[place.scope].includes(verb)) {
            const suited = modifiers_scopes[place.scope].join(", ");
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
function pathFindings(step, problem) {
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
    return [...keys, ...values].flatMap(({ path, offset }) => pathFinding(path, offset, problem));
}
/** A finding when `path` begins as a JSONPath and is none. */
function pathFinding(path, offset, problem) {
    const why = path.startsWith("$") ? problem(path) : undefined;
    return why === undefined ? [] : [{ offset, message: `${quote(path)} is no JSONPath: ${why}` }];
}

;// CONCATENATED MODULE: ./build/config/meaning/steps.js





/** What a schema of single fields cannot say about one step. */
function stepFindings(step, context) {
    if (step.kind !== "map") {
        return [];
    }
    const { entries } = step;
    const written = verbs_verbs.filter((verb) => entries.has(verb));
    const verb = written.length === 1 ? written[0] : undefined;
    return [
        ...verbFindings(step, entries, written),
        ...(verb === undefined ? [] : modifierFindings(entries, verb)),
        ...(verb === undefined ? [] : withFindings(entries, verb)),
        ...(verb === undefined ? [] : serverFindings(entries, verb, context.server)),
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
    const misspelt = [...entries.keys()].some((key) => !stepKeys.has(key) && nearest(key, verbs_verbs) !== undefined);
    const message = "the step has no verb; exactly one says what it does";
    return misspelt ? [] : [{ offset: step.offset, message, hint: `Verbs are ${verbs_verbs.join(", ")}.` }];
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
    return Object.entries(modifiers_modifiers).flatMap(([key, suited]) => {
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
function serverFindings(entries, verb, server) {
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

;// CONCATENATED MODULE: ./build/config/meaning/scenarios.js






/** What a schema of single fields cannot say about scenarios and steps. */
function scenarioFindings(root, outside) {
    const servers = serversOf(root);
    const scenarios = itemsOf(child(root, "scenarios"));
    return [
        ...doubleNames(scenarios),
        ...tooManySteps(root, outside),
        ...scenarios.flatMap((scenario) => {
            const own = child(scenario, "server");
            return [
                ...serverFinding(own, servers),
                ...written_steps_stepsOf(scenario).flatMap((step) => findingsOfStep(step, textOf(own), own !== undefined, servers, outside)),
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
        steps += times(scenario) * written_steps_stepsOf(scenario).reduce((sum, step) => sum + times(step), 0);
        if (steps > maxSteps) {
            const message = `up to here the run file comes to more than ${maxSteps} steps with the rows of for_each`;
            const hint = `A run file may come to ${maxSteps} steps. Take fewer rows, or several run files.`;
            return [{ offset: scenario.offset, message, hint }];
        }
    }
    return [];
}

;// CONCATENATED MODULE: ./build/config/own-secrets.js

/** Where the names of a server's own secrets stand. */
function ownSecretsOf(server) {
    return itemsOf(child(server, "secrets")).map(secretNameOf);
}
/** Where the name of a secret stands, which may have more said of it. */
function secretNameOf(secret) {
    return child(secret, "name") ?? secret;
}

;// CONCATENATED MODULE: ./build/config/merge-tree.js



/**
 * A server's entry with `defaults` under it: what the entry says wins. Maps are merged; of `secrets` both hold, of
 * `volumes` those at other places; every other list is the entry's own. What was added stands at `offset`.
 */
function under(entry, defaults, offset) {
    return entry.kind === "map"
        ? mergedMap(entry, treeOf(merge_tree_suited(defaults, entry), offset), true)
        : entry;
}
/** The same for an entry that was not written in a file. */
function underPlain(entry, defaults) {
    return plainOf(under(treeOf(entry, 0), defaults, 0), ["servers", "given"]);
}
/** What the entry decides otherwise takes with it what belongs to that. */
function merge_tree_suited(defaults, entry) {
    const { secrets, http, env: said, protocol, protocols, ...rest } = defaults;
    const env = child(entry, "env");
    const hidden = new Set(ownSecretsOf(entry).map(textOf));
    const decided = child(entry, "protocol") ?? child(entry, "protocols");
    const isStdio = textOf(child(entry, "transport")) === "stdio";
    return {
        ...rest,
        ...(http === undefined || isStdio ? {} : { http }),
        ...(protocol === undefined || decided ? {} : { protocol }),
        ...(protocols === undefined || decided ? {} : { protocols }),
        // And one that is a secret here is not given openly.
        ...(typeof said === "object" && said !== null
            ? { env: Object.fromEntries(Object.entries(said).filter(([name]) => !hidden.has(name))) }
            : {}),
        // A value that is given openly is not asked for as a secret.
        ...(Array.isArray(secrets)
            ? { secrets: secrets.filter((secret) => child(env, nameIn(secret)) === undefined) }
            : {}),
    };
}
function nameIn(secret) {
    return String(typeof secret === "object" && secret !== null && "name" in secret ? secret.name : secret);
}
function mergedMap(own, defaults, isTop) {
    const entries = new Map(own.entries);
    for (const [key, entry] of entriesOf(defaults)) {
        const written = entries.get(key);
        if (written === undefined) {
            entries.set(key, entry);
        }
        else {
            entries.set(key, { ...written, value: merged(key, written.value, entry.value, isTop) });
        }
    }
    return { ...own, entries };
}
function merged(key, own, defaults, isTop) {
    if (own.kind === "map" && defaults.kind === "map") {
        return mergedMap(own, defaults, false);
    }
    if (!isTop || own.kind !== "list" || (key !== "secrets" && key !== "volumes")) {
        return own;
    }
    const mark = (tree) => textOf(key === "volumes" ? child(tree, "container_path") : secretNameOf(tree));
    const taken = new Set(own.items.map(mark));
    const others = itemsOf(defaults).filter((tree) => !taken.has(mark(tree)));
    return { ...own, items: [...own.items, ...others] };
}
function treeOf(value, offset) {
    if (Array.isArray(value)) {
        return { kind: "list", offset, items: value.map((item) => treeOf(item, offset)) };
    }
    if (typeof value === "object" && value !== null) {
        const entries = Object.entries(value).map(([key, each]) => [key, { keyOffset: offset, value: treeOf(each, offset) }]);
        return { kind: "map", offset, entries: new Map(entries) };
    }
    const scalar = typeof value === "string" || typeof value === "number" || typeof value === "boolean"
        ? value
        : null;
    return { kind: "scalar", offset, value: scalar, text: String(scalar ?? ""), broken: false };
}

;// CONCATENATED MODULE: ./build/config/template-defaults.js






/** The tree with what each server's template says put under the server's entry, and with what is wrong with parameters. */
async function withTemplates(read, book) {
    const servers = child(read.tree, "servers");
    if (read.tree.kind !== "map" || servers?.kind !== "map") {
        return read;
    }
    const applied = await Promise.all(entriesOf(servers).map(async ([name, entry]) => {
        const { value, findings } = await appliedTo(name, entry.value, book);
        return { name, entry: { ...entry, value }, findings };
    }));
    const entries = new Map(applied.map(({ name, entry }) => [name, entry]));
    const tree = template_defaults_replaced(read.tree, "servers", { ...servers, entries });
    const findings = applied.flatMap((each) => each.findings);
    return { ...read, tree, findings: [...read.findings, ...findings] };
}
async function appliedTo(name, server, book) {
    const named = child(server, "template");
    const template = textOf(named);
    // What is no template's name, or that of none, is told where the fields are checked.
    if (!named || template === undefined || !isName(template) || !book.names.includes(template)) {
        return { value: server, findings: [] };
    }
    try {
        const { server: defaults, problems } = await book.apply(template, givenIn(server));
        return {
            value: under(server, defaults, named.offset),
            findings: problems.map((problem) => findingOf(problem, name, server, named.offset)),
        };
    }
    catch (thrown) {
        const { message, problems } = (0,fault/* asFault */.Ps)(thrown);
        const { offset } = named;
        const findings = problems.map(({ message: why, ...at }) => ({
            offset,
            message: why,
            elsewhere: at,
        }));
        return { value: server, findings: findings.length > 0 ? findings : [{ offset, message }] };
    }
}
/** Only what the schema of the run file takes for parameters; it tells of the rest. */
function givenIn(server) {
    const given = entriesOf(child(server, "with")).flatMap(([name, { value }]) => {
        const plain = values_plainOf(value, ["servers", "", "with", name]);
        return typeof plain === "string" || typeof plain === "number" || typeof plain === "boolean"
            ? [[name, plain]]
            : [];
    });
    return Object.fromEntries(given);
}
function findingOf({ parameter, message, aboutValue, hint }, server, tree, offset) {
    const given = entryOf(tree, "with");
    const own = parameter === undefined ? undefined : entryOf(given?.value, parameter);
    const path = ["servers", server, "with", ...(parameter === undefined ? [] : [parameter])];
    return {
        offset: own?.keyOffset ?? given?.keyOffset ?? offset,
        message: `${showPath(path)}: ${message}${aboutValue && own ? `; got ${showValue(own.value)}` : ""}`,
        ...(hint === undefined ? {} : { hint }),
    };
}
function entryOf(tree, key) {
    return tree?.kind === "map" ? tree.entries.get(key) : undefined;
}
function template_defaults_replaced(map, key, value) {
    const entry = map.entries.get(key);
    return entry === undefined
        ? map
        : { ...map, entries: new Map(map.entries).set(key, { ...entry, value }) };
}

;// CONCATENATED MODULE: ./build/config/mentioned.js







/** The names a run file and its templates need values for; of a file that cannot be read, every `${…}` in its text. */
async function mentionedNames(text, templates) {
    const source = readSource(text.replace(/^\ufeff/, ""));
    if (source.document === undefined) {
        return { variables: [...new Set(namesIn(text))], secrets: [] };
    }
    const grown = grow(source.document, text, (name) => ({ problem: name }));
    const read = { ...grown, written: grown.tree, counter: source.counter };
    const { tree } = templates === undefined ? read : await withTemplates(read, templates);
    return { variables: [...grown.names], secrets: [...new Set(secretsOf(tree))] };
}
/**
 * Values for exactly the names that `text` and its templates mention: given variables first, then the environment without the names
 * that belong to the runner. What has no value is left out.
 */
async function neededValues(text, given, environment, templates) {
    const names = await mentionedNames(text, templates);
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
function clientSecretOf(server) {
    return child(child(child(server, "auth"), "client_credentials"), "client_secret");
}
/** Where the names of the secrets of a server's build stand. */
function buildSecretsOf(server) {
    return itemsOf(child(child(server, "build"), "secrets"));
}
function secretsOf(root) {
    const all = ["servers", "services"].flatMap((part) => entriesOf(child(root, part)));
    return all.flatMap(([, { value }]) => [
        ...ownSecretsOf(value),
        ...buildSecretsOf(value),
        child(value, "bearer"),
        clientSecretOf(value),
    ].flatMap((tree) => textOf(tree) ?? []));
}

;// CONCATENATED MODULE: ./build/config/meaning/endpoints.js





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
    "pull",
    "platform",
    "http",
    "restart",
]);
/** Keys that only a server spoken to over HTTP has. */
const ofHttp = new Set(["http", "headers", "bearer", "auth"]);
/** What does not go together where a server is reached. */
function endpointFindings(name, server) {
    const transport = child(server, "transport");
    const isUrl = child(server, "url") !== undefined;
    const spoken = textOf(transport) ?? (isUrl ? "http" : "stdio");
    // A template may be for servers that run elsewhere.
    const hasTemplate = child(server, "template") !== undefined;
    const keys = entriesOf(server);
    const who = `the server ${quote(name)}`;
    if (isUrl && spoken === "stdio") {
        const { offset } = transport ?? server;
        return [{ offset, message: `${who} has a url, which is spoken to over http or sse` }];
    }
    const misplaced = keys.flatMap(([key, { keyOffset, value }]) => {
        const isOfContainer = ofContainers.has(key) || (key === "health" && textOf(value) === "image");
        if (isUrl && isOfContainer && !(key === "with" && hasTemplate)) {
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
        ...readyFindings(who, child(server, "ready"), isUrl, spoken),
        ...both(server, "protocol", "protocols", "say which revision is spoken"),
        ...bothTokens(server),
    ];
}
/** What is waited for besides the first answer, and can never come. */
function readyFindings(who, ready, isUrl, spoken) {
    return entriesOf(ready).flatMap(([key, { keyOffset }]) => {
        if (isUrl && key !== "timeout") {
            const message = `ready.${key}: is looked for in a container, but ${who} is a url and runs elsewhere`;
            return [{ offset: keyOffset, message }];
        }
        const message = `ready.http: goes with the transports http and sse, but ${who} is spoken to over stdio`;
        return key === "http" && spoken === "stdio" ? [{ offset: keyOffset, message }] : [];
    });
}
/** JSONPaths and predicates of the scripted answers. */
function clientFindings(client, jsonPathProblem) {
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

;// CONCATENATED MODULE: ./build/config/meaning/network.js




/** What does not go together where servers are to reach each other. */
function networkFindings(root) {
    const servers = new Map(entriesOf(child(root, "servers")));
    const ports = new Map();
    return [...servers].flatMap(([name, { keyOffset, value }]) => [
        ...itsOwnName(name, keyOffset, value),
        ...publishFindings(name, value, ports),
        ...endpointsOf(value).flatMap((tree, index, all) => {
            const message = endpointProblem(name, value, tree, all.slice(0, index), servers);
            return message === undefined ? [] : [{ offset: tree.offset, ...message }];
        }),
    ]);
}
/** Why nobody reaches a container that is called so, in words; undefined: they do. */
function whyUnreachable(name) {
    if (name === "localhost") {
        return "in every container that name is the container itself";
    }
    const host = URL.parse(`http://${name}`)?.hostname;
    if (host === undefined) {
        return "no address can have that name in it";
    }
    return host === name ? undefined : `in an address that name means ${host}`;
}
/** Names that lead elsewhere, or nowhere, when they stand in an address. */
function itsOwnName(name, offset, server) {
    const why = isName(name) ? whyUnreachable(name) : undefined;
    return why === undefined || groupOf(server) === undefined
        ? []
        : [
            {
                offset,
                message: `the server ${quote(name)} cannot be reached by the others of its group: ${why}`,
                hint: "Give it another name.",
            },
        ];
}
/** A fixed port is one container's; `ports` holds whose each is so far. */
function publishFindings(name, server, ports) {
    const tree = child(child(server, "http"), "publish");
    if (tree?.kind !== "scalar" || typeof tree.value !== "number") {
        return [];
    }
    const port = tree.value;
    const hint = "Publish it at true, a free port, which the log tells.";
    const other = ports.get(port);
    if (other !== undefined) {
        const message = `the servers ${quote(other)} and ${quote(name)} are both published at port ${port}`;
        return [{ offset: tree.offset, message, hint }];
    }
    ports.set(port, name);
    const times = itemsOf(child(server, "protocols")).length;
    return times > 1
        ? [
            {
                offset: tree.offset,
                message: `the server ${quote(name)} runs ${times} times, once for each of its protocols, and only one can be published at port ${port}`,
                hint,
            },
        ]
        : [];
}
function endpointProblem(name, server, tree, before, servers) {
    const wanted = textOf(tree);
    if (wanted === undefined || !isName(wanted)) {
        return undefined;
    }
    const shown = showValue(tree);
    const other = servers.get(wanted)?.value;
    const http = httpServers(servers).filter((each) => each !== name);
    if (other === undefined) {
        return { message: `there is no server ${shown}`, hint: suggestion(wanted, http) };
    }
    if (wanted === name) {
        return { message: `the server ${quote(name)} is an endpoint of itself` };
    }
    if (!http.includes(wanted)) {
        const how = child(other, "url") === undefined ? "is spoken to over stdio" : "runs elsewhere";
        return {
            message: `the server ${shown} ${how}: it has no address in a group`,
            hint: "Endpoints are servers of this run file that speak http or sse.",
        };
    }
    const own = groupOf(server) ?? defaultGroup;
    const its = groupOf(other) ?? defaultGroup;
    if (own !== its) {
        return {
            message: `the server ${shown} is in the group ${quote(its)}, which is not reached from ${quote(own)}`,
            hint: `Put both in one group: network: { group: ${its} }.`,
        };
    }
    const variable = endpointVariable(wanted);
    const twin = before.find((each) => endpointVariable(textOf(each) ?? "") === variable);
    if (twin !== undefined) {
        return textOf(twin) === wanted
            ? { message: `the endpoint ${shown} is listed twice` }
            : { message: `the endpoints ${showValue(twin)} and ${shown} would both be ${variable}` };
    }
    const isTaken = child(child(server, "env"), variable) !== undefined ||
        itemsOf(child(server, "secrets")).some((secret) => textOf(secret) === variable);
    return isTaken
        ? {
            message: `${variable}, the address of ${shown}, is also in the server's own environment`,
            hint: "Leave out one of them.",
        }
        : undefined;
}
function endpointsOf(server) {
    return itemsOf(child(child(server, "network"), "endpoints"));
}
function httpServers(servers) {
    return [...servers].filter(([, { value }]) => isHttp(value)).map(([name]) => name);
}
function isHttp(server) {
    const transport = textOf(child(server, "transport"));
    return child(server, "url") === undefined && transport !== undefined && transport !== "stdio";
}
/** As `networkGroupOf` has it of what was parsed. */
function groupOf(server) {
    const network = child(server, "network");
    const needed = isHttp(server) ||
        child(network, "egress")?.kind === "map" ||
        itemsOf(child(network, "endpoints")).length > 0;
    return textOf(child(network, "group")) ?? (needed ? defaultGroup : undefined);
}

;// CONCATENATED MODULE: ./build/config/meaning/volumes.js





/** What a schema of single fields cannot say about the volumes of a server. */
function volumeFindings(server, place) {
    const volumes = itemsOf(child(server, "volumes")).filter(({ kind }) => kind === "map");
    return [
        ...volumes.flatMap(kindFindings),
        ...volumes.flatMap((volume) => seedFindings(volume, place)),
        ...mountedTwice(volumes),
    ];
}
/** Servers and services that would fill the same volume of the run with different files: which came first would decide. */
function seedClashes(root) {
    const seeds = new Map();
    const all = ["servers", "services"].flatMap((part) => entriesOf(child(root, part)));
    return all.flatMap(([, { value: entry }]) => itemsOf(child(entry, "volumes")).flatMap((volume) => {
        const name = textOf(child(volume, "volume"));
        const tree = child(volume, "seed");
        const seed = textOf(tree);
        if (name === undefined || tree === undefined || seed === undefined) {
            return [];
        }
        const first = seeds.get(name) ?? seed;
        seeds.set(name, first);
        const message = `the volume ${showValue(child(volume, "volume") ?? volume)} is given two seeds, ${quote(first)} and ${showValue(tree)}`;
        return first === seed ? [] : [{ offset: tree.offset, message }];
    }));
}
function kindFindings(volume) {
    const given = entriesOf(volume).filter(([key]) => volumeKinds.some((kind) => kind === key));
    const [first, second] = given;
    const which = `exactly one of ${volumeKinds.join(", ")} says whose files it has`;
    if (first === undefined) {
        return [
            {
                offset: volume.offset,
                message: `the volume has none of ${volumeKinds.join(", ")}; ${which}`,
            },
        ];
    }
    return second === undefined
        ? []
        : [
            {
                offset: second[1].keyOffset,
                message: `the volume has both ${first[0]} and ${second[0]}; ${which}`,
            },
        ];
}
function seedFindings(volume, { workspace, folder }) {
    const seed = child(volume, "seed");
    const path = textOf(seed);
    if (seed === undefined) {
        return [];
    }
    if (child(volume, "volume") === undefined) {
        const message = "seed: only a volume of the run (`volume: NAME`) is given files at first";
        return [{ offset: seed.offset, message }];
    }
    return path !== undefined && !paths_staysInside(workspace, folder, path)
        ? [outsideFinding(seed, "lies outside the workspace")]
        : [];
}
function mountedTwice(volumes) {
    const seen = new Set();
    return volumes.flatMap((volume) => {
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
/** Each volume of the run with its seed wherever it is named: whoever starts first makes it. */
function withSeeds(parts, seeds) {
    return Object.fromEntries(Object.entries(parts).map(([name, part]) => [
        name,
        {
            ...part,
            volumes: part.volumes.map((volume) => {
                const seed = seeds.get(volume.volume ?? "");
                return seed === undefined ? volume : { ...volume, seed };
            }),
        },
    ]));
}
/** The seed of each volume of the run that has one. */
function seedsOf(parts) {
    return new Map(parts.flatMap(({ volumes }) => volumes.flatMap(({ volume, seed }) => volume === undefined || seed === undefined ? [] : [[volume, seed]])));
}

;// CONCATENATED MODULE: ./build/config/meaning/servers.js











/** What a schema of single fields cannot say about the servers, and what services have in common with them. */
function servers_serverFindings(root, surroundings, { jsonPathProblem }) {
    const network = networkFindings(root);
    const own = entriesOf(child(root, "servers")).flatMap(([name, entry]) => entry.value.kind === "map"
        ? [
            ...templateFindings(entry.value, surroundings),
            ...secretFindings(entry.value, surroundings),
            ...servers_pathFindings(entry.value, surroundings),
            ...endpointFindings(name, entry.value),
            ...clientFindings(child(entry.value, "client"), jsonPathProblem),
        ]
        : []);
    const beside = entriesOf(child(root, "services")).flatMap(([, { value }]) => value.kind === "map"
        ? [...secretFindings(value, surroundings), ...servers_pathFindings(value, surroundings)]
        : []);
    return [...own, ...beside, ...network, ...seedClashes(root)];
}
/** Servers of which nothing, or more than one thing, says what runs. */
function servers_kindFindings(written) {
    return entriesOf(child(written, "servers")).flatMap(([name, entry]) => entry.value.kind === "map" ? kindFindingsOf(name, entry) : []);
}
function kindFindingsOf(name, { keyOffset, value }) {
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
    const listed = ownSecretsOf(server).flatMap((tree) => {
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
    return [...listed, ...named, ...buildSecretFindings(server, secrets)];
}
/** A build argument can be read from the image, so none may be called like a secret. */
function buildSecretFindings(server, secrets) {
    const own = buildSecretsOf(server);
    const names = new Set([...ownSecretsOf(server), ...own].map(textOf));
    const args = entriesOf(child(child(server, "build"), "args"));
    const asArguments = args
        .filter(([name]) => names.has(name))
        .map(([name, { keyOffset }]) => ({
        offset: keyOffset,
        message: `the secret ${quote(name)} is given as a build argument, which stays readable in the image`,
        hint: `List it in build.secrets, and read it in the Dockerfile by RUN --mount=type=secret,id=${name}.`,
    }));
    return [...own.flatMap((tree) => unsetFindings(tree, secrets)), ...asArguments];
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
function servers_pathFindings(server, surroundings) {
    const { workspace, folder } = surroundings;
    const build = child(server, "build");
    const context = build?.kind === "map" ? child(build, "context") : build;
    const contextPath = textOf(context) ?? ".";
    const dockerfile = textOf(child(build, "dockerfile"));
    const findings = context && !paths_staysInside(workspace, folder, contextPath)
        ? [outsideFinding(context, "lies outside the workspace")]
        : [];
    findings.push(...hostPathFindings(server, surroundings), ...powerlessFindings(server));
    if (dockerfile !== undefined && !paths_staysInside(contextPath, contextPath, dockerfile)) {
        const tree = child(build, "dockerfile") ?? server;
        const message = `the Dockerfile ${showValue(tree)} lies outside its context`;
        findings.push({ offset: tree.offset, message });
    }
    return [...findings, ...volumeFindings(server, surroundings)];
}

;// CONCATENATED MODULE: ./build/config/meaning/services.js






/** What a schema of single fields cannot say about services, and about who waits for whom. */
function serviceFindings(root) {
    const services = entriesOf(child(root, "services"));
    const servers = entriesOf(child(root, "servers"));
    return [
        ...services.flatMap(([name, entry]) => services_kindFindings(name, entry)),
        ...clashes(services, new Set(servers.map(([name]) => name))),
        ...dependencyFindings(new Map(servers), new Map(services)),
    ];
}
function services_kindFindings(name, { keyOffset, value }) {
    if (value.kind !== "map") {
        return [];
    }
    const kinds = entriesOf(value).filter(([key]) => serviceKinds.some((kind) => kind === key));
    const [first, second] = kinds;
    const which = `exactly one of ${serviceKinds.join(", ")} says what runs`;
    if (first && second) {
        const message = `the service ${quote(name)} has both ${first[0]} and ${second[0]}; ${which}`;
        return [{ offset: second[1].keyOffset, message }];
    }
    return first
        ? idleFindings(name, value)
        : [
            {
                offset: keyOffset,
                message: `the service ${quote(name)} has none of ${serviceKinds.join(", ")}; ${which}`,
            },
        ];
}
/** What a mock has no use for: it is a program of ours. */
const ofOthers = [
    "pull",
    "platform",
    "command",
    "args",
    "env",
    "secrets",
    "volumes",
    "healthcheck",
];
function idleFindings(name, service) {
    return child(service, "mock_http") === undefined
        ? []
        : entriesOf(service)
            .filter(([key]) => ofOthers.includes(key))
            .map(([key, { keyOffset: offset }]) => ({
            offset,
            message: `${key}: goes with image or build, but the service ${quote(name)} is a mock`,
        }));
}
/** Names are what others reach them by, so no two are the same. */
function clashes(services, servers) {
    return services.flatMap(([name, { keyOffset: offset }]) => {
        const hint = "Give it another name.";
        const why = isName(name) ? whyUnreachable(name) : undefined;
        if (why !== undefined) {
            return [{ offset, message: `the service ${quote(name)} cannot be reached: ${why}`, hint }];
        }
        const message = `${quote(name)} is both a server and a service: others reach them by that name`;
        return servers.has(name) ? [{ offset, message, hint }] : [];
    });
}
function dependencyFindings(servers, services) {
    const all = new Map([...servers, ...services]);
    const edges = [...all].flatMap(([from, { value }]) => edgesOf(from, value));
    const own = edges.flatMap((edge, nth) => {
        const first = edges.findIndex(({ from, to }) => from === edge.from && to === edge.to);
        const problem = first < nth
            ? { message: `${quote(edge.to)} is listed twice` }
            : edgeProblem(edge, servers, services);
        return problem === undefined ? [] : [{ offset: edge.offset, ...problem }];
    });
    return [...own, ...cycles(edges)];
}
function edgesOf(from, entry) {
    const tree = child(entry, "depends_on");
    const listed = itemsOf(tree).map((item) => ({
        from,
        to: textOf(item) ?? "",
        offset: item.offset,
        condition: undefined,
    }));
    const mapped = entriesOf(tree).map(([to, { keyOffset: offset, value }]) => ({
        from,
        to,
        offset,
        condition: textOf(value),
    }));
    return [...listed, ...mapped].filter(({ to }) => isName(to));
}
function edgeProblem({ from, to, condition }, servers, services) {
    const known = [...services.keys(), ...servers.keys()].filter((name) => name !== from);
    if (from === to) {
        return { message: `${quote(from)} waits for itself` };
    }
    if (!known.includes(to)) {
        return {
            message: `there is no server or service ${quote(to)}`,
            hint: suggestion(to, known),
        };
    }
    if (condition === "completed" && servers.has(to)) {
        return {
            message: `the server ${quote(to)} never completes: a server runs until it is stopped`,
            hint: "Wait for it with `healthy`.",
        };
    }
    const service = services.get(to)?.value;
    const dependant = servers.get(from) ?? services.get(from);
    const its = groupIn(service) ?? defaultGroup;
    const own = groupIn(dependant?.value) ?? defaultGroup;
    return service !== undefined && condition !== "completed" && its !== own
        ? {
            message: `the service ${quote(to)} is in the group ${quote(its)}, which is not reached from ${quote(own)}`,
            hint: `Put both in one group: network: { group: ${its} }.`,
        }
        : undefined;
}
function groupIn(entry) {
    return textOf(child(child(entry, "network"), "group"));
}
/** Each round of waiting once, at the line that closes it. */
function cycles(edges) {
    const findings = [];
    const done = new Set();
    function visit(name, chain) {
        for (const { to, offset } of edges.filter(({ from }) => from === name)) {
            const start = chain.indexOf(to);
            if (start >= 0 && to !== name) {
                const round = [...chain.slice(start), to].join(" → ");
                findings.push({ offset, message: `nothing of this could ever start: ${round}` });
            }
            else if (start < 0 && !done.has(to)) {
                visit(to, [...chain, to]);
            }
        }
        done.add(name);
    }
    for (const { from } of edges) {
        if (!done.has(from)) {
            visit(from, [from]);
        }
    }
    return findings;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
;// CONCATENATED MODULE: ./build/config/text-file.js



/** Reads a regular file of UTF-8, without following a link, waiting for a writer or reading more than `maxBytes`. */
function readTextFile(path, maxBytes) {
    let descriptor;
    try {
        // Looked at before it is opened: opening a device can have effects, opening a FIFO waits for a writer.
        const why = irregularity((0,external_node_fs_.lstatSync)(path));
        if (why !== undefined) {
            return { kind: "unusable", why };
        }
        descriptor = (0,external_node_fs_.openSync)(path, external_node_fs_.constants.O_RDONLY | external_node_fs_.constants.O_NOFOLLOW | external_node_fs_.constants.O_NONBLOCK);
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
        const why = irregularity((0,external_node_fs_.fstatSync)(descriptor));
        return why === undefined
            ? decoded(bytesOf(descriptor, maxBytes), maxBytes)
            : { kind: "unusable", why };
    }
    finally {
        (0,external_node_fs_.closeSync)(descriptor);
    }
}
/** At most one byte more than `maxBytes`. */
function bytesOf(descriptor, maxBytes) {
    const chunks = [];
    let length = 0;
    for (let read = -1; read !== 0 && length <= maxBytes; length += read) {
        const chunk = Buffer.alloc(Math.min(256 * 1024, maxBytes + 1 - length));
        read = (0,external_node_fs_.readSync)(descriptor, chunk, 0, chunk.length, length);
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
    return (0,external_node_buffer_.isUtf8)(bytes)
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

;// CONCATENATED MODULE: ./build/config/read-inside.js




/** The text of a file that the tree names, which lies inside the workspace; or what is wrong with it. */
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
        const why = (0,fault/* asFault */.Ps)(thrown)
            .message.replace(/^.*?" /s, "")
            .replace(/\.$/, "");
        return { finding: { offset, message: `the file ${shown} ${why}` } };
    }
}

;// CONCATENATED MODULE: ./build/config/mock/har.js

/** What is used of a recording of a browser (HTTP Archive 1.2). */
const archive = schemas/* object */.Ikc({
    log: schemas/* object */.Ikc({
        entries: schemas/* array */.YOg(schemas/* object */.Ikc({
            request: schemas/* object */.Ikc({ method: schemas/* string */.YjP(), url: schemas/* string */.YjP() }),
            response: schemas/* object */.Ikc({
                status: schemas/* number */.aig(),
                content: schemas/* object */.Ikc({
                    text: schemas/* string */.YjP().optional(),
                    encoding: schemas/* string */.YjP().optional(),
                    mimeType: schemas/* string */.YjP().optional(),
                }),
            }),
        }))
            .max(5_000),
    }),
});
/**
 * The answers of a recording: each of its requests by method, path and query gets what was answered; the same one again
 * what was answered next, and the last answer of it for ever.
 *
 * Of headers only the type of the content is kept: cookies and the like are nobody's business. A text is what is wrong.
 */
function rulesOfArchive(value) {
    const read = archive.safeParse(value);
    if (!read.success) {
        const { path = [], message = "" } = read.error.issues[0] ?? {};
        return `is no HTTP archive: ${path.join(".")}: ${message}`;
    }
    const entries = read.data.log.entries.flatMap(({ request, response }) => {
        const url = URL.parse(request.url);
        const isAnswer = response.status >= 200 && response.status <= 599;
        return url !== null && isAnswer ? [{ method: request.method, url, response }] : [];
    });
    return entries.map(({ method, url, response: { status, content } }, nth) => {
        const again = entries
            .slice(nth + 1)
            .some((later) => later.method === method && later.url.href === url.href);
        const { text, encoding, mimeType } = content;
        const body = text === undefined ? {} : encoding === "base64" ? { base64: text } : { text };
        return {
            request: { method, path: url.pathname, query: Object.fromEntries(url.searchParams) },
            answer: {
                status,
                headers: mimeType ? { "content-type": mimeType } : {},
                ...body,
                delay: 0,
            },
            ...(again ? { times: 1 } : {}),
        };
    });
}

;// CONCATENATED MODULE: ./build/config/mock/files.js










const maxBytes = 16 * 2 ** 20;
const rules = schemas/* array */.YOg(mockRule).max(5_000);
const files_suited = /\.(?:ya?ml|json|har)$/i;
/** Where the files of answers of all mocks are named. */
function mockFileTrees(root) {
    return entriesOf(child(root, "services")).flatMap(([, { value }]) => filesOf(child(value, "mock_http")));
}
/** What was recorded comes last. */
function filesOf(mock) {
    const recorded = child(mock, "recorded");
    return [...itemsOf(child(mock, "files")), ...(recorded === undefined ? [] : [recorded])];
}
/** Reads a file of answers, or all of a folder in the order of their names, into `answers`; what is wrong with them. */
async function readMockFile(tree, root, place, answers) {
    const written = textOf(tree);
    if (written === undefined) {
        return [];
    }
    const findings = [];
    const all = [];
    if (isRecorded(tree, root) && !(0,external_node_fs_.existsSync)((0,external_node_path_.resolve)(place.folder, written))) {
        // The first recording makes it.
        return paths_staysInside(place.workspace, place.folder, written)
            ? []
            : [
                {
                    offset: tree.offset,
                    message: `the file ${showValue(tree)} lies outside the workspace`,
                },
            ];
    }
    for (const path of await filesAt(written, place)) {
        const found = await readInside(tree, path, maxBytes, place);
        if ("finding" in found) {
            findings.push(found.finding);
            continue;
        }
        const read = path.toLowerCase().endsWith(".har")
            ? archived(found.text, tree)
            : listed(found.text, tree, (0,external_node_path_.relative)(place.workspace, (0,external_node_path_.resolve)(place.folder, path)));
        all.push(...read.rules);
        findings.push(...read.findings);
    }
    answers.set(tree, all);
    return findings;
}
function isRecorded(tree, root) {
    return entriesOf(child(root, "services")).some(([, { value }]) => child(child(value, "mock_http"), "recorded") === tree);
}
/** The file itself; of a folder what is in it. */
async function filesAt(path, { workspace, folder }) {
    try {
        const real = await resolveInside(workspace, folder, path);
        return (0,external_node_fs_.statSync)(real).isDirectory()
            ? (0,external_node_fs_.readdirSync)(real)
                .filter((name) => files_suited.test(name))
                .sort()
                .map((name) => (0,external_node_path_.join)(path, name))
            : [path];
    }
    catch {
        // What is wrong is told where it is read.
        return [path];
    }
}
function archived(text, tree) {
    const wrong = (message) => ({
        rules: [],
        findings: [{ offset: tree.offset, message: `the file ${showValue(tree)} ${message}` }],
    });
    try {
        const found = rulesOfArchive(JSON.parse(text));
        return typeof found === "string" ? wrong(found) : { rules: found, findings: [] };
    }
    catch {
        return wrong("is not JSON");
    }
}
function listed(text, { offset }, file) {
    const { document, counter, findings } = readSource(text);
    const there = (at, message) => {
        const { line, col } = counter.linePos(at);
        return { offset, message, elsewhere: { file, line, column: col } };
    };
    if (document === undefined) {
        return { rules: [], findings: findings.map((each) => there(each.offset, each.message)) };
    }
    const read = rules.safeParse(document.toJS({ maxAliasCount: 0 }));
    if (read.success) {
        return { rules: read.data, findings: [] };
    }
    const problems = read.error.issues.map(({ path, message }) => {
        const node = document.getIn(path, true);
        const at = hasRange(node) ? node.range[0] : 0;
        return there(at, `${showPath(path) || "the file"}: ${message}`);
    });
    return { rules: [], findings: problems };
}
function hasRange(node) {
    return typeof node === "object" && node !== null && "range" in node && Array.isArray(node.range);
}
/** The services with the answers of their files behind their own. */
function withAnswers(services, root, answers) {
    return Object.fromEntries(Object.entries(services).map(([name, service]) => {
        const mock = service.mock_http;
        const tree = child(child(child(root, "services"), name), "mock_http");
        const more = filesOf(tree).flatMap((file) => answers.get(file) ?? []);
        return [
            name,
            mock === undefined
                ? service
                : { ...service, mock_http: { ...mock, answers: [...mock.answers, ...more] } },
        ];
    }));
}

// EXTERNAL MODULE: ./build/schema/index.js + 15 modules
var build_schema = __webpack_require__(26132);
;// CONCATENATED MODULE: ./build/config/outside.js










const maxRowsBytes = 16 * 2 ** 20;
const maxSchemaBytes = 2 ** 20;
/** Reads the files that the tree names, all inside the workspace, and compiles its schemas. */
async function readOutside(root, place) {
    const rows = new Map();
    const schemas = new Map();
    const answers = new Map();
    const findings = [];
    for (const scenario of itemsOf(child(root, "scenarios"))) {
        const steps = written_steps_stepsOf(scenario);
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
    for (const tree of mockFileTrees(root)) {
        findings.push(...(await readMockFile(tree, root, place, answers)));
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
    return { rows, schemas, answers, findings, jsonPathProblem };
}
async function readRows(tree, place, rows) {
    if (tree.kind === "list") {
        const plain = itemsOf(tree).map((item) => (item.kind === "map" ? values_plainOf(item) : undefined));
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
        elsewhere: { file: (0,external_node_path_.relative)(place.workspace, (0,external_node_path_.resolve)(place.folder, path)), line, column: 1 },
    }));
}
async function readSchema(tree, place, schemas) {
    const { offset } = tree;
    const path = textOf(tree);
    let schema = path === undefined ? values_plainOf(tree) : undefined;
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
    const compiled = await (0,build_schema/* compileSchema */.Fc)(schema);
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
function schemasIn(step) {
    return judgedTrees(step).flatMap((tree) => predicateTrees(tree, "schema"));
}

;// CONCATENATED MODULE: ./build/config/problems.js


const maxShown = 20;
/** Findings as problems in the order of the file, each once. */
function problemsOf(file, findings, counter) {
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
function refusal(file, problems) {
    const count = problems.length === 1 ? "a problem" : `${problems.length} problems`;
    const shown = problems.length > maxShown ? `, the first ${maxShown} are listed` : "";
    const message = `The run file ${file} has ${count}${shown}.`;
    return new fault/* Fault */.vC("RUN_FILE_INVALID", message, { problems: problems.slice(0, maxShown) });
}
/** RELAXATION_NOT_ALLOWED with the first 20 of the problems. */
function notAllowed(file, problems) {
    const count = problems.length === 1 ? "something" : `${problems.length} things`;
    const message = `The run file ${file} asks for ${count} that nobody allowed.`;
    return new fault/* Fault */.vC("RELAXATION_NOT_ALLOWED", message, { problems: problems.slice(0, maxShown) });
}

;// CONCATENATED MODULE: ./build/config/read.js



/** Where a run file is looked for when none is named, in this order, from the workspace. */
const defaultRunFiles = ["mcp-manager.yml", ".github/mcp-manager.yml"];
/** Largest run file in bytes. */
const maxRunFileBytes = 256 * 1024;
/**
 * Reads the run file `named`, or else the first of the default places that exists, from `folder`. Throws RUN_FILE_NOT_FOUND
 * naming all that were tried, and RUN_FILE_INVALID for what is not a regular file, larger than 256 KiB, or not UTF-8.
 */
function findRunFile(folder, named) {
    const paths = named === undefined ? defaultRunFiles : [named];
    for (const path of paths) {
        const read = readTextFile((0,external_node_path_.resolve)(folder, path), maxRunFileBytes);
        if (read.kind === "text") {
            return { path, text: read.text };
        }
        if (read.kind === "unusable") {
            throw invalid(path, read.why, read.cause);
        }
    }
    const tried = paths.map(quoted).join(" and no ");
    throw new fault/* Fault */.vC("RUN_FILE_NOT_FOUND", `There is no ${tried} in ${quoted(folder)}.`);
}
function invalid(file, what, cause) {
    const options = { problems: [{ file, line: 1, column: 1, message: what }], cause };
    return new fault/* Fault */.vC("RUN_FILE_INVALID", `The run file ${quoted(file)} ${what}.`, options);
}
function quoted(text) {
    return JSON.stringify(text);
}

;// CONCATENATED MODULE: ./build/config/writable-folders.js




/**
 * The folder among `others` that makes it unsafe to give a server this one: whoever may write to a folder can put a link
 * in the place of what lies in it, and the engine would follow that link anywhere on the host.
 */
function unsafeBeside(folder, others) {
    return others.find((other) => other.path !== folder.path &&
        ((other.writable && contains(other.path, folder.path)) ||
            (folder.writable && contains(folder.path, other.path))));
}
/** Volumes that lie in one that a server may write to, or that hold one if the server may write to them. */
function overlapFindings(sections, root, counter, { workspace, file }) {
    const base = folderOf(file, workspace);
    const all = Object.entries(sections).flatMap(([section, sharing]) => Object.entries(sharing).flatMap(([server, { volumes }]) => volumes.flatMap(({ host_path: host, seed, read_only: readOnly }, nth) => {
        const [key, path] = host === undefined ? ["seed", seed] : ["host_path", host];
        const at = [section, server, "volumes", nth, key];
        const writable = host !== undefined && !readOnly;
        return path === undefined ? [] : [{ server, path: (0,external_node_path_.resolve)(base, path), writable, at }];
    })));
    return all.flatMap((folder, nth) => {
        const other = unsafeBeside(folder, all.slice(0, nth));
        return other === undefined
            ? []
            : [
                {
                    offset: offsetAt(root, folder.at, counter),
                    message: `the volume of ${quote(folder.server)} ${folder.path.length > other.path.length ? "lies in" : "holds"} one of ${quote(other.server)}, and what is written to the outer one could lead the inner one anywhere`,
                    hint: "Make the outer one read-only, or use folders beside each other.",
                },
            ];
    });
}

;// CONCATENATED MODULE: ./build/config/load.js
























/**
 * Reads, fills in and checks a run file, with the files it refers to; also what a program wrote. Throws RUN_FILE_INVALID with
 * all problems, of which the first 20 are listed; RELAXATION_NOT_ALLOWED when there are no others.
 */
async function loadRunFile(request) {
    const { templates } = request;
    const written = readTree(request);
    const read = templates === undefined ? written : await withTemplates(written, templates);
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
    return { ...grown, written: grown.tree, counter };
}
/** The second half: everything is checked and, if it is sound, made into what is done. */
function checked(read, outside, request) {
    const { tree, counter } = read;
    const parsed = runFile.safeParse(values_plainOf(tree));
    const all = [
        ...read.findings,
        ...(parsed.success ? [] : findingsOf(parsed.error.issues, tree, counter)),
        ...outside.findings,
        ...folderFindings(tree, request.templates),
        ...servers_kindFindings(read.written),
        ...servers_serverFindings(tree, surroundingsOf(request), outside),
        ...serviceFindings(tree),
        ...imageFindings(tree),
        ...scenarioFindings(tree, outside),
    ];
    if (!parsed.success || all.length > 0) {
        throw refusal(request.file, problemsOf(request.file, all, counter));
    }
    const { servers, services } = parsed.data;
    const overlaps = overlapFindings({ servers, services }, tree, counter, request);
    if (overlaps.length > 0) {
        throw refusal(request.file, problemsOf(request.file, overlaps, counter));
    }
    const relaxed = [
        ...relaxationFindings("servers", servers, tree, counter, request),
        ...relaxationFindings("services", services, tree, counter, request),
    ];
    if (relaxed.length > 0) {
        throw notAllowed(request.file, problemsOf(request.file, relaxed, counter));
    }
    const locate = (path) => positionOf(offsetAt(tree, path, counter), counter);
    const treeAt = (path) => {
        const found = nodeAt(tree, path);
        return found.depth === path.length ? found.tree : undefined;
    };
    const loading = { locate, treeAt, schemas: outside.schemas, rows: outside.rows };
    const scenarios = scenariosOf(parsed.data, loading);
    const seeds = seedsOf([...Object.values(servers), ...Object.values(services)]);
    return {
        runFile: {
            ...parsed.data,
            servers: inGroups(withSeeds(servers, seeds), services),
            services: withAnswers(withSeeds(services, seeds), tree, outside.answers),
        },
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
    return { workspace, folder: folderOf(file, workspace), templates: templates?.names, secrets };
}
function folderFindings(tree, templates) {
    const folders = folderTrees(tree);
    return (templates?.folderProblems ?? []).map(({ nth, message }) => ({
        offset: folders[nth]?.offset ?? tree.offset,
        message,
    }));
}
function notAMap(tree) {
    const what = tree.kind === "list" ? "a list" : "a single value";
    const empty = tree.kind === "scalar" && tree.value === null;
    const message = empty
        ? "the run file is empty"
        : `the run file is ${what}; expected a map with version, servers and scenarios`;
    return { offset: tree.offset, message };
}

;// CONCATENATED MODULE: ./build/config/reference/examples.js
/** One example for each section of the reference; a test loads each of them. */
const examples_examples = {
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
    services: `
services:
  db:
    image: redis:7
    healthcheck: { port: 6379, interval: 200ms }
  api:
    mock_http:
      answers:
        - request: GET /v1/users/{id}
          answer: { json: { name: Ada } }
  fixtures:
    build: ./fixtures
    depends_on: { db: healthy }
servers:
  search:
    build: ./server
    env: { REDIS_URL: "redis://db:6379" }
    depends_on: { db: healthy, fixtures: completed }
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

;// CONCATENATED MODULE: ./build/config/reference/table.js

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
function table_fieldTable(root, node) {
    const rows = Object.entries(node.properties ?? {}).map(([key, property]) => table_row(root, key, property, node.required?.includes(key) === true, property.description ?? ""));
    return `| key | type | default | example | meaning |\n|---|---|---|---|---|\n${rows.join("\n")}\n`;
}
/** The keys of a schema's map, and below them the maps that stand in it, each as a section of its own. */
function fieldSections(root, title) {
    return [table_fieldTable(root, root), ...table_nestedSections(root, root, title)];
}
/** The maps below the keys of a map, each as a section with its table. */
function table_nestedSections(root, node, title) {
    return Object.entries(node.properties ?? {}).flatMap(([key, property]) => mapsIn(root, property).flatMap(({ map, suffix }) => {
        const name = `${title}.${key}${suffix}`;
        const about = map.description === undefined ? "" : `${map.description}\n\n`;
        return [
            `### ${name}\n\n${about}${table_fieldTable(root, map)}`,
            ...table_nestedSections(root, map, name),
        ];
    }));
}
/** One row of a table of keys. */
function table_row(root, key, node, required, meaning) {
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
function table_resolved(root, node) {
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
    const inner = table_resolved(root, node);
    const own = inner.properties === undefined ? [] : [{ map: inner, suffix }];
    const choices = (inner.anyOf ?? []).flatMap((choice) => mapsIn(root, choice, suffix));
    const items = inner.items === undefined ? [] : mapsIn(root, inner.items, `${suffix}[]`);
    const all = [...own, ...choices, ...items];
    // One answer may stand without a list, so its map is there twice.
    return all.filter(({ map }, nth) => all.findIndex((other) => other.map.description === map.description) === nth);
}
function typeOf(root, node) {
    const words = table_typeWords.get(definitionOf(node) ?? "");
    const inner = table_resolved(root, node);
    return words ?? showExpected((inner.anyOf ?? [inner]).map((choice) => table_resolved(root, choice)));
}
const table_typeWords = new Map([
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

;// CONCATENATED MODULE: ./build/config/reference/page.js







/** Markdown reference of the run file: every key with type, default, example and meaning. */
function referencePage() {
    const root = jsonSchema();
    const server = below(root, root, "servers", "*");
    const service = below(root, root, "services", "*");
    const scenario = below(root, root, "scenarios", "[]");
    const step = resolved(root, root.$defs?.["step"] ?? {});
    const answers = resolved(root, root.$defs?.["answers"] ?? {});
    const rows = root.$defs?.["rows"] ?? {};
    return [
        referenceHead,
        section("## The file", root.description, "", fieldTable(root, root)),
        section("## Servers", server.description, examples.servers, fieldTable(root, server)),
        ...nestedSections(root, server, "servers.NAME"),
        section("## Services", service.description, examples.services, fieldTable(root, service)),
        ...nestedSections(root, page_pick(service, (key) => ["healthcheck", "mock_http", "stop"].includes(key)), "services.NAME"),
        section("## Scenarios", scenario.description, examples.scenarios, fieldTable(root, scenario)),
        section("### for_each", rows.description, examples.forEach, rowsText),
        section("## Steps", step.description, "", ""),
        section("### Verbs", verbsText, examples.verbs, fieldTable(root, page_pick(step, isVerb))),
        ...nestedSections(root, page_pick(step, isVerb), "step"),
        section("### What goes with a verb", "", examples.modifiers, modifierTable(root, step)),
        ...nestedSections(root, page_pick(step, (key) => !isVerb(key)), "step"),
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
function page_pick(node, wanted) {
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
























/***/ }),

/***/ 98793:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Eo: () => (/* reexport */ buildFailureOf),
  xn: () => (/* reexport */ connectEngine),
  C: () => (/* reexport */ packFolder),
  Z8: () => (/* reexport */ unpackInto)
});

// UNUSED EXPORTS: createDemultiplexer, isEngineGone, openObjectStore, removedWhileItRan

// EXTERNAL MODULE: ./build/fault/index.js + 5 modules
var build_fault = __webpack_require__(440);
;// CONCATENATED MODULE: ./build/engine/build-fault.js

/** What the engine's words mean where they do not say it. */
const causes = [
    {
        pattern: /exec format error/i,
        hint: "The image is for another processor than the engine's; choose one for this platform, or set up emulation on the engine.",
    },
    {
        pattern: /--mount option requires BuildKit/i,
        hint: "This engine has no BuildKit; its classic builder knows no `--mount`. Use Docker Engine 20.10 or newer.",
    },
    {
        pattern: /unknown flag: network|network\.host is not allowed/i,
        hint: "A Dockerfile never gets the host's network; what it needs from there, copy into the context.",
    },
    {
        pattern: /no active sessions|secret \S+: not found|secret \S+ not found/i,
        hint: "Name the secret in `build.secrets`, so that it is handed to the build.",
    },
    {
        pattern: /\bunknown instruction\b/i,
        hint: "Correct the Dockerfile. Lines of a heredoc (`<<EOF`) are taken for instructions by engines before 23.",
    },
];
/** The fault of a build that failed, in one message: step, exit code, the engine's words, the step's last lines. */
function buildFault(what, failure) {
    const { error, tail } = failure;
    const said = [error, ...tail].join("\n");
    const code = /exit code: (\d+)|returned a non-zero code: (\d+)/.exec(error);
    const exit = code ? ` with exit code ${code[1] ?? code[2]}` : "";
    const hint = causes.find(({ pattern }) => pattern.test(said))?.hint;
    return new build_fault/* Fault */.vC(/no space left on device|disk quota exceeded/i.test(said)
        ? "ENGINE_DISK_FULL"
        : "IMAGE_BUILD_FAILED", `${what} failed${at(failure)}${exit}: ${error}${quoted(failure)}`, { cause: failure, ...(hint !== undefined && { hint }) });
}
/** The fault of a build that its time limit ended; `running` is the step it was at. */
function buildTimeout(what, timeoutMs, running) {
    const [where, last] = running ? [at(running), quoted(running)] : ["", ""];
    return new build_fault/* Fault */.vC("IMAGE_BUILD_FAILED", `${what} was stopped after ${timeoutMs / 1000} s, its time limit${where}${last}`, {
        cause: running,
        hint: "Find out what the step waits for, or allow more with `build.timeout`.",
    });
}
/** Why a build failed, when that is what the fault is about. */
function buildFailureOf(fault) {
    const cause = fault instanceof build_fault/* Fault */.vC ? fault.cause : undefined;
    return typeof cause === "object" && cause !== null && "step" in cause && "tail" in cause
        ? cause
        : undefined;
}
/** ` at \`RUN npm ci\``, without BuildKit's stage and count. */
function at({ step }) {
    const instruction = step.replace(/^\[[^\]]*\]\s*|^Step \d+\/\d+ : /, "");
    return instruction === "" ? "" : ` at \`${instruction}\``;
}
function quoted({ tail, lines }) {
    if (tail.length === 0) {
        return "";
    }
    const of = lines > tail.length ? ` of ${lines}` : "";
    return `\nLast ${tail.length}${of} lines of the step:\n${tail.join("\n")}`;
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./build/clock/index.js + 4 modules
var clock = __webpack_require__(56931);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(44708);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
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
        return [parseHost(environment.DOCKER_HOST, undefined, environment)];
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
function parseHost(host, certificates, environment) {
    const scheme = /^([a-z]+):\/\//.exec(host)?.[1] ?? "tcp";
    if (scheme === "unix") {
        return { kind: "unix", path: host.slice("unix://".length) || "/var/run/docker.sock" };
    }
    if (scheme === "ssh") {
        throw new build_fault/* Fault */.vC("USAGE", `The engine's address is ${host}: engines over ssh are not supported`, {
            hint: "Forward the socket (`ssh -L /tmp/docker.sock:/var/run/docker.sock HOST`) and set DOCKER_HOST=unix:///tmp/docker.sock.",
        });
    }
    const url = URL.parse(host.includes("://") ? host : `tcp://${host}`);
    if (!url || !url.hostname || !["tcp", "http", "https"].includes(scheme)) {
        throw new build_fault/* Fault */.vC("USAGE", `DOCKER_HOST is "${host}", which is not an address of an engine`, {
            hint: "Write for example unix:///var/run/docker.sock or tcp://127.0.0.1:2375.",
        });
    }
    const tls = certificates !== undefined ||
        Boolean(environment.DOCKER_TLS_VERIFY) ||
        scheme === "https" ||
        url.port === String(tlsPort);
    const folder = certificates ?? environment.DOCKER_CERT_PATH ?? configFolder(environment);
    return {
        kind: "tcp",
        host: url.hostname.replace(/^\[(.*)\]$/, "$1"),
        port: Number(url.port) || (tls ? tlsPort : plainPort),
        tls: tls ? readTls(folder) : null,
    };
}
function configFolder({ DOCKER_CONFIG, HOME }) {
    return DOCKER_CONFIG || (0,external_node_path_.join)(HOME ?? "/", ".docker");
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
    if (!environment.HOME && !environment.DOCKER_CONFIG) {
        return undefined;
    }
    const folder = configFolder(environment);
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
    // A context that has certificates wants TLS, whatever its port.
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

/** Nothing of ours is said later; the patterns would take long on a megabyte. */
const longestRead = 4_000;
/** What the engine says, and what it means. The first that matches counts. Texts of 20.10 to 28.5. */
const rules = [
    {
        pattern: /no such image|reference does not exist|manifest (for \S+ )?(not found|unknown)|repository does not exist/i,
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
        pattern: /range of cpus is from|minimum memory limit|less than minimum|greater than the host/i,
        code: "LIMIT_NOT_POSSIBLE",
    },
    {
        pattern: /unable to find (user|group)|no matching entries in (passwd|group) file/i,
        code: "ENGINE_ERROR",
        hint: "The image's USER is in none of its lists of users; name one by number in `hardening.user`.",
    },
    {
        pattern: /error gathering device information/i,
        code: "ENGINE_ERROR",
        hint: "`hardening.devices` names devices of the machine that the engine runs on; it has no such one.",
    },
    {
        pattern: /non-overlapping IPv4 address pool|predefined address pools have been fully subnetted|could not find free subnet/i,
        code: "ENGINE_NETWORKS_FULL",
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
/** The same for the error lines that come inside a stream. */
function wordsFault(words, doing, cause) {
    const start = words.slice(0, longestRead);
    const rule = rules.find((candidate) => candidate.pattern.test(start));
    return new build_fault/* Fault */.vC(rule?.code ?? "ENGINE_ERROR", `${doing}: ${words}`, {
        ...(rule?.hint === undefined ? {} : { hint: rule.hint }),
        ...(cause === undefined ? {} : { cause }),
    });
}
/** HTTP status of an answer that the modem took for an error. */
function statusOf(error) {
    const answer = error instanceof build_fault/* Fault */.vC ? error.cause : error;
    const status = fieldOf(answer, "statusCode");
    // Podman, of a container that goes away while it is asked for.
    const isGone = status === 500 && fieldOf(fieldOf(answer, "json"), "cause") === "no such container";
    return isGone ? 404 : typeof status === "number" ? status : undefined;
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

;// CONCATENATED MODULE: ./build/engine/engine-lost.js




const patienceMs = 1_000;
/** The fault of an engine that was there and is not any more; `doing` begins the message. */
function engineLost(doing, endpoint, cause) {
    return new build_fault/* Fault */.vC("ENGINE_LOST", `${doing}: the engine at ${endpoint_endpointText(endpoint)} went away`, cause === undefined ? {} : { cause });
}
/** Whether a call failed because there is no engine at the other end. */
function isEngineGone(error) {
    return (error instanceof build_fault/* Fault */.vC &&
        ["ENGINE_LOST", "ENGINE_NOT_RUNNING", "ENGINE_NOT_INSTALLED"].includes(error.code));
}
/** Whether a connection ended at its other end, between two messages or within one. */
function isHangUp(error) {
    const code = error instanceof Error ? error.code : undefined;
    return code === "EPIPE" || code === "ECONNRESET";
}
/**
 * Whether nobody answers at the engine's address any more; what only takes long counts as answering.
 *
 * A request and not only a connection: a process that is being killed still has its listening socket for a moment
 * after its connections ended, and the kernel takes new ones for it.
 */
function refusesConnections(endpoint) {
    return new Promise((resolve) => {
        const send = endpoint.kind === "tcp" && endpoint.tls ? external_node_https_.request : external_node_http_.request;
        const asked = send({ ...endpoint_socketOptions(endpoint), path: "/_ping", agent: false });
        const settle = (refused) => {
            resolve(refused);
            asked.destroy();
        };
        asked
            .setTimeout(patienceMs, () => settle(false))
            .once("response", () => settle(false))
            .on("error", (error) => settle(isHangUp(error) || error.code === "ECONNREFUSED" || error.code === "ENOENT"));
        asked.end();
    });
}

;// CONCATENATED MODULE: ./build/engine/connection.js








/** Long enough for a frozen engine to come back: freezes of 6 s lose nothing, the calls are answered late. */
const defaultDeadlineMs = 30_000;
function openConnection(Modem, endpoint, apiVersion) {
    const closing = new AbortController();
    const agent = endpoint.kind === "tcp" && endpoint.tls
        ? new external_node_https_.Agent({ keepAlive: true })
        : new external_node_http_.Agent({ keepAlive: true });
    // The modem formats every request for a debug line it does not print, and goes through the agent's sockets and all
    // that hangs on them: 20 calls at once took 330 ms of processor time that way.
    Object.defineProperty(agent, external_node_util_.inspect.custom, { value: () => "Agent" });
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
            return await (0,clock/* within */.ux)(answer, deadlineMs, () => unresponsive(call, endpoint, deadlineMs));
        }
        catch (error) {
            abort.abort();
            call.signal?.throwIfAborted();
            const fault = engine_fault_engineFault(error, call.doing, endpoint_endpointText(endpoint));
            // An engine that refuses a file hangs up before it has read it all.
            const hungUp = isHangUp(error) && call.file === undefined;
            // It was there, or its version would not be known.
            throw apiVersion !== undefined && (hungUp || isEngineGone(fault))
                ? engineLost(call.doing, endpoint, error)
                : fault;
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

;// CONCATENATED MODULE: ./build/engine/hijack.js



/** A connection of its own that the engine has switched from HTTP to `protocol`; rejects with the status it answered otherwise. */
function hijack(connection, path, protocol, headers = {}) {
    return new Promise((resolve, reject) => {
        const { endpoint } = connection;
        const send = endpoint.kind === "tcp" && endpoint.tls ? external_node_https_.request : external_node_http_.request;
        const outgoing = send({
            ...endpoint_socketOptions(endpoint),
            path: `${connection.prefix}${path}`,
            method: "POST",
            agent: false,
            signal: connection.closed,
            headers: { Connection: "Upgrade", Upgrade: protocol, ...headers },
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
    const socket = await (0,clock/* within */.ux)(hijack(connection, `/containers/${id}/attach?stream=1&stdin=1&stdout=1&stderr=1`, "tcp"), deadlineMs, () => new build_fault/* Fault */.vC("ENGINE_UNRESPONSIVE", `${doing}: the engine at ${where} did not answer within 15 s`)).catch((error) => {
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

// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
;// CONCATENATED MODULE: ./build/engine/protobuf.js
/**
 * The fields of a protobuf message; stops silently at what is not one.
 *
 * Written out because the libraries read their schemas from files beside them at run time, which a bundle does not
 * have; the few messages read and written here are less than that costs.
 */
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
/** The fields by number; of one that is there several times, the last. */
function lastFields(message) {
    return new Map([...fieldsOf(message)].map((field) => [field.number, field]));
}
function textOf(bytes) {
    return bytes ? Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString("utf8") : "";
}
/** A message of one length-delimited field. */
function bytesField(number, bytes) {
    const head = [number * 8 + 2];
    let length = bytes.length;
    for (; length > 0x7f; length = Math.floor(length / 128)) {
        head.push((length % 128) + 0x80);
    }
    return Buffer.concat([Buffer.from([...head, length]), bytes]);
}

;// CONCATENATED MODULE: ./build/engine/buildkit-trace.js

/** Decodes one `moby.buildkit.trace` message: `StatusResponse` of BuildKit's control API, of which steps and logs are read. */
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
    const fields = lastFields(message);
    return {
        digest: textOf(fields.get(1)?.bytes),
        name: textOf(fields.get(3)?.bytes),
        cached: fields.get(4)?.value === 1,
        startedMs: timeOf(fields.get(5)?.bytes),
        completedMs: timeOf(fields.get(6)?.bytes),
        error: textOf(fields.get(7)?.bytes),
    };
}
function logOf(message) {
    const fields = lastFields(message);
    return { step: textOf(fields.get(1)?.bytes), text: textOf(fields.get(4)?.bytes) };
}
/** A protobuf Timestamp: seconds and nanoseconds. */
function timeOf(message) {
    if (message === undefined) {
        return undefined;
    }
    const fields = lastFields(message);
    return (fields.get(1)?.value ?? 0) * 1000 + (fields.get(2)?.value ?? 0) / 1e6;
}

;// CONCATENATED MODULE: ./build/engine/step-output.js
/** How many of the last lines an error quotes. */
const tailLines = 50;
/** Lines of one step that are handed on; what comes after them is counted. */
const shownLines = 1_000;
/** What of a line is kept; a step may print megabytes without a line break. */
const keptOfLine = 4_000;
/** `shown` is what may be shown of a line. */
function createStepOutput(onLine, shown) {
    const tail = [];
    let unfinished = "";
    let total = 0;
    function line(text) {
        // Of a progress bar that draws over itself, what was drawn last.
        const drawn = shown(text).replace(/\r+$/, "");
        const last = drawn.slice(drawn.lastIndexOf("\r") + 1);
        const kept = last.length > keptOfLine ? `${last.slice(0, keptOfLine)} …` : last;
        total += 1;
        tail.push(kept);
        if (tail.length > tailLines) {
            tail.shift();
        }
        if (total <= shownLines) {
            onLine(kept);
        }
    }
    return {
        take(text) {
            const lines = (unfinished + text).split("\n");
            // Twice what is kept: a secret over the edge is hidden before the line is cut.
            unfinished = (lines.pop() ?? "").slice(0, 2 * keptOfLine);
            lines.forEach(line);
        },
        end() {
            if (unfinished !== "") {
                line(unfinished);
                unfinished = "";
            }
            if (total > shownLines) {
                onLine(`… ${total - shownLines} more lines, ${total} in all; the last:`);
                onLine(tail.at(-1) ?? "");
            }
        },
        tail,
        get total() {
            return total;
        },
    };
}

;// CONCATENATED MODULE: ./build/engine/build-log.js


/** Steps that took less are not told apart. */
const noticeableMs = 1_000;
/** Reads both builders' answers: BuildKit's traces and the classic builder's text; `shown` is what may be shown of it. */
function createBuildLog(onProgress, shown) {
    /** By BuildKit's digest, or by number for the classic builder, in the order of their beginning. */
    const steps = new Map();
    let classic = "";
    let imageId;
    let error;
    function stepFor(key, name) {
        const known = steps.get(key);
        if (known !== undefined) {
            return known;
        }
        const step = { name, output: createStepOutput(onProgress, shown), error: "", ended: false };
        steps.set(key, step);
        return step;
    }
    function begin(told) {
        if (!steps.has(told.digest) && (told.startedMs !== undefined || told.error !== "")) {
            if (!isInternal(told.name)) {
                onProgress(told.name);
            }
            stepFor(told.digest, told.name);
        }
    }
    function finish(told) {
        const step = steps.get(told.digest);
        if (step === undefined) {
            return;
        }
        step.error = shown(told.error) || step.error;
        if (told.completedMs !== undefined && !step.ended) {
            step.ended = true;
            step.output.end();
            const took = told.completedMs - (told.startedMs ?? told.completedMs);
            if (told.cached || took >= noticeableMs) {
                onProgress(`${told.name}: ${told.cached ? "cached" : `${(took / 1000).toFixed(1)} s`}`);
            }
        }
    }
    /** The classic builder runs one step after the other and names each before its output. */
    function classicOutput(text) {
        const begun = /^Step \d+\/\d+ : .*/.exec(text)?.[0];
        if (begun !== undefined) {
            endClassic();
            classic = begun;
            onProgress(begun);
            stepFor(classic, begun);
            return;
        }
        // What the builder says of its containers and images is nothing of the step's.
        if (!/^(?: ---> |Removing intermediate container )/.test(text)) {
            stepFor(classic, classic).output.take(text);
        }
    }
    function endClassic() {
        const step = steps.get(classic);
        if (step !== undefined && !step.ended) {
            step.ended = true;
            step.output.end();
        }
    }
    function failedStep() {
        const failed = [...steps.values()].filter((step) => step.error !== "");
        return (failed.find((step) => !step.error.includes("context canceled")) ??
            failed.at(0) ??
            steps.get(classic));
    }
    return {
        take(value) {
            // The engine's build answer: every field is optional and of the type named.
            const message = value;
            if (message.id === "moby.buildkit.trace" && typeof message.aux === "string") {
                const trace = decodeTrace(message.aux);
                trace.steps.forEach(begin);
                for (const { step, text } of trace.logs) {
                    stepFor(step, "").output.take(text);
                }
                trace.steps.forEach(finish);
            }
            else if (typeof message.aux === "object" && message.aux.ID) {
                imageId = message.aux.ID;
            }
            else if (message.stream !== undefined) {
                classicOutput(message.stream);
            }
            else if (message.error !== undefined) {
                endClassic();
                error = shown(message.error);
            }
        },
        get imageId() {
            return imageId;
        },
        get failure() {
            return error === undefined ? undefined : failureOf(failedStep(), error);
        },
        get running() {
            const step = [...steps.values()].findLast((each) => !each.ended && each.name !== "");
            return step && failureOf(step, "");
        },
    };
}
/** Steps that stand in no Dockerfile, and take no time worth telling. */
function isInternal(name) {
    return name.startsWith("[internal] ") || name === "copy /context /";
}
function failureOf(step, error) {
    const { name: said = "", output } = step ?? {};
    return { step: said, error, tail: output?.tail ?? [], lines: output?.total ?? 0 };
}

;// CONCATENATED MODULE: ./build/engine/build-session.js







const build_session_deadlineMs = 15_000;
const getSecret = "/moby.buildkit.secrets.v1.Secrets/GetSecret";
const checkHealth = "/grpc.health.v1.Health/Check";
/** `status: SERVING`, the one field of the health service's answer. BuildKit asks every few seconds and else hangs up. */
const serving = Buffer.from([8, 1]);
/**
 * Offers secrets (id → value) to a build: BuildKit calls back over a connection that the engine switches to gRPC, and mounts
 * what it gets as a file in memory, so that a value is in no request, layer, history or cache.
 *
 * Rejects IMAGE_BUILD_FAILED when the engine knows no sessions.
 */
async function openBuildSession(connection, secrets) {
    const doing = "open a session for the secrets of a build";
    const where = endpoint_endpointText(connection.endpoint);
    const id = (0,external_node_crypto_.randomUUID)();
    const headers = {
        "X-Docker-Expose-Session-Uuid": id,
        "X-Docker-Expose-Session-Name": "docker-mcp-manager",
        "X-Docker-Expose-Session-Grpc-Method": [getSecret, checkHealth],
    };
    const socket = await (0,clock/* within */.ux)(hijack(connection, "/session", "h2c", headers), build_session_deadlineMs, () => new build_fault/* Fault */.vC("ENGINE_UNRESPONSIVE", `${doing}: ${where} did not answer within 15 s`)).catch((error) => {
        const fault = engine_fault_engineFault(error, doing, where);
        throw fault.code === "ENGINE_ERROR"
            ? new build_fault/* Fault */.vC("IMAGE_BUILD_FAILED", fault.message, {
                hint: "Secrets need BuildKit and its sessions: Docker Engine 20.10 to 29.",
                cause: error,
            })
            : fault;
    });
    // The build's own answer says what an ended session means.
    socket.on("error", () => undefined);
    const server = await serverOf(secrets);
    const { ServerCredentials } = await __webpack_require__.e(/* import() */ 33).then(__webpack_require__.t.bind(__webpack_require__, 83033, 19));
    server.createConnectionInjector(ServerCredentials.createInsecure()).injectConnection(socket);
    return {
        id,
        close() {
            server.forceShutdown();
            socket.destroy();
        },
    };
}
async function serverOf(secrets) {
    const { Server, status } = await __webpack_require__.e(/* import() */ 33).then(__webpack_require__.t.bind(__webpack_require__, 83033, 19));
    const server = new Server();
    server.addService(unary("GetSecret", getSecret), {
        GetSecret: answering(({ request }, answer) => {
            const id = textOf(lastFields(request).get(1)?.bytes);
            const value = Object.hasOwn(secrets, id) ? secrets[id] : undefined;
            if (value === undefined) {
                answer({ code: status.NOT_FOUND, details: `secret ${id} not found` });
            }
            else {
                answer(null, bytesField(1, Buffer.from(value)));
            }
        }),
    });
    server.addService(unary("Check", checkHealth), {
        Check: answering((_call, answer) => answer(null, serving)),
    });
    return server;
}
/** Only says the type: the library's table of handlers is of `any`. */
function answering(handler) {
    return handler;
}
/** A service of one method whose messages are left as bytes. */
function unary(name, path) {
    const asIs = (bytes) => bytes;
    return {
        [name]: {
            path,
            requestStream: false,
            responseStream: false,
            requestSerialize: asIs,
            requestDeserialize: asIs,
            responseSerialize: asIs,
            responseDeserialize: asIs,
        },
    };
}

;// CONCATENATED MODULE: ./build/engine/counted.js

/** A line for every so many bytes of a context that is on its way. */
const stride = 25 * 2 ** 20;
/**
 * The same stream, told as it is taken: `context: 50.0 MiB sent`, at its end in all.
 *
 * `onError` is called when it does not come to its end; the stream itself says nothing of that.
 */
function counted(context, onProgress, onError) {
    let bytes = 0;
    const counter = new external_node_stream_.Transform({
        transform(chunk, _encoding, done) {
            const before = Math.floor(bytes / stride);
            bytes += chunk.length;
            if (Math.floor(bytes / stride) > before) {
                onProgress(`context: ${mebibytes(bytes)} sent`);
            }
            done(null, chunk);
        },
        flush(done) {
            onProgress(`context of ${mebibytes(bytes)} sent`);
            done();
        },
    });
    // Who reads it listens for none: it would be uncaught.
    counter.on("error", () => undefined);
    return (0,external_node_stream_.pipeline)(context, counter, (error) => {
        if (error) {
            onError(error);
        }
    });
}
function mebibytes(count) {
    return `${(count / 2 ** 20).toFixed(1)} MiB`;
}

;// CONCATENATED MODULE: ./build/engine/hidden.js
/** Shorter ones stand in ordinary words. */
const shortest = 4;
/** Replaces the values, and every line of one that has several, by `***` in texts. */
function hiding(values) {
    const parts = values.flatMap((value) => value.split(/\r?\n/)).map((part) => part.trim());
    const hidden = [...new Set(parts)]
        .filter((part) => part.length >= shortest)
        .sort((a, b) => b.length - a.length);
    return (text) => hidden.reduce((rest, part) => rest.replaceAll(part, "***"), text);
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

;// CONCATENATED MODULE: ./build/engine/progress.js

/** The last status of a pull or an import. Rejects with the engine's words for an error inside the stream. */
async function followProgress(answer, onProgress, onSign = () => undefined) {
    let last = "";
    for await (const value of jsonLines(answer)) {
        onSign();
        // The engine's progress messages: every field is optional and of the type named.
        const { id, status, error, progressDetail } = value;
        if (error !== undefined) {
            throw new Error(error);
        }
        last = status ?? last;
        if (status !== undefined && progressDetail?.total === undefined) {
            onProgress(id === undefined ? status : `${id}: ${status}`);
        }
    }
    return last;
}

;// CONCATENATED MODULE: ./build/engine/whole-dockerode.js
/** All of dockerode over our connection; loading it takes 100 ms more than its modem alone, so only calls that take seconds do. */
async function wholeDockerode(connection) {
    const { default: Dockerode } = await Promise.all(/* import() */[__webpack_require__.e(830), __webpack_require__.e(33), __webpack_require__.e(133), __webpack_require__.e(40), __webpack_require__.e(431)]).then(__webpack_require__.t.bind(__webpack_require__, 39040, 19));
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
async function importImage(connection, rootfs, tag, changes) {
    const docker = await wholeDockerode(connection);
    const doing = `import image ${tag}`;
    const colon = tag.lastIndexOf(":");
    const query = { fromSrc: "-", repo: tag.slice(0, colon), tag: tag.slice(colon + 1) };
    try {
        const request = { abortSignal: connection.closed, _query: { ...query, changes } };
        const answer = await docker.importImage(rootfs, request);
        // dockerode's type names the interface; what comes is node's response.
        return await followProgress(answer, () => undefined);
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
/** Images that carry the label, with their names. */
async function labelledImages(connection, label) {
    const answer = await connection.json({
        method: "GET",
        path: "/images/json",
        query: { filters: JSON.stringify({ label: [label] }) },
        doing: "list images that carry our label",
    });
    // The shape of the engine's answer at the pinned version.
    const listed = answer;
    return listed.map(({ Id, RepoTags, Created, Size }) => ({
        id: Id,
        tags: tagsOf(RepoTags),
        createdAtMs: Created * 1000,
        sizeBytes: Size,
    }));
}
/** Removes a tag, or by its id an image that has none; what a container or another image needs stays. */
async function removeUnusedImage(connection, reference) {
    const doing = `remove image ${reference} if nothing uses it`;
    const path = `/images/${encodeURI(reference)}`;
    try {
        if (reference.startsWith("sha256:")) {
            const found = await connection.json({ method: "GET", path: `${path}/json`, doing });
            // The shape of the engine's answer at the pinned version.
            if (tagsOf(found.RepoTags).length > 0) {
                return false;
            }
        }
        // Not by force: the engine then refuses what is still needed.
        await connection.json({ method: "DELETE", path, doing, deadlineMs: 60_000 });
        return true;
    }
    catch (error) {
        if (statusOf(error) === 409) {
            return false;
        }
        if (statusOf(error) === 404) {
            return true;
        }
        throw error;
    }
}
/** An image that a newer one took the name of is listed as `<none>:<none>`. */
function tagsOf(listed) {
    return (listed ?? []).filter((tag) => !tag.startsWith("<none>"));
}
/** The engine counts in nanoseconds, and 0 is its default. */
function healthcheckOf(config) {
    // Not in the engine's types.
    const { Healthcheck: found } = config;
    const [how, ...words] = found?.Test ?? [];
    const command = how === "CMD-SHELL" ? ["/bin/sh", "-c", ...words] : words;
    return how === undefined || how === "NONE" || command.length === 0
        ? {}
        : {
            healthcheck: {
                command,
                ...(found?.Interval ? { intervalMs: found.Interval / 1e6 } : {}),
                ...(found?.Timeout ? { timeoutMs: found.Timeout / 1e6 } : {}),
                ...(found?.Retries ? { retries: found.Retries } : {}),
            },
        };
}
function imageOf(found) {
    const { Config } = found;
    const entrypoint = Config.Entrypoint ?? [];
    return {
        id: found.Id,
        digest: found.RepoDigests?.[0]?.split("@")[1] ?? null,
        user: Config.User ?? "",
        sizeBytes: found.Size,
        platform: `${found.Os}/${found.Architecture}`,
        labels: Config.Labels ?? {},
        entrypoint: typeof entrypoint === "string" ? [entrypoint] : entrypoint,
        command: Config.Cmd ?? [],
        workingDir: Config.WorkingDir || "/",
        ...healthcheckOf(Config),
    };
}

;// CONCATENATED MODULE: ./build/engine/build.js













/** Long for what templates build, short against a job's hours. */
const defaultTimeoutMs = 600_000;
/** Builds with BuildKit, without buildx; stopped at its time limit and with `signal`. */
async function buildImage(connection, clock, context, options, onProgress, signal) {
    const doing = `build image ${options.tag}`;
    const { timeoutMs = defaultTimeoutMs } = options;
    const hidden = [...Object.values(options.secrets ?? {}), ...(options.hidden ?? [])];
    const log = createBuildLog(onProgress, hiding(hidden));
    const over = new AbortController();
    const done = new AbortController();
    const started = clock.monotonicMs();
    // Ended with the build; it then rejects, which is nobody's concern.
    clock.sleep(timeoutMs, done.signal).then(() => over.abort(), () => undefined);
    const ends = [connection.closed, over.signal, ...(signal ? [signal] : [])];
    try {
        const send = { connection, context, options, log, onProgress, abort: AbortSignal.any(ends) };
        if (!(await follow(send, "buildkit"))) {
            onProgress("this engine has no BuildKit; its classic builder is used");
            await follow(send, "classic");
        }
    }
    catch (error) {
        if (typeof context !== "function") {
            context.destroy();
        }
        signal?.throwIfAborted();
        if (over.signal.aborted) {
            throw buildTimeout(doing, timeoutMs, log.running);
        }
        const fault = engine_fault_engineFault(error, doing, endpoint_endpointText(connection.endpoint));
        if (await refusesConnections(connection.endpoint)) {
            throw engineLost(doing, connection.endpoint, error);
        }
        throw fault.code === "ENGINE_ERROR"
            ? new build_fault/* Fault */.vC("IMAGE_BUILD_FAILED", fault.message, { cause: error })
            : fault;
    }
    finally {
        done.abort();
    }
    if (log.failure !== undefined) {
        throw buildFault(doing, log.failure);
    }
    const id = log.imageId ?? (await inspectImage(connection, options.tag))?.id;
    if (id === undefined) {
        throw new build_fault/* Fault */.vC("IMAGE_BUILD_FAILED", `${doing}: the engine's answer ended without an image`);
    }
    onProgress(`built in ${((clock.monotonicMs() - started) / 1000).toFixed(1)} s`);
    return id;
}
/** Sends the context and reads the answer to its end; false when another builder must do it. */
async function follow(send, builder) {
    const { connection, context, options, log, onProgress } = send;
    const broken = new AbortController();
    const abort = AbortSignal.any([send.abort, broken.signal]);
    const secrets = { ...options.offered, ...options.secrets };
    const docker = await wholeDockerode(connection);
    // Only for secrets: its endpoint is deprecated since API 1.53.
    const session = Object.keys(secrets).length > 0 ? await openBuildSession(connection, secrets) : undefined;
    const archive = typeof context === "function" ? await context() : context;
    const sent = counted(archive, onProgress, (error) => broken.abort(error));
    try {
        const answer = await docker.buildImage(sent, {
            abortSignal: abort,
            // Besides being the only way past the URL-and-body doubling it keeps dockerode from opening a session of its own.
            _query: {
                ...queryOf(options),
                version: builder === "buildkit" ? "2" : "1",
                ...(session && { session: session.id }),
            },
        });
        for await (const message of jsonLines((0,external_node_stream_.addAbortSignal)(abort, answer))) {
            log.take(message);
        }
        return true;
    }
    catch (error) {
        if (broken.signal.aborted && !send.abort.aborted) {
            const { message } = broken.signal.reason;
            throw new build_fault/* Fault */.vC("IMAGE_BUILD_FAILED", `build image ${options.tag}: the context could not be read: ${message}`, { cause: error });
        }
        // With secrets there is no other builder, and a stream that was sent cannot be sent again.
        const again = builder === "buildkit" && session === undefined && typeof context === "function";
        if (again && !abort.aborted && lacksBuildKit(error)) {
            return false;
        }
        throw error;
    }
    finally {
        archive.destroy();
        session?.close();
    }
}
function lacksBuildKit(error) {
    return error instanceof Error && /buildkit|builder version/i.test(error.message);
}
function queryOf(options) {
    return {
        t: options.tag,
        dockerfile: options.dockerfile,
        ...(options.target === undefined ? {} : { target: options.target }),
        ...(options.platform === undefined ? {} : { platform: options.platform }),
        buildargs: JSON.stringify(options.args),
        labels: JSON.stringify(options.labels),
        ...(options.network === "host" ? { networkmode: "host" } : {}),
        rm: "1",
        forcerm: "1",
    };
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
        // An image's own would run beside the server, and count as work of the server.
        Healthcheck: { Test: ["NONE"] },
        ...(disabled ? { NetworkDisabled: true } : {}),
        ...(spec.network === null || spec.aliases === undefined
            ? {}
            : {
                NetworkingConfig: {
                    EndpointsConfig: { [spec.network]: { Aliases: [...spec.aliases] } },
                },
            }),
        HostConfig: {
            Init: true,
            AutoRemove: false,
            RestartPolicy: { Name: "no" },
            NetworkMode: spec.network ?? "none",
            // Engines before 26 may ask the host's resolver for a container of an internal network, too: a way out for what
            // can be put into a name (CVE-2024-29018). Nobody is at this address; engine 20.10 then answers nothing at all,
            // for which a program would wait 10 s.
            ...(spec.innerNamesOnly === true
                ? { Dns: ["127.0.0.1"], DnsOptions: ["timeout:1", "attempts:2"] }
                : {}),
            // On a machine with cgroup v1 the default is the host's.
            CgroupnsMode: "private",
            CapDrop: ["ALL"],
            ...(spec.capabilities?.length ? { CapAdd: [...spec.capabilities] } : {}),
            SecurityOpt: [
                ...(spec.newPrivileges ? [] : ["no-new-privileges:true"]),
                ...(spec.unconfined ? ["seccomp=unconfined"] : []),
            ],
            ...(spec.devices?.length
                ? {
                    Devices: spec.devices.map((path) => ({
                        PathOnHost: path,
                        PathInContainer: path,
                        CgroupPermissions: "rw",
                    })),
                }
                : {}),
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
            ...(spec.shmBytes === undefined ? {} : { ShmSize: spec.shmBytes }),
            ...(spec.ioWeight === undefined ? {} : { BlkioWeight: spec.ioWeight }),
            ...diskLimits(spec.disk),
            Ulimits: Object.entries(spec.ulimits ?? {}).map(([Name, limit]) => ({
                Name,
                Soft: limit,
                Hard: limit,
            })),
            NanoCpus: Math.round(spec.cpus * 1e9),
            LogConfig: engineLog,
        },
    };
}
function diskLimits(disk) {
    const of = (name, rate) => disk === undefined || rate === undefined ? {} : { [name]: [{ Path: disk.device, Rate: rate }] };
    return { ...of("BlkioDeviceReadBps", disk?.read), ...of("BlkioDeviceWriteBps", disk?.write) };
}

;// CONCATENATED MODULE: ./build/engine/isolation.js
/** Namespaces that a container may share with the host, as the engine calls their settings. */
const namespaces = ["PidMode", "IpcMode", "UTSMode", "UsernsMode", "CgroupnsMode"];
/** What the engine says it applied to a container. Nothing that tells of the host but names of devices. */
function isolationOf({ Config, HostConfig, Mounts, }) {
    const network = HostConfig.NetworkMode ?? "default";
    // The engine's types leave it open.
    const devices = (HostConfig.Devices ?? []);
    const ulimits = (HostConfig.Ulimits ?? []);
    const modes = { ...HostConfig };
    return {
        user: Config.User,
        ...capabilitiesOf(HostConfig),
        privileged: HostConfig.Privileged ?? false,
        readOnlyRootfs: HostConfig.ReadonlyRootfs ?? false,
        securityOpt: HostConfig.SecurityOpt ?? [],
        devices: devices.map(({ PathOnHost }) => PathOnHost),
        hostNamespaces: [
            ...(network === "host" ? ["network"] : []),
            ...namespaces
                .filter((key) => modes[key] === "host")
                .map((key) => key.replace("Mode", "").replace(/ns$/, "").toLowerCase()),
        ],
        mounts: (Mounts ?? []).map((mount) => ({
            kind: mount.Type ?? "bind",
            target: mount.Destination,
            readOnly: !mount.RW,
        })),
        network,
        memoryBytes: HostConfig.Memory ?? 0,
        swapBytes: swapOf(HostConfig),
        cpus: (HostConfig.NanoCpus ?? 0) / 1e9,
        pids: HostConfig.PidsLimit ?? 0,
        shmBytes: HostConfig.ShmSize ?? 0,
        ioWeight: HostConfig.BlkioWeight ?? 0,
        ioRead: rateOf(modes["BlkioDeviceReadBps"]),
        ioWrite: rateOf(modes["BlkioDeviceWriteBps"]),
        ulimits: Object.fromEntries(ulimits.map(({ Name, Hard }) => [Name, Hard])),
        init: HostConfig.Init ?? false,
    };
}
/** What a container of Podman has where nothing is said. */
const podmanSet = [
    "CHOWN",
    "DAC_OVERRIDE",
    "FOWNER",
    "FSETID",
    "KILL",
    "NET_BIND_SERVICE",
    "SETFCAP",
    "SETGID",
    "SETPCAP",
    "SETUID",
    "SYS_CHROOT",
];
/** Docker repeats what was asked for; Podman says what that made of its own set. */
function capabilitiesOf({ CapDrop, CapAdd }) {
    const [capDrop, capAdd] = [namesIn(CapDrop), namesIn(CapAdd)];
    return capDrop.length === 0 || capDrop.includes("ALL")
        ? { capDrop, capAdd }
        : { capDrop: ["ALL"], capAdd: [...podmanSet.filter((n) => !capDrop.includes(n)), ...capAdd] };
}
/** The engine's types leave it open. */
function namesIn(list) {
    return Array.isArray(list) ? list.map((name) => String(name).replace(/^CAP_/, "")) : [];
}
/** Swap beyond the memory; -1 is no limit, which is also what an engine says that cannot limit it. */
function swapOf({ Memory = 0, MemorySwap = 0 }) {
    if (MemorySwap < 0) {
        return -1;
    }
    // Nothing said means as much again.
    return MemorySwap === 0 ? Memory : MemorySwap - Memory;
}
/** Bytes a second; 0 is no limit. */
function rateOf(given) {
    const [first] = (given ?? []);
    return first?.Rate ?? 0;
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
async function startContainer(connection, id) {
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
/** With cgroup v1, runc 1.1 gives freezing up after some milliseconds when the machine is busy, and undoes it. */
const mostFreezes = 5;
/** One that is frozen, or not frozen, already is left so. */
async function freezeContainer(connection, id, verb) {
    for (let nth = 1;; nth += 1) {
        try {
            await connection.json({
                method: "POST",
                path: `/containers/${id}/${verb}`,
                doing: `${verb} container ${id.slice(0, 12)}`,
            });
            return;
        }
        catch (thrown) {
            // Engines say that it was done before by different codes, so the container is asked.
            const state = await inspectContainer(connection, id);
            if (state?.running && state.paused === (verb === "pause")) {
                return;
            }
            const isBusy = (0,build_fault/* asFault */.Ps)(thrown).message.includes("unable to freeze");
            if (!state?.running || !isBusy || nth === mostFreezes) {
                throw thrown;
            }
        }
    }
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
    const { State, Config, NetworkSettings } = found;
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
        isolation: isolationOf(found),
    };
}

;// CONCATENATED MODULE: ./build/engine/events.js


/** What is asked for: health probes and commands would flood the engine's memory of 256 events. */
const actions = ["create", "start", "kill", "oom", "die", "pause", "unpause", "destroy"];
const networkActions = ["connect", "disconnect"];
const firstPauseMs = 100;
const longestPauseMs = 2_000;
/** What the engine repeats comes first and says more than a look at the containers. */
const repeatedMs = 200;
/** More than the engine remembers, so that nothing of what it repeats is told twice. */
const remembered = 512;
/** Tells what happens to the containers that carry a label, until the signal aborts or our connection is closed. */
function followEvents(connection, clock, label, listeners, signal) {
    const filters = { type: ["container"], label: [label], event: actions };
    return events_follow(connection, clock, filters, listeners, signal);
}
/** Tells of the containers that are put on networks and taken off them; which of them are ours it does not say. */
function followNetworks(connection, clock, listeners, signal) {
    const filters = { type: ["network"], event: networkActions };
    return events_follow(connection, clock, filters, listeners, signal);
}
/**
 * A stream that ends is opened again from the last second told, and what was told already is not told again. What the
 * engine has forgotten meanwhile it cannot repeat: `onGap` is called then, to look at what there is.
 */
async function events_follow(connection, clock, filters, { onEvent, onGap }, signal) {
    const over = AbortSignal.any([signal, connection.closed]);
    const told = new Set();
    /** Seconds of the engine's own clock. */
    let since;
    let pauseMs = firstPauseMs;
    for (let isFirst = true; !over.aborted; isFirst = false) {
        try {
            const answer = await connection.stream({
                method: "GET",
                path: "/events",
                query: {
                    filters: JSON.stringify(filters),
                    ...(since === undefined ? {} : { since: String(since) }),
                },
                doing: "follow the engine's events",
                signal: over,
            });
            if (!isFirst) {
                // When it fails the engine is gone again, and the stream with it.
                void clock
                    .sleep(repeatedMs, over)
                    .then(onGap, () => undefined)
                    .catch(() => undefined);
            }
            since ??= Math.floor((Date.parse(answer.headers.date ?? "") || clock.nowMs()) / 1_000);
            pauseMs = firstPauseMs;
            for await (const value of jsonLines((0,external_node_stream_.addAbortSignal)(over, answer))) {
                // The shape of the engine's answer at the pinned version.
                const event = value;
                since = Math.max(since, event.time);
                if (isNew(told, event)) {
                    onEvent(eventOf(event));
                }
            }
        }
        catch {
            // An engine that is gone may come back; its calls say what is wrong with it meanwhile.
        }
        await clock.sleep(pauseMs, over).catch(() => undefined);
        pauseMs = Math.min(2 * pauseMs, longestPauseMs);
    }
}
function isNew(told, { Action, Actor, timeNano }) {
    const key = `${timeNano} ${Action} ${Actor.ID}`;
    if (told.has(key)) {
        return false;
    }
    told.add(key);
    const [oldest] = told;
    if (told.size > remembered && oldest !== undefined) {
        told.delete(oldest);
    }
    return true;
}
function eventOf({ Action, Actor }) {
    const attributes = Actor.Attributes ?? {};
    // What happens to a network tells the container among its attributes.
    return { id: attributes["container"] ?? Actor.ID, action: Action, attributes };
}

;// CONCATENATED MODULE: ./build/engine/exec.js



/** Of each stream; what comes beyond it is read and forgotten. */
const longestOutput = 2 ** 20;
/** Exit codes with which an engine says that it could not run the command. */
const notRunCodes = [126, 127];
/** That there is no such program, in the kernel's words; else the container has just ended or was frozen. */
const noProgram = /not found|no such file|permission denied|is a directory|not a directory|exec format error/i;
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
    const reason = notRunCodes.includes(exitCode) ? whyNotRun(output) : undefined;
    if (reason !== undefined) {
        const message = `${doing}: ${reason}`;
        throw new build_fault/* Fault */.vC(noProgram.test(message) ? "SERVER_COMMAND_NOT_FOUND" : "ENGINE_ERROR", message);
    }
    return { exitCode, ...output };
}
/** An engine prints its own failure as if the command had said it: Docker to stdout, Podman to stderr. */
function whyNotRun({ stdout, stderr }) {
    return stdout.startsWith("OCI runtime exec failed")
        ? stdout.trim()
        : /^Error: .*\bOCI (?:runtime attempted to invoke|permission denied).*/.exec(stderr)?.[0];
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

;// CONCATENATED MODULE: ./build/engine/host.js


/** Asks an engine what it runs on; what it does not say is 0. */
async function askHost(connection) {
    // The shape of the engine's answer at the pinned version; Podman's lacks some of it.
    const info = (await connection.json({
        method: "GET",
        path: "/info",
        doing: "ask the engine what it runs on",
    }));
    // Only an engine behind a socket of this machine has its files here.
    const here = connection.endpoint.kind === "unix" ? info.DockerRootDir : undefined;
    const disk = here === undefined ? undefined : diskOf(here);
    return {
        cpus: info.NCPU ?? 0,
        memoryBytes: info.MemTotal ?? 0,
        ...(disk === undefined ? {} : { disk }),
    };
}
/**
 * The device of the disk that a folder lies on, whole: no partition can be limited. undefined where there is none, as with
 * file systems over several devices. `devices` is /sys/dev/block.
 */
function diskOf(folder, devices = "/sys/dev/block") {
    try {
        const { dev } = (0,external_node_fs_.statSync)(folder);
        // As glibc takes a number of a device apart.
        const major = (dev >>> 8) & 0xfff;
        const minor = (dev & 0xff) | ((dev >>> 12) & 0xfff00);
        const device = (0,external_node_path_.join)(devices, `${major}:${minor}`);
        return nameOf(device, isPartition(device) ? ".." : ".");
    }
    catch {
        return undefined;
    }
}
function nameOf(device, whole) {
    const text = (0,external_node_fs_.readFileSync)(`${device}/${whole}/uevent`, "utf8");
    const [, name] = /^DEVNAME=(.+)$/m.exec(text) ?? [];
    return name === undefined ? undefined : `/dev/${(0,external_node_path_.basename)(name)}`;
}
function isPartition(device) {
    return (0,external_node_fs_.statSync)(`${device}/partition`, { throwIfNoEntry: false }) !== undefined;
}

;// CONCATENATED MODULE: ./build/engine/image-archive.js



/** The engine reads layers from its store before the first byte: 500 MB took 2 s here. */
const firstByteMs = 120_000;
/** One tar of the images, layers they share once. By id an image goes without a name, and comes back without one. */
async function saveImages(connection, references) {
    return connection.stream({
        method: "GET",
        path: "/images/get",
        query: { names: references },
        doing: `save image ${references.join(", ")}`,
        deadlineMs: firstByteMs,
    });
}
/** Loads a tar of `saveImages`: what came in, by id, or by name where the tar names it. */
async function loadImages(connection, archive, signal) {
    const doing = "load images";
    const loaded = [];
    try {
        const answer = await connection.stream({
            method: "POST",
            path: "/images/load",
            query: { quiet: "1" },
            file: archive,
            doing,
            // The answer begins when the whole archive was read.
            deadlineMs: Number.POSITIVE_INFINITY,
            ...(signal && { signal }),
        });
        for await (const value of jsonLines(answer)) {
            // The engine's progress messages: both fields are optional and of the type named.
            const { stream, error } = value;
            if (error !== undefined) {
                throw wordsFault(error, doing);
            }
            const [, id] = /^Loaded image(?: ID)?: (\S+)$/m.exec(stream ?? "") ?? [];
            loaded.push(...(id === undefined ? [] : [id]));
        }
    }
    catch (error) {
        signal?.throwIfAborted();
        throw engine_fault_engineFault(error, doing, endpoint_endpointText(connection.endpoint));
    }
    finally {
        // An engine that refuses does not read to the end.
        archive.destroy();
    }
    return loaded;
}
/** Gives an image one more name. */
async function tagImage(connection, id, reference) {
    const colon = reference.lastIndexOf(":");
    await connection.json({
        method: "POST",
        path: `/images/${encodeURI(id)}/tag`,
        query: { repo: reference.slice(0, colon), tag: reference.slice(colon + 1) },
        doing: `tag image ${id} as ${reference}`,
    });
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
        // A container's name comes with a slash before it.
        name: listed.Names?.[0]?.slice(1) ?? listed.Name ?? "",
        labels: listed.Labels ?? {},
    };
}

;// CONCATENATED MODULE: ./build/engine/never-started.js
/** A container through which files are read and written, and in which nothing ever runs; its id. */
async function createNeverStarted(connection, { image, labels, mounts }, doing) {
    // The shape of the engine's answer at the pinned version.
    const { Id } = (await connection.json({
        method: "POST",
        path: "/containers/create",
        body: {
            Image: image,
            // An image that names no command would be refused.
            Entrypoint: ["/never-started"],
            Labels: labels,
            NetworkDisabled: true,
            HostConfig: { NetworkMode: "none", ...(mounts && { Mounts: mounts }) },
        },
        doing,
        deadlineMs: 60_000,
    }));
    return Id;
}

;// CONCATENATED MODULE: ./build/engine/tar-files.js
const blockBytes = 512;
/** The regular files of an archive, by the names in it. */
function filesIn(archive) {
    const files = new Map();
    let longName;
    for (let at = 0; at + blockBytes <= archive.byteLength && archive[at] !== 0;) {
        const text = (from, length) => archive.toString("utf8", at + from, at + from + length).replace(/\0.*$/s, "");
        const size = Number.parseInt(text(124, 12), 8) || 0;
        const content = archive.subarray(at + blockBytes, at + blockBytes + size);
        const type = text(156, 1) || "0";
        if (type === "x") {
            longName = /(?:^|\n)\d+ path=(.*)\n/.exec(content.toString())?.[1] ?? longName;
        }
        else if (type === "L") {
            longName = content.toString().replace(/\0.*$/s, "");
        }
        else if (type !== "g" && type !== "K") {
            // GNU's archives say "ustar " and have other things there.
            const prefix = text(257, 6) === "ustar" ? text(345, 155) : "";
            const name = longName ?? (prefix === "" ? text(0, 100) : `${prefix}/${text(0, 100)}`);
            longName = undefined;
            if (type === "0") {
                files.set(name, content);
            }
        }
        at += blockBytes + Math.ceil(size / blockBytes) * blockBytes;
    }
    return files;
}

;// CONCATENATED MODULE: ./build/engine/image-file.js




/** A Debian image's list of packages has 1 MiB; nothing that is read whole is much larger. */
const maxBytes = 32 * 2 ** 20;
/**
 * Files of an image by their paths, read through a container that is created and never started (200 ms).
 *
 * A path that ends with `/` is a folder: all regular files right in it are read. What is absent, no regular file,
 * or has more than 32 MiB is left out. The container carries `labels`, so that a sweep finds it when this process dies meanwhile.
 *
 * Rejects IMAGE_NOT_FOUND.
 */
async function readImageFiles(connection, image, paths, labels) {
    const id = await createNeverStarted(connection, { image, labels }, `read files of image ${image}`);
    const found = new Map();
    try {
        for (const path of paths) {
            const doing = `read ${path} of image ${image}`;
            for (const [name, bytes] of filesIn(await archiveOf(connection, id, path, doing))) {
                const [, below = ""] = /^[^/]*\/([^/]+)$/.exec(name) ?? [];
                const isWanted = path.endsWith("/") ? below !== "" : !name.includes("/");
                if (isWanted) {
                    found.set(path + below, bytes);
                }
            }
        }
    }
    finally {
        await labelled_removeObject(connection, { kind: "container", id });
    }
    return found;
}
async function archiveOf(connection, id, path, doing) {
    try {
        const call = {
            method: "GET",
            path: `/containers/${id}/archive`,
            query: { path },
            doing,
        };
        return await wholeArchive(await connection.stream(call));
    }
    catch (error) {
        if (statusOf(error) === 404) {
            return Buffer.alloc(0);
        }
        throw error;
    }
}
/** Empty when it is too large to hold: an image may say anything. */
async function wholeArchive(answer) {
    const chunks = [];
    let bytes = 0;
    for await (const chunk of answer) {
        chunks.push(chunk);
        bytes += chunk.byteLength;
        if (bytes > maxBytes) {
            return Buffer.alloc(0);
        }
    }
    return Buffer.concat(chunks);
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
            // An engine may give every network IPv6 unasked, and with it an address of the host.
            ...(options.closed ? { EnableIPv6: false } : {}),
            Labels: labels,
            Options: {
                ...(options.isolated ? { "com.docker.network.bridge.enable_icc": "false" } : {}),
                // An internal bridge still has the gateway's address, where all that the host serves can be reached.
                ...(options.closed ? { "com.docker.network.bridge.inhibit_ipv4": "true" } : {}),
            },
        },
        doing: `create network ${name}`,
    }));
    return Id;
}
async function connectNetwork(connection, network, containerId, aliases) {
    await connection.json({
        method: "POST",
        path: `/networks/${network}/connect`,
        body: { Container: containerId, EndpointConfig: { Aliases: [...aliases] } },
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
async function networkMembers(connection, network) {
    // The shape of the engine's answer at the pinned version.
    const { Containers } = (await connection.json({
        method: "GET",
        path: `/networks/${network}`,
        doing: `inspect network ${network}`,
    }));
    return new Map(Object.entries(Containers ?? {}).map(([id, { IPv4Address = "" }]) => [
        id,
        // Written with the length of the network's prefix.
        IPv4Address.replace(/\/.*$/, ""),
    ]));
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

;// CONCATENATED MODULE: ./build/engine/podman.js



// Where Podman does otherwise than Docker with the same request.
const everyMs = 1_000;
/**
 * Podman makes a folder on the host where the source of a mount is missing; Docker refuses, and so do we.
 *
 * Only behind a Unix socket: the files of another machine cannot be seen.
 */
function refuseMissingSources({ mounts, name }, info) {
    const missing = mounts.find(({ kind, source }) => kind === "bind" && !(0,external_node_fs_.existsSync)(source));
    if (missing !== undefined && info.endpoint.startsWith("unix:")) {
        throw new build_fault/* Fault */.vC("MOUNT_SOURCE_MISSING", `create container ${name}: bind source path does not exist: ${missing.source}`);
    }
}
/** A sample a second until the container has ended; a stream of Podman's has one in five, a single answer takes 3 ms. */
async function pollStats(connection, clock, id, onSample, signal) {
    try {
        for (;;) {
            const answer = await connection
                .json({
                method: "GET",
                path: `/containers/${id}/stats`,
                query: { stream: "0", "one-shot": "1" },
                doing: `read the statistics of container ${id.slice(0, 12)}`,
                signal,
            })
                .catch(async (thrown) => {
                if (await hasEnded(connection, id)) {
                    return undefined;
                }
                throw thrown;
            });
            // The shape of the engine's answer at the pinned version.
            const sample = answer === undefined ? undefined : sampleOf(answer);
            if (sample !== undefined) {
                onSample(sample);
            }
            else if (await hasEnded(connection, id)) {
                return;
            }
            await clock.sleep(everyMs, signal);
        }
    }
    catch (error) {
        if (!signal.aborted) {
            throw error;
        }
    }
}

;// CONCATENATED MODULE: ./build/engine/pull-fault.js

/** What an engine says when a registry does not hand over an image, and what it means; texts of 20.10 to 28.5. */
const pull_fault_rules = [
    { pattern: /toomanyrequests|too many requests/i, code: "IMAGE_PULL_LIMITED" },
    {
        pattern: /verification failed for digest|unexpected commit digest/i,
        code: "IMAGE_PULL_FAILED",
        hint: "What came is not what the digest says: the registry or what stands before it is broken or was tampered with. Nothing of it is used.",
    },
    {
        pattern: /unauthorized|no basic auth credentials|authentication required|: denied\b|403 forbidden/i,
        code: "IMAGE_PULL_DENIED",
    },
    {
        pattern: /x509:|tls: |server gave HTTP response to HTTPS client/i,
        code: "IMAGE_PULL_FAILED",
        hint: "The engine does not trust the registry's certificate, or the registry speaks no TLS: put its authority into /etc/docker/certs.d/HOST/ca.crt, or name it in the engine's `insecure-registries`.",
    },
    {
        pattern: /no such host|connection refused|network is unreachable|i\/o timeout|server misbehaving/i,
        code: "IMAGE_PULL_FAILED",
        hint: "The engine's host does not reach the registry. Set a mirror (`registry-mirror`), or load the image first and set `pull: never`.",
    },
    {
        pattern: /no matching manifest|does not match the specified platform/i,
        code: "IMAGE_NOT_FOUND",
        hint: "The registry has this image for other platforms only.",
    },
    {
        pattern: /unexpected HTTP status: 5\d\d|50[0234] |unexpected EOF|: EOF$|connection reset|internal server error/i,
        code: "IMAGE_PULL_BROKEN",
    },
];
/** The fault of a pull, more exactly than that the engine failed. */
function pullFault(fault, cause) {
    if (fault.code !== "ENGINE_ERROR") {
        return fault;
    }
    const rule = pull_fault_rules.find(({ pattern }) => pattern.test(fault.message));
    return new build_fault/* Fault */.vC(rule?.code ?? "IMAGE_PULL_FAILED", fault.message, {
        ...(rule?.hint !== undefined && { hint: rule.hint }),
        cause,
    });
}

;// CONCATENATED MODULE: ./build/engine/pull.js







/** The engine says something about once a second while anything arrives; so long a silence is a registry that stalls. */
const defaultSilenceMs = 120_000;
/** Pulls one image; a reference without tag or digest means `latest`, where the engine would take every tag. */
async function pullImage(connection, reference, onProgress, signal, { login, platform, silenceMs = defaultSilenceMs }) {
    const docker = await wholeDockerode(connection);
    const doing = `pull image ${reference}`;
    const stalled = new AbortController();
    const timer = setTimeout(() => stalled.abort(), silenceMs);
    const abort = AbortSignal.any([connection.closed, stalled.signal, ...(signal ? [signal] : [])]);
    const fromImage = /(:[\w.-]+|@sha256:[0-9a-f]+)$/.test(reference)
        ? reference
        : `${reference}:latest`;
    const query = { fromImage, ...(platform !== undefined && { platform }) };
    try {
        const answer = await docker.createImage(login, { abortSignal: abort, _query: query });
        // dockerode's type names the interface; what comes is node's response.
        await followProgress((0,external_node_stream_.addAbortSignal)(abort, answer), onProgress, () => timer.refresh());
    }
    catch (error) {
        signal?.throwIfAborted();
        if (stalled.signal.aborted) {
            throw new build_fault/* Fault */.vC("IMAGE_PULL_BROKEN", `${doing}: nothing arrived for ${silenceMs / 1000} s, so it was given up`);
        }
        throw pullFault(engine_fault_engineFault(error, doing, endpoint_endpointText(connection.endpoint)), error);
    }
    finally {
        clearTimeout(timer);
    }
}

;// CONCATENATED MODULE: ./build/engine/read-file.js


/** The headers around one file in an archive: its own, one with a long name, and the end. */
const archiveBytes = 16 * 1024;
/** Of the kernel, whatever an image has in their place. */
const notStored = ["/proc", "/sys", "/dev"];
/**
 * Reads one plain file of a container, running or not, up to `maxBytes`; nothing is unpacked, and no program runs.
 *
 * The engine follows links to folders inside the container, never out of it; the file itself may be no link. What is not
 * to be read, or is larger, is told from its head: its content is not waited for.
 */
async function readFile(connection, id, path, maxBytes) {
    const doing = `read ${path} of container ${id.slice(0, 12)}`;
    if (await liesInMemory(connection, id, path, doing)) {
        return { kind: "refused", why: "lies in memory, which no engine reads files out of" };
    }
    const call = {
        method: "GET",
        path: `/containers/${id}/archive`,
        query: { path },
        doing,
    };
    let answer;
    try {
        answer = await connection.stream(call);
    }
    catch (error) {
        if (statusOf(error) === 404) {
            return { kind: "absent" };
        }
        throw error;
    }
    try {
        const refused = refusal(headOf(answer), maxBytes);
        return refused === undefined
            ? await fileOf(answer, maxBytes)
            : { kind: "refused", why: refused };
    }
    finally {
        answer.destroy();
    }
}
async function liesInMemory(connection, id, path, doing) {
    // The shape of the engine's answer at the pinned version.
    const { HostConfig } = (await connection.json({
        method: "GET",
        path: `/containers/${id}/json`,
        doing,
    }));
    const folders = [...notStored, ...Object.keys(HostConfig.Tmpfs ?? {})];
    return folders.some((folder) => path === folder || path.startsWith(`${folder}/`));
}
/** What the engine says of the file before it sends it; undefined where it says nothing. */
function headOf({ headers }) {
    const text = headers["x-docker-container-path-stat"];
    return typeof text === "string"
        ? // The shape of the engine's header at the pinned version.
            JSON.parse(Buffer.from(text, "base64").toString())
        : undefined;
}
/** Go's bits for what a path is, in the order in which they are told. */
const kinds = [
    [31, "a folder"],
    [27, "a symbolic link"],
    [26, "a device"],
    [25, "a pipe"],
    [24, "a socket"],
    [19, "no plain file"],
];
function refusal(head, maxBytes) {
    if (head === undefined) {
        return undefined;
    }
    const kind = kinds.find(([bit]) => Math.floor(head.mode / 2 ** bit) % 2 === 1);
    if (kind !== undefined) {
        return `is ${kind[1]}`;
    }
    return head.size > maxBytes ? tooLarge(head.size, maxBytes) : undefined;
}
/** Whatever the head said: it may have become something else meanwhile. */
async function fileOf(answer, maxBytes) {
    const chunks = [];
    let read = 0;
    for await (const chunk of answer) {
        // A stream without encoding yields bytes.
        const bytes = chunk;
        chunks.push(bytes);
        read += bytes.byteLength;
        if (read > maxBytes + archiveBytes) {
            return { kind: "refused", why: tooLarge(read, maxBytes) };
        }
    }
    const [found, ...more] = [...filesIn(Buffer.concat(chunks)).values()];
    return found === undefined || more.length > 0
        ? { kind: "refused", why: "is no plain file" }
        : { kind: "file", bytes: found };
}
function tooLarge(size, maxBytes) {
    return `has ${size} bytes, and no more than ${maxBytes} are read`;
}

;// CONCATENATED MODULE: ./build/engine/silence.js
/** About 0.5 ms of work each. */
const askEveryMs = 2_000;
const stepMs = 250;
/** An engine on a machine with 30 times more to do than it has processors answered within 1.5 s. */
const silentMs = 3_500;
/**
 * Tells when the engine answers again after it has said nothing for more than 3.5 s, and for how long that was, until
 * the signal aborts or our connection is closed.
 *
 * Only time that passed for us, too, counts: a laptop that slept has no silent engine. One that is gone is not silent.
 */
async function watchSilence(connection, clock, onSilence, signal) {
    const over = AbortSignal.any([signal, connection.closed]);
    while (!over.aborted) {
        await clock.sleep(askEveryMs, over).catch(() => undefined);
        const answer = new AbortController();
        const waiting = countedWait(clock, AbortSignal.any([over, answer.signal]));
        const answered = await connection
            .json({
            method: "GET",
            path: "/_ping",
            doing: "ask the engine for a sign of life",
            deadlineMs: Number.POSITIVE_INFINITY,
            signal: over,
        })
            .then(() => true, () => false);
        answer.abort();
        const waitedMs = await waiting;
        if (answered && waitedMs >= silentMs) {
            onSilence(waitedMs);
        }
    }
}
/** Milliseconds until the signal aborts, in steps: whoever does not run does not count. */
async function countedWait(clock, signal) {
    for (let waitedMs = 0;; waitedMs += stepMs) {
        const went = await clock.sleep(stepMs, signal).then(() => true, () => false);
        if (!went) {
            return waitedMs;
        }
    }
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

;// CONCATENATED MODULE: ./build/engine/volume.js


/** Files may be many: unpacking is bounded by the disk. */
const unpackDeadlineMs = 120_000;
/**
 * A volume of the engine's own driver with the files of an uncompressed tar, all of them below `volume/` in it.
 *
 * They are unpacked through a container that is created from `image` and never started, so nothing of the image runs.
 * What was made is removed when that fails.
 */
async function createVolume(connection, { name, labels, image, archive }) {
    await connection.json({
        method: "POST",
        path: "/volumes/create",
        body: { Name: name, Driver: "local", Labels: labels },
        doing: `create volume ${name}`,
    });
    try {
        await fill(connection, { name, labels, image, archive });
    }
    catch (error) {
        await labelled_removeObject(connection, { kind: "volume", id: name }).catch(() => undefined);
        throw error;
    }
}
async function fill(connection, { name, labels, image, archive }) {
    const doing = `fill volume ${name}`;
    const mounts = [{ Type: "volume", Source: name, Target: `${below}/volume`, ReadOnly: false }];
    const id = await createNeverStarted(connection, { image, labels, mounts }, doing);
    try {
        await unpack(connection, id, archive, doing);
    }
    finally {
        archive.destroy();
        await labelled_removeObject(connection, { kind: "container", id });
    }
}
/** A folder that no image has: a link in its place would lead elsewhere. */
const below = "/docker-mcp-manager-volume";
/** Uncompressed: to undo compression an engine may run a program of the container (CVE-2026-41567). */
async function unpack(connection, id, archive, doing) {
    await connection.json({
        method: "PUT",
        path: `/containers/${id}/archive`,
        query: { path: below },
        file: archive,
        doing,
        deadlineMs: unpackDeadlineMs,
    });
}

;// CONCATENATED MODULE: ./build/engine/wait-exit.js



const pollMs = 500;
/** SIGTERM, then SIGKILL is what an engine that ends sends its containers; it takes no connections any more by then. */
const endedByEngine = [143, 137];
/** The error of an exit that nobody saw. */
const removedWhileItRan = "the container was removed while it ran";
/**
 * Resolves at the next exit of a container.
 *
 * The engine's own wait never answers when the engine dies, or when the container ended before the wait was
 * registered. So it only wakes an inspection; the end of the attached stream wakes another, and that one goes on
 * looking until the container has ended or the engine does not answer any more: then it rejects ENGINE_LOST, for what
 * became of the container is not known. An exit by the engine's own end is one of those.
 */
async function waitForExit(connection, clock, id, attachmentEnded) {
    const settled = new AbortController();
    try {
        return await Promise.race([
            byWait(connection, clock, id, settled.signal),
            byInspection(connection, clock, id, attachmentEnded ?? clock.sleep(pollMs, settled.signal), settled.signal),
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
        const state = await inspectContainer(connection, id).catch((error) => {
            throw isEngineGone(error) ? lost(connection, id, error) : error;
        });
        if (state === undefined) {
            return {
                exitCode: codeIfGone,
                oomKilled: false,
                error: removedWhileItRan,
            };
        }
        // "created" is a container not started yet: its exit is still to come.
        if (!state.running && state.status !== "created") {
            const exit = exitOf(state);
            if (endedByEngine.includes(exit.exitCode) &&
                (await refusesConnections(connection.endpoint))) {
                throw lost(connection, id);
            }
            return exit;
        }
        await clock.sleep(pollMs, settled);
    }
}
function whenClosed(connection, id, settled) {
    return new Promise((_resolve, reject) => {
        connection.closed.addEventListener("abort", () => reject(new build_fault/* Fault */.vC("ENGINE_ERROR", `wait for container ${id.slice(0, 12)}: our connection was closed`)), { once: true, signal: settled });
    });
}
function lost({ endpoint }, id, cause) {
    return engineLost(`While container ${id.slice(0, 12)} ran`, endpoint, cause);
}
function exitOf(state) {
    return {
        exitCode: state.exitCode,
        oomKilled: state.oomKilled,
        error: state.error === "" ? null : state.error,
    };
}

;// CONCATENATED MODULE: ./build/engine/engine.js



















function createEngine(connection, info, clock) {
    const isPodman = info.kind === "podman";
    /** The end of a container's attached stream wakes its waitExit. */
    const attachments = new Map();
    let host;
    return {
        info,
        host() {
            host ??= askHost(connection).catch((error) => {
                host = undefined;
                throw error;
            });
            return host;
        },
        inspectImage: (reference) => inspectImage(connection, reference),
        pullImage: (reference, onProgress, signal, options = {}) => pullImage(connection, reference, onProgress, signal, options),
        buildImage: (context, options, onProgress, signal) => buildImage(connection, clock, context, options, onProgress, signal),
        async readImageFile(image, path, labels = {}) {
            return (await readImageFiles(connection, image, [path], labels)).get(path);
        },
        readImageFiles: (image, paths, labels = {}) => readImageFiles(connection, image, paths, labels),
        importImage: (rootfs, tag, changes) => importImage(connection, rootfs, tag, changes),
        removeImage: (reference) => removeImage(connection, reference),
        labelledImages: (label) => labelledImages(connection, label),
        removeUnusedImage: (id) => removeUnusedImage(connection, id),
        saveImages: (references) => saveImages(connection, references),
        loadImages: (archive, signal) => loadImages(connection, archive, signal),
        tagImage: (id, reference) => tagImage(connection, id, reference),
        async createContainer(spec) {
            if (isPodman) {
                refuseMissingSources(spec, info);
            }
            return createContainer(connection, spec);
        },
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
            await labelled_removeObject(connection, { kind: "container", id });
            attachments.delete(id);
        },
        pause: (id) => freezeContainer(connection, id, "pause"),
        unpause: (id) => freezeContainer(connection, id, "unpause"),
        top: (id) => topOf(connection, id),
        exec: (id, command, signal) => execIn(connection, id, command, signal),
        readFile: (id, path, maxBytes) => readFile(connection, id, path, maxBytes),
        processes: (id) => processesOf(connection, id),
        stats: (id, onSample, signal) => isPodman
            ? pollStats(connection, clock, id, onSample, signal)
            : followStats(connection, id, onSample, signal),
        followEvents: (label, listeners, signal) => followEvents(connection, clock, label, listeners, signal),
        followNetworks: (listeners, signal) => followNetworks(connection, clock, listeners, signal),
        watchSilence: (onSilence, signal) => watchSilence(connection, clock, onSilence, signal),
        createNetwork: (name, labels, options) => createNetwork(connection, name, labels, options),
        createVolume: (volume) => createVolume(connection, volume),
        connectNetwork: (network, id, aliases = []) => connectNetwork(connection, network, id, aliases),
        networkMembers: (network) => networkMembers(connection, network),
        disconnectNetwork: (network, id) => disconnectNetwork(connection, network, id),
        listLabelled: (labels) => labelled_listLabelled(connection, labels),
        removeObject: (object) => labelled_removeObject(connection, object),
        close: () => connection.close(),
    };
}

;// CONCATENATED MODULE: ./build/engine/known-flaws.js
/** Ways out of a container, or into the host by a build, that have a fix. By the advisories of runc and Moby. */
const flaws = [
    {
        component: "runc",
        cves: ["CVE-2024-21626"],
        lets: "an image reach the host's files",
        fixedIn: ["1.1.12"],
    },
    {
        component: "runc",
        cves: ["CVE-2025-31133", "CVE-2025-52565", "CVE-2025-52881"],
        lets: "a container write to the host's /proc",
        fixedIn: ["1.2.8", "1.3.3", "1.4.0"],
    },
    {
        component: "Engine",
        cves: ["CVE-2024-23651", "CVE-2024-23652", "CVE-2024-23653"],
        lets: "a Dockerfile reach the host's files while it is built",
        fixedIn: ["25.0.2"],
    },
];
/** Nobody calls that a flaw of Podman's, but it is where ours has no answer. */
const openGateway = "Podman keeps an address of its host in every network: a server that has a network reaches what the host serves at all of its addresses";
/** What is known against the versions an engine names, a sentence each. */
function flawsOf(components) {
    const isPodman = components.some(({ Name }) => /podman/i.test(Name));
    return [...flawsOfVersions(components), ...(isPodman ? [openGateway] : [])];
}
function flawsOfVersions(components) {
    return flaws.flatMap(({ component, cves, lets, fixedIn }) => {
        const version = components.find(({ Name }) => Name === component)?.Version ?? "";
        if (!isOlder(version, fixedIn)) {
            return [];
        }
        // Debian and others mend a release without giving it the number of the next.
        const patched = /^v?[\d.]+(?:-rc[.\d]*)?$/.test(version)
            ? ""
            : "; its distribution may have fixed that under this version";
        const fixed = fixedIn.join(", ");
        const named = component === "Engine" ? `Docker Engine ${version}` : `${component} ${version} of the engine`;
        return [`${named} lets ${lets} (${cves.join(", ")}; fixed in ${fixed})${patched}`];
    });
}
function isOlder(version, fixedIn) {
    const own = numbersOf(version);
    if (own === undefined) {
        return false;
    }
    const fixes = fixedIn.map((each) => numbersOf(each) ?? own);
    const sameLine = fixes.find(([major, minor]) => major === own[0] && minor === own[1]);
    return sameLine === undefined
        ? fixes.every((fix) => compare(own, fix) < 0)
        : compare(own, sameLine) < 0;
}
/** A release candidate comes before its release. */
function numbersOf(version) {
    const [, major, minor, patch, candidate] = /^v?(\d+)\.(\d+)\.(\d+)(-rc)?/.exec(version) ?? [];
    return major === undefined
        ? undefined
        : [Number(major), Number(minor), Number(patch) - (candidate === undefined ? 0 : 0.5)];
}
function compare(a, b) {
    return a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
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
    const { default: Modem } = await Promise.all(/* import() */[__webpack_require__.e(830), __webpack_require__.e(133), __webpack_require__.e(812)]).then(__webpack_require__.t.bind(__webpack_require__, 47133, 19));
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
    if (connect_compare(newest, supported.oldest) < 0 || connect_compare(oldest, supported.newest) > 0) {
        throw new build_fault/* Fault */.vC("ENGINE_UNSUPPORTED", `The engine at ${endpoint} (version ${answer.Version}) speaks API ${oldest} to ${newest}; this release speaks ${supported.oldest} to ${supported.newest}`, connect_compare(oldest, supported.newest) > 0
            ? { hint: "Use a newer release of Docker MCP Manager." }
            : {});
    }
    return {
        kind: answer.Components?.some(({ Name }) => /podman/i.test(Name)) ? "podman" : "docker",
        version: answer.Version,
        apiVersion: connect_compare(newest, supported.newest) < 0 ? newest : supported.newest,
        os: answer.Os,
        arch: answer.Arch,
        endpoint,
        flaws: flawsOf(answer.Components ?? []),
    };
}
function connect_compare(a, b) {
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
        const query = new URLSearchParams(Object.entries(call.query ?? {}).flatMap(([name, value]) => [value].flat().map((each) => [name, each])));
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

;// CONCATENATED MODULE: ./build/engine/tar.js
// tar-fs is typed by a stream library of its own. What it makes is read and written as Node's streams are: said here, once.
/** A folder as an uncompressed tar, read while it is sent. */
async function packFolder(folder, options) {
    const { pack } = await Promise.all(/* import() */[__webpack_require__.e(118), __webpack_require__.e(645)]).then(__webpack_require__.t.bind(__webpack_require__, 35645, 19));
    return pack(folder, options);
}
/** Takes an uncompressed tar and writes what is in it into the folder. */
async function unpackInto(folder, options) {
    const { extract } = await Promise.all(/* import() */[__webpack_require__.e(118), __webpack_require__.e(645)]).then(__webpack_require__.t.bind(__webpack_require__, 35645, 19));
    return extract(folder, options);
}

;// CONCATENATED MODULE: ./build/engine/index.js
// The engine: everything that knows the Docker Engine API. Connects, negotiates a version and puts every call under a
// deadline; the only room that loads dockerode.









/***/ }),

/***/ 789:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  aE: () => (/* reexport */ readRecord),
  xe: () => (/* reexport */ sealRecord)
});

// UNUSED EXPORTS: openRecord, schemaVersion

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:sqlite"
var external_node_sqlite_ = __webpack_require__(80099);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(73136);
// EXTERNAL MODULE: ./build/fault/index.js + 5 modules
var fault = __webpack_require__(440);
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
    `
  ALTER TABLE server ADD COLUMN packageVersion TEXT;
  ALTER TABLE server ADD COLUMN packages INTEGER;
  ALTER TABLE server ADD COLUMN bases TEXT;
  `,
    `
  ALTER TABLE wire ADD COLUMN own INTEGER NOT NULL DEFAULT 0;
  `,
    `
  ALTER TABLE server ADD COLUMN role TEXT NOT NULL DEFAULT 'server';
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
    return guarded((error) => open_unwritable(file, "opened for writing", error), () => {
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
    return guarded((error) => unreadable(file, "read", error), () => {
        if (!(0,external_node_fs_.existsSync)(file)) {
            throw new Error("there is no such file");
        }
        try {
            return { database: openChecked(file, file), damage: null };
        }
        catch (error) {
            if (error instanceof fault/* Fault */.vC) {
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
    guarded((error) => open_unwritable(file, "sealed", error), () => {
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
        throw new fault/* Fault */.vC("RECORD_UNREADABLE", `${file} has schema version ${version}; this program knows versions up to ${schema_schemaVersion}`, { hint: "Read it with the version of docker-mcp-manager that wrote it, or a newer one." });
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
function guarded(faultOf, work) {
    try {
        return work();
    }
    catch (error) {
        throw error instanceof fault/* Fault */.vC ? error : faultOf(error);
    }
}
function unreadable(file, done, cause) {
    return new fault/* Fault */.vC("RECORD_UNREADABLE", messageOf(file, done, cause), { cause });
}
function open_unwritable(file, done, cause) {
    return new fault/* Fault */.vC("RECORD_UNWRITABLE", messageOf(file, done, cause), { cause });
}
function messageOf(file, done, cause) {
    return `${file} could not be ${done}: ${cause instanceof Error ? cause.message : String(cause)}`;
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
    before: { role: "'server'" },
    columns: {
        name: "text",
        role: "word",
        template: "text",
        image: "text",
        imageId: "text",
        packageVersion: "text",
        packages: "integer",
        bases: "text",
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
    before: { own: "0" },
    columns: {
        server: "text",
        direction: "word",
        own: "flag",
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
        throw new fault/* Fault */.vC("RECORD_UNREADABLE", `${this.#file} has no readable run: ${this.#damage ?? "empty"}`);
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
            throw unreadable(this.#file, "read", error);
        }
        this.#damage ??= error.message;
    }
}
const storedLogTable = {
    ...tables_logTable,
    columns: { ...tables_logTable.columns, id: "integer" },
};
const storedWireTable = {
    ...tables_wireTable,
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

;// CONCATENATED MODULE: ./build/record/spare.js

/** Enough for the few pages that the end of a run takes. */
const spareBytes = (/* unused pure expression or super */ null && (64 * 1024));
function spareOf(file) {
    return `${file}-spare.tmp`;
}
/** Keeps a little of the disk back, so that how a run ended can be written where nothing else can. */
function spare_keepSpare(file) {
    try {
        writeFileSync(spareOf(file), new Uint8Array(spareBytes), { mode: 0o600 });
    }
    catch {
        // Without it the record is as good, until the disk is full.
    }
}
function spare_freeSpare(file) {
    try {
        rmSync(spareOf(file), { force: true });
    }
    catch {
        // It takes a little room, and its folder is going anyway.
    }
}

;// CONCATENATED MODULE: ./build/record/writer.js




const batchMs = 50;
const batchRows = 500;
/** Long lines fill a batch before their number does. */
const batchCharacters = (/* unused pure expression or super */ null && (4 * 1024 * 1024));
/** Creates the record, or goes on with an existing one. Throws RECORD_UNWRITABLE, RECORD_UNREADABLE; the methods never throw. */
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
        keepSpare(file);
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
    /** Tried also after `fault`: how the run ended is worth the room that was kept for it. */
    run(patch) {
        const sql = updateOf(runTable, patch, "id");
        const parameters = [...encode(runTable, patch, this.#options.redact), 1];
        if (sql === null || this.#fault === null || this.#closed) {
            this.#now(sql, parameters);
            return;
        }
        try {
            this.#prepared(sql).run(...parameters);
        }
        catch {
            this.#lostRows += 1;
        }
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
            this.#rollBack();
            this.#fail(error, batch.length - this.#writeWhatFits(batch));
        }
    }
    /** Rows of a batch that was too much as a whole, what the run came to before what was said in it; how many. */
    #writeWhatFits(batch) {
        const said = ({ characters }) => characters > 0;
        let written = 0;
        try {
            for (const { sql, parameters } of [
                ...batch.filter((row) => !said(row)),
                ...batch.filter(said),
            ]) {
                this.#prepared(sql).run(...parameters);
                written += 1;
            }
        }
        catch {
            // The batch has failed; this only says after which row.
        }
        return written;
    }
    #rollBack() {
        if (this.#database.isTransaction) {
            try {
                this.#database.exec("ROLLBACK");
            }
            catch {
                // SQLite has rolled back by itself (it does for a full disk).
            }
        }
    }
    /** Commits and closes; rows written afterwards only count as lost. Safe to call twice. */
    close() {
        if (this.#closed) {
            return;
        }
        this.flush();
        this.#closed = true;
        freeSpare(this.#file);
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
        this.#pending.push({ sql, parameters, characters });
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
        if (this.#fault === null) {
            const fault = unwritable(this.#file, "written", error);
            this.#fault = fault;
            freeSpare(this.#file);
            this.run({ fault: fault.message, faultCode: fault.code });
            this.#options.onFault?.(fault);
        }
    }
}
function nextId(database, table) {
    const row = database.prepare(`SELECT coalesce(max(id), 0) + 1 AS next FROM ${table}`).get();
    return Number(row?.["next"]);
}

;// CONCATENATED MODULE: ./build/record/index.js
// The only truth about a run: one SQLite file, written by the manager alone, read by everyone else.






/***/ }),

/***/ 38802:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  J0: () => (/* reexport */ imageLabels),
  HO: () => (/* reexport */ neededLock),
  QC: () => (/* reexport */ noPins),
  v0: () => (/* reexport */ parseMirror),
  sK: () => (/* reexport */ pinsIn),
  Fz: () => (/* reexport */ planImage),
  mF: () => (/* reexport */ readLock),
  _$: () => (/* reexport */ registrySettings),
  AT: () => (/* reexport */ resolve_resolveImage),
  oJ: () => (/* reexport */ runFileShelf)
});

// UNUSED EXPORTS: driftOf, ensureStandIn, entryHash, hubBaseImage, listVersions, loadTemplate, localBaseImage, lockFileOf, lockIfThere, lockServer, lockText, packageIndexes, parameterValues, provenanceOf, provideBase, runFileSchema, sbomOf, standInFor, standIns, templateNames, templateShelf, templatesPage, versionSubject, viewTemplates, writeTemplate

// EXTERNAL MODULE: ./build/fault/index.js + 5 modules
var build_fault = __webpack_require__(440);
;// CONCATENATED MODULE: ./build/registry/pull/reference.js
/** Docker's own registry, which references without a registry mean. */
const dockerHub = "docker.io";
/** Takes a reference apart; the first part names a registry when it has a dot or a port, or is `localhost`. */
function imageNameOf(reference) {
    const at = reference.indexOf("@");
    const whole = at < 0 ? reference : reference.slice(0, at);
    const tag = /:[\w][\w.-]*$/.exec(whole.slice(whole.lastIndexOf("/") + 1))?.[0] ?? "";
    const name = whole.slice(0, whole.length - tag.length);
    const suffix = `${tag}${at < 0 ? "" : reference.slice(at)}`;
    const slash = name.indexOf("/");
    const first = slash < 0 ? "" : name.slice(0, slash);
    if (/[.:]/.test(first) || first === "localhost") {
        const registry = /^(?:index\.)?docker\.io$/.test(first) ? dockerHub : first;
        return { registry, repository: ofHub(registry, name.slice(slash + 1)), suffix };
    }
    return { registry: dockerHub, repository: ofHub(dockerHub, name), suffix };
}
/** Docker Hub's own images stand in its folder `library`. */
function ofHub(registry, path) {
    return registry === dockerHub && !path.includes("/") ? `library/${path}` : path;
}

;// CONCATENATED MODULE: ./build/registry/pull/asked-to-wait.js

const askMs = 5_000;
/** What a registry at its limit asks to wait before the next pull, in ms: the engine does not hand its `Retry-After` on. */
async function askedToWaitMs(reference, nowMs) {
    const { registry, repository, suffix } = imageNameOf(reference);
    const host = registry === dockerHub ? "registry-1.docker.io" : registry;
    // The engine, too, asks a registry on the loopback address without TLS.
    const scheme = /^(?:localhost|127\.0\.0\.1)(?::|$)/.test(host) ? "http" : "https";
    const version = suffix.includes("@") ? suffix.slice(suffix.indexOf("@") + 1) : suffix.slice(1);
    const url = `${scheme}://${host}/v2/${repository}/manifests/${version || "latest"}`;
    try {
        const answer = await fetch(url, { method: "HEAD", signal: AbortSignal.timeout(askMs) });
        const said = answer.headers.get("retry-after");
        if (answer.status !== 429 || said === null) {
            return undefined;
        }
        const ms = /^\d+$/.test(said) ? Number(said) * 1000 : Date.parse(said) - nowMs;
        return Number.isFinite(ms) ? Math.max(0, ms) : undefined;
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 2 modules
var schemas = __webpack_require__(88343);
;// CONCATENATED MODULE: ./build/registry/pull/login.js





const helperMs = 10_000;
const entry = schemas/* looseObject */._H3({
    auth: schemas/* string */.YjP().optional(),
    identitytoken: schemas/* string */.YjP().optional(),
});
const configFile = schemas/* looseObject */._H3({
    auths: schemas/* record */.g1P(schemas/* string */.YjP(), entry).default({}),
    credHelpers: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).default({}),
    credsStore: schemas/* string */.YjP().optional(),
});
const helperAnswer = schemas/* looseObject */._H3({ Username: schemas/* string */.YjP(), Secret: schemas/* string */.YjP() });
/**
 * The login that `docker login` left for a registry: from the helper that keeps it, else from the file itself.
 *
 * undefined without one; what could not be read is said, without anything of its content.
 */
async function loginFor(registry, dockerConfig, onProgress) {
    const text = dockerConfig === undefined
        ? undefined
        : await (0,promises_.readFile)((0,external_node_path_.join)(dockerConfig, "config.json"), "utf8").catch(() => undefined);
    if (text === undefined) {
        return undefined;
    }
    const config = configFile.safeParse(parsed(text)).data;
    if (config === undefined) {
        onProgress("Docker's config.json cannot be read, so no login is used");
        return undefined;
    }
    const keys = keysOf(registry);
    const helper = keys.map((key) => config.credHelpers[key]).find((each) => each !== undefined) ??
        config.credsStore;
    const found = keys.map((key) => config.auths[key]).find((each) => each !== undefined);
    const fromFile = found && loginOf(found, registry);
    if (fromFile !== undefined || helper === undefined) {
        return fromFile;
    }
    return fromHelper(helper, keys, registry);
}
/** How config.json may name a registry. */
function keysOf(registry) {
    return registry === dockerHub
        ? ["https://index.docker.io/v1/", "index.docker.io", "docker.io", "registry-1.docker.io"]
        : [registry, `https://${registry}`, `https://${registry}/`, `https://${registry}/v2/`];
}
function loginOf({ auth, identitytoken }, serveraddress) {
    if (identitytoken) {
        return { identitytoken, serveraddress };
    }
    const pair = Buffer.from(auth ?? "", "base64").toString();
    const colon = pair.indexOf(":");
    return colon < 1
        ? undefined
        : { username: pair.slice(0, colon), password: pair.slice(colon + 1), serveraddress };
}
/** Asks `docker-credential-NAME get`; a helper that is not there or knows nothing means no login. */
async function fromHelper(name, keys, serveraddress) {
    if (!/^[\w.-]+$/.test(name)) {
        return undefined;
    }
    for (const key of keys) {
        const answer = helperAnswer.safeParse(parsed(await login_ask(`docker-credential-${name}`, key))).data;
        if (answer?.Username === "<token>") {
            return { identitytoken: answer.Secret, serveraddress };
        }
        if (answer !== undefined && answer.Username !== "") {
            return { username: answer.Username, password: answer.Secret, serveraddress };
        }
    }
    return undefined;
}
function login_ask(program, key) {
    return new Promise((resolve) => {
        const child = (0,external_node_child_process_.execFile)(program, ["get"], { timeout: helperMs }, (error, stdout) => resolve(error === null ? stdout : ""));
        child.stdin?.on("error", () => undefined);
        child.stdin?.end(key);
    });
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: ./build/text/index.js + 14 modules
var build_text = __webpack_require__(33699);
;// CONCATENATED MODULE: ./build/registry/pull/mirror.js



/**
 * A mirror of Docker Hub as image references name it: `host[:port][/path]`, from that or from an address.
 *
 * Throws USAGE for what is no such place, and for one with a user in it.
 */
function parseMirror(text) {
    const place = (0,build_text/* withoutEndSlashes */.he)(text.trim().replace(/^https?:\/\//, ""));
    if (!/^[a-z0-9](?:[a-z0-9.-]*[a-z0-9])?(?::\d{1,5})?(?:\/[a-z0-9][a-z0-9._-]*)*$/i.test(place)) {
        const shown = place.includes("@") ? "an address with a user in it" : JSON.stringify(text);
        throw new build_fault/* Fault */.vC("USAGE", `Registry mirror: ${shown} is not host[:port][/path].`, {
            hint: "Write for example mirror.example.com:5000; a login comes from `docker login`.",
        });
    }
    const first = place.split("/")[0] ?? "";
    if (!/[.:]/.test(first) && first !== "localhost") {
        throw new build_fault/* Fault */.vC("USAGE", `Registry mirror: "${first}" would be taken for a name on Docker Hub; a host has a dot or a port.`);
    }
    return place;
}
/** The same image at the mirror; undefined for one that is not Docker Hub's. */
function mirror_mirrored(reference, mirror) {
    const { registry, repository, suffix } = imageNameOf(reference);
    return mirror === undefined || registry !== dockerHub
        ? undefined
        : `${mirror}/${repository}${suffix === "" ? ":latest" : suffix}`;
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/registry/pull/patience.js


const mostTries = 3;
/** Nobody wants a run that waits longer for one image. */
const longestWaitMs = 60_000;
/** Tries up to three times while the registry is at its limit (as long as it asks for, and some more) or failing (1 s, then 2 s). */
async function withPatience(work, patience) {
    for (let tries = 1;; tries += 1) {
        try {
            await work();
            return;
        }
        catch (thrown) {
            patience.signal?.throwIfAborted();
            const fault = (0,build_fault/* asFault */.Ps)(thrown);
            const waitMs = await waitFor(fault, tries, patience);
            if (waitMs === undefined || tries === mostTries) {
                throw tries === 1 ? fault : withTries(fault, tries);
            }
            patience.onProgress(`${fault.message}; trying again in ${(waitMs / 1000).toFixed(1)} s (${tries} of ${mostTries})`);
            await patience.clock.sleep(waitMs, patience.signal);
        }
    }
}
/** undefined: trying again is of no use. */
async function waitFor(fault, tries, { askedToWaitMs }) {
    if (fault.code === "IMAGE_PULL_BROKEN") {
        return later(1_000 * tries);
    }
    if (fault.code !== "IMAGE_PULL_LIMITED" || tries === mostTries) {
        return undefined;
    }
    const askedMs = await askedToWaitMs();
    if (askedMs !== undefined && askedMs > longestWaitMs) {
        throw new build_fault/* Fault */.vC(fault.code, `${fault.message}; the registry asks to wait ${Math.ceil(askedMs / 1000)} s, which is too long for a run`, { hint: fault.hint, cause: fault });
    }
    return later(askedMs ?? 2_000 * tries);
}
/** Not all who were refused together come back together. */
function later(ms) {
    return ms + (0,external_node_crypto_.randomInt)(Math.ceil(ms / 4) + 100);
}
function withTries(fault, tries) {
    return new build_fault/* Fault */.vC(fault.code, `${fault.message} (tried ${tries} times)`, {
        hint: fault.hint,
        cause: fault,
    });
}

;// CONCATENATED MODULE: ./build/registry/pull/pull.js






/** The image if the engine has it, under its own name or the mirror's. */
async function presentImage(reference, deps) {
    const others = mirror_mirrored(reference, deps.registryMirror);
    for (const each of others === undefined ? [reference] : [reference, others]) {
        const image = await deps.engine.inspectImage(each);
        if (image !== undefined) {
            return { reference: each, image };
        }
    }
    return undefined;
}
/**
 * Pulls the image: from the mirror when there is one for it, else or when that fails from its own registry.
 *
 * Tries again only what time can heal. Rejects as `Engine.pullImage` does, with what the mirror said as well.
 */
async function pullImage(reference, deps, options = {}) {
    const atMirror = mirror_mirrored(reference, deps.registryMirror);
    if (atMirror === undefined) {
        return pullFrom(reference, deps, options);
    }
    let refusal;
    try {
        return await pullFrom(atMirror, deps, options);
    }
    catch (thrown) {
        deps.signal?.throwIfAborted();
        refusal = (0,build_fault/* asFault */.Ps)(thrown);
        deps.onProgress(`${refusal.message}; asking the image's own registry instead of the mirror`);
    }
    try {
        return await pullFrom(reference, deps, options);
    }
    catch (thrown) {
        deps.signal?.throwIfAborted();
        const fault = (0,build_fault/* asFault */.Ps)(thrown);
        const message = `${fault.message}; the mirror before that: ${refusal.message}`;
        throw new build_fault/* Fault */.vC(fault.code, message, { hint: fault.hint, cause: fault });
    }
}
async function pullFrom(reference, deps, options) {
    const { engine, clock, onProgress, signal } = deps;
    onProgress(`pulling ${reference}`);
    const login = await loginFor(imageNameOf(reference).registry, deps.dockerConfig, onProgress);
    const pull = () => engine.pullImage(reference, onProgress, signal, { ...options, ...(login && { login }) });
    await withPatience(pull, {
        clock,
        askedToWaitMs: () => askedToWaitMs(reference, clock.nowMs()),
        onProgress,
        ...(signal && { signal }),
    });
    const image = await engine.inspectImage(reference);
    if (image === undefined) {
        throw new build_fault/* Fault */.vC("IMAGE_NOT_FOUND", `Image ${reference} was pulled, but the engine does not know it`);
    }
    return { reference, image };
}
/** The image as the policy has it. Rejects IMAGE_NOT_PRESENT when it may not be pulled and is not there, else as `pullImage`. */
async function provideImage(reference, policy, deps, platform) {
    const present = policy === "always" ? undefined : await presentImage(reference, deps);
    if (present !== undefined && suits(present.image, platform)) {
        return { ...present, pulled: false };
    }
    if (policy === "never") {
        const why = present === undefined
            ? "is not on the engine"
            : `is there for ${present.image.platform} only`;
        throw new build_fault/* Fault */.vC("IMAGE_NOT_PRESENT", `Image ${reference} ${why}, and \`pull: never\` keeps it from being pulled`);
    }
    const options = platform === undefined ? {} : { platform };
    return { ...(await pullImage(reference, deps, options)), pulled: true };
}
/** The engine's word for a platform leaves the variant out. */
function suits(image, platform) {
    return platform === undefined || platform.split("/").slice(0, 2).join("/") === image.platform;
}

;// CONCATENATED MODULE: ./build/registry/labels.js
/** Labels of the images we make. None of them says `run`: images outlive runs and are never swept. */
const imageLabels = {
    template: "io.github.docker-mcp-manager.template",
    /** Hash of what the image is made from. */
    key: "io.github.docker-mcp-manager.key",
    /** Reference and id of the base image it was built on. */
    base: "io.github.docker-mcp-manager.base",
};

;// CONCATENATED MODULE: ./build/registry/base/ensure.js

/** What is being made now, by reference; what is asked for twice at once is made once. */
const underWay = new WeakMap();
/**
 * Makes sure that the stand-in is on the engine and of its present recipe: one inspection when it is, else it is made.
 *
 * Rejects IMAGE_BUILD_FAILED when this machine cannot make it.
 */
async function ensureStandIn(standIn, options) {
    const key = await standIn.key();
    const older = await options.engine.inspectImage(standIn.reference);
    if (older?.labels[imageLabels.key] === key) {
        return { built: false };
    }
    const here = underWay.get(options.engine) ?? new Map();
    underWay.set(options.engine, here);
    const other = here.get(standIn.reference);
    if (other !== undefined) {
        await other;
        return { built: false };
    }
    options.onProgress(`building ${standIn.reference} from ${standIn.madeFrom}`);
    const work = standIn
        .make(key, options)
        .then(() => older && removeReplaced(older.id, options))
        .finally(() => here.delete(standIn.reference));
    here.set(standIn.reference, work);
    await work;
    return { built: true };
}
/** The older image has lost its name to the newer one. One that is still used stays, for `sweep`. */
async function removeReplaced(id, { engine, onProgress }) {
    try {
        if (await engine.removeUnusedImage(id)) {
            onProgress(`removed the image it replaces (${id.slice(7, 19)})`);
        }
    }
    catch {
        // What was asked for is there; an image too many hinders nobody.
    }
}

// EXTERNAL MODULE: ./build/engine/index.js + 46 modules
var build_engine = __webpack_require__(98793);
;// CONCATENATED MODULE: ./build/registry/build/ca-bundle.js

/** Where Linux distributions keep their certificate authorities. */
const places = [
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/ca-bundle.pem",
    "/etc/ssl/cert.pem",
];
/** The certificate authorities this host trusts, as PEM; without a bundle on the host, those Node.js brings. */
async function ca_bundle_hostCaBundle() {
    for (const place of places) {
        const bytes = await (0,promises_.readFile)(place).catch(() => undefined);
        if (bytes !== undefined) {
            return bytes;
        }
    }
    const { rootCertificates } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 41692, 19));
    return Buffer.from(rootCertificates.join("\n"));
}

;// CONCATENATED MODULE: ./build/registry/build/host-arguments.js

/** Build arguments every Dockerfile has without declaring them; they stay out of the image's history and of the cache's keys. */
const proxies = ["HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY"];
/** Settings by which package managers find another registry than their own. */
const registries = /^(?:NPM_CONFIG_REGISTRY|(?:PIP|UV)_(?:EXTRA_)?INDEX_URL|UV_(?:DEFAULT_)?INDEX|GOPROXY|GOPRIVATE|GONOPROXY|GONOSUMDB|GOSUMDB|GOINSECURE|GOFLAGS|CARGO_REGISTRY_DEFAULT|CARGO_REGISTRIES_[A-Z0-9_]+_(?:INDEX|PROTOCOL)|CARGO_NET_[A-Z_]+|CARGO_HTTP_[A-Z_]+|RUSTUP_DIST_SERVER|RUSTUP_UPDATE_ROOT|MAVEN_MIRROR|NUGET_SOURCE)$/;
/** How this host reaches registries, by build argument: proxies in both letter cases, and the registries of package managers. */
function hostArguments(environment) {
    const found = {};
    for (const [name, value] of Object.entries(environment)) {
        if (value && registries.test(name)) {
            found[name] = value;
        }
    }
    // npm's own spelling of its settings, and the one that wins in npm.
    const npmRegistry = environment["npm_config_registry"];
    if (npmRegistry) {
        found["NPM_CONFIG_REGISTRY"] = npmRegistry;
    }
    for (const upper of proxies) {
        const lower = upper.toLowerCase();
        const value = environment[lower] || environment[upper];
        if (value) {
            found[upper] = environment[upper] || value;
            found[lower] = value;
        }
    }
    return found;
}
/**
 * What of `settings` this Dockerfile is given: proxies, and the settings it declares with ARG.
 *
 * A declared argument can be read from the image's history, so none with a password is; a proxy on this host's loopback is
 * none to a build on the engine's own network. `onProgress` says which are left out.
 */
async function argumentsFor(dockerfile, settings, onProgress, network = "default") {
    const names = Object.keys(settings);
    if (names.length === 0) {
        return {};
    }
    const declared = await declaredArguments(dockerfile);
    const given = names.filter((name) => declared.has(name) || isProxy(name));
    const fit = given.filter((name) => {
        const reason = unfit(name, settings[name] ?? "", declared.has(name), network);
        if (reason !== undefined) {
            onProgress(`${name} of this host ${reason}; the build does without it`);
        }
        return reason === undefined;
    });
    return Object.fromEntries(fit.map((name) => [name, settings[name] ?? ""]));
}
/** Why a setting is kept from a build; undefined: it is not. */
function unfit(name, value, isDeclared, network) {
    if (isDeclared && holdsPassword(value)) {
        return "holds a password and would be kept in the image";
    }
    return /^https?_proxy$/i.test(name) && network === "default" && isLoopback(value)
        ? "is on this host's loopback, which a build does not reach"
        : undefined;
}
/** Users and passwords in the addresses, which a build may print. */
function passwordsIn(settings) {
    const users = Object.values(settings).flatMap(usersIn);
    return users.flatMap((user) => [user, user.slice(user.indexOf(":") + 1)]);
}
async function declaredArguments(dockerfile) {
    const { DockerfileParser } = await __webpack_require__.e(/* import() */ 279).then(__webpack_require__.t.bind(__webpack_require__, 78390, 19));
    // A file that is not there is the engine's to name.
    const text = await (0,promises_.readFile)(dockerfile, "utf8").catch(() => "");
    const parsed = DockerfileParser.parse(text);
    const names = parsed
        .getARGs()
        .flatMap((arg) => arg.getProperties().map((each) => each.getName()));
    return new Set(names);
}
function isProxy(name) {
    return proxies.includes(name.toUpperCase());
}
function isLoopback(address) {
    const host = URL.parse(address.includes("://") ? address : `http://${address}`)?.hostname ?? "";
    return /^(?:localhost|127\.[\d.]+|\[::1\])$/.test(host);
}
/** Whether one of the addresses in a value names a user. */
function holdsPassword(value) {
    return usersIn(value).length > 0;
}
/** What stands before the @ of each address in a value: `https://user:password@host`, in lists and behind a name, too. */
function usersIn(value) {
    return value.split(/[\s,|]/).flatMap((piece) => {
        const [first = "", ...afterSchemes] = piece.split("://");
        const places = afterSchemes.length > 0 ? afterSchemes : [first.slice(first.indexOf("=") + 1)];
        return places.flatMap((place) => {
            const authority = place.split("/", 1)[0] ?? "";
            const at = authority.lastIndexOf("@");
            return at < 0 ? [] : [authority.slice(0, at)];
        });
    });
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(57975);
;// CONCATENATED MODULE: ./build/registry/base/debian-mirrors.js



/**
 * The mirrors this host's own apt uses; undefined where it does not name both, as on a host that is no Debian.
 *
 * An address with a password is never taken, for it would stay in the image.
 */
async function debianMirrors(aptFolder = "/etc/apt") {
    const text = await aptSources(aptFolder);
    const addresses = [...text.matchAll(/\bhttps?:\/\/[^\s"'@]+(?=\s|$)/gm)].map(([found]) => (0,build_text/* withoutEndSlashes */.he)(found));
    const endingWith = (path) => addresses.find((address) => address.endsWith(path));
    const [archive, security] = [endingWith("/debian"), endingWith("/debian-security")];
    return archive === undefined || security === undefined ? undefined : { archive, security };
}
/** Both forms of apt's source lists, without comments. */
async function aptSources(folder) {
    const parts = await (0,promises_.readdir)((0,external_node_path_.join)(folder, "sources.list.d")).catch(() => []);
    const files = [
        "sources.list",
        ...parts
            .filter((name) => /\.(list|sources)$/.test(name))
            .sort()
            .map((name) => (0,external_node_path_.join)("sources.list.d", name)),
    ];
    const texts = await Promise.all(files.map((file) => (0,promises_.readFile)((0,external_node_path_.join)(folder, file), "utf8").catch(() => "")));
    return texts.join("\n").replaceAll(/^[ \t]*#.*$/gm, "");
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
;// CONCATENATED MODULE: ./build/registry/base/stand-in.js





/** A folder to make an image in; whoever asks removes it. */
function workFolder({ temporaryFolder }) {
    return temporaryFolder?.() ?? (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), "docker-mcp-manager-base-"));
}
/** One key for all of `parts`. */
function recipeKey(parts) {
    const hash = (0,external_node_crypto_.createHash)("sha256");
    parts.forEach((part, index) => hash.update(index === 0 ? "" : "\n").update(part));
    return hash.digest("hex");
}
/** The engine's and Node.js's words for the same architectures. */
const architectures = {
    amd64: "x64",
    x86_64: "x64",
    arm64: "arm64",
    aarch64: "arm64",
};
/** Throws IMAGE_BUILD_FAILED when programs of this machine do not run on the engine. */
function refuseForeignEngine(engine) {
    const same = (architectures[engine.arch] ?? engine.arch) === process.arch;
    if (process.platform !== "linux" || !same) {
        throw new build_fault/* Fault */.vC("IMAGE_BUILD_FAILED", `Local base image: the engine runs ${engine.os}/${engine.arch}, but this machine is ${process.platform}/${process.arch}`, { hint: "Make a registry with the base images reachable from the engine." });
    }
}
/** The last lines a failed program wrote, else the error itself. */
function lastWords(error) {
    const stderr = error.stderr?.trim();
    return stderr ? stderr.split("\n").slice(-5).join("\n") : String(error);
}

;// CONCATENATED MODULE: ./build/registry/base/local-debian.js










const run = (0,external_node_util_.promisify)(external_node_child_process_.execFile);
/** Raise it when the recipe changes; images of an older recipe are then built anew. */
const recipe = "1";
const suite = "trixie";
const architecture = process.arch === "x64" ? "amd64" : process.arch;
/** What Debian's slim image leaves out as well; kept in the image's settings, so later packages come without it too. */
const without = ["doc", "man", "locale", "info", "lintian", "linda"];
/** The stand-in for `debian:trixie-slim`, from Debian's packages: about 80 MB, made by mmdebstrap. */
const localDebian = {
    name: "debian",
    wanted: "debian:trixie-slim",
    reference: "docker-mcp-manager/base-debian:trixie",
    madeFrom: "Debian's packages by mmdebstrap",
    key: async () => recipeKey([recipe, suite, architecture, await ca_bundle_hostCaBundle()]),
    make,
};
async function make(key, options) {
    refuseForeignEngine(options.engine.info);
    const folder = workFolder(options);
    try {
        // Written to a file first: an import of a stream that ends early would give an image.
        const archive = (0,external_node_path_.join)(folder, "rootfs.tar");
        await (0,promises_.writeFile)((0,external_node_path_.join)(folder, "ca-certificates.crt"), await ca_bundle_hostCaBundle());
        await bootstrap(archive, folder, options.signal);
        await options.engine.importImage((0,external_node_fs_.createReadStream)(archive), localDebian.reference, [
            "ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
            `LABEL ${imageLabels.key}=${key}`,
            'CMD ["bash"]',
        ]);
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
async function bootstrap(archive, folder, signal) {
    const mirrors = await debianMirrors();
    const args = [
        "--quiet",
        "--variant=apt",
        "--include=ca-certificates",
        `--architectures=${architecture}`,
        '--aptopt=APT::Install-Recommends "false"',
        '--aptopt=Acquire::Languages "none"',
        // Nothing of a half-made tree is kept, so there is nothing to sync for.
        "--dpkgopt=force-unsafe-io",
        ...without.map((part) => `--dpkgopt=path-exclude=/usr/share/${part}/*`),
        "--dpkgopt=path-include=/usr/share/doc/*/copyright",
        `--customize-hook=copy-in "${(0,external_node_path_.join)(folder, "ca-certificates.crt")}" /etc/ssl/certs/`,
        suite,
        archive,
        ...linesOf(mirrors),
    ];
    try {
        await run("mmdebstrap", args, { maxBuffer: 2 ** 26, signal });
    }
    catch (error) {
        signal?.throwIfAborted();
        throw bootstrapFault(error, mirrors?.archive ?? "its own mirror");
    }
}
/** Without any, mmdebstrap takes those of Debian, updates and security too. */
function linesOf(mirrors) {
    return mirrors === undefined
        ? []
        : [
            `deb ${mirrors.archive} ${suite} main`,
            `deb ${mirrors.archive} ${suite}-updates main`,
            `deb ${mirrors.security} ${suite}-security main`,
        ];
}
function bootstrapFault(error, mirror) {
    if (error.code === "ENOENT") {
        return new build_fault/* Fault */.vC("IMAGE_BUILD_FAILED", `Local base image ${localDebian.reference}: the program mmdebstrap, which makes it, is not installed`, {
            hint: "Install it (`apt-get install mmdebstrap`), or make a registry with the base images reachable.",
            cause: error,
        });
    }
    return new build_fault/* Fault */.vC("IMAGE_BUILD_FAILED", `Local base image ${localDebian.reference}: mmdebstrap failed with Debian's packages from ${mirror}: ${lastWords(error)}`, {
        hint: "Make Debian's package mirror reachable, or a registry with the base images.",
        cause: error,
    });
}

;// CONCATENATED MODULE: ./build/registry/base/on-debian.js









/** A stand-in that the engine builds on the Debian one, from a Dockerfile of ours. */
function onDebian(recipe) {
    const { dockerfile, ...names } = recipe;
    return {
        ...names,
        key: async () => recipeKey([dockerfile, await localDebian.key()]),
        make: (key, options) => on_debian_make(recipe, key, options),
    };
}
async function on_debian_make(recipe, key, options) {
    refuseForeignEngine(options.engine.info);
    await ensureStandIn(localDebian, options);
    const folder = workFolder(options);
    try {
        const dockerfile = (0,external_node_path_.join)(folder, "Dockerfile");
        await (0,promises_.writeFile)(dockerfile, recipe.dockerfile);
        const { hostArguments = {}, onProgress } = options;
        await (0,promises_.writeFile)((0,external_node_path_.join)(folder, "ca-certificates.crt"), await ca_bundle_hostCaBundle());
        const archive = await (0,build_engine/* packFolder */.C)(folder, {
            map: (header) => ({ ...header, uid: 0, gid: 0, mtime: new Date(0) }),
        });
        const build = {
            tag: recipe.reference,
            dockerfile: "Dockerfile",
            args: {
                ...(await argumentsFor(dockerfile, hostArguments, onProgress, options.buildNetwork)),
                BASE: localDebian.reference,
            },
            labels: { [imageLabels.key]: key },
            network: options.buildNetwork ?? "default",
        };
        await options.engine.buildImage(archive, build, onProgress, options.signal);
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}

;// CONCATENATED MODULE: ./build/registry/base/debian-recipes.js

/** Debian's packages, with the host's authorities put back in place: the certificates' own package writes its list anew. */
function install(packages) {
    return `RUN export DEBIAN_FRONTEND=noninteractive && apt-get update -qq \\
 && apt-get install -qq -o Dpkg::Use-Pty=0 ${packages} >/dev/null \\
 && rm -rf /var/lib/apt/lists/* /var/cache/apt/*.bin /var/log/*
COPY ca-certificates.crt /etc/ssl/certs/ca-certificates.crt
`;
}
const head = `ARG BASE\nFROM \${BASE}`;
const authorities = "SSL_CERT_FILE=/etc/ssl/certs/ca-certificates.crt";
/** Debian's Python, where the public image has its own: `python`, `python3` and `pip` in /usr/local/bin. */
const localPython = onDebian({
    name: "python",
    wanted: "python:3.13-slim-trixie",
    reference: "docker-mcp-manager/base-python:3.13",
    madeFrom: "Debian's Python 3.13",
    dockerfile: `${head}
${install("python3 python3-pip python3-venv")}
RUN rm -f /usr/lib/python3*/EXTERNALLY-MANAGED \\
 && ln -s /usr/bin/python3 /usr/local/bin/python3 && ln -s python3 /usr/local/bin/python \\
 && ln -s /usr/bin/pip3 /usr/local/bin/pip3 && ln -s pip3 /usr/local/bin/pip
ENV LANG=C.UTF-8 ${authorities}
CMD ["python3"]
`,
});
/** What the archives of Go's own tool chain must be; 1.26.11 as the module proxy has it. */
const go = {
    version: "1.26.11",
    amd64: "e1edb778de0aa08c8e827f5a873b35a46afe680fb241482c531725b2355e470d",
    arm64: "51902dab7e130b07083119a36ce09e0cc50fdd9d0d64184c24bd302072ad8b70",
};
/** Go's tool chain, fetched by Debian's older one from the module proxy that this is set to; without a C compiler, so cgo is off. */
const localGo = onDebian({
    name: "go",
    wanted: "golang:1.26-trixie",
    reference: "docker-mcp-manager/base-go:1.26",
    madeFrom: `Go ${go.version} from the module proxy`,
    dockerfile: `${head} AS fetch
${install("golang-go")}
ARG GOPROXY
ARG GOSUMDB
ARG GONOSUMDB
RUN export GOMODCACHE=/modules GOTOOLCHAIN=go${go.version}; arch=$(dpkg --print-architecture) \\
 && case $arch in amd64) sum=${go.amd64};; arm64) sum=${go.arm64};; *) echo "no Go for $arch" >&2; exit 1;; esac \\
 && go version \\
 && name=v0.0.1-go${go.version}.linux-$arch \\
 && echo "$sum  $GOMODCACHE/cache/download/golang.org/toolchain/@v/$name.zip" | sha256sum -c - \\
 && chmod -R u+w $GOMODCACHE && mv $GOMODCACHE/golang.org/toolchain@$name /go \\
 && rm -rf $GOMODCACHE /go/test /go/api /go/doc && chmod -R a+x /go/bin /go/pkg/tool

FROM \${BASE}
COPY ca-certificates.crt /etc/ssl/certs/ca-certificates.crt
COPY --from=fetch /go /usr/local/go
ENV GOPATH=/go GOTOOLCHAIN=local CGO_ENABLED=0 ${authorities} PATH=/go/bin:/usr/local/go/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
RUN mkdir -p /go/src /go/bin && chmod -R 1777 /go
WORKDIR /go
CMD ["bash"]
`,
});
/** Rust's own components of 1.99.1, by architecture: what their archives must be. */
const rust = {
    version: "1.99.1",
    /** The folder its manifest names. */
    day: "2026-10-15",
    sums: {
        amd64: {
            rustc: "2ff05ff9c08a90861e7f6e4065b40a8b87463b4576186fd613871c3e37f2091f",
            cargo: "53f3521949404d595efb06a55c12c5658d4ed1c75566f33d3d514eaebe70bd8a",
            "rust-std": "109b074225bf5b9ea3820890876bfdf4ed161adbfaf94b2b4b5984c85ee5d958",
        },
        arm64: {
            rustc: "acdcdfe09ae1f103aa9a2b7f88903a9588bc2e99288af10e6fbf5514e2e49f25",
            cargo: "5156832e0c1254e9b49a79edabdc6d4c35f32f8fc1cf3ca700f268ff96087ab0",
            "rust-std": "e25668477083d6a9ddb87b9beb9c00742225f38233ccb4bfba3afa7a07427f52",
        },
    },
};
/** One line for each component: architecture, Rust's word for it, component, sum. */
const rustComponents = Object.entries(rust.sums).flatMap(([debian, sums]) => Object.entries(sums).map(([name, sum]) => `${debian} ${debian === "amd64" ? "x86_64" : "aarch64"} ${name} ${sum}`));
/** Rust's compiler and Cargo as Rust publishes them, with Debian's C compiler for linking and for crates that need it. */
const localRust = onDebian({
    name: "rust",
    wanted: "rust:1-slim-trixie",
    reference: "docker-mcp-manager/base-rust:1",
    madeFrom: `Rust ${rust.version} and Debian's gcc`,
    dockerfile: `${head} AS fetch
${install("curl xz-utils")}
ARG RUSTUP_DIST_SERVER=https://static.rust-lang.org
RUN set -e; own=$(dpkg --print-architecture); \\
 printf '%s\\n' ${rustComponents.map((line) => `'${line}'`).join(" ")} | grep "^$own " > /components || { echo "no Rust for $own" >&2; exit 1; }; \\
 while read -r own machine name sum; do \\
 file=$name-${rust.version}-$machine-unknown-linux-gnu; \\
 curl -fsSL --retry 2 -o /part.tar.xz $RUSTUP_DIST_SERVER/dist/${rust.day}/$file.tar.xz; \\
 echo "$sum  /part.tar.xz" | sha256sum -c -; \\
 tar -xJf /part.tar.xz; \\
 $file/install.sh --prefix=/rust --disable-ldconfig --without=rust-docs >/dev/null; \\
 rm -rf $file /part.tar.xz; \\
 done < /components; \\
 rm -rf /rust/share /rust/etc

FROM \${BASE}
${install("gcc libc6-dev")}
COPY --from=fetch /rust /usr/local
ENV CARGO_HOME=/usr/local/cargo ${authorities} PATH=/usr/local/cargo/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
RUN mkdir -p /usr/local/cargo/bin && chmod -R 1777 /usr/local/cargo
CMD ["bash"]
`,
});
/** Java's own list of authorities is another than the system's: the host's are put in both. */
const javaAuthorities = `RUN awk '/BEGIN CERT/ {n++} n {print > sprintf("/usr/local/share/ca-certificates/host-%03d.crt", n)}' /etc/ssl/certs/ca-certificates.crt \\
 && update-ca-certificates 2>/dev/null >&2 \\
 && mkdir -p /opt/java && ln -s /usr/lib/jvm/java-21-openjdk-$(dpkg --print-architecture) /opt/java/openjdk
ENV JAVA_HOME=/opt/java/openjdk ${authorities} PATH=/opt/java/openjdk/bin:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin
`;
/** Without the folder OpenJDK's installation fails, though the manuals themselves are left out. */
const manuals = "RUN mkdir -p /usr/share/man/man1\n";
const localJre = onDebian({
    name: "jre",
    wanted: "eclipse-temurin:21-jre",
    reference: "docker-mcp-manager/base-jre:21",
    madeFrom: "Debian's OpenJDK 21",
    dockerfile: `${head}
${manuals}${install("openjdk-21-jre-headless")}${javaAuthorities}CMD ["java", "-version"]
`,
});
const localMaven = onDebian({
    name: "maven",
    wanted: "maven:3-eclipse-temurin-21",
    reference: "docker-mcp-manager/base-maven:3",
    madeFrom: "Debian's Maven and OpenJDK 21",
    dockerfile: `${head}
${manuals}${install("maven openjdk-21-jdk-headless")}${javaAuthorities}CMD ["mvn"]
`,
});

;// CONCATENATED MODULE: ./build/registry/base/node-rootfs.js




const node_rootfs_run = (0,external_node_util_.promisify)(external_node_child_process_.execFile);
/** Where the host's certificate authorities are inside the image. */
const caBundleInImage = "/etc/ssl/certs/ca-certificates.crt";
const files = {
    "etc/passwd": "root:x:0:0:root:/root:/bin/sh\nnode:x:1000:1000:node:/home/node:/bin/sh\nnobody:x:65534:65534:nobody:/:/bin/false\n",
    "etc/group": "root:x:0:\ntty:x:5:\nnode:x:1000:\nnogroup:x:65534:\n",
    "etc/nsswitch.conf": "passwd: files\ngroup: files\nhosts: files dns\n",
    // A container without any network gets no hosts file from the engine; this one then answers for localhost.
    "etc/hosts": "127.0.0.1 localhost\n::1 localhost\n",
};
/** Writes the root file system of the base image into the empty folder `root`. */
async function writeRootfs(root, sources, caBundle) {
    for (const folder of [
        "bin",
        "etc",
        "proc",
        "sys",
        "dev",
        "usr/bin",
        "usr/local/bin",
        "usr/local/lib",
        "var",
    ]) {
        await (0,promises_.mkdir)((0,external_node_path_.join)(root, folder), { recursive: true });
    }
    await (0,promises_.mkdir)((0,external_node_path_.join)(root, "root"), { mode: 0o700 });
    await (0,promises_.mkdir)((0,external_node_path_.join)(root, "home/node"), { recursive: true });
    for (const folder of ["tmp", "var/tmp"]) {
        await (0,promises_.mkdir)((0,external_node_path_.join)(root, folder));
        await (0,promises_.chmod)((0,external_node_path_.join)(root, folder), 0o1777);
    }
    for (const [path, text] of Object.entries(files)) {
        await (0,promises_.writeFile)((0,external_node_path_.join)(root, path), text);
    }
    const bundle = (0,external_node_path_.join)(root, caBundleInImage);
    await (0,promises_.mkdir)((0,external_node_path_.dirname)(bundle), { recursive: true });
    await (0,promises_.writeFile)(bundle, caBundle);
    await placeNode(root, sources);
    await placeBusybox(root, sources.busybox);
}
async function placeNode(root, sources) {
    const node = (0,external_node_path_.join)(root, "usr/local/bin/node");
    await (0,promises_.copyFile)(sources.nodeBinary, node);
    await (0,promises_.chmod)(node, 0o755);
    for (const library of await librariesOf(sources.nodeBinary)) {
        const target = (0,external_node_path_.join)(root, library);
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(target), { recursive: true });
        await (0,promises_.copyFile)(await (0,promises_.realpath)(library), target);
        await (0,promises_.chmod)(target, 0o755);
    }
    await (0,promises_.cp)(sources.npmFolder, (0,external_node_path_.join)(root, "usr/local/lib/node_modules/npm"), {
        recursive: true,
        // npm's manual pages and documentation: 3 MB that nothing in a container reads.
        filter: (path) => !["docs", "man"].includes((0,external_node_path_.basename)(path)) || (0,external_node_path_.dirname)(path) !== sources.npmFolder,
    });
    for (const program of ["npm", "npx"]) {
        await (0,promises_.symlink)(`../lib/node_modules/npm/bin/${program}-cli.js`, (0,external_node_path_.join)(root, "usr/local/bin", program));
    }
}
/** What `ldd` names, and the name-service modules beside libc, which are loaded by name at run time. */
async function librariesOf(binary) {
    const { stdout } = await node_rootfs_run("ldd", [binary]);
    const linked = [...stdout.matchAll(/^\s*(?:\S+ => )?(\/\S+) \(0x/gm)].map((match) => match[1] ?? "");
    const libc = linked.find((path) => (0,external_node_path_.basename)(path) === "libc.so.6");
    const folder = libc === undefined ? undefined : (0,external_node_path_.dirname)(libc);
    const named = folder === undefined ? [] : await (0,promises_.readdir)(folder);
    const nameService = named.filter((name) => /^(libnss_dns|libnss_files|libresolv)\.so\.2$/.test(name));
    return [...linked, ...nameService.map((name) => (0,external_node_path_.join)(folder ?? "/", name))];
}
async function placeBusybox(root, busybox) {
    const target = (0,external_node_path_.join)(root, "bin/busybox");
    await (0,promises_.copyFile)(busybox, target);
    await (0,promises_.chmod)(target, 0o755);
    const { stdout } = await node_rootfs_run(busybox, ["--list-full"]);
    for (const applet of new Set([...stdout.split("\n"), "usr/bin/env"])) {
        if (applet === "" || applet === "bin/busybox") {
            continue;
        }
        const path = (0,external_node_path_.join)(root, applet);
        await (0,promises_.mkdir)((0,external_node_path_.dirname)(path), { recursive: true });
        await (0,promises_.symlink)("/bin/busybox", path).catch(ignoreExisting);
    }
}
function ignoreExisting(error) {
    if (error.code !== "EEXIST") {
        throw error;
    }
}

;// CONCATENATED MODULE: ./build/registry/base/node-sources.js






const node_sources_run = (0,external_node_util_.promisify)(external_node_child_process_.execFile);
/** The npm that goes into the image; one fixed release, so that the same recipe gives the same image. */
const npmVersion = "11.19.1";
const busyboxPackage = "busybox-static";
/**
 * Brings what the base image is made of: the running Node.js, npm from its registry, busybox from Debian.
 *
 * Downloads land in `cacheFolder` and are used again. Rejects IMAGE_BUILD_FAILED naming the step that failed.
 */
async function gatherSources(nodeBinary, cacheFolder, signal) {
    await (0,promises_.mkdir)(cacheFolder, { recursive: true });
    const [npmFolder, busybox] = await Promise.all([
        kept(cacheFolder, `npm-${npmVersion}`, "package", (folder) => unpackNpm(folder, signal)),
        kept(cacheFolder, busyboxPackage, "bin/busybox", (folder) => unpackBusybox(folder, signal)),
    ]);
    return { nodeBinary, npmFolder, busybox };
}
/** Fills `name` once: made in a folder of its own and renamed, so a killed download leaves nothing half done. */
async function kept(cacheFolder, name, wanted, fill) {
    const folder = (0,external_node_path_.join)(cacheFolder, name);
    const result = (0,external_node_path_.join)(folder, wanted);
    if (await exists(result)) {
        return result;
    }
    const partial = await (0,promises_.mkdtemp)(`${folder}-`);
    try {
        await fill(partial);
        await (0,promises_.rm)(folder, { recursive: true, force: true });
        await (0,promises_.rename)(partial, folder);
        return result;
    }
    catch (error) {
        throw new build_fault/* Fault */.vC("IMAGE_BUILD_FAILED", `Local base image: ${name} could not be fetched: ${lastWords(error)}`, {
            hint: "Make a registry with node images reachable, or npm's registry and Debian's packages.",
            cause: error,
        });
    }
    finally {
        await (0,promises_.rm)(partial, { recursive: true, force: true });
    }
}
async function unpackNpm(folder, signal) {
    await node_sources_run("npm", ["pack", "--silent", `npm@${npmVersion}`, "--pack-destination", folder], {
        cwd: folder,
        signal,
    });
    await node_sources_run("tar", ["-xzf", (0,external_node_path_.join)(folder, `npm-${npmVersion}.tgz`), "-C", folder], { signal });
}
async function unpackBusybox(folder, signal) {
    const download = () => node_sources_run("apt-get", ["download", "-q", busyboxPackage], { cwd: folder, signal });
    try {
        await download();
    }
    catch {
        // A machine whose package lists were never fetched knows no package at all.
        await node_sources_run("apt-get", ["update", "-q"], { signal });
        await download();
    }
    const archive = (await (0,promises_.readdir)(folder)).find((name) => name.endsWith(".deb"));
    await node_sources_run("dpkg-deb", ["-x", (0,external_node_path_.join)(folder, archive ?? ""), folder], { signal });
}
async function exists(path) {
    return (0,promises_.access)(path).then(() => true, () => false);
}

;// CONCATENATED MODULE: ./build/registry/base/local-node.js







/** The locally built stand-in for Docker Hub's node image. */
const localBaseImage = "docker-mcp-manager/base-node:24";
/** Raise it when the recipe changes; images of an older recipe are then built anew. */
const local_node_recipe = "1";
/** Node.js as it runs here, npm and busybox, with the host's certificate authorities inside: about 4 s to make. */
const localNode = {
    name: "node",
    wanted: "node:24-bookworm-slim",
    reference: localBaseImage,
    madeFrom: `Node.js ${process.version}, npm ${npmVersion} and busybox`,
    key: async () => recipeKey([local_node_recipe, process.version, process.arch, npmVersion, await ca_bundle_hostCaBundle()]),
    make: local_node_make,
};
async function local_node_make(key, options) {
    const { engine } = options;
    refuseForeignEngine(engine.info);
    const sources = await gatherSources(process.execPath, options.cacheFolder, options.signal);
    const root = workFolder(options);
    try {
        await writeRootfs(root, sources, await ca_bundle_hostCaBundle());
        const archive = await (0,build_engine/* packFolder */.C)(root, {
            map: (header) => {
                const owner = /^home\/node(\/|$)/.test(header.name) ? 1000 : 0;
                // tar-fs takes off this process's umask, and with it the write bits of /tmp.
                const mode = /^(var\/)?tmp$/.test(header.name) ? 0o1777 : header.mode;
                return { ...header, mode, uid: owner, gid: owner, mtime: new Date(0) };
            },
        });
        await engine.importImage(archive, localBaseImage, imageChanges(key));
    }
    finally {
        await (0,promises_.rm)(root, { recursive: true, force: true });
    }
}
function imageChanges(key) {
    return [
        "ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
        `ENV NODE_EXTRA_CA_CERTS=${caBundleInImage}`,
        `ENV SSL_CERT_FILE=${caBundleInImage}`,
        `LABEL ${imageLabels.key}=${key}`,
        'CMD ["node"]',
    ];
}

;// CONCATENATED MODULE: ./build/registry/base/stand-ins.js



/** Every public base image that can be replaced by one made on this machine. */
const standIns = [
    localNode,
    localDebian,
    localPython,
    localGo,
    localRust,
    localMaven,
    localJre,
];
/** The stand-in for a public image; a reference pinned by digest means that very content, so it has none. */
function standInFor(wanted) {
    return standIns.find((standIn) => standIn.wanted === wanted);
}

;// CONCATENATED MODULE: ./build/registry/base/choice.js




/** Docker Hub's image that templates of Node.js are built on. */
const hubBaseImage = "node:24-bookworm-slim";
/**
 * The base image for `wanted`: on the engine already, else pulled, else its local stand-in, where it has one.
 *
 * A stand-in that is there is used before a registry is asked, and made anew when its recipe changed; the policy
 * `always` asks the registry first, `never` none. What was chosen is said through `onProgress`. Rejects as the pull
 * or the making of the stand-in did.
 */
async function provideBase(wanted, options) {
    const { onProgress, pull = "missing" } = options;
    const standIn = standInFor(wanted);
    if (pull !== "always") {
        const present = (await presentImage(wanted, options)) ?? (await presentStandIn(standIn, options));
        if (present !== undefined) {
            onProgress(`base image ${present.reference} is on the engine`);
            return baseOf(present);
        }
    }
    if (pull !== "never") {
        try {
            return baseOf(await pullImage(wanted, options));
        }
        catch (error) {
            options.signal?.throwIfAborted();
            if (standIn === undefined) {
                throw error;
            }
            onProgress(`${wanted} could not be pulled (${(0,build_fault/* asFault */.Ps)(error).message}); a local base image takes its place`);
        }
    }
    if (standIn === undefined) {
        throw new build_fault/* Fault */.vC("IMAGE_NOT_PRESENT", `Base image ${wanted} is not on the engine, and \`pull: never\` keeps it from being pulled`);
    }
    await ensureStandIn(standIn, options);
    return baseOf(await needImage(standIn.reference, options));
}
/** The stand-in that is there, made anew when it is of an older recipe; when that fails here, the older one still serves. */
async function presentStandIn(standIn, options) {
    const image = standIn && (await options.engine.inspectImage(standIn.reference));
    if (standIn === undefined || image === undefined) {
        return undefined;
    }
    const { reference } = standIn;
    try {
        const { built } = await ensureStandIn(standIn, options);
        return built ? await needImage(reference, options) : { reference, image };
    }
    catch (error) {
        options.signal?.throwIfAborted();
        options.onProgress(`${reference} is of an older recipe and could not be made anew (${(0,build_fault/* asFault */.Ps)(error).message}); it is used as it is`);
        return { reference, image };
    }
}
async function needImage(reference, { engine }) {
    const image = await engine.inspectImage(reference);
    if (image === undefined) {
        throw new Error(`${reference} is not on the engine although it was just made there`);
    }
    return { reference, image };
}
function baseOf({ reference, image }) {
    const { id, digest } = image;
    return { reference, id, ...(digest !== null && { digest }) };
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/iso.js
var iso = __webpack_require__(64377);
;// CONCATENATED MODULE: ./build/registry/lock/file.js


/** A lock file is ours; one that is longer was made by something else. */
const mostBytes = 4 * 2 ** 20;
const hash = schemas/* string */.YjP().regex(/^sha256:[0-9a-f]{64}$/, "must be sha256: and 64 hexadecimal digits");
const file_name = schemas/* string */.YjP().regex(/^[a-zA-Z0-9][\w.:/-]{0,254}$/, "must be an image reference");
/** An image: by its registry's digest where it came from one, else only by its id. */
const file_image = schemas/* strictObject */.rej({ reference: file_name, digest: hash.optional(), id: hash });
const server = schemas/* strictObject */.rej({
    /** Hash of what the run file says about where the server's image comes from. */
    entry: hash,
    template: schemas/* string */.YjP().min(1),
    /** Parameters that a locked run is given instead of those of the run file. */
    pin: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP()).default({}),
    /** When it was locked; packages published later are not installed, where the package manager can be told so. */
    as_of: iso/* datetime */.w$().optional(),
    /** Exact version of the server's own package; null where it is the repository's own or nobody knows. */
    version: schemas/* string */.YjP().nullable(),
    platform: schemas/* string */.YjP().regex(/^[a-z0-9]+\/[a-z0-9_]+$/, "must be such as linux/amd64"),
    /** Of a server that is an image as it is. */
    image: file_image.optional(),
    bases: schemas/* array */.YOg(file_image).default([]),
    /** `type:name@version`, sorted; empty where nobody lists them. */
    packages: schemas/* array */.YOg(schemas/* string */.YjP()).default([]),
});
const lock = schemas/* strictObject */.rej({ version: schemas/* literal */.euz(1), servers: schemas/* record */.g1P(schemas/* string */.YjP(), server) });
/** Where the lock file of a run file is: beside it, `.lock.yml` for its ending. */
function lockFileOf(runFile) {
    return `${runFile.replace(/\.ya?ml$/, "")}.lock.yml`;
}
/** Reads a lock file. Rejects LOCK_INVALID with every problem at its place. */
async function readLock(file, text) {
    const { LineCounter, parseDocument } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 38815, 19));
    const counter = new LineCounter();
    const problem = (offset, message) => {
        const { line, col } = counter.linePos(offset);
        return { file, line, column: col, message };
    };
    if (Buffer.byteLength(text) > mostBytes) {
        throw invalid(file, [{ file, line: 1, column: 1, message: "it is longer than 4 MiB" }]);
    }
    const document = parseDocument(text, { lineCounter: counter, uniqueKeys: true });
    const found = document.errors.map(({ pos, message }) => problem(pos[0], message.split("\n")[0] ?? ""));
    if (found.length > 0) {
        throw invalid(file, found);
    }
    const offsetOf = (path) => {
        for (let length = path.length; length > 0; length -= 1) {
            // The range of a node begins where its text does.
            const node = document.getIn(path.slice(0, length), true);
            const offset = node?.range?.[0];
            if (offset !== undefined) {
                return offset;
            }
        }
        return 0;
    };
    const parsed = lock.safeParse(plainOf(document, (why) => invalid(file, [problem(0, why)])));
    if (!parsed.success) {
        throw invalid(file, parsed.error.issues.map(({ path, message }) => problem(offsetOf(path), `${path.join(".") || "lock file"}: ${message}`)));
    }
    return {
        file,
        servers: parsed.data.servers,
        at(wanted) {
            const { line, col } = counter.linePos(offsetOf(["servers", wanted]));
            return { line, column: col };
        },
    };
}
/** The text of a lock file; the same servers give the same text. */
async function lockText(servers) {
    const { stringify } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 38815, 19));
    const sorted = Object.entries(servers).toSorted(([a], [b]) => (a < b ? -1 : 1));
    const head = [
        "# Written by `docker-mcp-manager lock`; not for hands. Keep it under version control:",
        "# `docker-mcp-manager run --locked` installs exactly this, and refuses what has become something else.",
    ];
    const body = stringify({ version: 1, servers: Object.fromEntries(sorted) }, { lineWidth: 0, aliasDuplicateObjects: false });
    return `${head.join("\n")}\n${body}`;
}
/** What the text says; one that points at itself (`*name`) is not ours, and could be made to grow without end. */
function plainOf(document, refused) {
    try {
        return document.toJS({ maxAliasCount: 0 });
    }
    catch (thrown) {
        throw refused(thrown instanceof Error ? thrown.message : String(thrown));
    }
}
function invalid(file, problems) {
    const listed = problems.map(({ line, column, message }) => `${file}:${line}:${column}: ${message}`);
    return new build_fault/* Fault */.vC("LOCK_INVALID", listed.join("\n"), { problems });
}

;// CONCATENATED MODULE: ./build/registry/lock/beside.js




/** The lock file of a run file; path as shown in messages. Throws LOCK_NOT_FOUND. */
function neededLock(workspace, runFile) {
    const found = lockIfThere(workspace, runFile);
    if (found === undefined) {
        throw new build_fault/* Fault */.vC("LOCK_NOT_FOUND", `There is no ${lockFileOf(runFile)}, and a locked run needs it.`);
    }
    return found;
}
/** As `neededLock`; undefined when there is none. */
function lockIfThere(workspace, runFile) {
    const file = lockFileOf(runFile);
    try {
        return { file, text: (0,external_node_fs_.readFileSync)((0,external_node_path_.resolve)(workspace, file), "utf8") };
    }
    catch (thrown) {
        if (thrown instanceof Error && "code" in thrown && thrown.code === "ENOENT") {
            return undefined;
        }
        throw new build_fault/* Fault */.vC("LOCK_INVALID", `${file} cannot be read: ${String(thrown)}`, { cause: thrown });
    }
}

// EXTERNAL MODULE: ./build/config/index.js + 80 modules
var config = __webpack_require__(62859);
;// CONCATENATED MODULE: ./build/registry/supply/instructions.js
/**
 * The instructions of a Dockerfile: lines joined where the escape character ends them, without comments.
 *
 * Rather one too many: every line of a here-document counts as one, and so does a joined line that begins with FROM.
 */
function instructionsOf(dockerfile) {
    const escape = /^[ \t]*#[ \t]*escape[ \t]*=[ \t]*`[ \t\r]*$/im.test(dockerfile) ? "`" : "\\";
    const found = [];
    let open;
    let ends = [];
    for (const [index, raw] of dockerfile.split(/\r?\n/).entries()) {
        const text = raw.trim();
        const quoted = ends.length > 0;
        if (quoted && [raw, raw.replace(/^\t+/, "")].includes(ends[0] ?? "")) {
            ends = ends.slice(1);
            continue;
        }
        if (text === "" || text.startsWith("#")) {
            continue;
        }
        const goesOn = text.endsWith(escape);
        const line = index + 1;
        const own = { line, text: goesOn ? text.slice(0, -1) : text, quoted };
        const whole = open ? { ...open, text: `${open.text} ${own.text}` } : own;
        if (open && /^FROM\s/i.test(text)) {
            found.push({ ...own, quoted: true });
        }
        open = goesOn ? whole : undefined;
        if (!goesOn) {
            found.push(whole);
            ends = quoted ? ends : hereDocuments(whole.text);
        }
    }
    return open ? [...found, open] : found;
}
/** The lines that end the here-documents which an instruction begins. */
function hereDocuments(text) {
    return /^(?:ONBUILD\s+)?(?:RUN|COPY|ADD)\s/i.test(text)
        ? [...text.matchAll(/<<-?["']?(\w+)["']?/g)].map(([, end = ""]) => end)
        : [];
}

;// CONCATENATED MODULE: ./build/registry/supply/dockerfile-images.js

/**
 * Every image that a Dockerfile may make the engine pull: FROM, COPY --from, RUN --mount, and the syntax it is read by.
 *
 * `args` are the build's arguments. A variable without a known value stays in the reference as it is written.
 */
function imagesNamedIn(dockerfile, args) {
    const stages = new Set(["scratch"]);
    const found = [...syntaxesOf(dockerfile, args)];
    let values = {};
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
        }
        else if (keyword === "ARG" && !begun) {
            // Only arguments before the first FROM are known to a FROM.
            values = { ...values, ...declaredIn(rest, args, values) };
        }
    }
    return found;
}
/** Reads a Dockerfile by another program: an image of its own, named in a comment or by an argument. */
function syntaxesOf(dockerfile, args) {
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
function imagesOfFlags(keyword, rest) {
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
        : mount.split(",").flatMap((field) => /^\s*from=(.*)$/i.exec(field)?.[1] ?? []));
}
/** Arguments with a value: as given to the build, else their default. */
function declaredIn(rest, args, values) {
    const words = rest.match(/(?:"[^"]*"|'[^']*'|\\.|[^\s"'\\])+/g) ?? [];
    const pairs = words.flatMap((each) => {
        const [, name = "", text] = /^(\w+)(?:=(.*))?$/s.exec(each) ?? [];
        const plain = text?.replace(/^(["'])(.*)\1$/s, "$2");
        const value = args[name] ?? (plain === undefined ? undefined : expand(plain, values));
        return name === "" || value === undefined || isAutomatic(name) ? [] : [[name, value]];
    });
    return Object.fromEntries(pairs);
}
/** The builder itself gives them values, whatever the Dockerfile says. */
function isAutomatic(name) {
    return /^(?:BUILD|TARGET)(?:PLATFORM|OS|OSVERSION|ARCH|VARIANT|STAGE)$/.test(name);
}
function expand(text, values) {
    return text.replaceAll(/\$\{(\w+)(?::([-+])([^}]*))?\}|\$(\w+)/g, (written, braced, sign, word, plain) => {
        const name = braced ?? plain ?? "";
        const value = values[name];
        if (isAutomatic(name)) {
            return written;
        }
        if (sign === "+") {
            return value ? (word ?? "") : "";
        }
        return (value || (sign === "-" ? (word ?? "") : value)) ?? written;
    });
}

;// CONCATENATED MODULE: ./build/registry/supply/image-policy.js




/** Refuses an image that a server is started from. Throws IMAGE_NOT_ALLOWED. */
function judgeImage(policy, reference) {
    refuse(policy, [{ what: `the image ${reference}`, reference }]);
}
/**
 * Refuses a build that begins from an image it may not: bases of the template, and every image its Dockerfile names.
 *
 * Rejects IMAGE_NOT_ALLOWED with all of them. The local stand-in of a base is judged by the base's name.
 */
async function judgeBuild(policy, bases, dockerfile, args) {
    const fromTemplate = Object.values(bases);
    const named = imagesNamedIn(await (0,promises_.readFile)(dockerfile, "utf8"), { ...args, ...bases })
        .filter(({ reference }) => !fromTemplate.includes(reference))
        .map(({ line, reference }) => ({ what: `Dockerfile:${line}: ${reference}`, reference }));
    refuse(policy, [
        ...fromTemplate.map((reference) => ({ what: `the base image ${reference}`, reference })),
        ...named,
    ]);
}
function refuse(policy, used) {
    const breaches = used.flatMap(({ what, reference }) => {
        const breach = policy && breachOf(policy, reference);
        return breach === undefined ? [] : [`${what} ${breach}`];
    });
    if (breaches.length > 0) {
        throw new build_fault/* Fault */.vC("IMAGE_NOT_ALLOWED", breaches.join("\n"));
    }
}
function breachOf(policy, reference) {
    return config/* imageReference */.rA.safeParse(reference).success
        ? (0,config/* policyBreach */.o_)(policy, reference)
        : "cannot be judged by image_policy: it is no plain reference of an image, or has variables without a value";
}

;// CONCATENATED MODULE: ./build/registry/supply/oci-labels.js
/**
 * Annotations of the OCI image specification, as labels: what was built and on what.
 *
 * Nothing of the host, and no time: the same content is the same image. A Dockerfile of the repository has none of
 * ours, for they would replace its own.
 */
function ociLabels(template, source, bases) {
    if (source.from === "workspace") {
        return {};
    }
    const title = argumentFor(template.version?.name, template, source);
    const version = argumentFor(`{{ ${template.version?.parameter} }}`, template, source);
    const [base, ...others] = Object.values(bases);
    const labels = {
        title,
        description: template.description,
        version: version !== undefined && /^v?\d+\.\d+\.\d+/.test(version) ? version : undefined,
        // Of several bases, only the Dockerfile knows which one the image ends on.
        ...(others.length === 0 && base && { "base.name": base.reference, "base.digest": base.digest }),
    };
    return Object.fromEntries(Object.entries(labels).flatMap(([name, value]) => value === undefined ? [] : [[`org.opencontainers.image.${name}`, value]]));
}
/** The value of the build argument that the template fills from this text. */
function argumentFor(text, { build }, { args }) {
    const written = typeof build?.args === "object" ? Object.entries(build.args) : [];
    const name = written.find(([, from]) => from === text)?.[0];
    return name === undefined ? undefined : args[name];
}

// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
;// CONCATENATED MODULE: ./build/registry/build/archive.js




/** Files up to this size are read whole: a stream each costs more than they do. */
const wholeFileBytes = 2 ** 20;
/** Adds every entry's path, kind, mode and content to the hash. */
async function hashContext(context, hash) {
    for (const entry of context.entries) {
        hash.update(`${entry.kind}\0${entry.path}\0${entry.executable}\0${entry.bytes}\0${entry.linkTarget}\0`);
        if (entry.kind === "file" && entry.bytes <= wholeFileBytes) {
            hash.update(await (0,promises_.readFile)(entry.source));
        }
        else if (entry.kind === "file") {
            for await (const chunk of (0,external_node_fs_.createReadStream)(entry.source)) {
                hash.update(chunk);
            }
        }
    }
}
/**
 * The context as an uncompressed tar, read while it is sent; `extra` files (name → bytes) are added at its root.
 *
 * Owners are root, times 0.
 */
async function packContext(context, extra) {
    // No entries of its own: the library walks one folder, and what is sent may come from two.
    return (0,build_engine/* packFolder */.C)(".", {
        entries: [],
        finalize: false,
        finish: (writer) => {
            // Its type is from a stream library of its own.
            const archive = writer;
            write(archive, context, extra).then(() => archive.finalize(), (error) => archive.destroy(error));
        },
    });
}
async function write(archive, context, extra) {
    for (const entry of context.entries) {
        const header = headerOf(entry);
        if (header.size > 0) {
            await archive_writeFile(archive, header, entry.source);
        }
        else if (header.type === "file") {
            // Without bytes of its own it would wait for some.
            await written((done) => archive.entry(header, Buffer.alloc(0), done));
        }
        else {
            await written((done) => archive.entry(header, done));
        }
    }
    for (const [name, bytes] of Object.entries(extra)) {
        const size = bytes.byteLength;
        const header = { name, type: "file", mode: 0o644, size, mtime: new Date(0) };
        await written((done) => archive.entry(header, Buffer.from(bytes), done));
    }
}
function headerOf(entry) {
    const { path: name, kind, bytes: size, executable, linkTarget } = entry;
    const type = kind === "folder" ? "directory" : kind === "link" ? "symlink" : "file";
    const mode = kind === "folder" || executable ? 0o755 : 0o644;
    return {
        name,
        type,
        mode,
        size,
        mtime: new Date(0),
        ...(kind === "link" && { linkname: linkTarget }),
    };
}
async function written(begin) {
    await new Promise((resolve, reject) => {
        begin((error) => (error ? reject(error) : resolve()));
    });
}
/** As long as it was when it was listed: a file that grows meanwhile must not break the archive. */
async function archive_writeFile(archive, header, source) {
    const taken = Promise.withResolvers();
    const sink = archive.entry(header, (error) => (error ? taken.reject(error) : taken.resolve()));
    await Promise.all([
        (0,external_node_stream_promises_.pipeline)((0,external_node_fs_.createReadStream)(source, { end: header.size - 1 }), sink),
        taken.promise,
    ]);
}

;// CONCATENATED MODULE: ./build/registry/build/build-secrets.js


/** Shorter values stand in ordinary arguments, too. */
const shortestSecret = 8;
/**
 * What the steps of a build may mount: the secrets it names, and `ca-certificates`, the host's certificate authorities, when
 * `dockerfile`, the text of it, asks for them.
 *
 * Throws USAGE for a secret without a value.
 */
async function buildSecrets(source, dockerfile, known) {
    const missing = source.secrets?.filter((name) => !Object.hasOwn(known, name)) ?? [];
    if (missing.length > 0) {
        throw new build_fault/* Fault */.vC("USAGE", `The build's secrets have no value: ${missing.join(", ")}`, {
            hint: "Set them in the environment of the step (env:), or hand them over with `vars`.",
        });
    }
    const named = source.secrets?.map((name) => [name, known[name] ?? ""]) ?? [];
    const authorities = wantsAuthorities(dockerfile) ? await ca_bundle_hostCaBundle() : undefined;
    return {
        secrets: Object.fromEntries(named),
        offered: authorities ? { "ca-certificates": Buffer.from(authorities).toString("utf8") } : {},
    };
}
/** Throws USAGE for a build argument that holds the value of a secret: arguments can be read from the image. */
function refuseSecretArguments(args, known) {
    const secrets = Object.entries(known).filter(([, value]) => value.length >= shortestSecret);
    for (const [argument, text] of Object.entries(args)) {
        const held = secrets.find(([, value]) => text.includes(value));
        if (held !== undefined) {
            throw new build_fault/* Fault */.vC("USAGE", `Build argument ${argument} holds the value of the secret ${held[0]}, which would stay readable in the image`, {
                hint: `List ${held[0]} in build.secrets, and read it in the Dockerfile by RUN --mount=type=secret,id=${held[0]}.`,
            });
        }
    }
}
/** Whether a step mounts them: `--mount=type=secret,id=ca-certificates`, its words in any order. */
function wantsAuthorities(dockerfile) {
    return dockerfile
        .split(/\s/)
        .some((word) => word.includes("type=secret") && /\bid=ca-certificates\b/.test(word));
}

;// CONCATENATED MODULE: ./build/registry/workspace-path.js



/**
 * The real path of `path` as seen from `from`, after all symbolic links.
 *
 * Rejects PATH_NOT_ALLOWED when it does not exist or is outside the real `root`.
 */
async function pathInside(root, from, path, what) {
    const wanted = (0,external_node_path_.resolve)(from, path);
    const real = await (0,promises_.realpath)(wanted).catch((error) => {
        throw new build_fault/* Fault */.vC("PATH_NOT_ALLOWED", `${what} "${path}" cannot be read: ${error.code ?? error.message}`, {
            hint: `It was looked for at ${wanted}.`,
            cause: error,
        });
    });
    if (!isInside(await (0,promises_.realpath)(root), real)) {
        throw new build_fault/* Fault */.vC("PATH_NOT_ALLOWED", `${what} "${path}" leads out of the workspace, to ${real}`);
    }
    return real;
}
/** Whether `path` is `root` or below it; both absolute and free of links. */
function isInside(root, path) {
    const way = (0,external_node_path_.relative)(root, path);
    return way === "" || !((0,external_node_path_.isAbsolute)(way) || way === ".." || way.startsWith(`..${external_node_path_.sep}`));
}

;// CONCATENATED MODULE: ./build/registry/build/ignore.js


/** Files of secrets that by convention are never committed, so that they are sent only where `.dockerignore` says `!.env`. */
const secretFiles = "**/.env\n**/.env.local\n**/.env.*.local\n";
/** The CLI writes its report while servers are built: sent, it would make every build another one. */
const ownReport = "**/docker-mcp-manager-report\n";
/** The rules of `<dockerfile>.dockerignore`, else of `.dockerignore`, after our own and the template's. */
async function ignoreRules(folder, dockerfile, ignored) {
    const own = await (0,promises_.readFile)((0,external_node_path_.join)(folder, `${dockerfile}.dockerignore`), "utf8").catch(() => undefined);
    const text = own ?? (await (0,promises_.readFile)((0,external_node_path_.join)(folder, ".dockerignore"), "utf8").catch(() => undefined)) ?? "";
    const { default: library } = await __webpack_require__.e(/* import() */ 158).then(__webpack_require__.t.bind(__webpack_require__, 44158, 19));
    const ours = [secretFiles, ownReport, ...ignored].join("\n");
    const rules = library.default({ ignorecase: false }).add(ours).add(text);
    return {
        ignores: (path) => rules.ignores(path),
        bringsBack: /^[^\S\n\r\u2028\u2029]*!/m.test(text),
    };
}
/** Whether a path is one of the files that are left out though no rule of the repository says so. */
function isSecretFile(path) {
    return /(?:^|\/)\.env(?:(?:\.[^/]*)?\.local)?$/.test(path);
}

;// CONCATENATED MODULE: ./build/registry/build/context.js





/** Larger contexts are refused: they are nearly always a forgotten .dockerignore. */
const maxContextBytes = 200 * 2 ** 20;
/**
 * Lists what is sent of `folder`: everything but `.git`, files of secrets and what `ignored` or the ignore file names; the
 * Dockerfile always.
 *
 * Rejects PATH_NOT_ALLOWED for a link that leaves the folder, USAGE above `maxBytes` (default 200 MiB) with the largest paths.
 */
async function listContext(folder, dockerfile, maxBytes = maxContextBytes, ignored = []) {
    const rules = await ignoreRules(folder, dockerfile, ignored);
    const heldBack = [];
    const entries = await walk(folder, "", {
        ...rules,
        ignores: (path) => path !== dockerfile && rules.ignores(path),
        holdsDockerfile: (path) => dockerfile.startsWith(`${path}/`),
        onIgnored: (path) => void (isSecretFile(path) && heldBack.push(path)),
    });
    return checkedSize(folder, entries, heldBack, maxBytes);
}
/** One file as a context, under its own name; the same limit holds. */
async function fileContext(file, maxBytes = maxContextBytes) {
    const entry = await describe((0,external_node_path_.dirname)(file), (0,external_node_path_.basename)(file), false);
    return checkedSize(file, entry === undefined ? [] : [entry], [], maxBytes);
}
/** The same files in a folder `name` of what is sent; the folder is there when nothing else is. */
function below(name, folder, context) {
    const root = {
        path: name,
        source: folder,
        kind: "folder",
        bytes: 0,
        executable: true,
        linkTarget: "",
    };
    const inside = context.entries.map((entry) => ({ ...entry, path: `${name}/${entry.path}` }));
    return { ...context, entries: [root, ...inside] };
}
/** The entries below `parent`, depth first; an ignored folder is sent only for what is kept in it. */
async function walk(folder, parent, rules) {
    const names = await (0,promises_.readdir)((0,external_node_path_.join)(folder, parent));
    const entries = [];
    for (const name of names.filter((each) => each !== ".git").sort()) {
        const path = parent === "" ? name : `${parent}/${name}`;
        const ignored = rules.ignores(path);
        if (ignored) {
            rules.onIgnored(path);
        }
        const mayHold = !ignored || rules.bringsBack || rules.holdsDockerfile(path);
        const entry = mayHold ? await describe(folder, path, ignored) : undefined;
        if (entry?.kind === "folder") {
            const inside = await walk(folder, path, rules);
            entries.push(...(ignored && inside.length === 0 ? [] : [entry, ...inside]));
        }
        else if (entry !== undefined && !ignored) {
            entries.push(entry);
        }
    }
    return entries;
}
async function describe(folder, path, ignored) {
    const source = (0,external_node_path_.join)(folder, path);
    const stat = await (0,promises_.lstat)(source);
    const executable = (stat.mode & 0o111) !== 0;
    if (stat.isSymbolicLink()) {
        const linkTarget = await (0,promises_.readlink)(source);
        const end = await (0,promises_.realpath)(source).catch(() => folder);
        if (!ignored &&
            !(isInside(folder, (0,external_node_path_.resolve)((0,external_node_path_.dirname)(source), linkTarget)) && isInside(folder, end))) {
            throw new build_fault/* Fault */.vC("PATH_NOT_ALLOWED", `Build context: the link ${path} leads out of the context, to ${linkTarget}`, {
                hint: "Replace the link by the file, or name it in .dockerignore.",
            });
        }
        return { path, source, kind: "link", bytes: 0, executable: false, linkTarget };
    }
    if (stat.isDirectory()) {
        return { path, source, kind: "folder", bytes: 0, executable: true, linkTarget: "" };
    }
    // Sockets, pipes and devices cannot be sent.
    return stat.isFile()
        ? { path, source, kind: "file", bytes: stat.size, executable, linkTarget: "" }
        : undefined;
}
function checkedSize(of, entries, heldBack, maxBytes) {
    const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
    if (bytes <= maxBytes) {
        return { entries, bytes, heldBack };
    }
    throw new build_fault/* Fault */.vC("USAGE", `Build context ${of} has ${mebibytes(bytes)}, allowed are ${mebibytes(maxBytes)}. Largest files:\n${largestFiles(entries)}`, {
        hint: "Name what the build does not need in .dockerignore, or allow more with `build.max_context`.",
    });
}
/** What is said of a context that is larger than is usual, though it was allowed. */
function largeContext({ bytes, entries }) {
    return bytes <= maxContextBytes
        ? undefined
        : `the build context has ${mebibytes(bytes)}, which is sent for every build; the largest files:\n${largestFiles(entries)}`;
}
/** The five largest files, one a line. */
function largestFiles(entries) {
    const largest = [...entries].sort((a, b) => b.bytes - a.bytes).slice(0, 5);
    return largest.map((entry) => `  ${mebibytes(entry.bytes)}  ${entry.path}`).join("\n");
}
function mebibytes(count) {
    return `${(count / 2 ** 20).toFixed(1)} MiB`;
}

;// CONCATENATED MODULE: ./build/registry/build/content.js








/** What is sent for a source: the template's folder, the repository's, or the second inside the first. */
async function contentOf(template, source, deps) {
    if (source.from === "workspace") {
        return { ...(await workspaceContext(source, deps)), extra: {} };
    }
    const extra = { "ca-certificates.crt": await ca_bundle_hostCaBundle() };
    const own = await templateContext(template, source);
    if (source.from === "template") {
        return { ...own, extra };
    }
    const users = below("source", template.folder, await usersContext(source.context, template, deps));
    return {
        entries: [...own.entries, ...users.entries],
        bytes: own.bytes + users.bytes,
        heldBack: users.heldBack,
        extra,
    };
}
/** Hash of everything the image is made from, except its base. The host's own settings are a way, not a content. */
async function keyOf(template, source, content) {
    const hash = (0,external_node_crypto_.createHash)("sha256");
    const args = Object.entries(source.args).sort(([a], [b]) => (a < b ? -1 : 1));
    const { name, bases, labels } = template;
    const { dockerfile, target, platform } = source;
    const built = platform === undefined ? [] : [platform];
    hash.update(JSON.stringify([name, bases, labels, dockerfile, target, args, ...built]));
    for (const [file, bytes] of Object.entries(content.extra)) {
        hash.update(`${file}\0${bytes.byteLength}\0`).update(bytes);
    }
    await hashContext(content, hash);
    return hash.digest("hex");
}
/** The template's folder without what describes it; `source/` in it is the user's. */
async function templateContext(template, source) {
    const context = await listContext(template.folder, source.dockerfile);
    const described = /^(?:template\.yml|README\.md|example(?:\/.*)?)$/;
    const users = /^source(?:\/.*)?$/;
    const entries = context.entries.filter(({ path }) => !described.test(path) && !(source.from === "source" && users.test(path)));
    return { ...context, entries };
}
async function workspaceContext(source, deps) {
    const folder = await insideWorkspace(source.context ?? ".", deps);
    const dockerfile = external_node_path_.posix.normalize(source.dockerfile);
    await pathInside(folder, folder, dockerfile, "Dockerfile");
    return listContext(folder, dockerfile, source.maxContextBytes);
}
/** A folder or one file of the repository; nothing when a parameter without a value names it. */
async function usersContext(context, { build }, deps) {
    if (context === undefined) {
        return { entries: [], bytes: 0, heldBack: [] };
    }
    const path = await insideWorkspace(context, deps);
    const isFile = (await (0,promises_.stat)(path)).isFile();
    return isFile ? fileContext(path) : listContext(path, "Dockerfile", undefined, build?.ignore);
}
async function insideWorkspace(context, deps) {
    return pathInside(deps.workspaceRoot, deps.runFileFolder, context, "Build context");
}
/** The Dockerfile on this host. */
function dockerfileOf(template, source, content) {
    const path = external_node_path_.posix.normalize(source.dockerfile);
    const entry = content.entries.find((each) => each.path === path);
    if (entry === undefined) {
        throw new build_fault/* Fault */.vC("TEMPLATE_INVALID", `Template "${template.name}" has no ${path} in its folder ${template.folder}`);
    }
    return entry.source;
}

;// CONCATENATED MODULE: ./build/registry/build/failing-line.js
/** The instructions that are steps of their own; the others only change what the image says. */
const steps = new Set(["FROM", "ADD", "COPY", "RUN", "WORKDIR"]);
/**
 * The line of the Dockerfile a build failed at, counting from 1; undefined when the engine tells too little.
 *
 * `args` are the build arguments, which a base image may be named by.
 */
async function failingLine(dockerfile, failure, args) {
    const told = /dockerfile parse error (?:on )?line (\d+)/i.exec(failure.error)?.[1];
    if (told !== undefined) {
        return Number(told);
    }
    const all = await failing_line_instructionsOf(dockerfile);
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
async function failing_line_instructionsOf(dockerfile) {
    const { DockerfileParser } = await __webpack_require__.e(/* import() */ 279).then(__webpack_require__.t.bind(__webpack_require__, 78390, 19));
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
function stagesOf(all) {
    const starts = all.flatMap(({ keyword }, index) => (keyword === "FROM" ? [index] : []));
    return starts.map((start, index) => {
        const name = /\sAS\s+(\S+)\s*$/i.exec(all[start]?.text ?? "")?.[1] ?? `stage-${index}`;
        return { name: name.toLowerCase(), instructions: all.slice(start, starts[index + 1]) };
    });
}
/** BuildKit names a step by its stage and its number in it; a single stage without a name is not named. */
function numberedStep(stages, name, number, keyword) {
    const stage = stages.find((each) => each.name === name.toLowerCase()) ?? stages.at(0);
    const counted = stage?.instructions.filter((each) => steps.has(each.keyword));
    const found = counted?.[number - 1];
    // An image's ONBUILD instructions are counted too, and stand in no line of this file.
    return found?.keyword === keyword.toUpperCase() ? found : undefined;
}
/** The FROM or COPY --from that names an image, `docker.io/library/name:latest` in the engine's words. */
function imageUse(all, image, args) {
    const given = { ...defaultsOf(all), ...args };
    const wanted = fullName(image);
    return all.find(({ text }) => {
        const named = /^FROM\s+(?:--\S+\s+)*(\S+)|^COPY\s.*?--from=(\S+)/i.exec(text);
        const written = named?.[1] ?? named?.[2] ?? "";
        return fullName(filled(written, given)) === wanted;
    });
}
/** Defaults of the arguments before the first FROM, which are those a base image may be named by. */
function defaultsOf(all) {
    const first = all.findIndex(({ keyword }) => keyword === "FROM");
    const pairs = all.slice(0, Math.max(0, first)).flatMap(({ text }) => {
        const match = /^ARG\s+(\w+)=["']?([^"'\s]*)/i.exec(text);
        return match ? [[match[1] ?? "", match[2] ?? ""]] : [];
    });
    return Object.fromEntries(pairs);
}
function filled(text, values) {
    return text.replace(/\$(?:\{(\w+)(?::?-([^}]*))?\}|(\w+))/g, (_, braced, fallback, plain) => {
        const name = String(braced ?? plain);
        return values[name] ?? String(fallback ?? "");
    });
}
function fullName(reference) {
    const short = reference.replace(/^docker\.io\//, "").replace(/^library\//, "");
    return /[:@][^/]*$/.test(short) ? short : `${short}:latest`;
}

;// CONCATENATED MODULE: ./build/registry/build/located.js






/** The place of a Dockerfile: as a path of the repository when it lies there, else as a file of the template. */
function placeOf(path, workspaceRoot, template, name) {
    if (!isInside(workspaceRoot, path)) {
        return { path, shown: `template ${template}, ${name}` };
    }
    const inRepository = (0,external_node_path_.relative)(workspaceRoot, path).split(external_node_path_.sep).join("/");
    return { path, inRepository, shown: inRepository };
}
/** The fault of a failed build with the line of the Dockerfile it failed at, if the engine tells enough to know it. */
async function located(thrown, place, args) {
    const failure = (0,build_engine/* buildFailureOf */.Eo)(thrown);
    if (failure === undefined || !(thrown instanceof build_fault/* Fault */.vC)) {
        return thrown;
    }
    const text = await (0,promises_.readFile)(place.path, "utf8").catch(() => "");
    const line = await failingLine(text, failure, args);
    if (line === undefined) {
        return thrown;
    }
    const { inRepository: file } = place;
    const message = thrown.message.split("\n")[0] ?? "";
    return new build_fault/* Fault */.vC(thrown.code, `${place.shown}:${line}: ${thrown.message}`, {
        hint: thrown.hint,
        cause: failure,
        ...(file !== undefined && { problems: [{ file, line, column: 1, message }] }),
    });
}

;// CONCATENATED MODULE: ./build/registry/build/build.js











/** Builds what was planned; the template's bases are on the engine before. */
async function build(work) {
    const { template, source, deps, content, reference } = work;
    const dockerfile = dockerfileOf(template, source, content);
    const bases = await basesOf(template, deps);
    const named = Object.values(bases).map((base) => base.reference);
    deps.onProgress(`building ${reference}${named.length > 0 ? ` on ${named.join(", ")}` : ""}`);
    for (const line of remarksOn(content)) {
        deps.onProgress(line);
    }
    const { buildNetwork = "default", hostArguments = {} } = deps;
    const host = await argumentsFor(dockerfile, hostArguments, deps.onProgress, buildNetwork);
    const options = {
        tag: reference,
        dockerfile: source.dockerfile,
        args: {
            ...host,
            ...source.args,
            ...Object.fromEntries(Object.entries(bases).map(([name, base]) => [name, base.reference])),
        },
        labels: {
            ...ociLabels(template, source, bases),
            ...template.labels,
            [imageLabels.template]: template.name,
            [imageLabels.key]: work.key,
            ...(named.length > 0 && { [imageLabels.base]: basesLabel(bases) }),
        },
        network: buildNetwork,
        ...(await buildSecrets(source, await (0,promises_.readFile)(dockerfile, "utf8"), deps.secrets ?? {})),
        hidden: passwordsIn(host),
        ...(source.target !== undefined && { target: source.target }),
        ...(source.platform !== undefined && { platform: source.platform }),
        ...(source.timeoutMs !== undefined && { timeoutMs: source.timeoutMs }),
    };
    const archive = () => packContext(content, content.extra);
    try {
        await deps.engine.buildImage(archive, options, deps.onProgress, deps.signal);
    }
    catch (error) {
        const place = placeOf(dockerfile, deps.workspaceRoot, template.name, source.dockerfile);
        throw await located(error, place, options.args);
    }
    const image = await deps.engine.inspectImage(reference);
    if (image === undefined) {
        throw new build_fault/* Fault */.vC("IMAGE_BUILD_FAILED", `The engine reports ${reference} as built, but does not know it`);
    }
    return image;
}
/** What is said of the context before it is sent. */
function remarksOn(content) {
    const heldBack = content.heldBack.map((path) => `not sent: ${path}, for such files hold secrets; \`!${path}\` in .dockerignore sends it`);
    return [...heldBack, ...(largeContext(content)?.split("\n") ?? [])];
}
/** Every base of the template on the engine, by build argument. */
async function basesOf(template, deps) {
    const provided = await Promise.all(Object.entries(template.bases).map(async ([name, wanted]) => [name, await provideBase(wanted, deps)]));
    return Object.fromEntries(provided);
}
function basesLabel(bases) {
    return Object.values(bases)
        .map(({ reference, id, digest }) => [reference, id, digest ?? ""].join(" ").trimEnd())
        .join(",");
}

;// CONCATENATED MODULE: ./build/registry/build/plan.js


async function planBuild(template, source, deps) {
    const content = await contentOf(template, source, deps);
    const key = await keyOf(template, source, content);
    return { content, key, reference: `docker-mcp-manager/${template.name}:${key.slice(0, 16)}` };
}
/** Whether the image has this content and its base is still what the base's name means; a base that is gone is no reason to build. */
async function isCurrent(image, key, engine) {
    if (image.labels[imageLabels.key] !== key) {
        return false;
    }
    const bases = image.labels[imageLabels.base]?.split(",") ?? [];
    const current = await Promise.all(bases.map(async (each) => {
        const [reference = "", id] = each.split(" ");
        const base = await engine.inspectImage(reference);
        return base === undefined || base.id === id;
    }));
    return current.every(Boolean);
}

;// CONCATENATED MODULE: ./build/registry/build/slots.js
function createSlots(limit) {
    const waiting = [];
    let free = limit;
    async function take(onWait, signal) {
        signal?.throwIfAborted();
        if (free > 0) {
            free -= 1;
            return;
        }
        onWait();
        await new Promise((resolve, reject) => {
            const go = () => {
                signal?.removeEventListener("abort", giveUp);
                resolve();
            };
            function giveUp() {
                waiting.splice(waiting.indexOf(go), 1);
                reject(signal?.reason);
            }
            waiting.push(go);
            signal?.addEventListener("abort", giveUp, { once: true });
        });
    }
    /** Hands the slot to the next in the queue. */
    function leave() {
        const next = waiting.shift();
        if (next === undefined) {
            free += 1;
        }
        else {
            next();
        }
    }
    return {
        async run(work, onWait, signal) {
            await take(onWait, signal);
            try {
                return await work();
            }
            finally {
                leave();
            }
        },
    };
}

;// CONCATENATED MODULE: ./build/registry/build/once.js






/** Each build is parallel in itself; more at once only make all of them late. */
const defaultParallel = 2;
const buildsOf = new WeakMap();
/** The image of this content: the one on the engine when it is current, else built. */
async function buildOnce(template, source, deps) {
    const { engine, signal } = deps;
    refuseSecretArguments(source.args, deps.secrets ?? {});
    const planned = await planBuild(template, source, deps);
    const { key, reference } = planned;
    if (deps.imagePolicy !== undefined) {
        const dockerfile = dockerfileOf(template, source, planned.content);
        await judgeBuild(deps.imagePolicy, template.bases, dockerfile, source.args);
    }
    const present = await engine.inspectImage(reference);
    if (present !== undefined && (await isCurrent(present, key, engine))) {
        return { reference, image: present, key, built: false, waited: false };
    }
    const { underWay, slots } = startBuilds(deps);
    for (let other = underWay.get(reference); other; other = underWay.get(reference)) {
        const image = await imageOf(other, signal);
        if (image !== undefined) {
            return { reference, image, key, built: false, waited: true };
        }
    }
    const image = slots.run(() => build({ ...planned, template, source, deps }), () => deps.onProgress(`${reference} waits until another build has ended`), signal);
    underWay.set(reference, { image, signal });
    try {
        return { reference, image: await image, key, built: true, waited: true };
    }
    finally {
        underWay.delete(reference);
    }
}
function startBuilds({ engine, parallelBuilds = defaultParallel }) {
    const known = buildsOf.get(engine);
    const builds = known ?? { underWay: new Map(), slots: createSlots(parallelBuilds) };
    buildsOf.set(engine, builds);
    return builds;
}
/** What another server's build came to; undefined when that was cancelled, which is nothing to us. */
async function imageOf(other, signal) {
    signal?.throwIfAborted();
    const cancelled = Promise.withResolvers();
    const cancel = () => cancelled.reject(signal?.reason);
    signal?.addEventListener("abort", cancel, { once: true });
    try {
        return await Promise.race([other.image, cancelled.promise]);
    }
    catch (error) {
        if (other.signal?.aborted && !signal?.aborted) {
            return undefined;
        }
        throw error;
    }
    finally {
        signal?.removeEventListener("abort", cancel);
    }
}

;// CONCATENATED MODULE: ./build/registry/template/fill.js
const placeholder = /\{\{\s*([a-z][a-z0-9_]*)\s*\}\}/g;
const wholePlaceholder = /^\s*\{\{\s*([a-z][a-z0-9_]*)\s*\}\}\s*$/;
/** The text with every `{{ name }}` filled in; undefined when it names a parameter that has no value. */
function fill_fillParameters(text, values) {
    let complete = true;
    const filled = text.replace(placeholder, (_, name) => {
        complete &&= Object.hasOwn(values, name);
        return String(values[name] ?? "");
    });
    return complete ? filled : undefined;
}
/** Every text filled in; one without a value is left out. */
function fillTexts(texts, values) {
    const filled = Object.entries(texts).map(([name, text]) => [name, fill_fillParameters(text, values)]);
    return Object.fromEntries(filled.filter((pair) => pair[1] !== undefined));
}
/**
 * A value of YAML with every text in it filled in: a text that is one `{{ name }}` becomes the parameter as it is, a
 * number too. What names a parameter without a value is left out of its map or list.
 */
function fillValue(value, values) {
    if (typeof value === "string") {
        const whole = wholePlaceholder.exec(value)?.[1];
        return whole === undefined ? fill_fillParameters(value, values) : own(values, whole);
    }
    if (Array.isArray(value)) {
        return value.map((item) => fillValue(item, values)).filter((item) => item !== undefined);
    }
    return typeof value === "object" && value !== null ? fillMap(value, values) : value;
}
/** A map filled in as a value is. */
function fillMap(map, values) {
    const filled = Object.entries(map).map(([key, item]) => [key, fillValue(item, values)]);
    return Object.fromEntries(filled.filter(([, item]) => item !== undefined));
}
/** Names in `{{ }}` anywhere in a value. */
function placeholdersIn(value) {
    if (typeof value === "string") {
        return Array.from(value.matchAll(placeholder), (match) => match[1] ?? "");
    }
    return typeof value === "object" && value !== null
        ? Object.values(value).flatMap(placeholdersIn)
        : [];
}
function own(values, name) {
    return Object.hasOwn(values, name) ? values[name] : undefined;
}

// EXTERNAL MODULE: ./build/clock/index.js + 4 modules
var clock = __webpack_require__(56931);
// EXTERNAL MODULE: ./build/schema/index.js + 15 modules
var build_schema = __webpack_require__(26132);
// EXTERNAL MODULE: ./node_modules/fastest-levenshtein/mod.js
var mod = __webpack_require__(21916);
;// CONCATENATED MODULE: ./build/registry/template/nearest.js

/** `; did you mean "x"?` when a known name is near enough to be a slip of the fingers, else nothing. */
function nearest(name, known) {
    const candidate = known.length === 0 ? undefined : (0,mod/* closest */.kp)(name, [...known]);
    const near = candidate !== undefined &&
        (0,mod/* distance */.Io)(name, candidate) <= Math.max(2, Math.floor(name.length / 3));
    return near ? `; did you mean "${candidate}"?` : "";
}

;// CONCATENATED MODULE: ./build/registry/template/supported.js
/** A version, or a range of them, none of which the template is known to work with. Tags are not judged. */
async function unsupported(version, values) {
    const asked = version === undefined ? undefined : values[version.parameter];
    if (version?.supported === undefined || typeof asked !== "string") {
        return [];
    }
    const { default: semver } = await __webpack_require__.e(/* import() */ 88).then(__webpack_require__.t.bind(__webpack_require__, 62088, 19));
    const range = semver.validRange(asked);
    const options = { includePrerelease: true };
    if (range === null || semver.intersects(range, version.supported, options)) {
        return [];
    }
    const message = `must be a version that the template supports, ${version.supported}`;
    return [{ parameter: version.parameter, message, aboutValue: true }];
}

;// CONCATENATED MODULE: ./build/registry/template/parameters.js





/** Judges parameters by the template's JSON Schema, all of them, in our words. */
async function judgeParameters({ name, parameters, version }, given) {
    const known = Object.keys(parameters.properties);
    const problems = Object.keys(given)
        .filter((each) => !Object.hasOwn(parameters.properties, each))
        .map((parameter) => ({
        parameter,
        message: `template "${name}" has no such parameter${nearest(parameter, known)}`,
        aboutValue: false,
    }));
    const values = {};
    for (const [each, parameter] of Object.entries(parameters.properties)) {
        const value = Object.hasOwn(given, each) ? given[each] : parameter.default;
        if (value === undefined) {
            if (parameters.required.includes(each)) {
                const message = `is required: ${parameter.description}`;
                problems.push({ parameter: each, message, aboutValue: false });
            }
        }
        else if (await fits(parameter, value)) {
            values[each] = value;
        }
        else {
            const message = `must be ${wanted(parameter)}${cure(parameter, value)}`;
            problems.push({ parameter: each, message, aboutValue: true });
        }
    }
    problems.push(...choiceProblems(parameters.oneOf ?? [], given), ...(await unsupported(version, values)));
    return { values, problems };
}
/**
 * The template's parameters: given values, else defaults; one that has neither is absent.
 *
 * Rejects TEMPLATE_INVALID with every problem at once: unknown, missing, against their schema, excluding each other.
 */
async function checkParameters(template, given) {
    const { values, problems } = await judgeParameters(template, given);
    if (problems.length > 0) {
        throw parameterFault(template, given, problems);
    }
    return values;
}
function parameterFault({ name, parameters }, given, problems) {
    const lines = problems.map(({ parameter, message, aboutValue }) => {
        const path = parameter === undefined ? "with" : `with.${parameter}`;
        const got = parameter !== undefined && aboutValue ? `; got ${JSON.stringify(given[parameter])}` : "";
        return `${path}: ${message}${got}`;
    });
    const known = Object.keys(parameters.properties).join(", ") || "none";
    return new build_fault/* Fault */.vC("TEMPLATE_INVALID", lines.join("\n"), {
        hint: `The parameters of template "${name}" are: ${known}.`,
    });
}
/** Servers of a run share their template's parameters. */
const compiled = new WeakMap();
async function fits(parameter, value) {
    // The pattern is looked at here: the schema room loads its library for one, which takes 40 ms of every run.
    const { pattern, ...rest } = parameter;
    const known = compiled.get(parameter) ?? (0,build_schema/* compileSchema */.Fc)(rest);
    compiled.set(parameter, known);
    const schema = await known;
    const isSound = schema.kind === "compiled" && schema.validate(value).length === 0;
    return isSound && (pattern === undefined || matches(pattern, String(value)));
}
function matches(pattern, text) {
    const whole = new RegExp(`^(?:${pattern})$`, "u");
    return (0,clock/* withBudget */.Y$)("the pattern of a parameter", () => whole.test(text));
}
/** Of each set of parameters exactly one is given. */
function choiceProblems(choices, given) {
    const sets = choices.map(({ required }) => required);
    const met = sets.filter((set) => set.every((name) => Object.hasOwn(given, name)));
    if (sets.length === 0 || met.length === 1) {
        return [];
    }
    const all = sets.map((set) => set.join(" and ")).join(", or ");
    const [parameter] = met[1] ?? [];
    return parameter === undefined
        ? [{ message: `needs one of: ${all}`, aboutValue: false }]
        : [{ parameter, message: `only one of these can be given: ${all}`, aboutValue: false }];
}
const kinds = {
    string: "a string",
    number: "a number",
    integer: "an integer",
    boolean: "a boolean",
};
/** What a parameter takes, in words that follow "must be". */
function wanted(parameter) {
    const { type, enum: one, pattern, minimum, maximum, minLength, maxLength } = parameter;
    if (one !== undefined) {
        return `one of ${one.map((value) => JSON.stringify(value)).join(", ")}`;
    }
    const limits = [
        range("", minimum, maximum, ""),
        range("of ", minLength, maxLength, " characters"),
        pattern === undefined ? "" : ` that matches ${pattern}`,
    ];
    return `${kinds[type]}${limits.join("")}`;
}
function range(of, least, most, unit) {
    const limits = [
        ...(least === undefined ? [] : [`at least ${least}`]),
        ...(most === undefined ? [] : [`at most ${most}`]),
    ];
    return limits.length === 0 ? "" : ` ${of}${limits.join(" and ")}${unit}`;
}
/** YAML reads 1.10 as the number 1.1: turning it back into text would silently name another version. */
function cure({ type, enum: one }, value) {
    const isText = type === "string" && one?.some((each) => typeof each === "number") !== true;
    return isText && typeof value !== "string" ? "; put it in quotes" : "";
}

;// CONCATENATED MODULE: ./build/registry/request.js




/** The request a server's part of the run file makes; `image:` and `build:` are other words for templates. */
async function requestOf(spec, templates) {
    if (spec.build !== undefined) {
        const template = await templates.load("dockerfile");
        const { context, dockerfile, target, args, secrets, platform, timeout, max_context } = spec.build;
        return {
            template,
            start: startOf(template, {}),
            source: {
                kind: "build",
                from: "workspace",
                context,
                dockerfile,
                args,
                secrets,
                timeoutMs: timeout,
                maxContextBytes: max_context,
                ...(target !== undefined && { target }),
                ...(platform !== undefined && { platform }),
            },
        };
    }
    if (spec.image !== undefined) {
        const template = await templates.load("image");
        return {
            template,
            start: startOf(template, {}),
            source: { kind: "image", reference: spec.image },
        };
    }
    const template = await templates.load(spec.template ?? "");
    const values = await checkParameters(template, spec.with);
    const version = String(values[template.version?.parameter ?? "version"] ?? "");
    return {
        template,
        start: startOf(template, values),
        source: sourceOf(template, values),
        ...(isExact(version) && { version }),
    };
}
function startOf({ env, entrypoint, command }, values) {
    const filled = (words) => words?.flatMap((word) => fill_fillParameters(word, values) ?? []);
    return {
        env: fillTexts(env, values),
        ...(entrypoint && { entrypoint: filled(entrypoint) }),
        ...(command && { command: filled(command) }),
    };
}
function sourceOf(template, values) {
    const { image, build } = template;
    if (build === undefined) {
        return { kind: "image", reference: fill_fillParameters(image ?? "", values) ?? "" };
    }
    const target = build.target === undefined ? undefined : fill_fillParameters(build.target, values);
    const context = fill_fillParameters(build.context, values);
    const timeoutMs = (0,config/* parseDurationMs */.yi)(build.timeout ?? "");
    return {
        kind: "build",
        from: build.from,
        ...(context !== undefined && { context }),
        dockerfile: fill_fillParameters(build.dockerfile, values) ?? "Dockerfile",
        args: argsOf(build.args, values),
        ...(timeoutMs !== undefined && { timeoutMs }),
        ...(target !== undefined && { target }),
    };
}
/** Arguments whose parameter has no value are left out, so that the Dockerfile's own default holds. */
function argsOf(args, values) {
    if (typeof args === "string") {
        return parseLines(fill_fillParameters(args, values) ?? "");
    }
    return fillTexts(args, values);
}
function parseLines(text) {
    const lines = text.split("\n").filter((line) => line.trim() !== "");
    return Object.fromEntries(lines.map((line) => {
        const match = /^\s*([A-Za-z_][A-Za-z0-9_]*)=(.*)$/.exec(line);
        if (match === null) {
            throw new build_fault/* Fault */.vC("TEMPLATE_INVALID", `with.args: ${JSON.stringify(line)} is not NAME=value`);
        }
        return [match[1] ?? "", match[2] ?? ""];
    }));
}
function isExact(version) {
    return /^\d+\.\d+\.\d+/.test(version);
}

;// CONCATENATED MODULE: ./build/registry/template/folders.js





const nameForm = /^[a-z0-9][a-z0-9_-]{0,62}$/;
/** All folders of `folder` that hold a template.yml; none when it is not there. */
async function folders_builtInLayer(folder) {
    const entries = await (0,promises_.readdir)(folder, { withFileTypes: true }).catch(() => []);
    const found = entries
        .filter((entry) => entry.isDirectory() && holdsTemplate((0,external_node_path_.join)(folder, entry.name)))
        .map(({ name }) => [name, { name, folder: (0,external_node_path_.join)(folder, name), file: `${name}/template.yml` }]);
    return new Map(found.sort(([a], [b]) => (a < b ? -1 : 1)));
}
/** The templates of a run file's own folders; `below` are those they may not take the place of unasked. */
async function ownLayer({ workspace, from, folders }, below) {
    const layer = new Map();
    const problems = [];
    for (const [nth, { folder, override }] of folders.entries()) {
        const refuse = (message) => problems.push({ nth, message });
        try {
            for (const source of await sourcesIn(await (0,config/* resolveInside */.LI)(workspace, from, folder), workspace)) {
                const taken = layer.get(source.name);
                if (!nameForm.test(source.name)) {
                    refuse(`the folder ${quote(source.name)} cannot be a template: its name must be ${rule}`);
                }
                else if (taken !== undefined) {
                    refuse(`the template ${quote(source.name)} is in ${quote(taken.file)} already`);
                }
                else if (!override && below.some((each) => each.has(source.name))) {
                    refuse(`there is a template ${quote(source.name)} already; ${overriding(folder)}`);
                }
                else {
                    layer.set(source.name, source);
                }
            }
        }
        catch (thrown) {
            refuse(`templates: ${(0,build_fault/* asFault */.Ps)(thrown).message}`);
        }
    }
    return { layer, problems };
}
const rule = "1 to 63 characters of a-z, 0-9, - and _, beginning with a letter or digit";
function overriding(folder) {
    return `to take its place, write { folder: ${JSON.stringify(folder)}, override: true }`;
}
async function sourcesIn(folder, workspace) {
    if (!(await (0,promises_.stat)(folder)).isDirectory()) {
        throw new Error(`${quote((0,external_node_path_.relative)(workspace, folder))} is no folder`);
    }
    if (holdsTemplate(folder)) {
        return [await sourceAt(folder, workspace)];
    }
    const names = (await (0,promises_.readdir)(folder)).filter((name) => holdsTemplate((0,external_node_path_.join)(folder, name)));
    if (names.length === 0) {
        throw new Error(`there is no template.yml in ${quote((0,external_node_path_.relative)(workspace, folder))} nor in a folder of it`);
    }
    // One of them may be a link that leads elsewhere.
    return Promise.all(names
        .sort()
        .map(async (name) => sourceAt(await (0,config/* resolveInside */.LI)(workspace, folder, name), workspace)));
}
async function sourceAt(folder, workspace) {
    return {
        name: (0,external_node_path_.basename)(folder),
        folder,
        file: (0,external_node_path_.join)((0,external_node_path_.relative)(workspace, folder), "template.yml"),
    };
}
function holdsTemplate(folder) {
    return (0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, "template.yml"));
}
function quote(text) {
    return JSON.stringify(text);
}

;// CONCATENATED MODULE: ./build/registry/template/extend.js
/** A template's words with those of the one it extends under them: maps are merged, all else is its own. */
function extended(own, parent) {
    const { extends: _, name: __, ...inherited } = parent;
    const merged = mergedMaps(own, withoutOtherStart(inherited, own));
    const parameters = merged["parameters"];
    return isMap(parameters)
        ? { ...merged, parameters: withFittingRequired(parameters, own["parameters"]) }
        : merged;
}
/** An image, a build or a URL: one that says what is started does not inherit another. */
function withoutOtherStart(parent, own) {
    const { image, build, ...rest } = parent;
    const isElsewhere = isMap(own["server"]) && Object.hasOwn(own["server"], "url");
    return {
        ...rest,
        ...(image !== undefined && own["build"] === undefined && !isElsewhere ? { image } : {}),
        ...(build !== undefined && own["image"] === undefined && !isElsewhere ? { build } : {}),
    };
}
/** A parameter that has got a default is not required any more. */
function withFittingRequired(parameters, own) {
    const { required, properties } = parameters;
    if (!Array.isArray(required) || (isMap(own) && Object.hasOwn(own, "required"))) {
        return parameters;
    }
    const settled = (name) => {
        const parameter = isMap(properties) ? properties[String(name)] : undefined;
        return isMap(parameter) && Object.hasOwn(parameter, "default");
    };
    return { ...parameters, required: required.filter((name) => !settled(name)) };
}
function mergedMaps(own, parent) {
    const merged = { ...parent };
    for (const [key, value] of Object.entries(own)) {
        const below = Object.hasOwn(parent, key) ? parent[key] : undefined;
        merged[key] = isMap(value) && isMap(below) ? mergedMaps(value, below) : value;
    }
    return merged;
}
function isMap(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

// EXTERNAL MODULE: ./node_modules/semver/ranges/valid.js
var valid = __webpack_require__(64737);
;// CONCATENATED MODULE: ./build/registry/template/entry-problems.js

/** What a template cannot say of its servers: that is what is said of them in the run file. */
const ofTheRunFile = ["template", "with", "image", "build"];
/** What is wrong with what a template says of its servers; values that hang on parameters are judged when they are known. */
function entryProblems(said) {
    if (Object.keys(said).length === 0) {
        return [];
    }
    const misplaced = ofTheRunFile.filter((key) => Object.hasOwn(said, key));
    const parsed = config/* server */.E8.safeParse(said);
    return [
        ...misplaced.map((key) => ({
            path: [key],
            message: "is said by the run file, not by a template",
        })),
        ...(parsed.error?.issues ?? [])
            .filter(({ path }) => !isOpen(said, path) && !misplaced.includes(String(path[0])))
            .map(({ path, message }) => ({ path, message })),
    ];
}
function isOpen(said, path) {
    let value = said;
    for (const key of path) {
        value = typeof value === "object" && value !== null ? Reflect.get(value, key) : undefined;
    }
    return typeof value === "string" && value.includes("{{");
}

;// CONCATENATED MODULE: ./build/registry/template/schema.js





const scalar = schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig(), schemas/* boolean */.zMY()]);
/** One parameter, in the words of JSON Schema 2020-12. */
const parameter = schemas/* strictObject */.rej({
    type: schemas/* enum */.k5n(["string", "number", "integer", "boolean"]).describe("What it is."),
    description: schemas/* string */.YjP().min(1).describe("What it is for; shown wherever it is missing."),
    default: scalar
        .optional()
        .describe("Holds when the run file does not give it; without one it has no value then."),
    enum: schemas/* array */.YOg(schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig()]))
        .min(1)
        .optional()
        .describe("The only values it may have."),
    pattern: schemas/* string */.YjP()
        .optional()
        .describe("Regular expression that the whole text must match; only for strings."),
    minimum: schemas/* number */.aig().optional().describe("Least number."),
    maximum: schemas/* number */.aig().optional().describe("Greatest number."),
    minLength: schemas/* int */.Whr().min(0).optional().describe("Least number of characters."),
    maxLength: schemas/* int */.Whr().min(0).optional().describe("Greatest number of characters."),
    examples: schemas/* array */.YOg(scalar).optional().describe("For people and editors."),
})
    .refine(({ type, default: fallback }) => fallback === undefined || typeof fallback === (type === "integer" ? "number" : type), "has a default of another type")
    .refine(({ type, pattern }) => pattern === undefined || type === "string", "has a pattern but is no string")
    .refine(({ pattern }) => pattern === undefined || isPattern(pattern), "has a pattern that is no regular expression");
const parameterName = schemas/* string */.YjP().regex(/^[a-z][a-z0-9_]*$/);
/** A JSON Schema for `with`. */
const parameters = schemas/* strictObject */.rej({
    type: schemas/* literal */.euz("object").describe("As JSON Schema wants it."),
    properties: schemas/* record */.g1P(parameterName, parameter).describe("The parameters by name."),
    required: schemas/* array */.YOg(parameterName).default([]).describe("Those that must be given."),
    oneOf: schemas/* array */.YOg(schemas/* strictObject */.rej({
        required: schemas/* array */.YOg(parameterName).min(1).describe("Parameters given together."),
    }))
        .min(1)
        .optional()
        .describe("Sets of parameters of which exactly one is given, such as a package or a folder."),
})
    .describe("JSON Schema of what a server of the template gives as `with`.")
    .refine(({ properties, required }) => required.every((name) => properties[name] !== undefined), "requires a parameter that is not among its properties")
    .refine(({ properties, required }) => required.every((name) => properties[name]?.default === undefined), "requires a parameter that has a default, which is then never used")
    .refine(({ properties, oneOf = [] }) => oneOf.every(({ required }) => required.every((name) => properties[name]?.default === undefined && properties[name])), "has in oneOf a parameter that is not among its properties, or has a default");
const texts = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP());
const writablePath = schemas/* string */.YjP()
    .regex(/^\/(?:[A-Za-z0-9_.-]+\/?)+$/, "must be an absolute path other than /")
    .refine((path) => !path.split("/").includes(".."), "must not have .. in it");
const schema_build = schemas/* strictObject */.rej({
    from: schemas/* enum */.k5n(["template", "workspace", "source"])
        .describe("What is sent. template: the template's folder; workspace: a folder of the repository with its own Dockerfile; source: the template's folder, and `context` in it as `source/`, which is empty when `context` names a parameter without a value."),
    context: schemas/* string */.YjP()
        .default(".")
        .describe("Folder or file of the repository, relative to the run file."),
    dockerfile: schemas/* string */.YjP().default("Dockerfile").describe("Dockerfile in the folder that is sent."),
    target: schemas/* string */.YjP().optional().describe("Stage to build; default is the last."),
    args: schemas/* union */.KCZ([texts, schemas/* string */.YjP()])
        .default({})
        .describe("Build arguments: a map, or text of NAME=value lines."),
    ignore: schemas/* array */.YOg(schemas/* string */.YjP().min(1))
        .default([])
        .describe("With source: rules of a .dockerignore that hold in the repository's folder before its own.")
        .meta({ examples: [["**/node_modules"]] }),
    timeout: schemas/* string */.YjP()
        .refine((text) => (0,config/* parseDurationMs */.yi)(text) !== undefined, "is no duration; write for example 20m")
        .optional()
        .describe("Time after which a build is stopped; default is 10m."),
});
const version = schemas/* strictObject */.rej({
    source: schemas/* enum */.k5n(["npm", "pypi", "go", "crates", "maven", "image"])
        .describe("Kind of index that lists the versions."),
    name: schemas/* string */.YjP().min(1).describe("Name that is looked up there."),
    parameter: parameterName.describe("Parameter that chooses the version."),
    supported: schemas/* string */.YjP()
        .refine((range) => valid(range) !== null, "is no semantic version range")
        .optional()
        .describe("Range of semantic versions the template works with; another is refused."),
});
const hardening = schemas/* strictObject */.rej({
    user: schemas/* string */.YjP().min(1).optional().describe("User that the image runs as; never root."),
    writable: schemas/* array */.YOg(writablePath)
        .max(8)
        .default([])
        .describe("Folders the server must be able to write to besides /tmp; empty at its start, in memory, and gone after it."),
});
const words = schemas/* array */.YOg(schemas/* string */.YjP()).min(1).optional();
const schema_templateFile = schemas/* strictObject */.rej({
    name: schemas/* string */.YjP()
        .regex(/^[a-z0-9][a-z0-9_-]{0,62}$/)
        .describe("The name of its folder."),
    description: schemas/* string */.YjP().min(1).describe("What it is for, in a sentence."),
    extends: schemas/* string */.YjP()
        .optional()
        .describe("Template whose keys hold where this one says nothing; maps are merged. Without a Dockerfile of its own it is built from the other's folder."),
    bases: texts
        .default({})
        .describe("Build argument, and the reference of the base image that it names."),
    parameters: parameters.prefault({ type: "object", properties: {} }),
    version: version.optional().describe("Where its versions are listed."),
    image: schemas/* string */.YjP().optional().describe("Image to take as it is, in place of `build`."),
    build: schema_build.optional().describe("How the image is built, in place of `image`."),
    entrypoint: words.describe("Replaces the entrypoint of the image."),
    command: words.describe("Replaces the command of the image."),
    env: texts.default({}).describe("Environment of the server."),
    labels: texts.default({}).describe("Labels of the image."),
    hardening: hardening
        .optional()
        .describe("What the container must let the server do; all else is forbidden."),
    server: schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* unknown */.L5J())
        .default({})
        .describe("Keys of a server's entry in the run file that hold where the entry says nothing: `transport`, `http`, `ready`, `secrets`, `volumes`, `env`, `network`, `url` and others."),
})
    .refine(({ image, build: built, server }) => Object.hasOwn(server, "url")
    ? image === undefined && built === undefined
    : (image === undefined) !== (built === undefined), "needs exactly one of image and build, or neither and server.url")
    .superRefine(({ parameters: { properties }, ...rest }, context) => {
    for (const [key, value] of Object.entries(rest)) {
        const unknown = placeholdersIn(value).filter((name) => !Object.hasOwn(properties, name));
        for (const name of new Set(unknown)) {
            const message = `names {{ ${name} }}, which is no parameter`;
            context.addIssue({ code: "custom", path: [key], message });
        }
    }
})
    .superRefine(({ server: said }, context) => {
    for (const { path, message } of entryProblems(said)) {
        context.addIssue({ code: "custom", path: ["server", ...path], message });
    }
});
function isPattern(source) {
    try {
        new RegExp(source, "u");
        return true;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./build/registry/template/source.js



const maxBytes = 256 * 1024;
/** Rejects TEMPLATE_INVALID for a file that cannot be used, is no YAML or no map. */
async function readTemplate(source) {
    const { file } = source;
    const read = (0,config/* readTextFile */.Gu)((0,external_node_path_.join)(source.folder, "template.yml"), maxBytes);
    if (read.kind !== "text") {
        const why = read.kind === "absent" ? "is not there any more" : read.why;
        throw source_invalid([{ file, line: 1, column: 1, message: `the template ${why}` }]);
    }
    const { counter, document, findings } = (0,config/* readSource */.o$)(read.text);
    const wrong = document === undefined ? findings : await doubledKeys(document);
    if (document === undefined || wrong.length > 0) {
        throw source_invalid(wrong.map(({ offset, message }) => problem(file, counter, offset, message)));
    }
    const value = source_plainOf(document, file);
    if (!source_isMap(value)) {
        throw source_invalid([
            { file, line: 1, column: 1, message: "a template is a map with name and more" },
        ]);
    }
    return {
        source,
        value,
        has: (path) => document.hasIn(path),
        problemAt: (path, message) => problem(file, counter, offsetOf(document, path), message),
    };
}
/** TEMPLATE_INVALID with every problem at its line. */
function source_invalid(problems) {
    const lines = problems.map(({ file, line, column, message }) => `${file}:${line}:${column}: ${message}`);
    return new build_fault/* Fault */.vC("TEMPLATE_INVALID", lines.join("\n"), {
        problems,
        hint: "Correct the places listed; docs/templates.md says what a template.yml holds.",
    });
}
/** Keys that stand in their map twice. The library's own check takes minutes for a map of 100 000 keys. */
async function doubledKeys(document) {
    const { isScalar, visit } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 38815, 19));
    const found = [];
    visit(document, {
        Map: (_, map) => {
            const seen = new Set();
            for (const { key } of map.items) {
                const name = isScalar(key) ? String(key.value) : "";
                if (isScalar(key) && seen.has(name)) {
                    const message = `the key ${JSON.stringify(name)} is here twice`;
                    found.push({ offset: key.range?.[0] ?? 0, message });
                }
                seen.add(name);
            }
        },
    });
    return found;
}
function source_plainOf(document, file) {
    try {
        return document.toJS({ maxAliasCount: 0 });
    }
    catch {
        const message = "YAML aliases (words beginning with *) are not allowed in a template";
        throw source_invalid([{ file, line: 1, column: 1, message }]);
    }
}
function problem(file, counter, offset, message) {
    const { line, col } = counter.linePos(offset);
    // An empty text has no lines.
    return { file, line: Math.max(1, line), column: Math.max(1, col), message };
}
/** Where the deepest existing part of the path begins in the text. */
function offsetOf(document, path) {
    for (let length = path.length; length > 0; length -= 1) {
        const node = document.getIn(path.slice(0, length), true);
        if (node?.range) {
            return node.range[0];
        }
    }
    return 0;
}
function source_isMap(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./build/registry/template/template.js






/** Reads a template with those it extends. Rejects TEMPLATE_INVALID with every problem at its line. */
async function readTemplates(source, others) {
    const chain = await chainOf(source, others);
    const [own] = chain;
    const merged = chain
        .map(({ value }) => value)
        .reduceRight((parent, value) => extended(value, parent));
    const parsed = schema_templateFile.safeParse(merged);
    const problems = (parsed.error?.issues ?? []).map(({ path, message }) => sayer(chain, path).problemAt(path, `${path.join(".") || "template"}: ${message}`));
    if (own.value["name"] !== undefined && own.value["name"] !== source.name) {
        const message = `name: is ${JSON.stringify(own.value["name"])}, but the folder is "${source.name}"`;
        problems.push(own.problemAt(["name"], message));
    }
    const folder = parsed.success ? folderOf(parsed.data, chain) : undefined;
    if (parsed.success && folder === undefined) {
        const path = ["build", "dockerfile"];
        const message = `build.dockerfile: there is no "${parsed.data.build?.dockerfile}" in the template's folder`;
        problems.push(sayer(chain, path).problemAt(path, message));
    }
    if (!parsed.success || folder === undefined || problems.length > 0) {
        throw source_invalid(problems);
    }
    return { ...parsed.data, folder };
}
/** The template and those it is built on, nearest first. */
async function chainOf(source, others) {
    const own = await readTemplate(source);
    const chain = [own];
    for (let last = own; last.value["extends"] !== undefined;) {
        const written = last.value["extends"];
        const name = typeof written === "string" ? written : (JSON.stringify(written) ?? "");
        const found = typeof written === "string" ? others.find(name, last.source) : undefined;
        const names = [...chain.map((each) => each.source.name), name].join(" → ");
        if (found === undefined) {
            const message = `extends: there is no template "${name}"${nearest(name, others.names)}`;
            const way = chain.length > 1 ? ` (${names})` : "";
            throw source_invalid([last.problemAt(["extends"], message + way)]);
        }
        if (chain.some((each) => each.source.folder === found.folder)) {
            throw source_invalid([own.problemAt(["extends"], `extends: goes in a circle: ${names}`)]);
        }
        last = await readTemplate(found);
        chain.push(last);
    }
    return chain;
}
/** The file of the chain that says what stands at `path`; the nearest when none does. */
function sayer(chain, path) {
    for (let length = path.length; length > 0; length -= 1) {
        const found = chain.find((each) => each.has(path.slice(0, length)));
        if (found !== undefined) {
            return found;
        }
    }
    return chain[0];
}
/** The nearest folder that holds the Dockerfile; undefined when none does. */
function folderOf({ build }, chain) {
    const folders = chain.map(({ source }) => source.folder);
    const sent = build !== undefined && build.from !== "workspace";
    // Which file it is may hang on a parameter.
    return sent && !build.dockerfile.includes("{{")
        ? folders.find((folder) => (0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, build.dockerfile)))
        : folders[0];
}

;// CONCATENATED MODULE: ./build/registry/template/shelf.js






const origins = ["run file", "registered", "built-in"];
async function shelf_templateShelf(options) {
    const below = [options.registered ?? new Map(), await folders_builtInLayer(options.templatesFolder)];
    const own = options.own && (await ownLayer(options.own, below));
    const layers = [own?.layer ?? new Map(), ...below];
    const names = [...new Set(layers.flatMap((layer) => [...layer.keys()]))].sort();
    const loaded = new Map();
    const others = {
        names,
        find: (name, from) => findFrom(layers, name, from),
    };
    function load(name) {
        const source = layers.find((layer) => layer.has(name))?.get(name);
        if (source === undefined) {
            return Promise.reject(notFound(name, names));
        }
        const known = loaded.get(name) ?? readTemplates(source, others);
        loaded.set(name, known);
        return known;
    }
    return {
        names,
        folderProblems: own?.problems ?? [],
        load,
        apply: async (name, given) => applied(await load(name), given),
        origin: (name) => origins[layers.findIndex((layer) => layer.has(name))],
    };
}
/** One of the built-in templates. Rejects as a shelf does. */
async function loadTemplate(templatesFolder, name) {
    return (await shelf_templateShelf({ templatesFolder })).load(name);
}
/** The names of the built-in templates, sorted. */
async function templateNames(templatesFolder) {
    return [...(await builtInLayer(templatesFolder)).keys()];
}
/** A template that extends its own name means the one whose place it takes. */
function findFrom(layers, name, from) {
    const own = layers.findIndex((layer) => layer.get(from.name)?.folder === from.folder);
    const seen = name === from.name ? layers.slice(own + 1) : layers;
    return (seen.find((layer) => layer.has(name))?.get(name) ?? (name === from.name ? from : undefined));
}
function notFound(name, names) {
    return new build_fault/* Fault */.vC("TEMPLATE_NOT_FOUND", `There is no template "${name}"${nearest(name, names)}`, {
        hint: `The templates are: ${names.join(", ")}.`,
    });
}
async function applied(template, given) {
    const { values, problems } = await judgeParameters(template, given);
    return { server: fillMap(template.server, values), problems };
}

;// CONCATENATED MODULE: ./build/registry/lock/pins.js




/** Build argument by which npm is told; only a Dockerfile that declares it gets it. */
const npmBefore = "NPM_CONFIG_BEFORE";
const noPins = { with: {}, bases: [] };
function pins_pinsOf({ pin, image, bases, as_of: asOf }) {
    return {
        with: pin,
        bases,
        ...(image !== undefined && { image }),
        ...(asOf !== undefined && { asOf }),
    };
}
/** The time that the build was told, if it was told one. */
function pins_asOfIn({ source }) {
    return source.kind === "build" ? source.args[npmBefore] : undefined;
}
/** What each server is pinned to by a lock file. */
function pinsIn({ servers }) {
    return new Map(Object.entries(servers).map(([name, locked]) => [name, pins_pinsOf(locked)]));
}
/** The request of a server with what is pinned instead of what it says. */
async function pins_pinnedRequestOf(spec, deps) {
    const templates = deps.templates ?? (await shelf_templateShelf(deps));
    const pins = deps.pins ?? noPins;
    return pinnedRequest(await requestOf(pinnedSpec(spec, pins), templates), pins);
}
/** The server with its parameters pinned. */
function pinnedSpec(spec, pins) {
    return spec.template === undefined ? spec : { ...spec, with: { ...spec.with, ...pins.with } };
}
/** The request with its images pinned: those of a registry by digest. One made here has none and is only compared. */
async function pinnedRequest(request, pins) {
    const { template, source } = request;
    const bases = Object.entries(template.bases).map(([argument, wanted]) => {
        const locked = pins.bases.find(({ reference }) => reference === pins_nameOf(wanted));
        return [argument, locked === undefined ? wanted : byDigest(locked)];
    });
    return {
        ...request,
        template: { ...template, bases: Object.fromEntries(bases) },
        source: source.kind === "build"
            ? { ...source, args: { ...source.args, ...(await timeArgument(template, source, pins)) } }
            : { kind: "image", reference: pins.image ? byDigest(pins.image) : source.reference },
    };
}
async function timeArgument(template, source, { asOf }) {
    if (asOf === undefined || source.from === "workspace") {
        return {};
    }
    // A file that is not there is named by the build.
    const dockerfile = (0,external_node_path_.join)(template.folder, source.dockerfile);
    const text = await (0,promises_.readFile)(dockerfile, "utf8").catch(() => "");
    return /^ARG NPM_CONFIG_BEFORE$/m.test(text) ? { [npmBefore]: asOf } : {};
}
/** A reference without its digest. */
function pins_nameOf(reference) {
    return reference.replace(/@sha256:[0-9a-f]+$/, "");
}
function byDigest({ reference, digest }) {
    return digest === undefined ? reference : `${reference}@${digest}`;
}

;// CONCATENATED MODULE: ./build/registry/supply/packages.js
/** Where every template that builds leaves the list of what it installed, its server's own package first. */
const packagesFile = "/opt/server/packages.tsv";
/** An image may claim anything; more than this is no list of packages. */
const maxPackages = 50_000;
const maxField = 500;
/** The packages of lines `type<TAB>name<TAB>version[<TAB>licence]`; lines that are no such thing are left out. */
function parsePackages(text) {
    const lines = text.split("\n", maxPackages);
    return lines.flatMap((line) => {
        const [type = "", name = "", version = "", licence = ""] = line.trim().split("\t");
        const fields = [type, name, version];
        if (!/^[a-z][a-z0-9.+-]*$/.test(type) || !fields.every(isField)) {
            return [];
        }
        return [{ type, name, version, ...(isField(licence) && { licence }) }];
    });
}
/** Whether a text may stand in a list: one line, neither empty nor endless. */
function isField(text) {
    return (typeof text === "string" &&
        text !== "" &&
        text.length <= maxField &&
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what a field must not hold
        !/[\u0000-\u001f\u007f-\u009f\u2028\u2029]/.test(text));
}

;// CONCATENATED MODULE: ./build/registry/supply/package-lists.js

/** What Debian's package manager has installed, as its status file says. */
function parseDpkg(status) {
    return status.split(/\n\n+/).flatMap((paragraph) => {
        const field = (name) => new RegExp(`^${name}: (.*)$`, "m").exec(paragraph)?.[1]?.trim() ?? "";
        const installed = field("Status") === "" || field("Status").endsWith(" installed");
        return installed ? packageOf("deb", field("Package"), field("Version")) : [];
    });
}
/** What Alpine's package manager has installed: lines `P:name`, `V:version`, `L:licence`. */
function parseApk(installed) {
    return installed.split(/\n\n+/).flatMap((paragraph) => {
        const field = (letter) => new RegExp(`^${letter}:(.*)$`, "m").exec(paragraph)?.[1] ?? "";
        return packageOf("apk", field("P"), field("V"), field("L"));
    });
}
/** What npm has installed in a folder, as the lock file in its node_modules says. */
function parseNodeModules(lock) {
    // Every member is checked before it is used.
    const { packages } = jsonOf(lock);
    if (typeof packages !== "object" || packages === null) {
        return [];
    }
    return Object.entries(packages).flatMap(([path, entry]) => {
        const { name, version, license } = (entry ?? {});
        const called = typeof name === "string" ? name : path.split("node_modules/").at(-1);
        return packageOf("npm", called, version, license);
    });
}
function packageOf(type, name, version, licence) {
    return isField(name) && isField(version)
        ? [{ type, name, version, ...(isField(licence) && { licence }) }]
        : [];
}
function jsonOf(text) {
    try {
        const value = JSON.parse(text);
        return typeof value === "object" && value !== null ? value : {};
    }
    catch {
        return {};
    }
}

;// CONCATENATED MODULE: ./build/registry/supply/contents.js



const dpkgFile = "/var/lib/dpkg/status";
/** One file for each package, where there is no package manager. */
const dpkgFolder = "/var/lib/dpkg/status.d/";
const apkFile = "/lib/apk/db/installed";
/** An image may list anything. */
const maxForeign = 20_000;
/** Reads an image's lists of packages; one whose lists are all absent has none. Nothing of the image runs. */
async function contentsOf(image, engine, labels = {}) {
    const nodeFile = external_node_path_.posix.join("/", image.workingDir, "node_modules/.package-lock.json");
    const paths = [packagesFile, nodeFile, dpkgFile, dpkgFolder, apkFile];
    const files = await engine.readImageFiles(image.id, paths, labels);
    const text = (path) => Buffer.from(files.get(path) ?? []).toString("utf8");
    const own = parsePackages(text(packagesFile));
    const single = [...files.keys()].filter((path) => path.startsWith(dpkgFolder));
    return {
        packages: own.length > 0 ? own : parseNodeModules(text(nodeFile)).slice(0, maxForeign),
        listed: own.length > 0,
        system: [
            ...parseDpkg(text(dpkgFile)),
            ...single.flatMap((path) => parseDpkg(text(path))),
            ...parseApk(text(apkFile)),
        ].slice(0, maxForeign),
    };
}

;// CONCATENATED MODULE: ./build/registry/supply/kept.js



/** Raise it when what is made of an image changes, so that what older releases kept is made anew. */
const format = 2;
/**
 * A text about an image, as kept in the folder under the image's id, else as `make` gives it.
 *
 * An id is the hash of the image's content, so what is kept stays true. `isWhole` tells a damaged text. A folder that
 * cannot be written costs the making each time and is no failure.
 */
async function kept_keptText(where, isWhole, make) {
    const folder = (0,external_node_path_.join)(where.cacheFolder, `images-${format}`);
    const file = (0,external_node_path_.join)(folder, `${where.imageId.replaceAll(/[^A-Za-z0-9]/g, "-")}.${where.what}.json`);
    const kept = await (0,promises_.readFile)(file, "utf8").catch(() => "");
    if (isWhole(kept)) {
        return kept;
    }
    const text = await make();
    const part = `${file}.${(0,external_node_crypto_.randomUUID)()}`;
    try {
        await (0,promises_.mkdir)(folder, { recursive: true });
        await (0,promises_.writeFile)(part, text);
        await (0,promises_.rename)(part, file);
    }
    catch {
        await (0,promises_.rm)(part, { force: true }).catch(() => undefined);
    }
    return text;
}

;// CONCATENATED MODULE: ./build/registry/supply/provenance.js



/** Packages, version and bases of an image: read from it once (200 ms), later from the cache folder (1 ms). */
async function provenanceOf(image, deps) {
    const text = await kept_keptText({ cacheFolder: deps.cacheFolder, imageId: image.id, what: "packages" }, (kept) => kept.startsWith("{") && kept.endsWith("}"), async () => JSON.stringify(await contentsOf(image, deps.engine, deps.containerLabels)));
    // We wrote it, and it was renamed as a whole.
    const { packages, listed, system } = JSON.parse(text);
    return {
        packages,
        system,
        version: listed ? (packages[0]?.version ?? null) : null,
        bases: basesIn(image.labels),
        imageBytes: image.sizeBytes,
        imageId: image.id,
    };
}
/** What the label of an image that we built says: `reference id,reference id digest`. */
function basesIn(labels) {
    const listed = labels[imageLabels.base]?.split(",") ?? [];
    return listed.map((each) => {
        const [reference = "", id = "", digest] = each.split(" ");
        return { reference, id, ...(digest !== undefined && { digest }) };
    });
}

;// CONCATENATED MODULE: ./build/registry/resolve.js





/**
 * The image and start of a server: found on the engine, else pulled or built.
 *
 * Rejects TEMPLATE_NOT_FOUND, TEMPLATE_INVALID, PATH_NOT_ALLOWED, IMAGE_NOT_ALLOWED, IMAGE_NOT_FOUND,
 * IMAGE_NOT_PRESENT, IMAGE_PULL_FAILED (_LIMITED, _DENIED, _BROKEN), IMAGE_BUILD_FAILED.
 */
async function resolve_resolveImage(spec, deps) {
    const request = await pins_pinnedRequestOf(spec, deps);
    const started = deps.clock.monotonicMs();
    const { source } = request;
    const found = source.kind === "image"
        ? await presentOrPulled(source.reference, spec, deps)
        : await buildOnce(request.template, source, { ...deps, pull: spec.pull });
    const provenance = await provenanceOf(found.image, deps);
    const version = provenance.version ?? request.version;
    return {
        template: request.template.name,
        image: found.reference,
        imageId: found.image.id,
        ...resolve_startOf(spec, request, found.image),
        env: { ...request.start.env, ...spec.env },
        writable: request.template.hardening?.writable ?? [],
        ...(found.image.user !== "" && { user: found.image.user }),
        ...foreignPlatformOf(found.image, deps),
        ...(version !== undefined && { version }),
        provenance,
        built: found.built,
        buildMs: found.waited ? deps.clock.monotonicMs() - started : 0,
        key: found.key,
    };
}
async function presentOrPulled(reference, spec, deps) {
    judgeImage(deps.imagePolicy, reference);
    const found = await provideImage(reference, spec.pull, deps, spec.platform);
    const { image, pulled } = found;
    return { reference: found.reference, image, built: false, waited: pulled, key: image.id };
}
/** Said aloud, for such a server runs only where the engine's host emulates the platform. */
function foreignPlatformOf({ platform }, { engine, onProgress }) {
    const own = `${engine.info.os}/${engine.info.arch}`;
    if (platform === own) {
        return {};
    }
    onProgress(`the image is for ${platform}, the engine runs ${own}: it starts only with emulation`);
    return { foreignPlatform: platform };
}
/** The run file's `command` replaces everything; its `args` come after what is there already. */
function resolve_startOf(spec, request, image) {
    if (spec.command !== undefined) {
        return { entrypoint: spec.command, command: spec.args };
    }
    const { entrypoint, command = entrypoint === undefined ? image.command : [] } = request.start;
    const replaced = request.start.command !== undefined || spec.args.length > 0;
    return {
        ...(entrypoint !== undefined && { entrypoint }),
        ...(replaced && { command: [...command, ...spec.args] }),
    };
}

;// CONCATENATED MODULE: ./build/registry/version/ask.js


/** An index that has not answered by then is not there. */
const patienceMs = 15_000;
/** The longest lists of npm are some 10 MB. */
const ask_mostBytes = (/* unused pure expression or super */ null && (64 * 2 ** 20));
const mostRedirects = 5;
/**
 * One GET, through the environment's proxy, trusting what the host trusts; redirects are followed, other statuses are replies.
 *
 * Rejects PACKAGE_INDEX_UNREACHABLE with the cause; a user and password in the address never stand in a message.
 */
async function ask_ask(question, options) {
    let url = question.url;
    for (let redirects = 0; redirects <= mostRedirects; redirects += 1) {
        const sameHost = URL.parse(url)?.host === URL.parse(question.url)?.host;
        const reply = await get({ ...question, url }, sameHost, options);
        const { location } = reply.headers;
        if (reply.status < 300 || reply.status >= 400 || location === undefined) {
            return reply;
        }
        url = new URL(location, url).href;
    }
    throw ask_unreachable(question.url, `it redirects more than ${mostRedirects} times`);
}
/** The fault of an index that gave no usable answer. */
function ask_unreachable(url, why, cause) {
    return new Fault("PACKAGE_INDEX_UNREACHABLE", `GET ${plain(url)}: ${why}`, { cause });
}
async function get(question, known, options) {
    const parsed = URL.parse(question.url);
    if (parsed === null || !["http:", "https:"].includes(parsed.protocol)) {
        throw ask_unreachable(question.url, "this is no http or https address");
    }
    const limit = AbortSignal.timeout(patienceMs);
    const signal = AbortSignal.any([limit, ...(options.signal ? [options.signal] : [])]);
    try {
        const answer = await opened(parsed, headersOf(question, parsed, known), options, signal);
        return {
            status: answer.statusCode ?? 0,
            headers: answer.headers,
            text: await textOf(answer),
        };
    }
    catch (thrown) {
        options.signal?.throwIfAborted();
        throw ask_unreachable(question.url, limit.aborted ? `no answer within ${patienceMs / 1_000} s` : causeOf(thrown), thrown);
    }
}
function headersOf({ accept, authorization }, { username, password }, known) {
    const own = username === ""
        ? undefined
        : `Basic ${Buffer.from(`${decodeURIComponent(username)}:${decodeURIComponent(password)}`).toString("base64")}`;
    // Whoever an index redirects to is not whom the user trusts with a password.
    const login = known ? (authorization ?? own) : undefined;
    return {
        accept,
        "user-agent": "docker-mcp-manager",
        ...(login === undefined ? {} : { authorization: login }),
    };
}
async function opened(url, headers, { indexes }, signal) {
    const secure = url.protocol === "https:";
    const { Agent, request } = secure ? await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 44708, 19)) : await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 37067, 19));
    const agent = new Agent({
        proxyEnv: indexes.proxies,
        ...(secure ? { ca: await trusted() } : {}),
    });
    return new Promise((resolve, reject) => {
        request(url, { agent, headers, signal, auth: undefined }, resolve).on("error", reject).end();
    });
}
/** What Node.js trusts, and what the host does: a company's proxy has an authority of its own. */
async function trusted() {
    const { getCACertificates } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 41692, 19));
    return [...getCACertificates("default"), Buffer.from(await hostCaBundle()).toString()];
}
async function textOf(answer) {
    const chunks = [];
    let bytes = 0;
    for await (const chunk of answer) {
        const part = chunk;
        bytes += part.byteLength;
        if (bytes > ask_mostBytes) {
            answer.destroy();
            throw new Error(`the answer is longer than ${ask_mostBytes} bytes`);
        }
        chunks.push(part);
    }
    return Buffer.concat(chunks).toString();
}
/** The words of the last cause: the first ones only say that something failed. */
function causeOf(thrown) {
    if (!(thrown instanceof Error)) {
        return String(thrown);
    }
    if (thrown instanceof AggregateError && thrown.errors.length > 0) {
        return causeOf(thrown.errors[0]);
    }
    return thrown.cause instanceof Error ? causeOf(thrown.cause) : thrown.message;
}
function plain(url) {
    const parsed = URL.parse(url);
    if (parsed === null) {
        return "an address that is none";
    }
    parsed.username = "";
    parsed.password = "";
    parsed.search = "";
    return parsed.href;
}

;// CONCATENATED MODULE: ./build/registry/version/clients.js
const clients_clients = {
    npm: {
        index: "The npm registry",
        variables: ["npm_config_registry", "NPM_CONFIG_REGISTRY"],
        command: ["npm", "config", "get", "registry"],
        address: /^(https?:\S+)/m,
    },
    pypi: {
        index: "The Python package index",
        variables: ["UV_DEFAULT_INDEX", "UV_INDEX_URL", "PIP_INDEX_URL"],
        // `pip config` knows only what was set; its help also tells what it falls back to.
        command: ["python3", "-m", "pip", "install", "--help"],
        environment: { COLUMNS: "1000" },
        address: /--index-url\b[^(]{0,120}\(default (https?:[^\s)]+)\)/,
    },
    go: {
        index: "The Go module proxy",
        variables: ["GOPROXY"],
        command: ["go", "env", "GOPROXY"],
        environment: { GOTOOLCHAIN: "local" },
        address: /^(\S+)/m,
    },
    crates: {
        index: "The crates index",
        variables: ["CARGO_REGISTRIES_CRATES_IO_INDEX"],
        // Cargo has no word for it, but tells what it fetches; its settings may have replaced the source.
        command: ["cargo", "info", "serde"],
        environment: { CARGO_LOG: "network=debug", CARGO_NET_RETRY: "0" },
        address: /\bfetch (https?:\S+)\/config\.json\b/,
    },
    maven: {
        index: "The Maven repository",
        variables: ["MAVEN_MIRROR"],
        command: ["mvn", "--batch-mode", "--offline", "--debug", "validate"],
        files: {
            "pom.xml": "<project><modelVersion>4.0.0</modelVersion><groupId>a</groupId><artifactId>a</artifactId><version>1</version><packaging>pom</packaging></project>",
        },
        address: /Repositories \(dependencies\): \[\S+ \((https?:[^,\s]+),/,
    },
};

;// CONCATENATED MODULE: ./build/registry/version/order.js
/** Newest first by Semantic Versioning; what is no such version comes last, by its words. */
async function newestSemantic(versions) {
    const { default: semver } = await __webpack_require__.e(/* import() */ 88).then(__webpack_require__.t.bind(__webpack_require__, 62088, 19));
    return versions.toSorted((a, b) => {
        const [known, other] = [semver.valid(a) !== null, semver.valid(b) !== null];
        return known && other
            ? semver.rcompare(a, b)
            : Number(other) - Number(known) || compareKeys(wordsOf(b), wordsOf(a));
    });
}
/** Newest first by the rules of Python's packages (PEP 440): dev < a < b < rc < release < post. */
function newestPython(versions) {
    return versions.toSorted((a, b) => compareKeys(pythonKey(b), pythonKey(a)));
}
/** Newest first by the numbers in it; 1.0-rc1 is before 1.0, and what has no number at all comes last. */
function order_newestNatural(versions) {
    const numbered = (version) => Number(/\d/.test(version));
    return versions.toSorted((a, b) => numbered(b) - numbered(a) || compareKeys(wordsOf(b), wordsOf(a)));
}
const pythonForm = /^v?(?:(\d+)!)?(\d+(?:\.\d+)*)(?:[-_.]?(a|b|c|rc|alpha|beta|pre|preview)[-_.]?(\d*))?(?:-(\d+)|[-_.]?(post|rev|r)[-_.]?(\d*))?(?:[-_.]?(dev)[-_.]?(\d*))?(?:\+.*)?$/i;
const preStages = { a: 1, alpha: 1, b: 2, beta: 2 };
function pythonKey(version) {
    const match = pythonForm.exec(version);
    if (match === null) {
        return [-1, ...wordsOf(version)];
    }
    const [, epoch = "0", release = "", pre, preNumber, dash, post, postNumber, dev, devNumber] = match;
    const isPost = dash !== undefined || post !== undefined;
    // A development release of nothing else comes before every pre-release.
    const stage = pre === undefined
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
function wordsOf(version) {
    const parts = version.toLowerCase().match(/\d+|[a-z]+/g) ?? [];
    return parts.map((part) => {
        const rank = before.indexOf(part);
        return /^\d/.test(part) ? Number(part) : rank === -1 ? part : rank - before.length;
    });
}
/** A shorter one stands before a longer one, unless what the longer one goes on with is a word such as rc. */
function compareKeys(a, b) {
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

;// CONCATENATED MODULE: ./build/registry/version/image-tags.js



/** Tags of more pages than this are not read: nobody chooses among so many. */
const mostPages = 20;
/**
 * The tags of an image's repository, newest number first; undefined when its registry knows no such repository.
 *
 * Anonymous. Rejects PACKAGE_INDEX_UNREACHABLE, also when the registry wants a login.
 */
async function image_tags_imageTags(reference, options) {
    const { host, repository } = image_tags_placeOf(mirrored(reference, options.registryMirror) ?? reference);
    // The engine, too, asks a registry on the loopback address without TLS.
    const scheme = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::|$)/.test(host) ? "http" : "https";
    const tags = [];
    let authorization;
    let url = `${scheme}://${host}/v2/${repository}/tags/list?n=1000`;
    for (let page = 0; page < mostPages && url !== undefined; page += 1) {
        const accept = "application/json";
        const question = { url, accept, ...(authorization === undefined ? {} : { authorization }) };
        let reply = await ask(question, options);
        if (reply.status === 401 && authorization === undefined) {
            authorization = await tokenFor(reply, url, options);
            reply = await ask({ ...question, authorization }, options);
        }
        if (reply.status === 404) {
            return undefined;
        }
        if (reply.status !== 200) {
            throw unreachable(url, wordsFor(reply.status));
        }
        tags.push(...tagsIn(reply.text, url));
        const next = /<([^<>]+)>\s*;\s*rel="?next"?/.exec(String(reply.headers["link"] ?? ""))?.[1];
        url = next === undefined ? undefined : new URL(next, url).href;
    }
    return newestNatural(tags);
}
/** Where an image's repository is; a reference without a registry is Docker Hub's. */
function image_tags_placeOf(reference) {
    const name = reference.replace(/@.*$/, "").replace(/:[^/:]*$/, "");
    const [first = "", ...rest] = name.split("/");
    if (rest.length > 0 && (/[.:]/.test(first) || first === "localhost")) {
        const host = first === "docker.io" ? "registry-1.docker.io" : first;
        return { host, repository: rest.join("/") };
    }
    return {
        host: "registry-1.docker.io",
        repository: rest.length === 0 ? `library/${name}` : name,
    };
}
/** A token for everyone, from where the registry says that tokens are given. */
async function tokenFor(reply, url, options) {
    const challenge = String(reply.headers["www-authenticate"] ?? "");
    const field = (name) => new RegExp(`\\b${name}="([^"]*)"`).exec(challenge)?.[1];
    const realm = field("realm");
    if (!/^bearer\b/i.test(challenge) || realm === undefined || URL.parse(realm) === null) {
        throw unreachable(url, wordsFor(401));
    }
    const address = new URL(realm);
    for (const name of ["service", "scope"]) {
        const value = field(name);
        if (value !== undefined) {
            address.searchParams.set(name, value);
        }
    }
    const answer = await ask({ url: address.href, accept: "application/json" }, options);
    const given = answer.status === 200 ? textMember(answer.text, "token", "access_token") : undefined;
    if (given === undefined) {
        throw unreachable(address.href, wordsFor(answer.status === 200 ? 401 : answer.status));
    }
    return `Bearer ${given}`;
}
function textMember(text, ...names) {
    const parsed = new Map(Object.entries(parse(text) ?? {}));
    return names.map((name) => parsed.get(name)).find((value) => typeof value === "string");
}
function tagsIn(text, url) {
    const tags = new Map(Object.entries(parse(text) ?? {})).get("tags");
    if (tags === null) {
        return [];
    }
    if (!Array.isArray(tags)) {
        throw unreachable(url, "the answer is no list of tags");
    }
    return tags.map(String);
}
function parse(text) {
    try {
        const value = JSON.parse(text);
        return typeof value === "object" && value !== null ? value : undefined;
    }
    catch {
        return undefined;
    }
}
function wordsFor(status) {
    return status === 401 || status === 403
        ? `it wants a login (${status}), and versions are only listed for everyone`
        : `it answered with status ${status}`;
}

;// CONCATENATED MODULE: ./build/registry/version/package-lists.js

const json = "application/json";
const npm = {
    questions: (name, index) => [
        // The short form of the document: the full one of a popular package is ten times as long.
        {
            url: `${index}/${name.replace("/", "%2f")}`,
            accept: `application/vnd.npm.install-v1+json; q=1.0, ${json}; q=0.8`,
        },
    ],
    read: (text) => newestSemantic(Object.keys(mapOf(mapOf(JSON.parse(text))["versions"]))),
    tags(text) {
        const tags = Object.entries(mapOf(mapOf(JSON.parse(text))["dist-tags"] ?? {}));
        return Object.fromEntries(tags.map(([tag, version]) => [tag, String(version)]));
    },
};
const pypi = {
    questions: (name, index) => [
        {
            url: `${index}/${pythonName(name)}/`,
            accept: "application/vnd.pypi.simple.v1+json, text/html; q=0.5",
        },
    ],
    read(text, name) {
        const files = text.trimStart().startsWith("{") ? filesOf(text) : linksOf(text);
        return newestPython([...new Set(files.flatMap((file) => fileVersion(file, name) ?? []))]);
    },
};
const package_lists_go = {
    // A package may lie in a folder of its module: the longest path that is a module holds it, as for the go command.
    questions: (name, index) => prefixes(name).map((path) => ({
        url: `${index}/${path.replace(/[A-Z]/g, (letter) => `!${letter.toLowerCase()}`)}/@v/list`,
        accept: "text/plain",
    })),
    read: (text) => newestSemantic(text.split("\n").filter((line) => line.trim() !== "")),
};
const crates = {
    questions: (name, index) => [
        { url: `${index}/${cratePath(name.toLowerCase())}`, accept: "text/plain" },
    ],
    read(text) {
        const releases = text
            .split("\n")
            .filter((line) => line.trim() !== "")
            .map((line) => mapOf(JSON.parse(line)));
        return newestSemantic(releases.filter((each) => each["yanked"] !== true).map((each) => String(each["vers"])));
    },
};
const maven = {
    questions(name, index) {
        const [group = "", artifact = ""] = name.split(":");
        return [
            {
                url: `${index}/${group.replaceAll(".", "/")}/${artifact}/maven-metadata.xml`,
                accept: "application/xml, text/xml",
            },
        ];
    },
    read(text) {
        if (!text.includes("<metadata")) {
            throw new Error("this is no maven-metadata.xml");
        }
        return order_newestNatural([...text.matchAll(/<version>([^<]+)<\/version>/g)].map((match) => (match[1] ?? "").trim())).filter((version, index, all) => all.indexOf(version) === index);
    },
};
/** Every kind of package whose versions are listed by one document. */
const package_lists_packageLists = {
    npm,
    pypi,
    go: package_lists_go,
    crates,
    maven,
};
function mapOf(value) {
    if (typeof value !== "object" || value === null || Array.isArray(value)) {
        throw new Error("a map was to be here");
    }
    return { ...value };
}
/** PEP 503: runs of - _ . are one -, in lower case. */
function pythonName(name) {
    return name.toLowerCase().replace(/[-_.]+/g, "-");
}
/** Names of the files that were not taken back. */
function filesOf(text) {
    const { files } = mapOf(JSON.parse(text));
    if (!Array.isArray(files)) {
        throw new Error("it has no list of files");
    }
    const all = files;
    return all
        .map(mapOf)
        .filter(({ yanked }) => yanked === undefined || yanked === false)
        .map(({ filename }) => String(filename));
}
/** The same from the older form, an HTML page of links. */
function linksOf(text) {
    return [...text.matchAll(/<a\b([^<>]*)>([^<]+)<\/a>/gi)]
        .filter(([, attributes = ""]) => !/\bdata-yanked\b/.test(attributes))
        .map(([, , file = ""]) => file.trim());
}
/** `a_b-1.2-py3-none-any.whl` and `a-b-1.2.tar.gz` are 1.2 of a-b. */
function fileVersion(file, name) {
    const wheel = /^(.+?)-([^-]+)(?:-\d[^-]*)?-[^-]+-[^-]+-[^-]+\.whl$/.exec(file);
    if (wheel !== null) {
        return wheel[2];
    }
    const bare = /^(.*)\.(?:tar\.(?:gz|bz2|xz)|zip)$/.exec(file)?.[1];
    const plain = pythonName(name);
    for (let at = bare?.lastIndexOf("-") ?? -1; at > 0; at = bare?.lastIndexOf("-", at - 1) ?? -1) {
        if (pythonName(bare?.slice(0, at) ?? "") === plain) {
            return bare?.slice(at + 1);
        }
    }
    return undefined;
}
/** `a/b/c` → a/b/c, a/b, a. */
function prefixes(path) {
    const parts = path.split("/");
    return parts.map((_, index) => parts.slice(0, parts.length - index).join("/"));
}
function cratePath(name) {
    return name.length <= 2
        ? `${name.length}/${name}`
        : name.length === 3
            ? `3/${name[0]}/${name}`
            : `${name.slice(0, 2)}/${name.slice(2, 4)}/${name}`;
}

;// CONCATENATED MODULE: ./build/registry/version/list.js






/**
 * What the template's versions are versions of, with these parameters.
 *
 * Throws USAGE when the template has no list of versions, or a parameter that names the package has no value.
 */
function versionSubject(template, values) {
    const source = template.version?.source ?? "image";
    const named = template.version?.name ?? template.image;
    if (named === undefined) {
        throw new Fault("USAGE", `Template "${template.name}" takes no version that could be listed.`);
    }
    const name = fillParameters(named, values);
    if (name === undefined) {
        throw new Fault("USAGE", `Versions of template "${template.name}" are those of ${named}, and this has no value.`, { hint: "Name it, for example --with package=NAME." });
    }
    return { source, name };
}
/**
 * Every version of a template's package, image or module that can be had, newest first.
 *
 * Rejects USAGE as `versionSubject`, PACKAGE_NOT_FOUND, PACKAGE_INDEX_UNREACHABLE.
 */
async function listVersions(template, values, deps) {
    return (await list_lookUp(template, values, deps)).versions;
}
/** As `listVersions`, with the words that stand for a version. */
async function list_lookUp(template, values, deps) {
    const { source, name } = versionSubject(template, values);
    const found = source === "image" ? await tagged(name, deps) : await listed(source, name, deps);
    if (found === undefined) {
        throw new Fault("PACKAGE_NOT_FOUND", `${source === "image" ? "The image's registry" : clients[source].index} knows no "${name}"`);
    }
    return found;
}
async function tagged(name, deps) {
    const versions = await imageTags(name, deps);
    return versions && { versions, tags: {} };
}
async function listed(source, name, deps) {
    const { questions, read, tags } = packageLists[source];
    const addresses = await deps.indexes.of(source);
    for (const question of addresses.flatMap((index) => questions(name, index))) {
        const reply = await ask(question, deps);
        if (reply.status === 404 || reply.status === 410) {
            continue;
        }
        if (reply.status !== 200) {
            throw unreachable(question.url, `it answered with status ${reply.status}`);
        }
        try {
            const versions = await read(reply.text, name);
            const known = versions.length === 0 && source === "go" ? await untagged(question, deps) : versions;
            return { versions: known, tags: tags?.(reply.text) ?? {} };
        }
        catch (thrown) {
            const why = thrown instanceof Error ? thrown.message : String(thrown);
            throw unreachable(question.url, `what it answered is no list of versions (${why})`, thrown);
        }
    }
    return undefined;
}
/** A module without any tag has one version, made up from its last commit. */
async function untagged(list, deps) {
    const url = list.url.replace(/\/@v\/list$/, "/@latest");
    const reply = await ask({ url, accept: "application/json" }, deps);
    const parsed = reply.status === 200 ? JSON.parse(reply.text) : {};
    const version = new Map(Object.entries(parsed ?? {})).get("Version");
    return typeof version === "string" ? [version] : [];
}

;// CONCATENATED MODULE: ./build/registry/version/newest.js


/**
 * The exact version that the template's version parameter stands for at this moment: itself when it is one, else what
 * the index says of the tag, `latest` or range.
 *
 * undefined: it cannot be told without installing; why is said through `onProgress`. Rejects PACKAGE_NOT_FOUND.
 */
async function newest_newestVersion(template, values, deps) {
    const asked = values[template.version?.parameter ?? ""] ?? "latest";
    const found = await lookUp(template, values, deps).catch((thrown) => {
        const fault = asFault(thrown);
        if (fault.code !== "PACKAGE_INDEX_UNREACHABLE") {
            throw thrown;
        }
        deps.onProgress(`which version ${asked} is cannot be asked (${fault.message}); what an image there is holds may be older`);
        return undefined;
    });
    if (found === undefined || found.versions.includes(asked)) {
        return found === undefined ? undefined : asked;
    }
    const { versions, tags } = found;
    if (tags[asked] !== undefined || asked === "latest") {
        return tags[asked] ?? versions.find(isStable) ?? versions[0];
    }
    const { default: semver } = await __webpack_require__.e(/* import() */ 88).then(__webpack_require__.t.bind(__webpack_require__, 62088, 19));
    const best = semver.maxSatisfying([...versions], asked);
    if (best === null) {
        deps.onProgress(`which version ${asked} is shows only when it is installed`);
    }
    return best ?? undefined;
}
/** Whether nothing in it says that it is not finished. */
function isStable(version) {
    return !/\d[-_.]?(?:a|b|c|m|cr|rc|pre|dev|alpha|beta|preview|milestone|snapshot)[-_.]?\d*(?:$|[-_.+])/i.test(version);
}

;// CONCATENATED MODULE: ./build/registry/lock/lock-server.js







/**
 * Builds a server as its part of the run file says now, and tells what that came to.
 *
 * Which version a range or tag names is asked of the package's index: an image once built for `latest` would stay as
 * it is. Rejects as `resolveImage`.
 */
async function lockServer(spec, deps) {
    const request = await pinnedRequestOf(spec, deps);
    const parameter = request.template.version?.parameter;
    const version = parameter === undefined ? undefined : await newestOf(request, spec, deps);
    const pins = {
        with: parameter === undefined || version === undefined ? {} : { [parameter]: version },
        bases: [],
        asOf: new Date(deps.clock.nowMs()).toISOString(),
    };
    return now(spec, { ...deps, pins });
}
/** What a locked server would now be that it was not when it was locked; its image is built or pulled for that. */
async function driftOf(spec, locked, deps) {
    return differencesOf(locked, await now(spec, { ...deps, pins: pinsOf(locked) }));
}
/** Hash of what an entry says about where its image comes from. */
function entryHash({ template, with: parameters, image, build }) {
    const sorted = Object.entries(parameters).toSorted(([a], [b]) => (a < b ? -1 : 1));
    const text = JSON.stringify([template ?? null, sorted, image ?? null, build ?? null]);
    return `sha256:${createHash("sha256").update(text).digest("hex")}`;
}
/** undefined: nobody can tell which version would be installed, so the build does. */
async function newestOf({ template }, spec, deps) {
    const values = parameterValues(template, spec.with);
    if (template.version === undefined ||
        fillParameters(template.version.name, values) === undefined) {
        return undefined;
    }
    return newestVersion(template, values, deps);
}
/** What a server comes to at this moment. */
async function now(spec, deps) {
    const request = await pinnedRequestOf(spec, deps);
    const { template, source } = request;
    const { engine } = deps;
    const resolved = await resolveImage(spec, deps);
    const { packages, bases } = resolved.provenance;
    const named = template.version?.name;
    const isPublished = named !== undefined &&
        fillParameters(named, parameterValues(template, spec.with)) !== undefined;
    const version = isPublished ? (resolved.version ?? null) : null;
    const parameter = template.version?.parameter;
    // The first package that a template lists is the server's own; built from the repository, it is the repository's.
    const isOwn = !isPublished && resolved.provenance.version !== null;
    const foreign = isOwn ? packages.slice(1) : packages;
    const asOf = asOfIn(request);
    return {
        entry: entryHash(spec),
        template: template.name,
        pin: version === null || parameter === undefined ? {} : { [parameter]: version },
        ...(asOf !== undefined && { as_of: asOf }),
        version,
        platform: platformOf(engine.info),
        ...(source.kind === "image" && {
            image: await lock_server_imageOf(resolved, engine),
        }),
        bases: bases.map(({ reference, id, digest }) => lockedImage(reference, id, digest)),
        packages: [
            ...new Set(foreign.map(({ type, name, version: exact }) => `${type}:${name}@${exact}`)),
        ].toSorted(),
    };
}
function lockedImage(reference, id, digest) {
    return { reference: nameOf(reference), ...(digest && { digest }), id };
}
/** The digest of a name is that of the image it means now, which need not be the one that was used. */
async function lock_server_imageOf({ image: reference, imageId: id }, engine) {
    const image = await engine.inspectImage(reference);
    return lockedImage(reference, id, image?.id === id ? image.digest : null);
}
/** Engines say the same architecture in two ways. */
const lock_server_architectures = { x86_64: "amd64", aarch64: "arm64" };
function platformOf({ os, arch }) {
    return `${os}/${lock_server_architectures[arch] ?? arch}`;
}

;// CONCATENATED MODULE: ./build/registry/plan-image.js


/** undefined: the server's image is not built but taken from elsewhere. Rejects as `resolveImage` does for bad input. */
async function planImage(spec, deps) {
    const { template, source } = await pins_pinnedRequestOf(spec, deps);
    if (source.kind === "image") {
        return undefined;
    }
    const { reference, key } = await planBuild(template, source, deps);
    const image = await deps.engine.inspectImage(reference);
    const present = image !== undefined && (await isCurrent(image, key, deps.engine));
    return { reference, key, present };
}

;// CONCATENATED MODULE: ./build/registry/settings.js




/** The settings that follow from the environment of a process, and a mirror of Docker Hub. Throws USAGE for a bad mirror. */
function registrySettings(environment, templatesFolder, mirror) {
    const caches = environment["XDG_CACHE_HOME"] ?? (0,external_node_path_.join)((0,external_node_os_.homedir)(), ".cache");
    return {
        templatesFolder,
        cacheFolder: (0,external_node_path_.join)(caches, "docker-mcp-manager"),
        hostArguments: hostArguments(environment),
        dockerConfig: environment["DOCKER_CONFIG"] || (0,external_node_path_.join)(environment["HOME"] || (0,external_node_os_.homedir)(), ".docker"),
        ...(mirror && { registryMirror: parseMirror(mirror) }),
    };
}

;// CONCATENATED MODULE: ./build/registry/supply/sbom.js



/** What packages the bill says of an image, when nobody lists them. */
const packagesProperty = "io.github.docker-mcp-manager:packages";
/**
 * The bill of materials of an image as CycloneDX 1.6 JSON: base images, the server's packages, the system's.
 *
 * The same image gives the same bytes. Made once (loading the library takes 100 ms), later read from the cache folder.
 */
async function sbomOf(billed, cacheFolder) {
    const { imageId } = billed.provenance;
    const what = `sbom-${createHash("sha256").update(billed.image).digest("hex").slice(0, 12)}`;
    return keptText({ cacheFolder, imageId, what }, (kept) => kept.trimEnd().endsWith("}"), () => cycloneDx(billed));
}
async function cycloneDx({ image, provenance }) {
    const { Enums, Models, Serialize, Spec, SPDX } = await library();
    const { packages, system, bases, imageId, version } = provenance;
    const root = new Models.Component(Enums.ComponentType.Container, image, {
        bomRef: "image",
        version: imageId,
    });
    const components = [
        ...bases.map(({ reference, id }) => new Models.Component(Enums.ComponentType.Container, reference, {
            bomRef: `base ${reference}`,
            version: id,
        })),
        ...unique([...packages, ...system]).map((each, index) => {
            const isServer = index === 0 && version !== null;
            const component = new Models.Component(isServer ? Enums.ComponentType.Application : Enums.ComponentType.Library, each.name, { bomRef: purlOf(each), purl: purlOf(each), version: each.version });
            if (each.licence !== undefined) {
                component.licenses.add(licenceOf(each.licence));
            }
            return component;
        }),
    ];
    for (const component of components) {
        root.dependencies.add(component.bomRef);
    }
    if (packages.length + system.length === 0) {
        root.properties.add(new Models.Property(packagesProperty, "unknown"));
    }
    const bom = new Models.Bom({
        serialNumber: serialNumber(image, imageId),
        metadata: new Models.Metadata({ component: root }),
        components: new Models.ComponentRepository(components),
    });
    const normalizers = new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6);
    const text = new Serialize.JsonSerializer(normalizers).serialize(bom, { sortLists: true });
    return `${text}\n`;
    function licenceOf(text) {
        const words = text.split(/ AND | OR |[()]/).map((word) => word.trim());
        if (SPDX.isSupportedSpdxId(text)) {
            return new Models.SpdxLicense(text);
        }
        return words.every((word) => word === "" || SPDX.isSupportedSpdxId(word))
            ? new Models.LicenseExpression(text)
            : new Models.NamedLicense(text);
    }
}
/**
 * Part by part, for the whole library looks for files beside itself, which a bundle has not; and by `default`, for the
 * bundle has no named exports of a CommonJS module, only Node.js finds them.
 */
async function library() {
    const [enums, models, serialize, spec, spdx] = await Promise.all([
        __webpack_require__.e(/* import() */ 820).then(__webpack_require__.t.bind(__webpack_require__, 6820, 19)),
        __webpack_require__.e(/* import() */ 320).then(__webpack_require__.t.bind(__webpack_require__, 50320, 19)),
        Promise.all(/* import() */[__webpack_require__.e(320), __webpack_require__.e(290), __webpack_require__.e(248)]).then(__webpack_require__.t.bind(__webpack_require__, 51248, 19)),
        Promise.all(/* import() */[__webpack_require__.e(320), __webpack_require__.e(321)]).then(__webpack_require__.t.bind(__webpack_require__, 94321, 19)),
        __webpack_require__.e(/* import() */ 290).then(__webpack_require__.t.bind(__webpack_require__, 61290, 19)),
    ]);
    return {
        Enums: enums.default,
        Models: models.default,
        Serialize: serialize.default,
        Spec: spec.default,
        SPDX: spdx.default,
    };
}
/** One of each: a package may be installed in several places. */
function unique(packages) {
    const seen = new Set();
    return packages.filter((each) => {
        const isNew = !seen.has(purlOf(each));
        seen.add(purlOf(each));
        return isNew;
    });
}
/** A UUID that follows from the image. */
function serialNumber(image, imageId) {
    const hex = createHash("sha256").update(`${image} ${imageId}`).digest("hex");
    const parts = [
        hex.slice(0, 8),
        hex.slice(8, 12),
        `8${hex.slice(13, 16)}`,
        `8${hex.slice(17, 20)}`,
    ];
    return `urn:uuid:${[...parts, hex.slice(20, 32)].join("-")}`;
}

;// CONCATENATED MODULE: ./build/registry/template/reference-page.js






/** Markdown reference of the built-in templates, and of what a template.yml holds. */
async function templatesPage(templatesFolder) {
    const shelf = await templateShelf({ templatesFolder });
    const templates = await Promise.all(shelf.names.map((name) => shelf.load(name)));
    return [
        reference_page_head,
        "| template | what it is for |\n|---|---|",
        ...templates.map(({ name, description }) => `| [\`${name}\`](#${name}) | ${cell(description)} |`),
        "",
        ...templates.map((template) => section(template, templatesFolder)),
        ownTemplates,
        ...keysOfTemplates(),
    ].join("\n");
}
const reference_page_head = (/* unused pure expression or super */ null && (`# Templates

<!-- Generated from the folders of templates/. Do not edit; run \`npm run generate\`. -->

A template says how a kind of server is built and started. A server of the run file names one, and gives it parameters:

\`\`\`yaml
servers:
  everything:
    template: npm
    with: { package: "@modelcontextprotocol/server-everything" }
\`\`\`

\`docker-mcp-manager templates\` lists them, \`templates NAME\` tells the parameters, \`templates --versions NAME --with …\` what
can be installed, and \`validate\` judges parameters without building anything. Every template has an example that is run with
a real server by the tests of this project.
`));
const ownTemplates = (/* unused pure expression or super */ null && (`## Templates of your own

A folder with a \`template.yml\`, and a \`Dockerfile\` when it builds. The run file names the folder, or the folder it lies in:

\`\`\`yaml
version: 1
templates: ./templates
servers:
  search: { template: our-search, with: { index: small } }
\`\`\`

\`\`\`yaml
# templates/our-search/template.yml
name: our-search
description: The search server, with an index of test data.
parameters:
  type: object
  properties:
    index: { type: string, enum: [small, large], default: small, description: Index to search in. }
build:
  from: source
  context: ./services/search
  args: { INDEX: "{{ index }}" }
server:
  transport: http
  http: { port: 8080 }
  secrets: [SEARCH_KEY]
  ready: { timeout: 2m }
\`\`\`

* \`{{ name }}\` in a text becomes the value of the parameter; a text that is nothing else gets the parameter as it is, a number too.
  What names a parameter without a value is left out.
* **\`server\`** holds where the server's entry in the run file says nothing. Maps are merged; of \`secrets\` both hold, except what the
  entry gives openly in \`env\`; a volume takes the place of the template's at the same path; any other list is the entry's own.
* **\`extends\`** builds on another template: only what differs is said.
* A template of the name of a built-in one is refused, except from a folder with \`override: true\`:
  \`templates: [{ folder: ./templates, override: true }]\`. It may extend the one whose place it takes.
* The folder lies inside the workspace. \`template.yml\`, \`README.md\` and \`example/\` are never sent to the engine.
* Over the manager's API, \`docker_register_template\` takes the same as text.
`));
function section(template, templatesFolder) {
    const { name, description, parameters, bases, version, hardening, server } = template;
    const rows = Object.entries(parameters.properties).map(([key, { type, enum: one, default: fallback, description: meaning }]) => `| \`${key}\` | ${one === undefined ? type : one.map((value) => `\`${value}\``).join(", ")} | ${parameters.required.includes(key)
        ? "**required**"
        : fallback === undefined
            ? ""
            : `\`${String(fallback)}\``} | ${cell(meaning)} |`);
    const choices = parameters.oneOf?.map(({ required }) => required.map((each) => `\`${each}\``).join(" with "));
    const notes = [
        ...(choices ? [`Exactly one of ${choices.join(" and ")} is given.`] : []),
        ...reference_page_listed("Built on", Object.values(bases)),
        ...(version?.supported ? [`Versions: \`${version.supported}\`.`] : []),
        ...(hardening?.user ? [`Runs as \`${hardening.user}\`.`] : []),
        ...reference_page_listed("Writes to", hardening?.writable ?? []),
        ...reference_page_listed("Says of its servers:", Object.keys(server)),
        `More in its [README](../templates/${name}/README.md).`,
    ];
    return [
        `## ${name}`,
        "",
        description,
        "",
        "| parameter | type | default | meaning |\n|---|---|---|---|",
        ...rows,
        "",
        notes.join(" "),
        "",
        ...example(join(templatesFolder, name, "example", "mcp-manager.yml")),
    ].join("\n");
}
function reference_page_listed(words, all) {
    return all.length === 0 ? [] : [`${words} ${all.map((each) => `\`${each}\``).join(", ")}.`];
}
/** The servers of the example; its scenarios are no matter here. */
function example(file) {
    if (!existsSync(file)) {
        return [];
    }
    const [, servers] = /^(servers:\n(?:(?: .*|#.*)?\n)*)/m.exec(readFileSync(file, "utf8")) ?? [];
    return servers === undefined ? [] : [`\`\`\`yaml\n${servers.trimEnd()}\n\`\`\``, ""];
}
function cell(text) {
    return text.replaceAll("|", "\\|").replaceAll("<", "&lt;").replaceAll(/\s+/g, " ").trim();
}
/** What a template.yml holds; keys with a default may be left out. */
function keysOfTemplates() {
    // The generator's type is wider than what our schemas make of it.
    const root = z.toJSONSchema(templateFile, { io: "input", target: "draft-2020-12" });
    const parameter = root.properties?.["parameters"]?.properties?.["properties"];
    const each = parameter?.additionalProperties;
    return [
        ...fieldSections(root, "template.yml"),
        "### template.yml.parameters.properties.NAME",
        "",
        ...(typeof each === "object" ? fieldSections(each, "NAME") : []),
    ];
}

;// CONCATENATED MODULE: ./build/registry/template/register.js




const maxFiles = 200;
const register_maxBytes = (/* unused pure expression or super */ null && (2 ** 20));
/**
 * Writes a template into a new folder below `root` when it is sound; nothing stays of one that is not.
 *
 * Rejects USAGE for a name or path that is none, TEMPLATE_NAME_TAKEN, TEMPLATE_INVALID with every problem at its line.
 */
async function writeTemplate(text, root, options) {
    const { name, override } = text;
    check(text);
    const there = await templateShelf(options);
    if (!override && there.names.includes(name)) {
        throw new Fault("TEMPLATE_NAME_TAKEN", `Template "${name}" cannot be registered: there is a ${there.origin(name)} one already.`);
    }
    const parent = await mkdtemp(join(root, "template-"));
    const source = { name, folder: join(parent, name), file: `${name}/template.yml` };
    try {
        for (const [path, content] of Object.entries({
            ...text.files,
            "template.yml": text.template,
        })) {
            await mkdir(dirname(join(source.folder, path)), { recursive: true });
            await writeFile(join(source.folder, path), content);
        }
        const registered = new Map(options.registered).set(name, source);
        await (await templateShelf({ ...options, registered })).load(name);
        return source;
    }
    catch (thrown) {
        await rm(parent, { recursive: true, force: true });
        throw thrown;
    }
}
function check({ name, template, files }) {
    const paths = Object.keys(files);
    const bytes = [template, ...Object.values(files)]
        .map((each) => Buffer.byteLength(each))
        .reduce((sum, each) => sum + each, 0);
    const problems = [
        ...(/^[a-z0-9][a-z0-9_-]{0,62}$/.test(name)
            ? []
            : [`${JSON.stringify(name)} is no name: 1 to 63 characters of a-z, 0-9, - and _`]),
        ...paths
            .filter((path) => !isPath(path))
            .map((path) => `${JSON.stringify(path)} is no path of a file in its folder`),
        ...(paths.length > maxFiles ? [`it has ${paths.length} files, more than ${maxFiles}`] : []),
        ...(bytes > register_maxBytes ? [`it has ${bytes} bytes, more than ${register_maxBytes}`] : []),
    ];
    if (problems.length > 0) {
        throw new Fault("USAGE", `The template cannot be registered: ${problems.join("; ")}.`);
    }
}
/** Below the folder, and nothing a file system could read as another place. */
function isPath(path) {
    const parts = path.split("/");
    return (path !== "template.yml" &&
        path.length <= 200 &&
        !/[\\\0]/.test(path) &&
        parts.every((part) => part !== "" && part !== "." && part !== ".."));
}

;// CONCATENATED MODULE: ./build/registry/template/run-file-schema.js



/** JSON Schema of the run file for editors: `with` of a server is that of its template when it is a built-in one. */
async function runFileSchema(templatesFolder) {
    const shelf = await templateShelf({ templatesFolder });
    const templates = await Promise.all(shelf.names.map((name) => shelf.load(name)));
    const root = jsonSchema();
    const servers = root.properties?.["servers"];
    const server = servers?.additionalProperties;
    if (servers === undefined || typeof server !== "object") {
        throw new Error("the schema of the run file has no servers");
    }
    const allOf = templates.map(({ name, parameters }) => {
        const condition = { properties: { template: { const: name } }, required: ["template"] };
        const consequence = {
            properties: { with: parametersSchema(parameters, orFilledIn) },
            ...(parameters.required.length > 0 && { required: ["with"] }),
        };
        // An object with a key `then` could be taken for a promise; nobody waits for this one.
        return Object.fromEntries(new Map([["if", condition]]).set("then", consequence));
    });
    const template = { ...server.properties?.["template"], examples: shelf.names };
    const withParameters = { ...server, properties: { ...server.properties, template }, allOf };
    return {
        ...root,
        properties: {
            ...root.properties,
            servers: { ...servers, additionalProperties: withParameters },
        },
    };
}
/** Or a text with `${…}`, which is judged when it is filled in. */
function orFilledIn(parameter) {
    const { description, default: fallback, examples, ...rest } = parameterSchema(parameter);
    return {
        description,
        ...(fallback === undefined ? {} : { default: fallback }),
        ...(examples === undefined ? {} : { examples }),
        anyOf: [rest, { type: "string", pattern: "\\$\\{" }],
    };
}

;// CONCATENATED MODULE: ./build/registry/template/run-file-shelf.js



/** The templates there are for a run file: its own, those registered, and those built in. */
function runFileShelf(options, request) {
    const { file, text, workspace } = request;
    const folders = (0,config/* writtenTemplates */.xx)(text, request);
    const own = { workspace, from: (0,external_node_path_.dirname)((0,external_node_path_.resolve)(workspace, file)), folders };
    return shelf_templateShelf({ ...options, ...(folders.length > 0 && { own }) });
}

;// CONCATENATED MODULE: ./build/registry/template/view.js


/** The templates of a shelf by name; one that is not sound is among them, with what is wrong. */
async function viewTemplates(shelf, names = shelf.names) {
    return Promise.all(names.map((name) => viewTemplate(shelf, name)));
}
async function viewTemplate(shelf, name) {
    const origin = shelf.origin(name) ?? "built-in";
    try {
        const template = await shelf.load(name);
        return {
            name,
            origin,
            description: template.description,
            parameters: parametersSchema(template.parameters),
            versions: template.version?.source ?? (template.image === undefined ? null : "image"),
            bases: Object.values(template.bases),
            server: template.server,
            problem: null,
        };
    }
    catch (thrown) {
        const { message } = asFault(thrown);
        const nothing = { description: "", parameters: {}, versions: null, bases: [], server: {} };
        return { name, origin, ...nothing, problem: message };
    }
}

;// CONCATENATED MODULE: ./build/registry/version/ask-client.js




/** Java alone takes seconds on a machine that is busy. */
const ask_client_patienceMs = 60_000;
/**
 * What a client prints as the address it takes packages from; undefined when it is not installed or does not say.
 *
 * It runs in an empty folder: settings of the folder we are in come with the repository, and some of them run programs.
 */
async function ask_client_askClient({ command, environment, files = {}, address }, own) {
    const folder = await mkdtemp(join(tmpdir(), "docker-mcp-manager-ask-"));
    try {
        for (const [name, text] of Object.entries(files)) {
            await writeFile(join(folder, name), text);
        }
        const printed = await printedBy(command, folder, { ...own, ...environment });
        return address.exec(printed)?.[1];
    }
    finally {
        await rm(folder, { recursive: true, force: true });
    }
}
/** All it prints, whatever it ends with: a package that is not found was looked for somewhere. */
function printedBy([program, ...args], cwd, env) {
    return new Promise((resolve) => {
        const child = execFile(program, args, { cwd, env, timeout: ask_client_patienceMs }, (_, out, err) => resolve(`${out}\n${err}`));
        child.stdin?.end();
    });
}

;// CONCATENATED MODULE: ./build/registry/version/indexes.js




/** The indexes that the environment names for npm, pip or uv, go, cargo and Maven, else those they say they use on this host. */
function packageIndexes(environment) {
    const known = new Map();
    const proxies = ["HTTPS_PROXY", "HTTP_PROXY", "NO_PROXY"].flatMap((name) => [
        name,
        name.toLowerCase(),
    ]);
    return {
        of(kind) {
            const addresses = known.get(kind) ?? addressesFor(clients[kind], environment);
            known.set(kind, addresses);
            return addresses;
        },
        proxies: Object.fromEntries(proxies.map((name) => [name, environment[name]])),
    };
}
async function addressesFor(client, environment) {
    const { index, variables, command } = client;
    const named = variables.map((name) => environment[name]).find((value) => value);
    const said = named ?? (await askClient(client, environment));
    if (said === undefined) {
        throw new Fault("PACKAGE_INDEX_UNREACHABLE", `${index} is not known: ${variables.join(" or ")} would name it, and ${command[0]} does not say here which one it uses`, { hint: `Set ${variables[0]} to its address.` });
    }
    const addresses = said
        .split(/[,|]/)
        .map((each) => withoutEndSlashes(each.trim().replace(/^sparse\+/, "")))
        .filter((each) => /^https?:/.test(each));
    if (addresses.length === 0) {
        throw new Fault("PACKAGE_INDEX_UNREACHABLE", `${index} cannot be asked: what ${variables.join(" or ")} says, or ${command[0]} itself, is no http address`, { hint: `Set ${variables[0]} to its address.` });
    }
    return addresses;
}

;// CONCATENATED MODULE: ./build/registry/index.js
// Templates, their parameters, and the images servers are started from: found, pulled or built.
// An unchanged server costs one round trip to the engine.



























/***/ }),

/***/ 26132:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Fc: () => (/* reexport */ compileSchema)
});

// UNUSED EXPORTS: equal, loadSpec, schemaDefect, specRevisionOf, specRevisions

// EXTERNAL MODULE: ./build/clock/index.js + 4 modules
var clock = __webpack_require__(56931);
// EXTERNAL MODULE: ./build/fault/index.js + 5 modules
var fault = __webpack_require__(440);
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
function pointerOf(parts) {
    return parts
        .map((part) => `/${String(part).replaceAll("~", "~0").replaceAll("/", "~1")}`)
        .join("");
}

;// CONCATENATED MODULE: ./build/schema/run.js

/** Thrown when a value takes more than `steps` to judge. */
class OutOfSteps extends Error {
}
function fail(run, keyword, message) {
    if (run.problems.length < run.limit) {
        run.problems.push({ pointer: pointerOf(run.path), message, keyword });
    }
    return false;
}
/** Checks a member or element under its key. */
function under(run, key, value, check) {
    run.path.push(key);
    const good = check(value, run);
    run.path.pop();
    return good;
}
/** Checks without keeping what is found; `found`, where given, receives it. */
function attempt(run, value, check, found) {
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
function kindOf(value) {
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
function showValue(value) {
    // Cut before it is turned into JSON, for it may be of many megabytes; an object is named, not shown.
    if (typeof value === "object" && value !== null && !isSmall(value)) {
        return kindOf(value);
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
const valueChecks = {
    type: (wanted) => {
        const types = typeof wanted === "string" ? [wanted] : wanted;
        return (value, run) => types.some((type) => isOf(type, value)) ||
            fail(run, "type", `is ${showKind(value)}, not ${kindsOf(types)}`);
    },
    const: (wanted) => (value, run) => equal(value, wanted) || fail(run, "const", `is ${showValue(value)}, not ${showValue(wanted)}`),
    enum: (wanted) => (value, run) => wanted.some((one) => equal(value, one)) ||
        fail(run, "enum", `is ${showValue(value)}, not one of ${wanted.slice(0, 12).map(showValue).join(", ")}`),
    minimum: (wanted) => number("minimum", (value) => value >= wanted, `less than ${wanted}`),
    maximum: (wanted) => number("maximum", (value) => value <= wanted, `more than ${wanted}`),
    exclusiveMinimum: (wanted) => number("exclusiveMinimum", (value) => value > wanted, `not more than ${wanted}`),
    exclusiveMaximum: (wanted) => number("exclusiveMaximum", (value) => value < wanted, `not less than ${wanted}`),
    multipleOf: (wanted) => number("multipleOf", (value) => Number.isInteger(value / wanted), `not a multiple of ${wanted}`),
    minLength: (wanted) => checks_text("minLength", (length) => length >= wanted, `shorter than ${wanted}`),
    maxLength: (wanted) => checks_text("maxLength", (length) => length <= wanted, `longer than ${wanted}`),
    minItems: (wanted) => (value, run) => !Array.isArray(value) ||
        value.length >= wanted ||
        fail(run, "minItems", `has ${value.length} elements, fewer than ${wanted}`),
    maxItems: (wanted) => (value, run) => !Array.isArray(value) ||
        value.length <= wanted ||
        fail(run, "maxItems", `has ${value.length} elements, more than ${wanted}`),
    minProperties: (wanted) => (value, run) => !isObject(value) ||
        Object.keys(value).length >= wanted ||
        fail(run, "minProperties", `has fewer than ${wanted} members`),
    maxProperties: (wanted) => (value, run) => !isObject(value) ||
        Object.keys(value).length <= wanted ||
        fail(run, "maxProperties", `has more than ${wanted} members`),
    required: (wanted) => (value, run) => {
        if (!isObject(value)) {
            return true;
        }
        const missing = wanted.find((key) => !Object.hasOwn(value, key));
        return missing === undefined || fail(run, "required", `has no ${showValue(missing)}`);
    },
};
function isObject(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
function isOf(type, value) {
    switch (type) {
        case "object":
            return isObject(value);
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
    return typeof value === "number" ? String(value) : kindOf(value);
}
function number(keyword, good, otherwise) {
    return (value, run) => typeof value !== "number" || good(value) || fail(run, keyword, `is ${value}, ${otherwise}`);
}
function checks_text(keyword, good, otherwise) {
    return (value, run) => {
        if (typeof value !== "string") {
            return true;
        }
        const length = lengthOf(value);
        return good(length) || fail(run, keyword, `has ${length} characters, is ${otherwise}`);
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
function object(members, others, closed) {
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
function items(first, rest) {
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
function anyOf(checks) {
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
function oneOf(checks) {
    const any = anyOf(checks);
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

;// CONCATENATED MODULE: ./build/schema/reference.js
/** What a `$ref` of the form `#` or `#/a/b` points to. */
function dereference(root, reference) {
    if (reference !== "#" && !reference.startsWith("#/")) {
        return { kind: "elsewhere" };
    }
    let place = root;
    for (const part of reference.split("/").slice(1)) {
        const key = unescaped(part);
        if (key === undefined ||
            typeof place !== "object" ||
            place === null ||
            !Object.hasOwn(place, key)) {
            return { kind: "missing" };
        }
        // An object or array with this very member, tested above.
        place = place[key];
    }
    return { kind: "found", schema: place };
}
function unescaped(part) {
    try {
        return decodeURIComponent(part).replaceAll("~1", "/").replaceAll("~0", "~");
    }
    catch {
        return undefined;
    }
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
async function compileWithLibrary(schema, dialect, formats, within) {
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
const maxDepth = 200;
const typeNames = ["array", "boolean", "integer", "null", "number", "object", "string"];
const soundness_text = (value) => typeof value === "string" ? undefined : `is ${kindOf(value)}, not a string`;
const flag = (value) => typeof value === "boolean" ? undefined : `is ${kindOf(value)}, not a boolean`;
const list = (value) => Array.isArray(value) ? undefined : `is ${kindOf(value)}, not an array`;
const soundness_number = (value) => typeof value === "number" ? undefined : `is ${kindOf(value)}, not a number`;
const size = (value) => Number.isInteger(value) && Number(value) >= 0
    ? undefined
    : `is ${showValue(value)}, not an integer of 0 or more`;
const positive = (value) => typeof value === "number" && value > 0
    ? undefined
    : `is ${showValue(value)}, not a number above 0`;
const names = (value) => Array.isArray(value) &&
    value.every((name) => typeof name === "string") &&
    new Set(value).size === value.length
    ? undefined
    : `is ${showValue(value)}, not an array of different strings`;
const types = (value) => {
    const all = Array.isArray(value) ? value : [value];
    const unknown = all.find((type) => !typeNames.some((name) => name === type));
    return all.length > 0 && unknown === undefined && new Set(all).size === all.length
        ? undefined
        : `is ${showValue(value)}, not one or more of ${typeNames.join(", ")}`;
};
/** What the value of each keyword must be; the keywords that hold schemas are below. */
const values = {
    type: types,
    required: names,
    enum: list,
    examples: list,
    multipleOf: positive,
    ...each("minimum maximum exclusiveMinimum exclusiveMaximum", soundness_number),
    ...each("minLength maxLength minItems maxItems minProperties maxProperties minContains maxContains", size),
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
        if (path.length > maxDepth) {
            return found("", `nests deeper than ${maxDepth} levels`);
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









const compile_maxBytes = 1024 * 1024;
const maxProblems = 5;
/** Some seconds of work on one value; an honest schema takes a few steps for each part of the value. */
const maxSteps = 20_000_000;
const compileBudgetMs = 2_000;
/**
 * Makes a JSON Schema (2020-12, or the draft-07 or draft-06 that it names) ready to judge values.
 *
 * Nothing is ever fetched: a `$ref` to another document makes it unsupported. It may refer to itself. `formats` says
 * whether `format` must hold too (yes); the specification leaves that to those who ask for it.
 */
async function compileSchema(schema, formats = true) {
    const dialect = dialect_dialectOf(schema);
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
    const problem = soundness_defectOf(schema, dialect);
    if (problem !== undefined) {
        return { kind: "invalid", problem };
    }
    const check = new checker_Checker(schema, dialect, formats).compile(schema);
    if (check !== undefined || !isObject(schema)) {
        return { kind: "compiled", validate: check === undefined ? () => [] : validateWith(check) };
    }
    try {
        const validate = await compileWithLibrary(schema, dialect, formats, (work) => (0,clock/* withBudget */.Y$)("JSON Schema", work, compileBudgetMs));
        return {
            kind: "compiled",
            validate: (value) => (0,clock/* withBudget */.Y$)("JSON Schema", () => notEndless(() => validate(value))).slice(0, maxProblems),
        };
    }
    catch (error) {
        return { kind: "unsupported", reason: reasonOf(error) };
    }
}
function validateWith(check) {
    return (value) => {
        const run = { path: [], problems: [], limit: maxProblems, steps: maxSteps };
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
            throw new fault/* Fault */.vC("NOT_JUDGEABLE", "JSON Schema too slow: it refers to itself without end, or doubles at each level");
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






/***/ }),

/***/ 33699:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  ee: () => (/* reexport */ bytes),
  p0: () => (/* reexport */ duration),
  Vl: () => (/* reexport */ fencedCode),
  mk: () => (/* reexport */ forCsv),
  zr: () => (/* reexport */ forFileName),
  B2: () => (/* reexport */ forHtml),
  fw: () => (/* reexport */ forJobLog),
  Bm: () => (/* reexport */ forMarkdown),
  SV: () => (/* reexport */ forTerminalLine),
  Z0: () => (/* reexport */ forXml),
  EQ: () => (/* reexport */ oneDecimal),
  LS: () => (/* reexport */ plural),
  KM: () => (/* reexport */ sparkline),
  uz: () => (/* reexport */ splitLines),
  tp: () => (/* reexport */ table),
  he: () => (/* reexport */ withoutEndSlashes)
});

// UNUSED EXPORTS: displayWidth, forTerminal, stripAnsi

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

;// CONCATENATED MODULE: ./build/text/end-slashes.js
/** The text without the slashes at its end; a pattern for it would take quadratic time on many slashes. */
function withoutEndSlashes(text) {
    let end = text.length;
    while (text[end - 1] === "/") {
        end -= 1;
    }
    return text.slice(0, end);
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
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
function duration(ms) {
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















/***/ })

};
