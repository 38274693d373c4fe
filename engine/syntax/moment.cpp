// Moments (S12): from parts to a second of UTC.
#include "engine/calendar/day.h"
#include "engine/calendar/zone.h"
#include "engine/syntax/date_parts.h"

namespace inforce::syntax {
namespace {

using calendar::LocalTime;
using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

std::string two_digits(std::int64_t value) { return (value < 10 ? "0" : "") + std::to_string(value); }

std::string offset_text(seconds offset) {
  const std::int64_t size = offset.count() < 0 ? -offset.count() : offset.count();
  return (offset.count() < 0 ? "-" : "+") + two_digits(size / 3600) + ':' + two_digits(size / 60 % 60);
}

std::optional<seconds> read_offset(const MomentParts& parts, DateReport& report) {
  if (parts.offset == "Z") return seconds{0};
  const auto number = [&](std::size_t at) { return (parts.offset[at] - '0') * 10 + (parts.offset[at + 1] - '0'); };
  const seconds size = hours{number(1)} + minutes{number(4)};
  const seconds offset = parts.offset[0] == '-' ? -size : size;
  if (number(4) > 59 || offset < -hours{12} || offset > hours{14}) {
    report.add(codes::bad_date, parts.zone_at, "offset " + report.quoted(parts.zone_at) + " is one that no clock has",
               "offsets run from -12:00 to +14:00");
    return std::nullopt;
  }
  return offset;
}

std::optional<calendar::Zone> read_zone(const MomentParts& parts, DateReport& report) {
  auto zone = calendar::find_zone(parts.zone);
  if (zone) return zone;
  const std::vector<std::string> names = calendar::zone_names();
  const std::vector<std::string_view> candidates(names.begin(), names.end());
  const TextRange name{parts.zone_at.begin + 1, parts.zone_at.end - 1};
  std::string help = diagnostics::did_you_mean(parts.zone, candidates);
  if (help.empty()) help = "write a zone of the IANA database, such as `America/New_York`";
  report.add(codes::unknown_zone, name, "there is no time zone " + report.quoted(name), std::move(help));
  return std::nullopt;
}

std::optional<Moment> in_zone(const MomentParts& parts, LocalTime local, const calendar::Zone& zone,
                              DateReport& report) {
  const auto result = local.in(zone);
  if (const auto* moment = std::get_if<Moment>(&result)) return *moment;
  const Moment near = Moment{local.day} + local.of_day;
  const std::string wall{report.text({parts.at.begin, parts.zone_at.begin})};
  const std::string before = offset_text(zone.offset_at(near - days{1}));
  const std::string after = offset_text(zone.offset_at(near + days{1}));
  const bool missing = std::get<LocalTime::Problem>(result) == LocalTime::Problem::does_not_exist;
  report.add(codes::local_time, parts.at,
             "`" + wall + "` " + (missing ? "does not exist in `" : "comes twice in `") + parts.zone +
                 "`: clocks change from " + before + " to " + after,
             "write the offset: `" + wall + before + "` or `" + wall + after + "`");
  return std::nullopt;
}

bool check_clock(const MomentParts& parts, DateReport& report) {
  if (parts.hour <= 23 && parts.minute <= 59 && parts.second <= 59) return true;
  const bool midnight = parts.hour == 24 && parts.minute == 0 && parts.second == 0;
  report.add(codes::bad_date, parts.clock_at, "there is no time " + report.quoted(parts.clock_at) + " on a clock",
             midnight ? "write `00:00` of the day after" : "times run from 00:00:00 to 23:59:59");
  return false;
}

}  // namespace

std::optional<Moment> make_moment(const MomentParts& parts, DateReport& report) {
  if (!parts.date.day) {
    report.add(codes::bad_date, parts.date.at, "a moment needs a day, not " + report.quoted(parts.date.at));
    return std::nullopt;
  }
  const auto day = days_of(parts.date, report);
  if (!day || !check_clock(parts, report)) return std::nullopt;
  const LocalTime local{day->first, hours{parts.hour} + minutes{parts.minute} + seconds{parts.second}};
  std::optional<Moment> moment;
  if (parts.zone.empty()) {
    const auto offset = read_offset(parts, report);
    if (offset) moment = Moment{local.day} + local.of_day - *offset;
  } else {
    const auto zone = read_zone(parts, report);
    if (zone) moment = in_zone(parts, local, *zone, report);
  }
  if (!moment) return std::nullopt;
  if (*moment < Moment{calendar::first_writable_day()} || *moment >= Moment{calendar::open_future()}) {
    report.add(codes::outside_years, parts.at,
               "in UTC the moment " + report.quoted(parts.at) + " lies outside the years that can be written",
               "years run from 0001 to 9999");
    return std::nullopt;
  }
  return moment;
}

}  // namespace inforce::syntax
