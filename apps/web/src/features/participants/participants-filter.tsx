import { buttonClass } from "@alongside/ui/primitives/button";
import { fieldClass } from "@alongside/ui/primitives/field";
import { useTranslations } from "next-intl";
import { type ListQuery, STATUSES } from "./list-query";
import type { Plan } from "./participant-views";
import styles from "./participants.module.css";

/** The search form: a plain form, so that it works before any script; posted, so that no code gets into the address. */
export function ParticipantsFilter(props: {
  readonly base: string;
  readonly plan: Plan;
  readonly query: ListQuery;
}): React.JSX.Element {
  const t = useTranslations("participants.filter");
  const status = useTranslations("participants.status");
  const { plan, query } = props;
  // Old choices must not stay in the fields when the address changes without a reload.
  const key = JSON.stringify(query);
  return (
    <search aria-label={t("label")}>
      <form key={key} action={`${props.base}/find`} method="post" className={styles.form}>
        <label className={fieldClass({ place: styles.field })}>
          <span>{t("code")}</span>
          <input
            type="search"
            name="q"
            defaultValue={query.text}
            maxLength={40}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            placeholder={t("codeHint")}
          />
        </label>
        {plan.sites.length > 1 ? (
          <Choice name="site" label={t("site")} any={t("anySite")} value={query.siteId} options={plan.sites} />
        ) : null}
        <Choice name="cohort" label={t("cohort")} any={t("anyCohort")} value={query.cohortId} options={plan.cohorts} />
        <Choice
          name="status"
          label={t("status")}
          any={t("anyStatus")}
          value={query.status}
          options={STATUSES.map((id) => ({ id, name: status(id) }))}
        />
        <Choice
          name="due"
          label={t("due")}
          any={t("anyDue")}
          value={query.due}
          options={[
            { id: "open", name: t("open") },
            { id: "overdue", name: t("overdue") },
          ]}
        />
        <button type="submit" className={buttonClass({ kind: "primary" })}>
          {t("submit")}
        </button>
      </form>
    </search>
  );
}

function Choice(props: {
  readonly name: string;
  readonly label: string;
  readonly any: string;
  readonly value: string | undefined;
  readonly options: readonly { readonly id: string; readonly name: string }[];
}): React.JSX.Element {
  return (
    <label className={fieldClass({ place: styles.field })}>
      <span>{props.label}</span>
      <select name={props.name} defaultValue={props.value ?? ""}>
        <option value="">{props.any}</option>
        {props.options.map((option) => (
          <option key={option.id} value={option.id}>
            {option.name}
          </option>
        ))}
      </select>
    </label>
  );
}
