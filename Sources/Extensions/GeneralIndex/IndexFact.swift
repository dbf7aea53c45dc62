import DocTree

/// The whole index, by the name of its page.
struct IndexFact: Fact {
  static let key = "index"

  /// The entries under one letter.
  struct Group: Codable, Equatable, Sendable {
    var title: String
    var entries: [Entry]
  }

  struct Entry: Codable, Equatable, Sendable {
    var text: String
    /// The places, those that matter most first.
    var places: [Place] = []
    /// What is below it; these have none below them.
    var parts: [Part] = []
  }

  struct Part: Codable, Equatable, Sendable {
    var text: String
    var places: [Place] = []
  }

  struct Place: Codable, Equatable, Sendable {
    var page: String
    var id: String
    var isMain: Bool
  }

  var groups: [Group]

  init(groups: [Group]) { self.groups = groups }

  func store(to writer: inout StoreWriter) {
    func write(_ places: [Place], _ writer: inout StoreWriter) {
      writer.write(places) {
        $0.write($1.page)
        $0.write($1.id)
        $0.write($1.isMain)
      }
    }
    writer.write(groups) { writer, group in
      writer.write(group.title)
      writer.write(group.entries) { writer, entry in
        writer.write(entry.text)
        write(entry.places, &writer)
        writer.write(entry.parts) { writer, part in
          writer.write(part.text)
          write(part.places, &writer)
        }
      }
    }
  }

  init(stored reader: inout StoreReader) throws {
    func places(_ reader: inout StoreReader) throws -> [Place] {
      try reader.readItems {
        Place(page: try $0.readString(), id: try $0.readString(), isMain: try $0.readBool())
      }
    }
    groups = try reader.readItems { reader in
      Group(
        title: try reader.readString(),
        entries: try reader.readItems { reader in
          Entry(
            text: try reader.readString(), places: try places(&reader),
            parts: try reader.readItems {
              Part(text: try $0.readString(), places: try places(&$0))
            })
        })
    }
  }
}
