import ArgumentParser

/// One thing that is measured; `lab NAME` runs it, and `lab all` every one.
protocol Benchmark: ParsableCommand {
  /// How many phrases it is measured with where nobody says otherwise.
  static var sizes: [Int] { get }
  /// The same for `--small`.
  static var smallSize: Int { get }

  var options: BenchmarkOptions { get }

  func measure() throws -> Report
}

extension Benchmark {
  static var sizes: [Int] { [10_000, 100_000] }
  static var smallSize: Int { 2_000 }

  /// The sizes asked for.
  var sizes: [Int] {
    if let size = options.size { return [size] }
    return options.small ? [Self.smallSize] : Self.sizes
  }

  func run() throws {
    let report = try measure()
    print(report.text, terminator: "")
    if !report.broken.isEmpty { throw ExitCode.failure }
  }
}

struct BenchmarkOptions: ParsableArguments {
  @Option(help: "How many phrases; without it, every size that the documents quote.")
  var size: Int?

  @Flag(help: "A small size and few repetitions, for checks of every change.")
  var small = false

  @Option(help: "The phrasedesk to start; without it, the one beside lab.")
  var program: String?

  func validate() throws {
    if let size, size < 100 { throw ValidationError("--size must be 100 or more.") }
  }

  /// `full` repetitions, or `few` for `--small`.
  func repetitions(_ full: Int, few: Int) -> Int { small ? few : full }
}

/// Why something could not be measured.
struct LabFailure: Error, CustomStringConvertible {
  let description: String

  init(_ description: String) { self.description = description }
}
