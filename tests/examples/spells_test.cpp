// Periods by others, told as events: RTEC's maximal intervals, the Denied Persons List on given days, and PostgreSQL's
// differences and intersections of multiranges, which a suspension makes of a spell.
#include <regex>

#include <nlohmann/json.hpp>

#include "tests/examples/examples.h"
#include "tests/support/rules.h"

namespace inforce::test {
namespace {

using nlohmann::json;

std::vector<json> json_lines(const std::filesystem::path& path) {
  std::vector<json> rows;
  for (const std::string& line : lines_of(path)) rows.push_back(json::parse(line));
  return rows;
}

std::string event(std::size_t number, const std::string& date, const std::string& effect) {
  return "  - {id: e" + std::to_string(number) + ", title: An example, date: " + date + ", sources: [s], effects: [{" +
         effect + "}]}\n";
}

std::string plus_days(const std::string& day, int days) {
  return to_string(*calendar::add_days(*calendar::read_day(day), days));
}

/// RTEC's events as rules: a spell with a deadline ends so many days after its beginning, unless begun again.
std::string rtec_events(const json& row) {
  std::string text;
  std::size_t number = 0;
  const auto& limit = row.at("max_duration_days");
  const bool extends = row.at("re_imposition_extends").is_boolean() && row.at("re_imposition_extends").get<bool>();
  bool running = false;
  for (const auto& each : row.at("events")) {
    const auto day = each.at("effective").get<std::string>();
    const bool impose = each.at("op") == "impose";
    const std::string end = impose && !limit.is_null() ? ", before: " + plus_days(day, limit.get<int>()) : "";
    const bool again = impose && running && extends;
    text += event(number++, day, (again ? "extend: m" : impose ? "impose: m" : "lift: m") + end);
    running = impose;
  }
  return text;
}

TEST_CASE("rtec: maximal intervals of initiations, terminations and deadlines") {
  const auto path = example("rtec-lifecycle.jsonl");
  if (!path) return;
  const auto rows = json_lines(*path);
  std::size_t passed = 0;
  for (const json& row : rows) {
    const Compiled of(prelude() + "events:\n" + rtec_events(row));
    INFO(row.at("case").get<std::string>());
    REQUIRE(of.timeline);
    Query query;
    query.ask = Ask::when;
    query.id = "m";
    const auto answered = answer(*of.timeline, query);
    REQUIRE(answered.ok());
    std::vector<std::vector<std::string>> found;
    for (const Interval& each : std::get<WhenAnswer>(answered->content).intervals) {
      found.push_back({to_string(*each.from), to_string(*each.before)});
    }
    const auto expected = row.at("expected").get<std::vector<std::vector<std::string>>>();
    CHECK(found == expected);
    passed += found == expected;
  }
  print_count("rtec-lifecycle", passed, rows.size());
}

TEST_CASE("denied persons: who was denied on a day") {
  const auto path = example("dpl-sample");
  if (!path) return;
  std::string text =
      "inforce: 1\ndefaults: {jurisdiction: US, time_zone: America/New_York}\n"
      "sources: {s: {title: A notice, publisher: An agency, kind: gazette}}\nrestrictions:\n";
  std::string events = "events:\n";
  for (const json& row : json_lines(*path / "events.jsonl")) {
    const auto id = row.at("id").get<std::string>();
    const std::string end = row.at("expiry").is_null() ? "" : ", before: " + row.at("expiry").get<std::string>();
    text += "  " + id + ": {title: Denied, kind: prohibition}\n";
    events += "  - {id: event-" + id + ", title: An order, date: " + row.at("effective").get<std::string>() +
              ", sources: [s], effects: [{impose: " + id + end + "}]}\n";
  }
  const Compiled of(text + events);
  REQUIRE(of.timeline);
  const auto days = json_lines(*path / "asof.jsonl");
  std::size_t passed = 0;
  for (const json& row : days) {
    Query query;
    query.on = When::on_day(*calendar::read_day(row.at("as_of").get<std::string>()));
    const auto answered = answer(*of.timeline, query);
    REQUIRE(answered.ok());
    std::vector<std::string> found;
    for (const Finding& each : std::get<OnAnswer>(answered->content).restrictions) {
      if (each.status == Status::applies) found.push_back(each.id);
    }
    std::sort(found.begin(), found.end());
    INFO(row.at("q").get<std::string>());
    CHECK(found == row.at("in_force").get<std::vector<std::string>>());
    passed += found == row.at("in_force").get<std::vector<std::string>>();
  }
  print_count("dpl-sample", passed, days.size());
}

using Ranges = std::vector<std::pair<int, int>>;

/// The whole-numbered ranges in a literal or a call: `[1,2)`, `numrange(1,2)`.
Ranges ranges_in(const std::string& text) {
  static const std::regex range{R"((?:\[|numrange\()(-?\d+),\s*(-?\d+)\))"};
  Ranges ranges;
  for (std::sregex_iterator at(text.begin(), text.end(), range), end; at != end; ++at) {
    ranges.emplace_back(std::stoi((*at)[1]), std::stoi((*at)[2]));
  }
  return ranges;
}

std::string day_number(int number) { return plus_days("2020-01-01", number); }

std::string as_effects(const Ranges& ranges, const std::string& verb, std::size_t& number) {
  std::string text;
  for (const auto& [from, before] : ranges) {
    text += event(number++, day_number(from), verb + ": m, before: " + day_number(before));
  }
  return text;
}

/// What the spells `left` become under the suspensions `right`: in force is the difference, suspended the rest.
Ranges periods(const Ranges& left, const Ranges& right, timeline::State state) {
  std::size_t number = 0;
  const std::string events = as_effects(left, "impose", number) + as_effects(right, "suspend", number);
  if (events.empty()) return {};
  const Compiled of(prelude() + "events:\n" + events);
  REQUIRE(of.timeline);
  const auto& compiled = of.timeline->compiled();
  const auto measure = model::find_measure(compiled.rulebook.model(), "m");
  const Moment zero{*calendar::read_day("2020-01-01")};
  Ranges found;
  for (const auto& each : timeline::history(compiled, *measure, std::nullopt, timeline::Certainty::certain)) {
    if (each.state != state) continue;
    const auto day = [&](Moment moment) { return static_cast<int>((moment - zero) / std::chrono::days{1}); };
    if (!found.empty() && found.back().second == day(each.from)) {
      found.back().second = day(each.before);
    } else {
      found.emplace_back(day(each.from), day(each.before));
    }
  }
  return found;
}

TEST_CASE("postgres: differences and intersections of multiranges are suspensions of spells") {
  const auto path = example("postgres-range-literals.jsonl");
  if (!path) return;
  static const std::regex operation{R"(SELECT (.*multirange.*) ([-*]) (.*multirange.*);)", std::regex::icase};
  std::size_t passed = 0;
  std::size_t all = 0;
  for (const json& row : json_lines(*path)) {
    const auto sql = row.at("sql").get<std::string>();
    std::smatch parts;
    if (!std::regex_match(sql, parts, operation) || !row.contains("expected")) continue;
    const auto state = parts[2] == "-" ? timeline::State::in_force : timeline::State::suspended;
    const auto found = periods(ranges_in(parts[1]), ranges_in(parts[3]), state);
    INFO(sql);
    CHECK(found == ranges_in(row.at("expected").get<std::string>()));
    passed += found == ranges_in(row.at("expected").get<std::string>());
    ++all;
  }
  CHECK(all >= 12);
  print_count("postgres-range-literals (differences and intersections)", passed, all);
}

}  // namespace
}  // namespace inforce::test
