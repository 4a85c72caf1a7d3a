import type { Finding, SourceTree } from "../source-tree";

const SOURCE = /^packages\/[^/]+\/src\/.*\.tsx?$/;
/** Tests, their fixtures and their tools explain themselves by what they assert. */
const EXCEPT = /\.(test|db-test|fixture)\.tsx?$|\.d\.ts$/;
/** An exported function, or an exported constant that is one. */
const FUNCTION =
  /^export (?:async )?function\*?\s*(\w+)|^export const (\w+)[^=]*=\s*(?:async\s*)?(?:\w+\s*=>|<|\((?!\(|\{\s*$|["'`\d]))/;

/** Every exported function of a package says what it does: a comment of its own, directly above. */
export function checkDocstrings(tree: SourceTree): readonly Finding[] {
  return tree.paths.filter((path) => SOURCE.test(path) && !EXCEPT.test(path)).flatMap((path) => problemsOf(tree, path));
}

function problemsOf(tree: SourceTree, path: string): readonly Finding[] {
  const lines = tree.read(path).split("\n");
  return lines.flatMap((text, index) => {
    const [, declared, assigned] = FUNCTION.exec(text) ?? [];
    const name = declared ?? assigned;
    if (name === undefined || hasDocstring(lines, index, name)) return [];
    const message = `${name} has no docstring: what it gives, shapes, units, how it fails.`;
    return [{ rule: "docstrings", path, line: index + 1, message }];
  });
}

/** A further signature of an overloaded function stands under the comment of the first. */
function hasDocstring(lines: readonly string[], index: number, name: string): boolean {
  const first = lines.findIndex((line) => new RegExp(`^export (?:async )?function ${name}\\b`).test(line));
  const above = (first < 0 ? index : first) - 1;
  if (above < 0 || !/\*\/\s*$/.test(lines[above] ?? "")) return false;
  const start = lines.slice(0, above + 1).findLastIndex((line) => /^\s*\/\*/.test(line));
  const comment = lines.slice(start, above + 1).join(" ");
  return /^\s*\/\*\*\s/.test(comment) && (comment.match(/\p{L}{2,}/gu) ?? []).length >= 3;
}
