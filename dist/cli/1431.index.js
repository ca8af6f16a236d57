export const id = 1431;
export const ids = [1431,3812];
export const modules = {

/***/ 13812:
/***/ ((__unused_webpack_module, exports) => {

// Stands in for ssh2, which docker-modem loads eagerly and whose native parts cannot be bundled.
exports.K = class {
  constructor() {
    throw new Error("ssh:// Docker hosts are not supported by this build");
  }
};


/***/ })

};
