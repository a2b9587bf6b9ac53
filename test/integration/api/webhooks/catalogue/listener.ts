import { isNotificationType } from "../../../../../api/webhooks/catalogue/catalogue.js";
import { payloadSchema } from "../../../../../api/webhooks/catalogue/payloadSchema.js";
import { mostPayloadBytes } from "../../../../../api/webhooks/outbox/notification.js";
import type { OrderDesk } from "../../../../support/orderDesk.js";
import { schemaFaults } from "../../../../support/schemaFaults.js";

/** A payload as it is sent, and what it says. */
export interface Told {
  readonly text: string;
  readonly payload: {
    readonly type: string;
    readonly mode: string;
    readonly example?: true;
    readonly data: Readonly<Record<string, unknown>>;
  };
}

/**
 * From now on a desk's tenant is told of everything. Each notification is copied when it is written, because a purge
 * takes those of its order away.
 */
export async function listen(desk: OrderDesk, mode: "test" | "live" = "test"): Promise<void> {
  await desk.sql(`
    CREATE TABLE IF NOT EXISTS told (number bigint GENERATED ALWAYS AS IDENTITY, payload text NOT NULL);
    CREATE OR REPLACE FUNCTION keep_told() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$
      BEGIN INSERT INTO public.told (payload) VALUES (NEW.payload); RETURN NEW; END $$;
    CREATE OR REPLACE TRIGGER keep_told AFTER INSERT ON notifications FOR EACH ROW EXECUTE FUNCTION keep_told();
    INSERT INTO webhook_endpoints (tenant_id, id, mode, url, events, state, created_at, updated_at)
    VALUES ('${desk.tenantId}', gen_random_uuid(), '${mode}', 'https://example.org/hook', '{*}', 'enabled', now(), now());`);
}

/** All that was told so far, in the order in which it was written. */
export async function toldSoFar(desk: OrderDesk): Promise<Told[]> {
  const rows = await desk.sql<{ payload: string }>("SELECT payload FROM told ORDER BY number");
  return rows.map(({ payload }) => ({ text: payload, payload: JSON.parse(payload) as Told["payload"] }));
}

/** What was told of these types. */
export async function toldOf(desk: OrderDesk, ...types: string[]): Promise<Told["payload"][]> {
  const told = await toldSoFar(desk);
  return told.map(({ payload }) => payload).filter(({ type }) => types.includes(type));
}

/** What is wrong with a payload, by the schema of its type and the bound on its size. */
export function faultsOf({ text, payload }: Told): string[] {
  const { type } = payload;
  if (!isNotificationType(type)) return [`${type} is not in the catalogue`];
  const bytes = Buffer.byteLength(text);
  return [
    ...(bytes < mostPayloadBytes ? [] : [`${type} has ${bytes} bytes`]),
    ...schemaFaults(payloadSchema(type), payload, type),
  ];
}
