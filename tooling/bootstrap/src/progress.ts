/** Steps quicker than this say nothing: a warm start should be quiet. */
const QUIET_BELOW_MS = 400;
/** Without a terminal to animate, a step that takes longer announces itself. */
const ANNOUNCE_AFTER_MS = 3_000;
const terminal = process.stdout.isTTY === true;

/** Seconds with one decimal, as printed behind a finished step. */
export function formatSeconds(milliseconds: number): string {
  return `${(milliseconds / 1000).toFixed(1)} s`;
}

/** Prints one indented line. */
export function say(line: string): void {
  console.log(`  ${line}`);
}

/**
 * Runs one step and shows that it is running, then a tick with how long it took, or a cross when it throws.
 * @param always print the tick even when the step was quick
 */
export async function step<T>(title: string, work: () => Promise<T>, always = false): Promise<T> {
  const began = performance.now();
  const elapsed = () => formatSeconds(performance.now() - began);
  const clear = () => {
    if (terminal) process.stdout.write("\r\u001b[K");
  };
  const timer = terminal
    ? setInterval(() => process.stdout.write(`\r\u001b[K  … ${title}  ${elapsed()}`), 200)
    : setTimeout(() => say(`… ${title}`), ANNOUNCE_AFTER_MS);
  try {
    const result = await work();
    clear();
    if (always || performance.now() - began >= QUIET_BELOW_MS) say(`✓ ${title}  ${elapsed()}`);
    return result;
  } catch (error) {
    clear();
    say(`✗ ${title}  ${elapsed()}`);
    throw error;
  } finally {
    clearInterval(timer);
  }
}
