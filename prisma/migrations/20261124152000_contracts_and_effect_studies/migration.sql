-- Public contracts: linked to ledger lines by their reference, never turned into cameras or costs.
CREATE TABLE contract (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  city_id integer NOT NULL REFERENCES city (id),
  reference text NOT NULL,
  title text NOT NULL,
  nature text,
  procedure text,
  cpv text CONSTRAINT contract_cpv_is_a_code CHECK (cpv ~ '^\d{8}(-\d)?$'),
  notified_on date NOT NULL,
  duration_months integer CONSTRAINT contract_lasts CHECK (duration_months >= 1),
  amount_cents bigint CONSTRAINT contract_amount_is_not_negative CHECK (amount_cents >= 0),
  currency char(3) NOT NULL,
  holders text[] NOT NULL DEFAULT '{}',
  url text,
  source_id integer NOT NULL REFERENCES source (id),
  import_batch_id integer NOT NULL REFERENCES import_batch (id),
  content_hash bytea NOT NULL,
  from_release integer NOT NULL, until_release integer,
  CONSTRAINT contract_ends_after_it_begins CHECK (until_release > from_release)
);
CREATE UNIQUE INDEX contract_current_key ON contract (city_id, reference) WHERE until_release IS NULL;

-- Before-and-after studies as they are declared: areas, periods, what is counted, what else happened.
CREATE TABLE effect_study (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  city_id integer NOT NULL REFERENCES city (id),
  reference text NOT NULL,
  title_fr text NOT NULL,
  title_en text NOT NULL,
  objective text,
  definition_code text NOT NULL,
  category text,
  treated text[] NOT NULL CONSTRAINT effect_study_has_a_treated_area CHECK (cardinality(treated) >= 1),
  control text[] NOT NULL DEFAULT '{}',
  ring text[] NOT NULL DEFAULT '{}',
  before_from date NOT NULL, before_to date NOT NULL,
  after_from date NOT NULL, after_to date NOT NULL,
  started_on date,
  start_kind text NOT NULL CONSTRAINT effect_study_start_kind_is_known CHECK (start_kind IN ('declared-service', 'contract', 'unknown')),
  controls_comparable text NOT NULL CONSTRAINT effect_study_comparable_is_known CHECK (controls_comparable IN ('yes', 'no', 'unknown')),
  chosen_after_peak text NOT NULL CONSTRAINT effect_study_peak_is_known CHECK (chosen_after_peak IN ('yes', 'no', 'unknown')),
  co_interventions text NOT NULL CONSTRAINT effect_study_log_is_known CHECK (co_interventions IN ('not-logged', 'none', 'some')),
  note text,
  source_id integer NOT NULL REFERENCES source (id),
  import_batch_id integer NOT NULL REFERENCES import_batch (id),
  content_hash bytea NOT NULL,
  from_release integer NOT NULL, until_release integer,
  CONSTRAINT effect_study_ends_after_it_begins CHECK (until_release > from_release),
  CONSTRAINT effect_study_periods_follow CHECK (before_from <= before_to AND before_to < after_from AND after_from <= after_to)
);
CREATE UNIQUE INDEX effect_study_current_key ON effect_study (city_id, reference) WHERE until_release IS NULL;
