// Time zones of the system's IANA database: where civil days meet moments (S12, S13).
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "inforce/date.h"

namespace inforce::calendar {

/// A handle to one zone of the database; a default-made one is UTC. Compares by identity of the zone's name.
class Zone {
 public:
  Zone() = default;
  [[nodiscard]] std::string_view name() const;

  /// The first moment of the civil day, also where midnight does not exist or comes twice. `open_past()` gives
  /// `beginning_of_time`, `open_future()` gives `end_of_time`.
  [[nodiscard]] Moment start_of(Date day) const;

  /// The civil day that `moment` lies in.
  [[nodiscard]] Date day_of(Moment moment) const;

  /// How far clocks here are ahead of UTC at `moment`. Requires: `moment` lies within the writable years.
  [[nodiscard]] std::chrono::seconds offset_at(Moment moment) const;

  /// As a person reads it: the civil day where `moment` is the start of one here.
  [[nodiscard]] Bound bound(Moment moment) const;

  friend bool operator==(const Zone& a, const Zone& b) { return a.zone_ == b.zone_; }

 private:
  friend std::optional<Zone> find_zone(std::string_view name);
  friend struct LocalTime;
  const void* zone_ = nullptr;  // const date::time_zone*, null for UTC
};

/// The zone of that name (`America/New_York`, `UTC`); empty where the database has none or is not installed.
[[nodiscard]] std::optional<Zone> find_zone(std::string_view name);

/// The names of all zones of the database, sorted; `UTC` alone where none is installed.
[[nodiscard]] std::vector<std::string> zone_names();

/// A wall-clock time of a day.
struct LocalTime {
  Date day;
  std::chrono::seconds of_day;

  enum class Problem : std::uint8_t { does_not_exist, is_ambiguous };
  /// The moment at which clocks in `zone` show this time, or why there is none, or more than one (S12).
  [[nodiscard]] std::variant<Moment, Problem> in(const Zone& zone) const;
};

/// The version of the time-zone data, such as `2026f`; `unknown` where the system does not say.
[[nodiscard]] std::string tzdata_version();

}  // namespace inforce::calendar
