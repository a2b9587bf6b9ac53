import type { PDFDocumentLoadingTask, PDFDocumentProxy, PDFWorker } from "../vendor/pdfjs/pdf.min.mjs";

/** The part of Trusted Types that is used here; browsers without it take plain strings. */
interface TrustedTypes {
  createPolicy(
    name: string,
    rules: { createScriptURL(address: string): string },
  ): { createScriptURL(address: string): string };
}

const vendor = new URL("../vendor/pdfjs/", import.meta.url);
const workerAddress = new URL("pdf.worker.min.mjs", vendor).href;

type Library = typeof import("../vendor/pdfjs/pdf.min.mjs");

let library: Promise<Library> | undefined;
let policy: ReturnType<TrustedTypes["createPolicy"]> | undefined;
let engine: Engine | undefined;

/** The one worker for all documents. */
interface Engine {
  readonly port: Worker;
  worker?: PDFWorker;
  /** Rejects when the worker does not start; pdf.js itself would wait for ever. */
  readonly broken: Promise<never>;
}

/** pdf.js, fetched beside the order and not before it: the words of the page do not wait for it. */
export function pdfLibrary(): Promise<Library> {
  library ??= import("../vendor/pdfjs/pdf.min.mjs").catch((failure: unknown) => {
    // Lost on the way: the next document asks again.
    library = undefined;
    throw failure;
  });
  return library;
}

/** The worker's address is ours and fixed, and the policy trusts no other. */
function trustedAddress(): string {
  const trustedTypes = (globalThis as { trustedTypes?: TrustedTypes }).trustedTypes;
  policy ??= trustedTypes?.createPolicy("paraph-pdf-worker", {
    createScriptURL(address) {
      if (address !== workerAddress) throw new TypeError("Only the PDF worker may be started");
      return address;
    },
  });
  return policy?.createScriptURL(workerAddress) ?? workerAddress;
}

function startEngine(): Engine {
  const port = new Worker(trustedAddress(), { type: "module" });
  const broken = new Promise<never>((_, reject) => {
    port.addEventListener("error", (event) => {
      engine = undefined;
      reject(new Error(`The PDF worker failed: ${event.message}`));
    });
  });
  broken.catch(() => undefined);
  return { port, broken };
}

/** Starts the worker and fetches pdf.js while the order is still being asked for. */
export function warmUp(): void {
  engine ??= startEngine();
  // A failure comes again, and is told, where a document is opened.
  pdfLibrary().catch(() => undefined);
}

/** A document on its way; `task` is destroyed when it is not wanted any more. */
export interface OpenedPdf {
  readonly task: PDFDocumentLoadingTask;
  readonly document: Promise<PDFDocumentProxy>;
}

/** @param url where the PDF is, on this server */
export async function openPdf(url: string): Promise<OpenedPdf> {
  const { getDocument, PDFWorker } = await pdfLibrary();
  engine ??= startEngine();
  const { port, broken } = engine;
  engine.worker ??= PDFWorker.create({ port });
  const task = getDocument({
    url,
    worker: engine.worker,
    cMapUrl: new URL("cmaps/", vendor).href,
    standardFontDataUrl: new URL("standard_fonts/", vendor).href,
    wasmUrl: new URL("wasm/", vendor).href,
    iccUrl: new URL("iccs/", vendor).href,
    // Every reader must see the same glyphs: a font that is not embedded comes from us, not from their machine.
    useSystemFonts: false,
    enableXfa: false,
    maxImageSize: 100_000_000,
  });
  return { task, document: Promise.race([task.promise, broken]) };
}
