import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { readAdvisories } from "./dependencies/advisories";
import { billOfMaterials } from "./dependencies/bill-of-materials";
import { licenceProblems } from "./dependencies/licences";
import { sourceProblems } from "./dependencies/lockfile-sources";
import { REPOSITORY_ROOT } from "./repository-root";

/**
 * What the program is made of besides its own code: writes the bill of materials, and looks at licences, at where
 * packages come from, and at known weaknesses where the registry tells them. Exit code 1 when something is wrong.
 */
const folder = path.join(REPOSITORY_ROOT, "node_modules/.cache/alongside");
const file = path.join(folder, "bill-of-materials.cdx.json");
mkdirSync(folder, { recursive: true });

const made = pnpm([
  "sbom",
  "--sbom-format",
  "cyclonedx",
  "--sbom-spec-version",
  "1.6",
  "--sbom-type",
  "application",
  "--out",
  file,
]);
if (made.status !== 0) {
  console.log(`No bill of materials could be made: ${made.stderr}${made.stdout}`);
  process.exit(1);
}
const { components } = billOfMaterials.parse(JSON.parse(readFileSync(file, "utf8")));
const lockfile = readFileSync(path.join(REPOSITORY_ROOT, "pnpm-lock.yaml"), "utf8");
const problems = [...licenceProblems(components), ...sourceProblems(lockfile)];
const advisories = readAdvisories(pnpm(["audit", "--json"]).stdout);

for (const { package: name, problem } of problems) console.log(`${name}  ${problem}`);
if (advisories.kind === "not-answered") {
  console.log("Known weaknesses: not looked up, the registry gave no answer. Run `pnpm audit` where it does.");
} else {
  for (const { severity, module_name: name, vulnerable_versions: versions, title, url } of [
    ...advisories.severe,
    ...advisories.others,
  ]) {
    console.log(`${severity}  ${name} ${versions}  ${title}  ${url}`);
  }
  console.log(`Known weaknesses: ${advisories.severe.length} severe, ${advisories.others.length} others.`);
}
console.log(`${components.length} packages, listed in ${path.relative(REPOSITORY_ROOT, file)}.`);
const severe = advisories.kind === "answered" ? advisories.severe.length : 0;
process.exitCode = problems.length + severe === 0 ? 0 : 1;

function pnpm(args: readonly string[]) {
  return spawnSync("pnpm", [...args], { cwd: REPOSITORY_ROOT, encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
}
