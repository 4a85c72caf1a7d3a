import { useId } from "react";
import plot from "../plot.module.css";
import { type FlowBarsInput, type FlowState, flowBars } from "./flow-bars.model";
import styles from "./flow-bars.module.css";

const HEIGHT = 280;
/** Lower parts have no room for their number; the table has it. */
const LEAST_HEIGHT = 16;

/**
 * Where people stood at each time, and which way they went in between. Drawn as it stands, without script; for the eye only.
 *
 * @param nameOf a state in words
 */
export function FlowBars(
  props: FlowBarsInput & { readonly nameOf: (state: FlowState) => string },
): React.JSX.Element | null {
  const id = useId();
  const model = flowBars(props);
  if (!model.drawn) return null;
  const fill = (state: FlowState) => ({ fill: `url(#${id}${state})` });
  return (
    <div>
      <svg className={plot.drawing} height={HEIGHT + 26} aria-hidden="true">
        <defs>
          {model.states.map((state) => (
            <Pattern key={state} id={`${id}${state}`} state={state} />
          ))}
        </defs>
        <svg viewBox="0 0 100 100" preserveAspectRatio="none" width="100%" height={HEIGHT} aria-hidden="true">
          {model.flows.map(({ id: flow, path, before, after }) => (
            <path key={flow} d={path} className={before === after ? styles.same : styles.flow} />
          ))}
        </svg>
        {model.nodes.map(({ wave, state, x, width, y, height, people }) => (
          <g key={`${wave} ${state}`}>
            <rect
              className={styles.part}
              style={fill(state)}
              x={`${x}%`}
              width={`${width}%`}
              y={(HEIGHT * y) / 100}
              height={(HEIGHT * height) / 100}
            />
            {(HEIGHT * height) / 100 >= LEAST_HEIGHT ? (
              <text
                className={`${plot.strong} ${styles.count}`}
                x={`${x + width / 2}%`}
                y={(HEIGHT * (y + height / 2)) / 100}
                dy="0.35em"
                textAnchor="middle"
              >
                {people}
              </text>
            ) : null}
          </g>
        ))}
        {model.times.map(({ x, text }) => (
          <text key={x} className={plot.tick} x={`${x}%`} y={HEIGHT + 18} textAnchor="middle">
            {text}
          </text>
        ))}
      </svg>
      <ul className={plot.key}>
        {model.states.map((state) => (
          <li key={state}>
            <svg width="18" height="14" aria-hidden="true">
              <rect className={styles.part} style={fill(state)} width="18" height="14" />
            </svg>
            {props.nameOf(state)}
          </li>
        ))}
      </ul>
    </div>
  );
}

/** Every state has a pattern of its own, so that none depends on its colour. */
function Pattern({ id, state }: { readonly id: string; readonly state: FlowState }): React.JSX.Element {
  return (
    <pattern id={id} width="8" height="8" patternUnits="userSpaceOnUse" patternTransform={TURNED[state]}>
      <rect className={styles[state]} width="8" height="8" />
      {MARKS[state] === "line" ? <line className={styles.stripe} y2="8" /> : null}
      {MARKS[state] === "cross" ? <path className={styles.stripe} d="M0 4H8M4 0V8" /> : null}
      {MARKS[state] === "dot" ? <circle className={styles.speck} cx="3" cy="3" r="1.2" /> : null}
    </pattern>
  );
}

const MARKS: Partial<Record<FlowState, "line" | "cross" | "dot">> = {
  "low-level": "line",
  unsuppressed: "line",
  undetermined: "cross",
  missing: "dot",
  died: "cross",
};
const TURNED: Partial<Record<FlowState, string>> = {
  "low-level": "rotate(90)",
  unsuppressed: "rotate(45)",
  undetermined: "rotate(45)",
};
