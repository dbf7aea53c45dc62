import DocTree

/// Reads the inventories of other projects.
struct InventoryStep: GlobalStep {
  let priority = 150

  func run(_ project: ProjectData, _ facts: inout FactTable) throws {
    let mapping = project.configuration[Inventories.mapping]
    guard !mapping.isEmpty, let files = project.files else { return }
    var items: [String: InventoryFact] = [:]
    var all: [InventoryFact] = []
    for (name, source) in mapping.sorted(by: { $0.key < $1.key }) {
      let file = source.file ?? ""
      func report(_ problem: String) {
        facts.diagnostics.append(
          Diagnostic(
            .warning, "inventory '\(name)' \(problem)", at: .unknown, category: "inventory"))
      }
      guard !file.isEmpty else {
        report(
          "has no file, and DocTree fetches none: download \(source.address(of: "objects.inv")) "
            + "and name the file behind the address")
        continue
      }
      do {
        let inventory = try Inventory(try files.read("/" + file).bytes)
        let list = inventory.items.map {
          InventoryFact($0, in: inventory, named: name, source)
        }
        add(list, name, to: &items)
        all += Self.byType(list)
      } catch let error as MarkupError {
        report("cannot be used: \(error.message)")
      } catch {
        report("cannot be used: '\(file)' \(error)")
      }
    }
    facts.add(InventoryFact.self, items)
    facts.add(InventoryMatchesFact.self, matches(project, all))
  }

  /// - Parameter name: of the inventory. What a later one has hides that of an earlier one.
  private func add(
    _ list: [InventoryFact], _ name: String, to items: inout [String: InventoryFact]
  ) {
    for fact in list {
      items[InventoryFact.name("", fact.type, fact.name)] = fact
      items[InventoryFact.name(name, fact.type, fact.name)] = fact
    }
    // Labels and terms are found whatever their case, if it is not another one's exact name.
    for fact in list where fact.type == "std:label" || fact.type == "std:term" {
      let lower = fact.name.lowercased()
      for inventory in ["", name] {
        let key = InventoryFact.name(inventory, fact.type, lower)
        if items[key] == nil { items[key] = fact }
      }
    }
  }

  /// As Sphinx holds them: type by type, in the order of the first of each.
  private static func byType(_ list: [InventoryFact]) -> [InventoryFact] {
    var order: [String: Int] = [:]
    for fact in list where order[fact.type] == nil { order[fact.type] = order.count }
    return list.enumerated().sorted {
      (order[$0.element.type] ?? 0, $0.offset) < (order[$1.element.type] ?? 0, $1.offset)
    }.map(\.element)
  }

  private func matches(
    _ project: ProjectData, _ all: [InventoryFact]
  ) -> [String: InventoryMatchesFact] {
    var texts: Set<String> = []
    for page in project.pages {
      texts.formUnion(page.values[InventoryPatterns.self]?.patterns ?? [])
    }
    guard !texts.isEmpty else { return [:] }
    let byName = Dictionary(grouping: all.indices, by: { all[$0].name })
    var result: [String: InventoryMatchesFact] = [:]
    for text in texts {
      let pattern = InventoryPattern(text)
      let candidates = pattern.hasNamePattern ? Array(all.indices) : byName[pattern.parts[3]] ?? []
      var found: [InventoryFact] = []
      for index in candidates {
        let fact = all[index]
        guard pattern.matches(fact.inventory, fact.type, fact.name) else { continue }
        found.append(fact)
        if found.count == InventoryMatchesFact.limit { break }
      }
      if !found.isEmpty { result[text] = InventoryMatchesFact(items: found) }
    }
    return result
  }
}
