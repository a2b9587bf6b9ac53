/** The directives of a Content-Security-Policy, by name; an empty list stands for a directive without a value. */
type Directives = Readonly<Record<string, readonly string[]>>;

const nothingElse: Directives = {
  "default-src": ["'none'"],
  "frame-ancestors": ["'none'"],
  "base-uri": ["'none'"],
  "form-action": ["'none'"],
};

const ownScripts: Directives = {
  ...nothingElse,
  "script-src": ["'self'"],
  "style-src": ["'self'"],
  "img-src": ["'self'", "data:"],
  "connect-src": ["'self'"],
  "font-src": ["'self'"],
};

/** Threat: a string that a stranger wrote reaches a sink such as innerHTML. No string may (Trusted Types, 4). */
const noHtmlFromStrings: Directives = { "require-trusted-types-for": ["'script'"] };

const policies = {
  /** The signer's page. Its one Trusted Types policy makes the address of the PDF worker, and nothing else. */
  hostedPage: {
    ...ownScripts,
    ...noHtmlFromStrings,
    "img-src": ["'self'", "data:", "blob:"],
    "worker-src": ["'self'"],
    "trusted-types": ["paraph-pdf-worker"],
  },
  /**
   * The PDF worker obeys the policy of its own response (CSP 3, 4.2.2), not that of the page. JPEG 2000, JBIG2 and
   * ICC decoding are WebAssembly, so compiling WebAssembly is allowed there; in the page itself it is not.
   */
  pdfWorker: {
    "default-src": ["'none'"],
    "script-src": ["'self'", "'wasm-unsafe-eval'"],
    "connect-src": ["'self'"],
  },
  /** Any other file, should somebody open it as a document. */
  asset: nothingElse,
  /** The development outbox: the only page that frames something, an e-mail that may run nothing. */
  outboxPage: { ...ownScripts, ...noHtmlFromStrings, "frame-src": ["'self'"], "trusted-types": ["'none'"] },
  /** An e-mail's HTML: no script, no form, no network but the tenant's logo; its own inline styles only. */
  outboxMessage: {
    ...nothingElse,
    "style-src": ["'unsafe-inline'"],
    "img-src": ["data:", "https:"],
    "frame-ancestors": ["'self'"],
    sandbox: [],
  },
  /** The public check page. It can send nothing anywhere: the file that it compares stays where it is. */
  checkPage: {
    ...nothingElse,
    ...noHtmlFromStrings,
    "script-src": ["'self'"],
    "style-src": ["'self'"],
    "img-src": ["'self'"],
    "trusted-types": ["'none'"],
  },
  /** The tenant's pages: an API key is typed there, so that nothing but our own scripts may run, and speak to us. */
  consolePage: { ...ownScripts, ...noHtmlFromStrings, "trusted-types": ["'none'"] },
  landingPage: { ...nothingElse, "style-src": ["'self'"], "img-src": ["'self'"] },
  /** Swagger UI hands React strings of HTML (its Markdown, cleaned by DOMPurify), so Trusted Types cannot be asked. */
  docsPage: ownScripts,
} satisfies Record<string, Directives>;

export type PolicyName = keyof typeof policies;

/**
 * @param name whose policy
 * @param otherwise directives that say something else for this one answer
 * @returns the value of the Content-Security-Policy header (CSP Level 3)
 */
export function contentSecurityPolicy(name: PolicyName, otherwise: Directives = {}): string {
  return Object.entries<readonly string[]>({ ...policies[name], ...otherwise })
    .map(([directive, sources]) => [directive, ...sources].join(" "))
    .join("; ");
}

/**
 * The headers of an HTML page of ours: never stored, framed by nobody unless a directive says by whom, never the source of a referrer (its address may
 * be a signing link), never sniffed.
 * @param name whose policy
 * @param otherwise directives that say something else for this one answer
 */
export function pageHeaders(name: PolicyName, otherwise: Directives = {}): Record<string, string> {
  return {
    "Content-Type": "text/html; charset=utf-8",
    "Content-Security-Policy": contentSecurityPolicy(name, otherwise),
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
  };
}

/** What of a page's settings its headers depend on. */
export interface FramedPage {
  /** Origins. */
  readonly frame_ancestors?: readonly string[];
  readonly logo_url?: string | null;
}

/**
 * The headers that go with {@link renderHostedPage}'s HTML. Pages of the order's own choice may frame it (CSP 3,
 * frame-ancestors), and the one host outside that it fetches from is that of its logo.
 */
export function hostedPageHeaders({
  frame_ancestors = [],
  logo_url,
}: FramedPage = {}): Record<string, string> {
  return pageHeaders("hostedPage", {
    ...(frame_ancestors.length > 0 && { "frame-ancestors": frame_ancestors }),
    ...(logo_url && { "img-src": [...policies.hostedPage["img-src"], new URL(logo_url).origin] }),
  });
}
