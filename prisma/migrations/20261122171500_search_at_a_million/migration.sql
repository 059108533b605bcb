-- Search that holds at a million messages.

-- Names that look alike (typos). Over names alone: a person's whole search text has so many trigrams that any word
-- resembles hundreds of them, and each had to be looked at.
CREATE INDEX "contacts_name_alike" ON "contacts" USING gin ("workspace_id", fold_text("name") gin_trgm_ops);

-- What was inserted lately lies unsorted in front of these indexes, and every search reads all of it: now 8 pages at
-- most, not 512.
ALTER INDEX "messages_search" SET (gin_pending_list_limit = 64);
ALTER INDEX "contacts_search" SET (gin_pending_list_limit = 64);
ALTER INDEX "contacts_name_alike" SET (gin_pending_list_limit = 64);

-- Messages of the workspace in force that match, newest first. A common word is found by walking back in time, a rare
-- one through the inverted index: each is slow where the other is fast. A short walk tells which it is; what it found
-- is given out, and the rest is looked for behind it. One plan serves every word: planning would cost more than it
-- saves.
DROP FUNCTION search_messages(text, timestamptz, uuid, integer);
CREATE FUNCTION search_messages(typed text, before_sent_at timestamptz, before_id uuid, at_most integer) RETURNS TABLE (
  message_id uuid, conversation_id uuid, sent_at timestamptz
) LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 25 SET search_path = pg_catalog, public
SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  own uuid := current_setting('app.workspace_id')::uuid;
  wanted tsquery := message_query(typed);
  from_at timestamptz := before_sent_at;
  from_id uuid := before_id;
  to_at timestamptz;
  to_id uuid;
  stretch integer := 300;
  missing integer := at_most;
  found_now integer;
BEGIN
  IF numnode(wanted) = 0 OR at_most <= 0 THEN RETURN; END IF;
  LOOP
    RETURN QUERY
    SELECT walked.id, walked.conversation_id, walked.sent_at FROM (
      SELECT m.id, m.conversation_id, m.sent_at, m.search, m.deleted_at FROM messages m
      WHERE m.workspace_id = own AND (m.sent_at, m.id) < (from_at, from_id)
      ORDER BY m.sent_at DESC, m.id DESC LIMIT stretch
    ) walked WHERE walked.search @@ wanted AND walked.deleted_at IS NULL
    ORDER BY walked.sent_at DESC, walked.id DESC LIMIT missing;
    GET DIAGNOSTICS found_now = ROW_COUNT;
    missing := missing - found_now;
    IF missing <= 0 THEN RETURN; END IF;
    -- Where the stretch ends: messages_workspace_id_sent_at_id_idx alone. Nothing there: it reaches the beginning.
    SELECT m.sent_at, m.id INTO to_at, to_id FROM messages m
    WHERE m.workspace_id = own AND (m.sent_at, m.id) < (from_at, from_id)
    ORDER BY m.sent_at DESC, m.id DESC OFFSET stretch - 1 LIMIT 1;
    IF to_id IS NULL THEN RETURN; END IF;
    from_at := to_at;
    from_id := to_id;
    -- Walked a second time, or too rare for a second walk to bring the rest soon.
    EXIT WHEN stretch > 300 OR found_now = 0
      OR missing * 300.0 / found_now > greatest(3000, at_most * 12);
    stretch := ceil(missing * 450.0 / found_now)::integer + 300;
  END LOOP;
  RETURN QUERY
  WITH matching AS MATERIALIZED (
    SELECT m.id, m.conversation_id, m.sent_at FROM messages m
    WHERE m.workspace_id = own AND m.search @@ wanted AND m.deleted_at IS NULL
  )
  SELECT f.id, f.conversation_id, f.sent_at FROM matching f WHERE (f.sent_at, f.id) < (from_at, from_id)
  ORDER BY f.sent_at DESC, f.id DESC LIMIT missing;
END $$;

-- People of the workspace in force by any part of name, handle, address or phone; every word must be found. The
-- longest word goes through the trigram index, the others are held against what it found (LIKE ALL uses no index). A
-- word too short for a trigram is looked for where names begin, and anywhere only if none begins so. Where nothing
-- matches, names that look alike (typos) are offered instead, for what may be a name: letters, four to sixty, in four
-- words at most. Found and counted are 2,000 people at most, by so short a word 500.
DROP FUNCTION search_contacts(text, integer, integer);
CREATE FUNCTION search_contacts(typed text, skip integer, at_most integer) RETURNS TABLE (
  contact_id uuid, similarity real, total integer
) LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 25 SET search_path = pg_catalog, public
SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  most CONSTANT integer := 2000;
  most_by_two_letters CONSTANT integer := 500;
  own uuid := current_setting('app.workspace_id')::uuid;
  folded text := btrim(fold_text(typed));
  words text[];
  patterns text[];
  ids uuid[];
  names text[];
BEGIN
  SELECT array_agg(word ORDER BY length(word) DESC, position) INTO words
  FROM unnest(string_to_array(replace(replace(replace(folded, '\', '\\'), '%', '\%'), '_', '\_'), ' '))
    WITH ORDINALITY typed_words(word, position) WHERE word <> '';
  IF words IS NULL THEN RETURN; END IF;
  patterns := ARRAY(SELECT '%' || word || '%' FROM unnest(words) word);
  IF length(words[1]) >= 3 THEN
    SELECT array_agg(f.id), array_agg(f.name) INTO ids, names FROM (
      SELECT c.id, c.name FROM contacts c
      WHERE c.workspace_id = own AND c.search_text LIKE patterns[1] AND c.search_text LIKE ALL (patterns[2:])
      LIMIT most
    ) f;
  ELSE
    SELECT array_agg(f.id), array_agg(f.name) INTO ids, names FROM (
      SELECT c.id, c.name FROM contacts c
      WHERE c.workspace_id = own
        AND fold_text(c.name) LIKE ANY (ARRAY[words[1] || '%', '% ' || words[1] || '%'])
        AND c.search_text LIKE ALL (patterns) LIMIT most_by_two_letters
    ) f;
    IF ids IS NULL THEN
      SELECT array_agg(f.id), array_agg(f.name) INTO ids, names FROM (
        SELECT c.id, c.name FROM contacts c
        WHERE c.workspace_id = own AND c.search_text LIKE ALL (patterns) LIMIT most
      ) f;
    END IF;
  END IF;
  IF ids IS NOT NULL THEN
    -- Folding costs more than comparing, and what is ASCII needs no more than its case folded.
    RETURN QUERY SELECT f.id, public.similarity(
      CASE WHEN octet_length(f.name) = length(f.name) THEN lower(f.name) ELSE fold_text(f.name) END, folded),
      cardinality(ids)
    FROM unnest(ids, names) f(id, name) ORDER BY 2 DESC, f.name, f.id OFFSET skip LIMIT at_most;
  ELSIF length(folded) BETWEEN 4 AND 60 AND cardinality(words) <= 4 AND folded !~ '[0-9@]' THEN
    RETURN QUERY
    WITH alike AS MATERIALIZED (
      SELECT c.id, c.name FROM contacts c
      WHERE c.workspace_id = own AND folded OPERATOR(public.<%) fold_text(c.name) LIMIT most
    )
    SELECT a.id, public.word_similarity(folded, fold_text(a.name)), (SELECT count(*)::integer FROM alike)
    FROM alike a ORDER BY 2 DESC, a.name, a.id OFFSET skip LIMIT at_most;
  END IF;
END $$;

REVOKE ALL ON FUNCTION search_messages(text, timestamptz, uuid, integer), search_contacts(text, integer, integer)
  FROM PUBLIC;
