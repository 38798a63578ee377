-- That a role's last day has passed is said in the log once: this row is written with that entry, and there is one per grant.
CREATE TABLE role_expiry (
  grant_id integer PRIMARY KEY REFERENCES role_grant (id),
  logged_at timestamptz NOT NULL
);
CREATE TRIGGER role_expiry_is_append_only BEFORE UPDATE OR DELETE ON role_expiry FOR EACH ROW EXECUTE FUNCTION refuse_change();
