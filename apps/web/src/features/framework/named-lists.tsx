import type { FrameworkElement } from "@alongside/domain/framework/element";
import { ElementList } from "./element-link";
import type { FrameworkPlace } from "./framework-query";
import styles from "./named-lists.module.css";

/** Lists of elements under a heading each, side by side where there is room. Empty ones are left out. */
export function NamedLists(props: {
  readonly place: FrameworkPlace;
  readonly lists: readonly { readonly title: string; readonly elements: readonly FrameworkElement[] }[];
}): React.JSX.Element | null {
  const filled = props.lists.filter((list) => list.elements.length > 0);
  if (filled.length === 0) return null;
  return (
    <div className={styles.lists}>
      {filled.map((list) => (
        <section key={list.title}>
          <h2>{list.title}</h2>
          <ElementList elements={list.elements} place={props.place} />
        </section>
      ))}
    </div>
  );
}
