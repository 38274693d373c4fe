// What an answer is read from: the compiled timeline in one state of knowledge, each measure's segments read once.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <unordered_map>
#include <vector>

#include "engine/query/facts.h"
#include "engine/timeline/compiled.h"
#include "inforce/query.h"

namespace inforce::query {

/// How much is wanted of an answer.
enum class Detail : std::uint8_t {
  bare,  ///< Without reasons, sources and what comes next: enough to compare.
  full,
};

/// The segments of one measure in one state of knowledge. `possible` is empty where no date of it is inexact.
struct Record {
  model::MeasureId id;
  const model::Measure* measure = nullptr;
  const timeline::MeasureHistory* history = nullptr;
  std::vector<timeline::Segment> certain;
  std::vector<timeline::Segment> possible;
  bool announced = false;

  [[nodiscard]] const calendar::Zone& zone() const { return measure->zone; }
};

/// One state of knowledge of one timeline, with the question's facts. For one thread; lives as long as its references.
class View {
 public:
  View(const timeline::Compiled& of, const Query& asked, std::optional<When> knowledge);

  /// Another question in the same state of knowledge; shares what was read of the timeline.
  View(const View& other, const Query& asked);

  /// The same question with other facts of the case; shares what was read of the timeline.
  [[nodiscard]] View with(Case other) const;

  const timeline::Compiled& compiled;
  const model::Rulebook& rules;
  const Query& query;
  const std::optional<When> known;
  Case described;  ///< The facts of the question, completed from the catalogue of items (S18).

  /// The values of a fact; null where it is missing.
  [[nodiscard]] const std::vector<std::string>* fact(const std::string& attribute) const;
  /// True where the fact may have other values besides.
  [[nodiscard]] bool is_partial(const std::string& attribute) const;

  [[nodiscard]] const Record& record(model::MeasureId id) const;

 private:
  using Records = std::unordered_map<std::uint32_t, std::unique_ptr<Record>>;
  std::shared_ptr<Records> records_ = std::make_shared<Records>();
};

/// True for the states in which a measure binds: in force, or in force with a compliance date to come.
[[nodiscard]] bool binds(const timeline::Segment& segment);

/// `in-force`, `grace`, `suspended`; empty for the states that are no interval.
[[nodiscard]] std::string_view state_word(timeline::State state);

/// The moments at which a segment of the record begins or ends, sorted, without the ends of time.
[[nodiscard]] std::vector<Moment> boundaries(const Record& record);

/// What the status of a measure is read from besides its own record, for the facts of the question: authorizations
/// that release it, and members of groups that scopes name. Empty without facts.
[[nodiscard]] std::vector<model::MeasureId> dependencies(const View& view, model::MeasureId id);

/// The events of the effects of `chains`, in order and without repetition.
[[nodiscard]] std::vector<model::EventId> events_of(const View& view, const std::vector<timeline::ChainId>& chains);

/// The ids of those that imposed, enlisted, extended, amended or suspended, in order and without repetition.
[[nodiscard]] std::vector<std::string> shaping_events(const View& view, const std::vector<timeline::ChainId>& chains);

/// True of effects that begin a spell.
[[nodiscard]] bool imposes(const model::Effect& effect);

/// A measure that answers are about: it has spells of its own and is no membership of a group.
[[nodiscard]] bool is_reportable(const model::Measure& measure);

/// True where the question leaves no jurisdiction or regime out, or names this one.
[[nodiscard]] bool is_wanted(const Query& query, const std::string& jurisdiction, const std::string& regime);

/// `bound` as text a person reads; empty at the ends of time.
[[nodiscard]] std::optional<Bound> bound_of(const calendar::Zone& zone, Moment moment);

/// The civil day on which a bound falls in the zone.
[[nodiscard]] Date day_of(const calendar::Zone& zone, const Bound& bound);

/// The day on which `from` falls in the zone, for people.
[[nodiscard]] std::optional<Date> first_day(const calendar::Zone& zone, const std::optional<Bound>& from);

/// The last day before `before`, for people (S5).
[[nodiscard]] std::optional<Date> last_day(const calendar::Zone& zone, const std::optional<Bound>& before);

}  // namespace inforce::query
