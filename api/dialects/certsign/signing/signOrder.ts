import { setTimeout } from "node:timers/promises";
import type { Caller } from "../../../apiKeys/caller.js";
import { putCallback } from "../../../callbacks/changeCallback.js";
import type { NewCallback } from "../../../callbacks/newCallback.js";
import { writeCallback } from "../../../callbacks/newCallback.js";
import { Failure } from "../../../failure/failure.js";
import { isRunning } from "../../../orders/state.js";
import { sessionForCaller } from "../../../otp/authenticated.js";
import type { Platform } from "../../../platform.js";
import { profileName } from "../../../profiles/changeProfile.js";
import { findProfile } from "../../../profiles/profileRows.js";
import type { SignerSession } from "../../../signers/session.js";
import type { Visitor } from "../../../signers/visitor.js";
import { checkHandedIn, type HandedIn } from "../../../signing/handedIn.js";
import { resumeSigning } from "../../../signing/performSigning.js";
import { sign } from "../../../signing/sign.js";
import { readSigningOf } from "../../../signing/signingRows.js";
import { checkUrl } from "../../../webhooks/endpoints/checkUrl.js";
import { noHeaders } from "../../../webhooks/endpoints/sealedHeaders.js";
import { CertSignFailure, refuseField } from "../certSignFailure.js";
import { callbackFields, inTheseWords } from "../inTheseWords.js";
import { findOwnOrder, type OwnOrder, type Road } from "../orders/ownOrder.js";
import { type ResultItem, readStanding, resultItems } from "../resultItems.js";
import { hasBegun } from "../states/standing.js";
import type { SignQuery } from "./readSignQuery.js";
import { requireDocuments, sendIfDraft } from "./validateOrder.js";

/**
 * signEphemeralOrderRequest and signTriggeredEphemeralOrderRequest: signs all documents of an order for its holder. Once
 * it was asked for, a repeat answers how things stand and signs nothing again, whatever code it brings.
 * @throws CertSignFailure; Failure, those of a code that does not do
 */
export async function signOrder(
  platform: Platform,
  caller: Caller,
  query: SignQuery,
  road: Road,
  visitor: Visitor,
): Promise<ResultItem[]> {
  const { ids, postUrl, application } = query;
  const { tenantId, mode } = caller;
  const [own] = await Promise.all([
    findOwnOrder(platform, caller, ids, road),
    requireApplication(platform, caller, application),
    postUrl === null
      ? null
      : inTheseWords(callbackFields, () => checkUrl(platform, mode, postUrl, "asyncPostUrl")),
  ]);
  const isRepeat = hasBegun(own) || !(await askToSign(platform, caller, own, query, road, visitor));
  if (isRepeat && postUrl !== null) await tellWhenSigned(platform, caller, own, postUrl);
  const read = async () =>
    resultItems(
      await platform.database.withTenant(tenantId, (transaction) => readStanding(transaction, own.order.id)),
    );
  if (query.later) return read();
  if (isRepeat) await takeOver(platform, caller, own);
  // What this call asked for is signed by now, unless another with the same code was first, or it did not succeed yet.
  return whenSigned(read);
}

/**
 * Signs here what an earlier call left to a worker that has not come to it: SYNC is answered with what is signed. What
 * somebody is at keeps its lease; what fails is logged, and tried again by the sweeper.
 */
async function takeOver(platform: Platform, { tenantId }: Caller, { holder }: OwnOrder): Promise<void> {
  const signing = await platform.database.withTenant(tenantId, (transaction) =>
    readSigningOf(transaction, holder.id),
  );
  if (signing?.state === "pending") await resumeSigning(platform, tenantId, signing.id).catch(() => null);
}

/** Milliseconds between two looks at what another call is just signing. */
const pauses = [25, 50, 100, 200, 400, 800, 1600, 3200];

/** How things stand once they are signed, or after some seconds. */
async function whenSigned(read: () => Promise<ResultItem[]>): Promise<ResultItem[]> {
  for (const pause of pauses) {
    const items = await read();
    if (!items.some(({ status }) => status === "SIGN_IN_PROGRESS")) return items;
    await setTimeout(pause);
  }
  return read();
}

/** @returns whether it was asked for here; false: somebody else was first, at the same moment */
async function askToSign(
  platform: Platform,
  caller: Caller,
  own: OwnOrder,
  { later, otp, postUrl }: SignQuery,
  road: Road,
  visitor: Visitor,
): Promise<boolean> {
  const { order, holder } = own;
  const { tenantId, mode } = caller;
  requireDocuments(own);
  if (order.state === "draft") {
    if (road === "triggered") throw notValidated();
    await sendIfDraft(platform, caller, order.id);
  }
  const signing = [platform, tenantId, order.id, holder.id] as const;
  const handedIn = handedInFor(own);
  try {
    await checkHandedIn(...signing, handedIn, visitor, mode);
    const session = await sessionWith(platform, caller, own, otp, visitor);
    const callback = postUrl === null ? null : callbackTo(postUrl);
    const result = await sign(...signing, { ...handedIn, session }, visitor, {
      mode,
      later,
      alongside: async (transaction, locked) =>
        callback && writeCallback(platform, transaction, locked, callback, platform.clock.now()),
    });
    if (result.status === "abandoned") throw endedBefore();
    return true;
  } catch (error) {
    if (error instanceof Failure && error.code === "signer_already_signed") return false;
    throw error;
  }
}

/**
 * What the codes gave. A code that was accepted by a call that was cut off before it had signed, or that is being
 * signed with just now, is as good as given: then nothing is asked for any more.
 */
async function sessionWith(
  platform: Platform,
  { tenantId, mode }: Caller,
  { order, holder }: OwnOrder,
  otp: string | null,
  visitor: Visitor,
): Promise<SignerSession> {
  const session = (code: string | null) =>
    sessionForCaller(platform, tenantId, order.id, holder.id, code, visitor, mode);
  if (otp === null) return session(null);
  try {
    return await session(otp);
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== "otp_missing") throw error;
    return session(null).catch((other: unknown) => {
      throw other instanceof Failure && other.code === "otp_missing" ? error : other;
    });
  }
}

/** The caller's word for it that the holder has read and agreed, by the order's own text. */
function handedInFor({ order }: OwnOrder): HandedIn {
  return {
    consentText: order.consentText,
    clauses: null,
    pagesStated: true,
    typedName: null,
    image: null,
    fields: { consentText: "consent", clauses: "consent", image: "image", typedName: "name" },
  };
}

/**
 * Whoever asks in ASYNC for what another call has asked for already is told of its end as well, where it is yet to come;
 * what has ended stands in the answer.
 */
async function tellWhenSigned(
  platform: Platform,
  caller: Caller,
  { order }: OwnOrder,
  postUrl: string,
): Promise<void> {
  const hasEnded = order.state !== "draft" && !isRunning(order.state);
  if (hasEnded) return;
  await inTheseWords(callbackFields, () => putCallback(platform, caller, order.id, callbackTo(postUrl)));
}

function callbackTo(url: string): NewCallback {
  const rest = { encoding: "json", field: null, retries: null, events: null, custom: null } as const;
  return { ...rest, url, form: "certsign", own: noHeaders };
}

/** @throws CertSignFailure for a code of no application profile: nothing is sent here, and yet it would be a mistake */
async function requireApplication(
  platform: Pick<Platform, "database">,
  { tenantId, mode }: Caller,
  application: string | null,
): Promise<void> {
  if (application === null) return;
  const found = await platform.database.withTenant(tenantId, (transaction) =>
    findProfile(transaction, mode, profileName(application)),
  );
  if (found === null) throw refuseField("smsApplicationCode", "invalid", "names no application profile");
}

function notValidated(): CertSignFailure {
  const message = "No code was sent yet: validate the order first.";
  return new CertSignFailure("ORDER_STATE", message, null, "order_state_conflict");
}

function endedBefore(): CertSignFailure {
  const message = "The order ended before it could be signed.";
  return new CertSignFailure("ORDER_STATE", message, null, "order_state_conflict");
}
