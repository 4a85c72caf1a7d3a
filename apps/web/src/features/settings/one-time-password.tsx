"use client";

import { Button } from "@alongside/ui/primitives/button";
import { useTranslations } from "next-intl";
import { useState } from "react";
import styles from "./settings.module.css";

const WORDS = {
  password: ["passwordTitle", "passwordText"],
  link: ["linkTitle", "linkText"],
  "way-in": ["linkTitle", "wayInLinkText"],
} as const;

/** A password or a link that is shown once, to be passed on. */
export function OneTimePassword(props: {
  readonly name: string;
  readonly password: string;
  /** What it is; a password otherwise. */
  readonly kind?: "link" | "way-in";
  readonly onDone: () => void;
}): React.JSX.Element {
  const t = useTranslations("settings.people");
  const [title, text] = WORDS[props.kind ?? "password"];
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
      <h3>{t(title, { name: props.name })}</h3>
      <p className={styles.password} translate="no">
        {props.password}
      </p>
      <p>{t(text)}</p>
      <div className={styles.actions}>
        <Button kind="primary" onClick={props.onDone}>
          {t("hide")}
        </Button>
        <Button onClick={copy}>{copied ? t("copied") : t("copy")}</Button>
      </div>
    </section>
  );
}
