import { Notice } from "@alongside/ui/primitives/notice";
import { PageHeader } from "@alongside/ui/primitives/page-header";
import { useFormatter, useTranslations } from "next-intl";
import { changeHref } from "@/features/change/change-query";
import { PageChartFiles } from "@/features/chart-files/page-chart-files";
import styles from "@/features/outcome/outcome.module.css";
import { HeldNotice } from "@/features/released/held-notice";
import { SteppedBack } from "@/features/withdrawal/stepped-back";
import { BodySection } from "./body-section";
import { CascadeSection } from "./cascade-section";
import { ComputedSection } from "./computed-section";
import { LevelSection } from "./level-section";
import { LinesSection } from "./lines-section";
import type { ResultsAddress } from "./results-address";
import { ResultsChooser } from "./results-chooser";
import type { ResultsPlace, ResultsView } from "./results-view";
import { ShiftSection } from "./shift-section";
import { TimesSection } from "./times-section";
import { WaysSection } from "./ways-section";

const PARTS = ["shift", "level", "ways", "lines", "times", "cascade", "body", "computed"] as const;

/** Results of a cohort before and after. Drawn on the server; only the part that takes seconds needs script. */
export function ResultsScreen(props: {
  readonly view: ResultsView;
  readonly place: ResultsPlace;
  readonly address: ResultsAddress;
  readonly question: React.ComponentProps<typeof LevelSection>["question"];
  readonly scriptHref: string;
}): React.JSX.Element {
  const t = useTranslations("results");
  const format = useFormatter();
  const { view, place, address } = props;
  const [from, to] = [view.waves[0]?.label ?? "", view.waves[view.wave]?.label ?? ""];
  const partOf = view.partOf ? t("partOf", { sites: format.list(view.partOf) }) : null;
  return (
    <PageChartFiles
      place={place}
      page="results"
      figures={view}
      dataLabel={view.dataLabel}
      about={[t("title")]}
      cautions={partOf === null ? [] : [partOf]}
    >
      <PageHeader
        title={t("title")}
        eyebrow={<a href={changeHref(`${place.base}/change`, { at: null, site: address.siteId })}>{t("back")}</a>}
        lead={t("lead", { cohort: view.cohort.name, from, to })}
      />
      <HeldNotice heldSince={view.heldSince} />
      <ResultsChooser view={view} place={place} />
      {partOf === null ? null : <p>{partOf}</p>}
      <nav className={styles.contents} aria-label={t("contents")}>
        <ul>
          {PARTS.map((part) => (
            <li key={part}>
              <a href={`#${part}`}>{t(`${part}.title`)}</a>
            </li>
          ))}
        </ul>
      </nav>
      <Notice tone="information" title={t("exploratory.title")}>
        <p data-standing="exploratory">
          {view.openedAt === null
            ? t("exploratory.text")
            : t("exploratory.opened", { day: view.openedAt.toISOString().slice(0, 10) })}
        </p>
      </Notice>
      <ShiftSection view={view} />
      <LevelSection
        place={place}
        question={props.question}
        names={{ own: view.cohort.name, other: view.comparedWith?.name ?? null, from, to }}
      />
      <WaysSection view={view} />
      <LinesSection view={view} />
      <TimesSection view={view} />
      <CascadeSection view={view} />
      <BodySection view={view} />
      <SteppedBack programmeId={place.programmeId} />
      <ComputedSection view={view} place={place} scriptHref={props.scriptHref} />
    </PageChartFiles>
  );
}
