public import DocTree

/// Copies the pictures and the files to download that documents name to the output, and lets the
/// documents point there. (Sphinx: the collectors `ImageCollector` and `DownloadFileCollector`.)
public struct Files: Extension {
  public let name = "files"

  public init() {}

  public func register(in registry: inout Registry) {
    registry.add(pageData: UsedFiles.self)
    registry.add(globalStep: FileNaming())
    registry.add(transform: PointToFiles())
    registry.add(outputStep: CopyFiles())
  }
}

/// The files that a page shows or offers.
struct UsedFiles: PageData {
  static let key = "files"

  struct Item: Codable, Equatable, Sendable {
    /// From the folder of the sources.
    var path: String
    var isDownload: Bool
    /// Where the document names it.
    var position: PagePosition
  }

  var items: [Item] = []

  init() {}

  func store(to writer: inout StoreWriter) {
    writer.write(items) { writer, item in
      writer.write(item.path)
      writer.write(item.isDownload)
      item.position.store(to: &writer)
    }
  }

  init(stored reader: inout StoreReader) throws {
    items = try reader.readItems { reader in
      Item(
        path: try reader.readString(), isDownload: try reader.readBool(),
        position: try PagePosition(stored: &reader))
    }
  }

  static func collect(from document: Document, in context: CollectContext) throws -> UsedFiles? {
    var files = UsedFiles()
    let page = document.docname ?? ""
    for element in document.findAll(FilePlace.kinds) {
      guard let (path, isDownload) = FilePlace.of(element, on: page) else { continue }
      files.items.append(
        Item(
          path: path, isDownload: isDownload, position: PagePosition(of: element, in: document)))
    }
    return files.items.isEmpty ? nil : files
  }
}

/// Which file an element is about.
enum FilePlace {
  static let kinds: [Element.Type] = [Image.self, DownloadReference.self]

  /// - Returns: the path from the folder of the sources; nil if the element is about none.
  static func of(_ element: Element, on page: String) -> (path: String, isDownload: Bool)? {
    if let image = element as? Image, let uri = image.uri, let path = path(uri, from: page) {
      return (path, false)
    }
    if let download = element as? DownloadReference, let target = download.reftarget,
      let path = path(target, from: page)
    {
      return (path, true)
    }
    return nil
  }

  private static func path(_ uri: String, from page: String) -> String? {
    guard !uri.isEmpty, !uri.hasPrefix("#"), !uri.isAddress, !uri.hasPrefix("//"),
      !uri.hasPrefix("data:")
    else { return nil }
    let place = uri.percentDecoded
    if place.hasPrefix("/") { return String(Paths.normalized(place).dropFirst()) }
    let folder = page.lastIndex(of: "/").map { String(page[...$0]) } ?? ""
    return Paths.normalized(folder + place)
  }
}

/// The name that a file has in the output, by its path.
struct FileNameFact: Fact {
  static let key = "file"

  /// From the output folder.
  var path: String
  /// Whether there is no such file to download, so that nothing can lead to it.
  var isMissing = false

  func store(to writer: inout StoreWriter) {
    writer.write(path)
    writer.write(isMissing)
  }

  init(stored reader: inout StoreReader) throws {
    path = try reader.readString()
    isMissing = try reader.readBool()
  }

  init(path: String, isMissing: Bool) {
    self.path = path
    self.isMissing = isMissing
  }

  /// A picture and a file to download may be one file and have two names.
  static func name(of path: String, isDownload: Bool) -> String {
    (isDownload ? "download:" : "image:") + path
  }
}

/// Gives each file a name in the output: its own, with a number if another one has that.
struct FileNaming: GlobalStep {
  func run(_ project: ProjectData, _ facts: inout FactTable) throws {
    var paths: Set<String> = []
    for page in project.pages {
      for item in page.values[UsedFiles.self]?.items ?? [] {
        paths.insert(FileNameFact.name(of: item.path, isDownload: item.isDownload))
      }
    }
    var taken: Set<String> = []
    var numbers: [String: Int] = [:]
    var names: [String: FileNameFact] = [:]
    // In the order of the paths, whoever uses them.
    for name in paths.sorted() {
      let isDownload = name.hasPrefix("download:")
      let path = name.drop { $0 != ":" }.dropFirst()
      let folder = isDownload ? "_downloads/" : "_images/"
      let file = path.split(separator: "/").last ?? path[...]
      var result = folder + file
      while !taken.insert(result).inserted {
        numbers[folder + file, default: 0] += 1
        result = numbered(folder, file, numbers[folder + file, default: 0])
      }
      names[name] = FileNameFact(
        path: result, isMissing: isDownload && project.files?.hasFile("/\(path)") == false)
    }
    facts.add(FileNameFact.self, names)
  }

  /// The name with a number before its suffix.
  private func numbered(_ folder: String, _ file: Substring, _ number: Int) -> String {
    guard let dot = file.lastIndex(of: "."), dot > file.startIndex else {
      return "\(folder)\(file)-\(number)"
    }
    return "\(folder)\(file[..<dot])-\(number)\(file[dot...])"
  }
}

/// Lets pictures and downloads point to where their files are in the output.
struct PointToFiles: Transform {
  let phase = Phase.resolve
  let priority = 900
  let kinds: [Node.Type]? = FilePlace.kinds

  func apply(to document: Document, in context: TransformContext) throws {
    // By itself, a document is shown where it is.
    guard !context.isAlone else { return }
    let project = try context.project
    for element in document.findAll(FilePlace.kinds) {
      guard let (path, isDownload) = FilePlace.of(element, on: project.page),
        let fact = project.fact(
          FileNameFact.self, FileNameFact.name(of: path, isDownload: isDownload)),
        let address = project.builder.address(ofFile: fact.path, from: project.page)
      else { continue }
      if let image = element as? Image {
        // A picture that links to itself is found at the same place.
        if let link = image.parent as? Reference, link.refuri == image.uri {
          link.refuri = address.percentEncoded
        }
        image.uri = address.percentEncoded
      } else if let download = element as? DownloadReference {
        if fact.isMissing {
          try download.parent?.replace(download, with: download.removeChildren())
          continue
        }
        download.refuri = address.percentEncoded
        download["filename"] = .string(fact.path)
      }
    }
  }
}

/// Has the files copied, by builders whose pages lead to them. What is missing is warned of by all.
struct CopyFiles: OutputStep {
  func files(_ project: BuiltProject, for builder: any Builder) throws -> [OutputFile] {
    // Those of HTML say it when they copy, and those that look at more than the project look themselves.
    if builder.format != "html", !builder.hasStaleFiles { reportMissing(in: project) }
    var files: [OutputFile] = []
    var taken: Set<String> = []
    for page in project.data.pages where builder.address(ofFile: "", from: page.name) != nil {
      for item in page.values[UsedFiles.self]?.items ?? [] {
        let name = FileNameFact.name(of: item.path, isDownload: item.isDownload)
        guard let fact = project.facts[FileNameFact.self, name], taken.insert(name).inserted else {
          continue
        }
        files.append(
          OutputFile(
            path: fact.path, content: .copy(of: item.path),
            position: item.position.position(in: page.file)))
      }
    }
    return files
  }

  private func reportMissing(in project: BuiltProject) {
    var known: Set<String> = []
    for page in project.data.pages {
      for item in page.values[UsedFiles.self]?.items ?? [] where known.insert(item.path).inserted {
        guard project.data.files?.hasFile("/" + item.path) == false else { continue }
        project.report(
          Diagnostic(
            .warning, "file '\(item.path)' cannot be read: No such file or directory",
            at: item.position.position(in: page.file), category: "file.not_readable"))
      }
    }
  }
}
