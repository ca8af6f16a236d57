/** Labels of the images we make. None of them says `run`: images outlive runs and are never swept. */
export const imageLabels = {
  template: "io.github.docker-mcp-manager.template",
  /** Hash of what the image is made from. */
  key: "io.github.docker-mcp-manager.key",
  /** Reference and id of the base image it was built on. */
  base: "io.github.docker-mcp-manager.base",
} as const;
