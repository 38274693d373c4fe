// Dates as they are written in a document, and the days that they come to.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "engine/timeline/resolve.h"
#include "tools/inforce/lsp/index.h"

namespace inforce::lsp {

/// The days that a date may be; moments are told by the day in the zone where they stand.
struct Days {
  Date first;
  Date last;
  [[nodiscard]] bool exact() const { return first == last; }
  friend auto operator<=>(const Days&, const Days&) = default;
};

/// The days of all date expressions of a rule set. They are looked up by what they are and how they are written, not by
/// place, so that they are found while the file is being changed.
class ResolvedDays {
 public:
  explicit ResolvedDays(const model::Rulebook& rules);

  /// Empty where there is no such date, or where two that are written alike come to different days.
  [[nodiscard]] std::optional<Days> find(const Place& place, const std::string& canonical_text) const;

 private:
  using Key = std::tuple<std::string, std::string, std::string, std::string>;  // event, measure, key, text
  void add(Key key, const std::optional<timeline::MovingDate>& date, const calendar::Zone& zone);

  timeline::ResolvedDates dates_;
  std::map<Key, std::optional<Days>> days_;
};

/// A written date, read: as the grammar has it, with the days that it comes to where these are known.
struct WrittenDate {
  syntax::DateExpression expression;
  std::optional<Days> days;
};
[[nodiscard]] std::optional<WrittenDate> date_at(const Place& place, const ResolvedDays* resolved);

/// `2025-04-09 Wed`; open ends are `…`.
[[nodiscard]] std::string day_with_weekday(Date day);

/// `Wed`.
[[nodiscard]] std::string short_weekday(Date day);

}  // namespace inforce::lsp
