import type { Browser } from "playwright-core";
import type { OrderView } from "../../api/orders/orderViews.js";
import { describeWith } from "../support/judges.js";
import { ada, OrderDesk } from "../support/orderDesk.js";
import {
  axeViolations,
  desk as desktop,
  keepPicture,
  launch,
  phone,
  sidewaysScroll,
  type WatchedPage,
  watchedPage,
} from "./browser.js";
import { SignerHand } from "./signerHand.js";

const clauses = ["I may withdraw within 14 days.", "I was given the terms before I signed."];
const place = { page: 1, x: 300, width: 160, height: 22 };
const places = [
  { ...place, y: 500, kind: "text", name: "town", label: "Town of signing" },
  { ...place, y: 540, kind: "date", name: "from", label: "First day", required: false },
  { ...place, y: 580, kind: "checkbox", name: "pets", label: "I keep no pets", width: 20, height: 20 },
  { ...place, y: 620, kind: "initials", name: "initials", width: 40 },
  { page: 2, x: 72, y: 600, width: 180, height: 56 },
];

describeWith(["chromium"], "the hosted page, step by step", () => {
  let desk: OrderDesk;
  let browser: Browser;
  let watched: WatchedPage;
  let hand: SignerHand;

  beforeAll(async () => {
    // A page is read in real time.
    const clock = { now: () => new Date() };
    [desk, browser] = await Promise.all([
      OrderDesk.open({ tenantName: "Arbor Homes", replace: { clock } }),
      launch(),
    ]);
  });
  afterAll(async () => {
    await browser?.close();
    await desk?.close();
  });
  beforeEach(async () => {
    watched = await watchedPage(browser, phone);
    hand = new SignerHand(watched.page);
  });
  afterEach(() => watched?.close());

  const orderFor = (signer: object, more: object = {}): Promise<OrderView> =>
    desk.order([{ ...ada, ...signer }], { notify: false, ...more });
  const linkOf = (order: OrderView, index = 0) => order.signers[index]!.signing_url;
  const code = (order: OrderView) => desk.browser(order).newestCode();

  async function sound(picture: string): Promise<void> {
    await keepPicture(watched.page, picture, { fullPage: true });
    expect(await axeViolations(watched.page)).toEqual([]);
    expect(await sidewaysScroll(watched.page)).toBe(0);
  }

  test.each([
    ["phone", phone],
    ["desktop", desktop],
  ])(
    "on a %s: everything that an order can ask for, and the trail tells it in order",
    async (device, screen) => {
      await watched.close();
      watched = await watchedPage(browser, { ...screen, reducedMotion: "reduce" });
      hand = new SignerHand(watched.page);
      const order = await orderFor(
        { placements: places },
        { must_read: true, consent_clauses: clauses, editable_identity: ["surname"], allow_delegation: true },
      );
      await hand.open(linkOf(order));
      await sound(`proof-${device}-read`);
      await hand.press("Continue to sign");
      await watched.page.getByText("Not every page has been read yet").waitFor();
      await watched.page.evaluate("scrollTo(0, document.body.scrollHeight)");
      await watched.page.getByText("All 2 pages are read.").waitFor();
      await hand.press("Continue to sign");
      await hand.heading("Fill in");
      await hand.press("Continue");
      await watched.page.getByText("Fill this in").first().waitFor();
      await watched.page.getByRole("textbox", { name: "Surname" }).fill("King");
      await watched.page.getByRole("textbox", { name: "Town of signing" }).fill("London");
      await watched.page.getByRole("checkbox", { name: "I keep no pets" }).check();
      await watched.page.getByRole("textbox", { name: "Initials, page 1" }).fill("AK");
      await sound(`proof-${device}-details`);
      await hand.press("Continue");
      await hand.heading("Agree to sign electronically");
      await hand.press("Continue");
      await watched.page.getByText("Tick every box to agree before you continue").waitFor();
      for (const box of await watched.page.getByRole("checkbox").all()) await box.check();
      await sound(`proof-${device}-consent`);
      await hand.press("Continue");
      await hand.heading("Your signature");
      expect(await watched.page.getByLabel("Your full name").inputValue()).toBe("Ada King");
      await hand.press("Send me the code");
      await hand.heading("Enter the code");
      await hand.enterCode(await code(order));
      await hand.heading("Check and sign");
      await hand.press("Sign");
      await hand.heading("You have signed");
      expect(watched.complaints).toEqual([]);
      const types = (await desk.events(order)).map(({ type }) => type);
      const first = [
        "link.opened",
        "documents.handed_out",
        "pages.shown",
        "identity.edited",
        "fields.filled",
        "consent.given",
        "code.sent",
        "code.verified",
        "signature.requested",
        "document.signed",
      ].map((type) => types.indexOf(type as (typeof types)[number]));
      expect(first).toEqual([...first].sort((a, b) => a - b));
      expect(first).not.toContain(-1);
    },
  );

  test("pages that need not be read are told to the server all the same", async () => {
    const order = await orderFor({});
    const told = watched.page.waitForResponse((response) => response.url().endsWith("/pages-shown"));
    await hand.open(linkOf(order));
    await watched.page.evaluate("scrollTo(0, document.body.scrollHeight)");
    expect((await told).status()).toBe(200);
    expect(await desk.count(order, "pages.shown")).toEqual([1]);
  });

  test("an approver approves, and is asked for no signature", async () => {
    const order = await desk.order(
      [
        { ...ada, role: "approver" },
        { ...ada, email: "b@example.org", group: 2 },
      ],
      {
        notify: false,
        allow_delegation: true,
      },
    );
    await hand.open(linkOf(order));
    await hand.heading("Read before you approve");
    const told = await watched.page
      .locator(".header, .sidebar, .panel, .document-name, .tag")
      .allTextContents();
    expect(told.join("\n")).toContain("You can approve until");
    expect(told.join("\n")).not.toMatch(/\bsign/i);
    await sound("proof-read-to-approve");
    await hand.press("Refuse");
    await hand.heading("Refuse to approve");
    await sound("proof-refuse-to-approve");
    await hand.press("Back");
    await hand.press("Continue to approve");
    await hand.heading("Agree before you approve");
    await watched.page.getByText("I have read the documents, and I approve their content.").waitFor();
    await watched.page.getByRole("checkbox").check();
    await hand.press("Send me the code");
    await hand.heading("Enter the code");
    await hand.enterCode(await code(order));
    await hand.heading("Check and approve");
    await sound("proof-approve");
    await hand.press("Approve");
    await hand.heading("You have approved");
    expect((await desk.read(order)).signers[0]).toMatchObject({ state: "approved" });
  });

  test.each([
    ["fr", "Lisez avant d’approuver", /\bsign|\bparaphe/i],
    ["de", "Lesen Sie, bevor Sie freigeben", /unterschr|unterzeichn|signier/i],
  ])("an approver reads of no signature in %s either", async (language, heading, words) => {
    const signers = [
      { ...ada, role: "approver" },
      { ...ada, group: 2 },
    ];
    const order = await desk.order(signers, { notify: false, allow_delegation: true });
    await watched.page.setViewportSize({ width: 1280, height: 800 });
    await hand.open(`${linkOf(order)}?lang=${language}`);
    await hand.heading(heading);
    const told = await watched.page.locator(".header, .sidebar, .panel, .tag").allTextContents();
    expect(told.join("\n")).not.toMatch(words);
    await sound(`proof-read-to-approve-${language}`);
  });

  test("who is asked for no code signs without one", async () => {
    const order = await orderFor({ authentication: "none" });
    await hand.toSignature(linkOf(order));
    await hand.press("Continue");
    await hand.heading("Check and sign");
    await hand.press("Sign");
    await hand.heading("You have signed");
    expect(await desk.count(order, "code.sent")).toEqual([0]);
  });

  test("who is asked for two codes gives the one by e-mail, then the one by text message", async () => {
    const order = await orderFor({ authentication: "both", phone: "+447700900123" });
    await hand.toCode(linkOf(order));
    await hand.enterCode(await code(order));
    await watched.page.getByText("That code was right.").waitFor();
    await watched.page.getByText(/We sent a text message with a code to \+44/).waitFor();
    await sound("proof-both");
    await hand.enterCode(await code(order));
    await hand.heading("Check and sign");
    await hand.press("Sign");
    await hand.heading("You have signed");
    expect(await desk.count(order, "code.verified")).toEqual([2]);
  });

  test("a signer names somebody else, and the link has nothing more for them", async () => {
    const order = await orderFor({}, { allow_delegation: true });
    await hand.open(linkOf(order));
    await hand.press("Ask somebody else to sign");
    await hand.heading("Ask somebody else to sign");
    await sound("proof-delegate");
    await watched.page.getByLabel("First name").fill("Charles");
    await watched.page.getByLabel("Surname").fill("Babbage");
    await watched.page.getByLabel("E-mail address").fill("charles@example.org");
    await watched.page.getByLabel("Why do you hand it on?").fill("He knows the engine.");
    await hand.press("Hand it on");
    await hand.heading("You have handed it on");
    await watched.page.goto(linkOf(order));
    await hand.heading("You have handed it on");
    expect((await desk.read(order)).signers).toHaveLength(2);
  });

  test("who comes too early, who was taken off and who receives a copy are told so", async () => {
    const order = await desk.order(
      [ada, { ...ada, email: "b@example.org", group: 2 }, { ...ada, email: "c@example.org", role: "copy" }],
      { notify: false },
    );
    await watched.page.goto(linkOf(order, 1));
    await hand.heading("It is not your turn yet");
    await watched.page.goto(linkOf(order, 2));
    await hand.heading("You will receive a copy");
    await desk.client.request("DELETE", `/v1/orders/${order.id}/signers/${order.signers[1]!.id}`);
    await watched.page.goto(linkOf(order, 1));
    await hand.heading("You are no longer asked to sign");
    await keepPicture(watched.page, "proof-removed");
    expect(await axeViolations(watched.page)).toEqual([]);
  });

  test("initials on every page are typed once, and stand on each", async () => {
    const corner = { x: 500, y: 800, width: 60, height: 25, label: "Initials of the tenant" };
    const order = await orderFor({ placements: [{ kind: "initials", every_page: true, ...corner }] });
    await hand.open(linkOf(order));
    await hand.press("Continue to sign");
    await watched.page.getByRole("textbox", { name: "Initials of the tenant" }).fill("AL");
    await hand.press("Continue");
    await hand.heading("Agree to sign electronically");
    const path = `/v1/orders/${order.id}/signers/${order.signers[0]!.id}/fields`;
    const { data } = (await desk.client.get<{ data: { page: number; value: string }[] }>(path)).body;
    expect(data.map(({ page, value }) => [page, value])).toEqual([
      [1, "AL"],
      [2, "AL"],
    ]);
  });
});
