import { writeFileSync } from "node:fs";

/**
 * A jest reporter that counts as `npm test` does: a file that does not load, or breaks outside its tests, is one
 * failed test. It writes `{ passed, failed, skipped }`, the skipped by name, to the file PARAPH_TEST_RESULT names.
 */
export default class TestReporter {
  onRunComplete(_contexts, results) {
    const path = process.env.PARAPH_TEST_RESULT;
    if (!path) return;
    writeFileSync(path, JSON.stringify(countTests(results)));
  }
}

/** @param {import("jest").AggregatedResult} results */
export function countTests(results) {
  const counted = { passed: 0, failed: results.wasInterrupted ? 1 : 0, skipped: [] };
  for (const file of results.testResults) {
    let failedHere = 0;
    for (const { status, fullName } of file.testResults) {
      if (status === "passed") counted.passed += 1;
      else if (status === "failed") failedHere += 1;
      else counted.skipped.push(fullName);
    }
    const broke = file.testExecError != null || (file.failureMessage != null && failedHere === 0);
    counted.failed += failedHere + (broke ? 1 : 0);
  }
  return counted;
}
