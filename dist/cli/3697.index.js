export const id = 3697;
export const ids = [3697];
export const modules = {

/***/ 74695:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ holdPassingManager),
/* harmony export */   p: () => (/* binding */ holdManager)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(76760);
/* harmony import */ var _controller_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(80822);
/* harmony import */ var _manager_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(52896);
/* harmony import */ var _registry_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5942);
/* harmony import */ var _own_run_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(27210);







/** A manager in this process, its record in the folder; `allow` is what servers may relax of their isolation. */
function holdManager(io, folder, allow = []) {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.mkdirSync)(folder, { recursive: true });
    return hold(io, (0,_own_run_js__WEBPACK_IMPORTED_MODULE_6__/* .ownRun */ .S)(io), folder, allow);
}
/** A manager whose record is nobody's to keep: its folder is temporary, and the caller removes it. */
function holdPassingManager(io, allow = []) {
    const ownership = (0,_own_run_js__WEBPACK_IMPORTED_MODULE_6__/* .ownRun */ .S)(io);
    const folder = (0,_controller_index_js__WEBPACK_IMPORTED_MODULE_3__/* .makeTempFolder */ .Pd)(ownership);
    return { manager: hold(io, ownership, folder, allow), folder };
}
function hold(io, ownership, folder, allow) {
    const { runId } = ownership;
    return new _manager_index_js__WEBPACK_IMPORTED_MODULE_4__/* .Manager */ .mS({
        ownership,
        recordFile: (0,node_path__WEBPACK_IMPORTED_MODULE_2__.join)(folder, "run.db"),
        workspace: io.cwd,
        engineEnvironment: io.environment,
        version: io.version,
        clock: io.clock,
        user: (0,node_os__WEBPACK_IMPORTED_MODULE_1__.userInfo)(),
        registry: (0,_registry_index_js__WEBPACK_IMPORTED_MODULE_5__/* .registrySettings */ ._$)(io.environment, io.templates, io.registryMirror),
        allow,
        launchReaper: () => (0,_controller_index_js__WEBPACK_IMPORTED_MODULE_3__/* .launchReaper */ .Zo)({ ...io.reaper, runId, environment: io.environment }),
    });
}


/***/ }),

/***/ 58552:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   V: () => (/* binding */ interrupted)
/* harmony export */ });
/** Resolves when the signal is, or already was, aborted. */
function interrupted(signal) {
    return new Promise((resolve) => {
        if (signal.aborted) {
            resolve();
        }
        signal.addEventListener("abort", () => resolve(), { once: true });
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


/***/ }),

/***/ 3041:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ announcements),
/* harmony export */   m: () => (/* binding */ publish)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(48161);
/* harmony import */ var _api_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33660);
/* harmony import */ var _manager_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(52896);
/* harmony import */ var _interrupted_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(58552);





/** Serves a manager to other commands and MCP clients until the process is interrupted. */
async function publish(manager, io, say, port = 0) {
    const token = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(32).toString("base64url");
    const server = await (0,_api_index_js__WEBPACK_IMPORTED_MODULE_2__/* .serveHttp */ ._S)({ operations: manager, version: io.version, token, port });
    const takeBack = (0,_manager_index_js__WEBPACK_IMPORTED_MODULE_3__/* .announce */ .iP)(announcements(io), {
        runId: manager.ownership.runId,
        owner: manager.ownership.owner,
        url: server.url,
        token,
    });
    say(`The manager answers at ${server.url}; its token is in ${announcements(io)}. Interrupt to end it.`);
    await Promise.race([(0,_interrupted_js__WEBPACK_IMPORTED_MODULE_4__/* .interrupted */ .V)(io.signal), manager.ended]);
    takeBack();
    await server.close();
}
/** The folder where this user's managers announce themselves. */
function announcements(io) {
    return (0,_manager_index_js__WEBPACK_IMPORTED_MODULE_3__/* .announcementFolder */ .cE)({
        XDG_RUNTIME_DIR: io.environment["XDG_RUNTIME_DIR"],
        temporary: (0,node_os__WEBPACK_IMPORTED_MODULE_1__.tmpdir)(),
        userId: (0,node_os__WEBPACK_IMPORTED_MODULE_1__.userInfo)().uid,
    });
}


/***/ }),

/***/ 23697:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   serve: () => (/* binding */ serve)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _api_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(33660);
/* harmony import */ var _fault_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(440);
/* harmony import */ var _hold_manager_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(74695);
/* harmony import */ var _interrupted_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(58552);
/* harmony import */ var _parse_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(19229);
/* harmony import */ var _publish_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(3041);







/** `serve`: a manager for MCP clients, until stdin ends (`--stdio`) or the process is interrupted. */
async function serve(command, io) {
    const port = (0,_parse_js__WEBPACK_IMPORTED_MODULE_4__/* .parseCount */ .zq)("port", command.text("port"), 0, 0, 65_535);
    const { manager, folder } = (0,_hold_manager_js__WEBPACK_IMPORTED_MODULE_3__/* .holdPassingManager */ .c)(io, (0,_parse_js__WEBPACK_IMPORTED_MODULE_4__/* .parseAllow */ .PT)(command));
    try {
        if (command.flag("stdio")) {
            await (0,_api_index_js__WEBPACK_IMPORTED_MODULE_1__/* .serveStdio */ .L1)(manager, io.version);
            await Promise.race([io.stdinEnded(), (0,_interrupted_js__WEBPACK_IMPORTED_MODULE_6__/* .interrupted */ .V)(io.signal), manager.ended]);
        }
        else {
            await (0,_publish_js__WEBPACK_IMPORTED_MODULE_5__/* .publish */ .m)(manager, io, (line) => io.err(`${line}\n`), port);
        }
        const { left } = await manager.shutdown();
        return left === 0 ? _fault_index_js__WEBPACK_IMPORTED_MODULE_2__/* .exitCodes */ .hS.passed : _fault_index_js__WEBPACK_IMPORTED_MODULE_2__/* .exitCodes */ .hS.leftBehind;
    }
    finally {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)(folder, { recursive: true, force: true });
    }
}


/***/ })

};
