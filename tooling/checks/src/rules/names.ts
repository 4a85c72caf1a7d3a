import type { Finding, SourceTree } from "../source-tree";

/** Names that say nothing about what is inside, so everything ends up inside. */
const BANNED = new Set(["utils", "util", "helpers", "helper", "common", "misc", "shared", "lib"]);

const KEBAB = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** Next.js gives these folder names a meaning: [param], [...rest], (group), _private, @slot. */
const ROUTE_FOLDER = /^(\[\[?(\.{3})?[a-z][a-zA-Z0-9]*\]\]?|\([a-z-]+\)|_[a-z-]+|@[a-z-]+)$/;

/** Folders whose file names are dictated by a tool or by where the data came from. */
const FREE = [/\/prisma\/migrations\//, /\/fixtures\//, /\/studies\//, /^docs\/pictures\//];

/** File and folder names in apps, packages and tooling: kebab-case, saying what is inside, and no index files. */
export function checkNames(tree: SourceTree): readonly Finding[] {
  return tree.paths
    .filter((path) => /^(apps|packages|tooling)\//.test(path) && !FREE.some((free) => free.test(path)))
    .flatMap((path) => problemsOf(path).map((message) => ({ rule: "names", path, message })));
}

function problemsOf(path: string): readonly string[] {
  const segments = path.split("/");
  const file = segments.at(-1) ?? "";
  const folders = segments.slice(0, -1);
  const stem = file.split(".")[0] ?? "";
  const problems: string[] = [];
  for (const name of [...folders, stem]) {
    if (BANNED.has(name)) problems.push(`"${name}" says nothing: name it for the one thing it holds.`);
  }
  for (const folder of folders) {
    const routed = path.startsWith("apps/web/src/app/") && ROUTE_FOLDER.test(folder);
    if (!KEBAB.test(folder) && !routed) problems.push(`Folder "${folder}" should be kebab-case.`);
  }
  if (/^index\.[cm]?[jt]sx?$/.test(file)) {
    problems.push("No index files: importers name the file that defines the thing.");
  }
  if (/\.[cm]?[jt]sx?$/.test(file) && stem !== "" && !KEBAB.test(stem)) {
    problems.push(`File "${file}" should be kebab-case, named for what it exports.`);
  }
  return problems;
}
