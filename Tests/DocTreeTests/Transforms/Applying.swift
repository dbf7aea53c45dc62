import DocTree

/// What a test registers.
private struct Steps: Extension {
  let name = "steps"
  let steps: [any Transform]

  func register(in registry: inout Registry) {
    for step in steps { registry.add(transform: step) }
  }
}

extension Document {
  /// Runs the transforms of the local phase, in the order of their priorities.
  func apply(_ transforms: any Transform...) throws {
    let registry = try Registry(extensions: [Steps(steps: transforms)])
    try applyTransforms(.local, registry: registry)
  }
}
