import { formatRounded } from "@alongside/domain/display/rounding";
import { SeriesKey } from "@alongside/ui/charts/outcome-lines/series-key";
import { ScrollRegion } from "@alongside/ui/primitives/scroll-region";
import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import styles from "./change-table.module.css";
import type { ShownCohort } from "./change-view";
import { CountValue, MeanValue, NoFigure, useMeanText } from "./shown-values";
import { Verdict } from "./verdict";

/** Before and after of one measure: a column per cohort, a line per figure. */
export function ChangeTable(props: {
  readonly caption: string;
  readonly cohorts: readonly ShownCohort[];
  /** Shares are shown, in per cent, and their difference in percentage points. */
  readonly yesOrNo?: boolean;
}): React.JSX.Element {
  const t = useTranslations("change.table");
  const shares = useTranslations("change.shares");
  const locale = useLocale();
  const { caption, cohorts, yesOrNo = false } = props;
  const row = (id: string, name: ReactNode, cell: (cohort: ShownCohort) => ReactNode) => (
    <tr data-figure={id}>
      <th scope="row">{name}</th>
      {cohorts.map((cohort) => (
        <td key={cohort.cohort.cohortId}>{cell(cohort)}</td>
      ))}
    </tr>
  );
  const round = useMeanText(yesOrNo);
  const name = (id: "change" | "before" | "after") => (yesOrNo ? shares(id) : t(id));
  return (
    <ScrollRegion label={caption}>
      <table className={styles.table}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            <th scope="col">{t("figure")}</th>
            {cohorts.map(({ cohort, name, position }) => (
              <th key={cohort.cohortId} scope="col">
                <SeriesKey position={position} /> {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {row("change", name("change"), ({ followUp }) => (
            <strong>
              <MeanValue figure={followUp.change} yesOrNo={yesOrNo} />
            </strong>
          ))}
          {row("interval", t("interval"), ({ followUp: { change } }) =>
            change.kind === "estimate" ? (
              t("intervalValue", { low: round(change.interval.low), high: round(change.interval.high) })
            ) : (
              <NoFigure figure={change} />
            ),
          )}
          {row("reading", t("reading"), ({ followUp }) => (
            <Verdict direction={followUp.direction} />
          ))}
          {row("before", name("before"), ({ followUp: { summary } }) => (
            <MeanValue figure={summary.kind === "summary" ? summary.meanBefore : summary} yesOrNo={yesOrNo} />
          ))}
          {row("after", name("after"), ({ followUp: { summary } }) => (
            <MeanValue figure={summary.kind === "summary" ? summary.meanAfter : summary} yesOrNo={yesOrNo} />
          ))}
          {yesOrNo
            ? null
            : row("standardised", t("standardised"), ({ followUp: { standardised } }) =>
                standardised.kind === "estimate" ? (
                  t("standardisedValue", {
                    value: formatRounded(standardised.value, "effect", locale),
                    low: formatRounded(standardised.interval.low, "effect", locale),
                    high: formatRounded(standardised.interval.high, "effect", locale),
                  })
                ) : (
                  <NoFigure figure={standardised} />
                ),
              )}
          {row("paired", t("paired"), ({ followUp }) => (
            <CountValue count={followUp.paired} />
          ))}
          {row("baseline", t("baseline"), ({ cohort }) => (
            <CountValue count={cohort.baseline} />
          ))}
          {row("enrolled", t("enrolled"), ({ cohort }) => (
            <CountValue count={cohort.enrolled} />
          ))}
          {row("without-baseline", t("withoutBaseline"), ({ cohort }) => (
            <CountValue count={cohort.withoutBaseline} />
          ))}
          {row("lost", t("lost"), ({ followUp }) => (
            <CountValue count={followUp.lost} />
          ))}
          {row("unscored", t("unscored"), ({ followUp }) => (
            <CountValue count={followUp.unscored} />
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
