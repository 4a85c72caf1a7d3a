/** How a part looks: by fill and pattern, so that it reads without colour. */
export type ShareTone = "better" | "unchanged" | "worse" | "missing";

export interface SharePart {
  readonly id: string;
  readonly label: string;
  readonly people: number;
  readonly tone: ShareTone;
}

export interface ShareBarModel {
  readonly total: number;
  /** In order from the start, in per cent of the whole; parts of nobody stay in the list with no width. */
  readonly parts: readonly (SharePart & { readonly from: number; readonly width: number })[];
}

/** Parts of one whole beside each other. Nobody is left out: the parts add up to everybody. */
export function shareBar(parts: readonly SharePart[]): ShareBarModel {
  const total = parts.reduce((sum, { people }) => sum + people, 0);
  let before = 0;
  return {
    total,
    parts: parts.map((part) => {
      const from = total === 0 ? 0 : (100 * before) / total;
      before += part.people;
      return { ...part, from, width: total === 0 ? 0 : (100 * part.people) / total };
    }),
  };
}
