/** The text of `--help`. */
export const usage = `docker-mcp-manager: tests MCP servers in isolated Docker containers.

  init SERVER       start a server once and write a run file that tries all it offers. SERVER is an npm package
                    (@scope/name@version), pypi:NAME, image:REFERENCE, ./folder or ./Dockerfile, a URL,
                    or the server.json of the MCP registry
      --out FILE      the file to write (default mcp-manager.yml)
      --force         write over it
      --arg TEXT      argument of the server; repeatable
      --env K=V       environment of the server; repeatable
      --secret NAME   environment variable handed on as a secret; repeatable
      --volume A:B    folder A at B in the container, read-only unless A:B:rw; repeatable
      --transport T   stdio, http or sse; --port N is the port of an http server
      --no-call       do not try the tools, expect all to succeed
      --timeout TIME  time for all of it (default 5m)
  run [FILE]        run a run file (default mcp-manager.yml, then .github/mcp-manager.yml)
      --only NAME     only scenarios of this name, or tag:NAME; * matches any text; repeatable
      --tag NAME      only scenarios with this tag; repeatable
      --var K=V       value for \${K}; repeatable
      --out DIR       where record and reports go (default docker-mcp-manager-report)
      --timeout TIME  time for the whole run, for example 10m
      --keep          leave the servers up until interrupted
      --record FILE   write what was said to the servers, and what came, as a run file
      --stdio SERVER  with --record: be this server to the MCP client that starts the command, run no scenario,
                      and record what the client says
      --update-snapshots  take what comes for what is expected; never in CI
      --allow NAME    let servers relax this of their isolation, such as root or capability:NET_RAW; repeatable
      --locked        install what the lock file says, and refuse what has become something else
  lock [FILE]       write down exactly what the servers are built from (mcp-manager.lock.yml); what is locked already stays
      --update NAME   lock this server anew; repeatable, * for all
      --var K=V       value for \${K}; repeatable
  validate [FILE]   check a run file without starting anything, and say what would run (takes --var, --allow)
  templates [NAME]  the templates there are, with those of the run file here; or one with its parameters
      --versions NAME the versions a template can install, newest first
      --with K=V      parameter of the template, such as package=NAME; repeatable
  build [FILE]      find, pull or build the image of every server of a run file; start none (takes --var)
  base-images [NAME…] make the base images that templates use where no registry answers: all, or those named
      --list          only say which there are, and which of them are here
  ps                servers of the managers running here
  logs NAME         output of a server
      --tail N        last N lines (default 100)
      --since TIME    only lines younger than this, for example 2h
      -f, --follow    go on with new lines
      --out DIR       read the record of a finished run there when no manager is running
  serve             a manager for MCP clients, over HTTP on loopback
      --stdio         over stdin and stdout instead
      --port N        HTTP port (default: a free one)
      --allow NAME    as with run
  sweep             remove what dead or expired managers left on the engine
      --dry-run       only say what would go
      --images TIME   images that templates and builds made longer ago than this, too, for example 720h

  --registry-mirror HOST  a mirror of Docker Hub, where a command pulls or builds images, or lists tags
  --json on every command that reads; --help; --version

Exit codes: 0 passed, 1 failed, 2 run file or usage wrong, 3 a server never became ready, 4 engine unavailable,
5 alert or baseline breached, 6 timeout, 7 something was left behind, 70 our bug, 130 interrupted.
`;
