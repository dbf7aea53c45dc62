/// A remark with a title of its own. Kinds of your own that look like one derive from it.
open class Admonition: Element {
  open override class var schema: Schema {
    Schema([.admonition, .body], content: [.one(.kind(Title.self)), .oneOrMore(.category(.body))])
  }
}

/// A remark whose kind is its title.
open class SpecificAdmonition: Element {
  open override class var schema: Schema { Schema([.admonition, .body], content: .body) }

  /// The title in English, which ``Words`` have in the language of the project: the name of the kind
  /// as words, `Release note` for `release_note`.
  open class var label: String {
    // As most are: one word of ASCII.
    if kind.name.utf8.allSatisfy({ $0 &- 0x61 < 26 }) {
      return String(unsafeUninitializedCapacity: kind.name.utf8.count) { word in
        let count = word.initialize(fromContentsOf: kind.name.utf8)
        if count > 0 { word[0] &-= 0x20 }
        return count
      }
    }
    let words = kind.name.split(separator: "_").joined(separator: " ")
    return words.prefix(1).uppercased() + words.dropFirst()
  }
}

open class Attention: SpecificAdmonition {
}

open class Caution: SpecificAdmonition {
}

open class Danger: SpecificAdmonition {
}

/// The class has this name because Swift has an `Error`.
open class ErrorAdmonition: SpecificAdmonition {
  open override class var elementName: String { "error" }
}

open class Hint: SpecificAdmonition {
}

open class Important: SpecificAdmonition {
}

open class Note: SpecificAdmonition {
}

open class Tip: SpecificAdmonition {
}

open class Warning: SpecificAdmonition {
}
