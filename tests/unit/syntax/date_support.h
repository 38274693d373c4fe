// What the tests of the date language share: reading a text at a place in a file, and naming what was found.
#pragma once

#include <string>
#include <vector>

#include "engine/diagnostics/report.h"
#include "engine/syntax/date_grammar.h"
#include "tests/support/catch.h"

namespace inforce::syntax {

inline constexpr std::uint32_t place_in_file = 100;

struct ReadDate {
  std::optional<DateExpression> date;
  std::vector<Diagnostic> found;
};

inline ReadDate read(std::string_view text) {
  ReadDate read;
  const Span where{FileId{3}, place_in_file, place_in_file + static_cast<std::uint32_t>(text.size())};
  read.date = parse_date(text, where, read.found);
  return read;
}

/// The canonical text, or the code and the words underlined: `IF202 2023-02-30`.
inline std::string outcome(std::string_view text) {
  const ReadDate result = read(text);
  if (result.date) return result.found.empty() ? result.date->text : "read, with a finding";
  if (result.found.size() != 1 || !result.found[0].primary) return "no single finding";
  const Span span = result.found[0].primary->span;
  if (span.file != FileId{3} || span.begin < place_in_file || span.end < span.begin) return "span outside the text";
  if (span.end > place_in_file + text.size()) return "span beyond the text";
  return to_string(result.found[0].code) + ' ' +
         std::string{text.substr(span.begin - place_in_file, span.end - span.begin)};
}

inline std::string message(std::string_view text) {
  const ReadDate result = read(text);
  return result.found.size() == 1 ? result.found[0].message : "no single finding";
}

inline std::string help(std::string_view text) {
  const ReadDate result = read(text);
  return result.found.size() == 1 ? result.found[0].help : "no single finding";
}

/// The runs of days of a date: `2025-04-01..2025-04-30`.
inline std::string days(std::string_view text) {
  const ReadDate result = read(text);
  const auto* day = result.date ? std::get_if<calendar::WrittenDay>(&result.date->anchor) : nullptr;
  if (!day) return "no day";
  std::string out;
  for (const calendar::DayRange& run : day->runs) {
    out += (out.empty() ? "" : " ") + to_string(run.first) + ".." + to_string(run.last);
  }
  return out;
}

inline std::string moment(std::string_view text) {
  const ReadDate result = read(text);
  const auto* at = result.date ? std::get_if<Moment>(&result.date->anchor) : nullptr;
  return at ? to_string(*at) : outcome(text);
}

}  // namespace inforce::syntax
