import { Button } from "@alongside/ui/primitives/button";
import { cardRowsClass } from "@alongside/ui/primitives/card-rows";
import { KeyHint } from "@alongside/ui/primitives/key-hint";
import { useTranslations } from "next-intl";
import { type KeyboardEvent, useRef } from "react";
import type { LaboratorySetting } from "@/features/laboratory/laboratory-view";
import { rowAction } from "./row-keys";
import { WorklistLine } from "./worklist-line";
import type { List } from "./worklist-query";
import type { MayDo, Sites, WorklistRow } from "./worklist-view";
import styles from "./worklists.module.css";

/** The lists whose lines say how counselling goes. */
const COUNSELLED: readonly List[] = ["unsuppressed", "counselling"];

const COLUMNS = ["code", "site", "on", "result", "counselling", "actions"] as const;

/** Keys named beside the list; the others are in their own list. */
const NEXT_KEYS = ["j", "k"];

/** A list: a dense table on a desk, cards on a phone. Its keys work while the focus is inside. */
export function WorklistTable(props: {
  readonly setting: LaboratorySetting;
  readonly list: List;
  readonly rows: readonly WorklistRow[];
  readonly sites: Sites;
  readonly may: MayDo;
  readonly onCounsel: (row: WorklistRow) => void;
  readonly onHelp: () => void;
}): React.JSX.Element {
  const { list, rows, sites } = props;
  const t = useTranslations("worklists");
  const body = useRef<HTMLTableSectionElement>(null);
  const showSite = sites.length > 1;
  const showCounselling = COUNSELLED.includes(list);
  const columns = COLUMNS.filter(
    (column) => (column !== "site" || showSite) && (column !== "counselling" || showCounselling),
  );

  const press = (event: KeyboardEvent<HTMLTableSectionElement>) => {
    const lines = [...(body.current?.rows ?? [])];
    const line = lines.findIndex((one) => one.contains(event.target as Node));
    const action = line < 0 ? null : rowAction(event, line, lines.length);
    if (action === null) return;
    event.preventDefault();
    const inLine = (at: number, what: string) => lines[at]?.querySelector<HTMLElement>(`[data-act="${what}"]`);
    if (action.kind === "go") inLine(action.to, "open")?.focus();
    if (action.kind === "press") inLine(line, action.what)?.click();
    if (action.kind === "help") props.onHelp();
  };

  return (
    <>
      <p className={styles.keysLine}>
        <span>
          {NEXT_KEYS.map((key) => (
            <KeyHint key={key}>{key}</KeyHint>
          ))}{" "}
          {t("keysHint")}
        </span>
        <Button kind="quiet" size="small" onClick={props.onHelp}>
          {t("keys.open")}
        </Button>
      </p>
      <table className={cardRowsClass(styles.table)}>
        <caption className="visually-hidden">{t(`list.${list}`)}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col" className={column === "actions" ? styles.end : undefined}>
                {column === "on" ? t(`on.${list}`) : t(`column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body} onKeyDown={press}>
          {rows.map((row) => (
            <WorklistLine
              key={row.id}
              setting={props.setting}
              list={list}
              row={row}
              site={showSite ? (sites.find(({ id }) => id === row.siteId)?.name ?? "") : null}
              showCounselling={showCounselling}
              may={props.may}
              onCounsel={() => props.onCounsel(row)}
            />
          ))}
        </tbody>
      </table>
    </>
  );
}
