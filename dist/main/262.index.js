export const id = 262;
export const ids = [262];
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

/***/ 92262:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   saveImages: () => (/* binding */ saveImages)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _engine_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(98793);
/* harmony import */ var _fault_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(440);
/* harmony import */ var _record_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(789);
/* harmony import */ var _text_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(33699);
/* harmony import */ var _cache_process_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(92573);
/* harmony import */ var _image_cache_rules_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(82791);
/* harmony import */ var _image_entry_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(57091);
/* harmony import */ var _run_state_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(17742);
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










/** Saves the images this run built and the cache did not have, where that pays. Never rejects: what fails comes back as a notice. */
async function saveImages(state, stateDir, own, log) {
    const missing = state.images?.missing ?? [];
    const recordFile = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,_run_state_js__WEBPACK_IMPORTED_MODULE_9__/* .reportDirOf */ .z0)(stateDir), "run.db");
    if (missing.length === 0 || state.cancelled || !(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(recordFile)) {
        return [];
    }
    const refused = (0,_image_cache_rules_js__WEBPACK_IMPORTED_MODULE_7__/* .savingRefused */ .Lr)(own.environment);
    if (refused !== undefined) {
        log.say(`Image cache: nothing is saved, for ${refused}.`);
        return [];
    }
    const notices = [];
    try {
        const buildMs = buildTimes(recordFile);
        const engine = await (0,_engine_index_js__WEBPACK_IMPORTED_MODULE_2__/* .connectEngine */ .xn)({ environment: own.environment, clock: own.clock });
        try {
            for (const { reference, key } of missing) {
                const tookMs = buildMs.get(reference) ?? 0;
                const said = await saveOne({ reference, key, buildMs: tookMs }, stateDir, engine, own, log);
                notices.push(...(said === undefined ? [] : [said]));
            }
        }
        finally {
            engine.close();
        }
    }
    catch (thrown) {
        notices.push(`Image cache: nothing was saved. ${(0,_fault_index_js__WEBPACK_IMPORTED_MODULE_3__/* .asFault */ .Ps)(thrown).message}`);
    }
    return notices;
}
/** By image reference: the longest that a server of this run waited for its build. */
function buildTimes(recordFile) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const reader = __addDisposableResource(env_1, (0,_record_index_js__WEBPACK_IMPORTED_MODULE_4__/* .readRecord */ .aE)(recordFile), false);
        const times = new Map();
        for (const { image, buildMs } of reader.servers()) {
            if (image !== null) {
                times.set(image, Math.max(times.get(image) ?? 0, buildMs ?? 0));
            }
        }
        return times;
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        __disposeResources(env_1);
    }
}
/** A notice when it failed. */
async function saveOne(image, stateDir, engine, own, log) {
    const { reference, key, buildMs } = image;
    const found = await engine.inspectImage(reference);
    if (found === undefined || buildMs === 0) {
        // It was not built, or its build failed.
        return undefined;
    }
    const useless = (0,_image_cache_rules_js__WEBPACK_IMPORTED_MODULE_7__/* .savingUseless */ .h3)({ buildMs, sizeBytes: found.sizeBytes });
    if (useless !== undefined) {
        log.say(`Image cache: ${reference} is not saved: ${useless}.`);
        return undefined;
    }
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(stateDir, "cache");
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(folder, { recursive: true, mode: 0o700 });
    const startedMs = own.clock.monotonicMs();
    try {
        await (0,_image_entry_js__WEBPACK_IMPORTED_MODULE_8__/* .writeEntry */ .c)(folder, found.id, buildMs, engine, own.signal);
        const { word, reason } = await (0,_cache_process_js__WEBPACK_IMPORTED_MODULE_6__/* .askCache */ .yC)("save", key, folder, own);
        if (word === "saved") {
            const tookMs = own.clock.monotonicMs() - startedMs;
            log.say(`Image cache: ${reference} (${(0,_text_index_js__WEBPACK_IMPORTED_MODULE_5__/* .bytes */ .ee)(found.sizeBytes)}) saved in ${(0,_text_index_js__WEBPACK_IMPORTED_MODULE_5__/* .duration */ .p0)(tookMs)}.`);
            return undefined;
        }
        if (/another job may be creating this cache/i.test(reason)) {
            log.say(`Image cache: ${reference} is not saved; another job has done so, or is at it.`);
            return undefined;
        }
        const why = word === "late" ? "It took too long." : reason;
        return `Image cache: ${reference} was not saved. ${why}`;
    }
    catch (thrown) {
        return `Image cache: ${reference} was not saved. ${(0,_fault_index_js__WEBPACK_IMPORTED_MODULE_3__/* .asFault */ .Ps)(thrown).message}`;
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(folder, { recursive: true, force: true });
    }
}


/***/ })

};
