import { Button } from "@alongside/ui/primitives/button";
import { useTranslations } from "next-intl";
import { PasswordField } from "./password-field";
import styles from "./security-screen.module.css";

/** Takes the authenticator app (null) or one passkey out of use, after the password. */
export function RemoveForm({ passkeyId }: { readonly passkeyId: string | null }): React.JSX.Element {
  const t = useTranslations("security");
  return (
    <details>
      <summary>{passkeyId === null ? t("removeApp") : t("remove")}</summary>
      <form method="post" action="/account/security/remove" className={styles.form}>
        <p>{t("removeText")}</p>
        {passkeyId === null ? null : <input type="hidden" name="passkey" value={passkeyId} />}
        <PasswordField id={`remove-password-${passkeyId ?? "app"}`} label={t("password")} />
        <Button type="submit">{t("remove")}</Button>
      </form>
    </details>
  );
}

/** Makes new recovery codes, after the password. */
export function RenewForm(): React.JSX.Element {
  const t = useTranslations("security");
  return (
    <details>
      <summary>{t("renew")}</summary>
      <form method="post" action="/account/security/codes" className={styles.form}>
        <p>{t("renewText")}</p>
        <PasswordField id="renew-password" label={t("password")} />
        <Button type="submit">{t("renew")}</Button>
      </form>
    </details>
  );
}
