import type { DemoSignIn } from "@alongside/services/demo/sign-ins";
import { BootError } from "./boot-failure";
import { step } from "./progress";

/**
 * Loads the simulated programme into an empty database. Returns the accounts that may be offered to everybody: none when
 * the database holds something else. Throws `demo-failed`.
 */
export function loadDemo(url: string): Promise<readonly DemoSignIn[]> {
  return step("Preparing the demonstration programme", async () => {
    // Loaded only now: on a bare checkout the database client that these need has just been generated.
    const { accounts } = await import("@alongside/auth/accounts");
    const { loadDemoIfEmpty } = await import("@alongside/services/demo/load-demo-if-empty");
    try {
      return (await loadDemoIfEmpty(url, accounts, new Date())).signIns;
    } catch (error) {
      throw new BootError({ code: "demo-failed", reason: error instanceof Error ? error.message : String(error) });
    }
  });
}
