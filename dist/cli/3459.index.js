export const id = 3459;
export const ids = [3459];
export const modules = {

/***/ 83459:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  init: () => (/* binding */ init)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __webpack_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __webpack_require__(76760);
// EXTERNAL MODULE: ./build/api/index.js + 2 modules
var api = __webpack_require__(33660);
// EXTERNAL MODULE: ./build/config/index.js + 80 modules
var config = __webpack_require__(62859);
// EXTERNAL MODULE: ./build/draft/index.js + 22 modules
var build_draft = __webpack_require__(8499);
// EXTERNAL MODULE: ./build/fault/index.js + 5 modules
var fault = __webpack_require__(440);
// EXTERNAL MODULE: ./build/log/index.js + 15 modules
var log = __webpack_require__(62883);
// EXTERNAL MODULE: ./build/registry/index.js + 79 modules
var registry = __webpack_require__(5942);
// EXTERNAL MODULE: ./build/text/index.js + 14 modules
var build_text = __webpack_require__(33699);
// EXTERNAL MODULE: ./build/command/hold-manager.js
var hold_manager = __webpack_require__(74695);
;// CONCATENATED MODULE: ./build/command/offer.js

/** A list that goes on longer than this is cut: a draft needs no more. */
const mostPages = 20;
/** Everything a server lists. */
async function askOffer(client, server, signal) {
    const list = (method, key) => allPages(client, server, method, key, signal);
    const resources = await list("resources/list", "resources");
    const templates = await list("resources/templates/list", "resourceTemplates");
    const prompts = await list("prompts/list", "prompts");
    return {
        tools: (0,build_draft/* offeredTools */.hT)(await list("tools/list", "tools")),
        resources: resources && (0,build_draft/* offeredNames */.aA)(resources, "resources", "uri"),
        resourceTemplates: templates && (0,build_draft/* offeredNames */.aA)(templates, "resourceTemplates", "uriTemplate"),
        prompts: prompts && (0,build_draft/* offeredNames */.aA)(prompts, "prompts", "name"),
    };
}
/** One result with the entries of all pages; null when the server does not have the method. */
async function allPages(client, server, method, key, signal) {
    const all = [];
    let cursor;
    for (let page = 0; page < mostPages; page += 1) {
        const params = typeof cursor === "string" ? { cursor } : {};
        const request = { server_name: server, method, params };
        const { result } = await client.call("docker_send_request", request, { signal });
        if (typeof result !== "object" || result === null) {
            return page === 0 ? null : { [key]: all };
        }
        const answer = new Map(Object.entries(result));
        const entries = answer.get(key);
        if (Array.isArray(entries)) {
            all.push(...entries);
        }
        cursor = answer.get("nextCursor");
        if (typeof cursor !== "string") {
            break;
        }
    }
    return { [key]: all };
}

// EXTERNAL MODULE: ./build/command/parse.js
var parse = __webpack_require__(19229);
// EXTERNAL MODULE: ./build/command/start-for-draft.js
var start_for_draft = __webpack_require__(55462);
;// CONCATENATED MODULE: ./build/command/try-tools.js



const timeoutMs = 15_000;
/** Tools that only wait use up the patience of whoever waits for the draft. */
const allMs = 90_000;
/** Calls each drafted tool that may be called once, in their order, so that the draft expects what really comes. */
async function tryTools(client, server, drafted, { signal, say }) {
    const trials = [];
    let spentMs = 0;
    for (const one of drafted) {
        if (one.out !== undefined || one.tool.asTask || spentMs > allMs) {
            trials.push(undefined);
            continue;
        }
        say(`${server}: calling ${one.tool.name}`);
        const trial = await tryTool(client, server, one, signal);
        signal.throwIfAborted();
        spentMs += trial.durationMs;
        trials.push(trial.trial);
        if (trial.gone) {
            await client.call("docker_restart_server", { server_name: server }, { signal });
        }
    }
    return trials;
}
async function tryTool(client, server, { tool, arguments: values }, signal) {
    const call = { server_name: server, tool: tool.name, arguments: values, timeout_ms: timeoutMs };
    try {
        const answer = await client.call("docker_call_tool", call, { signal });
        return { trial: (0,build_draft/* trialOf */.Qm)(answer), durationMs: Number(answer["duration_ms"]), gone: false };
    }
    catch (thrown) {
        const { code, message } = (0,fault/* asFault */.Ps)(thrown);
        const late = code === "CALL_TIMED_OUT";
        const why = late ? `it did not answer within ${(0,build_text/* duration */.p0)(timeoutMs)}` : message;
        return {
            trial: { kind: "unanswered", text: `called with these values ${why}` },
            durationMs: late ? timeoutMs : 0,
            gone: !late,
        };
    }
}

;// CONCATENATED MODULE: ./build/command/init.js














const defaultFile = "mcp-manager.yml";
/** `init SERVER`: starts the server once, asks what it offers, and writes a run file that tries all of it. */
async function init(command, io) {
    const [target, tooMuch] = command.positionals;
    if (target === undefined || tooMuch !== undefined) {
        throw new fault/* Fault */.vC("USAGE", "init: name one server, for example an npm package or ./folder.");
    }
    const path = command.text("out") ?? defaultFile;
    const file = (0,external_node_path_.resolve)(io.cwd, path);
    if ((0,external_node_fs_.existsSync)(file) && !command.flag("force")) {
        throw new fault/* Fault */.vC("USAGE", `init: ${path} is there already; --force writes over it.`);
    }
    const entry = (0,build_draft/* serverEntry */.iH)(target, {
        cwd: io.cwd,
        folder: (0,external_node_path_.dirname)(file),
        templates: (await builtIn(io)).names,
    });
    const servers = (0,build_draft/* serverText */.Tn)(entry.name, { ...entry.keys, ...serverKeys(command) });
    const limitMs = (0,parse/* parseTime */.pe)("timeout", command.text("timeout")) ?? 300_000;
    const { offer, drafted, trials } = await ask(servers, {
        name: entry.name,
        path,
        external: entry.external,
        calls: !command.flag("no-call"),
        limitMs,
        io,
    });
    const draft = (0,build_draft/* runFileText */.Z1)({
        comments: [
            `Drafted by docker-mcp-manager init ${target}. It is yours: edit it. See docs/run-file.md.`,
            ...(entry.remarks ?? []),
        ],
        servers,
        scenarios: (0,build_draft/* scenariosOfOffer */.jL)(offer, drafted, trials),
    });
    const text = await withoutSecrets(draft, io);
    await check(path, text, io);
    (0,external_node_fs_.mkdirSync)((0,external_node_path_.dirname)(file), { recursive: true });
    (0,external_node_fs_.writeFileSync)(file, text, { mode: 0o644 });
    const out = text.match(/^ {2}# Not run: /gm)?.length ?? 0;
    const open = text.match(/^ +# TODO /gm)?.length ?? 0;
    io.out((0,build_text/* forTerminal */.Qf)(`${path}: ${(0,build_text/* plural */.LS)(drafted.length, "tool")}, ${(0,build_text/* plural */.LS)(open, "TODO")}, ${out} not run. ` +
        `Next: docker-mcp-manager run${path === defaultFile ? "" : ` ${path}`}`) + "\n");
    return fault/* exitCodes */.hS.passed;
}
function serverKeys(command) {
    const args = command.texts("arg");
    const env = (0,parse/* parseVariables */.rf)(command.texts("env"), "env");
    const secrets = command.texts("secret");
    const volumes = command.texts("volume").map(volumeOf);
    const transport = command.text("transport");
    const port = command.text("port");
    return {
        ...(args.length === 0 ? {} : { args }),
        ...(Object.keys(env).length === 0 ? {} : { env }),
        ...(secrets.length === 0 ? {} : { secrets }),
        ...(volumes.length === 0 ? {} : { volumes }),
        ...(transport === undefined ? {} : { transport }),
        ...(port === undefined ? {} : { http: { port: (0,parse/* parseCount */.zq)("port", port, 0, 1, 65_535) } }),
    };
}
/** `./data:/data`, for writing `./data:/data:rw`. */
function volumeOf(text) {
    const [, host_path, container_path, mode] = /^(.+?):(\/.*?)(:r[ow])?$/.exec(text) ?? [];
    if (host_path === undefined || container_path === undefined) {
        throw new fault/* Fault */.vC("USAGE", `--volume "${text}": write ./folder:/path, or ./folder:/path:rw.`);
    }
    return { host_path, container_path, ...(mode === ":rw" ? { read_only: false } : {}) };
}
/** One life of a manager: everything it starts and writes is gone afterwards. */
async function ask(servers, about) {
    const { io, name } = about;
    const { manager, folder } = (0,hold_manager/* holdPassingManager */.c)(io);
    const client = (0,api/* localClient */.VP)(manager);
    const limit = new AbortController();
    const late = () => limit.abort(tookTooLong(about.limitMs));
    const timer = setTimeout(late, about.limitMs);
    const signal = AbortSignal.any([io.signal, limit.signal]);
    const say = (line) => io.err(`${(0,build_text/* forTerminal */.Qf)(line)}\n`);
    try {
        await (0,start_for_draft/* startForDraft */.t)(client, servers, { ...about, folder, signal, say });
        const offer = await askOffer(client, name, signal);
        const drafted = await Promise.all(offer.tools.map((tool) => (0,build_draft/* draftTool */.U2)(tool, about.external)));
        const trials = about.calls ? await tryTools(client, name, drafted, { signal, say }) : [];
        return { offer, drafted, trials };
    }
    catch (thrown) {
        throw limit.signal.aborted ? tookTooLong(about.limitMs) : thrown;
    }
    finally {
        clearTimeout(timer);
        await client.call("docker_shutdown", {});
        (0,external_node_fs_.rmSync)(folder, { recursive: true, force: true });
    }
}
function tookTooLong(limitMs) {
    return new fault/* Fault */.vC("RUN_TIMED_OUT", `init did not come to an end within ${(0,build_text/* duration */.p0)(limitMs)}.`, {
        hint: "Give it more time with --timeout, or leave out calling the tools with --no-call.",
    });
}
/** What the server answered stands in comments, and it may have answered with what it was given. */
async function withoutSecrets(text, io) {
    const { secrets } = await (0,config/* neededValues */.gK)(text, {}, io.environment, await builtIn(io));
    return (0,log/* createRedactor */.lY)(secrets).redact(text);
}
/** What we wrote must be what we read. */
async function check(path, text, io) {
    const templates = await builtIn(io);
    const values = await (0,config/* neededValues */.gK)(text, {}, io.environment, templates);
    try {
        await (0,config/* loadRunFile */._I)({
            file: (0,external_node_path_.relative)(io.cwd, (0,external_node_path_.resolve)(io.cwd, path)),
            text,
            variables: values.variables,
            environment: {},
            workspace: io.cwd,
            templates,
        });
    }
    catch (thrown) {
        const reasons = thrown instanceof fault/* Fault */.vC ? thrown.problems : [];
        const [first] = reasons;
        const why = first === undefined ? String(thrown) : `${first.line}: ${first.message}`;
        throw new fault/* Fault */.vC("INTERNAL", `The run file drafted for this server is not valid: line ${why}`);
    }
}
function builtIn({ templates }) {
    return (0,registry/* templateShelf */.PL)({ templatesFolder: templates });
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
