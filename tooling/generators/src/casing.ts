/** "viral-load" as viralLoad. */
export function camelCase(slug: string): string {
  return slug.replace(/-([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** "viral-load" as ViralLoad. */
export function pascalCase(slug: string): string {
  const camel = camelCase(slug);
  return `${camel.charAt(0).toUpperCase()}${camel.slice(1)}`;
}

/** "viral-load" as VIRAL_LOAD. */
export function constantCase(slug: string): string {
  return slug.replaceAll("-", "_").toUpperCase();
}
