import { execFile, execFileSync } from "node:child_process";
import { promisify } from "node:util";

/** Why OpenSSL cannot judge here, or nothing when it can. */
export const opensslMissing: string | undefined = (() => {
  try {
    execFileSync("openssl", ["version"], { stdio: "ignore" });
    return undefined;
  } catch {
    return "the openssl command is missing (Debian package openssl)";
  }
})();

/**
 * Runs the openssl command.
 * @returns what it wrote to its standard output
 * @throws Error with what it wrote to its standard error, when it exits with another code than 0
 */
export async function openssl(directory: string, ...args: string[]): Promise<Buffer> {
  const { stdout } = await promisify(execFile)("openssl", args, { cwd: directory, encoding: "buffer" });
  return stdout;
}

/**
 * Makes a self-signed certificate for loopback, valid for a day.
 * @returns PEM, both
 */
export async function loopbackCertificate(directory: string): Promise<{ key: string; cert: string }> {
  const made = await openssl(
    directory,
    ...["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "1"],
    ...["-subj", "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"],
    ...["-keyout", "-", "-out", "-"],
  );
  const pem = made.toString("utf8");
  return { key: pem, cert: pem.slice(pem.indexOf("-----BEGIN CERTIFICATE-----")) };
}
