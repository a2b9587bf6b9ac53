import { VerificationThreads } from "../../../../api/verification/verificationThreads.js";
import { contract } from "../../engine/validation/pdf/contract.js";
import { Signed } from "../../engine/validation/pdf/signedSample.js";

let signed: Signed;
let pdf: Uint8Array;
beforeAll(async () => {
  signed = await Signed.open();
  pdf = await signed.sign(contract, "B-B");
});

const task = (bytes: Uint8Array) => ({
  ...{ bytes, recursive: false, original: true },
  options: {
    trustAnchors: signed.authorities.roots,
    known: { crls: signed.authorities.crls },
    time: new Date(),
  },
});

async function withThreads<T>(
  limits: ConstructorParameters<typeof VerificationThreads>[0],
  work: (threads: VerificationThreads) => Promise<T>,
): Promise<T> {
  const threads = new VerificationThreads(limits);
  try {
    return await work(threads);
  } finally {
    await threads.close();
  }
}

test("documents are verified apart from the process, one after the other in each thread", async () => {
  await withThreads({ threads: 1 }, async (threads) => {
    const verified = await Promise.all([pdf, pdf, pdf].map((bytes) => threads.verify(task(bytes), "tenant")));
    for (const { report } of verified) {
      expect(report.indication).toBe("TOTAL_PASSED");
      expect(Buffer.from(report.original).equals(contract)).toBe(true);
    }
  });
});

test("what the engine refuses is refused with its code, and the thread goes on", async () => {
  await withThreads({ threads: 1 }, async (threads) => {
    await expect(threads.verify(task(Buffer.from("Dear Ada")), "tenant")).rejects.toMatchObject({
      code: "pdf_not_a_pdf",
    });
    expect((await threads.verify(task(pdf), "tenant")).report.indication).toBe("TOTAL_PASSED");
  });
});

test("a document that takes too long is refused, and the next one is verified all the same", async () => {
  await withThreads({ threads: 1, seconds: 0 }, async (threads) => {
    await expect(threads.verify(task(pdf), "tenant")).rejects.toMatchObject({ code: "document_too_costly" });
  });
  await withThreads({ threads: 1, megabytes: 8 }, async (threads) => {
    // So little that its own program does not fit.
    await expect(threads.verify(task(pdf), "tenant")).rejects.toMatchObject({ code: "document_too_costly" });
  });
});

test("more than may wait are sent away", async () => {
  await withThreads({ threads: 1, waiting: 1 }, async (threads) => {
    const [first, second, third] = [pdf, pdf, pdf].map((bytes) => threads.verify(task(bytes), "tenant"));
    await expect(third).rejects.toMatchObject({ code: "unavailable" });
    await Promise.all([first, second]);
  });
});

describe("a tenant that has many documents verified", () => {
  test("takes turns with the others", async () => {
    await withThreads({ threads: 1 }, async (threads) => {
      const order: string[] = [];
      const verify = async (tenant: string) => {
        await threads.verify(task(pdf), tenant);
        order.push(tenant);
      };
      await Promise.all(["many", "many", "many", "many", "one"].map(verify));
      expect(order).toEqual(["many", "one", "many", "many", "many"]);
    });
  });

  test("leaves room for the others", async () => {
    await withThreads({ threads: 1, waitingOfOne: 1 }, async (threads) => {
      const verify = (tenant: string) => threads.verify(task(pdf), tenant);
      const [first, second, third, other] = ["many", "many", "many", "one"].map(verify);
      await expect(third).rejects.toMatchObject({ code: "unavailable" });
      await Promise.all([first, second, other]);
    });
  });
});
