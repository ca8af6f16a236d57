export const id = 6448;
export const ids = [6448];
export const modules = {

/***/ 86448:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   baseImages: () => (/* binding */ baseImages)
/* harmony export */ });
/* harmony import */ var _controller_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(80822);
/* harmony import */ var _engine_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(98793);
/* harmony import */ var _fault_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(440);
/* harmony import */ var _registry_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(5942);
/* harmony import */ var _text_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(33699);
/* harmony import */ var _own_run_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(27210);






/** `base-images [NAME…]`: makes the local base images, all or those named; with `--list` only says which are here. */
async function baseImages(command, io) {
    const wanted = chosen(command.positionals);
    const engine = await (0,_engine_index_js__WEBPACK_IMPORTED_MODULE_1__/* .connectEngine */ .xn)({ environment: io.environment, clock: io.clock });
    try {
        const rows = [];
        // One after the other: most of them are built on the first.
        for (const standIn of wanted) {
            rows.push(command.flag("list") ? await stateOf(standIn, engine) : await make(standIn, engine, io));
        }
        io.out(command.flag("json") ? `${JSON.stringify(rows, null, 2)}\n` : `${(0,_text_index_js__WEBPACK_IMPORTED_MODULE_4__/* .forTerminal */ .Qf)(page(rows))}\n`);
        const failed = rows.find((row) => row.state === "failed");
        return failed === undefined ? _fault_index_js__WEBPACK_IMPORTED_MODULE_2__/* .exitCodes */ .hS.passed : _fault_index_js__WEBPACK_IMPORTED_MODULE_2__/* .codes */ .F4.IMAGE_BUILD_FAILED.exit;
    }
    finally {
        engine.close();
    }
}
function chosen(names) {
    const unknown = names.filter((name) => _registry_index_js__WEBPACK_IMPORTED_MODULE_3__/* .standIns */ .dS.every((standIn) => standIn.name !== name));
    if (unknown.length > 0) {
        throw new _fault_index_js__WEBPACK_IMPORTED_MODULE_2__/* .Fault */ .vC("USAGE", `base-images: there is no ${unknown.map((name) => `"${name}"`).join(", ")}; there are ${_registry_index_js__WEBPACK_IMPORTED_MODULE_3__/* .standIns */ .dS.map(({ name }) => name).join(", ")}.`);
    }
    return names.length === 0 ? _registry_index_js__WEBPACK_IMPORTED_MODULE_3__/* .standIns */ .dS : _registry_index_js__WEBPACK_IMPORTED_MODULE_3__/* .standIns */ .dS.filter(({ name }) => names.includes(name));
}
async function stateOf(standIn, engine) {
    const image = await engine.inspectImage(standIn.reference);
    const current = image?.labels[_registry_index_js__WEBPACK_IMPORTED_MODULE_3__/* .imageLabels */ .J0.key] === (await standIn.key());
    return rowOf(standIn, {
        state: image === undefined ? "absent" : current ? "current" : "older recipe",
        bytes: image?.sizeBytes ?? null,
    });
}
/** One that cannot be made keeps none of the others back. */
async function make(standIn, engine, io) {
    const started = io.clock.monotonicMs();
    const ownership = (0,_own_run_js__WEBPACK_IMPORTED_MODULE_5__/* .ownRun */ .S)(io);
    try {
        const { built } = await (0,_registry_index_js__WEBPACK_IMPORTED_MODULE_3__/* .ensureStandIn */ .e7)(standIn, {
            engine,
            ...(0,_registry_index_js__WEBPACK_IMPORTED_MODULE_3__/* .registrySettings */ ._$)(io.environment, io.templates),
            onProgress: (line) => io.err(`${(0,_text_index_js__WEBPACK_IMPORTED_MODULE_4__/* .forTerminal */ .Qf)(`${standIn.name}: ${line}`)}\n`),
            signal: io.signal,
            temporaryFolder: () => (0,_controller_index_js__WEBPACK_IMPORTED_MODULE_0__/* .makeTempFolder */ .Pd)(ownership),
        });
        const image = await engine.inspectImage(standIn.reference);
        return rowOf(standIn, {
            state: built ? "made" : "current",
            bytes: image?.sizeBytes ?? null,
            ms: built ? io.clock.monotonicMs() - started : null,
        });
    }
    catch (thrown) {
        io.signal.throwIfAborted();
        const fault = (0,_fault_index_js__WEBPACK_IMPORTED_MODULE_2__/* .asFault */ .Ps)(thrown);
        const error = `${fault.message}\n${fault.hint}`;
        io.err(`${(0,_text_index_js__WEBPACK_IMPORTED_MODULE_4__/* .forTerminal */ .Qf)(`${standIn.name}: ${error}`)}\n`);
        return rowOf(standIn, { state: "failed", error });
    }
}
function rowOf(standIn, found) {
    const { name, wanted, reference } = standIn;
    return { name, for: wanted, image: reference, bytes: null, ms: null, error: null, ...found };
}
function page(rows) {
    const cells = rows.map((row) => [
        row.name,
        row.for,
        row.image,
        row.state,
        row.bytes === null ? "–" : (0,_text_index_js__WEBPACK_IMPORTED_MODULE_4__/* .bytes */ .ee)(row.bytes),
        row.ms === null ? "–" : (0,_text_index_js__WEBPACK_IMPORTED_MODULE_4__/* .duration */ .p0)(row.ms),
    ]);
    return (0,_text_index_js__WEBPACK_IMPORTED_MODULE_4__/* .table */ .tp)([["NAME", "STANDS FOR", "IMAGE", "STATE", "SIZE", "TIME"], ...cells], {
        right: [4, 5],
    });
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


/***/ })

};
