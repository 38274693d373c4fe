#include "engine/render/timeline_layout.h"

#include <algorithm>

#include "engine/render/timeline_words.h"
#include "engine/render/words.h"

namespace inforce::render_timeline {

namespace {

using std::chrono::days;

constexpr Tenths margin = 120;
constexpr Tenths shortest = 30;  ///< Runs below it are drawn together with what they touch.

Look look_of(const Interval& interval) {
  if (interval.state == "grace") return Look::grace;
  if (interval.state == "suspended") return Look::suspended;
  if (interval.state == "released") return Look::released;
  if (interval.state == "pending") return Look::pending;
  const auto found = interval.attributes.find("enforcement");
  const bool announced = found != interval.attributes.end() && found->second == Value("announced-not-enforced");
  return announced ? Look::not_enforced : Look::in_force;
}

std::string words_of(const Interval& interval) {
  auto words = render_text::state_text(interval) + " from " + render_text::first_text(interval);
  if (!interval.before) {
    words += ", no end known";
  } else if (interval.before->day) {
    words += " through " + render_text::last_text(interval);
  } else {
    words += " and " + render_text::last_text(interval);
  }
  if (!interval.by.empty()) words += ", by " + render_text::list_of(interval.by);
  return words;
}

/// Nothing where the interval lies outside.
std::optional<Bar> bar_of(const Interval& interval, const Axis& axis, Tenths y) {
  const Date first = render_text::first_day(interval).value_or(axis.first);
  const Date last = render_text::last_day(interval).value_or(axis.last);
  if (first > axis.last || last < axis.first || last < first) return std::nullopt;
  Bar bar;
  bar.over_left = !interval.from || first < axis.first;
  bar.over_right = !interval.before || last > axis.last;
  bar.first = std::max(first, axis.first);
  bar.last = std::min(last, axis.last);
  bar.x = axis.x_of(bar.first);
  bar.width = axis.x_of(bar.last + days{1}) - bar.x;
  bar.look = look_of(interval);
  bar.possible = !interval.certain;
  bar.y = y;
  bar.height = measures::bar_height;
  if (bar.possible) {
    bar.height = measures::bar_height / 2;
    if (bar.look == Look::suspended || bar.look == Look::released) bar.y += measures::bar_height / 2;
  }
  bar.words = words_of(interval);
  return bar;
}

bool joins(const Bar& before, const Bar& bar) {
  const bool alike = before.look == bar.look && before.possible == bar.possible && before.y == bar.y;
  return alike && before.last + days{1} == bar.first && (before.width < shortest || bar.width < shortest);
}

void join(Bar& before, const Bar& bar) {
  before.last = bar.last;
  before.width = bar.x + bar.width - before.x;
  before.over_right = bar.over_right;
  ++before.runs;
  before.words = std::to_string(before.runs) + " runs from " + to_string(before.first) + " through " +
                 to_string(before.last) + ", too short to be drawn apart";
}

/// Lays one thing below the other.
class Builder {
 public:
  Builder(const TimelineReport& report, const PictureLimits& limits) : report_(report), limits_(limits) {
    picture_.axis = axis_of(report.from, report.through, margin, picture_.width - margin);
  }

  Picture make() {
    add_head();
    add_verdicts();
    for (const auto& lane : report_.lanes) {
      if (!lane.rows.empty() || !lane.events.empty()) add_lane(lane);
    }
    picture_.bottom = y_ + 60;
    picture_.height = picture_.bottom + 20;
    for (const auto& event : report_.events) {
      if (!is_on_axis(event, picture_.axis)) ++picture_.events_outside;
    }
    return std::move(picture_);
  }

 private:
  void add_head() {
    const auto& on = report_.request.about.on;
    y_ = 40;
    if (on) {
      const Date day = on->day ? *on->day : std::chrono::floor<days>(on->moment);
      if (report_.from <= day && day <= report_.through) mark(day);
    }
    y_ += picture_.axis.years.empty() ? 220 : 420;
    picture_.axis_y = y_;
  }

  void mark(Date day) {
    const auto& axis = picture_.axis;
    picture_.marked = day;
    picture_.marked_x = (axis.x_of(day) + axis.x_of(day + days{1})) / 2;
    const auto half = width_of_text(to_string(day), measures::small_size) / 2 + 80;
    picture_.marked_label_x = std::clamp(picture_.marked_x, axis.left + half, axis.right - half);
    y_ += 240;
  }

  void add_verdicts() {
    if (report_.verdicts.empty()) return;
    picture_.verdict_label_y = y_ + 250;
    picture_.verdict_y = y_ + 330;
    const auto& axis = picture_.axis;
    for (std::size_t i = 0; i < report_.verdicts.size(); ++i) {
      const auto& run = report_.verdicts[i];
      VerdictBar bar;
      bar.run = i;
      bar.x = axis.x_of(std::max(run.from, axis.first));
      bar.width = axis.x_of(std::min(run.through, axis.last) + days{1}) - bar.x;
      const auto words = render_text::spoken(to_string(run.verdict));
      if (width_of_text(words, measures::small_size) + 140 <= bar.width) bar.label = words;
      picture_.verdicts.push_back(std::move(bar));
    }
    y_ = picture_.verdict_y + measures::verdict_height + 40;
  }

  void add_lane(const ReportLane& lane) {
    PictureLane shown;
    shown.top = y_ + 140;
    shown.title_y = shown.top + 230;
    shown.title = cut_to_width(lane.title, room(), measures::title_size);
    y_ = shown.title_y + 90;
    Tenths used = 0;
    shown.marks = marks_of(report_, lane, picture_.axis, limits_.event_lines, y_, used);
    y_ += used;
    for (const auto row : lane.rows) {
      if (rows_ >= limits_.rows) {
        ++shown.rows_left_out;
      } else {
        add_row(row, shown);
      }
    }
    if (shown.rows_left_out > 0) {
      shown.left_out_y = y_ + 180;
      y_ += 220;
    }
    picture_.lanes.push_back(std::move(shown));
  }

  void add_row(std::size_t index, PictureLane& lane) {
    ++rows_;
    const auto& row = report_.rows[index];
    PictureRow shown;
    shown.row = index;
    shown.label_y = y_ + 200;
    shown.bar_y = shown.label_y + 70;
    shown.label = cut_to_width(row.title, room(), measures::text_size);
    shown.bars = bars_of(row, picture_.axis, shown.bar_y);
    y_ = shown.bar_y + measures::bar_height + 70;
    lane.rows.push_back(std::move(shown));
  }

  [[nodiscard]] Tenths room() const { return picture_.axis.right - picture_.axis.left; }

  const TimelineReport& report_;
  const PictureLimits& limits_;
  Picture picture_;
  Tenths y_ = 0;
  std::size_t rows_ = 0;
};

}  // namespace

std::vector<Bar> bars_of(const ReportRow& row, const Axis& axis, Tenths y) {
  std::vector<Bar> possible;
  std::vector<Bar> certain;
  for (const auto* interval : render_text::told_intervals(row)) {
    auto bar = bar_of(*interval, axis, y);
    if (!bar) continue;
    auto& bars = bar->possible ? possible : certain;
    if (!bars.empty() && joins(bars.back(), *bar)) {
      join(bars.back(), *bar);
      continue;
    }
    if (!bars.empty() && bars.back().last + days{1} == bar->first) bars.back().closed = true;
    bars.push_back(std::move(*bar));
  }
  possible.insert(possible.end(), std::make_move_iterator(certain.begin()), std::make_move_iterator(certain.end()));
  return possible;
}

Picture picture_of(const TimelineReport& report, const PictureLimits& limits) { return Builder(report, limits).make(); }

}  // namespace inforce::render_timeline
