import { readdirSync } from "node:fs";
import path from "node:path";
import { REPOSITORY_ROOT } from "./repository-root";
import { runSteps, type Step } from "./run-steps";

/**
 * Looks for secrets in every file that is not ignored, folder by folder: the time the looker takes grows far faster than
 * the number of files it is given at once. Exit code 1 when there is one, and it says where.
 */
const LOOKER = path.join(REPOSITORY_ROOT, "node_modules/.bin/secretlint");
const GROUPS = ["apps", "packages"];

const look = (name: string, globs: readonly string[]): Step => ({
  name,
  command: [LOOKER, "--secretlintignore", ".gitignore", ...globs],
});

const entries = readdirSync(REPOSITORY_ROOT, { withFileTypes: true });
const folders = entries
  .filter((entry) => entry.isDirectory() && entry.name !== "node_modules" && entry.name !== ".git")
  .flatMap(({ name }) =>
    GROUPS.includes(name) ? readdirSync(path.join(REPOSITORY_ROOT, name)).map((inner) => `${name}/${inner}`) : [name],
  );
const steps = [
  look("top", ["*", ".*"]),
  ...folders.map((folder) => look(folder, [`${folder}/**/*`, `${folder}/**/.*`])),
];
const results = await runSteps(steps, { root: REPOSITORY_ROOT, lanes: 1, onResult: () => undefined });
for (const { output } of results.filter(({ passed }) => !passed)) console.log(output);
process.exitCode = results.every(({ passed }) => passed) ? 0 : 1;
