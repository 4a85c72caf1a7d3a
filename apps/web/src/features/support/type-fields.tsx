"use client";

import { SUPPORT_TYPE_NAMES } from "@alongside/domain/support/contact";
import { Button } from "@alongside/ui/primitives/button";
import { useTranslations } from "next-intl";
import settings from "@/features/settings/settings.module.css";
import { evenParts, type LogDraft } from "./log-draft";
import styles from "./support.module.css";

/** The five types of support, ticked; and, for who wants to say it, which part of the time each took. */
export function TypeFields(props: {
  readonly draft: LogDraft;
  readonly onDraft: (changed: Partial<LogDraft>) => void;
}): React.JSX.Element {
  const t = useTranslations("support.log");
  const names = useTranslations("support.type");
  const hints = useTranslations("support.typeHint");
  const { types, parts } = props.draft;
  return (
    <fieldset className={settings.fieldset}>
      <legend>{t("types")}</legend>
      <div className={styles.types}>
        {SUPPORT_TYPE_NAMES.map((type) => {
          const isGiven = types.includes(type);
          return (
            <div key={type} className={styles.type}>
              <label className={settings.choice}>
                <input
                  type="checkbox"
                  checked={isGiven}
                  onChange={(event) => {
                    const others = types.filter((one) => one !== type);
                    props.onDraft({ types: event.target.checked ? [...others, type] : others, parts: null });
                  }}
                />
                <span>
                  {names(type)}
                  <small className={styles.hint}>{hints(type)}</small>
                </span>
              </label>
              {isGiven && parts !== null ? (
                <label className={styles.part}>
                  <span className="visually-hidden">{t("part", { type: names(type) })}</span>
                  <input
                    inputMode="numeric"
                    value={parts[type] ?? ""}
                    maxLength={3}
                    onChange={(event) => props.onDraft({ parts: { ...parts, [type]: event.target.value } })}
                  />
                  <span aria-hidden="true">{t("perCent")}</span>
                </label>
              ) : null}
            </div>
          );
        })}
      </div>
      {types.length > 1 ? (
        <div>
          <Button kind="quiet" onClick={() => props.onDraft({ parts: parts === null ? evenParts(types) : null })}>
            {parts === null ? t("setParts") : t("evenParts")}
          </Button>
        </div>
      ) : null}
    </fieldset>
  );
}
