import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { BootError } from "./boot-failure";
import { say, step } from "./progress";
import { runCommand } from "./run-command";

const INSTALL = ["install", "-y", "--no-install-recommends", "chromium"] as const;

/** Where browsers of the Chromium family are usually installed, by platform. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
  linux: [
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
    "/usr/bin/google-chrome-stable",
    "/opt/google/chrome/chrome",
  ],
  darwin: [
    "/Applications/Chromium.app/Contents/MacOS/Chromium",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  ],
  win32: [
    "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
    "C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe",
  ],
};

/** Does the program at that path run? (Ubuntu ships a stand-in for chromium that only tells how to install it.) */
function runs(program: string): boolean {
  if (!existsSync(program)) return false;
  // Asking Chrome for its version on Windows opens a window.
  if (process.platform === "win32") return true;
  return spawnSync(program, ["--version"], { stdio: "ignore" }).status === 0;
}

function findInstalled(): string | undefined {
  return PLACES[process.platform]?.find(runs);
}

/**
 * Path of a Chromium: ALONGSIDE_CHROMIUM, an installed one, or on Debian as root the Debian package, installed now.
 * Throws `no-browser` with the command that installs it.
 */
export async function locateChromium(env: Readonly<Record<string, string | undefined>>): Promise<string> {
  const chosen = env.ALONGSIDE_CHROMIUM;
  const command = "sudo apt-get update && sudo apt-get install -y chromium";
  if (chosen) {
    if (runs(chosen)) return chosen;
    throw new BootError({ code: "no-browser", reason: `ALONGSIDE_CHROMIUM=${chosen} does not run`, command });
  }
  const installed = findInstalled();
  if (installed !== undefined) return installed;
  if (!existsSync("/usr/bin/apt-get"))
    throw new BootError({ code: "no-browser", reason: "none is installed", command });
  if (process.getuid?.() !== 0) {
    throw new BootError({ code: "no-browser", reason: "none is installed, and only root may install it", command });
  }
  say("Chromium is not installed; taking it from the system's packages.");
  const apt = { env: { ...env, DEBIAN_FRONTEND: "noninteractive" } as NodeJS.ProcessEnv };
  const results = await step("Installing Chromium", async () => [
    await runCommand("apt-get", ["update"], apt),
    await runCommand("apt-get", INSTALL, apt),
  ]);
  const found = findInstalled();
  if (found !== undefined) return found;
  const reason = results.at(-1)?.output.trim().slice(-400) || "the package did not bring it";
  throw new BootError({ code: "no-browser", reason, command });
}
