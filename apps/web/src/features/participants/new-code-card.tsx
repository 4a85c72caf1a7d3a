"use client";

import { Button, buttonClass } from "@alongside/ui/primitives/button";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import styles from "./new-code-card.module.css";

/** The code of somebody just added, large, to be copied or printed. Nothing on the card says what it is for. */
export function NewCodeCard(props: { readonly code: string; readonly done: string }): React.JSX.Element {
  const t = useTranslations("participants.card");
  const [copied, setCopied] = useState(false);
  const copy = () => {
    navigator.clipboard
      ?.writeText(props.code)
      .then(() => setCopied(true))
      .catch(() => setCopied(false));
  };
  return (
    <section className={styles.card} aria-labelledby="new-code">
      <h2 id="new-code" className={styles.title}>
        {t("title")}
      </h2>
      <p className={styles.code}>{props.code}</p>
      <p className={styles.text}>{t("text")}</p>
      <div className={styles.actions}>
        <Button onClick={copy}>{copied ? t("copied") : t("copy")}</Button>
        <Button onClick={() => window.print()}>{t("print")}</Button>
        <Link href={props.done} className={buttonClass({ kind: "primary" })} prefetch={false} replace>
          {t("done")}
        </Link>
      </div>
    </section>
  );
}
