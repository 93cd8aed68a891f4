import Trust

extension FetchFailure {
  init(_ refusal: TrustedFolder.Refusal) {
    switch refusal {
    case .flawed(let flaw): self.init(.distrusted(flaw))
    case .notMade(let errno): self.init(.notWritable(errno: errno))
    }
  }
}
