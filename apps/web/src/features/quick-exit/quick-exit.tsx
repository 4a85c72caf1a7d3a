import { IconDoorExit } from "@tabler/icons-react";
import { useTranslations } from "next-intl";
import { LeaveScript } from "./leave-script";
import { NEUTRAL_PAGE } from "./neutral-page";
import styles from "./quick-exit.module.css";

/**
 * Leaves the site at once, and its session. The script takes the press before the rest of the page is there; without
 * script it is a plain form.
 *
 * @param nonce of the page, under which its scripts run
 */
export function QuickExit(props: {
  readonly nonce: string | undefined;
  /** Where a phone's header is full of other things: the words are said and not shown there. */
  readonly narrow?: boolean;
}): React.JSX.Element {
  const t = useTranslations("quickExit");
  return (
    <form method="post" action="/leave" className={styles.form}>
      <LeaveScript nonce={props.nonce} />
      <button
        type="submit"
        className={`${styles.button} ${props.narrow ? styles.narrow : ""}`}
        data-leave={NEUTRAL_PAGE}
        title={t("title")}
      >
        <IconDoorExit size={20} stroke={1.75} aria-hidden="true" />
        <span className={styles.words}>{t("button")}</span>
      </button>
    </form>
  );
}
