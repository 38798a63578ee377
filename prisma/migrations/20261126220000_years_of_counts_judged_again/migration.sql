-- The equations of a judged year, with what a reader may suppose of each cell and the proven intervals of the small ones: JSON,
-- gzip. Private like the rows of outcomes themselves, and without any count that is hidden.
ALTER TABLE disclosure_audit
  ADD COLUMN attacked bytea,
  -- Tables that are not published for the others to be, and whether one was too large to be attacked.
  ADD COLUMN given_up text[] NOT NULL DEFAULT '{}',
  ADD COLUMN too_large boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN disclosure_audit.attacked IS 'Private: names the small cells. Never leaves the workspace of the data officer.';
-- Years that were judged before bands of cameras were attacked with the totals, and before counts of one stage in two scopes were
-- attacked together: the next release judges each of them again, its own publications among what it is attacked with.
UPDATE disclosure_audit SET pending = true;
