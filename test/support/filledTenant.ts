import { sampleContract } from "../../api/demo/sampleContract.js";
import type { OrderView } from "../../api/orders/orderViews.js";
import { ApiClient } from "./apiClient.js";
import type { TestService } from "./service.js";
import { SignerBrowser } from "./signingFlow.js";

/** Makes a tenant that has a row in every table: a signed order, an answer to repeat, an object that nobody owns yet. */
export async function filledTenant(service: TestService, name: string): Promise<string> {
  const { tenantId, apiKey } = await service.tenant(name);
  const client = new ApiClient(service.baseUrl, apiKey);
  const { status, body } = await client.post<OrderView>(
    "/v1/orders",
    {
      title: name,
      documents: [{ name: "lease.pdf", content: Buffer.from(await sampleContract()).toString("base64") }],
      signers: [
        {
          given_name: "Ada",
          surname: "Lovelace",
          email: "ada@example.org",
          placements: [{ page: 2, x: 70, y: 600, width: 180, height: 56 }],
        },
      ],
    },
    { "Idempotency-Key": "once" },
  );
  if (status !== 201) throw new Error(`No order: ${JSON.stringify(body)}`);
  await new SignerBrowser(body, 0, service.outbox).sign();
  await service.platform.database.withTenant(tenantId, (transaction) =>
    transaction.query(
      "INSERT INTO object_claims (tenant_id, object_key, expires_at) VALUES (:tenant, 'claimed.pdf', :at)",
      { at: service.clock.now() },
    ),
  );
  return tenantId;
}
