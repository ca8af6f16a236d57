export const id = 5942;
export const ids = [5942];
export const modules = {

/***/ 98793:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  Eo: () => (/* reexport */ buildFailureOf),
  xn: () => (/* reexport */ connectEngine),
  SI: () => (/* reexport */ isEngineGone),
  C: () => (/* reexport */ packFolder),
  S3: () => (/* reexport */ removedWhileItRan)
});

// UNUSED EXPORTS: createDemultiplexer, openObjectStore, unpackInto

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
    const { ServerCredentials } = await __webpack_require__.e(/* import() */ 3033).then(__webpack_require__.t.bind(__webpack_require__, 83033, 19));
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
    const { Server, status } = await __webpack_require__.e(/* import() */ 3033).then(__webpack_require__.t.bind(__webpack_require__, 83033, 19));
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
    const { default: Dockerode } = await Promise.all(/* import() */[__webpack_require__.e(3033), __webpack_require__.e(7133), __webpack_require__.e(9040), __webpack_require__.e(1431)]).then(__webpack_require__.t.bind(__webpack_require__, 39040, 19));
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
    const { default: Modem } = await Promise.all(/* import() */[__webpack_require__.e(7133), __webpack_require__.e(3812)]).then(__webpack_require__.t.bind(__webpack_require__, 47133, 19));
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
    const { pack } = await __webpack_require__.e(/* import() */ 5645).then(__webpack_require__.t.bind(__webpack_require__, 35645, 19));
    return pack(folder, options);
}
/** Takes an uncompressed tar and writes what is in it into the folder. */
async function unpackInto(folder, options) {
    const { extract } = await __webpack_require__.e(/* import() */ 5645).then(__webpack_require__.t.bind(__webpack_require__, 35645, 19));
    return extract(folder, options);
}

;// CONCATENATED MODULE: ./build/engine/index.js
// The engine: everything that knows the Docker Engine API. Connects, negotiates a version and puts every call under a
// deadline; the only room that loads dockerode.









/***/ }),

/***/ 5942:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  $p: () => (/* reexport */ driftOf),
  e7: () => (/* reexport */ ensureStandIn),
  Rv: () => (/* reexport */ entryHash),
  Ot: () => (/* reexport */ hubBaseImage),
  J0: () => (/* reexport */ imageLabels),
  yO: () => (/* reexport */ listVersions),
  so: () => (/* reexport */ localBaseImage),
  LN: () => (/* reexport */ lockFileOf),
  bj: () => (/* reexport */ lockIfThere),
  pi: () => (/* reexport */ lockServer),
  li: () => (/* reexport */ lockText),
  HO: () => (/* reexport */ neededLock),
  QC: () => (/* reexport */ noPins),
  vJ: () => (/* reexport */ packageIndexes),
  oM: () => (/* reexport */ parameterValues),
  sK: () => (/* reexport */ pinsIn),
  nE: () => (/* reexport */ provideBase),
  mF: () => (/* reexport */ readLock),
  _$: () => (/* reexport */ registrySettings),
  AT: () => (/* reexport */ resolveImage),
  oJ: () => (/* reexport */ runFileShelf),
  Pp: () => (/* reexport */ sbomOf),
  dS: () => (/* reexport */ standIns),
  PL: () => (/* reexport */ shelf_templateShelf),
  B2: () => (/* reexport */ versionSubject),
  zO: () => (/* reexport */ viewTemplates),
  sy: () => (/* reexport */ writeTemplate)
});

// UNUSED EXPORTS: loadTemplate, parseMirror, planImage, provenanceOf, runFileSchema, standInFor, templateNames, templatesPage

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
        const answer = helperAnswer.safeParse(parsed(await ask(`docker-credential-${name}`, key))).data;
        if (answer?.Username === "<token>") {
            return { identitytoken: answer.Secret, serveraddress };
        }
        if (answer !== undefined && answer.Username !== "") {
            return { username: answer.Username, password: answer.Secret, serveraddress };
        }
    }
    return undefined;
}
function ask(program, key) {
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
function mirrored(reference, mirror) {
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
    const others = mirrored(reference, deps.registryMirror);
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
    const atMirror = mirrored(reference, deps.registryMirror);
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
async function hostCaBundle() {
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
    const { DockerfileParser } = await __webpack_require__.e(/* import() */ 5279).then(__webpack_require__.t.bind(__webpack_require__, 78390, 19));
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
    key: async () => recipeKey([recipe, suite, architecture, await hostCaBundle()]),
    make,
};
async function make(key, options) {
    refuseForeignEngine(options.engine.info);
    const folder = workFolder(options);
    try {
        // Written to a file first: an import of a stream that ends early would give an image.
        const archive = (0,external_node_path_.join)(folder, "rootfs.tar");
        await (0,promises_.writeFile)((0,external_node_path_.join)(folder, "ca-certificates.crt"), await hostCaBundle());
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
        await (0,promises_.writeFile)((0,external_node_path_.join)(folder, "ca-certificates.crt"), await hostCaBundle());
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
    key: async () => recipeKey([local_node_recipe, process.version, process.arch, npmVersion, await hostCaBundle()]),
    make: local_node_make,
};
async function local_node_make(key, options) {
    const { engine } = options;
    refuseForeignEngine(engine.info);
    const sources = await gatherSources(process.execPath, options.cacheFolder, options.signal);
    const root = workFolder(options);
    try {
        await writeRootfs(root, sources, await hostCaBundle());
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
            await writeFile(archive, header, entry.source);
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
async function writeFile(archive, header, source) {
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
    const authorities = wantsAuthorities(dockerfile) ? await hostCaBundle() : undefined;
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
    const { default: library } = await __webpack_require__.e(/* import() */ 4158).then(__webpack_require__.t.bind(__webpack_require__, 44158, 19));
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
    const extra = { "ca-certificates.crt": await hostCaBundle() };
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
    const { DockerfileParser } = await __webpack_require__.e(/* import() */ 5279).then(__webpack_require__.t.bind(__webpack_require__, 78390, 19));
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


async function plan_planBuild(template, source, deps) {
    const content = await contentOf(template, source, deps);
    const key = await keyOf(template, source, content);
    return { content, key, reference: `docker-mcp-manager/${template.name}:${key.slice(0, 16)}` };
}
/** Whether the image has this content and its base is still what the base's name means; a base that is gone is no reason to build. */
async function plan_isCurrent(image, key, engine) {
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
    const planned = await plan_planBuild(template, source, deps);
    const { key, reference } = planned;
    if (deps.imagePolicy !== undefined) {
        const dockerfile = dockerfileOf(template, source, planned.content);
        await judgeBuild(deps.imagePolicy, template.bases, dockerfile, source.args);
    }
    const present = await engine.inspectImage(reference);
    if (present !== undefined && (await plan_isCurrent(present, key, engine))) {
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
function fillParameters(text, values) {
    let complete = true;
    const filled = text.replace(placeholder, (_, name) => {
        complete &&= Object.hasOwn(values, name);
        return String(values[name] ?? "");
    });
    return complete ? filled : undefined;
}
/** Every text filled in; one without a value is left out. */
function fillTexts(texts, values) {
    const filled = Object.entries(texts).map(([name, text]) => [name, fillParameters(text, values)]);
    return Object.fromEntries(filled.filter((pair) => pair[1] !== undefined));
}
/**
 * A value of YAML with every text in it filled in: a text that is one `{{ name }}` becomes the parameter as it is, a
 * number too. What names a parameter without a value is left out of its map or list.
 */
function fillValue(value, values) {
    if (typeof value === "string") {
        const whole = wholePlaceholder.exec(value)?.[1];
        return whole === undefined ? fillParameters(value, values) : own(values, whole);
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
    const { default: semver } = await __webpack_require__.e(/* import() */ 2088).then(__webpack_require__.t.bind(__webpack_require__, 62088, 19));
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
    const filled = (words) => words?.flatMap((word) => fillParameters(word, values) ?? []);
    return {
        env: fillTexts(env, values),
        ...(entrypoint && { entrypoint: filled(entrypoint) }),
        ...(command && { command: filled(command) }),
    };
}
function sourceOf(template, values) {
    const { image, build } = template;
    if (build === undefined) {
        return { kind: "image", reference: fillParameters(image ?? "", values) ?? "" };
    }
    const target = build.target === undefined ? undefined : fillParameters(build.target, values);
    const context = fillParameters(build.context, values);
    const timeoutMs = (0,config/* parseDurationMs */.yi)(build.timeout ?? "");
    return {
        kind: "build",
        from: build.from,
        ...(context !== undefined && { context }),
        dockerfile: fillParameters(build.dockerfile, values) ?? "Dockerfile",
        args: argsOf(build.args, values),
        ...(timeoutMs !== undefined && { timeoutMs }),
        ...(target !== undefined && { target }),
    };
}
/** Arguments whose parameter has no value are left out, so that the Dockerfile's own default holds. */
function argsOf(args, values) {
    if (typeof args === "string") {
        return parseLines(fillParameters(args, values) ?? "");
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
function pinsOf({ pin, image, bases, as_of: asOf }) {
    return {
        with: pin,
        bases,
        ...(image !== undefined && { image }),
        ...(asOf !== undefined && { asOf }),
    };
}
/** The time that the build was told, if it was told one. */
function asOfIn({ source }) {
    return source.kind === "build" ? source.args[npmBefore] : undefined;
}
/** What each server is pinned to by a lock file. */
function pinsIn({ servers }) {
    return new Map(Object.entries(servers).map(([name, locked]) => [name, pinsOf(locked)]));
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
        const locked = pins.bases.find(({ reference }) => reference === nameOf(wanted));
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
function nameOf(reference) {
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
async function keptText(where, isWhole, make) {
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
    const text = await keptText({ cacheFolder: deps.cacheFolder, imageId: image.id, what: "packages" }, (kept) => kept.startsWith("{") && kept.endsWith("}"), async () => JSON.stringify(await contentsOf(image, deps.engine, deps.containerLabels)));
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
async function resolveImage(spec, deps) {
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
const ask_mostBytes = 64 * 2 ** 20;
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
    throw unreachable(question.url, `it redirects more than ${mostRedirects} times`);
}
/** The fault of an index that gave no usable answer. */
function unreachable(url, why, cause) {
    return new build_fault/* Fault */.vC("PACKAGE_INDEX_UNREACHABLE", `GET ${plain(url)}: ${why}`, { cause });
}
async function get(question, known, options) {
    const parsed = URL.parse(question.url);
    if (parsed === null || !["http:", "https:"].includes(parsed.protocol)) {
        throw unreachable(question.url, "this is no http or https address");
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
        throw unreachable(question.url, limit.aborted ? `no answer within ${patienceMs / 1_000} s` : causeOf(thrown), thrown);
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
const clients = {
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
    const { default: semver } = await __webpack_require__.e(/* import() */ 2088).then(__webpack_require__.t.bind(__webpack_require__, 62088, 19));
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
function newestNatural(versions) {
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
async function imageTags(reference, options) {
    const { host, repository } = image_tags_placeOf(mirrored(reference, options.registryMirror) ?? reference);
    // The engine, too, asks a registry on the loopback address without TLS.
    const scheme = /^(?:localhost|127\.0\.0\.1|\[::1\])(?::|$)/.test(host) ? "http" : "https";
    const tags = [];
    let authorization;
    let url = `${scheme}://${host}/v2/${repository}/tags/list?n=1000`;
    for (let page = 0; page < mostPages && url !== undefined; page += 1) {
        const accept = "application/json";
        const question = { url, accept, ...(authorization === undefined ? {} : { authorization }) };
        let reply = await ask_ask(question, options);
        if (reply.status === 401 && authorization === undefined) {
            authorization = await tokenFor(reply, url, options);
            reply = await ask_ask({ ...question, authorization }, options);
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
    const answer = await ask_ask({ url: address.href, accept: "application/json" }, options);
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
        return newestNatural([...text.matchAll(/<version>([^<]+)<\/version>/g)].map((match) => (match[1] ?? "").trim())).filter((version, index, all) => all.indexOf(version) === index);
    },
};
/** Every kind of package whose versions are listed by one document. */
const packageLists = {
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
        throw new build_fault/* Fault */.vC("USAGE", `Template "${template.name}" takes no version that could be listed.`);
    }
    const name = fillParameters(named, values);
    if (name === undefined) {
        throw new build_fault/* Fault */.vC("USAGE", `Versions of template "${template.name}" are those of ${named}, and this has no value.`, { hint: "Name it, for example --with package=NAME." });
    }
    return { source, name };
}
/**
 * Every version of a template's package, image or module that can be had, newest first.
 *
 * Rejects USAGE as `versionSubject`, PACKAGE_NOT_FOUND, PACKAGE_INDEX_UNREACHABLE.
 */
async function listVersions(template, values, deps) {
    return (await lookUp(template, values, deps)).versions;
}
/** As `listVersions`, with the words that stand for a version. */
async function lookUp(template, values, deps) {
    const { source, name } = versionSubject(template, values);
    const found = source === "image" ? await tagged(name, deps) : await listed(source, name, deps);
    if (found === undefined) {
        throw new build_fault/* Fault */.vC("PACKAGE_NOT_FOUND", `${source === "image" ? "The image's registry" : clients[source].index} knows no "${name}"`);
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
        const reply = await ask_ask(question, deps);
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
    const reply = await ask_ask({ url, accept: "application/json" }, deps);
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
async function newestVersion(template, values, deps) {
    const asked = values[template.version?.parameter ?? ""] ?? "latest";
    const found = await lookUp(template, values, deps).catch((thrown) => {
        const fault = (0,build_fault/* asFault */.Ps)(thrown);
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
    const { default: semver } = await __webpack_require__.e(/* import() */ 2088).then(__webpack_require__.t.bind(__webpack_require__, 62088, 19));
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

;// CONCATENATED MODULE: ./build/registry/version/values.js
/** The template's parameters with their defaults, unchecked: what is required of a server is no matter here. */
function parameterValues({ parameters: { properties } }, given) {
    const defaults = Object.entries(properties).flatMap(([name, { default: value }]) => value === undefined ? [] : [[name, value]]);
    const all = Object.entries({ ...Object.fromEntries(defaults), ...given });
    return Object.fromEntries(all.map(([name, value]) => [name, String(value)]));
}

;// CONCATENATED MODULE: ./build/registry/lock/differences.js
const mostPackages = 10;
/** What has become something else since a server was locked; empty when nothing has. */
function differencesOf(locked, now) {
    const scalars = [
        difference("entry in the run file", differences_short(locked.entry), differences_short(now.entry)),
        difference("template", locked.template, now.template),
        difference("platform", locked.platform, now.platform),
        difference("version", locked.version ?? "none", now.version ?? "none"),
    ];
    return [
        ...scalars.flat(),
        ...imagesOf("image", [locked.image ?? []].flat(), [now.image ?? []].flat()),
        ...imagesOf("base image", locked.bases, now.bases),
        ...packagesOf(locked.packages, now.packages),
    ];
}
function difference(what, locked, now) {
    return locked === now ? [] : [{ what, locked, now }];
}
function imagesOf(what, locked, now) {
    const gone = locked.filter((one) => !now.some((other) => isSame(one, other)));
    const come = now.filter((one) => !locked.some((other) => isSame(one, other)));
    return Array.from({ length: Math.max(gone.length, come.length) }, (_, index) => ({
        what,
        locked: shown(gone[index]),
        now: shown(come[index]),
    }));
}
/** Engines of one registry's image agree on its digest, and need not on its id. */
function isSame(one, other) {
    return (one.reference === other.reference &&
        (one.digest !== undefined && other.digest !== undefined
            ? one.digest === other.digest
            : one.id === other.id));
}
function shown(image) {
    return image === undefined ? "none" : `${image.reference} ${differences_short(image.digest ?? image.id)}`;
}
function packagesOf(locked, now) {
    const [before, after] = [new Set(locked), new Set(now)];
    const gone = locked.filter((each) => !after.has(each));
    const come = now.filter((each) => !before.has(each));
    const names = [...new Set([...gone, ...come].map(packageName))].toSorted();
    const all = names.map((name) => ({
        what: `package ${name}`,
        locked: versionsOf(name, gone),
        now: versionsOf(name, come),
    }));
    const more = all.length - mostPackages;
    return more <= 0
        ? all
        : [
            ...all.slice(0, mostPackages),
            { what: "further packages", locked: String(more), now: "others" },
        ];
}
function versionsOf(name, packages) {
    const versions = packages
        .filter((each) => packageName(each) === name)
        .map((each) => each.slice(name.length + 1));
    return versions.length === 0 ? "none" : versions.join(", ");
}
/** `npm:@scope/name@1.2` → npm:@scope/name. */
function packageName(text) {
    return text.slice(0, text.lastIndexOf("@"));
}
function differences_short(hash) {
    return /^sha256:[0-9a-f]{64}$/.test(hash) ? `${hash.slice(0, 19)}…` : hash;
}

;// CONCATENATED MODULE: ./build/registry/lock/lock-server.js







/**
 * Builds a server as its part of the run file says now, and tells what that came to.
 *
 * Which version a range or tag names is asked of the package's index: an image once built for `latest` would stay as
 * it is. Rejects as `resolveImage`.
 */
async function lockServer(spec, deps) {
    const request = await pins_pinnedRequestOf(spec, deps);
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
    return `sha256:${(0,external_node_crypto_.createHash)("sha256").update(text).digest("hex")}`;
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
    const request = await pins_pinnedRequestOf(spec, deps);
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
    const { template, source } = await pinnedRequestOf(spec, deps);
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

;// CONCATENATED MODULE: ./build/registry/supply/purl.js
/** The package URL of a package, by the rules of its type. */
function purlOf({ type, name, version }) {
    const path = pathOf(type, name).split("/").map(encodeURIComponent).join("/");
    return `pkg:${type}/${path}@${encodeURIComponent(version)}`;
}
function pathOf(type, name) {
    switch (type) {
        case "pypi":
            return name.toLowerCase().replaceAll(/[-_.]+/g, "-");
        case "maven":
            // Coordinates are written group:artifact.
            return name.replace(":", "/");
        case "deb":
            return `debian/${name}`;
        case "apk":
            return `alpine/${name}`;
        case "golang":
            return name.toLowerCase();
        default:
            return name;
    }
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
    const what = `sbom-${(0,external_node_crypto_.createHash)("sha256").update(billed.image).digest("hex").slice(0, 12)}`;
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
        __webpack_require__.e(/* import() */ 6820).then(__webpack_require__.t.bind(__webpack_require__, 6820, 19)),
        __webpack_require__.e(/* import() */ 320).then(__webpack_require__.t.bind(__webpack_require__, 50320, 19)),
        Promise.all(/* import() */[__webpack_require__.e(320), __webpack_require__.e(1290), __webpack_require__.e(1248)]).then(__webpack_require__.t.bind(__webpack_require__, 51248, 19)),
        Promise.all(/* import() */[__webpack_require__.e(320), __webpack_require__.e(4321)]).then(__webpack_require__.t.bind(__webpack_require__, 94321, 19)),
        __webpack_require__.e(/* import() */ 1290).then(__webpack_require__.t.bind(__webpack_require__, 61290, 19)),
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
    const hex = (0,external_node_crypto_.createHash)("sha256").update(`${image} ${imageId}`).digest("hex");
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
const register_maxBytes = 2 ** 20;
/**
 * Writes a template into a new folder below `root` when it is sound; nothing stays of one that is not.
 *
 * Rejects USAGE for a name or path that is none, TEMPLATE_NAME_TAKEN, TEMPLATE_INVALID with every problem at its line.
 */
async function writeTemplate(text, root, options) {
    const { name, override } = text;
    check(text);
    const there = await shelf_templateShelf(options);
    if (!override && there.names.includes(name)) {
        throw new build_fault/* Fault */.vC("TEMPLATE_NAME_TAKEN", `Template "${name}" cannot be registered: there is a ${there.origin(name)} one already.`);
    }
    const parent = await (0,promises_.mkdtemp)((0,external_node_path_.join)(root, "template-"));
    const source = { name, folder: (0,external_node_path_.join)(parent, name), file: `${name}/template.yml` };
    try {
        for (const [path, content] of Object.entries({
            ...text.files,
            "template.yml": text.template,
        })) {
            await (0,promises_.mkdir)((0,external_node_path_.dirname)((0,external_node_path_.join)(source.folder, path)), { recursive: true });
            await (0,promises_.writeFile)((0,external_node_path_.join)(source.folder, path), content);
        }
        const registered = new Map(options.registered).set(name, source);
        await (await shelf_templateShelf({ ...options, registered })).load(name);
        return source;
    }
    catch (thrown) {
        await (0,promises_.rm)(parent, { recursive: true, force: true });
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
        throw new build_fault/* Fault */.vC("USAGE", `The template cannot be registered: ${problems.join("; ")}.`);
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

;// CONCATENATED MODULE: ./build/registry/template/parameter-schema.js
/** A parameter as JSON Schema: here a pattern is for the whole text, there it is looked for anywhere. */
function parameter_schema_parameterSchema({ pattern, ...rest }) {
    return pattern === undefined ? rest : { ...rest, pattern: `^(?:${pattern})$` };
}
/** All parameters of a template as JSON Schema of the map they stand in. */
function parameter_schema_parametersSchema({ properties, required, oneOf }, schemaOf = parameter_schema_parameterSchema) {
    return {
        type: "object",
        properties: Object.fromEntries(Object.entries(properties).map(([name, parameter]) => [name, schemaOf(parameter)])),
        additionalProperties: false,
        ...(required.length > 0 && { required }),
        ...(oneOf && { oneOf }),
    };
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
            parameters: parameter_schema_parametersSchema(template.parameters),
            versions: template.version?.source ?? (template.image === undefined ? null : "image"),
            bases: Object.values(template.bases),
            server: template.server,
            problem: null,
        };
    }
    catch (thrown) {
        const { message } = (0,build_fault/* asFault */.Ps)(thrown);
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
async function askClient({ command, environment, files = {}, address }, own) {
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), "docker-mcp-manager-ask-"));
    try {
        for (const [name, text] of Object.entries(files)) {
            await (0,promises_.writeFile)((0,external_node_path_.join)(folder, name), text);
        }
        const printed = await printedBy(command, folder, { ...own, ...environment });
        return address.exec(printed)?.[1];
    }
    finally {
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
}
/** All it prints, whatever it ends with: a package that is not found was looked for somewhere. */
function printedBy([program, ...args], cwd, env) {
    return new Promise((resolve) => {
        const child = (0,external_node_child_process_.execFile)(program, args, { cwd, env, timeout: ask_client_patienceMs }, (_, out, err) => resolve(`${out}\n${err}`));
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
        throw new build_fault/* Fault */.vC("PACKAGE_INDEX_UNREACHABLE", `${index} is not known: ${variables.join(" or ")} would name it, and ${command[0]} does not say here which one it uses`, { hint: `Set ${variables[0]} to its address.` });
    }
    const addresses = said
        .split(/[,|]/)
        .map((each) => (0,build_text/* withoutEndSlashes */.he)(each.trim().replace(/^sparse\+/, "")))
        .filter((each) => /^https?:/.test(each));
    if (addresses.length === 0) {
        throw new build_fault/* Fault */.vC("PACKAGE_INDEX_UNREACHABLE", `${index} cannot be asked: what ${variables.join(" or ")} says, or ${command[0]} itself, is no http address`, { hint: `Set ${variables[0]} to its address.` });
    }
    return addresses;
}

;// CONCATENATED MODULE: ./build/registry/index.js
// Templates, their parameters, and the images servers are started from: found, pulled or built.
// An unchanged server costs one round trip to the engine.



























/***/ })

};
