import { presentBody } from "../../../../../api/webhooks/history/answerBody.js";

const show = (bytes: readonly number[], isTruncated: boolean | null = false) =>
  presentBody({ responseBody: Uint8Array.from(bytes), isTruncated });

test("a body in UTF-8 is shown as it is, a byte order mark and a null character included", () => {
  expect(show([0xef, 0xbb, 0xbf, 0x00, 0xc3, 0xa9])).toEqual({
    encoding: "utf-8",
    content: "\uFEFF\0é",
    truncated: false,
  });
});

test("a body that is not UTF-8 is shown in base64, whole", () => {
  expect(show([0xc3])).toEqual({ encoding: "base64", content: "ww==", truncated: false });
});

test("a body that was cut off in the middle of a character loses that character and stays text", () => {
  expect(show([0x61, 0xc3], true)).toEqual({ encoding: "utf-8", content: "a", truncated: true });
});

test("an answer without a body has an empty one, and one that is not kept has none", () => {
  expect(show([])).toEqual({ encoding: "utf-8", content: "", truncated: false });
  expect(presentBody({ responseBody: null, isTruncated: null })).toBeNull();
});
