/**
 * How many requirements each section of OWASP ASVS 5.0.0 has that are looked at: all of levels 1 and 2, and level 3 too of
 * chapters 7 (sessions), 8 (authorisation), 14 (data protection) and 16 (logging). In every section these are the first
 * ones, without a gap, so a number says which. Source: the published list, https://github.com/OWASP/ASVS/tree/v5.0.0.
 */
const ASKED_OF_SECTION: Readonly<Record<string, number>> = {
  ...{ "1.1": 2, "1.2": 9, "1.3": 11, "1.4": 3, "1.5": 2 },
  ...{ "2.1": 3, "2.2": 3, "2.3": 4, "2.4": 1 },
  ...{ "3.2": 2, "3.3": 4, "3.4": 6, "3.5": 5, "3.7": 2 },
  ...{ "4.1": 3, "4.2": 1, "4.3": 2, "4.4": 4 },
  ...{ "5.1": 1, "5.2": 3, "5.3": 2, "5.4": 3 },
  ...{ "6.1": 3, "6.2": 12, "6.3": 4, "6.4": 4, "6.5": 5, "6.6": 3, "6.8": 4 },
  ...{ "7.1": 3, "7.2": 4, "7.3": 2, "7.4": 5, "7.5": 3, "7.6": 2 },
  ...{ "8.1": 4, "8.2": 4, "8.3": 3, "8.4": 2 },
  ...{ "9.1": 3, "9.2": 4 },
  ...{ "10.1": 2, "10.2": 2, "10.3": 4, "10.4": 11, "10.5": 5, "10.6": 2, "10.7": 3 },
  ...{ "11.1": 2, "11.2": 3, "11.3": 3, "11.4": 4, "11.5": 1, "11.6": 1 },
  ...{ "12.1": 3, "12.2": 2, "12.3": 4 },
  ...{ "13.1": 1, "13.2": 5, "13.3": 2, "13.4": 5 },
  ...{ "14.1": 2, "14.2": 8, "14.3": 3 },
  ...{ "15.1": 3, "15.2": 3, "15.3": 7 },
  ...{ "16.1": 1, "16.2": 5, "16.3": 4, "16.4": 3, "16.5": 4 },
  ...{ "17.1": 1, "17.2": 4, "17.3": 2 },
};

/** Every requirement that needs a row, as the standard asks it to be cited: `v5.0.0-2.1.3`. */
export const ASVS_REQUIREMENTS: readonly string[] = Object.entries(ASKED_OF_SECTION).flatMap(([section, count]) =>
  Array.from({ length: count }, (_, index) => `v5.0.0-${section}.${index + 1}`),
);
