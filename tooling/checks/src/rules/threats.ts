import path from "node:path";
import type { Finding, SourceTree } from "../source-tree";

const PAGE = "docs/security/threat-model.md";
const ROUTE = /^apps\/web\/src\/app\/(?:(.+)\/)?(?:page\.tsx|route\.ts)$/;
const ROUTER = /^packages\/api\/src\/routers\/([^/]+)\/router\.ts$/;
const THREAT = /^\|\s*T(\d+)\./;
const LINK = /\]\(([^()\s#]+)\)/g;
const TEST = /\.(?:test|db-test|spec)\.tsx?$/;

/**
 * The table of threats: a number each, which it keeps, behind every control a test that exists, or the words "Not protected"; and
 * among the ways in every address of the application and every group of procedures.
 */
export function checkThreats(tree: SourceTree): readonly Finding[] {
  if (!tree.paths.includes(PAGE)) return [{ rule: "threats", path: PAGE, message: "The page is gone." }];
  const text = tree.read(PAGE);
  const finding = (message: string, line?: number): Finding => ({
    ...{ rule: "threats", path: PAGE, message },
    ...(line !== undefined && { line }),
  });
  const threats = text.split("\n").flatMap((row, index) => {
    const number = THREAT.exec(row)?.[1];
    return number === undefined ? [] : [{ row, number: Number(number), line: index + 1 }];
  });
  const numbers = threats.map(({ number }) => number);
  const rows = threats.flatMap(({ row, number, line }, index) => [
    ...(numbers.indexOf(number) === index ? [] : [finding(`T${number} stands here twice.`, line)]),
    ...(leadsToTest(tree, row) || row.includes("Not protected") ? [] : [finding(`T${number} names no test.`, line)]),
  ]);
  const listed = new Set([...waysIn(text).matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name));
  const entries = tree.paths.flatMap((file) => {
    const route = ROUTE.exec(file);
    if (route !== null) return isCovered(listed, `/${route[1] ?? ""}`) ? [] : [`/${route[1] ?? ""}`];
    const group = ROUTER.exec(file)?.[1];
    return group === undefined || listed.has(group) ? [] : [group];
  });
  const missing = [...new Set(entries)].map((name) => finding(`"Ways in" does not list ${name}.`));
  return [...(threats.length === 0 ? [finding("There are no threats.")] : []), ...rows, ...missing];
}

/** The part between its heading and the next. */
function waysIn(text: string): string {
  return text.split(/^## /m).find((part) => part.startsWith("Ways in\n")) ?? "";
}

/** An address is covered by itself or by an address above it; the top one covers the start page only. */
function isCovered(listed: ReadonlySet<string>, address: string): boolean {
  const parts = address.split("/").filter((part) => part !== "");
  if (parts.length === 0) return listed.has("/");
  return parts.some((_, index) => listed.has(`/${parts.slice(0, index + 1).join("/")}`));
}

function leadsToTest(tree: SourceTree, row: string): boolean {
  const targets = [...row.matchAll(LINK)].map(([, target = ""]) => target);
  const files = targets.map((target) => path.posix.normalize(`${path.posix.dirname(PAGE)}/${target}`));
  return files.some((file) => TEST.test(file) && tree.paths.includes(file));
}
