import { trailAsText } from "../../../../api/auditTrail/renderings/text.js";
import { auditTrailOf } from "../../../../engine/auditTrail/auditTrailOf.js";
import { chainOf, type ToldEvent } from "../../../support/eventChain.js";
import { ada, byAda, key, seen } from "../../../support/toldEvents/cast.js";

const given = (otp: string, channel: string, to: string): ToldEvent[] => [
  { type: "code.sent", signer: ada, data: { otp, channel }, personal: { to } },
  { type: "code.verified", signer: ada, actor: byAda, data: { otp, channel } },
];

describe("at a glance, it is said", () => {
  const glanceOf = (events: readonly ToldEvent[], blank = false) => {
    const { events: all, ...file } = chainOf(events);
    const shown = blank ? all.map(({ personal: _, ...event }) => event) : all;
    return trailAsText(auditTrailOf({ ...file, events: shown }), "en").split(/^At a glance$|^Order$/m)[1];
  };

  test("to which addresses the codes were sent that were given, and not the others", () => {
    const text = glanceOf([
      {
        type: "code.sent",
        signer: ada,
        data: { otp: "otp_0", channel: "email" },
        personal: { to: "a@old.org" },
      },
      ...given("otp_1", "email", "ada@example.org"),
      ...given("otp_2", "email", "ada@example.org"),
      ...given("otp_3", "sms", "+447700900123"),
    ]);
    expect(text).toContain(
      `Authentication: code by e-mail
      | ada@example.org
      | code by SMS
      | +447700900123
`,
    );
    expect(text).not.toContain("a@old.org");
  });

  test("that the address is erased where it is", () => {
    const erased = { type: "signer.erased", signer: ada };
    const text = glanceOf([...given("otp_1", "email", "ada@example.org"), erased], true);
    expect(text).toContain("Authentication: code by e-mail\n      | erased\n");
  });

  test("in which step they decided", () => {
    const text = glanceOf([{ type: "order.sent" }, { type: "signer.signed", signer: ada }]);
    expect(text).toMatch(/Time: .*UTC\n {6}\| Step 2\n/);
  });
});

describe("addresses and browsers", () => {
  const visitsOf = (events: readonly ToldEvent[]) =>
    trailAsText(auditTrailOf(chainOf(events)), "en")
      .split(/^ {2}Addresses and browsers$/m)[1]!
      .split("\n\n")[0]!;
  const visit = (session?: string): ToldEvent => {
    const { session: _, ...from } = seen;
    return {
      type: "link.opened",
      actor: byAda,
      signer: ada,
      personal: { ...from, ...(session && { session }) },
    };
  };

  test("that differ by their session alone are one row, from first to last, with each session's steps", () => {
    const text = visitsOf([visit("one"), visit("two"), visit("two"), visit()]);
    expect(text.match(/IP address/g)).toHaveLength(1);
    expect(text).toMatch(/Session: one\n.*\| Step 1\n.*\| two\n.*\| Step 2, 3\n/);
    expect(text).toMatch(/\n {4}Step: 1, 2, 3, 4(\n|$)/);
    const [first, last] = ["First", "Last"].map((which) => text.match(new RegExp(`${which} seen: (.*)`))![1]);
    expect(first).not.toBe(last);
  });

  test("of somebody else are another row, and so is another address", () => {
    const other = { ...visit("one"), actor: key };
    const moved = { ...visit("one"), personal: { ...seen, ip: "203.0.113.9" } };
    expect(visitsOf([visit("one"), other, moved]).match(/IP address/g)).toHaveLength(3);
  });
});
