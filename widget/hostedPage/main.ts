import { BrowserSession } from "./calls/browserSession.js";
import { SignerCalls } from "./calls/signerCalls.js";
import { DraftKeeper } from "./draft.js";
import { Frame } from "./frame.js";
import { choosePhrases } from "./language/language.js";
import { SigningPage } from "./signingPage.js";

/** The signing link's path: the page stands at it, the calls below it. */
const base = location.pathname.replace(/\/+$/, "");
const told = (name: string) =>
  document.querySelector<HTMLMetaElement>(`meta[name="paraph-${name}"]`)?.content ?? "";
const signerId = told("signer");
const query = new URLSearchParams(location.search);

const chosen = query.get("lang");
const forced = query.get("dir");
const phrases = choosePhrases(
  [...(chosen === null ? [] : [chosen]), ...navigator.languages, document.documentElement.lang],
  forced === "rtl" || forced === "ltr" ? forced : undefined,
);
document.documentElement.lang = phrases.language;
document.documentElement.dir = phrases.direction;

const root = document.querySelector<HTMLElement>("#app");
if (root === null) throw new Error("The page has no place for the app");
const session = new BrowserSession(signerId, told("session"));
const page = new SigningPage(
  new SignerCalls(base, signerId, session),
  phrases,
  new DraftKeeper(signerId),
  new Frame(root, phrases),
  session,
);
void page.open();
