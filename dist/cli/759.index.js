export const id = 759;
export const ids = [759];
export const modules = {

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

/***/ 70759:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   run: () => (/* binding */ run)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _api_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33660);
/* harmony import */ var _config_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(62859);
/* harmony import */ var _draft_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(8499);
/* harmony import */ var _fault_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(440);
/* harmony import */ var _record_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(789);
/* harmony import */ var _registry_index_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(5942);
/* harmony import */ var _report_index_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(57262);
/* harmony import */ var _text_index_js__WEBPACK_IMPORTED_MODULE_9__ = __webpack_require__(33699);
/* harmony import */ var _hold_manager_js__WEBPACK_IMPORTED_MODULE_10__ = __webpack_require__(74695);
/* harmony import */ var _parse_js__WEBPACK_IMPORTED_MODULE_11__ = __webpack_require__(19229);
/* harmony import */ var _publish_js__WEBPACK_IMPORTED_MODULE_12__ = __webpack_require__(3041);
/* harmony import */ var _shelf_for_js__WEBPACK_IMPORTED_MODULE_13__ = __webpack_require__(5312);
/* harmony import */ var _tell_problems_js__WEBPACK_IMPORTED_MODULE_14__ = __webpack_require__(91816);
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
    const timeoutMs = (0,_parse_js__WEBPACK_IMPORTED_MODULE_11__/* .parseTime */ .pe)("timeout", command.text("timeout"));
    const variables = (0,_parse_js__WEBPACK_IMPORTED_MODULE_11__/* .parseVariables */ .rf)(command.texts("var"));
    const allow = (0,_parse_js__WEBPACK_IMPORTED_MODULE_11__/* .parseAllow */ .PT)(command);
    const ci = isCi(io.environment);
    const updates = command.flag("update-snapshots");
    if (updates && ci) {
        throw new _fault_index_js__WEBPACK_IMPORTED_MODULE_5__/* .Fault */ .vC("USAGE", "run --update-snapshots: not in CI (CI is set): a run there would approve whatever came.");
    }
    const recordTo = command.text("record");
    const file = (0,_config_index_js__WEBPACK_IMPORTED_MODULE_3__/* .findRunFile */ .hK)(io.cwd, command.positionals[0]);
    const asServer = command.text("stdio");
    if (asServer !== undefined) {
        if (recordTo === undefined) {
            throw new _fault_index_js__WEBPACK_IMPORTED_MODULE_5__/* .Fault */ .vC("USAGE", "run --stdio: say with --record where the recording goes.");
        }
        const { recordClient } = await __webpack_require__.e(/* import() */ 9880).then(__webpack_require__.bind(__webpack_require__, 79880));
        return recordClient({ file, server: asServer, to: recordTo, allow }, io);
    }
    const lock = command.flag("locked") ? (0,_registry_index_js__WEBPACK_IMPORTED_MODULE_7__/* .neededLock */ .HO)(io.cwd, file.path) : undefined;
    const folder = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(io.cwd, command.text("out") ?? _parse_js__WEBPACK_IMPORTED_MODULE_11__/* .defaultOut */ .Ee);
    for (const name of ["run.db", "run.db-wal", "run.db-shm", "run.db-spare.tmp"]) {
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.rmSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, name), { force: true });
    }
    const values = await (0,_config_index_js__WEBPACK_IMPORTED_MODULE_3__/* .neededValues */ .gK)(file.text, variables, io.environment, await (0,_shelf_for_js__WEBPACK_IMPORTED_MODULE_13__/* .shelfFor */ .U)(file, variables, io));
    const manager = (0,_hold_manager_js__WEBPACK_IMPORTED_MODULE_10__/* .holdManager */ .p)(io, folder, allow);
    const client = (0,_api_index_js__WEBPACK_IMPORTED_MODULE_2__/* .localClient */ .VP)(manager);
    const say = (line) => io.err(`${(0,_text_index_js__WEBPACK_IMPORTED_MODULE_9__/* .forTerminal */ .Qf)(line)}\n`);
    try {
        const summary = await client.call("docker_run_scenarios", {
            file: file.path,
            text: file.text,
            workspace: io.cwd,
            variables: { ...values.variables, ...variables },
            secrets: values.secrets,
            only: [...command.texts("only"), ...command.texts("tag").map((tag) => `tag:${tag}`)],
            update_snapshots: updates,
            ci,
            keep_running: command.flag("keep"),
            ...(lock === undefined ? {} : { lock }),
            ...(timeoutMs === undefined ? {} : { timeout_ms: timeoutMs }),
        }, { progress: say, signal: io.signal });
        // Written by our own manager from Fault.problems.
        (0,_tell_problems_js__WEBPACK_IMPORTED_MODULE_14__/* .tellProblems */ .s)(summary["fault"]?.problems ?? [], io);
        if (command.flag("keep") && !io.signal.aborted) {
            await (0,_publish_js__WEBPACK_IMPORTED_MODULE_12__/* .publish */ .m)(manager, io, say);
        }
        // Without --keep the run is over: its reports are written while the rest is taken down.
        const reported = command.flag("keep") ? undefined : report(folder, command.flag("json"), io);
        const down = client.call("docker_shutdown", {}, { progress: say });
        const [{ left }] = await Promise.all([down, reported]);
        if (left !== 0) {
            say(`${(0,_text_index_js__WEBPACK_IMPORTED_MODULE_9__/* .plural */ .LS)(Number(left), "object")} may be left on the engine; \`docker-mcp-manager sweep\` removes what is`);
        }
        const unwritten = await (reported ?? report(folder, command.flag("json"), io));
        const exitCode = Number(summary["exit_code"]);
        if (exitCode !== _fault_index_js__WEBPACK_IMPORTED_MODULE_5__/* .codes */ .F4.RECORD_UNWRITABLE.exit && unwritten !== undefined) {
            throw unwritten;
        }
        if (unwritten === undefined) {
            (0,_record_index_js__WEBPACK_IMPORTED_MODULE_6__/* .sealRecord */ .xe)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, "run.db"));
        }
        if (recordTo !== undefined) {
            writeRecording(file.text, folder, recordTo, io);
        }
        return exitCode === _fault_index_js__WEBPACK_IMPORTED_MODULE_5__/* .exitCodes */ .hS.passed && left !== 0 ? _fault_index_js__WEBPACK_IMPORTED_MODULE_5__/* .exitCodes */ .hS.leftBehind : exitCode;
    }
    finally {
        await client.call("docker_shutdown", {});
    }
}
/** As the CI services set it; `CI=false` is how people switch it off. */
function isCi(environment) {
    return !["", "0", "false"].includes((environment["CI"] ?? "").toLowerCase());
}
/** The wire of the run as a run file of its own; what stood there is replaced. */
function writeRecording(source, folder, path, io) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const reader = __addDisposableResource(env_1, (0,_record_index_js__WEBPACK_IMPORTED_MODULE_6__/* .readRecord */ .aE)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, "run.db")), false);
        const text = (0,_draft_index_js__WEBPACK_IMPORTED_MODULE_4__/* .recordedRunFile */ .o1)(source, reader);
        if (text === undefined) {
            io.err(`Nothing was said to a server, so ${(0,_text_index_js__WEBPACK_IMPORTED_MODULE_9__/* .forTerminal */ .Qf)(path)} was not written.\n`);
            return;
        }
        (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeFileSync)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(io.cwd, path), text);
        io.err(`Recorded: ${(0,_text_index_js__WEBPACK_IMPORTED_MODULE_9__/* .forTerminal */ .Qf)(path)}\n`);
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        __disposeResources(env_1);
    }
}
/** Writes and shows the reports; the fault when they could only be shown. */
async function report(folder, json, io) {
    const env_2 = { stack: [], error: void 0, hasError: false };
    try {
        const reader = __addDisposableResource(env_2, (0,_record_index_js__WEBPACK_IMPORTED_MODULE_6__/* .readRecord */ .aE)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, "run.db")), false);
        const unwritten = await (0,_report_index_js__WEBPACK_IMPORTED_MODULE_8__/* .writeReports */ .Li)(folder, reader).then(() => undefined, _fault_index_js__WEBPACK_IMPORTED_MODULE_5__/* .asFault */ .Ps);
        const built = (0,_report_index_js__WEBPACK_IMPORTED_MODULE_8__/* .buildReport */ .FK)(reader);
        const place = unwritten === undefined ? `Report: ${(0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)(folder, "report.html")}\n` : "";
        io.out(json ? `${JSON.stringify(built, null, 2)}\n` : `${(0,_report_index_js__WEBPACK_IMPORTED_MODULE_8__/* .terminalReport */ .RR)(built)}\n${place}`);
        return unwritten;
    }
    catch (e_2) {
        env_2.error = e_2;
        env_2.hasError = true;
    }
    finally {
        __disposeResources(env_2);
    }
}


/***/ })

};
