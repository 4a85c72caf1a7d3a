import type { Failure } from "@alongside/domain/failure/failure";
import type { RiskAlert } from "@alongside/domain/instruments/risk-watch";
import { Button, buttonClass } from "@alongside/ui/primitives/button";
import { ConfirmDialog } from "@alongside/ui/primitives/confirm-dialog";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { FailureWords } from "@/features/failure/failure-notice";
import { conflictsHref, formHref, planHref } from "./address";
import styles from "./form-screen.module.css";
import type { FormSetting, OpenForm } from "./form-view";
import { RiskNotice } from "./risk-notice";
import { useArrival } from "./use-arrival";

/** The server has refused the form. Where the place is taken or both versions are kept, there is a way on. */
export function RefusedPanel(props: {
  readonly failure: Failure;
  /** What to do about an answer that calls for somebody to act; that does not wait until the form is accepted. */
  readonly risk: RiskAlert | null;
  readonly form: OpenForm;
  readonly setting: FormSetting;
  readonly onDrop: () => Promise<void>;
}): React.JSX.Element {
  const { failure, form, setting } = props;
  const t = useTranslations("collect.refused");
  const parts = useTranslations("parts");
  const router = useRouter();
  const panel = useArrival();
  const [asking, setAsking] = useState(false);
  const { participantId } = form.participant;
  const taken = failure.code === "conflict" || failure.code === "duplicate";
  const tooMany = failure.reason.startsWith("assessment.too-many-versions");
  return (
    <div ref={panel} className={`${styles.panel} ${styles.arrival}`} tabIndex={-1}>
      {props.risk ? <RiskNotice risk={props.risk} /> : null}
      <FailureWords failure={failure} />
      {taken || tooMany ? (
        <div className={styles.actions}>
          {failure.code === "conflict" || tooMany ? (
            <Link
              className={buttonClass({ kind: "primary" })}
              href={conflictsHref(setting.base, participantId)}
              prefetch={false}
            >
              {t("compare")}
            </Link>
          ) : (
            <Link
              className={buttonClass({ kind: "primary" })}
              href={formHref(setting.base, { ...form.place, participantId })}
              prefetch={false}
            >
              {t("open")}
            </Link>
          )}
          {taken ? <Button onClick={() => setAsking(true)}>{t("drop")}</Button> : null}
        </div>
      ) : null}
      <ConfirmDialog
        open={asking}
        title={t("dropTitle")}
        confirmLabel={t("drop")}
        cancelLabel={parts("cancel")}
        tone="danger"
        onCancel={() => setAsking(false)}
        onConfirm={() => {
          setAsking(false);
          void props.onDrop().then(() => router.push(planHref(setting.base, participantId)));
        }}
      >
        <p>{t("dropText")}</p>
      </ConfirmDialog>
    </div>
  );
}
