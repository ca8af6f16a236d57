// Stands in for ssh2, which docker-modem loads eagerly and whose native parts cannot be bundled.
exports.Client = class {
  constructor() {
    throw new Error("ssh:// Docker hosts are not supported by this build");
  }
};
