import type { Finding, SourceTree } from "../source-tree";

const PAGE = /^docs\/methods\/(?!glossary)[^/]+\.md$/;

/** The line under the title: what is signed, as of when, and by whom; the last part stays empty until somebody has. */
const HEADER =
  /^# .+\n\n\*Version ([1-9]\d*) of (\d{4}-\d{2}-\d{2})\. Checked by: (nobody yet|\S.* on (\d{4}-\d{2}-\d{2}), version ([1-9]\d*))\.\*\n\n/;

/**
 * Every method page says under its title which version it is, of what day, and who checked which version of it and when, or
 * that nobody has: a statistician signs a text, not an address. The glossary is a list of words and is not signed.
 */
export function checkMethodPages(tree: SourceTree): readonly Finding[] {
  return tree.paths
    .filter((path) => PAGE.test(path))
    .flatMap((path) => {
      const finding = (message: string): Finding => ({ rule: "method-pages", path, line: 3, message });
      const found = HEADER.exec(tree.read(path));
      if (found === null) {
        return [finding('Say under the title: "*Version 1 of 2026-01-31. Checked by: nobody yet.*"')];
      }
      const [, version, day, , checkedOn, checkedVersion] = found;
      if (checkedVersion === undefined || checkedOn === undefined || day === undefined) return [];
      if (Number(checkedVersion) > Number(version)) return [finding("A version that does not exist was checked.")];
      return checkedVersion === version && checkedOn < day
        ? [
            finding(
              "This version was checked before it was written: raise the version, keep the signature of the old one.",
            ),
          ]
        : [];
    });
}
