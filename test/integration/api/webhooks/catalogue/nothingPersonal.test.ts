import { deliverDueMessages } from "../../../../../api/messages/messenger.js";
import { eventfulOrder } from "../../../../support/eventfulOrder.js";
import { OrderDesk } from "../../../../support/orderDesk.js";
import { listen, toldSoFar } from "./listener.js";

let desk: OrderDesk;
beforeAll(async () => {
  desk = await OrderDesk.open();
  await listen(desk);
});
afterAll(() => desk.close());

/** Every text inside of a value. */
function textsIn(value: unknown): string[] {
  if (typeof value === "string") return [value];
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

test("no name, address, number, IP address, reason or value of a signer is told of, by any event of an order", async () => {
  const order = await eventfulOrder(desk);
  const refusing = await desk.order([
    { given_name: "Zephyrine", surname: "Quilliam", email: "zq@secret.example", phone: "+447700900456" },
  ]);
  const { client, path } = desk.browser(refusing);
  await client.post(`${path}/refuse`, { reason: "My landlord is a crook." });
  await deliverDueMessages(desk.service.platform);

  const payloads = (await toldSoFar(desk)).map(({ text }) => text).join("\n");
  const events = [...(await desk.events(order)), ...(await desk.events(refusing))];
  const sealed = events.flatMap(({ personal }) => textsIn(personal));
  const known = textsIn([order.signers, refusing.signers, order.sender].map(personalOf));
  // It is not for want of any that none is found.
  for (const one of [
    "Lovelace",
    "Augusta",
    "London",
    "Passkey",
    "On holiday",
    "+447700900999",
    "127.0.0.1",
  ]) {
    expect(sealed).toContain(one);
  }
  const words = [...new Set([...sealed, ...known, "Quilliam", "crook", "estates@example.org"])];
  expect(words.length).toBeGreaterThan(40);
  // Of two letters is only a country, which stands in an id by chance.
  expect(words.filter((word) => word.length > 2 && payloads.includes(word))).toEqual([]);
  expect(payloads).not.toContain('"GB"');
  // A hash of few and short values tells them to whoever tries: a day of birth, a tick.
  const digests = events.flatMap(({ type, data }) => (type === "fields.filled" ? [data["digest"]] : []));
  expect(digests.length).toBeGreaterThan(0);
  expect(digests.filter((digest) => payloads.includes(String(digest)))).toEqual([]);
});

test("no code, no link and no secret is told of", async () => {
  const order = await desk.order();
  const browser = desk.browser(order);
  await browser.read();
  const code = await browser.receiveCode();
  const { body } = await desk.client.post<{ secret: string }>("/v1/api-keys", { name: "CRM" });
  const payloads = (await toldSoFar(desk)).map(({ text }) => text).join("\n");
  expect(payloads).toContain(order.id);
  expect(payloads).not.toContain(`"${code}"`);
  expect(payloads).not.toContain(new URL(order.signers[0]!.signing_url).pathname.split("/").at(-1)!);
  expect(payloads).not.toContain(body.secret);
});

/** Of what the API shows: names, addresses and links; no ids, states or times. */
function personalOf(shown: unknown): unknown {
  const own = ["given_name", "surname", "email", "phone", "external_id", "signing_url", "name"];
  if (Array.isArray(shown)) return shown.map(personalOf);
  return Object.entries(shown as object)
    .filter(([name]) => own.includes(name))
    .map(([, value]) => value);
}
