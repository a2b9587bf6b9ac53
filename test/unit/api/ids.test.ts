import { newUuid, parsePublicId, publicId } from "../../../api/ids/id.js";

const zero = "00000000-0000-0000-0000-000000000000";
const most = "ffffffff-ffff-ffff-ffff-ffffffffffff";
const at = (milliseconds: number) => ({ now: () => new Date(milliseconds) });
const bytesOf = (byte: number) => ({
  bytes: (count: number) => new Uint8Array(count).fill(byte),
  integer: () => 0,
});

describe("a public id", () => {
  test.each([
    [zero, "ord_00000000000000000000000000"],
    [most, "ord_7zzzzzzzzzzzzzzzzzzzzzzzzz"],
    ["00000000-0000-0000-0000-000000000020", "ord_00000000000000000000000010"],
    // The example of RFC 9562, appendix A.6.
    ["017f22e2-79b0-7cc3-98c4-dc0c0c07398f", "ord_01fwhe4ydgfk1shh6w1g60eecf"],
  ])("of %s is %s, and is read back", (uuid, id) => {
    expect(publicId("ord", uuid)).toBe(id);
    expect(parsePublicId("ord", id)).toBe(uuid);
  });

  test("sorts as its UUID does", () => {
    const uuids = Array.from({ length: 200 }, (_, index) =>
      newUuid(at(index * 7919), bytesOf((index * 37) % 256)),
    );
    const sorted = [...uuids].sort();
    expect(uuids.map((uuid) => publicId("doc", uuid)).sort()).toEqual(
      sorted.map((uuid) => publicId("doc", uuid)),
    );
  });

  test("of one kind is none of another kind", () => {
    expect(parsePublicId("doc", publicId("ord", most))).toBeNull();
  });

  test.each([
    ["nothing", ""],
    ["a prefix alone", "ord_"],
    ["a digit too few", "ord_0000000000000000000000000"],
    ["a digit too many", "ord_000000000000000000000000000"],
    ["more than 128 bits", "ord_80000000000000000000000000"],
    ["a letter that base 32 leaves out", "ord_0000000000000000000000000u"],
    ["a letter that could be taken for a digit", "ord_0000000000000000000000000o"],
    ["capitals", "ord_7ZZZZZZZZZZZZZZZZZZZZZZZZZ"],
    ["a UUID", zero],
    ["another separator", "ord-00000000000000000000000000"],
    ["a letter of another script", "ord_0000000000000000000000000\u0660"],
    ["a line break at its end", "ord_0000000000000000000000000\n"],
  ])("is none when it is %s", (_what, text) => {
    expect(parsePublicId("ord", text)).toBeNull();
  });
});

describe("a new UUID", () => {
  test("is of version 7 and of the variant of RFC 9562, whatever the random bits", () => {
    for (const byte of [0x00, 0xff, 0x5a]) {
      const uuid = newUuid(at(0x017f22e279b0), bytesOf(byte));
      expect(uuid).toMatch(/^017f22e2-79b0-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    }
  });

  test("of a later millisecond sorts later, whatever the random bits", () => {
    expect(newUuid(at(1_000), bytesOf(0xff)) < newUuid(at(1_001), bytesOf(0x00))).toBe(true);
  });

  test("differs within one millisecond when the random bits do", () => {
    expect(newUuid(at(1), bytesOf(1))).not.toBe(newUuid(at(1), bytesOf(2)));
  });
});
