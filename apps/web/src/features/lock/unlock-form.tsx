import { Button } from "@alongside/ui/primitives/button";
import { fieldClass } from "@alongside/ui/primitives/field";
import { Notice } from "@alongside/ui/primitives/notice";
import { useTranslations } from "next-intl";
import styles from "./lock.module.css";

/** Why a PIN or password was asked for once more. */
export type UnlockProblem = { readonly left: number } | "unreachable" | "elsewhere";

/** One field for the PIN or password. Without script a plain form; with `onSubmit` it stays on the page. */
export function UnlockForm(props: {
  readonly hasPin: boolean;
  readonly problem: UnlockProblem | null;
  readonly submitLabel: string;
  readonly busy?: boolean;
  readonly onSubmit?: (secret: string) => void;
}): React.JSX.Element {
  const t = useTranslations("lock");
  const { problem, onSubmit } = props;
  return (
    <form
      className={styles.form}
      method="post"
      action="/locked/submit"
      {...(onSubmit && {
        onSubmit: (event: React.FormEvent<HTMLFormElement>) => {
          event.preventDefault();
          const form = event.currentTarget;
          onSubmit(String(new FormData(form).get("secret") ?? ""));
          form.reset();
        },
      })}
    >
      <div className={fieldClass({ kind: "strong" })}>
        <label htmlFor="secret">{t(props.hasPin ? "pinOrPassword" : "password")}</label>
        <input
          id="secret"
          name="secret"
          type="password"
          autoComplete="off"
          {...(props.hasPin && { inputMode: "numeric" as const })}
          required
          maxLength={256}
        />
      </div>
      <div role="alert">
        {problem === null ? null : (
          <Notice tone="caution">
            {typeof problem === "string" ? t(`problem.${problem}`) : t("problem.wrong", { left: problem.left })}
          </Notice>
        )}
      </div>
      <Button type="submit" kind="primary" disabled={props.busy}>
        {props.submitLabel}
      </Button>
    </form>
  );
}
