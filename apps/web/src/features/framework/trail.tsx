import type { FrameworkElement } from "@alongside/domain/framework/element";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { elementHref, type FrameworkPlace, listHref } from "./framework-query";
import styles from "./trail.module.css";

/** The way from the whole framework down to an element's parent. */
export function Trail(props: {
  readonly ancestors: readonly FrameworkElement[];
  readonly place: FrameworkPlace;
}): React.JSX.Element {
  const t = useTranslations("framework");
  const { ancestors, place } = props;
  return (
    <nav aria-label={t("trail")}>
      <ol className={styles.trail}>
        <li>
          <Link href={listHref(place)} prefetch={false}>
            {t("title")}
          </Link>
        </li>
        {ancestors.map((ancestor) => (
          <li key={ancestor.code} lang={place.language}>
            <Link href={elementHref(place, ancestor.code)} prefetch={false}>
              {ancestor.label[place.language]}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
