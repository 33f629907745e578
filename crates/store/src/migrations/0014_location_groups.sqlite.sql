-- Searching locations within a customer, as directory_search does for users. The full-text index
-- knows rows by number, and a location has none.
CREATE TABLE location_search_rows (
    row_id INTEGER PRIMARY KEY,
    customer_id TEXT NOT NULL,
    location_id TEXT NOT NULL,
    UNIQUE (customer_id, location_id),
    FOREIGN KEY (customer_id, location_id) REFERENCES locations (customer_id, id)
) STRICT;
CREATE VIRTUAL TABLE location_search USING fts5 (
    tokens, content = '', contentless_delete = 1, detail = none, tokenize = 'ascii'
);

-- The locations that are there already: the tokens that search_tokens.rs makes, made here once.
INSERT INTO location_search_rows (customer_id, location_id) SELECT customer_id, id FROM locations;
INSERT INTO location_search (rowid, tokens)
WITH RECURSIVE place (row_id, customer_row, text, at) AS (
    SELECT r.row_id, c.row_id, l.search_text, 1 FROM location_search_rows r
    JOIN locations l ON l.customer_id = r.customer_id AND l.id = r.location_id
    JOIN customers c ON c.id = r.customer_id
    UNION ALL SELECT row_id, customer_row, text, at + 1 FROM place WHERE at < length(text)
), piece (row_id, customer_row, piece) AS (
    SELECT row_id, customer_row, substr(text, at, 3) FROM place
        WHERE length(substr(text, at, 3)) = 3 AND substr(text, at, 3) NOT LIKE '% %'
    UNION SELECT row_id, customer_row, substr(text, at, 2) FROM place
        WHERE substr(text, at, 1) = ' ' AND substr(text, at + 1, 1) NOT IN ('', ' ')
    UNION SELECT row_id, customer_row, substr(text, at, 3) FROM place
        WHERE substr(text, at, 1) = ' ' AND length(substr(text, at, 3)) = 3
        AND substr(text, at + 1, 2) NOT LIKE '% %'
)
SELECT row_id, group_concat(customer_row || 'x' || lower(hex(piece)), ' ') FROM piece GROUP BY row_id;
