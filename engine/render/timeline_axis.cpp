// The axis of days, and how wide words are.
#include <algorithm>
#include <array>

#include "engine/render/printable.h"
#include "engine/render/timeline_layout.h"

namespace inforce::render_timeline {

namespace {

using std::chrono::days;
using std::chrono::year_month_day;

constexpr std::array<std::string_view, 12> months{"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                  "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

/// Ticks stand a number of days, or of months, apart.
struct Step {
  int days = 0;
  int months = 0;
  Tenths room = 0;  ///< What a label of it needs.
};

constexpr std::array<Step, 15> steps{{{1, 0, 620},
                                      {2, 0, 620},
                                      {7, 0, 620},
                                      {14, 0, 620},
                                      {0, 1, 520},
                                      {0, 2, 520},
                                      {0, 3, 520},
                                      {0, 6, 520},
                                      {0, 12, 520},
                                      {0, 24, 520},
                                      {0, 60, 520},
                                      {0, 120, 520},
                                      {0, 240, 520},
                                      {0, 600, 520},
                                      {0, 12000, 520}}};

std::int64_t days_between(Date first, Date last) { return (last - first).count(); }

Step step_for(const Axis& axis) {
  const auto span = days_between(axis.first, axis.last) + 1;
  const auto fits = [&](const Step& step) {
    const std::int64_t apart = step.days > 0 ? step.days : std::int64_t{28} * step.months;
    return apart * (axis.right - axis.left) / span >= step.room;
  };
  const auto found = std::find_if(steps.begin(), steps.end(), fits);
  return found == steps.end() ? steps.back() : *found;
}

int month_number(const year_month_day& date) {
  return static_cast<int>(date.year()) * 12 + static_cast<int>(static_cast<unsigned>(date.month())) - 1;
}

Date first_of(int month_number) {
  const int year = month_number / 12;
  return std::chrono::year{year} / (month_number % 12 + 1) / 1;
}

/// Days on which a step of days begins: weeks on Monday, shorter ones with the axis.
std::vector<Date> days_of(const Axis& axis, int step) {
  std::vector<Date> found;
  Date day = axis.first;
  const auto since_monday = [](Date at) { return ((at.time_since_epoch().count() + 3) % 7 + 7) % 7; };
  if (step >= 7) day += days{(7 - since_monday(day)) % 7};
  for (; day <= axis.last; day += days{step}) found.push_back(day);
  return found;
}

std::vector<Date> months_of(const Axis& axis, int step) {
  std::vector<Date> found;
  int month = month_number(year_month_day{axis.first});
  if (first_of(month) < axis.first) ++month;
  month += (step - month % step) % step;
  for (; first_of(month) <= axis.last; month += step) found.push_back(first_of(month));
  return found;
}

std::string label_of(Date day, const Step& step) {
  const year_month_day date{day};
  if (step.months >= 12) return to_string(day).substr(0, 4);
  std::string month{months.at(static_cast<unsigned>(date.month()) - 1)};
  if (step.months > 0) return month;
  return std::to_string(static_cast<unsigned>(date.day())) + " " + month;
}

/// The year of the first day, and each that begins later. The first is left out where the next stands too near.
std::vector<Axis::Tick> years_of(const Axis& axis) {
  constexpr Tenths room = 520;
  std::vector<Axis::Tick> years{{axis.first, axis.left, to_string(axis.first).substr(0, 4), true}};
  for (const Date day : months_of(axis, 12)) {
    const auto x = axis.x_of(day);
    if (years.size() == 1 && x < years.front().x + room) years.clear();
    years.push_back({day, x, to_string(day).substr(0, 4), true});
  }
  return years;
}

/// Hundredths of the size of the face, at the upper end of what common sans-serif faces take.
Tenths width_of_character(std::string_view character) {
  if (character.size() > 2) return character == "\u2026" ? 100 : 110;
  if (character.size() == 2) return 72;
  const char c = character.front();
  if (std::string_view("ijl|!.,:;'I").find(c) != std::string_view::npos) return 34;
  if (std::string_view("ft()[]{}r- \"/").find(c) != std::string_view::npos) return 42;
  if (std::string_view("mwMW@%").find(c) != std::string_view::npos) return 100;
  if (c >= 'A' && c <= 'Z') return 78;
  return 64;
}

}  // namespace

Tenths Axis::x_of(Date day) const {
  const auto span = days_between(first, last) + 1;
  const auto at = std::clamp<std::int64_t>(days_between(first, day), -span, 2 * span);
  const auto run = at * (right - left);
  return left + (run >= 0 ? run / span : -((-run + span - 1) / span));
}

Axis axis_of(Date first, Date last, Tenths left, Tenths right) {
  Axis axis;
  axis.first = first;
  axis.last = last;
  axis.left = left;
  axis.right = right;
  const auto step = step_for(axis);
  for (const Date day : step.days > 0 ? days_of(axis, step.days) : months_of(axis, step.months)) {
    const year_month_day date{day};
    const bool begins_year = date.month() == std::chrono::January && static_cast<unsigned>(date.day()) == 1;
    axis.ticks.push_back({day, axis.x_of(day), label_of(day, step), begins_year && step.months < 12});
  }
  if (step.months < 12) axis.years = years_of(axis);
  return axis;
}

Tenths width_of_text(std::string_view text, Tenths size) {
  Tenths hundredths = 0;
  for (std::size_t at = 0; at < text.size();) {
    hundredths += width_of_character(render_text::next_character(text, at).bytes);
  }
  return (hundredths * size + 99) / 100;
}

std::string cut_to_width(const std::string& text, Tenths most, Tenths size) {
  if (width_of_text(text, size) <= most) return text;
  const auto ellipsis = width_of_text("\u2026", size);
  std::string kept;
  Tenths hundredths = 0;
  for (std::size_t at = 0; at < text.size();) {
    const auto character = render_text::next_character(text, at).bytes;
    hundredths += width_of_character(character);
    if ((hundredths * size + 99) / 100 + ellipsis > most) break;
    kept += character;
  }
  while (kept.ends_with(' ')) kept.pop_back();
  return kept.empty() ? kept : kept + "\u2026";
}

}  // namespace inforce::render_timeline
