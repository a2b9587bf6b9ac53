import { type LaneSlots, notePace } from "../../../../../api/webhooks/deliveries/laneSlots.js";
import { Slots } from "../../../../../api/webhooks/deliveries/slots.js";

const lanesOf = (slots: Slots, tenant: string, count: number) =>
  Array.from({ length: count }, (_, lane) => slots.of(tenant, `lane ${lane}`));

/** Each takes what it may have, and comes to a standstill. */
const standstill = (slots: Slots, lanes: readonly LaneSlots[]) => lanes.map((lane) => slots.take(lane));
const sum = (counts: readonly number[]) => counts.reduce((all, count) => all + count, 0);

test("a lane alone has ten slots, and up to forty more where it answers at once", () => {
  const slots = new Slots();
  const lane = slots.of("tenant", "lane");
  expect(slots.take(lane)).toBe(10);
  notePace(lane, 5);
  for (let looks = 0; looks < 20; looks++) slots.take(lane);
  expect(lane.held).toBeGreaterThan(15);
  expect(lane.held).toBeLessThanOrEqual(50);
});

test("fifty lanes of one tenant at a standstill have some each, and half of all together", () => {
  const slots = new Slots();
  const taken = standstill(slots, lanesOf(slots, "one", 50));
  expect(Math.min(...taken)).toBeGreaterThan(0);
  expect(sum(taken)).toBeLessThanOrEqual(275);
});

test("five tenants with five hundred lanes each at a standstill leave slots for the next tenant", () => {
  const slots = new Slots();
  for (let tenant = 0; tenant < 5; tenant++) standstill(slots, lanesOf(slots, `tenant ${tenant}`, 500));
  expect(slots.take(slots.of("the next", "lane"))).toBeGreaterThan(0);
});

test("of more tenants each gives up what it has too much of as its requests end", () => {
  const slots = new Slots();
  const lanes = Array.from({ length: 20 }, (_, tenant) => lanesOf(slots, `tenant ${tenant}`, 100)).flat();
  standstill(slots, lanes);
  expect(slots.isFull).toBe(true);
  for (let round = 0; round < 20; round++) {
    for (const lane of lanes.filter(({ held }) => held > 0)) {
      slots.leave(lane);
      slots.free(lane, 1);
      slots.take(lane);
    }
    standstill(slots, lanes);
  }
  expect(slots.take(slots.of("the next", "lane"))).toBeGreaterThan(0);
  const held = Array.from({ length: 20 }, (_, tenant) => slots.of(`tenant ${tenant}`, "lane 0").tenant.taken);
  expect(Math.min(...held)).toBeGreaterThan(0);
  expect(Math.max(...held)).toBeLessThan(100);
});

test("while a lane goes without, those that have slots are not filled again before all are looked at", async () => {
  const slots = new Slots();
  const lanes = lanesOf(slots, "one", 500);
  standstill(slots, lanes);
  const [first] = lanes;
  const filled: string[] = [];
  const fill = (name: string) => async () => void filled.push(name);
  slots.leave(first!);
  slots.refill(first!, fill("before"));
  // It hears whose lanes are to be looked at.
  expect(slots.free(first!, 1)).toEqual(["one"]);
  slots.lookedAt(["one"]);
  slots.refill(first!, fill("after"));
  await new Promise((resolve) => setTimeout(resolve, 10));
  expect(filled).toEqual(["after"]);
});

test("another tenant's lanes are filled again all the same", () => {
  const slots = new Slots();
  const lane = slots.of("other", "lane");
  standstill(slots, [lane, ...lanesOf(slots, "one", 500)]);
  slots.leave(lane);
  slots.refill(lane, async () => undefined);
  expect(lane.isWaiting).toBe(true);
  expect(slots.free(lane, 1)).toEqual([]);
});

test("what is idle is not kept", () => {
  const slots = new Slots();
  const lane = slots.of("tenant", "lane");
  const taken = slots.take(lane);
  slots.leave(lane, taken);
  slots.forgetIdle(lane);
  const next = slots.of("tenant", "lane");
  expect(next).not.toBe(lane);
  // Its tenant's slots are not free yet.
  expect(next.tenant.taken).toBe(taken);
  slots.forgetIdle(next);
  slots.free(lane, taken);
  expect(slots.of("tenant", "lane").tenant).not.toBe(lane.tenant);
});
