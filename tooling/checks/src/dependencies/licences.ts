import { type Component, packageName, statedLicence } from "./bill-of-materials";

/** Licences under which a library may be used in and distributed with an Apache-2.0 program without further thought. */
const FREE: ReadonlySet<string> = new Set([
  ...["0BSD", "Apache-2.0", "BlueOak-1.0.0", "BSD-2-Clause", "BSD-3-Clause", "CC0-1.0", "ISC", "MIT", "Unlicense"],
]);

const IN_SECRETS_SEARCH = "part of the search for secrets; not shipped";
const ARTISTIC = { licence: "Artistic-2.0", because: IN_SECRETS_SEARCH };

/**
 * Licences that ask for something in return, and the packages for which somebody has looked at what. A package that is
 * named here and no longer installed is a finding too.
 */
const LOOKED_AT: Readonly<Record<string, { readonly licence: string; readonly because: string }>> = {
  "@axe-core/playwright": { licence: "MPL-2.0", because: "runs in tests only" },
  "@azu/style-format": { licence: "WTFPL", because: IN_SECRETS_SEARCH },
  argparse: { licence: "Python-2.0", because: IN_SECRETS_SEARCH },
  "axe-core": { licence: "MPL-2.0", because: "runs in tests only" },
  "caniuse-lite": { licence: "CC-BY-4.0", because: "data that the build reads; nothing of it is shipped" },
  binaryextensions: ARTISTIC,
  editions: ARTISTIC,
  elkjs: { licence: "EPL-2.0", because: "part of a development tool; not shipped" },
  istextorbinary: ARTISTIC,
  lightningcss: { licence: "MPL-2.0", because: "used unchanged by the build" },
  "seq-queue": { licence: "", because: "its manifest names none; its repository says MIT" },
  "spdx-exceptions": { licence: "CC-BY-3.0", because: IN_SECRETS_SEARCH },
  textextensions: ARTISTIC,
  "version-range": ARTISTIC,
};

/** Packages made for one platform, of which each machine has another. */
const PER_PLATFORM: readonly { readonly name: RegExp; readonly licence: string; readonly because: string }[] = [
  { name: /^lightningcss-/, licence: "MPL-2.0", because: "used unchanged by the build" },
  { name: /^@img\/sharp-libvips-/, licence: "LGPL-3.0-or-later", because: "an unchanged library, loaded at run time" },
];

export interface LicenceProblem {
  readonly package: string;
  readonly problem: string;
}

/** Whether every part of an SPDX expression of AND, OR and brackets is free; one side of an OR is enough. */
export function isFree(expression: string): boolean {
  const plain = expression.replaceAll(/[()]/g, "").trim();
  if (plain === "") return false;
  return plain.split(/ OR /i).some((side) => side.split(/ AND /i).every((part) => FREE.has(part.trim())));
}

/** What stands in the way of distributing the program with these components. Empty: nothing. */
export function licenceProblems(components: readonly Component[]): readonly LicenceProblem[] {
  const installed = new Set(components.map(packageName));
  const unknown = components.flatMap((component) => {
    const name = packageName(component);
    const stated = statedLicence(component);
    if (isFree(stated)) return [];
    const known = LOOKED_AT[name] ?? PER_PLATFORM.find((one) => one.name.test(name));
    if (known?.licence === stated) return [];
    const words = stated === "" ? "states no licence" : `is under ${stated}`;
    return [{ package: `${name}@${component.version}`, problem: `${words}; read it, then add a line with the reason` }];
  });
  const gone = Object.keys(LOOKED_AT).filter((name) => !installed.has(name));
  return [
    ...unknown,
    ...gone.map((name) => ({ package: name, problem: "is not installed any more; remove its line" })),
  ];
}
