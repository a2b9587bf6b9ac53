import { element } from "../hostedPage/element.js";
import type { OutboxMessage } from "./outboxMessage.js";

const address = /https?:\/\/[^\s<>"]+/g;

/** The text with its links to follow; the text itself is never taken for HTML. */
function linked(text: string): (Node | string)[] {
  const parts: (Node | string)[] = [];
  let from = 0;
  for (const found of text.matchAll(address)) {
    const link = found[0].replace(/[.,;:!?)]+$/, "");
    parts.push(text.slice(from, found.index));
    parts.push(element("a", { href: link, target: "_blank", rel: "noopener noreferrer" }, link));
    from = found.index + link.length;
  }
  return [...parts, text.slice(from)];
}

/** One message: to whom, when, its text, and its HTML behind a button in a frame that may run nothing. */
export function messageView(message: OutboxMessage): HTMLElement {
  const sent = new Date(message.sentAt);
  const frame = element("div", { class: "message-frame", hidden: true });
  const toggle = element(
    "button",
    {
      type: "button",
      class: "button-quiet",
      "aria-expanded": "false",
      onclick: () => show(frame.childElementCount === 0),
    },
    "Show as an e-mail program would",
  );
  const show = (visible: boolean) => {
    frame.hidden = !visible;
    toggle.setAttribute("aria-expanded", String(visible));
    frame.replaceChildren(
      ...(visible
        ? [
            element("iframe", {
              sandbox: "",
              src: `/dev/outbox/${encodeURIComponent(message.id)}/html`,
              title: `E-mail to ${message.to}`,
              loading: "lazy",
            }),
          ]
        : []),
    );
  };
  return element(
    "article",
    { class: "message", "aria-label": message.subject ?? `Text message to ${message.to}` },
    element(
      "header",
      { class: "message-header" },
      element(
        "span",
        { class: `tag tag-${message.channel}` },
        message.channel === "email" ? "E-mail" : "SMS",
      ),
      element("span", { class: "message-to" }, element("bdi", {}, message.to)),
      element("time", { datetime: message.sentAt, title: sent.toLocaleString() }, sent.toLocaleTimeString()),
    ),
    message.subject !== undefined &&
      element("h2", { class: "message-subject" }, element("bdi", {}, message.subject)),
    message.from !== undefined && element("p", { class: "hint" }, "From ", element("bdi", {}, message.from)),
    message.replyTo !== undefined &&
      element("p", { class: "hint" }, "Answers to ", element("bdi", {}, message.replyTo)),
    element("p", { class: "message-text", dir: "auto" }, ...linked(message.text)),
    message.attachments !== undefined &&
      element(
        "ul",
        { class: "message-attachments", "aria-label": "Attachments" },
        ...message.attachments.map(({ name, bytes }) =>
          element("li", {}, element("bdi", {}, name), ` (${Math.ceil(bytes / 1024)} KB)`),
        ),
      ),
    message.html !== undefined && toggle,
    message.html !== undefined && frame,
  );
}
