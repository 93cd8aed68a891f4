import Phrases
import Search

/// What `search --explain` says.
enum ExplanationSentence {
  case hit(Tier, score: Int)
  case word(String, Closeness, grade: Int, field: String, reading: String)

  func sentence(_ language: Language) -> String {
    switch (self, language) {
    case (.hit(let tier, let score), .english): "\(tier.english), score \(score)"
    case (.hit(let tier, let score), .chinese): "\(tier.chinese)，得分 \(score)"
    case (.word(let word, let closeness, let grade, let field, let reading), .english):
      "\(word): \(grade) points, \(closeness.english) in \(field), \(reading)"
    case (.word(let word, let closeness, let grade, let field, let reading), .chinese):
      "\(word)：\(grade) 分，\(closeness.chinese)，\(field)，\(reading)"
    }
  }
}

extension Closeness {
  fileprivate var english: String {
    switch self {
    case .literal: "the characters themselves"
    case .spelled: "whole pinyin"
    case .unfinished: "pinyin, not finished"
    case .doublePinyin: "double pinyin"
    case .otherReading: "another reading"
    case .initials: "initials"
    case .fuzzySound: "a similar sound"
    }
  }

  fileprivate var chinese: String {
    switch self {
    case .literal: "原字"
    case .spelled: "全拼"
    case .unfinished: "未打完的拼音"
    case .doublePinyin: "双拼"
    case .otherReading: "其他读音"
    case .initials: "首字母"
    case .fuzzySound: "相近的读音"
    }
  }
}

extension Tier {
  fileprivate var english: String {
    switch self {
    case .exact: "found as typed"
    case .fuzzySound: "found by similar sounds"
    case .typo: "found by forgiving one slip"
    case .gapped: "found by forgiving gaps"
    }
  }

  fileprivate var chinese: String {
    switch self {
    case .exact: "按输入找到"
    case .fuzzySound: "按相近的读音找到"
    case .typo: "容忍一处笔误后找到"
    case .gapped: "容忍中间的间隔后找到"
    }
  }
}
