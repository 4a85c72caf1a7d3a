import { Forest } from "@alongside/ui/charts/forest/forest";
import { ChartFrame } from "@alongside/ui/primitives/chart-frame";
import { useTranslations } from "next-intl";
import { usePeopleBehind } from "@/features/chart-files/use-people-behind";
import { FigureTable, TableBeside } from "../figure-table";
import { FamilyFacts } from "../finding-facts";
import styles from "../outcome.module.css";
import type { BinaryFinding, BinaryView } from "../outcome-view";
import { useFigures } from "../use-figures";
import { useBinaryAxis } from "./use-binary-axis";
import { inPoints, usePoints } from "./use-points";
import { useShareWords } from "./use-share-words";

/** The difference of the changes of two cohorts where it leads: on an axis, with its people, its test and its family. */
export function BinaryDifference(props: {
  readonly view: BinaryView;
  readonly finding: BinaryFinding;
}): React.JSX.Element {
  const t = useTranslations("outcomeYesNo.versus");
  const said = useTranslations("outcome.finding");
  const versus = useTranslations("outcome.versus");
  const figures = useFigures();
  const { text } = usePoints();
  const { view, finding } = props;
  const axis = useBinaryAxis(view);
  const peopleBehind = usePeopleBehind();
  const table = useTranslations("outcome.table");
  const strip = useTranslations("outcomeYesNo.strip");
  const words = useShareWords(view);
  const { estimate, id, planned } = finding;
  const rows = [
    {
      ...{ id, label: words.name(finding), note: planned ? versus("planned") : "" },
      estimate: inPoints(estimate),
      text: text(estimate),
    },
  ];
  return (
    <div className={styles.figure} data-part="difference">
      <ChartFrame
        finding={t("chart", words.names)}
        states={words.sentence(finding)}
        basis={peopleBehind([{ estimate }])}
        chart={<Forest {...axis} rows={rows} />}
        summary={figures.summary(rows)}
      />
      <TableBeside label={table("show")}>
        <FigureTable
          caption={t("chart", words.names)}
          head={[strip("way"), strip("n"), strip("value")]}
          rows={rows.map(({ label, text: value }) => ({
            id,
            cells: [label, estimate.kind === "estimate" ? figures.count(estimate.n) : "–", value],
          }))}
        />
      </TableBeside>
      {estimate.kind === "estimate" ? (
        <dl className={styles.facts}>
          <dt>{said("lead.n")}</dt>
          <dd data-fact="lead-n">{figures.count(estimate.n)}</dd>
          <dt>{t("net")}</dt>
          <dd data-fact="lead-difference">{text(estimate)}</dd>
          {estimate.test ? (
            <>
              <dt>{t("test")}</dt>
              <dd data-fact="lead-test">{figures.p(estimate.test.pValue)}</dd>
            </>
          ) : null}
        </dl>
      ) : null}
      <FamilyFacts view={view} />
      <p className={styles.soft} data-fact="unadjusted">
        {t("unadjusted")}
      </p>
    </div>
  );
}
