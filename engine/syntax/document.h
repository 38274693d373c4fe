// A YAML file as a tree whose every node knows its span; it knows nothing of law. Scalars are text (S18).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "inforce/source.h"

namespace inforce::syntax {

enum class NodeKind : std::uint8_t { null, scalar, list, map };

struct Node {
  struct Entry;

  NodeKind kind = NodeKind::null;
  Span span;  ///< As written, quotes and all; of a block scalar, its indicator. Maps: from first key to the end of the
              ///< last value.
  std::string text;         ///< Scalars: the value. `NO`, `3E001` and `010121` stay what they are.
  Span content;             ///< Scalars: the bytes of the value itself, where `verbatim`.
  bool verbatim = false;    ///< `content` is `text` byte for byte, on one line: a column in it is a column in the file.
  bool quoted = false;      ///< Scalars in quotes, and block scalars.
  std::vector<Node> items;  ///< Lists.
  std::vector<Entry> entries;  ///< Maps, in the order of the file. No key comes twice.

  [[nodiscard]] bool is_map() const { return kind == NodeKind::map; }
  [[nodiscard]] bool is_list() const { return kind == NodeKind::list; }
  [[nodiscard]] bool is_scalar() const { return kind == NodeKind::scalar; }
};

struct Node::Entry {
  Node key;  ///< Always a scalar.
  Node value;
};

}  // namespace inforce::syntax
