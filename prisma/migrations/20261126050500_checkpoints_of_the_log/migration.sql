-- Every checkpoint that was signed, so that no process ever signs one that does not continue it.
CREATE TABLE log_checkpoint (
  size bigint PRIMARY KEY CONSTRAINT log_checkpoint_size_is_positive CHECK (size >= 1),
  root bytea NOT NULL CONSTRAINT log_checkpoint_root_is_sha256 CHECK (octet_length(root) = 32),
  note text NOT NULL,
  signed_at timestamptz NOT NULL DEFAULT now()
);

CREATE FUNCTION refuse_shorter_checkpoint() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN
  IF NEW.size <= (SELECT max(size) FROM log_checkpoint) THEN
    RAISE EXCEPTION 'a checkpoint of % entries comes after a longer one', NEW.size;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER log_checkpoint_grows BEFORE INSERT ON log_checkpoint FOR EACH ROW EXECUTE FUNCTION refuse_shorter_checkpoint();
CREATE TRIGGER log_checkpoint_is_immutable BEFORE UPDATE OR DELETE ON log_checkpoint FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER log_checkpoint_is_never_truncated BEFORE TRUNCATE ON log_checkpoint FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
