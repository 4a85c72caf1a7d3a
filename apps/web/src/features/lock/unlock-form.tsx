"use client";

import { Button } from "@alongside/ui/primitives/button";
import { fieldClass } from "@alongside/ui/primitives/field";
import { Notice } from "@alongside/ui/primitives/notice";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import styles from "./lock.module.css";

/** Why a PIN or password was asked for once more. */
export type UnlockProblem = { readonly left: number } | "unreachable" | "elsewhere";

/**
 * One field for the PIN or password. Without script a plain form; with `onSubmit` it stays on the page. Whoever has a PIN
 * gets a phone's digits first, and its letters on request.
 */
export function UnlockForm(props: {
  readonly hasPin: boolean;
  readonly problem: UnlockProblem | null;
  readonly submitLabel: string;
  readonly busy?: boolean;
  readonly onSubmit?: (secret: string) => void;
}): React.JSX.Element {
  const t = useTranslations("lock");
  const { problem, onSubmit, hasPin } = props;
  const [asked, setAsked] = useState<"pin" | "password" | "pinOrPassword">(hasPin ? "pinOrPassword" : "password");
  useEffect(() => {
    if (hasPin) setAsked("pin");
  }, [hasPin]);
  return (
    <form
      className={styles.form}
      method="post"
      action="/locked/submit"
      {...(onSubmit && {
        onSubmit: (event: React.FormEvent<HTMLFormElement>) => {
          event.preventDefault();
          const form = event.currentTarget;
          onSubmit(String(new FormData(form).get("secret") ?? ""));
          form.reset();
        },
      })}
    >
      <div className={fieldClass({ kind: "strong" })}>
        <label htmlFor="secret">{t(asked)}</label>
        <input
          id="secret"
          name="secret"
          type="password"
          autoComplete="off"
          {...(asked === "pin" && { inputMode: "numeric" as const })}
          required
          maxLength={256}
        />
      </div>
      <div role="alert">
        {problem === null ? null : (
          <Notice tone="caution">
            {typeof problem === "string" ? t(`problem.${problem}`) : t("problem.wrong", { left: problem.left })}
          </Notice>
        )}
      </div>
      <Button type="submit" kind="primary" disabled={props.busy}>
        {props.submitLabel}
      </Button>
      {hasPin && asked !== "pinOrPassword" ? (
        <Button kind="quiet" onClick={() => setAsked(asked === "pin" ? "password" : "pin")}>
          {t(asked === "pin" ? "usePassword" : "usePin")}
        </Button>
      ) : null}
    </form>
  );
}
