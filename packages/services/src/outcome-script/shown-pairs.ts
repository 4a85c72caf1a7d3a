import { answerTable, shiftOf } from "@alongside/analysis/binary-change/answer-table";
import type { OutcomeRequest } from "@alongside/analysis/outcome/outcome-request";
import { usableShift } from "@alongside/analysis/share-change/usable-shift";
import type { BinaryScriptInput, RAnswerCount } from "@alongside/interchange/formats/r-script/binary-script-input";

const [COHORTS, ANSWERS] = [["A", "B"] as const, ["no", "yes"] as const];

type Pairs = BinaryScriptInput["pairs"];
type Pair = Pairs[number];

/**
 * Rows of the people with two answers, for the ratio between two cohorts. They are written out from numbers of people whose
 * table may be shown by its cells: of each cohort, and where sites are told apart of each cohort at each site. Where one of
 * these tables may not, there is no row at all, because the others would leave its people by subtraction.
 * @param answers counts of both cohorts as the script carries them; none of a cohort whose cells are hidden
 */
export function shownPairs(
  request: OutcomeRequest,
  answers: readonly RAnswerCount[],
  errors: NonNullable<BinaryScriptInput["errors"]>,
): Pairs {
  if (COHORTS.some((cohort) => !answers.some((one) => one.cohort === cohort))) return [];
  return errors === "by-person" ? rowsOf(answers, 1) : pairsBySite(request);
}

function pairsBySite({ data, cohortId, comparedWith, wave, description, threshold }: OutcomeRequest): Pairs {
  const sites = [...new Set(data.people.map(({ siteId }) => siteId))].toSorted();
  const shown = sites.flatMap((siteId, at) =>
    COHORTS.map((cohort): Pairs | null => {
      const wanted = cohort === "A" ? cohortId : comparedWith;
      const people = data.people.filter((person) => person.siteId === siteId && person.cohortId === wanted);
      const table = answerTable(people, wave);
      if (usableShift(shiftOf(table, "both-known", description.improvement), threshold).kind !== "cells") return null;
      const counts = ANSWERS.flatMap((before) =>
        ANSWERS.map((after) => ({ cohort, before, after, people: table[before][after] })),
      );
      return rowsOf(counts, at + 1);
    }),
  );
  return shown.includes(null) ? [] : shown.flatMap((rows) => rows ?? []).toSorted(byContent);
}

/** As many rows as people who gave two answers. */
function rowsOf(counts: readonly RAnswerCount[], site: number): Pairs {
  return counts.flatMap(({ cohort, before, after, people }) => {
    if (before === "missing" || after === "missing") return [];
    const row: Pair = { cohort, site, before: before === "yes" ? 1 : 0, after: after === "yes" ? 1 : 0 };
    return Array.from({ length: people }, () => row);
  });
}

function byContent(one: Pair, other: Pair): number {
  const text = ({ cohort, site, before, after }: Pair) => [cohort, String(site).padStart(6, "0"), before, after].join();
  return text(one) < text(other) ? -1 : text(one) > text(other) ? 1 : 0;
}
