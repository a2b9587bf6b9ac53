import { verifyAudit } from "./verifyAudit.js";
import { verifyEvidence } from "./verifyEvidence.js";

const usage = `Usage: paraph <command>

  verify-evidence FILE   checks an evidence file, without the database, the service and the network
  verify-audit FILE      checks an exported audit trail, without them as well
  certificates           issues, lists and revokes a tenant's client certificates, by the service's API
  access                 lets a tenant in again that locked itself out by its list of addresses; for the operator
  stuck                  lists work that has been tried in vain, of all tenants, and retries it; for the operator
`;

/**
 * `npx paraph <command>`. Exit code 0: good; 1: faults were found; 2: the command or its file cannot be
 * used; 3: nothing is wrong, and something that decides is left open, such as whom to trust.
 */
async function main([command, ...args]: readonly string[]): Promise<number> {
  switch (command) {
    case "verify-audit":
      return verifyAudit(args);
    case "verify-evidence":
      return verifyEvidence(args);
    case "certificates":
      return (await import("./certificates/certificates.js")).certificates(args);
    case "access":
      return (await import("./access.js")).access(args);
    case "stuck":
      // Loaded when asked for: the checkers need no database.
      return (await import("./stuck.js")).stuck(args);
    default:
      process.stderr.write(usage);
      return command === undefined || command === "help" || command === "--help" ? 0 : 2;
  }
}

process.exitCode = await main(process.argv.slice(2));
