export const id = 851;
export const ids = [851];
export const modules = {

/***/ 13851:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   listenOnLoopback: () => (/* binding */ listenOnLoopback)
/* harmony export */ });
/* harmony import */ var node_crypto__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(77598);
/* harmony import */ var node_http__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(37067);
/* harmony import */ var _modelcontextprotocol_node__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(28169);
/* harmony import */ var _modelcontextprotocol_server__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(73797);
/* harmony import */ var _server_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(56168);





/** Largest request body; run files are at most 256 KiB. */
const maxBodyBytes = 8 * 2 ** 20;
const loopback = ["127.0.0.1", "localhost"];
/**
 * Serves the manager's tools over Streamable HTTP on loopback, to bearers of the token only.
 *
 * Host and Origin are checked on every path (DNS rebinding, MCP 2026-07-28 transports): a page in a browser must not
 * reach what is root-equivalent.
 */
async function listenOnLoopback(options) {
    const handler = (0,_modelcontextprotocol_server__WEBPACK_IMPORTED_MODULE_3__/* .createMcpHandler */ .p0)(() => (0,_server_js__WEBPACK_IMPORTED_MODULE_4__/* .createMcpServer */ .c)(options.operations, options.version), {
        maxRequestBodySize: maxBodyBytes,
    });
    const answer = (0,_modelcontextprotocol_node__WEBPACK_IMPORTED_MODULE_2__/* .toNodeHandler */ .oH)(handler);
    const hostAllowed = (0,_modelcontextprotocol_node__WEBPACK_IMPORTED_MODULE_2__/* .hostHeaderValidation */ .bD)(loopback);
    const originAllowed = (0,_modelcontextprotocol_node__WEBPACK_IMPORTED_MODULE_2__/* .originValidation */ .cT)(loopback);
    const server = (0,node_http__WEBPACK_IMPORTED_MODULE_1__.createServer)({ headersTimeout: 10_000, requestTimeout: 30_000 }, (request, response) => {
        if (!hostAllowed(request, response) || !originAllowed(request, response)) {
            return;
        }
        if (!bearsToken(request, options.token)) {
            refuse(response, 401, "A bearer token is required.");
            return;
        }
        if (request.url !== "/mcp") {
            refuse(response, 404, "The manager answers at /mcp.");
            return;
        }
        // Node sets method and url on every request a server receives; only the client side lacks them.
        void answer(request, response);
    });
    await listen(server, options.port);
    const address = server.address();
    const port = typeof address === "object" && address !== null ? address.port : options.port;
    return {
        url: `http://127.0.0.1:${port}/mcp`,
        async close() {
            await handler.close();
            server.closeAllConnections();
            await new Promise((resolve) => server.close(() => resolve()));
        },
    };
}
/** Compares digests, so that neither length nor content shows in the time taken. */
function bearsToken(request, token) {
    const given = /^Bearer (.+)$/.exec(request.headers.authorization ?? "")?.[1] ?? "";
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.timingSafeEqual)(digest(given), digest(token));
}
function digest(text) {
    return (0,node_crypto__WEBPACK_IMPORTED_MODULE_0__.createHash)("sha256").update(text).digest();
}
function refuse(response, status, message) {
    const challenge = status === 401 ? { "WWW-Authenticate": "Bearer" } : {};
    response.writeHead(status, { "Content-Type": "application/json", ...challenge });
    response.end(JSON.stringify({ jsonrpc: "2.0", id: null, error: { code: -32600, message } }));
}
function listen(server, port) {
    return new Promise((resolve, reject) => {
        server.once("error", reject);
        server.listen(port, "127.0.0.1", () => {
            server.off("error", reject);
            resolve();
        });
    });
}


/***/ }),

/***/ 56168:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   c: () => (/* binding */ createMcpServer)
/* harmony export */ });
/* harmony import */ var _modelcontextprotocol_server__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73797);
/* harmony import */ var _fault_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(440);
/* harmony import */ var _tools_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(23471);



/** A fresh MCP server instance over the operations; one per HTTP request or stdio connection. */
function createMcpServer(operations, version) {
    const server = new _modelcontextprotocol_server__WEBPACK_IMPORTED_MODULE_0__/* .McpServer */ ._k({ name: "docker-mcp-manager", version });
    for (const tool of _tools_js__WEBPACK_IMPORTED_MODULE_2__/* .tools */ .Y) {
        register(server, tool, operations);
    }
    return server;
}
function register(server, tool, operations) {
    const { name, title, description, input, output, annotations } = tool;
    server.registerTool(name, { title, description, inputSchema: input, outputSchema: output, annotations }, async (given, extra) => {
        const token = extra.mcpReq._meta?.progressToken;
        let count = 0;
        const context = {
            signal: extra.mcpReq.signal,
            progress: (message) => {
                if (token === undefined) {
                    return;
                }
                count += 1;
                const params = { progressToken: token, progress: count, message };
                // A client that went away must not fail the work it asked for.
                extra.mcpReq.notify({ method: "notifications/progress", params }).catch(() => undefined);
            },
        };
        try {
            const structuredContent = await tool.call(operations, given, context);
            return {
                content: [{ type: "text", text: JSON.stringify(structuredContent) }],
                structuredContent,
            };
        }
        catch (thrown) {
            return failure((0,_fault_index_js__WEBPACK_IMPORTED_MODULE_1__/* .asFault */ .Ps)(thrown));
        }
    });
}
function failure(fault) {
    return {
        isError: true,
        content: [{ type: "text", text: `${fault.code}: ${fault.message}\n${fault.hint}` }],
        structuredContent: {
            error: {
                code: fault.code,
                message: fault.message,
                hint: fault.hint,
                problems: fault.problems.map((problem) => ({ ...problem })),
            },
        },
    };
}


/***/ })

};
