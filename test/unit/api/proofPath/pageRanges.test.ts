import { inWords, isAmong, joined, rangesOf } from "../../../../api/proofPath/pageRanges.js";

test("pages in any order, named twice or not, become the fewest ranges that hold them", () => {
  const ranges = rangesOf([7, 2, 1, 3, 2]);
  expect(ranges).toEqual([
    { first: 1, last: 3 },
    { first: 7, last: 7 },
  ]);
  expect(inWords(ranges)).toBe("1-3, 7");
  expect(rangesOf([])).toEqual([]);
});

test("ranges that overlap, touch or lie in one another are put together, and no page is added", () => {
  const ranges = [
    { first: 5, last: 6 },
    { first: 1, last: 4 },
    { first: 2, last: 3 },
    { first: 8, last: 9 },
  ];
  expect(joined(ranges)).toEqual([
    { first: 1, last: 6 },
    { first: 8, last: 9 },
  ]);
  expect([1, 6, 7, 8, 9, 10].filter((page) => isAmong(ranges, page))).toEqual([1, 6, 8, 9]);
});
