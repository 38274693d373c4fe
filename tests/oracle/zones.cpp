#include "tests/oracle/zones.h"

#include <date/tz.h>

namespace oracle {
namespace {

const date::time_zone* find(const std::string& zone) { return date::locate_zone(zone.empty() ? "UTC" : zone); }

}  // namespace

Moment start_of(Day day, const std::string& zone) {
  if (day == first_day) return beginning;
  if (day == last_day) return forever;
  const date::local_seconds local{std::chrono::seconds{day.time_since_epoch()}};
  return find(zone)->to_sys(local, date::choose::earliest);  // in a gap: the first moment after it
}

Day day_of(Moment moment, const std::string& zone) {
  const auto local = find(zone)->to_local(moment);
  return Day{std::chrono::floor<std::chrono::days>(local.time_since_epoch())};
}

}  // namespace oracle
