import type { SignerRole, Placement as StoredPlacement } from "../../../../api/orders/order.js";
import { freePlace, type SheetOfSignatures } from "../../../../api/signing/signaturePlace.js";

const a4 = { width: 595, height: 842 };

const member = (
  id: string,
  position: number,
  role: SignerRole = "signer",
  witnessOf: string | null = null,
) => ({
  id,
  position,
  role,
  witnessOf,
  state: "waiting" as const,
});

const placed = (signerId: string, page: number, x: number, y: number, width = 180, height = 56) =>
  ({
    signerId,
    kind: "signature",
    position: 0,
    fieldName: null,
    page,
    x,
    y,
    width,
    height,
  }) as StoredPlacement;

const sheet = (...placements: StoredPlacement[]): SheetOfSignatures => ({
  pages: 3,
  placements,
  viewOf: () => a4,
});

const a = member("a", 0);
const b = member("b", 1);

test("a witness stands to the right of the signature that they witness", () => {
  const w = member("w", 1, "witness", "a");
  const witnessed = freePlace(a, [a, w], sheet());
  const place = freePlace(w, [a, w], sheet());
  expect(place).toMatchObject({ page: 3, y: witnessed.y, width: witnessed.width });
  expect(place.x).toBe(witnessed.x + witnessed.width + 12);
});

test("a witness of a signature that the order has placed stands beside it, on its page", () => {
  const w = member("w", 1, "witness", "a");
  expect(freePlace(w, [a, w], sheet(placed("a", 2, 72, 600)))).toMatchObject({ page: 2, x: 264, y: 600 });
});

test.each([
  ["to its left, where there is no room to its right", placed("a", 2, 400, 600), [], { x: 208, y: 600 }],
  [
    "above it, where both sides are taken or too narrow",
    placed("a", 2, 20, 600),
    [placed("b", 2, 300, 620, 100, 20), placed("b", 2, 210, 590, 40, 40)],
    { x: 20, y: 532 },
  ],
  [
    "below it, where there is nothing above",
    placed("a", 2, 200, 10),
    [placed("b", 2, 400, 0), placed("b", 2, 0, 0)],
    { x: 200, y: 78 },
  ],
])("a witness stands %s", (_where, witnessed, others, expected) => {
  const w = member("w", 2, "witness", "a");
  expect(freePlace(w, [a, b, w], sheet(witnessed, ...others))).toMatchObject({ page: 2, ...expected });
});

test("signers and witnesses without a place of their own never cover each other", () => {
  const signers = [
    a,
    b,
    member("v", 2, "witness", "a"),
    member("w", 3, "witness", "b"),
    member("x", 4, "witness", "a"),
    member("c", 5),
  ];
  const spots = signers.map((signer) => freePlace(signer, signers, sheet()));
  spots.forEach((one, index) => {
    for (const other of spots.slice(index + 1)) {
      const apart =
        one.x >= other.x + other.width ||
        other.x >= one.x + one.width ||
        one.y >= other.y + other.height ||
        other.y >= one.y + one.height;
      expect(apart).toBe(true);
    }
  });
});
