import { readFileSync } from "node:fs";
import { eventTypes } from "../../../../../api/audit/eventTypes.js";
import {
  catalogue,
  isFilter,
  isNotificationType,
  notificationTypes,
} from "../../../../../api/webhooks/catalogue/catalogue.js";
import { eventGroups } from "../../../../../api/webhooks/catalogue/entry.js";

const source = (path: string) => readFileSync(new URL(`../../../../../../${path}`, import.meta.url), "utf8");
/** Types that are named in a union, which nothing but the compiler knows. */
const typesIn = (path: string) =>
  [...source(path).matchAll(/\| "([a-z_]+\.[a-z_]+)"/g)].map(([, type]) => type!);

describe("the catalogue of events", () => {
  test("has every type that an audit trail can have as a line of a trail, and every other as none", () => {
    const others = typesIn("api/webhooks/outbox/notificationTypes.ts");
    expect(eventTypes.length).toBeGreaterThan(50);
    expect([...notificationTypes].sort()).toEqual([...eventTypes, ...others].sort());
    expect(notificationTypes.filter((type) => catalogue[type].line === null).sort()).toEqual(others.sort());
  });

  test("says of each type in one sentence when it happens", () => {
    for (const type of notificationTypes) {
      expect(catalogue[type].description).toMatch(/^[A-Z][^\n]{10,140}\.$/);
      expect(catalogue[type].description).not.toMatch(/\. [A-Z]/);
    }
  });

  test("has no group without a type", () => {
    const used = new Set(notificationTypes.map((type) => catalogue[type].group));
    expect([...used].sort()).toEqual(Object.keys(eventGroups).sort());
  });

  test.each(["*", "order.*", "order.completed", "billing.*", "documents.*", "endpoint.test"])(
    "lets %s be a filter",
    (filter) => expect(isFilter(filter)).toBe(true),
  );

  test.each([
    "",
    "**",
    "order",
    "order.",
    "orders.*",
    "*.completed",
    "order.done",
    "order.completed ",
    "test.*",
    "toString",
    "o.*",
  ])("lets %j be none", (filter) => expect(isFilter(filter)).toBe(false));

  test("knows no type by what every object has", () => {
    expect(isNotificationType("toString")).toBe(false);
    expect(isNotificationType("order.completed")).toBe(true);
  });
});
