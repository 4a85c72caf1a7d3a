"use client";

import type { ReportDocument } from "@alongside/domain/report/report-document";
import { useEffect } from "react";

/** Puts what runs along the top of every printed page where the style of the page finds it. */
export function RunningTitle({ document }: { readonly document: ReportDocument }): null {
  const { title, mark, stamp } = document;
  const running = [title, mark, stamp].filter((part) => part !== null).join(" · ");
  useEffect(() => {
    const { style } = window.document.documentElement;
    // A string of CSS, in which a quotation mark or the end of a line would end it.
    style.setProperty("--report-running", `"${running.replaceAll(/["\\\p{Cc}]/gu, " ")}"`);
    return () => {
      style.removeProperty("--report-running");
    };
  }, [running]);
  return null;
}
