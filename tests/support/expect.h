// Findings and places as short text, so that a test states them in one line.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "inforce/diagnostic.h"

namespace inforce::test {

/// `2:5-2:9`: where a span begins and ends, line and column.
inline std::string place(const Sources& sources, Span span) {
  const Place begin = sources.begin_of(span);
  const Place end = sources.end_of(span);
  return std::to_string(begin.line) + ":" + std::to_string(begin.column) + "-" + std::to_string(end.line) + ":" +
         std::to_string(end.column);
}

/// `IF012 2:1-2:2 the key …`, without the place where there is none.
inline std::string brief(const Sources& sources, const Diagnostic& one) {
  const std::string where = one.primary ? " " + place(sources, one.primary->span) : "";
  return to_string(one.code) + where + " " + one.message;
}

inline std::vector<std::string> brief(const Sources& sources, std::span<const Diagnostic> found) {
  std::vector<std::string> lines;
  for (const Diagnostic& one : found) lines.push_back(brief(sources, one));
  return lines;
}

/// The codes alone, such as `IF012`, in the order found.
inline std::vector<std::string> codes_of(std::span<const Diagnostic> found) {
  std::vector<std::string> codes;
  for (const Diagnostic& one : found) codes.push_back(to_string(one.code));
  return codes;
}

}  // namespace inforce::test
