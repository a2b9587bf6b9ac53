import { asOrder, EuSesCaller } from "../../../support/euSesCaller.js";
import { OrderDesk } from "../../../support/orderDesk.js";
import { pdfWithField } from "./requests.js";

let desk: OrderDesk;
let caller: EuSesCaller;

beforeAll(async () => {
  desk = await OrderDesk.open();
  caller = new EuSesCaller(desk.service.baseUrl, desk.client.apiKey);
});
afterAll(() => desk.close());

/** A signer as the product page prints one: a place, and the name of a field as well. */
const signer = (email: string, mobile = "string") => ({
  name: "string",
  surname: "string",
  email,
  mobile,
  message: "string",
  authentication: ["email"],
  signatures: [{ page: 1, x: "331", y: "45", name: "string" }],
});

/** With the values that the published description has as its examples. */
const options = {
  ui: {
    ...{ sidebarBackgroundColor: "#55a4ed", sidebarTitleColor: "#000000", sidebarTextColor: "#55a4ed" },
    ...{ footerBackgroundColor: "#afcfed", headerBackgroundColor: "#afcfed", headerTitleColor: "#000000" },
    ...{ headerSubtitleColor: "#55a4ed", buttonTextColor: "#000000", buttonTextColorHover: "#000000" },
    ...{ buttonBackgroundColor: "#ffffff", buttonBackgroundColorHover: "#0a5aa6" },
    ...{ signButtonTextColor: "#55a4ed", signButtonTextColorHover: "#000000" },
    ...{ signButtonBackgroundColor: "#0a5aa6", signButtonBackgroundColorHover: "#55a4ed" },
    ...{ hideSidebar: false, hideHeader: false, hideDownloadValidated: false, hideDownloadSigned: false },
    iframeAncestors: ["https://example.com", "https://example2.com"],
    ...{ cancelUrl: "google.com", completeUrl: "google.com" },
  },
  signatureMode: ["typed", "drawn"],
  userEditableData: { name: true, mobile: true, email: true },
  timezone: "Europe/Rome",
  signerMustRead: false,
};
const callback = {
  ...{ method: "JSON", field: "data", url: "https://www.mysite.com/myEndpoint", retry: 3 },
  ...{ headers: { session_id: "9834r5fh589494" }, custom: { my_custom_id: "123456789" } },
};

const refused = (signers: object[]) =>
  caller.refused("POST", "/EU-SES", { signers, inputDocuments: desk.content, callback, options });

test("the product page's example as it is printed is refused for the first of its placeholders that is no address", async () => {
  expect(await refused([signer("[email protected]"), signer("test@emailcom")])).toEqual([
    422,
    { success: false, message: "signers[0].email must be an e-mail address", error: 911 },
  ]);
});

test("its placeholders are named one after the other: number, second address, field of the document", async () => {
  const messages: string[] = [];
  for (const signers of [
    [signer("test@email.com"), signer("test@emailcom")],
    [signer("test@email.com", ""), signer("test@emailcom", "")],
    [signer("test@email.com", ""), signer("test@email.com", "")],
  ]) {
    messages.push((await refused(signers))[1].message);
  }
  expect(messages).toEqual([
    "signers[0].mobile must be a number in E.164, as +393334455666",
    "signers[1].email must be an e-mail address",
    expect.stringContaining('"string" is no form field of the document'),
  ]);
});

test("with addresses, and a document that has the field, it is taken whole and signed", async () => {
  const inputDocuments = await pdfWithField("string");
  const order = await caller.create({
    ...{ signers: [signer("test@email.com", "+393334455666")], inputDocuments, options },
  });
  expect(order).toMatchObject({
    state: "WAIT_SIGN",
    signers: [
      {
        ...{ name: "string", surname: "string", message: "string", mobile: "+393334455666" },
        signatures: [{ page: 1, x: 331, y: 97, name: "string" }],
      },
    ],
    options: {
      ...options,
      ui: {
        ...options.ui,
        cancelUrl: "https://google.com/",
        completeUrl: "https://google.com/",
        sidebarLogo: null,
      },
    },
  });
  const signed = await desk.browser(asOrder(order)).sign({ typedName: "string string" });
  expect(signed.status).toBe(200);
  expect((await caller.detail(order.id)).state).toBe("DONE");
});
