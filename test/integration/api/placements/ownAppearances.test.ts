import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { OrderView } from "../../../../api/orders/orderViews.js";
import type { PositionView } from "../../../../api/placements/fieldViews.js";
import { drawnSignature } from "../../../support/drawnSignature.js";
import { describeWith } from "../../../support/judges.js";
import { ada, charles, OrderDesk, uuidOf } from "../../../support/orderDesk.js";
import { colourIn, inkIn, wordsIn } from "../../../support/seenPages.js";
import {
  opensslVerdicts,
  pdfsig,
  qpdfComplaints,
  rawSignatures,
  trustInNss,
} from "../../../support/signatureJudges.js";
import { erase, somebody } from "../dataSubjects/erasureDesk.js";
import { judgedReceipt } from "../retention/receiptJudge.js";
import { makeEvidence, objectsOf, remove, sweepTwice } from "../retention/retentionDesk.js";

let desk: OrderDesk;
let directory: string;
beforeAll(async () => {
  desk = await OrderDesk.open();
  directory = await mkdtemp(join(tmpdir(), "paraph-own-"));
});
afterAll(async () => {
  await desk.close();
  await rm(directory, { recursive: true, force: true });
});

/** 250 by 40 pixels. */
const image = drawnSignature(250, 40).toString("base64");
const red = { color: "#ff0000", font: "courier_bold", font_size: 8, x: 45, y: 31 };
const appearance = {
  image,
  lines: [
    { text: "HHHH", ...red },
    { text: "Zoë", x: 45, y: 7, embedded: false },
  ],
};

/** The document of an order as it is now, in a file. */
async function documentOf(order: OrderView, index = 0): Promise<string> {
  const path = `/v1/orders/${order.id}/documents/${order.documents[index]!.id}/signed`;
  const file = join(directory, `${order.id}-${index}.pdf`);
  await writeFile(file, (await desk.client.get<Buffer>(path)).body);
  return file;
}

async function signed(placements: readonly object[], more: object = {}): Promise<string> {
  const order = await desk.order([{ ...ada, placements }], more);
  expect((await desk.browser(order).sign({ typedName: "A. Lovelace" })).body.status).toBe("signed");
  return documentOf(order);
}

async function verdicts(file: string) {
  const root = (await desk.client.get<Buffer>("/ca/test/root.pem")).body.toString();
  return pdfsig(file, await trustInNss(await mkdtemp(join(directory, "nss-")), [root]));
}

describeWith(
  ["pdftoppm", "pdftotext", "pdfsig", "certutil", "qpdf", "pdffonts"],
  "a signature that looks as its caller says",
  () => {
    test("shows the image a pixel a point, each line in its colour at its place from the bottom, and the test mark", async () => {
      const file = await signed([{ page: 1, x: 100, y: 600, appearance }]);
      const box = { page: 1, x: 100, y: 600, width: 250, height: 40 };
      const isRed = (r: number, g: number, b: number) => r > 150 && g < 90 && b < 90;
      // Capitals of Courier are 0.56 em high and stand on the baseline, 31 points above the lower edge.
      const line = await colourIn(file, { ...box, height: 20 }, isRed);
      expect(line!.bottom).toBeGreaterThan(8);
      expect(line!.bottom).toBeLessThan(10);
      expect(line!.top).toBeGreaterThan(2.5);
      expect(line!.left).toBeGreaterThan(44.5);
      expect(line!.left).toBeLessThan(46.5);
      expect(line!.right).toBeLessThan(45 + 4 * 0.6 * 8 + 1);
      const isInk = (r: number, g: number, b: number) => b > r + 50 && b > g + 50;
      const ink = await colourIn(file, { ...box, x: 80, y: 590, width: 300, height: 60 }, isInk);
      expect(ink!.left).toBeCloseTo(20, 0);
      expect(ink!.right).toBeCloseTo(270, 0);
      const words = await wordsIn(file, box);
      expect(words).toMatch(/HHHH.*Zoë.*TEST – of no legal value|HHHH.*TEST – of no legal value.*Zoë/);
      expect(words).not.toContain("Lovelace");
      expect(await verdicts(file)).toMatchObject([{ signature: "Signature is Valid." }, {}]);
      expect(await qpdfComplaints(file)).toBe("");
    });

    test("stands in every further place of its signer alike, as a typed one does", async () => {
      const at = (y: number) => ({ page: 2, x: 100, y, width: 250, height: 40 });
      const own = await signed([{ ...at(500), appearance }, { ...at(560), appearance }, at(700)]);
      for (const y of [500, 560]) expect(await wordsIn(own, at(y))).toMatch(/HHHH.*Zoë/);
      expect(await wordsIn(own, at(700))).toMatch(/^Signed by A\. Lovelace .*UTC/);
      const first = await inkIn(own, at(500));
      expect(first).toBeGreaterThan(500);
      // A renderer rounds differently at different heights of the page.
      expect(Math.abs((await inkIn(own, at(560))) / first - 1)).toBeLessThan(0.2);
      expect(await verdicts(own)).toMatchObject([{ signature: "Signature is Valid." }, {}]);
    });

    test("is not seen at all where it is invisible, and its signer is shown no place for it", async () => {
      const order = await desk.order([{ ...ada, placements: [{ invisible: true }] }]);
      const page = desk.browser(order);
      expect((await page.client.get<PositionView[]>(`${page.path}/positions`)).body).toEqual([]);
      await page.sign();
      const file = await documentOf(order);
      const { body } = await desk.client.get<Buffer>(
        `/v1/orders/${order.id}/documents/${order.documents[0]!.id}/signed`,
      );
      expect(body.toString("latin1")).toMatch(/\/Rect ?\[0 0 0 0\]/);
      expect(await verdicts(file)).toMatchObject([{ signature: "Signature is Valid." }, {}]);
    });

    test("is signed with SHA-512 where its document asks for that, and only there", async () => {
      const documents = [
        { name: "a.pdf", content: desk.content, digest_algorithm: "SHA-512" },
        { name: "b.pdf", content: desk.content },
      ];
      const order = await desk.order([ada], { documents });
      expect(order.documents.map((document) => document.digest_algorithm)).toEqual(["SHA-512", "SHA-256"]);
      await desk.browser(order).sign();
      const [strong, usual] = await Promise.all([documentOf(order, 0), documentOf(order, 1)]);
      const roots = (await desk.client.get<Buffer>("/ca/roots.pem")).body.toString();
      // The object identifiers of the digest and of ECDSA with it (RFC 5754 2.3, RFC 5758 3.2).
      const sha512 = ["0609608648016503040203", "06082a8648ce3d040304"];
      for (const [file, uses] of [
        [strong!, true],
        [usual!, false],
      ] as const) {
        expect(await verdicts(file)).toMatchObject([{ signature: "Signature is Valid." }, {}]);
        const [signature] = rawSignatures(await readFile(file));
        const digits = signature!.cms.toString("hex");
        expect(sha512.map((identifier) => digits.includes(identifier))).toEqual([uses, uses]);
        const judged = await opensslVerdicts(await mkdtemp(join(directory, "ssl-")), signature!, roots);
        expect(judged.cms).toMatch(/successful/i);
      }
    });
  },
);

test("is refused when the order is made where it could not be drawn, naming the line", async () => {
  const box = { page: 1, x: 100, y: 600, width: 250, height: 40 };
  const refused = async (placement: object) => {
    const body = {
      title: "A",
      documents: [{ name: "a.pdf", content: desk.content }],
      signers: [{ ...ada, placements: [{ ...box, ...placement }] }],
    };
    const { status, body: problem } = await desk.client.refused("POST", "/v1/orders", body);
    return [status, problem.code, problem.param];
  };
  const line = (more: object) => ({ appearance: { lines: [{ text: "x" }, { text: "x", ...more }] } });
  const at = "signers[0].placements[0].appearance";
  const invalid = (param: string) => [422, "placement_invalid", param];
  expect(await refused({ appearance: { image: "AAAA" } })).toEqual(invalid(`${at}.image`));
  expect(await refused({ appearance: { image: "%" } })).toEqual(invalid(`${at}.image`));
  expect(await refused({ appearance: {} })).toEqual(invalid(at));
  expect(await refused({ appearance, kind: "initials" })).toEqual(invalid(at));
  expect(await refused(line({ text: "Łódź", embedded: false }))).toEqual(invalid(`${at}.lines[1].text`));
  expect(await refused(line({ font: "handwriting", embedded: false }))).toEqual(
    invalid(`${at}.lines[1].font`),
  );
  expect(await refused(line({ text: "Agreed 👍" }))).toEqual(invalid(`${at}.lines[1].text`));
  expect(await refused(line({ text: "a\u202eb" }))).toEqual(invalid(`${at}.lines[1].text`));
  const later = {
    title: "A",
    fetch_later: true,
    documents: [{ name: "a.pdf", url: "https://documents.example.org/a.pdf" }],
    signers: [{ ...ada, placements: [{ ...box, ...line({ text: "Agreed 👍" }) }] }],
  };
  expect((await desk.client.refused("POST", "/v1/orders", later)).body).toMatchObject({
    code: "placement_invalid",
    param: `${at}.lines[1].text`,
  });
  const many = { appearance: { lines: Array(21).fill({ text: "x" }) } };
  expect(await refused(many)).toEqual(invalid(`${at}.lines`));
});

describe("the image and the lines of an appearance", () => {
  const box = { page: 1, x: 100, y: 600, width: 250, height: 40 };
  const of = (person: object) => ({ ...person, placements: [{ ...box, appearance }] });
  const left = (order: OrderView) =>
    desk.sql(
      `SELECT FROM placements WHERE order_id = '${uuidOf(order.id)}'
         AND (appearance IS NOT NULL OR appearance_key IS NOT NULL)`,
    );
  const images = async (order: OrderView) =>
    (await objectsOf(desk, order)).filter((key) => key.includes("/appearances/"));

  test("are kept once for all places of a signer, and go with the order's documents, with a receipt", async () => {
    const placements = [{ every_page: true, x: 100, y: 600, appearance }];
    const order = await desk.order([{ ...ada, placements }, of(charles)]);
    expect(await images(order)).toHaveLength(2);
    for (const index of [0, 1]) await desk.browser(order, index).sign();
    await makeEvidence(desk, order);
    const purge = await remove(desk, order);
    expect(await objectsOf(desk, order)).toEqual([]);
    const receipt = await judgedReceipt(desk.service, purge);
    const gone = receipt.items.filter(({ kind }) => kind === "appearance_image");
    expect(gone.map((item) => "signer" in item && item.signer).sort()).toEqual(
      order.signers.map(({ id }) => id).sort(),
    );
    expect(await left(order)).toEqual([]);
  });

  test("go with the person whose signature they are, when they are erased", async () => {
    const person = somebody();
    const order = await desk.order([of(person), of(charles)]);
    await desk.client.post(`/v1/orders/${order.id}/cancel`, { reason: "Not needed" });
    await erase(desk, person.email.toLowerCase());
    await sweepTwice(desk);
    expect(await images(order)).toHaveLength(1);
    expect(await left(order)).toHaveLength(1);
  });

  test("do not pass to whoever takes a signer's place, whose signature looks as signatures do", async () => {
    const order = await desk.order([of(ada)]);
    const path = `/v1/orders/${order.id}/signers/${order.signers[0]!.id}/replace`;
    const after = (await desk.client.post<OrderView>(path, charles)).body;
    await sweepTwice(desk);
    expect(await images(order)).toEqual([]);
    expect((await desk.browser(after, 1).sign()).body.status).toBe("signed");
    const words = await wordsIn(await documentOf(order), box);
    expect(words).toContain("Charles Babbage");
    expect(words).not.toContain("HHHH");
  });
});

describe("documents that are added to a draft", () => {
  const box = { page: 1, x: 100, y: 600, width: 250, height: 40 };

  test("come with what its signers get in them, images and all", async () => {
    const order = await desk.order([ada, charles], { draft: true, documents: [] });
    const [first, second] = order.signers;
    const placements = [
      { signer: second!.id, document: 1, ...box, appearance },
      { signer: first!.id, ...box },
      { signer: second!.id, kind: "text", name: "town", required: false, ...box, y: 700 },
    ];
    const documents = ["a.pdf", "b.pdf"].map((name) => ({ name, content: desk.content }));
    const added = await desk.client.post<OrderView>(`/v1/orders/${order.id}/documents`, {
      documents,
      placements,
    });
    expect(added.status).toBe(201);
    const fields = async (signer: string) =>
      (await desk.client.get<{ data: object[] }>(`/v1/orders/${order.id}/signers/${signer}/fields`)).body
        .data;
    const [one, two] = added.body.documents;
    expect(await fields(first!.id)).toMatchObject([{ document: one!.id, own_appearance: false }]);
    expect(await fields(second!.id)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ document: two!.id, own_appearance: true }),
        expect.objectContaining({ document: one!.id, kind: "text" }),
      ]),
    );
    await desk.client.post(`/v1/orders/${order.id}/send`);
    for (const index of [0, 1])
      expect((await desk.browser(added.body, index).sign()).body.status).toBe("signed");
  });

  test("are refused whole for a signer whom the order has not, and nothing is kept of them", async () => {
    const order = await desk.order([ada], { draft: true, documents: [] });
    const [other] = (await desk.order([charles])).signers;
    const before = await desk.objectKeys();
    const documents = [{ name: "a.pdf", content: desk.content }];
    const placements = [{ signer: other!.id, ...box, appearance }];
    const answer = await desk.client.refused("POST", `/v1/orders/${order.id}/documents`, {
      documents,
      placements,
    });
    expect([answer.status, answer.body.code]).toEqual([404, "not_found"]);
    expect(await desk.objectKeys()).toEqual(before);
  });
});
