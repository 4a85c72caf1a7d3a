/** What can be wrong with the settings of one's own sessions, as the address names it. */
export const DEVICE_PROBLEMS = ["wrong", "digits", "easy", "repeated-differently", "elsewhere", "minutes"] as const;
export type DeviceProblem = (typeof DEVICE_PROBLEMS)[number];

/** Reads the problem from an address; anything unknown is null. */
export function readDeviceProblem(text: unknown): DeviceProblem | null {
  return DEVICE_PROBLEMS.find((problem) => problem === text) ?? null;
}
