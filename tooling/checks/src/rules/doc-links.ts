import path from "node:path";
import type { Finding, SourceTree } from "../source-tree";

const LINK = /!?\[[^\]]*\]\(([^()\s]+)(?:\s+"[^"]*")?\)/g;
/** A path of this repository written as code. Placeholders such as <slug>, * and … are not paths. */
const CITED = /`((?:apps|packages|tooling|docs)\/[\w./@()[\]-]+)`/g;

/** Every relative link leads to a file, every anchor to a heading, every cited path to something that exists. */
export function checkDocLinks(tree: SourceTree): readonly Finding[] {
  const known = new Set(tree.paths.flatMap((file) => withFolders(file)));
  const documents = tree.paths.filter((file) => file.endsWith(".md"));
  return documents.flatMap((file) => {
    let fenced = false;
    return tree
      .read(file)
      .split("\n")
      .flatMap((text, index) => {
        if (/^\s*```/.test(text)) fenced = !fenced;
        if (fenced) return [];
        const where = { rule: "doc-links", path: file, line: index + 1 };
        const links = [...text.matchAll(LINK)].flatMap(([, target = ""]) => {
          const message = problemOfLink(tree, known, file, target);
          return message === undefined ? [] : [{ ...where, message }];
        });
        const cited = [...text.matchAll(CITED)]
          .map(([, target = ""]) => target.replace(/\/$/, ""))
          .filter((target) => !known.has(target) && !target.includes("..."))
          .map((target) => ({ ...where, message: `"${target}" does not exist.` }));
        return [...links, ...cited];
      });
  });
}

function withFolders(file: string): readonly string[] {
  const segments = file.split("/");
  return segments.map((_, index) => segments.slice(0, index + 1).join("/"));
}

function problemOfLink(tree: SourceTree, known: ReadonlySet<string>, file: string, target: string): string | undefined {
  if (/^[a-z]+:/.test(target)) return undefined;
  const [relative = "", anchor] = target.split("#");
  const resolved = relative === "" ? file : path.posix.normalize(path.posix.join(path.posix.dirname(file), relative));
  if (!known.has(resolved.replace(/\/$/, ""))) return `The link to "${target}" leads nowhere.`;
  if (anchor === undefined || !resolved.endsWith(".md")) return undefined;
  const headings = tree
    .read(resolved)
    .split("\n")
    .filter((line) => line.startsWith("#"))
    .map(slugOf);
  return headings.includes(anchor) ? undefined : `"${resolved}" has no heading "#${anchor}".`;
}

/** The anchor that Markdown viewers give a heading. */
function slugOf(heading: string): string {
  return heading
    .replace(/^#+\s*/, "")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, "")
    .trim()
    .replace(/\s/g, "-");
}
