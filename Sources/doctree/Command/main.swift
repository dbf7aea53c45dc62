print("doctree")
