import type { FrameworkElement } from "@alongside/domain/framework/element";
import { VERSIONS } from "@alongside/domain/framework/versions";
import { StatusBadge } from "@alongside/ui/primitives/status-badge";
import Link from "next/link";
import { useTranslations } from "next-intl";
import styles from "./element-link.module.css";
import { elementHref, type FrameworkPlace } from "./framework-query";

/** An element's name as a link to its page; a superseded one says so. */
export function ElementLink(props: {
  readonly element: FrameworkElement;
  readonly place: FrameworkPlace;
}): React.JSX.Element {
  const t = useTranslations("framework.badge");
  const { element, place } = props;
  return (
    <>
      <Link href={elementHref(place, element.code)} prefetch={false} lang={place.language} className={styles.link}>
        {element.label[place.language]}
      </Link>
      {VERSIONS[element.version].status === "superseded" ? (
        <>
          {" "}
          <StatusBadge tone="caution">{t("superseded")}</StatusBadge>
        </>
      ) : null}
    </>
  );
}

/** A plain list of links to elements, each with its definition where `withDefinition` asks for it. */
export function ElementList(props: {
  readonly elements: readonly FrameworkElement[];
  readonly place: FrameworkPlace;
  readonly withDefinition?: boolean;
}): React.JSX.Element {
  return (
    <ul className={styles.list}>
      {props.elements.map((element) => (
        <li key={element.code}>
          <ElementLink element={element} place={props.place} />
          {props.withDefinition ? (
            <p className={styles.definition} lang={props.place.language}>
              {element.definition[props.place.language]}
            </p>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
