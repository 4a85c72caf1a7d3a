import { Notice } from "@alongside/ui/primitives/notice";
import { PageHeader } from "@alongside/ui/primitives/page-header";
import { useLocale, useTranslations } from "next-intl";
import { changeHref } from "@/features/change/change-query";
import { PageChartFiles } from "@/features/chart-files/page-chart-files";
import { AcrossSection } from "./across-section";
import { BehindSection } from "./behind-section";
import { ComputedSection } from "./computed-section";
import { DistributionSection } from "./distribution-section";
import { FindingSection } from "./finding-section";
import { Hindered } from "./hindered";
import styles from "./outcome.module.css";
import { type OutcomeAddress, peopleHref } from "./outcome-address";
import { OutcomeChooser } from "./outcome-chooser";
import type { OutcomePlace, OutcomeView } from "./outcome-view";
import { PeopleSection } from "./people-section";
import { ScaleSection } from "./scale-section";
import { SubgroupsSection } from "./subgroups-section";
import { SureSection } from "./sure-section";
import { UnclearSection } from "./unclear-section";
import { useAboutOutcome } from "./use-about-outcome";
import { useFigures } from "./use-figures";
import { VersusSection } from "./versus-section";
import { WhoSection } from "./who-section";

/** The parts of the page, in order. Two are there only for some outcomes. */
const PARTS = [
  "finding",
  "distribution",
  "people",
  "who",
  "behind",
  "sure",
  "versus",
  "subgroups",
  "across",
  "scale",
  "unclear",
  "computed",
] as const;

/** One outcome of one cohort, from the finding to how it was computed. Drawn on the server; only the long rows need script. */
export function OutcomeScreen(props: {
  readonly view: OutcomeView;
  readonly place: OutcomePlace;
  readonly address: OutcomeAddress;
  readonly scriptHref: string;
}): React.JSX.Element {
  const t = useTranslations("outcome");
  const locale = useLocale();
  const figures = useFigures();
  const aboutOutcome = useAboutOutcome();
  const { view, place, address } = props;
  const mayList = place.verbs.includes("outcome.list-people") && address.snapshotId === null;
  const whose = mayList ? peopleHref(place.base, address) : null;
  const { interpretable, missingShare } = view.analysis.attrition;
  const [from, to] = [view.waves[0]?.label ?? "", view.waves[view.wave]?.label ?? ""];
  const parts = PARTS.filter(
    (part) =>
      (part !== "across" || view.acrossSites !== null) &&
      (part !== "subgroups" || view.subgroups !== null) &&
      (part !== "versus" || view.analysis.comparison !== null) &&
      (part !== "unclear" || view.analysis.nullResult !== null),
  );
  return (
    <PageChartFiles
      place={place}
      page="outcome"
      figures={view}
      dataLabel={view.dataLabel}
      about={aboutOutcome(view)}
      cautions={
        interpretable || missingShare === null
          ? []
          : [t("notInterpretable.title", { share: figures.share(missingShare) })]
      }
    >
      <PageHeader
        title={view.description.label[locale]}
        eyebrow={
          <a
            href={changeHref(`${place.base}/change`, {
              ...{ at: null, site: address.siteId, snapshot: address.snapshotId },
              cohorts: address.definitionIds,
            })}
          >
            {t("back")}
          </a>
        }
        lead={t("lead", { cohort: view.cohort.name, from, to })}
      />
      <OutcomeChooser {...props} />
      <Hindered view={view} />
      <nav className={styles.contents} aria-label={t("contents")}>
        <ul>
          {parts.map((part) => (
            <li key={part}>
              <a href={`#${part}`}>{t(`${part}.title`)}</a>
            </li>
          ))}
        </ul>
      </nav>
      {interpretable || missingShare === null ? null : (
        <Notice tone="caution" title={t("notInterpretable.title", { share: figures.share(missingShare) })}>
          <p>{t("notInterpretable.text", { time: to })}</p>
        </Notice>
      )}
      <div className={interpretable ? undefined : styles.grey} data-interpretable={interpretable}>
        <FindingSection view={view} place={place} />
        <DistributionSection view={view} />
        <PeopleSection view={view} whose={whose} />
        <WhoSection view={view} />
      </div>
      <BehindSection view={view} programmeId={place.programmeId} />
      <div className={interpretable ? undefined : styles.grey}>
        <SureSection {...props} />
        <VersusSection view={view} />
        <SubgroupsSection view={view} />
        <AcrossSection view={view} />
      </div>
      <ScaleSection view={view} />
      <UnclearSection view={view} />
      <ComputedSection {...props} />
    </PageChartFiles>
  );
}
