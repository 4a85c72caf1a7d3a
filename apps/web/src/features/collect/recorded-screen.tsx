import type { QuestionnaireView } from "@alongside/domain/instruments/questionnaire-view";
import { buttonClass } from "@alongside/ui/primitives/button";
import { Notice } from "@alongside/ui/primitives/notice";
import { PageHeader } from "@alongside/ui/primitives/page-header";
import Link from "next/link";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { formHref, planHref } from "./address";
import styles from "./form-screen.module.css";
import type { OpenForm, ScaleView, StoredAssessment } from "./form-view";
import { languageName } from "./language-name";
import { LeftoverDraft } from "./leftover-draft";
import { RecordedAnswers } from "./recorded-answers";
import { StoredScores } from "./stored-scores";

/** What was recorded at a place: answers, scores for those who may see them, versions, and the way to correct it. */
export function RecordedScreen(props: {
  readonly base: string;
  readonly programmeId: string;
  readonly personId: string;
  readonly form: OpenForm;
  readonly view: QuestionnaireView;
  readonly stored: StoredAssessment;
  readonly scales: readonly ScaleView[];
  readonly mayCorrect: boolean;
}): React.JSX.Element {
  const { base, form, stored, view } = props;
  const t = useTranslations("collect");
  const format = useFormatter();
  const locale = useLocale();
  const { participant, place } = form;
  const at = { ...place, participantId: participant.participantId };
  const version = (assessmentId: string) => `${formHref(base, at)}?version=${assessmentId}`;
  const date = format.dateTime(new Date(`${stored.answeredOn}T00:00:00Z`), { dateStyle: "long", timeZone: "UTC" });
  return (
    <>
      <PageHeader
        eyebrow={
          <Link href={planHref(base, participant.participantId, place.timepointId)} prefetch={false}>
            {participant.code} · {place.timepointLabel}
          </Link>
        }
        title={<span lang={view.language}>{view.title}</span>}
        lead={t("recorded.facts", {
          mode: t(`mode.${modeOf(stored.mode)}`),
          language: languageName(stored.language, locale),
          date,
        })}
        actions={
          stored.current && props.mayCorrect ? (
            <Link
              className={buttonClass({ kind: "secondary" })}
              href={formHref(base, at, {
                mode: stored.mode === "paper" ? "paper" : "interview",
                language: stored.language,
                correct: true,
              })}
              prefetch={false}
            >
              {t("recorded.correct")}
            </Link>
          ) : null
        }
      />
      <div className={styles.panel}>
        {stored.current ? (
          <LeftoverDraft
            form={form}
            personId={props.personId}
            programmeId={props.programmeId}
            href={formHref(base, at, { correct: true })}
          />
        ) : null}
        {stored.current ? null : (
          <Notice tone="caution" title={t("recorded.older")}>
            <p>
              <Link href={formHref(base, at)} prefetch={false}>
                {t("recorded.later")}
              </Link>
            </p>
          </Notice>
        )}
        {stored.replaces ? (
          <Notice tone="information" title={t("recorded.corrected", { reason: stored.replaces.reason })}>
            <p>
              <Link href={version(stored.replaces.assessmentId)} prefetch={false}>
                {t("recorded.earlier")}
              </Link>
            </p>
          </Notice>
        ) : null}
        {stored.scores.length > 0 ? (
          <section className={styles.card} aria-labelledby="scores">
            <h2 id="scores">{t("stored.scores")}</h2>
            <p className={styles.hint}>{t("stored.scoresNote")}</p>
            <StoredScores scales={props.scales} scores={stored.scores} />
          </section>
        ) : null}
        <h2>{t("recorded.title")}</h2>
        <RecordedAnswers view={view} answers={stored.answers} />
      </div>
    </>
  );
}

const KNOWN_MODES = ["interview", "paper", "self", "import"] as const;

/** The mode as the messages name it. */
export function modeOf(mode: string): (typeof KNOWN_MODES)[number] {
  return KNOWN_MODES.find((known) => known === mode) ?? "import";
}
