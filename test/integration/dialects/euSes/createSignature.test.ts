import { createHash } from "node:crypto";
import type { EuSesOrderView } from "../../../../api/dialects/euSes/presentOrder.js";
import { ApiClient } from "../../../support/apiClient.js";
import { EuSesCaller } from "../../../support/euSesCaller.js";
import { OrderDesk } from "../../../support/orderDesk.js";
import { anna, blankPdf, inLines, leastRequest, mario } from "./requests.js";

let desk: OrderDesk;
let caller: EuSesCaller;

beforeAll(async () => {
  desk = await OrderDesk.open();
  caller = new EuSesCaller(desk.service.baseUrl, (await desk.service.tenant()).apiKey);
});
afterAll(() => desk.close());

const date = expect.stringMatching(/^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}\+00:00$/);
const id = expect.stringMatching(/^[0-9a-f]{24}$/);
const noUi = {
  ...{ sidebarBackgroundColor: null, sidebarTitleColor: null, sidebarTextColor: null },
  ...{ footerBackgroundColor: null, headerBackgroundColor: null, headerTitleColor: null },
  ...{ headerSubtitleColor: null, buttonTextColor: null, buttonTextColorHover: null },
  ...{ buttonBackgroundColor: null, buttonBackgroundColorHover: null, signButtonTextColor: null },
  ...{ signButtonTextColorHover: null, signButtonBackgroundColor: null },
  ...{ signButtonBackgroundColorHover: null, sidebarLogo: null, hideSidebar: false, hideHeader: false },
  ...{ hideDownloadValidated: false, hideDownloadSigned: false, iframeAncestors: [] },
  ...{ completeUrl: null, cancelUrl: null },
};

test("the least request is answered 200 with the published object, defaults filled in, and a link that opens", async () => {
  const { status, body } = await caller.request<{ data: EuSesOrderView }>(
    "POST",
    "/EU-SES",
    leastRequest(desk),
  );
  const pdf = Buffer.from(desk.content, "base64");
  const file = {
    ...{ id, name: "document.pdf", mimetype: "application/pdf", extension: "pdf", size: pdf.length },
    ...{ md5: createHash("md5").update(pdf).digest("hex"), createdAt: date },
  };
  expect(status).toBe(200);
  expect(body).toEqual({
    success: true,
    message: "Created",
    error: null,
    data: {
      ...{ id, errorNumber: null, errorMessage: null, createdAt: date, updatedAt: date },
      ...{ certificateType: "EU-SES", state: "WAIT_SIGN", signatureType: "pades" },
      signers: [
        {
          id: expect.stringMatching(/^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/),
          url: expect.stringContaining(`${desk.service.baseUrl}/s/`),
          ...{
            state: "NEW",
            name: "Mario",
            surname: "Rossi",
            email: "mario_rossi@example.com",
          },
          ...{ authentication: ["email"], language: "browser" },
          ...{ mobileEditable: true, emailEditable: true, signatures: [{ page: 1, x: 331, y: 45 }] },
          emailValidation: { domain: "example.com", host: "example.com", otpAttempts: 0, mxRecords: [] },
        },
      ],
      options: {
        ...{ asyncDocumentsValidation: true, asyncSignature: false, signatureMode: ["typed", "drawn"] },
        userEditableData: { name: true, mobile: true, email: true },
        ...{ timezone: "UTC", signerMustRead: false, ui: noUi },
      },
      document: {
        ...{ title: "Document", description: "", inputDocuments: [{ sourceType: "base64", ...file }] },
        validatedDocument: file,
      },
    },
  });
  expect((await fetch(body.data.signers[0]!.url)).status).toBe(200);
  expect(await caller.detail(body.data.id)).toEqual(body.data);
});

test("booleans and numbers may be text, the path of any case, the body in an envelope, options beside options", async () => {
  const request = {
    ...leastRequest(desk),
    signers: [{ ...mario, signatures: [{ page: "2", x: 70, y: " 680.4 " }] }],
    inputDocuments: [inLines(await blankPdf(2))],
    options: { signatureMode: "drawn", userEditableData: { name: "false", mobile: "TRUE", email: "false" } },
    signerMustRead: "true",
    timezone: "Europe/Rome",
    ui: { hideSidebar: "true", sidebarTextColor: "#55A4ED", completeUrl: "google.com" },
    title: "Preventivo",
    description: "Da firmare",
    certificateType: "EU-SES",
    signatureType: "pades",
  };
  const answer = await caller.request<{ data: EuSesOrderView }>("POST", "/eu-ses/", { data: request });
  expect(answer.status).toBe(200);
  expect(answer.body.data).toMatchObject({
    signers: [{ signatures: [{ page: 2, x: 70, y: 680 }], emailEditable: false, mobileEditable: true }],
    options: {
      ...{ signatureMode: ["drawn"], signerMustRead: true, timezone: "Europe/Rome" },
      userEditableData: { name: false, mobile: true, email: false },
      ui: { ...noUi, hideSidebar: true, sidebarTextColor: "#55a4ed", completeUrl: "https://google.com/" },
    },
    document: { title: "Preventivo", description: "Da firmare" },
  });
});

test("every one of the 23 options of the page comes back, in the answer, the detail and at /v1", async () => {
  const colours = Object.keys(noUi).filter((name) => name.includes("Color"));
  const ui = {
    ...Object.fromEntries(colours.map((name, index) => [name, `#0${index.toString(16)}a5f0`])),
    ...{ sidebarLogo: "https://example.com/logo.png", hideSidebar: true, hideHeader: true },
    ...{ hideDownloadValidated: true, hideDownloadSigned: true },
    iframeAncestors: ["https://example.com", "https://example2.com"],
    ...{ completeUrl: "https://example.com/done?x=1", cancelUrl: "https://example.com/no" },
  };
  expect(Object.keys(ui)).toHaveLength(23);
  const created = await caller.create(leastRequest(desk, { options: { ui } }));
  expect(created.options.ui).toEqual(ui);
  expect((await caller.detail(created.id)).options.ui).toEqual(ui);
  const page = await fetch(created.signers[0]!.url);
  expect(page.headers.get("Content-Security-Policy")).toContain(
    "frame-ancestors https://example.com https://example2.com",
  );
});

test("nobody is written to: the caller hands out the links", async () => {
  const before = (await desk.service.outbox.list({ limit: 500 })).length;
  await caller.create(leastRequest(desk));
  expect(await desk.service.outbox.list({ limit: 500 })).toHaveLength(before);
});

test("a document is taken as base64 text, in a list, in an object, and after data:", async () => {
  const forms = [
    desk.content,
    [desk.content.replace(/=+$/, "")],
    { sourceType: "base64", payload: desk.content, url: "" },
    [{ payload: `data:application/pdf;base64,${desk.content}` }],
  ];
  const size = Buffer.from(desk.content, "base64").length;
  for (const inputDocuments of forms) {
    const { document } = await caller.create(leastRequest(desk, { inputDocuments }));
    expect(document.inputDocuments).toMatchObject([{ size, sourceType: "base64" }]);
  }
});

test("of several documents the pages are counted on, and each document is had by its number", async () => {
  const inputDocuments = [await blankPdf(2), await blankPdf(3), await blankPdf(1)];
  const signers = [{ ...mario, signatures: [6, 2, 4].map((page) => ({ page, x: 100, y: 200 })) }];
  const created = await caller.create({ inputDocuments, signers });
  expect(created.document.inputDocuments.map(({ name }) => name)).toEqual([
    "document-1.pdf",
    "document-2.pdf",
    "document-3.pdf",
  ]);
  expect(created.signers[0]!.signatures).toEqual(signers[0]!.signatures);
  const path = `/signatures/${created.id}/validatedDocument`;
  for (const [index, base64] of inputDocuments.entries()) {
    const { body } = await caller.request<Buffer>("GET", `${path}?document=${index + 1}`);
    expect(body.toString("base64")).toBe(base64);
  }
  expect((await caller.refused("GET", `${path}?document=4`))[0]).toBe(404);
});

test("without places signers sign at the top left of page 1, the next one beneath, and boxes stay on their page", async () => {
  const signers = [
    { ...mario, signatures: [] },
    anna,
    { ...anna, signatures: [{ page: 1, x: 590, y: 840 }] },
  ];
  const { signers: shown } = await caller.create(
    leastRequest(desk, { inputDocuments: await blankPdf(1), signers }),
  );
  expect(shown.map(({ signatures }) => signatures)).toEqual([
    [{ page: 1, x: 20, y: 20 }],
    [{ page: 1, x: 20, y: 85 }],
    [{ page: 1, x: 431, y: 797 }],
  ]);
});

test("a caller who names callback and return in the words of another version is understood", async () => {
  const created = await caller.create({
    inputDocuments: [{ sourceType: "base64", payload: desk.content }],
    signers: [
      {
        ...{ name: "Mario", surname: "Rossi", email: "m@example.it", mobile: "+39 333 4455666" },
        ...{ authentication: ["sms"], signatures: [{ page: 1, x: "70", y: "680" }], language: "it" },
      },
    ],
    callbackUrl: "http://127.0.0.1:8099/api/firma-callback?token=1",
    redirectUrl: "http://127.0.0.1:8099/conferma/1/grazie",
    signatureMode: ["typed", "drawn"],
  });
  expect(created.signers).toMatchObject([
    { language: "it", mobile: "+393334455666", authentication: ["sms"] },
  ]);
  expect(created.options.ui.completeUrl).toBe("http://127.0.0.1:8099/conferma/1/grazie");
});

test("a repeat with the same Idempotency-Key makes no second order", async () => {
  const key = { "Idempotency-Key": "one" };
  const request = leastRequest(desk);
  const first = await caller.create(request, key);
  const again = await caller.request<{ data: EuSesOrderView }>("POST", "/EU-SES", request, key);
  expect(again.body.data.id).toBe(first.id);
  expect(again.headers.get("Idempotent-Replayed")).toBe("true");
  const other = await caller.request("POST", "/EU-SES", leastRequest(desk, { title: "Other" }), key);
  expect([other.status, other.body]).toMatchObject([422, { success: false, error: 422 }]);
});

test("a key that says so is answered without the envelope, and refused in it all the same", async () => {
  const client = new ApiClient(desk.service.baseUrl, (await desk.service.tenant()).apiKey);
  const scopes = ["orders:read", "orders:write"];
  const made = await client.post<{ secret: string }>("/v1/api-keys", {
    name: "bare",
    scopes,
    eu_ses: { envelope: false },
  });
  const bare = new EuSesCaller(desk.service.baseUrl, made.body.secret);
  const { body } = await bare.request<EuSesOrderView>("POST", "/EU-SES", leastRequest(desk));
  expect(body.state).toBe("WAIT_SIGN");
  expect((await bare.request<EuSesOrderView>("GET", `/signatures/${body.id}/detail`)).body).toEqual(body);
  expect((await bare.request<{ id: string }[]>("GET", "/signatures")).body).toMatchObject([{ id: body.id }]);
  expect(await bare.refused("POST", "/EU-SES", {})).toEqual([
    422,
    { success: false, message: "array 'signers' required", error: 685 },
  ]);
});
