/** Where pnpm says a package comes from: its own line under the package's name. */
const PACKAGE = /^ {2}(?:'([^']+)'|([^\s':]+)):$/;
const RESOLUTION = /^ {4}resolution: \{(.*)\}$/;

export interface SourceProblem {
  readonly package: string;
  readonly problem: string;
}

/**
 * Packages of a lockfile that would be installed without a checksum, or from elsewhere than the registry (a Git
 * repository, a tarball's address, a folder): these could change without the lockfile changing.
 */
export function sourceProblems(lockfile: string): readonly SourceProblem[] {
  const problems: SourceProblem[] = [];
  let current = "";
  for (const line of lockfile.split("\n")) {
    const named = PACKAGE.exec(line);
    if (named !== null) current = named[1] ?? named[2] ?? "";
    const resolution = RESOLUTION.exec(line)?.[1];
    if (resolution === undefined) continue;
    if (!/(^|, )integrity: sha512-/.test(resolution)) problems.push({ package: current, problem: "has no checksum" });
    if (/(^|, )(tarball|repo|type|directory|url): /.test(resolution)) {
      problems.push({ package: current, problem: "does not come from the registry" });
    }
  }
  return problems;
}
