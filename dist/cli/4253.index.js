export const id = 4253;
export const ids = [4253];
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

/***/ 94253:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   templates: () => (/* binding */ templates)
/* harmony export */ });
/* harmony import */ var _config_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(62859);
/* harmony import */ var _fault_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(440);
/* harmony import */ var _registry_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(5942);
/* harmony import */ var _text_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(33699);
/* harmony import */ var _parse_js__WEBPACK_IMPORTED_MODULE_4__ = __webpack_require__(19229);
/* harmony import */ var _shelf_for_js__WEBPACK_IMPORTED_MODULE_5__ = __webpack_require__(5312);






/** `templates [NAME]`: those there are here, or one with its parameters; with `--versions` what it can install. */
async function templates(command, io) {
    if (command.text("versions") !== undefined) {
        const { versions } = await __webpack_require__.e(/* import() */ 1801).then(__webpack_require__.bind(__webpack_require__, 61801));
        return versions(command, await shelfHere(command, io), io);
    }
    const [name, tooMuch] = command.positionals;
    if (tooMuch !== undefined || command.texts("with").length > 0) {
        throw new _fault_index_js__WEBPACK_IMPORTED_MODULE_1__/* .Fault */ .vC("USAGE", "templates: name one template, or none; --with goes with --versions.");
    }
    const shelf = await shelfHere(command, io);
    if (name !== undefined) {
        // Says what is wrong with it, or that there is none.
        await shelf.load(name);
    }
    const views = await (0,_registry_index_js__WEBPACK_IMPORTED_MODULE_2__/* .viewTemplates */ .zO)(shelf, name === undefined ? shelf.names : [name]);
    const [only] = views;
    if (command.flag("json")) {
        io.out(`${JSON.stringify(name === undefined ? views : only, null, 2)}\n`);
    }
    else if (name !== undefined && only !== undefined) {
        io.out(`${page(only)}\n`);
    }
    else {
        io.out(`${(0,_text_index_js__WEBPACK_IMPORTED_MODULE_3__/* .table */ .tp)([["TEMPLATE", "FROM", "WHAT IT IS FOR"], ...views.map(line)])}\n`);
    }
    for (const { nth, message } of shelf.folderProblems) {
        io.err(`${(0,_text_index_js__WEBPACK_IMPORTED_MODULE_3__/* .forTerminal */ .Qf)(`templates[${nth}]: ${message}`)}\n`);
    }
    return _fault_index_js__WEBPACK_IMPORTED_MODULE_1__/* .exitCodes */ .hS.passed;
}
/** With the templates of the run file that is here, when there is one. */
async function shelfHere(command, io) {
    try {
        return await (0,_shelf_for_js__WEBPACK_IMPORTED_MODULE_5__/* .shelfFor */ .U)((0,_config_index_js__WEBPACK_IMPORTED_MODULE_0__/* .findRunFile */ .hK)(io.cwd), (0,_parse_js__WEBPACK_IMPORTED_MODULE_4__/* .parseVariables */ .rf)(command.texts("var")), io);
    }
    catch (thrown) {
        if (!(thrown instanceof _fault_index_js__WEBPACK_IMPORTED_MODULE_1__/* .Fault */ .vC) || thrown.code !== "RUN_FILE_NOT_FOUND") {
            throw thrown;
        }
        const nothing = { file: "", text: "", variables: {}, environment: {} };
        return (0,_registry_index_js__WEBPACK_IMPORTED_MODULE_2__/* .runFileShelf */ .oJ)({ templatesFolder: io.templates }, { ...nothing, workspace: io.cwd });
    }
}
function line({ name, origin, description, problem }) {
    const [first = ""] = (problem ?? "").split("\n");
    return [name, origin, problem === null ? description : `cannot be used: ${first}`].map(_text_index_js__WEBPACK_IMPORTED_MODULE_3__/* .forTerminal */ .Qf);
}
function page(view) {
    const { name, origin, description, bases, versions, server } = view;
    // We made it: a map of the parameters' own schemas.
    const { properties, required = [] } = view.parameters;
    const rows = Object.entries(properties).map(([key, parameter]) => [
        key,
        kindOf(parameter),
        required.includes(key) ? "(required)" : shown(parameter["default"]),
        String(parameter["description"]),
    ]);
    const keys = Object.keys(server);
    return [
        (0,_text_index_js__WEBPACK_IMPORTED_MODULE_3__/* .forTerminal */ .Qf)(`${name} (${origin}): ${description}`),
        "",
        (0,_text_index_js__WEBPACK_IMPORTED_MODULE_3__/* .table */ .tp)([
            ["PARAMETER", "TYPE", "DEFAULT", "MEANING"],
            ...rows.map((row) => row.map(_text_index_js__WEBPACK_IMPORTED_MODULE_3__/* .forTerminal */ .Qf)),
        ]),
        "",
        ...(bases.length > 0 ? [(0,_text_index_js__WEBPACK_IMPORTED_MODULE_3__/* .forTerminal */ .Qf)(`Built on ${bases.join(", ")}.`)] : []),
        ...(keys.length > 0 ? [(0,_text_index_js__WEBPACK_IMPORTED_MODULE_3__/* .forTerminal */ .Qf)(`Says of its servers: ${keys.join(", ")}.`)] : []),
        ...(versions === null ? [] : [(0,_text_index_js__WEBPACK_IMPORTED_MODULE_3__/* .forTerminal */ .Qf)(`Its versions: templates --versions ${name}.`)]),
    ]
        .join("\n")
        .trimEnd();
}
function kindOf(parameter) {
    const one = parameter["enum"];
    return Array.isArray(one) ? one.map(String).join(" | ") : String(parameter["type"]);
}
function shown(value) {
    return typeof value === "string" || typeof value === "number" || typeof value === "boolean"
        ? String(value)
        : "–";
}


/***/ })

};
