import { decideErasure, isPassing, type SubjectOrder } from "../../../../api/dataSubjects/decideErasure.js";

const expiresAt = new Date("2026-03-01T00:00:00Z");
const evidenceUntil = new Date("2036-01-01T00:00:00Z");
const ended: SubjectOrder = { expiresAt, acted: false, held: false, evidenceUntil };

test.each<[string, Partial<SubjectOrder>, object, boolean]>([
  ["an order that ended with nothing to prove", {}, { outcome: "erased" }, false],
  [
    "an order in which somebody acted",
    { acted: true },
    { outcome: "kept", reason: "evidence", until: evidenceUntil },
    false,
  ],
  [
    "a running order, whatever happened in it",
    { evidenceUntil: null, acted: true },
    { outcome: "kept", reason: "order_running", until: expiresAt },
    true,
  ],
  ["an order under a hold", { held: true }, { outcome: "kept", reason: "legal_hold", until: null }, true],
  [
    "an order under a hold in which somebody acted",
    { held: true, acted: true },
    { outcome: "kept", reason: "legal_hold", until: null },
    true,
  ],
])("of %s, it is decided and looked at again as it should", (_name, changes, decision, passing) => {
  const decided = decideErasure({ ...ended, ...changes });
  expect(decided).toEqual(decision);
  expect(isPassing(decided)).toBe(passing);
});
