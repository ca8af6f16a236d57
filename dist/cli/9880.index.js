export const id = 9880;
export const ids = [9880];
export const modules = {

/***/ 79880:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  recordClient: () => (/* binding */ recordClient)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/api/index.js + 2 modules
var api = __webpack_require__(33660);
// EXTERNAL MODULE: ./build/draft/index.js + 22 modules
var draft = __webpack_require__(8499);
// EXTERNAL MODULE: ./build/fault/index.js + 5 modules
var fault = __webpack_require__(440);
// EXTERNAL MODULE: ./build/record/index.js + 7 modules
var build_record = __webpack_require__(789);
// EXTERNAL MODULE: ./build/text/index.js + 14 modules
var build_text = __webpack_require__(33699);
// EXTERNAL MODULE: ./build/command/hold-manager.js
var hold_manager = __webpack_require__(74695);
;// CONCATENATED MODULE: ./build/command/json-lines.js
/** The lines of a byte stream that are JSON objects; anything else is nothing a peer of ours would send. */
async function* jsonLines(chunks) {
    const decoder = new TextDecoder();
    let rest = "";
    for await (const chunk of chunks) {
        const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
        rest = lines.pop() ?? "";
        yield* lines.flatMap(objectOf);
    }
    yield* objectOf(rest);
}
function objectOf(line) {
    try {
        const value = JSON.parse(line);
        return typeof value === "object" && value !== null ? [{ ...value }] : [];
    }
    catch {
        return [];
    }
}

;// CONCATENATED MODULE: ./build/command/proxy.js
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



/** How often the record is looked at for notifications of the server. */
const pollMs = 50;
const timeoutMs = 300_000;
const newestLegacy = "2025-11-25";
/**
 * An MCP server over stdin and stdout that hands every request of its client on to a running server, and the server's
 * notifications back, until the input ends. What the server asks of a client it asks ours, which answers as scripted.
 */
async function proxy(options) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const { manager, server, output } = options;
        const record = __addDisposableResource(env_1, (0,build_record/* readRecord */.aE)(options.record), false);
        const send = (message) => output(`${JSON.stringify({ jsonrpc: "2.0", ...message })}\n`);
        const opening = openingOf(record, server);
        const stop = forwardNotifications(record, server, send);
        const running = new Map();
        const pending = new Set();
        for await (const message of jsonLines(options.input)) {
            const { id, method } = message;
            if (typeof method !== "string") {
                continue;
            }
            if (id === undefined) {
                if (method === "notifications/cancelled") {
                    running.get(paramsOf(message)["requestId"])?.abort();
                }
                continue;
            }
            if (method === "initialize") {
                send({ id, result: opening });
                continue;
            }
            const own = new AbortController();
            running.set(id, own);
            const signal = AbortSignal.any([options.signal, own.signal]);
            const request = {
                server_name: server,
                method,
                params: paramsOf(message),
                timeout_ms: timeoutMs,
            };
            const work = manager
                .call("docker_send_request", request, { signal })
                .then(({ result, error }) => send({ id, ...(error === undefined ? { result } : { error }) }))
                .catch((thrown) => {
                // Nobody waits for the answer to what was cancelled.
                if (!own.signal.aborted) {
                    send({ id, error: { code: -32603, message: (0,fault/* asFault */.Ps)(thrown).message } });
                }
            })
                .finally(() => {
                running.delete(id);
                pending.delete(work);
            });
            pending.add(work);
        }
        await Promise.all(pending);
        stop();
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        __disposeResources(env_1);
    }
}
/** What the server answered to our own handshake, as the answer to the client's. */
function openingOf(record, server) {
    for (const { direction, text } of record.wire({ server })) {
        const result = direction === "received" ? new Map(Object.entries(resultOf(text))) : undefined;
        if (result?.has("capabilities") === true) {
            const revision = result.get("protocolVersion") ?? newestLegacy;
            const serverInfo = result.get("serverInfo") ?? { name: server, version: "0" };
            return { ...Object.fromEntries(result), protocolVersion: revision, serverInfo };
        }
    }
    return {
        protocolVersion: newestLegacy,
        capabilities: {},
        serverInfo: { name: server, version: "0" },
    };
}
function forwardNotifications(record, server, send) {
    let afterId = 0;
    for (const row of record.wire({ server, tail: 1 })) {
        afterId = row.id;
    }
    const look = () => {
        for (const { id, direction, text } of record.wire({ server, afterId })) {
            afterId = id;
            const message = direction === "received" ? parsed(text) : {};
            if (typeof message["method"] === "string" && message["id"] === undefined) {
                send(message);
            }
        }
    };
    const timer = setInterval(look, pollMs);
    return () => {
        clearInterval(timer);
        look();
    };
}
function resultOf(text) {
    const { result } = parsed(text);
    return typeof result === "object" && result !== null ? result : {};
}
function paramsOf({ params }) {
    return typeof params === "object" && params !== null ? { ...params } : {};
}
function parsed(text) {
    try {
        const value = JSON.parse(text);
        return typeof value === "object" && value !== null ? { ...value } : {};
    }
    catch {
        return {};
    }
}

// EXTERNAL MODULE: ./build/command/start-for-draft.js
var start_for_draft = __webpack_require__(55462);
;// CONCATENATED MODULE: ./build/command/record-client.js
var record_client_addDisposableResource = (undefined && undefined.__addDisposableResource) || function (env, value, async) {
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
var record_client_disposeResources = (undefined && undefined.__disposeResources) || (function (SuppressedError) {
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










/**
 * `run --record FILE --stdio SERVER`: stands between an MCP client, which started this process, and the server, and
 * writes down what was said once the client has gone.
 */
async function recordClient({ file, server, to, allow }, io) {
    const { manager, folder } = (0,hold_manager/* holdPassingManager */.c)(io, allow);
    const client = (0,api/* localClient */.VP)(manager);
    const say = (line) => io.err(`${(0,build_text/* forTerminal */.Qf)(line)}\n`);
    const record = (0,external_node_path_.join)(folder, "run.db");
    try {
        const env_1 = { stack: [], error: void 0, hasError: false };
        try {
            const servers = (0,draft/* serversOf */.BF)(file.text);
            const head = (0,draft/* headOf */.Uo)(file.text);
            const about = { path: file.path, head, server, folder, io, signal: io.signal, say };
            await (0,start_for_draft/* startForDraft */.t)(client, servers, about);
            const fromMs = io.clock.nowMs();
            await proxy({
                manager: client,
                server,
                record,
                input: io.stdin(),
                output: io.out,
                signal: io.signal,
            });
            // Clients kill what does not end within seconds of its stdin, so the recording comes before the teardown. Reading
            // logs puts on the disk what the manager still holds back.
            await client.call("docker_get_logs", { server_name: server, lines: 1 });
            const reader = record_client_addDisposableResource(env_1, (0,build_record/* readRecord */.aE)(record), false);
            const text = (0,draft/* recordedClient */.uv)(file.text, server, reader.wire({ server, sinceMs: fromMs }));
            if (text === undefined) {
                say("The client asked the server nothing, so nothing was written.");
                return fault/* exitCodes */.hS.passed;
            }
            (0,external_node_fs_.writeFileSync)((0,external_node_path_.resolve)(io.cwd, to), text);
            say(`Recorded: ${to}`);
            return fault/* exitCodes */.hS.passed;
        }
        catch (e_1) {
            env_1.error = e_1;
            env_1.hasError = true;
        }
        finally {
            record_client_disposeResources(env_1);
        }
    }
    finally {
        await client.call("docker_shutdown", {});
        (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true });
    }
}


/***/ }),

/***/ 55462:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   t: () => (/* binding */ startForDraft)
/* harmony export */ });
/* harmony import */ var node_path__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(76760);
/* harmony import */ var _config_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(62859);
/* harmony import */ var _draft_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(8499);
/* harmony import */ var _fault_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(440);
/* harmony import */ var _record_index_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(789);
/* harmony import */ var _shelf_for_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5312);
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






/** Starts the servers by a run file with the very entry that is going to be written. Rejects with why one did not. */
async function startForDraft(client, servers, { path, head = "", server, folder, io, signal, say }) {
    const env_1 = { stack: [], error: void 0, hasError: false };
    try {
        const ping = { comments: [], keys: { ping: null } };
        const text = (0,_draft_index_js__WEBPACK_IMPORTED_MODULE_2__/* .runFileText */ .Z1)({
            comments: [],
            head,
            servers,
            scenarios: [
                { name: "ready", ...(server === undefined ? {} : { server }), comments: [], steps: [ping] },
            ],
        });
        const { secrets, variables } = await (0,_config_index_js__WEBPACK_IMPORTED_MODULE_1__/* .neededValues */ .gK)(text, {}, io.environment, await (0,_shelf_for_js__WEBPACK_IMPORTED_MODULE_5__/* .shelfFor */ .U)({ path, text }, {}, io));
        const summary = await client.call("docker_run_scenarios", {
            file: path,
            text,
            workspace: io.cwd,
            variables,
            secrets,
            only: ["ready"],
            keep_running: true,
        }, { progress: say, signal });
        // The tool's output schema says so.
        const fault = summary["fault"];
        if (fault !== null) {
            const problems = fault.problems.map((problem) => problem.message).join("; ");
            throw new _fault_index_js__WEBPACK_IMPORTED_MODULE_3__/* .Fault */ .vC(codeOf(fault.code), [fault.message, problems].join(" ").trim(), {
                hint: fault.hint,
            });
        }
        const record = __addDisposableResource(env_1, (0,_record_index_js__WEBPACK_IMPORTED_MODULE_4__/* .readRecord */ .aE)((0,node_path__WEBPACK_IMPORTED_MODULE_0__.join)(folder, "run.db")), false);
        const broken = record.steps().find((step) => step.faultCode !== null);
        if (broken !== undefined) {
            throw new _fault_index_js__WEBPACK_IMPORTED_MODULE_3__/* .Fault */ .vC(codeOf(broken.faultCode ?? ""), broken.reason ?? "The server did not start.");
        }
    }
    catch (e_1) {
        env_1.error = e_1;
        env_1.hasError = true;
    }
    finally {
        __disposeResources(env_1);
    }
}
function codeOf(text) {
    const known = Object.keys(_fault_index_js__WEBPACK_IMPORTED_MODULE_3__/* .codes */ .F4).find((code) => code === text);
    return known ?? "INTERNAL";
}


/***/ })

};
