import { X509Certificate } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Mode } from "../../api/apiKeys/caller.js";
import { loadTypefaces } from "../../api/compose/typefaces.js";
import type { OrderDocument, Placement, Signer } from "../../api/orders/order.js";
import { makeSignatures } from "../../api/signing/makeSignatures.js";
import { drawnSignature } from "../support/drawnSignature.js";
import { describeWithResident, ResidentJudge } from "../support/residentJudge.js";
import {
  type ServiceAuthorities,
  sealedDocument,
  startServiceAuthorities,
} from "../support/sealedDocument.js";
import { authorsForm } from "./documents/authorsForm.js";

const signers = [
  { id: "00000000-0000-7000-8000-00000000000a", givenName: "Łukasz", surname: "Đorđević", language: "fr" },
  { id: "00000000-0000-7000-8000-00000000000b", givenName: "Ελένη", surname: "Παπαδοπούλου", language: "de" },
].map((signer, position) => ({ ...signer, position, country: "FR", state: "opened" }) as Signer);

const drawn = "image:drawn";
const kinds: Partial<Placement>[] = [
  { kind: "signature", height: 50 },
  { kind: "text", value: "Besançon, Ορεστιάδα" },
  { kind: "text", value: "1,200 EUR", readOnly: true },
  { kind: "date", value: "1815-12-10" },
  { kind: "date" },
  { kind: "checkbox", value: "true" },
  { kind: "name" },
  { kind: "initials", value: "AL" },
  { kind: "initials", value: drawn },
  { kind: "signature" },
];

/** Every kind of each signer's, side by side, and a field of the document's own for the second one. */
const placements: Placement[] = signers.flatMap((signer, column) => {
  const own = column === 0 ? [] : [{ kind: "text", value: "Århus", fieldName: "order.city" } as const];
  return [...kinds, ...own].map((placement, position) => ({
    id: `00000000-0000-7000-8000-0000000000${column + 1}${position.toString(16)}`,
    signerId: signer.id,
    documentId: "d",
    position,
    name: null,
    label: null,
    fieldName: null,
    required: true,
    readOnly: false,
    value: null,
    options: {},
    appearance: null,
    appearanceKey: null,
    page: 1,
    x: 320 + 130 * column,
    y: 60 + 60 * position,
    width: 120,
    height: 24,
    kind: "text",
    ...placement,
  }));
});

describeWithResident(["dss", "pyhanko"], "documents that two signers have filled in and signed", () => {
  let authorities: ServiceAuthorities;
  let directory: string;
  let dss: ResidentJudge<"dss">;
  let pyhanko: ResidentJudge<"pyhanko">;
  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "paraph-filled-"));
    authorities = await startServiceAuthorities();
    [dss, pyhanko] = [new ResidentJudge("dss"), new ResidentJudge("pyhanko")];
  });
  afterAll(async () => {
    await Promise.all([dss.stop(), pyhanko.stop(), authorities.stop()]);
    await rm(directory, { recursive: true });
  });

  async function signedAndSealed(mode: Mode, source: Uint8Array): Promise<Uint8Array> {
    const { signers: authority, unit, clock } = authorities;
    const platform = {
      signerAuthority: { test: authority, live: authority },
      timestampAuthority: { test: unit, live: unit },
      typefaces: await loadTypefaces(),
      clock,
    };
    let bytes = source;
    for (const [signatures, signer] of signers.entries()) {
      const hand = {
        mode,
        timeZone: null,
        signer,
        signers,
        typedName: signatures === 0 ? null : "Ελένη Π.",
        image: signatures === 0 ? drawnSignature() : null,
        initials: new Map([[drawn, drawnSignature(120, 60)]]),
        images: new Map<string, Uint8Array>(),
      };
      const document = { id: "d", pages: 1, signatures } as OrderDocument;
      const made = await makeSignatures(platform, hand, [
        { document, revision: signatures, bytes, placements },
      ]);
      bytes = made.documents[0]!.bytes;
    }
    const sealed = await sealedDocument(
      unit,
      authorities.validationData(null),
      source,
      bytes,
      signers.length,
    );
    return sealed!.bytes;
  }

  test.each<Mode>(["test", "live"])(
    "in %s mode: both signatures pass, and what came between was form filling",
    async (mode) => {
      const file = join(directory, `${mode}.pdf`);
      await writeFile(file, await signedAndSealed(mode, await authorsForm(false)));
      const trust = join(directory, "root.pem");
      await writeFile(trust, new X509Certificate(authorities.hierarchy.root.der).toString());
      const filledIn = await pyhanko.judge(file, { trust });
      const sound = { bottom_line: true, docmdp_ok: true, suspicious: null };
      expect(filledIn.signatures).toEqual(
        ["FORM_FILLING", "LTA_UPDATES"].map((modification) =>
          expect.objectContaining({ ...sound, modification }),
        ),
      );
      const passed = { indication: "TOTAL_PASSED", errors: [] };
      expect((await dss.judge(file, { trust })).signatures).toEqual(
        Array(2).fill(expect.objectContaining(passed)),
      );
    },
  );
});
