/**
 * Writes src/studies/<slug>.data.ts from studies/<slug>/data.csv, so that the file survives bundling. Run it after a
 * data file has changed: `pnpm exec tsx packages/interchange/scripts/embed-studies.ts`.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";

const STUDIES = new URL("../studies/", import.meta.url);
const slugs = readdirSync(STUDIES, { withFileTypes: true }).flatMap((entry) =>
  entry.isDirectory() ? [entry.name] : [],
);
for (const slug of slugs) {
  const text = readFileSync(new URL(`${slug}/data.csv`, STUDIES), "utf8");
  if (/[`\\]|\$\{/.test(text)) throw new Error(`${slug}: this text cannot stand in a template literal as it is`);
  const source = [
    `/** studies/${slug}/data.csv, embedded by scripts/embed-studies.ts. Provenance and licence: the README beside that file. */`,
    `export const ${slug.toUpperCase()}_CSV = \`${text}\`;`,
    "",
  ].join("\n");
  writeFileSync(new URL(`../src/studies/${slug}.data.ts`, STUDIES), source);
}
