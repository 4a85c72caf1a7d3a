import type { NewAuthenticator } from "@alongside/auth/second-factor/authenticator";
import type { SecondFactorStanding } from "@alongside/auth/second-factor/second-factor";
import type { OpenSession } from "@alongside/auth/sessions";
import { Notice } from "@alongside/ui/primitives/notice";
import { useFormatter, useTranslations } from "next-intl";
import { QuickExit } from "@/features/quick-exit/quick-exit";
import { PlainPage } from "@/features/shell/plain-page";
import { SignOutForm } from "@/features/shell/sign-out-form";
import { AddPasskey } from "./add-passkey";
import { AppSetUp } from "./app-set-up";
import { RecoveryCodes } from "./recovery-codes";
import { RemoveForm, RenewForm } from "./second-step-forms";
import { SecondStepNotice } from "./second-step-notice";
import type { SecondStepProblem } from "./second-step-problem";
import styles from "./security-screen.module.css";
import { SessionList } from "./session-list";

/** How a person's own account is guarded: the second step of signing in, and where they are signed in. */
export function SecurityScreen(props: {
  readonly missingFor: "everything" | "exports" | null;
  readonly problem: SecondStepProblem | null;
  readonly standing: SecondFactorStanding;
  /** What an authenticator app needs; null when one is in use. */
  readonly newApp: NewAuthenticator | null;
  /** To be shown now and never again. */
  readonly recoveryCodes: readonly string[] | null;
  readonly sessions: readonly OpenSession[];
  readonly nonce: string | undefined;
}): React.JSX.Element {
  const t = useTranslations("security");
  const out = useTranslations("shell");
  const { standing, newApp, missingFor } = props;
  const any = standing.app || standing.passkeys.length > 0;
  return (
    <PlainPage title={t("title")} corner={<QuickExit nonce={props.nonce} />}>
      {missingFor === "everything" ? <Notice tone="information">{t("required")}</Notice> : null}
      {missingFor === "exports" ? <Notice tone="information">{t("forExports")}</Notice> : null}
      <SecondStepNotice problem={props.problem} />
      {props.recoveryCodes ? <RecoveryCodes codes={props.recoveryCodes} /> : null}
      <section className={styles.section}>
        <h2>{t("second")}</h2>
        <p>{t("why")}</p>
        {standing.app ? <p>{t("appOn")}</p> : null}
        {any ? <p>{t("codesLeft", { count: standing.recoveryCodes })}</p> : null}
        {newApp ? <AppSetUp app={newApp} open={!any} /> : null}
        {standing.app ? <RemoveForm passkeyId={null} /> : null}
        {any ? <RenewForm /> : null}
      </section>
      <Passkeys passkeys={standing.passkeys} />
      <SessionList sessions={props.sessions} />
      <p>
        <a href="/account/password">{t("passwordLink")}</a>
      </p>
      {missingFor === "everything" ? <SignOutForm label={out("signOut")} /> : <a href="/">{t("back")}</a>}
    </PlainPage>
  );
}

function Passkeys({ passkeys }: { readonly passkeys: SecondFactorStanding["passkeys"] }): React.JSX.Element {
  const t = useTranslations("security");
  const format = useFormatter();
  return (
    <section className={styles.section}>
      <h2>{t("passkeys")}</h2>
      <p>{t("passkeysText")}</p>
      {passkeys.map(({ id, createdAt }) => (
        <div key={id} className={styles.form}>
          <p>{t("passkeySince", { date: format.dateTime(createdAt, { dateStyle: "medium" }) })}</p>
          <RemoveForm passkeyId={id} />
        </div>
      ))}
      <AddPasskey />
    </section>
  );
}
