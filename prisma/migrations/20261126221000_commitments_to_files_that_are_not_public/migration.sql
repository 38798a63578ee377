-- A digest of a file of small counts, or of a record entered by hand, gives what it holds away to whoever tries the few
-- values that it can have. What is published of such a file is a commitment: SHA-256 over a private nonce and the file's own
-- SHA-256. What opens it is here, and nowhere else.
CREATE TABLE commitment (
  city_id integer NOT NULL REFERENCES city (id),
  digest text NOT NULL CONSTRAINT commitment_digest_is_hex CHECK (digest ~ '^[0-9a-f]{64}$'),
  private_sha256 text NOT NULL CONSTRAINT commitment_private_sha256_is_hex CHECK (private_sha256 ~ '^[0-9a-f]{64}$'),
  nonce bytea NOT NULL CONSTRAINT commitment_nonce_has_32_bytes CHECK (octet_length(nonce) = 32),
  content text,
  committed_at timestamptz NOT NULL DEFAULT now(),
  CONSTRAINT commitment_pkey PRIMARY KEY (city_id, digest),
  CONSTRAINT commitment_opens CHECK (digest = encode(sha256(nonce || decode(private_sha256, 'hex')), 'hex'))
);
CREATE INDEX commitment_private_idx ON commitment (city_id, private_sha256);
CREATE TRIGGER commitment_is_immutable BEFORE UPDATE OR DELETE ON commitment FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER commitment_is_never_truncated BEFORE TRUNCATE ON commitment FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

ALTER TABLE source ADD COLUMN commitment text
  CONSTRAINT source_commitment_is_hex CHECK (commitment ~ '^[0-9a-f]{64}$');
ALTER TABLE source ADD CONSTRAINT source_has_one_digest CHECK (sha256 IS NULL OR commitment IS NULL);
ALTER TABLE import_batch ALTER COLUMN file_sha256 DROP NOT NULL;
ALTER TABLE import_batch ADD COLUMN file_commitment text
  CONSTRAINT import_batch_commitment_is_hex CHECK (file_commitment ~ '^[0-9a-f]{64}$');
ALTER TABLE import_batch ADD CONSTRAINT import_batch_has_one_digest
  CHECK ((file_sha256 IS NULL) <> (file_commitment IS NULL));

-- What was brought in before: counts, what was typed in, and files of cameras where a position is kept back.
CREATE TEMP TABLE kept_back ON COMMIT DROP AS
SELECT city_id, private_sha256, sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())) AS nonce
FROM (
  SELECT DISTINCT b.city_id, b.file_sha256 AS private_sha256
  FROM import_batch b JOIN revision r ON r.city_id = b.city_id AND r.number = b.release_number
  WHERE b.preset = 'record' OR r.changes ->> 'kind' = 'outcome-statistic'
    OR (r.changes ->> 'kind' = 'camera' AND b.city_id IN (
      SELECT city_id FROM camera_version WHERE published_precision <> 'exact'))) AS one;

INSERT INTO commitment (city_id, digest, private_sha256, nonce)
SELECT city_id, encode(sha256(nonce || decode(private_sha256, 'hex')), 'hex'), private_sha256, nonce FROM kept_back;

UPDATE source s SET sha256 = NULL, commitment = c.digest
FROM commitment c WHERE c.city_id = s.city_id AND c.private_sha256 = s.sha256;
UPDATE import_batch b SET file_sha256 = NULL, file_commitment = c.digest
FROM commitment c WHERE c.city_id = b.city_id AND c.private_sha256 = b.file_sha256;

-- How the content of a release is hashed. 1: over the records as they were imported, which nobody else has; 2: over the rows
-- that everybody reads (docs/release-hash.md).
ALTER TABLE release ADD COLUMN content_form smallint NOT NULL DEFAULT 1
  CONSTRAINT release_content_form_is_known CHECK (content_form IN (1, 2));
