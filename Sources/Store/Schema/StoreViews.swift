/// The views of a store: its tables in the form that people ask for.
enum StoreViews {
  /// The statements that create them.
  static let all = """
    CREATE VIEW quotes_with_speakers AS   -- who said what, where
      SELECT article.name AS article, quote.line, quote.speaker, quote.kind, quote.form,
        quote.cue, quote.text, quote.source AS speaker_as_written, quote.via, quote.status,
        quote.act, quote.depth, quote.zone, quote.quoted_words, quote.confidence, quote.by,
        quote.inferred, article.outlet, article.title, article.path
      FROM quote JOIN article ON article.id = quote.article
      ORDER BY quote.article, quote.ordinal;

    CREATE VIEW voices AS                 -- who is heard: outermost statements in bodies
      SELECT speaker, count(*) AS statements, sum(kind <> 'indirect') AS quoted,
        sum(quoted_words) AS quoted_words, count(DISTINCT article) AS articles,
        sum(inferred) AS inferred         -- statements whose speaker an analyst identified
      FROM quote
      WHERE depth = 0 AND zone = 'body' AND status = 'stated' AND speaker IS NOT NULL
      GROUP BY speaker ORDER BY statements DESC, speaker;

    CREATE VIEW unnamed_sources AS        -- statements whose source keeps no name
      SELECT article, line, speaker_as_written, cue, text, title
      FROM quotes_with_speakers WHERE form = 'unnamed';

    CREATE VIEW mentions_with_entities AS
      SELECT article.name AS article, mention.line, mention.text, entity.name AS entity,
        entity.type, mention.metonym_of, mention.zone
      FROM mention JOIN article ON article.id = mention.article
        JOIN entity ON entity.id = mention.entity
      ORDER BY mention.article, mention.ordinal;

    CREATE VIEW entity_alias AS           -- the other names of an entity, and where
      SELECT article_entity.entity, entity.name, alias.value AS alias,
        count(DISTINCT article_entity.article) AS articles
      FROM article_entity JOIN entity ON entity.id = article_entity.entity,
        json_each(article_entity.aliases) AS alias
      GROUP BY article_entity.entity, alias.value;

    CREATE VIEW entity_title AS           -- the titles and offices given with its name
      SELECT article_entity.entity, entity.name, title.value AS title,
        count(DISTINCT article_entity.article) AS articles
      FROM article_entity JOIN entity ON entity.id = article_entity.entity,
        json_each(article_entity.titles) AS title
      GROUP BY article_entity.entity, title.value;

    CREATE VIEW quote_span AS             -- the spans of a quote, one a row
      SELECT quote.id AS quote, quote.article, 'content' AS role, span.key AS ordinal,
        span.value ->> 0 AS start_byte, span.value ->> 1 AS end_byte
      FROM quote, json_each(quote.content_spans) AS span
      UNION ALL
      SELECT quote.id, quote.article, 'cue', span.key, span.value ->> 0, span.value ->> 1
      FROM quote, json_each(quote.cue_spans) AS span
      UNION ALL
      SELECT quote.id, quote.article, 'source', span.key, span.value ->> 0, span.value ->> 1
      FROM quote, json_each(quote.source_spans) AS span;

    CREATE VIEW figures_with_speakers AS  -- every number and who gives it
      SELECT article.name AS article, figure.line, figure.text, figure.kind, figure.value,
        figure.unit, figure.approximation, quote.speaker, quote.inferred, figure.zone
      FROM figure JOIN article ON article.id = figure.article
        LEFT JOIN quote ON quote.id = figure.quote
      ORDER BY figure.article, figure.ordinal;

    CREATE VIEW notes_with_articles AS    -- what not to trust
      SELECT article.name AS article, note.line, note.kind, note.text, article.title
      FROM note JOIN article ON article.id = note.article
      ORDER BY note.article, note.ordinal;

    """
}
