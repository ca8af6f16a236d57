export const id = 793;
export const ids = [793,606];
export const modules = {

/***/ 77606:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  systemClock: () => (/* reexport */ systemClock),
  withBudget: () => (/* reexport */ withBudget),
  within: () => (/* reexport */ within)
});

// EXTERNAL MODULE: external "node:vm"
var external_node_vm_ = __webpack_require__(30714);
// EXTERNAL MODULE: ./build/fault/index.js + 5 modules
var fault = __webpack_require__(440);
;// CONCATENATED MODULE: ./build/clock/budget.js


const defaultBudgetMs = 100;
/** On a loaded machine the time may pass while we hardly run at all; then they are granted anew. */
const attempts = 5;
let script;
let context;
/**
 * Does synchronous work that may take for ever, such as a regular expression on foreign text, for at most
 * `budgetMs` (100) of processor time.
 *
 * V8 ends code of a `vm` script at its timeout, also inside a regular expression; entering costs about 0.2 ms.
 * Throws NOT_JUDGEABLE, its message beginning with `what`, when the time is over.
 */
function withBudget(what, work, budgetMs = defaultBudgetMs) {
    for (let attempt = 1;; attempt += 1) {
        const before = process.threadCpuUsage();
        try {
            return runWithTimeout(work, budgetMs);
        }
        catch (error) {
            if (!isTimeout(error)) {
                throw error;
            }
            const used = process.threadCpuUsage(before);
            if (attempt === attempts || used.user + used.system >= (budgetMs * 1000) / 2) {
                throw new fault/* Fault */.vC("NOT_JUDGEABLE", `${what} too slow: given up after ${budgetMs} ms`);
            }
        }
    }
}
function runWithTimeout(work, budgetMs) {
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

;// CONCATENATED MODULE: ./build/clock/clock.js
const systemClock = {
    nowMs: () => performance.timeOrigin + performance.now(),
    monotonicMs: () => performance.now(),
    sleep: (ms, signal) => new Promise((resolve, reject) => {
        if (signal?.aborted) {
            reject(signal.reason);
            return;
        }
        const timer = setTimeout(() => {
            signal?.removeEventListener("abort", onAbort);
            resolve();
        }, ms);
        function onAbort() {
            clearTimeout(timer);
            reject(signal?.reason);
        }
        signal?.addEventListener("abort", onAbort, { once: true });
    }),
};

;// CONCATENATED MODULE: ./build/clock/within.js
/**
 * Settles with `work`, or rejects with `onTimeout()` after `ms`.
 *
 * The timer is cleared as soon as the work settles, so nothing keeps the process alive.
 */
function within(work, ms, onTimeout) {
    return new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(onTimeout()), ms);
        work.then((value) => {
            clearTimeout(timer);
            resolve(value);
        }, (error) => {
            clearTimeout(timer);
            reject(error);
        });
    });
}

;// CONCATENATED MODULE: ./build/clock/index.js
// Time as an argument: the clock, waiting with a limit, and work with a budget.





/***/ }),

/***/ 98793:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  buildFailureOf: () => (/* reexport */ buildFailureOf),
  connectEngine: () => (/* reexport */ connectEngine),
  createDemultiplexer: () => (/* reexport */ createDemultiplexer),
  isEngineGone: () => (/* reexport */ isEngineGone),
  openObjectStore: () => (/* reexport */ openObjectStore),
  packFolder: () => (/* reexport */ packFolder),
  removedWhileItRan: () => (/* reexport */ removedWhileItRan),
  unpackInto: () => (/* reexport */ unpackInto)
});

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
// EXTERNAL MODULE: ./build/clock/index.js + 3 modules
var clock = __webpack_require__(77606);
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
function endpointsOf(environment) {
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
function endpointText(endpoint) {
    return endpoint.kind === "unix"
        ? `unix://${endpoint.path}`
        : `tcp://${endpoint.host}:${endpoint.port}`;
}
/** The part of `http.request` options that leads to the engine. */
function socketOptions(endpoint) {
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
function engineFault(error, doing, endpoint) {
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
    return new build_fault/* Fault */.vC("ENGINE_LOST", `${doing}: the engine at ${endpointText(endpoint)} went away`, cause === undefined ? {} : { cause });
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
        const asked = send({ ...socketOptions(endpoint), path: "/_ping", agent: false });
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
            return await (0,clock.within)(answer, deadlineMs, () => unresponsive(call, endpoint, deadlineMs));
        }
        catch (error) {
            abort.abort();
            call.signal?.throwIfAborted();
            const fault = engineFault(error, call.doing, endpointText(endpoint));
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
    return new build_fault/* Fault */.vC("ENGINE_UNRESPONSIVE", `${call.doing}: the engine at ${endpointText(endpoint)} did not answer within ${deadlineMs / 1000} s`);
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
            ...socketOptions(endpoint),
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
    const where = endpointText(connection.endpoint);
    const socket = await (0,clock.within)(hijack(connection, `/containers/${id}/attach?stream=1&stdin=1&stdout=1&stderr=1`, "tcp"), deadlineMs, () => new build_fault/* Fault */.vC("ENGINE_UNRESPONSIVE", `${doing}: the engine at ${where} did not answer within 15 s`)).catch((error) => {
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
    const where = endpointText(connection.endpoint);
    const id = (0,external_node_crypto_.randomUUID)();
    const headers = {
        "X-Docker-Expose-Session-Uuid": id,
        "X-Docker-Expose-Session-Name": "docker-mcp-manager",
        "X-Docker-Expose-Session-Grpc-Method": [getSecret, checkHealth],
    };
    const socket = await (0,clock.within)(hijack(connection, "/session", "h2c", headers), build_session_deadlineMs, () => new build_fault/* Fault */.vC("ENGINE_UNRESPONSIVE", `${doing}: ${where} did not answer within 15 s`)).catch((error) => {
        const fault = engineFault(error, doing, where);
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
    const { default: Dockerode } = await Promise.all(/* import() */[__webpack_require__.e(33), __webpack_require__.e(133), __webpack_require__.e(40), __webpack_require__.e(431)]).then(__webpack_require__.t.bind(__webpack_require__, 39040, 19));
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
        throw engineFault(error, doing, endpointText(connection.endpoint));
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
        const fault = engineFault(error, doing, endpointText(connection.endpoint));
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
        throw engineFault(error, doing, endpointText(connection.endpoint));
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
async function listLabelled(caller, labels) {
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
async function removeObject(caller, object) {
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
        await removeObject(connection, { kind: "container", id });
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
        throw pullFault(engineFault(error, doing, endpointText(connection.endpoint)), error);
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
        await removeObject(connection, { kind: "volume", id: name }).catch(() => undefined);
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
        await removeObject(connection, { kind: "container", id });
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
            await removeObject(connection, { kind: "container", id });
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
        listLabelled: (labels) => listLabelled(connection, labels),
        removeObject: (object) => removeObject(connection, object),
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
    const endpoints = endpointsOf(options.environment);
    // 31 ms; the whole of dockerode is 135 ms (gRPC for build sessions) and is loaded by the calls that need it.
    const { default: Modem } = await Promise.all(/* import() */[__webpack_require__.e(133), __webpack_require__.e(812)]).then(__webpack_require__.t.bind(__webpack_require__, 47133, 19));
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
                if (!(error instanceof build_fault/* Fault */.vC) ||
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
        return await (0,clock.within)(exchange(endpoint, call, abort.signal), deadlineMs, () => new build_fault/* Fault */.vC("ENGINE_UNRESPONSIVE", `${call.doing}: ${where} did not answer within ${deadlineMs / 1000} s`));
    }
    catch (error) {
        abort.abort();
        throw engineFault(error, call.doing, where);
    }
}
function exchange(endpoint, call, signal) {
    return new Promise((resolve, reject) => {
        const send = endpoint.kind === "tcp" && endpoint.tls ? external_node_https_.request : external_node_http_.request;
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
    const { pack } = await __webpack_require__.e(/* import() */ 645).then(__webpack_require__.t.bind(__webpack_require__, 35645, 19));
    return pack(folder, options);
}
/** Takes an uncompressed tar and writes what is in it into the folder. */
async function unpackInto(folder, options) {
    const { extract } = await __webpack_require__.e(/* import() */ 645).then(__webpack_require__.t.bind(__webpack_require__, 35645, 19));
    return extract(folder, options);
}

;// CONCATENATED MODULE: ./build/engine/index.js
// The engine: everything that knows the Docker Engine API. Connects, negotiates a version and puts every call under a
// deadline; the only room that loads dockerode.









/***/ }),

/***/ 440:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  vC: () => (/* reexport */ Fault),
  Ps: () => (/* reexport */ asFault),
  F4: () => (/* reexport */ codes),
  hS: () => (/* reexport */ exitCodes)
});

;// CONCATENATED MODULE: ./build/fault/exit-codes.js
/** What the process says to its caller. The action's `exit-code` output and the JSON report use the same numbers. */
const exitCodes = {
    passed: 0,
    failed: 1,
    usage: 2,
    notReady: 3,
    engine: 4,
    breached: 5,
    timeout: 6,
    leftBehind: 7,
    internal: 70,
    interrupted: 130,
};

;// CONCATENATED MODULE: ./build/fault/image-codes.js

/** How images cannot be had. */
const imageCodes = {
    IMAGE_NOT_FOUND: {
        exit: exitCodes.notReady,
        blame: "run file",
        title: "Image not found",
        hint: "Check the name and tag; pull or build the image first if it exists only locally.",
    },
    IMAGE_PULL_FAILED: {
        exit: exitCodes.engine,
        blame: "environment",
        title: "Image could not be pulled",
        hint: "Check the registry's address and your login; a mirror can be set with `registry-mirror`.",
    },
    IMAGE_PULL_LIMITED: {
        exit: exitCodes.engine,
        blame: "environment",
        title: "The registry's limit on pulls is reached",
        hint: "Log in (`docker login`), or set a mirror (`registry-mirror`).",
    },
    IMAGE_PULL_DENIED: {
        exit: exitCodes.engine,
        blame: "environment",
        title: "The registry wants a login, or another one",
        hint: "Log in with `docker login REGISTRY`; the login in Docker's config.json is used.",
    },
    IMAGE_PULL_BROKEN: {
        exit: exitCodes.engine,
        blame: "environment",
        title: "The registry failed",
        hint: "Try again later, or set a mirror (`registry-mirror`).",
    },
    IMAGE_NOT_PRESENT: {
        exit: exitCodes.notReady,
        blame: "run file",
        title: "Image is not on the engine and may not be pulled",
        hint: "Load or build it first, or set `pull: missing`.",
    },
    IMAGE_NOT_ALLOWED: {
        exit: exitCodes.usage,
        blame: "run file",
        title: "Image not allowed",
        hint: "Use another image, or allow it with `image_policy` in the run file.",
    },
    IMAGE_USER_UNKNOWN: {
        exit: exitCodes.notReady,
        blame: "run file",
        title: "The image's user is not in the image",
        hint: "Add the user in the image, or say `hardening: { user: NUMBER }`.",
    },
    IMAGE_BUILD_FAILED: {
        exit: exitCodes.notReady,
        blame: "run file",
        title: "Image build failed",
        hint: "The last lines of the build output show the failing instruction.",
    },
};

;// CONCATENATED MODULE: ./build/fault/network-codes.js

/** What goes wrong with the networks of servers. */
const networkCodes = {
    ENGINE_NETWORKS_FULL: {
        exit: exitCodes.engine,
        blame: "environment",
        title: "The engine has no address range left for a network",
        hint: "Remove networks that nobody uses (`docker network prune`), or give the engine more ranges (`default-address-pools` in its daemon.json); its own are enough for about 30.",
    },
    RELAY_LOST: {
        exit: exitCodes.engine,
        blame: "environment",
        title: "The relay of a network ended",
        hint: "Somebody or something ended a container that the manager reaches its servers by (label `role=relay`); it starts a new one by itself.",
    },
    HOST_PORT_UNAVAILABLE: {
        exit: exitCodes.notReady,
        blame: "environment",
        title: "The port of this machine cannot be had",
        hint: "`ss -ltnp` shows who has it; choose another in `http.publish`, or `true` for one that is free.",
    },
};

;// CONCATENATED MODULE: ./build/fault/codes.js



/** Every way we can fail. Messages are built where the fact is known; this table owns what never varies. */
const codes = {
    ...imageCodes,
    ...networkCodes,
    RUN_FILE_NOT_FOUND: {
        exit: exitCodes.usage,
        blame: "run file",
        title: "Run file not found",
        hint: "Create mcp-manager.yml, or name the file with the `config` input or as the CLI's argument.",
    },
    RUN_FILE_INVALID: {
        exit: exitCodes.usage,
        blame: "run file",
        title: "Run file invalid",
        hint: "Correct the places listed; `docker-mcp-manager validate` checks without starting anything.",
    },
    USAGE: {
        exit: exitCodes.usage,
        blame: "caller",
        title: "Usage error",
        hint: "Run `docker-mcp-manager --help` for the commands and options.",
    },
    NOTHING_TO_TEST: {
        exit: exitCodes.usage,
        blame: "run file",
        title: "Nothing was tested",
        hint: "Declare at least one scenario with a step, or widen the `only` filter.",
    },
    NODE_TOO_OLD: {
        exit: exitCodes.usage,
        blame: "environment",
        title: "Node.js is too old",
        hint: "Use Node.js 24 or newer.",
    },
    ENGINE_NOT_INSTALLED: {
        exit: exitCodes.engine,
        blame: "environment",
        title: "No Docker Engine found",
        hint: "Install Docker Engine, or set DOCKER_HOST to the address of one.",
    },
    ENGINE_NOT_RUNNING: {
        exit: exitCodes.engine,
        blame: "environment",
        title: "Docker Engine is not running",
        hint: "Start the engine (for example `systemctl start docker`), or correct DOCKER_HOST.",
    },
    ENGINE_PERMISSION_DENIED: {
        exit: exitCodes.engine,
        blame: "environment",
        title: "No permission to talk to the Docker Engine",
        hint: "Add the user to the group `docker`, or use a rootless engine's socket through DOCKER_HOST.",
    },
    ENGINE_UNSUPPORTED: {
        exit: exitCodes.engine,
        blame: "environment",
        title: "Docker Engine version not supported",
        hint: "Use Docker Engine 20.10 or newer.",
    },
    ENGINE_ERROR: {
        exit: exitCodes.engine,
        blame: "environment",
        title: "The Docker Engine refused or failed",
        hint: "The engine's own words are in the message; its log (`journalctl -u docker`) may say more.",
    },
    ENGINE_UNRESPONSIVE: {
        exit: exitCodes.engine,
        blame: "environment",
        title: "The Docker Engine stopped answering",
        hint: "Check the engine's load and disk; the call was given up, nothing was retried.",
    },
    ENGINE_LOST: {
        exit: exitCodes.engine,
        blame: "environment",
        title: "The Docker Engine went away during the run",
        hint: "It ended, was restarted, or the way to it was cut; its log (`journalctl -u docker`) may say why.",
    },
    ENGINE_DISK_FULL: {
        exit: exitCodes.engine,
        blame: "environment",
        title: "No space left on the engine's disk",
        hint: "Free space where the engine keeps its data; `docker system df` shows what takes it, `docker builder prune` frees what builds keep.",
    },
    MOUNT_SOURCE_MISSING: {
        exit: exitCodes.usage,
        blame: "run file",
        title: "Volume's host path does not exist on the engine's host",
        hint: "Create it, or correct `host_path`; nothing is created for you.",
    },
    TEMPLATE_NOT_FOUND: {
        exit: exitCodes.usage,
        blame: "run file",
        title: "Template not found",
        hint: "The templates are the folders of `templates/`; each has a README.",
    },
    TEMPLATE_INVALID: {
        exit: exitCodes.usage,
        blame: "run file",
        title: "Template or its parameters invalid",
        hint: "The template's README lists its parameters.",
    },
    TEMPLATE_NAME_TAKEN: {
        exit: exitCodes.usage,
        blame: "caller",
        title: "Template name already in use",
        hint: "Choose another name, or say `override: true` to take its place.",
    },
    LOCK_NOT_FOUND: {
        exit: exitCodes.usage,
        blame: "run file",
        title: "No lock file",
        hint: "Write it with `docker-mcp-manager lock`, and keep it under version control.",
    },
    LOCK_INVALID: {
        exit: exitCodes.usage,
        blame: "run file",
        title: "Lock file invalid",
        hint: "Do not edit it: delete it and write it anew with `docker-mcp-manager lock`.",
    },
    LOCK_DRIFT: {
        exit: exitCodes.usage,
        blame: "run file",
        title: "Not what was locked",
        hint: "If the change is wanted, `docker-mcp-manager lock --update NAME` locks what there is now.",
    },
    PACKAGE_NOT_FOUND: {
        exit: exitCodes.usage,
        blame: "run file",
        title: "No such package",
        hint: "Check the name; a private registry is asked when its client's environment variable names it.",
    },
    PACKAGE_INDEX_UNREACHABLE: {
        exit: exitCodes.engine,
        blame: "environment",
        title: "Package index does not answer",
        hint: "Check the network and its proxy (HTTPS_PROXY), or name a mirror as its own client wants it named.",
    },
    SERVER_EXITED_EARLY: {
        exit: exitCodes.notReady,
        blame: "server",
        title: "Server exited before it was ready",
        hint: "Its last stderr lines are in the message; `docker-mcp-manager logs NAME` shows all.",
    },
    SERVER_NOT_READY: {
        exit: exitCodes.notReady,
        blame: "server",
        title: "Server did not become ready in time",
        hint: "Raise `ready.timeout`, or find out in its log what it waits for.",
    },
    SERVER_COMMAND_NOT_FOUND: {
        exit: exitCodes.notReady,
        blame: "run file",
        title: "Command not found in the image",
        hint: "Correct `command`, or install the program in the image.",
    },
    DEPENDENCY_FAILED: {
        exit: exitCodes.notReady,
        blame: "environment",
        title: "What a server waits for failed",
        hint: "The cause and the end of its output are in the message; `docker-mcp-manager logs NAME` shows all.",
    },
    SERVER_NOT_FOUND: {
        exit: exitCodes.usage,
        blame: "caller",
        title: "No such server",
        hint: "`docker_list_servers` or `docker-mcp-manager ps` lists the servers.",
    },
    SERVER_NAME_TAKEN: {
        exit: exitCodes.usage,
        blame: "caller",
        title: "Server name already in use",
        hint: "Choose another name, or stop and remove the server first.",
    },
    SERVER_NOT_RUNNING: {
        exit: exitCodes.failed,
        blame: "caller",
        title: "Server is not running",
        hint: "Start or restart it first.",
    },
    SESSION_CLOSED: {
        exit: exitCodes.failed,
        blame: "server",
        title: "The connection to the server ended",
        hint: "The server's exit code and last stderr lines are in the message.",
    },
    CALL_TIMED_OUT: {
        exit: exitCodes.failed,
        blame: "server",
        title: "The server did not answer in time",
        hint: "Raise the step's `timeout`, or find out in the server's log what it waits for.",
    },
    PROTOCOL_VIOLATION: {
        exit: exitCodes.failed,
        blame: "server",
        title: "The server broke the protocol",
        hint: "The offending bytes are quoted in the message.",
    },
    NOT_JUDGEABLE: {
        exit: exitCodes.failed,
        blame: "run file",
        title: "An expectation could not be judged",
        hint: "Simplify the pattern or the JSONPath; nested quantifiers such as (a+)+ are the usual cause.",
    },
    PATH_NOT_ALLOWED: {
        exit: exitCodes.usage,
        blame: "run file",
        title: "Path not allowed",
        hint: "Use a path inside the workspace.",
    },
    RELAXATION_NOT_ALLOWED: {
        exit: exitCodes.usage,
        blame: "run file",
        title: "Relaxation not allowed",
        hint: "What the run file relaxes must be listed in `allow` of the workflow's step, or with `--allow` on the command line.",
    },
    LIMIT_NOT_POSSIBLE: {
        exit: exitCodes.usage,
        blame: "run file",
        title: "Limit not possible",
        hint: "Set `limits` of the server to what the engine's host has.",
    },
    RUN_TIMED_OUT: {
        exit: exitCodes.timeout,
        blame: "run file",
        title: "The run took longer than its timeout",
        hint: "Raise `timeout`, or split the run.",
    },
    SCENARIO_TIMED_OUT: {
        exit: exitCodes.failed,
        blame: "server",
        title: "The scenario took longer than its timeout",
        hint: "Raise the scenario's `timeout`, or find out in the server's log what it waits for.",
    },
    INTERRUPTED: {
        exit: exitCodes.interrupted,
        blame: "caller",
        title: "Interrupted",
        hint: "The run was cancelled; results so far are in the report.",
    },
    MANAGER_UNREACHABLE: {
        exit: exitCodes.internal,
        blame: "us",
        title: "The manager process does not answer",
        hint: "Its log is in the report artifact as manager.log.",
    },
    MANAGER_DIED: {
        exit: exitCodes.internal,
        blame: "environment",
        title: "The manager process died during the run",
        hint: "Results up to that moment are in the report; the end of manager.log may show why.",
    },
    ACCESS_DENIED: {
        exit: exitCodes.usage,
        blame: "caller",
        title: "Access denied",
        hint: "Use the manager's address and bearer token as given in its outputs.",
    },
    RECORD_UNREADABLE: {
        exit: exitCodes.internal,
        blame: "environment",
        title: "The record could not be read",
        hint: "Check that it is whole, and the permissions of the run's directory.",
    },
    RECORD_UNWRITABLE: {
        exit: exitCodes.engine,
        blame: "environment",
        title: "The run's folder takes no more",
        hint: "Make room on its disk (df -h, df -i), or name another folder: what was committed before is kept.",
    },
    LEFT_BEHIND: {
        exit: exitCodes.leftBehind,
        blame: "environment",
        title: "Something was left behind",
        hint: "`docker-mcp-manager sweep` removes what carries our label.",
    },
    INTERNAL: {
        exit: exitCodes.internal,
        blame: "us",
        title: "Internal error",
        hint: "This is a bug; please report it with manager.log.",
    },
};

;// CONCATENATED MODULE: ./build/fault/fault.js

/** A promise that could not be kept. What a server answers is a result, never a fault. */
class Fault extends Error {
    code;
    hint;
    problems;
    constructor(code, message, options = {}) {
        super(message, options.cause === undefined ? undefined : { cause: options.cause });
        this.name = "Fault";
        this.code = code;
        this.hint = options.hint ?? codes[code].hint;
        this.problems = options.problems ?? [];
    }
    get exitCode() {
        return codes[this.code].exit;
    }
    get blame() {
        return codes[this.code].blame;
    }
}
/** Anything thrown as a Fault; what is not one becomes INTERNAL with the original as its cause. */
function asFault(thrown) {
    if (thrown instanceof Fault) {
        return thrown;
    }
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    return new Fault("INTERNAL", message, { cause: thrown });
}

;// CONCATENATED MODULE: ./build/fault/index.js
// Every way we can fail: one error class, one table of codes. Imports nothing.





/***/ })

};
