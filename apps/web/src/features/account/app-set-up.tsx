import type { NewAuthenticator } from "@alongside/auth/second-factor/authenticator";
import { Button } from "@alongside/ui/primitives/button";
import { fieldClass } from "@alongside/ui/primitives/field";
import { useTranslations } from "next-intl";
import { PasswordField } from "./password-field";
import { QrCode } from "./qr-code";
import styles from "./security-screen.module.css";

/** Setting up an authenticator app: a picture to scan or a text to type, and a first code to prove it. */
export function AppSetUp(props: { readonly app: NewAuthenticator; readonly open: boolean }): React.JSX.Element {
  const t = useTranslations("security");
  return (
    <details open={props.open}>
      <summary>{t("setUp")}</summary>
      <form method="post" action="/account/security/app" className={styles.form}>
        <p>{t("scan")}</p>
        <QrCode text={props.app.uri} label={t("picture")} />
        <p>{t("typed")}</p>
        <p className={styles.secret} translate="no">
          {props.app.text}
        </p>
        <div className={fieldClass({ kind: "strong" })}>
          <label htmlFor="code">{t("code")}</label>
          <input id="code" name="code" inputMode="numeric" autoComplete="one-time-code" required maxLength={12} />
        </div>
        <PasswordField id="app-password" label={t("password")} />
        <Button type="submit" kind="primary">
          {t("confirm")}
        </Button>
      </form>
    </details>
  );
}
