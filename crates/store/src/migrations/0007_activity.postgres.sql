-- Entries that were written before: who did them, and to whom.
INSERT INTO audit_subjects (chain, subject_id, sequence, principal)
SELECT chain, coalesce(target_id, actor_id), sequence, TRUE FROM audit_events
WHERE coalesce(target_id, actor_id) IS NOT NULL;
INSERT INTO audit_subjects (chain, subject_id, sequence, principal)
SELECT chain, actor_id, sequence, FALSE FROM audit_events
WHERE actor_id IS NOT NULL AND target_id IS NOT NULL AND actor_id <> target_id;
