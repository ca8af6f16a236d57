export const id = 2896;
export const ids = [2896];
export const modules = {

/***/ 33660:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  mI: () => (/* reexport */ connectManager),
  VP: () => (/* reexport */ localClient),
  _S: () => (/* reexport */ serveHttp),
  L1: () => (/* reexport */ serveStdio)
});

// EXTERNAL MODULE: ./node_modules/zod/v4/core/errors.js
var errors = __webpack_require__(37428);
// EXTERNAL MODULE: ./build/fault/index.js + 5 modules
var fault = __webpack_require__(440);
// EXTERNAL MODULE: ./build/api/tools.js + 6 modules
var tools = __webpack_require__(23471);
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
    const { connectOverHttp } = await Promise.all(/* import() */[__webpack_require__.e(7164), __webpack_require__.e(7656), __webpack_require__.e(7914)]).then(__webpack_require__.bind(__webpack_require__, 7914));
    return connectOverHttp(address, version);
}
/** Serves the tools over Streamable HTTP on loopback, to bearers of the token only. */
async function serveHttp(options) {
    const { listenOnLoopback } = await Promise.all(/* import() */[__webpack_require__.e(7164), __webpack_require__.e(3797), __webpack_require__.e(8169), __webpack_require__.e(3851)]).then(__webpack_require__.bind(__webpack_require__, 13851));
    return listenOnLoopback(options);
}
/** Serves the tools over this process's stdin and stdout. */
async function serveStdio(operations, version) {
    const { serveOverStdio } = await Promise.all(/* import() */[__webpack_require__.e(7164), __webpack_require__.e(3797), __webpack_require__.e(1950)]).then(__webpack_require__.bind(__webpack_require__, 71950));
    serveOverStdio(operations, version);
}

;// CONCATENATED MODULE: ./build/api/index.js




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

/***/ 62883:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Q9: () => (/* reexport */ captureOutput),
  V0: () => (/* reexport */ createRecentLines),
  lY: () => (/* reexport */ createRedactor)
});

;// CONCATENATED MODULE: ./build/log/egress.js
const target = String.raw `['"(\[]*(localhost|[A-Za-z0-9][\w.-]*\.[A-Za-z0-9-]+(?::\d+)?)`;
/** How runtimes say that a name did not resolve or an address was not reachable; the target where they name it. */
const words = [
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
const atProxy = /ProxyError|Tunnel connection failed|proxyconnect/;
const loopback = /^(?:localhost|127\.|0\.0\.0\.0|::1)/;
/** Looks through what a server says that is not let out directly; `onWanted` is told once, with one line for a finding. */
function watchEgress(server, isProxied, onWanted) {
    let told = false;
    return (text) => {
        // What went to the proxy is in the record already, with what became of it.
        if (told || !anyWord.test(text) || atProxy.test(text)) {
            return;
        }
        const wanted = wantedEgress(text);
        if (wanted !== undefined) {
            told = true;
            const where = wanted === "" ? "a network" : wanted;
            const egress = wanted === "" ? "full" : `{ allow: ["${wanted}"] }`;
            onWanted(isProxied
                ? `wanted to reach ${where} directly; what its egress allows is reached only through the proxy that HTTP_PROXY and HTTPS_PROXY name`
                : `wanted to reach ${where}, which its egress does not let it; add to server ${server}: network: { egress: ${egress} }`);
        }
    };
}
/** What the text shows its writer wanted to reach, empty when it is not named; undefined when it wanted nothing. */
function wantedEgress(text) {
    for (const pattern of words) {
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
        return redactor.lines((text, about) => record.log({ server, stream, text, ...about }), () => deps.onSecret(stream));
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

;// CONCATENATED MODULE: ./build/log/recent-lines.js
/** Keeps the newest lines up to `most` and up to `mostCharacters` in all. */
function createRecentLines(most = 5_000, mostCharacters = 2 ** 20) {
    const lines = [];
    /** Number of the line that stands first in `lines`. */
    let first = 0;
    let begin = 0;
    let characters = 0;
    return {
        add(line) {
            lines.push(line);
            characters += line.length;
            while (lines.length - begin > most ||
                (characters > mostCharacters && lines.length - begin > 1)) {
                characters -= lines[begin]?.length ?? 0;
                lines[begin] = "";
                begin += 1;
            }
            // Cut off in large pieces: one at a time would move the whole array for every line.
            if (begin > most) {
                lines.splice(0, begin);
                first += begin;
                begin = 0;
            }
        },
        mark: () => first + lines.length,
        since(mark) {
            const kept = lines.slice(Math.max(begin, mark - first));
            const lost = first + begin - mark;
            return lost > 0 ? [`[${lost} earlier lines are not kept]`, ...kept] : kept;
        },
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
    let toldOfSecret = false;
    const lines = createLogLines(server, limits, {
        ...deps,
        onSecret: (stream) => tellOfSecret(`on ${stream}`),
    });
    const wireQuota = createQuota(limits.wireMessages, limits.wireBytes);
    const tail = createTail(tailLines);
    const lookForEgress = deps.noEgress
        ? watchEgress(server, deps.isProxied === true, (message) => finding("wanted-egress", "warning", message))
        : () => undefined;
    const { recent = createRecentLines() } = deps;
    const splitter = createLineSplitter(limits.lineBytes, (line) => {
        tail.add(line.text);
        recent.add(line.text);
        deps.onLine?.(line.text);
        lookForEgress(line.text);
        lines.add("stderr", line);
    });
    const stdoutLog = createLineSplitter(limits.lineBytes, (line) => {
        deps.onLine?.(line.text);
        lookForEgress(line.text);
        lines.add("stdout", line);
    });
    let stdoutBytes = 0;
    let tappedBytes = 0;
    let stderrBytes = 0;
    function finding(code, severity, message, reference = null) {
        const redacted = redactor.redact(message);
        record.finding({
            server,
            code,
            severity,
            message: redacted,
            reference,
            atMs: clock.nowMs(),
            stepId: null,
        });
    }
    /** Once: what a server prints, it prints again. */
    function tellOfSecret(where) {
        if (!toldOfSecret) {
            toldOfSecret = true;
            const message = `Server "${server}" printed a secret ${where}; it is hidden here, and nowhere else`;
            finding("secret-printed", "warning", message);
        }
    }
    const tap = {
        message(direction, text, bytes, truncated, own = false) {
            if (direction === "received") {
                tappedBytes += bytes + 1;
                const head = text.slice(0, searchedCharacters);
                if (deps.noEgress && errorAnswer.test(head)) {
                    lookForEgress(head);
                }
            }
            if (wireQuota.admits(bytes)) {
                const cut = redactor.cut(text, limits.messageBytes, truncated);
                if (direction === "received" && redactor.active && !cut.truncated && cut.text !== text) {
                    tellOfSecret("in a message");
                }
                record.wire({ server, direction, own, atMs: clock.nowMs(), bytes, ...cut });
            }
        },
        stray(text, bytes, truncated) {
            tappedBytes += bytes + 1;
            deps.onLine?.(text);
            lookForEgress(text.slice(0, searchedCharacters));
            lines.add("stdout", { text, bytes, truncated });
        },
        dropped(count, bytes) {
            tappedBytes += bytes + count;
            lines.drop("stdout", count);
        },
        finding: ({ code, severity, message, reference }) => finding(code, severity, message, reference),
    };
    return {
        stdout(chunk) {
            stdoutBytes += chunk.length;
            if (deps.stdoutIsLog === true && lines.full) {
                lines.drop("stdout", stdoutLog.pushLast(chunk, 0));
            }
            else if (deps.stdoutIsLog === true) {
                stdoutLog.push(chunk);
            }
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
        stderrMark: recent.mark,
        stderrSince(mark) {
            const rest = splitter.rest();
            const lines = [...recent.since(mark), ...(rest === "" ? [] : [rest])];
            return redactor.redact(lines.join("\n"));
        },
        finish() {
            splitter.end();
            stdoutLog.end();
            lines.finish();
            const droppedLines = lines.dropped + wireQuota.refused;
            if (droppedLines > 0) {
                finding("output-dropped", "warning", droppedMessage(lines.dropped, wireQuota.refused));
            }
            // Over HTTP, what is tapped does not come from stdout.
            const stdout = deps.stdoutIsLog === true ? stdoutBytes : Math.max(stdoutBytes, tappedBytes);
            return { stdoutBytes: stdout, stderrBytes, droppedLines };
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
function createLineRedactor(automaton, release, onFound = () => undefined) {
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
            state = automaton.search(kept, state, (end, length) => {
                hide(start + end - length, start + end);
                onFound();
            });
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
/** A run of backslashes is tried from its beginning only, or a megabyte of them would take for ever. */
const escapedLineBreaks = /(?:(?<!\\)\\+[rn]|[\r\n])+/g;
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
        lines: (release, onFound) => createLineRedactor(automaton, release, onFound),
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





/***/ }),

/***/ 52896:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  mS: () => (/* reexport */ manager_Manager),
  iP: () => (/* reexport */ announcement_announce),
  cE: () => (/* reexport */ announcementFolder),
  qq: () => (/* reexport */ runningManagers)
});

// UNUSED EXPORTS: runDaemon

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/controller/index.js + 40 modules
var controller = __webpack_require__(80822);
// EXTERNAL MODULE: ./build/fault/index.js + 5 modules
var build_fault = __webpack_require__(440);
;// CONCATENATED MODULE: ./build/manager/announcement.js




/** Writes the announcement, readable by this user alone; the result takes it back. */
function announcement_announce(folder, announcement) {
    (0,external_node_fs_.mkdirSync)(folder, { recursive: true, mode: 0o700 });
    if (!isOursAlone(folder)) {
        throw new build_fault/* Fault */.vC("USAGE", `${folder}, where other commands look for a running manager, is not a folder of this user alone.`, { hint: "Remove it, or set XDG_RUNTIME_DIR to a folder that only you may enter." });
    }
    const file = (0,external_node_path_.join)(folder, `${announcement.runId}.json`);
    (0,external_node_fs_.writeFileSync)(file, JSON.stringify(announcement), { mode: 0o600, flag: "wx" });
    return () => (0,external_node_fs_.rmSync)(file, { force: true });
}
/** Managers that are alive; what dead ones left is removed. */
function runningManagers(folder) {
    let names;
    try {
        // What stands in anyone's folder may lead to anyone's manager.
        names = isOursAlone(folder) ? (0,external_node_fs_.readdirSync)(folder) : [];
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
/** In a folder that all may write, such as /tmp, somebody else may have been first. */
function isOursAlone(folder) {
    const found = (0,external_node_fs_.lstatSync)(folder);
    return found.isDirectory() && found.uid === process.getuid?.() && (found.mode & 0o077) === 0;
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
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: ./build/api/index.js + 2 modules
var api = __webpack_require__(33660);
// EXTERNAL MODULE: ./build/clock/index.js + 4 modules
var build_clock = __webpack_require__(56931);
// EXTERNAL MODULE: ./build/product/index.js + 1 modules
var product = __webpack_require__(59991);
// EXTERNAL MODULE: ./build/registry/index.js + 79 modules
var build_registry = __webpack_require__(5942);
;// CONCATENATED MODULE: ./build/manager/forsaken.js


/** Three small reads each time: nothing that could be measured beside an idle manager. */
const lookMs = 1_000;
/**
 * Resolves with the reason when nobody will end this manager any more: the runner that had the job is gone, the
 * run's folder was removed under it, or its lease has run out. Never, once the signal is aborted.
 */
async function forsaken_untilForsaken({ job, file, leaseMs }, clock, signal) {
    const endMs = clock.monotonicMs() + leaseMs;
    for (;;) {
        await clock.sleep(lookMs, signal);
        if (job !== null && !isOwnerAlive(job)) {
            return "the process that ran the job is gone";
        }
        if (!existsSync(file)) {
            return `${file} is gone, and with it the folder of the run`;
        }
        if (clock.monotonicMs() >= endMs) {
            return `its lease of ${leaseMs / 3_600_000} h has run out`;
        }
    }
}

// EXTERNAL MODULE: ./build/log/index.js + 15 modules
var log = __webpack_require__(62883);
// EXTERNAL MODULE: ./build/record/index.js + 7 modules
var build_record = __webpack_require__(789);
// EXTERNAL MODULE: ./build/engine/index.js + 46 modules
var build_engine = __webpack_require__(98793);
;// CONCATENATED MODULE: ./build/manager/record-silence.js
/** Writes down of every server that was there that the engine was not: what was measured meanwhile is not the server's. */
function recordSilence(servers, ms, { record, clock }) {
    const atMs = clock.nowMs();
    record.event({ atMs, kind: "engine-silent", server: null, data: JSON.stringify({ ms }) });
    for (const { name } of servers.filter(({ hasContainer }) => hasContainer)) {
        record.finding({
            server: name,
            code: "engine-silent",
            severity: "warning",
            message: `the engine did not answer for ${(ms / 1_000).toFixed(1)} s: what took long until then need not be the server's doing`,
            atMs,
            stepId: null,
        });
    }
}

;// CONCATENATED MODULE: ./build/manager/engine-link.js



/** The one connection of a manager to its engine, what comes with it, and what the engine tells of the run. */
class EngineLink {
    news = (0,controller/* createNewsDesk */.T8)(() => {
        void this.#followNetworks();
    });
    #options;
    #over = new AbortController();
    #engine;
    #reaper;
    /** What dead managers left is removed beside the run, not before it. */
    #cleanUp = Promise.resolve();
    #events = Promise.resolve();
    #silence = Promise.resolve();
    constructor(options) {
        this.#options = options;
    }
    /** Connects on first use, once. */
    engine() {
        // The reaper must stand before the first object is created.
        this.#reaper ??= this.#options.launchReaper();
        this.#engine ??= this.#reach().catch((thrown) => {
            // The next call tries again: an engine may come up later.
            this.#engine = undefined;
            throw thrown;
        });
        return this.#engine;
    }
    /** The engine if there ever was one. */
    async connected() {
        return this.#engine?.catch(() => undefined);
    }
    get cleanUp() {
        return this.#cleanUp;
    }
    /** Tells the reaper that nothing is left to do. */
    async releaseReaper() {
        await this.#reaper?.release();
    }
    async close() {
        this.#over.abort();
        (await this.connected())?.close();
        await Promise.all([this.#events, this.#silence]);
    }
    async #followNetworks() {
        // What was missed while the stream was broken is told again; what an engine forgot of it stays unknown.
        const listeners = {
            onEvent: (told) => this.news.tell(told),
            onGap: () => Promise.resolve(),
        };
        await (await this.connected())?.followNetworks(listeners, this.#over.signal);
    }
    async #reach() {
        const { clock, environment, record, servers } = this.#options;
        const engine = await (0,build_engine/* connectEngine */.xn)({ environment, clock });
        const { kind, version, apiVersion } = engine.info;
        record.run({ engineName: kind, engineVersion: version, engineApiVersion: apiVersion });
        this.#cleanUp = (0,controller/* sweep */.X0)(engine, { stale: { nowMs: clock.nowMs() } }).then(({ removed }) => removed > 0 &&
            record.event({
                atMs: clock.nowMs(),
                kind: "stale-removed",
                server: null,
                data: JSON.stringify({ removed }),
            }), () => undefined);
        this.#events = engine.followEvents(`${controller/* labelKeys */.vN.run}=${this.#options.runId}`, {
            onEvent: (told) => this.news.tell(told),
            onGap: () => this.news.catchUp((id) => engine.inspect(id)),
        }, this.#over.signal);
        this.#silence = engine.watchSilence((ms) => recordSilence(servers(), ms, { record, clock }), this.#over.signal);
        return engine;
    }
}

// EXTERNAL MODULE: ./build/config/index.js + 80 modules
var config = __webpack_require__(62859);
;// CONCATENATED MODULE: ./build/manager/host-folders.js


function createHostFolders() {
    const claimed = [];
    return {
        claim(folders) {
            for (const folder of folders) {
                const other = (0,config/* unsafeBeside */.T3)(folder, claimed);
                if (other !== undefined) {
                    const [inner, outer] = folder.path.length > other.path.length ? [folder, other] : [other, folder];
                    throw new build_fault/* Fault */.vC("PATH_NOT_ALLOWED", `Server "${folder.server}" cannot have the path ${JSON.stringify(folder.path)}: server "${outer.server}" may write to ${JSON.stringify(outer.path)}, and could lead server "${inner.server}" out of the workspace from there`, { hint: "Make the outer one read-only, or use folders beside each other." });
                }
                if (!claimed.some(({ path, writable }) => path === folder.path && writable === folder.writable)) {
                    claimed.push(folder);
                }
            }
        },
    };
}

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

// EXTERNAL MODULE: ./build/report/index.js + 32 modules
var report = __webpack_require__(57262);
;// CONCATENATED MODULE: ./build/scenario/expect/difference.js
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

;// CONCATENATED MODULE: ./build/scenario/expect/text-difference.js
/** Shorter texts are compared faster by eye. */
const shortText = 60;
/** Normalising longer ones takes too long for a hint. */
const longestNormalised = 1_000_000;
/** In which way two different texts differ, when it is not plain to see: in words, without quoting them. */
function textDifference(expected, actual) {
    if (expected.length <= longestNormalised &&
        actual.length <= longestNormalised &&
        expected.normalize("NFC") === actual.normalize("NFC")) {
        return "they differ only in the Unicode form, composed or decomposed";
    }
    if (expected.trim() === actual.trim()) {
        return "they differ only in white space around them";
    }
    if (expected.length <= shortText && actual.length <= shortText) {
        return undefined;
    }
    const at = firstDifference(expected, actual);
    if (at === 0) {
        return undefined;
    }
    const before = actual.slice(0, at);
    const line = before.split("\n").length;
    return `first difference at line ${line}, column ${at - before.lastIndexOf("\n")}`;
}
function firstDifference(a, b) {
    const shared = Math.min(a.length, b.length);
    for (let index = 0; index < shared; index += 1) {
        if (a.charCodeAt(index) !== b.charCodeAt(index)) {
            return index;
        }
    }
    return shared;
}

;// CONCATENATED MODULE: ./build/scenario/expect/equality.js


const differencesShown = 3;
/**
 * Deep equality of JSON: the order of keys does not matter, kinds do (1 is not "1"), 0 is -0, NaN equals nothing, and texts
 * are compared by code unit, so that the composed and the decomposed form of a letter differ (and are told apart).
 */
function judgeEquals(expected, actual, show) {
    const found = differences(expected, actual, differencesShown + 1);
    const first = found[0];
    if (first === undefined) {
        return { ok: true, actual: show(actual) };
    }
    if (first.pointer === "") {
        return { ok: false, actual: `${show(actual)}${hint(expected, actual)}` };
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
    return `${pointer} is ${show(actual)}, expected ${show(expected)}${hint(expected, actual)}`;
}
/** What two long or nearly equal texts differ in; empty when that is plain to see. */
function hint(expected, actual) {
    if (typeof expected !== "string" || typeof actual !== "string") {
        return "";
    }
    const said = textDifference(expected, actual);
    return said === undefined ? "" : ` (${said})`;
}

;// CONCATENATED MODULE: ./build/scenario/expect/found.js
function present(value) {
    return { found: true, value };
}
function absent(why) {
    return { found: false, why };
}

;// CONCATENATED MODULE: ./build/scenario/expect/json-path.js



/** Functions, filters, wildcards and descents may take long on a large answer; names and indices cannot. */
const mayBeSlow = /[(?*]|\.\./;
/**
 * All nodes at a JSONPath (RFC 9535), in document order; `single` when the path can match one at most.
 *
 * Throws NOT_JUDGEABLE when the path is no JSONPath, is too slow, or descends deeper than 50 levels.
 */
async function nodesAt(path, document) {
    // Loading takes 7 ms, so only a run that uses a path pays for it.
    const jsonPath = await __webpack_require__.e(/* import() */ 393).then(__webpack_require__.t.bind(__webpack_require__, 50393, 19));
    const work = () => {
        const query = jsonPath.compile(path);
        return { single: query.singularQuery(), nodes: query.query(document).nodes };
    };
    try {
        return mayBeSlow.test(path) ? (0,build_clock/* withBudget */.Y$)(`JSONPath ${path}`, work) : work();
    }
    catch (error) {
        if (error instanceof jsonPath.JSONPathError || error instanceof RangeError) {
            throw new build_fault/* Fault */.vC("NOT_JUDGEABLE", `JSONPath ${path}: ${error.message}`, { cause: error });
        }
        throw error;
    }
}
/** What stands at a JSONPath: one value as it is, several as a list of them. */
async function lookUpPath(path, document, show) {
    const { single, nodes } = await nodesAt(path, document);
    const values = nodes.map(({ value }) => value);
    const found = values.length === 0
        ? absent(`nothing found in ${show(document)}`)
        : { found: true, value: values.length === 1 ? values[0] : values };
    return single ? found : { ...found, each: values };
}

;// CONCATENATED MODULE: ./build/scenario/expect/judgement.js
/** Holds when all do; a false one decides before one that could not be judged. */
function allOf(judgements, actual) {
    return (judgements.find(({ ok, unfit }) => !ok && unfit === undefined) ??
        judgements.find(({ ok }) => !ok) ?? { ok: true, actual });
}
/** Holds when one does; otherwise, when one could not be judged, it could not be judged. */
function anyOf(judgements, actual) {
    return (judgements.find(({ ok }) => ok) ??
        judgements.find(({ unfit }) => unfit) ?? { ok: false, actual });
}
/** Holds when the other was judged and does not. */
function notOf(judgement) {
    return judgement.unfit === undefined ? { ...judgement, ok: !judgement.ok } : judgement;
}

;// CONCATENATED MODULE: ./build/scenario/expect/member.js
/** An own member of a JSON object; undefined for anything else, so no prototype is ever walked. */
function member(value, key) {
    return member_isObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}
/** Whether a JSON value is an object, and no list. */
function member_isObject(value) {
    return typeof value === "object" && value !== null && !Array.isArray(value);
}

;// CONCATENATED MODULE: ./build/scenario/expect/length.js

/**
 * Code points of a text, elements of a list, keys of an object; for a JSONPath that may match several values the number
 * of matches. Undefined for what has no length.
 */
function lengthOf(found) {
    if (found.each !== undefined) {
        return found.each.length;
    }
    if (!found.found) {
        return undefined;
    }
    const { value } = found;
    if (typeof value === "string") {
        return codePoints(value);
    }
    if (Array.isArray(value)) {
        return value.length;
    }
    return member_isObject(value) ? Object.keys(value).length : undefined;
}
/** Counted without making a list of them: a text may have 64 MB. */
function codePoints(text) {
    let count = 0;
    for (let index = 0; index < text.length; count += 1) {
        index += (text.codePointAt(index) ?? 0) > 0xffff ? 2 : 1;
    }
    return count;
}

// EXTERNAL MODULE: ./build/schema/index.js + 15 modules
var build_schema = __webpack_require__(26132);
;// CONCATENATED MODULE: ./build/scenario/expect/schema.js


const problemsShown = 3;
/** A schema is compiled once, however often its step is done. */
const compiled = new WeakMap();
/** A value against a JSON Schema. Throws NOT_JUDGEABLE for one that is none, or that cannot be judged by. */
async function judgeSchema(schema, value, show) {
    const made = await compileOnce(schema);
    if (made.kind === "invalid") {
        const { pointer, message } = made.problem;
        throw new build_fault/* Fault */.vC("NOT_JUDGEABLE", `The JSON Schema is none: ${place(pointer)} ${message}`);
    }
    if (made.kind === "unsupported") {
        throw new build_fault/* Fault */.vC("NOT_JUDGEABLE", `The JSON Schema ${made.reason}`);
    }
    const problems = made.validate(value);
    if (problems.length === 0) {
        return { ok: true, actual: show(value) };
    }
    const said = problems
        .slice(0, problemsShown)
        .map(({ pointer, message }) => `${place(pointer)} ${message}`);
    const more = problems.length > problemsShown ? "; and more" : "";
    return { ok: false, actual: `${show(value)} (${said.join("; ")}${more})` };
}
function compileOnce(schema) {
    if (typeof schema !== "object" || schema === null) {
        return (0,build_schema/* compileSchema */.Fc)(schema);
    }
    const known = compiled.get(schema) ?? (0,build_schema/* compileSchema */.Fc)(schema);
    compiled.set(schema, known);
    return known;
}
function place(pointer) {
    return pointer === "" ? "the whole" : pointer;
}

;// CONCATENATED MODULE: ./build/scenario/expect/sequence.js

const methodsShown = 20;
/** Messages in this order; others may stand between, so the earliest fit of each is the right one. */
async function judgeSequence(items, value, show, fits) {
    if (!Array.isArray(value)) {
        return { ok: false, unfit: true, actual: `${show(value)}, not a list of messages` };
    }
    const messages = value;
    let next = 0;
    for (const message of messages) {
        const item = items[next];
        if (item === undefined) {
            break;
        }
        if (await fits(item, message)) {
            next += 1;
        }
    }
    const methods = messages.slice(0, methodsShown).map((message) => member(message, "method"));
    const more = messages.length > methodsShown ? ` and ${messages.length - methodsShown} more` : "";
    const seen = `${show(methods)}${more}`;
    return next === items.length
        ? { ok: true, actual: seen }
        : { ok: false, actual: `${seen}, in which item ${next} of the sequence does not come` };
}

;// CONCATENATED MODULE: ./build/scenario/expect/pattern.js

/** A regular expression of the run file. Throws NOT_JUDGEABLE for one that is none, as captures filled in may make it. */
function patternOf(source, flags) {
    try {
        return new RegExp(source, flags);
    }
    catch (error) {
        throw new build_fault/* Fault */.vC("NOT_JUDGEABLE", `The pattern ${JSON.stringify(source)} is none`, {
            cause: error,
        });
    }
}

;// CONCATENATED MODULE: ./build/scenario/expect/text-predicates.js



/** A substring of a text, or an element of a list. */
function judgeContains(expected, actual, show) {
    if (Array.isArray(actual)) {
        return { ok: actual.some((element) => equal(expected, element)), actual: show(actual) };
    }
    if (typeof actual !== "string") {
        return { ok: false, unfit: true, actual: `${show(actual)}, neither text nor an array` };
    }
    return typeof expected === "string"
        ? { ok: actual.includes(expected), actual: show(actual) }
        : {
            ok: false,
            unfit: true,
            actual: `${show(actual)}, which is text and contains only text`,
        };
}
/** How a text begins or ends. */
function judgeEdge(edge, expected, actual, show) {
    if (typeof actual !== "string" || typeof expected !== "string") {
        return { ok: false, unfit: true, actual: `${show(actual)}, not text` };
    }
    const ok = edge === "starts_with" ? actual.startsWith(expected) : actual.endsWith(expected);
    return { ok, actual: show(actual) };
}
/**
 * A regular expression of ECMAScript, flag u and no other, found anywhere in a text.
 *
 * So `^` and `$` stand for the text's ends and not for those of its lines, `.` for no line break; `(?ims: )` changes that
 * for a part. Throws NOT_JUDGEABLE when it is too slow, or no pattern any more once captures were filled in.
 */
function judgeMatches(source, actual, show) {
    if (typeof actual !== "string") {
        return { ok: false, unfit: true, actual: `${show(actual)}, not text` };
    }
    const pattern = patternOf(source, "u");
    const ok = (0,build_clock/* withBudget */.Y$)(`pattern ${show(source)}`, () => pattern.test(actual));
    return { ok, actual: show(actual) };
}

;// CONCATENATED MODULE: ./build/scenario/expect/value-predicates.js



/** A number against its bounds; both ends of `between` count. Text is never read as a number. */
function judgeBound(bound, actual, show) {
    return typeof actual === "number"
        ? { ok: isWithin(bound, actual), actual: show(actual) }
        : { ok: false, unfit: true, actual: `${show(actual)}, not a number` };
}
function isWithin(bound, number) {
    switch (bound.name) {
        case "above":
            return number > bound.value;
        case "below":
            return number < bound.value;
        case "at_least":
            return number >= bound.value;
        case "at_most":
            return number <= bound.value;
        case "between":
            return number >= bound.value[0] && number <= bound.value[1];
        default:
            return bound;
    }
}
function judgeType(type, actual, show) {
    return { ok: isOfType(type, actual), actual: show(actual) };
}
function isOfType(type, value) {
    switch (type) {
        case "null":
            return value === null;
        case "array":
            return Array.isArray(value);
        case "object":
            return member_isObject(value);
        case "integer":
            return Number.isInteger(value);
        case "boolean":
        case "number":
        case "string":
            return typeof value === type;
        default:
            return type;
    }
}
/**
 * Whether an object or list has at least what is expected, at any depth.
 *
 * Every expected key must be there and include what is expected of it; every expected element must be included by some
 * element of the list, in any order. Anything else must be equal.
 */
function judgeIncludes(expected, actual, show) {
    // Lists in lists are compared each with each, so the work is limited as that of a pattern.
    const missing = (0,build_clock/* withBudget */.Y$)("includes", () => firstMissing(expected, actual, ""));
    return missing === undefined
        ? { ok: true, actual: show(actual) }
        : { ok: false, actual: `${show(actual)} (${missing})` };
}
function firstMissing(expected, actual, pointer) {
    if (member_isObject(expected) && member_isObject(actual)) {
        for (const [key, value] of Object.entries(expected)) {
            const place = `${pointer}/${key}`;
            const missing = Object.hasOwn(actual, key)
                ? firstMissing(value, actual[key], place)
                : `${place} is missing`;
            if (missing !== undefined) {
                return missing;
            }
        }
        return undefined;
    }
    if (Array.isArray(expected) && Array.isArray(actual)) {
        const lost = expected.findIndex((value) => !actual.some((element) => firstMissing(value, element, "") === undefined));
        return lost === -1 ? undefined : `${pointer}/${lost} is in no element`;
    }
    return equal(expected, actual) ? undefined : `${pointer === "" ? "the whole" : pointer} differs`;
}

;// CONCATENATED MODULE: ./build/scenario/expect/judge.js











/**
 * Applies a predicate to what was found.
 *
 * Where nothing was found only `exists: false` holds. Throws NOT_JUDGEABLE when a pattern, path or schema is unsound or
 * too slow.
 */
async function judge(predicate, found, deps) {
    if ("of" in predicate) {
        return judgeCompound(predicate, found, deps);
    }
    if (predicate.name === "exists") {
        const actual = found.found ? deps.show(found.value) : found.why;
        return { ok: found.found === predicate.value, actual };
    }
    return found.found
        ? judgeValue(predicate, found, deps)
        : { ok: false, unfit: true, actual: found.why };
}
async function judgeCompound(predicate, found, deps) {
    const seen = found.found ? deps.show(found.value) : found.why;
    switch (predicate.name) {
        case "not":
            return notOf(await judgeAll(predicate.of, found, deps));
        case "all_of":
            return allOf(await judgeLists(predicate.of, found, deps), seen);
        case "any_of":
            return anyOf(await judgeLists(predicate.of, found, deps), seen);
        case "each":
            return judgeEach(predicate.of, found, deps);
        case "length":
            return judgeLength(predicate.of, found, deps);
        default:
            return predicate;
    }
}
/** Applies predicates that must all hold. */
async function judgeAll(predicates, found, deps) {
    const judgements = [];
    for (const predicate of predicates) {
        judgements.push(await judge(predicate, found, deps));
    }
    return allOf(judgements, found.found ? deps.show(found.value) : found.why);
}
async function judgeLists(lists, found, deps) {
    const judgements = [];
    for (const predicates of lists) {
        judgements.push(await judgeAll(predicates, found, deps));
    }
    return judgements;
}
/** Holds of an empty list. */
async function judgeEach(predicates, found, deps) {
    const elements = found.each ?? (found.found ? found.value : undefined);
    if (!Array.isArray(elements)) {
        const actual = found.found ? `${deps.show(found.value)}, not a list` : found.why;
        return { ok: false, unfit: true, actual };
    }
    for (const [index, element] of elements.entries()) {
        const judgement = await judgeAll(predicates, present(element), deps);
        if (!judgement.ok) {
            return { ...judgement, actual: `${judgement.actual} at element ${index}` };
        }
    }
    return { ok: true, actual: deps.show(elements) };
}
async function judgeLength(predicates, found, deps) {
    const length = lengthOf(found);
    if (length === undefined) {
        const actual = found.found ? `${deps.show(found.value)}, which has no length` : found.why;
        return { ok: false, unfit: true, actual };
    }
    const judgement = await judgeAll(predicates, present(length), deps);
    return { ...judgement, actual: `of length ${length}` };
}
async function judgeValue(predicate, { value, each }, deps) {
    const { show } = deps;
    switch (predicate.name) {
        case "equals":
            // A path that may match several values may be compared with the list of them, also when it is one.
            return each !== undefined && equal(predicate.value, each)
                ? { ok: true, actual: show(each) }
                : judgeEquals(predicate.value, value, show);
        case "contains":
            return judgeContains(predicate.value, value, show);
        case "starts_with":
        case "ends_with":
            return judgeEdge(predicate.name, predicate.value, value, show);
        case "includes":
            return judgeIncludes(predicate.value, value, show);
        case "matches":
            return judgeMatches(predicate.value, value, show);
        case "above":
        case "below":
        case "at_least":
        case "at_most":
        case "between":
            return judgeBound(predicate, value, show);
        case "one_of":
            return {
                ok: predicate.value.some((candidate) => equal(candidate, value)),
                actual: show(value),
            };
        case "type":
            return judgeType(predicate.value, value, show);
        case "schema":
            return judgeSchema(predicate.value, value, show);
        case "snapshot":
            return deps.snapshot(predicate, value);
        case "sequence":
            return judgeSequence(predicate.items, value, show, (item, message) => fitsItem(item, message, deps));
        default:
            return predicate;
    }
}
/** Whether all expectations hold of a value, their places being JSONPaths into it. */
async function holdsOf(expectations, value, deps) {
    for (const { place, predicate } of expectations) {
        const found = await lookUpPath(place, value, deps.show);
        if (!(await judge(predicate, found, deps)).ok) {
            return false;
        }
    }
    return true;
}
async function fitsItem(item, message, deps) {
    const method = await judgeAll(item.method, present(member(message, "method")), deps);
    return method.ok && (await holdsOf(item.params, member(message, "params"), deps));
}

;// CONCATENATED MODULE: ./build/scenario/answer/reply-of.js
/** The answer that a rule gives: refusing is what the specification has a user do who says no. */
function replyOf({ method, reply }) {
    if (reply === "silence") {
        return { kind: "silence" };
    }
    if (reply !== "refuse") {
        return "result" in reply
            ? { kind: "result", result: reply.result }
            : { kind: "error", ...reply.error };
    }
    switch (method) {
        case "elicitation/create":
            return { kind: "result", result: { action: "decline" } };
        case "sampling/createMessage":
            return { kind: "error", code: -1, message: "User rejected sampling request" };
        case "roots/list":
            return { kind: "error", code: -32601, message: "Roots not supported" };
        default:
            return method;
    }
}

;// CONCATENATED MODULE: ./build/scenario/answer/answer-book.js



/** A flood of requests is counted by the session; the note of a step names no more than these. */
const askedKept = 1_000;
function createAnswerBook(options) {
    const { rules, capabilities = {}, show } = options;
    const deps = {
        show,
        snapshot: () => Promise.reject(new build_fault/* Fault */.vC("NOT_JUDGEABLE", "`when` cannot compare with a snapshot")),
    };
    const always = rules.map((rule) => ({ rule, uses: 0 }));
    const pages = new Set();
    async function find(method, params) {
        const steps = [...pages].toReversed().flatMap(({ entries }) => entries);
        for (const entry of [...steps, ...always]) {
            const { rule } = entry;
            const isLeft = () => rule.times === undefined || entry.uses < rule.times;
            if (rule.method === method && isLeft() && (await holdsOf(rule.when, params, deps))) {
                // Another request may have taken the last use while this one was matched.
                if (isLeft()) {
                    entry.uses += 1;
                    return entry;
                }
            }
        }
        return undefined;
    }
    function note(asked) {
        for (const page of pages) {
            if (page.asked.length < askedKept) {
                page.asked.push(asked);
            }
        }
    }
    return {
        capabilities,
        async answer(method, params) {
            try {
                const entry = await find(method, params);
                const told = entry === undefined ? undefined : replyOf(entry.rule);
                note({ method, told: told?.kind ?? "unscripted", at: entry?.rule.at ?? null });
                return told;
            }
            catch (thrown) {
                const fault = (0,build_fault/* asFault */.Ps)(thrown);
                for (const page of pages) {
                    page.fault ??= fault;
                }
                return { kind: "error", code: -32603, message: "The scripted answers cannot be matched" };
            }
        },
        open(stepsOwn) {
            const page = {
                entries: stepsOwn.map((rule) => ({ rule, uses: 0 })),
                asked: [],
                fault: undefined,
            };
            pages.add(page);
            return () => {
                pages.delete(page);
                const unused = page.entries.filter(({ uses }) => uses === 0).map(({ rule }) => rule);
                return { asked: page.asked, unused, fault: page.fault };
            };
        },
    };
}

;// CONCATENATED MODULE: ./build/scenario/flow/pass-rate.js
/** The k of pass^k in notes; of fewer trials all. */
const shownK = 3;
/**
 * pass^k: how likely k trials in a row all pass, estimated without bias from `passed` of `times`.
 *
 * It is the share of the ways to draw k of the trials that draw only passed ones: C(passed, k) / C(times, k).
 */
function passAllOf(k, passed, times) {
    let share = 1;
    for (let drawn = 0; drawn < k; drawn += 1) {
        share *= Math.max(0, passed - drawn) / (times - drawn);
    }
    return share;
}
/** Whether enough trials passed. A rate such as 0.9 has no exact binary form, so a hair less is enough. */
function isEnough(passed, times, passRate) {
    return passed / times >= passRate - 1e-9;
}
/** What trials came to, for people: "8 of 10 trials passed, pass^3 0.47". */
function trialsNote(passed, times) {
    const k = Math.min(shownK, times);
    const share = Number(passAllOf(k, passed, times).toFixed(2));
    return `${passed} of ${times} trials passed, pass^${k} ${share}`;
}

;// CONCATENATED MODULE: ./build/scenario/expect/show.js
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

;// CONCATENATED MODULE: ./build/scenario/expect/evidence.js
/** The result or error, for captures and the record; undefined when there is neither. */
function documentOf(answer) {
    switch (answer.kind) {
        case "result":
            return answer.result;
        case "error":
            return answer.error;
        case "cancelled":
        case "dropped":
            return undefined;
        default:
            return answer;
    }
}
/** Why an answer has no result, in words that follow the name of a place and "is". */
function whyNoResult(answer, said) {
    switch (answer.kind) {
        case "error":
            return `no result but JSON-RPC error ${answer.error.code}: ${said}`;
        case "cancelled":
            return "no result: the request was cancelled";
        case "dropped":
            return "no result: the step's fault dropped the answer";
        default:
            return answer;
    }
}

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
;// CONCATENATED MODULE: ./build/scenario/expect/base64.js
/** Bytes of a base64 text of RFC 4648 with padding, or what is wrong with it, in words. */
function decodeBase64(text) {
    const padding = text.endsWith("==") ? 2 : text.endsWith("=") ? 1 : 0;
    // A search for the first wrong character is linear; Buffer would skip it silently.
    const wrong = /[^A-Za-z0-9+/]/.exec(padding === 0 ? text : text.slice(0, -padding));
    if (wrong !== null) {
        return `invalid base64: character ${JSON.stringify(wrong[0])} at position ${wrong.index}`;
    }
    return text.length % 4 === 0
        ? Buffer.from(text, "base64")
        : `invalid base64: its length ${text.length} is not a multiple of 4`;
}

;// CONCATENATED MODULE: ./build/scenario/expect/content.js




/**
 * The content blocks of a result: `content` of a tool, `contents` of a resource, the content of each message of a
 * prompt; undefined when it has none of them.
 */
function blocksOf(result) {
    for (const key of ["content", "contents"]) {
        const blocks = member(result, key);
        if (Array.isArray(blocks)) {
            return blocks;
        }
    }
    const messages = member(result, "messages");
    return Array.isArray(messages)
        ? messages.flatMap((message) => member(message, "content") ?? [])
        : undefined;
}
/** All texts of a result's content, joined by newlines; undefined when there is none. */
function textOf(result) {
    const texts = (blocksOf(result) ?? [])
        .map((block) => {
        const type = member(block, "type");
        return type === undefined || type === "text" ? member(block, "text") : undefined;
    })
        .filter((text) => typeof text === "string");
    return texts.length === 0 ? undefined : texts.join("\n");
}
/** Looks up `content[N].part`: type, mime_type, bytes, sha256, text, uri or name; without `part` the block as it is. */
function lookUpBlock(result, index, part, show) {
    const blocks = blocksOf(result);
    if (blocks === undefined) {
        return absent(`no content in ${show(result)}`);
    }
    const block = blocks[index];
    if (!member_isObject(block)) {
        return absent(`no content block ${index}: there are ${blocks.length}`);
    }
    if (part === undefined) {
        return present(block);
    }
    const embedded = member(block, "resource");
    const inner = member_isObject(embedded) ? embedded : block;
    switch (part) {
        case "type":
            // What resources/read gives has no type of its own.
            return valueOr(member(block, "type") ?? "resource", part, block, show);
        case "mime_type":
            return valueOr(member(inner, "mimeType"), part, block, show);
        case "text":
        case "uri":
            return valueOr(member(inner, part), part, block, show);
        case "name":
            return valueOr(member(block, part), part, block, show);
        default:
            return ofBytes(inner, part, show);
    }
}
function ofBytes(block, part, show) {
    const text = member(block, "text");
    const encoded = member(block, "data") ?? member(block, "blob");
    if (typeof encoded !== "string" && typeof text !== "string") {
        return absent(`no data in ${show(block)}`);
    }
    const bytes = typeof encoded === "string" ? decodeBase64(encoded) : Buffer.from(String(text));
    if (typeof bytes === "string") {
        return absent(bytes);
    }
    return present(part === "bytes" ? bytes.byteLength : (0,external_node_crypto_.createHash)("sha256").update(bytes).digest("hex"));
}
function valueOr(value, part, block, show) {
    return value === undefined ? absent(`no ${part} in ${show(block)}`) : present(value);
}

;// CONCATENATED MODULE: ./build/scenario/expect/log-lines.js


/** Log messages over MCP as lines: level, logger where it is named, and the data, text as it stands and all else as JSON. */
function logLines(notifications) {
    return notifications
        .filter(({ method }) => method === "notifications/message")
        .map(({ params }) => {
        const data = member(params, "data");
        const said = typeof data === "string" ? data : toJson(data);
        const from = [member(params, "level"), member(params, "logger")].filter((part) => typeof part === "string");
        return `${from.join(" ")}: ${said}`;
    })
        .join("\n");
}

;// CONCATENATED MODULE: ./build/scenario/expect/tokens.js


/** Estimating is linear, but its pattern copies: slices keep the memory small. */
const sliceLength = 65_536;
/** Estimate of the tokens a model pays for a result: its text when it has content, else its JSON. */
async function tokensOf(result) {
    const { estimateTokenCount } = await __webpack_require__.e(/* import() */ 2840).then(__webpack_require__.bind(__webpack_require__, 52840));
    const text = textOf(result) ?? toJson(result);
    let tokens = 0;
    for (let from = 0; from < text.length; from += sliceLength) {
        tokens += estimateTokenCount(text.slice(from, from + sliceLength));
    }
    return tokens;
}

;// CONCATENATED MODULE: ./build/scenario/expect/place.js







const blockPlace = /^content\[(\d{1,16})\](?:\.([a-z0-9_]+))?$/;
/** Looks up a place (`text`, `error.code`, …, or a JSONPath into the result) in what a step has to show. */
async function lookUp(place, evidence, show) {
    const { answer } = evidence;
    switch (place) {
        case "duration":
            return present(evidence.durationMs);
        case "bytes":
            return present(evidence.bytes);
        case "status":
            return orAbsent(evidence.status, () => "no HTTP answer");
        case "rounds":
            return present(evidence.rounds ?? 0);
        case "notifications":
            return present(evidence.notifications());
        case "progress":
            return present(evidence.progress);
        case "requests":
            return present(evidence.requests());
        case "logs":
            return present(logLines(evidence.notifications()));
        case "stderr":
            return present(evidence.stderr());
        case "memory":
            return present(await evidence.memoryBytes());
        case "error":
            return present(answer.kind === "error");
        case "error.code":
            return answer.kind === "error" ? present(answer.error.code) : absent("no JSON-RPC error");
        case "error.message":
            return answer.kind === "error" ? present(answer.error.message) : absent("no JSON-RPC error");
        default:
            return answer.kind === "result"
                ? lookUpInResult(place, answer.result, show)
                : absent(whyNoResult(answer, answer.kind === "error" ? show(answer.error.message) : ""));
    }
}
/** Whether a tool result says that the tool failed. */
function isToolError(result) {
    return member(result, "isError") === true;
}
async function lookUpInResult(place, result, show) {
    if (place.startsWith("$")) {
        return lookUpPath(place, result, show);
    }
    const block = blockPlace.exec(place);
    if (block !== null) {
        return lookUpBlock(result, Number(block[1]), block[2], show);
    }
    switch (place) {
        case "text":
            return orAbsent(textOf(result), () => `no text in ${show(result)}`);
        case "is_error":
            return present(isToolError(result));
        case "structured":
            return orAbsent(member(result, "structuredContent"), () => "no structuredContent");
        case "content":
            return orAbsent(blocksOf(result), () => `no content in ${show(result)}`);
        case "content.length":
            return orAbsent(blocksOf(result)?.length, () => `no content in ${show(result)}`);
        case "tokens":
            return present(await tokensOf(result));
        case "exit_code":
        case "stdout":
            return orAbsent(member(result, place), () => `no ${place} in ${show(result)}`);
        default:
            return absent(`no place called ${place}`);
    }
}
function orAbsent(value, why) {
    return value === undefined ? absent(why()) : present(value);
}

;// CONCATENATED MODULE: ./build/scenario/expect/unasked.js



/**
 * What fails an answer whose step says nothing about errors: a JSON-RPC error, a tool result with isError, a command
 * that did not exit with 0, or a file that is not there.
 *
 * Naming any `error` place speaks for JSON-RPC errors, naming `is_error` for both, naming `exit_code` for the command, `$.exists` for
 * the file.
 * A request that the step itself cancelled, or whose answer its fault dropped, is no failure.
 */
function unaskedFailure(step, answer, show) {
    const places = step.expectations.map((expectation) => expectation.place);
    if (places.includes("is_error")) {
        return undefined;
    }
    if (answer.kind === "result") {
        const { verb } = step.action;
        if (verb === "read_file") {
            return missingFile(step, answer.result, places);
        }
        return verb === "exec"
            ? failedCommand(answer.result, places, show)
            : failedTool(step, answer.result, show);
    }
    if (answer.kind !== "error") {
        return undefined;
    }
    if (places.some((place) => place === "error" || place.startsWith("error."))) {
        return undefined;
    }
    const reason = rpcErrorReason(step, answer.error, show);
    return { place: "error", expected: "false", actual: "true", reason };
}
function failedTool(step, result, show) {
    return isToolError(result)
        ? {
            place: "is_error",
            expected: "false",
            actual: "true",
            reason: toolErrorReason(step, result, show),
        }
        : undefined;
}
function failedCommand(result, places, show) {
    const code = member(result, "exit_code");
    if (code === 0 || code === undefined || places.includes("exit_code")) {
        return undefined;
    }
    const said = member(result, "stderr");
    const why = typeof said === "string" && said.trim() !== "" ? `: ${show(said)}` : "";
    const reason = `the command exited with ${show(code)}${why}`;
    return { place: "exit_code", expected: "0", actual: show(code), reason };
}
function missingFile({ action }, result, places) {
    if (member(result, "exists") !== false || places.includes("$.exists")) {
        return undefined;
    }
    const reason = `the container has no file ${action.target}`;
    return { place: "$.exists", expected: "true", actual: "false", reason };
}
function toolErrorReason(step, result, show) {
    const text = textOf(result);
    if (text === undefined) {
        return `tool error without text: ${show(result)}`;
    }
    return isUnknownTool(step, text)
        ? `tool not found: ${step.action.target} (the server says ${show(text)})`
        : `tool error: ${show(text)}`;
}
function rpcErrorReason(step, error, show) {
    const said = `JSON-RPC error ${error.code}: ${show(error.message)}`;
    if (isUnknownTool(step, error.message)) {
        return `tool not found: ${step.action.target} (the server says ${said})`;
    }
    return error.code === -32601 ? `method not found (${said})` : said;
}
/** Servers say it as error -32602 or, before that was settled, as a tool result; only the words are common. */
const unknownToolWords = /\bunknown tool\b|\bno such tool\b|\btool\b.{0,300}\b(?:not found|does not exist)\b/is;
function isUnknownTool(step, text) {
    return (step.action.verb === "call" &&
        text.includes(step.action.target) &&
        unknownToolWords.test(text.slice(0, 1_000)));
}

;// CONCATENATED MODULE: ./build/scenario/expect/words.js
/** What a predicate asks for, in words that follow "expected". */
function wordsOf(predicate, show) {
    switch (predicate.name) {
        case "equals":
            return show(predicate.value);
        case "contains":
            return `to contain ${show(predicate.value)}`;
        case "starts_with":
            return `to start with ${show(predicate.value)}`;
        case "ends_with":
            return `to end with ${show(predicate.value)}`;
        case "includes":
            return `to include ${show(predicate.value)}`;
        case "matches":
            return `to match ${show(predicate.value)}`;
        case "above":
            return `more than ${show(predicate.value)}`;
        case "below":
            return `less than ${show(predicate.value)}`;
        case "at_least":
            return `at least ${show(predicate.value)}`;
        case "at_most":
            return `at most ${show(predicate.value)}`;
        case "between":
            return `from ${show(predicate.value[0])} to ${show(predicate.value[1])}`;
        case "one_of":
            return `one of ${show(predicate.value)}`;
        case "exists":
            return predicate.value ? "something there" : "nothing there";
        case "type":
            return `the type ${predicate.value}`;
        case "schema":
            return "to match its schema";
        case "snapshot":
            return "what the snapshot has";
        case "length":
            return `a length of ${words_all(predicate.of, show)}`;
        case "each":
            return `each element ${words_all(predicate.of, show)}`;
        case "not":
            return `not ${words_all(predicate.of, show)}`;
        case "all_of":
            return predicate.of.map((list) => `(${words_all(list, show)})`).join(" and ");
        case "any_of":
            return predicate.of.map((list) => `(${words_all(list, show)})`).join(" or ");
        case "sequence":
            return `a sequence of ${predicate.items.length}`;
        default:
            return predicate;
    }
}
/** What is expected as a verdict shows it beside the predicate's name: the bare value where there is one. */
function expectedText(predicate, show) {
    return "value" in predicate && predicate.name !== "schema" && predicate.name !== "exists"
        ? show(predicate.value)
        : wordsOf(predicate, show);
}
function words_all(predicates, show) {
    return predicates.map((predicate) => wordsOf(predicate, show)).join(" and ");
}

;// CONCATENATED MODULE: ./build/scenario/expect/judge-evidence.js






/**
 * Judges what a step has to show by all its expectations, also after the first false one, then takes the captures.
 *
 * Throws NOT_JUDGEABLE when a pattern, path or schema is unsound or too slow.
 */
async function judgeEvidence(step, evidence, deps) {
    const { show } = deps;
    const verdicts = [];
    const reasons = [];
    const unasked = unaskedFailure(step, evidence.answer, show);
    if (unasked !== undefined) {
        const { reason, ...bare } = unasked;
        verdicts.push({ ...bare, predicate: "equals", ok: false, ...step.at });
        reasons.push({ reason, blame: "server" });
    }
    for (const expectation of step.expectations) {
        const { ok, actual, blame = "server" } = await judgeOne(expectation, evidence, deps);
        const { place, predicate, at } = expectation;
        const expected = expectedText(predicate, show);
        verdicts.push({ place, predicate: predicate.name, ok, expected, actual, ...at });
        if (!ok) {
            const words = wordsOf(predicate, show);
            reasons.push({ reason: `${place} is ${actual}; expected ${words}`, blame });
        }
    }
    const captures = new Map();
    for (const [name, path] of reasons.length === 0 ? Object.entries(step.capture) : []) {
        const document = documentOf(evidence.answer);
        const found = await lookUpPath(path, document, show);
        if (found.found) {
            captures.set(name, found.value);
        }
        else {
            verdicts.push(captureVerdict(path, found.why, step.at));
            reasons.push({ reason: `capture ${name}: ${found.why} at ${path}`, blame: "server" });
        }
    }
    return {
        reason: firstOf(reasons.map(({ reason }) => reason)),
        blame: reasons[0]?.blame ?? "server",
        verdicts,
        captures: reasons.length === 0 ? captures : new Map(),
    };
}
async function judgeOne({ place, predicate }, evidence, deps) {
    for (;;) {
        const found = await lookUp(place, evidence, deps.show);
        const judgement = await judge(predicate, found, deps);
        // stderr travels on its own way and may arrive after the answer it belongs to.
        if (judgement.ok || place !== "stderr" || !(await deps.again())) {
            return judgement;
        }
    }
}
function captureVerdict(place, actual, at) {
    return { place, predicate: "capture", ok: false, expected: "a value", actual, ...at };
}
function firstOf(reasons) {
    const [first = null, ...others] = reasons;
    return first === null || others.length === 0 ? first : `${first} (and ${others.length} more)`;
}

;// CONCATENATED MODULE: ./build/scenario/expect/fill.js



const wholePlaceholder = new RegExp(`^${config/* captureReference */.WN.source}$`);
const syntaxCharacter = /[\^$\\.*+?()[\]{}|/]/g;
/**
 * Fills `{{ name }}` in every string of a JSON value.
 *
 * A string that is one placeholder becomes the value with its type; inside longer text, text stands as it is and
 * everything else as JSON. Keys are never filled, and what is filled in is not filled again. Throws RUN_FILE_INVALID
 * for a name that stands for nothing.
 */
function fill(value, scope) {
    if (typeof value === "string") {
        return fillText(value, scope);
    }
    if (Array.isArray(value)) {
        return value.map((element) => fill(element, scope));
    }
    if (typeof value === "object" && value !== null) {
        // fromEntries defines own keys, so `__proto__` stays a key like any other.
        return Object.fromEntries(Object.entries(value).map(([key, member]) => [key, fill(member, scope)]));
    }
    return value;
}
/** Fills a text that stays one, whatever is filled in. */
function fillString(text, scope) {
    return text.replace(config/* captureReference */.WN, (_, name) => asText(fill_valueOf(name, scope)));
}
/** Fills a regular expression; what is filled in stands for itself and is no pattern. */
function fillPattern(source, scope) {
    return source.replace(config/* captureReference */.WN, (_, name) => asText(fill_valueOf(name, scope)).replace(syntaxCharacter, "\\$&"));
}
/** Texts by name, filled. */
function fillStrings(texts, scope) {
    return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, fillString(text, scope)]));
}
function fillText(text, scope) {
    const whole = wholePlaceholder.exec(text)?.[1];
    return whole === undefined ? fillString(text, scope) : fill_valueOf(whole, scope);
}
function asText(value) {
    return typeof value === "string" ? value : toJson(value);
}
function fill_valueOf(name, scope) {
    if (!scope.has(name)) {
        const known = [...scope.keys()].join(", ") || "nothing";
        throw new build_fault/* Fault */.vC("RUN_FILE_INVALID", `{{ ${name} }} was not captured before; captured: ${known}`);
    }
    return scope.get(name);
}

;// CONCATENATED MODULE: ./build/scenario/expect/fill-predicate.js

/** An expectation with captures and row values filled in; its place may be a path with a filter. */
function fillExpectation(expectation, scope) {
    return {
        ...expectation,
        place: fillString(expectation.place, scope),
        predicate: fillPredicate(expectation.predicate, scope),
    };
}
/** Schemas, types, bounds and what names a snapshot stay as they are written. */
function fillPredicate(predicate, scope) {
    switch (predicate.name) {
        case "equals":
        case "contains":
        case "starts_with":
        case "ends_with":
        case "includes":
            return { ...predicate, value: fill(predicate.value, scope) };
        case "one_of":
            return { ...predicate, value: predicate.value.map((value) => fill(value, scope)) };
        case "matches":
            return { ...predicate, value: fillPattern(predicate.value, scope) };
        case "length":
        case "not":
        case "each":
            return { ...predicate, of: predicate.of.map((inner) => fillPredicate(inner, scope)) };
        case "all_of":
        case "any_of":
            return {
                ...predicate,
                of: predicate.of.map((list) => list.map((inner) => fillPredicate(inner, scope))),
            };
        case "sequence":
            return { ...predicate, items: predicate.items.map((item) => fillItem(item, scope)) };
        case "above":
        case "below":
        case "at_least":
        case "at_most":
        case "between":
        case "exists":
        case "type":
        case "schema":
        case "snapshot":
            return predicate;
        default:
            return predicate;
    }
}
function fillItem(item, scope) {
    return {
        method: item.method.map((inner) => fillPredicate(inner, scope)),
        params: item.params.map((inner) => fillExpectation(inner, scope)),
    };
}

;// CONCATENATED MODULE: ./build/scenario/verb/fill-action.js


/** An action with captures and row values filled in. Throws RUN_FILE_INVALID for a name that stands for nothing. */
function fillAction(action, scope) {
    switch (action.verb) {
        case "call":
            return {
                ...action,
                target: fillString(action.target, scope),
                arguments: fillRecord(action.arguments, scope),
            };
        case "prompt":
            return {
                ...action,
                target: fillString(action.target, scope),
                arguments: fillStrings(action.arguments, scope),
            };
        case "complete":
            return {
                ...action,
                ref: action.ref.type === "ref/prompt"
                    ? { ...action.ref, name: fillString(action.ref.name, scope) }
                    : { ...action.ref, uri: fillString(action.ref.uri, scope) },
                value: fillString(action.value, scope),
                ...(action.context !== undefined && { context: fillStrings(action.context, scope) }),
            };
        case "list":
            return action.cursor === undefined
                ? action
                : { ...action, cursor: fillString(action.cursor, scope) };
        case "listen":
            return { ...action, filter: fillRecord(action.filter, scope) };
        case "request":
        case "notify":
            return action.params === undefined
                ? action
                : { ...action, params: fill(action.params, scope) };
        case "send_raw":
            return action.text === undefined
                ? action
                : { ...action, text: fillString(action.text, scope) };
        case "wait_for":
            return { ...action, where: action.where.map((one) => fillExpectation(one, scope)) };
        case "exec": {
            const command = action.command.map((part) => fillString(part, scope));
            return { ...action, command, target: command.join(" ") };
        }
        case "read":
        case "read_file":
        case "subscribe":
        case "unsubscribe":
        case "set_log_level":
            return { ...action, target: fillString(action.target, scope) };
        case "ping":
        case "unlisten":
        case "stop":
        case "start":
        case "restart":
        case "pause":
        case "unpause":
        case "disconnect":
        case "connect":
        case "kill":
            return action;
        default:
            return action;
    }
}
/** A JSON object stays one: only a text can become something else. */
function fillRecord(record, scope) {
    return fill(record, scope);
}
/** What reports show as the arguments of an action; undefined when it has none. */
function argumentsOf(action) {
    switch (action.verb) {
        case "call":
        case "prompt":
            return action.arguments;
        case "request":
        case "notify":
            return action.params;
        case "listen":
            return action.filter;
        case "exec":
            return action.command;
        case "complete":
            return { ref: action.ref, value: action.value, context: action.context };
        case "send_raw":
            return action.text ?? action.base64;
        case "list":
            return action.cursor === undefined ? undefined : { cursor: action.cursor };
        case "read":
        case "read_file":
        case "subscribe":
        case "unsubscribe":
        case "set_log_level":
        case "wait_for":
        case "ping":
        case "unlisten":
        case "stop":
        case "start":
        case "restart":
        case "pause":
        case "unpause":
        case "disconnect":
        case "connect":
        case "kill":
            return undefined;
        default:
            return action;
    }
}

;// CONCATENATED MODULE: ./build/scenario/verb/request-params.js
/** The method and params of an action that is one request, with `meta` added to its `_meta`. */
function requestOf(action, meta) {
    const { method, params } = bareRequest(action);
    return { method, params: withMeta(params, meta) };
}
/** Params with `meta` added to their `_meta`. */
function withMeta(params, meta) {
    const own = params?.["_meta"];
    return meta === undefined
        ? params
        : { ...params, _meta: { ...(typeof own === "object" ? own : {}), ...meta } };
}
function bareRequest(action) {
    switch (action.verb) {
        case "call":
            return {
                method: "tools/call",
                params: { name: action.target, arguments: action.arguments },
            };
        case "read":
            return { method: "resources/read", params: { uri: action.target } };
        case "prompt":
            return {
                method: "prompts/get",
                params: { name: action.target, arguments: action.arguments },
            };
        case "complete":
            return {
                method: "completion/complete",
                params: {
                    ref: action.ref,
                    argument: { name: action.target, value: action.value },
                    ...(action.context !== undefined && { context: { arguments: action.context } }),
                },
            };
        case "request":
            // Raw params may be anything, also what no request may have: that is what the verb is for.
            return {
                method: action.target,
                params: action.params,
            };
        default:
            return action;
    }
}

;// CONCATENATED MODULE: ./build/scenario/verb/act.js


const nothing = { kind: "value", value: null };
/**
 * Does an action over a session.
 *
 * Rejects with what the session does (CALL_TIMED_OUT, SESSION_CLOSED, PROTOCOL_VIOLATION).
 */
async function act(action, session, given) {
    const options = requestOptions(given);
    switch (action.verb) {
        case "call":
            return action.task === undefined
                ? request(action, session, given, options)
                : session.callAsTask(requestOf(action, given.meta).params ?? {}, {
                    ...options,
                    ...action.task,
                });
        case "prompt":
        case "complete":
            return request(action, session, given, options);
        case "read":
            return request({ verb: "read", target: action.target }, session, given, options);
        case "request": {
            const { target, params } = action;
            return request({ verb: "request", target, params }, session, given, options);
        }
        case "list":
            return list(action, session, given, options);
        case "ping":
            return session.ping(options);
        case "subscribe":
            return session.subscribe(action.target, options);
        case "unsubscribe":
            return session.unsubscribe(action.target, options);
        case "set_log_level":
            return session.setLogLevel(action.target, options);
        case "listen":
            return session.listen(action.filter, options);
        case "unlisten":
            await session.stopListening(options);
            return nothing;
        case "notify": {
            const { headers } = given;
            // Raw params may be anything, also what no notification may have.
            const params = withMeta(action.params, given.meta);
            await session.notify(action.target, params, headers === undefined ? {} : { headers });
            return nothing;
        }
        case "send_raw":
            return (await sendRaw(action, session, given)) ?? nothing;
        case "wait_for":
            return { kind: "value", value: (await given.waitFor(action)).params };
        default:
            return action;
    }
}
function requestOptions(given) {
    const { timeoutMs, signal, headers, cancelAfterMs, input, fault, onProgress } = given;
    return {
        timeoutMs,
        signal,
        rounds: input,
        ...(headers !== undefined && { headers }),
        ...(cancelAfterMs !== undefined && { cancelAfterMs }),
        ...(fault !== undefined && { fault }),
        ...(onProgress !== undefined && { onProgress }),
    };
}
function request(action, session, given, options) {
    const { method, params } = requestOf(action, given.meta);
    return session.request(method, params, options);
}
const listMethods = {
    tools: "tools/list",
    resources: "resources/list",
    resource_templates: "resources/templates/list",
    prompts: "prompts/list",
    tasks: "tasks/list",
};
function list(action, session, given, options) {
    const cursor = action.cursor === undefined ? {} : { cursor: action.cursor };
    if (given.meta === undefined) {
        return session.list(action.target, { ...options, pages: action.pages, ...cursor });
    }
    if (action.pages === "all") {
        throw new build_fault/* Fault */.vC("RUN_FILE_INVALID", "A list with `meta` needs `pages: one`");
    }
    return session.request(listMethods[action.target], withMeta(cursor, given.meta), options);
}
function sendRaw(action, session, { timeoutMs, signal }) {
    const bytes = action.base64 === undefined
        ? Buffer.from(action.text ?? "")
        : Buffer.from(action.base64, "base64");
    return session.sendRaw(bytes, {
        timeoutMs,
        signal,
        newline: action.newline,
        ...(action.answer !== undefined && { answer: action.answer }),
    });
}

;// CONCATENATED MODULE: ./build/scenario/verb/server-action.js
/** Keyed by verb, so that one of them missing here is one that a session could not do. */
const serverVerbs = {
    stop: true,
    start: true,
    restart: true,
    pause: true,
    unpause: true,
    disconnect: true,
    connect: true,
    kill: true,
    exec: true,
    read_file: true,
};
function isServerAction(action) {
    return Object.hasOwn(serverVerbs, action.verb);
}

;// CONCATENATED MODULE: ./build/scenario/flow/do-action.js





/** A server may send progress without end; more than these nobody compares. */
const progressKept = 10_000;
/** Does a step's filled-in action and collects what it has to show. Rejects with the Fault that prevented an answer. */
async function doAction(step, deps) {
    const { handle, clock } = deps;
    const { action } = step;
    const stderrMark = handle.stderrMark();
    const around = {
        progress: [],
        stderr: () => handle.stderrSince(stderrMark),
        memoryBytes: () => handle.memoryBytes(),
    };
    if (isServerAction(action)) {
        const startedMs = clock.monotonicMs();
        const { timeoutMs } = step;
        const result = await handle.verb(action, { timeoutMs, signal: deps.signal });
        const none = { notifications: () => [], requests: () => [] };
        const durationMs = clock.monotonicMs() - startedMs;
        const said = member(result, "stderr");
        const own = typeof said === "string" ? { stderr: () => said } : {};
        const all = { ...around, ...none, ...own };
        const evidence = evidenceOf({ kind: "value", value: result }, durationMs, all);
        return { evidence, twin: undefined };
    }
    const session = await handle.session();
    const { inbox } = session;
    deps.mailbox.see(inbox);
    const from = inbox.seq;
    const startedMs = clock.monotonicMs();
    const acted = await orDropped(step, deps, () => act(action, session, optionsOf(step, session, around.progress, deps)));
    const durationMs = clock.monotonicMs() - startedMs;
    const until = inbox.seq;
    const all = {
        ...around,
        notifications: () => messagesOf(inbox, from, until, "notification"),
        requests: () => messagesOf(inbox, from, until, "request"),
    };
    const twin = acted.kind === "value" || acted.kind === "dropped" ? undefined : acted.twin;
    return {
        evidence: evidenceOf(acted, durationMs, all),
        twin: twin === undefined ? undefined : evidenceOf(twin, durationMs, all),
    };
}
/** A fault that drops the answer makes the session give the request up; that is what the step wanted. */
async function orDropped({ fault }, { signal, handle }, work) {
    try {
        return await work();
    }
    catch (error) {
        const isLate = error instanceof build_fault/* Fault */.vC && error.code === "CALL_TIMED_OUT" && !signal.aborted;
        if (isLate && fault?.kind === "drop_response") {
            return { kind: "dropped" };
        }
        throw isLate ? ((await handle.whyLate?.()) ?? error) : error;
    }
}
function optionsOf(step, { inbox }, progress, { mailbox, signal, judging }) {
    const { timeoutMs, meta, headers, cancelAfterMs, input, fault } = step;
    const wantsProgress = step.progress || step.expectations.some(({ place }) => place === "progress");
    return {
        timeoutMs,
        signal,
        input,
        ...(meta !== undefined && { meta }),
        ...(headers !== undefined && { headers }),
        ...(cancelAfterMs !== undefined && { cancelAfterMs }),
        ...(fault !== undefined && { fault }),
        ...(wantsProgress && {
            onProgress: (params) => {
                if (progress.length < progressKept) {
                    progress.push({ method: "notifications/progress", params });
                }
            },
        }),
        waitFor: ({ target, where }) => {
            const deps = { show: judging.show, snapshot: noSnapshot };
            const wanted = async ({ method, params }) => method === target && (await holdsOf(where, params, deps));
            return mailbox.next(inbox, wanted, { timeoutMs, signal });
        },
    };
}
function noSnapshot() {
    return Promise.reject(new build_fault/* Fault */.vC("NOT_JUDGEABLE", "`where` cannot compare with a snapshot"));
}
function evidenceOf(acted, elapsedMs, around) {
    const reply = acted.kind === "value" || acted.kind === "dropped" ? undefined : acted;
    return {
        ...around,
        answer: answerOf(acted),
        durationMs: reply?.durationMs ?? elapsedMs,
        bytes: reply?.bytes ?? 0,
        ...(reply?.status !== undefined && { status: reply.status }),
        ...(reply?.rounds !== undefined && { rounds: reply.rounds }),
    };
}
function answerOf(acted) {
    switch (acted.kind) {
        case "value":
            return { kind: "result", result: acted.value };
        case "result":
            return { kind: "result", result: acted.result };
        case "error":
            return { kind: "error", error: acted.error };
        case "cancelled":
        case "dropped":
            return { kind: acted.kind };
        default:
            return acted;
    }
}
function messagesOf(inbox, from, until, kind) {
    return inbox
        .since(from)
        .filter((received) => received.seq <= until && received.kind === kind)
        .map(({ method, params }) => ({ method, params }));
}

;// CONCATENATED MODULE: ./build/scenario/flow/fill-step.js



/** A step with captures and row values filled in. Throws RUN_FILE_INVALID for a name that stands for nothing. */
function fillStep(step, scope) {
    return {
        ...step,
        action: fillAction(step.action, scope),
        expectations: step.expectations.map((expectation) => fillExpectation(expectation, scope)),
        ...(step.retry?.until !== undefined && {
            retry: {
                ...step.retry,
                until: step.retry.until.map((expectation) => fillExpectation(expectation, scope)),
            },
        }),
        ...(step.meta !== undefined && { meta: fillRecord(step.meta, scope) }),
        ...(step.headers !== undefined && { headers: fillStrings(step.headers, scope) }),
    };
}

;// CONCATENATED MODULE: ./build/scenario/flow/attempt.js







const longestJson = 65_536;
const longestReason = 1_000;
/** Does a step once and judges it: passed, failed or broken, never a throw. */
async function attempt(step, scope, deps) {
    const { clock, signal, redact, judging } = deps;
    const json = (value) => cutRedacted(toJson(value), longestJson, redact);
    const startedAtMs = clock.nowMs();
    const startedMs = clock.monotonicMs();
    let argumentsJson = null;
    let evidence;
    let verdicts = [];
    let settled = false;
    function result(outcome, reason) {
        const document = evidence === undefined ? undefined : documentOf(evidence.answer);
        return {
            outcome,
            reason: reason === null ? null : cutRedacted(oneLine(reason), longestReason, redact),
            faultCode: null,
            blame: null,
            startedAtMs,
            durationMs: evidence?.durationMs ?? clock.monotonicMs() - startedMs,
            argumentsJson,
            resultJson: document === undefined ? null : json(document),
            resultBytes: evidence?.bytes ?? 0,
            verdicts,
            captures: new Map(),
            remark: evidence === undefined ? null : remarkOn(step, evidence),
            settled,
        };
    }
    try {
        if (signal.aborted) {
            throw abortFault(signal);
        }
        const filled = fillStep(step, scope);
        const args = argumentsOf(filled.action);
        argumentsJson = args === undefined ? null : json(args);
        const done = await doAction(filled, deps);
        evidence = done.evidence;
        const until = filled.retry?.until;
        if (until !== undefined) {
            const awaited = { ...filled, expectations: until, capture: {} };
            const come = await judgeEvidence(awaited, evidence, judging);
            verdicts = come.verdicts;
            if (come.reason !== null) {
                return { ...result("failed", `until: ${come.reason}`), blame: come.blame };
            }
            settled = true;
        }
        const judged = await judgeEvidence(filled, evidence, judging);
        verdicts = [...verdicts, ...judged.verdicts];
        if (judged.reason !== null) {
            return { ...result("failed", judged.reason), blame: judged.blame };
        }
        const twin = done.twin === undefined ? undefined : await judgeTwin(filled, done.twin, deps);
        if (twin !== undefined) {
            verdicts = [...verdicts, ...twin.verdicts];
            return { ...result("failed", twin.reason), blame: "server" };
        }
        return { ...result("passed", null), captures: judged.captures };
    }
    catch (thrown) {
        const fault = signal.aborted ? abortFault(signal) : (0,build_fault/* asFault */.Ps)(thrown);
        return { ...result("broken", fault.message), faultCode: fault.code, blame: fault.blame };
    }
}
/** The attempt of a step that could not even be begun. */
function brokenAttempt(thrown, { clock, redact = (text) => text, }) {
    const fault = (0,build_fault/* asFault */.Ps)(thrown);
    return {
        outcome: "broken",
        reason: cutRedacted(oneLine(fault.message), longestReason, redact),
        faultCode: fault.code,
        blame: fault.blame,
        startedAtMs: clock.nowMs(),
        durationMs: 0,
        argumentsJson: null,
        resultJson: null,
        resultBytes: 0,
        verdicts: [],
        captures: new Map(),
        remark: null,
        settled: false,
    };
}
function remarkOn({ cancelAfterMs }, { answer }) {
    const isAnswered = answer.kind === "result" || answer.kind === "error";
    return cancelAfterMs !== undefined && isAnswered
        ? "answered before it was to be cancelled"
        : null;
}
/** Why work was called off: the signal's reason when it is a Fault, else INTERRUPTED. */
function abortFault(signal) {
    return signal.reason instanceof build_fault/* Fault */.vC
        ? signal.reason
        : new build_fault/* Fault */.vC("INTERRUPTED", "The run was interrupted", { cause: signal.reason });
}
/** The answer to a request sent a second time must satisfy the same; undefined when it does. */
async function judgeTwin(step, twin, deps) {
    const judged = await judgeEvidence({ ...step, capture: {} }, twin, deps.judging);
    return judged.reason === null
        ? undefined
        : {
            reason: `the request sent a second time: ${judged.reason}`,
            verdicts: judged.verdicts.filter(({ ok }) => !ok),
        };
}

;// CONCATENATED MODULE: ./build/scenario/snapshot/mask.js




const masked = "<masked>";
/** A copy of a plain value in which what the masks find is replaced. Throws NOT_JUDGEABLE when one is unsound or too slow. */
async function mask(value, masks) {
    let result = value;
    for (const one of masks) {
        if ("path" in one) {
            const { nodes } = await nodesAt(one.path, result);
            for (const { location } of nodes) {
                result = replaceAt(result, location);
            }
        }
        else {
            const before = result;
            const pattern = patternOf(one.pattern, "gu");
            result = (0,build_clock/* withBudget */.Y$)(`mask ${one.pattern}`, () => mapTexts(before, (text) => text.replace(pattern, () => masked)));
        }
    }
    return result;
}
/** A copy of a value with every text in it, keys left out, changed. */
function mapTexts(value, change) {
    if (typeof value === "string") {
        return change(value);
    }
    if (Array.isArray(value)) {
        return value.map((element) => mapTexts(element, change));
    }
    return member_isObject(value)
        ? // fromEntries defines own keys, so `__proto__` stays a key like any other.
            Object.fromEntries(Object.entries(value).map(([key, member]) => [key, mapTexts(member, change)]))
        : value;
}
/** The way there is copied, the rest shared. What an earlier match has masked already stays so. */
function replaceAt(value, location) {
    const [key, ...rest] = location;
    if (key === undefined) {
        return masked;
    }
    if (Array.isArray(value)) {
        const elements = value;
        return elements.map((element, index) => (index === key ? replaceAt(element, rest) : element));
    }
    return member_isObject(value)
        ? Object.fromEntries(Object.entries(value).map(([name, member]) => [
            name,
            name === key ? replaceAt(member, rest) : member,
        ]))
        : value;
}

;// CONCATENATED MODULE: ./build/scenario/snapshot/plain.js


const deepest = 100;
const longest = 1024 * 1024;
/**
 * A value as a snapshot keeps it: keys in order, `undefined` left out, -0 as 0.
 *
 * Throws NOT_JUDGEABLE when it is nested deeper than 100 levels or its texts and keys have more than 1 MiB: nobody could
 * review that.
 */
function plain(value) {
    const room = { left: longest };
    return copy(value, 0, room);
}
function copy(value, depth, room) {
    if (depth > deepest) {
        throw new build_fault/* Fault */.vC("NOT_JUDGEABLE", `A snapshot has at most ${deepest} levels; this goes deeper`);
    }
    spend(1, room);
    if (typeof value === "string") {
        spend(value.length, room);
        return value;
    }
    if (Array.isArray(value)) {
        return value.map((element) => copy(element, depth + 1, room));
    }
    if (member_isObject(value)) {
        return Object.fromEntries(Object.entries(value)
            .filter(([, member]) => member !== undefined)
            .toSorted(([a], [b]) => (a < b ? -1 : 1))
            .map(([key, member]) => {
            spend(key.length, room);
            return [key, copy(member, depth + 1, room)];
        }));
    }
    return value === 0 ? 0 : value;
}
function spend(length, room) {
    room.left -= length;
    if (room.left < 0) {
        throw new build_fault/* Fault */.vC("NOT_JUDGEABLE", "A snapshot has at most 1 MiB; this is larger: mask or narrow it with a JSONPath");
    }
}

;// CONCATENATED MODULE: ./build/scenario/flow/tally.js
/** Gathers attempts that may end in any order; `index` is the order in which they were begun. */
function createTally() {
    let passed = 0;
    let bad;
    let good;
    const durationsMs = [];
    return {
        add(index, attempt) {
            durationsMs.push(attempt.durationMs);
            if (attempt.outcome === "passed") {
                passed += 1;
                good = good === undefined || good[0] < index ? [index, attempt] : good;
            }
            else {
                bad = bad === undefined || bad[0] > index ? [index, attempt] : bad;
            }
        },
        tally: () => ({
            done: durationsMs.length,
            passed,
            bad: bad?.[1],
            good: good?.[1],
            durationsMs,
        }),
    };
}
/** "min 3 ms, median 5 ms, max 9 ms" of at least one duration. */
function durationsNote(durationsMs) {
    const sorted = durationsMs.toSorted((a, b) => a - b);
    const at = (index) => `${Number((sorted[index] ?? 0).toPrecision(3))} ms`;
    const median = Math.floor((sorted.length - 1) / 2);
    return `min ${at(0)}, median ${at(median)}, max ${at(sorted.length - 1)}`;
}

;// CONCATENATED MODULE: ./build/scenario/flow/attempts.js


/** These do not get better by trying again. */
const hopeless = new Set(["RUN_FILE_INVALID", "NOT_JUDGEABLE"]);
/** Does a step as often as it says, and speaks for all attempts with one. */
function doAttempts(plan, deps) {
    if (plan.trials !== undefined) {
        return doTrials(plan.trials, plan.parallel, deps);
    }
    return plan.retry === undefined ? doAll(plan, deps) : doUntilPassed(plan.retry, deps);
}
/** All must pass. A false expectation does not end it, but what is broken once will not do any more. */
async function doAll({ repeat, parallel }, deps) {
    const tally = await doMany(Math.max(repeat, parallel), parallel, deps, (attempt) => attempt.outcome === "broken");
    const { done, passed, durationsMs } = tally;
    const attempt = spokesman(tally);
    if (done === 1) {
        return { attempt, done, passed, note: null, flaky: false };
    }
    const failed = passed === done ? "" : `, ${passed} passed`;
    const note = `${done} times${failed}: ${durationsNote(durationsMs)}`;
    return { attempt, done, passed, note, flaky: false };
}
async function doTrials({ times, passRate }, parallel, deps) {
    const tally = await doMany(times, parallel, deps, ({ faultCode }) => hopeless.has(faultCode));
    const { done, passed, bad, good, durationsMs } = tally;
    const note = `${trialsNote(passed, times)}; ${durationsNote(durationsMs)}`;
    const isOver = deps.signal.aborted || done < times;
    if (!isOver && good !== undefined && isEnough(passed, times, passRate)) {
        return { attempt: good, done, passed, note, flaky: false };
    }
    const attempt = spokesman(tally);
    const reason = isOver
        ? attempt.reason
        : `${passed} of ${times} trials passed, fewer than ${passRate * 100} %: ${bad?.reason ?? ""}`;
    return { attempt: { ...attempt, reason }, done, passed, note, flaky: false };
}
async function doUntilPassed({ times, delayMs }, { clock, signal, once }) {
    for (let number = 1;; number += 1) {
        const attempt = await once(number);
        if (attempt.outcome === "passed") {
            const flaky = number > 1;
            const note = flaky ? `passed at attempt ${number} of ${times}` : null;
            return { attempt, done: number, passed: 1, note, flaky };
        }
        if (attempt.settled) {
            const note = number === 1 ? null : `what it waits for came at attempt ${number} of ${times}`;
            return { attempt, done: number, passed: 0, note, flaky: false };
        }
        if (number >= times || signal.aborted || hopeless.has(attempt.faultCode)) {
            const note = number === 1 ? null : `none of ${number} attempts passed`;
            return { attempt, done: number, passed: 0, note, flaky: false };
        }
        // An abort ends the pause; the next attempt then says why.
        await clock.sleep(delayMs, signal).catch(() => undefined);
    }
}
/** Does it `total` times, `parallel` at once, until one says stop or the signal does. */
async function doMany(total, parallel, { signal, once }, stops) {
    const counter = createTally();
    let begun = 0;
    let stopped = false;
    async function work() {
        while (begun < total && !stopped) {
            const index = begun;
            begun += 1;
            const attempt = await once(index + 1);
            counter.add(index, attempt);
            stopped ||= signal.aborted || stops(attempt);
        }
    }
    await Promise.all(Array.from({ length: Math.min(parallel, total) }, work));
    return counter.tally();
}
/** The first attempt that did not pass, else the last that did. */
function spokesman({ bad, good }) {
    const attempt = bad ?? good;
    if (attempt === undefined) {
        throw new Error("a step is attempted once at least");
    }
    return attempt;
}

;// CONCATENATED MODULE: ./build/scenario/flow/patience.js
const patienceMs = 500;
const pauseMs = 20;
/** Says whether to look again, after a pause; no longer than half a second after it was asked first. */
function createPatience(clock, signal) {
    let deadline;
    return async () => {
        const nowMs = clock.monotonicMs();
        deadline ??= nowMs + patienceMs;
        if (nowMs >= deadline || signal.aborted) {
            return false;
        }
        await clock.sleep(pauseMs, signal).catch(() => undefined);
        return true;
    };
}

;// CONCATENATED MODULE: ./build/scenario/flow/step-answers.js


const notesShown = 5;
/** A step's answers with captures and row values filled in. Throws RUN_FILE_INVALID for a name that stands for nothing. */
function fillRules(rules, scope) {
    return rules.map((rule) => {
        const when = rule.when.map((expectation) => fillExpectation(expectation, scope));
        return typeof rule.reply === "object" && "result" in rule.reply
            ? // An object stays one: only a text can become something else.
                { ...rule, when, reply: { result: fill(rule.reply.result, scope) } }
            : { ...rule, when };
    });
}
/** The failed verdict of each answer that the server never asked for. */
function unusedVerdicts({ unused }) {
    return unused.map(({ method, at }) => ({
        place: "answers",
        predicate: "exists",
        ok: false,
        expected: method,
        actual: "the server never asked for it",
        ...at,
    }));
}
/** The reason that goes with them. */
function unusedReason({ unused }) {
    const [first] = unused;
    return first === undefined
        ? null
        : `the server never asked for ${first.method}, to which the answer of line ${first.at.line} was ready`;
}
/** What the server asked and which rule answered, for people; null when it asked nothing. */
function askedNote({ asked }) {
    const counts = new Map();
    for (const one of asked) {
        const words = step_answers_describe(one);
        counts.set(words, (counts.get(words) ?? 0) + 1);
    }
    const notes = [...counts].map(([words, count]) => (count === 1 ? words : `${words} (${count}×)`));
    const more = notes.length > notesShown ? "; and more" : "";
    return notes.length === 0 ? null : `${notes.slice(0, notesShown).join("; ")}${more}`;
}
const told = {
    result: "answered",
    error: "refused",
    silence: "left unanswered",
    unscripted: "had no answer ready",
};
function step_answers_describe({ method, told: how, at }) {
    return at === null
        ? `${shorten(method)} ${told[how]}`
        : `${method} ${told[how]} by the rule of line ${at.line}`;
}
/** A method for which there is no rule is the server's own word. */
function shorten(method) {
    return method.length > 100 ? `${method.slice(0, 100)}…` : method;
}

;// CONCATENATED MODULE: ./build/scenario/flow/run-step.js








const longestNote = 1_000;
/** Does one step, as often as it says: passed, failed or broken, never a throw. */
async function runStep(step, about, context, deps) {
    const { redact = (text) => text } = deps;
    const done = await doStep(step, context, deps);
    const { captures, remark: _remark, settled: _settled, ...row } = done.attempt;
    const passed = row.outcome === "passed";
    for (const [name, value] of passed ? captures : []) {
        context.captures.set(name, value);
    }
    if (passed && done.flaky) {
        const message = `the step of line ${about.line} (${step.name}) ${done.note ?? ""}`;
        deps.onFinding?.(step.server, {
            code: "flaky-step",
            severity: "info",
            message: cutRedacted(message, longestNote, redact),
        });
    }
    return {
        ...about,
        ...row,
        attempts: done.done,
        attemptsPassed: done.passed,
        note: done.note === null ? null : cutRedacted(done.note, longestNote, redact),
        captures: passed ? Object.fromEntries(captures) : {},
    };
}
async function doStep(step, context, deps) {
    const scope = scopeOf(step, context.captures);
    let handle;
    let close;
    try {
        handle = deps.server(step.server);
        close = handle.answers.open(fillRules(step.answers, scope));
    }
    catch (thrown) {
        return once(brokenAttempt(thrown, deps));
    }
    const mailbox = context.mailbox(step.server);
    if (step.action.verb !== "wait_for") {
        mailbox.stepBegins();
    }
    const done = await doAttempts(step, {
        ...deps,
        once: () => attemptOnce(step, scope, { handle, mailbox, deps }),
    });
    return withAnswers(done, close(), deps);
}
function attemptOnce(step, scope, { handle, mailbox, deps }) {
    const { clock, signal, redact = (text) => text, snapshots } = deps;
    const show = showWith(redact);
    const judging = {
        show,
        again: createPatience(clock, signal),
        async snapshot(predicate, value) {
            if (snapshots === undefined) {
                throw new build_fault/* Fault */.vC("NOT_JUDGEABLE", "There is no file of snapshots to compare with");
            }
            const masked = await mask(plain(value), predicate.mask);
            return snapshots.judge(predicate.key, mapTexts(masked, redact), show);
        },
    };
    return attempt(step, scope, { handle, mailbox, clock, signal, redact, judging });
}
/** An answer that was declared on the step and never asked for fails it; one that could not be matched breaks it. */
function withAnswers(done, page, deps) {
    const note = [done.note, done.attempt.remark, askedNote(page)]
        .filter((part) => part !== null)
        .join("; ");
    const noted = { ...done, note: note === "" ? null : note };
    if (page.fault !== undefined) {
        return { ...noted, attempt: { ...done.attempt, ...brokenAttempt(page.fault, deps) } };
    }
    const attempted = done.attempt;
    const verdicts = [...attempted.verdicts, ...unusedVerdicts(page)];
    const reason = unusedReason(page);
    return attempted.outcome === "passed" && reason !== null
        ? {
            ...noted,
            attempt: { ...attempted, verdicts, outcome: "failed", reason, blame: "server" },
        }
        : { ...noted, attempt: { ...attempted, verdicts } };
}
function once(attempted) {
    return { attempt: attempted, done: 1, passed: 0, note: null, flaky: false };
}
/** Captures stand before columns of the row, which also have their full name `row.column`. */
function scopeOf({ row = {} }, captures) {
    const columns = Object.entries(row);
    return columns.length === 0
        ? captures
        : new Map([
            ...columns,
            ...captures,
            ...columns.map(([name, value]) => [`row.${name}`, value]),
        ]);
}

;// CONCATENATED MODULE: ./build/scenario/flow/run-phase.js



/**
 * Does the steps of one phase; `skipReason` is why none of them is to be done.
 *
 * The first step that does not pass ends setup and steps; teardown goes on, since each of its steps clears up something.
 */
async function runPhase(phase, steps, firstPosition, skipReason, deps) {
    const { signal, clock, onStep, context } = deps;
    let skip = skipReason;
    let bad = null;
    for (const [index, step] of steps.entries()) {
        const about = declared(step, phase, firstPosition + index);
        if (skip === null && signal.aborted) {
            skip = oneLine(abortFault(signal).message);
            bad ??= { outcome: "broken", reason: skip };
        }
        const result = skip === null
            ? await runStep(step, about, context, deps)
            : skippedStep(step, phase, about.position, skip, clock.nowMs());
        onStep(result);
        if (skip === null && result.outcome !== "passed") {
            bad ??= result;
            skip = phase === "teardown" ? null : endedBy(phase, step, index, result);
        }
    }
    return {
        bad: bad === null ? null : { outcome: bad.outcome, reason: bad.reason },
        skipReason: skip,
    };
}
const names = { setup: "setup step", step: "step", teardown: "teardown step" };
function endedBy(phase, step, index, { outcome }) {
    return `${names[phase]} ${index + 1} (${step.name}) ${outcome === "failed" ? "failed" : "was broken"}`;
}
function declared(step, phase, position) {
    const { server, action, rowLabel = null, at } = step;
    const { verb, target } = action;
    return { position, phase, rowLabel, server, verb, target, ...at };
}
/** A declared step that is not done; `reason` is why. */
function skippedStep(step, phase, position, reason, atMs) {
    return {
        ...declared(step, phase, position),
        outcome: "skipped",
        reason,
        faultCode: null,
        blame: null,
        startedAtMs: atMs,
        durationMs: 0,
        argumentsJson: null,
        resultJson: null,
        resultBytes: 0,
        attempts: 0,
        attemptsPassed: 0,
        note: null,
        verdicts: [],
        captures: {},
    };
}

;// CONCATENATED MODULE: ./build/scenario/verb/mailbox.js
/** `fresh`: the server was started for this scenario, so what it said before the first step counts. */
function createMailbox(fresh) {
    let seen;
    let from = 0;
    let taken = new Set();
    function see(inbox) {
        if (inbox !== seen) {
            from = seen === undefined && !fresh ? inbox.seq : 0;
            seen = inbox;
            taken = new Set();
        }
    }
    return {
        see,
        stepBegins() {
            from = seen?.seq ?? from;
            taken.clear();
        },
        async next(inbox, wanted, wait) {
            see(inbox);
            const wantedOnce = async (received) => !taken.has(received.seq) && (await wanted(received)) && !taken.has(received.seq);
            const found = await inbox.next(from, wantedOnce, wait);
            taken.add(found.seq);
            return found;
        },
    };
}

;// CONCATENATED MODULE: ./build/scenario/flow/deadline.js

/** Aborts when `signal` does, or as SCENARIO_TIMED_OUT after `timeoutMs`. */
function withTimeout(name, timeoutMs, clock, signal) {
    const timer = new AbortController();
    const over = new AbortController();
    if (timeoutMs !== undefined) {
        const message = `The scenario "${name}" took longer than its ${timeoutMs} ms`;
        after(timeoutMs, clock, timer.signal, () => over.abort(new build_fault/* Fault */.vC("SCENARIO_TIMED_OUT", message)));
    }
    return { signal: AbortSignal.any([signal, over.signal]), end: () => timer.abort() };
}
/** Aborts for the same reason as `signal`, but so much later: time to clear up. */
function withGrace(graceMs, clock, signal) {
    const timer = new AbortController();
    const over = new AbortController();
    function begin() {
        after(graceMs, clock, timer.signal, () => over.abort(signal.reason));
    }
    if (signal.aborted) {
        begin();
    }
    else {
        signal.addEventListener("abort", begin, { once: true, signal: timer.signal });
    }
    return { signal: over.signal, end: () => timer.abort() };
}
function after(ms, clock, signal, work) {
    // Rejects only when it is ended before.
    clock.sleep(ms, signal).then(work, () => undefined);
}

;// CONCATENATED MODULE: ./build/scenario/flow/run-scenario.js





/** How long teardown may take after the run was called off. */
const graceMs = 5_000;
/**
 * Does a scenario: setup, steps, and teardown, which is done whatever came before it.
 *
 * In setup and steps the first one that does not pass ends the scenario and the rest are skipped; in teardown each is
 * tried. Every declared step has exactly one outcome, also when the signal aborts. Never throws; an abort makes the
 * step under way broken with the signal's reason. Results are handed over and not kept.
 */
async function runScenario(scenario, deps) {
    const { clock } = deps;
    const { name, setup, steps, teardown } = scenario;
    const startedAtMs = clock.nowMs();
    const startedMs = clock.monotonicMs();
    // A scenario that was not begun needs no teardown.
    const never = deps.signal.aborted ? oneLine(abortFault(deps.signal).message) : null;
    const context = contextOf(scenario);
    const deadline = withTimeout(name, scenario.timeoutMs, clock, deps.signal);
    const body = { ...deps, signal: deadline.signal, context };
    const prepared = await runPhase("setup", setup, 0, never, body);
    const done = await runPhase("step", steps, setup.length, prepared.skipReason, body);
    deadline.end();
    const grace = withGrace(graceMs, clock, deps.signal);
    const cleared = await runPhase("teardown", teardown, setup.length + steps.length, never, {
        ...deps,
        signal: grace.signal,
        context,
    });
    grace.end();
    const result = never === null ? outcomeOf(prepared, done, cleared) : skipped(never);
    return {
        name,
        servers: [...new Set([...setup, ...steps, ...teardown].map(({ server }) => server))],
        ...result,
        startedAtMs,
        durationMs: clock.monotonicMs() - startedMs,
        complete: never === null && done.skipReason === null && prepared.skipReason === null,
    };
}
function outcomeOf(setup, steps, teardown) {
    if (setup.bad !== null) {
        return { outcome: "broken", reason: `setup: ${setup.bad.reason}` };
    }
    if (steps.bad !== null) {
        return steps.bad;
    }
    return teardown.bad === null
        ? { outcome: "passed", reason: null }
        : { outcome: "broken", reason: `teardown: ${teardown.bad.reason}` };
}
function skipped(reason) {
    return { outcome: "skipped", reason };
}
function contextOf({ isolation }) {
    const mailboxes = new Map();
    return {
        captures: new Map(),
        mailbox(server) {
            const mailbox = mailboxes.get(server) ?? createMailbox(isolation === "fresh");
            mailboxes.set(server, mailbox);
            return mailbox;
        },
    };
}

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
;// CONCATENATED MODULE: ./build/scenario/snapshot/file.js





const largestBytes = 16 * 1024 * 1024;
/** The file of a run file's snapshots, beside it: mcp-manager.yml has mcp-manager.snapshots.yml. */
function snapshotPath(runFile) {
    return (0,external_node_path_.join)((0,external_node_path_.dirname)(runFile), `${(0,external_node_path_.basename)(runFile, (0,external_node_path_.extname)(runFile))}.snapshots.yml`);
}
/** What a file of snapshots holds, by key; nothing when there is no file. Throws RUN_FILE_INVALID when it is unreadable. */
async function readSnapshots(path) {
    let text;
    try {
        const { size } = await (0,promises_.stat)(path);
        if (size > largestBytes) {
            throw unreadable(path, "is larger than the 16 MiB allowed");
        }
        text = await (0,promises_.readFile)(path, "utf8");
    }
    catch (error) {
        if (error.code === "ENOENT") {
            return new Map();
        }
        throw error instanceof build_fault/* Fault */.vC ? error : unreadable(path, "cannot be read", error);
    }
    const { parseDocument } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 38815, 19));
    // The file comes with a pull request. We write no aliases, so a bomb of them is refused before it grows.
    const document = parseDocument(text, { schema: "core", version: "1.2" });
    const [problem] = document.errors;
    if (problem !== undefined) {
        const line = problem.linePos?.[0].line ?? 1;
        throw unreadable(path, `is no sound YAML at line ${line}`, problem);
    }
    let values;
    try {
        values = document.toJS({ maxAliasCount: 0 });
    }
    catch (error) {
        throw unreadable(path, "uses aliases", error);
    }
    if (values !== null && !member_isObject(values)) {
        throw unreadable(path, "holds no map of snapshots");
    }
    return new Map(Object.entries(values ?? {}));
}
/** Writes a file of snapshots whole or not at all, keys in order. */
async function writeSnapshots(path, snapshots) {
    const { stringify } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 38815, 19));
    const sorted = [...snapshots].toSorted(([a], [b]) => (a < b ? -1 : 1));
    const text = stringify(Object.fromEntries(sorted), {
        aliasDuplicateObjects: false,
        lineWidth: 0,
        schema: "core",
    });
    const temporary = `${path}.${(0,external_node_crypto_.randomUUID)()}.tmp`;
    try {
        const file = await (0,promises_.open)(temporary, "wx");
        try {
            await file.writeFile(`${heading}${text}`);
            await file.sync();
        }
        finally {
            await file.close();
        }
        await (0,promises_.rename)(temporary, path);
    }
    catch (error) {
        await (0,promises_.rm)(temporary, { force: true });
        throw unreadable(path, "cannot be written", error);
    }
}
const heading = `# Snapshots: scenario › step › place. Written by --update-snapshots; review and commit them.\n`;
function unreadable(path, what, cause) {
    return new build_fault/* Fault */.vC("RUN_FILE_INVALID", `The file of snapshots ${(0,external_node_path_.basename)(path)} ${what}`, {
        cause,
        hint: "Restore it from the repository, or delete it and write it anew with --update-snapshots.",
    });
}

;// CONCATENATED MODULE: ./build/scenario/snapshot/store.js





/** Stands between scenario, step and place in a key. */
const separator = " › ";
/**
 * Opens the snapshots beside a run file.
 *
 * Throws USAGE for an update in CI, RUN_FILE_INVALID for a file that cannot be read.
 */
async function openSnapshots(runFile, { update, ci }) {
    if (update && ci) {
        throw new build_fault/* Fault */.vC("USAGE", "Snapshots are never updated in CI; do it on your machine and commit");
    }
    const path = snapshotPath(runFile);
    const file = (0,external_node_path_.basename)(path);
    const stored = await readSnapshots(path);
    const asked = new Set();
    const news = new Map();
    function compare(key, value, show) {
        if (!stored.has(key)) {
            const advice = ci ? "run on your machine with --update-snapshots" : "run --update-snapshots";
            const actual = `${show(value)}, of which ${file} has no snapshot yet (${advice} and commit the file)`;
            return { ok: false, unfit: true, actual, blame: "run file" };
        }
        return judgeEquals(stored.get(key), value, show);
    }
    function keep(key, value, show) {
        if (news.has(key) && !equal(news.get(key), value)) {
            const actual = `${show(value)}, but was something else before in the same run: mask what varies`;
            return { ok: false, actual, blame: "run file" };
        }
        news.set(key, value);
        return { ok: true, actual: show(value) };
    }
    return {
        judge(key, value, show) {
            asked.add(key);
            return update ? keep(key, value, show) : compare(key, value, show);
        },
        async finish({ played, declared }) {
            const obsolete = [...stored.keys()].filter((key) => !asked.has(key) && isObsolete(key, played, declared));
            const changed = [...news].filter(([key, value]) => !stored.has(key) || !equal(stored.get(key), value));
            if (update && changed.length + obsolete.length > 0) {
                const gone = new Set(obsolete);
                const kept = [...stored].filter(([key]) => !gone.has(key));
                await writeSnapshots(path, new Map([...kept, ...changed]));
            }
            return { file, written: changed.length, obsolete };
        },
    };
}
/** A scenario's name may hold the separator, so keys are matched from their beginning. */
function isObsolete(key, played, declared) {
    const owner = [...declared]
        .filter((name) => key.startsWith(`${name}${separator}`))
        .toSorted((a, b) => b.length - a.length)[0];
    return owner === undefined ? [...declared].every((name) => played.has(name)) : played.has(owner);
}

;// CONCATENATED MODULE: ./build/scenario/index.js
// Drives one scenario: fills in captures, does each step, judges what came back; every declared step gets one outcome.






;// CONCATENATED MODULE: ./build/manager/server/network-plan.js



/** What a server's entry says of networks, as the controller takes it. */
function networkPlan(server, spec, { servers = {}, services = {} }) {
    const { egress } = spec.network;
    const group = (0,config/* networkGroupOf */.RA)(spec);
    const groups = [
        ...Object.entries(servers).map(([name, each]) => [name, (0,config/* networkGroupOf */.RA)(each)]),
        ...Object.entries(services).map(([name, each]) => [name, each.network.group]),
    ];
    const peers = groups.flatMap(([name, its]) => (name !== server && its === group ? [name] : []));
    return {
        egress: typeof egress === "string" ? egress : egress.allow,
        ...(group === undefined ? {} : { group, peers }),
    };
}
/** The addresses of the servers that its `endpoints` name. */
function endpointVariables(server, spec, { servers = {} }) {
    return Object.fromEntries(spec.network.endpoints.map((name) => {
        const http = servers[name]?.http;
        if (http === undefined) {
            throw new build_fault/* Fault */.vC("RUN_FILE_INVALID", `Server "${server}" is to be told where "${name}" is, which is no server of this run that speaks HTTP.`);
        }
        return [(0,config/* endpointVariable */.gz)(name), `http://${name}:${http.port}${http.path}`];
    }));
}
/** Begins to make the networks of servers whose images may still have to be built. */
async function beginNetworks(specs, world, progress) {
    const plans = Object.entries(specs)
        .filter(([, spec]) => spec.url === undefined && (0,config/* networkGroupOf */.RA)(spec) !== undefined)
        .map(([server, spec]) => ({ server, ...networkPlan(server, spec, {}) }));
    if (plans.length > 0) {
        // Where the image has to be fetched first, every server with a network waits for that.
        world.networks.relayImage(progress).catch(() => undefined);
        await (0,controller/* prepareNetworks */.nI)(await world.engine(), world.ownership, plans, world.networks);
    }
}

;// CONCATENATED MODULE: ./build/manager/needs.js

/** Waits for everything that `depends_on` names, at the same time; `who` begins the message of what is in vain. */
function needsOf(who, dependsOn, waitFor) {
    return async (signal) => {
        const waits = Object.entries(dependsOn).map(async ([name, condition]) => {
            try {
                await orAborted(waitFor(name, condition, signal), signal);
            }
            catch (thrown) {
                signal.throwIfAborted();
                throw new build_fault/* Fault */.vC("DEPENDENCY_FAILED", `${who} needs ${(0,build_fault/* asFault */.Ps)(thrown).message}`, {
                    cause: thrown,
                });
            }
        });
        await Promise.all(waits);
    };
}
/** Ends the waiting, not what is waited for: others may wait for it, too. */
async function orAborted(work, signal) {
    const aborted = Promise.withResolvers();
    const abort = () => aborted.reject(signal.reason);
    signal.addEventListener("abort", abort, { once: true });
    try {
        signal.throwIfAborted();
        return await Promise.race([work, aborted.promise]);
    }
    finally {
        signal.removeEventListener("abort", abort);
    }
}

;// CONCATENATED MODULE: ./build/manager/company.js


/** The servers and services that come first for these servers, directly or not, and the servers themselves. */
function companyOf({ servers, services }, names) {
    const all = new Set(names);
    for (const name of all) {
        const { depends_on: waits = {} } = servers[name] ?? services[name] ?? {};
        Object.keys(waits).forEach((each) => all.add(each));
    }
    return all;
}
/** Declares the services among `names`; the servers that they wait for are waited for by `waitForServer`. */
function declareServices({ runFile, locate }, names, waitForServer, origin, deps) {
    const services = new Map();
    const waitFor = async (name, condition, signal) => {
        const service = services.get(name);
        if (service === undefined) {
            return waitForServer(name, condition, signal);
        }
        void service.start(deps.progress);
        return service.waitFor(condition);
    };
    for (const [name, spec] of Object.entries(runFile.services)) {
        if (names.has(name)) {
            const needs = needsOf("it", spec.depends_on, waitFor);
            const at = locate(["services", name]);
            services.set(name, deps.declareService({ name, spec, origin, at, needs }));
        }
    }
    return { services, waitFor };
}
/** A server that is waited for, and will not come. */
function company_absent(name, fault) {
    return new build_fault/* Fault */.vC("DEPENDENCY_FAILED", `the server "${name}", which did not become ready: ${fault.message}`);
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
            const first = cgroup_attempt(read);
            if (first !== undefined) {
                return {
                    read(atMs) {
                        const reading = cgroup_attempt(read);
                        return (reading && {
                            atMs,
                            ...reading.counters,
                            ...network(procRoot, firstLine(reading.pids)),
                        });
                    },
                    cpuMs: () => cgroup_attempt(first.cpuMs),
                    waitedMs: () => waited(procRoot, cgroup_attempt(read)?.pids ?? ""),
                    processes() {
                        const pids = cgroup_attempt(read)?.pids;
                        return pids === undefined || pids === "" ? undefined : pids.split("\n").length;
                    },
                    hits: () => cgroup_attempt(first.hits),
                };
            }
        }
    }
    return undefined;
}
function readV2(folder) {
    const limit = cgroup_text(`${folder}/memory.max`);
    const cached = field(cgroup_text(`${folder}/memory.stat`), "inactive_file");
    const cpuMs = () => field(cgroup_text(`${folder}/cpu.stat`), "usage_usec") / 1e3;
    return {
        cpuMs,
        counters: {
            cpuMs: cpuMs(),
            memoryBytes: Math.max(0, Number(cgroup_text(`${folder}/memory.current`)) - cached),
            memoryLimitBytes: limit === "max" ? null : Number(limit),
            pids: Number(cgroup_text(`${folder}/pids.current`)),
        },
        pids: cgroup_text(`${folder}/cgroup.procs`),
        hits: () => ({
            memoryKills: field(cgroup_text(`${folder}/memory.events`), "oom_kill"),
            pidsRefused: counted(`${folder}/pids.events`, "max"),
            throttledMs: counted(`${folder}/cpu.stat`, "throttled_usec") / 1e3,
        }),
    };
}
function readV1(root, folder) {
    const memory = `${root}/memory/${folder}`;
    const limit = Number(cgroup_text(`${memory}/memory.limit_in_bytes`));
    const cached = field(cgroup_text(`${memory}/memory.stat`), "total_inactive_file");
    const cpuMs = () => Number(cgroup_text(`${root}/cpuacct/${folder}/cpuacct.usage`)) / 1e6;
    return {
        cpuMs,
        counters: {
            cpuMs: cpuMs(),
            memoryBytes: Math.max(0, Number(cgroup_text(`${memory}/memory.usage_in_bytes`)) - cached),
            memoryLimitBytes: limit >= noLimit ? null : limit,
            pids: Number(cgroup_text(`${root}/pids/${folder}/pids.current`)),
        },
        pids: cgroup_text(`${memory}/cgroup.procs`),
        hits: () => ({
            memoryKills: field(cgroup_text(`${memory}/memory.oom_control`), "oom_kill"),
            pidsRefused: counted(`${root}/pids/${folder}/pids.events`, "max"),
            throttledMs: counted(`${root}/cpu/${folder}/cpu.stat`, "throttled_time") / 1e6,
        }),
    };
}
/** A count of a file that not every kernel has. */
function counted(path, name) {
    return cgroup_attempt(() => field(cgroup_text(path), name)) ?? 0;
}
/** Bytes over all interfaces but loopback; zero where the kernel does not let us look. */
function network(procRoot, pid) {
    const table = pid === "" ? "" : (cgroup_attempt(() => cgroup_text(`${procRoot}/${pid}/net/dev`)) ?? "");
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
/** The second number of each thread's schedstat, in ns (kernel: Documentation/scheduler/sched-stats). */
function waited(procRoot, pids) {
    const threads = pids.split("\n").flatMap((pid) => {
        const tasks = `${procRoot}/${pid}/task`;
        return (cgroup_attempt(() => (0,external_node_fs_.readdirSync)(tasks)) ?? []).map((thread) => `${tasks}/${thread}`);
    });
    const waits = threads.map((thread) => Number(cgroup_attempt(() => cgroup_text(`${thread}/schedstat`))?.split(" ")[1] ?? 0) / 1e6);
    return waits.reduce((sum, each) => sum + each, 0);
}
/** A cgroup ends at any moment with its container; that is no fault. */
function cgroup_attempt(work) {
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
function firstLine(lines) {
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

;// CONCATENATED MODULE: ./build/resource/idle.js


/** Long enough to tell a busy loop (100 %) from what a server does after its last answer, short enough to add to each run. */
const firstLookMs = 200;
/** Ran or was ready to run all the time: on a crowded machine that is a busy loop, however little it got. */
const restlessPercent = 90;
/**
 * The share of one core, in percent, that a container uses while nothing is asked of it, or would use were there one
 * for it all the time; undefined where its
 * cgroup cannot be read here, or when the signal aborts.
 *
 * A first look of 200 ms settles it for a quiet server. One that was busy then, or would have been had there been a
 * core for it (with 18 servers at once on two cores a busy loop got 5 %), is watched for the whole of `windowMs`:
 * rubbish is still collected, caches are written, and only what goes on counts.
 */
async function idleCpu(containerId, limits, deps) {
    const { clock, signal, cgroupRoot = "/sys/fs/cgroup", procRoot = "/proc" } = deps;
    const cgroup = openCgroup(containerId, cgroupRoot, procRoot);
    async function watch(ms) {
        // The time of day may jump meanwhile.
        const before = cgroup?.read(clock.monotonicMs());
        if (cgroup === undefined || before === undefined) {
            return undefined;
        }
        const waitedBefore = cgroup.waitedMs();
        await clock.sleep(ms, signal);
        const after = cgroup.read(clock.monotonicMs());
        const used = after && (cpuPercent(before, after) ?? undefined);
        const waitedMs = Math.max(0, cgroup.waitedMs() - waitedBefore);
        return used === undefined ? undefined : { used, wanted: used + (waitedMs / ms) * 100 };
    }
    try {
        const first = await watch(Math.min(firstLookMs, limits.windowMs));
        if (first === undefined || first.wanted <= limits.mostPercent) {
            return first?.used;
        }
        const whole = await watch(limits.windowMs);
        return whole && whole.wanted >= restlessPercent ? whole.wanted : whole?.used;
    }
    catch {
        return undefined;
    }
}
/** Working set of a container now, in bytes; undefined where its cgroup cannot be read here. */
function memoryNow(containerId, cgroupRoot = "/sys/fs/cgroup") {
    return openCgroup(containerId, cgroupRoot, "/proc")?.read(0)?.memoryBytes;
}
/** How many processes a container has now, threads not counted; undefined where its cgroup cannot be read here. */
function processesNow(containerId, cgroupRoot = "/sys/fs/cgroup") {
    return openCgroup(containerId, cgroupRoot, "/proc")?.processes();
}

;// CONCATENATED MODULE: ./build/resource/sample-server.js



const intervalMs = 1_000;
/** Its init looks around once a second, for 0.03 ms; a server that ran for less than this has done nothing since. */
const restMs = 0.5;
/**
 * Writes a server's samples until the signal aborts or the container ends; never rejects.
 *
 * Where the engine's cgroups can be read here, one sample at once, one in each second and one at the abort, each about
 * 0.1 ms. Elsewhere the engine's statistics, about one a second. A failure is written as the event
 * `sampling-failed`. Resolves with how often the container met its limits, where the kernel could be asked.
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
        if (cgroup !== undefined) {
            return await poll(cgroup, clock, signal, write);
        }
        await engine.stats(containerId, write, signal);
    }
    catch (thrown) {
        if (!signal.aborted) {
            const { code, message } = (0,build_fault/* asFault */.Ps)(thrown);
            const data = JSON.stringify({ code, message });
            record.event({ atMs: clock.nowMs(), kind: "sampling-failed", server, data });
        }
    }
    return undefined;
}
/**
 * All servers are looked at in the same moment of each second, so that one timer and one transaction serve them. Of
 * one that rested only the processor time is read: ten idle servers took 1.4 % of a core otherwise.
 */
async function poll(cgroup, clock, signal, write) {
    let hits;
    let last;
    for (;;) {
        const atMs = clock.nowMs();
        const cpuMs = cgroup.cpuMs();
        if (last && cpuMs !== undefined && cpuMs - last.cpuMs < restMs && !signal.aborted) {
            write({ ...last, atMs, cpuMs });
        }
        else {
            last = cgroup.read(atMs);
            // A container that has ended took its counters with it.
            hits = cgroup.hits() ?? hits;
            if (last === undefined) {
                return hits;
            }
            write(last);
        }
        if (signal.aborted) {
            return hits;
        }
        await clock.sleep(untilNextMs(clock.monotonicMs()), signal).catch(() => undefined);
    }
}
/** To the next full second, or the one after it where that is too near to be worth a sample. */
function untilNextMs(nowMs) {
    const restOfSecondMs = intervalMs - (nowMs % intervalMs);
    return restOfSecondMs < intervalMs / 2 ? restOfSecondMs + intervalMs : restOfSecondMs;
}

;// CONCATENATED MODULE: ./build/resource/index.js




;// CONCATENATED MODULE: ./build/manager/hide-record.js



/**
 * The same plan, but its volumes do not show where the record is: an empty folder in memory lies over it.
 *
 * With the workspace as a writable volume a server could else write its own results. Throws PATH_NOT_ALLOWED for a
 * volume that is that very folder.
 */
function hideRecord(plan, recordFolder) {
    const folder = (0,external_node_fs_.realpathSync)(recordFolder);
    const covers = plan.volumes.flatMap((volume) => {
        if (volume.kind !== "host") {
            return [];
        }
        const { hostPath, containerPath } = volume;
        if (hostPath === folder) {
            throw new build_fault/* Fault */.vC("PATH_NOT_ALLOWED", `Server "${plan.server}": ${hostPath} is where the record and the reports of the run are, so it cannot be a volume.`, { hint: "Give the server another folder, or the reports (`--out`)." });
        }
        return hide_record_isWithin(folder, hostPath) ? [(0,external_node_path_.join)(containerPath, (0,external_node_path_.relative)(hostPath, folder))] : [];
    });
    return covers.length === 0 ? plan : { ...plan, writable: [...(plan.writable ?? []), ...covers] };
}
function hide_record_isWithin(path, folder) {
    const way = (0,external_node_path_.relative)(folder, path);
    return way !== ".." && !way.startsWith("../");
}

;// CONCATENATED MODULE: ./build/manager/server/attempts.js
/** Attempts of one server that are kept one by one; a server that tries again and again is counted. */
const kept = 1_000;
/** Denied targets of one server that are told as findings. */
const mostTold = 20;
function noAttempts() {
    return { count: 0, told: new Set() };
}
/** Writes down what a server tries to reach, and tells of each place that it may not reach, once, with the line to add. */
function recordAttempts(server, attempts, { record, clock }) {
    return ({ target, outcome, reason }) => {
        const atMs = clock.nowMs();
        attempts.count += 1;
        if (attempts.count <= kept) {
            const data = JSON.stringify({ target, outcome, reason });
            record.event({ atMs, kind: "egress", server, data });
        }
        if (outcome === "denied" && attempts.told.size < mostTold && !attempts.told.has(target)) {
            attempts.told.add(target);
            record.finding({
                server,
                code: "wanted-egress",
                severity: "warning",
                message: `tried to reach ${target}, denied: ${reason ?? "it is not allowed"}; add it to server ${server}: network: { egress: { allow: ["${target}"] } }`,
                atMs,
                stepId: null,
            });
        }
    };
}
/** Writes down that the way to a server was cut, and why: what it was doing may have failed of that. */
function recordRelayEnds(server, { record, clock }) {
    return (message) => record.finding({
        server,
        code: "relay-ended",
        severity: "warning",
        message,
        atMs: clock.nowMs(),
        stepId: null,
    });
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

;// CONCATENATED MODULE: ./build/mcp/doubled-member.js

/** What a JSON-RPC message consists of, as it stands in its text. */
const members = ["jsonrpc", "id", "method", "params", "result", "error"].map((name) => `"${name}"`);
/**
 * The name of a member of the message itself that stands in its text twice.
 *
 * Parsers disagree about which of the two counts (RFC 8259, section 4), so one program acts on what another never saw.
 */
function doubledMember(text) {
    const isSuspect = 
    // A letter of a name may be written as an escape.
    text.includes("\\u00") || members.some((name) => text.includes(name, text.indexOf(name) + 1));
    return isSuspect ? doubledKey(text) : undefined;
}
/** The first key of the outermost object that is there twice; the text is known to be JSON. */
function doubledKey(text) {
    const seen = new Set();
    let depth = 0;
    for (let at = 0; at < text.length; at += 1) {
        const code = text.charCodeAt(at);
        if (code === 0x22) {
            const end = endOfString(text, at);
            if (end === -1) {
                return undefined;
            }
            if (depth === 1 && /^\s*:/.test(text.slice(end + 1, end + 20))) {
                const key = String(JSON.parse(text.slice(at, end + 1)));
                if (seen.has(key)) {
                    return key;
                }
                seen.add(key);
            }
            at = end;
        }
        else if (code === 0x7b || code === 0x5b) {
            depth += 1;
        }
        else if (code === 0x7d || code === 0x5d) {
            depth -= 1;
        }
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/mcp/http/http-findings.js
const sending = "basic/transports#sending-messages-to-the-server";
const listening = "basic/transports#listening-for-messages-from-the-server";
const resuming = "basic/transports#resumability-and-redelivery";
const modern = "2026-07-28/basic/transports/streamable-http";
/** Findings of the HTTP transports: rows of the table of findings, under the check `protocol`. */
const httpFindings = {
    "http-content-type": [
        "error",
        sending,
        "An answer over HTTP has a content type that is neither JSON nor an event stream",
    ],
    "http-status": [
        "error",
        `${modern}#protocol-version-header`,
        "An HTTP status does not fit the JSON-RPC answer it comes with",
    ],
    "http-no-answer": ["error", sending, "A request over HTTP got no JSON-RPC answer"],
    "http-redirect": ["warning", "basic/transports", "The server redirects to another address"],
    "http-notification": [
        "warning",
        sending,
        "A notification over HTTP was not accepted with status 202",
    ],
    "http-get": ["warning", listening, "GET gave neither an event stream nor status 405"],
    "http-sse-fallback": [
        "warning",
        "basic/transports#backwards-compatibility",
        "The server speaks the old HTTP+SSE transport only",
    ],
    "session-id": [
        "error",
        "basic/transports#session-management",
        "The session id breaks the rules of the transport",
    ],
    "sse-event-type": ["error", sending, "An event of a stream has a type that nobody reads"],
    "sse-retry": ["warning", resuming, "A stream asks for a wait that nobody can keep"],
    "stream-resumed": ["info", resuming, "A stream broke off and was taken up again"],
    "misplaced-response": ["error", listening, "An answer came on a stream where it must not"],
    "header-mapping": [
        "error",
        `${modern}#custom-headers-from-tool-parameters`,
        "A tool's x-mcp-header is not allowed, so clients leave the tool out",
    ],
    "auth-not-required": [
        "error",
        "basic/authorization#token-handling",
        "A server declared protected answers without a token",
    ],
    "auth-challenge": [
        "error",
        "basic/authorization#protected-resource-metadata-discovery-requirements",
        "A 401 does not say where to get a token",
    ],
    "auth-metadata": [
        "error",
        "basic/authorization#authorization-server-location",
        "The metadata of the protected resource are wrong",
    ],
};

;// CONCATENATED MODULE: ./build/mcp/finding-table.js

/** Every finding, sorted by the check that switches it off. A row: severity, section, title. */
const finding_table_findingTable = {
    ...rows("stdout_purity", {
        "stdout-pollution": [
            "error",
            "basic/transports#stdio",
            "A line of stdout is no protocol message",
        ],
        "glued-output": [
            "error",
            "basic/transports#stdio",
            "A message shares its line with other text",
        ],
        "blank-line": ["info", "basic/transports#stdio", "stdout has empty lines"],
        "unfinished-message": ["error", "basic/transports#stdio", "stdout ended inside a message"],
    }),
    ...rows("protocol", {
        ...httpFindings,
        bom: ["warning", "basic/transports#stdio", "stdout begins with a byte order mark"],
        "invalid-utf8": ["error", "basic/transports#stdio", "A message is no UTF-8"],
        "invalid-json": ["error", "basic/transports#stdio", "A message is no JSON"],
        "too-deep": ["error", "basic#messages", "A message nests deeper than anyone can read"],
        "oversized-message": [
            "error",
            "basic/transports#stdio",
            "A message is longer than the run file allows",
        ],
        "message-spans-lines": ["error", "basic/transports#stdio", "A message spans several lines"],
        batch: ["error", "basic#messages", "Messages came as a JSON-RPC batch"],
        "jsonrpc-version": ["error", "basic#messages", 'A message lacks "jsonrpc": "2.0"'],
        "malformed-message": [
            "error",
            "basic#messages",
            "A message is no request, notification or response",
        ],
        "unknown-member": [
            "warning",
            "basic#messages",
            "A response has a member that JSON-RPC does not know",
        ],
        "doubled-member": ["error", "basic#messages", "A message has one of its members twice"],
        "null-id": ["error", "basic#requests", "An id is missing or null"],
        "id-type": ["error", "basic#responses", "A response has the id of its request in another type"],
        "wrong-id": ["error", "basic#responses", "A response has an id that no request had"],
        "duplicate-response": ["error", "basic#responses", "A request was answered more than once"],
        "duplicate-request-id": [
            "error",
            "basic#requests",
            "The server used the id of a request again",
        ],
        "late-response": ["warning", "basic/lifecycle#timeouts", "An answer came after its timeout"],
        "echoed-request": ["error", "basic#messages", "The server sent the client's own request back"],
        "unasked-request": [
            "error",
            "basic/lifecycle#operation",
            "The server asked for what the client did not declare",
        ],
        "unasked-notification": [
            "error",
            "basic/utilities/subscriptions",
            "A notification came that nobody had asked for",
        ],
        "unanswered-request": [
            "warning",
            "basic#requests",
            "The server does not read the answers to its requests",
        ],
        "not-acknowledged": [
            "error",
            "basic/utilities/subscriptions",
            "A subscription was not acknowledged first",
        ],
        "undeclared-input": [
            "error",
            "basic/patterns/mrtr",
            "A result asks for input that the client did not declare",
        ],
        "misplaced-input": [
            "error",
            "basic/patterns/mrtr",
            "A result asks for input where none may be asked for",
        ],
        "endless-rounds": ["error", "basic/patterns/mrtr", "A request asks for input again and again"],
        "bad-progress": [
            "error",
            "basic/utilities/progress",
            "Progress falls, is no number, or has an unknown token",
        ],
    }),
    ...rows("origin", {
        "origin-not-checked": [
            "warning",
            "basic/transports#security-warning",
            "The server accepts requests of any Origin",
        ],
    }),
    ...rows("schema", {
        "message-schema": [
            "error",
            "schema",
            "A notification or request has not the shape of its revision's schema",
        ],
    }),
    ...rows("result_schema", {
        "result-schema": ["error", "schema", "A result has not the shape of its revision's schema"],
        "bad-base64": ["error", "server/tools#tool-result", "Binary content is no base64"],
    }),
    ...rows("output_schema", {
        "output-schema": [
            "error",
            "server/tools#output-schema",
            "structuredContent does not fit the tool's outputSchema",
        ],
        "structured-content-missing": [
            "error",
            "server/tools#output-schema",
            "A tool with an outputSchema gave no structuredContent",
        ],
    }),
    ...rows("capabilities", {
        "declared-unanswered": [
            "error",
            "basic/lifecycle#capability-negotiation",
            "A method of a declared capability is unknown to the server",
        ],
        "answered-undeclared": [
            "warning",
            "basic/lifecycle#capability-negotiation",
            "A method of a capability that is not declared was answered",
        ],
        "undeclared-notification": [
            "error",
            "basic/lifecycle#capability-negotiation",
            "A notification came whose capability is not declared",
        ],
    }),
    ...rows("error_codes", {
        "error-code": [
            "error",
            "basic#responses",
            "An error has a code that its revision does not allow",
        ],
    }),
    ...rows("pagination", {
        "endless-pages": ["error", "server/utilities/pagination", "A list has pages without end"],
    }),
    ...rows("list_determinism", {
        "list-changes": [
            "warning",
            "2026-07-28/server/tools#listing-tools",
            "The same list differs from one time to the next",
        ],
    }),
    ...rows("cancellation", {
        "answered-after-cancel": [
            "warning",
            "basic/utilities/cancellation#behavior-requirements",
            "A cancelled request was answered all the same",
        ],
        "cancelled-call-goes-on": [
            "warning",
            "basic/utilities/cancellation#behavior-requirements",
            "A cancelled request goes on",
        ],
    }),
    ...rows("definitions", {
        "bad-tool": [
            "error",
            "server/tools#tool",
            "A tool's definition has not the shape of its revision's schema",
        ],
        "bad-resource": [
            "error",
            "server/resources#resource",
            "A resource's definition has not the shape of its revision's schema",
        ],
        "bad-resource-template": [
            "error",
            "server/resources#resource-templates",
            "A resource template's definition has not the shape of its revision's schema",
        ],
        "bad-prompt": [
            "error",
            "server/prompts#prompt",
            "A prompt's definition has not the shape of its revision's schema",
        ],
        "bad-task": [
            "error",
            "basic/utilities/tasks#task",
            "A task has not the shape of its revision's schema",
        ],
        "bad-input-schema": ["error", "server/tools#tool", "A tool's inputSchema is no JSON Schema"],
        "bad-output-schema": [
            "error",
            "server/tools#output-schema",
            "A tool's outputSchema is no JSON Schema",
        ],
        "bad-uri": ["warning", "server/resources#resource", "A resource's uri is no URI"],
        "bad-uri-template": [
            "warning",
            "server/resources#resource-templates",
            "A uriTemplate is none of RFC 6570",
        ],
        "duplicate-name": ["error", "server/tools#tool-names", "A list gives a name more than once"],
        "odd-tool-name": [
            "warning",
            "server/tools#tool-names",
            "A tool has a name that many clients refuse",
        ],
    }),
    ...rows("exit_on_eof", {
        "ignores-eof": [
            "warning",
            "basic/lifecycle#stdio",
            "The server lives on after its stdin was closed",
        ],
    }),
    ...rows("exit_on_sigterm", {
        "ignores-sigterm": ["error", "basic/lifecycle#stdio", "The server ignores SIGTERM"],
    }),
    ...rows("leftover_processes", {
        "leftover-process": ["error", "basic/lifecycle#stdio", "The server left a process behind"],
    }),
    ...rows("idle_cpu", {
        "idle-cpu": ["warning", "", "The server works though nothing is asked of it"],
    }),
    ...rows("", {
        "flaky-step": ["info", "", "A step passed only when it was tried again"],
        "parity-differs": ["warning", "", "A step has another outcome in another revision"],
        "memory-kill": ["error", "", "A process of the server was killed for memory"],
        "core-limit": ["info", "", "The server had to wait for its cores"],
        "process-limit": ["warning", "", "The server was refused a process or thread"],
        "secret-printed": ["warning", "", "The server printed a secret"],
        "engine-silent": ["warning", "", "The engine did not answer while the server ran"],
        "relay-ended": ["warning", "", "The relay of the server's network ended and was started again"],
        "wanted-egress": ["warning", "", "The server wanted a network that it was not given"],
        restarted: ["warning", "", "Its restart policy had to start the server again"],
        "crash-loop": ["error", "", "The server fails each time it is started again"],
        "output-dropped": ["warning", "", "The server printed more than is kept"],
        "mock-unmatched": ["warning", "", "A mock was asked for what no answer is declared to"],
        "service-ended": ["warning", "", "A service failed while it was needed"],
    }),
};
function rows(check, given) {
    const made = Object.entries(given).map(([code, [severity, section, title]]) => [
        code,
        { severity, check, title, section },
    ]);
    // Object.fromEntries forgets the keys; they are those that were given.
    return Object.fromEntries(made);
}
/** The switch of the run file's `checks` that a finding belongs to; undefined for a code nobody knows. */
function checkOf(code) {
    return Object.entries(finding_table_findingTable).find(([known]) => known === code)?.[1].check;
}

;// CONCATENATED MODULE: ./build/mcp/revision.js
/** Every revision, oldest first. */
const revisions = (/* unused pure expression or super */ null && ([
    "2024-11-05",
    "2025-03-26",
    "2025-06-18",
    "2025-11-25",
    "2026-07-28",
]));
/** Revisions that begin with `initialize`, newest first. */
const legacyRevisions = ["2025-11-25", "2025-06-18", "2025-03-26", "2024-11-05"];
/** Revisions without a handshake, newest first. */
const modernRevisions = ["2026-07-28"];
const revision_newestLegacy = legacyRevisions[0];
const revision_newestModern = modernRevisions[0];
const logLevelKey = "io.modelcontextprotocol/logLevel";
const capabilitiesKey = "io.modelcontextprotocol/clientCapabilities";
const tasksExtension = "io.modelcontextprotocol/tasks";
function isLegacy(revision) {
    return legacyRevisions.some((known) => known === revision);
}
/** What every request of a modern revision carries in `params._meta` (revision 2026-07-28, basic/versioning). */
function modernMeta(clientInfo, capabilities) {
    return {
        "io.modelcontextprotocol/protocolVersion": revision_newestModern,
        "io.modelcontextprotocol/clientInfo": clientInfo,
        [capabilitiesKey]: capabilities,
    };
}
/** Adds the modern members to `params._meta`; what the caller has set there wins, so that a test may break it. */
function revision_withMeta(params, meta) {
    const given = params?.["_meta"];
    if (given !== undefined &&
        (typeof given !== "object" || given === null || Array.isArray(given))) {
        return { ...params };
    }
    return { ...params, _meta: { ...meta, ...given } };
}

;// CONCATENATED MODULE: ./build/mcp/finding-of.js


const site = "https://modelcontextprotocol.io/specification";
/** The address of what the specification says about a finding, in the revision that was negotiated. */
function finding_of_referenceOf({ section }, revision) {
    if (section === "") {
        return undefined;
    }
    if (/^\d/u.test(section)) {
        return `${site}/${section}`;
    }
    return `${site}/${revision}/${revision >= "2026" ? modernPage(section) : section}`;
}
/** A finding of the table with what it says about one server; without a revision, in the newest with a handshake. */
function findingOf(code, message, revision = revision_newestLegacy) {
    const kind = finding_table_findingTable[code];
    const reference = finding_of_referenceOf(kind, revision);
    return {
        code,
        severity: kind.severity,
        message,
        ...(reference === undefined ? {} : { reference }),
    };
}
/** The pages that have moved in 2026-07-28. */
function modernPage(section) {
    return section
        .replace(/^basic\/utilities\//u, "basic/patterns/")
        .replace(/^basic\/transports#stdio$/u, "basic/transports/stdio")
        .replace(/^basic\/transports(?!\/)/u, "basic/transports/streamable-http")
        .replace(/^basic\/lifecycle#stdio$/u, "basic/transports/stdio")
        .replace(/^basic\/lifecycle#.*$/u, "basic/versioning");
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



/** Findings of one code that are told in full; more are counted. */
const toldPerCode = 3;
/** Tells the first findings of each code and counts the rest; the counts are exact. */
class Findings {
    #tap;
    #revision = revision_newestLegacy;
    #tallies = new Map();
    constructor(tap) {
        this.#tap = tap;
    }
    /** What the references of findings point into; before it is negotiated, the newest that begins with a handshake. */
    negotiated(revision) {
        this.#revision = revision;
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
            this.#tell(code, message());
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
                const message = `${count(tally.total)} findings of this kind in all; the first ${tally.told} are told in full`;
                this.#tell(code, message);
            }
        }
    }
    #tell(code, message) {
        this.#tap.finding(findingOf(code, message, this.#revision));
    }
}

;// CONCATENATED MODULE: ./build/mcp/text-ring.js
const firstBytes = 64 * 1024;
/**
 * The newest of a stream of texts, numbered from 1, in one block of memory.
 *
 * Not as strings or objects: in a flood those outlive the collector's young generation, which then grows; a million
 * notifications took 250 MiB that way and take 90 so. The newest text is always kept, whatever its size.
 */
class TextRing {
    #maxTexts;
    #maxBytes;
    /** By number modulo `maxTexts`: where the text begins, counted on without end, and how long it is. */
    #starts;
    #lengths;
    #block;
    #first = 1;
    #next = 1;
    #end = 0;
    /** The newest text, when it is larger than the whole block may become. */
    #oversized;
    constructor(maxTexts, maxBytes) {
        this.#maxTexts = maxTexts;
        this.#maxBytes = maxBytes;
        this.#starts = new Float64Array(maxTexts);
        this.#lengths = new Uint32Array(maxTexts);
        this.#block = Buffer.allocUnsafeSlow(Math.min(firstBytes, maxBytes));
    }
    /** Number of the oldest text kept; one more than the newest when there is none. */
    get first() {
        return this.#first;
    }
    push(text) {
        const length = Buffer.byteLength(text);
        const number = this.#next;
        this.#next += 1;
        this.#oversized = undefined;
        if (length > this.#maxBytes) {
            this.#first = number;
            this.#oversized = text;
            return;
        }
        this.#makeRoom(length, number);
        this.#block.write(text, this.#end % this.#block.length, "utf8");
        this.#starts[number % this.#maxTexts] = this.#end;
        this.#lengths[number % this.#maxTexts] = length;
        this.#end += length;
    }
    /** The text of that number; undefined when it is not kept. */
    at(number) {
        if (number < this.#first || number >= this.#next) {
            return undefined;
        }
        if (this.#oversized !== undefined) {
            return this.#oversized;
        }
        const start = this.#startOf(number) % this.#block.length;
        return this.#block.toString("utf8", start, start + this.#lengthOf(number));
    }
    /** Forgets the oldest until `length` bytes fit in one piece behind the newest. */
    #makeRoom(length, number) {
        while (this.#startIfWritten(length) + length - this.#oldestStart(number) > this.#block.length) {
            if (this.#block.length < this.#maxBytes) {
                this.#grow(number);
            }
            else {
                this.#first += 1;
            }
        }
        this.#end = this.#startIfWritten(length);
        if (number - this.#first >= this.#maxTexts) {
            this.#first = number - this.#maxTexts + 1;
        }
    }
    /** A text is never cut by the end of the block: what does not fit there begins anew at its start. */
    #startIfWritten(length) {
        const left = this.#block.length - (this.#end % this.#block.length);
        return length <= left ? this.#end : this.#end + left;
    }
    #grow(number) {
        const old = this.#block;
        this.#block = Buffer.allocUnsafeSlow(Math.min(old.length * 2, this.#maxBytes));
        let end = 0;
        for (let kept = this.#first; kept < number; kept += 1) {
            const start = this.#startOf(kept) % old.length;
            const length = this.#lengthOf(kept);
            old.copy(this.#block, end, start, start + length);
            this.#starts[kept % this.#maxTexts] = end;
            end += length;
        }
        this.#end = end;
    }
    /** Nothing kept reaches back further than this. */
    #oldestStart(number) {
        return this.#first < number ? this.#startOf(this.#first) : this.#end;
    }
    #startOf(number) {
        return this.#starts[number % this.#maxTexts] ?? 0;
    }
    #lengthOf(number) {
        return this.#lengths[number % this.#maxTexts] ?? 0;
    }
}

;// CONCATENATED MODULE: ./build/mcp/inbox.js



const maxKept = 10_000;
const maxKeptBytes = 8 * 1024 * 1024;
const maxMethods = 1_000;
const otherMethods = "…";
/** Keeps the newest of what a server sends unasked: a flood costs no more than its own length. */
class KeptInbox {
    counts = new Map();
    #clock;
    /** From the first message on: most sessions never get one, and this is 270 KiB. */
    #kept;
    #seq = 0;
    #closed;
    /** Called and emptied when something comes or the session ends. */
    #waiting = [];
    constructor(clock) {
        this.#clock = clock;
    }
    get seq() {
        return this.#seq;
    }
    /** `text` is the message's own, or that of the batch it came in. */
    add(kind, message, text, atMs) {
        const method = String(message["method"]);
        const known = this.counts.get(method);
        const counted = known !== undefined || this.counts.size < maxMethods ? method : otherMethods;
        this.counts.set(counted, (this.counts.get(counted) ?? 0) + 1);
        this.#seq += 1;
        this.#kept ??= {
            texts: new TextRing(maxKept, maxKeptBytes),
            times: new Float64Array(maxKept),
            requests: new Uint8Array(maxKept),
        };
        this.#kept.texts.push(/^\s*\[/.test(text) ? JSON.stringify(message) : text);
        this.#kept.times[this.#seq % maxKept] = atMs;
        this.#kept.requests[this.#seq % maxKept] = kind === "request" ? 1 : 0;
        this.#wake();
    }
    since(seq) {
        const all = [];
        const kept = this.#kept;
        for (let at = Math.max(seq + 1, kept?.texts.first ?? 1); kept && at <= this.#seq; at += 1) {
            const text = kept.texts.at(at);
            if (text !== undefined) {
                all.push(receivedOf(at, text, kept));
            }
        }
        return all;
    }
    async next(seq, wanted, { timeoutMs, signal }) {
        const timer = new AbortController();
        const over = this.#clock.sleep(timeoutMs, timer.signal).then(() => "over");
        over.catch(() => undefined);
        const { promise: aborted, resolve: onAbort } = Promise.withResolvers();
        const abort = () => onAbort("aborted");
        signal?.addEventListener("abort", abort, { once: true });
        try {
            let seen = seq;
            for (;;) {
                for (const received of this.since(seen)) {
                    seen = received.seq;
                    if (await wanted(received)) {
                        return received;
                    }
                }
                if (signal?.aborted) {
                    throw new build_fault/* Fault */.vC("INTERRUPTED", "The wait for a message of the server was interrupted.", {
                        cause: signal.reason,
                    });
                }
                if (this.#closed !== undefined) {
                    throw this.#closed;
                }
                if (seen < this.#seq) {
                    continue;
                }
                if ((await Promise.race([this.#something(), over, aborted])) === "over") {
                    throw new build_fault/* Fault */.vC("CALL_TIMED_OUT", `No such message of the server came within ${count(timeoutMs)} ms; ${count(this.#seq - seq)} others did.`);
                }
            }
        }
        finally {
            timer.abort();
            signal?.removeEventListener("abort", abort);
        }
    }
    close(fault) {
        this.#closed ??= fault;
        this.#wake();
    }
    #something() {
        return new Promise((resolve) => this.#waiting.push(resolve));
    }
    #wake() {
        if (this.#waiting.length > 0) {
            const waiting = this.#waiting;
            this.#waiting = [];
            for (const wake of waiting) {
                wake();
            }
        }
    }
}
function receivedOf(seq, text, { times, requests }) {
    // It was read as a message with a method before it was added.
    const { method, params } = JSON.parse(text);
    return {
        seq,
        atMs: times[seq % maxKept] ?? 0,
        kind: requests[seq % maxKept] === 1 ? "request" : "notification",
        method,
        params,
    };
}

;// CONCATENATED MODULE: ./build/mcp/given-up.js

/** Requests given up that are remembered, so that their answers are known as late. */
const maxRemembered = 1_000;
/** How long a cancelled call may still betray that it goes on before its reply is given. */
const given_up_graceMs = 1_000;
/** What arrives so soon after a cancellation may have been on its way; a server cannot be blamed for it. */
const raceMs = 100;
/** Requests no longer waited for; judges what the server still sends for them. */
class GivenUp {
    #clock;
    #findings;
    #entries = new Map();
    #graces = new Map();
    constructor(clock, findings) {
        this.#clock = clock;
        this.#findings = findings;
    }
    remember(id, label, how = "given up") {
        this.#entries.set(id, { label, atMs: this.#clock.monotonicMs(), how });
        if (this.#entries.size > maxRemembered) {
            const [oldest] = this.#entries.keys();
            if (oldest !== undefined) {
                this.#entries.delete(oldest);
            }
        }
    }
    /** A request cancelled on purpose; `settled` is called when it is answered all the same, or after the grace. */
    cancelled(id, label, settled) {
        this.remember(id, label, "cancelled");
        const timer = new AbortController();
        this.#graces.set(id, { timer, settled });
        this.#clock.sleep(given_up_graceMs, timer.signal).then(() => this.#endGrace(id), () => undefined);
    }
    /** Judges a response; false when it belongs to no request given up. */
    answer(id, isError, text, receivedMs) {
        const entry = this.#entries.get(id);
        if (entry === undefined) {
            return false;
        }
        this.#entries.delete(id);
        const { label, atMs, how } = entry;
        const afterMs = Math.max(0, receivedMs - atMs);
        if (how === "given up") {
            const seconds = (afterMs / 1000).toFixed(1);
            this.#findings.report("late-response", () => `the answer to ${label} came late by ${seconds} s`);
        }
        else if (how === "cancelled" && (isError || afterMs > raceMs)) {
            this.#findings.report("answered-after-cancel", () => `${label} was answered ${Math.round(afterMs)} ms after it had been cancelled: ${quote(text)}`);
        }
        this.#endGrace(id);
        return true;
    }
    close() {
        for (const id of this.#graces.keys()) {
            this.#endGrace(id);
        }
    }
    #endGrace(id) {
        const grace = this.#graces.get(id);
        this.#graces.delete(id);
        grace?.timer.abort();
        grace?.settled();
    }
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

;// CONCATENATED MODULE: ./build/mcp/progress.js



/** Tokens of requests that are over and still remembered. */
const maxOver = 1_000;
/** The progress tokens of one connection: passes on what comes for them and says what the specification forbids. */
class Progress {
    #findings;
    /** Whether notifications and answers come in the order they were sent. */
    #ordered;
    #tokens = new Map();
    #over = [];
    /** After raw bytes nobody knows which tokens the server was given. */
    tolerant = false;
    constructor(findings, ordered) {
        this.#findings = findings;
        this.#ordered = ordered;
    }
    begin(token, label, told) {
        this.#tokens.set(token, { label, told, last: -Infinity, over: undefined });
    }
    /** A task keeps its token: the call is over when the task is. */
    end(token, how, atMs) {
        const tracked = this.#tokens.get(token);
        if (tracked === undefined || tracked.over !== undefined) {
            return;
        }
        tracked.over = { how, atMs };
        this.#over.push(token);
        const oldest = this.#over.length > maxOver ? this.#over.shift() : undefined;
        if (oldest !== undefined) {
            this.#tokens.delete(oldest);
        }
    }
    receive(params, receivedMs) {
        const wrong = (text) => this.#findings.report("bad-progress", () => `notifications/progress ${text()}`);
        if (!reading_isObject(params)) {
            wrong(() => `has no object as "params"`);
            return;
        }
        const { progressToken: token, progress, total } = params;
        if (typeof token !== "string" && typeof token !== "number") {
            wrong(() => `has no string or number as "progressToken": ${show(token)}`);
            return;
        }
        const tracked = this.#tokens.get(token);
        if (tracked === undefined) {
            if (!this.tolerant) {
                wrong(() => `has the token ${show(token)}, which no request under way has given`);
            }
            return;
        }
        const { over } = tracked;
        if (over !== undefined) {
            this.#late(tracked.label, over, receivedMs, wrong);
            return;
        }
        if (typeof progress !== "number" || !Number.isFinite(progress)) {
            wrong(() => `for ${tracked.label()} has no finite number as "progress": ${show(progress)}`);
        }
        else if (progress <= tracked.last) {
            const before = tracked.last;
            wrong(() => `for ${tracked.label()} does not increase: ${show(progress)} after ${show(before)}`);
        }
        else {
            tracked.last = progress;
        }
        if (total !== undefined && typeof total !== "number") {
            wrong(() => `for ${tracked.label()} has a "total" that is no number: ${show(total)}`);
        }
        tracked.told?.(params);
    }
    #late(label, over, receivedMs, wrong) {
        if (over.how === "answered") {
            if (this.#ordered) {
                wrong(() => `for ${label()} came after its answer`);
            }
            return;
        }
        const afterMs = Math.round(receivedMs - over.atMs);
        if (afterMs > raceMs) {
            this.#findings.report("cancelled-call-goes-on", () => `${label()} still told progress ${afterMs} ms after it had been cancelled`);
        }
    }
}
/** The token a request gives: what its caller has set in `_meta`. */
function tokenIn(params) {
    const meta = params?.["_meta"];
    const token = reading_isObject(meta) ? meta["progressToken"] : undefined;
    return typeof token === "string" || typeof token === "number" ? token : undefined;
}
function withToken(params, progressToken) {
    const meta = params?.["_meta"];
    return { ...params, _meta: { ...(reading_isObject(meta) ? meta : {}), progressToken } };
}
/** A call that has become a task goes on, and so does its progress. */
function becameTask(result) {
    return reading_isObject(result) && (result["resultType"] === "task" || reading_isObject(result["task"]));
}

;// CONCATENATED MODULE: ./build/mcp/pending.js




/** A request that is about to be sent, and the promise of its reply. */
function newPending(id, method, params, { timeoutMs, fault, own = false }, startedMs) {
    const { promise, resolve, reject } = Promise.withResolvers();
    const pending = {
        id,
        method,
        params,
        timeoutMs,
        startedMs,
        deadlineMs: startedMs + timeoutMs,
        token: tokenIn(params),
        dropped: fault?.kind === "drop_response",
        own,
        outgoing: undefined,
        status: undefined,
        resolve,
        reject,
    };
    return { pending, promise };
}
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
    const problem = problemOf(message);
    const durationMs = receivedMs - pending.startedMs;
    const { status } = pending;
    const about = status === undefined ? { durationMs, bytes } : { durationMs, bytes, status };
    if (problem !== undefined) {
        pending.reject(new build_fault/* Fault */.vC("PROTOCOL_VIOLATION", `The answer to ${called(pending)} ${problem}: ${quote(text)}`));
    }
    else if (Object.hasOwn(message, "result")) {
        pending.resolve({ kind: "result", result: message["result"], ...about });
    }
    else {
        // Checked by problemOf: an object with an integer code and a text.
        pending.resolve({ kind: "error", error: message["error"], ...about });
    }
    return problem;
}
/** `cause`: why no answer could come, if that is known. */
function timedOut(pending, server, cause) {
    const { outgoing } = pending;
    const stuck = outgoing !== undefined && outgoing.state !== "written"
        ? `; the server has not read the request from its stdin (${count(outgoing.bytes)} bytes wait to be written)`
        : "";
    return new build_fault/* Fault */.vC("CALL_TIMED_OUT", `Server "${server}" did not answer ${called(pending)} within ${count(Math.ceil(pending.timeoutMs))} ms${cause === undefined ? stuck : `: ${cause}`}.`);
}
/** What a request ends with whose answer we have thrown away. */
function thrownAway(pending, bytes, server) {
    return new build_fault/* Fault */.vC("CALL_TIMED_OUT", `The answer of server "${server}" to ${called(pending)} (${count(bytes)} bytes) was thrown away, as the step's fault drop_response asks.`);
}
function interrupted(label, signal) {
    return new build_fault/* Fault */.vC("INTERRUPTED", `${label} was interrupted before its answer came.`, {
        cause: signal.reason,
    });
}
/** What the wire is given; HTTP repeats some of it in headers. */
function messageOf({ id, method, params, own }, text, headers) {
    const name = params?.["name"] ?? params?.["uri"] ?? params?.["taskId"];
    return {
        text,
        id,
        method,
        own,
        ...(typeof name === "string" && { name }),
        ...(headers !== undefined && { headers }),
    };
}
function problemOf(message) {
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

;// CONCATENATED MODULE: ./build/mcp/raw-answers.js



/** Answers that raw bytes are waiting for; their ids are the test's, not ours. */
class RawAnswers {
    #clock;
    #waiting = new Set();
    #sent = 0;
    constructor(clock) {
        this.#clock = clock;
    }
    get waits() {
        return this.#waiting.size > 0;
    }
    /** `send` is given the id under which the transport may report a failure. */
    async expect(answer, { timeoutMs, signal }, send) {
        const { promise, resolve, reject } = Promise.withResolvers();
        this.#sent += 1;
        const waiting = {
            answer,
            wireId: answer ?? `raw ${this.#sent}`,
            method: "the raw message",
            params: undefined,
            startedMs: this.#clock.monotonicMs(),
            status: undefined,
            resolve,
            reject,
        };
        const onAbort = () => {
            if (signal !== undefined) {
                reject(interrupted(waiting.method, signal));
            }
        };
        const timer = new AbortController();
        this.#waiting.add(waiting);
        signal?.addEventListener("abort", onAbort, { once: true });
        this.#clock.sleep(timeoutMs, timer.signal).then(() => reject(new build_fault/* Fault */.vC("CALL_TIMED_OUT", notAnswered(answer, timeoutMs))), () => undefined);
        try {
            if (signal?.aborted) {
                throw interrupted(waiting.method, signal);
            }
            send(waiting.wireId);
            return await promise;
        }
        finally {
            timer.abort();
            signal?.removeEventListener("abort", onAbort);
            this.#waiting.delete(waiting);
        }
    }
    /** Whether the response was waited for. */
    take(message, text, bytes, receivedMs) {
        const id = message["id"] ?? null;
        for (const waiting of this.#waiting) {
            const fits = waiting.answer === id && (id !== null || Object.hasOwn(message, "error"));
            if (fits) {
                this.#waiting.delete(waiting);
                settle(waiting, message, text, bytes, receivedMs);
                return true;
            }
        }
        return false;
    }
    status(wireId, status) {
        const waiting = this.#under(wireId);
        if (waiting !== undefined) {
            waiting.status = status;
        }
    }
    failed(wireId, fault) {
        this.#under(wireId)?.reject(fault);
    }
    rejectAll(fault) {
        for (const waiting of this.#waiting) {
            waiting.reject(fault);
        }
    }
    #under(wireId) {
        return [...this.#waiting].find((waiting) => waiting.wireId === wireId);
    }
}
function notAnswered(answer, timeoutMs) {
    const what = answer === null ? "the id null and an error" : `the id ${JSON.stringify(answer)}`;
    return `Nothing with ${what} answered the raw message within ${count(timeoutMs)} ms.`;
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

;// CONCATENATED MODULE: ./build/mcp/unknown-members.js

const ofAnswers = new Set(["jsonrpc", "id", "result", "error"]);
const ofAsking = new Set(["jsonrpc", "id", "method", "params"]);
/** Tells members a message must not have; a name almost right ("Result", "paramſ") is such a one, and is not read. */
function tellUnknownMembers(message, kind, label, findings) {
    const known = kind === "answer" ? ofAnswers : ofAsking;
    for (const key of Object.keys(message)) {
        if (!known.has(key)) {
            findings.report("unknown-member", () => `${label()} has the unknown member ${quote(key)}`);
        }
    }
}

;// CONCATENATED MODULE: ./build/mcp/watch-request.js

/** What may end a request before its answer: the signal, and the cancellation its caller wants. */
function watchRequest(pending, { signal, cancelAfterMs }, clock, on) {
    if (signal === undefined && cancelAfterMs === undefined) {
        return;
    }
    const { resolve, reject } = pending;
    const timer = new AbortController();
    const onAbort = () => {
        if (signal !== undefined) {
            on.interrupted(interrupted(called(pending), signal));
        }
    };
    const settled = () => {
        signal?.removeEventListener("abort", onAbort);
        timer.abort();
    };
    signal?.addEventListener("abort", onAbort, { once: true });
    pending.resolve = (reply) => {
        settled();
        resolve(reply);
    };
    pending.reject = (error) => {
        settled();
        reject(error);
    };
    if (cancelAfterMs !== undefined) {
        clock.sleep(cancelAfterMs, timer.signal).then(() => on.cancel(), () => undefined);
    }
}

;// CONCATENATED MODULE: ./build/mcp/requests.js









/** Requests that must not be cancelled: before the session there is nothing to cancel. */
const handshakeMethods = new Set(["initialize", "server/discover"]);
/** The requests under way on one connection: their ids, their deadlines, and which answer belongs to which. */
class Requests {
    progress;
    /** After raw bytes, answers with odd ids may be answers to those. */
    tolerant = false;
    #server;
    #clock;
    #findings;
    #wire;
    #explainSilence;
    #deadlines;
    #givenUp;
    #pending = new Map();
    #lastId = 0;
    #closed = false;
    constructor(server, clock, findings, wire, explainSilence = () => undefined) {
        this.#server = server;
        this.#explainSilence = explainSilence;
        this.#clock = clock;
        this.#findings = findings;
        this.#wire = wire;
        this.#deadlines = new Deadlines(clock, (nowMs) => this.#expire(nowMs));
        this.#givenUp = new GivenUp(clock, findings);
        this.progress = new Progress(findings, wire.kind === "stdio");
    }
    /** Rejects INTERRUPTED when the signal is aborted already; then nothing is sent. */
    open(method, given, options) {
        const { signal, onProgress } = options;
        this.#lastId += 1;
        const id = this.#lastId;
        const params = onProgress === undefined || tokenIn(given) !== undefined ? given : withToken(given, id);
        const text = JSON.stringify({ jsonrpc: "2.0", id, method, params });
        const { pending, promise } = newPending(id, method, params, options, this.#clock.monotonicMs());
        if (signal?.aborted) {
            pending.reject(interrupted(called(pending), signal));
        }
        else {
            this.#pending.set(id, pending);
            if (pending.token !== undefined) {
                this.progress.begin(pending.token, () => called(pending), onProgress);
            }
            watchRequest(pending, options, this.#clock, {
                interrupted: (fault) => this.#giveUp(pending, fault, "interrupted"),
                cancel: () => this.#cancel(pending, "cancelled as the step asks"),
            });
            pending.outgoing = this.#wire.put(messageOf(pending, text, options.headers));
            this.#deadlines.ensure(pending.deadlineMs);
        }
        return {
            id,
            reply: promise,
            keep: () => {
                pending.deadlineMs = Infinity;
            },
            end: (reason) => this.#end(pending, reason),
        };
    }
    /** Takes a response and says what is wrong with it. */
    answer(message, text, bytes, receivedMs) {
        const { id, problem } = answerIdOf(message["id"], this.#lastId);
        if (problem !== undefined && this.tolerant && problem.code !== "id-type") {
            return;
        }
        if (problem !== undefined) {
            this.#findings.report(problem.code, () => `${problem.text}: ${quote(text)}`);
        }
        const pending = id === undefined ? undefined : this.#pending.get(id);
        if (id === undefined) {
            this.failOnly(`a response came whose id fits no request: ${quote(text)}`);
        }
        else if (pending === undefined) {
            this.#unexpected(id, message, text, receivedMs);
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
    /** The transport has no answer to give. */
    failed(id, fault) {
        const pending = typeof id === "number" ? this.#pending.get(id) : undefined;
        if (pending !== undefined) {
            this.#over(pending, "cancelled");
            pending.reject(fault);
        }
    }
    status(id, status) {
        const pending = typeof id === "number" ? this.#pending.get(id) : undefined;
        if (pending !== undefined) {
            pending.status = status;
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
        this.#givenUp.close();
        const all = [...this.#pending.values()];
        this.#pending.clear();
        for (const pending of all) {
            pending.reject(fault);
        }
    }
    #settle(pending, message, text, bytes, receivedMs) {
        this.#pending.delete(pending.id);
        tellUnknownMembers(message, "answer", () => `the answer to ${called(pending)}`, this.#findings);
        if (pending.token !== undefined && !becameTask(message["result"])) {
            this.progress.end(pending.token, "answered", receivedMs);
        }
        if (pending.dropped) {
            pending.reject(thrownAway(pending, bytes, this.#server));
            return;
        }
        const wrong = settle(pending, message, text, bytes, receivedMs);
        if (wrong !== undefined) {
            this.#findings.report("malformed-message", () => `the answer to ${called(pending)} ${wrong}: ${quote(text)}`);
        }
    }
    /** A response to a request that is no longer waited for. */
    #unexpected(id, message, text, receivedMs) {
        const isError = Object.hasOwn(message, "error");
        if (!this.#closed && !this.#givenUp.answer(id, isError, text, receivedMs)) {
            this.#findings.report("duplicate-response", () => `request ${id} was answered more than once; the first answer counts: ${quote(text)}`);
        }
    }
    #fail(pending, reason) {
        this.#over(pending, "answered");
        this.#givenUp.remember(pending.id, called(pending));
        pending.reject(new build_fault/* Fault */.vC("PROTOCOL_VIOLATION", `Server "${this.#server}", ${called(pending)}: ${reason}`));
    }
    #expire(nowMs) {
        let next;
        for (const pending of this.#pending.values()) {
            if (pending.deadlineMs <= nowMs) {
                this.#giveUp(pending, timedOut(pending, this.#server, this.#explainSilence()), "timed out");
            }
            else if (next === undefined || pending.deadlineMs < next) {
                next = pending.deadlineMs;
            }
        }
        return next;
    }
    #giveUp(pending, fault, reason) {
        if (!this.#pending.has(pending.id)) {
            // In the grace of its cancellation.
            pending.reject(fault);
            return;
        }
        this.#over(pending, "cancelled");
        const unsent = pending.outgoing !== undefined && this.#wire.drop(pending.outgoing);
        if (!unsent) {
            this.#givenUp.remember(pending.id, called(pending), pending.own ? "ended" : "given up");
            if (!handshakeMethods.has(pending.method)) {
                this.#sendCancel(pending.id, reason);
            }
        }
        pending.reject(fault);
    }
    #cancel(pending, reason) {
        if (!this.#pending.has(pending.id)) {
            return;
        }
        this.#over(pending, "cancelled");
        const durationMs = this.#clock.monotonicMs() - pending.startedMs;
        const settled = () => pending.resolve({ kind: "cancelled", durationMs, bytes: 0 });
        const unsent = pending.outgoing !== undefined && this.#wire.drop(pending.outgoing);
        if (unsent || !this.#sendCancel(pending.id, reason)) {
            settled();
        }
        else {
            this.#givenUp.cancelled(pending.id, called(pending), settled);
        }
    }
    #end(pending, reason) {
        this.#over(pending, "answered");
        this.#givenUp.remember(pending.id, called(pending), "ended");
        if (reason !== undefined) {
            this.#sendCancel(pending.id, reason);
        }
        const durationMs = this.#clock.monotonicMs() - pending.startedMs;
        pending.resolve({ kind: "cancelled", durationMs, bytes: 0 });
    }
    /** Whether the server may still answer. */
    #sendCancel(requestId, reason) {
        if (this.#wire.cancel(requestId)) {
            return false;
        }
        const method = "notifications/cancelled";
        const params = { requestId, reason };
        const text = JSON.stringify({ jsonrpc: "2.0", method, params });
        this.#wire.put({ text, method, own: true });
        return true;
    }
    #over(pending, how) {
        this.#pending.delete(pending.id);
        if (pending.token !== undefined) {
            this.progress.end(pending.token, how, this.#clock.monotonicMs());
        }
    }
}

;// CONCATENATED MODULE: ./build/mcp/client-capabilities.js


/** Which capability of the client each request of a server needs. */
const needed = {
    "sampling/createMessage": "sampling",
    "elicitation/create": "elicitation",
    "roots/list": "roots",
    "tasks/get": "tasks",
    "tasks/result": "tasks",
    "tasks/list": "tasks",
    "tasks/cancel": "tasks",
};
/** Why a server must not ask a client with these capabilities; undefined when it may. */
function inputProblem(method, params, capabilities) {
    const name = Object.hasOwn(needed, method) ? needed[method] : undefined;
    if (name === undefined) {
        return { code: -32601, why: "which is no request of a server" };
    }
    const declared = Object.hasOwn(capabilities, name) ? capabilities[name] : undefined;
    if (!reading_isObject(declared)) {
        return { code: -32601, why: "though we declared no capability for it" };
    }
    if (method === "elicitation/create") {
        const mode = reading_isObject(params) ? (params["mode"] ?? "form") : "form";
        // An empty capability is the one of 2025-06-18: forms only.
        const modes = Object.keys(declared).filter((key) => key === "form" || key === "url");
        if (!(modes.length === 0 ? ["form"] : modes).some((known) => known === mode)) {
            return { code: -32602, why: `in the mode ${show(mode)}, which we did not declare` };
        }
    }
    if (method === "sampling/createMessage" &&
        reading_isObject(params) &&
        (params["tools"] !== undefined || params["toolChoice"] !== undefined) &&
        declared["tools"] === undefined) {
        return { code: -32602, why: "with tools, though we did not declare sampling.tools" };
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/mcp/server-requests.js



const methodNotFound = -32601;
const internalError = -32603;
/** Answers that may wait while the server does not read, and requests that may be under way at once. */
const maxWaitingAnswers = 1_000;
const maxOpen = 1_000;
/** Ids remembered to see that none comes twice. */
const maxIds = 10_000;
/** Methods only a client calls: a server that sends one is repeating us, as a terminal or `cat` does. */
const clientMethods = /^(?:initialize|server\/discover|tools\/|resources\/|prompts\/|completion\/|logging\/|subscriptions\/)/u;
/** The requests of the server: which are answered, by whom, and which it should not have sent. */
class ServerRequests {
    /** None before the handshake is over. */
    era;
    #findings;
    #wire;
    #client;
    #echoed;
    #open = new Map();
    #ids = new Set();
    constructor(findings, wire, client, echoed) {
        this.#findings = findings;
        this.#wire = wire;
        this.#client = client;
        this.#echoed = echoed;
    }
    receive(message, method, text) {
        const { id } = message;
        if (clientMethods.test(method)) {
            this.#report("echoed-request", () => `the server sent the client's request ${quote(method)}: ${quote(text)}`);
            if (typeof id === "number") {
                this.#echoed(id, method);
            }
            return;
        }
        if (typeof id !== "string" && typeof id !== "number") {
            this.#report("null-id", () => `the server's request ${quote(method)} has an id that is neither a string nor a number: ${quote(text)}`);
            return;
        }
        this.#remember(id, method);
        if (method === "ping" && this.era !== "modern") {
            this.#send(method, { jsonrpc: "2.0", id, result: {} });
        }
        else if (this.era === "modern") {
            const why = "which a server of revision 2026-07-28 must not: it has no requests of servers";
            this.#refuse(id, method, text, methodNotFound, why);
        }
        else {
            this.#scripted(id, method, message["params"], text);
        }
    }
    /** The server takes a request of its own back. */
    cancelled(params) {
        const id = reading_isObject(params) ? params["requestId"] : undefined;
        if (typeof id === "string" || typeof id === "number") {
            this.#open.get(id)?.abort();
            this.#open.delete(id);
        }
    }
    close() {
        for (const abort of this.#open.values()) {
            abort.abort();
        }
        this.#open.clear();
    }
    #remember(id, method) {
        if (this.#ids.has(id)) {
            this.#report("duplicate-request-id", () => `the server's request ${quote(method)} has the id ${show(id)} of an earlier one`);
        }
        else if (this.#ids.size < maxIds) {
            this.#ids.add(id);
        }
    }
    #scripted(id, method, params, text) {
        const client = this.#client;
        const problem = inputProblem(method, params, client?.capabilities ?? {});
        if (client === undefined || problem !== undefined) {
            const { code, why } = problem ?? {
                code: methodNotFound,
                why: "though we declared no capability for it",
            };
            this.#refuse(id, method, text, code, why);
            return;
        }
        if (this.#open.size >= maxOpen) {
            this.#unanswered(method, `${count(maxOpen)} of its requests are under way`);
            return;
        }
        const abort = new AbortController();
        this.#open.set(id, abort);
        void this.#ask(client, id, method, params, text, abort);
    }
    async #ask(client, id, method, params, text, abort) {
        let answer;
        try {
            answer = await client.answer(method, params, abort.signal);
        }
        catch (error) {
            const message = error instanceof Error ? error.message : String(error);
            answer = { kind: "error", code: internalError, message };
        }
        if (abort.signal.aborted || answer?.kind === "silence") {
            return;
        }
        this.#open.delete(id);
        if (answer === undefined) {
            this.#refuse(id, method, text, methodNotFound, "for which no answer is scripted");
        }
        else if (answer.kind === "error") {
            const { code, message } = answer;
            this.#send(method, { jsonrpc: "2.0", id, error: { code, message } });
        }
        else {
            this.#send(method, { jsonrpc: "2.0", id, result: answer.result });
        }
    }
    #refuse(id, method, text, code, why) {
        this.#report("unasked-request", () => `the server sent ${quote(method)} ${why}: ${quote(text)}`);
        const message = code === methodNotFound
            ? "Method not found: this client declared no such capability"
            : "Invalid params: this client declared no such capability";
        this.#send(method, { jsonrpc: "2.0", id, error: { code, message } });
    }
    #send(method, response) {
        if (this.#wire.waiting < maxWaitingAnswers) {
            this.#wire.put({ text: JSON.stringify(response) });
        }
        else {
            this.#unanswered(method, `the server does not read our answers (${count(maxWaitingAnswers)} wait)`);
        }
    }
    #unanswered(method, why) {
        this.#report("unanswered-request", () => `${why}, so its ${quote(method)} got none`);
    }
    #report(code, message) {
        this.#findings.report(code, message);
    }
}

;// CONCATENATED MODULE: ./build/mcp/subscriptions.js



const listenMethod = "subscriptions/listen";
const idKey = "io.modelcontextprotocol/subscriptionId";
const acknowledged = "notifications/subscriptions/acknowledged";
/** Which member of the filter asks for which notification (revision 2026-07-28, subscriptions/listen). */
const filterOf = {
    "notifications/tools/list_changed": "toolsListChanged",
    "notifications/prompts/list_changed": "promptsListChanged",
    "notifications/resources/list_changed": "resourcesListChanged",
    "notifications/resources/updated": "resourceSubscriptions",
    "notifications/tasks": "taskIds",
};
/** The `subscriptions/listen` streams of a modern session, and the notifications that must belong to one of them. */
class Subscriptions {
    #findings;
    #clock;
    #open = new Map();
    /** Streams that are over: what was on its way may still come. */
    #ended = new Set();
    constructor(findings, clock) {
        this.#findings = findings;
        this.#clock = clock;
    }
    /** Resolves with the acknowledgement as a reply, or with the answer that came instead of it. */
    async open(key, filter, signal, request) {
        if (signal?.aborted) {
            throw interrupted(listenMethod, signal);
        }
        const openedMs = this.#clock.monotonicMs();
        const { promise: first, resolve: onAcknowledged } = Promise.withResolvers();
        const opened = request();
        const subscription = { opened, filter, key, openedMs, onAcknowledged, acknowledged: false };
        this.#open.set(opened.id, subscription);
        const end = () => {
            this.#open.delete(opened.id);
            this.#ended.add(opened.id);
        };
        opened.reply.then(end, end);
        // Only until then: the stream outlives the step that opened it.
        const abort = () => opened.end("interrupted");
        signal?.addEventListener("abort", abort, { once: true });
        const reply = await Promise.race([first, opened.reply]);
        signal?.removeEventListener("abort", abort);
        if (signal?.aborted) {
            throw interrupted(listenMethod, signal);
        }
        if (!subscription.acknowledged && reply.kind === "result") {
            this.#findings.report("not-acknowledged", () => `${listenMethod} was answered before ${acknowledged} came`);
        }
        return reply;
    }
    /** Ends the streams opened under a key; false when there is none. */
    stop(key) {
        const all = [...this.#open.values()].filter((subscription) => subscription.key === key);
        for (const { opened } of all) {
            opened.end("no longer wanted");
        }
        return all.length > 0;
    }
    /** Judges a notification of a modern server. */
    receive(method, params, bytes, receivedMs) {
        const meta = reading_isObject(params) ? params["_meta"] : undefined;
        const id = reading_isObject(meta) ? meta[idKey] : undefined;
        if (method === "notifications/cancelled") {
            this.#endedByServer(params);
        }
        else if (method === acknowledged) {
            this.#acknowledge(reading_isObject(params) ? params : {}, id, bytes, receivedMs);
        }
        else if (Object.hasOwn(filterOf, method)) {
            this.#change(method, id);
        }
    }
    #acknowledge(params, id, bytes, receivedMs) {
        const subscription = typeof id === "number" ? this.#open.get(id) : undefined;
        if (subscription === undefined) {
            this.#untagged(acknowledged, id);
            return;
        }
        subscription.acknowledged = true;
        subscription.opened.keep();
        const durationMs = receivedMs - subscription.openedMs;
        subscription.onAcknowledged({ kind: "result", result: params, durationMs, bytes });
    }
    #change(method, id) {
        const subscription = typeof id === "number" ? this.#open.get(id) : undefined;
        if (subscription === undefined) {
            if (typeof id !== "number" || !this.#ended.has(id)) {
                this.#untagged(method, id);
            }
            return;
        }
        if (!subscription.acknowledged) {
            this.#findings.report("not-acknowledged", () => `${quote(method)} came on a subscription before ${acknowledged}`);
        }
        const member = filterOf[method] ?? "";
        const asked = subscription.filter[member];
        if (asked === undefined || asked === false) {
            this.#findings.report("unasked-notification", () => `the server sent ${quote(method)} on a subscription that did not ask for "${member}"`);
        }
    }
    /** A stream may be ended with a result or, as the page on cancellation has it, with this notification. */
    #endedByServer(params) {
        const id = reading_isObject(params) ? params["requestId"] : undefined;
        const subscription = typeof id === "number" ? this.#open.get(id) : undefined;
        subscription?.opened.end();
    }
    #untagged(method, id) {
        this.#findings.report("unasked-notification", () => id === undefined
            ? `the server sent ${quote(method)} without "${idKey}", so it belongs to no subscription`
            : `the server sent ${quote(method)} for the subscription ${show(id)}, which is not open`);
    }
}

;// CONCATENATED MODULE: ./build/mcp/connection.js











/** How long the end of the server may take to be explained. */
const explainMs = 5_000;
/** JSON-RPC over one wire; every message is judged as it comes, whoever waits for it. */
class Connection {
    findings;
    inbox;
    wire;
    subscriptions;
    #options;
    #clock;
    #requests;
    #serverRequests;
    #raw;
    #onEnd = new Set();
    #era;
    /** Whether some request has asked for log messages, which a modern server needs. */
    logsAsked = false;
    /** Judges what answers nothing, once it is known by which revision. */
    judge;
    #ending = false;
    #ended;
    constructor(open, options, clock) {
        const { server, tap, maxMessageBytes } = options;
        this.#options = options;
        this.#clock = clock;
        this.findings = new Findings(tap);
        this.inbox = new KeptInbox(clock);
        this.wire = open({
            message: (message, text, bytes, about) => this.#message(message, text, bytes, about),
            unreadable: (reason, texts, told) => this.#requests.unreadable(reason, texts, told),
            failed: (id, fault) => {
                this.#requests.failed(id, fault);
                this.#raw.failed(id, fault);
            },
            status: (id, status) => {
                this.#requests.status(id, status);
                this.#raw.status(id, status);
            },
            ended: (fallback, unfinished) => void this.#end(fallback, unfinished),
        }, { server, tap, findings: this.findings, clock, maxMessageBytes });
        this.#requests = new Requests(server, clock, this.findings, this.wire, options.explainSilence);
        this.#raw = new RawAnswers(clock);
        this.subscriptions = new Subscriptions(this.findings, clock);
        this.#serverRequests = new ServerRequests(this.findings, this.wire, options.client, (id, method) => this.#requests.echoed(id, method));
    }
    /** The handshake is over. */
    negotiated(revision, era) {
        this.#era = era;
        this.#serverRequests.era = era;
        this.wire.negotiated({ revision, era });
    }
    call(method, params, options) {
        return this.#ended === undefined
            ? this.#requests.open(method, params, options).reply
            : Promise.reject(this.#ended);
    }
    /** The same, told under its id. Throws when the connection has ended. */
    open(method, params, options) {
        if (this.#ended !== undefined) {
            throw this.#ended;
        }
        return this.#requests.open(method, params, options);
    }
    /** Resolves when the message was handed on; rejects CALL_TIMED_OUT when the server does not read it in time. */
    notify(method, params, timeoutMs, about) {
        const text = JSON.stringify({ jsonrpc: "2.0", method, params });
        return this.#handOver({ ...about, text, method }, method, { timeoutMs });
    }
    /** Bytes as they are; what the server says to them is not held against it. */
    sendRaw(bytes, options) {
        this.#requests.tolerant = true;
        this.#requests.progress.tolerant = true;
        const ended = this.wire.kind === "stdio" && options.newline !== false;
        const message = {
            text: Buffer.from(bytes).toString("utf8"),
            bytes: ended ? Buffer.concat([bytes, Buffer.from("\n")]) : bytes,
        };
        if (options.answer === undefined) {
            return this.#handOver(message, "the raw message", options).then(() => undefined);
        }
        if (this.#ended !== undefined) {
            return Promise.reject(this.#ended);
        }
        return this.#raw.expect(options.answer, options, (id) => void this.wire.put({ ...message, id }));
    }
    close() {
        this.#finish(new build_fault/* Fault */.vC("SESSION_CLOSED", `The session with server "${this.#options.server}" was closed by us.`));
        return this.wire.close();
    }
    #message(message, text, bytes, about) {
        const { glued, receivedMs } = about;
        if (message["jsonrpc"] !== "2.0") {
            this.findings.report("jsonrpc-version", () => `a message lacks "jsonrpc": "2.0": ${quote(text)}`);
        }
        const doubled = doubledMember(text);
        if (doubled !== undefined) {
            this.findings.report("doubled-member", () => `a message has ${quote(doubled)} twice, and readers differ in which they take: ${quote(text)}`);
        }
        const { method } = message;
        if (typeof method === "string") {
            tellUnknownMembers(message, "asking", () => `the server's ${quote(method)}`, this.findings);
            // Behind other text it is most likely our own message, logged by the server.
            if (!glued) {
                this.judge?.(message);
            }
            if (!glued && Object.hasOwn(message, "id")) {
                this.inbox.add("request", message, text, receivedMs);
                this.#serverRequests.receive(message, method, text);
            }
            else if (!glued) {
                this.inbox.add("notification", message, text, receivedMs);
                this.#notification(method, message["params"], receivedMs, bytes);
            }
            return;
        }
        const isResponse = Object.hasOwn(message, "id") ||
            Object.hasOwn(message, "result") ||
            Object.hasOwn(message, "error");
        if (method === undefined && isResponse) {
            if (!this.#raw.waits || !this.#raw.take(message, text, bytes, receivedMs)) {
                this.#requests.answer(message, text, bytes, receivedMs);
            }
            return;
        }
        const wrong = method === undefined ? `has neither "method" nor "id"` : `has a "method" that is no string`;
        this.findings.report("malformed-message", () => `a message ${wrong}: ${quote(text)}`);
        this.#requests.failOnly(`a message ${wrong}: ${quote(text)}`);
    }
    #notification(method, params, receivedMs, bytes) {
        if (method === "notifications/progress") {
            this.#requests.progress.receive(params, receivedMs);
        }
        else if (this.#era === "modern") {
            this.subscriptions.receive(method, params, bytes, receivedMs);
            if (method === "notifications/message" && !this.logsAsked) {
                this.findings.report("unasked-notification", () => `the server sent ${quote(method)} though no request has asked for a log level`);
            }
        }
        else if (method === "notifications/cancelled") {
            this.#serverRequests.cancelled(params);
        }
    }
    async #handOver(message, label, { timeoutMs, signal }) {
        if (this.#ended !== undefined) {
            throw this.#ended;
        }
        const { promise, resolve, reject } = Promise.withResolvers();
        const timer = new AbortController();
        const onAbort = () => {
            if (signal !== undefined) {
                reject(interrupted(label, signal));
            }
        };
        signal?.addEventListener("abort", onAbort, { once: true });
        const outgoing = this.wire.put(message, resolve);
        this.#onEnd.add(reject);
        this.#clock.sleep(timeoutMs, timer.signal).then(() => reject(new build_fault/* Fault */.vC("CALL_TIMED_OUT", `The server did not read ${label} within ${count(timeoutMs)} ms.`)), () => undefined);
        try {
            await promise;
        }
        finally {
            timer.abort();
            signal?.removeEventListener("abort", onAbort);
            this.#onEnd.delete(reject);
            this.wire.drop(outgoing);
        }
    }
    async #end(fallback, unfinishedBytes = 0) {
        if (this.#ending) {
            return;
        }
        this.#ending = true;
        const unfinished = unfinishedBytes === 0
            ? ""
            : `sent ${count(unfinishedBytes)} bytes of an unfinished message, then `;
        const explanation = await this.#explain(fallback);
        this.#finish(explanation instanceof build_fault/* Fault */.vC
            ? explanation
            : new build_fault/* Fault */.vC("SESSION_CLOSED", `Server "${this.#options.server}" ${unfinished}${explanation}`));
    }
    /** What the server did, or the fault that took the channel without any doing of the server. */
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
            if (error instanceof build_fault/* Fault */.vC) {
                return error;
            }
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
        this.#raw.rejectAll(fault);
        this.#serverRequests.close();
        for (const reject of this.#onEnd) {
            reject(fault);
        }
        this.inbox.close(fault);
        this.wire.drain();
        this.findings.summarise();
    }
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
    tasks: { method: "tasks/list", key: "tasks", code: "bad-task" },
};
const listShapes = Object.values(lists);
/** Entries of one list that are looked at; of a million tools the rest is like the first. */
const maxEntries = 10_000;
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
    if (code === "bad-task") {
        return typeof entry["taskId"] === "string" ? undefined : `has no text as "taskId"`;
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
    for (const [index, entry] of entries.slice(0, maxEntries).entries()) {
        const problem = entryProblem(shape.code, entry);
        const name = reading_isObject(entry) ? entry["name"] : undefined;
        if (problem !== undefined) {
            report(shape.code, () => `lists ${shape.key}[${count(index)}]${nameOf(name)}, which ${problem}`, index);
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
    // Whether a server may ask for input or make a task of a call is judged where that is answered.
    if (resultType !== "input_required" && resultType !== "task") {
        wrong(`has an unknown "resultType" for ${method}: ${show(resultType)}`);
    }
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
    get wire() {
        return this.#connection.wire;
    }
    /** Asks `initialize`, and on a revision we know confirms it. */
    async initialize() {
        return this.confirm(await this.askInitialize());
    }
    askInitialize() {
        const { client, clientInfo } = this.#options;
        return this.#ask("initialize", {
            protocolVersion: this.#offered,
            capabilities: client?.capabilities ?? {},
            clientInfo,
        });
    }
    /** `done` ends the wait without a word to the server. */
    askDiscover(done) {
        const headers = { "MCP-Protocol-Version": revision_newestModern };
        return this.#ask("server/discover", revision_withMeta(undefined, this.#meta), { done, headers });
    }
    async confirm(reply) {
        const { server } = this.#options;
        if (reply.kind === "error") {
            throw refused(server, "initialize", reply);
        }
        const sound = this.#check("initialize", reply.result, "legacy");
        const result = reading_isObject(reply.result) ? reply.result : {};
        const revision = result["protocolVersion"];
        if (!isLegacy(revision)) {
            throw new build_fault/* Fault */.vC("PROTOCOL_VIOLATION", `Server "${server}" answered initialize with the protocol version ${show(revision)}; offered was ${this.#offered}, known are ${legacyRevisions.join(", ")}.`, {
                hint: "The server must answer with a published protocol revision, best the one it was offered.",
            });
        }
        if (isLegacy(this.#options.protocol) && revision !== this.#options.protocol) {
            throw new build_fault/* Fault */.vC("PROTOCOL_VIOLATION", `Server "${server}" answered initialize with ${revision}; asked for was ${this.#options.protocol} and no other.`, { hint: `Set \`protocol: ${revision}\`, or \`legacy\` or \`auto\`, for this server.` });
        }
        this.#connection.negotiated(revision, "legacy");
        const method = "notifications/initialized";
        await this.#connection.notify(method, undefined, this.#remainingMs(), { own: true });
        return {
            revision,
            era: "legacy",
            ...described(result, result["serverInfo"]),
            meta: undefined,
            handshake: sound ? { method: "initialize", result } : undefined,
        };
    }
    /** The modern session a DiscoverResult opens; undefined when the reply is none, or of no revision we know. */
    modern(reply) {
        const versions = supportedVersions(reply);
        if (reply.kind === "error" || !reading_isObject(reply.result) || !versions?.includes(revision_newestModern)) {
            return undefined;
        }
        const sound = this.#check("server/discover", reply.result, "modern");
        const { _meta } = reply.result;
        const info = reading_isObject(_meta) ? _meta["io.modelcontextprotocol/serverInfo"] : undefined;
        this.#connection.negotiated(revision_newestModern, "modern");
        return {
            revision: revision_newestModern,
            era: "modern",
            ...described(reply.result, info ?? reply.result["serverInfo"]),
            meta: this.#meta,
            handshake: sound ? { method: "server/discover", result: reply.result } : undefined,
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
    /** The one revision asked for, or the newest with this handshake. */
    get #offered() {
        return isLegacy(this.#options.protocol) ? this.#options.protocol : revision_newestLegacy;
    }
    get #meta() {
        const { client, clientInfo } = this.#options;
        return modernMeta(clientInfo, client?.capabilities ?? {});
    }
    /** Whether nothing was said against the result. */
    #check(method, result, era) {
        let sound = true;
        checkResult(method, result, era, (code, message) => {
            sound = false;
            this.#connection.findings.report(code, () => `the answer to ${labelOf(method, undefined)} ${message()}`);
        });
        return sound;
    }
    async #ask(method, params, { done, headers } = {}) {
        const signals = [this.#options.signal, done].filter((signal) => signal !== undefined);
        const reply = await this.#connection.call(method, params, {
            timeoutMs: this.#remainingMs(),
            ...(signals.length === 0 ? {} : { signal: AbortSignal.any(signals) }),
            ...(headers === undefined ? {} : { headers }),
            own: true,
        });
        if (reply.kind === "cancelled") {
            throw new build_fault/* Fault */.vC("INTERRUPTED", `${method} was cancelled.`);
        }
        return reply;
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
    const { capabilities, instructions } = result;
    const text = (key) => {
        const value = reading_isObject(info) ? info[key] : undefined;
        return typeof value === "string" ? value : null;
    };
    return {
        serverInfo: { name: text("name"), version: text("version") },
        capabilities: reading_isObject(capabilities) ? capabilities : {},
        instructions: typeof instructions === "string" ? instructions : null,
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
    const silence = silent(negotiation, clock, patience.signal);
    silence.catch(() => undefined);
    const first = await Promise.race([probe, silence]).finally(() => patience.abort());
    if (first !== "silent") {
        return decided(negotiation, first);
    }
    return ambiguous(negotiation, probe).finally(() => done.abort());
}
/** Counted from when the probe is with the server: over HTTP it waits here until the server listens. */
async function silent({ wire }, clock, signal) {
    do {
        await clock.sleep(probeSilenceMs, signal);
    } while (wire.kind !== "stdio" && wire.waiting > 0);
    return "silent";
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
    // Over HTTP each modern request stands alone, whatever was said before.
    if (reply.kind === "error" || negotiation.wire.kind !== "stdio") {
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

;// CONCATENATED MODULE: ./build/mcp/faulted.js


/** Sends a request with what is to go wrong with it on purpose. `drop_response` is the matter of the connection. */
async function faulted(request, method, params, { fault, ...options }, clock) {
    if (fault?.kind === "delay") {
        try {
            await clock.sleep(fault.ms, options.signal);
        }
        catch (error) {
            throw options.signal?.aborted ? interrupted(labelOf(method, params), options.signal) : error;
        }
        return request(method, params, options);
    }
    const [reply, twin] = await Promise.allSettled([
        request(method, params, options),
        request(method, params, options),
    ]);
    if (reply.status === "rejected") {
        throw reply.reason;
    }
    if (twin.status === "rejected") {
        const reason = twin.reason;
        throw reason instanceof build_fault/* Fault */.vC
            ? new build_fault/* Fault */.vC(reason.code, `Of two equal requests the second failed: ${reason.message}`)
            : reason;
    }
    return { ...reply.value, twin: twin.value };
}

;// CONCATENATED MODULE: ./build/mcp/base64.js

/** Where a result holds binary content that is no base64 (RFC 4648, 4): the way to it; undefined when all is well. */
function badBase64(method, result) {
    const [key, ways] = places[method] ?? ["", []];
    const entries = result[key];
    if (!Array.isArray(entries)) {
        return undefined;
    }
    for (const [index, entry] of entries.entries()) {
        for (const way of ways) {
            const value = at(entry, way);
            if (typeof value === "string" && !isBase64(value)) {
                return [`${key}[${index}]`, ...way].join(".");
            }
        }
    }
    return undefined;
}
const block = [["data"], ["resource", "blob"]];
const places = {
    "tools/call": ["content", block],
    "resources/read": ["contents", [["blob"]]],
    "prompts/get": ["messages", block.map((way) => ["content", ...way])],
};
/** Line breaks, the alphabet of file names and missing padding are refused: not every client reads them. */
function isBase64(text) {
    return text.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/u.test(text);
}
function at(entry, way) {
    return way.reduce((place, key) => (reading_isObject(place) ? place[key] : undefined), entry);
}

;// CONCATENATED MODULE: ./build/mcp/uri.js
/** Why a text is no URI (RFC 3986), in words that continue it; undefined when nothing proves it. */
function uriProblem(uri) {
    if (!/^[A-Za-z][A-Za-z0-9+.-]*:/u.test(uri)) {
        return "has no scheme";
    }
    // Characters beyond ASCII are let pass: IRIs (RFC 3987) are common, and everyone reads them.
    const bad = /[\u0000-\u0020\u007f"<>\\^`{|}]/u.exec(uri);
    return bad === null
        ? undefined
        : `has the character ${JSON.stringify(bad[0])}, which a URI escapes`;
}
/** Outside of expressions all is literal but these (RFC 6570, 2.1). */
const literal = /[\u0000-\u0020\u007f"'<>\\^`|}]/u;
/** An operator, perhaps, and variables with commas between them (RFC 6570, 2.2 to 2.4). */
const variable = "(?:[A-Za-z0-9_]|%[0-9A-Fa-f]{2})(?:\\.?(?:[A-Za-z0-9_]|%[0-9A-Fa-f]{2}))*(?::[1-9]\\d{0,3}|\\*)?";
const expression = new RegExp(`^[+#./;?&=,!@|]?${variable}(?:,${variable})*$`, "u");
/** Why a text is no URI template (RFC 6570), in words that continue it; undefined when it is one. */
function uriTemplateProblem(template) {
    let at = 0;
    for (;;) {
        const open = template.indexOf("{", at);
        const before = template.slice(at, open === -1 ? undefined : open);
        const bad = literal.exec(before);
        if (bad !== null) {
            return `has ${JSON.stringify(bad[0])} outside of an expression`;
        }
        if (open === -1) {
            return undefined;
        }
        const close = template.indexOf("}", open);
        if (close === -1) {
            return "has an expression that is not closed";
        }
        const inner = template.slice(open + 1, close);
        if (!expression.test(inner)) {
            return `has the expression ${JSON.stringify(`{${inner.slice(0, 100)}}`)}, which has no such form`;
        }
        at = close + 1;
    }
}

;// CONCATENATED MODULE: ./build/mcp/definitions.js





/** The definition in the specification's schema of what a list holds. */
const definitions_names = {
    tools: "Tool",
    resources: "Resource",
    resourceTemplates: "ResourceTemplate",
    prompts: "Prompt",
    tasks: "Task",
};
/**
 * Says what of the entries of a list the specification proves wrong.
 *
 * `told` are the entries of which something has been said already.
 */
function lintDefinitions(shape, entries, told, spec, report) {
    const name = definitions_names[shape.key] ?? "";
    for (const [index, entry] of entries.slice(0, maxEntries).entries()) {
        if (told.has(index)) {
            continue;
        }
        const called = () => `lists ${shape.key}[${count(index)}]${reading_isObject(entry) ? definitions_nameOf(entry) : ""}`;
        const problem = spec.definition(name, entry);
        if (problem !== undefined) {
            report(shape.code, () => `${called()}, ${clause(problem)}`);
        }
        else if (reading_isObject(entry)) {
            lintEntry(shape.key, entry, spec, (code, message) => report(code, () => `${called()}, ${message}`));
        }
    }
}
function lintEntry(key, entry, spec, wrong) {
    if (key === "tools") {
        // Before 2025-11-25 nothing says which dialect a schema is in that names none.
        const certain = spec.revision >= "2025-11-25";
        for (const [member, code] of [
            ["inputSchema", "bad-input-schema"],
            ["outputSchema", "bad-output-schema"],
        ]) {
            const problem = entry[member] === undefined ? undefined : (0,build_schema/* schemaDefect */.d3)(entry[member], certain);
            if (problem !== undefined) {
                wrong(code, clause({ ...problem, pointer: `/${member}${problem.pointer}` }));
            }
        }
    }
    else if (key === "resources") {
        const problem = uriProblem(String(entry["uri"]));
        if (problem !== undefined) {
            wrong("bad-uri", `whose uri ${quote(String(entry["uri"]))} ${problem}`);
        }
    }
    else if (key === "resourceTemplates") {
        const template = String(entry["uriTemplate"]);
        const problem = uriTemplateProblem(template);
        if (problem !== undefined) {
            wrong("bad-uri-template", `whose uriTemplate ${quote(template)} ${problem}`);
        }
    }
}
/** A problem as a relative clause: `whose "inputSchema/type" is 5, not a string`. */
function clause({ pointer, message }) {
    return pointer === "" ? `which ${message}` : `whose ${quote(pointer.slice(1))} ${message}`;
}
function definitions_nameOf(entry) {
    const name = entry["name"];
    return typeof name === "string" ? ` (${quote(name)})` : "";
}

;// CONCATENATED MODULE: ./build/mcp/error-code.js
const defined = new Set([-32700, -32600, -32601, -32602, -32603]);
/** Codes of MCP itself from 2026-07-28 on (schema, errors); the rest of -32020 to -32099 is kept for later. */
const error_code_modern = new Set([-32020, -32021, -32022]);
/** Codes of earlier revisions that must not be sent any more. */
const gone = {
    "-32002": "-32602 (invalid params)",
    "-32042": "a result that asks for input",
};
/** Why a code is not allowed in a revision, in words that continue `has the code N, …`; undefined when it is. */
function errorCodeProblem(code, era) {
    if (code < -32768 || code > -32000 || defined.has(code)) {
        return undefined;
    }
    if (code < -32099) {
        return "which JSON-RPC keeps for itself and has not defined";
    }
    if (era === "legacy") {
        return undefined;
    }
    const instead = Object.hasOwn(gone, code) ? gone[code] : undefined;
    if (instead !== undefined) {
        return `which this revision has replaced by ${instead}`;
    }
    return code <= -32020 && !error_code_modern.has(code)
        ? "which the specification keeps for itself and has not defined"
        : undefined;
}
/** Definitions of the errors whose `data` are prescribed, by revision and code. */
const shapes = {
    "2025-11-25 -32042": "URLElicitationRequiredError",
    "2026-07-28 -32021": "MissingRequiredClientCapabilityError",
    "2026-07-28 -32022": "UnsupportedProtocolVersionError",
};
/** What is wrong with the `data` of an error that the specification gives a shape; undefined when nothing is. */
function errorDataProblem(error, spec) {
    const name = shapes[`${spec.revision} ${error.code}`];
    const problem = name === undefined ? undefined : spec.definition(name, { jsonrpc: "2.0", id: 1, error });
    return problem === undefined ? undefined : `"${problem.pointer.slice(1)}" ${problem.message}`;
}

;// CONCATENATED MODULE: ./build/mcp/honesty.js

/** Methods that a capability promises, each with the way to it. Of templates the specification does not say so. */
const promised = {
    "tools/list": "tools",
    "resources/list": "resources",
    "resources/subscribe": "resources.subscribe",
    "prompts/list": "prompts",
    "completion/complete": "completions",
    "logging/setLevel": "logging",
};
/** Methods that only a server with the capability answers. */
const covered = {
    ...promised,
    "tools/call": "tools",
    "resources/read": "resources",
    "resources/templates/list": "resources",
    "prompts/get": "prompts",
};
const notifications = {
    "notifications/tools/list_changed": "tools.listChanged",
    "notifications/resources/list_changed": "resources.listChanged",
    "notifications/prompts/list_changed": "prompts.listChanged",
    "notifications/resources/updated": "resources.subscribe",
    "notifications/message": "logging",
};
/** Declared with these methods or not at all. */
const everyServer = new Set(["ping", "server/discover"]);
const honesty_methodNotFound = -32601;
function honestyOf(capabilities, revision) {
    const has = (way) => {
        const value = way
            .split(".")
            .reduce((place, key) => (reading_isObject(place) ? place[key] : undefined), capabilities);
        return way.includes(".") ? value === true : value !== undefined;
    };
    // The first revision has completion and no capability for it.
    const known = (way) => way !== "completions" || revision !== "2024-11-05";
    const missing = (table, method) => {
        const way = Object.hasOwn(table, method) ? table[method] : undefined;
        return way === undefined || !known(way) || has(way) ? undefined : way;
    };
    return {
        broken(method, code) {
            if (code !== honesty_methodNotFound) {
                return undefined;
            }
            if (everyServer.has(method)) {
                return "every server must know it";
            }
            const way = Object.hasOwn(promised, method) ? promised[method] : undefined;
            return way !== undefined && has(way) ? `the capability ${way} is declared` : undefined;
        },
        unannounced(method, result) {
            // An empty list gives nothing away: it says that there is nothing.
            const isEmptyList = method.endsWith("/list") && Object.values(result).some(isEmptyArray);
            return isEmptyList ? undefined : missing(covered, method);
        },
        undeclared: (method) => missing(notifications, method),
    };
}
function isEmptyArray(value) {
    return Array.isArray(value) && value.length === 0;
}

;// CONCATENATED MODULE: ./build/mcp/output-schemas.js




/** The output schemas of the tools a server has listed; each is compiled when the first result needs it. */
class OutputSchemas {
    #schemas = new Map();
    #compiled = new Map();
    /** Whether a tool was listed since the list last changed. */
    knows(tool) {
        return this.#schemas.has(tool);
    }
    /** Whether results of a tool have something to keep to. */
    promises(tool) {
        return reading_isObject(this.#schemas.get(tool));
    }
    /** Takes the tools of a page of the list. */
    learn(tools) {
        for (const tool of tools.slice(0, maxEntries)) {
            if (reading_isObject(tool) && typeof tool["name"] === "string") {
                this.#schemas.set(tool["name"], tool["outputSchema"]);
                this.#compiled.delete(tool["name"]);
            }
        }
    }
    /** The list has changed. */
    forget() {
        this.#schemas.clear();
        this.#compiled.clear();
    }
    /** Says how the structured content of a tool's result breaks what the tool has promised. */
    async judge(tool, result, report) {
        const schema = this.#schemas.get(tool);
        if (!reading_isObject(schema) || result["isError"] === true) {
            return;
        }
        const value = result["structuredContent"];
        if (value === undefined) {
            report("structured-content-missing", () => `has no "structuredContent" though the tool has an outputSchema`);
            return;
        }
        let compiled = this.#compiled.get(tool);
        if (compiled === undefined) {
            compiled = await (0,build_schema/* compileSchema */.Fc)(schema, false);
            this.#compiled.set(tool, compiled);
        }
        if (compiled.kind !== "compiled") {
            // What makes it none is told with the tool's definition; by another dialect nobody here can judge.
            return;
        }
        const [problem] = problemsOf(compiled.validate, value);
        if (problem !== undefined) {
            const { pointer, message } = problem;
            const place = pointer === "" ? "" : ` at ${show(pointer)}`;
            report("output-schema", () => `has a "structuredContent" that breaks the tool's outputSchema${place}: it ${message}`);
        }
    }
}
/** A schema that takes for ever to judge by is a fault of its own kind: nothing is said by it about the result. */
function problemsOf(validate, value) {
    try {
        return validate(value);
    }
    catch {
        return [];
    }
}

;// CONCATENATED MODULE: ./build/mcp/judge.js









function createJudge({ negotiated, spec, report, listTools }) {
    const { era, revision } = negotiated;
    const honesty = honestyOf(negotiated.capabilities, revision);
    const outputs = new OutputSchemas();
    function error(method, wrong, error) {
        const promise = honesty.broken(method, error.code);
        if (promise !== undefined) {
            wrong("declared-unanswered", () => `is error -32601 (method not found), but ${promise}`);
        }
        const problem = errorCodeProblem(error.code, era);
        if (problem !== undefined) {
            wrong("error-code", () => `has the error code ${error.code}, ${problem}`);
        }
        const data = errorDataProblem(error, spec);
        if (data !== undefined) {
            wrong("error-code", () => `is error ${error.code} whose ${data}`);
        }
    }
    function result(method, params, value, wrong) {
        const capability = reading_isObject(value) ? honesty.unannounced(method, value) : undefined;
        if (capability !== undefined) {
            wrong("answered-undeclared", () => `is a result, but the server does not declare the capability ${capability}`);
        }
        if (!isSound(method, params, value, wrong) || !reading_isObject(value)) {
            return undefined;
        }
        const place = badBase64(method, value);
        if (place !== undefined) {
            wrong("bad-base64", () => `has a result whose "${place}" is no base64`);
        }
        const tools = value["tools"];
        if (method === "tools/list" && Array.isArray(tools)) {
            outputs.learn(tools);
        }
        const tool = params?.["name"];
        const isCall = method === "tools/call" && typeof tool === "string" && Array.isArray(value["content"]);
        return isCall ? structured(tool, value, wrong) : undefined;
    }
    function structured(tool, value, wrong) {
        if (outputs.knows(tool)) {
            return outputs.promises(tool) ? outputs.judge(tool, value, wrong) : undefined;
        }
        return value["structuredContent"] === undefined || !reading_isObject(negotiated.capabilities["tools"])
            ? undefined
            : listTools().then(() => outputs.judge(tool, value, wrong), () => undefined);
    }
    /** The hand-written checks first, for they have the better words; what they see is not told again. */
    function isSound(method, params, value, wrong) {
        if (reading_isObject(value) && createsTask(params, value)) {
            return isResult(method, params, value, wrong);
        }
        const entries = new Set();
        let sound = true;
        checkResult(method, value, era, (code, message, entry) => {
            sound &&= code !== "result-schema";
            if (entry !== undefined) {
                entries.add(entry);
            }
            wrong(code, message);
        });
        if (!sound || !reading_isObject(value)) {
            return false;
        }
        const shape = listShapes.find((list) => list.method === method);
        const list = shape === undefined ? undefined : value[shape.key];
        if (shape !== undefined && Array.isArray(list)) {
            lintDefinitions(shape, list, entries, spec, wrong);
            return isResult(method, params, { ...value, [shape.key]: [] }, wrong);
        }
        return isResult(method, params, value, wrong);
    }
    function isResult(method, params, value, wrong) {
        const { resultType } = value;
        if (era === "modern" &&
            resultType !== undefined &&
            resultType !== "complete" &&
            resultType !== "input_required") {
            return true;
        }
        const name = era === "modern" && resultType === "input_required"
            ? "InputRequiredResult"
            : createsTask(params, value)
                ? "CreateTaskResult"
                : undefined;
        const problem = name === undefined ? spec.result(method, value) : spec.definition(name, value);
        if (problem !== undefined) {
            wrong("result-schema", () => `has a result ${clause(problem)}`);
        }
        return problem === undefined;
    }
    return {
        reply(method, params, reply) {
            const wrong = (code, message) => report(code, () => `the answer to ${labelOf(method, params)} ${message()}`);
            if (reply.kind === "error") {
                error(method, wrong, reply.error);
            }
            return reply.kind === "result" ? result(method, params, reply.result, wrong) : undefined;
        },
        handshake() {
            if (negotiated.handshake !== undefined) {
                const { method, result: value } = negotiated.handshake;
                isResult(method, undefined, reading_isObject(value) ? value : {}, (code, message) => report(code, () => `the answer to ${method} ${message()}`));
            }
        },
        received(message) {
            const method = String(message["method"]);
            const capability = isToldElsewhere(message, era) ? undefined : honesty.undeclared(method);
            if (capability !== undefined) {
                report("undeclared-notification", () => `the server sent ${method} without the capability ${capability}`);
            }
            if (method === "notifications/tools/list_changed") {
                outputs.forget();
            }
            const problem = spec.message("server", message);
            if (problem !== undefined && !isProgressItself(method, problem)) {
                report("message-schema", () => `the server sent ${quote(method)} ${clause(problem)}`);
            }
        },
    };
}
/** Whoever waits for progress says what is wrong with its value and its token. */
function isProgressItself(method, { pointer, message }) {
    return (method === "notifications/progress" &&
        (/^\/params\/progress(?:Token)?$/u.test(pointer) || /"progress(?:Token)?"$/u.test(message)));
}
/** In the modern era a notification that was not asked for is told as such, whatever is declared. */
function isToldElsewhere(message, era) {
    const params = message["params"];
    const meta = reading_isObject(params) ? params["_meta"] : undefined;
    return era === "modern" && !(reading_isObject(meta) && "io.modelcontextprotocol/subscriptionId" in meta);
}
/** A call that was asked for as a task (2025-11-25); a tool that makes none answers as always. */
function createsTask(params, result) {
    return params?.["task"] !== undefined && reading_isObject(result["task"]);
}

;// CONCATENATED MODULE: ./build/mcp/list.js


/** More pages than this are taken for a list without an end. */
const maxPages = 64;
/**
 * All pages of a list as one reply: sums of time and bytes, the entries in one array, the first page's other members.
 *
 * The timeout is for all pages together. An error reply of any page is the reply.
 */
async function listAll(shape, options, lister, from) {
    const deadline = lister.clock.monotonicMs() + options.timeoutMs;
    const cursors = new Set();
    let all = [];
    let first;
    let durationMs = 0;
    let bytes = 0;
    let ended = false;
    for (let cursor = from;;) {
        const params = cursor === undefined ? undefined : { cursor };
        const timeoutMs = Math.max(0, deadline - lister.clock.monotonicMs());
        const reply = await lister.request(shape.method, params, { ...options, timeoutMs });
        durationMs += reply.durationMs;
        bytes += reply.bytes;
        const entries = reply.kind === "result" && reading_isObject(reply.result) ? reply.result[shape.key] : undefined;
        if (reply.kind !== "result" || !reading_isObject(reply.result) || !Array.isArray(entries)) {
            return { ...reply, durationMs, bytes };
        }
        all = first === undefined ? entries : all.concat(entries);
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
    if (cursors.size === 0 || first.kind !== "result" || !reading_isObject(first.result)) {
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

;// CONCATENATED MODULE: ./build/mcp/rounds.js





/** More rounds than this are taken for a server that never has enough. */
const maxRounds = 10;
/** The only requests whose results may ask for input (revision 2026-07-28, basic/patterns/mrtr). */
const mayAsk = new Set(["tools/call", "prompts/get", "resources/read"]);
/** Whether a result of the modern era asks for input instead of being one. */
function asksForInput(reply) {
    return (reply.kind === "result" &&
        reading_isObject(reply.result) &&
        reply.result["resultType"] === "input_required");
}
/**
 * Answers what a result asks for and sends the request anew, under a new id and with the server's state as it came,
 * until a result is complete. The timeout is for all rounds together.
 *
 * What cannot be answered ends the rounds: the reply then is the result that asks.
 */
async function playRounds(method, params, options, first, asking) {
    const { clock } = asking;
    const startedMs = clock.monotonicMs() - first.durationMs;
    const label = labelOf(method, params);
    let reply = first;
    let { bytes } = first;
    let rounds = 0;
    while (asksForInput(reply)) {
        const { requestState, inputRequests } = reply.result;
        if (!mayAsk.has(method)) {
            asking.report("misplaced-input", () => `${label} asks for input, which only tools/call, prompts/get and resources/read may`);
            break;
        }
        if (rounds === maxRounds) {
            asking.report("endless-rounds", () => `${label} still asks for input after ${count(maxRounds)} rounds; they were ended there`);
            break;
        }
        if (inputRequests === undefined && requestState === undefined) {
            asking.report("result-schema", () => `the answer to ${label} asks for input and has neither "inputRequests" nor "requestState"`);
            break;
        }
        const spentMs = clock.monotonicMs() - startedMs;
        const left = { ...options, ...leftOf(options, spentMs) };
        const inputResponses = inputRequests === undefined ? {} : await answerInputs(label, inputRequests, left, asking);
        if (inputResponses === undefined) {
            break;
        }
        rounds += 1;
        const again = {
            ...params,
            ...(inputRequests === undefined ? {} : { inputResponses }),
            ...(requestState === undefined ? {} : { requestState }),
        };
        const sentMs = clock.monotonicMs();
        reply = await asking.request(method, again, {
            ...options,
            ...leftOf(options, sentMs - startedMs),
        });
        bytes += reply.bytes;
    }
    const durationMs = clock.monotonicMs() - startedMs;
    return rounds === 0 ? reply : { ...reply, rounds, bytes, durationMs };
}
/** The answers to a map of input requests; undefined when one of them has none. */
async function answerInputs(label, inputRequests, { timeoutMs, signal }, asking) {
    if (!reading_isObject(inputRequests)) {
        asking.report("result-schema", () => `the answer to ${label} has no object as "inputRequests": ${show(inputRequests)}`);
        return undefined;
    }
    const done = new AbortController();
    const signals = signal === undefined ? done.signal : AbortSignal.any([signal, done.signal]);
    const responses = [];
    try {
        for (const [key, input] of Object.entries(inputRequests)) {
            const method = reading_isObject(input) ? input["method"] : undefined;
            if (!reading_isObject(input) || typeof method !== "string") {
                asking.report("result-schema", () => `the answer to ${label} has an input request ${quote(key)} without a "method"`);
                return undefined;
            }
            const response = await answerOne(label, method, input["params"], timeoutMs, signals, asking);
            if (response === undefined) {
                return undefined;
            }
            responses.push([key, response]);
        }
        return Object.fromEntries(responses);
    }
    finally {
        done.abort();
    }
}
async function answerOne(label, method, params, timeoutMs, signal, { client, clock, report }) {
    const problem = inputProblem(method, params, client?.capabilities ?? {});
    if (client === undefined || problem !== undefined) {
        const why = problem?.why ?? "though we declared no capability for it";
        report("undeclared-input", () => `${label} asks for ${quote(method)} ${why}`);
        return undefined;
    }
    const answer = await client.answer(method, params, signal);
    if (answer === undefined) {
        report("unasked-request", () => `${label} asks for ${quote(method)} for which no answer is scripted`);
        return undefined;
    }
    if (answer.kind === "silence") {
        await clock.sleep(timeoutMs, signal).catch(() => undefined);
        throw signal.aborted
            ? new build_fault/* Fault */.vC("INTERRUPTED", `${label} was interrupted while its input was waited for.`, {
                cause: signal.reason,
            })
            : new build_fault/* Fault */.vC("CALL_TIMED_OUT", `${label} waited for input (${quote(method)}) that the client side, as scripted, never gives.`);
    }
    return answer.kind === "result" ? answer.result : undefined;
}
/** What is left of the times of a request. */
function leftOf({ timeoutMs, cancelAfterMs }, spentMs) {
    const left = { timeoutMs: Math.max(0, timeoutMs - spentMs) };
    return cancelAfterMs === undefined
        ? left
        : { ...left, cancelAfterMs: Math.max(0, cancelAfterMs - spentMs) };
}

;// CONCATENATED MODULE: ./build/mcp/subscribing.js


/** What a session of either era says to hear of changes. */
function subscribing(connection, era, sent, request) {
    const { subscriptions } = connection;
    async function open(key, notifications, { signal, ...options }) {
        const params = sent({ notifications });
        return subscriptions.open(key, notifications, signal, () => connection.open(listenMethod, params, options));
    }
    if (era === "legacy") {
        const noListen = () => Promise.reject(new build_fault/* Fault */.vC("USAGE", `${listenMethod} exists from revision 2026-07-28 on.`, {
            hint: "Use `subscribe` in a session of this revision.",
        }));
        return {
            subscribe: (uri, options) => request("resources/subscribe", { uri }, options),
            unsubscribe: (uri, options) => request("resources/unsubscribe", { uri }, options),
            listen: noListen,
            stopListening: noListen,
        };
    }
    return {
        subscribe: (uri, options) => open(`uri ${uri}`, { resourceSubscriptions: [uri] }, options),
        async unsubscribe(uri) {
            if (!subscriptions.stop(`uri ${uri}`)) {
                throw new build_fault/* Fault */.vC("USAGE", `There is no subscription to "${uri}" to end.`);
            }
            return { kind: "result", result: {}, durationMs: 0, bytes: 0 };
        },
        listen: (filter, options) => open("listen", filter, options),
        async stopListening() {
            subscriptions.stop("listen");
        },
    };
}

;// CONCATENATED MODULE: ./build/mcp/tasks.js






/** How often a task is asked for when its server does not say; and never more often than the second. */
const pollMs = 500;
const leastPollMs = 10;
const ended = new Set(["completed", "failed", "cancelled"]);
const going = new Set(["working", "input_required"]);
/**
 * tools/call as a task. legacy (2025-11-25): asked for with `task`, its result fetched with tasks/result. modern
 * (extension tasks): the server decides; an answer that is no task is the reply.
 *
 * The timeout is for all of it. Of the reply, `durationMs` is the whole time.
 */
async function callAsTask(era, params, { ttlMs, wait, ...options }, asking) {
    const { clock } = asking;
    const startedMs = clock.monotonicMs();
    const label = labelOf("tools/call", params);
    const whole = (reply) => ({
        ...reply,
        durationMs: clock.monotonicMs() - startedMs,
    });
    const left = () => ({
        ...options,
        wait,
        timeoutMs: Math.max(0, options.timeoutMs - (clock.monotonicMs() - startedMs)),
    });
    const sent = era === "legacy"
        ? { ...params, task: ttlMs === undefined ? {} : { ttl: ttlMs } }
        : withExtension(params, asking.client);
    const created = await asking.request("tools/call", sent, options);
    const task = taskIn(era, created);
    if (task === undefined || !wait) {
        if (task === undefined && era === "legacy" && created.kind === "result") {
            asking.report("bad-task", () => `${label} was asked for as a task and answered with no "task"`);
        }
        return created;
    }
    const { taskId } = task;
    if (typeof taskId !== "string") {
        throw new build_fault/* Fault */.vC("PROTOCOL_VIOLATION", `The task of ${label} has no text as "taskId".`);
    }
    const about = era === "legacy" ? { taskId } : withExtension({ taskId }, asking.client);
    const answered = new Set();
    for (let state = task;;) {
        const { status } = state;
        if (!going.has(status) && !ended.has(status)) {
            asking.report("bad-task", () => `the task of ${label} has the status ${show(status)}`);
        }
        // tasks/result waits for the end, and by then the input has come as requests of the server.
        if (era === "legacy" && (ended.has(status) || status === "input_required")) {
            return whole(await asking.request("tasks/result", about, left()));
        }
        if (ended.has(status)) {
            return whole(tasks_outcomeOf(label, state, created));
        }
        if (status === "input_required") {
            await update(label, state, about, answered, left(), asking);
        }
        const interval = state[era === "legacy" ? "pollInterval" : "pollIntervalMs"];
        const everyMs = typeof interval === "number" ? Math.max(interval, leastPollMs) : pollMs;
        const { timeoutMs, signal } = left();
        if (timeoutMs === 0) {
            throw new build_fault/* Fault */.vC("CALL_TIMED_OUT", `The task of ${label} is still ${quote(String(status))} after ${options.timeoutMs} ms.`);
        }
        await clock.sleep(Math.min(everyMs, timeoutMs), signal).catch(() => undefined);
        const reply = await asking.request("tasks/get", about, left());
        if (reply.kind !== "result" || !reading_isObject(reply.result)) {
            return whole(reply);
        }
        state = reply.result;
    }
}
/** The task a reply has created; undefined when it is no such reply. */
function taskIn(era, reply) {
    if (reply.kind !== "result" || !reading_isObject(reply.result)) {
        return undefined;
    }
    if (era === "modern") {
        return reply.result["resultType"] === "task" ? reply.result : undefined;
    }
    const { task } = reply.result;
    return reading_isObject(task) ? task : undefined;
}
/** How a task of the extension has ended, as the reply its call would have had. */
function tasks_outcomeOf(label, state, created) {
    const { durationMs, bytes } = created;
    const { status, result, error } = state;
    if (status === "cancelled") {
        return { kind: "cancelled", durationMs, bytes };
    }
    if (status === "failed") {
        const { code, message, data } = reading_isObject(error) ? error : {};
        if (typeof code !== "number" || typeof message !== "string") {
            throw new build_fault/* Fault */.vC("PROTOCOL_VIOLATION", `The failed task of ${label} has no "error" with code and message.`);
        }
        return { kind: "error", error: { code, message, data }, durationMs, bytes };
    }
    return { kind: "result", result, durationMs, bytes };
}
/** Answers what a task asks for; a key that was answered once is not answered again. */
async function update(label, state, about, answered, options, asking) {
    const { inputRequests } = state;
    const open = reading_isObject(inputRequests)
        ? Object.fromEntries(Object.entries(inputRequests).filter(([key]) => !answered.has(key)))
        : inputRequests;
    if (reading_isObject(open) && Object.keys(open).length === 0) {
        return;
    }
    const inputResponses = await answerInputs(`the task of ${label}`, open, options, asking);
    if (inputResponses === undefined) {
        throw new build_fault/* Fault */.vC("CALL_TIMED_OUT", `The task of ${label} waits for input that nothing is scripted for; it would wait for ever.`);
    }
    for (const key of Object.keys(inputResponses)) {
        answered.add(key);
    }
    await asking.request("tasks/update", { ...about, inputResponses }, options);
}
/** The extension is declared with each request that may need it. */
function withExtension(params, client) {
    const meta = reading_isObject(params["_meta"]) ? params["_meta"] : {};
    const own = meta[capabilitiesKey];
    const given = reading_isObject(own) ? own : (client?.capabilities ?? {});
    const extensions = reading_isObject(given["extensions"]) ? given["extensions"] : {};
    const declared = { ...given, extensions: { ...extensions, [tasksExtension]: {} } };
    return { ...params, _meta: { ...meta, [capabilitiesKey]: declared } };
}

;// CONCATENATED MODULE: ./build/mcp/open-session.js










/** How long a notification may wait for a server that does not read. */
const notifyTimeoutMs = 10_000;
/** How long a list that only we want may take. */
const listTimeoutMs = 2_000;
/** The session over a connection whose handshake is done. */
function openSession(connection, negotiated, spec, client, clock) {
    const { era } = negotiated;
    const { findings } = connection;
    findings.negotiated(negotiated.revision);
    let { meta } = negotiated;
    /** The params as they go out. */
    function sent(params) {
        if (meta === undefined) {
            return params;
        }
        const full = revision_withMeta(params, meta);
        connection.logsAsked ||= reading_isObject(full["_meta"]) && full["_meta"][logLevelKey] !== undefined;
        return full;
    }
    async function once(method, params, options) {
        const full = sent(params);
        const reply = await connection.call(method, full, options);
        const judging = judge.reply(method, full, reply);
        if (judging !== undefined) {
            await judging;
        }
        if (reply.kind === "result" && era === "modern") {
            checkTask(method, full, reply.result);
        }
        return reply;
    }
    /** Only a call whose request declares the extension may become a task. */
    function checkTask(method, params, result) {
        if (!reading_isObject(result) || result["resultType"] !== "task") {
            return;
        }
        const all = reading_isObject(params?.["_meta"]) ? params["_meta"][capabilitiesKey] : undefined;
        const extensions = reading_isObject(all) ? all["extensions"] : undefined;
        if (method !== "tools/call" || !reading_isObject(extensions) || !(tasksExtension in extensions)) {
            findings.report("undeclared-input", () => `${labelOf(method, params)} was made a task though we did not declare ${tasksExtension} with it`);
        }
    }
    const asking = {
        clock,
        client,
        request: once,
        report: (code, message) => findings.report(code, message),
    };
    async function request(method, params, options) {
        if (options.fault !== undefined && options.fault.kind !== "drop_response") {
            return faulted(request, method, params, options, clock);
        }
        const reply = await once(method, params, options);
        return era === "modern" && options.rounds !== "manual" && asksForInput(reply)
            ? playRounds(method, params, options, reply, asking)
            : reply;
    }
    const judge = createJudge({
        negotiated,
        spec,
        report: (code, message) => findings.report(code, message),
        listTools: () => once("tools/list", undefined, { timeoutMs: listTimeoutMs, own: true }),
    });
    connection.judge = (message) => judge.received(message);
    judge.handshake();
    const { revision, serverInfo, capabilities, instructions } = negotiated;
    return {
        revision,
        era,
        transport: connection.wire.kind,
        serverInfo,
        capabilities,
        instructions,
        inbox: connection.inbox,
        request,
        notify: (method, params, options) => connection.notify(method, params, notifyTimeoutMs, options),
        list(kind, { pages = "all", cursor, ...options }) {
            return pages === "all"
                ? listAll(lists[kind], options, { clock, request, report: asking.report }, cursor)
                : request(lists[kind].method, cursor === undefined ? undefined : { cursor }, options);
        },
        ping: (options) => request(era === "modern" ? "server/discover" : "ping", undefined, options),
        sendRaw: (bytes, options) => connection.sendRaw(bytes, options),
        ...subscribing(connection, era, sent, request),
        async setLogLevel(level, options) {
            if (meta === undefined) {
                return request("logging/setLevel", { level }, options);
            }
            meta = { ...meta, [logLevelKey]: level };
            return { kind: "result", result: {}, durationMs: 0, bytes: 0 };
        },
        callAsTask: (params, options) => callAsTask(era, params, options, { ...asking, request }),
        close: () => connection.close(),
    };
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
    #scheduled = false;
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
    put(message, onWritten) {
        const bytes = message.bytes?.length ?? Buffer.byteLength(message.text);
        const queued = { message, bytes, state: "waiting", onWritten };
        if (!this.#failed) {
            this.#queue.push(queued);
            this.#flushSoon();
        }
        return queued;
    }
    /** Takes a message back if it has not been handed on. */
    drop(outgoing) {
        if (outgoing.state !== "waiting") {
            return false;
        }
        outgoing.state = "dropped";
        this.#queue = this.#queue.filter((queued) => queued !== outgoing);
        return true;
    }
    /** Not at once: callers that one chunk of answers has woken all ask again in this turn, and one write takes all. */
    #flushSoon() {
        if (!this.#scheduled && !this.#writing) {
            this.#scheduled = true;
            queueMicrotask(() => {
                this.#scheduled = false;
                this.#flush();
            });
        }
    }
    #flush() {
        if (this.#writing || this.#queue.length === 0) {
            return;
        }
        const batch = this.#queue;
        this.#queue = [];
        this.#writing = true;
        const written = this.#channel.write(bytesOf(batch));
        // After the write: what the tap does with it happens while the server works.
        for (const { message, bytes } of batch) {
            this.#tap.message("sent", message.text, bytes, false, message.own);
        }
        written.then(() => {
            this.#writing = false;
            for (const queued of batch) {
                queued.state = "written";
                queued.onWritten?.();
            }
            this.#flush();
        }, (error) => {
            this.#failed = true;
            this.#queue = [];
            this.#onFailure(error);
        });
    }
}
function bytesOf(batch) {
    const parts = [];
    let text = "";
    for (const queued of batch) {
        queued.state = "writing";
        if (queued.message.bytes === undefined) {
            text += `${queued.message.text}\n`;
        }
        else {
            parts.push(Buffer.from(text), queued.message.bytes);
            text = "";
        }
    }
    const rest = Buffer.from(text);
    return parts.length === 0 ? rest : Buffer.concat([...parts, rest]);
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
const replacement = "\uFFFD";
/** A line as text. Bytes that are no UTF-8 become U+FFFD, and the first of them is named. */
function decodeLine(line) {
    const bom = line[0] === 0xef && line[1] === 0xbb && line[2] === 0xbf;
    const text = line.toString("utf8", bom ? 3 : 0);
    // The text of a pure ASCII line is searched at no cost, so the slow look happens only where it can matter.
    const invalidAt = text.includes(replacement) ? firstInvalidByte(line) : undefined;
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
            const fresh = this.#heldBytes === 0 && this.#discarding === undefined;
            if (fresh && this.#sink.flooded()) {
                start = this.#skip(bytes, start);
            }
            const end = bytes.indexOf(lineFeed, start);
            if (end === -1) {
                if (start < bytes.length) {
                    this.#hold(bytes.subarray(start));
                }
                return;
            }
            if (!fresh || end - start > this.#maxBytes) {
                this.#finish(bytes.subarray(start, end));
                start = end + 1;
            }
            else if (end === start) {
                start += this.#blankRun(bytes, start);
            }
            else {
                this.#emit(bytes, start, end);
                start = end + 1;
            }
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
        if (rest.length > 0) {
            this.#hold(rest);
        }
        if (this.#discarding === undefined) {
            const line = this.#take();
            this.#emit(line, 0, line.length);
            return;
        }
        const { bytes, head, tail } = this.#discarding;
        this.#discarding = undefined;
        this.#sink.resynced(bytes, head, tail);
    }
    /** A view is the dearest thing done for a short line, so there is one and not two. */
    #emit(bytes, start, lineEnd) {
        const end = bytes[lineEnd - 1] === carriageReturn ? lineEnd - 1 : lineEnd;
        if (end <= start) {
            this.#sink.blank(1);
        }
        else {
            this.#sink.line(bytes.subarray(start, end));
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
/** The only revision whose servers may send batches. */
const batchRevision = "2025-03-26";
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
    #revision;
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
    /** What a batch is depends on the revision; before it is known none is allowed. */
    negotiated(revision) {
        this.#revision = revision;
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
                this.#batch(reading.messages.length, text);
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
    #batch(messages, text) {
        if (this.#revision !== batchRevision) {
            const why = this.#revision === "2024-11-05"
                ? "revision 2024-11-05 has none"
                : "batches were removed in revision 2025-06-18";
            this.#report("batch", () => `is a JSON-RPC batch of ${count(messages)}; ${why}, write one message a line: ${quote(text)}`);
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

;// CONCATENATED MODULE: ./build/mcp/stdio-wire.js



/** How long stdout may take to end after stdin has failed. */
const endAfterWriteFailureMs = 1_000;
/** One JSON text a line, over a byte channel; what else stands on it is said. */
function stdioWire(channel) {
    return (sink, { tap, findings, clock, maxMessageBytes }) => {
        const nowMs = () => clock.monotonicMs();
        let receivedMs = 0;
        let ended = false;
        const outbox = new Outbox(channel, tap, (error) => void writeFailed(error));
        const receiver = new Receiver({ maxMessageBytes, tap, findings, nowMs }, {
            message: (message, text, bytes, glued) => sink.message(message, text, bytes, { glued, receivedMs }),
            unreadable: (reason, texts, told) => sink.unreadable(reason, texts, told),
        });
        const reading = readPaced(channel, nowMs, (chunk, atMs) => {
            receivedMs = atMs;
            receiver.push(chunk);
        });
        function end(fallback) {
            if (!ended) {
                ended = true;
                reading.drain();
                sink.ended(fallback, receiver.end()?.bytes);
            }
        }
        async function writeFailed(error) {
            // A server that exits is noticed here first; its stdout, which tells more, ends a moment later.
            const patience = new AbortController();
            const patienceOver = clock.sleep(endAfterWriteFailureMs, patience.signal);
            await Promise.race([channel.ended, patienceOver]).catch(() => undefined);
            patience.abort();
            patienceOver.catch(() => undefined);
            end(`it has closed its stdin (${error instanceof Error ? error.message : String(error)})`);
        }
        const stdoutEnded = () => end("its stdout has ended");
        channel.ended.then(stdoutEnded, stdoutEnded);
        return {
            kind: "stdio",
            put: (message, onWritten) => outbox.put(message, onWritten),
            drop: (outgoing) => outbox.drop(outgoing),
            get waiting() {
                return outbox.waiting;
            },
            get received() {
                return { bytes: receiver.bytes };
            },
            cancel: () => false,
            negotiated: ({ revision }) => receiver.negotiated(revision),
            drain: () => receiver.flush(),
            close: async () => undefined,
        };
    };
}

;// CONCATENATED MODULE: ./build/mcp/connect.js










/**
 * Opens a session over a byte channel to a server that has just been started.
 *
 * Rejects SERVER_EXITED_EARLY as soon as the server ends, SERVER_NOT_READY after `readyTimeoutMs` of silence or when
 * it refuses, PROTOCOL_VIOLATION when its answers cannot be used, INTERRUPTED when the signal is aborted. Of the
 * first, ProbeEndedServer asks for a fresh server and another era.
 */
function connectStdio(channel, options, clock) {
    return connect(stdioWire(channel), options, clock);
}
/** The same over any wire. */
async function connect(open, options, clock) {
    const connection = new Connection(open, options, clock);
    try {
        // Nearly always this one; it is there when the answer comes.
        const likely = (0,build_schema/* loadSpec */.II)((0,build_schema/* specRevisionOf */.g8)(options.protocol) ?? revision_newestLegacy);
        const negotiated = await negotiate(connection, options, clock);
        const revision = (0,build_schema/* specRevisionOf */.g8)(negotiated.revision);
        const spec = await (revision === undefined ? likely : (0,build_schema/* loadSpec */.II)(revision));
        return openSession(connection, negotiated, spec, options.client, clock);
    }
    catch (error) {
        await connection.close();
        throw asConnectFault(error, connection, options);
    }
}
async function negotiate(connection, options, clock) {
    const negotiation = new Negotiation(connection, options, clock);
    if (options.protocol === "auto") {
        return negotiateAuto(negotiation, clock);
    }
    if (options.protocol === "legacy" || isLegacy(options.protocol)) {
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
function notReady(connection, options) {
    return connection.wire.kind === "stdio"
        ? silentOnStdio(connection, options)
        : silentOverHttp(connection, options);
}
function silentOverHttp({ wire }, { server, readyTimeoutMs }) {
    const { bytes } = wire.received;
    const heard = bytes === 0 ? "nothing" : `${count(bytes)} bytes, but not the answer,`;
    return new build_fault/* Fault */.vC("SERVER_NOT_READY", `Server "${server}" did not become ready within ${count(readyTimeoutMs)} ms: ${heard} has come back over HTTP.`, {
        hint: "Raise `ready.timeout` if it is slow. Else check `http.port` and `http.path`, and that the server listens on 0.0.0.0: on 127.0.0.1 nobody outside its container reaches it.",
    });
}
function silentOnStdio(connection, { server, readyTimeoutMs }) {
    const { bytes } = connection.wire.received;
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

;// CONCATENATED MODULE: ./build/mcp/context-cost.js


/**
 * Size of each definition of a tools/list as JSON: bytes exactly, tokens as an estimate (about 5 % off for English).
 *
 * Everything a definition holds is counted, for clients differ in what they leave out.
 */
async function contextCost(tools) {
    // Loaded here: only who asks for the cost pays for the 2 ms.
    const { estimateTokenCount } = await __webpack_require__.e(/* import() */ 2840).then(__webpack_require__.bind(__webpack_require__, 52840));
    const costs = tools.slice(0, maxEntries).map((tool) => {
        const text = JSON.stringify(tool) ?? "";
        const name = reading_isObject(tool) && typeof tool["name"] === "string" ? tool["name"] : "";
        return { name, bytes: Buffer.byteLength(text), tokens: estimateTokenCount(text) };
    });
    return {
        tools: costs,
        bytes: costs.reduce((sum, { bytes }) => sum + bytes, 0),
        tokens: costs.reduce((sum, { tokens }) => sum + tokens, 0),
    };
}

;// CONCATENATED MODULE: ./build/mcp/findings-page.js



/** The page `docs/findings.md`, made from the table. */
function findingsPage() {
    const lines = [
        "# Findings",
        "",
        "<!-- Generated from src/mcp/finding-table.ts by `npm run generate`. -->",
        "",
        "What is said about a server without being asked. Each finding belongs to a check, which the server's `checks` in the",
        "run file switch off: `checks: { definitions: false }`. In reports each carries the address of what the specification",
        "says, in the revision that was negotiated.",
    ];
    let check;
    for (const [code, kind] of Object.entries(findingTable)) {
        if (kind.check !== check) {
            check = kind.check;
            lines.push("", check === "" ? "## Whatever the checks" : `## \`${check}\``, "", "| finding | severity | what it says | specification |", "| --- | --- | --- | --- |");
        }
        lines.push(`| \`${code}\` | ${kind.severity} | ${kind.title} | ${linksOf(kind.section)} |`);
    }
    return lines.join("\n");
}
function linksOf(section) {
    const [legacy, modern] = [newestLegacy, newestModern].map((revision) => referenceOf({ section }, revision));
    if (legacy === undefined) {
        return "–";
    }
    return legacy === modern
        ? `[link](${legacy})`
        : `[${newestLegacy}](${legacy}), [${newestModern}](${modern})`;
}

// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(44708);
// EXTERNAL MODULE: external "node:stream"
var external_node_stream_ = __webpack_require__(57075);
// EXTERNAL MODULE: external "node:zlib"
var external_node_zlib_ = __webpack_require__(38522);
// EXTERNAL MODULE: external "node:dns"
var external_node_dns_ = __webpack_require__(40610);
// EXTERNAL MODULE: external "node:net"
var external_node_net_ = __webpack_require__(77030);
;// CONCATENATED MODULE: ./build/mcp/http/address-rule.js


const never = new external_node_net_.BlockList();
// Link-local holds the metadata services of clouds, which give out the credentials of the machine.
never.addSubnet("169.254.0.0", 16);
never.addSubnet("fe80::", 10, "ipv6");
never.addAddress("fd00:ec2::254", "ipv6");
never.addAddress("100.100.100.200");
never.addSubnet("0.0.0.0", 8);
never.addAddress("::", "ipv6");
never.addSubnet("224.0.0.0", 3);
never.addSubnet("ff00::", 8, "ipv6");
const loopback = new external_node_net_.BlockList();
loopback.addSubnet("127.0.0.0", 8);
loopback.addAddress("::1", "ipv6");
/**
 * Why an address must not be connected to for a declared host; undefined when it may.
 *
 * Loopback is reached only by its own names: one that comes from the DNS may be set by anyone.
 */
function refusedAddress(host, address) {
    const bare = unbracketed(address);
    const family = (0,external_node_net_.isIP)(bare);
    if (family === 0) {
        return undefined;
    }
    const kind = family === 6 ? "ipv6" : "ipv4";
    const via = unbracketed(host) === bare ? "" : `${host} is the address `;
    if (never.check(bare, kind)) {
        return `${via}${bare}, which is link-local, multicast or unspecified and is never connected to`;
    }
    return loopback.check(bare, kind) && !isLoopbackName(host)
        ? `${via}${bare}, this machine's own; name it localhost or 127.0.0.1 if that is meant`
        : undefined;
}
function isLoopbackName(host) {
    const bare = unbracketed(host).toLowerCase();
    const family = (0,external_node_net_.isIP)(bare);
    return family === 0
        ? bare === "localhost" || bare.endsWith(".localhost")
        : loopback.check(bare, family === 6 ? "ipv6" : "ipv4");
}
/**
 * A lookup that hands on only addresses that may be connected to.
 *
 * The first answer is kept: a name cannot be turned to another machine during the session.
 */
function checkedLookup(lookup = external_node_dns_.lookup) {
    let pinned;
    return (host, options, callback) => {
        if (pinned?.host === host) {
            answer(pinned.found, options.all === true, callback);
            return;
        }
        lookup(host, { ...options, all: true }, (error, address) => {
            if (error !== null) {
                callback(error, "");
                return;
            }
            const all = typeof address === "string" ? [{ address, family: (0,external_node_net_.isIP)(address) }] : address;
            const reasons = all.map((one) => refusedAddress(host, one.address));
            const found = all.filter((_, index) => reasons[index] === undefined);
            if (found.length === 0) {
                callback(refusal(reasons.find((reason) => reason !== undefined)), "");
                return;
            }
            pinned = { host, found };
            answer(found, options.all === true, callback);
        });
    };
}
function answer(found, all, callback) {
    const [first] = found;
    if (all || first === undefined) {
        callback(null, [...found]);
    }
    else {
        callback(null, first.address, first.family);
    }
}
function refusal(reason) {
    return Object.assign(new Error(reason ?? "the name has no address"), { code: "EREFUSEDADDRESS" });
}
function unbracketed(host) {
    return host.startsWith("[") ? host.slice(1, -1) : host;
}

;// CONCATENATED MODULE: ./build/mcp/http/via.js

/** An agent whose connections are made by `dial`. */
class DialAgent extends external_node_http_.Agent {
    #dial;
    constructor(dial, options) {
        super(options);
        this.#dial = dial;
    }
    createConnection({ host, port }, callback) {
        void this.#connect(host ?? "", Number(port), callback);
    }
    async #connect(host, port, tell) {
        let stream;
        try {
            stream = await this.#dial(host, port);
        }
        catch (error) {
            // The type knows nothing of a call without a stream; Node.js looks at the error first.
            tell?.(error, undefined);
            return;
        }
        tell?.(null, stream);
    }
}

;// CONCATENATED MODULE: ./build/mcp/http/exchange.js






/** Below what servers usually keep an idle connection for: one that is used again may be closing at that moment. */
const idleMs = 1_000;
/** A session id of 100 KB is to be told, not to fail with the parser's words. */
const maxHeaderBytes = 256 * 1024;
function openLine(origin, { lookup, dial } = {}) {
    const secure = origin.startsWith("https:");
    const options = { keepAlive: true, timeout: idleMs };
    const plain = () => (dial ? new DialAgent(dial, options) : new external_node_http_.Agent(options));
    const agent = secure ? new external_node_https_.Agent(options) : plain();
    const checked = checkedLookup(lookup);
    return {
        exchange: (request) => {
            if (request.url.origin !== origin) {
                return Promise.reject(new Error(`${request.url.origin} is not ${origin}`));
            }
            const { method, headers, signal } = request;
            if (signal.aborted) {
                return Promise.reject(new Error("it was given up"));
            }
            const start = secure ? external_node_https_.request : external_node_http_.request;
            return new Promise((resolve, reject) => {
                const outgoing = start(request.url, {
                    agent,
                    method,
                    lookup: checked,
                    maxHeaderSize: maxHeaderBytes,
                    headers: {
                        ...headers,
                        ...(request.body === undefined ? {} : { "content-length": request.body.length }),
                    },
                });
                // Not the option `signal`: that destroys with an error, and in the moment in which an answer is complete and
                // its connection not yet idle nobody hears that error, which ends the process.
                const onAbort = () => void outgoing.destroy();
                signal.addEventListener("abort", onAbort, { once: true });
                outgoing.once("close", () => signal.removeEventListener("abort", onAbort));
                outgoing.on("error", reject);
                outgoing.once("finish", () => request.onSent?.());
                outgoing.once("response", (incoming) => {
                    const body = decoded(incoming);
                    if (body === undefined) {
                        incoming.destroy();
                        reject(new Error(`its body has the unknown encoding ${incoming.headers["content-encoding"]}`));
                        return;
                    }
                    // An iterator lets go of a body before its last error comes, and an error nobody hears ends the process.
                    body.on("error", () => undefined);
                    resolve({ status: incoming.statusCode ?? 0, headers: incoming.headers, body });
                });
                outgoing.end(request.body);
            });
        },
        destroy: () => agent.destroy(),
    };
}
function decoded(incoming) {
    switch (incoming.headers["content-encoding"]?.trim().toLowerCase() ?? "identity") {
        case "":
        case "identity":
            return incoming;
        case "gzip":
        case "x-gzip":
            return through(incoming, (0,external_node_zlib_.createGunzip)());
        case "deflate":
            return through(incoming, (0,external_node_zlib_.createInflate)());
        case "br":
            return through(incoming, (0,external_node_zlib_.createBrotliDecompress)());
        default:
            return undefined;
    }
}
/** Not `pipe`: an end in the middle must reach the reader, and a reader that stops must close the connection. */
function through(incoming, decoder) {
    (0,external_node_stream_.pipeline)(incoming, decoder, () => undefined);
    return decoder;
}
/** Whether no one has seen the request: a server that is just starting refuses like this. */
function neverArrived(error) {
    const code = codeOf(error);
    return code === "ECONNREFUSED" || code === "ECONNRESET" || code === "EHOSTUNREACH";
}
/** What went wrong on a connection, in words that continue "the connection …". */
function brokenBy(error) {
    const code = codeOf(error);
    const message = error instanceof Error ? error.message : String(error);
    switch (code ?? "") {
        case "ECONNREFUSED":
            return "was refused: nothing listens there";
        case "ECONNRESET":
            return message === "aborted"
                ? "was closed in the middle of the answer"
                : "was closed before an answer came";
        case "ERR_STREAM_PREMATURE_CLOSE":
            return "was closed in the middle of the answer";
        case "EPIPE":
            return "was closed while the request was being sent";
        case "ENOTFOUND":
        case "EAI_AGAIN":
            return "could not be made: the name cannot be resolved";
        case "HPE_HEADER_OVERFLOW":
            return `carried headers of more than ${maxHeaderBytes / 1024} KiB`;
        case "Z_BUF_ERROR":
            return "was closed in the middle of a compressed body";
        default:
            return code?.startsWith("HPE_") === true
                ? `carried no valid HTTP (${message})`
                : code?.startsWith("Z_") === true
                    ? `carried a body that cannot be decompressed (${message})`
                    : `failed: ${message}`;
    }
}
function codeOf(error) {
    return error instanceof Error && "code" in error && typeof error.code === "string"
        ? error.code
        : undefined;
}

;// CONCATENATED MODULE: ./build/mcp/http/read-body.js
/** The whole body up to a limit on decoded bytes; the connection of a longer one is closed. */
async function readBody(body, maxBytes, onBytes = () => undefined) {
    const chunks = [];
    let length = 0;
    for await (const chunk of chunksOf(body)) {
        onBytes(chunk.length);
        chunks.push(chunk);
        length += chunk.length;
        if (length > maxBytes) {
            return { bytes: Buffer.concat(chunks, maxBytes), cut: true };
        }
    }
    return { bytes: Buffer.concat(chunks, length), cut: false };
}
/** A body chunk by chunk; leaving the loop closes its connection. */
async function* chunksOf(body) {
    for await (const chunk of body) {
        // Without an encoding a Readable of the HTTP client and of zlib gives Buffers only.
        yield chunk;
    }
}

;// CONCATENATED MODULE: ./build/mcp/http/header-value.js
const prefix = "=?base64?";
const suffix = "?=";
/** Visible ASCII, spaces and tabs inside. */
const header_value_plain = /^(?:[\x21-\x7e](?:[\x20-\x7e\t]*[\x21-\x7e])?)?$/u;
/** A value as it may stand in a header: as it is, or in the Base64 sentinel of revision 2026-07-28. */
function headerValue(value) {
    const alike = value.startsWith(prefix) && value.endsWith(suffix);
    return header_value_plain.test(value) && !alike
        ? value
        : `${prefix}${Buffer.from(value, "utf8").toString("base64")}${suffix}`;
}

;// CONCATENATED MODULE: ./build/mcp/http/request-headers.js

/** First revision whose requests name it in a header. */
const firstNamed = "2025-06-18";
/** The member as JSON.stringify writes it; inside a text its quotation marks would be escaped. */
const versionInBody = /"io\.modelcontextprotocol\/protocolVersion":"([^"\\]*)"/u;
/** Headers every request of ours has. */
const ownHeaders = {
    "user-agent": "docker-mcp-manager",
    // What the fetch of every common client sends: a server that compresses streams wrongly is to be seen.
    "accept-encoding": "gzip, deflate",
};
/** What a POST of this message carries by the rules of its revision. */
function messageHeaders(message, session) {
    const headers = {
        ...ownHeaders,
        accept: "application/json, text/event-stream",
        "content-type": "application/json",
        ...sessionHeaders(session),
    };
    const version = versionInBody.exec(message.text)?.[1];
    if (version !== undefined) {
        headers["mcp-protocol-version"] = headerValue(version);
    }
    if ((session.modern || version !== undefined) && message.method !== undefined) {
        headers["mcp-method"] = headerValue(message.method);
        if (message.name !== undefined) {
            headers["mcp-name"] = headerValue(message.name);
        }
    }
    return headers;
}
function sessionHeaders({ revision, sessionId }) {
    return {
        ...(revision === undefined || revision < firstNamed
            ? {}
            : { "mcp-protocol-version": revision }),
        ...(sessionId === undefined ? {} : { "mcp-session-id": sessionId }),
    };
}
/** Later ones win, whatever their case. */
function mergedHeaders(...all) {
    const merged = new Map();
    for (const headers of all) {
        for (const [name, value] of Object.entries(headers ?? {})) {
            merged.set(name.toLowerCase(), value);
        }
    }
    return Object.fromEntries(merged);
}
/** With the headers a step gives; an empty value takes the header out, so that a test can leave it out. */
function withGiven(headers, given) {
    const emptied = Object.entries(given ?? {}).filter(([, value]) => value === "");
    const left = new Set(emptied.map(([name]) => name.toLowerCase()));
    const merged = Object.entries(mergedHeaders(headers, given));
    return Object.fromEntries(merged.filter(([name]) => !left.has(name)));
}

;// CONCATENATED MODULE: ./build/mcp/http/ask-once.js



const timeoutMs = 10_000;
const ask_once_maxBytes = 1024 * 1024;
/** One HTTP request on a connection of its own; no redirect is followed. Rejects when there is no answer in 10 s. */
async function askOnce(url, request, clock, via = {}) {
    const line = openLine(url.origin, via);
    const abort = new AbortController();
    const late = clock.sleep(timeoutMs, abort.signal).then(() => abort.abort(), () => undefined);
    try {
        const headers = { ...ownHeaders, ...request.headers };
        const answer = await line.exchange({ ...request, url, headers, signal: abort.signal });
        const endless = answer.headers["content-type"]?.startsWith("text/event-stream") === true;
        if (endless) {
            answer.body.destroy();
        }
        const body = endless ? Buffer.alloc(0) : (await readBody(answer.body, ask_once_maxBytes)).bytes;
        return { status: answer.status, headers: answer.headers, body };
    }
    finally {
        abort.abort();
        line.destroy();
        await late;
    }
}

;// CONCATENATED MODULE: ./build/mcp/http/auth.js
/** A fixed bearer token. */
function bearerAuth(token) {
    const headers = { authorization: `Bearer ${token}` };
    return { headers: async () => headers };
}

;// CONCATENATED MODULE: ./build/mcp/http/endpoint.js



/** The URL of an endpoint; rejects what must not be spoken to with RUN_FILE_INVALID. */
function urlOf(endpoint) {
    const url = URL.parse(endpoint.url);
    if (url === null || (url.protocol !== "http:" && url.protocol !== "https:")) {
        throw new build_fault/* Fault */.vC("RUN_FILE_INVALID", `A server's url is no http or https address.`, {
            hint: "Write it like https://mcp.example.com/mcp.",
        });
    }
    // Not quoted: what stands before the @ is a secret.
    if (url.username !== "" || url.password !== "") {
        throw new build_fault/* Fault */.vC("RUN_FILE_INVALID", `The url of the server at ${url.host} has a user name or password in it.`, { hint: "Give credentials with `bearer` or `headers`, from a secret." });
    }
    const refused = refusedAddress(url.hostname, url.hostname);
    if (refused !== undefined) {
        throw new build_fault/* Fault */.vC("RUN_FILE_INVALID", `The url ${shownUrl(url)} is refused: ${refused}.`);
    }
    return url;
}
/** A URL for messages. Its query is left out: hosted servers take their keys there. */
function shownUrl(url) {
    return quote(`${url.origin}${url.pathname}`);
}

;// CONCATENATED MODULE: ./build/mcp/http/probe-message.js

const clientInfo = { name: "docker-mcp-manager", version: "0" };
/** The first message of a session, as a request of its own. */
function firstMessage(era) {
    const headers = {
        accept: "application/json, text/event-stream",
        "content-type": "application/json",
    };
    if (era === "legacy") {
        const params = { protocolVersion: revision_newestLegacy, capabilities: {}, clientInfo };
        return { headers, body: probe_message_request("initialize", params) };
    }
    return {
        headers: {
            ...headers,
            "mcp-protocol-version": revision_newestModern,
            "mcp-method": "server/discover",
        },
        body: probe_message_request("server/discover", { _meta: modernMeta(clientInfo, {}) }),
    };
}
function probe_message_request(method, params) {
    return Buffer.from(JSON.stringify({ jsonrpc: "2.0", id: 1, method, params }));
}

;// CONCATENATED MODULE: ./build/mcp/http/check-origin.js





/** A page that no server can mean to serve; the name is reserved for ever (RFC 2606). */
const foreignOrigin = "http://evil.example";
/**
 * Asks a server as a web page of a stranger would: it must answer 403, or any page can talk to it by DNS rebinding.
 *
 * For servers of our own only. A session begun so is ended again. No answer at all is no finding.
 */
async function checkOrigin(endpoint, era, clock) {
    const url = urlOf(endpoint);
    const proof = await endpoint.auth?.headers();
    const { headers, body } = firstMessage(era);
    const own = mergedHeaders(headers, endpoint.headers, proof, { origin: foreignOrigin });
    try {
        const answer = await askOnce(url, { method: "POST", headers: own, body }, clock, endpoint);
        const session = answer.headers["mcp-session-id"];
        if (typeof session === "string") {
            const mine = mergedHeaders(endpoint.headers, proof, { "mcp-session-id": session });
            await askOnce(url, { method: "DELETE", headers: mine }, clock, endpoint);
        }
        return answer.status >= 200 && answer.status < 300
            ? findingOf("origin-not-checked", `a request with the header Origin: ${foreignOrigin} was answered with HTTP ${answer.status}; it must be 403, or any web page can reach the server by DNS rebinding`)
            : undefined;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/mcp/http/check-protected.js








const wellKnown = "/.well-known/oauth-protected-resource";
/**
 * What is wrong with a server that is declared protected: it must answer 401 without a token and with a wrong one, and
 * say by RFC 9728 where a token is to be had. Rejects when it cannot be reached.
 */
async function checkProtected(endpoint, era, clock) {
    const url = urlOf(endpoint);
    const { headers, body } = firstMessage(era);
    const ask = (authorization) => {
        const own = withGiven(mergedHeaders(headers, endpoint.headers), { authorization });
        return askOnce(url, { method: "POST", headers: own, body }, clock, endpoint);
    };
    const bare = await ask("");
    if (bare.status !== 401) {
        return [
            findingOf("auth-not-required", `a request without a token was answered with HTTP ${bare.status}; it must be 401`),
        ];
    }
    const findings = [];
    const wrong = await ask("Bearer not-a-token");
    if (wrong.status !== 401) {
        findings.push(findingOf("auth-not-required", `a request with a wrong token was answered with HTTP ${wrong.status}; it must be 401`));
    }
    const challenge = bare.headers["www-authenticate"];
    const named = await metadataUrlIn(challenge);
    if (challenge === undefined || !/^(?:bearer|dpop)\b/iu.test(challenge)) {
        const has = challenge === undefined ? "has none" : `has ${quote(challenge)}`;
        findings.push(findingOf("auth-challenge", `a 401 must have a WWW-Authenticate header with Bearer; it ${has}`));
    }
    return [...findings, ...(await checkMetadata(url, named, clock, endpoint))];
}
/** Loaded only here: it takes 100 ms and most runs need none of it. */
async function metadataUrlIn(challenge) {
    if (challenge === undefined) {
        return undefined;
    }
    const { extractWWWAuthenticateParams } = await Promise.all(/* import() */[__webpack_require__.e(7164), __webpack_require__.e(7656)]).then(__webpack_require__.bind(__webpack_require__, 87656));
    const headers = { "www-authenticate": challenge };
    return extractWWWAuthenticateParams(new Response(null, { status: 401, headers }))
        .resourceMetadataUrl;
}
async function checkMetadata(url, named, clock, endpoint) {
    const places = placesOf(url, named);
    for (const place of places) {
        const answer = await askOnce(place, { method: "GET" }, clock, endpoint);
        if (answer.status === 200) {
            const problem = metadataProblem(answer.body.toString("utf8"));
            return problem === undefined
                ? []
                : [findingOf("auth-metadata", `the metadata at ${shownUrl(place)} ${problem}`)];
        }
    }
    const tried = places.map((place) => place.pathname).join(", ");
    return [
        findingOf("auth-metadata", `no metadata of the protected resource (RFC 9728): ${named === undefined ? "the challenge has no resource_metadata, and " : ""}nothing is found at ${tried}`),
    ];
}
/**
 * Where metadata may be asked for: at the server itself only.
 *
 * In its container a server takes itself for localhost; such a name means the address we know it by.
 */
function placesOf(url, named) {
    const path = url.pathname === "/" ? "" : url.pathname;
    const usual = [new URL(/* webpackIgnore: true */ `${wellKnown}${path}`, url), new URL(wellKnown, url)];
    if (named === undefined) {
        return usual;
    }
    const own = named.origin === url.origin || isLoopbackName(named.hostname);
    return own ? [new URL(/* webpackIgnore: true */ `${named.pathname}${named.search}`, url)] : usual;
}
function metadataProblem(text) {
    let metadata;
    try {
        metadata = JSON.parse(text);
    }
    catch {
        return `are no JSON: ${quote(text)}`;
    }
    if (!reading_isObject(metadata)) {
        return `are no JSON object: ${quote(text)}`;
    }
    const { resource, authorization_servers: servers } = metadata;
    if (typeof resource !== "string" || URL.parse(resource) === null) {
        return `have no address as "resource" but ${show(resource)}`;
    }
    if (!Array.isArray(servers) || servers.length === 0) {
        return `name no "authorization_servers"`;
    }
    const bad = servers.find((server) => !isSafe(server));
    return bad === undefined
        ? undefined
        : `name an authorization server that is no https address: ${show(bad)}`;
}
function isSafe(server) {
    const url = typeof server === "string" ? URL.parse(server) : null;
    return url !== null && (url.protocol === "https:" || isLoopbackName(url.hostname));
}

;// CONCATENATED MODULE: ./build/mcp/http/guarded-fetch.js




/**
 * A fetch that goes only to the origins given, over https or to this machine, and follows no redirect.
 *
 * What a server's metadata point to is the server's choice; where our credentials go is the run file's.
 */
function guardedFetch(origins, server, clock, via = {}) {
    return async (input, init = {}) => {
        const url = new URL(input);
        if (!origins.has(url.origin)) {
            throw new build_fault/* Fault */.vC("ACCESS_DENIED", `The server at ${shownUrl(server)} sends us to ${shownUrl(url)} for authorization, which is not declared and was not asked.`, { hint: "If it is right, declare it as `auth.client_credentials.issuer`." });
        }
        if (url.protocol !== "https:" &&
            !isLoopbackName(url.hostname) &&
            url.origin !== server.origin) {
            throw new build_fault/* Fault */.vC("ACCESS_DENIED", `The authorization server ${shownUrl(url)} is neither https nor on this machine.`, { hint: "Credentials go over https only." });
        }
        const { body } = init;
        const { status, headers, body: bytes, } = await askOnce(url, {
            method: init.method === "POST" ? "POST" : "GET",
            headers: Object.fromEntries(new Headers(init.headers)),
            // The library sends forms only.
            ...(body instanceof URLSearchParams || typeof body === "string"
                ? { body: Buffer.from(body.toString()) }
                : {}),
        }, clock, url.origin === server.origin ? via : { ...(via.lookup && { lookup: via.lookup }) });
        const type = headers["content-type"] ?? "text/plain";
        const empty = status === 204 || status === 205 || status === 304;
        return new Response(empty ? null : new Uint8Array(bytes), {
            status,
            headers: { "content-type": type },
        });
    };
}

;// CONCATENATED MODULE: ./build/mcp/http/client-credentials.js




/**
 * Tokens by the OAuth grant `client_credentials`, got when the server asks for one, and again when one has ended.
 *
 * `renew` rejects with ACCESS_DENIED when there is none to be had.
 */
function clientCredentialsAuth(serverUrl, credentials, clock, via = {}) {
    const server = urlOf({ url: serverUrl });
    const issuer = credentials.issuer ?? server.origin;
    const origins = new Set([server.origin, new URL(issuer).origin]);
    const fetchFn = guardedFetch(origins, server, clock, via);
    let token;
    let renewing;
    async function renew(challenge) {
        // Loaded only here: it takes 100 ms and most runs need none of it.
        const sdk = await Promise.all(/* import() */[__webpack_require__.e(7164), __webpack_require__.e(7656)]).then(__webpack_require__.bind(__webpack_require__, 87656));
        const provider = new sdk.ClientCredentialsProvider({
            clientId: credentials.clientId,
            clientSecret: credentials.clientSecret,
            clientName: "docker-mcp-manager",
            expectedIssuer: issuer,
            ...(credentials.scopes === undefined ? {} : { scope: credentials.scopes.join(" ") }),
        });
        const headers = challenge === undefined ? {} : { "www-authenticate": challenge };
        const asked = sdk.extractWWWAuthenticateParams(new Response(null, { status: 401, headers }));
        const scope = credentials.scopes?.join(" ") ?? asked.scope;
        try {
            await sdk.auth(provider, {
                serverUrl: server,
                fetchFn,
                ...(scope === undefined ? {} : { scope }),
                ...(asked.resourceMetadataUrl === undefined
                    ? {}
                    : { resourceMetadataUrl: asked.resourceMetadataUrl }),
            });
        }
        catch (error) {
            throw error instanceof build_fault/* Fault */.vC ? error : refused(error);
        }
        token = provider.tokens()?.access_token;
    }
    function refused(error) {
        const said = error instanceof Error ? error.message : String(error);
        // An authorization server may repeat what it was sent.
        const words = said.replaceAll(credentials.clientSecret, "***");
        return new build_fault/* Fault */.vC("ACCESS_DENIED", `No token for the server at ${shownUrl(server)}: ${quote(words)}.`, { hint: "Look at `auth.client_credentials` and at the authorization server's log." });
    }
    return {
        headers: async () => (token === undefined ? {} : { authorization: `Bearer ${token}` }),
        renew: async (challenge) => {
            // Several requests may be refused at once; one new token serves them all.
            renewing ??= renew(challenge).finally(() => {
                renewing = undefined;
            });
            await renewing;
            return token !== undefined;
        },
    };
}

;// CONCATENATED MODULE: ./build/mcp/http/status-rule.js

/** The HTTP status that revision 2026-07-28 demands for an error (Streamable HTTP, request metadata). */
const statusOf = new Map([
    [-32601, 404],
    [-32020, 400],
    [-32021, 400],
    [-32022, 400],
]);
/** What is wrong with the status of an answer of a modern server. */
function statusProblem(error, status) {
    if (!reading_isObject(error)) {
        return undefined;
    }
    const demanded = statusOf.get(error["code"]);
    return demanded === undefined || demanded === status
        ? undefined
        : `is error ${String(error["code"])} with HTTP ${status}; it must be HTTP ${demanded}`;
}

;// CONCATENATED MODULE: ./build/mcp/http/answering.js





/** How long a stream may stay open behind its answer. */
const lingerMs = 1_000;
/** How long the news that the server has ended may come after a broken connection. */
const endNewsMs = 1_000;
const unreachableHint = "Check the address (`url`, or `http.port` and `http.path`), and that the server listens on 0.0.0.0: on 127.0.0.1 nobody outside its container reaches it.";
const maxStrayBytes = 64 * 1024;
/** Ends a post without an answer; only the first end counts. */
function fail(answering, post, code, words) {
    give(answering, post, new build_fault/* Fault */.vC(code, words));
}
function give({ sink, intake }, post, fault) {
    const { id, bytes, text } = post.message;
    if (post.state !== "open") {
        return;
    }
    post.state = "over";
    if (id !== undefined) {
        sink.failed(id, fault);
    }
    else if (bytes !== undefined) {
        sink.unreadable(fault.message, [text], false);
    }
    else {
        intake.report("http-notification", () => fault.message);
    }
}
/** Ends a post whose connection broke; where the server has ended, that is told instead. */
async function failBroken(answering, post, error) {
    const { poster, surroundings } = answering;
    if (post.state !== "open") {
        return;
    }
    if (error instanceof build_fault/* Fault */.vC) {
        give(answering, post, error);
        return;
    }
    const { ended } = poster.endpoint;
    if (ended !== undefined) {
        const patience = new AbortController();
        const late = surroundings.clock.sleep(endNewsMs, patience.signal).then(() => false, () => false);
        const over = await Promise.race([ended.then(() => true), late]).catch(() => true);
        patience.abort();
        if (over) {
            return;
        }
    }
    const words = `${post.label} got no answer: the connection ${brokenBy(error)}.`;
    if (poster.everAnswered) {
        fail(answering, post, "SESSION_CLOSED", words);
    }
    else {
        give(answering, post, new build_fault/* Fault */.vC("SERVER_NOT_READY", words, { hint: unreachableHint }));
    }
}
/** The whole body; undefined when it was too long, which ends the post. */
async function wholeBody(answering, post, response) {
    const { intake, surroundings } = answering;
    const { maxMessageBytes, tap } = surroundings;
    const { bytes, cut } = await readBody(response.body, maxMessageBytes, (length) => {
        intake.bytes += length;
    });
    if (!cut) {
        return bytes;
    }
    const words = `is longer than the ${count(maxMessageBytes)} bytes allowed`;
    const head = bytes.toString("utf8", 0, 4096);
    tap.stray(head, bytes.length, true);
    intake.report("oversized-message", () => `the answer to ${post.label} ${words} and was not read to its end: ${quote(head)}`);
    fail(answering, post, "PROTOCOL_VIOLATION", `The answer to ${post.label} ${words}.`);
    return undefined;
}
/** Gives the tap a body that is no message. */
function tapStray({ surroundings }, body) {
    if (body.length > 0) {
        const text = body.toString("utf8", 0, maxStrayBytes);
        surroundings.tap.stray(text, body.length, body.length > maxStrayBytes);
    }
}
/** The answer to a request as an origin of messages: the first response ends the waiting. */
function originOf(answering, post, status) {
    const { poster, intake, mappings, surroundings } = answering;
    const { id, method } = post.message;
    return {
        place: `the answer to ${post.label}`,
        request: id,
        each: (message) => {
            if (message["method"] !== undefined || post.state !== "open") {
                return message;
            }
            post.state = "answered";
            if (poster.session.modern) {
                const problem = statusProblem(message["error"], status);
                if (problem !== undefined) {
                    intake.report("http-status", () => `the answer to ${post.label} ${problem}`);
                }
                if (method === "tools/list") {
                    mappings.learn(message["result"]);
                }
            }
            // The server is to end the stream behind the answer; one that does not is closed by us.
            surroundings.clock.sleep(lingerMs, post.abort.signal).then(() => post.abort.abort(), () => undefined);
            return message;
        },
    };
}

;// CONCATENATED MODULE: ./build/mcp/http/header-mapping.js



const header_mapping_token = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/u;
const primitive = new Set(["integer", "string", "boolean"]);
const mark = "x-mcp-header";
/** Deeper schemas are not looked into; the parser of messages allows no more. */
const header_mapping_maxDepth = 200;
/** The mapping an input schema asks for, or why it is invalid. */
function mappingOf(inputSchema) {
    const mapping = [];
    const problem = collect(inputSchema, [], true, mapping, new Set(), 0);
    return problem ?? mapping;
}
/** The headers `Mcp-Param-…` of one call; arguments that are absent or null have none. */
function paramHeaders(mapping, args) {
    const headers = {};
    for (const { path, name } of mapping) {
        const value = path.reduce((at, key) => (reading_isObject(at) && Object.hasOwn(at, key) ? at[key] : undefined), args);
        if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") {
            headers[`mcp-param-${name.toLowerCase()}`] = headerValue(String(value));
        }
    }
    return headers;
}
function collect(schema, path, reachable, mapping, names, depth) {
    if (depth > header_mapping_maxDepth || typeof schema !== "object" || schema === null) {
        return undefined;
    }
    if (reading_isObject(schema) && Object.hasOwn(schema, mark)) {
        const problem = header_mapping_problemOf(schema, path, reachable, names);
        if (problem !== undefined) {
            return problem;
        }
        mapping.push({ path, name: String(schema[mark]) });
    }
    for (const [key, value] of Object.entries(schema)) {
        const problem = key === "properties" && reading_isObject(value) && reading_isObject(schema)
            ? header_mapping_firstOf(Object.entries(value), ([name, property]) => collect(property, [...path, name], reachable, mapping, names, depth + 2))
            : dataKeywords.has(key)
                ? undefined
                : collect(value, path, false, mapping, names, depth + 1);
        if (problem !== undefined) {
            return problem;
        }
    }
    return undefined;
}
/** Keywords whose values are data, in which the mark means nothing. */
const dataKeywords = new Set(["const", "enum", "default", "examples", mark]);
function header_mapping_problemOf(schema, path, reachable, names) {
    const name = schema[mark];
    const at = path.length === 0 ? "the root of the schema" : quote(path.join("."));
    if (typeof name !== "string" || !header_mapping_token.test(name)) {
        return `${mark} of ${at} is ${show(name)}, which cannot be part of a header's name`;
    }
    if (!reachable || path.length === 0) {
        return `${mark} ${quote(name)} stands where only \`properties\` may lead to`;
    }
    if (!primitive.has(schema["type"])) {
        return `${mark} ${quote(name)} is on ${at}, whose type is ${show(schema["type"])}; allowed are string, integer and boolean`;
    }
    if (names.has(name.toLowerCase())) {
        return `${mark} ${quote(name)} is used twice`;
    }
    names.add(name.toLowerCase());
    return undefined;
}
function header_mapping_firstOf(items, problem) {
    for (const item of items) {
        const found = problem(item);
        if (found !== undefined) {
            return found;
        }
    }
    return undefined;
}

;// CONCATENATED MODULE: ./build/mcp/http/header-mappings.js



/** What the tools of a modern session want as headers, as far as they were listed. */
class HeaderMappings {
    #findings;
    #tools = new Map();
    constructor(findings) {
        this.#findings = findings;
    }
    /** Takes the result of a `tools/list`. */
    learn(result) {
        const tools = reading_isObject(result) ? result["tools"] : undefined;
        for (const tool of Array.isArray(tools) ? tools : []) {
            if (!reading_isObject(tool) || typeof tool["name"] !== "string") {
                continue;
            }
            const { name } = tool;
            const mapping = mappingOf(tool["inputSchema"]);
            this.#tools.set(name, mapping);
            if (typeof mapping === "string") {
                this.#findings.report("header-mapping", () => `the tool ${quote(name)} is unusable over HTTP: ${mapping}`);
            }
        }
    }
    /** Whether the tool of a call was listed. */
    knows({ name }) {
        return name !== undefined && this.#tools.has(name);
    }
    /** The headers of a call; text says why it must not be made. */
    headersFor({ method, name, text }) {
        const mapping = method === "tools/call" && name !== undefined ? this.#tools.get(name) : undefined;
        if (typeof mapping === "string") {
            return `its definition is invalid, and clients must leave such a tool out (${mapping})`;
        }
        return mapping === undefined || mapping.length === 0
            ? {}
            : paramHeaders(mapping, argumentsIn(text));
    }
}
function argumentsIn(text) {
    const message = JSON.parse(text);
    const params = reading_isObject(message) ? message["params"] : undefined;
    return reading_isObject(params) ? params["arguments"] : undefined;
}

// EXTERNAL MODULE: external "node:buffer"
var external_node_buffer_ = __webpack_require__(4573);
// EXTERNAL MODULE: ./node_modules/eventsource-parser/dist/parse.js + 1 modules
var parse = __webpack_require__(46085);
;// CONCATENATED MODULE: ./build/mcp/http/event-reader.js


/**
 * Reads a stream of server-sent events (WHATWG HTML, 9.2) from chunks cut anywhere.
 *
 * The library takes text and caps characters; bytes are decoded and counted here.
 */
function eventReader(maxBytes, sink) {
    let tail = Buffer.alloc(0);
    let valid = true;
    let over = false;
    function oversized() {
        if (!over) {
            over = true;
            sink.oversized();
        }
    }
    const parser = (0,parse/* createParser */.C)({
        maxBufferSize: maxBytes,
        onEvent: ({ event, data }) => {
            const bytes = Buffer.byteLength(data);
            if (bytes > maxBytes) {
                oversized();
            }
            else if (!over) {
                sink.event({ type: event ?? "message", data, bytes });
            }
        },
        onId: (id) => sink.id(id === "" ? undefined : id),
        onRetry: (ms) => sink.retry(ms),
        onError: ({ type }) => {
            if (type === "max-buffer-size-exceeded") {
                oversized();
            }
        },
    });
    return (chunk) => {
        if (over) {
            return;
        }
        const whole = tail.length === 0 ? chunk : Buffer.concat([tail, chunk]);
        const end = whole.length - openBytes(whole);
        tail = whole.subarray(end);
        const part = whole.subarray(0, end);
        if (valid && !(0,external_node_buffer_.isUtf8)(part)) {
            valid = false;
            sink.invalidUtf8();
        }
        // Not a TextDecoder: that drops a byte order mark, and the library one more.
        parser.feed(part.toString("utf8"));
    };
}
/** How many bytes at the end belong to a character that is not complete yet. */
function openBytes(bytes) {
    for (let back = 1; back <= Math.min(3, bytes.length); back += 1) {
        const byte = bytes[bytes.length - back] ?? 0;
        if (byte >= 0xc0) {
            const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
            return back < length ? back : 0;
        }
        if (byte < 0x80) {
            return 0;
        }
    }
    return 0;
}

;// CONCATENATED MODULE: ./build/mcp/http/json-messages.js


/** Reads text that is to be one JSON-RPC message; never throws. */
function readMessages(text) {
    const start = text.search(/[{[]/u);
    if (start !== -1 &&
        text.length > 2 * maxDepth &&
        scanValue(text, start, maxDepth).depth > maxDepth) {
        return { kind: "unreadable", code: "too-deep", reason: `nests deeper than ${maxDepth} levels` };
    }
    let value;
    try {
        value = JSON.parse(text);
    }
    catch {
        return { kind: "unreadable", code: "invalid-json", reason: "is no JSON" };
    }
    if (isMessage(value)) {
        return { kind: "message", message: value };
    }
    const messages = Array.isArray(value) ? value.filter(isMessage) : [];
    return messages.length > 0 ? { kind: "batch", messages } : { kind: "foreign" };
}

;// CONCATENATED MODULE: ./build/mcp/http/intake.js





/** Bytes of text that is no message which the tap is given. */
const maxStrayChars = 64 * 1024;
/** From bytes that came over HTTP to messages, with what is wrong with them. */
class Intake {
    #sink;
    #about;
    /** Decoded bytes of all bodies so far. */
    bytes = 0;
    /** The revision of the session: batches belong to two of them. */
    revision;
    constructor(sink, about) {
        this.#sink = sink;
        this.#about = about;
    }
    /** Hands on the messages of a body; returns why there are none. */
    body(bytes, origin) {
        const { text, bom, invalidAt } = decodeLine(bytes);
        if (bom) {
            this.report("bom", () => `${origin.place} begins with a UTF-8 byte order mark`);
        }
        if (invalidAt !== undefined) {
            this.report("invalid-utf8", () => `${origin.place} is no UTF-8 from byte ${count(invalidAt)} on`);
        }
        return this.#text(text, bytes.length, origin);
    }
    /** Reads an event stream to its end, or to an event that is too long. Rejects when the connection breaks. */
    async stream(body, origin, cursor) {
        let oversized = false;
        const { maxMessageBytes } = this.#about;
        const push = eventReader(maxMessageBytes, {
            event: ({ type, data, bytes }) => {
                // An empty one only carries an id to resume from.
                if (data === "" || origin.special?.(type, data) === true) {
                    return;
                }
                if (type !== "message") {
                    this.report("sse-event-type", () => `${origin.place} has an event of the type ${quote(type)}; clients read only "message": ${quote(data)}`);
                }
                const problem = this.#text(data, bytes, origin);
                if (problem !== undefined) {
                    this.#sink.unreadable(`${origin.place} has an event that ${problem}`, [data], false);
                }
            },
            id: (id) => {
                Object.assign(cursor, { lastEventId: id });
            },
            retry: (ms) => {
                Object.assign(cursor, { retryMs: ms });
            },
            oversized: () => {
                oversized = true;
                this.report("oversized-message", () => `${origin.place} has an event longer than the ${count(maxMessageBytes)} bytes allowed; the rest was not read`);
            },
            invalidUtf8: () => this.report("invalid-utf8", () => `${origin.place} has bytes that are no UTF-8`),
        });
        for await (const chunk of chunksOf(body)) {
            this.bytes += chunk.length;
            push(chunk);
            if (oversized) {
                return "oversized";
            }
        }
        return "ended";
    }
    report(code, message) {
        this.#about.findings.report(code, message);
    }
    #text(text, bytes, origin) {
        const read = readMessages(text);
        const { tap, clock } = this.#about;
        if (read.kind === "unreadable" || read.kind === "foreign") {
            tap.stray(text.slice(0, maxStrayChars), bytes, text.length > maxStrayChars);
            if (read.kind === "unreadable") {
                this.report(read.code, () => `${origin.place} ${read.reason}: ${quote(text)}`);
            }
            return `${read.kind === "foreign" ? "is no JSON-RPC message" : read.reason}: ${quote(text)}`;
        }
        const receivedMs = clock.monotonicMs();
        tap.message("received", text, bytes, false);
        const messages = read.kind === "message" ? [read.message] : read.messages;
        if (read.kind === "batch") {
            this.#checkBatch(text, messages.length, origin);
        }
        for (const message of messages) {
            const given = origin.each === undefined ? message : origin.each(message);
            if (given !== undefined) {
                const about = { glued: false, receivedMs };
                this.#sink.message(given, text, bytes, origin.request === undefined ? about : { ...about, request: origin.request });
            }
        }
        return undefined;
    }
    #checkBatch(text, length, { place }) {
        if (this.revision !== "2025-03-26" && this.revision !== "2024-11-05") {
            this.report("batch", () => `${place} is a JSON-RPC batch of ${count(length)}; batches were removed in revision 2025-06-18: ${quote(text)}`);
        }
    }
}

;// CONCATENATED MODULE: ./build/mcp/http/post.js

function newPost(message, onWritten = () => undefined) {
    const { text, bytes, method, name } = message;
    return {
        message,
        label: method === undefined ? "our message" : labelOf(method, name === undefined ? {} : { name }),
        outgoing: { bytes: bytes?.length ?? Buffer.byteLength(text), state: "waiting" },
        onWritten,
        abort: new AbortController(),
        state: "open",
    };
}
/** Whether it asks for an answer; notifications, responses and raw bytes do not, as far as is known here. */
function isRequest(message) {
    return message.id !== undefined && message.method !== undefined;
}
/** Ours to a request of the server. */
function isResponse(message) {
    return message.method === undefined && message.bytes === undefined;
}

;// CONCATENATED MODULE: ./build/mcp/http/response.js



/** The media type of a body without its parameters, in lower case; empty when none is given. */
function mediaType(headers) {
    return (headers["content-type"] ?? "").split(";", 1)[0]?.trim().toLowerCase() ?? "";
}
/** An answer in words: `HTTP 500 (text/html)`. */
function response_described({ status, headers }) {
    const type = headers["content-type"];
    return `HTTP ${status}${type === undefined ? "" : ` (${quote(type).slice(1, -1)})`}`;
}
/** Its body for a message: at most 200 characters of it, quoted. */
function quotedBody(bytes) {
    return bytes.length === 0 ? "an empty body" : quote(bytes.toString("utf8"));
}
/** Where a redirect leads: the address to ask next, or why it is not followed. */
function redirectOf(response, from) {
    const { status, headers } = response;
    if (status < 300 || status > 399 || status === 304) {
        return undefined;
    }
    const { location } = headers;
    const to = location === undefined ? null : URL.parse(location, from.href);
    if (to === null) {
        return "names no address to go to";
    }
    if (to.origin !== from.origin) {
        return `leads to ${shownUrl(to)}, which is another host, port or scheme and is not followed`;
    }
    if (status !== 307 && status !== 308) {
        return `leads to ${shownUrl(to)}, but a client must ask there with GET; 307 and 308 keep a POST`;
    }
    return to;
}
/**
 * The JSON-RPC error in the body of an HTTP error, as the answer to our request.
 *
 * It may come without an id (Streamable HTTP, sending messages): which request it answers is known all the same.
 */
function asAnswerTo(message, id) {
    if (!reading_isObject(message["error"])) {
        return undefined;
    }
    const own = message["id"];
    return own === undefined || own === null ? { ...message, id } : message;
}
/** What is wrong with a session id; undefined when all is well. */
function sessionIdProblem(id) {
    if (id === "") {
        return "is empty";
    }
    if (!/^[\x21-\x7e]*$/u.test(id)) {
        return `has characters other than visible ASCII: ${quote(id)}`;
    }
    return id.length > maxSessionIdBytes
        ? `has ${id.length} bytes, more than servers and proxies take in a header`
        : undefined;
}
/** Common limits on all headers together are 8 to 16 KiB. */
const maxSessionIdBytes = 4096;

;// CONCATENATED MODULE: ./build/mcp/http/poster.js



/** How often a server that is starting is tried. */
const retryMs = 50;
const maxRedirects = 3;
/** Sends HTTP requests with what the endpoint, the session and the authorization want on them. */
class Poster {
    endpoint;
    /** What the handshake has told so far. */
    session = {
        revision: undefined,
        modern: false,
        sessionId: undefined,
    };
    #about;
    #line;
    #url;
    #everAnswered = false;
    #destroyed = false;
    constructor(endpoint, url, about) {
        this.endpoint = endpoint;
        this.#about = about;
        this.#url = url;
        this.#line = openLine(url.origin, endpoint);
    }
    /** Whether the server has ever answered anything. */
    get everAnswered() {
        return this.#everAnswered;
    }
    get url() {
        return this.#url;
    }
    /** Everything from now on goes to this address, which is of the same origin. */
    moveTo(url) {
        this.#url = url;
    }
    /** Rejects with what the connection failed of; a redirect that is not followed is an answer. */
    post(message, signal, extra, told = {}) {
        const body = message.bytes ?? Buffer.from(message.text);
        return this.#ask("POST", () => mergedHeaders(messageHeaders(message, this.session), extra), message.headers, { body, signal, ...told });
    }
    get(signal, lastEventId) {
        return this.#ask("GET", () => ({
            ...ownHeaders,
            accept: "text/event-stream",
            ...sessionHeaders(this.session),
            // A header takes bytes, and an event id is UTF-8.
            ...(lastEventId === undefined
                ? {}
                : { "last-event-id": Buffer.from(lastEventId, "utf8").toString("latin1") }),
        }), undefined, { signal });
    }
    /** Tells the server that its session is no longer needed; what it says to that does not matter. */
    async deleteSession(timeoutMs) {
        if (this.session.sessionId === undefined) {
            return;
        }
        const own = () => ({ ...ownHeaders, ...sessionHeaders(this.session) });
        const timer = new AbortController();
        const late = this.#about.clock.sleep(timeoutMs, timer.signal).catch(() => undefined);
        const request = new AbortController();
        const told = this.#ask("DELETE", own, undefined, { signal: request.signal }).then(({ body }) => body.destroy(), () => undefined);
        await Promise.race([told, late]);
        timer.abort();
        request.abort();
    }
    destroy() {
        this.#destroyed = true;
        this.#line.destroy();
    }
    async #ask(method, own, given, rest) {
        const { auth, headers } = this.endpoint;
        let renewed = false;
        for (let redirects = 0;;) {
            const proof = auth === undefined ? undefined : await auth.headers();
            const response = await this.#patiently({
                method,
                url: this.#url,
                headers: withGiven(mergedHeaders(own(), headers, proof), given),
                ...rest,
            });
            const to = redirectOf(response, this.#url);
            if (to instanceof URL && redirects < maxRedirects) {
                redirects += 1;
                response.body.destroy();
                this.#redirected(to);
            }
            else if (response.status === 401 && auth?.renew !== undefined && !renewed) {
                renewed = true;
                const challenge = response.headers["www-authenticate"];
                if (!(await auth.renew(challenge))) {
                    return response;
                }
                response.body.destroy();
            }
            else {
                return response;
            }
        }
    }
    #redirected(to) {
        const from = this.#url.pathname;
        this.#url = to;
        this.#about.findings.report("http-redirect", () => `the server redirects ${from} to ${to.pathname}; give it the latter address`);
    }
    async #patiently(request) {
        for (;;) {
            try {
                const response = await this.#line.exchange(request);
                this.#everAnswered = true;
                return response;
            }
            catch (error) {
                const starting = this.endpoint.starting === true && !this.#everAnswered;
                if (!starting || this.#destroyed || !neverArrived(error)) {
                    throw error;
                }
                request.onUnsent?.();
                await this.#about.clock.sleep(retryMs, request.signal);
            }
        }
    }
}

;// CONCATENATED MODULE: ./build/mcp/http/refusal.js



/** Why a request got an HTTP error instead of a JSON-RPC answer. */
function refusalOf(label, response, body, sessionLost) {
    const said = `${response_described(response)}: ${quotedBody(body)}`;
    if (sessionLost) {
        return new build_fault/* Fault */.vC("SESSION_CLOSED", `${label} got ${said}: the server no longer knows the session it has given out.`, {
            hint: "No new session is begun behind a scenario's back; restart or reconnect the server in a step.",
        });
    }
    const challenge = response.headers["www-authenticate"];
    if (response.status === 401) {
        return new build_fault/* Fault */.vC("ACCESS_DENIED", `${label} got ${said}; it asks for ${challenge === undefined ? "authorization without a WWW-Authenticate header" : quote(challenge)}.`, {
            hint: "Give the server's `bearer`, `headers` or `auth.client_credentials`; the token may also have ended.",
        });
    }
    if (response.status === 403) {
        return new build_fault/* Fault */.vC("ACCESS_DENIED", `${label} got ${said}.`, {
            hint: "The token may lack a scope, or the server does not accept the Host or Origin it was asked with.",
        });
    }
    if (response.status === 431) {
        return new build_fault/* Fault */.vC("PROTOCOL_VIOLATION", `${label} got ${said}.`, {
            hint: "The headers are too long for the server. Arguments with x-mcp-header travel as headers, so they must be short.",
        });
    }
    return new build_fault/* Fault */.vC("PROTOCOL_VIOLATION", `${label} got no JSON-RPC answer but ${said}.`, {
        hint: response.status === 404 || response.status === 405
            ? "The path may be wrong: look at `http.path` or the url. A server of the old HTTP+SSE transport needs `transport: sse`."
            : "The server's log may say why.",
    });
}

;// CONCATENATED MODULE: ./build/mcp/http/sse-wire.js












/** HTTP+SSE of revision 2024-11-05: messages go by POST, everything comes on one event stream. */
function sseWire(endpoint) {
    const url = urlOf(endpoint);
    return (sink, surroundings) => new HttpSse(endpoint, url, sink, surroundings);
}
const maxErrorBytes = 64 * 1024;
class HttpSse {
    kind = "sse";
    /** Whether the server has named the address for messages; settles before any message is sent. */
    opened;
    #answering;
    #abort = new AbortController();
    #posts = new Set();
    #closed = false;
    #ready = false;
    constructor(endpoint, url, sink, surroundings) {
        this.#answering = {
            poster: new Poster(endpoint, url, surroundings),
            intake: new Intake(sink, surroundings),
            mappings: new HeaderMappings(surroundings.findings),
            sink,
            surroundings,
        };
        const { promise, resolve } = Promise.withResolvers();
        this.opened = promise;
        void this.#listen(resolve);
        endpoint.ended?.then(() => this.#end("its process has ended"), () => undefined);
    }
    get waiting() {
        return [...this.#posts].filter(({ outgoing }) => outgoing.state === "waiting").length;
    }
    get received() {
        return { bytes: this.#answering.intake.bytes };
    }
    put(message, onWritten) {
        const post = newPost(message, onWritten);
        if (this.#closed) {
            post.outgoing.state = "dropped";
        }
        else {
            this.#posts.add(post);
            void this.#send(post);
        }
        return post.outgoing;
    }
    drop(outgoing) {
        if (outgoing.state !== "waiting") {
            return false;
        }
        outgoing.state = "dropped";
        for (const post of this.#posts) {
            if (post.outgoing === outgoing) {
                this.#endPost(post);
            }
        }
        return true;
    }
    cancel() {
        return false;
    }
    negotiated({ revision }) {
        this.#answering.poster.session.revision = revision;
        this.#answering.intake.revision = revision;
    }
    drain() {
        // Nothing is held back here.
    }
    async close() {
        this.#closed = true;
        this.#abort.abort();
        for (const post of this.#posts) {
            this.#endPost(post);
        }
        this.#answering.poster.destroy();
    }
    async #listen(opened) {
        const { poster, intake } = this.#answering;
        try {
            const response = await poster.get(this.#abort.signal, undefined);
            if (response.status !== 200 || mediaType(response.headers) !== "text/event-stream") {
                opened(await noStream(response));
                return;
            }
            const end = await intake.stream(response.body, this.#origin(opened), {
                lastEventId: undefined,
                retryMs: undefined,
            });
            const how = end === "oversized" ? "has sent an event that is too long" : "has ended";
            opened(new build_fault/* Fault */.vC("PROTOCOL_VIOLATION", `The event stream ${how} before its endpoint event.`));
            this.#end(`its event stream ${how}`);
        }
        catch (error) {
            const broken = brokenBy(error);
            opened(new build_fault/* Fault */.vC("SESSION_CLOSED", `The event stream could not be read: it ${broken}.`));
            this.#end(`its event stream ${broken}`);
        }
    }
    #origin(opened) {
        return {
            place: "the event stream",
            special: (type, data) => {
                if (type !== "endpoint") {
                    return false;
                }
                opened(this.#moveTo(data));
                return true;
            },
        };
    }
    #moveTo(data) {
        const { poster } = this.#answering;
        const to = URL.parse(data, poster.url.href);
        if (to === null) {
            return new build_fault/* Fault */.vC("PROTOCOL_VIOLATION", `The endpoint event holds no address: ${quote(data)}.`);
        }
        if (to.origin !== poster.url.origin) {
            return new build_fault/* Fault */.vC("PROTOCOL_VIOLATION", `The endpoint event leads to ${shownUrl(to)}, which is another host, port or scheme than ${shownUrl(poster.url)} and is not spoken to.`, {
                hint: "The server should name a path only; behind a proxy it may take its own address for the public one.",
            });
        }
        poster.moveTo(to);
        this.#ready = true;
        return undefined;
    }
    async #send(post) {
        const { poster, surroundings } = this.#answering;
        try {
            const fault = await this.opened;
            if (fault !== undefined) {
                give(this.#answering, post, fault);
            }
            if (post.state !== "open") {
                return;
            }
            const { message, outgoing, abort } = post;
            const onSent = () => {
                outgoing.state = "written";
            };
            const asked = poster.post(message, abort.signal, {}, { onSent });
            surroundings.tap.message("sent", message.text, outgoing.bytes, false, message.own);
            await this.#acceptance(post, await asked);
        }
        catch (error) {
            await failBroken(this.#answering, post, error);
        }
        finally {
            this.#endPost(post);
        }
    }
    /** The answer itself comes on the stream; here it only matters whether the message was taken. */
    async #acceptance(post, response) {
        const { sink } = this.#answering;
        const { id } = post.message;
        const body = (await wholeBody(this.#answering, post, response)) ?? Buffer.alloc(0);
        if (id !== undefined) {
            sink.status?.(id, response.status);
        }
        if (response.status >= 200 && response.status < 300) {
            post.onWritten();
            return;
        }
        tapStray(this.#answering, body);
        if (response.status >= 300 && response.status < 400) {
            const words = `${post.label} got ${response_described(response)}; redirects are not followed here.`;
            fail(this.#answering, post, "PROTOCOL_VIOLATION", words);
        }
        else {
            give(this.#answering, post, refusalOf(post.label, response, body, false));
        }
    }
    #end(fallback) {
        // Before that, each message fails with what `opened` says.
        if (!this.#closed && this.#ready) {
            this.#answering.sink.ended(fallback);
        }
    }
    #endPost(post) {
        post.state = "over";
        post.abort.abort();
        this.#posts.delete(post);
    }
}
async function noStream(response) {
    const { bytes } = await readBody(response.body, maxErrorBytes);
    if (response.status < 200 || response.status > 299) {
        return refusalOf("GET for the event stream", response, bytes, false);
    }
    return new build_fault/* Fault */.vC("PROTOCOL_VIOLATION", `GET for the event stream was answered with ${response_described(response)}, not with text/event-stream.`, {
        hint: "Look at the path (`http.path` or the url), and whether the server speaks Streamable HTTP: `transport: http`.",
    });
}

;// CONCATENATED MODULE: ./build/mcp/http/wait-to-resume.js

const defaultMs = 1_000;
/** A server that says 0 shall not be asked in a tight loop. */
const leastMs = 50;
/** No step waits longer; a timer of Node that is set for more than 24 days fires at once. */
const mostMs = 60_000;
/** Waits as long as the stream has asked for; resolves to false when it was closed meanwhile. */
async function waitToResume(clock, { retryMs = defaultMs }, intake, signal) {
    if (retryMs > mostMs) {
        intake.report("sse-retry", () => `the server asks to wait ${count(retryMs)} ms before a stream is resumed; ${count(mostMs)} ms are waited`);
    }
    try {
        await clock.sleep(Math.min(mostMs, Math.max(leastMs, retryMs)), signal);
        return true;
    }
    catch {
        return false;
    }
}

;// CONCATENATED MODULE: ./build/mcp/http/follow-stream.js




/**
 * Reads the stream that answers a request. One that ends too early is resumed where a legacy server has given its
 * events ids: once, and again as long as each resumption brings something.
 */
async function followStream(answering, post, first) {
    const { poster, intake, surroundings } = answering;
    const origin = originOf(answering, post, first.status);
    const cursor = { lastEventId: undefined, retryMs: undefined };
    const words = `the stream that answers ${post.label} ended before the answer`;
    const over = (more) => fail(answering, post, "PROTOCOL_VIOLATION", `T${words.slice(1)}${more}.`);
    let response = first;
    for (;;) {
        const from = cursor.lastEventId;
        const how = await intake
            .stream(response.body, origin, cursor)
            .catch((error) => ({ error }));
        if (post.state !== "open") {
            return;
        }
        if (how === "oversized") {
            const cap = count(surroundings.maxMessageBytes);
            const long = `The answer to ${post.label} is longer than the ${cap} bytes allowed.`;
            fail(answering, post, "PROTOCOL_VIOLATION", long);
            return;
        }
        const resumed = response !== first;
        if (poster.session.modern || cursor.lastEventId === undefined) {
            await (how === "ended" ? over("") : failBroken(answering, post, how.error));
            return;
        }
        if (resumed && cursor.lastEventId === from) {
            over(", and brought nothing more when it was resumed");
            return;
        }
        if (!(await waitToResume(surroundings.clock, cursor, intake, post.abort.signal))) {
            return;
        }
        response = await poster.get(post.abort.signal, cursor.lastEventId);
        if (response.status !== 200 || mediaType(response.headers) !== "text/event-stream") {
            response.body.destroy();
            over(`, and could not be resumed: ${response_described(response)}`);
            return;
        }
        intake.report("stream-resumed", () => `${words}, and was resumed`);
    }
}

;// CONCATENATED MODULE: ./build/mcp/http/learn-tools.js






const headerMismatch = -32020;
/** A server with more pages of tools is one that lists without end. */
const learn_tools_maxPages = 50;
/**
 * Lists the tools where a call was refused because its headers were missing, as clients should (revision 2026-07-28,
 * Streamable HTTP, client behavior). Resolves to true when the call is worth making again.
 */
async function learnTools(answering, post, status, body) {
    const { poster, mappings } = answering;
    const { message } = post;
    const called = isRequest(message) && message.method === "tools/call" && poster.session.modern;
    if (!called || status !== 400 || mappings.knows(message) || !isMismatch(body)) {
        return false;
    }
    const meta = metaIn(message.text);
    let cursor;
    for (let page = 1; page <= learn_tools_maxPages; page += 1) {
        const params = cursor === undefined ? { _meta: meta } : { cursor, _meta: meta };
        const result = await learn_tools_list(answering, post, page, params);
        mappings.learn(result);
        cursor = result?.["nextCursor"];
        if (cursor === undefined || mappings.knows(message)) {
            break;
        }
    }
    const headers = mappings.headersFor(message);
    return typeof headers === "string" || Object.keys(headers).length > 0;
}
async function learn_tools_list({ poster, sink, surroundings }, post, page, params) {
    const method = "tools/list";
    const id = `tools-for-headers-${page}`;
    const message = {
        text: JSON.stringify({ jsonrpc: "2.0", id, method, params }),
        id,
        method,
    };
    let result;
    // What the session has not asked for is kept from it; the tap sees it.
    const intake = new Intake({ ...sink, unreadable: () => undefined }, surroundings);
    const origin = {
        place: `the answer to ${method}`,
        each: (received) => {
            if (received["id"] === id && reading_isObject(received["result"])) {
                result = received["result"];
            }
        },
    };
    surroundings.tap.message("sent", message.text, Buffer.byteLength(message.text), false, true);
    const response = await poster.post(message, post.abort.signal, {});
    if (mediaType(response.headers) === "text/event-stream") {
        const cursor = { lastEventId: undefined, retryMs: undefined };
        await intake.stream(response.body, origin, cursor);
    }
    else {
        const { bytes, cut } = await readBody(response.body, surroundings.maxMessageBytes);
        if (!cut) {
            intake.body(bytes, origin);
        }
    }
    return result;
}
function isMismatch(body) {
    const read = readMessages(body.toString("utf8"));
    const error = read.kind === "message" ? read.message["error"] : undefined;
    return reading_isObject(error) && error["code"] === headerMismatch;
}
function metaIn(text) {
    const message = JSON.parse(text);
    const params = reading_isObject(message) ? message["params"] : undefined;
    return reading_isObject(params) ? params["_meta"] : undefined;
}

;// CONCATENATED MODULE: ./build/mcp/http/answers.js






/** Sends one message and makes of what HTTP brings back what the session understands. */
async function exchangePost(answering, post) {
    const { poster, mappings, surroundings } = answering;
    const { message, outgoing, abort } = post;
    const mapped = poster.session.modern ? mappings.headersFor(message) : {};
    if (typeof mapped === "string") {
        outgoing.state = "dropped";
        fail(answering, post, "PROTOCOL_VIOLATION", `${post.label} was not sent: ${mapped}.`);
        return;
    }
    try {
        const asked = poster.post(message, abort.signal, mapped, {
            onSent: () => {
                outgoing.state = "written";
                if (isRequest(message) || message.bytes !== undefined) {
                    post.onWritten();
                }
            },
            onUnsent: () => {
                outgoing.state = "waiting";
            },
        });
        surroundings.tap.message("sent", message.text, outgoing.bytes, false, message.own);
        await read(answering, post, await asked);
    }
    catch (error) {
        await failBroken(answering, post, error);
    }
}
async function read(answering, post, response) {
    const { message } = post;
    const redirect = redirectOf(response, answering.poster.url);
    if (redirect !== undefined) {
        response.body.destroy();
        const words = typeof redirect === "string" ? `whose redirect ${redirect}` : "which redirects without end";
        const status = `HTTP ${response.status}, ${words}`;
        fail(answering, post, "PROTOCOL_VIOLATION", `${post.label} got ${status}.`);
    }
    else if (isRequest(message)) {
        answering.sink.status?.(message.id, response.status);
        await readAnswer(answering, post, response);
    }
    else if (message.bytes !== undefined) {
        await readRawAnswer(answering, post, response);
    }
    else {
        await readAcceptance(answering, post, response);
    }
}
async function readAnswer(answering, post, response) {
    const { status, headers } = response;
    if (status < 200 || status > 299) {
        await readHttpError(answering, post, response);
        return;
    }
    if (post.message.method === "initialize") {
        takeSessionId(answering, headers["mcp-session-id"]);
    }
    if (mediaType(headers) === "text/event-stream") {
        await followStream(answering, post, response);
        return;
    }
    const body = await wholeBody(answering, post, response);
    if (body?.length === 0) {
        noBody(answering, post, response);
    }
    else if (body !== undefined) {
        readJson(answering, post, response, body);
    }
}
function noBody(answering, post, response) {
    const words = `${post.label} was answered with ${response_described(response)} and no body`;
    const why = response.status === 202 ? "; 202 is for notifications, a request must be answered" : "";
    answering.intake.report("http-no-answer", () => `${words}${why}`);
    fail(answering, post, "PROTOCOL_VIOLATION", `${words}.`);
}
function readJson(answering, post, response, body) {
    const isJson = mediaType(response.headers) === "application/json";
    if (!isJson) {
        answering.intake.report("http-content-type", () => `the answer to ${post.label} is ${response_described(response)}; it must be application/json or text/event-stream: ${quotedBody(body)}`);
    }
    const origin = originOf(answering, post, response.status);
    let problem;
    if (isJson || looksLikeJson(body)) {
        problem = answering.intake.body(body, origin);
    }
    else {
        tapStray(answering, body);
        problem = `is no JSON: ${quotedBody(body)}`;
    }
    const words = `The answer to ${post.label} (${response_described(response)})`;
    const holds = problem ?? `holds no response: ${quotedBody(body)}`;
    fail(answering, post, "PROTOCOL_VIOLATION", `${words} ${holds}.`);
}
async function readHttpError(answering, post, response) {
    const body = await wholeBody(answering, post, response);
    if (body === undefined) {
        return;
    }
    const { status } = response;
    if (await learnTools(answering, post, status, body)) {
        const { tap } = answering.surroundings;
        tap.message("received", body.toString("utf8"), body.length, false);
        await exchangePost(answering, post);
        return;
    }
    const { session } = answering.poster;
    const lost = status === 404 && !session.modern && session.sessionId !== undefined;
    if (status !== 401 && looksLikeJson(body)) {
        const { id } = post.message;
        const origin = originOf(answering, post, status);
        answering.intake.body(body, {
            ...origin,
            each: (message) => {
                const answer = id === undefined || (lost && message["id"] !== id) ? undefined : asAnswerTo(message, id);
                return answer === undefined ? undefined : origin.each(answer);
            },
        });
    }
    else {
        tapStray(answering, body);
    }
    if (post.state === "open" && (await answering.fallBack?.(post, status)) !== true) {
        give(answering, post, refusalOf(post.label, response, body, lost));
    }
}
async function readAcceptance(answering, post, response) {
    const body = (await wholeBody(answering, post, response)) ?? Buffer.alloc(0);
    if (response.status !== 202 || body.length > 0) {
        tapStray(answering, body);
        answering.intake.report("http-notification", () => `${post.label} was answered with ${response_described(response)} and ${quotedBody(body)}; a notification or response that is taken gets 202 and no body`);
    }
    post.onWritten();
}
async function readRawAnswer(answering, post, response) {
    const { intake, sink } = answering;
    const origin = { place: "the answer to what was sent raw", request: post.message.id };
    if (mediaType(response.headers) === "text/event-stream") {
        await intake.stream(response.body, origin, { lastEventId: undefined, retryMs: undefined });
        return;
    }
    const body = (await wholeBody(answering, post, response)) ?? Buffer.alloc(0);
    const problem = looksLikeJson(body)
        ? intake.body(body, origin)
        : `is ${response_described(response)} with ${quotedBody(body)}`;
    if (problem !== undefined) {
        sink.unreadable(`${origin.place} ${problem}`, [body.toString("utf8", 0, 4096)], false);
    }
}
function takeSessionId({ poster, intake }, given) {
    if (typeof given !== "string") {
        return;
    }
    const problem = sessionIdProblem(given);
    if (problem !== undefined) {
        intake.report("session-id", () => `the server's Mcp-Session-Id ${problem}`);
    }
    poster.session.sessionId = given === "" ? undefined : given;
}
function looksLikeJson(body) {
    return /^\uFEFF?\s*[{[]/u.test(body.toString("utf8", 0, 64));
}

;// CONCATENATED MODULE: ./build/mcp/http/server-stream.js



/** Streams in a row that bring nothing before no more are opened. */
const maxEmpty = 3;
/** The stream of a legacy session on which the server sends messages of its own accord. */
class ServerStream {
    #poster;
    #intake;
    #clock;
    #abort = new AbortController();
    #cursor = { lastEventId: undefined, retryMs: undefined };
    constructor(poster, intake, clock) {
        this.#poster = poster;
        this.#intake = intake;
        this.#clock = clock;
    }
    /** Resolves when the server has opened it, or has said that it offers none. */
    async open() {
        const response = await this.#ask();
        if (response !== undefined) {
            void this.#follow(response);
        }
    }
    close() {
        this.#abort.abort();
    }
    async #follow(first) {
        let response = first;
        for (let empty = 0; response !== undefined && empty < maxEmpty;) {
            const before = this.#intake.bytes;
            try {
                const end = await this.#intake.stream(response.body, this.#origin, this.#cursor);
                if (end === "oversized") {
                    return;
                }
            }
            catch {
                // The server may close this stream at any time, in whatever way.
            }
            empty = this.#intake.bytes === before ? empty + 1 : 0;
            if (!(await waitToResume(this.#clock, this.#cursor, this.#intake, this.#abort.signal))) {
                return;
            }
            response = await this.#ask();
        }
    }
    get #origin() {
        return {
            place: "the stream of the server's own messages",
            each: (message) => {
                if (message["method"] === undefined && Object.hasOwn(message, "id")) {
                    this.#intake.report("misplaced-response", () => `the response with the id ${JSON.stringify(message["id"])} came on the stream of the server's own messages, not as the answer to its POST`);
                }
                return message;
            },
        };
    }
    async #ask() {
        let response;
        try {
            response = await this.#poster.get(this.#abort.signal, this.#cursor.lastEventId);
        }
        catch {
            return undefined;
        }
        const { status, headers } = response;
        if (status === 200 && mediaType(headers) === "text/event-stream") {
            return response;
        }
        response.body.destroy();
        // 401 and 403 are told with the next POST.
        if (![401, 403, 405].includes(status) && this.#cursor.lastEventId === undefined) {
            this.#intake.report("http-get", () => `GET was answered with ${response_described(response)}; a server that offers no stream there must say 405, ${quote("Method Not Allowed")}`);
        }
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/mcp/http/streamable.js








/** How long the stream of a request that was given up stays open, so that a late answer is noticed. */
const lateAnswerMs = 10_000;
/** How long the server may take to open the stream for its own messages before ours go on without it. */
const serverStreamMs = 300;
const deleteMs = 2_000;
/** How long a server that may be of the old transport is given to name its address for messages. */
const endpointEventMs = 3_000;
/** What a server of the old transport says to a POST at its address. */
const oldServerStatuses = new Set([400, 404, 405]);
/** Streamable HTTP, revisions 2025-03-26 to 2026-07-28: each message is a POST of its own. */
function httpWire(endpoint) {
    const url = urlOf(endpoint);
    return (sink, surroundings) => new StreamableHttp(endpoint, url, sink, surroundings);
}
class StreamableHttp {
    #answering;
    #posts = new Set();
    #serverStream;
    /** Our messages wait for it once: what the server sends meanwhile would be lost. */
    #gate;
    #modern = false;
    #closed = false;
    /** Set once the server has turned out to speak HTTP+SSE; everything then goes there. */
    #sse;
    constructor(endpoint, url, sink, surroundings) {
        this.#answering = {
            poster: new Poster(endpoint, url, surroundings),
            intake: new Intake(sink, surroundings),
            mappings: new HeaderMappings(surroundings.findings),
            sink,
            surroundings,
            fallBack: (post, status) => this.#fallBack(post, status, endpoint, url),
        };
        endpoint.ended?.then(() => this.#closed || this.#sse !== undefined || sink.ended("its process has ended"), () => undefined);
    }
    get kind() {
        return this.#sse === undefined ? "http" : "sse";
    }
    get waiting() {
        let waiting = 0;
        for (const { outgoing } of this.#posts) {
            waiting += outgoing.state === "waiting" ? 1 : 0;
        }
        return waiting;
    }
    get received() {
        return { bytes: this.#answering.intake.bytes + (this.#sse?.received.bytes ?? 0) };
    }
    put(message, onWritten) {
        if (this.#sse !== undefined) {
            return this.#sse.put(message, onWritten);
        }
        const begins = message.method === "notifications/initialized";
        let told = false;
        const post = newPost(message, () => {
            if (told) {
                return;
            }
            told = true;
            if (begins && !this.#modern) {
                this.#openServerStream();
            }
            onWritten?.();
        });
        // A modern server takes no responses: it has no requests of its own.
        if (this.#closed || (this.#modern && isResponse(message))) {
            post.outgoing.state = "dropped";
            return post.outgoing;
        }
        this.#posts.add(post);
        void this.#send(post);
        return post.outgoing;
    }
    drop(outgoing) {
        if (this.#sse?.drop(outgoing) === true) {
            return true;
        }
        if (outgoing.state !== "waiting") {
            return false;
        }
        outgoing.state = "dropped";
        for (const post of this.#posts) {
            if (post.outgoing === outgoing) {
                this.#endPost(post);
            }
        }
        return true;
    }
    cancel(id) {
        for (const post of this.#posts) {
            if (post.message.id !== id || !isRequest(post.message)) {
                continue;
            }
            if (this.#modern) {
                this.#endPost(post);
            }
            else {
                this.#answering.surroundings.clock.sleep(lateAnswerMs, post.abort.signal).then(() => this.#endPost(post), () => undefined);
            }
        }
        return this.#modern;
    }
    negotiated({ revision, era }) {
        this.#sse?.negotiated({ revision, era });
        this.#modern = era === "modern";
        const { poster, intake } = this.#answering;
        poster.session.revision = revision;
        poster.session.modern = this.#modern;
        intake.revision = revision;
    }
    drain() {
        // Nothing is paced here: each body is read as it comes.
    }
    async close() {
        if (this.#closed) {
            return;
        }
        this.#closed = true;
        for (const post of this.#posts) {
            this.#endPost(post);
        }
        this.#serverStream?.close();
        await this.#sse?.close();
        await this.#answering.poster.deleteSession(deleteMs);
        this.#answering.poster.destroy();
    }
    async #send(post) {
        try {
            if (this.#gate !== undefined) {
                await this.#gate;
            }
            if (post.state === "open") {
                await exchangePost(this.#answering, post);
            }
        }
        finally {
            this.#endPost(post);
        }
    }
    #endPost(post) {
        post.state = "over";
        post.abort.abort();
        this.#posts.delete(post);
    }
    /** A refused `initialize` may come from a server of the old transport (Streamable HTTP, backwards compatibility). */
    async #fallBack(post, status, endpoint, url) {
        const { sink, surroundings, poster } = this.#answering;
        const asked = post.message.method === "initialize" && poster.session.revision === undefined;
        if (!asked || !oldServerStatuses.has(status) || this.#closed) {
            return false;
        }
        const sse = new HttpSse(endpoint, url, sink, surroundings);
        const patience = new AbortController();
        const late = surroundings.clock.sleep(endpointEventMs, patience.signal).then(() => "late", () => undefined);
        const problem = await Promise.race([sse.opened, late]);
        patience.abort();
        if (problem !== undefined || post.state !== "open") {
            await sse.close();
            return false;
        }
        surroundings.findings.report("http-sse-fallback", () => `POST got HTTP ${status}, but GET an endpoint event: the server speaks HTTP+SSE of revision 2024-11-05; say so with \`transport: sse\``);
        this.#sse = sse;
        post.state = "over";
        sse.put(post.message, post.onWritten);
        return true;
    }
    /** Only once the server knows that the session has begun: some refuse the stream before. */
    #openServerStream() {
        if (this.#serverStream !== undefined || this.#sse !== undefined || this.#closed) {
            return;
        }
        const { poster, intake, surroundings } = this.#answering;
        const { clock } = surroundings;
        this.#serverStream = new ServerStream(poster, intake, clock);
        const patience = new AbortController();
        this.#gate = Promise.race([
            this.#serverStream.open(),
            clock.sleep(serverStreamMs, patience.signal).catch(() => undefined),
        ]).finally(() => {
            patience.abort();
            this.#gate = undefined;
        });
    }
}

;// CONCATENATED MODULE: ./build/mcp/survey-tools.js





/**
 * Lists the tools of a server that has just become ready, with `twice` a second time to compare.
 *
 * Undefined when it declares no tools or does not answer with a list. Rejects as a request does.
 */
async function surveyTools(session, { twice, ...options }) {
    if (!reading_isObject(session.capabilities["tools"])) {
        return undefined;
    }
    const before = session.inbox.seq;
    const first = await toolsOf(session, options);
    if (first === undefined) {
        return undefined;
    }
    const second = twice ? await toolsOf(session, options) : undefined;
    const announced = session.inbox
        .since(before)
        .some(({ method }) => method === "notifications/tools/list_changed");
    const difference = second === undefined || announced ? undefined : differenceOf(first, second);
    return {
        cost: await contextCost(first),
        findings: difference === undefined ? [] : [findingOf("list-changes", difference, session.revision)],
    };
}
async function toolsOf(session, options) {
    const reply = await session.list("tools", options);
    const tools = reply.kind === "result" && reading_isObject(reply.result) ? reply.result["tools"] : undefined;
    return Array.isArray(tools) ? tools : undefined;
}
/** How two lists of the same tools differ, in one line; undefined when they do not. */
function differenceOf(first, second) {
    if (first.length !== second.length) {
        return `tools/list gave ${count(first.length)} tools, then ${count(second.length)}`;
    }
    const at = first.findIndex((tool, index) => !(0,build_schema/* equal */.LC)(tool, second[index]));
    if (at === -1) {
        return undefined;
    }
    const names = [survey_tools_nameOf(first[at]), survey_tools_nameOf(second[at])];
    return names[0] === names[1]
        ? `tools/list described ${names[0]} (place ${count(at + 1)}) in two ways when asked twice`
        : `tools/list gave ${names[0]}, then ${names[1]} at place ${count(at + 1)} when asked twice`;
}
function survey_tools_nameOf(tool) {
    const name = reading_isObject(tool) ? tool["name"] : undefined;
    return typeof name === "string" ? quote(name) : "a tool without a name";
}

;// CONCATENATED MODULE: ./build/mcp/index.js

















;// CONCATENATED MODULE: ./build/manager/server/await-extras.js



/** A command in a container costs about 50 ms, so it is not done more often. */
const everyMs = 200;
const httpTimeoutMs = 2_000;
/** State LISTEN in the kernel's table of sockets. */
const await_extras_listening = "0A";
/**
 * Waits until all holds that a server's `ready` declares besides its MCP answer.
 *
 * Rejects SERVER_NOT_READY naming what does not hold, SERVER_EXITED_EARLY as soon as the container has ended, and with
 * the signal's reason.
 */
async function awaitExtras(extras, signal) {
    const { name, ready, container, clock } = extras;
    const over = new AbortController();
    const either = AbortSignal.any([signal, over.signal]);
    const endMs = clock.monotonicMs() + ready.timeout;
    const ended = container.exited.then(async () => {
        throw new build_fault/* Fault */.vC("SERVER_EXITED_EARLY", `Server "${name}" ${await extras.explainEnd()}`);
    });
    ended.catch(() => undefined);
    function late(what, why) {
        const message = `Server "${name}" was not ready within ${ready.timeout} ms: ${what} ${why}`;
        return new build_fault/* Fault */.vC("SERVER_NOT_READY", message);
    }
    async function hold([what, missing]) {
        // A command may never end, nor may what asks for a port when somebody freezes the container.
        for (let why = "gave no answer";;) {
            const leftMs = Math.max(endMs - clock.monotonicMs(), 1);
            const found = await (0,build_clock/* within */.ux)(missing(either), leftMs, () => late(what, why));
            if (found === undefined) {
                return;
            }
            if (clock.monotonicMs() >= endMs) {
                throw late(what, found);
            }
            why = found;
            await clock.sleep(everyMs, either);
        }
    }
    try {
        await Promise.race([Promise.all(checksOf(extras).map(hold)), ended]);
    }
    finally {
        over.abort(new build_fault/* Fault */.vC("INTERRUPTED", "It is not waited for any more."));
    }
}
function checksOf(extras) {
    const { log, port, http, exec } = extras.ready;
    const checks = [];
    if (log !== undefined) {
        const what = `a line of output with ${JSON.stringify(log)}`;
        checks.push([what, async () => (extras.hasLogged() ? undefined : "did not come")]);
    }
    if (port !== undefined) {
        checks.push([`port ${port}`, (signal) => portMissing(extras, port, signal)]);
    }
    if (http !== undefined) {
        checks.push([`GET ${http}`, (signal) => httpMissing(extras, http, signal)]);
    }
    if (exec !== undefined) {
        checks.push([`the command ${exec.join(" ")}`, (signal) => execMissing(extras, exec, signal)]);
    }
    return checks;
}
async function portMissing(extras, port, signal) {
    // The second file is not there without IPv6, which cat says on stderr.
    const tables = await run(extras, ["cat", "/proc/net/tcp", "/proc/net/tcp6"], signal);
    if (typeof tables === "string") {
        return tables;
    }
    const { stdout } = tables;
    const end = `:${port.toString(16).toUpperCase().padStart(4, "0")}`;
    const found = stdout.split("\n").some((line) => {
        const [, local = "", , state] = line.trim().split(/\s+/);
        return local.endsWith(end) && state === await_extras_listening;
    });
    return found ? undefined : "is not listened on";
}
async function httpMissing({ container, clock }, path, signal) {
    const address = await container.address();
    if (address === undefined) {
        return "has no address to be asked at";
    }
    const host = address.host.includes(":") ? `[${address.host}]` : address.host;
    try {
        const url = new URL(/* webpackIgnore: true */ `http://${host}:${address.port}${path}`);
        const via = container.dial === undefined ? {} : { dial: container.dial };
        const asked = askOnce(url, { method: "GET" }, clock, via);
        const { status } = await (0,build_clock/* within */.ux)(asked, httpTimeoutMs, () => new Error("is late"));
        return status >= 200 && status < 300 ? undefined : `answers with status ${status}`;
    }
    catch {
        signal.throwIfAborted();
        return "is not answered";
    }
}
async function execMissing(extras, command, signal) {
    const ran = await run(extras, command, signal);
    if (typeof ran === "string") {
        return ran;
    }
    return ran.exitCode === 0 ? undefined : `exits with code ${ran.exitCode}`;
}
/** What came of a command, or why it could not be done. Rejects SERVER_COMMAND_NOT_FOUND and with the signal's reason. */
async function run({ container, engine }, command, signal) {
    try {
        return await engine.exec(container.id, command, signal);
    }
    catch (thrown) {
        const fault = (0,build_fault/* asFault */.Ps)(thrown);
        if (fault.code === "SERVER_COMMAND_NOT_FOUND" || signal.aborted) {
            throw thrown;
        }
        // A container that is just starting, ending or frozen refuses commands; its end is told elsewhere.
        return `could not be done: ${fault.message}`;
    }
}

;// CONCATENATED MODULE: ./build/manager/server/byte-relay.js
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

;// CONCATENATED MODULE: ./build/manager/server/auth-of.js


/** What proves to the HTTP server at `url` who we are, from the secrets of the run; nothing when nothing is declared. */
function authOf({ name, spec, origin, }, url, clock, via = {}) {
    const given = spec.auth?.client_credentials;
    if (given !== undefined) {
        const credentials = {
            clientId: given.client_id,
            clientSecret: secret(given.client_secret),
            ...(given.scopes.length === 0 ? {} : { scopes: given.scopes }),
            ...(given.issuer === undefined ? {} : { issuer: given.issuer }),
        };
        return { auth: clientCredentialsAuth(url, credentials, clock, via) };
    }
    return spec.bearer === undefined ? {} : { auth: bearerAuth(secret(spec.bearer)) };
    function secret(key) {
        const value = origin.secrets[key];
        if (value === undefined) {
            throw new build_fault/* Fault */.vC("RUN_FILE_INVALID", `Server "${name}" needs the secret ${key}, which the environment does not have.`, { hint: "Set it in the environment of the workflow step (`env:`) or of the command." });
        }
        return value;
    }
}

// EXTERNAL MODULE: ./build/text/index.js + 14 modules
var build_text = __webpack_require__(33699);
;// CONCATENATED MODULE: ./build/manager/server/explain-end.js


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
/** How long what the engine tells may come after its answer about the exit. */
const newsMs = 300;
/** Who removes a running container kills it first; the removal comes within so long. */
const removalMs = 250;
/** How a container ended, in words that continue "the server …"; `news` tells what others did to it. */
function describeExit(exit, memoryLimitBytes, news) {
    if (news?.isRemoved || exit.error === build_engine/* removedWhileItRan */.S3) {
        return "was removed from outside while it ran";
    }
    if (exit.error) {
        return `could not run: ${exit.error}`;
    }
    if (exit.oomKilled && exit.exitCode !== 0) {
        return `was killed for memory at its limit of ${(0,build_text/* bytes */.ee)(memoryLimitBytes)} (exit code ${exit.exitCode})`;
    }
    const outside = outsideSignal(exit, news?.killedBy ?? null);
    if (outside !== undefined) {
        return `was ended from outside by ${outside} (exit code ${exit.exitCode})`;
    }
    const signal = signalNames[exit.exitCode - signalBase];
    if (signal !== undefined) {
        return `was ended by ${signal} (exit code ${exit.exitCode})`;
    }
    return `exited with code ${exit.exitCode}`;
}
/** How a container ended; waits a moment for what the engine tells of it, unless its end is our doing. */
async function describeEnd({ news }, exit, memoryLimitBytes, clock) {
    if (news === undefined || news.isEndExpected) {
        return describeExit(exit, memoryLimitBytes);
    }
    await soon(news.ended, newsMs, clock);
    if (news.killedBy !== null) {
        await soon(news.removed, removalMs, clock);
    }
    return describeExit(exit, memoryLimitBytes, news);
}
/** The signal of somebody else that ended it, unless it lived through that. Engines tell its number or its name. */
function outsideSignal({ exitCode }, killedBy) {
    const name = signalNames[Number(killedBy)] ?? killedBy;
    const asked = name === "SIGTERM" || name === "SIGINT" || name === "SIGHUP";
    const isItsEnd = signalNames[exitCode - signalBase] === name || (asked && exitCode === 0);
    return name !== null && isItsEnd ? name : undefined;
}
async function soon(event, ms, clock) {
    const enough = new AbortController();
    await Promise.race([event, clock.sleep(ms, enough.signal).catch(() => undefined)]);
    enough.abort();
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
async function explainEnd(container, transport, output, memoryLimitBytes, clock) {
    if (container === null) {
        return "ended the connection";
    }
    const patience = new AbortController();
    const silence = clock.sleep(exitNewsMs, patience.signal).then(() => undefined, () => undefined);
    const exit = await Promise.race([container.exited, silence]);
    patience.abort();
    if (exit === undefined) {
        const closed = transport === "stdio" ? "closed its stdout" : "ended the connection";
        return `${closed}, but its process is still alive${quoteTail(output.tail())}`;
    }
    await container.attachment.ended;
    const ended = await describeEnd(container, exit, memoryLimitBytes, clock);
    return `${ended}${quoteTail(output.tail())}`;
}

;// CONCATENATED MODULE: ./build/manager/server/tap.js

/**
 * The tap without the findings that the run file has switched off for this server, and without those that another
 * container of it has `told` before.
 */
function tapFor(tap, checks, told) {
    const switches = checks;
    return {
        ...tap,
        finding(finding) {
            const check = checkOf(finding.code);
            const key = `${finding.code} ${finding.message}`;
            if ((check === undefined || switches[check] !== false) && !told.has(key)) {
                told.add(key);
                tap.finding(finding);
            }
        },
    };
}

;// CONCATENATED MODULE: ./build/manager/server/connect-server.js





/** An exit is known within so long of it. */
const connect_server_exitNewsMs = 200;
/** Opens a session to a server that was started, or that runs elsewhere, by whatever it is spoken to. */
async function connectServer(request, world) {
    const { name, spec, container, output } = request;
    const { clock } = world;
    const options = {
        server: name,
        protocol: request.protocol,
        readyTimeoutMs: spec.ready.timeout,
        maxMessageBytes: spec.max_message,
        tap: tapFor(output.tap, spec.checks, request.shared.told),
        clientInfo: { name: "docker-mcp-manager", version: world.version },
        client: request.client,
        explainEnd: () => explainEnd(container, spec.transport, output, spec.limits.memory, clock),
        // What a frozen server does not answer is not its silence.
        explainSilence: () => (container?.news?.isPaused ? "it is paused" : undefined),
        signal: request.signal,
    };
    if (spec.transport !== "stdio") {
        const endpoint = await endpointOf(request, clock).catch(async (thrown) => {
            throw (await exitedEarly(request, options.explainEnd, clock)) ?? thrown;
        });
        request.note({ endpoint: connect_server_shownUrl(endpoint.url) });
        const session = await connect(wireOf(spec, endpoint), options, clock);
        const found = await lookFromOutside(request, endpoint, session, clock);
        found.forEach((finding) => options.tap.finding(finding));
        return session;
    }
    if (container === null) {
        throw new build_fault/* Fault */.vC("INTERNAL", `Server "${name}" has no container and no URL.`);
    }
    const channel = { ...channelOf(container.attachment), onData: request.listen };
    return connectStdio(channel, options, clock);
}
/** What a server gives to those it should refuse. What cannot be asked shows in the session, too. */
async function lookFromOutside({ spec, container }, endpoint, { era }, clock) {
    const [unprotected, stranger] = await Promise.all([
        spec.auth?.protected === true ? checkProtected(endpoint, era, clock).catch(() => []) : [],
        // Only at servers of our own: elsewhere it would look like an attack.
        container !== null && spec.checks.origin ? checkOrigin(endpoint, era, clock) : undefined,
    ]);
    return stranger === undefined ? unprotected : [...unprotected, stranger];
}
function wireOf({ transport }, endpoint) {
    return transport === "sse" ? sseWire(endpoint) : httpWire(endpoint);
}
/** Where a server that speaks HTTP is reached now, and with what. */
async function endpointOf(request, clock) {
    const { spec, container } = request;
    const url = await connect_server_urlOf(request);
    const via = container?.dial === undefined ? {} : { dial: container.dial };
    return {
        url,
        headers: spec.headers,
        ...authOf(request, url, clock, via),
        ...via,
        // A container that was only just started does not listen yet, and one that ends never will.
        ...(container === null ? {} : { starting: true, ended: container.exited }),
    };
}
/** A container that has ended has no address: that it has ended is what matters then. */
async function exitedEarly({ name, container }, explain, clock) {
    const exited = container?.exited.then(() => true);
    const isOver = await Promise.race([exited, clock.sleep(connect_server_exitNewsMs).then(() => false)]);
    return isOver === true
        ? new build_fault/* Fault */.vC("SERVER_EXITED_EARLY", `Server "${name}" ${await explain()}`)
        : undefined;
}
/** Hosted servers take their keys in the query. */
function connect_server_shownUrl(url) {
    const { origin, pathname } = new URL(url);
    return `${origin}${pathname}`;
}
/** Its address: its own URL, or its container's address of now. */
async function connect_server_urlOf({ name, spec, container, }) {
    if (spec.url !== undefined) {
        return spec.url;
    }
    const address = await container?.address();
    if (address === undefined || spec.http === undefined) {
        throw new build_fault/* Fault */.vC("SERVER_NOT_RUNNING", `Server "${name}" has no address: it does not run, or was cut off its network.`);
    }
    const host = address.host.includes(":") ? `[${address.host}]` : address.host;
    return `http://${host}:${address.port}${spec.http.path}`;
}

;// CONCATENATED MODULE: ./build/manager/server/container-plan.js




/**
 * What to create for a server: its image as resolved, its run-file settings, host paths checked.
 *
 * Made right before the container is, since what a host path leads to may change. Rejects RELAXATION_NOT_ALLOWED,
 * PATH_NOT_ALLOWED, and RUN_FILE_INVALID for a secret that is missing.
 */
async function planContainer(server, spec, resolved, origin, { allow, hostFolders }) {
    (0,config/* refuseRelaxations */.XM)(server, spec, origin, allow);
    const folders = (0,config/* allowedFolders */.iA)(allow);
    const secrets = secretsOf(server, spec, origin);
    const inside = (path) => (0,config/* resolveInside */.LI)(origin.workspace, origin.folder, path);
    const volumes = await Promise.all(spec.volumes.map(async (volume) => {
        const { container_path: containerPath, read_only: readOnly, seed } = volume;
        if (volume.tmpfs !== undefined) {
            return { kind: "memory", containerPath, bytes: volume.tmpfs };
        }
        if (volume.volume !== undefined) {
            const seeded = seed === undefined ? {} : { seed: await inside(seed) };
            return { kind: "run", name: volume.volume, containerPath, readOnly, ...seeded };
        }
        const path = volume.host_path ?? "";
        const hostPath = await (0,config/* resolveInside */.LI)(origin.workspace, origin.folder, path, folders);
        return { kind: "host", hostPath, containerPath, readOnly };
    }));
    hostFolders.claim(volumes.flatMap((volume) => hostFolderOf(server, volume)));
    return {
        server,
        template: resolved.template,
        image: resolved.imageId,
        ...(resolved.entrypoint && { entrypoint: resolved.entrypoint }),
        ...(resolved.command && { command: resolved.command }),
        env: { ...endpointVariables(server, spec, origin), ...resolved.env, ...secrets.env },
        secretFiles: secrets.files,
        volumes,
        writable: resolved.writable,
        relaxed: relaxedBy(spec.hardening),
        ...networkPlan(server, spec, origin),
        limits: limitsOf(spec.limits),
        ...(spec.transport !== "stdio" && spec.http ? { http: httpPlan(spec.http) } : {}),
        stop: {
            // Only over stdio does the end of stdin mean anything.
            eofMs: spec.transport === "stdio" ? spec.stop.eof : 0,
            sigtermMs: spec.stop.sigterm,
            leftovers: spec.checks.leftover_processes,
        },
    };
}
function hostFolderOf(server, volume) {
    if (volume.kind === "host") {
        return [{ server, path: volume.hostPath, writable: !volume.readOnly }];
    }
    const seed = volume.kind === "run" ? volume.seed : undefined;
    return seed === undefined ? [] : [{ server, path: seed, writable: false }];
}
function limitsOf(limits) {
    const { cpus, memory, pids, shm, core, open_files: files, file_size: size, io_weight: weight, io_read: ioRead, io_write: ioWrite, } = limits;
    return {
        cpus,
        memoryBytes: memory,
        pids,
        shmBytes: shm,
        ulimits: {
            core,
            ...(files === undefined ? {} : { nofile: files }),
            ...(size === undefined ? {} : { fsize: size }),
        },
        ...(weight === undefined ? {} : { ioWeight: weight }),
        ...(ioRead === undefined ? {} : { ioRead }),
        ...(ioWrite === undefined ? {} : { ioWrite }),
    };
}
function relaxedBy(hardening) {
    const { user, capabilities, devices } = hardening;
    return {
        ...(user === undefined ? {} : { user }),
        writableRootfs: !hardening.read_only_rootfs,
        newPrivileges: hardening.new_privileges,
        unconfined: hardening.seccomp === "unconfined",
        capabilities,
        devices,
    };
}
/** Those of its secrets that come as variables, and those that come as files, with the variables that say where. */
function secretsOf(server, spec, origin) {
    const secrets = spec.secrets.map((secret) => typeof secret === "string" ? { name: secret, as: "env" } : secret);
    const missing = secrets.filter(({ name }) => origin.secrets[name] === undefined);
    if (missing.length > 0) {
        const names = missing.map(({ name }) => name).join(", ");
        throw new build_fault/* Fault */.vC("RUN_FILE_INVALID", `Server "${server}" needs the secret${missing.length > 1 ? "s" : ""} ${names}, which the environment does not have.`, { hint: "Set them in the environment of the workflow step (`env:`) or of the command." });
    }
    const valuesOf = (as) => Object.fromEntries(secrets
        .filter((secret) => secret.as === as)
        .map(({ name }) => [name, origin.secrets[name] ?? ""]));
    const files = valuesOf("file");
    const paths = Object.fromEntries(Object.keys(files).map((name) => [`${name}_FILE`, `${controller/* secretsFolder */.Ms}/${name}`]));
    return { env: { ...paths, ...valuesOf("env") }, files };
}
function httpPlan({ port, publish, }) {
    return publish === false ? { port } : { port, publish: publish === true ? 0 : publish };
}

;// CONCATENATED MODULE: ./build/manager/server/life.js

/** A server that was started, with everything that is bound to its life: container, session, capture, sampling. */
class Life {
    #parts;
    #session;
    #end;
    constructor(parts) {
        this.#parts = parts;
    }
    get container() {
        return this.#parts.container;
    }
    get output() {
        return this.#parts.output;
    }
    /** The open session. Throws SERVER_NOT_RUNNING after `cut`, until `connect`. */
    get session() {
        if (this.#session === undefined) {
            throw new build_fault/* Fault */.vC("SERVER_NOT_RUNNING", `Server "${this.#parts.server}" is disconnected.`);
        }
        return this.#session;
    }
    async connect(signal) {
        this.#session = await this.#parts.connect(signal);
        return this.#session;
    }
    /** Ends the session and leaves the server alone; what was asked and not answered gets the cause. */
    async cut() {
        const session = this.#session;
        this.#session = undefined;
        await session?.close();
    }
    /** The stop ladder, the last sample, removal; resolves when nothing of it is left. The second caller joins the first. */
    end() {
        this.#end ??= this.#finish().catch((thrown) => {
            // What could not be ended now may be ended later.
            this.#end = undefined;
            throw thrown;
        });
        return this.#end;
    }
    async #finish() {
        const { container, output, lastSample } = this.#parts;
        if (container === null) {
            await this.#session?.close();
            return { stop: null, counts: output.finish() };
        }
        // Before the stop: the last sample needs the container's processes.
        const sampled = lastSample();
        if (this.#session?.transport !== "stdio") {
            // Over HTTP a client says goodbye; over stdio the end of stdin is its goodbye.
            await this.#session?.close();
        }
        const stopped = container.stop().then(async (stop) => {
            const [hits] = await Promise.all([sampled, container.remove()]);
            return { stop, hits };
        });
        // What was heard is kept also when the engine cannot tell any more what became of it.
        await stopped.catch(() => undefined);
        const counts = output.finish();
        await this.#session?.close();
        const end = { ...(await stopped), counts };
        this.#parts.onEnd(end);
        return end;
    }
}

;// CONCATENATED MODULE: ./build/manager/server/limit-findings.js


/** A virtual machine that starts on one core waits for seconds, summed over its threads; this much is what a timeout may come from. */
const longWaitMs = 10_000;
/** What the limits of a server kept it from: a cause that nothing else tells. */
function limitFindings(server, { limits }, { hits, stop }) {
    if (hits === undefined) {
        return [];
    }
    const findings = [];
    // Its own end for memory is told where it ends.
    const ended = stop?.exit.oomKilled === true && stop.exit.exitCode !== 0;
    if (hits.memoryKills > 0 && !ended) {
        const killed = (0,build_text/* plural */.LS)(hits.memoryKills, "process of it was", "processes of it were");
        const message = `Server "${server}" goes on, but ${killed} killed for memory at the limit of ${(0,build_text/* bytes */.ee)(limits.memory)}`;
        findings.push(findingOf("memory-kill", message));
    }
    if (hits.pidsRefused > 0) {
        const message = `Server "${server}" was refused a process or thread ${(0,build_text/* plural */.LS)(hits.pidsRefused, "time")} at its limit of ${limits.pids}; limits.pids raises it`;
        findings.push(findingOf("process-limit", message));
    }
    if (hits.throttledMs >= longWaitMs) {
        const message = `Server "${server}" had work and was kept waiting for ${(0,build_text/* duration */.p0)(hits.throttledMs)} by its limit of ${(0,build_text/* plural */.LS)(limits.cpus, "core")}; limits.cpus raises it`;
        findings.push(findingOf("core-limit", message));
    }
    return findings;
}

;// CONCATENATED MODULE: ./build/manager/server/with-processes.js


/** A fault that a server was not ready, with what runs in its container; every other one, and one that asks for a fresh start, as it is. */
async function withProcesses(thrown, engine, containerId) {
    if (!(thrown instanceof build_fault/* Fault */.vC) ||
        thrown.code !== "SERVER_NOT_READY" ||
        thrown instanceof ProbeEndedServer) {
        return thrown;
    }
    const processes = await engine.processes(containerId).catch(() => []);
    const listed = processes.length === 0 ? "" : ` Its processes: ${processes.join(" | ")}`;
    return new build_fault/* Fault */.vC(thrown.code, `${thrown.message}${listed}`, { hint: thrown.hint, cause: thrown });
}

;// CONCATENATED MODULE: ./build/manager/server/launch.js














/** Creates, attaches, starts and shakes hands. What was made is removed before a fault is passed on. */
async function launch(request, world) {
    const { name, spec, signal, resolved } = request;
    const { clock } = world;
    signal.throwIfAborted();
    let logged = false;
    const output = (0,log/* captureOutput */.Q9)(name, {
        record: world.record,
        clock,
        redactor: world.redactor(),
        noEgress: resolved !== null && spec.network.egress !== "full",
        isProxied: typeof spec.network.egress !== "string",
        stdoutIsLog: spec.transport !== "stdio",
        recent: request.shared.recent,
        onLine: (text) => {
            logged ||= spec.ready.log !== undefined && text.includes(spec.ready.log);
        },
    });
    const relay = createByteRelay();
    const engine = resolved === null ? undefined : await world.engine();
    const container = engine === undefined ? null : await contain(engine, request, output, relay.push, world);
    request.onStarting();
    const enough = new AbortController();
    const sampled = container && engine ? sample(engine, container, request, enough.signal, world) : null;
    const life = new Life({
        server: name,
        container,
        output,
        clock,
        connect: (until) => connectServer({ ...request, signal: until, container, output, listen: relay.listen }, world),
        async lastSample() {
            enough.abort();
            return (await sampled) ?? undefined;
        },
        onEnd(end) {
            limitFindings(name, spec, end).forEach(request.find);
            if (end.hits !== undefined) {
                const data = JSON.stringify(end.hits);
                world.record.event({ atMs: clock.nowMs(), kind: "limits-met", server: name, data });
            }
        },
    });
    const startedAt = clock.monotonicMs();
    try {
        const session = await launch_all(signal, [
            (either) => life.connect(either),
            async (either) => {
                if (container !== null && engine !== undefined) {
                    await awaitExtras({
                        name,
                        ready: spec.ready,
                        container,
                        engine,
                        hasLogged: () => logged,
                        explainEnd: () => explainEnd(container, spec.transport, output, spec.limits.memory, clock),
                        clock,
                    }, either);
                }
            },
        ]);
        request.note({ ...noteOf(session), readyMs: clock.monotonicMs() - startedAt });
        return life;
    }
    catch (caught) {
        const thrown = engine && container ? await withProcesses(caught, engine, container.id) : caught;
        const { stop, counts } = await life.end();
        request.note(outputCounts(counts));
        if (stop !== null) {
            request.note({ exitCode: stop.exit.exitCode, oomKilled: stop.exit.oomKilled });
            // Init starts fine without its program; only its stderr and exit code say that the program is missing.
            throw (0,controller/* commandFault */.yd)(name, stop.exit, output.tail(), resolved?.foreignPlatform) ?? thrown;
        }
        throw thrown;
    }
}
/** The first one's result once both have come; when one rejects, the other is called off and waited for. */
async function launch_all(signal, [first, second]) {
    const off = new AbortController();
    const either = AbortSignal.any([signal, off.signal]);
    const both = [first(either), second(either)];
    try {
        const [result] = await Promise.all(both);
        return result;
    }
    catch (thrown) {
        // When the server has ended both hear of it, and the session knows best what that means.
        const hasEnded = thrown instanceof build_fault/* Fault */.vC && thrown.code === "SERVER_EXITED_EARLY";
        if (!hasEnded) {
            off.abort(thrown);
        }
        const [session] = await Promise.allSettled(both);
        throw hasEnded && session.status === "rejected" ? session.reason : thrown;
    }
}
/** What a session says of its server. */
function noteOf(session) {
    return {
        revision: session.revision,
        serverName: session.serverInfo.name,
        serverVersion: session.serverInfo.version,
    };
}
/** The counts alone, as the record has them. */
function outputCounts({ stdoutBytes, stderrBytes, droppedLines, }) {
    return { stdoutBytes, stderrBytes, droppedLines };
}
async function contain(engine, request, output, onStdout, world) {
    const { resolved, spec, label, origin } = request;
    if (resolved === null) {
        throw new Error("a server that runs elsewhere has no container");
    }
    const container = await world.startSlot(async () => {
        const wanted = await planContainer(label, spec, resolved, origin, world);
        const plan = hideRecord(wanted, world.recordFolder);
        return (0,controller/* startContainer */.YI)(engine, plan, world.ownership, {
            clock: world.clock,
            user: world.user,
            news: world.news,
            networks: world.networks,
            countProcesses: (id) => processesNow(id),
            onAttempt: recordAttempts(request.name, request.shared.attempts, world),
            onRelayEnd: recordRelayEnds(request.name, world),
            onStderr: output.stderr,
            onStdout(chunk) {
                output.stdout(chunk);
                onStdout(chunk);
            },
        });
    });
    request.note({
        containerId: container.id,
        createMs: container.createMs,
        isolation: JSON.stringify(container.isolation),
    });
    return container;
}
function sample(engine, container, { name, shared, onSample }, signal, { clock, record }) {
    return sampleServer(engine, container.id, name, {
        clock,
        signal,
        record: {
            event: (row) => record.event(row),
            sample(row) {
                const total = shared.usage.total(container.id, row);
                record.sample(total);
                onSample(total);
            },
        },
    });
}

;// CONCATENATED MODULE: ./build/manager/server/server-facts.js
function noFacts(spec) {
    return {
        template: serverType(spec),
        image: null,
        containerId: null,
        revision: null,
        url: null,
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

;// CONCATENATED MODULE: ./build/manager/server/stop-findings.js


const longestCommand = 200;
/**
 * What the way a server ended says about it.
 *
 * The specification's stdio shutdown: the client closes stdin, waits, sends SIGTERM, waits, sends SIGKILL. A server
 * that needs the second rung costs every client its waiting time; one that needs the third is left behind by most. What
 * a server starts and does not end is left behind by all.
 */
function stopFindings(server, spec, revision, report) {
    const { sigterm } = spec.stop;
    const eof = spec.transport === "stdio" ? spec.stop.eof : 0;
    const findings = [];
    if (spec.checks.exit_on_eof &&
        eof > 0 &&
        (report.rung === "sigterm" || report.rung === "sigkill")) {
        findings.push(findingOf("ignores-eof", `Server "${server}" did not exit within ${(0,build_text/* duration */.p0)(eof)} after its stdin was closed`, revision));
    }
    if (spec.checks.exit_on_sigterm && sigterm > 0 && report.rung === "sigkill") {
        findings.push(findingOf("ignores-sigterm", `Server "${server}" ignored SIGTERM for ${(0,build_text/* duration */.p0)(sigterm)} and had to be killed`, revision));
    }
    for (const command of report.leftovers) {
        findings.push(findingOf("leftover-process", `Server "${server}" left a process behind when it ended: ${command.slice(0, longestCommand)}`, revision));
    }
    return findings;
}

;// CONCATENATED MODULE: ./build/manager/server/chronicle.js




/** The state of one server and what is known of it, all of which goes into the record as it comes. */
class Chronicle {
    facts;
    #declaration;
    #world;
    #state = "declared";
    #reason = null;
    constructor(declaration, world) {
        this.facts = noFacts(declaration.spec);
        this.#declaration = declaration;
        this.#world = world;
    }
    get state() {
        return this.#state;
    }
    /** Why it is in this state, where there is something to say. */
    get reason() {
        return this.#reason;
    }
    /** Throws for a step that the table of states does not have: that would be our bug. */
    enter(state, reason = null) {
        const { name, isFresh } = this.#declaration;
        if (!(0,controller/* mayFollow */.LE)(this.#state, state)) {
            throw new Error(`server "${name}" cannot go from ${this.#state} to ${state}`);
        }
        this.#state = state;
        this.#reason = reason;
        if (isFresh) {
            return;
        }
        const atMs = this.#world.clock.nowMs();
        this.#world.record.server(name, { state, reason });
        this.#world.record.transition({ server: name, atMs, state, reason });
    }
    /** Says more of the state it is in. */
    explain(reason) {
        this.#reason = reason;
        if (!this.#declaration.isFresh) {
            this.#world.record.server(this.#declaration.name, { reason });
        }
    }
    note(patch) {
        for (const key of ["image", "containerId", "revision", "readyMs", "exitCode"]) {
            Object.assign(this.facts, patch[key] === undefined ? {} : { [key]: patch[key] });
        }
        this.#world.record.server(this.#declaration.name, patch);
    }
    /** Every container of a server would tell its faults again: each is told once. */
    find(finding) {
        const { name, shared } = this.#declaration;
        if (shared.told.has(finding.code)) {
            return;
        }
        shared.told.add(finding.code);
        const atMs = this.#world.clock.nowMs();
        this.#world.record.finding({ ...finding, server: name, atMs, stepId: null });
    }
    /** How a life ended; `judge`: whether that says something about the server. */
    noteEnd({ stop, counts }, judge) {
        this.note(outputCounts(counts));
        if (stop === null) {
            return;
        }
        this.note({ exitCode: stop.exit.exitCode, oomKilled: stop.exit.oomKilled });
        if (judge) {
            const { name, spec } = this.#declaration;
            const revision = this.facts.revision ?? undefined;
            stopFindings(name, spec, revision, stop).forEach((finding) => this.find(finding));
        }
    }
}

;// CONCATENATED MODULE: ./build/manager/server/come-back.js



/**
 * Starts a server that has failed again, after the pause of its restart policy, until it is up.
 *
 * Rejects SERVER_NOT_RUNNING when the policy gives up, and with the signal's reason.
 */
async function comeBack(returning, first, signal) {
    const { name, most, restarts, chronicle, clock, start } = returning;
    for (let next = first;;) {
        const cause = chronicle.reason ?? "it failed";
        if (next === undefined || next.kind === "crash loop") {
            throw giveUp(returning, cause, next?.count ?? 0);
        }
        const told = `restart ${next.count} of at most ${most} in a row`;
        chronicle.enter("restarting", `${told} in ${(0,build_text/* duration */.p0)(next.delayMs)}; ${cause}`);
        chronicle.find(findingOf("restarted", `Server "${name}" is started again: ${cause}`));
        try {
            await clock.sleep(next.delayMs, signal);
        }
        catch (thrown) {
            chronicle.enter("stopped", (0,build_fault/* asFault */.Ps)(thrown).message);
            throw thrown;
        }
        try {
            await start(signal);
            return;
        }
        catch (thrown) {
            if (signal.aborted) {
                throw thrown;
            }
            // One that does not even come up has failed, whatever its exit code.
            next = restarts.next(null);
        }
    }
}
function giveUp({ name, chronicle }, cause, count) {
    const message = `Server "${name}" is in a crash loop: restarted ${(0,build_text/* plural */.LS)(count, "time")} in a row, and again: ${cause}`;
    chronicle.explain(message);
    chronicle.find(findingOf("crash-loop", message));
    return new build_fault/* Fault */.vC("SERVER_NOT_RUNNING", message);
}

;// CONCATENATED MODULE: ./build/manager/server/joint.js

/** Begins work that goes on until it has ended or the last caller who waits for it has left. */
function createJoint(work) {
    const off = new AbortController();
    const result = work(off.signal);
    let waiting = 0;
    return {
        async join(signal) {
            waiting += 1;
            const left = Promise.withResolvers();
            function leave() {
                waiting -= 1;
                if (waiting === 0) {
                    // The last one hears how the work ends, so that nothing of it goes on behind its back.
                    off.abort(givenUp(signal.reason));
                }
                else {
                    left.reject(signal.reason);
                }
            }
            if (signal.aborted) {
                leave();
            }
            signal.addEventListener("abort", leave, { once: true });
            try {
                await Promise.race([result, left.promise]);
            }
            finally {
                signal.removeEventListener("abort", leave);
            }
        },
        abort: (reason) => off.abort(reason),
        get isOff() {
            return off.signal.aborted;
        },
        ended: result.then(() => undefined, () => undefined),
    };
}
/** What clients leave with is theirs: a timeout of their own, a cancelled request. It is no bug of ours. */
function givenUp(reason) {
    const { message } = (0,build_fault/* asFault */.Ps)(reason);
    return reason instanceof build_fault/* Fault */.vC
        ? reason
        : new build_fault/* Fault */.vC("INTERRUPTED", `The last who waited for it has left: ${message}`);
}

;// CONCATENATED MODULE: ./build/manager/publishing.js
/**
 * What a container is published at: nothing where it is one of several of its server, of which only one can have the
 * port; and where the port is a free one, the one it had before, so that an address stays true over a restart.
 */
function publishedAs({ spec, isFresh }, before) {
    const { http } = spec;
    if (http === undefined || http.publish === false) {
        return spec;
    }
    const again = http.publish === true && before !== null ? Number(new URL(before).port) : http.publish;
    return { ...spec, http: { ...http, publish: isFresh ? false : again } };
}
/** The address of a port of this machine that leads to a server. */
function publishedUrl({ http }, port) {
    return port === undefined ? null : `http://127.0.0.1:${port}${http?.path ?? "/"}`;
}

;// CONCATENATED MODULE: ./build/manager/server/bill.js


/** Puts the bill of materials of a server's image into the record, once. Never rejects: no test depends on it. */
async function recordBill({ label, shared }, resolved, { record, clock, registry }, progress) {
    if (shared.told.has("sbom")) {
        return;
    }
    shared.told.add("sbom");
    try {
        const data = await (0,build_registry/* sbomOf */.Pp)(resolved, registry.cacheFolder);
        record.event({ atMs: clock.nowMs(), kind: "sbom", server: label, data });
    }
    catch (error) {
        progress(`no bill of materials of ${resolved.image}: ${(0,build_fault/* asFault */.Ps)(error).message}`);
    }
}

;// CONCATENATED MODULE: ./build/manager/server/era-key.js
/** What decides which era a server speaks: its image, and what is started in it. */
function eraKey({ imageId, entrypoint, command }, transport) {
    return JSON.stringify([imageId, entrypoint, command, transport]);
}

;// CONCATENATED MODULE: ./build/manager/server/health-plan.js

/** Where an image does not say it, as engines have it. */
const engineDefaults = { interval: 30_000, timeout: 30_000, failures: 3, successes: 1 };
/** undefined: nobody wants it watched. Rejects RUN_FILE_INVALID when its image is to say how, and does not. */
async function healthPlan({ name, spec }, resolved, engine) {
    if (spec.health !== "image" || resolved === null) {
        return typeof spec.health === "object" ? { rules: spec.health, command: null } : undefined;
    }
    const image = await (await engine()).inspectImage(resolved.imageId);
    if (image?.healthcheck === undefined) {
        throw new build_fault/* Fault */.vC("RUN_FILE_INVALID", `Server "${name}" has health: image, but its image has no HEALTHCHECK.`, {
            hint: "Write a HEALTHCHECK into its Dockerfile, or `health: {}` to have the server itself asked.",
        });
    }
    const { command, intervalMs, timeoutMs, retries } = image.healthcheck;
    return {
        command,
        rules: {
            ...engineDefaults,
            ...(intervalMs === undefined ? {} : { interval: intervalMs }),
            ...(timeoutMs === undefined ? {} : { timeout: timeoutMs }),
            ...(retries === undefined ? {} : { failures: retries }),
        },
    };
}

;// CONCATENATED MODULE: ./build/manager/server/origin-of.js
/** What a server is started from, as the record has it: what was asked for may be a range, this is what was got. */
function origin_of_originOf(resolved) {
    const { template, image, imageId, buildMs, version, provenance } = resolved;
    return {
        template,
        image,
        imageId,
        buildMs,
        packageVersion: version ?? null,
        packages: provenance.packages.length === 0 ? null : provenance.packages.length,
        bases: JSON.stringify(provenance.bases),
    };
}

;// CONCATENATED MODULE: ./build/manager/server/bring-up.js







/** Builds, waits for what comes first, creates, starts and shakes hands; enters the states up to `starting`. What was made is removed on failure. */
async function bringUp(wanted) {
    const { spec } = wanted.declaration;
    const resolved = await resolveServer(wanted);
    wanted.onHealth(await healthPlan(wanted.declaration, resolved, wanted.world.engine));
    await wanted.declaration.needs?.(wanted.signal);
    const { eras } = wanted.world;
    const key = resolved && eraKey(resolved, spec.transport);
    const era = key && eras.get(key);
    const protocol = spec.protocol === "auto" ? era || "auto" : spec.protocol;
    const life = await launchServer(wanted, resolved, protocol).catch((thrown) => {
        if (thrown instanceof ProbeEndedServer) {
            // Some servers end when asked anything before `initialize`; a fresh container gets the handshake that fits.
            return launchServer(wanted, resolved, thrown.retryWith);
        }
        throw thrown;
    });
    if (key !== null) {
        eras.set(key, life.session.era);
    }
    const url = publishedUrl(spec, life.container?.publishedPort);
    if (url !== null) {
        wanted.chronicle.facts.url = url;
        wanted.progress(`${wanted.declaration.name}: published at ${url}`);
    }
    return life;
}
/** What there is to say when it is ready. */
function readyLine({ revision, serverInfo }) {
    const called = [serverInfo.name ?? "unnamed", serverInfo.version].filter(Boolean).join(" ");
    return `ready, MCP ${revision}, ${called}`;
}
/** null: it runs elsewhere. */
async function resolveServer({ declaration, chronicle, world, progress, signal, }) {
    if (declaration.spec.url !== undefined) {
        return null;
    }
    chronicle.enter("building");
    const resolved = await declaration.image((line) => progress(`${declaration.name}: ${line}`), signal);
    chronicle.note(origin_of_originOf(resolved));
    await recordBill(declaration, resolved, world, progress);
    return resolved;
}
function launchServer({ declaration, chronicle, world, signal }, resolved, protocol) {
    const { name, label, origin, answers, shared } = declaration;
    const spec = publishedAs(declaration, chronicle.facts.url);
    chronicle.enter("creating");
    return launch({
        name,
        label,
        spec,
        origin,
        shared,
        protocol,
        resolved,
        signal,
        client: answers,
        onStarting: () => {
            chronicle.facts.startedAtMs = world.clock.nowMs();
            chronicle.enter("starting");
        },
        onSample: (sample) => {
            chronicle.facts.lastSample = sample;
        },
        find: (finding) => chronicle.find(finding),
        note: (patch) => chronicle.note(patch),
    }, world);
}

;// CONCATENATED MODULE: ./build/manager/server/container-of.js

/** The container of a server that was started. Throws SERVER_NOT_RUNNING, and USAGE when it runs elsewhere. */
function containerOf(server) {
    const { container } = server.life;
    if (container === null) {
        throw new build_fault/* Fault */.vC("USAGE", `Server "${server.name}" runs elsewhere: only connect and disconnect can be done with it`);
    }
    return container;
}

;// CONCATENATED MODULE: ./build/manager/server/last-look.js



/** How long a list of tools may take that no step has asked for. */
const last_look_listTimeoutMs = 1_000;
/** What is looked at when a server's last step is done: what its tools cost, and whether it rests. */
async function lastLook(looked, world, signal) {
    const findings = await survey(looked, world, signal);
    const idle = await idleFinding(looked, world, signal);
    return idle === undefined ? findings : [...findings, idle];
}
/** A server that does not list its tools any more has had its say in the steps. */
async function survey({ name, spec, life }, { clock, record }, signal) {
    const options = {
        twice: spec.checks.list_determinism,
        timeoutMs: last_look_listTimeoutMs,
        own: true,
        signal,
    };
    // Also when it is disconnected: then there is no session to ask.
    const surveyed = await Promise.resolve()
        .then(() => surveyTools(life.session, options))
        .catch(() => undefined);
    if (surveyed === undefined) {
        return [];
    }
    const data = JSON.stringify(surveyed.cost);
    record.event({ atMs: clock.nowMs(), kind: "context-cost", server: name, data });
    return surveyed.findings;
}
async function idleFinding({ name, spec, life }, { clock }, signal) {
    if (life.container === null || !spec.checks.idle_cpu) {
        return undefined;
    }
    const { window, cpu } = spec.idle;
    const limits = { windowMs: window, mostPercent: cpu * 100 };
    const percent = await idleCpu(life.container.id, limits, { clock, signal });
    if (percent === undefined || percent <= limits.mostPercent) {
        return undefined;
    }
    return findingOf("idle-cpu", `Server "${name}" used ${Math.round(percent)} % of a core for ${(0,build_text/* duration */.p0)(window)} in which nothing was asked of it; ${limits.mostPercent} % is allowed`);
}

;// CONCATENATED MODULE: ./build/manager/server/life-watch.js


/** Follows a container while it is up: what happens to it is known at once, not when somebody next calls it. */
class LifeWatch {
    #container;
    #options;
    /** The last of pause and unpause: the engine does them in any order. */
    #freezing = Promise.resolve();
    #isOurs = false;
    #ending = Promise.resolve();
    constructor(container, options) {
        this.#container = container;
        this.#options = options;
        container.news?.onFrozen((isFrozen) => this.#enterFrozen(isFrozen));
        void this.#followEnd();
    }
    /** Resolves at once, or when an exit that is known has been told. */
    get ending() {
        return this.#ending;
    }
    freeze(verb) {
        this.#freezing = this.#freezing.catch(() => undefined).then(() => this.#freeze(verb));
        return this.#freezing;
    }
    async #freeze(verb) {
        const engine = await this.#options.world.engine();
        this.#isOurs = true;
        try {
            await engine[verb](this.#container.id);
            this.#enterFrozen(verb === "pause");
        }
        finally {
            this.#isOurs = false;
        }
    }
    #enterFrozen(isFrozen) {
        const { chronicle, isUp } = this.#options;
        if (isUp() && isFrozen !== (chronicle.state === "paused")) {
            chronicle.enter(isFrozen ? "paused" : "ready", this.#isOurs ? null : "from outside");
        }
    }
    async #followEnd() {
        const exit = await this.#container.exited.catch(build_fault/* asFault */.Ps);
        this.#ending = this.#tellEnd(exit);
    }
    async #tellEnd(exit) {
        const { memoryLimitBytes, world, isUp, onEnd } = this.#options;
        const how = exit instanceof build_fault/* Fault */.vC
            ? exit.message
            : `The server ${await describeEnd(this.#container, exit, memoryLimitBytes, world.clock)}.`;
        if (isUp()) {
            onEnd(exit instanceof build_fault/* Fault */.vC ? undefined : exit, how);
        }
    }
}

;// CONCATENATED MODULE: ./build/manager/server/watch-cuts.js
/** Enters that somebody else has taken a container that runs off its network, and put it back. */
function watchCuts({ id, hasNetwork, news }, { chronicle, isUp, onUnhealthy }, { engine }) {
    if (news === undefined || !hasNetwork) {
        return;
    }
    let isCut = false;
    async function look(network) {
        // A container that ends is taken off its networks before its end is told, so it is asked what is true.
        const state = await (await engine()).inspect(id);
        const isOff = state?.addresses[network] === undefined;
        if (state?.running !== true || isOff === isCut || news?.isCutExpected === true) {
            return;
        }
        isCut = isOff;
        if (isUp() && isCut && chronicle.state === "ready") {
            const cause = `it was taken off the network ${network} from outside`;
            chronicle.enter("unhealthy", cause);
            onUnhealthy(cause);
        }
        else if (isUp() && !isCut && chronicle.state === "unhealthy") {
            chronicle.enter("ready", `it was put back on the network ${network} from outside`);
        }
    }
    // One look after the other: what was seen last is what holds.
    let last = Promise.resolve();
    news.onNetwork((network) => {
        // An engine that does not answer just now says what is wrong elsewhere.
        last = last.then(() => look(network)).catch(() => undefined);
    });
}

;// CONCATENATED MODULE: ./build/manager/server/check-health.js

/** Asks a server on an interval whether it is well, until the signal aborts. */
async function checkHealth(rules, { probe, isHealthy, onChange }, clock, signal) {
    let failed = 0;
    let passed = 0;
    for (;;) {
        await clock.sleep(rules.interval, signal).catch(() => undefined);
        const asked = signal.aborted ? undefined : probe();
        if (signal.aborted) {
            return;
        }
        if (asked === undefined) {
            continue;
        }
        const cause = await causeOf(asked, rules.timeout, signal);
        if (signal.aborted || probe()?.of !== asked.of) {
            continue;
        }
        failed = cause === null ? 0 : failed + 1;
        passed = cause === null ? passed + 1 : 0;
        if (isHealthy() ? failed >= rules.failures : passed >= rules.successes) {
            onChange(cause);
        }
    }
}
/** What is wrong; null: nothing. */
async function causeOf(probe, timeoutMs, signal) {
    return probe.ask(timeoutMs, signal).then(() => null, (thrown) => (0,build_fault/* asFault */.Ps)(thrown).message);
}

;// CONCATENATED MODULE: ./build/manager/server/health-probe.js

/** Any answer counts, an error too: that it does not know the question is no sign of illness. */
function sessionProbe(session) {
    return { of: session, ask: (timeoutMs, signal) => session.ping({ timeoutMs, signal }) };
}
/** Exit code 0 is well. A command that hangs is not joined by others: it can only end with its container. */
function commandProbe(command, { id }, engine) {
    const shown = `its image's HEALTHCHECK (${command.join(" ")})`;
    let isHanging = false;
    return {
        of: id,
        async ask(timeoutMs, signal) {
            if (isHanging) {
                throw new Error(`${shown} has not ended since an earlier check`);
            }
            isHanging = true;
            // Not given up by the timeout: only so is it known when it has ended.
            const running = engine()
                .then((own) => own.exec(id, command, signal))
                .finally(() => {
                isHanging = false;
            });
            const late = () => new Error(`${shown} did not end within ${timeoutMs} ms`);
            const { exitCode, stdout, stderr } = await (0,build_clock/* within */.ux)(running, timeoutMs, late);
            if (exitCode !== 0) {
                const [said = ""] = `${stdout}\n${stderr}`.trim().split("\n");
                throw new Error(`${shown} exits with code ${exitCode}${said && `: ${said.slice(0, 300)}`}`);
            }
        },
    };
}

;// CONCATENATED MODULE: ./build/manager/server/watch-health.js


/** Watches the health of a server that is up, until the signal aborts, and enters what is found. */
function watchHealth({ command, rules }, { life, chronicle, isUp, onUnhealthy }, world, signal) {
    const { container } = life;
    const ofImage = command === null || container === null
        ? undefined
        : commandProbe(command, container, world.engine);
    function probe() {
        // What is frozen does not answer, which is no illness.
        if (chronicle.state === "paused") {
            return undefined;
        }
        const session = ofImage === undefined ? sessionOf(life) : undefined;
        return session === undefined ? ofImage : sessionProbe(session);
    }
    function onChange(cause) {
        if (isUp()) {
            chronicle.enter(cause === null ? "ready" : "unhealthy", cause);
        }
        if (isUp() && cause !== null) {
            onUnhealthy(cause);
        }
    }
    const isHealthy = () => chronicle.state !== "unhealthy";
    void checkHealth(rules, { probe, isHealthy, onChange }, world.clock, signal);
}
/** undefined while it is disconnected. */
function sessionOf(life) {
    try {
        return life.session;
    }
    catch {
        return undefined;
    }
}

;// CONCATENATED MODULE: ./build/manager/server/server-body.js









/** What a server runs in: at most one life at a time. Its owner sees to it that one thing is done after the other. */
class ServerBody {
    #declaration;
    #world;
    #chronicle;
    #listeners;
    #life;
    #watch;
    #health = new AbortController();
    #endExpected = false;
    constructor(declaration, chronicle, world, listeners) {
        this.#declaration = declaration;
        this.#chronicle = chronicle;
        this.#world = world;
        this.#listeners = listeners;
    }
    get name() {
        return this.#declaration.name;
    }
    get hasLife() {
        return this.#life !== undefined;
    }
    get isUp() {
        return this.#life !== undefined && (0,controller/* isUp */.ie)(this.#chronicle.state);
    }
    /** What was started. Throws SERVER_NOT_RUNNING when there never was anything or it was stopped. */
    get life() {
        if (this.#life === undefined) {
            const { state } = this.#chronicle;
            throw new build_fault/* Fault */.vC("SERVER_NOT_RUNNING", `Server "${this.name}" is ${state}.`);
        }
        return this.#life;
    }
    async up(progress, signal) {
        const declaration = this.#declaration;
        const chronicle = this.#chronicle;
        try {
            if (this.#life !== undefined) {
                // It ended by itself, and its container is still there.
                await this.#clear(this.#life);
            }
            this.#endExpected = false;
            const world = this.#world;
            let health;
            const onHealth = (plan) => {
                health = plan;
            };
            const life = await bringUp({ declaration, chronicle, world, progress, signal, onHealth });
            this.#life = life;
            chronicle.enter("ready");
            this.#listeners.onUp();
            this.#watchOver(life, health);
            progress(`${this.name}: ${readyLine(life.session)}`);
        }
        catch (thrown) {
            // Whoever called it off has said why; what was under way only knows that it was.
            const fault = signal.reason instanceof build_fault/* Fault */.vC ? signal.reason : (0,build_fault/* asFault */.Ps)(thrown);
            const end = this.#listeners.isHalted() ? "stopped" : "failed";
            if ((0,controller/* mayFollow */.LE)(chronicle.state, end) && !(0,controller/* isUp */.ie)(chronicle.state)) {
                chronicle.enter(end, fault.message);
            }
            throw fault;
        }
    }
    /** The stop ladder and removal; `judge`: whether it rests when nothing is asked is looked at first. */
    async down(judge) {
        const life = this.#life;
        if (life === undefined) {
            return;
        }
        if (judge !== undefined && this.#chronicle.state === "ready") {
            const { name, spec } = this.#declaration;
            const findings = await lastLook({ name, spec, life }, this.#world, judge);
            findings.forEach((finding) => this.#chronicle.find(finding));
        }
        await this.#clear(life);
    }
    async freeze(verb) {
        containerOf(this);
        if (this.#watch === undefined || !this.isUp) {
            const { state } = this.#chronicle;
            throw new build_fault/* Fault */.vC("SERVER_NOT_RUNNING", `Server "${this.name}" is ${state}: no ${verb}.`);
        }
        await this.#watch.freeze(verb);
    }
    /** Resolves at once, or when an exit that is known has been told. */
    async ending() {
        await this.#watch?.ending;
    }
    /** The next end of it is meant, and no failure. */
    expectEnd() {
        this.#endExpected = true;
        this.#life?.container?.news?.expectEnd();
    }
    /** Ends a life and removes what it ran in; one that is over already keeps the state it ended in. */
    async #clear(life) {
        const { spec } = this.#declaration;
        const chronicle = this.#chronicle;
        const ran = (0,controller/* isUp */.ie)(chronicle.state);
        this.#health.abort();
        if (ran) {
            chronicle.enter("stopping");
        }
        try {
            const end = await life.end();
            this.#life = undefined;
            chronicle.noteEnd(end, ran && !this.#endExpected);
            if (ran) {
                chronicle.enter("stopped", end.stop && describeExit(end.stop.exit, spec.limits.memory));
            }
        }
        catch (thrown) {
            if (chronicle.state === "stopping") {
                chronicle.enter("failed", (0,build_fault/* asFault */.Ps)(thrown).message);
            }
            throw thrown;
        }
    }
    #watchOver(life, health) {
        const { spec } = this.#declaration;
        const chronicle = this.#chronicle;
        const isItsLife = () => this.#life === life && (0,controller/* isUp */.ie)(chronicle.state);
        this.#health = new AbortController();
        this.#watch =
            life.container === null
                ? undefined
                : new LifeWatch(life.container, {
                    chronicle,
                    world: this.#world,
                    memoryLimitBytes: spec.limits.memory,
                    isUp: isItsLife,
                    onEnd: (exit, how) => this.#ended(exit?.exitCode, how),
                });
        const watch = { life, chronicle, isUp: isItsLife, onUnhealthy: this.#listeners.onUnhealthy };
        if (life.container !== null) {
            watchCuts(life.container, watch, this.#world);
        }
        if (health !== undefined) {
            watchHealth(health, watch, this.#world, this.#health.signal);
        }
    }
    /** A server that ends by itself is failed at once; without an exit code it was lost with its engine. */
    #ended(exitCode, reason) {
        this.#health.abort();
        this.#chronicle.enter(this.#endExpected ? "stopped" : "failed", reason);
        if (!this.#endExpected && exitCode !== undefined) {
            this.#listeners.onFailed(exitCode);
        }
    }
}

// EXTERNAL MODULE: ./node_modules/zod/v4/classic/schemas.js + 2 modules
var schemas = __webpack_require__(88343);
;// CONCATENATED MODULE: ./build/manager/server/tool-names.js

const toolList = schemas/* object */.Ikc({ tools: schemas/* array */.YOg(schemas/* object */.Ikc({ name: schemas/* string */.YjP() })) });
/** Names out of the result of tools/list; none when it is no such result. */
function toolNames(result) {
    const parsed = toolList.safeParse(result);
    return parsed.success ? parsed.data.tools.map(({ name }) => name) : [];
}

;// CONCATENATED MODULE: ./build/manager/server/managed-server.js








/**
 * One server of a manager, from its declaration to its removal; at most one container at a time.
 *
 * What may be asked of it may be asked at any moment, any number of times and by several callers (docs/controller.md).
 */
class ManagedServer {
    declaration;
    #clock;
    #chronicle;
    #body;
    #restarts;
    #starting;
    /** The start that its restart policy has begun. */
    #comingBack;
    #restarting;
    #stopping;
    #removing;
    constructor(declaration, world) {
        const { restart } = declaration.spec;
        this.declaration = declaration;
        this.#clock = world.clock;
        this.#chronicle = new Chronicle(declaration, world);
        this.#restarts = (0,controller/* createRestarts */.Fi)({
            ...restart,
            delayMs: restart.delay,
            longestDelayMs: restart.longest_delay,
            steadyMs: restart.steady,
        }, world.clock);
        this.#body = new ServerBody(declaration, this.#chronicle, world, {
            onUp: () => this.#restarts.up(),
            onFailed: (exitCode) => this.#comeBack(exitCode),
            onUnhealthy: (cause) => this.#replace(cause),
            isHalted: () => this.#stopping !== undefined,
        });
    }
    get name() {
        return this.declaration.name;
    }
    get spec() {
        return this.declaration.spec;
    }
    /** The scripted answers of our client's side. */
    get answers() {
        return this.declaration.answers;
    }
    get state() {
        return this.#chronicle.state;
    }
    get reason() {
        return this.#chronicle.reason;
    }
    /** What is known of it so far. */
    get facts() {
        return this.#chronicle.facts;
    }
    /** Whether the engine may hold a container of it. */
    get hasContainer() {
        return this.#body.hasLife;
    }
    get isRunning() {
        return this.#body.isUp;
    }
    /** What was started. Throws SERVER_NOT_RUNNING when there never was anything or it was stopped. */
    get life() {
        return this.#body.life;
    }
    /** The open session. Throws SERVER_NOT_RUNNING when there is none. */
    get session() {
        return this.life.session;
    }
    /** Builds, creates, starts and waits until it is ready; one that is paused is resumed. */
    async start(progress, signal) {
        for (;;) {
            if (this.#removing !== undefined) {
                throw new build_fault/* Fault */.vC("SERVER_NOT_FOUND", `Start server "${this.name}": it was removed.`);
            }
            if (this.#stopping !== undefined) {
                await this.#stopping.catch(() => undefined);
            }
            else if (this.#starting?.isOff) {
                await this.#starting.ended;
            }
            else if (this.#starting !== undefined) {
                return this.#starting.join(signal);
            }
            else if (this.isRunning) {
                return this.state === "paused" ? this.unpause() : undefined;
            }
            else {
                this.#begin((either) => this.#body.up(progress, either));
            }
        }
    }
    /**
     * The stop ladder, then removal of the container; gives up a start or restart under way.
     *
     * `judge`: it has done its work, so whether it rests when nothing is asked is looked at first.
     */
    stop({ judge } = {}) {
        this.#restarting?.abort(this.#stopped("restarted"));
        return this.#halt(judge);
    }
    /** Stops it, whatever it does, and starts it in a fresh container. */
    restart(progress, signal) {
        if (this.#restarting === undefined || this.#restarting.isOff) {
            const restarting = createJoint(async (either) => {
                try {
                    await this.#halt();
                    either.throwIfAborted();
                    await this.start(progress, either);
                }
                finally {
                    if (this.#restarting === restarting) {
                        this.#restarting = undefined;
                    }
                }
            });
            this.#restarting = restarting;
        }
        return this.#restarting.join(signal);
    }
    /** Freezes it, as soon as it is up. Rejects SERVER_NOT_RUNNING, and USAGE for one that runs elsewhere. */
    async pause() {
        await this.#starting?.ended;
        await this.#body.freeze("pause");
    }
    async unpause() {
        await this.#body.freeze("unpause");
    }
    /** Stops it for good: it cannot be started any more. */
    remove() {
        this.#removing ??= this.stop().then(() => this.#chronicle.enter("removed"), (thrown) => {
            this.#removing = undefined;
            throw thrown;
        });
        return this.#removing;
    }
    /** Opens a new session to what runs. */
    async reconnect(signal) {
        const { life } = this;
        await life.cut();
        this.#chronicle.note(noteOf(await life.connect(signal)));
    }
    /** Resolves at once, or when its restart policy has brought it up again or given it up. */
    async settled() {
        await this.#body.ending();
        await this.#comingBack?.ended;
    }
    /** The next end of it is meant, and no failure. */
    expectEnd() {
        this.#body.expectEnd();
    }
    /** Writes down that it was used only through containers of its own, one for each scenario. */
    wasFresh() {
        this.#chronicle.enter("stopped", "each of its scenarios had a container of its own");
    }
    /** Asks the server for the names of its tools. */
    async listTools() {
        const reply = await this.session.list("tools", { timeoutMs: this.spec.ready.timeout });
        this.#chronicle.facts.tools = reply.kind === "result" ? toolNames(reply.result) : [];
        return this.#chronicle.facts.tools;
    }
    #begin(work) {
        const starting = createJoint(async (signal) => {
            try {
                await work(signal);
            }
            finally {
                this.#starting = undefined;
            }
        });
        this.#starting = starting;
        return starting;
    }
    #halt(judge) {
        this.#stopping ??= this.#stop(judge).finally(() => {
            this.#stopping = undefined;
        });
        return this.#stopping;
    }
    async #stop(judge) {
        this.#starting?.abort(this.#stopped("started"));
        await this.#starting?.ended;
        await this.#body.down(judge);
    }
    /** One that is unhealthy is ended and started again, if its restart policy says so. */
    #replace(cause) {
        if (this.spec.restart.when !== "no" && this.#stopping === undefined) {
            this.#chronicle.enter("failed", `It was unhealthy: ${cause}`);
            this.#comeBack(null);
        }
    }
    /** Its restart policy has its say about one that has failed, unless it is being stopped anyway. */
    #comeBack(exitCode) {
        const next = this.#stopping === undefined ? this.#restarts.next(exitCode) : undefined;
        if (next === undefined) {
            return;
        }
        const returning = {
            name: this.name,
            most: this.spec.restart.most,
            restarts: this.#restarts,
            chronicle: this.#chronicle,
            clock: this.#clock,
            start: (signal) => this.#body.up(() => undefined, signal),
        };
        this.#comingBack = this.#begin((signal) => comeBack(returning, next, signal));
        // The policy waits for it, too, so that it is not called off when clients leave.
        this.#comingBack.join(new AbortController().signal).catch(() => undefined);
    }
    #stopped(doing) {
        return new build_fault/* Fault */.vC("INTERRUPTED", `Server "${this.name}" was stopped while it was ${doing}.`);
    }
}

;// CONCATENATED MODULE: ./build/manager/stop-in-order.js
/**
 * Stops all of them at the same time, but none before those that need it have ended.
 *
 * One that does not end holds up only what it needs. Rejects with the first failure, when nothing is left to be tried.
 */
async function stopInOrder(standing) {
    const stopped = new Map();
    function stop(one) {
        const known = stopped.get(one);
        if (known !== undefined) {
            return known;
        }
        const dependants = standing.filter(({ needs }) => needs.includes(one.label));
        const work = Promise.allSettled(dependants.map(stop)).then(() => one.stop());
        stopped.set(one, work);
        return work;
    }
    const ends = await Promise.allSettled(standing.map(stop));
    const failed = ends.find((end) => end.status === "rejected");
    if (failed !== undefined) {
        throw failed.reason;
    }
}
/** Servers and services, to be stopped; `judge`: whether a server rests when nothing is asked is looked at first. */
function standingOf(servers, services, judge) {
    return [
        ...servers.map((server) => ({
            label: server.declaration.label,
            needs: Object.keys(server.spec.depends_on),
            stop: () => server.stop(judge === undefined ? {} : { judge }),
        })),
        ...services.map((service) => ({
            label: service.name,
            needs: Object.keys(service.spec.depends_on),
            stop: () => service.stop(),
        })),
    ];
}

;// CONCATENATED MODULE: ./build/manager/play/select-scenarios.js

const tagPrefix = "tag:";
/**
 * The scenarios whose name, or a tag after `tag:`, one of the filters matches; without filters those marked `only`,
 * else all. Throws NOTHING_TO_TEST.
 */
function selectScenarios(loaded, only) {
    if (only.length === 0) {
        const marked = loaded.scenarios.filter((scenario) => scenario.only);
        return marked.length === 0 ? loaded.scenarios : marked;
    }
    const filters = only.map(toFilter);
    const chosen = loaded.scenarios.filter((scenario) => filters.some((takes) => takes(scenario)));
    if (chosen.length === 0) {
        const names = loaded.scenarios.map((scenario) => `"${scenario.name}"`).join(", ");
        const tags = [...new Set(loaded.scenarios.flatMap((scenario) => scenario.tags))].join(", ");
        throw new build_fault/* Fault */.vC("NOTHING_TO_TEST", `No scenario matches ${only.map((name) => `"${name}"`).join(", ")}; there are: ${names}${tags === "" ? "" : `; tags: ${tags}`}.`);
    }
    return chosen;
}
function toFilter(only) {
    if (!only.startsWith(tagPrefix)) {
        const pattern = toPattern(only);
        return ({ name }) => pattern.test(name);
    }
    const pattern = toPattern(only.slice(tagPrefix.length));
    return ({ tags }) => tags.some((tag) => pattern.test(tag));
}
/** Names of the servers a scenario uses, in order of first use. */
function serversOf(scenario) {
    const { setup, steps, teardown } = scenario;
    return [...new Set([...setup, ...steps, ...teardown].map((step) => step.server))];
}
/** `*` stands for any text, everything else for itself. */
function toPattern(filter) {
    const parts = filter.split("*").map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&"));
    return new RegExp(`^${parts.join(".*")}$`, "su");
}

;// CONCATENATED MODULE: ./build/manager/play/variants.js

/** Every scenario in declared order, its variants one after the other. */
function variantsOf(scenarios, specs) {
    return scenarios.flatMap((scenario) => {
        const names = serversOf(scenario);
        const protocols = [...new Set(names.flatMap((name) => specs[name]?.protocols ?? []))];
        const played = protocols.length === 0 ? [null] : protocols;
        return played.map((protocol) => ({
            scenario,
            name: protocol === null ? scenario.name : `${scenario.name} [${protocol}]`,
            protocol,
            servers: new Map(withEndpoints(names, specs).map((name) => [
                name,
                instanceName(name, specs[name], protocol),
            ])),
        }));
    });
}
/** The names, and behind them whatever is an endpoint of one, of an endpoint's endpoints and so on. */
function withEndpoints(names, specs) {
    const all = new Set(names);
    // A set is walked up to what is added meanwhile.
    for (const name of all) {
        specs[name]?.network.endpoints.forEach((endpoint) => all.add(endpoint));
    }
    return [...all];
}
/** One instance of a server for each protocol that it is played with. */
function instanceName(name, spec, protocol) {
    return protocol !== null && spec?.protocols?.includes(protocol) ? `${name} [${protocol}]` : name;
}

;// CONCATENATED MODULE: ./build/manager/play/cast.js






/** Declares every server that the variants need; `whole`: those that no scenario uses, too. */
function castOf(loaded, variants, whole, origin, deps) {
    const { runFile } = loaded;
    const servers = new Map();
    const played = variants.flatMap((variant) => [...variant.servers.keys()]);
    const all = [...Object.keys(runFile.servers), ...Object.keys(runFile.services)];
    const needed = companyOf(runFile, whole ? all : played);
    const { services, waitFor } = declareServices(loaded, needed, waitForServer, origin, deps);
    const starting = new Map();
    for (const [name, spec] of Object.entries(runFile.servers)) {
        const used = [...new Set(variants.flatMap((variant) => variant.servers.get(name) ?? []))];
        if (!needed.has(name)) {
            continue;
        }
        const protocols = spec.protocols ?? [null];
        const wanted = used.length === 0 ? [instanceName(name, spec, protocols[0] ?? null)] : used;
        const at = loaded.locate(["servers", name]);
        const needs = needsOf(`Server "${name}"`, spec.depends_on, waitFor);
        for (const instance of wanted) {
            const protocol = protocols.find((each) => instanceName(name, spec, each) === instance);
            const own = { ...spec, protocol: protocol ?? spec.protocol };
            const client = loaded.clients[name];
            servers.set(instance, deps.declare({ name: instance, label: name, spec: own, origin, at, client, needs }));
        }
    }
    function find(name) {
        const server = servers.get(name);
        if (server === undefined) {
            throw new build_fault/* Fault */.vC("INTERNAL", `Server "${name}" is not part of this run.`);
        }
        return server;
    }
    function startOnce(name) {
        const known = starting.get(name) ?? faultOf(find(name).start(deps.progress, deps.signal));
        starting.set(name, known);
        return known;
    }
    /** All instances of it: a scenario of any of them may be what it is waited for. */
    async function waitForServer(name) {
        const instances = [...servers.values()].filter(({ declaration }) => declaration.label === name);
        const faults = await Promise.all(instances.map((instance) => startOnce(instance.name)));
        const fault = faults.find((each) => each !== null);
        if (fault) {
            throw company_absent(name, fault);
        }
    }
    const standing = standingOf([...servers.values()], [...services.values()], deps.signal);
    return {
        names: [...servers.keys()],
        find,
        isNeeded: (name) => standing.some(({ needs }) => needs.includes(find(name).declaration.label)),
        async start(name) {
            const fault = await startOnce(name);
            const { needs } = find(name).declaration;
            // What was there may be gone by now.
            return fault === null && needs !== undefined ? faultOf(needs(deps.signal)) : fault;
        },
        startServices() {
            services.forEach((service) => void service.start(deps.progress));
        },
        stopRest: () => stopInOrder(standing),
        fresh: (name) => new ManagedServer({ ...find(name).declaration, isFresh: true }, deps.world),
    };
}
/** Why work failed, or null. */
function faultOf(work) {
    return work.then(() => null, (thrown) => (0,build_fault/* asFault */.Ps)(thrown));
}

;// CONCATENATED MODULE: ./build/manager/play/normalise.js
/** Members that revisions add to results, or that say nothing about them. */
const ignored = new Set(["_meta", "ttlMs", "resultType", "cacheScope"]);
/** Ends of ISO 8601 times, UUIDs, long hexadecimal ids and milliseconds since the epoch: new in every run. */
const varying = [
    [/\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d(?:[.,]\d+)?)?(?:Z|[+-]\d\d:?\d\d)?/g, "<time>"],
    [/(?<![0-9a-f])[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/gi, "<id>"],
    [/\b[0-9a-f]{32,64}\b/gi, "<id>"],
    [/\b1[5-9]\d{11}\b/g, "<time>"],
];
/** A recorded result without what may differ from run to run, members in order of their names. */
function normalised(resultJson) {
    if (resultJson === null) {
        return "nothing";
    }
    try {
        return JSON.stringify(normalise_plain(JSON.parse(resultJson)));
    }
    catch {
        // Cut to the cap of the record: what is there is compared as text.
        return normalise_masked(resultJson);
    }
}
function normalise_plain(value) {
    if (typeof value === "string") {
        return normalise_masked(value);
    }
    if (typeof value === "number") {
        return value >= 15e11 && value < 2e12 ? "<time>" : value;
    }
    if (Array.isArray(value)) {
        return value.map(normalise_plain);
    }
    if (typeof value === "object" && value !== null) {
        const members = Object.entries(value).filter(([name]) => !ignored.has(name));
        const sorted = members.toSorted(([a], [b]) => (a < b ? -1 : 1));
        return Object.fromEntries(sorted.map(([name, member]) => [name, normalise_plain(member)]));
    }
    return value;
}
function normalise_masked(text) {
    return varying.reduce((rest, [pattern, word]) => rest.replace(pattern, word), text);
}

;// CONCATENATED MODULE: ./build/manager/play/compare-variants.js

const compare_variants_longestShown = 200;
/** Verbs whose result is of another kind in each era, or a measurement. */
const incomparable = new Set(["ping", "start", "restart", "stop", "connect", "listen"]);
/**
 * Compares the variants of each scenario, step by step, with the first of them, and records what differs: as a
 * finding of the server, and all of it as one event `parity` for each scenario.
 */
function compareVariants(results, { record, clock }) {
    for (const [first, ...others] of groups(results)) {
        for (const other of others) {
            if (first === undefined ||
                first.played.outcome === "skipped" ||
                other.played.outcome === "skipped") {
                continue;
            }
            const differences = differencesOf(first.played.steps, other.played.steps);
            const atMs = clock.nowMs();
            const pair = [first.variant.protocol, other.variant.protocol];
            for (const { step, what, first: one, second } of differences) {
                record.finding({
                    server: step.server,
                    code: "parity-differs",
                    severity: "warning",
                    message: `${other.variant.scenario.name}, step ${step.position + 1} (${`${step.verb} ${step.target}`.trimEnd()}): its ${what} differs between protocol ${pair.join(" and ")}: ${one} and ${second}`,
                    atMs,
                    stepId: null,
                });
            }
            const steps = differences.map(({ step, ...rest }) => ({ ...rest, position: step.position }));
            const data = { scenario: other.variant.scenario.name, protocols: pair, differences: steps };
            record.event({ atMs, kind: "parity", server: null, data: JSON.stringify(data) });
        }
    }
}
/** The variants of one scenario each, in their order, where there are several. */
function groups(results) {
    const byName = new Map();
    for (const [variant, played] of results) {
        if (variant.protocol !== null) {
            const group = byName.get(variant.scenario.name) ?? [];
            group.push({ variant, played });
            byName.set(variant.scenario.name, group);
        }
    }
    return [...byName.values()].filter((group) => group.length > 1);
}
function differencesOf(first, second) {
    return second.flatMap((step, position) => {
        const other = first[position];
        if (other === undefined) {
            return [];
        }
        if (other.outcome !== step.outcome) {
            return [{ step, what: "outcome", first: other.outcome, second: step.outcome }];
        }
        if (incomparable.has(step.verb)) {
            return [];
        }
        const [one, two] = [normalised(other.resultJson), normalised(step.resultJson)];
        return one === two ? [] : [{ step, what: "result", ...shown(one, two) }];
    });
}
/** From a little before where two texts part. */
function shown(one, two) {
    let same = 0;
    while (same < one.length && one[same] === two[same]) {
        same += 1;
    }
    const from = Math.max(0, same - compare_variants_longestShown / 4);
    const cut = (text) => `${from > 0 ? "…" : ""}${text.slice(from, from + compare_variants_longestShown)}${text.length > from + compare_variants_longestShown ? "…" : ""}`;
    return { first: cut(one), second: cut(two) };
}

;// CONCATENATED MODULE: ./build/manager/play/backlog.js
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

;// CONCATENATED MODULE: ./build/manager/play/play-trials.js

/**
 * Plays a scenario as often as its `trials` say and judges the whole by its pass rate.
 *
 * Its steps stand once in the record, each with the number of trials it passed in: those of the first trial that did
 * not pass when too few did, else those of the last that passed. Trials end early when the run is called off.
 */
async function playTrials({ trials }, play, signal) {
    const wanted = trials?.times ?? 1;
    const passedIn = [];
    let played = 0;
    let passed = 0;
    let good;
    let bad;
    while (played < wanted && (played === 0 || !signal.aborted)) {
        const trial = await play();
        played += 1;
        trial.steps.forEach((step, position) => {
            passedIn[position] = (passedIn[position] ?? 0) + Number(step.outcome === "passed");
        });
        if (trial.outcome === "passed") {
            passed += 1;
            good = trial;
        }
        else {
            bad ??= trial;
        }
    }
    const enough = trials === undefined ? bad === undefined : isEnough(passed, wanted, trials.passRate);
    const shown = (enough ? good : bad) ?? bad ?? good;
    if (shown === undefined) {
        throw new Error("a scenario was played no time");
    }
    if (trials === undefined) {
        return { ...shown, trials: 1, trialsPassed: passed };
    }
    const note = trialsNote(passed, wanted);
    return {
        ...shown,
        outcome: enough ? "passed" : shown.outcome,
        reason: enough ? null : `${note}; first that did not: ${shown.reason ?? "no reason"}`,
        trials: wanted,
        trialsPassed: passed,
        steps: shown.steps.map((step, position) => ({
            ...step,
            attempts: played,
            attemptsPassed: passedIn[position] ?? 0,
            note: [step.note, `passed in ${passedIn[position] ?? 0} of ${played} trials of its scenario`]
                .filter((part) => part !== null)
                .join("; "),
        })),
    };
}

;// CONCATENATED MODULE: ./build/manager/server/read-file.js


/** Held whole, recorded and compared. */
const read_file_maxBytes = 8 * 2 ** 20;
/** A file of a server's container, as a resource would be read; a file that is not there is a result too. */
async function readFile(engine, id, server, path) {
    const read = await engine.readFile(id, path, read_file_maxBytes);
    switch (read.kind) {
        case "absent":
            return { exists: false, contents: [] };
        case "refused":
            throw new build_fault/* Fault */.vC("NOT_JUDGEABLE", `Server "${server}": ${path} ${read.why}`, {
                hint: "Only plain files of its image and its volumes are read; `volumes: [{ volume: NAME, container_path: … }]` gives it one to write to.",
            });
        case "file": {
            const bytes = Buffer.from(read.bytes);
            const content = (0,external_node_buffer_.isUtf8)(bytes)
                ? { text: bytes.toString() }
                : { blob: bytes.toString("base64") };
            return { exists: true, contents: [{ uri: `file://${encodeURI(path)}`, ...content }] };
        }
        default:
            return read;
    }
}

;// CONCATENATED MODULE: ./build/manager/server/server-verbs.js




/** Signals that a process may well live through. */
const harmless = new Set([
    "SIGUSR1",
    "SIGUSR2",
    "SIGWINCH",
    "SIGCONT",
    "SIGSTOP",
    "SIGTSTP",
    "SIGURG",
    "SIGCHLD",
]);
/** A server that catches SIGTERM, or ignores it, need not end: no step is to wait long for it. */
const endMs = 5_000;
/**
 * Does a server verb and gives what a step looks into.
 *
 * Rejects CALL_TIMED_OUT after the step's timeout, SERVER_NOT_RUNNING when there is nothing to act on, USAGE when the
 * server has no container, and what starting it rejects.
 */
async function actOn(server, action, options, world) {
    const late = () => new build_fault/* Fault */.vC("CALL_TIMED_OUT", `${action.verb} of server "${server.name}" was not done within ${options.timeoutMs} ms`);
    const enough = new AbortController();
    const signal = AbortSignal.any([options.signal, enough.signal]);
    try {
        return await (0,build_clock/* within */.ux)(server_verbs_act(server, action, { ...options, signal }, world), options.timeoutMs, late);
    }
    finally {
        enough.abort();
    }
}
async function server_verbs_act(server, action, options, world) {
    const { signal } = options;
    switch (action.verb) {
        case "start":
            if (server.isRunning) {
                throw new build_fault/* Fault */.vC("USAGE", `Start server "${server.name}": it runs already`);
            }
            return start(server, signal);
        case "restart":
            return start(server, signal);
        case "stop":
            containerOf(server);
            await server.stop();
            return { exit_code: server.facts.exitCode };
        case "connect":
            if (server.life.container !== null) {
                await server.life.container.connect();
                server.life.container.news?.expectCut(false);
            }
            await server.reconnect(signal);
            return readyOf(server);
        case "disconnect":
            return disconnect(server);
        case "pause":
            await server.pause();
            return {};
        case "unpause":
            await server.unpause();
            return {};
        case "exec": {
            const engine = await world.engine();
            const { exitCode, ...output } = await engine.exec(containerOf(server).id, action.command, signal);
            return { exit_code: exitCode, stdout: output.stdout, stderr: output.stderr };
        }
        case "read_file":
            return readFile(await world.engine(), containerOf(server).id, server.name, action.target);
        case "kill":
            return kill(server, action.target || "SIGKILL", options, world);
    }
}
async function start(server, signal) {
    if (server.hasContainer) {
        containerOf(server);
        await server.stop();
    }
    await server.start(() => undefined, signal);
    return readyOf(server);
}
/** Taken off its network, so that what is on its way is lost; one that runs elsewhere only loses its session. */
async function disconnect({ life }) {
    if (life.container === null) {
        await life.cut();
        return {};
    }
    life.container.news?.expectCut(true);
    await life.container.disconnect();
    if (life.session.transport !== "stdio") {
        // Not awaited: the goodbye of the session cannot reach the server any more.
        void life.cut();
    }
    return {};
}
/** Sends a signal; of one that ends most programs, waits for that end. */
async function kill(server, name, { timeoutMs, signal }, { engine, clock }) {
    const { id, exited } = containerOf(server);
    if (harmless.has(name)) {
        await (await engine()).kill(id, name);
        return { exited: false };
    }
    server.expectEnd();
    await (await engine()).kill(id, name);
    const late = clock.sleep(Math.min(endMs, timeoutMs / 2), signal).catch(() => undefined);
    const exit = await Promise.race([exited, late]);
    return exit === undefined ? { exited: false } : { exited: true, exit_code: exit.exitCode };
}
function readyOf({ facts }) {
    return { revision: facts.revision, ready_ms: facts.readyMs };
}

;// CONCATENATED MODULE: ./build/manager/play/server-handle.js




/** An engine's statistics come about once a second. */
const statsMs = 5_000;
/** An engine that works answers an inspection in milliseconds, under load in tenths of a second. */
const engineMs = 3_000;
/** A server as the steps of a scenario see it. */
function handleOf(server, world) {
    return {
        async session() {
            // One that its restart policy brings up again is waited for: only what was under way has failed.
            await server.settled();
            return server.session;
        },
        verb: (action, options) => actOn(server, action, options, world),
        stderrMark: () => server.declaration.shared.recent.mark(),
        stderrSince: (mark) => stderrSince(server, mark, world),
        memoryBytes: () => memoryOf(server, world),
        whyLate: () => whyLate(server, world),
        answers: server.answers,
    };
}
/** What is said over stdio passes through the engine: one that is frozen makes every server silent. */
async function whyLate(server, world) {
    if (!server.hasContainer || server.spec.transport !== "stdio") {
        return undefined;
    }
    const { container } = server.life;
    const engine = await world.engine();
    const silent = () => new build_fault/* Fault */.vC("ENGINE_UNRESPONSIVE", `Server "${server.name}" could not be heard: its engine at ${engine.info.endpoint} does not answer either`);
    try {
        await (0,build_clock/* within */.ux)(engine.inspect(container?.id ?? ""), engineMs, silent);
        return undefined;
    }
    catch (error) {
        return error instanceof build_fault/* Fault */.vC ? error : undefined;
    }
}
/** Its stderr lines after a mark, those of an earlier container too. */
function stderrSince(server, mark, world) {
    if (server.hasContainer) {
        return server.life.output.stderrSince(mark);
    }
    const { recent } = server.declaration.shared;
    return world.redactor().redact(recent.since(mark).join("\n"));
}
async function memoryOf(server, world) {
    const { container } = server.life;
    if (container === null) {
        throw new build_fault/* Fault */.vC("NOT_JUDGEABLE", `Server "${server.name}" runs elsewhere: its memory is not known`, {
            hint: "Expect memory only of servers that run in a container.",
        });
    }
    const here = memoryNow(container.id);
    if (here !== undefined) {
        return here;
    }
    const engine = await world.engine();
    const enough = new AbortController();
    const first = new Promise((resolve, reject) => {
        engine
            .stats(container.id, ({ memoryBytes }) => resolve(memoryBytes), enough.signal)
            .then(() => reject(new build_fault/* Fault */.vC("SERVER_NOT_RUNNING", `Server "${server.name}" has ended.`)), reject);
    });
    const late = () => new build_fault/* Fault */.vC("ENGINE_UNRESPONSIVE", `No statistics came within ${statsMs} ms.`);
    try {
        return await (0,build_clock/* within */.ux)(first, statsMs, late);
    }
    finally {
        enough.abort();
    }
}

;// CONCATENATED MODULE: ./build/manager/play/play-scenario.js






/** Enters a scenario into the record, not begun yet, so that reports list all in declared order. */
function enterScenario({ scenario, name, protocol, servers }, record) {
    return record.beginScenario({
        name,
        servers: [...servers.values()].join(","),
        tags: scenario.tags.join(","),
        revision: protocol,
        trials: scenario.trials?.times ?? 1,
        line: scenario.at.line,
        column: scenario.at.column,
    });
}
/** Plays one entered scenario, as often as it says, and records it. */
async function playVariant(variant, id, stage, deps) {
    const { record, clock } = deps.world;
    const startedMs = clock.monotonicMs();
    record.endScenario(id, { startedAtMs: clock.nowMs() });
    const backlog = createBacklog((work) => record.together(work));
    const isOnce = variant.scenario.trials === undefined;
    function add(step) {
        const { verdicts, captures: _captures, ...row } = step;
        backlog.add({
            record: () => record.step({ ...row, scenarioId: id }, verdicts),
            tell: () => deps.progress(stepLine(variant, step)),
        });
    }
    const played = await playTrials(variant.scenario, () => playOnce(variant, stage, deps, isOnce ? add : () => undefined), deps.signal);
    if (!isOnce) {
        played.steps.forEach(add);
    }
    backlog.drain();
    record.endScenario(id, {
        outcome: played.outcome,
        reason: played.reason,
        trialsPassed: played.trialsPassed,
        durationMs: clock.monotonicMs() - startedMs,
    });
    return played;
}
/** Records a scenario that was never begun: every declared step still has exactly one outcome. */
function skipScenario(variant, id, reason, { record, clock }) {
    for (const { verdicts, captures: _captures, ...row } of undone(variant, clock.nowMs(), reason)) {
        record.step({ ...row, scenarioId: id }, verdicts);
    }
    record.endScenario(id, { outcome: "skipped", reason, durationMs: 0 });
}
async function playOnce(variant, stage, deps, onStep) {
    const { clock, record } = deps.world;
    const steps = [];
    function tell(step) {
        const named = { ...step, server: variant.servers.get(step.server) ?? step.server };
        steps.push(named);
        onStep(named);
    }
    const { servers, fault } = await stage.set();
    try {
        if (fault !== null) {
            const reason = play_scenario_firstLine(fault.message);
            undone(variant, clock.nowMs(), reason, fault).forEach(tell);
            return { outcome: "broken", reason, complete: false, steps };
        }
        const result = await runScenario({ ...variant.scenario, name: variant.name }, {
            clock,
            signal: deps.signal,
            redact: (text) => deps.world.redactor().redact(text),
            ...(deps.snapshots && { snapshots: deps.snapshots }),
            server: (name) => handleOf(serverIn(servers, name), deps.world),
            onStep: tell,
            onFinding: (server, finding) => record.finding({
                ...finding,
                server: variant.servers.get(server) ?? server,
                atMs: clock.nowMs(),
                stepId: null,
            }),
        });
        return { ...result, steps };
    }
    finally {
        await stage.clear();
    }
}
function serverIn(servers, name) {
    const server = servers.get(name);
    if (server === undefined) {
        throw new build_fault/* Fault */.vC("INTERNAL", `Server "${name}" is not part of this scenario.`);
    }
    return server;
}
/** The steps of a scenario that was not played: with a fault the first is broken by it, else all are skipped. */
function undone({ scenario }, nowMs, reason, fault = null) {
    const phases = [
        ["setup", scenario.setup],
        ["step", scenario.steps],
        ["teardown", scenario.teardown],
    ];
    const declared = phases.flatMap(([phase, steps]) => steps.map((step) => ({ phase, step })));
    return declared.map(({ phase, step }, position) => {
        const isFirst = position === 0;
        const why = isFirst ? reason : "an earlier step did not pass";
        const skipped = skippedStep(step, phase, position, why, nowMs);
        return isFirst && fault !== null
            ? { ...skipped, outcome: "broken", faultCode: fault.code, blame: fault.blame }
            : skipped;
    });
}
const signs = { passed: "✓", failed: "✗", broken: "✗", skipped: "○" };
function stepLine({ name }, step) {
    const what = `${name} › ${step.verb} ${step.target}`.trimEnd();
    const why = step.reason ?? step.note;
    return `${signs[step.outcome]} ${what} (${(0,build_text/* duration */.p0)(step.durationMs)})${why === null ? "" : `: ${play_scenario_firstLine(why)}`}`;
}
function play_scenario_firstLine(text) {
    return text.split("\n", 1)[0] ?? "";
}

;// CONCATENATED MODULE: ./build/manager/play/schedule.js
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

;// CONCATENATED MODULE: ./build/manager/play/play-scenarios.js







/**
 * Starts servers and services together, plays each scenario as soon as its servers are ready and free, and stops each
 * server after its last scenario; what others need is stopped after them. Gives the names of the scenarios whose every step was done.
 *
 * A fresh scenario has containers of its own, made for it; it waits its turn for its servers all the same, so that
 * what a server costs is measured for one scenario at a time.
 */
async function playScenarios(loaded, scenarios, origin, deps, keepRunning) {
    const { record } = deps.world;
    const variants = variantsOf(scenarios, loaded.runFile.servers);
    const whole = scenarios.length === loaded.scenarios.length;
    if (Object.values(loaded.runFile.servers).some((spec) => spec.url === undefined)) {
        // Fail before anything is declared when there is no engine: it is the run's fault, not each server's.
        await deps.world.engine();
        // What fails here fails again, and is told, when a server is started.
        void beginNetworks(usedServers(loaded, variants, whole), deps.world, deps.progress);
    }
    const cast = castOf(loaded, variants, whole, origin, deps);
    const usesLeft = countUses(cast, variants);
    cast.startServices();
    for (const name of usesLeft.keys()) {
        void cast.start(name);
    }
    async function finishWith(name) {
        const left = (usesLeft.get(name) ?? 1) - 1;
        usesLeft.set(name, left);
        if (left <= 0 && !keepRunning && !cast.isNeeded(name)) {
            await cast.start(name);
            await cast.find(name).stop({ judge: deps.signal });
        }
    }
    const complete = new Set();
    const results = new Map();
    const entered = variants.map((variant) => ({ variant, id: enterScenario(variant, record) }));
    const jobs = entered.map(({ variant, id }) => {
        const names = [...variant.servers.values()];
        return {
            servers: names,
            async run() {
                if (deps.signal.aborted) {
                    skipScenario(variant, id, reasonOf(deps.signal), deps.world);
                }
                else {
                    const played = await playVariant(variant, id, stageFor(variant, cast, deps), deps);
                    if (variant.protocol !== null) {
                        results.set(variant, played);
                    }
                    if (played.complete) {
                        complete.add(variant.name);
                    }
                }
                if (variant.scenario.isolation === "shared") {
                    await Promise.all(names.map(finishWith));
                }
            },
        };
    });
    const unused = [...usesLeft].flatMap(([name, uses]) => uses > 0 ? [] : [{ servers: [name], run: () => finishWith(name) }]);
    try {
        await schedule([...jobs, ...unused]);
    }
    finally {
        if (!keepRunning) {
            await cast.stopRest();
        }
    }
    for (const name of cast.names.filter((each) => !usesLeft.has(each))) {
        cast.find(name).wasFresh();
    }
    // As they were declared, whichever was done first.
    const inOrder = variants.flatMap((variant) => {
        const played = results.get(variant);
        return played === undefined ? [] : [[variant, played]];
    });
    compareVariants(new Map(inOrder), deps.world);
    return complete;
}
function usedServers({ runFile: { servers } }, variants, whole) {
    const used = new Set(variants.flatMap((variant) => [...variant.servers.keys()]));
    return Object.fromEntries(Object.entries(servers).filter(([name]) => whole || used.has(name)));
}
function stageFor({ scenario, servers }, cast, deps) {
    let fresh = [];
    return {
        async set() {
            if (scenario.isolation === "shared") {
                const faults = await Promise.all([...servers.values()].map((name) => cast.start(name)));
                const all = [...servers].map(([name, instance]) => [name, cast.find(instance)]);
                return { servers: new Map(all), fault: play_scenarios_firstOf(faults) };
            }
            const made = [...servers].map(([name, instance]) => [name, cast.fresh(instance)]);
            fresh = made.map(([, server]) => server);
            const faults = await Promise.all(fresh.map((server) => faultOf(server.start(deps.progress, deps.signal))));
            return { servers: new Map(made), fault: play_scenarios_firstOf(faults) };
        },
        async clear() {
            await Promise.all(fresh.map((server) => server.stop({ judge: deps.signal })));
            fresh = [];
        },
    };
}
/**
 * How many shared scenarios use each instance. One that only fresh scenarios use is not in it, and has no shared
 * container; one that no scenario uses is started and checked all the same.
 */
function countUses(cast, variants) {
    const fresh = new Set();
    const uses = new Map();
    for (const { scenario, servers } of variants) {
        for (const name of servers.values()) {
            if (scenario.isolation === "fresh") {
                fresh.add(name);
            }
            else {
                uses.set(name, (uses.get(name) ?? 0) + 1);
            }
        }
    }
    const unused = cast.names.filter((name) => !uses.has(name) && (!fresh.has(name) || cast.isNeeded(name)));
    return new Map([...uses, ...unused.map((name) => [name, 0])]);
}
function play_scenarios_firstOf(faults) {
    return faults.find((fault) => fault instanceof build_fault/* Fault */.vC) ?? null;
}
function reasonOf(signal) {
    return signal.reason instanceof Error ? signal.reason.message : "the run was cancelled";
}

;// CONCATENATED MODULE: ./build/manager/registry-deps.js

/** What the registry needs for a server of this origin; in one place, so that nothing is built without the image policy. */
async function registryDepsOf(origin, world) {
    return {
        engine: await world.engine(),
        clock: world.clock,
        ...world.registry,
        workspaceRoot: origin.workspace,
        runFileFolder: origin.folder,
        templates: origin.templates,
        imagePolicy: origin.imagePolicy,
        secrets: origin.secrets,
        containerLabels: (0,controller/* objectLabels */.r$)(world.ownership, "image"),
        temporaryFolder: () => (0,controller/* makeTempFolder */.Pd)(world.ownership),
    };
}

;// CONCATENATED MODULE: ./build/manager/play/refuse-drift.js



/** Throws LOCK_DRIFT where the run file and the lock file do not speak of the same servers, with every difference. */
function refuseOtherServers(loaded, lock) {
    const declared = Object.entries(loaded.runFile.servers).filter(([, spec]) => hasImage(spec));
    const problems = declared.flatMap(([name, spec]) => {
        const locked = lock.servers[name];
        if (locked === undefined) {
            return [problem(lock, name, "is in the run file and not locked")];
        }
        const isSame = locked.entry === (0,build_registry/* entryHash */.Rv)(spec);
        return isSame
            ? []
            : [problem(lock, name, "is written otherwise in the run file than when it was locked")];
    });
    const names = new Set(declared.map(([name]) => name));
    const gone = Object.keys(lock.servers)
        .filter((name) => !names.has(name))
        .map((name) => problem(lock, name, "is locked and no longer in the run file"));
    refuse(lock, [...problems, ...gone]);
}
/**
 * Builds or pulls what the scenarios need, as it was locked, before any server is started.
 *
 * Rejects LOCK_DRIFT with every difference of every server, and as building does.
 */
async function refuseDrift(loaded, scenarios, lock, deps) {
    const used = new Set(scenarios.flatMap(({ setup, steps, teardown }) => [...setup, ...steps, ...teardown].map(({ server }) => server)));
    const wanted = Object.entries(loaded.runFile.servers).flatMap(([name, spec]) => {
        const locked = lock.servers[name];
        return locked !== undefined && used.has(name) ? [{ name, spec, locked }] : [];
    });
    const problems = await Promise.all(wanted.map((each) => driftProblems(each, lock, deps)));
    refuse(lock, problems.flat());
}
async function driftProblems({ name, spec, locked }, lock, { world, origin, progress, signal }) {
    const differences = await (0,build_registry/* driftOf */.$p)(spec, locked, {
        ...(await registryDepsOf(origin, world)),
        signal,
        onProgress: (line) => progress(`${name}: ${line}`),
    }).catch((thrown) => {
        const { code, message, hint, problems } = (0,build_fault/* asFault */.Ps)(thrown);
        throw new build_fault/* Fault */.vC(code, `server "${name}": ${message}`, { hint, problems, cause: thrown });
    });
    return differences.map(({ what, locked: before, now }) => problem(lock, name, `${what} was locked as ${before} and is ${now} now`));
}
function hasImage(spec) {
    return spec.url === undefined;
}
function problem(lock, server, message) {
    return { file: lock.file, ...lock.at(server), message: `server "${server}": ${message}` };
}
function refuse(lock, problems) {
    const [first] = problems;
    if (first === undefined) {
        return;
    }
    const names = [...new Set(problems.map(({ message }) => /^server "([^"]+)"/.exec(message)?.[1]))];
    const more = problems.length === 1 ? "" : `, and ${problems.length - 1} more`;
    const cure = `docker-mcp-manager lock ${names.map((name) => `--update ${name}`).join(" ")}`;
    throw new build_fault/* Fault */.vC("LOCK_DRIFT", `${lock.file}: ${first.message}${more}. If this is wanted: ${cure}`, { problems, hint: `If this is wanted, lock it anew: ${cure}` });
}

;// CONCATENATED MODULE: ./build/manager/play/run-file.js
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
    // The engine is reached while the file is read; whoever needs it meets its fault.
    deps.world.engine().catch(() => undefined);
    record.run({ runFile: request.file, startedAtMs: clock.nowMs() });
    const met = await play(request, deps).then(() => null, build_fault/* asFault */.Ps);
    record.flush();
    const fault = met ?? record.fault;
    if (fault !== null) {
        deps.progress(`${build_fault/* codes */.F4[fault.code].title}: ${fault.message}`);
        record.run({ fault: fault.message, faultCode: fault.code });
    }
    const judged = endRun(deps.world, deps.recordFile);
    return {
        runId: deps.world.ownership.runId,
        recordPath: deps.recordFile,
        ...judged.totals,
        // Where a part of the record is missing, what is there does not say how the run went.
        outcome: record.fault === null ? judged.outcome : "broken",
        exitCode: record.fault === null ? judged.exitCode : build_fault/* codes */.F4[record.fault.code].exit,
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
    const templates = await (0,build_registry/* runFileShelf */.oJ)({ ...world.registry, registered: world.registered }, { ...request, environment: {} });
    const loaded = await (0,config/* loadRunFile */._I)({
        file: request.file,
        text: request.text,
        variables: request.variables,
        environment: {},
        workspace: request.workspace,
        secrets: request.secrets,
        templates,
        allow: world.allow,
    });
    world.record.run({ runFileText: loaded.text });
    const lock = request.lock && (await (0,build_registry/* readLock */.mF)(request.lock.file, request.lock.text));
    if (lock !== undefined) {
        refuseOtherServers(loaded, lock);
    }
    const scenarios = selectScenarios(loaded, request.only);
    const origin = {
        workspace: request.workspace,
        folder: (0,external_node_path_.dirname)((0,external_node_path_.resolve)(request.workspace, request.file)),
        secrets: request.secrets,
        templates,
        ...(lock && { pins: (0,build_registry/* pinsIn */.sK)(lock) }),
        servers: loaded.runFile.servers,
        services: loaded.runFile.services,
        mayRecord: !request.ci,
        imagePolicy: loaded.runFile.image_policy,
    };
    warnOfOnly(loaded, scenarios, request, deps);
    const file = (0,external_node_path_.resolve)(request.workspace, request.file);
    const snapshots = await openSnapshots(file, { update: request.updateSnapshots, ci: request.ci });
    const limit = new AbortController();
    const timeoutMs = request.timeoutMs ?? loaded.runFile.timeout;
    const timer = setTimeout(() => limit.abort(tookTooLong(timeoutMs)), timeoutMs);
    const signal = AbortSignal.any([deps.signal, limit.signal]);
    try {
        const all = { ...deps, signal, snapshots };
        if (lock !== undefined) {
            await refuseDrift(loaded, scenarios, lock, { ...deps, signal, origin });
        }
        const played = await playScenarios(loaded, scenarios, origin, all, request.keepRunning);
        await finishSnapshots(snapshots, loaded, played, deps);
        signal.throwIfAborted();
    }
    catch (thrown) {
        throw signal.aborted ? interruption(signal) : thrown;
    }
    finally {
        clearTimeout(timer);
    }
}
/** `only: true` is for working on a file; one that was committed would hide every other scenario. */
function warnOfOnly(loaded, chosen, request, { world, progress }) {
    const left = loaded.scenarios.length - chosen.length;
    if (request.only.length > 0 || left === 0) {
        return;
    }
    const marked = chosen.map(({ name }) => `"${name}"`).join(", ");
    progress(`warning: only: true is set on ${marked}; ${left} other scenarios are not played`);
    const data = JSON.stringify({ played: chosen.map(({ name }) => name), left });
    world.record.event({ atMs: world.clock.nowMs(), kind: "only", server: null, data });
}
/** Stores what is new, and says what nothing asks for any more. */
async function finishSnapshots(snapshots, loaded, played, { world, progress }) {
    const variants = variantsOf(loaded.scenarios, loaded.runFile.servers);
    const declared = new Set(variants.map(({ name }) => name));
    const { file, written, obsolete } = await snapshots.finish({ played, declared });
    if (written > 0) {
        progress(`${file}: ${written} snapshots stored`);
    }
    if (obsolete.length > 0) {
        progress(`${file}: ${obsolete.length} snapshots are asked for by nothing: ${obsolete.join(", ")}`);
    }
    const data = JSON.stringify({ file, written, obsolete });
    world.record.event({ atMs: world.clock.nowMs(), kind: "snapshots", server: null, data });
}
function tookTooLong(timeoutMs) {
    return new build_fault/* Fault */.vC("RUN_TIMED_OUT", `The run was ended at its timeout of ${timeoutMs} ms.`);
}
function interruption(signal) {
    return signal.reason instanceof build_fault/* Fault */.vC
        ? signal.reason
        : new build_fault/* Fault */.vC("INTERRUPTED", "The run was cancelled.", { cause: signal.reason });
}

;// CONCATENATED MODULE: ./build/manager/relay-image.js


/**
 * The image that relays run on, found, pulled or made when the first one asks; a failure is asked again.
 *
 * Whoever asks first hears what takes long about it.
 */
function relayImageOnce(world) {
    let image;
    return (onProgress = () => undefined) => {
        image ??= provide(world(), (line) => onProgress(`relay of the network: ${line}`)).catch((error) => {
            image = undefined;
            throw error;
        });
        return image;
    };
}
async function provide(world, say) {
    const engine = await world.engine();
    const found = await Promise.all([build_registry/* hubBaseImage */.Ot, build_registry/* localBaseImage */.so].map((name) => engine.inspectImage(name)));
    const isHere = found.some((image) => image !== undefined);
    const { registry, clock } = world;
    try {
        const onProgress = isHere ? () => undefined : say;
        const { id } = await (0,build_registry/* provideBase */.nE)(build_registry/* hubBaseImage */.Ot, { ...registry, engine, clock, onProgress });
        return id;
    }
    catch (error) {
        const { code, message, hint } = (0,build_fault/* asFault */.Ps)(error);
        throw new build_fault/* Fault */.vC(code, `Start the relay, by which servers on a network are reached and reach out: ${message}`, { hint, cause: error });
    }
}

;// CONCATENATED MODULE: ./build/manager/secret-looking.js
/** Values shorter than this would mask half the log. */
const shortestSecret = 8;
/** Environment variables whose name says that the value is a secret, as handed over by an API client in `env_vars`. */
function secretLooking(environment) {
    return Object.fromEntries(Object.entries(environment).filter(([name, value]) => value.length >= shortestSecret &&
        /(?:^|_)(?:KEY|TOKEN|SECRET|PASSWORD|PASS|CREDENTIALS?)(?:_|$)/i.test(name)));
}
/** Environment variables that a template calls secrets, as handed over by an API client in `env_vars`. */
function secretsAmong(environment, names) {
    const listed = Array.isArray(names) ? names : [];
    const called = listed.map((secret) => typeof secret === "object" && secret !== null && "name" in secret ? secret.name : secret);
    return Object.fromEntries(Object.entries(environment).filter(([name]) => called.includes(name)));
}

;// CONCATENATED MODULE: ./build/manager/send-request.js
/** Sends a client's request over a server's own session. Rejects what the session rejects. */
async function sendRequest(session, request, signal) {
    const { method, params, timeoutMs } = request;
    const reply = await session.request(method, { ...params }, { timeoutMs, signal });
    const { durationMs } = reply;
    return reply.kind === "error"
        ? { durationMs, error: reply.error }
        : { durationMs, result: reply.kind === "result" ? reply.result : null };
}

;// CONCATENATED MODULE: ./build/manager/warn-of-flaws.js
const warned = new WeakSet();
/** What is known against the engine's versions, once for an engine: what is about to be built or run there is not trusted. */
function warnOfFlaws(engine, progress) {
    if (!warned.has(engine)) {
        warned.add(engine);
        engine.info.flaws.forEach((flaw) => progress(`warning: ${flaw}`));
    }
}

;// CONCATENATED MODULE: ./build/manager/image-once.js



function createImageOnce(spec, origin, world, pins = build_registry/* noPins */.QC) {
    let known;
    return (progress, signal) => {
        known ??= resolve(spec, origin, world, pins, progress, signal).catch((thrown) => {
            known = undefined;
            throw thrown;
        });
        return known;
    };
}
async function resolve(spec, origin, world, pins, onProgress, signal) {
    const deps = await registryDepsOf(origin, world);
    warnOfFlaws(deps.engine, onProgress);
    return (0,build_registry/* resolveImage */.AT)(spec, {
        ...deps,
        pins,
        signal,
        onProgress,
    });
}

;// CONCATENATED MODULE: ./build/manager/server/usage.js
/** A new container counts from zero again; what readers of the record see must never go back. */
function createUsage() {
    const latest = new Map();
    return {
        total(containerId, sample) {
            latest.set(containerId, sample);
            const all = [...latest.values()];
            const sum = (of) => all.reduce((whole, row) => whole + of(row), 0);
            return {
                ...sample,
                cpuMs: sum((row) => row.cpuMs),
                rxBytes: sum((row) => row.rxBytes),
                txBytes: sum((row) => row.txBytes),
            };
        },
    };
}

;// CONCATENATED MODULE: ./build/manager/server/shared-parts.js



function createSharedParts() {
    return {
        usage: createUsage(),
        recent: (0,log/* createRecentLines */.V0)(),
        told: new Set(),
        attempts: noAttempts(),
    };
}

;// CONCATENATED MODULE: ./build/manager/server-shelf.js








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
    /** Throws SERVER_NAME_TAKEN while a server of that name is not at rest, RELAXATION_NOT_ALLOWED, PATH_NOT_ALLOWED. */
    declare({ name, label, spec, origin, at, client, needs }) {
        const existing = this.#servers.get(name);
        if (existing !== undefined && !(0,controller/* isAtRest */.UU)(existing.state)) {
            throw new build_fault/* Fault */.vC("SERVER_NAME_TAKEN", `A server named "${name}" is already ${existing.state}.`);
        }
        const world = this.#world;
        (0,config/* refuseRelaxations */.XM)(name, spec, origin, world.allow);
        const answers = createAnswerBook({
            rules: client?.answers ?? [],
            ...(client && { capabilities: client.capabilities }),
            show: (value) => world.redactor().redact(JSON.stringify(value) ?? ""),
        });
        const image = createImageOnce(spec, origin, world, origin.pins?.get(label));
        const shared = createSharedParts();
        const server = new ManagedServer({
            name,
            label,
            spec,
            origin,
            answers,
            image,
            shared,
            isFresh: false,
            ...(needs && { needs }),
        }, world);
        this.#servers.set(name, server);
        world.record.server(name, {
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

;// CONCATENATED MODULE: ./build/manager/mock/program.js
/**
 * What runs in the container of a mock, as a text for `node -e`: it has no import, so that no file has to get in there.
 *
 * It decides nothing. Each request is a line of JSON on stdout, each answer one on stdin; bodies are base64.
 */
function mockProgram(port) {
    return `(${program.toString()})(${port}, ${longestBody});`;
}
/** Of a request; what comes beyond it is counted and forgotten. */
const longestBody = 2 ** 20;
/** Self-contained: it is sent as source text. */
function program(port, most) {
    const { createServer } = process.getBuiltinModule("node:http");
    const waiting = new Map();
    let next = 1;
    const server = createServer((request, response) => {
        const id = next;
        next += 1;
        const chunks = [];
        let bytes = 0;
        waiting.set(id, response);
        response.on("close", () => waiting.delete(id));
        request.on("data", (chunk) => {
            bytes += chunk.length;
            if (bytes <= most) {
                chunks.push(chunk);
            }
        });
        request.on("end", () => {
            const { method, url, headers } = request;
            const body = Buffer.concat(chunks).toString("base64");
            process.stdout.write(`${JSON.stringify({ id, method, url, headers, body })}\n`);
        });
    });
    let buffered = "";
    process.stdin.setEncoding("utf8");
    process.stdin.on("data", (text) => {
        const lines = `${buffered}${text}`.split("\n");
        buffered = lines.pop() ?? "";
        for (const line of lines) {
            // Our own manager writes them.
            const { id, status, headers, body } = JSON.parse(line);
            const response = waiting.get(id);
            response?.writeHead(status, headers);
            response?.end(Buffer.from(body, "base64"));
        }
    });
    process.stdin.on("end", () => process.exit(0));
    server.listen(port);
}

;// CONCATENATED MODULE: ./build/manager/mock/image.js

/** What a mock is started from: the image of the relays, with a program of ours in it. */
function mockImage(port, { networks }) {
    return async () => {
        const imageId = await networks.relayImage();
        return {
            template: "mock-http",
            image: imageId,
            imageId,
            entrypoint: ["node", "-e", mockProgram(port)],
            command: [],
            env: {},
            writable: [],
            provenance: {
                packages: [],
                system: [],
                version: null,
                bases: [],
                imageBytes: 0,
                imageId,
            },
            built: false,
            buildMs: 0,
            key: imageId,
        };
    };
}

;// CONCATENATED MODULE: ./build/manager/mock/match.js
/** A rule that is used `times` times is gone after that. */
function mockAnswers(rules) {
    const all = [...rules];
    const left = new Map(rules.map((rule) => [rule, rule.times ?? Number.POSITIVE_INFINITY]));
    return {
        add(rule) {
            all.push(rule);
            left.set(rule, Number.POSITIVE_INFINITY);
        },
        find(request) {
            const rule = all.find((each) => (left.get(each) ?? 0) > 0 && fits(each, request));
            if (rule === undefined) {
                return undefined;
            }
            left.set(rule, (left.get(rule) ?? 0) - 1);
            return match_answerOf(rule);
        },
    };
}
/** What a rule answers. */
function match_answerOf({ answer }) {
    const { status, headers, json, text, base64, delay } = answer;
    const isTyped = Object.keys(headers).some((name) => name.toLowerCase() === "content-type");
    const type = json === undefined ? "text/plain; charset=utf-8" : "application/json";
    const hasBody = json !== undefined || text !== undefined;
    const body = json === undefined ? (text ?? "") : JSON.stringify(json);
    return {
        status,
        headers: { ...(isTyped || !hasBody ? {} : { "content-type": type }), ...headers },
        body: base64 ?? Buffer.from(body).toString("base64"),
        delayMs: delay,
    };
}
function fits({ request: wanted }, { method, url, headers, body }) {
    const [path = "", query = ""] = splitOnce(url, "?");
    const parameters = new URLSearchParams(query);
    return ((wanted.method ?? method) === method &&
        pathFits(wanted.path.split("/"), path.split("/")) &&
        Object.entries(wanted.query ?? {}).every(([name, value]) => parameters.getAll(name).some((each) => glob(value, each))) &&
        Object.entries(wanted.headers ?? {}).every(([name, value]) => [headers[name.toLowerCase()] ?? []].flat().some((each) => glob(value, each))) &&
        (wanted.body === undefined || bodyFits(wanted.body, Buffer.from(body, "base64").toString())));
}
function pathFits(wanted, parts) {
    const isOpen = wanted.at(-1) === "*";
    const fixed = isOpen ? wanted.slice(0, -1) : wanted;
    return ((isOpen ? parts.length > fixed.length : parts.length === fixed.length) &&
        fixed.every((part, nth) => {
            const found = match_decoded(parts[nth] ?? "");
            return /^\{[^{}]+\}$/.test(part) ? found !== "" : match_decoded(part) === found;
        }));
}
function match_decoded(part) {
    try {
        return decodeURIComponent(part);
    }
    catch {
        return part;
    }
}
/** A text is compared as it is; anything else must be contained in the JSON that came. */
function bodyFits(wanted, body) {
    if (typeof wanted === "string" && wanted === body) {
        return true;
    }
    try {
        return contains(JSON.parse(body), wanted);
    }
    catch {
        return false;
    }
}
/** Maps may have more than is wanted, lists may not. */
function contains(found, wanted) {
    if (Array.isArray(wanted)) {
        return (Array.isArray(found) &&
            found.length === wanted.length &&
            wanted.every((each, nth) => contains(found[nth], each)));
    }
    if (typeof wanted === "object" && wanted !== null) {
        const members = new Map(typeof found === "object" && found !== null ? Object.entries(found) : []);
        return Object.entries(wanted).every(([key, value]) => members.has(key) && contains(members.get(key), value));
    }
    return found === wanted;
}
/** `*` stands for any characters; in time that grows with the length only. */
function glob(pattern, text) {
    const [first = "", ...rest] = pattern.split("*");
    const last = rest.pop();
    if (last === undefined) {
        return text === first;
    }
    if (!text.startsWith(first) || text.length < first.length + last.length || !text.endsWith(last)) {
        return false;
    }
    let at = first.length;
    const end = text.length - last.length;
    return rest.every((part) => {
        const found = text.indexOf(part, at);
        at = found + part.length;
        return found >= 0 && at <= end;
    });
}
function splitOnce(text, by) {
    const at = text.indexOf(by);
    return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

;// CONCATENATED MODULE: ./build/manager/mock/desk.js

/** Requests of one mock that are kept one by one; what is beyond them is counted by its last sample alone. */
const desk_kept = 10_000;
/** Requests that nothing fits that are told as findings. */
const desk_mostTold = 20;
const desk_longestShown = 300;
/** A request line is at most its body of 1 MiB in base64, and its headers. */
const longestLine = 2 ** 21;
/** `warn` is told, once for each, of requests that nothing fits. */
function createMockDesk(name, { answers, unmatched }, write, world, warn, recorder) {
    const { record, clock } = world;
    const rules = mockAnswers(answers);
    const told = new Set();
    let count = 0;
    let buffered = "";
    const decoder = new TextDecoder();
    function tell({ method, url }, status, isMatched) {
        const path = url.split("?", 1)[0] ?? url;
        const atMs = clock.nowMs();
        count += 1;
        if (count <= desk_kept) {
            const data = JSON.stringify({ method, url: desk_cut(url), status, matched: isMatched });
            record.event({ atMs, kind: "mock-request", server: name, data });
            const text = `${method} ${desk_cut(url)} → ${status}${isMatched ? "" : ", no answer declared"}`;
            const bytes = Buffer.byteLength(text);
            record.log({ server: name, stream: "stdout", atMs, text, bytes, truncated: false });
        }
        const what = `${method} ${desk_cut(path)}`;
        if (!isMatched && told.size < desk_mostTold && !told.has(what)) {
            told.add(what);
            warn(`tried ${what}, no answer declared; add one to service ${name}: mock_http: { answers: [{ request: "${what}", answer: { … } }] }`);
        }
    }
    async function recordedAnswer(request) {
        try {
            const rule = await recorder?.(request);
            if (rule !== undefined) {
                rules.add(rule);
            }
            return rule && match_answerOf(rule);
        }
        catch (error) {
            const why = error instanceof Error ? error.message : String(error);
            warn(`${request.method} ${desk_cut(request.url)} could not be recorded: ${why}`);
            return undefined;
        }
    }
    async function answer(request) {
        const found = rules.find(request) ?? (await recordedAnswer(request));
        tell(request, found?.status ?? unmatched, found !== undefined);
        if (found !== undefined && found.delayMs > 0) {
            await clock.sleep(found.delayMs);
        }
        const { status, headers, body } = found ?? desk_refused(request, unmatched);
        const line = { id: request.id, status, headers, body };
        await write(Buffer.from(`${JSON.stringify(line)}\n`));
    }
    return {
        push(chunk) {
            const lines = `${buffered}${decoder.decode(chunk, { stream: true })}`.split("\n");
            buffered = (lines.pop() ?? "").slice(0, longestLine);
            for (const line of lines) {
                const request = requestIn(line);
                if (request !== undefined) {
                    // A mock that has ended takes no answer any more; its end is told elsewhere.
                    void answer(request).catch(() => undefined);
                }
            }
        },
    };
}
function desk_refused({ method, url }, status) {
    const error = `the mock has no answer to ${method} ${desk_cut(url)}`;
    return {
        status,
        headers: { "content-type": "application/json" },
        body: Buffer.from(JSON.stringify({ error })).toString("base64"),
    };
}
/** Our own program writes them; what is none was printed by Node itself. */
function requestIn(line) {
    try {
        return JSON.parse(line);
    }
    catch {
        return undefined;
    }
}
function desk_cut(text) {
    return text.length > desk_longestShown ? `${text.slice(0, desk_longestShown)}…` : text;
}

;// CONCATENATED MODULE: ./build/manager/mock/recorder.js






/** Of this connection alone, or of no use to what is kept. */
const notPassedOn = [
    "host",
    "connection",
    "content-length",
    "accept-encoding",
    "transfer-encoding",
];
/** undefined: it has nobody to ask, or nothing is ever written, as in CI. */
function mockRecorder({ upstream, recorded }, origin, world, onAttempt) {
    if (upstream === undefined || recorded === undefined || origin.mayRecord !== true) {
        return undefined;
    }
    let written = Promise.resolve();
    return async (request) => {
        const url = new URL(request.url, upstream);
        if (url.origin !== new URL(upstream).origin) {
            throw new build_fault/* Fault */.vC("USAGE", `${request.url} is no path of ${upstream}`);
        }
        const headers = Object.fromEntries(Object.entries(request.headers).filter(([name]) => !notPassedOn.includes(name)));
        const body = Buffer.from(request.body, "base64");
        const { hostProxies } = world.networks;
        try {
            const asked = { method: request.method, headers, body };
            const answer = await (0,controller/* askOutside */.NS)(url, asked, hostProxies);
            onAttempt(url.host, "allowed", null);
            const rule = ruleOf(request.method, url, body, answer);
            const work = written.then(() => keep(rule, recorded, origin, world));
            written = work.catch(() => undefined);
            await work;
            return rule;
        }
        catch (error) {
            onAttempt(url.host, "failed", error instanceof Error ? error.message : String(error));
            throw error;
        }
    };
}
function ruleOf(method, url, body, answer) {
    const query = Object.fromEntries(url.searchParams);
    return {
        request: {
            method,
            path: url.pathname,
            ...(url.search === "" ? {} : { query }),
            ...(body.length === 0 ? {} : { body: jsonOr(body.toString()) }),
        },
        answer: {
            status: answer.status,
            headers: answer.type === undefined ? {} : { "content-type": answer.type },
            ...contentOf(answer),
            delay: 0,
        },
    };
}
function contentOf({ type, body }) {
    const text = body.toString();
    if (!Buffer.from(text).equals(body) || text.includes("\0")) {
        return { base64: body.toString("base64") };
    }
    const value = type?.includes("json") ? jsonOr(text) : text;
    return typeof value === "string" ? { text } : { json: value };
}
function jsonOr(text) {
    try {
        return JSON.parse(text);
    }
    catch {
        return text;
    }
}
/** Without secrets, value by value: what hides them in a text may not be YAML any more. */
function redacted(value, redact) {
    if (Array.isArray(value)) {
        return value.map((each) => redacted(each, redact));
    }
    if (typeof value === "object" && value !== null) {
        const entries = Object.entries(value);
        return Object.fromEntries(entries.map(([key, each]) => [redact(key), redacted(each, redact)]));
    }
    const text = String(value);
    return redact(text) === text ? value : redact(text);
}
/** Adds a rule to the file, which lies inside the workspace and is no link. */
async function keep({ request, answer: { delay: _none, ...answer } }, file, { workspace, folder }, { redactor }) {
    const { stringify } = await Promise.resolve(/* import() */).then(__webpack_require__.t.bind(__webpack_require__, 38815, 19));
    const hidden = redacted({ request, answer }, (each) => redactor().redact(each));
    const text = stringify([hidden], { aliasDuplicateObjects: false, lineWidth: 0 });
    const inside = await (0,config/* resolveInside */.LI)(workspace, folder, (0,external_node_path_.dirname)(file));
    const { O_APPEND, O_CREAT, O_NOFOLLOW, O_WRONLY } = external_node_fs_.constants;
    const flags = O_APPEND | O_CREAT | O_NOFOLLOW | O_WRONLY;
    const handle = await (0,promises_.open)((0,external_node_path_.join)(inside, (0,external_node_path_.basename)(file)), flags, 0o644);
    try {
        await handle.writeFile(text);
    }
    finally {
        await handle.close();
    }
}

;// CONCATENATED MODULE: ./build/manager/service/body.js









const body_plain = config/* server */.E8.parse({ image: "none" });
/** What a service has in common with servers, as a server: its image is found and its container made in the same way. */
function asServer(spec) {
    const { image: _image, ...rest } = body_plain;
    const { healthcheck: _check, mock_http: _mock, depends_on: _waits, network, stop, ...own } = spec;
    return {
        ...rest,
        ...own,
        network: { ...body_plain.network, ...network },
        stop: { ...stop, eof: 0 },
        checks: { ...body_plain.checks, leftover_processes: false },
    };
}
/** Creates, attaches and starts; its stdin has ended. */
async function embody(request, world) {
    const { name, spec, origin, resolved, attempts, onLine } = request;
    const engine = await world.engine();
    const output = (0,log/* captureOutput */.Q9)(name, {
        record: world.record,
        clock: world.clock,
        redactor: world.redactor(),
        noEgress: spec.network.egress !== "full",
        isProxied: typeof spec.network.egress !== "string",
        stdoutIsLog: true,
        onLine,
    });
    const mock = spec.mock_http;
    const running = Promise.withResolvers();
    running.promise.catch(() => undefined);
    const write = async (bytes) => (await running.promise).attachment.write(bytes);
    const onAttempt = recordAttempts(name, attempts, world);
    const recorder = mock &&
        mockRecorder(mock, origin, world, (target, outcome, reason) => onAttempt({ target, outcome, reason }));
    const desk = mock && createMockDesk(name, mock, write, world, request.onUnmatched, recorder);
    const container = await world.startSlot(async () => {
        const wanted = await planContainer(name, asServer(spec), resolved, origin, world);
        const { port } = spec.healthcheck ?? {};
        const plan = {
            ...hideRecord(wanted, world.recordFolder),
            role: "service",
            ...(port === undefined ? {} : { http: { port } }),
        };
        return (0,controller/* startContainer */.YI)(engine, plan, world.ownership, {
            clock: world.clock,
            user: world.user,
            news: world.news,
            networks: world.networks,
            onAttempt,
            onRelayEnd: recordRelayEnds(name, world),
            onStdout(chunk) {
                if (desk === undefined) {
                    output.stdout(chunk);
                }
                else {
                    desk.push(chunk);
                }
            },
            onStderr: output.stderr,
        });
    });
    running.resolve(container);
    if (mock === undefined) {
        // Nobody will say anything to it; what reads its stdin to the end goes on.
        container.attachment.end();
    }
    const enough = new AbortController();
    const sampled = sampleServer(engine, container.id, name, {
        clock: world.clock,
        signal: enough.signal,
        record: {
            event: (row) => world.record.event(row),
            sample(row) {
                world.record.sample(row);
                request.onSample(row);
            },
        },
    });
    sampled.catch(() => undefined);
    return {
        engine,
        container,
        output,
        async lastSample() {
            enough.abort();
            await sampled.catch(() => undefined);
        },
    };
}

;// CONCATENATED MODULE: ./build/manager/service/chronicle.js
/** The state of one service and what is known of it, all of which goes into the record as it comes. */
class ServiceChronicle {
    #name;
    #world;
    #state = "declared";
    #reason = null;
    #facts = {
        image: null,
        containerId: null,
        readyMs: null,
        startedAtMs: null,
        exitCode: null,
        cpuPercent: null,
        memoryBytes: null,
    };
    constructor(name, declared, world) {
        this.#name = name;
        this.#world = world;
        world.record.server(name, { role: "service", state: "declared", ...declared });
    }
    get state() {
        return this.#state;
    }
    /** Why it is in this state, where there is something to say. */
    get reason() {
        return this.#reason;
    }
    get facts() {
        return this.#facts;
    }
    enter(state, reason = null) {
        this.#state = state;
        this.#reason = reason;
        const atMs = this.#world.clock.nowMs();
        if (state === "starting") {
            this.#facts = { ...this.#facts, startedAtMs: atMs };
        }
        this.#world.record.transition({ server: this.#name, atMs, state, reason });
    }
    note(patch) {
        for (const key of ["image", "containerId", "readyMs", "exitCode"]) {
            Object.assign(this.#facts, patch[key] === undefined ? {} : { [key]: patch[key] });
        }
        this.#world.record.server(this.#name, patch);
    }
    sampled({ cpuPercent, memoryBytes }) {
        this.#facts = { ...this.#facts, cpuPercent, memoryBytes };
    }
    /** Something about it that whoever reads the report should know. */
    warn(code, message) {
        const atMs = this.#world.clock.nowMs();
        const { record } = this.#world;
        record.finding({
            server: this.#name,
            code,
            severity: "warning",
            message,
            atMs,
            stepId: null,
        });
    }
}

;// CONCATENATED MODULE: ./build/manager/service/health.js



/** The engine's own defaults, but an interval that is made for waiting. */
const defaults = { intervalMs: 500, timeoutMs: 30_000, retries: 60 };
/** What the run file says, else what its image says; undefined: nobody says anything. */
function health_healthPlan(written, image) {
    if (written !== undefined) {
        const { exec, http, interval, timeout, retries } = written;
        const limits = { intervalMs: interval, timeoutMs: timeout, retries };
        if (exec !== undefined) {
            return { check: { kind: "exec", command: exec }, ...limits };
        }
        const check = http === undefined ? { kind: "port" } : { kind: "http", path: http };
        return { check, ...limits };
    }
    if (image === undefined) {
        return undefined;
    }
    // Between two checks of an image lie 30 s: that is for watching over it, not for waiting until it is up.
    const { command, timeoutMs = defaults.timeoutMs } = image;
    return { check: { kind: "exec", command }, ...defaults, timeoutMs };
}
/** Resolves when a check passes; resolves with what the last one met when the retries are over. Rejects with the signal's reason. */
async function untilHealthy({ check, intervalMs, timeoutMs, retries }, container, engine, clock, signal) {
    let failure = "";
    for (let nth = 0; nth < retries; nth += 1) {
        if (nth > 0) {
            await clock.sleep(intervalMs, signal);
        }
        const late = () => new Error(`took longer than ${timeoutMs} ms`);
        const work = checked(check, container, engine, clock, signal);
        const found = await (0,build_clock/* within */.ux)(work, timeoutMs, late).catch((thrown) => (0,build_fault/* asFault */.Ps)(thrown).message);
        signal.throwIfAborted();
        if (found === undefined) {
            return undefined;
        }
        failure = found;
    }
    return failure;
}
/** What is wrong; undefined: nothing. */
async function checked(check, container, engine, clock, signal) {
    if (check.kind === "exec") {
        const { exitCode, stderr } = await engine.exec(container.id, check.command, signal);
        const said = stderr.trim().split("\n").at(-1) ?? "";
        const shown = `${check.command[0] ?? ""} exits with code ${exitCode}`;
        return exitCode === 0 ? undefined : `${shown}${said === "" ? "" : `: ${said.slice(0, 300)}`}`;
    }
    const address = await container.address();
    if (address === undefined || container.dial === undefined) {
        return "it has no address";
    }
    if (check.kind === "port") {
        const failure = await reached(container.dial(address.host, address.port));
        return failure && `port ${address.port} takes no connection: ${failure}`;
    }
    const host = address.host.includes(":") ? `[${address.host}]` : address.host;
    const url = new URL(/* webpackIgnore: true */ `http://${host}:${address.port}${check.path}`);
    const { status } = await askOnce(url, { method: "GET" }, clock, { dial: container.dial });
    return status >= 200 && status < 300
        ? undefined
        : `GET ${check.path} answers with status ${status}`;
}
/** Why no connection stands; undefined: one does. */
async function reached(dialled) {
    const stream = await dialled;
    return new Promise((resolve) => {
        stream.once("reached", () => resolve(undefined));
        stream.once("error", (error) => resolve(error.message));
        stream.once("close", () => resolve("it was closed"));
        // Whoever has seen the answer hangs up; an error after that is nobody's.
        stream.once("reached", () => stream.on("error", () => undefined).destroy());
    });
}

;// CONCATENATED MODULE: ./build/manager/service/milestones.js

/** `up` is healthy where something checks that, else started. */
function createMilestones(name) {
    const over = new AbortController();
    const started = later();
    const healthy = later();
    const completed = later();
    const up = later();
    let isUp = false;
    let end;
    let endedWell = false;
    let verdict;
    const promises = { started, healthy, completed, up };
    function endWith(what) {
        const fault = new build_fault/* Fault */.vC("DEPENDENCY_FAILED", what);
        end = fault;
        over.abort();
        verdict?.resolve();
        return fault;
    }
    return {
        over: over.signal,
        async reached(condition) {
            await verdict?.promise;
            // What has started or completed stays so; nothing else outlives the container.
            const lasts = endedWell && (condition === "completed" || condition === "started");
            if (end !== undefined && !lasts) {
                throw end;
            }
            await promises[condition].promise;
        },
        started(isChecked) {
            started.resolve();
            if (!isChecked) {
                up.resolve();
                isUp = true;
                healthy.reject(new build_fault/* Fault */.vC("DEPENDENCY_FAILED", `the service "${name}" to be healthy, which nothing checks: neither the run file nor its image has a health check`));
            }
        },
        healthy() {
            isUp = true;
            up.resolve();
            healthy.resolve();
        },
        ends() {
            verdict ??= later();
        },
        completed(what) {
            endedWell = true;
            const fault = endWith(what);
            started.resolve();
            completed.resolve();
            healthy.reject(fault);
            up.reject(fault);
        },
        failed(what) {
            const fault = endWith(what);
            for (const each of Object.values(promises)) {
                each.reject(fault);
            }
        },
        missing: () => (isUp ? "" : " before it was healthy"),
    };
}
function later() {
    const made = Promise.withResolvers();
    // Nobody may be waiting for it.
    made.promise.catch(() => undefined);
    return made;
}

;// CONCATENATED MODULE: ./build/manager/service/managed-service.js










/** Lines of its output that a fault quotes. */
const quoted = 10;
const managed_service_longestLine = 500;
/** A side container of a run: started once, by whoever waits for it first, and stopped with the run. */
class ManagedService {
    #declaration;
    #world;
    #chronicle;
    #milestones;
    #ending = new AbortController();
    #body;
    #work;
    #stopping;
    #lines = [];
    #isFinished = false;
    constructor(declaration, world) {
        const { name, at } = declaration;
        this.#declaration = declaration;
        this.#world = world;
        this.#milestones = createMilestones(name);
        this.#chronicle = new ServiceChronicle(name, { template: this.kind, ...at }, world);
    }
    get name() {
        return this.#declaration.name;
    }
    get spec() {
        return this.#declaration.spec;
    }
    /** How it is made, as servers have the name of a template. */
    get kind() {
        const { mock_http: mock, image } = this.spec;
        return mock === undefined ? (image === undefined ? "dockerfile" : "image") : "mock-http";
    }
    get state() {
        return this.#chronicle.state;
    }
    get reason() {
        return this.#chronicle.reason;
    }
    get facts() {
        return this.#chronicle.facts;
    }
    /** Whether the engine may hold a container of it. */
    get hasContainer() {
        return this.#body !== undefined;
    }
    /** Whether there will be more of its output. */
    get isRunning() {
        return this.#body !== undefined && !this.#isFinished;
    }
    /** Starts it, if nobody did. Never rejects: who needs it waits for what it needs. */
    start(progress) {
        this.#work ??= this.#run(progress).catch((thrown) => {
            const { signal } = this.#ending;
            const { message } = (0,build_fault/* asFault */.Ps)(thrown);
            this.#fail(signal.aborted ? "stopped" : "failed", signal.aborted ? "was stopped" : `could not be started: ${message}`);
            progress(`${this.name}: ${this.reason ?? message}`);
        });
        return this.#work;
    }
    /** Rejects when that cannot come any more, in words that name it; also when it came, and is over. */
    waitFor(condition) {
        return this.#milestones.reached(condition);
    }
    /** Ends and removes it; safe to call at any moment, and twice. */
    stop() {
        this.#stopping ??= this.#stop().catch((thrown) => {
            this.#stopping = undefined;
            throw thrown;
        });
        return this.#stopping;
    }
    async #run(progress) {
        const { name, spec, origin, image, needs } = this.#declaration;
        const { signal } = this.#ending;
        const { clock } = this.#world;
        const chronicle = this.#chronicle;
        chronicle.enter("building");
        const [resolved] = await Promise.all([
            image((line) => progress(`${name}: ${line}`), signal),
            needs(signal),
        ]);
        chronicle.note(origin_of_originOf(resolved));
        signal.throwIfAborted();
        chronicle.enter("creating");
        const redactor = this.#world.redactor();
        const onLine = (line) => {
            const shown = redactor.redact(line).slice(0, managed_service_longestLine);
            this.#lines = [...this.#lines, shown].filter((each) => each !== "").slice(-quoted);
        };
        const onSample = chronicle.sampled.bind(chronicle);
        const onUnmatched = (message) => chronicle.warn("mock-unmatched", message);
        const listeners = { onLine, onSample, onUnmatched };
        const made = { name, spec, origin, resolved, attempts: noAttempts(), ...listeners };
        const body = await embody(made, this.#world);
        this.#body = body;
        const { container, engine } = body;
        const startedMs = clock.monotonicMs();
        chronicle.note({
            containerId: container.id,
            createMs: container.createMs,
            isolation: JSON.stringify(container.isolation),
        });
        chronicle.enter("starting");
        void this.#follow(body);
        const found = await engine.inspectImage(resolved.imageId);
        const plan = health_healthPlan(spec.healthcheck, found?.healthcheck);
        this.#milestones.started(plan !== undefined);
        const isUp = plan === undefined ? !this.#milestones.over.aborted : await this.#heals(plan, body);
        if (isUp) {
            chronicle.note({ readyMs: clock.monotonicMs() - startedMs });
            chronicle.enter("ready", plan === undefined ? "started; nothing checks its health" : null);
            this.#milestones.healthy();
            progress(`${name}: ${plan === undefined ? "started" : "healthy"}`);
        }
    }
    /** Whether it becomes healthy; false: it ended or failed. */
    async #heals(plan, { container, engine }) {
        const { over } = this.#milestones;
        const either = AbortSignal.any([this.#ending.signal, over]);
        try {
            const { clock } = this.#world;
            const failure = await untilHealthy(plan, container, engine, clock, either);
            if (failure !== undefined) {
                const how = `was not healthy after ${(0,build_text/* plural */.LS)(plan.retries, "check")}: ${failure}`;
                this.#fail("failed", this.#withOutput(how));
            }
        }
        catch (thrown) {
            // Its end is told by who follows it.
            if (!over.aborted) {
                throw thrown;
            }
        }
        return !over.aborted;
    }
    /** Hears of it when it ends by itself. */
    async #follow(body) {
        const exit = await body.container.exited.catch(() => undefined);
        if (exit !== undefined && !this.#ending.signal.aborted) {
            await this.#ended(exit, body);
        }
    }
    /** What becomes of it when it ended by itself. */
    async #ended(exit, { container, output }) {
        this.#milestones.ends();
        await container.attachment.ended;
        const how = await describeEnd(container, exit, this.spec.limits.memory, this.#world.clock);
        this.#chronicle.note({ exitCode: exit.exitCode, oomKilled: exit.oomKilled });
        this.#finish(output);
        const missing = this.#milestones.missing();
        if (exit.exitCode === 0) {
            this.#chronicle.enter("stopped", how);
            this.#milestones.completed(`the service "${this.name}", which ${how}${missing}`);
            return;
        }
        const told = this.#withOutput(`${how}${missing}`);
        this.#fail("failed", told);
        if (missing === "") {
            this.#chronicle.warn("service-ended", `Service "${this.name}" ${told}`);
        }
    }
    /** `how` continues the sentence that names it. */
    #fail(state, how) {
        if (!this.#milestones.over.aborted) {
            this.#chronicle.enter(state, how);
            this.#milestones.failed(`the service "${this.name}", which ${how}`);
        }
    }
    async #stop() {
        this.#ending.abort(new build_fault/* Fault */.vC("INTERRUPTED", `Service "${this.name}" was stopped.`));
        await this.#work;
        const body = this.#body;
        if (body === undefined) {
            return;
        }
        const { container, output } = body;
        const runs = this.state === "ready";
        if (runs) {
            this.#chronicle.enter("stopping");
        }
        const sampled = body.lastSample();
        const { exit, rung } = await container.stop();
        if (runs && rung === "already-exited") {
            // It went down by itself just before, and nobody has heard of it yet.
            await this.#ended(exit, body);
        }
        await Promise.all([sampled, container.remove()]);
        this.#body = undefined;
        this.#finish(output);
        if (runs && rung !== "already-exited") {
            this.#chronicle.note({ exitCode: exit.exitCode, oomKilled: exit.oomKilled });
            this.#fail("stopped", "was stopped");
        }
    }
    /** Once: it may have ended before it is stopped. */
    #finish(output) {
        if (!this.#isFinished) {
            this.#isFinished = true;
            this.#chronicle.note(outputCounts(output.finish()));
        }
    }
    #withOutput(how) {
        // The end of its stderr, if there is any: in which order the two streams came is not known.
        const stderr = this.#body?.output.tail() ?? [];
        const lines = stderr.length > 0 ? stderr.slice(-quoted) : this.#lines;
        const [last, ...before] = lines.toReversed();
        const earlier = before.length === 0 ? "" : `\nbefore that:\n${before.toReversed().join("\n")}`;
        return last === undefined
            ? `${how}; it said nothing`
            : `${how}; it said last: ${last}${earlier}`;
    }
}

;// CONCATENATED MODULE: ./build/manager/service/shelf.js





/** The services of a manager by name. */
class ServiceShelf {
    #world;
    #services = new Map();
    constructor(world) {
        this.#world = world;
    }
    all() {
        return [...this.#services.values()];
    }
    find(name) {
        return this.#services.get(name);
    }
    /** Throws SERVER_NAME_TAKEN while a service of that name has a container. */
    declare(wanted) {
        const { name, spec, origin } = wanted;
        if (this.#services.get(name)?.hasContainer) {
            throw new build_fault/* Fault */.vC("SERVER_NAME_TAKEN", `A service named "${name}" is already running.`);
        }
        const world = this.#world;
        const image = spec.mock_http === undefined
            ? createImageOnce(asServer(spec), origin, world)
            : mockImage(spec.mock_http.port, world);
        const service = new ManagedService({ ...wanted, image }, world);
        this.#services.set(name, service);
        return service;
    }
}

;// CONCATENATED MODULE: ./build/manager/teardown.js





/** A teardown that hangs on a dead engine must not hold the caller for ever. */
const teardownMs = 60_000;
const engineBackMs = 30_000;
const lookEveryMs = 250;
/** Resolves when all has ended, well or not, or when no more time is given to it. */
async function settledInTime(work) {
    const late = () => new build_fault/* Fault */.vC("ENGINE_UNRESPONSIVE", `Teardown took longer than ${teardownMs} ms.`);
    await (0,build_clock/* within */.ux)(Promise.allSettled(work), teardownMs, late).catch(() => undefined);
}
/** Stops all in the order of what they need, in its time, and lets `work` end; how many the engine may still hold. */
async function stopAll(servers, services, work) {
    await settledInTime([stopInOrder(standingOf(servers, services)), ...work]);
    return [...servers, ...services].filter((one) => one.hasContainer).length;
}
/**
 * Removes by label what a run still has on the engine; `unstopped` counts when the engine does not list any more.
 *
 * One that went away is waited for: a restart takes seconds.
 */
async function sweepRun(engine, runId, unstopped, { clock, tell }) {
    await settledInTime([(0,controller/* settleNetworks */.pw)(engine, runId)]);
    const startMs = clock.monotonicMs();
    let waited = {};
    for (;;) {
        try {
            const { removed, left } = await (0,controller/* sweep */.X0)(engine, { runId });
            return { removed, left, ...waited };
        }
        catch (error) {
            const waitedMs = clock.monotonicMs() - startMs;
            if (!(0,build_engine/* isEngineGone */.SI)(error) || waitedMs > engineBackMs) {
                // Whatever was being made when it went away nobody has counted.
                return { removed: 0, left: Math.max(unstopped, 1), ...waited };
            }
            if (waitedMs < lookEveryMs) {
                tell(`waiting up to ${engineBackMs / 1000} s for the engine, to remove what is left there`);
            }
            waited = { waitedMs };
            await clock.sleep(lookEveryMs);
        }
    }
}
/** What a run under way ends with; a reason of the manager's own is written down, too. */
function reasonToEnd(because, { record, clock }, hasRun) {
    if (because === undefined) {
        return new build_fault/* Fault */.vC("INTERRUPTED", "The manager is shutting down.");
    }
    const { code, message } = because;
    const data = JSON.stringify({ code, message });
    record.event({ atMs: clock.nowMs(), kind: "given-up", server: null, data });
    if (!hasRun) {
        record.run({ fault: message, faultCode: code });
    }
    return because;
}

;// CONCATENATED MODULE: ./build/manager/wanted-of.js



/** The server that `docker_create_server` asks for, and the secrets among its variables. Rejects as `specOf` does. */
async function wantedOf(request, templates, workspace) {
    const spec = await specOf(request, templates);
    const template = await templates.load(request.serverType);
    return {
        secrets: secretsAmong(request.envVars, template.server["secrets"]),
        wanted: {
            name: request.serverName,
            label: request.serverName,
            spec,
            origin: { workspace, folder: workspace, secrets: {}, templates },
            at: null,
        },
    };
}
/** What `docker_create_server` asks for, as a server of a run file. Rejects USAGE, TEMPLATE_NOT_FOUND, TEMPLATE_INVALID. */
async function specOf(request, templates) {
    // What is wrong with the parameters is told when the server is started.
    const applied = await templates.apply(request.serverType, request.parameters);
    const entry = {
        template: request.serverType,
        with: request.parameters,
        env: request.envVars,
        volumes: request.volumes.map((volume) => ({
            host_path: volume.hostPath,
            container_path: volume.containerPath,
            read_only: volume.readOnly,
        })),
    };
    const spec = config/* server */.E8.safeParse((0,config/* underPlain */.Hs)(entry, applied.server));
    if (!spec.success) {
        const problems = spec.error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
        const message = `No server of template "${request.serverType}" can be made of this: ${problems.join("; ")}`;
        throw new build_fault/* Fault */.vC("USAGE", message);
    }
    return spec.data;
}

;// CONCATENATED MODULE: ./build/manager/template-desk.js






/** `workspace` is what folders in parameters are relative to, and may not leave. */
function openTemplateDesk(world, workspace) {
    let root;
    const options = () => ({ ...world.registry, registered: world.registered });
    const shelf = () => (0,build_registry/* templateShelf */.PL)(options());
    return {
        shelf,
        list: async () => (0,build_registry/* viewTemplates */.zO)(await shelf()),
        async register(request) {
            root ??= (0,controller/* makeTempFolder */.Pd)(world.ownership);
            const source = await (0,build_registry/* writeTemplate */.sy)(request, root, options());
            world.registered.set(source.name, source);
            const [view] = await (0,build_registry/* viewTemplates */.zO)(await shelf(), [source.name]);
            if (view === undefined) {
                throw new build_fault/* Fault */.vC("INTERNAL", `Template "${source.name}" was registered, and is not there.`);
            }
            return view;
        },
        async buildImage(request, { progress, signal }) {
            const templates = await shelf();
            const spec = await specOf({ ...request, envVars: {}, volumes: [] }, templates);
            if (spec.url !== undefined) {
                throw new build_fault/* Fault */.vC("USAGE", `Servers of template "${request.serverType}" have no image.`);
            }
            const origin = { workspace, folder: workspace, secrets: {}, templates };
            const built = await createImageOnce(spec, origin, world)(progress, signal);
            return {
                serverType: built.template,
                image: built.image,
                imageId: built.imageId,
                version: built.version ?? null,
                imageBytes: built.provenance.imageBytes,
                packages: built.provenance.packages.length,
                built: built.built,
                buildMs: built.buildMs,
            };
        },
        close() {
            if (root !== undefined) {
                (0,external_node_fs_.rmSync)(root, { recursive: true, force: true });
            }
        },
    };
}

;// CONCATENATED MODULE: ./build/manager/view-server.js

/** A server as clients of the manager see it. */
function viewServer(server) {
    const { facts } = server;
    return {
        name: server.name,
        role: "server",
        serverType: facts.template,
        state: server.state,
        reason: server.reason,
        image: facts.image,
        containerId: facts.containerId,
        revision: facts.revision,
        url: (0,controller/* isUp */.ie)(server.state) ? facts.url : null,
        readyMs: facts.readyMs,
        startedAtMs: facts.startedAtMs,
        exitCode: facts.exitCode,
        cpuPercent: facts.lastSample?.cpuPercent ?? null,
        memoryBytes: facts.lastSample?.memoryBytes ?? null,
        tools: facts.tools,
    };
}
/** A server as they see it, with its tools, which it is asked for when nobody did. */
async function lookAt(server) {
    if (server.state === "ready" && server.facts.tools.length === 0) {
        // A server that does not answer just now still has a status.
        await server.listTools().catch(() => undefined);
    }
    return viewServer(server);
}
/** A service as they see it; it speaks no MCP, so what only servers have is null. */
function viewService(service) {
    const { name, kind, state, reason, facts } = service;
    return {
        name,
        role: "service",
        serverType: kind,
        state,
        reason,
        url: null,
        revision: null,
        tools: [],
        ...facts,
    };
}
/** Whether a list that is filtered so has it: one that was removed only when asked for; `running` is whatever answers. */
function matches(server, { status, serverType }) {
    const isOfStatus = status === "running"
        ? server.state === "ready" || server.state === "unhealthy"
        : server.state === (status ?? server.state);
    const isShown = status === "removed" || server.state !== "removed";
    return isOfStatus && isShown && (serverType === undefined || server.serverType === serverType);
}

;// CONCATENATED MODULE: ./build/manager/manager.js

















/** Parallel container starts; 4 to 8 on 2 cores reach the best wall time, more only raises single latency. */
const parallelStarts = 6;
/** Holds the servers of one run, drives them, keeps the record and removes everything at the end. */
class manager_Manager {
    #options;
    #world;
    #record;
    #link;
    #servers;
    #services;
    #templates;
    #ending = new AbortController();
    #runs = [];
    #redactor = (0,log/* createRedactor */.lY)({});
    #secrets = {};
    #shutdown;
    #gone = Promise.withResolvers();
    constructor(options) {
        this.#options = options;
        const { clock, ownership } = options;
        this.#record = (0,build_record/* openRecord */.C6)(options.recordFile, {
            clock,
            redact: (text) => this.#redactor.redact(text),
            // What cannot be written down any more is not worth doing.
            onFault: (fault) => this.#ending.abort(fault),
        });
        this.#record.run({
            runId: ownership.runId,
            startedAtMs: clock.nowMs(),
            productVersion: options.version,
        });
        this.#link = new EngineLink({
            runId: ownership.runId,
            environment: options.engineEnvironment,
            clock,
            record: this.#record,
            launchReaper: options.launchReaper,
            servers: () => this.#servers.all(),
        });
        this.#world = {
            clock,
            ownership,
            recordFolder: (0,external_node_path_.dirname)(options.recordFile),
            record: this.#record,
            version: options.version,
            redactor: () => this.#redactor,
            user: options.user,
            engine: () => this.#link.engine(),
            news: (id) => this.#link.news.of(id),
            networks: {
                relayImage: relayImageOnce(() => this.#world),
                hostProxies: options.registry.hostArguments ?? {},
            },
            startSlot: limitParallel(parallelStarts),
            eras: new Map(),
            hostFolders: createHostFolders(),
            registry: options.registry,
            allow: options.allow ?? [],
            registered: new Map(),
        };
        this.#servers = new ServerShelf(this.#world);
        this.#services = new ServiceShelf(this.#world);
        this.#templates = openTemplateDesk(this.#world, options.workspace);
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
        const templates = await this.#templates.shelf();
        const { wanted, secrets } = await wantedOf(request, templates, this.#options.workspace);
        this.#learnSecrets(secrets);
        const server = this.#servers.declare(wanted);
        const { progress, signal } = this.#own(context);
        await server.start(progress, signal);
        return this.serverStatus(server.name);
    }
    async listServers(filter) {
        const services = this.#services.all().map(viewService);
        const all = [...this.#servers.all().map(viewServer), ...services];
        return all.filter((server) => matches(server, filter));
    }
    async serverStatus(name) {
        const service = this.#services.find(name);
        return service === undefined ? lookAt(this.#servers.find(name)) : viewService(service);
    }
    async logs(request, context) {
        const { serverName } = request;
        const server = this.#services.find(serverName) ?? this.#servers.find(serverName);
        this.#record.flush();
        const lines = recentLogs(this.#options.recordFile, request, this.#options.clock);
        if (request.follow) {
            await followLogs(this.#options.recordFile, server, this.#record, context, this.#options.clock);
        }
        return lines;
    }
    startServer(name, context) {
        const { progress, signal } = this.#own(context);
        return this.#act("docker_start_server", name, (server) => server.start(progress, signal));
    }
    stopServer(name, _context) {
        return this.#act("docker_stop_server", name, (server) => server.stop());
    }
    restartServer(name, context) {
        const { progress, signal } = this.#own(context);
        return this.#act("docker_restart_server", name, (server) => server.restart(progress, signal));
    }
    pauseServer(name, _context) {
        return this.#act("docker_pause_server", name, (server) => server.pause());
    }
    removeServer(name, _context) {
        return this.#act("docker_remove_server", name, (server) => server.remove());
    }
    async sendRequest(request, context) {
        const { serverName, method } = request;
        const { session } = this.#servers.find(serverName);
        this.#audit("docker_send_request", { server_name: serverName, method });
        return sendRequest(session, request, this.#own(context).signal);
    }
    listTemplates() {
        return this.#templates.list();
    }
    async registerTemplate(request) {
        this.#audit("docker_register_template", { name: request.name });
        return this.#templates.register(request);
    }
    async buildImage(request, context) {
        this.#audit("docker_build_image", { server_type: request.serverType });
        return this.#templates.buildImage(request, this.#own(context));
    }
    async runScenarios(request, context) {
        this.#audit("docker_run_scenarios", { file: request.file });
        this.#learnSecrets(request.secrets);
        const run = runFile(request, {
            world: this.#world,
            recordFile: this.#options.recordFile,
            declare: (wanted) => this.#servers.declare(wanted),
            declareService: (wanted) => this.#services.declare(wanted),
            ...this.#own(context),
        });
        this.#runs.push(run);
        return run;
    }
    /** `because` is a reason of the manager's own, which becomes that of the run under way. */
    shutdown(context, because) {
        const ended = () => this.#gone.resolve();
        this.#shutdown ??= this.#tearDown(because, context?.progress).finally(ended);
        return this.#shutdown;
    }
    async #tearDown(because, tell = () => undefined) {
        this.#ending.abort(reasonToEnd(because, this.#world, this.#runs.length > 0));
        const { removed, left } = await this.#removeAll(tell);
        if (left === 0) {
            await this.#link.releaseReaper();
        }
        if (this.#runs.length === 0) {
            endRun(this.#world, this.#options.recordFile);
        }
        this.#record.close();
        this.#templates.close();
        return { removed, left };
    }
    async #removeAll(tell) {
        const engine = await this.#link.connected();
        // A run under way ends by the abort and writes its own end.
        const work = [...this.#runs, this.#link.cleanUp];
        const unstopped = await stopAll(this.#servers.all(), this.#services.all(), work);
        if (engine === undefined) {
            return { removed: 0, left: 0 };
        }
        const { runId } = this.#options.ownership;
        const swept = await sweepRun(engine, runId, unstopped, { clock: this.#options.clock, tell });
        this.#event("teardown", { ...swept });
        await this.#link.close();
        return swept;
    }
    #learnSecrets(secrets) {
        this.#secrets = { ...this.#secrets, ...secrets };
        this.#redactor = (0,log/* createRedactor */.lY)(this.#secrets);
    }
    async #act(tool, name, act) {
        const server = this.#servers.find(name);
        this.#audit(tool, { server_name: name });
        await act(server);
        return viewServer(server);
    }
    #audit(tool, detail) {
        this.#event("audit", { tool, ...detail });
    }
    #event(kind, data) {
        const atMs = this.#options.clock.nowMs();
        this.#record.event({ atMs, kind, server: null, data: JSON.stringify(data) });
    }
    /** What the caller hears is redacted, and our end is the end of its call. */
    #own({ progress, signal }) {
        return {
            progress: (line) => progress(this.#redactor.redact(line)),
            signal: AbortSignal.any([signal, this.#ending.signal]),
        };
    }
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
        engineEnvironment: own.environment,
        version: product.version,
        clock: systemClock,
        user: userInfo(),
        registry: registrySettings(own.environment, product.templates, boot.registryMirror ?? undefined),
        allow: boot.allow,
        launchReaper: () => launchReaper({
            execPath: own.execPath,
            entry: product.managerEntry,
            runId: boot.runId,
            environment: own.environment,
        }),
    });
    const end = (code, fault) => {
        const done = manager.shutdown(undefined, fault);
        // Whatever the teardown meets, the reaper and post come after it.
        done
            .catch((error) => own.log(`teardown: ${daemon_wordsOf(error)}`))
            .finally(() => own.exit(code));
    };
    own.onSignal(() => end(exitCodes.interrupted));
    own.onCrash((error) => {
        own.log(`crash: ${daemon_wordsOf(error)}`);
        end(exitCodes.internal, new Fault("INTERNAL", `The manager crashed: ${asFault(error).message}`));
    });
    const over = new AbortController();
    const ties = { job: boot.job, file: own.bootFile, leaseMs };
    untilForsaken(ties, systemClock, over.signal).then((reason) => {
        own.log(`forsaken: ${reason}`);
        end(exitCodes.interrupted, new Fault("INTERRUPTED", `The manager ended itself: ${reason}.`));
    }, () => undefined);
    const server = await serveHttp({
        operations: manager,
        version: product.version,
        token: boot.token,
        port: 0,
    });
    const takeBack = publishAddress(boot, manager, server.url);
    own.log(`manager ${product.version}, run ${boot.runId}, answers at ${server.url}`);
    await manager.ended;
    over.abort();
    takeBack();
    await systemClock.sleep(lastAnswerMs);
    await server.close();
    own.log("manager ended");
    own.exit(exitCodes.passed);
}
function daemon_wordsOf(error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
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

/***/ 789:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  C6: () => (/* reexport */ openRecord),
  aE: () => (/* reexport */ readRecord),
  xe: () => (/* reexport */ sealRecord)
});

// UNUSED EXPORTS: schemaVersion

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
const schemaVersion = migrations.length;
/** What brings a record from `version` (0 is an empty file) to the current schema. */
function migrationsFrom(version) {
    return migrations.slice(version);
}

;// CONCATENATED MODULE: ./build/record/open.js





const busyMs = 2_000;
/** Creates or opens the file for writing (mode 0600), in WAL mode, with the current schema. */
function openForWriting(file, startedAtMs) {
    return guarded((error) => unwritable(file, "opened for writing", error), () => {
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
    guarded((error) => unwritable(file, "sealed", error), () => {
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
function unwritable(file, done, cause) {
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
/** SELECT of all columns of a table that has only those in `present`, as records of earlier versions do. */
function selectFrom(table, present) {
    const columns = Object.keys(table.columns).map((column) => present.has(column) || !isColumn(table, column)
        ? quoted(column)
        : `${table.before?.[column] ?? "NULL"} AS ${quoted(column)}`);
    return `SELECT ${columns.join(", ")} FROM ${table.name}`;
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
const stepTable = {
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
        reference: "text",
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
    ...logTable,
    columns: { ...logTable.columns, id: "integer" },
};
const storedWireTable = {
    ...wireTable,
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

;// CONCATENATED MODULE: ./build/record/spare.js

/** Enough for the few pages that the end of a run takes. */
const spareBytes = 64 * 1024;
function spareOf(file) {
    return `${file}-spare.tmp`;
}
/** Keeps a little of the disk back, so that how a run ended can be written where nothing else can. */
function keepSpare(file) {
    try {
        (0,external_node_fs_.writeFileSync)(spareOf(file), new Uint8Array(spareBytes), { mode: 0o600 });
    }
    catch {
        // Without it the record is as good, until the disk is full.
    }
}
function freeSpare(file) {
    try {
        (0,external_node_fs_.rmSync)(spareOf(file), { force: true });
    }
    catch {
        // It takes a little room, and its folder is going anyway.
    }
}

;// CONCATENATED MODULE: ./build/record/writer.js




const batchMs = 50;
const batchRows = 500;
/** Long lines fill a batch before their number does. */
const batchCharacters = 4 * 1024 * 1024;
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

/***/ 57262:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  FK: () => (/* reexport */ buildReport),
  Zy: () => (/* reexport */ judgeRun),
  RR: () => (/* reexport */ terminalReport),
  Li: () => (/* reexport */ writeReports)
});

// UNUSED EXPORTS: annotations, junitXml, reportHtml, summaryMarkdown

// EXTERNAL MODULE: ./build/text/index.js + 14 modules
var build_text = __webpack_require__(33699);
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
    const name = scenarioName(scenario);
    return step === null ? name : `${name} › ${stepName(step)}`;
}
/** What was expected and what came, as plain text; empty when nothing was compared. */
function failure_differenceOf(step) {
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
        title: cut(forJobLog(title).replaceAll("\n", " "), longestTitle),
        message: cut(forJobLog(message), longestMessage),
    };
}

// EXTERNAL MODULE: ./build/fault/index.js + 5 modules
var build_fault = __webpack_require__(440);
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

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
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
            failure_differenceOf(step),
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
function join(parts) {
    return `${parts.join("\n\n")}\n`;
}

;// CONCATENATED MODULE: ./build/report/terminal.js





const terminal_longestValue = 400;
const mostEvidence = 12;
/** A run for the terminal: failures in full, findings, a table of servers, and the verdict as the last line. */
function terminalReport(report) {
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
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
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










/***/ })

};
