import DocTree

/// A label of a program's window, or a way through its menus. `&` stands before the letter that is
/// its shortcut. (Sphinx: roles.GUILabel, roles.MenuSelection.)
struct InterfaceRole: Role {
  let `class`: String
  let dialect: Dialect? = .sphinx

  func run(_ call: RoleCall, in context: any ParseContext) throws -> [Node] {
    var text = call.text
    if `class` == "menuselection" {
      text = text.parts(separatedBy: "-->").joined(separator: "\u{2023}")
    }
    let label = Inline()
    label.position = call.position
    label.classes = [`class`]
    label["rawtext"] = .string(":\(call.name):`\(call.text)`")
    let characters = Array(text)
    var plain = ""
    var index = 0
    while index < characters.count {
      let next = index + 1 < characters.count ? characters[index + 1] : nil
      guard characters[index] == "&", let next, !next.isWhitespace else {
        plain.append(characters[index])
        index += 1
        continue
      }
      if next == "&" {
        plain += "&"
      } else {
        if !plain.isEmpty { try label.append(plain) }
        plain = ""
        let key = Inline(String(next))
        key.classes = ["accelerator"]
        try label.append(key)
      }
      index += 2
    }
    if !plain.isEmpty { try label.append(plain) }
    return [label]
  }
}
