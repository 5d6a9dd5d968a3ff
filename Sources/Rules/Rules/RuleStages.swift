/// Orders rules so that each runs after all that emit what it reads.
enum RuleStages {
  /// The stages as indices of rules in file order.
  ///
  /// - Throws: ``RuleSetError/cycle(names:)``.
  static func stages(of rules: [Rule]) throws(RuleSetError) -> [[Int]] {
    var emitters: [String: [Int]] = [:]
    for (index, rule) in rules.enumerated() {
      if let type = rule.emission?.type { emitters[type, default: []].append(index) }
    }
    let needs = rules.map { rule in rule.readTypes.flatMap { emitters[$0] ?? [] } }
    var stage = [Int?](repeating: nil, count: rules.count)
    var level = 0
    while stage.contains(nil) {
      let ready = rules.indices.filter { index in
        stage[index] == nil
          && needs[index].allSatisfy { need in stage[need].map { $0 < level } ?? false }
      }
      guard !ready.isEmpty else {
        throw .cycle(names: circle(among: rules, needs, stage).map { rules[$0].name })
      }
      for index in ready { stage[index] = level }
      level += 1
    }
    return (0..<level).map { level in rules.indices.filter { stage[$0] == level } }
  }

  /// Follows what waits until something comes up again.
  private static func circle(among rules: [Rule], _ needs: [[Int]], _ stage: [Int?]) -> [Int] {
    var path: [Int] = []
    var place = rules.indices.first { stage[$0] == nil } ?? 0
    while !path.contains(place) {
      path.append(place)
      place = needs[place].first { stage[$0] == nil } ?? place
    }
    return Array(path[(path.firstIndex(of: place) ?? 0)...])
  }
}
