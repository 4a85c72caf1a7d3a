import path from "node:path";
import type { Finding, SourceTree } from "../source-tree";
import { ASVS_REQUIREMENTS } from "./asvs-requirements";

const PAGE = "docs/security/asvs.md";
const ID = /v5\.0\.0-\d+\.\d+\.\d+/g;
const STATES = ["met", "not met", "not applicable"] as const;
const SUMMARY = /^(\d+) met, (\d+) not met, (\d+) not applicable\.$/m;
const LINK = /\]\(([^()\s#]+)[^()\s]*\)/g;
/** Fewer words give no reason. */
const SHORTEST_REASON = 4;

/**
 * The table of the security standard: every requirement in exactly one row, one of three states, a file that exists behind
 * every "met", a reason behind everything else, and a sum at the top that is the table's.
 *
 * @param required the ids that need a row
 */
export function checkAsvs(tree: SourceTree, required: readonly string[] = ASVS_REQUIREMENTS): readonly Finding[] {
  if (!tree.paths.includes(PAGE)) return [{ rule: "asvs", path: PAGE, message: "The table is gone." }];
  const text = tree.read(PAGE);
  const rows = text.split("\n").flatMap((line, index) => (/^\|\s*v5/.test(line) ? [rowOf(line, index + 1)] : []));
  const finding = (message: string, line?: number): Finding => ({
    ...{ rule: "asvs", path: PAGE, message },
    ...(line !== undefined && { line }),
  });
  const seen = rows.flatMap(({ ids }) => ids);
  const missing = required.filter((id) => !seen.includes(id)).map((id) => finding(`${id} has no row.`));
  const twice = [...new Set(seen.filter((id, at) => seen.indexOf(id) !== at))].map((id) =>
    finding(`${id} has two rows.`),
  );
  const unknown = seen.filter((id) => !required.includes(id)).map((id) => finding(`${id} is not asked about.`));
  const wrong = rows.flatMap((row) => problemsOf(tree, row).map((message) => finding(message, row.line)));
  const counts = STATES.map((state) => rows.filter((row) => row.state === state).flatMap(({ ids }) => ids).length);
  const sum = SUMMARY.exec(text)?.slice(1).map(Number);
  const stated = `${counts[0]} met, ${counts[1]} not met, ${counts[2]} not applicable.`;
  const summary = sum?.join() === counts.join() ? [] : [finding(`A line of its own has to say: "${stated}"`)];
  return [...missing, ...twice, ...unknown, ...wrong, ...summary];
}

interface Row {
  readonly line: number;
  readonly ids: readonly string[];
  readonly state: string;
  readonly reason: string;
  readonly cells: number;
}

function rowOf(text: string, line: number): Row {
  const cells = text
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());
  const [ids = "", , state = "", reason = ""] = cells;
  return { line, ids: ids.match(ID) ?? [], state, reason, cells: cells.length };
}

function problemsOf(tree: SourceTree, row: Row): readonly string[] {
  if (row.cells !== 4) return ["A row has four cells: ids, topic, state, control or reason."];
  if (!STATES.some((state) => state === row.state)) return [`"${row.state}" is none of: ${STATES.join(", ")}.`];
  if (row.state === "met") return leadsToFile(tree, row.reason) ? [] : ["What is met links to a file that shows it."];
  const words = row.reason.split(/\s+/).filter((word) => word !== "").length;
  return words < SHORTEST_REASON ? [`What is ${row.state} says why.`] : [];
}

function leadsToFile(tree: SourceTree, cell: string): boolean {
  const targets = [...cell.matchAll(LINK)].map(([, target = ""]) => target);
  return targets.some((target) => tree.paths.includes(path.posix.normalize(`${path.posix.dirname(PAGE)}/${target}`)));
}
