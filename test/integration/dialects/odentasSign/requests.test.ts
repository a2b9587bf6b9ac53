import { createHash } from "node:crypto";
import { odentasDescription } from "../../../../api/dialects/odentasSign/description/odentasDescription.js";
import type { RequestView } from "../../../../api/dialects/odentasSign/views.js";
import type { OrderView } from "../../../../api/orders/orderViews.js";
import { describedFetch } from "../../../support/describedAnswers.js";
import { OrderDesk } from "../../../support/orderDesk.js";

let desk: OrderDesk;
const described = describedFetch(odentasDescription());

beforeAll(async () => {
  desk = await OrderDesk.open();
});
afterAll(async () => {
  await desk.close();
});

interface Told {
  readonly status: number;
  readonly body: RequestView & { error: string; code: string; field?: string };
}

async function call(
  method: string,
  path: string,
  body?: unknown,
  apiKey = desk.client.apiKey!,
): Promise<Told> {
  const response = await described.fetch(`${desk.service.baseUrl}/odentas-sign${path}`, {
    method,
    headers: { Authorization: `Bearer ${apiKey}`, "Content-Type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
  return { status: response.status, body: (await response.json()) as Told["body"] };
}

const tenant = { role: "tenant", name: "Ada King Lovelace", email: "ada@example.org", language: "en" };
const landlord = { role: "landlord", name: "Charles Babbage", email: "charles@example.org" };
const asked = (more: object = {}) => ({
  title: "Lease",
  ref: "crm/17",
  pdf_base64: desk.content.replaceAll(/(.{76})/g, "$1\r\n"),
  filename: "lease.pdf",
  signers: [tenant, landlord],
  positions: [
    { role: "tenant", page: "1", x: "70", y: 600, w: 180, h: 56, kind: "signature", label: "Tenant" },
    { role: "tenant", page: 1, x: 70, y: 560, kind: "checkbox", label: "I have seen the flat" },
    { role: "landlord", page: 1, x: 320, y: 600 },
  ],
  ...more,
});

/** The same request as `/v1` shows it. */
async function order(id: string): Promise<OrderView> {
  return (await desk.client.get<OrderView>(`/v1/orders/${id}`)).body;
}

describe("a request for signatures", () => {
  test("is an order with a link for each signer, who signs where it was asked, and is sealed by itself", async () => {
    const { status, body: made } = await call("POST", "/requests/create", asked());
    expect(status).toBe(201);
    expect(made.request).toMatchObject({ ref: "crm/17", title: "Lease", status: "ready" });
    expect(made.signers).toMatchObject([
      { role: "tenant", name: "Ada King Lovelace", has_signed: false },
      { role: "landlord", name: "Charles Babbage", has_signed: false },
    ]);
    const { id } = made.request;
    const whole = await order(id);
    expect(made.signers.map(({ signatureUrl }) => signatureUrl)).toEqual(
      whole.signers.map(({ signing_url }) => signing_url),
    );

    const browser = desk.browser(whole, 0);
    const { data: fields } = (
      await desk.client.get<{ data: { id: string; kind: string }[] }>(
        `/v1/orders/${id}/signers/${whole.signers[0]!.id}/fields`,
      )
    ).body;
    expect(fields.map(({ kind }) => kind)).toEqual(["signature", "checkbox"]);
    await browser.sign();
    expect((await call("GET", `/requests/${id}/`)).body.request.progress).toEqual({
      total: 2,
      signed: 1,
      percentage: 50,
    });
    await desk.browser(whole, 1).sign();

    const done = (await call("GET", `/requests/${id}`)).body;
    expect(done.request.status).toBe("completed");
    const { body: pdf } = await desk.client.get<Buffer>(
      `/v1/orders/${id}/documents/${whole.documents[0]!.id}/signed`,
    );
    expect(done.assets).toMatchObject({
      pdf_sha256: createHash("sha256").update(pdf).digest("hex"),
      algorithm: "ecdsa-sha256",
      sealed_at: done.request.completed_at,
    });
    expect(done.assets?.tsa_policy_oid).toMatch(/^[0-9.]+$/);
    // Whoever asks for the sealing once more changes nothing.
    const again = await call("POST", "/webhooks/completion", { request_id: id, event: "all_signed" });
    expect(again).toEqual({ status: 200, body: done });
    expect(await desk.count(whole, "document.sealed", "order.completed")).toEqual([1, 1]);
  });

  test("takes a document that stands with the service already, and no other tenant's", async () => {
    const { documents } = await desk.order();
    const stored = { pdf_base64: undefined, pdf_document: documents[0]!.id, positions: undefined };
    const { status, body } = await call("POST", "/requests/create", asked(stored));
    expect(status).toBe(201);
    const copy = (await order(body.request.id)).documents[0]!;
    expect(copy).toMatchObject({ name: documents[0]!.name, sha256: documents[0]!.sha256 });
    const stranger = await desk.service.tenant("Stranger");
    expect(await call("POST", "/requests/create", asked(stored), stranger.apiKey)).toMatchObject({
      status: 422,
      body: { code: "field_invalid", field: "pdf_document" },
    });
  });

  test("of a template finds its positions by the markers of its document", async () => {
    const { body: template } = await desk.client.post("/v1/templates", {
      name: "Lease",
      title: "Lease of a flat",
      documents: [{ name: "lease.pdf", content: desk.content }],
      roles: [{ name: "tenant", placements: [{ marker: { text: "Agreement", occurrence: 1 } }] }],
    });
    const { status, body } = await call("POST", "/requests/create", {
      template: template["id"],
      signers: [tenant],
    });
    expect({ status, title: body.request?.title }).toEqual({ status: 201, title: "Lease of a flat" });
    const fields = await desk.client.get<{ data: object[] }>(
      `/v1/orders/${body.request.id}/signers/${body.signers[0]!.id}/fields`,
    );
    expect(fields.body.data).toMatchObject([{ kind: "signature", page: 1 }]);
  });

  test("is cancelled with a reason, once, and then not sealed", async () => {
    const { body: made } = await call("POST", "/requests/create", asked());
    const { id } = made.request;
    const cancelled = await call("POST", `/requests/${id}/cancel`, { reason: "The flat is sold." });
    expect(cancelled).toMatchObject({
      status: 200,
      body: { request: { status: "cancelled", reason: "The flat is sold." }, assets: null },
    });
    expect(await call("POST", `/requests/${id}/cancel`)).toMatchObject({
      status: 409,
      body: { code: "order_state_conflict" },
    });
    expect(await call("POST", "/webhooks/completion", { request_id: id })).toMatchObject({
      status: 409,
      body: { code: "order_state_conflict" },
    });
  });

  test("is not cancelled by a body that is not read: its reason would be lost", async () => {
    const { body: made } = await call("POST", "/requests/create", asked());
    const { id } = made.request;
    const headers = {
      Authorization: `Bearer ${desk.client.apiKey}`,
      "Content-Type": "application/x-www-form-urlencoded",
    };
    const url = `${desk.service.baseUrl}/odentas-sign/requests/${id}/cancel`;
    const response = await fetch(url, { method: "POST", headers, body: "reason=Sold" });
    expect([response.status, await response.json()]).toMatchObject([415, { code: "media_type_unsupported" }]);
    expect((await order(id)).state).toBe("ready");
    expect((await fetch(url, { method: "POST", headers })).status).toBe(200);
  });

  test("is nobody else's, and a completion of it no less", async () => {
    const { body: made } = await call("POST", "/requests/create", asked());
    const { id } = made.request;
    const { apiKey } = await desk.service.tenant("Another");
    const answers = [
      await call("GET", `/requests/${id}`, undefined, apiKey),
      await call("POST", `/requests/${id}/cancel`, {}, apiKey),
      await call("POST", "/webhooks/completion", { request_id: id }, apiKey),
      await call("GET", "/requests/17"),
    ];
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(
      answers.map(() => [404, "not_found"]),
    );
    expect((await order(id)).state).toBe("ready");
  });

  test.each<[string, object, string]>([
    ["a member that is unknown", { pdfBase64: "x" }, "pdfBase64"],
    ["two documents", { template: "tpl_01k2j6z8f0e9v8w7x6y5z4a3b2" }, "pdf_base64"],
    ["no base64", { pdf_base64: "&&&&" }, "pdf_base64"],
    ["a position of nobody", { positions: [{ role: "agent", page: 1, x: 1, y: 1 }] }, "positions[0].role"],
    ["a position without a page", { positions: [{ role: "tenant", x: 1, y: 1 }] }, "positions[0].page"],
    [
      "a strange kind",
      { positions: [{ role: "tenant", page: 1, x: 1, y: 1, kind: "stamp" }] },
      "positions[0].kind",
    ],
    ["two signers of a role", { signers: [tenant, tenant] }, "signers[1].role"],
    ["a name in one word", { signers: [{ ...tenant, name: "Ada" }], positions: [] }, "signers[0].name"],
    [
      "an address that is none",
      { signers: [{ ...tenant, email: "ada at example" }], positions: [] },
      "signers[0].email",
    ],
    ["a number that is none", { signers: [{ ...tenant, phone: "06" }], positions: [] }, "signers[0].phone"],
    ["no signer", { signers: [], positions: [] }, "signers"],
    ["a time that is none", { expires_at: "soon" }, "expires_at"],
  ])("with %s is refused by the field's name, and nothing is left of it", async (_what, more, field) => {
    const before = await desk.rowsOfOrders();
    const { status, body } = await call("POST", "/requests/create", asked(more));
    expect({ status, field: body.field, code: body.code }).toEqual({
      status: 422,
      field,
      code: "field_invalid",
    });
    expect(body.error).toContain(field);
    expect(await desk.rowsOfOrders()).toEqual(before);
  });

  test("has every answer as it is described, and no operation that is not", () => {
    expect(described.unseen()).toEqual([]);
  });
});
