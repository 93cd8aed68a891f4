extension Template {
  /// The text with values that stand in it as placeholders again, as `standing` writes those of a name.
  ///
  /// Only whole words are taken, so that `10` is none of `100`, values of one character are not, and what
  /// stands in braces stays as it is.
  ///
  ///     Template("单号 8012 已催").replacing(["订单号": "8012"]) { "{{\($0)}}" }  // "单号 {{订单号}} 已催"
  public func replacing(
    _ values: [String: String], _ standing: (String) -> String
  ) -> String {
    let values = values.filter { $0.value.count > 1 }
      .sorted { ($0.value.count, $1.key) > ($1.value.count, $0.key) }
    guard !values.isEmpty else { return text }
    var result = ""
    for segment in segments {
      guard segment.placeholder == nil else {
        result += text[segment.range]
        continue
      }
      var rest = text[segment.range]
      while let first = rest.first {
        let match = values.first {
          rest.hasPrefix($0.value) && rest.isWhole($0.value, behind: result)
        }
        if let match {
          result += standing(match.key)
          rest = rest.dropFirst(match.value.count)
        } else {
          result.append(first)
          rest = rest.dropFirst()
        }
      }
    }
    return result
  }
}

extension Substring {
  /// Whether a value that this begins with is no part of a longer word or number.
  fileprivate func isWhole(_ value: String, behind before: String) -> Bool {
    func isPart(_ character: Character?) -> Bool {
      character.map { $0.isASCII && ($0.isLetter || $0.isNumber) } ?? false
    }
    if isPart(value.first), isPart(before.last) { return false }
    return !(isPart(value.last) && isPart(dropFirst(value.count).first))
  }
}
