export const id = 822;
export const ids = [822];
export const modules = {

/***/ 80822:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  askOutside: () => (/* reexport */ askOutside),
  commandFault: () => (/* reexport */ commandFault),
  createNewsDesk: () => (/* reexport */ createNewsDesk),
  createRestarts: () => (/* reexport */ createRestarts),
  isAtRest: () => (/* reexport */ isAtRest),
  isOwnerAlive: () => (/* reexport */ isOwnerAlive),
  isUp: () => (/* reexport */ isUp),
  labelKeys: () => (/* reexport */ labelKeys),
  launchReaper: () => (/* reexport */ launchReaper),
  makeTempFolder: () => (/* reexport */ makeTempFolder),
  mayFollow: () => (/* reexport */ mayFollow),
  objectLabels: () => (/* reexport */ objectLabels),
  ownerToken: () => (/* reexport */ ownerToken),
  prepareNetworks: () => (/* reexport */ prepareNetworks),
  readOwner: () => (/* reexport */ readOwner),
  reap: () => (/* reexport */ reap),
  secretsFolder: () => (/* reexport */ secretsFolder),
  settleNetworks: () => (/* reexport */ settleNetworks),
  startContainer: () => (/* reexport */ startContainer),
  statePage: () => (/* reexport */ statePage),
  stateTable: () => (/* reexport */ stateTable),
  sweep: () => (/* reexport */ sweep)
});

// EXTERNAL MODULE: ./build/fault/index.js + 5 modules
var fault = __webpack_require__(440);
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
        return new fault/* Fault */.vC("SERVER_COMMAND_NOT_FOUND", `Start server "${server}": the image is for ${foreignPlatform}, which the engine's host neither is nor emulates, so ${program} cannot be run (${reason})`, {
            hint: "Use an image for the engine's own platform, or set up emulation (binfmt) on its host.",
        });
    }
    return new fault/* Fault */.vC("SERVER_COMMAND_NOT_FOUND", command === undefined
        ? `Start server "${server}": the image has no program for its command that can be run (${reason})`
        : `Start server "${server}": the image has no program "${command}" that can be run (${reason})`);
}
function lastWords({ exitCode }, stderr) {
    const says = inits.find(({ codes }) => codes.includes(exitCode))?.says;
    return stderr
        .map((line) => says?.exec(line.trimEnd())?.groups)
        .find((groups) => groups !== undefined);
}

;// CONCATENATED MODULE: ./build/controller/container-news.js
/** `followNetworks` is called once, when somebody first wants to know of networks. */
function createNewsDesk(followNetworks = () => undefined) {
    let follow = () => {
        follow = () => undefined;
        followNetworks();
    };
    const stories = new Map();
    function storyOf(id) {
        const story = stories.get(id) ?? new Story(() => follow());
        stories.set(id, story);
        return story;
    }
    function remove(id, story) {
        story.remove();
        // Nothing more will come; who follows it keeps it.
        stories.delete(id);
    }
    return {
        of: storyOf,
        tell({ id, action, attributes }) {
            const story = action === "create" ? storyOf(id) : stories.get(id);
            if (story === undefined) {
                return;
            }
            if (action === "kill") {
                story.kill(attributes["signal"] ?? "");
            }
            else if (action === "oom") {
                story.runOutOfMemory();
            }
            else if (action === "die") {
                story.end(Number(attributes["exitCode"] ?? -1));
            }
            else if (action === "pause" || action === "unpause") {
                story.freeze(action === "pause");
            }
            else if (action === "connect" || action === "disconnect") {
                story.network(attributes["name"] ?? "");
            }
            else if (action === "destroy") {
                remove(id, story);
            }
        },
        async catchUp(inspect) {
            for (const [id, story] of stories) {
                const state = await inspect(id);
                if (state === undefined) {
                    remove(id, story);
                }
                else if (state.running) {
                    story.freeze(state.paused);
                }
                else if (state.status !== "created") {
                    story.end(state.exitCode, state.oomKilled);
                }
            }
        },
    };
}
class Story {
    isPaused = false;
    isRemoved = false;
    isEndExpected = false;
    isCutExpected = false;
    killedBy = null;
    #ended = Promise.withResolvers();
    #removed = Promise.withResolvers();
    #listeners = [];
    #networkListeners = [];
    #followNetworks;
    #oom = false;
    constructor(followNetworks) {
        this.#followNetworks = followNetworks;
    }
    get ended() {
        return this.#ended.promise;
    }
    get removed() {
        return this.#removed.promise;
    }
    expectEnd() {
        this.isEndExpected = true;
    }
    onFrozen(listener) {
        this.#listeners.push(listener);
    }
    expectCut(isCut) {
        this.isCutExpected = isCut;
    }
    onNetwork(listener) {
        this.#networkListeners.push(listener);
        this.#followNetworks();
    }
    network(name) {
        this.#networkListeners.forEach((listener) => listener(name));
    }
    kill(signal) {
        if (!this.isEndExpected) {
            this.killedBy = signal;
        }
    }
    runOutOfMemory() {
        this.#oom = true;
    }
    end(exitCode, oomKilled = this.#oom) {
        this.isPaused = false;
        this.#ended.resolve({ exitCode, oomKilled, error: null });
    }
    remove() {
        if (!this.isEndExpected) {
            this.isRemoved = true;
            this.#removed.resolve();
        }
        this.end(-1);
    }
    freeze(isPaused) {
        if (this.isPaused !== isPaused) {
            this.isPaused = isPaused;
            this.#listeners.forEach((listener) => listener(isPaused));
        }
    }
}

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
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
/** What an object is for; `image` reads an image and never runs. */
const roles = ["server", "network", "relay", "service", "volume", "image"];
/** The labels of an object; `about` adds what it is for. */
function objectLabels(ownership, role, about = {}) {
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
        roles.some((each) => each === role) &&
        !Number.isNaN(expiresAtMs);
    return valid ? { runId, owner, expiresAtMs } : undefined;
}

// EXTERNAL MODULE: external "node:child_process"
var external_node_child_process_ = __webpack_require__(31421);
// EXTERNAL MODULE: external "node:events"
var external_node_events_ = __webpack_require__(78474);
;// CONCATENATED MODULE: ./build/controller/launch-reaper.js


const handedOn = [
    "DOCKER_HOST",
    "DOCKER_TLS_VERIFY",
    "DOCKER_CERT_PATH",
    "DOCKER_CONTEXT",
    "DOCKER_CONFIG",
    "HOME",
    "XDG_RUNTIME_DIR",
    "PATH",
    "TMPDIR",
];
/**
 * Starts the reaper: a process of its own session that holds the other end of a pipe and sweeps the run when the pipe
 * closes without a word, that is, when this process has died.
 *
 * It does not keep this process alive, and does not carry RUNNER_TRACKING_ID, by which a CI runner finds and kills
 * what a job left. A reaper that cannot be started is no error: three other layers remove, too.
 */
function launchReaper(options) {
    const entry = typeof options.entry === "string" ? options.entry : options.entry.pathname;
    const child = (0,external_node_child_process_.spawn)(options.execPath, [entry, "reaper", options.runId], {
        detached: true,
        stdio: ["pipe", "ignore", "ignore"],
        cwd: "/",
        env: Object.fromEntries(handedOn.map((name) => [name, options.environment[name]])),
    });
    const ended = Promise.race([(0,external_node_events_.once)(child, "exit"), (0,external_node_events_.once)(child, "error")]).catch(() => undefined);
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
var promises_ = __webpack_require__(71553);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
var external_node_http_namespaceObject = /*#__PURE__*/__webpack_require__.t(external_node_http_, 2);
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
function refusedAddress(address, written) {
    const kind = (0,external_node_net_.isIP)(address) === 6 ? "ipv6" : "ipv4";
    if (never.check(address, kind)) {
        return "is link-local (the place of the metadata services of clouds), multicast or unspecified, and never reached";
    }
    return !written && inner.check(address, kind)
        ? "is loopback or private, and reached only when the address itself is written"
        : undefined;
}

;// CONCATENATED MODULE: ./build/controller/network/egress.js

/** `host:port`, as it is written in a run file. */
function targetText({ host, port }) {
    return `${(0,external_node_net_.isIP)(host) === 6 ? `[${host}]` : host}:${port}`;
}
/** For reports; rules as they are written. */
function egressText(egress) {
    if (egress === "full") {
        return "full: an open network, of which nothing is seen here";
    }
    if (egress === "none") {
        return egress;
    }
    return egress.map(ruleText).join(", ");
}
function ruleText({ host, port }) {
    return port === null ? host : targetText({ host, port });
}
const webPorts = [80, 443];
/** The rule that lets a target be reached; undefined: none does. */
function ruleFor(rules, host, port) {
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
    return host !== undefined && (0,external_node_net_.isIP)(host) === 6
        ? URL.parse(`http://[${host}]`)?.hostname.slice(1, -1)
        : host;
}
/** Of a name in the DNS. */
const longestName = 253;
/** `host:port` as requests have it; undefined when it is none. */
function targetOf(written, defaultPort) {
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
async function decide(egress, target, resolve, isProxied = false) {
    const { host, port } = target;
    const rules = typeof egress === "string" ? [] : egress;
    const rule = ruleFor(rules, host, port);
    if (rule === undefined) {
        const reason = rules.length === 0 ? "its egress is none" : "it is not on the list of its egress";
        return { allowed: false, kind: "denied", reason };
    }
    const found = (0,external_node_net_.isIP)(host) === 0 ? await resolved(host, resolve) : [{ address: host, family: 0 }];
    if (typeof found === "string") {
        if (isProxied) {
            return { allowed: true, addresses: [] };
        }
        return { allowed: false, kind: "unreachable", reason: found };
    }
    const written = (0,external_node_net_.isIP)(rule.host) !== 0;
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
var external_node_https_namespaceObject = /*#__PURE__*/__webpack_require__.t(external_node_https_, 2);
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
function lookupOf({ addresses }) {
    const all = addresses.map(({ address }) => ({ address, family: (0,external_node_net_.isIP)(address) }));
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
function passedOn(message) {
    const named = new Set((message.headers.connection ?? "").split(",").map((name) => name.trim().toLowerCase()));
    const kept = Object.entries(message.headers).filter(([name, value]) => value !== undefined && !hopByHop.has(name) && !named.has(name));
    return Object.fromEntries(kept);
}
function refusalText(target, { reason }) {
    return `docker-mcp-manager: ${targetText(target)} was not reached: ${reason}`;
}
function plain(response, status, text) {
    response.writeHead(status, { "content-type": "text/plain", connection: "close" });
    response.end(`${text}\n`);
}
/** A whole answer for a connection that is no HTTP message any more. */
function refusal(status, text) {
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
function hostProxyFor(settings, target, kind) {
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
function proxyAuthorization({ username, password }) {
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
        const isSame = host === name || ((0,external_node_net_.isIP)(host) === 0 && host.endsWith(`.${name}`));
        return name !== "" && isSame && (digits === undefined || Number(digits) === port);
    });
}
function isInRange(entry, host) {
    const [, network = "", length] = /^(.+)\/(\d{1,3})$/.exec(entry) ?? [];
    const kind = (0,external_node_net_.isIP)(network);
    if (kind === 0 || (0,external_node_net_.isIP)(host) !== kind || Number(length) > (kind === 6 ? 128 : 32)) {
        return false;
    }
    const family = kind === 6 ? "ipv6" : "ipv4";
    const range = new external_node_net_.BlockList();
    range.addSubnet(network, Number(length), family);
    return range.check(host, family);
}

;// CONCATENATED MODULE: ./build/controller/network/outside/dial.js






/** How long a connection to outside may take to stand; one that stands may be silent for as long as it likes. */
const defaultConnectMs = 15_000;
/**
 * A connection to an allowed target, at one of the addresses that were checked, or through a proxy of this host, which is
 * told the name. Rejects within `connectMs`.
 */
function dialOutside(target, allowed, proxy, signal, connectMs = defaultConnectMs) {
    const limits = { connectMs, signal };
    return proxy === undefined ? direct(target, allowed, limits) : through(proxy, target, limits);
}
function direct(target, allowed, limits) {
    return new Promise((resolve, reject) => {
        const lookup = lookupOf(allowed);
        const { connectMs, signal } = limits;
        const socket = (0,external_node_net_.connect)({ ...target, lookup, timeout: connectMs, signal });
        socket.once("timeout", () => socket.destroy(tooLate(connectMs)));
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
        const asking = requestTo(proxy, {
            method: "CONNECT",
            path: text,
            headers: { host: text, ...proxyAuthorization(proxy) },
            timeout: connectMs,
            signal,
        });
        asking.once("timeout", () => asking.destroy(tooLate(connectMs)));
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
function requestTo(proxy, options) {
    const { request } = proxy.protocol === "https:" ? external_node_https_namespaceObject : external_node_http_namespaceObject;
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
function ofProxy(proxy, error) {
    return new Error(`through this host's proxy ${proxy.host}: ${error.message}`, { cause: error });
}
function tooLate(connectMs) {
    return new Error(`no answer within ${connectMs / 1000} s`);
}

;// CONCATENATED MODULE: ./build/controller/network/outside/way.js





/** Whether and how a server with such an egress reaches a target. */
async function wayTo(egress, target, kind, { hostProxies, resolve }) {
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
function passOn(incoming, url, { host, port }, { proxy, allowed }, connectMs) {
    const { method } = incoming;
    const headers = { ...passedOn(incoming), host: url.host };
    const path = `${url.pathname}${url.search}`;
    const timeout = connectMs;
    const outgoing = proxy === undefined
        ? (0,external_node_http_.request)({
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
function failureOf({ proxy }, error) {
    return (proxy === undefined ? error : ofProxy(proxy, error)).message;
}

;// CONCATENATED MODULE: ./build/controller/network/outside/ask.js







const answerMs = 30_000;
const mostBytes = 4 * 2 ** 20;
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
    const resolve = (host) => (0,promises_.lookup)(host, { all: true });
    const deps = { resolve, hostProxies };
    // Asked as for a tunnel: a proxy of this host then knows nothing of what is in it.
    const way = await wayTo([target], target, "https", deps);
    if ("kind" in way) {
        throw new Error(`${targetText(target)}: ${way.reason}`);
    }
    const signal = AbortSignal.timeout(answerMs);
    const socket = await dialOutside(target, way.allowed, way.proxy, signal);
    const line = isSecure ? (0,external_node_tls_.connect)({ socket, servername: target.host }) : socket;
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
        const asking = (0,external_node_http_.request)({
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
function createForwardProxy(deps) {
    const members = new WeakMap();
    const server = (0,external_node_http_.createServer)();
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
        (0,external_node_stream_.pipeline)(stream, outer, stream, () => {
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
            (0,external_node_stream_.pipeline)(answer, response, () => undefined);
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
        (0,external_node_stream_.pipeline)(incoming, outgoing, () => undefined);
    }
    return (stream, from) => {
        members.set(stream, deps.identify(from.replace(/^::ffff:/i, "")).catch(() => undefined));
        // Also after it was handed over for a tunnel: an error that nobody hears ends the process.
        stream.on("error", () => undefined);
        server.emit("connection", stream);
    };
}

// EXTERNAL MODULE: ./build/clock/index.js + 3 modules
var build_clock = __webpack_require__(77606);
;// CONCATENATED MODULE: ./build/controller/network/relay/program.js
/**
 * What runs in the relay container, as a text for `node -e`: it has no import, so that no file has to get in there.
 *
 * Frames on stdin and stdout: stream id (4 bytes), kind (1), length (4), payload; big-endian. Kinds: 0 open (payload
 * `host:port`, from our side) or opened at the proxy port (payload the member's address, from its side), 1 data, 2 end
 * of data, 3 cut (payload why, if there is something to say), 4 hold (send no more), 5 go on. Ids from our side are
 * even, from its side odd; 0 says that it listens.
 */
function relayProgram(proxyPort) {
    return `(${program.toString()})(${proxyPort});`;
}
/** Self-contained: it is sent as source text. */
function program(proxyPort) {
    const { connect, createServer } = process.getBuiltinModule("node:net");
    const sockets = new Map();
    const held = new Set();
    let nextId = 1;
    let isFull = false;
    function send(id, kind, payload) {
        const head = Buffer.alloc(9);
        head.writeUInt32BE(id, 0);
        head.writeUInt8(kind, 4);
        head.writeUInt32BE(payload?.length ?? 0, 5);
        const all = payload === undefined ? head : Buffer.concat([head, payload]);
        if (!process.stdout.write(all) && !isFull) {
            isFull = true;
            for (const socket of sockets.values()) {
                socket.pause();
            }
        }
    }
    process.stdout.on("drain", () => {
        isFull = false;
        for (const socket of sockets.values()) {
            if (!held.has(socket)) {
                socket.resume();
            }
        }
    });
    function adopt(id, socket) {
        let why = "";
        sockets.set(id, socket);
        socket.setNoDelay(true);
        // Whoever is taken off the network does not say so: after 2 s of silence it is asked once a second, ten times.
        socket.setKeepAlive(true, 2_000);
        socket.on("data", (chunk) => send(id, 1, chunk));
        socket.on("end", () => send(id, 2));
        socket.on("drain", () => send(id, 5));
        socket.on("error", (error) => {
            why = error.code ?? "EIO";
        });
        socket.on("close", () => {
            held.delete(socket);
            if (sockets.delete(id)) {
                send(id, 3, Buffer.from(why));
            }
        });
        if (isFull) {
            socket.pause();
        }
    }
    function open(id, target) {
        const colon = target.lastIndexOf(":");
        const host = target.slice(0, colon);
        const port = Number(target.slice(colon + 1));
        const socket = connect({ host, port, allowHalfOpen: true });
        // The first one says that the connection stands.
        socket.once("connect", () => send(id, 5));
        adopt(id, socket);
    }
    function take(id, kind, payload) {
        if (kind === 0) {
            open(id, payload.toString());
            return;
        }
        const socket = sockets.get(id);
        if (socket === undefined) {
            return;
        }
        if (kind === 1 && !socket.write(payload)) {
            send(id, 4);
        }
        else if (kind === 2) {
            socket.end();
        }
        else if (kind === 3) {
            sockets.delete(id);
            socket.destroy();
        }
        else if (kind === 4) {
            held.add(socket);
            socket.pause();
        }
        else if (kind === 5) {
            held.delete(socket);
            if (!isFull) {
                socket.resume();
            }
        }
    }
    let buffered = Buffer.alloc(0);
    process.stdin.on("data", (chunk) => {
        buffered = buffered.length === 0 ? chunk : Buffer.concat([buffered, chunk]);
        let at = 0;
        while (buffered.length - at >= 9) {
            const length = buffered.readUInt32BE(at + 5);
            if (buffered.length - at - 9 < length) {
                break;
            }
            const payload = Buffer.from(buffered.subarray(at + 9, at + 9 + length));
            take(buffered.readUInt32BE(at), buffered.readUInt8(at + 4), payload);
            at += 9 + length;
        }
        buffered = buffered.subarray(at);
    });
    process.stdin.on("end", () => process.exit(0));
    const server = createServer({ allowHalfOpen: true }, (socket) => {
        const id = nextId;
        nextId += 2;
        send(id, 0, Buffer.from(socket.remoteAddress ?? ""));
        adopt(id, socket);
    });
    // A member that opens one after the other is to fill neither us nor the manager.
    server.maxConnections = 1_000;
    server.listen(proxyPort, () => send(0, 0));
}

;// CONCATENATED MODULE: ./build/controller/network/relay/frames.js
/** What a frame says of its stream. `cut` may carry why: a code of the system such as ECONNREFUSED. */
const kinds = { open: 0, data: 1, end: 2, cut: 3, hold: 4, go: 5 };
const headBytes = 9;
/** A relay of ours never sends more at once: sockets are read in pieces of 64 KiB. */
const frames_mostBytes = 2 ** 20;
/** One frame: stream id (4 bytes), kind (1), length (4), payload; big-endian. */
function frames_frame(id, kind, payload = new Uint8Array()) {
    const head = Buffer.alloc(headBytes);
    head.writeUInt32BE(id, 0);
    head.writeUInt8(kind, 4);
    head.writeUInt32BE(payload.length, 5);
    return Buffer.concat([head, payload]);
}
/** Cuts what arrives, in pieces of any size, into frames. The function throws on what cannot be one. */
function createFrameReader(onFrame) {
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
class RelayStream extends external_node_stream_.Duplex {
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
        if (kind === kinds.data) {
            if (!this.push(payload) && !this.#holds) {
                this.#holds = true;
                void this.#tell(kinds.hold);
            }
        }
        else if (kind === kinds.end) {
            this.push(null);
        }
        else if (kind === kinds.cut) {
            this.#cut(Buffer.from(payload).toString());
        }
        else if (kind === kinds.hold) {
            this.#isHeld = true;
        }
        else if (kind === kinds.go) {
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
            void this.#tell(kinds.go);
        }
    }
    _write(chunk, _encoding, done) {
        this.#touch();
        const write = () => {
            if (this.#isCut) {
                done(Object.assign(new Error("write EPIPE"), { code: "EPIPE" }));
            }
            else {
                void finish(this.#ends.send(kinds.data, chunk), done);
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
        void finish(this.#tell(kinds.end), done);
    }
    _destroy(error, done) {
        clearTimeout(this.#idle);
        this.#ends.gone();
        void this.#tell(kinds.cut);
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
function createRelayStreams(attachment, onConnection, whyEnded = async () => relayEnded()) {
    const streams = new Map();
    const ready = Promise.withResolvers();
    ready.promise.catch(() => undefined);
    let ended = false;
    /** Ours are even, those of the relay odd. */
    let nextId = 2;
    const send = (id, kind, payload) => attachment.write(frames_frame(id, kind, payload));
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
        ready.reject(relayEnded());
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
                process.nextTick(() => stream.lost(relayEnded()));
                return stream;
            }
            send(id, kinds.open, Buffer.from(`${host}:${port}`)).catch((error) => stream.lost(error));
            return stream;
        },
    };
}
/** As a socket says it whose other end is gone. */
function relayEnded() {
    return Object.assign(new Error("the relay of the network has ended"), { code: "ECONNRESET" });
}

;// CONCATENATED MODULE: ./build/controller/network/relay/start-relay.js




/** Where members find the proxy. No server can be called so: a server's name has no dot. */
const relayAlias = "relay.internal";
const proxyPort = 3128;
const readyMs = 20_000;
const shownStderr = 2_000;
/** Starts the relay of a network, hardened as servers are. What was made is removed when it does not come up. */
async function startRelay(engine, options) {
    const id = await engine.createContainer({
        name: options.name,
        image: options.image,
        entrypoint: ["node", "-e", relayProgram(proxyPort)],
        command: [],
        env: { HOME: "/tmp" },
        labels: options.labels,
        user: "65532:65532",
        mounts: [],
        tmpfs: {},
        network: options.network,
        aliases: [relayAlias],
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
            why ??= causeOf(engine, id, options.network);
            return why;
        };
        const streams = createRelayStreams(attachment, options.onConnection, whyEnded);
        attachment.onStderr((chunk) => {
            stderr = `${stderr}${Buffer.from(chunk).toString()}`.slice(-shownStderr);
        });
        await engine.start(id);
        await (0,build_clock.within)(streams.ready, readyMs, () => new Error(`did not listen within ${readyMs} ms`)).catch((error) => {
            throw new fault/* Fault */.vC("ENGINE_ERROR", `Start the relay of network ${options.network}: it ${error.message}${stderr === "" ? "" : `; its stderr: ${stderr.trim()}`}`);
        });
        return { ...streams, ended: attachment.ended, whyEnded };
    }
    catch (error) {
        await engine.remove(id).catch(() => undefined);
        throw error;
    }
}
async function causeOf(engine, id, network) {
    try {
        const state = await engine.inspect(id);
        const how = state === undefined
            ? "was removed from outside"
            : state.running
                ? "lost its connection to the manager"
                : state.oomKilled
                    ? "was killed for memory"
                    : `ended with exit code ${state.exitCode}`;
        return new fault/* Fault */.vC("RELAY_LOST", `The relay of network ${network} ${how}.`);
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
class NetworkGroup {
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
            resolve: (host) => (0,promises_.lookup)(host, { all: true }),
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
        if (why instanceof fault/* Fault */.vC && [...this.#members.keys()].some((id) => left.has(id))) {
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
            throw new fault/* Fault */.vC("RELAY_LOST", `The network ${this.name} is being removed.`);
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
function groupOf({ group, egress, http, }) {
    const needed = http !== undefined || typeof egress !== "string";
    return group ?? (needed ? defaultGroup : undefined);
}
/** The networks a server needs, with the relay of its group, made when the first one needs them. The sweep of the run removes them. */
async function reachFor(engine, ownership, plan, deps) {
    const ofRun = networksOf(engine, ownership);
    const name = groupOf(plan);
    const group = name === undefined ? undefined : groupNamed(name, ofRun, engine, ownership, deps);
    const [open] = await Promise.all([
        plan.egress === "full" ? openNetwork(ofRun, engine, ownership) : undefined,
        group?.ready(),
    ]);
    return { group, open };
}
/** Makes the networks that servers will need, while their images are still being made; what fails is told when a server needs it. */
async function prepareNetworks(engine, ownership, plans, deps) {
    await Promise.allSettled(plans.map((plan) => reachFor(engine, ownership, plan, deps)));
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
        throw new fault/* Fault */.vC("INTERNAL", "A server needs a network, and nothing is there to make one.");
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

// EXTERNAL MODULE: external "node:fs/promises"
var external_node_fs_promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
;// CONCATENATED MODULE: ./build/controller/temp-folder.js




const temp_folder_pattern = /^docker-mcp-manager-([0-9a-f]{32})-([0-9a-f-]{36}(?:\.\d+){3})-\w{6}$/;
/**
 * Makes a folder of a run in the temporary folder, for this user only (0700).
 *
 * Its name says whose it is, so that whoever removes what a killed manager left on the engine removes this, too.
 */
function makeTempFolder({ runId, owner }, root = (0,external_node_os_.tmpdir)()) {
    return (0,external_node_fs_.mkdtempSync)((0,external_node_path_.join)(root, `docker-mcp-manager-${runId}-${owner}-`));
}
const sharedMemory = "/dev/shm";
const tmpfsType = 0x01_02_19_94;
/** A folder that is in memory alone; where there is none, the temporary folder. */
function memoryRoot() {
    try {
        return (0,external_node_fs_.statfsSync)(sharedMemory).type === tmpfsType ? sharedMemory : (0,external_node_os_.tmpdir)();
    }
    catch {
        return (0,external_node_os_.tmpdir)();
    }
}
/** Removes those of our folders that `isMeant` says; what cannot be removed (another user's) stays. */
async function removeTempFolders(isMeant) {
    const roots = new Set([(0,external_node_os_.tmpdir)(), memoryRoot()]);
    await Promise.all([...roots].map((root) => removeIn(root, isMeant)));
}
async function removeIn(root, isMeant) {
    const names = await (0,external_node_fs_promises_.readdir)(root).catch(() => []);
    await Promise.allSettled(names.map(async (name) => {
        const [, runId, owner] = temp_folder_pattern.exec(name) ?? [];
        if (runId === undefined || owner === undefined) {
            return;
        }
        const path = (0,external_node_path_.join)(root, name);
        // Not followed: in a folder that all may write, a link of our name may lead anywhere.
        const found = await (0,external_node_fs_promises_.lstat)(path);
        if (found.isDirectory() && isMeant({ runId, owner, modifiedMs: found.mtimeMs })) {
            await (0,external_node_fs_promises_.rm)(path, { recursive: true, force: true });
        }
    }));
}

;// CONCATENATED MODULE: ./build/controller/sweep.js




/** Containers hold networks and volumes; within a kind, all at once. */
const order = ["container", "network", "volume"];
/** What another boot's or machine's manager left in the temporary folder is kept so long: jobs end within it. */
const tempFolderLeaseMs = 6 * 3_600_000;
const removing = [
    "of the run",
    "its manager is dead",
    "its lease has run out",
];
/**
 * Removes by label, with no memory of any run: containers, then networks, then volumes, and our temporary folders.
 *
 * Touches only what carries all of our labels with values that we could have written. What cannot be removed is
 * counted as left and hinders nothing else; rejects only when the engine does not list.
 */
async function sweep(store, options) {
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
            .catch((error) => errors.set(keyOf(object), (0,fault/* asFault */.Ps)(error).message))));
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
        return ownership === undefined ? [] : [{ ...object, reason: reasonOf(ownership, options) }];
    });
    const isToGo = ({ reason }) => removing.includes(reason);
    return { objects: ours.filter(isToGo), kept: ours.filter((object) => !isToGo(object)) };
}
function reasonOf(ownership, { runId, stale }) {
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
    return removing.includes(reasonOf({ ...folder, expiresAtMs }, options));
}

;// CONCATENATED MODULE: ./build/controller/reap.js

const pauseMs = 300;
const wantedEmpty = 2;
/**
 * Removes everything of a run until two looks in a row, 300 ms apart, find nothing: what the engine was still
 * creating when the manager died turns up in between. Never rejects; `left` is what the last look found.
 */
async function reap(store, runId, clock, signal) {
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

;// CONCATENATED MODULE: ./build/controller/restarts.js
function createRestarts(policy, clock) {
    let count = 0;
    let upSinceMs;
    return {
        up() {
            upSinceMs = clock.monotonicMs();
        },
        next(exitCode) {
            if (policy.when === "no" || (policy.when === "on-failure" && exitCode === 0)) {
                return undefined;
            }
            if (upSinceMs !== undefined && clock.monotonicMs() - upSinceMs >= policy.steadyMs) {
                count = 0;
            }
            upSinceMs = undefined;
            if (count >= policy.most) {
                return { kind: "crash loop", count };
            }
            count += 1;
            const delayMs = Math.min(policy.delayMs * 2 ** (count - 1), policy.longestDelayMs);
            return { kind: "restart", delayMs, count };
        },
    };
}

;// CONCATENATED MODULE: ./build/controller/secret-files.js




/** Where a server finds its secrets that come as files. */
const secretsFolder = "/run/secrets";
/**
 * Runs `start` with the secrets as files that only this server sees: in the host's memory, never on its disk.
 *
 * The names are there until the container runs; then the mounts alone hold the content, which goes with the container.
 * Neither the engine's memory of the container nor its environment has a value. If we are killed in between, the sweep
 * of the run removes the files. Rejects ENGINE_UNSUPPORTED for an engine that does not see our files.
 */
async function withSecretFiles(engine, ownership, { spec, server }, files = {}, start) {
    const entries = Object.entries(files);
    if (entries.length === 0) {
        return start(spec);
    }
    // Nobody but us may enter the folder; in the container the file alone is there, for whoever the server runs as.
    const folder = makeTempFolder(ownership, memoryRoot());
    try {
        const mounts = await Promise.all(entries.map(async ([name, value]) => {
            const source = (0,external_node_path_.join)(folder, name);
            await (0,external_node_fs_promises_.writeFile)(source, value, { flag: "wx", mode: 0o400 });
            await (0,external_node_fs_promises_.chmod)(source, 0o444);
            return {
                kind: "bind",
                source,
                target: `${secretsFolder}/${name}`,
                readOnly: true,
            };
        }));
        return await start({ ...spec, mounts: [...spec.mounts, ...mounts] });
    }
    catch (error) {
        if (error instanceof fault/* Fault */.vC &&
            error.code === "MOUNT_SOURCE_MISSING" &&
            error.message.includes(folder)) {
            throw new fault/* Fault */.vC("ENGINE_UNSUPPORTED", `Start server "${server}": its secrets are to be files, and the engine at ${engine.info.endpoint} does not see files of this machine`, { hint: "Hand them over as variables: `as: env`.", cause: error });
        }
        throw error;
    }
    finally {
        await (0,external_node_fs_promises_.rm)(folder, { recursive: true, force: true });
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
async function withHostsFile(engine, ownership, spec, start) {
    if (spec.network !== null || !isSlowByItself(engine)) {
        return start(spec);
    }
    const folder = makeTempFolder(ownership);
    try {
        const hostsFile = (0,external_node_path_.join)(folder, "hosts");
        await (0,external_node_fs_promises_.writeFile)(hostsFile, hosts_file_text, { mode: 0o644 });
        return await start({ ...spec, hostsFile });
    }
    catch (error) {
        if (error instanceof fault/* Fault */.vC &&
            error.code === "MOUNT_SOURCE_MISSING" &&
            error.message.includes(folder)) {
            return await start(spec);
        }
        throw error;
    }
    finally {
        await (0,external_node_fs_promises_.rm)(folder, { recursive: true, force: true });
    }
}
function isSlowByItself({ info }) {
    const minor = Number(info.apiVersion.split(".")[1]);
    return info.kind === "docker" && info.endpoint.startsWith("unix:") && minor < fastByItself;
}

;// CONCATENATED MODULE: ./build/controller/limits.js

const mib = 2 ** 20;
/** A limit above what there is limits nothing, which engines say of cores and not of memory. Throws LIMIT_NOT_POSSIBLE. */
function refuseBeyondHost({ server, limits }, { cpus, memoryBytes }) {
    if (cpus > 0 && limits.cpus > cpus) {
        const message = `Start server "${server}": its limit of ${limits.cpus} cores is more than the engine's host has, ${cpus}`;
        throw new fault/* Fault */.vC("LIMIT_NOT_POSSIBLE", message);
    }
    if (memoryBytes > 0 && limits.memoryBytes > memoryBytes) {
        const [wanted, there] = [limits.memoryBytes, memoryBytes].map((size) => Math.floor(size / mib));
        const message = `Start server "${server}": its limit of memory, ${wanted} MiB, is more than the engine's host has, ${there} MiB`;
        throw new fault/* Fault */.vC("LIMIT_NOT_POSSIBLE", message);
    }
}
/** An engine drops a limit that its kernel does not have, with a warning that nobody reads: said with the rest. */
function withoutLimits({ limits }, isolation) {
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
function networkOf(engine, { server, http }, { group, open }, id) {
    const networks = [
        ...(group === undefined ? [] : [{ name: group.name, aliases: [server] }]),
        ...(open === undefined ? [] : [{ name: open, aliases: [] }]),
    ];
    function need(verb) {
        if (networks.length === 0) {
            throw new fault/* Fault */.vC("USAGE", `${verb} server "${server}": it has no network (egress: none), so there is nothing to cut`, { hint: "Use `stop` or `kill` to take a stdio server away, and `start` to bring it back." });
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
async function dialServer({ address, dial }) {
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
async function publishPort(name, wanted) {
    let dial;
    const open = new Set();
    const server = (0,external_node_net_.createServer)({ allowHalfOpen: true }, (socket) => {
        open.add(socket);
        socket.on("error", () => undefined);
        socket.once("close", () => open.delete(socket));
        void join(socket, dial);
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
async function join(socket, dial) {
    try {
        const inner = await dial?.();
        if (inner === undefined) {
            socket.destroy();
            return;
        }
        (0,external_node_stream_.pipeline)(socket, inner, socket, () => {
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
    return new fault/* Fault */.vC("HOST_PORT_UNAVAILABLE", `Publish server "${server}": port ${port} of ${loopback} ${why}.`, {
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
function runAs(engine, ownership, { plan, image, manager }) {
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
        throw new fault/* Fault */.vC("IMAGE_USER_UNKNOWN", message);
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
var build_engine = __webpack_require__(98793);
;// CONCATENATED MODULE: ./build/controller/run-volumes.js





/** Volumes made or being made, by run and name. */
const volumes = new WeakMap();
/** What a container mounts of its plan; volumes of the run are made when the first server needs them, and go with the run. */
function mountsOf(engine, ownership, plan) {
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
            await (0,external_node_fs_promises_.rm)(empty, { recursive: true, force: true });
        }
    }
}
/** The folder and its files below `volume/`: whoever a server runs as may read and write them. */
function packed(folder) {
    return (0,build_engine.packFolder)(folder, {
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
    const found = (0,external_node_fs_.lstatSync)(path, { throwIfNoEntry: false });
    return found !== undefined && (found.isFile() || found.isDirectory() || found.isSymbolicLink());
}

;// CONCATENATED MODULE: ./build/controller/network/proxy-environment.js

const proxy_environment_direct = ["localhost", "127.0.0.1", "::1"];
/** What leads a runtime's requests through the proxy of its group; names of the group and its own address are left out. */
function proxyEnvironment(peers) {
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


const tmpBytes = 64 * 2 ** 20;
/** What the plan of a server is as a container; everything that it does not relax is closed. */
function specOf(plan, ownership, { user, reach, mounts, disk }) {
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

;// CONCATENATED MODULE: ./build/controller/end-alone.js
/** Init and the server. */
const alone = 2;
const firstLookMs = 20;
const slowestLookMs = 100;
/**
 * Does `end` for a server that has no process besides itself, and waits until it is gone or its time is over.
 *
 * Such a server can leave nothing behind, so it need not be held up to be looked at, which costs more of the engine
 * than the whole stop: with 30 at once it made them take twice as long. false, and perhaps nothing done yet: it has
 * others, or got one meanwhile, so a closer look is needed.
 */
async function endsAlone({ countProcesses, end, waitMs, exited }, clock) {
    if (countProcesses() !== alone) {
        return false;
    }
    end();
    const endMs = clock.monotonicMs() + waitMs;
    const gone = new AbortController();
    const stop = () => gone.abort();
    exited.then(stop, stop);
    for (let pauseMs = firstLookMs;; pauseMs = Math.min(2 * pauseMs, slowestLookMs)) {
        const leftMs = endMs - clock.monotonicMs();
        await clock.sleep(Math.min(pauseMs, Math.max(0, leftMs)), gone.signal).catch(() => undefined);
        if (gone.signal.aborted || leftMs <= pauseMs) {
            return true;
        }
        if ((countProcesses() ?? 0) > alone) {
            return false;
        }
    }
}

;// CONCATENATED MODULE: ./build/controller/watch-end.js
const watch_end_firstLookMs = 20;
const watch_end_slowestLookMs = 100;
/** Children of a server that ends well are gone within milliseconds of it; a browser takes about 200. */
const graceMs = 1_000;
/**
 * Does `end`, waits until the server's process is gone, and says what of it lives on.
 *
 * Normally nobody can see that: the init process ends with the server, and the kernel kills all others with it. So
 * init is stopped meanwhile (the kernel lets a signal from outside do that); what the server leaves then lives on
 * beside it, and init goes on as soon as we have looked. If we are killed in between, the container stays with a
 * stopped init until the reaper removes it.
 *
 * Costs a healthy server about 100 ms. Where the engine cannot tell, nothing is found.
 */
async function watchEnd(engine, clock, id, hostPid, end, options) {
    let gone = false;
    void options.exited.then(() => {
        gone = true;
    }, () => {
        gone = true;
    });
    try {
        await engine.kill(id, "SIGSTOP");
        const before = await engine.top(id);
        // Podman counts processes as the container does.
        const initPid = before.some(({ pid }) => pid === hostPid) ? hostPid : 1;
        end();
        const deadlineMs = clock.monotonicMs() + options.waitMs;
        // Its first child is the server; others were given to init when their parents ended.
        const server = before.find((process) => process.parent === initPid);
        let others = before;
        let untilMs = deadlineMs;
        let serverGone = false;
        for (let pauseMs = watch_end_firstLookMs; !gone && server; pauseMs = Math.min(2 * pauseMs, watch_end_slowestLookMs)) {
            await clock.sleep(pauseMs);
            const now = await engine.top(id);
            if (!serverGone && !now.some((process) => process.pid === server.pid && isAlive(process))) {
                serverGone = true;
                untilMs = clock.monotonicMs() + graceMs;
            }
            others = below(initPid, now).filter(isAlive);
            if ((serverGone && others.length === 0) || clock.monotonicMs() >= untilMs) {
                break;
            }
        }
        const leftovers = serverGone && !gone ? others.map(({ command }) => command) : [];
        return { ended: serverGone || gone, leftovers };
    }
    catch {
        // An engine without this (no `ps` on its host) or a container that ended at this moment: nothing is known.
        return { ended: gone, leftovers: [] };
    }
    finally {
        end();
        await engine.kill(id, "SIGCONT").catch(() => undefined);
    }
}
function isAlive({ state }) {
    return !state.startsWith("Z");
}
/** What init has below it. What was only run in the container, such as a health check, has its parent outside. */
function below(initPid, all) {
    const parents = new Map(all.map(({ pid, parent }) => [pid, parent]));
    function isBelow(pid) {
        return pid !== undefined && (pid === initPid || isBelow(parents.get(pid)));
    }
    return all.filter(({ parent }) => isBelow(parent));
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
function createStop(engine, clock, id, limits, attachment, exited, countProcesses = () => undefined) {
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
        await (0,build_clock.within)(attachment.ended, streamEndMs, () => new Error("the stream did not end")).catch(() => undefined);
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
        const end = once(() => {
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
    throw new fault/* Fault */.vC("ENGINE_UNRESPONSIVE", `Stop container ${id.slice(0, 12)}: still running 15 s after SIGKILL`);
}
/** An engine that went away meanwhile may be back, and then knows what became of the container. */
function exitAfterAll(engine, id, heard) {
    const exited = heard.catch((thrown) => {
        if ((0,build_engine.isEngineGone)(thrown)) {
            return engine.waitExit(id);
        }
        throw thrown;
    });
    // Only what awaits it needs to know.
    exited.catch(() => undefined);
    return exited;
}
function once(work) {
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
        throw new fault/* Fault */.vC("IMAGE_NOT_FOUND", `Start server "${plan.server}": the engine has no image ${plan.image}`);
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
            return await start(engine, plan, reach, id, createMs, deps);
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
const ended = "it was ended on purpose";
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
            stopped: ended,
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
            stopped: ended,
            failed: diedByItself,
        },
    },
    paused: {
        standing: "up",
        meaning: "Its processes are frozen; it answers when it is resumed.",
        to: {
            ready: "unpause or start, by us or by anybody else",
            stopping: "stop, restart or remove",
            stopped: ended,
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
const stateTable = new Map(
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
const operations = [
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
];

;// CONCATENATED MODULE: ./build/controller/index.js
// The controller: a server's container from create to remove, hardened and labelled, and the sweep and the reaper
// that remove by label what nobody else removed.

















/***/ })

};
