import { camelCase, pascalCase } from "../casing";
import { insertBefore } from "../insert";
import { type Kind, SLUG } from "../plan";

const MANIFEST = "packages/ui/package.json";
const STATISTICS = '"@alongside/statistics"';

/** Estimates are imported for their type; the manifest must still name the package. */
function declareStatistics(manifest: string): string {
  return insertBefore(manifest, /^ {4}"@mantine\/core"/, `    ${STATISTICS}: "workspace:*",`);
}

/** A chart: a pure model that decides, a drawing that draws, a test of the model. */
export const chart: Kind = {
  kind: "chart",
  says: "a chart: a pure model and its drawing",
  example: "forest",
  pattern: SLUG,
  plan: (slug, repository) => {
    const folder = `packages/ui/src/charts/${slug}`;
    return {
      files: [
        { path: `${folder}/${slug}.model.ts`, content: model(camelCase(slug), pascalCase(slug)) },
        { path: `${folder}/${slug}.tsx`, content: drawing(slug, camelCase(slug), pascalCase(slug)) },
        { path: `${folder}/${slug}.model.test.ts`, content: test(slug, camelCase(slug)) },
      ],
      edits: repository.read(MANIFEST).includes(STATISTICS) ? [] : [{ path: MANIFEST, edit: declareStatistics }],
      next: [
        "Follow docs/playbooks/add-a-chart.md. The test fails until the model has marks and knows its empty states.",
        "If packages/ui/package.json changed, run pnpm install.",
        `Load ${pascalCase(slug)} where it is shown with a dynamic import.`,
      ],
    };
  },
};

const model = (name: string, type: string): string => `import type { Estimate } from "@alongside/statistics/estimate";

/** One estimate to show, with the words beside it already translated. */
export interface ${type}Row {
  readonly label: string;
  readonly estimate: Estimate;
}

/** A mark in the units of the measure. Suppressed and insufficient rows make none, and take no part in the scale. */
export interface ${type}Mark {
  readonly label: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface ${type}Model {
  /** Which of the designed states this is. */
  readonly state: "nothing" | "marks";
  readonly marks: readonly ${type}Mark[];
  readonly scale: { readonly minimum: number; readonly maximum: number };
}

/** Decides what is drawn. TODO: the question this chart answers. */
export function ${name}Model(rows: readonly ${type}Row[]): ${type}Model {
  // TODO: marks of the rows that have an estimate, and the scale that holds them all.
  return { state: rows.length > 0 ? "nothing" : "nothing", marks: [], scale: { minimum: 0, maximum: 0 } };
}
`;

const drawing = (slug: string, name: string, type: string): string => `"use client";

import { ${name}Model, type ${type}Row } from "./${slug}.model";

/** Draws the model and decides nothing. Put it into a ChartFrame, which brings heading, table and explanation. */
export function ${type}(props: { readonly rows: readonly ${type}Row[]; readonly summary: string }): React.JSX.Element {
  const { marks, scale } = ${name}Model(props.rows);
  const width = scale.maximum - scale.minimum;
  return (
    <svg viewBox={\`\${scale.minimum} 0 \${width} \${marks.length}\`} role="img" aria-label={props.summary}>
      {marks.map((mark, row) => (
        <line key={mark.label} x1={mark.low} x2={mark.high} y1={row + 0.5} y2={row + 0.5} stroke="currentColor" />
      ))}
    </svg>
  );
}
`;

const test = (slug: string, name: string): string => `import type { Estimate } from "@alongside/statistics/estimate";
import { describe, expect, it } from "vitest";
import { ${name}Model } from "./${slug}.model";

const estimate = (value: number): Estimate => ({
  kind: "estimate",
  value,
  interval: { low: value - 1, high: value + 1, level: 0.95 },
  n: 20,
  method: "paired-t",
  standardError: 0.5,
  provenance: { statistic: "paired/paired-change", version: 1 },
});

describe("${name}Model", () => {
  it("shows each estimate with its interval inside the scale", () => {
    const { marks, scale } = ${name}Model([{ label: "a", estimate: estimate(-4) }, { label: "b", estimate: estimate(2) }]);
    expect(marks.map(({ low, high }) => [low, high])).toEqual([
      [-5, -3],
      [1, 3],
    ]);
    expect(scale.minimum).toBeLessThanOrEqual(-5);
    expect(scale.maximum).toBeGreaterThanOrEqual(3);
  });

  it("lets a suppressed figure take no part in the scale", () => {
    const hidden: Estimate = { kind: "suppressed", rule: "small-cell" };
    const shown = [{ label: "a", estimate: estimate(2) }];
    expect(${name}Model([...shown, { label: "b", estimate: hidden }]).scale).toEqual(${name}Model(shown).scale);
  });

  it("has a state for nobody", () => {
    expect(${name}Model([])).toMatchObject({ state: "nothing", marks: [] });
  });
});
`;
