-- Who may do what, and who is signed in. What names a person to the world (name, quality) is apart from what reaches
-- her (address, sign-in, second factor), which can be erased without touching a public act or the log.

CREATE TABLE account (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  public_id uuid NOT NULL DEFAULT gen_random_uuid(),
  name text NOT NULL CONSTRAINT account_has_a_name CHECK (length(btrim(name)) BETWEEN 1 AND 120),
  quality text NOT NULL CONSTRAINT account_has_a_quality CHECK (length(btrim(quality)) BETWEEN 1 AND 160),
  created_at timestamptz NOT NULL DEFAULT now(),
  closed_at timestamptz
);
CREATE UNIQUE INDEX account_public_id_key ON account (public_id);
CREATE TRIGGER account_is_never_deleted BEFORE DELETE ON account FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TABLE account_contact (
  account_id integer PRIMARY KEY REFERENCES account (id),
  email text NOT NULL CONSTRAINT account_contact_email_has_one_spelling CHECK (email = lower(email) AND length(email) BETWEEN 3 AND 254 AND email ~ '^[^@\s]+@[^@\s]+$'),
  verified_at timestamptz
);
CREATE UNIQUE INDEX account_contact_email_key ON account_contact (email);

CREATE TABLE account_link (
  account_id integer NOT NULL REFERENCES account (id),
  provider text NOT NULL,
  subject text NOT NULL CONSTRAINT account_link_subject_is_bounded CHECK (length(subject) BETWEEN 1 AND 255),
  created_at timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (provider, subject)
);
CREATE UNIQUE INDEX account_link_account_key ON account_link (account_id, provider);

CREATE TABLE role_grant (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  account_id integer NOT NULL REFERENCES account (id),
  city_id integer NOT NULL REFERENCES city (id),
  role text NOT NULL CONSTRAINT role_grant_role_is_known CHECK (role IN ('committee-member', 'committee-chair', 'city-respondent', 'data-officer', 'moderator', 'administrator')),
  -- Absent: given from the command line.
  given_by integer REFERENCES account (id),
  given_at timestamptz NOT NULL DEFAULT now(),
  -- The last day on which the role holds, in the city's time zone.
  ends_on date,
  revoked_by integer REFERENCES account (id),
  revoked_at timestamptz,
  CONSTRAINT role_grant_is_revoked_after_it_is_given CHECK (revoked_at >= given_at),
  CONSTRAINT role_grant_revoker_needs_a_time CHECK (revoked_by IS NULL OR revoked_at IS NOT NULL)
);
CREATE UNIQUE INDEX role_grant_current_key ON role_grant (account_id, city_id, role) WHERE revoked_at IS NULL;
CREATE INDEX role_grant_city_idx ON role_grant (city_id);

CREATE FUNCTION refuse_rewriting_a_grant() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  IF OLD.revoked_at IS NOT NULL OR NEW.revoked_at IS NULL
     OR (NEW.id, NEW.account_id, NEW.city_id, NEW.role, NEW.given_by, NEW.given_at, NEW.ends_on)
        IS DISTINCT FROM (OLD.id, OLD.account_id, OLD.city_id, OLD.role, OLD.given_by, OLD.given_at, OLD.ends_on) THEN
    RAISE EXCEPTION 'a role that was given can only be revoked, once' USING ERRCODE = '42501';
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER role_grant_is_only_revoked BEFORE UPDATE ON role_grant FOR EACH ROW EXECUTE FUNCTION refuse_rewriting_a_grant();
CREATE TRIGGER role_grant_is_never_deleted BEFORE DELETE ON role_grant FOR EACH ROW EXECUTE FUNCTION refuse_change();

CREATE TABLE invitation (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  token_hash bytea NOT NULL CONSTRAINT invitation_token_is_hashed CHECK (octet_length(token_hash) = 32),
  -- Forgotten once the invitation is accepted or withdrawn.
  email text CONSTRAINT invitation_email_has_one_spelling CHECK (email = lower(email) AND length(email) BETWEEN 3 AND 254),
  city_id integer NOT NULL REFERENCES city (id),
  role text NOT NULL CONSTRAINT invitation_role_is_known CHECK (role IN ('committee-member', 'committee-chair', 'city-respondent', 'data-officer', 'moderator', 'administrator')),
  ends_on date,
  invited_by integer REFERENCES account (id),
  invited_at timestamptz NOT NULL DEFAULT now(),
  expires_at timestamptz NOT NULL,
  accepted_at timestamptz,
  withdrawn_at timestamptz,
  CONSTRAINT invitation_expires_after_it_is_sent CHECK (expires_at > invited_at),
  CONSTRAINT invitation_ends_once CHECK (accepted_at IS NULL OR withdrawn_at IS NULL),
  CONSTRAINT invitation_email_is_kept_while_open CHECK ((email IS NOT NULL) = (accepted_at IS NULL AND withdrawn_at IS NULL))
);
CREATE UNIQUE INDEX invitation_token_key ON invitation (token_hash);
CREATE UNIQUE INDEX invitation_open_key ON invitation (email, city_id, role) WHERE accepted_at IS NULL AND withdrawn_at IS NULL;

CREATE TABLE session (
  id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- What the owner closes it by; the token itself is known to the browser alone.
  public_id uuid NOT NULL DEFAULT gen_random_uuid(),
  account_id integer NOT NULL REFERENCES account (id),
  token_hash bytea NOT NULL CONSTRAINT session_token_is_hashed CHECK (octet_length(token_hash) = 32),
  device text NOT NULL CONSTRAINT session_device_is_coarse CHECK (length(device) <= 40),
  opened_at timestamptz NOT NULL,
  seen_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  second_factor_at timestamptz,
  CONSTRAINT session_expires_after_it_opens CHECK (expires_at > opened_at)
);
CREATE UNIQUE INDEX session_token_key ON session (token_hash);
CREATE UNIQUE INDEX session_public_id_key ON session (public_id);
CREATE INDEX session_account_idx ON session (account_id);

CREATE TABLE sign_in_token (
  token_hash bytea PRIMARY KEY CONSTRAINT sign_in_token_is_hashed CHECK (octet_length(token_hash) = 32),
  account_id integer NOT NULL REFERENCES account (id),
  expires_at timestamptz NOT NULL
);
CREATE INDEX sign_in_token_account_idx ON sign_in_token (account_id);

CREATE TABLE second_factor (
  account_id integer PRIMARY KEY REFERENCES account (id),
  -- AES-256-GCM: 12 bytes of nonce, 16 of tag, then the text. The key is not in the database.
  sealed_secret bytea NOT NULL CONSTRAINT second_factor_secret_is_sealed CHECK (octet_length(sealed_secret) > 28),
  -- Recovery codes until their owner has said that they are kept; then only their hashes remain.
  sealed_codes bytea,
  confirmed_at timestamptz,
  -- The 30-second step of the last code accepted: no code serves twice.
  last_step bigint NOT NULL DEFAULT 0
);

CREATE TABLE recovery_code (
  code_hash bytea NOT NULL CONSTRAINT recovery_code_is_hashed CHECK (octet_length(code_hash) = 32),
  account_id integer NOT NULL REFERENCES account (id),
  PRIMARY KEY (account_id, code_hash)
);

CREATE TABLE rate_limit (
  bucket bytea PRIMARY KEY,
  hits integer NOT NULL CONSTRAINT rate_limit_counts CHECK (hits > 0),
  ends_at timestamptz NOT NULL
);
CREATE INDEX rate_limit_ends_idx ON rate_limit (ends_at);
