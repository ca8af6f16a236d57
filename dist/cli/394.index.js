export const id = 394;
export const ids = [394];
export const modules = {

/***/ 8394:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   validate: () => (/* binding */ validate)
/* harmony export */ });
/* harmony import */ var _config_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(4957);
/* harmony import */ var _fault_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(2519);
/* harmony import */ var _manager_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(1038);
/* harmony import */ var _text_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(6371);
/* harmony import */ var _parse_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(9229);





/** `validate`: reads and checks a run file; throws the same faults a run would. */
async function validate(command, io) {
    const file = (0,_config_index_js__WEBPACK_IMPORTED_MODULE_0__/* .findRunFile */ .hK)(io.cwd, command.positionals[0]);
    const loaded = (0,_config_index_js__WEBPACK_IMPORTED_MODULE_0__/* .loadRunFile */ ._I)({
        file: file.path,
        text: file.text,
        variables: (0,_parse_js__WEBPACK_IMPORTED_MODULE_4__/* .parseVariables */ .rf)(command.texts("var")),
        environment: io.environment,
        workspace: io.cwd,
    });
    await (0,_manager_index_js__WEBPACK_IMPORTED_MODULE_2__/* .checkPaths */ .nn)(file.path, loaded);
    const servers = Object.keys(loaded.runFile.servers).length;
    const scenarios = loaded.scenarios.length;
    const steps = loaded.scenarios.reduce((sum, scenario) => sum + scenario.steps.length, 0);
    io.out(command.flag("json")
        ? `${JSON.stringify({ valid: true, file: file.path, servers, scenarios, steps })}\n`
        : `${file.path} is valid: ${(0,_text_index_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(servers, "server")}, ${(0,_text_index_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(scenarios, "scenario")}, ${(0,_text_index_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(steps, "step")}.\n`);
    return _fault_index_js__WEBPACK_IMPORTED_MODULE_1__/* .exitCodes */ .hS.passed;
}


/***/ })

};
