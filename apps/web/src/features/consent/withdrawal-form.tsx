"use client";

import { WITHDRAWAL_LEVELS, WITHDRAWAL_REASONS, type WithdrawalLevel } from "@alongside/domain/consent/withdrawal";
import { Button } from "@alongside/ui/primitives/button";
import { useMutation } from "@tanstack/react-query";
import { useTranslations } from "next-intl";
import { type FormEvent, useState } from "react";
import { uuidv7 } from "uuidv7";
import { FailureNotice } from "@/features/failure/failure-notice";
import settings from "@/features/settings/settings.module.css";
import { useSettled } from "@/features/settings/use-settled";
import { useApi } from "@/trpc/client";
import type { PersonConsents } from "./consent-views";

/** How far somebody steps back, from when, and what becomes of what there is. */
export function WithdrawalForm(props: {
  readonly programmeId: string;
  readonly consents: PersonConsents;
  readonly onDone: () => void;
}): React.JSX.Element {
  const { consents, programmeId } = props;
  const t = useTranslations("consent.withdrawal");
  const api = useApi();
  const before = consents.withdrawal?.level ?? "none";
  const offered = WITHDRAWAL_LEVELS.filter((level) =>
    before === "erase" ? level === "none" : level === "none" ? before !== "none" : true,
  );
  const [level, setLevel] = useState<WithdrawalLevel>(offered[0] ?? "contact");
  const [withdrawalId] = useState(uuidv7);
  const settled = useSettled(props.onDone);
  const outcome = { onMutate: settled.begin, onSuccess: settled.settle };
  const record = useMutation(api.withdrawal.record.mutationOptions(outcome));
  const ask = useMutation(api.erasure.ask.mutationOptions(outcome));
  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = new FormData(event.currentTarget);
    const reason = WITHDRAWAL_REASONS.find((one) => one === form.get("reason")) ?? "not-said";
    const wish = { programmeId, participantId: consents.participantId, withdrawalId, reason };
    switch (level) {
      case "erase":
        return ask.mutate(wish);
      case "use":
        return record.mutate({
          ...{ ...wish, level, fromOn: String(form.get("fromOn") ?? "") },
          leavesOut: form.get("earlier") === "leave",
        });
      default:
        return record.mutate({ ...wish, level });
    }
  };
  const error = record.error ?? ask.error;
  const busy = record.isPending || ask.isPending;
  return (
    <form onSubmit={submit} className={settings.form}>
      <div>
        {offered.map((one) => (
          <div key={one}>
            <label className={settings.choice}>
              <input type="radio" name="level" checked={level === one} onChange={() => setLevel(one)} />
              {t(`level.${one}`)}
            </label>
            {level === one ? <p className={`${settings.note} ${settings.indented}`}>{t(`about.${one}`)}</p> : null}
          </div>
        ))}
      </div>
      {level === "use" ? (
        <>
          <label className={settings.field}>
            <span>{t("from")}</span>
            <input
              type="date"
              name="fromOn"
              required
              defaultValue={consents.today}
              min={consents.enrolledOn}
              max={consents.today}
            />
          </label>
          <fieldset className={settings.fieldset}>
            <legend>{t("earlierData")}</legend>
            {(["keep", "leave"] as const).map((one, at) => (
              <label key={one} className={settings.choice}>
                <input type="radio" name="earlier" value={one} defaultChecked={at === 0} />
                {t(one)}
              </label>
            ))}
          </fieldset>
        </>
      ) : null}
      <label className={settings.field}>
        <span>{t("reason")}</span>
        <select name="reason" defaultValue="not-said">
          {WITHDRAWAL_REASONS.map((one) => (
            <option key={one} value={one}>
              {t(`reasons.${one}`)}
            </option>
          ))}
        </select>
      </label>
      {error ? <FailureNotice error={error} /> : null}
      <div className={settings.actions}>
        <Button type="submit" kind={level === "erase" ? "danger" : "primary"} disabled={busy}>
          {level === "erase" ? t("ask") : t("submit")}
        </Button>
      </div>
    </form>
  );
}
