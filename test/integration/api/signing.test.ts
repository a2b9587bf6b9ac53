import { sampleContract } from "../../../api/demo/sampleContract.js";
import type { AuditExport } from "../../../engine/hashchain/auditExport.js";
import { verifyAuditExport } from "../../../engine/hashchain/verify.js";
import { ApiClient } from "../../support/apiClient.js";
import { startService, type TestService } from "../../support/service.js";
import { SignerBrowser } from "../../support/signingFlow.js";

const ada = { given_name: "Ada", surname: "Lovelace", email: "ada@example.org" };
const charles = { given_name: "Charles", surname: "Babbage", email: "charles@example.org" };

let service: TestService;
let client: ApiClient;
let content: string;

beforeAll(async () => {
  service = await startService();
  client = new ApiClient(service.baseUrl, (await service.tenant()).apiKey);
  content = Buffer.from(await sampleContract()).toString("base64");
});
afterAll(() => service.stop());

test("one signer reads, consents, gives the code and signs, and the order is completed", async () => {
  const order = await client.createOrder({
    title: "Agreement",
    documents: [{ name: "agreement.pdf", content }],
    signers: [ada],
  });
  expect(order.state).toBe("ready");
  const browser = new SignerBrowser(order, 0, service.outbox);
  const signed = await browser.sign();
  expect(signed.body).toMatchObject({ status: "signed", all_signed: true });
  const after = await client.get<{ state: string }>(`/v1/orders/${order.id}`);
  expect(after.body.state).toBe("completed");
  const pdf = await client.get<Buffer>(`/v1/orders/${order.id}/documents/${order.documents[0]!.id}/signed`);
  expect(pdf.body.subarray(0, 5).toString()).toBe("%PDF-");
  const audit = await client.get<AuditExport>(`/v1/orders/${order.id}/audit`);
  expect(verifyAuditExport(audit.body).faults).toEqual([]);
  expect(audit.body.events.map((event) => event.body.type)).toEqual([
    "order.created",
    "document.added",
    "signer.added",
    "order.sent",
    "link.opened",
    "documents.handed_out",
    "code.requested",
    "code.sent",
    "code.verified",
    "consent.given",
    "signature.requested",
    "certificate.issued",
    "document.signed",
    "key.destroyed",
    "signer.signed",
    "document.sealed",
    "order.completed",
  ]);
});

test("two signers at once over one document both end up in it, one revision after the other", async () => {
  const order = await client.createOrder({
    title: "Agreement",
    documents: [{ name: "agreement.pdf", content }],
    signers: [ada, charles],
  });
  const first = new SignerBrowser(order, 0, service.outbox);
  const second = new SignerBrowser(order, 1, service.outbox);
  const sessions = [await first.session(), await second.session()];
  const { consent } = await first.status();
  const answers = await Promise.all(
    [first, second].map((browser, index) =>
      browser.client.post(
        `${browser.path}/sign`,
        { consentText: consent.text },
        { Authorization: `Bearer ${sessions[index]}` },
      ),
    ),
  );
  expect(answers.map((answer) => answer.body["status"])).toEqual(["signed", "signed"]);
  const after = await client.get<{ state: string; documents: { signatures: number }[] }>(
    `/v1/orders/${order.id}`,
  );
  expect(after.body).toMatchObject({ state: "completed", documents: [{ signatures: 2 }] });
  const { events } = (await client.get<AuditExport>(`/v1/orders/${order.id}/audit`)).body;
  const count = (type: string) => events.filter((event) => event.body.type === type).length;
  expect(count("document.signed")).toBe(2);
  expect(count("certificate.issued")).toBe(count("key.destroyed"));
});

test("a certificate whose signature came second and was thrown away is in the trail all the same", async () => {
  const order = await client.createOrder({
    title: "Agreement",
    documents: [{ name: "agreement.pdf", content }],
    signers: [ada, charles],
  });
  const [first, second] = [0, 1].map((index) => new SignerBrowser(order, index, service.outbox));
  // The time-stamp of the first signer's signature is held back until the second one has signed.
  const { test: authority } = service.platform.timestampAuthority;
  let held = false;
  const slow = {
    maxTokenBytes: authority.maxTokenBytes,
    timestamp: async (digest: Uint8Array) => {
      if (!held) {
        held = true;
        await second!.sign();
      }
      return authority.timestamp(digest);
    },
  };
  const authorities = service.platform.timestampAuthority as { test: typeof authority };
  authorities.test = slow;
  try {
    expect((await first!.sign()).body.status).toBe("signed");
  } finally {
    authorities.test = authority;
  }
  const audit = await client.get<AuditExport>(`/v1/orders/${order.id}/audit`);
  expect(verifyAuditExport(audit.body).faults).toEqual([]);
  const kept = audit.body.events
    .filter(({ body }) => body.type === "key.destroyed")
    .map(({ body }) => body.data["signatures"]);
  expect(kept).toEqual([1, 0, 1]);
  const serials = audit.body.events.filter(({ body }) => body.type === "certificate.issued");
  expect(new Set(serials.map(({ body }) => body.data["serial"])).size).toBe(3);
});
