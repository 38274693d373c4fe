// The compiled Timeline: flat, immutable, shared between threads. Segments of all measures stand in one list; reasons
// are indices into chains of effects, kept where they were decided (S26).
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "engine/model/rulebook.h"
#include "inforce/timeline.h"

namespace inforce::timeline {

enum class State : std::uint8_t {
  in_force,   ///< In a spell, in no suspension, compliance required.
  grace,      ///< In force; conduct is judged only from a later moment (S4).
  suspended,  ///< In a spell and in a suspension.
  absent,     ///< In no spell. Kept only among possible segments of a measure with inexact dates.
  announced,  ///< Not a state in force time: an impose is known. One segment over all time a state of knowledge.
};

/// An index into `Compiled::chains`; zero is the empty chain.
using ChainId = std::uint32_t;

/// The effects that shaped a state so far, last first: a list that shares its beginnings.
struct ChainLink {
  ChainId before = 0;  ///< The chain up to this effect.
  model::EffectId effect;
};

/// What a measure is during `[from, before)` of force time, for whoever knows what was known at a coordinate within
/// `[known_from, known_before)` of its knowledge axis (S9).
struct Segment {
  Moment from = beginning_of_time;
  Moment before = end_of_time;
  Moment known_from = beginning_of_time;
  Moment known_before = end_of_time;
  Moment spell_from = beginning_of_time;   ///< Bounds of the spell that this lies in. Possible segments: the
  Moment spell_before = end_of_time;       ///< earliest possible beginning and the latest possible end.
  std::optional<model::EventId> ended_by;  ///< The event that ends the spell; none where it ends by itself.
  ChainId chain = 0;
  std::uint32_t attributes = 0;  ///< Index into `Compiled::attribute_sets`; an amended scope is the attribute `scope`.
  State state = State::in_force;
  bool certain = true;  ///< In every completion (S15); else in some.

  friend bool operator==(const Segment&, const Segment&) = default;
};

/// A written date that is not exact and bears on a measure: what would decide (S15).
struct InexactPlace {
  model::EventId event;
  std::string field;    ///< Such as `effective`, or `through` of an effect.
  std::string written;  ///< As in the file: `2025-04`, `[2025-07-15..2025-08-12]`.
  Span span;
  Moment earliest = beginning_of_time;  ///< Over all moments that follow from this date on this measure.
  Moment latest = end_of_time;

  friend bool operator==(const InexactPlace&, const InexactPlace&) = default;
};

/// Where the segments of one measure stand. Within a range, segments are ordered by `known_before` (latest first), then
/// `from`: those that hold with today's knowledge come first, in order.
struct MeasureHistory {
  std::uint32_t first = 0;  ///< Into `Compiled::segments`; coordinates of knowledge are moments.
  std::uint32_t count = 0;
  std::uint32_t day_first = 0;  ///< The same with civil days (their UTC midnight) as coordinates, where events of
  std::uint32_t day_count = 0;  ///< several zones bear on the measure; else `zone` turns a day into a moment.
  bool several_zones = false;
  calendar::Zone zone;  ///< The zone of the events that bear on it, where it is one.
  bool inexact = false;
  std::vector<InexactPlace> places;
};

/// When an event could be known (S9), and its dates for ordering.
struct EventTimes {
  Moment known = beginning_of_time;  ///< The first moment of its last possible day, or the exact moment.
  Date known_day{};                  ///< The civil day of that in the event's zone.
  bool counts = true;                ///< False for proposed events that are not assumed (S24).
  std::optional<Moment> first;       ///< Earliest moment of `date`; for ordering.
  std::optional<Moment> last;
  std::optional<Moment> effective_first;  ///< Earliest and latest moment of `effective`, where given and resolved.
  std::optional<Moment> effective_last;
};

struct Compiled {
  explicit Compiled(Rulebook of) : rulebook(std::move(of)) {}

  Rulebook rulebook;
  std::vector<Segment> segments;
  std::vector<ChainLink> chains;  ///< The first is a sentinel.
  std::vector<Attributes> attribute_sets;
  std::vector<const syntax::Condition*> amended_scopes;  ///< By set, in the rulebook: what its `scope` says, or null.
  std::vector<MeasureHistory> measures;                  ///< By MeasureId.
  std::vector<EventTimes> events;                        ///< By EventId.
};

enum class Certainty : std::uint8_t { certain, possible };

/// The segments of a measure in order of `from`, for a state of knowledge; empty `known` is all that is recorded.
/// `certain` gives those that hold in every completion; they do not overlap. `possible` gives those that hold in some,
/// with `absent` among them; for a measure without inexact dates there are none: its certain ones are exact.
/// `announced` segments are left out.
[[nodiscard]] std::vector<Segment> history(const Compiled& compiled, model::MeasureId measure,
                                           const std::optional<When>& known, Certainty certainty);

/// True where, in that state of knowledge, some event imposes the measure (S11).
[[nodiscard]] bool announced(const Compiled& compiled, model::MeasureId measure, const std::optional<When>& known);

/// True where the event is known in that state of knowledge (S9); a retracted event is still known.
[[nodiscard]] bool is_known(const Compiled& compiled, model::EventId event, const std::optional<When>& known);

/// The effects of a chain, first to last.
[[nodiscard]] std::vector<model::EffectId> effects_of(const Compiled& compiled, ChainId chain);

}  // namespace inforce::timeline
