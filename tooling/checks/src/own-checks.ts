import { REPOSITORY_ROOT } from "./repository-root";
import { checkAsvs } from "./rules/asvs";
import { checkCatalog } from "./rules/catalog";
import { checkDecisions } from "./rules/decisions";
import { checkDiscretion } from "./rules/discretion";
import { checkDocLinks } from "./rules/doc-links";
import { checkDocstrings } from "./rules/docstrings";
import { checkMessages } from "./rules/messages";
import { checkMethodPages } from "./rules/method-pages";
import { checkNames } from "./rules/names";
import { checkNullWords } from "./rules/null-words";
import { checkPosts } from "./rules/posts";
import { checkSuppressions } from "./rules/suppressions";
import { checkThreats } from "./rules/threats";
import { checkWords } from "./rules/words";
import { readSourceTree } from "./source-tree";

/** The checks no ready-made tool makes. Prints one line per finding; exit code 1 when there is any. */
const tree = readSourceTree(REPOSITORY_ROOT);
const checks = [
  ...[checkNames, checkWords, checkCatalog, checkDocLinks, checkMessages, checkDecisions],
  ...[checkSuppressions, checkDocstrings, checkNullWords, checkMethodPages, checkDiscretion, checkPosts],
];
const findings = [...checks.flatMap((check) => check(tree)), ...checkAsvs(tree), ...checkThreats(tree)];

for (const { path, line, rule, message } of findings) {
  console.log(`${path}${line === undefined ? "" : `:${line}`}  ${rule}  ${message}`);
}
console.log(`${tree.paths.length} files looked at, ${findings.length} findings.`);
process.exitCode = findings.length === 0 ? 0 : 1;
