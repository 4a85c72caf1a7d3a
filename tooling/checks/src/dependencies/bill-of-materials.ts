import { z } from "zod";

/** The parts of a CycloneDX bill of materials that are judged: https://cyclonedx.org/docs/1.6/json/. */
export const billOfMaterials = z.object({
  bomFormat: z.literal("CycloneDX"),
  components: z
    .array(
      z.object({
        name: z.string().min(1),
        group: z.string().optional(),
        version: z.string().min(1),
        purl: z.string().min(1),
        licenses: z
          .array(
            z.union([
              z.object({ expression: z.string() }),
              z.object({ license: z.object({ id: z.string().optional(), name: z.string().optional() }) }),
            ]),
          )
          .default([]),
      }),
    )
    .min(1),
});

export type Component = z.infer<typeof billOfMaterials>["components"][number];

/** The package's name as it is installed by, with its scope. */
export function packageName({ group, name }: Component): string {
  return group === undefined || group === "" ? name : `${group}/${name}`;
}

/** What a component states about its licence, as one text; empty when it states nothing. */
export function statedLicence({ licenses }: Component): string {
  const words = licenses.map((one) =>
    "expression" in one ? one.expression : (one.license.id ?? one.license.name ?? ""),
  );
  return words.filter((word) => word !== "").join(" OR ");
}
