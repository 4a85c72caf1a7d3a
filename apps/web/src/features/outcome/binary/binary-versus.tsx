import { Forest } from "@alongside/ui/charts/forest/forest";
import { ChartFrame } from "@alongside/ui/primitives/chart-frame";
import { useTranslations } from "next-intl";
import { usePeopleBehind } from "@/features/chart-files/use-people-behind";
import { AssumptionList } from "../assumption-list";
import { FactList } from "../fact-list";
import { FigureTable, TableBeside } from "../figure-table";
import styles from "../outcome.module.css";
import type { BinaryView } from "../outcome-view";
import { Section } from "../section";
import { useFigures } from "../use-figures";
import { useBinaryAxis } from "./use-binary-axis";
import { useDenominatorWords } from "./use-denominator-words";
import { inPoints, usePoints } from "./use-points";
import { useShareWords } from "./use-share-words";

/** The change beside that of another cohort, over every denominator; nothing where there is no other cohort. */
export function BinaryVersus({ view }: { readonly view: BinaryView }): React.JSX.Element | null {
  const { comparison } = view.analysis;
  if (comparison === null || view.comparedWith === null) return null;
  return <Comparing view={view} comparison={comparison} other={view.comparedWith.name} />;
}

interface Comparing {
  readonly view: BinaryView;
  readonly comparison: NonNullable<BinaryView["analysis"]["comparison"]>;
  readonly other: string;
}

function Comparing(props: Comparing): React.JSX.Element {
  const t = useTranslations("outcomeYesNo.versus");
  const contents = useTranslations("outcomeYesNo.contents");
  const table = useTranslations("outcome.table");
  const strip = useTranslations("outcomeYesNo.strip");
  const figures = useFigures();
  const { text } = usePoints();
  const axis = useBinaryAxis(props.view);
  const words = useDenominatorWords(props.view.description);
  const { view, comparison, other } = props;
  const names = { cohort: view.cohort.name, other };
  const rows = comparison.netDifference.map(({ denominator, estimate }) => ({
    id: denominator,
    ...words(denominator),
    ...(denominator === "worst" || denominator === "best" ? { note: t(`bounds.${denominator}`, names) } : {}),
    estimate: inPoints(estimate),
    text: text(estimate),
  }));
  const sentences = useShareWords(view);
  const peopleBehind = usePeopleBehind();
  const difference = view.analysis.findings.find(({ about }) => about === "difference");
  const finding = difference === undefined ? "" : sentences.sentence(difference);
  return (
    <Section id="versus" title={contents("versus")} finding={finding}>
      {difference === undefined ? null : (
        <p className={styles.soft} data-claim={difference.claim.level}>
          {sentences.claim(difference)}
        </p>
      )}
      <div className={styles.figure}>
        <ChartFrame
          finding={t("chart", names)}
          states={finding}
          basis={peopleBehind(rows)}
          chart={<Forest {...axis} rows={rows} />}
          summary={figures.summary(rows)}
        />
        <TableBeside label={table("show")}>
          <FigureTable
            caption={t("chart", names)}
            head={[strip("way"), strip("value")]}
            rows={rows.map(({ id, label, note, text: value }) => ({
              id,
              cells: [figures.values([label, note]), value],
            }))}
          />
        </TableBeside>
      </div>
      <div className={styles.figure}>
        <VersusFigures {...props} />
        <h3>{t("assumptions")}</h3>
        <AssumptionList assumptions={comparison.assumptions} />
      </div>
    </Section>
  );
}

function VersusFigures({ view, comparison, other }: Comparing): React.JSX.Element {
  const t = useTranslations("outcomeYesNo.versus");
  const strip = useTranslations("outcomeYesNo.strip");
  const figures = useFigures();
  const { text, share } = usePoints();
  const { ratio, after } = comparison;
  const cohorts = [
    { id: "own", name: view.cohort.name, known: view.analysis.figures[0] },
    { id: "other", name: other, known: comparison.other[0] },
  ];
  const [net] = comparison.netDifference;
  const test = net?.estimate.kind === "estimate" ? net.estimate.test : undefined;
  const facts = [
    ...(test === undefined ? [] : [{ id: "net-test", name: t("test"), value: figures.p(test.pValue) }]),
    { id: "after-apart", name: t("after"), value: text(after) },
    { id: "ratio", name: t("ratio"), value: figures.estimate(ratio.unadjusted, "effect") },
    { id: "ratio-adjusted", name: t("adjusted"), value: figures.estimate(ratio.adjusted, "effect") },
  ];
  return (
    <>
      <h3>{t("cohorts")}</h3>
      <FigureTable
        caption={t("cohorts")}
        head={[t("cohort"), strip("n"), strip("before"), strip("after"), strip("value")]}
        rows={cohorts.flatMap(({ id, name, known }) =>
          known === undefined
            ? []
            : [
                {
                  id,
                  cells: [
                    name,
                    known.n === null ? "–" : figures.count(known.n),
                    share(known.before),
                    share(known.after),
                    text(known.difference),
                  ],
                },
              ],
        )}
      />
      <FactList facts={facts} />
      <p className={styles.soft} data-fact="unadjusted">
        {t("unadjusted")}
      </p>
      <p className={styles.soft} data-fact="errors">
        {t(`errors.${ratio.errors}`, { sites: figures.count(ratio.sites) })}
      </p>
    </>
  );
}
