import { createHash } from "node:crypto";
import type { PositionView } from "../../../api/placements/fieldViews.js";
import type { DocumentLinksView, StatusView } from "../../../api/signers/sessionViews.js";
import { drawnSignature } from "../../support/drawnSignature.js";
import { ada, charles, OrderDesk } from "../../support/orderDesk.js";

const isoTime = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);

let desk: OrderDesk;

beforeAll(async () => {
  desk = await OrderDesk.open({ tenantName: "Arbor Homes" });
});
afterAll(() => desk.close());

test("status says who, which order, who asks, how far it has come, and who else signs", async () => {
  const order = await desk.order([{ ...ada, phone: "+447700900123", authentication: "sms" }, charles], {
    title: "Lease",
    external_id: "lease-7",
  });
  const browser = desk.browser(order, 0);
  const before = await browser.client.get<StatusView>(`${browser.path}/status`);
  expect(before.status).toBe(200);
  const consent =
    "I have read the documents, I agree to their content, and I agree to sign them electronically.";
  const sha256 = createHash("sha256").update(Buffer.from(desk.content, "base64")).digest("hex");
  const whole = { text: consent, sha256: createHash("sha256").update(consent).digest("hex") };
  expect(before.body).toEqual({
    session: expect.stringMatching(/^[\w-]{43}$/),
    signer: {
      id: order.signers[0]!.id,
      role: "signer",
      name: "Ada Lovelace",
      email: "a***@example.org",
      has_signed: false,
      signed_at: null,
      state: "waiting",
      turn: "now",
      can_delegate: false,
    },
    request: {
      id: order.id,
      ref: "lease-7",
      title: "Lease",
      status: "ready",
      created_at: isoTime,
      expires_at: isoTime,
      sender: "Arbor Homes",
      message: null,
      progress: { total: 2, signed: 0, percentage: 0 },
    },
    other_signers: [
      { role: "signer", name: "Charles Babbage", has_signed: false, group: 1, state: "waiting" },
    ],
    authentication: {
      method: "sms",
      masked_to: "+44 *** 23",
      channels: [{ channel: "sms", masked_to: "+44 *** 23", accepted: false }],
      code: null,
    },
    consent: whole,
    clauses: [{ position: 0, ...whole, given: false }],
    must_read: false,
    pages: { shown: 0, total: 2 },
    fields: { required: 0, filled: 0 },
    identity: {
      given_name: "Ada",
      surname: "Lovelace",
      email: "a***@example.org",
      phone: "+44 *** 23",
    },
    editable_identity: [],
    steps: [
      { step: "open", done: false, call: "GET /s/{link}" },
      { step: "documents", done: false, call: "GET pdf-url, then GET each of its links" },
      { step: "consents", done: false, call: "POST consents" },
      { step: "code", done: false, call: "POST send-otp, then POST verify-otp" },
      { step: "act", done: false, call: "POST sign, or POST approve" },
    ],
    next_step: "open",
    page: {
      theme: null,
      logo_url: null,
      hide: [],
      frame_ancestors: [],
      complete_url: null,
      cancel_url: null,
    },
    signature_modes: ["typed", "drawn"],
    time_zone: null,
    documents: [
      {
        id: order.documents[0]!.id,
        name: "agreement.pdf",
        kind: "sign",
        pages: 2,
        bytes: Buffer.from(desk.content, "base64").length,
        sha256,
      },
    ],
  });
  await desk.browser(order, 1).sign();
  const after = await browser.status();
  expect(after.request).toMatchObject({
    status: "in_progress",
    progress: { total: 2, signed: 1, percentage: 50 },
  });
  expect(after.other_signers).toMatchObject([{ name: "Charles Babbage", has_signed: true, state: "signed" }]);
  expect(after.signer).toMatchObject({ has_signed: false, state: "waiting" });
  await browser.sign();
  const end = await browser.status();
  expect(end.signer).toMatchObject({ has_signed: true, signed_at: isoTime, state: "signed" });
  expect(end.request).toMatchObject({
    status: "completed",
    progress: { total: 2, signed: 2, percentage: 100 },
  });
});

test("status shows no address of another signer, neither whole nor masked", async () => {
  const order = await desk.order([ada, { ...charles, phone: "+447700900999" }]);
  const text = JSON.stringify(await desk.browser(order, 0).status());
  expect(text).not.toContain("charles@");
  expect(text).not.toContain("900999");
  expect(text).not.toContain(desk.browser(order, 1).path.split("/")[2]!);
});

test("status says expired from the second that the order's time is over, swept or not", async () => {
  const expires_at = new Date(desk.service.clock.now().getTime() + 60_000).toISOString();
  const browser = desk.browser(await desk.order([ada], { expires_at }));
  desk.service.clock.advance(59);
  expect((await browser.status()).request.status).toBe("ready");
  desk.service.clock.advance(1);
  expect((await browser.status()).request.status).toBe("expired");
});

test("pdf-url gives a link to each document, which answers with its very bytes and is kept in no cache", async () => {
  const content = desk.content;
  const order = await desk.order([ada], {
    documents: [
      { name: "lease.pdf", content },
      { name: "Hausordnung – §5 „Lärm“.pdf", content, kind: "info" },
    ],
  });
  const browser = desk.browser(order);
  const { status, body } = await browser.client.get<DocumentLinksView>(`${browser.path}/pdf-url`);
  expect(status).toBe(200);
  expect(body.documents.map(({ id, name }) => [id, name])).toEqual(
    order.documents.map(({ id, name }) => [id, name]),
  );
  for (const { url, expires_at } of body.documents) {
    expect(expires_at).toEqual(isoTime);
    const response = await fetch(url);
    expect(response.status).toBe(200);
    expect(response.headers.get("Content-Type")).toBe("application/pdf");
    expect(response.headers.get("Cache-Control")).toBe("private, no-store");
    expect(response.headers.get("Content-Disposition")).toMatch(/^inline; /);
    expect(Buffer.from(await response.arrayBuffer()).toString("base64")).toBe(content);
  }
});

test("signed-documents is empty before anybody signs, then links to each document with its signatures", async () => {
  const browser = desk.browser(await desk.order([ada, charles]));
  const read = () => browser.client.get<DocumentLinksView>(`${browser.path}/signed-documents`);
  expect((await read()).body.documents).toEqual([]);
  await browser.sign();
  const [document] = (await read()).body.documents;
  expect(document!.name).toBe("agreement-signed.pdf");
  const response = await fetch(document!.url);
  expect(response.headers.get("Content-Disposition")).toMatch(/^attachment; filename="agreement-signed.pdf"/);
  const signed = Buffer.from(await response.arrayBuffer());
  const source = Buffer.from(desk.content, "base64");
  expect(signed.length).toBeGreaterThan(source.length);
  expect(signed.subarray(0, source.length).equals(source)).toBe(true);
});

test("positions gives this signer's places, and nobody else's", async () => {
  const place = { page: 2, x: 72, y: 150.5, width: 220, height: 64 };
  const order = await desk.order([
    { ...ada, placements: [place] },
    { ...charles, placements: [{ ...place, x: 300 }] },
    { ...charles, given_name: "Anne", email: "anne@example.org" },
  ]);
  const positions = async (index: number) => {
    const browser = desk.browser(order, index);
    return (await browser.client.get<PositionView[]>(`${browser.path}/positions`)).body;
  };
  const { width: w, height: h, ...rest } = place;
  const expected = {
    ...rest,
    w,
    h,
    document_id: order.documents[0]!.id,
    role: "signer",
    kind: "signature",
    label: "",
  };
  expect(await positions(0)).toMatchObject([expected]);
  expect(await positions(1)).toMatchObject([{ ...expected, x: 300 }]);
  expect(await positions(2)).toEqual([]);
});

test("send-otp, verify-otp and sign answer in the shape of the signer-session API", async () => {
  const order = await desk.order([ada]);
  const browser = desk.browser(order);
  const sent = await browser.client.post(`${browser.path}/send-otp`);
  expect(sent).toMatchObject({ status: 200 });
  expect(sent.body).toEqual({
    expires_at: new Date(desk.service.clock.now().getTime() + 600_000).toISOString(),
    sent_to: "a***@example.org",
    channel: "email",
    resend_after_seconds: 30,
    length: 6,
    alphabet: "digits",
  });
  const otp = await browser.newestCode();
  const wrong = await browser.client.post(`${browser.path}/verify-otp`, {
    otp: otp === "000000" ? "000001" : "000000",
  });
  expect(wrong).toMatchObject({
    status: 401,
    body: { code: "otp_wrong", param: "otp", remainingAttempts: 2 },
  });
  const verified = await browser.client.post<{ sessionToken: string }>(`${browser.path}/verify-otp`, { otp });
  expect(verified.status).toBe(200);
  expect(verified.body).toEqual({
    next: null,
    sessionToken: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/),
    expires_at: new Date(desk.service.clock.now().getTime() + 1_800_000).toISOString(),
  });
  await browser.read();
  const signed = await browser.client.post(
    `${browser.path}/sign`,
    {
      consentText: (await browser.status()).consent.text,
      signatureImageBase64: `data:image/png;base64,${drawnSignature().toString("base64")}`,
      typedName: "A. Lovelace",
    },
    { Authorization: `Bearer ${verified.body.sessionToken}` },
  );
  expect(signed.status).toBe(200);
  expect(signed.body).toEqual({ signed_at: isoTime, all_signed: true, status: "signed" });
});

test("refuse ends the order for all, and keeps the reason with the signer's personal data", async () => {
  const order = await desk.order([ada, charles]);
  const browser = desk.browser(order, 1);
  const reason = "The rent is not what we agreed.";
  expect((await browser.client.post(`${browser.path}/refuse`, {})).status).toBe(422);
  const refused = await browser.client.post(`${browser.path}/refuse`, { reason });
  expect(refused.status).toBe(200);
  expect(refused.body).toEqual({ refused_at: desk.service.clock.now().toISOString() });
  const after = await desk.read(order);
  expect(after).toMatchObject({ state: "refused", end_reason: reason, ended_at: isoTime });
  expect(after.signers.map(({ state }) => state)).toEqual(["waiting", "refused"]);
  const event = (await desk.events(order)).find(({ type }) => type === "signer.refused")!;
  expect(event).toMatchObject({ data: {}, personal: { reason } });
  const again = await browser.client.post(`${browser.path}/refuse`, { reason });
  expect(again).toMatchObject({ status: 409, body: { code: "order_state_conflict", state: "refused" } });
});

test("a drawn signature that is no PNG, too large or no base64 is refused before anything is recorded", async () => {
  const order = await desk.order([ada]);
  const browser = desk.browser(order);
  const { consent } = await browser.status();
  const session = { Authorization: `Bearer ${await browser.session()}` };
  const events = (await desk.events(order)).length;
  for (const signatureImageBase64 of [
    Buffer.from("GIF89a").toString("base64"),
    "not base64!",
    drawnSignature().subarray(0, 200).toString("base64"),
    Buffer.concat([drawnSignature(), Buffer.alloc(2 * 1024 * 1024)]).toString("base64"),
  ]) {
    const body = { consentText: consent.text, signatureImageBase64 };
    const refused = await browser.client.post(`${browser.path}/sign`, body, session);
    expect(refused).toMatchObject({
      status: 422,
      body: { code: "signature_image_invalid", param: "signatureImageBase64" },
    });
  }
  expect((await desk.events(order)).length).toBe(events);
  expect(
    (await browser.client.post(`${browser.path}/sign`, { consentText: consent.text }, session)).status,
  ).toBe(200);
});
