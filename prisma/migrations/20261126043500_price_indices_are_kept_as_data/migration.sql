-- Published indices of prices, one row per year: amounts are brought to the prices of one year by them, and by nothing else.
CREATE TABLE price_index_value (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  city_id integer NOT NULL REFERENCES city (id),
  name text NOT NULL,
  base text NOT NULL,
  year smallint NOT NULL CONSTRAINT price_index_year_is_plausible CHECK (year BETWEEN 1900 AND 2100),
  value double precision NOT NULL CONSTRAINT price_index_is_above_zero CHECK (value > 0),
  source_id integer NOT NULL REFERENCES source (id),
  import_batch_id integer NOT NULL REFERENCES import_batch (id),
  content_hash bytea NOT NULL,
  from_release integer NOT NULL, until_release integer,
  CONSTRAINT price_index_value_ends_after_it_begins CHECK (until_release > from_release)
);
CREATE UNIQUE INDEX price_index_value_current_key ON price_index_value (city_id, name, year) WHERE until_release IS NULL;
