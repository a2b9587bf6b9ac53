import { CutBody } from "../../../../api/adapters/outbound/cutBody.js";

test("a body holds on to nothing it was given, in whatever pieces it came", () => {
  const wire = new Uint8Array(65_536).fill(7);
  const body = new CutBody(1_000);
  for (let at = 0; at < 1_000; at++) expect(body.add(wire.subarray(at, at + 1))).toBe(true);
  wire.fill(0);
  expect(body.bytes()).toEqual(new Uint8Array(1_000).fill(7));
});

test.each([1, 3, 999, 1_000, 1_001, 5_000])(
  "of a body in pieces of %i bytes the first thousand are kept, and the piece that had no room is told of",
  (piece) => {
    const whole = Uint8Array.from({ length: 5_000 }, (_, at) => at % 251);
    const body = new CutBody(1_000);
    let at = 0;
    while (body.add(whole.subarray(at, at + piece))) at += piece;
    expect(at).toBe(Math.floor(1_000 / piece) * piece);
    expect(body.bytes()).toEqual(whole.subarray(0, 1_000));
  },
);
