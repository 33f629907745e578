-- Searching within a customer. The tokens are made in Rust (search_tokens.rs): three-letter pieces
-- and beginnings of words, each led by the customer's row number. The index keeps no text.
CREATE VIRTUAL TABLE directory_search USING fts5 (
    tokens, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii'
);

CREATE TRIGGER audit_events_are_kept BEFORE DELETE ON audit_events
BEGIN
    SELECT RAISE(ABORT, 'audit events are never deleted');
END;

-- Erasing details is the one change allowed: salt and details to NULL, nothing else.
CREATE TRIGGER audit_events_are_final BEFORE UPDATE ON audit_events
WHEN NEW.salt IS NOT NULL OR NEW.details IS NOT NULL
    OR NEW.chain IS NOT OLD.chain OR NEW.sequence IS NOT OLD.sequence OR NEW.id IS NOT OLD.id
    OR NEW.at IS NOT OLD.at OR NEW.actor_id IS NOT OLD.actor_id
    OR NEW.action IS NOT OLD.action OR NEW.target_id IS NOT OLD.target_id
    OR NEW.commitment IS NOT OLD.commitment OR NEW.hash IS NOT OLD.hash
BEGIN
    SELECT RAISE(ABORT, 'audit events are never changed');
END;
