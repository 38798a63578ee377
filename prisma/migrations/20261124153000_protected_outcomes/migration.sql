-- What the public reads of outcomes: counts after disclosure control, written with the release that changes them. A row stands
-- from the release that says it until the one that says otherwise.
CREATE TABLE protected_outcome (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  city_id integer NOT NULL REFERENCES city (id),
  table_code text NOT NULL CONSTRAINT protected_outcome_table_is_known CHECK (table_code IN ('district-quarter',
    'district-category', 'district-result', 'district-year', 'city-category-result', 'city-category', 'city-result',
    'city-month', 'city-year', 'camera-year')),
  definition_id integer NOT NULL REFERENCES outcome_definition (id),
  scope text NOT NULL,
  area_kind text NOT NULL CONSTRAINT protected_outcome_area_is_known CHECK (area_kind IN ('city', 'districts',
    'district', 'elsewhere', 'camera')),
  area_code text,
  year smallint NOT NULL,
  period text NOT NULL,
  category text,
  result text,
  state text NOT NULL CONSTRAINT protected_outcome_state_is_known CHECK (state IN ('published', 'zero', 'withheld',
    'not-available')),
  value integer,
  band_from integer,
  band_to integer,
  from_release integer NOT NULL, until_release integer,
  CONSTRAINT protected_outcome_says_what_is_published CHECK (
    (state = 'published') = (value IS NOT NULL OR band_from IS NOT NULL) AND NOT (value IS NOT NULL AND band_from IS NOT NULL)),
  -- Whatever computed it: no count of 1 to 4 can stand here, and no count of a camera.
  CONSTRAINT protected_outcome_is_readable CHECK (value >= 5 AND area_kind <> 'camera' OR value IS NULL),
  CONSTRAINT protected_outcome_ends_after_it_begins CHECK (until_release > from_release)
);
CREATE UNIQUE INDEX protected_outcome_current_key ON protected_outcome (city_id, definition_id, scope, year, period,
  area_kind, area_code, category, result) NULLS NOT DISTINCT WHERE until_release IS NULL;
CREATE INDEX protected_outcome_area_idx ON protected_outcome (city_id, area_kind, area_code, year);

-- Private: how each year was judged. Says neither which hidden cells are small nor what they hold.
CREATE TABLE disclosure_audit (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  city_id integer NOT NULL REFERENCES city (id),
  release_number integer NOT NULL,
  definition_id integer NOT NULL REFERENCES outcome_definition (id),
  scope text NOT NULL,
  year smallint NOT NULL,
  verdict text NOT NULL CONSTRAINT disclosure_audit_verdict_is_known CHECK (verdict IN ('published', 'held', 'withheld',
    'ended')),
  -- Some rows were too recent to be published: to be judged again at the next release.
  pending boolean NOT NULL,
  cells integer NOT NULL,
  hidden integer NOT NULL,
  primaries integer NOT NULL,
  earlier_publications integer NOT NULL,
  equations integer NOT NULL,
  equations_hash text NOT NULL,
  seconds double precision NOT NULL,
  -- The day on which rows were judged to be ripe.
  judged_on date NOT NULL
);
CREATE UNIQUE INDEX disclosure_audit_key ON disclosure_audit (city_id, definition_id, scope, year, release_number);
