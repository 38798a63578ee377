-- Years that were judged before bands of cameras were attacked with the totals, and before counts of one stage in two scopes were
-- attacked together: the next release judges each of them again, its own publications among what it is attacked with.
UPDATE disclosure_audit SET pending = true;
