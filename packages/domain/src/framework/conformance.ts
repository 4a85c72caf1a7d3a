import type { Codebook } from "../mechanisms/codebook";
import type { CrosswalkEntry } from "./crosswalk.data";
import type { Discrepancy } from "./discrepancies.data";
import type { ElementGroup, FrameworkElement } from "./element";
import { elementsOfGroup } from "./element";
import type { REFERENCE_FIGURES } from "./reference-figures";
import { emptyTexts } from "./texts";

/** Everything the framework consists of, as one value, so that a test can also look at a spoiled copy. */
export interface FrameworkSnapshot {
  readonly groups: readonly ElementGroup[];
  readonly codebooks: readonly Codebook[];
  readonly crosswalk: readonly CrosswalkEntry[];
  readonly discrepancies: readonly Discrepancy[];
}

interface FrameworkProblem {
  readonly rule:
    | "count"
    | "code-pattern"
    | "code-twice"
    | "missing-code"
    | "empty-text"
    | "parent-loop"
    | "sub-theme-studies"
    | "codebook-status";
  readonly subject: string;
}

type Figures = Pick<typeof REFERENCE_FIGURES, "groups"> & Record<keyof typeof REFERENCE_FIGURES, unknown>;

const CODE_PATTERN = /^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z0-9]+(-[a-z0-9]+)*)*$/;

/** Everything that is wrong with a framework; empty when nothing is. */
export function frameworkProblems(snapshot: FrameworkSnapshot, figures: Figures): readonly FrameworkProblem[] {
  const elements = snapshot.groups.flatMap(elementsOfGroup);
  const codes = new Set(elements.map((element) => element.code));
  return [
    ...countProblems(snapshot, elements, figures),
    ...codeProblems(elements),
    ...referencesOf(snapshot, elements)
      .filter((reference) => !codes.has(reference.code))
      .map(({ from, code }) => ({ rule: "missing-code" as const, subject: `${from} -> ${code}` })),
    ...emptyTexts(snapshot).map((subject) => ({ rule: "empty-text" as const, subject })),
    ...loopProblems(elements),
    ...subThemeProblems(snapshot, elements),
    ...codebookProblems(snapshot.codebooks),
  ];
}

function countProblems(
  snapshot: FrameworkSnapshot,
  elements: readonly FrameworkElement[],
  figures: Figures,
): FrameworkProblem[] {
  const expectedGroups: Readonly<Record<string, number>> = figures.groups;
  const found = new Map<string, number>();
  for (const { group } of elements) found.set(group, (found.get(group) ?? 0) + 1);
  const pairs: [name: string, expected: unknown, counted: number][] = [
    ...[...new Set([...Object.keys(expectedGroups), ...found.keys()])].map((group): [string, unknown, number] => [
      group,
      expectedGroups[group] ?? 0,
      found.get(group) ?? 0,
    ]),
    ["elements", figures.elements, elements.length],
    ["links", figures.links, snapshot.codebooks.flatMap((codebook) => codebook.links).length],
    ["studies", figures.studies, snapshot.codebooks.flatMap((codebook) => codebook.studies).length],
    ["crosswalks", figures.crosswalks, snapshot.crosswalk.length],
    ["discrepancies", figures.discrepancies, snapshot.discrepancies.length],
  ];
  return pairs
    .filter(([, expected, counted]) => expected !== counted)
    .map(([name, expected, counted]) => ({ rule: "count", subject: `${name}: ${counted}, reference ${expected}` }));
}

function codeProblems(elements: readonly FrameworkElement[]): FrameworkProblem[] {
  const seen = new Set<string>();
  return elements.flatMap(({ code }) => {
    const problems: FrameworkProblem[] = [];
    if (!CODE_PATTERN.test(code)) problems.push({ rule: "code-pattern", subject: code });
    if (seen.has(code)) problems.push({ rule: "code-twice", subject: code });
    seen.add(code);
    return problems;
  });
}

/** Every place where one part of the framework names a code. */
function referencesOf(snapshot: FrameworkSnapshot, elements: readonly FrameworkElement[]) {
  const all: { from: string; code: string }[] = [];
  const add = (from: string, codes: readonly (string | null | undefined)[]) => {
    for (const code of codes) if (typeof code === "string") all.push({ from, code });
  };
  for (const element of elements) {
    add(element.code, [element.parent, element.supersededBy, element.carriedForwardAs]);
    add(element.code, [...(element.alsoUnder ?? []), ...(element.refersTo ?? [])]);
  }
  for (const { links, studies } of snapshot.codebooks) {
    for (const link of links) add(link.id, [...link.contexts, ...link.mechanisms, ...link.outcomes]);
    for (const study of studies) add(study.code, study.subThemes);
  }
  for (const { a, b } of snapshot.crosswalk) add(`${a} = ${b}`, [a, b]);
  for (const { id, affects } of snapshot.discrepancies) add(id, affects);
  return all;
}

function loopProblems(elements: readonly FrameworkElement[]): FrameworkProblem[] {
  const parents = new Map(elements.map((element) => [element.code, element.parent]));
  return elements.flatMap(({ code }) => {
    const visited = new Set<string>();
    let current: string | null = code;
    while (current !== null && !visited.has(current)) {
      visited.add(current);
      current = parents.get(current) ?? null;
    }
    return current === null ? [] : [{ rule: "parent-loop" as const, subject: code }];
  });
}

/** A sub-theme cites exactly the studies that are drawn into it, and counts them right. */
function subThemeProblems(snapshot: FrameworkSnapshot, elements: readonly FrameworkElement[]): FrameworkProblem[] {
  const studies = snapshot.codebooks.flatMap((codebook) => codebook.studies);
  return elements
    .filter((element) => element.kind === "sub-theme")
    .filter((subTheme) => {
      const references = studies
        .filter((study) => study.source === subTheme.source && study.subThemes.includes(subTheme.code))
        .map((study) => study.reference)
        .toSorted((a, b) => a - b);
      const cited = subTheme.citations.toSorted((a, b) => a - b);
      return subTheme.studyCount !== references.length || cited.join() !== references.join();
    })
    .map(({ code }) => ({ rule: "sub-theme-studies", subject: code }));
}

function codebookProblems(codebooks: readonly Codebook[]): FrameworkProblem[] {
  const current = new Set(codebooks.filter(({ status }) => status === "current").map(({ slug }) => slug));
  return codebooks
    .filter(({ status, supersededBy }) => {
      if (status === "current") return supersededBy !== undefined;
      return supersededBy === undefined || !current.has(supersededBy);
    })
    .map(({ slug }) => ({ rule: "codebook-status", subject: slug }));
}
