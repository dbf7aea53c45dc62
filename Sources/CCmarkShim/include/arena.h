#ifndef DOCTREE_ARENA_H
#define DOCTREE_ARENA_H

#include <cmark.h>

/// Begins a time in which the calling thread takes memory for libcmark from an arena, and returns
/// the allocator to hand to `cmark_parser_new_with_mem`. Times nest.
///
/// Nothing is freed before the time ends; growing the block that was handed out last happens in
/// place. libcmark's allocator has no context, hence the thread.
cmark_mem *doctree_arena_begin(void);

/// Ends the time that was begun last on this thread, and frees everything it took.
void doctree_arena_end(void);

#endif
