import { EmptyState } from "@alongside/ui/primitives/empty-state";
import { StatusBadge } from "@alongside/ui/primitives/status-badge";
import { useFormatter, useTranslations } from "next-intl";
import { useActionWords } from "@/features/settings/use-action-words";
import { useOpenTranslations } from "@/i18n/use-open-translations";
import type { OpeningView } from "./opening-views";
import styles from "./openings.module.css";
import { ReviewForm } from "./review-form";

/** Every access from elsewhere with what was read, and what somebody thinks of it. */
export function OpeningsList(props: {
  readonly programmeId: string;
  readonly openings: readonly OpeningView[];
}): React.JSX.Element {
  const t = useTranslations("openings");
  if (props.openings.length === 0) return <EmptyState title={t("none")} />;
  return (
    <ul className={styles.list}>
      {props.openings.map((one) => (
        <li key={one.breakGlassId} className={styles.card}>
          <One programmeId={props.programmeId} one={one} />
        </li>
      ))}
    </ul>
  );
}

function One(props: { readonly programmeId: string; readonly one: OpeningView }): React.JSX.Element {
  const { one } = props;
  const t = useTranslations("openings");
  const say = useOpenTranslations();
  const action = useActionWords();
  const format = useFormatter();
  const time = (at: Date) => format.dateTime(at, { dateStyle: "medium", timeStyle: "short" });
  const { review } = one;
  const reason = `openings.reasons.${one.reason}`;
  return (
    <>
      <h3>{t("who", { person: one.person ?? "", site: one.site })}</h3>
      <p>
        {one.participantCode === null ? t("erased") : t("about", { code: one.participantCode })} ·{" "}
        {t("when", { from: time(one.openedAt), to: time(one.endsAt) })}
      </p>
      {one.isOpen ? (
        <p>
          <StatusBadge tone="danger">{t("open")}</StatusBadge>
        </p>
      ) : null}
      {one.endedAt ? <p className={styles.quiet}>{t("ended", { time: time(one.endedAt) })}</p> : null}
      <p>
        <strong>{say.has(reason) ? say(reason) : one.reason}</strong> {one.words}
      </p>
      {one.readings.length === 0 ? (
        <p className={styles.quiet}>{t("nothingRead")}</p>
      ) : (
        <details>
          <summary>{t("readings", { count: one.readings.length })}</summary>
          <ol>
            {one.readings.map((reading) => (
              <li key={`${reading.at.toISOString()} ${reading.action}`}>
                {time(reading.at)} · {action(reading.action)}
              </li>
            ))}
          </ol>
        </details>
      )}
      {review === null ? (
        <Waiting programmeId={props.programmeId} one={one} />
      ) : (
        <p>
          {t("judge.done", {
            judgement: judgementWords(review.judgement, t),
            name: review.by ?? "",
            time: time(review.at),
          })}{" "}
          {review.note}
        </p>
      )}
    </>
  );
}

function Waiting(props: { readonly programmeId: string; readonly one: OpeningView }): React.JSX.Element {
  const t = useTranslations("openings.judge");
  if (props.one.isMine) return <p className={styles.quiet}>{t("own")}</p>;
  if (props.one.isOpen) return <p className={styles.quiet}>{t("waiting")}</p>;
  return <ReviewForm programmeId={props.programmeId} breakGlassId={props.one.breakGlassId} />;
}

function judgementWords(judgement: string, t: ReturnType<typeof useTranslations<"openings">>): string {
  switch (judgement) {
    case "justified":
      return t("judge.justified");
    case "not-justified":
      return t("judge.not-justified");
    default:
      return t("judge.unclear");
  }
}
