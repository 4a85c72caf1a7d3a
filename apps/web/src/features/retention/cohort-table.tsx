import { useFormatter, useTranslations } from "next-intl";
import { FigureTable } from "@/features/outcome/figure-table";
import { useFigures } from "@/features/outcome/use-figures";
import type { CohortRetention } from "./retention-screen";

type Curve = Extract<CohortRetention["curve"], { kind: "curve" }>;
type Share = Curve["points"][number]["stayed"];

/** One cohort at every day that may be told: who stayed, and who ended how. */
export function CohortTable(props: {
  readonly cohort: CohortRetention;
  readonly points: Curve["points"];
  readonly name: string;
}): React.JSX.Element {
  const t = useTranslations("retention");
  const format = useFormatter();
  const figures = useFigures();
  const { cohort, points, name } = props;
  const share = ({ share: value, interval }: Share) =>
    interval === null
      ? figures.share(value)
      : t("share", {
          ...{ share: figures.share(value), low: figures.share(interval.low), high: figures.share(interval.high) },
        });
  const tellsCompleted = points.some(({ completed }) => completed !== null);
  return (
    <>
      <h3>{name}</h3>
      <FigureTable
        caption={t("caption", { name })}
        head={[
          t("days"),
          t("atRisk"),
          t("stayed"),
          ...cohort.groups.map(({ endings }) =>
            format.list(
              endings.map((ending) => t(`ending.${ending}`)),
              { type: "disjunction" },
            ),
          ),
          ...(tellsCompleted ? [t("completed")] : []),
        ]}
        rows={points.map(({ days, atRisk, stayed, ended, completed }) => ({
          id: String(days),
          cells: [
            figures.count(days),
            figures.count(atRisk),
            share(stayed),
            ...(ended === null ? cohort.groups.map(() => t("notApart")) : ended.map(share)),
            ...(completed === null ? [] : [share(completed)]),
          ],
        }))}
      />
      {cohort.endsEarly ? <p>{t("endsEarly")}</p> : null}
    </>
  );
}
