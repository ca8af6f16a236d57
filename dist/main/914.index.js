export const id = 914;
export const ids = [914];
export const modules = {

/***/ 7914:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {


// EXPORTS
__webpack_require__.d(__webpack_exports__, {
  connectOverHttp: () => (/* binding */ connectOverHttp)
});

// EXTERNAL MODULE: ./node_modules/@modelcontextprotocol/client/dist/index.mjs + 9 modules
var dist = __webpack_require__(13477);
// EXTERNAL MODULE: ./build/fault/index.js + 5 modules
var fault = __webpack_require__(440);
;// CONCATENATED MODULE: ./build/api/client.js

/** Reads the structured content of an erroneous tool result back into a Fault. */
function faultOf(structured, text) {
    const error = isObject(structured) && isObject(structured["error"]) ? structured["error"] : undefined;
    const code = error?.["code"];
    if (error === undefined || typeof code !== "string" || !isCode(code)) {
        return new fault/* Fault */.vC("MANAGER_UNREACHABLE", `The manager answered with an error: ${text}`);
    }
    return new fault/* Fault */.vC(code, String(error["message"]), {
        hint: String(error["hint"]),
        // Written by our own manager from Fault.problems.
        problems: Array.isArray(error["problems"]) ? error["problems"] : [],
    });
}
function isCode(text) {
    return Object.hasOwn(fault/* codes */.F4, text);
}
function isObject(value) {
    return typeof value === "object" && value !== null;
}

;// CONCATENATED MODULE: ./build/api/http-client.js



/** Longer than any run may take; the run's own timeout ends it. */
const callTimeoutMs = 25 * 3_600_000;
/** See `connectManager`. */
async function connectOverHttp(address, version) {
    const client = new dist/* Client */.Kj({ name: "docker-mcp-manager-client", version }, { versionNegotiation: { mode: { pin: "2026-07-28" } } });
    const transport = new dist/* StreamableHTTPClientTransport */.jS(new URL(address.url), {
        requestInit: { headers: { Authorization: `Bearer ${address.token}` } },
    });
    try {
        await client.connect(transport);
    }
    catch (error) {
        throw unreachable("connecting", address, error);
    }
    return {
        async call(tool, input, context = {}) {
            const result = await client
                .callTool({ name: tool, arguments: input }, {
                timeout: callTimeoutMs,
                onprogress: (update) => context.progress?.(update.message ?? ""),
                ...(context.signal === undefined ? {} : { signal: context.signal }),
            })
                .catch((error) => {
                throw context.signal?.aborted
                    ? new fault/* Fault */.vC("INTERRUPTED", `The call ${tool} was cancelled.`, { cause: error })
                    : unreachable(`calling ${tool}`, address, error);
            });
            if (result.isError) {
                const text = result.content
                    .map((block) => (block.type === "text" ? block.text : ""))
                    .join("\n");
                throw faultOf(result.structuredContent, text);
            }
            // Every tool of ours has an object as its output schema, and the SDK has checked the answer against it.
            return result.structuredContent;
        },
        close: () => client.close(),
    };
}
function unreachable(what, address, cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    return new fault/* Fault */.vC("MANAGER_UNREACHABLE", `The manager at ${address.url} failed while ${what}: ${reason}`, { cause });
}


/***/ })

};
