import DocTree

extension CParser {
  /// `template<typename T, int N = 3>`
  mutating func templateParameters() throws(MarkupError) -> [CTemplateParameter] {
    try expect("<")
    var result: [CTemplateParameter] = []
    while !skip(">") {
      if !result.isEmpty { try expect(",") }
      var parameter = CTemplateParameter()
      if skip("template") {
        parameter.inner = try nested { (parser) throws(MarkupError) in
          try parser.templateParameters()
        }
        guard next() == "typename" || next() == "class" else {
          throw failure("'class' is expected")
        }
      }
      if next() == "typename" || next() == "class" {
        parameter.keyword = next()
        index += 1
        parameter.isPack = skip("...")
        if nextSort == .name {
          parameter.name = next()
          index += 1
        }
        if skip("=") { parameter.fallback = try argument() }
      } else {
        parameter.type = try typeUse()
      }
      result.append(parameter)
    }
    return result
  }
}
