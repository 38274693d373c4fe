// Small changes of the dates that rule files write, one at a time: what a careful set of examples notices.
#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "engine/model/rulebook.h"

namespace inforce::query {

/// What of a date is changed, by one.
enum class ShiftKind : std::uint8_t {
  day,       ///< An exact day, a day earlier or later.
  moment,    ///< An exact moment, by a day.
  bound,     ///< The first or the last day that an inexact date may be.
  count,     ///< The number of days, months, … that an expression adds.
  coverage,  ///< The first day that a regime covers.
};
inline constexpr std::size_t shift_kind_count = 5;
[[nodiscard]] std::string_view word_of(ShiftKind kind);

/// Where a date stands in a rulebook. Members of one `enlist` share the date that is written once.
struct DateAddress {
  enum class Of : std::uint8_t { event, effect, regime };
  Of of = Of::event;
  std::uint32_t index = 0;
  std::uint8_t field = 0;  ///< Of events `model::Field`; of effects in the order of the struct.
};

struct Shift {
  ShiftKind kind = ShiftKind::day;
  Span span;            ///< The date as written; of coverage, the id of its regime.
  std::string where;    ///< `date of us-h20-letter`.
  std::string was;      ///< As written: `2025-04-09`, `+ 60 days`.
  std::string becomes;  ///< `2025-04-10`, `+ 61 days`.
  std::vector<DateAddress> at;
  std::variant<model::DateExpression, Date> instead;
};

/// All shifts of all dates on which an answer can rest, by file and place, the earlier one first. Left out: open ends
/// and `unknown`, and the dates of sources and of reviews, which change no answer.
[[nodiscard]] std::vector<Shift> shifts_of(const model::Rulebook& rules);

/// A shift, for as long as this lives. Dates that are no longer those of the files (an assumed day) stay as they are.
class Shifted {
 public:
  /// Requires: `rules` has the records that `shift` was made from, and outlives this.
  Shifted(model::Rulebook& rules, const Shift& shift);
  ~Shifted();
  Shifted(const Shifted&) = delete;
  Shifted& operator=(const Shifted&) = delete;

 private:
  model::Rulebook& rules_;
  std::vector<std::pair<DateAddress, model::DateExpression>> dates_;
  std::vector<std::pair<DateAddress, Date>> days_;
};

}  // namespace inforce::query
