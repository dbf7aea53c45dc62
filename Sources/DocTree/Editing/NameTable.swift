/// Which element has which name and id. A value: copying a document copies it.
public struct NameTable {
  public init() {}
}
