-- The committee's evaluations. A version is written while it is a draft and never after; what was public stays public.
CREATE TABLE evaluation (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  city_id integer NOT NULL REFERENCES city (id),
  slug text NOT NULL CONSTRAINT evaluation_slug_is_an_address CHECK (slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$' AND length(slug) <= 80),
  started_by integer NOT NULL REFERENCES account (id),
  started_at timestamptz NOT NULL DEFAULT now(),
  request_key uuid NOT NULL
);
CREATE UNIQUE INDEX evaluation_slug_key ON evaluation (city_id, slug);
CREATE UNIQUE INDEX evaluation_request_key ON evaluation (request_key);

CREATE TABLE evaluation_version (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  evaluation_id integer NOT NULL REFERENCES evaluation (id),
  number integer NOT NULL CONSTRAINT evaluation_version_counts_from_one CHECK (number >= 1),
  state text NOT NULL CONSTRAINT evaluation_version_state_is_known CHECK (state IN ('draft', 'submitted', 'voted', 'published', 'abandoned')),
  content jsonb NOT NULL,
  -- How often the draft was saved: what a writer must have seen to save over it.
  saves integer NOT NULL DEFAULT 1,
  -- How often it was submitted: ballots of an earlier round do not count.
  round integer NOT NULL DEFAULT 0,
  -- The release that the committee judged, fixed when it is submitted.
  data_release integer,
  -- Why a public version is revised.
  reason text,
  submitted_at timestamptz,
  voted_at timestamptz,
  adopted boolean,
  tally jsonb,
  published_at timestamptz,
  content_hash text,
  CONSTRAINT evaluation_version_judges_a_release CHECK (state IN ('draft', 'abandoned') OR data_release IS NOT NULL),
  CONSTRAINT evaluation_version_is_tallied CHECK ((state IN ('voted', 'published')) <= (tally IS NOT NULL AND adopted IS NOT NULL)),
  CONSTRAINT evaluation_version_is_adopted_and_hashed CHECK (state <> 'published' OR (adopted AND published_at IS NOT NULL AND content_hash IS NOT NULL)),
  CONSTRAINT evaluation_revision_has_a_reason CHECK (number = 1 OR length(btrim(reason)) > 0)
);
CREATE UNIQUE INDEX evaluation_version_number_key ON evaluation_version (evaluation_id, number);
CREATE UNIQUE INDEX evaluation_version_working_key ON evaluation_version (evaluation_id) WHERE state IN ('draft', 'submitted', 'voted');

CREATE FUNCTION refuse_rewriting_an_evaluation() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  IF OLD.state IN ('published', 'abandoned')
     OR (OLD.state <> 'draft' AND NEW.content IS DISTINCT FROM OLD.content)
     OR (NEW.id, NEW.evaluation_id, NEW.number, NEW.reason) IS DISTINCT FROM (OLD.id, OLD.evaluation_id, OLD.number, OLD.reason) THEN
    RAISE EXCEPTION 'what the committee has submitted or published is not rewritten' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER evaluation_version_is_not_rewritten BEFORE UPDATE ON evaluation_version
  FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_an_evaluation();
CREATE TRIGGER evaluation_version_is_never_deleted BEFORE DELETE ON evaluation_version
  FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- Every saving of a draft: nothing that a member wrote is lost, and two drafts find what they were both written from.
CREATE TABLE evaluation_save (
  version_id integer NOT NULL REFERENCES evaluation_version (id),
  number integer NOT NULL,
  content jsonb NOT NULL,
  saved_by integer NOT NULL REFERENCES account (id),
  saved_at timestamptz NOT NULL DEFAULT now(),
  request_key uuid NOT NULL,
  PRIMARY KEY (version_id, number)
);
CREATE UNIQUE INDEX evaluation_save_request_key ON evaluation_save (request_key);

-- Drafts that met another on their way: kept until a person has joined the two.
CREATE TABLE evaluation_aside (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version_id integer NOT NULL REFERENCES evaluation_version (id),
  -- The save that it was written from.
  seen integer NOT NULL,
  content jsonb NOT NULL,
  written_by integer NOT NULL REFERENCES account (id),
  written_at timestamptz NOT NULL DEFAULT now(),
  request_key uuid NOT NULL
);
CREATE UNIQUE INDEX evaluation_aside_request_key ON evaluation_aside (request_key);

CREATE TABLE evaluation_ballot (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  version_id integer NOT NULL REFERENCES evaluation_version (id),
  round integer NOT NULL,
  account_id integer NOT NULL REFERENCES account (id),
  choice text NOT NULL CONSTRAINT evaluation_ballot_choice_is_known CHECK (choice IN ('for', 'against', 'abstain', 'recusal')),
  -- The text of a dissent, or why a member stands aside.
  reasons text CONSTRAINT evaluation_ballot_reasons_are_bounded CHECK (length(reasons) BETWEEN 1 AND 10000),
  cast_at timestamptz NOT NULL DEFAULT clock_timestamp(),
  request_key uuid NOT NULL
);
CREATE INDEX evaluation_ballot_version_idx ON evaluation_ballot (version_id, round);
CREATE UNIQUE INDEX evaluation_ballot_request_key ON evaluation_ballot (request_key);

CREATE TABLE evaluation_reply (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  evaluation_id integer NOT NULL REFERENCES evaluation (id),
  version_number integer NOT NULL,
  body text NOT NULL CONSTRAINT evaluation_reply_says_something CHECK (length(btrim(body)) BETWEEN 1 AND 50000),
  replied_by integer NOT NULL REFERENCES account (id),
  replied_at timestamptz NOT NULL DEFAULT now(),
  request_key uuid NOT NULL,
  FOREIGN KEY (evaluation_id, version_number) REFERENCES evaluation_version (evaluation_id, number)
);
CREATE INDEX evaluation_reply_evaluation_idx ON evaluation_reply (evaluation_id);
CREATE UNIQUE INDEX evaluation_reply_request_key ON evaluation_reply (request_key);

CREATE TABLE evaluation_withdrawal (
  evaluation_id integer PRIMARY KEY REFERENCES evaluation (id),
  reason text NOT NULL CONSTRAINT evaluation_withdrawal_has_a_reason CHECK (length(btrim(reason)) BETWEEN 1 AND 10000),
  withdrawn_by integer NOT NULL REFERENCES account (id),
  withdrawn_at timestamptz NOT NULL DEFAULT now()
);

CREATE TABLE recommendation_follow_up (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  evaluation_id integer NOT NULL REFERENCES evaluation (id),
  recommendation_key text NOT NULL CONSTRAINT recommendation_key_is_short CHECK (recommendation_key ~ '^r[1-9]\d?$'),
  kind text NOT NULL CONSTRAINT recommendation_follow_up_kind_is_known CHECK (kind IN ('accepted', 'partly-accepted', 'refused', 'done', 'verified', 'reopened')),
  note text CONSTRAINT recommendation_follow_up_note_is_bounded CHECK (length(note) BETWEEN 1 AND 10000),
  said_by integer NOT NULL REFERENCES account (id),
  said_at timestamptz NOT NULL DEFAULT now(),
  request_key uuid NOT NULL,
  CONSTRAINT recommendation_refusal_has_reasons CHECK (kind NOT IN ('refused', 'partly-accepted', 'reopened') OR note IS NOT NULL)
);
CREATE INDEX recommendation_follow_up_evaluation_idx ON recommendation_follow_up (evaluation_id, recommendation_key);
CREATE UNIQUE INDEX recommendation_follow_up_request_key ON recommendation_follow_up (request_key);

-- Append-only, like every public word.
CREATE TRIGGER evaluation_save_is_append_only BEFORE UPDATE OR DELETE ON evaluation_save FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER evaluation_aside_is_append_only BEFORE UPDATE OR DELETE ON evaluation_aside FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER evaluation_ballot_is_append_only BEFORE UPDATE OR DELETE ON evaluation_ballot FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER evaluation_reply_is_append_only BEFORE UPDATE OR DELETE ON evaluation_reply FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER evaluation_withdrawal_is_append_only BEFORE UPDATE OR DELETE ON evaluation_withdrawal FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER recommendation_follow_up_is_append_only BEFORE UPDATE OR DELETE ON recommendation_follow_up FOR EACH ROW EXECUTE FUNCTION refuse_change();

-- What the public reads of a city changes with its releases and with the committee's public acts: every process hears both.
ALTER TABLE city ADD COLUMN public_acts integer NOT NULL DEFAULT 0;
CREATE FUNCTION announce_public_act() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  PERFORM pg_notify('contrechamp_release', json_build_object('city', NEW.slug, 'act', NEW.public_acts)::text);
  RETURN NEW;
END $$;
CREATE TRIGGER city_act_is_announced AFTER UPDATE OF public_acts ON city FOR EACH ROW EXECUTE FUNCTION announce_public_act();
