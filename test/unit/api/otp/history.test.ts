import type { CodeRow } from "../../../../api/otp/codeRows.js";
import { newestCode, nextChannel, waitFor } from "../../../../api/otp/history.js";
import { defaultPolicy } from "../../../../api/otp/policy.js";

const now = new Date("2026-03-01T12:00:00Z");
const ago = (seconds: number) => new Date(now.getTime() - seconds * 1000);
const code = (changes: Partial<CodeRow> = {}): CodeRow => ({
  id: "id",
  orderId: "order",
  signerId: "signer",
  channel: "email",
  state: "sent",
  codeHash: new Uint8Array(32),
  alphabet: "digits",
  reusable: false,
  tries: 0,
  maxTries: 3,
  sessionSeconds: 1800,
  createdAt: ago(60),
  expiresAt: ago(-540),
  verifiedAt: null,
  delivery: null,
  ...changes,
});
const given = (seconds: number, changes: Partial<CodeRow> = {}) =>
  code({ state: "verified", verifiedAt: ago(seconds), ...changes });

describe("of codes on both channels", () => {
  test("the e-mail's is asked for first, then the text message's, then none", () => {
    expect(nextChannel("both", [], now)).toBe("email");
    expect(nextChannel("both", [given(10)], now)).toBe("sms");
    expect(nextChannel("both", [given(1, { channel: "sms" }), given(10)], now)).toBeNull();
  });

  test("the e-mail's is asked for again once it was given half an hour ago, and the text message's still counts", () => {
    const codes = [given(600, { channel: "sms" }), given(1800)];
    expect(nextChannel("both", codes, now)).toBe("email");
    expect(nextChannel("both", [given(1), ...codes], now)).toBeNull();
  });
});

test("none is asked for where a signer is not to prove anything to us", () => {
  expect(nextChannel("none", [], now)).toBeNull();
});

test("the code that waits is the newest, whatever the clock says of another that was taken back", () => {
  const later = code({ id: "later", state: "replaced", createdAt: ago(-5) });
  expect(newestCode([later, code({ id: "waiting" })], "email")?.id).toBe("waiting");
});

describe("the wait for another code", () => {
  const wait = (codes: readonly CodeRow[], since: Date | null = null) =>
    waitFor(defaultPolicy, codes, "email", since, now);
  const eight = (newest: number) =>
    Array.from({ length: 8 }, (_, index) => code({ state: "replaced", createdAt: ago(newest + index * 60) }));

  test("is what is left of the pause, and nothing where the last one failed to leave", () => {
    expect(wait([code({ createdAt: ago(12) })])).toEqual({ seconds: 18, because: "pause" });
    expect(wait([code({ createdAt: ago(30) })])).toEqual({ seconds: 0, because: "none" });
    expect(wait([code({ createdAt: ago(12), state: "failed" })])).toEqual({ seconds: 0, because: "none" });
  });

  test("ends, where all of a day were sent, when the first of them is a day old", () => {
    expect(wait(eight(60))).toEqual({ seconds: 86_400 - 60 - 420, because: "all_used" });
    expect(wait(eight(60).slice(1))).toEqual({ seconds: 0, because: "none" });
  });

  test("does not count what was sent before an unlocking, nor on the other channel", () => {
    expect(wait(eight(60), ago(50))).toEqual({ seconds: 0, because: "none" });
    expect(wait(eight(60), ago(61)).because).toBe("none");
    expect(wait(eight(10).map((one) => ({ ...one, channel: "sms" as const })))).toMatchObject({ seconds: 0 });
  });
});
