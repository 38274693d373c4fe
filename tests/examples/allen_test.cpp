// alreich/qualreas: Allen's composition table, found again by enumerating the orders of inexact dates (S15): if A
// stands in one relation to B, and B in another to C, the worlds are just those relations of A to C that the table
// lists.
#include <set>

#include <nlohmann/json.hpp>

#include "engine/timeline/worlds.h"
#include "tests/examples/examples.h"

namespace inforce::test {
namespace {

using timeline::Point;
using timeline::PointIndex;

constexpr int days_enough_for_all_orders = 8;

/// The points of three intervals, beginnings and ends, and of each of them the day after, to say "strictly before".
class Intervals {
 public:
  Intervals() : variables_(6) {
    const Date first = *calendar::make_day(2025, 4, 1);
    for (auto& each : variables_) each.runs = {{first, first + std::chrono::days{days_enough_for_all_orders}}};
    for (const int days_after : {0, 1}) {
      for (timeline::VariableId i = 0; i < 6; ++i) {
        timeline::MovingDate date;
        date.variable = i;
        problem_.points.push_back(timeline::point_of(date, {}, days_after));
      }
    }
    problem_.variables = variables_;
    problem_.ranked = 6;
    for (const PointIndex begin : {0U, 2U, 4U}) before(begin, begin + 1);
  }

  void before(PointIndex a, PointIndex b) { problem_.not_after.emplace_back(a + 6, b); }
  void equal(PointIndex a, PointIndex b) {
    problem_.not_after.emplace_back(a, b);
    problem_.not_after.emplace_back(b, a);
  }
  void compare(PointIndex a, char sign, PointIndex b) {
    if (sign == '<') before(a, b);
    if (sign == '>') before(b, a);
    if (sign == '=') equal(a, b);
  }

  /// The relations of the first to the third interval, over all worlds.
  std::set<std::string> first_to_third() const;

  const timeline::WorldProblem& problem() const { return problem_; }

 private:
  std::vector<timeline::Variable> variables_;
  timeline::WorldProblem problem_;
};

/// A relation by the order of beginnings, of A's beginning and B's end, of A's end and B's beginning, and of ends.
const std::map<std::string, std::string>& signs() {
  static const std::map<std::string, std::string> table{
      {"<<<<", "B"},  {">>>>", "BI"}, {"<<=<", "M"},  {">=>>", "MI"}, {"<<><", "O"},  {"><>>", "OI"}, {"=<><", "S"},
      {"=<>>", "SI"}, {"><><", "D"},  {"<<>>", "DI"}, {"><>=", "F"},  {"<<>=", "FI"}, {"=<>=", "E"}};
  return table;
}

void relate(Intervals& intervals, PointIndex a, const std::string& relation, PointIndex b) {
  for (const auto& [order, name] : signs()) {
    if (name != relation) continue;
    intervals.compare(a, order[0], b);
    intervals.compare(a, order[1], b + 1);
    intervals.compare(a + 1, order[2], b);
    intervals.compare(a + 1, order[3], b + 1);
  }
}

std::set<std::string> Intervals::first_to_third() const {
  std::set<std::string> found;
  const auto fit = timeline::for_each_world(problem_, [&](const timeline::World& world) {
    const auto sign = [&](PointIndex a, PointIndex b) {
      const auto order = world.rank_of(a) <=> world.rank_of(b);
      return order < 0 ? '<' : order > 0 ? '>' : '=';
    };
    found.insert(signs().at({sign(0, 4), sign(0, 5), sign(1, 4), sign(1, 5)}));
  });
  CHECK(fit == timeline::Worlds::some);
  return found;
}

TEST_CASE("allen: the worlds of three intervals are the composition table") {
  const auto path = example("allen-13x13.json");
  if (!path) return;
  const auto table = nlohmann::json::parse(text_of(*path)).at("composition");
  std::size_t passed = 0;
  for (const auto& row : table) {
    const auto first = row.at("r1").get<std::string>();
    const auto second = row.at("r2").get<std::string>();
    Intervals intervals;
    relate(intervals, 0, first, 2);
    relate(intervals, 2, second, 4);
    const auto expected = row.at("r1_then_r2").get<std::set<std::string>>();
    const auto found = intervals.first_to_third();
    INFO(first + " then " + second);
    CHECK(found == expected);
    passed += found == expected;
  }
  print_count("allen", passed, table.size());
}

}  // namespace
}  // namespace inforce::test
