/// A source that is not asked at all, for a reason of this machine's.
public struct RefusedTransport: Transport {
  private let failure: FetchFailure

  public init(_ failure: FetchFailure) { self.failure = failure }

  public func fetch(unless known: Tag?) throws(FetchFailure) -> Fetched { throw failure }
}
