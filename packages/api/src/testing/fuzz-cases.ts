/** How many spoilt calls are tried in all: some thousands beside the other tests, as many as asked for by `pnpm fuzz`. */
export function fuzzCases(): number {
  // biome-ignore lint/style/noProcessEnv: test configuration, read in this one place
  const asked = Number(process.env.ALONGSIDE_FUZZ_CASES ?? 0);
  return Number.isSafeInteger(asked) && asked > 0 ? asked : 2_500;
}
