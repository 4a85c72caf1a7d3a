import "server-only";

/**
 * One line of JSON on standard error. Error messages may quote what a person typed, so only the kind of error and where
 * it happened are written.
 */
export function logUnexpected(where: string, error: unknown, requestId: string): void {
  const frames = error instanceof Error ? (error.stack ?? "").split("\n").filter((line) => /^\s+at /.test(line)) : [];
  const entry = {
    at: new Date().toISOString(),
    level: "error",
    where,
    requestId,
    kind: error instanceof Error ? error.name : typeof error,
    frames: frames.slice(0, 8).map((line) => line.trim()),
  };
  process.stderr.write(`${JSON.stringify(entry)}\n`);
}
