"use client";

import { Button } from "@alongside/ui/primitives/button";
import { useTranslations } from "next-intl";
import { useState } from "react";
import styles from "./settings.module.css";

/** A password or a link that is shown once, to be passed on. */
export function OneTimePassword(props: {
  readonly name: string;
  readonly password: string;
  /** What it is; a password otherwise. */
  readonly kind?: "link";
  readonly onDone: () => void;
}): React.JSX.Element {
  const t = useTranslations("settings.people");
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    // Refused by browsers outside a secure page; the text can still be selected.
    await navigator.clipboard?.writeText(props.password).then(
      () => setCopied(true),
      () => setCopied(false),
    );
  };
  return (
    <section className={styles.card} role="status">
      <h3>{props.kind === "link" ? t("linkTitle", { name: props.name }) : t("passwordTitle", { name: props.name })}</h3>
      <p className={styles.password} translate="no">
        {props.password}
      </p>
      <p>{props.kind === "link" ? t("linkText") : t("passwordText")}</p>
      <div className={styles.actions}>
        <Button kind="primary" onClick={props.onDone}>
          {t("hide")}
        </Button>
        <Button onClick={copy}>{copied ? t("copied") : t("copy")}</Button>
      </div>
    </section>
  );
}
