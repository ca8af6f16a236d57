export const id = 749;
export const ids = [749];
export const modules = {

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

/***/ 29749:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   restoreImages: () => (/* binding */ restoreImages)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _fault_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(440);
/* harmony import */ var _text_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(33699);
/* harmony import */ var _action_process_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(53733);
/* harmony import */ var _cache_process_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(92573);
/* harmony import */ var _image_cache_rules_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(82791);
/* harmony import */ var _image_entry_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(57091);
/* harmony import */ var _image_plan_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(44832);










/** Downloads at once; more only share the way. */
const atOnce = 2;
/**
 * Brings the images that the run would build from the cache, where they are in it.
 *
 * Whatever fails comes back as a notice, and the image is built as ever. Rejects INTERRUPTED alone.
 */
async function restoreImages({ request, stateDir }, own, log, times = _cache_process_js__WEBPACK_IMPORTED_MODULE_6__/* .cacheTimes */ .rL) {
    const notices = [];
    const images = { missing: [], restored: 0, savedMs: 0 };
    let engine;
    try {
        const plan = await (0,_image_plan_js__WEBPACK_IMPORTED_MODULE_9__/* .planImages */ .y)({ request }, own);
        if (plan === undefined) {
            return { images, notices };
        }
        engine = plan.engine;
        const wanted = plan.wanted.map(({ image }) => image);
        const restore = { times, own, log, engine: plan.engine, stateDir, images, notices };
        await Promise.all(Array.from({ length: atOnce }, async () => {
            for (let image = wanted.shift(); image !== undefined; image = wanted.shift()) {
                await restoreOne(image, restore);
            }
        }));
    }
    catch (thrown) {
        // A run file with mistakes, an engine that is away: the run itself says so, in full.
        log.say(`Image cache: not asked. ${(0,_fault_index_js__WEBPACK_IMPORTED_MODULE_3__/* .asFault */ .Ps)(thrown).message.split("\n", 1)[0]}`);
    }
    finally {
        engine?.close();
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)((0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(stateDir, "cache"), { recursive: true, force: true }).catch(() => undefined);
    }
    if (own.signal.aborted) {
        throw (0,_action_process_js__WEBPACK_IMPORTED_MODULE_5__/* .interruption */ .YW)();
    }
    return { images, notices };
}
async function restoreOne(image, restoring) {
    const { times, own, log, engine, stateDir, images, notices } = restoring;
    const key = (0,_image_cache_rules_js__WEBPACK_IMPORTED_MODULE_7__/* .cacheKey */ .k$)(image.key, engine.info, own.clock.nowMs());
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(stateDir, "cache", image.key.slice(0, 16));
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(folder, { recursive: true, mode: 0o700 });
    const startedMs = own.clock.monotonicMs();
    const { word, reason } = await (0,_cache_process_js__WEBPACK_IMPORTED_MODULE_6__/* .askCache */ .yC)("restore", key, folder, own, times);
    try {
        if (word === "restored") {
            const buildMs = await (0,_image_entry_js__WEBPACK_IMPORTED_MODULE_8__/* .loadEntry */ .P)(folder, image, engine, own.signal);
            const tookMs = own.clock.monotonicMs() - startedMs;
            images.restored += 1;
            images.savedMs += buildMs - tookMs;
            log.say(`Image ${image.reference} restored from the cache in ${(0,_text_index_js__WEBPACK_IMPORTED_MODULE_4__/* .duration */ .p0)(tookMs)}; building it took ${(0,_text_index_js__WEBPACK_IMPORTED_MODULE_4__/* .duration */ .p0)(buildMs)}.`);
            return;
        }
        if (word === "late") {
            notices.push(`Image cache: the service did not answer in time. ${image.reference} is built.`);
        }
        else if (word === "failed" || reason !== "") {
            notices.push(`Image cache: ${image.reference} could not be restored, and is built. ${reason}`);
        }
        else {
            log.say(`Image ${image.reference} is not in the cache.`);
        }
        // Where the service itself fails there is no use in saving either; an entry that is damaged cannot be replaced.
        images.missing.push(...(word === "miss" && reason === "" ? [{ reference: image.reference, key }] : []));
    }
    catch (thrown) {
        const why = thrown instanceof Error ? thrown.message : String(thrown);
        notices.push(`Image cache: the entry of ${image.reference} is not used: ${why}. The image is built.`);
    }
    finally {
        await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_1__.rm)(folder, { recursive: true, force: true });
    }
}


/***/ }),

/***/ 57091:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   P: () => (/* binding */ loadEntry),
/* harmony export */   c: () => (/* binding */ writeEntry)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(73024);
/* harmony import */ var node_fs_promises__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(51455);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(76760);
/* harmony import */ var node_stream__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(57075);
/* harmony import */ var node_stream_promises__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(46466);
/* harmony import */ var zod__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(88343);
/* harmony import */ var _engine_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(98793);
/* harmony import */ var _registry_index_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(38802);
/* harmony import */ var _cache_client_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(70241);










/** Larger files of an archive are layers. */
const maxDescriptionBytes = 2 ** 20;
/** What stands beside the archive in an entry. */
const about = zod__WEBPACK_IMPORTED_MODULE_9__/* .object */ .Ikc({
    sha256: zod__WEBPACK_IMPORTED_MODULE_9__/* .string */ .YjP().regex(/^[0-9a-f]{64}$/),
    /** What building took when the entry was saved. */
    buildMs: zod__WEBPACK_IMPORTED_MODULE_9__/* .number */ .aig().nonnegative(),
});
const manifest = zod__WEBPACK_IMPORTED_MODULE_9__/* .tuple */ .PVZ([
    zod__WEBPACK_IMPORTED_MODULE_9__/* .looseObject */ ._H3({ Config: zod__WEBPACK_IMPORTED_MODULE_9__/* .string */ .YjP(), RepoTags: zod__WEBPACK_IMPORTED_MODULE_9__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_9__/* .string */ .YjP()).nullish() }),
]);
const config = zod__WEBPACK_IMPORTED_MODULE_9__/* .looseObject */ ._H3({
    config: zod__WEBPACK_IMPORTED_MODULE_9__/* .looseObject */ ._H3({ Labels: zod__WEBPACK_IMPORTED_MODULE_9__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_9__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_9__/* .string */ .YjP()).nullish() }),
});
const index = zod__WEBPACK_IMPORTED_MODULE_9__/* .looseObject */ ._H3({
    manifests: zod__WEBPACK_IMPORTED_MODULE_9__/* .array */ .YOg(zod__WEBPACK_IMPORTED_MODULE_9__/* .looseObject */ ._H3({ annotations: zod__WEBPACK_IMPORTED_MODULE_9__/* .record */ .g1P(zod__WEBPACK_IMPORTED_MODULE_9__/* .string */ .YjP(), zod__WEBPACK_IMPORTED_MODULE_9__/* .string */ .YjP()).nullish() })),
});
/** Writes the files of an entry below `folder`: the image without its name, and what is to be known of it. */
async function writeEntry(folder, imageId, buildMs, engine, signal) {
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.mkdir)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, _cache_client_js__WEBPACK_IMPORTED_MODULE_8__/* .entryFolder */ .FP), { recursive: true, mode: 0o700 });
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256");
    const counted = new node_stream__WEBPACK_IMPORTED_MODULE_4__.Transform({
        transform(chunk, _encoding, done) {
            hash.update(chunk);
            done(null, chunk);
        },
    });
    const file = (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createWriteStream)(archiveIn(folder), { mode: 0o600 });
    await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_5__.pipeline)(await engine.saveImages([imageId]), counted, file, { signal });
    const sha256 = hash.digest("hex");
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.writeFile)(aboutIn(folder), JSON.stringify({ sha256, buildMs }), { mode: 0o600 });
}
/**
 * Brings the image of a restored entry to the engine, under its name; what building it took comes back.
 *
 * Nothing is loaded before all of it was checked: the archive's digest, that it holds one image and no name (a name
 * would replace whatever has it on the engine), and that the image carries the key that was asked for. Rejects
 * with the reason.
 */
async function loadEntry(folder, wanted, engine, signal) {
    for (const path of [archiveIn(folder), aboutIn(folder)]) {
        if (!(await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.lstat)(path)).isFile()) {
            throw new Error("the entry holds something else than files");
        }
    }
    const { sha256, buildMs } = parsed(about, await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)(aboutIn(folder), "utf8"), "about.json");
    const described = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, "described");
    const digest = await describe(archiveIn(folder), described, signal);
    if (digest !== sha256) {
        throw new Error("the archive is damaged: it does not have the digest it was saved with");
    }
    await checkDescribed(described, wanted);
    await (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.rm)(described, { recursive: true });
    const loaded = await engine.loadImages((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(archiveIn(folder)), signal);
    const [id = ""] = loaded;
    const image = loaded.length === 1 ? await engine.inspectImage(id) : undefined;
    if (image?.labels[_registry_index_js__WEBPACK_IMPORTED_MODULE_7__/* .imageLabels */ .J0.key] !== wanted.key) {
        throw new Error("the engine made another image of it");
    }
    await engine.tagImage(image.id, wanted.reference);
    return buildMs;
}
/** Reads the archive once: its digest, and its small files unpacked into `target`. */
async function describe(archive, target, signal) {
    const hash = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256");
    const seen = new Set();
    let odd = false;
    const unpacked = await (0,_engine_index_js__WEBPACK_IMPORTED_MODULE_6__/* .unpackInto */ .Z8)(target, {
        ignore(path, header) {
            const small = header?.type === "file" && header.size <= maxDescriptionBytes;
            const telling = (0,node_path__WEBPACK_IMPORTED_MODULE_3__.dirname)(path) === target && !small && header?.type !== "directory";
            // A file that is there twice, or elsewhere: the engine might read another than was checked.
            odd ||= telling || (small && seen.has(path));
            seen.add(path);
            return !small;
        },
    });
    const tee = new node_stream__WEBPACK_IMPORTED_MODULE_4__.PassThrough();
    tee.on("data", (chunk) => hash.update(chunk));
    await (0,node_stream_promises__WEBPACK_IMPORTED_MODULE_5__.pipeline)((0,node_fs__WEBPACK_IMPORTED_MODULE_1__.createReadStream)(archive, { highWaterMark: 2 ** 20 }), tee, unpacked, { signal });
    if (odd) {
        throw new Error("the archive is not of the kind the engine writes");
    }
    return hash.digest("hex");
}
async function checkDescribed(folder, wanted) {
    const read = (name) => (0,node_fs_promises__WEBPACK_IMPORTED_MODULE_2__.readFile)((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, name), "utf8").catch(() => undefined);
    const [image] = parsed(manifest, (await read("manifest.json")) ?? "", "manifest.json");
    const indexText = await read("index.json");
    const named = indexText !== undefined &&
        parsed(index, indexText, "index.json").manifests.some(({ annotations }) => Object.keys(annotations ?? {}).some((name) => /image\.(?:ref\.)?name$/.test(name)));
    if ((image.RepoTags ?? []).length > 0 || named || (await read("repositories")) !== undefined) {
        throw new Error("the archive names its image, which would replace an image of that name");
    }
    const text = (await read((0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)("/", image.Config))) ?? "";
    const hex = /([0-9a-f]{64})(?:\.json)?$/.exec(image.Config)?.[1];
    if ((0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(text).digest("hex") !== hex) {
        throw new Error("the image's description does not have its own digest");
    }
    if (parsed(config, text, image.Config).config.Labels?.[_registry_index_js__WEBPACK_IMPORTED_MODULE_7__/* .imageLabels */ .J0.key] !== wanted.key) {
        throw new Error("it is the image of another content");
    }
}
function parsed(schema, text, name) {
    try {
        return schema.parse(JSON.parse(text));
    }
    catch {
        throw new Error(`${name} is missing or not understood`);
    }
}
function archiveIn(folder) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, _cache_client_js__WEBPACK_IMPORTED_MODULE_8__/* .entryFolder */ .FP, "image.tar");
}
function aboutIn(folder) {
    return (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, _cache_client_js__WEBPACK_IMPORTED_MODULE_8__/* .entryFolder */ .FP, "about.json");
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
