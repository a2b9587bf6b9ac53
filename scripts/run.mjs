import { runProgram } from "./program.mjs";

// node scripts/run.mjs api/main [arguments]
const [program, ...programArguments] = process.argv.slice(2);
await runProgram(program, programArguments);
