import { BootError, explanationText } from "./boot-failure";
import { isShuttingDown, listenForSignals, shutDown } from "./shutdown";

/** Runs a mode's work: signals end it cleanly, a known failure is explained, and whatever was started is stopped. */
export async function runMode(work: () => Promise<void>): Promise<void> {
  listenForSignals();
  try {
    await work();
  } catch (error) {
    // What breaks because we are ending is not news.
    if (!isShuttingDown()) console.error(error instanceof BootError ? explanationText(error.failure) : error);
    await shutDown(1);
  }
}
