int doctree_shim_placeholder(void) { return 0; }
