extension PhraseColumn {
  /// Where a phrase keeps what stands in a column, by what it is.
  package enum Place {
    case text(WritableKeyPath<Phrase, String>)
    case list(WritableKeyPath<Phrase, [String]>)
    case day(WritableKeyPath<Phrase, Day?>)
    case truth(WritableKeyPath<Phrase, Bool>)
  }

  /// The one table of what stands in which column.
  ///
  /// Files, hits in JSON and former versions in the store follow from it. The store's rows and the search's
  /// records have an order of their own, written by hand because they are read before the first frame and
  /// at every key; `PhraseOrdersTests` holds all of them together.
  package var place: Place {
    switch self {
    case .id: .text(\.key.id)
    case .department: .text(\.department)
    case .category: .text(\.category)
    case .subcategory: .text(\.subcategory)
    case .title: .text(\.title)
    case .text: .text(\.text)
    case .keywords: .list(\.keywords)
    case .code: .text(\.code)
    case .attachments: .list(\.attachments)
    case .validFrom: .day(\.validFrom)
    case .validUntil: .day(\.validUntil)
    case .status: .truth(\.isDraft)
    }
  }
}

extension Phrase {
  /// What a cell of `column` says in a file.
  package func cell(_ column: PhraseColumn) -> String {
    switch column.place {
    case .text(let path): self[keyPath: path]
    case .list(let path): self[keyPath: path].joined(separator: column == .keywords ? "," : "|")
    case .day(let path): self[keyPath: path]?.description ?? ""
    case .truth(let path): self[keyPath: path] ? "draft" : ""
    }
  }
}
