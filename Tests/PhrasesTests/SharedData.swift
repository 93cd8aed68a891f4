import Glibc

/// The folder of other people's data beside the package, which not every machine has.
enum SharedData {
  static let folder: String = {
    // This file is Tests/PhrasesTests/SharedData.swift below the package's root.
    let path = #filePath.split(separator: "/").dropLast(3).joined(separator: "/")
    return "/\(path)/../shared/data"
  }()

  static let isThere = access(folder, R_OK) == 0

  static func bytes(_ name: String) -> [UInt8] {
    guard let file = fopen("\(folder)/\(name)", "rb") else { return [] }
    defer { fclose(file) }
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = fread(&chunk, 1, chunk.count, file)
      if count == 0 { return bytes }
      bytes.append(contentsOf: chunk[..<count])
    }
  }

  static func names(in name: String) -> [String] {
    guard let directory = opendir("\(folder)/\(name)") else { return [] }
    defer { closedir(directory) }
    var names: [String] = []
    while let entry = readdir(directory) {
      withUnsafePointer(to: &entry.pointee.d_name) { pointer in
        pointer.withMemoryRebound(to: CChar.self, capacity: 256) {
          names.append(String(cString: $0))
        }
      }
    }
    return names.filter { !$0.hasPrefix(".") }.sorted()
  }
}
