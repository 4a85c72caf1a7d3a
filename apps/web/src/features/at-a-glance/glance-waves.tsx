import { SeriesKey } from "@alongside/ui/charts/outcome-lines/series-key";
import { DrawnWidth } from "@alongside/ui/charts/save/drawn-width";
import { ChartFrame } from "@alongside/ui/primitives/chart-frame";
import { useLocale, useTranslations } from "next-intl";
import { use } from "react";
import { cardId } from "../change/outcome-card";
import { OutcomeChart, useChartSummary } from "../change/outcome-chart";
import { WaveTable } from "../change/wave-table";
import styles from "./glance.module.css";
import type { GlanceDomain } from "./glance-rows";
import type { ShownGlance } from "./shown-glance";
import { useDomainFinding } from "./use-domain-finding";
import { useDomainName } from "./use-domain-name";

/** Means at every wave, a small chart an outcome, all cohorts in each: whether a change came early, late or went again. */
export function GlanceWaves({ domains, ...shown }: ShownGlance): React.JSX.Element {
  const t = useTranslations("glance");
  const locale = useLocale();
  const nameOf = useDomainName(shown.place);
  const finding = useDomainFinding();
  const summary = useChartSummary();
  const { view } = shown;
  return (
    <div className={styles.parts}>
      <p className={styles.text}>{t("wavesText")}</p>
      {domains.map((domain) => (
        <div key={domain.domain} data-glance={domain.domain}>
          <ChartFrame
            finding={nameOf(domain.domain)}
            subtitle={finding(view.table, domain.outcomes)}
            basis={t("claim")}
            chart={<Multiples {...shown} domain={domain} />}
            summary={domain.outcomes
              .map(({ measure, cohorts }) => `${measure.description.label[locale]}: ${summary(view.table, cohorts)}`)
              .join(" ")}
          />
          <details className={styles.figures} data-beside="">
            <summary>{t("figures.show")}</summary>
            {domain.outcomes.map(({ measure, cohorts }) => (
              <div key={measure.description.measure}>
                <h4>
                  <a href={`#${cardId(measure)}`}>{measure.description.label[locale]}</a>
                </h4>
                <WaveTable table={view.table} measure={measure} cohorts={cohorts} />
              </div>
            ))}
          </details>
        </div>
      ))}
    </div>
  );
}

/** In a file of the charts three stand in a row. */
const IN_A_ROW = 3;
const GAP = 24;

function Multiples(props: Omit<ShownGlance, "domains"> & { readonly domain: GlanceDomain }): React.JSX.Element {
  const locale = useLocale();
  const whole = use(DrawnWidth);
  const { domain, view } = props;
  const width = whole === null ? null : Math.floor((whole - (IN_A_ROW - 1) * GAP) / IN_A_ROW);
  return (
    <DrawnWidth value={width}>
      <ul className={styles.key}>
        {view.table.cohorts.map(({ id, name }, position) => (
          <li key={id}>
            <SeriesKey position={position} /> {name}
          </li>
        ))}
      </ul>
      <ul
        className={styles.multiples}
        style={width === null ? undefined : { gridTemplateColumns: `repeat(${IN_A_ROW}, 1fr)` }}
      >
        {domain.outcomes.map(({ measure, cohorts }) => (
          <li key={measure.description.measure}>
            <a href={`#${cardId(measure)}`} tabIndex={-1}>
              {measure.description.label[locale]}
            </a>
            <OutcomeChart bare table={view.table} measure={measure} cohorts={cohorts} />
          </li>
        ))}
      </ul>
    </DrawnWidth>
  );
}
