import type { Finding, SourceTree } from "../source-tree";

const GROUPS = ["dependencies", "devDependencies", "optionalDependencies"] as const;

/** Every version is stated once, exactly, in pnpm-workspace.yaml; manifests say `catalog:` or `workspace:*`. */
export function checkCatalog(tree: SourceTree): readonly Finding[] {
  const manifests = tree.paths.filter((path) => /(^|\/)package\.json$/.test(path));
  return [...manifests.flatMap((path) => checkManifest(path, tree.read(path))), ...checkExactness(tree)];
}

function checkManifest(path: string, text: string): readonly Finding[] {
  const manifest: Readonly<Record<string, unknown>> = JSON.parse(text);
  return GROUPS.flatMap((group) =>
    Object.entries(manifest[group] ?? {})
      .filter(([, version]) => version !== "catalog:" && version !== "workspace:*")
      .map(([name, version]) => ({
        rule: "catalog",
        path,
        message: `${name} says "${version}": state the version in the catalog of pnpm-workspace.yaml and write "catalog:".`,
      })),
  );
}

function checkExactness(tree: SourceTree): readonly Finding[] {
  const path = "pnpm-workspace.yaml";
  if (!tree.paths.includes(path)) return [];
  const lines = tree.read(path).split("\n");
  const start = lines.indexOf("catalog:");
  if (start < 0) return [];
  const length = lines.slice(start + 1).findIndex((line) => /^\S/.test(line));
  const entries = lines.slice(start + 1, length < 0 ? undefined : start + 1 + length);
  return entries.flatMap((entry, index) => {
    if (entry.trim() === "" || /:\s+\d+\.\d+\.\d+(-[\w.]+)?$/.test(entry)) return [];
    return [{ rule: "catalog", path, line: start + index + 2, message: `"${entry.trim()}" is not an exact version.` }];
  });
}
