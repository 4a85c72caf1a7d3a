import Link from "next/link";
import { useTranslations } from "next-intl";
import styles from "./home.module.css";

/** The ways on from the start page that need no number beside them. */
export function WayOn(props: { readonly base: string; readonly maySeeChange: boolean }): React.JSX.Element {
  const t = useTranslations("home.links");
  return (
    <ul className={styles.ways}>
      {props.maySeeChange ? (
        <li>
          <Link href={`${props.base}/change`} prefetch={false}>
            {t("change")}
          </Link>
          <p>{t("changeText")}</p>
        </li>
      ) : null}
      <li>
        <Link href={`${props.base}/framework`} prefetch={false}>
          {t("framework")}
        </Link>
        <p>{t("frameworkText")}</p>
      </li>
    </ul>
  );
}
