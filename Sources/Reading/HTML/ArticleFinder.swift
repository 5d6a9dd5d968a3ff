import NewsModel

/// Finds the element of a page that holds the article.
///
/// What the page itself marks as the article comes first. Otherwise paragraphs score for their parents, half
/// for their grandparents, as in Arc90's Readability, and the best element grows until it holds most of the
/// page's paragraphs.
struct ArticleFinder {
  private let outline: PageOutline

  init(_ outline: PageOutline) {
    self.outline = outline
  }

  /// The index of the element.
  ///
  /// - Complexity: O(*n*) in the lines and elements of the page.
  func container() -> Int {
    let elements = outline.elements
    guard let root = elements.first, root.paragraphBytes > 0 else { return 0 }
    let total = root.paragraphBytes
    func largest(_ accepts: (PageOutline.Element) -> Bool) -> Int? {
      var best: Int?
      for index in elements.indices where accepts(elements[index]) && !elements[index].isDropped {
        if elements[index].paragraphBytes > best.map({ elements[$0].paragraphBytes }) ?? 0 {
          best = index
        }
      }
      return best
    }
    if let body = largest(\.isArticleBody), elements[body].paragraphBytes * 4 >= total {
      return body
    }
    if let article = largest(\.isArticle), elements[article].paragraphBytes * 2 >= total {
      return innermostArticle(in: article)
    }
    return grown(best() ?? 0, total: total)
  }

  /// An `article` inside `main` is the better choice if it holds nearly as much.
  private func innermostArticle(in outer: Int) -> Int {
    let elements = outline.elements
    var best = outer
    for index in (outer + 1)..<max(outer + 1, elements[outer].end)
    where elements[index].isArticle && !elements[index].isDropped
      && elements[index].paragraphBytes * 10 >= elements[best].paragraphBytes * 8
    {
      best = index
    }
    return best
  }

  private func best() -> Int? {
    let elements = outline.elements
    var scores = [Double](repeating: 0, count: elements.count)
    for line in outline.lines where !elements[line.element].isDropped && line.weight >= 25 {
      let commas = outline.text[line.range].reduce(0) { $0 + ($1 == UInt8(ascii: ",") ? 1 : 0) }
      let score = 1 + Double(commas) + min(Double(line.range.count) / 100, 3)
      var index = line.element
      // A paragraph's own element is only its wrapping.
      if elements[index].paragraphBytes == line.weight { index = elements[index].parent }
      scores[index] += score
      if index > 0 { scores[elements[index].parent] += score / 2 }
    }
    for index in elements.indices where scores[index] > 0 {
      if case .content = elements[index].role { scores[index] += 25 }
    }
    return scores.indices.max { scores[$0] < scores[$1] }
  }

  /// Climbs until the element holds at least half of the page's paragraphs.
  private func grown(_ start: Int, total: Int) -> Int {
    var index = start
    while index > 0, outline.elements[index].paragraphBytes * 2 < total {
      index = outline.elements[index].parent
    }
    return index
  }
}
