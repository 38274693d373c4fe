// The marks of events and their labels: each label beside its mark, on the first line where both have room.
#include <algorithm>

#include "engine/render/timeline_layout.h"
#include "engine/render/words.h"

namespace inforce::render_timeline {

namespace {

using std::chrono::days;

constexpr Tenths line_height = 210;
constexpr Tenths gap = 60;       ///< Between a mark and its label.
constexpr Tenths apart = 120;    ///< Between a label and the next mark.
constexpr Tenths widest = 8000;  ///< A label.

/// A stretch of a line that a mark takes with its label.
struct Stretch {
  Tenths left = 0;
  Tenths right = 0;
};

Stretch stretch_of(const EventMark& mark) {
  const auto left = std::min({mark.x - measures::mark_radius, mark.label_x, mark.day_x});
  const auto right =
      std::max({mark.x + measures::mark_radius, mark.label_x + mark.label_width, mark.day_x + mark.day_width});
  return {left, right};
}

Tenths width_of_label(const EventMark& mark) {
  const auto day = mark.day.empty() ? 0 : width_of_text(mark.day + " ", measures::small_size);
  return day + width_of_text(mark.label, measures::small_size);
}

/// To the right of the mark where there is room before the edge, else to its left, else shortened to where more is.
/// Of an event of several days the mark is at the first, and a line below the label spans them all.
void place_label(EventMark& mark, const Axis& axis) {
  const auto right_of = mark.x + measures::mark_radius + gap;
  const auto left_of = mark.x - measures::mark_radius - gap;
  mark.label_width = width_of_label(mark);
  const auto room = std::max(axis.right - right_of, left_of - axis.left);
  if (mark.label_width > room) {
    const auto day = width_of_label(mark) - width_of_text(mark.label, measures::small_size);
    mark.label = cut_to_width(mark.label, room - day, measures::small_size);
    if (mark.label.empty()) mark.day.clear();
    mark.label_width = width_of_label(mark);
  }
  mark.label_x = right_of + mark.label_width <= axis.right ? right_of : left_of - mark.label_width;
}

EventMark mark_of(const TimelineReport& report, std::size_t index, const Axis& axis) {
  const auto& event = report.events[index];
  EventMark mark;
  mark.events = {index};
  mark.signal = event.signal;
  const Date first = std::max(event.first.value_or(axis.first), axis.first);
  const Date last = std::min(event.last.value_or(axis.last), axis.last);
  mark.inexact = event.first != event.last;
  mark.day_x = axis.x_of(first);
  mark.day_width = axis.x_of(last + days{1}) - mark.day_x;
  mark.x = mark.inexact ? mark.day_x : mark.day_x + mark.day_width / 2;
  if (!mark.inexact) {
    mark.day_x = mark.x;
    mark.day_width = 0;
  }
  const bool moment = event.row.date.find('T') == 10;
  mark.day =
      cut_to_width(moment && !mark.inexact ? to_string(first) : event.row.date, widest / 2, measures::small_size);
  const auto day = width_of_text(mark.day + " ", measures::small_size);
  mark.label = cut_to_width(event.row.title, widest - day, measures::small_size);
  place_label(mark, axis);
  return mark;
}

void name_together(EventMark& mark, const Axis& axis) {
  mark.day.clear();
  mark.label = std::to_string(mark.events.size()) + " more";
  mark.day_x = mark.x;
  mark.day_width = 0;
  place_label(mark, axis);
}

class Lines {
 public:
  Lines(const Axis& axis, std::size_t most) : axis_(axis), most_(most) {}

  void add(EventMark mark) {
    const auto wanted = stretch_of(mark);
    for (std::size_t i = 0; i <= ends_.size() && i < most_; ++i) {
      if (i == ends_.size()) ends_.emplace_back();
      if (!is_free(ends_[i], wanted)) continue;
      mark.y = static_cast<Tenths>(i);
      ends_[i].push_back(wanted);
      marks_.push_back(std::move(mark));
      return;
    }
    add_together(mark);
  }

  /// The marks, from `top` on; those that stand together on a line of their own.
  std::vector<EventMark> finished(Tenths top, Tenths& used) {
    for (auto& mark : together_) {
      mark.y = static_cast<Tenths>(ends_.size());
      marks_.push_back(std::move(mark));
    }
    for (auto& mark : marks_) mark.y = top + mark.y * line_height + 150;
    const auto lines = ends_.size() + (together_.empty() ? 0 : 1);
    used = lines == 0 ? 0 : static_cast<Tenths>(lines) * line_height + 20;
    return std::move(marks_);
  }

 private:
  static bool is_free(const std::vector<Stretch>& taken, const Stretch& wanted) {
    return std::all_of(taken.begin(), taken.end(), [&](const Stretch& other) {
      return wanted.right + apart <= other.left || other.right + apart <= wanted.left;
    });
  }

  /// Marks come in order of their days: what would touch the last joins it, and it may then touch the one before.
  void add_together(EventMark& mark) {
    name_together(mark, axis_);
    together_.push_back(std::move(mark));
    while (together_.size() > 1 && touch(together_[together_.size() - 2], together_.back())) {
      auto& into = together_[together_.size() - 2];
      const auto& last = together_.back().events;
      into.events.insert(into.events.end(), last.begin(), last.end());
      together_.pop_back();
      name_together(together_.back(), axis_);
    }
  }

  static bool touch(const EventMark& before, const EventMark& mark) {
    return stretch_of(before).right + apart > stretch_of(mark).left;
  }

  const Axis& axis_;
  std::size_t most_;
  std::vector<std::vector<Stretch>> ends_;
  std::vector<EventMark> marks_;
  std::vector<EventMark> together_;
};

}  // namespace

bool is_on_axis(const ReportEvent& event, const Axis& axis) {
  if (!event.first && !event.last) return false;
  return event.first.value_or(axis.first) <= axis.last && event.last.value_or(axis.last) >= axis.first;
}

std::vector<EventMark> marks_of(const TimelineReport& report, const ReportLane& lane, const Axis& axis,
                                std::size_t most_lines, Tenths top, Tenths& used) {
  std::vector<EventMark> marks;
  for (const auto index : lane.events) {
    if (is_on_axis(report.events[index], axis)) marks.push_back(mark_of(report, index, axis));
  }
  std::stable_sort(marks.begin(), marks.end(), [](const EventMark& a, const EventMark& b) { return a.x < b.x; });
  Lines lines(axis, most_lines);
  for (auto& mark : marks) lines.add(std::move(mark));
  return lines.finished(top, used);
}

}  // namespace inforce::render_timeline
