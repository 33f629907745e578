-- Searching within a customer: trigrams of the text, together with the customer in one index.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS btree_gin;
-- Every search reads the list of entries that wait to be merged: keep it short.
CREATE INDEX directory_search ON directory USING gin (customer_id, search_text gin_trgm_ops)
    WITH (gin_pending_list_limit = 64);

CREATE FUNCTION audit_events_are_final() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    -- Erasing details is the one change allowed: salt and details to NULL, nothing else.
    IF TG_OP = 'UPDATE' AND NEW.salt IS NULL AND NEW.details IS NULL
        AND (NEW.chain, NEW.sequence, NEW.id, NEW.at, NEW.action, NEW.commitment, NEW.hash)
            = (OLD.chain, OLD.sequence, OLD.id, OLD.at, OLD.action, OLD.commitment, OLD.hash)
        AND NEW.actor_id IS NOT DISTINCT FROM OLD.actor_id
        AND NEW.target_id IS NOT DISTINCT FROM OLD.target_id
    THEN
        RETURN NEW;
    END IF;
    RAISE EXCEPTION 'audit events are never changed or deleted';
END;
$$;

CREATE TRIGGER audit_events_are_final BEFORE UPDATE OR DELETE ON audit_events
    FOR EACH ROW EXECUTE FUNCTION audit_events_are_final();
CREATE TRIGGER audit_events_are_kept BEFORE TRUNCATE ON audit_events
    FOR EACH STATEMENT EXECUTE FUNCTION audit_events_are_final();
