import { type ReactNode, useId } from "react";
import plot from "../plot.module.css";
import { type SharePart, type ShareTone, shareBar } from "./share-bar.model";
import styles from "./share-bar.module.css";

const HEIGHT = 40;

/**
 * One bar made of parts of a whole, with a key that gives every part's number. Drawn as it stands, without script; for
 * the eye only.
 *
 * @param figureOf number and share of a part as text
 * @param named a part's name before its number, in the marks of the reader's language
 */
export function ShareBar(props: {
  readonly parts: readonly SharePart[];
  readonly figureOf: (people: number, total: number) => string;
  readonly named: (label: string, figure: string) => ReactNode;
}): React.JSX.Element | null {
  const id = useId();
  const model = shareBar(props.parts);
  if (model.total === 0) return null;
  const fill = (tone: ShareTone) => (tone === "worse" || tone === "missing" ? `url(#${id}${tone})` : undefined);
  return (
    <div>
      <svg className={plot.drawing} height={HEIGHT} aria-hidden="true">
        <defs>
          <pattern id={`${id}worse`} width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect className={styles.worse} width="7" height="7" />
            <line className={styles.stripe} y2="7" />
          </pattern>
          <pattern id={`${id}missing`} width="6" height="6" patternUnits="userSpaceOnUse">
            <rect className={styles.missing} width="6" height="6" />
            <circle className={styles.speck} cx="2" cy="2" r="1" />
          </pattern>
        </defs>
        {model.parts.map(({ id: part, tone, from, width }) =>
          width === 0 ? null : (
            <rect
              key={part}
              className={`${styles.part} ${styles[tone]}`}
              style={fill(tone) ? { fill: fill(tone) } : undefined}
              x={`${from}%`}
              width={`${width}%`}
              height={HEIGHT}
            />
          ),
        )}
      </svg>
      <ul className={plot.key}>
        {model.parts.map(({ id: part, label, people, tone }) => (
          <li key={part}>
            <svg width="18" height="14" aria-hidden="true">
              <rect
                className={`${styles.part} ${styles[tone]}`}
                style={fill(tone) ? { fill: fill(tone) } : undefined}
                width="18"
                height="14"
              />
            </svg>
            <span>{props.named(label, props.figureOf(people, model.total))}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
