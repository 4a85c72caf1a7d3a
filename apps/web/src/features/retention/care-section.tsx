import { StateColumns } from "@alongside/ui/charts/state-columns/state-columns";
import { ChartFrame } from "@alongside/ui/primitives/chart-frame";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { FigureTable, TableBeside } from "@/features/outcome/figure-table";
import styles from "@/features/outcome/outcome.module.css";
import { useFigures } from "@/features/outcome/use-figures";
import { ANY_ENDING, careColumns, careStates, type NamedState } from "./care-columns";
import type { CohortRetention } from "./retention-screen";

type Curve = Extract<CohortRetention["curve"], { kind: "curve" }>;
type Ending = CohortRetention["groups"][number]["endings"][number];

/** Who was in care and who was out of it, day by day: of one cohort, as columns that add up to everybody, with its table. */
export function CareSection(props: {
  readonly cohort: CohortRetention;
  readonly points: Curve["points"];
  readonly name: string;
}): React.JSX.Element {
  const t = useTranslations("retention.care");
  const locale = useLocale();
  const figures = useFigures();
  const nameOf = useStateName();
  const { cohort, points, name } = props;
  const told = points.flatMap(({ days, atRisk, care }) =>
    care === null || days === 0 ? [] : [{ days, atRisk, care }],
  );
  const last = told.findLast(({ care }) => care.share !== null);
  const sentence =
    last?.care.share != null
      ? t("finding", {
          ...{ name, days: figures.count(last.days), share: figures.share(last.care.share.value) },
          ...{ low: figures.share(last.care.share.interval.low), high: figures.share(last.care.share.interval.high) },
        })
      : t(cohort.logged ? "notTold" : "notLogged", { name });
  const columns = careColumns(cohort, points);
  const states = careStates(cohort, nameOf);
  return (
    <div className={styles.figure} data-test="care">
      <ChartFrame
        headingLevel={3}
        finding={sentence}
        basis={t("basis")}
        isDrawn={last !== undefined}
        chart={
          last === undefined ? null : (
            <StateColumns states={states} columns={columns} locale={locale} daysLabel={t("days")} />
          )
        }
        summary={sentence}
      />
      {told.length === 0 ? null : (
        <TableBeside label={t("table")}>
          <FigureTable
            caption={t("caption", { name })}
            head={[t("days"), t("atRisk"), t("state.seen"), t("state.interrupted"), t("state.unknown"), t("share")]}
            rows={told.map(({ days, atRisk, care }) => ({
              id: String(days),
              cells: [
                ...[days, atRisk, care.seen, care.interrupted, care.unknown].map((one) => figures.count(one)),
                care.share === null
                  ? t("nobodyKnown")
                  : t("shareOf", {
                      share: figures.share(care.share.value),
                      low: figures.share(care.share.interval.low),
                      high: figures.share(care.share.interval.high),
                    }),
              ],
            }))}
          />
        </TableBeside>
      )}
    </div>
  );
}

/** What a state is called; endings told together have their names joined. */
function useStateName(): (state: NamedState, endings: readonly Ending[]) => string {
  const t = useTranslations("retention");
  const format = useFormatter();
  return (state, endings) => {
    if (state === "ended" || state === ANY_ENDING) {
      return format.list(
        endings.map((ending) => t(`ending.${ending}`)),
        { type: "disjunction" },
      );
    }
    return t(`care.state.${state}`);
  };
}
