#ifndef DOCTREE_ALLOCATOR_H
#define DOCTREE_ALLOCATOR_H

// The functions are those of <stdlib.h> and <malloc.h>: a program that this is linked to has these
// instead of its C library's, and calls nothing else.

#endif
