package import NewsModel

/// Telling which articles a change of the options concerns, so that only those are analysed again.
extension ExtractionOptions {
  /// What is in one of two options and not in the other.
  package func differences(from other: ExtractionOptions) -> ExtractionOptions {
    let (cues, aliases) = (Set(cues), Set(aliases))
    let (otherCues, otherAliases) = (Set(other.cues), Set(other.aliases))
    return ExtractionOptions(
      cues: Array(cues.symmetricDifference(otherCues)),
      aliases: Array(aliases.symmetricDifference(otherAliases)))
  }

  /// Whether the options may change what is found in an article: it holds a form of a cue, or all words of
  /// an alias.
  ///
  /// - Complexity: O(options), looked up in the article's vocabulary.
  package func mayConcern(_ tokens: TokenColumns, articleID: String) -> Bool {
    let vocabulary = tokens.vocabulary
    for cue in cues {
      let words = cue.phrase.lowercased().split(separator: " ").map(String.init)
      guard let first = words.first else { continue }
      let forms = cue.isNoun ? words + [first + "s"] : VerbForms.all(of: first)
      if forms.contains(where: { vocabulary.id(of: $0) != nil }) { return true }
    }
    for alias in aliases where alias.articleID == nil || alias.articleID == articleID {
      // The tokeniser cuts “Russia's” in two: the beginnings of the words are looked up.
      let words = AliasTable.folded(alias.phrase).split { $0 == " " || $0 == "'" || $0 == "-" }
      let isHere = words.allSatisfy { word in
        word.count < 3 || vocabulary.id(of: String(word)) != nil
          || alias.phrase.contains { $0 == "-" || $0 == "." }
      }
      if isHere { return true }
    }
    return false
  }
}
