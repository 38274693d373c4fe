// A YAML text in the canonical layout.
#pragma once

#include "engine/syntax/layout.h"
#include "tests/unit/syntax/yaml_support.h"

namespace inforce::test {

/// The text laid out, or the codes of the findings that stand in the way.
inline std::string laid_out(const std::string& text) {
  Sources sources;
  std::vector<Diagnostic> found;
  const auto layout = syntax::canonical_layout(sources, sources.add("rules.yaml", text), found);
  if (layout) return *layout;
  std::string codes;
  for (const std::string& code : codes_of(found)) codes += (codes.empty() ? "" : " ") + code;
  return codes;
}

}  // namespace inforce::test
