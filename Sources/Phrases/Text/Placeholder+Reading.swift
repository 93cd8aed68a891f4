/// Reading what stands between the braces: the one place that knows the grammar.
extension Placeholder {
  /// The longest name, in Unicode scalars.
  static let nameLimit = 64
  /// The longest default, or all options with what is between them, in Unicode scalars.
  static let optionsLimit = 500
  /// The most options of a choice.
  static let mostOptions = 50

  /// Reads a text without braces and line breaks; nil where that is no placeholder.
  ///
  /// What is not quite a default, a choice or a date is a blank, so that it is asked for; ``flaw`` says
  /// what is wrong.
  init?(_ content: String) {
    let content = content.trimmed()
    let scalars = content.unicodeScalars
    guard let sign = scalars.firstIndex(where: Placeholder.isSign) else {
      self.init(sole: content)
      return
    }
    let name = String(scalars[..<sign]).trimmed()
    let rest = String(scalars[scalars.index(after: sign)...]).trimmed()
    guard Placeholder.isName(name) else {
      self.init(whole: content, name.isEmpty ? .noName : nil)
      return
    }
    guard ComputedName(name) == .none else {
      self.init(whole: content, .computedWithOptions)
      return
    }
    guard rest.unicodeScalars.count <= Placeholder.optionsLimit else {
      self.init(named: name, flaw: .longOptions)
      return
    }
    if Placeholder.isBar(scalars[sign]) {
      self.init(name, default: rest)
    } else if ForeignExpression.isAddress(rest) || ForeignExpression.isFormat(rest, of: name) {
      self.init(whole: content, nil)
    } else {
      self.init(name, options: rest, of: content)
    }
  }

  /// A name and nothing else.
  private init?(sole name: String) {
    switch ComputedName(name) {
    case .none: self.init(whole: name, nil)
    case .computed(let computed, let name): self.init(named: name, .computed(computed))
    case .flawed(let flaw): self.init(whole: name, flaw)
    }
  }

  /// A blank of that name, as all of them were before placeholders could say more.
  private init?(whole content: String, _ flaw: Flaw?) {
    guard Placeholder.isName(content) else { return nil }
    self.init(named: content, flaw: flaw)
  }

  private init(_ name: String, default text: String) {
    switch ForeignExpression(behindBar: text, of: name) {
    case .fallback(let text)? where SafeText.showsSomething(text):
      self.init(named: name, .offered(default: text))
    case .fallback?, .filter?: self.init(named: name, flaw: .filter)
    case nil where text.unicodeScalars.contains(where: Placeholder.isBar):
      self.init(named: name, flaw: .secondBar)
    case nil where SafeText.showsSomething(text): self.init(named: name, .offered(default: text))
    case nil: self.init(named: name, flaw: .noOptions)
    }
  }

  private init?(_ name: String, options text: String, of content: String) {
    var options: [String] = []
    for part in text.unicodeScalars.split(whereSeparator: Placeholder.separatesOptions) {
      let option = String(part).trimmed()
      if SafeText.showsSomething(option), !options.contains(option) { options.append(option) }
    }
    switch options.count {
    case 0: self.init(named: name, flaw: .noOptions)
    // What stands behind the colon may be a hint: `{{size: in cm}}`.
    case 1: self.init(whole: content, .oneOption)
    case 2...Placeholder.mostOptions: self.init(named: name, .choice(options))
    default: self.init(named: name, flaw: .manyOptions)
    }
  }

  private static func isName(_ text: String) -> Bool {
    !text.isEmpty && text.unicodeScalars.count <= nameLimit
  }

  private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    isBar(scalar) || scalar == ":" || scalar == "：" || scalar == "﹕"
  }

  private static func isBar(_ scalar: Unicode.Scalar) -> Bool { scalar == "|" || scalar == "｜" }

  private static func separatesOptions(_ scalar: Unicode.Scalar) -> Bool {
    isBar(scalar) || scalar == "," || scalar == "，" || scalar == "、"
  }

  /// A name as a list of another tool has it, written so that it is a blank and nothing more.
  ///
  ///     Placeholder.blank(named: "today")      // "{{[today]}}"
  ///     Placeholder.blank(named: "a:b,c")      // "{{a/b/c}}"
  package static func blank(named name: String) -> String {
    if Placeholder(name) == Placeholder(named: name) { return "{{\(name)}}" }
    let plain = name.unicodeScalars.map { isSign($0) ? "/" : $0 }
    let text = String(String.UnicodeScalarView(plain))
    return ComputedName(text) == .none ? "{{\(text)}}" : "{{[\(text)]}}"
  }
}

/// What a name says of the clock.
enum ComputedName: Equatable {
  case none
  /// With the name as all spellings of it have it.
  case computed(Placeholder.Computed, name: String)
  case flawed(Placeholder.Flaw)

  /// Reads `今天`, `Today + 3`, `now`, in any width and case.
  init(_ text: String) {
    let folded = String(String.UnicodeScalarView(text.unicodeScalars.map(ComputedName.narrow)))
      .lowercased()
    let sign = folded.firstIndex { $0 == "+" || $0 == "-" }
    let base = String(folded[..<(sign ?? folded.endIndex)]).trimmed()
    guard let computed = ComputedName.words[base] else {
      self = .none
      return
    }
    guard let sign else {
      self = .computed(computed, name: base)
      return
    }
    let digits = String(folded[folded.index(after: sign)...]).trimmed()
    guard case .day(_, let language) = computed, !digits.isEmpty,
      digits.unicodeScalars.allSatisfy(\.isASCIIDigit)
    else {
      self = .flawed(.badOffset)
      return
    }
    let days = Int(digits).map { folded[sign] == "-" ? -$0 : $0 }
    guard let days, Placeholder.Computed.offsets.contains(days) else {
      self = .flawed(.farOffset)
      return
    }
    let number = days < 0 ? "\(days)" : "+\(days)"
    self = .computed(.day(offset: days, language), name: base + number)
  }

  /// What lists have as blanks, `{{日期}}` and `{{time}}`, is not among them.
  private static let words: [String: Placeholder.Computed] = [
    "今天": .day(offset: 0, .chinese), "today": .day(offset: 0, .english),
    "现在": .time, "現在": .time, "now": .time,
    "问候": .greeting(.chinese), "問候": .greeting(.chinese), "greeting": .greeting(.english),
  ]

  private static func narrow(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    switch scalar.value {
    case 0xFF01...0xFF5E: Unicode.Scalar(scalar.value - 0xFEE0) ?? scalar
    case 0x2212, 0x2013: "-"
    default: scalar
    }
  }
}
