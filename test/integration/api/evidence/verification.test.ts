import type { OrderView } from "../../../../api/orders/orderViews.js";
import { verifyEvidence } from "../../../../engine/evidence/verifyEvidence.js";
import { evidenceOf, letTheHourPass, sweepDry } from "../../../support/evidenceMaking.js";
import { ada, charles, OrderDesk } from "../../../support/orderDesk.js";
import type { Files } from "../../../unit/engine/evidence/evidenceFiles.js";
import { edited, repacked } from "../../../unit/engine/evidence/repacked.js";

let desk: OrderDesk;
beforeAll(async () => {
  desk = await OrderDesk.open();
});
afterAll(() => desk.close());

async function signedOrder(more: object = {}): Promise<OrderView> {
  const order = await desk.order([ada, charles], more);
  for (const index of [0, 1]) expect((await desk.browser(order, index).sign()).status).toBe(200);
  return order;
}

/** What the checker finds in a container, with the root that the service publishes. */
function verdictOn(container: Uint8Array) {
  const { root } = desk.service.platform.signerAuthority.test;
  return verifyEvidence(container, { trustAnchors: [root], time: desk.service.clock.now() });
}

/** And in an order's evidence as it is handed out now. */
async function verified(order: OrderView, path?: string) {
  return verdictOn((await evidenceOf(desk, order, path)).bytes);
}

test("evidence of a signed order passes before it stands in the log, and after", async () => {
  const documents = [
    { name: "Vertrag größe.pdf", content: desk.content },
    { name: "rules.pdf", content: desk.content, kind: "info" },
  ];
  const order = await signedOrder({ documents });
  const before = await verified(order);
  expect(before).toMatchObject({ verdict: "passed", faults: [] });
  await letTheHourPass(desk);
  const after = await verified(order);
  expect(after).toMatchObject({ verdict: "passed", faults: [] });
  expect(after.checks).toContainEqual(
    expect.objectContaining({ what: "place in the log", result: "passed" }),
  );
  expect(after.checks.filter(({ result }) => result !== "passed").map(({ what }) => what)).toEqual([]);
});

test("evidence passes where one document is signed with SHA-512 and another with SHA-256, in looks of the caller's own", async () => {
  const appearance = { lines: [{ text: "Signed", embedded: false }] };
  const placements = [0, 1].map((document) => ({ document, page: 1, x: 60, y: 600, appearance }));
  const documents = ["SHA-512", "SHA-256"].map((digest_algorithm) => ({
    name: `${digest_algorithm}.pdf`,
    content: desk.content,
    digest_algorithm,
  }));
  const signers = [ada, charles].map((person) => ({ ...person, placements }));
  const order = await signedOrder({ documents, signers });
  await letTheHourPass(desk);
  const { body } = await desk.client.get<OrderView>(`/v1/orders/${order.id}`);
  expect(body.documents).toMatchObject(Array(2).fill({ signatures: 2, level: "B-LTA" }));
  const { verdict, faults, checks } = await verified(order);
  expect({ verdict, faults }).toEqual({ verdict: "passed", faults: [] });
  expect(checks.filter(({ result }) => result !== "passed").map(({ what }) => what)).toEqual([]);
});

test("evidence passes when the documents were removed, and says that their hashes stand for them", async () => {
  const order = await signedOrder();
  await letTheHourPass(desk);
  desk.service.clock.advance(100 * 86_400);
  await letTheHourPass(desk);
  const { verdict, faults, notChecked } = await verified(order);
  expect({ verdict, faults }).toEqual({ verdict: "passed", faults: [] });
  const details = notChecked.map(({ detail }) => detail);
  expect(details).toContainEqual(expect.stringContaining("its hash stands for it"));
});

test("nothing that it could check is left unchecked: trail, consents and pages say what the chain says", async () => {
  const { checks, notChecked } = await verified(await signedOrder({ must_read: true }));
  for (const what of ["audit trail for people", "audit trail as XML", "chain in the audit trail"]) {
    expect(checks).toContainEqual(expect.objectContaining({ what, result: "passed" }));
  }
  expect(notChecked.filter(({ decisive }) => decisive)).toEqual([]);
});

test("evidence as it is stored, deposited, and renewed years later passes as well", async () => {
  const order = await signedOrder({ retention: { documents: "P1M", evidence: "P30Y" } });
  const kept = await signedOrder({ retention: { evidence: "P30Y", archive: true } });
  await letTheHourPass(desk);
  expect((await desk.client.request("DELETE", `/v1/orders/${order.id}/documents`)).status).toBe(200);
  expect(await verified(order)).toMatchObject({ verdict: "passed", faults: [] });
  const deposit = `/v1/deposits/${kept.id.replace("ord_", "dep_")}/content`;
  expect(await verified(kept, deposit)).toMatchObject({ verdict: "passed", faults: [] });
  desk.service.clock.advance(9.1 * 365 * 86_400);
  Object.assign(desk.service.platform, await desk.service.authoritiesOfNow());
  await sweepDry(desk);
  expect(await verified(order)).toMatchObject({ verdict: "passed", faults: [] });
  expect(await verified(kept, deposit)).toMatchObject({ verdict: "passed", faults: [] });
});

test("what somebody changed in it is found, and named", async () => {
  const documents = ["one.pdf", "two.pdf"].map((name) => ({ name, content: desk.content }));
  const order = await signedOrder({ documents });
  await letTheHourPass(desk);
  const { bytes } = await evidenceOf(desk, order);
  const codesAfter = (change: (files: Files) => void) =>
    verdictOn(repacked(bytes, change)).faults.map(({ code, file }) => `${code} ${file}`);
  expect(codesAfter(() => undefined)).toEqual([]);
  const swapped = codesAfter((files) => {
    const [one, two] = ["documents/01-one-signed.pdf", "documents/02-two-signed.pdf"] as const;
    const before = files.get(one)!;
    files.set(one, files.get(two)!).set(two, before);
  });
  expect(swapped).toContain("digest_mismatch documents/01-one-signed.pdf");
  const chained = codesAfter((files) =>
    edited(files, "audit/audit.json", (text) => text.replace("link.opened", "link.closed")),
  );
  expect(chained).toEqual(expect.arrayContaining(["digest_mismatch audit/audit.json"]));
  expect(chained.some((fault) => !fault.startsWith("digest_mismatch"))).toBe(true);
  expect(codesAfter((files) => files.delete("pages.json"))).toContain("file_missing pages.json");
  expect(codesAfter((files) => files.set("more.pdf", Buffer.from("%PDF")))).toContain(
    "file_unlisted more.pdf",
  );
  expect(verdictOn(bytes.subarray(0, -100)).faults).toMatchObject([{ code: "zip_truncated" }]);
});

test("the log's head of another tenant in it is found", async () => {
  const order = await signedOrder();
  const other = await OrderDesk.open();
  try {
    const foreign = await other.order([ada]);
    expect((await other.browser(foreign).sign()).status).toBe(200);
    await Promise.all([letTheHourPass(desk), letTheHourPass(other)]);
    const theirs = await evidenceOf(other, foreign);
    const { bytes } = await evidenceOf(desk, order);
    const { verdict, faults } = verdictOn(
      repacked(bytes, (files) => {
        for (const name of ["checkpoint.txt", "checkpoint.p7s", "inclusion.json"]) {
          files.set(`checkpoint/${name}`, Buffer.from(theirs.files[`checkpoint/${name}`]!));
        }
      }),
    );
    expect(verdict).toBe("failed");
    expect(faults.some(({ code }) => !code.startsWith("digest"))).toBe(true);
  } finally {
    await other.close();
  }
});
