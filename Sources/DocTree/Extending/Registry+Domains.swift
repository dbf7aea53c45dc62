/// Directives and roles of a domain have its name in front: `py:function`. What such names mean
/// where they are written without, and within other domains. (Sphinx: util.docutils.sphinx_domains.)
extension Registry {
  /// The domain whose directives and roles need no name of a domain; nil for none.
  /// (Sphinx: primary_domain.)
  public static let primaryDomain = ConfigKey<String?>(
    "primary_domain", default: "py", affects: .read)

  /// The directive that a name means: that of the domain, if it has no other one in front, then that
  /// of the domain `std`, then that of no domain. Every domain has the directives of `std`, too.
  public func directive(_ name: String, inDomain domain: String?) -> (any Directive)? {
    find(name, in: directives, domain)
  }

  /// The role that a name means, as ``directive(_:inDomain:)`` finds it, if documents of the dialect
  /// have it.
  public func role(
    _ name: String, in dialect: Dialect, inDomain domain: String? = nil
  ) -> (any Role)? {
    let known = dialect == .sphinx ? find(name, in: roles, domain) : nil
    guard let role = known ?? role(name) else { return nil }
    return role.dialect == nil || role.dialect == dialect ? role : nil
  }

  private func find<Value>(
    _ name: String, in table: [String: Owned<Value>], _ domain: String?
  ) -> Value? {
    let name = Self.lowercased(name)
    if let colon = name.utf8.firstIndex(of: 0x3A) {
      if let known = table[name] { return known.value }
      let prefix = name[...colon]
      guard let standard = table["std" + name[colon...]],
        table.keys.contains(where: { $0.hasPrefix(prefix) })
      else { return nil }
      return standard.value
    }
    if let domain, let known = table[domain + ":" + name] { return known.value }
    return (table["std:" + name] ?? table[name])?.value
  }
}
