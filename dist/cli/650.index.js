export const id = 650;
export const ids = [650];
export const modules = {

/***/ 10650:
/***/ ((__unused_webpack___webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.r(__webpack_exports__);
/* harmony export */ __webpack_require__.d(__webpack_exports__, {
/* harmony export */   sweep: () => (/* binding */ sweep)
/* harmony export */ });
/* harmony import */ var _controller_index_js__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(98414);
/* harmony import */ var _engine_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(43098);
/* harmony import */ var _fault_index_js__WEBPACK_IMPORTED_MODULE_2__ = __webpack_require__(21865);
/* harmony import */ var _text_index_js__WEBPACK_IMPORTED_MODULE_3__ = __webpack_require__(56371);




/** `sweep`: removes what managers that are dead, or whose lease has run out, left on the engine. */
async function sweep(command, io) {
    const engine = await (0,_engine_index_js__WEBPACK_IMPORTED_MODULE_1__/* .connectEngine */ .xn)({ environment: io.environment, clock: io.clock });
    try {
        const dryRun = command.flag("dry-run");
        const { removed, left, objects } = await (0,_controller_index_js__WEBPACK_IMPORTED_MODULE_0__/* .sweep */ .X0)(engine, {
            stale: { nowMs: io.clock.nowMs() },
            dryRun,
        });
        if (command.flag("json")) {
            io.out(`${JSON.stringify({ removed, left, dry_run: dryRun, objects }, null, 2)}\n`);
        }
        else {
            for (const object of objects) {
                io.out(`${dryRun ? "would remove" : "removed"} ${object.kind} ${object.id.slice(0, 12)}\n`);
            }
            io.out(`${(0,_text_index_js__WEBPACK_IMPORTED_MODULE_3__/* .plural */ .LS)(dryRun ? objects.length : removed, "object")} ${dryRun ? "to remove" : "removed"}, ${left} left.\n`);
        }
        return left === 0 || dryRun ? _fault_index_js__WEBPACK_IMPORTED_MODULE_2__/* .exitCodes */ .hS.passed : _fault_index_js__WEBPACK_IMPORTED_MODULE_2__/* .exitCodes */ .hS.leftBehind;
    }
    finally {
        engine.close();
    }
}


/***/ })

};
