import { createRequire as __WEBPACK_EXTERNAL_createRequire } from "module";
/******/ var __webpack_modules__ = ({

/***/ 42613:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("assert");

/***/ }),

/***/ 20181:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("buffer");

/***/ }),

/***/ 35317:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("child_process");

/***/ }),

/***/ 49140:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("constants");

/***/ }),

/***/ 76982:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("crypto");

/***/ }),

/***/ 72250:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("dns");

/***/ }),

/***/ 24434:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("events");

/***/ }),

/***/ 79896:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs");

/***/ }),

/***/ 91943:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("fs/promises");

/***/ }),

/***/ 58611:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http");

/***/ }),

/***/ 85675:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("http2");

/***/ }),

/***/ 65692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("https");

/***/ }),

/***/ 69278:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("net");

/***/ }),

/***/ 34589:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:assert");

/***/ }),

/***/ 16698:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:async_hooks");

/***/ }),

/***/ 4573:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:buffer");

/***/ }),

/***/ 31421:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:child_process");

/***/ }),

/***/ 37540:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:console");

/***/ }),

/***/ 77598:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:crypto");

/***/ }),

/***/ 53053:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:diagnostics_channel");

/***/ }),

/***/ 40610:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns");

/***/ }),

/***/ 71553:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:dns/promises");

/***/ }),

/***/ 78474:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:events");

/***/ }),

/***/ 73024:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs");

/***/ }),

/***/ 51455:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:fs/promises");

/***/ }),

/***/ 37067:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http");

/***/ }),

/***/ 32467:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:http2");

/***/ }),

/***/ 44708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:https");

/***/ }),

/***/ 98995:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:module");

/***/ }),

/***/ 77030:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:net");

/***/ }),

/***/ 48161:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:os");

/***/ }),

/***/ 76760:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:path");

/***/ }),

/***/ 643:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:perf_hooks");

/***/ }),

/***/ 1708:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:process");

/***/ }),

/***/ 41792:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:querystring");

/***/ }),

/***/ 80481:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:readline");

/***/ }),

/***/ 80099:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:sqlite");

/***/ }),

/***/ 57075:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream");

/***/ }),

/***/ 46466:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:stream/promises");

/***/ }),

/***/ 46193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:string_decoder");

/***/ }),

/***/ 41692:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:tls");

/***/ }),

/***/ 73136:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:url");

/***/ }),

/***/ 57975:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util");

/***/ }),

/***/ 73429:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:util/types");

/***/ }),

/***/ 75919:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:worker_threads");

/***/ }),

/***/ 38522:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:zlib");

/***/ }),

/***/ 70857:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("os");

/***/ }),

/***/ 16928:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("path");

/***/ }),

/***/ 932:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("process");

/***/ }),

/***/ 83480:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("querystring");

/***/ }),

/***/ 2203:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("stream");

/***/ }),

/***/ 13193:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("string_decoder");

/***/ }),

/***/ 53557:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("timers");

/***/ }),

/***/ 64756:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tls");

/***/ }),

/***/ 52018:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("tty");

/***/ }),

/***/ 87016:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("url");

/***/ }),

/***/ 39023:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("util");

/***/ }),

/***/ 43106:
/***/ ((module) => {

module.exports = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("zlib");

/***/ }),

/***/ 56931:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  ml: () => (/* reexport */ systemClock),
  Y$: () => (/* reexport */ withBudget),
  ux: () => (/* reexport */ within)
});

;// CONCATENATED MODULE: external "node:vm"
const external_node_vm_namespaceObject = __WEBPACK_EXTERNAL_createRequire(import.meta.url)("node:vm");
// EXTERNAL MODULE: ./build/fault/index.js + 5 modules
var fault = __nccwpck_require__(440);
;// CONCATENATED MODULE: ./build/clock/budget.js


const defaultBudgetMs = 100;
/** On a loaded machine the time may pass while we hardly run at all; then they are granted anew. */
const attempts = 5;
let script;
let context;
/**
 * Does synchronous work that may take for ever, such as a regular expression on foreign text, for at most
 * `budgetMs` (100) of processor time.
 *
 * V8 ends code of a `vm` script at its timeout, also inside a regular expression; entering costs about 0.2 ms.
 * Throws NOT_JUDGEABLE, its message beginning with `what`, when the time is over.
 */
function withBudget(what, work, budgetMs = defaultBudgetMs) {
    for (let attempt = 1;; attempt += 1) {
        const before = process.threadCpuUsage();
        try {
            return runWithTimeout(work, budgetMs);
        }
        catch (error) {
            if (!isTimeout(error)) {
                throw error;
            }
            const used = process.threadCpuUsage(before);
            if (attempt === attempts || used.user + used.system >= (budgetMs * 1000) / 2) {
                throw new fault/* Fault */.vC("NOT_JUDGEABLE", `${what} too slow: given up after ${budgetMs} ms`);
            }
        }
    }
}
function runWithTimeout(work, budgetMs) {
    script ??= new external_node_vm_namespaceObject.Script("work()");
    context ??= (0,external_node_vm_namespaceObject.createContext)(Object.create(null));
    const results = [];
    context["work"] = () => {
        results.push(work());
    };
    try {
        script.runInContext(context, { timeout: budgetMs });
    }
    finally {
        context["work"] = undefined;
    }
    // The script has run to its end, so exactly one result is there.
    return results[0];
}
function isTimeout(error) {
    // An error made by the vm module, perhaps in the script's realm: only its code is reliable.
    return error?.code === "ERR_SCRIPT_EXECUTION_TIMEOUT";
}

;// CONCATENATED MODULE: ./build/clock/clock.js
const systemClock = {
    nowMs: () => performance.timeOrigin + performance.now(),
    monotonicMs: () => performance.now(),
    sleep: (ms, signal) => new Promise((resolve, reject) => {
        if (signal?.aborted) {
            reject(signal.reason);
            return;
        }
        const timer = setTimeout(() => {
            signal?.removeEventListener("abort", onAbort);
            resolve();
        }, ms);
        function onAbort() {
            clearTimeout(timer);
            reject(signal?.reason);
        }
        signal?.addEventListener("abort", onAbort, { once: true });
    }),
};

;// CONCATENATED MODULE: ./build/clock/within.js
/**
 * Settles with `work`, or rejects with `onTimeout()` after `ms`.
 *
 * The timer is cleared as soon as the work settles, so nothing keeps the process alive.
 */
function within(work, ms, onTimeout) {
    return new Promise((resolve, reject) => {
        const timer = setTimeout(() => reject(onTimeout()), ms);
        work.then((value) => {
            clearTimeout(timer);
            resolve(value);
        }, (error) => {
            clearTimeout(timer);
            reject(error);
        });
    });
}

;// CONCATENATED MODULE: ./build/clock/index.js
// Time as an argument: the clock, waiting with a limit, and work with a budget.





/***/ }),

/***/ 440:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  vC: () => (/* reexport */ Fault),
  Ps: () => (/* reexport */ asFault),
  F4: () => (/* reexport */ codes),
  hS: () => (/* reexport */ exitCodes)
});

;// CONCATENATED MODULE: ./build/fault/exit-codes.js
/** What the process says to its caller. The action's `exit-code` output and the JSON report use the same numbers. */
const exitCodes = {
    passed: 0,
    failed: 1,
    usage: 2,
    notReady: 3,
    engine: 4,
    breached: 5,
    timeout: 6,
    leftBehind: 7,
    internal: 70,
    interrupted: 130,
};

;// CONCATENATED MODULE: ./build/fault/image-codes.js

/** How images cannot be had. */
const imageCodes = {
    IMAGE_NOT_FOUND: {
        exit: exitCodes.notReady,
        blame: "run file",
        title: "Image not found",
        hint: "Check the name and tag; pull or build the image first if it exists only locally.",
    },
    IMAGE_PULL_FAILED: {
        exit: exitCodes.engine,
        blame: "environment",
        title: "Image could not be pulled",
        hint: "Check the registry's address and your login; a mirror can be set with `registry-mirror`.",
    },
    IMAGE_PULL_LIMITED: {
        exit: exitCodes.engine,
        blame: "environment",
        title: "The registry's limit on pulls is reached",
        hint: "Log in (`docker login`), or set a mirror (`registry-mirror`).",
    },
    IMAGE_PULL_DENIED: {
        exit: exitCodes.engine,
        blame: "environment",
        title: "The registry wants a login, or another one",
        hint: "Log in with `docker login REGISTRY`; the login in Docker's config.json is used.",
    },
    IMAGE_PULL_BROKEN: {
        exit: exitCodes.engine,
        blame: "environment",
        title: "The registry failed",
        hint: "Try again later, or set a mirror (`registry-mirror`).",
    },
    IMAGE_NOT_PRESENT: {
        exit: exitCodes.notReady,
        blame: "run file",
        title: "Image is not on the engine and may not be pulled",
        hint: "Load or build it first, or set `pull: missing`.",
    },
    IMAGE_NOT_ALLOWED: {
        exit: exitCodes.usage,
        blame: "run file",
        title: "Image not allowed",
        hint: "Use another image, or allow it with `image_policy` in the run file.",
    },
    IMAGE_USER_UNKNOWN: {
        exit: exitCodes.notReady,
        blame: "run file",
        title: "The image's user is not in the image",
        hint: "Add the user in the image, or say `hardening: { user: NUMBER }`.",
    },
    IMAGE_BUILD_FAILED: {
        exit: exitCodes.notReady,
        blame: "run file",
        title: "Image build failed",
        hint: "The last lines of the build output show the failing instruction.",
    },
};

;// CONCATENATED MODULE: ./build/fault/network-codes.js

/** What goes wrong with the networks of servers. */
const networkCodes = {
    ENGINE_NETWORKS_FULL: {
        exit: exitCodes.engine,
        blame: "environment",
        title: "The engine has no address range left for a network",
        hint: "Remove networks that nobody uses (`docker network prune`), or give the engine more ranges (`default-address-pools` in its daemon.json); its own are enough for about 30.",
    },
    RELAY_LOST: {
        exit: exitCodes.engine,
        blame: "environment",
        title: "The relay of a network ended",
        hint: "Somebody or something ended a container that the manager reaches its servers by (label `role=relay`); it starts a new one by itself.",
    },
    HOST_PORT_UNAVAILABLE: {
        exit: exitCodes.notReady,
        blame: "environment",
        title: "The port of this machine cannot be had",
        hint: "`ss -ltnp` shows who has it; choose another in `http.publish`, or `true` for one that is free.",
    },
};

;// CONCATENATED MODULE: ./build/fault/codes.js



/** Every way we can fail. Messages are built where the fact is known; this table owns what never varies. */
const codes = {
    ...imageCodes,
    ...networkCodes,
    RUN_FILE_NOT_FOUND: {
        exit: exitCodes.usage,
        blame: "run file",
        title: "Run file not found",
        hint: "Create mcp-manager.yml, or name the file with the `config` input or as the CLI's argument.",
    },
    RUN_FILE_INVALID: {
        exit: exitCodes.usage,
        blame: "run file",
        title: "Run file invalid",
        hint: "Correct the places listed; `docker-mcp-manager validate` checks without starting anything.",
    },
    USAGE: {
        exit: exitCodes.usage,
        blame: "caller",
        title: "Usage error",
        hint: "Run `docker-mcp-manager --help` for the commands and options.",
    },
    NOTHING_TO_TEST: {
        exit: exitCodes.usage,
        blame: "run file",
        title: "Nothing was tested",
        hint: "Declare at least one scenario with a step, or widen the `only` filter.",
    },
    NODE_TOO_OLD: {
        exit: exitCodes.usage,
        blame: "environment",
        title: "Node.js is too old",
        hint: "Use Node.js 24 or newer.",
    },
    ENGINE_NOT_INSTALLED: {
        exit: exitCodes.engine,
        blame: "environment",
        title: "No Docker Engine found",
        hint: "Install Docker Engine, or set DOCKER_HOST to the address of one.",
    },
    ENGINE_NOT_RUNNING: {
        exit: exitCodes.engine,
        blame: "environment",
        title: "Docker Engine is not running",
        hint: "Start the engine (for example `systemctl start docker`), or correct DOCKER_HOST.",
    },
    ENGINE_PERMISSION_DENIED: {
        exit: exitCodes.engine,
        blame: "environment",
        title: "No permission to talk to the Docker Engine",
        hint: "Add the user to the group `docker`, or use a rootless engine's socket through DOCKER_HOST.",
    },
    ENGINE_UNSUPPORTED: {
        exit: exitCodes.engine,
        blame: "environment",
        title: "Docker Engine version not supported",
        hint: "Use Docker Engine 20.10 or newer.",
    },
    ENGINE_ERROR: {
        exit: exitCodes.engine,
        blame: "environment",
        title: "The Docker Engine refused or failed",
        hint: "The engine's own words are in the message; its log (`journalctl -u docker`) may say more.",
    },
    ENGINE_UNRESPONSIVE: {
        exit: exitCodes.engine,
        blame: "environment",
        title: "The Docker Engine stopped answering",
        hint: "Check the engine's load and disk; the call was given up, nothing was retried.",
    },
    ENGINE_LOST: {
        exit: exitCodes.engine,
        blame: "environment",
        title: "The Docker Engine went away during the run",
        hint: "It ended, was restarted, or the way to it was cut; its log (`journalctl -u docker`) may say why.",
    },
    ENGINE_DISK_FULL: {
        exit: exitCodes.engine,
        blame: "environment",
        title: "No space left on the engine's disk",
        hint: "Free space where the engine keeps its data; `docker system df` shows what takes it, `docker builder prune` frees what builds keep.",
    },
    MOUNT_SOURCE_MISSING: {
        exit: exitCodes.usage,
        blame: "run file",
        title: "Volume's host path does not exist on the engine's host",
        hint: "Create it, or correct `host_path`; nothing is created for you.",
    },
    TEMPLATE_NOT_FOUND: {
        exit: exitCodes.usage,
        blame: "run file",
        title: "Template not found",
        hint: "The templates are the folders of `templates/`; each has a README.",
    },
    TEMPLATE_INVALID: {
        exit: exitCodes.usage,
        blame: "run file",
        title: "Template or its parameters invalid",
        hint: "The template's README lists its parameters.",
    },
    TEMPLATE_NAME_TAKEN: {
        exit: exitCodes.usage,
        blame: "caller",
        title: "Template name already in use",
        hint: "Choose another name, or say `override: true` to take its place.",
    },
    LOCK_NOT_FOUND: {
        exit: exitCodes.usage,
        blame: "run file",
        title: "No lock file",
        hint: "Write it with `docker-mcp-manager lock`, and keep it under version control.",
    },
    LOCK_INVALID: {
        exit: exitCodes.usage,
        blame: "run file",
        title: "Lock file invalid",
        hint: "Do not edit it: delete it and write it anew with `docker-mcp-manager lock`.",
    },
    LOCK_DRIFT: {
        exit: exitCodes.usage,
        blame: "run file",
        title: "Not what was locked",
        hint: "If the change is wanted, `docker-mcp-manager lock --update NAME` locks what there is now.",
    },
    PACKAGE_NOT_FOUND: {
        exit: exitCodes.usage,
        blame: "run file",
        title: "No such package",
        hint: "Check the name; a private registry is asked when its client's environment variable names it.",
    },
    PACKAGE_INDEX_UNREACHABLE: {
        exit: exitCodes.engine,
        blame: "environment",
        title: "Package index does not answer",
        hint: "Check the network and its proxy (HTTPS_PROXY), or name a mirror as its own client wants it named.",
    },
    SERVER_EXITED_EARLY: {
        exit: exitCodes.notReady,
        blame: "server",
        title: "Server exited before it was ready",
        hint: "Its last stderr lines are in the message; `docker-mcp-manager logs NAME` shows all.",
    },
    SERVER_NOT_READY: {
        exit: exitCodes.notReady,
        blame: "server",
        title: "Server did not become ready in time",
        hint: "Raise `ready.timeout`, or find out in its log what it waits for.",
    },
    SERVER_COMMAND_NOT_FOUND: {
        exit: exitCodes.notReady,
        blame: "run file",
        title: "Command not found in the image",
        hint: "Correct `command`, or install the program in the image.",
    },
    DEPENDENCY_FAILED: {
        exit: exitCodes.notReady,
        blame: "environment",
        title: "What a server waits for failed",
        hint: "The cause and the end of its output are in the message; `docker-mcp-manager logs NAME` shows all.",
    },
    SERVER_NOT_FOUND: {
        exit: exitCodes.usage,
        blame: "caller",
        title: "No such server",
        hint: "`docker_list_servers` or `docker-mcp-manager ps` lists the servers.",
    },
    SERVER_NAME_TAKEN: {
        exit: exitCodes.usage,
        blame: "caller",
        title: "Server name already in use",
        hint: "Choose another name, or stop and remove the server first.",
    },
    SERVER_NOT_RUNNING: {
        exit: exitCodes.failed,
        blame: "caller",
        title: "Server is not running",
        hint: "Start or restart it first.",
    },
    SESSION_CLOSED: {
        exit: exitCodes.failed,
        blame: "server",
        title: "The connection to the server ended",
        hint: "The server's exit code and last stderr lines are in the message.",
    },
    CALL_TIMED_OUT: {
        exit: exitCodes.failed,
        blame: "server",
        title: "The server did not answer in time",
        hint: "Raise the step's `timeout`, or find out in the server's log what it waits for.",
    },
    PROTOCOL_VIOLATION: {
        exit: exitCodes.failed,
        blame: "server",
        title: "The server broke the protocol",
        hint: "The offending bytes are quoted in the message.",
    },
    NOT_JUDGEABLE: {
        exit: exitCodes.failed,
        blame: "run file",
        title: "An expectation could not be judged",
        hint: "Simplify the pattern or the JSONPath; nested quantifiers such as (a+)+ are the usual cause.",
    },
    PATH_NOT_ALLOWED: {
        exit: exitCodes.usage,
        blame: "run file",
        title: "Path not allowed",
        hint: "Use a path inside the workspace.",
    },
    RELAXATION_NOT_ALLOWED: {
        exit: exitCodes.usage,
        blame: "run file",
        title: "Relaxation not allowed",
        hint: "What the run file relaxes must be listed in `allow` of the workflow's step, or with `--allow` on the command line.",
    },
    LIMIT_NOT_POSSIBLE: {
        exit: exitCodes.usage,
        blame: "run file",
        title: "Limit not possible",
        hint: "Set `limits` of the server to what the engine's host has.",
    },
    RUN_TIMED_OUT: {
        exit: exitCodes.timeout,
        blame: "run file",
        title: "The run took longer than its timeout",
        hint: "Raise `timeout`, or split the run.",
    },
    SCENARIO_TIMED_OUT: {
        exit: exitCodes.failed,
        blame: "server",
        title: "The scenario took longer than its timeout",
        hint: "Raise the scenario's `timeout`, or find out in the server's log what it waits for.",
    },
    INTERRUPTED: {
        exit: exitCodes.interrupted,
        blame: "caller",
        title: "Interrupted",
        hint: "The run was cancelled; results so far are in the report.",
    },
    MANAGER_UNREACHABLE: {
        exit: exitCodes.internal,
        blame: "us",
        title: "The manager process does not answer",
        hint: "Its log is in the report artifact as manager.log.",
    },
    MANAGER_DIED: {
        exit: exitCodes.internal,
        blame: "environment",
        title: "The manager process died during the run",
        hint: "Results up to that moment are in the report; the end of manager.log may show why.",
    },
    ACCESS_DENIED: {
        exit: exitCodes.usage,
        blame: "caller",
        title: "Access denied",
        hint: "Use the manager's address and bearer token as given in its outputs.",
    },
    RECORD_UNREADABLE: {
        exit: exitCodes.internal,
        blame: "environment",
        title: "The record could not be read",
        hint: "Check that it is whole, and the permissions of the run's directory.",
    },
    RECORD_UNWRITABLE: {
        exit: exitCodes.engine,
        blame: "environment",
        title: "The run's folder takes no more",
        hint: "Make room on its disk (df -h, df -i), or name another folder: what was committed before is kept.",
    },
    LEFT_BEHIND: {
        exit: exitCodes.leftBehind,
        blame: "environment",
        title: "Something was left behind",
        hint: "`docker-mcp-manager sweep` removes what carries our label.",
    },
    INTERNAL: {
        exit: exitCodes.internal,
        blame: "us",
        title: "Internal error",
        hint: "This is a bug; please report it with manager.log.",
    },
};

;// CONCATENATED MODULE: ./build/fault/fault.js

/** A promise that could not be kept. What a server answers is a result, never a fault. */
class Fault extends Error {
    code;
    hint;
    problems;
    constructor(code, message, options = {}) {
        super(message, options.cause === undefined ? undefined : { cause: options.cause });
        this.name = "Fault";
        this.code = code;
        this.hint = options.hint ?? codes[code].hint;
        this.problems = options.problems ?? [];
    }
    get exitCode() {
        return codes[this.code].exit;
    }
    get blame() {
        return codes[this.code].blame;
    }
}
/** Anything thrown as a Fault; what is not one becomes INTERNAL with the original as its cause. */
function asFault(thrown) {
    if (thrown instanceof Fault) {
        return thrown;
    }
    const message = thrown instanceof Error ? thrown.message : String(thrown);
    return new Fault("INTERNAL", message, { cause: thrown });
}

;// CONCATENATED MODULE: ./build/fault/index.js
// Every way we can fail: one error class, one table of codes. Imports nothing.





/***/ }),

/***/ 59479:
/***/ ((__webpack_module__, __unused_webpack___webpack_exports__, __nccwpck_require__) => {

__nccwpck_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
/* harmony import */ var _clock_index_js__WEBPACK_IMPORTED_MODULE_0__ = __nccwpck_require__(56931);
/* harmony import */ var _product_index_js__WEBPACK_IMPORTED_MODULE_1__ = __nccwpck_require__(59991);
// Entry of the step: says at once that it lives, and loads the rest only then.


const oldestNode = 24;
if (Number(process.versions.node.split(".")[0]) < oldestNode) {
    process.stdout.write(`::error title=Node.js is too old::Docker MCP Manager needs Node.js ${oldestNode} or newer; this runner has ${process.versions.node}.\n`);
    process.exit(2);
}
if (process.argv[2] === "cache") {
    // Ends the process.
    await Promise.all(/* import() */[__nccwpck_require__.e(302), __nccwpck_require__.e(854), __nccwpck_require__.e(22)]).then(__nccwpck_require__.bind(__nccwpck_require__, 72022));
}
const cancelled = new AbortController();
process.on("SIGINT", () => cancelled.abort());
// The runner kills 2.5 s later; post finds all it needs on disk.
process.on("SIGTERM", () => process.exit(143));
const product = (0,_product_index_js__WEBPACK_IMPORTED_MODULE_1__/* .productAround */ .p)(import.meta.url);
process.stdout.write(`Docker MCP Manager ${product.version}\n`);
const { runMain } = await Promise.all(/* import() */[__nccwpck_require__.e(302), __nccwpck_require__.e(854)]).then(__nccwpck_require__.bind(__nccwpck_require__, 95854));
const exitCode = await runMain({
    environment: process.env,
    version: product.version,
    managerEntry: product.managerEntry,
    cacheEntry: product.cacheEntry,
    templates: product.templates,
    execPath: process.execPath,
    userId: process.getuid?.(),
    parentPid: process.ppid,
    signal: cancelled.signal,
    write: (text) => process.stdout.write(text),
    clock: _clock_index_js__WEBPACK_IMPORTED_MODULE_0__/* .systemClock */ .ml,
});
// Sockets of clients may dangle; what was written is flushed first.
process.stdout.write("", () => process.exit(exitCode));

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ }),

/***/ 59991:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __nccwpck_require__) => {


// EXPORTS
__nccwpck_require__.d(__webpack_exports__, {
  p: () => (/* reexport */ productAround)
});

// EXTERNAL MODULE: external "node:fs"
var external_node_fs_ = __nccwpck_require__(73024);
// EXTERNAL MODULE: external "node:path"
var external_node_path_ = __nccwpck_require__(76760);
// EXTERNAL MODULE: external "node:url"
var external_node_url_ = __nccwpck_require__(73136);
// EXTERNAL MODULE: ./build/fault/index.js + 5 modules
var fault = __nccwpck_require__(440);
;// CONCATENATED MODULE: ./build/product/product.js




/** Finds what lies beside the code that runs: the nearest folder above `moduleUrl` with an action.yml. */
function productAround(moduleUrl) {
    let folder = (0,external_node_path_.dirname)((0,external_node_url_.fileURLToPath)(moduleUrl));
    while (!(0,external_node_fs_.existsSync)((0,external_node_path_.join)(folder, "action.yml"))) {
        const above = (0,external_node_path_.dirname)(folder);
        if (above === folder) {
            throw new fault/* Fault */.vC("INTERNAL", `No action.yml above ${(0,external_node_url_.fileURLToPath)(moduleUrl)}: the product is incomplete.`);
        }
        folder = above;
    }
    // Our own file, under version control beside this code.
    const { version } = JSON.parse((0,external_node_fs_.readFileSync)((0,external_node_path_.join)(folder, "package.json"), "utf8"));
    return {
        version,
        templates: (0,external_node_path_.join)(folder, "templates"),
        managerEntry: (0,external_node_path_.join)(folder, "dist", "manager", "index.js"),
        cacheEntry: (0,external_node_path_.join)(folder, "dist", "main", "index.js"),
    };
}

;// CONCATENATED MODULE: ./build/product/index.js
// Where this product lies on disk and which version it is.



/***/ })

/******/ });
/************************************************************************/
/******/ // The module cache
/******/ var __webpack_module_cache__ = {};
/******/ 
/******/ // The require function
/******/ function __nccwpck_require__(moduleId) {
/******/ 	// Check if module is in cache
/******/ 	var cachedModule = __webpack_module_cache__[moduleId];
/******/ 	if (cachedModule !== undefined) {
/******/ 		return cachedModule.exports;
/******/ 	}
/******/ 	// Create a new module (and put it into the cache)
/******/ 	var module = __webpack_module_cache__[moduleId] = {
/******/ 		id: moduleId,
/******/ 		loaded: false,
/******/ 		exports: {}
/******/ 	};
/******/ 
/******/ 	// Execute the module function
/******/ 	var threw = true;
/******/ 	try {
/******/ 		__webpack_modules__[moduleId].call(module.exports, module, module.exports, __nccwpck_require__);
/******/ 		threw = false;
/******/ 	} finally {
/******/ 		if(threw) delete __webpack_module_cache__[moduleId];
/******/ 	}
/******/ 
/******/ 	// Flag the module as loaded
/******/ 	module.loaded = true;
/******/ 
/******/ 	// Return the exports of the module
/******/ 	return module.exports;
/******/ }
/******/ 
/******/ // expose the modules object (__webpack_modules__)
/******/ __nccwpck_require__.m = __webpack_modules__;
/******/ 
/************************************************************************/
/******/ /* webpack/runtime/asset-relocator-loader */
/******/ if (typeof __nccwpck_require__ !== 'undefined') __nccwpck_require__.ab = decodeURIComponent(new URL('.', import.meta.url).pathname).slice(import.meta.url.match(/^file:\/\/\/\w:/) ? 1 : 0, -1) + "/";
/******/ 
/******/ /* webpack/runtime/async module */
/******/ (() => {
/******/ 	var webpackQueues = typeof Symbol === "function" ? Symbol("webpack queues") : "__webpack_queues__";
/******/ 	var webpackExports = typeof Symbol === "function" ? Symbol("webpack exports") : "__webpack_exports__";
/******/ 	var webpackError = typeof Symbol === "function" ? Symbol("webpack error") : "__webpack_error__";
/******/ 	var resolveQueue = (queue) => {
/******/ 		if(queue && queue.d < 1) {
/******/ 			queue.d = 1;
/******/ 			queue.forEach((fn) => (fn.r--));
/******/ 			queue.forEach((fn) => (fn.r-- ? fn.r++ : fn()));
/******/ 		}
/******/ 	}
/******/ 	var wrapDeps = (deps) => (deps.map((dep) => {
/******/ 		if(dep !== null && typeof dep === "object") {
/******/ 			if(dep[webpackQueues]) return dep;
/******/ 			if(dep.then) {
/******/ 				var queue = [];
/******/ 				queue.d = 0;
/******/ 				dep.then((r) => {
/******/ 					obj[webpackExports] = r;
/******/ 					resolveQueue(queue);
/******/ 				}, (e) => {
/******/ 					obj[webpackError] = e;
/******/ 					resolveQueue(queue);
/******/ 				});
/******/ 				var obj = {};
/******/ 				obj[webpackQueues] = (fn) => (fn(queue));
/******/ 				return obj;
/******/ 			}
/******/ 		}
/******/ 		var ret = {};
/******/ 		ret[webpackQueues] = x => {};
/******/ 		ret[webpackExports] = dep;
/******/ 		return ret;
/******/ 	}));
/******/ 	__nccwpck_require__.a = (module, body, hasAwait) => {
/******/ 		var queue;
/******/ 		hasAwait && ((queue = []).d = -1);
/******/ 		var depQueues = new Set();
/******/ 		var exports = module.exports;
/******/ 		var currentDeps;
/******/ 		var outerResolve;
/******/ 		var reject;
/******/ 		var promise = new Promise((resolve, rej) => {
/******/ 			reject = rej;
/******/ 			outerResolve = resolve;
/******/ 		});
/******/ 		promise[webpackExports] = exports;
/******/ 		promise[webpackQueues] = (fn) => (queue && fn(queue), depQueues.forEach(fn), promise["catch"](x => {}));
/******/ 		module.exports = promise;
/******/ 		body((deps) => {
/******/ 			currentDeps = wrapDeps(deps);
/******/ 			var fn;
/******/ 			var getResult = () => (currentDeps.map((d) => {
/******/ 				if(d[webpackError]) throw d[webpackError];
/******/ 				return d[webpackExports];
/******/ 			}))
/******/ 			var promise = new Promise((resolve) => {
/******/ 				fn = () => (resolve(getResult));
/******/ 				fn.r = 0;
/******/ 				var fnQueue = (q) => (q !== queue && !depQueues.has(q) && (depQueues.add(q), q && !q.d && (fn.r++, q.push(fn))));
/******/ 				currentDeps.map((dep) => (dep[webpackQueues](fnQueue)));
/******/ 			});
/******/ 			return fn.r ? promise : getResult();
/******/ 		}, (err) => ((err ? reject(promise[webpackError] = err) : outerResolve(exports)), resolveQueue(queue)));
/******/ 		queue && queue.d < 0 && (queue.d = 0);
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/create fake namespace object */
/******/ (() => {
/******/ 	var getProto = Object.getPrototypeOf ? (obj) => (Object.getPrototypeOf(obj)) : (obj) => (obj.__proto__);
/******/ 	var leafPrototypes;
/******/ 	// create a fake namespace object
/******/ 	// mode & 1: value is a module id, require it
/******/ 	// mode & 2: merge all properties of value into the ns
/******/ 	// mode & 4: return value when already ns object
/******/ 	// mode & 16: return value when it's Promise-like
/******/ 	// mode & 8|1: behave like require
/******/ 	__nccwpck_require__.t = function(value, mode) {
/******/ 		if(mode & 1) value = this(value);
/******/ 		if(mode & 8) return value;
/******/ 		if(typeof value === 'object' && value) {
/******/ 			if((mode & 4) && value.__esModule) return value;
/******/ 			if((mode & 16) && typeof value.then === 'function') return value;
/******/ 		}
/******/ 		var ns = Object.create(null);
/******/ 		__nccwpck_require__.r(ns);
/******/ 		var def = {};
/******/ 		leafPrototypes = leafPrototypes || [null, getProto({}), getProto([]), getProto(getProto)];
/******/ 		for(var current = mode & 2 && value; typeof current == 'object' && !~leafPrototypes.indexOf(current); current = getProto(current)) {
/******/ 			Object.getOwnPropertyNames(current).forEach((key) => (def[key] = () => (value[key])));
/******/ 		}
/******/ 		def['default'] = () => (value);
/******/ 		__nccwpck_require__.d(ns, def);
/******/ 		return ns;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/define property getters */
/******/ (() => {
/******/ 	// define getter functions for harmony exports
/******/ 	__nccwpck_require__.d = (exports, definition) => {
/******/ 		for(var key in definition) {
/******/ 			if(__nccwpck_require__.o(definition, key) && !__nccwpck_require__.o(exports, key)) {
/******/ 				Object.defineProperty(exports, key, { enumerable: true, get: definition[key] });
/******/ 			}
/******/ 		}
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/ensure chunk */
/******/ (() => {
/******/ 	__nccwpck_require__.f = {};
/******/ 	// This file contains only the entry chunk.
/******/ 	// The chunk loading function for additional chunks
/******/ 	__nccwpck_require__.e = (chunkId) => {
/******/ 		return Promise.all(Object.keys(__nccwpck_require__.f).reduce((promises, key) => {
/******/ 			__nccwpck_require__.f[key](chunkId, promises);
/******/ 			return promises;
/******/ 		}, []));
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/get javascript chunk filename */
/******/ (() => {
/******/ 	// This function allow to reference async chunks
/******/ 	__nccwpck_require__.u = (chunkId) => {
/******/ 		// return url for filenames based on template
/******/ 		return "" + chunkId + ".index.js";
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/hasOwnProperty shorthand */
/******/ (() => {
/******/ 	__nccwpck_require__.o = (obj, prop) => (Object.prototype.hasOwnProperty.call(obj, prop))
/******/ })();
/******/ 
/******/ /* webpack/runtime/make namespace object */
/******/ (() => {
/******/ 	// define __esModule on exports
/******/ 	__nccwpck_require__.r = (exports) => {
/******/ 		if(typeof Symbol !== 'undefined' && Symbol.toStringTag) {
/******/ 			Object.defineProperty(exports, Symbol.toStringTag, { value: 'Module' });
/******/ 		}
/******/ 		Object.defineProperty(exports, '__esModule', { value: true });
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/node module decorator */
/******/ (() => {
/******/ 	__nccwpck_require__.nmd = (module) => {
/******/ 		module.paths = [];
/******/ 		if (!module.children) module.children = [];
/******/ 		return module;
/******/ 	};
/******/ })();
/******/ 
/******/ /* webpack/runtime/import chunk loading */
/******/ (() => {
/******/ 	// no baseURI
/******/ 	
/******/ 	// object to store loaded and loading chunks
/******/ 	// undefined = chunk not loaded, null = chunk preloaded/prefetched
/******/ 	// [resolve, Promise] = chunk loading, 0 = chunk loaded
/******/ 	var installedChunks = {
/******/ 		792: 0
/******/ 	};
/******/ 	
/******/ 	var installChunk = (data) => {
/******/ 		var {ids, modules, runtime} = data;
/******/ 		// add "modules" to the modules object,
/******/ 		// then flag all "ids" as loaded and fire callback
/******/ 		var moduleId, chunkId, i = 0;
/******/ 		for(moduleId in modules) {
/******/ 			if(__nccwpck_require__.o(modules, moduleId)) {
/******/ 				__nccwpck_require__.m[moduleId] = modules[moduleId];
/******/ 			}
/******/ 		}
/******/ 		if(runtime) runtime(__nccwpck_require__);
/******/ 		for(;i < ids.length; i++) {
/******/ 			chunkId = ids[i];
/******/ 			if(__nccwpck_require__.o(installedChunks, chunkId) && installedChunks[chunkId]) {
/******/ 				installedChunks[chunkId][0]();
/******/ 			}
/******/ 			installedChunks[ids[i]] = 0;
/******/ 		}
/******/ 	
/******/ 	}
/******/ 	
/******/ 	__nccwpck_require__.f.j = (chunkId, promises) => {
/******/ 			// import() chunk loading for javascript
/******/ 			var installedChunkData = __nccwpck_require__.o(installedChunks, chunkId) ? installedChunks[chunkId] : undefined;
/******/ 			if(installedChunkData !== 0) { // 0 means "already installed".
/******/ 	
/******/ 				// a Promise means "currently loading".
/******/ 				if(installedChunkData) {
/******/ 					promises.push(installedChunkData[1]);
/******/ 				} else {
/******/ 					if(true) { // all chunks have JS
/******/ 						// setup Promise in chunk cache
/******/ 						var promise = import("./" + __nccwpck_require__.u(chunkId)).then(installChunk, (e) => {
/******/ 							if(installedChunks[chunkId] !== 0) installedChunks[chunkId] = undefined;
/******/ 							throw e;
/******/ 						});
/******/ 						var promise = Promise.race([promise, new Promise((resolve) => (installedChunkData = installedChunks[chunkId] = [resolve]))])
/******/ 						promises.push(installedChunkData[1] = promise);
/******/ 					}
/******/ 				}
/******/ 			}
/******/ 	};
/******/ 	
/******/ 	// no prefetching
/******/ 	
/******/ 	// no preloaded
/******/ 	
/******/ 	// no external install chunk
/******/ 	
/******/ 	// no on chunks loaded
/******/ })();
/******/ 
/************************************************************************/
/******/ 
/******/ // startup
/******/ // Load entry module and return exports
/******/ // This entry module used 'module' so it can't be inlined
/******/ var __webpack_exports__ = __nccwpck_require__(59479);
/******/ __webpack_exports__ = await __webpack_exports__;
/******/ 
