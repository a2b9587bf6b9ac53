import type { SignatureGiven } from "../calls/answers.js";
import { NoAnswer, Problem } from "../calls/failure.js";
import { signatureLikeness } from "../documents/placementMark.js";
import { type Child, element } from "../element.js";
import type { StepView } from "../panel.js";
import type { Visit } from "../visit.js";
import { requestCode } from "./requestCode.js";

/** The last look, and the one act that counts. */
export function signStep(visit: Visit): StepView {
  const { phrases, status, signature } = visit;
  const approves = status.signer.role === "approver";
  const toSign = status.documents.filter((document) => document.kind === "sign");
  const row = (term: string, ...values: Child[]) =>
    element("div", { class: "summary-row" }, element("dt", {}, term), element("dd", {}, ...values));
  const change = element(
    "button",
    {
      type: "button",
      class: "button-link",
      "aria-label": phrases.say("sign.changeSignature"),
      onclick: () => visit.go("signature"),
    },
    phrases.say("sign.change"),
  );
  return {
    heading: phrases.say(approves ? "approve.heading" : "sign.heading"),
    body: [
      element(
        "dl",
        { class: "summary" },
        row(
          phrases.say("sign.documents", { count: toSign.length }),
          ...toSign.map((document) =>
            element("span", { class: "summary-line" }, element("bdi", {}, document.name)),
          ),
        ),
        row(
          phrases.say(approves ? "approve.as" : "sign.as"),
          element("span", { class: "summary-line" }, element("bdi", {}, status.signer.name)),
          status.signer.email !== null &&
            element("span", { class: "summary-line hint" }, element("bdi", {}, status.signer.email)),
        ),
        !approves &&
          row(
            phrases.say("sign.signature"),
            element(
              "span",
              { class: "summary-signature" },
              signature && signatureLikeness(signature, phrases.say("sign.drawn")),
            ),
            change,
          ),
      ),
      element("p", { class: "hint" }, phrases.say(approves ? "approve.warning" : "sign.warning")),
    ],
    primary: {
      label: phrases.say(approves ? "approve.approve" : "sign.sign"),
      busy: phrases.say(approves ? "approve.approving" : "sign.signing"),
      signs: true,
      run: () => sign(visit),
    },
    back: { run: () => visit.back() },
    refuse: { run: () => visit.go("refuse") },
  };
}

async function sign(visit: Visit): Promise<void> {
  const { calls, keeper } = visit;
  const { signatureSent } = keeper.draft;
  // The answer to an earlier try was lost: it may have arrived all the same.
  if (signatureSent === true && (await arrived(visit))) return;
  const token = await sessionToken(visit);
  if (token === undefined) return askForCodeAgain(visit);
  keeper.change({ signatureSent: true });
  try {
    if (visit.status.signer.role === "approver") {
      await calls.approve(token, given(visit).consentText);
      visit.signed(false);
      return;
    }
    const signed = await calls.sign(token, given(visit));
    visit.signed(signed.status === "signing");
  } catch (failure) {
    if (failure instanceof NoAnswer) return lost(visit);
    keeper.change({ signatureSent: undefined });
    if (failure instanceof Problem && failure.status === 401) return askForCodeAgain(visit);
    // The server's consent text has changed since it was shown here: it is shown anew.
    if (failure instanceof Problem && failure.code === "consent_mismatch") location.reload();
    throw failure;
  }
}

/** What the codes gave; where none is asked for, the server gives it at once. */
async function sessionToken({ calls, keeper, journey }: Visit): Promise<string | undefined> {
  if (journey.steps.includes("code")) return keeper.draft.session?.token;
  return (await calls.session()).sessionToken;
}

function given({ signature, status }: Visit): SignatureGiven {
  // Several clauses were agreed to at their own step.
  const consent = status.clauses.length > 1 ? {} : { consentText: status.consent.text };
  if (signature?.kind === "drawn") return { signatureImageBase64: signature.png, ...consent };
  return { typedName: signature?.name.trim() ?? status.signer.name, ...consent };
}

/** Asks the server whether it has the signature, and goes on if so. @throws NoAnswer */
async function arrived(visit: Visit): Promise<boolean> {
  const { signer } = await visit.calls.status();
  if (!signer.has_signed && signer.state !== "signing" && signer.state !== "approved") return false;
  visit.signed(signer.state === "signing");
  return true;
}

/** The connection was lost while signing: what is true is found out, and only that is said. */
async function lost(visit: Visit): Promise<void> {
  const { panel, phrases } = visit;
  try {
    if (await arrived(visit)) return;
    panel.notify("failure", phrases.say("sign.notArrived"), phrases.say("sign.notArrivedHint"));
  } catch (failure) {
    if (!(failure instanceof NoAnswer)) throw failure;
    panel.notify("doubt", phrases.say("sign.unknown"), phrases.say("sign.unknownHint"));
  }
}

/** The session is over: a new code, and everything else as it was. */
async function askForCodeAgain(visit: Visit): Promise<void> {
  visit.keeper.change({ session: undefined, code: undefined, nextChannel: undefined });
  await visit.refresh();
  await requestCode(visit);
  visit.goInstead("code");
  visit.panel.notify("news", visit.phrases.say("code.sessionEnded"));
}
