import fc from "fast-check";
import { ada, OrderDesk } from "../../../support/orderDesk.js";
import type { SignerBrowser } from "../../../support/signingFlow.js";

let desk: OrderDesk;

beforeAll(async () => {
  desk = await OrderDesk.open();
});
afterAll(() => desk.close());

const steps = ["documents", "pages", "fields", "consents", "code", "sign"] as const;
type Step = (typeof steps)[number];

/** An order that asks for everything. */
const demanding = () =>
  desk.order(
    [
      {
        ...ada,
        placements: [
          { page: 1, x: 72, y: 72, width: 150, height: 20, kind: "text", name: "town" },
          { page: 2, x: 72, y: 600, width: 180, height: 56 },
        ],
      },
    ],
    { must_read: true, consent_clauses: ["I may withdraw."] },
  );

/** A signer's browser that tries each step when it is told to, and takes no notice of refusals. */
class Persistent {
  session = "";

  constructor(private readonly browser: SignerBrowser) {}

  /** @returns the status of the step's last answer */
  async try(step: Step): Promise<number> {
    const { browser } = this;
    switch (step) {
      case "documents":
        await browser.read();
        return 200;
      case "pages":
        await browser.readPages();
        return 200;
      case "fields": {
        const positions = await browser.client.get<{ id: string; kind: string }[]>(
          `${browser.path}/positions`,
        );
        const values = Object.fromEntries(
          positions.body.filter(({ kind }) => kind === "text").map(({ id }) => [id, "London"]),
        );
        return (await browser.client.request("PUT", `${browser.path}/fields`, { values })).status;
      }
      case "consents": {
        const clauses = (await browser.status()).clauses.map(({ position, text }) => ({ position, text }));
        return (await browser.client.post(`${browser.path}/consents`, { clauses })).status;
      }
      case "code":
        desk.service.clock.advance(30);
        this.session = await browser.prove();
        return 200;
      case "sign":
        return (await this.sign()).status;
    }
  }

  sign() {
    const headers = { Authorization: `Bearer ${this.session}` };
    return this.browser.client.post(`${this.browser.path}/sign`, {}, headers);
  }
}

test("in order, everything is taken and the signature is made", async () => {
  const order = await demanding();
  const signer = new Persistent(desk.browser(order));
  for (const step of steps) expect([step, await signer.try(step)]).toEqual([step, 200]);
  expect((await desk.read(order)).signers[0]).toMatchObject({ state: "signed" });
});

test.each([
  ["documents", "documents"],
  ["pages", "pages"],
  ["consents", "consents"],
] as const)("without %s nothing is signed, and the refusal names that step", async (left, step) => {
  const order = await demanding();
  const browser = desk.browser(order);
  await browser.open();
  const signer = new Persistent(browser);
  for (const other of steps) if (other !== left && other !== "sign") await signer.try(other);
  const refused = await signer.sign();
  expect(refused).toMatchObject({ status: 409, body: { code: "step_missing", step } });
  expect(await desk.count(order, "signature.requested", "certificate.issued")).toEqual([0, 0]);
});

test("without a required field nothing is signed, and the refusal names the field", async () => {
  const order = await demanding();
  const signer = new Persistent(desk.browser(order));
  for (const other of ["documents", "pages", "consents", "code"] as const) await signer.try(other);
  expect(await signer.sign()).toMatchObject({ status: 409, body: { code: "fields_missing" } });
});

test("a step that is missing does not use the code up", async () => {
  const order = await demanding();
  const signer = new Persistent(desk.browser(order));
  for (const step of ["documents", "pages", "fields", "code"] as const) await signer.try(step);
  expect((await signer.sign()).status).toBe(409);
  await signer.try("consents");
  expect((await signer.sign()).status).toBe(200);
});

test("no order of calls lets a signature through with a step missing, whatever the client says", async () => {
  const walks = fc.sample(fc.array(fc.constantFrom(...steps), { minLength: 4, maxLength: 10 }), {
    numRuns: 12,
    seed: 20_261_122,
  });
  for (const walk of walks) {
    const order = await demanding();
    const signer = new Persistent(desk.browser(order));
    const accepted = new Set<Step>();
    for (const step of walk) {
      const status = await signer.try(step);
      // Filling in, and whatever else changes the content, voids the codes that were sent for it.
      if (step === "fields" && status === 200) accepted.delete("code");
      if (step === "consents" && !accepted.has("pages")) expect(status).not.toBe(200);
      if (status === 200 && (step !== "pages" || accepted.has("documents"))) accepted.add(step);
    }
    const signed = (await desk.read(order)).signers[0]!.state === "signed";
    expect(signed).toBe(accepted.has("sign"));
    if (signed) expect(accepted.size).toBe(steps.length);
  }
});

test("status names the next step and what to call for it, all the way to the end", async () => {
  const order = await demanding();
  const browser = desk.browser(order);
  const signer = new Persistent(browser);
  const next = async () => (await browser.status()).next_step;
  expect(await next()).toBe("open");
  await browser.open();
  expect(await next()).toBe("documents");
  for (const [done, following] of [
    ["documents", "pages"],
    ["pages", "fields"],
    ["fields", "consents"],
    ["consents", "code"],
    ["code", "act"],
    ["sign", null],
  ] as const) {
    await signer.try(done);
    expect([done, await next()]).toEqual([done, following]);
  }
  const { steps: told } = await browser.status();
  expect(told.map(({ step }) => step)).toEqual([
    "open",
    "documents",
    "pages",
    "fields",
    "consents",
    "code",
    "act",
  ]);
  expect(told.every(({ done }) => done)).toBe(true);
});
