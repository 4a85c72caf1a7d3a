import { useTestDatabase } from "@alongside/db/testing/test-database";
import { uuidv7 } from "uuidv7";
import { expect, it } from "vitest";
import { saveAssay } from "../assay/save";
import { copies, enrolAt, makeLaboratory, saveRowsAs, viralLoadRow } from "../testing/laboratory";
import { correctLabResult } from "./correct";

const database = useTestDatabase();

it("a result in international units is settled by a correction that names an edition with the factor", async () => {
  const { nurse, administrator, programmeId, ...rest } = await makeLaboratory(database.db);
  const { participantId } = await enrolAt({ nurse, administrator, programmeId, ...rest });
  const assay = { key: "roche-cobas-6800-plasma-iu", edition: "1" };
  const limits = { lowerLimitCopiesPerMl: null, upperLimitCopiesPerMl: null };
  const measured = copies("3400", { unit: "iu-per-ml", assay, asPrinted: "3400 IU/mL", ...limits });
  const row = viralLoadRow(participantId, measured);
  expect(await saveRowsAs(nurse, programmeId, [row])).toMatchObject([{ outcome: "saved" }]);
  const stored = () => database.db.labResult.findFirstOrThrow({ where: { participantId, current: true } });
  expect(await stored()).toMatchObject({ value: "3400", unit: "iu-per-ml", copiesPerMl: null });

  const edition = {
    key: assay.key,
    edition: "2",
    platform: "Roche cobas 6800",
    name: { en: "Roche cobas 6800", zh: "罗氏 cobas 6800" },
    specimen: "plasma",
    unit: "iu-per-ml",
    lowerLimit: 20,
    upperLimit: 6_000_000,
    detectionLimit: 20,
    loinc: { copies: null, log10: null, iu: null },
    meansOfBelow: "ask",
    iuPerCopy: 1.7,
    source: "A letter of the maker",
    validFrom: "2026-01-01",
  } as const;
  expect(await saveAssay(administrator, { programmeId, assay: edition })).toMatchObject({ ok: true });
  // The edition it names has no factor still: nothing that is stored changes by itself.
  expect(await stored()).toMatchObject({ assayEdition: "1", copiesPerMl: null });

  const named = { ...measured, assay: { key: assay.key, edition: "2" } };
  const correction = {
    ...viralLoadRow(participantId, named),
    replaces: row.resultId,
    reason: "The factor is known now",
  };
  expect(await correctLabResult(nurse, { ...correction, programmeId, saveId: uuidv7() })).toMatchObject({
    value: { outcome: "saved" },
  });
  expect(await stored()).toMatchObject({
    value: "3400",
    assayEdition: "2",
    copiesPerMl: 2000,
    replacesId: row.resultId,
  });
  const standing = await database.db.labStanding.findUnique({ where: { participantId } });
  expect(standing).toMatchObject({ answeredLow: 2000 });
});
