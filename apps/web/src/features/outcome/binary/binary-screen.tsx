import { Notice } from "@alongside/ui/primitives/notice";
import { PageHeader } from "@alongside/ui/primitives/page-header";
import { useLocale, useTranslations } from "next-intl";
import { changeHref } from "@/features/change/change-query";
import { PageChartFiles } from "@/features/chart-files/page-chart-files";
import { Hindered } from "../hindered";
import styles from "../outcome.module.css";
import type { OutcomeAddress } from "../outcome-address";
import { OutcomeChooser } from "../outcome-chooser";
import type { BinaryView, OutcomePlace } from "../outcome-view";
import { useAboutOutcome } from "../use-about-outcome";
import { useFigures } from "../use-figures";
import { BinaryBehind } from "./binary-behind";
import { BinaryComputed } from "./binary-computed";
import { BinaryFinding } from "./binary-finding";
import { BinarySure } from "./binary-sure";
import { BinaryVersus } from "./binary-versus";

const PARTS = ["finding", "behind", "sure", "versus", "computed"] as const;

/** One yes-or-no outcome of one cohort: shares, who gained and who lost, and what the missing could change. No script. */
export function BinaryScreen(props: {
  readonly view: BinaryView;
  readonly place: OutcomePlace;
  readonly address: OutcomeAddress;
  readonly scriptHref: string;
}): React.JSX.Element {
  const page = useTranslations("outcome");
  const t = useTranslations("outcomeYesNo");
  const locale = useLocale();
  const figures = useFigures();
  const aboutOutcome = useAboutOutcome();
  const { view, place, address } = props;
  const { interpretable, missingShare } = view.analysis.attrition;
  const [from, to] = [view.waves[0]?.label ?? "", view.waves[view.wave]?.label ?? ""];
  const parts = PARTS.filter((part) => part !== "versus" || view.analysis.comparison !== null);
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
          : [page("notInterpretable.title", { share: figures.share(missingShare) })]
      }
    >
      <PageHeader
        title={view.description.label[locale]}
        eyebrow={
          <a
            href={changeHref(`${place.base}/change`, { at: null, site: address.siteId, snapshot: address.snapshotId })}
          >
            {page("back")}
          </a>
        }
        lead={page("lead", { cohort: view.cohort.name, from, to })}
      />
      <OutcomeChooser {...props} />
      <Hindered view={props.view} />
      <nav className={styles.contents} aria-label={page("contents")}>
        <ul>
          {parts.map((part) => (
            <li key={part}>
              <a href={`#${part}`}>{t(`contents.${part}`)}</a>
            </li>
          ))}
        </ul>
      </nav>
      {interpretable || missingShare === null ? null : (
        <Notice tone="caution" title={page("notInterpretable.title", { share: figures.share(missingShare) })}>
          <p>{page("notInterpretable.text", { time: to })}</p>
        </Notice>
      )}
      <div className={interpretable ? undefined : styles.grey} data-interpretable={interpretable}>
        <BinaryFinding view={view} place={place} />
      </div>
      <BinaryBehind view={view} programmeId={place.programmeId} />
      <div className={interpretable ? undefined : styles.grey}>
        <BinarySure view={view} />
        <BinaryVersus view={view} />
      </div>
      <BinaryComputed {...props} />
    </PageChartFiles>
  );
}
