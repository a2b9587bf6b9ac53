import type { EuSesOrderView } from "../../../../api/dialects/euSes/presentOrder.js";
import { Dispatcher } from "../../../../api/webhooks/deliveries/dispatcher.js";
import { AwaitingDesk } from "../../../support/awaitingDesk.js";
import { CallbackServer } from "../../../support/callbackServer.js";
import { asOrder, EuSesCaller } from "../../../support/euSesCaller.js";
import { mario } from "./requests.js";

let awaiting: AwaitingDesk;
let caller: EuSesCaller;
let server: CallbackServer;

beforeAll(async () => {
  awaiting = await AwaitingDesk.open();
  caller = new EuSesCaller(awaiting.desk.service.baseUrl, awaiting.desk.client.apiKey);
  server = await CallbackServer.start();
  awaiting.elsewhere.has("/contratto.pdf", awaiting.pdf);
});
afterAll(async () => {
  server.stop();
  await awaiting.close();
});

const signers = [{ ...mario, signatures: [{ page: 1, x: "70", y: "680" }] }];
const request = (path: string, more: object = {}) => ({
  signers,
  inputDocuments: awaiting.elsewhere.url(path),
  callback: { url: server.url("/told") },
  ...more,
});
const statesTold = async () => {
  await new Dispatcher(awaiting.desk.service.platform).settle();
  return server.take().map(({ body }) => (JSON.parse(body) as { data: EuSesOrderView }).data.state);
};

test("a document at a URL is fetched after the answer: WAIT_VALIDATION with links, then WAIT_SIGN, then it is signed", async () => {
  const order = await caller.create(request("/contratto.pdf"));
  expect(order).toMatchObject({
    state: "WAIT_VALIDATION",
    signers: [{ signatures: [{ page: 1, x: 70, y: 680 }], url: expect.stringContaining("/s/") }],
    document: { title: "contratto", description: "", inputDocuments: [] },
  });
  expect(await caller.list("?state=WAIT_VALIDATION")).toMatchObject([{ id: order.id }]);
  expect((await caller.refused("GET", `/signatures/${order.id}/validatedDocument`))[0]).toBe(409);
  await awaiting.fetch();
  expect(await caller.detail(order.id)).toMatchObject({
    state: "WAIT_SIGN",
    signers: [{ signatures: [{ page: 1, x: 70, y: 680 }] }],
    document: {
      inputDocuments: [{ sourceType: "remote", name: "contratto.pdf", size: awaiting.pdf.length }],
      validatedDocument: { name: "contratto.pdf" },
    },
  });
  expect(await statesTold()).toEqual(["WAIT_SIGN"]);
  await awaiting.desk.browser(asOrder(order)).sign();
  expect((await caller.detail(order.id)).state).toBe("DONE");
  expect(await statesTold()).toEqual(["DONE"]);
});

test("a document that cannot be had ends in ERROR, with the reason, and is told", async () => {
  awaiting.elsewhere.at("/page", (response) => void response.writeHead(200).end("<html>Not found</html>"));
  const order = await caller.create(request("/page"));
  await awaiting.fetch();
  const failed = await caller.detail(order.id);
  expect([failed.state, failed.errorNumber]).toEqual(["ERROR", 900]);
  expect(failed.errorMessage).toMatch(/^failed: .*document\.pdf/);
  expect(await statesTold()).toEqual(["ERROR"]);
});

test("a place that the document has not is told then too", async () => {
  const order = await caller.create(
    request("/contratto.pdf", { signers: [{ ...mario, signatures: [{ name: "none" }] }] }),
  );
  await awaiting.fetch();
  expect(await caller.detail(order.id)).toMatchObject({
    state: "ERROR",
    errorMessage: expect.stringContaining("none"),
  });
});

test("with asyncDocumentsValidation false it is fetched before the answer, and what is wrong is answered", async () => {
  const options = { asyncDocumentsValidation: "false" };
  const order = await caller.create(request("/contratto.pdf", { options }));
  expect([order.state, order.options.asyncDocumentsValidation]).toEqual(["WAIT_SIGN", false]);
  const [status, { error }] = await caller.refused("POST", "/EU-SES", request("/nowhere.pdf", { options }));
  expect([status, error]).toEqual([422, 913]);
});

test("URLs and base64 go together in one list, and a URL that nobody should ask is refused at once", async () => {
  const url = awaiting.elsewhere.url("/contratto.pdf");
  const inputDocuments = [url, { sourceType: "remote", url }, awaiting.desk.content];
  const order = await caller.create(request("", { inputDocuments }));
  expect(order.state).toBe("WAIT_VALIDATION");
  await awaiting.fetch();
  expect((await caller.detail(order.id)).document.inputDocuments.map(({ sourceType }) => sourceType)).toEqual(
    ["remote", "remote", "base64"],
  );
  const [status, { error }] = await caller.refused(
    "POST",
    "/EU-SES",
    request("", { inputDocuments: "http://169.254.169.254/latest" }),
  );
  expect([status, error]).toEqual([422, 913]);
});
