import { spawnSync } from "node:child_process";
import path from "node:path";
import { createInterface } from "node:readline/promises";
import { applyPlan, openRepository } from "./apply-plan";
import { KINDS } from "./kinds";
import type { Kind } from "./plan";

/** `pnpm gen` asks; `pnpm gen <kind> <name>` does not. */
const ROOT = path.resolve(import.meta.dirname, "../../..");
const [givenKind, givenName] = process.argv.slice(2);

function stop(message: string): never {
  console.error(message);
  process.exit(2);
}

async function ask(question: string): Promise<string> {
  if (!process.stdin.isTTY) stop(`Usage: pnpm gen <kind> <name>. Kinds: ${KINDS.map(({ kind }) => kind).join(", ")}.`);
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  const answer = await terminal.question(question);
  terminal.close();
  return answer.trim();
}

async function chooseKind(): Promise<Kind> {
  const list = KINDS.map(({ kind, says }) => `  ${kind.padEnd(12)} ${says}`).join("\n");
  const wanted = givenKind ?? (await ask(`What is to be made?\n${list}\n> `));
  return KINDS.find(({ kind }) => kind === wanted) ?? stop(`There is no "${wanted}". There are:\n${list}`);
}

const kind = await chooseKind();
const name = givenName ?? (await ask(`Its name, such as ${kind.example}: `));
if (!kind.pattern.test(name)) stop(`"${name}" will not do as a name; one that would is ${kind.example}.`);

try {
  const plan = kind.plan(name, openRepository(ROOT));
  const touched = applyPlan(plan, ROOT);
  spawnSync(path.join(ROOT, "node_modules/.bin/biome"), ["check", "--write", ...touched], { cwd: ROOT });
  console.log(touched.map((file) => `  ${file}`).join("\n"));
  console.log(`\n${plan.next.map((step) => `- ${step}`).join("\n")}`);
} catch (error) {
  stop(error instanceof Error ? error.message : String(error));
}
