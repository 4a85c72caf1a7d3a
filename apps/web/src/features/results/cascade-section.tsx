import { CascadeBars } from "@alongside/ui/charts/cascade-bars/cascade-bars";
import { ChartFrame } from "@alongside/ui/primitives/chart-frame";
import { useTranslations } from "next-intl";
import { FigureTable, TableBeside } from "@/features/outcome/figure-table";
import styles from "@/features/outcome/outcome.module.css";
import { Section } from "@/features/outcome/section";
import { AssumptionPart } from "./assumption-part";
import type { CascadeStep, ResultsView } from "./results-view";
import { useRuleTitle } from "./use-rule-title";
import { useShown } from "./use-shown";

/** The three 95s of the programme on this day: what is known, of whom, and what nobody here can know. */
export function CascadeSection({ view }: { readonly view: ResultsView }): React.JSX.Element {
  const t = useTranslations("results.cascade");
  const awaiting = useTranslations("resultsAwaiting");
  const title = useRuleTitle(view);
  const shown = useShown();
  const { cascade, cascadeWords } = view;
  const text = (step: CascadeStep) => {
    if (step.share.kind === "not-knowable") return t("notKnowable");
    if (step.share.kind !== "estimate") return shown.why(step.share);
    const { numerator, denominator } = step;
    return t("share", {
      share: shown.estimate(step.share, "proportion"),
      people: shown.people(numerator),
      of: denominator === null ? "" : shown.people(denominator),
    });
  };
  const words = (id: CascadeStep["id"]) => {
    const { share, numerator, denominator } = cascadeWords[id];
    return { share: share[shown.locale], numerator: numerator[shown.locale], denominator: denominator[shown.locale] };
  };
  const rows = cascade.steps.map((step) => ({
    id: step.id,
    label: words(step.id).share,
    note: t("note", words(step.id)),
    step,
    text: text(step),
  }));
  const finding = t("finding", { day: view.today, rule: title(cascade.rule.id) });
  return (
    <Section id="cascade" title={t("title")} finding={finding}>
      <div className={styles.figure}>
        <ChartFrame
          finding={t("chart")}
          subtitle={t("whole")}
          basis={finding}
          chart={
            <CascadeBars
              rows={rows}
              names={{ target: t("target"), interval: t("interval"), possible: t("possible") }}
            />
          }
          summary={rows.map(({ label, text: figure }) => `${label}: ${figure}`).join("; ")}
        />
        <TableBeside label={t("table")}>
          <FigureTable
            wordy
            caption={t("chart")}
            head={[t("what"), t("shareHead"), t("who"), t("ofWhom")]}
            rows={cascade.steps.map((step) => ({
              id: step.id,
              cells: [
                words(step.id).share,
                text(step),
                `${words(step.id).numerator} (${shown.people(step.numerator)})`,
                step.denominator === null
                  ? words(step.id).denominator
                  : `${words(step.id).denominator} (${shown.people(step.denominator)})`,
              ],
            }))}
          />
        </TableBeside>
        <p className={styles.soft}>
          {t("unknown", {
            treatment: shown.people(cascade.unknown.treatment),
            undetermined: shown.people(cascade.unknown.undetermined),
          })}{" "}
          {awaiting("ofCascade", { people: shown.people(cascade.awaiting) })}
        </p>
        <AssumptionPart assumptions={cascade.frame.assumptions} />
      </div>
    </Section>
  );
}
