import DocTree

/// A reference to a document that its number finds, with an entry in the index. (Sphinx: roles.PEP,
/// roles.RFC, roles.CVE, roles.CWE.)
struct NumberedPageRole: Role {
  enum Series: String {
    case rfc = "RFC", pep = "PEP", cve = "CVE", cwe = "CWE"
  }

  let series: Series
  let dialect: Dialect?

  static let rfc = NumberedPageRole(series: .rfc, dialect: nil)
  static let pep = NumberedPageRole(series: .pep, dialect: nil)
  static let cve = NumberedPageRole(series: .cve, dialect: .sphinx)
  static let cwe = NumberedPageRole(series: .cwe, dialect: .sphinx)

  func run(_ call: RoleCall, in context: any ParseContext) throws -> [Node] {
    if context.configuration[Dialect.key] == .docutils {
      return try StandardReferenceRole(series: series).run(call, in: context)
    }
    let text = ExplicitTitle(call.text)
    let (number, anchor) = text.target.split(at: "#")
    let label = try self.label(number, anchor, text.target)
    let entry = IndexEntry("single", "\(heading); \(label)", to: "")
    let reference = Reference(Strong(text.isExplicit ? text.title : label))
    reference.classes = [call.name.lowercased()]
    reference["internal"] = .flag(false)
    reference.refuri = uri(number, anchor)
    return indexed([entry], [reference], at: call.position)
  }

  private var heading: String {
    switch series {
    case .rfc: "RFC"
    case .pep: "Python Enhancement Proposals"
    case .cve: "Common Vulnerabilities and Exposures"
    case .cwe: "Common Weakness Enumeration"
    }
  }

  private func label(_ number: String, _ anchor: String?, _ target: String) throws -> String {
    guard series == .cve || Int(number) != nil else {
      throw MarkupError("invalid \(series.rawValue) number \(number)")
    }
    if series == .rfc, let anchor, let dash = anchor.firstIndex(of: "-") {
      let part = anchor[..<dash]
      return "RFC \(number) \(part.prefix(1).uppercased() + part.dropFirst()) "
        + anchor[anchor.index(after: dash)...]
    }
    return "\(series.rawValue) \(target)"
  }

  private func uri(_ number: String, _ anchor: String?) -> String {
    let suffix = anchor.map { "#" + $0 } ?? ""
    let plain = Int(number).map(String.init) ?? number
    switch series {
    case .rfc: return "https://datatracker.ietf.org/doc/html/rfc\(plain).html\(suffix)"
    case .pep:
      let padded = String(repeating: "0", count: max(0, 4 - plain.count)) + plain
      return "https://peps.python.org/pep-\(padded)/\(suffix)"
    case .cve: return "https://www.cve.org/CVERecord?id=CVE-\(number)\(suffix)"
    case .cwe: return "https://cwe.mitre.org/data/definitions/\(plain).html\(suffix)"
    }
  }
}

/// A reference to a document that its number finds, as docutils makes it.
/// (docutils: roles.rfc_reference_role, roles.pep_reference_role.)
struct StandardReferenceRole: Role {
  let series: NumberedPageRole.Series

  func run(_ call: RoleCall, in context: any ParseContext) throws -> [Node] {
    let (number, anchor) = series == .rfc ? call.text.split(at: "#") : (call.text, nil)
    let name = series.rawValue
    guard let value = Int(number), series == .rfc ? value >= 1 : 0...9999 ~= value else {
      let range =
        series == .rfc ? "a number greater than or equal to 1" : "a number from 0 to 9999"
      throw MarkupError("\(name) number must be \(range); \"\(call.text)\" is invalid.")
    }
    let reference = Reference(
      children: [Text("\(name) \(value)")], position: call.position)
    if series == .rfc {
      let host =
        context.configuration[Dialect.key] == .docutils
        ? "https://tools.ietf.org/html/" : "https://datatracker.ietf.org/doc/html/"
      reference.refuri = "\(host)rfc\(value).html" + (anchor.map { "#" + $0 } ?? "")
    } else {
      let digits = String(value)
      let padded = String(repeating: "0", count: 4 - digits.count) + digits
      reference.refuri = "https://peps.python.org/pep-\(padded)"
    }
    return [reference]
  }
}

extension String {
  /// What stands before the first `separator`, and what stands behind it.
  func split(at separator: Character) -> (String, String?) {
    guard let index = firstIndex(of: separator) else { return (self, nil) }
    return (String(self[..<index]), String(self[self.index(after: index)...]))
  }
}
