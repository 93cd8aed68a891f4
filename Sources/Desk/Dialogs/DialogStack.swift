/// The dialogs in front of the panes: the last one takes the keys, and those below wait for it.
struct DialogStack: Sendable {
  private struct Layer: Sendable {
    let id: Int
    var dialog: any Dialog
  }

  private var layers: [Layer] = []
  /// How many were ever opened, so that none is taken for one that is gone.
  private var openedCount = 0

  /// The one that takes the keys; nil where the panes do.
  var top: (any Dialog)? { layers.last?.dialog }

  var isEmpty: Bool { layers.isEmpty }

  /// What they are known by while they are open, the topmost first.
  var ids: [Int] { layers.reversed().map(\.id) }

  mutating func push(_ dialog: some Dialog) {
    openedCount += 1
    layers.append(Layer(id: openedCount, dialog: dialog))
  }

  mutating func remove(_ id: Int) { layers.removeAll { $0.id == id } }

  mutating func removeAll() { layers = [] }

  /// The dialog of that id; setting one that is gone changes nothing.
  subscript(id: Int) -> (any Dialog)? {
    get { layers.first { $0.id == id }?.dialog }
    set {
      guard let newValue, let index = layers.firstIndex(where: { $0.id == id }) else { return }
      layers[index].dialog = newValue
    }
  }
}

extension DialogStack: Equatable {
  /// Equal where the same dialogs are open, whatever was open before them.
  static func == (left: DialogStack, right: DialogStack) -> Bool {
    left.layers.count == right.layers.count
      && zip(left.layers, right.layers).allSatisfy { $0.dialog.isEqual(to: $1.dialog) }
  }
}

extension Dialog {
  fileprivate func isEqual(to other: any Dialog) -> Bool { self == other as? Self }
}
