import { execFile } from "node:child_process";
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { at, fingerprint, read, say } from "./checkout.mjs";
import { withLock } from "./lock.mjs";

/**
 * Judges that come from package registries, and are installed by name into var/tools/. Each is a program that stays:
 * it reads a file's path a line, and answers with a line of JSON. test/conformance/judges/ has their sources and pins
 * what they stand on.
 */
const judges = {
  dss: { title: "EU DSS", install: () => installJava("dss", "DssJudge") },
  verapdf: { title: "veraPDF", install: () => installJava("verapdf", "VeraPdfJudge") },
  pyhanko: { title: "pyHanko", install: () => installPython("pyhanko") },
  jsonschema: { title: "Python's jsonschema", install: () => installPython("jsonschema") },
};

export const judgeNames = Object.keys(judges);

/** The plugin that fetches what a pom.xml lists; in full, so that it is the same one everywhere. */
const copyDependencies = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy-dependencies";
/** A registry that has not answered by then, in milliseconds, does not answer. */
const patience = 10 * 60_000;

const sources = (name) => at("test", "conformance", "judges", name);
const tool = (...path) => at("var", "tools", ...path);

/**
 * Installs a judge, unless it is there as its sources say. How it is started stands in var/tools/NAME/command.json.
 * @param {string} name one of judgeNames
 * @returns {Promise<string | null>} why it cannot be had here; null when it is there
 */
export function installJudge(name) {
  const { title, install } = judges[name];
  const wanted = stateOfSources(name);
  const onWait = () => say(`Another process is installing ${title}; waiting for it.`);
  return withLock(tool(`${name}.lock`), onWait, async () => {
    if (read("var", "tools", name, "stamp") === wanted) return null;
    say(`Installing ${title}.`);
    rmSync(tool(name), { recursive: true, force: true });
    mkdirSync(tool(name), { recursive: true });
    try {
      const command = await install();
      writeFileSync(tool(name, "command.json"), JSON.stringify(command));
      writeFileSync(tool(name, "stamp"), wanted);
      return null;
    } catch (error) {
      return `${title} could not be installed: ${error.message}`;
    }
  });
}

/** @returns {string[]} the program of an installed judge, and its arguments */
export function judgeCommand(name) {
  return JSON.parse(readFileSync(tool(name, "command.json"), "utf8"));
}

/** Java: jars from Maven Central, and the judge compiled against them. */
async function installJava(name, main) {
  const jars = tool(name, "jars");
  const classes = tool(name, "classes");
  const pom = join(sources(name), "pom.xml");
  await run("mvn", [
    ...["--batch-mode", "--quiet", "-Dstyle.color=never", "--file", pom, copyDependencies],
    ...[`-DoutputDirectory=${jars}`, "-DincludeScope=runtime"],
  ]);
  const classPath = [classes, join(jars, "*")].join(delimiter);
  const files = [...filesOf(sources("common")), ...filesOf(sources(name))].filter((file) =>
    file.endsWith(".java"),
  );
  await run("javac", ["-d", classes, "-cp", classPath, ...files]);
  return ["java", "-Xmx2g", "-Djava.awt.headless=true", "-cp", classPath, main];
}

/** Python: a virtual environment with packages from PyPI. */
async function installPython(name) {
  const environment = tool(name, "venv");
  const python = join(environment, "bin", "python");
  await run("python3", ["-m", "venv", environment]);
  await run(python, [
    ...["-m", "pip", "install", "--quiet", "--no-input", "--disable-pip-version-check"],
    ...["--requirement", join(sources(name), "requirements.txt")],
  ]);
  return [python, join(sources(name), "validate.py")];
}

/** @throws Error that says what a program had to complain of, in one line */
function run(program, programArguments) {
  return new Promise((resolve, reject) => {
    execFile(program, programArguments, { timeout: patience }, (error, stdout, stderr) => {
      if (!error) return resolve();
      const said = `${stderr}\n${stdout}`.split("\n").map((line) => line.trim());
      const complaint = said.find((line) => /error/i.test(line)) ?? said.find((line) => line !== "");
      reject(new Error(complaint ?? error.message));
    });
  });
}

/** All that an installation depends on, in one word; Python's sources are run where they stand. */
function stateOfSources(name) {
  const files = [...filesOf(sources("common")), ...filesOf(sources(name))].filter((file) =>
    /\.(java|xml|txt)$/.test(file),
  );
  return fingerprint(process.platform, at(), ...files.map((file) => readFileSync(file, "utf8")));
}

function filesOf(directory) {
  return readdirSync(directory, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(directory, entry.name))
    .sort();
}
