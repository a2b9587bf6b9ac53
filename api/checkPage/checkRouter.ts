import { type Request, type Response, Router } from "express";
import { notFound } from "../failure/failure.js";
import type { Platform } from "../platform.js";
import { type AssetAddress, checkPage, missingPage } from "./checkPage.js";
import { readCheckToken } from "./checkToken.js";
import { readCheck } from "./readCheck.js";
import { checkLanguages, checkWordsIn } from "./words/languages.js";
import type { CheckWords } from "./words/words.js";

/** What the page is served with; it lives with the other pages. */
export interface CheckPageFrame {
  readonly asset: AssetAddress;
  headers(): Readonly<Record<string, string>>;
}

/**
 * `GET /check/{token}`: what anybody with a paper of an order may know of it, as a page in the visitor's language, or
 * as JSON where that is asked for. No key, no session; the address itself is what lets in.
 */
export function checkRouter(
  platform: Pick<Platform, "database" | "clock" | "secretBox" | "publicUrl">,
  page: CheckPageFrame,
): Router {
  const router = Router();
  router.get("/check{/:token}", async (request, response) => {
    const checked = readCheckToken(platform, request.params.token ?? "");
    const asJson = request.accepts(["html", "json"]) === "json";
    response.set("Vary", "Accept, Accept-Language").set("Cache-Control", "no-store");
    if (asJson) {
      if (checked === null) throw notFound("order");
      response.json(await readCheck(platform, checked));
      return;
    }
    const words = wordsFor(request);
    const html =
      checked === null
        ? missingPage(words, page.asset)
        : checkPage(await readCheck(platform, checked), words, page.asset);
    send(response, checked === null ? 404 : 200, words, page, html);
  });
  return router;
}

function send(
  response: Response,
  status: number,
  words: CheckWords,
  page: CheckPageFrame,
  html: string,
): void {
  response.status(status).set(page.headers()).set("Content-Language", words.language).send(html);
}

/** The language that was chosen on the page, else the one that the browser asks for, else English. */
function wordsFor(request: Request): CheckWords {
  const { lang } = request.query;
  const chosen = typeof lang === "string" ? checkWordsIn(lang) : null;
  if (chosen !== null) return chosen;
  const accepted = request.acceptsLanguages(checkLanguages.map(({ language }) => language));
  return checkWordsIn(accepted || "en") ?? checkLanguages[0]!;
}
