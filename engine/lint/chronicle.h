// What the doubts about events share: the days that every date can be, and what every citation and quote says, each
// worked out once.
#pragma once

#include <array>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/diagnostics/report.h"
#include "engine/lint/mentions.h"
#include "engine/model/rulebook.h"
#include "engine/timeline/resolve.h"

namespace inforce::lint {

/// The days that a date can be. `open_past()` and `open_future()` stand for open ends.
struct Days {
  Date first{};
  Date last{};

  [[nodiscard]] bool exact() const { return first == last; }
  [[nodiscard]] bool has(Date day) const { return first <= day && day <= last; }
};

/// The gazette that a source is cited from.
struct GazetteCitation {
  const model::Gazette* gazette = nullptr;
  std::optional<int> year;  ///< Of the volume, or as cited.
  std::size_t begin = 0;    ///< Bytes of `cite`.
  std::size_t end = 0;
};

/// Where an effect may act, may end, and where compliance may begin.
struct EffectDays {
  std::optional<Days> at;
  std::optional<Days> end;  ///< As it is written: the last day, or the day after it.
  bool end_is_last = false;
  std::optional<Days> compliance;
};

class Chronicle {
 public:
  explicit Chronicle(const model::Rulebook& rules);

  const model::Rulebook& rules;

  /// Empty where the date is not written, or not to be worked out.
  [[nodiscard]] std::optional<Days> day(model::EventId event, model::Field field) const;
  [[nodiscard]] const EffectDays& days(model::EffectId effect) const { return effects_[effect.value]; }

  /// The days of a source's own date; empty where it has none.
  [[nodiscard]] std::optional<Days> day(model::SourceId source) const;

  /// Filled for documents, not for filings and the press.
  [[nodiscard]] const std::optional<GazetteCitation>& citation(model::SourceId source) const {
    return citations_[source.value];
  }
  [[nodiscard]] std::span<const Mention> quoted(model::EventId event) const { return event_quotes_[event.value]; }
  [[nodiscard]] std::span<const Mention> quoted(model::SourceId source) const { return source_quotes_[source.value]; }

  /// Every date of the event and of its effects that could be worked out; of an end the last day and the day after,
  /// since "through 9 November" and "again from 10 November" say the same.
  [[nodiscard]] std::vector<Days> all_days(model::EventId event) const;

  /// Whether `day` is for sure a date of an event that cites the source. Requires: its quote names days.
  [[nodiscard]] bool tells(model::SourceId source, Date day) const;

  /// The events that cite a source.
  [[nodiscard]] std::span<const model::EventId> citing(model::SourceId source) const { return citing_[source.value]; }

 private:
  void read_events(const timeline::ResolvedDates& dates);
  void read_effects(const timeline::ResolvedDates& dates);
  void read_sources();
  void gather_told_days();

  using FieldDays = std::array<std::optional<Days>, model::field_count>;
  std::vector<FieldDays> events_;
  std::vector<EffectDays> effects_;
  std::vector<std::optional<GazetteCitation>> citations_;
  std::vector<std::vector<Mention>> event_quotes_;
  std::vector<std::vector<Mention>> source_quotes_;
  std::vector<std::vector<model::EventId>> citing_;
  std::vector<std::vector<Date>> told_;  // by source, sorted; filled where it has a quote that names days
};

/// The date as it is written in that field; null where it is not.
[[nodiscard]] const model::DateExpression* written(const model::Event& event, model::Field field);

/// True where the date is written with `?`, `~` or `%`: whoever wrote it has doubted it already.
[[nodiscard]] bool is_marked(const model::DateExpression& date);

/// Where `[begin, end)` of `text` stands, if `at` holds the text byte for byte; else `at`.
[[nodiscard]] Span part_of(const model::Rulebook& rules, Span at, std::string_view text, std::size_t begin,
                           std::size_t end);

/// For messages: `a` in backticks.
[[nodiscard]] std::string ticked(std::string_view text);

}  // namespace inforce::lint
