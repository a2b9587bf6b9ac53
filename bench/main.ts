import { parseArgs } from "node:util";

/*
 * npm run bench [-- engine] [--json] [--only TEXT]
 * npm run bench -- orders [--json] [--mode test] [--rounds N] [--concurrency N] [--against CHECKOUT]
 *                         [--profile DIRECTORY] [--statements]
 * npm run bench -- lists [--json] [--mode test] [--orders N]
 * npm run bench -- evidence [--json] [--events N]
 * npm run bench -- webhooks [--json] [--only TEXT] [--deliveries N] [--queued N] [--profile DIRECTORY]
 * Measures one suite and prints a table, or JSON.
 */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    json: { type: "boolean", default: false },
    only: { type: "string" },
    mode: { type: "string", default: "live" },
    rounds: { type: "string", default: "6" },
    concurrency: { type: "string", default: "4" },
    against: { type: "string" },
    profile: { type: "string" },
    orders: { type: "string", default: "200000" },
    events: { type: "string", default: "100000" },
    statements: { type: "boolean", default: false },
    deliveries: { type: "string", default: "10000" },
    queued: { type: "string", default: "10000" },
  },
});
const [suite = "engine"] = positionals;

switch (suite) {
  case "engine": {
    const { engineSuite } = await import("./engine/suite.js");
    await engineSuite(values.json, values.only);
    break;
  }
  case "orders": {
    const { ordersSuite } = await import("./orders/suite.js");
    await ordersSuite({
      ...values,
      mode: values.mode === "test" ? "test" : "live",
      rounds: Number(values.rounds),
      concurrency: Number(values.concurrency),
      against: values.against ?? null,
      profile: values.profile ?? null,
    });
    break;
  }
  case "lists": {
    const { measureLists } = await import("./orders/lists.js");
    const { listsTable } = await import("./orders/listsTable.js");
    const mode = values.mode === "test" ? "test" : "live";
    const result = await measureLists(mode, 100, Number(values.orders));
    process.stdout.write(values.json ? `${JSON.stringify(result, null, 2)}\n` : listsTable(result));
    break;
  }
  case "evidence": {
    const { evidenceSuite } = await import("./evidence/suite.js");
    await evidenceSuite(values.json, Number(values.events));
    break;
  }
  case "webhooks": {
    const { webhooksSuite } = await import("./webhooks/suite.js");
    await webhooksSuite({
      json: values.json,
      only: values.only,
      deliveries: Number(values.deliveries),
      queued: Number(values.queued),
      profile: values.profile ?? null,
    });
    break;
  }
  default:
    process.stderr.write(`There is no suite ${suite}: engine, orders, lists, evidence, webhooks.\n`);
    process.exitCode = 2;
}
