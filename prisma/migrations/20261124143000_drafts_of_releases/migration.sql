-- What is written (revision) and what is public (release) are told apart, so that several imports can be prepared
-- together and published at once. Rows carry revision numbers; a release makes its revision the one that is read.
CREATE TABLE revision (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  city_id integer NOT NULL REFERENCES city (id),
  number integer NOT NULL CONSTRAINT revision_numbers_start_at_one CHECK (number >= 1),
  kind text NOT NULL CONSTRAINT revision_kind_is_known CHECK (kind IN ('import', 'undo')),
  note text NOT NULL,
  changes jsonb NOT NULL,
  content_hash text NOT NULL CONSTRAINT revision_content_hash_is_hex CHECK (content_hash ~ '^[0-9a-f]{64}$'),
  written_at timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX revision_city_number_key ON revision (city_id, number);

INSERT INTO revision (city_id, number, kind, note, changes, content_hash, written_at)
SELECT city_id, number, kind, note, changes, content_hash, published_at FROM release ORDER BY id;

CREATE TRIGGER revision_is_immutable BEFORE UPDATE ON revision FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER revision_is_never_truncated BEFORE TRUNCATE ON revision FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE import_batch DROP CONSTRAINT import_batch_release_exists;
ALTER TABLE import_batch ADD CONSTRAINT import_batch_revision_exists
  FOREIGN KEY (city_id, release_number) REFERENCES revision (city_id, number) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE release ADD CONSTRAINT release_publishes_a_revision
  FOREIGN KEY (city_id, number) REFERENCES revision (city_id, number);

-- While a city has a draft, what is written is not public until the draft is published or discarded.
CREATE TABLE release_draft (
  city_id integer PRIMARY KEY REFERENCES city (id),
  opened_by text NOT NULL,
  opened_at timestamptz NOT NULL DEFAULT now()
);

-- A revision that a release has published, or that precedes one, stays for ever; a discarded draft leaves only its
-- entry in the audit log.
CREATE FUNCTION refuse_loss_of_public_revision() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  IF OLD.number <= (SELECT max(number) FROM release WHERE city_id = OLD.city_id) THEN
    RAISE EXCEPTION 'revision % of city % is public and cannot be deleted', OLD.number, OLD.city_id;
  END IF;
  RETURN OLD;
END $$;
CREATE TRIGGER revision_stays_once_public BEFORE DELETE ON revision FOR EACH ROW EXECUTE FUNCTION refuse_loss_of_public_revision();
