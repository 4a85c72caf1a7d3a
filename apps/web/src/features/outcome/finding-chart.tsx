import { Forest } from "@alongside/ui/charts/forest/forest";
import { ChartFrame } from "@alongside/ui/primitives/chart-frame";
import { useTranslations } from "next-intl";
import { usePeopleBehind } from "@/features/chart-files/use-people-behind";
import { FigureTable, TableBeside } from "./figure-table";
import { FamilyFacts } from "./finding-facts";
import styles from "./outcome.module.css";
import type { Finding, OutcomeView } from "./outcome-view";
import { useAxis } from "./use-axis";
import { useFigures } from "./use-figures";
import { useFindingWords } from "./use-finding-words";

/** Findings about the same quantity below each other, each with the people it is about and its test. */
export function FindingChart(props: {
  readonly view: OutcomeView;
  readonly findings: readonly Finding[];
}): React.JSX.Element {
  const t = useTranslations("outcome.finding");
  const strip = useTranslations("outcomeLong");
  const table = useTranslations("outcome.table");
  const figures = useFigures();
  const { view } = props;
  const axis = useAxis(view);
  const peopleBehind = usePeopleBehind();
  const words = useFindingWords(view);
  const rows = props.findings.map((finding) => ({
    id: finding.id,
    ...words.row(finding),
    estimate: finding.estimate,
    text: figures.estimate(finding.estimate),
  }));
  const [lead] = props.findings;
  const about = lead?.about ?? "change";
  const important = lead ? words.important(lead) : "";
  const title = about === "change" ? t("chart") : t("differenceChart", words.names);
  return (
    <div className={styles.figure}>
      <ChartFrame
        finding={title}
        states={words.together((lead?.planned ? [lead] : props.findings).map(words.sentence))}
        basis={peopleBehind(rows)}
        chart={<Forest {...axis} rows={rows} />}
        summary={words.together([...rows.map(({ label, text }) => t("summary", { label, text })), important])}
      />
      <p>{important}</p>
      {inPoints(view.source.unit) ? null : <p data-fact="unit">{t("unit", { unit: view.source.unit })}</p>}
      <TableBeside label={table("show")}>
        <FigureTable
          caption={title}
          head={[table("figure"), strip("n"), table("value"), table("interval"), strip("p")]}
          rows={rows.map(({ id, label, estimate }) => ({
            id,
            cells:
              estimate.kind === "estimate"
                ? [
                    label,
                    figures.count(estimate.n),
                    figures.mean(estimate.value),
                    figures.interval(estimate.interval),
                    estimate.test ? figures.p(estimate.test.pValue) : "–",
                  ]
                : [label, "–", figures.why(estimate), "", ""],
          }))}
        />
      </TableBeside>
      <dl className={styles.facts}>
        {props.findings.slice(0, 1).map((finding) => (
          <LeadFacts key={finding.id} finding={finding} />
        ))}
      </dl>
      {lead?.planned && lead.id !== "complete-pairs" ? <FamilyFacts view={view} /> : null}
    </div>
  );
}

/** The people and the test of the finding that leads. */
function LeadFacts({ finding: { id, estimate } }: { readonly finding: Finding }): React.JSX.Element | null {
  const t = useTranslations("outcome.finding");
  const figures = useFigures();
  if (id === "complete-pairs" || estimate.kind !== "estimate") return null;
  return (
    <>
      <dt>{t("lead.n")}</dt>
      <dd data-fact="lead-n">{figures.count(estimate.n)}</dd>
      {estimate.test ? (
        <>
          <dt>{t(`lead.null.${id}`)}</dt>
          <dd data-fact="lead-test">
            {estimate.degreesOfFreedom === undefined
              ? figures.p(estimate.test.pValue)
              : t("lead.test", {
                  p: figures.p(estimate.test.pValue),
                  df: figures.score(estimate.degreesOfFreedom),
                })}
          </dd>
        </>
      ) : null}
    </>
  );
}

/** Whether a measure counts in points, as questionnaires do; others say in what. */
function inPoints(unit: string): boolean {
  return unit === "" || unit === "points";
}
