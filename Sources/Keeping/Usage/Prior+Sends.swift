import Glibc
import Phrases
import Search
import Store

extension Prior {
  /// How long it takes until a send counts half, in seconds: a week, so that what sold well in the
  /// last campaign makes room for this one's.
  static let halfLife: Int64 = 7 * 24 * 3600

  /// A send of longer ago counts less than a two hundred and fiftieth, and is not looked at.
  public static let memory: Int64 = 8 * halfLife

  /// So many sends just now lift a phrase by all that can be.
  private static let mostSends = 255.0

  /// What the sends of the last weeks say of the phrases of a library.
  ///
  /// A send *a* seconds ago weighs 2^(−a / half-life); *w* is the sum for one phrase, its use. Its
  /// points are
  ///
  ///     maximum · log₂(1 + w) / log₂(1 + 255)
  ///
  /// so that each doubling of the use is worth the same, an eighth of the maximum: the step from
  /// never to once counts like that from a hundred times to two hundred. Frequency is in *w* because
  /// it is a sum, recency because it decays; a phrase that is not sent any more loses an eighth of
  /// the maximum a week.
  ///
  /// Sends of a phrase count for the agent's own version of it, as `arrangement` says.
  ///
  /// `now` is in seconds since 1970; a send after it, of a clock put back, counts as one at it.
  ///
  /// - Complexity: O(*n*) in the sends.
  public init(
    _ sends: some Sequence<Send>, at now: Int64, in library: Library,
    as arrangement: Arrangement = Arrangement()
  ) {
    var versions: [PhraseKey: PhraseKey] = [:]
    for (key, original) in arrangement.originals { versions[original.key] = key }
    var uses: [PhraseKey: Double] = [:]
    for send in sends {
      let age = Double(max(now - send.time, 0))
      uses[versions[send.key] ?? send.key, default: 0] += exp2(-age / Double(Prior.halfLife))
    }
    var points: [PhraseNumber: Int] = [:]
    for (key, use) in uses {
      guard let number = library.number(of: key) else { continue }
      let share = log2(1 + use) / log2(1 + Prior.mostSends)
      points[number] = Int((Double(Prior.maximum) * share).rounded())
    }
    self.init(points)
  }
}
