-- The registry. What can change carries the release that brought it in (from_release) and the one that
-- ended it (until_release, null = still current): "as of release N" is one condition, nothing is overwritten.

CREATE FUNCTION is_partial_date(value text) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT value ~ '^(19|20)\d\d(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?$' $$;

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '% is append-only: % refused', TG_TABLE_NAME, TG_OP USING ERRCODE = '42501'; END $$;

CREATE TABLE city (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  slug text NOT NULL CONSTRAINT city_slug_is_an_address_part CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 63),
  name text NOT NULL CONSTRAINT city_has_a_name CHECK (length(btrim(name)) BETWEEN 1 AND 200),
  country char(2) NOT NULL CONSTRAINT city_country_is_iso_3166 CHECK (country ~ '^[A-Z]{2}$'),
  timezone text NOT NULL,
  currency char(3) NOT NULL CONSTRAINT city_currency_is_iso_4217 CHECK (currency ~ '^[A-Z]{3}$'),
  kind text NOT NULL DEFAULT 'city' CONSTRAINT city_kind_is_known CHECK (kind IN ('city', 'region')),
  official_code text,
  fictional boolean NOT NULL DEFAULT false,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX city_slug_key ON city (slug);

CREATE TABLE source (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  city_id integer NOT NULL REFERENCES city (id),
  key text NOT NULL,
  title text NOT NULL CONSTRAINT source_has_a_title CHECK (length(btrim(title)) > 0),
  publisher text,
  url text CONSTRAINT source_url_is_http CHECK (url ~ '^https?://'),
  licence text,
  licence_url text,
  attribution text,
  published_on date,
  retrieved_on date,
  sha256 text CONSTRAINT source_sha256_is_hex CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  verification text NOT NULL CONSTRAINT source_verification_is_known CHECK (verification IN ('read', 'secondary', 'declared', 'generated')),
  note text,
  created_at timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX source_city_key ON source (city_id, key);

CREATE TABLE release (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  city_id integer NOT NULL REFERENCES city (id),
  number integer NOT NULL CONSTRAINT release_numbers_start_at_one CHECK (number >= 1),
  kind text NOT NULL CONSTRAINT release_kind_is_known CHECK (kind IN ('import', 'undo', 'prepared')),
  note text NOT NULL,
  changes jsonb NOT NULL,
  content_hash text NOT NULL CONSTRAINT release_content_hash_is_hex CHECK (content_hash ~ '^[0-9a-f]{64}$'),
  published_at timestamptz NOT NULL DEFAULT now()
);
CREATE UNIQUE INDEX release_city_number_key ON release (city_id, number);
CREATE TRIGGER release_is_immutable BEFORE UPDATE OR DELETE ON release FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER release_is_never_truncated BEFORE TRUNCATE ON release FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

CREATE FUNCTION announce_release() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  PERFORM pg_notify('contrechamp_release', json_build_object(
    'city', (SELECT slug FROM city WHERE id = NEW.city_id), 'release', NEW.number)::text);
  RETURN NEW;
END $$;
CREATE TRIGGER release_is_announced AFTER INSERT ON release FOR EACH ROW EXECUTE FUNCTION announce_release();

CREATE TABLE import_batch (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  city_id integer NOT NULL REFERENCES city (id),
  source_id integer NOT NULL REFERENCES source (id),
  preset text NOT NULL,
  file_name text NOT NULL,
  file_sha256 text NOT NULL CONSTRAINT import_batch_sha256_is_hex CHECK (file_sha256 ~ '^[0-9a-f]{64}$'),
  file_bytes bigint NOT NULL CONSTRAINT import_batch_size_is_positive CHECK (file_bytes >= 0),
  reading jsonb NOT NULL,
  counts jsonb NOT NULL,
  rejected_file text,
  release_number integer NOT NULL,
  undone_by_release integer,
  applied_at timestamptz NOT NULL DEFAULT now(),
  undone_at timestamptz,
  CONSTRAINT import_batch_undone_is_whole CHECK ((undone_by_release IS NULL) = (undone_at IS NULL)),
  CONSTRAINT import_batch_release_exists FOREIGN KEY (city_id, release_number) REFERENCES release (city_id, number) DEFERRABLE INITIALLY DEFERRED
);
CREATE INDEX import_batch_city_idx ON import_batch (city_id, id);

CREATE TABLE boundary (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  city_id integer NOT NULL REFERENCES city (id),
  geometry jsonb NOT NULL,
  area_m2 double precision NOT NULL CONSTRAINT boundary_has_an_area CHECK (area_m2 > 0),
  west double precision NOT NULL, south double precision NOT NULL,
  east double precision NOT NULL, north double precision NOT NULL,
  source_id integer NOT NULL REFERENCES source (id),
  import_batch_id integer NOT NULL REFERENCES import_batch (id),
  content_hash bytea NOT NULL,
  from_release integer NOT NULL, until_release integer,
  CONSTRAINT boundary_box_is_ordered CHECK (west <= east AND south <= north),
  CONSTRAINT boundary_ends_after_it_begins CHECK (until_release > from_release)
);
CREATE UNIQUE INDEX boundary_current_key ON boundary (city_id) WHERE until_release IS NULL;

CREATE TABLE district (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  city_id integer NOT NULL REFERENCES city (id),
  code text NOT NULL CONSTRAINT district_code_is_an_address_part CHECK (code ~ '^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}$'),
  name text NOT NULL,
  kind text NOT NULL CONSTRAINT district_kind_is_known CHECK (kind IN ('quartier', 'ward', 'police-district', 'arrondissement', 'other')),
  geometry jsonb,
  area_m2 double precision CONSTRAINT district_area_is_positive CHECK (area_m2 > 0),
  west double precision, south double precision, east double precision, north double precision,
  source_id integer NOT NULL REFERENCES source (id),
  import_batch_id integer NOT NULL REFERENCES import_batch (id),
  content_hash bytea NOT NULL,
  from_release integer NOT NULL, until_release integer,
  CONSTRAINT district_geometry_is_whole CHECK ((geometry IS NULL) = (area_m2 IS NULL)),
  CONSTRAINT district_ends_after_it_begins CHECK (until_release > from_release)
);
CREATE UNIQUE INDEX district_current_key ON district (city_id, code) WHERE until_release IS NULL;
CREATE INDEX district_history_idx ON district (city_id, code, from_release);

CREATE TABLE population_count (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  city_id integer NOT NULL REFERENCES city (id),
  district_code text,
  year smallint NOT NULL CONSTRAINT population_year_is_plausible CHECK (year BETWEEN 1900 AND 2100),
  inhabitants integer NOT NULL CONSTRAINT population_is_not_negative CHECK (inhabitants >= 0),
  definition text NOT NULL,
  source_id integer NOT NULL REFERENCES source (id),
  import_batch_id integer NOT NULL REFERENCES import_batch (id),
  content_hash bytea NOT NULL,
  from_release integer NOT NULL, until_release integer,
  CONSTRAINT population_count_ends_after_it_begins CHECK (until_release > from_release)
);
CREATE UNIQUE INDEX population_count_current_key ON population_count (city_id, district_code, year) NULLS NOT DISTINCT WHERE until_release IS NULL;

-- A camera is an identity; what is known of it lives in versions (resolved) and assertions (evidence). Their city is
-- that of their camera and their source that of their batch, both of which are referenced: two references less per row
-- save a fifth of the time of an import of a million.
CREATE TABLE camera (
  id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
  city_id integer NOT NULL REFERENCES city (id),
  first_release integer NOT NULL
);
CREATE INDEX camera_city_idx ON camera (city_id);

CREATE FUNCTION heads_are_valid(heads jsonb) RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
$$ SELECT jsonb_typeof(heads) = 'array' AND jsonb_array_length(heads) BETWEEN 1 AND 32 AND NOT EXISTS (
     SELECT FROM jsonb_array_elements(heads) AS head
     WHERE jsonb_typeof(head) <> 'object'
        OR coalesce((head ->> 'from')::numeric NOT BETWEEN 0 AND 360, false)
        OR coalesce((head ->> 'to')::numeric NOT BETWEEN 0 AND 360, false)) $$;

CREATE TABLE camera_version (
  id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
  city_id integer NOT NULL,
  camera_id bigint NOT NULL REFERENCES camera (id),
  reference text NOT NULL CONSTRAINT camera_reference_is_an_address_part CHECK (length(reference) BETWEEN 1 AND 100 AND reference !~ '[\u0001-\u001f/?#\\]'),
  status text NOT NULL CONSTRAINT camera_status_is_known CHECK (status IN ('unknown', 'planned', 'approved', 'authorisation-requested', 'authorised', 'under-construction', 'in-service', 'out-of-order', 'degraded', 'suspended', 'moved', 'removed', 'replaced', 'refused')),
  type text NOT NULL CONSTRAINT camera_type_is_known CHECK (type IN ('unknown', 'fixed', 'dome', 'panoramic', 'multi-sensor', 'thermal', 'number-plate', 'relocatable', 'enforcement', 'other')),
  setting text NOT NULL CONSTRAINT camera_setting_is_known CHECK (setting IN ('unknown', 'public-highway', 'municipal-building', 'open-to-public', 'transport', 'parking', 'private')),
  mount text NOT NULL CONSTRAINT camera_mount_is_known CHECK (mount IN ('unknown', 'pole', 'facade', 'street-lamp', 'traffic-signal', 'ceiling', 'building', 'other')),
  label text,
  address text,
  district_code text,
  longitude double precision CONSTRAINT camera_longitude_is_in_range CHECK (longitude BETWEEN -180 AND 180),
  latitude double precision CONSTRAINT camera_latitude_is_in_range CHECK (latitude BETWEEN -90 AND 90),
  position_method text NOT NULL CONSTRAINT camera_position_method_is_known CHECK (position_method IN ('unknown', 'published', 'surveyed', 'crossing', 'street', 'address', 'generated')),
  published_precision text NOT NULL CONSTRAINT camera_precision_is_known CHECK (published_precision IN ('exact', 'street', 'district', 'hidden')),
  precision_reason text,
  precision_decided_on date,
  installed_on text CONSTRAINT camera_installed_on_is_a_date CHECK (is_partial_date(installed_on)),
  commissioned_on text CONSTRAINT camera_commissioned_on_is_a_date CHECK (is_partial_date(commissioned_on)),
  removed_on text CONSTRAINT camera_removed_on_is_a_date CHECK (is_partial_date(removed_on)),
  installation_year smallint GENERATED ALWAYS AS (left(coalesce(installed_on, commissioned_on), 4)::smallint) STORED,
  operator text,
  owner text,
  controller text,
  maintainer text,
  purposes text[] NOT NULL DEFAULT '{}' CONSTRAINT camera_purposes_are_legal CHECK (purposes <@ ARRAY['public-buildings', 'national-defence', 'traffic-flow', 'traffic-offences', 'persons-and-property', 'terrorism', 'natural-and-technological-risks', 'rescue-and-fire', 'amusement-parks', 'vehicle-insurance', 'fly-tipping']),
  authorisation_references text[] NOT NULL DEFAULT '{}',
  retention_days smallint CONSTRAINT camera_retention_is_plausible CHECK (retention_days BETWEEN 0 AND 3650),
  monitoring text CONSTRAINT camera_monitoring_is_known CHECK (monitoring IN ('live-continuous', 'live-partial', 'after-the-fact')),
  algorithmic_processing text,
  camera_count smallint NOT NULL DEFAULT 1 CONSTRAINT camera_count_is_positive CHECK (camera_count BETWEEN 1 AND 1000),
  heads jsonb CONSTRAINT camera_heads_are_valid CHECK (heads IS NULL OR heads_are_valid(heads)),
  attributes jsonb CONSTRAINT camera_attributes_are_an_object CHECK (jsonb_typeof(attributes) = 'object'),
  source_id integer NOT NULL,
  import_batch_id integer NOT NULL REFERENCES import_batch (id),
  content_hash bytea NOT NULL,
  from_release integer NOT NULL,
  until_release integer,
  CONSTRAINT camera_position_is_whole CHECK ((longitude IS NULL) = (latitude IS NULL)),
  CONSTRAINT camera_precision_below_exact_has_a_reason CHECK (published_precision = 'exact' OR precision_reason IS NOT NULL),
  CONSTRAINT camera_version_ends_after_it_begins CHECK (until_release > from_release)
);
CREATE UNIQUE INDEX camera_version_current_key ON camera_version (city_id, reference) WHERE until_release IS NULL;
CREATE INDEX camera_version_camera_idx ON camera_version (camera_id, from_release);
CREATE INDEX camera_version_district_idx ON camera_version (city_id, district_code) WHERE until_release IS NULL;
CREATE INDEX camera_version_ended_idx ON camera_version (city_id, until_release) WHERE until_release IS NOT NULL;

-- "On this date, this source says these fields": the latest one that speaks of a field decides it.
CREATE TABLE camera_assertion (
  id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
  city_id integer NOT NULL,
  camera_id bigint NOT NULL REFERENCES camera (id),
  source_id integer NOT NULL,
  import_batch_id integer NOT NULL REFERENCES import_batch (id),
  observed_on date,
  fields jsonb NOT NULL CONSTRAINT camera_assertion_says_something CHECK (jsonb_typeof(fields) = 'object' AND fields <> '{}'),
  from_release integer NOT NULL,
  until_release integer,
  CONSTRAINT camera_assertion_ends_after_it_begins CHECK (until_release > from_release)
);
CREATE INDEX camera_assertion_camera_idx ON camera_assertion (camera_id, id);

CREATE TABLE camera_event (
  id bigint GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
  city_id integer NOT NULL REFERENCES city (id),
  camera_id bigint NOT NULL REFERENCES camera (id),
  kind text NOT NULL CONSTRAINT camera_event_kind_is_known CHECK (kind IN ('first-seen', 'council-decision', 'ordered', 'installed', 'commissioned', 'moved', 'renumbered', 'broken-down', 'repaired', 'suspended', 'resumed', 'replaced', 'removed', 'status-changed', 'not-in-file')),
  happened_on text CONSTRAINT camera_event_happened_on_is_a_date CHECK (is_partial_date(happened_on)),
  detail jsonb,
  source_id integer NOT NULL REFERENCES source (id),
  import_batch_id integer NOT NULL REFERENCES import_batch (id),
  from_release integer NOT NULL,
  until_release integer,
  CONSTRAINT camera_event_ends_after_it_begins CHECK (until_release > from_release)
);
CREATE INDEX camera_event_camera_idx ON camera_event (camera_id, id);
CREATE INDEX camera_event_batch_idx ON camera_event (import_batch_id);

CREATE TABLE authorisation (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  city_id integer NOT NULL REFERENCES city (id),
  order_number text NOT NULL CONSTRAINT authorisation_has_an_order_number CHECK (length(btrim(order_number)) BETWEEN 1 AND 100),
  gazette_act text,
  gazette text,
  gazette_on date,
  gazette_url text CONSTRAINT authorisation_gazette_url_is_http CHECK (gazette_url ~ '^https?://'),
  authority text,
  holder text,
  kind text NOT NULL CONSTRAINT authorisation_kind_is_known CHECK (kind IN ('initial', 'renewal', 'modification', 'provisional', 'unknown')),
  perimeter_name text,
  perimeter jsonb,
  granted_on date NOT NULL,
  term_years smallint CONSTRAINT authorisation_term_is_plausible CHECK (term_years BETWEEN 1 AND 50),
  expires_on date,
  cameras_authorised integer CONSTRAINT authorisation_cameras_are_counted CHECK (cameras_authorised >= 0),
  retention_days smallint CONSTRAINT authorisation_retention_is_plausible CHECK (retention_days BETWEEN 0 AND 3650),
  purposes text[] NOT NULL DEFAULT '{}' CONSTRAINT authorisation_purposes_are_legal CHECK (purposes <@ ARRAY['public-buildings', 'national-defence', 'traffic-flow', 'traffic-offences', 'persons-and-property', 'terrorism', 'natural-and-technological-risks', 'rescue-and-fire', 'amusement-parks', 'vehicle-insurance', 'fly-tipping']),
  note text,
  source_id integer NOT NULL REFERENCES source (id),
  import_batch_id integer NOT NULL REFERENCES import_batch (id),
  content_hash bytea NOT NULL,
  from_release integer NOT NULL, until_release integer,
  CONSTRAINT authorisation_ends_after_it_starts CHECK (expires_on > granted_on),
  CONSTRAINT authorisation_version_ends_after_it_begins CHECK (until_release > from_release)
);
CREATE UNIQUE INDEX authorisation_current_key ON authorisation (city_id, order_number) WHERE until_release IS NULL;
CREATE INDEX authorisation_history_idx ON authorisation (city_id, order_number, from_release);

CREATE TABLE cost_line (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  city_id integer NOT NULL REFERENCES city (id),
  reference text NOT NULL,
  label text NOT NULL,
  kind text NOT NULL CONSTRAINT cost_kind_is_known CHECK (kind IN ('capital', 'operating', 'grant', 'receipt')),
  family text NOT NULL CONSTRAINT cost_family_is_known CHECK (family IN ('studies', 'civil-works', 'camera-and-installation', 'network', 'energy', 'storage-and-software', 'control-room', 'staff', 'training', 'maintenance', 'vandalism', 'insurance', 'telecom', 'renewal', 'signs', 'audit-and-evaluation', 'removal', 'services', 'grant', 'other')),
  account text,
  period_from date NOT NULL,
  period_to date NOT NULL,
  status text NOT NULL CONSTRAINT cost_status_is_known CHECK (status IN ('known', 'estimated', 'declared-zero', 'not-broken-down', 'not-communicated')),
  basis text NOT NULL CONSTRAINT cost_basis_is_known CHECK (basis IN ('actual', 'committed', 'planned', 'estimated')),
  amount_cents bigint,
  vat_cents bigint,
  vat_included boolean NOT NULL DEFAULT false,
  currency char(3) NOT NULL,
  target_kind text NOT NULL CONSTRAINT cost_target_is_known CHECK (target_kind IN ('camera', 'district', 'control-room', 'network', 'system')),
  target_references text[] NOT NULL DEFAULT '{}',
  commissioned_on text CONSTRAINT cost_commissioned_on_is_a_date CHECK (is_partial_date(commissioned_on)),
  useful_life_years smallint CONSTRAINT cost_useful_life_is_plausible CHECK (useful_life_years BETWEEN 1 AND 50),
  payee text,
  contract_reference text,
  funder text,
  rule text,
  document text,
  source_id integer NOT NULL REFERENCES source (id),
  import_batch_id integer NOT NULL REFERENCES import_batch (id),
  content_hash bytea NOT NULL,
  from_release integer NOT NULL, until_release integer,
  CONSTRAINT cost_amount_matches_its_status CHECK ((status IN ('known', 'estimated')) = (amount_cents IS NOT NULL)),
  CONSTRAINT cost_period_is_ordered CHECK (period_from <= period_to),
  CONSTRAINT cost_target_names_cameras CHECK (target_kind <> 'camera' OR cardinality(target_references) > 0),
  CONSTRAINT cost_line_ends_after_it_begins CHECK (until_release > from_release)
);
CREATE UNIQUE INDEX cost_line_current_key ON cost_line (city_id, reference) WHERE until_release IS NULL;
CREATE INDEX cost_line_target_idx ON cost_line USING gin (target_references) WHERE until_release IS NULL AND target_kind = 'camera';
CREATE INDEX cost_line_batch_idx ON cost_line (import_batch_id);

CREATE TABLE outcome_definition (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  city_id integer NOT NULL REFERENCES city (id),
  code text NOT NULL CONSTRAINT outcome_definition_code_is_a_slug CHECK (code ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  funnel text NOT NULL CONSTRAINT outcome_funnel_is_known CHECK (funnel IN ('footage-review', 'live-monitoring', 'video-fines', 'rights', 'recorded-offences', 'availability')),
  stage text NOT NULL,
  unit text NOT NULL,
  wording text NOT NULL,
  source_id integer NOT NULL REFERENCES source (id)
);
CREATE UNIQUE INDEX outcome_definition_code_key ON outcome_definition (city_id, code);

CREATE TABLE outcome_statistic (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  city_id integer NOT NULL REFERENCES city (id),
  definition_id integer NOT NULL REFERENCES outcome_definition (id),
  scope text NOT NULL,
  area_kind text NOT NULL CONSTRAINT outcome_area_is_known CHECK (area_kind IN ('city', 'district', 'camera-area', 'camera')),
  area_code text,
  period_from date NOT NULL,
  period_to date NOT NULL,
  category text,
  result text,
  state text NOT NULL CONSTRAINT outcome_state_is_known CHECK (state IN ('known', 'zero', 'withheld', 'not-collected', 'not-broken-down', 'not-communicated', 'declared-zero')),
  value bigint CONSTRAINT outcome_value_is_not_negative CHECK (value >= 0),
  source_id integer NOT NULL REFERENCES source (id),
  import_batch_id integer NOT NULL REFERENCES import_batch (id),
  content_hash bytea NOT NULL,
  from_release integer NOT NULL, until_release integer,
  CONSTRAINT outcome_value_matches_its_state CHECK ((state = 'known') = (value IS NOT NULL)),
  CONSTRAINT outcome_area_is_named CHECK ((area_kind = 'city') = (area_code IS NULL)),
  CONSTRAINT outcome_period_is_ordered CHECK (period_from <= period_to),
  CONSTRAINT outcome_statistic_ends_after_it_begins CHECK (until_release > from_release)
);
CREATE UNIQUE INDEX outcome_statistic_current_key ON outcome_statistic
  (city_id, definition_id, scope, area_kind, area_code, period_from, period_to, category, result) NULLS NOT DISTINCT WHERE until_release IS NULL;
CREATE INDEX outcome_statistic_batch_idx ON outcome_statistic (import_batch_id);

CREATE TABLE published_figure (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  city_id integer NOT NULL REFERENCES city (id),
  reference text NOT NULL,
  measure text NOT NULL,
  place text,
  value numeric NOT NULL,
  unit text NOT NULL,
  qualifier text,
  period_text text,
  period_from date,
  period_to date,
  scope text,
  definition text,
  source_id integer NOT NULL REFERENCES source (id),
  import_batch_id integer NOT NULL REFERENCES import_batch (id),
  content_hash bytea NOT NULL,
  from_release integer NOT NULL, until_release integer,
  CONSTRAINT published_figure_period_is_ordered CHECK (period_from <= period_to),
  CONSTRAINT published_figure_ends_after_it_begins CHECK (until_release > from_release)
);
CREATE UNIQUE INDEX published_figure_current_key ON published_figure (city_id, reference) WHERE until_release IS NULL;

CREATE TABLE institution_fact (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  city_id integer NOT NULL REFERENCES city (id),
  reference text NOT NULL,
  kind text NOT NULL CONSTRAINT institution_fact_kind_is_known CHECK (kind IN ('committee', 'procedure', 'purposes', 'history', 'control')),
  happened_on text NOT NULL CONSTRAINT institution_fact_happened_on_is_a_date CHECK (is_partial_date(happened_on)),
  statement_fr text NOT NULL,
  statement_en text NOT NULL,
  source_id integer NOT NULL REFERENCES source (id),
  import_batch_id integer NOT NULL REFERENCES import_batch (id),
  content_hash bytea NOT NULL,
  from_release integer NOT NULL, until_release integer,
  CONSTRAINT institution_fact_ends_after_it_begins CHECK (until_release > from_release)
);
CREATE UNIQUE INDEX institution_fact_current_key ON institution_fact (city_id, reference) WHERE until_release IS NULL;

CREATE TABLE audit_entry (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  city_id integer REFERENCES city (id),
  happened_at timestamptz NOT NULL DEFAULT now(),
  actor text NOT NULL,
  action text NOT NULL,
  subject text NOT NULL,
  detail jsonb NOT NULL
);
CREATE INDEX audit_entry_city_idx ON audit_entry (city_id, id);
CREATE TRIGGER audit_entry_is_append_only BEFORE UPDATE OR DELETE ON audit_entry FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER audit_entry_is_never_truncated BEFORE TRUNCATE ON audit_entry FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
