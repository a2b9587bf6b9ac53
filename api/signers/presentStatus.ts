import { mergePages } from "../hostedPage/pageSettings.js";
import { presentPage } from "../hostedPage/presentPage.js";
import { publicId } from "../ids/id.js";
import type { OrderDocument, Signer } from "../orders/order.js";
import { isRunning } from "../orders/state.js";
import { maskAddress } from "../otp/code.js";
import { codeAddress } from "../otp/codeAddress.js";
import { lastCode } from "../otp/codeStatus.js";
import { acceptedCode, channelsOf } from "../otp/history.js";
import type { Platform } from "../platform.js";
import { browserSessionId, newBrowserSession } from "../proofPath/browserSession.js";
import { clausesOf } from "../proofPath/clauses.js";
import { inForce, type RecordedPath } from "../proofPath/pathRows.js";
import { demandsOf, pagesOf, progressOf } from "../proofPath/progress.js";
import { stepCalls } from "../proofPath/requireStep.js";
import { isDone as isStepDone, nextSteps, requiredSteps } from "../proofPath/steps.js";
import { canDelegate } from "./changes/delegate.js";
import { isOpenOrder, isUndecided } from "./openLink.js";
import { presentIdentity } from "./presentIdentity.js";
import type { SessionRows } from "./sessionRows.js";
import type { SessionDocumentView, StatusView } from "./sessionViews.js";
import { isActing, isDone, isPresent, turnOf } from "./signingOrder.js";

/** Turns what is known of a signer's part into what their page is told. @param session what the browser names itself by */
export function presentStatus(
  platform: Pick<Platform, "random" | "secretBox">,
  rows: SessionRows,
  session: string | undefined,
  now: Date,
): StatusView {
  const { order, signer, signers, documents } = rows;
  const running = isOpenOrder(order, now);
  const known = session !== undefined && browserSessionId(platform, signer.id, session) !== null;
  const inOrder = clausesOf(order, signer);
  const path = inForce(rows.path, inOrder);
  const clauses = inOrder.map((clause) => ({
    ...clause,
    given: path.clauses.includes(clause.position),
  }));
  return {
    session: known ? session : newBrowserSession(platform, signer.id),
    signer: presentSelf(rows, running),
    request: presentRequest(rows, running),
    other_signers: presentOthers(rows),
    authentication: presentAuthentication(rows, now),
    consent: { text: clauses[0]!.text, sha256: clauses[0]!.sha256 },
    clauses,
    must_read: order.mustRead,
    pages: { shown: path.pages, total: pagesOf(documents) },
    ...presentSteps(rows, path, running && turnOf(signers, signer) === "now", now),
    identity: presentIdentity(order, signer),
    editable_identity: [...order.editableIdentity],
    documents: documents.map(presentDocument),
    page: presentPage(mergePages(rows.profilePage, order.page), isDone(signer.state)),
    signature_modes: [...order.signatureModes],
    time_zone: order.timeZone,
  };
}

function presentSelf({ order, signer, signers }: SessionRows, running: boolean): StatusView["signer"] {
  const turn = turnOf(signers, signer);
  return {
    id: publicId("sgr", signer.id),
    role: signer.role,
    name: fullName(signer),
    email: presentIdentity(order, signer).email,
    has_signed: signer.state === "signed",
    signed_at: signer.signedAt?.toISOString() ?? null,
    state: signer.state,
    turn,
    can_delegate: running && turn === "now" && isUndecided(signer) && canDelegate(order, signers, signer),
  };
}

function presentRequest(
  { order, signer, signers, tenant }: SessionRows,
  running: boolean,
): StatusView["request"] {
  const members = signers.filter(({ role, state }) => isActing(role) && isPresent(state));
  const done = members.filter(({ state }) => isDone(state)).length;
  const over = !running && isRunning(order.state);
  const later = running && turnOf(signers, signer) === "later";
  return {
    id: publicId("ord", order.id),
    ref: order.externalId,
    title: order.title,
    status: over ? "expired" : order.awaitsDocuments ? "preparing" : later ? "waiting" : order.state,
    created_at: order.createdAt.toISOString(),
    expires_at: order.expiresAt.toISOString(),
    sender: order.senderName ?? tenant,
    message: order.message,
    progress: {
      total: members.length,
      signed: done,
      percentage: members.length === 0 ? 0 : Math.round((100 * done) / members.length),
    },
  };
}

function presentOthers({ signer, signers }: SessionRows): StatusView["other_signers"] {
  return signers
    .filter((other) => other.id !== signer.id && isPresent(other.state))
    .map((other) => ({
      role: other.role,
      name: fullName(other),
      has_signed: other.state === "signed",
      group: other.signingGroup,
      state: other.state,
    }));
}

function presentAuthentication({ signer, codes }: SessionRows, now: Date): StatusView["authentication"] {
  const channels = channelsOf(signer.authentication).map((channel) => ({
    channel,
    masked_to: maskAddress(codeAddress(signer, channel) ?? ""),
    accepted: acceptedCode(codes, channel, now) !== null,
  }));
  const next = channels.find(({ accepted }) => !accepted) ?? channels.at(-1);
  return {
    method: signer.authentication,
    masked_to: next?.masked_to ?? "",
    channels,
    code: lastCode(signer, codes, now),
  };
}

/** @param isTurn whether the signer can do anything now */
function presentSteps(
  { order, signer, documents, placements, codes }: SessionRows,
  path: RecordedPath,
  isTurn: boolean,
  now: Date,
): Pick<StatusView, "steps" | "next_step" | "fields"> {
  const demands = demandsOf(order, signer, documents, placements, true);
  const accepted = channelsOf(signer.authentication).filter(
    (channel) => acceptedCode(codes, channel, now) !== null,
  ).length;
  const reached = progressOf(signer, path, placements, accepted);
  // Codes are used up by the act.
  const progress = reached.acted ? { ...reached, codes: demands.codes } : reached;
  return {
    steps: requiredSteps(demands).map((step) => ({
      step,
      done: isStepDone(step, demands, progress),
      call: stepCalls[step],
    })),
    next_step: isTurn ? (nextSteps(demands, progress)[0] ?? null) : null,
    fields: { required: demands.fields, filled: progress.fields },
  };
}

function presentDocument(document: OrderDocument): SessionDocumentView {
  return {
    id: publicId("doc", document.id),
    name: document.name,
    kind: document.kind,
    pages: document.pages,
    bytes: document.bytes,
    sha256: Buffer.from(document.sha256).toString("hex"),
  };
}

function fullName(signer: Signer): string {
  return `${signer.givenName} ${signer.surname}`;
}
