-- A million outcome rows name one city, a few definitions, a few sources and one import; asked row by row, four foreign
-- keys took more than half of the time in which they enter: docs/adr/0021. What a statement's rows name is collected
-- first, then each named thing is looked for once. The guarantee is a foreign key's, with its locks.

-- Arguments: a column, the table whose id it holds, another column, its table… For rows that name few things many times;
-- prove_references is for those that name many things once.
CREATE FUNCTION prove_shared_references() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS
$$ DECLARE
  columns text := '';
  told jsonb;
  named bigint[];
  stray bigint;
BEGIN
  FOR i IN 0 .. TG_NARGS / 2 - 1 LOOP
    columns := concat_ws(', ', nullif(columns, ''), quote_ident(TG_ARGV[2 * i]));
  END LOOP;
  EXECUTE format('SELECT jsonb_agg(e) FROM (SELECT DISTINCT %s FROM entered) e', columns) INTO told;
  FOR i IN 0 .. TG_NARGS / 2 - 1 LOOP
    named := ARRAY(SELECT DISTINCT (e.value->>TG_ARGV[2 * i])::bigint FROM jsonb_array_elements(told) e
      WHERE e.value->>TG_ARGV[2 * i] IS NOT NULL);
    -- What is named is held until the transaction ends; who was about to delete it is waited for.
    EXECUTE format('WITH held AS (SELECT r.id FROM %I r WHERE r.id = ANY ($1) FOR KEY SHARE)
      SELECT min(n.id) FROM unnest($1) n (id) WHERE n.id NOT IN (SELECT id FROM held)', TG_ARGV[2 * i + 1])
      INTO stray USING named;
    IF stray IS NOT NULL THEN
      RAISE EXCEPTION '% names what is not there: % %', TG_TABLE_NAME, TG_ARGV[2 * i], stray USING ERRCODE = 'foreign_key_violation';
    END IF;
  END LOOP;
  RETURN NULL;
END $$;
REVOKE ALL ON FUNCTION prove_shared_references() FROM PUBLIC;

ALTER TABLE outcome_statistic DROP CONSTRAINT outcome_statistic_city_id_fkey, DROP CONSTRAINT outcome_statistic_definition_id_fkey,
  DROP CONSTRAINT outcome_statistic_source_id_fkey, DROP CONSTRAINT outcome_statistic_import_batch_id_fkey;
ALTER TABLE outcome_rollup DROP CONSTRAINT outcome_rollup_city_id_fkey, DROP CONSTRAINT outcome_rollup_definition_id_fkey,
  DROP CONSTRAINT outcome_rollup_source_id_fkey;

CREATE TRIGGER outcome_statistic_references_exist AFTER INSERT ON outcome_statistic REFERENCING NEW TABLE AS entered
  FOR EACH STATEMENT EXECUTE FUNCTION prove_shared_references('city_id', 'city', 'definition_id', 'outcome_definition',
    'source_id', 'source', 'import_batch_id', 'import_batch');
CREATE TRIGGER outcome_rollup_references_exist AFTER INSERT ON outcome_rollup REFERENCING NEW TABLE AS entered
  FOR EACH STATEMENT EXECUTE FUNCTION prove_shared_references('city_id', 'city', 'definition_id', 'outcome_definition',
    'source_id', 'source');

CREATE TRIGGER outcome_statistic_keeps_its_references BEFORE UPDATE OF city_id, definition_id, source_id, import_batch_id ON outcome_statistic
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_new_reference();
CREATE TRIGGER outcome_rollup_keeps_its_references BEFORE UPDATE OF city_id, definition_id, source_id ON outcome_rollup
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_new_reference();
CREATE TRIGGER outcome_definition_keeps_its_identity BEFORE UPDATE OF id ON outcome_definition
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_new_reference();
CREATE TRIGGER source_keeps_its_identity BEFORE UPDATE OF id ON source
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_new_reference();

CREATE TRIGGER city_is_kept_while_outcomes_name_it AFTER DELETE ON city REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION keep_what_is_named('outcome_statistic', 'city_id', 'outcome_rollup', 'city_id');
CREATE TRIGGER outcome_definition_is_kept_while_named AFTER DELETE ON outcome_definition REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION keep_what_is_named('outcome_statistic', 'definition_id', 'outcome_rollup', 'definition_id');
CREATE TRIGGER source_is_kept_while_outcomes_name_it AFTER DELETE ON source REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION keep_what_is_named('outcome_statistic', 'source_id', 'outcome_rollup', 'source_id');
CREATE TRIGGER import_batch_is_kept_while_outcomes_name_it AFTER DELETE ON import_batch REFERENCING OLD TABLE AS gone
  FOR EACH STATEMENT EXECUTE FUNCTION keep_what_is_named('outcome_statistic', 'import_batch_id');

CREATE TRIGGER city_is_not_emptied_while_outcomes_name_it AFTER TRUNCATE ON city
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_emptying_what_is_named('outcome_statistic', 'outcome_rollup');
CREATE TRIGGER outcome_definition_is_not_emptied_while_named AFTER TRUNCATE ON outcome_definition
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_emptying_what_is_named('outcome_statistic', 'outcome_rollup');
CREATE TRIGGER source_is_not_emptied_while_outcomes_name_it AFTER TRUNCATE ON source
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_emptying_what_is_named('outcome_statistic', 'outcome_rollup');
CREATE TRIGGER import_batch_is_not_emptied_while_outcomes_name_it AFTER TRUNCATE ON import_batch
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_emptying_what_is_named('outcome_statistic');
