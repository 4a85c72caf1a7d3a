"use client";

import { buttonClass } from "@alongside/ui/primitives/button";
import { EmptyState } from "@alongside/ui/primitives/empty-state";
import { LoadingState } from "@alongside/ui/primitives/loading-state";
import { Notice } from "@alongside/ui/primitives/notice";
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import { useSearchParams } from "next/navigation";
import { useFormatter, useTranslations } from "next-intl";
import { Glance } from "@/features/at-a-glance/glance";
import { chosenDomain } from "@/features/at-a-glance/glance-rows";
import { PageChartFiles } from "@/features/chart-files/page-chart-files";
import { FailureNotice } from "@/features/failure/failure-notice";
import { HeldNotice } from "@/features/released/held-notice";
import { FrozenNotice } from "@/features/snapshot/frozen-notice";
import { SteppedBack } from "@/features/withdrawal/stepped-back";
import { useApi } from "@/trpc/client";
import { failureOf } from "@/trpc/failure-of";
import { ChangeControls } from "./change-controls";
import { addressOf, type ChangeAddress, changeHref, changeQuery, chooseFollowUp } from "./change-query";
import type { ChangePlace, ChangeView } from "./change-view";
import { Contents } from "./contents";
import { DefinedNotice } from "./defined-notice";
import { DomainSection } from "./domain-section";

const RENEWED_AFTER_MS = 3000;

/** The whole Change page below its heading. The server has asked already; this keeps it fresh and follows the address. */
export function ChangeScreen({ place }: { readonly place: ChangePlace }): React.JSX.Element {
  const t = useTranslations("change");
  const format = useFormatter();
  const api = useApi();
  const address = addressOf(useSearchParams());
  const query = changeQuery(place.programmeId, address);
  const { data, error, isPlaceholderData } = useQuery(
    api.change.read.queryOptions(query, {
      placeholderData: keepPreviousData,
      // Newer sums are being made: they are there in a moment.
      refetchInterval: ({ state }) => (state.data?.isRenewing ? RENEWED_AFTER_MS : false),
    }),
  );
  const failure = error ? <ChangeFailure error={error} place={place} at={address.at} /> : null;
  if (!data) return failure ?? <LoadingState label={t("loading")} blocks={5} />;
  const at = chooseFollowUp(data.table, address.at);
  // The part of the page somebody is reading stays in the address when the time or the site changes; back undoes it.
  const move = (next: ChangeAddress) =>
    window.history.pushState(null, "", changeHref(`${place.base}/change`, next) + window.location.hash);
  return (
    <>
      <HeldNotice heldSince={data.heldSince} />
      <FrozenNotice
        base={place.base}
        snapshot={data.snapshot}
        live={changeHref(`${place.base}/change`, { ...address, snapshot: null })}
      />
      <DefinedNotice place={place} view={data} />
      {data.partOf ? <p>{t("partOf", { sites: format.list(data.partOf) })}</p> : null}
      <ChangeControls place={place} view={data} at={at} address={address} onMove={move} />
      <div aria-live="polite">
        {isPlaceholderData && !error ? <p>{t("controls.refreshing")}</p> : null}
        {data.isRenewing ? <p>{t("controls.renewing")}</p> : null}
      </div>
      {failure}
      {error ? <p>{t("stale")}</p> : null}
      <Notice tone="information" title={t("claim.title")}>
        <p>{t("claim.text")}</p>
      </Notice>
      <PageChartFiles
        place={place}
        page="change"
        figures={data}
        dataLabel={data.dataLabel}
        cautions={data.partOf ? [t("partOf", { sites: format.list(data.partOf) })] : []}
      >
        <Results place={place} view={data} at={at} address={address} onMove={move} />
      </PageChartFiles>
    </>
  );
}

/** Why there is no table. Whoever has one view of all their sites is led to it. */
function ChangeFailure(props: {
  readonly error: unknown;
  readonly place: ChangePlace;
  readonly at: string | null;
}): React.JSX.Element {
  const t = useTranslations("change.controls");
  const { error, place, at } = props;
  return (
    <>
      <FailureNotice error={error} />
      {failureOf(error)?.reason === "change.one-view" ? (
        <p>
          <a href={changeHref(`${place.base}/change`, { at, site: null })} data-way="whole-programme">
            {t("wholeProgramme")}
          </a>
        </p>
      ) : null}
    </>
  );
}

function Results(props: {
  readonly place: ChangePlace;
  readonly view: ChangeView;
  readonly at: ReturnType<typeof chooseFollowUp>;
  readonly address: ChangeAddress;
  readonly onMove: (next: ChangeAddress) => void;
}): React.JSX.Element {
  const { place, view, at, address, onMove } = props;
  const { table } = view;
  const baseline = table.timepoints.find((timepoint) => timepoint.id === table.baselineTimepointId);
  if (!baseline || !at) return <Nothing place={place} why="baseline" />;
  const shown = { place, view, at, baseline };
  const only = chosenDomain(table, address.glance);
  const domains = table.domains.filter(({ domain }) => only === null || domain === only);
  const measured = table.domains.some((domain) => domain.measures.length > 0);
  return (
    <>
      {measured ? null : <Nothing place={place} why="instruments" />}
      {measured && table.state === "not-measured" ? <Nothing place={place} why="collect" /> : null}
      {only === null ? <Contents place={place} table={table} /> : null}
      <Glance {...shown} address={address} onMove={onMove} />
      {domains.map((domain) => (
        <DomainSection key={domain.domain ?? "none"} {...shown} domain={domain} />
      ))}
      <SteppedBack programmeId={place.programmeId} />
    </>
  );
}

/** Nothing to compare, why, and where to go about it. */
function Nothing({
  place,
  why,
}: {
  readonly place: ChangePlace;
  readonly why: "baseline" | "instruments" | "collect";
}): React.JSX.Element {
  const t = useTranslations("change.empty");
  const maySettle = why !== "collect" && place.verbs.includes("programme.update");
  const mayCollect = why === "collect" && place.verbs.includes("assessment.save");
  return (
    <div style={{ marginBlockStart: "var(--space-5)" }}>
      <EmptyState
        title={t("title")}
        actions={
          maySettle || mayCollect ? (
            <a
              className={buttonClass({ kind: "primary" })}
              href={`${place.base}/${maySettle ? "settings" : "collect"}`}
            >
              {maySettle ? t("settings") : t("start")}
            </a>
          ) : null
        }
      >
        <p>{t(why)}</p>
      </EmptyState>
    </div>
  );
}
