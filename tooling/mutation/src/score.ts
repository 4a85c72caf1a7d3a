/** The least share of mutants that the tests have to notice, in each folder and overall. */
const REQUIRED = 0.8;

/** What became of one mutant, in Stryker's words. */
export interface Outcome {
  readonly status: string;
}

/** How many of the mutants that were tried the tests of a folder noticed. */
export interface Score {
  readonly folder: string;
  /** Mutants there are, drawn or not. */
  readonly mutants: number;
  readonly tried: number;
  readonly noticed: number;
  /** Of those not noticed: reached by no test at all. */
  readonly unreached: number;
  /** Of all `mutants`, estimated from those tried; null when none was. */
  readonly share: number | null;
}

/** A mutant that makes the tests hang is noticed too. */
const NOTICED: readonly string[] = ["Killed", "Timeout"];
/**
 * `CompileError`: not drawn. `Ignored`: in what runs while a module loads, not tried. `RuntimeError`: the run broke off
 * and says nothing about the tests.
 */
const NOT_TRIED: readonly string[] = ["CompileError", "Ignored", "RuntimeError", "Pending"];

/** Counts the mutants of one folder by what became of them; `mutants` is how many it has. */
export function scoreOf(folder: string, mutants: number, outcomes: readonly Outcome[]): Score {
  const tried = outcomes.filter(({ status }) => !NOT_TRIED.includes(status));
  const noticed = tried.filter(({ status }) => NOTICED.includes(status)).length;
  const unreached = tried.filter(({ status }) => status === "NoCoverage").length;
  const share = tried.length === 0 ? null : noticed / tried.length;
  return { folder, mutants, tried: tried.length, noticed, unreached, share };
}

/** The score of all folders: each folder's share counts by the mutants it has, not by how many of them were drawn. */
export function overallScore(scores: readonly Score[]): Score {
  const sum = (of: (score: Score) => number): number => scores.reduce((total, score) => total + of(score), 0);
  const measured = scores.filter(({ share }) => share !== null);
  const mutants = measured.reduce((total, score) => total + score.mutants, 0);
  const noticed = measured.reduce((total, score) => total + score.mutants * (score.share ?? 0), 0);
  return {
    folder: "overall",
    mutants: sum((score) => score.mutants),
    tried: sum((score) => score.tried),
    noticed: sum((score) => score.noticed),
    unreached: sum((score) => score.unreached),
    share: mutants === 0 ? null : noticed / mutants,
  };
}

/** Whether enough was noticed; a folder without a mutant has nothing to notice. */
export function hasPassed({ share }: Score): boolean {
  return share === null || share >= REQUIRED;
}
