import { SHOWN_FOR_SECONDS } from "@alongside/domain/identity/contact-purpose";
import { EmptyState } from "@alongside/ui/primitives/empty-state";
import { PageHeader } from "@alongside/ui/primitives/page-header";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { ClosedNotice } from "@/features/consent/closed-notice";
import styles from "./contact-details.module.css";
import type { ContactStatus } from "./contact-view";
import { OpenDetails } from "./open-details";
import { RemoveDetails } from "./remove-details";
import { WriteDetails } from "./write-details";

/** How to reach one person: nothing of it is on the page until somebody says what it is needed for. */
export function ContactScreen(props: {
  readonly base: string;
  readonly programmeId: string;
  readonly participantId: string;
  readonly code: string;
  /** Null where the programme keeps none. */
  readonly status: ContactStatus | null;
  readonly may: { readonly write: boolean; readonly remove: boolean };
}): React.JSX.Element {
  const { base, programmeId, participantId, code, status, may } = props;
  const t = useTranslations("contactDetails");
  const about = { programmeId, participantId };
  return (
    <>
      <PageHeader
        eyebrow={
          <Link href={`${base}/participants/${participantId}`} prefetch={false}>
            {t("back", { code })}
          </Link>
        }
        title={t("title")}
        lead={t("lead", { seconds: SHOWN_FOR_SECONDS })}
      />
      {status === null ? (
        <EmptyState title={t("off")} />
      ) : (
        <div className={styles.columns}>
          {status.closed === null ? null : <ClosedNotice closed={{ code: "rule", reason: status.closed }} />}
          {status.kept.length === 0 ? <p>{t("none")}</p> : null}
          {status.kept.length > 0 && status.closed === null ? <OpenDetails {...about} kept={status.kept} /> : null}
          {may.write && status.closed === null ? <WriteDetails {...about} /> : null}
          {may.remove && status.kept.length > 0 ? <RemoveDetails {...about} kept={status.kept} code={code} /> : null}
        </div>
      )}
    </>
  );
}
