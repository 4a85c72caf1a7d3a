import { Button } from "@alongside/ui/primitives/button";
import { KeyHint } from "@alongside/ui/primitives/key-hint";
import { Notice } from "@alongside/ui/primitives/notice";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { FailureWords } from "@/features/failure/failure-notice";
import styles from "./laboratory.module.css";
import { waitingSaves } from "./stack.model";
import type { Saving } from "./use-saving";
import type { StackControl } from "./use-stack";

/** Saving and taking back, and where everything stands. It stays in sight while the stack is longer than the window. */
export function SaveBar(props: {
  readonly control: StackControl;
  readonly saving: Saving;
  readonly ready: number;
  readonly notReady: number;
  readonly onSave: () => void;
  readonly label?: string;
  readonly tools?: ReactNode;
}): React.JSX.Element {
  const { control, saving } = props;
  const t = useTranslations("laboratory");
  const { stack, keeping } = control;
  const waiting = stack === null ? 0 : waitingSaves(stack).reduce((sum, { rows }) => sum + rows.length, 0);
  return (
    <div className={styles.bar}>
      {saving.failure ? <FailureWords failure={saving.failure} /> : null}
      {waiting > 0 && saving.attempts > 0 ? (
        <Notice tone="caution" title={t("save.waiting", { count: waiting })} />
      ) : null}
      <div className={styles.barLine}>
        <Button kind="primary" disabled={saving.busy} aria-disabled={props.ready === 0} onClick={props.onSave}>
          {saving.busy ? t("save.saving") : (props.label ?? t("save.button", { count: props.ready }))}
          <KeyHint>{SAVE_KEYS}</KeyHint>
        </Button>
        {stack?.lastSave ? (
          <Button onClick={saving.undo}>
            {t("undo")} <KeyHint>{UNDO_KEY}</KeyHint>
          </Button>
        ) : null}
        {props.tools}
        <p className={styles.state}>
          {props.notReady > 0 ? `${t("save.notReady", { count: props.notReady })} · ` : ""}
          {t(`save.${keeping}`)}
        </p>
      </div>
    </div>
  );
}

const SAVE_KEYS = "Ctrl ⏎";
const UNDO_KEY = "F8";
