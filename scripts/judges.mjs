import { accessSync, constants } from "node:fs";
import { delimiter, join } from "node:path";
import { say } from "./checkout.mjs";
import { runCommand } from "./runtime.mjs";

/** Programs that judge our output in the tests, and the Debian package of each. */
const testPackages = {
  pdfsig: "poppler-utils",
  qpdf: "qpdf",
  openssl: "openssl",
  certutil: "libnss3-tools",
  chromium: "chromium",
  xmllint: "libxml2-utils",
};

/** What the conformance suite needs: judges of files, and what its judges from registries are installed with. */
export const conformancePackages = {
  pdfsig: "poppler-utils",
  qpdf: "qpdf",
  openssl: "openssl",
  certutil: "libnss3-tools",
  mutool: "mupdf-tools",
  javac: "default-jdk-headless",
  mvn: "maven",
  python3: "python3-venv",
  zbarimg: "zbar-tools",
};

/**
 * Installs the judges that are missing where it can, and says which stay so; tests that need them are then skipped.
 * @param {Record<string, string>} packages Debian packages by the programs that are needed of them
 */
export async function installJudges(packages = testPackages) {
  const missing = () => Object.keys(packages).filter((program) => !isOnPath(program));
  if (missing().length > 0 && process.getuid?.() === 0 && isOnPath("apt-get")) {
    await aptInstall(missing().map((program) => packages[program]));
  }
  const absent = missing();
  if (absent.length === 0) return;
  const wanted = absent.map((program) => packages[program]).join(" ");
  say(
    `Not installed: ${absent.join(", ")}. Tests that need them are skipped. On Debian: apt-get install ${wanted}`,
  );
}

async function aptInstall(names) {
  say(`Installing ${names.join(", ")}, which the tests use as judges.`);
  if (await aptGet("install", ...names)) return;
  // A fresh machine or image has no package lists, or old ones.
  await aptGet("update");
  // One by one: not every distribution has them all, and apt-get takes all or none.
  for (const name of names) await aptGet("install", name);
}

/** @returns {Promise<boolean>} whether it worked; a judge that cannot be had is no failure of the tests */
async function aptGet(command, ...names) {
  const options = ["--quiet", "--yes", "--no-install-recommends", "-o", "DPkg::Lock::Timeout=120"];
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  const { status } = await runCommand("apt-get", [...options, command, ...names], { quiet: true, env });
  return status === 0;
}

function isOnPath(program) {
  return (process.env.PATH ?? "").split(delimiter).some((directory) => {
    try {
      accessSync(join(directory, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
