import { type SmtpMailer, smtpMailer } from "../../../../../api/adapters/mailer/smtp.js";
import { sendDueNotices } from "../../../../../api/webhooks/notices/sendDueNotices.js";
import { type MailServer, startSmtpServer } from "../../../../support/smtpServer.js";
import { atEachPoint, mortal } from "../../crashPoints.js";
import { NoticeDesk } from "./noticeDesk.js";

let notices: NoticeDesk;
let server: MailServer;
let mailer: SmtpMailer;
beforeAll(async () => {
  notices = await NoticeDesk.open();
  server = await startSmtpServer();
  mailer = smtpMailer({ url: `smtp://127.0.0.1:${server.port}` });
  Object.assign(notices.platform, { mailer });
});
afterAll(async () => {
  mailer.close();
  await Promise.all([server.stop(), notices.desk.close()]);
});

const receivedBy = (address: string) => server.received.filter(({ to }) => to.includes(address));
const messageId = (raw: string) => /^Message-ID: (.*)\r$/m.exec(raw)?.[1];

test("a mail server receives a notice as text and as HTML, from the service's own address", async () => {
  const endpoint = await notices.endpoint({ contact: { email: "ops@example.com" }, description: "CRM" });
  await notices.disable(endpoint, "gone");
  expect(await sendDueNotices(notices.platform)).toBe(1);
  const [mail, ...others] = receivedBy("ops@example.com");
  expect(others).toEqual([]);
  expect(mail!.from).toBe("no-reply@example.org");
  expect(mail!.raw).toContain("Subject: Notifications have been stopped: CRM\r\n");
  expect(mail!.raw).toContain("Auto-Submitted: auto-generated\r\n");
  expect(mail!.raw).toMatch(/text\/plain[\s\S]*HTTP 410[\s\S]*text\/html[\s\S]*HTTP 410/);
});

test("an address that the server defers is tried again, one that it refuses is not", async () => {
  const later = await notices.endpoint({ contact: { email: "ops@later.example" } });
  const refused = await notices.endpoint({ contact: { email: "ops@rejected.example" } });
  for (const endpoint of [later, refused]) await notices.disable(endpoint, "gone");
  await sendDueNotices(notices.platform);
  expect(await notices.notices(later)).toMatchObject([{ state: "pending", last_error: "unavailable" }]);
  expect(await notices.notices(refused)).toMatchObject([{ state: "failed", last_error: "rejected" }]);
});

test("a process that dies at any point has a notice sent all the same, each time under the same Message-ID", async () => {
  let handedOverTwice = 0;
  const points = await atEachPoint(async (at) => {
    const email = `ops-${at}@example.com`;
    const endpoint = await notices.endpoint({ contact: { email } });
    await notices.disable(endpoint, "gone");
    const outcome = await mortal(notices.platform, at, "hangs").live(sendDueNotices);
    notices.desk.service.clock.advance(181);
    await sendDueNotices(notices.platform);
    expect({ at, notices: await notices.notices(endpoint) }).toMatchObject({
      at,
      notices: [{ state: "sent" }],
    });
    const ids = receivedBy(email).map(({ raw }) => messageId(raw));
    expect({ at, ids: [...new Set(ids)] }).toEqual({
      at,
      ids: [expect.stringMatching(/^<.+@example\.org>$/)],
    });
    if (ids.length === 2) handedOverTwice += 1;
    return outcome;
  });
  expect(points).toBeGreaterThanOrEqual(8);
  expect(handedOverTwice).toBeGreaterThanOrEqual(3);
});
