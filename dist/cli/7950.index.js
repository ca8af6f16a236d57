export const id = 7950;
export const ids = [7950];
export const modules = {

/***/ 97950:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   build: () => (/* binding */ build)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _config_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(62859);
/* harmony import */ var _controller_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(80822);
/* harmony import */ var _engine_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(98793);
/* harmony import */ var _fault_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(440);
/* harmony import */ var _registry_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5942);
/* harmony import */ var _text_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(33699);
/* harmony import */ var _own_run_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(27210);
/* harmony import */ var _parse_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(19229);
/* harmony import */ var _shelf_for_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(5312);










/** `build [FILE]`: finds, pulls or builds the image of every server of a run file, and starts none. */
async function build(command, io) {
    const file = (0,_config_index_js__WEBPACK_IMPORTED_MODULE_1__/* .findRunFile */ .hK)(io.cwd, command.positionals[0]);
    const given = (0,_parse_js__WEBPACK_IMPORTED_MODULE_8__/* .parseVariables */ .rf)(command.texts("var"));
    const templates = await (0,_shelf_for_js__WEBPACK_IMPORTED_MODULE_9__/* .shelfFor */ .U)(file, given, io);
    const values = await (0,_config_index_js__WEBPACK_IMPORTED_MODULE_1__/* .neededValues */ .gK)(file.text, given, io.environment, templates);
    const loaded = await (0,_config_index_js__WEBPACK_IMPORTED_MODULE_1__/* .loadRunFile */ ._I)({
        file: file.path,
        text: file.text,
        variables: { ...values.variables, ...given },
        environment: {},
        workspace: io.cwd,
        templates,
    });
    const engine = await (0,_engine_index_js__WEBPACK_IMPORTED_MODULE_3__/* .connectEngine */ .xn)({ environment: io.environment, clock: io.clock });
    const ownership = (0,_own_run_js__WEBPACK_IMPORTED_MODULE_7__/* .ownRun */ .S)(io);
    const buildOne = async (name, spec) => {
        if (spec.url !== undefined) {
            return { kind: "elsewhere" };
        }
        try {
            const image = await (0,_registry_index_js__WEBPACK_IMPORTED_MODULE_5__/* .resolveImage */ .AT)(spec, {
                engine,
                clock: io.clock,
                signal: io.signal,
                ...(0,_registry_index_js__WEBPACK_IMPORTED_MODULE_5__/* .registrySettings */ ._$)(io.environment, io.templates, io.registryMirror),
                workspaceRoot: io.cwd,
                runFileFolder: (0,node_path__WEBPACK_IMPORTED_MODULE_0__.dirname)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.resolve)(io.cwd, file.path)),
                templates,
                imagePolicy: loaded.runFile.image_policy,
                containerLabels: (0,_controller_index_js__WEBPACK_IMPORTED_MODULE_2__/* .objectLabels */ .r$)(ownership, "image"),
                temporaryFolder: () => (0,_controller_index_js__WEBPACK_IMPORTED_MODULE_2__/* .makeTempFolder */ .Pd)(ownership),
                onProgress: (line) => io.err(`${(0,_text_index_js__WEBPACK_IMPORTED_MODULE_6__/* .forTerminal */ .Qf)(`${name}: ${line}`)}\n`),
            });
            return { kind: "built", image };
        }
        catch (thrown) {
            return { kind: "failed", fault: (0,_fault_index_js__WEBPACK_IMPORTED_MODULE_4__/* .asFault */ .Ps)(thrown) };
        }
    };
    try {
        const rows = await Promise.all(Object.entries(loaded.runFile.servers).map(async ([name, spec]) => [name, await buildOne(name, spec)]));
        tell(rows, command.flag("json"), io);
        const [failed] = rows.flatMap(([, built]) => (built.kind === "failed" ? built.fault : []));
        return failed?.exitCode ?? _fault_index_js__WEBPACK_IMPORTED_MODULE_4__/* .exitCodes */ .hS.passed;
    }
    finally {
        engine.close();
    }
}
function tell(rows, json, io) {
    if (json) {
        io.out(`${JSON.stringify(rows.map(viewOf), null, 2)}\n`);
        return;
    }
    const head = ["SERVER", "IMAGE", "VERSION", "SIZE", "TIME", ""];
    io.out(`${(0,_text_index_js__WEBPACK_IMPORTED_MODULE_6__/* .table */ .tp)([head, ...rows.map(cells)], { right: [3, 4] })}\n`);
    for (const [name, built] of rows) {
        if (built.kind === "failed") {
            const { code, message, hint } = built.fault;
            io.err(`${(0,_text_index_js__WEBPACK_IMPORTED_MODULE_6__/* .forTerminal */ .Qf)(`${name}: ${_fault_index_js__WEBPACK_IMPORTED_MODULE_4__/* .codes */ .F4[code].title}: ${message}\n${hint}`)}\n`);
        }
    }
}
function cells([name, built]) {
    const row = built.kind === "built"
        ? [
            built.image.image,
            built.image.version ?? "–",
            (0,_text_index_js__WEBPACK_IMPORTED_MODULE_6__/* .bytes */ .ee)(built.image.provenance.imageBytes),
            (0,_text_index_js__WEBPACK_IMPORTED_MODULE_6__/* .duration */ .p0)(built.image.buildMs),
            built.image.built ? "built" : "was there",
        ]
        : ["–", "–", "–", "–", built.kind === "failed" ? "failed" : "runs elsewhere"];
    return [name, ...row].map(_text_index_js__WEBPACK_IMPORTED_MODULE_6__/* .forTerminal */ .Qf);
}
function viewOf([server, built]) {
    if (built.kind !== "built") {
        const fault = built.kind === "failed" ? built.fault : undefined;
        return { server, image: null, fault: fault && { code: fault.code, message: fault.message } };
    }
    const { template, image, imageId, version = null, provenance, buildMs } = built.image;
    const { imageBytes } = provenance;
    return {
        server,
        template,
        image,
        imageId,
        version,
        imageBytes,
        built: built.image.built,
        buildMs,
    };
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
