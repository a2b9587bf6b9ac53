import { requireContainerFiles } from "../../../../engine/asic/containerFile.js";

const file = (name: string, mediaType = "text/plain") => ({ name, bytes: new Uint8Array(1), mediaType });
const refusal = expect.objectContaining({ code: "container_file_invalid" });

describe("a file for a container", () => {
  test.each([
    ["a name that leads out of it", "../evidence.json"],
    ["a name that leads out of a folder of it", "documents/../../x"],
    ["an absolute name", "/etc/passwd"],
    ["a drive letter", "C:evidence.json"],
    ["a backslash", "documents\\x.pdf"],
    ["no name", ""],
    ["a folder's name", "documents/"],
    ["an empty part", "documents//x.pdf"],
    ["a control character", "a\u0000b"],
    ["a character that turns the direction of writing", "a\u202efdp.exe"],
    ["half of a character", "a\ud800b"],
    ["a name in META-INF", "META-INF/x.xml"],
    ["a name in META-INF, as some systems see it", "meta-inf/signature001.p7s"],
    ["the name of the container's own file", "mimetype"],
    ["a part of more than 255 bytes", `documents/${"ä".repeat(128)}.pdf`],
  ])("is refused with %s", (_, name) => {
    expect(() => requireContainerFiles([file(name)])).toThrow(refusal);
  });

  test("may have a name of 255 bytes in a folder, in any script", () => {
    expect(() =>
      requireContainerFiles([file(`documents/${"ä".repeat(127)}a`), file("عقد.pdf")]),
    ).not.toThrow();
  });

  test.each([
    ["x.txt", "x.txt"],
    ["x.txt", "X.TXT"],
    ["é.txt", "e\u0301.txt"],
  ])("is refused beside another that some system takes for it (%s, %s)", (one, other) => {
    expect(() => requireContainerFiles([file(one), file(other)])).toThrow(refusal);
  });

  test.each(["", "pdf", 'text/plain"><x', "text/plain\n"])(
    "is refused with the media type %j",
    (mediaType) => {
      expect(() => requireContainerFiles([file("x", mediaType)])).toThrow(refusal);
    },
  );

  test("is one of at least one and at most 4,000", () => {
    const many = Array.from({ length: 4001 }, (_, index) => file(`${index}`));
    expect(() => requireContainerFiles([])).toThrow(refusal);
    expect(() => requireContainerFiles(many)).toThrow(refusal);
    expect(() => requireContainerFiles(many.slice(1))).not.toThrow();
  });
});
