export const id = 6155;
export const ids = [6155];
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

/***/ 36155:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   logs: () => (/* binding */ logs)
/* harmony export */ });
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(76760);
/* harmony import */ var _api_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33660);
/* harmony import */ var _fault_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(440);
/* harmony import */ var _manager_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(52896);
/* harmony import */ var _record_index_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(789);
/* harmony import */ var _text_index_js__WEBPACK_IMPORTED_MODULE_6__ = __webpack_require__(33699);
/* harmony import */ var _parse_js__WEBPACK_IMPORTED_MODULE_7__ = __webpack_require__(19229);
/* harmony import */ var _publish_js__WEBPACK_IMPORTED_MODULE_8__ = __webpack_require__(3041);
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









/** `logs NAME`: from the running manager that has the server, else from the record of a finished run. */
async function logs(command, io) {
    const name = command.positionals[0];
    if (name === undefined) {
        throw new _fault_index_js__WEBPACK_IMPORTED_MODULE_3__/* .Fault */ .vC("USAGE", "logs: name the server.");
    }
    const lines = (0,_parse_js__WEBPACK_IMPORTED_MODULE_7__/* .parseCount */ .zq)("tail", command.text("tail"), 100, 1, 10_000);
    const sinceMs = (0,_parse_js__WEBPACK_IMPORTED_MODULE_7__/* .parseTime */ .pe)("since", command.text("since"));
    const manager = await managerOf(name, io);
    if (manager === undefined) {
        printRecorded(command, io, { server: name, tail: lines }, sinceMs);
        return _fault_index_js__WEBPACK_IMPORTED_MODULE_3__/* .exitCodes */ .hS.passed;
    }
    const since = command.text("since");
    const answer = await manager.call("docker_get_logs", {
        server_name: name,
        lines,
        ...(since === undefined ? {} : { since }),
    });
    // The tool's output schema says so.
    print(answer["lines"], command, io);
    if (command.flag("follow")) {
        const progress = (line) => io.out(`${(0,_text_index_js__WEBPACK_IMPORTED_MODULE_6__/* .forTerminal */ .Qf)(line)}\n`);
        await manager
            .call("docker_get_logs", { server_name: name, lines: 1, follow: true }, { progress, signal: io.signal })
            .catch((error) => {
            if (!io.signal.aborted) {
                throw error;
            }
        });
    }
    await manager.close();
    return _fault_index_js__WEBPACK_IMPORTED_MODULE_3__/* .exitCodes */ .hS.passed;
}
async function managerOf(server, io) {
    for (const announcement of (0,_manager_index_js__WEBPACK_IMPORTED_MODULE_4__/* .runningManagers */ .qq)((0,_publish_js__WEBPACK_IMPORTED_MODULE_8__/* .announcements */ .J)(io))) {
        const client = await (0,_api_index_js__WEBPACK_IMPORTED_MODULE_2__/* .connectManager */ .mI)(announcement, io.version);
        const { servers } = await client.call("docker_list_servers", {});
        if (servers.some((row) => row.server_name === server)) {
            return client;
        }
        await client.close();
    }
    return undefined;
}
function printRecorded(command, io, query, sinceMs) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const file = (0,node_path__WEBPACK_IMPORTED_MODULE_1__.join)((0,node_path__WEBPACK_IMPORTED_MODULE_1__.resolve)(io.cwd, command.text("out") ?? _parse_js__WEBPACK_IMPORTED_MODULE_7__/* .defaultOut */ .Ee), "run.db");
        if (!(0,node_fs__WEBPACK_IMPORTED_MODULE_0__.existsSync)(file)) {
            throw new _fault_index_js__WEBPACK_IMPORTED_MODULE_3__/* .Fault */ .vC("SERVER_NOT_FOUND", `No running manager has a server "${query.server}", and there is no record at ${file}.`);
        }
        const reader = __addDisposableResource(env_1, (0,_record_index_js__WEBPACK_IMPORTED_MODULE_5__/* .readRecord */ .aE)(file), false);
        const known = reader.servers().map((server) => server.name);
        if (!known.includes(query.server)) {
            throw new _fault_index_js__WEBPACK_IMPORTED_MODULE_3__/* .Fault */ .vC("SERVER_NOT_FOUND", `The record at ${file} has no server "${query.server}"; it has: ${known.join(", ")}.`);
        }
        const rows = reader.logs({
            ...query,
            ...(sinceMs === undefined ? {} : { sinceMs: io.clock.nowMs() - sinceMs }),
        });
        const lines = Array.from(rows, (row) => ({
            at: new Date(row.atMs).toISOString(),
            stream: row.stream,
            text: row.text,
        }));
        print(lines, command, io);
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        __disposeResources(env_1);
    }
}
function print(lines, command, io) {
    for (const line of lines) {
        io.out(command.flag("json")
            ? `${JSON.stringify(line)}\n`
            : `${line.at} ${line.stream} ${(0,_text_index_js__WEBPACK_IMPORTED_MODULE_6__/* .forTerminal */ .Qf)(line.text)}\n`);
    }
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


/***/ })

};
