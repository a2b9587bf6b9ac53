import type { EventReading } from "./eventReading.js";
import { type About, nothing, type SignerReader } from "./reader.js";
import type { CodeAuthentication } from "./trailAuthentication.js";
import { codeIn } from "./trailDraft.js";

type CodeReader = (event: EventReading, code: CodeAuthentication) => About;

/** Events about one-time codes, and about other ways in which a signer was authenticated. */
export const codeReaders: Readonly<Record<string, SignerReader>> = {
  "code.requested": ofCode((event, code) => {
    code.requested_at ??= event.at.at;
    code.requested_by ??= event.actor;
    code.expires_at = event.text("expires_at", code.expires_at);
    return nothing;
  }),
  "code.sent": ofCode((event, code) => {
    code.state = "sent";
    code.sent_at ??= event.at.at;
    code.provider_message_id = event.text("provider_message_id", code.provider_message_id);
    return { to: addressOf(event, code) };
  }),
  "code.send_failed": ofCode((event, code) => {
    if (code.failure !== null) return nothing;
    addressOf(event, code);
    const reason = event.text("reason");
    code.state = "failed";
    code.failure = { ...event.at, reason, not_replaced: event.text("not_replaced") };
    return { reason };
  }),
  "code.delivery": ofCode((event, code) => {
    const state = event.text("state");
    code.deliveries.push({ ...event.at, state, reported_at: event.text("at") });
    return { state };
  }),
  "code.replaced": (draft, event, signer) => {
    const code = codeIn(draft, event, signer);
    const about = read(event, code, () => {
      code.state = "replaced";
      code.replaced_by = event.text("by", code.replaced_by);
      return nothing;
    });
    // The one that takes its place has no line of its own before it is sent.
    if (code.replaced_by !== null && !draft.byId.codes.has(code.replaced_by)) {
      const next = { ...code, ...unsent(code.replaced_by, event) };
      draft.byId.codes.set(code.replaced_by, next);
      signer.codes.push(next);
    }
    return about;
  },
  "code.refused": ofCode(wrong),
  "code.locked": ofCode((event, code) => {
    code.state = "locked";
    code.locked_at ??= event.at.at;
    return wrong(event, code);
  }),
  "code.verified": ofCode((event, code) => {
    code.state = "verified";
    code.verified_at ??= event.at.at;
    code.next = event.text("next", code.next);
    code.tries.push({ ...event.at, result: "right", by: event.actor, remaining_attempts: null });
    return nothing;
  }),
  "code.unlocked": (_, event, signer) => {
    signer.unlocks.push({ ...event.at, by: event.actor });
    return nothing;
  },
  "authentication.stated": (_, event, signer) => {
    const method = event.text("method");
    // The type says as much.
    event.flag("stated_by_caller", true);
    signer.statements.push({
      ...event.at,
      by: event.actor,
      method,
      stated_at: event.text("at"),
      reference: event.ownText("reference"),
      statement: event.ownText("statement"),
      personal: event.personal,
    });
    return { method };
  },
};

function ofCode(reader: CodeReader): SignerReader {
  return (draft, event, signer) => read(event, codeIn(draft, event, signer), reader);
}

function read(event: EventReading, code: CodeAuthentication, reader: CodeReader): About {
  code.channel = event.text("channel", code.channel);
  return { channel: code.channel, ...reader(event, code) };
}

function addressOf(event: EventReading, code: CodeAuthentication): string | null {
  code.sent_to = event.ownText("to", code.sent_to);
  code.sent_to_masked = event.ownText("masked", code.sent_to_masked);
  code.personal = event.personal;
  return code.sent_to;
}

function wrong(event: EventReading, code: CodeAuthentication): About {
  const remaining = event.number("remaining_attempts");
  code.tries.push({ ...event.at, result: "wrong", by: event.actor, remaining_attempts: remaining });
  return { remaining };
}

function unsent(id: string, event: EventReading): Partial<CodeAuthentication> {
  return {
    code: id,
    state: "requested",
    requested_at: event.at.at,
    requested_by: event.actor,
    expires_at: event.text("expires_at"),
    replaced_by: null,
    failure: null,
    sent_at: null,
    provider_message_id: null,
    deliveries: [],
    tries: [],
  };
}
