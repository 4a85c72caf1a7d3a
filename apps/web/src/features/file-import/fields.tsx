import { fieldClass } from "@alongside/ui/primitives/field";
import type { ReactNode } from "react";
import styles from "./fields.module.css";

export interface Option {
  readonly value: string;
  readonly label: string;
}

/** A text box with its label. */
export function TextField(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly maxLength?: number;
}): React.JSX.Element {
  return (
    <label className={fieldClass()}>
      <span>{props.label}</span>
      <input
        value={props.value}
        maxLength={props.maxLength ?? 200}
        autoComplete="off"
        onChange={(event) => props.onChange(event.currentTarget.value)}
      />
    </label>
  );
}

/** A number box with its label; empty is undefined, never zero. */
export function NumberField(props: {
  readonly label: string;
  readonly value: number | undefined;
  readonly onChange: (value: number | undefined) => void;
  readonly whole?: boolean;
  readonly minimum?: number;
}): React.JSX.Element {
  return (
    <label className={fieldClass()}>
      <span>{props.label}</span>
      <input
        type="number"
        step={props.whole ? 1 : "any"}
        min={props.minimum}
        value={props.value ?? ""}
        onChange={(event) => {
          const value = event.currentTarget.valueAsNumber;
          props.onChange(Number.isFinite(value) ? value : undefined);
        }}
      />
    </label>
  );
}

/** A choice from a list; `none` is what choosing nothing is called, where that is allowed. */
export function SelectField(props: {
  readonly label: string;
  readonly value: string | null;
  readonly options: readonly Option[];
  readonly none?: string;
  readonly onChange: (value: string | null) => void;
}): React.JSX.Element {
  return (
    <label className={fieldClass()}>
      <span>{props.label}</span>
      <select
        value={props.value ?? ""}
        onChange={(event) => props.onChange(event.currentTarget.value === "" ? null : event.currentTarget.value)}
      >
        {props.none === undefined ? null : <option value="">{props.none}</option>}
        {props.options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </label>
  );
}

/** Fields that belong together, under one name; `wide` for choices with long names. */
export function FieldGroup(props: {
  readonly legend: ReactNode;
  readonly wide?: boolean;
  readonly children: ReactNode;
}): React.JSX.Element {
  return (
    <fieldset className={styles.group}>
      <legend>{props.legend}</legend>
      <div className={props.wide ? `${styles.grid} ${styles.wide}` : styles.grid}>{props.children}</div>
    </fieldset>
  );
}

/** One of a few, all in sight. */
export function Choices<V extends string>(props: {
  readonly legend: string;
  readonly name: string;
  readonly value: V;
  readonly options: readonly { readonly value: V; readonly label: ReactNode }[];
  readonly onChange: (value: V) => void;
}): React.JSX.Element {
  return (
    <fieldset className={styles.choices}>
      <legend className="visually-hidden">{props.legend}</legend>
      {props.options.map((option) => (
        <label key={option.value} className={styles.choice}>
          <input
            type="radio"
            name={props.name}
            checked={option.value === props.value}
            onChange={() => props.onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </fieldset>
  );
}
