import { spawn } from "node:child_process";
import { onShutdown } from "./shutdown";

export interface CommandResult {
  readonly code: number | null;
  readonly output: string;
}

/** Runs a command without input and collects what it prints; with `live` it is printed as it comes, too. Never rejects. */
export function runCommand(
  program: string,
  args: readonly string[],
  options: { readonly cwd?: string; readonly env: NodeJS.ProcessEnv; readonly live?: boolean },
): Promise<CommandResult> {
  const { live = false, ...spawnOptions } = options;
  return new Promise((resolve) => {
    const child = spawn(program, args, { ...spawnOptions, stdio: ["ignore", "pipe", "pipe"] });
    onShutdown(async () => {
      child.kill("SIGTERM");
    });
    const chunks: string[] = [];
    const take = (target: NodeJS.WriteStream) => (chunk: Buffer) => {
      chunks.push(chunk.toString("utf8"));
      if (live) target.write(chunk);
    };
    child.stdout.on("data", take(process.stdout));
    child.stderr.on("data", take(process.stderr));
    child.on("error", (error) => resolve({ code: null, output: error.message }));
    child.on("close", (code) => resolve({ code, output: chunks.join("") }));
  });
}
