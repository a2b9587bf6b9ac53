import { verifyAudit } from "./verifyAudit.js";

const usage = `Usage: paraph <command>

  verify-audit FILE   checks an exported audit trail, without the database and without the service
`;

/** `npx paraph <command>`. Exit code 0: good; 1: faults were found; 2: the command or its file cannot be used. */
async function main([command, ...args]: readonly string[]): Promise<number> {
  switch (command) {
    case "verify-audit":
      return verifyAudit(args);
    default:
      process.stderr.write(usage);
      return command === undefined || command === "help" || command === "--help" ? 0 : 2;
  }
}

process.exitCode = await main(process.argv.slice(2));
