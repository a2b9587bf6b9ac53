import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openssl } from "./openssl.js";
import { type ProviderServer, type ReceivedRequest, startProvider } from "./providerServer.js";

export interface OpensslTimestampServer extends ProviderServer {
  /** Holds root.pem, which signed the unit's certificate. */
  readonly directory: string;
  /** What openssl answers to a query, DER both. */
  reply(query: Uint8Array): Promise<Buffer>;
}

const configuration = `
[tsa]
default_tsa = unit
[unit]
dir = .
serial = ./serial
crypto_device = builtin
signer_cert = ./unit.pem
certs = ./root.pem
signer_key = ./unit.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha384, sha512
accuracy = secs:1
ess_cert_id_alg = sha256
[stamping]
basicConstraints = critical, CA:false
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
`;

/**
 * A time-stamping authority made of the openssl command: a root, a unit of its own, and `openssl ts -reply` for each
 * query that comes over HTTP.
 * @param mangle changes what is sent, or sends it itself and returns nothing; absent, openssl's answer goes out as it is
 */
export async function startOpensslTimestampServer(
  mangle: (reply: Buffer, request: ReceivedRequest) => Buffer | Promise<Buffer> = (reply) => reply,
): Promise<OpensslTimestampServer> {
  const directory = await mkdtemp(join(tmpdir(), "paraph-tsa-"));
  await writeFile(join(directory, "tsa.cnf"), configuration);
  await writeFile(join(directory, "serial"), "01\n");
  const key = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"];
  await openssl(
    directory,
    ...["req", "-x509", ...key, "-subj", "/CN=Test root", "-days", "2"],
    ...["-keyout", "root.key", "-out", "root.pem"],
  );
  await openssl(
    directory,
    "req",
    ...key,
    "-subj",
    "/CN=Test unit",
    "-keyout",
    "unit.key",
    "-out",
    "unit.csr",
  );
  await openssl(
    directory,
    ...["x509", "-req", "-in", "unit.csr", "-CA", "root.pem", "-CAkey", "root.key", "-days", "1"],
    ...["-extfile", "tsa.cnf", "-extensions", "stamping", "-out", "unit.pem"],
  );

  let number = 0;
  const reply = async (query: Uint8Array) => {
    number += 1;
    const [asked, answered] = [`${number}.tsq`, `${number}.tsr`];
    await writeFile(join(directory, asked), query);
    await openssl(directory, "ts", "-reply", "-config", "tsa.cnf", "-queryfile", asked, "-out", answered);
    return await readFile(join(directory, answered));
  };

  const server = await startProvider(async (request, response) => {
    if (request.method !== "POST" || request.headers["content-type"] !== "application/timestamp-query") {
      response.writeHead(415).end();
      return;
    }
    const answer = await mangle(await reply(request.body), request);
    response.writeHead(200, { "content-type": "application/timestamp-reply" }).end(answer);
  });
  return {
    ...server,
    directory,
    reply,
    async stop() {
      await server.stop();
      await rm(directory, { recursive: true });
    },
  };
}
