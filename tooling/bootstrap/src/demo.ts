import { BootError } from "./boot-failure";
import { step } from "./progress";

export interface DemoSignIn {
  readonly role: string;
  readonly email: string;
  readonly password: string;
}

interface DemoModule {
  readonly loadDemoIfEmpty: (
    url: string,
  ) => Promise<{ readonly loaded: boolean; readonly signIns: readonly DemoSignIn[] }>;
}

// Temporary: the demonstration programme is being written; a plain import takes this one's place when it stands.
const MODULE: string = "@alongside/services/demo/load-demo-if-empty";

/** Loads the simulated programme into an empty database; the sign-ins, when the demonstration is what it holds. */
export async function loadDemo(url: string): Promise<readonly DemoSignIn[]> {
  const module = await import(MODULE).then(
    (loaded: DemoModule) => loaded,
    () => undefined,
  );
  if (module === undefined) return [];
  return step("Loading the demonstration programme", async () => {
    try {
      return (await module.loadDemoIfEmpty(url)).signIns;
    } catch (error) {
      throw new BootError({ code: "demo-failed", reason: error instanceof Error ? error.message : String(error) });
    }
  });
}
