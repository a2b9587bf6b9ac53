#!/usr/bin/env node
import { runProgram } from "../scripts/program.mjs";

await runProgram("cli/paraph", process.argv.slice(2));
