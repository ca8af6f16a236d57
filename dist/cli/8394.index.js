export const id = 8394;
export const ids = [8394];
export const modules = {

/***/ 5312:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   U: () => (/* binding */ shelfFor)
/* harmony export */ });
/* harmony import */ var _registry_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(5942);

/** The templates there are for a run file of the folder that the command runs in. */
function shelfFor({ path, text }, variables, { cwd, environment, templates }) {
    return (0,_registry_index_js__WEBPACK_IMPORTED_MODULE_0__/* .runFileShelf */ .oJ)({ templatesFolder: templates }, { file: path, text, workspace: cwd, variables, environment });
}


/***/ }),

/***/ 78394:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   validate: () => (/* binding */ validate)
/* harmony export */ });
/* harmony import */ var _config_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62859);
/* harmony import */ var _fault_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(440);
/* harmony import */ var _text_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33699);
/* harmony import */ var _parse_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19229);
/* harmony import */ var _shelf_for_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(5312);





/** `validate`: reads and checks a run file; throws the same faults a run would. */
async function validate(command, io) {
    const file = (0,_config_index_js__WEBPACK_IMPORTED_MODULE_0__/* .findRunFile */ .hK)(io.cwd, command.positionals[0]);
    const variables = (0,_parse_js__WEBPACK_IMPORTED_MODULE_3__/* .parseVariables */ .rf)(command.texts("var"));
    const loaded = await (0,_config_index_js__WEBPACK_IMPORTED_MODULE_0__/* .loadRunFile */ ._I)({
        file: file.path,
        text: file.text,
        variables,
        environment: io.environment,
        workspace: io.cwd,
        templates: await (0,_shelf_for_js__WEBPACK_IMPORTED_MODULE_4__/* .shelfFor */ .U)(file, variables, io),
        allow: (0,_parse_js__WEBPACK_IMPORTED_MODULE_3__/* .parseAllow */ .PT)(command),
    });
    const servers = Object.keys(loaded.runFile.servers).length;
    const scenarios = loaded.scenarios.length;
    const steps = loaded.scenarios
        .map((scenario) => scenario.setup.length + scenario.steps.length + scenario.teardown.length)
        .reduce((sum, count) => sum + count, 0);
    const tags = tagsOf(loaded);
    const marked = loaded.scenarios.filter((scenario) => scenario.only).length;
    const summary = { valid: true, file: file.path, servers, scenarios, steps, tags, only: marked };
    const lines = [
        `${file.path} is valid: ${(0,_text_index_js__WEBPACK_IMPORTED_MODULE_2__/* .plural */ .LS)(servers, "server")}, ${(0,_text_index_js__WEBPACK_IMPORTED_MODULE_2__/* .plural */ .LS)(scenarios, "scenario")}, ${(0,_text_index_js__WEBPACK_IMPORTED_MODULE_2__/* .plural */ .LS)(steps, "step")}.`,
        ...(marked === 0 ? [] : [`Only ${(0,_text_index_js__WEBPACK_IMPORTED_MODULE_2__/* .plural */ .LS)(marked, "scenario")} marked \`only\` would run.`]),
        ...Object.entries(tags).map(([tag, count]) => `  tag ${tag}: ${(0,_text_index_js__WEBPACK_IMPORTED_MODULE_2__/* .plural */ .LS)(count, "scenario")}`),
    ];
    io.out(command.flag("json") ? `${JSON.stringify(summary)}\n` : `${(0,_text_index_js__WEBPACK_IMPORTED_MODULE_2__/* .forTerminal */ .Qf)(lines.join("\n"))}\n`);
    return _fault_index_js__WEBPACK_IMPORTED_MODULE_1__/* .exitCodes */ .hS.passed;
}
/** How many scenarios each tag stands at, rows of `for_each` counted one by one. */
function tagsOf(loaded) {
    const counts = new Map();
    for (const tag of loaded.scenarios.flatMap((scenario) => scenario.tags)) {
        counts.set(tag, (counts.get(tag) ?? 0) + 1);
    }
    return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}


/***/ })

};
