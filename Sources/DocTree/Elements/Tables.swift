/// A title and one or more groups of columns.
open class Table: Element {
  @exclusivity(unchecked)
  public final var align: String?
  public final var colsep: String?
  public final var frame: String?
  public final var pgwide: String?
  public final var rowsep: String?
  public final var width: String?

  open override class var schema: Schema {
    Schema(
      [.general, .body], content: [.optional(.kind(Title.self)), .oneOrMore(.kind(Tgroup.self))],
      attributes: [
        Attribute("align", \Table.align), Attribute("colsep", \Table.colsep),
        Attribute("frame", \Table.frame), Attribute("pgwide", \Table.pgwide),
        Attribute("rowsep", \Table.rowsep), Attribute("width", \Table.width),
      ])
  }
}

/// A group of columns with its rows.
open class Tgroup: Element {
  @exclusivity(unchecked)
  public final var align: String?
  /// The number of columns.
  public final var cols: Int?
  public final var colsep: String?
  public final var rowsep: String?

  open override class var schema: Schema {
    Schema(
      .part,
      content: [
        .zeroOrMore(.kind(Colspec.self)), .optional(.kind(Thead.self)), .one(.kind(Tbody.self)),
      ],
      attributes: [
        Attribute("align", \Tgroup.align), Attribute("cols", \Tgroup.cols),
        Attribute("colsep", \Tgroup.colsep), Attribute("rowsep", \Tgroup.rowsep),
      ])
  }
}

/// What is said of one column.
open class Colspec: Element {
  @exclusivity(unchecked)
  public final var align: String?
  public final var char: String?
  public final var charoff: String?
  public final var colname: String?
  public final var colnum: Int?
  public final var colsep: String?
  /// A width relative to the other columns'.
  @exclusivity(unchecked)
  public final var colwidth: String?
  public final var rowsep: String?
  /// 1 if the column holds headings.
  @exclusivity(unchecked)
  public final var stub: Int?

  open override class var schema: Schema {
    Schema(
      .part, content: .empty,
      attributes: [
        Attribute("align", \Colspec.align), Attribute("char", \Colspec.char),
        Attribute("charoff", \Colspec.charoff), Attribute("colname", \Colspec.colname),
        Attribute("colnum", \Colspec.colnum), Attribute("colsep", \Colspec.colsep),
        Attribute("colwidth", \Colspec.colwidth), Attribute("rowsep", \Colspec.rowsep),
        Attribute("stub", \Colspec.stub),
      ])
  }
}

/// The rows that are headings.
open class Thead: Element {
  public final var valign: String?

  open override class var schema: Schema {
    Schema(
      .part, content: [.oneOrMore(.kind(Row.self))],
      attributes: [Attribute("valign", \Thead.valign)])
  }
}

/// The other rows.
open class Tbody: Element {
  public final var valign: String?

  open override class var schema: Schema {
    Schema(
      .part, content: [.oneOrMore(.kind(Row.self))],
      attributes: [Attribute("valign", \Tbody.valign)])
  }
}

open class Row: Element {
  public final var rowsep: String?
  public final var valign: String?

  open override class var schema: Schema {
    Schema(
      .part, content: [.oneOrMore(.kind(Entry.self))],
      attributes: [Attribute("rowsep", \Row.rowsep), Attribute("valign", \Row.valign)])
  }
}

/// A cell.
open class Entry: Element {
  @exclusivity(unchecked)
  public final var align: String?
  public final var char: String?
  public final var charoff: String?
  public final var colname: String?
  public final var colsep: String?
  /// How many columns it spans beyond the first.
  public final var morecols: Int?
  /// How many rows it spans beyond the first.
  public final var morerows: Int?
  public final var namest: String?
  public final var nameend: String?
  public final var rowsep: String?
  public final var valign: String?

  open override class var schema: Schema {
    Schema(
      .part, content: .optionalBody,
      attributes: [
        Attribute("align", \Entry.align), Attribute("char", \Entry.char),
        Attribute("charoff", \Entry.charoff), Attribute("colname", \Entry.colname),
        Attribute("colsep", \Entry.colsep), Attribute("morecols", \Entry.morecols),
        Attribute("morerows", \Entry.morerows), Attribute("namest", \Entry.namest),
        Attribute("nameend", \Entry.nameend), Attribute("rowsep", \Entry.rowsep),
        Attribute("valign", \Entry.valign),
      ])
  }
}
