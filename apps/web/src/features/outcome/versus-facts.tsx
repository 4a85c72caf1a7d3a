import { useTranslations } from "next-intl";
import { FactList } from "./fact-list";
import { FigureTable } from "./figure-table";
import styles from "./outcome.module.css";
import type { Compared, OutcomeView } from "./outcome-view";
import { useFigures } from "./use-figures";

/** The two cohorts beside each other, and the figures that say how far the comparison carries. */
export function VersusFacts(props: {
  readonly view: OutcomeView;
  readonly comparison: Compared;
  readonly other: string;
}): React.JSX.Element {
  const t = useTranslations("outcome.versus");
  const figures = useFigures();
  const { view, other } = props;
  const { differences, weighting, sites, unmeasured, primary } = props.comparison;
  const cohorts = [
    { id: "supported", name: view.cohort.name },
    { id: "compared", name: other },
  ] as const;
  const sizes = weighting.kind === "weighted-cohorts" ? weighting : null;
  const eValue = primary === "difference-in-differences" ? unmeasured.differenceInDifferences : unmeasured.ancova;
  const facts = [
    { id: "hedgesG", name: t("hedgesG"), value: figures.estimate(differences.hedgesG, "effect") },
    { id: "d-ppc2", name: t("standardised"), value: figures.estimate(differences.standardisedChange, "effect") },
    ...(eValue === null
      ? []
      : [
          {
            id: "e-value",
            name: t("eValue"),
            value: t("eValueText", { estimate: figures.effect(eValue.estimate), limit: figures.effect(eValue.limit) }),
          },
        ]),
    { id: "sites", name: t("sites"), value: t(`siteRule.${sites.rule}`, { sites: sites.sites }) },
    ...(sites.intraclassCorrelation === null
      ? []
      : [{ id: "icc", name: t("intraclass"), value: figures.estimate(sites.intraclassCorrelation, "effect") }]),
    ...(sites.designEffect === null
      ? []
      : [{ id: "design-effect", name: t("designEffect"), value: figures.effect(sites.designEffect) }]),
  ];
  return (
    <>
      <FigureTable
        caption={t("cohorts.caption")}
        head={[
          t("cohorts.cohort"),
          t("cohorts.n"),
          t("cohorts.before"),
          t("cohorts.after"),
          ...(sizes === null ? [] : [t("cohorts.effective")]),
        ]}
        rows={cohorts.map(({ id, name }) => ({
          id,
          cells: [
            name,
            figures.count(differences[id].n),
            figures.mean(differences[id].meanPre),
            figures.mean(differences[id].meanPost),
            ...(sizes === null ? [] : [figures.score(sizes[id].effective)]),
          ],
        }))}
      />
      {sizes === null ? null : (
        <ul className={styles.plain}>
          {cohorts.map(({ id, name }) => (
            <li key={id} data-size={sizes[id].state}>
              {t(`size.${sizes[id].state}`, {
                cohort: name,
                effective: figures.score(sizes[id].effective),
                n: figures.count(sizes[id].n),
              })}
            </li>
          ))}
        </ul>
      )}
      <FactList facts={facts} />
    </>
  );
}
