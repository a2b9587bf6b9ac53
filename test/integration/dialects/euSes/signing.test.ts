import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { EventView } from "../../../../api/audit/eventView.js";
import type { EuSesOrderView } from "../../../../api/dialects/euSes/presentOrder.js";
import { publicId } from "../../../../api/ids/id.js";
import type { OrderView } from "../../../../api/orders/orderViews.js";
import type { UsageEventView } from "../../../../api/usage/usageController.js";
import { Dispatcher } from "../../../../api/webhooks/deliveries/dispatcher.js";
import { CallbackServer } from "../../../support/callbackServer.js";
import { asOrder, EuSesCaller } from "../../../support/euSesCaller.js";
import { describeWith } from "../../../support/judges.js";
import { ada, OrderDesk } from "../../../support/orderDesk.js";
import { pdfsig, trustInNss } from "../../../support/signatureJudges.js";
import { anna, leastRequest, mario } from "./requests.js";

let desk: OrderDesk;
let caller: EuSesCaller;
let server: CallbackServer;

beforeAll(async () => {
  desk = await OrderDesk.open();
  caller = new EuSesCaller(desk.service.baseUrl, desk.client.apiKey);
  server = await CallbackServer.start();
});
afterAll(async () => {
  server.stop();
  await desk.close();
});

const browserOf = (order: EuSesOrderView, index = 0) => desk.browser(asOrder(order), index);
const inV1 = async (order: EuSesOrderView): Promise<OrderView> => {
  const [found] = (await desk.client.get<{ data: OrderView[] }>(`/v1/orders?text=${order.document.title}`))
    .body.data;
  return found!;
};
const oneTitle = () => ({ title: `Title${Math.random().toString(36).slice(2)}` });

describe("an order from its creation to its end", () => {
  test("waits to be signed, then for the others, and is done when all have; its file is there then and not before", async () => {
    const order = await caller.create(leastRequest(desk, { signers: [mario, anna] }));
    const file = `/signatures/${order.id}/signedDocument`;
    expect(order.state).toBe("WAIT_SIGN");
    expect(await caller.refused("GET", file)).toEqual([
      409,
      {
        success: false,
        message: "There is no signedDocument: the signature is in the state WAIT_SIGN.",
        error: 409,
      },
    ]);
    await browserOf(order, 0).sign();
    const half = await caller.detail(order.id);
    expect([half.state, half.signers.map(({ state }) => state)]).toEqual(["WAIT_SIGNER", ["SIGNED", "NEW"]]);
    expect((await caller.refused("GET", file))[0]).toBe(409);
    await browserOf(order, 1).sign();
    const done = await caller.detail(order.id);
    expect([done.state, done.errorNumber, done.errorMessage]).toEqual(["DONE", null, null]);
    const { headers, body } = await caller.request<Buffer>(
      "GET",
      `/SIGNATURE/${order.id.toUpperCase()}/signeddocument/`,
    );
    expect(headers.get("Content-Type")).toBe("application/pdf");
    expect(headers.get("Content-Disposition")).toContain(`filename="${done.document.signedDocument!.name}"`);
    expect(body.length).toBe(done.document.signedDocument!.size);
    const source = await caller.request<Buffer>("GET", `/signatures/${order.id}/validatedDocument`);
    expect(source.body.toString("base64")).toBe(desk.content);
  });

  test("the signer is sent the caller's words with the code in its place, or at their end", async () => {
    const signers = [
      { ...mario, message: "Ecco {OTP}, Mario" },
      { ...anna, message: "Ecco il codice:" },
    ];
    const order = await caller.create(leastRequest(desk, { signers }));
    for (const [index, words] of [/Ecco \d{6}, Mario/, /Ecco il codice: \d{6}/].entries()) {
      const browser = browserOf(order, index);
      await browser.read();
      await browser.receiveCode();
      expect((await desk.service.outbox.list({ limit: 1 }))[0]!.text).toMatch(words);
    }
  });

  test("each change of the state is told once, in the form, with the headers and what is given back that were asked for", async () => {
    const callback = {
      ...{ url: server.url("/told"), method: "POST", field: "body", retry: "2" },
      ...{ headers: { "X-Secret": "s3cret" }, custom: { saleId: 17 } },
    };
    const order = await caller.create(leastRequest(desk, { callback }));
    const dispatcher = new Dispatcher(desk.service.platform);
    await dispatcher.settle();
    await browserOf(order).sign();
    await dispatcher.settle();
    const told = server.take().map(({ headers, body }) => {
      const fields = Object.fromEntries(new URLSearchParams(body));
      expect([headers["x-secret"], JSON.parse(fields["custom"]!)]).toEqual(["s3cret", { saleId: 17 }]);
      return JSON.parse(fields["body"]!) as EuSesOrderView;
    });
    expect(told.map(({ state }) => state)).toEqual(["WAIT_SIGN", "DONE"]);
    expect(told[1]).toEqual(await caller.detail(order.id));
  });

  test("a refusal is an error that says who would not and why", async () => {
    const order = await caller.create(leastRequest(desk));
    const browser = browserOf(order);
    await browser.read();
    const token = await browser.prove();
    const headers = { Authorization: `Bearer ${token}` };
    await browser.client.post(`${browser.path}/refuse`, { reason: "Too dear" }, headers);
    expect(await caller.detail(order.id)).toMatchObject({
      ...{ state: "ERROR", errorNumber: 901, errorMessage: expect.stringContaining("Too dear") },
      signers: [{ state: "REFUSED" }],
    });
  });
});

describe("one order in two interfaces", () => {
  test("what is asked for here is an order at /v1 with one state, one trail and one usage event", async () => {
    const order = await caller.create(leastRequest(desk, oneTitle()));
    await browserOf(order).sign();
    const seen = await inV1(order);
    expect([seen.state, (await caller.detail(order.id)).state]).toEqual(["completed", "DONE"]);
    const events = (await desk.client.get<{ data: EventView[] }>(`/v1/orders/${seen.id}/events`)).body.data;
    const { AuditData } = (
      await caller.request<{ data: { AuditData: { createdAt: string }[] } }>(
        "GET",
        `/signatures/${order.id}/audit`,
      )
    ).body.data;
    expect(AuditData.length).toBeGreaterThan(0);
    expect(events.filter(({ type }) => type === "order.completed")).toHaveLength(1);
    const usage = (await desk.client.get<{ data: UsageEventView[] }>("/v1/usage")).body.data;
    expect(usage.filter((event) => event.order === seen.id)).toHaveLength(1);
    expect(publicId("sgr", order.signers[0]!.id)).toBe(seen.signers[0]!.id);
  });

  test("an order that is made at /v1 is listed, read, signed and fetched here", async () => {
    // Orders of one millisecond have no order among themselves.
    desk.service.clock.advance(1);
    const made = await desk.order([{ ...ada, phone: "+33612345678" }, ada], { title: "Made there" });
    const [listed] = await caller.list();
    expect(listed).toMatchObject({
      documentTitle: "Made there",
      state: "WAIT_SIGN",
      certificateType: "EU-SES",
    });
    expect(await caller.detail(listed!.id)).toMatchObject({
      signers: [{ name: "Ada", surname: "Lovelace", mobile: "+33612345678", language: "browser" }, {}],
      options: {
        asyncDocumentsValidation: true,
        userEditableData: { name: false, mobile: false, email: false },
      },
    });
    for (const index of [0, 1]) await desk.browser(made, index).sign();
    expect((await caller.list("?state=DONE"))[0]!.id).toBe(listed!.id);
    const there = await desk.client.get<Buffer>(
      `/v1/orders/${made.id}/documents/${made.documents[0]!.id}/signed`,
    );
    const here = await caller.request<Buffer>("GET", `/signatures/${listed!.id}/signedDocument`);
    expect(here.body.equals(there.body)).toBe(true);
  });
});

describeWith(["pdfsig", "certutil"], "what a foreign judge says of the signed document", () => {
  test("pdfsig finds both signatures valid and trusted, where a signer signs in two places too", async () => {
    const directory = await mkdtemp(join(tmpdir(), "paraph-eu-ses-"));
    try {
      const twice = [
        { page: 1, x: "70", y: "600" },
        { page: 1, x: "300", y: "600" },
      ];
      const signers = [{ ...mario, signatures: twice }, anna];
      const order = await caller.create(leastRequest(desk, { signers }));
      await browserOf(order, 0).sign();
      await browserOf(order, 1).sign();
      const { body } = await caller.request<Buffer>("GET", `/signatures/${order.id}/signedDocument`);
      const file = join(directory, "signed.pdf");
      await writeFile(file, body);
      const roots = await (await fetch(`${desk.service.baseUrl}/ca/roots.pem`)).text();
      const nss = await trustInNss(directory, roots.match(/-----BEGIN[\s\S]*?-----END CERTIFICATE-----/g)!);
      const verdicts = (await pdfsig(file, nss)).slice(0, 2);
      expect(verdicts.map(({ signature }) => signature)).toEqual([
        "Signature is Valid.",
        "Signature is Valid.",
      ]);
      expect(verdicts.map(({ certificate }) => certificate)).toEqual([
        "Certificate is Trusted.",
        "Certificate is Trusted.",
      ]);
    } finally {
      await rm(directory, { recursive: true });
    }
  });
});
