export const id = 3347;
export const ids = [3347];
export const modules = {

/***/ 63347:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  lock: () => (/* binding */ lock)
});

// EXTERNAL MODULE: external "node:crypto"
var external_node_crypto_ = __webpack_require__(77598);
// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/config/index.js + 80 modules
var config = __webpack_require__(62859);
// EXTERNAL MODULE: ./build/controller/index.js + 40 modules
var controller = __webpack_require__(80822);
// EXTERNAL MODULE: ./build/engine/index.js + 46 modules
var build_engine = __webpack_require__(98793);
// EXTERNAL MODULE: ./build/fault/index.js + 5 modules
var build_fault = __webpack_require__(440);
// EXTERNAL MODULE: ./build/registry/index.js + 79 modules
var registry = __webpack_require__(5942);
// EXTERNAL MODULE: ./build/text/index.js + 14 modules
var build_text = __webpack_require__(33699);
// EXTERNAL MODULE: ./build/command/own-run.js
var own_run = __webpack_require__(27210);
// EXTERNAL MODULE: ./build/command/parse.js
var parse = __webpack_require__(19229);
// EXTERNAL MODULE: ./build/command/shelf-for.js
var shelf_for = __webpack_require__(5312);
;// CONCATENATED MODULE: ./build/command/tell-locked.js


/** What could not be locked, each with its server. */
function tellFailed(path, failed, io) {
    for (const { name, fault } of failed) {
        const { code, message, hint } = fault;
        io.err(`${(0,build_text/* forTerminal */.Qf)(`${name}: ${build_fault/* codes */.F4[code].title}: ${message}\n${hint}`)}\n`);
    }
    io.err(`${(0,build_text/* forTerminal */.Qf)(`${path} is left as it was.`)}\n`);
}
/** What stands in the lock file now. */
function tellLocked(path, all, json, io) {
    if (json) {
        const servers = all.map(({ name, how, locked }) => ({ name, how, ...locked }));
        io.out(`${JSON.stringify({ file: path, servers })}\n`);
        return;
    }
    const rows = all.map(({ name, how, locked }) => [
        name,
        locked.template,
        locked.version ?? "–",
        String(locked.packages.length),
        (locked.image ?? locked.bases[0])?.reference ?? "–",
        how,
    ]);
    const head = ["SERVER", "TEMPLATE", "VERSION", "PACKAGES", "IMAGE OR BASE", ""];
    io.out(`${(0,build_text/* forTerminal */.Qf)(`${(0,build_text/* table */.tp)([head, ...rows], { right: [3] })}\n${path} written.`)}\n`);
}

;// CONCATENATED MODULE: ./build/command/lock.js













/**
 * `lock`: writes down what each server of a run file comes to now, for `run --locked`.
 *
 * What is locked already and written in the run file as before is kept, unless `--update` names it.
 */
async function lock(command, io) {
    const file = (0,config/* findRunFile */.hK)(io.cwd, command.positionals[0]);
    const variables = (0,parse/* parseVariables */.rf)(command.texts("var"));
    const templates = await (0,shelf_for/* shelfFor */.U)(file, variables, io);
    const values = await (0,config/* neededValues */.gK)(file.text, variables, io.environment, templates);
    const loaded = await (0,config/* loadRunFile */._I)({
        file: file.path,
        text: file.text,
        variables: { ...values.variables, ...variables },
        environment: {},
        workspace: io.cwd,
        templates,
    });
    const written = (0,registry/* lockIfThere */.bj)(io.cwd, file.path);
    const before = written === undefined ? {} : (await (0,registry/* readLock */.mF)(written.file, written.text)).servers;
    const servers = Object.entries(loaded.runFile.servers).filter(([, { url }]) => url === undefined);
    const updates = wantedUpdates(command.texts("update"), servers);
    const engine = await (0,build_engine/* connectEngine */.xn)({ environment: io.environment, clock: io.clock });
    try {
        const ownership = (0,own_run/* ownRun */.S)(io);
        const settings = (0,registry/* registrySettings */._$)(io.environment, io.templates, io.registryMirror);
        const deps = {
            engine,
            clock: io.clock,
            signal: io.signal,
            ...settings,
            templates,
            imagePolicy: loaded.runFile.image_policy,
            indexes: (0,registry/* packageIndexes */.vJ)(io.environment),
            workspaceRoot: io.cwd,
            runFileFolder: (0,external_node_path_.dirname)((0,external_node_path_.resolve)(io.cwd, file.path)),
            containerLabels: (0,controller/* objectLabels */.r$)(ownership, "image"),
            temporaryFolder: () => (0,controller/* makeTempFolder */.Pd)(ownership),
        };
        const tried = await Promise.all(servers.map(([name, spec]) => tryOne(name, spec, before[name], updates, deps, io)));
        const path = (0,registry/* lockFileOf */.LN)(file.path);
        const failed = tried.filter((each) => "fault" in each);
        const [first] = failed;
        if (first !== undefined) {
            tellFailed(path, failed, io);
            return first.fault.exitCode;
        }
        const all = tried.filter((each) => "locked" in each);
        const text = await (0,registry/* lockText */.li)(Object.fromEntries(all.map(({ name, locked }) => [name, locked])));
        writeWhole((0,external_node_path_.resolve)(io.cwd, path), text);
        tellLocked(path, all, command.flag("json"), io);
        return build_fault/* exitCodes */.hS.passed;
    }
    finally {
        engine.close();
    }
}
/** Every server is tried, so that all that fails is told at once. */
async function tryOne(...given) {
    try {
        return await lockOne(...given);
    }
    catch (thrown) {
        return { name: given[0], fault: (0,build_fault/* asFault */.Ps)(thrown) };
    }
}
async function lockOne(name, spec, before, updates, deps, io) {
    if (before !== undefined && before.entry === (0,registry/* entryHash */.Rv)(spec) && !updates.has(name)) {
        return { name, locked: before, how: "kept" };
    }
    const onProgress = (line) => io.err(`${(0,build_text/* forTerminal */.Qf)(`${name}: ${line}`)}\n`);
    const locked = await (0,registry/* lockServer */.pi)(spec, { ...deps, onProgress });
    return { name, locked, how: before === undefined ? "locked" : "updated" };
}
/** `*` stands for all. Throws USAGE for a name that is no server of the run file. */
function wantedUpdates(names, servers) {
    const known = servers.map(([name]) => name);
    const unknown = names.filter((name) => name !== "*" && !known.includes(name));
    if (unknown.length > 0) {
        throw new build_fault/* Fault */.vC("USAGE", `--update ${unknown.join(", ")}: the run file has no such server to lock; there are: ${known.join(", ") || "none"}.`);
    }
    return new Set(names.includes("*") ? known : names);
}
/** A lock file that is half written would refuse every run. */
function writeWhole(path, text) {
    const part = `${path}.${(0,external_node_crypto_.randomBytes)(6).toString("hex")}.tmp`;
    (0,external_node_fs_.writeFileSync)(part, text);
    (0,external_node_fs_.renameSync)(part, path);
}


/***/ }),

/***/ 27210:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   S: () => (/* binding */ ownRun)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var _controller_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(80822);


/** Labels say so long that the objects are alive; a sweep after that removes them. */
const leaseMs = 6 * 3_600_000;
/** A run of this process, by which everything it makes can be found and removed. */
function ownRun({ clock, pid }) {
    return {
        runId: (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(16).toString("hex"),
        owner: (0,_controller_index_js__WEBPACK_IMPORTED_MODULE_1__/* .readOwner */ .A7)(pid),
        expiresAtMs: clock.nowMs() + leaseMs,
    };
}


/***/ }),

/***/ 5312:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ shelfFor)
/* harmony export */ });
/* harmony import */ var _registry_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5942);

/** The templates there are for a run file of the folder that the command runs in. */
function shelfFor({ path, text }, variables, { cwd, environment, templates }) {
    return (0,_registry_index_js__WEBPACK_IMPORTED_MODULE_0__/* .runFileShelf */ .oJ)({ templatesFolder: templates }, { file: path, text, workspace: cwd, variables, environment });
}


/***/ })

};
