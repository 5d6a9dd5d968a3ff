internal import GRDB

/// The tables of a store, written so that a person with `sqlite3` can find the way.
///
/// All positions are byte offsets into `article.text`, `start_byte` inclusive and `end_byte`
/// exclusive; lines count from 1. Columns that hold several values are JSON arrays. In the views
/// (``StoreViews``) the same data stand in the form that people ask for.
enum StoreSchema {
  /// The number of the newest schema that this code can read and write, kept in `user_version`.
  static let version = 4
  /// Marks the file as ours in SQLite's header: the letters `SAYS`.
  static let applicationID = 0x5341_5953

  /// Brings an empty or older file to the newest schema.
  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 tables, views and full text") { database in
      try database.execute(sql: tables)
      try database.execute(sql: fullText)
      try database.execute(sql: StoreViews.all)
      try database.execute(sql: "PRAGMA application_id = \(applicationID)")
      try database.execute(sql: "PRAGMA user_version = 1")
    }
    migrator.registerMigration("2 postings") { database in
      try database.execute(sql: postings)
      try database.execute(sql: "PRAGMA user_version = 2")
    }
    migrator.registerMigration("3 structure of segments") { database in
      try database.execute(
        sql: """
          ALTER TABLE posting_segment ADD COLUMN
            structure BLOB;             -- sentences, paragraphs, quotations and entities over the tokens
          """)
      // They are made anew, with it, when the store is next updated.
      try database.execute(sql: "DELETE FROM posting_segment")
      try database.execute(sql: "PRAGMA user_version = 3")
    }
    migrator.registerMigration("4 inferences in views") { database in
      for view in try String.fetchAll(
        database, sql: "SELECT name FROM sqlite_schema WHERE type = 'view'")
      {
        try database.execute(sql: "DROP VIEW \"\(view)\"")
      }
      try database.execute(sql: StoreViews.all)
      try database.execute(sql: "PRAGMA user_version = 4")
    }
    return migrator
  }

  /// The tables.
  ///
  /// Comments stay in the file: `.schema` shows them.
  private static let tables = """
    CREATE TABLE meta (             -- what made this store
      key TEXT PRIMARY KEY,
      value TEXT NOT NULL
    ) WITHOUT ROWID;

    CREATE TABLE source (           -- the files that were read
      id INTEGER PRIMARY KEY,
      path TEXT NOT NULL UNIQUE,    -- absolute
      size INTEGER NOT NULL,        -- bytes
      modified INTEGER NOT NULL,    -- nanoseconds since 1970; 0: too fresh to be trusted
      hash TEXT NOT NULL,           -- SHA-256 of the bytes, as sha256sum prints it
      options TEXT NOT NULL,        -- fingerprint of the analysis options
      complete INTEGER NOT NULL     -- 1: all its articles are in this store
    );

    CREATE TABLE article (
      id INTEGER PRIMARY KEY,       -- corpus order
      name TEXT NOT NULL UNIQUE,    -- the id that people see: 000
      source INTEGER REFERENCES source(id) ON DELETE CASCADE,
      record INTEGER NOT NULL,      -- the article's number in its source, from 0
      hash TEXT NOT NULL,           -- of the file or of the record
      options TEXT NOT NULL,        -- fingerprint of the analysis options
      path TEXT NOT NULL,           -- as given, with :LINE for a record
      title TEXT,
      outlet TEXT,
      published TEXT,               -- ISO 8601, only where stated
      url TEXT,
      byline TEXT NOT NULL,         -- JSON array of names
      dateline TEXT NOT NULL,       -- JSON array of places
      agency TEXT NOT NULL,         -- JSON array of names
      words INTEGER NOT NULL,       -- in title, captions and body
      lines INTEGER NOT NULL,
      quotations TEXT NOT NULL,     -- JSON array of [start, end]: pairs of marks after repair
      text TEXT NOT NULL            -- the original, unaltered
    );
    CREATE INDEX article_of_source ON article(source, hash);

    CREATE TABLE zone (             -- parts of an article with one editorial function
      article INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL,
      kind TEXT NOT NULL,           -- title, byline, dateline, caption, body, boilerplate, ...
      start_byte INTEGER NOT NULL, end_byte INTEGER NOT NULL, line INTEGER NOT NULL,
      reason TEXT NOT NULL,
      PRIMARY KEY (article, ordinal)
    ) WITHOUT ROWID;

    CREATE TABLE entity (           -- who and what is named anywhere, merged by type and name
      id INTEGER PRIMARY KEY,
      type TEXT NOT NULL,           -- person, organisation, place, other
      name TEXT NOT NULL,
      UNIQUE (type, name)
    );

    CREATE TABLE article_entity (   -- how one article names an entity
      article INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL,     -- in order of first mention
      entity INTEGER NOT NULL REFERENCES entity(id),
      gender TEXT,
      aliases TEXT NOT NULL,        -- JSON array
      titles TEXT NOT NULL,         -- JSON array
      PRIMARY KEY (article, ordinal)
    ) WITHOUT ROWID;
    CREATE INDEX article_of_entity ON article_entity(entity);

    CREATE TABLE mention (          -- a span of text that names an entity
      article INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL,
      entity INTEGER NOT NULL,      -- entity.id
      entity_ordinal INTEGER NOT NULL, -- article_entity.ordinal
      start_byte INTEGER NOT NULL, end_byte INTEGER NOT NULL, line INTEGER NOT NULL,
      zone TEXT,
      text TEXT NOT NULL,
      metonym_of TEXT,              -- the government that a city stands for here
      PRIMARY KEY (article, ordinal)
    ) WITHOUT ROWID;

    CREATE TABLE quote (            -- one attributed statement
      id INTEGER PRIMARY KEY,
      article INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL,
      kind TEXT NOT NULL,           -- direct, mixed, indirect
      status TEXT NOT NULL,         -- stated, negated, prospective, belief
      act TEXT NOT NULL,            -- statement, claim, denial, ...
      line INTEGER NOT NULL,
      zone TEXT,
      speaker TEXT,                 -- resolved name; as written for unnamed people
      speaker_entity INTEGER,       -- entity.id
      speaker_ordinal INTEGER,      -- article_entity.ordinal
      form TEXT,                    -- how the speaker is referred to: name, pronoun, unnamed, ...
      unnamed INTEGER NOT NULL,     -- 1: the article keeps the name to itself
      inferred INTEGER NOT NULL,    -- 1: an analyst, not the text, identified the speaker
      candidates TEXT NOT NULL,     -- JSON array: whom an office could mean
      via TEXT,                     -- the medium that only carried the words
      via_start INTEGER, via_end INTEGER,
      nested_in INTEGER,            -- quote.id of the statement that holds this one
      depth INTEGER NOT NULL,       -- 0: outermost
      confidence REAL NOT NULL,
      by TEXT NOT NULL,             -- the rule or model that made it
      words INTEGER NOT NULL,       -- of the content
      quoted_words INTEGER NOT NULL, -- of the content, inside quotation marks
      content_spans TEXT NOT NULL,  -- JSON array of [start, end]
      cue_spans TEXT NOT NULL,
      source_spans TEXT NOT NULL,
      text TEXT NOT NULL,           -- the content; parts are joined by " … "
      cue TEXT NOT NULL,
      source TEXT NOT NULL          -- the speaker as written
    );
    CREATE UNIQUE INDEX quote_in_article ON quote(article, ordinal);
    CREATE INDEX quote_of_entity ON quote(speaker_entity);

    CREATE TABLE figure (           -- a number with what it counts
      article INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL,
      start_byte INTEGER NOT NULL, end_byte INTEGER NOT NULL, line INTEGER NOT NULL,
      zone TEXT,
      text TEXT NOT NULL,
      kind TEXT NOT NULL,           -- count, money, percentage, ...
      value REAL,
      unit TEXT,
      approximation TEXT,
      quote INTEGER,                -- quote.id of the innermost statement that gives it
      PRIMARY KEY (article, ordinal)
    ) WITHOUT ROWID;

    CREATE TABLE date (             -- an expression of time
      article INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL,
      start_byte INTEGER NOT NULL, end_byte INTEGER NOT NULL, line INTEGER NOT NULL,
      zone TEXT,
      text TEXT NOT NULL,
      kind TEXT NOT NULL,           -- date, weekday, month, year, relative, duration
      resolved TEXT,                -- ISO 8601, only as far as it is certain
      reason TEXT NOT NULL,
      quote INTEGER,                -- quote.id of the innermost statement that gives it
      PRIMARY KEY (article, ordinal)
    ) WITHOUT ROWID;

    CREATE TABLE annotation (       -- a span that a user's rule made
      article INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL,
      start_byte INTEGER NOT NULL, end_byte INTEGER NOT NULL, line INTEGER NOT NULL,
      zone TEXT,
      type TEXT NOT NULL,
      by TEXT NOT NULL,
      attributes TEXT NOT NULL,     -- JSON object
      PRIMARY KEY (article, ordinal)
    ) WITHOUT ROWID;

    CREATE TABLE note (             -- a reason for caution
      article INTEGER NOT NULL REFERENCES article(id) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL,
      kind TEXT NOT NULL,           -- broken-quotation-mark, garbled-text, missing-date, ...
      start_byte INTEGER, end_byte INTEGER, line INTEGER, -- empty: the whole article
      text TEXT NOT NULL,
      layer TEXT NOT NULL,          -- reading, analysis, both: where it was found
      PRIMARY KEY (article, ordinal)
    ) WITHOUT ROWID;

    CREATE TABLE word (             -- every spelling in the corpus, once
      id INTEGER PRIMARY KEY,
      word TEXT NOT NULL UNIQUE
    );

    CREATE TABLE token (            -- the words of an article, packed; see TokenBlob
      article INTEGER PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE,
      count INTEGER NOT NULL,
      vocabulary BLOB NOT NULL,     -- word.id of each distinct word
      columns BLOB NOT NULL
    );

    CREATE TABLE failure (          -- what could not be read, and why
      path TEXT PRIMARY KEY,
      source TEXT NOT NULL,         -- absolute path of the file
      reason TEXT NOT NULL
    ) WITHOUT ROWID;

    """

  /// The index over the words that queries use; see `PostingTable` for the form of the blobs.
  private static let postings = """
    CREATE TABLE posting_segment (  -- where words occur in a run of articles; positions count their tokens from 0
      id INTEGER PRIMARY KEY,
      tokens INTEGER NOT NULL,      -- of all its articles, those included that are gone
      lengths BLOB NOT NULL,        -- the number of tokens of each article
      words BLOB NOT NULL,          -- by word.id of the word as written: positions
      lemmas BLOB NOT NULL,         -- by word.id of the dictionary form: positions
      tags BLOB NOT NULL            -- by number of the part of speech: positions
    );
    CREATE TABLE posting_article (  -- which segment holds an article; one that is in none is read when queried
      article INTEGER PRIMARY KEY REFERENCES article(id) ON DELETE CASCADE,
      segment INTEGER NOT NULL REFERENCES posting_segment(id) ON DELETE CASCADE,
      ordinal INTEGER NOT NULL      -- its number in the segment, from 0
    );
    CREATE INDEX article_of_segment ON posting_article(segment, ordinal);

    """

  /// Full text over articles and quotes; the triggers keep it in step with the tables.
  private static let fullText = """
    CREATE VIRTUAL TABLE article_text USING fts5(
      title, text, content = 'article', content_rowid = 'id', tokenize = 'unicode61');
    CREATE TRIGGER article_text_insert AFTER INSERT ON article BEGIN
      INSERT INTO article_text(rowid, title, text) VALUES (new.id, new.title, new.text);
    END;
    CREATE TRIGGER article_text_delete AFTER DELETE ON article BEGIN
      INSERT INTO article_text(article_text, rowid, title, text)
        VALUES ('delete', old.id, old.title, old.text);
    END;
    CREATE TRIGGER article_text_update AFTER UPDATE OF title, text ON article BEGIN
      INSERT INTO article_text(article_text, rowid, title, text)
        VALUES ('delete', old.id, old.title, old.text);
      INSERT INTO article_text(rowid, title, text) VALUES (new.id, new.title, new.text);
    END;

    CREATE VIRTUAL TABLE quote_text USING fts5(
      text, speaker, content = 'quote', content_rowid = 'id', tokenize = 'unicode61');
    CREATE TRIGGER quote_text_insert AFTER INSERT ON quote BEGIN
      INSERT INTO quote_text(rowid, text, speaker) VALUES (new.id, new.text, new.speaker);
    END;
    CREATE TRIGGER quote_text_delete AFTER DELETE ON quote BEGIN
      INSERT INTO quote_text(quote_text, rowid, text, speaker)
        VALUES ('delete', old.id, old.text, old.speaker);
    END;
    CREATE TRIGGER quote_text_update AFTER UPDATE OF text, speaker ON quote BEGIN
      INSERT INTO quote_text(quote_text, rowid, text, speaker)
        VALUES ('delete', old.id, old.text, old.speaker);
      INSERT INTO quote_text(rowid, text, speaker) VALUES (new.id, new.text, new.speaker);
    END;

    """
}
