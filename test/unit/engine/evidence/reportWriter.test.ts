import { ReportWriter } from "../../../../engine/evidence/reportWriter.js";

test("a check that found a fault failed, however many faults were told before", () => {
  const report = new ReportWriter();
  report.check("many", undefined, (section) => {
    for (let number = 0; number < 5000; number++) section.fault("file_unlisted", "one more");
  });
  report.check("behind them", undefined, (section) => {
    section.tell("All is well.");
    section.fault("file_missing", "It is not.");
  });
  const { checks, faults, verdict } = report.report();
  expect(checks.map(({ result }) => result)).toEqual(["failed", "failed"]);
  expect({ verdict, told: faults.length }).toEqual({ verdict: "failed", told: 1000 });
});
