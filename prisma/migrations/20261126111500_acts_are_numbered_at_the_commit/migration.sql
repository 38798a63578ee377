-- An act is handed to the log without a number, by as many writers at once as there are; it takes its number while its
-- transaction commits. Nobody waits for a writer that has still something to say to the database.

-- The acts of the transactions under way, which no other transaction ever sees: no need to survive a crash.
CREATE UNLOGGED TABLE audit_act (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  city_id integer,
  actor text NOT NULL CONSTRAINT audit_act_has_an_actor CHECK (actor ~ '^[a-z]+(-[a-z]+)*(:[A-Za-z0-9_-]{6,64})?$'),
  action text NOT NULL CONSTRAINT audit_act_has_an_action CHECK (action ~ '^[a-z]+(-[a-z]+)*$'),
  subject text NOT NULL CONSTRAINT audit_act_has_a_subject CHECK (subject ~ '^[a-z][a-z-]{0,40} [A-Za-z0-9._~:/%+-]{1,200}$'),
  -- In its canonical spelling (RFC 8785), which jsonb would not keep.
  detail text NOT NULL CONSTRAINT audit_act_has_an_object CHECK (jsonb_typeof(detail::jsonb) = 'object')
);

-- The words have no character that JSON escapes, and the keys stand in the order of RFC 8785.
CREATE FUNCTION number_audit_act() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS
$$ DECLARE
  city_slug text;
  latest record;
  place bigint;
  instant timestamptz;
  body text;
BEGIN
  DELETE FROM audit_act WHERE id = NEW.id;
  IF NEW.city_id IS NOT NULL THEN
    SELECT slug INTO STRICT city_slug FROM city WHERE id = NEW.city_id;
  END IF;
  -- One at a time from here to the end of the commit: the order of the log is the order of commits.
  PERFORM pg_advisory_xact_lock(hashtext('contrechamp audit log'));
  SELECT log_index, happened_at INTO latest FROM audit_entry ORDER BY log_index DESC LIMIT 1;
  place := coalesce(latest.log_index + 1, 0);
  -- A clock that is set back does not turn the log's time back.
  instant := greatest(latest.happened_at, date_trunc('milliseconds', clock_timestamp()));
  body := '{"action":"' || NEW.action || '","actor":"' || NEW.actor
    || '","at":"' || to_char(instant AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')
    || '","city":' || coalesce(to_json(city_slug)::text, 'null') || ',"detail":' || NEW.detail
    || ',"index":' || place || ',"subject":"' || NEW.subject || '","version":1}';
  INSERT INTO audit_entry (log_index, happened_at, body, leaf_hash)
  VALUES (place, instant, body, sha256('\x00'::bytea || convert_to(body, 'UTF8')));
  RETURN NULL;
END $$;
-- Called by the trigger alone.
REVOKE ALL ON FUNCTION number_audit_act() FROM PUBLIC;

CREATE CONSTRAINT TRIGGER audit_act_is_numbered_at_the_commit AFTER INSERT ON audit_act
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION number_audit_act();

DROP FUNCTION take_audit_log(integer);
