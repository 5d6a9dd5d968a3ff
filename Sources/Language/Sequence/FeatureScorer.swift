internal import CModels

/// Adds up the weights of tokens' features without writing the features down.
///
/// Several models that use the same templates are asked at once: their weights lie side by side, so that a
/// feature is hashed once and its weights come with one look into memory. That look is what costs time; the
/// rest fits beside it.
///
/// The sums are those of ``SequenceModel/emissions(of:damping:)`` before scaling, to the bit.
public struct FeatureScorer: Sendable {
  /// The templates whose features are added up.
  public let templates: FeatureTemplates
  /// The number of models, one or two.
  public let modelCount: Int
  private let mask: UInt32
  /// Biased weights, eight labels a word; the models' words of a bucket side by side.
  private let words: [UInt64]

  /// Creates a scorer for models of at most eight labels with equally many buckets.
  ///
  /// A template that a model was not trained with would add noise: the caller names those that all know.
  public init(templates: FeatureTemplates, models: [SequenceModel]) {
    precondition((1...2).contains(models.count), "one model or two")
    let bits = models[0].bucketBits
    precondition(
      models.allSatisfy { $0.transitions.blocks == 1 && $0.bucketBits == bits },
      "models of one size with at most eight labels")
    self.templates = templates
    modelCount = models.count
    mask = UInt32(truncatingIfNeeded: (1 << bits) - 1)
    let count = models.count
    words = Array(unsafeUninitializedCapacity: count << bits) { buffer, initialized in
      for (number, model) in models.enumerated() {
        model.words.withUnsafeBufferPointer { words in
          // Safe: both hold a word for each bucket; the model's is interleaved with its neighbour's.
          for bucket in 0..<(1 << bits) { buffer[bucket * count + number] = words[bucket] }
        }
      }
      initialized = count << bits
    }
  }

  /// The sums of the weights of some tokens' features: for each token one vector a model, eight labels wide.
  ///
  /// Weights are far apart in memory: those of a token are asked for before the token in front of it is
  /// added up, so that they have arrived when they are needed.
  ///
  /// - Complexity: O(tokens × parts of all templates).
  public func sums(of rows: Range<Int>, in columns: AttributeColumns) -> [SIMD8<Int32>] {
    templates.checkReach(of: rows, in: columns)
    var result: [SIMD8<Int32>] = []
    guard !rows.isEmpty else { return result }
    result.reserveCapacity(rows.count * modelCount)
    let width = columns.attributeCount
    let count = templates.count
    // Safe: offsets are within reach of a row, checked above; buckets are masked to the number of
    // buckets, and there are two lists of them; no pointer leaves the closures.
    columns.cells.withUnsafeBufferPointer { cells in
      words.withUnsafeBufferPointer { words in
        templates.entries.withUnsafeBufferPointer { entries in
          withUnsafeTemporaryAllocation(of: UInt32.self, capacity: count * 2) { places in
            guard let cells = cells.baseAddress, let words = words.baseAddress,
              let entries = entries.baseAddress, var next = places.baseAddress
            else { return }
            var current = next + count
            fill(next, cells + rows.lowerBound * width, entries, words)
            for row in rows {
              swap(&current, &next)
              if row + 1 < rows.upperBound {
                fill(next, cells + (row + 1) * width, entries, words)
              }
              if modelCount == 2 {
                addPairs(current, count, words, to: &result)
              } else {
                addSingles(current, count, words, to: &result)
              }
            }
          }
        }
      }
    }
    return result
  }

  /// Writes where the weights of a token's features lie, and asks for them.
  @inline(__always)
  private func fill(
    _ places: UnsafeMutablePointer<UInt32>, _ here: UnsafePointer<UInt32>,
    _ entries: UnsafePointer<FeatureTemplates.Entry>, _ words: UnsafePointer<UInt64>
  ) {
    let step = modelCount
    @inline(__always)
    func fill(_ run: Range<Int>, partCount: Int) {
      for index in run {
        let hash = FeatureHash.feature(entries[index].hash(here, partCount: partCount))
        let place = Int(hash & mask) &* step
        sayso_prefetch(words + place)
        places[index] = UInt32(truncatingIfNeeded: place)
      }
    }
    for kind in templates.classes {
      switch kind.partCount {
      case 1: fill(kind.entries, partCount: 1)
      case 2: fill(kind.entries, partCount: 2)
      case 3: fill(kind.entries, partCount: 3)
      default: fill(kind.entries, partCount: kind.partCount)
      }
    }
  }

  @inline(__always)
  private func addSingles(
    _ places: UnsafePointer<UInt32>, _ count: Int, _ words: UnsafePointer<UInt64>,
    to result: inout [SIMD8<Int32>]
  ) {
    var sum = SIMD8<Int32>(repeating: -Int32(truncatingIfNeeded: count * 128))
    var start = 0
    while start < count {
      let end = min(count, start + SequenceModel.mostInLane)
      var even: UInt64 = 0
      var odd: UInt64 = 0
      for index in start..<end {
        let word = words[Int(places[index])]
        even &+= word & SequenceModel.evenBytes
        odd &+= (word >> 8) & SequenceModel.evenBytes
      }
      sum &+= SequenceModel.labelSums(even, odd)
      start = end
    }
    result.append(sum)
  }

  @inline(__always)
  private func addPairs(
    _ places: UnsafePointer<UInt32>, _ count: Int, _ words: UnsafePointer<UInt64>,
    to result: inout [SIMD8<Int32>]
  ) {
    var first = SIMD8<Int32>(repeating: -Int32(truncatingIfNeeded: count * 128))
    var second = first
    var start = 0
    while start < count {
      let end = min(count, start + SequenceModel.mostInLane)
      var even = SIMD2<UInt64>.zero
      var odd = SIMD2<UInt64>.zero
      for index in start..<end {
        let place = Int(places[index])
        let pair = SIMD2(words[place], words[place &+ 1])
        even &+= pair & SequenceModel.evenBytes
        odd &+= (pair &>> 8) & SequenceModel.evenBytes
      }
      first &+= SequenceModel.labelSums(even[0], odd[0])
      second &+= SequenceModel.labelSums(even[1], odd[1])
      start = end
    }
    result.append(first)
    result.append(second)
  }
}
