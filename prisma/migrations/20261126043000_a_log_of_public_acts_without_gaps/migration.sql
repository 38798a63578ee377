-- The log of public acts: numbered from 0 without gap, each entry kept as the canonical bytes (RFC 8785) that are hashed
-- and published. Every other column is read from those bytes, so that none can say something else.

CREATE FUNCTION canonical_json(value jsonb) RETURNS text LANGUAGE plpgsql IMMUTABLE AS
$$ BEGIN
  RETURN CASE jsonb_typeof(value)
    WHEN 'object' THEN '{' || coalesce((SELECT string_agg(to_json(e.key)::text || ':' || canonical_json(e.value), ','
      ORDER BY e.key COLLATE "C") FROM jsonb_each(value) e), '') || '}'
    WHEN 'array' THEN '[' || coalesce((SELECT string_agg(canonical_json(a.element), ',' ORDER BY a.place)
      FROM jsonb_array_elements(value) WITH ORDINALITY a(element, place)), '') || ']'
    ELSE value::text END;
END $$;

-- What was noted before there was a log enters it as it was, in its order, but for what could name a person: file names.
CREATE TEMP TABLE earlier ON COMMIT DROP AS
SELECT row_number() OVER (ORDER BY a.id) - 1 AS log_index,
  date_trunc('milliseconds', max(a.happened_at) OVER (ORDER BY a.id)) AS happened_at,
  c.slug AS city, a.action,
  CASE a.actor WHEN 'installation' THEN 'installation' ELSE 'command-line' END AS actor,
  CASE WHEN a.action = 'city-added' THEN 'city ' || a.subject ELSE regexp_replace(a.subject, '^after ', '') END AS subject,
  CASE WHEN a.action = 'city-added' THEN '{}'::jsonb ELSE a.detail #- '{file,name}' END AS detail
FROM audit_entry a LEFT JOIN city c ON c.id = a.city_id;

DROP TABLE audit_entry;

CREATE TABLE audit_entry (
  log_index bigint PRIMARY KEY CONSTRAINT audit_entry_is_numbered_from_zero CHECK (log_index >= 0),
  happened_at timestamptz NOT NULL,
  body text NOT NULL CONSTRAINT audit_entry_fits_a_bundle CHECK (octet_length(body) <= 65535),
  leaf_hash bytea NOT NULL,
  city text GENERATED ALWAYS AS (body::jsonb ->> 'city') STORED,
  actor text NOT NULL GENERATED ALWAYS AS (body::jsonb ->> 'actor') STORED,
  action text NOT NULL GENERATED ALWAYS AS (body::jsonb ->> 'action') STORED,
  subject text NOT NULL GENERATED ALWAYS AS (body::jsonb ->> 'subject') STORED,
  detail jsonb NOT NULL GENERATED ALWAYS AS (body::jsonb -> 'detail') STORED,
  CONSTRAINT audit_entry_says_its_number CHECK (body::jsonb -> 'index' = to_jsonb(log_index)),
  CONSTRAINT audit_entry_says_its_time CHECK (
    body::jsonb ->> 'at' = to_char(happened_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')),
  CONSTRAINT audit_entry_is_hashed CHECK (leaf_hash = sha256('\x00'::bytea || convert_to(body, 'UTF8')))
);
CREATE INDEX audit_entry_city_idx ON audit_entry (city, log_index);
CREATE INDEX audit_entry_action_idx ON audit_entry (action, log_index);

INSERT INTO audit_entry (log_index, happened_at, body, leaf_hash)
SELECT log_index, happened_at, body, sha256('\x00'::bytea || convert_to(body, 'UTF8'))
FROM (SELECT log_index, happened_at, canonical_json(jsonb_build_object('version', 1, 'index', log_index,
    'at', to_char(happened_at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), 'city', city, 'actor', actor,
    'action', action, 'subject', subject, 'detail', detail)) AS body FROM earlier) entry ORDER BY log_index;

DROP FUNCTION canonical_json(jsonb);

-- One writer at a time from here to the end of its transaction: the order of the log is the order of commits.
CREATE FUNCTION take_audit_log(of_city integer, OUT next_index bigint, OUT next_instant timestamptz, OUT city_slug text)
LANGUAGE plpgsql AS
$$ DECLARE
  instant timestamptz;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('contrechamp audit log'));
  SELECT log_index + 1, happened_at INTO next_index, next_instant FROM audit_entry ORDER BY log_index DESC LIMIT 1;
  next_index := coalesce(next_index, 0);
  -- A clock that is set back does not turn the log's time back.
  instant := date_trunc('milliseconds', clock_timestamp());
  next_instant := greatest(next_instant, instant);
  IF of_city IS NOT NULL THEN
    SELECT slug INTO STRICT city_slug FROM city WHERE id = of_city;
  END IF;
END $$;

CREATE FUNCTION refuse_gap_in_audit_log() RETURNS trigger LANGUAGE plpgsql AS
$$ DECLARE
  latest record;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtext('contrechamp audit log'));
  SELECT log_index, happened_at INTO latest FROM audit_entry ORDER BY log_index DESC LIMIT 1;
  IF NEW.log_index <> coalesce(latest.log_index + 1, 0) THEN
    RAISE EXCEPTION 'entry % does not follow entry % of the log', NEW.log_index, latest.log_index;
  END IF;
  IF NEW.happened_at < latest.happened_at THEN
    RAISE EXCEPTION 'entry % is earlier than the entry before', NEW.log_index;
  END IF;
  RETURN NEW;
END $$;

CREATE TRIGGER audit_entry_follows_the_last BEFORE INSERT ON audit_entry FOR EACH ROW EXECUTE FUNCTION refuse_gap_in_audit_log();
CREATE TRIGGER audit_entry_is_append_only BEFORE UPDATE OR DELETE ON audit_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_entry_is_never_truncated BEFORE TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
