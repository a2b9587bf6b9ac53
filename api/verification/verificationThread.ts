import { parentPort } from "node:worker_threads";
import { EngineError, type EngineErrorCode } from "../../engine/error.js";
import { type VerificationTask, type VerifiedBytes, verifyBytes } from "./verifyBytes.js";

/** What the thread answers: an error of the engine's crosses over as its code and sentence. */
export type ThreadAnswer =
  | { readonly verified: VerifiedBytes }
  | { readonly refused: { readonly code: EngineErrorCode; readonly message: string } }
  | { readonly broken: string };

// The entry of a thread: one task comes in, one answer goes out.
parentPort?.on("message", (task: VerificationTask) => parentPort?.postMessage(answerTo(task)));

function answerTo(task: VerificationTask): ThreadAnswer {
  try {
    return { verified: verifyBytes(task) };
  } catch (error) {
    if (error instanceof EngineError) return { refused: { code: error.code, message: error.message } };
    return { broken: error instanceof Error ? (error.stack ?? error.message) : String(error) };
  }
}
