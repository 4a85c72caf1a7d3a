import { type CourseInput, type CourseMark, courseDrawing } from "./result-course.model";
import styles from "./result-course.module.css";

/**
 * The course of one person's results, small: a filled dot for a number, an open triangle at a limit that points to where
 * the value lies, a cross where there is no result. It is for the eye: give the same results as a list beside it.
 *
 * @param formatValue a value of the axis as text
 */
export function ResultCourse(
  props: CourseInput & { readonly formatValue: (value: number) => string },
): React.JSX.Element {
  const { formatValue, ...input } = props;
  const { width, height, left, right, bottom, ticks, marks, paths, threshold, ends } = courseDrawing(input);
  return (
    <svg viewBox={`0 0 ${width} ${height}`} className={styles.drawing} aria-hidden="true">
      {ticks.map(({ value, y }) => (
        <g key={value}>
          <line x1={left} x2={right} y1={y} y2={y} className={styles.grid} />
          <text x={left - 6} y={y + 4} textAnchor="end" className={styles.tick}>
            {formatValue(value)}
          </text>
        </g>
      ))}
      {threshold === null ? null : (
        <line x1={left} x2={right} y1={threshold} y2={threshold} className={styles.threshold} />
      )}
      {paths.map(({ d, certain }) => (
        <path key={d} d={d} className={certain ? styles.line : styles.unsure} />
      ))}
      {marks.map((mark, place) => (
        <Mark key={place} {...mark} />
      ))}
      {ends.map(({ x, label, anchor }) => (
        <text key={anchor} x={x} y={bottom + 22} textAnchor={anchor} className={styles.tick}>
          {label}
        </text>
      ))}
    </svg>
  );
}

function Mark({ x, y, kind }: CourseMark): React.JSX.Element {
  switch (kind) {
    case "number":
      return <circle cx={x} cy={y} r={4} className={styles.dot} />;
    case "below":
      return <path d={`M${x - 6} ${y}L${x + 6} ${y}L${x} ${y + 9}Z`} className={styles.limit} />;
    case "above":
      return <path d={`M${x - 6} ${y}L${x + 6} ${y}L${x} ${y - 9}Z`} className={styles.limit} />;
    case "none":
      return (
        <path d={`M${x - 4} ${y - 4}L${x + 4} ${y + 4}M${x - 4} ${y + 4}L${x + 4} ${y - 4}`} className={styles.cross} />
      );
  }
}
