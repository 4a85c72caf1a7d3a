import { fieldClass } from "@alongside/ui/primitives/field";

/** A field for the present password, asked again before something that matters. */
export function PasswordField(props: { readonly id: string; readonly label: string }): React.JSX.Element {
  return (
    <div className={fieldClass({ kind: "strong" })}>
      <label htmlFor={props.id}>{props.label}</label>
      <input id={props.id} name="password" type="password" autoComplete="current-password" required maxLength={256} />
    </div>
  );
}
