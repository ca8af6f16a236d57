export const id = 1801;
export const ids = [1801];
export const modules = {

/***/ 61801:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   versions: () => (/* binding */ versions)
/* harmony export */ });
/* harmony import */ var _fault_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(440);
/* harmony import */ var _registry_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(5942);
/* harmony import */ var _text_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(33699);
/* harmony import */ var _parse_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(19229);




/** More than this nobody reads; `--json` has all. */
const mostShown = 40;
/** `templates --versions NAME`: what a template's `version` may be, newest first. */
async function versions(command, shelf, io) {
    const template = await shelf.load(command.text("versions") ?? "");
    const values = valuesOf(template, (0,_parse_js__WEBPACK_IMPORTED_MODULE_3__/* .parseVariables */ .rf)(command.texts("with"), "with"));
    const { source, name } = (0,_registry_index_js__WEBPACK_IMPORTED_MODULE_1__/* .versionSubject */ .B2)(template, values);
    const listed = await (0,_registry_index_js__WEBPACK_IMPORTED_MODULE_1__/* .listVersions */ .yO)(template, values, {
        indexes: (0,_registry_index_js__WEBPACK_IMPORTED_MODULE_1__/* .packageIndexes */ .vJ)(io.environment),
        registryMirror: (0,_registry_index_js__WEBPACK_IMPORTED_MODULE_1__/* .registrySettings */ ._$)(io.environment, io.templates, io.registryMirror)
            .registryMirror,
        signal: io.signal,
    });
    const range = template.version?.supported;
    const { default: semver } = await __webpack_require__.e(/* import() */ 2088).then(__webpack_require__.t.bind(__webpack_require__, 62088, 19));
    const all = listed.map((version) => ({
        version,
        supported: range === undefined || semver.satisfies(version, range, { includePrerelease: true }),
    }));
    if (command.flag("json")) {
        io.out(`${JSON.stringify({ template: template.name, source, name, range: range ?? null, versions: all })}\n`);
        return _fault_index_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .hS.passed;
    }
    const lines = all
        .slice(0, mostShown)
        .map(({ version, supported }) => (supported ? version : `${version}  (not in ${range})`));
    const more = all.length - lines.length;
    io.out(`${(0,_text_index_js__WEBPACK_IMPORTED_MODULE_2__/* .forTerminal */ .Qf)([`${name}: ${(0,_text_index_js__WEBPACK_IMPORTED_MODULE_2__/* .plural */ .LS)(all.length, "version")}, newest first`, ...lines].join("\n"))}\n`);
    if (more > 0) {
        io.out(`and ${more} more; --json lists all\n`);
    }
    return _fault_index_js__WEBPACK_IMPORTED_MODULE_0__/* .exitCodes */ .hS.passed;
}
/** Defaults, and what was given; the other parameters a server needs are no matter here. */
function valuesOf({ name, parameters }, given) {
    const { properties } = parameters;
    const unknown = Object.keys(given).filter((key) => !Object.hasOwn(properties, key));
    if (unknown.length > 0) {
        throw new _fault_index_js__WEBPACK_IMPORTED_MODULE_0__/* .Fault */ .vC("USAGE", `--with ${unknown.join(", ")}: template "${name}" has no such parameter; it has: ${Object.keys(properties).join(", ")}.`);
    }
    return (0,_registry_index_js__WEBPACK_IMPORTED_MODULE_1__/* .parameterValues */ .oM)({ parameters }, given);
}


/***/ })

};
