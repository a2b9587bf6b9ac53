import { createHash } from "node:crypto";
import { chmod, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { OrderView } from "../../../api/orders/orderViews.js";
import { ada, OrderDesk, uuidOf } from "../../support/orderDesk.js";
import { expectAllIsWell, sweepAll } from "./crashInvariants.js";

let desk: OrderDesk;

beforeAll(async () => {
  desk = await OrderDesk.open();
});
afterAll(() => desk.close());

const download = (order: OrderView, which: "source" | "signed", index = 0) =>
  desk.client.get<Buffer>(`/v1/orders/${order.id}/documents/${order.documents[index]!.id}/${which}`);

/** The file in the store that holds a revision of the order's document. */
async function fileOf(order: OrderView, revision: number): Promise<string> {
  const [row] = await desk.sql<{ object_key: string }>(
    `SELECT object_key FROM document_revisions
     WHERE document_id = '${uuidOf(order.documents[0]!.id)}' AND revision = ${revision}`,
  );
  return join(desk.service.objects, "objects", row!.object_key);
}

async function alter(file: string): Promise<Buffer> {
  const original = await readFile(file);
  const altered = Buffer.from(original);
  altered[100] = altered[100]! ^ 1;
  await chmod(file, 0o600);
  await writeFile(file, altered);
  return original;
}

test("the source comes back as it was given, with its size, type and name", async () => {
  const order = await desk.order([ada]);
  const { status, headers, body } = await download(order, "source");
  expect(status).toBe(200);
  expect(headers.get("Content-Type")).toBe("application/pdf");
  expect(headers.get("Content-Length")).toBe(String(body.length));
  expect(headers.get("Content-Disposition")).toBe(
    `attachment; filename="agreement.pdf"; filename*=UTF-8''agreement.pdf`,
  );
  expect(body.toString("base64")).toBe(desk.content);
  expect(order.documents[0]).toMatchObject({
    bytes: body.length,
    sha256: createHash("sha256").update(body).digest("hex"),
    pages: 2,
  });
});

test("a document that nobody has signed has no signed version yet: 409, and then it has one", async () => {
  const order = await desk.order([ada]);
  expect(await download(order, "signed")).toMatchObject({
    status: 409,
    body: { code: "document_not_ready" },
  });
  await desk.browser(order).sign();
  const { status, headers } = await download(order, "signed");
  expect(status).toBe(200);
  expect(headers.get("Content-Disposition")).toContain('filename="agreement-signed.pdf"');
});

test("a document for information is never signed", async () => {
  const content = desk.content;
  const order = await desk.order([ada], {
    documents: [
      { name: "a.pdf", content },
      { name: "b.pdf", content, kind: "info" },
    ],
  });
  await desk.browser(order).sign();
  expect((await desk.read(order)).documents.map(({ signatures }) => signatures)).toEqual([1, 0]);
  expect(await download(order, "signed", 1)).toMatchObject({
    status: 409,
    body: { code: "document_not_ready" },
  });
});

test.each([
  ["Vertrag „Müller“.pdf", "Vertrag _M_ller_.pdf", "Vertrag%20%E2%80%9EM%C3%BCller%E2%80%9C.pdf"],
  ['a"b\\c/d.pdf', "a_b_c_d.pdf", "a%22b%5Cc%2Fd.pdf"],
  ["line\r\nSet-Cookie: a=b.pdf", "line__Set-Cookie: a=b.pdf", "line%0D%0ASet-Cookie%3A%20a%3Db.pdf"],
  ["it's (1)*.pdf", "it's (1)*.pdf", "it%27s%20%281%29%2A.pdf"],
])("the name %j cannot leave its header, and comes back whole (RFC 6266)", async (name, ascii, encoded) => {
  const order = await desk.order([ada], { documents: [{ name, content: desk.content }] });
  const { headers } = await download(order, "source");
  expect(headers.get("Content-Disposition")).toBe(
    `attachment; filename="${ascii}"; filename*=UTF-8''${encoded}`,
  );
  expect(headers.get("Set-Cookie")).toBeNull();
});

describe("a document that was changed in the store", () => {
  test("is not handed out, neither to the tenant nor to the signer nor as evidence", async () => {
    const order = await desk.order([ada]);
    const browser = desk.browser(order);
    const { body } = await browser.client.get<{ documents: { url: string }[] }>(`${browser.path}/pdf-url`);
    await alter(await fileOf(order, 0));
    expect(await download(order, "source")).toMatchObject({ status: 500, body: { code: "internal_error" } });
    expect((await fetch(body.documents[0]!.url)).status).toBe(500);
    expect((await desk.client.get(`/v1/orders/${order.id}/evidence`)).status).toBe(500);
  });

  test("is not signed: the signing stays pending, says why, and is made once the document is back", async () => {
    const order = await desk.order([ada]);
    const browser = desk.browser(order);
    await browser.read();
    const file = await fileOf(order, 0);
    const original = await alter(file);
    const signed = await browser.signWhatWasRead();
    expect(signed).toMatchObject({ status: 202, body: { status: "signing" } });
    const [pending] = await desk.sql<{ last_error: string }>(
      "SELECT last_error FROM signings WHERE state = 'pending'",
    );
    expect(pending!.last_error).toContain("is not what was given to us");
    await writeFile(file, original);
    desk.service.clock.advance(61);
    await sweepAll(desk);
    expect((await desk.read(order)).state).toBe("completed");
  });

  test("or lost holds up no other order's signature", async () => {
    const lost = await desk.order([ada]);
    const losing = desk.browser(lost);
    await losing.read();
    await rm(await fileOf(lost, 0));
    expect((await losing.signWhatWasRead()).status).toBe(202);
    const other = await desk.order([ada]);
    const { maxTokenBytes } = desk.service.platform.timestampAuthority.test;
    const down = { maxTokenBytes, timestamp: () => Promise.reject(new Error("down")) };
    await desk.replacing({ timestampAuthority: { test: down, live: down } }, () =>
      desk.browser(other).sign(),
    );
    desk.service.clock.advance(61);
    await sweepAll(desk);
    expect((await desk.read(other)).state).toBe("completed");
    expect((await desk.read(lost)).state).toBe("in_progress");
  });
});

test("what is signed is what was given, whatever happens to other documents", async () => {
  const fresh = await OrderDesk.open();
  try {
    const order = await fresh.order([ada], {
      documents: [1, 2, 3].map((number) => ({ name: `${number}.pdf`, content: fresh.content })),
    });
    await fresh.browser(order).sign();
    await expectAllIsWell(fresh, order, "three documents");
    for (const document of order.documents) {
      const { body } = await fresh.client.get<Buffer>(
        `/v1/orders/${order.id}/documents/${document.id}/signed`,
      );
      expect(body.subarray(0, document.bytes).toString("base64")).toBe(fresh.content);
    }
  } finally {
    await fresh.close();
  }
});
