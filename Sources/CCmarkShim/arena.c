#include "arena.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>

// A block is its size, then its bytes; both are multiples of 8. Chunks come zeroed from calloc, so
// a new block needs no clearing.
typedef struct chunk {
  struct chunk *previous;
  char *end;
  size_t mapped_size;  // 0 if it is malloc's
} chunk;

typedef struct arena {
  struct arena *outer;
  chunk *current;
  char *next;
  char *last;  // the block handed out last, or NULL
  size_t chunk_size;
} arena;

static _Thread_local arena *current_arena;

static const size_t FIRST_CHUNK = 64 * 1024;
static const size_t LARGEST_CHUNK = 8 * 1024 * 1024;

static void out_of_memory(void) {
  fputs("doctree: out of memory\n", stderr);
  abort();
}

static void add_chunk(arena *a, size_t needed) {
  size_t size = a->chunk_size;
  if (a->chunk_size < LARGEST_CHUNK) a->chunk_size *= 2;
  if (size < needed + sizeof(chunk)) size = needed + sizeof(chunk);
  // Large chunks are the system's own, zeroed at no cost: malloc would clear them, and sort the
  // whole heap when they are freed.
  chunk *c;
  int is_mapped = size > FIRST_CHUNK;
  if (is_mapped) {
    c = mmap(NULL, size, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANON, -1, 0);
    if (c == MAP_FAILED) out_of_memory();
  } else {
    c = calloc(1, size);
    if (c == NULL) out_of_memory();
  }
  c->mapped_size = is_mapped ? size : 0;
  c->previous = a->current;
  c->end = (char *)c + size;
  a->current = c;
  a->next = (char *)(c + 1);
  a->last = NULL;
}

static void *take(size_t size) {
  arena *a = current_arena;
  if (size > SIZE_MAX / 2) out_of_memory();
  size = (size + 7) & ~(size_t)7;
  size_t needed = size + sizeof(size_t);
  if (a->current == NULL || (size_t)(a->current->end - a->next) < needed) add_chunk(a, needed);
  *(size_t *)a->next = size;
  char *block = a->next + sizeof(size_t);
  a->next = block + size;
  a->last = block;
  return block;
}

static void *arena_calloc(size_t count, size_t size) {
  if (size != 0 && count > SIZE_MAX / size) out_of_memory();
  return take(count * size);
}

static void *arena_realloc(void *old, size_t size) {
  if (old == NULL) return take(size);
  size_t *old_size = (size_t *)old - 1;
  if (size <= *old_size) return old;
  arena *a = current_arena;
  if (size > SIZE_MAX / 2) out_of_memory();
  size_t rounded = (size + 7) & ~(size_t)7;
  if (old == a->last && (size_t)(a->current->end - (char *)old) >= rounded) {
    *old_size = rounded;
    a->next = (char *)old + rounded;
    return old;
  }
  void *new = take(size);
  memcpy(new, old, *old_size);
  return new;
}

static void arena_free(void *block) { (void)block; }

static cmark_mem arena_allocator = {arena_calloc, arena_realloc, arena_free};

cmark_mem *doctree_arena_begin(void) {
  arena *a = calloc(1, sizeof(arena));
  if (a == NULL) out_of_memory();
  a->outer = current_arena;
  a->chunk_size = FIRST_CHUNK;
  current_arena = a;
  return &arena_allocator;
}

void doctree_arena_end(void) {
  arena *a = current_arena;
  current_arena = a->outer;
  for (chunk *c = a->current; c != NULL;) {
    chunk *previous = c->previous;
    if (c->mapped_size > 0) {
      munmap(c, c->mapped_size);
    } else {
      free(c);
    }
    c = previous;
  }
  free(a);
}
