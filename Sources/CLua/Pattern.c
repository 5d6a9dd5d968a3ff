// A pattern is a list of nodes; a node tests one byte (with a quantifier) or does something that Lua's
// patterns know besides: captures, back references, %b and %f. Sets of bytes are bitmaps.

#include "Pattern.h"

#include <string.h>

enum kind {
  one_byte,       // exactly this byte
  any_byte,       // '.'
  byte_set,       // a class or a set
  capture_start,  // '('
  capture_here,   // '()'
  capture_end,    // ')'
  same_again,     // %1
  balanced,       // %bxy
  frontier,       // %f[set]
  subject_end,    // '$' at the end
  done,
};

enum quantifier { once, optional, greedy, greedy_at_least_one, lazy };

struct node {
  uint8_t kind, quantifier, a, b;
  int32_t set;
};

struct set {
  uint64_t bits[4];
};

struct pattern {
  bool anchored;
  int nodes, sets;
  struct node *node;
  struct set *set;
};

static void add(struct set *set, int byte) { set->bits[byte >> 6] |= (uint64_t)1 << (byte & 63); }

static bool holds(const struct set *set, uint8_t byte) {
  return set->bits[byte >> 6] >> (byte & 63) & 1;
}

/// Classes are those of ASCII, whatever the locale: the same script finds the same everywhere.
static bool in_class(int byte, char class) {
  bool lower = byte >= 'a' && byte <= 'z', upper = byte >= 'A' && byte <= 'Z';
  bool digit = byte >= '0' && byte <= '9';
  switch (class) {
    case 'a': return lower || upper;
    case 'c': return byte < 32 || byte == 127;
    case 'd': return digit;
    case 'g': return byte > 32 && byte < 127;
    case 'l': return lower;
    case 'p': return byte > 32 && byte < 127 && !lower && !upper && !digit;
    case 's': return byte == ' ' || (byte >= 9 && byte <= 13);
    case 'u': return upper;
    case 'w': return lower || upper || digit;
    default: return digit || (byte >= 'a' && byte <= 'f') || (byte >= 'A' && byte <= 'F');
  }
}

/// Adds the class of a letter after '%', or the byte itself.
static void add_class(struct set *set, uint8_t letter) {
  char lower = (char)(letter | 32);
  bool is_class = in_class(letter, 'a') && strchr("acdglpsuwx", lower) != NULL;
  if (!is_class) {
    add(set, letter);
    return;
  }
  bool negated = letter < 'a';
  for (int byte = 0; byte < 256; byte++) {
    if (in_class(byte, lower) != negated) add(set, byte);
  }
}

static _Noreturn void malformed(lua_State *L, const char *what) {
  lua_pushfstring(L, "malformed pattern (%s)", what);
  clua_raise(L, "argument", lua_tostring(L, -1), "'%' takes the meaning from a special character");
}

/// Reads a set after its '['; returns the position after its ']'.
static size_t read_set(lua_State *L, struct set *set, const uint8_t *text, size_t at, size_t count) {
  bool negated = at < count && text[at] == '^';
  if (negated) at++;
  bool first = true;
  for (;; first = false) {
    if (at >= count) malformed(L, "missing ']'");
    uint8_t byte = text[at++];
    if (byte == ']' && !first) break;
    if (byte == '%') {
      if (at >= count) malformed(L, "ends with '%'");
      add_class(set, text[at++]);
    } else if (at + 1 < count && text[at] == '-' && text[at + 1] != ']') {
      for (int member = byte; member <= text[at + 1]; member++) add(set, member);
      at += 2;
    } else {
      add(set, byte);
    }
  }
  if (negated) {
    for (int word = 0; word < 4; word++) set->bits[word] = ~set->bits[word];
  }
  return at;
}

const struct pattern *clua_compile_pattern(lua_State *L, const char *string, size_t count) {
  const uint8_t *text = (const uint8_t *)string;
  size_t most_sets = 0;
  for (size_t at = 0; at < count; at++) most_sets += text[at] == '%' || text[at] == '[';
  if (count > 1 << 20) malformed(L, "longer than 1 MB");
  // One block: the header, the nodes (never more than characters, plus an end), the sets.
  size_t nodes_at = (sizeof(struct pattern) + 15) & ~(size_t)15;
  size_t sets_at = (nodes_at + (count + 1) * sizeof(struct node) + 15) & ~(size_t)15;
  struct pattern *pattern = lua_newuserdatauv(L, sets_at + most_sets * sizeof(struct set), 0);
  memset(pattern, 0, sets_at + most_sets * sizeof(struct set));
  pattern->node = (struct node *)((char *)pattern + nodes_at);
  pattern->set = (struct set *)((char *)pattern + sets_at);
  size_t at = 0;
  int open[most_captures], opened = 0, captures = 0;
  pattern->anchored = count > 0 && text[0] == '^';
  if (pattern->anchored) at = 1;
  while (at < count) {
    struct node *node = &pattern->node[pattern->nodes++];
    uint8_t byte = text[at++];
    bool quantifiable = true;
    if (byte == '(') {
      if (captures == most_captures) malformed(L, "too many captures");
      bool here = at < count && text[at] == ')';
      node->kind = here ? capture_here : capture_start;
      node->a = (uint8_t)captures;
      if (here) at++;
      else open[opened++] = captures;
      captures++;
      quantifiable = false;
    } else if (byte == ')') {
      if (opened == 0) malformed(L, "a ')' without its '('");
      node->kind = capture_end;
      node->a = (uint8_t)open[--opened];
      quantifiable = false;
    } else if (byte == '$' && at == count) {
      node->kind = subject_end;
      quantifiable = false;
    } else if (byte == '%') {
      if (at >= count) malformed(L, "ends with '%'");
      byte = text[at++];
      if (byte == 'b') {
        if (count - at < 2) malformed(L, "missing arguments to '%b'");
        *node = (struct node){.kind = balanced, .a = text[at], .b = text[at + 1]};
        at += 2;
        quantifiable = false;
      } else if (byte == 'f') {
        if (at >= count || text[at] != '[') malformed(L, "missing '[' after '%f'");
        node->kind = frontier;
        node->set = pattern->sets;
        at = read_set(L, &pattern->set[pattern->sets++], text, at + 1, count);
        quantifiable = false;
      } else if (byte >= '0' && byte <= '9') {
        int index = byte - '1';
        bool is_open = false;
        for (int each = 0; each < opened; each++) is_open |= open[each] == index;
        if (index < 0 || index >= captures || is_open) malformed(L, "no such capture");
        *node = (struct node){.kind = same_again, .a = (uint8_t)index};
        quantifiable = false;
      } else {
        node->kind = byte_set;
        node->set = pattern->sets;
        add_class(&pattern->set[pattern->sets++], byte);
      }
    } else if (byte == '[') {
      node->kind = byte_set;
      node->set = pattern->sets;
      at = read_set(L, &pattern->set[pattern->sets++], text, at, count);
    } else if (byte == '.') {
      node->kind = any_byte;
    } else {
      node->kind = one_byte;
      node->a = byte;
    }
    if (quantifiable && at < count) {
      switch (text[at]) {
        case '?': node->quantifier = optional; break;
        case '*': node->quantifier = greedy; break;
        case '+': node->quantifier = greedy_at_least_one; break;
        case '-': node->quantifier = lazy; break;
        default: continue;
      }
      at++;
    }
  }
  if (opened > 0) malformed(L, "unfinished capture");
  pattern->node[pattern->nodes].kind = done;
  return pattern;
}

bool clua_pattern_is_anchored(const struct pattern *pattern) { return pattern->anchored; }

static inline void count_steps(struct matcher *matcher, unsigned steps) {
  matcher->steps += steps;
  if (matcher->steps >= 4096) {
    matcher->steps = 0;
    poll(matcher->state, matcher->host);
  }
}

static inline bool accepts(const struct matcher *matcher, const struct node *node, const char *at) {
  switch (node->kind) {
    case one_byte: return (uint8_t)*at == node->a;
    case any_byte: return true;
    default: return holds(&matcher->pattern->set[node->set], (uint8_t)*at);
  }
}

static const char *match(struct matcher *matcher, const char *at, const struct node *node);

static const char *match_greedy(
  struct matcher *matcher, const char *at, const struct node *node, ptrdiff_t least) {
  ptrdiff_t most = 0;
  while (at + most < matcher->end && accepts(matcher, node, at + most)) {
    most++;
    count_steps(matcher, 1);
  }
  for (; most >= least; most--) {
    count_steps(matcher, 1);
    const char *end = match(matcher, at + most, node + 1);
    if (end != NULL) return end;
  }
  return NULL;
}

static const char *match_lazy(struct matcher *matcher, const char *at, const struct node *node) {
  for (;; at++) {
    count_steps(matcher, 1);
    const char *end = match(matcher, at, node + 1);
    if (end != NULL) return end;
    if (at >= matcher->end || !accepts(matcher, node, at)) return NULL;
  }
}

static const char *match_balanced(
  struct matcher *matcher, const char *at, const struct node *node) {
  if (at >= matcher->end || (uint8_t)*at != node->a) return NULL;
  int depth = 1;
  for (at++; at < matcher->end; at++) {
    count_steps(matcher, 1);
    if ((uint8_t)*at == node->b) {
      if (--depth == 0) return at + 1;
    } else if ((uint8_t)*at == node->a) {
      depth++;
    }
  }
  return NULL;
}

/// Restores the capture if the rest does not match.
static const char *match_capture(
  struct matcher *matcher, const char *at, const struct node *node) {
  struct capture *capture = &matcher->captures[node->a];
  struct capture before = *capture;
  int level = matcher->level;
  if (node->kind == capture_end) {
    capture->count = at - capture->start;
  } else {
    capture->start = at;
    capture->count = node->kind == capture_here ? position_capture : open_capture;
    matcher->level = node->a + 1;
  }
  const char *end = match(matcher, at, node + 1);
  if (end == NULL) {
    *capture = before;
    matcher->level = level;
  }
  return end;
}

static const char *match_nodes(
  struct matcher *matcher, const char *at, const struct node *node) {
  for (;; node++) {
    count_steps(matcher, 1);
    switch (node->kind) {
      case done: return at;
      case subject_end:
        if (at != matcher->end) return NULL;
        continue;
      case capture_start:
      case capture_here:
      case capture_end: return match_capture(matcher, at, node);
      case balanced:
        at = match_balanced(matcher, at, node);
        if (at == NULL) return NULL;
        continue;
      case frontier: {
        const struct set *set = &matcher->pattern->set[node->set];
        uint8_t before = at == matcher->subject ? 0 : (uint8_t)at[-1];
        uint8_t after = at == matcher->end ? 0 : (uint8_t)*at;
        if (holds(set, before) || !holds(set, after)) return NULL;
        continue;
      }
      case same_again: {
        const struct capture *capture = &matcher->captures[node->a];
        size_t count = capture->count < 0 ? 0 : (size_t)capture->count;
        if ((size_t)(matcher->end - at) < count || memcmp(at, capture->start, count) != 0) {
          return NULL;
        }
        at += count;
        count_steps(matcher, (unsigned)(count >> 4));
        continue;
      }
      default: break;
    }
    switch (node->quantifier) {
      case once:
        if (at >= matcher->end || !accepts(matcher, node, at)) return NULL;
        at++;
        continue;
      case optional:
        if (at < matcher->end && accepts(matcher, node, at)) {
          const char *end = match(matcher, at + 1, node + 1);
          if (end != NULL) return end;
        }
        continue;
      case greedy: return match_greedy(matcher, at, node, 0);
      case greedy_at_least_one: return match_greedy(matcher, at, node, 1);
      default: return match_lazy(matcher, at, node);
    }
  }
}

static const char *match(struct matcher *matcher, const char *at, const struct node *node) {
  enum { deepest = 4000 };  // about 100 bytes of stack each, on a stack of 8 MB
  if (++matcher->depth > deepest) {
    clua_raise(matcher->state, "argument", "pattern too complex", NULL);
  }
  const char *end = match_nodes(matcher, at, node);
  matcher->depth--;
  return end;
}

const char *clua_match_pattern(struct matcher *matcher, const char *at) {
  matcher->depth = 0;
  matcher->level = 0;
  return match(matcher, at, matcher->pattern->node);
}

void clua_push_capture(struct matcher *matcher, int index, const char *start, const char *end) {
  lua_State *L = matcher->state;
  if (index >= matcher->level) {
    if (index != 0) luaL_error(L, "invalid capture index %%%d", index + 1);
    lua_pushlstring(L, start, (size_t)(end - start));
    return;
  }
  const struct capture *capture = &matcher->captures[index];
  if (capture->count == position_capture) {
    lua_pushinteger(L, capture->start - matcher->subject + 1);
  } else {
    lua_pushlstring(L, capture->start, capture->count < 0 ? 0 : (size_t)capture->count);
  }
}

int clua_push_captures(struct matcher *matcher, const char *start, const char *end) {
  int count = matcher->level == 0 && start != NULL ? 1 : matcher->level;
  luaL_checkstack(matcher->state, count, "too many captures");
  for (int index = 0; index < count; index++) clua_push_capture(matcher, index, start, end);
  return count;
}
