#include "engine/calendar/zone_rule.h"

#include <algorithm>
#include <array>

#include "engine/calendar/day.h"

namespace inforce::calendar {
namespace {

using std::chrono::days;
using std::chrono::seconds;

// A cursor over the text of a rule; every step says whether it found what it looked for.
class Reader {
 public:
  explicit Reader(std::string_view text) : rest_(text) {}

  [[nodiscard]] bool at_end() const { return rest_.empty(); }

  bool skip(char c) {
    if (rest_.empty() || rest_.front() != c) return false;
    rest_.remove_prefix(1);
    return true;
  }

  bool skip_name() {
    if (skip('<')) {
      const std::size_t close = rest_.find('>');
      if (close == std::string_view::npos) return false;
      rest_.remove_prefix(close + 1);
      return true;
    }
    std::size_t length = 0;
    while (length < rest_.size() && is_letter(rest_[length])) ++length;
    rest_.remove_prefix(length);
    return length >= 3;
  }

  std::optional<int> number() {
    int value = 0;
    std::size_t length = 0;
    while (length < rest_.size() && length < 4 && rest_[length] >= '0' && rest_[length] <= '9') {
      value = value * 10 + (rest_[length++] - '0');
    }
    rest_.remove_prefix(length);
    if (length == 0) return std::nullopt;
    return value;
  }

  // `5`, `-1`, `+3:30`, `2:00:00`.
  std::optional<seconds> time() {
    const bool negative = skip('-');
    if (!negative) skip('+');
    std::array<int, 3> parts{};
    for (std::size_t i = 0; i < parts.size(); ++i) {
      if (i > 0 && !skip(':')) break;
      const auto value = number();
      if (!value) return std::nullopt;
      parts.at(i) = *value;
    }
    const seconds total{parts[0] * 3600 + parts[1] * 60 + parts[2]};
    return negative ? -total : total;
  }

  std::optional<YearlyChange> change() {
    YearlyChange change;
    if (skip('M')) {
      const auto month = number();
      const auto week = skip('.') ? number() : std::nullopt;
      const auto day = skip('.') ? number() : std::nullopt;
      if (!month || !week || !day || *month < 1 || *month > 12 || *week < 1 || *week > 5 || *day > 6)
        return std::nullopt;
      change.month = *month;
      change.week = *week;
      change.day = *day;
    } else {
      change.form = skip('J') ? YearlyChange::Form::day_without_leap : YearlyChange::Form::day_of_year;
      const auto day = number();
      if (!day || *day > 365) return std::nullopt;
      change.day = *day;
    }
    if (!skip('/')) return change;
    const auto at = time();
    if (!at) return std::nullopt;
    change.time = *at;
    return change;
  }

 private:
  static bool is_letter(char c) { return (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z'); }
  std::string_view rest_;
};

Date day_in(const YearlyChange& change, int year) {
  const Date new_year = *make_day(year, 1, 1);
  if (change.form == YearlyChange::Form::day_of_year) return new_year + days{change.day};
  if (change.form == YearlyChange::Form::day_without_leap) {
    const bool leap = days_in_month(year, 2) == 29;
    return new_year + days{change.day - 1 + (leap && change.day >= 60 ? 1 : 0)};
  }
  const auto month = static_cast<unsigned>(change.month);
  const Date first = *make_day(year, month, 1);
  const int shift = (change.day - static_cast<int>(weekday_of(first)) + 7) % 7;
  Date day = first + days{shift + 7 * (change.week - 1)};
  if (parts_of(day).month != month) day -= days{7};
  return day;
}

Moment moment_in(const YearlyChange& change, int year, seconds offset_before) {
  return Moment{day_in(change, year)} + change.time - offset_before;
}

}  // namespace

OffsetRun ZoneRule::at(Moment moment) const {
  const int year = parts_of(std::chrono::floor<days>(moment)).year;
  OffsetRun run{beginning_of_time, end_of_time, standard};
  for (int y = std::max(year - 1, 1); y <= std::min(year + 1, 9999); ++y) {
    std::array<std::pair<Moment, seconds>, 2> changes{
        {{moment_in(to_summer, y, standard), summer}, {moment_in(to_standard, y, summer), standard}}};
    std::sort(changes.begin(), changes.end());
    for (const auto& [when, offset] : changes) {
      if (when <= moment) {
        run.begin = when;
        run.offset = offset;
      } else if (run.end == end_of_time) {
        run.end = when;
      }
    }
  }
  return run;
}

std::optional<ZoneRule> read_zone_rule(std::string_view text) {
  Reader reader{text};
  if (!reader.skip_name()) return std::nullopt;
  const auto standard = reader.time();
  if (!standard || !reader.skip_name()) return std::nullopt;
  ZoneRule rule;
  rule.standard = -*standard;  // POSIX counts west of Greenwich
  rule.summer = rule.standard + std::chrono::hours{1};
  if (!reader.skip(',')) {
    const auto summer = reader.time();
    if (!summer || !reader.skip(',')) return std::nullopt;
    rule.summer = -*summer;
  }
  const auto to_summer = reader.change();
  if (!to_summer || !reader.skip(',')) return std::nullopt;
  const auto to_standard = reader.change();
  if (!to_standard || !reader.at_end()) return std::nullopt;
  rule.to_summer = *to_summer;
  rule.to_standard = *to_standard;
  return rule;
}

}  // namespace inforce::calendar
