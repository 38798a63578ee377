-- Annotations of the committee and of the city. What was said, revised, settled and withdrawn are rows beside each other:
-- none is changed, and a number is an address for ever.
CREATE TABLE annotation (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  city_id integer NOT NULL REFERENCES city (id),
  number integer NOT NULL CONSTRAINT annotation_counts_from_one CHECK (number >= 1),
  kind text NOT NULL CONSTRAINT annotation_kind_is_known CHECK (kind IN ('opinion', 'question', 'reservation', 'recommendation', 'correction', 'reply')),
  target_kind text NOT NULL CONSTRAINT annotation_target_kind_is_known CHECK (target_kind IN ('evaluation', 'figure', 'camera', 'district', 'published-figure', 'document')),
  target_reference text NOT NULL CONSTRAINT annotation_target_is_named CHECK (length(target_reference) BETWEEN 1 AND 200),
  -- Of an evaluation: the passage by its words, what surrounded it and its place.
  passage jsonb,
  answers integer REFERENCES annotation (id),
  -- What was judged: the release, of an evaluation its version, and the values as they were.
  release integer NOT NULL,
  version_number integer,
  judged jsonb NOT NULL,
  judged_hash text NOT NULL CONSTRAINT annotation_judged_hash_is_sha256 CHECK (judged_hash ~ '^[0-9a-f]{64}$'),
  written_by integer NOT NULL REFERENCES account (id),
  written_at timestamptz NOT NULL,
  request_key uuid NOT NULL,
  CONSTRAINT annotation_reply_answers CHECK ((kind = 'reply') = (answers IS NOT NULL)),
  CONSTRAINT annotation_passage_is_of_a_version CHECK (passage IS NULL OR target_kind = 'evaluation'),
  CONSTRAINT annotation_of_an_evaluation_is_of_a_version CHECK ((target_kind = 'evaluation') = (version_number IS NOT NULL))
);
CREATE UNIQUE INDEX annotation_number_key ON annotation (city_id, number);
CREATE UNIQUE INDEX annotation_request_key ON annotation (request_key);
CREATE INDEX annotation_target_idx ON annotation (city_id, target_kind, target_reference);
CREATE INDEX annotation_answers_idx ON annotation (answers);

-- Its words: the first, and each revision with its reason.
CREATE TABLE annotation_text (
  annotation_id integer NOT NULL REFERENCES annotation (id),
  number integer NOT NULL CONSTRAINT annotation_text_counts_from_one CHECK (number >= 1),
  body text NOT NULL CONSTRAINT annotation_text_says_something CHECK (length(btrim(body)) BETWEEN 1 AND 10000),
  reason text CONSTRAINT annotation_text_reason_is_bounded CHECK (length(btrim(reason)) BETWEEN 1 AND 2000),
  written_at timestamptz NOT NULL,
  request_key uuid NOT NULL,
  PRIMARY KEY (annotation_id, number),
  CONSTRAINT annotation_revision_has_a_reason CHECK ((number = 1) = (reason IS NULL))
);
CREATE UNIQUE INDEX annotation_text_request_key ON annotation_text (request_key);

CREATE TABLE annotation_act (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  annotation_id integer NOT NULL REFERENCES annotation (id),
  kind text NOT NULL CONSTRAINT annotation_act_kind_is_known CHECK (kind IN ('resolved', 'reopened', 'withdrawn')),
  reason text NOT NULL CONSTRAINT annotation_act_has_a_reason CHECK (length(btrim(reason)) BETWEEN 1 AND 2000),
  done_by integer NOT NULL REFERENCES account (id),
  done_at timestamptz NOT NULL,
  request_key uuid NOT NULL
);
CREATE INDEX annotation_act_annotation_idx ON annotation_act (annotation_id);
CREATE UNIQUE INDEX annotation_is_withdrawn_once ON annotation_act (annotation_id) WHERE kind = 'withdrawn';
CREATE UNIQUE INDEX annotation_act_request_key ON annotation_act (request_key);

-- Append-only, like every public word.
CREATE TRIGGER annotation_is_append_only BEFORE UPDATE OR DELETE ON annotation FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER annotation_text_is_append_only BEFORE UPDATE OR DELETE ON annotation_text FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER annotation_act_is_append_only BEFORE UPDATE OR DELETE ON annotation_act FOR EACH ROW EXECUTE FUNCTION refuse_change();
