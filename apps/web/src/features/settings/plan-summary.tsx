import { localText } from "@alongside/domain/instruments/questionnaire-view";
import { findInstrument } from "@alongside/domain/instruments/registry";
import { readAskedOf } from "@alongside/domain/schedule/asked-of";
import { PageHeader } from "@alongside/ui/primitives/page-header";
import { StatusBadge } from "@alongside/ui/primitives/status-badge";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { kindOf } from "./cohort-kind";
import styles from "./settings.module.css";
import type { Pack, Plan } from "./settings-views";
import { PlanTimeline } from "./timeline";
import { WordingBadge } from "./wording-badge";

/** The programme's plan for everybody who may not change it. */
export function PlanSummary(props: {
  readonly plan: Plan;
  readonly packs: readonly Pack[];
  /** Where the analysis plan is read; null for whoever may not. */
  readonly planHref: string | null;
}): React.JSX.Element {
  const t = useTranslations("settings");
  const { plan, packs } = props;
  return (
    <>
      <PageHeader title={plan.name} lead={t("readOnlyLead")} />
      <div className={styles.summary}>
        <section>
          <h2>{t("summary.where")}</h2>
          <ul className={styles.plainList}>
            {plan.sites.map((site) => (
              <li key={site.id}>
                {site.name} {site.active ? null : <StatusBadge>{t("closed")}</StatusBadge>}
              </li>
            ))}
          </ul>
        </section>
        <section>
          <h2>{t("summary.who")}</h2>
          <ul className={styles.plainList}>
            {plan.cohorts.map((cohort) => (
              <li key={cohort.id}>
                <p>
                  {cohort.name} <span className={styles.quiet}>{t(`cohorts.kinds.${kindOf(cohort.kind)}`)}</span>
                </p>
                {cohort.description ? <p className={styles.note}>{cohort.description}</p> : null}
              </li>
            ))}
          </ul>
        </section>
        <section className={styles.wide}>
          <h2>{t("summary.when")}</h2>
          <PlanTimeline waves={plan.timepoints.filter(({ active }) => active)} />
        </section>
        <UsedInstruments plan={plan} packs={packs} />
        <section>
          <h2>{t("summary.rules")}</h2>
          <p>{t("summary.threshold", { n: plan.suppressionThreshold })}</p>
          <p>{t("summary.timeZone", { zone: plan.timeZone })}</p>
        </section>
        {props.planHref === null ? null : (
          <section>
            <h2>{t("summary.analysis")}</h2>
            <p>
              <Link href={props.planHref} prefetch={false}>
                {t("summary.analysisPlan")}
              </Link>
            </p>
          </section>
        )}
      </div>
    </>
  );
}

function UsedInstruments({ plan, packs }: { readonly plan: Plan; readonly packs: readonly Pack[] }): React.JSX.Element {
  const t = useTranslations("settings");
  const language = useLocale();
  const used = plan.instrumentUses.flatMap((use) => {
    const instrument = use.active ? findInstrument(use.instrument, use.edition) : undefined;
    return instrument ? [{ use, instrument }] : [];
  });
  return (
    <section className={styles.wide}>
      <h2>{t("summary.what")}</h2>
      {used.length === 0 ? <p className={styles.quiet}>{t("instruments.noneInUse")}</p> : null}
      <ul className={styles.plainList}>
        {used.map(({ use, instrument }) => {
          const labels = plan.timepoints
            .filter(({ code }) => use.timepointCodes.includes(code))
            .map(({ label }) => label);
          return (
            <li key={use.id}>
              <p>
                <strong>{instrument.abbreviation}</strong> {localText(instrument.name, language)}
              </p>
              <p className={styles.note}>
                {t("instruments.when")}: {labels.length === 0 ? t("instruments.always") : labels.join(", ")} ·{" "}
                {t("instruments.whom")}: {t(`instruments.askedOf.${readAskedOf(use.askedOf)}`)}
              </p>
              <WordingBadge instrument={instrument} packs={packs} />
            </li>
          );
        })}
      </ul>
    </section>
  );
}
