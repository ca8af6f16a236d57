/** The text of `--help`. */
export const usage = `docker-mcp-manager: tests MCP servers in isolated Docker containers.

  run [FILE]        run a run file (default mcp-manager.yml, then .github/mcp-manager.yml)
      --only NAME     only scenarios of this name; * matches any text; repeatable
      --var K=V       value for \${K}; repeatable
      --out DIR       where record and reports go (default docker-mcp-manager-report)
      --timeout TIME  time for the whole run, for example 10m
      --keep          leave the servers up until interrupted
  validate [FILE]   check a run file without starting anything (takes --var)
  ps                servers of the managers running here
  logs NAME         output of a server
      --tail N        last N lines (default 100)
      --since TIME    only lines younger than this, for example 2h
      -f, --follow    go on with new lines
      --out DIR       read the record of a finished run there when no manager is running
  serve             a manager for MCP clients, over HTTP on loopback
      --stdio         over stdin and stdout instead
      --port N        HTTP port (default: a free one)
  sweep             remove what dead or expired managers left on the engine
      --dry-run       only say what would go

  --json on every command that reads; --help; --version

Exit codes: 0 passed, 1 failed, 2 run file or usage wrong, 3 a server never became ready, 4 engine unavailable,
5 alert or baseline breached, 6 timeout, 7 something was left behind, 70 our bug, 130 interrupted.
`;
