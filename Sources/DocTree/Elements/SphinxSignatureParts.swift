/// A token of a signature. Its subclasses are the sorts of tokens, with the class names that code
/// has when it is highlighted. (Sphinx: addnodes.desc_sig_element.)
open class DescSigElement: Inline {
  /// The class name of this sort of token.
  open class var tokenClass: String { "" }

  public required init() {
    super.init()
    if !Self.tokenClass.isEmpty { classes = [Self.tokenClass] }
  }
}

open class DescSigSpace: DescSigElement {
  open override class var tokenClass: String { "w" }
}
open class DescSigName: DescSigElement {
  open override class var tokenClass: String { "n" }
}
open class DescSigOperator: DescSigElement {
  open override class var tokenClass: String { "o" }
}
open class DescSigPunctuation: DescSigElement {
  open override class var tokenClass: String { "p" }
}
open class DescSigKeyword: DescSigElement {
  open override class var tokenClass: String { "k" }
}
open class DescSigKeywordType: DescSigElement {
  open override class var tokenClass: String { "kt" }
}
open class DescSigLiteralNumber: DescSigElement {
  open override class var tokenClass: String { "m" }
}
open class DescSigLiteralString: DescSigElement {
  open override class var tokenClass: String { "s" }
}
open class DescSigLiteralChar: DescSigElement {
  open override class var tokenClass: String { "sc" }
}
