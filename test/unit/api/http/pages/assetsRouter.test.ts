import { request as httpRequest } from "node:http";
import type { AddressInfo } from "node:net";
import express from "express";
import request from "supertest";
import { assetCatalogue, assetUrl } from "../../../../../api/http/pages/assetFiles.js";
import { assetsRouter } from "../../../../../api/http/pages/hostedPage.js";

const app = express().use(assetsRouter());

describe("the assets", () => {
  test("of the current version may be kept for ever", async () => {
    const answer = await request(app).get(assetUrl("hostedPage/main.js"));
    expect(answer.status).toBe(200);
    expect(answer.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
    expect(answer.headers["content-type"]).toBe("text/javascript; charset=utf-8");
    expect(answer.headers["x-content-type-options"]).toBe("nosniff");
  });

  test("of another version are served, but asked for anew each time", async () => {
    const answer = await request(app).get("/assets/of-before/hostedPage/main.js");
    expect(answer.status).toBe(200);
    expect(answer.headers["cache-control"]).toBe("no-cache");
  });

  test("that a browser has already are not sent again", async () => {
    const url = assetUrl("hostedPage/main.js");
    const { etag } = (await request(app).get(url)).headers;
    expect(
      (
        await request(app)
          .get(url)
          .set("If-None-Match", etag ?? "")
      ).status,
    ).toBe(304);
  });

  test("are smaller for browsers that take compressed files, and the same when unpacked", async () => {
    const url = assetUrl("hostedPage/vendor/pdfjs/pdf.worker.min.mjs");
    const sizes: Record<string, number> = {};
    const texts = new Set<string>();
    for (const encoding of ["br", "gzip", "identity"]) {
      const answer = await request(app).get(url).set("Accept-Encoding", encoding);
      sizes[encoding] = Number(answer.headers["content-length"]);
      texts.add(answer.text);
      expect(answer.headers["content-encoding"]).toBe(encoding === "identity" ? undefined : encoding);
      expect(answer.headers["vary"]).toBe("Accept-Encoding");
    }
    expect(texts.size).toBe(1);
    expect(sizes["gzip"]).toBeLessThan((sizes["identity"] ?? 0) / 2);
    expect(sizes["br"]).toBeLessThan(sizes["gzip"] ?? 0);
  });

  test("of pdf.js that a document may need are all there", () => {
    const { files } = assetCatalogue();
    for (const name of [
      "pdf.min.mjs",
      "pdf.worker.min.mjs",
      "cmaps/UniGB-UTF16-H.bcmap",
      "standard_fonts/FoxitSymbol.pfb",
      "wasm/openjpeg.wasm",
      "wasm/jbig2.wasm",
      "wasm/qcms_bg.wasm",
    ]) {
      expect(files.has(`hostedPage/vendor/pdfjs/${name}`)).toBe(true);
    }
  });

  test("only the PDF worker may compile WebAssembly", async () => {
    const policy = async (path: string) =>
      (await request(app).get(assetUrl(path))).headers["content-security-policy"];
    expect(await policy("hostedPage/vendor/pdfjs/pdf.worker.min.mjs")).toContain("'wasm-unsafe-eval'");
    expect(await policy("hostedPage/main.js")).not.toContain("wasm");
  });

  test.each([
    "/assets/v/hostedPage/../../../package.json",
    "/assets/v/hostedPage/%2e%2e/%2e%2e/package.json",
    "/assets/v/hostedPage/..%2f..%2fpackage.json",
    "/assets/v/hostedPage/main.ts",
    "/assets/v/hostedPage/vendor/pdfjs/package.json",
    "/assets/v/hostedPage/tsconfig.json",
    "/assets/v/__proto__",
    "/assets/v/hostedPage%00/main.js",
  ])("%s is not among them", async (path) => {
    const server = app.listen(0, "127.0.0.1");
    try {
      await new Promise((resolve) => server.once("listening", resolve));
      const { port } = server.address() as AddressInfo;
      // Not supertest: it would tidy the path up.
      const status = await new Promise((resolve, reject) => {
        httpRequest({ host: "127.0.0.1", port, path }, (answer) => resolve(answer.resume().statusCode))
          .on("error", reject)
          .end();
      });
      expect(status).toBe(404);
    } finally {
      server.closeAllConnections();
      server.close();
    }
  });
});
