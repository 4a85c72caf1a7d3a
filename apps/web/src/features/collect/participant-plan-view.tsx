import { EmptyState } from "@alongside/ui/primitives/empty-state";
import { Notice } from "@alongside/ui/primitives/notice";
import Link from "next/link";
import { useFormatter, useTranslations } from "next-intl";
import { ClosedNotice } from "@/features/consent/closed-notice";
import { conflictsHref } from "./address";
import type { DueList, PlanPlace } from "./form-view";
import styles from "./participant-plan-view.module.css";
import { PlanRow } from "./plan-row";

/** One participant: who it is by code, and every form of the plan with how far it is. */
export function ParticipantPlanView(props: {
  readonly base: string;
  readonly due: DueList;
  readonly timepointId: string | null;
}): React.JSX.Element {
  const { base, due } = props;
  const { participant } = due;
  const t = useTranslations("collect");
  const format = useFormatter();
  const day = (date: string) =>
    format.dateTime(new Date(`${date}T00:00:00Z`), { dateStyle: "medium", timeZone: "UTC" });
  const waves = byTimepoint(due.places);
  return (
    <section className={styles.participant} aria-label={t("plan.label", { code: participant.code })}>
      <header className={styles.header}>
        <h2 className={styles.code}>{participant.code}</h2>
        <p className={styles.facts}>
          {participant.site} · {participant.cohort} · {t("person.enrolled")} {day(participant.enrolledOn)}
          {participant.endedOn === null ? "" : ` · ${t("person.ended")} ${day(participant.endedOn)}`}
        </p>
        <Link href={`${base}/participants/${participant.participantId}`} prefetch={false}>
          {t("person.page")}
        </Link>
      </header>
      {due.conflicts > 0 ? (
        <Notice tone="caution" title={t("person.conflicts", { count: due.conflicts })}>
          <p>
            <Link href={conflictsHref(base, participant.participantId)} prefetch={false}>
              {t("person.compare")}
            </Link>
          </p>
        </Notice>
      ) : null}
      {due.closed === null ? null : <ClosedNotice closed={due.closed} />}
      {waves.length === 0 ? <EmptyState title={t("plan.none.title")}>{t("plan.none.text")}</EmptyState> : null}
      {waves.map((wave) => (
        <WaveView key={wave[0].timepointId} {...props} wave={wave} />
      ))}
    </section>
  );
}

/** One timepoint with its forms. One with nothing to do now is folded up, unless the address points at it. */
function WaveView(props: {
  readonly base: string;
  readonly due: DueList;
  readonly timepointId: string | null;
  readonly wave: Wave;
}): React.JSX.Element {
  const { base, due, wave } = props;
  const [first] = wave;
  const t = useTranslations("collect.plan");
  const format = useFormatter();
  const day = (date: string) =>
    format.dateTime(new Date(`${date}T00:00:00Z`), { dateStyle: "medium", timeZone: "UTC" });
  const pointedAt = first.timepointId === props.timepointId;
  const nothingToDo = wave.every(
    ({ state, collected }) => state === "upcoming" || state === "not-expected" || collected !== null,
  );
  return (
    <details className={styles.wave} data-pointed-at={pointedAt} open={pointedAt || !nothingToDo}>
      <summary className={styles.waveHeader}>
        <h3>{first.timepointLabel}</h3>
        <span className={styles.facts}>
          {t("window", { from: day(first.window.opensOn), to: day(first.window.closesOn) })}
        </span>
      </summary>
      <ul className={styles.places}>
        {wave.map((place) => (
          <PlanRow
            key={place.instrument}
            base={base}
            participantId={due.participant.participantId}
            place={place}
            languages={due.languages[place.instrument] ?? []}
            opens={due.closed === null}
          />
        ))}
      </ul>
    </details>
  );
}

type Wave = readonly [PlanPlace, ...PlanPlace[]];

function byTimepoint(places: readonly PlanPlace[]): readonly Wave[] {
  const waves = new Map<string, [PlanPlace, ...PlanPlace[]]>();
  for (const place of places) {
    const wave = waves.get(place.timepointId);
    if (wave === undefined) waves.set(place.timepointId, [place]);
    else wave.push(place);
  }
  return [...waves.values()];
}
