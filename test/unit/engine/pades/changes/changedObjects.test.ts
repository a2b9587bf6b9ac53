import { changedObjects } from "../../../../../engine/pades/changes/changedObjects.js";
import { openPdf } from "../../../../../engine/pdf/document.js";
import { bytesOf, ONE_PAGE, revisedPdf, streamWrittenPdf } from "../../pdf/handWritten.js";

test("objects of an object stream are others once what it is decoded with is another object", () => {
  const written = streamWrittenPdf({ ...ONE_PAGE, 5: "/FlateDecode" }, { compressed: [1, 2, 3] });
  const text = Buffer.from(written).toString("latin1");
  const before = bytesOf(text.replace("/Filter /FlateDecode", "/Filter 5 0 R       "));
  const changed = (objects: Readonly<Record<number, string>>) => {
    const after = revisedPdf(before, objects);
    return [...changedObjects(openPdf(before), openPdf(after))];
  };
  expect(changed({ 5: "[/FlateDecode]" })).toEqual([1, 2, 3, 5]);
  expect(changed({ 4: "null" })).toEqual([4]);
});
