extension Finding.Problem {
  /// Problems of how a file's characters are written as bytes.
  func encodingSentence(_ language: Language) -> String? {
    switch self {
    case .notDecodable(let offset):
      language.says(
        "the byte at offset \(offset) is not UTF-8, and the file is in no other encoding that is known; "
          + "save it as UTF-8.",
        "偏移 \(offset) 处的字节不是 UTF-8，整个文件也不是其他已知编码；请另存为 UTF-8。")
    case .notInEncoding(let encoding, let offset):
      language.says(
        "the byte at offset \(offset) is not \(encoding.name), which --encoding says; "
          + "leave --encoding out, or name another one.",
        "偏移 \(offset) 处的字节不是 --encoding 指定的 \(encoding.name)；"
          + "请去掉 --encoding，或指定其他编码。")
    case .unclearEncoding(let samples):
      language.says(
        "the file is not UTF-8, and what it is is not clear: \(samples.listed(language)); "
          + "save it as UTF-8, or say what it is: --encoding \(samples.first?.encoding.option ?? "").",
        "文件不是 UTF-8，也无法确定是何种编码：\(samples.listed(language))；"
          + "请另存为 UTF-8，或写明编码：--encoding \(samples.first?.encoding.option ?? "")。")
    case .assumedEncoding(let sample):
      language.says(
        "the file is not UTF-8 and was read as \(sample.sentence(language)); "
          + "save it as UTF-8 to be sure.",
        "文件不是 UTF-8，已按 \(sample.sentence(language)) 读取；为稳妥请另存为 UTF-8。")
    default: nil
    }
  }
}

extension EncodingSample {
  fileprivate func sentence(_ language: Language) -> String {
    language.says(
      "\(encoding.name) (\"\(text.excerpt())\")", "\(encoding.name)（“\(text.excerpt())”）")
  }
}

extension [EncodingSample] {
  fileprivate func listed(_ language: Language) -> String {
    map { $0.sentence(language) }
      .joined(separator: language.says(", or ", "，或 "))
  }
}

extension TextEncoding {
  /// That no encoding is called `name`, and what there is.
  package static func unknownName(_ name: String, _ language: Language) -> String {
    language.says(
      "there is no encoding \"\(name.excerpt())\"; known: \(listed).",
      "没有名为“\(name.excerpt())”的编码；可用的编码：\(listed)。")
  }
}
