export const id = 651;
export const ids = [651];
export const modules = {

/***/ 93651:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   engineDiagnostics: () => (/* binding */ engineDiagnostics)
/* harmony export */ });
/* harmony import */ var _actions_exec__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(41955);
/* harmony import */ var _fault_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(440);


/** What the engine's own command line says of client and engine; for the debug log, so it never rejects. */
async function engineDiagnostics() {
    try {
        const { stdout, stderr } = await (0,_actions_exec__WEBPACK_IMPORTED_MODULE_0__/* .getExecOutput */ .H)("docker", ["version"], {
            silent: true,
            ignoreReturnCode: true,
        });
        return `${stdout}${stderr}`.trim();
    }
    catch (thrown) {
        return `docker version: ${(0,_fault_index_js__WEBPACK_IMPORTED_MODULE_1__/* .asFault */ .Ps)(thrown).message}`;
    }
}


/***/ })

};
