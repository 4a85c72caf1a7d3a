"use client";

import { useLocale, useTranslations } from "next-intl";
import type { MeasureChange, Table } from "./change-view";
import { domainId } from "./domain-id";
import styles from "./domain-section.module.css";
import { LazyDetails } from "./lazy-details";
import { OutcomeCard, type ShownChange } from "./outcome-card";

/** One of the five domains (or what belongs to none): its outcomes, or that nothing measures it. */
export function DomainSection(props: ShownChange & { readonly domain: Table["domains"][number] }): React.JSX.Element {
  const { domain, ...shown } = props;
  const { place, view } = shown;
  const t = useTranslations("change.domain");
  const locale = useLocale();
  const element = domain.domain === null ? undefined : place.elements[domain.domain];
  const isHeadline = (measure: MeasureChange) => view.sources[measure.description.measure]?.headline ?? true;
  const headlines = domain.measures.filter(isHeadline);
  // A domain that only parts of questionnaires speak to shows those. What is no outcome waits to be asked for.
  const first = domain.domain === null ? [] : headlines.length > 0 ? headlines : domain.measures;
  const rest = domain.measures.filter((measure) => !first.includes(measure));
  const id = domainId(domain);
  return (
    <section id={id} className={styles.section} aria-labelledby={`${id}-title`} data-domain={domain.domain ?? "none"}>
      <details open className={styles.fold}>
        <summary className={styles.head}>
          <h2 id={`${id}-title`}>{element ? element.label[locale] : t("outside")}</h2>
        </summary>
        <div className={styles.domain}>
          {element ? (
            <a className={styles.about} href={element.href} aria-describedby={`${id}-title`}>
              {t("framework")}
            </a>
          ) : null}
          {domain.domain === null ? <p className={styles.text}>{t("outsideText")}</p> : null}
          {domain.measures.length === 0 ? (
            <p className={styles.none}>
              {t("none")}{" "}
              {place.verbs.includes("instrument.enable") ? (
                <a href={`${place.base}/settings`}>{t("choose")}</a>
              ) : (
                t("askAdministrator")
              )}
            </p>
          ) : null}
          {first.map((measure) => (
            <OutcomeCard key={measure.description.measure} {...shown} measure={measure} />
          ))}
          {rest.length > 0 ? (
            <MoreScales
              {...shown}
              measures={rest}
              label={t(domain.domain === null ? "scales" : "parts", { count: rest.length })}
            />
          ) : null}
        </div>
      </details>
    </section>
  );
}

/** Scales that are not in the first row; drawn only when somebody wants them. */
function MoreScales(
  props: ShownChange & { readonly measures: readonly MeasureChange[]; readonly label: string },
): React.JSX.Element {
  const { measures, label, ...shown } = props;
  return (
    <LazyDetails className={styles.more} label={label}>
      <div className={styles.domain}>
        {measures.map((measure) => (
          <OutcomeCard key={measure.description.measure} {...shown} measure={measure} />
        ))}
      </div>
    </LazyDetails>
  );
}
