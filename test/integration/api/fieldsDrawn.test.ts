import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Mode } from "../../../api/apiKeys/caller.js";
import { sampleContract } from "../../../api/demo/sampleContract.js";
import type { OrderView } from "../../../api/orders/orderViews.js";
import type { PositionView } from "../../../api/placements/fieldViews.js";
import { changeForm } from "../../../engine/pdf/form/changeForm.js";
import { ApiClient } from "../../support/apiClient.js";
import { drawnSignature } from "../../support/drawnSignature.js";
import { describeWith } from "../../support/judges.js";
import { inkIn, wordsIn } from "../../support/seenPages.js";
import { startService, type TestService } from "../../support/service.js";
import { pdfsig, qpdfComplaints, trustInNss } from "../../support/signatureJudges.js";
import { SignerBrowser } from "../../support/signingFlow.js";

const drawing = drawnSignature().toString("base64");
const box = (page: number, x: number, y: number, width = 160, height = 20) => ({ page, x, y, width, height });

/** What each of two signers is given: every kind, and fields that the document has itself. */
const boxes = {
  town: box(2, 60, 120),
  rent: box(2, 60, 150),
  born: box(2, 60, 180),
  terms: box(2, 60, 210, 16, 16),
  name: box(2, 60, 240),
  day: box(2, 60, 270),
  initials: box(2, 60, 300, 60, 30),
  again: box(1, 60, 740, 120, 40),
  signature: box(2, 60, 350, 160, 60),
};
const shifted = (by: number) =>
  Object.fromEntries(
    Object.entries(boxes).map(([key, where]) => [key, { ...where, x: where.x + by }]),
  ) as typeof boxes;
const ofCharles = shifted(220);

function placementsIn(where: typeof boxes, own: string) {
  return [
    { kind: "signature", ...where.signature },
    { kind: "text", name: "town", ...where.town },
    { kind: "text", name: "rent", value: "1,200 EUR", read_only: true, ...where.rent },
    { kind: "date", name: "born", ...where.born },
    { kind: "checkbox", name: "terms", required: true, ...where.terms },
    { kind: "name", ...where.name },
    { kind: "date", name: "day", ...where.day },
    { kind: "initials", name: "initials", ...where.initials },
    { kind: "signature", ...where.again },
    { kind: "text", name: "own", field: own },
  ];
}

const people = [
  { given_name: "Łukasz", surname: "Đorđević", email: "lukasz@example.org", language: "fr" },
  { given_name: "Ελένη", surname: "Παπαδοπούλου", email: "eleni@example.org", language: "de" },
];
const filled = [
  { town: "Besançon", born: "1815-12-10", terms: "true", initials: "ŁĐ", own: "ligne à lui" },
  {
    town: "Ορεστιάδα",
    born: "1990-01-02",
    terms: "true",
    initials: `data:image/png;base64,${drawing}`,
    own: "her line",
  },
];

describeWith(["pdfsig", "certutil", "qpdf", "pdftotext", "pdftoppm"], "what signers fill in", () => {
  let service: TestService;
  let directory: string;
  let content: string;
  beforeAll(async () => {
    service = await startService();
    directory = await mkdtemp(join(tmpdir(), "paraph-fields-"));
    const own = { placement: { ...box(1, 420, 740, 120, 20), origin: "top-left" as const } };
    const other = { placement: { ...box(1, 420, 770, 120, 20), origin: "top-left" as const } };
    const form = changeForm(await sampleContract(), {
      fields: [
        { kind: "text", name: "first", ...own },
        { kind: "text", name: "second", ...other },
      ],
    });
    content = Buffer.from(form).toString("base64");
  });
  afterAll(async () => {
    await service.stop();
    await rm(directory, { recursive: true, force: true });
  });

  async function fillAndSign(order: OrderView, index: number): Promise<void> {
    const signer = new SignerBrowser(order, index, service.outbox);
    const { body } = await signer.client.get<PositionView[]>(`${signer.path}/positions`);
    const given = Object.entries(filled[index]!);
    const values = Object.fromEntries(
      given.map(([name, value]) => [body.find((p) => p.name === name)!.id, value]),
    );
    const answer = await signer.client.request("PUT", `${signer.path}/fields`, { values });
    if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
    const signed = await signer.sign(
      index === 0 ? { signatureImageBase64: drawing } : { typedName: "Ελένη Π." },
    );
    expect(signed.body.status).toBe("signed");
  }

  async function signedByBoth(mode: Mode): Promise<{ file: string; nss: string }> {
    const client = new ApiClient(service.baseUrl, (await service.tenant("Company", mode)).apiKey);
    const signers = [
      { ...people[0]!, placements: placementsIn(boxes, "first") },
      { ...people[1]!, placements: placementsIn(ofCharles, "second") },
    ];
    const documents = [{ name: "agreement.pdf", content }];
    const order = await client.createOrder({ title: mode, documents, signers });
    for (const index of signers.keys()) await fillAndSign(order, index);
    const { body } = await client.get<Buffer>(
      `/v1/orders/${order.id}/documents/${order.documents[0]!.id}/signed`,
    );
    const file = join(directory, `${mode}.pdf`);
    await writeFile(file, body);
    const root = (await client.get<Buffer>(`/ca/${mode}/root.pem`)).body.toString();
    return { file, nss: await trustInNss(await mkdtemp(join(directory, "nss-")), [root]) };
  }

  describe.each<Mode>(["test", "live"])("in %s mode", (mode) => {
    let file: string;
    let nss: string;
    beforeAll(async () => {
      ({ file, nss } = await signedByBoth(mode));
    });

    test("both signatures are valid, although the second signer filled in after the first had signed", async () => {
      const valid = { signature: "Signature is Valid.", certificate: "Certificate is Trusted." };
      const verdicts = await pdfsig(file, nss);
      expect(verdicts.slice(0, 2)).toEqual(Array(2).fill(expect.objectContaining(valid)));
      expect(await qpdfComplaints(file)).toBe("");
    });

    test("each value stands in its own box, as a reader of the page sees it", async () => {
      const day = service.clock.now().toISOString().slice(0, 4);
      expect(await wordsIn(file, boxes.town)).toBe("Besançon");
      expect(await wordsIn(file, boxes.rent)).toBe("1,200 EUR");
      expect(await wordsIn(file, boxes.born)).toBe("10 déc. 1815");
      expect(await wordsIn(file, boxes.name)).toBe("Łukasz Đorđević");
      expect(await wordsIn(file, boxes.day)).toContain(day);
      expect(await wordsIn(file, boxes.initials)).toBe("ŁĐ");
      expect(await wordsIn(file, ofCharles.town)).toBe("Ορεστιάδα");
      expect(await wordsIn(file, ofCharles.born)).toBe("02.01.1990");
      expect(await wordsIn(file, ofCharles.name)).toBe("Ελένη Παπαδοπούλου");
      for (const where of [ofCharles.signature, ofCharles.again]) {
        expect(await wordsIn(file, where)).toMatch(/^Unterzeichnet von Ελένη Π\. .*UTC/);
      }
      expect(await wordsIn(file, box(1, 420, 740))).toBe("ligne à lui");
      expect(await wordsIn(file, box(1, 420, 770))).toBe("her line");
    });

    test("ticks, drawings and further signatures leave ink where they belong", async () => {
      for (const where of [boxes.terms, boxes.again, ofCharles.terms, ofCharles.initials, boxes.signature]) {
        expect(await inkIn(file, where)).toBeGreaterThan(10);
      }
    });

    test(
      mode === "test" ? "every page is marked, and so is each signature" : "nothing is marked",
      async () => {
        const marks = await Promise.all(
          [box(1, 0, 0, 595, 30), box(2, 0, 0, 595, 30), boxes.signature].map((where) =>
            wordsIn(file, where),
          ),
        );
        for (const mark of marks) {
          if (mode === "test") expect(mark).toContain("TEST – sans valeur juridique");
          else expect(mark).not.toContain("TEST");
        }
      },
    );
  });

  test("a live order in which nothing is filled in gets no field but its signature's, and no mark", async () => {
    const client = new ApiClient(service.baseUrl, (await service.tenant("Company", "live")).apiKey);
    const documents = [{ name: "agreement.pdf", content: (await sampleContract()).toString("base64") }];
    const order = await client.createOrder({ title: "plain", documents, signers: [people[0]!] });
    await new SignerBrowser(order, 0, service.outbox).sign();
    const path = `/v1/orders/${order.id}/documents/${order.documents[0]!.id}/signed`;
    const pdf = (await client.get<Buffer>(path)).body.toString("latin1");
    expect(pdf.match(/\/Subtype *\/Widget/g)?.length).toBe(2);
    expect(pdf).not.toMatch(/\/Subtype *\/Stamp/);
  });
});
