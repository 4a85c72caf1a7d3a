import { spawn } from "node:child_process";

/** One command of a verification. `name` is what `--only` takes. */
export interface Step {
  readonly name: string;
  readonly command: readonly [program: string, ...rest: readonly string[]];
}

/** How a step ended: its exit code, how long it took, and everything it printed. */
export interface StepResult {
  readonly name: string;
  readonly passed: boolean;
  readonly seconds: number;
  readonly output: string;
}

/** Runs one step in `root`. A program that cannot be started is a failed step, not a crash. */
function runStep({ name, command }: Step, root: string): Promise<StepResult> {
  const started = performance.now();
  const env = { ...process.env, NO_COLOR: "1", FORCE_COLOR: "0", TURBO_TELEMETRY_DISABLED: "1" };
  const [program, ...rest] = command;
  return new Promise((resolve) => {
    const child = spawn(program, rest, { cwd: root, env, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    const collect = (chunk: Buffer): void => {
      output += chunk.toString("utf8");
    };
    const finish = (passed: boolean): void =>
      resolve({ name, passed, seconds: (performance.now() - started) / 1000, output });
    child.stdout.on("data", collect);
    child.stderr.on("data", collect);
    child.on("error", (error) => {
      output += error.message;
      finish(false);
    });
    child.on("close", (code) => finish(code === 0));
  });
}

/** Runs the steps in order, `lanes` at a time, and returns the results in the order of the steps. */
export async function runSteps(
  steps: readonly Step[],
  { root, lanes, onResult }: { root: string; lanes: number; onResult: (result: StepResult) => void },
): Promise<readonly StepResult[]> {
  const results = new Map<string, StepResult>();
  const waiting = [...steps];
  const work = async (): Promise<void> => {
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      const result = await runStep(step, root);
      results.set(step.name, result);
      onResult(result);
    }
  };
  await Promise.all(Array.from({ length: lanes }, work));
  return steps.flatMap(({ name }) => results.get(name) ?? []);
}
