/// What Sayso knows of the world's names before it reads.
///
/// Countries, places, organisations, titles, first names; no people: who is who comes from the article
/// alone.
///
/// The tables are text, so that a line can be added without a programmer; ``NameLexicon`` reads them
/// once.
enum Gazetteer {}
