/// A size on the screen, in cells.
struct Size: Equatable, Sendable {
  var rows: Int
  var columns: Int
}
