import { PairedHistogram } from "@alongside/ui/charts/paired-histogram/paired-histogram";
import { ChartFrame } from "@alongside/ui/primitives/chart-frame";
import { useTranslations } from "next-intl";
import { FigureTable, TableBeside } from "./figure-table";
import styles from "./outcome.module.css";
import type { Weighting } from "./outcome-view";
import { useFigures } from "./use-figures";

/** How likely the people of either cohort were to be in the first, by what was known before: only where both are can they be compared. */
export function OverlapPart(props: {
  readonly weighting: Weighting;
  readonly cohort: string;
  readonly other: string;
}): React.JSX.Element {
  const t = useTranslations("outcome.versus.overlap");
  const table = useTranslations("outcome.table");
  const figures = useFigures();
  const { weighting, cohort, other } = props;
  const { overlap, shareExtreme, balance } = weighting;
  const known = balance.every(({ name }) => name === null) ? "score" : "more";
  const finding = shareExtreme > 0 ? t("some", { share: figures.share(shareExtreme) }) : t("nobody", { known });
  return (
    <div className={styles.figure} data-part="overlap">
      <ChartFrame
        finding={t("title", { cohort })}
        subtitle={finding}
        states={finding}
        chart={
          <PairedHistogram
            distribution={{
              bins: overlap.map(({ from, to, supported, compared }) => ({
                from,
                to,
                before: supported,
                after: compared,
              })),
            }}
            unit="percent"
            locale={figures.locale}
            names={{ before: cohort, after: other }}
          />
        }
        summary={finding}
      />
      <TableBeside label={table("show")}>
        <FigureTable
          caption={t("caption", { cohort })}
          head={[t("probability"), cohort, other]}
          rows={overlap.map(({ from, to, supported, compared }) => ({
            id: String(from),
            cells: [
              t("range", { from: figures.wholeShare(from), to: figures.wholeShare(to) }),
              figures.count(supported),
              figures.count(compared),
            ],
          }))}
        />
      </TableBeside>
    </div>
  );
}
