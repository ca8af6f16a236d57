export const id = 38;
export const ids = [38];
export const modules = {

/***/ 3660:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  mI: () => (/* reexport */ connectManager),
  VP: () => (/* reexport */ localClient),
  _S: () => (/* reexport */ serveHttp),
  L1: () => (/* reexport */ serveStdio)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/core/errors.js
var errors = __webpack_require__(7428);
// EXTERNAL MODULE: ./build/fault/index.js + 2 modules
var fault = __webpack_require__(2519);
// EXTERNAL MODULE: ./build/api/tools.js + 2 modules
var tools = __webpack_require__(5859);
;// CONCATENATED MODULE: ./build/api/local-client.js



/** The same tools without a wire, for a manager held in this process. */
function localClient(operations) {
    return {
        async call(name, input, context = {}) {
            const tool = tools/* tools */.Y.find((candidate) => candidate.name === name);
            if (tool === undefined) {
                throw new fault/* Fault */.vC("USAGE", `There is no tool "${name}".`);
            }
            const given = tool.input.safeParse(input);
            if (!given.success) {
                throw new fault/* Fault */.vC("USAGE", `${name}: ${errors/* prettifyError */.S1(given.error)}`);
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
    const { listenOnLoopback } = await Promise.all(/* import() */[__webpack_require__.e(164), __webpack_require__.e(797), __webpack_require__.e(169), __webpack_require__.e(851)]).then(__webpack_require__.bind(__webpack_require__, 3851));
    return listenOnLoopback(options);
}
/** Serves the tools over this process's stdin and stdout. */
async function serveStdio(operations, version) {
    const { serveOverStdio } = await Promise.all(/* import() */[__webpack_require__.e(164), __webpack_require__.e(797), __webpack_require__.e(950)]).then(__webpack_require__.bind(__webpack_require__, 1950));
    serveOverStdio(operations, version);
}

;// CONCATENATED MODULE: ./build/api/index.js




/***/ }),

/***/ 5859:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Y: () => (/* binding */ tools)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 2 modules
var schemas = __webpack_require__(8343);
// EXTERNAL MODULE: ./build/config/index.js + 25 modules
var config = __webpack_require__(4957);
// EXTERNAL MODULE: ./build/fault/index.js + 2 modules
var fault = __webpack_require__(2519);
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

/***/ 1038:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  mS: () => (/* reexport */ manager_Manager),
  iP: () => (/* reexport */ announcement_announce),
  cE: () => (/* reexport */ announcementFolder),
  E6: () => (/* reexport */ build_settings_buildSettings),
  nn: () => (/* reexport */ checkPaths),
  qq: () => (/* reexport */ runningManagers)
});

// UNUSED EXPORTS: runDaemon

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
// EXTERNAL MODULE: ./build/controller/index.js + 10 modules
var controller = __webpack_require__(1906);
;// CONCATENATED MODULE: ./build/manager/announcement.js



/** Writes the announcement, readable by this user alone; the result takes it back. */
function announcement_announce(folder, announcement) {
    (0,external_node_fs_.mkdirSync)(folder, { recursive: true, mode: 0o700 });
    const file = (0,external_node_path_.join)(folder, `${announcement.runId}.json`);
    (0,external_node_fs_.writeFileSync)(file, JSON.stringify(announcement), { mode: 0o600, flag: "wx" });
    return () => (0,external_node_fs_.rmSync)(file, { force: true });
}
/** Managers that are alive; what dead ones left is removed. */
function runningManagers(folder) {
    let names;
    try {
        names = (0,external_node_fs_.readdirSync)(folder);
    }
    catch {
        return [];
    }
    return names.flatMap((name) => {
        const file = (0,external_node_path_.join)(folder, name);
        const announcement = readAnnouncement(file);
        if (announcement === undefined || !(0,controller/* isOwnerAlive */.Jc)(announcement.owner)) {
            (0,external_node_fs_.rmSync)(file, { force: true });
            return [];
        }
        return [announcement];
    });
}
/** One folder per user, gone with the login session where the system has such a place. */
function announcementFolder(environment) {
    return environment.XDG_RUNTIME_DIR
        ? (0,external_node_path_.join)(environment.XDG_RUNTIME_DIR, "docker-mcp-manager")
        : (0,external_node_path_.join)(environment.temporary, `docker-mcp-manager-${environment.userId}`);
}
function readAnnouncement(file) {
    try {
        // Written by `announce` of the same user; a torn file is treated as absent.
        const value = JSON.parse((0,external_node_fs_.readFileSync)(file, "utf8"));
        return typeof value.url === "string" && typeof value.owner === "string" ? value : undefined;
    }
    catch {
        return undefined;
    }
}

// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(8161);
;// CONCATENATED MODULE: ./build/manager/build-settings.js


/** What image builds take over from the environment of the process that holds the manager. */
function build_settings_buildSettings(environment) {
    const npmRegistry = environment["npm_config_registry"] ?? environment["NPM_CONFIG_REGISTRY"];
    const caches = environment["XDG_CACHE_HOME"] ?? (0,external_node_path_.join)((0,external_node_os_.homedir)(), ".cache");
    return {
        cacheFolder: (0,external_node_path_.join)(caches, "docker-mcp-manager"),
        buildEnvironment: npmRegistry ? { npmRegistry } : {},
    };
}

// EXTERNAL MODULE: ./build/fault/index.js + 2 modules
var build_fault = __webpack_require__(2519);
// EXTERNAL MODULE: external "node:vm"
var external_node_vm_ = __webpack_require__(714);
;// CONCATENATED MODULE: ./build/scenario/budget.js


const budgetMs = 100;
/** On a loaded machine the 100 ms may pass while we hardly run at all; then they are granted anew. */
const attempts = 5;
let script;
let context;
/**
 * Does synchronous work that may take for ever, such as a regular expression on foreign text, for at most
 * 100 ms of processor time.
 *
 * V8 ends code of a `vm` script at its timeout, also inside a regular expression; entering costs about 0.2 ms.
 * Throws NOT_JUDGEABLE, its message beginning with `what`, when the time is over.
 */
function withBudget(what, work) {
    for (let attempt = 1;; attempt += 1) {
        const before = process.threadCpuUsage();
        try {
            return runWithTimeout(work);
        }
        catch (error) {
            if (!isTimeout(error)) {
                throw error;
            }
            const used = process.threadCpuUsage(before);
            if (attempt === attempts || used.user + used.system >= (budgetMs * 1000) / 2) {
                throw new build_fault/* Fault */.vC("NOT_JUDGEABLE", `${what} too slow: given up after ${budgetMs} ms`);
            }
        }
    }
}
function runWithTimeout(work) {
    script ??= new external_node_vm_.Script("work()");
    context ??= (0,external_node_vm_.createContext)(Object.create(null));
    const results = [];
    context["work"] = () => {
        results.push(work());
    };
    try {
        script.runInContext(context, { timeout: budgetMs });
    }
    finally {
        context["work"] = undefined;
    }
    // The script has run to its end, so exactly one result is there.
    return results[0];
}
function isTimeout(error) {
    // An error made by the vm module, perhaps in the script's realm: only its code is reliable.
    return error?.code === "ERR_SCRIPT_EXECUTION_TIMEOUT";
}

;// CONCATENATED MODULE: ./build/scenario/json-path.js


/** Functions, filters, wildcards and descents may take long on a large answer; names and indices cannot. */
const mayBeSlow = /[(?*]|\.\./;
/**
 * All values at a JSONPath (RFC 9535), in document order.
 *
 * Throws NOT_JUDGEABLE when the path is no JSONPath, is too slow, or descends deeper than 50 levels.
 */
async function valuesAt(path, document) {
    // Loading takes 7 ms, so only a run that uses a path pays for it.
    const jsonPath = await __webpack_require__.e(/* import() */ 393).then(__webpack_require__.t.bind(__webpack_require__, 393, 19));
    const work = () => jsonPath.query(path, document).values();
    try {
        return mayBeSlow.test(path) ? withBudget(`JSONPath ${path}`, work) : work();
    }
    catch (error) {
        if (error instanceof jsonPath.JSONPathError || error instanceof RangeError) {
            throw new build_fault/* Fault */.vC("NOT_JUDGEABLE", `JSONPath ${path}: ${error.message}`, { cause: error });
        }
        throw error;
    }
}
/** What is wrong with a JSONPath, or undefined when it is sound. */
async function jsonPathProblem(path) {
    const jsonPath = await __webpack_require__.e(/* import() */ 393).then(__webpack_require__.t.bind(__webpack_require__, 393, 19));
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
}

;// CONCATENATED MODULE: ./build/scenario/show.js
const longestShown = 500;
/** Secrets are removed from this many times what is kept, so that no cut leaves half of one. */
const margin = 4;
/** Text as at most `longest` UTF-16 units; what is cut says how much there was. */
function cut(text, longest, length = text.length) {
    if (text.length <= longest) {
        return text;
    }
    const lastUnit = text.charCodeAt(longest - 1);
    const end = lastUnit >= 0xd800 && lastUnit <= 0xdbff ? longest - 1 : longest;
    return `${text.slice(0, end)}… (${length} characters in all)`;
}
/** Text cut after `redact` has seen well beyond the cut. */
function cutRedacted(text, longest, redact) {
    return cut(redact(text.slice(0, longest * margin)), longest, text.length);
}
/** JSON of a value; says so instead when the value is nested deeper than the stack allows. */
function toJson(value) {
    try {
        return JSON.stringify(value) ?? "nothing";
    }
    catch (error) {
        if (error instanceof RangeError) {
            return "(nested too deeply to show)";
        }
        throw error;
    }
}
/** How values are shown when `redact` removes secrets. */
function showWith(redact) {
    return (value) => cutRedacted(toJson(value), longestShown, redact);
}
/** Several lines as one, for reasons that stand in tables and annotations. */
function oneLine(text) {
    return text
        .split(/[\r\n\u2028\u2029\v\f\u0085]+/)
        .map((line) => line.trim())
        .filter((line) => line !== "")
        .join(" | ");
}

// EXTERNAL MODULE: ./build/config/index.js + 25 modules
var config = __webpack_require__(4957);
;// CONCATENATED MODULE: ./build/scenario/fill.js



const wholePlaceholder = new RegExp(`^${config/* captureReference */.WN.source}$`);
/**
 * Fills `{{ name }}` in every string of a JSON value from captures.
 *
 * A string that is one placeholder becomes the captured value with its type; inside longer text, text stands as
 * it is and everything else as JSON. Keys are never filled, and what is filled in is not filled again. Throws
 * RUN_FILE_INVALID for a name that was not captured.
 */
function fill(value, captures) {
    if (typeof value === "string") {
        return fillText(value, captures);
    }
    if (Array.isArray(value)) {
        return value.map((element) => fill(element, captures));
    }
    if (typeof value === "object" && value !== null) {
        // fromEntries defines own keys, so `__proto__` stays a key like any other.
        return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, fill(member, captures)]));
    }
    return value;
}
function fillText(text, captures) {
    const whole = wholePlaceholder.exec(text)?.[1];
    if (whole !== undefined) {
        return captured(whole, captures);
    }
    return text.replace(config/* captureReference */.WN, (_, name) => {
        const value = captured(name, captures);
        return typeof value === "string" ? value : toJson(value);
    });
}
function captured(name, captures) {
    if (!captures.has(name)) {
        const known = [...captures.keys()].join(", ") || "nothing";
        throw new build_fault/* Fault */.vC("RUN_FILE_INVALID", `{{ ${name} }} was not captured before; captured: ${known}`);
    }
    return captures.get(name);
}

;// CONCATENATED MODULE: ./build/scenario/place.js

/** Looks up a place (`text`, `error.code`, …, or a JSONPath into the result) in an answer. */
async function lookUp(place, reply, show) {
    switch (place) {
        case "duration":
            return present(reply.durationMs);
        case "bytes":
            return present(reply.bytes);
        case "error":
            return present(reply.kind === "error");
        case "error.code":
            return reply.kind === "error" ? present(reply.error.code) : absent("no JSON-RPC error");
        case "error.message":
            return reply.kind === "error" ? present(reply.error.message) : absent("no JSON-RPC error");
        default:
            return reply.kind === "error"
                ? absent(`no result but JSON-RPC error ${reply.error.code}: ${show(reply.error.message)}`)
                : lookUpInResult(place, reply.result, show);
    }
}
/** All text blocks of a tool result, joined by newlines; undefined when there is none. */
function textOf(result) {
    const content = member(result, "content");
    if (!Array.isArray(content)) {
        return undefined;
    }
    const texts = content
        .filter((block) => member(block, "type") === "text")
        .map((block) => member(block, "text"))
        .filter((text) => typeof text === "string");
    return texts.length === 0 ? undefined : texts.join("\n");
}
/** Whether a tool result says that the tool failed. */
function isToolError(result) {
    return member(result, "isError") === true;
}
async function lookUpInResult(place, result, show) {
    if (place.startsWith("$")) {
        const values = await valuesAt(place, result);
        if (values.length === 0) {
            return absent(`nothing found in ${show(result)}`);
        }
        return present(values.length === 1 ? values[0] : values);
    }
    switch (place) {
        case "text": {
            const text = textOf(result);
            return text === undefined ? absent(`no text in ${show(result)}`) : present(text);
        }
        case "is_error":
            return present(isToolError(result));
        case "structured": {
            const structured = member(result, "structuredContent");
            return structured === undefined ? absent("no structuredContent") : present(structured);
        }
        default:
            return absent(`no place called ${place}`);
    }
}
function member(value, key) {
    return typeof value === "object" && value !== null && Object.hasOwn(value, key)
        ? value[key]
        : undefined;
}
function present(value) {
    return { found: true, value };
}
function absent(why) {
    return { found: false, why };
}

;// CONCATENATED MODULE: ./build/scenario/difference.js
/**
 * The first places where two JSON values differ, at most `limit`; none means they are equal.
 *
 * The order of keys does not matter, types do: 1 is not "1". Own keys only, so `__proto__` is a key like
 * any other. Walks with a list instead of recursion, because a server may answer with any depth.
 */
function differences(expected, actual, limit = 1) {
    const found = [];
    const todo = [{ pointer: "", expected, actual }];
    for (let pair = todo.pop(); pair !== undefined && found.length < limit; pair = todo.pop()) {
        if (Array.isArray(pair.expected) && Array.isArray(pair.actual)) {
            pushElements(pair.pointer, pair.expected, pair.actual, todo, found);
        }
        else if (isObject(pair.expected) && isObject(pair.actual)) {
            pushMembers(pair.pointer, pair.expected, pair.actual, todo, found);
        }
        else if (pair.expected !== pair.actual) {
            found.push(pair);
        }
    }
    return found.slice(0, limit);
}
/** Whether two JSON values are equal; key order is irrelevant, types are not. */
function equal(expected, actual) {
    return differences(expected, actual).length === 0;
}
function pushElements(pointer, expected, actual, todo, found) {
    const shared = Math.min(expected.length, actual.length);
    if (expected.length > shared) {
        found.push({ pointer: `${pointer}/${shared}`, expected: expected[shared] });
    }
    else if (actual.length > shared) {
        found.push({ pointer: `${pointer}/${shared}`, actual: actual[shared] });
    }
    for (let index = shared - 1; index >= 0; index -= 1) {
        todo.push({
            pointer: `${pointer}/${index}`,
            expected: expected[index],
            actual: actual[index],
        });
    }
}
function pushMembers(pointer, expected, actual, todo, found) {
    for (const key of Object.keys(actual)) {
        if (!Object.hasOwn(expected, key)) {
            found.push({ pointer: `${pointer}/${token(key)}`, actual: actual[key] });
        }
    }
    for (const key of Object.keys(expected).reverse()) {
        const place = `${pointer}/${token(key)}`;
        if (Object.hasOwn(actual, key)) {
            todo.push({ pointer: place, expected: expected[key], actual: actual[key] });
        }
        else {
            found.push({ pointer: place, expected: expected[key] });
        }
    }
}
function token(key) {
    return key.replaceAll("~", "~0").replaceAll("/", "~1");
}
function isObject(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./build/scenario/predicate.js


const differencesShown = 3;
/**
 * Applies a predicate to a value.
 *
 * A value of a kind that the predicate cannot look into does not satisfy it. Throws NOT_JUDGEABLE when a
 * pattern is too slow.
 */
function judge(predicate, expected, actual, show) {
    switch (predicate) {
        case "equals":
            return judgeEquals(expected, actual, show);
        case "contains":
            return judgeContains(expected, actual, show);
        case "matches":
            return judgeMatches(expected, actual, show);
        case "above":
            return judgeBound(actual, show, (number) => typeof expected === "number" && number > expected);
        case "below":
            return judgeBound(actual, show, (number) => typeof expected === "number" && number < expected);
        default:
            return predicate;
    }
}
function judgeEquals(expected, actual, show) {
    const found = differences(expected, actual, differencesShown + 1);
    const first = found[0];
    if (first === undefined || first.pointer === "") {
        return { ok: first === undefined, actual: show(actual) };
    }
    const shown = found.slice(0, differencesShown).map((difference) => describe(difference, show));
    const more = found.length > differencesShown ? "; and more" : "";
    return { ok: false, actual: `${show(actual)} (${shown.join("; ")}${more})` };
}
function describe(difference, show) {
    const { pointer, expected, actual } = difference;
    if (!("actual" in difference)) {
        return `${pointer} is missing, expected ${show(expected)}`;
    }
    if (!("expected" in difference)) {
        return `${pointer} is ${show(actual)}, expected nothing there`;
    }
    return `${pointer} is ${show(actual)}, expected ${show(expected)}`;
}
function judgeContains(expected, actual, show) {
    if (Array.isArray(actual)) {
        return { ok: actual.some((element) => equal(expected, element)), actual: show(actual) };
    }
    if (typeof actual !== "string") {
        return { ok: false, actual: `${show(actual)}, neither text nor an array` };
    }
    return typeof expected === "string"
        ? { ok: actual.includes(expected), actual: show(actual) }
        : { ok: false, actual: `${show(actual)}, which is text and contains only text` };
}
function judgeMatches(expected, actual, show) {
    if (typeof actual !== "string") {
        return { ok: false, actual: `${show(actual)}, not text` };
    }
    const source = String(expected);
    const ok = withBudget(`pattern ${show(source)}`, () => new RegExp(source, "u").test(actual));
    return { ok, actual: show(actual) };
}
function judgeBound(actual, show, holds) {
    return typeof actual === "number"
        ? { ok: holds(actual), actual: show(actual) }
        : { ok: false, actual: `${show(actual)}, not a number` };
}

;// CONCATENATED MODULE: ./build/scenario/unasked.js

/**
 * What fails an answer whose step says nothing about errors: a JSON-RPC error, or a tool result with isError.
 *
 * Naming any `error` place speaks for JSON-RPC errors, naming `is_error` for both.
 */
function unaskedFailure(step, reply, show) {
    const places = step.expectations.map((expectation) => expectation.place);
    if (places.includes("is_error")) {
        return undefined;
    }
    if (reply.kind === "result") {
        return isToolError(reply.result)
            ? { place: "is_error", reason: toolErrorReason(step, reply.result, show) }
            : undefined;
    }
    if (places.some((place) => place === "error" || place.startsWith("error."))) {
        return undefined;
    }
    return { place: "error", reason: rpcErrorReason(step, reply.error, show) };
}
function toolErrorReason(step, result, show) {
    const text = textOf(result);
    if (text === undefined) {
        return `tool error without text: ${show(result)}`;
    }
    return isUnknownTool(step, text)
        ? `tool not found: ${step.call} (the server says ${show(text)})`
        : `tool error: ${show(text)}`;
}
function rpcErrorReason(step, error, show) {
    const said = `JSON-RPC error ${error.code}: ${show(error.message)}`;
    if (isUnknownTool(step, error.message)) {
        return `tool not found: ${step.call} (the server says ${said})`;
    }
    return error.code === -32601 ? `method not found (${said})` : said;
}
/** Servers say it as error -32602 or, before that was settled, as a tool result; only the words are common. */
const unknownToolWords = /\bunknown tool\b|\bno such tool\b|\btool\b.{0,300}\b(?:not found|does not exist)\b/is;
function isUnknownTool(step, text) {
    return (step.call !== undefined &&
        text.includes(step.call) &&
        unknownToolWords.test(text.slice(0, 1_000)));
}

;// CONCATENATED MODULE: ./build/scenario/judge-reply.js





const words = {
    equals: "",
    contains: "to contain ",
    matches: "to match ",
    above: "more than ",
    below: "less than ",
};
/**
 * Judges an answer by all its step's expectations, also after the first false one, then takes the captures.
 *
 * `known` are captures of earlier steps, filled into what is expected.
 *
 * Throws NOT_JUDGEABLE when a pattern or path is unsound or too slow.
 */
async function judgeReply(step, reply, known, show) {
    const verdicts = [];
    const reasons = [];
    const unasked = unaskedFailure(step, reply, show);
    if (unasked !== undefined) {
        const { place, reason } = unasked;
        verdicts.push({
            place,
            predicate: "equals",
            ok: false,
            expected: "false",
            actual: "true",
            ...step.at,
        });
        reasons.push(reason);
    }
    for (const expectation of step.expectations) {
        const verdict = await judgeOne(expectation, fill(expectation.expected, known), reply, show);
        verdicts.push({ ...verdict, ...expectation.at });
        if (!verdict.ok) {
            reasons.push(`${verdict.place} is ${verdict.actual}; expected ${words[expectation.predicate]}${verdict.expected}`);
        }
    }
    const captures = new Map();
    if (reasons.length === 0) {
        for (const [name, path] of Object.entries(step.capture)) {
            const verdict = await captureOne(name, path, reply, captures, show);
            if (verdict !== undefined) {
                verdicts.push({ ...verdict, ...step.at });
                reasons.push(`capture ${name}: ${verdict.actual} at ${path}`);
            }
        }
    }
    return {
        reason: firstOf(reasons),
        verdicts,
        captures: reasons.length === 0 ? captures : new Map(),
    };
}
async function judgeOne({ place, predicate }, expected, reply, show) {
    const found = await lookUp(place, reply, show);
    const { ok, actual } = found.found
        ? judge(predicate, expected, found.value, show)
        : { ok: false, actual: found.why };
    return { place, predicate, ok, expected: show(expected), actual };
}
/** The verdict of a capture that found nothing. */
async function captureOne(name, path, reply, captures, show) {
    const document = reply.kind === "result" ? reply.result : reply.error;
    const values = await valuesAt(path, document);
    if (values.length > 0) {
        captures.set(name, values.length === 1 ? values[0] : values);
        return undefined;
    }
    const actual = `nothing found in ${show(document)}`;
    return { place: path, predicate: "capture", ok: false, expected: "a value", actual };
}
function firstOf(reasons) {
    const [first = null, ...others] = reasons;
    return first === null || others.length === 0 ? first : `${first} (and ${others.length} more)`;
}

;// CONCATENATED MODULE: ./build/scenario/step.js




const longestJson = 65_536;
const longestReason = 1_000;
/**
 * Sends one step and judges the answer: passed, failed or broken, never a throw.
 *
 * Captures go into `captures`, and only from an answer that passed.
 */
async function runStep(step, about, captures, deps) {
    const { clock, signal, redact = (text) => text } = deps;
    const json = (value) => cutRedacted(toJson(value), longestJson, redact);
    let startedAtMs = clock.nowMs();
    let startedMs = clock.monotonicMs();
    let argumentsJson = null;
    let reply;
    let verdicts = [];
    function result(outcome, reason) {
        return {
            ...about,
            outcome,
            reason: reason === null ? null : cutRedacted(oneLine(reason), longestReason, redact),
            faultCode: null,
            blame: outcome === "passed" ? null : "server",
            startedAtMs,
            durationMs: reply?.durationMs ?? clock.monotonicMs() - startedMs,
            argumentsJson,
            resultJson: reply === undefined ? null : json(reply.kind === "error" ? reply.error : reply.result),
            resultBytes: reply?.bytes ?? 0,
            verdicts,
            captures: {},
        };
    }
    try {
        const session = await deps.session(about.server);
        startedAtMs = clock.nowMs();
        startedMs = clock.monotonicMs();
        const args = fill(step.with ?? {}, captures);
        argumentsJson = step.call === undefined ? null : json(args);
        reply = await send(step, args, session, signal);
        const judged = await judgeReply(step, reply, captures, showWith(redact));
        verdicts = judged.verdicts;
        for (const [name, value] of judged.captures) {
            captures.set(name, value);
        }
        return {
            ...result(judged.reason === null ? "passed" : "failed", judged.reason),
            captures: Object.fromEntries(judged.captures),
        };
    }
    catch (thrown) {
        const fault = signal.aborted ? abortFault(signal) : (0,build_fault/* asFault */.Ps)(thrown);
        return { ...result("broken", fault.message), faultCode: fault.code, blame: fault.blame };
    }
}
/** Why work was called off: the signal's reason when it is a Fault, else INTERRUPTED. */
function abortFault(signal) {
    return signal.reason instanceof build_fault/* Fault */.vC
        ? signal.reason
        : new build_fault/* Fault */.vC("INTERRUPTED", "The run was interrupted", { cause: signal.reason });
}
function send(step, args, session, signal) {
    const options = { timeoutMs: step.timeout, signal };
    if (step.call !== undefined) {
        return session.request("tools/call", { name: step.call, arguments: args }, options);
    }
    return step.list === undefined ? session.ping(options) : session.list(step.list, options);
}

;// CONCATENATED MODULE: ./build/scenario/run-scenario.js


/**
 * Does a scenario's steps in order; the first one that does not pass ends it and the rest are skipped.
 *
 * Every declared step has exactly one outcome, also when the signal aborts. Never throws; an abort makes the
 * step under way broken with the signal's reason.
 */
async function runScenario(scenario, deps) {
    const { clock, signal } = deps;
    const startedAtMs = clock.nowMs();
    const startedMs = clock.monotonicMs();
    const captures = new Map();
    const steps = [];
    let ended = { outcome: "passed", reason: null };
    let skipReason;
    for (const [position, step] of scenario.steps.entries()) {
        const about = declared(step, position);
        if (skipReason === undefined && signal.aborted) {
            skipReason = oneLine(abortFault(signal).message);
            ended = { outcome: position === 0 ? "skipped" : "broken", reason: skipReason };
        }
        const result = skipReason === undefined
            ? await runStep(step, about, captures, deps)
            : skipped(about, skipReason, clock.nowMs());
        steps.push(result);
        deps.onStep(result);
        if (skipReason === undefined && result.outcome !== "passed") {
            skipReason = `step ${position + 1} (${step.name}) ${result.outcome === "failed" ? "failed" : "was broken"}`;
            ended = { outcome: result.outcome, reason: result.reason };
        }
    }
    return {
        name: scenario.name,
        servers: [...new Set(steps.map((step) => step.server))],
        ...ended,
        startedAtMs,
        durationMs: clock.monotonicMs() - startedMs,
        steps,
    };
}
function declared(step, position) {
    const about = { position, server: step.server, ...step.at };
    if (step.call !== undefined) {
        return { ...about, verb: "call", target: step.call };
    }
    return step.list === undefined
        ? { ...about, verb: "ping", target: "" }
        : { ...about, verb: "list", target: step.list };
}
function skipped(about, reason, atMs) {
    return {
        ...about,
        outcome: "skipped",
        reason,
        faultCode: null,
        blame: null,
        startedAtMs: atMs,
        durationMs: 0,
        argumentsJson: null,
        resultJson: null,
        resultBytes: 0,
        verdicts: [],
        captures: {},
    };
}

;// CONCATENATED MODULE: ./build/scenario/index.js
// Drives one scenario: fills in captures, sends each step, judges the answer; every declared step gets one outcome.



;// CONCATENATED MODULE: ./build/manager/check-paths.js


/** Rejects RUN_FILE_INVALID with every JSONPath of the run file that is none, before anything is started. */
async function checkPaths(file, loaded) {
    const written = loaded.scenarios.flatMap((scenario) => scenario.steps.flatMap((step) => [
        ...step.expectations.map(({ place, at }) => ({ path: place, at })),
        ...Object.values(step.capture).map((path) => ({ path, at: step.at })),
    ]));
    const problems = [];
    for (const { path, at } of written.filter((each) => each.path.startsWith("$"))) {
        const message = await jsonPathProblem(path);
        if (message !== undefined) {
            problems.push({ file, ...at, message: `${path}: ${message}` });
        }
    }
    if (problems.length > 0) {
        const count = problems.length === 1 ? "a JSONPath" : `${problems.length} JSONPaths`;
        throw new build_fault/* Fault */.vC("RUN_FILE_INVALID", `${file} has ${count} that cannot be read.`, { problems });
    }
}

// EXTERNAL MODULE: ./build/api/index.js + 2 modules
var api = __webpack_require__(3660);
// EXTERNAL MODULE: ./build/clock/index.js + 2 modules
var clock = __webpack_require__(4881);
// EXTERNAL MODULE: ./build/product/index.js + 1 modules
var product = __webpack_require__(9991);
// EXTERNAL MODULE: ./build/engine/index.js + 20 modules
var build_engine = __webpack_require__(5506);
;// CONCATENATED MODULE: ./build/log/egress.js
const target = String.raw `['"(\[]*(localhost|[A-Za-z0-9][\w.-]*\.[A-Za-z0-9-]+(?::\d+)?)`;
/** How runtimes say that a name did not resolve or an address was not reachable; the target where they name it. */
const egress_words = [
    // Node.js: "getaddrinfo EAI_AGAIN api.example.com"; also from fetch, as the cause.
    new RegExp(String.raw `getaddrinfo (?:ENOTFOUND|EAI_AGAIN|EAI_FAIL)(?: ${target})?`),
    /\b(?:ENOTFOUND|EAI_AGAIN)\b/,
    // "connect ENETUNREACH 203.0.113.7:443"; ECONNREFUSED counts only away from the loopback addresses.
    new RegExp(String.raw `\b(?:ENETUNREACH|EHOSTUNREACH|ECONNREFUSED) ${target}`),
    // Python, requests, httpx.
    new RegExp(String.raw `HTTPS?ConnectionPool\(host=${target}`),
    /Temporary failure in name resolution|Name or service not known|nodename nor servname/,
    // Go: "dial tcp: lookup api.example.com: no such host".
    new RegExp(String.raw `dial tcp:? lookup ${target}`),
    // curl, git, apt, Rust.
    new RegExp(String.raw `Could(?: not|n't) resolve (?:host|proxy)(?: name)?:? ${target}`, "i"),
    /failed to lookup address information|Temporary failure resolving|Network is unreachable/,
];
/** One quick look that decides for nearly every line. */
const anyWord = /getaddrinfo|ENOTFOUND|EAI_|UNREACH|ECONNREFUSED|ConnectionPool|name resolution|Name or service|nodename nor|dial tcp|ould(?: not|n't) resolve|lookup address|failure resolving|Network is unreachable/;
const loopback = /^(?:localhost|127\.|0\.0\.0\.0|::1)/;
/** Looks through what a server without network says; `onWanted` is told once, with one line for a finding. */
function watchEgress(server, onWanted) {
    let told = false;
    return (text) => {
        if (told || !anyWord.test(text)) {
            return;
        }
        const wanted = wantedEgress(text);
        if (wanted !== undefined) {
            told = true;
            const where = wanted === "" ? "a network" : wanted;
            onWanted(`wanted to reach ${where}, but has no network; add to server ${server}: network: { egress: full }`);
        }
    };
}
/** What the text shows its writer wanted to reach, empty when it is not named; undefined when it wanted nothing. */
function wantedEgress(text) {
    for (const pattern of egress_words) {
        const match = pattern.exec(text);
        if (match !== null) {
            const named = match[1] ?? "";
            return loopback.test(named) ? undefined : named;
        }
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/log/limits.js
const defaultOutputLimits = {
    lineBytes: 64 * 1024,
    messageBytes: 256 * 1024,
    logBytes: 50 * 1024 * 1024,
    logLines: 200_000,
    wireBytes: 200 * 1024 * 1024,
    wireMessages: 200_000,
};
function createQuota(mostItems, mostBytes) {
    let items = 0;
    let sum = 0;
    let refused = 0;
    return {
        admits(bytes) {
            if (refused > 0 || items >= mostItems || sum + bytes > mostBytes) {
                refused += 1;
                return false;
            }
            items += 1;
            sum += bytes;
            return true;
        },
        get full() {
            return refused > 0;
        },
        get refused() {
            return refused;
        },
    };
}

;// CONCATENATED MODULE: ./build/log/lines.js
const newline = 0x0a;
const smallestRest = 1_024;
/**
 * Lines end at 0x0A; a 0x0D before it goes too. Bytes that are no UTF-8 become U+FFFD.
 *
 * The rest of a chunk is copied, so nothing of the chunk is held on to.
 */
function createLineSplitter(longest, onLine) {
    let rest = Buffer.alloc(0);
    let kept = 0;
    let seen = 0;
    function keep(part) {
        seen += part.length;
        const length = Math.min(part.length, longest - kept);
        if (kept + length > rest.length) {
            const grown = Buffer.allocUnsafe(Math.max(smallestRest, 2 * (kept + length)));
            rest.copy(grown, 0, 0, kept);
            rest = grown;
        }
        part.copy(rest, kept, 0, length);
        kept += length;
    }
    function handOver(part, bytes) {
        const whole = part.length === bytes;
        const text = part.toString("utf8");
        onLine({
            text: whole && text.endsWith("\r") ? text.slice(0, -1) : text,
            bytes,
            truncated: !whole,
        });
    }
    function forget() {
        kept = 0;
        seen = 0;
    }
    function handOverRest() {
        const line = rest.subarray(0, kept);
        const bytes = seen;
        forget();
        handOver(line, bytes);
    }
    function push(chunk) {
        const buffer = asBuffer(chunk);
        let start = 0;
        for (let end = buffer.indexOf(newline); end !== -1; end = buffer.indexOf(newline, start)) {
            const part = buffer.subarray(start, end);
            if (seen > 0) {
                keep(part);
                handOverRest();
            }
            else {
                handOver(part.subarray(0, longest), part.length);
            }
            start = end + 1;
        }
        if (start < buffer.length) {
            keep(buffer.subarray(start));
        }
    }
    return {
        push,
        pushLast(chunk, count) {
            const buffer = asBuffer(chunk);
            const start = startOfLast(buffer, count);
            if (start > 0) {
                forget();
            }
            push(buffer.subarray(start));
            return countLines(buffer, start);
        },
        rest: () => rest.toString("utf8", 0, kept),
        end() {
            if (seen > 0) {
                handOverRest();
            }
        },
    };
}
function asBuffer(chunk) {
    return Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
}
/** Where the last `count` whole lines begin. */
function startOfLast(buffer, count) {
    let end = buffer.length;
    for (let line = 0; line <= count; line += 1) {
        end = end === 0 ? -1 : buffer.lastIndexOf(newline, end - 1);
        if (end === -1) {
            return 0;
        }
    }
    return end + 1;
}
/** Four times as fast by way of a one-byte string as byte by byte. */
function countLines(buffer, end) {
    const text = buffer.toString("latin1", 0, end);
    let lines = 0;
    for (let index = text.indexOf("\n"); index !== -1; index = text.indexOf("\n", index + 1)) {
        lines += 1;
    }
    return lines;
}

;// CONCATENATED MODULE: ./build/log/cut.js
/** Text as at most `longest` bytes of UTF-8, never within a character; `wasCut` says that some is missing already. */
function cutBytes(text, longest, wasCut = false) {
    // A UTF-16 unit is at most three bytes of UTF-8.
    if (text.length * 3 <= longest) {
        return { text, truncated: wasCut };
    }
    const { read } = new TextEncoder().encodeInto(text, new Uint8Array(longest));
    return read === text.length
        ? { text, truncated: wasCut }
        : { text: text.slice(0, read), truncated: true };
}

;// CONCATENATED MODULE: ./build/log/log-lines.js


/** A line whose end may begin a secret waits this long for the next one. */
const holdMs = 250;
function createLogLines(server, limits, deps) {
    const { clock, record, redactor } = deps;
    const quota = createQuota(limits.logLines, limits.logBytes);
    const marked = new Set();
    const redactors = { stdout: lineRedactor("stdout"), stderr: lineRedactor("stderr") };
    let dropped = 0;
    let waiting;
    function lineRedactor(stream) {
        return redactor.lines((text, about) => record.log({ server, stream, text, ...about }));
    }
    function drop(stream, lines) {
        dropped += lines;
        if (!marked.has(stream)) {
            marked.add(stream);
            redactors[stream].flush();
            const text = `[further lines of ${stream} are counted, not kept]`;
            const bytes = Buffer.byteLength(text);
            record.log({ server, stream, atMs: clock.nowMs(), text, bytes, truncated: true });
        }
    }
    function flush() {
        waiting?.abort();
        waiting = undefined;
        redactors.stdout.flush();
        redactors.stderr.flush();
    }
    function flushSoon() {
        if (waiting === undefined) {
            waiting = new AbortController();
            clock.sleep(holdMs, waiting.signal).then(flush, () => undefined);
        }
    }
    return {
        add(stream, line) {
            if (!quota.admits(line.bytes)) {
                drop(stream, 1);
                return;
            }
            const { text, truncated } = cutBytes(line.text, limits.lineBytes, line.truncated);
            redactors[stream].push(text, { atMs: clock.nowMs(), bytes: line.bytes, truncated }, truncated);
            if (redactors[stream].holding) {
                flushSoon();
            }
        },
        drop,
        get full() {
            return quota.full;
        },
        get dropped() {
            return dropped;
        },
        finish: flush,
    };
}

;// CONCATENATED MODULE: ./build/log/tail.js
/** Keeps the last `count` lines. */
function createTail(count) {
    const ring = [];
    let next = 0;
    return {
        add(line) {
            ring[next] = line;
            next = (next + 1) % count;
        },
        lines: () => [...ring.slice(next), ...ring.slice(0, next)],
    };
}

;// CONCATENATED MODULE: ./build/log/capture.js





const tailLines = 20;
const tailCharacters = 1_000;
/** In an error the words stand at the beginning; a large answer is not searched. */
const searchedCharacters = 4_096;
const errorAnswer = /"isError"\s*:\s*true|"error"\s*:\s*\{/;
/** Captures one server's output into the record, from its first byte; keeps what the limits allow, counts the rest. */
function captureOutput(server, deps) {
    const { clock, record, redactor } = deps;
    const limits = { ...defaultOutputLimits, ...deps.limits };
    const lines = createLogLines(server, limits, deps);
    const wireQuota = createQuota(limits.wireMessages, limits.wireBytes);
    const tail = createTail(tailLines);
    const lookForEgress = deps.noEgress
        ? watchEgress(server, (message) => finding("wanted-egress", "warning", message))
        : () => undefined;
    const splitter = createLineSplitter(limits.lineBytes, (line) => {
        tail.add(line.text);
        lookForEgress(line.text);
        lines.add("stderr", line);
    });
    let stdoutBytes = 0;
    let tappedBytes = 0;
    let stderrBytes = 0;
    function finding(code, severity, message) {
        const redacted = redactor.redact(message);
        record.finding({
            server,
            code,
            severity,
            message: redacted,
            atMs: clock.nowMs(),
            stepId: null,
        });
    }
    const tap = {
        message(direction, text, bytes, truncated) {
            if (direction === "received") {
                tappedBytes += bytes + 1;
                const head = text.slice(0, searchedCharacters);
                if (deps.noEgress && errorAnswer.test(head)) {
                    lookForEgress(head);
                }
            }
            if (wireQuota.admits(bytes)) {
                const cut = redactor.cut(text, limits.messageBytes, truncated);
                record.wire({ server, direction, atMs: clock.nowMs(), bytes, ...cut });
            }
        },
        stray(text, bytes, truncated) {
            tappedBytes += bytes + 1;
            lookForEgress(text.slice(0, searchedCharacters));
            lines.add("stdout", { text, bytes, truncated });
        },
        dropped(count, bytes) {
            tappedBytes += bytes + count;
            lines.drop("stdout", count);
        },
        finding: ({ code, severity, message }) => finding(code, severity, message),
    };
    return {
        stdout(chunk) {
            stdoutBytes += chunk.length;
        },
        stderr(chunk) {
            stderrBytes += chunk.length;
            if (lines.full) {
                lines.drop("stderr", splitter.pushLast(chunk, tailLines));
            }
            else {
                splitter.push(chunk);
            }
        },
        tap,
        tail() {
            const rest = splitter.rest();
            const last = [...tail.lines(), ...(rest === "" ? [] : [rest])].slice(-tailLines);
            const shown = last.length === 0 ? [] : redactor.redact(last.join("\n")).split("\n");
            return shown.map((line) => redactor.cut(line, tailCharacters).text);
        },
        finish() {
            splitter.end();
            lines.finish();
            const droppedLines = lines.dropped + wireQuota.refused;
            if (droppedLines > 0) {
                finding("output-dropped", "warning", droppedMessage(lines.dropped, wireQuota.refused));
            }
            return { stdoutBytes: Math.max(stdoutBytes, tappedBytes), stderrBytes, droppedLines };
        },
    };
}
function droppedMessage(lines, messages) {
    return `a flood of output: ${lines} lines and ${messages} messages were counted but not kept`;
}

;// CONCATENATED MODULE: ./build/log/trie.js
/** Builds the tables; about 35 bytes per character of all forms. */
function buildTrie(forms) {
    const texts = forms.map(({ text, wholeWord }) => ({
        text: text.replace(/[\r\n]/g, ""),
        wholeWord,
    }));
    const size = texts.reduce((sum, { text }) => sum + text.length, 1);
    const { classOf, width } = classify(texts.map(({ text }) => text));
    const children = createChildren(size, width);
    const anywhere = new Int32Array(size);
    const word = new Int32Array(size);
    const depth = new Int32Array(size);
    const shortestAhead = new Int32Array(size);
    for (const { text, wholeWord } of texts) {
        let state = 0;
        for (let index = 0; index < text.length; index += 1) {
            if (!wholeWord) {
                shortestAhead[state] = Math.min(shortestAhead[state] || text.length, text.length);
            }
            state = children.findOrAdd(state, classOf[text.charCodeAt(index)] ?? 0);
            depth[state] = index + 1;
        }
        (wholeWord ? word : anywhere)[state] = text.length;
    }
    const { fail, open } = trie_link(children, size, anywhere, word, shortestAhead);
    return { classOf, child: children.find, fail, anywhere, word, open, depth, shortestAhead };
}
function classify(texts) {
    const classOf = new Uint16Array(0x10000);
    let width = 1;
    for (const text of texts) {
        for (let index = 0; index < text.length; index += 1) {
            const unit = text.charCodeAt(index);
            if (classOf[unit] === 0) {
                classOf[unit] = width;
                classOf[otherCase(unit)] = width;
                width += 1;
            }
        }
    }
    return { classOf, width };
}
function otherCase(unit) {
    const isLetter = (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
    return isLetter ? unit ^ 0x20 : unit;
}
/** Most states have one child, which stands in two arrays; the root has a row, other branches a map. */
function createChildren(size, width) {
    const root = new Int32Array(width);
    const onlyClass = new Uint16Array(size);
    const onlyChild = new Int32Array(size);
    const branches = new Map();
    let states = 1;
    function find(state, characterClass) {
        if (state === 0) {
            return root[characterClass] ?? 0;
        }
        if (onlyClass[state] === characterClass) {
            return onlyChild[state] ?? 0;
        }
        return branches.size === 0 ? 0 : (branches.get(state)?.get(characterClass) ?? 0);
    }
    function add(state, characterClass) {
        const child = states;
        states += 1;
        if (state === 0) {
            root[characterClass] = child;
        }
        else if (onlyClass[state] === 0) {
            onlyClass[state] = characterClass;
            onlyChild[state] = child;
        }
        else {
            const branch = branches.get(state) ?? new Map();
            branches.set(state, branch.set(characterClass, child));
        }
        return child;
    }
    function* childrenOf(state) {
        if (state === 0) {
            for (const [characterClass, child] of root.entries()) {
                if (child !== 0) {
                    yield [characterClass, child];
                }
            }
        }
        else if (onlyClass[state] !== 0) {
            yield [onlyClass[state] ?? 0, onlyChild[state] ?? 0];
            yield* branches.get(state) ?? [];
        }
    }
    return {
        find,
        findOrAdd: (state, characterClass) => find(state, characterClass) || add(state, characterClass),
        *breadthFirst() {
            const queue = [0];
            for (const parent of queue) {
                for (const [characterClass, state] of childrenOf(parent)) {
                    queue.push(state);
                    yield { parent, characterClass, state };
                }
            }
        },
    };
}
/** Fills in what a state takes over from shorter suffixes. */
function trie_link(children, size, anywhere, word, shortestAhead) {
    const fail = new Int32Array(size);
    const open = new Int32Array(size);
    for (const { parent, characterClass, state } of children.breadthFirst()) {
        let suffix = 0;
        for (let from = parent; from !== 0 && suffix === 0;) {
            from = fail[from] ?? 0;
            suffix = children.find(from, characterClass);
        }
        fail[state] = suffix;
        anywhere[state] ||= anywhere[suffix] ?? 0;
        word[state] ||= word[suffix] ?? 0;
        open[state] = shortestAhead[state] === 0 ? (open[suffix] ?? 0) : state;
    }
    return { fail, open };
}

;// CONCATENATED MODULE: ./build/log/automaton.js

const shortestTelling = 4;
function createAutomaton(forms) {
    const trie = buildTrie(forms);
    const { classOf, fail, anywhere, word, open, depth, shortestAhead } = trie;
    function follow(state, characterClass) {
        for (let from = state; from !== 0; from = fail[from] ?? 0) {
            const to = trie.child(from, characterClass);
            if (to !== 0) {
                return to;
            }
        }
        return trie.child(0, characterClass);
    }
    return {
        search(text, from, onMatch) {
            let state = from;
            for (let index = 0; index < text.length; index += 1) {
                const characterClass = classOf[text.charCodeAt(index)] ?? 0;
                state = characterClass === 0 ? 0 : follow(state, characterClass);
                if (state === 0) {
                    continue;
                }
                const length = anywhere[state] ?? 0;
                const wordLength = word[state] ?? 0;
                if (length > 0) {
                    onMatch(index + 1, length);
                }
                else if (wordLength > 0 && isWholeWord(text, index + 1 - wordLength, index + 1)) {
                    onMatch(index + 1, wordLength);
                }
            }
            return state;
        },
        pending: (state) => depth[open[state] ?? 0] ?? 0,
        telling(state) {
            const at = open[state] ?? 0;
            const seen = depth[at] ?? 0;
            return seen >= shortestTelling && seen * 2 >= (shortestAhead[at] ?? 0);
        },
    };
}
const wordCharacter = /\w/;
function isWholeWord(text, start, end) {
    return start >= 0 && !joined(text, start) && !joined(text, end);
}
/** Whether the characters on both sides of an index belong to one word. */
function joined(text, index) {
    return wordCharacter.test(text.charAt(index - 1)) && wordCharacter.test(text.charAt(index));
}

;// CONCATENATED MODULE: ./build/log/compact.js
/** Takes out every match of a pattern with flag g. */
function compact(text, pattern) {
    const starts = [];
    const removed = [];
    let sum = 0;
    const kept = text.replace(pattern, (match, ...rest) => {
        starts.push(rest.find((part) => typeof part === "number") - sum);
        sum += match.length;
        removed.push(sum);
        return "";
    });
    if (sum === 0) {
        return { text, original: (index) => index };
    }
    return { text: kept, original: (index) => index + (removed[countUpTo(starts, index) - 1] ?? 0) };
}
/** How many of the ascending numbers are at most `limit`. */
function countUpTo(ascending, limit) {
    let low = 0;
    let high = ascending.length;
    while (low < high) {
        const middle = (low + high) >> 1;
        if ((ascending[middle] ?? 0) <= limit) {
            low = middle + 1;
        }
        else {
            high = middle;
        }
    }
    return low;
}

;// CONCATENATED MODULE: ./build/log/forms.js
/** Shorter secrets are masked only as whole words: every 1 as `***` would ruin the log and still show where they are. */
const shortestAnywhere = 4;
/** Shorter encoded forms occur by chance: six base64 characters, case aside, once in a billion places. */
const shortestEncoded = 6;
/**
 * Every text in which a secret is recognised; letters are compared without regard to ASCII case.
 *
 * The value itself, trimmed, in upper and lower case, and each line of it; hex; base64 and base64url at the three
 * alignments, with and without padding; URL-encoded; JSON-escaped (also twice, for JSON inside JSON); XML-escaped.
 * Not recognised: compressed, encrypted, reversed, or encoded twice in other ways. A value of white space is none.
 */
function formsOf(secret) {
    const forms = new Map();
    for (const value of [secret, ...secret.split(/[\r\n]+/)].map((part) => part.trim())) {
        if (value === "") {
            continue;
        }
        if (value.length < shortestAnywhere) {
            // A short line of a long secret, such as a bracket, gives nothing away.
            if (value === secret.trim()) {
                forms.set(value, { text: value, wholeWord: true });
            }
            continue;
        }
        for (const text of [value, value.toUpperCase(), value.toLowerCase()]) {
            forms.set(text, { text, wholeWord: false });
        }
        for (const text of encodings(value)) {
            if (text.length >= shortestEncoded && !forms.has(text)) {
                forms.set(text, { text, wholeWord: false });
            }
        }
    }
    return [...forms.values()];
}
function encodings(value) {
    const bytes = Buffer.from(value, "utf8");
    const base64 = [0, 1, 2].flatMap((shift) => base64At(bytes, shift));
    return [
        bytes.toString("hex"),
        ...base64,
        ...base64.map((text) => text.replaceAll("+", "-").replaceAll("/", "_")),
        ...urlForms(value),
        ...jsonForms(value),
        ...jsonForms(value).flatMap(jsonForms),
        ...xmlForms(value),
    ];
}
/** What base64 shows of the bytes when `shift` others stand before them: whole characters only, and to the end. */
function base64At(bytes, shift) {
    const padded = Buffer.concat([Buffer.alloc(shift), bytes]).toString("base64");
    const first = Math.ceil((shift * 8) / 6);
    const whole = Math.floor(((shift + bytes.length) * 8) / 6);
    return [padded.slice(first, whole), padded.slice(first).replaceAll("=", ""), padded.slice(first)];
}
function urlForms(value) {
    const wellFormed = value.toWellFormed();
    const component = encodeURIComponent(wellFormed);
    const strict = component.replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16)}`);
    const form = new URLSearchParams({ "": wellFormed }).toString().slice(1);
    const everything = Buffer.from(value, "utf8").toString("hex").replace(/../g, "%$&");
    return [component, strict, encodeURI(wellFormed), form, everything];
}
function jsonForms(value) {
    const plain = JSON.stringify(value).slice(1, -1);
    const slashes = plain.replaceAll("/", "\\/");
    const markup = plain.replace(/[<>&]/g, escapeUnit);
    return [plain, slashes, markup, ...[plain, slashes, markup].map(asciiOnly)];
}
function asciiOnly(json) {
    return json.replace(/[^\x20-\x7e]/g, escapeUnit);
}
function escapeUnit(unit) {
    return `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
function xmlForms(value) {
    const text = value.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
    const quoted = [
        text,
        ...["&quot;", "&#34;", "&#x22;"].map((entity) => text.replaceAll('"', entity)),
    ];
    return quoted.flatMap((form) => [
        form,
        ...["&apos;", "&#39;", "&#x27;", "&#039;"].map((entity) => form.replaceAll("'", entity)),
    ]);
}

;// CONCATENATED MODULE: ./build/log/mask.js
const replacement = "***";
/**
 * The text with every range replaced by `***`; ranges that touch become one.
 *
 * A JSON escape cut in two by the beginning of a range goes with it, so JSON stays JSON.
 */
function mask(text, ranges) {
    if (ranges.length === 0) {
        return text;
    }
    const sorted = ranges.toSorted(([a], [b]) => a - b);
    let result = "";
    let shown = 0;
    let index = 0;
    while (index < sorted.length) {
        const [start, firstEnd] = sorted[index] ?? [0, 0];
        let end = firstEnd;
        for (index += 1; index < sorted.length && (sorted[index]?.[0] ?? 0) <= end; index += 1) {
            end = Math.max(end, sorted[index]?.[1] ?? 0);
        }
        result += text.slice(shown, Math.max(shown, escapeStart(text, start))) + replacement;
        shown = end;
    }
    return result + text.slice(shown);
}
/** Where the JSON escape begins that `start` stands inside of; `start` when it is in none. */
function escapeStart(text, start) {
    let index = start - 1;
    for (let digits = 0; digits < 3 && /[0-9a-f]/i.test(text.charAt(index)); digits += 1) {
        index -= 1;
    }
    if (text.charAt(index) === "u" && endsWithOddBackslashes(text, index)) {
        return index - 1;
    }
    return endsWithOddBackslashes(text, start) ? start - 1 : start;
}
function endsWithOddBackslashes(text, end) {
    let first = end;
    while (text.charAt(first - 1) === "\\") {
        first -= 1;
    }
    return (end - first) % 2 === 1;
}

;// CONCATENATED MODULE: ./build/log/line-redactor.js


/** A stream of many short lines, each a piece of a secret, is held no longer than this. */
const mostHeld = 1_000;
function createLineRedactor(automaton, release) {
    let held = [];
    let state = 0;
    let position = 0;
    function hide(from, to) {
        for (const line of held) {
            const start = Math.max(from, line.start);
            const end = Math.min(to, line.end);
            if (start < end) {
                line.ranges.push([
                    line.original(start - line.start),
                    line.original(end - line.start - 1) + 1,
                ]);
            }
        }
    }
    function releaseUpTo(end) {
        let count = 0;
        for (let line = held[0]; line !== undefined && line.end <= end; line = held[count]) {
            release(mask(line.text, line.ranges), line.about);
            count += 1;
        }
        held = held.slice(count);
    }
    function flush(always) {
        if (always || automaton.telling(state)) {
            hide(position - automaton.pending(state), position);
        }
        releaseUpTo(position);
    }
    return {
        push(text, about, wasCut = false) {
            const { text: kept, original } = compact(text, /[\r\n]+/g);
            const start = position;
            position += kept.length;
            held.push({ text, about, ranges: [], start, end: position, original });
            state = automaton.search(kept, state, (end, length) => hide(start + end - length, start + end));
            if (wasCut || held.length >= mostHeld) {
                flush(true);
                state = 0;
            }
            else {
                releaseUpTo(position - automaton.pending(state));
            }
        },
        flush: () => flush(false),
        get holding() {
            return held.length > 0;
        },
    };
}

;// CONCATENATED MODULE: ./build/log/redactor.js






const lineBreaks = /[\r\n]+/g;
const escapedLineBreaks = /(?:\\+[rn]|[\r\n])+/g;
/** A redactor of these secrets, by name; `formsOf` says which forms it knows. */
function createRedactor(secrets) {
    const forms = Object.values(secrets).flatMap(formsOf);
    if (forms.length === 0) {
        return {
            active: false,
            redact: (text) => text,
            cut: cutBytes,
            lines: (release) => ({ push: release, flush() { }, holding: false }),
        };
    }
    const automaton = createAutomaton(forms);
    return {
        active: true,
        redact: (text) => mask(text, find(automaton, text).ranges),
        cut(text, longest, wasCut) {
            const cut = cutBytes(text, longest, wasCut);
            const { ranges, pendingFrom } = find(automaton, cut.text);
            if (!cut.truncated) {
                return { ...cut, text: mask(cut.text, ranges) };
            }
            return { truncated: true, text: mask(cut.text, [...ranges, [pendingFrom, cut.text.length]]) };
        },
        lines: (release) => createLineRedactor(automaton, release),
    };
}
/** Where secrets stand in a text, and from where on the end may be the beginning of one. */
function find(automaton, text) {
    const ranges = [];
    let pendingFrom = search(automaton, text, lineBreaks, ranges);
    if (text.includes("\\n") || text.includes("\\r")) {
        pendingFrom = Math.min(pendingFrom, search(automaton, text, escapedLineBreaks, ranges));
    }
    return { ranges, pendingFrom };
}
function search(automaton, text, ignored, ranges) {
    const { text: kept, original } = compact(text, ignored);
    const state = automaton.search(kept, 0, (end, length) => {
        ranges.push([original(end - length), original(end - 1) + 1]);
    });
    const pending = automaton.pending(state);
    return pending === 0 ? text.length : original(kept.length - pending);
}

;// CONCATENATED MODULE: ./build/log/index.js
// Captures what a server says, from its first byte, into the record: bounded, counted, without secrets.



// EXTERNAL MODULE: ./build/record/index.js + 6 modules
var build_record = __webpack_require__(9897);
;// CONCATENATED MODULE: ./build/manager/limit.js
/** Lets at most `width` tasks run at once; the others wait in order. */
function limitParallel(width) {
    const waiting = [];
    let running = 0;
    return async (task) => {
        if (running >= width) {
            await new Promise((resolve) => waiting.push(resolve));
        }
        else {
            running += 1;
        }
        try {
            return await task();
        }
        finally {
            const next = waiting.shift();
            if (next === undefined) {
                running -= 1;
            }
            else {
                next();
            }
        }
    };
}

;// CONCATENATED MODULE: ./build/manager/logs.js
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

const followEveryMs = 200;
/** The last lines of a server out of the record, oldest first. */
function recentLogs(recordFile, request, clock) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const reader = __addDisposableResource(env_1, (0,build_record/* readRecord */.aE)(recordFile), false);
        const sinceMs = request.sinceMs === undefined ? undefined : clock.nowMs() - request.sinceMs;
        const rows = reader.logs({
            server: request.serverName,
            tail: request.lines,
            ...(sinceMs === undefined ? {} : { sinceMs }),
        });
        return Array.from(rows, viewLine);
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        __disposeResources(env_1);
    }
}
/** Reports every line written from now on as progress, until the call is cancelled or the server has ended. */
async function followLogs(recordFile, server, record, context, clock) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const reader = __addDisposableResource(env_2, (0,build_record/* readRecord */.aE)(recordFile), false);
        let seen = lastId(reader.logs({ server: server.name, tail: 1 }));
        while (!context.signal.aborted) {
            const running = server.isRunning;
            record.flush();
            for (const row of reader.logs({ server: server.name, afterId: seen })) {
                context.progress(`${row.stream}: ${row.text}`);
                seen = row.id;
            }
            if (!running) {
                return;
            }
            await clock.sleep(followEveryMs, context.signal).catch(() => undefined);
        }
    }
    catch (e_2) {
        env_2.error = e_2;
        env_2.hasError = true;
    }
    finally {
        __disposeResources(env_2);
    }
}
function lastId(rows) {
    let id = 0;
    for (const row of rows) {
        id = row.id;
    }
    return id;
}
function viewLine(row) {
    return { atMs: row.atMs, stream: row.stream, text: row.text };
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(1421);
// EXTERNAL MODULE: external "node:util"
var external_node_util_ = __webpack_require__(7975);
;// CONCATENATED MODULE: ./build/registry/base-image-rootfs.js




const run = (0,external_node_util_.promisify)(external_node_child_process_.execFile);
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
    const { stdout } = await run("ldd", [binary]);
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
    const { stdout } = await run(busybox, ["--list-full"]);
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

;// CONCATENATED MODULE: ./build/registry/base-image-sources.js





const base_image_sources_run = (0,external_node_util_.promisify)(external_node_child_process_.execFile);
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
    await base_image_sources_run("npm", ["pack", "--silent", `npm@${npmVersion}`, "--pack-destination", folder], {
        cwd: folder,
        signal,
    });
    await base_image_sources_run("tar", ["-xzf", (0,external_node_path_.join)(folder, `npm-${npmVersion}.tgz`), "-C", folder], { signal });
}
async function unpackBusybox(folder, signal) {
    const download = () => base_image_sources_run("apt-get", ["download", "-q", busyboxPackage], { cwd: folder, signal });
    try {
        await download();
    }
    catch {
        // A machine whose package lists were never fetched knows no package at all.
        await base_image_sources_run("apt-get", ["update", "-q"], { signal });
        await download();
    }
    const archive = (await (0,promises_.readdir)(folder)).find((name) => name.endsWith(".deb"));
    await base_image_sources_run("dpkg-deb", ["-x", (0,external_node_path_.join)(folder, archive ?? ""), folder], { signal });
}
async function exists(path) {
    return (0,promises_.access)(path).then(() => true, () => false);
}
function lastWords(error) {
    const stderr = error.stderr?.trim();
    return stderr ? stderr.split("\n").slice(-5).join("\n") : String(error);
}

;// CONCATENATED MODULE: ./build/registry/ca-bundle.js

/** Where Linux distributions keep their certificate authorities. */
const places = [
    "/etc/ssl/certs/ca-certificates.crt",
    "/etc/pki/tls/certs/ca-bundle.crt",
    "/etc/ssl/ca-bundle.pem",
    "/etc/ssl/cert.pem",
];
/** The certificate authorities this host trusts, as PEM; without a bundle on the host, those Node.js brings. */
async function hostCaBundle() {
    for (const place of places) {
        const bytes = await (0,promises_.readFile)(place).catch(() => undefined);
        if (bytes !== undefined) {
            return bytes;
        }
    }
    const { rootCertificates } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 1692, 19));
    return Buffer.from(rootCertificates.join("\n"));
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

;// CONCATENATED MODULE: ./build/registry/base-image.js









/** The locally built stand-in for Docker Hub's node image. */
const localBaseImage = "docker-mcp-manager/base-node:24";
/** Raise it when the recipe changes; images of an older recipe are then built anew. */
const recipe = "1";
/**
 * Makes sure that `localBaseImage` is on the engine and of this recipe: one inspection when it is, else a build of
 * about 4 s from npm and Debian packages, with the host's certificate authorities inside.
 *
 * Rejects IMAGE_BUILD_FAILED when this machine cannot make one.
 */
async function ensureLocalBaseImage(options) {
    const { engine } = options;
    const caBundle = await hostCaBundle();
    const key = recipeKey(caBundle);
    if ((await engine.inspectImage(localBaseImage))?.labels[imageLabels.key] === key) {
        return { built: false };
    }
    refuseForeignNode(engine.info);
    options.onProgress(`building ${localBaseImage} from Node.js ${process.version}, npm ${npmVersion} and busybox`);
    const sources = await gatherSources(process.execPath, options.cacheFolder, options.signal);
    const root = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), "docker-mcp-manager-base-"));
    try {
        await writeRootfs(root, sources, caBundle);
        const { pack } = await __webpack_require__.e(/* import() */ 645).then(__webpack_require__.t.bind(__webpack_require__, 5645, 19));
        const archive = pack(root, {
            map: (header) => {
                const owner = /^home\/node(\/|$)/.test(header.name) ? 1000 : 0;
                // tar-fs takes off this process's umask, and with it the write bits of /tmp.
                const mode = /^(var\/)?tmp$/.test(header.name) ? 0o1777 : header.mode;
                return { ...header, mode, uid: owner, gid: owner, mtime: new Date(0) };
            },
        }); // its type is from a stream library of its own; it is piped as any Readable
        await engine.importImage(archive, localBaseImage, imageChanges(key));
    }
    finally {
        await (0,promises_.rm)(root, { recursive: true, force: true });
    }
    return { built: true };
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
function recipeKey(caBundle) {
    return (0,external_node_crypto_.createHash)("sha256")
        .update([recipe, process.version, process.arch, npmVersion, ""].join("\n"))
        .update(caBundle)
        .digest("hex");
}
/** The engine's and Node.js's words for the same architectures. */
const architectures = {
    amd64: "x64",
    x86_64: "x64",
    arm64: "arm64",
    aarch64: "arm64",
};
function refuseForeignNode(engine) {
    if (process.platform !== "linux" ||
        (architectures[engine.arch] ?? engine.arch) !== process.arch) {
        throw new build_fault/* Fault */.vC("IMAGE_BUILD_FAILED", `Local base image: the engine runs ${engine.os}/${engine.arch}, but this machine's Node.js is for ${process.platform}/${process.arch}`, { hint: "Make a registry with node images reachable from the engine." });
    }
}

;// CONCATENATED MODULE: ./build/registry/base-choice.js


/** Docker Hub's image that templates are built on. */
const hubBaseImage = "node:24-bookworm-slim";
/** The base image for `wanted` that is on the engine already: itself, else its local stand-in. */
async function presentBase(engine, wanted) {
    const references = wanted === hubBaseImage ? [wanted, localBaseImage] : [wanted];
    const found = await Promise.all(references.map(async (each) => baseOf(each, await engine.inspectImage(each))));
    return found.find((base) => base !== undefined);
}
/**
 * The base image for `wanted`: on the engine already, else pulled, else (for Docker Hub's node image) built locally.
 *
 * What was chosen is said through `onProgress`. Rejects as the pull or the local build did.
 */
async function provideBase(wanted, options) {
    const { engine, onProgress, signal } = options;
    const present = await presentBase(engine, wanted);
    if (present !== undefined) {
        onProgress(`base image ${present.reference} is on the engine`);
        return present;
    }
    const pulled = await pulledBase(wanted, options);
    if (pulled !== undefined) {
        return pulled;
    }
    await ensureLocalBaseImage({
        engine,
        cacheFolder: options.cacheFolder,
        onProgress,
        ...(signal && { signal }),
    });
    return needBase(engine, localBaseImage);
}
/** undefined: no registry answered, and a local stand-in can be built. */
async function pulledBase(wanted, options) {
    const { engine, onProgress, signal } = options;
    const hasStandIn = wanted === hubBaseImage;
    if (hasStandIn && options.registryAnswers === false) {
        return undefined;
    }
    try {
        onProgress(`pulling base image ${wanted}`);
        await engine.pullImage(wanted, onProgress, signal);
        return await needBase(engine, wanted);
    }
    catch (error) {
        if (!hasStandIn || signal?.aborted) {
            throw error;
        }
        onProgress(`${wanted} could not be pulled (${(0,build_fault/* asFault */.Ps)(error).message}); building a local base image instead`);
        return undefined;
    }
}
async function needBase(engine, reference) {
    const base = baseOf(reference, await engine.inspectImage(reference));
    if (base === undefined) {
        throw new Error(`${reference} is not on the engine although it was just brought there`);
    }
    return base;
}
function baseOf(reference, image) {
    return image && { reference, id: image.id };
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

;// CONCATENATED MODULE: ./build/registry/context.js





/** Larger contexts are refused: they are nearly always a forgotten .dockerignore. */
const maxContextBytes = 200 * 2 ** 20;
/** Files up to this size are read whole: a stream each costs more than they do. */
const wholeFileBytes = 2 ** 20;
/**
 * Lists what is sent of `folder`: everything but `.git` and what the ignore file names; the Dockerfile always.
 *
 * Rejects PATH_NOT_ALLOWED for a link that leaves the folder, USAGE above `maxBytes` (default 200 MiB) with the largest paths.
 */
async function listContext(folder, dockerfile, maxBytes = maxContextBytes) {
    const rules = await ignoreRules(folder, dockerfile);
    const entries = await walk(folder, "", {
        ...rules,
        ignores: (path) => path !== dockerfile && rules.ignores(path),
        holdsDockerfile: (path) => dockerfile.startsWith(`${path}/`),
    });
    const bytes = entries.reduce((sum, entry) => sum + entry.bytes, 0);
    if (bytes > maxBytes) {
        throw tooLarge(folder, entries, bytes, maxBytes);
    }
    return { folder, entries, bytes };
}
/** Adds every entry's path, kind, mode and content to the hash. */
async function hashContext(context, hash) {
    for (const entry of context.entries) {
        hash.update(`${entry.kind}\0${entry.path}\0${entry.executable}\0${entry.bytes}\0${entry.linkTarget}\0`);
        if (entry.kind === "file" && entry.bytes <= wholeFileBytes) {
            hash.update(await (0,promises_.readFile)((0,external_node_path_.join)(context.folder, entry.path)));
        }
        else if (entry.kind === "file") {
            for await (const chunk of (0,external_node_fs_.createReadStream)((0,external_node_path_.join)(context.folder, entry.path))) {
                hash.update(chunk);
            }
        }
    }
}
/** The context as an uncompressed tar; `extra` files (name → bytes) are added at its root. Owners are root, times 0. */
async function packContext(context, extra) {
    const { pack } = await __webpack_require__.e(/* import() */ 645).then(__webpack_require__.t.bind(__webpack_require__, 5645, 19));
    const sent = new Set(context.entries.map((entry) => (0,external_node_path_.join)(context.folder, entry.path)));
    const executable = new Set(context.entries.filter((entry) => entry.executable).map((entry) => entry.path));
    return pack(context.folder, {
        ignore: (path) => path !== context.folder && !sent.has(path),
        map: (header) => ({
            ...header,
            mode: header.type === "directory" || executable.has(header.name) ? 0o755 : 0o644,
            uid: 0,
            gid: 0,
            mtime: new Date(0),
        }),
        finalize: false,
        finish: (archive) => {
            for (const [name, bytes] of Object.entries(extra)) {
                archive.entry({ name, mode: 0o644, mtime: new Date(0) }, Buffer.from(bytes));
            }
            archive.finalize();
        },
    }); // its type is from a stream library of its own; it is piped as any Readable
}
/** The entries below `parent`, depth first; an ignored folder is sent only for what is kept in it. */
async function walk(folder, parent, rules) {
    const names = await (0,promises_.readdir)((0,external_node_path_.join)(folder, parent));
    const entries = [];
    for (const name of names.filter((each) => each !== ".git").sort()) {
        const path = parent === "" ? name : `${parent}/${name}`;
        const ignored = rules.ignores(path);
        const mayHold = !ignored || rules.bringsBack || rules.holdsDockerfile(path);
        const entry = mayHold ? await context_describe(folder, path, ignored) : undefined;
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
async function context_describe(folder, path, ignored) {
    const full = (0,external_node_path_.join)(folder, path);
    const stat = await (0,promises_.lstat)(full);
    const executable = (stat.mode & 0o111) !== 0;
    if (stat.isSymbolicLink()) {
        const linkTarget = await (0,promises_.readlink)(full);
        const end = await (0,promises_.realpath)(full).catch(() => folder);
        if (!ignored &&
            !(isInside(folder, (0,external_node_path_.resolve)((0,external_node_path_.dirname)(full), linkTarget)) && isInside(folder, end))) {
            throw new build_fault/* Fault */.vC("PATH_NOT_ALLOWED", `Build context: the link ${path} leads out of the context, to ${linkTarget}`, {
                hint: "Replace the link by the file, or name it in .dockerignore.",
            });
        }
        return { path, kind: "link", bytes: 0, executable: false, linkTarget };
    }
    if (stat.isDirectory()) {
        return { path, kind: "folder", bytes: 0, executable: true, linkTarget: "" };
    }
    // Sockets, pipes and devices cannot be sent.
    return stat.isFile()
        ? { path, kind: "file", bytes: stat.size, executable, linkTarget: "" }
        : undefined;
}
async function ignoreRules(folder, dockerfile) {
    const own = await (0,promises_.readFile)((0,external_node_path_.join)(folder, `${dockerfile}.dockerignore`), "utf8").catch(() => undefined);
    const text = own ?? (await (0,promises_.readFile)((0,external_node_path_.join)(folder, ".dockerignore"), "utf8").catch(() => undefined));
    if (text === undefined) {
        return { ignores: () => false, bringsBack: false };
    }
    const { default: library } = await __webpack_require__.e(/* import() */ 158).then(__webpack_require__.t.bind(__webpack_require__, 4158, 19));
    const rules = library.default({ ignorecase: false }).add(text);
    return { ignores: (path) => rules.ignores(path), bringsBack: /^\s*!/m.test(text) };
}
function tooLarge(folder, entries, bytes, maxBytes) {
    const mebibytes = (count) => `${(count / 2 ** 20).toFixed(1)} MiB`;
    const largest = [...entries].sort((a, b) => b.bytes - a.bytes).slice(0, 5);
    const list = largest.map((entry) => `  ${mebibytes(entry.bytes)}  ${entry.path}`).join("\n");
    return new build_fault/* Fault */.vC("USAGE", `Build context ${folder} has ${mebibytes(bytes)}, allowed are ${mebibytes(maxBytes)}. Largest files:\n${list}`, { hint: "Name what the build does not need in .dockerignore." });
}

;// CONCATENATED MODULE: ./build/registry/build.js








/** Builds under way, by tag; what several servers ask for at once is built once. */
const underWay = new WeakMap();
/** The image of this content: the one on the engine when it is current, else built. */
async function buildOnce(template, source, deps) {
    const { engine } = deps;
    const context = await contextOf(template, source, deps);
    const extra = source.from === "template" ? { "ca-certificates.crt": await hostCaBundle() } : {};
    const key = await keyOf(template, source, context, extra);
    const reference = `docker-mcp-manager/${template.name}:${key.slice(0, 16)}`;
    const present = await engine.inspectImage(reference);
    if (present !== undefined && (await isCurrent(present, key, engine))) {
        return { reference, image: present, key, built: false, waited: false };
    }
    const builds = underWay.get(engine) ?? new Map();
    underWay.set(engine, builds);
    const other = builds.get(reference);
    if (other !== undefined) {
        return { reference, image: await other, key, built: false, waited: true };
    }
    const work = build({ template, source, deps, context, extra, key, reference });
    builds.set(reference, work);
    try {
        return { reference, image: await work, key, built: true, waited: true };
    }
    finally {
        builds.delete(reference);
    }
}
/** Whether the image has this content and its base is still what the base's name means; a base that is gone is no reason to build. */
async function isCurrent(image, key, engine) {
    if (image.labels[imageLabels.key] !== key) {
        return false;
    }
    const [reference, id] = image.labels[imageLabels.base]?.split(" ") ?? [];
    const base = reference === undefined ? undefined : await engine.inspectImage(reference);
    return base === undefined || base.id === id;
}
async function build(work) {
    const { template, source, deps, reference } = work;
    const base = template.base === undefined ? undefined : await provideBase(template.base, deps);
    deps.onProgress(`building ${reference}${base ? ` on ${base.reference}` : ""}`);
    const archive = await packContext(work.context, work.extra);
    const options = {
        tag: reference,
        dockerfile: source.dockerfile,
        args: { ...source.args, ...(base && { BASE: base.reference, ...registryArgument(deps) }) },
        labels: {
            ...template.labels,
            [imageLabels.template]: template.name,
            [imageLabels.key]: work.key,
            ...(base && { [imageLabels.base]: `${base.reference} ${base.id}` }),
        },
        network: deps.buildNetwork ?? "default",
        ...(source.target !== undefined && { target: source.target }),
    };
    await deps.engine.buildImage(archive, options, deps.onProgress, deps.signal);
    const image = await deps.engine.inspectImage(reference);
    if (image === undefined) {
        throw new build_fault/* Fault */.vC("IMAGE_BUILD_FAILED", `The engine reports ${reference} as built, but does not know it`);
    }
    return image;
}
/** The host's npm registry for the build stage. A build argument can be read from the layers, so none with a password. */
function registryArgument(deps) {
    const { npmRegistry } = deps;
    if (npmRegistry === undefined) {
        return {};
    }
    const url = URL.parse(npmRegistry);
    if (url === null || url.username !== "" || url.password !== "") {
        deps.onProgress("npm_config_registry is no plain URL or holds a password; the build asks npm's own registry");
        return {};
    }
    return { NPM_CONFIG_REGISTRY: npmRegistry };
}
async function contextOf(template, source, deps) {
    if (source.from === "template") {
        const context = await listContext(template.folder, source.dockerfile);
        const sent = context.entries.filter((entry) => !["template.yml", "README.md"].includes((0,external_node_path_.basename)(entry.path)));
        return { ...context, entries: sent };
    }
    const folder = await pathInside(deps.workspaceRoot, deps.runFileFolder, source.context, "Build context");
    const dockerfile = external_node_path_.posix.normalize(source.dockerfile);
    await pathInside(folder, folder, dockerfile, "Dockerfile");
    return listContext(folder, dockerfile);
}
/** Everything the image is made from, except its base. The environment's registry is a way, not a content. */
async function keyOf(template, source, context, extra) {
    const hash = (0,external_node_crypto_.createHash)("sha256");
    const args = Object.entries(source.args).sort(([a], [b]) => (a < b ? -1 : 1));
    hash.update(JSON.stringify([
        template.name,
        template.base,
        template.labels,
        source.dockerfile,
        source.target,
        args,
    ]));
    for (const [name, bytes] of Object.entries(extra)) {
        hash.update(`${name}\0${bytes.byteLength}\0`).update(bytes);
    }
    await hashContext(context, hash);
    return hash.digest("hex");
}

// EXTERNAL MODULE: ./node_modules/fastest-levenshtein/mod.js
var mod = __webpack_require__(1916);
// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 2 modules
var schemas = __webpack_require__(8343);
;// CONCATENATED MODULE: ./build/registry/template.js





const parameter = schemas/* strictObject */.rej({
    description: schemas/* string */.YjP().min(1),
    type: schemas/* enum */.k5n(["string", "number", "boolean"]),
    required: schemas/* boolean */.zMY().default(false),
    default: schemas/* union */.KCZ([schemas/* string */.YjP(), schemas/* number */.aig(), schemas/* boolean */.zMY()]).optional(),
    /** Regular expression the whole text must match; only for strings. */
    pattern: schemas/* string */.YjP().optional(),
})
    .refine(({ required, default: fallback }) => !(required && fallback !== undefined), "is required, so its default is never used")
    .refine(({ type, default: fallback }) => fallback === undefined || typeof fallback === type, "has a default of another type")
    .refine(({ type, pattern }) => pattern === undefined || type === "string", "has a pattern but is no string")
    .refine(({ pattern }) => pattern === undefined || isPattern(pattern), "has a pattern that is no regular expression");
const texts = schemas/* record */.g1P(schemas/* string */.YjP(), schemas/* string */.YjP());
const template_build = schemas/* strictObject */.rej({
    /** template: the template's own folder is sent; workspace: a folder of the repository. */
    from: schemas/* enum */.k5n(["template", "workspace"]),
    context: schemas/* string */.YjP().default("."),
    dockerfile: schemas/* string */.YjP().default("Dockerfile"),
    target: schemas/* string */.YjP().optional(),
    /** A map, or text of NAME=value lines. */
    args: schemas/* union */.KCZ([texts, schemas/* string */.YjP()]).default({}),
});
const template = schemas/* strictObject */.rej({
    name: schemas/* string */.YjP().regex(/^[a-z0-9][a-z0-9_-]{0,62}$/),
    description: schemas/* string */.YjP().min(1),
    /** What the build argument BASE names. */
    base: schemas/* string */.YjP().optional(),
    parameters: schemas/* record */.g1P(schemas/* string */.YjP().regex(/^[a-z][a-z0-9_]*$/), parameter).default({}),
    image: schemas/* string */.YjP().optional(),
    build: template_build.optional(),
    entrypoint: schemas/* array */.YOg(schemas/* string */.YjP()).min(1).optional(),
    command: schemas/* array */.YOg(schemas/* string */.YjP()).min(1).optional(),
    env: texts.default({}),
    labels: texts.default({}),
})
    .refine((value) => (value.image === undefined) !== (value.build === undefined), "needs exactly one of image and build");
/**
 * Reads `<templatesFolder>/<name>/template.yml`.
 *
 * Rejects TEMPLATE_NOT_FOUND with the nearest name, TEMPLATE_INVALID with every problem at its line.
 */
async function loadTemplate(templatesFolder, name) {
    const folder = (0,external_node_path_.join)(templatesFolder, name);
    const path = (0,external_node_path_.join)(folder, "template.yml");
    // A name with a slash or dots could lead out of the templates' folder.
    const text = /^[a-z0-9][a-z0-9_-]*$/.test(name) ? await readIfThere(path) : undefined;
    if (text === undefined) {
        const known = await templateNames(templatesFolder);
        throw new build_fault/* Fault */.vC("TEMPLATE_NOT_FOUND", `There is no template "${name}"${nearest(name, known)}`, {
            hint: `The templates are: ${known.join(", ")}.`,
        });
    }
    return { ...(await parseTemplate(text, `${name}/template.yml`, name)), folder };
}
/** The names of all folders that hold a template.yml, sorted. */
async function templateNames(templatesFolder) {
    const entries = await (0,promises_.readdir)(templatesFolder, { withFileTypes: true }).catch(() => []);
    const folders = entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
    const found = await Promise.all(folders.map((name) => readIfThere((0,external_node_path_.join)(templatesFolder, name, "template.yml"))));
    return folders.filter((_, index) => found[index] !== undefined).sort();
}
/** `; did you mean "x"?` when a known name is near enough to be a slip of the fingers, else nothing. */
function nearest(name, known) {
    const candidate = known.length === 0 ? undefined : (0,mod/* closest */.kp)(name, [...known]);
    const near = candidate !== undefined &&
        (0,mod/* distance */.Io)(name, candidate) <= Math.max(2, Math.floor(name.length / 3));
    return near ? `; did you mean "${candidate}"?` : "";
}
async function parseTemplate(text, file, name) {
    const { LineCounter, parseDocument } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 8815, 19));
    const lines = new LineCounter();
    const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
    const at = (offset, message) => {
        const { line, col } = lines.linePos(offset);
        return { file, line, column: col, message };
    };
    const problems = document.errors.map((error) => at(error.pos[0], error.message.split("\n")[0] ?? ""));
    if (problems.length === 0) {
        const parsed = template.safeParse(document.toJS({ maxAliasCount: 0 }));
        if (parsed.success && parsed.data.name === name) {
            return parsed.data;
        }
        if (parsed.success) {
            problems.push(at(0, `name: is "${parsed.data.name}", but the folder is "${name}"`));
        }
        for (const issue of parsed.error?.issues ?? []) {
            problems.push(at(offsetOf(document, issue.path), `${issue.path.join(".") || "template"}: ${issue.message}`));
        }
    }
    const listed = problems.map((problem) => `${file}:${problem.line}:${problem.column}: ${problem.message}`);
    throw new build_fault/* Fault */.vC("TEMPLATE_INVALID", listed.join("\n"), { problems });
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
function isPattern(source) {
    try {
        new RegExp(source, "u");
        return true;
    }
    catch {
        return false;
    }
}
async function readIfThere(path) {
    return (0,promises_.readFile)(path, "utf8").catch((error) => {
        if (error.code === "ENOENT" || error.code === "ENOTDIR") {
            return undefined;
        }
        throw error;
    });
}

;// CONCATENATED MODULE: ./build/registry/parameters.js


/**
 * The template's parameters as texts: given values, else defaults; one that has neither is absent.
 *
 * Throws TEMPLATE_INVALID with every problem at once: unknown, missing, of another type, against its pattern.
 */
function checkParameters(template, given) {
    const known = Object.keys(template.parameters);
    const problems = Object.keys(given)
        .filter((name) => !Object.hasOwn(template.parameters, name))
        .map((name) => `with.${name}: template "${template.name}" has no such parameter${nearest(name, known)}`);
    const values = {};
    for (const [name, parameter] of Object.entries(template.parameters)) {
        const value = Object.hasOwn(given, name) ? given[name] : parameter.default;
        const problem = problemOf(parameter, value);
        if (problem !== undefined) {
            problems.push(`with.${name}: ${problem}`);
        }
        else if (value !== undefined) {
            values[name] = String(value);
        }
    }
    if (problems.length > 0) {
        throw new build_fault/* Fault */.vC("TEMPLATE_INVALID", problems.join("\n"), {
            hint: `The parameters of template "${template.name}" are: ${known.join(", ") || "none"}.`,
        });
    }
    return values;
}
/** The text with every `{{ name }}` filled in; undefined when it names a parameter that has no value. */
function fillParameters(text, values) {
    let complete = true;
    const filled = text.replace(/\{\{\s*([a-z][a-z0-9_]*)\s*\}\}/g, (_, name) => {
        complete &&= Object.hasOwn(values, name);
        return values[name] ?? "";
    });
    return complete ? filled : undefined;
}
function problemOf(parameter, value) {
    if (value === undefined) {
        return parameter.required ? `is required: ${parameter.description}` : undefined;
    }
    if (typeof value !== parameter.type) {
        // YAML reads 1.10 as the number 1.1: turning it back into text would silently name another version.
        const cure = parameter.type === "string" ? "; put it in quotes" : "";
        return `must be a ${parameter.type}, but is a ${typeof value}${cure}`;
    }
    if (parameter.pattern !== undefined &&
        !new RegExp(`^(?:${parameter.pattern})$`, "u").test(String(value))) {
        return `${JSON.stringify(value)} does not match ${parameter.pattern}`;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/registry/request.js



/** The request a server's part of the run file makes; `image:` and `build:` are other words for templates. */
async function requestOf(spec, templatesFolder) {
    if (spec.build !== undefined) {
        const template = await loadTemplate(templatesFolder, "dockerfile");
        const { context, dockerfile, target, args } = spec.build;
        return {
            template,
            source: {
                kind: "build",
                from: "workspace",
                context,
                dockerfile,
                args,
                ...(target !== undefined && { target }),
            },
        };
    }
    if (spec.image !== undefined) {
        const template = await loadTemplate(templatesFolder, "image");
        return { template, source: { kind: "image", reference: spec.image } };
    }
    const template = await loadTemplate(templatesFolder, spec.template ?? "");
    const values = checkParameters(template, spec.with);
    const version = values["version"];
    return {
        template,
        source: sourceOf(template, values),
        ...(version !== undefined && isExact(version) && { version }),
    };
}
function sourceOf(template, values) {
    const { image, build } = template;
    if (build === undefined) {
        return { kind: "image", reference: fillParameters(image ?? "", values) ?? "" };
    }
    const target = build.target === undefined ? undefined : fillParameters(build.target, values);
    return {
        kind: "build",
        from: build.from,
        context: fillParameters(build.context, values) ?? ".",
        dockerfile: fillParameters(build.dockerfile, values) ?? "Dockerfile",
        args: argsOf(build.args, values),
        ...(target !== undefined && { target }),
    };
}
/** Arguments whose parameter has no value are left out, so that the Dockerfile's own default holds. */
function argsOf(args, values) {
    if (typeof args === "string") {
        return parseLines(fillParameters(args, values) ?? "");
    }
    const filled = Object.entries(args).map(([name, text]) => [name, fillParameters(text, values)]);
    return Object.fromEntries(filled.filter((pair) => pair[1] !== undefined));
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

;// CONCATENATED MODULE: ./build/registry/resolve.js



/**
 * The image and start of a server: found on the engine, else pulled or built.
 *
 * Rejects TEMPLATE_NOT_FOUND, TEMPLATE_INVALID, PATH_NOT_ALLOWED, IMAGE_NOT_FOUND, IMAGE_PULL_FAILED, IMAGE_BUILD_FAILED.
 */
async function resolveImage(spec, deps) {
    const request = await requestOf(spec, deps.templatesFolder);
    const started = deps.clock.monotonicMs();
    const { source } = request;
    const found = source.kind === "image"
        ? await presentOrPulled(source.reference, deps)
        : await buildOnce(request.template, source, deps);
    return {
        template: request.template.name,
        image: found.reference,
        imageId: found.image.id,
        ...startOf(spec, request, found.image),
        env: { ...request.template.env, ...spec.env },
        ...(found.image.user !== "" && { user: found.image.user }),
        ...(request.version !== undefined && { version: request.version }),
        built: found.built,
        buildMs: found.waited ? deps.clock.monotonicMs() - started : 0,
        key: found.key,
    };
}
async function presentOrPulled(reference, deps) {
    const present = await deps.engine.inspectImage(reference);
    if (present !== undefined) {
        return { reference, image: present, built: false, waited: false, key: present.id };
    }
    deps.onProgress(`pulling ${reference}`);
    await deps.engine.pullImage(reference, deps.onProgress, deps.signal);
    const pulled = await deps.engine.inspectImage(reference);
    if (pulled === undefined) {
        throw new build_fault/* Fault */.vC("IMAGE_NOT_FOUND", `Image ${reference} was pulled, but the engine does not know it`);
    }
    return { reference, image: pulled, built: false, waited: true, key: pulled.id };
}
/** The run file's `command` replaces everything; its `args` come after what is there already. */
function startOf(spec, request, image) {
    if (spec.command !== undefined) {
        return { entrypoint: spec.command, command: spec.args };
    }
    const { entrypoint, command = entrypoint === undefined ? image.command : [] } = request.template;
    const replaced = request.template.command !== undefined || spec.args.length > 0;
    return {
        ...(entrypoint !== undefined && { entrypoint }),
        ...(replaced && { command: [...command, ...spec.args] }),
    };
}

;// CONCATENATED MODULE: ./build/registry/index.js
// Templates, their parameters, and the images servers are started from: found, pulled or built.
// An unchanged server costs one round trip to the engine.






// EXTERNAL MODULE: ./build/report/index.js + 21 modules
var report = __webpack_require__(9240);
// EXTERNAL MODULE: ./build/text/index.js + 13 modules
var build_text = __webpack_require__(6371);
;// CONCATENATED MODULE: ./build/manager/backlog.js
/** As long as the record lets logs and messages wait: nobody notices it, and a kill loses no step that was told. */
const waitMs = 50;
/**
 * Recording and telling a step takes about as long as a fast server takes to answer the next one. So it is done
 * a little late, for several steps in one transaction; a step is told (progress) only once it is recorded.
 */
function createBacklog(together) {
    let waiting = [];
    let timer;
    function drain() {
        clearTimeout(timer);
        timer = undefined;
        if (waiting.length === 0) {
            return;
        }
        const steps = waiting;
        waiting = [];
        together(() => {
            for (const step of steps) {
                step.record();
            }
        });
        for (const step of steps) {
            step.tell();
        }
    }
    return {
        add(step) {
            waiting.push(step);
            timer ??= setTimeout(drain, waitMs);
        },
        drain,
    };
}

;// CONCATENATED MODULE: ./build/manager/select-scenarios.js

/** The scenarios whose name one of the filters matches; all when there is no filter. Throws NOTHING_TO_TEST. */
function selectScenarios(loaded, only) {
    const filters = only.map(toPattern);
    const chosen = filters.length === 0
        ? loaded.scenarios
        : loaded.scenarios.filter((scenario) => filters.some((filter) => filter.test(scenario.name)));
    if (chosen.length === 0) {
        const names = loaded.scenarios.map((scenario) => `"${scenario.name}"`).join(", ");
        throw new build_fault/* Fault */.vC("NOTHING_TO_TEST", `No scenario matches ${only.map((name) => `"${name}"`).join(", ")}; there are: ${names}.`);
    }
    return chosen;
}
/** Names of the servers a scenario uses, in order of first use. */
function serversOf(scenario) {
    return [...new Set(scenario.steps.map((step) => step.server))];
}
/** `*` stands for any text, everything else for itself. */
function toPattern(filter) {
    const parts = filter.split("*").map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
    return new RegExp(`^${parts.join(".*")}$`, "su");
}

;// CONCATENATED MODULE: ./build/manager/play-scenario.js





/** Enters a scenario into the record, not begun yet, so that reports list all in declared order. */
function enterScenario(scenario, record) {
    return record.beginScenario({
        name: scenario.name,
        servers: serversOf(scenario).join(","),
        line: scenario.at.line,
        column: scenario.at.column,
    });
}
/** Plays one entered scenario; `fault` is why one of its servers could not be started. */
async function playScenario(scenario, id, fault, servers, deps) {
    const { record, clock } = deps.world;
    const startedAtMs = clock.nowMs();
    if (fault !== null) {
        const reason = firstLine(fault.message);
        recordUndone(scenario, id, record, clock.nowMs(), "broken", reason, fault);
        record.endScenario(id, { outcome: "broken", reason, startedAtMs, durationMs: 0 });
        deps.progress(`✗ ${scenario.name}: ${reason}`);
        return;
    }
    record.endScenario(id, { startedAtMs });
    const backlog = createBacklog((work) => record.together(work));
    const result = await runScenario(scenario, {
        clock,
        signal: deps.signal,
        redact: (text) => deps.world.redactor().redact(text),
        session: (name) => {
            const server = servers.get(name);
            if (server === undefined) {
                throw (0,build_fault/* asFault */.Ps)(new Error(`Server "${name}" is not part of this run.`));
            }
            return server.session;
        },
        onStep: (step) => {
            const { verdicts, captures: _captures, ...row } = step;
            backlog.add({
                record: () => record.step({ ...row, scenarioId: id }, verdicts),
                tell: () => deps.progress(stepLine(scenario, step)),
            });
        },
    });
    backlog.drain();
    record.endScenario(id, {
        outcome: result.outcome,
        reason: result.reason,
        durationMs: result.durationMs,
    });
}
/** Records a scenario that was never begun: every declared step still has exactly one outcome. */
function skipScenario(scenario, id, reason, { record, clock }) {
    recordUndone(scenario, id, record, clock.nowMs(), "skipped", reason, null);
    record.endScenario(id, { outcome: "skipped", reason, durationMs: 0 });
}
function recordUndone(scenario, scenarioId, record, nowMs, first, reason, fault) {
    scenario.steps.forEach((step, position) => {
        const isFirst = position === 0;
        const row = {
            scenarioId,
            position,
            server: step.server,
            ...verbOf(step),
            outcome: isFirst ? first : "skipped",
            reason: isFirst ? reason : "an earlier step did not pass",
            faultCode: isFirst ? (fault?.code ?? null) : null,
            blame: isFirst ? (fault?.blame ?? null) : null,
            startedAtMs: nowMs,
            durationMs: 0,
            argumentsJson: null,
            resultJson: null,
            resultBytes: 0,
            line: step.at.line,
            column: step.at.column,
        };
        record.step(row, []);
    });
}
/** The step's one verb and what it is about. */
function verbOf(step) {
    if (step.call !== undefined) {
        return { verb: "call", target: step.call };
    }
    return step.list === undefined
        ? { verb: "ping", target: "" }
        : { verb: "list", target: step.list };
}
const signs = { passed: "✓", failed: "✗", broken: "✗", skipped: "○" };
function stepLine(scenario, step) {
    const what = `${scenario.name} › ${step.verb} ${step.target}`.trimEnd();
    const why = step.reason === null ? "" : `: ${firstLine(step.reason)}`;
    return `${signs[step.outcome]} ${what} (${(0,build_text/* duration */.p0)(step.durationMs)})${why}`;
}
function firstLine(text) {
    return text.split("\n", 1)[0] ?? "";
}

;// CONCATENATED MODULE: ./build/manager/schedule.js
/**
 * Runs jobs in the given order per server, and jobs of different servers at the same time.
 *
 * Each job waits for the latest earlier job of each of its servers, so two jobs never share a server and no cycle of
 * waiting can arise.
 */
async function schedule(jobs) {
    const latest = new Map();
    const all = jobs.map((job) => {
        const before = job.servers.map((server) => latest.get(server) ?? Promise.resolve());
        const done = Promise.all(before).then(() => job.run());
        for (const server of job.servers) {
            latest.set(server, done);
        }
        return done;
    });
    await Promise.all(all);
}

;// CONCATENATED MODULE: ./build/manager/play-scenarios.js




/**
 * Starts the servers together, plays each scenario as soon as its servers are ready and free, and stops each server
 * after its last scenario.
 */
async function playScenarios(loaded, scenarios, origin, deps, keepRunning) {
    // Fail before anything is declared when there is no engine: it is the run's fault, not each server's.
    await deps.world.engine();
    const usesLeft = countUses(loaded, scenarios);
    const servers = declareServers(loaded, [...usesLeft.keys()], origin, deps);
    const started = startAll(servers, deps);
    async function finishWith(name) {
        const left = (usesLeft.get(name) ?? 1) - 1;
        usesLeft.set(name, left);
        if (left <= 0 && !keepRunning) {
            await started.get(name);
            await servers.get(name)?.stop();
        }
    }
    const entered = scenarios.map((scenario) => ({
        scenario,
        id: enterScenario(scenario, deps.world.record),
    }));
    const played = entered.map(({ scenario, id }) => {
        const names = serversOf(scenario);
        return {
            servers: names,
            async run() {
                const faults = await Promise.all(names.map((name) => started.get(name) ?? Promise.resolve(null)));
                if (deps.signal.aborted) {
                    skipScenario(scenario, id, reasonOf(deps.signal), deps.world);
                }
                else {
                    const fault = faults.find((candidate) => candidate instanceof build_fault/* Fault */.vC);
                    await playScenario(scenario, id, fault ?? null, servers, deps);
                }
                await Promise.all(names.map(finishWith));
            },
        };
    });
    const unused = [...usesLeft].flatMap(([name, uses]) => uses > 0 ? [] : [{ servers: [name], run: () => finishWith(name) }]);
    await schedule([...played, ...unused]);
}
/** How many scenarios use each server; without a filter, servers that none uses are still started and checked. */
function countUses(loaded, scenarios) {
    const isWhole = scenarios.length === loaded.scenarios.length;
    const uses = new Map();
    for (const name of isWhole ? Object.keys(loaded.runFile.servers) : []) {
        uses.set(name, 0);
    }
    for (const name of scenarios.flatMap(serversOf)) {
        uses.set(name, (uses.get(name) ?? 0) + 1);
    }
    return uses;
}
function declareServers(loaded, names, origin, deps) {
    return new Map(names.map((name) => {
        const spec = loaded.runFile.servers[name];
        if (spec === undefined) {
            throw new build_fault/* Fault */.vC("INTERNAL", `Server "${name}" passed validation but is not declared.`);
        }
        return [name, deps.declare(name, spec, origin, loaded.locate(["servers", name]))];
    }));
}
/** Each server's fault, or null once it is ready. */
function startAll(servers, deps) {
    return new Map([...servers].map(([name, server]) => [
        name,
        server.start(deps.progress, deps.signal).then(() => null, (thrown) => (0,build_fault/* asFault */.Ps)(thrown)),
    ]));
}
function reasonOf(signal) {
    return signal.reason instanceof Error ? signal.reason.message : "the run was cancelled";
}

;// CONCATENATED MODULE: ./build/manager/run-file.js
var run_file_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var run_file_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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









/**
 * One run of a run file: start its servers, play its scenarios, stop what is no longer needed, judge.
 *
 * Never rejects for what the run itself meets: an invalid file, a dead engine or a timeout is the summary's `fault`,
 * stands in the record and gives the exit code.
 */
async function runFile(request, deps) {
    const { record, clock } = deps.world;
    let fault = null;
    // The engine is reached while the file is read; whoever needs it meets its fault.
    deps.world.engine().catch(() => undefined);
    record.run({ runFile: request.file, startedAtMs: clock.nowMs() });
    try {
        await play(request, deps);
    }
    catch (thrown) {
        fault = (0,build_fault/* asFault */.Ps)(thrown);
        deps.progress(`${build_fault/* codes */.F4[fault.code].title}: ${fault.message}`);
        record.run({ fault: fault.message, faultCode: fault.code });
    }
    const judged = endRun(deps.world, deps.recordFile);
    return {
        runId: deps.world.ownership.runId,
        recordPath: deps.recordFile,
        outcome: judged.outcome,
        exitCode: judged.exitCode,
        ...judged.totals,
        fault: fault === null
            ? null
            : { code: fault.code, message: fault.message, hint: fault.hint, problems: fault.problems },
    };
}
/** Judges what is in the record and writes that down as the end of the run. */
function endRun({ record, clock }, recordFile) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        record.flush();
        const reader = run_file_addDisposableResource(env_1, (0,build_record/* readRecord */.aE)(recordFile), false);
        const judged = (0,report/* judgeRun */.Zy)(reader);
        record.run({ endedAtMs: clock.nowMs(), outcome: judged.outcome, exitCode: judged.exitCode });
        return judged;
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        run_file_disposeResources(env_1);
    }
}
async function play(request, deps) {
    const { world } = deps;
    const loaded = (0,config/* loadRunFile */._I)({
        file: request.file,
        text: request.text,
        variables: request.variables,
        environment: {},
        workspace: request.workspace,
        secrets: request.secrets,
        templates: await templateNames(world.templates),
    });
    world.record.run({ runFileText: loaded.text });
    await checkPaths(request.file, loaded);
    const scenarios = selectScenarios(loaded, request.only);
    const origin = {
        workspace: request.workspace,
        folder: (0,external_node_path_.dirname)((0,external_node_path_.resolve)(request.workspace, request.file)),
        secrets: request.secrets,
    };
    const limit = new AbortController();
    const timeoutMs = request.timeoutMs ?? loaded.runFile.timeout;
    const timer = setTimeout(() => limit.abort(tookTooLong(timeoutMs)), timeoutMs);
    const signal = AbortSignal.any([deps.signal, limit.signal]);
    try {
        await playScenarios(loaded, scenarios, origin, { ...deps, signal }, request.keepRunning);
        signal.throwIfAborted();
    }
    catch (thrown) {
        throw signal.aborted ? interruption(signal) : thrown;
    }
    finally {
        clearTimeout(timer);
    }
}
function tookTooLong(timeoutMs) {
    return new build_fault/* Fault */.vC("RUN_TIMED_OUT", `The run was ended at its timeout of ${timeoutMs} ms.`);
}
function interruption(signal) {
    return signal.reason instanceof build_fault/* Fault */.vC
        ? signal.reason
        : new build_fault/* Fault */.vC("INTERRUPTED", "The run was cancelled.", { cause: signal.reason });
}

;// CONCATENATED MODULE: ./build/manager/secret-looking.js
/** Values shorter than this would mask half the log. */
const shortestSecret = 8;
/** Environment variables whose name says that the value is a secret, as handed over by an API client in `env_vars`. */
function secretLooking(environment) {
    return Object.fromEntries(Object.entries(environment).filter(([name, value]) => value.length >= shortestSecret &&
        /(?:^|_)(?:KEY|TOKEN|SECRET|PASSWORD|PASS|CREDENTIALS?)(?:_|$)/i.test(name)));
}

;// CONCATENATED MODULE: ./build/mcp/channel-of.js
/** An attachment's stdin and stdout as the channel a session is opened over. */
function channelOf(attachment) {
    return {
        write: (bytes) => attachment.write(bytes),
        end: () => attachment.end(),
        onData: (listener) => attachment.onStdout(listener),
        // Only where they work: a channel that says it can be paused and cannot would pile up what a flood sends.
        ...(attachment.pause === undefined || attachment.resume === undefined
            ? {}
            : { pause: () => attachment.pause?.(), resume: () => attachment.resume?.() }),
        ended: attachment.ended,
    };
}

;// CONCATENATED MODULE: ./build/mcp/quote.js
const maxBytes = 200;
/** Control characters and separators that a terminal or a log reader would act upon, and bidirectional overrides. */
// biome-ignore format: one class
const unsafe = /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g;
/** Foreign text in one printable line: quoted, control characters escaped, at most 200 bytes of it. */
function quote(text) {
    let head = text.slice(0, maxBytes);
    while (Buffer.byteLength(head) > maxBytes) {
        head = head.slice(0, -1);
    }
    const printable = JSON.stringify(head).replace(unsafe, escaped);
    return head.length < text.length ? `${printable}…` : printable;
}
/** A value of a message for a finding: texts quoted, all else as JSON. */
function show(value) {
    if (typeof value === "string") {
        return quote(value);
    }
    const json = JSON.stringify(value) ?? "nothing";
    return json.length <= maxBytes ? json.replace(unsafe, escaped) : quote(json);
}
function escaped(character) {
    return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
/** A count with thousands separators, for messages. */
function count(value) {
    // Not toLocaleString: its first call loads the locale data, 25 ms of a run of one second.
    return String(Math.round(value)).replace(/\B(?=(?:\d{3})+$)/g, ",");
}

;// CONCATENATED MODULE: ./build/mcp/findings.js

/** Every finding of this room. `check` is the switch of the run file it belongs to. */
const findingTable = {
    "stdout-pollution": { severity: "error", check: "stdout_purity" },
    "glued-output": { severity: "error", check: "stdout_purity" },
    "blank-line": { severity: "info", check: "stdout_purity" },
    "unfinished-message": { severity: "error", check: "stdout_purity" },
    bom: { severity: "warning", check: "protocol" },
    "invalid-utf8": { severity: "error", check: "protocol" },
    "invalid-json": { severity: "error", check: "protocol" },
    "too-deep": { severity: "error", check: "protocol" },
    "oversized-message": { severity: "error", check: "protocol" },
    "message-spans-lines": { severity: "error", check: "protocol" },
    batch: { severity: "error", check: "protocol" },
    "jsonrpc-version": { severity: "error", check: "protocol" },
    "malformed-message": { severity: "error", check: "protocol" },
    "unknown-member": { severity: "warning", check: "protocol" },
    "null-id": { severity: "error", check: "protocol" },
    "id-type": { severity: "error", check: "protocol" },
    "wrong-id": { severity: "error", check: "protocol" },
    "duplicate-response": { severity: "error", check: "protocol" },
    "late-response": { severity: "warning", check: "protocol" },
    "echoed-request": { severity: "error", check: "protocol" },
    "unasked-request": { severity: "error", check: "protocol" },
    "unanswered-request": { severity: "warning", check: "protocol" },
    "endless-pages": { severity: "error", check: "protocol" },
    "result-schema": { severity: "error", check: "result_schema" },
    "bad-tool": { severity: "error", check: "result_schema" },
    "bad-resource": { severity: "error", check: "result_schema" },
    "bad-resource-template": { severity: "error", check: "result_schema" },
    "bad-prompt": { severity: "error", check: "result_schema" },
    "duplicate-name": { severity: "error", check: "result_schema" },
    "odd-tool-name": { severity: "warning", check: "result_schema" },
};
/** Findings of one code that are told in full; more are counted. */
const toldPerCode = 3;
/** Tells the first findings of each code and counts the rest; the counts are exact. */
class Findings {
    #tap;
    #tallies = new Map();
    constructor(tap) {
        this.#tap = tap;
    }
    /** `message` is built only when it is told: in a flood most are not. */
    report(code, message, times = 1) {
        let tally = this.#tallies.get(code);
        if (tally === undefined) {
            tally = { total: 0, told: 0, summed: 0 };
            this.#tallies.set(code, tally);
        }
        tally.total += times;
        if (tally.told < toldPerCode) {
            tally.told += 1;
            tally.summed += times;
            this.#tap.finding({ code, severity: findingTable[code].severity, message: message() });
        }
    }
    total(code) {
        return this.#tallies.get(code)?.total ?? 0;
    }
    /** One more finding for each code of which some were only counted since the last time. */
    summarise() {
        for (const [code, tally] of this.#tallies) {
            if (tally.total > tally.summed) {
                tally.summed = tally.total;
                const { severity } = findingTable[code];
                const message = `${count(tally.total)} findings of this kind in all; the first ${tally.told} are told in full`;
                this.#tap.finding({ code, severity, message });
            }
        }
    }
}
/** The switch of the run file's `checks` that a finding belongs to; undefined for a code of another room. */
function checkOf(code) {
    return Object.entries(findingTable).find(([known]) => known === code)?.[1].check;
}

;// CONCATENATED MODULE: ./build/mcp/outbox.js
/**
 * Messages to a server in order, one write at a time.
 *
 * Nothing is handed to the channel while it is stuck, so a server that never reads holds one write and what is
 * still waited for; messages that came meanwhile leave together.
 */
class Outbox {
    #channel;
    #tap;
    #onFailure;
    #queue = [];
    #writing = false;
    #failed = false;
    constructor(channel, tap, onFailure) {
        this.#channel = channel;
        this.#tap = tap;
        this.#onFailure = onFailure;
    }
    /** Messages not yet taken by the channel. */
    get waiting() {
        return this.#queue.length;
    }
    put(text, onWritten) {
        const message = { text, bytes: Buffer.byteLength(text), state: "waiting", onWritten };
        if (!this.#failed) {
            this.#queue.push(message);
            this.#flush();
        }
        return message;
    }
    /** Takes a message back if it has not been handed on. */
    drop(message) {
        if (message.state !== "waiting") {
            return false;
        }
        message.state = "dropped";
        this.#queue = this.#queue.filter((queued) => queued !== message);
        return true;
    }
    #flush() {
        if (this.#writing || this.#queue.length === 0) {
            return;
        }
        const batch = this.#queue;
        this.#queue = [];
        this.#writing = true;
        let text = "";
        for (const message of batch) {
            message.state = "writing";
            text += `${message.text}\n`;
        }
        const written = this.#channel.write(Buffer.from(text));
        // After the write: what the tap does with it happens while the server works.
        for (const message of batch) {
            this.#tap.message("sent", message.text, message.bytes, false);
        }
        written.then(() => {
            this.#writing = false;
            for (const message of batch) {
                message.state = "written";
                message.onWritten?.();
            }
            this.#flush();
        }, (error) => {
            this.#failed = true;
            this.#queue = [];
            this.#onFailure(error);
        });
    }
}

;// CONCATENATED MODULE: ./build/mcp/read-paced.js
/** Time given to the output of one server before everyone else in this process has a turn. */
const turnMs = 20;
/** The clock is looked at after so many bytes: lines made to be costly to read take 20 ms for them. */
const pieceBytes = 8 * 1024;
/**
 * Hands each chunk to `take` with the time it came; a channel that sends more than a turn's work is paused until the
 * event loop has come round. One that cannot be paused is taken as fast as it sends: nothing piles up here.
 */
function readPaced(channel, nowMs, take) {
    let held = [];
    let spentMs = 0;
    let resting = false;
    function takeTimed({ bytes, receivedMs }, startedMs) {
        take(bytes, receivedMs);
        spentMs += nowMs() - startedMs;
    }
    function work() {
        let next = 0;
        while (next < held.length && spentMs < turnMs) {
            const piece = held[next];
            next += 1;
            if (piece !== undefined) {
                takeTimed(piece, nowMs());
            }
        }
        held = held.slice(next);
        if (spentMs >= turnMs) {
            channel.pause?.();
        }
        rest();
    }
    /** Gives everyone else a turn, once the time spent in this one is worth counting. */
    function rest() {
        if (resting || (spentMs < 0.5 && held.length === 0)) {
            return;
        }
        resting = true;
        setImmediate(() => {
            resting = false;
            spentMs = 0;
            if (held.length > 0) {
                work();
            }
            if (held.length === 0) {
                channel.resume?.();
            }
        });
    }
    channel.onData((chunk) => {
        const receivedMs = nowMs();
        if (channel.pause === undefined || channel.resume === undefined) {
            take(chunk, receivedMs);
            return;
        }
        if (held.length === 0 && chunk.length <= pieceBytes && spentMs < turnMs) {
            takeTimed({ bytes: chunk, receivedMs }, receivedMs);
            rest();
            return;
        }
        for (let at = 0; at < chunk.length; at += pieceBytes) {
            held.push({ bytes: chunk.subarray(at, at + pieceBytes), receivedMs });
        }
        work();
    });
    return {
        drain: () => {
            const rest = held;
            held = [];
            for (const { bytes, receivedMs } of rest) {
                take(bytes, receivedMs);
            }
        },
    };
}

;// CONCATENATED MODULE: ./build/mcp/decode.js
const decode_replacement = "\uFFFD";
/** A line as text. Bytes that are no UTF-8 become U+FFFD, and the first of them is named. */
function decodeLine(line) {
    const bom = line[0] === 0xef && line[1] === 0xbb && line[2] === 0xbf;
    const text = line.toString("utf8", bom ? 3 : 0);
    // The text of a pure ASCII line is searched at no cost, so the slow look happens only where it can matter.
    const invalidAt = text.includes(decode_replacement) ? firstInvalidByte(line) : undefined;
    return { text, bom, invalidAt };
}
/** Offset of the first byte that does not belong to well-formed UTF-8 (Unicode 16, table 3-7). */
function firstInvalidByte(bytes) {
    let at = 0;
    while (at < bytes.length) {
        const length = sequenceLength(bytes, at);
        if (length === 0) {
            return at;
        }
        at += length;
    }
    return undefined;
}
/** Bytes of the well-formed sequence at `at`, or 0. */
function sequenceLength(bytes, at) {
    const lead = bytes[at] ?? 0;
    if (lead < 0x80) {
        return 1;
    }
    const length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
    if (lead < 0xc2 || lead > 0xf4) {
        return 0;
    }
    const second = bytes[at + 1] ?? 0;
    const lowest = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
    const highest = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
    if (second < lowest || second > highest) {
        return 0;
    }
    for (let index = at + 2; index < at + length; index += 1) {
        const next = bytes[index] ?? 0;
        if (next < 0x80 || next > 0xbf) {
            return 0;
        }
    }
    return length;
}

;// CONCATENATED MODULE: ./build/mcp/framer.js
const lineFeed = 0x0a;
const carriageReturn = 0x0d;
/** Bytes kept of the start and of the end of a line that is too long. */
const keptHead = 4096;
const keptTail = 256;
/** Chunks below this size are copied together: a chunk object per byte would cost a hundred times the bytes. */
const copyBelow = 32 * 1024;
const blockSize = 64 * 1024;
/** Cuts a byte stream into lines at 0x0A. Work is linear in the bytes, memory is at most the cap and one block. */
class Framer {
    #sink;
    #maxBytes;
    #held = [];
    #heldBytes = 0;
    /** The last entry of #held when it is a block of ours with room left. */
    #block;
    #blockUsed = 0;
    #discarding;
    constructor(maxBytes, sink) {
        this.#maxBytes = maxBytes;
        this.#sink = sink;
    }
    push(chunk) {
        const bytes = Buffer.isBuffer(chunk)
            ? chunk
            : Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
        let start = 0;
        while (start < bytes.length) {
            if (this.#heldBytes === 0 && this.#discarding === undefined && this.#sink.flooded()) {
                start = this.#skip(bytes, start);
            }
            if (bytes[start] === lineFeed && this.#heldBytes === 0 && this.#discarding === undefined) {
                start += this.#blankRun(bytes, start);
                continue;
            }
            const end = bytes.indexOf(lineFeed, start);
            if (end === -1) {
                this.#hold(bytes.subarray(start));
                return;
            }
            this.#finish(bytes.subarray(start, end));
            start = end + 1;
        }
    }
    /** The unfinished last line, if the stream did not end with a line break. */
    end() {
        if (this.#discarding !== undefined) {
            return this.#discarding;
        }
        if (this.#heldBytes === 0) {
            return undefined;
        }
        const line = this.#take();
        return { bytes: line.length, head: line.subarray(0, keptHead) };
    }
    /** Counts the lines before the next bracket; returns where the line that holds it begins. */
    #skip(bytes, start) {
        const brackets = [bytes.indexOf(0x7b, start), bytes.indexOf(0x5b, start)].filter((at) => at >= 0);
        const end = bytes.subarray(start, Math.min(...brackets, bytes.length)).lastIndexOf(lineFeed) + 1;
        let lines = 0;
        for (let at = start; at < start + end; at += 1) {
            lines += bytes[at] === lineFeed ? 1 : 0;
        }
        if (lines > 0) {
            this.#sink.skipped(lines, end - lines);
        }
        return start + end;
    }
    #blankRun(bytes, start) {
        let end = start + 1;
        while (bytes[end] === lineFeed) {
            end += 1;
        }
        this.#sink.blank(end - start);
        return end - start;
    }
    #finish(rest) {
        if (this.#discarding === undefined && this.#heldBytes === 0 && rest.length <= this.#maxBytes) {
            this.#emit(rest);
            return;
        }
        if (rest.length > 0) {
            this.#hold(rest);
        }
        if (this.#discarding === undefined) {
            this.#emit(this.#take());
            return;
        }
        const { bytes, head, tail } = this.#discarding;
        this.#discarding = undefined;
        this.#sink.resynced(bytes, head, tail);
    }
    #emit(line) {
        const end = line.at(-1) === carriageReturn ? line.length - 1 : line.length;
        if (end === 0) {
            this.#sink.blank(1);
        }
        else {
            this.#sink.line(line.subarray(0, end));
        }
    }
    #hold(part) {
        if (this.#discarding !== undefined) {
            this.#discarding.bytes += part.length;
            this.#discarding.tail = tailOf([this.#discarding.tail, part]);
            return;
        }
        this.#append(part);
        if (this.#heldBytes > this.#maxBytes) {
            const parts = this.#drop();
            const head = headOf(parts, Math.min(keptHead, this.#maxBytes));
            const bytes = parts.reduce((sum, held) => sum + held.length, 0);
            this.#discarding = { bytes, head, tail: tailOf(parts) };
            this.#sink.oversized(head);
        }
    }
    #append(part) {
        this.#heldBytes += part.length;
        if (part.length >= copyBelow) {
            this.#seal();
            this.#held.push(part);
            return;
        }
        let from = 0;
        while (from < part.length) {
            this.#block ??= Buffer.allocUnsafeSlow(blockSize);
            const copied = part.copy(this.#block, this.#blockUsed, from);
            this.#blockUsed += copied;
            from += copied;
            if (this.#blockUsed === blockSize) {
                this.#seal();
            }
        }
    }
    #seal() {
        if (this.#block !== undefined) {
            this.#held.push(this.#block.subarray(0, this.#blockUsed));
            this.#block = undefined;
            this.#blockUsed = 0;
        }
    }
    #drop() {
        this.#seal();
        const parts = this.#held;
        this.#held = [];
        this.#heldBytes = 0;
        return parts;
    }
    #take() {
        const bytes = this.#heldBytes;
        const parts = this.#drop();
        return parts.length === 1 && parts[0] !== undefined ? parts[0] : Buffer.concat(parts, bytes);
    }
}
function headOf(parts, wanted) {
    const some = [];
    let bytes = 0;
    for (const part of parts) {
        some.push(part.subarray(0, wanted));
        bytes += part.length;
        if (bytes >= wanted) {
            break;
        }
    }
    // A copy, so that the kilobytes kept do not hold a line of many megabytes in memory.
    return Buffer.from(Buffer.concat(some).subarray(0, wanted));
}
function tailOf(parts) {
    const some = [];
    let bytes = 0;
    for (let index = parts.length - 1; index >= 0 && bytes < keptTail; index -= 1) {
        const part = parts[index]?.subarray(-keptTail) ?? Buffer.alloc(0);
        some.unshift(part);
        bytes += part.length;
    }
    return Buffer.from(Buffer.concat(some).subarray(-keptTail));
}

;// CONCATENATED MODULE: ./build/mcp/scan.js
const quoteMark = 0x22;
const backslash = 0x5c;
/**
 * Walks the object or array that starts at `start`.
 *
 * Stops early, with `end` -1, once `maxDepth` is exceeded. Iterative: no nesting can exhaust the stack.
 */
function scanValue(text, start, maxDepth) {
    let open = 0;
    let depth = 0;
    for (let at = start; at < text.length; at += 1) {
        const code = text.charCodeAt(at);
        if (code === quoteMark) {
            at = endOfString(text, at);
            if (at === -1) {
                return { end: -1, depth, inString: true };
            }
        }
        else if (code === 0x7b || code === 0x5b) {
            open += 1;
            depth = Math.max(depth, open);
            if (depth > maxDepth) {
                return { end: -1, depth, inString: false };
            }
        }
        else if (code === 0x7d || code === 0x5d) {
            open -= 1;
            if (open <= 0) {
                return { end: at + 1, depth, inString: false };
            }
        }
    }
    return { end: -1, depth, inString: false };
}
/** Index of the closing quotation mark of the string opened at `start`, or -1. */
function endOfString(text, start) {
    for (let at = start + 1; at < text.length; at += 1) {
        const code = text.charCodeAt(at);
        if (code === backslash) {
            at += 1;
        }
        else if (code === quoteMark) {
            return at;
        }
    }
    return -1;
}

;// CONCATENATED MODULE: ./build/mcp/reading.js

/** Nesting no honest message needs; deeper ones exhaust the stack of whoever handles them. */
const maxDepth = 200;
const maxPartsPerLine = 100;
const messageStart = /\{\s*"(?:jsonrpc|id|method|result|error|params)"\s*:/g;
/** Classifies one line; never throws, whatever the text is. */
function readLine(text) {
    const first = text.charCodeAt(firstCharacter(text));
    const bracket = first === 0x7b || first === 0x5b;
    if (!bracket) {
        return text.includes('"jsonrpc"') ? readGlued(text) : { kind: "stray" };
    }
    // Saves the parser, and its errors, the lines of a JSON logger and of a flood.
    if (!mayBeMessage(text)) {
        const trimmed = text.trim();
        return { kind: trimmed === "{" || trimmed === "[" ? "opening" : "stray" };
    }
    // A value nested deeper than the limit has more characters than this.
    if (text.length > 2 * maxDepth && scanValue(text, 0, maxDepth).depth > maxDepth) {
        return { kind: "unreadable", code: "too-deep", reason: `nests deeper than ${maxDepth} levels` };
    }
    // What a cut-off line costs must be small: an exception of the parser is a thousand times dearer than this look.
    if (!endsWithBracket(text)) {
        return readBroken(text, "it does not end with a bracket");
    }
    try {
        return readValue(JSON.parse(text));
    }
    catch (error) {
        return readBroken(text, error instanceof Error ? error.message : "");
    }
}
function reading_isObject(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** Whether an object is meant as a JSON-RPC message; a line of a JSON logger is not. */
function isMessage(value) {
    return (reading_isObject(value) &&
        (Object.hasOwn(value, "jsonrpc") ||
            (Object.hasOwn(value, "id") &&
                (Object.hasOwn(value, "result") || Object.hasOwn(value, "error")))));
}
function endsWithBracket(text) {
    let at = text.length - 1;
    while (text.charCodeAt(at) === 0x20 || text.charCodeAt(at) === 0x09) {
        at -= 1;
    }
    const code = text.charCodeAt(at);
    return code === 0x7d || code === 0x5d;
}
function mayBeMessage(text) {
    return (text.includes('"jsonrpc"') ||
        (text.includes('"id"') && (text.includes('"result"') || text.includes('"error"'))));
}
function readValue(value) {
    if (isMessage(value)) {
        return { kind: "message", message: value };
    }
    return Array.isArray(value) && value.some(isMessage)
        ? { kind: "batch", messages: value }
        : { kind: "stray" };
}
function readBroken(text, parserSays) {
    if (!text.includes('"jsonrpc"')) {
        return { kind: "stray" };
    }
    const glued = readGlued(text);
    if (glued.kind === "glued") {
        return glued;
    }
    const { end, inString } = scanValue(text, 0, maxDepth);
    if (end === -1) {
        const where = inString ? "inside a string" : "before its last bracket is closed";
        return {
            kind: "unreadable",
            code: "invalid-json",
            reason: `ends ${where}: it was cut off, or goes on over the next line, but a message is one line`,
        };
    }
    return {
        kind: "unreadable",
        code: "invalid-json",
        reason: `is no JSON (${withoutQuotation(parserSays)})`,
    };
}
/** Finds whole messages among other text of the same line. */
function readGlued(text) {
    const parts = [];
    let from = 0;
    messageStart.lastIndex = 0;
    for (let found = messageStart.exec(text); found !== null; found = messageStart.exec(text)) {
        const { end } = scanValue(text, found.index, maxDepth);
        if (end === -1 || parts.length === maxPartsPerLine) {
            break;
        }
        const message = parsed(text.slice(found.index, end));
        if (isMessage(message)) {
            parts.push({
                message,
                text: text.slice(found.index, end),
                before: text.slice(from, found.index),
            });
            from = end;
        }
        messageStart.lastIndex = end;
    }
    return parts.length === 0 ? { kind: "stray" } : { kind: "glued", parts, after: text.slice(from) };
}
function parsed(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return undefined;
    }
}
/** The parser's complaint without the piece of text it quotes: findings quote the line themselves. */
function withoutQuotation(parserSays) {
    return parserSays.replace(/,? ?(?:\.\.\.)?".*$/su, "").replace(/ in JSON/u, "");
}
function firstCharacter(text) {
    let at = 0;
    while (text.charCodeAt(at) === 0x20 || text.charCodeAt(at) === 0x09) {
        at += 1;
    }
    return at;
}

;// CONCATENATED MODULE: ./build/mcp/stray-lines.js

/** Stray lines handed over one by one in each period; the rest of a flood is counted. */
const linesPerPeriod = 2_000;
const bytesPerPeriod = 1024 * 1024;
const periodMs = 100;
/** Lines of stdout that are no protocol messages: all counted, the tap sees as many as it can bear. */
class StrayLines {
    #tap;
    #findings;
    #nowMs;
    #periodStart = -Infinity;
    #lines = 0;
    #bytes = 0;
    #droppedLines = 0;
    #droppedBytes = 0;
    constructor(tap, findings, nowMs) {
        this.#tap = tap;
        this.#findings = findings;
        this.#nowMs = nowMs;
    }
    add(text, bytes, line) {
        this.#findings.report("stdout-pollution", () => `line ${count(line)} of stdout is no protocol message: ${quote(text)}`);
        this.#lines += 1;
        this.#bytes += bytes;
        if (this.#lines <= linesPerPeriod && this.#bytes <= bytesPerPeriod) {
            this.#tap.stray(text, bytes, false);
            return;
        }
        const now = this.#nowMs();
        if (now - this.#periodStart >= periodMs) {
            this.flush();
            this.#periodStart = now;
            this.#lines = 1;
            this.#bytes = bytes;
            this.#tap.stray(text, bytes, false);
            return;
        }
        this.#droppedLines += 1;
        this.#droppedBytes += bytes;
    }
    /** Whether the rest of this period is only counted. */
    get flooded() {
        return ((this.#lines >= linesPerPeriod || this.#bytes >= bytesPerPeriod) &&
            this.#nowMs() - this.#periodStart < periodMs);
    }
    /** Counts lines nobody has looked at. */
    skip(lines, bytes) {
        this.#findings.report("stdout-pollution", () => `${count(lines)} lines of stdout are no protocol messages`, lines);
        this.#droppedLines += lines;
        this.#droppedBytes += bytes;
    }
    /** Tells the tap how many were dropped since the last time. */
    flush() {
        if (this.#droppedLines > 0) {
            this.#tap.dropped?.(this.#droppedLines, this.#droppedBytes);
            this.#droppedLines = 0;
            this.#droppedBytes = 0;
        }
    }
}

;// CONCATENATED MODULE: ./build/mcp/receiver.js





/** Lines and bytes kept of what may become a message printed over several lines. */
const maxOpenLines = 10_000;
const maxOpenBytes = 1024 * 1024;
/** Turns the bytes of stdout into messages and says what else was on it. */
class Receiver {
    #options;
    #sink;
    #framer;
    #stray;
    /** Lines since a lone opening bracket. */
    #open = [];
    #openBytes = 0;
    #line = 0;
    #bytes = 0;
    constructor(options, sink) {
        this.#options = options;
        this.#sink = sink;
        this.#stray = new StrayLines(options.tap, options.findings, options.nowMs);
        this.#framer = new Framer(options.maxMessageBytes, {
            line: (bytes) => this.#readLine(bytes),
            blank: (lines) => this.#blank(lines),
            flooded: () => this.#stray.flooded && this.#open.length === 0,
            skipped: (lines, bytes) => {
                this.#line += lines;
                this.#stray.skip(lines, bytes);
            },
            oversized: (head) => this.#oversized(head),
            resynced: (bytes, head, tail) => this.#resynced(bytes, head, tail),
        });
    }
    /** Bytes of stdout so far. */
    get bytes() {
        return this.#bytes;
    }
    push(chunk) {
        this.#bytes += chunk.length;
        this.#framer.push(chunk);
    }
    /** Tells the tap what was only counted so far. */
    flush() {
        this.#stray.flush();
    }
    /** Call once when stdout has ended; what had no line break yet is returned and reported. */
    end() {
        this.#giveUpOpen();
        const rest = this.#framer.end();
        if (rest !== undefined) {
            const text = rest.head.toString("utf8");
            this.#options.tap.stray(text, rest.bytes, rest.head.length < rest.bytes);
            this.#options.findings.report("unfinished-message", () => `stdout ended with ${count(rest.bytes)} bytes of an unfinished message: ${quote(text)}`);
        }
        this.#stray.flush();
        return rest;
    }
    #readLine(bytes) {
        this.#line += 1;
        const { text, bom, invalidAt } = decodeLine(bytes);
        if (bom) {
            this.#report("bom", () => `begins with a UTF-8 byte order mark: ${quote(text)}`);
        }
        const reading = readLine(text);
        if (invalidAt !== undefined && reading.kind !== "stray") {
            this.#report("invalid-utf8", () => `is no UTF-8 from byte ${count(invalidAt)} on: ${quote(around(bytes, invalidAt))}`);
        }
        if (this.#open.length > 0) {
            if (reading.kind !== "message" && reading.kind !== "glued") {
                this.#continueOpen(text, bytes.length);
                return;
            }
            this.#giveUpOpen();
        }
        switch (reading.kind) {
            case "message":
                this.#options.tap.message("received", text, bytes.length, false);
                this.#sink.message(reading.message, text, bytes.length, false);
                break;
            case "batch":
                this.#options.tap.message("received", text, bytes.length, false);
                this.#report("batch", () => `is a JSON-RPC batch of ${count(reading.messages.length)}; batches were removed in revision 2025-06-18, write one message a line: ${quote(text)}`);
                this.#each(reading.messages, text, bytes.length);
                break;
            case "glued":
                this.#glued(reading.parts, reading.after);
                break;
            case "unreadable":
                this.#options.tap.stray(text, bytes.length, false);
                this.#report(reading.code, () => `${reading.reason}: ${quote(text)}`);
                this.#sink.unreadable(`line ${count(this.#line)} of stdout ${reading.reason}: ${quote(text)}`, [text], false);
                break;
            case "opening":
                this.#continueOpen(text, bytes.length);
                break;
            case "stray":
                this.#stray.add(text, bytes.length, this.#line);
                break;
        }
    }
    #each(messages, text, bytes) {
        for (const message of messages) {
            if (isMessage(message)) {
                this.#sink.message(message, text, bytes, false);
            }
            else {
                this.#report("malformed-message", () => "holds an element that is no JSON-RPC message");
            }
        }
    }
    #glued(parts, after) {
        for (const { message, text, before } of parts) {
            if (before !== "") {
                const bytes = Buffer.byteLength(before);
                this.#options.tap.stray(before, bytes, false);
                this.#report("glued-output", () => `has ${count(bytes)} bytes before a JSON-RPC message: ${quote(before)}`);
            }
            const bytes = Buffer.byteLength(text);
            this.#options.tap.message("received", text, bytes, false);
            this.#sink.message(message, text, bytes, before !== "");
        }
        const rest = after.trim();
        if (rest !== "") {
            const bytes = Buffer.byteLength(after);
            this.#options.tap.stray(after, bytes, false);
            this.#report("glued-output", () => `has ${count(bytes)} bytes after a JSON-RPC message: ${quote(rest)}`);
        }
        else if (parts.length > 1 && parts.every(({ before }) => before === "")) {
            this.#report("glued-output", () => `holds ${count(parts.length)} JSON-RPC messages with no line break between them`);
        }
    }
    #continueOpen(text, bytes) {
        this.#open.push(text);
        this.#openBytes += bytes + 1;
        const closing = text.startsWith("}") || text.startsWith("]");
        if (!closing) {
            if (this.#open.length > maxOpenLines || this.#openBytes > maxOpenBytes) {
                this.#giveUpOpen();
            }
            return;
        }
        const whole = this.#open.join("\n");
        const reading = readLine(whole);
        if (reading.kind !== "message" && reading.kind !== "batch") {
            this.#giveUpOpen();
            return;
        }
        const lines = this.#open.length;
        const wholeBytes = this.#openBytes;
        this.#open = [];
        this.#openBytes = 0;
        this.#options.tap.message("received", whole, wholeBytes, false);
        this.#report("message-spans-lines", () => `ends a message that spans ${count(lines)} lines; a message is one line, print it without indentation: ${quote(whole)}`);
        this.#each(reading.kind === "batch" ? reading.messages : [reading.message], whole, wholeBytes);
    }
    /** What looked like the start of a message over several lines was none. */
    #giveUpOpen() {
        const lines = this.#open;
        this.#open = [];
        this.#openBytes = 0;
        const first = this.#line - lines.length + 1;
        for (const [index, text] of lines.entries()) {
            this.#stray.add(text, Buffer.byteLength(text), first + index);
        }
    }
    #blank(lines) {
        this.#line += lines;
        this.#options.findings.report("blank-line", () => `stdout has empty lines (first: line ${count(this.#line - lines + 1)}); between messages there is one line break`, lines);
    }
    #oversized(head) {
        this.#giveUpOpen();
        const text = head.toString("utf8");
        const cap = count(this.#options.maxMessageBytes);
        this.#line += 1;
        this.#report("oversized-message", () => `is longer than the ${cap} bytes allowed and was not read: ${quote(text)}`);
        this.#sink.unreadable(`line ${count(this.#line)} of stdout is longer than the ${cap} bytes allowed`, [text], false);
    }
    #resynced(bytes, head, tail) {
        const text = head.toString("utf8");
        this.#options.tap.stray(text, bytes, true);
        this.#sink.unreadable(`line ${count(this.#line)} of stdout has ${count(bytes)} bytes, ${count(this.#options.maxMessageBytes)} are allowed`, [text, tail.toString("utf8")], true);
    }
    #report(code, message) {
        this.#options.findings.report(code, () => `line ${count(this.#line)} of stdout ${message()}`);
    }
}
/** The bytes next to a place, those that are no UTF-8 as U+FFFD. */
function around(bytes, at) {
    return bytes.toString("utf8", Math.max(0, at - 40), at + 40);
}

;// CONCATENATED MODULE: ./build/mcp/deadlines.js
/** The longest a timer of Node.js can wait; it fires at once when asked for more. */
const longestTimerMs = 2 ** 31 - 1;
/**
 * One timer for any number of deadlines: calls with the same timeout follow each other without touching it.
 *
 * `expire` ends what is due at the given time and returns the earliest deadline that remains, if any.
 */
class Deadlines {
    #clock;
    #expire;
    #armedFor = Infinity;
    #timer;
    constructor(clock, expire) {
        this.#clock = clock;
        this.#expire = expire;
    }
    /** Sees to it that `expire` is called no earlier than `deadlineMs` (monotonic) and as soon as possible after. */
    ensure(deadlineMs) {
        if (deadlineMs < this.#armedFor) {
            this.stop();
            this.#arm(deadlineMs);
        }
    }
    stop() {
        this.#timer?.abort();
        this.#timer = undefined;
        this.#armedFor = Infinity;
    }
    #arm(deadlineMs) {
        const timer = new AbortController();
        this.#timer = timer;
        this.#armedFor = deadlineMs;
        const waitMs = Math.min(Math.max(deadlineMs - this.#clock.monotonicMs(), 0), longestTimerMs);
        this.#clock.sleep(waitMs, timer.signal).then(() => this.#fire(timer), () => undefined);
    }
    #fire(timer) {
        if (timer.signal.aborted) {
            return;
        }
        this.stop();
        const next = this.#expire(this.#clock.monotonicMs());
        if (next !== undefined) {
            this.ensure(next);
        }
    }
}

;// CONCATENATED MODULE: ./build/mcp/pending.js



/** What a request is called in messages: `tools/call "echo"`. */
function labelOf(method, params) {
    const name = params?.["name"] ?? params?.["uri"];
    return typeof name === "string" ? `${method} ${quote(name)}` : method;
}
/** The same for a request under way; made only when something is to be said about it. */
function called(pending) {
    return labelOf(pending.method, pending.params);
}
/** Settles a request with the message that answers it; returns what is wrong with the message, if anything. */
function settle(pending, message, text, bytes, receivedMs) {
    const problem = pending_problemOf(message);
    const durationMs = receivedMs - pending.startedMs;
    if (problem !== undefined) {
        pending.reject(new build_fault/* Fault */.vC("PROTOCOL_VIOLATION", `The answer to ${called(pending)} ${problem}: ${quote(text)}`));
    }
    else if (Object.hasOwn(message, "result")) {
        pending.resolve({ kind: "result", result: message["result"], durationMs, bytes });
    }
    else {
        // Checked by problemOf: an object with an integer code and a text.
        pending.resolve({ kind: "error", error: message["error"], durationMs, bytes });
    }
    return problem;
}
function timedOut(pending, server) {
    const { outgoing } = pending;
    const stuck = outgoing !== undefined && outgoing.state !== "written"
        ? `; the server has not read the request from its stdin (${count(outgoing.bytes)} bytes wait to be written)`
        : "";
    return new build_fault/* Fault */.vC("CALL_TIMED_OUT", `Server "${server}" did not answer ${called(pending)} within ${count(Math.ceil(pending.timeoutMs))} ms${stuck}.`);
}
function pending_problemOf(message) {
    const hasResult = Object.hasOwn(message, "result");
    if (!Object.hasOwn(message, "error")) {
        return hasResult ? undefined : `has neither "result" nor "error"`;
    }
    if (hasResult) {
        return `has both "result" and "error"`;
    }
    const error = message["error"];
    if (!reading_isObject(error)) {
        return `has an "error" that is no object`;
    }
    if (!Number.isInteger(error["code"])) {
        return `has an error without an integer "code"`;
    }
    if (typeof error["message"] !== "string") {
        return `has an error without a text as "message"`;
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/mcp/response-id.js
/** Our ids are the integers from 1 to `lastId`; reads the id of a response as one of them if it can be. */
function answerIdOf(id, lastId) {
    if (typeof id === "number") {
        return isOurs(id, lastId)
            ? { id }
            : {
                id: undefined,
                problem: { code: "wrong-id", text: `a response has the id ${id}, which no request had` },
            };
    }
    if (id === null || id === undefined) {
        const what = id === null ? "the id null" : "no id";
        return { id: undefined, problem: { code: "null-id", text: `a response has ${what}` } };
    }
    if (typeof id === "string" && /^\d{1,15}$/u.test(id) && isOurs(Number(id), lastId)) {
        const text = `a response has its id as a string, the request had the number ${id}`;
        return { id: Number(id), problem: { code: "id-type", text } };
    }
    const what = typeof id === "string" ? "an id that no request had" : `an id of type ${typeof id}`;
    return { id: undefined, problem: { code: "wrong-id", text: `a response has ${what}` } };
}
/** Every integer that stands as `"id"` in unreadable text, near its start or its end. */
function idsIn(texts) {
    const ids = [];
    for (const text of texts) {
        const pieces = text.length > 2 * searched ? [text.slice(0, searched), text.slice(-searched)] : [text];
        for (const piece of pieces) {
            for (const [, digits] of piece.matchAll(/"id"\s{0,20}:\s{0,20}"?(\d{1,15})\b/gu)) {
                ids.push(Number(digits));
            }
        }
    }
    return ids;
}
/** Characters searched at each end: an id stands first or last in all but odd messages. */
const searched = 4096;
function isOurs(id, lastId) {
    return Number.isInteger(id) && id >= 1 && id <= lastId;
}

;// CONCATENATED MODULE: ./build/mcp/requests.js





/** Requests given up that are remembered, so that their answers are known as late. */
const maxForgotten = 1_000;
/** Requests that must not be cancelled: before the session there is nothing to cancel. */
const handshakeMethods = new Set(["initialize", "server/discover"]);
/** The requests under way on one connection: their ids, their deadlines, and which answer belongs to which. */
class Requests {
    #server;
    #clock;
    #findings;
    #outbox;
    #deadlines;
    #pending = new Map();
    #forgotten = new Map();
    #lastId = 0;
    #closed = false;
    constructor(server, clock, findings, outbox) {
        this.#server = server;
        this.#clock = clock;
        this.#findings = findings;
        this.#outbox = outbox;
        this.#deadlines = new Deadlines(clock, (nowMs) => this.#expire(nowMs));
    }
    send(method, params, options) {
        const { signal, timeoutMs } = options;
        if (signal?.aborted) {
            return Promise.reject(interrupted(method, signal));
        }
        this.#lastId += 1;
        const id = this.#lastId;
        const text = JSON.stringify({ jsonrpc: "2.0", id, method, params });
        return new Promise((resolve, reject) => {
            const startedMs = this.#clock.monotonicMs();
            const deadlineMs = startedMs + timeoutMs;
            const pending = {
                id,
                method,
                params,
                timeoutMs,
                startedMs,
                deadlineMs,
                outgoing: undefined,
                resolve,
                reject,
            };
            this.#pending.set(id, pending);
            if (signal !== undefined) {
                this.#watch(pending, signal);
            }
            pending.outgoing = this.#outbox.put(text);
            this.#deadlines.ensure(deadlineMs);
        });
    }
    /** Takes a response and says what is wrong with it. */
    answer(message, text, bytes, receivedMs) {
        const { id, problem } = answerIdOf(message["id"], this.#lastId);
        if (problem !== undefined) {
            this.#findings.report(problem.code, () => `${problem.text}: ${quote(text)}`);
        }
        const pending = id === undefined ? undefined : this.#pending.get(id);
        if (id === undefined) {
            this.failOnly(`a response came whose id fits no request: ${quote(text)}`);
        }
        else if (pending === undefined) {
            this.#unexpected(id, text, receivedMs);
        }
        else {
            this.#settle(pending, message, text, bytes, receivedMs);
        }
    }
    /** Fails the request that an unreadable line was the answer to, where that can be told. */
    unreadable(reason, texts, told) {
        const candidates = new Set(idsIn(texts).filter((id) => this.#pending.has(id)));
        const [only] = candidates;
        const pending = only !== undefined && candidates.size === 1 ? this.#pending.get(only) : undefined;
        if (pending !== undefined) {
            this.#fail(pending, reason);
        }
        else if (!told) {
            this.failOnly(reason);
        }
    }
    /** With a single request under way, whatever came must have been meant for it. */
    failOnly(reason) {
        const [only] = this.#pending.values();
        if (only !== undefined && this.#pending.size === 1) {
            this.#fail(only, reason);
        }
    }
    /** The server sent our own request back. */
    echoed(id, method) {
        const pending = this.#pending.get(id);
        if (pending?.method === method) {
            this.#fail(pending, `our own request ${called(pending)} came back instead of an answer`);
        }
    }
    /** Rejects all requests; answers to them are no longer of interest. */
    rejectAll(fault) {
        this.#closed = true;
        this.#deadlines.stop();
        const all = [...this.#pending.values()];
        this.#pending.clear();
        for (const pending of all) {
            pending.reject(fault);
        }
    }
    #watch(pending, signal) {
        const { resolve, reject } = pending;
        const onAbort = () => this.#giveUp(pending, interrupted(called(pending), signal), "interrupted");
        signal.addEventListener("abort", onAbort, { once: true });
        pending.resolve = (reply) => {
            signal.removeEventListener("abort", onAbort);
            resolve(reply);
        };
        pending.reject = (error) => {
            signal.removeEventListener("abort", onAbort);
            reject(error);
        };
    }
    #settle(pending, message, text, bytes, receivedMs) {
        this.#pending.delete(pending.id);
        for (const key of Object.keys(message)) {
            if (key !== "jsonrpc" && key !== "id" && key !== "result" && key !== "error") {
                this.#findings.report("unknown-member", () => `the answer to ${called(pending)} has the unknown member ${quote(key)}`);
            }
        }
        const wrong = settle(pending, message, text, bytes, receivedMs);
        if (wrong !== undefined) {
            this.#findings.report("malformed-message", () => `the answer to ${called(pending)} ${wrong}: ${quote(text)}`);
        }
    }
    /** A response to a request that is no longer waited for. */
    #unexpected(id, text, receivedMs) {
        if (this.#closed) {
            return;
        }
        const forgotten = this.#forgotten.get(id);
        if (forgotten === undefined) {
            this.#findings.report("duplicate-response", () => `request ${id} was answered more than once; the first answer counts: ${quote(text)}`);
            return;
        }
        this.#forgotten.delete(id);
        const seconds = (Math.max(0, receivedMs - forgotten.atMs) / 1000).toFixed(1);
        this.#findings.report("late-response", () => `the answer to ${forgotten.label} came late by ${seconds} s`);
    }
    #fail(pending, reason) {
        this.#pending.delete(pending.id);
        this.#forget(pending);
        pending.reject(new build_fault/* Fault */.vC("PROTOCOL_VIOLATION", `Server "${this.#server}", ${called(pending)}: ${reason}`));
    }
    #expire(nowMs) {
        let next;
        for (const pending of this.#pending.values()) {
            if (pending.deadlineMs <= nowMs) {
                this.#giveUp(pending, timedOut(pending, this.#server), "timed out");
            }
            else if (next === undefined || pending.deadlineMs < next) {
                next = pending.deadlineMs;
            }
        }
        return next;
    }
    #giveUp(pending, fault, reason) {
        this.#pending.delete(pending.id);
        const unsent = pending.outgoing !== undefined && this.#outbox.drop(pending.outgoing);
        if (!unsent) {
            this.#forget(pending);
            if (!handshakeMethods.has(pending.method)) {
                const params = { requestId: pending.id, reason };
                this.#outbox.put(JSON.stringify({ jsonrpc: "2.0", method: "notifications/cancelled", params }));
            }
        }
        pending.reject(fault);
    }
    #forget(pending) {
        this.#forgotten.set(pending.id, {
            label: called(pending),
            atMs: this.#clock.monotonicMs(),
        });
        if (this.#forgotten.size > maxForgotten) {
            const [oldest] = this.#forgotten.keys();
            if (oldest !== undefined) {
                this.#forgotten.delete(oldest);
            }
        }
    }
}
function interrupted(label, signal) {
    return new build_fault/* Fault */.vC("INTERRUPTED", `${label} was interrupted before its answer came.`, {
        cause: signal.reason,
    });
}

;// CONCATENATED MODULE: ./build/mcp/server-request.js

const methodNotFound = -32601;
/** Methods only a client calls: a server that sends one is repeating us, as a terminal or `cat` does. */
const clientMethods = /^(?:initialize|server\/discover|tools\/|resources\/|prompts\/|completion\/|logging\/|subscriptions\/)/u;
/** What a request of the server gets: `ping` its answer, all else -32601, for we declare no capabilities. */
function answerServerRequest(message, method) {
    const { id } = message;
    if (clientMethods.test(method)) {
        const finding = {
            code: "echoed-request",
            text: `the server sent the client's request ${quote(method)}`,
        };
        return typeof id === "number" ? { finding, echo: id } : { finding };
    }
    if (typeof id !== "string" && typeof id !== "number") {
        const text = `the server's request ${quote(method)} has an id that is neither a string nor a number`;
        return { finding: { code: "null-id", text } };
    }
    if (method === "ping") {
        return { answer: JSON.stringify({ jsonrpc: "2.0", id, result: {} }) };
    }
    const error = {
        code: methodNotFound,
        message: "Method not found: this client declared no capabilities",
    };
    return {
        answer: JSON.stringify({ jsonrpc: "2.0", id, error }),
        finding: {
            code: "unasked-request",
            text: `the server sent ${quote(method)} though we declared no capability for it`,
        },
    };
}

;// CONCATENATED MODULE: ./build/mcp/connection.js








/** How long the end of the server may take to be explained, and its stdout to end after its stdin has failed. */
const explainMs = 5_000;
const endAfterWriteFailureMs = 1_000;
/** Answers to a server's requests that may wait while it does not read. */
const maxWaitingAnswers = 1_000;
/** JSON-RPC over one byte channel; every message is judged as it comes, whoever waits for it. */
class Connection {
    findings;
    #options;
    #clock;
    #channel;
    #outbox;
    #requests;
    #receiver;
    #reading;
    #onEnd = new Set();
    #receivedMs = 0;
    #messages = 0;
    #ending = false;
    #ended;
    constructor(channel, options, clock) {
        const { tap, maxMessageBytes } = options;
        const nowMs = () => clock.monotonicMs();
        this.#options = options;
        this.#clock = clock;
        this.#channel = channel;
        this.findings = new Findings(tap);
        this.#outbox = new Outbox(channel, tap, (error) => void this.#writeFailed(error));
        this.#requests = new Requests(options.server, clock, this.findings, this.#outbox);
        this.#receiver = new Receiver({ maxMessageBytes, tap, findings: this.findings, nowMs }, {
            message: (message, text, bytes, glued) => this.#message(message, text, bytes, glued),
            unreadable: (reason, texts, told) => this.#requests.unreadable(reason, texts, told),
        });
        this.#reading = readPaced(channel, nowMs, (chunk, receivedMs) => {
            this.#receivedMs = receivedMs;
            this.#receiver.push(chunk);
        });
        const stdoutEnded = () => void this.#end("its stdout has ended");
        channel.ended.then(stdoutEnded, stdoutEnded);
    }
    /** What stdout has carried so far. */
    get received() {
        return { bytes: this.#receiver.bytes, messages: this.#messages };
    }
    call(method, params, options) {
        return this.#ended === undefined
            ? this.#requests.send(method, params, options)
            : Promise.reject(this.#ended);
    }
    /** Resolves when the message was handed on; rejects CALL_TIMED_OUT when the server does not read it in time. */
    async notify(method, params, timeoutMs) {
        if (this.#ended !== undefined) {
            throw this.#ended;
        }
        const { promise, resolve, reject } = Promise.withResolvers();
        const timer = new AbortController();
        const outgoing = this.#outbox.put(JSON.stringify({ jsonrpc: "2.0", method, params }), resolve);
        this.#onEnd.add(reject);
        this.#clock.sleep(timeoutMs, timer.signal).then(() => reject(new build_fault/* Fault */.vC("CALL_TIMED_OUT", `The server did not read ${method} within ${count(timeoutMs)} ms.`)), () => undefined);
        try {
            await promise;
        }
        finally {
            timer.abort();
            this.#onEnd.delete(reject);
            this.#outbox.drop(outgoing);
        }
    }
    close() {
        this.#finish(new build_fault/* Fault */.vC("SESSION_CLOSED", `The session with server "${this.#options.server}" was closed by us.`));
    }
    #message(message, text, bytes, glued) {
        this.#messages += 1;
        if (message["jsonrpc"] !== "2.0") {
            this.findings.report("jsonrpc-version", () => `a message lacks "jsonrpc": "2.0": ${quote(text)}`);
        }
        const { method } = message;
        if (typeof method === "string") {
            // Behind other text it is most likely our own message, logged by the server.
            if (!glued && Object.hasOwn(message, "id")) {
                this.#serverRequest(message, method, text);
            }
            else if (!glued) {
                this.#options.onNotification?.(method, message["params"]);
            }
            return;
        }
        const isResponse = Object.hasOwn(message, "id") ||
            Object.hasOwn(message, "result") ||
            Object.hasOwn(message, "error");
        if (method === undefined && isResponse) {
            this.#requests.answer(message, text, bytes, this.#receivedMs);
            return;
        }
        const wrong = method === undefined ? `has neither "method" nor "id"` : `has a "method" that is no string`;
        this.findings.report("malformed-message", () => `a message ${wrong}: ${quote(text)}`);
        this.#requests.failOnly(`a message ${wrong}: ${quote(text)}`);
    }
    #serverRequest(message, method, text) {
        const { answer, finding, echo } = answerServerRequest(message, method);
        if (finding !== undefined) {
            this.findings.report(finding.code, () => `${finding.text}: ${quote(text)}`);
        }
        if (echo !== undefined) {
            this.#requests.echoed(echo, method);
        }
        if (answer === undefined) {
            return;
        }
        if (this.#outbox.waiting < maxWaitingAnswers) {
            this.#outbox.put(answer);
        }
        else {
            this.findings.report("unanswered-request", () => `the server does not read our answers (${count(maxWaitingAnswers)} wait), so its ${quote(method)} got none`);
        }
    }
    async #writeFailed(error) {
        // A server that exits is noticed here first; its stdout, which tells more, ends a moment later.
        const patience = new AbortController();
        const patienceOver = this.#clock.sleep(endAfterWriteFailureMs, patience.signal);
        await Promise.race([this.#channel.ended, patienceOver]).catch(() => undefined);
        patience.abort();
        patienceOver.catch(() => undefined);
        await this.#end(`it has closed its stdin (${error instanceof Error ? error.message : String(error)})`);
    }
    async #end(fallback) {
        if (this.#ending) {
            return;
        }
        this.#ending = true;
        this.#reading.drain();
        const rest = this.#receiver.end();
        const unfinished = rest === undefined ? "" : `sent ${count(rest.bytes)} bytes of an unfinished message, then `;
        const explanation = await this.#explain(fallback);
        this.#finish(new build_fault/* Fault */.vC("SESSION_CLOSED", `Server "${this.#options.server}" ${unfinished}${explanation}`));
    }
    async #explain(fallback) {
        const patience = new AbortController();
        const late = this.#clock
            .sleep(explainMs, patience.signal)
            .then(() => `closed the connection (${fallback}; nothing more is known)`);
        late.catch(() => undefined);
        try {
            return await Promise.race([this.#options.explainEnd(), late]);
        }
        catch (error) {
            const why = error instanceof Error ? error.message : String(error);
            return `closed the connection (${fallback}; nothing more is known: ${why})`;
        }
        finally {
            patience.abort();
        }
    }
    #finish(fault) {
        this.#ended ??= fault;
        this.#requests.rejectAll(fault);
        for (const reject of this.#onEnd) {
            reject(fault);
        }
        this.#receiver.flush();
        this.findings.summarise();
    }
}

;// CONCATENATED MODULE: ./build/mcp/revision.js
/** Revisions that begin with `initialize`, newest first. */
const legacyRevisions = ["2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05"];
/** Revisions without a handshake, newest first. */
const modernRevisions = ["2026-07-28"];
const newestLegacy = legacyRevisions[0];
const newestModern = modernRevisions[0];
function isLegacy(revision) {
    return legacyRevisions.some((known) => known === revision);
}
/** What every request of a modern revision carries in `params._meta` (revision 2026-07-28, basic/versioning). */
function modernMeta(clientInfo) {
    return {
        "io.modelcontextprotocol/protocolVersion": newestModern,
        "io.modelcontextprotocol/clientInfo": clientInfo,
        "io.modelcontextprotocol/clientCapabilities": {},
    };
}
/** Adds the modern members to `params._meta`; what the caller has set there wins, so that a test may break it. */
function withMeta(params, meta) {
    const given = params?.["_meta"];
    if (given !== undefined &&
        (typeof given !== "object" || given === null || Array.isArray(given))) {
        return { ...params };
    }
    return { ...params, _meta: { ...meta, ...given } };
}

;// CONCATENATED MODULE: ./build/mcp/content.js


/** What is wrong with a piece of content, in words that continue "that …"; undefined when nothing is. */
const contentProblems = {
    block: blockProblem,
    resource: resourceProblem,
    promptMessage: promptMessageProblem,
};
/** Members of each content type that must be texts (revision 2025-11-25, schema: ContentBlock). */
const requiredTexts = {
    text: ["text"],
    image: ["data", "mimeType"],
    audio: ["data", "mimeType"],
    resource_link: ["uri", "name"],
    resource: [],
};
function blockProblem(block) {
    if (!reading_isObject(block)) {
        return "is no object";
    }
    const { type } = block;
    if (typeof type !== "string") {
        return `has no text as "type"`;
    }
    const required = Object.hasOwn(requiredTexts, type) ? requiredTexts[type] : undefined;
    if (required === undefined) {
        return `has the unknown type ${quote(type)}`;
    }
    if (type === "resource") {
        const problem = resourceProblem(block["resource"]);
        return problem === undefined ? undefined : `has a "resource" that ${problem}`;
    }
    return missingText(block, required, type);
}
function resourceProblem(resource) {
    if (!reading_isObject(resource)) {
        return "is no object";
    }
    if (typeof resource["uri"] !== "string") {
        return `has no text as "uri"`;
    }
    return typeof resource["text"] === "string" || typeof resource["blob"] === "string"
        ? undefined
        : `has neither "text" nor "blob" as a text`;
}
function promptMessageProblem(message) {
    if (!reading_isObject(message)) {
        return "is no object";
    }
    const { role } = message;
    if (role !== "user" && role !== "assistant") {
        return `has a "role" other than "user" and "assistant"`;
    }
    const problem = blockProblem(message["content"]);
    return problem === undefined ? undefined : `has a "content" that ${problem}`;
}
function missingText(block, required, type) {
    const missing = required.find((key) => typeof block[key] !== "string");
    return missing === undefined ? undefined : `is of type "${type}" and has no text as "${missing}"`;
}

;// CONCATENATED MODULE: ./build/mcp/shape.js



const lists = {
    tools: { method: "tools/list", key: "tools", code: "bad-tool" },
    resources: { method: "resources/list", key: "resources", code: "bad-resource" },
    resource_templates: {
        method: "resources/templates/list",
        key: "resourceTemplates",
        code: "bad-resource-template",
    },
    prompts: { method: "prompts/list", key: "prompts", code: "bad-prompt" },
};
const listShapes = Object.values(lists);
/** Names every client can show and pass on (revision 2025-11-25, server/tools, tool names). */
const ordinaryToolName = /^[A-Za-z0-9_./-]{1,128}$/u;
/** Says what of a raw result is not as the specification demands; knows the results a client commonly asks for. */
function checkResult(method, result, era, report) {
    const wrong = (message) => report("result-schema", () => message);
    if (!reading_isObject(result)) {
        wrong(`has a result that is no object: ${show(result)}`);
        return;
    }
    if (era === "modern" && !isComplete(method, result, wrong)) {
        return;
    }
    const shape = listShapes.find((list) => list.method === method);
    if (shape !== undefined) {
        checkList(shape, result, wrong, report);
    }
    if (era === "modern" &&
        (shape !== undefined || method === "resources/read" || method === "server/discover")) {
        checkCaching(result, wrong);
    }
    switch (method) {
        case "tools/call":
            checkToolResult(result, era, wrong);
            break;
        case "resources/read":
            each(result, "contents", contentProblems.resource, wrong);
            break;
        case "prompts/get":
            each(result, "messages", contentProblems.promptMessage, wrong);
            break;
        case "completion/complete":
            if (!reading_isObject(result["completion"]) || !isTexts(result["completion"]["values"])) {
                wrong(`has a result without an array of texts as "completion.values"`);
            }
            break;
        case "initialize":
            checkInitialize(result, wrong);
            break;
    }
}
/** What is wrong with one entry of a list, in words that continue its name; undefined when nothing is. */
function entryProblem(code, entry) {
    if (!reading_isObject(entry)) {
        return "is no object";
    }
    const identity = code === "bad-resource" ? "uri" : code === "bad-resource-template" ? "uriTemplate" : "name";
    for (const key of new Set([identity, "name"])) {
        if (typeof entry[key] !== "string" || entry[key] === "") {
            return `has no text as "${key}"`;
        }
    }
    if (entry["description"] !== undefined && typeof entry["description"] !== "string") {
        return `has a "description" that is no text`;
    }
    return code === "bad-tool" ? toolProblem(entry) : undefined;
}
function toolProblem(tool) {
    const { inputSchema, outputSchema, annotations } = tool;
    if (!reading_isObject(inputSchema)) {
        return `has no object as "inputSchema"`;
    }
    if (inputSchema["type"] !== "object") {
        return `has an "inputSchema" whose "type" is not "object"`;
    }
    if (outputSchema !== undefined && !reading_isObject(outputSchema)) {
        return `has an "outputSchema" that is no object`;
    }
    if (annotations !== undefined && !reading_isObject(annotations)) {
        return `has "annotations" that are no object`;
    }
    return undefined;
}
function checkList(shape, result, wrong, report) {
    const entries = result[shape.key];
    if (!Array.isArray(entries)) {
        wrong(`has a result without an array as "${shape.key}"`);
        return;
    }
    for (const [index, entry] of entries.entries()) {
        const problem = entryProblem(shape.code, entry);
        const name = reading_isObject(entry) ? entry["name"] : undefined;
        if (problem !== undefined) {
            report(shape.code, () => `lists ${shape.key}[${count(index)}]${nameOf(name)}, which ${problem}`);
        }
        else if (shape.code === "bad-tool" &&
            typeof name === "string" &&
            !ordinaryToolName.test(name)) {
            report("odd-tool-name", () => `lists a tool with a name many clients refuse: ${quote(name)}`);
        }
    }
    const { nextCursor } = result;
    if (nextCursor !== undefined && typeof nextCursor !== "string") {
        wrong(`has a "nextCursor" that is no text: ${show(nextCursor)}`);
    }
}
function checkToolResult(result, era, wrong) {
    each(result, "content", contentProblems.block, wrong);
    const { isError, structuredContent } = result;
    if (isError !== undefined && typeof isError !== "boolean") {
        wrong(`has an "isError" that is no boolean`);
    }
    if (era === "legacy" && structuredContent !== undefined && !reading_isObject(structuredContent)) {
        wrong(`has a "structuredContent" that is no object`);
    }
}
function checkInitialize(result, wrong) {
    if (!reading_isObject(result["capabilities"])) {
        wrong(`has no object as "capabilities"`);
    }
    const info = result["serverInfo"];
    if (!reading_isObject(info) || typeof info["name"] !== "string" || typeof info["version"] !== "string") {
        wrong(`has no "serverInfo" with a text as "name" and as "version"`);
    }
}
/** Results of the modern revision say what kind they are; only complete ones have the shapes checked here. */
function isComplete(method, result, wrong) {
    const { resultType } = result;
    if (resultType === undefined || resultType === "complete") {
        return true;
    }
    wrong(resultType === "input_required"
        ? `asks for input ("input_required") though we declared no capability for it`
        : `has an unknown "resultType" for ${method}: ${show(resultType)}`);
    return false;
}
function checkCaching(result, wrong) {
    const { ttlMs, cacheScope } = result;
    if (typeof ttlMs !== "number" || ttlMs < 0) {
        wrong(`has no "ttlMs" of 0 or more`);
    }
    if (cacheScope !== "public" && cacheScope !== "private") {
        wrong(`has no "cacheScope" of "public" or "private"`);
    }
}
function each(result, key, problemOf, wrong) {
    const entries = result[key];
    if (!Array.isArray(entries)) {
        wrong(`has a result without an array as "${key}"`);
        return;
    }
    for (const [index, entry] of entries.entries()) {
        const problem = problemOf(entry);
        if (problem !== undefined) {
            wrong(`has a "${key}[${index}]" that ${problem}`);
        }
    }
}
function isTexts(value) {
    return Array.isArray(value) && value.every((entry) => typeof entry === "string");
}
function nameOf(name) {
    return typeof name === "string" ? ` (${quote(name)})` : "";
}

;// CONCATENATED MODULE: ./build/mcp/negotiate.js






/** Code of a modern server that does not speak the revision asked for (2026-07-28, basic/versioning). */
const unsupportedVersion = -32022;
/** The two handshakes over a connection that both count against one deadline. */
class Negotiation {
    #connection;
    #options;
    #clock;
    #deadlineMs;
    constructor(connection, options, clock) {
        this.#connection = connection;
        this.#options = options;
        this.#clock = clock;
        this.#deadlineMs = clock.monotonicMs() + options.readyTimeoutMs;
    }
    get server() {
        return this.#options.server;
    }
    /** Asks `initialize`, and on a revision we know confirms it. */
    async initialize() {
        return this.confirm(await this.askInitialize());
    }
    askInitialize() {
        return this.#ask("initialize", {
            protocolVersion: newestLegacy,
            capabilities: {},
            clientInfo: this.#options.clientInfo,
        });
    }
    /** `done` ends the wait without a word to the server. */
    askDiscover(done) {
        return this.#ask("server/discover", withMeta(undefined, modernMeta(this.#options.clientInfo)), done);
    }
    async confirm(reply) {
        const { server } = this.#options;
        if (reply.kind === "error") {
            throw refused(server, "initialize", reply);
        }
        this.#check("initialize", reply.result, "legacy");
        const result = reading_isObject(reply.result) ? reply.result : {};
        const revision = result["protocolVersion"];
        if (!isLegacy(revision)) {
            throw new build_fault/* Fault */.vC("PROTOCOL_VIOLATION", `Server "${server}" answered initialize with the protocol version ${show(revision)}; offered was ${newestLegacy}, known are ${legacyRevisions.join(", ")}.`, {
                hint: "The server must answer with a published protocol revision, best the one it was offered.",
            });
        }
        await this.#connection.notify("notifications/initialized", undefined, this.#remainingMs());
        return { revision, era: "legacy", ...described(result, result["serverInfo"]), meta: undefined };
    }
    /** The modern session a DiscoverResult opens; undefined when the reply is none, or of no revision we know. */
    modern(reply) {
        const versions = supportedVersions(reply);
        if (reply.kind === "error" || !reading_isObject(reply.result) || !versions?.includes(newestModern)) {
            return undefined;
        }
        this.#check("server/discover", reply.result, "modern");
        const { _meta } = reply.result;
        const info = reading_isObject(_meta) ? _meta["io.modelcontextprotocol/serverInfo"] : undefined;
        const meta = modernMeta(this.#options.clientInfo);
        return {
            revision: newestModern,
            era: "modern",
            ...described(reply.result, info ?? reply.result["serverInfo"]),
            meta,
        };
    }
    /** Why a server that was asked for the modern era cannot have a session. */
    notModern(reply) {
        const versions = supportedVersions(reply);
        const { server } = this.#options;
        if (versions === undefined) {
            return reply.kind === "error"
                ? refused(server, "server/discover", reply)
                : new build_fault/* Fault */.vC("PROTOCOL_VIOLATION", `Server "${server}" answered server/discover without "supportedVersions".`);
        }
        return new build_fault/* Fault */.vC("PROTOCOL_VIOLATION", `Server "${server}" speaks ${versions.map(quote).join(", ")}; offered was ${modernRevisions.join(", ")}.`, { hint: "Set `protocol: auto` or `protocol: legacy` for this server." });
    }
    #check(method, result, era) {
        checkResult(method, result, era, (code, message) => this.#connection.findings.report(code, () => `the answer to ${labelOf(method, undefined)} ${message()}`));
    }
    #ask(method, params, done) {
        const signals = [this.#options.signal, done].filter((signal) => signal !== undefined);
        return this.#connection.call(method, params, {
            timeoutMs: this.#remainingMs(),
            ...(signals.length === 0 ? {} : { signal: AbortSignal.any(signals) }),
        });
    }
    #remainingMs() {
        return Math.max(0, this.#deadlineMs - this.#clock.monotonicMs());
    }
}
/** The revisions a reply to `server/discover` names, in its result or in the data of its error -32022. */
function supportedVersions(reply) {
    const data = reply.kind === "error" ? reply.error.data : reply.result;
    const member = reply.kind === "error" ? "supported" : "supportedVersions";
    if (!reading_isObject(data) || (reply.kind === "error" && reply.error.code !== unsupportedVersion)) {
        return undefined;
    }
    const versions = data[member];
    return Array.isArray(versions)
        ? versions.filter((version) => typeof version === "string")
        : undefined;
}
function described(result, info) {
    const { capabilities } = result;
    const text = (key) => {
        const value = reading_isObject(info) ? info[key] : undefined;
        return typeof value === "string" ? value : null;
    };
    return {
        serverInfo: { name: text("name"), version: text("version") },
        capabilities: reading_isObject(capabilities) ? capabilities : {},
    };
}
function refused(server, method, reply) {
    const { code, message } = reply.error;
    return new build_fault/* Fault */.vC("SERVER_NOT_READY", `Server "${server}" refused ${method}: error ${code}, ${quote(message)}.`, {
        hint: method === "initialize"
            ? "A server must accept initialize; its log may say what it lacks."
            : "The server does not speak a modern revision; set `protocol: auto` or `protocol: legacy` for it.",
    });
}

;// CONCATENATED MODULE: ./build/mcp/probe-ended-server.js

/**
 * The attempt to find out the era has spoiled this process; a fresh one may work when asked with `retryWith`.
 *
 * A server that ends on its own looks the same, so the second attempt's fault is the one to show.
 */
class ProbeEndedServer extends build_fault/* Fault */.vC {
    retryWith;
    constructor(code, message, retryWith, hint) {
        super(code, message, hint === undefined ? {} : { hint });
        this.retryWith = retryWith;
    }
}

;// CONCATENATED MODULE: ./build/mcp/negotiate-auto.js




/** How long `server/discover` alone is waited for. No server seen is silent on it; a slow start is not held against one. */
const probeSilenceMs = 1_000;
/**
 * Finds out the era (revision 2026-07-28, basic/versioning): a DiscoverResult or error -32022 is modern, any other
 * error or silence is legacy.
 *
 * The probe is never given up: after a second of silence `initialize` follows it, and what is answered first counts.
 * The era found does not depend on how slow the server is: see `ambiguous`.
 */
async function negotiateAuto(negotiation, clock) {
    const done = new AbortController();
    const probe = negotiation.askDiscover(done.signal).catch(unreadableAsUndefined);
    const patience = new AbortController();
    const silence = clock.sleep(probeSilenceMs, patience.signal).then(() => "silent");
    silence.catch(() => undefined);
    const first = await Promise.race([probe, silence]).finally(() => patience.abort());
    if (first !== "silent") {
        return decided(negotiation, first);
    }
    return ambiguous(negotiation, probe).finally(() => done.abort());
}
async function decided(negotiation, reply) {
    const modern = reply === undefined ? undefined : negotiation.modern(reply);
    if (modern !== undefined) {
        return modern;
    }
    const versions = reply === undefined ? undefined : supportedVersions(reply);
    if (reply !== undefined && versions !== undefined && !versions.some(isLegacy)) {
        throw negotiation.notModern(reply);
    }
    return negotiation.initialize();
}
/** Both questions are out. A modern answer after `initialize` may come from a server that now is legacy for good. */
async function ambiguous(negotiation, probe) {
    const initialized = negotiation.askInitialize();
    const late = await Promise.race([probe, initialized.then(() => undefined)]);
    const modern = late === undefined ? undefined : negotiation.modern(late);
    const reply = await initialized;
    if (modern === undefined) {
        return negotiation.confirm(reply);
    }
    if (reply.kind === "error") {
        return modern;
    }
    throw new ProbeEndedServer("SERVER_NOT_READY", `Server "${negotiation.server}" answered server/discover only after initialize had been sent; it needs a fresh start to be asked in one era.`, "modern");
}
/** An answer that cannot be read is an answer, and not one of a modern server. */
function unreadableAsUndefined(error) {
    if (error instanceof build_fault/* Fault */.vC && error.code === "PROTOCOL_VIOLATION") {
        return undefined;
    }
    throw error;
}

;// CONCATENATED MODULE: ./build/mcp/list.js


/** More pages than this are taken for a list without an end. */
const maxPages = 64;
/**
 * All pages of a list as one reply: sums of time and bytes, the entries in one array, the first page's other members.
 *
 * The timeout is for all pages together. An error reply of any page is the reply.
 */
async function listAll(shape, options, lister) {
    const deadline = lister.clock.monotonicMs() + options.timeoutMs;
    const cursors = new Set();
    let all = [];
    let first;
    let durationMs = 0;
    let bytes = 0;
    let ended = false;
    for (let cursor;;) {
        const params = cursor === undefined ? undefined : { cursor };
        const timeoutMs = Math.max(0, deadline - lister.clock.monotonicMs());
        const reply = await lister.request(shape.method, params, { ...options, timeoutMs });
        durationMs += reply.durationMs;
        bytes += reply.bytes;
        const entries = reply.kind === "result" && reading_isObject(reply.result) ? reply.result[shape.key] : undefined;
        if (reply.kind === "error" || !reading_isObject(reply.result) || !Array.isArray(entries)) {
            return { ...reply, durationMs, bytes };
        }
        all = cursor === undefined ? entries : all.concat(entries);
        first ??= reply;
        cursor = nextCursor(reply.result["nextCursor"], cursors, shape, lister);
        if (cursor === undefined) {
            ended = typeof reply.result["nextCursor"] !== "string";
            break;
        }
    }
    if (ended) {
        reportDuplicates(shape, all, lister);
    }
    if (cursors.size === 0 || first.kind === "error" || !reading_isObject(first.result)) {
        return first;
    }
    const { nextCursor: _, ...rest } = first.result;
    return { kind: "result", result: { ...rest, [shape.key]: all }, durationMs, bytes };
}
function nextCursor(next, seen, shape, lister) {
    if (typeof next !== "string") {
        return undefined;
    }
    if (seen.has(next)) {
        lister.report("endless-pages", () => `${shape.method} gave the cursor ${quote(next)} twice; the list was ended there`);
        return undefined;
    }
    seen.add(next);
    if (seen.size >= maxPages) {
        lister.report("endless-pages", () => `${shape.method} goes on after ${count(maxPages)} pages; the list was ended there`);
        return undefined;
    }
    return next;
}
function reportDuplicates(shape, entries, lister) {
    const identity = shape.key === "resources" ? "uri" : shape.key === "resourceTemplates" ? "uriTemplate" : "name";
    const seen = new Set();
    for (const entry of entries) {
        const name = reading_isObject(entry) ? entry[identity] : undefined;
        if (typeof name === "string" && seen.has(name)) {
            lister.report("duplicate-name", () => `${shape.method} gives the ${identity} ${quote(name)} more than once`);
        }
        seen.add(name);
    }
}

;// CONCATENATED MODULE: ./build/mcp/open-session.js




/** How long a notification may wait for a server that does not read. */
const notifyTimeoutMs = 10_000;
/** The session over a connection whose handshake is done. */
function openSession(connection, negotiated, clock) {
    const { revision, era, serverInfo, capabilities, meta } = negotiated;
    const { findings } = connection;
    async function request(method, params, options) {
        const reply = await connection.call(method, meta === undefined ? params : withMeta(params, meta), options);
        if (reply.kind === "result") {
            checkResult(method, reply.result, era, (code, message) => findings.report(code, () => `the answer to ${labelOf(method, params)} ${message()}`));
        }
        return reply;
    }
    return {
        revision,
        era,
        serverInfo,
        capabilities,
        request,
        notify: (method, params) => connection.notify(method, params, notifyTimeoutMs),
        list: (kind, options) => listAll(lists[kind], options, {
            clock,
            request,
            report: (code, message) => findings.report(code, message),
        }),
        ping: (options) => request(era === "modern" ? "server/discover" : "ping", undefined, options),
        close: () => connection.close(),
    };
}

;// CONCATENATED MODULE: ./build/mcp/connect-stdio.js







/**
 * Opens a session over a byte channel to a server that has just been started.
 *
 * Rejects SERVER_EXITED_EARLY as soon as the server ends, SERVER_NOT_READY after `readyTimeoutMs` of silence or when
 * it refuses, PROTOCOL_VIOLATION when its answers cannot be used, INTERRUPTED when the signal is aborted. Of the
 * first, ProbeEndedServer asks for a fresh server and another era.
 */
async function connectStdio(channel, options, clock) {
    const connection = new Connection(channel, options, clock);
    try {
        return openSession(connection, await negotiate(connection, options, clock), clock);
    }
    catch (error) {
        connection.close();
        throw asConnectFault(error, connection, options);
    }
}
async function negotiate(connection, options, clock) {
    const negotiation = new Negotiation(connection, options, clock);
    if (options.protocol === "auto") {
        return negotiateAuto(negotiation, clock);
    }
    if (options.protocol === "legacy") {
        return negotiation.initialize();
    }
    const reply = await negotiation.askDiscover();
    const modern = negotiation.modern(reply);
    if (modern === undefined) {
        throw negotiation.notModern(reply);
    }
    return modern;
}
const exitHint = "Its last stderr lines are in the message. A server that ends at once may lack an argument or a variable, or be no stdio server.";
function asConnectFault(error, connection, options) {
    if (!(error instanceof build_fault/* Fault */.vC) || error instanceof ProbeEndedServer) {
        return error;
    }
    if (error.code === "SESSION_CLOSED") {
        return options.protocol === "auto"
            ? new ProbeEndedServer("SERVER_EXITED_EARLY", error.message, "legacy", exitHint)
            : new build_fault/* Fault */.vC("SERVER_EXITED_EARLY", error.message, { hint: exitHint });
    }
    if (error.code === "CALL_TIMED_OUT") {
        return notReady(connection, options);
    }
    return error;
}
function notReady(connection, { server, readyTimeoutMs }) {
    const { bytes } = connection.received;
    const lines = connection.findings.total("stdout-pollution");
    const heard = bytes === 0
        ? "its stdout has carried nothing"
        : `its stdout has carried ${count(bytes)} bytes${lines === 0 ? "" : `, among them ${count(lines)} lines that are no protocol messages`}`;
    return new build_fault/* Fault */.vC("SERVER_NOT_READY", `Server "${server}" did not become ready within ${count(readyTimeoutMs)} ms: it is running, ${heard}.`, bytes === 0
        ? {
            hint: "Raise `ready.timeout` if it is slow. Else check that it is an stdio server, that a script passes stdin on to it, and that it writes without buffering (Python: PYTHONUNBUFFERED=1).",
        }
        : {});
}

;// CONCATENATED MODULE: ./build/mcp/index.js
// Speaks MCP to a server under test on raw bytes, and says what is wrong with what comes back:
// framing, JSON-RPC, handshakes of both eras, deadlines. Nothing is repaired silently.





;// CONCATENATED MODULE: ./build/manager/explain-end.js

/** Exit codes above this are a signal's number plus 128, as the init process reports them. */
const signalBase = 128;
const signalNames = {
    1: "SIGHUP",
    2: "SIGINT",
    4: "SIGILL",
    6: "SIGABRT",
    7: "SIGBUS",
    8: "SIGFPE",
    9: "SIGKILL",
    11: "SIGSEGV",
    13: "SIGPIPE",
    15: "SIGTERM",
};
/** How a container ended, in words that continue "the server …". */
function describeExit(exit, memoryLimitBytes) {
    if (exit.error) {
        return `could not run: ${exit.error}`;
    }
    if (exit.oomKilled && exit.exitCode !== 0) {
        return `was killed for memory at its limit of ${(0,build_text/* bytes */.ee)(memoryLimitBytes)} (exit code ${exit.exitCode})`;
    }
    const signal = signalNames[exit.exitCode - signalBase];
    if (signal !== undefined) {
        return `was ended by ${signal} (exit code ${exit.exitCode})`;
    }
    return `exited with code ${exit.exitCode}`;
}
/** The last stderr lines as an appendix to an error message; empty when there are none. */
function quoteTail(lines) {
    return lines.length === 0
        ? "; its stderr was empty"
        : `; last stderr lines:\n${lines.join("\n")}`;
}
/** How long an ended channel waits for the engine to say how the container ended. */
const exitNewsMs = 2_000;
/** Why a server's channel ended, in words that continue "the server …", with its last stderr lines. */
async function explainEnd(container, output, memoryLimitBytes, clock) {
    const patience = new AbortController();
    const silence = clock.sleep(exitNewsMs, patience.signal).then(() => undefined, () => undefined);
    const exit = await Promise.race([container.exited, silence]);
    patience.abort();
    if (exit === undefined) {
        return `closed its stdout, but its process is still alive${quoteTail(output.tail())}`;
    }
    await container.attachment.ended;
    return `${describeExit(exit, memoryLimitBytes)}${quoteTail(output.tail())}`;
}

;// CONCATENATED MODULE: ./build/resource/cgroup.js

/** Limits beyond this mean none: cgroup v1 has no word for it but the largest number of whole pages. */
const noLimit = 2 ** 60;
/**
 * A reader for a container of an engine on this machine; undefined where its cgroup is not found or not readable
 * (a remote engine, a rootless one, a driver with other paths).
 *
 * Paths as the engine's drivers `cgroupfs` and `systemd` lay them out, cgroup v1 and v2. `root` is /sys/fs/cgroup.
 */
function openCgroup(containerId, root, procRoot) {
    for (const folder of [`docker/${containerId}`, `system.slice/docker-${containerId}.scope`]) {
        for (const read of [() => readV2(`${root}/${folder}`), () => readV1(root, folder)]) {
            if (attempt(read) !== undefined) {
                return {
                    read(atMs) {
                        const reading = attempt(read);
                        return reading && { atMs, ...reading.counters, ...network(procRoot, reading.pid) };
                    },
                };
            }
        }
    }
    return undefined;
}
function readV2(folder) {
    const limit = cgroup_text(`${folder}/memory.max`);
    const cached = field(cgroup_text(`${folder}/memory.stat`), "inactive_file");
    return {
        counters: {
            cpuMs: field(cgroup_text(`${folder}/cpu.stat`), "usage_usec") / 1e3,
            memoryBytes: Math.max(0, Number(cgroup_text(`${folder}/memory.current`)) - cached),
            memoryLimitBytes: limit === "max" ? null : Number(limit),
            pids: Number(cgroup_text(`${folder}/pids.current`)),
        },
        pid: cgroup_firstLine(cgroup_text(`${folder}/cgroup.procs`)),
    };
}
function readV1(root, folder) {
    const memory = `${root}/memory/${folder}`;
    const limit = Number(cgroup_text(`${memory}/memory.limit_in_bytes`));
    const cached = field(cgroup_text(`${memory}/memory.stat`), "total_inactive_file");
    return {
        counters: {
            cpuMs: Number(cgroup_text(`${root}/cpuacct/${folder}/cpuacct.usage`)) / 1e6,
            memoryBytes: Math.max(0, Number(cgroup_text(`${memory}/memory.usage_in_bytes`)) - cached),
            memoryLimitBytes: limit >= noLimit ? null : limit,
            pids: Number(cgroup_text(`${root}/pids/${folder}/pids.current`)),
        },
        pid: cgroup_firstLine(cgroup_text(`${memory}/cgroup.procs`)),
    };
}
/** Bytes over all interfaces but loopback; zero where the kernel does not let us look. */
function network(procRoot, pid) {
    const table = pid === "" ? "" : (attempt(() => cgroup_text(`${procRoot}/${pid}/net/dev`)) ?? "");
    let rxBytes = 0;
    let txBytes = 0;
    for (const [, name, numbers = ""] of table.matchAll(/^\s*([^\s:]+):(.*)$/gm)) {
        const columns = numbers.trim().split(/\s+/);
        if (name !== "lo") {
            rxBytes += Number(columns[0]);
            txBytes += Number(columns[8]);
        }
    }
    return { rxBytes, txBytes };
}
/** A cgroup ends at any moment with its container; that is no fault. */
function attempt(work) {
    try {
        return work();
    }
    catch {
        return undefined;
    }
}
function cgroup_text(path) {
    return (0,external_node_fs_.readFileSync)(path, "utf8").trim();
}
function cgroup_firstLine(lines) {
    return lines.split("\n", 1)[0] ?? "";
}
function field(table, name) {
    return Number(new RegExp(`^${name} (\\d+)$`, "m").exec(table)?.[1] ?? 0);
}

;// CONCATENATED MODULE: ./build/resource/summary.js
/** Sums up the samples of one container, in order of time. */
function summarise(samples) {
    const first = samples.at(0);
    const last = samples.at(-1);
    return {
        peakMemoryBytes: peak(samples, (sample) => sample.memoryBytes),
        meanCpuPercent: first && last ? cpuPercent(first, last) : null,
        cpuMs: last?.cpuMs ?? 0,
        rxBytes: peak(samples, (sample) => sample.rxBytes),
        txBytes: peak(samples, (sample) => sample.txBytes),
        peakPids: peak(samples, (sample) => sample.pids),
    };
}
/** Share of one core between two readings, in percent; null when no time passed or the counter went back. */
function cpuPercent(earlier, later) {
    const passed = later.atMs - earlier.atMs;
    const used = later.cpuMs - earlier.cpuMs;
    return passed > 0 && used >= 0 ? (used / passed) * 100 : null;
}
function peak(samples, of) {
    return samples.reduce((highest, sample) => Math.max(highest, of(sample)), 0);
}

;// CONCATENATED MODULE: ./build/resource/sample-server.js



const intervalMs = 1_000;
/**
 * Writes a server's samples until the signal aborts or the container ends; never rejects.
 *
 * Where the engine's cgroups can be read here, one sample at once, one a second and one at the abort, each about
 * 0.1 ms. Elsewhere the engine's statistics, about one a second. A failure is written as the event
 * `sampling-failed`.
 */
async function sampleServer(engine, containerId, server, deps) {
    const { clock, record, signal } = deps;
    let previous;
    function write(sample) {
        const percent = previous === undefined ? null : cpuPercent(previous, sample);
        previous = sample;
        record.sample({ server, ...sample, cpuPercent: percent });
    }
    const { cgroupRoot = "/sys/fs/cgroup", procRoot = "/proc" } = deps;
    try {
        const cgroup = openCgroup(containerId, cgroupRoot, procRoot);
        await (cgroup === undefined
            ? engine.stats(containerId, write, signal)
            : poll(cgroup, clock, signal, write));
    }
    catch (thrown) {
        if (!signal.aborted) {
            const { code, message } = (0,build_fault/* asFault */.Ps)(thrown);
            const data = JSON.stringify({ code, message });
            record.event({ atMs: clock.nowMs(), kind: "sampling-failed", server, data });
        }
    }
}
async function poll(cgroup, clock, signal, write) {
    for (;;) {
        const sample = cgroup.read(clock.nowMs());
        if (sample === undefined) {
            return;
        }
        write(sample);
        if (signal.aborted) {
            return;
        }
        await clock.sleep(intervalMs, signal).catch(() => undefined);
    }
}

;// CONCATENATED MODULE: ./build/resource/index.js
// What a server costs: samples of CPU, memory, network and processes while it runs, and their summary.



;// CONCATENATED MODULE: ./build/manager/byte-relay.js
function createByteRelay() {
    let early = [];
    let listener;
    return {
        push(chunk) {
            if (listener === undefined) {
                early.push(chunk);
            }
            else {
                listener(chunk);
            }
        },
        listen(given) {
            listener = given;
            for (const chunk of early) {
                given(chunk);
            }
            early = [];
        },
    };
}

;// CONCATENATED MODULE: ./build/manager/container-plan.js


/** What to create for a server: its image as resolved, its run-file settings, host paths checked. */
async function planContainer(server, spec, resolved, origin) {
    const volumes = await Promise.all(spec.volumes.map(async (volume) => ({
        hostPath: await (0,config/* resolveInside */.LI)(origin.workspace, origin.folder, volume.host_path),
        containerPath: volume.container_path,
        readOnly: volume.read_only,
    })));
    return {
        server,
        template: resolved.template,
        image: resolved.imageId,
        ...(resolved.entrypoint && { entrypoint: resolved.entrypoint }),
        ...(resolved.command && { command: resolved.command }),
        env: { ...resolved.env, ...secretsOf(server, spec, origin) },
        volumes,
        egress: spec.network.egress,
        limits: { cpus: spec.limits.cpus, memoryBytes: spec.limits.memory, pids: spec.limits.pids },
        stop: { eofMs: spec.stop.eof, sigtermMs: spec.stop.sigterm },
    };
}
function secretsOf(server, spec, origin) {
    const missing = spec.secrets.filter((name) => origin.secrets[name] === undefined);
    if (missing.length > 0) {
        throw new build_fault/* Fault */.vC("RUN_FILE_INVALID", `Server "${server}" needs the secret${missing.length > 1 ? "s" : ""} ${missing.join(", ")}, which the environment does not have.`, { hint: "Set them in the environment of the workflow step (`env:`) or of the command." });
    }
    return Object.fromEntries(spec.secrets.map((name) => [name, origin.secrets[name] ?? ""]));
}

;// CONCATENATED MODULE: ./build/manager/tap.js

/** The tap without the findings that the run file has switched off for this server. */
function tapFor(tap, checks) {
    return {
        ...tap,
        finding(finding) {
            const check = checkOf(finding.code);
            if (check === undefined || checks[check]) {
                tap.finding(finding);
            }
        },
    };
}

;// CONCATENATED MODULE: ./build/manager/with-processes.js

/** A fault that a server was not ready, with what runs in its container; every other one as it is. */
async function withProcesses(thrown, engine, containerId) {
    if (!(thrown instanceof build_fault/* Fault */.vC) || thrown.code !== "SERVER_NOT_READY") {
        return thrown;
    }
    const processes = await engine.processes(containerId).catch(() => []);
    const listed = processes.length === 0 ? "" : ` Its processes: ${processes.join(" | ")}`;
    return new build_fault/* Fault */.vC(thrown.code, `${thrown.message}${listed}`, { hint: thrown.hint, cause: thrown });
}

;// CONCATENATED MODULE: ./build/manager/launch.js









/** Creates, attaches, starts and shakes hands. What was made is removed before a fault is passed on. */
async function launch(request, world) {
    const { name, spec, signal } = request;
    const { clock, record } = world;
    signal.throwIfAborted();
    const engine = await world.engine();
    const plan = await planContainer(name, spec, request.resolved, request.origin);
    const output = captureOutput(name, {
        record,
        clock,
        redactor: world.redactor(),
        noEgress: plan.egress === "none",
    });
    const relay = createByteRelay();
    const container = await world.startSlot(() => (0,controller/* startContainer */.YI)(engine, plan, world.ownership, {
        clock,
        user: world.user,
        onStderr: output.stderr,
        onStdout(chunk) {
            output.stdout(chunk);
            relay.push(chunk);
        },
    }));
    request.onStarting();
    request.note({
        containerId: container.id,
        createMs: container.createMs,
        isolation: JSON.stringify(container.isolation),
    });
    const enough = new AbortController();
    const sampled = sampleServer(engine, container.id, name, {
        clock,
        signal: enough.signal,
        record: {
            event: (row) => record.event(row),
            sample(row) {
                record.sample(row);
                request.onSample(row);
            },
        },
    });
    const end = once(() => endLife(container, output, enough, sampled));
    const startedAt = clock.monotonicMs();
    try {
        const session = await connectStdio({ ...channelOf(container.attachment), onData: relay.listen }, {
            server: name,
            protocol: request.protocol,
            readyTimeoutMs: spec.ready.timeout,
            maxMessageBytes: spec.max_message,
            tap: tapFor(output.tap, spec.checks),
            clientInfo: { name: "docker-mcp-manager", version: world.version },
            explainEnd: () => explainEnd(container, output, spec.limits.memory, clock),
            signal,
        }, clock);
        request.note({
            readyMs: clock.monotonicMs() - startedAt,
            revision: session.revision,
            serverName: session.serverInfo.name,
            serverVersion: session.serverInfo.version,
        });
        return { container, session, end };
    }
    catch (caught) {
        const thrown = await withProcesses(caught, engine, container.id);
        const { exit, ...counts } = await end();
        request.note({ exitCode: exit.exitCode, oomKilled: exit.oomKilled, ...outputCounts(counts) });
        // Init starts fine without its program; only its stderr and exit code say that the program is missing.
        throw (0,controller/* commandFault */.yd)(name, exit, output.tail()) ?? thrown;
    }
}
/** The counts alone, as the record has them. */
function outputCounts({ stdoutBytes, stderrBytes, droppedLines, }) {
    return { stdoutBytes, stderrBytes, droppedLines };
}
async function endLife(container, output, enough, sampled) {
    // Before the stop: the last sample needs the container's processes.
    enough.abort();
    const report = await container.stop();
    await Promise.all([sampled, container.remove()]);
    return { ...report, ...output.finish() };
}
function once(work) {
    let result;
    return () => {
        result ??= work();
        return result;
    };
}

;// CONCATENATED MODULE: ./build/manager/server-facts.js
function noFacts(spec) {
    return {
        template: serverType(spec),
        image: null,
        containerId: null,
        revision: null,
        readyMs: null,
        startedAtMs: null,
        exitCode: null,
        lastSample: null,
        tools: [],
    };
}
/** The word a server's type has: its template, or where else its image comes from. */
function serverType(spec) {
    return spec.template ?? (spec.build === undefined ? "image" : "dockerfile");
}

;// CONCATENATED MODULE: ./build/manager/stop-findings.js

/**
 * What the way a server ended says about it.
 *
 * The specification's stdio shutdown: the client closes stdin, waits, sends SIGTERM, waits, sends SIGKILL. A server
 * that needs the second rung costs every client its waiting time; one that needs the third is left behind by most.
 */
function stopFindings(server, spec, report) {
    const { eof, sigterm } = spec.stop;
    const findings = [];
    if (spec.checks.exit_on_eof &&
        eof > 0 &&
        (report.rung === "sigterm" || report.rung === "sigkill")) {
        findings.push({
            code: "ignores-eof",
            severity: "warning",
            message: `Server "${server}" did not exit within ${(0,build_text/* duration */.p0)(eof)} after its stdin was closed`,
        });
    }
    if (spec.checks.exit_on_sigterm && sigterm > 0 && report.rung === "sigkill") {
        findings.push({
            code: "ignores-sigterm",
            severity: "error",
            message: `Server "${server}" ignored SIGTERM for ${(0,build_text/* duration */.p0)(sigterm)} and had to be killed`,
        });
    }
    return findings;
}

;// CONCATENATED MODULE: ./build/manager/managed-server.js








const toolList = schemas/* object */.Ikc({ tools: schemas/* array */.YOg(schemas/* object */.Ikc({ name: schemas/* string */.YjP() })) });
/** One server of a manager, from its declaration to its removal; at most one container at a time. */
class ManagedServer {
    name;
    spec;
    state = "declared";
    reason = null;
    #facts;
    #world;
    #origin;
    #life;
    #starting;
    #stopping;
    #wanted = new AbortController();
    constructor(name, spec, world, origin) {
        this.name = name;
        this.spec = spec;
        this.#world = world;
        this.#origin = origin;
        this.#facts = noFacts(spec);
    }
    /** What is known of it so far. */
    get facts() {
        return this.#facts;
    }
    /** Whether the engine may hold a container of it. */
    get hasContainer() {
        return this.#life !== undefined;
    }
    get isRunning() {
        return this.#life !== undefined && this.state === "ready";
    }
    /** The open session. Throws SERVER_NOT_RUNNING when there never was one or it was stopped. */
    get session() {
        if (this.#life === undefined) {
            throw new build_fault/* Fault */.vC("SERVER_NOT_RUNNING", `Server "${this.name}" is ${this.state}.`);
        }
        return this.#life.session;
    }
    /** Builds, creates, starts and waits for the first MCP answer; a second call joins the first. */
    start(progress, signal) {
        if (this.#starting === undefined) {
            this.#wanted = new AbortController();
            const either = AbortSignal.any([signal, this.#wanted.signal]);
            this.#starting = this.#start(progress, either).catch((thrown) => {
                this.#starting = undefined;
                const fault = (0,build_fault/* asFault */.Ps)(thrown);
                this.#enter("failed", fault.message);
                throw fault;
            });
        }
        return this.#starting;
    }
    /** The stop ladder, then removal of the container. Safe at any moment and more than once. */
    stop() {
        this.#stopping ??= this.#stop().finally(() => {
            this.#stopping = undefined;
        });
        return this.#stopping;
    }
    /** Asks the server for the names of its tools. */
    async listTools() {
        const reply = await this.session.list("tools", { timeoutMs: this.spec.ready.timeout });
        this.#facts.tools = reply.kind === "result" ? toolNames(reply.result) : [];
        return this.#facts.tools;
    }
    async #start(progress, signal) {
        const resolved = await this.#resolve(progress, signal);
        const era = this.#world.eras.get(resolved.imageId);
        const protocol = this.spec.protocol === "auto" ? (era ?? "auto") : this.spec.protocol;
        const life = await this.#launch(resolved, protocol, signal).catch((thrown) => {
            if (thrown instanceof ProbeEndedServer) {
                // Some servers end when asked anything before `initialize`; a fresh container gets the handshake that fits.
                return this.#launch(resolved, thrown.retryWith, signal);
            }
            throw thrown;
        });
        this.#life = life;
        this.#world.eras.set(resolved.imageId, life.session.era);
        this.#enter("ready");
        this.#watch(life);
        const { revision, serverInfo } = life.session;
        const called = [serverInfo.name ?? "unnamed", serverInfo.version].filter(Boolean).join(" ");
        progress(`${this.name}: ready, MCP ${revision}, ${called}`);
    }
    async #resolve(progress, signal) {
        const { clock } = this.#world;
        const engine = await this.#world.engine();
        this.#enter("building");
        const resolved = await resolveImage(this.spec, {
            engine,
            clock,
            signal,
            templatesFolder: this.#world.templates,
            workspaceRoot: this.#origin.workspace,
            runFileFolder: this.#origin.folder,
            cacheFolder: this.#world.cacheFolder,
            ...this.#world.buildEnvironment,
            onProgress: (line) => progress(`${this.name}: ${line}`),
        });
        const { template, image, imageId, buildMs } = resolved;
        this.#note({ template, image, imageId, buildMs });
        return resolved;
    }
    #launch(resolved, protocol, signal) {
        this.#enter("creating");
        return launch({
            name: this.name,
            spec: this.spec,
            protocol,
            resolved,
            origin: this.#origin,
            signal,
            onStarting: () => {
                this.#facts.startedAtMs = this.#world.clock.nowMs();
                this.#enter("starting");
            },
            onSample: (sample) => {
                this.#facts.lastSample = sample;
            },
            note: (patch) => this.#note(patch),
        }, this.#world);
    }
    async #stop() {
        this.#wanted.abort(new build_fault/* Fault */.vC("INTERRUPTED", `Server "${this.name}" was stopped while it started.`));
        await this.#starting?.catch(() => undefined);
        this.#starting = undefined;
        const life = this.#life;
        if (life === undefined) {
            return;
        }
        const crashed = this.state === "failed";
        if (!crashed) {
            this.#enter("stopping");
        }
        const report = await life.end();
        this.#life = undefined;
        life.session.close();
        const { exitCode, oomKilled } = report.exit;
        this.#note({ exitCode, oomKilled, ...outputCounts(report) });
        if (crashed) {
            return;
        }
        const atMs = this.#world.clock.nowMs();
        for (const finding of stopFindings(this.name, this.spec, report)) {
            this.#world.record.finding({ ...finding, server: this.name, atMs, stepId: null });
        }
        this.#enter("stopped", describeExit(report.exit, this.spec.limits.memory));
    }
    /** A server that ends by itself is failed at once, not when somebody next calls it. */
    #watch(life) {
        void life.container.exited.then((exit) => {
            if (this.#life === life && this.state === "ready") {
                this.#enter("failed", `The server ${describeExit(exit, this.spec.limits.memory)}.`);
            }
        });
    }
    #note(patch) {
        for (const key of ["image", "containerId", "revision", "readyMs", "exitCode"]) {
            Object.assign(this.#facts, patch[key] === undefined ? {} : { [key]: patch[key] });
        }
        this.#world.record.server(this.name, patch);
    }
    #enter(state, reason = null) {
        this.state = state;
        this.reason = reason;
        const atMs = this.#world.clock.nowMs();
        this.#world.record.server(this.name, { state, reason });
        this.#world.record.transition({ server: this.name, atMs, state, reason });
    }
}
function toolNames(result) {
    const parsed = toolList.safeParse(result);
    return parsed.success ? parsed.data.tools.map(({ name }) => name) : [];
}

;// CONCATENATED MODULE: ./build/manager/server-shelf.js




/** A server in one of these states has no container; its name may be taken over. */
const atRest = new Set(["declared", "stopped", "failed"]);
/** The servers of a manager by name. */
class ServerShelf {
    #world;
    #servers = new Map();
    constructor(world) {
        this.#world = world;
    }
    all() {
        return [...this.#servers.values()];
    }
    /** Throws SERVER_NAME_TAKEN while a server of that name has a container. */
    declare(name, spec, origin, at) {
        const existing = this.#servers.get(name);
        if (existing !== undefined && !atRest.has(existing.state)) {
            throw new build_fault/* Fault */.vC("SERVER_NAME_TAKEN", `A server named "${name}" is already ${existing.state}.`);
        }
        const server = new ManagedServer(name, spec, this.#world, origin);
        this.#servers.set(name, server);
        this.#world.record.server(name, {
            template: serverType(spec),
            transport: spec.transport,
            state: "declared",
            line: at?.line ?? null,
            column: at?.column ?? null,
        });
        return server;
    }
    /** Throws SERVER_NOT_FOUND naming those there are. */
    find(name) {
        const server = this.#servers.get(name);
        if (server === undefined) {
            const known = [...this.#servers.keys()].join(", ") || "none";
            throw new build_fault/* Fault */.vC("SERVER_NOT_FOUND", `There is no server "${name}"; there are: ${known}.`);
        }
        return server;
    }
}
/** What `docker_create_server` asks for, as a server of a run file. Throws USAGE. */
function specOf(request) {
    const spec = config/* server */.E8.safeParse({
        template: request.serverType,
        with: request.parameters,
        env: request.envVars,
        volumes: request.volumes.map((volume) => ({
            host_path: volume.hostPath,
            container_path: volume.containerPath,
            read_only: volume.readOnly,
        })),
    });
    if (!spec.success) {
        const problems = spec.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
        const message = `Server "${request.serverName}" cannot be made: ${problems.join("; ")}`;
        throw new build_fault/* Fault */.vC("USAGE", message);
    }
    return spec.data;
}

;// CONCATENATED MODULE: ./build/manager/view-server.js
/** A server as clients of the manager see it. */
function viewServer(server) {
    const { facts } = server;
    return {
        name: server.name,
        serverType: facts.template,
        state: server.state,
        reason: server.reason,
        image: facts.image,
        containerId: facts.containerId,
        revision: facts.revision,
        readyMs: facts.readyMs,
        startedAtMs: facts.startedAtMs,
        exitCode: facts.exitCode,
        cpuPercent: facts.lastSample?.cpuPercent ?? null,
        memoryBytes: facts.lastSample?.memoryBytes ?? null,
        tools: facts.tools,
    };
}

;// CONCATENATED MODULE: ./build/manager/manager.js












/** Parallel container starts; 4 to 8 on 2 cores reach the best wall time, more only raises single latency. */
const parallelStarts = 6;
/** A teardown that hangs on a dead engine must not hold the caller for ever. */
const teardownMs = 60_000;
/** Holds the servers of one run, drives them, keeps the record and removes everything at the end. */
class manager_Manager {
    #options;
    #world;
    #record;
    #servers;
    #ending = new AbortController();
    #runs = [];
    #redactor = createRedactor({});
    #secrets = {};
    #engine;
    #reaper;
    /** What dead managers left is removed beside the run, not before it. */
    #cleanUp = Promise.resolve();
    #shutdown;
    #gone = Promise.withResolvers();
    constructor(options) {
        this.#options = options;
        const { clock, ownership } = options;
        this.#record = (0,build_record/* openRecord */.C6)(options.recordFile, {
            clock,
            redact: (text) => this.#redactor.redact(text),
        });
        this.#record.run({
            runId: ownership.runId,
            startedAtMs: clock.nowMs(),
            productVersion: options.version,
        });
        this.#world = {
            clock,
            ownership,
            record: this.#record,
            version: options.version,
            redactor: () => this.#redactor,
            user: options.user,
            templates: options.templates,
            engine: () => this.#connect(),
            startSlot: limitParallel(parallelStarts),
            eras: new Map(),
            cacheFolder: options.cacheFolder,
            buildEnvironment: options.buildEnvironment,
        };
        this.#servers = new ServerShelf(this.#world);
    }
    get ownership() {
        return this.#options.ownership;
    }
    /** Resolves when the manager was shut down, by whomever. */
    get ended() {
        return this.#gone.promise;
    }
    async createServer(request, context) {
        this.#audit("docker_create_server", {
            server_name: request.serverName,
            server_type: request.serverType,
        });
        this.#learnSecrets(secretLooking(request.envVars));
        const spec = specOf(request);
        const { workspace } = this.#options;
        const server = this.#servers.declare(request.serverName, spec, { workspace, folder: workspace, secrets: {} }, null);
        await server.start((line) => context.progress(this.#redactor.redact(line)), this.#until(context.signal));
        return this.serverStatus(server.name);
    }
    async listServers(filter) {
        const all = this.#servers.all().map((server) => viewServer(server));
        return all.filter((server) => (filter.serverType === undefined || server.serverType === filter.serverType) &&
            (filter.status === undefined || matchesStatus(server, filter.status)));
    }
    async serverStatus(name) {
        const server = this.#servers.find(name);
        if (server.isRunning && server.facts.tools.length === 0) {
            // A server that does not answer just now still has a status.
            await server.listTools().catch(() => undefined);
        }
        return viewServer(server);
    }
    async logs(request, context) {
        const server = this.#servers.find(request.serverName);
        this.#record.flush();
        const lines = recentLogs(this.#options.recordFile, request, this.#options.clock);
        if (request.follow) {
            await followLogs(this.#options.recordFile, server, this.#record, context, this.#options.clock);
        }
        return lines;
    }
    async stopServer(name, _context) {
        const server = this.#servers.find(name);
        this.#audit("docker_stop_server", { server_name: name });
        await server.stop();
        return viewServer(server);
    }
    async restartServer(name, context) {
        const server = this.#servers.find(name);
        this.#audit("docker_restart_server", { server_name: name });
        await server.stop();
        await server.start((line) => context.progress(this.#redactor.redact(line)), this.#until(context.signal));
        return viewServer(server);
    }
    async runScenarios(request, context) {
        this.#audit("docker_run_scenarios", { file: request.file });
        this.#learnSecrets(request.secrets);
        const run = runFile(request, {
            world: this.#world,
            recordFile: this.#options.recordFile,
            declare: (name, spec, origin, at) => this.#servers.declare(name, spec, origin, at),
            signal: this.#until(context.signal),
            progress: (line) => context.progress(this.#redactor.redact(line)),
        });
        this.#runs.push(run);
        return run;
    }
    shutdown(_context) {
        this.#shutdown ??= this.#tearDown().finally(() => this.#gone.resolve());
        return this.#shutdown;
    }
    async #tearDown() {
        this.#ending.abort(new build_fault/* Fault */.vC("INTERRUPTED", "The manager is shutting down."));
        const { removed, left } = await this.#removeAll();
        if (left === 0) {
            await this.#reaper?.release();
        }
        if (this.#runs.length === 0) {
            endRun(this.#world, this.#options.recordFile);
        }
        this.#record.close();
        return { removed, left };
    }
    async #removeAll() {
        const engine = await this.#engine?.catch(() => undefined);
        const stops = this.#servers.all().map((server) => server.stop());
        const late = () => new build_fault/* Fault */.vC("ENGINE_UNRESPONSIVE", `Teardown took longer than ${teardownMs} ms.`);
        // A run under way ends by the abort and writes its own end.
        const settled = Promise.allSettled([...stops, ...this.#runs, this.#cleanUp]);
        await (0,clock/* within */.u)(settled, teardownMs, late).catch(() => undefined);
        if (engine === undefined) {
            return { removed: 0, left: 0 };
        }
        const unstopped = this.#servers.all().filter((server) => server.hasContainer).length;
        const swept = await (0,controller/* sweep */.X0)(engine, { runId: this.#options.ownership.runId }).catch(() => undefined);
        const removed = swept?.removed ?? 0;
        // An engine that does not list any more may still hold what could not be stopped.
        const left = swept?.left ?? unstopped;
        this.#event("teardown", { removed, left });
        engine.close();
        return { removed, left };
    }
    #connect() {
        // The reaper must stand before the first object is created.
        this.#reaper ??= this.#options.launchReaper();
        this.#engine ??= this.#reach().catch((thrown) => {
            // The next call tries again: an engine may come up later.
            this.#engine = undefined;
            throw thrown;
        });
        return this.#engine;
    }
    async #reach() {
        const { clock, engineEnvironment } = this.#options;
        const engine = await (0,build_engine/* connectEngine */.xn)({ environment: engineEnvironment, clock });
        const { kind, version, apiVersion } = engine.info;
        this.#record.run({ engineName: kind, engineVersion: version, engineApiVersion: apiVersion });
        this.#cleanUp = (0,controller/* sweep */.X0)(engine, { stale: { nowMs: clock.nowMs() } }).then(({ removed }) => removed > 0 && this.#event("stale-removed", { removed }), () => undefined);
        return engine;
    }
    #learnSecrets(secrets) {
        this.#secrets = { ...this.#secrets, ...secrets };
        this.#redactor = createRedactor(this.#secrets);
    }
    #audit(tool, detail) {
        this.#event("audit", { tool, ...detail });
    }
    #event(kind, data) {
        const atMs = this.#options.clock.nowMs();
        this.#record.event({ atMs, kind, server: null, data: JSON.stringify(data) });
    }
    #until(signal) {
        return AbortSignal.any([signal, this.#ending.signal]);
    }
}
function matchesStatus(server, status) {
    return status === "running"
        ? server.state === "ready" || server.state === "unhealthy"
        : server.state === status;
}

;// CONCATENATED MODULE: ./build/manager/daemon.js










/** Labels say so long that the objects are alive; GitHub ends a job after 6 hours. */
const leaseMs = (/* unused pure expression or super */ null && (6 * 3_600_000));
/** File descriptor of the pipe on which the one line `{url}` is written. */
const readyFd = 3;
/** Time for the answer to docker_shutdown to leave before the process ends. */
const lastAnswerMs = 200;
/** The detached manager: serves its tools until told to shut down, by a tool call or a signal. */
async function runDaemon(own) {
    // Written by our own main, mode 0600.
    const boot = JSON.parse(readFileSync(own.bootFile, "utf8"));
    const product = productAround(own.moduleUrl);
    const manager = new Manager({
        ownership: {
            runId: boot.runId,
            owner: readOwner(own.pid),
            expiresAtMs: systemClock.nowMs() + leaseMs,
        },
        recordFile: boot.recordFile,
        workspace: boot.workspace,
        templates: product.templates,
        engineEnvironment: own.environment,
        version: product.version,
        clock: systemClock,
        user: userInfo(),
        ...buildSettings(own.environment),
        launchReaper: () => launchReaper({
            execPath: own.execPath,
            entry: product.managerEntry,
            runId: boot.runId,
            environment: own.environment,
        }),
    });
    const end = (code) => {
        void manager.shutdown().finally(() => own.exit(code));
    };
    own.onSignal(() => end(exitCodes.interrupted));
    own.onCrash((error) => {
        own.log(`crash: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
        end(exitCodes.internal);
    });
    const server = await serveHttp({
        operations: manager,
        version: product.version,
        token: boot.token,
        port: 0,
    });
    const takeBack = publishAddress(boot, manager, server.url);
    own.log(`manager ${product.version}, run ${boot.runId}, answers at ${server.url}`);
    await manager.ended;
    takeBack();
    await systemClock.sleep(lastAnswerMs);
    await server.close();
    own.log("manager ended");
    own.exit(exitCodes.passed);
}
function publishAddress(boot, manager, url) {
    const announcement = {
        runId: boot.runId,
        owner: manager.ownership.owner,
        url,
        token: boot.token,
    };
    const takeBack = boot.announcements === null ? () => undefined : announce(boot.announcements, announcement);
    writeSync(readyFd, `${JSON.stringify({ url })}\n`);
    closeSync(readyFd);
    return takeBack;
}

;// CONCATENATED MODULE: ./build/manager/index.js
// Puts the parts together: a manager holds servers, runs scenarios on them and removes everything again.







/***/ }),

/***/ 9897:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C6: () => (/* reexport */ openRecord),
  aE: () => (/* reexport */ readRecord),
  xe: () => (/* reexport */ sealRecord)
});

// UNUSED EXPORTS: schemaVersion

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(3024);
// EXTERNAL MODULE: external "node:sqlite"
var external_node_sqlite_ = __webpack_require__(99);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __webpack_require__(3136);
// EXTERNAL MODULE: ./build/fault/index.js + 2 modules
var fault = __webpack_require__(2519);
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
const schemaVersion = migrations.length;
/** What brings a record from `version` (0 is an empty file) to the current schema. */
function migrationsFrom(version) {
    return migrations.slice(version);
}

;// CONCATENATED MODULE: ./build/record/open.js





const busyMs = 2_000;
/** Creates or opens the file for writing (mode 0600), in WAL mode, with the current schema. */
function openForWriting(file, startedAtMs) {
    return guarded(file, "opened for writing", () => {
        // Made by us first: SQLite would create it with the umask's mode, and gives -wal and -shm the mode of this file.
        (0,external_node_fs_.closeSync)((0,external_node_fs_.openSync)(file, external_node_fs_.constants.O_CREAT | external_node_fs_.constants.O_RDWR | external_node_fs_.constants.O_NOFOLLOW, 0o600));
        const database = new external_node_sqlite_.DatabaseSync(file, { timeout: busyMs, defensive: true });
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
    if (version > schemaVersion) {
        throw new fault/* Fault */.vC("RECORD_UNREADABLE", `${file} has schema version ${version}; this program knows versions up to ${schemaVersion}`, { hint: "Read it with the version of docker-mcp-manager that wrote it, or a newer one." });
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
        throw error instanceof fault/* Fault */.vC ? error : unreadable(file, done, error);
    }
}
function unreadable(file, done, cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return new fault/* Fault */.vC("RECORD_UNREADABLE", `${file} could not be ${done}: ${reason}`, { cause });
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
function insertInto(table, row) {
    const columns = columnsIn(table, row).map(quoted);
    return `INSERT INTO ${table.name} (${columns.join(", ")}) VALUES (${columns.map(() => "?").join(", ")})`;
}
/** INSERT that changes only the columns of `row` when a row with this `key` is there. */
function upsertInto(table, row, key) {
    const changes = columnsIn(table, row)
        .filter((column) => column !== key)
        .map((column) => `${quoted(column)} = excluded.${quoted(column)}`);
    const action = changes.length === 0 ? "NOTHING" : `UPDATE SET ${changes.join(", ")}`;
    return `${insertInto(table, row)} ON CONFLICT (${quoted(key)}) DO ${action}`;
}
/** UPDATE of the columns that `patch` has; the key's value is the last parameter. Null when there is nothing to set. */
function updateOf(table, patch, key) {
    const changes = columnsIn(table, patch).map((column) => `${quoted(column)} = ?`);
    return changes.length === 0
        ? null
        : `UPDATE ${table.name} SET ${changes.join(", ")} WHERE ${quoted(key)} = ?`;
}
function selectFrom(table) {
    return `SELECT ${Object.keys(table.columns).map(quoted).join(", ")} FROM ${table.name}`;
}
/** Values of `row` in the order of the statements above. This is the one place where text is redacted. */
function encode(table, row, redact) {
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
const runTable = {
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
const serverTable = {
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
const transitionTable = {
    name: "transition",
    columns: { server: "text", atMs: "real", state: "word", reason: "text" },
};
const logTable = {
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
const wireTable = {
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
const sampleTable = {
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
const scenarioTable = {
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
const stepTable = {
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
const verdictTable = {
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
const findingTable = {
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
const eventTable = {
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
        for (const row of this.#rows(runTable, "")) {
            return row;
        }
        throw new fault/* Fault */.vC("RECORD_UNREADABLE", `${this.#file} has no readable run: ${this.#damage ?? "empty"}`);
    }
    /** In the order they were declared. */
    servers() {
        return [...this.#rows(serverTable, "ORDER BY rowid")];
    }
    transitions(server) {
        return [...this.#rows(transitionTable, ...ofServer(server))];
    }
    scenarios() {
        return [...this.#rows(scenarioTable, "ORDER BY id")];
    }
    steps() {
        return [...this.#rows(stepTable, "ORDER BY id")];
    }
    verdicts() {
        return [...this.#rows(verdictTable, "ORDER BY id")];
    }
    findings() {
        return [...this.#rows(findingTable, "ORDER BY id")];
    }
    events(kind) {
        return kind === undefined
            ? this.#rows(eventTable, "ORDER BY id")
            : this.#rows(eventTable, "WHERE kind = ? ORDER BY id", [kind]);
    }
    samples(server) {
        return this.#rows(sampleTable, ...ofServer(server));
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
            throw unreadable(this.#file, "read", error);
        }
        this.#damage ??= error.message;
    }
}
const storedLogTable = {
    name: logTable.name,
    columns: { ...logTable.columns, id: "integer" },
};
const storedWireTable = {
    name: wireTable.name,
    columns: { ...wireTable.columns, id: "integer" },
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
const batchCharacters = 4 * 1024 * 1024;
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






/***/ }),

/***/ 9240:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  FK: () => (/* reexport */ buildReport),
  Zy: () => (/* reexport */ judgeRun),
  RR: () => (/* reexport */ terminalReport),
  Li: () => (/* reexport */ writeReports)
});

// UNUSED EXPORTS: annotations, junitXml, reportHtml, summaryMarkdown

// EXTERNAL MODULE: ./build/text/index.js + 13 modules
var build_text = __webpack_require__(6371);
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
function failure_failuresOf(report) {
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
function failure_locusOf({ scenario, step }) {
    return step?.verdicts.find((verdict) => !verdict.ok && verdict.line !== null) ?? step ?? scenario;
}
/** `scenario › call tool`. */
function failure_nameOf({ scenario, step }) {
    return step === null ? scenario.name : `${scenario.name} › ${stepName(step)}`;
}
/** What was expected and what came, as plain text; empty when nothing was compared. */
function failure_differenceOf(step) {
    return step.verdicts
        .filter((verdict) => !verdict.ok)
        .map((verdict) => `${expectation(verdict)}\n${labelled("actual:  ", verdict.actual)}`)
        .join("\n");
}
/** Markdown of at most `limit` failures; `details` folds those of more than ten lines instead of cutting them. */
function failureBlocks(report, limit, details) {
    const failures = failure_failuresOf(report);
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
    const place = placeOf(report.run, failure_locusOf(failure));
    const where = place === null ? "" : ` — ${(0,build_text/* forMarkdown */.Bm)(place)}`;
    const reason = (step ?? scenario).reason ?? outcomeOf(failure);
    const title = `#### ${symbolOf(outcomeOf(failure))} ${(0,build_text/* forMarkdown */.Bm)(wording_cut(failure_nameOf(failure), 200))}${where}`;
    const text = step === null ? "" : wording_cut(failure_differenceOf(step), longestBlock);
    return [title, (0,build_text/* forMarkdown */.Bm)(wording_cut(reason, 1_000)), ...block(text, details)];
}
function block(text, details) {
    if (text === "") {
        return [];
    }
    const lines = (0,build_text/* splitLines */.uz)(text);
    if (lines.length <= inlineLines) {
        return [(0,build_text/* fencedCode */.Vl)(text)];
    }
    const rest = `${lines.length} lines`;
    return details
        ? [`<details><summary>expected and actual, ${rest}</summary>`, (0,build_text/* fencedCode */.Vl)(text), "</details>"]
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
        title: cut(forJobLog(title).replaceAll("\n", " "), longestTitle),
        message: cut(forJobLog(message), longestMessage),
    };
}

// EXTERNAL MODULE: ./build/fault/index.js + 2 modules
var build_fault = __webpack_require__(2519);
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

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(7598);
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
            label: html `<a class="label" href="#server-${(0,build_text/* forFileName */.zr)(server.name)}" title="${server.name}">${server.name}</a>`,
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
    const x = Math.min(width, Math.max(0, ((fromMs - scale.startMs) / scale.spanMs) * width));
    const end = Math.min(width, ((toMs - scale.startMs) / scale.spanMs) * width);
    // A step of a millisecond must still be seen.
    const long = Math.min(Math.max(2, end - x), Math.max(2, width - x));
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
    const took = scenario.durationMs === null ? "" : (0,build_text/* duration */.p0)(scenario.durationMs);
    const own = scenario.steps.length === 0 ? html ` data-f` : nothing;
    return html `<details class="card scenario" id="scenario-${id}" data-g data-s="${outcome}" data-server="${scenario.servers.join(",")}"${own}${open}>
<summary>${symbol(outcome)}<span>${name}</span><span class="end">${(0,build_text/* plural */.LS)(scenario.steps.length, "step")} · ${scenario.servers.join(", ")} · ${took}</span></summary>
${scenario.reason === null ? nothing : html `<p>${wording_cut(scenario.reason, 2_000)}</p>`}
${steps.map((step) => stepPart(report, step, budget))}
${left === 0 ? nothing : html `<p>${(0,build_text/* plural */.LS)(left, "step")} more in report.json</p>`}</details>`;
}
function stepPart(report, step, budget) {
    const troubled = step.outcome === "failed" || step.outcome === "broken";
    const place = placeOf(report.run, step);
    return html `<details class="step" id="step-${step.id}" data-f data-s="${step.outcome}" data-server="${step.server}"${troubled ? html ` open` : nothing}>
<summary>${symbol(step.outcome)}<code>${wording_cut(stepName(step), 300)}</code><span class="end">${step.server} · ${(0,build_text/* duration */.p0)(step.durationMs)}</span></summary>
<div class="body">${step.reason === null ? nothing : html `<div class="why">${wording_cut(step.reason, 4_000)}</div>`}
${verdictTable(step)}${value("Arguments", step.argumentsJson, budget)}${value(`Result, ${(0,build_text/* bytes */.ee)(step.resultBytes)}`, step.resultJson, budget)}
<div class="dim">${[place, step.faultCode, step.blame === null ? null : `blame: ${step.blame}`].filter((part) => part !== null).join(" · ")}</div></div></details>`;
}
function verdictTable(step) {
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




/** One card per server: what it is, what it cost, how it was isolated. */
function serverCards(report) {
    if (report.servers.length === 0) {
        return nothing;
    }
    return html `<section data-g><h2 id="servers">Servers<small>${report.servers.length}</small></h2><div class="servers">
${report.servers.map((server) => card(report, server))}</div></section>`;
}
function card(report, server) {
    const id = (0,build_text/* forFileName */.zr)(server.name);
    const facts = [
        ["ready in", optional(server.readyMs, build_text/* duration */.p0)],
        ["steps", String(server.steps)],
        ["p95", optional(server.p95Ms, build_text/* duration */.p0)],
        ["peak memory", optional(server.peakMemoryBytes, build_text/* bytes */.ee)],
        ["CPU time", server.samples === 0 ? null : (0,build_text/* duration */.p0)(server.cpuMs)],
        ["network", network(server)],
    ];
    return html `<article class="card server" id="server-${id}" data-f data-server="${server.name}" data-s="${conditionOf(server)}">
<h3>${server.name}<span class="pill ${tone(server)}">${conditionOf(server)}</span></h3>
<div class="what">${whatItIs(report, server)}</div>
${server.reason === null || conditionOf(server) === "ready" ? nothing : html `<p class="why">${server.reason}</p>`}
<dl class="facts">${facts.map(([name, value]) => html `<div><dt>${name}</dt><dd>${value ?? "–"}</dd></div>`)}</dl>
${charts(server)}${isolation(server)}
<details><summary>Life</summary>${life(report, server)}</details>
<p class="dim"><a href="#log-${id}">${(0,build_text/* plural */.LS)(server.logLines, "log line")}</a> · <a href="#wire-${id}">${(0,build_text/* plural */.LS)(server.wireMessages, "message")}</a>${server.findings === 0 ? nothing : html ` · <a href="#findings">${(0,build_text/* plural */.LS)(server.findings, "finding")}</a>`}</p></article>`;
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
    const rows = server.transitions.map(({ atMs, state, reason }) => html `<tr><td class="num word">${(0,build_text/* duration */.p0)(Math.max(0, atMs - report.run.startedAtMs))}</td><td class="word">${state}</td><td>${reason}</td></tr>`);
    const exit = server.exitCode === null ? "" : `exit code ${server.exitCode}`;
    const killed = server.oomKilled === true ? ", killed for memory" : "";
    return html `<table><tbody>${rows}</tbody></table><p class="dim">stdout ${(0,build_text/* bytes */.ee)(server.stdoutBytes)}, stderr ${(0,build_text/* bytes */.ee)(server.stderrBytes)}${server.droppedLines === 0 ? "" : `, ${(0,build_text/* plural */.LS)(server.droppedLines, "line")} dropped`} · ${exit}${killed}</p>`;
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
        const id = (0,build_text/* forFileName */.zr)(server.name);
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
        ["failures", failure_failuresOf(report).length],
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
    const all = failure_failuresOf(report);
    if (all.length === 0) {
        return nothing;
    }
    const cards = all.slice(0, maxFailures).map((failure) => {
        const { scenario, step } = failure;
        const at = step ?? scenario;
        const target = step === null ? `scenario-${scenario.id}` : `step-${step.id}`;
        const missed = step?.verdicts.filter(({ ok }) => !ok) ?? [];
        return html `<article class="card failure ${outcomeOf(failure)}" data-f data-s="${outcomeOf(failure)}" data-server="${step?.server ?? scenario.servers.join(",")}">
<h3>${symbol(outcomeOf(failure))}<a href="#${target}">${wording_cut(failure_nameOf(failure), 300)}</a> <small class="dim">${placeOf(report.run, failure_locusOf(failure))}</small></h3>
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
        body: failure_differenceOf(step),
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
        const text = join([...sections(report, level), ...note, end]);
        if (Buffer.byteLength(text) <= limit) {
            return text;
        }
    }
    return join([heading(report), end]);
}
function sections(report, level) {
    return [
        heading(report),
        ...faultSection(report),
        ...report.notes.map((note) => `> ${(0,build_text/* forMarkdown */.Bm)(note)}`),
        ...serverTable(report, level),
        ...failureBlocks(report, level.failures, level.details),
        ...findingSection(report, level.findings),
        ...(level.details ? [...slowestSteps(report), ...versions(report)] : []),
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
        .map(({ severity, server, code, message }) => `- ${severitySymbol[severity]} **${(0,build_text/* forMarkdown */.Bm)(server)}** ${(0,build_text/* forMarkdown */.Bm)(wording_cut(message, 500))} (${(0,build_text/* forMarkdown */.Bm)(code)})`);
    const more = ranked.length > limit ? [`- and ${ranked.length - limit} more`] : [];
    return [`#### ${(0,build_text/* plural */.LS)(ranked.length, "finding")}`, [...lines, ...more].join("\n")];
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
        (0,build_text/* forMarkdown */.Bm)(wording_cut(`${scenario.name} › ${stepName(step)}`, 200)),
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
                server.image ?? "",
                server.imageId ?? "",
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
function join(parts) {
    return `${parts.join("\n\n")}\n`;
}

;// CONCATENATED MODULE: ./build/report/terminal.js


const terminal_longestValue = 400;
/** A run for the terminal: failures in full, findings, a table of servers, and the verdict as the last line. */
function terminalReport(report) {
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
    return rows.length === 0 ? "" : `${(0,build_text/* plural */.LS)(rows.length, "finding")}\n${(0,build_text/* table */.tp)(rows)}`;
}
function servers(report) {
    if (report.servers.length === 0) {
        return "";
    }
    const rows = report.servers.map((server) => [
        terminal_safe(server.name),
        server.state,
        server.readyMs === null ? "–" : (0,build_text/* duration */.p0)(server.readyMs),
        String(server.steps),
        server.p95Ms === null ? "–" : (0,build_text/* duration */.p0)(server.p95Ms),
        server.peakMemoryBytes === null ? "–" : (0,build_text/* bytes */.ee)(server.peakMemoryBytes),
        `${Math.round(server.cpuMs)} ms`,
        terminal_safe(server.revision ?? "–"),
    ]);
    const head = ["SERVER", "STATE", "READY IN", "STEPS", "P95", "PEAK MEMORY", "CPU", "REVISION"];
    return (0,build_text/* table */.tp)([head, ...rows], { right: [2, 3, 4, 5, 6] });
}
function terminal_safe(text) {
    return (0,build_text/* forTerminalLine */.SV)(text.length > terminal_longestValue ? `${text.slice(0, terminal_longestValue)}…` : text);
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(1455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(6760);
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
        const base = (0,build_text/* forFileName */.zr)(name);
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










/***/ })

};
