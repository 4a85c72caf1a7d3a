/** What a page may not show before somebody has signed in, nor in its title, address or cookies after. */
export const TELLING_WORDS =
  /\bhiv\b|\baids\b|\bart\b|viral|undetectable|antiretrovir|clinic|patient|peer|drug|艾滋|病毒|抗逆转录|诊所|患者|同伴/i;
