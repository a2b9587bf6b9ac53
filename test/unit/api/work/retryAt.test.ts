import { retryAt, retryPause } from "../../../../api/work/retryAt.js";

test("the pause doubles with each try, from five seconds up to an hour, and stays there", () => {
  const tries = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 1000];
  expect(tries.map(retryPause)).toEqual([5, 10, 20, 40, 80, 160, 320, 640, 1280, 2560, 3600, 3600, 3600]);
  expect(retryAt(new Date("2026-01-01T00:00:00Z"), 3)).toEqual(new Date("2026-01-01T00:00:20Z"));
});
