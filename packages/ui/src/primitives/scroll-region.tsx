import type { ReactNode } from "react";
import styles from "./scroll-region.module.css";

/**
 * What is wider than the screen and scrolls within itself, a table most of the time. The keyboard reaches it, so that it can
 * be scrolled without a mouse.
 *
 * @param label its name for who hears the page; `labelledBy`: the id of the heading that names it instead
 * @param place class names of its place in the page around it
 */
export function ScrollRegion(props: {
  readonly label?: string;
  readonly labelledBy?: string;
  readonly place?: string | undefined;
  readonly children: ReactNode;
}): React.JSX.Element {
  const className = [styles.region, props.place].filter(Boolean).join(" ");
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by keyboard
    <section className={className} aria-label={props.label} aria-labelledby={props.labelledBy} tabIndex={0}>
      {props.children}
    </section>
  );
}
