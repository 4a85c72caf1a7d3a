import { Button } from "@alongside/ui/primitives/button";
import { useTranslations } from "next-intl";
import styles from "./outcome.module.css";
import { measureSign, type OutcomeAddress } from "./outcome-address";
import type { BinaryView, OutcomePlace, OutcomeView } from "./outcome-view";

/** Another cohort, another time, or another comparison: a form that needs no script. */
export function OutcomeChooser(props: {
  readonly view: OutcomeView | BinaryView;
  readonly place: OutcomePlace;
  readonly address: OutcomeAddress;
}): React.JSX.Element {
  const t = useTranslations("outcome.choose");
  const { view, place, address } = props;
  const cohorts = [view.cohort, ...view.comparable].toSorted((a, b) => a.name.localeCompare(b.name));
  return (
    <form className={styles.choose} method="get" action={`${place.base}/change/outcome`} aria-label={t("label")}>
      <input type="hidden" name="measure" value={measureSign(address.measure)} />
      {address.siteId === null ? null : <input type="hidden" name="site" value={address.siteId} />}
      {address.snapshotId === null ? null : <input type="hidden" name="snapshot" value={address.snapshotId} />}
      {address.definitionIds.length === 0 ? null : (
        <input type="hidden" name="defined" value={address.definitionIds.join(",")} />
      )}
      <label>
        <span>{t("cohort")}</span>
        <select name="cohort" defaultValue={view.cohort.id}>
          {cohorts.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t("time")}</span>
        <select name="time" defaultValue={address.timepointId}>
          {view.waves.slice(1).map(({ timepointId, label }) => (
            <option key={timepointId} value={timepointId}>
              {label}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>{t("with")}</span>
        <select name="with" defaultValue={view.comparedWith?.id ?? "none"}>
          <option value="none">{t("nobody")}</option>
          {view.comparable.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </label>
      <Button type="submit">{t("show")}</Button>
    </form>
  );
}
