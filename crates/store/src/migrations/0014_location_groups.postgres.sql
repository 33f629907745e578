CREATE INDEX location_search ON locations USING gin (customer_id, search_text gin_trgm_ops)
    WITH (gin_pending_list_limit = 64);
