export const id = 171;
export const ids = [171];
export const modules = {

/***/ 98414:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  yd: () => (/* reexport */ commandFault),
  Jc: () => (/* reexport */ isOwnerAlive),
  Zo: () => (/* reexport */ launchReaper),
  A7: () => (/* reexport */ readOwner),
  YI: () => (/* reexport */ startContainer),
  X0: () => (/* reexport */ sweep_sweep)
});

// UNUSED EXPORTS: labelKeys, objectLabels, ownerToken, reap

// EXTERNAL MODULE: ./build/fault/index.js + 2 modules
var fault = __webpack_require__(82519);
;// CONCATENATED MODULE: ./build/controller/command-fault.js

/** Exit codes of the init process when it could not run the command: not executable, not found. */
const initCodes = [126, 127];
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
            return new fault/* Fault */.vC("SERVER_COMMAND_NOT_FOUND", `Start server "${server}": the image has no program "${command}" that can be run (${reason})`);
        }
    }
    return undefined;
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
        (role === "server" || role === "network") &&
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

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:os"
var external_node_os_ = __webpack_require__(48161);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
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
async function withHostsFile(engine, runId, spec, start) {
    if (spec.network !== null || !isSlowByItself(engine)) {
        return start(spec);
    }
    const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)((0,external_node_os_.tmpdir)(), folderPrefix(runId)));
    try {
        const hostsFile = (0,external_node_path_.join)(folder, "hosts");
        await (0,promises_.writeFile)(hostsFile, hosts_file_text, { mode: 0o644 });
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
        await (0,promises_.rm)(folder, { recursive: true, force: true });
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
async function reachFor(engine, ownership, { server, egress, http }, seesBridge = isBridgeHere) {
    const network = (kind) => runNetwork(engine, ownership, kind);
    if (http === undefined) {
        return { network: egress === "full" ? await network("open") : null, by: null };
    }
    const wanted = await network(egress === "full" ? "open" : "closed");
    if (seesBridge(wanted)) {
        return { network: wanted, by: "address" };
    }
    if (!engine.info.endpoint.startsWith("unix:")) {
        throw new fault/* Fault */.vC("ENGINE_UNSUPPORTED", `Start server "${server}": it speaks HTTP, and the engine at ${engine.info.endpoint} is not on this machine, so its port cannot be reached`, { hint: "Run it where the engine is, or give the server's address as `url`." });
    }
    return { network: egress === "full" ? wanted : await network("oneWay"), by: "published" };
}
/**
 * Whether an engine's bridge is an interface of our own network namespace: then its containers' addresses are
 * reached from here. Not so with Docker Desktop (its own machine), a rootless engine (its own namespace), podman.
 */
function isBridgeHere(networkId) {
    return (0,external_node_fs_.existsSync)(`/sys/class/net/br-${networkId.slice(0, 12)}`);
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

// EXTERNAL MODULE: ./build/clock/index.js + 4 modules
var build_clock = __webpack_require__(56931);
;// CONCATENATED MODULE: ./build/controller/watch-end.js
const firstLookMs = 20;
const slowestLookMs = 100;
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
async function watchEnd(engine, clock, id, initPid, end, options) {
    let gone = false;
    void options.exited.then(() => {
        gone = true;
    }, () => {
        gone = true;
    });
    try {
        await engine.kill(id, "SIGSTOP");
        const before = await engine.top(id);
        end();
        const deadlineMs = clock.monotonicMs() + options.waitMs;
        // Its first child is the server; others were given to init when their parents ended.
        const server = before.find((process) => process.parent === initPid);
        let others = before;
        let untilMs = deadlineMs;
        let serverGone = false;
        for (let pauseMs = firstLookMs; !gone && server; pauseMs = Math.min(2 * pauseMs, slowestLookMs)) {
            await clock.sleep(pauseMs);
            const now = await engine.top(id);
            if (!serverGone && !now.some((process) => process.pid === server.pid && isAlive(process))) {
                serverGone = true;
                untilMs = clock.monotonicMs() + graceMs;
            }
            others = now.filter((process) => process.pid !== initPid && isAlive(process));
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
function createStop(engine, clock, id, limits, attachment, exited) {
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
        await (0,build_clock/* within */.ux)(attachment.ended, streamEndMs, () => new Error("the stream did not end")).catch(() => undefined);
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
    throw new fault/* Fault */.vC("ENGINE_UNRESPONSIVE", `Stop container ${id.slice(0, 12)}: still running 15 s after SIGKILL`);
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





/** Nobody's user and group: for images that would run as root. */
const unprivileged = "65532:65532";
const tmpBytes = 64 * 2 ** 20;
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
        throw new fault/* Fault */.vC("IMAGE_NOT_FOUND", `Start server "${plan.server}": the engine has no image ${plan.image}`);
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
            throw new fault/* Fault */.vC("USAGE", `${verb} server "${server}": it has no network (egress: none), so there is nothing to cut`, { hint: "Use `stop` or `kill` to take a stdio server away, and `start` to bring it back." });
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









/***/ }),

/***/ 17618:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  xn: () => (/* reexport */ connectEngine)
});

// UNUSED EXPORTS: createDemultiplexer, openObjectStore

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: ./build/clock/index.js + 4 modules
var clock = __webpack_require__(56931);
// EXTERNAL MODULE: ./build/fault/index.js + 2 modules
var build_fault = __webpack_require__(82519);
// EXTERNAL MODULE: external "node:http"
var external_node_http_ = __webpack_require__(37067);
// EXTERNAL MODULE: external "node:https"
var external_node_https_ = __webpack_require__(44708);
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
            return await (0,clock/* within */.ux)(answer, deadlineMs, () => unresponsive(call, endpoint, deadlineMs));
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
    const socket = await (0,clock/* within */.ux)(hijack(connection, `${connection.prefix}/containers/${id}/attach?stream=1&stdin=1&stdout=1&stderr=1`), deadlineMs, () => new build_fault/* Fault */.vC("ENGINE_UNRESPONSIVE", `${doing}: the engine at ${where} did not answer within 15 s`)).catch((error) => {
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
const tailLines = 50;
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
        if (tail.length > tailLines) {
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
    const { default: Dockerode } = await Promise.all(/* import() */[__webpack_require__.e(133), __webpack_require__.e(40), __webpack_require__.e(431)]).then(__webpack_require__.t.bind(__webpack_require__, 39040, 19));
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


const pollMs = 500;
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
            return exitOf(state);
        }
        await clock.sleep(pollMs, settled);
    }
}
function whenClosed(connection, id, settled) {
    return new Promise((_resolve, reject) => {
        connection.closed.addEventListener("abort", () => reject(new build_fault/* Fault */.vC("ENGINE_ERROR", `wait for container ${id.slice(0, 12)}: our connection was closed`)), { once: true, signal: settled });
    });
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





/***/ })

};
