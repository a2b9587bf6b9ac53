import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readTrustAnchors } from "../../../../api/compose/trustAnchors.js";
import { newAuthorities } from "../../../support/authorities.js";

let directory: string;
let pem: string;
let der: Uint8Array;
beforeAll(async () => {
  directory = await mkdtemp(join(tmpdir(), "paraph-anchors-"));
  const authorities = await newAuthorities();
  pem = authorities.rootPem;
  der = authorities.roots[0]!;
});
afterAll(() => rm(directory, { recursive: true }));

async function file(name: string, text: string): Promise<string> {
  const path = join(directory, name);
  await writeFile(path, text);
  return path;
}

test("a file may hold several certificates, with words between them; a directory several files", async () => {
  const expected = Buffer.from(der);
  const read = await readTrustAnchors(await file("two.pem", `# one\n${pem}and another\n${pem}`));
  expect(read.map((one) => expected.equals(one))).toEqual([true, true]);
  await file("notes.txt", "not looked at");
  expect(await readTrustAnchors(directory)).toHaveLength(2);
  expect(await readTrustAnchors(null)).toEqual([]);
});

test.each([
  ["is not there", async () => join(directory, "none.pem"), "none.pem"],
  ["has no certificate", () => file("empty.txt", "nothing"), "holds no certificate"],
  ["has a broken one", () => file("broken.txt", pem.replace(/[A-Za-z0-9]{20}/, "")), "broken.txt"],
])("a file that %s stops the start, and is named", async (_what, path, said) => {
  const error = await readTrustAnchors(await path()).catch(String);
  expect(error).toContain("TRUST_ANCHORS");
  expect(error).toContain(said);
});
