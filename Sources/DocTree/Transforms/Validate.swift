/// Warns of every element that does not fit what its kind declares. (docutils: universal.Validate.)
public struct Validate: Transform {
  public let priority = 835

  public init() {}

  public func apply(to document: Document, in context: TransformContext) throws {
    var validator = Validator()
    for element in document.findAll(Element.self) {
      do throws(ValidationError) {
        try validator.validate(element)
      } catch {
        document.looseMessages.append(
          document.report(.warning, error.message, position: error.position))
      }
    }
  }
}
