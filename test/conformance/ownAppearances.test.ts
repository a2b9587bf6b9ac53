import { X509Certificate } from "node:crypto";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadTypefaces } from "../../api/compose/typefaces.js";
import type { OrderDocument, Placement, SignatureDigest, Signer } from "../../api/orders/order.js";
import { appearanceFonts } from "../../api/placements/appearanceFonts.js";
import type { AppearanceLine } from "../../api/placements/ownAppearance.js";
import { standardFontNames } from "../../api/placements/standardFontNames.js";
import { makeSignatures } from "../../api/signing/makeSignatures.js";
import { drawnSignature } from "../support/drawnSignature.js";
import { describeWithResident, ResidentJudge } from "../support/residentJudge.js";
import {
  type ServiceAuthorities,
  sealedDocument,
  startServiceAuthorities,
} from "../support/sealedDocument.js";
import { vector } from "../unit/engine/image/vectors.js";
import { archivalFlavours, archivalPdf } from "./documents/archival.js";
import { authorsForm } from "./documents/authorsForm.js";

const signers = ["a", "b"].map(
  (id, position) =>
    ({
      id: `00000000-0000-7000-8000-00000000000${id}`,
      position,
      givenName: "Łukasz",
      surname: id === "a" ? "Đorđević" : "Παπαδοπούλου",
      language: "fr",
      country: "FR",
      state: "opened",
    }) as Signer,
);

/** One line in each font, embedded and named. */
const lines: AppearanceLine[] = appearanceFonts.flatMap((font, index) =>
  [true, false]
    .filter((embedded) => embedded || standardFontNames[font] !== undefined)
    .map((embedded) => ({
      text: embedded ? `Signé par Łukasz ${font} עברית` : `Signé par Zoë ${font}`,
      color: 0x1000 * index,
      fontSize: 5,
      font,
      embedded,
      x: embedded ? 2 : 110,
      y: 4 + 5 * index,
    })),
);

const images = {
  "a transparent PNG": drawnSignature(),
  "a progressive JPEG": vector("progressive.jpg"),
  "a JPEG in inks": vector("cmyk-adobe.jpg"),
};

/** Two places for each signer: the first holds the signature, the second shows the same. */
const placements = signers.flatMap(({ id }, column) =>
  [0, 1].map(
    (position): Placement => ({
      id: `00000000-0000-7000-8000-0000000000${column + 1}${position}`,
      signerId: id,
      documentId: "d",
      position,
      kind: "signature",
      name: null,
      label: null,
      fieldName: null,
      required: true,
      readOnly: false,
      value: null,
      options: {},
      appearance: { lines },
      appearanceKey: "image",
      page: 1,
      x: 20 + 270 * column,
      y: 60 + 100 * position,
      width: 220,
      height: 80,
    }),
  ),
);

describeWithResident(
  ["dss", "pyhanko", "verapdf"],
  "documents whose signatures look as the caller says",
  () => {
    let authorities: ServiceAuthorities;
    let directory: string;
    let trust: string;
    let dss: ResidentJudge<"dss">;
    let pyhanko: ResidentJudge<"pyhanko">;
    let verapdf: ResidentJudge<"verapdf">;
    beforeAll(async () => {
      directory = await mkdtemp(join(tmpdir(), "paraph-own-"));
      authorities = await startServiceAuthorities();
      trust = join(directory, "root.pem");
      await writeFile(trust, new X509Certificate(authorities.hierarchy.root.der).toString());
      dss = new ResidentJudge("dss");
      pyhanko = new ResidentJudge("pyhanko");
      verapdf = new ResidentJudge("verapdf");
    });
    afterAll(async () => {
      await Promise.all([dss.stop(), pyhanko.stop(), verapdf.stop(), authorities.stop()]);
      await rm(directory, { recursive: true });
    });

    /** Signed by both, sealed, in a file. */
    async function sealedFile(
      source: Uint8Array,
      image: Uint8Array,
      digestAlgorithm: SignatureDigest = "SHA-256",
      own: readonly Placement[] = placements,
    ): Promise<string> {
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
          mode: "live" as const,
          timeZone: null,
          signer,
          signers,
          typedName: null,
          image: null,
          initials: new Map<string, Uint8Array>(),
          images: new Map([["image", image]]),
        };
        const document = { id: "d", pages: 1, signatures, digestAlgorithm } as OrderDocument;
        const item = { document, revision: signatures, bytes, placements: own };
        bytes = (await makeSignatures(platform, hand, [item])).documents[0]!.bytes;
      }
      const data = authorities.validationData(null);
      const sealed = await sealedDocument(unit, data, source, bytes, signers.length);
      const file = join(directory, "signed.pdf");
      await writeFile(file, sealed!.bytes);
      return file;
    }

    async function requirePassed(file: string): Promise<void> {
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
    }

    test.each<SignatureDigest>(["SHA-256", "SHA-512"])(
      "pass with %s, in all of their places, and what the second signer adds is form filling",
      async (digest) => {
        const file = await sealedFile(await authorsForm(false), images["a transparent PNG"], digest);
        await requirePassed(file);
        const written = (await readFile(file)).toString("latin1");
        const named = Object.values(standardFontNames);
        expect(named.filter((name) => !written.includes(`/BaseFont /${name}\n`))).toEqual([]);
      },
    );

    test("pass where nobody sees them", async () => {
      const unseen = placements
        .filter(({ position }) => position === 0)
        .map((placement) => ({
          ...placement,
          x: 0,
          y: 0,
          width: 0,
          height: 0,
          appearance: null,
          appearanceKey: null,
        }));
      await requirePassed(await sealedFile(await authorsForm(false), new Uint8Array(0), "SHA-256", unseen));
    });

    const cases = archivalFlavours.flatMap((flavour) =>
      Object.entries(images).map(([name, image]) => [flavour, name, image] as const),
    );
    test.each(cases)(
      "leave a document of PDF/A-%s one, with %s: every font is embedded",
      async (flavour, _name, image) => {
        const file = await sealedFile(archivalPdf(flavour), image);
        expect(await verapdf.judge(file)).toEqual({ flavour, compliant: true, failures: [] });
      },
    );
  },
);
