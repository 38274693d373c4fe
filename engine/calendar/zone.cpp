#include "engine/calendar/zone.h"

#include <algorithm>
#include <array>
#include <exception>
#include <fstream>
#include <map>
#include <memory>
#include <mutex>

#include <date/tz.h>

#include "engine/calendar/day.h"
#include "engine/calendar/zone_rule.h"

namespace inforce::calendar {
namespace {

using std::chrono::days;
using std::chrono::seconds;

struct ZoneData {
  std::string name;
  const date::time_zone* listed = nullptr;
  std::optional<ZoneRule> afterwards;
};

const ZoneData* data_of(const void* zone) { return static_cast<const ZoneData*>(zone); }

// The folders in which `date` looks for compiled zones, in its order.
constexpr std::array<const char*, 3> zone_folders{"/usr/share/zoneinfo/uclibc/", "/usr/share/zoneinfo/",
                                                  "/var/db/zoneinfo/"};

// Links that say what this machine or a test uses, not where in the world a place is.
bool is_place(std::string_view name) {
  return name != "localtime" && name != "posixrules" && name != "Factory" && !name.starts_with("posix/") &&
         !name.starts_with("right/");
}

OffsetRun run_at(const ZoneData& zone, Moment moment) {
  const date::sys_info info = zone.listed->get_info(date::sys_seconds{moment.time_since_epoch()});
  const OffsetRun listed{Moment{info.begin.time_since_epoch()}, Moment{info.end.time_since_epoch()}, info.offset};
  if (!zone.afterwards || listed.end <= Moment{open_future()}) return listed;
  OffsetRun run = zone.afterwards->at(moment);
  run.begin = std::max(run.begin, listed.begin);
  return run;
}

// The moments at which clocks show `local`, and the first moment at which they show that or something later.
struct Shown {
  std::vector<Moment> at;
  Moment first_at_or_after = end_of_time;
};

Shown moments_showing(const ZoneData& zone, seconds local) {
  constexpr days reach{2};  // more than any offset, and any jump
  Shown shown;
  const Moment stop = Moment{local} + reach;
  for (Moment at = Moment{local} - reach; at < stop;) {
    const OffsetRun run = run_at(zone, at);
    const Moment candidate = Moment{local - run.offset};
    if (run.begin <= candidate && candidate < run.end) shown.at.push_back(candidate);
    if (candidate < run.end)
      shown.first_at_or_after = std::min(shown.first_at_or_after, std::max(candidate, run.begin));
    at = run.end;
  }
  return shown;
}

std::unique_ptr<ZoneData> open_zone(const std::string& name) {
  try {
    auto data = std::make_unique<ZoneData>();
    data->name = name;
    data->listed = date::locate_zone(name);
    (void)data->listed->get_info(date::sys_seconds{});  // reads the file: a broken one is found here
    data->afterwards = read_zone_rule(zone_footer(name));
    return data;
  } catch (const std::exception&) {
    return nullptr;
  }
}

std::string version_in(const std::string& folder) {
  std::ifstream file{folder + "tzdata.zi"};
  constexpr std::string_view prefix = "# version ";
  std::string line;
  if (!std::getline(file, line) || !line.starts_with(prefix)) return {};
  return line.substr(prefix.size());
}

}  // namespace

std::string zone_footer(std::string_view name) {
  for (const char* folder : zone_folders) {
    std::ifstream file{std::string{folder}.append(name), std::ios::binary};
    const std::string bytes{std::istreambuf_iterator<char>{file}, {}};
    if (!bytes.starts_with("TZif") || bytes.back() != '\n') continue;
    const std::size_t before = bytes.rfind('\n', bytes.size() - 2);
    if (before != std::string::npos) return bytes.substr(before + 1, bytes.size() - before - 2);
  }
  return {};
}

std::string_view Zone::name() const { return zone_ ? std::string_view{data_of(zone_)->name} : "UTC"; }

Moment Zone::start_of(Date day) const {
  if (day <= open_past()) return beginning_of_time;
  if (day >= open_future()) return end_of_time;
  if (!zone_) return Moment{day};
  return moments_showing(*data_of(zone_), Moment{day}.time_since_epoch()).first_at_or_after;
}

Date Zone::day_of(Moment moment) const {
  if (moment <= Moment{open_past()}) return open_past();
  if (moment >= Moment{open_future()} + days{1}) return open_future();
  Date day = std::chrono::floor<days>(moment + offset_at(moment));
  while (day < open_future() && start_of(day + days{1}) <= moment) day += days{1};
  return std::clamp(day, open_past(), open_future());
}

std::chrono::seconds Zone::offset_at(Moment moment) const {
  return zone_ ? run_at(*data_of(zone_), moment).offset : seconds{0};
}

Bound Zone::bound(Moment moment) const {
  if (moment == beginning_of_time || moment == end_of_time) return {moment, std::nullopt};
  const Date day = day_of(moment);
  if (start_of(day) != moment) return {moment, std::nullopt};
  return {moment, day};
}

std::optional<Zone> find_zone(std::string_view name) {
  static std::mutex mutex;
  static std::map<std::string, std::unique_ptr<ZoneData>, std::less<>> known;
  Zone zone;
  if (name == "UTC") return zone;
  if (name.empty() || name.size() > 64 || !is_place(name)) return std::nullopt;
  const std::lock_guard lock{mutex};
  auto at = known.find(name);
  if (at == known.end()) {
    auto data = open_zone(std::string{name});
    if (!data) return std::nullopt;
    at = known.emplace(name, std::move(data)).first;
  }
  zone.zone_ = at->second.get();
  return zone;
}

std::vector<std::string> zone_names() {
  std::vector<std::string> names{"UTC"};
  try {
    for (const date::time_zone& zone : date::get_tzdb().zones) {
      if (is_place(zone.name())) names.push_back(zone.name());
    }
  } catch (const std::exception&) {
    return names;
  }
  std::sort(names.begin(), names.end());
  names.erase(std::unique(names.begin(), names.end()), names.end());
  return names;
}

std::variant<Moment, LocalTime::Problem> LocalTime::in(const Zone& zone) const {
  const seconds local = Moment{day}.time_since_epoch() + of_day;
  if (!zone.zone_) return Moment{local};
  const Shown shown = moments_showing(*data_of(zone.zone_), local);
  if (shown.at.empty()) return Problem::does_not_exist;
  if (shown.at.size() > 1) return Problem::is_ambiguous;
  return shown.at.front();
}

std::string tzdata_version() {
  for (const char* folder : zone_folders) {
    if (std::string version = version_in(folder); !version.empty()) return version;
  }
  return "unknown";
}

}  // namespace inforce::calendar
