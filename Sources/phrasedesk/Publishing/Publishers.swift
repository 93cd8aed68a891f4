import Glibc
import Phrases
import Sync

/// Who has changed a list since a release of it.
enum Publishers: Equatable {
  /// Nobody but the one who publishes now.
  case oneself
  /// Somebody who wrote the file, with no release.
  case unknown
  /// Others, perhaps besides oneself; not sanitised.
  case others([String])

  /// - Parameters:
  ///   - list: the list as it stands there now.
  ///   - number: of the release that is known; nil for none, so that all came since.
  init(of list: PublishedList, since number: Int?) {
    let since = list.releases.releases.filter { $0.number > number ?? 0 }
    let names = Set(since.map(\.by))
    let others = names.subtracting([Moment.account]).sorted()
    if !others.isEmpty {
      self = .others(others)
    } else {
      self = names.isEmpty || list.release == nil ? .unknown : .oneself
    }
  }

  func sentence(_ language: Language) -> String {
    switch self {
    case .oneself:
      language.says(
        "You have published yourself since you took the list out", "取出之后您自己发布过")
    case .unknown:
      language.says("The list was changed since you took it out", "取出之后该文件有改动")
    case .others(let names):
      language.says(
        "Others (\(names.map { $0.excerpt() }.joined(separator: ", "))) have published since you took the list"
          + " out",
        "取出之后有人发布过（\(names.map { $0.excerpt() }.joined(separator: "、"))）")
    }
  }

  /// Whose changes those are, in English.
  var owner: String {
    switch self {
    case .oneself: "of your changes"
    case .unknown: "of the changes"
    case .others: "of their changes"
    }
  }
}

/// Who publishes, and when.
enum Moment {
  static var account: String {
    guard let account = getpwuid(getuid()), let name = account.pointee.pw_name else {
      return String(getuid())
    }
    return String(cString: name)
  }

  /// In UTC, as ISO 8601 writes it, to the second.
  static var now: String {
    var seconds = time(nil)
    var parts = tm()
    gmtime_r(&seconds, &parts)
    var text = [CChar](repeating: 0, count: 32)
    strftime(&text, text.count, "%Y-%m-%dT%H:%M:%SZ", &parts)
    return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }
}
