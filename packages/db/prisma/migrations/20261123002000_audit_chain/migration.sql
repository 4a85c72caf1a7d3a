-- Events of one subject in one programme become a chain: each carries a hash of itself and of everything before it. What is
-- there already is chained in the order in which it happened. How the hashes are made: packages/db/src/audit/.
ALTER TABLE "audit_event" ADD COLUMN "sequence" INTEGER, ADD COLUMN "hash" BYTEA;

CREATE TABLE "audit_head" (
    "subject_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "sequence" INTEGER NOT NULL,
    "content" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,
    "anchored" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "audit_head_pkey" PRIMARY KEY ("subject_id","programme_id")
);

CREATE TABLE "audit_anchor" (
    "programme_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "day" DATE NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "chains" INTEGER NOT NULL,
    "root" BYTEA NOT NULL,
    "signature" BYTEA NOT NULL,
    "key_id" TEXT NOT NULL,

    CONSTRAINT "audit_anchor_pkey" PRIMARY KEY ("programme_id","number")
);

CREATE TABLE "audit_anchor_leaf" (
    "subject_id" UUID NOT NULL,
    "programme_id" UUID NOT NULL,
    "anchor" INTEGER NOT NULL,
    "sequence" INTEGER NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_anchor_leaf_pkey" PRIMARY KEY ("subject_id","programme_id","anchor")
);

DO $chain$
DECLARE
  event record;
  subject uuid;
  programme uuid;
  place int;
  content bytea;
  link bytea;
BEGIN
  FOR event IN SELECT * FROM audit_event ORDER BY subject_id, programme_id, at, id LOOP
    IF event.subject_id IS DISTINCT FROM subject OR event.programme_id IS DISTINCT FROM programme THEN
      subject := event.subject_id;
      programme := event.programme_id;
      place := 0;
      link := '';
    END IF;
    place := place + 1;
    content := sha256(convert_to(jsonb_build_array(event.subject_id, event.programme_id, event.id, event.actor_id,
      event.action, (extract(epoch FROM event.at) * 1000)::bigint, event.detail)::text, 'UTF8'));
    link := sha256(link || int4send(place) || content);
    UPDATE audit_event SET sequence = place, hash = link WHERE subject_id = event.subject_id AND id = event.id;
    INSERT INTO audit_head AS h (subject_id, programme_id, sequence, content, hash)
    VALUES (subject, programme, place, content, link)
    ON CONFLICT (subject_id, programme_id) DO UPDATE
      SET sequence = excluded.sequence, content = excluded.content, hash = excluded.hash;
  END LOOP;
END
$chain$;

ALTER TABLE "audit_event" ALTER COLUMN "sequence" SET NOT NULL, ALTER COLUMN "hash" SET NOT NULL;

CREATE UNIQUE INDEX "audit_event_subject_id_programme_id_sequence_key"
    ON "audit_event"("subject_id", "programme_id", "sequence");
CREATE INDEX "audit_head_not_anchored" ON "audit_head"("programme_id") WHERE sequence > anchored;
CREATE UNIQUE INDEX "audit_anchor_programme_id_day_key" ON "audit_anchor"("programme_id", "day");
CREATE INDEX "audit_anchor_leaf_programme_id_anchor_idx" ON "audit_anchor_leaf"("programme_id", "anchor");

SELECT app_guard('audit_head');
SELECT app_guard('audit_anchor');
SELECT app_guard('audit_anchor_leaf');

-- Anchors are made by the server itself, for all programmes, and it may otherwise see one at a time. Tells which programmes
-- have had events since their last anchor and none of today, and nothing else. Runs as the owner of the tables.
CREATE FUNCTION app_programmes_to_anchor(today date) RETURNS TABLE (programme_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $due$
  SELECT DISTINCT h.programme_id FROM public.audit_head h
   WHERE h.sequence > h.anchored
     AND NOT EXISTS (SELECT 1 FROM public.audit_anchor a WHERE a.programme_id = h.programme_id AND a.day >= today)
$due$;
REVOKE EXECUTE ON FUNCTION app_programmes_to_anchor(date) FROM PUBLIC;
