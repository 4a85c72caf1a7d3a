import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { say, step } from "./progress";
import { runCommand } from "./run-command";

/** What the scripts load besides R itself; part of every usual installation of R, packages of their own on Debian. */
const LIBRARIES = ["nlme", "MASS", "survival"] as const;
const PACKAGES = ["r-base-core", ...LIBRARIES.map((name) => `r-cran-${name.toLowerCase()}`)];

/** Can scripts for R be run? */
function isInstalled(): boolean {
  const load = LIBRARIES.map((name) => `library(${name})`).join("; ");
  return spawnSync("Rscript", ["-e", load], { stdio: "ignore" }).status === 0;
}

/**
 * Sees to R, in which the tests run the script that people download with an outcome: an installed one, or on Debian as root
 * the Debian packages, installed now. Where there is none, says so and goes on: the tests that need it fail in continuous
 * integration and say elsewhere that they did not look.
 */
export async function provideR(env: Readonly<Record<string, string | undefined>>): Promise<void> {
  if (isInstalled()) return;
  const command = `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${PACKAGES.join(" ")}`;
  if (!existsSync("/usr/bin/apt-get") || process.getuid?.() !== 0) {
    say(`R is not installed: whether it finds the figures of the pages will not be tested. On Debian: ${command}`);
    return;
  }
  say("R is not installed; taking it from the system's packages.");
  const apt = { env: { ...env, DEBIAN_FRONTEND: "noninteractive" } as NodeJS.ProcessEnv };
  const results = await step("Installing R", async () => [
    await runCommand("apt-get", ["update"], apt),
    await runCommand("apt-get", ["install", "-y", "--no-install-recommends", ...PACKAGES], apt),
  ]);
  if (isInstalled()) return;
  const reason = results.at(-1)?.output.trim().slice(-400) || "the packages did not bring it";
  say(`R could not be installed, so whether it finds the figures of the pages will not be tested: ${reason}`);
}
