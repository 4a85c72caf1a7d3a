import type { ReactNode } from "react";
import { pasteCells } from "./paste-cells";
import type { Carried, StackField } from "./stack";
import styles from "./stack.module.css";

interface Cell {
  readonly rowId: string;
  readonly field: StackField;
  readonly label: string;
  readonly value: string;
  /** True for what comes from the row above. */
  readonly carried?: boolean;
  readonly carriedHint?: string;
  readonly invalid: boolean;
  /** Id of the words about the row. */
  readonly describedBy: string;
  readonly disabled: boolean;
  readonly onText: (text: string) => void;
}

function frame(cell: Cell, control: ReactNode): React.JSX.Element {
  return (
    <div className={styles.cell} data-field={cell.field} data-carried={cell.carried ? "" : undefined}>
      <label htmlFor={idOf(cell)}>
        <span className={styles.label}>{cell.label}</span>
        {cell.carried && cell.value !== "" ? <span className="visually-hidden"> {cell.carriedHint}</span> : null}
      </label>
      {control}
    </div>
  );
}

function idOf({ rowId, field }: Cell): string {
  return `${field}-${rowId}`;
}

function attributes(cell: Cell) {
  const { rowId, field, value, invalid, describedBy, disabled } = cell;
  return {
    id: idOf(cell),
    value,
    disabled,
    "data-row": rowId,
    "data-cell": field,
    "aria-invalid": invalid || undefined,
    "aria-describedby": describedBy,
  };
}

/** A cell in which text is typed. */
export function TextCell(
  props: Cell & { readonly placeholder?: string; readonly mono?: boolean; readonly onLeave?: () => void },
): React.JSX.Element {
  return frame(
    props,
    <input
      {...attributes(props)}
      type="text"
      className={props.mono ? styles.mono : undefined}
      placeholder={props.placeholder}
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      maxLength={200}
      onChange={(event) => props.onText(event.target.value)}
      onPaste={(event) => pasteCells(event, props.onText)}
      onBlur={props.onLeave}
    />,
  );
}

/** A cell in which one of a list is chosen. */
export function ListCell(
  props: Cell & {
    readonly options: readonly { readonly value: string; readonly text: string }[];
    /** What choosing nothing is called; left out where the list says it itself. */
    readonly none?: string;
    readonly onKey?: (event: React.KeyboardEvent<HTMLSelectElement>) => void;
  },
): React.JSX.Element {
  return frame(
    props,
    <select {...attributes(props)} onChange={(event) => props.onText(event.target.value)} onKeyDown={props.onKey}>
      {props.none === undefined ? null : <option value="">{props.none}</option>}
      {props.options.map(({ value, text }) => (
        <option key={value} value={value}>
          {text}
        </option>
      ))}
    </select>,
  );
}

/** Whether a field of a row comes from above. */
export function isCarried(own: Partial<Carried>, field: keyof Carried): boolean {
  return own[field] === undefined;
}
