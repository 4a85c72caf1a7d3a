import { buttonClass } from "@alongside/ui/primitives/button";
import { EmptyState } from "@alongside/ui/primitives/empty-state";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { conflictsHref, formHref, planHref } from "@/features/collect/address";
import { useDay } from "./calendar-day";
import { DueBadge } from "./due-badge";
import styles from "./participant.module.css";
import type { Participant, Slot, Wave } from "./participant-views";
import { Versions } from "./versions";

/** What the signed-in person may do with a participant's record. */
export interface MayDo {
  readonly collect: boolean;
  readonly correct: boolean;
  readonly changeStatus: boolean;
}

interface Props {
  readonly base: string;
  readonly one: Participant;
  readonly may: MayDo;
}

/** The plan as a timeline: every time with its window and what was collected at it. */
export function PlanSection(props: Props): React.JSX.Element {
  const t = useTranslations("participants.one");
  if (props.one.waves.length === 0) return <EmptyState title={t("noPlanTitle")}>{t("noPlan")}</EmptyState>;
  return (
    <section className={styles.section} aria-labelledby="plan">
      <h2 id="plan">{t("plan")}</h2>
      <p className={styles.note}>{t("planNote")}</p>
      <ol className={styles.timeline}>
        {props.one.waves.map((wave) => (
          <WaveItem key={wave.timepointId} {...props} wave={wave} />
        ))}
      </ol>
    </section>
  );
}

function WaveItem({ base, one, may, wave }: Props & { readonly wave: Wave }): React.JSX.Element {
  const t = useTranslations("participants.one");
  const day = useDay();
  const collectable = may.collect && one.closed === null && (wave.state === "open" || wave.state === "overdue");
  return (
    <li className={styles.wave} data-state={wave.state}>
      <div className={styles.waveHead}>
        <h3>{wave.label}</h3>
        <DueBadge state={wave.state} />
        <span className={styles.note}>{t("window", { from: day(wave.opensOn), to: day(wave.closesOn) })}</span>
        {collectable ? (
          <Link
            href={planHref(base, one.participantId, wave.timepointId)}
            className={buttonClass({ kind: "secondary" })}
            aria-label={t("collectWave", { timepoint: wave.label })}
            prefetch={false}
          >
            {t("collect")}
          </Link>
        ) : null}
      </div>
      <ul className={styles.slots}>
        {wave.slots.map((slot) => (
          <SlotItem key={slot.instrument} base={base} one={one} may={may} wave={wave} slot={slot} />
        ))}
      </ul>
    </li>
  );
}

function SlotItem(props: Props & { readonly wave: Wave; readonly slot: Slot }): React.JSX.Element {
  const t = useTranslations("participants.one");
  const locale = useLocale();
  const { base, one, may, wave, slot } = props;
  const place = { participantId: one.participantId, timepointCode: wave.code, instrument: slot.instrument };
  return (
    <li className={styles.slot}>
      <div className={styles.slotHead}>
        <span className={styles.slotName}>
          {slot.name[locale]}
          {slot.isNew ? <span className={styles.note}> ({t("isNew")})</span> : null}
        </span>
        {slot.state === wave.state && slot.answeredOn === null ? null : <DueBadge state={slot.state} />}
        {slot.answeredOn !== null && may.correct ? (
          <Link
            href={formHref(base, place, { correct: true })}
            className={styles.quietLink}
            aria-label={t("correctSlot", { instrument: slot.name[locale], timepoint: wave.label })}
            prefetch={false}
          >
            {t("correct")}
          </Link>
        ) : null}
      </div>
      <Versions versions={slot.versions} compareHref={compareHref(props)} />
    </li>
  );
}

/** What was collected outside the plan as it stands now; nothing when there is none. */
export function OtherRecords(props: Props): React.JSX.Element | null {
  const { one } = props;
  const t = useTranslations("participants.one");
  const locale = useLocale();
  if (one.others.length === 0) return null;
  return (
    <section className={styles.section} aria-labelledby="others">
      <h2 id="others">{t("others")}</h2>
      <p className={styles.note}>{t("othersNote")}</p>
      <ul className={styles.slots}>
        {one.others.map((other) => (
          <li key={`${other.timepointId} ${other.instrument}`} className={styles.slot}>
            <div className={styles.slotHead}>
              <span className={styles.slotName}>
                {other.timepoint} · {other.name[locale]}
              </span>
            </div>
            <Versions versions={other.versions} compareHref={compareHref(props)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function compareHref({ base, one, may }: Props): string | null {
  return may.correct ? conflictsHref(base, one.participantId) : null;
}
