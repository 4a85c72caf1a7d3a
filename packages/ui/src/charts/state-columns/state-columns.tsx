import { useId } from "react";
import plot from "../plot.module.css";
import { type StateColumnsInput, type StateTone, stateColumns } from "./state-columns.model";
import styles from "./state-columns.module.css";

const HEIGHT = 220;

/**
 * Everybody, day by day, by the state they were in: columns that add up to all. Drawn as it stands, without script; for the eye
 * only.
 *
 * @param daysLabel what the axis counts
 */
export function StateColumns(props: StateColumnsInput & { readonly daysLabel: string }): React.JSX.Element {
  const id = useId();
  const model = stateColumns(props);
  const fill = (tone: StateTone) => ({ fill: `url(#${id}${tone})` });
  return (
    <div>
      <div className={styles.frame}>
        <svg className={plot.drawing} height={HEIGHT + 44} aria-hidden="true">
          <defs>
            {model.key.map(({ tone }) => (
              <Pattern key={tone} id={`${id}${tone}`} tone={tone} />
            ))}
          </defs>
          {model.levels.map(({ y, text }) => (
            <g key={text}>
              <line className={plot.grid} x2="100%" y1={(HEIGHT * y) / 100} y2={(HEIGHT * y) / 100} />
              <text className={plot.tick} dx={-8} dy="0.35em" y={(HEIGHT * y) / 100} textAnchor="end">
                {text}
              </text>
            </g>
          ))}
          {model.parts.map(({ id: part, tone, x, width, y, height }) => (
            <rect
              key={part}
              className={styles.part}
              style={fill(tone)}
              x={`${x}%`}
              width={`${width}%`}
              y={(HEIGHT * y) / 100}
              height={(HEIGHT * height) / 100}
            />
          ))}
          {model.days.map(({ x, text }) => (
            <text key={text} className={plot.tick} x={`${x}%`} y={HEIGHT + 18} textAnchor="middle">
              {text}
            </text>
          ))}
          <text className={plot.tick} x="100%" y={HEIGHT + 38} textAnchor="end">
            {props.daysLabel}
          </text>
        </svg>
      </div>
      <ul className={plot.key}>
        {model.key.map(({ id: state, label, tone }) => (
          <li key={state}>
            <svg width="18" height="14" aria-hidden="true">
              <rect className={styles.part} style={fill(tone)} width="18" height="14" />
            </svg>
            {label}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Every state has a pattern of its own, so that none depends on its colour. */
function Pattern({ id, tone }: { readonly id: string; readonly tone: StateTone }): React.JSX.Element {
  return (
    <pattern id={id} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform={TURNED[tone]}>
      <rect className={styles[tone]} width="8" height="8" />
      {MARKS[tone] === "line" ? <line className={styles.stripe} y2="8" /> : null}
      {MARKS[tone] === "cross" ? <path className={styles.stripe} d="M0 4H8M4 0V8" /> : null}
      {MARKS[tone] === "dot" ? <circle className={styles.speck} cx="3" cy="3" r="1.2" /> : null}
    </pattern>
  );
}

const MARKS: Partial<Record<StateTone, "line" | "cross" | "dot">> = {
  interrupted: "line",
  unknown: "dot",
  undivided: "line",
  left: "line",
  moved: "cross",
  died: "cross",
  joined: "line",
};
const TURNED: Partial<Record<StateTone, string>> = {
  interrupted: "rotate(45)",
  undivided: "rotate(90)",
  left: "rotate(135)",
  moved: "rotate(45)",
};
