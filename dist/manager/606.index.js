export const id = 606;
export const ids = [606];
export const modules = {

/***/ 77606:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

// ESM COMPAT FLAG
__webpack_require__.r(__webpack_exports__);

// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  systemClock: () => (/* reexport */ systemClock),
  withBudget: () => (/* reexport */ withBudget),
  within: () => (/* reexport */ within)
});

// EXTERNAL MODULE: external "node:vm"
var external_node_vm_ = __webpack_require__(30714);
// EXTERNAL MODULE: ./build/fault/index.js + 5 modules
var fault = __webpack_require__(440);
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
    script ??= new external_node_vm_.Script("work()");
    context ??= (0,external_node_vm_.createContext)(Object.create(null));
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
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
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





/***/ })

};
