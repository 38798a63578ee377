-- The annual reports of a committee: one for each year, written as versions. What was published is never rewritten.
CREATE TABLE annual_report (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  city_id integer NOT NULL REFERENCES city (id),
  year integer NOT NULL CONSTRAINT annual_report_year_is_plausible CHECK (year BETWEEN 1990 AND 2200),
  started_by integer NOT NULL REFERENCES account (id),
  started_at timestamptz NOT NULL DEFAULT now(),
  request_key uuid NOT NULL
);
CREATE UNIQUE INDEX annual_report_year_key ON annual_report (city_id, year);
CREATE UNIQUE INDEX annual_report_request_key ON annual_report (request_key);

CREATE TABLE annual_report_version (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  report_id integer NOT NULL REFERENCES annual_report (id),
  number integer NOT NULL CONSTRAINT annual_report_version_counts_from_one CHECK (number >= 1),
  state text NOT NULL CONSTRAINT annual_report_version_state_is_known CHECK (state IN ('draft', 'published', 'abandoned')),
  -- The committee's own words, part by part.
  texts jsonb NOT NULL,
  -- What the registry said of the year, as of one release.
  facts jsonb NOT NULL,
  data_release integer NOT NULL CONSTRAINT annual_report_version_reads_a_release CHECK (data_release >= 1),
  -- How often the words were saved: what a writer must have seen to save over them.
  saves integer NOT NULL DEFAULT 1,
  -- Why a public version is revised.
  reason text,
  published_at timestamptz,
  content_hash text,
  -- The head of the public log when it was published.
  log_size bigint,
  log_root text,
  CONSTRAINT annual_report_version_is_hashed CHECK (state <> 'published' OR (published_at IS NOT NULL AND content_hash IS NOT NULL)),
  CONSTRAINT annual_report_version_log_head_is_whole CHECK ((log_size IS NULL) = (log_root IS NULL)),
  CONSTRAINT annual_report_revision_has_a_reason CHECK (number = 1 OR length(btrim(reason)) > 0)
);
CREATE UNIQUE INDEX annual_report_version_number_key ON annual_report_version (report_id, number);
CREATE UNIQUE INDEX annual_report_version_draft_key ON annual_report_version (report_id) WHERE state = 'draft';

CREATE FUNCTION refuse_rewriting_an_annual_report() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  IF OLD.state <> 'draft'
     OR (NEW.id, NEW.report_id, NEW.number, NEW.reason) IS DISTINCT FROM (OLD.id, OLD.report_id, OLD.number, OLD.reason) THEN
    RAISE EXCEPTION 'an annual report that was published is not rewritten' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER annual_report_version_is_not_rewritten BEFORE UPDATE ON annual_report_version
  FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_an_annual_report();
CREATE TRIGGER annual_report_version_is_never_deleted BEFORE DELETE ON annual_report_version
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Every saving of the words, and every reading of the registry.
CREATE TABLE annual_report_save (
  version_id integer NOT NULL REFERENCES annual_report_version (id),
  number integer NOT NULL,
  texts jsonb NOT NULL,
  data_release integer NOT NULL,
  saved_by integer NOT NULL REFERENCES account (id),
  saved_at timestamptz NOT NULL DEFAULT now(),
  request_key uuid NOT NULL,
  PRIMARY KEY (version_id, number)
);
CREATE UNIQUE INDEX annual_report_save_request_key ON annual_report_save (request_key);

-- Words that met another's on their way: kept until a person has joined the two.
CREATE TABLE annual_report_aside (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version_id integer NOT NULL REFERENCES annual_report_version (id),
  -- The save that they were written from.
  seen integer NOT NULL,
  texts jsonb NOT NULL,
  written_by integer NOT NULL REFERENCES account (id),
  written_at timestamptz NOT NULL DEFAULT now(),
  request_key uuid NOT NULL
);
CREATE UNIQUE INDEX annual_report_aside_request_key ON annual_report_aside (request_key);

CREATE TRIGGER annual_report_save_is_append_only BEFORE UPDATE OR DELETE ON annual_report_save FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER annual_report_aside_is_append_only BEFORE UPDATE OR DELETE ON annual_report_aside FOR EACH ROW EXECUTE FUNCTION refuse_change();
