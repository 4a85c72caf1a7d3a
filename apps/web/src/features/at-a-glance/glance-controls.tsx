import { useTranslations } from "next-intl";
import type { MouseEvent } from "react";
import { type ChangeAddress, changeHref } from "../change/change-query";
import type { ShownChange } from "../change/outcome-card";
import { GLANCE_ORDERS, GLANCE_READINGS, GLANCE_VIEWS, type GlanceAddress } from "./glance-address";
import styles from "./glance-controls.module.css";
import { chosenDomain } from "./glance-rows";
import { useDomainName } from "./use-domain-name";

/** How the overview is laid out, ordered and narrowed. Every state has an address that a colleague can open. */
export function GlanceControls(
  props: ShownChange & { readonly address: ChangeAddress; readonly onMove: (next: ChangeAddress) => void },
): React.JSX.Element {
  const t = useTranslations("glance");
  const nameOf = useDomainName(props.place);
  const { place, view, address, onMove } = props;
  const { glance } = address;
  const to = (change: Partial<GlanceAddress>): ChangeAddress => ({ ...address, glance: { ...glance, ...change } });
  const follow = (event: MouseEvent, next: ChangeAddress) => {
    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
    event.preventDefault();
    onMove(next);
  };
  const measured = view.table.domains.filter(
    ({ domain, measures }) => domain !== null && measures.some(({ state }) => state === "ready"),
  );
  return (
    <div className={styles.controls}>
      <nav aria-label={t("view.label")} className={styles.views}>
        <ul>
          {GLANCE_VIEWS.map((one) => (
            <li key={one}>
              <a
                href={changeHref(`${place.base}/change`, to({ view: one }))}
                aria-current={one === glance.view ? "true" : undefined}
                onClick={(event) => follow(event, to({ view: one }))}
              >
                {t(`view.${one}`)}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <Choice
        label={t("domain.label")}
        value={chosenDomain(view.table, glance) ?? ""}
        options={[
          ["", t("domain.all")],
          ...measured.map(({ domain }): [string, string] => [domain ?? "", nameOf(domain ?? "")]),
        ]}
        onChoose={(value) => onMove(to({ domain: value || null }))}
      />
      <Choice
        label={t("reading.label")}
        value={glance.reading ?? ""}
        options={[
          ["", t("reading.all")],
          ...GLANCE_READINGS.map((one): [string, string] => [one, t(`reading.${one}`)]),
        ]}
        onChoose={(value) => onMove(to({ reading: GLANCE_READINGS.find((one) => one === value) ?? null }))}
      />
      <Choice
        label={t("order.label")}
        value={glance.order}
        options={GLANCE_ORDERS.map((one): [string, string] => [one, t(`order.${one}`)])}
        onChoose={(value) => onMove(to({ order: GLANCE_ORDERS.find((one) => one === value) ?? "framework" }))}
      />
    </div>
  );
}

function Choice(props: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly (readonly [string, string])[];
  readonly onChoose: (value: string) => void;
}): React.JSX.Element {
  return (
    <label className={styles.choice}>
      <span>{props.label}</span>
      <select value={props.value} onChange={(event) => props.onChoose(event.target.value)}>
        {props.options.map(([value, text]) => (
          <option key={value} value={value}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
