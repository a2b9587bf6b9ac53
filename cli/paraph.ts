import { verifyAudit } from "./verifyAudit.js";

const usage = `Usage: paraph <command>

  verify-audit FILE   checks an exported audit trail, without the database and without the service
  stuck               lists work that has been tried in vain, of all tenants, and retries it; for the operator
`;

/** `npx paraph <command>`. Exit code 0: good; 1: faults were found; 2: the command or its file cannot be used. */
async function main([command, ...args]: readonly string[]): Promise<number> {
  switch (command) {
    case "verify-audit":
      return verifyAudit(args);
    case "stuck":
      // Loaded when asked for: the checkers need no database.
      return (await import("./stuck.js")).stuck(args);
    default:
      process.stderr.write(usage);
      return command === undefined || command === "help" || command === "--help" ? 0 : 2;
  }
}

process.exitCode = await main(process.argv.slice(2));
