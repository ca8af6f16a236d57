#!/usr/bin/env node
import { serveStdio } from "@modelcontextprotocol/server/stdio";
import { wordsServer } from "./server.js";

serveStdio(wordsServer);
