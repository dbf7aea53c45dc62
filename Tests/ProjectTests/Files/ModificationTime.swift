import Foundation

@testable import DocTreeProject

extension FileSystem {
  static func modificationTime(of path: Path) throws -> Double {
    let values = try FileManager.default.attributesOfItem(atPath: path.description)
    return (values[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
  }

  static func setModificationTime(of path: Path, to time: Double) throws {
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSince1970: time)], ofItemAtPath: path.description)
  }
}
