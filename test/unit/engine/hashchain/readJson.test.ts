import { DEFAULT_JSON_LIMITS, JsonFault, readJson } from "../../../../engine/hashchain/readJson.js";

const limits = { ...DEFAULT_JSON_LIMITS, maxValues: 1000, maxDepth: 20 };

function codeOf(text: string | Uint8Array): string | null {
  try {
    readJson(typeof text === "string" ? Buffer.from(text) : text, limits);
    return null;
  } catch (error) {
    if (error instanceof JsonFault) return error.code;
    throw error;
  }
}

describe("a JSON text", () => {
  test("is read as JSON.parse reads it, whatever stands in its strings", () => {
    const value = { a: [1, { b: '[[[,,,"\\' }], "\\": "{".repeat(500), __proto__: null, é: "\u{1f600}" };
    const text = JSON.stringify(value, null, 1);
    expect(readJson(Buffer.from(text), limits)).toEqual({ value: JSON.parse(text), repeatsName: false });
  });

  test("says when an object has one name twice", () => {
    expect(readJson(Buffer.from('{"a":1,"\\u0061":2}'))).toMatchObject({ repeatsName: true });
  });

  test.each<[string, string]>([
    ["more values than may be", `[${"[],".repeat(600)}[]]`],
    ["members without end", `{${'"a":1,'.repeat(1100)}"b":1}`],
    ["lists in lists", `${"[".repeat(21)}${"]".repeat(21)}`],
    ["objects in objects that never end", '{"a":'.repeat(100_000)],
  ])("with %s is refused before any value is made", (_what, text) => {
    expect(codeOf(text)).toBe("limit_exceeded");
  });

  test.each<[string, string | Uint8Array]>([
    ["is cut off", '{"a":'],
    ["has a string without an end", '["a\\"'],
    ["begins with a byte order mark", "\ufeff{}"],
    ["is not in UTF-8", Buffer.from([0x22, 0xff, 0x22])],
    ["is nothing", ""],
  ])("that %s is refused", (_what, text) => {
    expect(codeOf(text)).toBe("malformed");
  });
});
