#include "engine/timeline/worlds.h"

#include "engine/calendar/day.h"
#include "tests/support/catch.h"

using namespace inforce;
using namespace inforce::timeline;

namespace {

Date day(int number) { return *calendar::make_day(2025, 4, static_cast<unsigned>(number)); }

Variable one_of(int first, int last) {
  Variable variable;
  variable.runs = {{day(first), day(last)}};
  return variable;
}

Point moving(VariableId variable, int days_after = 0) {
  MovingDate date;
  date.variable = variable;
  return point_of(date, calendar::Zone{}, days_after);
}

Point fixed(int number) {
  MovingDate date;
  date.day = day(number);
  return point_of(date, calendar::Zone{});
}

/// The orders as text: `01,2` is points 0 and 1 together, then 2.
std::vector<std::string> orders(const WorldProblem& problem) {
  std::vector<std::string> orders;
  const auto fit = for_each_world(problem, [&](const World& world) {
    std::string order;
    for (Rank rank = 0; rank < world.rank_count(); ++rank) {
      if (rank > 0) order += ",";
      for (PointIndex point = 0; point < problem.ranked; ++point) {
        if (world.rank_of(point) == rank) order += std::to_string(point);
      }
    }
    orders.push_back(order);
  });
  if (fit == Worlds::none) orders.emplace_back("none");
  if (fit == Worlds::too_many) orders.emplace_back("too many");
  std::sort(orders.begin(), orders.end());
  return orders;
}

}  // namespace

using Lines = std::vector<std::string>;

TEST_CASE("exact points have one world", "[S15]") {
  WorldProblem problem{{}, {fixed(3), fixed(1), fixed(2)}, 3, {}};
  CHECK(orders(problem) == Lines{"1,2,0"});
}

TEST_CASE("an inexact point has a world for each place it may take", "[S15]") {
  const std::vector<Variable> variables{one_of(1, 5)};
  CHECK(orders({variables, {moving(0), fixed(3)}, 2, {}}) == Lines{"0,1", "01", "1,0"});
  CHECK(orders({variables, {moving(0), fixed(5)}, 2, {}}) == Lines{"0,1", "01"});
  CHECK(orders({variables, {moving(0), fixed(7)}, 2, {}}) == Lines{"0,1"});
}

TEST_CASE("points of one date move together", "[S15]") {
  const std::vector<Variable> variables{one_of(1, 9)};
  CHECK(orders({variables, {moving(0), moving(0, 3)}, 2, {}}) == Lines{"0,1"});
  CHECK(orders({variables, {moving(0), moving(0, 3), fixed(5)}, 3, {}}) ==
        Lines{"0,1,2", "0,12", "0,2,1", "02,1", "2,0,1"});
}

TEST_CASE("demands leave worlds out, through others too", "[S15]") {
  const std::vector<Variable> variables{one_of(1, 5), one_of(1, 5), one_of(1, 5)};
  CHECK(orders({variables, {moving(0), moving(1)}, 2, {{0, 1}}}) == Lines{"0,1", "01"});
  CHECK(orders({variables, {moving(0), moving(1), moving(2)}, 2, {{0, 2}, {2, 1}}}) == Lines{"0,1", "01"});
  CHECK(orders({variables, {moving(0), fixed(9)}, 2, {{1, 0}}}) == Lines{"none"});
}

TEST_CASE("a demand that chases itself has no world, also without end", "[S15]") {
  Variable open;
  open.runs = {{day(1), calendar::open_future()}};
  const std::vector<Variable> variables{open, open};
  CHECK(orders({variables, {moving(0), moving(1), moving(1, 3)}, 2, {{2, 0}, {0, 1}}}).size() == 1);
}

TEST_CASE("the moments between two points are exact", "[S15]") {
  const std::vector<Variable> variables{one_of(1, 5)};
  const WorldProblem problem{variables, {moving(0), moving(0, 2)}, 2, {}};
  std::vector<Period> covered;
  CHECK(for_each_world(problem, [&](const World& world) { covered = world.covered(Rank{0}, Rank{1}); }) ==
        Worlds::some);
  CHECK(covered == std::vector<Period>{{Moment{day(1)}, Moment{day(7)}}});
}

TEST_CASE("more dates than the limit are refused", "[S15]") {
  std::vector<Variable> variables;
  WorldProblem problem;
  for (VariableId i = 0; i < most_inexact_dates + 1; ++i) {
    variables.push_back(one_of(1, 5));
    problem.points.push_back(moving(i));
  }
  problem.variables = variables;
  problem.ranked = problem.points.size();
  CHECK(orders(problem) == Lines{"too many"});
}
