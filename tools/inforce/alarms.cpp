#include "tools/inforce/alarms.h"

#include <algorithm>
#include <charconv>
#include <functional>

#include "tools/inforce/rules.h"

namespace inforce::cli {

namespace {

constexpr unsigned most_days = 366;
constexpr std::size_t most_alarms = 10;

/// `7,1`, or `none`: the days before an entry, furthest first. Nothing where that is not understood.
std::optional<std::vector<unsigned>> alarms_in(const std::string& text) {
  std::vector<unsigned> alarms;
  if (text == "none") return alarms;
  for (std::size_t begin = 0; begin <= text.size();) {
    const auto end = std::min(text.find(',', begin), text.size());
    unsigned days_before = 0;
    const auto [rest, error] = std::from_chars(text.data() + begin, text.data() + end, days_before);
    if (error != std::errc{} || rest != text.data() + end || days_before > most_days) return std::nullopt;
    alarms.push_back(days_before);
    begin = end + 1;
  }
  std::sort(alarms.begin(), alarms.end(), std::greater<>{});
  alarms.erase(std::unique(alarms.begin(), alarms.end()), alarms.end());
  return alarms.size() > most_alarms ? std::nullopt : std::optional(alarms);
}

}  // namespace

const Option& alarm_option() {
  static const Option option{"--alarm", "DAYS,...",
                             "ics: days before an entry to remind of it; 7,1 if not given, or none", false};
  return option;
}

std::optional<Style> style_with_alarms(const Arguments& arguments, Environment& environment) {
  auto style = answer_style(arguments, environment);
  if (!arguments.has("--alarm")) return style;
  const auto alarms = alarms_in(arguments.one("--alarm"));
  if (!alarms) {
    wrong_usage("`--alarm` is `" + arguments.one("--alarm") + "`, not days before an entry or `none`",
                "give up to 10 numbers from 0 to 366, with commas between them, such as `7,1`", environment);
    return std::nullopt;
  }
  style.alarms = *alarms;
  return style;
}

}  // namespace inforce::cli
