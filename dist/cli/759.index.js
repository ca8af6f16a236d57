export const id = 759;
export const ids = [759];
export const modules = {

/***/ 4695:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   p: () => (/* binding */ holdManager)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(3024);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8161);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6760);
/* harmony import */ var _controller_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(1906);
/* harmony import */ var _manager_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(1038);






/** Labels say so long that the objects are alive; a sweep after that removes them. */
const leaseMs = 6 * 3_600_000;
/** A manager in this process, its record in the folder. */
function holdManager(io, folder) {
    (0,node_fs__WEBPACK_IMPORTED_MODULE_1__.mkdirSync)(folder, { recursive: true });
    const runId = (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.randomBytes)(16).toString("hex");
    return new _manager_index_js__WEBPACK_IMPORTED_MODULE_5__/* .Manager */ .mS({
        ownership: { runId, owner: (0,_controller_index_js__WEBPACK_IMPORTED_MODULE_4__/* .readOwner */ .A7)(io.pid), expiresAtMs: io.clock.nowMs() + leaseMs },
        recordFile: (0,node_path__WEBPACK_IMPORTED_MODULE_3__.join)(folder, "run.db"),
        workspace: io.cwd,
        templates: io.templates,
        engineEnvironment: io.environment,
        version: io.version,
        clock: io.clock,
        user: (0,node_os__WEBPACK_IMPORTED_MODULE_2__.userInfo)(),
        ...(0,_manager_index_js__WEBPACK_IMPORTED_MODULE_5__/* .buildSettings */ .E6)(io.environment),
        launchReaper: () => (0,_controller_index_js__WEBPACK_IMPORTED_MODULE_4__/* .launchReaper */ .Zo)({ ...io.reaper, runId, environment: io.environment }),
    });
}


/***/ }),

/***/ 8552:
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

/***/ 3041:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   J: () => (/* binding */ announcements),
/* harmony export */   m: () => (/* binding */ publish)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(7598);
/* harmony import */ var node_os__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(8161);
/* harmony import */ var _api_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3660);
/* harmony import */ var _manager_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(1038);
/* harmony import */ var _interrupted_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8552);





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

/***/ 759:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   run: () => (/* binding */ run)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(3024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(6760);
/* harmony import */ var _api_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(3660);
/* harmony import */ var _config_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(4957);
/* harmony import */ var _fault_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(2519);
/* harmony import */ var _record_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(9897);
/* harmony import */ var _report_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(9240);
/* harmony import */ var _text_index_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(6371);
/* harmony import */ var _hold_manager_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(4695);
/* harmony import */ var _parse_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(9229);
/* harmony import */ var _publish_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(3041);
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











/** `run`: the whole run in this process; the exit code says how it went. */
async function run(command, io) {
    const timeoutMs = (0,_parse_js__WEBPACK_IMPORTED_MODULE_9__/* .parseTime */ .pe)("timeout", command.text("timeout"));
    const variables = (0,_parse_js__WEBPACK_IMPORTED_MODULE_9__/* .parseVariables */ .rf)(command.texts("var"));
    const file = (0,_config_index_js__WEBPACK_IMPORTED_MODULE_3__/* .findRunFile */ .hK)(io.cwd, command.positionals[0]);
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(io.cwd, command.text("out") ?? _parse_js__WEBPACK_IMPORTED_MODULE_9__/* .defaultOut */ .Ee);
    for (const name of ["run.db", "run.db-wal", "run.db-shm"]) {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name), { force: true });
    }
    const values = (0,_config_index_js__WEBPACK_IMPORTED_MODULE_3__/* .neededValues */ .gK)(file.text, variables, io.environment);
    const manager = (0,_hold_manager_js__WEBPACK_IMPORTED_MODULE_8__/* .holdManager */ .p)(io, folder);
    const client = (0,_api_index_js__WEBPACK_IMPORTED_MODULE_2__/* .localClient */ .VP)(manager);
    const say = (line) => io.err(`${(0,_text_index_js__WEBPACK_IMPORTED_MODULE_7__/* .forTerminal */ .Qf)(line)}\n`);
    try {
        const summary = await client.call("docker_run_scenarios", {
            file: file.path,
            text: file.text,
            workspace: io.cwd,
            variables: { ...values.variables, ...variables },
            secrets: values.secrets,
            only: command.texts("only"),
            keep_running: command.flag("keep"),
            ...(timeoutMs === undefined ? {} : { timeout_ms: timeoutMs }),
        }, { progress: say, signal: io.signal });
        if (command.flag("keep") && !io.signal.aborted) {
            await (0,_publish_js__WEBPACK_IMPORTED_MODULE_10__/* .publish */ .m)(manager, io, say);
        }
        // Without --keep the run is over: its reports are written while the rest is taken down.
        const reported = command.flag("keep") ? undefined : report(folder, command.flag("json"), io);
        const [{ left }] = await Promise.all([client.call("docker_shutdown", {}), reported]);
        await (reported ?? report(folder, command.flag("json"), io));
        (0,_record_index_js__WEBPACK_IMPORTED_MODULE_5__/* .sealRecord */ .xe)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, "run.db"));
        const exitCode = Number(summary["exit_code"]);
        return exitCode === _fault_index_js__WEBPACK_IMPORTED_MODULE_4__/* .exitCodes */ .hS.passed && left !== 0 ? _fault_index_js__WEBPACK_IMPORTED_MODULE_4__/* .exitCodes */ .hS.leftBehind : exitCode;
    }
    finally {
        await client.call("docker_shutdown", {});
    }
}
async function report(folder, json, io) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const reader = __addDisposableResource(env_1, (0,_record_index_js__WEBPACK_IMPORTED_MODULE_5__/* .readRecord */ .aE)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, "run.db")), false);
        await (0,_report_index_js__WEBPACK_IMPORTED_MODULE_6__/* .writeReports */ .Li)(folder, reader);
        const built = (0,_report_index_js__WEBPACK_IMPORTED_MODULE_6__/* .buildReport */ .FK)(reader);
        io.out(json
            ? `${JSON.stringify(built, null, 2)}\n`
            : `${(0,_report_index_js__WEBPACK_IMPORTED_MODULE_6__/* .terminalReport */ .RR)(built)}\nReport: ${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, "report.html")}\n`);
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        __disposeResources(env_1);
    }
}


/***/ })

};
