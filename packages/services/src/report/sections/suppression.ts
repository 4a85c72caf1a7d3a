import type { ReportBlock } from "@alongside/domain/report/report-document";
import { fill } from "../words/fill";
import { heading, plain, type Writing } from "./writing";

type Results = NonNullable<Writing["figures"]["suppression"]>;
type Ruled = Results["suppression"]["rules"][number];

/** Suppression of the viral load before and after under the programme's own rule, over every denominator. */
export function suppressionSection(writing: Writing): readonly ReportBlock[] {
  const { words, figures } = writing;
  const head = heading(1, words.sections.suppression, "suppression");
  const { suppression: results } = figures;
  const ruled = results?.suppression.rules[0];
  if (results === null || ruled === undefined) {
    const { armsOnly, notAvailable } = words.suppression;
    return [head, plain(figures.change.definitions === null ? notAvailable : armsOnly)];
  }
  return [head, table(writing, results, ruled)];
}

function table({ words, text, language }: Writing, results: Results, ruled: Ruled): ReportBlock {
  const { suppression } = words;
  const cohorts = [
    { name: results.cohort.name, found: ruled.own },
    ...(ruled.other === null || results.comparedWith === null
      ? []
      : [{ name: results.comparedWith.name, found: ruled.other }]),
  ];
  const rule = results.rules.find(({ id }) => id === ruled.rule.id);
  return {
    kind: "table",
    caption: fill(suppression.caption, {
      from: results.waves[0]?.label ?? "",
      to: results.waves[results.wave]?.label ?? "",
    }),
    head: [
      suppression.cohort,
      suppression.ofWhom,
      suppression.people,
      suppression.before,
      suppression.after,
      suppression.difference,
    ],
    rows: cohorts.flatMap(({ name, found }) =>
      found.figures.map(({ denominator, n, before, after, difference }) => [
        name,
        suppression[denominator],
        n === null ? words.reason.suppressed : text.number(n),
        text.estimate(before, "share"),
        text.estimate(after, "share"),
        text.estimate(difference, "share"),
      ]),
    ),
    notes: [
      ...cohorts.map(({ name, found: { people } }) =>
        fill(suppression.counts, {
          cohort: name,
          tested: text.count(people.tested),
          expected: text.count(people.expected),
          missing: text.count(people.missing),
          undetermined: text.count(people.undetermined),
        }),
      ),
      suppression.note,
      ...(rule === undefined
        ? []
        : [fill(suppression.rule, { rule: rule.title[language], day: ruled.rule.validFrom })]),
    ],
  };
}
