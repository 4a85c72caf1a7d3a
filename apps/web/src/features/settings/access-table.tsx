import { ScrollRegion } from "@alongside/ui/primitives/scroll-region";
import { useTranslations } from "next-intl";
import styles from "./plain-table.module.css";
import type { AccessRow } from "./settings-views";

/** The table that decides every request, in words. */
export function AccessTable({ rows }: { readonly rows: readonly AccessRow[] }): React.JSX.Element {
  const t = useTranslations("settings");
  const shell = useTranslations("shell.role");
  const roles = rows[0]?.reach.map(({ role }) => role) ?? [];
  return (
    <ScrollRegion place={`${styles.scroller} ${styles.stacked}`} label={t("access.caption")}>
      <table className={styles.table}>
        <caption className="visually-hidden">{t("access.caption")}</caption>
        <thead>
          <tr>
            <th scope="col">{t("access.verb")}</th>
            {roles.map((role) => (
              <th key={role} scope="col">
                {shell(role)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ verb, reach }) => (
            <tr key={verb}>
              <th scope="row">{t(`verb.${verb}`)}</th>
              {reach.map((one) => (
                <td key={one.role} data-column={shell(one.role)} className={one.reach === null ? styles.no : undefined}>
                  {t(`access.reach.${one.reach ?? "none"}`)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  );
}
