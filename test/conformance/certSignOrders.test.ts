import { X509Certificate } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadTypefaces } from "../../api/compose/typefaces.js";
import { readDocuments } from "../../api/dialects/certsign/documents/readDocument.js";
import { takeIn } from "../../api/documents/intake.js";
import type { OrderDocument, Placement, Signer } from "../../api/orders/order.js";
import { resolvePlacements } from "../../api/placements/resolvePlacements.js";
import { makeSignatures } from "../../api/signing/makeSignatures.js";
import { drawnSignature } from "../support/drawnSignature.js";
import { describeWithResident, ResidentJudge } from "../support/residentJudge.js";
import {
  type ServiceAuthorities,
  sealedDocument,
  startServiceAuthorities,
} from "../support/sealedDocument.js";
import { classicPdf } from "./documents/laidOut.js";

const holder = {
  id: "00000000-0000-7000-8000-00000000000a",
  position: 0,
  role: "signer",
  givenName: "Ada",
  surname: "Lovelace",
  language: "fr",
  country: "FR",
  state: "opened",
} as Signer;

const image = drawnSignature(250, 40);
const look = {
  signatureImageContent: image.toString("base64"),
  signaturePosX: 50,
  signaturePosY: "100",
  signaturePage: "1",
};
const line = { lineColor: 0, lineFontSize: 8, linePosXInImage: 45, linePosYInImage: 20 };

/** As they are asked for, by the fields of the requests. */
const requests: Readonly<Record<string, object>> = {
  "an image and lines": {
    ...look,
    linesOptions: [{ ...line, lineContent: "Signé le 22", lineFont: "Times_roman" }],
  },
  "a handwritten line alone": {
    linesOptions: [{ ...line, lineContent: "Ada", lineFont: "Handwriting_Callig" }],
  },
  "a font that is not embedded": {
    linesOptions: [{ ...line, lineContent: "Ada", lineFont: "Courier_not_archived" }],
  },
  "text of the older fields": {
    ...look,
    signatureText: "22-11-2026 18:30",
    fontFamily: "Courier",
    fontStyle: "Bold",
  },
  "nothing to be seen": {},
};

describeWithResident(["dss", "pyhanko"], "signatures as CertSign callers ask for them", () => {
  let authorities: ServiceAuthorities;
  let directory: string;
  let trust: string;
  let dss: ResidentJudge<"dss">;
  let pyhanko: ResidentJudge<"pyhanko">;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "paraph-certsign-"));
    authorities = await startServiceAuthorities();
    trust = join(directory, "root.pem");
    await writeFile(trust, new X509Certificate(authorities.hierarchy.root.der).toString());
    [dss, pyhanko] = [new ResidentJudge("dss"), new ResidentJudge("pyhanko")];
  });
  afterAll(async () => {
    await Promise.all([dss.stop(), pyhanko.stop(), authorities.stop()]);
    await rm(directory, { recursive: true, force: true });
  });

  /** The signed and sealed file of one request. */
  async function signed(digestAlgorithmName: string, pdfSignatureOptions: object): Promise<string> {
    const toSignContent = Buffer.from(await classicPdf()).toString("base64");
    const signatureOptions = { signatureType: "PAdES_BASELINE_B", digestAlgorithmName };
    const [request] = readDocuments([{ toSignContent, signatureOptions, pdfSignatureOptions }]);
    const { input, look: asked } = request!;
    const source = (input.content as { bytes: Uint8Array }).bytes;
    const { pdf, pages } = takeIn({ documentBytes: 1e7, documentPages: 100 } as never, source, "");
    const rest = { name: null, label: null, required: true, readOnly: false, value: null, options: {} };
    const placed = [{ ...asked, ...rest, kind: "signature" as const, document: 0 }];
    const [placement] = resolvePlacements(placed, [{ kind: "sign", pdf, pages }], "placements");
    const { appearance, box } = placement!;
    const row: Placement = {
      ...placement!,
      ...box,
      id: "00000000-0000-7000-8000-000000000001",
      signerId: holder.id,
      documentId: "d",
      position: 0,
      appearance: appearance && {
        lines: appearance.lines,
      },
      appearanceKey: appearance?.image ? "image" : null,
    };
    const { signers: authority, unit, clock } = authorities;
    const platform = {
      signerAuthority: { test: authority, live: authority },
      timestampAuthority: { test: unit, live: unit },
      typefaces: await loadTypefaces(),
      clock,
    };
    const hand = {
      mode: "live" as const,
      timeZone: null,
      signer: holder,
      signers: [holder],
      typedName: null,
      image: null,
      initials: new Map<string, Uint8Array>(),
      images: new Map([["image", image]]),
    };
    const document = {
      id: "d",
      pages,
      signatures: 0,
      digestAlgorithm: input.digestAlgorithm,
    } as OrderDocument;
    const made = await makeSignatures(platform, hand, [
      { document, revision: 0, bytes: source, placements: [row] },
    ]);
    const { bytes } = made.documents[0]!;
    const sealed = await sealedDocument(unit, authorities.validationData(null), source, bytes, 1);
    const file = join(directory, "signed.pdf");
    await writeFile(file, sealed!.bytes);
    return file;
  }

  const cases = ["SHA256", "SHA512"].flatMap((digest) =>
    Object.entries(requests).map(([what, options]) => [digest, what, options] as const),
  );
  test.each(cases)(
    "are PAdES-BASELINE-LTA to DSS and sound to pyHanko: %s, %s",
    async (digest, _what, options) => {
      const file = await signed(digest, options);
      const passed = { indication: "TOTAL_PASSED", level: "PAdES-BASELINE-LTA", errors: [], warnings: [] };
      expect((await dss.judge(file, { trust })).signatures).toEqual([expect.objectContaining(passed)]);
      const sound = { bottom_line: true, suspicious: null, indication: "PASSED" };
      const { signatures } = await pyhanko.judge(file, { trust, revocation: "hard-fail" });
      expect(signatures).toEqual([expect.objectContaining(sound)]);
    },
  );
});
