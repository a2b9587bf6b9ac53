import { messageView } from "./messageView.js";
import type { OutboxMessage } from "./outboxMessage.js";

const pause = 2_000;

const list = document.querySelector<HTMLElement>("#messages");
const state = document.querySelector<HTMLElement>("#state");
const filter = document.querySelector<HTMLInputElement>("#to");
const refresh = document.querySelector<HTMLButtonElement>("#refresh");
if (list === null || state === null || filter === null || refresh === null)
  throw new Error("The page is incomplete");

/** Messages already shown keep their element, and with it an open frame and the reader's place. */
const shown = new Map<string, HTMLElement>();
let automatic = true;
let timer = 0;
/** Answers may overtake each other; only the last question's counts. */
let question = 0;

async function load(): Promise<void> {
  if (list === null || state === null || filter === null) return;
  clearTimeout(timer);
  question += 1;
  const mine = question;
  const to = filter.value.trim();
  try {
    const response = await fetch(`/dev/outbox.json${to === "" ? "" : `?to=${encodeURIComponent(to)}`}`);
    if (!response.ok) throw new Error(`HTTP ${response.status}`);
    const { data } = (await response.json()) as { data: OutboxMessage[] };
    if (mine !== question) return;
    const newestFirst = [...data].sort((a, b) => (a.sentAt < b.sentAt ? 1 : -1));
    const views = newestFirst.map((message) => {
      const view = shown.get(message.id) ?? messageView(message);
      shown.set(message.id, view);
      return view;
    });
    const same =
      views.length === list.children.length && views.every((view, index) => list.children[index] === view);
    if (!same) list.replaceChildren(...views);
    state.textContent =
      views.length === 0
        ? "No messages yet."
        : `${views.length} ${views.length === 1 ? "message" : "messages"}.`;
  } catch {
    if (mine === question) state.textContent = "The server does not answer. Is it running?";
  }
  if (automatic && mine === question) timer = window.setTimeout(() => void load(), pause);
}

refresh.addEventListener("click", () => {
  automatic = !automatic;
  refresh.setAttribute("aria-pressed", String(automatic));
  if (automatic) void load();
  else clearTimeout(timer);
});
filter.value = new URLSearchParams(location.search).get("to") ?? "";
filter.addEventListener("input", () => {
  const page = new URL(location.href);
  if (filter.value.trim() === "") page.searchParams.delete("to");
  else page.searchParams.set("to", filter.value.trim());
  history.replaceState(null, "", page);
  void load();
});
void load();
