import { containerBytes } from "../../../../api/evidence/makeContainer.js";

test("a container of 2 GiB is refused before any of it is read, and a smaller one is what its parts are", async () => {
  let opened = 0;
  const container = (size: number) => ({
    size,
    async *parts() {
      opened++;
      yield Buffer.from("ab");
      yield Buffer.from("c");
    },
  });
  const refusal = expect.objectContaining({ code: "document_too_large" });
  await expect(containerBytes(container(2 ** 31))).rejects.toEqual(refusal);
  expect(opened).toBe(0);
  expect(Buffer.from(await containerBytes(container(3))).toString()).toBe("abc");
});
