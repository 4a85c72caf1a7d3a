import { Button } from "@alongside/ui/primitives/button";
import { fieldClass } from "@alongside/ui/primitives/field";
import { Notice } from "@alongside/ui/primitives/notice";
import { useTranslations } from "next-intl";
import { LanguageForm } from "@/features/shell/language-form";
import { PlainPage } from "@/features/shell/plain-page";
import type { JoinProblem } from "./join-problem";
import styles from "./password-screen.module.css";
import { ShowPasswords } from "./show-passwords";

/** Where somebody who was invited chooses a name and a password. It says nothing about what they are invited to. */
export function JoinScreen(props: {
  readonly token: string;
  /** Null for a link that does nothing, for whatever reason. */
  readonly invitation: { readonly name: string; readonly email: string } | null;
  readonly problem: JoinProblem | null;
  /** What was typed before the form came back. */
  readonly typedName: string | null;
}): React.JSX.Element {
  const t = useTranslations("join");
  const account = useTranslations("account");
  const signIn = useTranslations("signIn");
  const { invitation, problem } = props;
  if (invitation === null)
    return (
      <PlainPage title={t("title")}>
        <Notice tone="caution">{t("gone")}</Notice>
        <a href="/sign-in">{t("signIn")}</a>
      </PlainPage>
    );
  const words = problem === "name" ? t("name") : problem === null ? null : account(`problem.${problem}`);
  return (
    <PlainPage title={t("title")}>
      <p>{t("text")}</p>
      {words === null ? null : <Notice tone="danger">{words}</Notice>}
      <form method="post" action="/join/submit" className={styles.form}>
        <input type="hidden" name="token" value={props.token} />
        <div className={fieldClass({ kind: "strong" })}>
          <label htmlFor="email">{signIn("email")}</label>
          <input id="email" type="email" value={invitation.email} readOnly autoComplete="username" />
        </div>
        <div className={fieldClass({ kind: "strong" })}>
          <label htmlFor="name">{t("fullName")}</label>
          <input
            id="name"
            name="name"
            defaultValue={props.typedName ?? invitation.name}
            autoComplete="name"
            required
            minLength={2}
            maxLength={120}
          />
        </div>
        {(["next", "again"] as const).map((name) => (
          <div key={name} className={fieldClass({ kind: "strong" })}>
            <label htmlFor={name}>{t(name)}</label>
            <input
              id={name}
              name={name}
              type="password"
              data-password=""
              autoComplete="new-password"
              required
              maxLength={256}
            />
          </div>
        ))}
        <ShowPasswords />
        <p className={styles.hint}>{account("hint")}</p>
        <Button type="submit" kind="primary">
          {t("submit")}
        </Button>
      </form>
      <LanguageForm label={signIn("language")} />
    </PlainPage>
  );
}
