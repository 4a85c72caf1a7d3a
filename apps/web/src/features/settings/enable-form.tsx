"use client";

import { type AskedOf, readAskedOf } from "@alongside/domain/schedule/asked-of";
import { Button } from "@alongside/ui/primitives/button";
import { ConfirmDialog } from "@alongside/ui/primitives/confirm-dialog";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { FailureNotice } from "@/features/failure/failure-notice";
import { useApi } from "@/trpc/client";
import { AskedOfField } from "./asked-of-field";
import type { ResponsePath } from "./response-path";
import { ResponsePathFields } from "./response-path-fields";
import { SavedLine } from "./saved-line";
import styles from "./settings.module.css";
import { useSettled } from "./use-settled";

/** Switches an instrument on, changes when and of whom it is asked, or switches it off. */
export function EnableForm(props: {
  readonly programmeId: string;
  readonly instrument: { readonly code: string; readonly edition: string; readonly name: string };
  readonly timepoints: readonly { readonly code: string; readonly label: string }[];
  /** What is set now; `active` false when it is switched off. */
  readonly now: {
    readonly active: boolean;
    readonly timepointCodes: readonly string[];
    readonly askedOf: AskedOf;
    readonly position: number;
    readonly responsePath: ResponsePath | null;
  };
  readonly risky: boolean;
}): React.JSX.Element {
  const t = useTranslations("settings.instruments");
  const words = useTranslations("settings");
  const parts = useTranslations("parts");
  const api = useApi();
  const { programmeId, instrument, now } = props;
  const [some, setSome] = useState(now.timepointCodes.length > 0);
  const [stopping, setStopping] = useState(false);
  const settled = useSettled(() => setStopping(false));
  const outcome = { onMutate: settled.begin, onSuccess: settled.settle };
  const enable = useMutation(api.instrument.enable.mutationOptions(outcome));
  const disable = useMutation(api.instrument.disable.mutationOptions(outcome));
  const which = { programmeId, instrument: instrument.code, edition: instrument.edition };
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const field = (name: string) => String(form.get(name) ?? "");
    const path = {
      contact: field("contact"),
      withinHours: Number(field("withinHours")),
      firstWords: field("firstWords"),
    };
    enable.mutate({
      ...which,
      timepointCodes: some ? form.getAll("timepoint").map(String) : [],
      askedOf: readAskedOf(field("askedOf")),
      position: Number(field("position")),
      ...(props.risky && { responsePath: path }),
    });
  };
  return (
    <form className={styles.card} onSubmit={submit}>
      <h3>{t("use")}</h3>
      <fieldset className={styles.fieldset}>
        <legend>{t("when")}</legend>
        {[false, true].map((value) => (
          <label key={String(value)} className={styles.choice}>
            <input type="radio" name="when" checked={some === value} onChange={() => setSome(value)} />
            {value ? t("whenSome") : t("whenAll")}
          </label>
        ))}
        {some ? (
          <div className={styles.indented}>
            {props.timepoints.map(({ code, label }) => (
              <label key={code} className={styles.choice}>
                <input
                  type="checkbox"
                  name="timepoint"
                  value={code}
                  defaultChecked={now.timepointCodes.includes(code)}
                />
                {label}
              </label>
            ))}
          </div>
        ) : null}
      </fieldset>
      <AskedOfField before={now.askedOf} />
      <label className={styles.field}>
        <span>{words("order")}</span>
        <input name="position" type="number" required min={0} max={999} step={1} defaultValue={now.position} />
        <small>{words("orderHint")}</small>
      </label>
      {props.risky ? <ResponsePathFields before={now.responsePath} /> : null}
      {enable.error ? <FailureNotice error={enable.error} /> : null}
      <div className={styles.actions}>
        <Button type="submit" kind="primary" disabled={enable.isPending || settled.refreshing}>
          {now.active ? t("save") : t("enable")}
        </Button>
        {now.active ? <Button onClick={() => setStopping(true)}>{t("disable")}</Button> : null}
        <SavedLine saved={settled.saved} />
      </div>
      <ConfirmDialog
        open={stopping}
        title={t("disableTitle", { name: instrument.name })}
        confirmLabel={t("disable")}
        cancelLabel={parts("cancel")}
        tone="danger"
        busy={disable.isPending}
        onConfirm={() => disable.mutate(which)}
        onCancel={() => setStopping(false)}
      >
        <p>{t("disableText")}</p>
        {disable.error ? <FailureNotice error={disable.error} /> : null}
      </ConfirmDialog>
    </form>
  );
}
