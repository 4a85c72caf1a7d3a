import type { AuditDetail } from "./write-audit-event";

type Value = AuditDetail[string];

/**
 * What a change of settings leaves in the trail: each field that has become another one as it is now, and under
 * `<field>Before` as it was. Null where nothing has changed, so that there is nothing to write down.
 */
export function beforeAndAfter<K extends string>(
  before: Readonly<Record<K, Value>>,
  after: Readonly<Partial<Record<K, Value>>>,
): AuditDetail | null {
  const detail: Record<string, Value> = {};
  for (const name of Object.keys(after) as K[]) {
    const [was, is] = [before[name], after[name]];
    if (is === undefined || JSON.stringify(was) === JSON.stringify(is)) continue;
    detail[name] = is;
    detail[`${name}Before`] = was;
  }
  return Object.keys(detail).length === 0 ? null : detail;
}
