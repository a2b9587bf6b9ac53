import { sampleContract } from "../../../api/demo/sampleContract.js";
import type { OrderView } from "../../../api/orders/orderViews.js";
import { ApiClient } from "../../support/apiClient.js";
import { startService, type TestService } from "../../support/service.js";
import { storedObjects } from "../../support/storedObjects.js";
import { expectSource, limit, signers, variantOf } from "./documentSources.js";

let service: TestService;
let client: ApiClient;
let pdf: Buffer;

beforeAll(async () => {
  service = await startService({ limits: { documentBytes: limit, documentsPerOrder: 4 } });
  client = new ApiClient(service.baseUrl, (await service.tenant()).apiKey);
  pdf = Buffer.from(await sampleContract());
});
afterAll(() => service.stop());

describe("a document in base64", () => {
  test("is kept byte for byte, whatever lines the base64 is broken into", async () => {
    const bytes = variantOf(pdf, "lines");
    const content = bytes.toString("base64").replace(/.{76}/g, "$&\r\n");
    const order = await client.createOrder({
      title: "Lease",
      documents: [{ name: "a.pdf", content }],
      signers,
    });
    await expectSource(client, order, 0, bytes);
  });

  test("that is larger than the limit is refused with 413 that names field and limit, before it is decoded", async () => {
    const documents = [{ name: "a.pdf", content: Buffer.alloc(limit + 1, "%PDF-1.7 ").toString("base64") }];
    const { status, body } = await client.refused("POST", "/v1/orders", {
      title: "Lease",
      documents,
      signers,
    });
    expect([status, body.code, body.param, body["limit"]]).toEqual([
      413,
      "document_too_large",
      expect.stringMatching(/^documents\[0\]/),
      limit,
    ]);
    expect(body.detail).toContain("MAX_DOCUMENT_BYTES");
  });
});

describe("documents in multipart/form-data", () => {
  const formOf = (order: unknown, files: readonly (readonly [string, Uint8Array])[]) => {
    const form = new FormData();
    if (order !== undefined) form.set("order", typeof order === "string" ? order : JSON.stringify(order));
    for (const [name, bytes] of files) form.append("file", new Blob([Buffer.from(bytes)]), name);
    return form;
  };
  const lease = { title: "Lease", signers };

  test("are kept byte for byte and in order, after those of the body, under their names in any script", async () => {
    const names = ["lease.pdf", "Vertrag – Müller & Söhne.pdf", "契約書 😀.pdf"];
    const files = names.map((name): [string, Buffer] => [name, variantOf(pdf, name)]);
    const first = { name: "first.pdf", content: pdf.toString("base64") };
    const { status, body: order } = await client.post<OrderView>(
      "/v1/orders",
      formOf({ ...lease, documents: [first] }, files),
    );
    expect([status, order.documents.map(({ name }) => name)]).toEqual([201, ["first.pdf", ...names]]);
    await expectSource(client, order, 0, pdf);
    for (const [index, [, bytes]] of files.entries()) await expectSource(client, order, index + 1, bytes);
    const last = order.documents[3]!;
    const source = await client.get(`/v1/orders/${order.id}/documents/${last.id}/source`);
    const encoded = source.headers.get("Content-Disposition")!.replace(/^.*filename\*=UTF-8''/, "");
    expect(decodeURIComponent(encoded)).toBe("契約書 😀.pdf");
  });

  test("may say their names in the way of RFC 5987", async () => {
    const body = Buffer.concat([
      Buffer.from(
        `--b\r\nContent-Disposition: form-data; name="order"\r\n\r\n${JSON.stringify(lease)}\r\n--b\r\n` +
          `Content-Disposition: form-data; name="file"; filename*=UTF-8''%E5%A5%91%E7%B4%84.pdf\r\nContent-Type: application/pdf\r\n\r\n`,
      ),
      pdf,
      Buffer.from("\r\n--b--\r\n"),
    ]);
    const response = await fetch(`${service.baseUrl}/v1/orders`, {
      method: "POST",
      headers: {
        Authorization: `Bearer ${(await service.tenant()).apiKey}`,
        "Content-Type": "multipart/form-data; boundary=b",
      },
      body,
    });
    expect(((await response.json()) as OrderView).documents[0]!.name).toBe("契約.pdf");
  });

  test("keep of a path its last part, and of a long name what fits, without cutting a character in half", async () => {
    const files: [string, Buffer][] = [
      ["../../etc/passwd.pdf", pdf],
      [`a${"😀".repeat(150)}.pdf`, pdf],
    ];
    const { body: order } = await client.post<OrderView>("/v1/orders", formOf(lease, files));
    const [path, long] = order.documents.map(({ name }) => name);
    expect(path).toBe("passwd.pdf");
    expect(long).toMatch(/^a(😀)+$/u);
    expect(long!.length).toBeLessThanOrEqual(200);
  });

  test.each<[string, () => FormData, number, string, string | undefined]>([
    [
      "more files than an order holds",
      () => formOf(lease, Array(5).fill(["a.pdf", pdf])),
      422,
      "field_invalid",
      "file",
    ],
    [
      "a file that is too large",
      () => formOf(lease, [["a.pdf", Buffer.alloc(limit + 1)]]),
      413,
      "document_too_large",
      "file",
    ],
    [
      "a file without bytes",
      () => formOf(lease, [["a.pdf", Buffer.alloc(0)]]),
      422,
      "document_empty",
      "file[0]",
    ],
    [
      "a second file that is no PDF",
      () =>
        formOf(lease, [
          ["a.pdf", pdf],
          ["b.pdf", Buffer.from("hello")],
        ]),
      422,
      "document_not_a_pdf",
      "file[1]",
    ],
    ["no part `order`", () => formOf(undefined, [["a.pdf", pdf]]), 422, "field_invalid", "signers"],
    [
      "a part `order` that is no JSON",
      () => formOf("{title", [["a.pdf", pdf]]),
      400,
      "body_malformed",
      "order",
    ],
    ["a part `order` that is null", () => formOf("null", [["a.pdf", pdf]]), 422, "field_invalid", "body"],
    [
      "a fault in the part `order`",
      () => formOf({ ...lease, title: "" }, [["a.pdf", pdf]]),
      422,
      "field_invalid",
      "title",
    ],
    [
      "a file under another name",
      () => {
        const form = formOf(lease, []);
        form.set("document", new Blob([pdf]), "a.pdf");
        return form;
      },
      400,
      "request_invalid",
      "document",
    ],
    [
      "a part `order` beyond its bound",
      () => formOf({ ...lease, consent_text: "x".repeat(1_000_001) }, []),
      400,
      "request_invalid",
      "order",
    ],
  ])("with %s are refused, and nothing is kept", async (_what, form, status, code, param) => {
    const before = await storedObjects(service);
    const answer = await client.refused("POST", "/v1/orders", form());
    expect([answer.status, answer.body.code, answer.body.param]).toEqual([status, code, param]);
    expect(await storedObjects(service)).toEqual(before);
  });
});
