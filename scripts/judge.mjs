import { spawn } from "node:child_process";
import { resolve } from "node:path";
import { runScript } from "./bootstrap.mjs";
import { SetupError } from "./checkout.mjs";
import { installJudge, judgeCommand, judgeNames } from "./registryJudges.mjs";

const usage = `node scripts/judge.mjs JUDGE FILE... [--OPTION VALUE]...
  dss      EU DSS, ETSI EN 319 102-1     --trust --crl --ocsp FILE (again for more), --time, --password, --reports DIR,
                                         --content FILE (what a detached signature is over)
  pyhanko  with its difference analysis  --trust --crl --ocsp FILE (again for more), --time, --password,
                                         --revocation soft-fail|hard-fail|require
  verapdf  ISO 19005 (PDF/A)             --flavour 1b|2b|3b|..., --password
  jsonschema  JSON Schema 2020-12        of files {"schema": ..., "values": [...]}`;

/** Options that name files, and may come more than once. */
const lists = new Set(["trust", "crl", "ocsp"]);

// What a foreign judge says of files, as JSON: installed the first time, some seconds for its start.
await runScript(async () => {
  const [name, ...rest] = process.argv.slice(2);
  const { files, options } = readArguments(rest);
  if (!judgeNames.includes(name) || files.length === 0) throw new SetupError(usage);
  const absent = await installJudge(name);
  if (absent) throw new SetupError(absent);
  const [program, ...programArguments] = judgeCommand(name);
  const judge = spawn(program, programArguments, { stdio: ["pipe", "pipe", "inherit"] });
  judge.stdin.end(files.map((file) => `${[resolve(file), ...options].join("\t")}\n`).join(""));
  let answers = "";
  for await (const text of judge.stdout.setEncoding("utf8")) answers += text;
  const said = answers
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line));
  for (const [index, file] of files.entries()) console.log(JSON.stringify({ file, ...said[index] }, null, 2));
  return 0;
});

function readArguments(words) {
  const files = [];
  const options = new Map();
  for (let i = 0; i < words.length; i++) {
    const option = /^--(\w+)$/.exec(words[i])?.[1];
    if (option === undefined) files.push(words[i]);
    else {
      const value = words[++i] ?? "";
      const path = lists.has(option) || option === "reports" ? resolve(value) : value;
      options.set(option, lists.has(option) && options.has(option) ? `${options.get(option)};${path}` : path);
    }
  }
  return { files, options: [...options].map(([option, value]) => `${option}=${value}`) };
}
