internal import NewsModel

/// A cue verb with its auxiliaries, negation and adverbs.
struct VerbGroup: Equatable {
  /// What the verb form needs for a subject.
  enum Form: Equatable {
    /// “said”, “has said”, “will say”, “sought to say”
    case finite
    /// “saying”: shares the subject of the main clause.
    case participle
    /// “to propose”: shares the subject of the verb it depends on.
    case infinitive
    /// “was criticised”: the speaker, if any, follows “by”.
    case passive
    /// “the plan proposed by”: hangs on a noun.
    case reduced
  }

  /// The first token of the group.
  var start: Int
  /// The cue verb.
  var head: Int
  /// What it needs for a subject.
  var form: Form
  /// Whether and how far the act took place.
  var status: Quote.Status

  /// The tokens from which the group counts as the cue as written: all of it where it says that the
  /// statement was not, or not yet, made, the verb alone otherwise.
  var cueStart: Int { status == .stated || status == .belief ? head : start }
}

/// Reads the verb group around a cue verb.
struct VerbGroupReader {
  /// The article.
  let grammar: StatementGrammar

  /// The group of a verb, or `nil` where the token is no verb that could attribute.
  func group(at head: Int, from low: Int, cue: Cue) -> VerbGroup? {
    let pos = grammar.tokens.partsOfSpeech[head]
    guard pos.isVerb || isVerbBySpelling(head) else { return nil }
    var start = head
    var index = head - 1
    var hasHave = false
    var hasBe = false
    var hasModal = false
    var hasDo = false
    var isNegated = false
    var isInfinitive = false
    var hasChain = false
    var isExpected = false
    while index >= low {
      if grammar.has(index, .mark), grammar.speech[index] < 0,
        hasBe || hasHave || index == head - 1, grammar.opens[index] >= 0, index > low
      {
        // Biden “made clear”: the mark before the verb is read over, and the group ends there.
        start = index
        break
      }
      if grammar.has(index, .negation) {
        isNegated = true
      } else if grammar.has(index, .modal) {
        hasModal = true
      } else if grammar.has(index, .have) {
        hasHave = true
      } else if grammar.has(index, .be) {
        hasBe = true
      } else if grammar.has(index, .do), index < head {
        hasDo = true
      } else if grammar.has(index, .to), pos == .vb || pos == .vbp || hasBe {
        guard let chain = chainVerb(before: index, from: low) else {
          isInfinitive = true
          start = index
          break
        }
        hasChain = true
        switch grammar.lemma(chain) {
        case "refuse", "decline", "fail": isNegated = true
        case "expect", "plan", "intend", "want", "be", "prepare", "set", "schedule", "likely",
          "due":
          isExpected = true
        default: break
        }
        start = chain
        index = chain - 1
        continue
      } else if grammar.tokens.partsOfSpeech[index].isAdverb || grammar.lower(index) == "also" {
        if grammar.has(index, .time), index == low { break }
      } else {
        break
      }
      start = index
      index -= 1
    }
    // Leading adverbs belong to the clause, not to the group.
    while start < head, grammar.tokens.partsOfSpeech[start].isAdverb, !grammar.has(start, .negation)
    {
      start += 1
    }
    let form: VerbGroup.Form
    if isInfinitive {
      form = .infinitive
    } else if hasChain || hasModal || hasDo {
      form = hasBe && pos == .vbn && !hasChain ? .passive : .finite
    } else if pos == .vbg || !pos.isVerb && grammar.lower(head).hasSuffix("ing") {
      form = hasBe ? .finite : .participle
    } else if hasBe {
      form = pos == .vbn || pos == .vbd ? .passive : .finite
    } else if hasHave {
      form = .finite
    } else if pos == .vbn {
      form = .reduced
    } else if pos == .vb, head > low, !grammar.has(head - 1, .phrase) {
      return nil
    } else {
      form = .finite
    }
    var status: Quote.Status = cue.frames.contains(.belief) ? .belief : .stated
    if isNegated {
      status = .negated
    } else if isExpected || (hasModal && !isPastModal(start..<head)) {
      status = .prospective
    }
    return VerbGroup(start: start, head: head, form: form, status: status)
  }

  /// A verb, or “is expected”, on which “to” and the cue depend.
  private func chainVerb(before to: Int, from low: Int) -> Int? {
    var index = to - 1
    while index > low, grammar.tokens.partsOfSpeech[index].isAdverb { index -= 1 }
    guard index >= low else { return nil }
    let lemma = grammar.lemma(index)
    if Self.chainVerbs.contains(lemma) { return index }
    if lemma == "be" { return index }
    return nil
  }

  /// “would”, “could”, “might” after another verb report rather than announce; “will”, “shall” and
  /// “may” announce.
  private func isPastModal(_ run: Range<Int>) -> Bool {
    !run.contains {
      ["will", "shall", "may", "might", "would", "'ll", "wo", "should"].contains(grammar.lower($0))
    }
  }

  /// Forms that taggers without context take for nouns: “Smith claims”, “he notes”.
  private func isVerbBySpelling(_ token: Int) -> Bool {
    let pos = grammar.tokens.partsOfSpeech[token]
    guard pos == .nn || pos == .nns || pos == .unknown else { return false }
    let word = grammar.lower(token)
    // “a report concluding that”
    if word.hasSuffix("ing"), token + 1 < grammar.tokens.count, grammar.has(token + 1, .that) {
      return true
    }
    guard word.hasSuffix("s") || word.hasSuffix("ed"), token > 0 else { return false }
    guard grammar.hasAny(token - 1, [.properNoun, .subjectPronoun]) else {
      return false
    }
    let next = token + 1
    return next < grammar.tokens.count
      && (grammar.hasAny(next, [.that, .determiner, .mark, .question, .subjectPronoun, .to])
        || grammar.tokens.partsOfSpeech[next] == .prp)
  }

  private static let chainVerbs: Set<String> = [
    "seek", "try", "continue", "go", "begin", "start", "refuse", "decline", "fail", "attempt",
    "appear", "seem", "intend", "expect", "plan", "use", "want", "hasten", "rush", "choose",
    "prepare", "proceed", "set", "schedule", "need", "likely", "due", "quick", "keen", "move",
    "come",
  ]
}
