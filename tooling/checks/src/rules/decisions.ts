import type { Finding, SourceTree } from "../source-tree";

const RECORD = /^docs\/decisions\/(?!README|template)[^/]+\.md$/;

/** Decision records: numbered, each number once, titled with it, and each saying what notices when it no longer holds. */
export function checkDecisions(tree: SourceTree): readonly Finding[] {
  const records = tree.paths.filter((path) => RECORD.test(path));
  const numberOf = (path: string): string => path.slice("docs/decisions/".length).slice(0, 4);
  return records.flatMap((path) => {
    const finding = (message: string): Finding => ({ rule: "decisions", path, message });
    const text = tree.read(path);
    const number = numberOf(path);
    const twins = records.filter((other) => other !== path && numberOf(other) === number);
    return [
      ...(/^docs\/decisions\/\d{4}-[a-z0-9-]+\.md$/.test(path) ? [] : [finding("Name it 0001-the-choice.md.")]),
      ...twins.map((twin) => finding(`${twin} has the same number.`)),
      ...(/\bChecked by:\s*\**\s*\S/.test(text) ? [] : [finding('Say what notices: "Checked by: ...".')]),
      ...(text.includes("NNNN") || text.includes("The choice, as a sentence")
        ? [finding("The form is not filled in.")]
        : []),
    ];
  });
}
