import { Button } from "@alongside/ui/primitives/button";
import { EmptyState } from "@alongside/ui/primitives/empty-state";
import { StatusBadge } from "@alongside/ui/primitives/status-badge";
import { useFormatter, useTranslations } from "next-intl";
import { AnonymityReport } from "./anonymity-report";
import { DecideForm } from "./decide-form";
import type { ReleaseView } from "./release-views";
import styles from "./releases.module.css";
import { usePurposeWords } from "./use-purpose-words";

const TONES = {
  waiting: "caution",
  approved: "good",
  refused: "danger",
  taken: "neutral",
  expired: "neutral",
} as const;

/** Every release with how it stands, and what to do next. */
export function ReleaseList(props: {
  readonly base: string;
  readonly programmeId: string;
  readonly releases: readonly ReleaseView[];
}): React.JSX.Element {
  const t = useTranslations("release.list");
  if (props.releases.length === 0) {
    return (
      <EmptyState title={t("none")}>
        <p>{t("noneText")}</p>
      </EmptyState>
    );
  }
  return (
    <ul className={styles.list}>
      {props.releases.map((one) => (
        <li key={one.releaseId} className={styles.card} data-state={one.state}>
          <One {...props} one={one} />
        </li>
      ))}
    </ul>
  );
}

function One(props: {
  readonly base: string;
  readonly programmeId: string;
  readonly one: ReleaseView;
}): React.JSX.Element {
  const { one } = props;
  const t = useTranslations("release.list");
  const purpose = usePurposeWords();
  const format = useFormatter();
  const time = (at: Date) => format.dateTime(at, { dateStyle: "medium", timeStyle: "short" });
  const { decision } = one;
  const name = (known: string | null) => known ?? t("somebody");
  return (
    <>
      <div className={styles.head}>
        <h2>{t(`what.${one.of.what}`)}</h2>
        <StatusBadge tone={TONES[one.state]}>{t(`state.${one.state}`)}</StatusBadge>
      </div>
      <p>
        <strong>{t(`destination.${one.destination}`)}</strong> · {purpose(one.purpose)}
      </p>
      {one.words === "" ? null : <p className={styles.words}>{one.words}</p>}
      <p className={styles.quiet}>
        {t("asked", { name: name(one.askedBy), time: time(one.askedAt) })}{" "}
        {one.sites.length === 0 ? t("allSites") : t("sites", { sites: format.list(one.sites) })}{" "}
        {one.chosen.length === 0 ? null : t("chosen", { chosen: format.list(one.chosen) })}
      </p>
      <details open={one.mayDecide}>
        <summary>{t("report")}</summary>
        <AnonymityReport report={one.report} rows={one.rows} />
      </details>
      {decision === null ? null : (
        <>
          <p className={styles.quiet}>{t("decided", { name: name(decision.by), time: time(decision.at) })}</p>
          <p className={styles.words}>{decision.words}</p>
        </>
      )}
      <p>{nextStep(one, t, time)}</p>
      {one.mayDecide ? <DecideForm programmeId={props.programmeId} releaseId={one.releaseId} /> : null}
      {one.mayTake ? (
        <form method="post" action={`${props.base}/releases/taking`}>
          <input type="hidden" name="releaseId" value={one.releaseId} />
          <Button type="submit" kind="primary">
            {t("take")}
          </Button>
        </form>
      ) : null}
    </>
  );
}

/** What to do next, or what became of it. */
function nextStep(
  { state, isMine, mayDecide, takeUntil, takenAt }: ReleaseView,
  t: ReturnType<typeof useTranslations<"release.list">>,
  time: (at: Date) => string,
): string {
  switch (state) {
    case "waiting":
      return mayDecide ? t("next.decide") : t("next.waiting");
    case "approved":
      return t(isMine ? "next.take" : "next.theirs", { time: takeUntil === null ? "" : time(takeUntil) });
    case "taken":
      return t("next.taken", { time: takenAt === null ? "" : time(takenAt) });
    case "refused":
      return t("next.refused");
    case "expired":
      return t("next.expired");
  }
}
