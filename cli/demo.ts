import { mkdir, readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { DemoClient } from "./demoClient.js";
import { type DemoServer, reachServer } from "./demoServer.js";

const directory = join("var", "demo");

/** `npm run demo -- contract.pdf`: the main job, from a PDF to a signed one, with each step told. */
async function main(): Promise<void> {
  const [path] = process.argv.slice(2);
  const pdf = await readFile(path ?? new URL("../../assets/sample/agreement.pdf", import.meta.url));
  const name = path === undefined ? "agreement.pdf" : basename(path);
  const server = await reachServer();
  try {
    await run(server, name, pdf);
  } finally {
    await server.stop();
  }
}

async function run(server: DemoServer, name: string, pdf: Uint8Array): Promise<void> {
  const client = new DemoClient(server.demo.baseUrl, server.demo.apiKey);
  const email = `demo-${Date.now()}@example.org`;
  say(`1. An order: ${name}, ${pdf.length} bytes, to be signed by Ada Lovelace <${email}>.`);
  const order = await client.createOrder(name, pdf, email);
  const signer = order.signers[0]!;
  const document = order.documents[0]!;
  say(`   ${order.id} is ${order.state}. Her link: ${signer.signing_url}`);

  say("2. She opens the link and reads the document.");
  const page = `${signer.signing_url}/signers/${signer.id}`;
  await client.open(signer.signing_url);
  const status = await client.call<{ consent: { text: string } }>("GET", `${page}/status`);
  const links = await client.call<{ documents: { url: string }[] }>("GET", `${page}/pdf-url`);
  for (const { url } of links.documents) await client.open(url);
  say(`   She agrees: “${status.consent.text}”`);

  say("3. She asks for a code, which arrives in the outbox.");
  await client.call("POST", `${page}/send-otp`, {});
  const otp = await client.readCode(email);
  const session = await client.call<{ sessionToken: string }>("POST", `${page}/verify-otp`, { otp });
  say(`   The code ${otp} is right; it cannot be used again.`);

  say(
    "4. She signs: a one-time key and certificate in her name, a PAdES B-T signature, the key destroyed; then the seal, B-LTA.",
  );
  const body = { consentText: status.consent.text, typedName: "Ada Lovelace" };
  const signed = await client.call<{ status: string }>("POST", `${page}/sign`, body, session.sessionToken);
  if (signed.status !== "signed")
    throw new Error("The signature is still being made; see the order in a moment.");

  await mkdir(directory, { recursive: true });
  const stem = name.replace(/\.pdf$/i, "");
  const files = {
    signed: join(directory, `${stem}-signed.pdf`),
    audit: join(directory, "audit.json"),
    evidence: join(directory, "evidence.asice"),
    roots: join(directory, "roots.pem"),
  };
  const orderUrl = `${server.demo.baseUrl}/v1/orders/${order.id}`;
  await writeFile(files.signed, await client.download(`${orderUrl}/documents/${document.id}/signed`));
  await writeFile(files.audit, await client.download(`${orderUrl}/audit`));
  await writeFile(files.evidence, await client.download(`${orderUrl}/evidence`));
  await writeFile(files.roots, await client.download(`${server.demo.baseUrl}/ca/roots.pem`));
  say(
    `5. Kept in ${directory}: ${Object.values(files)
      .map((file) => basename(file))
      .join(", ")}.`,
  );
  say(`
Check it with tools that are not ours:

  qpdf --check "${files.signed}"

  csplit -sz -f ${directory}/root- ${files.roots} '/BEGIN/' '{*}'
  rm -rf ${directory}/nss && mkdir ${directory}/nss && certutil -N -d sql:${directory}/nss --empty-password
  certutil -A -d sql:${directory}/nss -n live -t "CT,C,C" -i ${directory}/root-00
  certutil -A -d sql:${directory}/nss -n test -t "CT,C,C" -i ${directory}/root-01
  pdfsig -nssdir sql:${directory}/nss "${files.signed}"

  npx paraph verify-audit ${files.audit}
  npx paraph verify-evidence ${files.evidence} --trust ${files.roots}

The evidence file is a ZIP (ASiC-E): its README.txt says how to check each part by hand, and EU DSS validates the whole.
certutil and pdfsig are in Debian's libnss3-tools and poppler-utils. Her certificate lives for an hour: after that,
pdfsig still finds the signature valid and calls the certificate expired; the time-stamp inside says when it was not.`);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(`The demo stopped: ${error instanceof Error ? error.message : "unknown"}\n`);
    process.exit(1);
  },
);
