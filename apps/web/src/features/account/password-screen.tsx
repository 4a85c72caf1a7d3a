import { Button } from "@alongside/ui/primitives/button";
import { fieldClass } from "@alongside/ui/primitives/field";
import { Notice } from "@alongside/ui/primitives/notice";
import { useTranslations } from "next-intl";
import { QuickExit } from "@/features/quick-exit/quick-exit";
import { PlainPage } from "@/features/shell/plain-page";
import { SignOutForm } from "@/features/shell/sign-out-form";
import type { PasswordProblem } from "./password-problem";
import styles from "./password-screen.module.css";
import { ShowPasswords } from "./show-passwords";

const FIELDS = [
  { name: "current", autoComplete: "current-password" },
  { name: "next", autoComplete: "new-password" },
  { name: "again", autoComplete: "new-password" },
] as const;

/** Where a person chooses their own password; required once after somebody else chose it for them. */
export function PasswordScreen(props: {
  readonly required: boolean;
  readonly problem: PasswordProblem | null;
  readonly nonce: string | undefined;
}): React.JSX.Element {
  const t = useTranslations("account");
  return (
    <PlainPage title={t("title")} corner={<QuickExit nonce={props.nonce} />}>
      <p>{props.required ? t("required") : t("optional")}</p>
      {props.problem ? <Notice tone="danger">{t(`problem.${props.problem}`)}</Notice> : null}
      <form method="post" action="/account/password/submit" className={styles.form}>
        {FIELDS.map(({ name, autoComplete }) => (
          <div key={name} className={fieldClass({ kind: "strong" })}>
            <label htmlFor={name}>{t(name)}</label>
            <input
              id={name}
              name={name}
              type="password"
              data-password=""
              autoComplete={autoComplete}
              required
              maxLength={256}
            />
          </div>
        ))}
        <ShowPasswords />
        <p className={styles.hint}>{t("hint")}</p>
        <Button type="submit" kind="primary">
          {t("submit")}
        </Button>
      </form>
      {props.required ? <SignOutForm label={t("signOut")} /> : <a href="/">{t("back")}</a>}
    </PlainPage>
  );
}
