import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { describeWith } from "../../../../support/judges.js";
import { contract } from "./contract.js";
import { inShort, Signed } from "./signedSample.js";

describeWith(["qpdf"], "an encrypted document", () => {
  test.each([40, 128, 256])(
    "of %i bits is validated with its password, through all its revisions",
    async (bits) => {
      const signed = await Signed.open();
      const directory = await mkdtemp(join(tmpdir(), "paraph-encrypted-"));
      const [plain, locked] = [join(directory, "plain.pdf"), join(directory, "locked.pdf")];
      await writeFile(plain, contract);
      const how = [
        "--encrypt",
        "user",
        "owner",
        String(bits),
        ...(bits === 128 ? ["--use-aes=y"] : []),
        "--",
      ];
      await promisify(execFile)("qpdf", ["--allow-weak-crypto", ...how, plain, locked]);
      const access = { password: "owner" };
      const first = await signed.sign(await readFile(locked), "B-T", { access });
      const second = await signed.sign(first, "B-LTA", { access });
      await rm(directory, { recursive: true });
      for (const password of ["owner", "user"])
        expect(inShort(signed.validate(second, { password }))).toEqual([
          "TOTAL_PASSED extended",
          "TOTAL_PASSED extended",
        ]);
      expect(() => signed.validate(second)).toThrow(expect.objectContaining({ code: "pdf_encrypted" }));
      expect(() => signed.validate(second, { password: "no" })).toThrow(
        expect.objectContaining({ code: "pdf_password_wrong" }),
      );
    },
  );
});
