export const id = 8414;
export const ids = [8414];
export const modules = {

/***/ 98414:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  yd: () => (/* reexport */ commandFault),
  Jc: () => (/* reexport */ isOwnerAlive),
  Zo: () => (/* reexport */ launchReaper),
  r$: () => (/* reexport */ objectLabels),
  A7: () => (/* reexport */ readOwner),
  YI: () => (/* reexport */ startContainer),
  X0: () => (/* reexport */ sweep_sweep)
});

// UNUSED EXPORTS: labelKeys, ownerToken, reap

// EXTERNAL MODULE: ./build/fault/index.js + 4 modules
var fault = __webpack_require__(21865);
;// CONCATENATED MODULE: ./build/controller/command-fault.js

/** Exit codes of the init process when it could not run the command: not executable, not found. */
const initCodes = [126, 127];
/**
 * SERVER_COMMAND_NOT_FOUND when the container ended because its command could not be run; else undefined.
 *
 * `foreignPlatform` is what the image runs on, when that is not the engine's own platform.
 *
 * With an init process the engine starts every container happily; that there was no such program is then only said
 * by init, on stderr: `[FATAL tini (7)] exec nope failed: No such file or directory`.
 */
function commandFault(server, exit, stderr, foreignPlatform) {
    if (!initCodes.includes(exit.exitCode)) {
        return undefined;
    }
    for (const line of stderr) {
        const [, command, reason] = /^\[FATAL tini \(\d+\)\] exec (.+) failed: (.+)$/.exec(line.trimEnd()) ?? [];
        if (command !== undefined && foreignPlatform !== undefined) {
            // The kernel's "exec format error" may come out as any other: init then tries the program as a shell script.
            return new fault/* Fault */.vC("SERVER_COMMAND_NOT_FOUND", `Start server "${server}": the image is for ${foreignPlatform}, which the engine's host neither is nor emulates, so "${command}" cannot be run (${reason})`, {
                hint: "Use an image for the engine's own platform, or set up emulation (binfmt) on its host.",
            });
        }
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
        tmpfs: Object.fromEntries(["/tmp", ...(plan.writable ?? [])].map((path) => [path, tmpBytes])),
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









/***/ })

};
