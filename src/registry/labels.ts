/** Labels of the images we make. None of them says `run`: images outlive runs and are never swept. */
export const imageLabels = {
  template: "io.github.docker-mcp-manager.template",
  key: "io.github.docker-mcp-manager.key",
} as const;
