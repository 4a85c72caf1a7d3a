import { describe, expect, it } from "vitest";
import { readAdvisories } from "./advisories";
import { billOfMaterials, packageName, statedLicence } from "./bill-of-materials";
import { isFree, licenceProblems } from "./licences";
import { sourceProblems } from "./lockfile-sources";

const list = (components: readonly object[]) =>
  billOfMaterials.parse({ bomFormat: "CycloneDX", components }).components;
const one = (name: string, licence?: string, group?: string) => ({
  ...{ name, group, version: "1.0.0", purl: `pkg:npm/${name}@1.0.0` },
  ...(licence !== undefined && { licenses: [{ license: { id: licence } }] }),
});
/** Everything the list of exceptions names, so that only what a test adds is found. */
const usual = [
  ...[one("playwright", "MPL-2.0", "@axe-core"), one("axe-core", "MPL-2.0"), one("caniuse-lite", "CC-BY-4.0")],
  ...[one("elkjs", "EPL-2.0"), one("lightningcss", "MPL-2.0"), one("seq-queue")],
  ...[one("style-format", "WTFPL", "@azu"), one("argparse", "Python-2.0"), one("spdx-exceptions", "CC-BY-3.0")],
  ...["binaryextensions", "editions", "istextorbinary", "textextensions", "version-range"].map((name) =>
    one(name, "Artistic-2.0"),
  ),
];

describe("licences", () => {
  it.each([
    ["MIT", true],
    ["(MIT OR GPL-3.0-only)", true],
    ["MIT AND ISC", true],
    ["MIT AND GPL-3.0-only", false],
    ["GPL-3.0-only", false],
    ["SSPL-1.0", false],
    ["UNLICENSED", false],
    ["", false],
  ])("%s: free is %s", (expression, free) => expect(isFree(expression)).toBe(free));

  it("accepts the free ones and those somebody looked at", () => expect(licenceProblems(list(usual))).toEqual([]));

  it("names a package with another licence, with none, or with another than was looked at", () => {
    const changed = usual.filter(({ name }) => name !== "elkjs");
    const found = licenceProblems(
      list([...changed, one("elkjs", "AGPL-3.0-only"), one("sly", "GPL-3.0-only"), one("mute")]),
    );
    expect(found.map((problem) => problem.package)).toEqual(["elkjs@1.0.0", "sly@1.0.0", "mute@1.0.0"]);
    expect(found[2]?.problem).toContain("no licence");
  });

  it("does not extend what was looked at to a package of the same name in another scope", () => {
    const found = licenceProblems(list([...usual, one("axe-core", "MPL-2.0", "@elsewhere")]));
    expect(found.map((problem) => problem.package)).toEqual(["@elsewhere/axe-core@1.0.0"]);
  });

  it("says when an exception is not needed any more", () => {
    expect(licenceProblems(list([one("axe-core", "MPL-2.0")])).map((problem) => problem.package)).toContain("elkjs");
  });

  it("reads both ways in which a licence is stated", () => {
    const [component] = list([{ ...one("a"), licenses: [{ expression: "MIT OR Apache-2.0" }] }]);
    expect(component && [packageName(component), statedLicence(component)]).toEqual(["a", "MIT OR Apache-2.0"]);
  });
});

describe("where packages come from", () => {
  const lockfile = (resolution: string) => `packages:\n\n  '@a/b@1.0.0':\n    resolution: {${resolution}}\n`;

  it("is content with a checksum of the registry", () => {
    expect(sourceProblems(lockfile("integrity: sha512-abc=="))).toEqual([]);
  });

  it.each([
    ["no checksum", "tarball: https://example.org/b.tgz", 2],
    ["a tarball elsewhere", "integrity: sha512-abc==, tarball: https://example.org/b.tgz", 1],
    ["a weak checksum", "integrity: sha1-abc=", 1],
    ["a repository", "commit: 1234, repo: https://example.org/b.git, type: git", 2],
  ])("names a package with %s", (_, resolution, count) => {
    const found = sourceProblems(lockfile(resolution));
    expect(found.map((problem) => problem.package)).toEqual(Array(count).fill("@a/b@1.0.0"));
  });
});

describe("known weaknesses", () => {
  const entry = (severity: string) => ({ module_name: "a", severity, title: "t", url: "u", vulnerable_versions: "<2" });

  it("are sorted by whether a release waits for them", () => {
    const answer = readAdvisories(
      JSON.stringify({ advisories: { 1: entry("high"), 2: entry("low"), 3: entry("critical") } }),
    );
    expect(answer).toMatchObject({
      kind: "answered",
      severe: [{ severity: "high" }, { severity: "critical" }],
      others: [{ severity: "low" }],
    });
  });

  it.each(["", "ERR_PNPM_AUDIT_BAD_RESPONSE", '{"error":{"code":"ERR"}}'])(
    "are not none when nobody answered: %s",
    (text) => {
      expect(readAdvisories(text)).toEqual({ kind: "not-answered" });
    },
  );
});
