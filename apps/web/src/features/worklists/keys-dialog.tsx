import { useTranslations } from "next-intl";
import laboratory from "@/features/laboratory/laboratory.module.css";
import { FormDialog } from "@/features/settings/form-dialog";

/** Every key of a list, and what it does. */
const KEYS = [
  ["j · ↓", "down"],
  ["k · ↑", "up"],
  ["Home · End", "ends"],
  ["⏎", "open"],
  ["c", "counselling"],
  ["e", "enter"],
  ["?", "help"],
] as const;

/** The list of keys. */
export function KeysDialog(props: { readonly open: boolean; readonly onClose: () => void }): React.JSX.Element {
  const t = useTranslations("worklists.keys");
  return (
    <FormDialog open={props.open} title={t("title")} onClose={props.onClose}>
      <dl className={laboratory.keys}>
        {KEYS.map(([keys, name]) => (
          <div key={name}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{t(`does.${name}`)}</dd>
          </div>
        ))}
      </dl>
    </FormDialog>
  );
}
