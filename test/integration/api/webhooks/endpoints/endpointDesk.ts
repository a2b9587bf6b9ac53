import { Webhook } from "standardwebhooks";
import { parsePublicId } from "../../../../../api/ids/id.js";
import type { EndpointView, NewEndpointView } from "../../../../../api/webhooks/endpoints/endpointView.js";
import { openSecret } from "../../../../../api/webhooks/signatures/openedSecrets.js";
import { signatureHeaders } from "../../../../../api/webhooks/signatures/signatureHeaders.js";
import { secretRows } from "../../../../../api/webhooks/signatures/signingSecrets.js";
import type { ApiClient } from "../../../../support/apiClient.js";
import type { OrderDesk } from "../../../../support/orderDesk.js";

/** Where nobody listens: what these tests are about sends nothing. */
export const url = "http://127.0.0.1:2/hook";
export const path = "/v1/webhook-endpoints";

/** An endpoint that must be taken. */
export async function register(client: ApiClient, more: object = {}): Promise<NewEndpointView> {
  const answer = await client.post<NewEndpointView>(path, { url, ...more });
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body));
  return answer.body;
}

export async function read(client: ApiClient, { id }: { id: string }): Promise<EndpointView> {
  return (await client.get<EndpointView>(`${path}/${id}`)).body;
}

/** A change that must be taken. */
export async function patch(
  client: ApiClient,
  { id }: { id: string },
  change: object,
): Promise<EndpointView> {
  const answer = await client.request<EndpointView>("PATCH", `${path}/${id}`, change);
  if (answer.status !== 200) throw new Error(JSON.stringify(answer.body));
  return answer.body;
}

export const uuid = ({ id }: { id: string }): string => parsePublicId("whe", id)!;

/** An endpoint's lane, as the database has it. */
export async function lane(desk: OrderDesk, endpoint: { id: string }) {
  const [row] = await desk.sql(
    `SELECT held, failing_since AS "failingSince", failures, warned_at AS "warnedAt", open_until AS "openUntil", openings
     FROM webhook_lanes WHERE lane = '${uuid(endpoint)}'`,
  );
  return row;
}

/** What has been told so far in the outbox, oldest first, with whom it is owed to. */
export async function told(desk: OrderDesk) {
  return desk.sql<{ type: string; data: Record<string, unknown>; owed: string[] }>(
    `SELECT n.type, n.payload::jsonb->'data' AS data, ARRAY(
       SELECT destination::text FROM webhook_deliveries d WHERE d.notification_id = n.id ORDER BY 1) AS owed
     FROM notifications n ORDER BY n.occurred_at, n.id`,
  );
}

/** Which of these secrets verify what is now sent: to an endpoint, or as a callback where `endpointId` is null. */
export async function verifying(
  { service, tenantId }: OrderDesk,
  endpointId: string | null,
  secrets: readonly string[],
): Promise<boolean[]> {
  const { platform } = service;
  const owner = { mode: "test" as const, endpointId };
  const rows = await platform.database.withTenant(tenantId, (transaction) =>
    secretRows(transaction, owner, platform.clock.now()),
  );
  const signers = rows.map((row) => openSecret(platform, row));
  const body = '{"type":"endpoint.test"}';
  // The judge has a clock of its own.
  const headers = signatureHeaders(signers, "ntf_1", new Date(), body);
  return secrets.map((secret) => {
    try {
      new Webhook(secret).verify(body, { ...headers });
      return true;
    } catch {
      return false;
    }
  });
}
