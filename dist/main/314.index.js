export const id = 314;
export const ids = [314];
export const modules = {

/***/ 98314:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  buildByBuildx: () => (/* binding */ buildByBuildx)
});

// EXTERNAL MODULE: external "node:fs/promises"
var promises_ = __webpack_require__(51455);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/fault/index.js + 5 modules
var fault = __webpack_require__(440);
// EXTERNAL MODULE: ./build/registry/index.js + 75 modules
var registry = __webpack_require__(38802);
// EXTERNAL MODULE: ./build/text/index.js + 14 modules
var build_text = __webpack_require__(33699);
// EXTERNAL MODULE: ./build/action/action-process.js
var action_process = __webpack_require__(53733);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:stream/promises"
var external_node_stream_promises_ = __webpack_require__(46466);
// EXTERNAL MODULE: ./node_modules/@actions/exec/lib/exec.js + 1 modules
var exec = __webpack_require__(41955);
// EXTERNAL MODULE: ./build/engine/index.js + 46 modules
var engine = __webpack_require__(98793);
// EXTERNAL MODULE: ./build/action/cache-process.js
var cache_process = __webpack_require__(92573);
;// CONCATENATED MODULE: ./build/action/buildx.js








const quotedLines = 8;
/** What the docker command line needs beside what the cache's client does. */
const ofDocker = /^(?:DOCKER_[A-Z_]+|BUILDX_[A-Z_]+|XDG_RUNTIME_DIR|TMPDIR)$/;
/** The docker program, when it has buildx; otherwise why it has not. */
async function findBuildx(environment) {
    const docker = (environment["PATH"] ?? "")
        .split(external_node_path_.delimiter)
        .map((folder) => (0,external_node_path_.join)(folder, "docker"))
        .find((path) => (0,external_node_fs_.existsSync)(path) && (0,external_node_fs_.statSync)(path).isFile());
    if (docker === undefined) {
        return { reason: "there is no docker command" };
    }
    const { exitCode } = await (0,exec/* getExecOutput */.H)(docker, ["buildx", "version"], {
        env: childEnvironment(environment, {}),
        silent: true,
        ignoreReturnCode: true,
    });
    return exitCode === 0 ? { docker } : { reason: "the docker command has no buildx" };
}
/**
 * `Engine.buildImage` by buildx, with its cache of type gha.
 *
 * The runtime token goes by the environment of that one process. Rejects IMAGE_BUILD_FAILED with buildx's last lines.
 */
function buildxBuild(builder) {
    return async (context, options, onProgress) => {
        const folder = await (0,promises_.mkdtemp)((0,external_node_path_.join)(builder.folder, "build-"));
        const root = (0,external_node_path_.join)(folder, "context");
        try {
            const unpacked = await (0,engine/* unpackInto */.Z8)(root);
            await (0,external_node_stream_promises_.pipeline)(typeof context === "function" ? await context() : context, unpacked);
            const mounted = { ...options.offered, ...options.secrets };
            const secrets = Object.entries(mounted).map(([id, value], at) => {
                const path = (0,external_node_path_.join)(folder, `secret-${at}`);
                (0,external_node_fs_.writeFileSync)(path, value, { mode: 0o600 });
                return `id=${id},src=${path}`;
            });
            const { exitCode, stdout, stderr } = await (0,exec/* getExecOutput */.H)(builder.docker, buildxArguments(options, builder, root, secrets), {
                env: childEnvironment(builder.environment, options.args),
                silent: true,
                ignoreReturnCode: true,
                listeners: { errline: onProgress, stdline: onProgress },
            });
            if (exitCode !== 0) {
                const last = `${stdout}${stderr}`.trim().split("\n").slice(-quotedLines).join("\n");
                const hidden = [...Object.values(options.secrets ?? {}), ...(options.hidden ?? [])];
                const words = hidden
                    .filter(Boolean)
                    .reduce((text, value) => text.replaceAll(value, "***"), last);
                throw new fault/* Fault */.vC("IMAGE_BUILD_FAILED", `docker buildx build ended with ${exitCode}:\n${words}`);
            }
            return options.tag;
        }
        finally {
            await (0,promises_.rm)(folder, { recursive: true, force: true });
        }
    };
}
/** Values of build arguments are not among them: they come from the environment, which other users cannot see. */
function buildxArguments(options, { scope, saves }, folder, secrets = []) {
    const { tag, dockerfile, target, platform, labels, args, network } = options;
    return [
        "buildx",
        "build",
        "--progress=plain",
        "--load",
        `--tag=${tag}`,
        `--file=${(0,external_node_path_.join)(folder, dockerfile)}`,
        ...(target === undefined ? [] : ["--target", target]),
        ...(platform === undefined ? [] : ["--platform", platform]),
        ...(network === "host" ? ["--network", "host"] : []),
        ...Object.entries(labels).flatMap(([name, value]) => ["--label", `${name}=${value}`]),
        ...Object.keys(args).flatMap((name) => ["--build-arg", name]),
        ...secrets.flatMap((secret) => ["--secret", secret]),
        `--cache-from=type=gha,scope=${scope}`,
        ...(saves ? [`--cache-to=type=gha,mode=max,ignore-error=true,scope=${scope}`] : []),
        folder,
    ];
}
function childEnvironment(environment, args) {
    const docker = Object.entries(environment).flatMap(([name, value]) => value !== undefined && ofDocker.test(name) ? [[name, value]] : []);
    return { ...(0,cache_process/* clientEnvironment */.B5)(environment), ...Object.fromEntries(docker), ...args };
}

// EXTERNAL MODULE: ./build/action/image-cache-rules.js
var image_cache_rules = __webpack_require__(82791);
// EXTERNAL MODULE: ./build/action/image-plan.js
var image_plan = __webpack_require__(44832);
;// CONCATENATED MODULE: ./build/action/buildx-images.js









/**
 * Builds the images of the run by buildx, before the manager asks for them: it then finds them on the engine.
 *
 * Whatever fails comes back as a notice, and the manager builds as ever, with all it says of a build that fails.
 * Rejects INTERRUPTED alone.
 */
async function buildByBuildx(session, own, log) {
    const notices = [];
    const folder = (0,external_node_path_.join)(session.stateDir, "buildx");
    let plan;
    try {
        plan = await (0,image_plan/* planImages */.y)(session, own);
        if (plan === undefined || plan.wanted.length === 0) {
            return notices;
        }
        const found = await findBuildx(own.environment);
        if ("reason" in found) {
            return [`cache: gha is not possible: ${found.reason}. The images are built without a cache.`];
        }
        await (0,promises_.mkdir)(folder, { mode: 0o700 });
        for (const wanted of plan.wanted) {
            const failure = await buildOne(wanted, plan, { ...found, folder }, own, log);
            notices.push(...(failure === undefined ? [] : [failure]));
        }
    }
    catch (thrown) {
        // A run file with mistakes, an engine that is away: the run itself says so, in full.
        log.say(`cache: gha was not used. ${(0,fault/* asFault */.Ps)(thrown).message.split("\n", 1)[0]}`);
    }
    finally {
        plan?.engine.close();
        await (0,promises_.rm)(folder, { recursive: true, force: true });
    }
    if (own.signal.aborted) {
        throw (0,action_process/* interruption */.YW)();
    }
    return notices;
}
/** A notice when it failed. */
async function buildOne({ server, spec, pins, image }, { engine, deps }, at, own, log) {
    const builder = {
        ...at,
        environment: own.environment,
        scope: `docker-mcp-manager-${server}`,
        saves: (0,image_cache_rules/* savingRefused */.Lr)(own.environment) === undefined,
    };
    const startedMs = own.clock.monotonicMs();
    try {
        await (0,registry/* resolveImage */.AT)(spec, {
            ...deps,
            pins,
            engine: { ...engine, buildImage: buildxBuild(builder) },
            onProgress: () => undefined,
        });
        const tookMs = own.clock.monotonicMs() - startedMs;
        log.say(`Image ${image.reference} built by buildx in ${(0,build_text/* duration */.p0)(tookMs)}.`);
        return undefined;
    }
    catch (thrown) {
        return `cache: gha did not work for ${image.reference}, which is built without it. ${(0,fault/* asFault */.Ps)(thrown).message}`;
    }
}


/***/ }),

/***/ 82791:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   Lr: () => (/* binding */ savingRefused),
/* harmony export */   h3: () => (/* binding */ savingUseless),
/* harmony export */   k$: () => (/* binding */ cacheKey)
/* harmony export */ });
/* harmony import */ var _text_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33699);

/** Raise it when what is in an entry changes. */
const format = 1;
/** An entry is found for a week at most: base images and unpinned versions must not grow old with it. */
const periodMs = 7 * 86_400_000;
/** GitHub keeps 10 GiB for a repository, and drops what was used longest ago. */
const maxImageBytes = 2 * 2 ** 30;
/** Less than this is not worth the room in the store. */
const leastGainMs = 3_000;
/**
 * Fetched, unpacked, checked and loaded. Measured: 496 MB took 23 s on two cores that nine processes shared, and loading
 * alone 6 s on quiet ones; runners lie between. Saving takes half as long again, after the job's reports.
 */
const bytesPerSecond = 40e6;
const fixedMs = 1_500;
/** The key of an image's entry: what it is made from, what it runs on, and when. */
function cacheKey(contentKey, { os, arch }, nowMs) {
    const period = Math.floor(nowMs / periodMs);
    return `docker-mcp-manager-image-${format}-${os}-${arch}-${contentKey}-${period}`;
}
/**
 * Why this job may not save images; undefined when it may.
 *
 * What a pull request builds is made by its author; no job that others rely on may find it.
 */
function savingRefused(environment) {
    const { GITHUB_EVENT_NAME: event = "", ACTIONS_CACHE_MODE: mode = "" } = environment;
    if (event.startsWith("pull_request")) {
        return `a job of the event ${event} saves no images`;
    }
    return ["read", "none"].includes(mode.trim().toLowerCase())
        ? `the job's cache-mode is ${mode.trim()}`
        : undefined;
}
/** Why saving an image does not pay; undefined when it does. */
function savingUseless(image) {
    const { buildMs, sizeBytes } = image;
    if (sizeBytes > maxImageBytes) {
        return `it has ${(0,_text_index_js__WEBPACK_IMPORTED_MODULE_0__/* .bytes */ .ee)(sizeBytes)}, more than ${(0,_text_index_js__WEBPACK_IMPORTED_MODULE_0__/* .bytes */ .ee)(maxImageBytes)}`;
    }
    const restoreMs = fixedMs + (sizeBytes / bytesPerSecond) * 1_000;
    return buildMs - restoreMs < leastGainMs
        ? `building took ${(0,_text_index_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)(buildMs)}, and restoring its ${(0,_text_index_js__WEBPACK_IMPORTED_MODULE_0__/* .bytes */ .ee)(sizeBytes)} would take about ${(0,_text_index_js__WEBPACK_IMPORTED_MODULE_0__/* .duration */ .p0)(restoreMs)}`
        : undefined;
}


/***/ }),

/***/ 44832:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   y: () => (/* binding */ planImages)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _config_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(62859);
/* harmony import */ var _engine_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98793);
/* harmony import */ var _registry_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(38802);
/* harmony import */ var _launch_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(83496);





/** undefined: the run file has no server that is built. The caller closes the engine. Rejects as the run would. */
async function planImages({ request }, own) {
    // What the manager sees of the environment decides what it builds.
    const settings = (0,_registry_index_js__WEBPACK_IMPORTED_MODULE_3__/* .registrySettings */ ._$)((0,_launch_js__WEBPACK_IMPORTED_MODULE_4__/* .managerEnvironment */ .rr)(own.environment), own.templates);
    const templates = await (0,_registry_index_js__WEBPACK_IMPORTED_MODULE_3__/* .runFileShelf */ .oJ)(settings, { ...request, environment: {} });
    const loaded = await (0,_config_index_js__WEBPACK_IMPORTED_MODULE_1__/* .loadRunFile */ ._I)({ ...request, environment: {}, templates });
    const specs = builtServers(loaded);
    if (specs.length === 0) {
        return undefined;
    }
    const { lock } = request;
    const pinned = lock && (0,_registry_index_js__WEBPACK_IMPORTED_MODULE_3__/* .pinsIn */ .sK)(await (0,_registry_index_js__WEBPACK_IMPORTED_MODULE_3__/* .readLock */ .mF)(lock.file, lock.text));
    const engine = await (0,_engine_index_js__WEBPACK_IMPORTED_MODULE_2__/* .connectEngine */ .xn)({ environment: own.environment, clock: own.clock });
    const deps = {
        ...settings,
        templates,
        engine,
        clock: own.clock,
        signal: own.signal,
        workspaceRoot: request.workspace,
        runFileFolder: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(request.workspace, request.file)),
        secrets: request.secrets,
        imagePolicy: loaded.runFile.image_policy,
    };
    try {
        const planned = await Promise.all(specs.map(async ([name, spec]) => {
            const pins = pinned?.get(name) ?? _registry_index_js__WEBPACK_IMPORTED_MODULE_3__/* .noPins */ .QC;
            return { server: name, spec, pins, image: await (0,_registry_index_js__WEBPACK_IMPORTED_MODULE_3__/* .planImage */ .Fz)(spec, { ...deps, pins }) };
        }));
        const missing = new Map();
        for (const { image, ...asked } of planned) {
            if (image !== undefined && !image.present && !missing.has(image.reference)) {
                missing.set(image.reference, { ...asked, image });
            }
        }
        return { engine, deps, wanted: [...missing.values()] };
    }
    catch (error) {
        engine.close();
        throw error;
    }
}
/** The servers of the run file that something asks for, and whose image may be built. */
function builtServers({ runFile, scenarios, }) {
    const steps = scenarios.flatMap((each) => [...each.setup, ...each.steps, ...each.teardown]);
    const asked = new Set(steps.map(({ server }) => server));
    return Object.entries(runFile.servers).filter(([name, spec]) => asked.has(name) && (spec.build !== undefined || spec.template !== undefined));
}


/***/ })

};
