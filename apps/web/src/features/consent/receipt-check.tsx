"use client";

import { Button } from "@alongside/ui/primitives/button";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { FailureNotice } from "@/features/failure/failure-notice";
import settings from "@/features/settings/settings.module.css";
import { useApiClient } from "@/trpc/client";
import styles from "./consent.module.css";
import type { Erasures } from "./consent-views";

type Answer =
  | { readonly kind: "genuine" | "elsewhere" | "not-genuine" | "not-a-receipt" }
  | { readonly kind: "failed"; readonly error: unknown };

/** Whether a receipt that somebody brings is genuine. */
export function ReceiptCheck(props: {
  readonly programmeId: string;
  readonly signedWith: Pick<Erasures, "fingerprint" | "publicKey">;
}): React.JSX.Element {
  const t = useTranslations("consent.erasures");
  const client = useApiClient();
  const [answer, setAnswer] = useState<Answer | null>(null);
  const submit = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const text = String(new FormData(event.currentTarget).get("text") ?? "");
    try {
      const { kind } = await client.erasure.verify.query({ programmeId: props.programmeId, text });
      setAnswer({ kind });
    } catch (error) {
      setAnswer({ kind: "failed", error });
    }
  };
  return (
    <section aria-labelledby="verify">
      <h3 id="verify">{t("verify")}</h3>
      <form onSubmit={(event) => void submit(event)} className={settings.form}>
        <label className={settings.field}>
          <span>{t("verifyLead")}</span>
          <textarea name="text" rows={6} required maxLength={20_000} />
        </label>
        <div className={settings.actions}>
          <Button type="submit">{t("check")}</Button>
        </div>
        <p role="status">{answer === null || answer.kind === "failed" ? null : t(`result.${answer.kind}`)}</p>
        {answer?.kind === "failed" ? <FailureNotice error={answer.error} /> : null}
      </form>
      <p className={styles.note}>{t("key", { fingerprint: props.signedWith.fingerprint })}</p>
      <p className={styles.receipt}>{props.signedWith.publicKey}</p>
    </section>
  );
}
