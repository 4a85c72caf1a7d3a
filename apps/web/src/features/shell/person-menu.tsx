import { useTranslations } from "next-intl";
import { LanguageForm } from "./language-form";
import styles from "./person-menu.module.css";
import type { Programme, Session } from "./session-view";
import { SignOutForm } from "./sign-out-form";
import { ThemeChoice } from "./theme-choice";

/** Who is signed in, in which role, how they like to see things, and the way out. */
export function PersonMenu(props: { readonly session: Session; readonly programme: Programme }): React.JSX.Element {
  const t = useTranslations("shell");
  const roles = [...new Set(props.programme.roles.map(({ role }) => role))];
  return (
    <div id="person-menu" popover="auto" className={styles.menu}>
      <div>
        <p className={styles.name}>{props.session.name}</p>
        <p className={styles.quiet}>{props.session.email}</p>
        <p className={styles.quiet}>{roles.map((role) => t(`role.${role}`)).join(", ")}</p>
      </div>
      <div className={styles.row}>
        <span>{t("language")}</span>
        <LanguageForm label={t("language")} />
      </div>
      <div className={styles.row}>
        <span>{t("theme.label")}</span>
        <ThemeChoice />
      </div>
      <a href="/account/password">{t("person.password")}</a>
      <a href="/account/device">{t("person.device")}</a>
      <a href="/account/security">{t("person.security")}</a>
      <SignOutForm label={t("signOut")} />
    </div>
  );
}
