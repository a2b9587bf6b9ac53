import { closeAfterEach, guarded, resolvingTo } from "./strangers.js";

closeAfterEach();

describe("a URL that is registered", () => {
  const http = () => guarded({ resolve: resolvingTo("93.184.215.14", "2606:2800:21f:cb07::1") });

  test("is let pass when it leads to global addresses, by name or by themselves", async () => {
    for (const url of [
      "https://hooks.example/",
      "https://hooks.example:8443/a?b=c",
      "https://93.184.215.14/",
      "https://[2606:4700::1111]/",
      `https://hooks.example/${"a".repeat(2_026)}`,
    ]) {
      await http().check(url, { allowHttp: false });
    }
    await http().check("http://hooks.example/", { allowHttp: true });
  });

  test.each([
    ["is longer than 2,048 characters", `https://hooks.example/${"a".repeat(2_027)}`, "2048"],
    ["holds a fragment", "https://hooks.example/#part", "fragment"],
    ["holds a user", "https://user@hooks.example/", "user"],
    ["holds a password", "https://:password@hooks.example/", "password"],
    ["is not absolute", "/hooks", "absolute"],
    ["has no host", "https://", "absolute"],
    ["is plain http", "http://hooks.example/", "https://"],
  ])("is refused as url_invalid with a sentence that says so when it %s", async (_what, url, says) => {
    await expect(http().check(url, { allowHttp: false })).rejects.toMatchObject({
      name: "OutboundError",
      code: "url_invalid",
      message: expect.stringContaining(says),
    });
  });

  test("is let pass when its name cannot be resolved now, and the question is given up after two seconds", async () => {
    await guarded({ resolve: () => Promise.reject(new Error("no")) }).check("https://soon.example/", {
      allowHttp: false,
    });
    await guarded({ resolve: resolvingTo() }).check("https://soon.example/", { allowHttp: false });
    let givenUp = false;
    const silent = guarded({
      resolve: (_name, signal) =>
        new Promise(() => {
          signal.addEventListener("abort", () => {
            givenUp = true;
          });
        }),
    });
    const started = Date.now();
    await silent.check("https://slow.example/", { allowHttp: false });
    expect(Date.now() - started).toBeLessThan(5_000);
    expect(givenUp).toBe(true);
  });
});
