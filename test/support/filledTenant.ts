import { AccessRefusals } from "../../api/access/accessRefusals.js";
import { makeDueCheckpoints } from "../../api/checkpoints/dueCheckpoints.js";
import { workErasure } from "../../api/dataSubjects/workErasure.js";
import { sampleContract } from "../../api/demo/sampleContract.js";
import { resumeEvidence } from "../../api/evidence/performEvidence.js";
import { parsePublicId } from "../../api/ids/id.js";
import type { OrderView } from "../../api/orders/orderViews.js";
import { queueNotice } from "../../api/webhooks/notices/queueNotice.js";
import { ApiClient } from "./apiClient.js";
import type { TestService } from "./service.js";
import { SignerBrowser } from "./signingFlow.js";

/**
 * Makes a tenant that has a row in every table: a signed order of a template and a profile, with a witness and a signer
 * who was replaced, a log with a checkpoint, a stored evidence file, an answer to repeat, an object that nobody owns yet,
 * orders to be made from a list, and a webhook endpoint that was to be told of it all.
 */
export async function filledTenant(service: TestService, name: string): Promise<string> {
  const { tenantId, apiKey } = await service.tenant(name);
  const client = new ApiClient(service.baseUrl, apiKey);
  const post = async <T extends object>(path: string, body: object, headers?: Record<string, string>) => {
    const answer = await client.post<T>(path, body, headers);
    if (answer.status >= 300) throw new Error(`${path}: ${JSON.stringify(answer.body)}`);
    return answer.body;
  };
  const documents = [{ name: "lease.pdf", content: Buffer.from(await sampleContract()).toString("base64") }];
  const endpoint = await post<{ id: string }>("/v1/webhook-endpoints", {
    url: "http://127.0.0.1:2/hook",
    headers: { "X-Tenant": name },
    contact: { email: "ops@example.org" },
  });
  await post("/v1/client-certificates", { name });
  await allowedAndRefused(service, tenantId, client);
  await post("/v1/profiles", { code: "leases", name });
  const template = await post<{ id: string }>("/v1/templates", {
    name,
    documents,
    roles: [
      { name: "tenant", placements: [{ page: 2, x: 70, y: 600, width: 180, height: 56 }] },
      { name: "landlord", authentication: "sms" },
      { name: "neighbour", role: "witness", witness_of: "tenant" },
    ],
  });
  await post(`/v1/templates/${template.id}/bulk`, { lines: [{ signers: [] }] });
  const person = { given_name: "Ada", surname: "Lovelace", email: "ada@example.org", phone: "+33612345678" };
  const order = await post<OrderView>(
    "/v1/orders",
    {
      template: template.id,
      title: name,
      profile: "leases",
      consent_clauses: ["I have the keys."],
      callback: { url: "http://127.0.0.1:2/", form: "eu_ses", headers: { "X-Token": name }, custom: name },
      signers: ["tenant", "landlord", "neighbour"].map((role) => ({ ...person, template_role: role })),
    },
    { "Idempotency-Key": "once" },
  );
  await post("/EU-SES", {
    title: name,
    signers: [{ name: "Ada", surname: "Lovelace", email: "ada@example.org", authentication: ["email"] }],
    inputDocuments: documents[0]!.content,
  });
  await post("/v1/orders", {
    title: name,
    fetch_later: true,
    documents: [{ name: "later.pdf", url: `http://127.0.0.1:2/${encodeURIComponent(name)}` }],
    signers: [{ ...person, email: "later@example.org" }],
  });
  const landlord = new SignerBrowser(order, 1, service.outbox);
  await landlord.receiveCode();
  await post(`/v1/orders/${order.id}/signers/${order.signers[1]!.id}/replace`, {
    ...person,
    given_name: "Augusta",
  });
  const tenant = new SignerBrowser(order, 0, service.outbox);
  await tenant.read();
  await tenant.showPages(order.documents[0]!.id, [{ page: 1 }]);
  await tenant.sign();
  const signed = async () => {
    const alone = await post<OrderView>("/v1/orders", { title: name, documents, signers: [person] });
    await new SignerBrowser(alone, 0, service.outbox).sign();
    return alone;
  };
  await certSignOrder(client, documents[0]!.content, name);
  const [waiting, proven] = [await signed(), await signed()];
  await makeDueCheckpoints(service.platform);
  // Its evidence is made at once, and not after the next full hour, when its own time was moved on.
  await post(`/v1/orders/${proven.id}/test-clock`, { seconds: 60 });
  await resumeEvidence(service.platform, tenantId, parsePublicId("ord", proven.id)!);
  await keptAndPurged(client, waiting);
  await service.platform.database.withTenant(tenantId, (transaction) =>
    transaction.query(
      "INSERT INTO object_claims (tenant_id, object_key, expires_at) VALUES (:tenant, 'claimed.pdf', :at)",
      { at: service.clock.now() },
    ),
  );
  await post(`/v1/webhook-endpoints/${endpoint.id}/test`, {});
  const from = new Date(service.clock.now().getTime() - 3_600_000);
  await post(`/v1/webhook-endpoints/${endpoint.id}/replays`, { from, only: "all" });
  await writtenAbout(service, tenantId, parsePublicId("whe", endpoint.id)!);
  const erasure = await post<{ id: string }>("/v1/data-subjects/erasures", { email: person.email });
  await workErasure(service.platform, tenantId, parsePublicId("ers", erasure.id)!);
  return tenantId;
}

/** An order of that dialect, with a document. */
async function certSignOrder(client: ApiClient, content: string, name: string): Promise<void> {
  const holder = { firstname: "Ada", lastname: "Lovelace" };
  const body = { externalOrderRequestId: name, holder };
  const order = await client.post<{ orderRequestId: string }>("/ephemeral/orders", body);
  const path = `/ephemeral/signatures?orderRequestId=${order.body.orderRequestId}`;
  const added = await client.post(path, [{ externalSignatureRequestId: name, toSignContent: content }]);
  if (added.status !== 200) throw new Error(`No CertSign order: ${JSON.stringify(added.body)}`);
}

/** A letter that an endpoint fails. */
async function writtenAbout({ platform, clock }: TestService, tenantId: string, endpointId: string) {
  const facts = { since: clock.now(), until: clock.now(), last: null };
  await platform.database.withTenant(tenantId, (transaction) =>
    queueNotice(platform, transaction, { kind: "endpoint_failing", endpointId, facts }),
  );
}

/** A list of addresses, and a key that was refused somewhere else. */
async function allowedAndRefused(
  { platform }: TestService,
  tenantId: string,
  client: ApiClient,
): Promise<void> {
  await client.request("PUT", "/v1/allowed-addresses", { ranges: ["127.0.0.0/8"] });
  const { body } = await client.get<{ data: { id: string }[] }>("/v1/api-keys");
  const apiKeyId = parsePublicId("key", body.data[0]!.id)!;
  const refusal = {
    tenantId,
    mode: "test",
    apiKeyId,
    certificateId: null,
    reason: "address_not_allowed",
  } as const;
  await new AccessRefusals(platform).add(refusal);
}

/** Terms of its own, an order that is held, and one whose documents were purged. */
async function keptAndPurged(client: ApiClient, held: OrderView): Promise<void> {
  await client.request("PUT", "/v1/retention", { documents: "P3M", evidence: "P10Y", archive: false });
  await client.post(`/v1/orders/${held.id}/legal-holds`, { reason: "A suit." });
  const documents = [
    { name: "unwanted.pdf", content: Buffer.from(await sampleContract()).toString("base64") },
  ];
  const signers = [{ given_name: "Ada", surname: "Lovelace", email: "ada@example.org" }];
  const { id } = await client.createOrder({ title: "Unwanted", documents, signers });
  await client.post(`/v1/orders/${id}/cancel`);
  const { status } = await client.request("DELETE", `/v1/orders/${id}/documents`);
  if (status !== 200) throw new Error("No documents were purged.");
}
