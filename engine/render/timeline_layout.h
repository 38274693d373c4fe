// Where everything of a timeline report stands in its picture: nothing is drawn here, and nothing is asked of the
// rules.
//
// All lengths are whole tenths of a pixel, so that the same report gives the same bytes on every machine. A day is as
// wide as every other day to a tenth: day `d` takes [x_of(d), x_of(d + 1)).
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "inforce/timeline_report.h"

namespace inforce::render_timeline {

using Tenths = std::int64_t;

/// How much a picture holds at most; what is beyond is counted and said.
struct PictureLimits {
  std::size_t rows = 120;       ///< Measures, over all lanes.
  std::size_t event_lines = 6;  ///< Lines of labels in a lane; events that find no place stand together as "n more".
};

/// The days of the axis, each as wide as the other.
struct Axis {
  struct Tick {
    Date day{};
    Tenths x = 0;
    std::string label;
    bool major = false;  ///< A year begins.
  };
  Date first{};
  Date last{};
  Tenths left = 0;
  Tenths right = 0;
  std::vector<Tick> ticks;
  std::vector<Tick> years;  ///< Their names, on a line above; empty where the ticks are years.

  /// Where the day begins. A day outside gives a place outside, or an edge where it lies far off.
  [[nodiscard]] Tenths x_of(Date day) const;
};

enum class Look : std::uint8_t { in_force, not_enforced, grace, suspended, released, pending };

/// A run of days in one state.
struct Bar {
  Date first{};  ///< Within the axis.
  Date last{};   ///< Its last day, within the axis.
  Tenths x = 0;
  Tenths width = 0;
  Tenths y = 0;
  Tenths height = 0;  ///< Half of the row where it is only possible.
  Look look = Look::in_force;
  bool possible = false;
  bool over_left = false;   ///< It began before the axis does.
  bool over_right = false;  ///< It goes on after it.
  bool closed = false;      ///< A bar of the same kind begins where it ends.
  std::size_t runs = 1;     ///< More where runs too short to be told apart are drawn as one.
  std::string words;        ///< `in force from 2025-04-09 through 2025-07-13, by a-letter`.
};

struct PictureRow {
  std::size_t row = 0;  ///< Into the rows of the report.
  Tenths label_y = 0;   ///< The base line of its title.
  std::string label;    ///< Its title, cut where there is no room for it.
  std::vector<Bar> bars;
  Tenths bar_y = 0;
};

/// An event with its label, or several that stand together.
struct EventMark {
  std::vector<std::size_t> events;  ///< Into the events of the report.
  Tenths x = 0;                     ///< The middle of the mark.
  Tenths day_x = 0;                 ///< Its possible days: one day, or all on which it may have been.
  Tenths day_width = 0;
  Tenths y = 0;  ///< The base line of the label.
  Tenths label_x = 0;
  Tenths label_width = 0;
  std::string day;    ///< As written, cut; empty where several stand together.
  std::string label;  ///< The title, cut; or `12 more`.
  bool signal = false;
  bool inexact = false;
};

struct PictureLane {
  std::string title;
  Tenths top = 0;
  Tenths title_y = 0;
  std::vector<EventMark> marks;
  std::vector<PictureRow> rows;
  std::size_t rows_left_out = 0;
  Tenths left_out_y = 0;  ///< The base line of the sentence on them.
};

/// A run of days with one verdict.
struct VerdictBar {
  std::size_t run = 0;  ///< Into the verdicts of the report.
  Tenths x = 0;
  Tenths width = 0;
  std::string label;  ///< Empty where there is no room for the words.
};

struct Picture {
  Tenths width = 12000;
  Tenths height = 0;
  Axis axis;
  Tenths axis_y = 0;  ///< The line under the ticks' labels.
  std::optional<Date> marked;
  Tenths marked_x = 0;  ///< The middle of the marked day.
  Tenths marked_label_x = 0;
  std::vector<VerdictBar> verdicts;
  Tenths verdict_label_y = 0;
  Tenths verdict_y = 0;
  std::vector<PictureLane> lanes;
  std::size_t events_outside = 0;  ///< Events that lie before or after the axis, or whose day nobody knows.
  Tenths bottom = 0;               ///< Where the lines of the axis end.
};

/// Heights that drawing and layout share.
namespace measures {
inline constexpr Tenths bar_height = 140;
inline constexpr Tenths verdict_height = 240;
inline constexpr Tenths mark_radius = 55;
inline constexpr Tenths text_size = 145;   ///< Of titles of measures.
inline constexpr Tenths small_size = 130;  ///< Of events, ticks and verdicts.
inline constexpr Tenths title_size = 160;  ///< Of lanes.
}  // namespace measures

[[nodiscard]] Picture picture_of(const TimelineReport& report, const PictureLimits& limits = {});

/// The axis alone, with ticks that stand at least as far apart as their labels need.
[[nodiscard]] Axis axis_of(Date first, Date last, Tenths left, Tenths right);

/// How wide a text may be at most in a sans-serif face of that size. Never less than it is in common faces.
[[nodiscard]] Tenths width_of_text(std::string_view text, Tenths size);

/// The text, or its beginning and `…`, no wider than `most`; empty where not even that has room.
[[nodiscard]] std::string cut_to_width(const std::string& text, Tenths most, Tenths size);

/// The marks of a lane, from `top` on; `used` is how high they are.
[[nodiscard]] std::vector<EventMark> marks_of(const TimelineReport& report, const ReportLane& lane, const Axis& axis,
                                              std::size_t most_lines, Tenths top, Tenths& used);

/// Whether any possible day of the event lies on the axis.
[[nodiscard]] bool is_on_axis(const ReportEvent& event, const Axis& axis);

/// The bars of a row whose middle bar begins at `y`.
[[nodiscard]] std::vector<Bar> bars_of(const ReportRow& row, const Axis& axis, Tenths y);

}  // namespace inforce::render_timeline
