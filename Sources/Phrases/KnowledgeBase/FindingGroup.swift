/// Findings that say the same of many rows, as people are told them: thirty equal warnings are one with a count.
public struct FindingGroup: Sendable {
  /// In the order of the file; the first is said whole.
  public private(set) var findings: [Finding]

  /// So many are said one by one.
  static let mostApart = 3

  /// What is said of a file: where more than three findings are of one kind and in one column, one group
  /// stands for them at the place of the first; else each is a group of its own.
  public static func all(of findings: [Finding]) -> [FindingGroup] {
    struct Kind: Hashable {
      let kind: String
      let column: String?
    }
    var groups: [FindingGroup] = []
    var numbers: [Kind: [Int]] = [:]
    for finding in findings {
      if finding.problem.saysTheSame {
        let kind = Kind(kind: finding.problem.kind, column: finding.columnName)
        numbers[kind, default: []].append(groups.count)
      }
      groups.append(FindingGroup(findings: [finding]))
    }
    for numbers in numbers.values where numbers.count > mostApart {
      groups[numbers[0]].findings = numbers.map { groups[$0].findings[0] }
      for number in numbers.dropFirst() { groups[number].findings = [] }
    }
    return groups.filter { !$0.findings.isEmpty }
  }

  /// What was found, where, and what to do.
  public func sentence(_ language: Language, file: String) -> String {
    guard findings.count > 1 else { return findings[0].sentence(language, file: file) }
    let places = findings.prefix(FindingGroup.mostApart).map { $0.words(language) }
    let rest = findings.count - places.count
    let name = findings[0].columnName.map { ", " + $0.excerpt() } ?? ""
    let message = findings[0].message(language)
    return language.says(
      "\(file.excerpt(limit: 120)), \(places.joined(separator: ", ")) and \(rest) more\(name): \(message)",
      "\(file.excerpt(limit: 120)) \(places.joined(separator: "、"))等 \(findings.count) 处\(name)：\(message)"
    )
  }
}

extension Finding.Problem {
  /// Whether two findings of the kind differ by their places alone.
  fileprivate var saysTheSame: Bool {
    switch self {
    case .emptyText, .sameTitle, .samePhrase, .sameTextOtherKeywords: true
    default: false
    }
  }
}
