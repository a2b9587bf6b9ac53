import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import express from "express";
import { type AssetFile, assetCatalogue } from "./assetFiles.js";
import { contentSecurityPolicy } from "./contentSecurityPolicy.js";

type Encoding = "br" | "gzip" | "identity";

interface EncodedAsset {
  readonly body: Buffer;
  readonly etag: string;
}

const compressible = /^(?:text|image\/svg|application\/wasm)/;

async function encode({ file, contentType }: AssetFile, encoding: Encoding): Promise<EncodedAsset> {
  const plain = await readFile(file);
  const etag = `"${createHash("sha256").update(plain).digest("base64url").slice(0, 22)}-${encoding}"`;
  if (encoding === "identity" || !compressible.test(contentType)) return { body: plain, etag };
  if (encoding === "gzip") return { body: await promisify(gzip)(plain, { level: 7 }), etag };
  const params = { [constants.BROTLI_PARAM_QUALITY]: 6, [constants.BROTLI_PARAM_SIZE_HINT]: plain.length };
  return { body: await promisify(brotliCompress)(plain, { params }), etag };
}

/**
 * Serves `GET /assets/{version}/{path}`: our pages' scripts and styles and the vendors' files they need, compressed
 * once and kept. The current version may be cached for ever; under another version (a page from before a deployment)
 * the present file is served, to be asked for again each time.
 */
export function assetsRouter(): express.Router {
  const { version, files } = assetCatalogue();
  // Bounded by the catalogue: at most three encodings of each of its files.
  const encoded = new Map<string, Promise<EncodedAsset>>();
  const router = express.Router();
  router.get("/assets/:version/*path", async (request, response, next) => {
    const path = (request.params.path as unknown as readonly string[]).join("/");
    const asset = files.get(path);
    if (asset === undefined) {
      next();
      return;
    }
    const encoding = (request.acceptsEncodings("br", "gzip", "identity") || "identity") as Encoding;
    const key = `${encoding} ${path}`;
    let pending = encoded.get(key);
    if (pending === undefined) {
      pending = encode(asset, encoding);
      encoded.set(key, pending);
      // A file that could not be read now may be readable later.
      pending.catch(() => encoded.delete(key));
    }
    const { body, etag } = await pending;
    response.set({
      "Content-Type": asset.contentType,
      "Cache-Control":
        request.params.version === version ? "public, max-age=31536000, immutable" : "no-cache",
      "Cross-Origin-Resource-Policy": "same-origin",
      "X-Content-Type-Options": "nosniff",
      Vary: "Accept-Encoding",
      ETag: etag,
    });
    if (encoding !== "identity" && compressible.test(asset.contentType))
      response.set("Content-Encoding", encoding);
    const policy = path.endsWith("/pdf.worker.min.mjs") ? "pdfWorker" : "asset";
    response.set("Content-Security-Policy", contentSecurityPolicy(policy)).send(body);
  });
  return router;
}
