import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { delimiter, join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";

const screenshots = fileURLToPath(new URL("../../../var/screenshots/", import.meta.url));
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

function executable(): string {
  const found = (process.env["PATH"] ?? "")
    .split(delimiter)
    .map((directory) => join(directory, "chromium"))
    .find((path) => existsSync(path));
  if (found === undefined) throw new Error("chromium is not on the PATH");
  return found;
}

/** Starts the chromium that is installed. */
export function launch(): Promise<Browser> {
  const asRoot = process.getuid?.() === 0;
  return chromium.launch({ executablePath: executable(), args: asRoot ? ["--no-sandbox"] : [] });
}

export const phone: BrowserContextOptions = {
  viewport: { width: 360, height: 740 },
  deviceScaleFactor: 2,
  isMobile: true,
  hasTouch: true,
};

export const desk: BrowserContextOptions = { viewport: { width: 1280, height: 800 } };

export interface WatchedPage {
  readonly page: Page;
  /** What the page complained about: policy violations, uncaught errors, console errors that are no HTTP answers. */
  readonly complaints: readonly string[];
  close(): Promise<void>;
}

/** A page in a context of its own that notes whatever goes wrong in it. English unless told otherwise. */
export async function watchedPage(
  browser: Browser,
  options: BrowserContextOptions = desk,
): Promise<WatchedPage> {
  const context = await browser.newContext({ locale: "en-GB", timezoneId: "Europe/Paris", ...options });
  const page = await context.newPage();
  page.setDefaultTimeout(10_000);
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (message) => {
    if (message.type() !== "error") return;
    // The browser reports every answer from 400 up; those are the tests' own business.
    if (!message.text().startsWith("Failed to load resource")) complaints.push(message.text());
  });
  return { page, complaints, close: () => context.close() };
}

/** The rules of WCAG 2.2 A and AA, and axe's best practices. */
const axeRules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** Runs axe-core over the page. @returns one line a violation */
export async function axeViolations(page: Page): Promise<string[]> {
  return (await axeFindings(page)).filter((finding) => !finding.startsWith("undecided "));
}

/**
 * As `axeViolations`, and what axe could not decide by itself. The words of a document are drawn by the document; what
 * lies over them is transparent, and axe cannot say what it stands on.
 * @returns one line a finding
 */
export async function axeFindings(page: Page): Promise<string[]> {
  await page.evaluate(axeSource);
  return (await page.evaluate(
    `axe.run(document, { runOnly: ${JSON.stringify(axeRules)}, elementRef: true }).then(({ violations, incomplete }) => {
      const lines = (found, kind) => found.flatMap(({ id, nodes }) => nodes
        .filter(({ element }) => kind === "" || id !== "color-contrast" || element.closest(".sheet-text") === null)
        .map(({ html, failureSummary }) => kind + id + ": " + html + " " + failureSummary));
      return [...lines(violations, ""), ...lines(incomplete, "undecided ")];
    })`,
  )) as string[];
}

/** Keeps a picture of the page for whoever wants to look. */
export async function keepPicture(page: Page, name: string, options = { fullPage: false }): Promise<void> {
  mkdirSync(screenshots, { recursive: true });
  for (let tries = 1; ; tries += 1) {
    try {
      await page.screenshot({ path: join(screenshots, `${name}.png`), ...options });
      return;
    } catch (failure) {
      // Now and then chromium cannot, while its drawing process starts anew; that says nothing about the page.
      if (tries === 3 || !String(failure).includes("Unable to capture screenshot")) throw failure;
      await page.waitForTimeout(500);
    }
  }
}

/** How far the page can be scrolled sideways, in CSS pixels: 0 where everything fits. */
export async function sidewaysScroll(page: Page): Promise<number> {
  return (await page.evaluate(
    "document.documentElement.scrollWidth - document.documentElement.clientWidth",
  )) as number;
}
