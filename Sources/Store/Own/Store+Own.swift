import GRDB
import Phrases

// MARK: - What an agent owns

extension Store {
  /// What she has made of the lists of others.
  public func arrangement() throws(StoreError) -> Arrangement {
    try access(.deferred) { database in
      _ = try schemaNumber(in: database)
      return try ArrangementRows.all(in: database)
    }
  }

  /// Does one thing of hers, whole or not at all; it is on the disk when the call returns.
  ///
  /// `time` is in seconds since 1970 (UTC).
  ///
  ///     let outcome = try store.change(.add(phrase, behind: nil, versionOf: nil), at: now)
  ///     outcome.key // personal/own-3f09c1a2b4d8
  ///
  /// - Throws: ``StoreError``, among them ``StoreError/refused(_:)``.
  public func change(_ change: OwnChange, at time: Int64) throws(StoreError) -> OwnOutcome {
    try write { try OwnTransaction.run(change, at: time, in: $0) }
  }

  /// Her phrases in the bin, the last first.
  public func binned() throws(StoreError) -> [BinnedPhrase] {
    try access(.deferred) { database in
      _ = try schemaNumber(in: database)
      return try BinRows.all(in: database).map(\.binned)
    }
  }

  /// Removes for good what was put into the bin more than ``OwnChange/binDays`` before.
  public func emptyBin(at now: Int64) throws(StoreError) {
    try write { try BinRows.empty(before: now - Int64(OwnChange.binDays) * 86_400, in: $0) }
  }

  /// Keeps a report; it is on the disk when the call returns.
  ///
  /// - Throws: ``StoreError``, among them ``StoreError/refused(_:)``.
  public func report(_ report: PhraseReport, at time: Int64) throws(StoreError) {
    if report.remark.unicodeScalars.count > OwnFlaw.remarkLimit {
      throw .refused(.remarkTooLong)
    }
    try write { try ReportRows.append(KeptReport(report, time: time), in: $0) }
  }

  /// The reports from a time on, the oldest first.
  public func reports(since time: Int64 = .min) throws(StoreError) -> [KeptReport] {
    try access(.deferred) { database in
      _ = try schemaNumber(in: database)
      return try ReportRows.since(time, in: database)
    }
  }

  /// The phrases of these keys that the store has, of whatever source.
  public func phrases(of keys: some Sequence<PhraseKey>) throws(StoreError) -> [PhraseKey: Phrase] {
    try access(.deferred) { database in
      guard try schemaNumber(in: database) > 0 else { return [:] }
      var found: [PhraseKey: Phrase] = [:]
      for (name, keys) in Dictionary(grouping: keys, by: \.source) {
        guard
          let row = try Int64.fetchOne(
            database, sql: "SELECT row FROM source WHERE name = ?", arguments: [name])
        else { continue }
        let placed = try PhraseRows.placed(
          ids: keys.map(\.id), ofSource: row, named: name, in: database)
        for placed in placed { found[placed.phrase.key] = placed.phrase }
      }
      return found
    }
  }
}
