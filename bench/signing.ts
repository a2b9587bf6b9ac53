import { createHash, generateKeyPairSync, randomBytes, sign } from "node:crypto";
import { readFile } from "node:fs/promises";
import { PDFDocument, StandardFonts } from "pdf-lib";
import { completeSignature, timestampDigest } from "../engine/pades/completeSignature.js";
import { prepareSignature } from "../engine/pades/prepareSignature.js";
import { signatureAppearance } from "../engine/pdf/appearance/signatureAppearance.js";
import { parseFont } from "../engine/pdf/font/fontProgram.js";
import { answerTimestampRequest } from "../engine/tsp/answer.js";
import { encodeTimestampRequest } from "../engine/tsp/request.js";
import { timestampTokenSize } from "../engine/tsp/tokenSize.js";
import { verifyTimestampResponse } from "../engine/tsp/verifyResponse.js";
import { issueCertificate } from "../engine/x509/issue.js";
import { authorityName, naturalPersonName } from "../engine/x509/name.js";
import { parseCertificate } from "../engine/x509/parseCertificate.js";
import { oneTimeSigner, rootAuthority, signerAuthority, timestampUnit } from "../engine/x509/profiles.js";
import { measure, type Subject } from "./measure.js";

const policy = "2.25.1";

/** A document of 100 pages and about half a megabyte. */
async function hundredPages(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  for (let number = 1; number <= 100; number++) {
    const page = pdf.addPage();
    for (let line = 0; line < 40; line++) {
      const text = randomBytes(40).toString("hex");
      page.drawText(text, { x: 40, y: 780 - line * 18, size: 8, font });
    }
  }
  return pdf.save({ useObjectStreams: false });
}

/** A hierarchy as the service has one, in memory. */
async function authorities() {
  const key = () => generateKeyPairSync("ec", { namedCurve: "P-256" });
  const [root, signers, unit] = [key(), key(), key()];
  const signer = (pair: typeof root) => (message: Uint8Array) => sign("sha256", message, pair.privateKey);
  const issue = async (
    pair: typeof root,
    name: string,
    profile: typeof rootAuthority,
    by: Uint8Array | null,
  ) =>
    issueCertificate(
      profile,
      {
        subject: authorityName({ country: "EU", organization: "Bench", commonName: name }),
        subjectPublicKeyInfo: pair.publicKey.export({ type: "spki", format: "der" }),
        serialNumber: randomBytes(16),
        notBefore: new Date(Date.now() - 60_000),
        notAfter: new Date(Date.now() + 86_400_000),
        issuer: by && parseCertificate(by),
      },
      signer(root),
    );
  const rootDer = await issue(root, "Root", rootAuthority, null);
  const signersDer = await issue(signers, "Signers", signerAuthority(), rootDer);
  const unitDer = await issue(unit, "Unit", timestampUnit({ policies: [policy] }), rootDer);
  return { rootDer, signersDer, unitDer, signAsSigners: signer(signers), signAsUnit: signer(unit) };
}

async function subjects(): Promise<Subject[]> {
  const pdf = await hundredPages();
  const { rootDer, signersDer, unitDer, signAsSigners, signAsUnit } = await authorities();
  const font = parseFont(await readFile(new URL("../../assets/fonts/NotoSans-Regular.ttf", import.meta.url)));
  const profile = oneTimeSigner({ policies: [policy] });
  const issuer = parseCertificate(signersDer);
  const timestampTokenBytes = timestampTokenSize({ certificate: unitDer, chain: [rootDer], policy });
  const message = randomBytes(600);

  const floor = () => {
    const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    signAsSigners(message);
    sign("sha256", message, privateKey);
    signAsUnit(message);
    createHash("sha256").update(pdf).digest();
  };

  const issue = async () => {
    const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
    const certificate = await issueCertificate(
      profile,
      {
        subject: naturalPersonName({
          country: "FR",
          givenName: "Ada",
          surname: "Lovelace",
          commonName: "Ada Lovelace",
          serialNumber: "1",
        }),
        subjectPublicKeyInfo: publicKey.export({ type: "spki", format: "der" }),
        serialNumber: randomBytes(16),
        notBefore: new Date(Date.now() - 60_000),
        notAfter: new Date(Date.now() + 600_000),
        issuer,
      },
      signAsSigners,
    );
    return { certificate, privateKey };
  };

  const timestamp = async (digest: Uint8Array) => {
    const nonce = randomBytes(16);
    const responseDer = await answerTimestampRequest({
      requestDer: encodeTimestampRequest({ digest, nonce }),
      now: new Date(),
      serialNumber: randomBytes(16),
      accuracySeconds: 1,
      policy,
      certificate: unitDer,
      chain: [rootDer],
      sign: signAsUnit,
    });
    return verifyTimestampResponse({ responseDer, digest, nonce }).token;
  };

  const signDocument = async () => {
    const { certificate, privateKey } = await issue();
    const { toBeSigned, state } = prepareSignature(pdf, {
      certificates: [certificate, signersDer],
      timestampTokenBytes,
      signingDate: new Date(),
      placement: { page: 100, x: 40, y: 40, width: 180, height: 56, origin: "bottom-left" },
      appearance: signatureAppearance({
        width: 180,
        height: 56,
        name: "Ada Lovelace",
        caption: "Signed by",
        lines: ["22 Nov 2026, 08:00 UTC"],
        font,
      }),
    });
    const signatureValue = sign("sha256", toBeSigned, privateKey);
    const timestampToken = await timestamp(timestampDigest(signatureValue));
    return completeSignature(pdf, state, { signatureValue, timestampToken, pdfUnchanged: true });
  };

  return [
    { name: `floor: key, 3 signatures, SHA-256 of ${Math.round(pdf.length / 1000)} kB`, run: floor },
    { name: "make a key and issue its certificate", run: issue },
    { name: "answer a time-stamp query, ask and check", run: () => timestamp(randomBytes(32)) },
    { name: "sign B-T, visible, 100 pages", run: signDocument },
  ];
}

const costs = await measure(await subjects());
const [floor] = costs;
if (process.argv.includes("--json")) {
  process.stdout.write(`${JSON.stringify(costs, null, 2)}\n`);
} else {
  for (const { name, cpuMs, noise } of costs) {
    const ratio = (cpuMs / floor!.cpuMs).toFixed(2);
    process.stdout.write(
      `${name.padEnd(52)} ${cpuMs.toFixed(3).padStart(8)} ms CPU  x${ratio.padStart(5)}  ±${Math.round(noise * 50)} %\n`,
    );
  }
}
