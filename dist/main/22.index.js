export const id = 22;
export const ids = [22];
export const modules = {

/***/ 72022:
/***/ ((__webpack_module__, __webpack_exports__, __webpack_require__) => {

__webpack_require__.a(__webpack_module__, async (__webpack_handle_async_dependencies__, __webpack_async_result__) => { try {
__webpack_require__.r(__webpack_exports__);
/* harmony import */ var node_fs__WEBPACK_IMPORTED_MODULE_0__ = __webpack_require__(73024);
/* harmony import */ var _action_index_js__WEBPACK_IMPORTED_MODULE_1__ = __webpack_require__(95854);
// The cache process, which shares main's bundle: the cache service's client takes folder, token and place from the environment of its
// process and prints as it likes, so it gets a process of its own.


const [, , , action = "", key = ""] = process.argv;
await (0,_action_index_js__WEBPACK_IMPORTED_MODULE_1__/* .runCacheClient */ .Zt)(action, key, (line) => (0,node_fs__WEBPACK_IMPORTED_MODULE_0__.writeSync)(3, `${line}\n`));
// Sockets of the client may dangle; what was written is flushed first.
await new Promise((resolve) => void process.stdout.write("", () => resolve()));
process.exit(0);

__webpack_async_result__();
} catch(e) { __webpack_async_result__(e); } }, 1);

/***/ })

};
