import { Button } from "@alongside/ui/primitives/button";
import { fieldClass } from "@alongside/ui/primitives/field";
import { useTranslations } from "next-intl";
import { QuickExit } from "@/features/quick-exit/quick-exit";
import { PlainPage } from "@/features/shell/plain-page";
import { SignOutForm } from "@/features/shell/sign-out-form";
import styles from "./password-screen.module.css";
import { SecondStepNotice } from "./second-step-notice";
import type { SecondStepProblem } from "./second-step-problem";
import { UsePasskey } from "./use-passkey";

/** The second step of signing in: one field for either kind of code. Plain HTML, so it works without script. */
export function CodeScreen(props: {
  readonly next: string;
  readonly problem: SecondStepProblem | null;
  readonly hasPasskey: boolean;
  readonly nonce: string | undefined;
}): React.JSX.Element {
  const t = useTranslations("codeStep");
  return (
    <PlainPage title={t("title")} corner={<QuickExit nonce={props.nonce} />}>
      <p>{t("text")}</p>
      <SecondStepNotice problem={props.problem} />
      <form method="post" action="/sign-in/code/submit" className={styles.form}>
        <input type="hidden" name="next" value={props.next} />
        <div className={fieldClass({ kind: "strong" })}>
          <label htmlFor="code">{t("code")}</label>
          <input id="code" name="code" autoComplete="one-time-code" autoCapitalize="none" required maxLength={40} />
        </div>
        <Button type="submit" kind="primary">
          {t("submit")}
        </Button>
      </form>
      {props.hasPasskey ? <UsePasskey next={props.next} /> : null}
      <p className={styles.hint}>{t("lost")}</p>
      <SignOutForm label={t("signOut")} />
    </PlainPage>
  );
}
