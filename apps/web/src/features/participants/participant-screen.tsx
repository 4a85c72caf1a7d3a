import type { Dose } from "@alongside/domain/support/dose";
import { buttonClass } from "@alongside/ui/primitives/button";
import { PageHeader } from "@alongside/ui/primitives/page-header";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { CharacteristicsPanel } from "@/features/characteristics/characteristics-panel";
import { planHref } from "@/features/collect/address";
import { ClosedNotice } from "@/features/consent/closed-notice";
import { ConsentPanel } from "@/features/consent/consent-panel";
import type { PersonConsents } from "@/features/consent/consent-views";
import { WithdrawalPanel } from "@/features/consent/withdrawal-panel";
import { DoseSection } from "@/features/support/dose-section";
import { useDay } from "./calendar-day";
import { ChangeStatus } from "./change-status";
import { EnrolmentBadge } from "./enrolment-badge";
import { HistorySection } from "./history-section";
import { NewCodeCard } from "./new-code-card";
import styles from "./participant.module.css";
import type { Participant } from "./participant-views";
import { type MayDo, OtherRecords, PlanSection } from "./plan-section";
import { ScoresSection } from "./scores-section";

/** One participant's record: where they stand, what was collected when, how their scores went. */
export function ParticipantScreen(props: {
  readonly base: string;
  readonly programmeId: string;
  readonly one: Participant;
  /** Null for those who may not see what was agreed to. */
  readonly consents: PersonConsents | null;
  /** Null for those who may not see what support was given. */
  readonly dose: Dose | null;
  readonly may: MayDo & { readonly seeResults: boolean; readonly reach: boolean; readonly recordConsent: boolean };
  /** True right after enrolling, when the code has to be written down. */
  readonly isNew: boolean;
}): React.JSX.Element {
  const t = useTranslations("participants.one");
  const contact = useTranslations("contactDetails");
  const { base, one, may } = props;
  const here = `${base}/participants/${one.participantId}`;
  return (
    <>
      <PageHeader
        eyebrow={
          <Link href={`${base}/participants`} prefetch={false}>
            {t("back")}
          </Link>
        }
        title={<span className={styles.code}>{one.code}</span>}
        actions={
          <>
            {may.changeStatus ? <ChangeStatus programmeId={props.programmeId} one={one} /> : null}
            {may.reach ? (
              <Link href={`${here}/contact`} className={buttonClass({ kind: "secondary" })} prefetch={false}>
                {contact("open")}
              </Link>
            ) : null}
            {may.seeResults ? (
              <Link
                href={`${base}/laboratory/${one.participantId}`}
                className={buttonClass({ kind: "secondary" })}
                prefetch={false}
              >
                {t("results")}
              </Link>
            ) : null}
            {may.collect && one.closed === null ? (
              <Link
                href={planHref(base, one.participantId)}
                className={buttonClass({ kind: "primary" })}
                prefetch={false}
              >
                {t("collect")}
              </Link>
            ) : null}
          </>
        }
      />
      {props.isNew ? <NewCodeCard code={one.code} done={here} /> : null}
      {one.closed === null ? null : <ClosedNotice closed={one.closed} />}
      <Facts one={one} />
      <div className={styles.columns}>
        <div className={styles.column}>
          <PlanSection base={base} one={one} may={may} />
          <OtherRecords base={base} one={one} may={may} />
          {props.dose === null ? null : <DoseSection dose={props.dose} />}
          {one.who === null ? null : (
            <CharacteristicsPanel
              place={{ programmeId: props.programmeId, participantId: one.participantId }}
              who={one.who}
            />
          )}
          {props.consents === null ? null : (
            <>
              <ConsentPanel programmeId={props.programmeId} consents={props.consents} mayRecord={may.recordConsent} />
              <WithdrawalPanel
                programmeId={props.programmeId}
                consents={props.consents}
                mayRecord={may.recordConsent}
              />
            </>
          )}
        </div>
        <div className={styles.column}>
          <ScoresSection trajectories={one.trajectories} />
        </div>
      </div>
      <HistorySection enrolments={one.enrolments} />
    </>
  );
}

function Facts({ one }: { readonly one: Participant }): React.JSX.Element {
  const t = useTranslations("participants");
  const day = useDay();
  const { done, expected } = one.progress;
  return (
    <dl className={styles.facts}>
      <div>
        <dt>{t("column.status")}</dt>
        <dd>
          <EnrolmentBadge status={one.status} />
        </dd>
      </div>
      <Fact name={t("one.site")}>{one.site}</Fact>
      <Fact name={t("one.cohort")}>{one.cohort}</Fact>
      <Fact name={t("one.enrolledOn")}>{day(one.enrolledOn)}</Fact>
      {one.endedOn ? <Fact name={t("one.ended")}>{day(one.endedOn)}</Fact> : null}
      {expected > 0 ? <Fact name={t("one.collected")}>{t("one.ofExpected", { done, expected })}</Fact> : null}
    </dl>
  );
}

function Fact(props: { readonly name: string; readonly children: React.ReactNode }): React.JSX.Element {
  return (
    <div>
      <dt>{props.name}</dt>
      <dd>{props.children}</dd>
    </div>
  );
}
