/** Where the reports of a programme for outside are listed, and one of them. */
export function publishedHref(base: string, reportId?: string): string {
  return reportId === undefined ? `${base}/report/published` : `${base}/report/published/${reportId}`;
}
