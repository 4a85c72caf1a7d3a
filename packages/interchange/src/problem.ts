import type { Issue } from "@alongside/domain/failure/failure";

/**
 * One thing wrong with a file, said so that a person can find it: the row as a spreadsheet numbers it (the header is
 * row 1), the column by its header, the value as it stands in the file, and the rule it breaks.
 */
export interface Problem {
  /** "refuse": the file must not be stored. "warning": it may be, once somebody has looked. */
  readonly severity: "refuse" | "warning";
  readonly rule: string;
  /** Row in the file, the header being row 1; absent where the whole file is meant. */
  readonly row?: number;
  readonly column?: string;
  /** Shortened. Absent where it could name a person. */
  readonly value?: string;
  readonly params?: Readonly<Record<string, string | number>>;
}

const SHOWN_CHARACTERS = 40;

/** A cell's text short enough for a list of problems. Cuts between whole characters, never inside one. */
export function shorten(text: string): string {
  const characters = [...text.slice(0, SHOWN_CHARACTERS * 2 + 2)];
  return characters.length <= SHOWN_CHARACTERS ? text : `${characters.slice(0, SHOWN_CHARACTERS).join("")}…`;
}

/** The same problem as the project-wide issue. `path` is "row 7, bdi.pre" in a form programs can split: `7:bdi.pre`. */
export function problemAsIssue(problem: Problem): Issue {
  return {
    path: `${problem.row ?? ""}:${problem.column ?? ""}`,
    rule: problem.rule,
    ...(problem.value === undefined ? {} : { value: problem.value }),
    ...(problem.params === undefined ? {} : { params: problem.params }),
  };
}
