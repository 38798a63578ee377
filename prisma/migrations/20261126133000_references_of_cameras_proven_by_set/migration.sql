-- A foreign key asks once per row: five of them took a third of the time in which a million cameras are imported. What
-- cameras, their versions and their assertions refer to is proven once per statement, over all its rows. The guarantee
-- stays: nothing may name a row that is not there, and no row that is named may go.

-- Arguments: a column, the table whose id it holds, another column, its table…
CREATE FUNCTION prove_references() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$ DECLARE
  own xid := pg_current_xact_id()::xid;
  joins text := '';
  strays text := '''''';
  others text := '';
  proof text;
  stray text;
  shared bigint[];
BEGIN
  FOR i IN 0 .. TG_NARGS / 2 - 1 LOOP
    joins := joins || format(' LEFT JOIN %I r%s ON r%2$s.id = e.%3$I', TG_ARGV[2 * i + 1], i, TG_ARGV[2 * i]);
    strays := strays || format(', %L || min(e.%I) FILTER (WHERE r%s.id IS NULL)', TG_ARGV[2 * i] || ' ', TG_ARGV[2 * i], i);
    others := concat_ws(', ', nullif(others, ''), format('count(*) FILTER (WHERE r%s.xmin <> $1)', i));
  END LOOP;
  proof := format('SELECT concat_ws('' '', %s), ARRAY[%s] FROM entered e%s', strays, others, joins);
  EXECUTE proof INTO stray, shared USING own;
  -- Rows that this transaction wrote are nobody else's to delete. The others are held until it ends, as a foreign key
  -- would hold them, and looked for again: who was about to delete them has done so or must now refrain.
  IF stray = '' AND 0 < ANY (shared) THEN
    FOR i IN 0 .. TG_NARGS / 2 - 1 LOOP
      CONTINUE WHEN shared[i + 1] = 0;
      EXECUTE format('SELECT FROM %I r WHERE r.id IN (SELECT %I FROM entered) AND r.xmin <> $1 FOR KEY SHARE',
        TG_ARGV[2 * i + 1], TG_ARGV[2 * i]) USING own;
    END LOOP;
    EXECUTE proof INTO stray, shared USING own;
  END IF;
  IF stray <> '' THEN
    RAISE EXCEPTION '% names what is not there: %', TG_TABLE_NAME, btrim(stray) USING ERRCODE = 'foreign_key_violation';
  END IF;
  RETURN NULL;
END $$;

-- Arguments: a table, its column that holds the id of what goes, another table, its column…
CREATE FUNCTION keep_what_is_named() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$ DECLARE
  named text;
BEGIN
  -- An older snapshot would not see who has come to name it since.
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'rows of % are deleted under READ COMMITTED only', TG_TABLE_NAME USING ERRCODE = 'invalid_transaction_state';
  END IF;
  FOR i IN 0 .. TG_NARGS / 2 - 1 LOOP
    EXECUTE format('SELECT min(n.%1$I)::text FROM %2$I n WHERE n.%1$I IN (SELECT id FROM gone)', TG_ARGV[2 * i + 1], TG_ARGV[2 * i])
      INTO named;
    IF named IS NOT NULL THEN
      RAISE EXCEPTION '% % is still named by %', TG_TABLE_NAME, named, TG_ARGV[2 * i] USING ERRCODE = 'foreign_key_violation';
    END IF;
  END LOOP;
  RETURN NULL;
END $$;

CREATE FUNCTION refuse_emptying_what_is_named() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$ DECLARE
  is_named boolean;
BEGIN
  FOR i IN 0 .. TG_NARGS - 1 LOOP
    EXECUTE format('SELECT EXISTS (SELECT FROM %I)', TG_ARGV[i]) INTO is_named;
    IF is_named THEN
      RAISE EXCEPTION '% is still named by %', TG_TABLE_NAME, TG_ARGV[i] USING ERRCODE = 'foreign_key_violation';
    END IF;
  END LOOP;
  RETURN NULL;
END $$;

CREATE FUNCTION refuse_new_reference() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  RAISE EXCEPTION 'what a row of % is and refers to does not change', TG_TABLE_NAME USING ERRCODE = 'foreign_key_violation';
END $$;

-- They run as the owner: nobody else may hang them on a table of their own.
REVOKE ALL ON FUNCTION prove_references(), keep_what_is_named(), refuse_emptying_what_is_named() FROM PUBLIC;

ALTER TABLE camera DROP CONSTRAINT camera_city_id_fkey;
ALTER TABLE camera_version DROP CONSTRAINT camera_version_camera_id_fkey, DROP CONSTRAINT camera_version_import_batch_id_fkey;
ALTER TABLE camera_assertion DROP CONSTRAINT camera_assertion_camera_id_fkey, DROP CONSTRAINT camera_assertion_import_batch_id_fkey;

CREATE TRIGGER camera_references_exist AFTER INSERT ON camera REFERENCING NEW TABLE AS entered
  FOR EACH STATEMENT EXECUTE FUNCTION prove_references('city_id', 'city');
CREATE TRIGGER camera_version_references_exist AFTER INSERT ON camera_version REFERENCING NEW TABLE AS entered
  FOR EACH STATEMENT EXECUTE FUNCTION prove_references('camera_id', 'camera', 'import_batch_id', 'import_batch');
CREATE TRIGGER camera_assertion_references_exist AFTER INSERT ON camera_assertion REFERENCING NEW TABLE AS entered
  FOR EACH STATEMENT EXECUTE FUNCTION prove_references('camera_id', 'camera', 'import_batch_id', 'import_batch');

CREATE TRIGGER camera_keeps_its_references BEFORE UPDATE OF id, city_id ON camera
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_new_reference();
CREATE TRIGGER camera_version_keeps_its_references BEFORE UPDATE OF camera_id, import_batch_id ON camera_version
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_new_reference();
CREATE TRIGGER camera_assertion_keeps_its_references BEFORE UPDATE OF camera_id, import_batch_id ON camera_assertion
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_new_reference();
CREATE TRIGGER city_keeps_its_identity BEFORE UPDATE OF id ON city
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_new_reference();
CREATE TRIGGER import_batch_keeps_its_identity BEFORE UPDATE OF id ON import_batch
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_new_reference();

CREATE TRIGGER city_is_kept_while_named AFTER DELETE ON city REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION keep_what_is_named('camera', 'city_id');
CREATE TRIGGER camera_is_kept_while_named AFTER DELETE ON camera REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION keep_what_is_named('camera_version', 'camera_id', 'camera_assertion', 'camera_id');
CREATE TRIGGER import_batch_is_kept_while_named AFTER DELETE ON import_batch REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION keep_what_is_named('camera_version', 'import_batch_id', 'camera_assertion', 'import_batch_id');

CREATE TRIGGER city_is_not_emptied_while_named AFTER TRUNCATE ON city
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_emptying_what_is_named('camera');
CREATE TRIGGER camera_is_not_emptied_while_named AFTER TRUNCATE ON camera
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_emptying_what_is_named('camera_version', 'camera_assertion');
CREATE TRIGGER import_batch_is_not_emptied_while_named AFTER TRUNCATE ON import_batch
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_emptying_what_is_named('camera_version', 'camera_assertion');

-- Each index is written once per camera that enters. A draft that is discarded finds its cameras by reading the table
-- of cameras, which is narrow; a camera without a district is not looked for by its district.
DROP INDEX camera_city_idx;
DROP INDEX camera_version_district_idx;
CREATE INDEX camera_version_district_idx ON camera_version (city_id, district_code)
  WHERE until_release IS NULL AND district_code IS NOT NULL;
