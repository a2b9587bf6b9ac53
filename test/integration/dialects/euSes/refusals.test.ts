import { EuSesCaller } from "../../../support/euSesCaller.js";
import { OrderDesk } from "../../../support/orderDesk.js";
import { blankPdf, leastRequest, mario } from "./requests.js";

let desk: OrderDesk;
let caller: EuSesCaller;

beforeAll(async () => {
  desk = await OrderDesk.open();
  caller = new EuSesCaller(desk.service.baseUrl, (await desk.service.tenant()).apiKey);
});
afterAll(() => desk.close());

const no = (error: number, message: string) => ({ success: false, message, error });
const refused = (more: object) => caller.refused("POST", "/EU-SES", leastRequest(desk, more));
const malformed = no(704, "malformed 'url' parameter, must be a valid url in 'callback'");

test("each published refusal has its number and its words", async () => {
  const published: [object, unknown][] = [
    [{ signers: [] }, no(610, "array 'signers' is empty")],
    [{ signers: null }, no(685, "array 'signers' required")],
    [{ signers: "Mario" }, no(685, "array 'signers' required")],
    [{ inputDocuments: null }, no(610, "inputDocuments required")],
    [{ inputDocuments: [] }, no(615, "inputDocuments required")],
    [{ inputDocuments: "" }, no(615, "inputDocuments required")],
    [{ callback: {} }, malformed],
    [{ callback: { url: "not a url" } }, malformed],
    [{ callback: { url: "ftp://example.com" } }, malformed],
    [{ callbackUrl: "nowhere" }, malformed],
    [{ signatureType: "cades" }, no(622, "invalid signatureType")],
  ];
  for (const [more, body] of published) expect(await refused(more)).toEqual([422, body]);
  expect(await caller.refused("GET", "/signatures?signatureType=jades")).toEqual([
    422,
    no(622, "invalid signatureType"),
  ]);
});

test("whatever is wrong with an option is 625, and says which and why", async () => {
  const wrong: [object, string][] = [
    [{ options: { colour: "red" } }, "options.colour is no field of this request"],
    [{ options: { ui: { sidebarColour: "#fff" } } }, "options.ui.sidebarColour is no field of this request"],
    [
      { options: { ui: { buttonTextColor: "red" } } },
      "options.ui.buttonTextColor must be a colour as #RRGGBB",
    ],
    [{ options: { ui: { hideHeader: "maybe" } } }, "options.ui.hideHeader must be true or false"],
    [{ options: { signatureMode: ["stamped"] } }, "options.signatureMode must be a list of typed and drawn"],
    [
      { options: { userEditableData: { age: true } } },
      "options.userEditableData.age is no field of this request",
    ],
    [{ options: "none" }, "options must be an object"],
    [{ options: { timezone: "UTC" }, timezone: "Europe/Rome" }, "timezone is not what options.timezone says"],
  ];
  for (const [more, why] of wrong) {
    expect(await refused(more)).toEqual([422, no(625, `invalid options property: ${why}`)]);
  }
  const [status, { error, message }] = await refused({ options: { timezone: "Mars/Olympus" } });
  expect([status, error]).toEqual([422, 625]);
  expect(message).toMatch(/^invalid options property: options\.timezone must be/);
  const [, ancestors] = await refused({ options: { ui: { iframeAncestors: ["javascript:alert(1)"] } } });
  expect(ancestors.error).toBe(625);
});

test("a field that is missing, wrong or unknown is named as the caller wrote it", async () => {
  const signer = (more: object) => ({ signers: [{ ...mario, ...more }] });
  const wrong: [object, number, string | RegExp][] = [
    [signer({ name: "" }), 910, "signers[0].name is required"],
    [signer({ surname: " " }), 911, /^signers\[0\]\.surname must be a name/],
    [signer({ authentication: null }), 910, "signers[0].authentication is required"],
    [signer({ authentication: ["fax"] }), 911, "signers[0].authentication must be a list of email and sms"],
    [signer({ email: "test@emailcom" }), 911, "signers[0].email must be an e-mail address"],
    [signer({ email: null }), 911, /^signers\[0\]\.email is needed/],
    [signer({ mobile: "string" }), 911, "signers[0].mobile must be a number in E.164, as +393334455666"],
    [signer({ authentication: ["sms"] }), 911, /^signers\[0\]\.mobile is needed/],
    [signer({ pageNumber: 1 }), 912, "signers[0].pageNumber is no field of this request"],
    [signer({ signatures: [{ page: 1, x: "1" }] }), 910, "signers[0].signatures[0].y is required"],
    [
      signer({ signatures: [{ page: 0, x: 1, y: 1 }] }),
      911,
      /^signers\[0\]\.signatures\[0\]\.page must be a number from 1 to 10000/,
    ],
    [
      signer({ signatures: [{ page: 99, x: 1, y: 1 }] }),
      914,
      /^signers\[0\]\.signatures\[0\]: there is no page 99/,
    ],
    [signer({ signatures: [{ name: "string" }] }), 914, /"string" is no form field of the document/],
    [
      { inputDocuments: Array(21).fill("https://example.com/a.pdf") },
      911,
      "inputDocuments must hold at most 20 members",
    ],
    [{ webhook: "x" }, 912, "webhook is no field of this request"],
    [{ inputDocuments: ["%%%"] }, 911, "inputDocuments[0] must be a URL, or a PDF in base64"],
    [{ inputDocuments: [{ uri: "x" }] }, 912, "inputDocuments[0].uri is no field of this request"],
    [{ inputDocuments: [{ sourceType: "remote" }] }, 910, "inputDocuments[0].url is required"],
    [
      { inputDocuments: [{ sourceType: "base64Hash", payload: "AAAA" }] },
      911,
      /^inputDocuments\[0\]\.sourceType must be one of/,
    ],
    [{ inputDocuments: Buffer.from("no pdf").toString("base64") }, 913, /inputDocuments/],
    [{ certificateType: "EU-QES_otp" }, 911, "certificateType must be one of EU-SES"],
    [
      { callback: { url: "https://example.com/", retry: 6 } },
      911,
      /^callback\.retry must be a number from 0 to 5/,
    ],
    [
      { callback: { url: "https://example.com/", method: "PUT" } },
      911,
      "callback.method must be one of JSON, POST",
    ],
    [
      { callback: { url: "https://example.com/", header: {} } },
      912,
      "callback.header is no field of this request",
    ],
  ];
  for (const [more, error, why] of wrong) {
    const [status, body] = await refused(more);
    expect([status, body]).toEqual([
      422,
      no(error, typeof why === "string" ? why : expect.stringMatching(why)),
    ]);
  }
});

test("a code's text of more than one text message is refused, with or without its place, and 160 characters are not", async () => {
  const text = (message: string) => ({
    signers: [{ ...mario, mobile: "+393334455666", authentication: ["sms"], message }],
  });
  expect((await refused(text(`${"a".repeat(154)} {OTP}`)))[1].message).toMatch(
    /^signers\[0\]\.message has 161 GSM-7 characters with its code; one text message takes 160/,
  );
  expect((await refused(text("a".repeat(154))))[1].error).toBe(911);
  await caller.create(leastRequest(desk, text("a".repeat(153))));
});

test("a callback to an address that nobody should be sent to is refused with 704", async () => {
  const [status, body] = await refused({ callback: { url: "http://10.1.2.3/" } });
  expect([status, body.error]).toEqual([422, 704]);
  expect(body.message).toMatch(/^malformed 'url' parameter, must be a valid url in 'callback'/);
});

test("a list's filters are bounded, and one that is misspelt does not list everything", async () => {
  const wrong: [string, number, string][] = [
    ["?limit=0", 911, "limit must be a number from 1 to 100"],
    ["?limit=101", 911, "limit must be a number from 1 to 100"],
    ["?skip=-1", 911, "skip must be a number from 0 to 10000"],
    ["?state=done", 911, "state must be one of WAIT_VALIDATION, WAIT_SIGN, WAIT_SIGNER, DONE, ERROR"],
    ["?status=DONE", 912, "status is no field of this request"],
  ];
  for (const [query, error, message] of wrong) {
    expect(await caller.refused("GET", `/signatures${query}`)).toEqual([422, no(error, message)]);
  }
});

test("a body that is no JSON, no key, a wrong one and a key without the right are refused in the same form", async () => {
  expect(await caller.refused("POST", "/EU-SES", "{")).toEqual([
    400,
    no(400, "The request body is not valid JSON."),
  ]);
  expect(await caller.refused("POST", "/EU-SES", "[]")).toEqual([422, no(911, "the body must be an object")]);
  const { baseUrl } = desk.service;
  const [nobody] = await new EuSesCaller(baseUrl, null).refused("GET", "/signatures");
  const [wrong, body] = await new EuSesCaller(baseUrl, "pk_test_no").refused("GET", "/signatures");
  expect([nobody, wrong, body.success, body.error]).toEqual([401, 401, false, 401]);
  const reader = await desk.client.post<{ secret: string }>("/v1/api-keys", {
    name: "r",
    scopes: ["orders:read"],
  });
  const [status, refusal] = await new EuSesCaller(baseUrl, reader.body.secret).refused("POST", "/EU-SES", {});
  expect([status, refusal.error]).toEqual([403, 403]);
});

test("a document that cannot be taken is refused whole, and none of the others is kept", async () => {
  const before = await desk.objectKeys();
  const inputDocuments = [await blankPdf(1), Buffer.from("%PDF-1.4 nothing").toString("base64")];
  const [status, { error, message }] = await refused({ inputDocuments });
  expect([status, error]).toEqual([422, 913]);
  expect(message).toContain("inputDocuments[1]");
  expect(await desk.objectKeys()).toEqual(before);
});
