import { buttonClass } from "@alongside/ui/primitives/button";
import { Notice } from "@alongside/ui/primitives/notice";
import Link from "next/link";
import { useTranslations } from "next-intl";
import styles from "./settings.module.css";
import type { AuditState, AuditVerdict } from "./settings-views";

/** Whether the trail can be trusted: how it is held, its last anchor, and what a check of all of it finds. */
export function AuditStatePanel(props: {
  readonly path: string;
  readonly state: AuditState;
  /** Null until somebody asks for the check. */
  readonly verdict: AuditVerdict | null;
}): React.JSX.Element {
  const t = useTranslations("settings.audit.state");
  const { path, state, verdict } = props;
  const [last] = state.anchors;
  return (
    <section className={styles.card} aria-labelledby="audit-state">
      <h3 id="audit-state">{t("title")}</h3>
      <p>{t("how")}</p>
      {state.key === null ? <Notice tone="caution" title={t("noKey")} /> : null}
      {last ? (
        <p>{t("lastAnchor", { number: last.number, day: last.day })}</p>
      ) : state.key === null ? null : (
        <p>{t("noAnchor")}</p>
      )}
      {verdict === null ? null : <Verdict verdict={verdict} />}
      <div className={styles.actions}>
        <Link href={`${path}?check=1`} className={buttonClass()} prefetch={false}>
          {t("check")}
        </Link>
        {last ? (
          <Link href={`${path}/anchors`} className={buttonClass({ kind: "quiet" })} prefetch={false}>
            {t("anchors")}
          </Link>
        ) : null}
      </div>
    </section>
  );
}

function Verdict({ verdict }: { readonly verdict: AuditVerdict }): React.JSX.Element {
  const t = useTranslations("settings.audit.state");
  const { events, chains, anchors, notAnchored, findings } = verdict;
  if (findings.length > 0) {
    return (
      <Notice tone="danger" title={t("broken", { count: findings.length })}>
        <ul>
          {findings.slice(0, 100).map(({ subjectId, place, fault }) => (
            <li key={`${subjectId} ${place} ${fault}`}>{t(`fault.${fault}`, { subject: subjectId ?? "", place })}</li>
          ))}
        </ul>
        <p>{t("brokenNext")}</p>
      </Notice>
    );
  }
  return (
    <Notice tone="information" title={t("holds", { events, chains, anchors, notAnchored })}>
      {verdict.signaturesChecked ? null : <p>{t("unsigned")}</p>}
    </Notice>
  );
}
