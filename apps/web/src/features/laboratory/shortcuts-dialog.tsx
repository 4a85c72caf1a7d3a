import { useTranslations } from "next-intl";
import { FormDialog } from "@/features/settings/form-dialog";
import styles from "./laboratory.module.css";

/** Every key of the stack, and what it does. */
const SHORTCUTS = [
  ["⏎", "enter"],
  ["Tab", "tab"],
  ["↑ ↓ ← →", "arrows"],
  ["Ctrl ↑ ↓ ← →", "controlArrows"],
  ["Q B N A R F P", "states"],
  ["0–9 < >", "digit"],
  ["1 2 3", "choices"],
  ["t · y · -3", "dates"],
  ["Esc", "escape"],
  ["Ctrl ⏎ · Ctrl S", "save"],
  ["F8", "undo"],
  ["F9", "history"],
  ["Ctrl Del", "remove"],
  ["?", "help"],
] as const;

/** The list of keys. */
export function ShortcutsDialog(props: { readonly open: boolean; readonly onClose: () => void }): React.JSX.Element {
  const t = useTranslations("laboratory.keys");
  return (
    <FormDialog open={props.open} title={t("title")} onClose={props.onClose}>
      <dl className={styles.keys}>
        {SHORTCUTS.map(([keys, name]) => (
          <div key={name}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{t(name)}</dd>
          </div>
        ))}
      </dl>
    </FormDialog>
  );
}
