import type { ConnectedLink } from "@alongside/domain/framework/connections";
import type { FrameworkElement } from "@alongside/domain/framework/element";
import { LINK_KINDS, LINK_STRENGTHS } from "@alongside/domain/framework/link";
import { findElement } from "@alongside/domain/framework/registry";
import { useTranslations } from "next-intl";
import { ElementLink } from "./element-link";
import type { FrameworkPlace } from "./framework-query";
import styles from "./link-chains.module.css";

/** The links an element takes part in, each as a chain that reads from context to outcome. */
export function LinkChains(props: {
  readonly links: readonly ConnectedLink[];
  readonly element: FrameworkElement;
  readonly place: FrameworkPlace;
}): React.JSX.Element | null {
  const t = useTranslations("framework.links");
  if (props.links.length === 0) return null;
  return (
    <section>
      <h2>{t("title")}</h2>
      <ul className={styles.links}>
        {props.links.map((connected) => (
          <Chain key={connected.link.id} connected={connected} element={props.element} place={props.place} />
        ))}
      </ul>
    </section>
  );
}

function Chain(props: {
  readonly connected: ConnectedLink;
  readonly element: FrameworkElement;
  readonly place: FrameworkPlace;
}): React.JSX.Element {
  const t = useTranslations("framework.links");
  const { link, through } = props.connected;
  const { language } = props.place;
  const mutual = link.kind === "feedback-loop";
  return (
    <li className={styles.link}>
      <p className={styles.head}>
        <span lang={language}>{LINK_KINDS[link.kind][language]}</span>
        <span lang={language}>{LINK_STRENGTHS[link.strength][language]}</span>
        {link.citations.length > 0 ? <span>{t("references", { numbers: link.citations.join(", ") })}</span> : null}
      </p>
      <ol className={styles.chain}>
        <Step name={t("context")} codes={link.contexts} place={props.place} />
        {link.intervention ? (
          <li>
            <span className={styles.step}>{t("intervention")}</span>
            <span lang={language}>{link.intervention[language]}</span>
          </li>
        ) : null}
        <Step name={t("mechanism")} codes={link.mechanisms} place={props.place} />
        <Step
          name={mutual ? `${t("leadsTo")} (${t("mutual")})` : t("leadsTo")}
          codes={link.outcomes}
          place={props.place}
        />
      </ol>
      {link.note ? (
        <p className={styles.note} lang={language}>
          {link.note[language]}
        </p>
      ) : null}
      {through.code === props.element.code ? null : (
        <p className={styles.note}>{t("through", { label: through.label[language] })}</p>
      )}
    </li>
  );
}

function Step(props: {
  readonly name: string;
  readonly codes: readonly string[];
  readonly place: FrameworkPlace;
}): React.JSX.Element | null {
  const elements = props.codes.flatMap((code) => findElement(code) ?? []);
  if (elements.length === 0) return null;
  return (
    <li>
      <span className={styles.step}>{props.name}</span>
      <ul className={styles.ends}>
        {elements.map((element) => (
          <li key={element.code}>
            <ElementLink element={element} place={props.place} />
          </li>
        ))}
      </ul>
    </li>
  );
}
