import type { OrderView } from "../../../api/orders/orderViews.js";
import { sendCode } from "../../../api/otp/sendCode.js";
import { verifyCode } from "../../../api/otp/verifyCode.js";
import type { Platform } from "../../../api/platform.js";
import { Visitor } from "../../../api/signers/visitor.js";
import { consentText } from "../../../api/signing/consent.js";
import { sign } from "../../../api/signing/sign.js";
import { sweep } from "../../../api/work/sweeper.js";
import { drawnSignature } from "../../support/drawnSignature.js";
import { ada, OrderDesk, uuidOf } from "../../support/orderDesk.js";
import { expectAllIsWell, sweepAll } from "./crashInvariants.js";
import { atEachPoint, type Fault, mortal } from "./crashPoints.js";
import { drawing } from "./otpCodes.js";

let desk: OrderDesk;

beforeAll(async () => {
  desk = await OrderDesk.open();
});
afterAll(() => desk.close());

const visitor = new Visitor(null, "192.0.2.7", "a browser");
const fields = { consentText: "consentText", clauses: "clauses", image: "image", typedName: "typedName" };
const faults: readonly Fault[] = ["hangs", "throws"];

interface Session {
  readonly order: OrderView;
  readonly sign: (platform: Platform) => ReturnType<typeof sign>;
}

/** An order whose only signer has given their code. */
async function session(): Promise<Session> {
  const order = await desk.order([ada]);
  const [orderId, signerId] = [uuidOf(order.id), uuidOf(order.signers[0]!.id)];
  const { platform } = desk.service;
  await desk.browser(order).read();
  const mailer = { send: async () => ({ providerMessageId: null }) };
  await sendCode({ ...platform, mailer, random: drawing(271828) }, desk.tenantId, orderId, signerId, visitor);
  const { session } = await verifyCode(platform, desk.tenantId, orderId, signerId, "271828", visitor);
  await desk.browser(order).read();
  const request = {
    session: session!,
    consentText: consentText(null, "en"),
    clauses: null,
    pagesStated: false,
    typedName: "Ada",
    image: drawnSignature(),
    fields,
  };
  return { order, sign: (on) => sign(on, desk.tenantId, orderId, signerId, request, visitor) };
}

describe.each(faults)("a process that %s at any point of a signing", (fault) => {
  test("leaves an order that ends completed, with one signature of each signer and nothing half-made", async () => {
    const points = await atEachPoint(async (at) => {
      const { order, sign } = await session();
      const outcome = await mortal(desk.service.platform, at, fault).live(sign);
      desk.service.clock.advance(700);
      await sweepAll(desk);
      const repeated = await sign(desk.service.platform);
      expect({ at, ...repeated }).toMatchObject({ at, status: "signed", allSigned: true });
      await expectAllIsWell(desk, order, `point ${at}`);
      return outcome;
    });
    expect(points).toBeGreaterThan(20);
  }, 120_000);
});

describe.each(faults)("a sweeper that %s at any point of a signing", (fault) => {
  test("leaves it to the next one, who ends it", async () => {
    const points = await atEachPoint(async (at) => {
      const { order, sign } = await session();
      const down = {
        maxTokenBytes: desk.service.platform.timestampAuthority.test.maxTokenBytes,
        timestamp: fail,
      };
      const pending = await sign({
        ...desk.service.platform,
        timestampAuthority: { test: down, live: down },
      });
      expect(pending.status).toBe("signing");
      desk.service.clock.advance(61);
      const outcome = await mortal(desk.service.platform, at, fault).live(sweep);
      desk.service.clock.advance(700);
      await sweepAll(desk);
      await expectAllIsWell(desk, order, `point ${at}`);
      return outcome;
    });
    expect(points).toBeGreaterThan(15);
  }, 120_000);
});

async function fail(): Promise<never> {
  throw new Error("The time-stamp authority is down.");
}
