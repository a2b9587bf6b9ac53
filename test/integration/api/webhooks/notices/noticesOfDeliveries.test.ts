import { Dispatcher } from "../../../../../api/webhooks/deliveries/dispatcher.js";
import { sendDueNotices } from "../../../../../api/webhooks/notices/sendDueNotices.js";
import { type ProviderServer, startProvider } from "../../../../support/providerServer.js";
import { NoticeDesk } from "./noticeDesk.js";

let notices: NoticeDesk;
let server: ProviderServer;
let status: number;
beforeAll(async () => {
  notices = await NoticeDesk.open();
  server = await startProvider((_request, response) => {
    response.statusCode = status;
    response.end();
  });
});
afterAll(async () => {
  await Promise.all([server.stop(), notices.desk.close()]);
});

/** Lets hours go by, in which something happens each day and all that is due is tried. */
async function pass(hours: number): Promise<void> {
  const dispatcher = new Dispatcher(notices.platform);
  for (let hour = 0; hour < hours; hour += 1) {
    if (hour % 24 === 0) await notices.desk.order(undefined, { title: "Daily", notify: false });
    await dispatcher.settle();
    await sendDueNotices(notices.platform);
    notices.desk.service.clock.advance(3600);
  }
}

const subjects = async (to: string) =>
  (await notices.desk.service.outbox.list({ to, limit: 100 })).map(({ subject }) => subject).reverse();

test("an endpoint of which nothing but failure comes is written about after a day and after five, once each", async () => {
  status = 503;
  const contact = { email: "ops@example.com" };
  const endpoint = await notices.endpoint({ url: `${server.baseUrl}/in`, contact, description: "CRM" });
  await pass(24);
  expect(await subjects(contact.email)).toEqual([]);
  await pass(24);
  expect(await subjects(contact.email)).toEqual(["Notifications do not arrive: CRM"]);
  await pass(5 * 24);
  expect(await subjects(contact.email)).toEqual([
    "Notifications do not arrive: CRM",
    "Notifications have been stopped: CRM",
  ]);
  const [disabled, failing] = await notices.desk.service.outbox.list({ to: contact.email, limit: 2 });
  for (const { text } of [disabled!, failing!]) {
    expect(text).toContain("Last attempt: It answered with an error (HTTP 503).");
  }
  expect(failing!.text).toMatch(/Notifications waiting: \d/);
  expect((await notices.notices(endpoint)).map(({ state }) => state)).toEqual(["sent", "sent"]);
});

test("an endpoint that answers once within the day is not written about", async () => {
  const contact = { email: "recovering@example.com" };
  await notices.endpoint({ url: `${server.baseUrl}/in`, contact });
  for (const answer of [503, 204, 503, 204]) {
    status = answer;
    await pass(20);
  }
  expect(await subjects(contact.email)).toEqual([]);
});

test("an endpoint that answers 410 is written about at once", async () => {
  status = 410;
  const contact = { email: "gone@example.com" };
  await notices.endpoint({ url: `${server.baseUrl}/in`, contact, description: "ERP" });
  await pass(1);
  expect(await subjects(contact.email)).toEqual(["Notifications have been stopped: ERP"]);
});
