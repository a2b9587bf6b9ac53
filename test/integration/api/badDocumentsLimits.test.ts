import { PDFDocument } from "pdf-lib";
import { readConfig } from "../../../api/config.js";
import type { Problem } from "../../../api/http/problem.js";
import { type ObjectStore, ObjectStoreError } from "../../../api/ports/objectStore.js";
import { sweep } from "../../../api/work/sweeper.js";
import { DEFAULT_PDF_LIMITS } from "../../../engine/pdf/limits.js";
import { ada, OrderDesk } from "../../support/orderDesk.js";

async function pdfOfPages(count: number): Promise<Buffer> {
  const pdf = await PDFDocument.create();
  for (let index = 0; index < count; index++) pdf.addPage([200, 200]);
  return Buffer.from(await pdf.save());
}

/** The document with bytes behind its end, which readers pass over. */
const padded = (pdf: Buffer, length: number) => Buffer.concat([pdf, Buffer.alloc(length - pdf.length, "\n")]);

async function ask(
  desk: OrderDesk,
  pdfs: readonly Buffer[],
  multipart = false,
): Promise<{ status: number; body: Problem }> {
  const order = { title: "Agreement", signers: [ada] };
  if (!multipart) {
    const documents = pdfs.map((pdf, index) => ({ name: `${index}.pdf`, content: pdf.toString("base64") }));
    return desk.client.post<Problem>("/v1/orders", { ...order, documents });
  }
  const form = new FormData();
  form.set("order", JSON.stringify(order));
  for (const pdf of pdfs) form.append("file", new Blob([new Uint8Array(pdf)]), "a.pdf");
  return desk.client.post<Problem>("/v1/orders", form);
}

describe("limits lowered by the operator", () => {
  let desk: OrderDesk;
  beforeAll(async () => {
    desk = await OrderDesk.open({
      limits: { documentBytes: 20_000, documentPages: 3, documentsPerOrder: 2 },
    });
  });
  afterAll(() => desk.close());

  test.each([false, true])(
    "a document of the most bytes is taken, one of a byte more is not (multipart: %s)",
    async (multipart) => {
      const pdf = await pdfOfPages(1);
      expect((await ask(desk, [padded(pdf, 20_000)], multipart)).status).toBe(201);
      const { status, body } = await ask(desk, [padded(pdf, 20_001)], multipart);
      expect(status).toBe(413);
      expect(body).toMatchObject({ code: "document_too_large", limit: 20_000 });
      expect(body.detail).toContain("20000 bytes");
    },
  );

  test("a document of the most pages is taken, one of a page more is not", async () => {
    expect((await ask(desk, [await pdfOfPages(3)])).status).toBe(201);
    const { body } = await ask(desk, [await pdfOfPages(4)]);
    expect(body).toMatchObject({ code: "document_too_many_pages", limit: 3, pages: 4 });
    expect(body.detail).toContain("at most 3 are taken");
  });

  test.each([false, true])(
    "as many documents as an order may have are taken, one more is not (multipart: %s)",
    async (multipart) => {
      const pdf = await pdfOfPages(1);
      expect((await ask(desk, [pdf, pdf], multipart)).status).toBe(201);
      const { status, body } = await ask(desk, [pdf, pdf, pdf], multipart);
      expect(status).toBe(422);
      expect(body).toMatchObject({ code: "field_invalid", limit: 2 });
      expect(body.detail).toContain("2");
    },
  );
});

describe("limits raised by the operator", () => {
  let desk: OrderDesk;
  beforeAll(async () => {
    desk = await OrderDesk.open({ limits: { documentBytes: 70 * 1024 * 1024, documentPages: 10_000 } });
  });
  afterAll(() => desk.close());

  test("60 MB and 9,000 pages are taken where more is allowed", async () => {
    const large = padded(await pdfOfPages(1), 60 * 1024 * 1024);
    expect((await ask(desk, [large])).status).toBe(201);
    expect((await ask(desk, [large], true)).status).toBe(201);
    expect((await ask(desk, [await pdfOfPages(9000)])).status).toBe(201);
  });
});

test("no more pages can be allowed than the engine reads", () => {
  const most = readConfig({ MAX_DOCUMENT_PAGES: String(DEFAULT_PDF_LIMITS.maxPages) });
  expect(most.limits.documentPages).toBe(DEFAULT_PDF_LIMITS.maxPages);
  expect(() => readConfig({ MAX_DOCUMENT_PAGES: String(DEFAULT_PDF_LIMITS.maxPages + 1) })).toThrow(
    "MAX_DOCUMENT_PAGES takes a whole number from 1 to 10000.",
  );
});

describe("a document store that fails", () => {
  let desk: OrderDesk;
  beforeAll(async () => {
    desk = await OrderDesk.open();
  });
  afterAll(() => desk.close());

  /** Fails at its nth put, and at every delete if told so. @param stored whether that put has stored its object all the same */
  function failing(nth: number, stored: boolean, deletes: boolean): ObjectStore {
    const store = desk.service.platform.objectStore;
    let puts = 0;
    const fail = () => new ObjectStoreError("unavailable", "The store is down.");
    return {
      get: (key) => store.get(key),
      probe: () => store.probe(),
      async put(...object) {
        puts += 1;
        if (puts < nth) return store.put(...object);
        if (stored) await store.put(...object);
        throw fail();
      },
      async delete(key) {
        if (!deletes) throw fail();
        return store.delete(key);
      },
    };
  }

  test.each([
    { nth: 1, stored: false, deletes: true },
    { nth: 2, stored: false, deletes: true },
    { nth: 2, stored: true, deletes: true },
    { nth: 2, stored: false, deletes: false },
    { nth: 2, stored: true, deletes: false },
    { nth: 3, stored: true, deletes: false },
  ])(
    "at %p is a 503 that asks to try again, and after the sweep nothing is left",
    async ({ nth, stored, deletes }) => {
      const pdf = Buffer.from(desk.content, "base64");
      const objectStore = failing(nth, stored, deletes);
      const { status, body } = await desk.replacing({ objectStore }, () => ask(desk, [pdf, pdf, pdf]));
      expect(status).toBe(503);
      expect(body).toMatchObject({ code: "unavailable", retry_after: expect.any(Number) });
      if (!deletes) expect((await desk.rowsOfOrders())["object_claims"]).toBe(3);
      desk.service.clock.advance(601);
      await sweep(desk.service.platform);
      expect(await desk.objectKeys()).toEqual([]);
      expect(await desk.rowsOfOrders()).toEqual({});
    },
  );
});
