import { useTranslations } from "next-intl";
import { useCountText } from "@/features/change/shown-values";
import { FigureTable, TableBeside } from "./figure-table";
import type { Compared, OutcomeView } from "./outcome-view";
import { useFigures } from "./use-figures";

/** The trial that the comparison stands in for, part by part (Hernán and Robins 2016). */
export function TrialTable(props: {
  readonly view: OutcomeView;
  readonly comparison: Compared;
  readonly other: string;
}): React.JSX.Element {
  const t = useTranslations("outcome.versus.trial");
  const figures = useFigures();
  const countText = useCountText();
  const { view, other } = props;
  const { eligibility, timeZero, assignment, followUp } = props.comparison.targetTrial;
  const nameOf = (timepointId: string) => view.waves.find((wave) => wave.timepointId === timepointId)?.label ?? "";
  const numbers = (cohort: string, of: (typeof eligibility)["supported"]) =>
    t("numbers", {
      cohort,
      enrolled: countText(of.enrolled),
      measured: countText(of.baselineMeasured),
      analysed: countText(of.analysed),
    });
  const rule =
    eligibility.cutOff === null
      ? t("enrolled")
      : t("cut-off", {
          side: eligibility.cutOff.side === "at-most" ? "most" : "least",
          value: figures.score(eligibility.cutOff.value),
        });
  const rows = [
    {
      id: "eligibility",
      cells: [
        t("eligibility"),
        figures.statements([
          rule,
          numbers(view.cohort.name, eligibility.supported),
          numbers(other, eligibility.compared),
        ]),
      ],
    },
    {
      id: "time-zero",
      cells: [
        t("timeZero"),
        t("timeZeroValue", { time: nameOf(timeZero.timepointId), day: figures.count(timeZero.targetDay) }),
      ],
    },
    { id: "assignment", cells: [t("assignment"), t(assignment)] },
    {
      id: "follow-up",
      cells: [
        t("followUp"),
        t("followUpValue", {
          time: nameOf(followUp.timepointId),
          days: figures.count(followUp.daysAfterBaseline),
        }),
      ],
    },
    { id: "contrast", cells: [t("contrast"), t("contrastValue", { cohort: view.cohort.name, other })] },
  ];
  return (
    <TableBeside label={t("title")}>
      <FigureTable wordy caption={t("caption")} head={[t("part"), t("value")]} rows={rows} />
    </TableBeside>
  );
}
