import { bytesOfBase64 } from "../../../api/documents/base64.js";

describe("base64", () => {
  test.each([0, 1, 2, 3, 4, 100])("of %i bytes gives the bytes back", (length) => {
    const bytes = Buffer.from(Array.from({ length }, (_, index) => (index * 37) % 256));
    expect(bytesOfBase64(bytes.toString("base64"))).toEqual(bytes);
  });

  test.each([
    ["without its padding", "YWI"],
    ["with padding in the middle", "YW==YWJj"],
    ["with too much padding", "YWJj===="],
    ["with nothing but padding", "===="],
    ["with a sign that is no digit", "YW!j"],
    ["with a line break", "YWJj\nYWJj"],
    ["with a space", "YWJ jYWJj"],
    ["in the alphabet for URLs", "-_-_"],
    ["with a letter of another script", "YWé="],
  ])("%s is none", (_what, text) => {
    expect(bytesOfBase64(text)).toBeNull();
  });
});
