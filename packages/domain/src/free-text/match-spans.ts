/** Where something stands in a text, in UTF-16 units; `end` is the first after it. */
export interface TextSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * Every match of a global pattern; of its first group, where it has one that took part and the pattern has the flag `d`.
 */
export function matchSpans(text: string, pattern: RegExp, keep: (matched: string) => boolean = () => true): TextSpan[] {
  const spans: TextSpan[] = [];
  for (const match of text.matchAll(pattern)) {
    const [start, end] = match.indices?.[1] ?? [match.index, match.index + match[0].length];
    if (keep(text.slice(start, end))) spans.push({ start, end });
  }
  return spans;
}
