public enum DocutilsDialect {
  public static func apply(to document: Document, registry: Registry, afterTransforms: Bool) throws
  {}
}
