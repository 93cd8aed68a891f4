/// The shortest edits that make one list of the other, by Myers' greedy algorithm.
struct EditScript {
  enum Step: Equatable {
    case keep
    case remove
    case add
  }

  private(set) var steps: [Step] = []

  /// Nil when it takes more than ``TextDifference/mostEdits``.
  init?<Element: Equatable>(from old: [Element], to new: [Element]) {
    let most = min(old.count + new.count, TextDifference.mostEdits)
    // How far each diagonal (place in old − place in new) reaches in old, after each edit.
    var reach = [Int](repeating: 0, count: 2 * most + 3)
    var trace: [[Int]] = []
    let middle = most + 1
    for edits in 0...most {
      trace.append(Array(reach[middle - edits - 1...middle + edits + 1]))
      for diagonal in stride(from: -edits, through: edits, by: 2) {
        let (left, right) = (reach[middle + diagonal - 1], reach[middle + diagonal + 1])
        let isAdded = diagonal == -edits || diagonal != edits && left < right
        var x = isAdded ? right : left + 1
        while x < old.count, x - diagonal < new.count, old[x] == new[x - diagonal] { x += 1 }
        reach[middle + diagonal] = x
        if x >= old.count, x - diagonal >= new.count {
          walkBack(through: trace, from: (old.count, new.count))
          return
        }
      }
    }
    return nil
  }

  private mutating func walkBack(through trace: [[Int]], from end: (x: Int, y: Int)) {
    var (x, y) = end
    for (edits, reach) in trace.enumerated().reversed() {
      let diagonal = x - y
      let (left, right) = (reach[edits + diagonal], reach[edits + diagonal + 2])
      let isAdded = diagonal == -edits || diagonal != edits && left < right
      let startX = isAdded ? right : left
      let startY = startX - (isAdded ? diagonal + 1 : diagonal - 1)
      while x > max(startX, 0), y > max(startY, 0) {
        steps.append(.keep)
        x -= 1
        y -= 1
      }
      if edits > 0 { steps.append(isAdded ? .add : .remove) }
      (x, y) = (startX, startY)
    }
    steps.reverse()
  }
}
