/// What the roles of a domain can point to. (Sphinx: Domain.objtypes_for_role.)
enum InventoryTypes {
  /// - Returns: types as inventories have them, `py:function`.
  static func of(_ domain: String, _ role: String) -> [String] {
    if role == "any" { return all }
    let types = table[domain]?[role] ?? []
    return types.map { "\(domain):\($0)" }
  }

  private static let all: [String] = table.sorted { $0.key < $1.key }.flatMap { domain, roles in
    Set(roles.values.joined()).sorted().map { "\(domain):\($0)" }
  }

  private static let table: [String: [String: [String]]] = [
    "std": [
      "ref": ["label"], "keyword": ["label"], "doc": ["doc"], "term": ["term"],
      "option": ["cmdoption", "option"], "envvar": ["envvar"], "token": ["token"],
      "confval": ["confval"],
    ],
    "py": [
      "func": ["function"], "data": ["data"], "const": ["data"],
      "class": ["class", "exception", "type"], "exc": ["exception", "class"],
      "meth": ["method", "classmethod", "staticmethod"],
      "attr": ["attribute", "property", "method"], "mod": ["module"], "type": ["type"],
      "deco": ["function", "method"],
      "obj": [
        "function", "data", "class", "exception", "method", "classmethod", "staticmethod",
        "attribute", "property", "type", "module",
      ],
    ],
    "js": [
      "func": ["function", "method"], "meth": ["method"], "class": ["class"], "data": ["data"],
      "attr": ["attribute"], "mod": ["module"],
    ],
    "c": [
      "member": ["member"], "data": ["member", "var"], "var": ["var", "member"],
      "func": ["function"], "macro": ["macro"], "struct": ["struct"], "union": ["union"],
      "enum": ["enum"], "enumerator": ["enumerator"], "type": ["type"],
      "expr": ["member", "var", "function", "type"],
      "texpr": ["type"],
    ],
    "cpp": [
      "class": ["class"], "struct": ["class"], "union": ["union"], "func": ["function"],
      "member": ["member"], "var": ["member"], "type": ["type", "class", "union", "enum"],
      "concept": ["concept"], "enum": ["enum"], "enumerator": ["enumerator"],
    ],
    "rst": ["dir": ["directive"], "role": ["role"]],
  ]
}
