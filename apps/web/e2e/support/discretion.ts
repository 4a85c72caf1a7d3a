/** What a page may not show before somebody has signed in, nor in its title, address or cookies after. */
export const TELLING_WORDS =
  /\bhiv\b|\baids\b|\bart\b|viral|undetectable|antiretrovir|\bcd4\b|\bdrug|艾滋|病毒|抗逆转录/i;
