#include <algorithm>

#include "engine/render/examples.h"
#include "engine/render/mutation.h"
#include "engine/render/printable.h"
#include "engine/render/words.h"

namespace inforce {

using query::ShiftFate;
using query::ShiftKind;
using query::ShiftResult;

std::size_t MutationReport::count(ShiftFate fate) const {
  return static_cast<std::size_t>(
      std::count_if(results.begin(), results.end(), [&](const auto& result) { return result.fate == fate; }));
}

unsigned MutationReport::percent() const {
  const auto could = results.size() - count(ShiftFate::idle);
  const auto were = could - count(ShiftFate::survived);
  return could == 0 ? 100 : static_cast<unsigned>(were * 100 / could);
}

namespace render_text {

namespace {

std::string assumed_in(const query::Telling& telling) {
  std::string text;
  for (const auto& assumption : telling.assume) text += (text.empty() ? "" : ", ") + to_string(assumption);
  return text.empty() ? text : " with `assume: [" + text + "]`";
}

std::string count_text(const MutationReport& report, ShiftKind kind, ShiftFate fate) {
  const auto count = std::count_if(report.results.begin(), report.results.end(), [&](const ShiftResult& result) {
    return result.shift.kind == kind && result.fate == fate;
  });
  return std::to_string(count);
}

std::string table_text(const MutationReport& report, const Style& style) {
  Table table{{{"shifts of"}, {"noticed"}, {"stillborn"}, {"idle"}, {"survived"}}, {}, 0};
  for (std::size_t i = 0; i < query::shift_kind_count; ++i) {
    const auto kind = static_cast<ShiftKind>(i);
    const auto is_kind = [&](const ShiftResult& result) { return result.shift.kind == kind; };
    if (std::none_of(report.results.begin(), report.results.end(), is_kind)) continue;
    table.rows.push_back({{{std::string(query::word_of(kind))},
                           {count_text(report, kind, ShiftFate::noticed)},
                           {count_text(report, kind, ShiftFate::stillborn)},
                           {count_text(report, kind, ShiftFate::idle)},
                           {count_text(report, kind, ShiftFate::survived)}},
                          {}});
  }
  return table.rows.empty() ? std::string{} : "\n" + laid_out(std::move(table), style.width, style.colour);
}

std::string totals_text(const MutationReport& report, const Style& style) {
  const auto could = report.results.size() - report.count(ShiftFate::idle);
  const auto were = could - report.count(ShiftFate::survived);
  std::string text = count_of(report.results.size(), "shift") + " of dates, each by one: of " + std::to_string(could) +
                     " that could be noticed " + std::to_string(were) + " are, " + std::to_string(report.percent()) +
                     " percent\n";
  if (report.left_out > 0) text += "Left out by the limit: " + count_of(report.left_out, "shift") + "\n";
  return text + table_text(report, style);
}

}  // namespace

std::string advice_for(const ShiftResult& result, const model::Rulebook& rules) {
  if (!result.telling) return {};
  const auto& telling = *result.telling;
  if (!telling.on)
    return "ask" + assumed_in(telling) + " with `known` about " + telling.measure + ", whose announcement moves";
  std::string text = telling.on->day ? "ask on " : "ask at ";
  text += to_string(*telling.on);
  if (telling.known) text += " with `known: " + to_string(*telling.known) + "`";
  text +=
      assumed_in(telling) + " about " + (telling.of != nullptr ? a_case(*telling.of, rules) : "a case in its scope");
  const bool alike = telling.is == telling.would_be;
  text += ": " + telling.measure + " is " + telling.is + ", and would be ";
  return text + (alike ? "so with other attributes" : telling.would_be);
}

std::string mutation_text(const MutationReport& report, const model::Rulebook& rules, bool quiet, const Style& style) {
  std::string text = quiet ? std::string{} : totals_text(report, style);
  bool first = true;
  for (const auto& result : report.results) {
    if (result.fate != ShiftFate::survived) continue;
    if (first && !quiet) text += "\n";
    first = false;
    const auto place = rules.texts.begin_of(result.shift.span);
    text += printable(place.path) + ":" + std::to_string(place.line) + ":" + std::to_string(place.column) + ": " +
            result.shift.where + ": no example notices " + printable(result.shift.becomes) + " in place of " +
            printable(result.shift.was) + "; " + advice_for(result, rules) + "\n";
  }
  return text;
}

}  // namespace render_text

}  // namespace inforce
