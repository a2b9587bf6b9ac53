import { crc32 } from "node:zlib";
import { checkAppearanceImage } from "../../../../api/placements/appearanceImage.js";
import { type NewPlace, type NewPlacement, newSignature } from "../../../../api/placements/newPlacement.js";
import type { AppearanceLine, OwnAppearance } from "../../../../api/placements/ownAppearance.js";
import { readPlacements } from "../../../../api/placements/placementRequests.js";
import { resolveOrderPlacements, resolvePlacements } from "../../../../api/placements/resolvePlacements.js";
import { openPdf } from "../../../../engine/pdf/document.js";
import { drawnSignature } from "../../../support/drawnSignature.js";
import { vector } from "../../engine/image/vectors.js";
import { handWrittenPdf, ONE_PAGE } from "../../engine/pdf/handWritten.js";

/** A page that is turned, and cut to 500 by 700 points: its reader sees 700 by 500. */
const turned = ONE_PAGE[3]!.replace(
  /\/MediaBox \[[^\]]*\]/,
  "/MediaBox [0 0 600 800] /CropBox [50 50 550 750] /Rotate 90",
);
const documents = [
  { kind: "sign" as const, pdf: openPdf(handWrittenPdf({ ...ONE_PAGE, 3: turned })), pages: 1 },
];

function wished(place: NewPlace, appearance: OwnAppearance | null): NewPlacement {
  return newSignature({ document: 0, place, appearance });
}

function signature(place: NewPlace, appearance: OwnAppearance | null, more: Partial<NewPlacement> = {}) {
  const placement = { ...wished(place, appearance), ...more };
  return () => resolvePlacements([placement], documents, "p")[0]!;
}

const at = (x: number, y: number, size: { width: number; height: number } | null = null): NewPlace => ({
  by: "bottom_left",
  page: 1,
  x,
  y,
  size,
});
const image = drawnSignature(120, 40);
const line: AppearanceLine = {
  text: "MMMM",
  color: 0,
  fontSize: 10,
  font: "courier",
  embedded: true,
  x: 2,
  y: 2,
};
const picture = (bytes: Uint8Array | null, lines: readonly AppearanceLine[] = []): OwnAppearance => ({
  image: bytes,
  lines,
});

describe("a box that is counted from the lower left corner of a page as it is seen", () => {
  test("is as large as its image, a point a pixel, also where a camera was held sideways", () => {
    expect(signature(at(10, 20), picture(image))().box).toEqual({ x: 10, y: 440, width: 120, height: 40 });
    const sizes = ["orientation-1.jpg", "orientation-6.jpg"].map((name) => {
      const { width, height } = signature(at(0, 0), picture(vector(name)))().box;
      return [width, height];
    });
    expect(sizes[1]).not.toEqual([40, 120]);
    expect(Math.sign(sizes[0]![0]! - sizes[0]![1]!)).toBe(Math.sign(sizes[1]![0]! - sizes[1]![1]!));
  });

  test("is as large as it is asked to be, as the lines need without an image, and as signatures are without either", () => {
    expect(signature(at(10, 20, { width: 60, height: 30 }), picture(image))().box).toMatchObject({
      width: 60,
      y: 450,
    });
    expect(signature(at(0, 0), picture(null, [line]))().box).toMatchObject({ width: 26, height: 12 });
    expect(signature(at(0, 0), null)().box).toMatchObject({ width: 180, height: 56 });
  });

  test("may reach over the edge of its page, but not lie beside it, nor on a page that there is not", () => {
    expect(signature(at(650, -10), picture(image))().box).toMatchObject({ x: 650, y: 470 });
    const refusal = expect.objectContaining({ code: "placement_invalid", param: "p[0]" });
    expect(signature(at(700, 0), picture(image))).toThrow(refusal);
    expect(signature({ by: "bottom_left", page: 2, x: 0, y: 0, size: null }, picture(image))).toThrow(
      refusal,
    );
  });

  test("is not seen where there is nothing to see", () => {
    expect(signature(at(10, 20), picture(null, [{ ...line, text: " " }]))().box).toMatchObject({ width: 0 });
    expect(signature({ by: "invisible" }, null)().box).toEqual({ x: 0, y: 0, width: 0, height: 0 });
    expect(signature({ by: "invisible" }, null, { kind: "text" })).toThrow("only a signature");
  });
});

describe("the images of a request", () => {
  const of = (images: readonly Uint8Array[]) => {
    const placed = images.map((one) => ({
      role: "signer" as const,
      placements: [wished(at(0, 0), picture(one))],
    }));
    return () => resolveOrderPlacements(placed, documents).length;
  };

  test("count once where they are the same, though each signer brings their own copy", () => {
    expect(of(Array.from({ length: 12 }, () => Uint8Array.from(image)))()).toBe(12);
    const different = Array.from({ length: 11 }, (_, index) => drawnSignature(120 + index, 40));
    expect(of(different.slice(1))()).toBe(10);
    expect(of(different)).toThrow("at most 10 different images");
  });

  test("of PNG have at most 8 million pixels together, for each is decoded when it is drawn", () => {
    const large = (width: number) => drawnSignature(width, 2000);
    expect(of([large(2000), large(1990)])()).toBe(2);
    expect(of([large(2000), large(1990), large(1980)])).toThrow(
      expect.objectContaining({
        code: "placement_invalid",
        param: "signers[2].placements[0].appearance.image",
      }),
    );
  });

  test("give a placement its size by their headers: no pixel is decoded before the request is known to be within its limits", () => {
    const damaged = Uint8Array.from(image);
    const data = Buffer.from(image).indexOf("IDAT");
    damaged.fill(0, data + 8, data + 12);
    const length = Buffer.from(image).readUInt32BE(data - 4);
    new DataView(damaged.buffer).setUint32(
      data + 4 + length,
      crc32(damaged.subarray(data, data + 4 + length)),
    );
    const content = Buffer.from(damaged).toString("base64");
    const [read] = readPlacements([{ page: 1, x: 0, y: 0, appearance: { image: content } }], "p");
    expect(read!.place).toMatchObject({ box: { width: 120, height: 40 } });
    expect(() => resolvePlacements([read!], documents, "p")).toThrow(
      expect.objectContaining({ param: "p[0].appearance.image" }),
    );
  });

  test("are not held decoded after they were looked at", () => {
    expect(checkAppearanceImage(image, "p")).toEqual({ width: 120, height: 40 });
  });
});

describe("an appearance that could not be drawn is refused", () => {
  const lines = (more: Partial<AppearanceLine>) => picture(null, [{ ...line, ...more }]);
  test.each<[string, OwnAppearance, string]>([
    ["a JPEG that ends too soon", picture(vector("grey.jpg").subarray(0, 300)), "image"],
    ["a PNG that ends too soon", picture(image.subarray(0, 60)), "image"],
    ["another kind of file", picture(Buffer.from("GIF89a")), "image"],
    ["a PNG of more than 4 million pixels", picture(drawnSignature(2100, 2000)), "image"],
    ["an image of more than 2 MB", picture(Buffer.alloc(2_000_001, image)), "image"],
    ["a line of 201 characters", lines({ text: "x".repeat(201) }), "lines[0].text"],
    ["a line that turns the direction of others", lines({ text: "a\u202eb" }), "lines[0].text"],
    ["a colour that is none", lines({ color: -1 }), "lines[0].color"],
    ["type of no size", lines({ fontSize: 0.5 }), "lines[0].font_size"],
    ["a place that is none", lines({ x: Number.NaN }), "lines[0].x"],
    ["a letter that a named font lacks", lines({ text: "Łódź", embedded: false }), "lines[0].text"],
    ["handwriting that is not embedded", lines({ font: "handwriting", embedded: false }), "lines[0].font"],
  ])("%s", (_name, appearance, param) => {
    const refusal = { code: "placement_invalid", param: `p[0].appearance.${param}` };
    expect(signature(at(0, 0), appearance)).toThrow(expect.objectContaining(refusal));
  });
});
