// One YAML text, parsed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "engine/syntax/yaml.h"
#include "tests/support/expect.h"

namespace inforce::test {

struct Parsed {
  explicit Parsed(const std::string& text) {
    const FileId file = sources.add("rules.yaml", text);
    node = syntax::parse_yaml(sources, file, found);
  }

  [[nodiscard]] std::vector<std::string> findings() const { return brief(sources, found); }
  [[nodiscard]] std::string text(Span span) const { return std::string(sources.text(span)); }

  Sources sources;
  std::vector<Diagnostic> found;
  std::optional<syntax::Node> node;
};

/// `{a: [x, ~], b: y}`: the shape and the values of a tree.
inline std::string shape(const syntax::Node& node) {
  std::string text;
  if (node.is_scalar()) return node.text;
  if (node.is_list()) {
    for (const auto& item : node.items) text += (text.empty() ? "" : ", ") + shape(item);
    return "[" + text + "]";
  }
  if (node.is_map()) {
    for (const auto& [key, value] : node.entries) text += (text.empty() ? "" : ", ") + shape(key) + ": " + shape(value);
    return "{" + text + "}";
  }
  return "~";
}

}  // namespace inforce::test
