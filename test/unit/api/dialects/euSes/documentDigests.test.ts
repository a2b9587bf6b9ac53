import { DocumentDigests } from "../../../../../api/dialects/euSes/documentDigests.js";

test("a document's MD5 is that of RFC 1321's test suite, and made once, however often it is told", async () => {
  let reads = 0;
  const store = {
    get: async () => {
      reads += 1;
      return Buffer.from("message digest");
    },
  };
  const digests = new DocumentDigests();
  for (let times = 0; times < 3; times++) {
    expect(await digests.of(store, "key")).toBe("f96b697d7cb7938d525a2f31aaf161d0");
  }
  expect(reads).toBe(1);
});

test("an object that cannot be read is read again the next time", async () => {
  const digests = new DocumentDigests();
  const away = { get: () => Promise.reject(new Error("The store is away.")) };
  await expect(digests.of(away, "key")).rejects.toThrow("away");
  expect(await digests.of({ get: async () => Buffer.alloc(0) }, "key")).toBe(
    "d41d8cd98f00b204e9800998ecf8427e",
  );
});
