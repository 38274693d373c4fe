// Where everything stands in the picture of a timeline: bars on their days, labels beside each other.
#include "engine/render/timeline_layout.h"

#include <algorithm>
#include <map>
#include <random>
#include <set>

#include "tests/support/catch.h"

using namespace inforce;
using namespace inforce::render_timeline;

namespace {

using std::chrono::days;

Date day(int year, int month, int number) { return std::chrono::year{year} / month / number; }

Bound whole(Date date) { return {Moment{date}, date}; }

Interval interval(Date first, std::optional<Date> last, std::string state = "in-force", bool certain = true) {
  Interval made;
  made.from = whole(first);
  made.first = first;
  if (last) {
    made.before = whole(*last + days{1});
    made.through = last;
  }
  made.state = std::move(state);
  made.certain = certain;
  made.by = {"letter"};
  return made;
}

ReportEvent event(Date first, Date last, std::string title) {
  ReportEvent made;
  made.row.id = "e";
  made.row.title = std::move(title);
  made.row.date = to_string(first);
  made.first = first;
  made.last = last;
  return made;
}

/// A report of that many measures and events in three lanes, the same for the same seed.
TimelineReport generated(unsigned seed, unsigned measures, unsigned events, int span) {
  std::mt19937 random(seed);
  const auto below = [&](unsigned bound) { return static_cast<int>(random() % bound); };
  TimelineReport report;
  report.from = day(2019, 12, 29) + days{below(400)};
  report.through = report.from + days{span - 1};
  report.lanes.resize(3);
  const auto some_day = [&] { return report.from + days{below(static_cast<unsigned>(span) * 2) - span / 2}; };
  for (unsigned i = 0; i < measures; ++i) {
    ReportRow row;
    row.id = "m" + std::to_string(i);
    row.title = std::string(static_cast<std::size_t>(below(200)), 'M');
    Date at = some_day();
    for (int run = below(5); run >= 0; --run) {
      const Date last = at + days{below(60)};
      const bool open = run == 0 && below(2) == 0;
      const std::string state = below(3) == 0 ? "suspended" : "in-force";
      row.intervals.push_back(interval(at, open ? std::nullopt : std::optional(last), state, below(4) != 0));
      at = last + days{1 + below(3)};
    }
    report.lanes[random() % 3].rows.push_back(i);
    report.rows.push_back(std::move(row));
  }
  for (unsigned i = 0; i < events; ++i) {
    const Date first = some_day();
    const Date last = below(5) == 0 ? first + days{below(90)} : first;
    report.lanes[random() % 3].events.push_back(i);
    report.events.push_back(event(first, last, std::string(static_cast<std::size_t>(below(90)), 'w')));
  }
  return report;
}

/// What a mark takes of its line, with all its days.
std::pair<Tenths, Tenths> stretch(const EventMark& mark) {
  return {std::min({mark.x - measures::mark_radius, mark.label_x, mark.day_x}),
          std::max({mark.x + measures::mark_radius, mark.label_x + mark.label_width, mark.day_x + mark.day_width})};
}

void check_marks(const TimelineReport& report, const Picture& picture) {
  std::multiset<std::size_t> drawn;
  bool apart = true;
  bool inside = true;
  for (const auto& lane : picture.lanes) {
    std::map<Tenths, std::vector<std::pair<Tenths, Tenths>>> lines;
    for (const auto& mark : lane.marks) {
      drawn.insert(mark.events.begin(), mark.events.end());
      lines[mark.y].push_back(stretch(mark));
      inside = inside && mark.label_x >= picture.axis.left && mark.label_x + mark.label_width <= picture.axis.right;
    }
    for (auto& [y, line] : lines) {
      std::sort(line.begin(), line.end());
      for (std::size_t i = 1; i < line.size(); ++i) apart = apart && line[i - 1].second < line[i].first;
    }
    CHECK(lines.size() <= PictureLimits{}.event_lines + 1);
  }
  CHECK(apart);
  CHECK(inside);
  std::multiset<std::size_t> expected;
  for (std::size_t i = 0; i < report.events.size(); ++i) {
    const auto& shown = report.events[i];
    if (*shown.first <= report.through && *shown.last >= report.from) expected.insert(i);
  }
  CHECK(drawn == expected);
  CHECK(picture.events_outside == report.events.size() - expected.size());
}

void check_bars(const TimelineReport& report, const Picture& picture) {
  const auto& axis = picture.axis;
  bool on_their_days = true;
  Tenths floor = 0;
  for (const auto& lane : picture.lanes) {
    CHECK(lane.top > floor);
    floor = lane.title_y;
    for (const auto& mark : lane.marks) floor = std::max(floor, mark.y);
    for (const auto& row : lane.rows) {
      CHECK(row.label_y - measures::text_size > floor);
      CHECK(row.bar_y > row.label_y);
      floor = row.bar_y + measures::bar_height;
      for (const auto& bar : row.bars) {
        on_their_days = on_their_days && bar.x == axis.x_of(bar.first) && bar.x >= axis.left &&
                        bar.x + bar.width == axis.x_of(bar.last + days{1}) && bar.x + bar.width <= axis.right &&
                        bar.first >= report.from && bar.last <= report.through;
      }
    }
  }
  CHECK(on_their_days);
  CHECK(picture.height > floor);
}

bool covers(const std::vector<Bar>& bars, const Axis& axis, Date date) {
  const auto middle = (axis.x_of(date) + axis.x_of(date + days{1})) / 2;
  return std::any_of(bars.begin(), bars.end(),
                     [&](const Bar& bar) { return bar.x <= middle && middle < bar.x + bar.width; });
}

}  // namespace

TEST_CASE("a bar covers its first and its last day, and neither the day before nor the day after") {
  for (const int span : {5, 183, 1500, 9000}) {
    const Date from = day(2025, 1, 1);
    const auto axis = axis_of(from, from + days{span - 1}, 120, 11880);
    ReportRow row;
    row.intervals = {interval(from + days{2}, from + days{3})};
    const auto bars = bars_of(row, axis, 0);
    REQUIRE(bars.size() == 1);
    CHECK(!covers(bars, axis, from + days{1}));
    CHECK(covers(bars, axis, from + days{2}));
    CHECK(covers(bars, axis, from + days{3}));
    CHECK(!covers(bars, axis, from + days{4}));
    CHECK(bars.front().words.find("in force from 2025-01-03 through 2025-01-04, by letter") == 0);
  }
}

TEST_CASE("a bar that began before the axis or has no end runs over the edge") {
  const auto axis = axis_of(day(2025, 1, 1), day(2025, 12, 31), 120, 11880);
  ReportRow row;
  row.intervals = {interval(day(2024, 6, 1), day(2025, 2, 1)), interval(day(2025, 6, 1), std::nullopt)};
  const auto bars = bars_of(row, axis, 0);
  REQUIRE(bars.size() == 2);
  CHECK(bars[0].over_left);
  CHECK(!bars[0].over_right);
  CHECK(bars[0].x == axis.left);
  CHECK(!bars[1].over_left);
  CHECK(bars[1].over_right);
  CHECK(bars[1].x + bars[1].width == axis.right);
}

TEST_CASE("a bar that begins and ends late in the evening stands on those evenings") {
  using std::chrono::hours;
  const auto axis = axis_of(day(2019, 5, 1), day(2019, 5, 31), 120, 11880);
  Interval made = interval(day(2019, 5, 16), day(2019, 5, 20));
  made.from = Bound{Moment{day(2019, 5, 17)} + hours{3}, std::nullopt};
  made.before = Bound{Moment{day(2019, 5, 21)} + hours{3}, std::nullopt};
  ReportRow row;
  row.intervals = {made};
  const auto bars = bars_of(row, axis, 0);
  REQUIRE(bars.size() == 1);
  CHECK(bars[0].first == day(2019, 5, 16));
  CHECK(bars[0].last == day(2019, 5, 20));
  CHECK(bars[0].words ==
        "in force from 2019-05-17T03:00:00Z (2019-05-16 there) and before 2019-05-21T03:00:00Z (2019-05-20 there), by "
        "letter");
}

TEST_CASE("what is only possible takes half of the height and stands before what is certain") {
  const auto axis = axis_of(day(2025, 1, 1), day(2025, 12, 31), 120, 11880);
  ReportRow row;
  row.intervals = {interval(day(2025, 2, 1), day(2025, 3, 1)),
                   interval(day(2025, 2, 1), day(2025, 4, 1), "in-force", false),
                   interval(day(2025, 3, 1), day(2025, 5, 1), "suspended", false)};
  const auto bars = bars_of(row, axis, 0);
  REQUIRE(bars.size() == 3);
  CHECK(bars[0].possible);
  CHECK(bars[1].possible);
  CHECK(!bars[2].possible);
  CHECK(bars[0].height * 2 == bars[2].height);
  CHECK(bars[1].y == bars[0].y + bars[0].height);
  CHECK(bars[1].look == Look::suspended);
}

TEST_CASE("in generated reports no labels meet and every bar stands on its days") {
  unsigned seed = 1;
  for (const int span : {1, 7, 90, 1500, 20000}) {
    for (const unsigned events : {0U, 3U, 40U, 3000U}) {
      const auto report = generated(++seed, 30, events, span);
      const auto picture = picture_of(report);
      INFO("seed " << seed << ", " << span << " days, " << events << " events");
      check_marks(report, picture);
      check_bars(report, picture);
    }
  }
}

TEST_CASE("labels of ticks stand apart, whatever the span") {
  for (int span = 1; span < 100000; span += 1 + span / 7) {
    const auto axis = axis_of(day(1999, 11, 30), day(1999, 11, 30) + days{span - 1}, 120, 11880);
    bool apart = true;
    for (std::size_t i = 1; i < axis.ticks.size(); ++i) {
      const auto end = axis.ticks[i - 1].x + width_of_text(axis.ticks[i - 1].label, measures::small_size);
      apart = apart && end < axis.ticks[i].x;
    }
    for (std::size_t i = 1; i < axis.years.size(); ++i) apart = apart && axis.years[i - 1].x + 400 < axis.years[i].x;
    INFO(span << " days");
    CHECK(apart);
    CHECK(axis.ticks.size() < 30);
  }
}

TEST_CASE("more measures than a picture holds are counted, not drawn") {
  const auto report = generated(7, 500, 0, 300);
  const auto picture = picture_of(report);
  std::size_t drawn = 0;
  std::size_t left_out = 0;
  for (const auto& lane : picture.lanes) {
    drawn += lane.rows.size();
    left_out += lane.rows_left_out;
  }
  CHECK(drawn == PictureLimits{}.rows);
  CHECK(drawn + left_out == 500);
}

TEST_CASE("text is cut at whole characters") {
  CHECK(cut_to_width("short", 10000, 130) == "short");
  const auto cut = cut_to_width("Zürich Zürich Zürich", 700, 130);
  CHECK(cut.ends_with("…"));
  CHECK(width_of_text(cut, 130) <= 700);
  CHECK(cut_to_width("中国中国", 0, 130).empty());
}
