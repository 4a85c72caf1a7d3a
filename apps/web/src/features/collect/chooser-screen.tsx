import type { Failure } from "@alongside/domain/failure/failure";
import { makeParticipantCode } from "@alongside/domain/identity/participant-code";
import { buttonClass } from "@alongside/ui/primitives/button";
import { PageHeader } from "@alongside/ui/primitives/page-header";
import { useTranslations } from "next-intl";
import { FailureWords } from "@/features/failure/failure-notice";
import { CodeHint } from "@/features/participants/code-hint";
import { textSeal } from "@/server/sealed-text";
import styles from "./chooser-screen.module.css";
import { DraftsPanel } from "./drafts-panel";
import type { DueList } from "./form-view";
import { ParticipantPlanView } from "./participant-plan-view";

/** Whom to ask, and what: the door to every form. */
export function ChooserScreen(props: {
  readonly base: string;
  readonly programmeId: string;
  readonly personId: string;
  /** What was typed, to be corrected. */
  readonly code: string;
  readonly failure: Failure | null;
  readonly due: DueList | null;
  /** The timepoint the address points at. */
  readonly timepointId: string | null;
}): React.JSX.Element {
  const t = useTranslations("collect");
  const { base, due, failure } = props;
  return (
    <>
      <PageHeader title={t("title")} lead={t("lead")} />
      <div className={styles.screen}>
        <search>
          <form action={`${base}/find`} method="post" className={styles.find}>
            <label className={styles.field}>
              <span>{t("find.label")}</span>
              <input
                name="code"
                type="search"
                defaultValue={props.code}
                maxLength={40}
                autoComplete="off"
                autoCapitalize="characters"
                spellCheck={false}
                aria-describedby="code-hint"
              />
            </label>
            <button type="submit" className={buttonClass({ kind: due === null ? "primary" : "secondary" })}>
              {t("find.submit")}
            </button>
            <p id="code-hint" className={styles.hint}>
              {t("find.hint", { example: EXAMPLE })}
            </p>
          </form>
        </search>
        {failure ? <NotFound base={base} failure={failure} /> : null}
        {due ? <ParticipantPlanView base={base} due={due} timepointId={props.timepointId} /> : null}
        <DraftsPanel personId={props.personId} programmeId={props.programmeId} />
      </div>
    </>
  );
}

/** Nobody was found: the code is mistyped, or it is nobody's here. */
function NotFound({ base, failure }: { readonly base: string; readonly failure: Failure }): React.JSX.Element {
  if (!failure.reason.startsWith("participant-code.")) return <FailureWords failure={failure} />;
  return <CodeHint failure={failure} hrefOf={(code) => `${base}/collect?code=${textSeal().seal(code)}`} />;
}

/** A code whose check symbols are right, for the hint. */
const EXAMPLE = makeParticipantCode([7, 20, 2, 21, 4, 26]);
