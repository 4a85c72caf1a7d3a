import { PageHeader } from "@alongside/ui/primitives/page-header";
import { StatusBadge } from "@alongside/ui/primitives/status-badge";
import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { HandOver } from "../handover/hand-over";
import { planHref } from "./address";
import styles from "./form-page.module.css";
import { FormScreen } from "./form-screen";
import type { FormSetting, OpenForm } from "./form-view";
import { languageName } from "./language-name";

/** The page of one form: whose and which, how it is collected, and the form itself. */
export function FormPage(props: { readonly form: OpenForm; readonly setting: FormSetting }): React.JSX.Element {
  const { form, setting } = props;
  const t = useTranslations("collect");
  const locale = useLocale();
  const { participant, place, view } = form;
  const plan = planHref(setting.base, participant.participantId, place.timepointId);
  return (
    <>
      <PageHeader
        eyebrow={
          <span className={styles.eyebrow}>
            <Link href={plan} prefetch={false}>
              ← {participant.code}
            </Link>
            <span>{place.timepointLabel}</span>
            <span>{t(`mode.${setting.mode}`)}</span>
            <span>{languageName(view.language, locale)}</span>
          </span>
        }
        title={<span lang={view.language}>{view.title}</span>}
        lead={
          <>
            <span lang={view.language}>{view.instructions ?? view.recall}</span>
            {view.notYetValidated ? (
              <span className={styles.badge}>
                <StatusBadge tone="caution">{t("new")}</StatusBadge>
              </span>
            ) : null}
          </>
        }
      />
      {setting.mode === "interview" && setting.stored === null && canBeReadAlone(view) ? (
        <HandOver
          programmeId={setting.programmeId}
          participantId={participant.participantId}
          timepointCode={place.timepointCode}
          instrument={place.instrument}
          language={view.language}
        />
      ) : null}
      <FormScreen key={setting.stored?.assessmentId ?? "new"} form={form} setting={setting} />
    </>
  );
}

/** Questions that are read from a paper copy cannot be answered from the screen alone. */
function canBeReadAlone({ wording }: OpenForm["view"]): boolean {
  return wording.kind === "bundled" || (wording.kind === "loaded" && wording.complete);
}
