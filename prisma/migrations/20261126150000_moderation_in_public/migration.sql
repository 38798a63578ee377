-- What moderation does with what was said in public, and what its author answers: acts beside the annotation. The words stay
-- where they are, are never changed, and are shown again when they are restored.
CREATE TABLE annotation_moderation (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  city_id integer NOT NULL REFERENCES city (id),
  -- By which the log names the act.
  number integer NOT NULL CONSTRAINT annotation_moderation_counts_from_one CHECK (number >= 1),
  annotation_id integer NOT NULL REFERENCES annotation (id),
  kind text NOT NULL CONSTRAINT annotation_moderation_kind_is_known CHECK (kind IN ('hidden', 'kept', 'restored', 'contested', 'upheld')),
  rule text CONSTRAINT annotation_moderation_rule_is_known CHECK (rule IN ('personal-data', 'identifiable-person', 'unlawful', 'off-topic', 'duplicate')),
  -- Version of the words that were read.
  words integer NOT NULL CONSTRAINT annotation_moderation_is_of_words CHECK (words >= 1),
  -- The hiding that is contested; of what answers an appeal, the contestation.
  answers integer REFERENCES annotation_moderation (id),
  -- Public, but for a contestation, which may repeat what was hidden.
  reason text NOT NULL CONSTRAINT annotation_moderation_has_a_reason CHECK (length(btrim(reason)) BETWEEN 1 AND 2000),
  done_by integer NOT NULL REFERENCES account (id),
  done_as text NOT NULL CONSTRAINT annotation_moderation_quality_is_known CHECK (done_as IN ('moderator', 'committee-chair', 'committee-member', 'city-respondent')),
  done_at timestamptz NOT NULL,
  request_key uuid NOT NULL,
  CONSTRAINT annotation_moderation_hides_by_a_rule CHECK ((kind = 'hidden') = (rule IS NOT NULL)),
  CONSTRAINT annotation_moderation_answers_what_it_must CHECK (
    kind = 'restored' OR (kind IN ('contested', 'upheld')) = (answers IS NOT NULL))
);
CREATE UNIQUE INDEX annotation_moderation_number_key ON annotation_moderation (city_id, number);
CREATE UNIQUE INDEX annotation_moderation_request_key ON annotation_moderation (request_key);
CREATE INDEX annotation_moderation_annotation_idx ON annotation_moderation (annotation_id);
-- A hiding is contested once, and an appeal decided once.
CREATE UNIQUE INDEX annotation_moderation_answers_once ON annotation_moderation (answers);

CREATE TRIGGER annotation_moderation_is_append_only BEFORE UPDATE OR DELETE ON annotation_moderation
FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- What this annotation's last act says of it: hidden, or public.
CREATE FUNCTION is_hidden(of_annotation integer) RETURNS boolean LANGUAGE sql STABLE AS
$$ SELECT coalesce((SELECT kind IN ('hidden', 'contested', 'upheld') FROM annotation_moderation
  WHERE annotation_id = of_annotation ORDER BY id DESC LIMIT 1), false) $$;
