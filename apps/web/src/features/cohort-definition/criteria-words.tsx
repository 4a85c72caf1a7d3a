import type { CohortCriteria } from "@alongside/domain/cohort-definition/criteria";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import styles from "./cohort-definition.module.css";
import type { CriteriaChoices } from "./definition-views";

interface Band {
  readonly from: number | null;
  readonly below: number | null;
}

/** Criteria in sentences, one for each; everybody where there are none. */
export function CriteriaWords(props: {
  readonly criteria: CohortCriteria;
  readonly choices: CriteriaChoices;
}): React.JSX.Element {
  const t = useTranslations("cohortDefinition.words");
  const sentences = useSentences(props.criteria, props.choices);
  return (
    <ul className={styles.words}>
      {sentences.length === 0 ? <li>{t("everybody")}</li> : null}
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  );
}

function useSentences(criteria: CohortCriteria, choices: CriteriaChoices): readonly string[] {
  const t = useTranslations("cohortDefinition.words");
  const statuses = useTranslations("participants.status");
  const who = useTranslations("characteristics");
  const format = useFormatter();
  const locale = useLocale();
  const { arms, sites, enrolled, daysOnTreatment, baseline, age, gender, keyPopulations, standing } = criteria;
  const { dose, volunteers } = criteria;
  const doseTypes = useTranslations("cohortDefinition.doseType");
  const either = (names: readonly string[]) => format.list(names, { type: "disjunction" });
  const named = (known: readonly { readonly id: string; readonly name: string }[], ids: readonly string[]) =>
    either(ids.map((id) => known.find((one) => one.id === id)?.name ?? t("gone")));
  const day = (text: string) =>
    format.dateTime(new Date(`${text}T00:00:00Z`), { dateStyle: "medium", timeZone: "UTC" });
  const between = (band: Band, what: string) => {
    const [from, below] = [band.from, band.below].map((bound) => (bound === null ? "" : format.number(bound)));
    const form = band.from === null ? "below" : band.below === null ? "from" : "between";
    return t(form, { what, from: from ?? "", below: below ?? "" });
  };
  const measureName = (measure: string) =>
    choices.measures.find((one) => one.measure === measure)?.label[locale] ?? t("gone");
  return [
    ...(arms ? [t("arms", { names: named(choices.arms, arms) })] : []),
    ...(sites ? [t("sites", { names: named(choices.sites, sites) })] : []),
    ...(enrolled?.from ? [t("enrolledFrom", { day: day(enrolled.from) })] : []),
    ...(enrolled?.until ? [t("enrolledUntil", { day: day(enrolled.until) })] : []),
    ...(daysOnTreatment ? [between(daysOnTreatment, t("daysOnTreatment"))] : []),
    ...(baseline ?? []).map(({ measure, ...band }) => between(band, t("baseline", { measure: measureName(measure) }))),
    ...(age ? [between(age, who("age"))] : []),
    ...(gender ? [t("gender", { names: either(gender.map((one) => who(`genders.${one}`))) })] : []),
    ...(keyPopulations
      ? [t("keyPopulations", { names: either(keyPopulations.map((one) => who(`populations.${one}`))) })]
      : []),
    ...(dose ?? []).map(({ type, withinDays, ...band }) =>
      between(band, t("dose", { type: doseTypes(type), days: withinDays })),
    ),
    ...(volunteers ? [t("volunteers", { names: named(choices.volunteers, volunteers) })] : []),
    ...(standing ? [t("standing", { names: either(standing.map((one) => statuses(one))) })] : []),
  ];
}
