import type { OrderView } from "../../../api/orders/orderViews.js";
import { sweep } from "../../../api/work/sweeper.js";
import type { AuditExport } from "../../../engine/hashchain/auditExport.js";
import { verifyAuditExport } from "../../../engine/hashchain/verify.js";
import { ada, OrderDesk, uuidOf } from "../../support/orderDesk.js";
import { seededRandom } from "../../support/seededRandom.js";
import { rawSignatures } from "../../support/signatureJudges.js";
import {
  expectAllIsWell,
  expectEachKeyAccountedFor,
  expectNothingLoose,
  sweepAll,
} from "./crashInvariants.js";

let desk: OrderDesk;

beforeAll(async () => {
  desk = await OrderDesk.open();
});
afterAll(() => desk.close());

const people = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    ...ada,
    surname: `Lovelace ${index}`,
    email: `ada-${index}@example.org`,
  }));

/** Everybody's session, ready to sign at once. */
async function sessions(
  order: OrderView,
): Promise<(() => Promise<{ status: number; body: Record<string, unknown> }>)[]> {
  const ready = [];
  for (const index of order.signers.keys()) {
    const { client, path } = desk.browser(order, index);
    const Authorization = `Bearer ${await desk.browser(order, index).session()}`;
    const { consent } = await desk.browser(order, index).status();
    ready.push(() => client.post(`${path}/sign`, { consentText: consent.text }, { Authorization }));
  }
  return ready;
}

test("eight signers who sign one document at once all end up in it, each once", async () => {
  const order = await desk.order(people(8));
  const answers = await Promise.all((await sessions(order)).map((sign) => sign()));
  expect(answers.map(({ status }) => status)).toEqual(Array(8).fill(200));
  await expectAllIsWell(desk, order, "after eight at once");
});

test("whatever signers, a refusal, a cancellation and sweepers do at once, the order ends in one state that all agree on", async () => {
  const random = seededRandom(410);
  const ends = new Set<string>();
  for (let round = 0; round < 12; round++) {
    const order = await desk.order(people(3));
    const signing = await sessions(order);
    const { client, path } = desk.browser(order, 2);
    const acts: (() => Promise<unknown>)[] = [
      ...signing.slice(0, 2 + random(2)),
      () => sweep(desk.service.platform),
      () => sweep(desk.service.platform),
    ];
    if (random(2)) acts.push(() => desk.client.post(`/v1/orders/${order.id}/cancel`));
    if (random(2)) acts.push(() => client.post(`${path}/refuse`, { reason: "No." }));
    for (let index = acts.length - 1; index > 0; index--) {
      const other = random(index + 1);
      [acts[index], acts[other]] = [acts[other]!, acts[index]!];
    }
    await Promise.all(
      acts.map(async (act, index) => {
        await new Promise((resolve) => setTimeout(resolve, index * random(8)));
        return act();
      }),
    );
    desk.service.clock.advance(700);
    await sweepAll(desk);
    ends.add(await expectAgreement(order));
    await expectNothingLoose(desk, `round ${round}`);
  }
  expect(ends.size).toBeGreaterThan(1);
});

/** State, signers, documents, certificates and trail tell the same. @returns the order's state */
async function expectAgreement(order: OrderView): Promise<string> {
  const after = await desk.read(order);
  const { body: audit } = await desk.client.get<AuditExport>(`/v1/orders/${order.id}/audit`);
  expect(verifyAuditExport(audit).faults).toEqual([]);
  const count = (type: string) => audit.events.filter(({ body }) => body.type === type).length;
  const signed = after.signers.filter(({ state }) => state === "signed").length;
  const ended = { completed: 0, refused: 0, cancelled: 0, ...{ [after.state]: 1 } };
  expect({
    signatures: after.documents[0]!.signatures,
    signerSigned: count("signer.signed"),
    documentSigned: count("document.signed"),
    keys: expectEachKeyAccountedFor(audit),
    completed: count("order.completed"),
    refused: count("order.refused"),
    cancelled: count("order.cancelled"),
  }).toEqual({
    signatures: signed,
    signerSigned: signed,
    documentSigned: signed,
    keys: signed,
    ...(after.state === "in_progress" ? { completed: 0, refused: 0, cancelled: 0 } : ended),
  });
  expect(after.state === "completed").toBe(signed === order.signers.length);
  const open = await desk.sql(
    `SELECT 1 FROM signings WHERE order_id = '${uuidOf(order.id)}' AND state = 'pending'`,
  );
  expect(open).toEqual([]);
  if (signed > 0) {
    const path = `/v1/orders/${order.id}/documents/${after.documents[0]!.id}/signed`;
    const sealed = after.state === "completed" ? 1 : 0;
    expect(rawSignatures((await desk.client.get<Buffer>(path)).body)).toHaveLength(signed + sealed);
  }
  return after.state;
}
