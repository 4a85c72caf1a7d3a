import { DomainForest } from "@alongside/ui/charts/domain-forest/domain-forest";
import { ChartFrame } from "@alongside/ui/primitives/chart-frame";
import { useLocale, useTranslations } from "next-intl";
import { cardId } from "../change/outcome-card";
import { useCountText } from "../change/shown-values";
import { Verdict } from "../change/verdict";
import { Checks } from "./checks";
import styles from "./glance.module.css";
import { GlanceFigures } from "./glance-figures";
import type { GlanceDomain, GlanceOutcome } from "./glance-rows";
import type { ShownGlance } from "./shown-glance";
import { useDomainFinding } from "./use-domain-finding";
import { useDomainName } from "./use-domain-name";
import { useOutcomeNote } from "./use-outcome-note";
import { useRowTexts } from "./use-row-texts";

/** The domains as forests on one axis of standardised change, with every figure beside its row. */
export function GlanceForest({ domains, ...shown }: ShownGlance): React.JSX.Element {
  return (
    <div className={styles.parts}>
      {domains.map((domain) => (
        <DomainPart key={domain.domain} {...shown} domains={domains} domain={domain} />
      ))}
    </div>
  );
}

function DomainPart(props: ShownGlance & { readonly domain: GlanceDomain }): React.JSX.Element {
  const t = useTranslations("glance");
  const locale = useLocale();
  const nameOf = useDomainName(props.place);
  const finding = useDomainFinding();
  const written = useWrittenOutcome();
  const summary = useSummary();
  const { domain, domains, view } = props;
  const reach = domains.flatMap(({ outcomes }) => outcomes.map(plainOutcome));
  return (
    <div data-glance={domain.domain}>
      <ChartFrame
        finding={nameOf(domain.domain)}
        subtitle={finding(view.table, domain.outcomes)}
        basis={t("claim")}
        chart={
          <DomainForest
            outcomes={domain.outcomes.map(written)}
            reach={reach}
            locale={locale}
            better={t("better")}
            worse={t("worse")}
            bandLabel={t("band")}
            axisLabel={t("axis")}
            heads={{
              cohort: t("head.cohort"),
              figures: t("head.figures"),
              reading: t("head.reading"),
              checks: t("head.checks"),
            }}
          />
        }
        summary={summary(domain.outcomes)}
      />
      <GlanceFigures {...props} domain={domain} />
    </div>
  );
}

function plainOutcome({ measure, cohorts }: GlanceOutcome) {
  return {
    id: measure.description.measure,
    improvement: measure.description.improvement,
    rows: cohorts.map(({ cohort, name, position, followUp }) => ({
      ...{ id: cohort.cohortId, name, position, standardised: followUp.standardised },
      noticeable: followUp.noticeable?.standardised ?? null,
    })),
  };
}

function useWrittenOutcome() {
  const t = useTranslations("glance");
  const locale = useLocale();
  const texts = useRowTexts();
  const count = useCountText();
  const note = useOutcomeNote();
  return (outcome: GlanceOutcome) => {
    const { description } = outcome.measure;
    const plain = plainOutcome(outcome);
    return {
      ...plain,
      // The keyboard finds the same way in the table below.
      label: (
        <a href={`#${cardId(outcome.measure)}`} tabIndex={-1}>
          {description.label[locale]}
        </a>
      ),
      note: note(description),
      rows: plain.rows.flatMap((row, at) => {
        const shown = outcome.cohorts[at];
        if (shown === undefined) return [];
        const { cohort, followUp } = shown;
        const { own, standard } = texts(description, followUp);
        return [
          {
            ...row,
            ...{
              own,
              standard: t("standard", { figures: standard }),
              reading: <Verdict direction={followUp.direction} />,
            },
            people: t("people", { paired: count(followUp.paired), enrolled: count(cohort.enrolled) }),
            checks: <Checks checks={followUp.checks} />,
          },
        ];
      }),
    };
  };
}

/** The chart in words, for who cannot see it. */
function useSummary(): (outcomes: readonly GlanceOutcome[]) => string {
  const t = useTranslations("glance");
  const direction = useTranslations("change.direction");
  const locale = useLocale();
  const texts = useRowTexts();
  return (outcomes) =>
    outcomes
      .flatMap(({ measure: { description }, cohorts }) =>
        cohorts.map(({ name, followUp }) =>
          t("summary", {
            ...{ measure: description.label[locale], cohort: name, reading: direction(followUp.direction) },
            change: texts(description, followUp).own,
          }),
        ),
      )
      .join(" ");
}
