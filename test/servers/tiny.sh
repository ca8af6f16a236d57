#!/bin/sh
# The smallest MCP server, for tests of many servers: up within milliseconds where Node.js takes a tenth of a second.
# `sh tiny.sh`: one tool, `echo`, which says hello; a call of `sleep` is never answered.
while IFS= read -r line; do
  id=${line#*\"id\":}
  # A notification has none.
  [ "$id" = "$line" ] && continue
  id=${id%%[,\}]*}
  case $line in
    *'"method":"initialize"'*) result='{"protocolVersion":"2025-11-25","capabilities":{"tools":{}},"serverInfo":{"name":"tiny","version":"1"}}' ;;
    *'"method":"ping"'*) result='{}' ;;
    *'"method":"tools/list"'*) result='{"tools":[{"name":"echo","description":"Says hello.","inputSchema":{"type":"object"}}]}' ;;
    *'"name":"sleep"'*) continue ;;
    *'"method":"tools/call"'*) result='{"content":[{"type":"text","text":"hello"}]}' ;;
    *)
      printf '{"jsonrpc":"2.0","id":%s,"error":{"code":-32601,"message":"Method not found"}}\n' "$id"
      continue
      ;;
  esac
  printf '{"jsonrpc":"2.0","id":%s,"result":%s}\n' "$id" "$result"
done
