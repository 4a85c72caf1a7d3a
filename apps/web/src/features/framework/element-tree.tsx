import type { FrameworkNode } from "@alongside/domain/framework/tree";
import { ElementLink } from "./element-link";
import styles from "./element-tree.module.css";
import { EvidenceBadge } from "./evidence-badge";
import type { FrameworkPlace } from "./framework-query";

/** Elements nested under their parents, each with its definition and the kind of evidence behind it. */
export function ElementTree(props: {
  readonly nodes: readonly FrameworkNode[];
  readonly place: FrameworkPlace;
}): React.JSX.Element {
  const { place } = props;
  return (
    <ul className={styles.tree}>
      {props.nodes.map(({ element, children }) => (
        <li key={element.code}>
          <div className={styles.row}>
            <span className={styles.name}>
              <ElementLink element={element} place={place} />
            </span>
            <EvidenceBadge kind={element.evidence} language={place.language} />
          </div>
          <p className={styles.definition} lang={place.language}>
            {element.definition[place.language]}
          </p>
          {children.length > 0 ? <ElementTree nodes={children} place={place} /> : null}
        </li>
      ))}
    </ul>
  );
}
