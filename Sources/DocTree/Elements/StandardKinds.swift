/// Claims the names of all standard kinds, so that they can be read back from XML and JSON. It
/// belongs into every registry; a format's handlers for standard kinds claim the same ones.
public struct StandardKinds: Extension {
  public let name = "standard"

  public init() {}

  public func register(in registry: inout Registry) {
    registry.add(
      kinds: Section.self, Topic.self, Sidebar.self, Title.self, Subtitle.self, Meta.self,
      Docinfo.self, Decoration.self, Transition.self, Header.self, Footer.self)
    registry.add(
      kinds: Author.self, Organization.self, Contact.self, Version.self, Revision.self, Status.self,
      DateElement.self, Copyright.self, Address.self, Authors.self, Field.self, FieldName.self,
      FieldBody.self)
    registry.add(
      kinds: Paragraph.self, Rubric.self, LiteralBlock.self, DoctestBlock.self, MathBlock.self,
      Compound.self, Container.self, BlockQuote.self, Attribution.self, LineBlock.self, Line.self,
      Figure.self, Caption.self, Legend.self)
    registry.add(
      kinds: Admonition.self, Attention.self, Caution.self, Danger.self, ErrorAdmonition.self,
      Hint.self, Important.self, Note.self, Tip.self, Warning.self)
    registry.add(
      kinds: BulletList.self, EnumeratedList.self, ListItem.self, DefinitionList.self,
      DefinitionListItem.self, Term.self, Classifier.self, Definition.self, FieldList.self,
      OptionList.self, OptionListItem.self, OptionGroup.self, CommandOption.self, OptionString.self,
      OptionArgument.self, Description.self)
    registry.add(
      kinds: Table.self, Tgroup.self, Colspec.self, Thead.self, Tbody.self, Row.self, Entry.self)
    registry.add(
      kinds: Footnote.self, Citation.self, Label.self, FootnoteReference.self,
      CitationReference.self)
    registry.add(
      kinds: Reference.self, Target.self, Image.self, SubstitutionDefinition.self,
      SubstitutionReference.self)
    registry.add(kinds: Comment.self, Raw.self, Pending.self, SystemMessage.self)
    registry.add(
      kinds: Abbreviation.self, Acronym.self, Emphasis.self, Generated.self, Inline.self,
      Literal.self, Strong.self, Subscript.self, Superscript.self, TitleReference.self, Math.self,
      HardBreak.self, Problematic.self)
    registry.add(
      kinds: PendingXref.self, DownloadReference.self, LiteralEmphasis.self, LiteralStrong.self,
      Manpage.self, Index.self, NumberReference.self)
    registry.add(
      kinds: Desc.self, DescSignature.self, DescSignatureLine.self, DescContent.self,
      DescInline.self, DescName.self, DescAddname.self, DescType.self, DescReturns.self,
      DescParameterlist.self, DescTypeParameterList.self, DescParameter.self,
      DescTypeParameter.self, DescOptional.self, DescAnnotation.self, DescSigElement.self,
      DescSigSpace.self, DescSigName.self, DescSigOperator.self, DescSigPunctuation.self,
      DescSigKeyword.self, DescSigKeywordType.self, DescSigLiteralNumber.self,
      DescSigLiteralString.self, DescSigLiteralChar.self)
    registry.add(
      kinds: Seealso.self, Versionmodified.self, Highlightlang.self, TabularColSpec.self,
      Centered.self, Acks.self, Hlist.self, Hlistcol.self, Glossary.self, Only.self,
      Productionlist.self, Production.self, Toctree.self, CompactParagraph.self)
  }
}
