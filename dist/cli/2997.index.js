export const id = 2997;
export const ids = [2997];
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

/***/ 2997:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   ps: () => (/* binding */ ps)
/* harmony export */ });
/* harmony import */ var _api_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(33660);
/* harmony import */ var _fault_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(440);
/* harmony import */ var _manager_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(52896);
/* harmony import */ var _text_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(33699);
/* harmony import */ var _publish_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(3041);





/** `ps`: the servers of every manager this user has running. */
async function ps(command, io) {
    const rows = [];
    for (const manager of (0,_manager_index_js__WEBPACK_IMPORTED_MODULE_2__/* .runningManagers */ .qq)((0,_publish_js__WEBPACK_IMPORTED_MODULE_4__/* .announcements */ .J)(io))) {
        const client = await (0,_api_index_js__WEBPACK_IMPORTED_MODULE_0__/* .connectManager */ .mI)(manager, io.version);
        const { servers } = await client.call("docker_list_servers", {});
        // The tool's output schema says that it is a list of objects.
        rows.push(...servers.map((server) => ({
            run_id: manager.runId,
            ...server,
        })));
        await client.close();
    }
    if (command.flag("json")) {
        io.out(`${JSON.stringify(rows, null, 2)}\n`);
    }
    else if (rows.length === 0) {
        io.out("No servers: no manager is running.\n");
    }
    else {
        io.out(`${(0,_text_index_js__WEBPACK_IMPORTED_MODULE_3__/* .table */ .tp)([["SERVER", "TYPE", "STATUS", "READY IN", "MEMORY", "REVISION", "RUN"], ...rows.map(cells)])}\n`);
    }
    return _fault_index_js__WEBPACK_IMPORTED_MODULE_1__/* .exitCodes */ .hS.passed;
}
function cells(row) {
    const ready = row["ready_ms"];
    const memory = row["memory_bytes"];
    return [
        String(row["server_name"]),
        String(row["server_type"]),
        String(row["status"]),
        typeof ready === "number" ? (0,_text_index_js__WEBPACK_IMPORTED_MODULE_3__/* .duration */ .p0)(ready) : "–",
        typeof memory === "number" ? (0,_text_index_js__WEBPACK_IMPORTED_MODULE_3__/* .bytes */ .ee)(memory) : "–",
        typeof row["revision"] === "string" ? row["revision"] : "–",
        String(row["run_id"]).slice(0, 12),
    ].map(_text_index_js__WEBPACK_IMPORTED_MODULE_3__/* .forTerminal */ .Qf);
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
