import type { Transaction } from "../../../../api/database/transaction.js";
import { findSigners } from "../../../../api/dataSubjects/findSigners.js";
import type { Subject } from "../../../../api/dataSubjects/subject.js";
import { OrderDesk, uuidOf } from "../../../support/orderDesk.js";

let desk: OrderDesk;
beforeAll(async () => {
  desk = await OrderDesk.open();
});
afterAll(() => desk.close());

const person = {
  given_name: "Grace",
  surname: "Hopper",
  email: "Grace@Example.org",
  phone: "+33698765432",
  country: "GB",
};

/** Signers that this connection has read of late. */
async function rowsRead(transaction: Transaction): Promise<number> {
  const counted = await transaction.one<{ rows: string }>(
    `SELECT seq_tup_read + coalesce(idx_tup_fetch, 0) AS rows FROM pg_stat_xact_user_tables WHERE relname = 'signers'`,
  );
  return Number(counted!.rows);
}

test.each<Subject>([
  { kind: "email", address: "grace@example.org" },
  { kind: "phone", address: "+33698765432" },
])("finding a person by $kind reads the person's rows, however many others signed", async (subject) => {
  const order = await desk.order([person]);
  await desk.sql(
    `INSERT INTO signers (tenant_id, order_id, id, position, role, given_name, surname, country, email, phone, language,
       authentication, state, link_hash, personal_key)
     SELECT tenant_id, order_id, gen_random_uuid(), n, role, given_name, surname, country, 'x' || n || email,
       '+336' || (10000000 + n), language, authentication, state, sha256((id || '/' || n)::bytea), personal_key
     FROM signers, generate_series(100, 3099) AS n WHERE order_id = '${uuidOf(order.id)}'`,
  );
  await desk.sql("ANALYZE signers");
  const [found, read] = await desk.service.platform.database.withTenant(
    desk.tenantId,
    async (transaction) => {
      const before = await rowsRead(transaction);
      const { signers } = await findSigners(transaction, "test", subject, null, 100, null);
      return [signers.map(({ orderId }) => orderId), (await rowsRead(transaction)) - before];
    },
  );
  expect(found).toContain(uuidOf(order.id));
  // Planning looks at the ends of indexes.
  expect(read).toBeLessThan(10);
});
