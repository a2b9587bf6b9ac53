import { newUuid } from "../../../../../api/ids/id.js";
import { idNotAfter, idNotBefore, timeOfId } from "../../../../../api/webhooks/history/idBounds.js";

const at = new Date("2026-12-01T09:31:02.417Z");
const random = { bytes: (length: number) => new Uint8Array(length).fill(0xab), integer: () => 0 };
const idAt = (milliseconds: number) => newUuid({ now: () => new Date(at.getTime() + milliseconds) }, random);

test("ids of a time lie between its bounds, also when they were made half a minute before or after it", () => {
  for (const milliseconds of [-30_000, -1, 0, 1, 30_000]) {
    const id = idAt(milliseconds);
    expect(idNotAfter(at) < id && id < idNotBefore(at)).toBe(true);
  }
});

test("ids of two minutes before or after a time lie outside of its bounds", () => {
  expect(idAt(-120_000) < idNotAfter(at)).toBe(true);
  expect(idAt(120_000) > idNotBefore(at)).toBe(true);
});

test("an id says when it was made, to the millisecond", () => {
  expect(timeOfId(idAt(0))).toEqual(at);
});

test.each([new Date(0), new Date(8.64e15)])("a bound of %s is an id", (time) => {
  for (const id of [idNotAfter(time), idNotBefore(time)]) {
    expect(id).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/);
  }
});
