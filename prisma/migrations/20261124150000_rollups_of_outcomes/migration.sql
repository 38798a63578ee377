-- Sums of outcome rows, so that the series of a city or of a country is read without reading the rows: docs/adr/0007.
-- The states of the summed cells stay apart: each has its own count, and `value` adds up the known ones alone.

-- The rollup writes "no area" and "no result" as the empty text, so that its keys can be compared with "=".
ALTER TABLE outcome_statistic ADD CONSTRAINT outcome_words_are_not_empty CHECK (area_code <> '' AND result <> '');

-- What a revision brings in and ends is found without reading the city.
CREATE INDEX outcome_statistic_from_idx ON outcome_statistic (city_id, from_release);
CREATE INDEX outcome_statistic_until_idx ON outcome_statistic (city_id, until_release) WHERE until_release IS NOT NULL;
-- Rows arrive roughly in the order of time: "one month, any question" reads only the pages where that month can be.
CREATE INDEX outcome_statistic_period_brin ON outcome_statistic USING brin (period_from)
  WITH (pages_per_range = 32, autosummarize = on);

-- First level: the outcome rows of a city without their categories. A row stands from a revision until another, like
-- the rows that it sums, and is replaced when its sum changes.
CREATE TABLE outcome_rollup (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  city_id integer NOT NULL REFERENCES city (id),
  definition_id integer NOT NULL REFERENCES outcome_definition (id),
  scope text NOT NULL,
  area_kind text NOT NULL,
  area_code text NOT NULL,
  period_from date NOT NULL,
  period_to date NOT NULL,
  by_category boolean NOT NULL,
  result text NOT NULL,
  source_id integer NOT NULL REFERENCES source (id),
  known integer NOT NULL,
  zero integer NOT NULL,
  withheld integer NOT NULL,
  not_collected integer NOT NULL,
  not_broken_down integer NOT NULL,
  not_communicated integer NOT NULL,
  declared_zero integer NOT NULL,
  value bigint NOT NULL,
  from_release integer NOT NULL, until_release integer,
  CONSTRAINT outcome_rollup_counts_are_not_negative CHECK (least(known, zero, withheld, not_collected, not_broken_down,
    not_communicated, declared_zero) >= 0 AND value >= 0),
  CONSTRAINT outcome_rollup_sums_something CHECK (
    known + zero + withheld + not_collected + not_broken_down + not_communicated + declared_zero > 0),
  CONSTRAINT outcome_rollup_value_is_of_known_cells CHECK (known > 0 OR value = 0),
  CONSTRAINT outcome_rollup_ends_after_it_begins CHECK (until_release > from_release)
);
CREATE UNIQUE INDEX outcome_rollup_current_key ON outcome_rollup
  (city_id, area_kind, area_code, definition_id, period_from, period_to, scope, by_category, result, source_id)
  WHERE until_release IS NULL;
CREATE INDEX outcome_rollup_past_idx ON outcome_rollup (city_id, area_kind, area_code) WHERE until_release IS NOT NULL;
CREATE INDEX outcome_rollup_from_idx ON outcome_rollup (city_id, from_release);
CREATE INDEX outcome_rollup_until_idx ON outcome_rollup (city_id, until_release) WHERE until_release IS NOT NULL;

-- Second level: the latest public release of every real city of a country, without areas and sources. What a draft
-- holds is not in it.
CREATE TABLE national_outcome_rollup (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  country char(2) NOT NULL,
  city_kind text NOT NULL,
  definition_code text NOT NULL,
  funnel text NOT NULL,
  stage text NOT NULL,
  unit text NOT NULL,
  wording text NOT NULL,
  scope text NOT NULL,
  area_kind text NOT NULL,
  period_from date NOT NULL,
  period_to date NOT NULL,
  by_category boolean NOT NULL,
  result text NOT NULL,
  known bigint NOT NULL,
  zero bigint NOT NULL,
  withheld bigint NOT NULL,
  not_collected bigint NOT NULL,
  not_broken_down bigint NOT NULL,
  not_communicated bigint NOT NULL,
  declared_zero bigint NOT NULL,
  value bigint NOT NULL
);
-- Definitions of two cities are added only where they agree to the letter.
CREATE UNIQUE INDEX national_outcome_rollup_key ON national_outcome_rollup
  (country, definition_code, area_kind, city_kind, funnel, stage, unit, md5(wording), scope, period_from, period_to,
   by_category, result);

-- Moves the country's sums by the difference between two releases of a city (0: before the first).
CREATE FUNCTION move_national_outcomes(moved_city integer, before integer, after integer) RETURNS void LANGUAGE plpgsql AS
$$ BEGIN
  IF NOT EXISTS (SELECT FROM city WHERE id = moved_city AND NOT fictional) OR NOT EXISTS (
    SELECT FROM outcome_rollup WHERE city_id = moved_city AND from_release > before AND from_release <= after
    UNION ALL
    SELECT FROM outcome_rollup WHERE city_id = moved_city AND until_release > before AND until_release <= after)
  THEN RETURN; END IF;
  -- One city after the other: two that met on the same rows in another order would wait for each other for ever.
  PERFORM pg_advisory_xact_lock(hashtext('contrechamp national outcomes'), 0);
  INSERT INTO national_outcome_rollup AS known_sum (country, city_kind, definition_code, funnel, stage, unit, wording,
    scope, area_kind, period_from, period_to, by_category, result, known, zero, withheld, not_collected,
    not_broken_down, not_communicated, declared_zero, value)
  SELECT c.country, c.kind, d.code, d.funnel, d.stage, d.unit, d.wording,
    r.scope, r.area_kind, r.period_from, r.period_to, r.by_category, r.result,
    sum(sign * known), sum(sign * zero), sum(sign * withheld), sum(sign * not_collected),
    sum(sign * not_broken_down), sum(sign * not_communicated), sum(sign * declared_zero), sum(sign * value)
  FROM (
    SELECT 1 AS sign, entered.* FROM outcome_rollup entered
    WHERE city_id = moved_city AND from_release > before AND from_release <= after
      AND (until_release IS NULL OR until_release > after)
    UNION ALL
    SELECT -1, ended.* FROM outcome_rollup ended
    WHERE city_id = moved_city AND from_release <= before AND until_release > before AND until_release <= after) r
  JOIN outcome_definition d ON d.id = r.definition_id
  JOIN city c ON c.id = moved_city
  GROUP BY c.country, c.kind, d.id, r.scope, r.area_kind, r.period_from, r.period_to, r.by_category, r.result
  ON CONFLICT (country, definition_code, area_kind, city_kind, funnel, stage, unit, md5(wording), scope, period_from,
    period_to, by_category, result)
  DO UPDATE SET known = known_sum.known + excluded.known, zero = known_sum.zero + excluded.zero,
    withheld = known_sum.withheld + excluded.withheld, not_collected = known_sum.not_collected + excluded.not_collected,
    not_broken_down = known_sum.not_broken_down + excluded.not_broken_down,
    not_communicated = known_sum.not_communicated + excluded.not_communicated,
    declared_zero = known_sum.declared_zero + excluded.declared_zero, value = known_sum.value + excluded.value;
  DELETE FROM national_outcome_rollup
  WHERE known + zero + withheld + not_collected + not_broken_down + not_communicated + declared_zero = 0;
END $$;

CREATE FUNCTION add_release_to_national_outcomes() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  PERFORM move_national_outcomes(NEW.city_id,
    (SELECT coalesce(max(number), 0) FROM release WHERE city_id = NEW.city_id AND number < NEW.number), NEW.number);
  RETURN NULL;
END $$;
CREATE TRIGGER release_moves_national_outcomes AFTER INSERT ON release
  FOR EACH ROW EXECUTE FUNCTION add_release_to_national_outcomes();

-- What is already there: every row enters with its first revision and leaves with its last; between two revisions that
-- touch a sum, the sum is what has entered and not left.
INSERT INTO outcome_rollup (city_id, definition_id, scope, area_kind, area_code, period_from, period_to, by_category,
  result, source_id, known, zero, withheld, not_collected, not_broken_down, not_communicated, declared_zero, value,
  from_release, until_release)
SELECT city_id, definition_id, scope, area_kind, area_code, period_from, period_to, by_category,
  result, source_id, known, zero, withheld, not_collected, not_broken_down, not_communicated, declared_zero, value,
  at_release, next_release
FROM (
  SELECT city_id, definition_id, scope, area_kind, area_code, period_from, period_to, by_category, result, source_id,
    sum(known) OVER so_far AS known, sum(zero) OVER so_far AS zero, sum(withheld) OVER so_far AS withheld,
    sum(not_collected) OVER so_far AS not_collected, sum(not_broken_down) OVER so_far AS not_broken_down,
    sum(not_communicated) OVER so_far AS not_communicated, sum(declared_zero) OVER so_far AS declared_zero,
    sum(value) OVER so_far AS value, at_release, lead(at_release) OVER so_far AS next_release
  FROM (
    SELECT s.city_id, definition_id, scope, area_kind, coalesce(area_code, '') AS area_code, period_from, period_to,
      category IS NOT NULL AS by_category, coalesce(result, '') AS result, source_id, at_release,
      sum(CASE state WHEN 'known' THEN sign ELSE 0 END) AS known,
      sum(CASE state WHEN 'zero' THEN sign ELSE 0 END) AS zero,
      sum(CASE state WHEN 'withheld' THEN sign ELSE 0 END) AS withheld,
      sum(CASE state WHEN 'not-collected' THEN sign ELSE 0 END) AS not_collected,
      sum(CASE state WHEN 'not-broken-down' THEN sign ELSE 0 END) AS not_broken_down,
      sum(CASE state WHEN 'not-communicated' THEN sign ELSE 0 END) AS not_communicated,
      sum(CASE state WHEN 'declared-zero' THEN sign ELSE 0 END) AS declared_zero,
      sum(sign * coalesce(s.value, 0)) AS value
    FROM outcome_statistic s
    CROSS JOIN LATERAL (VALUES (1, s.from_release), (-1, s.until_release)) AS step (sign, at_release)
    WHERE at_release IS NOT NULL
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11) steps
  WINDOW so_far AS (PARTITION BY city_id, definition_id, scope, area_kind, area_code, period_from, period_to,
    by_category, result, source_id ORDER BY at_release)) sums
WHERE known + zero + withheld + not_collected + not_broken_down + not_communicated + declared_zero > 0;

SELECT move_national_outcomes(city_id, 0, max(number)) FROM release GROUP BY city_id ORDER BY city_id;
