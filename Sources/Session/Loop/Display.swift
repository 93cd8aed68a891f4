import Desk
import Terminal

/// What a loop reads inputs from and shows canvases on: the terminal's `Screen`, or cells in memory.
///
/// Nothing here waits. ``descriptor`` and ``wakeDescriptor`` are what the loop polls.
protocol Display: AnyObject {
  /// To poll for input, and for room where output is pending.
  var descriptor: Int32 { get }
  /// To poll for input as well: readable after a resize and after a stop.
  var wakeDescriptor: Int32 { get }
  /// In cells.
  var size: (rows: Int, columns: Int) { get }

  /// What came in since the last call, in order.
  func readInputs() -> [Input]
  /// Whether it holds something back that came in, which comes before whatever happens later.
  var isHoldingInput: Bool { get }
  /// How many milliseconds the loop may wait before it asks for inputs in any case; nil for any time.
  ///
  /// Is called right before each wait.
  func prepareToWait() -> Int?

  /// Whether output waits to be taken; ``canTakeOutput`` sends it.
  var hasPendingOutput: Bool { get }
  /// Whether a frame would be taken now.
  var canTakeOutput: Bool { get }

  /// Shows a canvas, or answers false if the one before has not been taken.
  func show(_ canvas: Canvas) -> Bool
  /// Sends bytes that show nothing, such as OSC 52, between two frames.
  func writeRaw(_ bytes: [UInt8])
  /// Shows canvases in another theme from the next one on.
  func use(_ theme: ThemeChoice)
  /// Draws all that is shown once more.
  func redrawAll()
  /// Lends the terminal to another program, and takes it over again behind that.
  func lend(_ body: () -> Void)
  /// Stops the job, and returns when it goes on.
  func suspend()
}

/// A display that holds nothing back.
extension Display {
  var isHoldingInput: Bool { false }
  func prepareToWait() -> Int? { nil }
}

extension Screen: Display {}
