"use client";

import { EmptyState } from "@alongside/ui/primitives/empty-state";
import { PageHeader } from "@alongside/ui/primitives/page-header";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import type { LaboratorySetting } from "@/features/laboratory/laboratory-view";
import { ListPages } from "@/features/shell/list-pages";
import { CounsellingDialog } from "./counselling-dialog";
import { KeysDialog } from "./keys-dialog";
import { ListTabs } from "./list-tabs";
import { SaveLinks } from "./save-links";
import { SiteFilter } from "./site-filter";
import { endText, type List, type WorklistQuery, worklistHref } from "./worklist-query";
import { WorklistTable } from "./worklist-table";
import type { MayDo, Sites, WorklistCounts, WorklistPage, WorklistRow } from "./worklist-view";
import styles from "./worklists.module.css";

/** What still has to be done about results, list by list, as it is now. */
export function WorklistsScreen(props: {
  readonly setting: LaboratorySetting;
  readonly list: List;
  readonly query: WorklistQuery;
  readonly counts: WorklistCounts;
  readonly page: WorklistPage;
  readonly sites: Sites;
  readonly may: MayDo;
  readonly mayContact: boolean;
}): React.JSX.Element {
  const { setting, list, counts, page, sites } = props;
  const t = useTranslations("worklists");
  const router = useRouter();
  const [counselled, setCounselled] = useState<WorklistRow | null>(null);
  const [helping, setHelping] = useState(false);
  const query: WorklistQuery = { ...props.query, list };
  const { after: _after, ...first } = query;
  const isEmpty = page.rows.length === 0;
  return (
    <>
      <PageHeader
        title={t("title")}
        lead={t("lead")}
        actions={isEmpty ? null : <SaveLinks base={setting.base} query={first} />}
      />
      <ListTabs base={setting.base} query={first} current={list} counts={counts} mayContact={props.mayContact} />
      <div className={styles.above}>
        <div>
          <h2 className={styles.listTitle}>{t(`list.${list}`)}</h2>
          <p className={styles.quiet}>{t(`about.${list}`)}</p>
        </div>
        <SiteFilter base={setting.base} query={first} sites={sites} />
      </div>
      <p className={styles.quiet} role="status">
        {t("count", { count: counts[list] })}
      </p>
      {isEmpty ? (
        <EmptyState title={t("none")} level={3}>
          <p>{t("noneWhy")}</p>
        </EmptyState>
      ) : (
        <WorklistTable
          {...{ setting, list, sites }}
          rows={page.rows}
          may={props.may}
          onCounsel={setCounselled}
          onHelp={() => setHelping(true)}
        />
      )}
      <ListPages
        label={t("pages")}
        first={query.after ? { href: worklistHref(setting.base, first), text: t("pageFirst") } : null}
        next={
          page.next
            ? { href: worklistHref(setting.base, { ...first, after: endText(page.next) }), text: t("pageNext") }
            : null
        }
      />
      <CounsellingDialog
        setting={setting}
        row={counselled}
        mayRecord={props.may.counsel}
        onChanged={() => router.refresh()}
        onClose={() => setCounselled(null)}
      />
      <KeysDialog open={helping} onClose={() => setHelping(false)} />
    </>
  );
}
