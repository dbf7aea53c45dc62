/// A person who wrote the document.
open class Author: TextElement {
  open override class var schema: Schema { Schema(.bibliographic) }
}

/// Who published it.
open class Organization: TextElement {
  open override class var schema: Schema { Schema(.bibliographic) }
}

/// How to reach the author.
open class Contact: TextElement {
  open override class var schema: Schema { Schema(.bibliographic) }
}

/// The version of what is described.
open class Version: TextElement {
  open override class var schema: Schema { Schema(.bibliographic) }
}

/// The revision of the document.
open class Revision: TextElement {
  open override class var schema: Schema { Schema(.bibliographic) }
}

/// Draft, final and so on.
open class Status: TextElement {
  open override class var schema: Schema { Schema(.bibliographic) }
}

/// When the document was written. The class has this name because Foundation has a `Date`.
open class DateElement: TextElement {
  open override class var elementName: String { "date" }
  open override class var schema: Schema { Schema(.bibliographic) }
}

/// Who holds the rights.
open class Copyright: TextElement {
  open override class var schema: Schema { Schema(.bibliographic) }
}

/// A postal address, its lines kept.
open class Address: FixedTextElement {
  open override class var schema: Schema { Schema(.bibliographic) }
}

/// Several authors, each with what belongs to them.
open class Authors: Element {
  open override class var schema: Schema {
    Schema(
      .bibliographic,
      content: ContentModel(
        [
          .oneOrMore(.kind(Author.self)), .optional(.kind(Organization.self)),
          .optional(.kind(Address.self)), .optional(.kind(Contact.self)),
        ], repeats: true))
  }
}

/// A name and a body, in a field list or among the bibliographic fields.
open class Field: Element {
  open override class var schema: Schema {
    Schema(
      [.bibliographic, .part], content: [.one(.kind(FieldName.self)), .one(.kind(FieldBody.self))])
  }
}

open class FieldName: TextElement {
  open override class var schema: Schema { Schema(.part) }
}

open class FieldBody: Element {
  open override class var schema: Schema { Schema(.part, content: .optionalBody) }
}
