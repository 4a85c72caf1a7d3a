"use client";

import {
  IconBook2,
  IconChartLine,
  IconClipboardList,
  IconFileImport,
  IconFlask,
  IconHeartHandshake,
  IconHome,
  IconListCheck,
  IconSettings,
  IconUsers,
  type TablerIcon,
} from "@tabler/icons-react";
import Link from "next/link";
import { usePathname } from "next/navigation";
import { useTranslations } from "next-intl";
import styles from "./nav-links.module.css";
import { type AreaId, areaOf } from "./navigation";

const ICONS = {
  home: IconHome,
  participants: IconUsers,
  collect: IconClipboardList,
  laboratory: IconFlask,
  worklists: IconListCheck,
  support: IconHeartHandshake,
  change: IconChartLine,
  framework: IconBook2,
  import: IconFileImport,
  settings: IconSettings,
} as const satisfies Record<AreaId, TablerIcon>;

/** Links to the areas, the current one marked. `look` says whether they stand in the rail, the bar or a menu. */
export function NavLinks(props: {
  readonly base: string;
  readonly areas: readonly { readonly id: AreaId; readonly path: string }[];
  readonly look: "rail" | "bar" | "menu";
}): React.JSX.Element {
  const t = useTranslations("shell.area");
  const current = areaOf(usePathname(), props.base);
  return (
    <ul className={`${styles.list} ${styles[props.look]}`}>
      {props.areas.map(({ id, path }) => {
        const Icon = ICONS[id];
        return (
          <li key={id}>
            <Link
              href={`${props.base}${path}`}
              className={styles.link}
              aria-current={id === current ? "page" : undefined}
              prefetch={false}
            >
              <Icon size={20} stroke={1.75} aria-hidden="true" />
              <span>{t(id)}</span>
            </Link>
          </li>
        );
      })}
    </ul>
  );
}
