import { useTranslations } from "next-intl";
import { FactList } from "./fact-list";
import styles from "./outcome.module.css";
import type { OutcomeFrame, OutcomeView } from "./outcome-view";
import { useFigures } from "./use-figures";

/** The figures behind the finding, name by name. */
export function FindingFacts(props: {
  readonly view: OutcomeView;
  readonly people: string;
  /** The p value among its family belongs to these figures, and not to those of another model that leads. */
  readonly withFamily: boolean;
}): React.JSX.Element {
  const t = useTranslations("outcome.finding");
  const figures = useFigures();
  const { change } = props.view.analysis;
  const { test, regressionToMean } = change;
  const meanSd = (mean: typeof change.meanPre, sd: typeof change.sdPre) =>
    mean.kind !== "value"
      ? figures.why(mean)
      : sd.kind !== "value"
        ? figures.mean(mean.value)
        : t("meanSd", { mean: figures.mean(mean.value), sd: figures.mean(sd.value) });
  const facts = [
    { id: "people", name: t("people"), value: props.people },
    { id: "before", name: t("before"), value: meanSd(change.meanPre, change.sdPre) },
    { id: "after", name: t("after"), value: meanSd(change.meanPost, change.sdPost) },
    { id: "standardised", name: t("standardised"), value: figures.estimate(change.standardised, "effect") },
    {
      id: "test",
      name: t("test"),
      value:
        test.kind === "test"
          ? t("testValue", { p: figures.p(test.pValue), df: figures.count(test.degreesOfFreedom) })
          : figures.why(test),
    },
  ];
  return (
    <>
      <FactList facts={facts} />
      {props.withFamily ? <FamilyFacts view={props.view} /> : null}
      {regressionToMean === null ? null : (
        <p className={styles.soft}>
          {regressionToMean.kind === "expected"
            ? t("regression.expected", {
                cutOff: figures.score(regressionToMean.cutOff),
                change: figures.mean(regressionToMean.change),
                reliability: figures.effect(regressionToMean.reliability),
              })
            : t("regression.not-known", { cutOff: figures.score(regressionToMean.cutOff) })}
        </p>
      )}
    </>
  );
}

/** The p value among its family, of the planned test or of the change in this cohort, and what was counted. */
export function FamilyFacts({ view }: { readonly view: OutcomeFrame }): React.JSX.Element {
  const t = useTranslations("outcome.finding.adjusted");
  return (
    <>
      <FactList
        facts={[
          { id: "adjusted", name: t(isPlanned(view) ? "plannedLabel" : "label"), value: <Adjusted view={view} /> },
        ]}
      />
      {isLostAmongFamily(view) ? <p data-fact="lost-among-family">{t("lostAmongFamily")}</p> : null}
      <Counted view={view} />
    </>
  );
}

const LEVEL = 0.05;

/** Whether the test by itself settles something that it does not settle among its family. */
function isLostAmongFamily({ adjusted }: OutcomeFrame): boolean {
  return adjusted !== null && adjusted.alone <= LEVEL && adjusted.adjusted > LEVEL;
}

function Adjusted({ view: { adjusted } }: { readonly view: OutcomeFrame }): React.JSX.Element {
  const t = useTranslations("outcome.finding.adjusted");
  const figures = useFigures();
  if (adjusted === null) return <>{t("unavailable")}</>;
  return <>{t(adjusted.method, { p: figures.p(adjusted.adjusted), m: adjusted.m })}</>;
}

/** Whether the p value among its family is that of the planned test, and not of the change in this cohort. */
function isPlanned({ adjusted }: OutcomeFrame): boolean {
  return adjusted !== null && adjusted.family !== "exploratory";
}

/** Which tests were counted for the adjustment, and which were not. */
function Counted({ view }: { readonly view: OutcomeFrame }): React.JSX.Element | null {
  const t = useTranslations("outcome.finding.adjusted");
  const { adjusted } = view;
  if (adjusted === null) return null;
  const { changes, differences, otherViews } = adjusted.counted;
  return (
    <p className={styles.soft} data-fact="counted">
      {isPlanned(view)
        ? t("countedPlanned", { family: adjusted.family, m: adjusted.m })
        : t(otherViews === 0 ? "counted" : "countedViews", { changes, differences, otherViews })}
    </p>
  );
}
