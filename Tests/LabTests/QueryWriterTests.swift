import Phrases
import Testing

@testable import lab

@Suite struct QueryWriterTests {
  private static let corpus = Corpus(size: 300)

  private func book(_ kind: Book.Kind = .hard) -> Book {
    Book(name: "corpus", kind: kind, phrases: Self.corpus.phrases)
  }

  private func queries(_ half: Half, _ kind: Book.Kind = .hard) -> [QualityQuery] {
    QueryWriter(book: book(kind), half: half, count: 20).queries()
  }

  @Test func `The same book gives the same queries`() {
    let (one, other) = (queries(.test), queries(.test))
    #expect(!one.isEmpty)
    #expect(QueryWriter.checksum(of: one) == QueryWriter.checksum(of: other))
    #expect(QueryWriter.checksum(of: one) != QueryWriter.checksum(of: queries(.dev)))
  }

  @Test func `The halves ask for different titles`() {
    func titles(_ half: Half) -> Set<String> {
      let book = book()
      // Those of texts may be answered by any phrase that holds them.
      return Set(
        queries(half).filter { $0.stratum != .code && $0.stratum != .body }
          .flatMap(\.relevant).map { Book.folded(book.phrases[$0].title) })
    }
    #expect(titles(.dev).isDisjoint(with: titles(.test)))
  }

  @Test func `The oracle finds every query made of a title`() {
    let oracle = Oracle(book())
    for query in queries(.dev) where query.wanted != nil {
      #expect(oracle.rank(of: query) != nil, "\(query.stratum): \(query.text)")
    }
  }

  @Test func `The oracle takes the shortest title, then the first`() throws {
    let phrases = ["申请退款进度", "退款时间", "退款进度", "退款"].enumerated().map { index, title in
      Phrase(key: PhraseKey(source: "file", id: "\(index)"), title: title, text: "…")
    }
    let oracle = Oracle(Book(name: "four", kind: .hard, phrases: phrases))
    let wanted = Wanted(Piece(Letters("退款").all).sounds)
    func rank(_ relevant: Set<Int>) -> Int? {
      oracle.rank(of: QualityQuery(.pinyin, "tuikuan", wanted: wanted, relevant: relevant))
    }
    #expect(rank([3]) == 1)
    #expect(rank([1]) == 2)
    #expect(rank([2]) == 3)
    #expect(rank([0]) == 4)
    #expect(rank([0, 2]) == 3)
  }

  @Test func `A slip is one edit and keeps the first key`() {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<200 {
      for stratum in Stratum.slips {
        guard let slip = Slip.made(stratum, in: "tuikuan", &random) else { continue }
        #expect(slip.first == "t")
        #expect(slip != "tuikuan" || stratum == .dropped)
        let length = ["tuikuan".count - 1, "tuikuan".count, "tuikuan".count + 1]
        #expect(length.contains(slip.count))
      }
    }
    #expect(Set(Slip.neighbours(of: "g")) == ["f", "h", "t", "y", "v", "b"])
  }

  @Test func `What has no answer stands in no phrase`() {
    let texts = Texts(Self.corpus.phrases.map { "\($0.title) \($0.text)".lowercased() })
    let absent = queries(.dev).filter { $0.stratum == .absent }
    #expect(absent.count == 20)
    for query in absent {
      #expect(query.relevant.isEmpty)
      #expect(texts.holding(query.text).isEmpty)
    }
  }

  @Test func `Strings are found in the texts that hold them`() {
    let texts = Texts(["发货时间", "", "货到付款，发货", "无"])
    #expect(texts.holding("发货") == [0, 2])
    #expect(texts.holding("货") == [0, 2])
    #expect(texts.holding("货", limit: 1) == [0])
    #expect(texts.holding("无") == [3])
    #expect(texts.holding("有").isEmpty)
  }
}
